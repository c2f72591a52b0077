#include "words.h"

#include "alloc.h"

#define IMR_WORDS(id, ...) static const char *const list_##id[] = {__VA_ARGS__};
#include "words.def"

const imr_words_info imr_words_infos[IMR_WORD_LISTS] = {
#define IMR_WORDS(id, ...) {#id, list_##id, sizeof list_##id / sizeof *list_##id},
#include "words.def"
};

_Static_assert(IMR_WORD_LISTS <= 64, "a set of lists has a bit for each");

static imr_word_entry entry_of(const char *word, int list)
{
    size_t size = strlen(word);
    bool open = size <= 8 && word[size - 1] == '*';
    uint32_t head = (uint32_t)(size - open);
    uint64_t all = ~(uint64_t)0;
    char bytes[8] = {0};
    memcpy(bytes, word, head < 8 ? head : 8);
    /* Behind a word that is shorter nothing may follow: the look-up has zeros there. */
    return (imr_word_entry){.head = imr_word_head(bytes, 8),
                            .mask = open ? ~(all << 8 * head) : all,
                            .lists = (imr_lists)1 << list,
                            .rest = head < 8 ? NULL : word + 8};
}

static size_t total(void)
{
    size_t count = 0;
    for (int list = 0; list < IMR_WORD_LISTS; list++)
        count += imr_words_infos[list].count;
    return count;
}

static size_t bytes(void)
{
    return sizeof(imr_words) + total() * sizeof(imr_word_entry);
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
        uint16_t from = w->starts[slot];
        w->starts[slot] = next;
        for (; from < ends[slot]; from++)
            w->entries[next++] = w->entries[from];
    }
    w->starts[IMR_WORD_SLOTS] = next;
}

imr_status imr_words_new(const imr_allocator *a, imr_words **out)
{
    uint16_t ends[IMR_WORD_SLOTS] = {0};
    imr_words *w = *out = imr_calloc(a, 1, bytes());
    if (w == NULL)
        return IMR_NO_MEMORY;
    /* How many go into each slot at most, then where each slot begins. */
    for (int list = 0; list < IMR_WORD_LISTS; list++)
        for (size_t i = 0; i < imr_words_infos[list].count; i++)
            w->starts[imr_word_slot(entry_of(imr_words_infos[list].words[i], list).head) + 1]++;
    for (int slot = 0; slot < IMR_WORD_SLOTS; slot++) {
        w->starts[slot + 1] = (uint16_t)(w->starts[slot + 1] + w->starts[slot]);
        ends[slot] = w->starts[slot];
    }
    for (int list = 0; list < IMR_WORD_LISTS; list++)
        for (size_t i = 0; i < imr_words_infos[list].count; i++)
            put(w, ends, entry_of(imr_words_infos[list].words[i], list));
    close_up(w, ends);
    return IMR_OK;
}

void imr_words_free(const imr_allocator *a, imr_words *w)
{
    imr_free(a, w, bytes());
}
