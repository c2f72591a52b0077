#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "knowledge_key.h"
#include "knowledge_layout.h"
#include "schema.h"

/* ---- messages ----------------------------------------------------------------------------------
 */

/* How much of a key or value a message shows. */
#define SHOWN 60

/* The place a message speaks of: a table, an entry's key, a field; the later may be NULL. */
typedef struct place {
    const char *table;
    const char *key;
    size_t key_size;
    const char *field;
} place;

/* As many bytes of a text as a message shows, whole characters only. */
static int shown(size_t size, const char *text)
{
    if (size <= SHOWN)
        return (int)size;
    int n = SHOWN;
    while (n > 0 && ((unsigned char)text[n] & 0xC0) == 0x80)
        n--;
    return n;
}

__attribute__((format(printf, 3, 4))) static imr_status complain(imr_error *error, const place *at,
                                                                 const char *format, ...)
{
    if (error == NULL)
        return IMR_BAD_ARGUMENT;
    error->code = "bad-knowledge";
    char *out = error->message;
    size_t room = sizeof error->message;
    int n = snprintf(out, room, "%s", at->table);
    if (at->key != NULL)
        n += snprintf(out + n, room - (size_t)n, "[\"%.*s%s\"]", shown(at->key_size, at->key),
                      at->key, at->key_size > SHOWN ? "..." : "");
    if (at->field != NULL)
        n += snprintf(out + n, room - (size_t)n, ".%.*s", shown(strlen(at->field), at->field),
                      at->field);
    n += snprintf(out + n, room - (size_t)n, ": ");
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(out + n, room - (size_t)n, format, arguments);
    va_end(arguments);
    return IMR_BAD_ARGUMENT;
}

/* The nearest of `count` names, "" where none is near. */
static const char *nearest(const char *name, size_t size,
                           const char *(*known)(const void *, size_t), const void *of, size_t count)
{
    const char *best = "";
    int distance = 3;
    for (size_t i = 0; i < count; i++) {
        const char *candidate = known(of, i);
        int d = imr_name_distance(name, size, candidate, strlen(candidate), 2);
        if (d < distance) {
            distance = d;
            best = candidate;
        }
    }
    return best;
}

static const char *table_name(const void *of, size_t i)
{
    (void)of;
    return imr_builtin_data.table_names[i];
}

static const char *data_text(uint32_t index)
{
    return imr_builtin_data.pool + imr_builtin_data.texts[index].offset;
}

static const char *field_name(const void *of, size_t i)
{
    const imr_data_field *fields = of;
    return data_text(fields[i].name);
}

/* ---- what a value may be -----------------------------------------------------------------------
 */

/* Bytes of the UTF-8 sequence at p, 0 where there is none (RFC 3629). */
static size_t sequence(const unsigned char *p, size_t size)
{
    unsigned char c = p[0];
    if (c < 0x80)
        return 1;
    size_t n = c >= 0xC2 && c <= 0xDF   ? 2
               : c >= 0xE0 && c <= 0xEF ? 3
               : c >= 0xF0 && c <= 0xF4 ? 4
                                        : 0;
    if (n == 0 || size < n)
        return 0;
    for (size_t i = 1; i < n; i++)
        if ((p[i] & 0xC0) != 0x80)
            return 0;
    bool overlong = (c == 0xE0 && p[1] < 0xA0) || (c == 0xF0 && p[1] < 0x90);
    bool beyond = (c == 0xED && p[1] > 0x9F) || (c == 0xF4 && p[1] > 0x8F);
    return overlong || beyond ? 0 : n;
}

/* What is wrong with a text, NULL for nothing. */
static const char *text_fault(const char *text, size_t size)
{
    const unsigned char *p = (const unsigned char *)text;
    bool control = false;
    for (size_t i = 0, n; i < size; i += n) {
        n = sequence(p + i, size - i);
        if (n == 0)
            return "is not valid UTF-8";
        control = control || p[i] < 0x20 || p[i] == 0x7F;
    }
    imr_key_cursor c = imr_key_open(text, size);
    if (imr_key_next(&c) < 0)
        return "is empty";
    return control ? "has a control character" : NULL;
}

static const char *key_fault(const char *text, size_t size)
{
    const char *fault = text_fault(text, size);
    return fault == NULL && size > IMR_KEY_MAX ? "is longer than 255 bytes" : fault;
}

static bool read_integer(const char *text, size_t size, int32_t *value)
{
    char digits[16];
    if (size == 0 || size >= sizeof digits || strspn(text, "-0123456789") < size)
        return false;
    memcpy(digits, text, size);
    digits[size] = '\0';
    char *end;
    long long n = strtoll(digits, &end, 10);
    if (*end != '\0' || n < INT32_MIN || n > INT32_MAX)
        return false;
    *value = (int32_t)n;
    return true;
}

static bool is_word_of(const char *text, size_t size, const char *word)
{
    return size == strlen(word) && memcmp(text, word, size) == 0;
}

static const char *allowed_value(const void *of, size_t i)
{
    const imr_data_value *allowed = of;
    return data_text(allowed->first + (uint32_t)i);
}

static imr_status check_allowed(const imr_data_field *field, const char *text, size_t size,
                                const place *at, imr_error *error)
{
    const imr_data_value *allowed = &field->allowed;
    char list[120] = "";
    size_t used = 0;
    bool whole = true;
    for (uint32_t i = 0; i < allowed->count; i++) {
        const char *word = data_text(allowed->first + i);
        if (is_word_of(text, size, word))
            return IMR_OK;
        size_t left = sizeof list - used;
        whole =
            whole && (size_t)snprintf(list + used, left, "%s\"%s\"", i ? ", " : "", word) < left;
        used = whole ? strlen(list) : used;
    }
    list[used] = '\0'; /* without a word that was cut off */
    const char *near = nearest(text, size, allowed_value, allowed, allowed->count);
    return complain(error, at,
                    *near ? "\"%.*s\" is none of %s%s; did you mean \"%s\"?"
                          : "\"%.*s\" is none of %s%s%s",
                    shown(size, text), text, list, whole ? "" : ", ...", near);
}

static imr_status check_value(const imr_data_field *field, bool is_key, const imr_field_value *v,
                              const place *at, imr_error *error)
{
    if (field->type != IMR_FIELD_LIST && v->count != 1)
        return complain(error, at, "takes one value, not %zu", v->count);
    for (size_t i = 0; i < v->count; i++) {
        const char *text = v->values[i];
        size_t size = v->lengths[i];
        const char *fault = is_key ? key_fault(text, size) : text_fault(text, size);
        int32_t number;
        if (fault != NULL && field->type == IMR_FIELD_LIST)
            return complain(error, at, "item %zu %s", i + 1, fault);
        if (fault != NULL)
            return complain(error, at, "%s", fault);
        if (field->type == IMR_FIELD_BOOLEAN && !is_word_of(text, size, "true") &&
            !is_word_of(text, size, "false"))
            return complain(error, at, "must be true or false, not \"%.*s\"", shown(size, text),
                            text);
        if (field->type == IMR_FIELD_INTEGER && !read_integer(text, size, &number))
            return complain(error, at, "must be an integer of 32 bits, not \"%.*s\"",
                            shown(size, text), text);
        if (field->allowed.count != 0 && check_allowed(field, text, size, at, error) != IMR_OK)
            return IMR_BAD_ARGUMENT;
    }
    return IMR_OK;
}

/* ---- what an entry may be ----------------------------------------------------------------------
 */

/* An entry as given: its key, and its values in the order of the table's fields. */
typedef struct draft {
    const imr_data_table *table;
    const imr_data_field *fields;
    imr_added_table *added;
    const char *key;
    size_t key_size;
    const imr_field_value *given[IMR_FIELDS_MAX]; /* NULL: not given */
} draft;

static imr_status check_fields(draft *d, place *at, const imr_field_value *fields, size_t count,
                               imr_error *error)
{
    for (size_t i = 0; i < count; i++) {
        at->field = fields[i].field;
        size_t f = 0;
        while (f < d->table->fields && strcmp(field_name(d->fields, f), at->field) != 0)
            f++;
        if (f == d->table->fields) {
            const char *near = nearest(at->field, strlen(at->field), field_name, d->fields, f);
            return complain(error, at,
                            *near ? "no such key; did you mean \"%s\"?" : "no such key%s", near);
        }
        if (d->given[f] != NULL)
            return complain(error, at, "is given twice");
        d->given[f] = &fields[i];
        imr_status status = check_value(&d->fields[f], f == IMR_ALSO, &fields[i], at, error);
        if (status != IMR_OK)
            return status;
    }
    for (size_t f = 0; f < d->table->fields; f++) {
        at->field = field_name(d->fields, f);
        bool empty = d->given[f] != NULL && d->given[f]->count == 0;
        if (d->fields[f].required &&
            (d->given[f] == NULL || (empty && d->fields[f].type != IMR_FIELD_LIST)))
            return complain(error, at, "is missing");
    }
    at->field = NULL;
    return IMR_OK;
}

/* The entry of this overlay that a text names, and whether it is its own key. */
static bool find_added(const imr_added_table *t, const char *text, size_t size, uint32_t *entry,
                       bool *own)
{
    imr_key_index index = imr_added_index(t);
    const imr_data_node *node = imr_index_find(&index, text, size);
    if (node == NULL)
        return false;
    *entry = node->entry - 1;
    *own = node->kind == IMR_KEY_OWN;
    return true;
}

/* Two entries of one overlay may not claim the same name: which of them would be found would depend
 * on the order of adding. *replaces is the entry of the same key, or the number of entries. */
static imr_status check_names(const draft *d, place *at, size_t *replaces, imr_error *error)
{
    const imr_added_table *t = d->added;
    uint32_t other;
    bool own;
    *replaces = t->entry_count;
    if (find_added(t, d->key, d->key_size, &other, &own)) {
        if (!own)
            return complain(error, at, "is an alias of \"%s\" already",
                            imr_entry_key(t->entries[other].entry, NULL));
        *replaces = other;
    }
    const imr_field_value *also = d->given[IMR_ALSO];
    at->field = "also";
    for (size_t i = 0; also != NULL && i < also->count; i++)
        if (find_added(t, also->values[i], also->lengths[i], &other, &own) && other != *replaces)
            return complain(error, at, "\"%.*s\" stands for \"%s\" already",
                            shown(also->lengths[i], also->values[i]), also->values[i],
                            imr_entry_key(t->entries[other].entry, NULL));
    return IMR_OK;
}

/* ---- building an entry -------------------------------------------------------------------------
 */

static bool has_texts(const imr_data_field *field)
{
    return field->type == IMR_FIELD_STRING || field->type == IMR_FIELD_LIST;
}

/* The size of an entry's block, and of the part before its bytes; false where no block could be so
 * large. */
static bool block_size(const draft *d, size_t *head, size_t *size)
{
    size_t texts = 1, bytes = d->key_size + 1;
    for (size_t f = 0; f < d->table->fields; f++) {
        const imr_field_value *v = d->given[f];
        if (v == NULL || !has_texts(&d->fields[f]))
            continue;
        if (v->count > UINT32_MAX / 16 || (texts += v->count) > UINT32_MAX / 16)
            return false;
        for (size_t i = 0; i < v->count; i++)
            if (v->lengths[i] > UINT32_MAX / 4 || (bytes += v->lengths[i] + 1) > UINT32_MAX / 4)
                return false;
    }
    *head = sizeof(imr_entry) + d->table->fields * sizeof(imr_data_value) +
            texts * sizeof(imr_data_text);
    *size = *head + bytes;
    return *size <= UINT32_MAX;
}

/* Writes texts one after the other, their places into a table. */
typedef struct writer {
    char *block;
    imr_data_text *texts;
    size_t count, used;
} writer;

static void write_text(writer *w, const char *text, size_t size)
{
    w->texts[w->count++] = (imr_data_text){(uint32_t)w->used, (uint32_t)size};
    memcpy(w->block + w->used, text, size);
    w->block[w->used + size] = '\0';
    w->used += size + 1;
}

static imr_data_value write_value(writer *w, const imr_data_field *field, const imr_field_value *v)
{
    if (v == NULL)
        return (imr_data_value){0, 0};
    if (field->type == IMR_FIELD_BOOLEAN)
        return (imr_data_value){is_word_of(v->values[0], v->lengths[0], "true"), 1};
    if (field->type == IMR_FIELD_INTEGER) {
        int32_t number = 0;
        read_integer(v->values[0], v->lengths[0], &number);
        return (imr_data_value){(uint32_t)number, 1};
    }
    imr_data_value value = {(uint32_t)w->count, (uint32_t)v->count};
    for (size_t i = 0; i < v->count; i++)
        write_text(w, v->values[i], v->lengths[i]);
    return value;
}

static imr_entry *build_entry(const imr_allocator *a, const draft *d, size_t *size)
{
    size_t head;
    if (!block_size(d, &head, size))
        return NULL;
    imr_entry *e = imr_alloc(a, *size);
    if (e == NULL)
        return NULL;
    *e = (imr_entry){.fields = (uint16_t)d->table->fields, .overlay = 1};
    imr_data_value *values = (imr_data_value *)(e + 1);
    writer w = {(char *)e, (imr_data_text *)(values + e->fields), 0, head};
    write_text(&w, d->key, d->key_size);
    for (size_t f = 0; f < e->fields; f++)
        values[f] = write_value(&w, &d->fields[f], d->given[f]);
    return e;
}

/* ---- the index of an overlay's table -----------------------------------------------------------
 */

static void put_entry(imr_added_table *t, uint32_t entry)
{
    const imr_entry *e = t->entries[entry].entry;
    size_t size;
    const char *text = imr_entry_key(e, &size);
    imr_added_name(t, entry, text, size, IMR_KEY_OWN);
    for (size_t i = 0; i < imr_entry_count(e, IMR_ALSO); i++) {
        text = imr_entry_item(e, IMR_ALSO, i, &size);
        imr_added_name(t, entry, text, size, IMR_KEY_ALIAS);
    }
}

/* How many names come from a draft, and no more bytes of labels than *size. */
static size_t count_names(const draft *d, size_t *size)
{
    const imr_field_value *also = d->given[IMR_ALSO];
    *size = d->key_size;
    for (size_t i = 0; also != NULL && i < also->count; i++)
        *size += also->lengths[i];
    return 1 + (also != NULL ? also->count : 0);
}

/* Room for one more entry and its names. On failure nothing that counts has changed. */
static bool make_room(const imr_allocator *a, imr_added_table *t, const draft *d)
{
    void *entries = t->entries, *nodes = t->nodes, *labels = t->labels;
    size_t size, names = count_names(d, &size); /* a name makes two nodes at most */
    bool grown = imr_grow(a, &entries, &t->entry_capacity, t->entry_count + 1, sizeof *t->entries);
    t->entries = entries;
    grown = grown &&
            imr_grow(a, &nodes, &t->node_capacity, t->node_count + 2 * names + 1, sizeof *t->nodes);
    t->nodes = nodes;
    grown = grown && imr_grow(a, &labels, &t->label_capacity, t->label_size + size, 1);
    t->labels = labels;
    if (t->node_count == 0)
        t->node_count = 1;
    return grown && t->node_capacity <= UINT32_MAX && t->label_capacity <= UINT32_MAX;
}

/* Puts a built entry in its place; cannot fail. */
static void take_in(const imr_allocator *a, imr_added_table *t, size_t where, imr_entry *e,
                    size_t size)
{
    imr_added_entry *to = &t->entries[where];
    if (where == t->entry_count) {
        *to = (imr_added_entry){e, size};
        put_entry(t, (uint32_t)t->entry_count++);
        return;
    }
    /* The old one's names go: all are put in afresh. */
    imr_free(a, to->entry, to->size);
    *to = (imr_added_entry){e, size};
    t->node_count = 1;
    t->label_size = 0;
    memset(t->roots, 0, sizeof t->roots);
    for (size_t i = 0; i < t->entry_count; i++)
        put_entry(t, (uint32_t)i);
}

/* ---- overlays ----------------------------------------------------------------------------------
 */

imr_status imr_knowledge_new(const imr_allocator *a, const imr_knowledge *base, imr_knowledge **out)
{
    if (a == NULL)
        a = &imr_default_allocator;
    *out = NULL;
    imr_knowledge *k = imr_calloc(a, 1, sizeof *k);
    if (k == NULL)
        return IMR_NO_MEMORY;
    k->self = k;
    k->base = imr_knowledge_retain(base != NULL ? base : imr_knowledge_builtin());
    k->allocator = *a;
    atomic_init(&k->references, 1);
    *out = k;
    return IMR_OK;
}

const imr_knowledge *imr_knowledge_retain(const imr_knowledge *k)
{
    if (k != NULL && k->self != NULL)
        atomic_fetch_add_explicit(&k->self->references, 1, memory_order_relaxed);
    return k;
}

static void free_table(const imr_allocator *a, imr_added_table *t)
{
    for (size_t i = 0; i < t->entry_count; i++)
        imr_free(a, t->entries[i].entry, t->entries[i].size);
    imr_free(a, t->entries, t->entry_capacity * sizeof *t->entries);
    imr_free(a, t->nodes, t->node_capacity * sizeof *t->nodes);
    imr_free(a, t->labels, t->label_capacity);
}

void imr_knowledge_release(const imr_knowledge *k)
{
    while (k != NULL && k->self != NULL) {
        imr_knowledge *mine = k->self;
        if (atomic_fetch_sub_explicit(&mine->references, 1, memory_order_acq_rel) != 1)
            return;
        k = mine->base;
        imr_allocator a = mine->allocator;
        for (size_t i = 0; i < IMR_TABLES; i++)
            free_table(&a, &mine->tables[i]);
        imr_free(&a, mine, sizeof *mine);
    }
}

static imr_status find_table(const char *name, size_t *table, imr_error *error)
{
    for (*table = 0; *table < IMR_TABLES; ++*table)
        if (strcmp(imr_builtin_data.table_names[*table], name) == 0)
            return IMR_OK;
    if (error != NULL) {
        const char *near = nearest(name, strlen(name), table_name, NULL, IMR_TABLES);
        error->code = "bad-knowledge";
        snprintf(error->message, sizeof error->message,
                 *near ? "no table \"%.*s\"; did you mean \"%s\"?" : "no table \"%.*s\"%s",
                 shown(strlen(name), name), name, near);
    }
    return IMR_BAD_ARGUMENT;
}

imr_status imr_knowledge_add(imr_knowledge *overlay, const char *table, const char *key,
                             size_t key_length, const imr_field_value *fields, size_t field_count,
                             imr_error *error)
{
    size_t number;
    imr_status status = find_table(table, &number, error);
    if (status != IMR_OK)
        return status;
    const imr_data_table *t = &imr_builtin_data.tables[number];
    draft d = {.table = t,
               .fields = &imr_builtin_data.fields[t->field],
               .added = &overlay->tables[number],
               .key = key,
               .key_size = key_length};
    place at = {.table = table};
    const char *fault = key_fault(key, key_length);
    if (fault != NULL)
        return complain(error, &at, "a key %s", fault);
    at.key = key;
    at.key_size = key_length;
    status = check_fields(&d, &at, fields, field_count, error);
    size_t replaces = 0;
    if (status == IMR_OK)
        status = check_names(&d, &at, &replaces, error);
    if (status != IMR_OK)
        return status;
    size_t size;
    imr_entry *e = build_entry(&overlay->allocator, &d, &size);
    if (e == NULL)
        return IMR_NO_MEMORY;
    if (!make_room(&overlay->allocator, d.added, &d)) {
        imr_free(&overlay->allocator, e, size);
        return IMR_NO_MEMORY;
    }
    take_in(&overlay->allocator, d.added, replaces, e, size);
    return IMR_OK;
}
