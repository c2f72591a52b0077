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
 * a character. IMR_KEY_ODD: a byte that is, or may begin, what a key is not written with. */
extern const unsigned char imr_key_class[256];
enum { IMR_KEY_WORD = 1, IMR_KEY_INNER = 2, IMR_KEY_ODD = 4 };

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

/* Is the byte at the cursor, in a text that was read byte by byte so far, the one that it is
 * normalized to? A single blank is, as nearly all are. */
static inline bool imr_key_told(const imr_key_cursor *c, const char *text)
{
    if (*c->at == ' ')
        return (const char *)c->at > text && c->at[-1] != ' ';
    return !(imr_key_class[*c->at] & IMR_KEY_ODD);
}

/* Reads off what is normalized to the label. */
bool imr_key_reads(imr_key_cursor *c, const char *label, size_t length);

/* Whether a word's boundary is here, behind a character of a word (`word`) or another. */
static inline bool imr_key_may_end(const imr_key_cursor *c, bool word)
{
    unsigned next = c->at != c->end ? imr_key_class[*c->at] : 0;
    return !(next & IMR_KEY_INNER) && !(word && (next & IMR_KEY_WORD));
}

#endif
