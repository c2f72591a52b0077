/* issue_list.c - numbers of items, decisions worded as necessity, and lists of them:
 *
 *     1) MAXIMUS Federal Services, Inc. has determined the request for X is not medically
 *     necessary and appropriate.
 */
#include <string.h>

#include "ascii.h"
#include "issue.h"

uint32_t imr_count_at(const imr_text *t, uint32_t at, uint32_t end, uint32_t *after)
{
    uint32_t i = at + (at < end && strchr("(#", t->clean[at]) != NULL), number = 0, digits = 0;
    for (; i < end && imr_is_digit(t->clean[i]) && digits < 3; i++, digits++)
        number = number * 10 + (uint32_t)(t->clean[i] - '0');
    if (digits == 0 || digits > 2 || i >= end || strchr(".)", t->clean[i]) == NULL)
        return 0;
    while (i < end && strchr(".)", t->clean[i]) != NULL)
        i++;
    if (i >= end || (t->clean[i] != ' ' && !imr_is_letter(t->clean[i])))
        return 0;
    while (i < end && t->clean[i] == ' ')
        i++;
    *after = i;
    return number;
}

uint32_t imr_item_number(const imr_text *t, uint32_t at, uint32_t end, bool inside, uint32_t *after)
{
    bool starts = imr_text_at_line_start(t, at);
    if (!starts && (!inside || at < 2 || t->clean[at - 1] != ' ' ||
                    strchr(".:;?!)\"", t->clean[at - 2]) == NULL))
        return 0;
    return imr_count_at(t, at, end, after);
}

static bool has_word(const imr_text *t, imr_span s, const char *word)
{
    return imr_find_any_case(t, s, word, strlen(word)) != IMR_NOWHERE;
}

imr_decision imr_necessity(const imr_stage *s, imr_span text)
{
    const imr_text *t = s->doc->text;
    imr_match m;
    if (imr_empty(text) || !has_word(t, text, "medically") ||
        !imr_stage_match(s, IMR_PATTERN_NECESSITY_DECIDED, text, &m))
        return (imr_decision){0};
    imr_span words = m.group[1];
    imr_decision d = {.value = "overturned", .span = m.whole, .end = m.whole.at};
    if (!imr_empty(m.group[2]) || has_word(t, words, "part"))
        d.value = "partially overturned";
    else if (has_word(t, words, "not") || has_word(t, words, "non"))
        d.value = "upheld";
    return d;
}

/* ---- the list -------------------------------------------------------------------------------- */

/* Letters and digits alone are compared. */
static bool same_words(const imr_text *t, imr_span a, imr_span b)
{
    for (;;) {
        while (a.at < a.end && !imr_is_letter(t->clean[a.at]) && !imr_is_digit(t->clean[a.at]))
            a.at++;
        while (b.at < b.end && !imr_is_letter(t->clean[b.at]) && !imr_is_digit(t->clean[b.at]))
            b.at++;
        if (imr_empty(a) || imr_empty(b))
            return imr_empty(a) && imr_empty(b);
        if ((t->clean[a.at++] | 0x20) != (t->clean[b.at++] | 0x20))
            return false;
    }
}

imr_listed *imr_listed_as(const imr_text *t, imr_listed *list, uint32_t count, imr_span item,
                          uint32_t number)
{
    for (uint32_t i = 0; i < count; i++)
        if (!list[i].met && same_words(t, list[i].item, item) &&
            (number == 0 || list[i].number == 0 || list[i].number == number))
            return &list[i];
    for (uint32_t i = 0; i < count; i++)
        if (!list[i].met && same_words(t, list[i].item, item))
            return &list[i];
    for (uint32_t i = 0; i < count; i++)
        if (!list[i].met && number != 0 && list[i].number == number)
            return &list[i];
    return NULL;
}

/* The number before the words "MAXIMUS Federal Services, Inc. has", which end at *at; *at becomes
 * where both begin. */
static uint32_t number_before(const imr_text *t, uint32_t from, uint32_t *at)
{
    enum { WITHIN = 80, NUMBER = 8 };
    uint32_t limit = *at - from > WITHIN ? *at - WITHIN : from, who = *at, after;
    for (uint32_t i = *at; i-- > limit && who == *at;)
        if (imr_reads(t, i, *at, "maximus"))
            who = i;
    for (uint32_t i = who; i-- > limit && who - i < NUMBER;) {
        uint32_t number = i == 0 || t->clean[i - 1] == ' ' ? imr_count_at(t, i, *at, &after) : 0;
        if (number != 0 && after == who) {
            *at = i;
            return number;
        }
    }
    *at = who;
    return 0;
}

/* Where the item begins that was decided: behind "the request for", or what stands instead. */
static uint32_t item_start(const imr_text *t, uint32_t at, uint32_t end)
{
    static const char *const words[] = {
        " ",           "that ",         "the ",       "request for ",
        "request of ", "requests for ", "requested ", "requests "};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (imr_reads(t, at, end, words[i]))
            at += (uint32_t)strlen(words[i]);
    return at;
}

/* By their numbers, where all have one: the list that stands first may have lost some. */
static void in_order(imr_listed *list, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (list[i].number == 0)
            return;
    for (uint32_t i = 1; i < count; i++) {
        imr_listed item = list[i];
        uint32_t k = i;
        for (; k > 0 && list[k - 1].number > item.number; k--)
            list[k] = list[k - 1];
        list[k] = item;
    }
}

imr_listed *imr_decision_list(const imr_stage *s, imr_span text, uint32_t *count)
{
    const imr_text *t = s->doc->text;
    static const char word[] = "determined";
    const uint32_t size = sizeof word - 1;
    uint32_t most = 0;
    *count = 0;
    for (imr_span rest = text;; most++) {
        uint32_t at = imr_find_any_case(t, rest, word, size);
        if (at == IMR_NOWHERE)
            break;
        rest.at = at + size;
    }
    imr_listed *list = imr_arena_take(s->doc->arena, (most + 1) * sizeof *list);
    if (list == NULL) {
        s->doc->no_memory = true;
        return NULL;
    }
    uint32_t next = imr_find_any_case(t, text, word, size);
    while (next != IMR_NOWHERE) {
        uint32_t at = next, behind = at + size;
        next = imr_find_any_case(t, (imr_span){behind, text.end}, word, size);
        imr_listed item = {.item = {item_start(t, behind, text.end), 0}, .at = at};
        uint32_t end = next != IMR_NOWHERE ? next : text.end;
        item.decision = imr_necessity(s, (imr_span){item.item.at, end});
        if (item.decision.value == NULL)
            continue;
        item.item.end = item.decision.end;
        item.item = imr_trim(t, item.item);
        item.number = number_before(t, text.at, &item.at);
        bool again = false;
        for (uint32_t i = 0; i < *count && !again; i++) {
            imr_listed *met = &list[i];
            again = item.number != 0 && met->number != 0 ? item.number == met->number
                                                         : same_words(t, item.item, met->item);
            if (again && met->number == 0)
                met->number = item.number;
        }
        if (!again)
            list[(*count)++] = item;
    }
    in_order(list, *count);
    return list;
}
