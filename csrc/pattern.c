#define PCRE2_CODE_UNIT_WIDTH 8
#include "pattern.h"

#include <pcre2.h>
#include <stdio.h>
#include <string.h>

const imr_pattern_info imr_pattern_infos[IMR_PATTERN_COUNT] = {
#define IMR_PATTERN(id, regex, example, counter) {#id, regex, example, counter},
#include "patterns.def"
};

/* The hook as PCRE2 holds it: it also remembers that there was a time without memory.
 *
 * PCRE2's compiler to machine code follows a null pointer where memory ends in the middle of a
 * repeated group (10.42). While it works there is a reserve, from which it is served once the hook
 * has refused; what it makes then is thrown away. The most that a pattern of ours takes is 190 KB.
 */
typedef struct pcre2_hook {
    const imr_allocator *allocator;
    bool refused;
    char *reserve; /* NULL where nobody needs one */
    size_t used;   /* of the reserve */
} pcre2_hook;

#define JIT_RESERVE ((size_t)512 << 10)

struct imr_patterns {
    const imr_allocator *allocator;
    pcre2_hook hook;
    pcre2_general_context *memory;
    pcre2_code *codes[IMR_PATTERN_COUNT];
    bool jit[IMR_PATTERN_COUNT]; /* has it machine code? */
};

struct imr_matcher {
    const imr_allocator *allocator;
    pcre2_hook hook;
    pcre2_general_context *memory;
    pcre2_match_data *data;
    pcre2_match_context *context;
    pcre2_jit_stack *stack;
    bool limited;
};

/* PCRE2 frees blocks without telling their size, the hook wants to know it: it stands in front. */
typedef union sized_block {
    size_t size;
    max_align_t align;
} sized_block;

static void *take_reserve(pcre2_hook *hook, size_t size)
{
    size_t unit = sizeof(sized_block);
    if (hook->reserve == NULL || size > JIT_RESERVE - hook->used)
        return NULL;
    void *p = hook->reserve + hook->used;
    size_t rounded = (size + unit - 1) / unit * unit;
    hook->used = rounded < JIT_RESERVE - hook->used ? hook->used + rounded : JIT_RESERVE;
    return p;
}

static bool of_reserve(const pcre2_hook *hook, const void *p)
{
    uintptr_t from = (uintptr_t)hook->reserve, at = (uintptr_t)p;
    return hook->reserve != NULL && at >= from && at - from < JIT_RESERVE;
}

static void *pcre2_take(size_t size, void *user)
{
    pcre2_hook *hook = user;
    sized_block *b = imr_alloc(hook->allocator, sizeof *b + size);
    if (b == NULL) {
        hook->refused = true;
        return take_reserve(hook, size);
    }
    b->size = size;
    return b + 1;
}

static void pcre2_give(void *p, void *user)
{
    pcre2_hook *hook = user;
    if (p == NULL || of_reserve(hook, p))
        return;
    sized_block *b = (sized_block *)p - 1;
    imr_free(hook->allocator, b, sizeof *b + b->size);
}

bool imr_has_jit(void)
{
    uint32_t jit = 0;
    return pcre2_config(PCRE2_CONFIG_JIT, &jit) >= 0 && jit == 1;
}

static imr_status compile(imr_patterns *p, int id, bool jit, imr_error *error)
{
    int code;
    PCRE2_SIZE at;
    pcre2_compile_context *c = pcre2_compile_context_create(p->memory);
    if (c == NULL)
        return IMR_NO_MEMORY;
    const char *regex = imr_pattern_infos[id].regex;
    p->codes[id] =
        pcre2_compile((PCRE2_SPTR)regex, PCRE2_ZERO_TERMINATED,
                      PCRE2_UTF | PCRE2_CASELESS | PCRE2_DOTALL | PCRE2_EXTENDED, &code, &at, c);
    pcre2_compile_context_free(c);
    if (p->codes[id] == NULL) {
        if (code == PCRE2_ERROR_HEAP_FAILED)
            return IMR_NO_MEMORY;
        if (error != NULL) {
            PCRE2_UCHAR why[128];
            pcre2_get_error_message(code, why, sizeof why);
            error->code = "bad-pattern";
            snprintf(error->message, sizeof error->message, "pattern %s: %s at %zu of %s",
                     imr_pattern_infos[id].name, (const char *)why, (size_t)at, regex);
        }
        return IMR_BAD_ARGUMENT;
    }
    /* Without machine code (none on this processor, no executable memory) the interpreter runs. */
    p->jit[id] = jit && pcre2_jit_compile(p->codes[id], PCRE2_JIT_COMPLETE) == 0;
    return p->hook.refused ? IMR_NO_MEMORY : IMR_OK;
}

static void drop_reserve(imr_patterns *p)
{
    imr_free(p->allocator, p->hook.reserve, JIT_RESERVE);
    p->hook.reserve = NULL;
}

imr_status imr_patterns_new(const imr_allocator *a, bool jit, imr_patterns **out, imr_error *error)
{
    *out = NULL;
    imr_patterns *p = imr_calloc(a, 1, sizeof *p);
    if (p == NULL)
        return IMR_NO_MEMORY;
    p->allocator = a;
    p->hook.allocator = a;
    p->memory = pcre2_general_context_create(pcre2_take, pcre2_give, &p->hook);
    if (jit)
        p->hook.reserve = imr_alloc(a, JIT_RESERVE);
    imr_status status = p->memory && (!jit || p->hook.reserve) ? IMR_OK : IMR_NO_MEMORY;
    for (int id = 0; id < IMR_PATTERN_COUNT && status == IMR_OK; id++)
        status = compile(p, id, jit, error);
    if (status != IMR_OK) {
        imr_patterns_free(p);
        return status;
    }
    drop_reserve(p);
    *out = p;
    return IMR_OK;
}

void imr_patterns_free(imr_patterns *p)
{
    if (p == NULL)
        return;
    for (int id = 0; id < IMR_PATTERN_COUNT; id++)
        pcre2_code_free(p->codes[id]);
    pcre2_general_context_free(p->memory);
    drop_reserve(p);
    imr_free(p->allocator, p, sizeof *p);
}

imr_status imr_matcher_new(const imr_allocator *a, imr_matcher **out)
{
    *out = NULL;
    imr_matcher *m = imr_calloc(a, 1, sizeof *m);
    if (m == NULL)
        return IMR_NO_MEMORY;
    m->allocator = a;
    m->hook.allocator = a;
    if ((m->memory = pcre2_general_context_create(pcre2_take, pcre2_give, &m->hook)) == NULL ||
        (m->data = pcre2_match_data_create(IMR_GROUPS, m->memory)) == NULL ||
        (m->context = pcre2_match_context_create(m->memory)) == NULL ||
        ((m->stack = pcre2_jit_stack_create((size_t)32 << 10, IMR_JIT_STACK_MAX, m->memory)) ==
             NULL &&
         m->hook.refused)) {
        imr_matcher_free(m);
        return IMR_NO_MEMORY;
    }
    pcre2_set_match_limit(m->context, IMR_MATCH_LIMIT);
    pcre2_set_depth_limit(m->context, IMR_DEPTH_LIMIT);
    pcre2_set_heap_limit(m->context, IMR_HEAP_LIMIT_KIB);
    /* NULL where PCRE2 has no machine code here. */
    if (m->stack != NULL)
        pcre2_jit_stack_assign(m->context, NULL, m->stack);
    *out = m;
    return IMR_OK;
}

void imr_matcher_free(imr_matcher *m)
{
    if (m == NULL)
        return;
    pcre2_jit_stack_free(m->stack);
    pcre2_match_context_free(m->context);
    pcre2_match_data_free(m->data);
    pcre2_general_context_free(m->memory);
    imr_free(m->allocator, m, sizeof *m);
}

bool imr_matcher_limited(imr_matcher *m)
{
    bool limited = m->limited;
    m->limited = false;
    return limited;
}

bool imr_matcher_refused(imr_matcher *m)
{
    bool refused = m->hook.refused;
    m->hook.refused = false;
    return refused;
}

bool imr_match_in(imr_matcher *m, const imr_patterns *p, imr_pattern id, const imr_text *t,
                  imr_span within, imr_match *out)
{
    *out = (imr_match){0};
    if (within.at > within.end)
        return false;
    /* The arguments are known to be good: the machine code is called directly. */
    PCRE2_SPTR text = (PCRE2_SPTR)t->clean;
    int n = p->jit[id] ? pcre2_jit_match(p->codes[id], text, within.end, within.at,
                                         PCRE2_NO_UTF_CHECK, m->data, m->context)
                       : pcre2_match(p->codes[id], text, within.end, within.at, PCRE2_NO_UTF_CHECK,
                                     m->data, m->context);
    if (n < 0) {
        m->limited |= n != PCRE2_ERROR_NOMATCH && !m->hook.refused;
        return false;
    }
    const PCRE2_SIZE *v = pcre2_get_ovector_pointer(m->data);
    uint32_t groups = n == 0 ? IMR_GROUPS : (uint32_t)n;
    out->whole = (imr_span){(uint32_t)v[0], (uint32_t)v[1]};
    for (uint32_t g = 1; g < groups; g++)
        if (v[2 * g] != PCRE2_UNSET)
            out->group[g] = (imr_span){(uint32_t)v[2 * g], (uint32_t)v[2 * g + 1]};
    return true;
}
