/* spans.h - what must hold for the spans of every document, whatever bytes it was made of. */
#ifndef SPANS_H
#define SPANS_H

#include <stdio.h>
#include <string.h>

#include "document.h"

static inline bool span_inside(const imr_document *d, imr_span s)
{
    return (s.at == 0 && s.end == 0) ||
           (s.at >= d->letter.at && s.at < s.end && s.end <= d->letter.end);
}

/* Is the value a piece of the clean text? Then its span is where it stands. */
static inline bool span_is_place(const imr_document *d, const imr_value *v)
{
    const char *clean = d->text->clean;
    if (v->as.string < clean || v->as.string >= clean + d->text->size)
        return true;
    return v->span.end - v->span.at == v->size && clean + v->span.at == v->as.string;
}

static inline bool spans_of_record(const imr_document *d, const imr_record *r);

static inline bool spans_of_value(const imr_document *d, const imr_value *v)
{
    bool good = v->kind == IMR_ABSENT || span_inside(d, v->span);
    if (v->kind == IMR_IS_STRING)
        good = good && v->size > 0 && span_is_place(d, v);
    for (uint32_t i = 0; good && v->kind == IMR_IS_LIST && i < v->size; i++)
        good = spans_of_value(d, &v->as.list[i]);
    for (uint32_t i = 0; good && v->kind == IMR_IS_RECORDS && i < v->size; i++)
        good = spans_of_record(d, v->as.records[i]);
    return good && (v->kind != IMR_IS_RECORD || spans_of_record(d, v->as.record));
}

static inline bool spans_of_record(const imr_document *d, const imr_record *r)
{
    const imr_level_info *level = &imr_levels[r->level];
    for (int k = 0; k < level->count; k++)
        if (!spans_of_value(d, &r->values[k])) {
            const imr_span s = r->values[k].span;
            fprintf(stderr, "%s.%s: its span is [%u, %u), the letter's [%u, %u)\n", level->name,
                    level->keys[k].name, (unsigned)s.at, (unsigned)s.end, (unsigned)d->letter.at,
                    (unsigned)d->letter.end);
            return false;
        }
    return true;
}

/* The spans lie in the letter, pieces of the text are where their spans say, and diagnostics point
 * into the source or right behind it. */
static inline bool spans_hold(const imr_document *d)
{
    const imr_value *v = &d->root->values[IMR_document_diagnostics];
    for (uint32_t i = 0; i < v->size; i++) {
        const imr_value *values = v->as.records[i]->values;
        int64_t offset = values[IMR_diagnostic_offset].as.integer;
        if (offset < 1 || (uint64_t)offset > d->text->source_size + 1 ||
            values[IMR_diagnostic_line].as.integer < 1 ||
            values[IMR_diagnostic_column].as.integer < 1)
            return false;
    }
    return spans_of_record(d, d->root);
}

#endif
