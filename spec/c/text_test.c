/* Cleans texts of all kinds, and traces every byte of the clean text back to the source. */
#include "text.h"

#include "ascii.h"
#include "check.h"
#include "letters.h"

typedef struct cleaned {
    imr_text_buffers buffers;
    imr_text text;
} cleaned;

static cleaned clean(const char *source, size_t size)
{
    cleaned c;
    imr_text_init(&c.buffers, &imr_default_allocator);
    if (imr_text_clean(&c.buffers, imr_knowledge_builtin(), source, size, &c.text) != IMR_OK)
        abort();
    return c;
}

static void check_clean(const char *source, const char *want)
{
    cleaned c = clean(source, strlen(source));
    CHECK_TEXT(c.text.clean, want);
    imr_text_free(&c.buffers);
}

static bool complain(const char *name, const char *what, size_t at)
{
    printf("    %s: %s at %zu\n", name, what, at);
    return false;
}

/* ---- the way back ---------------------------------------------------------------------------- */

/* The source bytes [at, end) as UTF-8; at most `cap` of them. */
static size_t as_utf8(const imr_text *t, size_t at, size_t end, char *out, size_t cap)
{
    size_t consumed;
    if (t->utf16)
        return imr_from_utf16(t->source + at, end - at, t->big_endian, out, cap, &consumed);
    memcpy(out, t->source + at, end - at);
    return end - at;
}

static uint32_t character_start(const imr_text *t, uint32_t at)
{
    while (at > 0 && ((unsigned char)t->clean[at] & 0xC0) == 0x80)
        at--;
    return at;
}

/* The source bytes of the clean character at `at`, cleaned again, are that character; those of a
 * blank are white space. */
static bool character_comes_back(const imr_text *t, uint32_t at, const char *name)
{
    enum { MOST = 4096 };
    static _Thread_local char bytes[3 * MOST], again[9 * MOST];
    size_t n = imr_utf8_length(t->clean + at, t->size - at);
    size_t from = imr_text_source(t, at, false);
    size_t to = imr_text_source(t, at + (uint32_t)n, true);
    if (from >= to || to > t->source_size || to - from > MOST)
        return complain(name, "a clean byte comes from nowhere", at);
    size_t size = as_utf8(t, from, to, bytes, sizeof bytes);
    imr_cleaner c = imr_cleaner_of(bytes, (uint32_t)size);
    uint32_t got = imr_clean_line(&c, again);
    bool blank = n == 1 && t->clean[at] == ' ';
    bool same = got == n && memcmp(again, t->clean + at, n) == 0;
    /* of a ligature it is one of its letters */
    bool part = n == 1 && got > 1 && got <= 3 && imr_utf8_length(bytes, size) == size &&
                memchr(again, t->clean[at], got) != NULL;
    if (blank ? got != 0 : !same && !part)
        return complain(name, "the source of a clean byte is another byte", at);
    return true;
}

/* Every `step`-th clean byte that stands on a line comes back. */
static bool bytes_come_back(const imr_text *t, uint32_t step, const char *name)
{
    for (uint32_t i = 0; i < t->line_count; i++) {
        const imr_line *line = &t->lines[i];
        for (uint32_t at = line->at + i % step; at < line->at + line->size; at += step)
            if (!character_comes_back(t, character_start(t, at), name))
                return false;
    }
    return true;
}

/* The lines stand in order, a blank or nothing between two; the text has no other blanks than
 * single ones between words. */
static bool lines_are_in_order(const imr_text *t, const char *name)
{
    uint32_t end = 0, source = 0;
    for (uint32_t i = 0; i < t->line_count; i++) {
        const imr_line *line = &t->lines[i];
        if (line->at < end || line->at > end + 1 || (i == 0 && line->at != 0))
            return complain(name, "a line does not follow the one before", i);
        if (line->source < source || line->source + line->source_size > t->byte_count)
            return complain(name, "a line's source is not behind the one before", i);
        if (imr_text_line(t, line->at) != i && line->size > 0)
            return complain(name, "a line is not found by its first byte", i);
        if (line->size > 0 && !imr_text_at_line_start(t, line->at))
            return complain(name, "a line's first byte is no line's start", i);
        end = line->at + line->size;
        source = line->source + line->source_size;
    }
    if (end != t->size || t->clean[t->size] != '\0')
        return complain(name, "the lines are not the text", end);
    for (uint32_t at = 0; at < t->size; at++) {
        unsigned char c = (unsigned char)t->clean[at];
        if (c < ' ' || c == 0x7F || (c == ' ' && (t->clean[at + 1] == ' ')))
            return complain(name, "the text is not clean", at);
    }
    for (uint32_t at = 0; at < t->size;) {
        size_t n = imr_utf8_length(t->clean + at, t->size - at);
        if (n == 0)
            return complain(name, "the text is no UTF-8", at);
        at += (uint32_t)n;
    }
    return true;
}

static bool places_rise(const imr_text *t, uint32_t step, const char *name)
{
    size_t last = 0;
    for (uint32_t at = 0; at <= t->size; at += step) {
        size_t from = imr_text_source(t, at, false);
        if (from < last || from > t->source_size || imr_text_source(t, at, true) > from + 4 * step)
            return complain(name, "a place goes back", at);
        last = from;
    }
    return true;
}

/* The line and column of a place, counted afresh: lines end in CR LF, LF or CR. */
static bool position_is_right(const imr_text *t, size_t source, const char *name)
{
    size_t unit = t->utf16 ? 2 : 1, low = t->utf16 && t->big_endian ? 1 : 0;
    size_t line = 1, start = 0, got_line, got_column;
    for (size_t i = 0; i + unit <= source; i += unit) {
        if (unit == 2 && t->source[i + 1 - low] != 0)
            continue;
        char c = t->source[i + low];
        char next = i + unit + low < t->source_size ? t->source[i + unit + low] : ' ';
        if (c == '\n' || (c == '\r' && next != '\n')) {
            line++;
            start = i + unit;
        }
    }
    imr_text_position(t, &(imr_position){0}, source, &got_line, &got_column);
    if (got_line != line || got_column != source - start + 1)
        return complain(name, "the position is wrong", source);
    return true;
}

/* The source ranges that a span came from. Writes at most `cap`; returns how many there are. */
static size_t ranges_of(const imr_text *t, imr_span span, imr_range *out, size_t cap)
{
    size_t count = 0;
    imr_trace from = {0};
    for (imr_piece piece; imr_text_piece(t, &span, &piece);) {
        imr_range range = {imr_text_edge(t, &from, piece.from), 0};
        range.end = imr_text_edge(t, &from, piece.to);
        if (range.at >= range.end)
            continue;
        if (count < cap)
            out[count] = range;
        count++;
    }
    return count;
}

/* The ranges of some lines: one, but where pages or furniture lie between; they rise; and their
 * bytes, cleaned, are the lines again. But where a hyphen ends a line, for there the whole letter
 * has a say. Several lines are cleaned between others, for at a text's ends furniture is told by
 * other rules. */
static bool ranges_come_back(const imr_text *t, uint32_t first, uint32_t last, const char *name)
{
    enum { MOST = 64 };
    imr_range ranges[MOST];
    const imr_line *a = &t->lines[first], *e = &t->lines[last];
    imr_span span = {a->at, e->at + e->size};
    size_t breaks = 0, bytes = 0;
    for (uint32_t i = first; i <= last; i++) {
        const imr_line *line = &t->lines[i];
        breaks += i > first && (line->flags & (IMR_LINE_PAGE | IMR_LINE_DROPPED)) != 0;
        if ((line->flags & IMR_LINE_HYPHEN) != 0 || line->size == 0 ||
            t->bytes[line->source + line->source_size - 1] == '-')
            return true;
    }
    size_t count = ranges_of(t, span, ranges, MOST);
    if (count != breaks + 1)
        return complain(name, "ranges are too many or too few", first);
    for (size_t i = 0; i < count; i++) {
        if (ranges[i].at >= ranges[i].end || ranges[i].end > t->source_size ||
            (i > 0 && ranges[i].at < ranges[i - 1].end))
            return complain(name, "the ranges do not rise", first);
        bytes += ranges[i].end - ranges[i].at + 1;
    }
    static const char before[] = "Before.\n", after[] = "After.\n";
    size_t around = first < last ? sizeof before - 1 : 0;
    char *joined = malloc(3 * bytes + sizeof before + sizeof after);
    if (joined == NULL)
        abort();
    size_t used = around;
    memcpy(joined, before, around);
    for (size_t i = 0; i < count; i++) {
        used += as_utf8(t, ranges[i].at, ranges[i].end, joined + used, 3 * bytes);
        joined[used++] = '\n';
    }
    memcpy(joined + used, after, sizeof after - 1);
    cleaned again = clean(joined, used + (around > 0 ? sizeof after - 1 : 0));
    uint32_t size = span.end - span.at;
    bool same = again.text.size == size + (around > 0 ? around + sizeof after - 1 : 0) &&
                memcmp(again.text.clean + around, t->clean + span.at, size) == 0;
    imr_text_free(&again.buffers);
    free(joined);
    return same || complain(name, "the ranges' bytes are another text", first);
}

/* What is printed, cleaned again, is the clean text; a piece of it prints the same as in the
 * whole. */
static bool printed_comes_back(const imr_text *t, uint32_t step, const char *name)
{
    char *whole = malloc(3 * (size_t)t->size + 1), *piece = malloc(3 * (size_t)t->size + 1);
    if (whole == NULL || piece == NULL)
        abort();
    size_t size = imr_text_printed(t, (imr_span){0, t->size}, whole);
    cleaned again = clean(whole, size);
    bool good = (again.text.size == t->size && memcmp(again.text.clean, t->clean, t->size) == 0) ||
                complain(name, "what is printed is another text", 0);
    good = good && (t->folded || (size == t->size && memcmp(whole, t->clean, size) == 0) ||
                    complain(name, "what needs no folding is printed otherwise", 0));
    for (uint32_t at = 0; good && at < t->size; at += 1 + t->size / 50 * step) {
        /* behind a character that is printed in one, not in the middle of a ligature */
        size_t first = imr_text_printed(t, (imr_span){0, at}, piece);
        if (imr_text_source(t, at, false) < imr_text_source(t, at, true))
            continue;
        size_t second = imr_text_printed(t, (imr_span){at, t->size}, piece + first);
        good = (first + second == size && memcmp(piece, whole, size) == 0) ||
               complain(name, "two pieces print otherwise than the whole", at);
    }
    imr_text_free(&again.buffers);
    free(whole);
    free(piece);
    return good;
}

/* All of it. `step`: of how many bytes one is looked at; `lines`: ranges of so many lines. */
static bool holds(const char *source, size_t size, uint32_t step, uint32_t lines, const char *name)
{
    cleaned c = clean(source, size);
    const imr_text *t = &c.text;
    bool good = lines_are_in_order(t, name) && bytes_come_back(t, step, name) &&
                places_rise(t, step, name) && printed_comes_back(t, step, name);
    for (uint32_t i = 0; good && i < t->line_count; i += step) {
        uint32_t last = i + lines <= t->line_count ? i + lines - 1 : t->line_count - 1;
        good = ranges_come_back(t, i, i, name) && ranges_come_back(t, i, last, name) &&
               position_is_right(t, imr_text_source(t, t->lines[i].at, false), name);
    }
    good = good && position_is_right(t, 0, name) && position_is_right(t, size, name);
    imr_text_free(&c.buffers);
    return good;
}

/* ---- letters in all encodings ---------------------------------------------------------------- */

/* UTF-8 as UTF-16 with a mark; the caller frees it. */
static char *to_utf16(const char *text, size_t size, bool big_endian, size_t *out_size)
{
    unsigned char *out = malloc(4 * size + 2);
    if (out == NULL)
        abort();
    size_t n = 0;
#define UNIT(u)                                                                                    \
    (out[n] = (unsigned char)(big_endian ? (u) >> 8 : (u)&0xFF),                                   \
     out[n + 1] = (unsigned char)(big_endian ? (u)&0xFF : (u) >> 8), n += 2)
    UNIT(0xFEFFu);
    for (size_t i = 0; i < size;) {
        const unsigned char *p = (const unsigned char *)text + i;
        size_t length = imr_utf8_length(text + i, size - i);
        uint32_t code = p[0];
        if (length == 2)
            code = (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu);
        else if (length == 3)
            code = (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
        else if (length == 4)
            code =
                (p[0] & 0x07u) << 18 | (p[1] & 0x3Fu) << 12 | (p[2] & 0x3Fu) << 6 | (p[3] & 0x3Fu);
        if (code >= 0x10000) {
            UNIT(0xD800u + ((code - 0x10000) >> 10));
            UNIT(0xDC00u + ((code - 0x10000) & 0x3FF));
        } else {
            UNIT(code);
        }
        i += length > 0 ? length : 1;
    }
#undef UNIT
    *out_size = n;
    return (char *)out;
}

/* The letter with `to` for every line feed; the caller frees it. */
static char *with_breaks(const letter *l, const char *to, size_t *size)
{
    size_t n = strlen(to), used = 0;
    char *out = malloc(l->size * n + 1);
    if (out == NULL)
        abort();
    for (size_t i = 0; i < l->size; i++) {
        if (l->text[i] != '\n') {
            out[used++] = l->text[i];
            continue;
        }
        memcpy(out + used, to, n);
        used += n;
    }
    *size = used;
    return out;
}

static void letters_come_back(const letters *all)
{
    enum { LINES = 4, UTF16_STEP = 97 }; /* the way back from UTF-16 reads all before it */
    for (size_t i = 0; i < all->count; i++) {
        const letter *l = &all->list[i];
        CHECK(holds(l->text, l->size, 3, LINES, l->name));
        static const char *const breaks[] = {"\r\n", "\r", " \t\n\n", "\f\xC2\xA0"};
        for (size_t b = 0; b < sizeof breaks / sizeof *breaks; b++) {
            size_t size;
            char *text = with_breaks(l, breaks[b], &size);
            CHECK(holds(text, size, 11, LINES, l->name));
            free(text);
        }
        for (int big_endian = 0; big_endian < 2; big_endian++) {
            size_t size;
            char *text = to_utf16(l->text, l->size, big_endian != 0, &size);
            CHECK(holds(text, size, UTF16_STEP, LINES, l->name));
            free(text);
        }
    }
}

/* ---- texts made of pieces -------------------------------------------------------------------- */

/* What is cleaned in a way of its own, and what stands beside it. */
static const char *const pieces[] = {"a",
                                     "word",
                                     "7",
                                     " ",
                                     "  ",
                                     "\t",
                                     "\n",
                                     "\r\n",
                                     "\r",
                                     "\f",
                                     "\v",
                                     "\n\n\n",
                                     "-",
                                     "-\n",
                                     "non-\n",
                                     ".",
                                     "Page 2 of 5\n",
                                     "\n2 | Page\n\f",
                                     "\xC2\xA0",
                                     "\xC2\xAD",
                                     "\xC2\xAD\n",
                                     "\xC2\x85",
                                     "\xE2\x80\x8B",
                                     "\xE2\x80\xA8",
                                     "\xE2\x80\x93",
                                     "\xE2\x80\x90\n",
                                     "\xE2\x80\x91",
                                     "\xE2\x88\x92",
                                     "\xEF\xAC\x81",
                                     "\xEF\xAC\x84",
                                     "\xEF\xAC\x83\n",
                                     "\xAD\n",
                                     "\xE3\x80\x80",
                                     "\xEF\xBB\xBF",
                                     "\xF0\x9F\x98\x90",
                                     "\xC3\xA0\n",
                                     "\xE2\x80\xA0\n",
                                     "\xC4\x85\n",
                                     "\x93",
                                     "\xA0",
                                     "\xC3",
                                     "\xE2\x80",
                                     "\xFF",
                                     "\x80",
                                     "\x01",
                                     "\x7F",
                                     "http://x-"};
enum { PIECES = sizeof pieces / sizeof *pieces };

static uint32_t next_random(uint32_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

static void pieces_come_back(void)
{
    enum { TEXTS = 2000, MOST = 40, TEXT_MAX = MOST * 16 };
    uint32_t state = 20161014;
    bool good = true;
    for (int i = 0; i < TEXTS && good; i++) {
        char text[TEXT_MAX], name[32];
        size_t size = 0;
        for (uint32_t n = next_random(&state) % MOST; n > 0; n--) {
            const char *piece = pieces[next_random(&state) % PIECES];
            memcpy(text + size, piece, strlen(piece));
            size += strlen(piece);
        }
        snprintf(name, sizeof name, "pieces %d", i);
        /* A block of its own size, so that a read past its end is seen. */
        letter l = letter_of(name, text, size);
        /* Of several lines, some may be furniture only because of the others. */
        good = holds(l.text, l.size, 1, 1, name);
        if (!good) {
            printf("    the text:");
            for (size_t b = 0; b < size; b++)
                printf(" %02X", (unsigned char)text[b]);
            printf("\n");
        }
        free(l.text);
    }
    CHECK(good);
}

/* ---- what is met on the way ------------------------------------------------------------------ */

static void tells_what_it_met(void)
{
    static const struct {
        const char *text;
        size_t size, converted, control;
    } rows[] = {
        {"plain", 5, SIZE_MAX, SIZE_MAX},
        {"caf\xC3\xA9", 5, SIZE_MAX, SIZE_MAX},
        {"caf\xE9", 4, 3, SIZE_MAX},
        {"one\n\n  caf\xE9 \x93", 13, 10, SIZE_MAX},
        {"a\x01"
         "b",
         3, SIZE_MAX, 1},
        {"a\nb\0c", 5, SIZE_MAX, 3},
        {"a\tb\r\nc\fd\ve", 10, SIZE_MAX, SIZE_MAX},
        {"\x81", 1, 0, SIZE_MAX},
        {"\xE9\x01", 2, 0, 1},
        {"", 0, SIZE_MAX, SIZE_MAX},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        cleaned c = clean(rows[i].text, rows[i].size);
        CHECK(c.text.converted == rows[i].converted);
        CHECK(c.text.control == rows[i].control);
        CHECK(!c.text.utf16);
        imr_text_free(&c.buffers);
    }
}

static void tells_utf16(void)
{
    static const struct {
        const char *bytes;
        size_t size;
        bool is, big_endian;
        size_t mark;
    } rows[] = {
        {"\xFF\xFE"
         "a\0b\0",
         6, true, false, 2},
        {"\xFE\xFF\0a\0b", 6, true, true, 2},
        {"H\0O\0W\0 \0T\0H\0E\0 \0", 16, true, false, 0},
        {"\0H\0O\0W\0 \0T\0H\0E\0 ", 16, true, true, 0},
        {"HOW THE ", 8, false, false, 0},
        {"\0\0\0\0\0\0\0\0\0\0", 10, false, false, 0},
        {"\xFF", 1, false, false, 0},
        {"", 0, false, false, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        bool big_endian = false;
        size_t mark = 99;
        bool is = imr_is_utf16(rows[i].bytes, rows[i].size, &big_endian, &mark);
        CHECK(is == rows[i].is && mark == rows[i].mark);
        CHECK(!is || big_endian == rows[i].big_endian);
    }
}

static void knows_utf8(void)
{
    static const struct {
        const char *bytes;
        size_t length;
    } rows[] = {{"a", 1},
                {"\x7F", 1},
                {"\xC2\x80", 2},
                {"\xDF\xBF", 2},
                {"\xC1\xBF", 0},
                {"\xC0\x80", 0},
                {"\xE0\xA0\x80", 3},
                {"\xE0\x9F\xBF", 0},
                {"\xC2", 0},
                {"\xED\x9F\xBF", 3},
                {"\xED\xA0\x80", 0},
                {"\xEE\x80\x80", 3},
                {"\xE2\x80", 0},
                {"\xEF\xBF\xBF", 3},
                {"\xF0\x90\x80\x80", 4},
                {"\xF0\x8F\xBF\xBF", 0},
                {"\x80", 0},
                {"\xFF", 0},
                {"\xF4\x8F\xBF\xBF", 4},
                {"\xF4\x90\x80\x80", 0},
                {"\xC2\x41", 0},
                {"\xF5\x80\x80\x80", 0}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        CHECK(imr_utf8_length(rows[i].bytes, strlen(rows[i].bytes)) == rows[i].length);
    CHECK(imr_utf8_length("\xC2\x80", 1) == 0);
    CHECK(imr_utf8_length("\0", 1) == 1);
}

static void keeps_lines_and_gaps(void)
{
    static const char source[] =
        "\n one \n\n\ntwo\nthree-\nfold\n\f four\n\nPage 2 of 3\n\n\nfive\n";
    cleaned c = clean(source, sizeof source - 1);
    const imr_text *t = &c.text;
    CHECK_TEXT(t->clean, "one two three-fold four five");
    if (CHECK(t->line_count == 6)) {
        static const uint16_t gaps[] = {1, 2, 0, 0, 0, 3};
        for (uint32_t i = 0; i < 6; i++)
            CHECK(t->lines[i].gap == gaps[i]);
        CHECK((t->lines[0].flags & IMR_LINE_PLAIN) != 0);
        CHECK((t->lines[4].flags & IMR_LINE_PAGE) != 0);
        CHECK((t->lines[5].flags & IMR_LINE_DROPPED) != 0);
        CHECK((t->lines[1].flags & (IMR_LINE_PAGE | IMR_LINE_DROPPED)) == 0);
        /* "two" to "five": the page break and the page number part them */
        imr_range ranges[4];
        size_t count = ranges_of(t, (imr_span){t->lines[1].at, t->size}, ranges, 4);
        if (CHECK(count == 3)) {
            CHECK(memcmp(source + ranges[0].at, "two\nthree-\nfold", 15) == 0);
            CHECK(ranges[0].end - ranges[0].at == 15);
            CHECK(memcmp(source + ranges[1].at, "four", 4) == 0);
            CHECK(ranges[1].end - ranges[1].at == 4);
            CHECK(memcmp(source + ranges[2].at, "five", 4) == 0);
            CHECK(ranges[2].end - ranges[2].at == 4);
        }
        imr_range one[1];
        CHECK(ranges_of(t, (imr_span){t->lines[1].at, t->size}, one, 1) == 3);
        CHECK(one[0].at == ranges[0].at && one[0].end == ranges[0].end);
        CHECK(ranges_of(t, (imr_span){3, 3}, one, 1) == 0);
    }
    imr_text_free(&c.buffers);
}

static void folds_what_is_set_in_one(void)
{
    static const struct {
        const char *source, *clean;
    } rows[] = {
        {"non‑MTUS", "non-MTUS"},
        {"48‐year‒old", "48-year-old"},
        {"−5", "-5"},
        {"ﬁled oﬀ ﬂat, aﬄuent, oﬃce, laﬆ", "filed off flat, affluent, office, last"},
        {"117–118 — so", "117–118 — so"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        cleaned c = clean(rows[i].source, strlen(rows[i].source));
        char printed[3 * 64 + 1];
        CHECK_TEXT(c.text.clean, rows[i].clean);
        printed[imr_text_printed(&c.text, (imr_span){0, c.text.size}, printed)] = '\0';
        CHECK_TEXT(printed, rows[i].source);
        imr_text_free(&c.buffers);
    }
}

static void cleans_nothing(void)
{
    check_clean("", "");
    check_clean(" \n\t\r\n\f\n ", "");
    check_clean("\xEF\xBB\xBF", "");
    cleaned c = clean("", 0);
    size_t line, column;
    CHECK(c.text.line_count == 0 && c.text.size == 0);
    CHECK(imr_text_source(&c.text, 0, false) == 0);
    CHECK(imr_text_line(&c.text, 0) == 0);
    CHECK(!imr_text_at_line_start(&c.text, 0));
    imr_text_position(&c.text, &(imr_position){0}, 0, &line, &column);
    CHECK(line == 1 && column == 1);
    imr_text_free(&c.buffers);
}

/* Buffers that were used for one text serve for the next, and a giant's memory goes back. */
static void buffers_are_used_again(void)
{
    check_memory m = {0};
    imr_allocator a = check_allocator(&m);
    imr_text_buffers b;
    imr_text_init(&b, &a);
    imr_text t;
    const imr_knowledge *k = imr_knowledge_builtin();
    CHECK(imr_text_clean(&b, k, "one\ntwo", 7, &t) == IMR_OK);
    size_t requests = m.requests;
    CHECK(imr_text_clean(&b, k, "three", 5, &t) == IMR_OK);
    CHECK_TEXT(t.clean, "three");
    CHECK(m.requests == requests);

    size_t size = (size_t)4 << 20;
    char *giant = malloc(size);
    if (giant == NULL)
        abort();
    memset(giant, 'x', size);
    CHECK(imr_text_clean(&b, k, giant, size, &t) == IMR_OK && t.size == size);
    free(giant);
    imr_text_shrink(&b);
    CHECK(m.bytes <= IMR_ARENA_KEEP);
    CHECK(imr_text_clean(&b, k, "four", 4, &t) == IMR_OK);
    CHECK_TEXT(t.clean, "four");
    imr_text_free(&b);
    CHECK(m.blocks == 0 && m.bytes == 0 && m.wrong_sizes == 0);
}

/* A broken word is looked for elsewhere, past what looks like it, but not past what a text made to
 * keep us busy is full of. */
static void looks_for_broken_words_so_long(void)
{
    static const struct {
        int look_alikes;
        const char *joined;
    } rows[] = {{0, "zorb-quix"}, {20, "zorb-quix"}, {100, "zorb-quix"}, {5000, "zorbquix"}};
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        char text[64 << 10];
        size_t size = (size_t)sprintf(text, "the zorb-\nquix\n\n");
        for (int n = 0; n < rows[r].look_alikes; n++)
            size += (size_t)sprintf(text + size, "(qaax)%s", n % 10 == 9 ? "\n\n" : "");
        sprintf(text + size, "and a zorb-quix");
        cleaned c = clean(text, strlen(text));
        CHECK(strncmp(c.text.clean + 4, rows[r].joined, strlen(rows[r].joined)) == 0);
        imr_text_free(&c.buffers);
    }
}

/* What is page furniture at its edge is never passed over for how it begins. */
static void no_furniture_is_passed_over(void)
{
    static const char *const words[] = {"Page",
                                        "P a g e",
                                        "pg.",
                                        "PG",
                                        "of",
                                        "2",
                                        "14",
                                        "|",
                                        "-",
                                        ":",
                                        "Final Determination",
                                        "Letter",
                                        "for",
                                        "IMR",
                                        "IMR Case Number",
                                        "Case Number",
                                        "case #",
                                        "CM16-0212345",
                                        "IMR 13-000004",
                                        "MAXIMUS",
                                        "MAXIMUS Federal Services, Inc.",
                                        "Independent Medical Review",
                                        "Version 3.1",
                                        "ver."};
    enum { WORDS = sizeof words / sizeof *words, ROUNDS = 200000 };
    uint32_t state = 7, furniture = 0, passed = 0;
    for (int i = 0; i < ROUNDS; i++) {
        char line[256], low[256] = {0};
        size_t size = 0;
        for (uint32_t n = 1 + next_random(&state) % 4; n > 0; n--)
            size +=
                (size_t)sprintf(line + size, "%s%s", size > 0 && next_random(&state) % 4 ? " " : "",
                                words[next_random(&state) % WORDS]);
        for (size_t k = 0; k < size; k++)
            low[k] = imr_lower(line[k]);
        low[size] = ' ';
        bool may = imr_begins_furniture(*line, low[1]) &&
                   imr_may_be_furniture(low, (uint32_t)size, (uint32_t)size);
        for (int edge = 0; edge < 2; edge++) {
            bool is = imr_is_furniture(line, (uint32_t)size, edge != 0, false);
            furniture += is;
            passed += is && !may;
            passed += is && edge == 0 && !imr_may_be_furniture_anywhere(*line, (uint32_t)size);
        }
        passed += imr_bare_case_number(line, (uint32_t)size) && !may;
    }
    CHECK(furniture > ROUNDS / 100);
    CHECK(passed == 0);
}

int main(void)
{
    letters all = letters_read();
    letters_come_back(&all);
    letters_free(&all);
    pieces_come_back();
    tells_what_it_met();
    tells_utf16();
    knows_utf8();
    keeps_lines_and_gaps();
    folds_what_is_set_in_one();
    cleans_nothing();
    looks_for_broken_words_so_long();
    no_furniture_is_passed_over();
    buffers_are_used_again();
    return check_result();
}
