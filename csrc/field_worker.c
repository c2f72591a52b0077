#include "fields.h"

void imr_field_worker(const imr_stage *s)
{
    (void)s;
}
