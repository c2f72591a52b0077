/* diagnoses_end.c - where a list of diagnoses ends within its sentence.
 */
#include "diagnoses.h"

#include <string.h>

#include "ascii.h"

/* May a date begin here, or a name behind "Dr."? */
static bool may_be_dated(const char *low)
{
    switch (low[0]) {
    case 'a': /* April, August */
        return low[1] == 'p' || low[1] == 'u';
    case 'd': /* December, Dr. */
        return low[1] == 'e' || low[1] == 'r';
    case 'e': /* early in; February */
    case 'j': /* January, June, July */
        return low[1] == 'a' || low[1] == 'u';
    case 'f':
    case 's': /* September */
        return low[1] == 'e';
    case 'l': /* late in */
    case 'm': /* March, May */
        return low[1] == 'a';
    case 'n': /* November */
        return low[1] == 'o';
    case 'o': /* October */
        return low[1] == 'c';
    case 't': /* the year */
        return low[1] == 'h' && low[4] == 'y';
    default:
        return imr_is_digit(low[0]);
    }
}

/* "gout; x-rays were negative" */
static bool is_verb(const imr_text *t, imr_span word)
{
    static const char *const verbs[] = {"are", "demonstrates", "had",   "has", "have",
                                        "is",  "showed",       "shows", "was", "were"};
    return IMR_IS_ANY(t, word, verbs);
}

imr_span imr_ended(const imr_stage *s, imr_span list, bool *told_of)
{
    enum { LONGEST = 1600 };
    const imr_lists dated = IMR_TERM(BEFORE_DATED), behind = IMR_TERM(TURNS_BEHIND_ARTICLE);
    const imr_text *t = s->doc->text;
    imr_match m;
    bool article = false, may_turn = false;
    list = imr_first_of(list, LONGEST);
    imr_span rest = list, word;
    while (imr_next_word(t, &rest, &word)) {
        imr_lists terms = imr_stage_term(s, word);
        if (terms & IMR_TERM(ENDER)) {
            list.end = word.at;
            *told_of = is_verb(t, word);
            break;
        }
        may_turn |= (terms & IMR_TERM(TURNS)) || ((terms & behind) && article) ||
                    ((terms & dated) && may_be_dated(t->low + word.end + 1));
        article |= (terms & IMR_TERM(ARTICLE)) != 0;
    }
    if (may_turn && imr_stage_match(s, IMR_PATTERN_DIAGNOSES_END, list, &m)) {
        list.end = m.whole.at;
        *told_of = false;
    }
    return list;
}
