/* fields.h - what stands inside the parts of a letter; a kind of field per file. */
#ifndef IMR_FIELDS_H
#define IMR_FIELDS_H

#include "stage.h"

/* field_case.c: the header block, in all the orders in which its two columns come as text. */
void imr_field_case(const imr_stage *s);

/* field_reviewer.c: licensure, specialties and boards, from either style of credentials. */
void imr_field_reviewer(const imr_stage *s);

#endif
