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

/* ... with what may follow where a word is open; few others do. */
static void tells_what_may_turn_a_sentence(void)
{
    static const char *const others[] = {
        "the",  "request", "with",  "consequently", "lumbar", "therapy", "visits", "week",
        "such", "these",   "norco", "mg",           "such",   "spine",   "this",   "therefore"};
    for (int list = 0; list < IMR_WORD_LISTS; list++)
        for (size_t i = 0; i < imr_words_infos[list].count; i++) {
            const char *entry = imr_words_infos[list].words[i];
            uint32_t size = (uint32_t)strcspn(entry, "*");
            bool turning = IMR_TURNING >> list & 1, turn = IMR_IN(TURN) >> list & 1;
            for (const char *more = entry[size] == '*' ? "-sz'" : "-"; *more != '\0'; more++) {
                char text[80] = ". ";
                snprintf(text + 2, sizeof text - 2, "%.*s%c", (int)size, entry, *more);
                imr_text t = {.low = text};
                imr_span word = {2, 2 + size + (*more != '-')};
                bool good = !turning || imr_word_may_turn(words, &t, word);
                text[0] = ',';
                good = good && (!(turning || turn) || imr_word_may_turn(words, &t, word));
                if (!CHECK(good))
                    printf("    %s of %s\n", entry, imr_words_infos[list].name);
            }
        }
    unsigned turning = 0;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        char text[80] = ". ";
        snprintf(text + 2, sizeof text - 2, "%s", others[i]);
        imr_text t = {.low = text};
        turning += imr_word_may_turn(words, &t, (imr_span){2, 2 + (uint32_t)strlen(others[i])});
    }
    CHECK(turning <= 1);
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
    tells_what_may_turn_a_sentence();
    other_words_are_in_none();
    imr_words_free(&imr_default_allocator, words);
    return check_result();
}
