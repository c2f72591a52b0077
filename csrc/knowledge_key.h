/* knowledge_key.h - the text of a key, read normalized, byte by byte.
 *
 * knowledge_build.lua has the same rules for the keys that are built in.
 */
#ifndef IMR_KNOWLEDGE_KEY_H
#define IMR_KNOWLEDGE_KEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a byte is normalized to; 0 where that depends on what follows: white space, and the first
 * bytes of the no-break space and of the curly apostrophe. */
extern const unsigned char imr_key_plain[256];

/* IMR_KEY_WORD: the first byte of a character that is part of a word. IMR_KEY_INNER: a byte within
 * a character. */
extern const unsigned char imr_key_class[256];
enum { IMR_KEY_WORD = 1, IMR_KEY_INNER = 2 };

typedef struct imr_key_cursor {
    const unsigned char *at, *end;
} imr_key_cursor;

/* The cursor behind the white space at it. */
imr_key_cursor imr_key_behind_space(imr_key_cursor c);

/* Skips leading white space. */
static inline imr_key_cursor imr_key_open(const char *text, size_t size)
{
    const unsigned char *bytes = (const unsigned char *)text;
    imr_key_cursor c = {bytes, bytes + size};
    return size > 0 && imr_key_plain[*bytes] == 0 ? imr_key_behind_space(c) : c;
}

/* The next byte where imr_key_plain does not tell it; *after is behind it. */
int imr_key_special(imr_key_cursor c, imr_key_cursor *after);

/* The next byte of the normalized text, -1 at its end (trailing white space is none of it). */
static inline int imr_key_next(imr_key_cursor *c)
{
    int byte = c->at != c->end ? imr_key_plain[*c->at] : 0;
    bool blank = byte == 0 && c->end - c->at > 1 && *c->at == ' ' && imr_key_plain[c->at[1]] != 0;
    if (byte != 0) {
        c->at++;
    } else if (blank) { /* a single one, as nearly all are */
        byte = *c->at++;
    } else {
        imr_key_cursor after; /* so that *c need not be in memory */
        byte = imr_key_special(*c, &after);
        *c = after;
    }
    return byte;
}

/* How many bytes from the cursor on tell what stands there; 0 where that is the text's end, or
 * takes a closer look. */
static inline size_t imr_key_told(const imr_key_cursor *c)
{
    if (c->at == c->end)
        return 0;
    if (imr_key_plain[*c->at] != 0)
        return 1;
    return *c->at == ' ' && c->end - c->at > 1 && imr_key_plain[c->at[1]] != 0 ? 2 : 0;
}

/* imr_key_reads where the text is not written as the key is. */
bool imr_key_reads_on(imr_key_cursor *c, const char *label, size_t length);

/* Reads off what is normalized to the label. False where another byte stands there: the cursor is
 * at it, or at the end where the text is written otherwise than a key. Costs least where it is in
 * lower case. */
static inline bool imr_key_reads(imr_key_cursor *c, const char *label, size_t length)
{
    size_t room = (size_t)(c->end - c->at), i = 0;
    while (i < length && i < room && c->at[i] == (unsigned char)label[i])
        i++;
    c->at += i;
    bool blank = i > 0 && label[i - 1] == ' '; /* it may stand for many */
    if (i == length && !blank)
        return true;
    if (i < room && (*c->at == imr_key_plain[*c->at] || (!blank && imr_key_told(c) > 1)))
        return i == length;
    imr_key_cursor on = blank ? imr_key_behind_space(*c) : *c;
    bool read = imr_key_reads_on(&on, label + i, length - i);
    c->at = read ? on.at : c->end;
    return read;
}

/* Whether a word's boundary is here, behind a character of a word (`word`) or another. */
static inline bool imr_key_may_end(const imr_key_cursor *c, bool word)
{
    unsigned next = c->at != c->end ? imr_key_class[*c->at] : 0;
    return !(next & IMR_KEY_INNER) && !(word && (next & IMR_KEY_WORD));
}

#endif
