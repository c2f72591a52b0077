/* Every pattern matches its example and not its counter-example, and gives the same with machine
 * code and without, over all letters. */
#include "pattern.h"

#include "check.h"
#include "letters.h"

/* Machine code reads a text 16 bytes at a time. What stands behind the text has no say in a match,
 * but memory checkers want it to be known. */
enum { BEHIND = 64 };

typedef struct engine {
    imr_patterns *patterns;
    imr_matcher *matcher;
} engine;

static engine make_engine(bool jit)
{
    engine e;
    imr_error error;
    if (imr_patterns_new(&imr_default_allocator, jit, &e.patterns, &error) != IMR_OK) {
        printf("    %s\n", error.message);
        exit(1);
    }
    if (imr_matcher_new(&imr_default_allocator, &e.matcher) != IMR_OK)
        abort();
    return e;
}

static void free_engine(engine *e)
{
    imr_matcher_free(e->matcher);
    imr_patterns_free(e->patterns);
}

static bool matches(const engine *e, int id, const char *text, imr_match *out)
{
    imr_text t = {.clean = text, .low = text, .size = (uint32_t)strlen(text)};
    return imr_match_in(e->matcher, e->patterns, (imr_pattern)id, &t, (imr_span){0, t.size}, out);
}

static void examples_match(const engine *e)
{
    for (int id = 0; id < IMR_PATTERN_COUNT; id++) {
        const imr_pattern_info *info = &imr_pattern_infos[id];
        imr_match m;
        CHECK(strlen(info->name) > 0);
        if (!CHECK(matches(e, id, info->example, &m)))
            printf("    %s: %s\n", info->name, info->example);
        CHECK(m.whole.end > m.whole.at && m.whole.end <= strlen(info->example));
        if (!CHECK(!matches(e, id, info->counter, &m)))
            printf("    %s: %s\n", info->name, info->counter);
        CHECK(!matches(e, id, "", &m));
        for (int g = 0; g < IMR_GROUPS; g++)
            CHECK(m.group[g].at == 0 && m.group[g].end == 0);
        CHECK(!imr_matcher_limited(e->matcher));
    }
}

/* All matches of a pattern in a text, one after the other, are the same for both. */
static bool same_matches(const engine *a, const engine *b, int id, const imr_text *t)
{
    imr_span rest = {0, t->size};
    for (;;) {
        imr_match x, y;
        bool found = imr_match_in(a->matcher, a->patterns, (imr_pattern)id, t, rest, &x);
        if (imr_match_in(b->matcher, b->patterns, (imr_pattern)id, t, rest, &y) != found ||
            memcmp(&x, &y, sizeof x) != 0)
            return false;
        if (!found)
            return true;
        if (x.whole.at < rest.at || x.whole.end > rest.end)
            return false;
        for (int g = 1; g < IMR_GROUPS; g++)
            if (x.group[g].end < x.group[g].at || x.group[g].end > rest.end)
                return false;
        rest.at = x.whole.end > rest.at ? x.whole.end : rest.at + 1;
    }
}

static void letters_give_the_same(const engine *a, const engine *b)
{
    letters all = letters_read();
    size_t met[IMR_PATTERN_COUNT] = {0};
    for (size_t i = 0; i < all.count; i += check_quickly() ? 12 : 1) {
        imr_text_buffers buffers;
        imr_text t;
        imr_text_init(&buffers, &imr_default_allocator);
        if (imr_text_clean(&buffers, imr_knowledge_builtin(), all.list[i].text, all.list[i].size,
                           &t) != IMR_OK)
            abort();
        char *text = calloc(t.size + BEHIND, 1);
        if (text == NULL)
            abort();
        memcpy(text, t.clean, t.size);
        t.clean = t.low = text;
        for (int id = 0; id < IMR_PATTERN_COUNT; id++) {
            imr_match m;
            if (!CHECK(same_matches(a, b, id, &t)))
                printf("    %s in %s\n", imr_pattern_infos[id].name, all.list[i].name);
            met[id] += imr_match_in(a->matcher, a->patterns, (imr_pattern)id, &t,
                                    (imr_span){0, t.size}, &m);
        }
        free(text);
        imr_text_free(&buffers);
    }
    /* Had no pattern a match, this would have compared nothing. */
    size_t used = 0;
    for (int id = 0; id < IMR_PATTERN_COUNT; id++)
        used += met[id] > 0;
    CHECK(check_quickly() ? used > 0 : used * 3 > IMR_PATTERN_COUNT);
    letters_free(&all);
    CHECK(!imr_matcher_limited(a->matcher) && !imr_matcher_limited(b->matcher));
}

/* The examples in the middle of others: only the span is searched, and what stands before it may be
 * looked at. */
static void spans_are_kept(const engine *a, const engine *b)
{
    for (int id = 0; id < IMR_PATTERN_COUNT; id++) {
        const imr_pattern_info *info = &imr_pattern_infos[id];
        char text[2000] = {0};
        int n =
            snprintf(text, sizeof text, "%s. %s %s", info->example, info->counter, info->example);
        imr_text t = {.clean = text, .low = text, .size = (uint32_t)n};
        imr_match m;
        uint32_t first = (uint32_t)strlen(info->example), counter = (uint32_t)strlen(info->counter);
        CHECK(same_matches(a, b, id, &t));
        imr_span middle = {first + 2, first + 2 + counter};
        CHECK(!imr_match_in(a->matcher, a->patterns, (imr_pattern)id, &t, middle, &m));
        CHECK(!imr_match_in(b->matcher, b->patterns, (imr_pattern)id, &t, middle, &m));
        imr_span end = {middle.end + 1, t.size};
        CHECK(imr_match_in(a->matcher, a->patterns, (imr_pattern)id, &t, end, &m));
        CHECK(m.whole.at >= end.at && m.whole.end <= end.end);
        CHECK(!imr_match_in(a->matcher, a->patterns, (imr_pattern)id, &t, (imr_span){5, 4}, &m));
        CHECK(!imr_match_in(a->matcher, a->patterns, (imr_pattern)id, &t, (imr_span){5, 5}, &m));
    }
}

/* Texts on which a careless pattern would take for ever: long runs of what patterns repeat. */
static void takes_its_time_nowhere(const engine *a, const engine *b)
{
    static const char *const runs[] = {" ",
                                       "a",
                                       "A ",
                                       ", ",
                                       "and ",
                                       ".",
                                       "#",
                                       "1",
                                       "the ",
                                       "is board certified in ",
                                       "licensed to practice in ",
                                       "has a subspecialty in ",
                                       "the original request, ",
                                       "was the original request ",
                                       "the claims administrator ",
                                       "authorized by the ",
                                       "state of "};
    enum { SIZE = 20000, SHORT = 2000 };
    size_t size = check_quickly() ? SHORT : SIZE;
    char *text = calloc(SIZE + BEHIND, 1);
    if (text == NULL)
        abort();
    for (size_t r = 0; r < sizeof runs / sizeof *runs; r++) {
        size_t n = strlen(runs[r]), used = 0;
        for (; used + n <= size; used += n)
            memcpy(text + used, runs[r], n);
        memset(text + used, 0, SIZE + BEHIND - used);
        imr_text t = {.clean = text, .low = text, .size = (uint32_t)used};
        for (int id = 0; id < IMR_PATTERN_COUNT; id++) {
            imr_match x, y;
            bool found = imr_match_in(a->matcher, a->patterns, (imr_pattern)id, &t,
                                      (imr_span){0, t.size}, &x);
            bool same = imr_match_in(b->matcher, b->patterns, (imr_pattern)id, &t,
                                     (imr_span){0, t.size}, &y) == found &&
                        memcmp(&x, &y, sizeof x) == 0;
            bool limited = imr_matcher_limited(a->matcher) || imr_matcher_limited(b->matcher);
            if (!CHECK(same && !limited))
                printf("    %s of \"%s\"\n", imr_pattern_infos[id].name, runs[r]);
        }
    }
    free(text);
}

static bool make_patterns(const imr_allocator *a, void *user)
{
    (void)user;
    imr_patterns *p;
    imr_matcher *m = NULL;
    bool enough = imr_patterns_new(a, false, &p, NULL) == IMR_OK;
    if (enough) {
        enough = imr_matcher_new(a, &m) == IMR_OK;
        imr_matcher_free(m);
    }
    imr_patterns_free(p);
    return enough;
}

int main(void)
{
    engine jit = make_engine(true), plain = make_engine(false);
    examples_match(&jit);
    examples_match(&plain);
    spans_are_kept(&jit, &plain);
    letters_give_the_same(&jit, &plain);
    takes_its_time_nowhere(&jit, &plain);
    free_engine(&jit);
    free_engine(&plain);
    CHECK(check_every_failure(make_patterns, NULL) > IMR_PATTERN_COUNT);
    imr_patterns_free(NULL);
    imr_matcher_free(NULL);
    return check_result();
}
