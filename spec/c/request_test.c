/* The words of request_words.def and terms.def, what names begin with, and names that are one edit
 * away from a drug's. */
#include "ascii.h"
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
    for (int list = IMR_TERM_KINDS + 1; list < IMR_TERMS; list++) {
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

static imr_name_start start_of(const imr_names *names, imr_named named, const char *word)
{
    char low[80] = {0};
    size_t size = strlen(word);
    memcpy(low, word, size);
    memcpy(low + size, " of", 3); /* what stands behind a word has no say */
    return imr_names_of(names, low, (uint32_t)size)->start[named];
}

static bool begins_part(const imr_names *names, const char *word)
{
    return start_of(names, IMR_NAMED_PART, word) != 0;
}

static bool begins_drug(const imr_names *names, const char *word)
{
    return start_of(names, IMR_NAMED_DRUG, word) != 0;
}

static imr_words *new_terms(void)
{
    imr_words *terms;
    if (imr_terms_new(&imr_default_allocator, &terms) != IMR_OK)
        abort();
    return terms;
}

static imr_names *names_of(const imr_knowledge *k)
{
    imr_names *names;
    imr_words *terms = new_terms();
    if (imr_names_new(&imr_default_allocator, k, terms, &names) != IMR_OK)
        abort();
    imr_words_free(&imr_default_allocator, terms);
    return names;
}

static uint32_t kinds_by_name(const imr_names *names, const char *word)
{
    char low[80] = {0};
    size_t size = strlen(word);
    memcpy(low, word, size);
    memcpy(low + size, " of", 3);
    return imr_names_of(names, low, (uint32_t)size)->kinds;
}

/* The look at a word of an item tells of its kinds and of numbers what the lists do. */
static void one_look_tells_the_kinds(const imr_words *terms)
{
    imr_names *names = names_of(imr_knowledge_builtin());
#define SAME(word) CHECK(kinds_by_name(names, word) == imr_kinds_of_terms(terms_of(terms, word)))
#define IMR_WORD(word, kinds)                                                                      \
    SAME(word);                                                                                    \
    SAME(word "s");                                                                                \
    SAME("x" word);
#include "request_words.def"
    const imr_words_info *numbers = &imr_term_infos[IMR_TERM_NUMBER - IMR_TERM_KINDS - 1];
    for (size_t i = 0; i < numbers->count; i++) {
        SAME(numbers->words[i]);
        CHECK(kinds_by_name(names, numbers->words[i]) & IMR_NAME_NUMBER);
    }
    CHECK(kinds_by_name(names, "retrospectively") == (IMR_W_PROVIDED | IMR_W_LEAD));
    CHECK(kinds_by_name(names, "retrospectivelyx") == 0);
    CHECK(kinds_by_name(names, "knee") == 0);
    imr_names_free(&imr_default_allocator, names);
}

/* The words that names begin with, of overlays too. */
static void knows_how_names_begin(void)
{
    imr_knowledge *k;
    imr_error error;
    const char *also = "patella bone", *region = "head";
    size_t also_size = strlen(also), region_size = strlen(region);
    imr_field_value fields[] = {{"also", &also, &also_size, 1},
                                {"region", &region, &region_size, 1}};
    CHECK(imr_knowledge_new(NULL, imr_knowledge_builtin(), &k) == IMR_OK);
    CHECK(imr_knowledge_add(k, "body_parts", "Zyx cap", 7, fields, 2, &error) == IMR_OK);
    CHECK(imr_knowledge_add(k, "body_parts", "\xC2\xA0 Wvu cap", 10, fields + 1, 1, &error) ==
          IMR_OK);
    imr_names *names = names_of(k);
    CHECK(begins_part(names, "zyx") && !begins_drug(names, "zyx"));
    CHECK(begins_part(names, "wvu")); /* the white space is none of the name */
    CHECK(!begins_part(names, "zyxx"));
    CHECK(begins_part(names, "patella"));
    CHECK(begins_part(names, "shoulder"));
    CHECK(begins_drug(names, "norco") && !begins_part(names, "norco"));
    CHECK(!begins_drug(names, "norc"));
    CHECK(begins_drug(names, "hydrocodone"));
    CHECK(!begins_drug(names, "orthotics") && !begins_part(names, "orthotics"));
    CHECK(!begins_drug(names, "") && !begins_part(names, ""));
    imr_names_free(&imr_default_allocator, names);
    imr_knowledge_release(k);
}

/* More names than two bytes count. */
static void knows_how_many_names_begin(void)
{
    enum { NAMES = 26 * 26 * 26 * 4 };
    imr_knowledge *k;
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
    imr_names *names = names_of(k);
    CHECK(begins_part(names, "zaaaa"));
    CHECK(begins_part(names, "zzzzd")); /* the last */
    CHECK(!begins_part(names, "zzzze"));
    CHECK(begins_part(names, "knee"));
    imr_names_free(&imr_default_allocator, names);
    imr_knowledge_release(k);
}

/* From where the first word of a name leads, the longest name is what it is from above. */
typedef struct comparing {
    const imr_names *names;
    imr_table table;
    imr_named named;
    int compared;
} comparing;

static void compare_longest(comparing *c, const char *text, size_t size)
{
    size_t from_above, from_start;
    uint32_t word = 0;
    while (word < size && imr_is_lower(text[word]))
        word++;
    imr_name_start start = imr_names_of(c->names, text, word)->start[c->named];
    const imr_knowledge *k = imr_knowledge_builtin();
    const imr_entry *want = imr_knowledge_longest(k, c->table, text, size, &from_above);
    if (start == 0) {
        CHECK(want == NULL || word == 0);
        return;
    }
    c->compared++;
    const imr_entry *got = imr_knowledge_longest_from(k, c->table, start, text, size, &from_start);
    if (!CHECK(got == want && from_start == from_above))
        printf("    %.*s\n", (int)size, text);
}

static void compare_name(void *user, const imr_entry *e, const char *name, size_t size)
{
    (void)e;
    static const char *const behind[] = {"", " ", "s", "-x", " of it", "  spine", "\xC2\xA0"};
    char text[512];
    for (size_t i = 0; i < sizeof behind / sizeof *behind; i++) {
        memset(text, 0, sizeof text);
        snprintf(text, sizeof text - 64, "%.*s%s", (int)size, name, behind[i]);
        for (char *p = text; *p != '\0'; p++)
            *p = imr_lower(*p);
        compare_longest(user, text, strlen(text));
        if (i == 0)
            for (size_t cut = 1; cut < size; cut++)
                compare_longest(user, text, cut);
    }
}

/* Where a phrase means something else than the part whose name is in it, it is looked for. */
static void phrase_is_suspected(void *user, const imr_entry *e, const char *name, size_t size)
{
    for (size_t i = 0; i < imr_entry_count(e, IMR_BODY_PARTS_EXCEPT); i++) {
        size_t length;
        const char *phrase = imr_entry_item(e, IMR_BODY_PARTS_EXCEPT, i, &length);
        char low[512] = "of ", part[256] = {0};
        size_t before = strlen(low);
        memcpy(low + before, phrase, length);
        uint32_t word = 0;
        for (size_t n = 0; n < size; n++)
            part[n] = imr_lower(name[n]);
        while (imr_is_lower(part[word]))
            word++;
        for (char *p = low; (p = strstr(p, part)) != NULL; p++) {
            uint32_t at = (uint32_t)(p - low);
            if (!CHECK(imr_name_may_be_else(imr_names_of(user, p, word), low, at,
                                            at + (uint32_t)size)))
                printf("    %s of %s\n", part, phrase);
        }
    }
}

static void phrases_that_mean_something_else_are_suspected(void)
{
    imr_names *names = names_of(imr_knowledge_builtin());
    imr_knowledge_each(imr_knowledge_builtin(), IMR_TABLE_BODY_PARTS, phrase_is_suspected, names);
    const imr_name_slot *knee = imr_names_of(names, "knee of the left leg", 4);
    CHECK(!imr_name_may_be_else(knee, "mri of the knee\0", 11, 15));
    CHECK(!imr_name_may_be_else(knee, "knee brace", 0, 4));
    CHECK(imr_name_may_be_else(knee, "knee walker", 0, 4));
    imr_names_free(&imr_default_allocator, names);
}

static void starts_lead_to_the_longest_name(void)
{
    imr_names *names = names_of(imr_knowledge_builtin());
    static const imr_table tables[IMR_NAMED] = {IMR_TABLE_DRUGS, IMR_TABLE_BODY_PARTS};
    for (int named = 0; named < IMR_NAMED; named++) {
        comparing c = {names, tables[named], (imr_named)named, 0};
        imr_knowledge_each(imr_knowledge_builtin(), c.table, compare_name, &c);
        CHECK(c.compared > 1000);
    }
    imr_names_free(&imr_default_allocator, names);
}

static const char *near_name(const char *word)
{
    const imr_entry *e =
        imr_knowledge_near(imr_knowledge_builtin(), IMR_TABLE_DRUGS, word, strlen(word), 8);
    return e != NULL ? imr_entry_key(e, NULL) : NULL;
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
    imr_words *terms = new_terms();
    finds_every_word(terms);
    finds_every_term(terms);
    one_look_tells_the_kinds(terms);
    imr_words_free(&imr_default_allocator, terms);
    knows_how_names_begin();
    knows_how_many_names_begin();
    starts_lead_to_the_longest_name();
    phrases_that_mean_something_else_are_suspected();
    names_one_edit_away();
    names_of_an_overlay();
    return check_result();
}
