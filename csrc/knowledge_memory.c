/* knowledge_memory.c - what was found before in the built-in tables, and what was learnt beside
 * them; see knowledge.h. */
#include "knowledge.h"

#include <string.h>

#include "knowledge_key.h"
#include "knowledge_layout.h"
#include "vector.h"

/* Does the text begin with the bytes that were read? */
static inline bool begins_so(const char *text, const imr_recalled *r)
{
#ifdef IMR_SSE2
    uint64_t same = 0;
    for (int i = 0; i < IMR_RECALLED_MAX; i += 16) {
        __m128i equal = _mm_cmpeq_epi8(IMR_LOAD_16(text + i), IMR_LOAD_16(r->text + i));
        same |= (uint64_t)(unsigned)_mm_movemask_epi8(equal) << i;
    }
    return (~same & (((uint64_t)1 << r->read) - 1)) == 0;
#else
    return memcmp(text, r->text, r->read) == 0;
#endif
}

/* Would the text be read just as far, and to the same end? So it is where the byte behind what was
 * read is none that a key goes on with, and ends a word as the one did that stood there. All is
 * asked at once, as nearly always all holds. */
static inline bool recalls(const imr_recalled *r, imr_table table, const char *text, size_t size)
{
    unsigned char next = (unsigned char)text[r->read];
    return (r->table == table) & (r->read > 0) & (r->read < size) &
           !(r->on >> next % IMR_KEY_ROOTS & 1) & (imr_key_class[next] == r->behind) &
           begins_so(text, r);
}

IMR_APART imr_recollection unremembered(const imr_knowledge *k, imr_table table, const char *text,
                                        size_t size)
{
    size_t matched;
    const imr_entry *e = imr_knowledge_longest(k, table, text, size, &matched);
    return (imr_recollection){e, (uint32_t)matched, IMR_NOT_RECALLED};
}

/* The first of the slots that is empty, else the first. */
static imr_recalled *free_slot(imr_recalled *slots)
{
    for (int i = 0; i < IMR_RECALL_WAYS; i++)
        if (slots[i].read == 0)
            return &slots[i];
    return slots;
}

/* Reads the text, and remembers it. */
IMR_APART imr_recollection remember(imr_memory *m, imr_recalled *slots, imr_table table,
                                    const char *text, size_t size)
{
    imr_name_reading found = imr_knowledge_read(table, text, size);
    if (!found.told)
        return unremembered(imr_knowledge_builtin(), table, text, size);
    imr_recollection out = {found.entry, (uint32_t)found.matched, IMR_NOT_RECALLED};
    if (found.whole || found.read == 0 || found.read > IMR_RECALLED_MAX)
        return out;
    imr_recalled *r = free_slot(slots);
    *r = (imr_recalled){.entry = found.entry,
                        .on = found.on,
                        .table = (uint8_t)table,
                        .matched = (uint8_t)found.matched,
                        .read = (uint8_t)found.read,
                        .behind = imr_key_class[(unsigned char)text[found.read]]};
    if (text[found.read - 1] == ' ') /* of several blanks all but one are left out */
        r->on |= 1 << ' ' % IMR_KEY_ROOTS;
    memcpy(r->text, text, found.read);
    out.slot = (uint32_t)(r - m->slots);
    m->notes[out.slot] = 0;
    return out;
}

/* The slots of a text, by its first bytes. */
static inline imr_recalled *slots_of(imr_memory *m, imr_table table, const char *text)
{
    uint64_t first, second;
    memcpy(&first, text, sizeof first);
    memcpy(&second, text + sizeof first, sizeof second);
    uint64_t hash = (first + table) * 0x9E3779B97F4A7C15u ^ second * 0xC2B2AE3D27D4EB4Fu;
    return &m->slots[(hash >> 48) % IMR_MEMORY_SLOTS];
}

static inline imr_recollection recollection(const imr_memory *m, const imr_recalled *r)
{
    return (imr_recollection){r->entry, r->matched, (uint32_t)(r - m->slots)};
}

/* Where the first slot does not have it. */
IMR_APART imr_recollection recall_beside(imr_memory *m, const imr_recalled *first, imr_table table,
                                         const char *text, size_t size)
{
    for (const imr_recalled *r = first + 1; r < first + IMR_RECALL_WAYS; r++)
        if (recalls(r, table, text, size))
            return recollection(m, r);
    return remember(m, &m->slots[first - m->slots], table, text, size);
}

imr_recollection imr_knowledge_recall(const imr_knowledge *k, imr_memory *m, imr_table table,
                                      const char *text, size_t size)
{
    if (k->self != NULL)
        return unremembered(k, table, text, size);
    const imr_recalled *r = slots_of(m, table, text);
    if (recalls(r, table, text, size))
        return recollection(m, r);
    return recall_beside(m, r, table, text, size);
}

/* The slots of what was learnt are told from the tables' by their number. */
static const imr_table learnt = IMR_TABLES;

void imr_knowledge_learn(imr_memory *m, const char *text, size_t size)
{
    if (size == 0 || size > IMR_RECALLED_MAX)
        return;
    imr_recalled *r = free_slot(slots_of(m, learnt, text));
    *r = (imr_recalled){.table = IMR_TABLES, .matched = (uint8_t)size, .read = (uint8_t)size};
    memcpy(r->text, text, size);
    m->notes[r - m->slots] = 0;
}

imr_recollection imr_knowledge_recall_learnt(imr_memory *m, const char *text, size_t size)
{
    const imr_recalled *first = slots_of(m, learnt, text);
    for (const imr_recalled *r = first; r < first + IMR_RECALL_WAYS; r++)
        if (recalls(r, learnt, text, size))
            return recollection(m, r);
    return (imr_recollection){NULL, 0, IMR_NOT_RECALLED};
}

IMR_APART const imr_entry *find_edition(const imr_knowledge *k, imr_table table, const imr_entry *e,
                                        const char *year)
{
    char name[IMR_KEY_MAX + 1];
    size_t size;
    const char *key = imr_entry_key(e, &size);
    if (size + 5 > sizeof name)
        return NULL;
    memcpy(name, key, size);
    name[size] = ' ';
    memcpy(name + size + 1, year, 4);
    return imr_knowledge_find(k, table, name, size + 5);
}

const imr_entry *imr_knowledge_edition(const imr_knowledge *k, imr_memory *m, imr_table table,
                                       const imr_entry *e, const char *year)
{
    if (k->self != NULL)
        return find_edition(k, table, e, year);
    imr_edition *known = &m->editions[(e->key + (unsigned char)year[3]) % IMR_EDITIONS];
    if (known->of != e || memcmp(known->year, year, 4) != 0) {
        *known = (imr_edition){.of = e, .found = find_edition(k, table, e, year)};
        memcpy(known->year, year, 4);
    }
    return known->found;
}
