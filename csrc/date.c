#include "date.h"

#include <string.h>

#include "ascii.h"
#include "search.h"

typedef struct cursor {
    const char *s;
    size_t n, at;
} cursor;

/* A number of at most `most` digits; -1 where there is none or it is longer. */
static int number(cursor *c, size_t most, size_t *digits)
{
    int value = 0;
    size_t from = c->at;
    while (c->at < c->n && imr_is_digit(c->s[c->at]) && c->at - from < most)
        value = value * 10 + (c->s[c->at++] - '0');
    *digits = c->at - from;
    return *digits == 0 || (c->at < c->n && imr_is_digit(c->s[c->at])) ? -1 : value;
}

static void blanks(cursor *c)
{
    while (c->at < c->n && c->s[c->at] == ' ')
        c->at++;
}

/* Between the parts of a numeric date. */
static bool sign(char c)
{
    return c == '/' || c == '-' || c == '.';
}

/* The same, where a line broke with a blank. */
static bool separator(cursor *c)
{
    cursor start = *c;
    blanks(c);
    if (c->at < c->n && sign(c->s[c->at])) {
        c->at++;
        blanks(c);
        if (c->at < c->n && imr_is_digit(c->s[c->at]))
            return true;
    }
    *c = start;
    return false;
}

static bool leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static bool possible(imr_date d)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return d.year >= 1900 && d.year <= 2099 && d.month >= 1 && d.month <= 12 && d.day >= 1 &&
           d.day <= days[d.month - 1] + (d.month == 2 && leap(d.year));
}

static int whole_year(int year, size_t digits)
{
    if (digits == 2)
        return year >= 40 ? 1900 + year : 2000 + year;
    return digits == 4 ? year : 0;
}

/* The month whose name begins with the three letters; 0 where none does. */
static int month_of(const char *s)
{
#define THREE(a, b, c) ((unsigned char)(a) << 16 | (unsigned char)(b) << 8 | (unsigned char)(c))
    switch (THREE(imr_lower(s[0]), imr_lower(s[1]), imr_lower(s[2]))) {
    case THREE('j', 'a', 'n'):
        return 1;
    case THREE('f', 'e', 'b'):
        return 2;
    case THREE('m', 'a', 'r'):
        return 3;
    case THREE('a', 'p', 'r'):
        return 4;
    case THREE('m', 'a', 'y'):
        return 5;
    case THREE('j', 'u', 'n'):
        return 6;
    case THREE('j', 'u', 'l'):
        return 7;
    case THREE('a', 'u', 'g'):
        return 8;
    case THREE('s', 'e', 'p'):
        return 9;
    case THREE('o', 'c', 't'):
        return 10;
    case THREE('n', 'o', 'v'):
        return 11;
    case THREE('d', 'e', 'c'):
        return 12;
    default:
        return 0;
    }
#undef THREE
}

/* A month's name, or its first three letters, or four of September's. */
static int month_name(cursor *c)
{
    static const char *const names[] = {"january",   "february", "march",    "april",
                                        "may",       "june",     "july",     "august",
                                        "september", "october",  "november", "december"};
    const char *s = c->s + c->at;
    size_t size = 0, left = c->n - c->at;
    int month = left >= 3 ? month_of(s) : 0;
    if (month == 0)
        return 0;
    const char *name = names[month - 1];
    while (size < left && name[size] != '\0' && imr_lower(s[size]) == name[size])
        size++;
    bool whole = name[size] == '\0' || size == 3 || (size == 4 && month == 9);
    if (!whole || (size < left && imr_is_letter(s[size])))
        return 0;
    c->at += size;
    return month;
}

static imr_date_reading settle(const cursor *c, imr_date d, imr_date *out, size_t *size)
{
    *out = d;
    *size = c->at;
    return possible(d) ? IMR_DATE_READ : IMR_DATE_IMPOSSIBLE;
}

/* "of", or a comma, between the day and the year that a month's name goes with. */
static void before_year(cursor *c)
{
    blanks(c);
    if (c->at < c->n && c->s[c->at] == ',')
        c->at++;
    else if (c->at + 3 < c->n && memcmp(c->s + c->at, "of ", 3) == 0)
        c->at += 3;
    blanks(c);
}

/* 1st, 2nd, 3rd, 4th */
static void ordinal(cursor *c)
{
    static const char *const endings[] = {"st", "nd", "rd", "th"};
    for (size_t i = 0; i < 4; i++)
        if (c->at + 2 <= c->n && imr_lower(c->s[c->at]) == endings[i][0] &&
            imr_lower(c->s[c->at + 1]) == endings[i][1] &&
            (c->at + 2 == c->n || !imr_is_letter(c->s[c->at + 2]))) {
            c->at += 2;
            return;
        }
}

static bool year_follows(cursor *c, bool short_too, imr_date *d)
{
    size_t digits;
    int year = number(c, 4, &digits);
    if (year < 0 || (digits != 4 && !(digits == 2 && short_too)))
        return false;
    d->year = whole_year(year, digits);
    return true;
}

/* October 11, 2013 */
static imr_date_reading read_month_first(cursor c, imr_date *out, size_t *size)
{
    size_t digits;
    imr_date d = {0};
    d.month = month_name(&c);
    if (d.month == 0)
        return IMR_NO_DATE;
    if (c.at < c.n && c.s[c.at] == '.')
        c.at++;
    blanks(&c);
    d.day = number(&c, 2, &digits);
    if (d.day < 0)
        return IMR_NO_DATE;
    ordinal(&c);
    before_year(&c);
    return year_follows(&c, false, &d) ? settle(&c, d, out, size) : IMR_NO_DATE;
}

/* 11 October 2013, 11th of October, 2013, 11-Oct-13; the cursor is behind the day's number */
static imr_date_reading read_day_first(cursor c, int day, imr_date *out, size_t *size)
{
    imr_date d = {.day = day};
    bool dashes = c.at < c.n && c.s[c.at] == '-';
    if (dashes) {
        c.at++;
    } else {
        ordinal(&c);
        before_year(&c);
    }
    d.month = month_name(&c);
    if (d.month == 0)
        return IMR_NO_DATE;
    if (dashes && c.at < c.n && c.s[c.at] == '-') {
        c.at++;
    } else {
        if (c.at < c.n && c.s[c.at] == '.')
            c.at++;
        before_year(&c);
    }
    return year_follows(&c, dashes, &d) ? settle(&c, d, out, size) : IMR_NO_DATE;
}

/* 2013-10-11; the cursor is behind the year */
static imr_date_reading read_year_first(cursor c, int year, imr_date *out, size_t *size)
{
    size_t digits;
    imr_date d = {.year = year};
    if (!separator(&c))
        return IMR_NO_DATE;
    d.month = number(&c, 2, &digits);
    if (d.month < 0 || !separator(&c))
        return IMR_NO_DATE;
    d.day = number(&c, 2, &digits);
    return d.day < 0 ? IMR_NO_DATE : settle(&c, d, out, size);
}

/* 11/18/2011, 1-9-14: figures and signs alone, and `n` is enough for any. The parts' rarer shapes
 * are not read here. */
static bool read_figures(const char *s, size_t n, imr_date *d, size_t *size)
{
    enum { LONGEST = 10 }; /* bytes */
    if (n <= LONGEST || !imr_is_digit(s[0]))
        return false;
    size_t at = 1;
    d->month = s[0] - '0';
    if (imr_is_digit(s[at]))
        d->month = d->month * 10 + (s[at++] - '0');
    if (!sign(s[at]) || !imr_is_digit(s[at + 1]))
        return false;
    d->day = s[at + 1] - '0';
    at += 2;
    if (imr_is_digit(s[at]))
        d->day = d->day * 10 + (s[at++] - '0');
    if (!sign(s[at]) || !imr_is_digit(s[at + 1]) || !imr_is_digit(s[at + 2]))
        return false;
    int year = (s[at + 1] - '0') * 10 + (s[at + 2] - '0');
    at += 3;
    bool whole = imr_is_digit(s[at]);
    if (whole && (!imr_is_digit(s[at + 1]) || (at + 2 < n && imr_is_digit(s[at + 2]))))
        return false;
    if (whole)
        year = year * 100 + (s[at] - '0') * 10 + (s[at + 1] - '0');
    d->year = whole_year(year, whole ? 4 : 2);
    *size = at + (whole ? 2 : 0);
    return true;
}

/* Is the number at the beginning nobody's day, as "47-year" and "4 visits" are: does a letter
 * follow that no month, no ordinal and no "of" begins with? */
static bool no_day(const char *s, size_t n)
{
    enum { LONGEST = 4 };
    static const char letters[] = "jfmasondrt";
    size_t at = 0;
    while (at < n && at < LONGEST && imr_is_digit(s[at]))
        at++;
    at += at < n && (s[at] == ' ' || s[at] == '-');
    return at < n && imr_is_letter(s[at]) && strchr(letters, imr_lower(s[at])) == NULL;
}

imr_date_reading imr_read_date(const char *s, size_t n, imr_date *out, size_t *size)
{
    cursor c = {s, n, 0};
    imr_date plain;
    if (read_figures(s, n, &plain, size)) {
        *out = plain;
        return possible(plain) ? IMR_DATE_READ : IMR_DATE_IMPOSSIBLE;
    }
    *size = 0;
    if (n > 0 && imr_is_letter(s[0]))
        return read_month_first(c, out, size);
    if (no_day(s, n))
        return IMR_NO_DATE;
    size_t digits;
    imr_date d = {0};
    int first = number(&c, 4, &digits);
    if (first < 0 || digits == 3)
        return IMR_NO_DATE;
    if (digits == 4)
        return read_year_first(c, first, out, size);
    d.month = first;
    if (!separator(&c))
        return read_day_first(c, first, out, size);
    d.day = number(&c, 2, &digits);
    if (d.day < 0 || !separator(&c))
        return IMR_NO_DATE;
    return year_follows(&c, true, &d) ? settle(&c, d, out, size) : IMR_NO_DATE;
}

/* ---- in running text ------------------------------------------------------------------------- */

/* Are they the signs that dates have, twice the same, behind one figure or two: "11/18/2011"? */
static bool same_signs(const char *s)
{
    if (!imr_is_digit(s[0]))
        return false;
    const char *one = s + 1 + imr_is_digit(s[1]), *two = one + 2 + imr_is_digit(one[2]);
    return one[0] == two[0] && (one[0] == '/' || one[0] == '-');
}

/* Numbers with signs between them that are more often something else than a date: a full stop may
 * end a sentence (2/10. 12 visits), and a score out of ten may be a range (7-8/10). */
static bool looks_otherwise(const char *s, size_t size, imr_date d)
{
    char signs[2] = {0};
    size_t count = 0, spaced = 0;
    if (same_signs(s))
        return false;
    for (size_t i = 0; i < size && count < 2; i++)
        if (sign(s[i])) {
            signs[count++] = s[i];
            spaced += (i > 0 && s[i - 1] == ' ') || s[i + 1] == ' ';
        }
    if (count < 2 || imr_is_letter(s[0]))
        return false;
    if (signs[0] == '.' || signs[1] == '.')
        return signs[0] != signs[1] || spaced > 0;
    return signs[0] == '-' && signs[1] == '/' && d.year == 2010 && d.month <= 10 && d.day <= 10;
}

/* Do a month's first letter and its second stand there, a capital first? Most capitals that are met
 * begin something else. */
static bool like_month(const char *s)
{
#define LETTER(c) (1u << ((c)&31))
    const uint32_t firsts = LETTER('j') | LETTER('f') | LETTER('m') | LETTER('a') | LETTER('s') |
                            LETTER('o') | LETTER('n') | LETTER('d');
    const uint32_t seconds =
        LETTER('a') | LETTER('e') | LETTER('p') | LETTER('u') | LETTER('c') | LETTER('o');
    return (firsts & LETTER(s[0])) != 0 && (seconds & LETTER(s[1])) != 0;
#undef LETTER
}

/* May a date begin at `at`? Not within a word or a longer number. */
static bool may_begin(const char *s, uint32_t at, uint32_t from)
{
    if (at == from)
        return true;
    char before = s[at - 1];
    if (imr_is_digit(s[at])) {
        if (imr_is_digit(before) || imr_is_letter(before) || before == '#' || before == '$')
            return false;
        return !(sign(before) || before == ',') || at - 1 == from || !imr_is_digit(s[at - 2]);
    }
    return !imr_is_letter(before) && !imr_is_digit(before);
}

static bool may_end(const char *s, size_t size, size_t n)
{
    return size >= n || (!imr_is_digit(s[size]) && !imr_is_letter(s[size]) &&
                         !(s[size] == '/' && size + 1 < n && imr_is_digit(s[size + 1])));
}

bool imr_next_date(const imr_text *t, imr_span within, imr_found_date *out)
{
    for (uint32_t at = within.at;
         (at = imr_search_date(t->clean, within.at, at, within.end)) < within.end; at++) {
        const char *s = t->clean + at;
        size_t size, n = within.end - at;
        if ((imr_is_upper(*s) && (!like_month(s) || month_of(s) == 0)) ||
            !may_begin(t->clean, at, within.at))
            continue;
        out->reading = imr_read_date(s, n, &out->date, &size);
        if (out->reading == IMR_NO_DATE || !may_end(s, size, n) ||
            looks_otherwise(s, size, out->date))
            continue;
        out->span = (imr_span){at, at + (uint32_t)size};
        return true;
    }
    return false;
}

static void write_pair(int number, char *out)
{
    unsigned n = (unsigned)number;
    out[0] = (char)('0' + n / 10);
    out[1] = (char)('0' + n % 10);
}

void imr_write_date(imr_date d, char out[IMR_DATE_SIZE + 1])
{
    write_pair(d.year / 100, out);
    write_pair(d.year % 100, out + 2);
    out[4] = out[7] = '-';
    write_pair(d.month, out + 5);
    write_pair(d.day, out + 8);
    out[10] = '\0';
}
