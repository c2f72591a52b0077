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

/* The keys and aliases of a table are a tree: a node has the bytes that all keys below it go on
 * with, normalized, and what follows them are the nodes below. So a search through running text
 * looks at each of its bytes once, and at most places it ends with the first or the second. Nodes
 * are named by their index, which is never 0. */
typedef struct imr_data_node {
    uint32_t label;       /* offset of its bytes in the labels; the keys' own are in the pool */
    uint32_t child, next; /* the first node below, the next one beside it; 0: none */
    uint32_t below;       /* of the first bytes of the nodes below: bit b % IMR_KEY_ROOTS each */
    uint32_t entry;       /* 1 + the index of the entry whose key or alias ends here; 0: none */
    uint8_t first;        /* of its bytes */
    uint8_t length;       /* their number, never 0 */
    uint8_t kind;         /* of the key that ends here */
    uint8_t word;         /* its last character is part of a word */
} imr_data_node;

enum { IMR_KEY_ALIAS = 1, IMR_KEY_OWN };

/* The uppermost nodes, by the first byte: so many lists. The letters have one each. */
#define IMR_KEY_ROOTS 32

/* The field `also` is every table's first. */
enum { IMR_ALSO = 0 };

enum { IMR_FIELD_STRING, IMR_FIELD_LIST, IMR_FIELD_BOOLEAN, IMR_FIELD_INTEGER };

typedef struct imr_data_field {
    uint32_t name; /* index of its text */
    uint16_t type;
    uint16_t required;
    imr_data_value allowed; /* a count of 0: any text */
} imr_data_field;

typedef struct imr_data_table {
    uint32_t field, fields;
    uint32_t entry, entries;
    uint32_t roots[IMR_KEY_ROOTS];
    uint32_t seconds[IMR_KEY_ROOTS]; /* see imr_knowledge_seconds */
} imr_data_table;

typedef struct imr_data {
    const char *pool;
    const imr_data_text *texts;
    const imr_data_value *values;
    const imr_entry *entries;
    const imr_data_node *nodes;
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
    imr_data_node *nodes; /* the first is none */
    size_t node_count, node_capacity;
    char *labels;
    size_t label_size, label_capacity;
    uint32_t roots[IMR_KEY_ROOTS];
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
    const imr_data_node *nodes;
    const char *labels;
    const uint32_t *roots;
    const imr_entry *entries;     /* of the built-in level */
    const imr_added_entry *added; /* of an overlay; else NULL */
} imr_key_index;

imr_key_index imr_added_index(const imr_added_table *t);

/* knowledge.c: how far a text, as it is written, was read for its longest name in a built-in table.
 */
typedef struct imr_name_reading {
    const imr_entry *entry;
    size_t matched, read; /* bytes */
    uint32_t on;          /* bit b % 32 of each byte that a key would go on with from there */
    bool whole;           /* the text's end stopped it */
    bool told;            /* else it takes a closer look */
} imr_name_reading;
imr_name_reading imr_knowledge_read(imr_table table, const char *text, size_t size);

/* knowledge_tree.c: puts an entry's key or alias into the tree. The table has room for its bytes,
 * and for the two nodes that it makes at most. */
void imr_added_name(imr_added_table *t, uint32_t entry, const char *text, size_t size,
                    uint8_t kind);

/* The node of the key or alias that the text is, NULL for none. */
const imr_data_node *imr_index_find(const imr_key_index *index, const char *text, size_t size);

#endif
