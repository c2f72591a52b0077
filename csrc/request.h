/* request.h - what the readers of a disputed item share.
 *
 * A heading is walked once, word by word: each word's kinds come together in one set of bits, and
 * what the tables know at that place is kept. A reader whose kind of word is not there need not
 * look at the text again.
 */
#ifndef IMR_REQUEST_H
#define IMR_REQUEST_H

#include "fields.h"
#include "knowledge.h"

/* The kinds of request_words.def, then what signs and figures say. */
enum {
    IMR_W_THERAPY = 1 << 0,
    IMR_W_MAYBE = 1 << 1,
    IMR_W_VISIT = 1 << 2,
    IMR_W_DEVICE = 1 << 3,
    IMR_W_TOPICAL = 1 << 4,
    IMR_W_FORM = 1 << 5,
    IMR_W_SALT = 1 << 6,
    IMR_W_LEAD = 1 << 7,
    IMR_W_JOIN = 1 << 8,
    IMR_W_WITH = 1 << 9,
    IMR_W_LABORATORY = 1 << 10,
    IMR_W_UNIT = 1 << 11,
    IMR_W_MANY = 1 << 12,
    IMR_W_QUANTITY = 1 << 13,
    IMR_W_REFILL = 1 << 14,
    IMR_W_CONTAINER = 1 << 15,
    IMR_W_COUNTED = 1 << 16,
    IMR_W_VOLUME = 1 << 17,
    IMR_W_INJECTION = 1 << 18,
    IMR_W_WEEK = 1 << 19,
    IMR_W_MONTH = 1 << 20,
    IMR_W_OFTEN = 1 << 21,
    IMR_W_TIMES = 1 << 22,
    IMR_W_SIDE = 1 << 23,
    IMR_W_PROVIDED = 1 << 24,
    IMR_W_TOOTH = 1 << 30,

    IMR_W_FIGURE = 1 << 25,      /* a number in figures */
    IMR_W_NUMBER_SIGN = 1 << 26, /* # */
    IMR_W_PERCENT = 1 << 27,
    IMR_W_LEVEL = 1 << 28, /* C, T, L or S and a figure */
    IMR_W_SCHEDULE = IMR_W_OFTEN | IMR_W_TIMES | IMR_W_WEEK | IMR_W_MONTH,
    IMR_W_CODE = 1 << 29 /* four or five figures in a row */
};

/* The kinds of a word of a letter; 0 where it is not in request_words.def. */
static inline uint32_t imr_word_kinds(const imr_stage *s, imr_span word)
{
    return (uint32_t)imr_stage_term(s, word);
}

/* What a table knows, and where it stands. */
typedef struct imr_found {
    const imr_entry *entry;
    imr_span span;
} imr_found;

enum { IMR_FOUND_MAX = 24 };

/* A text that tells what is asked for: an issue's treatment, or a clause of a modified request. */
typedef struct imr_item {
    const imr_stage *stage;
    const imr_text *text;
    imr_span span;
    uint32_t words; /* the kinds of words in it */
    uint32_t word_count;
    imr_found drugs[IMR_FOUND_MAX], parts[IMR_FOUND_MAX], sides[IMR_FOUND_MAX];
    uint32_t drug_count, part_count, side_count;
    imr_span drug;     /* the drug that is asked for, once imr_request_drug has read it */
    uint32_t schedule; /* where the first word of when and how often stands; 0: nowhere */
    /* Where the first and the last number stand, in figures or words; where the first
     * sign or word of a quantity stands, of refills, and the letter of a level: IMR_NOWHERE where
     * there is none. So nobody searches all of the text for one. */
    uint32_t number, last_number, quantity, refill, level;
    bool therapy; /* it is given in sessions */
} imr_item;

/* request_item.c: walks the text. */
void imr_read_item(const imr_stage *s, imr_span span, imr_item *item);

/* A match within the item. */
static inline bool imr_item_match(const imr_item *item, imr_pattern id, imr_span within,
                                  imr_match *out)
{
    return imr_stage_match(item->stage, id, within, out);
}

/* The part of a span from the item's first number on: nothing that begins with a number begins
 * before. */
static inline imr_span imr_from_number(const imr_item *item, imr_span within)
{
    return item->number > within.at ? (imr_span){item->number, within.end} : within;
}

/* Is there a number in the item behind `at`? */
static inline bool imr_number_behind(const imr_item *item, uint32_t at)
{
    return item->number != IMR_NOWHERE && item->last_number >= at;
}

/* The end of the number in figures at `at` where nothing else can be part of it, nor a unit of
 * weight follow it: "60", "60.00" before a comma or a word. 0 where it is not so plain: a pattern
 * has to read it. Nearly all are. */
uint32_t imr_plain_number(const imr_text *t, uint32_t at, uint32_t end);

/* The number that a span is: 60, 60.00, 1,200, "twelve", "twenty-four", "one hundred and twenty",
 * "once", "no". Negative where it is none. */
double imr_read_number(const imr_text *t, imr_span s);

/* Is the number in figures that ends before "x" at `times` one by itself, so many times what
 * follows? A code, a level, a day, or the number of a phase is not: what follows such a one is the
 * count. */
bool imr_is_multiplied(const imr_item *item, uint32_t times);

/* The item's only number, in one or two figures at its end, set off: "(12)", "- 12", ": 12", "12x".
 */
bool imr_count_at_end(const imr_item *item, imr_span *number);

/* request_drug.c: drug, ingredients and strength. Sets item->drug. */
void imr_request_drug(imr_item *item, imr_record *request);

/* request_body.c: laterality, body parts, levels and codes. */
void imr_request_body(const imr_item *item, imr_record *request);

/* request_level.c: the levels of the spine, in an item in which a letter of one stands. */
void imr_request_levels(const imr_item *item, imr_record *request);

/* What can be counted of an item. */
typedef enum imr_unit {
    IMR_UNIT_QUANTITY,
    IMR_UNIT_SESSIONS,
    IMR_UNIT_REFILLS,
    IMR_UNIT_WEEKS,
    IMR_UNIT_MONTHS,
    IMR_UNIT_PER_WEEK, /* no unit of a modified request */
    IMR_UNITS
} imr_unit;

typedef struct imr_amounts {
    bool known[IMR_UNITS];
    double n[IMR_UNITS];
    imr_span span[IMR_UNITS];
    imr_span course;   /* "2 times a week for 6 weeks": the words that gave per_week and weeks */
    bool plain_course; /* it is written just so */
} imr_amounts;

/* The first reading of an amount stays; a negative number is none. */
static inline void imr_set_amount(imr_amounts *a, imr_unit unit, double n, imr_span span)
{
    if (n < 0 || a->known[unit])
        return;
    a->known[unit] = true;
    a->n[unit] = n;
    a->span[unit] = span;
}

/* request_amount.c: every amount that the item tells; false where there can be none. */
bool imr_read_amounts(const imr_item *item, imr_amounts *out);

/* request_course.c: sessions, sessions a week and weeks. */
void imr_read_course(const imr_item *item, imr_amounts *out);

/* request_frequency.c */
void imr_request_frequency(const imr_item *item, const imr_amounts *amounts, imr_record *request);

/* request_schedule.c: reads by hand what nearly all schedules are at the beginning of the span,
 * "every 8 hours as needed"; returns where they end, 0 where a pattern has to read it. */
uint32_t imr_plain_schedule(const imr_text *t, imr_span within, bool service);

/* The same of a dose: is the whole span one, "one tablet "? */
bool imr_plain_dose(const imr_text *t, imr_span within);

/* request_modified.c: modification.amount. */
void imr_request_modified(const imr_stage *s, imr_record *issue, const imr_item *item,
                          const imr_amounts *disputed);

#endif
