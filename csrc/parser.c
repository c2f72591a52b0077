/* parser.c - what a caller holds, and the way of one letter through the stages. */
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>

#include "fields.h"
#include "issues.h"
#include "json.h"
#include "kind.h"
#include "prose.h"

const char *imr_version(void)
{
    return IMR_VERSION;
}

/* ---- parser and context ---------------------------------------------------------------------- */

struct imr_parser {
    const imr_allocator *allocator;
    imr_allocator own; /* the caller's, copied */
    const imr_knowledge *knowledge;
    imr_patterns *patterns;
    imr_words *words, *terms;
    imr_names *names;
    imr_form_index forms;
    imr_triples cues;
    atomic_size_t references;
};

imr_status imr_parser_new(const imr_allocator *a, const imr_knowledge *k, imr_parser **out,
                          imr_error *error)
{
    *out = NULL;
    if (a == NULL)
        a = &imr_default_allocator;
    imr_parser *p = imr_calloc(a, 1, sizeof *p);
    if (p == NULL)
        return IMR_NO_MEMORY;
    p->own = *a;
    p->allocator = &p->own;
    if (k == NULL)
        k = imr_knowledge_builtin();
    imr_status status = imr_words_new(p->allocator, &p->words);
    if (status == IMR_OK)
        status = imr_terms_new(p->allocator, &p->terms);
    if (status == IMR_OK)
        status = imr_names_new(p->allocator, k, p->terms, &p->names);
    if (status == IMR_OK)
        status = imr_patterns_new(p->allocator, true, &p->patterns, error);
    if (status != IMR_OK) {
        imr_words_free(a, p->words);
        imr_words_free(a, p->terms);
        imr_names_free(a, p->names);
        imr_free(a, p, sizeof *p);
        return status;
    }
    imr_form_index_build(&p->forms);
    p->cues = imr_cue_triples();
    p->knowledge = imr_knowledge_retain(k);
    atomic_init(&p->references, 1);
    *out = p;
    return IMR_OK;
}

imr_parser *imr_parser_retain(imr_parser *p)
{
    atomic_fetch_add_explicit(&p->references, 1, memory_order_relaxed);
    return p;
}

void imr_parser_release(imr_parser *p)
{
    if (p == NULL || atomic_fetch_sub_explicit(&p->references, 1, memory_order_acq_rel) != 1)
        return;
    imr_allocator a = p->own;
    imr_patterns_free(p->patterns);
    imr_words_free(&a, p->words);
    imr_words_free(&a, p->terms);
    imr_names_free(&a, p->names);
    imr_knowledge_release(p->knowledge);
    imr_free(&a, p, sizeof *p);
}

struct imr_context {
    imr_allocator allocator;
    imr_arena arena;
    imr_text_buffers buffers;
    imr_text text;
    imr_matcher *matcher;
    imr_json json;
    imr_memory memory;
    imr_projection all, some;
};

imr_status imr_context_new(const imr_allocator *a, imr_context **out)
{
    *out = NULL;
    if (a == NULL)
        a = &imr_default_allocator;
    imr_context *c = imr_calloc(a, 1, sizeof *c);
    if (c == NULL)
        return IMR_NO_MEMORY;
    c->allocator = *a;
    imr_arena_init(&c->arena, &c->allocator);
    imr_text_init(&c->buffers, &c->allocator);
    imr_json_init(&c->json, &c->allocator);
    imr_projection_all(&c->all);
    if (imr_matcher_new(&c->allocator, &c->matcher) != IMR_OK) {
        imr_free(a, c, sizeof *c);
        return IMR_NO_MEMORY;
    }
    *out = c;
    return IMR_OK;
}

void imr_context_free(imr_context *c)
{
    if (c == NULL)
        return;
    imr_allocator a = c->allocator;
    imr_matcher_free(c->matcher);
    imr_arena_free(&c->arena);
    imr_text_free(&c->buffers);
    imr_json_free(&c->json);
    imr_free(&a, c, sizeof *c);
}

/* ---- parsing --------------------------------------------------------------------------------- */

/* What was done to the text's bytes. Of a file that is no text that says nothing: what it is, and
 * what to do, is said in place of a form. */
static void note_bytes(imr_document *d, const imr_text *t)
{
    if (imr_foreign_kind(t) != NULL)
        return;
    if (t->utf16)
        imr_note_source(d, "encoding-converted", 0, "the text was UTF-16 and is read as such");
    else if (t->converted != SIZE_MAX)
        imr_note_source(d, "encoding-converted", t->converted,
                        "the text is not all UTF-8; its other bytes are read as Windows-1252");
    if (t->control != SIZE_MAX)
        imr_note_source(d, "control-characters", imr_text_of_byte(t, t->control),
                        "control characters were left out");
}

/* What holds for the text as a whole is said in its first letter. */
static void note_text(imr_document *d, const imr_text *t, const imr_letter *letters, uint32_t count,
                      bool too_large, size_t limit)
{
    note_bytes(d, t);
    if (count > 1)
        imr_notef(d, "second-letter", letters[1].span.at,
                  "a further letter begins here; the text has %u letters", (unsigned)count);
    if (too_large) {
        char *message = imr_arena_take(d->arena, 96);
        if (message == NULL)
            d->no_memory = true;
        else
            snprintf(message, 96,
                     "the text is longer than the limit of %zu bytes; the rest is left out", limit);
        imr_note_source(d, "too-large", limit, message);
    }
}

static void set_source(imr_document *d, const imr_options *o, uint32_t index)
{
    if (o->name == NULL || o->name_size == 0)
        return;
    if (index == 0) {
        imr_set_string(d->root, IMR_document_source, o->name, o->name_size, (imr_span){0});
        return;
    }
    size_t cap = o->name_size + 16;
    char *name = imr_arena_take(d->arena, cap);
    if (name == NULL) {
        d->no_memory = true;
        return;
    }
    memcpy(name, o->name, o->name_size);
    int more = snprintf(name + o->name_size, 16, "#%u", (unsigned)(index + 1));
    imr_set_string(d->root, IMR_document_source, name, o->name_size + (size_t)more, (imr_span){0});
}

/* The citations of either side's statement. */
static void parse_citations(const imr_stage *s, const imr_node *node, imr_record *issue, int side)
{
    const imr_node *nodes = s->doc->projection->nodes, *guideline = &nodes[node->child[side]];
    if (imr_wanted(node, side) && imr_wanted(guideline, IMR_guideline_citations))
        imr_field_citations(s, imr_inside(issue, side),
                            &nodes[guideline->child[IMR_guideline_citations]]);
}

/* The fields of each issue, a kind of field after the other: what reads one is hardly in a cache
 * beside what reads the next, and a letter has several issues. A stage whose values nobody wants is
 * left out, but for those that may have something to diagnose: diagnostics are the same whatever is
 * wanted. */
static void parse_issues(const imr_stage *s)
{
    const imr_projection *p = s->doc->projection;
    const imr_node *node = &p->nodes[p->nodes[0].child[IMR_document_issues]];
    const imr_value *issues = &s->doc->root->values[IMR_document_issues];
    for (uint32_t i = 0; i < issues->size; i++) /* amounts of modified ones may disagree */
        if (imr_wanted(node, IMR_issue_request) ||
            imr_has(issues->as.records[i], IMR_issue_modification))
            imr_field_request(s, issues->as.records[i]);
    for (uint32_t i = 0; i < issues->size; i++) {
        parse_citations(s, node, issues->as.records[i], IMR_issue_administrator_guideline);
        parse_citations(s, node, issues->as.records[i], IMR_issue_reviewer_guideline);
    }
    if (imr_wanted(node, IMR_issue_conclusion) || imr_wanted(node, IMR_issue_consistent))
        for (uint32_t i = 0; i < issues->size; i++)
            imr_field_conclusion(s, issues->as.records[i]);
}

static void parse_letter(imr_context *c, const imr_parser *p, const imr_options *o,
                         const imr_letter *letter, imr_document *d)
{
    imr_outline outline;
    imr_outline_letter(d, letter, &outline);
    imr_stage stage = {
        .doc = d,
        .outline = &outline,
        .knowledge = p->knowledge,
        .patterns = p->patterns,
        .words = p->words,
        .terms = p->terms,
        .names = p->names,
        .matcher = c->matcher,
        .memory = &c->memory,
        .max_issues = o->max_issues ? o->max_issues : IMR_MAX_ISSUES,
    };
    for (int table = 0; table < IMR_TABLES; table++)
        stage.seconds[table] = imr_knowledge_seconds(p->knowledge, (imr_table)table);
    if (outline.form != NULL) {
        imr_issues(&stage);
        imr_prose_start(&stage);
        imr_find_cues(&stage, &p->cues);
        imr_outline_values(d, &outline);
        imr_field_case(&stage);
        const imr_node *root = &d->projection->nodes[0];
        if (imr_wanted(root, IMR_document_reviewer))
            imr_field_reviewer(&stage);
        if (imr_wanted(root, IMR_document_worker))
            imr_field_worker(&stage);
        imr_field_injury(&stage);
        if (imr_wanted(root, IMR_document_diagnoses))
            imr_field_diagnoses(&stage);
        imr_field_ur(&stage);
        if (imr_wanted(root, IMR_document_documents))
            imr_field_documents(&stage);
        parse_issues(&stage);
    }
    if (imr_matcher_limited(c->matcher))
        imr_note(d, "pattern-limit", d->letter.at,
                 "a pattern took too long on this text and was given up; a value may be missing");
}

static imr_status project(imr_context *c, const imr_options *o, const imr_projection **out,
                          imr_error *error)
{
    *out = o->projection ? o->projection : &c->all;
    if (o->projection != NULL || o->fields == NULL)
        return IMR_OK;
    imr_projection_none(&c->some);
    for (size_t i = 0; i < o->field_count; i++) {
        imr_status status = imr_projection_add(&c->some, o->fields[i], strlen(o->fields[i]), error);
        if (status != IMR_OK)
            return status;
    }
    *out = &c->some;
    return IMR_OK;
}

imr_status imr_parse(imr_context *c, const imr_parser *p, const char *bytes, size_t size,
                     const imr_options *options, const imr_document *const **letters, size_t *count,
                     imr_error *error)
{
    imr_options defaults = {0};
    const imr_options *o = options ? options : &defaults;
    const imr_projection *projection;
    imr_status status = project(c, o, &projection, error);
    if (status != IMR_OK)
        return status;
    /* All keys are wanted where nobody names any, but for this one. */
    bool named = projection != &c->all && imr_wanted(&projection->nodes[0], IMR_document_spans);
    size_t limit = o->max_bytes ? o->max_bytes : IMR_MAX_BYTES;
    if (limit > IMR_TEXT_MAX)
        limit = IMR_TEXT_MAX;
    bool too_large = size > limit;

    imr_arena_reset(&c->arena);
    imr_text_shrink(&c->buffers);
    status = imr_text_clean(&c->buffers, p->knowledge, bytes, too_large ? limit : size, &c->text);
    if (status != IMR_OK)
        return status;
    uint32_t found = 0;
    imr_letter *found_letters = imr_letters(&c->arena, &c->text, &p->forms, &found);
    uint32_t wanted = o->all ? found : 1;
    imr_document **list = found_letters ? imr_arena_take(&c->arena, wanted * sizeof *list) : NULL;
    if (list == NULL)
        return IMR_NO_MEMORY;
    imr_position position = {0};
    for (uint32_t i = 0; i < wanted; i++) {
        imr_document *d = imr_arena_take(&c->arena, sizeof *d);
        if (d == NULL)
            return IMR_NO_MEMORY;
        list[i] = d;
        imr_document_start(d, &c->arena, &c->text, found_letters[i].span, &position);
        if (d->root == NULL)
            return IMR_NO_MEMORY;
        d->projection = projection;
        d->spans = o->spans || named;
        set_source(d, o, i);
        if (i == 0)
            note_text(d, &c->text, found_letters, found, too_large, limit);
        parse_letter(c, p, o, &found_letters[i], d);
        imr_document_finish(d);
        imr_document_spans(d);
        if (d->no_memory || imr_matcher_refused(c->matcher))
            return IMR_NO_MEMORY;
    }
    *letters = (const imr_document *const *)list;
    *count = wanted;
    return IMR_OK;
}

imr_status imr_document_json(imr_context *c, const imr_document *d, const char **json, size_t *size)
{
    c->json.size = 0;
    imr_json_document(&c->json, d);
    if (c->json.no_memory) {
        c->json.no_memory = false;
        return IMR_NO_MEMORY;
    }
    *json = c->json.bytes;
    *size = c->json.size;
    return IMR_OK;
}
