/* search.h - where a few bytes stand in a longer text.
 *
 * Where there are vectors (vector.h) sixteen places or more are looked at in one step; else one
 * after another. Both find the same.
 */
#ifndef IMR_SEARCH_H
#define IMR_SEARCH_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "ascii.h"
#include "vector.h"

/* Are the bytes the same? For what few places are asked for: a call of memcmp would take the
 * registers that the loop around it keeps its bytes in. */
static inline bool imr_same_bytes(const char *a, const char *b, size_t size)
{
    for (; size >= 4; a += 4, b += 4, size -= 4) {
        uint32_t x, y;
        memcpy(&x, a, sizeof x);
        memcpy(&y, b, sizeof y);
        if (x != y)
            return false;
    }
    while (size > 0 && a[size - 1] == b[size - 1])
        size--;
    return size == 0;
}

/* The same for 16 to 48 bytes: however many there are, no jump tells. */
static inline bool imr_same_16_to_48(const char *a, const char *b, size_t size)
{
#ifdef IMR_SSE2
    size_t middle = (size - 16) / 2, last = size - 16;
    __m128i same = _mm_cmpeq_epi8(IMR_LOAD_16(a), IMR_LOAD_16(b));
    same = _mm_and_si128(same, _mm_cmpeq_epi8(IMR_LOAD_16(a + middle), IMR_LOAD_16(b + middle)));
    same = _mm_and_si128(same, _mm_cmpeq_epi8(IMR_LOAD_16(a + last), IMR_LOAD_16(b + last)));
    return _mm_movemask_epi8(same) == 0xFFFF;
#else
    return memcmp(a, b, size) == 0;
#endif
}

/* The first place of `needle` that lies wholly in text[at, end); UINT32_MAX where there is none.
 * Sixteen bytes behind `end` may be read (IMR_TEXT_NULS is what follows a letter's text). */
static inline uint32_t imr_search(const char *text, uint32_t at, uint32_t end, const char *needle,
                                  size_t size)
{
    if (size == 0 || end < size)
        return UINT32_MAX;
    const uint32_t stop = end - (uint32_t)size + 1; /* behind the needle's last place */
#ifdef IMR_SSE2
    const __m128i first = _mm_set1_epi8(needle[0]), last = _mm_set1_epi8(needle[size - 1]);
    for (; at < stop; at += 16) {
        const char *p = text + at;
        __m128i begins = _mm_cmpeq_epi8(IMR_LOAD_16(p), first);
        __m128i ends = _mm_cmpeq_epi8(IMR_LOAD_16(p + size - 1), last);
        unsigned places = (unsigned)_mm_movemask_epi8(_mm_and_si128(begins, ends));
        for (; places != 0; places &= places - 1) {
            uint32_t found = at + (uint32_t)__builtin_ctz(places);
            if (found >= stop)
                return UINT32_MAX;
            if (imr_same_bytes(text + found, needle, size))
                return found;
        }
    }
#else
    for (; at < stop; at++)
        if (text[at] == *needle && imr_same_bytes(text + at, needle, size))
            return at;
#endif
    return UINT32_MAX;
}

#ifdef IMR_SSE2
/* The same by 64 places at a time, of a needle that is not empty; nearly all have none. */
IMR_AVX2 static inline uint32_t imr_search_32(const char *text, uint32_t at, uint32_t end,
                                              const char *needle, size_t size)
{
    const uint32_t stop = end - (uint32_t)size + 1;
    const __m256i first = _mm256_set1_epi8(needle[0]), last = _mm256_set1_epi8(needle[size - 1]);
    for (; at < stop; at += 64) {
        const char *p = text + at, *q = p + size - 1;
        __m256i left = _mm256_and_si256(IMR_EQUAL_32(p, first), IMR_EQUAL_32(q, last));
        __m256i right = _mm256_and_si256(IMR_EQUAL_32(p + 32, first), IMR_EQUAL_32(q + 32, last));
        __m256i either = _mm256_or_si256(left, right);
        if (_mm256_testz_si256(either, either))
            continue;
        uint64_t places = (uint32_t)_mm256_movemask_epi8(left) |
                          (uint64_t)(uint32_t)_mm256_movemask_epi8(right) << 32;
        for (; places != 0; places &= places - 1) {
            uint32_t found = at + (uint32_t)__builtin_ctzll(places);
            if (found >= stop)
                return UINT32_MAX;
            if (imr_same_bytes(text + found, needle, size))
                return found;
        }
    }
    return UINT32_MAX;
}
#endif

/* The same where the text may be long. All that ends a letter's text may be read behind `end`. */
static inline uint32_t imr_search_far(const char *text, uint32_t at, uint32_t end,
                                      const char *needle, size_t size)
{
#ifdef IMR_SSE2
    enum { FAR = 32 }; /* what is nearer is searched as fast without the wide bytes */
    if (size > 0 && end > at && end - at >= size + FAR && imr_has_avx2())
        return imr_search_32(text, at, end, needle, size);
#endif
    return imr_search(text, at, end, needle, size);
}

/* The last place in text[from, end) of a full stop, a question mark or an exclamation mark with a
 * blank behind it; UINT32_MAX where there is none. One byte behind `end` may be read. */
static inline uint32_t imr_last_stop(const char *text, uint32_t from, uint32_t end)
{
#ifdef IMR_SSE2
    const __m128i full = _mm_set1_epi8('.'), asks = _mm_set1_epi8('?'), cries = _mm_set1_epi8('!'),
                  blank = _mm_set1_epi8(' ');
    for (; end > from && end >= 16; end -= 16) {
        const char *p = text + end - 16;
        __m128i here = IMR_LOAD_16(p);
        __m128i next = IMR_LOAD_16(p + 1);
        __m128i stops =
            _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(here, full), _mm_cmpeq_epi8(here, asks)),
                         _mm_cmpeq_epi8(here, cries));
        unsigned places =
            (unsigned)_mm_movemask_epi8(_mm_and_si128(stops, _mm_cmpeq_epi8(next, blank)));
        if (places != 0) {
            uint32_t found = end - 16 + 31 - (uint32_t)__builtin_clz(places);
            return found >= from ? found : UINT32_MAX;
        }
    }
#endif
    while (end-- > from)
        if ((text[end] == '.' || text[end] == '?' || text[end] == '!') && text[end + 1] == ' ')
            return end;
    return UINT32_MAX;
}

/* The last place of it in text[at, end). */
static inline uint32_t imr_search_last(const char *text, uint32_t at, uint32_t end,
                                       const char *needle, size_t size)
{
    if (size == 0 || end < at || end - at < size)
        return UINT32_MAX;
    uint32_t stop = end - (uint32_t)size + 1; /* behind the places that are left */
#ifdef IMR_SSE2
    const __m128i first = _mm_set1_epi8(needle[0]), last = _mm_set1_epi8(needle[size - 1]);
    while (stop - at >= 16) {
        const char *p = text + stop - 16;
        __m128i begins = _mm_cmpeq_epi8(IMR_LOAD_16(p), first);
        __m128i ends = _mm_cmpeq_epi8(IMR_LOAD_16(p + size - 1), last);
        unsigned places = (unsigned)_mm_movemask_epi8(_mm_and_si128(begins, ends));
        while (places != 0) {
            unsigned place = 31 - (unsigned)__builtin_clz(places);
            if (imr_same_bytes(p + place, needle, size))
                return stop - 16 + place;
            places &= ~(1u << place);
        }
        stop -= 16;
    }
#endif
    while (stop-- > at)
        if (text[stop] == *needle && imr_same_bytes(text + stop, needle, size))
            return stop;
    return UINT32_MAX;
}

/* ---- runs of bytes of a kind ----------------------------------------------------------------- */

/* Which of sixteen bytes are of the kind, a bit each; is a byte of it? */
typedef unsigned imr_class_16(const char *p);
typedef bool imr_class_1(char c);

/* Where the run of the kind begins that ends at `end`, not before `from`. Nearly all runs are
 * shorter than what is looked at in one step. */
IMR_INLINE uint32_t imr_run_start(const char *text, uint32_t from, uint32_t end,
                                  imr_class_16 *among, imr_class_1 *is)
{
#ifdef IMR_SSE2
    if (end >= 16) {
        unsigned others = ~among(text + end - 16) << 16;
        uint32_t size = others != 0 ? (uint32_t)__builtin_clz(others) : 16;
        if (end - from <= size)
            return from;
        if (size < 16)
            return end - size;
        end -= 16;
    }
#else
    (void)among;
#endif
    while (end > from && is(text[end - 1]))
        end--;
    return end;
}

/* Where the run ends that begins at `at`, not behind `end`. Sixteen bytes behind it may be read. */
IMR_INLINE uint32_t imr_run_end(const char *text, uint32_t at, uint32_t end, imr_class_16 *among,
                                imr_class_1 *is)
{
#ifdef IMR_SSE2
    (void)is;
    for (; at < end; at += 16) {
        unsigned others = ~among(text + at) & 0xFFFF;
        if (others != 0) {
            at += (unsigned)__builtin_ctz(others);
            return at < end ? at : end;
        }
    }
    return end;
#else
    (void)among;
    while (at < end && is(text[at]))
        at++;
    return at;
#endif
}

#ifdef IMR_SSE2
static inline __m128i imr_letters_of(__m128i here)
{
    __m128i small = _mm_sub_epi8(_mm_or_si128(here, _mm_set1_epi8(0x20)), _mm_set1_epi8('a'));
    return _mm_cmpeq_epi8(_mm_min_epu8(small, _mm_set1_epi8(25)), small);
}

static inline __m128i imr_figures_of(__m128i here)
{
    __m128i figure = _mm_sub_epi8(here, _mm_set1_epi8('0'));
    return _mm_cmpeq_epi8(_mm_min_epu8(figure, _mm_set1_epi8(9)), figure);
}

static inline unsigned imr_of_letters(const char *p)
{
    return (unsigned)_mm_movemask_epi8(imr_letters_of(IMR_LOAD_16(p)));
}

static inline unsigned imr_of_words(const char *p)
{
    __m128i here = IMR_LOAD_16(p);
    __m128i quotes = _mm_cmpeq_epi8(here, _mm_set1_epi8('\''));
    return (unsigned)_mm_movemask_epi8(_mm_or_si128(imr_letters_of(here), quotes));
}

static inline unsigned imr_of_runs(const char *p)
{
    __m128i here = IMR_LOAD_16(p);
    __m128i hyphens = _mm_cmpeq_epi8(here, _mm_set1_epi8('-'));
    __m128i letters = imr_letters_of(here), figures = imr_figures_of(here);
    return (unsigned)_mm_movemask_epi8(_mm_or_si128(letters, _mm_or_si128(figures, hyphens)));
}

static inline unsigned imr_of_parts(const char *p)
{
    __m128i here = IMR_LOAD_16(p);
    return (unsigned)_mm_movemask_epi8(_mm_or_si128(imr_letters_of(here), imr_figures_of(here)));
}

static inline unsigned imr_of_no_figures(const char *p)
{
    return ~(unsigned)_mm_movemask_epi8(imr_figures_of(IMR_LOAD_16(p))) & 0xFFFF;
}

static inline unsigned imr_of_stopped(const char *p)
{
    __m128i here = IMR_LOAD_16(p);
    __m128i stops = _mm_cmpeq_epi8(here, _mm_set1_epi8('.'));
    return (unsigned)_mm_movemask_epi8(_mm_or_si128(imr_letters_of(here), stops));
}
#else
#define imr_of_letters NULL
#define imr_of_words NULL
#define imr_of_runs NULL
#define imr_of_parts NULL
#define imr_of_stopped NULL
#define imr_of_no_figures NULL
#endif

/* Which of 64 bytes in small letters are letters, figures, and marks: "#" and "%", with which "!"
 * and the apostrophe come. A bit each, the lowest for the first byte. */
typedef struct imr_byte_kinds {
    uint64_t letters, figures, marks;
} imr_byte_kinds;

static inline imr_byte_kinds imr_byte_kinds_of(const char *low)
{
    imr_byte_kinds kinds = {0};
#ifdef IMR_SSE2
#pragma GCC unroll 1 /* it is little code, and must stay so */
    for (int i = 0; i < 64; i += 16) {
        __m128i here = IMR_LOAD_16(low + i);
        __m128i mark = _mm_and_si128(here, _mm_set1_epi8(~6));
        mark = _mm_cmpeq_epi8(mark, _mm_set1_epi8('!'));
        kinds.letters |= (uint64_t)(unsigned)_mm_movemask_epi8(imr_letters_of(here)) << i;
        kinds.figures |= (uint64_t)(unsigned)_mm_movemask_epi8(imr_figures_of(here)) << i;
        kinds.marks |= (uint64_t)(unsigned)_mm_movemask_epi8(mark) << i;
    }
#else
    for (int i = 0; i < 64; i++) {
        char c = low[i];
        bool mark = c == '#' || c == '%' || c == '!' || c == '\'';
        kinds.letters |= (uint64_t)imr_is_lower(c) << i;
        kinds.figures |= (uint64_t)imr_is_digit(c) << i;
        kinds.marks |= (uint64_t)mark << i;
    }
#endif
    return kinds;
}

static inline bool imr_is_of_word(char c)
{
    return imr_is_letter(c) || c == '\'';
}

static inline bool imr_is_of_run(char c)
{
    return imr_is_letter(c) || imr_is_digit(c) || c == '-';
}

static inline bool imr_is_of_part(char c)
{
    return imr_is_letter(c) || imr_is_digit(c);
}

/* Of letters and figures. */
static inline uint32_t imr_search_part_start(const char *text, uint32_t from, uint32_t end)
{
    return imr_run_start(text, from, end, imr_of_parts, imr_is_of_part);
}

static inline bool imr_is_of_stopped(char c)
{
    return imr_is_letter(c) || c == '.';
}

/* Of letters and full stops. */
static inline uint32_t imr_search_stopped_start(const char *text, uint32_t from, uint32_t end)
{
    return imr_run_start(text, from, end, imr_of_stopped, imr_is_of_stopped);
}

/* Of letters. */
static inline uint32_t imr_search_letters_end(const char *text, uint32_t at, uint32_t end)
{
    return imr_run_end(text, at, end, imr_of_letters, imr_is_letter);
}

static inline bool imr_is_no_figure(char c)
{
    return !imr_is_digit(c);
}

/* Of what is no figure: where the first one stands. */
static inline uint32_t imr_search_figure(const char *text, uint32_t at, uint32_t end)
{
    return imr_run_end(text, at, end, imr_of_no_figures, imr_is_no_figure);
}

/* Of letters and apostrophes. */
static inline uint32_t imr_search_word_start(const char *text, uint32_t from, uint32_t end)
{
    return imr_run_start(text, from, end, imr_of_words, imr_is_of_word);
}

static inline uint32_t imr_search_word_end(const char *text, uint32_t at, uint32_t end)
{
    return imr_run_end(text, at, end, imr_of_words, imr_is_of_word);
}

/* Of letters, figures and hyphens. */
static inline uint32_t imr_search_run_start(const char *text, uint32_t from, uint32_t end)
{
    return imr_run_start(text, from, end, imr_of_runs, imr_is_of_run);
}

static inline uint32_t imr_search_run_end(const char *text, uint32_t at, uint32_t end)
{
    return imr_run_end(text, at, end, imr_of_runs, imr_is_of_run);
}

/* ---- many runs at once ----------------------------------------------------------------------- */

/* Which of 64 bytes are letters and figures, and which are these or hyphens; a bit each, the first
 * the lowest. */
typedef struct imr_runs {
    uint64_t parts, all;
} imr_runs;

static inline imr_runs imr_runs_of(const char *p)
{
    imr_runs runs = {0};
#ifdef IMR_SSE2
    for (unsigned i = 0; i < 64; i += 16) {
        runs.parts |= (uint64_t)imr_of_parts(p + i) << i;
        runs.all |= (uint64_t)imr_of_runs(p + i) << i;
    }
#else
    for (unsigned i = 0; i < 64; i++) {
        runs.parts |= (uint64_t)imr_is_of_part(p[i]) << i;
        runs.all |= (uint64_t)imr_is_of_run(p[i]) << i;
    }
#endif
    return runs;
}

/* Which of 32 bytes are of words, being letters and apostrophes; which are double quotation marks,
 * as they are typed; which are other signs that a clause or a quotation may begin with: semicolons,
 * apostrophes, the first byte of a curly mark; and which are stops with a blank behind them, full
 * ones, question marks and exclamation marks. One byte behind them is read. */
typedef struct imr_said_bytes {
    uint32_t words, quotes, signs, stops;
} imr_said_bytes;

static inline imr_said_bytes imr_said_bytes_of(const char *p)
{
    imr_said_bytes said = {0};
#ifdef IMR_SSE2
#define ARE(sign) _mm_cmpeq_epi8(here, _mm_set1_epi8((char)(sign)))
    for (unsigned i = 0; i < 32; i += 16) {
        __m128i here = IMR_LOAD_16(p + i), next = IMR_LOAD_16(p + i + 1);
        __m128i words = _mm_or_si128(ARE('\''), imr_letters_of(here));
        __m128i signs = _mm_or_si128(_mm_or_si128(ARE('\''), ARE(';')), ARE(0xE2));
        __m128i stops = _mm_or_si128(_mm_or_si128(ARE('.'), ARE('?')), ARE('!'));
        stops = _mm_and_si128(stops, _mm_cmpeq_epi8(next, _mm_set1_epi8(' ')));
        said.words |= (uint32_t)_mm_movemask_epi8(words) << i;
        said.quotes |= (uint32_t)_mm_movemask_epi8(ARE('"')) << i;
        said.signs |= (uint32_t)_mm_movemask_epi8(signs) << i;
        said.stops |= (uint32_t)_mm_movemask_epi8(stops) << i;
    }
#undef ARE
#else
    for (unsigned i = 0; i < 32; i++) {
        char c = p[i];
        said.words |= (uint32_t)imr_is_of_word(c) << i;
        said.quotes |= (uint32_t)(c == '"') << i;
        said.signs |= (uint32_t)(c == '\'' || c == ';' || c == (char)0xE2) << i;
        said.stops |= (uint32_t)((c == '.' || c == '?' || c == '!') && p[i + 1] == ' ') << i;
    }
#endif
    return said;
}

/* Where words begin in them: runs of all, without the hyphens that lead to one. *inside: does the
 * first byte go on with a word; then the byte behind them? */
static inline uint64_t imr_word_starts(imr_runs runs, bool *inside)
{
    uint64_t hyphens = runs.all & ~runs.parts, firsts = runs.all & ~(runs.all << 1 | *inside);
    /* What is added to the hyphens that lead to a word is carried to the byte behind them. */
    uint64_t carried = hyphens + (firsts & hyphens);
    *inside = runs.all >> 63 != 0 && carried >= hyphens;
    return runs.parts & (firsts | (carried & ~hyphens));
}

/* The first place of either byte; `end` where there is none. Sixteen bytes behind it may be read.
 */
static inline uint32_t imr_search_either(const char *text, uint32_t at, uint32_t end, char a,
                                         char b)
{
#ifdef IMR_SSE2
    const __m128i first = _mm_set1_epi8(a), second = _mm_set1_epi8(b);
    for (; at < end; at += 16) {
        __m128i here = IMR_LOAD_16(text + at);
        unsigned places = (unsigned)_mm_movemask_epi8(
            _mm_or_si128(_mm_cmpeq_epi8(here, first), _mm_cmpeq_epi8(here, second)));
        if (places != 0) {
            at += (unsigned)__builtin_ctz(places);
            return at < end ? at : end;
        }
    }
    return end;
#else
    while (at < end && text[at] != a && text[at] != b)
        at++;
    return at;
#endif
}

/* Behind the last place of either in text[at, end); `at` where there is none. */
static inline uint32_t imr_search_behind_either(const char *text, uint32_t at, uint32_t end, char a,
                                                char b)
{
#ifdef IMR_SSE2
    const __m128i first = _mm_set1_epi8(a), second = _mm_set1_epi8(b);
    for (; end >= at + 16; end -= 16) {
        __m128i here = IMR_LOAD_16(text + end - 16);
        unsigned places = (unsigned)_mm_movemask_epi8(
            _mm_or_si128(_mm_cmpeq_epi8(here, first), _mm_cmpeq_epi8(here, second)));
        if (places != 0)
            return end + 16 - (unsigned)__builtin_clz(places);
    }
#endif
    while (end > at && text[end - 1] != a && text[end - 1] != b)
        end--;
    return end;
}

/* The first figure that follows none, or capital from A to S: what a date may begin with; `end`
 * where there is none. What stands before `from` is not looked at. Sixteen bytes behind `end` may
 * be read. */
static inline uint32_t imr_search_date(const char *text, uint32_t from, uint32_t at, uint32_t end)
{
    unsigned before = at > from && imr_is_digit(text[at - 1]);
#ifdef IMR_SSE2
    for (; at < end; at += 16) {
        __m128i here = IMR_LOAD_16(text + at);
        __m128i capital = _mm_sub_epi8(here, _mm_set1_epi8('A'));
        __m128i capitals = _mm_cmpeq_epi8(_mm_min_epu8(capital, _mm_set1_epi8('S' - 'A')), capital);
        unsigned figures = (unsigned)_mm_movemask_epi8(imr_figures_of(here));
        unsigned places =
            (unsigned)_mm_movemask_epi8(capitals) | (figures & ~(figures << 1 | before));
        if (places != 0) {
            at += (unsigned)__builtin_ctz(places);
            return at < end ? at : end;
        }
        before = figures >> 15;
    }
    return end;
#else
    for (; at < end; at++) {
        bool figure = imr_is_digit(text[at]);
        if ((figure && !before) || (text[at] >= 'A' && text[at] <= 'S'))
            break;
        before = figure;
    }
    return at;
#endif
}

#endif
