/* vector.h - many bytes at a time: 32 where the processor can, else 16, else one.
 *
 * x86-64 always has SSE2; AVX2 is asked for when the program runs. Each loop leaves what is less
 * than its width to the next narrower one, and none reads behind the end that it is given.
 */
#ifndef IMR_VECTOR_H
#define IMR_VECTOR_H

#include "ascii.h"

/* For what is compiled once for each width. */
#define IMR_INLINE static inline __attribute__((always_inline))

#if defined(__SSE2__) && defined(__GNUC__)
#define IMR_SSE2
#define IMR_AVX2 __attribute__((target("avx2")))
#include <immintrin.h>
#endif

static inline bool imr_has_avx2(void)
{
#ifdef IMR_AVX2
    return __builtin_cpu_supports("avx2") != 0;
#else
    return false;
#endif
}

/* ---- copying words --------------------------------------------------------------------------- */

/* Copies what nearly all of a letter is, words with single blanks between them, to `clean`, and to
 * `low` in small letters. Stops at the first of several blanks, and at a byte that is no printable
 * ASCII; returns where. Up to IMR_COPY_MORE bytes are written behind what is copied. */
#define IMR_COPY_MORE 32

static inline const char *imr_copy_words_1(const char *p, const char *stop, char *clean, char *low)
{
    for (; p < stop && *p >= ' ' && *p <= '~'; p++) {
        if (*p == ' ' && p + 1 < stop && p[1] == ' ')
            break;
        *clean++ = *p;
        *low++ = imr_lower(*p);
    }
    return p;
}

#ifdef IMR_SSE2

/* Added to 'Z' it gives the greatest signed number, and only capitals come near that. */
#define IMR_TO_CAPITALS (127 - 'Z')
#define IMR_BELOW_CAPITALS (126 - ('Z' - 'A'))
/* Less a blank, what is no printable ASCII is beyond '~' less a blank, since what is less wraps
 * around; with this added it has the top bit. */
#define IMR_TO_TOP_BIT (127 - ('~' - ' '))

IMR_INLINE const char *imr_copy_words_16(const char *p, const char *stop, char *clean, char *low)
{
    const __m128i blank = _mm_set1_epi8(' '), case_bit = _mm_set1_epi8('a' - 'A');
    ptrdiff_t size = stop - p, i = 0;
    for (; i + 16 < size; i += 16) {
        __m128i here = _mm_loadu_si128((const __m128i *)(p + i));
        __m128i next = _mm_loadu_si128((const __m128i *)(p + i + 1));
        __m128i capital = _mm_cmpgt_epi8(_mm_add_epi8(here, _mm_set1_epi8(IMR_TO_CAPITALS)),
                                         _mm_set1_epi8(IMR_BELOW_CAPITALS));
        __m128i small = _mm_or_si128(here, _mm_and_si128(capital, case_bit));
        __m128i odd = _mm_adds_epu8(_mm_sub_epi8(here, blank), _mm_set1_epi8(IMR_TO_TOP_BIT));
        __m128i doubled = _mm_cmpeq_epi8(_mm_or_si128(here, next), blank);
        _mm_storeu_si128((__m128i *)(clean + i), here);
        _mm_storeu_si128((__m128i *)(low + i), small);
        unsigned found = (unsigned)_mm_movemask_epi8(_mm_or_si128(odd, doubled));
        if (found != 0)
            return p + i + __builtin_ctz(found);
    }
    return imr_copy_words_1(p + i, stop, clean + i, low + i);
}

IMR_AVX2 IMR_INLINE const char *imr_copy_words_32(const char *p, const char *stop, char *clean,
                                                  char *low)
{
    const __m256i blank = _mm256_set1_epi8(' '), case_bit = _mm256_set1_epi8('a' - 'A');
    ptrdiff_t size = stop - p, i = 0;
    for (; i + 32 < size; i += 32) {
        __m256i here = _mm256_loadu_si256((const __m256i *)(p + i));
        __m256i next = _mm256_loadu_si256((const __m256i *)(p + i + 1));
        __m256i capital =
            _mm256_cmpgt_epi8(_mm256_add_epi8(here, _mm256_set1_epi8(IMR_TO_CAPITALS)),
                              _mm256_set1_epi8(IMR_BELOW_CAPITALS));
        __m256i small = _mm256_or_si256(here, _mm256_and_si256(capital, case_bit));
        __m256i odd =
            _mm256_adds_epu8(_mm256_sub_epi8(here, blank), _mm256_set1_epi8(IMR_TO_TOP_BIT));
        __m256i doubled = _mm256_cmpeq_epi8(_mm256_or_si256(here, next), blank);
        _mm256_storeu_si256((__m256i *)(clean + i), here);
        _mm256_storeu_si256((__m256i *)(low + i), small);
        unsigned found = (unsigned)_mm256_movemask_epi8(_mm256_or_si256(odd, doubled));
        if (found != 0)
            return p + i + __builtin_ctz(found);
    }
    return imr_copy_words_16(p + i, stop, clean + i, low + i);
}

#endif

/* ---- finding two bytes ----------------------------------------------------------------------- */

/* Where `first` stands and `second` so far `apart` behind it, from `p` on; NULL where nowhere. */
static inline const char *imr_find_pair_1(const char *p, const char *end, char first, char second,
                                          ptrdiff_t apart)
{
    for (; end - p > apart; p++)
        if (*p == first && p[apart] == second)
            return p;
    return NULL;
}

#ifdef IMR_SSE2

static inline const char *imr_find_pair_16(const char *p, const char *end, char first, char second,
                                           ptrdiff_t apart)
{
    const __m128i a = _mm_set1_epi8(first), b = _mm_set1_epi8(second);
    for (; end - p >= apart + 16; p += 16) {
        __m128i here = _mm_loadu_si128((const __m128i *)p);
        __m128i behind = _mm_loadu_si128((const __m128i *)(p + apart));
        unsigned found = (unsigned)_mm_movemask_epi8(
            _mm_and_si128(_mm_cmpeq_epi8(here, a), _mm_cmpeq_epi8(behind, b)));
        if (found != 0)
            return p + __builtin_ctz(found);
    }
    return imr_find_pair_1(p, end, first, second, apart);
}

#define IMR_EQUAL_32(p, to) _mm256_cmpeq_epi8(_mm256_loadu_si256((const __m256i *)(p)), to)

IMR_AVX2 static inline const char *imr_find_pair_32(const char *p, const char *end, char first,
                                                    char second, ptrdiff_t apart)
{
    const __m256i a = _mm256_set1_epi8(first), b = _mm256_set1_epi8(second);
    const char *last = end - apart - 64;
    for (; p <= last; p += 64) {
        __m256i left = _mm256_and_si256(IMR_EQUAL_32(p, a), IMR_EQUAL_32(p + apart, b));
        __m256i right = _mm256_and_si256(IMR_EQUAL_32(p + 32, a), IMR_EQUAL_32(p + 32 + apart, b));
        __m256i either = _mm256_or_si256(left, right);
        if (!_mm256_testz_si256(either, either))
            break; /* the narrower loop tells where */
    }
    return imr_find_pair_16(p, end, first, second, apart);
}

#endif

static inline const char *imr_find_pair(const char *p, const char *end, char first, char second,
                                        ptrdiff_t apart)
{
#ifdef IMR_SSE2
    return imr_has_avx2() ? imr_find_pair_32(p, end, first, second, apart)
                          : imr_find_pair_16(p, end, first, second, apart);
#else
    return imr_find_pair_1(p, end, first, second, apart);
#endif
}

#endif
