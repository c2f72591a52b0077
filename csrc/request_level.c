/* request_level.c - the levels of the spine: "L4-5", "L4-L5-S1", "C5/6", "L5S1", "C3 to C7". */
#include <string.h>

#include "ascii.h"
#include "request.h"

/* ---- vertebrae ------------------------------------------------------------------------------- */

typedef struct vertebra {
    char region; /* C, T, L, S */
    int number;
} vertebra;

static bool exists(vertebra v)
{
    static const char regions[] = "CTLS";
    static const int most[] = {8, 12, 6, 5}; /* roots and vertebrae; some people have an L6 */
    const char *p = strchr(regions, v.region);
    return p != NULL && v.number >= 1 && v.number <= most[p - regions];
}

static int number_at(const imr_text *t, imr_span s)
{
    return (int)imr_read_number(t, s);
}

/* The vertebra that a bare figure means behind another: the 5 of L4-5; the 1 of L5-1 is S1. */
static vertebra bare(vertebra before, int number)
{
    static const char next[] = "CTLS";
    vertebra v = {before.region, number};
    if (number <= before.number && number == 1 && before.region != 'S')
        v.region = strchr(next, before.region)[1];
    return v;
}

/* Writes it to `p`; returns the end. */
static char *write_vertebra(vertebra v, char *p)
{
    *p++ = v.region;
    if (v.number >= 10)
        *p++ = (char)('0' + v.number / 10);
    *p++ = (char)('0' + v.number % 10);
    return p;
}

/* ---- reading --------------------------------------------------------------------------------- */

/* A level as it is written: "L5", "C 5" of "C 5/6", "-S1"; without a letter, which is empty then,
 * behind another. */
typedef struct written {
    imr_span letter, number;
} written;

static bool is_region(char low)
{
    return low == 'c' || low == 't' || low == 'l' || low == 's';
}

/* Behind the one or two figures at `at`; 0 where there are none, or more of them. */
static uint32_t number_end(const char *low, uint32_t at, uint32_t end)
{
    uint32_t stop = at;
    while (stop < end && imr_is_digit(low[stop]))
        stop++;
    return stop > at && stop - at <= 2 ? stop : 0;
}

/* Does a fraction or a percentage go on at `at`? */
static bool is_part_of_number(const char *low, uint32_t at, uint32_t end)
{
    return at < end &&
           (low[at] == '%' || (low[at] == '.' && at + 1 < end && imr_is_digit(low[at + 1])));
}

/* "L5", "L-5"; "L 5" only as the first of two. */
static bool level_at(const imr_text *t, uint32_t at, uint32_t end, written *out)
{
    const char *low = t->low;
    uint32_t number = at + 1;
    if (!is_region(low[at]) || number >= end)
        return false;
    bool apart = low[number] == ' ';
    number += apart || low[number] == '-';
    uint32_t stop = number_end(low, number, end);
    if (stop == 0 || is_part_of_number(low, stop, end))
        return false;
    uint32_t sign = stop + (stop < end && low[stop] == ' ');
    if (apart && (sign >= end || (low[sign] != '/' && low[sign] != '-')))
        return false;
    *out = (written){{at, at + 1}, {number, stop}};
    return true;
}

/* What a level's letter does not stand behind: it would be part of something else. */
static bool holds_fast(char c)
{
    return imr_is_lower(c) || imr_is_digit(c) || c == '.' || c == '/' || c == '-';
}

static bool next_level(const imr_item *item, imr_span rest, written *out)
{
    const imr_text *t = item->text;
    for (uint32_t at = rest.at; at < rest.end; at++)
        if (is_region(t->low[at]) && (at == 0 || !holds_fast(t->low[at - 1])) &&
            level_at(t, at, rest.end, out))
            return true;
    return false;
}

/* Behind what joins one level to another: "-", " / ", " to ", nothing in "L5S1"; 0 where nothing
 * can. */
static uint32_t behind_join(const imr_text *t, imr_span rest, bool *with_letter)
{
    static const char *const words[] = {" to ", " through ", " thru "};
    static const char dash[] = "\xE2\x80\x93";
    *with_letter = true;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (imr_reads(t, rest.at, rest.end, words[i]))
            return rest.at + (uint32_t)strlen(words[i]);
    char first = t->low[rest.at];
    if (first == 'l' || first == 's')
        return rest.at;
    *with_letter = false;
    uint32_t at = rest.at + (first == ' ');
    if (imr_reads(t, at, rest.end, dash))
        at += (uint32_t)strlen(dash);
    else if (at < rest.end && (t->low[at] == '-' || t->low[at] == '/'))
        at++;
    else
        return 0;
    return at + (at < rest.end && t->low[at] == ' ');
}

/* Do the figures before `at` tell something else: "5%", "12 visits", "2 x 6"? */
static bool counts(const imr_text *t, imr_span number, uint32_t end)
{
    static const char *const counted[] = {"mg", "week", "session", "visit"};
    uint32_t at = number.end;
    if (is_part_of_number(t->low, at, end) || imr_reads(t, at, end, "x"))
        return true;
    bool alone = number.end - number.at == 1 && t->low[number.at - 1] == ' ';
    if (alone && imr_reads(t, at, end, " x"))
        return true;
    at += at < end && t->low[at] == ' ';
    return IMR_READS_ANY(t, at, end, counted);
}

/* "-5", " / S1", " to L5", "S1" of "L5S1", right at the beginning of the rest. */
static bool joined_level(const imr_item *item, imr_span rest, written *out)
{
    const imr_text *t = item->text;
    bool with_letter;
    uint32_t at = rest.at < rest.end ? behind_join(t, rest, &with_letter) : 0;
    if (at == 0 || at >= rest.end || (with_letter && !is_region(t->low[at])))
        return false;
    out->letter = (imr_span){at, at + is_region(t->low[at])};
    bool side_by_side = at == rest.at;
    at = out->letter.end;
    at += at < rest.end && t->low[at] == '-' && !side_by_side;
    uint32_t stop = number_end(t->low, at, rest.end);
    out->number = (imr_span){at, stop};
    return stop > 0 && !counts(t, out->number, rest.end);
}

/* Does a dash or slash lead on from the level that ends at `end`? */
static bool leads_on(const imr_text *t, uint32_t end, uint32_t stop)
{
    if (end + 1 >= stop || (t->low[end] != '-' && t->low[end] != '/'))
        return false;
    char next = t->low[end + 1];
    return is_region(next) || imr_is_digit(next);
}

/* Is what follows a pair, "L4-5", the first level of the next, as in "L4-5/L5-S1"? It is then the
 * same as the one before, or joined by another sign than the pair itself and the first of a pair.
 */
static bool begins_pair(const imr_item *item, uint32_t pair_end, const written *pair,
                        const written *next)
{
    const imr_text *t = item->text;
    uint32_t start = imr_empty(pair->letter) ? pair->number.at : pair->letter.at;
    return t->low[start - 1] != t->low[pair_end] && leads_on(t, next->number.end, item->span.end);
}

/* ---- what is kept ---------------------------------------------------------------------------- */

/* `letter`: that of the region, where it stands before `span`; else empty. */
static void add_level(const imr_item *item, imr_record *request, vertebra first, vertebra last,
                      imr_span letter, imr_span span)
{
    enum { LONGEST = sizeof "T12-L12" };
    imr_document *d = item->stage->doc;
    char *text = imr_arena_take(d->arena, LONGEST);
    if (text == NULL) {
        d->no_memory = true;
        return;
    }
    char *end = write_vertebra(first, text);
    if (last.region != 0) {
        *end++ = '-';
        end = write_vertebra(last, end);
    }
    *end = '\0';
    uint32_t before = request != NULL ? request->values[IMR_request_levels].size : 0;
    imr_add_unique(d, request, IMR_request_levels, text, (size_t)(end - text),
                   imr_empty(letter) ? span : letter);
    if (!imr_empty(letter) && request != NULL && request->values[IMR_request_levels].size > before)
        imr_also(d, request, IMR_request_levels, span);
}

/* T3 and T4 stand among the thyroid's laboratory tests. */
static bool is_thyroid(const imr_item *item, vertebra v)
{
    return v.region == 'T' && v.number <= 4 &&
           ((item->words & IMR_W_LABORATORY) ||
            imr_find_any_case(item->text, item->span, "tsh", 3) != IMR_NOWHERE ||
            imr_find_any_case(item->text, item->span, "free t", 6) != IMR_NOWHERE);
}

/* May figures of the next vertebra follow: ", 5", " and 5-6", " and & 5"? */
static bool may_go_on(const char *low)
{
    for (;;) {
        if (*low == ' ' || *low == ',' || *low == '&')
            low++;
        else if (memcmp(low, "and", 3) == 0)
            low += 3;
        else
            return imr_is_digit(*low);
    }
}

/* What follows without the letter; only the next vertebra can, else the figure is something else's.
 */
static void go_on(const imr_item *item, imr_record *request, vertebra last, imr_span region,
                  imr_span *rest)
{
    imr_match match;
    while (imr_number_behind(item, rest->at) && may_go_on(item->text->low + rest->at) &&
           imr_item_match(item, IMR_PATTERN_LEVEL_NEXT, *rest, &match)) {
        vertebra first = {last.region, number_at(item->text, match.group[1])}, second = {0};
        bool pair = !imr_empty(match.group[2]);
        if (pair)
            second = bare(first, number_at(item->text, match.group[2]));
        bool next = pair ? first.number == last.number : first.number == last.number + 1;
        if (!next || !exists(first) || (pair && !exists(second)))
            return;
        add_level(item, request, first, second, region,
                  (imr_span){match.group[1].at, match.whole.end});
        last = pair ? second : first;
        rest->at = match.whole.end;
    }
}

void imr_request_levels(const imr_item *item, imr_record *request)
{
    const imr_text *t = item->text;
    imr_span rest = {item->level, item->span.end};
    written level, pair = {0};
    while (imr_number_behind(item, rest.at) && next_level(item, rest, &level)) {
        vertebra first = {imr_upper(t->clean[level.letter.at]), number_at(t, level.number)};
        imr_span from = {level.letter.at, level.number.end}, region = level.letter, before = {0};
        rest.at = from.end;
        if (!exists(first))
            continue;
        bool joined = false;
        while (imr_number_behind(item, rest.at) && joined_level(item, rest, &level)) {
            imr_span letter = level.letter;
            int number = number_at(t, level.number);
            vertebra last = imr_empty(letter) ? bare(first, number)
                                              : (vertebra){imr_upper(t->clean[letter.at]), number};
            if (!exists(last))
                break;
            bool same = first.region == last.region && first.number == last.number;
            bool apart = same || (joined && begins_pair(item, rest.at, &pair, &level));
            if (!apart)
                add_level(item, request, first, last, before,
                          (imr_span){from.at, level.number.end});
            joined = !apart;
            pair = level;
            first = last;
            from = level.number;
            before = region; /* of the next level, if its first figure has no letter */
            if (!imr_empty(letter)) {
                region = letter;
                from.at = letter.at;
                before = (imr_span){0};
            }
            rest.at = level.number.end;
        }
        if (!joined && !is_thyroid(item, first))
            add_level(item, request, first, (vertebra){0}, before, from);
        go_on(item, request, first, region, &rest);
    }
}
