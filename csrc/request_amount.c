/* request_amount.c - quantity, refills and months. */
#include <string.h>

#include "ascii.h"
#include "prose.h"
#include "request.h"

static bool overlap(imr_span a, imr_span b)
{
    return a.at < b.end && b.at < a.end;
}

/* A way to tell a quantity, tried where a word of its kinds is there. */
typedef struct quantity_way {
    uint32_t words;
    imr_pattern pattern;
    bool drugs_only;
} quantity_way;

/* The surest first. */
static const quantity_way quantity_ways[] = {
    {IMR_W_NUMBER_SIGN | IMR_W_QUANTITY, IMR_PATTERN_QUANTITY_MARKED, false},
    {IMR_W_TIMES, IMR_PATTERN_TIMES_COUNT, false},
    {IMR_W_COUNTED, IMR_PATTERN_UNIT_COUNT, true},
    {IMR_W_CONTAINER, IMR_PATTERN_CONTAINER_COUNT, false},
    {IMR_W_VOLUME, IMR_PATTERN_VOLUME, true},
    {IMR_W_INJECTION, IMR_PATTERN_INJECTION_COUNT, false},
};

/* "1 tablet at bedtime", "4 gm to the knee twice daily" are doses; "100 gm twice daily" is a tube.
 */
enum { DOSE_MAX = 4, GRAMS_DOSE_MAX = 20, LIQUID_DOSE_MAX = 30 };

static bool is_dose(const imr_item *item, imr_pattern pattern, double n, imr_span whole)
{
    imr_match match;
    if (pattern == IMR_PATTERN_UNIT_COUNT)
        return n <= DOSE_MAX && (item->words & IMR_W_OFTEN);
    if (pattern != IMR_PATTERN_VOLUME || !(item->words & (IMR_W_OFTEN | IMR_W_TIMES)))
        return false;
    bool liquid = imr_find_any_case(item->text, whole, "l", 1) != IMR_NOWHERE; /* ml */
    bool ounces = imr_find_any_case(item->text, whole, "o", 1) != IMR_NOWHERE;
    return !ounces && n <= (liquid ? LIQUID_DOSE_MAX : GRAMS_DOSE_MAX) &&
           imr_item_match(item, IMR_PATTERN_VOLUME_TAKEN, (imr_span){whole.end, item->span.end},
                          &match);
}

/* What may stand between the numbers of a list. */
static bool joins_numbers(char c)
{
    return c != '\0' && strchr(" ,&-and", imr_lower(c)) != NULL;
}

/* Does "#8" stand beside another of its kind, as in "#8 and #9"? They number things. */
static bool beside_another(const imr_item *item, imr_span number)
{
    const char *s = item->text->clean;
    uint32_t at = number.end;
    while (at < item->span.end && joins_numbers(s[at]))
        at++;
    if (at > number.end && at < item->span.end && s[at] == '#')
        return true;
    at = number.at;
    while (at > item->span.at && joins_numbers(s[at - 1]))
        at--;
    uint32_t figures = at;
    while (figures > item->span.at && imr_is_digit(s[figures - 1]))
        figures--;
    return at < number.at && figures < at && figures > item->span.at && s[figures - 1] == '#';
}

/* "Tylenol No. 3", "tooth number 8", "a total of 2 crowns": neither counts what a drug comes in. */
static bool counts_no_drug(const imr_item *item, imr_span whole, double n)
{
    char first = item->text->low[whole.at];
    return (first == 'n' || first == 't') && (imr_empty(item->drug) || n <= DOSE_MAX);
}

/* Does "#2" stand behind one injection, of which it is the second then? */
static bool behind_single(const imr_item *item, uint32_t at)
{
    static const char *const single[] = {"injection ", "esi ", "block "};
    for (size_t i = 0; i < sizeof single / sizeof *single; i++) {
        uint32_t size = (uint32_t)strlen(single[i]);
        if (at - item->span.at >= size && imr_reads(item->text, at - size, at, single[i]))
            return true;
    }
    return false;
}

/* "ESI #2", "injection #2 of 3": one of a few. "#1" is one, whichever it is. */
static bool is_one_of_few(const imr_item *item, imr_span whole, double n)
{
    enum { FEW = 3, SERIES = 6 };
    const char *behind = item->text->low + whole.end;
    if (n >= 2 && n <= SERIES && memcmp(behind, " of ", 4) == 0 && imr_is_digit(behind[4]))
        return true;
    return imr_empty(item->drug) && n >= 2 && n <= FEW && behind_single(item, whole.at);
}

/* "#8" names a tooth where it can, and numbers things where several such stand together. */
static bool is_name(const imr_item *item, imr_span whole, double n)
{
    enum { TEETH = 32 };
    if (item->text->clean[whole.at] != '#')
        return false;
    if (is_one_of_few(item, whole, n))
        return true;
    if (!imr_empty(item->drug))
        return false;
    return ((item->words & IMR_W_TOOTH) && n <= TEETH) || beside_another(item, whole);
}

/* "#60", "Qty: 60.00" at `at`: as the pattern of marked quantities matches there. */
static bool plain_quantity(const imr_item *item, uint32_t at, uint32_t end, imr_match *match)
{
    enum { SIGNS = 3 }; /* between the word and the number */
    const imr_text *t = item->text;
    uint32_t number = at + 1;
    if (t->clean[at] != '#') {
        bool quantity = imr_reads(t, at, end, "quantity");
        if ((!quantity && !imr_reads(t, at, end, "qty")) || (at > 0 && t->clean[at - 1] != ' '))
            return false;
        number = at + (uint32_t)strlen(quantity ? "quantity" : "qty");
        uint32_t most = number + SIGNS;
        while (number < most && (t->clean[number] == ' ' || t->clean[number] == ':'))
            number++;
        if (imr_is_digit(t->clean[number - 1]) || imr_is_letter(t->clean[number - 1]))
            return false; /* of a longer word */
    }
    uint32_t stop = imr_plain_number(t, number, end);
    match->whole = (imr_span){at, stop};
    match->group[1] = (imr_span){number, stop};
    return stop > 0;
}

/* May there be "three injections", a "series of" them? */
static bool may_count_injections(const imr_item *item, imr_span within)
{
    imr_span counted = imr_from_number(item, within);
    return imr_find_any_case(item->text, counted, "injections", 10) != IMR_NOWHERE ||
           imr_find_any_case(item->text, within, "series", 6) != IMR_NOWHERE;
}

/* The next quantity that is told this way. */
static bool next_quantity(const imr_item *item, imr_pattern way, imr_span within, imr_match *match)
{
    if (way == IMR_PATTERN_INJECTION_COUNT && !may_count_injections(item, within))
        return false;
    if (way == IMR_PATTERN_QUANTITY_MARKED && item->quantity >= within.at) {
        within.at = item->quantity;
        if (within.at < within.end && plain_quantity(item, within.at, within.end, match))
            return true;
    }
    return imr_item_match(item, way, within, match);
}

static bool quantity_in(const imr_item *item, const quantity_way *way, imr_span within,
                        imr_amounts *out)
{
    imr_match match;
    while (next_quantity(item, way->pattern, within, &match)) {
        double n = imr_read_number(item->text, match.group[1]);
        bool refills =
            out->known[IMR_UNIT_REFILLS] && overlap(match.whole, out->span[IMR_UNIT_REFILLS]);
        if (n >= 0 && !refills && !is_dose(item, way->pattern, n, match.whole) &&
            !is_name(item, match.whole, n) &&
            (way->pattern != IMR_PATTERN_TIMES_COUNT || !imr_is_multiplied(item, match.whole.at)) &&
            (way->pattern != IMR_PATTERN_QUANTITY_MARKED ||
             !counts_no_drug(item, match.whole, n))) {
            imr_set_amount(out, IMR_UNIT_QUANTITY, n, match.group[1]);
            return true;
        }
        within.at = match.whole.end;
    }
    return false;
}

/* "120 Norco 10/325mg"; a few of them are a dose, or an order of its own. */
static void read_count_before(const imr_item *item, imr_span before, imr_amounts *out)
{
    enum { LONGEST = 48 }; /* "one hundred and twenty-five (125) generic " */
    imr_match match;
    before = imr_last_of(before, LONGEST);
    while ((item->text->clean[before.at] & 0xC0) == 0x80) /* a character begins there */
        before.at++;
    if (!imr_item_match(item, IMR_PATTERN_COUNT_BEFORE_DRUG, before, &match))
        return;
    double n = imr_read_number(item->text, match.group[1]);
    if (n > DOSE_MAX)
        imr_set_amount(out, IMR_UNIT_QUANTITY, n, match.group[1]);
}

/* Behind the drug's name, which may hold a number itself ("Tylenol #3"); else before it. */
static void read_quantity(const imr_item *item, imr_amounts *out)
{
    bool drug = !imr_empty(item->drug);
    imr_span behind = item->span, before = {0};
    if (drug) {
        behind.at = item->drug.end;
        before = (imr_span){item->span.at, item->drug.at};
    }
    bool medicine = drug || (item->words & (IMR_W_TOPICAL | IMR_W_UNIT | IMR_W_PERCENT));
    for (size_t i = 0; i < sizeof quantity_ways / sizeof *quantity_ways; i++) {
        const quantity_way *way = &quantity_ways[i];
        if (!(item->words & way->words) || (way->drugs_only && !medicine))
            continue;
        imr_span first = way->words == IMR_W_INJECTION ? item->span : behind;
        if (quantity_in(item, way, first, out) ||
            (!imr_empty(before) && quantity_in(item, way, before, out)))
            return;
    }
    if (!imr_empty(before))
        read_count_before(item, before, out);
}

/* "with 2 refills": as the pattern of refills matches there. */
static bool plain_refills(const imr_item *item, imr_match *match)
{
    const imr_text *t = item->text;
    uint32_t from = item->span.at, word = item->refill, end = item->span.end;
    if (word == IMR_NOWHERE || word < from + 4 || t->clean[word - 1] != ' ')
        return false;
    uint32_t number = word - 1;
    while (number > from && imr_is_digit(t->clean[number - 1]))
        number--;
    /* Behind "2 to" and "2 or" it would be the end of a range. */
    if (number == word - 1 || number < from + 2 || t->clean[number - 1] != ' ' ||
        !imr_is_letter(t->clean[number - 2]) || strchr("or", t->low[number - 2]) != NULL)
        return false;
    uint32_t stop = word + (uint32_t)strlen("refill");
    if (!imr_reads(t, word, end, "refill"))
        return false;
    stop += t->low[stop] == 's';
    match->whole = (imr_span){number, stop};
    match->group[1] = (imr_span){number, word - 1};
    return stop >= end || (stop + 1 < end && t->clean[stop] == ',' && t->clean[stop + 1] == ' ');
}

static void read_refills(const imr_item *item, imr_amounts *out)
{
    imr_match match = {0};
    if (!plain_refills(item, &match) &&
        !imr_item_match(item, IMR_PATTERN_REFILLS, item->span, &match))
        return;
    imr_span number = !imr_empty(match.group[1]) ? match.group[1] : match.group[2];
    imr_set_amount(out, IMR_UNIT_REFILLS, imr_read_number(item->text, number), match.whole);
}

/* "Supartz injections, 5" */
static void read_count_at_end(const imr_item *item, imr_amounts *out)
{
    imr_span number;
    if (imr_find_any_case(item->text, item->span, "injections", 10) != IMR_NOWHERE &&
        imr_count_at_end(item, &number))
        imr_set_amount(out, IMR_UNIT_QUANTITY, imr_read_number(item->text, number), number);
}

/* "One left greater occipital nerve block", where nothing else tells a number of anything. A drug
 * is counted so where it is injected. */
static void read_count_at_start(const imr_item *item, imr_amounts *out)
{
    imr_match match;
    bool injected = (item->words & IMR_W_INJECTION) != 0;
    for (int unit = 0; unit < IMR_UNITS; unit++)
        if (out->known[unit])
            return;
    if (injected)
        read_count_at_end(item, out);
    if ((!imr_empty(item->drug) && !injected) || item->number != item->span.at ||
        !imr_item_match(item, IMR_PATTERN_COUNT_AT_START, item->span, &match))
        return;
    imr_set_amount(out, IMR_UNIT_QUANTITY, imr_read_number(item->text, match.group[1]),
                   match.group[1]);
}

bool imr_read_amounts(const imr_item *item, imr_amounts *out)
{
    memset(out->known, 0, sizeof out->known); /* of what is not known nothing is read */
    out->course = (imr_span){0};
    out->plain_course = false;
    if (!(item->words & (IMR_W_FIGURE | IMR_W_MANY | IMR_W_TIMES)))
        return false;
    bool sessions = item->therapy && imr_empty(item->drug);
    if (item->words & IMR_W_REFILL)
        read_refills(item, out);
    if (imr_empty(item->drug))
        imr_read_course(item, out);
    if (!sessions)
        read_quantity(item, out);
    imr_match match;
    if ((item->words & IMR_W_MONTH) &&
        imr_item_match(item, IMR_PATTERN_MONTHS, imr_from_number(item, item->span), &match))
        imr_set_amount(out, IMR_UNIT_MONTHS, imr_read_number(item->text, match.group[1]),
                       match.whole);
    if (!sessions)
        read_count_at_start(item, out);
    return true;
}
