/* heading.h - where an issue's heading begins and ends.
 *
 * Issues are not numbered, and nothing marks a heading: it follows the previous rationale's last
 * line, and ends with its decision before the first label. Its end is plain; its beginning is
 * found by weighing what speaks for and against each line.
 */
#ifndef IMR_HEADING_H
#define IMR_HEADING_H

#include "decision.h"
#include "pattern.h"
#include "sentence.h"

/* Does a rationale that ends without a full stop sound as if it were complete? It does where its
 * last words conclude, or end in a web address, or in the element of a list. */
bool imr_sounds_final(const imr_text *t, imr_span rationale);

/* The text [s.at, s.end) is a rationale (which may be empty) with the next issue's heading behind
 * it: where the heading begins. `line`: one that lies where the heading ends, or behind it and
 * near. `lines_kept`: the label behind the heading stands at a line's start, so the heading does as
 * well. */
uint32_t imr_heading_start(imr_matcher *m, const imr_patterns *p, const imr_text *t, imr_span s,
                           uint32_t line, bool lines_kept);

#endif
