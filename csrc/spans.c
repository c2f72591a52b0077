/* spans.c - `spans`: for every value of a document the ranges of the source that it was read from.
 *
 * All values are gathered first and all their ends traced in ascending order, so that the whole
 * costs one pass over the text, however many values there are.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "document.h"

/* The deepest path: issues[N].reviewer_guideline.citations[N].sections[N], and room to spare. */
enum { PATH_MAX_SIZE = 256 };

/* A range of the source, before its place there is known. */
typedef struct piece {
    imr_piece ends;
    imr_range *range;
} piece;

typedef struct collector {
    imr_document *d;
    imr_place *places;
    piece *pieces;
    uint32_t place_count, place_cap, piece_count, piece_cap;
    char path[PATH_MAX_SIZE];
} collector;

static void *grown(imr_document *d, void *old, uint32_t count, uint32_t *cap, size_t element)
{
    if (count < *cap)
        return old;
    uint32_t more = *cap > 0 ? *cap * 2 : 64;
    void *p = imr_arena_take(d->arena, more * element);
    if (p == NULL) {
        d->no_memory = true;
        return NULL;
    }
    if (count > 0)
        memcpy(p, old, count * element);
    *cap = more;
    return p;
}

/* ---- gathering ------------------------------------------------------------------------------- */

static void add_pieces(collector *c, imr_span span)
{
    span = imr_trim(c->d->text, span);
    for (imr_piece ends; imr_text_piece(c->d->text, &span, &ends);) {
        piece *pieces = grown(c->d, c->pieces, c->piece_count, &c->piece_cap, sizeof *pieces);
        if (pieces == NULL)
            return;
        c->pieces = pieces;
        c->pieces[c->piece_count++] = (piece){.ends = ends};
    }
}

/* The evidence beside a value's own span, in the order in which it was noted. */
static void add_more(collector *c, const imr_evidence *more, int key, uint32_t element)
{
    if (more == NULL)
        return;
    add_more(c, more->next, key, element);
    if (more->key == key && more->element == element)
        add_pieces(c, more->span);
}

/* What makes an issue one: its heading, or what else of it is not lost. */
static void add_first_of(collector *c, const imr_record *issue)
{
    static const int keys[] = {IMR_issue_heading, IMR_issue_decision,
                               IMR_issue_administrator_guideline, IMR_issue_reviewer_guideline,
                               IMR_issue_rationale};
    uint32_t before = c->piece_count;
    for (size_t i = 0; i < sizeof keys / sizeof *keys && c->piece_count == before; i++) {
        const imr_record *inner = imr_inside(issue, keys[i]);
        add_pieces(c, inner ? inner->values[IMR_guideline_text].span : issue->values[keys[i]].span);
    }
}

/* The evidence of what follows from other values, and has none of its own. */
static void add_derived(collector *c, const imr_record *r, int key)
{
    const imr_value *issues = &c->d->root->values[IMR_document_issues];
    if (r->level == IMR_LEVEL_document && key == IMR_document_outcome) {
        for (uint32_t i = 0; i < issues->size; i++)
            add_pieces(c, issues->as.records[i]->values[IMR_issue_decision].span);
    } else if (r->level == IMR_LEVEL_document && key == IMR_document_dialect) {
        add_pieces(c, r->values[IMR_document_template].span);
    } else if (r->level == IMR_LEVEL_issue && key == IMR_issue_consistent) {
        add_pieces(c, r->values[IMR_issue_decision].span);
        add_pieces(c, r->values[IMR_issue_conclusion].span);
    } else if (r->level == IMR_LEVEL_issue && key == IMR_issue_number) {
        add_first_of(c, r);
    }
}

static void add_place(collector *c, size_t path_size, const imr_record *r, int key,
                      uint32_t element, imr_span span)
{
    uint32_t first = c->piece_count;
    add_pieces(c, span);
    add_more(c, r->more, key, element);
    if (c->piece_count == first)
        add_derived(c, r, key);
    uint32_t count = c->piece_count - first;
    if (count == 0)
        return;
    imr_place *places = grown(c->d, c->places, c->place_count, &c->place_cap, sizeof *places);
    char *path = imr_arena_take(c->d->arena, path_size);
    imr_range *ranges = imr_arena_take(c->d->arena, count * sizeof *ranges);
    if (places == NULL || path == NULL || ranges == NULL) {
        c->d->no_memory = true;
        return;
    }
    memcpy(path, c->path, path_size);
    for (uint32_t i = 0; i < count; i++)
        c->pieces[first + i].range = &ranges[i];
    c->places = places;
    c->places[c->place_count++] = (imr_place){path, (uint32_t)path_size, count, ranges};
}

static void gather(collector *c, const imr_record *r, size_t used);

/* Appends an element's number to the path. */
static size_t numbered(collector *c, size_t used, uint32_t element)
{
    int more = snprintf(c->path + used, sizeof c->path - used, "[%u]", (unsigned)element + 1);
    return used + (size_t)more;
}

static void gather_value(collector *c, const imr_record *r, int key, size_t used)
{
    const imr_value *v = &r->values[key];
    switch (v->kind) {
    case IMR_IS_RECORD:
        gather(c, v->as.record, used);
        break;
    case IMR_IS_RECORDS:
        for (uint32_t i = 0; i < v->size; i++)
            gather(c, v->as.records[i], numbered(c, used, i));
        break;
    case IMR_IS_LIST:
        for (uint32_t i = 0; i < v->size; i++)
            add_place(c, numbered(c, used, i), r, key, i, v->as.list[i].span);
        break;
    default:
        add_place(c, used, r, key, 0, v->span);
    }
}

static void gather(collector *c, const imr_record *r, size_t used)
{
    const imr_level_info *level = &imr_levels[r->level];
    if (used > 0)
        c->path[used++] = '.';
    for (uint64_t keys = r->given; keys != 0;) {
        int k = imr_take_key(&keys);
        memcpy(c->path + used, level->keys[k].name, level->keys[k].name_size);
        gather_value(c, r, k, used + level->keys[k].name_size);
    }
}

/* ---- tracing --------------------------------------------------------------------------------- */

/* An end of a piece that is to be traced to `source`. */
typedef struct end {
    imr_edge edge;
    size_t *source;
} end;

static int by_place(const void *a, const void *b)
{
    const imr_edge *x = &((const end *)a)->edge, *y = &((const end *)b)->edge;
    if (x->line != y->line)
        return x->line < y->line ? -1 : 1;
    if (x->at != y->at)
        return x->at < y->at ? -1 : 1;
    return (int)x->after - (int)y->after;
}

static void trace(collector *c)
{
    size_t count = (size_t)c->piece_count * 2;
    end *ends = imr_arena_take(c->d->arena, count * sizeof *ends);
    if (ends == NULL) {
        c->d->no_memory = true;
        return;
    }
    for (uint32_t i = 0; i < c->piece_count; i++) {
        const piece *p = &c->pieces[i];
        ends[2 * i] = (end){p->ends.from, &p->range->at};
        ends[2 * i + 1] = (end){p->ends.to, &p->range->end};
    }
    qsort(ends, count, sizeof *ends, by_place);
    imr_trace from = {0};
    for (size_t i = 0; i < count; i++)
        *ends[i].source = imr_text_edge(c->d->text, &from, ends[i].edge);
}

/* ---- the key --------------------------------------------------------------------------------- */

static int by_path(const void *a, const void *b)
{
    const imr_place *x = a, *y = b;
    uint32_t size = x->path_size < y->path_size ? x->path_size : y->path_size;
    int order = memcmp(x->path, y->path, size);
    return order != 0 ? order : (x->path_size > y->path_size) - (x->path_size < y->path_size);
}

void imr_document_spans(imr_document *d)
{
    if (!d->spans || d->root == NULL || d->no_memory)
        return;
    collector c = {.d = d};
    gather(&c, d->root, 0);
    if (d->no_memory)
        return;
    if (c.place_count > 0) {
        trace(&c);
        qsort(c.places, c.place_count, sizeof *c.places, by_path);
    }
    d->root->values[IMR_document_spans] =
        (imr_value){.kind = IMR_IS_SPANS, .size = c.place_count, .as.places = c.places};
    d->root->set |= (uint64_t)1 << IMR_document_spans;
    d->root->given |= (uint64_t)1 << IMR_document_spans;
}
