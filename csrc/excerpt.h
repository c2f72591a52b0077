/* excerpt.h - a place of the source, as a reader is shown it. */
#ifndef IMR_EXCERPT_H
#define IMR_EXCERPT_H

#include "text.h"

enum { IMR_EXCERPT_SIZE = 512 };

/* Writes what stands at the bytes [at, end) of the source, in clean UTF-8: the line around it, or
 * where it goes on the next lines, some ninety characters at most, "..." where more of the line
 * was left out. Returns the bytes written. Needs of the text only its source and encoding. */
size_t imr_excerpt(const imr_text *t, size_t at, size_t end, char out[IMR_EXCERPT_SIZE]);

/* A text of which nothing is known but its encoding: enough for excerpts and positions. */
imr_text imr_text_uncleaned(const char *source, size_t size);

#endif
