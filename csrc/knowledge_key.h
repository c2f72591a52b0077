/* knowledge_key.h - the text of a key, read normalized, byte by byte.
 *
 * knowledge_build.lua has the same rules; what it hashes, this finds.
 */
#ifndef IMR_KNOWLEDGE_KEY_H
#define IMR_KNOWLEDGE_KEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct imr_key_cursor {
    const unsigned char *at, *end;
    uint32_t hash; /* of what was read so far */
    bool word;     /* the character read last is part of a word */
    bool may_end;  /* a key may end here: after no space, and not within a word */
} imr_key_cursor;

/* Skips leading white space. */
imr_key_cursor imr_key_open(const char *text, size_t size);

/* The next byte of the normalized text, -1 at its end (trailing white space is none of it). */
int imr_key_next(imr_key_cursor *c);

/* The hash of the whole text; *length, unless NULL, is its length, normalized. */
uint32_t imr_key_hash(const char *text, size_t size, size_t *length);

bool imr_key_equal(const char *a, size_t a_size, const char *b, size_t b_size);

#endif
