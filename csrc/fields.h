/* fields.h - what stands inside the parts of a letter; a kind of field per file. */
#ifndef IMR_FIELDS_H
#define IMR_FIELDS_H

#include "stage.h"

/* field_case.c: the header block, in all the orders in which its two columns come as text. */
void imr_field_case(const imr_stage *s);

/* field_reviewer.c: licensure, specialties and boards, from either style of credentials. */
void imr_field_reviewer(const imr_stage *s);
/* The label of the licensing states, with which the later style begins; false where there is none.
 * It may be misread. */
bool imr_licensure_label(const imr_stage *s, imr_span statement, imr_span *out);

/* field_worker.c: age and sex. */
void imr_field_worker(const imr_stage *s);

/* field_injury.c: date and cumulative trauma. */
void imr_field_injury(const imr_stage *s);

/* field_diagnoses.c: the conditions that were diagnosed. */
void imr_field_diagnoses(const imr_stage *s);

/* field_ur.c: date and action of the utilization review decision. */
void imr_field_ur(const imr_stage *s);

/* field_documents.c: the list of the documents reviewed. */
void imr_field_documents(const imr_stage *s);

/* field_request.c: an issue's `request`, from its treatment, and modification.amount. */
void imr_field_request(const imr_stage *s, imr_record *issue);

/* field_citation.c: `citations` of a guideline statement, from its text; of their keys those that
 * are wanted, and the authority. */
void imr_field_citations(const imr_stage *s, imr_record *guideline, const imr_node *wanted);

/* field_conclusion.c: `conclusion` and `consistent` of an issue, from its rationale. */
void imr_field_conclusion(const imr_stage *s, imr_record *issue);

#endif
