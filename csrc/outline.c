#include "outline.h"

#include <limits.h>
#include <string.h>

#include "kind.h"
#include "slip.h"

/* ---- letters --------------------------------------------------------------------------------- */

/* Is the line one that opens a header block? */
static bool opens_header(const imr_text *t, const imr_line *line)
{
    uint32_t end = line->at + line->size;
    for (int i = 0; i < IMR_HEADER_LABELS; i++) {
        const char *label = imr_header_labels[i].text;
        uint32_t after = line->at + (uint32_t)strlen(label);
        if (imr_reads(t, line->at, end, label) && after < end && t->clean[after] == ':')
            return true;
    }
    return false;
}

/* Where the letter begins of whose parts the first mark is `first` of the list: with its
 * letterhead, if that stands behind `after` (the last label of the letter before), else with its
 * header block. */
static uint32_t letter_start(const imr_text *t, const imr_mark *list, uint32_t first,
                             uint32_t after)
{
    uint32_t start = list[first].span.at;
    const imr_form_mark *met[IMR_FORMS * 2] = {NULL}; /* letterheads, of each the last */
    int count = 0;
    for (uint32_t i = first; i-- > 0 && list[i].span.at > after;) {
        bool again = list[i].kind != IMR_LETTERHEAD || count == IMR_FORMS * 2;
        for (int k = 0; k < count; k++)
            again |= met[k] == list[i].row;
        if (!again) {
            met[count++] = list[i].row;
            start = list[i].span.at;
        }
    }
    if (count > 0)
        return start;
    for (uint32_t i = imr_text_line(t, start); i > 0 && t->lines[i].at > after; i--)
        if (opens_header(t, &t->lines[i]))
            start = t->lines[i].at;
    uint32_t heading = list[first].span.at;
    if (start < heading || !(t->lines[imr_text_line(t, heading)].flags & IMR_LINE_LONG))
        return start;
    imr_span rest = {after, heading}; /* line breaks were lost: it may begin inside a line */
    static const char label[] = "Case Number:";
    for (uint32_t at; (at = imr_find(t, rest, label, sizeof label - 1)) != IMR_NOWHERE;) {
        start = at;
        rest.at = at + 1;
    }
    return start;
}

/* Splits the text where a letter's marks begin anew. NULL where memory is short. */
static imr_letter *split(const imr_marks *m, const imr_text *t, uint32_t *count)
{
    imr_letter *letters = imr_arena_take(m->arena, (m->headings + 1) * sizeof *letters);
    if (letters == NULL || m->no_memory)
        return NULL;

    *count = 0;
    uint32_t start = 0, label = 0, from = 0;
    bool complete = false;   /* has this letter come as far as its issues? */
    bool letterhead = false; /* ... and been followed by a letterhead? */
    for (uint32_t i = 0; i < m->count; i++) {
        const imr_mark *mark = &m->list[i];
        bool part = mark->kind < IMR_PARTS && mark->kind != IMR_CLOSING;
        if (mark->kind == IMR_LETTERHEAD) {
            letterhead |= complete;
        } else if (part && complete && (mark->row->opens || letterhead)) {
            uint32_t next = letter_start(t, m->list, i, label);
            uint32_t of_next = i;
            while (of_next > from && m->list[of_next - 1].span.at >= next)
                of_next--;
            letters[(*count)++] = (imr_letter){{start, next}, NULL, m->list + from, of_next - from};
            start = next;
            from = of_next;
            complete = letterhead = false;
        } else if (mark->kind >= IMR_PARTS || (mark->kind == IMR_ISSUES && !mark->row->opens)) {
            label = mark->span.end;
            complete = true;
            letterhead = false;
        }
    }
    imr_mark *rest = m->count > 0 ? m->list + from : NULL; /* a text without marks has no list */
    letters[(*count)++] = (imr_letter){{start, t->size}, NULL, rest, m->count - from};
    return letters;
}

static bool is_of(const imr_mark *mark, const imr_form *form)
{
    return mark->row >= form->marks && mark->row < form->marks + IMR_FORM_MARKS;
}

/* The place of a kind among the form's marks; those that it does not have come last. */
static int rank(const imr_form *form, imr_mark_kind kind)
{
    const imr_form_mark *row = imr_form_find(form, kind);
    return row != NULL ? (int)(row - form->marks) : INT_MAX;
}

/* Do all marks of the form stand in the letter, in its order, the labels in rounds? And are there
 * no more headings that end in a decision, `decisions` of them, than issues? Else labels of a whole
 * issue are missing. */
static bool regular(const imr_form *form, const imr_form_order *order, const imr_letter *letter,
                    uint32_t decisions)
{
    int next = 0;
    uint32_t issues = 0;
    for (uint32_t i = 0; i < letter->mark_count; i++) {
        const imr_mark *mark = &letter->marks[i];
        if (!is_of(mark, form) || mark->row->optional)
            continue;
        if (next == order->last_label + 1 && mark->kind == order->kinds[order->first_label])
            next = order->first_label + 1;
        else if (next < order->count && mark->kind == order->kinds[next])
            next++;
        else
            return false;
        issues += mark->kind == IMR_RATIONALE;
    }
    return next == order->count && (form->rule != IMR_DECIDED_HEADINGS || decisions <= issues);
}

/* The form of which the letter has all marks in order; NULL where it has none's. */
static const imr_form *regular_form(const imr_form_index *x, const imr_letter *letter,
                                    uint32_t decisions)
{
    for (int f = 0; f < IMR_FORMS; f++)
        if (regular(&imr_forms[f], &x->orders[f], letter, decisions))
            return &imr_forms[f];
    return NULL;
}

/* Finds the form of each letter. True where all have one. `decisions`: in all the text. */
static bool all_regular(const imr_text *t, const imr_form_index *x, imr_letter *letters,
                        uint32_t count, uint32_t decisions)
{
    bool all = true;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t its = count == 1 ? decisions : imr_decided_lines(t, letters[i].span);
        letters[i].form = regular_form(x, &letters[i], its);
        all &= letters[i].form != NULL;
    }
    return all;
}

imr_letter *imr_letters(imr_arena *arena, const imr_text *t, const imr_form_index *x,
                        uint32_t *count)
{
    imr_marks m = {.arena = arena};
    uint32_t decisions = imr_exact_marks(&m, t, x);
    imr_letter *letters = split(&m, t, count);
    if (letters == NULL || imr_foreign_kind(t) != NULL)
        return letters;
    /* Only where something is missing, and with ever more tolerance. */
    for (int slips = 0;
         slips < 2 && letters != NULL && !all_regular(t, x, letters, *count, decisions); slips++) {
        m = (imr_marks){.arena = arena};
        imr_tolerant_marks(&m, t, x, slips != 0);
        letters = split(&m, t, count);
        if (slips != 0 && letters != NULL)
            all_regular(t, x, letters, *count, decisions);
    }
    return letters;
}

/* ---- the outline of one letter --------------------------------------------------------------- */

/* How much tells of the form, each kind of mark once. */
static int evidence_of(const imr_form *form, const imr_mark *list, uint32_t count)
{
    int sum = 0;
    uint32_t met = 0;
    for (uint32_t i = 0; i < count; i++)
        if (is_of(&list[i], form) && !(met >> list[i].kind & 1)) {
            met |= 1u << list[i].kind;
            sum += list[i].row->tells;
        }
    return sum;
}

/* The form that most tells of, of equals the first; NULL where too little does. */
static const imr_form *likeliest(const imr_mark *list, uint32_t count)
{
    const imr_form *best = NULL;
    int most = IMR_TELLING - 1;
    for (int f = 0; f < IMR_FORMS; f++) {
        int sum = evidence_of(&imr_forms[f], list, count);
        if (sum > most) {
            most = sum;
            best = &imr_forms[f];
        }
    }
    return best;
}

/* Without the headings that are misread and that stand elsewhere as they should be. */
static void leave_doubtful(imr_marks *m)
{
    uint32_t met = 0, kept = 0;
    for (uint32_t i = 0; i < m->count; i++)
        if (!m->list[i].slipped)
            met |= 1u << m->list[i].kind;
    for (uint32_t i = 0; i < m->count; i++) {
        const imr_mark *mark = &m->list[i];
        if (!mark->slipped || mark->kind >= IMR_PARTS || !(met >> mark->kind & 1))
            m->list[kept++] = *mark;
    }
    m->count = kept;
}

/* The marks of one form among all. */
static imr_marks marks_of(const imr_form *form, imr_arena *arena, const imr_letter *letter)
{
    uint32_t count = letter->mark_count;
    imr_marks m = {.arena = arena, .list = imr_arena_take(arena, (count + 1) * sizeof *m.list)};
    m.no_memory = m.list == NULL;
    bool slipped = false;
    for (uint32_t i = 0; i < count && m.list != NULL; i++) {
        const imr_mark *mark = &letter->marks[i];
        if (is_of(mark, form)) {
            m.list[m.count++] = *mark;
            slipped |= mark->slipped;
        }
    }
    if (slipped)
        leave_doubtful(&m);
    return m;
}

static bool leads_in(char c)
{
    return c == ' ' || c == ':' || c == '.';
}

/* Where the form's opening sentence at the beginning of a part ends; its beginning where no such
 * sentence stands there. */
static uint32_t skip_opening(const imr_text *t, const imr_form *form, int kind, imr_span part)
{
    enum { LONGEST = 300 };
    while (part.at < part.end && leads_in(t->clean[part.at]))
        part.at++; /* some headings are printed with a colon */
    for (size_t i = 0; i < sizeof form->openings / sizeof *form->openings; i++) {
        const char *opening = form->openings[i].text;
        if (opening == NULL || form->openings[i].kind != kind ||
            !imr_reads(t, part.at, part.end, opening))
            continue;
        uint32_t end = part.end - part.at > LONGEST ? part.at + LONGEST : part.end;
        const char *stops = form->openings[i].stops;
        for (uint32_t at = part.at + (uint32_t)strlen(opening); at < end; at++) {
            at += (uint32_t)strcspn(t->clean + at, ".:\"\xE2"); /* all that may end it */
            if (at >= end)
                break;
            if (strchr(stops, t->clean[at]) != NULL)
                return at + 1;
            if (t->clean[at] == '"' || imr_reads(t, at, end, "\xE2\x80\x9C"))
                return at; /* without the sign a quotation follows */
        }
    }
    return part.at;
}

static void missing_heading(imr_document *d, const imr_form *form, int part, uint32_t at)
{
    imr_notef(d, "missing-heading", at, "the heading \"%s\" was not found",
              imr_form_find(form, (imr_mark_kind)part)->text);
}

/* Does the heading open its part there, or is it content? In a form that keeps its order one that
 * is out of it is content; elsewhere one that comes again. */
static bool places(const imr_outline *o, const imr_mark *mark, int last, bool labelled)
{
    if (mark->kind == IMR_LETTERHEAD || o->has[mark->kind])
        return false;
    if (mark->kind == IMR_CLOSING)
        return labelled;
    return !o->form->in_order || last < 0 ||
           rank(o->form, mark->kind) > rank(o->form, (imr_mark_kind)last);
}

/* The parts, from the headings. */
static void place_parts(imr_outline *o, const imr_marks *m, imr_span letter)
{
    int last = -1;
    bool labelled = false;
    o->header = (imr_span){letter.at, letter.end};
    o->issues_end = letter.end;
    for (uint32_t i = 0; i < m->count; i++) {
        const imr_mark *mark = &m->list[i];
        if (mark->kind >= IMR_PARTS) {
            /* Where the issues' part is but the item, its labels stand behind other parts. */
            if (o->form->rule == IMR_ONE_ISSUE && last >= 0 && !labelled)
                o->parts[last].end = mark->span.at;
            labelled |= !o->form->in_order || o->has[IMR_SUMMARY];
            continue;
        }
        if (!places(o, mark, last, labelled)) {
            o->again_count += mark->kind == IMR_ISSUES && o->has[IMR_ISSUES];
            continue;
        }
        if (last < 0)
            o->header.end = mark->span.at;
        else if (o->parts[last].end > mark->span.at)
            o->parts[last].end = mark->span.at;
        if (labelled && !o->form->in_order && o->issues_end > mark->span.at)
            o->issues_end = mark->span.at;
        last = (int)mark->kind;
        o->has[last] = true;
        o->starts[last] = mark->span.at;
        o->parts[last] = (imr_span){mark->span.end, letter.end};
    }
}

/* The headings of the issues behind the first one, which the labels then displace in the list. */
static void keep_repeated(imr_document *d, imr_outline *o, const imr_marks *m)
{
    if (o->again_count == 0)
        return;
    imr_mark *list = imr_arena_take(d->arena, o->again_count * sizeof *list);
    uint32_t most = o->again_count;
    d->no_memory |= list == NULL;
    o->again = list;
    o->again_count = 0;
    for (uint32_t i = 0; i < m->count && list != NULL && o->again_count < most; i++)
        if (m->list[i].kind == IMR_ISSUES && m->list[i].span.at > o->starts[IMR_ISSUES])
            list[o->again_count++] = m->list[i];
}

/* A part whose heading is missing may still be opened by the form's sentence. */
static void place_by_opening(imr_document *d, imr_outline *o, int part)
{
    const imr_form *form = o->form;
    int place = rank(form, (imr_mark_kind)part);
    imr_span rest = d->letter;
    for (int p = 0; p < IMR_PARTS; p++) {
        if (!o->has[p])
            continue;
        int other = rank(form, (imr_mark_kind)p);
        if (other < place && o->parts[p].at > rest.at)
            rest.at = o->parts[p].at;
        else if (other > place && o->starts[p] < rest.end)
            rest.end = o->starts[p];
    }
    uint32_t at = IMR_NOWHERE;
    for (size_t i = 0; i < sizeof form->openings / sizeof *form->openings && at == IMR_NOWHERE; i++)
        if (form->openings[i].text != NULL && form->openings[i].kind == part)
            at = imr_find_any_case(d->text, rest, form->openings[i].text,
                                   strlen(form->openings[i].text));
    if (at == IMR_NOWHERE)
        return;
    missing_heading(d, form, part, at);
    uint32_t end = d->letter.end;
    for (int p = 0; p < IMR_PARTS; p++) {
        if (!o->has[p])
            continue;
        if (o->starts[p] > at && o->starts[p] < end)
            end = o->starts[p];
        if (o->parts[p].at <= at && o->parts[p].end > at)
            o->parts[p].end = at;
    }
    if (o->header.end > at)
        o->header.end = at;
    o->has[part] = true;
    o->starts[part] = at;
    o->parts[part] = (imr_span){at, end};
}

/* Does the letter go on behind the place of the part? */
static bool goes_on(const imr_outline *o, int part)
{
    int place = rank(o->form, (imr_mark_kind)part);
    for (uint32_t i = 0; i < o->label_count; i++)
        if (rank(o->form, o->labels[i].kind) > place)
            return true;
    for (int p = 0; p < IMR_PARTS; p++)
        if (o->has[p] && rank(o->form, (imr_mark_kind)p) > place)
            return true;
    return false;
}

/* Where headings are missing altogether, labels tell where the issues must be; what was lost
 * before them is said. */
static void note_missing(imr_document *d, imr_outline *o)
{
    const imr_form *form = o->form;
    int last = -1; /* the part that the text behind it fell to */
    for (const imr_form_mark *row = form->marks; row->text != NULL; row++) {
        int part = row->kind;
        if (row->optional || part >= IMR_PARTS || (row > form->marks && row[-1].kind == part))
            continue;
        if (!o->has[part])
            place_by_opening(d, o, part);
        if (o->has[part]) {
            last = part;
            continue;
        }
        if (goes_on(o, part)) {
            missing_heading(d, form, part, last >= 0 ? o->parts[last].end : d->letter.at);
            continue;
        }
        imr_notef(d, "truncated", imr_trim(d->text, d->letter).end,
                  "the text ends before the heading \"%s\"", row->text);
        return; /* what follows is missing for the same reason */
    }
}

void imr_outline_letter(imr_document *d, const imr_letter *letter, imr_outline *out)
{
    const imr_text *t = d->text;
    const char *kind = imr_foreign_kind(t);
    const imr_form *form = letter->form;
    if (form == NULL && kind == NULL)
        form = likeliest(letter->marks, letter->mark_count);
    *out = (imr_outline){.header = d->letter};
    if (form == NULL) {
        imr_set_constant(d->root, IMR_document_template, "unknown", (imr_span){0});
        imr_note(d, "not-a-determination", d->letter.at,
                 kind != NULL
                     ? kind
                     : "this does not read like a determination of the forms that are known here");
        return;
    }

    imr_marks m = marks_of(form, d->arena, letter);
    d->no_memory |= m.no_memory;
    if (m.count == 0)
        return;
    out->form = form;
    out->evidence = m.list[0].span;
    place_parts(out, &m, d->letter);
    keep_repeated(d, out, &m);
    imr_mark *labels = m.list; /* the headings go, the labels stay, in place */
    for (uint32_t i = 0; i < m.count; i++)
        if (m.list[i].kind >= IMR_PARTS && m.list[i].span.at < out->issues_end &&
            (!out->has[IMR_SUMMARY] || m.list[i].span.at > out->parts[IMR_SUMMARY].at))
            labels[out->label_count++] = m.list[i];
    out->labels = labels;
    note_missing(d, out);
    for (int part = 0; part < IMR_PARTS; part++)
        if (out->has[part])
            out->parts[part].at = skip_opening(t, form, part, out->parts[part]);
}

void imr_outline_values(imr_document *d, const imr_outline *o)
{
    if (o->form == NULL)
        return;
    imr_set_constant(d->root, IMR_document_template, o->form->template, o->evidence);
    if (o->form->dialect != NULL)
        imr_set_constant(d->root, IMR_document_dialect, o->form->dialect, o->evidence);
    if (o->has[IMR_SUMMARY])
        imr_set_span(d, d->root, IMR_document_summary, imr_trim(d->text, o->parts[IMR_SUMMARY]));
    if (o->has[IMR_STATEMENT] && !imr_empty(imr_trim(d->text, o->parts[IMR_STATEMENT])))
        imr_set_span(d, imr_open(d, d->root, IMR_document_reviewer), IMR_reviewer_statement,
                     o->parts[IMR_STATEMENT]);
}
