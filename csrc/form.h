/* form.h - the templates of the letters, as one const table.
 *
 * A form is known by its headings and labels. A new template is a new entry of imr_forms, with the
 * wording as it is printed; what is read with tolerance is `outline`'s business.
 */
#ifndef IMR_FORM_H
#define IMR_FORM_H

#include <stddef.h>

/* What a mark in the text opens: a part of the letter, or a field of an issue. */
typedef enum imr_mark_kind {
    IMR_STATEMENT,                 /* how the determination was made, and by whom */
    IMR_SUMMARY,                   /* the clinical case */
    IMR_ISSUES,                    /* the disputed items */
    IMR_PARTS,                     /* so many parts */
    IMR_ADMINISTRATOR = IMR_PARTS, /* labels, in their order within an issue */
    IMR_REVIEWER,
    IMR_RATIONALE,
    IMR_MARKS
} imr_mark_kind;

typedef struct imr_form_mark {
    const char *text;    /* as printed, labels with their colon */
    const char *opening; /* the beginning of the form's sentence that opens the part, which is no
                            content and runs to a colon; NULL where there is none */
} imr_form_mark;

#define IMR_FOREIGN 3
typedef struct imr_form {
    const char *template;             /* the name in the document */
    const char *foreign[IMR_FOREIGN]; /* headings that only a form of kin has; NULL ends them */
    imr_form_mark marks[IMR_MARKS];
} imr_form;

#define IMR_FORMS 1
extern const imr_form imr_forms[IMR_FORMS];

/* The labels of the header block, in lower case, without the colon. */
typedef struct imr_header_label {
    const char *text;
    int key; /* of schema level `case` */
} imr_header_label;

#define IMR_HEADER_LABELS 9
extern const imr_header_label imr_header_labels[IMR_HEADER_LABELS];

#endif
