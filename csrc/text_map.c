/* text_map.c - the way back: from the clean text to the bytes that it came from. */
#include "text.h"

#include <string.h>

uint32_t imr_text_line(const imr_text *t, uint32_t at)
{
    uint32_t low = 0, high = t->line_count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (t->lines[middle].at <= at)
            low = middle;
        else
            high = middle;
    }
    return low;
}

bool imr_text_at_line_start(const imr_text *t, uint32_t at)
{
    return t->line_count > 0 && t->lines[imr_text_line(t, at)].at == at;
}

/* The place in `bytes` of the clean byte `at` of a line, or with `after` the place behind it. */
static uint32_t trace_line(const imr_text *t, const imr_line *line, uint32_t at, bool after)
{
    if (line->flags & IMR_LINE_PLAIN)
        return line->source + (at - line->at) + after;
    imr_cleaner c = imr_cleaner_of(t->bytes + line->source, line->source_size);
    imr_step step;
    for (uint32_t clean = line->at; imr_clean_step(&c, &step); clean += step.size)
        if (at < clean + step.size)
            return line->source + step.source + (after ? step.source_size : 0);
    return line->source + line->source_size;
}

/* A place in `bytes` as a place in the source. */
static size_t unwiden(const imr_text *t, uint32_t byte)
{
    if (!t->utf16)
        return byte;
    size_t mark, consumed;
    bool big_endian;
    imr_is_utf16(t->source, t->source_size, &big_endian, &mark);
    imr_from_utf16(t->source + mark, t->source_size - mark, big_endian, NULL, byte, &consumed);
    return mark + consumed;
}

static size_t source_of(const imr_text *t, const imr_line *line, uint32_t at, bool after)
{
    if (at >= line->at + line->size) /* the blank behind the line */
        return unwiden(t, line->source + line->source_size);
    return unwiden(t, trace_line(t, line, at, after));
}

size_t imr_text_source(const imr_text *t, uint32_t at, bool after)
{
    if (t->line_count == 0)
        return 0;
    if (after && at > 0)
        at--;
    else
        after = false;
    return source_of(t, &t->lines[imr_text_line(t, at)], at, after);
}

size_t imr_text_ranges(const imr_text *t, imr_span span, imr_range *out, size_t cap)
{
    size_t count = 0;
    if (t->line_count == 0 || span.at >= span.end)
        return 0;
    uint32_t first = imr_text_line(t, span.at), last = imr_text_line(t, span.end - 1);
    for (uint32_t i = first; i <= last;) {
        uint32_t j = i; /* the lines up to the next break belong together */
        while (j < last && !(t->lines[j + 1].flags & (IMR_LINE_PAGE | IMR_LINE_DROPPED)))
            j++;
        const imr_line *a = &t->lines[i], *e = &t->lines[j];
        imr_range range = {
            source_of(t, a, i == first ? span.at : a->at, false),
            j == last ? source_of(t, e, span.end - 1, true)
                      : unwiden(t, e->source + e->source_size),
        };
        if (count < cap)
            out[count] = range;
        count++;
        i = j + 1;
    }
    return count;
}

/* The part of a line that lies in the span, as it is printed. */
static size_t printed_line(const imr_text *t, const imr_line *line, imr_span span, char *out)
{
    imr_cleaner c = imr_cleaner_of(t->bytes + line->source, line->source_size);
    imr_step step;
    size_t used = 0;
    uint32_t end = line->at + line->size;
    if (end > span.end)
        end = span.end;
    for (uint32_t at = line->at; at < end && imr_clean_step(&c, &step); at += step.size) {
        if (at + step.size <= span.at)
            continue;
        uint32_t size = step.folded ? step.source_size : step.size;
        memcpy(out + used, step.folded ? c.line + step.source : step.bytes, size);
        used += size;
    }
    return used;
}

size_t imr_text_printed(const imr_text *t, imr_span span, char *out)
{
    size_t used = 0;
    uint32_t i = imr_text_line(t, span.at);
    for (uint32_t at = span.at; at < span.end;) {
        const imr_line *line = &t->lines[i++];
        bool last = i == t->line_count || t->lines[i].at >= span.end;
        uint32_t next = last ? span.end : t->lines[i].at; /* with the blank behind the line */
        uint32_t end = line->at + line->size < next ? line->at + line->size : next;
        if (line->flags & IMR_LINE_FOLDED && at < end) {
            used += printed_line(t, line, (imr_span){at, end}, out + used);
            at = end;
        }
        memcpy(out + used, t->clean + at, next - at);
        used += next - at;
        at = next;
    }
    return used;
}

void imr_text_position(const imr_text *t, imr_position *from, size_t source, size_t *line,
                       size_t *column)
{
    size_t unit = t->utf16 ? 2 : 1;
    if (source > t->source_size)
        source = t->source_size;
    if (from->source > source)
        *from = (imr_position){0};
    const unsigned char *s = (const unsigned char *)t->source;
#define UNIT(i) (unit == 1 ? s[i] : t->big_endian ? s[i] << 8 | s[(i) + 1] : s[(i) + 1] << 8 | s[i])
    size_t i = from->source;
    for (; i + unit <= source; i += unit) {
        bool next = i + 2 * unit <= t->source_size;
        if (UNIT(i) == '\n' || (UNIT(i) == '\r' && !(next && UNIT(i + unit) == '\n'))) {
            from->lines++;
            from->start = i + unit;
        }
    }
#undef UNIT
    from->source = i;
    *line = from->lines + 1;
    *column = source - from->start + 1;
}
