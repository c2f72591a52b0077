/* What is read of a schedule and a dose by hand is what their patterns find. */
#include "request.h"

#include "check.h"

static const char *const ways[] = {
    "12 hours a day",
    "3 days a week",
    "3 days per week",
    "4 hours per day",
    "3 times a day",
    "2 times a week",
    "10 times daily",
    "2 times per day",
    "2 times per week",
    "as needed",
    "at bedtime",
    "at night",
    "daily",
    "every 8 hours",
    "every 12 hours",
    "every day",
    "every morning",
    "every night",
    "nightly",
    "once a day",
    "once daily",
    "three times a day",
    "twice a day",
    "twice daily",
    "three times daily",
    "TWICE DAILY",
    "q 8 hours",
    "123 times a day",
};

/* What a schedule may go on with, or be part of. */
static const char *const after[] = {
    "",         " (for pain)", " #60",     ", #60",   ")",           "; refills", ": ",
    ".",        " for pain",   " living",  " for 10", " for 6 days", "/week",     "s",
    " PRN",     " 2 tabs bid", "-as",      " or bid", " & prn",      " to bid",   ", with food",
    " (daily)", " 60",         " qty: 60", ", twice", " for the",    "  daily",   " x 6 weeks",
};

static const char *const before[] = {"", "Norco ", "of ", "activities of ", "one ", "1 "};

static const char *const joins[] = {" ", ", ", " and ", ",", " - "};

static imr_patterns *patterns;
static imr_matcher *matcher;

typedef struct letter {
    char clean[256], low[256];
    imr_text text;
} letter;

static void write(letter *l, const char *text)
{
    *l = (letter){0};
    l->text = (imr_text){.clean = l->clean, .low = l->low, .size = (uint32_t)strlen(text)};
    for (uint32_t i = 0; i < l->text.size; i++) {
        l->clean[i] = text[i];
        l->low[i] = imr_lower(text[i]);
    }
}

/* Reads what stands at `at` both ways, to each end; how often they disagree. */
static unsigned disagrees(const char *text, uint32_t at)
{
    unsigned wrong = 0;
    letter l;
    write(&l, text);
    for (uint32_t end = at; end <= l.text.size; end++)
        for (int service = 0; service < 2; service++) {
            imr_match match;
            imr_span within = {at, end};
            imr_pattern pattern = service ? IMR_PATTERN_SERVICE_FREQUENCY : IMR_PATTERN_FREQUENCY;
            uint32_t by_hand = imr_plain_schedule(&l.text, within, service != 0);
            if (by_hand == 0 ||
                (imr_match_in(matcher, patterns, pattern, &l.text, within, &match) &&
                 match.whole.at == at && match.whole.end == by_hand))
                continue;
            printf("    by hand to %u: %.*s\n", (unsigned)by_hand, (int)end, text);
            wrong++;
        }
    return wrong;
}

#define COUNT(list) (sizeof(list) / sizeof *(list))

static void schedules_are_those_of_the_patterns(void)
{
    char text[256];
    for (size_t one = 0; one < COUNT(ways); one++) {
        unsigned wrong = 0;
        for (size_t b = 0; b < COUNT(before); b++)
            for (size_t a = 0; a < COUNT(after); a++) {
                uint32_t at = (uint32_t)strlen(before[b]);
                snprintf(text, sizeof text, "%s%s%s", before[b], ways[one], after[a]);
                wrong += disagrees(text, at);
                for (size_t two = 0; two < COUNT(ways) && b < 2; two++)
                    for (size_t j = 0; j < COUNT(joins); j++) {
                        snprintf(text, sizeof text, "%s%s%s%s%s", before[b], ways[one], joins[j],
                                 ways[two], after[a]);
                        wrong += disagrees(text, at);
                    }
            }
        CHECK(wrong == 0);
    }
}

/* Else there would be nothing to agree in. */
static void usual_schedules_are_read_by_hand(void)
{
    letter l;
    for (size_t i = 0; i < COUNT(ways) - 2; i++) {
        write(&l, ways[i]);
        CHECK(imr_plain_schedule(&l.text, (imr_span){0, l.text.size}, true) == l.text.size);
    }
    write(&l, "every 8 hours as needed (opioid)");
    CHECK(imr_plain_schedule(&l.text, (imr_span){0, l.text.size}, false) ==
          strlen("every 8 hours as needed"));
    write(&l, "4 hours a day, 3 days a week");
    CHECK(imr_plain_schedule(&l.text, (imr_span){0, l.text.size}, true) == l.text.size);
    CHECK(imr_plain_schedule(&l.text, (imr_span){0, l.text.size}, false) == 0);
}

static void doses_are_those_of_the_pattern(void)
{
    static const char *const leads[] = {"", "take ", "Take ", "taken "};
    static const char *const counts[] = {"1", "2", "12", "one", "two", "three", "a", "123"};
    static const char *const units[] = {"tablet", "tablets",  "tab",   "tabs",   "capsule",
                                        "Caps",   "capsules", "cap",   "table",  "tab.",
                                        "puff",   "tabx",     "tabs ", "caps po"};
    int read = 0;
    for (size_t lead = 0; lead < COUNT(leads); lead++)
        for (size_t n = 0; n < COUNT(counts); n++)
            for (size_t unit = 0; unit < COUNT(units); unit++) {
                char text[64];
                letter l;
                imr_match match;
                snprintf(text, sizeof text, "%s%s %s ", leads[lead], counts[n], units[unit]);
                write(&l, text);
                for (uint32_t end = 0; end <= l.text.size; end++) {
                    imr_span within = {0, end};
                    if (!imr_plain_dose(&l.text, within))
                        continue;
                    read++;
                    CHECK(
                        imr_match_in(matcher, patterns, IMR_PATTERN_DOSE, &l.text, within, &match));
                }
            }
    CHECK(read == 3 * 5 * 10); /* leads, counts, units */
}

int main(void)
{
    imr_error error;
    if (imr_patterns_new(&imr_default_allocator, true, &patterns, &error) != IMR_OK ||
        imr_matcher_new(&imr_default_allocator, &matcher) != IMR_OK)
        abort();
    schedules_are_those_of_the_patterns();
    usual_schedules_are_read_by_hand();
    doses_are_those_of_the_pattern();
    imr_matcher_free(matcher);
    imr_patterns_free(patterns);
    return check_result();
}
