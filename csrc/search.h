/* search.h - where a few bytes stand in a longer text.
 *
 * Where the compiler has SSE2 (every x86-64 has it) sixteen places are looked at in one step; else,
 * or where IMR_SCALAR is defined, one after another. Both find the same.
 */
#ifndef IMR_SEARCH_H
#define IMR_SEARCH_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined __SSE2__ && !defined IMR_SCALAR
#include <emmintrin.h>
#endif

/* The first place of `needle` that lies wholly in text[at, end); UINT32_MAX where there is none.
 * Sixteen bytes behind `end` may be read (IMR_TEXT_NULS is what follows a letter's text). */
static inline uint32_t imr_search(const char *text, uint32_t at, uint32_t end, const char *needle,
                                  size_t size)
{
    if (size == 0 || end < size)
        return UINT32_MAX;
    const uint32_t stop = end - (uint32_t)size + 1; /* behind the needle's last place */
#if defined __SSE2__ && !defined IMR_SCALAR
    const __m128i first = _mm_set1_epi8(needle[0]), last = _mm_set1_epi8(needle[size - 1]);
    for (; at < stop; at += 16) {
        const char *p = text + at;
        __m128i begins = _mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)(const void *)p), first);
        __m128i ends =
            _mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)(const void *)(p + size - 1)), last);
        unsigned places = (unsigned)_mm_movemask_epi8(_mm_and_si128(begins, ends));
        for (; places != 0; places &= places - 1) {
            uint32_t found = at + (uint32_t)__builtin_ctz(places);
            if (found >= stop)
                return UINT32_MAX;
            if (memcmp(text + found, needle, size) == 0)
                return found;
        }
    }
#else
    for (; at < stop; at++)
        if (text[at] == *needle && memcmp(text + at, needle, size) == 0)
            return at;
#endif
    return UINT32_MAX;
}

/* The last place in text[from, end) of a full stop, a question mark or an exclamation mark with a
 * blank behind it; UINT32_MAX where there is none. One byte behind `end` may be read. */
static inline uint32_t imr_last_stop(const char *text, uint32_t from, uint32_t end)
{
#if defined __SSE2__ && !defined IMR_SCALAR
    const __m128i full = _mm_set1_epi8('.'), asks = _mm_set1_epi8('?'), cries = _mm_set1_epi8('!'),
                  blank = _mm_set1_epi8(' ');
    for (; end > from && end >= 16; end -= 16) {
        const char *p = text + end - 16;
        __m128i here = _mm_loadu_si128((const __m128i *)(const void *)p);
        __m128i next = _mm_loadu_si128((const __m128i *)(const void *)(p + 1));
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

#endif
