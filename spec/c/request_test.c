/* The words of request_words.def, and names that are one edit away from a drug's. */
#include "request.h"

#include "check.h"

static void finds_every_word(void)
{
    /* Looked up by halving the list: a word out of order would not be found. */
#define IMR_WORD(word, kinds) CHECK(imr_word_kinds(word, strlen(word)) != 0);
#include "request_words.def"
}

static void words_in_any_case(void)
{
    CHECK(imr_word_kinds("Sessions", 8) == IMR_W_VISIT);
    CHECK(imr_word_kinds("SESSIONS", 8) == IMR_W_VISIT);
    CHECK(imr_word_kinds("sessio", 6) == 0);
    CHECK(imr_word_kinds("knee", 4) == 0);
    CHECK(imr_word_kinds("", 0) == 0);
    CHECK(imr_word_kinds("a word longer than any of the list", 34) == 0);
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
    finds_every_word();
    words_in_any_case();
    names_one_edit_away();
    names_of_an_overlay();
    return check_result();
}
