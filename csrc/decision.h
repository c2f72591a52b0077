/* decision.h - the decision that ends an issue's heading. */
#ifndef IMR_DECISION_H
#define IMR_DECISION_H

#include "document.h"

/* A decision that ends a stretch of text: "...: Upheld". */
typedef struct imr_decision {
    const char *value; /* "upheld", "overturned" or "partially overturned"; NULL: none */
    imr_span span;     /* its words */
    uint32_t end;      /* where the heading before it ends, its colon left out */
} imr_decision;

/* The decision at the end of `s`. */
imr_decision imr_decision_at_end(const imr_text *t, imr_span s);

/* The last decision inside `s` that follows a colon and is followed by a guideline statement or
 * the end of `s`: where the label that should follow it was lost. */
imr_decision imr_decision_inside(const imr_text *t, imr_span s);

#endif
