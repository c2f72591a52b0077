/* pattern.h - PCRE2 behind one small interface.
 *
 * All patterns stand in patterns.def, with an example and a counter-example each. They are
 * compiled once per parser and never change; a matcher is one thread's match memory. The text is
 * valid UTF-8 by then, so nothing is checked twice.
 */
#ifndef IMR_PATTERN_H
#define IMR_PATTERN_H

#include "text.h"

typedef enum imr_pattern {
#define IMR_PATTERN(id, regex, example, counter) IMR_PATTERN_##id,
#include "patterns.def"
    IMR_PATTERN_COUNT
} imr_pattern;

typedef struct imr_pattern_info {
    const char *name, *regex;
    const char *example; /* matches */
    const char *counter; /* does not */
} imr_pattern_info;

extern const imr_pattern_info imr_pattern_infos[IMR_PATTERN_COUNT];

typedef struct imr_patterns imr_patterns; /* compiled; immutable */

/* `jit` false compiles no machine code; results are the same. */
imr_status imr_patterns_new(const imr_allocator *a, bool jit, imr_patterns **out, imr_error *error);
void imr_patterns_free(imr_patterns *p);

/* The limits of one match; beyond them a match is given up and `limited` set. */
#define IMR_MATCH_LIMIT 1000000u
#define IMR_DEPTH_LIMIT 10000u
#define IMR_HEAP_LIMIT_KIB 4096u
#define IMR_JIT_STACK_MAX ((size_t)512 << 10)

typedef struct imr_matcher imr_matcher;
imr_status imr_matcher_new(const imr_allocator *a, imr_matcher **out);
void imr_matcher_free(imr_matcher *m);

/* Was a match given up since the last call of this? */
bool imr_matcher_limited(imr_matcher *m);

/* Did a match fail for want of memory since the last call of this? */
bool imr_matcher_refused(imr_matcher *m);

#define IMR_GROUPS 8
typedef struct imr_match {
    imr_span whole;
    imr_span group[IMR_GROUPS]; /* [1] is the first; empty where it took no part */
} imr_match;

/* The first match in the span; look-behind may see what stands before it. False where there is
 * none, or where a limit was hit. */
bool imr_match_in(imr_matcher *m, const imr_patterns *p, imr_pattern id, const imr_text *t,
                  imr_span within, imr_match *out);

#endif
