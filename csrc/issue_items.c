/* issue_items.c - the issues of the forms of 2013, whose items are numbered, or one:
 *
 *     1. X is not medically necessary and appropriate.       1) Regarding the request for X:
 *     The Claims Administrator based its decision on ...     Medical Treatment Guideline(s) ...
 *     The Physician Reviewer based his/her decision on ...   The Claims Administrator based ...
 *     The Physician Reviewer's decision rationale: ...       Rationale for the Decision: ...
 *
 * First the heads of the items are found, then each item's labels between its head and the next.
 */
#include <string.h>

#include "issue.h"
#include "item.h"
#include "prose.h"

/* The head of an item: its number, its name, and what was decided where that stands there. */
typedef struct head {
    uint32_t at, end; /* with its number; behind its decision or colon */
    uint32_t number;  /* 0: it has none */
    imr_span item;
    imr_decision decision;
    imr_listed *listed; /* where it was decided in a list; NULL: it is not there */
} head;

typedef struct heads {
    const imr_stage *stage;
    head *list;
    uint32_t count, cap;
} heads;

enum { LONGEST = 2400 };

static void add_head(heads *h, head new)
{
    if (h->count == h->cap) {
        uint32_t cap = h->cap ? h->cap * 2 : 8;
        head *list = imr_arena_take(h->stage->doc->arena, cap * sizeof *list);
        if (list == NULL) {
            h->stage->doc->no_memory = true;
            return;
        }
        if (h->count > 0)
            memcpy(list, h->list, h->count * sizeof *list);
        h->list = list;
        h->cap = cap;
    }
    h->list[h->count++] = new;
}

/* The first number of an item in the span: `wanted`, or any where that is 0. */
static uint32_t next_number(const imr_text *t, imr_span s, uint32_t wanted, bool inside,
                            uint32_t *number, uint32_t *after)
{
    for (uint32_t at = s.at; at < s.end; at++) {
        char c = t->clean[at];
        if ((c < '0' || c > '9') && c != '(' && c != '#')
            continue;
        *number = imr_item_number(t, at, s.end, inside, after);
        if (*number != 0 && (wanted == 0 || *number == wanted))
            return at;
    }
    return IMR_NOWHERE;
}

/* The first place behind a blank or at the beginning where a statement opens. */
static uint32_t next_statement(const imr_text *t, imr_span s)
{
    for (uint32_t at = s.at; at < s.end; at++)
        if ((at == s.at || t->clean[at - 1] == ' ') && imr_opens_statement(t, at, s.end))
            return at;
    return IMR_NOWHERE;
}

/* Without the form's words before the item's name. */
static imr_span without_lead(const imr_text *t, imr_span item)
{
    static const char *const leads[] = {"regarding the request for ",
                                        "regarding the request of ",
                                        "regarding the requests for ",
                                        "regarding the ",
                                        "regarding ",
                                        "the request for ",
                                        "the requests for ",
                                        "request for ",
                                        "decision for "};
    item = imr_trim(t, item);
    for (size_t i = 0; i < sizeof leads / sizeof *leads; i++)
        if (imr_reads(t, item.at, item.end, leads[i])) {
            item.at += (uint32_t)strlen(leads[i]);
            break;
        }
    return imr_trim(t, item);
}

static imr_span without_colon(const imr_text *t, imr_span item)
{
    while (!imr_empty(item) && strchr(" :;,-", t->clean[item.end - 1]) != NULL)
        item.end--;
    return item;
}

/* ---- "1. X is not medically necessary and appropriate." -------------------------------------- */

/* Does what must follow a decision stand at `at`: a statement, or the label that ends the span? */
static bool goes_on_as_item(const imr_text *t, uint32_t at, uint32_t end)
{
    while (at < end && strchr(" .:;)\"", t->clean[at]) != NULL)
        at++;
    return at == end || imr_opens_statement(t, at, end);
}

static head decided_head(const imr_text *t, uint32_t at, uint32_t name, uint32_t number,
                         imr_decision decision, uint32_t end)
{
    head h = {at, decision.span.end, number, {name, decision.end}, decision, NULL};
    h.item = without_colon(t, without_lead(t, h.item));
    while (h.end < end && strchr(" .:;", t->clean[h.end]) != NULL)
        h.end++;
    return h;
}

/* The heads between two labels: numbered, and followed by a statement. `wanted` is the number that
 * they must have, 0: any. */
static bool followed_heads(heads *h, imr_span region, bool inside, bool counted)
{
    const imr_text *t = h->stage->doc->text;
    uint32_t number = 0, after = 0, next_n = 0, next_after = 0;
    uint32_t wanted = counted ? h->count + 1 : 0;
    bool any = false;
    uint32_t at = next_number(t, region, wanted, inside, &number, &after);
    while (at != IMR_NOWHERE) {
        wanted = counted ? number : 0;
        uint32_t next =
            next_number(t, (imr_span){after, region.end}, wanted, inside, &next_n, &next_after);
        uint32_t end = next != IMR_NOWHERE ? next : region.end;
        imr_span first = imr_first_of((imr_span){after, end}, LONGEST);
        imr_decision d = imr_necessity(h->stage, first);
        if (d.value != NULL && goes_on_as_item(t, d.span.end, region.end)) {
            add_head(h, decided_head(t, at, after, number, d, region.end));
            any = true;
            if (counted) /* the next one has the next number */
                next = next_number(t, (imr_span){d.span.end, region.end}, number + 1, inside,
                                   &next_n, &next_after);
        }
        at = next;
        number = next_n;
        after = next_after;
    }
    return any;
}

/* The head before a label where something of it was lost: the number, the decision, both. */
static void damaged_head(heads *h, imr_span region, const imr_mark *label, bool inside)
{
    const imr_stage *s = h->stage;
    const imr_text *t = s->doc->text;
    uint32_t number, after, statement = next_statement(t, region);
    uint32_t end = statement != IMR_NOWHERE ? statement : region.end;
    imr_span rest = region;
    uint32_t at = IMR_NOWHERE, name = 0;
    for (;;) { /* the last one with the number */
        uint32_t next = next_number(t, rest, h->count + 1, inside, &number, &after);
        if (next == IMR_NOWHERE || next >= end)
            break;
        at = next;
        name = rest.at = after;
    }
    imr_decision decision = {0}; /* the last before the statement */
    for (imr_span before = {at != IMR_NOWHERE ? name : region.at, end};;) {
        imr_decision d = imr_necessity(s, before);
        if (d.value == NULL || (at == IMR_NOWHERE && !goes_on_as_item(t, d.span.end, end) &&
                                imr_empty((imr_span){d.span.end, end})))
            break;
        decision = d;
        before.at = d.span.end;
        if (at != IMR_NOWHERE)
            break;
    }
    if (at == IMR_NOWHERE && !goes_on_as_item(t, decision.span.end, end))
        decision = (imr_decision){0};
    if (at == IMR_NOWHERE && decision.value == NULL && statement == IMR_NOWHERE && h->count > 0)
        return; /* a label in a rationale */
    uint32_t item_end = decision.value != NULL ? decision.end : end;
    if (at == IMR_NOWHERE)
        at = name = imr_heading_start(s->matcher, s->patterns, t, (imr_span){region.at, item_end},
                                      label->line, imr_mark_starts_line(t, label));
    number = 0;
    if (decision.value == NULL) { /* "X: Upheld", as the next form words it */
        imr_decision d = imr_decision_at_end(t, (imr_span){name, end});
        if (d.value != NULL && imr_find(t, (imr_span){d.end, d.span.at}, ":", 1) != IMR_NOWHERE)
            decision = d;
    }
    if (decision.value != NULL)
        add_head(h, decided_head(t, at, name, number, decision, region.end));
    else
        add_head(h,
                 (head){at, end, number, without_colon(t, without_lead(t, (imr_span){name, end})),
                        decision, NULL});
}

static void decided_items(heads *h, imr_span region)
{
    const imr_outline *o = h->stage->outline;
    const imr_text *t = h->stage->doc->text;
    bool inside = false;
    uint32_t from = region.at;
    for (uint32_t i = 0; i < o->label_count; i++) {
        const imr_mark *label = &o->labels[i];
        if (label->kind != IMR_RATIONALE || label->span.at < from)
            continue;
        imr_span before = {from, label->span.at};
        inside = !imr_mark_starts_line(t, label);
        if (!followed_heads(h, before, inside, true) && !followed_heads(h, before, inside, false))
            damaged_head(h, before, label, inside);
        from = label->span.end;
    }
    followed_heads(h, (imr_span){from, region.end}, inside, true);
}

/* ---- "1) Regarding the request for X:" ------------------------------------------------------- */

/* Where the text of the head ends that begins at `at`: at the label behind it, or at a statement.
 * *label is the first label that may be it, and moves on. */
static uint32_t listed_end(const heads *h, uint32_t at, uint32_t end, uint32_t *label,
                           bool *labelled)
{
    const imr_outline *o = h->stage->outline;
    while (*label < o->label_count && o->labels[*label].span.at < at)
        ++*label;
    *labelled = *label < o->label_count && o->labels[*label].span.at < end;
    if (*labelled)
        end = o->labels[*label].span.at;
    uint32_t statement =
        next_statement(h->stage->doc->text, imr_first_of((imr_span){at, end}, LONGEST));
    *labelled |= statement != IMR_NOWHERE;
    return statement != IMR_NOWHERE ? statement : end;
}

static bool ends_with_colon(const imr_text *t, imr_span s)
{
    s = imr_trim(t, s);
    return !imr_empty(s) && t->clean[s.end - 1] == ':';
}

static void listed_items(heads *h, imr_span region)
{
    static const char word[] = "regarding";
    const imr_text *t = h->stage->doc->text;
    uint32_t next = imr_find_any_case(t, region, word, sizeof word - 1), label = 0;
    while (next != IMR_NOWHERE) {
        uint32_t at = next, number = 0, after;
        imr_span rest = {at + sizeof word - 1, region.end};
        next = imr_find_any_case(t, rest, word, sizeof word - 1);
        uint32_t start = at;
        for (uint32_t i = at; number == 0 && i-- > region.at && at - i < 8;) {
            bool begins = i == 0 || t->clean[i - 1] == ' ';
            number = begins ? imr_count_at(t, i, region.end, &after) : 0;
            if (number != 0 && after != at)
                number = 0;
            if (number != 0)
                start = i;
        }
        if (number == 0 && !imr_text_at_line_start(t, at))
            continue;
        bool labelled;
        uint32_t end = listed_end(h, at, region.end, &label, &labelled);
        imr_span name = {at, end};
        bool plain = ends_with_colon(t, name) && end - at < LONGEST;
        if (number == 0 && !plain)
            continue;
        if (!plain && (!labelled || number != h->count + 1)) {
            uint32_t colon = imr_find(t, imr_first_of(name, LONGEST), ":", 1);
            if (number != h->count + 1 || colon == IMR_NOWHERE)
                continue;
            name.end = end = colon + 1;
        }
        add_head(h, (head){.at = start,
                           .end = end,
                           .number = number,
                           .item = without_colon(t, without_lead(t, name))});
    }
}

/* ---- one issue, or several that are decided together ----------------------------------------- */

/* The item where its heading was lost: the last lines of the header that are none of its block. */
static imr_span item_of_header(const imr_stage *s)
{
    const imr_text *t = s->doc->text;
    imr_span header = imr_trim(t, s->outline->header);
    uint32_t at = header.end;
    if (imr_empty(header))
        return header;
    for (uint32_t i = imr_text_line(t, header.end - 1); t->lines[i].at >= header.at; i--) {
        imr_span line = {t->lines[i].at, t->lines[i].at + t->lines[i].size};
        bool block = imr_find(t, line, ":", 1) != IMR_NOWHERE ||
                     imr_find(t, line, "MEDICAL PROFESSIONAL REVIEW", 27) != IMR_NOWHERE;
        if (block)
            break;
        at = line.at;
        if (i == 0 || t->lines[i].gap > 0)
            break;
    }
    return (imr_span){at, header.end};
}

/* Are the words but the rest of the label: "TREATMENT/SERVICE"? */
static bool ends_label(const imr_text *t, imr_span words)
{
    enum { FEW = 40 };
    if (words.end - words.at > FEW)
        return false;
    for (uint32_t i = words.at; i < words.end; i++)
        if (strchr(".:;", t->clean[i]) != NULL)
            return false;
    return true;
}

static void one_item(heads *h)
{
    const imr_stage *s = h->stage;
    const imr_text *t = s->doc->text;
    const imr_outline *o = s->outline;
    imr_span part = imr_trim(t, o->has[IMR_ISSUES] ? o->parts[IMR_ISSUES] : item_of_header(s));
    if (!o->has[IMR_SUMMARY] && !imr_empty(part)) { /* the summary stands behind the item then */
        uint32_t last = imr_text_line(t, part.end - 1);
        for (uint32_t i = imr_text_line(t, part.at) + 1; i <= last; i++)
            if (t->lines[i].gap > 0) {
                part.end = t->lines[i].at;
                break;
            }
        part = imr_trim(t, part);
    }
    imr_decision decision = {0};
    for (uint32_t i = 0; i < o->label_count && decision.value == NULL; i++)
        if (o->labels[i].kind == IMR_RATIONALE) {
            uint32_t at = o->labels[i].span.end;
            imr_span rest = imr_trim(t, imr_first_of((imr_span){at, o->issues_end}, 100));
            decision = imr_necessity(s, rest);
            if (decision.value != NULL && !ends_label(t, (imr_span){rest.at, decision.span.at}))
                decision = (imr_decision){0};
        }
    if (o->label_count == 0 && !o->has[IMR_ISSUES])
        return;
    uint32_t end = o->label_count > 0 ? o->labels[0].span.at : part.end, number = 0, after = 0;
    bool inside = imr_text_line(t, part.at) == imr_text_line(t, part.end);
    imr_span rest = part;
    while (next_number(t, rest, h->count + 1, inside, &number, &after) == rest.at) {
        uint32_t n, a,
            next = next_number(t, (imr_span){after, part.end}, number + 1, inside, &n, &a);
        uint32_t stop = next != IMR_NOWHERE ? next : part.end;
        add_head(
            h, (head){rest.at, end, number, imr_trim(t, (imr_span){after, stop}), decision, NULL});
        rest.at = stop;
    }
    if (h->count == 0)
        add_head(h, (head){part.at, end, 0, part, decision, NULL});
}

/* ---- what belongs to an item ----------------------------------------------------------------- */

/* The first label of each kind in the span; *label moves on. */
static void find_labels(const imr_outline *o, imr_span s, uint32_t *label,
                        const imr_mark *found[IMR_MARKS])
{
    for (; *label < o->label_count && o->labels[*label].span.at < s.end; ++*label) {
        const imr_mark *mark = &o->labels[*label];
        if (mark->span.at >= s.at && found[mark->kind] == NULL)
            found[mark->kind] = mark;
    }
}

/* Without its label a rationale begins behind the statements. */
static imr_span take_rationale(const imr_stage *s, imr_span *statements, bool cut)
{
    imr_span rationale = {0};
    uint32_t at = imr_statement_end(s, *statements);
    if (at != IMR_NOWHERE) {
        rationale = (imr_span){at, statements->end};
        statements->end = at;
    }
    if (at != IMR_NOWHERE || !cut)
        imr_missing_label(s, IMR_RATIONALE, at != IMR_NOWHERE ? at : statements->end);
    return rationale;
}

static void missing_statement(const imr_stage *s, const char *who, uint32_t at)
{
    imr_notef(s->doc, "missing-label", at,
              "the statement \"%s based its decision on\" was not found", who);
}

/* Behind the rest of a label whose decision is missing: "TREATMENT/SERVICE". */
static uint32_t behind_label_words(const imr_text *t, uint32_t at, uint32_t end)
{
    static const char *const words[] = {"treatment", "service", "(s)", "s ", "/", " "};
    for (bool any = true; any;) {
        any = false;
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            if (imr_reads(t, at, end, words[i])) {
                at += (uint32_t)strlen(words[i]);
                any = true;
            }
    }
    return at;
}

/* The rationale's label carries the decision where the form says it there. */
static uint32_t rationale_start(const imr_stage *s, const imr_mark *label, const head *h)
{
    const imr_text *t = s->doc->text;
    uint32_t at = label->span.end;
    if (s->outline->form->rule != IMR_ONE_ISSUE)
        return at;
    uint32_t end = s->outline->issues_end;
    at = h->decision.value != NULL ? h->decision.span.end : behind_label_words(t, at, end);
    while (at < end && strchr(" :", t->clean[at]) != NULL)
        at++;
    return at;
}

static void add_item(const imr_stage *s, const head *h, uint32_t end, uint32_t *label, bool last)
{
    const imr_form *form = s->outline->form;
    const imr_mark *found[IMR_MARKS] = {NULL};
    imr_issue_text x = {.heading = h->item, .decision = h->decision, .last = last};
    find_labels(s->outline, (imr_span){h->at, end}, label, found);
    x.rationale = found[IMR_RATIONALE];
    imr_span statements = {h->end, x.rationale != NULL ? x.rationale->span.at : end};
    imr_mark_kind kind = form->rule == IMR_ONE_ISSUE ? IMR_REVIEWER : IMR_GUIDELINES;
    if (found[kind] != NULL && found[kind]->span.end <= statements.end)
        statements.at = found[kind]->span.end;
    else if (imr_form_find(form, kind) != NULL && (!last || x.rationale != NULL))
        imr_missing_label(s, kind, statements.at);
    if (x.rationale != NULL)
        x.of[IMR_RATIONALE] = (imr_span){rationale_start(s, x.rationale, h), end};
    else
        x.of[IMR_RATIONALE] = take_rationale(s, &statements, last);
    if (kind == IMR_REVIEWER) {
        x.of[IMR_REVIEWER] = found[kind] != NULL ? statements : (imr_span){0};
        x.decided = x.rationale != NULL ? x.rationale->span.end : end;
    } else {
        imr_split_statements(s, statements, &x.of[IMR_ADMINISTRATOR], &x.of[IMR_REVIEWER]);
        x.decided = h->end;
        if (x.rationale != NULL && imr_empty(x.of[IMR_ADMINISTRATOR]))
            missing_statement(s, "The Claims Administrator", statements.at);
        if (x.rationale != NULL && imr_empty(x.of[IMR_REVIEWER]))
            missing_statement(s, "The Physician Reviewer", statements.end);
    }
    imr_issue_add(s, &x);
}

/* An item of the list of which nothing more is told. */
static void add_listed(const imr_stage *s, const imr_listed *listed, uint32_t at, bool cut)
{
    imr_issue_text x = {.heading = listed->item, .decision = listed->decision};
    if (cut)
        imr_notef(s->doc, "truncated", at,
                  "the text ends before the reasons for item %u of the list",
                  (unsigned)listed->number);
    else
        imr_notef(s->doc, "missing-heading", at,
                  "no heading \"Regarding the request for\" goes with item %u of the list",
                  (unsigned)listed->number);
    imr_issue_add(s, &x);
}

/* ---- all items ------------------------------------------------------------------------------- */

/* Where the issues may begin at the earliest: at their part, else in the last part before the
 * labels. */
static imr_span issues_region(const imr_outline *o, const imr_document *d)
{
    if (o->has[IMR_ISSUES])
        return (imr_span){o->parts[IMR_ISSUES].at, o->issues_end};
    uint32_t at = d->letter.at;
    for (int p = 0; p < IMR_PARTS; p++)
        if (o->has[p] && o->parts[p].at > at && o->parts[p].at < o->issues_end)
            at = o->parts[p].at;
    return (imr_span){at, o->issues_end};
}

/* No part goes on behind `at`, where the issues begin. */
static void end_parts(imr_outline *o, uint32_t at)
{
    for (int p = 0; p < IMR_PARTS; p++)
        if (o->has[p] && p != IMR_ISSUES && o->parts[p].at <= at && o->parts[p].end > at)
            o->parts[p].end = at;
    if (o->header.end > at)
        o->header.end = at;
}

/* The list stands before the statement, in the header and under a heading of its own. */
static imr_listed *read_list(const imr_stage *s, uint32_t *count)
{
    enum { LIST_MAX = 1 << 18 };
    imr_outline *o = s->outline;
    imr_span region = {s->doc->letter.at, o->issues_end};
    static const imr_mark_kind behind[] = {IMR_STATEMENT, IMR_SUMMARY, IMR_DOCUMENTS};
    for (size_t i = 0; i < sizeof behind / sizeof *behind; i++)
        if (o->has[behind[i]] && o->starts[behind[i]] < region.end)
            region.end = o->starts[behind[i]];
    imr_listed *list = imr_decision_list(s, imr_first_of(region, LIST_MAX), count);
    for (uint32_t i = 0; list != NULL && i < *count; i++)
        if (o->header.end > list[i].at)
            o->header.end = list[i].at;
    return list;
}

static void find_heads(heads *h, imr_span region)
{
    switch (h->stage->outline->form->rule) {
    case IMR_DECIDED_ITEMS:
        decided_items(h, region);
        break;
    case IMR_LISTED_ITEMS:
        listed_items(h, region);
        break;
    case IMR_ONE_ISSUE:
        one_item(h);
        break;
    case IMR_DECIDED_HEADINGS:
        break;
    }
}

/* The items of the list before `stop` that no issue goes with. */
static void add_unmet(const imr_stage *s, imr_listed *list, const imr_listed *stop, uint32_t at,
                      bool cut)
{
    for (; list != NULL && list < stop && imr_issue_room(s, list->at); list++)
        if (!list->met) {
            list->met = true;
            add_listed(s, list, at, cut);
        }
}

/* A form that ends with its reviewer's qualifications, which were cut off. */
static void note_cut_statement(const imr_stage *s)
{
    const imr_document *d = s->doc;
    const imr_outline *o = s->outline;
    uint32_t end = imr_trim(d->text, d->letter).end;
    if (!o->has[IMR_STATEMENT] || o->starts[IMR_STATEMENT] < o->issues_end ||
        o->parts[IMR_STATEMENT].end != d->letter.end)
        return;
    imr_span text = imr_trim(d->text, o->parts[IMR_STATEMENT]);
    if (imr_empty(text))
        imr_notef(s->doc, "truncated", end, "nothing follows the heading \"%s\"",
                  imr_form_find(o->form, IMR_STATEMENT)->text);
    else if (strchr(".?!)\"'", d->text->clean[text.end - 1]) == NULL)
        imr_note(s->doc, "truncated", end, "the text ends in the middle of a sentence");
}

void imr_issue_items(imr_stage *s)
{
    imr_document *d = s->doc;
    imr_outline *o = s->outline;
    heads h = {.stage = s};
    uint32_t listed = 0, label = 0;
    bool in_list = o->form->rule == IMR_LISTED_ITEMS, one = o->form->rule == IMR_ONE_ISSUE;
    bool cut = o->issues_end == d->letter.end; /* nothing stands behind the last issue */
    imr_listed *list = in_list ? read_list(s, &listed) : NULL;
    find_heads(&h, issues_region(o, d));
    if (!one && (h.count > 0 || o->label_count > 0))
        end_parts(o, h.count > 0 ? h.list[0].at : o->labels[0].span.at);
    for (uint32_t i = 0; i < h.count && list != NULL; i++) {
        head *it = &h.list[i];
        it->listed = imr_listed_as(d->text, list, listed, it->item, it->number);
        if (it->listed != NULL) {
            it->listed->met = true;
            it->decision = it->listed->decision;
        }
    }
    for (uint32_t i = 0; i < h.count; i++) {
        head *it = &h.list[i];
        if (it->listed != NULL)
            add_unmet(s, list, it->listed, it->at, false);
        if (!imr_issue_room(s, it->at))
            return;
        bool last = i + 1 == h.count || one;
        if (one)
            label = 0;
        add_item(s, it, last ? o->issues_end : h.list[i + 1].at, &label,
                 last && cut && (i + 1 == h.count));
    }
    note_cut_statement(s);
    if (list != NULL)
        add_unmet(s, list, list + listed, imr_trim(d->text, d->letter).end, cut);
    if (d->root->values[IMR_document_issues].size == 0 && d->finding_count == 0)
        imr_note(d, "truncated", imr_trim(d->text, d->letter).end,
                 "no disputed item with its labels follows");
}
