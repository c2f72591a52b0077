#include "issues.h"

#include <string.h>

#include "fields.h"
#include "issue.h"
#include "item.h"

/* The labels of one issue, as they were found. */
typedef struct item {
    const imr_mark *labels[IMR_MARKS]; /* by kind; NULL where it was not found */
    const imr_mark *first, *last;
    imr_decision decision;
    imr_span before; /* what stands between the issue before it and its first label */
    /* Where its heading ends, and what of the claims administrator's stands unlabelled. */
    uint32_t heading_end;
    imr_span statement;
} item;

static uint32_t span_end(const imr_mark *m)
{
    return m->span.end;
}

/* The decision that must stand before the first label of an issue. Where labels were lost it may
 * be followed by a statement. */
static imr_decision decision_before(const imr_text *t, imr_span before)
{
    imr_decision d = imr_decision_at_end(t, before);
    return d.value != NULL ? d : imr_decision_inside(t, before);
}

/* Does it, as far as can be told? Inside a line whose breaks were lost it may. */
static bool starts_line(const imr_text *t, const imr_mark *mark)
{
    return imr_mark_starts_line(t, mark) || (t->lines[mark->line].flags & IMR_LINE_LONG) != 0;
}

/* Do the labels go on from here as those of an issue do, each at the beginning of its line? One may
 * be lost. Where all three are there, the first may be glued to the heading. */
static bool labels_follow(const imr_text *t, const imr_mark *mark, const imr_mark *stop)
{
    const imr_mark *next = mark + 1;
    if (next == stop)
        return false;
    bool ordered = next->kind > mark->kind && mark->kind != IMR_RATIONALE;
    if (starts_line(t, mark))
        return ordered;
    return mark->kind == IMR_ADMINISTRATOR && next->kind == IMR_REVIEWER && next + 1 != stop &&
           next[1].kind == IMR_RATIONALE && starts_line(t, next) && starts_line(t, &next[1]);
}

/* Was this label, or one that follows it, met in this issue already? */
static bool met_again(const item *now, const imr_mark *mark)
{
    for (int k = (int)mark->kind; k < IMR_MARKS; k++)
        if (now->labels[k] != NULL)
            return true;
    return false;
}

/* Does the label, which was met again, begin a further issue? A quoted label does not: no decision
 * stands before it. But a whole issue whose decision was lost still goes on with the labels that
 * must follow. */
static bool begins_issue(const imr_text *t, const item *now, const imr_mark *mark,
                         const imr_mark *stop, imr_decision before)
{
    return before.value != NULL ||
           (now->labels[IMR_RATIONALE] != NULL && labels_follow(t, mark, stop));
}

static void take_label(item *it, const imr_mark *mark)
{
    if (it->first == NULL)
        it->first = mark;
    it->last = mark;
    if (it->labels[mark->kind] == NULL)
        it->labels[mark->kind] = mark;
}

/* Where an undecided heading ends whose label was lost, or glued to it: before the statement that
 * stands on a line of its own, or before that label. */
static uint32_t undecided_end(const imr_stage *s, const item *it, uint32_t *statement)
{
    enum { LINES = 12 };
    const imr_text *t = s->doc->text;
    const char *label = imr_form_find(s->outline->form, IMR_ADMINISTRATOR)->text;
    uint32_t size = (uint32_t)strlen(label), end = it->first->span.at;
    uint32_t line = it->first->line;
    *statement = end;
    for (int i = 0; i < LINES && line > 0 && t->lines[line].at > it->before.at; i++) {
        const imr_line *l = &t->lines[--line];
        uint32_t at = l->at > it->before.at ? l->at : it->before.at;
        uint32_t stop = l->at + l->size < end ? l->at + l->size : end;
        uint32_t glued = imr_find(t, (imr_span){at, stop}, label, size);
        if (glued != IMR_NOWHERE) {
            *statement = glued + size;
            return glued;
        }
        if (at == l->at && imr_opens_statement(t, at, end)) {
            *statement = at;
            return at;
        }
    }
    return end;
}

static void end_heading(const imr_stage *s, item *it)
{
    uint32_t statement = it->first->span.at;
    it->heading_end = it->first->span.at;
    if (it->decision.value != NULL) {
        it->heading_end = it->decision.end;
        statement = it->decision.span.end;
    } else if (it->first->kind == IMR_REVIEWER) {
        it->heading_end = undecided_end(s, it, &statement);
    }
    it->statement = (imr_span){statement, it->first->span.at};
}

/* The end of the text that belongs to a label: the next label of the issue, or `end`. */
static uint32_t label_end(const item *it, imr_mark_kind kind, uint32_t end)
{
    for (int k = (int)kind + 1; k < IMR_MARKS; k++)
        if (it->labels[k] != NULL)
            return it->labels[k]->span.at;
    return end;
}

/* The three texts of an issue. Where a label was lost its text stands behind another's. */
static imr_issue_text issue_texts(const imr_stage *s, const item *it, uint32_t end)
{
    const imr_text *t = s->doc->text;
    imr_issue_text x = {.rationale = it->labels[IMR_RATIONALE]};
    for (int k = IMR_ADMINISTRATOR; k < IMR_MARKS; k++)
        if (it->labels[k] != NULL)
            x.of[k] = (imr_span){it->labels[k]->span.end, label_end(it, (imr_mark_kind)k, end)};

    if (it->labels[IMR_ADMINISTRATOR] == NULL) {
        imr_span text = imr_trim(t, it->statement);
        x.of[IMR_ADMINISTRATOR] = text;
        imr_missing_label(s, IMR_ADMINISTRATOR, imr_empty(text) ? it->first->span.at : text.at);
    }
    if (it->labels[IMR_REVIEWER] == NULL) {
        imr_span *text = &x.of[IMR_ADMINISTRATOR];
        uint32_t at = imr_second_statement(s, *text);
        bool cut = it->labels[IMR_RATIONALE] == NULL && end == s->doc->letter.end;
        if (at != IMR_NOWHERE) {
            x.of[IMR_REVIEWER] = (imr_span){at, text->end};
            text->end = at;
        }
        if (!cut || at != IMR_NOWHERE)
            imr_missing_label(s, IMR_REVIEWER, at != IMR_NOWHERE ? at : text->end);
    }
    if (it->labels[IMR_RATIONALE] == NULL) {
        imr_span *text =
            imr_empty(x.of[IMR_REVIEWER]) ? &x.of[IMR_ADMINISTRATOR] : &x.of[IMR_REVIEWER];
        uint32_t at = imr_statement_end(s, *text);
        if (at != IMR_NOWHERE) {
            x.of[IMR_RATIONALE] = (imr_span){at, text->end};
            text->end = at;
            imr_missing_label(s, IMR_RATIONALE, at);
        } else if (end != s->doc->letter.end) {
            imr_missing_label(s, IMR_RATIONALE, text->end);
        }
    }
    return x;
}

/* An issue that lost all its labels stands in the rationale before it. A quotation of a letter has
 * the same words, so that it is told, and not made an issue. */
static void note_unlabelled(const imr_stage *s, imr_span rationale)
{
    const imr_text *t = s->doc->text;
    imr_decision d = imr_decision_inside(t, rationale);
    if (d.value == NULL)
        return;
    imr_span rest = imr_trim(t, (imr_span){d.span.end, rationale.end});
    if (imr_empty(rest) || !imr_text_at_line_start(t, rest.at) ||
        imr_second_statement(s, rest) == IMR_NOWHERE)
        return;
    imr_notef(s->doc, "missing-label", rest.at,
              "issues[%u].rationale: a decision and statements stand in it, as of a further issue "
              "whose labels were not found",
              imr_issue_last(s->doc));
}

static void add_issue(imr_stage *s, const item *it, uint32_t heading_at, uint32_t end, bool last)
{
    imr_issue_text x = issue_texts(s, it, end);
    x.decision = it->decision;
    x.decided = it->first->span.at;
    x.heading = (imr_span){heading_at, it->heading_end};
    x.last = last;
    imr_issue_add(s, &x);
    note_unlabelled(s, x.of[IMR_RATIONALE]);
}

/* Where the heading of the issues is printed once more before an issue's own ("... (continued)"),
 * the span behind it, and *at, where it begins; else `before`. */
static imr_span without_repeated(const imr_stage *s, imr_span before, uint32_t *at)
{
    const imr_text *t = s->doc->text;
    const imr_outline *o = s->outline;
    *at = IMR_NOWHERE;
    for (uint32_t i = o->again_count; i-- > 0;) {
        imr_span mark = o->again[i].span;
        if (mark.at < before.at || mark.end > before.end)
            continue;
        *at = mark.at;
        before.at = mark.end;
        uint32_t next = before.at;
        while (next < before.end && strchr(" :-,.(", t->clean[next]) != NULL)
            next++;
        static const char *const more[] = {"continued", "cont'd", "cont."};
        if (IMR_READS_ANY(t, next, before.end, more))
            while (next < before.end && t->clean[next] != ' ')
                next++;
        else
            next = before.at;
        while (next < before.end && strchr(" :", t->clean[next]) != NULL)
            next++;
        before.at = next;
        break;
    }
    return before;
}

/* Without the beginning of a first label at its end, of which the rest was cut off. */
static imr_span without_cut_label(const imr_text *t, const imr_form *form, imr_span s)
{
    s = imr_trim(t, s);
    const char *label = imr_form_find(form, IMR_ADMINISTRATOR)->text;
    if (imr_empty(s) || strchr(label, t->clean[s.end - 1]) == NULL) /* most texts end in a stop */
        return s;
    for (uint32_t n = (uint32_t)strlen(label) - 1; n > 0; n--)
        if (s.end - s.at > n && t->clean[s.end - 1] == label[n - 1] &&
            t->clean[s.end - n - 1] == ' ' && memcmp(t->clean + s.end - n, label, n) == 0)
            return (imr_span){s.at, s.end - n};
    return s;
}

/* The last issue, behind which a further heading with its decision may stand that was cut off
 * before its labels. */
static void add_last_issue(imr_stage *s, const item *it, uint32_t heading_at)
{
    imr_document *d = s->doc;
    const imr_text *t = d->text;
    imr_span rest =
        without_cut_label(t, s->outline->form, (imr_span){span_end(it->last), d->letter.end});
    imr_decision decision = imr_decision_at_end(t, rest);
    if (it->last->kind != IMR_RATIONALE || decision.value == NULL ||
        imr_find(t, (imr_span){decision.end, decision.span.at}, ":", 1) == IMR_NOWHERE) {
        add_issue(s, it, heading_at, d->letter.end, true);
        return;
    }
    uint32_t at =
        imr_heading_start(s->matcher, s->patterns, t, (imr_span){rest.at, decision.end},
                          imr_text_line(t, decision.end), imr_mark_starts_line(t, it->first));
    add_issue(s, it, heading_at, at, false);
    imr_issue_heading(s, imr_issue_new(s), (imr_span){at, decision.end}, decision);
    imr_notef(d, "truncated", imr_trim(t, d->letter).end,
              "issues[%u]: the text ends behind its heading", imr_issue_last(d));
}

/* ---- what all issues say together ------------------------------------------------------------ */

static bool contains(const imr_text *t, imr_span s, const char *words)
{
    return imr_find(t, s, words, strlen(words)) != IMR_NOWHERE;
}

/* Does a statement cite the guidelines that took the place of the ACOEM chapters in December
 * 2017: "... Disorders Guideline", or one of the other titles behind the word MTUS? */
static bool acoem_based(const imr_text *t, imr_span s)
{
    static const char *const titles[] = {"initial approaches to treatment",
                                         "workplace mental",
                                         "chronic pain guideline ",
                                         "opioids guideline ",
                                         "chronic pain guideline,",
                                         "opioids guideline,",
                                         "traumatic brain injury",
                                         "chronic pain 2017",
                                         "chronic pain 2024",
                                         "opioids 2017"};
    uint32_t mtus = imr_find(t, s, "MTUS ", 5);
    if (mtus == IMR_NOWHERE)
        return false;
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        if (imr_reads(t, mtus + 5, s.end, titles[i]))
            return true;
    uint32_t at = imr_find(t, s, "Disorders ", 10);
    return at != IMR_NOWHERE &&
           (imr_reads(t, at + 10, s.end, "guideline") || imr_reads(t, at + 10, s.end, "20"));
}

/* The wording's year: each later wording also has what came before it, so the last met counts. */
static void set_dialect(imr_stage *s)
{
    imr_document *d = s->doc;
    const imr_text *t = d->text;
    const imr_outline *o = s->outline;
    const char *dialect = NULL;
    imr_span evidence = {0};
    if (o->has[IMR_STATEMENT]) {
        imr_span label;
        bool block = imr_licensure_label(s, o->parts[IMR_STATEMENT], &label);
        dialect = block ? "2015" : "2014";
        evidence = block ? label : imr_trim(t, o->parts[IMR_STATEMENT]);
        if (imr_empty(evidence))
            evidence = o->evidence;
    }
    const imr_value *issues = &d->root->values[IMR_document_issues];
    for (uint32_t i = 0; i < issues->size; i++)
        for (int side = 0; side < 2; side++) {
            int key = side ? IMR_issue_reviewer_guideline : IMR_issue_administrator_guideline;
            imr_record *g = imr_inside(issues->as.records[i], key);
            if (!imr_has(g, IMR_guideline_text))
                continue;
            imr_span text = g->values[IMR_guideline_text].span;
            /* the wordings of 2016 and 2018 do not open like this */
            if (imr_has(g, IMR_guideline_cited))
                continue;
            const imr_value *mtus = &g->values[IMR_guideline_mtus];
            bool on_mtus = mtus->kind != IMR_ABSENT && mtus->as.boolean;
            if (on_mtus && acoem_based(t, text))
                dialect = "2018";
            else if (!on_mtus && (dialect == NULL || strcmp(dialect, "2018") != 0) &&
                     contains(t, text, "outside of the MTUS"))
                dialect = "2016";
            else
                continue;
            evidence = text;
        }
    if (dialect != NULL)
        imr_set_constant(d->root, IMR_document_dialect, dialect, evidence);
}

static void set_outcome(imr_stage *s)
{
    imr_document *d = s->doc;
    const imr_value *issues = &d->root->values[IMR_document_issues];
    const char *outcome = NULL;
    for (uint32_t i = 0; i < issues->size; i++) {
        const imr_value *v = &issues->as.records[i]->values[IMR_issue_decision];
        if (v->kind == IMR_ABSENT)
            continue;
        if (outcome == NULL)
            outcome = v->as.string;
        else if (strcmp(outcome, v->as.string) != 0)
            outcome = "partially overturned";
    }
    imr_match match;
    if (outcome == NULL &&
        imr_find_any_case(d->text, s->outline->header, "final determination", 19) != IMR_NOWHERE &&
        imr_stage_match(s, IMR_PATTERN_COVER_OUTCOME, s->outline->header, &match)) {
        switch (d->text->clean[match.group[1].at] | 0x20) {
        case 'u':
            outcome = "upheld";
            break;
        case 'o':
            outcome = "overturned";
            break;
        default:
            outcome = "partially overturned";
        }
        imr_set_constant(d->root, IMR_document_outcome, outcome, match.group[1]);
        return;
    }
    if (outcome != NULL)
        imr_set_constant(d->root, IMR_document_outcome, outcome, (imr_span){0});
}

/* ---- the issues ------------------------------------------------------------------------------ */

/* Where the heading of the issues was lost, the first issue's own heading tells where they begin.
 */
static uint32_t issues_start(const imr_stage *s, const item *first)
{
    imr_outline *o = s->outline;
    if (o->has[IMR_ISSUES])
        return o->parts[IMR_ISSUES].at;
    imr_span before = o->header;
    for (int part = 0; part < IMR_ISSUES; part++)
        if (o->has[part])
            before = o->parts[part];
    uint32_t start = imr_heading_start(
        s->matcher, s->patterns, s->doc->text, (imr_span){before.at, first->heading_end},
        first->first->line, imr_mark_starts_line(s->doc->text, first->first));
    for (int part = 0; part < IMR_ISSUES; part++)
        if (o->has[part] && o->parts[part].end > start)
            o->parts[part].end = start;
    if (o->header.end > start)
        o->header.end = start;
    return start;
}

static void decided_headings(imr_stage *s)
{
    imr_document *d = s->doc;
    const imr_text *t = d->text;
    imr_outline *o = s->outline;
    imr_span issues = o->has[IMR_ISSUES] ? o->parts[IMR_ISSUES] : d->letter;
    item now = {0};
    uint32_t heading = 0, i = 0;
    for (; i < o->label_count; i++) {
        const imr_mark *mark = &o->labels[i];
        if (mark->span.at < issues.at)
            continue;
        bool further = now.first != NULL;
        if (further && !met_again(&now, mark)) {
            take_label(&now, mark);
            continue;
        }
        item begun = {.before = {further ? span_end(now.last) : issues.at, mark->span.at}};
        begun.decision = decision_before(t, begun.before);
        if (further && !begins_issue(t, &now, mark, o->labels + o->label_count, begun.decision)) {
            take_label(&now, mark);
            continue;
        }
        take_label(&begun, mark);
        end_heading(s, &begun);
        uint32_t at;
        if (!further) {
            at = issues_start(s, &begun);
        } else {
            uint32_t again, stop;
            imr_span rest =
                without_repeated(s, (imr_span){begun.before.at, begun.heading_end}, &again);
            at = imr_heading_start(s->matcher, s->patterns, t, rest, mark->line,
                                   imr_mark_starts_line(t, mark));
            stop = again != IMR_NOWHERE && at == rest.at ? again : at;
            add_issue(s, &now, heading, stop, false);
            if (!imr_issue_room(s, at)) {
                now.first = NULL;
                break;
            }
        }
        heading = at;
        now = begun;
    }
    if (now.first != NULL)
        add_last_issue(s, &now, heading);
    else if (o->has[IMR_ISSUES] && d->root->values[IMR_document_issues].size == 0)
        imr_note(d, "truncated", imr_trim(t, d->letter).end,
                 "no disputed item with its labels follows the heading of the issues");
}

void imr_issues(imr_stage *s)
{
    if (s->outline->form->rule == IMR_DECIDED_HEADINGS)
        decided_headings(s);
    else
        imr_issue_items(s);
    const imr_node *root = &s->doc->projection->nodes[0];
    if (imr_wanted(root, IMR_document_outcome))
        set_outcome(s);
    if (s->outline->form->dialect == NULL && imr_wanted(root, IMR_document_dialect))
        set_dialect(s);
}
