/* json.h - writes JSON, and documents as JSON. */
#ifndef IMR_JSON_H
#define IMR_JSON_H

#include "document.h"

/* A growing text. When memory runs short it stays as it is and `no_memory` is set. */
typedef struct imr_json {
    const imr_allocator *allocator;
    char *bytes;
    size_t size, cap;
    bool no_memory;
} imr_json;

void imr_json_init(imr_json *j, const imr_allocator *a);
void imr_json_free(imr_json *j);

void imr_json_raw(imr_json *j, const char *s, size_t size);
void imr_json_char(imr_json *j, char c);
/* A string in quotes. Bytes that are not UTF-8 become U+FFFD. */
void imr_json_string(imr_json *j, const char *s, size_t size);
void imr_json_integer(imr_json *j, int64_t n);
/* A number as %.14g, the shortest that reads back the same where that needs more digits; null
 * where it is not finite. */
void imr_json_number(imr_json *j, double n);
void imr_json_boolean(imr_json *j, bool b);

/* The document in the schema's order, as far as its projection wants it. */
void imr_json_document(imr_json *j, const imr_document *d);

#endif
