#include "date.h"

#include <string.h>

typedef struct cursor {
    const char *s;
    size_t n, at;
} cursor;

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static bool letter(char c)
{
    return lower(c) >= 'a' && lower(c) <= 'z';
}

/* A number of at most `most` digits; -1 where there is none or it is longer. */
static int number(cursor *c, size_t most, size_t *digits)
{
    int value = 0;
    size_t from = c->at;
    while (c->at < c->n && digit(c->s[c->at]) && c->at - from < most)
        value = value * 10 + (c->s[c->at++] - '0');
    *digits = c->at - from;
    return *digits == 0 || (c->at < c->n && digit(c->s[c->at])) ? -1 : value;
}

static void blanks(cursor *c)
{
    while (c->at < c->n && c->s[c->at] == ' ')
        c->at++;
}

/* Between the parts of a numeric date: / - or ., where a line broke with a blank. */
static bool separator(cursor *c)
{
    cursor start = *c;
    blanks(c);
    if (c->at < c->n && strchr("/-.", c->s[c->at]) != NULL) {
        c->at++;
        blanks(c);
        if (c->at < c->n && digit(c->s[c->at]))
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

/* A month's name, or its first three or four letters. */
static int month_name(cursor *c)
{
    static const char *const names[] = {"january",   "february", "march",    "april",
                                        "may",       "june",     "july",     "august",
                                        "september", "october",  "november", "december"};
    size_t size = 0;
    while (c->at + size < c->n && letter(c->s[c->at + size]))
        size++;
    if (size < 3)
        return 0;
    for (int m = 0; m < 12; m++) {
        size_t whole = strlen(names[m]);
        if (size != whole && size != 3 && !(size == 4 && m == 8))
            continue;
        size_t i = 0;
        while (i < size && i < whole && lower(c->s[c->at + i]) == names[m][i])
            i++;
        if (i == size) {
            c->at += size;
            return m + 1;
        }
    }
    return 0;
}

static imr_date_reading settle(const cursor *c, imr_date d, imr_date *out, size_t *size)
{
    *out = d;
    *size = c->at;
    return possible(d) ? IMR_DATE_READ : IMR_DATE_IMPOSSIBLE;
}

static imr_date_reading read_words(cursor c, imr_date *out, size_t *size)
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
    if (c.at + 2 <= c.n && letter(c.s[c.at])) /* 1st, 2nd, 3rd, 4th */
        c.at += 2;
    blanks(&c);
    if (c.at < c.n && c.s[c.at] == ',')
        c.at++;
    blanks(&c);
    int year = number(&c, 4, &digits);
    if (year < 0 || digits != 4)
        return IMR_NO_DATE;
    d.year = year;
    return settle(&c, d, out, size);
}

imr_date_reading imr_read_date(const char *s, size_t n, imr_date *out, size_t *size)
{
    cursor c = {s, n, 0};
    *size = 0;
    if (n > 0 && letter(s[0]))
        return read_words(c, out, size);
    size_t digits;
    imr_date d = {0};
    d.month = number(&c, 2, &digits);
    if (d.month < 0 || !separator(&c))
        return IMR_NO_DATE;
    d.day = number(&c, 2, &digits);
    if (d.day < 0 || !separator(&c))
        return IMR_NO_DATE;
    int year = number(&c, 4, &digits);
    if (year < 0 || (digits != 2 && digits != 4))
        return IMR_NO_DATE;
    d.year = whole_year(year, digits);
    return settle(&c, d, out, size);
}

void imr_write_date(imr_date d, char out[IMR_DATE_SIZE + 1])
{
    int year = d.year;
    for (int i = 3; i >= 0; i--, year /= 10)
        out[i] = (char)('0' + year % 10);
    out[4] = out[7] = '-';
    out[5] = (char)('0' + d.month / 10);
    out[6] = (char)('0' + d.month % 10);
    out[8] = (char)('0' + d.day / 10);
    out[9] = (char)('0' + d.day % 10);
    out[10] = '\0';
}
