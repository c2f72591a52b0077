/* request_course.c - what is given in sessions: how many, how often, how long. */
#include <string.h>

#include "ascii.h"
#include "request.h"

/* More sessions no course has: such a number is a code, or two numbers run together. */
enum { SESSIONS_MAX = 365 };

static imr_span either(imr_span a, imr_span b)
{
    return imr_empty(a) ? b : a;
}

/* From the one that comes first to the end of the other. */
static imr_span cover(imr_span a, imr_span b)
{
    return (imr_span){a.at < b.at ? a.at : b.at, a.end > b.end ? a.end : b.end};
}

/* "3 times a week for 4 weeks, then 2 times a week for 4 weeks": neither is the course. */
static void forget_of_two(const imr_item *item, imr_amounts *out)
{
    imr_match match;
    imr_span rest = {out->course.end, item->span.end};
    if (imr_number_behind(item, rest.at) &&
        imr_item_match(item, IMR_PATTERN_PER_WEEK, rest, &match))
        out->known[IMR_UNIT_PER_WEEK] = out->known[IMR_UNIT_WEEKS] = false;
}

/* "2 times a week for 6 weeks" where it is written so, and its first number is the item's first:
 * what the patterns find then. */
static bool read_plain_weeks(const imr_item *item, imr_amounts *out)
{
    enum { FIGURES = 2 }; /* of what tells how often */
    static const char *const times[] = {" times a week for ", " times per week for "};
    const imr_text *t = item->text;
    uint32_t end = item->span.end, at = item->number;
    if (at == IMR_NOWHERE || (at > 0 && t->clean[at - 1] != ' '))
        return false;
    imr_span often = {at, at}, weeks;
    while (often.end < end && imr_is_digit(t->clean[often.end]))
        often.end++;
    at = often.end;
    for (size_t i = 0; i < sizeof times / sizeof *times && at == often.end; i++)
        if (imr_reads(t, at, end, times[i]))
            at += (uint32_t)strlen(times[i]);
    weeks = (imr_span){at, at};
    while (weeks.end < end && imr_is_digit(t->clean[weeks.end]))
        weeks.end++;
    at = weeks.end;
    if (imr_empty(often) || often.end == weeks.at || imr_empty(weeks) ||
        !imr_reads(t, at, end, " week"))
        return false;
    at += (uint32_t)strlen(" week");
    at += at < end && t->low[at] == 's';
    out->course = (imr_span){often.at, at};
    out->plain_course = often.end - often.at <= FIGURES && weeks.end - weeks.at <= FIGURES;
    uint32_t behind = weeks.at - (uint32_t)strlen(" for ");
    imr_set_amount(out, IMR_UNIT_PER_WEEK, imr_read_number(t, often), (imr_span){often.at, behind});
    imr_set_amount(out, IMR_UNIT_WEEKS, imr_read_number(t, weeks), (imr_span){behind, at});
    return true;
}

/* A rental's weeks are no course's, nor are those "within" which a visit is due. */
static bool are_of_course(const imr_item *item, imr_span weeks)
{
    if (item->words & IMR_W_THERAPY)
        return true;
    bool within = item->text->low[weeks.at] == 'w';
    return !within && ((item->words & IMR_W_VISIT) || !(item->words & IMR_W_DEVICE));
}

/* The same in one piece or with other words between. */
static void read_weeks(const imr_item *item, imr_amounts *out)
{
    imr_match match;
    if (read_plain_weeks(item, out)) {
        forget_of_two(item, out);
        return;
    }
    imr_span from = imr_from_number(item, item->span);
    if (imr_item_match(item, IMR_PATTERN_PER_WEEK, from, &match)) {
        imr_span number = either(match.group[1], match.group[2]);
        imr_set_amount(out, IMR_UNIT_PER_WEEK, imr_read_number(item->text, number), match.whole);
        out->course = match.whole;
        imr_span rest = {match.whole.end, item->span.end};
        if (imr_item_match(item, IMR_PATTERN_WEEKS_AFTER, rest, &match)) {
            number = either(match.group[1], match.group[2]);
            imr_set_amount(out, IMR_UNIT_WEEKS, imr_read_number(item->text, number), match.whole);
            out->course.end = match.whole.end;
            forget_of_two(item, out);
            return;
        }
    }
    if (imr_item_match(item, IMR_PATTERN_WEEKS, item->span, &match) &&
        are_of_course(item, match.whole))
        imr_set_amount(out, IMR_UNIT_WEEKS, imr_read_number(item->text, match.group[1]),
                       match.whole);
}

/* The next "2 x 6" that is not "97110 x 6". */
static bool next_cross(const imr_item *item, imr_span within, imr_match *match)
{
    while (imr_item_match(item, IMR_PATTERN_COURSE_CROSS, within, match)) {
        imr_span often = match->group[1];
        if (!imr_is_digit(item->text->clean[often.at]) || imr_is_multiplied(item, often.end))
            return true;
        within.at = often.end;
    }
    return false;
}

/* "3x2, then 2x2" */
static bool crosses_again(const imr_item *item, uint32_t at)
{
    imr_match match;
    return imr_number_behind(item, at) && next_cross(item, (imr_span){at, item->span.end}, &match);
}

/* "2x6": sessions a week and weeks; "12x4" may be twelve in four weeks. */
static void read_cross(const imr_item *item, imr_amounts *out)
{
    enum { PER_WEEK_MAX = 7 };
    imr_match match;
    if (!next_cross(item, imr_from_number(item, item->span), &match))
        return;
    double often = imr_read_number(item->text, match.group[1]);
    double weeks = imr_read_number(item->text, match.group[2]);
    out->course = match.whole;
    if (crosses_again(item, match.whole.end)) { /* neither is the course */
        out->known[IMR_UNIT_WEEKS] = false;
    } else if (often <= PER_WEEK_MAX) {
        imr_set_amount(out, IMR_UNIT_PER_WEEK, often, match.group[1]);
        imr_set_amount(out, IMR_UNIT_WEEKS, weeks, match.group[2]);
    } else if (weeks == 1) {
        imr_set_amount(out, IMR_UNIT_SESSIONS, often, match.group[1]);
    }
}

/* A number of sessions, tried in this order where a word of its kinds is there. */
typedef struct session_way {
    uint32_t words;
    imr_pattern pattern;
} session_way;

static const session_way session_ways[] = {
    {IMR_W_VISIT, IMR_PATTERN_SESSIONS_COUNTED},
    {IMR_W_VISIT, IMR_PATTERN_SESSIONS_LABELLED},
    {IMR_W_TIMES | IMR_W_NUMBER_SIGN | IMR_W_QUANTITY, IMR_PATTERN_THERAPY_COUNT},
    {IMR_W_TIMES, IMR_PATTERN_TOTAL},
};

/* Is there no number in the item but those of a course that is written plainly? */
static bool numbers_course_only(const imr_item *item, const imr_amounts *out)
{
    return out->plain_course && item->number >= out->course.at &&
           item->last_number < out->course.end;
}

/* May "x" or "times" tell a number, "x 6", rather than follow one, as in "2 times a week"? */
static bool may_multiply(const imr_item *item)
{
    const char *low = item->text->low;
    for (uint32_t at = item->span.at; at < item->span.end; at++) {
        char c = low[at];
        if (c != 'x' && c != 't' && c != '\xC3') /* the multiplication sign */
            continue;
        bool word = c != 't' || memcmp(low + at, "times ", strlen("times ")) == 0;
        bool behind_word = at > 0 && imr_is_letter(low[at - 1]);
        if (word && !behind_word && !imr_is_multiplied(item, at) && imr_number_behind(item, at))
            return true;
    }
    return false;
}

static bool may_be_there(const imr_item *item, imr_pattern way)
{
    switch (way) {
    case IMR_PATTERN_THERAPY_COUNT:
        return item->quantity != IMR_NOWHERE || may_multiply(item);
    case IMR_PATTERN_TOTAL:
        return imr_find_any_case(item->text, item->span, "total", 5) != IMR_NOWHERE;
    default:
        return true;
    }
}

/* The first way that matches tells; where it tells a range, the number is not known, and what the
 * course multiplies to would contradict it. False then. */
static bool read_sessions(const imr_item *item, imr_amounts *out)
{
    if (numbers_course_only(item, out))
        return true;
    for (size_t i = 0; i < sizeof session_ways / sizeof *session_ways; i++) {
        imr_match match;
        if (!(item->words & session_ways[i].words) || !may_be_there(item, session_ways[i].pattern))
            continue;
        imr_span within = item->span;
        while (imr_item_match(item, session_ways[i].pattern, within, &match)) {
            double n = imr_read_number(item->text, match.group[1]);
            bool inside = match.whole.at < out->course.end && match.whole.end > out->course.at;
            bool multiplied = session_ways[i].pattern == IMR_PATTERN_THERAPY_COUNT &&
                              imr_is_multiplied(item, match.whole.at);
            if (!inside && !multiplied && n <= SESSIONS_MAX) {
                imr_set_amount(out, IMR_UNIT_SESSIONS, n, match.whole);
                return out->known[IMR_UNIT_SESSIONS];
            }
            within.at = match.whole.end;
        }
    }
    return true;
}

/* Of a program that one goes to by day, the days are its sessions. */
static void read_days(const imr_item *item, imr_amounts *out)
{
    imr_match match;
    if (imr_find_any_case(item->text, item->span, "program", 7) != IMR_NOWHERE &&
        imr_find_any_case(item->text, item->span, "inpatient", 9) == IMR_NOWHERE &&
        imr_item_match(item, IMR_PATTERN_PROGRAM_DAYS, item->span, &match))
        imr_set_amount(out, IMR_UNIT_SESSIONS, imr_read_number(item->text, match.group[1]),
                       match.whole);
}

/* "monthly for 6 months", "weekly for 8 weeks" */
static void read_regular(const imr_item *item, imr_amounts *out)
{
    imr_match match;
    if (!imr_item_match(item, IMR_PATTERN_REGULAR_COURSE, item->span, &match))
        return;
    imr_span often = either(match.group[1], match.group[2]);
    double times = imr_empty(often) ? 1 : imr_read_number(item->text, often);
    imr_span number = either(match.group[3], match.group[4]);
    imr_set_amount(out, IMR_UNIT_SESSIONS, times * imr_read_number(item->text, number),
                   match.whole);
}

static void read_by_calendar(const imr_item *item, imr_amounts *out)
{
    if (item->words & (IMR_W_MONTH | IMR_W_WEEK))
        read_regular(item, out);
    else if (item->words & IMR_W_THERAPY)
        read_days(item, out);
}

/* Of what tells no course in weeks. */
static void read_otherwise(const imr_item *item, imr_amounts *out)
{
    imr_span number;
    if (item->words & IMR_W_SCHEDULE)
        read_by_calendar(item, out);
    if (!out->known[IMR_UNIT_SESSIONS] && imr_count_at_end(item, &number))
        imr_set_amount(out, IMR_UNIT_SESSIONS, imr_read_number(item->text, number), number);
}

void imr_read_course(const imr_item *item, imr_amounts *out)
{
    if (item->words & IMR_W_WEEK)
        read_weeks(item, out);
    if (!item->therapy && !out->known[IMR_UNIT_PER_WEEK])
        return;
    if (!out->known[IMR_UNIT_PER_WEEK] && (item->words & IMR_W_TIMES))
        read_cross(item, out);
    if (!read_sessions(item, out) || out->known[IMR_UNIT_SESSIONS])
        return;
    double product = out->n[IMR_UNIT_PER_WEEK] * out->n[IMR_UNIT_WEEKS];
    if (out->known[IMR_UNIT_PER_WEEK] && out->known[IMR_UNIT_WEEKS] && product <= SESSIONS_MAX)
        imr_set_amount(out, IMR_UNIT_SESSIONS, product,
                       cover(out->span[IMR_UNIT_PER_WEEK], out->span[IMR_UNIT_WEEKS]));
    else if (item->therapy && !out->known[IMR_UNIT_PER_WEEK])
        read_otherwise(item, out);
}
