/* request_frequency.c - when and how often.
 *
 * Of a drug it is the schedule with the dose that stands before it, "one tablet every 8 hours as
 * needed", since a dose has no key of its own, and with the days that it is taken for. Of a service
 * it is what its sessions a week and weeks do not tell already.
 */
#include "prose.h"
#include "request.h"

/* The schedule with the dose before it and the duration behind it. */
static imr_span with_dose(const imr_item *item, imr_span schedule)
{
    enum { DOSE_MAX = 60 };
    imr_match match;
    imr_span before = imr_last_of((imr_span){item->span.at, schedule.at}, DOSE_MAX);
    while ((item->text->clean[before.at] & 0xC0) == 0x80)
        before.at++;
    if (imr_item_match(item, IMR_PATTERN_DOSE, before, &match))
        schedule.at = match.whole.at;
    if (imr_item_match(item, IMR_PATTERN_TAKEN_FOR, (imr_span){schedule.end, item->span.end},
                       &match))
        schedule.end = match.whole.end;
    return schedule;
}

void imr_request_frequency(const imr_item *item, const imr_amounts *amounts, imr_record *request)
{
    bool drug = !imr_empty(item->drug);
    uint32_t words = drug ? IMR_W_OFTEN : IMR_W_OFTEN | IMR_W_WEEK | IMR_W_MONTH;
    if (!(item->words & words))
        return;
    /* Before its first such word stands a number at most, or a number and what it counts. */
    enum { BEFORE = 24 };
    imr_span within = item->span;
    if (item->schedule > within.at + BEFORE)
        within.at = item->schedule - BEFORE;
    while ((item->text->clean[within.at] & 0xC0) == 0x80) /* a character begins there */
        within.at++;
    imr_match match;
    if (!imr_item_match(item, drug ? IMR_PATTERN_FREQUENCY : IMR_PATTERN_SERVICE_FREQUENCY, within,
                        &match))
        return;
    bool course = amounts->known[IMR_UNIT_PER_WEEK] && amounts->known[IMR_UNIT_WEEKS];
    if (course && match.whole.at >= amounts->course.at && match.whole.end <= amounts->course.end)
        return;
    imr_set_span(item->stage->doc, request, IMR_request_frequency,
                 drug ? with_dose(item, match.whole) : match.whole);
}
