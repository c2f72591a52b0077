/* vector.h - many bytes at a time: 32 where the processor can, else 16, else one.
 *
 * x86-64 always has SSE2; AVX2 is asked for when the program runs; where IMR_SCALAR is defined
 * neither is used. Each loop leaves what is less than its width to the next narrower one, and reads
 * nothing behind the end that it is given; imr_copy_32, which is given none, is the step of a loop.
 */
#ifndef IMR_VECTOR_H
#define IMR_VECTOR_H

#include <stdint.h>

#include "ascii.h"

/* For what is compiled once for each width, or for each kind of byte. */
#define IMR_INLINE static inline __attribute__((always_inline))
/* For what few letters need: not among the code that all of them run through. */
#define IMR_APART static __attribute__((noinline))

#if defined(__SSE2__) && defined(__GNUC__) && !defined(IMR_SCALAR)
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
 * `low` in small letters. Stops at the first of several blanks, zero bytes being some here, and at
 * a byte that is no printable ASCII; returns where. As much as is left before `stop` may be written
 * behind what is copied. */

static inline const char *imr_copy_words_1(const char *p, const char *stop, char *clean, char *low)
{
    for (; p < stop && *p >= ' ' && *p <= '~'; p++) {
        if (*p == ' ' && p + 1 < stop && (p[1] == ' ' || p[1] == '\0'))
            break;
        *clean++ = *p;
        *low++ = imr_lower(*p);
    }
    return p;
}

/* What the bytes are compared with, in memory: a compiler that knows them builds them anew for each
 * line, which takes longer than the line. */
typedef struct imr_copy_bytes {
    /* also what a capital lacks to be a small letter */
    _Alignas(32) char blank[32];
    /* added to 'Z' it gives the greatest signed number, and only capitals come near that */
    _Alignas(32) char to_capitals[32], below_capitals[32];
    /* Less a blank, what is no printable ASCII is beyond '~' less a blank, since what is less wraps
     * around; with this added it has the top bit. */
    _Alignas(32) char to_top_bit[32];
} imr_copy_bytes;
extern const imr_copy_bytes imr_copying;

#ifdef IMR_SSE2

#define IMR_LOAD_16(p) _mm_loadu_si128((const __m128i *)(const void *)(p))
#define IMR_LOAD_32(p) _mm256_loadu_si256((const __m256i *)(const void *)(p))
#define IMR_KNOWN_16(name) _mm_load_si128((const __m128i *)imr_copying.name)
#define IMR_KNOWN_32(name) _mm256_load_si256((const __m256i *)imr_copying.name)

IMR_INLINE const char *imr_copy_words_16(const char *p, const char *stop, char *clean, char *low)
{
    ptrdiff_t size = stop - p, i = 0;
    for (; i + 16 < size; i += 16) {
        __m128i here = IMR_LOAD_16(p + i), next = IMR_LOAD_16(p + i + 1);
        __m128i high = _mm_add_epi8(here, IMR_KNOWN_16(to_capitals));
        __m128i capital = _mm_cmpgt_epi8(high, IMR_KNOWN_16(below_capitals));
        __m128i missing = _mm_and_si128(capital, IMR_KNOWN_16(blank));
        __m128i less = _mm_sub_epi8(here, IMR_KNOWN_16(blank));
        __m128i odd = _mm_adds_epu8(less, IMR_KNOWN_16(to_top_bit));
        __m128i doubled = _mm_cmpeq_epi8(_mm_or_si128(here, next), IMR_KNOWN_16(blank));
        _mm_storeu_si128((__m128i *)(clean + i), here);
        _mm_storeu_si128((__m128i *)(low + i), _mm_or_si128(here, missing));
        unsigned found = (unsigned)_mm_movemask_epi8(_mm_or_si128(odd, doubled));
        if (found != 0)
            return p + i + __builtin_ctz(found);
    }
    return imr_copy_words_1(p + i, stop, clean + i, low + i);
}

#endif

static __attribute__((noinline, unused)) const char *imr_copy_words(const char *p, const char *stop,
                                                                    char *clean, char *low)
{
#ifdef IMR_SSE2
    return imr_copy_words_16(p, stop, clean, low);
#else
    return imr_copy_words_1(p, stop, clean, low);
#endif
}

#ifdef IMR_SSE2

/* Copies 32 bytes, whatever they are. Returns a bit for each at which the copying of words stops.
 * One byte behind them is read. */
IMR_AVX2 IMR_INLINE unsigned imr_copy_32(const char *p, char *clean, char *low)
{
    __m256i here = IMR_LOAD_32(p), next = IMR_LOAD_32(p + 1);
    __m256i high = _mm256_add_epi8(here, IMR_KNOWN_32(to_capitals));
    __m256i capital = _mm256_cmpgt_epi8(high, IMR_KNOWN_32(below_capitals));
    __m256i missing = _mm256_and_si256(capital, IMR_KNOWN_32(blank));
    __m256i less = _mm256_sub_epi8(here, IMR_KNOWN_32(blank));
    __m256i odd = _mm256_adds_epu8(less, IMR_KNOWN_32(to_top_bit));
    __m256i doubled = _mm256_cmpeq_epi8(_mm256_or_si256(here, next), IMR_KNOWN_32(blank));
    _mm256_storeu_si256((__m256i *)clean, here);
    _mm256_storeu_si256((__m256i *)low, _mm256_or_si256(here, missing));
    return (unsigned)_mm256_movemask_epi8(_mm256_or_si256(odd, doubled));
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
        __m128i both = _mm_and_si128(_mm_cmpeq_epi8(IMR_LOAD_16(p), a),
                                     _mm_cmpeq_epi8(IMR_LOAD_16(p + apart), b));
        unsigned found = (unsigned)_mm_movemask_epi8(both);
        if (found != 0)
            return p + __builtin_ctz(found);
    }
    return imr_find_pair_1(p, end, first, second, apart);
}

#define IMR_EQUAL_32(p, to) _mm256_cmpeq_epi8(IMR_LOAD_32(p), to)
#define IMR_PAIRS_32(p) _mm256_and_si256(IMR_EQUAL_32(p, a), IMR_EQUAL_32((p) + apart, b))

IMR_AVX2 static inline uint64_t imr_places_64(__m256i left, __m256i right)
{
    return (uint32_t)_mm256_movemask_epi8(left) | (uint64_t)(uint32_t)_mm256_movemask_epi8(right)
                                                      << 32;
}

IMR_AVX2 static inline const char *imr_find_pair_32(const char *p, const char *end, char first,
                                                    char second, ptrdiff_t apart)
{
    const __m256i a = _mm256_set1_epi8(first), b = _mm256_set1_epi8(second);
    for (const char *last = end - apart - 128; p <= last; p += 128) {
        __m256i one = IMR_PAIRS_32(p), two = IMR_PAIRS_32(p + 32);
        __m256i three = IMR_PAIRS_32(p + 64), four = IMR_PAIRS_32(p + 96);
        __m256i any = _mm256_or_si256(_mm256_or_si256(one, two), _mm256_or_si256(three, four));
        if (_mm256_testz_si256(any, any))
            continue;
        uint64_t found = imr_places_64(one, two);
        if (found != 0)
            return p + __builtin_ctzll(found);
        return p + 64 + __builtin_ctzll(imr_places_64(three, four));
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
