/* Parses any bytes, and checks what must hold for all of them: the core neither breaks nor leaks,
 * not even where memory runs out; it always gives a document; its values lie where their spans say;
 * its JSON is one line of UTF-8; and the same bytes give the same document again.
 *
 * The first two bytes of an input choose the options, so that the rest can be a letter as it is.
 */
#include "imr.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../c/spans.h"

#define REQUIRE(condition)                                                                         \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #condition);         \
            abort();                                                                               \
        }                                                                                          \
    } while (0)

typedef struct {
    size_t held;  /* bytes taken and not given back */
    size_t until; /* allocations until memory is short; SIZE_MAX: never */
} budget;

static void *limited_realloc(void *user, void *block, size_t old_size, size_t new_size)
{
    budget *b = user;
    if (new_size == 0) {
        free(block);
        b->held -= old_size;
        return NULL;
    }
    if (b->until == 0)
        return NULL;
    if (b->until != SIZE_MAX)
        b->until--;
    void *p = realloc(block, new_size);
    if (p != NULL)
        b->held += new_size - (block == NULL ? 0 : old_size);
    return p;
}

/* The length of the well-formed UTF-8 character at s, or 0. */
static size_t utf8_character(const unsigned char *s, size_t left)
{
    static const struct {
        unsigned char first, last, second_from, second_to;
        size_t size;
    } rows[] = {
        {0x20, 0x7f, 0, 0, 1},       {0xc2, 0xdf, 0x80, 0xbf, 2}, {0xe0, 0xe0, 0xa0, 0xbf, 3},
        {0xe1, 0xec, 0x80, 0xbf, 3}, {0xed, 0xed, 0x80, 0x9f, 3}, {0xee, 0xef, 0x80, 0xbf, 3},
        {0xf0, 0xf0, 0x90, 0xbf, 4}, {0xf1, 0xf3, 0x80, 0xbf, 4}, {0xf4, 0xf4, 0x80, 0x8f, 4}};
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        if (s[0] < rows[r].first || s[0] > rows[r].last)
            continue;
        if (rows[r].size > left)
            return 0;
        for (size_t i = 1; i < rows[r].size; i++) {
            unsigned char from = i == 1 ? rows[r].second_from : 0x80;
            unsigned char to = i == 1 ? rows[r].second_to : 0xbf;
            if (s[i] < from || s[i] > to)
                return 0;
        }
        return rows[r].size;
    }
    return 0; /* a control character, which JSON escapes, or no UTF-8 */
}

static void check_json(const char *json, size_t size)
{
    REQUIRE(size >= 2 && json[0] == '{' && json[size - 1] == '}');
    for (size_t i = 0; i < size;) {
        size_t step = utf8_character((const unsigned char *)json + i, size - i);
        REQUIRE(step != 0);
        i += step;
    }
}

/* All letters' JSON, one a line; NULL where memory ran out. */
static char *parsed(imr_context *c, const imr_parser *p, const char *bytes, size_t size,
                    const imr_options *options, size_t *out_size)
{
    const imr_document *const *letters;
    size_t count;
    imr_error error;
    imr_status status = imr_parse(c, p, bytes, size, options, &letters, &count, &error);
    if (status == IMR_NO_MEMORY)
        return NULL;
    REQUIRE(status == IMR_OK);
    REQUIRE(count >= 1 && (options->all || count == 1));
    char *all = NULL;
    size_t used = 0;
    for (size_t i = 0; i < count; i++) {
        const char *json;
        size_t n;
        status = imr_document_json(c, letters[i], &json, &n);
        if (status == IMR_NO_MEMORY) {
            free(all);
            return NULL;
        }
        REQUIRE(status == IMR_OK);
        check_json(json, n);
        REQUIRE(spans_hold(letters[i]));
        char *grown = realloc(all, used + n + 1);
        REQUIRE(grown != NULL);
        all = grown;
        memcpy(all + used, json, n);
        all[used + n] = '\n';
        used += n + 1;
    }
    *out_size = used;
    return all;
}

static imr_options choose(unsigned char choice)
{
    static const char *const some[] = {"case.number", "issues.decision", "issues.rationale"};
    imr_options o = {
        .all = (choice & 1) != 0, .spans = (choice & 64) == 0, .name = "letter", .name_size = 6};
    if (choice & 2) {
        o.fields = some;
        o.field_count = 1 + (choice >> 4) % 3;
    }
    if (choice & 4)
        o.max_issues = 2;
    if (choice & 8)
        o.max_bytes = 1000;
    return o;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const imr_parser *parser;
    if (parser == NULL) {
        imr_parser *made;
        REQUIRE(imr_parser_new(NULL, NULL, &made, NULL) == IMR_OK);
        parser = made;
    }
    if (size < 2)
        return 0;
    imr_options options = choose(data[0]);
    /* A copy of its own size, so that ASan sees a read past the text's end. */
    size_t text_size = size - 2;
    char *text = malloc(text_size == 0 ? 1 : text_size);
    REQUIRE(text != NULL);
    memcpy(text, data + 2, text_size);

    budget b = {.until = SIZE_MAX};
    imr_allocator allocator = {limited_realloc, &b};
    imr_context *context;
    REQUIRE(imr_context_new(&allocator, &context) == IMR_OK);
    size_t once_size = 0, again_size = 0;
    char *once = parsed(context, parser, text, text_size, &options, &once_size);
    REQUIRE(once != NULL);

    /* Memory that runs out somewhere must leave the context fit for use. */
    b.until = data[1];
    free(parsed(context, parser, text, text_size, &options, &again_size));
    b.until = SIZE_MAX;
    char *again = parsed(context, parser, text, text_size, &options, &again_size);
    REQUIRE(again != NULL && again_size == once_size && memcmp(once, again, once_size) == 0);

    imr_context_free(context);
    REQUIRE(b.held == 0);
    free(once);
    free(again);
    free(text);
    return 0;
}
