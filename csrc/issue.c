/* issue.c - one disputed item, however its form tells it from the others: its record, and what is
 * missing of it. */
#include "issue.h"

#include <string.h>

#include "item.h"

unsigned imr_issue_last(const imr_document *d)
{
    return d->root->values[IMR_document_issues].size;
}

/* Of an issue whose texts are parted before it is begun. */
void imr_missing_label(const imr_stage *s, imr_mark_kind kind, uint32_t at)
{
    imr_notef(s->doc, "missing-label", at, "issues[%u]: the label \"%s\" was not found",
              imr_issue_last(s->doc) + 1, imr_form_find(s->outline->form, kind)->text);
}

/* As much of the end of a text as a message shows. */
static imr_span last_words(const imr_text *t, imr_span s)
{
    enum { SHOWN = 40 };
    if (s.end - s.at <= SHOWN)
        return s;
    uint32_t from = s.end - SHOWN, at = from;
    while (at < s.end && t->clean[at] != ' ')
        at++;
    if (at == s.end) /* one long word: from the beginning of a character */
        for (at = from; at < s.end && ((unsigned char)t->clean[at] & 0xC0) == 0x80;)
            at++;
    return imr_trim(t, (imr_span){at, s.end});
}

/* A last rationale that stops in the middle of a sentence, or an issue that has none. */
static void note_truncated(const imr_stage *s, const imr_mark *label, imr_span rationale)
{
    imr_document *d = s->doc;
    const imr_text *t = d->text;
    uint32_t end = imr_trim(t, d->letter).end;
    if (label == NULL && imr_empty(rationale)) {
        imr_notef(d, "truncated", end, "issues[%u].rationale: the text ends before it",
                  imr_issue_last(d));
        return;
    }
    rationale = imr_trim(t, rationale);
    if (imr_empty(rationale))
        return;
    if (strchr(".?!)\"']", t->clean[rationale.end - 1]) != NULL ||
        (rationale.end - rationale.at >= 3 && (unsigned char)t->clean[rationale.end - 1] >= 0x80))
        return;
    if (imr_sounds_final(t, rationale))
        return;
    imr_span shown = last_words(t, rationale);
    imr_notef(d, "truncated", rationale.end,
              "issues[%u].rationale: the text ends in the middle of a sentence: \"%s%.*s\"",
              imr_issue_last(d), shown.at > rationale.at ? "... " : "", (int)(shown.end - shown.at),
              t->clean + shown.at);
}

void imr_issue_heading(const imr_stage *s, imr_record *issue, imr_span heading,
                       imr_decision decision)
{
    heading = imr_trim(s->doc->text, heading);
    imr_set_span(s->doc, issue, IMR_issue_heading, heading);
    if (issue != NULL && !imr_empty(heading))
        imr_modification(s, issue, heading);
    if (decision.value != NULL)
        imr_set_constant(issue, IMR_issue_decision, decision.value, decision.span);
}

imr_record *imr_issue_new(const imr_stage *s)
{
    imr_document *d = s->doc;
    imr_record *issue = imr_append(d, d->root, IMR_document_issues);
    imr_set_integer(issue, IMR_issue_number, d->root->values[IMR_document_issues].size,
                    (imr_span){0});
    return issue;
}

void imr_issue_add(const imr_stage *s, const imr_issue_text *x)
{
    imr_document *d = s->doc;
    imr_record *issue = imr_issue_new(s);
    if (issue == NULL)
        return;
    imr_issue_heading(s, issue, x->heading, x->decision);
    if (x->decision.value == NULL)
        imr_notef(d, "missing-decision", x->decided,
                  "issues[%u].decision: no decision (%s) was found", imr_issue_last(d),
                  s->outline->form->decided);
    imr_guideline(s, issue, IMR_issue_administrator_guideline, x->of[IMR_ADMINISTRATOR]);
    imr_guideline(s, issue, IMR_issue_reviewer_guideline, x->of[IMR_REVIEWER]);
    imr_span rationale = imr_trim(d->text, x->of[IMR_RATIONALE]);
    imr_set_span(d, issue, IMR_issue_rationale, rationale);
    if (x->rationale != NULL && imr_empty(rationale))
        imr_notef(d, x->last ? "truncated" : "empty-rationale", x->rationale->span.at,
                  "issues[%u].rationale: nothing follows the label \"%s\"", imr_issue_last(d),
                  imr_form_find(s->outline->form, IMR_RATIONALE)->text);
    if (x->last)
        note_truncated(s, x->rationale, rationale);
}

bool imr_issue_room(const imr_stage *s, uint32_t at)
{
    if (s->doc->root->values[IMR_document_issues].size < s->max_issues)
        return true;
    imr_notef(s->doc, "too-many-issues", at,
              "the letter has more issues than the limit of %zu; the rest is left out",
              s->max_issues);
    return false;
}
