#include "fields.h"

void imr_field_conclusion(const imr_stage *s, imr_record *issue)
{
    (void)s;
    (void)issue;
}
