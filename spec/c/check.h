/* check.h - what the C tests stand on: CHECK, and an allocator that counts and fails on purpose.
 *
 *     int main(void)
 *     {
 *         CHECK(1 + 1 == 2);
 *         return check_result();
 *     }
 */
#ifndef CHECK_H
#define CHECK_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "imr.h"

static int check_passed, check_failed;

static inline bool check_that(bool holds, const char *file, int line, const char *what)
{
    if (holds) {
        check_passed++;
    } else {
        check_failed++;
        printf("FAILED %s:%d: %s\n", file, line, what);
    }
    return holds;
}

/* Under valgrind, which takes fifty times as long: IMR_QUICK=1 asks for some of each kind. */
static inline bool check_quickly(void)
{
    return getenv("IMR_QUICK") != NULL;
}

#define CHECK(condition) check_that((condition), __FILE__, __LINE__, #condition)

/* Two strings are equal; NULL equals NULL only. */
#define CHECK_TEXT(got, want) check_text((got), (want), __FILE__, __LINE__, #got)

static inline bool check_text(const char *got, const char *want, const char *file, int line,
                              const char *what)
{
    bool same = got == want || (got != NULL && want != NULL && strcmp(got, want) == 0);
    if (!check_that(same, file, line, what))
        printf("    is   %s\n    want %s\n", got ? got : "NULL", want ? want : "NULL");
    return same;
}

/* The last line of a test, and the program's exit status. */
static inline int check_result(void)
{
    printf("%d passed, %d failed\n", check_passed, check_failed);
    return check_failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* An allocator that counts what is taken, checks the sizes that blocks are given back with, and
 * answers the request number `fail_at` (1 is the first; 0: none), and all after it, with NULL. */
typedef struct check_memory {
    size_t requests; /* for memory; giving back is none */
    size_t fail_at;
    size_t blocks, bytes; /* taken and not given back */
    size_t wrong_sizes;
} check_memory;

static inline void *check_realloc(void *user, void *block, size_t old_size, size_t new_size)
{
    check_memory *m = user;
    size_t *head = block != NULL ? (size_t *)((char *)block - 2 * sizeof(size_t)) : NULL;
    if (head != NULL && head[0] != old_size)
        m->wrong_sizes++;
    if (new_size == 0) {
        if (head != NULL) {
            m->blocks--;
            m->bytes -= head[0];
            free(head);
        }
        return NULL;
    }
    m->requests++;
    if (m->fail_at != 0 && m->requests >= m->fail_at)
        return NULL;
    size_t *grown = malloc(new_size + 2 * sizeof(size_t));
    if (grown == NULL)
        abort();
    grown[0] = new_size;
    /* What a caller reads without having written it should not be zero by luck. */
    memset(grown + 2, 0xA5, new_size);
    if (head != NULL) {
        memcpy(grown + 2, block, old_size < new_size ? old_size : new_size);
        m->bytes -= head[0];
        free(head);
    } else {
        m->blocks++;
    }
    m->bytes += new_size;
    return grown + 2;
}

static inline imr_allocator check_allocator(check_memory *m)
{
    return (imr_allocator){check_realloc, m};
}

/* What an allocator of this kind has counted. */
static inline check_memory *check_counts(const imr_allocator *a)
{
    return a->user;
}

static inline void check_fail_at(const imr_allocator *a, size_t request)
{
    check_counts(a)->fail_at = request;
}

/* Runs `body(allocator, user)`, which says whether it had memory enough, with the first request
 * failing, then the second, and thinner later on, until none fails; after every run nothing may be
 * held. Returns the number of runs. */
static inline size_t check_every_failure(bool (*body)(const imr_allocator *a, void *user),
                                         void *user)
{
    /* Every one of the first, then one in so many: a parser takes thousands. */
    for (size_t n = 1; n < 100000; n += 1 + n / 16) {
        check_memory m = {.fail_at = n};
        imr_allocator a = check_allocator(&m);
        bool enough = body(&a, user);
        if (m.blocks != 0 || m.bytes != 0 || m.wrong_sizes != 0)
            printf("    with request %zu failing: %zu blocks, %zu bytes held, %zu wrong sizes\n", n,
                   m.blocks, m.bytes, m.wrong_sizes);
        CHECK(m.blocks == 0 && m.bytes == 0 && m.wrong_sizes == 0);
        /* A request that failed may not pass for success, nor success for a failure. */
        CHECK(enough == (m.requests < n));
        if (m.requests < n)
            return n;
    }
    check_that(false, __FILE__, __LINE__, "the failures come to an end");
    return 0;
}

#endif
