#include "knowledge.h"

#include <string.h>

#include "knowledge_key.h"
#include "knowledge_layout.h"
#include "vector.h"

static const imr_knowledge builtin = {.self = NULL};

/* ---- finding: one level at a time --------------------------------------------------------------
 */

static inline imr_key_index builtin_level(imr_table table)
{
    const imr_data *d = &imr_builtin_data;
    return (imr_key_index){.nodes = d->nodes,
                           .labels = d->pool,
                           .roots = d->tables[table].roots,
                           .entries = d->entries + d->tables[table].entry};
}

static imr_key_index open_level(const imr_knowledge *k, imr_table table)
{
    return k->self != NULL ? imr_added_index(&k->tables[table]) : builtin_level(table);
}

static const imr_entry *node_entry(const imr_key_index *index, const imr_data_node *node)
{
    return index->added != NULL ? index->added[node->entry - 1].entry
                                : &index->entries[node->entry - 1];
}

imr_key_index imr_added_index(const imr_added_table *t)
{
    return (imr_key_index){
        .nodes = t->nodes, .labels = t->labels, .roots = t->roots, .added = t->entries};
}

/* The node below `node` (NULL: an uppermost one) that begins with the byte; 0 where none does. */
static inline uint32_t below(const imr_key_index *index, const imr_data_node *node, int byte)
{
    unsigned list = (unsigned)byte % IMR_KEY_ROOTS;
    if (byte < 0 || (node != NULL && !(node->below >> list & 1))) /* as at most places */
        return 0;
    uint32_t i = node != NULL ? node->child : index->roots[list];
    while (i != 0 && index->nodes[i].first != byte)
        i = index->nodes[i].next;
    return i;
}

/* The next key on the way of the text from `node` (NULL: from above all) down the tree, read off
 * it; NULL where no key goes on so: the cursor is at the byte that tells it. */
static inline const imr_data_node *next_key(const imr_key_index *index, const imr_data_node *node,
                                            imr_key_cursor *c)
{
    do {
        imr_key_cursor from = *c;
        uint32_t i = below(index, node, imr_key_next(c));
        if (i == 0) {
            *c = from;
            return NULL;
        }
        node = &index->nodes[i];
        if (node->length > 1 &&
            !imr_key_reads(c, index->labels + node->label + 1, node->length - 1u))
            return NULL;
    } while (node->entry == 0);
    return node;
}

const imr_data_node *imr_index_find(const imr_key_index *index, const char *text, size_t size)
{
    imr_key_cursor c = imr_key_open(text, size);
    for (const imr_data_node *node = NULL; (node = next_key(index, node, &c)) != NULL;) {
        imr_key_cursor ahead = c;
        if (imr_key_next(&ahead) < 0)
            return node;
    }
    return NULL;
}

/* Whether a level above `below` has an entry of the same key, so that this one is replaced. */
static bool is_replaced(const imr_knowledge *top, const imr_knowledge *below, imr_table table,
                        const imr_entry *e)
{
    if (top == below)
        return false;
    size_t length;
    const char *text = imr_entry_key(e, &length);
    for (const imr_knowledge *k = top; k != below; k = k->base) {
        imr_key_index index = open_level(k, table);
        const imr_data_node *node = imr_index_find(&index, text, length);
        if (node != NULL && node->kind == IMR_KEY_OWN)
            return true;
    }
    return false;
}

const imr_entry *imr_knowledge_find(const imr_knowledge *k, imr_table table, const char *text,
                                    size_t size)
{
    for (const imr_knowledge *at = k; at != NULL; at = at->base) {
        imr_key_index index = open_level(at, table);
        const imr_data_node *node = imr_index_find(&index, text, size);
        if (node == NULL)
            continue;
        const imr_entry *e = node_entry(&index, node);
        if (!is_replaced(k, at, table, e))
            return e;
    }
    return NULL;
}

static const imr_entry *longest_of_level(const imr_knowledge *top, const imr_knowledge *at,
                                         imr_table table, const char *text, size_t size,
                                         size_t *matched)
{
    const imr_entry *best = NULL;
    imr_key_index index = open_level(at, table);
    *matched = 0;
    imr_key_cursor c = imr_key_open(text, size);
    for (const imr_data_node *node = NULL; (node = next_key(&index, node, &c)) != NULL;) {
        if (!imr_key_may_end(&c, node->word))
            continue;
        const imr_entry *e = node_entry(&index, node);
        if (top == at || !is_replaced(top, at, table, e)) {
            best = e;
            *matched = (size_t)((const char *)c.at - text);
        }
    }
    return best;
}

IMR_APART const imr_entry *longest_of_all(const imr_knowledge *k, imr_table table, const char *text,
                                          size_t size, size_t *matched)
{
    const imr_entry *best = NULL;
    *matched = 0;
    for (const imr_knowledge *at = k; at != NULL; at = at->base) {
        size_t here;
        const imr_entry *e = longest_of_level(k, at, table, text, size, &here);
        if (here > *matched) {
            best = e;
            *matched = here;
        }
    }
    return best;
}

/* With how many bytes of a label, `length` at most, the text goes on. Of either so many bytes can
 * be read as are compared at a time. */
static inline size_t alike(const char *text, const char *label, size_t length)
{
    size_t n = 0;
#ifdef IMR_SSE2
    do {
        __m128i same = _mm_cmpeq_epi8(IMR_LOAD_16(text + n), IMR_LOAD_16(label + n));
        unsigned others = (unsigned)_mm_movemask_epi8(same) ^ 0xFFFF;
        if (others != 0) {
            n += (unsigned)__builtin_ctz(others);
            break;
        }
        n += 16;
    } while (n < length);
    return n < length ? n : length;
#else
    while (n < length && text[n] == label[n])
        n++;
    return n;
#endif
}

/* Letters in small letters are written like keys at nearly all places: their bytes are compared
 * with the built-in keys as they are, up to the first that no key goes on with. The first `gone`
 * bytes were compared before: they end behind `done` bytes of node i. */
IMR_INLINE imr_name_reading read_on(imr_table table, const char *text, size_t size, uint32_t i,
                                    size_t gone, size_t done)
{
    const imr_data *d = &imr_builtin_data;
    const imr_data_node *nodes = d->nodes, *best = &nodes[0];
    const char *labels = d->pool;
    const imr_key_cursor all = {(const unsigned char *)text, (const unsigned char *)text + size};
    imr_key_cursor c = {all.at + gone, all.end}, ends = all;
    uint32_t on = 0;
    while (i != 0) {
        const imr_data_node *node = &nodes[i];
        if (done == 0 && node->first != *c.at) {
            i = node->next;
            continue;
        }
        if (done < node->length) { /* else a start led through all of it */
            const char *label = labels + node->label + done;
            size_t length = node->length - done, same = alike((const char *)c.at, label, length);
            c.at += same;
            if (same < length || c.at > c.end) {
                on = UINT32_C(1) << (unsigned char)label[same] % IMR_KEY_ROOTS;
                break;
            }
        }
        if (node->entry != 0 && imr_key_may_end(&c, node->word)) {
            best = node;
            ends = c;
        }
        on = node->below;
        if (!(on >> *c.at % IMR_KEY_ROOTS & 1))
            break;
        i = node->child;
        done = 0;
    }
    bool whole = c.at >= c.end;
    return (imr_name_reading){
        .entry = best->entry != 0 ? &d->entries[d->tables[table].entry + best->entry - 1] : NULL,
        .matched = (size_t)(ends.at - all.at),
        .read = (size_t)(c.at - all.at),
        .on = on,
        .whole = whole,
        .told = whole || imr_key_told(&c, text)};
}

static inline imr_name_reading read_as_written(imr_table table, const char *text, size_t size)
{
    const uint32_t *roots = imr_builtin_data.tables[table].roots;
    return read_on(table, text, size, roots[(unsigned char)*text % IMR_KEY_ROOTS], 0, 0);
}

imr_name_reading imr_knowledge_read(imr_table table, const char *text, size_t size)
{
    return read_as_written(table, text, size);
}

const imr_entry *imr_knowledge_longest(const imr_knowledge *k, imr_table table, const char *text,
                                       size_t size, size_t *matched)
{
    if (k->self == NULL) {
        imr_name_reading r = read_as_written(table, text, size);
        *matched = r.matched;
        if (r.told)
            return r.entry;
    }
    return longest_of_all(k, table, text, size, matched);
}

bool imr_knowledge_leaves(const imr_knowledge *k, imr_table table, const char *text, size_t size)
{
    if (k->self != NULL)
        return false;
    imr_name_reading r = read_as_written(table, text, size);
    return r.told && !r.whole;
}

/* A start holds a node, how much of its label is gone, and how much of the text. An overlay's tree
 * is not gone down. */
enum { START_NODE = 8, START_DONE = 4, START_FIELD = 15, FROM_ABOVE = 1 };

imr_name_start imr_knowledge_start(const imr_knowledge *k, imr_table table, const char *letters,
                                   size_t size)
{
    const imr_data *d = &imr_builtin_data;
    if (k->self != NULL)
        return FROM_ABOVE;
    uint32_t i = d->tables[table].roots[(unsigned char)*letters % IMR_KEY_ROOTS];
    size_t gone = 0, done = 0;
    while (gone < size && i != 0) {
        const imr_data_node *node = &d->nodes[i];
        if (done == node->length) {
            i = node->child;
            done = 0;
        } else if (d->pool[node->label + done] == letters[gone]) {
            done++;
            gone++;
        } else {
            i = done == 0 ? node->next : 0;
        }
    }
    return i << START_NODE | (uint32_t)done << START_DONE | (uint32_t)gone;
}

const imr_entry *imr_knowledge_longest_from(const imr_knowledge *k, imr_table table,
                                            imr_name_start start, const char *text, size_t size,
                                            size_t *matched)
{
    if (k->self == NULL) {
        imr_name_reading r = read_on(table, text, size, start >> START_NODE, start & START_FIELD,
                                     start >> START_DONE & START_FIELD);
        *matched = r.matched;
        if (r.told)
            return r.entry;
    }
    return longest_of_all(k, table, text, size, matched);
}

const uint32_t *imr_knowledge_seconds(const imr_knowledge *k, imr_table table)
{
#define FOUR ~UINT32_C(0), ~UINT32_C(0), ~UINT32_C(0), ~UINT32_C(0)
    static const uint32_t any[IMR_KEY_ROOTS] = {FOUR, FOUR, FOUR, FOUR, FOUR, FOUR, FOUR, FOUR};
#undef FOUR
    return k->self != NULL ? any : imr_builtin_data.tables[table].seconds;
}

/* ---- near misses -------------------------------------------------------------------------------
 */

static unsigned char folded(char c)
{
    unsigned char plain = imr_key_plain[(unsigned char)c];
    return plain != 0 ? plain : (unsigned char)c;
}

/* Is `b` one edit away from `a`? Both are single words. What they share at either end is passed
 * over; the little that is left between tells. */
static bool one_edit_apart(const char *a, size_t a_size, const char *b, size_t b_size)
{
    while (a_size > 0 && b_size > 0 && folded(*a) == folded(*b))
        a++, b++, a_size--, b_size--;
    while (a_size > 0 && b_size > 0 && folded(a[a_size - 1]) == folded(b[b_size - 1]))
        a_size--, b_size--;
    bool swapped =
        a_size == 2 && b_size == 2 && folded(a[0]) == folded(b[1]) && folded(a[1]) == folded(b[0]);
    return a_size + b_size == 1 || (a_size == 1 && b_size == 1) || swapped;
}

/* The entries of a level, one after the other. */
static const imr_entry *entry_at(const imr_knowledge *k, imr_table table, size_t i)
{
    if (k->self != NULL)
        return i < k->tables[table].entry_count ? k->tables[table].entries[i].entry : NULL;
    const imr_data_table *t = &imr_builtin_data.tables[table];
    return i < t->entries ? &imr_builtin_data.entries[t->entry + i] : NULL;
}

const imr_entry *imr_knowledge_near(const imr_knowledge *k, imr_table table, const char *text,
                                    size_t size, size_t least)
{
    const imr_entry *found = NULL;
    for (const imr_knowledge *at = k; at != NULL; at = at->base) {
        const imr_entry *e;
        for (size_t i = 0; (e = entry_at(at, table, i)) != NULL; i++) {
            size_t length;
            const char *name = imr_entry_key(e, &length);
            if (length < least || length + 1 < size || size + 1 < length ||
                !one_edit_apart(name, length, text, size) || memchr(name, ' ', length) != NULL ||
                is_replaced(k, at, table, e))
                continue;
            if (found != NULL)
                return NULL;
            found = e;
        }
    }
    return found;
}

void imr_knowledge_each(const imr_knowledge *k, imr_table table, imr_each_name *each, void *user)
{
    for (; k != NULL; k = k->base) {
        const imr_entry *e;
        for (size_t i = 0; (e = entry_at(k, table, i)) != NULL; i++) {
            size_t size, aliases = imr_entry_count(e, IMR_ALSO);
            const char *name = imr_entry_key(e, &size);
            each(user, e, name, size);
            for (size_t n = 0; n < aliases; n++) {
                name = imr_entry_item(e, IMR_ALSO, n, &size);
                each(user, e, name, size);
            }
        }
    }
}

/* ---- entries -----------------------------------------------------------------------------------
 */

static const imr_data_value *value_of(const imr_entry *e, unsigned field)
{
    static const imr_data_value none = {0, 0};
    if (field >= e->fields)
        return &none;
    if (!e->overlay)
        return &imr_builtin_data.values[e->values + field];
    return (const imr_data_value *)(e + 1) + field;
}

static const char *text_of(const imr_entry *e, uint32_t index, size_t *length)
{
    const imr_data_text *texts = imr_builtin_data.texts;
    const char *pool = imr_builtin_data.pool;
    if (e->overlay) {
        texts = (const imr_data_text *)((const imr_data_value *)(e + 1) + e->fields);
        pool = (const char *)e;
    }
    if (length != NULL)
        *length = texts[index].length;
    return pool + texts[index].offset;
}

bool imr_entry_is_built_in(const imr_entry *e)
{
    return !e->overlay;
}

const char *imr_entry_key(const imr_entry *e, size_t *length)
{
    return text_of(e, e->key, length);
}

const char *imr_entry_text(const imr_entry *e, unsigned field, size_t *length)
{
    const imr_data_value *v = value_of(e, field);
    if (v->count == 0) {
        if (length != NULL)
            *length = 0;
        return NULL;
    }
    return text_of(e, v->first, length);
}

size_t imr_entry_count(const imr_entry *e, unsigned field)
{
    return value_of(e, field)->count;
}

const char *imr_entry_item(const imr_entry *e, unsigned field, size_t i, size_t *length)
{
    return text_of(e, value_of(e, field)->first + (uint32_t)i, length);
}

bool imr_entry_boolean(const imr_entry *e, unsigned field, bool otherwise)
{
    const imr_data_value *v = value_of(e, field);
    return v->count == 0 ? otherwise : v->first != 0;
}

int32_t imr_entry_integer(const imr_entry *e, unsigned field, int32_t otherwise)
{
    const imr_data_value *v = value_of(e, field);
    return v->count == 0 ? otherwise : (int32_t)v->first;
}

/* ---- what tables and fields there are ----------------------------------------------------------
 */

const imr_knowledge *imr_knowledge_builtin(void)
{
    return &builtin;
}

const char *const *imr_knowledge_tables(void)
{
    return imr_builtin_data.table_names;
}

static const char *field_name(const imr_data_field *field)
{
    return imr_builtin_data.pool + imr_builtin_data.texts[field->name].offset;
}

bool imr_knowledge_field(const char *table, size_t index, const char **name, const char **type)
{
    static const char *const types[] = {[IMR_FIELD_STRING] = "string",
                                        [IMR_FIELD_LIST] = "list",
                                        [IMR_FIELD_BOOLEAN] = "boolean",
                                        [IMR_FIELD_INTEGER] = "integer"};
    const imr_data *d = &imr_builtin_data;
    for (size_t t = 0; t < IMR_TABLES; t++) {
        if (strcmp(table, d->table_names[t]) != 0)
            continue;
        if (index >= d->tables[t].fields)
            return false;
        const imr_data_field *field = &d->fields[d->tables[t].field + index];
        *name = field_name(field);
        *type = types[field->type];
        return true;
    }
    return false;
}
