/* item.h - what stands in the heading and behind the labels of one disputed item. */
#ifndef IMR_ITEM_H
#define IMR_ITEM_H

#include "stage.h"

/* modification.c: treatment and modification, from a heading. */
void imr_modification(const imr_stage *s, imr_record *issue, imr_span heading);

/* guideline.c: a guideline statement; `key` is one of the two. */
void imr_guideline(const imr_stage *s, imr_record *issue, int key, imr_span statement);

/* Where the reviewer's statement begins in a text that should be the claims administrator's
 * alone, because its label was lost; IMR_NOWHERE where it is one statement. */
uint32_t imr_second_statement(const imr_stage *s, imr_span text);

/* Do the words at `at` open a guideline statement? */
bool imr_opens_statement(const imr_text *t, uint32_t at, uint32_t end);

/* Both sides' statements stand in the text, one behind the other: parts them. Empty where a side
 * has none. */
void imr_split_statements(const imr_stage *s, imr_span text, imr_span *administrator,
                          imr_span *reviewer);

/* Where the rationale begins in a text that should be a guideline statement alone. */
uint32_t imr_statement_end(const imr_stage *s, imr_span text);

#endif
