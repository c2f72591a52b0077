/* text.c - bytes to lines to clean text. */
#include "text.h"

#include <string.h>

#include "ascii.h"

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

/* ---- lines ----------------------------------------------------------------------------------- */

/* IMR_LINE_PLAIN, IMR_LINE_ASCII, or 0 for a line with other bytes. The last byte is no blank, and
 * `size` at least 1. So many bytes are looked at together; the blocks overlap by one, lest two
 * blanks fall between. */
#if defined(__GNUC__)

/* Sixteen bytes; compilers have instructions for that on every processor of today. */
typedef unsigned char block __attribute__((vector_size(16)));

static bool any(block b)
{
    uint64_t halves[2];
    memcpy(halves, &b, sizeof halves);
    return (halves[0] | halves[1]) != 0;
}

static uint16_t kind_of(const char *line, uint32_t size)
{
    block odd = {0}, doubled = {0}, here, next;
    char few[sizeof(block) + 1];
    if (size <= sizeof(block)) {
        memcpy(memset(few, '.', sizeof few), line, size);
        line = few;
        size = sizeof few;
    }
    const char *last = line + size - sizeof few;
    for (;; line = last - line < (ptrdiff_t)sizeof(block) ? last : line + sizeof(block)) {
        memcpy(&here, line, sizeof here);
        memcpy(&next, line + 1, sizeof next);
        odd |= (block)(here - ' ' > '~' - ' ');
        doubled |= (block)(here == ' ') & (block)(next == ' ');
        if (line == last)
            break;
    }
    if (any(odd | (block)(next - ' ' > '~' - ' ')))
        return 0;
    return any(doubled) ? IMR_LINE_ASCII : IMR_LINE_PLAIN;
}

#else

static uint16_t kind_of(const char *line, uint32_t size)
{
    bool odd = false, doubled = false;
    for (uint32_t i = 0; i < size; i++) {
        odd |= line[i] < ' ' || line[i] > '~';
        doubled |= i > 0 && line[i] == ' ' && line[i - 1] == ' ';
    }
    return odd ? 0 : doubled ? IMR_LINE_ASCII : IMR_LINE_PLAIN;
}

#endif

typedef struct splitter {
    imr_text_buffers *buffers;
    const char *bytes;
    uint32_t count; /* lines so far */
    uint16_t gap;
    uint16_t flags;  /* of the next line */
    imr_inner inner; /* of the lines whose breaks were lost */
} splitter;

/* No program breaks lines later than this. */
enum { LONGEST_LINE = 250 };

static bool append_line(splitter *s, const char *line, uint32_t size, uint16_t kind)
{
    if (s->count == s->buffers->lines_cap) {
        void *lines = s->buffers->lines;
        if (!imr_grow(s->buffers->allocator, &lines, &s->buffers->lines_cap, s->count + 1,
                      sizeof(imr_line)))
            return false;
        s->buffers->lines = lines;
    }
    s->buffers->lines[s->count++] = (imr_line){
        .source = (uint32_t)(line - s->bytes),
        .source_size = size,
        .gap = s->gap,
        .flags = (uint16_t)(s->flags | kind),
    };
    s->gap = 0;
    s->flags = 0;
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
static bool add_long_line(splitter *s, const char *line, uint32_t size, uint16_t kind)
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
            if (!append_line(s, from, (uint32_t)(piece_end - from), kind))
                return false;
        }
        if (found) {
            s->flags |= IMR_LINE_DROPPED;
            line = end;
        }
    } while (found);
    return true;
}

static bool add_line(splitter *s, const char *line, uint32_t size, uint16_t kind)
{
    return size > LONGEST_LINE ? add_long_line(s, line, size, kind)
                               : append_line(s, line, size, kind);
}

/* A piece of a line without any break in it. */
static bool split_piece(splitter *s, const char *line, const char *end)
{
    trim(&line, &end);
    if (line < end)
        return add_line(s, line, (uint32_t)(end - line), 0);
    if (s->gap < UINT16_MAX)
        s->gap++;
    return true;
}

/* A line with something unusual in it: other line breaks, encodings, tabs, double blanks. */
static bool split_odd(splitter *s, const char *line, const char *end)
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
            if (a < e && !add_line(s, a, (uint32_t)(e - a), 0))
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

static bool split_lines(splitter *s, const char *bytes, uint32_t size)
{
    for (const char *p = bytes, *stop = bytes + size; p < stop;) {
        if (*p == '\n' || (*p == ' ' && p + 1 < stop && p[1] == '\n')) { /* every second line */
            p += *p == ' ' ? 2 : 1;
            if (s->gap < UINT16_MAX)
                s->gap++;
            continue;
        }
        const char *end = memchr(p, '\n', (size_t)(stop - p));
        const char *next = end ? end + 1 : stop;
        if (end == NULL)
            end = stop;
        const char *a = p, *e = end;
        uint16_t kind;
        while (a < e && *a == ' ')
            a++;
        while (a < e && (e[-1] == ' ' || e[-1] == '\r'))
            e--;
        if (a == e) {
            if (s->gap < UINT16_MAX)
                s->gap++;
        } else if ((kind = kind_of(a, (uint32_t)(e - a))) != 0) {
            if (!add_line(s, a, (uint32_t)(e - a), kind))
                return false;
        } else if (!split_odd(s, p, end)) {
            return false;
        }
        p = next;
    }
    return true;
}

/* ---- page furniture -------------------------------------------------------------------------- */

/* More blank lines than any layout sets between paragraphs: a page ends there. */
enum { PAGE_GAP = 4 };

/* Is a bare number the number of the page that follows `page`? It must stand where pages end:
 * above more blank lines than there are between lines, or under a running title. */
static bool next_page(int number, int page, uint16_t after, bool titled)
{
    return (titled || after >= 3) && (page == 0 ? number >= 1 && number <= 3 : number == page + 1);
}

/* Is the line the case number that some pages print at their head? In a header block it stands
 * behind a label, or among values. */
static bool running_case_number(const imr_text *t, const imr_line *before, const imr_line *line,
                                bool fed)
{
    const char *text = t->bytes + before->source;
    return imr_bare_case_number(t->bytes + line->source, line->source_size) &&
           (fed || !imr_is_digit(text[before->source_size - 1])) &&
           !imr_ends_in_label(text, before->source_size);
}

/* A running title with more than plain characters is looked at as it will be: without its soft
 * hyphens. The edges of pages are few, and so are lines that begin as one. */
static bool is_furniture(const char *text, const imr_line *line, bool edge, bool top)
{
    char clean[3 * IMR_TITLE_MAX];
    uint32_t size = line->source_size;
    if ((line->flags & (IMR_LINE_PLAIN | IMR_LINE_ASCII)) || size > IMR_TITLE_MAX ||
        !(edge || (text[0] == 'F' && size > 2 && text[1] == 'i')))
        return imr_is_furniture(text, size, edge, top);
    imr_cleaner c = imr_cleaner_of(text, size);
    size = imr_clean_line(&c, clean);
    return size > 0 && imr_is_furniture(clean, size, edge, top);
}

/* Takes page numbers and running titles out of the lines. */
static uint32_t drop_furniture(const imr_text *t, imr_line *lines, uint32_t count)
{
    uint32_t kept = 0;
    int page = 0;                /* the last bare page number */
    uint16_t gap = 0, flags = 0; /* left behind by dropped lines */
    for (uint32_t i = 0; i < count; i++) {
        imr_line line = lines[i];
        const char *text = t->bytes + line.source;
        if (flags == 0 && gap == 0 && !imr_may_be_furniture(*text, line.source_size)) {
            lines[kept++] = line; /* as nearly all are */
            continue;
        }
        uint16_t after = i + 1 < count ? lines[i + 1].gap : UINT16_MAX;
        bool alone = (line.gap >= 2 && after >= 2) || line.gap >= PAGE_GAP || after >= PAGE_GAP;
        bool edge = alone || (line.flags & IMR_LINE_PAGE) != 0 || (flags & IMR_LINE_PAGE) != 0 ||
                    i + 1 == count || (lines[i + 1].flags & IMR_LINE_PAGE) != 0;
        int number = line.source_size <= 3 ? imr_bare_number(text, line.source_size) : -1;
        bool drop = is_furniture(text, &line, edge, kept == 0) ||
                    (edge && kept > 0 &&
                     running_case_number(t, &lines[kept - 1], &line,
                                         ((line.flags | flags) & IMR_LINE_PAGE) != 0)) ||
                    (number > 0 && kept > 0 &&
                     next_page(number, page, after, (flags & IMR_LINE_DROPPED) != 0));
        if (drop) {
            if (number > 0)
                page = number;
            gap = (uint16_t)(gap + line.gap > UINT16_MAX ? UINT16_MAX : gap + line.gap);
            flags |= (uint16_t)((line.flags & IMR_LINE_PAGE) | IMR_LINE_DROPPED);
            continue;
        }
        line.gap = (uint16_t)(gap + line.gap > UINT16_MAX ? UINT16_MAX : gap + line.gap);
        line.flags |= flags;
        gap = flags = 0;
        lines[kept++] = line;
    }
    return kept;
}

/* ---- assembly -------------------------------------------------------------------------------- */

static bool word_byte(char c)
{
    return imr_is_letter(c) || imr_is_digit(c) || (unsigned char)c >= 0x80;
}

/* Room for `more` clean bytes and the NULs behind them. */
static bool reserve(imr_text_buffers *b, size_t used, size_t more)
{
    void *p = b->clean;
    bool ok = imr_grow(b->allocator, &p, &b->clean_cap, used + more + IMR_TEXT_NULS, 1);
    b->clean = p;
    return ok;
}

/* A soft hyphen at its end says that the word goes on; it is cleaned away by now. */
static bool ends_in_soft_hyphen(const imr_text *t, const imr_line *line)
{
    const char *end = t->bytes + line->source + line->source_size;
    if (line->source_size < 2 || end[-1] != '\xAD')
        return false;
    /* in UTF-8, or a byte of Windows-1252 and not the end of another character */
    return end[-2] == '\xC2' || (unsigned char)end[-2] < 0x80;
}

/* Settles how a line that ends in a hyphen goes on in the next one. */
static imr_join join_lines(const imr_text *t, const imr_knowledge *k, const char *clean,
                           const imr_line *line, const imr_line *next)
{
    if (ends_in_soft_hyphen(t, line))
        return IMR_JOIN_HYPHEN; /* there is none left to keep */
    const char *last = clean + line->at + line->size - 1;
    if (line->size < 2 || *last != '-' || !word_byte(last[-1]))
        return IMR_JOIN_BLANK;
    /* The word is looked for nearby: no farther than a letter is long, so that the time stays in
     * proportion to the text. */
    enum { NEARBY = 32 << 10 };
    uint32_t from = line->source > NEARBY ? line->source - NEARBY : 0;
    uint32_t end = t->byte_count - line->source > NEARBY ? line->source + NEARBY : t->byte_count;
    return imr_join_lines(k, t->bytes + from, end - from, clean + line->at, line->size - 1,
                          t->bytes + next->source, next->source_size);
}

/* Cleans a line of IMR_LINE_ASCII. */
static uint32_t single_blanks(const char *line, uint32_t size, char *out)
{
    uint32_t used = 0;
    for (uint32_t i = 0; i < size; i++) {
        out[used] = line[i];
        used += line[i] != ' ' || line[i + 1] != ' '; /* the line does not end in a blank */
    }
    return used;
}

/* Cleans a line that is neither to `out`, and notes what was met in it. */
static uint32_t clean_odd_line(imr_text *t, imr_line *line, char *out)
{
    imr_cleaner c = imr_cleaner_of(t->bytes + line->source, line->source_size);
    uint32_t size = imr_clean_line(&c, out);
    if (c.converted != SIZE_MAX && t->converted == SIZE_MAX)
        t->converted = line->source + c.converted;
    if (c.control != SIZE_MAX && t->control == SIZE_MAX)
        t->control = line->source + c.control;
    if (c.folded) {
        line->flags |= IMR_LINE_FOLDED;
        t->folded = true;
    }
    return size;
}

/* Puts the blank, or the joint of a broken word, behind the line `before`. Returns the bytes used
 * then. */
static size_t put_joint(imr_text_buffers *b, const imr_knowledge *k, const imr_text *t,
                        imr_line *before, const imr_line *line, size_t used)
{
    switch (join_lines(t, k, b->clean, before, line)) {
    case IMR_JOIN_BLANK:
        b->clean[used++] = ' ';
        break;
    case IMR_JOIN_WORD:
        used--;
        before->size--;
        before->flags |= IMR_LINE_HYPHEN;
        break;
    case IMR_JOIN_HYPHEN:
        break;
    }
    return used;
}

/* Words are compared and looked for where letter case does not count. */
static imr_status lower(imr_text_buffers *b, imr_text *t)
{
    void *p = b->low;
    size_t size = (size_t)t->size + IMR_TEXT_NULS;
    bool ok = imr_grow(b->allocator, &p, &b->low_cap, size, 1);
    b->low = p;
    if (!ok)
        return IMR_NO_MEMORY;
    const unsigned char *from = (const unsigned char *)t->clean;
    unsigned char *to = p;
    for (size_t i = 0; i < size; i++)
        to[i] = (unsigned char)(from[i] | ((unsigned char)(from[i] - 'A') < 26) << 5);
    t->low = b->low;
    return IMR_OK;
}

static imr_status assemble(imr_text_buffers *b, const imr_knowledge *k, imr_text *t)
{
    size_t used = 0;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < t->line_count; i++) {
        imr_line line = b->lines[i];
        bool plain = (line.flags & IMR_LINE_PLAIN) != 0;
        if (!reserve(b, used, 1 + (plain ? 1 : 3) * (size_t)line.source_size))
            return IMR_NO_MEMORY;
        /* Cleaned first: of characters that take no room nothing is left, and no line then. */
        line.size = line.source_size;
        if (line.flags & IMR_LINE_ASCII)
            line.size =
                single_blanks(t->bytes + line.source, line.source_size, b->clean + used + 1);
        else if (!plain)
            line.size = clean_odd_line(t, &line, b->clean + used + 1);
        if (line.size == 0)
            continue;
        size_t from = used + 1;
        if (kept > 0)
            used = put_joint(b, k, t, &b->lines[kept - 1], &line, used);
        line.at = (uint32_t)used;
        if (plain)
            memcpy(b->clean + used, t->bytes + line.source, line.size);
        else
            memmove(b->clean + used, b->clean + from, line.size);
        used += line.size;
        b->lines[kept++] = line;
    }
    t->line_count = kept;
    if (used >= UINT32_MAX || !reserve(b, used, 0))
        return IMR_NO_MEMORY;
    memset(b->clean + used, '\0', IMR_TEXT_NULS);
    t->clean = b->clean;
    t->size = (uint32_t)used;
    return lower(b, t);
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

    splitter s = {.buffers = b, .bytes = out->bytes};
    if (!split_lines(&s, out->bytes, out->byte_count) || !reserve(b, 0, out->byte_count))
        return IMR_NO_MEMORY;
    out->line_count = drop_furniture(out, b->lines, s.count);
    out->lines = b->lines;
    imr_status status = assemble(b, k, out);
    if (out->utf16)
        out->converted = 0;
    return status;
}
