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
    if (v->kind == IMR_IS_CONSTANT)
        good = good && v->size > 0;
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

/* The values of a record that were read from the letter and are given out. */
static inline uint32_t values_read(const imr_record *r)
{
    uint32_t count = 0;
    for (int k = 0; k < imr_levels[r->level].count; k++) {
        const imr_value *v = &r->values[k];
        bool document = r->level == IMR_LEVEL_document;
        if (!(r->given >> k & 1))
            continue;
        if (document && (k == IMR_document_source || k == IMR_document_diagnostics))
            continue;
        bool bare = r->level == IMR_LEVEL_issue && k == IMR_issue_number &&
                    (r->set & (r->set - 1)) == 0; /* the letter says nothing of the issue */
        if (bare)
            continue;
        if (document && k == IMR_document_template && strcmp(v->as.string, "unknown") == 0)
            continue;
        switch (v->kind) {
        case IMR_ABSENT:
        case IMR_IS_SPANS:
            break;
        case IMR_IS_RECORD:
            count += values_read(v->as.record);
            break;
        case IMR_IS_RECORDS:
            for (uint32_t i = 0; i < v->size; i++)
                count += values_read(v->as.records[i]);
            break;
        case IMR_IS_LIST:
            count += v->size;
            break;
        default:
            count++;
        }
    }
    return count;
}

/* Every value has a place, of ranges that lie in the source. */
static inline bool places_hold(const imr_document *d)
{
    const imr_value *v = &d->root->values[IMR_document_spans];
    for (uint32_t i = 0; i < v->size; i++) {
        const imr_place *place = &v->as.places[i];
        bool good = place->count > 0;
        for (uint32_t k = 0; k < place->count; k++)
            good = good && place->ranges[k].at < place->ranges[k].end &&
                   place->ranges[k].end <= d->text->source_size;
        if (!good) {
            fprintf(stderr, "%.*s: its ranges are not in the source\n", (int)place->path_size,
                    place->path);
            return false;
        }
    }
    uint32_t read = values_read(d->root);
    if (v->size != read)
        fprintf(stderr, "%u values, %u places\n", (unsigned)read, (unsigned)v->size);
    return v->size == read;
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
    return spans_of_record(d, d->root) && (!d->spans || places_hold(d));
}

#endif
