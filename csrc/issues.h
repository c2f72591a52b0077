/* issues.h - the labels of a letter become its disputed items. */
#ifndef IMR_ISSUES_H
#define IMR_ISSUES_H

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

/* Sets the issues, the outcome and the dialect; gives the outline its issues part where the
 * heading was lost. */
void imr_issues(imr_stage *s);

/* modification.c: treatment and modification, from a heading. */
void imr_modification(const imr_stage *s, imr_record *issue, imr_span heading);

/* guideline.c: a guideline statement; `key` is one of the two. */
void imr_guideline(const imr_stage *s, imr_record *issue, int key, imr_span statement);

/* Where the reviewer's statement begins in a text that should be the claims administrator's
 * alone, because its label was lost; IMR_NOWHERE where it is one statement. */
uint32_t imr_second_statement(const imr_stage *s, imr_span text);

/* Where the rationale begins in a text that should be a guideline statement alone. */
uint32_t imr_statement_end(const imr_stage *s, imr_span text);

#endif
