/* issue.h - between the stages of the issues: what one was found to be. */
#ifndef IMR_ISSUE_H
#define IMR_ISSUE_H

#include "heading.h"
#include "stage.h"

/* The texts of one issue, before they are read. */
typedef struct imr_issue_text {
    imr_span heading;
    imr_decision decision;
    uint32_t decided;       /* where a decision is missed that is not there */
    imr_span of[IMR_MARKS]; /* by label */
    const imr_mark *rationale;
    bool last; /* the letter ends with it */
} imr_issue_text;

/* The number of the issue that was begun last, for messages. */
unsigned imr_issue_last(const imr_document *d);

/* A new issue, with its number; and its heading with what was decided. */
imr_record *imr_issue_new(const imr_stage *s);
void imr_issue_heading(const imr_stage *s, imr_record *issue, imr_span heading,
                       imr_decision decision);

/* Appends the issue; notes what is missing of decision and rationale. */
void imr_issue_add(const imr_stage *s, const imr_issue_text *x);

/* Is there room for a further issue? Where there is none it is noted, with the issue's place. */
bool imr_issue_room(const imr_stage *s, uint32_t at);

void imr_missing_label(const imr_stage *s, imr_mark_kind kind, uint32_t at);

/* issue_items.c: the issues of the forms of 2013, which are numbered, or one. */
void imr_issue_items(imr_stage *s);

/* issue_list.c: the decisions that a form lists before it gives its reasons. */
typedef struct imr_listed {
    uint32_t number; /* 0: it has none */
    uint32_t at;     /* where it begins */
    imr_span item;
    imr_decision decision;
    bool met; /* an issue goes with it */
} imr_listed;

/* The list in the span, items that stand there twice given once. In the arena. */
imr_listed *imr_decision_list(const imr_stage *s, imr_span text, uint32_t *count);
/* The item of the list that an issue's heading tells of: the same words, else the same number. */
imr_listed *imr_listed_as(const imr_text *t, imr_listed *list, uint32_t count, imr_span item,
                          uint32_t number);

/* The first decision in the span that is worded as necessity. */
imr_decision imr_necessity(const imr_stage *s, imr_span text);

/* A number that counts an item: "1.", "2)". *after is the first word behind it. 0 where there is
 * none. */
uint32_t imr_count_at(const imr_text *t, uint32_t at, uint32_t end, uint32_t *after);

/* The same, but only at a line's start or, with `inside`, behind the end of
 * a sentence. */
uint32_t imr_item_number(const imr_text *t, uint32_t at, uint32_t end, bool inside,
                         uint32_t *after);

#endif
