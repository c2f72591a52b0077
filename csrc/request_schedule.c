/* request_schedule.c - a schedule and a dose as nearly all are written, read by hand.
 *
 * "one tablet", "every 8 hours as needed". What is written otherwise, or may go on with words that
 * are not among these, is left to the patterns of frequencies and doses, with which these agree.
 */
#include <string.h>

#include "ascii.h"
#include "request.h"

/* One way to say when or how often; # is a figure or two. */
typedef struct way {
    const char *text;
    bool service; /* no drug is given so */
} way;

static const way ways[] = {
    {"# days a week", true},
    {"# days per week", true},
    {"# hours a day", true},
    {"# hours per day", true},
    {"# times a day", false},
    {"# times a week", false},
    {"# times daily", false},
    {"# times per day", false},
    {"# times per week", false},
    {"as needed", false},
    {"at bedtime", false},
    {"at night", false},
    {"daily", false},
    {"every # hours", false},
    {"every day", false},
    {"every morning", false},
    {"every night", false},
    {"nightly", false},
    {"once a day", false},
    {"once daily", false},
    {"three times a day", false},
    {"three times daily", false},
    {"twice a day", false},
    {"twice daily", false},
};

/* Behind the text where it is written like `as`; NULL where it is not. */
static const char *behind(const char *low, const char *as)
{
    for (; *as != '\0'; as++, low++) {
        if (*as != '#' ? *low != *as : !imr_is_digit(*low))
            return NULL;
        if (*as == '#' && imr_is_digit(low[1]))
            low++;
    }
    return low;
}

static const char *behind_way(const char *low, bool service)
{
    char first = imr_is_digit(*low) ? '#' : *low;
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        if (*ways[i].text != first || (ways[i].service && !service))
            continue;
        const char *next = behind(low, ways[i].text);
        if (next != NULL)
            return next;
    }
    return NULL;
}

/* Can no more of a schedule, or of what it is for, stand here? */
static bool is_over(const char *low)
{
    switch (*low) {
    case ' ':
        return low[1] == '(' || low[1] == '#';
    case ')':
    case ';':
    case ':':
        return true;
    default:
        return false;
    }
}

uint32_t imr_plain_schedule(const imr_text *t, imr_span within, bool service)
{
    const char *at = t->low + within.at, *end = t->low + within.end;
    if (within.at >= 3 && memcmp(at - 3, "of ", 3) == 0) /* activities of daily living */
        return 0;
    for (;;) {
        at = behind_way(at, service);
        if (at == NULL || at > end)
            return 0;
        if (at == end || is_over(at))
            return (uint32_t)(at - t->low);
        at += *at == ',';
        if (*at++ != ' ')
            return 0;
    }
}

bool imr_plain_dose(const imr_text *t, imr_span within)
{
    static const char *const doses[] = {"# ", "one ", "two "};
    static const char *const units[] = {"cap ", "capsule ", "capsules ", "caps ",
                                        "tab ", "tablet ",  "tablets ",  "tabs "};
    const char *at = t->low + within.at, *end = t->low + within.end, *next = NULL;
    if (*at == 't' && behind(at, "take ") != NULL)
        at += strlen("take ");
    for (size_t i = 0; i < sizeof doses / sizeof *doses && next == NULL; i++)
        next = behind(at, doses[i]);
    for (size_t i = 0; next != NULL && i < sizeof units / sizeof *units; i++)
        if (*next == *units[i] && behind(next, units[i]) == end)
            return true;
    return false;
}
