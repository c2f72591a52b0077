/* text_map.c - the way back: from the clean text to the bytes that it came from. */
#include "text.h"

#include <string.h>

uint32_t imr_text_line(const imr_text *t, uint32_t at)
{
    /* halved without a branch, which nothing could foretell */
    const imr_line *line = t->lines;
    for (uint32_t rest = t->line_count; rest > 1; rest -= rest / 2)
        line += line[rest / 2].at <= at ? rest / 2 : 0;
    return (uint32_t)(line - t->lines);
}

bool imr_text_at_line_start(const imr_text *t, uint32_t at)
{
    return t->line_count > 0 && t->lines[imr_text_line(t, at)].at == at;
}

/* The place in `bytes` of the clean byte `at` of a line, or with `after` the place behind it. */
static uint32_t trace_line(const imr_text *t, imr_trace *from, uint32_t index, uint32_t at,
                           bool after)
{
    const imr_line *line = &t->lines[index];
    if (at >= line->at + line->size) /* the blank behind the line */
        return line->source + line->source_size;
    if (line->flags & IMR_LINE_PLAIN)
        return line->source + (at - line->at) + after;
    if (!from->begun || from->line != index || from->clean > at) {
        from->begun = true;
        from->line = index;
        from->clean = line->at;
        from->cleaner = imr_cleaner_of(t->bytes + line->source, line->source_size);
        from->step = (imr_step){0};
    }
    while (at >= from->clean + from->step.size) {
        from->clean += from->step.size;
        if (!imr_clean_step(&from->cleaner, &from->step))
            return line->source + line->source_size;
    }
    return line->source + from->step.source + (after ? from->step.source_size : 0);
}

/* A place in `bytes` as a place in the source. */
static size_t unwiden(const imr_text *t, imr_trace *from, uint32_t byte)
{
    if (!t->utf16)
        return byte;
    if (from->source == 0 || from->byte > byte) {
        bool big_endian;
        imr_is_utf16(t->source, t->source_size, &big_endian, &from->source);
        from->byte = 0;
    }
    size_t consumed;
    from->byte += (uint32_t)imr_from_utf16(t->source + from->source, t->source_size - from->source,
                                           t->big_endian, NULL, byte - from->byte, &consumed);
    from->source += consumed;
    return from->source;
}

size_t imr_text_of_byte(const imr_text *t, size_t byte)
{
    imr_trace from = {0};
    return unwiden(t, &from, (uint32_t)byte);
}

size_t imr_text_source(const imr_text *t, uint32_t at, bool after)
{
    if (t->line_count == 0)
        return 0;
    if (after && at > 0)
        at--;
    else
        after = false;
    imr_trace from = {0};
    return unwiden(t, &from, trace_line(t, &from, imr_text_line(t, at), at, after));
}

/* Do two lines that follow each other in the clean text stand apart in the source? */
static bool stand_apart(const imr_line *line, const imr_line *next)
{
    return (next->flags & (IMR_LINE_PAGE | IMR_LINE_DROPPED)) != 0 ||
           next->source < line->source + line->source_size;
}

bool imr_text_piece(const imr_text *t, imr_span *rest, imr_piece *piece)
{
    if (t->line_count == 0 || rest->at >= rest->end)
        return false;
    uint32_t first = imr_text_line(t, rest->at), last = first;
    while (last + 1 < t->line_count && t->lines[last + 1].at < rest->end &&
           !stand_apart(&t->lines[last], &t->lines[last + 1]))
        last++;
    bool whole = last + 1 < t->line_count && t->lines[last + 1].at < rest->end;
    piece->from = (imr_edge){first, rest->at, false};
    piece->to = (imr_edge){last, whole ? UINT32_MAX : rest->end - 1, true};
    rest->at = whole ? t->lines[last + 1].at : rest->end;
    return true;
}

size_t imr_text_edge(const imr_text *t, imr_trace *from, imr_edge edge)
{
    return unwiden(t, from, trace_line(t, from, edge.line, edge.at, edge.after));
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
