/* What is read by hand in its usual forms is what the pattern finds that reads all forms. */
#include "document.h"
#include "pattern.h"
#include "words.h"

#include "check.h"
#include "letters.h"

static imr_patterns *patterns;
static imr_matcher *matcher;
static imr_words *words;

static bool matches(imr_pattern id, const imr_text *t, imr_span within, imr_match *m)
{
    return imr_match_in(matcher, patterns, id, t, within, m);
}

/* ---- the decision of a utilization review ---------------------------------------------------- */

/* Behind the review's name; none says that it was denied by a word that alone says so. */
static const char *const decisions[] = {
    "dated 2/4/14 modified the request.",
    "dated 02-04-2014 modified the request.",
    "of 2-4-14 modified duty.",
    "of 2-4-14 modified her work-modified request.",
    "on 02/04/2014 did not grant the request for gel.",
    "on 02-04-2014 did not grant the request for gel.",
    "on 02-04-2014 did not pre-approve, and did not grant the request for gel.",
    "on 2-4-14 did not authorize gel, but certified one of the two visits.",
    "was rendered on 2/4/14 recommending non- certification.",
    "was rendered on 2-4-14 recommending non- certification.",
    "of 2/4/14 recommends non- certification of the gel.",
    "of 2/4/14 recommended a non- certification of the gel.",
    "of 2/4/14 advised non- certification of the gel.",
    "of 2/4/14 gave an adverse decision, recommending non- certification.",
    "of 2/4/14 disapproved of gel, recommending non- certification.",
    "dated 2/4/14 in which the services were non- certified.",
    "dated 2-4-14 in which the services were non- certified.",
    "dated 2-4-14 in which the services were non- certified; a brace was asked for.",
    "dated 2/4/14 in which gel was non- certified and two of the six visits were certified.",
    "dated 2/4/14 in which the services were non- certified for two of the six visits.",
    "dated 2/4/14 in which the services were un-non- certified.",
    "dated 2/4/14 in which the services were non- certified-ish.",
    "of 2/4/14 recommended non- certification of gel and partial certification of soma.",
    "of 2/4/14 found the gel not needed, so non- certification.",
};

static const char form[] =
    "IMR FINAL DETERMINATION\n\nCLINICAL CASE SUMMARY\nUtilization review %s\n\n"
    "IMR ISSUES, DECISIONS AND RATIONALES\nThe Final Determination was based on decisions for the "
    "disputed items/services set forth below:\n\nGel: Upheld\n\nClaims Administrator guideline: "
    "Decision based on MTUS.\n\nMAXIMUS guideline: Decision based on MTUS.\n\n"
    "Decision rationale: It is not medically necessary.\n";

static void reads_decisions_as_the_patterns_do(void)
{
    imr_parser *p;
    imr_context *c;
    if (imr_parser_new(NULL, NULL, &p, NULL) != IMR_OK || imr_context_new(NULL, &c) != IMR_OK)
        abort();
    for (size_t i = 0; i < sizeof decisions / sizeof *decisions; i++) {
        char text[2000];
        int size = snprintf(text, sizeof text, form, decisions[i]);
        const imr_document *const *documents;
        size_t count;
        if (imr_parse(c, p, text, (size_t)size, NULL, &documents, &count, NULL) != IMR_OK)
            abort();
        const imr_text *t = documents[0]->text;
        const imr_record *ur = imr_inside(documents[0]->root, IMR_document_ur);
        imr_span said = {(uint32_t)(strstr(t->clean, "Utilization") - t->clean), 0};
        said.end = said.at + (uint32_t)(strlen("Utilization review ") + strlen(decisions[i]));
        imr_match m;
        const char *want = matches(IMR_PATTERN_UR_MODIFIED, t, said, &m) ? "modified"
                           : matches(IMR_PATTERN_UR_DENIED, t, said, &m) ? "denied"
                                                                         : NULL;
        const imr_value *v = imr_has(ur, IMR_ur_action) ? &ur->values[IMR_ur_action] : NULL;
        bool same = CHECK_TEXT(v != NULL ? v->as.string : NULL, want) &&
                    CHECK(v == NULL || (v->span.at == m.whole.at && v->span.end == m.whole.end));
        if (!same)
            printf("    %s: %.*s, %.*s\n", decisions[i], (int)(m.whole.end - m.whole.at),
                   t->clean + m.whole.at, v != NULL ? (int)(v->span.end - v->span.at) : 0,
                   t->clean + (v != NULL ? v->span.at : 0));
    }
    imr_context_free(c);
    imr_parser_release(p);
}

/* ---- what happened to the worker ------------------------------------------------------------- */

/* Where what a word has of the list ends; 0: it is in none. */
static uint32_t mishap_end(const char *word, uint32_t size)
{
    const imr_words_info *mishaps = &imr_words_infos[IMR_WORDS_MISHAP];
    for (size_t i = 0; i < mishaps->count; i++) {
        uint32_t known = (uint32_t)strcspn(mishaps->words[i], "*");
        if (known <= size && memcmp(mishaps->words[i], word, known) == 0 &&
            (mishaps->words[i][known] == '*' || known == size))
            return known;
    }
    return 0;
}

static bool same_mishap(const char *word, uint32_t size)
{
    char text[64 + 64] = {0};
    memcpy(text, word, size);
    imr_text t = {.clean = text, .low = text, .size = size};
    imr_match m;
    bool is = matches(IMR_PATTERN_MISHAP_WORD, &t, (imr_span){0, size}, &m) && m.whole.at == 0;
    uint32_t end = mishap_end(text, size);
    bool listed = (imr_word_lists(words, &t, (imr_span){0, size}) & IMR_IN(MISHAP)) != 0;
    return is == (end > 0) && is == listed && (!is || m.whole.end == end);
}

/* The words of the list, what is longer or shorter than they are, and all words of letters. */
static void the_list_of_mishaps_is_the_pattern(void)
{
    const imr_words_info *mishaps = &imr_words_infos[IMR_WORDS_MISHAP];
    letters all = letters_read();
    unsigned different = 0, count = 0;
    for (size_t i = 0; i < mishaps->count; i++) {
        char word[64] = {0};
        uint32_t size = (uint32_t)strcspn(mishaps->words[i], "*");
        memcpy(word, mishaps->words[i], size);
        for (const char *more = "sed1"; *more != '\0'; more++) {
            word[size] = *more;
            different += !same_mishap(word, size + 1);
        }
        different += !same_mishap(word, size) || !same_mishap(word, size - 1);
    }
    for (size_t i = 0; i < all.count; i++)
        for (char *p = all.list[i].text; *p != '\0'; p++) {
            uint32_t size = 0;
            for (; size < 60 && imr_is_letter(p[size]); size++)
                p[size] = imr_lower(p[size]);
            if (size > 0) {
                different += !same_mishap(p, size);
                count++;
                p += size - 1;
            }
        }
    CHECK(different == 0);
    CHECK(count > 10000);
    letters_free(&all);
}

int main(void)
{
    imr_error error;
    if (imr_patterns_new(&imr_default_allocator, true, &patterns, &error) != IMR_OK ||
        imr_matcher_new(&imr_default_allocator, &matcher) != IMR_OK ||
        imr_words_new(&imr_default_allocator, &words) != IMR_OK)
        abort();
    reads_decisions_as_the_patterns_do();
    the_list_of_mishaps_is_the_pattern();
    imr_words_free(&imr_default_allocator, words);
    imr_matcher_free(matcher);
    imr_patterns_free(patterns);
    return check_result();
}
