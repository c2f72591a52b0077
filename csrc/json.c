#include "json.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void imr_json_init(imr_json *j, const imr_allocator *a)
{
    *j = (imr_json){.allocator = a};
}

void imr_json_free(imr_json *j)
{
    imr_free(j->allocator, j->bytes, j->cap);
    imr_json_init(j, j->allocator);
}

static char *room(imr_json *j, size_t more)
{
    if (j->cap - j->size < more) {
        void *p = j->bytes;
        if (more > SIZE_MAX - j->size || !imr_grow(j->allocator, &p, &j->cap, j->size + more, 1)) {
            j->no_memory = true;
            return NULL;
        }
        j->bytes = p;
    }
    return j->bytes + j->size;
}

void imr_json_raw(imr_json *j, const char *s, size_t size)
{
    char *p = room(j, size);
    if (p == NULL || size == 0)
        return;
    memcpy(p, s, size);
    j->size += size;
}

void imr_json_char(imr_json *j, char c)
{
    imr_json_raw(j, &c, 1);
}

static void escape(imr_json *j, unsigned char c)
{
    static const char short_form[32] = {
        ['\b'] = 'b', ['\f'] = 'f', ['\n'] = 'n', ['\r'] = 'r', ['\t'] = 't'};
    char text[8];
    if (c == '"' || c == '\\')
        snprintf(text, sizeof text, "\\%c", c);
    else if (c < 32 && short_form[c] != 0)
        snprintf(text, sizeof text, "\\%c", short_form[c]);
    else
        snprintf(text, sizeof text, "\\u%04x", (unsigned)c);
    imr_json_raw(j, text, strlen(text));
}

/* Bytes that go as they are, from `s` on; at least all before the first that does not, whole blocks
 * at once. */
static size_t as_it_is(const char *s, size_t size)
{
    size_t i = 0;
#if defined(__GNUC__)
    typedef unsigned char block __attribute__((vector_size(16)));
    for (; size - i >= sizeof(block); i += sizeof(block)) {
        block here;
        memcpy(&here, s + i, sizeof here);
        block other =
            (block)(here - ' ' > '~' - ' ') | (block)(here == '"') | (block)(here == '\\');
        uint64_t halves[2];
        memcpy(halves, &other, sizeof halves);
        if ((halves[0] | halves[1]) != 0)
            break;
    }
#endif
    while (i < size && s[i] >= ' ' && s[i] <= '~' && s[i] != '"' && s[i] != '\\')
        i++;
    return i;
}

void imr_json_string(imr_json *j, const char *s, size_t size)
{
    imr_json_char(j, '"');
    size_t from = 0; /* of the stretch that goes as it is */
    for (size_t i = 0; (i += as_it_is(s + i, size - i)) < size;) {
        unsigned char c = (unsigned char)s[i];
        size_t n = c >= 0x80 ? imr_utf8_length(s + i, size - i) : 0;
        if (n > 0) {
            i += n;
            continue;
        }
        imr_json_raw(j, s + from, i - from);
        if (c >= 0x80)
            imr_json_raw(j, "\xEF\xBF\xBD", 3);
        else
            escape(j, c);
        from = ++i;
    }
    imr_json_raw(j, s + from, size - from);
    imr_json_char(j, '"');
}

void imr_json_integer(imr_json *j, int64_t n)
{
    char text[24], *end = text + sizeof text, *p = end;
    uint64_t left = n < 0 ? -(uint64_t)n : (uint64_t)n;
    do
        *--p = (char)('0' + left % 10);
    while ((left /= 10) != 0);
    if (n < 0)
        *--p = '-';
    imr_json_raw(j, p, (size_t)(end - p));
}

void imr_json_number(imr_json *j, double n)
{
    char text[40];
    if (!isfinite(n)) {
        imr_json_raw(j, "null", 4);
        return;
    }
    int size = snprintf(text, sizeof text, "%.14g", n);
    if (strtod(text, NULL) != n)
        size = snprintf(text, sizeof text, "%.17g", n);
    for (int i = 0; i < size; i++) /* whatever the locale's decimal point is */
        if (text[i] == ',')
            text[i] = '.';
    imr_json_raw(j, text, (size_t)size);
}

void imr_json_boolean(imr_json *j, bool b)
{
    imr_json_raw(j, b ? "true" : "false", b ? 4 : 5);
}

static void write_record(imr_json *j, const imr_record *r);

static void write_places(imr_json *j, const imr_place *places, uint32_t count)
{
    imr_json_char(j, '{');
    for (uint32_t i = 0; i < count; i++) {
        if (i > 0)
            imr_json_char(j, ',');
        imr_json_string(j, places[i].path, places[i].path_size);
        imr_json_raw(j, ":[", 2);
        for (uint32_t k = 0; k < places[i].count; k++) {
            if (k > 0)
                imr_json_char(j, ',');
            imr_json_integer(j, (int64_t)places[i].ranges[k].at + 1);
            imr_json_char(j, ',');
            imr_json_integer(j, (int64_t)places[i].ranges[k].end);
        }
        imr_json_char(j, ']');
    }
    imr_json_char(j, '}');
}

static void write_value(imr_json *j, const imr_value *v)
{
    switch (v->kind) {
    case IMR_ABSENT:
        break;
    case IMR_IS_STRING:
    case IMR_IS_CONSTANT:
        imr_json_string(j, v->as.string, v->size);
        break;
    case IMR_IS_INTEGER:
        imr_json_integer(j, v->as.integer);
        break;
    case IMR_IS_NUMBER:
        imr_json_number(j, v->as.number);
        break;
    case IMR_IS_RANGE:
        imr_json_char(j, '[');
        imr_json_integer(j, v->as.range[0]);
        imr_json_char(j, ',');
        imr_json_integer(j, v->as.range[1]);
        imr_json_char(j, ']');
        break;
    case IMR_IS_BOOLEAN:
        imr_json_boolean(j, v->as.boolean);
        break;
    case IMR_IS_SPANS:
        write_places(j, v->as.places, v->size);
        break;
    case IMR_IS_RECORD:
        write_record(j, v->as.record);
        break;
    case IMR_IS_LIST:
    case IMR_IS_RECORDS:
        imr_json_char(j, '[');
        for (uint32_t i = 0; i < v->size; i++) {
            if (i > 0)
                imr_json_char(j, ',');
            if (v->kind == IMR_IS_LIST)
                write_value(j, &v->as.list[i]);
            else
                write_record(j, v->as.records[i]);
        }
        imr_json_char(j, ']');
        break;
    }
}

static void write_record(imr_json *j, const imr_record *r)
{
    const imr_level_info *level = &imr_levels[r->level];
    imr_json_char(j, '{');
    for (uint64_t keys = r->given; keys != 0;) {
        if (keys != r->given)
            imr_json_char(j, ',');
        int k = imr_take_key(&keys);
        imr_json_char(j, '"');
        imr_json_raw(j, level->keys[k].name, level->keys[k].name_size);
        imr_json_raw(j, "\":", 2);
        write_value(j, &r->values[k]);
    }
    imr_json_char(j, '}');
}

void imr_json_document(imr_json *j, const imr_document *d)
{
    write_record(j, d->root);
}
