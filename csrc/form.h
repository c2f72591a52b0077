/* form.h - the templates of the letters, as one const table.
 *
 * A form is known by its headings and labels. A new template is a new entry of imr_forms, with the
 * wording as it is printed; what is read with tolerance is the stages' business, and these ask the
 * entry alone what they read.
 */
#ifndef IMR_FORM_H
#define IMR_FORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* What a mark in the text opens: a part of the letter, or a field of an issue. */
typedef enum imr_mark_kind {
    IMR_LETTERHEAD,             /* stands before all parts, and opens none */
    IMR_DECISIONS,              /* what was decided, as a list before the reasons are given */
    IMR_STATEMENT,              /* how the determination was made, and by whom */
    IMR_DOCUMENTS,              /* what was reviewed */
    IMR_SUMMARY,                /* the clinical case */
    IMR_ISSUES,                 /* the disputed items */
    IMR_CLOSING,                /* what stands behind the last issue */
    IMR_PARTS,                  /* so many parts */
    IMR_GUIDELINES = IMR_PARTS, /* labels, in their order within an issue: of both statements */
    IMR_ADMINISTRATOR,          /* ... or of each */
    IMR_REVIEWER,
    IMR_RATIONALE,
    IMR_MARKS
} imr_mark_kind;

typedef struct imr_form_mark {
    const char *text; /* as printed, labels with their colon; NULL ends a form's marks */
    const char *tail; /* the word that its wording ends with, a few words on, in lower case; NULL:
                         the text is all of it */
    uint8_t size;
    uint8_t kind;
    uint8_t tells; /* how much it tells of the form: IMR_TELLING together are enough */
    bool optional; /* a letter that is whole may come without it */
    bool opens;    /* the first of its letter, where another stands before that in the text */
} imr_form_mark;

#define IMR_TELLING 3
#define IMR_FORM_MARKS 24 /* the row that ends them among these */

/* How the issues are told apart. */
typedef enum imr_issue_rule {
    IMR_DECIDED_HEADINGS, /* "TITLE: Upheld" before the first label */
    IMR_DECIDED_ITEMS,    /* "1. X is medically necessary and appropriate." before the statements */
    IMR_LISTED_ITEMS,     /* "1) Regarding the request for X:", decided in a list before */
    IMR_ONE_ISSUE         /* the part of the issues is the item, decided behind the last label */
} imr_issue_rule;

typedef struct imr_form {
    const char *template; /* the name in the document */
    const char *dialect;  /* the wording's year; NULL: there are several */
    imr_issue_rule rule;
    bool in_order;                       /* a heading that is out of order is content */
    bool cover;                          /* a cover letter stands before the parts */
    const char *decided;                 /* a decision as the form words it, for messages */
    imr_form_mark marks[IMR_FORM_MARKS]; /* in the order of the form; several wordings of one mark
                                together, the usual first */
    /* The beginnings of the form's sentences that open a part, which are no content: in lower
     * case; NULL ends them. They run to one of the signs in `stops`. */
    struct {
        uint8_t kind;
        const char *text, *stops;
    } openings[5];
} imr_form;

#define IMR_FORMS 4
extern const imr_form imr_forms[IMR_FORMS];

/* The first row of a kind, whose text stands for it in messages; NULL where the form has none. */
const imr_form_mark *imr_form_find(const imr_form *form, imr_mark_kind kind);

/* The kinds of marks that a whole letter of a form has, in order; its labels come in rounds. */
typedef struct imr_form_order {
    uint8_t kinds[IMR_MARKS];
    int count, first_label, last_label;
} imr_form_order;

/* The marks of all forms in chains, each in the table's order, by what they begin with. */
#define IMR_FORM_ROWS (IMR_FORMS * IMR_FORM_MARKS)
#define IMR_NO_ROW IMR_FORM_ROWS
typedef struct imr_form_index {
    const imr_form_mark *rows[IMR_FORM_ROWS];
    uint64_t eight[IMR_FORM_ROWS]; /* its first bytes; all have more */
    char second[IMR_FORM_ROWS];    /* letter, small */
    uint8_t form[IMR_FORM_ROWS], count;
    uint8_t by_letter[32], next_by_letter[IMR_FORM_ROWS]; /* in any case */
    uint8_t by_eight[1024], next_by_eight[IMR_FORM_ROWS]; /* so many that few lines find a chain */
    imr_form_order orders[IMR_FORMS];
} imr_form_index;

static inline uint64_t imr_first_eight(const char *text)
{
    uint64_t eight;
    memcpy(&eight, text, sizeof eight);
    return eight;
}

static inline uint32_t imr_form_bucket(uint64_t eight)
{
    return (uint32_t)(eight * 0x9E3779B97F4A7C15 >> 54); /* of the golden ratio, as Knuth has it */
}

void imr_form_index_build(imr_form_index *x);

/* The labels of the header block, in lower case, without the colon. */
typedef struct imr_header_label {
    const char *text;
    int key;    /* of schema level `case` */
    bool cover; /* only of forms with a cover letter, or with the block at their head */
} imr_header_label;

#define IMR_HEADER_LABELS 20
extern const imr_header_label imr_header_labels[IMR_HEADER_LABELS];

#endif
