#include "names.h"

#include "alloc.h"
#include "ascii.h"
#include "knowledge_key.h"
#include "knowledge_layout.h"

static const imr_table tables[IMR_NAMED] = {IMR_TABLE_DRUGS, IMR_TABLE_BODY_PARTS};

static void count_name(void *user, const imr_entry *e, const char *name, size_t size)
{
    (void)e, (void)name, (void)size;
    ++*(size_t *)user;
}

/* Notes what stands beside the name in a phrase. */
static void note_phrase(imr_name_slot *slot, const char *phrase, size_t length, const char *name,
                        size_t size)
{
    for (size_t at = 0; at + size <= length; at++) {
        size_t behind = at + size + 1;
        if (memcmp(phrase + at, name, size) != 0)
            continue;
        if (behind < length)
            slot->except_behind |= (uint16_t)(1u << (unsigned char)phrase[behind] % 16);
        else if (behind == length + 1 && at >= 2)
            slot->except_before |= (uint16_t)(1u << (unsigned char)phrase[at - 2] % 16);
        else
            slot->except_behind = UINT16_MAX; /* the name and a byte: whatever is beside it */
    }
}

static void note_exceptions(imr_name_slot *slot, const imr_entry *e, const char *name, size_t size)
{
    char plain[IMR_KEY_MAX];
    size_t plain_size = 0;
    imr_key_cursor key = imr_key_open(name, size);
    for (int byte; plain_size < sizeof plain && (byte = imr_key_next(&key)) >= 0;)
        plain[plain_size++] = (char)byte;
    for (size_t i = 0; i < imr_entry_count(e, IMR_BODY_PARTS_EXCEPT); i++) {
        size_t length;
        const char *phrase = imr_entry_item(e, IMR_BODY_PARTS_EXCEPT, i, &length);
        note_phrase(slot, phrase, length, plain, plain_size);
    }
}

/* The names of a table on their way into it. */
typedef struct putting {
    imr_names *names;
    const imr_knowledge *knowledge;
    imr_named named;
} putting;

enum { WORD = 16 }; /* the letters of a word that count */

/* The letters are followed by zeros. */
static imr_name_slot *slot_of(imr_names *n, const char letters[WORD])
{
    uint64_t head = imr_word_head(letters, 8), rest = imr_word_head(letters + 8, 8);
    imr_name_slot *slot = &n->slots[imr_names_slot(n, head, rest) - n->slots];
    slot->head = head;
    slot->rest = rest;
    return slot;
}

static void put_name(void *user, const imr_entry *e, const char *name, size_t size)
{
    const putting *p = user;
    const imr_key_cursor key = imr_key_open(name, size); /* white space before it is none of it */
    char letters[WORD] = {0};
    uint32_t count = 0;
    for (; count < sizeof letters && key.at + count < key.end && imr_is_letter((char)key.at[count]);
         count++)
        letters[count] = imr_lower((char)key.at[count]);
    if (count == 0)
        return;
    imr_name_slot *slot = slot_of(p->names, letters);
    slot->start[p->named] = imr_knowledge_start(p->knowledge, tables[p->named], letters,
                                                count < IMR_START_MAX ? count : IMR_START_MAX);
    if (p->named == IMR_NAMED_PART)
        note_exceptions(slot, e, name, size);
}

/* The words whose kinds or number an item is asked for: none is open, or longer than what counts.
 */
static void put_kinds(imr_names *n, const imr_words *terms)
{
    for (size_t i = 0; i < terms->starts[IMR_WORD_SLOTS]; i++) {
        const imr_word_entry *e = &terms->entries[i];
        uint32_t kinds = imr_kinds_of_terms(e->lists);
        char letters[WORD] = {0};
        for (int k = 0; k < 8; k++)
            letters[k] = (char)(e->head >> 8 * k & 0xFF);
        for (int k = 0; e->rest != NULL && k < 8 && e->rest[k] != '\0'; k++)
            letters[8 + k] = e->rest[k];
        if (kinds != 0)
            slot_of(n, letters)->kinds = kinds;
    }
}

imr_status imr_names_new(const imr_allocator *a, const imr_knowledge *k, const imr_words *terms,
                         imr_names **out)
{
    size_t count = terms->starts[IMR_WORD_SLOTS];
    for (int named = 0; named < IMR_NAMED; named++)
        imr_knowledge_each(k, tables[named], count_name, &count);
    int log = 8;
    while ((size_t)1 << log < 2 * count) /* half of them at least stay empty */
        log++;
    size_t slots = (size_t)1 << log, size = sizeof(imr_names) + slots * sizeof(imr_name_slot);
    imr_names *n = imr_calloc(a, 1, size);
    *out = n;
    if (n == NULL)
        return IMR_NO_MEMORY;
    n->size = size;
    n->last = (uint32_t)(slots - 1);
    n->shift = 64 - log;
    /* The words that are met most first: each lies where its letters say then. */
    put_kinds(n, terms);
    for (int named = IMR_NAMED; named-- > 0;)
        imr_knowledge_each(k, tables[named], put_name, &(putting){n, k, (imr_named)named});
    return IMR_OK;
}

void imr_names_free(const imr_allocator *a, imr_names *n)
{
    if (n != NULL)
        imr_free(a, n, n->size);
}
