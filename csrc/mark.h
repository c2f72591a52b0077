/* mark.h - headings and labels of the forms, where they stand in a text. */
#ifndef IMR_MARK_H
#define IMR_MARK_H

#include "form.h"
#include "text.h"

typedef struct imr_mark {
    imr_mark_kind kind;
    const imr_form_mark *row; /* of the form's marks */
    imr_span span;            /* its text, label with colon */
    uint32_t line;            /* of the text, on which it begins */
    bool slipped;             /* is it misread? */
} imr_mark;

/* Does it stand at a line's start? */
static inline bool imr_mark_starts_line(const imr_text *t, const imr_mark *m)
{
    return t->lines[m->line].at == m->span.at;
}

typedef struct imr_marks {
    imr_arena *arena;
    imr_mark *list;
    uint32_t count, cap;
    uint32_t headings; /* of them */
    bool no_memory;
} imr_marks;

/* Headings and labels of all forms exactly as they are printed, at line starts. Returns how many
 * lines end in a decision, which is seen in passing. */
uint32_t imr_exact_marks(imr_marks *m, const imr_text *t, const imr_form_index *x);

/* Headings and labels of all forms in any letter case, with blanks lost or added, and where line
 * breaks are lost also inside a line; with `slips`, also misread. */
void imr_tolerant_marks(imr_marks *m, const imr_text *t, const imr_form_index *x, bool slips);

#endif
