/* imr.h - reads the final determination letters of California's Independent Medical Review.
 *
 * The one public header of the core. Bytes go in, a document comes out:
 *
 *     imr_parser *parser;                                 // once
 *     imr_context *context;                               // one per thread
 *     const imr_document *const *letters;
 *     const char *json;
 *     size_t count, size;
 *     if (imr_parser_new(NULL, NULL, &parser, NULL) == IMR_OK &&
 *         imr_context_new(NULL, &context) == IMR_OK &&
 *         imr_parse(context, parser, bytes, n, NULL, &letters, &count, NULL) == IMR_OK &&
 *         imr_document_json(context, letters[0], &json, &size) == IMR_OK)
 *         fwrite(json, 1, size, stdout);
 *     imr_context_free(context);
 *     imr_parser_release(parser);
 *
 * What the words mean
 *   ownership   A function named _new gives an object that the caller owns and hands to the
 *               function that its description names. Everything inside a document belongs to the
 *               context that parsed it, and lives until that context parses again or is freed.
 *   NULL        Only where a description says so may an argument be NULL.
 *   threads     A parser (with its knowledge and patterns) never changes once made: any number of
 *               threads may use one at the same time. A context belongs to one thread at a time.
 *   errors      Functions that can fail return an imr_status; nothing is printed, nothing aborts.
 *               A letter that is damaged, or no letter at all, is no error: it is a document with
 *               diagnostics.
 *
 * Offsets and lengths are bytes. Text handed in may be anything, text handed out is UTF-8.
 */
#ifndef IMR_H
#define IMR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The version of the core, "MAJOR.MINOR.PATCH"; a constant string. */
const char *imr_version(void);

/* True where PCRE2 compiles patterns to machine code on this machine. */
bool imr_has_jit(void);

typedef enum imr_status {
    IMR_OK = 0,
    IMR_NO_MEMORY,    /* the allocator gave NULL; nothing leaked, the object is still usable */
    IMR_BAD_ARGUMENT, /* misuse; where a function takes an imr_error, that says what */
    IMR_IO            /* a file could not be read; the imr_error says why */
} imr_status;

#define IMR_ERROR_MESSAGE 512
/* What went wrong, in the reader's words. `code` is a constant such as "not-found". */
typedef struct imr_error {
    const char *code;
    char message[IMR_ERROR_MESSAGE];
} imr_error;

/* ---- memory ---------------------------------------------------------------------------------- */

/* The hook for all memory of the core. `realloc` behaves as C's, but also for new_size 0, which
 * frees and returns NULL; old_size is what the block was taken with (0 with a NULL block).
 * It is called from the thread that uses the object it was given to, and from the thread that
 * releases it last: where objects cross threads it must be safe to call from several. */
typedef struct imr_allocator {
    void *(*realloc)(void *user, void *block, size_t old_size, size_t new_size);
    void *user;
} imr_allocator;

/* ---- knowledge ------------------------------------------------------------------------------- */

/* Tables of what is known beside the letter: specialties and their boards, licensing states,
 * prefixes that keep their hyphen. Immutable, counted by reference, built in; an overlay adds
 * entries or replaces entries of the same key. */
typedef struct imr_knowledge imr_knowledge;

/* A value given to an entry's field: `count` strings (a single string is a count of 1).
 * A boolean is "true" or "false", an integer its decimal digits. */
typedef struct imr_field_value {
    const char *field;
    const char *const *values;
    const size_t *lengths;
    size_t count;
} imr_field_value;

/* The knowledge that is built in. Never NULL; needs no release. */
const imr_knowledge *imr_knowledge_builtin(void);

/* An overlay under construction: what `base` knows, plus entries to come. `base` is retained
 * (NULL: the built-in). *out is owned by the caller: imr_knowledge_release. Until it is handed to
 * a parser or another thread, imr_knowledge_add may be called on it; never afterwards. */
imr_status imr_knowledge_new(const imr_allocator *a, const imr_knowledge *base,
                             imr_knowledge **out);

/* Adds or replaces one entry. All strings are copied. IMR_BAD_ARGUMENT with a message such as
 *   specialties["Pain Medicine"].bord: no such key; did you mean "board"?
 * where the table or a field is unknown, a field has the wrong number of values, or a value is
 * malformed; the overlay is then unchanged. `error` may be NULL. */
imr_status imr_knowledge_add(imr_knowledge *overlay, const char *table, const char *key,
                             size_t key_length, const imr_field_value *fields, size_t field_count,
                             imr_error *error);

/* Counting is atomic. The built-in knowledge ignores both. NULL is ignored. */
const imr_knowledge *imr_knowledge_retain(const imr_knowledge *k);
void imr_knowledge_release(const imr_knowledge *k);

/* The names of the tables, NULL-terminated; and of a table's fields with their types ("string",
 * "list", "boolean", "integer"): false where there is no such table or field. */
const char *const *imr_knowledge_tables(void);
bool imr_knowledge_field(const char *table, size_t index, const char **name, const char **type);

/* ---- the parser and its context -------------------------------------------------------------- */

typedef struct imr_parser imr_parser;   /* knowledge and compiled patterns; immutable */
typedef struct imr_context imr_context; /* one thread's scratch memory */

/* A parser. `a` NULL: the C library's memory. `k` NULL: the built-in knowledge; else it is
 * retained, and must not be added to any more. *out is given back with imr_parser_release. */
imr_status imr_parser_new(const imr_allocator *a, const imr_knowledge *k, imr_parser **out,
                          imr_error *error);
/* Counting is atomic. release ignores NULL. */
imr_parser *imr_parser_retain(imr_parser *p);
void imr_parser_release(imr_parser *p);

/* A context; `a` as above; imr_context_free ignores NULL. A context may be used with several
 * parsers, one after the other. */
imr_status imr_context_new(const imr_allocator *a, imr_context **out);
void imr_context_free(imr_context *c);

/* ---- parsing --------------------------------------------------------------------------------- */

typedef struct imr_document imr_document;

#define IMR_MAX_BYTES ((size_t)64 << 20) /* default of max_bytes */
#define IMR_MAX_ISSUES ((size_t)500)     /* default of max_issues */

typedef struct imr_projection imr_projection;

typedef struct imr_options {
    const char *name; /* the document's `source`; NULL: it has none */
    size_t name_size;
    const char *const *fields; /* paths such as "issues.decision"; NULL: all */
    size_t field_count;
    /* The same paths looked up beforehand (schema.h), for many letters; `fields` is then ignored.
     */
    const imr_projection *projection;
    size_t max_bytes;  /* text beyond is not read: diagnostic `too-large`; 0: IMR_MAX_BYTES */
    size_t max_issues; /* per letter: diagnostic `too-many-issues`; 0: IMR_MAX_ISSUES */
    bool all;          /* every letter of the text; else the first */
    bool spans;        /* the key `spans`, as if `fields` named it: where each value was read */
} imr_options;

/* Parses `size` bytes of text into one document, or with `all` into one per letter in it. The
 * first of several letters carries the diagnostic `second-letter` in either case.
 *
 * `options` NULL: the defaults. `bytes` must live as long as the documents are used, and so must
 * the options' strings. *letters is an array of *count documents (one at least), owned by the
 * context until its next parse. IMR_NO_MEMORY, or IMR_BAD_ARGUMENT with a message for an unknown
 * field path; `error` may be NULL. */
imr_status imr_parse(imr_context *c, const imr_parser *p, const char *bytes, size_t size,
                     const imr_options *options, const imr_document *const **letters, size_t *count,
                     imr_error *error);

/* The document as one line of JSON without a line break, keys in the schema's order. The text is
 * owned by the context until its next parse or next JSON. */
imr_status imr_document_json(imr_context *c, const imr_document *d, const char **json,
                             size_t *size);

#endif
