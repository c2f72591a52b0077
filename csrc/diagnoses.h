/* diagnoses.h - a list of diagnoses: what leads to it and is known of it by that, where it ends,
 * and its items. */
#ifndef IMR_DIAGNOSES_H
#define IMR_DIAGNOSES_H

#include "prose.h"
#include "search.h"

#define IMR_COUNT(list) (sizeof(list) / sizeof *(list))

/* A list of diagnoses that is being read. */
typedef struct imr_diagnoses {
    const imr_stage *stage;
    bool treated;  /* the list is of what the worker is treated for */
    bool doubtful; /* what the list may be of else is no item: "followed for two weeks", "Dx MRI" */
    bool told_of;  /* the list ends before a verb, whose subject its last item may be */
} imr_diagnoses;

/* Does the span begin with any of the phrases, all in lower case? */
static inline bool imr_begins_with_any(const imr_text *t, imr_span s, const char *const *list,
                                       size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (*list[i] == t->low[s.at] && imr_reads(t, s.at, s.end, list[i]))
            return true;
    return false;
}

/* The last word of the span. */
static inline imr_span imr_last_word(const imr_text *t, imr_span s)
{
    return (imr_span){imr_search_run_start(t->clean, s.at, s.end), s.end};
}

/* diagnoses_lead.c: where the list begins that the word at `at` leads to, which stands in
 * `sentence`, with `following` behind it; IMR_NOWHERE where it leads to none. */
uint32_t imr_diagnoses_start(const imr_stage *s, imr_span sentence, imr_span following, uint32_t at,
                             imr_diagnoses *d);

/* "The diagnosis of gout was ruled out": does the sentence say so behind the list's end? */
bool imr_diagnoses_denied(const imr_stage *s, const imr_diagnoses *d, imr_span sentence,
                          uint32_t at);

/* Where "treated for", "treatment for" or "followed for" begins, of which " for" stands at `at`. */
uint32_t imr_treated_before(const imr_text *t, imr_span prose, uint32_t at);

/* How a list ends. */
typedef struct imr_list_end {
    bool told_of; /* before a verb, whose subject its last item may be */
    bool over;    /* before a heading or a label: nothing behind it is of the list */
} imr_list_end;

/* diagnoses_end.c: the list without what follows it in its sentence. */
imr_span imr_ended(const imr_stage *s, imr_span list, imr_list_end *how);

/* May a date begin here, or a name behind "Dr."? */
bool imr_may_be_dated(const char *low);

/* diagnoses_part.c: the beginning of the text up to where the lines of a list's part end; does the
 * list go on with such a part; the bytes of the mark it begins with, 0 where there is none. */
imr_span imr_list_part(const imr_stage *s, imr_span text);
bool imr_goes_on_with_list(const imr_stage *s, imr_span part);
uint32_t imr_bullet(const imr_text *t, imr_span s);

/* diagnoses_plain.c: takes the diagnoses of a list that is plain from end to end; else false, and
 * nothing is taken. */
bool imr_take_plain_list(const imr_diagnoses *d, imr_span list);

/* diagnoses_joint.c: do the two sides of an "and", both of which name a condition, tell of one;
 * does an "and" stand within one diagnosis, whatever its sides name? */
bool imr_share_name(const imr_text *t, imr_span left, imr_span right);
bool imr_belong_together(const imr_stage *s, imr_span left, imr_span right);

/* diagnoses_item.c: does the span name a condition; is it made of words that qualify a diagnosis,
 * of levels of the spine, and of none that names one? */
bool imr_names_condition(const imr_stage *s, imr_span span);
bool imr_only_qualifies(const imr_stage *s, imr_span span);

/* Does the word, which is in `terms`, name a condition? */
bool imr_is_condition(const imr_text *t, imr_span word, imr_lists terms);

/* "L4", "L4-5", "C5-C6", or the "5" of "L4/5". */
bool imr_is_level(const imr_text *t, imr_span word);

/* An item without what only leads to it, and without the signs at its ends. */
imr_span imr_bare_diagnosis(const imr_stage *s, imr_span item);

/* The bytes of "Axis I:" at its beginning, or of another axis of conditions. */
uint32_t imr_axis(const imr_text *t, imr_span item);

/* Adds the item to the letter's diagnoses, unless it is none. */
void imr_take_diagnosis(const imr_diagnoses *d, imr_span item);

/* The same of an item that is bare, and names one. */
void imr_add_diagnosis(const imr_stage *s, imr_span item);

#endif
