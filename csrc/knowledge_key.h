/* knowledge_key.h - the text of a key, read normalized, byte by byte.
 *
 * knowledge_build.lua has the same rules; what it hashes, this finds.
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
    uint32_t hash; /* of what was read so far */
    bool word;     /* the character read last is part of a word */
} imr_key_cursor;

/* Skips leading white space. */
imr_key_cursor imr_key_open(const char *text, size_t size);

/* The next byte where imr_key_plain does not tell it. */
int imr_key_special(imr_key_cursor *c);

/* The next byte of the normalized text, -1 at its end (trailing white space is none of it). */
static inline int imr_key_next(imr_key_cursor *c)
{
    int byte = c->at != c->end ? imr_key_plain[*c->at] : 0;
    bool blank = byte == 0 && c->end - c->at > 1 && *c->at == ' ' && imr_key_plain[c->at[1]] != 0;
    if (byte != 0)
        c->at++;
    else if (blank) /* a single one, as nearly all are */
        byte = *c->at++;
    else
        byte = imr_key_special(c);
    if (byte >= 0)
        c->hash = (c->hash ^ (uint32_t)byte) * 16777619u;
    return byte;
}

/* Whether a key may end after `byte`, read last: not after a space, nor within a word. To be asked
 * after every byte. */
static inline bool imr_key_may_end(imr_key_cursor *c, int byte)
{
    if (!(imr_key_class[byte] & IMR_KEY_INNER))
        c->word = imr_key_class[byte] & IMR_KEY_WORD;
    if (c->at == c->end)
        return byte != ' ';
    unsigned next = imr_key_class[*c->at];
    return byte != ' ' && !(next & IMR_KEY_INNER) && !(c->word && (next & IMR_KEY_WORD));
}

/* After a byte with IMR_KEY_WORD: reads on to the end of the word, no key can end before; at most
 * `limit` bytes. Returns how many there were. */
static inline size_t imr_key_finish_word(imr_key_cursor *c, size_t limit)
{
    const unsigned char *from = c->at, *at = from;
    uint32_t hash = c->hash;
    while (at != c->end && imr_key_class[*at] != 0 && (size_t)(at - from) < limit)
        hash = (hash ^ imr_key_plain[*at++]) * 16777619u;
    c->at = at;
    c->hash = hash;
    c->word = true;
    return (size_t)(at - from);
}

uint32_t imr_key_hash(const char *text, size_t size);

bool imr_key_equal(const char *a, size_t a_size, const char *b, size_t b_size);

#endif
