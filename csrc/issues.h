/* issues.h - the labels of a letter become its disputed items. */
#ifndef IMR_ISSUES_H
#define IMR_ISSUES_H

#include "stage.h"

/* Sets the issues, the outcome and the dialect; gives the outline its issues part where the
 * heading was lost. */
void imr_issues(imr_stage *s);

#endif
