/* field_request.c - what was asked for, from an issue's treatment.
 *
 * The treatment is walked once (request_item.c); then each reader looks at what the walk found:
 * request_drug.c, request_amount.c and request_course.c, request_frequency.c, request_body.c.
 */
#include "request.h"

/* "Associated surgical service: X", also where X alone remains in dispute. */
static void read_adjunct(const imr_stage *s, imr_record *request, imr_span heading)
{
    static const char words[] = "associated surgical";
    if (imr_reads(s->doc->text, heading.at, heading.end, words))
        imr_set_boolean(request, IMR_request_adjunct, true,
                        (imr_span){heading.at, heading.at + (uint32_t)(sizeof words - 1)});
}

/* The heading of a modified request may say so of X while the treatment is Z. */
static imr_span retrospective_word(const imr_stage *s, imr_span heading)
{
    static const char word[] = "retrospective";
    if (!imr_reads(s->doc->text, heading.at, heading.end, word))
        return (imr_span){0};
    return (imr_span){heading.at, heading.at + (uint32_t)(sizeof word - 1)};
}

/* Said so, or given or done on a day. */
static void read_retrospective(const imr_item *item, imr_record *request, imr_span heading)
{
    imr_match match;
    imr_span where = retrospective_word(item->stage, heading);
    if ((item->words & IMR_W_PROVIDED) &&
        imr_item_match(item, IMR_PATTERN_PROVIDED, item->span, &match))
        where = match.whole;
    if (!imr_empty(where))
        imr_set_boolean(request, IMR_request_retrospective, true, where);
}

typedef struct amount_key {
    imr_unit unit;
    int key;
} amount_key;

static const amount_key amount_keys[] = {
    {IMR_UNIT_QUANTITY, IMR_request_quantity}, {IMR_UNIT_REFILLS, IMR_request_refills},
    {IMR_UNIT_SESSIONS, IMR_request_sessions}, {IMR_UNIT_PER_WEEK, IMR_request_per_week},
    {IMR_UNIT_WEEKS, IMR_request_weeks},
};

static void set_amounts(imr_record *request, const imr_amounts *amounts)
{
    for (size_t i = 0; i < sizeof amount_keys / sizeof *amount_keys; i++) {
        imr_unit unit = amount_keys[i].unit;
        if (amounts->known[unit])
            imr_set_number(request, amount_keys[i].key, amounts->n[unit], amounts->span[unit]);
    }
}

void imr_field_request(const imr_stage *s, imr_record *issue)
{
    if (!imr_has(issue, IMR_issue_treatment))
        return;
    imr_item item;
    imr_amounts amounts;
    imr_span heading =
        imr_has(issue, IMR_issue_heading) ? issue->values[IMR_issue_heading].span : (imr_span){0};
    imr_record *request = imr_open(s->doc, issue, IMR_issue_request);
    imr_read_item(s, issue->values[IMR_issue_treatment].span, &item);
    imr_request_drug(&item, request);
    if (imr_read_amounts(&item, &amounts))
        set_amounts(request, &amounts);
    imr_request_frequency(&item, &amounts, request);
    imr_request_body(&item, request);
    read_retrospective(&item, request, heading);
    read_adjunct(s, request, heading);
    imr_request_modified(s, issue, &item, &amounts);
}
