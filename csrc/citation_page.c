/* citation_page.c - "Page(s): 76-80, 88, 89", "pages 58 and 59", "pg. 111-113", "Page 78 of 127".
 */
#include <string.h>

#include "citation.h"
#include "search.h"
#include "vector.h"

/* No guideline that is cited has so many; a greater number is a year. */
enum { LAST_PAGE = 1800 };

static bool digit(const imr_text *t, uint32_t at, uint32_t end)
{
    return at < end && imr_is_digit(t->clean[at]);
}

/* "Cytochrome P450 testing": are the figures at `at`, joined to a letter, part of a name? A word
 * follows them that is none of a list of pages. */
static bool figures_of_name(const imr_text *t, uint32_t at, uint32_t end)
{
    static const char *const words[] = {"and ", "to ", "of ", "through ", "thru "};
    while (digit(t, at, end))
        at++;
    at = imr_citing_blanks(t, at, end);
    return at < end && imr_is_letter(t->clean[at]) && !IMR_READS_ANY(t, at, end, words) &&
           !imr_citing_word(t, at, end, "f", NULL) && !imr_citing_word(t, at, end, "ff", NULL);
}

/* Where the pages begin behind their label; *colon: one stands between. */
static uint32_t behind_label(const imr_text *t, uint32_t at, uint32_t end, bool *colon)
{
    for (*colon = false; at < end; at++) {
        char ch = t->clean[at];
        if (ch != ' ' && ch != '.' && ch != ':' && ch != '#')
            break;
        *colon |= ch == ':';
    }
    return at;
}

uint32_t imr_page_label(const imr_text *t, uint32_t at, uint32_t end)
{
    static const char *const labels[] = {"pages", "page", "pgs", "pg(s)", "pg", "pp", "p"};
    bool colon;
    if (at >= end || t->low[at] != 'p')
        return 0;
    if (imr_reads(t, at, end, "page(s)")) /* the form's own */
        return behind_label(t, at + (uint32_t)(sizeof "page(s)" - 1), end, &colon);
    char second = t->low[at + 1]; /* "p" itself stands before no letter */
    if (imr_is_lower(second) && second != 'a' && second != 'g' && second != 'p')
        return 0;
    if (second == 'a' && !imr_reads(t, at, end, "page"))
        return 0;
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        if (!imr_reads(t, at, end, labels[i]))
            continue;
        uint32_t after = behind_label(t, at + (uint32_t)strlen(labels[i]), end, &colon);
        if (after == at + 1 && figures_of_name(t, after, end))
            return 0;
        return digit(t, after, end) || colon ? after : 0;
    }
    return 0;
}

/* "58/59": a later page behind the slash at `at`, and no date. */
static bool slashed(const imr_text *t, uint32_t at, uint32_t end, int32_t number)
{
    uint32_t from = ++at;
    int32_t later = 0;
    for (; digit(t, at, end) && at - from < 5; at++)
        later = later * 10 + (t->clean[at] - '0');
    return at > from && later > number && later <= LAST_PAGE &&
           !(at < end && (t->clean[at] == '/' || imr_is_letter(t->clean[at])));
}

/* A page's number at `at`; its end, 0 where there is none. */
static uint32_t page(const imr_text *t, uint32_t at, uint32_t end, int32_t *number)
{
    uint32_t from = at;
    for (*number = 0; digit(t, at, end) && at - from < 5; at++)
        *number = *number * 10 + (t->clean[at] - '0');
    bool more =
        at < end && (digit(t, at, end) || (t->clean[at] == '/' && !slashed(t, at, end, *number)) ||
                     (imr_is_letter(t->clean[at]) && !imr_citing_word(t, at, end, "f", NULL) &&
                      !imr_citing_word(t, at, end, "ff", NULL)));
    return at > from && !more && *number <= LAST_PAGE ? at : 0;
}

/* "303-5" ends with page 305. */
static int32_t written_out(int32_t first, int32_t last)
{
    int32_t scale = last < 10 ? 10 : 100;
    return last < first && last < 100 ? first - first % scale + last : last;
}

/* The dash, or the word, of a range; its end, 0 where there is none. */
IMR_INLINE uint32_t range_sign(const imr_text *t, uint32_t at, uint32_t end)
{
    static const char *const words[] = {"to", "through", "thru"};
    at = imr_citing_blanks(t, at, end);
    uint32_t from = at, size;
    while (at < end && ((size = imr_citing_mark(t, at, end)) > 0 || t->clean[at] == '-'))
        at += size > 0 ? size : 1;
    if (at == from && (at >= end || t->low[at] != *words[0])) /* they share their first letter */
        return 0;
    for (size_t i = 0; at == from && i < sizeof words / sizeof *words; i++)
        imr_citing_word(t, from, end, words[i], &at);
    at = at > from ? imr_citing_blanks(t, at, end) : 0;
    return digit(t, at, end) ? at : 0;
}

/* "Part 2 of 3", "Type 2": is the figure behind the blank at `at` one of the name's? */
static bool numbers_name(const imr_text *t, uint32_t from, uint32_t at)
{
    static const char *const words[] = {"chapter", "level", "no",   "number", "of",
                                        "part",    "phase", "step", "table",  "type"};
    uint32_t end = at - (t->clean[at - 1] == '.');
    uint32_t word = imr_search_part_start(t->low, from, end);
    return IMR_IS_ANY(t, ((imr_span){word, end}), words);
}

uint32_t imr_before_pages(const imr_citing *c, imr_span name)
{
    const imr_text *t = c->text;
    for (uint32_t at = name.at + 1; at < name.end; at++) {
        int32_t number;
        uint32_t end = 0, second;
        if (t->clean[at] == ' ' && digit(t, at + 1, name.end) && !numbers_name(t, name.at, at))
            end = page(t, at + 1, c->rest.end, &number);
        if (end == 0)
            continue;
        second = range_sign(t, end, name.end);
        if (second > 0 && (second = page(t, second, c->rest.end, &number)) > 0)
            end = second;
        if (end >= name.end || (t->clean[end] == ' ' && imr_is_upper(t->clean[end + 1])))
            return at;
    }
    return name.end;
}

/* What nearly all are, "78" and "78-81" before a comma or a full stop; 0 where there is none. */
static inline uint32_t plain_pages(const imr_text *t, uint32_t at, int32_t *first, int32_t *last)
{
    const char *p = t->clean + at;
    int32_t number[2] = {0, 0};
    int i = 0;
    for (int digits = 0;; p++) {
        if (imr_is_digit(*p) && digits++ < 4)
            number[i] = number[i] * 10 + (*p - '0');
        else if (*p == '-' && i == 0 && digits > 0)
            i = 1, digits = 0;
        else if ((*p != ',' && *p != '.') || digits == 0 || digits > 4)
            return 0;
        else
            break;
    }
    *first = number[0];
    *last = number[i];
    return *first <= LAST_PAGE && *last <= LAST_PAGE ? (uint32_t)(p - t->clean) : 0;
}

/* One page, or a range of them; its end, 0 where there is none. */
static uint32_t read_pages(imr_citing *c, uint32_t at)
{
    static const char all[] = "/127"; /* so many pages the MTUS's guidelines of 2009 have */
    imr_document *d = c->stage->doc;
    const imr_text *t = d->text;
    int32_t first, last;
    uint32_t end = plain_pages(t, at, &first, &last), next;
    if (end > 0 && end < c->rest.end) {
        last = written_out(first, last);
        imr_add_range(d, c->is.record, IMR_citation_pages, first, last > first ? last : first,
                      (imr_span){at, end});
        return end;
    }
    end = page(t, at, c->rest.end, &first);
    if (end == 0)
        return 0;
    last = first;
    uint32_t second = range_sign(t, end, c->rest.end);
    if (second > 0 && (second = page(t, second, c->rest.end, &last)) > 0)
        end = second;
    last = written_out(first, last);
    if (last < first)
        last = first;
    imr_add_range(d, c->is.record, IMR_citation_pages, first, last, (imr_span){at, end});
    if (end < c->rest.end && t->clean[end] == '/' &&
        imr_citing_word(t, end, c->rest.end, all, &end))
        return end;
    next = imr_citing_blanks(t, end, c->rest.end); /* "Page 78 of 127" */
    if (next < c->rest.end && t->low[next] == 'o' &&
        imr_citing_word(t, next, c->rest.end, "of", &next)) {
        next = imr_citing_blanks(t, next, c->rest.end);
        uint32_t total = page(t, next, c->rest.end, &last);
        end = total > 0 ? total : end;
    }
    return end;
}

/* What stands between two pages of a list: a comma, "and"; where the next one begins, else 0. */
static uint32_t next_page(const imr_text *t, uint32_t at, uint32_t end)
{
    uint32_t from = at;
    for (;;) {
        at = imr_citing_blanks(t, at, end);
        char ch = at < end ? t->low[at] : '\0';
        if (ch == ',' || ch == ';' || ch == '&' || ch == '/')
            at++;
        else if (ch != 'a' || !imr_citing_word(t, at, end, "and", &at))
            break;
    }
    return at > from && digit(t, at, end) ? at : 0;
}

void imr_citing_take_pages(imr_citing *c, uint32_t at)
{
    uint32_t end;
    c->is.paging = true;
    imr_citation_take(c, at);
    while (at > 0 && (end = read_pages(c, at)) > 0) {
        c->is.pages = true;
        imr_citation_take(c, end);
        at = next_page(c->text, end, c->rest.end);
    }
}

bool imr_citing_pages(imr_citing *c)
{
    const imr_text *t = c->text;
    uint32_t at = imr_page_label(t, c->rest.at, c->rest.end);
    int32_t first;
    if (at == 0 && c->is.paging && page(t, c->rest.at, c->rest.end, &first) > 0)
        at = c->rest.at; /* "Page(s): Table 11-7, 270-271" */
    if (at == 0)
        return false;
    if (c->mtus != IMR_NOWHERE && c->is.authority == IMR_UNCITED) { /* "MTUS Page(s): 78" */
        imr_citation_open(c, IMR_MTUS, c->mtus);
        c->mtus = IMR_NOWHERE;
    }
    imr_citing_take_pages(c, at);
    return true;
}
