#include "fields.h"

void imr_field_ur(const imr_stage *s)
{
    (void)s;
}
