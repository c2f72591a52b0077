/* A word is found in the lists that it is in, and in no others. */
#include "words.h"

#include "check.h"

static imr_words *words;

static imr_lists lists_of(const char *text, uint32_t size)
{
    char low[80] = {0}; /* what stands behind a word has no say */
    memcpy(low, text, size);
    memcpy(low + size, ".,;", 3);
    imr_text t = {.clean = low, .low = low, .size = size};
    return imr_word_lists(words, &t, (imr_span){0, size});
}

static bool is_of(const char *entry, const char *text, size_t size)
{
    size_t i = 0;
    while (i < size && text[i] == entry[i])
        i++;
    return entry[i] == '*' || (entry[i] == '\0' && i == size);
}

/* By all lists, one word after the other. */
static imr_lists one_by_one(const char *text, size_t size)
{
    imr_lists lists = 0;
    for (int list = 0; list < IMR_WORD_LISTS; list++)
        for (size_t i = 0; i < imr_words_infos[list].count; i++)
            if (is_of(imr_words_infos[list].words[i], text, size))
                lists |= (imr_lists)1 << list;
    return lists;
}

/* ... and all of them are among those that it may be in by its beginning. */
static bool same(const char *text, size_t size)
{
    imr_lists lists = one_by_one(text, size);
    imr_text t = {.low = text};
    return size == 0 || (lists_of(text, (uint32_t)size) == lists &&
                         (lists & ~imr_word_may_be_in(words, &t, 0)) == 0);
}

/* Every word, its beginnings, and what is longer by a letter or differs in one. */
static void finds_every_word(void)
{
    for (int list = 0; list < IMR_WORD_LISTS; list++)
        for (size_t i = 0; i < imr_words_infos[list].count; i++) {
            char word[64];
            const char *entry = imr_words_infos[list].words[i];
            size_t size = strcspn(entry, "*");
            bool good = size < sizeof word - 1 && (entry[size] == '\0' || size >= 4) &&
                        strlen(entry) - size <= 1;
            memcpy(word, entry, size);
            good = good && (lists_of(word, (uint32_t)size) & (imr_lists)1 << list) != 0;
            for (size_t n = 0; n <= size; n++)
                good = good && same(word, n);
            for (const char *more = "sz-1"; *more != '\0'; more++) {
                word[size] = *more;
                good = good && same(word, size + 1);
            }
            for (size_t n = 0; n < size; n++) {
                word[n] ^= 1;
                good = good && same(word, size);
                word[n] ^= 1;
            }
            if (!CHECK(good))
                printf("    %s of %s\n", entry, imr_words_infos[list].name);
        }
}

static void other_words_are_in_none(void)
{
    static const char *const others[] = {"zebra", "q", "xylophone-player", "no-one-at-all"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        CHECK(lists_of(others[i], (uint32_t)strlen(others[i])) == 0);
    CHECK(lists_of("", 0) == 0);
}

int main(void)
{
    if (imr_words_new(&imr_default_allocator, &words) != IMR_OK)
        abort();
    finds_every_word();
    other_words_are_in_none();
    imr_words_free(&imr_default_allocator, words);
    return check_result();
}
