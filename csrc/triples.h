/* triples.h - where any of several triples of bytes stands in a longer text. */
#ifndef IMR_TRIPLES_H
#define IMR_TRIPLES_H

#include <stdbool.h>
#include <stdint.h>

#include "vector.h"

/* Up to eight triples of bytes, two side by side and one a little behind them, which together tell
 * a word from nearly all others: a bit each, set at the lower and at the upper half of each byte.
 * Starts as {0}. */
typedef struct imr_triples {
    unsigned char lower[3][16], upper[3][16];
} imr_triples;

enum { IMR_THIRD = 4 }; /* where the third stands, from the first on */

/* Adds that of the text; where its third byte is not known any will do. */
static inline void imr_add_triple(imr_triples *triples, unsigned number, const char *text,
                                  bool third)
{
    unsigned char bit = (unsigned char)(1 << number);
    for (int i = 0; i < 2 + third; i++) {
        unsigned char byte = (unsigned char)text[i < 2 ? i : IMR_THIRD];
        triples->lower[i][byte & 15] |= bit;
        triples->upper[i][byte >> 4] |= bit;
    }
    for (int half = 0; !third && half < 16; half++) {
        triples->lower[2][half] |= bit;
        triples->upper[2][half] |= bit;
    }
}

/* Those that may stand at p: several under one number are told apart by no more than their bytes'
 * halves. */
static inline unsigned imr_triples_at(const imr_triples *triples, const char *p)
{
    unsigned numbers = 255;
    for (int i = 0; i < 3; i++) {
        unsigned char byte = (unsigned char)p[i < 2 ? i : IMR_THIRD];
        numbers &= triples->lower[i][byte & 15] & triples->upper[i][byte >> 4];
    }
    return numbers;
}

static inline uint32_t imr_search_triples_1(const char *text, uint32_t at, uint32_t end,
                                            const imr_triples *triples)
{
    while (at < end && imr_triples_at(triples, text + at) == 0)
        at++;
    return at;
}

#ifdef IMR_SSE2

/* The numbers of the triples that have each of 32 bytes as their i-th: its halves are looked up. */
IMR_AVX2 IMR_INLINE __m256i imr_triples_with_32(const imr_triples *triples, int i, const char *p)
{
    const __m256i half = _mm256_set1_epi8(15), bytes = IMR_LOAD_32(p),
                  lower = _mm256_broadcastsi128_si256(IMR_LOAD_16(triples->lower[i])),
                  upper = _mm256_broadcastsi128_si256(IMR_LOAD_16(triples->upper[i]));
    return _mm256_and_si256(
        _mm256_shuffle_epi8(lower, _mm256_and_si256(bytes, half)),
        _mm256_shuffle_epi8(upper, _mm256_and_si256(_mm256_srli_epi16(bytes, 4), half)));
}

IMR_AVX2 static inline uint32_t imr_search_triples_32(const char *text, uint32_t at, uint32_t end,
                                                      const imr_triples *triples)
{
    for (; at < end; at += 32) {
        const char *p = text + at;
        __m256i two = _mm256_and_si256(imr_triples_with_32(triples, 0, p),
                                       imr_triples_with_32(triples, 1, p + 1));
        __m256i numbers = _mm256_and_si256(two, imr_triples_with_32(triples, 2, p + IMR_THIRD));
        uint32_t found =
            ~(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(numbers, _mm256_setzero_si256()));
        if (found != 0) {
            at += (uint32_t)__builtin_ctz(found);
            return at < end ? at : end;
        }
    }
    return end;
}

#endif

/* The first place in text[at, end) where any of the triples may begin; `end` where none does. So
 * many bytes behind it may be read as end a letter's text. */
static inline uint32_t imr_search_triples(const char *text, uint32_t at, uint32_t end,
                                          const imr_triples *triples)
{
#ifdef IMR_SSE2
    if (imr_has_avx2())
        return imr_search_triples_32(text, at, end, triples);
#endif
    return imr_search_triples_1(text, at, end, triples);
}

#endif
