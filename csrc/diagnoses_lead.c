/* diagnoses_lead.c - what leads to a list of diagnoses: "diagnoses include", "was diagnosed with",
 * "the impression was", "is being treated for" and their like.
 */
#include "diagnoses.h"

#include <string.h>

/* Behind "the chart", "chart", "the file", where the diagnoses are said to be; `at` where it is
 * none of these. */
static uint32_t behind_place(const imr_text *t, uint32_t at, uint32_t end)
{
    static const char *const places[] = {" chart", " record", " file",         " report",
                                         " note",  " visit",  " documentation"};
    uint32_t place = imr_reads(t, at, end, " the") ? at + (uint32_t)strlen(" the") : at;
    for (size_t i = 0; i < IMR_COUNT(places); i++)
        if (imr_reads(t, place, end, places[i]))
            return place + (uint32_t)strlen(places[i]);
    return at;
}

/* " but are not limited to", " record" of "diagnoses of record", " 1/3/15" of "diagnoses as of":
 * what a list does not begin with, though no word that leads to it. */
static bool only_leads(const imr_text *t, uint32_t at, uint32_t end)
{
    static const char *const leads[] = {" but ", " and ", " record "};
    return imr_is_digit(t->clean[at + 1]) ||
           imr_begins_with_any(t, (imr_span){at, end}, leads, IMR_COUNT(leads));
}

/* The end of "diagnoses include", "diagnosis of", "diagnoses carried in the chart are:" at from.at,
 * where all of its words are of the common ones; IMR_NOWHERE where the pattern has to tell. */
static uint32_t plain_lead(const imr_stage *s, imr_span from)
{
    const imr_text *t = s->doc->text;
    uint32_t at = from.at + (uint32_t)strlen("diagnoses");
    if (!imr_reads(t, from.at, from.end, "diagnoses") &&
        !imr_reads(t, from.at, from.end, "diagnosis"))
        return IMR_NOWHERE;
    if (t->clean[at] == ':')
        return at + 1;
    for (bool leads = false;; leads = true) {
        at += leads && t->clean[at] == ':';
        imr_span word = {at + 1, imr_search_word_end(t->clean, at + 1, from.end)};
        if (t->clean[at] != ' ' || imr_empty(word))
            return IMR_NOWHERE;
        imr_lists terms = imr_stage_term(s, word);
        if (!(terms & IMR_TERM(LEADS_ON)))
            return leads && !only_leads(t, at, from.end) ? at : IMR_NOWHERE;
        at = word.end;
        if (imr_is(t, word, "in") || imr_is(t, word, "on"))
            at = behind_place(t, at, from.end);
        if (at == word.end && !(terms & IMR_TERM(LEADS_TO_LIST)))
            return IMR_NOWHERE;
    }
}

/* How the words at a place lead to a list. */
static imr_pattern way_of(const imr_stage *s, imr_span before, imr_span from, imr_diagnoses *d)
{
    static const char *const shortened[] = {"dx with", "dxd ", "dx'd ", "dxed "};
    const imr_text *t = s->doc->text;
    d->doubtful =
        imr_reads(t, from.at, from.end, "follow") || imr_reads(t, from.at, from.end, "treating");
    d->treated = d->doubtful || imr_reads(t, from.at, from.end, "treat");
    if (d->treated)
        return IMR_PATTERN_TREATED_FOR;
    if (imr_reads(t, from.at, from.end, "assessed")) {
        d->doubtful = true;
        return IMR_PATTERN_ASSESSED_WITH;
    }
    if (imr_reads(t, from.at, from.end, "diagnosed")) {
        d->doubtful = !imr_reads(t, from.at, from.end, "diagnosed with") &&
                      imr_says(s, IMR_PATTERN_DIAGNOSES_MAKER, before) &&
                      imr_says(s, IMR_PATTERN_DIAGNOSED, from);
        return d->doubtful ? IMR_PATTERN_DIAGNOSED : IMR_PATTERN_DIAGNOSED_WITH;
    }
    if (IMR_READS_ANY(t, from.at, from.end, shortened))
        return IMR_PATTERN_DIAGNOSED_WITH;
    return imr_reads(t, from.at, from.end, "diagnos") ? IMR_PATTERN_DIAGNOSES_NOUN
                                                      : IMR_PATTERN_IMPRESSION;
}

/* "Diagnosis lumbar strain.": a condition stands right behind the word that opens the sentence. */
IMR_APART uint32_t heading(const imr_stage *s, imr_span from)
{
    static const char *const functional[] = {"and", "in", "not", "of", "or", "than", "the", "to"};
    const imr_text *t = s->doc->text;
    uint32_t at = from.at + (uint32_t)strlen("diagnoses");
    imr_span word, rest = {at, from.end};
    if (t->clean[from.at] != 'D' || t->clean[at] != ' ' || !imr_next_word(t, &rest, &word) ||
        word.at != at + 1 || IMR_IS_ANY(t, word, functional))
        return IMR_NOWHERE;
    bool begins = (imr_stage_term(s, word) & IMR_TERM(QUALIFIER)) || imr_names_condition(s, word);
    return begins ? at : IMR_NOWHERE;
}

/* Behind what the list opens with at `at` and is no item of it. */
static uint32_t behind_opening(const imr_stage *s, uint32_t at, uint32_t end)
{
    enum { WORDS = 4 };
    const imr_text *t = s->doc->text;
    imr_match m;
    imr_span word;
    while (at < end && (t->clean[at] == ' ' || t->clean[at] == ':'))
        at++;
    imr_span rest = {at, end};
    for (int i = 0; i < WORDS && imr_next_word(t, &rest, &word); i++) {
        if (!(imr_stage_term(s, word) & IMR_TERM(OPENS_LIST)))
            return at;
        if (strchr("dfc", t->low[word.at]) != NULL &&
            imr_stage_match(s, IMR_PATTERN_LIST_OPENING, (imr_span){at, end}, &m))
            return m.whole.end;
    }
    return at;
}

/* Where the list begins, if not as in most letters. */
IMR_APART uint32_t start_of_any(const imr_stage *s, imr_span sentence, imr_span following,
                                uint32_t at, imr_diagnoses *d)
{
    const imr_text *t = s->doc->text;
    imr_match m;
    enum { BEFORE = 120 }; /* bytes in which it may be denied, or said of something else */
    imr_span before = imr_last_of((imr_span){sentence.at, at}, BEFORE);
    imr_span from = {at, following.end};
    imr_pattern leads = way_of(s, before, from, d);
    uint32_t start = leads == IMR_PATTERN_DIAGNOSES_NOUN ? plain_lead(s, from) : IMR_NOWHERE;
    if (start == IMR_NOWHERE && imr_stage_match(s, leads, from, &m)) {
        start = m.whole.end;
        d->doubtful |= !imr_empty(m.group[1]);
    }
    if (start == IMR_NOWHERE && leads == IMR_PATTERN_DIAGNOSES_NOUN && at == sentence.at) {
        start = heading(s, from);
        d->doubtful = true;
    }
    if (start == IMR_NOWHERE || (d->treated && !imr_says(s, IMR_PATTERN_IS_TREATED, before)) ||
        imr_says(s,
                 leads == IMR_PATTERN_IMPRESSION && !imr_reads(t, at, following.end, "dx of ")
                     ? IMR_PATTERN_IMPRESSION_OF_ELSE
                     : IMR_PATTERN_NO_DIAGNOSIS,
                 before) ||
        imr_of_another(s, sentence, at))
        return IMR_NOWHERE;
    return behind_opening(s, start, following.end);
}

uint32_t imr_diagnoses_start(const imr_stage *s, imr_span sentence, imr_span following, uint32_t at,
                             imr_diagnoses *d)
{
    /* "Diagnoses include ...": nothing stands before it in its sentence, so that nobody else is
     * told of and nothing is denied. */
    uint32_t start = at == sentence.at ? plain_lead(s, (imr_span){at, following.end}) : IMR_NOWHERE;
    return start != IMR_NOWHERE ? behind_opening(s, start, following.end)
                                : start_of_any(s, sentence, following, at, d);
}

bool imr_diagnoses_denied(const imr_stage *s, const imr_diagnoses *d, imr_span sentence,
                          uint32_t at)
{
    return !d->treated && at < sentence.end &&
           imr_says(s, IMR_PATTERN_DIAGNOSIS_DENIED, (imr_span){at, sentence.end});
}

/* May " for" follow whom somebody is treated by, or how: "treated by her psychologist for",
 * "conservatively", "since"? */
static bool may_follow_treated(const char *low)
{
    switch (low[-1]) {
    case 'y':
        return low[-2] == 'l';
    case 'e': /* since */
        return low[-2] == 'c' && low[-3] == 'n';
    case '.': /* Dr. */
        return low[-2] == 'r' && low[-3] == 'd';
    case 't': /* specialist */
        return low[-2] == 's' && low[-3] == 'i';
    case 'n': /* physician, surgeon */
        return (low[-2] == 'a' && low[-3] == 'i') || (low[-2] == 'o' && low[-3] == 'e');
    case 'r': /* doctor, provider */
        return (low[-2] == 'o' && low[-3] == 't') || (low[-2] == 'e' && low[-3] == 'd');
    default:
        return false;
    }
}

uint32_t imr_treated_before(const imr_text *t, imr_span prose, uint32_t at)
{
    enum { BETWEEN = 60 };
    static const char *const words[] = {"treated",  "treatment",   "treating",
                                        "followed", "followed up", "followed-up"};
    if (at < prose.at + 3 || (t->clean[at + 4] != ' ' && t->clean[at + 4] != ':'))
        return IMR_NOWHERE;
    char last = t->low[at - 1];
    if (last == 'd' || last == 't' || last == 'p' || last == 'g') /* as all of them end */
        for (size_t i = 0; i < IMR_COUNT(words); i++) {
            uint32_t size = (uint32_t)strlen(words[i]);
            if (at >= prose.at + size && *words[i] == t->low[at - size] &&
                imr_reads(t, at - size, at, words[i]))
                return at - size;
        }
    if (!may_follow_treated(t->low + at))
        return IMR_NOWHERE;
    imr_span before = imr_last_of((imr_span){prose.at, at}, BETWEEN);
    return imr_find_any_case(t, before, "treated ", 8);
}
