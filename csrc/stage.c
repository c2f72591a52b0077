#include "stage.h"

bool imr_stage_match(const imr_stage *s, imr_pattern id, imr_span within, imr_match *out)
{
    return imr_match_in(s->matcher, s->patterns, id, s->doc->text, within, out);
}
