/* heading.h - where an issue's heading begins and ends.
 *
 * Issues are not numbered, and nothing marks a heading: it follows the previous rationale's last
 * line, and ends with its decision before the first label. Its end is plain; its beginning is
 * found by weighing what speaks for and against each line.
 */
#ifndef IMR_HEADING_H
#define IMR_HEADING_H

#include "document.h"
#include "pattern.h"

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

/* Does a rationale that ends without a full stop sound as if it were complete? It does where its
 * last words conclude, or end in a web address, or in the element of a list. */
bool imr_sounds_final(const imr_text *t, imr_span rationale);
/* The sentence that ends at `end`, or just before; it begins at `from` at the earliest. */
imr_span imr_last_sentence(const imr_text *t, uint32_t from, uint32_t end);

/* The text [s.at, s.end) is a rationale (which may be empty) with the next issue's heading behind
 * it: where the heading begins. `lines_kept`: the label behind the heading stands at a line's
 * start, so the heading does as well. */
uint32_t imr_heading_start(imr_matcher *m, const imr_patterns *p, const imr_text *t, imr_span s,
                           bool lines_kept);

#endif
