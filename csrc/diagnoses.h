/* diagnoses.h - what leads to a list of diagnoses, and what is known of the list by it. */
#ifndef IMR_DIAGNOSES_H
#define IMR_DIAGNOSES_H

#include "prose.h"

#define IMR_COUNT(list) (sizeof(list) / sizeof *(list))

/* A list of diagnoses that is being read. */
typedef struct imr_diagnoses {
    const imr_stage *stage;
    bool treated;  /* the list is of what the worker is treated for */
    bool doubtful; /* what the list may be of else is no item: "followed for two weeks", "Dx MRI" */
    bool numbered; /* each item has a number, so that an operation of the past is one as well */
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

/* diagnoses_lead.c: where the list begins that the word at `at` leads to, which stands in
 * `sentence`, with `following` behind it; IMR_NOWHERE where it leads to none. */
uint32_t imr_diagnoses_start(const imr_stage *s, imr_span sentence, imr_span following, uint32_t at,
                             imr_diagnoses *d);

/* "The diagnosis of gout was ruled out": does the sentence say so behind the list's end? */
bool imr_diagnoses_denied(const imr_stage *s, const imr_diagnoses *d, imr_span sentence,
                          uint32_t at);

/* Where "treated for", "treatment for" or "followed for" begins, of which " for" stands at `at`. */
uint32_t imr_treated_before(const imr_text *t, imr_span prose, uint32_t at);

#endif
