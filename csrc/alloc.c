#include "alloc.h"

#include <stdlib.h>
#include <string.h>

static void *default_realloc(void *user, void *p, size_t old, size_t size)
{
    (void)user;
    (void)old;
    if (size == 0) {
        free(p);
        return NULL;
    }
    return realloc(p, size);
}

const imr_allocator imr_default_allocator = {default_realloc, NULL};

void *imr_alloc(const imr_allocator *a, size_t size)
{
    return size ? a->realloc(a->user, NULL, 0, size) : NULL;
}

void *imr_calloc(const imr_allocator *a, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size)
        return NULL;
    void *p = imr_alloc(a, count * size);
    if (p != NULL)
        memset(p, 0, count * size);
    return p;
}

void *imr_realloc(const imr_allocator *a, void *p, size_t old, size_t size)
{
    return a->realloc(a->user, p, old, size);
}

void imr_free(const imr_allocator *a, void *p, size_t size)
{
    if (p != NULL)
        a->realloc(a->user, p, size, 0);
}

bool imr_grow(const imr_allocator *a, void **array, size_t *cap, size_t need, size_t elem)
{
    if (need <= *cap)
        return true;
    size_t want = *cap > SIZE_MAX / 2 ? need : *cap * 2;
    if (want < need)
        want = need;
    if (want < 16)
        want = 16;
    if (want > SIZE_MAX / elem)
        return false;
    void *p = imr_realloc(a, *array, *cap * elem, want * elem);
    if (p == NULL)
        return false;
    *array = p;
    *cap = want;
    return true;
}

struct imr_arena_block {
    imr_arena_block *older;
    size_t size; /* bytes behind this header */
    max_align_t bytes[];
};

#define BLOCK_MIN ((size_t)16 << 10)

/* All of the block is free. */
static void use(imr_arena *arena, imr_arena_block *b)
{
    arena->block = b;
    arena->free = (char *)b->bytes;
    arena->left = b->size;
}

void imr_arena_init(imr_arena *arena, const imr_allocator *a)
{
    *arena = (imr_arena){.allocator = a};
}

void *imr_arena_take_more(imr_arena *arena, size_t size)
{
    if (size > SIZE_MAX / 4)
        return NULL;
    size_t room = arena->total > BLOCK_MIN ? arena->total : BLOCK_MIN;
    if (room < arena->least)
        room = arena->least;
    if (room < size)
        room = size;
    room = (room + IMR_ARENA_ALIGN - 1) / IMR_ARENA_ALIGN * IMR_ARENA_ALIGN;
    imr_arena_block *b = imr_alloc(arena->allocator, sizeof *b + room);
    if (b == NULL)
        return NULL;
    b->older = arena->block;
    b->size = room;
    arena->total += room;
    use(arena, b);
    return imr_arena_take(arena, size);
}

void imr_arena_reset(imr_arena *arena)
{
    size_t total = arena->total;
    if (arena->block == NULL)
        return;
    if (arena->block->older == NULL && total <= IMR_ARENA_KEEP) {
        use(arena, arena->block);
        return;
    }
    imr_arena_free(arena);
    arena->least = total <= IMR_ARENA_KEEP ? total : 0;
}

void imr_arena_free(imr_arena *arena)
{
    for (imr_arena_block *b = arena->block, *older; b != NULL; b = older) {
        older = b->older;
        imr_free(arena->allocator, b, sizeof *b + b->size);
    }
    *arena = (imr_arena){.allocator = arena->allocator};
}
