#include "fields.h"

void imr_field_injury(const imr_stage *s)
{
    (void)s;
}
