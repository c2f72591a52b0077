#include "document.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "ascii.h"
#include "search.h"

static void *take(imr_document *d, size_t size)
{
    void *p = imr_arena_take(d->arena, size);
    if (p == NULL)
        d->no_memory = true;
    return p;
}

static imr_record *new_record(imr_document *d, imr_level level)
{
    size_t size = sizeof(imr_record) + (size_t)imr_levels[level].count * sizeof(imr_value);
    imr_record *r = take(d, size);
    if (r != NULL) {
        memset(r, 0, size);
        r->level = level;
    }
    return r;
}

void imr_document_start(imr_document *d, imr_arena *arena, const imr_text *text, imr_span letter,
                        imr_position *position)
{
    *d = (imr_document){.arena = arena, .text = text, .letter = letter, .position = position};
    d->root = new_record(d, IMR_LEVEL_document);
    if (d->root != NULL) {
        imr_set_kind(d->root, IMR_document_issues, IMR_IS_RECORDS);
        imr_set_kind(d->root, IMR_document_diagnostics, IMR_IS_RECORDS);
    }
}

imr_record *imr_open(imr_document *d, imr_record *r, int key)
{
    if (r == NULL)
        return NULL;
    imr_value *v = &r->values[key];
    if (v->kind != IMR_ABSENT)
        return v->as.record;
    imr_record *inner = new_record(d, imr_levels[r->level].keys[key].of);
    if (inner != NULL)
        imr_set_kind(r, key, IMR_IS_RECORD)->as.record = inner;
    return inner;
}

/* Lists grow by doubling: their capacity is the power of two that holds their size. */
static bool full(uint32_t size)
{
    return size == 0 || (size >= 4 && (size & (size - 1)) == 0);
}

IMR_APART void *grown(imr_document *d, const void *old, uint32_t size, size_t element)
{
    uint32_t cap = size == 0 ? 4 : size * 2;
    void *p = take(d, cap * element);
    if (p != NULL && size > 0)
        memcpy(p, old, size * element);
    return p;
}

imr_record *imr_append(imr_document *d, imr_record *r, int key)
{
    if (r == NULL)
        return NULL;
    imr_value *v = &r->values[key];
    if (full(v->size)) {
        imr_record **records = grown(d, v->as.records, v->size, sizeof *records);
        if (records == NULL)
            return NULL;
        v->as.records = records;
    }
    imr_record *inner = new_record(d, imr_levels[r->level].keys[key].of);
    if (inner == NULL)
        return NULL;
    imr_set_kind(r, key, IMR_IS_RECORDS)->as.records[v->size++] = inner;
    return inner;
}

void imr_set_span(imr_document *d, imr_record *r, int key, imr_span span)
{
    span = imr_trim(d->text, span);
    if (!imr_empty(span))
        imr_set_string(r, key, d->text->clean + span.at, span.end - span.at, span);
}

void imr_set_integer(imr_record *r, int key, int64_t n, imr_span evidence)
{
    if (r == NULL)
        return;
    imr_value *v = imr_set_kind(r, key, IMR_IS_INTEGER);
    v->as.integer = n;
    v->span = evidence;
}

void imr_set_number(imr_record *r, int key, double n, imr_span evidence)
{
    if (r == NULL)
        return;
    if (n == (double)(int64_t)n) {
        imr_set_integer(r, key, (int64_t)n, evidence);
        return;
    }
    imr_value *v = imr_set_kind(r, key, IMR_IS_NUMBER);
    v->as.number = n;
    v->span = evidence;
}

void imr_set_boolean(imr_record *r, int key, bool b, imr_span evidence)
{
    if (r == NULL)
        return;
    imr_value *v = imr_set_kind(r, key, IMR_IS_BOOLEAN);
    v->as.boolean = b;
    v->span = evidence;
}

void imr_unset(imr_record *r, int key)
{
    r->values[key].kind = IMR_ABSENT;
    r->set &= ~((uint64_t)1 << key);
}

static void add_element(imr_document *d, imr_record *r, int key, imr_value element)
{
    imr_value *v = &r->values[key];
    if (full(v->size)) {
        imr_value *list = grown(d, v->as.list, v->size, sizeof *list);
        if (list == NULL)
            return;
        v->as.list = list;
    }
    imr_set_kind(r, key, IMR_IS_LIST)->as.list[v->size++] = element;
}

static void add_text(imr_document *d, imr_record *r, int key, imr_kind kind, const char *s,
                     size_t size, imr_span evidence)
{
    if (r == NULL || size == 0)
        return;
    add_element(
        d, r, key,
        (imr_value){.kind = kind, .size = (uint32_t)size, .as.string = s, .span = evidence});
}

void imr_add_string(imr_document *d, imr_record *r, int key, const char *s, size_t size,
                    imr_span evidence)
{
    add_text(d, r, key, IMR_IS_STRING, s, size, evidence);
}

void imr_add_range(imr_document *d, imr_record *r, int key, int32_t first, int32_t last,
                   imr_span evidence)
{
    if (r != NULL)
        add_element(d, r, key,
                    (imr_value){.kind = IMR_IS_RANGE, .as.range = {first, last}, .span = evidence});
}

/* Has the list the string already? */
static bool lists(const imr_record *r, int key, const char *s, size_t size)
{
    const imr_value *v = &r->values[key];
    for (uint32_t i = 0; i < v->size; i++)
        if (v->as.list[i].size == size && memcmp(v->as.list[i].as.string, s, size) == 0)
            return true;
    return false;
}

void imr_add_unique(imr_document *d, imr_record *r, int key, const char *s, size_t size,
                    imr_span evidence)
{
    if (r != NULL && !lists(r, key, s, size))
        add_text(d, r, key, IMR_IS_STRING, s, size, evidence);
}

void imr_add_known(imr_document *d, imr_record *r, int key, const imr_entry *e, const char *s,
                   size_t size, imr_span evidence)
{
    if (r != NULL && !lists(r, key, s, size))
        add_text(d, r, key, imr_entry_is_built_in(e) ? IMR_IS_CONSTANT : IMR_IS_STRING, s, size,
                 evidence);
}

void imr_also(imr_document *d, imr_record *r, int key, imr_span evidence)
{
    if (!d->spans || r == NULL || imr_empty(evidence))
        return;
    imr_evidence *more = take(d, sizeof *more);
    if (more == NULL)
        return;
    const imr_value *v = &r->values[key];
    uint32_t element = v->kind == IMR_IS_LIST ? v->size - 1 : 0;
    *more = (imr_evidence){r->more, key, element, evidence};
    r->more = more;
}

/* ---- diagnostics ----------------------------------------------------------------------------- */

static void add_finding(imr_document *d, imr_finding finding)
{
    if (d->finding_count == IMR_DIAGNOSTICS)
        return;
    if (d->finding_count == d->finding_cap) {
        uint32_t cap = d->finding_cap ? d->finding_cap * 2 : 8;
        imr_finding *p = take(d, cap * sizeof *p);
        if (p == NULL)
            return;
        if (d->finding_count > 0)
            memcpy(p, d->findings, d->finding_count * sizeof *p);
        d->findings = p;
        d->finding_cap = cap;
    }
    d->findings[d->finding_count++] = finding;
}

void imr_note(imr_document *d, const char *code, uint32_t at, const char *message)
{
    add_finding(d, (imr_finding){code, message, SIZE_MAX, at});
}

void imr_note_source(imr_document *d, const char *code, size_t source, const char *message)
{
    add_finding(d, (imr_finding){code, message, source, 0});
}

/* Cuts at a character's start, so that a message stays valid UTF-8. */
static size_t whole_characters(const char *s, size_t size, size_t limit)
{
    if (size <= limit)
        return size;
    while (limit > 0 && ((unsigned char)s[limit] & 0xC0) == 0x80)
        limit--;
    return limit;
}

void imr_notef(imr_document *d, const char *code, uint32_t at, const char *format, ...)
{
    enum { LONGEST = 200 };
    char text[LONGEST + 8];
    va_list list;
    va_start(list, format);
    int n = vsnprintf(text, sizeof text, format, list);
    va_end(list);
    size_t size = n < 0 ? 0
                        : whole_characters(
                              text, (size_t)n < sizeof text ? (size_t)n : sizeof text - 1, LONGEST);
    char *message = take(d, size + 1);
    if (message == NULL)
        return;
    memcpy(message, text, size);
    message[size] = '\0';
    imr_note(d, code, at, message);
}

static void finish_inside(const imr_projection *p, const imr_node *node, imr_record *r,
                          uint64_t records);

/* Takes out the records in which nothing was set, and notes which keys are given out: a record of
 * which nothing wanted is there is not. */
static inline void finish(const imr_projection *p, int at, imr_record *r)
{
    const imr_node *node = &p->nodes[at];
    r->given = r->set & node->keys;
    uint64_t records = r->set & imr_levels[r->level].records;
    if (records != 0) /* citations, by far the most, have none */
        finish_inside(p, node, r, records);
}

static void finish_inside(const imr_projection *p, const imr_node *node, imr_record *r,
                          uint64_t records)
{
    while (records != 0) {
        int k = imr_take_key(&records);
        imr_value *v = &r->values[k];
        if (v->kind == IMR_IS_RECORDS) {
            for (uint32_t i = 0; i < v->size; i++)
                finish(p, node->child[k], v->as.records[i]);
            continue;
        }
        imr_record *inner = v->as.record;
        finish(p, node->child[k], inner);
        if (inner->given == 0)
            r->given &= ~((uint64_t)1 << k);
        if (inner->set == 0)
            imr_unset(r, k);
    }
}

/* ---- values as printed ----------------------------------------------------------------------- */

/* A string that is a piece of the clean text becomes what the letter prints there. */
static void print_string(imr_document *d, imr_value *v)
{
    const imr_text *t = d->text;
    uintptr_t at = (uintptr_t)v->as.string, clean = (uintptr_t)t->clean;
    if (at < clean || at >= clean + t->size || v->size == 0)
        return;
    uint32_t from = (uint32_t)(at - clean);
    char *out = take(d, 3 * (size_t)v->size);
    if (out == NULL)
        return;
    v->size = (uint32_t)imr_text_printed(t, (imr_span){from, from + v->size}, out);
    v->as.string = out;
}

static void print_record(imr_document *d, imr_record *r)
{
    for (int k = 0; k < imr_levels[r->level].count; k++) {
        imr_value *v = &r->values[k];
        uint32_t count = v->kind == IMR_IS_LIST || v->kind == IMR_IS_RECORDS ? v->size : 0;
        if (v->kind == IMR_IS_STRING)
            print_string(d, v);
        if (v->kind == IMR_IS_RECORD)
            print_record(d, v->as.record);
        for (uint32_t i = 0; i < count; i++) {
            if (v->kind == IMR_IS_RECORDS)
                print_record(d, v->as.records[i]);
            else if (v->as.list[i].kind == IMR_IS_STRING)
                print_string(d, &v->as.list[i]);
        }
    }
}

void imr_document_finish(imr_document *d)
{
    if (d->root == NULL)
        return;
    if (d->text->folded)
        print_record(d, d->root);
    for (uint32_t i = 0; i < d->finding_count; i++)
        if (d->findings[i].source == SIZE_MAX)
            d->findings[i].source = imr_text_source(d->text, d->findings[i].at, false);
    for (uint32_t i = 1; i < d->finding_count; i++) { /* few: insertion sort, stable */
        imr_finding f = d->findings[i];
        uint32_t j = i;
        for (; j > 0 && d->findings[j - 1].source > f.source; j--)
            d->findings[j] = d->findings[j - 1];
        d->findings[j] = f;
    }
    for (uint32_t i = 0; i < d->finding_count; i++) {
        const imr_finding *f = &d->findings[i];
        imr_record *r = imr_append(d, d->root, IMR_document_diagnostics);
        size_t line, column;
        imr_text_position(d->text, d->position, f->source, &line, &column);
        imr_set_string(r, IMR_diagnostic_code, f->code, strlen(f->code), (imr_span){0});
        imr_set_string(r, IMR_diagnostic_message, f->message, strlen(f->message), (imr_span){0});
        imr_set_integer(r, IMR_diagnostic_line, (int64_t)line, (imr_span){0});
        imr_set_integer(r, IMR_diagnostic_column, (int64_t)column, (imr_span){0});
        imr_set_integer(r, IMR_diagnostic_offset, (int64_t)f->source + 1, (imr_span){0});
    }
    finish(d->projection, 0, d->root);
}

/* ---- spans ----------------------------------------------------------------------------------- */

imr_span imr_trim(const imr_text *t, imr_span s)
{
    const char *text = t->clean;
    if (imr_empty(s))
        return s;
    while (text[s.at] == ' ')
        if (++s.at == s.end)
            return s;
    while (text[s.end - 1] == ' ')
        s.end--;
    return s;
}

uint32_t imr_find(const imr_text *t, imr_span s, const char *needle, size_t size)
{
    return imr_search_far(t->clean, s.at, s.end, needle, size);
}

uint32_t imr_find_any_case(const imr_text *t, imr_span s, const char *needle, size_t size)
{
    return imr_search_far(t->low, s.at, s.end, needle, size);
}
