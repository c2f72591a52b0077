/* ur_action.c - what a utilization review decided, by the words of a sentence about it. */
#include "ur.h"

#include <string.h>

#include "ascii.h"
#include "search.h"

/* Is a letter joined to anything by a hyphen or an underscore? Then words begin within words. */
static bool joins_words(const imr_text *t, imr_span text)
{
    for (uint32_t at = text.at;
         (at = imr_search_either(t->clean, at, text.end, '-', '_')) < text.end; at++)
        if (t->clean[at] == '_' || imr_is_letter(t->clean[at + 1]) ||
            (at > text.at && imr_is_letter(t->clean[at - 1])))
            return true;
    return false;
}

/* "Modified", whatever stands behind it but what others modify: by far the commonest word. */
static bool plainly_modified(const imr_text *t, imr_span text, imr_span word)
{
    static const char *const forms[] = {"modified", "modify", "modifies", "modifying"};
    static const char *const others[] = {
        "dut", "work", "activit",   "diet",     "job",     "release", "barium",  "ashworth",
        "sit", "duck", "lifestyle", "brostrom", "mumford", "bristow", "schedule"};
    return IMR_IS_ANY(t, word, forms) && !joins_words(t, (imr_span){text.at, word.at}) &&
           t->clean[word.end] != '_' &&
           !(t->clean[word.end] == ' ' && IMR_READS_ANY(t, word.end + 1, text.end, others));
}

static bool modified(const imr_stage *s, imr_span text, imr_span first, imr_span *verb)
{
    imr_match m;
    *verb = first;
    if (plainly_modified(s->doc->text, text, first))
        return true;
    bool says = imr_stage_match(s, IMR_PATTERN_UR_MODIFIED, text, &m);
    *verb = m.whole;
    return says;
}

/* "Did not grant", and nothing else is said of granting. */
static bool plainly_refused(const imr_stage *s, imr_span text, imr_span word, imr_span *verb)
{
    static const char *const granted[] = {"grant",   "granted",   "approve",   "approved",
                                          "certify", "certified", "authorize", "authorized",
                                          "allow",   "allowed"};
    static const char not [] = " not ";
    enum { SIZE = sizeof not -1 };
    const imr_text *t = s->doc->text;
    imr_span other;
    if (word.at - text.at < SIZE || !imr_reads(t, word.at - SIZE, word.at, not ) ||
        !IMR_IS_ANY(t, word, granted) || joins_words(t, text))
        return false;
    *verb = (imr_span){word.at - SIZE + 1, word.end};
    return !imr_first_in(s, (imr_span){word.end, text.end}, IMR_IN(MODIFYING), &other) &&
           !imr_first_in(s, (imr_span){text.at, verb->at}, IMR_IN(OPENS_DENIAL), &other);
}

/* "Non- certified", whose line broke at the hyphen, and nothing else is said of a decision. What
 * tells it may begin with the verb before it: "recommending non". */
static bool plainly_broken(const imr_stage *s, imr_span text, imr_span word, imr_span *verb)
{
    static const char *const certified[] = {"certification", "certified"};
    static const char *const recommends[] = {"recommend", "recommended", "recommending",
                                             "recommends"};
    static const char non[] = "non- ";
    enum { SIZE = sizeof non - 1 };
    const imr_text *t = s->doc->text;
    imr_span other;
    if (word.at - text.at < SIZE || !imr_reads(t, word.at - SIZE, word.at, non) ||
        !IMR_IS_ANY(t, word, certified))
        return false;
    imr_span before = {text.at, word.at - SIZE}, behind = {word.end, text.end};
    if (joins_words(t, before) || joins_words(t, behind) ||
        (!imr_empty(behind) && imr_of_word(t->clean[behind.at])) ||
        (!imr_empty(before) && imr_of_word(t->clean[before.end - 1])) ||
        /* "certified for two": granted in part */
        (!imr_empty(behind) && t->clean[behind.at] == ' ' && !imr_is(t, word, certified[0])) ||
        imr_first_in(s, behind, IMR_IN(MODIFYING) | IMR_IN(DENYING), &other))
        return false;
    *verb = (imr_span){before.end, word.end};
    if (!imr_first_in(s, before, IMR_IN(OPENS_DENIAL), &other))
        return true;
    *verb = (imr_span){other.at, before.end + 3};
    return other.end + 1 == before.end && t->clean[other.end] == ' ' &&
           IMR_IS_ANY(t, other, recommends);
}

bool imr_read_ur_action(const imr_stage *s, imr_span text, imr_ur_action *action, imr_span *said)
{
    imr_match m;
    imr_span modifying, denying, word, rest = text, verb = {0};
    if (imr_empty(text))
        return false;
    modifying = denying = (imr_span){0}; /* the first words that may say so */
    while (imr_empty(modifying) &&
           imr_first_in(s, rest, IMR_IN(MODIFYING) | IMR_IN(DENYING), &word)) {
        imr_lists lists = imr_stage_word(s, word);
        if ((lists & IMR_IN(DENYING)) && imr_empty(denying))
            denying = word;
        if (lists & IMR_IN(MODIFYING))
            modifying = word;
        rest.at = word.end;
    }
    bool refused = !imr_empty(modifying) &&
                   (plainly_refused(s, text, modifying, &verb) ||
                    (imr_empty(denying) && plainly_broken(s, text, modifying, &verb)));
    if (!imr_empty(modifying) && !refused && modified(s, text, modifying, &verb)) {
        *action = IMR_UR_MODIFIED;
        *said = verb;
        return true;
    }
    if (imr_empty(denying) && !imr_first_in(s, rest, IMR_IN(DENYING), &denying)) {
        if (!refused && !imr_stage_match(s, IMR_PATTERN_UR_DENIED, text, &m))
            return false;
        denying = refused ? verb : m.whole;
    }
    *action = IMR_UR_DENIED;
    *said = denying;
    return true;
}
