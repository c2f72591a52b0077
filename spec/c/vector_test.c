/* The wide loops do what the narrow ones do, whatever the bytes, and read nothing behind the end.
 */
#include "vector.h"

#include "check.h"

enum { MOST = 400, ROUNDS = 20000 };

static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

/* Mostly words, with now and then a byte that ends a copy: other bytes must be met in each place of
 * a vector. */
static size_t random_text(char *text, uint32_t *state)
{
    size_t size = next_random(state) % MOST;
    uint32_t odd = next_random(state) % 3; /* none, few, many */
    for (size_t i = 0; i < size; i++) {
        uint32_t r = next_random(state);
        bool other = odd != 0 && r % (odd == 1 ? 61 : 5) == 0;
        text[i] = other ? (char)(r >> 8) : " aAzZ~!{[@`-"[(r >> 8) % 12];
        if (odd == 0 && i > 0 && text[i] == ' ' && text[i - 1] == ' ')
            text[i] = '.';
    }
    return size;
}

typedef const char *copier(const char *p, const char *stop, char *clean, char *low);

/* In memory of exactly its size, lest what is read behind it goes unseen. */
static char *exactly(const char *text, size_t size)
{
    char *copy = malloc(size > 0 ? size : 1);
    if (copy == NULL)
        abort();
    memcpy(copy, text, size);
    return copy;
}

static bool copies_alike(copier *copy, const char *text, size_t size)
{
    char clean[2][MOST], low[2][MOST];
    const char *stop = imr_copy_words_1(text, text + size, clean[0], low[0]);
    const char *wide = copy(text, text + size, clean[1], low[1]);
    size_t used = (size_t)(stop - text);
    return wide == stop && memcmp(clean[0], clean[1], used) == 0 &&
           memcmp(low[0], low[1], used) == 0 && memcmp(clean[0], text, used) == 0;
}

static void copies_words(copier *copy)
{
    char text[MOST];
    uint32_t state = 1, wrong = 0;
    for (int i = 0; i < ROUNDS; i++) {
        size_t size = random_text(text, &state);
        char *exact = exactly(text, size);
        wrong += !copies_alike(copy, exact, size);
        free(exact);
    }
    CHECK(wrong == 0);
}

/* Every byte, at every place of a vector, alone among letters. */
static void stops_at_each_byte(copier *copy)
{
    enum { SIZE = 70 };
    char text[SIZE], clean[SIZE], low[SIZE];
    uint32_t wrong = 0;
    for (int byte = 0; byte < 256; byte++)
        for (int at = 0; at < SIZE; at++) {
            memset(text, 'x', sizeof text);
            text[at] = (char)byte;
            const char *stop = copy(text, text + SIZE, clean, low);
            bool printable = byte >= ' ' && byte <= '~';
            wrong += stop != text + (printable ? SIZE : at);
            wrong += printable && (clean[at] != text[at] || low[at] != imr_lower(text[at]));
        }
    CHECK(wrong == 0);
}

typedef const char *finder(const char *p, const char *end, char first, char second,
                           ptrdiff_t apart);

static void finds_pairs(finder *find)
{
    char text[MOST];
    uint32_t state = 2, wrong = 0, met = 0;
    for (int i = 0; i < ROUNDS; i++) {
        size_t size = random_text(text, &state);
        char *exact = exactly(text, size);
        ptrdiff_t apart = next_random(&state) % 2;
        char first = "aZ~-"[next_random(&state) % 4];
        char second = apart == 0 ? first : "aZ~-"[next_random(&state) % 4];
        const char *found = find(exact, exact + size, first, second, apart);
        wrong += found != imr_find_pair_1(exact, exact + size, first, second, apart);
        met += found != NULL;
        free(exact);
    }
    CHECK(wrong == 0);
    CHECK(met > ROUNDS / 10 && met < ROUNDS);
}

#ifdef IMR_SSE2
/* A function that is compiled for AVX2 is called from such a one alone. */
IMR_AVX2 static const char *copy_32(const char *p, const char *stop, char *clean, char *low)
{
    for (; stop - p > 32; p += 32, clean += 32, low += 32) {
        unsigned found = imr_copy_32(p, clean, low);
        if (found != 0)
            return p + __builtin_ctz(found);
    }
    return imr_copy_words(p, stop, clean, low);
}

static const char *copy_16(const char *p, const char *stop, char *clean, char *low)
{
    return imr_copy_words_16(p, stop, clean, low);
}
#endif

int main(void)
{
    copies_words(imr_copy_words_1);
    stops_at_each_byte(imr_copy_words_1);
    finds_pairs(imr_find_pair);
#ifdef IMR_SSE2
    copies_words(copy_16);
    stops_at_each_byte(copy_16);
    finds_pairs(imr_find_pair_16);
    if (imr_has_avx2()) {
        copies_words(copy_32);
        stops_at_each_byte(copy_32);
        finds_pairs(imr_find_pair_32);
    }
#endif
    return check_result();
}
