/* schema.h - the document's keys as enums and as one const table, both made from schema.def. */
#ifndef IMR_SCHEMA_H
#define IMR_SCHEMA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "imr.h"

/* The keys of each level: IMR_document_source, IMR_issue_decision ..., IMR_issue_count. */
#define IMR_LEVEL(level, meaning) enum {
#define IMR_KEY(level, key, type, of, stage, meaning) IMR_##level##_##key,
#define IMR_END(level)                                                                             \
    IMR_##level##_count                                                                            \
    }                                                                                              \
    ;
#include "schema.def"

/* The levels: IMR_LEVEL_document, IMR_LEVEL_issue ... */
typedef enum imr_level {
    IMR_LEVEL_none = -1,
#define IMR_LEVEL(level, meaning) IMR_LEVEL_##level,
#define IMR_KEY(level, key, type, of, stage, meaning)
#define IMR_END(level)
#include "schema.def"
    IMR_LEVELS
} imr_level;

/* The keys of all levels in one row: what a table of something per key is indexed by. */
enum {
#define IMR_LEVEL(level, meaning)
#define IMR_KEY(level, key, type, of, stage, meaning) IMR_FLAT_##level##_##key,
#define IMR_END(level)
#include "schema.def"
    IMR_FLAT_KEYS
};

typedef enum imr_type {
    IMR_STRING,
    IMR_DATE,
    IMR_INTEGER,
    IMR_NUMBER,
    IMR_BOOLEAN,
    IMR_STRINGS,
    IMR_RANGES,
    IMR_RECORD,
    IMR_RECORDS,
    IMR_SPANS
} imr_type;

typedef struct imr_key_info {
    const char *name;
    size_t name_size;
    imr_type type;
    imr_level of; /* of a record or a list of records */
    const char *stage;
    const char *meaning;
} imr_key_info;

typedef struct imr_level_info {
    const char *name;
    const char *meaning;
    const imr_key_info *keys;
    int count;
    int flat;         /* the first key's place among all keys */
    uint64_t records; /* a bit per key that holds a record, or records */
} imr_level_info;

extern const imr_level_info imr_levels[IMR_LEVELS];

/* "string", "date", "list of strings" ...: the type in words. */
const char *imr_type_name(imr_type type);

/* Which keys a caller wants. The document is a tree of records; a node is one place in it (the
 * two guideline statements of an issue are two nodes of one level), and has a bit per key. A
 * record's own bit is set where anything inside it is wanted. */
#define IMR_NODES 24
typedef struct imr_node {
    imr_level level;
    uint64_t keys;
    uint8_t child[64]; /* the node of a key that holds a record, or records */
} imr_node;

struct imr_projection {
    int count;
    imr_node nodes[IMR_NODES]; /* [0] is the document */
};

/* All keys; and none but those that are always given (source, template, diagnostics). */
void imr_projection_all(imr_projection *p);
void imr_projection_none(imr_projection *p);

/* Adds what `path` names ("summary", "case", "issues.decision"; a record's path means all of
 * it). IMR_BAD_ARGUMENT where there is no such path; the message names the nearest. */
imr_status imr_projection_add(imr_projection *p, const char *path, size_t size, imr_error *error);

static inline bool imr_wanted(const imr_node *node, int key)
{
    return (node->keys >> key) & 1;
}

/* The path of the schema that is nearest to `path`, in `out`; false where none is near. */
#define IMR_PATH_SIZE 128
bool imr_nearest_path(const char *path, size_t size, char out[IMR_PATH_SIZE]);

/* Calls `visit` for every path of the schema, in order, a record's own before those inside it;
 * `path` is valid during the call only. */
typedef void imr_path_visitor(void *user, const char *path, imr_level level, int key);
void imr_schema_paths(imr_path_visitor *visit, void *user);

/* The edits (insert, delete, replace, swap neighbours) between two names, letter case ignored;
 * `limit` + 1 where there are more than `limit`. Names of more than 63 bytes count as far. */
int imr_name_distance(const char *a, size_t a_size, const char *b, size_t b_size, int limit);

#endif
