#include "fields.h"

void imr_field_citations(const imr_stage *s, imr_record *guideline)
{
    (void)s;
    (void)guideline;
}
