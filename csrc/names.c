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
            slot->except_behind |= UINT32_C(1) << (unsigned char)phrase[behind] % 32;
        else if (behind == length + 1 && at >= 2)
            slot->except_before |= UINT32_C(1) << (unsigned char)phrase[at - 2] % 32;
        else
            slot->except_behind = ~UINT32_C(0); /* the name and a byte: whatever is beside it */
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

static void put_name(void *user, const imr_entry *e, const char *name, size_t size)
{
    const putting *p = user;
    const imr_key_cursor key = imr_key_open(name, size); /* white space before it is none of it */
    char letters[IMR_START_MAX] = {0};
    uint32_t count = 0;
    for (; count < sizeof letters && key.at + count < key.end && imr_is_letter((char)key.at[count]);
         count++)
        letters[count] = imr_lower((char)key.at[count]);
    if (count == 0)
        return;
    const uint64_t head = imr_word_head(letters, sizeof letters);
    imr_name_slot *slot = &p->names->slots[imr_names_slot(p->names, head) - p->names->slots];
    slot->head = head;
    slot->start[p->named] = imr_knowledge_start(p->knowledge, tables[p->named], letters, count);
    if (p->named == IMR_NAMED_PART)
        note_exceptions(slot, e, name, size);
}

imr_status imr_names_new(const imr_allocator *a, const imr_knowledge *k, imr_names **out)
{
    size_t count = 0;
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
    for (int named = 0; named < IMR_NAMED; named++)
        imr_knowledge_each(k, tables[named], put_name, &(putting){n, k, (imr_named)named});
    return IMR_OK;
}

void imr_names_free(const imr_allocator *a, imr_names *n)
{
    if (n != NULL)
        imr_free(a, n, n->size);
}
