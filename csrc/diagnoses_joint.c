/* diagnoses_joint.c - "and" between two diagnoses, or within one: "lumbar strain and sciatica", but
 * "cervical and lumbar strain", "sprain and strain of the neck".
 */
#include "diagnoses.h"

#include <string.h>

#include "ascii.h"

/* "myalgia and myositis", "bursitis and tendinitis of the hip": two names of one condition. */
static bool make_one_name(const imr_text *t, imr_span left, imr_span right)
{
    static const struct {
        const char *left, *right;
        bool shared; /* only where both are said of one place behind them */
    } names[] = {{"myalgia", "myositis", false},   {"synovitis", "tenosynovitis", false},
                 {"bursitis", "tendinitis", true}, {"bursitis", "tendonitis", true},
                 {"tendinitis", "bursitis", true}, {"tendonitis", "bursitis", true}};
    imr_span last = imr_last_word(t, left);
    for (size_t i = 0; i < IMR_COUNT(names); i++) {
        if (!imr_is(t, last, names[i].left) || !imr_reads(t, right.at, right.end, names[i].right))
            continue;
        uint32_t behind = right.at + (uint32_t)strlen(names[i].right);
        return !names[i].shared || (last.at == left.at && imr_reads(t, behind, right.end, " of "));
    }
    return false;
}

/* What begins so is a diagnosis of its own, whatever it names. */
static const char *const own_items[] = {"encounter for ", "long-term ", "long term ",   "rule out ",
                                        "rule-out ",      "r/o ",       "status post ", "s/p "};

/* "C5-6 and C6-7 with": the second level is of the same diagnosis, unless it begins another. */
static bool share_levels(const imr_text *t, imr_span left, imr_span right)
{
    static const char *const behind[] = {" and ", " & ", " with", " level", " bilat", ","};
    imr_span word;
    if (!imr_is_level(t, imr_last_word(t, left)) || !imr_next_word(t, &right, &word) ||
        !imr_is_level(t, word))
        return false;
    return imr_empty(right) || IMR_READS_ANY(t, right.at, right.end, behind);
}

bool imr_share_name(const imr_text *t, imr_span left, imr_span right)
{
    static const char *const sprained[] = {"sprain", "sprains", "strain",    "strains",
                                           "stress", "tear",    "contusion", "contusions"};
    if (make_one_name(t, left, right))
        return true;
    imr_span rest = right, word, second;
    imr_next_word(t, &rest, &word);
    bool single = !imr_next_word(t, &rest, &second);
    if (imr_reads(t, right.at, right.end, "strain") || imr_reads(t, right.at, right.end, "sprain"))
        return single ||
               IMR_IS_ANY(t, imr_last_word(t, left), sprained); /* "sprain and strain of" */
    return single && imr_find_any_case(t, left, " with ", 6) != IMR_NOWHERE;
}

bool imr_belong_together(const imr_stage *s, imr_span left, imr_span right)
{
    const imr_text *t = s->doc->text;
    if (!imr_names_condition(s, left) || share_levels(t, left, right))
        return true;
    if (imr_begins_with_any(t, right, own_items, IMR_COUNT(own_items)))
        return false;
    return !imr_names_condition(s, right) || imr_share_name(t, left, right);
}
