/* kind.h - what is given in place of a letter's plain text. */
#ifndef IMR_KIND_H
#define IMR_KIND_H

#include "text.h"

/* Is the text HTML, RTF, a picture, or another format that must be turned into text first? Is it
 * empty, or the path of a letter? Then what it is and what to do, in the reader's words; NULL where
 * it is plain text. */
const char *imr_foreign_kind(const imr_text *t);

#endif
