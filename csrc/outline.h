/* outline.h - the clean text becomes letters, and a letter its parts.
 *
 * In a letter that is as it should be, every heading and label stands at a line's start, in the
 * form's own wording: one pass over the lines' starts finds them all. Only where something is
 * missing is the text searched, with tolerance.
 */
#ifndef IMR_OUTLINE_H
#define IMR_OUTLINE_H

#include "document.h"
#include "mark.h"

/* A letter of the text, with the marks of all forms that stand in it. */
typedef struct imr_letter {
    imr_span span;
    const imr_form *form; /* of which it has all marks in order; NULL: of none */
    const imr_mark *marks;
    uint32_t mark_count;
} imr_letter;

typedef struct imr_outline {
    const imr_form *form; /* NULL: not a determination */
    imr_span evidence;    /* the mark that told the form */
    imr_span header;      /* what stands before the first part */
    imr_span parts[IMR_PARTS];
    uint32_t starts[IMR_PARTS]; /* of their headings */
    bool has[IMR_PARTS];
    const imr_mark *labels; /* those after the summary's heading, in order */
    uint32_t label_count;
    const imr_mark *again; /* the issues' heading where it stands once more, on a further page; so
                              many, in order */
    uint32_t again_count;
    uint32_t issues_end; /* where the last issue ends: at a part behind it, or with the letter */
} imr_outline;

/* The letters in a text: at least one, all of the text together. In the arena; NULL where memory
 * is short. */
imr_letter *imr_letters(imr_arena *arena, const imr_text *t, const imr_form_index *x,
                        uint32_t *count);

/* The outline of d->letter, which is the letter's span; notes what is missing. */
void imr_outline_letter(imr_document *d, const imr_letter *letter, imr_outline *out);

/* Sets template, dialect where the form has one, summary and the reviewer's statement. */
void imr_outline_values(imr_document *d, const imr_outline *o);

#endif
