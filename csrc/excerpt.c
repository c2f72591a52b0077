#include "excerpt.h"

#include <string.h>

/* Characters shown before a place, and at most; a word is left whole. */
enum { BEFORE = 36, SHOWN = 90 };

imr_text imr_text_uncleaned(const char *source, size_t size)
{
    imr_text t = {.source = source, .source_size = size};
    size_t mark;
    t.utf16 = imr_is_utf16(source, size, &t.big_endian, &mark);
    return t;
}

/* The unit at `at`: a byte, or of UTF-16 two. */
static unsigned unit_at(const imr_text *t, size_t at)
{
    const unsigned char *s = (const unsigned char *)t->source + at;
    if (!t->utf16)
        return s[0];
    return t->big_endian ? (unsigned)(s[0] << 8 | s[1]) : (unsigned)(s[1] << 8 | s[0]);
}

static bool ends_line(unsigned unit)
{
    return unit >= '\n' && unit <= '\r';
}

static bool is_blank(unsigned unit)
{
    return unit == ' ' || unit == '\t' || ends_line(unit);
}

/* Where the excerpt begins. */
static size_t window_start(const imr_text *t, size_t at, size_t step, bool *cut)
{
    size_t from = at, shown = 0;
    while (from >= step && shown < BEFORE && !ends_line(unit_at(t, from - step))) {
        from -= step;
        shown++;
    }
    *cut = from >= step && !ends_line(unit_at(t, from - step));
    if (*cut)
        while (from < at && !is_blank(unit_at(t, from)))
            from += step;
    return from;
}

/* Where it ends: with the line on which the place ends. */
static size_t window_end(const imr_text *t, size_t from, size_t at, size_t end, size_t step,
                         bool *cut)
{
    size_t to = from, last = 0, shown = 0;
    for (; to + step <= t->source_size && shown < SHOWN; to += step, shown++) {
        unsigned unit = unit_at(t, to);
        if (to >= end && ends_line(unit))
            return to;
        if (is_blank(unit) && to > at)
            last = to;
    }
    *cut = to + step <= t->source_size;
    if (*cut && !is_blank(unit_at(t, to)) && last > 0)
        to = last;
    return to;
}

size_t imr_excerpt(const imr_text *t, size_t at, size_t end, char out[IMR_EXCERPT_SIZE])
{
    size_t step = t->utf16 ? 2 : 1;
    if (at > t->source_size)
        at = t->source_size;
    at -= t->utf16 ? at % 2 : 0;
    bool before, after = false;
    size_t from = window_start(t, at, step, &before);
    size_t to = window_end(t, from, at, end, step, &after);
    char bytes[SHOWN * 3 + 4];
    size_t size = to - from, consumed;
    if (t->utf16)
        size = imr_from_utf16(t->source + from, size, t->big_endian, bytes, SIZE_MAX, &consumed);
    else
        memcpy(bytes, t->source + from, size);
    size_t used = 0;
    if (before) {
        memcpy(out, "... ", 4);
        used = 4;
    }
    imr_cleaner c = imr_cleaner_of(bytes, (uint32_t)size);
    used += imr_clean_line(&c, out + used);
    if (after) {
        memcpy(out + used, " ...", 4);
        used += 4;
    }
    return used;
}
