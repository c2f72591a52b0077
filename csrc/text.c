/* text.c - bytes to lines to clean text, in one pass. */
#include <string.h>

#include "text_split.h"
#include "vector.h"

void imr_text_init(imr_text_buffers *b, const imr_allocator *a)
{
    *b = (imr_text_buffers){.allocator = a};
}

void imr_text_free(imr_text_buffers *b)
{
    imr_free(b->allocator, b->clean, b->clean_cap);
    imr_free(b->allocator, b->low, b->low_cap);
    imr_free(b->allocator, b->utf8, b->utf8_cap);
    imr_free(b->allocator, b->lines, b->lines_cap * sizeof *b->lines);
    imr_text_init(b, b->allocator);
}

void imr_text_shrink(imr_text_buffers *b)
{
    if (b->clean_cap + b->low_cap + b->utf8_cap + b->lines_cap * sizeof *b->lines > IMR_ARENA_KEEP)
        imr_text_free(b);
}

/* ---- copying --------------------------------------------------------------------------------- */

/* Copies printable ASCII, of several blanks one. *p goes to the first other byte; returns the bytes
 * written. */
static uint32_t copy_ascii(const char **p, const char *stop, char *clean, char *low)
{
    uint32_t used = 0;
    for (;;) {
        const char *end = imr_copy_words(*p, stop, clean + used, low + used);
        used += (uint32_t)(end - *p);
        *p = end;
        if (end == stop || *end != ' ')
            return used;
        clean[used] = low[used] = ' ';
        used++;
        while (*p < stop && **p == ' ')
            ++*p;
    }
}

static void lower(char *low, const char *clean, size_t size)
{
    for (size_t i = 0; i < size; i++)
        low[i] = imr_lower(clean[i]);
}

/* ---- room ------------------------------------------------------------------------------------ */

/* Room for `more` clean bytes and the NULs behind them. */
static bool reserve(imr_splitter *s, size_t more)
{
    imr_text_buffers *b = s->buffers;
    void *clean = b->clean, *low = b->low;
    size_t need = s->next + more + IMR_TEXT_NULS;
    bool ok = imr_grow(b->allocator, &clean, &b->clean_cap, need, 1) &&
              imr_grow(b->allocator, &low, &b->low_cap, need, 1);
    b->clean = clean;
    b->low = low;
    return ok && need < UINT32_MAX;
}

static bool more_lines(imr_text_buffers *b)
{
    void *lines = b->lines;
    bool ok = imr_grow(b->allocator, &lines, &b->lines_cap, b->lines_cap + 1, sizeof(imr_line));
    b->lines = lines;
    return ok;
}

/* ---- adding lines ---------------------------------------------------------------------------- */

/* Adds a line of which `size` clean bytes stand where the next line goes. */
static bool add_clean(imr_splitter *s, const char *line, uint32_t source_size, uint32_t size,
                      uint16_t kind)
{
    imr_text_buffers *b = s->buffers;
    if (s->open != 0)
        imr_settle_joint(s, line, source_size, size);
    if (s->count == b->lines_cap && !more_lines(b))
        return false;
    size_t at = s->next, end = at + size;
    char *clean = b->clean, *low = b->low;
    b->lines[s->count++] = (imr_line){
        .at = (uint32_t)at,
        .size = size,
        .source = (uint32_t)(line - s->text->bytes),
        .source_size = source_size,
        .gap = imr_gap(s->gap, 0),
        .flags = (uint16_t)(s->flags | kind),
    };
    clean[end] = low[end] = ' ';
    s->next = end + 1;
    s->gap = 0;
    s->flags = 0;
    unsigned open = clean[end - 1] == '-' ? IMR_OPEN_ENDS_IN_HYPHEN : 0;
    if (imr_begins_furniture(*line, low[at + 1]) &&
        imr_may_be_furniture(low + at, size, source_size))
        open |= IMR_OPEN_MAY_BE_FURNITURE;
    if (s->dropped_flags != 0)
        open |= IMR_OPEN_BEHIND_FURNITURE;
    s->open = open;
    return true;
}

/* Adds a line that stands nowhere else yet; one that is odd is cleaned a character at a time. Of
 * characters that take no room nothing is left, and no line then. */
static bool add_piece(imr_splitter *s, const char *line, uint32_t source_size, uint16_t kind)
{
    imr_text *t = s->text;
    uint32_t source = (uint32_t)(line - t->bytes);
    if (!reserve(s, 3 * (size_t)source_size + (t->byte_count - source)))
        return false;
    char *clean = s->buffers->clean + s->next, *low = s->buffers->low + s->next;
    imr_cleaner c = imr_cleaner_of(line, source_size);
    uint32_t size;
    if (kind & IMR_LINE_ODD) {
        size = imr_clean_line(&c, clean);
        lower(low, clean, size);
    } else {
        const char *p = line;
        size = copy_ascii(&p, line + source_size, clean, low);
    }
    if (c.folded) {
        kind |= IMR_LINE_FOLDED;
        t->folded = true;
    }
    if (size == 0) {
        if (imr_furniture_is_open(s))
            imr_settle_furniture(s, imr_gap(s->gap, 0), (s->flags & IMR_LINE_PAGE) != 0);
        s->dropped_gap = s->dropped_flags = s->flags = 0;
        s->gap = 0;
    } else if (!add_clean(s, line, source_size, size, kind)) {
        return false;
    } else if (imr_ends_in_soft_hyphen(t, &s->buffers->lines[s->count - 1])) {
        s->open |= IMR_OPEN_ENDS_IN_HYPHEN;
    }
    if (c.converted != SIZE_MAX && t->converted == SIZE_MAX)
        t->converted = source + c.converted;
    if (c.control != SIZE_MAX && t->control == SIZE_MAX)
        t->control = source + c.control;
    return true;
}

static void trim(const char **line, const char **end)
{
    const char *p = *line, *e = *end;
    size_t n;
    while (p < e && imr_white(p, (size_t)(e - p), &n))
        p += n;
    while (e > p) {
        size_t back = 1; /* the bytes of the last character: of a whole one, or a stray byte */
        for (size_t n_back = 2; n_back <= 4 && n_back <= (size_t)(e - p); n_back++)
            if (imr_utf8_length(e - n_back, n_back) == n_back)
                back = n_back;
        if (!imr_white(e - back, back, &n))
            break;
        e -= back;
    }
    *line = p;
    *end = e;
}

/* A line whose breaks were lost: what pages print around the letter stands within, and so do words
 * that were broken at line ends, and lists. */
static bool add_long_line(imr_splitter *s, const char *line, uint32_t size, uint16_t kind)
{
    const char *stop = line + size, *at, *end;
    bool found;
    s->inner.title = NULL;
    do {
        found = imr_inner_furniture(&s->inner, line, stop, &at, &end);
        const char *to = found ? at : stop;
        while (line < to) {
            const char *from = line, *piece_end = imr_inner_end(&s->inner, line, to);
            line = piece_end < to ? piece_end + 1 : to;
            trim(&from, &piece_end);
            if (from == piece_end)
                continue;
            s->flags |= IMR_LINE_LONG;
            if (!add_piece(s, from, (uint32_t)(piece_end - from), kind))
                return false;
        }
        if (found) {
            s->flags |= IMR_LINE_DROPPED;
            line = end;
        }
    } while (found);
    return true;
}

/* No program breaks lines later than this. */
enum { LONGEST_LINE = 250 };

static bool add_line(imr_splitter *s, const char *line, uint32_t size, uint16_t kind)
{
    return size > LONGEST_LINE ? add_long_line(s, line, size, kind)
                               : add_piece(s, line, size, kind);
}

/* A piece of a line without any break in it. */
static bool split_piece(imr_splitter *s, const char *line, const char *end)
{
    trim(&line, &end);
    if (line < end)
        return add_line(s, line, (uint32_t)(end - line), IMR_LINE_ODD);
    s->gap++;
    return true;
}

/* A line with something unusual in it: other line breaks, encodings, tabs. */
static bool split_odd(imr_splitter *s, const char *line, const char *end)
{
    const char *from = line;
    for (const char *p = line; p < end;) {
        size_t n = imr_inner_break(p, (size_t)(end - p));
        if (n == 0) {
            do
                p++;
            while (p < end && (unsigned char)*p >= 0x20 && (unsigned char)*p < 0x80);
            continue;
        }
        bool last = p + n == end && *p == '\r'; /* the carriage return of a CR LF */
        if (*p == '\f') { /* ends a page, not a line that has something on it */
            const char *a = from, *e = p;
            trim(&a, &e);
            if (a < e && !add_line(s, a, (uint32_t)(e - a), IMR_LINE_ODD))
                return false;
            s->flags |= IMR_LINE_PAGE;
        } else if (!last && !split_piece(s, from, p)) {
            return false;
        } else if (last) {
            end = p;
            break;
        }
        p += n;
        from = p;
    }
    return split_piece(s, from, end);
}

/* ---- lines ----------------------------------------------------------------------------------- */

/* Where the next line begins, if a line ends at p: in carriage returns, blanks and a line feed, or
 * at `stop`. NULL where it does not. */
static const char *next_line(const char *p, const char *stop)
{
    while (p < stop && (*p == ' ' || *p == '\r'))
        p++;
    return p == stop ? p : *p == '\n' ? p + 1 : NULL;
}

/* Where the next text is, the blank lines before it counted. */
IMR_INLINE const char *skip_gap(imr_splitter *s, const char *p, const char *stop)
{
    for (; p < stop && *p <= ' '; p++) {
        if (*p == '\n')
            s->gap++;
        else if (*p != ' ' && !(*p == '\r' && p + 1 < stop && p[1] == '\n'))
            break;
    }
    return p;
}

/* Adds the line that begins at p. Returns where the next one does, NULL where memory is short. */
static const char *split_line(imr_splitter *s, const char *p, const char *stop)
{
    const char *line = p;
    uint32_t size = copy_ascii(&p, stop, s->buffers->clean + s->next, s->buffers->low + s->next);
    const char *end = p;
    p = next_line(p, stop);
    if (p == NULL) { /* other line breaks, encodings, tabs */
        p = memchr(line, '\n', (size_t)(stop - line));
        bool ok = split_odd(s, line, p != NULL ? p : stop);
        return !ok ? NULL : p != NULL ? p + 1 : stop;
    }
    if (end == line) { /* carriage returns alone */
        s->gap++;
        return p;
    }
    if (end[-1] == ' ') {
        size--;
        do
            end--;
        while (end[-1] == ' ');
    }
    uint32_t source_size = (uint32_t)(end - line);
    uint16_t kind = size == source_size ? IMR_LINE_PLAIN : 0;
    bool ok = source_size > LONGEST_LINE ? add_long_line(s, line, source_size, kind)
                                         : add_clean(s, line, source_size, size, kind);
    return ok ? p : NULL;
}

#ifdef IMR_SSE2

/* A line that was copied to where the next line goes, and is not added yet. */
typedef struct copied {
    const char *line, *feed; /* from its first byte to the line feed */
    uint32_t size, source_size;
} copied;

/* Bytes that are looked at together: a vector, and what follows it. */
enum { READ = 40 };

/* Copies words from *p on, of several blanks one, until a line ends: there *p goes. *end is where
 * the next byte goes. False at any other byte, and where too little is left to be read. */
IMR_AVX2 IMR_INLINE bool copy_line_32(const char **p, const char *stop, char *clean, char *low,
                                      size_t *end)
{
    const char *at = *p, *last = stop - READ;
    size_t to = *end;
    while (at <= last) {
        unsigned found = imr_copy_32(at, clean + to, low + to);
        if (found == 0) {
            at += 32;
            to += 32;
            continue;
        }
        unsigned words = (unsigned)__builtin_ctz(found);
        at += words;
        to += words;
        if (*at == '\n' || (*at == '\r' && at[1] == '\n')) {
            *p = at;
            *end = to;
            return true;
        }
        if (*at != ' ')
            return false;
        clean[to] = low[to] = ' ';
        to++;
        while (at < stop && *at == ' ')
            at++;
    }
    return false;
}

/* Where the next text is behind a line feed that is not in the last few bytes. */
IMR_INLINE const char *skip_feed(imr_splitter *s, const char *feed, const char *stop)
{
    if (feed[1] == '\n' && feed[2] > ' ') { /* every second line is blank */
        s->gap = 1;
        return feed + 2;
    }
    if (memcmp(feed + 1, "\n \n\n", 4) == 0 && feed[5] > ' ') { /* ... and a paragraph ends */
        s->gap = 3;
        return feed + 5;
    }
    s->gap = 0;
    return skip_gap(s, feed + 1, stop);
}

/* Adds the lines from p on as long as they are what nearly all are: words in printable ASCII up to
 * a line feed, and nothing open about the line before. Calls nothing, so that what it works with
 * stays in registers. At the first line that is not so it returns false, *out telling where that
 * begins; at one that is such words but must be joined to the line before, true. */
IMR_AVX2 static bool add_plain_32(imr_splitter *s, const char *p, const char *stop, copied *out)
{
    out->line = p;
    if (s->flags != 0 || stop - p < READ)
        return false;
    char *clean = s->buffers->clean, *low = s->buffers->low;
    const char *bytes = s->text->bytes, *line = p;
    imr_line *to = s->buffers->lines + s->count;
    const imr_line *full = s->buffers->lines + s->buffers->lines_cap;
    size_t at = s->next, end = at;
    bool whole = false;
    while (to < full && copy_line_32(&p, stop, clean, low, &end)) {
        const char *behind = p; /* the line */
        p += *p == '\r';
        char ends = behind[-1];
        if (ends == ' ') {
            end--;
            do
                ends = *(--behind - 1);
            while (ends == ' ');
        }
        uint32_t size = (uint32_t)(end - at), source_size = (uint32_t)(behind - line);
        if (source_size > LONGEST_LINE)
            break;
        if (s->open != 0) {
            whole = true;
            out->feed = p;
            out->size = size;
            out->source_size = source_size;
            break;
        }
        to->at = (uint32_t)at;
        to->size = size;
        clean[end] = low[end] = ' '; /* here, lest the numbers are made a vector first */
        to->source = (uint32_t)(line - bytes);
        to->source_size = source_size;
        to->gap = imr_gap(s->gap, 0);
        to->flags = size == source_size ? IMR_LINE_PLAIN : 0;
        to++;
        if (ends == '-')
            s->open = IMR_OPEN_ENDS_IN_HYPHEN;
        if (imr_begins_furniture(line[0] & 127, line[1]) &&
            imr_may_be_furniture(low + at, size, source_size))
            s->open |= IMR_OPEN_MAY_BE_FURNITURE;
        at = ++end;
        line = p = skip_feed(s, p, stop);
    }
    s->next = at;
    s->count = (uint32_t)(to - s->buffers->lines);
    out->line = line;
    return whole;
}

/* Adds the plain lines from p on. Returns where the first other one begins, NULL where memory is
 * short. */
static const char *split_plain_32(imr_splitter *s, const char *p, const char *stop)
{
    copied next;
    while (add_plain_32(s, p, stop, &next)) {
        uint16_t kind = next.size == next.source_size ? IMR_LINE_PLAIN : 0;
        if (!add_clean(s, next.line, next.source_size, next.size, kind))
            return NULL;
        p = skip_gap(s, next.feed + 1, stop);
    }
    return next.line;
}

#endif

static bool split_lines(imr_splitter *s)
{
    const char *p = s->text->bytes, *stop = p + s->text->byte_count;
    while ((p = skip_gap(s, p, stop)) < stop) {
#ifdef IMR_SSE2
        if (imr_has_avx2())
            p = split_plain_32(s, p, stop);
        if (p == NULL)
            return false;
        if (p == stop)
            break;
#endif
        p = split_line(s, p, stop);
        if (p == NULL)
            return false;
    }
    return true;
}

static imr_status widen(imr_text_buffers *b, imr_text *t, size_t mark)
{
    size_t units = t->source_size - mark, consumed;
    void *p = b->utf8;
    bool ok = imr_grow(b->allocator, &p, &b->utf8_cap, units / 2 * 3 + 4, 1);
    b->utf8 = p;
    if (!ok)
        return IMR_NO_MEMORY;
    t->byte_count = (uint32_t)imr_from_utf16(t->source + mark, units, t->big_endian, b->utf8,
                                             SIZE_MAX, &consumed);
    t->bytes = b->utf8;
    t->utf16 = true;
    return IMR_OK;
}

imr_status imr_text_clean(imr_text_buffers *b, const imr_knowledge *k, const char *source,
                          size_t size, imr_text *out)
{
    if (size > IMR_TEXT_MAX)
        size = IMR_TEXT_MAX;
    *out = (imr_text){
        .source = source,
        .source_size = size,
        .bytes = source,
        .byte_count = (uint32_t)size,
        .converted = SIZE_MAX,
        .control = SIZE_MAX,
    };
    size_t mark;
    if (imr_is_utf16(source, size, &out->big_endian, &mark) && widen(b, out, mark) != IMR_OK)
        return IMR_NO_MEMORY;

    imr_splitter s = {.buffers = b, .knowledge = k, .text = out};
    /* there are lines to point at, though there may be none in the text */
    bool ok = b->lines_cap > 0 || more_lines(b);
    if (!ok || !reserve(&s, out->byte_count) || !split_lines(&s))
        return IMR_NO_MEMORY;
    if (imr_furniture_is_open(&s))
        imr_settle_furniture(&s, UINT16_MAX, true);
    s.next -= s.next > 0; /* no blank stands behind the last line */
    memset(b->clean + s.next, '\0', IMR_TEXT_NULS);
    memset(b->low + s.next, '\0', IMR_TEXT_NULS);
    out->clean = b->clean;
    out->low = b->low;
    out->size = (uint32_t)s.next;
    out->lines = b->lines;
    out->line_count = s.count;
    if (out->utf16)
        out->converted = 0;
    return IMR_OK;
}
