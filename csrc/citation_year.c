/* citation_year.c - the years of guidelines.
 *
 *     Low Back Complaints 2004      Elbow (Revised 2007)      ODG, 11th Edition (web), 2014
 */
#include <string.h>

#include "citation.h"
#include "vector.h"

bool imr_citing_is_year(const imr_text *t, uint32_t at, uint32_t limit)
{
    const char *p = t->clean + at;
    if (limit - at < 4 || !((p[0] == '1' && p[1] == '9') || (p[0] == '2' && p[1] == '0')) ||
        !imr_is_digit(p[2]) || !imr_is_digit(p[3]))
        return false;
    if (limit - at == 4)
        return true;
    bool date = limit - at > 5 && (p[4] == '-' || p[4] == '/' || p[4] == '.') && imr_is_digit(p[5]);
    return !imr_is_letter(p[4]) && !imr_is_digit(p[4]) && p[4] != '_' && !date;
}

/* The second and the third letters, by the first, of the words that GUIDELINE_YEAR knows before a
 * year: a month, "revised", "effective", "dated", "adopted". Behind a figure, a parenthesis, or
 * what stands before either, anything may. */
typedef struct letters {
    uint32_t second, third;
} letters;
#define LETTER(letter) (UINT32_C(1) << ((letter)&31))
/* clang-format off */
#define ANY {~UINT32_C(0), ~UINT32_C(0)}
static const letters dating[256] = {
    [' '] = ANY,
    ['('] = ANY,
    [','] = ANY,
    ['0'] = ANY, ANY, ANY, ANY, ANY, ANY, ANY, ANY, ANY, ANY,
    ['a'] = {LETTER('p') | LETTER('u') | LETTER('d'), LETTER('r') | LETTER('g') | LETTER('o')},
    ['d'] = {LETTER('e') | LETTER('a'), LETTER('c') | LETTER('t')},
    ['e'] = {LETTER('f'), LETTER('f')},
    ['f'] = {LETTER('e'), LETTER('b')},
    ['j'] = {LETTER('a') | LETTER('u'), LETTER('n') | LETTER('l')},
    ['m'] = {LETTER('a'), LETTER('r') | LETTER('y')},
    ['n'] = {LETTER('o'), LETTER('v')},
    ['o'] = {LETTER('c'), LETTER('t')},
    ['r'] = {LETTER('e'), LETTER('v')},
    ['s'] = {LETTER('e'), LETTER('p')},
};
/* clang-format on */
#undef ANY
#undef LETTER

/* May a year stand there, or what is printed before one? Most places are told by two letters. */
static inline bool dates(const char *words)
{
    const letters *l = &dating[(unsigned char)words[0]];
    return l->second >> (words[1] & 31) & 1 && l->third >> (words[2] & 31) & 1;
}

bool imr_citing_may_date(const char *low)
{
    return dates(low);
}

/* May GUIDELINE_YEAR match where this stands, that is no figure? Between parentheses some figure
 * must come, and before a year there are few words. */
static bool may_be_dated(const imr_text *t, uint32_t at, uint32_t limit)
{
    enum { BEFORE_FIGURES = 24 };
    bool inside = t->clean[at] == '(';
    if (!inside && !dates(t->low + at))
        return false;
    if (limit - at > BEFORE_FIGURES)
        limit = at + BEFORE_FIGURES;
    while (++at < limit && !imr_is_digit(t->clean[at]))
        if (inside && (t->clean[at] == '(' || t->clean[at] == ')'))
            return false;
    return at < limit;
}

/* The year of a date in figures, "7/18/2009"; empty where none stands at `at`. */
static imr_span year_of_date(const imr_text *t, uint32_t at, uint32_t limit)
{
    for (int part = 0; part < 2; part++) { /* the month, the day */
        uint32_t from = at;
        while (at < limit && at - from < 2 && imr_is_digit(t->clean[at]))
            at++;
        if (at == from || at == limit || t->clean[at] != '/')
            return (imr_span){0};
        at++;
    }
    return imr_citing_is_year(t, at, limit) ? (imr_span){at, at + 4} : (imr_span){0};
}

static imr_span read_year(const imr_citing *c, uint32_t at, uint32_t *end)
{
    const imr_text *t = c->text;
    imr_match match;
    uint32_t next = at;
    while (next < c->rest.end && (t->clean[next] == ' ' || t->clean[next] == ','))
        next++;
    if (next >= c->rest.end)
        return (imr_span){0};
    if (imr_is_digit(t->clean[next])) {
        char before = next == at && at > 0 ? t->clean[at - 1] : ' ';
        if (imr_is_letter(before) || imr_is_digit(before) || before == '_')
            return (imr_span){0};
        imr_span year = {next, next + 4};
        if (!imr_citing_is_year(t, next, c->rest.end))
            year = year_of_date(t, next, c->rest.end);
        if (!imr_empty(year))
            *end = year.end;
        return year;
    }
    if (!may_be_dated(t, next, c->rest.end) ||
        !imr_citing_match(c, IMR_PATTERN_GUIDELINE_YEAR, at, &match))
        return (imr_span){0};
    *end = match.whole.end;
    return imr_empty(match.group[1]) ? match.group[2] : match.group[1];
}

imr_span imr_citing_year_at(const imr_citing *c, uint32_t at, uint32_t *end)
{
    const char *behind = c->text->low + at;
    behind += *behind == ',';
    behind += *behind == ' ';
    return dates(behind) ? read_year(c, at, end) : (imr_span){0};
}

/* Where `word` begins that ends at `end`, blanks left out; `end` where another stands there. */
static uint32_t before_word(const imr_text *t, uint32_t from, uint32_t end, const char *word)
{
    uint32_t size = (uint32_t)strlen(word);
    while (end > from && t->clean[end - 1] == ' ')
        end--;
    return end >= from + size && imr_reads(t, end - size, end, word) ? end - size : end;
}

imr_span imr_citing_year_within(const imr_text *t, imr_span whole, imr_span *title)
{
    uint32_t end = whole.end, digits = 0;
    *title = whole;
    if (t->clean[end - 1] == ')')
        end--;
    while (digits < 4 && end - digits > whole.at && imr_is_digit(t->clean[end - digits - 1]))
        digits++;
    imr_span year = {end - digits, end};
    if (digits < 4 || year.at < whole.at + 2 ||
        (t->clean[year.at - 1] != ' ' && t->clean[year.at - 1] != '('))
        return (imr_span){0};
    uint32_t before = before_word(t, whole.at, year.at, "(");
    before = before_word(t, whole.at, before, "revised");
    before = before_word(t, whole.at, before, "(");
    title->end = before_word(t, whole.at, before, "");
    return year;
}

/* What belongs to a year behind it: "2015 update", "2014 version", "2013 Nov 14". Its end, else
 * `end`. *updated: the year is not that of the guideline. */
static uint32_t year_goes_on(const imr_citing *c, uint32_t end, bool *updated)
{
    static const char *const words[] = {"update", "version", "edition", "revision"};
    static const char *const months[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                         "jul", "aug", "sep", "oct", "nov", "dec"};
    const imr_text *t = c->text;
    uint32_t at = imr_citing_blanks(t, end, c->rest.end), after;
    *updated = false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (imr_citing_word(t, at, c->rest.end, words[i], &after)) {
            *updated = i == 0;
            return after;
        }
    if (!IMR_READS_ANY(t, at, c->rest.end, months))
        return end;
    while (at < c->rest.end && (imr_is_letter(t->clean[at]) || t->clean[at] == '.'))
        at++;
    after = imr_citing_blanks(t, at, c->rest.end);
    while (after < c->rest.end && imr_is_digit(t->clean[after]))
        at = ++after;
    return imr_citing_ends_item(c, at) ? at : end;
}

/* "MTUS 2018 Low Back Disorders": the year of the guideline that follows. */
IMR_APART bool year_before(imr_citing *c, imr_span year, uint32_t end)
{
    const imr_text *t = c->text;
    end += end < c->rest.end && strchr("),", t->clean[end]) != NULL;
    end = imr_citing_blanks(t, end, c->rest.end);
    if (!imr_citing_is_title(c, end))
        return false;
    c->is.year = year;
    c->rest.at = end;
    return true;
}

bool imr_citing_year(imr_citing *c)
{
    bool updated;
    imr_citation *is = &c->is;
    uint32_t end = c->rest.at;
    imr_span year = imr_citing_year_at(c, c->rest.at, &end);
    /* "ODG Online Edition, 2015 Chapter: Pain": only the authority's name stands before it. */
    bool leads = (is->authority == IMR_ODG || is->authority == IMR_ACOEM) && imr_empty(is->year) &&
                 imr_empty(is->chapter) && imr_empty(is->title) && !is->sections && !is->pages;
    if (imr_empty(year) || is->authority == IMR_OTHER)
        return false;
    if (is->authority == IMR_UNCITED)
        return year_before(c, year, end);
    end = year_goes_on(c, end, &updated);
    if (!leads && !imr_citing_ends_item(c, end))
        return false;
    if (imr_empty(is->year) && !is->sections && !updated)
        is->year = year;
    imr_citation_take(c, end);
    return true;
}
