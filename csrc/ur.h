/* ur.h - the utilization review's decision. */
#ifndef IMR_UR_H
#define IMR_UR_H

#include "prose.h"

typedef enum imr_ur_action { IMR_UR_UNTOLD, IMR_UR_DENIED, IMR_UR_MODIFIED } imr_ur_action;

/* ur_action.c: what the text says was decided, and the words for it; false where it says nothing
 * of that. */
bool imr_read_ur_action(const imr_stage *s, imr_span text, imr_ur_action *action, imr_span *said);

#endif
