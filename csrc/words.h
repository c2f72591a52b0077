/* words.h - lists of words, told apart by one look-up.
 *
 * The lists stand in words.def and terms.def. A word is looked up once, by its first letters, and
 * the answer is the set of lists that it is in; asking for several lists costs no more than for
 * one.
 */
#ifndef IMR_WORDS_H
#define IMR_WORDS_H

#include <string.h>

#include "text.h"

typedef enum imr_word_list {
#define IMR_WORDS(id, ...) IMR_WORDS_##id,
#include "words.def"
    IMR_WORD_LISTS
} imr_word_list;

/* A set of lists: a bit each. */
typedef uint64_t imr_lists;
#define IMR_IN(id) ((imr_lists)1 << IMR_WORDS_##id)

/* The lists of terms.def have a set of their own. Its lower half are the kinds of words of
 * request_words.def (request.h names them), its upper half the lists of terms.def. */
typedef enum imr_term {
    IMR_TERM_KINDS = 31, /* the first list is behind them */
#define IMR_WORDS(id, ...) IMR_TERM_##id,
#include "terms.def"
    IMR_TERMS
} imr_term;
#define IMR_TERM(id) ((imr_lists)1 << IMR_TERM_##id)

/* The lists without whose words a sentence says what its last words say (conclusion_plain.c). */
#define IMR_TURNING                                                                                \
    (IMR_IN(NO_BEFORE) | IMR_IN(NO_OF_ALL) | IMR_IN(ADVICE) | IMR_IN(BELIEVING) |                  \
     IMR_IN(AGREEING) | IMR_IN(SAYING) | IMR_IN(DENYING) | IMR_IN(WOULD) | IMR_IN(WEIGHING) |      \
     IMR_IN(REASON) | IMR_IN(BEYOND))

typedef struct imr_word_entry {
    uint64_t head, mask; /* the first eight bytes; those that must be the same */
    imr_lists lists;
    const char *rest; /* behind them, as the list has it; NULL where the word is shorter */
} imr_word_entry;

enum { IMR_WORD_SLOTS_LOG = 12, IMR_WORD_SLOTS = 1 << IMR_WORD_SLOTS_LOG };

enum { IMR_WORD_BEGINNINGS = 32 * 32 };

/* Made once per parser; does not change. */
typedef struct imr_words {
    size_t size;                         /* in bytes */
    uint16_t starts[IMR_WORD_SLOTS + 1]; /* where the entries of a slot begin */
    imr_lists beginnings[IMR_WORD_BEGINNINGS];
    /* Does a word of IMR_TURNING, behind a comma or also one of TURN, begin so? A bit each. */
    unsigned char turning[2][IMR_WORD_SLOTS / 8];
    imr_word_entry entries[];
} imr_words;

/* Of words.def; of terms.def. */
imr_status imr_words_new(const imr_allocator *a, imr_words **out);
imr_status imr_terms_new(const imr_allocator *a, imr_words **out);
void imr_words_free(const imr_allocator *a, imr_words *w);

/* The names and the words of the lists, for the tests. */
typedef struct imr_words_info {
    const char *name;
    const char *const *words;
    size_t count;
} imr_words_info;
extern const imr_words_info imr_words_infos[IMR_WORD_LISTS];
extern const imr_words_info imr_term_infos[IMR_TERMS - IMR_TERM_KINDS - 1];

/* The first `size` of eight bytes, the first of them lowest, whatever the machine's order is. */
static inline uint64_t imr_word_head(const char *p, uint32_t size)
{
    static const uint64_t masks[9] = {0,           0xFF,         0xFFFF,         0xFFFFFF,
                                      0xFFFFFFFF,  0xFFFFFFFFFF, 0xFFFFFFFFFFFF, 0xFFFFFFFFFFFFFF,
                                      ~(uint64_t)0};
    uint64_t head = 0;
#if defined __BYTE_ORDER__ && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    memcpy(&head, p, sizeof head);
#else
    for (int i = 0; i < 8; i++)
        head |= (uint64_t)(unsigned char)p[i] << 8 * i;
#endif
    return head & masks[size < 8 ? size : 8];
}

static inline uint32_t imr_word_slot(uint64_t head)
{
    return (uint32_t)head * 0x9E3779B1u >> (32 - IMR_WORD_SLOTS_LOG); /* of the first four */
}

/* The place of a word's beginning, told by five bits each of its first letter and its third, which
 * tell more words apart than the first two. */
static inline uint32_t imr_word_beginning(const char *p)
{
    return ((uint32_t)p[0] & 31) << 5 | ((uint32_t)p[2] & 31);
}

/* The lists in which words begin as the one at `at` does: it is in none but of these. */
static inline imr_lists imr_word_may_be_in(const imr_words *w, const imr_text *t, uint32_t at)
{
    return w->beginnings[imr_word_beginning(t->low + at)];
}

/* The bit of imr_words.turning for a word's first five letters. */
static inline uint32_t imr_turning_bit(uint64_t head)
{
    return (uint32_t)((head << 24) * 0x9E3779B97F4A7C15u >> (64 - IMR_WORD_SLOTS_LOG));
}

/* May the word turn how its sentence ends? Few do that are in none of those lists. Two bytes before
 * it are looked at. */
static inline bool imr_word_may_turn(const imr_words *w, const imr_text *t, imr_span word)
{
    const char *text = t->low + word.at;
    uint32_t bit = imr_turning_bit(imr_word_head(text, word.end - word.at));
    return w->turning[text[-2] == ','][bit / 8] >> bit % 8 & 1;
}

/* Is the text the rest of a word, or does it begin so where an asterisk stands? */
static inline bool imr_word_ends(const char *rest, const char *text, uint32_t size)
{
    uint32_t i = 0;
    while (i < size && text[i] == rest[i])
        i++;
    return rest[i] == '*' || (rest[i] == '\0' && i == size);
}

/* The lists that the word is in, letter case ignored. It is a piece of a letter's text, or else
 * eight bytes from `at` on may be read. */
static inline imr_lists imr_word_lists(const imr_words *w, const imr_text *t, imr_span word)
{
    const char *text = t->low + word.at;
    uint32_t size = word.end - word.at;
    uint64_t head = imr_word_head(text, size);
    uint32_t slot = imr_word_slot(head);
    imr_lists lists = 0;
    const imr_word_entry *e = w->entries + w->starts[slot],
                         *stop = w->entries + w->starts[slot + 1];
    for (; e < stop; e++)
        if (((head ^ e->head) & e->mask) == 0 &&
            (e->rest == NULL || imr_word_ends(e->rest, text + 8, size - 8)))
            lists |= e->lists;
    return lists;
}

#endif
