/* clause.h - the clause of a sentence that a word of judgement ends: who speaks, and whether a no
 * governs it.
 */
#ifndef IMR_CLAUSE_H
#define IMR_CLAUSE_H

#include "ascii.h"
#include "prose.h"
#include "search.h"
#include "stage.h"

/* A word before the word of judgement. */
typedef struct imr_told {
    imr_span span;
    imr_lists lists;
    bool comma; /* one stands between it and the word behind it */
} imr_told;

enum { IMR_TOLD = 20 }; /* words that are looked at one by one */

/* The last clause of a sentence before a word of judgement. Its words are read once, and what is
 * asked of them is asked of this. */
typedef struct imr_clause {
    imr_span span;
    imr_lists all;            /* of its words before that */
    imr_lists lists;          /* ... behind a full stop: a quotation may hide a sentence's end */
    int count;                /* of those behind a full stop the nearest: */
    imr_told words[IMR_TOLD]; /* backwards */
} imr_clause;

/* The clause of the sentence that ends before `judged`; its span goes on to the sentence's end. */
void imr_clause_read(const imr_stage *s, imr_span sentence, uint32_t judged, imr_clause *c);

/* Does what begins at `at` concede something: "although", "even if"? */
bool imr_concedes(const imr_text *t, uint32_t at, uint32_t end);

/* May it? Few sentences begin with the same letters that do not. */
static inline bool imr_may_concede(const imr_text *t, uint32_t at)
{
    const char *p = t->low + at;
    return (memcmp(p, "alth", 4) == 0) | (memcmp(p, "even", 4) == 0) | (memcmp(p, "thou", 4) == 0) |
           (memcmp(p, "whil", 4) == 0);
}

typedef enum imr_speaker {
    IMR_SAID_BY_REVIEWER,
    IMR_SAID_BY_GUIDELINE,
    IMR_SAID_BY_PARTY
} imr_speaker;

imr_speaker imr_clause_speaker(const imr_text *t, const imr_clause *c);

/* Is there a no before or behind the words [first, last) that the clause was read to, which
 * governs them? *no is that word. */
bool imr_clause_denied(const imr_stage *s, const imr_clause *c, uint32_t first, uint32_t last,
                       imr_span *no);

/* The number of the word of the clause with which it contradicts what it then tells ("I disagree
 * that", "no reason to find"); -1: it does not. */
int imr_clause_contradicts(const imr_text *t, const imr_clause *c);

/* Is the word a no before what is said: "not", "cannot", "isn't"? */
static inline bool imr_told_no(const imr_text *t, const imr_told *word)
{
    return (word->lists & IMR_IN(NO_BEFORE)) ||
           (word->span.end - word->span.at > 3 &&
            imr_reads(t, word->span.end - 3, word->span.end, "n't"));
}

/* Is `at` inside a quotation of the sentence? */
bool imr_quoted(const imr_text *t, uint32_t from, uint32_t at);

static inline bool imr_word_byte(char c)
{
    return imr_is_letter(c) || c == '\'';
}

/* The first word of [at, end). */
static inline imr_span imr_word_at(const imr_text *t, uint32_t at, uint32_t end)
{
    while (at < end && !imr_word_byte(t->clean[at]))
        at++;
    return (imr_span){at, imr_search_word_end(t->clean, at, end)};
}

#endif
