/* The words of request_words.def and terms.def, what names begin with, and names that are one edit
 * away from a drug's. */
#include "request.h"

#include "check.h"

static imr_lists terms_of(const imr_words *terms, const char *word)
{
    char low[80] = {0};
    size_t size = strlen(word);
    memcpy(low, word, size);
    memcpy(low + size, " of", 3); /* what stands behind a word has no say */
    imr_text t = {.clean = low, .low = low, .size = (uint32_t)size};
    return imr_word_lists(terms, &t, (imr_span){0, t.size});
}

static uint32_t kinds_of(const imr_words *terms, const char *word)
{
    return (uint32_t)terms_of(terms, word);
}

static void finds_every_word(const imr_words *terms)
{
    const char *before = "";
#define IMR_WORD(word, kinds)                                                                      \
    CHECK(kinds_of(terms, word) != 0 && strcmp(before, word) < 0);                                 \
    before = word;
#include "request_words.def"
    CHECK(kinds_of(terms, "sessions") == IMR_W_VISIT);
    CHECK(kinds_of(terms, "sessio") == 0);
    CHECK(kinds_of(terms, "knee") == 0);
    CHECK(kinds_of(terms, "") == 0);
    CHECK(kinds_of(terms, "a-word-longer-than-any-of-the-list") == 0);
}

static void finds_every_term(const imr_words *terms)
{
    for (int list = IMR_TERM_KINDS + 1; list < IMR_TERM_OF_DRUG; list++) {
        const imr_words_info *info = &imr_term_infos[list - IMR_TERM_KINDS - 1];
        for (size_t i = 0; i < info->count; i++) {
            char word[64];
            size_t size = strcspn(info->words[i], "*");
            bool open = info->words[i][size] == '*';
            snprintf(word, sizeof word, "%.*s%s", (int)size, info->words[i], open ? "xyz" : "");
            CHECK(!open || size >= 4);
            CHECK((terms_of(terms, word) & (imr_lists)1 << list) != 0);
        }
    }
}

/* The words that names begin with, of overlays too. */
static void knows_how_names_begin(void)
{
    imr_knowledge *k;
    imr_words *terms;
    imr_error error;
    const char *also = "patella bone", *region = "head";
    size_t also_size = strlen(also), region_size = strlen(region);
    imr_field_value fields[] = {{"also", &also, &also_size, 1},
                                {"region", &region, &region_size, 1}};
    CHECK(imr_knowledge_new(NULL, imr_knowledge_builtin(), &k) == IMR_OK);
    CHECK(imr_knowledge_add(k, "body_parts", "Zyx cap", 7, fields, 2, &error) == IMR_OK);
    CHECK(imr_knowledge_add(k, "body_parts", "\xC2\xA0 Wvu cap", 10, fields + 1, 1, &error) ==
          IMR_OK);
    if (imr_terms_new(&imr_default_allocator, k, &terms) != IMR_OK)
        abort();
    CHECK(terms_of(terms, "zyx") == IMR_TERM(OF_PART));
    CHECK(terms_of(terms, "wvu") == IMR_TERM(OF_PART)); /* the white space is none of the name */
    CHECK(terms_of(terms, "zyxx") == 0);
    CHECK((terms_of(terms, "patella") & IMR_TERM(OF_PART)) != 0);
    CHECK((terms_of(terms, "shoulder") & IMR_TERM(OF_PART)) != 0);
    CHECK(terms_of(terms, "norco") == IMR_TERM(OF_DRUG));
    CHECK(terms_of(terms, "norc") == 0);
    CHECK(terms_of(terms, "hydrocodone") == IMR_TERM(OF_DRUG));
    CHECK(terms_of(terms, "orthotics") == 0);
    imr_words_free(&imr_default_allocator, terms);
    imr_knowledge_release(k);
}

static const char *near_name(const char *word)
{
    const imr_entry *e =
        imr_knowledge_near(imr_knowledge_builtin(), IMR_TABLE_DRUGS, word, strlen(word), 8);
    return e != NULL ? imr_entry_key(e, NULL) : NULL;
}

/* More names than two bytes count. */
static void knows_how_many_names_begin(void)
{
    enum { NAMES = 26 * 26 * 26 * 4 };
    imr_knowledge *k;
    imr_words *terms;
    imr_error error;
    const char *region = "head";
    size_t region_size = strlen(region);
    imr_field_value fields[] = {{"region", &region, &region_size, 1}};
    char name[] = "zaaab";
    CHECK(imr_knowledge_new(NULL, imr_knowledge_builtin(), &k) == IMR_OK);
    bool added = true;
    for (int i = 0; i < NAMES; i++) {
        for (int place = 1, rest = i; place < 5; place++, rest /= 26)
            name[place] = (char)('a' + rest % 26);
        added = added && imr_knowledge_add(k, "body_parts", name, 5, fields, 1, &error) == IMR_OK;
    }
    CHECK(added);
    if (imr_terms_new(&imr_default_allocator, k, &terms) != IMR_OK)
        abort();
    CHECK(terms_of(terms, "zaaaa") == IMR_TERM(OF_PART));
    CHECK(terms_of(terms, "zzzzd") == IMR_TERM(OF_PART)); /* the last */
    CHECK((terms_of(terms, "zzzze") & IMR_TERM(OF_PART)) == 0);
    CHECK(terms_of(terms, "knee") & IMR_TERM(OF_PART));
    imr_words_free(&imr_default_allocator, terms);
    imr_knowledge_release(k);
}

static void names_one_edit_away(void)
{
    CHECK_TEXT(near_name("gabapentinn"), "Gabapentin"); /* inserted */
    CHECK_TEXT(near_name("gabapentn"), "Gabapentin");   /* deleted */
    CHECK_TEXT(near_name("gabapemtin"), "Gabapentin");  /* replaced */
    CHECK_TEXT(near_name("GABAPNETIN"), "Gabapentin");  /* swapped */
    CHECK_TEXT(near_name("gabapemtinn"), NULL);         /* two edits */
    CHECK_TEXT(near_name("norcoo"), NULL);              /* a short name */
    CHECK_TEXT(near_name("orthotics"), NULL);
    CHECK_TEXT(near_name("hydroxalazine"), NULL);
}

static void names_of_an_overlay(void)
{
    imr_knowledge *k;
    imr_error error;
    const char *ingredient = "zorvolexate", *class = "NSAID", *kind = "brand";
    size_t ingredient_size = strlen(ingredient), class_size = strlen(class),
           kind_size = strlen(kind);
    imr_field_value fields[] = {{"ingredients", &ingredient, &ingredient_size, 1},
                                {"class", &class, &class_size, 1},
                                {"kind", &kind, &kind_size, 1}};
    CHECK(imr_knowledge_new(NULL, imr_knowledge_builtin(), &k) == IMR_OK);
    CHECK(imr_knowledge_add(k, "drugs", "Zorvolexa", 9, fields, 3, &error) == IMR_OK);
    const imr_entry *e = imr_knowledge_near(k, IMR_TABLE_DRUGS, "zorvolexxa", 10, 8);
    CHECK_TEXT(e != NULL ? imr_entry_key(e, NULL) : NULL, "Zorvolexa");
    /* Between a built-in name and an added one the word is neither. */
    CHECK(imr_knowledge_add(k, "drugs", "Gabapentix", 10, fields, 3, &error) == IMR_OK);
    CHECK(imr_knowledge_near(k, IMR_TABLE_DRUGS, "gabapentiz", 10, 8) == NULL);
    imr_knowledge_release(k);
}

int main(void)
{
    imr_words *terms;
    if (imr_terms_new(&imr_default_allocator, imr_knowledge_builtin(), &terms) != IMR_OK)
        abort();
    finds_every_word(terms);
    finds_every_term(terms);
    imr_words_free(&imr_default_allocator, terms);
    knows_how_names_begin();
    knows_how_many_names_begin();
    names_one_edit_away();
    names_of_an_overlay();
    return check_result();
}
