/* knowledge_layout.h - how the tables of knowledge lie in memory.
 *
 * Shared by knowledge_build.lua's output, which fills these structures at build time, and by
 * knowledge.c, which reads them and builds overlays in the same form. Strings are named by their
 * offset rather than by a pointer: nothing has to be relocated when the module is loaded.
 */
#ifndef IMR_KNOWLEDGE_LAYOUT_H
#define IMR_KNOWLEDGE_LAYOUT_H

#include <stdatomic.h>

#include "knowledge.h"

/* Longest key. Bounds what a search through running text may cost. */
#define IMR_KEY_MAX 255

typedef struct imr_data_text {
    uint32_t offset, length; /* a NUL follows that `length` does not count */
} imr_data_text;

/* A field's value: `count` texts from texts[first] on. Of an integer or a boolean `first` is the
 * value itself. A count of 0: the entry does not give the field. */
typedef struct imr_data_value {
    uint32_t first, count;
} imr_data_value;

/* A built-in entry's key and values lie in the common arrays. An overlay's entry is one block:
 * this, its values, its texts (the key first), their bytes, offsets counted from its beginning. */
struct imr_entry {
    uint32_t key;    /* index of its text */
    uint32_t values; /* index of its first value */
    uint16_t fields; /* number of values */
    uint16_t overlay;
};

/* What a lookup may meet: a whole key or alias, or the beginning of one up to a word boundary,
 * which tells a search through running text that it is worth going on. */
enum { IMR_KEY_BEGINNING, IMR_KEY_ALIAS, IMR_KEY_OWN };

typedef struct imr_data_key {
    uint32_t hash;   /* FNV-1a of the normalized text */
    uint32_t offset; /* of the text as written: in the pool, or in the overlay's entry */
    uint32_t entry;
    uint16_t length, kind; /* length as written */
} imr_data_key;

/* The field `also` is every table's first. */
enum { IMR_ALSO = 0 };

enum { IMR_FIELD_STRING, IMR_FIELD_LIST, IMR_FIELD_BOOLEAN, IMR_FIELD_INTEGER };

typedef struct imr_data_field {
    uint32_t name; /* index of its text */
    uint16_t type;
    uint16_t required;
    imr_data_value allowed; /* a count of 0: any text */
} imr_data_field;

/* Open addressing: slots[slot + (hash & mask)] is 1 + the key's index from `key` on, 0 is free. */
typedef struct imr_data_table {
    uint32_t field, fields;
    uint32_t entry, entries;
    uint32_t key, slot, mask;
    uint32_t longest; /* bytes of the longest key, normalized */
} imr_data_table;

typedef struct imr_data {
    const char *pool;
    const imr_data_text *texts;
    const imr_data_value *values;
    const imr_entry *entries;
    const imr_data_key *keys;
    const uint32_t *slots;
    const imr_data_field *fields;
    const imr_data_table *tables;
    const char *const *table_names; /* NULL-terminated */
} imr_data;

extern const imr_data imr_builtin_data;

/* An entry that an overlay adds, and the size of its block. */
typedef struct imr_added_entry {
    imr_entry *entry;
    size_t size;
} imr_added_entry;

/* What an overlay adds to one table. */
typedef struct imr_added_table {
    imr_added_entry *entries;
    size_t entry_count, entry_capacity;
    imr_data_key *keys;
    size_t key_count, key_capacity;
    uint32_t *slots;
    size_t slot_count; /* a power of two, or 0 */
    size_t longest;
} imr_added_table;

struct imr_knowledge {
    imr_knowledge *self; /* NULL: the built-in, which nobody counts or frees */
    const imr_knowledge *base;
    imr_allocator allocator;
    atomic_size_t references;
    imr_added_table tables[IMR_TABLES];
};

/* The keys of one table of one level, built in or an overlay's. */
typedef struct imr_key_index {
    const imr_data_key *keys;
    const uint32_t *slots; /* NULL: there are none */
    size_t mask, longest;
    const imr_entry *entries;     /* of the built-in level */
    const imr_added_entry *added; /* of an overlay; else NULL */
} imr_key_index;

imr_key_index imr_added_index(const imr_added_table *t);

/* The keys with this hash, one after the other, NULL after the last; *at starts as 0. */
const imr_data_key *imr_index_next(const imr_key_index *index, uint32_t hash, size_t *at);

/* Whether the key's text (of a beginning: so much of it) is this one, normalized. */
bool imr_index_is(const imr_key_index *index, const imr_data_key *key, const char *text,
                  size_t size);

/* The key or alias that the text is, NULL for none; then *beginning says whether it may be the
 * beginning of one. That rests on the hash alone: to look further for nothing does no harm. */
const imr_data_key *imr_index_find(const imr_key_index *index, uint32_t hash, const char *text,
                                   size_t size, bool *beginning);

#endif
