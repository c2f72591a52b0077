#include "fields.h"

void imr_field_diagnoses(const imr_stage *s)
{
    (void)s;
}
