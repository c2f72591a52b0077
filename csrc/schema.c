#include "schema.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "ascii.h"

/* A level's keys must fit into a projection's bits. */
#define IMR_LEVEL(level, meaning)
#define IMR_KEY(level, key, type, of, stage, meaning)
#define IMR_END(level) _Static_assert(IMR_##level##_count <= 64, "too many keys: " #level);
#include "schema.def"

#define IMR_LEVEL(level, meaning) static const imr_key_info level##_keys[] = {
#define IMR_KEY(level, key, type, of, stage, meaning)                                              \
    {#key, sizeof #key - 1, IMR_##type, IMR_LEVEL_##of, #stage, meaning},
#define IMR_END(level)                                                                             \
    }                                                                                              \
    ;
#include "schema.def"

/* Where a level's keys begin among all: the keys of the levels before it, counted. */
enum {
#define IMR_LEVEL(level, meaning) IMR_FIRST_##level, IMR_REWIND_##level = IMR_FIRST_##level - 1,
#define IMR_KEY(level, key, type, of, stage, meaning) IMR_PLACE_##level##_##key,
#define IMR_END(level)
#include "schema.def"
};

const imr_level_info imr_levels[IMR_LEVELS] = {
#define IMR_LEVEL(level, meaning)                                                                  \
    {                                                                                              \
#level, meaning, level##_keys, IMR_##level##_count, IMR_FIRST_##level, 0
#define IMR_KEY(level, key, type, of, stage, meaning)                                              \
    | (uint64_t)(IMR_LEVEL_##of != IMR_LEVEL_none) << IMR_##level##_##key
#define IMR_END(level)                                                                             \
    }                                                                                              \
    ,
#include "schema.def"
};

const char *imr_type_name(imr_type type)
{
    switch (type) {
    case IMR_STRING:
        return "string";
    case IMR_DATE:
        return "date";
    case IMR_INTEGER:
        return "integer";
    case IMR_NUMBER:
        return "number";
    case IMR_BOOLEAN:
        return "boolean";
    case IMR_STRINGS:
        return "list of strings";
    case IMR_RANGES:
        return "list of ranges";
    case IMR_RECORD:
        return "record";
    case IMR_RECORDS:
        return "list of records";
    case IMR_SPANS:
        return "byte ranges by path";
    }
    return "string";
}

/* ---- paths ----------------------------------------------------------------------------------- */

static void visit_level(imr_path_visitor *visit, void *user, char *path, size_t used,
                        imr_level level)
{
    const imr_level_info *info = &imr_levels[level];
    for (int k = 0; k < info->count; k++) {
        const imr_key_info *key = &info->keys[k];
        size_t size = used + key->name_size;
        memcpy(path + used, key->name, key->name_size + 1);
        visit(user, path, level, k);
        if (key->of != IMR_LEVEL_none) {
            path[size] = '.';
            visit_level(visit, user, path, size + 1, key->of);
        }
    }
}

void imr_schema_paths(imr_path_visitor *visit, void *user)
{
    char path[IMR_PATH_SIZE];
    visit_level(visit, user, path, 0, IMR_LEVEL_document);
}

int imr_name_distance(const char *a, size_t a_size, const char *b, size_t b_size, int limit)
{
    enum { LONGEST = 63 };
    if (a_size > LONGEST || b_size > LONGEST)
        return limit + 1;
    int row[3][LONGEST + 1]; /* two rows back, the one before, this one */
    for (size_t j = 0; j <= b_size; j++)
        row[1][j] = (int)j;
    int *before = row[0], *last = row[1], *now = row[2];
    for (size_t i = 1; i <= a_size; i++) {
        now[0] = (int)i;
        for (size_t j = 1; j <= b_size; j++) {
            int swap = imr_lower(a[i - 1]) != imr_lower(b[j - 1]);
            int best = last[j - 1] + swap;
            if (last[j] + 1 < best)
                best = last[j] + 1;
            if (now[j - 1] + 1 < best)
                best = now[j - 1] + 1;
            if (i > 1 && j > 1 && imr_lower(a[i - 1]) == imr_lower(b[j - 2]) &&
                imr_lower(a[i - 2]) == imr_lower(b[j - 1]) && before[j - 2] + 1 < best)
                best = before[j - 2] + 1;
            now[j] = best;
        }
        int *oldest = before;
        before = last;
        last = now;
        now = oldest;
    }
    return last[b_size] <= limit ? last[b_size] : limit + 1;
}

/* ---- projection ------------------------------------------------------------------------------ */

static uint64_t all_keys(imr_level level)
{
    int count = imr_levels[level].count;
    return count == 64 ? UINT64_MAX : ((uint64_t)1 << count) - 1;
}

/* Lays the nodes out, a record before what is inside it, with no key wanted. */
static int add_node(imr_projection *p, imr_level level)
{
    assert(p->count < IMR_NODES);
    int at = p->count++;
    p->nodes[at].level = level;
    for (int k = 0; k < imr_levels[level].count; k++)
        if (imr_levels[level].keys[k].of != IMR_LEVEL_none)
            p->nodes[at].child[k] = (uint8_t)add_node(p, imr_levels[level].keys[k].of);
    return at;
}

static void want_all(imr_projection *p, int node)
{
    imr_level level = p->nodes[node].level;
    p->nodes[node].keys = all_keys(level);
    for (int k = 0; k < imr_levels[level].count; k++)
        if (imr_levels[level].keys[k].of != IMR_LEVEL_none)
            want_all(p, p->nodes[node].child[k]);
}

void imr_projection_all(imr_projection *p)
{
    *p = (imr_projection){0};
    add_node(p, IMR_LEVEL_document);
    want_all(p, 0);
}

void imr_projection_none(imr_projection *p)
{
    *p = (imr_projection){0};
    add_node(p, IMR_LEVEL_document);
    p->nodes[0].keys = (uint64_t)1 << IMR_document_source | (uint64_t)1 << IMR_document_template |
                       (uint64_t)1 << IMR_document_diagnostics;
    want_all(p, p->nodes[0].child[IMR_document_diagnostics]);
}

typedef struct nearest {
    const char *path;
    size_t size;
    int distance;
    char best[IMR_PATH_SIZE];
} nearest;

/* The nearest path: by the whole of it, or, for a bare key, by its last word ("decison" is near
 * "issues.decision"). */
static void compare_path(void *user, const char *path, imr_level level, int key)
{
    nearest *n = user;
    size_t size = strlen(path);
    int d = imr_name_distance(n->path, n->size, path, size, 3);
    if (memchr(n->path, '.', n->size) == NULL) {
        const imr_key_info *info = &imr_levels[level].keys[key];
        int last = imr_name_distance(n->path, n->size, info->name, info->name_size, 3);
        if (last < d)
            d = last;
    }
    if (d < n->distance && (size_t)d < n->size) { /* a name of other letters is not near */
        n->distance = d;
        memcpy(n->best, path, size + 1);
    }
}

bool imr_nearest_path(const char *path, size_t size, char out[IMR_PATH_SIZE])
{
    nearest n = {path, size, 4, ""};
    imr_schema_paths(compare_path, &n);
    memcpy(out, n.best, strlen(n.best) + 1);
    return n.distance <= 3;
}

static imr_status unknown_path(const char *path, size_t size, imr_error *error)
{
    if (error == NULL)
        return IMR_BAD_ARGUMENT;
    char best[IMR_PATH_SIZE];
    error->code = "unknown-field";
    int shown = size > 80 ? 80 : (int)size;
    if (imr_nearest_path(path, size, best))
        snprintf(error->message, sizeof error->message,
                 "unknown field path \"%.*s\"; did you mean \"%s\"?", shown, path, best);
    else
        snprintf(error->message, sizeof error->message,
                 "unknown field path \"%.*s\"; imr.schema() lists them all", shown, path);
    return IMR_BAD_ARGUMENT;
}

static int find_key(imr_level level, const char *name, size_t size)
{
    const imr_level_info *info = &imr_levels[level];
    for (int k = 0; k < info->count; k++)
        if (info->keys[k].name_size == size && memcmp(info->keys[k].name, name, size) == 0)
            return k;
    return -1;
}

imr_status imr_projection_add(imr_projection *p, const char *path, size_t size, imr_error *error)
{
    imr_projection wanted = *p;
    int node = 0;
    for (size_t at = 0;;) {
        imr_node *n = &wanted.nodes[node];
        const char *dot = memchr(path + at, '.', size - at);
        size_t end = dot ? (size_t)(dot - path) : size;
        int k = find_key(n->level, path + at, end - at);
        if (k < 0)
            return unknown_path(path, size, error);
        n->keys |= (uint64_t)1 << k;
        bool record = imr_levels[n->level].keys[k].of != IMR_LEVEL_none;
        node = n->child[k];
        if (dot == NULL) {
            if (record)
                want_all(&wanted, node);
            break;
        }
        if (!record)
            return unknown_path(path, size, error);
        at = end + 1;
    }
    *p = wanted;
    return IMR_OK;
}
