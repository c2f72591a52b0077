/* names.h - what the walk of a disputed item asks of each of its words, told by one look.
 *
 * Of what kinds it is (request_words.def), and whether a name of a drug or of a part of the body
 * begins with it; for the built-in tables also how far it leads down the tree of names, so that its
 * letters are not read again.
 */
#ifndef IMR_NAMES_H
#define IMR_NAMES_H

#include "words.h"

typedef enum imr_named { IMR_NAMED_DRUG, IMR_NAMED_PART, IMR_NAMED } imr_named;

/* What is told of a word, of which sixteen letters count. Half a line of the cache. */
typedef struct imr_name_slot {
    uint64_t head, rest;             /* imr_word_head of eight letters each; no head: an empty slot,
                                      * in which all is 0 */
    imr_name_start start[IMR_NAMED]; /* 0: no name */
    uint32_t kinds;                  /* see imr_kinds_of_terms */
    /* In which phrases a part of the body does not count ("hand held", "femoral head"): bit b % 16
     * of each second byte behind its name in one, and before a name that ends one. */
    uint16_t except_behind, except_before;
} imr_name_slot;

/* Made once per parser; does not change. A word lies where its head says or in the first empty slot
 * behind, the first slot being behind the last. */
typedef struct imr_names {
    size_t size;   /* in bytes */
    uint32_t last; /* slot; so many that this is a mask too */
    int shift;     /* of a head's product, for its slot */
    imr_name_slot slots[];
} imr_names;

/* Of the tables' names, and of the words of terms.def and request_words.def. */
imr_status imr_names_new(const imr_allocator *a, const imr_knowledge *k, const imr_words *terms,
                         imr_names **out);
void imr_names_free(const imr_allocator *a, imr_names *n);

/* The kinds of request.h that a word's terms tell, and whether it is a number. */
#define IMR_NAME_NUMBER (UINT32_C(1) << IMR_TERM_KINDS)

static inline uint32_t imr_kinds_of_terms(imr_lists terms)
{
    return (uint32_t)terms | (terms & IMR_TERM(NUMBER) ? IMR_NAME_NUMBER : 0);
}

static inline uint32_t imr_name_place(const imr_names *n, uint64_t head, uint64_t rest)
{
    return (uint32_t)((head + rest * 31) * 0x9E3779B97F4A7C15u >> n->shift);
}

/* Is another word there? The bytes of words being less than 0x80, the topmost bit of the negative
 * tells what is not zero: one question, nearly always answered by no, for two that are not. */
static inline bool imr_name_is_other(const imr_name_slot *slot, uint64_t head, uint64_t rest)
{
    uint64_t differs = (slot->head ^ head) | (slot->rest ^ rest);
    return ((0 - differs) & (0 - slot->head)) >> 63 != 0;
}

/* The slot of a word; an empty one where nothing is told of it. */
static inline const imr_name_slot *imr_names_slot(const imr_names *n, uint64_t head, uint64_t rest)
{
    uint32_t i = imr_name_place(n, head, rest);
    while (imr_name_is_other(&n->slots[i], head, rest))
        i = (i + 1) & n->last;
    return &n->slots[i];
}

/* May the name at [at, end) of a text in small letters be part of a phrase that means something
 * else? Two bytes behind it can be read. */
static inline bool imr_name_may_be_else(const imr_name_slot *n, const char *low, uint32_t at,
                                        uint32_t end)
{
    unsigned before = at >= 2 ? (unsigned char)low[at - 2] % 16u : 0;
    return (n->except_behind >> (unsigned char)low[end + 1] % 16u & 1) != 0 ||
           (at >= 2 && (n->except_before >> before & 1) != 0);
}

/* Of a word of a letter in small letters. Sixteen bytes can be read. */
static inline const imr_name_slot *imr_names_of(const imr_names *n, const char *low, uint32_t size)
{
    uint64_t head = imr_word_head(low, size);
    uint64_t rest = imr_word_head(low + 8, size > 8 ? size - 8 : 0);
    return imr_names_slot(n, head, rest);
}

#endif
