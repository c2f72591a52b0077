/* The table of dates: every shape in which letters write them, and what is none. */
#include "date.h"

#include "check.h"

typedef struct row {
    const char *text;
    const char *want; /* YYYY-MM-DD; "impossible"; NULL: no date */
    size_t size;      /* of it that is read; 0: all */
} row;

static const row rows[] = {
    /* digits */
    {"11/18/2011", "2011-11-18", 0},
    {"01/09/14", "2014-01-09", 0},
    {"1/9/14", "2014-01-09", 0},
    {"4/2/1998", "1998-04-02", 0},
    {"10-11-2013", "2013-10-11", 0},
    {"10-13-16", "2016-10-13", 0},
    {"3-4-16", "2016-03-04", 0},
    {"3.4.2016", "2016-03-04", 0},
    {"10-13/16", "2016-10-13", 0},
    {"10-30- 2016", "2016-10-30", 0},
    {"12 -31-16", "2016-12-31", 0},
    {"12- 31- 16", "2016-12-31", 0},
    {"02/03/40", "1940-02-03", 0},
    {"02/03/39", "2039-02-03", 0},
    {"02/03/00", "2000-02-03", 0},
    {"02/03/99", "1999-02-03", 0},
    /* words */
    {"October 11, 2013", "2013-10-11", 0},
    {"October 1, 2013", "2013-10-01", 0},
    {"OCTOBER 11, 2013", "2013-10-11", 0},
    {"october 11 2013", "2013-10-11", 0},
    {"Oct. 11, 2013", "2013-10-11", 0},
    {"Oct 11, 2013", "2013-10-11", 0},
    {"Sept. 3, 2014", "2014-09-03", 0},
    {"Sep 3, 2014", "2014-09-03", 0},
    {"May 4, 2014", "2014-05-04", 0},
    {"July 20th, 2010", "2010-07-20", 0},
    {"March 1st 2014", "2014-03-01", 0},
    {"January  2 , 2014", "2014-01-02", 0},
    {"October 11th of 2013", "2013-10-11", 0},
    {"October 11,2013", "2013-10-11", 0},
    /* the day or the year first */
    {"11 October 2013", "2013-10-11", 0},
    {"11th of October, 2013", "2013-10-11", 0},
    {"3 Sept. 2014", "2014-09-03", 0},
    {"11-Oct-13", "2013-10-11", 0},
    {"11-Oct-2013", "2013-10-11", 0},
    {"2013-10-11", "2013-10-11", 0},
    {"2013/10/11", "2013-10-11", 0},
    /* what follows is not read */
    {"11/18/2011.", "2011-11-18", 10},
    {"11/18/2011 and 12/01/2011", "2011-11-18", 10},
    {"11/18/11-12/01/11", "2011-11-18", 8},
    {"October 11, 2013, he", "2013-10-11", 16},
    /* the calendar */
    {"02/29/2016", "2016-02-29", 0},
    {"02/29/2000", "2000-02-29", 0},
    {"12/31/1999", "1999-12-31", 0},
    {"02/29/2015", "impossible", 0},
    {"02/29/1900", "impossible", 0},
    {"02/30/2016", "impossible", 0},
    {"13/01/2016", "impossible", 0},
    {"00/10/2016", "impossible", 0},
    {"10/00/2016", "impossible", 0},
    {"04/31/2016", "impossible", 0},
    {"06/31/16", "impossible", 0},
    {"99/99/9999", "impossible", 0},
    {"01/01/1066", "impossible", 0},
    {"31 April 2014", "impossible", 0},
    {"2014-02-30", "impossible", 0},
    {"January 32, 2014", "impossible", 0},
    {"February 30, 2014", "impossible", 0},
    /* no dates */
    {"", NULL, 0},
    {"1", NULL, 0},
    {"11/18", NULL, 0},
    {"11/18/", NULL, 0},
    {"11/18/201", NULL, 0},
    {"11/18/20111", NULL, 0},
    {"111/18/2011", NULL, 0},
    {"11/181/2011", NULL, 0},
    {"11 18 2011", NULL, 0},
    {"7/10 without", NULL, 0},
    {"10/325mg", NULL, 0},
    {"2-3 times", NULL, 0},
    {"L4-L5", NULL, 0},
    {"May have", NULL, 0},
    {"May 4", NULL, 0},
    {"May 4, 14", NULL, 0},
    {"October, 2013", NULL, 0},
    {"Octopus 11, 2013", NULL, 0},
    {"Marching 11, 2013", NULL, 0},
    {"O 11, 2013", NULL, 0},
    {"/18/2011", NULL, 0},
    {"2013-10", NULL, 0},
    {"11 Octopus 2013", NULL, 0},
    {"11 October", NULL, 0},
    {"47-year-old, 2013", NULL, 0},
    {"4 visits, 2013", NULL, 0},
    {"90 units of 2013", NULL, 0},
    {"11 October 13", NULL, 0},
};

/* Dates in running text: the texts of all that are found, with " | " between. */
static const struct {
    const char *text, *want;
} runs[] = {
    {"injured on 11/18/2011.", "11/18/2011"},
    {"a period of 1/2/09-8/30/12, at work", "1/2/09 | 8/30/12"},
    {"on October 11, 2013, and 12- 31-16", "October 11, 2013 | 12- 31-16"},
    {"(9-8-2015) and 10-13/16", "9-8-2015 | 10-13/16"},
    {"DOI:10.11.2013", "10.11.2013"},
    {"note dated 02/30/2014 has", "02/30/2014"},
    {"seen on 11 October 2013", "11 October 2013"},
    {"in March 2012 and in 2013", ""},
    {"pain 7-8/10, at worst 9/10", ""},
    {"rated 2/10. 12 visits followed", ""},
    {"Norco 10/325 mg, Norco 5-325mg", ""},
    {"C5-6-7, L4-5-05 and T1-2-12", ""},
    {"code 99213-25-59", ""},
    {"a form of 10/11/2013/4", ""},
    {"the march 11, 2013 levels", ""},
    {"#3-4-16 and $3-4-16", ""},
    {"1.2.34mm of step", ""},
    {"Case 13-000004", ""},
    {"", ""},
};

static void finds_dates_in_text(void)
{
    for (size_t i = 0; i < sizeof runs / sizeof *runs; i++) {
        char text[64 + 64] = ""; /* zeros stand behind a letter's text */
        size_t size = strlen(runs[i].text);
        if (!CHECK(size <= 64))
            continue;
        memcpy(text, runs[i].text, size);
        imr_text t = {.clean = text, .low = text, .size = (uint32_t)size};
        imr_span rest = {0, t.size};
        imr_found_date date;
        char found[100] = "";
        while (imr_next_date(&t, rest, &date)) {
            if (found[0] != '\0')
                strcat(found, " | ");
            strncat(found, t.clean + date.span.at, date.span.end - date.span.at);
            rest.at = date.span.end;
        }
        CHECK_TEXT(found, runs[i].want);
    }
}

static bool reads(const row *r)
{
    /* A block of its own size, so that a read past its end is seen. */
    size_t n = strlen(r->text), size = 99;
    char *text = malloc(n + 1);
    if (text == NULL)
        abort();
    memcpy(text, r->text, n);
    imr_date date = {0, 0, 0};
    imr_date_reading reading = imr_read_date(text, n, &date, &size);
    free(text);
    if (r->want == NULL)
        return reading == IMR_NO_DATE && size == 0;
    if (size != (r->size > 0 ? r->size : n))
        return false;
    if (strcmp(r->want, "impossible") == 0)
        return reading == IMR_DATE_IMPOSSIBLE;
    char written[IMR_DATE_SIZE + 1];
    imr_write_date(date, written);
    return reading == IMR_DATE_READ && strcmp(written, r->want) == 0;
}

/* Every day of two centuries is read as it is written. */
static void reads_every_day(void)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool good = true;
    for (int year = 1900; year <= 2099; year++)
        for (int month = 1; month <= 12; month++) {
            bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            int last = days[month - 1] + (month == 2 && leap);
            for (int day = 1; day <= 31; day++) {
                char text[32];
                int n = snprintf(text, sizeof text, "%02d/%02d/%04d", month, day, year);
                imr_date date;
                size_t size;
                imr_date_reading want = day <= last ? IMR_DATE_READ : IMR_DATE_IMPOSSIBLE;
                good = good && imr_read_date(text, (size_t)n, &date, &size) == want &&
                       size == (size_t)n && date.year == year && date.month == month &&
                       date.day == day;
            }
        }
    CHECK(good);
}

int main(void)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (!CHECK(reads(&rows[i])))
            printf("    of \"%s\", want %s\n", rows[i].text, rows[i].want ? rows[i].want : "none");
    reads_every_day();
    finds_dates_in_text();
    return check_result();
}
