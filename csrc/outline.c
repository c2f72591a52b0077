#include "outline.h"

#include <string.h>

#include "ascii.h"

/* ---- marks ----------------------------------------------------------------------------------- */

typedef struct marks {
    imr_arena *arena;
    imr_mark *list;
    uint32_t count, cap;
    bool no_memory;
} marks;

static void add_mark(marks *m, imr_mark_kind kind, uint32_t at, uint32_t end)
{
    if (m->count == m->cap) {
        uint32_t cap = m->cap ? m->cap * 2 : 32;
        imr_mark *list = imr_arena_take(m->arena, cap * sizeof *list);
        if (list == NULL) {
            m->no_memory = true;
            return;
        }
        if (m->count > 0)
            memcpy(list, m->list, m->count * sizeof *list);
        m->list = list;
        m->cap = cap;
    }
    m->list[m->count++] = (imr_mark){kind, {at, end}};
}

/* Headings and labels exactly as the form prints them, at line starts. */
static void exact_marks(marks *m, const imr_text *t, const imr_form *form, imr_span within)
{
    size_t sizes[IMR_MARKS];
    for (int k = 0; k < IMR_MARKS; k++)
        sizes[k] = strlen(form->marks[k].text);
    for (uint32_t i = imr_text_line(t, within.at); i < t->line_count; i++) {
        uint32_t at = t->lines[i].at;
        if (at < within.at)
            continue;
        if (at >= within.end)
            break;
        for (int k = 0; k < IMR_MARKS; k++)
            if (t->clean[at] == form->marks[k].text[0] && within.end - at >= sizes[k] &&
                memcmp(t->clean + at, form->marks[k].text, sizes[k]) == 0) {
                add_mark(m, (imr_mark_kind)k, at, at + (uint32_t)sizes[k]);
                break;
            }
    }
}

/* Reads `word` at `at`, blanks on either side counting for nothing, letter case ignored. Returns
 * the end, 0 where it does not stand there. A label's colon may be missing from the text only at
 * a line's start, where what follows is no more of a sentence. */
static uint32_t read_loosely(const imr_text *t, uint32_t at, uint32_t end, const char *word,
                             bool *same_case)
{
    *same_case = true;
    for (;;) {
        while (*word == ' ')
            word++;
        if (*word == '\0')
            return at;
        while (at < end && t->clean[at] == ' ')
            at++;
        if (at >= end || imr_lower(t->clean[at]) != imr_lower(*word))
            return 0;
        *same_case &= t->clean[at] == *word;
        at++;
        word++;
    }
}

/* May a label or heading begin at `at`? At a line's start, or after the end of a sentence. */
static bool after_sentence(const imr_text *t, uint32_t at)
{
    while (at > 0 && t->clean[at - 1] == ' ')
        at--;
    return at == 0 || strchr(".:;!?)\"'", t->clean[at - 1]) != NULL;
}

static bool after_decision(const imr_text *t, uint32_t at)
{
    while (at > 0 && t->clean[at - 1] == ' ')
        at--;
    return (at >= 6 && imr_reads(t, at - 6, at, "upheld")) ||
           (at >= 10 && imr_reads(t, at - 10, at, "overturned"));
}

/* Headings and labels in any letter case, with blanks lost or added, and where line breaks are
 * lost also inside a line. */
static void loose_marks(marks *m, const imr_text *t, const imr_form *form, imr_span within)
{
    for (uint32_t at = within.at; at < within.end; at++) {
        if (at > within.at && t->clean[at - 1] != ' ' && !imr_text_at_line_start(t, at))
            continue;
        if (t->clean[at] == ' ')
            continue;
        for (int k = 0; k < IMR_MARKS; k++) {
            if (imr_lower(form->marks[k].text[0]) != imr_lower(t->clean[at]))
                continue;
            bool same_case;
            uint32_t end = read_loosely(t, at, within.end, form->marks[k].text, &same_case);
            if (end == 0)
                continue;
            bool starts = imr_text_at_line_start(t, at);
            bool fits =
                k < IMR_PARTS
                    ? starts || same_case
                    : starts || (same_case && (after_sentence(t, at) || after_decision(t, at)));
            if (!fits)
                continue;
            add_mark(m, (imr_mark_kind)k, at, end);
            at = end - 1;
            break;
        }
    }
}

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

/* Where the letter begins whose first heading stands at `heading`: at its header block, if one
 * stands between `after` (the last label of the letter before) and the heading. */
static uint32_t letter_start(const imr_text *t, uint32_t after, uint32_t heading)
{
    uint32_t start = heading;
    for (uint32_t i = imr_text_line(t, heading); i > 0 && t->lines[i].at > after; i--)
        if (opens_header(t, &t->lines[i]))
            start = t->lines[i].at;
    return start;
}

imr_span *imr_letters(imr_arena *arena, const imr_text *t, uint32_t *count)
{
    marks m = {.arena = arena};
    imr_span all = {0, t->size};
    exact_marks(&m, t, &imr_forms[0], all);
    uint32_t headings = 0;
    for (uint32_t i = 0; i < m.count; i++)
        headings += m.list[i].kind == IMR_STATEMENT;
    imr_span *letters = imr_arena_take(arena, (headings + 1) * sizeof *letters);
    if (letters == NULL || m.no_memory)
        return NULL;

    *count = 0;
    uint32_t start = 0, label = 0;
    bool complete = false; /* has this letter come as far as its issues? */
    for (uint32_t i = 0; i < m.count; i++) {
        imr_mark_kind kind = m.list[i].kind;
        if (kind == IMR_STATEMENT && complete) {
            uint32_t next = letter_start(t, label, m.list[i].span.at);
            letters[(*count)++] = (imr_span){start, next};
            start = next;
            complete = false;
        } else if (kind >= IMR_PARTS) {
            label = m.list[i].span.end;
            complete = true;
        } else if (kind == IMR_ISSUES) {
            complete = true;
            label = m.list[i].span.end;
        }
    }
    letters[(*count)++] = (imr_span){start, t->size};
    return letters;
}

/* ---- the outline of one letter --------------------------------------------------------------- */

/* Where the form's opening sentence at the beginning of a part ends; its beginning where the
 * sentence does not stand there. */
static uint32_t skip_opening(const imr_text *t, imr_span part, const char *opening)
{
    enum { LONGEST = 300 };
    while (part.at < part.end && strchr(" :.", t->clean[part.at]) != NULL)
        part.at++; /* some headings are printed with a colon */
    if (opening == NULL || !imr_reads(t, part.at, part.end, opening))
        return part.at;
    imr_span sentence = part;
    if (sentence.end - sentence.at > LONGEST)
        sentence.end = sentence.at + LONGEST;
    uint32_t colon = imr_find(t, sentence, ":", 1);
    return colon == IMR_NOWHERE ? part.at : colon + 1;
}

static void missing_heading(imr_document *d, const imr_form *form, int part, uint32_t at)
{
    imr_notef(d, "missing-heading", at, "the heading \"%s\" was not found", form->marks[part].text);
}

/* The parts, from the headings in their order; a heading that comes again is content. */
static void place_parts(imr_outline *o, const marks *m, imr_span letter)
{
    int last = -1;
    o->header = (imr_span){letter.at, letter.end};
    for (uint32_t i = 0; i < m->count; i++) {
        const imr_mark *mark = &m->list[i];
        if (mark->kind >= IMR_PARTS || (int)mark->kind <= last)
            continue;
        if (last < 0)
            o->header.end = mark->span.at;
        else
            o->parts[last].end = mark->span.at;
        last = (int)mark->kind;
        o->has[last] = true;
        o->parts[last] = (imr_span){mark->span.end, letter.end};
    }
}

/* A part whose heading is missing may still be opened by the form's sentence. */
static void place_by_opening(imr_document *d, imr_outline *o, int part)
{
    const char *opening = o->form->marks[part].opening;
    imr_span rest = d->letter;
    for (int p = 0; p < part; p++)
        if (o->has[p])
            rest.at = o->parts[p].at;
    for (int p = IMR_PARTS - 1; p > part; p--)
        if (o->has[p])
            rest.end = o->parts[p].at;
    uint32_t at =
        opening == NULL ? IMR_NOWHERE : imr_find_any_case(d->text, rest, opening, strlen(opening));
    if (at == IMR_NOWHERE)
        return;
    missing_heading(d, o->form, part, at);
    uint32_t end = d->letter.end;
    for (int p = 0; p < IMR_PARTS; p++)
        if (o->has[p] && p > part && o->parts[p].at > at && o->parts[p].at < end)
            end = o->parts[p].at - (uint32_t)strlen(o->form->marks[p].text);
    for (int p = 0; p < part; p++)
        if (o->has[p] && o->parts[p].end > at)
            o->parts[p].end = at;
    if (o->header.end > at)
        o->header.end = at;
    o->has[part] = true;
    o->parts[part] = (imr_span){at, end};
}

static bool regular(const marks *m)
{
    int next = 0;
    for (uint32_t i = 0; i < m->count; i++) {
        if ((int)m->list[i].kind != next)
            return false;
        next = next + 1 < IMR_MARKS ? next + 1 : IMR_PARTS; /* the labels come in rounds */
    }
    return m->count >= IMR_MARKS && next == IMR_PARTS;
}

/* Does a line consist of the words? */
static bool has_line(const imr_text *t, imr_span within, const char *words)
{
    uint32_t size = (uint32_t)strlen(words);
    for (uint32_t i = imr_text_line(t, within.at); i < t->line_count; i++) {
        const imr_line *line = &t->lines[i];
        if (line->at >= within.end)
            break;
        if (line->at >= within.at && line->size == size &&
            memcmp(t->clean + line->at, words, size) == 0)
            return true;
    }
    return false;
}

/* Is it this form? Its issues' heading or two kinds of its labels tell it; its other headings do
 * where nothing tells of a form of kin. */
static bool recognized(const marks *m, const imr_text *t, const imr_form *form, imr_span letter)
{
    bool met[IMR_MARKS] = {false};
    for (uint32_t i = 0; i < m->count; i++)
        met[m->list[i].kind] = true;
    int labels = met[IMR_ADMINISTRATOR] + met[IMR_REVIEWER] + met[IMR_RATIONALE];
    if (met[IMR_ISSUES] || labels >= 2)
        return true;
    if (!met[IMR_STATEMENT] && !met[IMR_SUMMARY])
        return false;
    for (int i = 0; i < IMR_FOREIGN && form->foreign[i] != NULL; i++)
        if (has_line(t, letter, form->foreign[i]))
            return false;
    return true;
}

/* Where headings are missing altogether, labels tell where the issues must be; what was lost
 * before them is said. */
static void note_missing(imr_document *d, imr_outline *o)
{
    for (int part = 0; part < IMR_PARTS; part++) {
        if (!o->has[part])
            place_by_opening(d, o, part);
        if (o->has[part])
            continue;
        int last = part - 1; /* the part that the text behind it fell to */
        while (last >= 0 && !o->has[last])
            last--;
        uint32_t at = last >= 0 ? o->parts[last].end : d->letter.at;
        bool later = o->label_count > 0;
        for (int p = part + 1; p < IMR_PARTS; p++)
            later |= o->has[p];
        if (later) {
            missing_heading(d, o->form, part, at);
            continue;
        }
        imr_notef(d, "truncated", imr_trim(d->text, d->letter).end,
                  "the text ends before the heading \"%s\"", o->form->marks[part].text);
        return; /* what follows is missing for the same reason */
    }
}

void imr_outline_letter(imr_document *d, imr_outline *out)
{
    const imr_text *t = d->text;
    *out = (imr_outline){.header = d->letter};
    marks m = {.arena = d->arena};
    const imr_form *form = &imr_forms[0];
    exact_marks(&m, t, form, d->letter);
    if (!regular(&m)) {
        m.count = 0;
        loose_marks(&m, t, form, d->letter);
    }
    d->no_memory |= m.no_memory;
    if (!recognized(&m, t, form, d->letter)) {
        imr_set_constant(d->root, IMR_document_template, "unknown", (imr_span){0});
        imr_note(d, "not-a-determination", d->letter.at,
                 "this does not read like a determination of the forms that are known here");
        return;
    }

    out->form = form;
    out->evidence = m.list[0].span;
    place_parts(out, &m, d->letter);
    imr_mark *labels = m.list; /* the headings go, the labels stay, in place */
    for (uint32_t i = 0; i < m.count; i++)
        if (m.list[i].kind >= IMR_PARTS &&
            (!out->has[IMR_SUMMARY] || m.list[i].span.at > out->parts[IMR_SUMMARY].at))
            labels[out->label_count++] = m.list[i];
    out->labels = labels;
    note_missing(d, out);
    for (int part = 0; part < IMR_PARTS; part++)
        if (out->has[part])
            out->parts[part].at = skip_opening(t, out->parts[part], form->marks[part].opening);
}

void imr_outline_values(imr_document *d, const imr_outline *o)
{
    if (o->form == NULL)
        return;
    imr_set_constant(d->root, IMR_document_template, o->form->template, o->evidence);
    if (o->has[IMR_SUMMARY])
        imr_set_span(d, d->root, IMR_document_summary, o->parts[IMR_SUMMARY]);
    if (o->has[IMR_STATEMENT] && !imr_empty(imr_trim(d->text, o->parts[IMR_STATEMENT])))
        imr_set_span(d, imr_open(d, d->root, IMR_document_reviewer), IMR_reviewer_statement,
                     o->parts[IMR_STATEMENT]);
}
