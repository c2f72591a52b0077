/* document.h - the parsed letter: records of values in one arena.
 *
 * A record has one value per key of its level in schema.def. Values are pieces of the clean text
 * or constants, with the span they were read from; nothing is copied until a table or a line of
 * JSON is made of them.
 *
 * When memory runs short the document remembers it (`no_memory`) and takes nothing more in; the
 * stages need not check, imr_parse does at the end.
 */
#ifndef IMR_DOCUMENT_H
#define IMR_DOCUMENT_H

#include <string.h>

#include "knowledge.h"
#include "schema.h"
#include "text.h"

typedef enum imr_kind {
    IMR_ABSENT,
    IMR_IS_STRING,
    IMR_IS_CONSTANT, /* a string that lasts as long as the program */
    IMR_IS_INTEGER,
    IMR_IS_NUMBER, /* that is not integral */
    IMR_IS_BOOLEAN,
    IMR_IS_LIST,    /* of values */
    IMR_IS_RANGE,   /* a pair of integers: an element of a list */
    IMR_IS_RECORD,  /* one */
    IMR_IS_RECORDS, /* a list of them; may be empty */
    IMR_IS_SPANS    /* where the values were read */
} imr_kind;

typedef struct imr_record imr_record;

/* Where the value at `path` was read: ranges of the source. */
typedef struct imr_place {
    const char *path; /* "issues[1].request.drug" */
    uint32_t path_size, count;
    const imr_range *ranges;
} imr_place;

typedef struct imr_value {
    imr_kind kind;
    uint32_t size; /* bytes of a string, elements of a list, places */
    union {
        const char *string;
        int64_t integer;
        double number;
        int32_t range[2];
        bool boolean;
        struct imr_value *list;
        imr_record *record;
        imr_record **records;
        const imr_place *places; /* sorted by path, bytewise */
    } as;
    imr_span span; /* the clean text that it was read from; empty where there is none */
} imr_value;

/* Further evidence of a value of a record, or of an element of a list there; the last noted comes
 * first. */
typedef struct imr_evidence {
    const struct imr_evidence *next;
    int key;
    uint32_t element;
    imr_span span;
} imr_evidence;

struct imr_record {
    imr_level level;
    uint64_t set;             /* a bit per key that is there */
    uint64_t given;           /* that is there and wanted; known when the document is finished */
    const imr_evidence *more; /* only where spans are wanted */
    imr_value values[];
};

/* A diagnostic, before its place in the source is known. */
typedef struct imr_finding {
    const char *code;
    const char *message;
    size_t source; /* where the trouble is; SIZE_MAX: at clean offset `at` */
    uint32_t at;
} imr_finding;

struct imr_document {
    imr_arena *arena;
    const imr_text *text;
    const imr_projection *projection; /* what of it is to be given out */
    imr_span letter;                  /* the piece of the text that is this letter */
    imr_record *root;
    imr_position *position; /* where the letters' diagnostics were counted to */
    imr_finding *findings;
    uint32_t finding_count, finding_cap;
    bool spans; /* are the values' places wanted? */
    bool no_memory;
};

/* An empty document. Its root is NULL where memory is short. */
void imr_document_start(imr_document *d, imr_arena *arena, const imr_text *text, imr_span letter,
                        imr_position *position);

/* The record at a RECORD key, made where there is none; NULL where memory is short, or `r` is. */
imr_record *imr_open(imr_document *d, imr_record *r, int key);
/* A new record at the end of a RECORDS key. */
imr_record *imr_append(imr_document *d, imr_record *r, int key);
/* The record at a RECORD key, NULL where there is none. */
static inline imr_record *imr_inside(const imr_record *r, int key)
{
    return r != NULL && r->values[key].kind == IMR_IS_RECORD ? r->values[key].as.record : NULL;
}

/* The value at a key, which becomes one of the kind: what the setters begin with. */
static inline imr_value *imr_set_kind(imr_record *r, int key, imr_kind kind)
{
    imr_value *v = &r->values[key];
    v->kind = kind;
    r->set |= (uint64_t)1 << key;
    return v;
}

/* Setters. All ignore a NULL record. A string setter ignores an empty string: a key is absent
 * where the letter does not say it. A constant lasts as long as the program, and its bytes do not
 * change: it is known again by its address. */
void imr_set_span(imr_document *d, imr_record *r, int key, imr_span span); /* text of the letter */
static inline void imr_set_text(imr_record *r, int key, imr_kind kind, const char *s, size_t size,
                                imr_span evidence)
{
    if (r == NULL || size == 0)
        return;
    imr_value *v = imr_set_kind(r, key, kind);
    v->as.string = s;
    v->size = (uint32_t)size;
    v->span = evidence;
}
static inline void imr_set_string(imr_record *r, int key, const char *s, size_t size,
                                  imr_span evidence)
{
    imr_set_text(r, key, IMR_IS_STRING, s, size, evidence);
}
static inline void imr_set_constant(imr_record *r, int key, const char *s, imr_span evidence)
{
    imr_set_text(r, key, IMR_IS_CONSTANT, s, strlen(s), evidence);
}
/* A text of an entry's: a constant where the entry is built in. */
static inline void imr_set_known(imr_record *r, int key, const imr_entry *e, const char *s,
                                 size_t size, imr_span evidence)
{
    imr_set_text(r, key, imr_entry_is_built_in(e) ? IMR_IS_CONSTANT : IMR_IS_STRING, s, size,
                 evidence);
}
void imr_set_integer(imr_record *r, int key, int64_t n, imr_span evidence);
void imr_set_number(imr_record *r, int key, double n, imr_span evidence);
void imr_set_boolean(imr_record *r, int key, bool b, imr_span evidence);
/* Appends to a STRINGS key; add_unique leaves out what the list has already, and so does add_known,
 * of a text of an entry's. */
void imr_add_string(imr_document *d, imr_record *r, int key, const char *s, size_t size,
                    imr_span evidence);
void imr_add_unique(imr_document *d, imr_record *r, int key, const char *s, size_t size,
                    imr_span evidence);
void imr_add_known(imr_document *d, imr_record *r, int key, const imr_entry *e, const char *s,
                   size_t size, imr_span evidence);

/* Takes a value back. */
void imr_unset(imr_record *r, int key);

/* Appends to a RANGES key. */
void imr_add_range(imr_document *d, imr_record *r, int key, int32_t first, int32_t last,
                   imr_span evidence);

/* Notes that the value at `key`, or the last element of the list there, has evidence beside its
 * own span. */
void imr_also(imr_document *d, imr_record *r, int key, imr_span evidence);

static inline bool imr_has(const imr_record *r, int key)
{
    return r != NULL && r->values[key].kind != IMR_ABSENT;
}

/* The first key of the set, taken out of it; the set is not empty. */
static inline int imr_take_key(uint64_t *keys)
{
    int key = 0;
#if defined(__GNUC__)
    key = __builtin_ctzll(*keys);
#else
    while (!(*keys >> key & 1))
        key++;
#endif
    *keys &= *keys - 1;
    return key;
}

/* How many keys are in the set. */
static inline int imr_count_keys(uint64_t keys)
{
    /* Of pairs of bits, of fours, of bytes: no branch, which every record would take otherwise. */
    keys -= keys >> 1 & UINT64_C(0x5555555555555555);
    keys = (keys & UINT64_C(0x3333333333333333)) + (keys >> 2 & UINT64_C(0x3333333333333333));
    keys = (keys + (keys >> 4)) & UINT64_C(0x0F0F0F0F0F0F0F0F);
    return (int)(keys * UINT64_C(0x0101010101010101) >> 56);
}

/* No letter needs more diagnostics; what is noted beyond is left out. */
#define IMR_DIAGNOSTICS 1000

/* Notes a diagnostic. `message` and `code` are constants, or live in the arena. */
void imr_note(imr_document *d, const char *code, uint32_t at, const char *message);
void imr_note_source(imr_document *d, const char *code, size_t source, const char *message);
/* The same with a message made by printf's rules, cut at 200 bytes. */
#if defined(__GNUC__)
__attribute__((format(printf, 4, 5)))
#endif
void imr_notef(imr_document *d, const char *code, uint32_t at, const char *format, ...);

/* The findings become the document's diagnostics, in order of their places; records in which
 * nothing was set go. */
void imr_document_finish(imr_document *d);

/* spans.c: sets `spans`, of a finished document: the places of the values that it gives. */
void imr_document_spans(imr_document *d);

/* ---- spans ----------------------------------------------------------------------------------- */

static inline bool imr_empty(imr_span s)
{
    return s.at >= s.end;
}

/* Without the blanks at either end. */
imr_span imr_trim(const imr_text *t, imr_span s);

/* The first occurrence of `needle` that lies wholly in the span; UINT32_MAX where there is none. */
uint32_t imr_find(const imr_text *t, imr_span s, const char *needle, size_t size);
/* The first, letter case ignored; `needle` is in lower case. */
uint32_t imr_find_any_case(const imr_text *t, imr_span s, const char *needle, size_t size);
/* Does the text at `at` go on with `word` (in lower case), letter case ignored? */
static inline bool imr_reads(const imr_text *t, uint32_t at, uint32_t end, const char *word)
{
    if (at >= end || t->low[at] != *word) /* most words are told by their first letter */
        return *word == '\0';
    size_t size = strlen(word);
    return end - at >= size && memcmp(t->low + at, word, size) == 0;
}

/* Is the span this word (in lower case), letter case ignored? */
static inline bool imr_is(const imr_text *t, imr_span s, const char *word)
{
    return !imr_empty(s) && t->low[s.at] == *word && strlen(word) == s.end - s.at &&
           memcmp(t->low + s.at, word, s.end - s.at) == 0;
}

/* The same with the words of an array: does the text go on with any; is the span one of them? */
static inline bool imr_reads_any(const imr_text *t, uint32_t at, uint32_t end,
                                 const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (imr_reads(t, at, end, words[i]))
            return true;
    return false;
}

static inline bool imr_is_any(const imr_text *t, imr_span s, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (imr_is(t, s, words[i]))
            return true;
    return false;
}

#define IMR_READS_ANY(t, at, end, words)                                                           \
    imr_reads_any(t, at, end, words, sizeof(words) / sizeof *(words))
#define IMR_IS_ANY(t, s, words) imr_is_any(t, s, words, sizeof(words) / sizeof *(words))

#define IMR_NOWHERE UINT32_MAX

#endif
