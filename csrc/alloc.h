/* alloc.h - the one hook through which the core takes and gives back memory.
 *
 * Every allocation of the core, PCRE2's included, passes through an imr_allocator, so that a
 * program can count it, limit it, or make it fail on purpose. Nothing here is a global: the hook
 * travels with the object that allocates.
 */
#ifndef IMR_ALLOC_H
#define IMR_ALLOC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "imr.h"

/* The C library's realloc and free; used wherever a caller gives no allocator. */
extern const imr_allocator imr_default_allocator;

/* As malloc, realloc and free, but through the hook. `old` is the size given when the block was
 * taken. NULL on failure, and then an old block is still valid. A size of 0 gives NULL. */
void *imr_alloc(const imr_allocator *a, size_t size);
void *imr_calloc(const imr_allocator *a, size_t count, size_t size);
void *imr_realloc(const imr_allocator *a, void *p, size_t old, size_t size);
void imr_free(const imr_allocator *a, void *p, size_t size);

/* Makes room for `need` elements of `elem` bytes in *array, at least doubling *cap.
 * False when memory is short (or the product overflows): *array and *cap are then unchanged. */
bool imr_grow(const imr_allocator *a, void **array, size_t *cap, size_t need, size_t elem);

/* An arena: memory of one letter, given back at once. Blocks are aligned for any type. */
typedef struct imr_arena_block imr_arena_block;
typedef struct imr_arena {
    const imr_allocator *allocator;
    imr_arena_block *block; /* the block in use; older ones hang behind it */
    char *free;             /* what of it is not taken */
    size_t left;            /* bytes there */
    size_t total;           /* bytes held in all blocks */
    size_t least;           /* of the next block: what the last letter took in several */
} imr_arena;

void imr_arena_init(imr_arena *arena, const imr_allocator *a);
/* A new block, for what the one in use has no room for. */
void *imr_arena_take_more(imr_arena *arena, size_t size);

#define IMR_ARENA_ALIGN (sizeof(max_align_t))

/* NULL when memory is short. `size` 0 gives a valid, unusable pointer. Not zeroed. */
static inline void *imr_arena_take(imr_arena *arena, size_t size)
{
    if (size > arena->left || arena->block == NULL)
        return imr_arena_take_more(arena, size);
    size_t need = (size + IMR_ARENA_ALIGN - 1) / IMR_ARENA_ALIGN * IMR_ARENA_ALIGN;
    char *p = arena->free; /* what is left is whole units too */
    arena->free = p + need;
    arena->left -= need;
    return p;
}

/* Forgets all that was taken. One block is kept for the next letter; where there were several, the
 * next one is as large as they were together. Beyond IMR_ARENA_KEEP nothing is kept: a giant
 * letter's memory goes back. */
void imr_arena_reset(imr_arena *arena);
void imr_arena_free(imr_arena *arena);

#define IMR_ARENA_KEEP ((size_t)1 << 20)

#endif
