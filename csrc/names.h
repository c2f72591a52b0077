/* names.h - the words that the names of drugs and of parts of the body begin with.
 *
 * Few words of a letter do. One look tells, and for the built-in tables also how far the word leads
 * down the tree of names, so that its letters are not read again.
 */
#ifndef IMR_NAMES_H
#define IMR_NAMES_H

#include "words.h"

typedef enum imr_named { IMR_NAMED_DRUG, IMR_NAMED_PART, IMR_NAMED } imr_named;

/* What begins with a word, of which eight letters count at most. */
typedef struct imr_name_slot {
    uint64_t head;                   /* see imr_word_head; 0: an empty slot */
    imr_name_start start[IMR_NAMED]; /* 0: no name */
    /* In which phrases a part of the body does not count ("hand held", "femoral head"): bit b % 32
     * of each second byte behind its name in one, and before a name that ends one. */
    uint32_t except_behind, except_before;
} imr_name_slot;

/* Made once per parser; does not change. A word lies where its head says or in the first empty slot
 * behind, the first slot being behind the last. */
typedef struct imr_names {
    size_t size;   /* in bytes */
    uint32_t last; /* slot; so many that this is a mask too */
    int shift;     /* of a head's product, for its slot */
    imr_name_slot slots[];
} imr_names;

imr_status imr_names_new(const imr_allocator *a, const imr_knowledge *k, imr_names **out);
void imr_names_free(const imr_allocator *a, imr_names *n);

static inline uint32_t imr_name_place(const imr_names *n, uint64_t head)
{
    return (uint32_t)(head * 0x9E3779B97F4A7C15u >> n->shift);
}

/* The slot of a head; an empty one where no name begins so. */
static inline const imr_name_slot *imr_names_slot(const imr_names *n, uint64_t head)
{
    uint32_t i = imr_name_place(n, head);
    while (n->slots[i].head != head && n->slots[i].head != 0)
        i = (i + 1) & n->last;
    return &n->slots[i];
}

/* May the name at [at, end) of a text in small letters be part of a phrase that means something
 * else? Two bytes behind it can be read. */
static inline bool imr_name_may_be_else(const imr_name_slot *n, const char *low, uint32_t at,
                                        uint32_t end)
{
    unsigned before = at >= 2 ? (unsigned char)low[at - 2] % 32u : 0;
    return (n->except_behind >> (unsigned char)low[end + 1] % 32u & 1) != 0 ||
           (at >= 2 && (n->except_before >> before & 1) != 0);
}

/* Of a word of a letter in small letters. */
static inline const imr_name_slot *imr_names_of(const imr_names *n, const char *low, uint32_t size)
{
    return imr_names_slot(n, imr_word_head(low, size));
}

#endif
