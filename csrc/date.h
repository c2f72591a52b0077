/* date.h - dates as letters write them. */
#ifndef IMR_DATE_H
#define IMR_DATE_H

#include "text.h"

typedef struct imr_date {
    int year, month, day;
} imr_date;

#define IMR_DATE_SIZE 10 /* YYYY-MM-DD */

/* What a text that looks like a date is. */
typedef enum imr_date_reading {
    IMR_NO_DATE, /* it does not look like one */
    IMR_DATE_READ,
    IMR_DATE_IMPOSSIBLE /* it looks like one, but the calendar has no such day */
} imr_date_reading;

/* Reads a date at the beginning of s: 11/18/2011, 01/09/14, 10-11-2013, 3-4-16, 10.13.16,
 * 10-13/16, 10-30- 2016, 2013-10-11, October 11, 2013, Oct. 11 2013, October 11th of 2013,
 * 11 October 2013, 11-Oct-13. A month with a year alone is none. Two-digit years are 19xx from 40
 * on, else 20xx. *size: the bytes read. */
imr_date_reading imr_read_date(const char *s, size_t n, imr_date *out, size_t *size);

/* A date within running text. */
typedef struct imr_found_date {
    imr_span span;
    imr_date date;
    imr_date_reading reading; /* read or impossible */
} imr_found_date;

/* The first date in the span, false where there is none. What only looks like one is passed over:
 * a pain of 7-8/10, a score of 2/10. 12 visits, the tail of a longer number. */
bool imr_next_date(const imr_text *t, imr_span within, imr_found_date *out);

/* Writes IMR_DATE_SIZE bytes and a NUL. */
void imr_write_date(imr_date date, char out[IMR_DATE_SIZE + 1]);

/* Was the date written so? */
static inline bool imr_is_written_date(const char *text, imr_date date)
{
    return text[8] - '0' == date.day / 10 && text[9] - '0' == date.day % 10 &&
           text[5] - '0' == date.month / 10 && text[6] - '0' == date.month % 10 &&
           (text[0] - '0') * 10 + text[1] - '0' == date.year / 100 &&
           (text[2] - '0') * 10 + text[3] - '0' == date.year % 100;
}

#endif
