/* stage.h - what the stages behind the outline work with. */
#ifndef IMR_STAGE_H
#define IMR_STAGE_H

#include "outline.h"
#include "pattern.h"

/* What the stages of one letter work with. */
typedef struct imr_stage {
    imr_document *doc;
    imr_outline *outline;
    const imr_knowledge *knowledge;
    const imr_patterns *patterns;
    imr_matcher *matcher;
    size_t max_issues;
} imr_stage;

/* A match in the letter's text; false where there is none or a limit was hit (which the parser
 * notes). */
bool imr_stage_match(const imr_stage *s, imr_pattern id, imr_span within, imr_match *out);

#endif
