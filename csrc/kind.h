/* kind.h - files that hold a letter perhaps, but not as plain text. */
#ifndef IMR_KIND_H
#define IMR_KIND_H

#include "text.h"

/* Is the text HTML, RTF, or another format that must be turned into text first? Then what it is
 * and what to do, in the reader's words; NULL where it is plain text. */
const char *imr_foreign_kind(const imr_text *t);

#endif
