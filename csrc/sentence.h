/* sentence.h - where sentences end, looked for from behind. */
#ifndef IMR_SENTENCE_H
#define IMR_SENTENCE_H

#include "document.h"

/* Does the full stop at `stop` shorten a word ("mg.", "e.g.", an initial)? The word begins at
 * `from` at the earliest. */
bool imr_abbreviated(const imr_text *t, uint32_t stop, uint32_t from);

/* Is there a sentence's end at `stop`, for a text [from, end) that goes on at `next`? */
bool imr_ends_sentence(const imr_text *t, uint32_t stop, uint32_t next, uint32_t end,
                       uint32_t from);

/* The sentence that ends at `end`, or just before; it begins at `from` at the earliest. */
imr_span imr_last_sentence(const imr_text *t, uint32_t from, uint32_t end);

#endif
