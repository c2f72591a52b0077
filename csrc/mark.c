/* mark.c - headings and labels of all forms are looked for at once: first as they are printed, and
 * only where that is not enough with tolerance. */
#include "mark.h"

#include <string.h>

#include "document.h"
#include "kind.h"
#include "slip.h"
#include "vector.h"

IMR_APART bool more_marks(imr_marks *m)
{
    uint32_t cap = m->cap ? m->cap * 2 : 32;
    imr_mark *list = imr_arena_take(m->arena, cap * sizeof *list);
    if (list == NULL) {
        m->no_memory = true;
        return false;
    }
    if (m->count > 0)
        memcpy(list, m->list, m->count * sizeof *list);
    m->list = list;
    m->cap = cap;
    return true;
}

IMR_INLINE void add_mark(imr_marks *m, const imr_form_mark *row, imr_span span, uint32_t line)
{
    if (m->count == m->cap && !more_marks(m))
        return;
    m->headings += row->kind < IMR_PARTS;
    imr_mark *mark = &m->list[m->count++];
    mark->kind = (imr_mark_kind)row->kind;
    mark->row = row;
    mark->span = span;
    mark->line = line;
    mark->slipped = false;
}

/* Where a mark with a tail ends whose text ends at `end`: behind its tail and the colon there. */
IMR_APART uint32_t tail_end(const imr_text *t, const imr_form_mark *row, uint32_t end,
                            uint32_t limit)
{
    enum { TAIL_WITHIN = 80 };
    size_t size = strlen(row->tail);
    imr_span rest = {end, limit - end > TAIL_WITHIN ? end + TAIL_WITHIN : limit};
    uint32_t at = imr_find_any_case(t, rest, row->tail, size);
    if (at == IMR_NOWHERE)
        return end;
    at += (uint32_t)size;
    while (at < limit && strchr(" :", t->clean[at]) != NULL)
        at++;
    return at;
}

static uint32_t mark_end(const imr_text *t, const imr_form_mark *row, uint32_t end, uint32_t limit)
{
    return row->tail != NULL ? tail_end(t, row, end, limit) : end;
}

/* Does the text go on as the row, of more than eight bytes, of which the first eight are known to
 * be equal? What ends the text no row has, so that little behind it is read. */
static bool rest_equal(const char *a, const char *b, uint32_t size)
{
    for (uint32_t i = 8; i + 8 < size; i += 8)
        if (imr_first_eight(a + i) != imr_first_eight(b + i))
            return false;
    return imr_first_eight(a + size - 8) == imr_first_eight(b + size - 8);
}

/* The marks that stand at the beginning of the line, of the chain from row number `k` on. */
IMR_APART void marks_at(imr_marks *m, const imr_text *t, const imr_form_index *x, uint8_t k,
                        const imr_line *line)
{
    const char *text = t->clean + line->at;
    uint64_t eight = imr_first_eight(text);
    for (; k != IMR_NO_ROW; k = x->next_by_eight[k]) {
        if (eight != x->eight[k])
            continue;
        const imr_form_mark *row = x->rows[k];
        uint32_t at = line->at, size = row->size;
        if (rest_equal(text, row->text, size) && t->size - at >= size) {
            imr_span span = {at, mark_end(t, row, at + size, t->size)};
            add_mark(m, row, span, (uint32_t)(line - t->lines));
        }
    }
}

uint32_t imr_exact_marks(imr_marks *m, const imr_text *t, const imr_form_index *x)
{
    const char *clean = t->clean;
    const imr_line *end = t->lines + t->line_count;
    uint32_t decisions = 0;
    for (const imr_line *line = t->lines; line < end; line++) {
        const char *text = clean + line->at;
        uint8_t k = x->by_eight[imr_form_bucket(imr_first_eight(text))];
        if (k != IMR_NO_ROW)
            marks_at(m, t, x, k, line);
        if (text[line->size - 1] == 'd') /* no line is empty */
            decisions += imr_line_decides(clean, line);
    }
    return decisions;
}

/* Where headings and labels are looked for with tolerance. */
typedef struct search {
    const imr_text *text;
    imr_marks *marks;
    const imr_form_index *index;
    uint32_t line; /* of the place */
    uint64_t heads[IMR_FORM_ROWS];
    uint32_t until[IMR_FORMS]; /* up to there a mark of the form was read */
} search;

/* Reads row number `k` of all at the place. */
static void search_place(search *s, const imr_mark_place *p, uint8_t k)
{
    const imr_form_mark *row = s->index->rows[k];
    bool slipped;
    if (p->at < s->until[s->index->form[k]])
        return;
    uint32_t end = imr_read_mark(p, row, &slipped);
    if (end == 0)
        return;
    end = mark_end(s->text, row, end, p->within.end);
    add_mark(s->marks, row, (imr_span){p->at, end}, s->line);
    if (!s->marks->no_memory)
        s->marks->list[s->marks->count - 1].slipped = slipped;
    s->until[s->index->form[k]] = end;
}

void imr_tolerant_marks(imr_marks *m, const imr_text *t, const imr_form_index *x, bool slips)
{
    search s = {.text = t, .marks = m, .index = x};
    const imr_span all = {0, t->size};
    for (uint8_t k = 0; slips && k < x->count; k++)
        s.heads[k] = imr_mark_head(x->rows[k]->text);
    uint32_t line = 0;
    for (uint32_t at = 0; at < t->size; at++) {
        if (!imr_mark_may_begin(t, at, all))
            continue;
        while (line + 1 < t->line_count && t->lines[line + 1].at <= at)
            line++;
        uint8_t first = x->by_letter[t->clean[at] & 31];
        if (first == IMR_NO_ROW && !slips)
            continue;
        imr_mark_place place;
        imr_mark_place_at(&place, t, line, at, all, slips);
        s.line = line;
        uint32_t before = m->count;
        char second = t->low[at + 1];
        for (uint8_t k = first; k != IMR_NO_ROW; k = x->next_by_letter[k])
            if (second == x->second[k] || second == ' ') /* hardly any passes */
                search_place(&s, &place, k);
        bool misread = place.slips && m->count == before;
        for (uint8_t k = 0; misread && k < x->count; k++)
            if (!imr_mark_is_other(&place, s.heads[k]))
                search_place(&s, &place, k);
    }
}
