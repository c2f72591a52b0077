/* outline.h - the clean text becomes letters, and a letter its parts.
 *
 * In a letter that is as it should be, every heading and label stands at a line's start, in the
 * form's own wording: one pass over the lines' starts finds them all. Only where something is
 * missing is the text searched, with tolerance.
 */
#ifndef IMR_OUTLINE_H
#define IMR_OUTLINE_H

#include "document.h"
#include "form.h"

typedef struct imr_mark {
    imr_mark_kind kind;
    imr_span span; /* its text, label with colon */
} imr_mark;

typedef struct imr_outline {
    const imr_form *form; /* NULL: not a determination */
    imr_span evidence;    /* the mark that told the form */
    imr_span header;      /* what stands before the first part */
    imr_span parts[IMR_PARTS];
    bool has[IMR_PARTS];
    const imr_mark *labels; /* those after the summary's heading, in order */
    uint32_t label_count;
} imr_outline;

/* The letters in a text: at least one, all of the text together. In the arena; NULL where memory
 * is short. */
imr_span *imr_letters(imr_arena *arena, const imr_text *t, uint32_t *count);

/* The outline of d->letter; notes what is missing. */
void imr_outline_letter(imr_document *d, imr_outline *out);

/* Sets template, summary and the reviewer's statement. */
void imr_outline_values(imr_document *d, const imr_outline *o);

#endif
