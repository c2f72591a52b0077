/* request_frequency.c - when and how often.
 *
 * Of a drug it is the schedule with the dose that stands before it, "one tablet every 8 hours as
 * needed", since a dose has no key of its own, and with the days that it is taken for. Of a service
 * it is what its sessions a week and weeks do not tell already.
 */
#include <string.h>

#include "ascii.h"
#include "prose.h"
#include "request.h"

/* Is the character part of a word, or the sign of a number, which cannot be cut in two? */
static bool holds_fast(char c)
{
    return imr_is_letter(c) || imr_is_digit(c) || c == '_' || c == '#';
}

/* May the figures at `low` tell how often, by their number and by what stands behind them? */
static bool may_count(const char *low)
{
    int figures = 0;
    while (imr_is_digit(*low) && figures < 3)
        low++, figures++;
    low += *low == ' ';
    return figures > 0 && figures < 3 && *low != '\0' && strchr("-/(acdehnopstvwx", *low) != NULL;
}

/* May what tells how often begin here? Most places are told by two letters. */
static bool may_be_often(const imr_text *t, uint32_t at)
{
    const char *low = t->low + at;
    char before = at > 0 ? low[-1] : ' ';
    if (holds_fast(before) || ((before == '-' || before == '.') && at > 1 && imr_is_digit(low[-2])))
        return false;
    char second = low[1];
    switch (low[0]) {
    case 'a': /* after, annually, as needed, at bedtime */
        return second == 'f' || second == 'n' || second == 's' || second == 't';
    case 'b': /* b.i.d., before */
        return second == 'i' || second == '.' || second == 'e';
    case 'd': /* daily */
        return second == 'a';
    case 'e': /* each, eight, eleven, every */
        return second == 'a' || second == 'i' || second == 'l' || second == 'v';
    case 'f': /* five, forty, four */
        return second == 'i' || (second == 'o' && (low[2] == 'u' || low[3] == 't'));
    case 'h': /* h.s. */
        return second == 's' || second == '.';
    case 'i': /* in the morning */
        return second == 'n' && low[2] == ' ';
    case 'm': /* monthly */
        return second == 'o';
    case 'n': /* nightly, nine */
        return second == 'i';
    case 'o': /* once, one, other */
        return second == 'n' || second == 't';
    case 'p': /* p.r.n. */
        return second == 'r' || second == '.';
    case 'q':
        return true;
    case 's': /* seven, six */
        return second == 'i' || second == 'e';
    case 't': /* ten, thirty, three, thrice, t.i.d., twelve, twice, two */
        return second == 'e' || second == 'w' || second == 'i' || second == '.' ||
               (second == 'h' && (low[2] == 'i' || low[2] == 'r'));
    case 'u': /* up to */
        return second == 'p';
    case 'w': /* weekly, with meals */
        return second == 'e' || second == 'i';
    case 'y': /* yearly */
        return second == 'e';
    default:
        return may_count(low);
    }
}

/* May a dose begin here: "take one tablet", "1-2 tabs", "half a tablet"? */
static bool may_be_dose(const imr_text *t, uint32_t at)
{
    const char *low = t->low + at;
    char before = at > 0 ? low[-1] : ' ';
    if (holds_fast(before) || before == '.' || before == '/' || before == '-')
        return false;
    switch (low[0]) {
    case 'a': /* a, an, apply */
    case 'i': /* inhale, inject */
    case 'u': /* use */
        return true;
    case 'f':
    case 'o':
        return low[1] == 'o' || low[1] == 'n'; /* four, one */
    case 'h':                                  /* half */
        return low[1] == 'a';
    case 't': /* take, three, two */
        return low[1] == 'a' || low[1] == 'h' || low[1] == 'w';
    default:
        return imr_is_digit(low[0]);
    }
}

/* The first match of a pattern that is tried only where its text may begin. */
static bool first_match(const imr_item *item, imr_pattern pattern, imr_span within,
                        bool (*may_begin)(const imr_text *t, uint32_t at), imr_match *match)
{
    for (; within.at < within.end; within.at++)
        if (may_begin(item->text, within.at) && imr_item_match(item, pattern, within, match))
            return true;
    return false;
}

/* The schedule with the dose before it and the duration behind it. */
static imr_span with_dose(const imr_item *item, imr_span schedule)
{
    enum { DOSE_MAX = 60 };
    imr_match match;
    imr_span before = imr_last_of((imr_span){item->span.at, schedule.at}, DOSE_MAX);
    while ((item->text->clean[before.at] & 0xC0) == 0x80)
        before.at++;
    if (first_match(item, IMR_PATTERN_DOSE, before, may_be_dose, &match))
        schedule.at = match.whole.at;
    if (imr_item_match(item, IMR_PATTERN_TAKEN_FOR, (imr_span){schedule.end, item->span.end},
                       &match))
        schedule.end = match.whole.end;
    return schedule;
}

void imr_request_frequency(const imr_item *item, const imr_amounts *amounts, imr_record *request)
{
    bool drug = !imr_empty(item->drug);
    uint32_t words = drug ? IMR_W_OFTEN : IMR_W_OFTEN | IMR_W_WEEK | IMR_W_MONTH;
    if (!(item->words & words))
        return;
    /* Before its first such word stands a number at most, or a number and what it counts. */
    enum { BEFORE = 24 };
    imr_span within = item->span;
    if (item->schedule > within.at + BEFORE)
        within.at = item->schedule - BEFORE;
    while ((item->text->clean[within.at] & 0xC0) == 0x80) /* a character begins there */
        within.at++;
    imr_match match;
    if (!first_match(item, drug ? IMR_PATTERN_FREQUENCY : IMR_PATTERN_SERVICE_FREQUENCY, within,
                     may_be_often, &match))
        return;
    bool course = amounts->known[IMR_UNIT_PER_WEEK] && amounts->known[IMR_UNIT_WEEKS];
    if (course && match.whole.at >= amounts->course.at && match.whole.end <= amounts->course.end)
        return;
    imr_set_span(item->stage->doc, request, IMR_request_frequency,
                 drug ? with_dose(item, match.whole) : match.whole);
}
