/* The hook for all memory, growing arrays, and the arena of one letter. */
#include "alloc.h"

#include "check.h"

static bool aligned(const void *p)
{
    return (uintptr_t)p % _Alignof(max_align_t) == 0;
}

static void hands_sizes_to_the_hook(void)
{
    check_memory m = {0};
    imr_allocator a = check_allocator(&m);
    char *p = imr_alloc(&a, 10);
    CHECK(m.blocks == 1 && m.bytes == 10);
    memset(p, 'x', 10);
    p = imr_realloc(&a, p, 10, 100);
    CHECK(m.blocks == 1 && m.bytes == 100 && memcmp(p, "xxxxxxxxxx", 10) == 0);
    imr_free(&a, p, 100);
    CHECK(m.blocks == 0 && m.bytes == 0 && m.wrong_sizes == 0);

    CHECK(imr_alloc(&a, 0) == NULL);
    imr_free(&a, NULL, 0);
    CHECK(m.requests == 2);

    unsigned char *zero = imr_calloc(&a, 7, 3);
    bool all_zero = true;
    for (int i = 0; i < 21; i++)
        all_zero &= zero[i] == 0;
    CHECK(all_zero && m.bytes == 21);
    imr_free(&a, zero, 21);
    CHECK(imr_calloc(&a, SIZE_MAX / 2, 3) == NULL);
    CHECK(imr_calloc(&a, 0, 3) == NULL);
    CHECK(m.blocks == 0);
}

static void default_is_the_c_library(void)
{
    const imr_allocator *a = &imr_default_allocator;
    char *p = imr_alloc(a, 3);
    memcpy(p, "abc", 3);
    p = imr_realloc(a, p, 3, 4000);
    CHECK(memcmp(p, "abc", 3) == 0);
    imr_free(a, p, 4000);
}

static void arrays_grow(void)
{
    check_memory m = {0};
    imr_allocator a = check_allocator(&m);
    void *array = NULL;
    size_t cap = 0;
    CHECK(imr_grow(&a, &array, &cap, 1, 8) && cap >= 1 && array != NULL);
    size_t first = cap, requests = m.requests;
    if (array == NULL)
        return; /* counted above */
    memset(array, 'x', cap * 8);
    CHECK(imr_grow(&a, &array, &cap, first, 8) && cap == first && m.requests == requests);
    CHECK(imr_grow(&a, &array, &cap, first + 1, 8) && cap >= 2 * first);
    CHECK(memcmp(array, "xxxxxxxx", 8) == 0 && m.bytes == cap * 8);
    CHECK(imr_grow(&a, &array, &cap, 1000, 8) && cap >= 1000);

    void *before = array;
    size_t size = cap;
    CHECK(!imr_grow(&a, &array, &cap, SIZE_MAX / 4, 8) && array == before && cap == size);
    m.fail_at = m.requests + 1;
    CHECK(!imr_grow(&a, &array, &cap, 5000, 8) && array == before && cap == size);
    imr_free(&a, array, cap * 8);
    CHECK(m.blocks == 0 && m.bytes == 0 && m.wrong_sizes == 0);
}

static void arena_gives_blocks_that_do_not_meet(void)
{
    check_memory m = {0};
    imr_allocator a = check_allocator(&m);
    imr_arena arena;
    imr_arena_init(&arena, &a);
    CHECK(m.requests == 0);
    enum { BLOCKS = 2000 };
    static unsigned char *blocks[BLOCKS];
    static size_t sizes[BLOCKS];
    bool good = true;
    for (size_t i = 0; i < BLOCKS; i++) {
        sizes[i] = 1 + i * 37 % 400 + (i % 500 == 499 ? 50000 : 0);
        blocks[i] = imr_arena_take(&arena, sizes[i]);
        good = good && blocks[i] != NULL && aligned(blocks[i]);
        if (!good)
            break;
        memset(blocks[i], (int)(i % 251), sizes[i]);
    }
    for (size_t i = 0; good && i < BLOCKS; i++)
        for (size_t j = 0; j < sizes[i]; j++)
            good = good && blocks[i][j] == i % 251;
    CHECK(good);
    CHECK(m.requests < 20); /* few large blocks, not many small ones */
    CHECK(imr_arena_take(&arena, 0) != NULL);
    CHECK(imr_arena_take(&arena, SIZE_MAX - 8) == NULL);
    CHECK(imr_arena_take(&arena, SIZE_MAX / 2) == NULL);
    imr_arena_free(&arena);
    CHECK(m.blocks == 0 && m.bytes == 0 && m.wrong_sizes == 0);
}

static void arena_serves_letter_after_letter(void)
{
    check_memory m = {0};
    imr_allocator a = check_allocator(&m);
    imr_arena arena;
    imr_arena_init(&arena, &a);
    imr_arena_reset(&arena); /* of one that was never used */
    CHECK(imr_arena_take(&arena, 1000) != NULL);
    imr_arena_reset(&arena);
    size_t requests = m.requests;
    for (int i = 0; i < 100; i++) {
        CHECK(imr_arena_take(&arena, 1000) != NULL);
        imr_arena_reset(&arena);
    }
    CHECK(m.requests == requests && m.blocks == 1);

    /* What one letter took in several blocks the next one has in one. */
    enum { PIECES = 100 };
    for (int i = 0; i < PIECES; i++)
        CHECK(imr_arena_take(&arena, 1000) != NULL);
    CHECK(m.blocks > 1);
    imr_arena_reset(&arena);
    requests = m.requests;
    for (int i = 0; i < PIECES; i++)
        CHECK(imr_arena_take(&arena, 1000) != NULL);
    CHECK(m.requests == requests + 1 && m.blocks == 1);

    /* A giant's memory goes back. */
    CHECK(imr_arena_take(&arena, 8 * IMR_ARENA_KEEP) != NULL);
    imr_arena_reset(&arena);
    CHECK(m.bytes <= IMR_ARENA_KEEP + 4096);
    CHECK(imr_arena_take(&arena, 1000) != NULL);

    m.fail_at = m.requests + 1;
    CHECK(imr_arena_take(&arena, IMR_ARENA_KEEP) == NULL);
    m.fail_at = 0;
    CHECK(imr_arena_take(&arena, IMR_ARENA_KEEP) != NULL);
    imr_arena_free(&arena);
    CHECK(m.blocks == 0 && m.bytes == 0 && m.wrong_sizes == 0);
}

int main(void)
{
    hands_sizes_to_the_hook();
    default_is_the_c_library();
    arrays_grow();
    arena_gives_blocks_that_do_not_meet();
    arena_serves_letter_after_letter();
    return check_result();
}
