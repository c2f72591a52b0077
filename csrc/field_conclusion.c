/* field_conclusion.c - what the rationale itself concludes: its last word on the item.
 *
 * Rationales quote guidelines and other people, weigh necessity in general, and may end with advice
 * on tapering. So the sentences are read from the end: the first that passes judgement counts.
 */
#include <string.h>

#include "fields.h"
#include "judgement.h"
#include "sentence.h"

/* Without it no sentence says anything of necessity. */
static bool tells_medical(const imr_text *t, imr_span text)
{
    return imr_search_last(t->low, text.at, text.end, "medical", 7) != IMR_NOWHERE;
}

/* The last judgement among the last `most` sentences; text.end: the sentences before it. What is
 * said besides counts where nothing else does. */
static imr_judgement last_judgement(const imr_stage *s, imr_span *text, imr_judge *how, int most,
                                    imr_span *evidence)
{
    const imr_text *t = s->doc->text;
    imr_judgement side = IMR_NONE;
    imr_span rest = *text, words = {0}, side_words = {0};
    uint32_t side_at = 0;
    while (!imr_empty(rest) && most-- > 0) {
        bool besides = false;
        imr_span sentence = imr_last_sentence(t, rest.at, rest.end);
        imr_judgement j = how(s, sentence, &words, &besides);
        bool first = rest.end == text->end;
        rest.end = sentence.at;
        if (j != IMR_NONE && !besides) {
            *text = rest;
            *evidence = words;
            return j;
        }
        if (j != IMR_NONE && side == IMR_NONE) {
            side = j;
            side_words = words;
            side_at = sentence.at;
        }
        if (first && how == imr_judge_necessity && !tells_medical(t, rest))
            break;
    }
    text->end = side != IMR_NONE ? side_at : rest.end;
    if (side != IMR_NONE)
        *evidence = side_words;
    return side;
}

enum { SENTENCES = 40 }; /* that are looked through for a judgement on necessity */

/* Of an item that was granted in part the rationale may judge one half so, the other half so. */
static bool judges_both_ways(const imr_stage *s, imr_span before, imr_span sentence,
                             imr_judgement last)
{
    imr_span evidence;
    imr_clause c;
    imr_clause_read(s, sentence, sentence.end, &c);
    imr_span first = {sentence.at, c.span.at};
    bool besides;
    imr_judgement j =
        imr_empty(first) ? IMR_NONE : imr_judge_necessity(s, first, &evidence, &besides);
    if (j == IMR_NONE)
        j = last_judgement(s, &before, imr_judge_necessity, SENTENCES, &evidence);
    return j != IMR_NONE && j != last;
}

static bool a_number(const imr_stage *s, imr_span word)
{
    return imr_is_digit(s->doc->text->low[word.at]) || (imr_stage_word(s, word) & IMR_IN(NUMBER));
}

/* Does `later` name another amount than `earlier`: "the request for 60 tablets", after 90? */
static bool other_amount(const imr_stage *s, imr_span earlier, imr_span later)
{
    const imr_text *t = s->doc->text;
    imr_span word, there;
    bool any = false;
    while (imr_next_word(t, &later, &word))
        if (a_number(s, word)) {
            while (imr_next_word(t, &earlier, &there)) {
                if (there.end - there.at == word.end - word.at &&
                    memcmp(t->low + there.at, t->low + word.at, word.end - word.at) == 0)
                    return false;
                any |= a_number(s, there);
            }
            return any;
        }
    return false;
}

static bool opens_with_number(const imr_stage *s, imr_span sentence)
{
    const imr_text *t = s->doc->text;
    imr_span first = imr_word_at(t, sentence.at, sentence.end);
    for (uint32_t at = sentence.at; at < sentence.end && at < first.at; at++)
        if (imr_is_digit(t->clean[at]))
            return true;
    return a_number(s, first);
}

/* Of a yes for an amount, without a word of the request, what the sentences before it said of the
 * request itself: "The request for 12 is not medically necessary. Six visits are medically
 * necessary." */
static imr_judgement of_request_before(const imr_stage *s, imr_span *rest, imr_span *evidence)
{
    enum { BEFORE = 3 };
    const imr_text *t = s->doc->text;
    imr_span words, before = *rest, sentence = {rest->end, evidence->at};
    if (!opens_with_number(s, sentence) ||
        imr_find_any_case(t, sentence, "request", 7) != IMR_NOWHERE ||
        last_judgement(s, &before, imr_judge_necessity, BEFORE, &words) != IMR_UNNECESSARY)
        return IMR_NECESSARY;
    imr_span of_request = {before.end, words.at};
    of_request.at = imr_find_any_case(t, of_request, "request", 7);
    if (of_request.at == IMR_NOWHERE || !other_amount(s, of_request, sentence))
        return IMR_NECESSARY;
    *rest = before;
    *evidence = words;
    return IMR_UNNECESSARY;
}

/* Does any word stand there without which nothing is decided of the denial or the request? */
static bool may_decide(const imr_stage *s, imr_span text)
{
    const imr_text *t = s->doc->text;
    for (uint32_t at = text.at; at < text.end; at++) {
        imr_span word = {at, at};
        while (word.end < text.end && imr_is_letter(t->clean[word.end]))
            word.end++;
        if (!imr_empty(word) && imr_stage_word_is(s, word, IMR_IN(DECIDED) | IMR_IN(FATE)))
            return true;
        at = word.end;
    }
    return false;
}

/* What is decided of the denial or the request behind what was said of necessity: "The denial is
 * overturned." What was decided of it before is told in the past; and the decision on another
 * amount than that judged in `before` is another's. */
static imr_judgement decided_behind(const imr_stage *s, imr_span behind, imr_span before,
                                    imr_judgement said, imr_span *evidence)
{
    enum { SHORTEST = 20 }; /* bytes of a sentence that decides */
    const imr_text *t = s->doc->text;
    imr_span at = {0};
    if (behind.end - behind.at < SHORTEST || !may_decide(s, behind))
        return IMR_NONE;
    imr_judgement j =
        last_judgement(s, &(imr_span){behind.at, behind.end}, imr_judge_denial, 3, &at);
    if (j == IMR_NONE) {
        j = last_judgement(s, &(imr_span){behind.at, behind.end}, imr_judge_request, 2, &at);
        if (j == IMR_NONE || !imr_reads(t, at.at, at.end, "request"))
            return IMR_NONE;
        imr_span last = {at.end, at.end};
        while (last.at > at.at && imr_word_byte(t->clean[last.at - 1]))
            last.at--;
        if (!(imr_stage_word(s, last) & IMR_IN(DECIDED)) ||
            (j != said && other_amount(s, before, at)))
            return IMR_NONE;
    }
    if (imr_find_any_case(t, at, " is ", 4) == IMR_NOWHERE &&
        imr_find_any_case(t, at, " are ", 5) == IMR_NOWHERE)
        return IMR_NONE;
    *evidence = at;
    return j;
}

/* What the rationale concludes, read sentence by sentence. */
IMR_APART imr_judgement read_through(const imr_stage *s, imr_span rationale, bool partial,
                                     imr_span *evidence)
{
    imr_span rest = rationale;
    imr_judgement j = last_judgement(s, &rest, imr_judge_necessity, SENTENCES, evidence);
    if (j != IMR_NONE && partial) {
        imr_span sentence = {rest.end, evidence->end};
        if (judges_both_ways(s, rest, sentence, j))
            return IMR_NONE;
    }
    if (j == IMR_NECESSARY && !partial)
        j = of_request_before(s, &rest, evidence);
    imr_span behind = {evidence->end, rationale.end};
    imr_judgement later =
        j != IMR_NONE && !partial
            ? decided_behind(s, behind, (imr_span){rest.end, evidence->at}, j, evidence)
            : IMR_NONE;
    if (later != IMR_NONE)
        j = later;
    else if (j == IMR_UNNECESSARY && s->doc->spans)
        *evidence = imr_with_no(s, (imr_span){rest.end, rationale.end}, *evidence);
    if (j == IMR_NONE)
        j = last_judgement(s, &(imr_span){rationale.at, rationale.end}, imr_judge_denial, 3,
                           evidence);
    if (j == IMR_NONE)
        j = last_judgement(s, &(imr_span){rationale.at, rationale.end}, imr_judge_request, 2,
                           evidence);
    return j;
}

void imr_field_conclusion(const imr_stage *s, imr_record *issue)
{
    if (!imr_has(issue, IMR_issue_rationale))
        return;
    imr_span rationale = issue->values[IMR_issue_rationale].span;
    imr_span rest = rationale, evidence = {0};
    const imr_value *decision = &issue->values[IMR_issue_decision];
    /* "upheld", "overturned" or "partially overturned" */
    char decided = decision->kind != IMR_ABSENT ? decision->as.string[0] : '\0';
    bool partial = decided == 'p';
    imr_judgement j = imr_judge_plainly(s, &rest, &evidence);
    if (j == IMR_NONE || partial ||
        (j == IMR_NECESSARY && opens_with_number(s, (imr_span){rest.end, evidence.at})))
        j = read_through(s, rationale, partial, &evidence);
    else if (j == IMR_UNNECESSARY && s->doc->spans)
        evidence = imr_with_no(s, (imr_span){rest.end, rationale.end}, evidence);
    if (j == IMR_NONE)
        return;
    imr_set_constant(issue, IMR_issue_conclusion,
                     j == IMR_NECESSARY ? "medically necessary" : "not medically necessary",
                     evidence);
    if (decided != '\0' && !partial)
        imr_set_boolean(issue, IMR_issue_consistent, (decided == 'o') == (j == IMR_NECESSARY),
                        (imr_span){0});
}
