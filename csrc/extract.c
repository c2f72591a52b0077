#include "extract.h"

#include <string.h>

#include "alloc.h"
#include "reader_error.h"
#include "text.h"

/* How many files may be in the queue for each program that may run. */
#define AHEAD 8

typedef enum state { WAITING, RUNNING, DONE } state;

typedef struct entry {
    char *path;
    size_t path_size; /* with its NUL */
    state state;
    imr_bytes bytes; /* of the file, then its text */
    imr_pdf *pdf;
    imr_status status;
    imr_error error;
} entry;

struct imr_extractor {
    imr_allocator allocator;
    size_t processes;
    imr_pdf_limits limits;
    entry *entries; /* a ring */
    size_t capacity, front, count;
    imr_bytes taken; /* the text that was given last */
};

imr_status imr_extractor_new(const imr_allocator *a, size_t processes, const imr_pdf_limits *limits,
                             imr_extractor **out)
{
    if (a == NULL)
        a = &imr_default_allocator;
    *out = NULL;
    if (processes < 1 || processes > IMR_PDF_JOBS)
        return IMR_BAD_ARGUMENT;
    imr_extractor *e = imr_calloc(a, 1, sizeof *e);
    if (e == NULL)
        return IMR_NO_MEMORY;
    e->allocator = *a;
    e->processes = processes;
    if (limits != NULL)
        e->limits = *limits;
    if (e->limits.max_bytes == 0)
        e->limits.max_bytes = IMR_MAX_BYTES;
    e->capacity = processes * AHEAD;
    e->entries = imr_calloc(a, e->capacity, sizeof *e->entries);
    if (e->entries == NULL) {
        imr_free(a, e, sizeof *e);
        return IMR_NO_MEMORY;
    }
    *out = e;
    return IMR_OK;
}

static entry *nth(const imr_extractor *e, size_t n)
{
    return &e->entries[(e->front + n) % e->capacity];
}

static void clear(imr_extractor *e, entry *f)
{
    imr_pdf_free(f->pdf);
    imr_bytes_free(&e->allocator, &f->bytes);
    imr_free(&e->allocator, f->path, f->path_size);
    memset(f, 0, sizeof *f);
}

void imr_extractor_free(imr_extractor *e)
{
    if (e == NULL)
        return;
    imr_allocator a = e->allocator;
    for (size_t i = 0; i < e->count; i++)
        clear(e, nth(e, i));
    imr_bytes_free(&a, &e->taken);
    imr_free(&a, e->entries, e->capacity * sizeof *e->entries);
    imr_free(&a, e, sizeof *e);
}

bool imr_extractor_full(const imr_extractor *e)
{
    return e->count == e->capacity;
}

bool imr_extractor_empty(const imr_extractor *e)
{
    return e->count == 0;
}

imr_status imr_extractor_add(imr_extractor *e, const char *path, imr_error *error)
{
    if (imr_extractor_full(e))
        return IMR_BAD_ARGUMENT;
    size_t size = strlen(path) + 1;
    char *copy = imr_alloc(&e->allocator, size);
    if (copy == NULL)
        return imr_reader_no_memory(error, path);
    memcpy(copy, path, size);
    *nth(e, e->count) = (entry){.path = copy, .path_size = size, .bytes = IMR_BYTES_NONE};
    e->count++;
    return IMR_OK;
}

/* ---- text files --------------------------------------------------------------------------------
 */

static bool is_utf8(const imr_bytes *b)
{
    size_t n;
    for (size_t i = 0; i < b->size; i += n) {
        n = imr_utf8_length(b->data + i, b->size - i);
        if (n == 0)
            return false;
    }
    return true;
}

/* Bytes that are no UTF-8 are Windows-1252, as everywhere. Of what a cleaner leaves out the one
 * printable character is the non-breaking blank. */
static size_t from_mixed(const imr_bytes *b, char *out)
{
    size_t used = 0, n;
    for (size_t i = 0; i < b->size; i += n) {
        n = imr_utf8_length(b->data + i, b->size - i);
        if (n != 0) {
            memcpy(out + used, b->data + i, n);
            used += n;
            continue;
        }
        n = 1;
        imr_cleaner one = imr_cleaner_of(b->data + i, 1);
        uint32_t size = imr_clean_line(&one, out + used);
        if (size == 0)
            out[used] = ' ';
        used += size != 0 ? size : 1;
    }
    return used;
}

/* Makes the text UTF-8, whatever it was in. */
static bool to_utf8(imr_extractor *e, imr_bytes *b)
{
    bool big_endian;
    size_t mark, consumed;
    bool utf16 = imr_is_utf16(b->data, b->size, &big_endian, &mark);
    if (!utf16 && is_utf8(b))
        return true;
    imr_bytes other = IMR_BYTES_NONE;
    other.capacity = 3 * b->size + 3;
    other.data = imr_alloc(&e->allocator, other.capacity);
    if (other.data == NULL)
        return false;
    other.size = utf16 ? imr_from_utf16(b->data + mark, b->size - mark, big_endian, other.data,
                                        SIZE_MAX, &consumed)
                       : from_mixed(b, other.data);
    imr_bytes_free(&e->allocator, b);
    *b = other;
    return true;
}

/* ---- working -----------------------------------------------------------------------------------
 */

static void finish(entry *f, imr_status status)
{
    f->state = DONE;
    f->status = status;
}

/* Reads the file; a text is done with that. */
static void begin(imr_extractor *e, entry *f)
{
    bool pdf;
    size_t most = e->limits.max_bytes;
    imr_status status = imr_read_letter(&e->allocator, f->path, most, &f->bytes, &pdf, &f->error);
    if (status == IMR_OK && pdf) {
        status = imr_pdf_start(&e->allocator, f->path, f->bytes.data, f->bytes.size, &e->limits,
                               &f->pdf, &f->error);
        if (status == IMR_OK) {
            f->state = RUNNING;
            return;
        }
    } else if (status == IMR_OK && f->bytes.truncated) {
        status = imr_reader_refuse(&f->error, "too-large", f->path, "is too large for a letter");
    } else if (status == IMR_OK && !to_utf8(e, &f->bytes)) {
        status = imr_reader_no_memory(&f->error, f->path);
    }
    finish(f, status);
}

static void end(imr_extractor *e, entry *f)
{
    imr_bytes text;
    imr_status status = imr_pdf_result(f->pdf, &text, &f->error);
    imr_pdf_free(f->pdf);
    f->pdf = NULL;
    imr_bytes_free(&e->allocator, &f->bytes);
    f->bytes = text;
    finish(f, status);
}

/* Starts what waits, as far as programs may run; those that run are listed. */
static size_t begin_more(imr_extractor *e, imr_pdf **jobs)
{
    size_t running = 0;
    for (size_t i = 0; i < e->count && running < e->processes; i++) {
        entry *f = nth(e, i);
        if (f->state == WAITING)
            begin(e, f);
        if (f->state == RUNNING)
            jobs[running++] = f->pdf;
    }
    return running;
}

bool imr_extractor_work(imr_extractor *e)
{
    imr_pdf *jobs[IMR_PDF_JOBS];
    for (;;) {
        size_t running = begin_more(e, jobs);
        if (e->count == 0 || nth(e, 0)->state == DONE)
            return e->count != 0;
        bool uninterrupted = imr_pdf_wait(jobs, running);
        for (size_t i = 0; i < e->count; i++) {
            entry *f = nth(e, i);
            if (f->state == RUNNING && imr_pdf_done(f->pdf))
                end(e, f);
        }
        if (!uninterrupted)
            return false;
    }
}

imr_status imr_extractor_take(imr_extractor *e, const char **text, size_t *size, imr_error *error)
{
    entry *f = nth(e, 0);
    if (e->count == 0 || f->state != DONE)
        return IMR_BAD_ARGUMENT;
    imr_status status = f->status;
    imr_bytes_free(&e->allocator, &e->taken);
    if (status == IMR_OK) {
        e->taken = f->bytes;
        f->bytes = IMR_BYTES_NONE;
        *text = e->taken.size != 0 ? e->taken.data : "";
        *size = e->taken.size;
    } else if (error != NULL) {
        *error = f->error;
    }
    clear(e, f);
    e->front = (e->front + 1) % e->capacity;
    e->count--;
    return status;
}
