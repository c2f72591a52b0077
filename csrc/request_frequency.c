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
#include "search.h"

/* Is the character part of a word, or the sign of a number, which cannot be cut in two? */
static bool holds_fast(char c)
{
    return imr_is_letter(c) || imr_is_digit(c) || c == '_' || c == '#';
}

/* Behind the letters at `low`. */
static const char *behind_letters(const char *low)
{
    while (imr_is_lower(*low))
        low++;
    return low;
}

/* Behind any text are bytes enough to be compared. */
static inline bool goes_on(const char *low, const char *word)
{
    return memcmp(low, word, strlen(word)) == 0;
}

/* May a number tell how often, by what stands behind it: "2 times", "one tablet a day", but not
 * "one tablet every 8 hours"? */
static bool may_be_counted(const char *low)
{
    static const char *const units[] = {"tab", "cap", "patch", "pill", "puff"};
    low += *low == ' ';
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (*low == *units[i] && goes_on(low, units[i])) {
            const char *next = behind_letters(low);
            return *next == ' ' &&
                   (next[1] == 'a' || next[1] == 'p' || (next[1] == 'e' && next[2] == 'a'));
        }
    if (*low == 'o') /* or */
        return low[1] == 'r';
    if (*low == 't') /* times, to */
        return low[1] == 'i' || low[1] == 'o';
    return *low != '\0' && strchr("-/(adehnpsvwx", *low) != NULL;
}

/* The same of figures. */
static bool may_count(const char *low)
{
    int figures = 0;
    while (imr_is_digit(*low) && figures < 3)
        low++, figures++;
    return figures > 0 && figures < 3 && may_be_counted(low);
}

/* The same of a number in words. */
static bool may_count_in_words(const char *low)
{
    return may_be_counted(behind_letters(low));
}

#define BIT(c) (UINT32_C(1) << (c) % 32)

/* With which second bytes the words begin that tell how often or when, by the first: bit b % 32. */
static const uint32_t seconds[26] = {
    ['a' - 'a'] = BIT('f') | BIT('n') | BIT('s') | BIT('t'),
    ['b' - 'a'] = BIT('.') | BIT('e') | BIT('i'),
    ['d' - 'a'] = BIT('a'),
    ['e' - 'a'] = BIT('a') | BIT('i') | BIT('l') | BIT('v'),
    ['f' - 'a'] = BIT('i') | BIT('o'),
    ['h' - 'a'] = BIT('.') | BIT('s'),
    ['i' - 'a'] = BIT('n'),
    ['m' - 'a'] = BIT('o'),
    ['n' - 'a'] = BIT('i'),
    ['o' - 'a'] = BIT('n') | BIT('t'),
    ['p' - 'a'] = BIT('.') | BIT('r'),
    ['q' - 'a'] = ~UINT32_C(0), /* q4h, q.d., q 8 hours */
    ['s' - 'a'] = BIT('e') | BIT('i'),
    ['t' - 'a'] = BIT('.') | BIT('e') | BIT('h') | BIT('i') | BIT('w'),
    ['u' - 'a'] = BIT('p'),
    ['w' - 'a'] = BIT('e') | BIT('i'),
    ['y' - 'a'] = BIT('e'),
};

/* May what tells how often begin here? Few letters tell most places. */
static bool may_be_often(const imr_text *t, uint32_t at)
{
    const char *low = t->low + at;
    if (imr_is_lower(*low) && !(seconds[*low - 'a'] & BIT((unsigned char)low[1])))
        return false;
    char before = at > 0 ? low[-1] : ' ';
    if (holds_fast(before) || ((before == '-' || before == '.') && at > 1 && imr_is_digit(low[-2])))
        return false;
    char second = low[1], third = low[2];
    switch (low[0]) {
    case 'a': /* after, annually, as needed, at bedtime */
        return (second == 'f' && third == 't') || (second == 'n' && third == 'n') ||
               ((second == 's' || second == 't') && third == ' ' &&
                (low[3] == 'n' || low[3] == 'b'));
    case 'b': /* b.i.d., before */
        return second == '.' || (second == 'i' && third == 'd') || (second == 'e' && third == 'f');
    case 'd': /* daily */
        return second == 'a' && third == 'i';
    case 'e': /* each, every; eight, eleven */
        return (second == 'a' && third == 'c') || (second == 'v' && third == 'e') ||
               (((second == 'i' && third == 'g') || (second == 'l' && third == 'e')) &&
                may_count_in_words(low));
    case 'f': /* five, forty, four */
        return (second == 'i' || (second == 'o' && (third == 'u' || low[3] == 't'))) &&
               may_count_in_words(low);
    case 'h': /* h.s. */
        return second == 's' || second == '.';
    case 'i': /* in the morning */
        return second == 'n' && third == ' ' && strchr("tmeap", low[3]) != NULL;
    case 'm':
        return goes_on(low, "monthly");
    case 'n': /* nightly; nine */
        return second == 'i' && (third == 'g' || (third == 'n' && may_count_in_words(low)));
    case 'o': /* once; one, other */
        return (second == 'n' && third == 'c') ||
               ((second == 'n' || second == 't') && may_count_in_words(low));
    case 'p': /* p.r.n. */
        return second == '.' || (second == 'r' && third == 'n');
    case 'q': /* q.d., q 8 hours, but not Qty */
        return !goes_on(low, "qty");
    case 's': /* seven, six */
        return ((second == 'i' && third == 'x') || (second == 'e' && third == 'v')) &&
               may_count_in_words(low);
    case 't': /* t.i.d., thrice, twice; ten, thirty, three, twelve, two */
        return second == '.' || (second == 'i' && third == 'd') || goes_on(low, "twice") ||
               goes_on(low, "thrice") ||
               (((second == 'e' && third == 'n') || second == 'w' ||
                 (second == 'h' && (third == 'i' || third == 'r'))) &&
                may_count_in_words(low));
    case 'u': /* up to */
        return second == 'p' && third == ' ';
    case 'w': /* weekly, with meals */
        return (second == 'e' && third == 'e') ||
               (goes_on(low, "with ") && strchr("embfld", low[5]) != NULL &&
                (low[5] != 'm' || low[6] == 'e'));
    case 'y': /* yearly */
        return second == 'e';
    default:
        return may_count(low);
    }
}

/* May figures be those of a dose, by what stands behind them: "1-2 tabs", "1/2", "2 (two) po"? */
static bool may_be_taken(const char *low)
{
    int figures = 0;
    while (imr_is_digit(*low) && figures < 3)
        low++, figures++;
    low += *low == ' ';
    if (*low == 'o') /* orally */
        return low[1] == 'r';
    if (*low == 'm') /* ml */
        return low[1] == 'l';
    return figures > 0 && figures < 3 && *low != '\0' && strchr("tcpsdgailfub.-/(", *low) != NULL;
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
        return low[1] == ' ' || low[1] == 'n' || low[1] == 'p';
    case 'i': /* inhale, inject */
        return low[1] == 'n';
    case 'u': /* use */
        return low[1] == 's';
    case 'f':
    case 'o':
        return low[1] == 'o' || low[1] == 'n'; /* four, one */
    case 'h':                                  /* half */
        return low[1] == 'a';
    case 't': /* take, three, two */
        return low[1] == 'a' || low[1] == 'h' || low[1] == 'w';
    default:
        return imr_is_digit(low[0]) && may_be_taken(low);
    }
}

/* Where words and numbers begin in the 64 bytes from `at` on, a bit each: nothing that is read here
 * begins elsewhere. The first byte may be within one. */
static inline uint64_t beginnings(const char *low, uint32_t at)
{
    imr_byte_kinds bytes = imr_byte_kinds_of(low + at);
    uint64_t runs = bytes.letters | bytes.figures;
    return runs & ~(runs << 1);
}

/* The places in a span where words and numbers begin, one after the other. */
typedef struct places {
    uint32_t from;  /* of the bytes that were looked at last */
    uint64_t begun; /* a bit for each place in them that is still to come */
} places;

static inline places places_from(const imr_text *t, uint32_t at)
{
    return (places){at, beginnings(t->low, at)};
}

/* The next one; `end` where there is none before it. */
static inline uint32_t next_place(places *p, const imr_text *t, uint32_t end)
{
    enum { STEP = 64 }; /* bytes at a time */
    while (p->begun == 0) {
        if (end - p->from <= STEP)
            return end;
        *p = places_from(t, p->from + STEP);
    }
    uint32_t at = p->from + (uint32_t)__builtin_ctzll(p->begun);
    p->begun &= p->begun - 1;
    return at < end ? at : end;
}

/* The schedule that may begin at the beginning of the span; empty where none does. What is read by
 * hand is read to its end before it is given up: where it was a few times, the text is none that is
 * written usually. */
static imr_span schedule_at(const imr_item *item, imr_span within, bool drug, int *given_up)
{
    enum { BY_HAND = 8 };
    imr_match match;
    imr_pattern pattern = drug ? IMR_PATTERN_FREQUENCY : IMR_PATTERN_SERVICE_FREQUENCY;
    uint32_t end = *given_up < BY_HAND ? imr_plain_schedule(item->text, within, !drug) : 0;
    if (end > 0)
        return (imr_span){within.at, end};
    ++*given_up;
    return imr_item_match(item, pattern, within, &match) ? match.whole : (imr_span){0};
}

/* The first schedule; empty where there is none. */
static imr_span first_schedule(const imr_item *item, imr_span within, bool drug)
{
    const imr_text *t = item->text;
    int given_up = 0;
    if (imr_empty(within))
        return (imr_span){0};
    places p = places_from(t, within.at);
    while ((within.at = next_place(&p, t, within.end)) < within.end) {
        if (!may_be_often(t, within.at))
            continue;
        imr_span schedule = schedule_at(item, within, drug, &given_up);
        if (!imr_empty(schedule))
            return schedule;
    }
    return (imr_span){0};
}

/* Where the dose begins that ends at the end of the span; that end where there is none. */
static uint32_t dose_start(const imr_item *item, imr_span within)
{
    const imr_text *t = item->text;
    imr_match match;
    if (imr_empty(within))
        return within.end;
    places p = places_from(t, within.at);
    while ((within.at = next_place(&p, t, within.end)) < within.end)
        if (may_be_dose(t, within.at) &&
            (imr_plain_dose(t, within) || imr_item_match(item, IMR_PATTERN_DOSE, within, &match)))
            break;
    return within.at;
}

/* The schedule with the dose before it and the duration behind it. */
static imr_span with_dose(const imr_item *item, imr_span schedule)
{
    enum { DOSE_MAX = 60 };
    imr_match match;
    imr_span before = imr_last_of((imr_span){item->span.at, schedule.at}, DOSE_MAX);
    while ((item->text->clean[before.at] & 0xC0) == 0x80)
        before.at++;
    schedule.at = dose_start(item, before);
    const char *behind = item->text->low + schedule.end;
    behind += *behind == ',';
    if (*behind == ' ' && (behind[1] == 'f' || behind[1] == 'x') &&
        imr_item_match(item, IMR_PATTERN_TAKEN_FOR, (imr_span){schedule.end, item->span.end},
                       &match))
        schedule.end = match.whole.end;
    return schedule;
}

IMR_APART void read_frequency(const imr_item *item, const imr_amounts *amounts, bool drug,
                              imr_record *request)
{
    /* Before its first such word stands a number at most, or a number and what it counts. */
    enum { BEFORE = 24 };
    imr_span within = item->span;
    if (item->schedule > within.at + BEFORE)
        within.at = item->schedule - BEFORE;
    while ((item->text->clean[within.at] & 0xC0) == 0x80) /* a character begins there */
        within.at++;
    bool course = amounts->known[IMR_UNIT_PER_WEEK] && amounts->known[IMR_UNIT_WEEKS];
    if (course && amounts->plain_course && !drug) /* it is what would be found at its place */
        if (item->schedule >= amounts->course.at ||
            imr_empty(first_schedule(item, (imr_span){within.at, amounts->course.at}, drug)))
            return;
    imr_span schedule = first_schedule(item, within, drug);
    bool told = course && schedule.at >= amounts->course.at && schedule.end <= amounts->course.end;
    if (imr_empty(schedule) || told)
        return;
    imr_set_span(item->stage->doc, request, IMR_request_frequency,
                 drug ? with_dose(item, schedule) : schedule);
}

void imr_request_frequency(const imr_item *item, const imr_amounts *amounts, imr_record *request)
{
    bool drug = !imr_empty(item->drug);
    uint32_t words = drug ? IMR_W_OFTEN : IMR_W_OFTEN | IMR_W_WEEK | IMR_W_MONTH;
    if (item->words & words)
        read_frequency(item, amounts, drug, request);
}
