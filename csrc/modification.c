/* modification.c - headings that tell of a modified request:
 *
 *     X was the original request. Y was authorized by the Claims Administrator. The remaining IMR
 *     eligible portion of the original request, Z is: Upheld
 *     X was the original request. Y was authorized by the Claims Administrator, leaving the
 *     original request IMR eligible. The original request, X is: Overturned
 *     X was the original request. Y was authorized by the Claims Administrator, leaving Z IMR
 *     eligible. Z is: Upheld
 *
 * without one or two of the sentences, without "is", or spelt "The Claims Administrator
 * authorized Y", "X was originally requested", "Original request: X".
 */
#include "item.h"

#include <string.h>

/* A clause without the punctuation and the joining word at its ends. */
static imr_span clause(const imr_text *t, imr_span s)
{
    s = imr_trim(t, s);
    while (!imr_empty(s) && strchr(".,;: ", t->clean[s.at]) != NULL)
        s.at++;
    if (imr_reads(t, s.at, s.end, "and "))
        s.at += 4;
    while (!imr_empty(s) && strchr(".,;: ", t->clean[s.end - 1]) != NULL)
        s.end--;
    return s;
}

/* Without the "is" that led to the decision, and the comma before that. */
static imr_span without_verb(const imr_text *t, imr_span s)
{
    static const char *const verbs[] = {" is considered", " is", " are", " was", " were"};
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        uint32_t size = (uint32_t)strlen(verbs[i]);
        if (s.end - s.at > size && imr_reads(t, s.end - size, s.end, verbs[i])) {
            s.end -= size;
            break;
        }
    }
    return clause(t, s);
}

void imr_modification(const imr_stage *s, imr_record *issue, imr_span heading)
{
    imr_document *d = s->doc;
    const imr_text *t = d->text;
    imr_span requested = {0}, authorized = {0}, disputed = {0};
    bool request = imr_find_any_case(t, heading, "original", 8) != IMR_NOWHERE;
    if (!request) { /* all clauses name it, but the one that counts only beside such */
        imr_set_span(d, issue, IMR_issue_treatment, heading);
        return;
    }
    bool authority = imr_find_any_case(t, heading, "authorized", 10) != IMR_NOWHERE ||
                     imr_find_any_case(t, heading, "approved", 8) != IMR_NOWHERE ||
                     imr_find_any_case(t, heading, "certified", 9) != IMR_NOWHERE;
    uint32_t at = heading.at; /* up to here the heading is read */
    imr_match match;

    if (imr_stage_match(s, IMR_PATTERN_WAS_REQUESTED, heading, &match)) {
        requested = clause(t, (imr_span){at, match.whole.at});
        at = match.whole.end;
    } else if (imr_stage_match(s, IMR_PATTERN_REQUEST_WAS, heading, &match)) {
        requested = clause(t, match.group[1]);
        at = match.whole.end;
    }
    imr_span rest = {at, heading.end};
    if (imr_stage_match(s, IMR_PATTERN_STILL_DISPUTED, rest, &match)) {
        disputed = without_verb(t, clause(t, (imr_span){match.whole.end, heading.end}));
        rest.end = match.whole.at;
    } else if (imr_stage_match(s, IMR_PATTERN_LEAVES_ELIGIBLE, rest, &match)) {
        imr_span again = without_verb(t, clause(t, (imr_span){match.whole.end, heading.end}));
        if (!imr_is(t, imr_trim(t, match.group[1]), "the original request"))
            disputed = imr_empty(again) ? clause(t, match.group[1]) : again;
        rest.end = match.whole.at;
    }
    if (authority && imr_stage_match(s, IMR_PATTERN_WAS_AUTHORIZED, rest, &match)) {
        authorized = clause(t, (imr_span){rest.at, match.whole.at});
        rest.at = match.whole.end;
    } else if (authority && imr_stage_match(s, IMR_PATTERN_AUTHORIZED_IT, rest, &match)) {
        imr_span after = {match.whole.end, rest.end};
        if (imr_stage_match(s, IMR_PATTERN_LEAVES_ELIGIBLE, after, &match))
            after.end = match.whole.at;
        authorized = clause(t, after);
    }
    bool modified = !imr_empty(requested) || !imr_empty(disputed) || !imr_empty(authorized);
    if (!modified) {
        imr_set_span(d, issue, IMR_issue_treatment, heading);
        return;
    }
    if (imr_empty(disputed)) /* nothing says what remains: the whole request is in dispute */
        disputed = !imr_empty(requested) ? requested : without_verb(t, clause(t, heading));
    imr_set_span(d, issue, IMR_issue_treatment, disputed);
    if (imr_empty(requested) && imr_empty(authorized))
        return;
    imr_record *m = imr_open(d, issue, IMR_issue_modification);
    imr_set_span(d, m, IMR_modification_requested, requested);
    imr_set_span(d, m, IMR_modification_authorized, authorized);
}
