/* The public interface on all letters: what a caller is promised of documents, memory and threads.
 */
#include "imr.h"

#include <pthread.h>

#include "check.h"
#include "letters.h"
#include "spans.h"

static letters all;

static imr_parser *make_parser(void)
{
    imr_parser *p;
    if (imr_parser_new(NULL, NULL, &p, NULL) != IMR_OK)
        abort();
    return p;
}

static imr_context *make_context(const imr_allocator *a)
{
    imr_context *c;
    if (imr_context_new(a, &c) != IMR_OK)
        abort();
    return c;
}

/* The JSON of all letters in a text, a line each, appended to *out (which may be NULL: nothing is
 * kept). What the core says of memory, if it says that it is short. */
static imr_status parse_to_json(imr_context *c, const imr_parser *p, const letter *l, char **out,
                                size_t *used)
{
    imr_options o = {.name = l->name, .name_size = strlen(l->name), .all = true, .spans = true};
    const imr_document *const *documents;
    size_t count;
    imr_status status = imr_parse(c, p, l->text, l->size, &o, &documents, &count, NULL);
    for (size_t i = 0; status == IMR_OK && i < count; i++) {
        const char *json;
        size_t size;
        status = imr_document_json(c, documents[i], &json, &size);
        if (status != IMR_OK || out == NULL)
            continue;
        *out = realloc(*out, *used + size + 2);
        if (*out == NULL)
            abort();
        memcpy(*out + *used, json, size);
        *used += size;
        (*out)[(*used)++] = '\n';
        (*out)[*used] = '\0';
    }
    return status;
}

static char *json_of(imr_context *c, const imr_parser *p, const letter *l)
{
    char *json = NULL;
    size_t used = 0;
    CHECK(parse_to_json(c, p, l, &json, &used) == IMR_OK);
    return json;
}

/* ---- documents ------------------------------------------------------------------------------- */

static void spans_lie_in_the_letter(const imr_parser *p)
{
    imr_context *c = make_context(NULL);
    for (size_t i = 0; i < all.count; i++) {
        imr_options o = {.all = true, .spans = true};
        const imr_document *const *documents;
        size_t count = 0;
        CHECK(imr_parse(c, p, all.list[i].text, all.list[i].size, &o, &documents, &count, NULL) ==
              IMR_OK);
        CHECK(count >= 1);
        for (size_t d = 0; d < count; d++)
            if (!CHECK(spans_hold(documents[d])))
                printf("    in %s\n", all.list[i].name);
    }
    imr_context_free(c);
}

/* What letters are made of, in no order: every part may be missing, come twice or stand in another.
 */
static const char *const pieces[] = {
    "HOW THE IMR FINAL DETERMINATION WAS MADE\n",
    "CLINICAL CASE SUMMARY\n",
    "IMR ISSUES, DECISIONS AND RATIONALES\n",
    "The expert reviewer developed the following clinical case summary:\n",
    "The Final Determination was based on decisions for the disputed items/services below:\n",
    "The expert reviewer is Board Certified in Pain Medicine, has a subspecialty in",
    " and is licensed to practice in Ohio.\n",
    "State(s) of Licensure: Texas, \n",
    "Certification(s)/Specialty: Neurology and ",
    "Case Number: CM16-0212345\n",
    "Date of Injury: 02/30/2016\n",
    "Priority: Standard Application\n",
    "10/14/2016\n",
    "Claims Administrator guideline: ",
    "MAXIMUS guideline: ",
    "Decision rationale: ",
    "\nClaims Administrator\nguideline:\n",
    "\n\nDecision rationale:\n\n",
    "Cane: Upheld\n",
    ": Overturned",
    "\nUpheld\n",
    "Norco #60 was the original request. ",
    "Norco #25 was authorized by the Claims Administrator. ",
    "The remaining IMR eligible portion of the original request, ",
    "leaving the original request IMR eligible. ",
    "is not medically necessary.\n",
    "The Expert Reviewer did not cite any medical evidence for its decision.\n",
    "Decision based on MTUS Knee Complaints 2004",
    "did not base their decision on the MTUS. ",
    "Final Determination: UPHOLD.\n",
    "Page 2 of 5\n\f",
    "\n\n\n\n",
    "radicul-\nopathy ",
    "a",
    " ",
    ".",
    ":",
    "\xE9",
    "\xC3\xA0\n",
    "\x01",
};

static uint32_t next_random(uint32_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

static void spans_lie_in_what_is_no_letter(const imr_parser *p)
{
    enum { TEXTS = 3000, MOST = 40, PIECE_MAX = 100 };
    uint32_t state = 20161128;
    imr_context *c = NULL;
    bool good = true;
    for (int n = 0; n < TEXTS && good; n++) {
        if (n % 16 == 0) { /* a new one, which has no memory yet */
            imr_context_free(c);
            c = make_context(NULL);
        }
        char text[MOST * PIECE_MAX];
        size_t size = 0, count = 0;
        for (uint32_t left = next_random(&state) % MOST; left > 0; left--) {
            const char *piece = pieces[next_random(&state) % (sizeof pieces / sizeof *pieces)];
            memcpy(text + size, piece, strlen(piece));
            size += strlen(piece);
        }
        letter l = letter_of("pieces", text, size);
        imr_options o = {.all = n % 2 == 0, .spans = n % 4 < 2};
        const imr_document *const *documents;
        good = imr_parse(c, p, l.text, l.size, &o, &documents, &count, NULL) == IMR_OK;
        for (size_t d = 0; d < count && good; d++)
            good = spans_hold(documents[d]);
        if (!good)
            printf("    of the text %d:\n%.*s\n", n, (int)size, text);
        free(l.text);
    }
    CHECK(good);
    imr_context_free(c);
}

/* A context has no memory before its first text, and needs hardly any for some texts. */
static void first_texts_may_be_anything(const imr_parser *p)
{
    static const char *const texts[] = {
        "",         " ",        "\n",   "\r\n\f\n", "\xEF\xBB\xBF",
        "\xFF\xFE", "\xC2\xAD", "\x01", "a",        "Page 2 of 5\n"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        letter l = letter_of("first", texts[i], strlen(texts[i]));
        imr_context *c = make_context(NULL);
        char *json = json_of(c, p, &l);
        CHECK(json != NULL && strstr(json, "\"unknown\"") != NULL);
        free(json);
        imr_context_free(c);
        free(l.text);
    }
}

static const char *string_at(const imr_record *r, int key)
{
    const imr_value *v = &r->values[key];
    return v->kind == IMR_IS_STRING || v->kind == IMR_IS_CONSTANT ? v->as.string : NULL;
}

static void options_are_followed(const imr_parser *p)
{
    static const char text[] =
        "CLINICAL CASE SUMMARY\nAn ankle hurts.\nIMR ISSUES, DECISIONS AND RATIONALES\n"
        "Cane: Upheld\nClaims Administrator guideline: None.\nMAXIMUS guideline: None.\n"
        "Decision rationale: It is not needed.\nBrace: Overturned\nClaims Administrator "
        "guideline: None.\nMAXIMUS guideline: None.\nDecision rationale: It is needed.\n";
    size_t size = sizeof text - 1, count;
    imr_context *c = make_context(NULL);
    const imr_document *const *documents;
    imr_error error = {0};

    CHECK(imr_parse(c, p, text, size, NULL, &documents, &count, NULL) == IMR_OK && count == 1);
    const imr_record *root = documents[0]->root;
    CHECK(string_at(root, IMR_document_source) == NULL);
    CHECK(root->values[IMR_document_issues].size == 2);

    imr_options named = {.name = "a\0b", .name_size = 3};
    CHECK(imr_parse(c, p, text, size, &named, &documents, &count, &error) == IMR_OK);
    const imr_value *source = &documents[0]->root->values[IMR_document_source];
    CHECK(source->size == 3 && memcmp(source->as.string, "a\0b", 3) == 0);

    imr_options few = {.max_issues = 1, .max_bytes = size};
    CHECK(imr_parse(c, p, text, size, &few, &documents, &count, &error) == IMR_OK);
    CHECK(documents[0]->root->values[IMR_document_issues].size == 1);

    imr_options little = {.max_bytes = 30};
    CHECK(imr_parse(c, p, text, size, &little, &documents, &count, &error) == IMR_OK);
    CHECK(documents[0]->text->source_size == 30);

    static const char *const fields[] = {"summary", "issues.decision"};
    imr_options some = {.fields = fields, .field_count = 2};
    const char *json;
    size_t json_size;
    CHECK(imr_parse(c, p, text, size, &some, &documents, &count, &error) == IMR_OK);
    CHECK(imr_document_json(c, documents[0], &json, &json_size) == IMR_OK);
    static const char start[] =
        "{\"template\":\"final-determination\",\"summary\":\"An ankle hurts.\","
        "\"issues\":[{\"decision\":\"upheld\"},{\"decision\":"
        "\"overturned\"}],\"diagnostics\":[";
    CHECK(json_size > sizeof start && memcmp(json, start, sizeof start - 1) == 0);

    static const char *const wrong[] = {"summary", "issues.desicion"};
    imr_options unknown = {.fields = wrong, .field_count = 2};
    CHECK(imr_parse(c, p, text, size, &unknown, &documents, &count, &error) == IMR_BAD_ARGUMENT);
    CHECK_TEXT(error.code, "unknown-field");
    CHECK(strstr(error.message, "issues.decision") != NULL);
    CHECK(imr_parse(c, p, text, size, &unknown, &documents, &count, NULL) == IMR_BAD_ARGUMENT);

    CHECK(imr_parse(c, p, "", 0, NULL, &documents, &count, NULL) == IMR_OK && count == 1);
    CHECK_TEXT(string_at(documents[0]->root, IMR_document_template), "unknown");
    imr_context_free(c);
    imr_context_free(NULL);
    imr_parser_release(NULL);
}

static void parsers_are_counted(void)
{
    check_memory m = {0};
    imr_allocator a = check_allocator(&m);
    imr_parser *p;
    imr_context *c = make_context(NULL);
    CHECK(imr_parser_new(&a, imr_knowledge_builtin(), &p, NULL) == IMR_OK);
    CHECK(imr_parser_retain(p) == p);
    imr_parser_release(p);
    CHECK(m.blocks > 0);
    char *json = json_of(c, p, &all.list[0]);
    CHECK(json != NULL && json[0] == '{');
    free(json);
    imr_parser_release(p);
    CHECK(m.blocks == 0 && m.bytes == 0 && m.wrong_sizes == 0);
    imr_context_free(c);
    CHECK(strspn(imr_version(), "0123456789.") == strlen(imr_version()));
}

/* ---- memory ---------------------------------------------------------------------------------- */

static bool make_and_release(const imr_allocator *a, void *user)
{
    imr_parser *p;
    (void)user;
    bool enough = imr_parser_new(a, NULL, &p, NULL) == IMR_OK;
    imr_parser_release(p);
    return enough;
}

typedef struct job {
    const imr_parser *parser;
    const letter *letter;
} job;

static bool parse_and_free(const imr_allocator *a, void *user)
{
    const job *j = user;
    imr_context *c;
    if (imr_context_new(a, &c) != IMR_OK)
        return false;
    bool enough = parse_to_json(c, j->parser, j->letter, NULL, NULL) == IMR_OK;
    imr_context_free(c);
    return enough;
}

/* Where the n-th request fails, for all n, the context still serves: the next parse of the same
 * letter says what it should. */
static void contexts_survive(const imr_parser *p, const letter *l, const char *want)
{
    size_t failures = 0;
    for (size_t n = 1;; n++) {
        check_memory m = {0};
        imr_allocator a = check_allocator(&m);
        imr_context *c = make_context(&a);
        m.fail_at = m.requests + n;
        imr_status status = parse_to_json(c, p, l, NULL, NULL);
        bool failed = m.requests >= m.fail_at;
        CHECK(status == (failed ? IMR_NO_MEMORY : IMR_OK));
        m.fail_at = 0;
        char *json = json_of(c, p, l);
        CHECK_TEXT(json, want);
        free(json);
        imr_context_free(c);
        CHECK(m.blocks == 0 && m.bytes == 0 && m.wrong_sizes == 0);
        if (!failed)
            break;
        failures = n;
    }
    CHECK(failures > 2);
}

/* A letter with so many issues and diagnostics that every list grows; in UTF-16, so that it is
 * converted as well. */
static letter crowded(void)
{
    enum { ISSUES = 150, EACH = 128 };
    char *text = malloc(ISSUES * EACH), *wide = malloc((size_t)2 * ISSUES * EACH + 2);
    if (text == NULL || wide == NULL)
        abort();
    size_t size = 0;
    size += (size_t)sprintf(text, "IMR ISSUES, DECISIONS AND RATIONALES\n");
    for (int i = 0; i < ISSUES; i++)
        size += (size_t)sprintf(text + size,
                                "\nCane %d: Upheld\n\nClaims Administrator guideline: None.\n\n"
                                "Decision rationale: No.\n",
                                i);
    wide[0] = '\xFF';
    wide[1] = '\xFE';
    for (size_t i = 0; i < size; i++) {
        wide[2 * i + 2] = text[i];
        wide[2 * i + 3] = '\0';
    }
    letter l = letter_of("crowded", wide, 2 * size + 2);
    free(text);
    free(wide);
    return l;
}

static void memory_may_run_out(const imr_parser *p)
{
    CHECK(check_every_failure(make_and_release, NULL) > 10);
    letter crowd = crowded();
    imr_context *c = make_context(NULL);
    for (size_t i = 6; i < all.count; i += 12) {
        const letter *l = &all.list[i];
        job j = {p, l};
        CHECK(check_every_failure(parse_and_free, &j) > 5);
        char *want = json_of(c, p, l);
        contexts_survive(p, l, want);
        free(want);
    }
    job j = {p, &crowd};
    CHECK(check_every_failure(parse_and_free, &j) > 10);
    char *want = json_of(c, p, &crowd);
    contexts_survive(p, &crowd, want);
    free(want);
    imr_context_free(c);
    free(crowd.text);
}

/* One context for all letters and a giant takes no more than one letter needs. */
static void contexts_give_back(const imr_parser *p)
{
    check_memory m = {0};
    imr_allocator a = check_allocator(&m);
    imr_context *c = make_context(&a);
    for (size_t i = 0; i < all.count; i++)
        CHECK(parse_to_json(c, p, &all.list[i], NULL, NULL) == IMR_OK);
    size_t usual = m.bytes, requests = m.requests;
    for (size_t i = 0; i < all.count; i++)
        CHECK(parse_to_json(c, p, &all.list[i], NULL, NULL) == IMR_OK);
    CHECK(m.bytes == usual && m.requests == requests);

    enum { TIMES = 1000 };
    size_t size = all.list[0].size;
    char *text = malloc(TIMES * size);
    if (text == NULL)
        abort();
    for (size_t i = 0; i < TIMES; i++)
        memcpy(text + i * size, all.list[0].text, size);
    letter giant = letter_of("giant", text, TIMES * size);
    free(text);
    imr_options o = {.all = true};
    const imr_document *const *documents;
    size_t count;
    CHECK(imr_parse(c, p, giant.text, giant.size, &o, &documents, &count, NULL) == IMR_OK);
    CHECK(count == TIMES);
    CHECK(m.bytes > giant.size && giant.size > 2 * IMR_ARENA_KEEP);
    CHECK(parse_to_json(c, p, &all.list[0], NULL, NULL) == IMR_OK);
    CHECK(m.bytes < usual + 2 * IMR_ARENA_KEEP);
    free(giant.text);
    imr_context_free(c);
    CHECK(m.blocks == 0 && m.bytes == 0 && m.wrong_sizes == 0);
}

/* ---- threads --------------------------------------------------------------------------------- */

enum { THREADS = 2, ROUNDS = 4 };

typedef struct worker {
    const imr_parser *parser;
    char *const *want;
    size_t different;
    size_t from; /* where among the letters it begins */
} worker;

static void *work(void *user)
{
    worker *w = user;
    imr_context *c;
    if (imr_context_new(NULL, &c) != IMR_OK)
        abort();
    for (size_t n = 0; n < ROUNDS * all.count; n++) {
        size_t i = (w->from + n) % all.count;
        char *json = NULL;
        size_t used = 0;
        w->different += parse_to_json(c, w->parser, &all.list[i], &json, &used) != IMR_OK ||
                        strcmp(json, w->want[i]) != 0;
        free(json);
    }
    imr_context_free(c);
    return NULL;
}

static void threads_share_a_parser(imr_parser *p)
{
    char **want = calloc(all.count, sizeof *want);
    if (want == NULL)
        abort();
    imr_context *c = make_context(NULL);
    for (size_t i = 0; i < all.count; i++)
        want[i] = json_of(c, p, &all.list[i]);
    imr_context_free(c);
    pthread_t threads[THREADS];
    worker workers[THREADS];
    for (size_t t = 0; t < THREADS; t++) {
        workers[t] = (worker){imr_parser_retain(p), want, 0, t * all.count / THREADS};
        if (pthread_create(&threads[t], NULL, work, &workers[t]) != 0)
            abort();
    }
    for (size_t t = 0; t < THREADS; t++) {
        pthread_join(threads[t], NULL);
        CHECK(workers[t].different == 0);
        imr_parser_release(p);
    }
    for (size_t i = 0; i < all.count; i++)
        free(want[i]);
    free(want);
}

int main(void)
{
    all = letters_read();
    imr_parser *p = make_parser();
    spans_lie_in_the_letter(p);
    spans_lie_in_what_is_no_letter(p);
    first_texts_may_be_anything(p);
    options_are_followed(p);
    parsers_are_counted();
    memory_may_run_out(p);
    contexts_give_back(p);
    threads_share_a_parser(p);
    imr_parser_release(p);
    letters_free(&all);
    return check_result();
}
