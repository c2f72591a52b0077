#include "words.h"

#include "alloc.h"
#include "request.h"

#define IMR_WORDS(id, ...) static const char *const list_##id[] = {__VA_ARGS__};
#include "words.def"

const imr_words_info imr_words_infos[IMR_WORD_LISTS] = {
#define IMR_WORDS(id, ...) {#id, list_##id, sizeof list_##id / sizeof *list_##id},
#include "words.def"
};

#define IMR_WORDS(id, ...) static const char *const term_##id[] = {__VA_ARGS__};
#include "terms.def"

const imr_words_info imr_term_infos[IMR_TERMS - IMR_TERM_KINDS - 1] = {
#define IMR_WORDS(id, ...) {#id, term_##id, sizeof term_##id / sizeof *term_##id},
#include "terms.def"
};

typedef struct word_kinds {
    const char *word;
    uint32_t kinds;
} word_kinds;

static const word_kinds request_words[] = {
/* clang-format off */
#define THERAPY IMR_W_THERAPY
#define MAYBE IMR_W_MAYBE
#define VISIT IMR_W_VISIT
#define DEVICE IMR_W_DEVICE
#define TOPICAL IMR_W_TOPICAL
#define FORM IMR_W_FORM
#define SALT IMR_W_SALT
#define LEAD IMR_W_LEAD
#define JOIN IMR_W_JOIN
#define WITH IMR_W_WITH
#define LABORATORY IMR_W_LABORATORY
#define UNIT IMR_W_UNIT
#define MANY IMR_W_MANY
#define QUANTITY IMR_W_QUANTITY
#define REFILL IMR_W_REFILL
#define CONTAINER IMR_W_CONTAINER
#define COUNTED IMR_W_COUNTED
#define VOLUME IMR_W_VOLUME
#define INJECTION IMR_W_INJECTION
#define WEEK IMR_W_WEEK
#define MONTH IMR_W_MONTH
#define OFTEN IMR_W_OFTEN
#define TIMES IMR_W_TIMES
#define SIDE IMR_W_SIDE
#define PROVIDED IMR_W_PROVIDED
#define TOOTH IMR_W_TOOTH
#define IMR_WORD(word, kinds) {word, kinds},
#include "request_words.def"
    /* clang-format on */
};

#define COUNT(list) (sizeof(list) / sizeof *(list))

_Static_assert(IMR_WORD_LISTS <= 64 && IMR_TERMS <= 64, "a set of lists has a bit for each");

/* ---- entries --------------------------------------------------------------------------------- */

/* The entries of a table while they are gathered. */
typedef struct gathering {
    const imr_allocator *allocator;
    imr_word_entry *entries;
    size_t count, capacity;
    bool refused; /* there was no memory for one */
} gathering;

static void gather(gathering *g, imr_word_entry e)
{
    void **entries = (void **)&g->entries;
    g->refused |= !imr_grow(g->allocator, entries, &g->capacity, g->count + 1, sizeof e);
    if (!g->refused)
        g->entries[g->count++] = e;
}

static void gather_word(gathering *g, const char *word, imr_lists lists)
{
    size_t size = strlen(word);
    bool open = size <= 8 && word[size - 1] == '*';
    uint32_t head = (uint32_t)(size - open);
    uint64_t all = ~(uint64_t)0;
    char bytes[8] = {0};
    memcpy(bytes, word, head < 8 ? head : 8);
    /* Behind a word that is shorter nothing may follow: the look-up has zeros there. */
    gather(g, (imr_word_entry){.head = imr_word_head(bytes, 8),
                               .mask = open ? ~(all << 8 * head) : all,
                               .lists = lists,
                               .rest = head < 8 ? NULL : word + 8});
}

static void gather_lists(gathering *g, const imr_words_info *infos, int first, int end)
{
    for (int list = first; list < end; list++)
        for (size_t i = 0; i < infos[list - first].count; i++)
            gather_word(g, infos[list - first].words[i], (imr_lists)1 << list);
}

/* ---- tables of them -------------------------------------------------------------------------- */

static size_t bytes(size_t count)
{
    return sizeof(imr_words) + count * sizeof(imr_word_entry);
}

static bool same_word(const imr_word_entry *a, const imr_word_entry *b)
{
    return a->head == b->head && a->mask == b->mask && (a->rest == NULL) == (b->rest == NULL) &&
           (a->rest == NULL || strcmp(a->rest, b->rest) == 0);
}

/* Puts the entry into its slot, whose entries end at `end`; a word of several lists is one. */
static void put(imr_words *w, uint16_t *ends, imr_word_entry e)
{
    uint32_t slot = imr_word_slot(e.head);
    for (uint32_t i = w->starts[slot]; i < ends[slot]; i++)
        if (same_word(&w->entries[i], &e)) {
            w->entries[i].lists |= e.lists;
            return;
        }
    w->entries[ends[slot]++] = e;
}

/* Takes out the room that words of several lists left. */
static void close_up(imr_words *w, const uint16_t *ends)
{
    uint16_t next = 0;
    for (int slot = 0; slot < IMR_WORD_SLOTS; slot++) {
        uint32_t from = w->starts[slot];
        w->starts[slot] = next;
        for (; from < ends[slot]; from++)
            w->entries[next++] = w->entries[from];
    }
    w->starts[IMR_WORD_SLOTS] = next;
}

/* Behind a word of less than three letters anything stands. */
static void put_beginning(imr_words *w, const imr_word_entry *e)
{
    const char head[3] = {(char)(e->head & 0xFF), 0, (char)(e->head >> 16 & 0xFF)};
    uint32_t at = imr_word_beginning(head);
    if (head[2] != '\0') {
        w->beginnings[at] |= e->lists;
        return;
    }
    for (uint32_t third = 0; third < 32; third++)
        w->beginnings[at + third] |= e->lists;
}

/* Makes the table of what was gathered, which is given back. */
static imr_status make(gathering *g, imr_words **out)
{
    uint16_t ends[IMR_WORD_SLOTS];
    imr_words *w = g->refused ? NULL : imr_calloc(g->allocator, 1, bytes(g->count));
    if (w != NULL) {
        /* How many go into each slot at most, then where each slot begins. */
        for (size_t i = 0; i < g->count; i++)
            w->starts[imr_word_slot(g->entries[i].head) + 1]++;
        for (int slot = 0; slot < IMR_WORD_SLOTS; slot++) {
            w->starts[slot + 1] = (uint16_t)(w->starts[slot + 1] + w->starts[slot]);
            ends[slot] = w->starts[slot];
        }
        for (size_t i = 0; i < g->count; i++) {
            put(w, ends, g->entries[i]);
            put_beginning(w, &g->entries[i]);
        }
        close_up(w, ends);
        w->size = bytes(w->starts[IMR_WORD_SLOTS]);
        imr_words *fit = imr_realloc(g->allocator, w, bytes(g->count), w->size);
        if (fit == NULL)
            imr_free(g->allocator, w, bytes(g->count));
        w = fit;
    }
    imr_free(g->allocator, g->entries, g->capacity * sizeof *g->entries);
    *out = w;
    return w != NULL ? IMR_OK : IMR_NO_MEMORY;
}

static void mark_turning(imr_words *w, uint64_t head, imr_lists lists)
{
    uint32_t bit = imr_turning_bit(head);
    unsigned char set = (unsigned char)(1 << bit % 8);
    if (lists & IMR_TURNING)
        w->turning[0][bit / 8] |= set;
    if (lists & (IMR_TURNING | IMR_IN(TURN)))
        w->turning[1][bit / 8] |= set;
}

/* Behind the four letters that a word has at least where it is open, any fifth is a word's. */
static void mark_all_turning(imr_words *w)
{
    for (const imr_word_entry *e = w->entries; e < w->entries + w->starts[IMR_WORD_SLOTS]; e++)
        if (e->mask >> 32 & 0xFF)
            mark_turning(w, e->head, e->lists);
        else
            for (uint64_t fifth = 0; fifth < 0x80; fifth++)
                mark_turning(w, e->head | fifth << 32, e->lists);
}

imr_status imr_words_new(const imr_allocator *a, imr_words **out)
{
    gathering g = {.allocator = a};
    gather_lists(&g, imr_words_infos, 0, IMR_WORD_LISTS);
    imr_status status = make(&g, out);
    if (status == IMR_OK)
        mark_all_turning(*out);
    return status;
}

imr_status imr_terms_new(const imr_allocator *a, imr_words **out)
{
    gathering g = {.allocator = a};
    for (size_t i = 0; i < COUNT(request_words); i++)
        gather_word(&g, request_words[i].word, request_words[i].kinds);
    gather_lists(&g, imr_term_infos, IMR_TERM_KINDS + 1, IMR_TERMS);
    return make(&g, out);
}

void imr_words_free(const imr_allocator *a, imr_words *w)
{
    if (w != NULL)
        imr_free(a, w, w->size);
}
