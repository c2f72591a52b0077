/* judgement.h - what a sentence of a rationale concludes. */
#ifndef IMR_JUDGEMENT_H
#define IMR_JUDGEMENT_H

#include "clause.h"

typedef enum imr_judgement { IMR_NONE, IMR_NECESSARY, IMR_UNNECESSARY } imr_judgement;

/* *besides: it is said besides, and counts where nothing else does. */
typedef imr_judgement imr_judge(const imr_stage *s, imr_span sentence, imr_span *evidence,
                                bool *besides);

/* conclusion_decided.c: what a sentence decides of the request ("is not certified", "recommendation
 * is for denial"), and of the denial ("is upheld"). */
imr_judge imr_judge_request, imr_judge_denial;

#endif
