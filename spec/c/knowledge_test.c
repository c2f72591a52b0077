/* Looks up, lays over, and fails: the tables of knowledge as the core sees them. */
#include "knowledge.h"

#include <pthread.h>

#include "check.h"

#define TEXT(s) (s), sizeof(s) - 1

static const imr_entry *specialty(const imr_knowledge *k, const char *text)
{
    return imr_knowledge_find(k, IMR_TABLE_SPECIALTIES, text, strlen(text));
}

static const char *board(const imr_knowledge *k, const char *text)
{
    const imr_entry *e = specialty(k, text);
    return e != NULL ? imr_entry_text(e, IMR_SPECIALTIES_BOARD, NULL) : NULL;
}

/* Adds {board = ..., also = {also}}; `also` may be NULL. */
static imr_status add_specialty(imr_knowledge *k, const char *key, const char *name,
                                const char *also, imr_error *error)
{
    size_t name_size = strlen(name), also_size = also != NULL ? strlen(also) : 0;
    imr_field_value fields[] = {{"board", &name, &name_size, 1}, {"also", &also, &also_size, 1}};
    return imr_knowledge_add(k, "specialties", key, strlen(key), fields, also != NULL ? 2 : 1,
                             error);
}

static imr_knowledge *overlay_of(const imr_knowledge *base)
{
    imr_knowledge *k;
    CHECK(imr_knowledge_new(NULL, base, &k) == IMR_OK);
    return k;
}

/* What is longer than a built-in name that it begins with, and also means another one. */
static imr_knowledge *overlay_with_a_specialty(void)
{
    imr_knowledge *k = overlay_of(NULL);
    imr_error error;
    CHECK(add_specialty(k, "Pain Medicine of the Spine", "Spine Pain", "Internal", &error) ==
          IMR_OK);
    return k;
}

/* Of a text that stands in a room with other words behind it. */
static const imr_entry *longest(const imr_knowledge *k, const char *text, size_t size,
                                size_t *matched)
{
    char room[256 + IMR_NAME_READS];
    memset(room, 'm', sizeof room);
    memcpy(room, text, size);
    return imr_knowledge_longest(k, IMR_TABLE_SPECIALTIES, room, size, matched);
}

static void finds_by_key_and_alias(void)
{
    const imr_knowledge *k = imr_knowledge_builtin();
    CHECK_TEXT(board(k, "Pain Medicine"), "Pain Medicine");
    CHECK_TEXT(board(k, "Pain Management"), "Pain Medicine");
    CHECK_TEXT(board(k, "Physical Medicine and Rehabilitation"),
               "Physical Medicine & Rehabilitation");
    CHECK_TEXT(board(k, "Orthopaedic Surgery"), "Orthopedic Surgery");
    CHECK_TEXT(board(k, "Family Practice"), "Family Medicine");
    CHECK_TEXT(board(k, "Endocrinology, Diabetes and Metabolism"),
               "Endocrinology, Diabetes & Metabolism");
    CHECK_TEXT(board(k, "Pain"), "Pain Medicine");
    CHECK(specialty(k, "Pai") == NULL);
    CHECK(specialty(k, "Pain Medicine and") == NULL);
    /* the beginning of "Physical Medicine & Rehabilitation", and no specialty */
    CHECK(specialty(k, "Physical") == NULL);
    CHECK(specialty(k, "") == NULL);
    CHECK(specialty(k, " \t ") == NULL);

    size_t length;
    const imr_entry *e = specialty(k, "pm&r");
    if (CHECK(e != NULL)) {
        CHECK_TEXT(imr_entry_key(e, &length), "Physical Medicine & Rehabilitation");
        CHECK(length == strlen("Physical Medicine & Rehabilitation"));
        CHECK(imr_entry_count(e, IMR_SPECIALTIES_ALSO) > 3);
        const char *first = imr_entry_item(e, IMR_SPECIALTIES_ALSO, 0, &length);
        CHECK(first != NULL && strlen(first) == length);
    }
    e = imr_knowledge_find(k, IMR_TABLE_STATES, TEXT("washington, d.c."));
    if (CHECK(e != NULL)) {
        CHECK_TEXT(imr_entry_text(e, IMR_STATES_CODE, &length), "DC");
        CHECK(length == 2);
    }
    e = imr_knowledge_find(k, IMR_TABLE_STATES, TEXT("California"));
    if (CHECK(e != NULL)) {
        CHECK(imr_entry_count(e, IMR_STATES_ALSO) == 0);
        /* a field that an entry does not give */
        length = 7;
        CHECK(imr_entry_text(e, IMR_STATES_ALSO, &length) == NULL && length == 0);
    }
}

static void compares_normalized(void)
{
    const imr_knowledge *k = imr_knowledge_builtin();
    CHECK_TEXT(board(k, "PAIN   management"), "Pain Medicine");
    CHECK_TEXT(board(k, "\n Pain\r\n\tManagement \f"), "Pain Medicine");
    CHECK_TEXT(board(k, "\xC2\xA0Pain\xC2\xA0 Management\xC2\xA0"), "Pain Medicine");
    CHECK(specialty(k, "PainManagement") == NULL);
    const imr_entry *e = imr_knowledge_find(k, IMR_TABLE_STATES, TEXT("Hawai\xE2\x80\x99i"));
    if (CHECK(e != NULL))
        CHECK_TEXT(imr_entry_key(e, NULL), "Hawaii");
    /* Bytes that are not text are not found, and not read beyond. */
    CHECK(specialty(k, "\xE2\x80") == NULL);
    CHECK(specialty(k, "Pain\xC2") == NULL);
    CHECK(imr_knowledge_find(k, IMR_TABLE_STATES, TEXT("Iowa\0")) == NULL);
}

/* Every key and every alias of the built-in tables leads to its entry. */
static void finds_whatever_is_there(void)
{
    const imr_knowledge *k = imr_knowledge_builtin();
    static const char *const some[] = {"Pain Medicine", "Psychiatry & Neurology", "Dentistry"};
    for (size_t i = 0; i < sizeof some / sizeof *some; i++) {
        const imr_entry *e = specialty(k, some[i]);
        if (!CHECK(e != NULL))
            continue;
        for (size_t j = 0; j < imr_entry_count(e, IMR_SPECIALTIES_ALSO); j++) {
            size_t length, matched;
            const char *also = imr_entry_item(e, IMR_SPECIALTIES_ALSO, j, &length);
            CHECK(imr_knowledge_find(k, IMR_TABLE_SPECIALTIES, also, length) == e);
            CHECK(longest(k, also, length, &matched) == e);
            CHECK(matched == length);
        }
    }
}

static void finds_the_longest(void)
{
    static const struct {
        const char *text, *key;
        size_t matched;
    } cases[] = {
        {"Pain Medicine, Anesthesiology", "Pain Medicine", 13},
        {"Pain Management and is licensed", "Pain Medicine", 15},
        {"Pain  \n Management and", "Pain Medicine", 18},
        {"Pain Medicines", "Pain Medicine", 4},
        {"Pain", "Pain Medicine", 4},
        {"Painful", NULL, 0},
        /* the longest of the table's keys, and a letter more */
        {"Neuromusculoskeletal Medicine and Osteopathic Manipulative Medicine",
         "Neuromusculoskeletal Medicine & Osteopathic Manipulative Medicine", 67},
        {"Neuromusculoskeletal Medicine and Osteopathic Manipulative Medicines",
         "Neuromusculoskeletal Medicine & Osteopathic Manipulative Medicine", 29},
        {"Internal Medicine and is licensed", "Internal Medicine", 17},
        {"Internal Medicine and Pediatrics.", "Internal Medicine & Pediatrics", 32},
        {"Internal Medicin", NULL, 0},
        {"Endocrinology, Diabetes, and Metabolism, Pain", "Endocrinology, Diabetes & Metabolism",
         39},
        {"Endocrinology, Pain Medicine", "Endocrinology, Diabetes & Metabolism", 13},
        {"Psychiatry\xE2\x80\x93Neurology", "Psychiatry", 10},
        {"Psychiatry\xC2\xAE", "Psychiatry", 10},
        {"Psychiatry\xC3\xA9", NULL, 0},
        {"Psychiatry\xC2", "Psychiatry", 10},
        {"\xC2\xAEPsychiatry", NULL, 0},
        {"Otolaryngology \xE2\x80\x93 Head and Neck Surgery", "Otolaryngology", 40},
        {"Otolaryngology \xE2\x80\x93 Head", "Otolaryngology", 14},
        {"", NULL, 0},
        {"and", NULL, 0},
    };
    const imr_knowledge *k = imr_knowledge_builtin();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t matched = 99;
        const imr_entry *e = longest(k, cases[i].text, strlen(cases[i].text), &matched);
        if (!CHECK_TEXT(e != NULL ? imr_entry_key(e, NULL) : NULL, cases[i].key) ||
            !CHECK(matched == cases[i].matched))
            printf("    of %s: %zu bytes\n", cases[i].text, matched);
    }
    /* Not a byte beyond the size is looked at, whatever stands there. */
    size_t matched;
    CHECK(longest(k, "Pain Medicine", 8, &matched) != NULL);
    CHECK(matched == 4);
    char place[64] = "Washington, D.C., and";
    const imr_entry *e = imr_knowledge_longest(k, IMR_TABLE_STATES, place, 21, &matched);
    CHECK(e != NULL && matched == 16);
    CHECK_TEXT(e != NULL ? imr_entry_key(e, NULL) : NULL, "District of Columbia");
}

/* Whatever a text is written like, the same is found; and no byte behind it has a part in it. */
static void finds_the_longest_however_written(void)
{
    static const char *const texts[] = {
        "pain medicine, anesthesiology",
        "pain management and is licensed",
        "pain medicines and others",
        "internal medicine and pediatr",
        "internal medicine and pediatrics. he",
        "pain medicine of the spine and more",
        "psychiatry\xE2\x80\x93neurology, both",
        "otolaryngology \xE2\x80\x93 head and neck surgery",
        "orthopaedic surgery of the spine",
        "no specialty stands here at all",
        "neuromusculoskeletal medicine and osteopathic manipulative medicine",
    };
    imr_knowledge *over = overlay_with_a_specialty();
    const imr_knowledge *levels[] = {imr_knowledge_builtin(), over};
    size_t wrong = 0, found = 0;
    for (size_t i = 0; i < 2 * sizeof texts / sizeof *texts; i++) {
        const char *text = texts[i / 2];
        for (size_t size = strlen(text) + 1; size-- > 0;) {
            char capitals[128] = "", spaced[256] = "";
            size_t matched, here, wide = 0, wider = 0;
            const imr_entry *e = longest(levels[i % 2], text, size, &matched);
            for (size_t k = 0; k < size; k++) {
                bool small = text[k] >= 'a' && text[k] <= 'z';
                capitals[k] = small ? (char)(text[k] - 32) : text[k];
                spaced[wide++] = text[k];
                if (text[k] == ' ')
                    spaced[wide++] = '\t';
                if (k + 1 == matched)
                    wider = wide;
            }
            wrong += e != longest(levels[i % 2], capitals, size, &here);
            wrong += here != matched;
            wrong += e != longest(levels[i % 2], spaced, wide, &here);
            wrong += here != wider;
            found += e != NULL;
        }
    }
    CHECK(wrong == 0);
    CHECK(found > 200);
    imr_knowledge_release(over);
}

/* What is remembered is what would be found, whatever a text goes on with behind what was read. */
static void recalls_what_it_finds(void)
{
    static const char *const texts[] = {
        "pain medicine, anesthesiology",
        "pain management and is licensed",
        "pain medicines and others",
        "internal medicine and pediatr",
        "internal medicine and pediatrics. he",
        "psychiatry\xE2\x80\x93neurology, both",
        "orthopaedic surgery of the spine",
        "no specialty stands here at all",
        "neuromusculoskeletal medicine and osteopathic manipulative medicine",
    };
    static const char behind[] = " .a\t\xC2\xC3";
    static imr_memory memory;
    imr_knowledge *over = overlay_with_a_specialty();
    const imr_knowledge *levels[] = {imr_knowledge_builtin(), over};
    size_t wrong = 0, found = 0;
    for (size_t i = 0; i < 4 * sizeof texts / sizeof *texts; i++) {
        const char *words = texts[i % (sizeof texts / sizeof *texts)];
        for (size_t size = strlen(words) + 1; size-- > 1;)
            for (const char *next = behind; *next != '\0'; next++) {
                char text[128 + IMR_NAME_READS] = "";
                size_t matched;
                const imr_knowledge *k = levels[i / (sizeof texts / sizeof *texts) % 2];
                memcpy(text, words, size);
                memset(text + size, *next, 2);
                for (size_t more = 0; more < 3; more++) {
                    const imr_entry *e = imr_knowledge_longest(k, IMR_TABLE_SPECIALTIES, text,
                                                               size + more, &matched);
                    imr_recollection r =
                        imr_knowledge_recall(k, &memory, IMR_TABLE_SPECIALTIES, text, size + more);
                    wrong += e != r.entry || matched != r.matched;
                    /* a note is of the entry in whose slot it was left */
                    uint8_t *note =
                        r.slot != IMR_NOT_RECALLED ? &memory.notes[r.slot] : &(uint8_t){0};
                    uint8_t own = (uint8_t)(1 + (uintptr_t)e / sizeof(void *) % 200);
                    wrong += *note != 0 && *note != own;
                    *note = own;
                    found += e != NULL;
                }
            }
    }
    CHECK(wrong == 0);
    CHECK(found > 1000);
    /* a table does not answer for another */
    const char words[64] = "pain medicine, anesthesiology";
    imr_recollection r = imr_knowledge_recall(levels[0], &memory, IMR_TABLE_STATES, words, 29);
    CHECK(r.entry == NULL && r.matched == 0);
    imr_knowledge_release(over);
}

/* The same as a search for the name with its year, asked twice so that it is remembered. */
static void knows_editions(void)
{
    static const char *const names[] = {"Chronic Pain Medical Treatment",
                                        "Opioids Treatment",
                                        "Initial Approaches to Treatment",
                                        "Low Back Complaints",
                                        "Elbow Complaints",
                                        "MTUS"};
    static imr_memory memory;
    const imr_knowledge *builtin = imr_knowledge_builtin();
    imr_knowledge *over = overlay_of(NULL);
    const char *id = "Back 2013", *authority = "MTUS";
    size_t id_size = 9, authority_size = 4, found = 0, wrong = 0;
    imr_field_value fields[] = {{"id", &id, &id_size, 1},
                                {"authority", &authority, &authority_size, 1}};
    imr_error error;
    CHECK(imr_knowledge_add(over, "guidelines", TEXT("Low Back Complaints 2013"), fields, 2,
                            &error) == IMR_OK);
    for (int i = 0; i < 4 * 6 * 20; i++) {
        const imr_knowledge *k = i % 2 == 0 ? builtin : over;
        const char *name = names[i / 2 % 6];
        char year[8], full[64];
        snprintf(year, sizeof year, "%d", 2000 + i / 12 % 20);
        snprintf(full, sizeof full, "%s %s", name, year);
        const imr_entry *of = imr_knowledge_find(builtin, IMR_TABLE_GUIDELINES, name, strlen(name));
        const imr_entry *e = imr_knowledge_edition(k, &memory, IMR_TABLE_GUIDELINES, of, year);
        const char *key = imr_entry_key(of, NULL);
        if (strcmp(key, name) == 0) /* else the name is an alias */
            wrong += e != imr_knowledge_find(k, IMR_TABLE_GUIDELINES, full, strlen(full));
        found += e != NULL;
    }
    CHECK(wrong == 0);
    CHECK(found >= 4 && found < 100);
    imr_knowledge_release(over);
}

/* No name is left out by its first two bytes, and most other words are. */
static void knows_what_names_begin_with(void)
{
    imr_knowledge *over = overlay_of(NULL);
    const imr_knowledge *k = imr_knowledge_builtin();
    const uint32_t *states = imr_knowledge_seconds(k, IMR_TABLE_STATES);
    static const char *const names[] = {"california", "d.c.", "new york", "wyoming"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        CHECK(imr_knowledge_may_begin(states, names[i]));
    CHECK(imr_knowledge_may_begin(states, "\xC2\xA0"));
    CHECK(!imr_knowledge_may_begin(states, "pain"));
    CHECK(!imr_knowledge_may_begin(states, "spine"));
    CHECK(imr_knowledge_may_begin(imr_knowledge_seconds(over, IMR_TABLE_STATES), "spine"));
    imr_knowledge_release(over);
}

static void lays_over(void)
{
    imr_knowledge *below = overlay_of(NULL);
    imr_error error;
    CHECK(add_specialty(below, "Wound Surgery", "General Surgery", "Surgery of Wounds", &error) ==
          IMR_OK);
    CHECK_TEXT(board(below, "wound surgery"), "General Surgery");
    CHECK_TEXT(board(below, "SURGERY  OF WOUNDS"), "General Surgery");
    CHECK_TEXT(board(below, "Pain Management"), "Pain Medicine");
    CHECK(specialty(imr_knowledge_builtin(), "Wound Surgery") == NULL);

    /* An entry of the same key replaces the built-in one whole, its aliases too. */
    imr_knowledge *k = overlay_of(below);
    imr_knowledge_release(below);
    CHECK(add_specialty(k, "PAIN medicine", "Pain", NULL, &error) == IMR_OK);
    CHECK_TEXT(board(k, "Pain Medicine"), "Pain");
    CHECK(specialty(k, "Pain Management") == NULL);
    size_t matched;
    CHECK(longest(k, TEXT("Pain Management"), &matched) == NULL);
    CHECK(matched == 0);
    CHECK_TEXT(board(k, "Wound Surgery"), "General Surgery");

    /* An alias hides what it names below, and that only. */
    CHECK(add_specialty(k, "Bones", "Bone Surgery", "Orthopaedic Surgery", &error) == IMR_OK);
    CHECK_TEXT(board(k, "Orthopaedic Surgery"), "Bone Surgery");
    CHECK_TEXT(board(k, "Orthopedics"), "Orthopedic Surgery");

    /* The longest of all levels, and of two as long the upper. */
    CHECK(add_specialty(k, "Pain Medicine of the Spine", "Spine Pain", NULL, &error) == IMR_OK);
    const imr_entry *e = longest(k, TEXT("Pain Medicine of the Spine."), &matched);
    CHECK_TEXT(e != NULL ? imr_entry_text(e, IMR_SPECIALTIES_BOARD, NULL) : NULL, "Spine Pain");
    CHECK(matched == 26);
    e = longest(k, TEXT("Pain Medicine of the"), &matched);
    CHECK_TEXT(e != NULL ? imr_entry_text(e, IMR_SPECIALTIES_BOARD, NULL) : NULL, "Pain");
    CHECK(matched == 13);

    /* The same key again, in one overlay. */
    CHECK(add_specialty(k, "Bones", "Orthopedic Surgery", "Bone Medicine", &error) == IMR_OK);
    CHECK_TEXT(board(k, "bones"), "Orthopedic Surgery");
    CHECK_TEXT(board(k, "bone medicine"), "Orthopedic Surgery");
    CHECK_TEXT(imr_entry_key(specialty(k, "Orthopaedic Surgery"), NULL), "Orthopedic Surgery");
    CHECK_TEXT(board(k, "Pain Medicine of the Spine"), "Spine Pain");
    imr_knowledge_release(k);
}

static void survives_many(void)
{
    imr_knowledge *k = overlay_of(NULL);
    imr_error error;
    char key[64], also[64];
    size_t added = 0;
    for (int i = 0; i < 3000; i++) {
        snprintf(key, sizeof key, "Specialty %d of the Region", i);
        snprintf(also, sizeof also, "Region %d", i);
        added += add_specialty(k, key, "Regional Medicine", also, &error) == IMR_OK;
    }
    CHECK(added == 3000);
    size_t found = 0;
    for (int i = 0; i < 3000; i++) {
        snprintf(key, sizeof key, "specialty %d of  the region", i);
        snprintf(also, sizeof also, "region %d", i);
        const imr_entry *e = specialty(k, key);
        found += e != NULL && specialty(k, also) == e;
    }
    CHECK(found == 3000);
    CHECK(specialty(k, "Specialty 3000 of the Region") == NULL);
    imr_knowledge_release(k);
}

static void says_what_is_wrong(void)
{
    imr_knowledge *k = overlay_of(NULL);
    const char *good = "Pain Medicine";
    static char wide[300];
    memset(wide, 'w', sizeof wide - 1);
#define VALUE(name, text)                                                                          \
    {                                                                                              \
        .field = (name), .values = &(text), .lengths = (size_t[]){strlen(text)}, .count = 1        \
    }
    const char *empty = " ", *control = "a\x01z", *latin = "caf\xE9", *odd = "prefx", *none = "";
    const struct {
        const char *table, *key, *message;
        imr_field_value fields[2];
        size_t count;
    } cases[] = {
        {"specialtis",
         "X",
         "no table \"specialtis\"; did you mean \"specialties\"?",
         {VALUE("board", good)},
         1},
        {"weather", "X", "no table \"weather\"", {VALUE("board", good)}, 1},
        {"specialties",
         good,
         "specialties[\"Pain Medicine\"].bord: no such key; did you mean \"board\"?",
         {VALUE("bord", good)},
         1},
        {"specialties", "X", "specialties[\"X\"].colour: no such key", {VALUE("colour", good)}, 1},
        {"specialties", "X", "specialties[\"X\"].board: is missing", {VALUE("also", good)}, 1},
        {"specialties",
         "X",
         "specialties[\"X\"].board: is given twice",
         {VALUE("board", good), VALUE("board", good)},
         2},
        {"specialties", "X", "specialties[\"X\"].board: is empty", {VALUE("board", empty)}, 1},
        {"specialties",
         "X",
         "specialties[\"X\"].board: has a control character",
         {VALUE("board", control)},
         1},
        {"specialties",
         "X",
         "specialties[\"X\"].board: is not valid UTF-8",
         {VALUE("board", latin)},
         1},
        {"specialties",
         "X",
         "specialties[\"X\"].board: takes one value, not 0",
         {{.field = "board"}},
         1},
        {"specialties", "X", "specialties[\"X\"].also: item 1 is empty", {VALUE("also", none)}, 1},
        {"prefixes",
         "peri",
         "prefixes[\"peri\"].kind: \"prefx\" is none of \"prefix\", \"element\"; did you mean "
         "\"prefix\"?",
         {VALUE("kind", odd)},
         1},
        {"specialties", "", "specialties: a key is empty", {VALUE("board", good)}, 1},
        {"specialties",
         "\xC0\x80",
         "specialties: a key is not valid UTF-8",
         {VALUE("board", good)},
         1},
        {"specialties",
         wide,
         "specialties: a key is longer than 255 bytes",
         {VALUE("board", good)},
         1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        imr_error error = {"", ""};
        CHECK(imr_knowledge_add(k, cases[i].table, cases[i].key, strlen(cases[i].key),
                                cases[i].fields, cases[i].count, &error) == IMR_BAD_ARGUMENT);
        CHECK_TEXT(error.message, cases[i].message);
        CHECK(imr_knowledge_add(k, cases[i].table, cases[i].key, strlen(cases[i].key),
                                cases[i].fields, cases[i].count, NULL) == IMR_BAD_ARGUMENT);
    }
    CHECK(specialty(k, "X") == NULL);

    /* Two entries of one overlay with the same name: an error in either order. */
    imr_error error;
    CHECK(add_specialty(k, "Fevers", "Internal Medicine", "Agues", &error) == IMR_OK);
    CHECK(add_specialty(k, "Chills", "Internal Medicine", "AGUES", &error) == IMR_BAD_ARGUMENT);
    CHECK_TEXT(error.message,
               "specialties[\"Chills\"].also: \"AGUES\" stands for \"Fevers\" already");
    CHECK(add_specialty(k, "Agues", "Internal Medicine", NULL, &error) == IMR_BAD_ARGUMENT);
    CHECK_TEXT(error.message, "specialties[\"Agues\"]: is an alias of \"Fevers\" already");
    CHECK_TEXT(board(k, "agues"), "Internal Medicine");

    /* A long key is cut, between two characters. */
    char key[120];
    memset(key, 'k', sizeof key);
    memcpy(key + 59, "\xC3\xA9", 2);
    key[119] = '\0';
    imr_field_value bad = VALUE("bord", good);
    CHECK(imr_knowledge_add(k, "specialties", key, 119, &bad, 1, &error) == IMR_BAD_ARGUMENT);
    CHECK(strncmp(error.message + 13 + 59, "...\"].bord: ", 12) == 0);
    imr_knowledge_release(k);
}

static void accepts_only_utf8(void)
{
    static const struct {
        const char *bytes;
        bool good;
    } cases[] = {
        {"\xC3\xA9", true},
        {"\xE2\x82\xAC", true},
        {"\xF0\x9F\xA9\xBA", true},
        {"\xF4\x8F\xBF\xBF", true},
        {"\xED\x9F\xBF", true},
        {"\xC1\xA9", false},
        {"\xE0\x9F\xBF", false},
        {"\xED\xA0\x80", false},
        {"\xF0\x8F\xBF\xBF", false},
        {"\xF4\x90\x80\x80", false},
        {"\xF5\x80\x80\x80", false},
        {"\xE2\x82", false},
        {"\xE2\x82z", false},
        {"\x80", false},
        {"\xFF", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        imr_knowledge *k = overlay_of(NULL);
        imr_status status = add_specialty(k, cases[i].bytes, cases[i].bytes, NULL, NULL);
        if (!CHECK(status == (cases[i].good ? IMR_OK : IMR_BAD_ARGUMENT)))
            printf("    case %zu\n", i);
        CHECK_TEXT(board(k, cases[i].bytes), cases[i].good ? cases[i].bytes : NULL);
        imr_knowledge_release(k);
    }
}

static void names_tables_and_fields(void)
{
    const char *const *names = imr_knowledge_tables();
    size_t count = 0;
    bool seen = false;
    for (; names[count] != NULL; count++) {
        seen = seen || strcmp(names[count], "specialties") == 0;
        CHECK(count == 0 || strcmp(names[count - 1], names[count]) < 0);
    }
    CHECK(count == IMR_TABLES && seen);
    const char *name, *type;
    CHECK(imr_knowledge_field("specialties", IMR_SPECIALTIES_BOARD, &name, &type));
    CHECK_TEXT(name, "board");
    CHECK_TEXT(type, "string");
    CHECK(imr_knowledge_field("states", IMR_STATES_ALSO, &name, &type));
    CHECK_TEXT(name, "also");
    CHECK_TEXT(type, "list");
    CHECK(!imr_knowledge_field("states", 2, &name, &type));
    CHECK(!imr_knowledge_field("weather", 0, &name, &type));
}

/* Builds overlays; whatever fails, what was there before is still found. */
static bool build_overlays(const imr_allocator *a, void *user)
{
    (void)user;
    imr_knowledge *below, *k;
    if (imr_knowledge_new(a, NULL, &below) != IMR_OK)
        return false;
    imr_status status = imr_knowledge_new(a, below, &k);
    imr_knowledge_release(below);
    if (status != IMR_OK)
        return false;
    char key[40], also[40];
    int added = 0;
    for (; added < 40; added++) {
        snprintf(key, sizeof key, "Specialty Number %d", added);
        snprintf(also, sizeof also, "Number %d", added);
        status = add_specialty(k, key, "Numbers", also, NULL);
        if (status != IMR_OK)
            break;
    }
    if (status == IMR_OK)
        status = add_specialty(k, "Specialty Number 7", "Sevens", "Seven", NULL);
    int found = 0;
    for (int i = 0; i < added; i++) {
        snprintf(key, sizeof key, "SPECIALTY number %d", i);
        found += specialty(k, key) != NULL;
    }
    CHECK(found == added);
    CHECK_TEXT(board(k, "Specialty Number 7"), added <= 7         ? NULL
                                               : status == IMR_OK ? "Sevens"
                                                                  : "Numbers");
    CHECK_TEXT(board(k, "Seven"), status == IMR_OK ? "Sevens" : NULL);
    imr_knowledge_release(k);
    return status == IMR_OK;
}

/* Retains and releases from several threads while all look up. */
static void *use_from_thread(void *user)
{
    const imr_knowledge *k = user;
    size_t found = 0;
    for (int i = 0; i < 20000; i++) {
        const imr_knowledge *mine = imr_knowledge_retain(k);
        found += specialty(mine, "Fevers") != NULL && specialty(mine, "Pain Management") != NULL;
        imr_knowledge_release(mine);
    }
    imr_knowledge_release(k);
    return found == 20000 ? NULL : user;
}

static void is_shared_by_threads(void)
{
    imr_knowledge *k = overlay_of(NULL);
    CHECK(add_specialty(k, "Fevers", "Internal Medicine", NULL, NULL) == IMR_OK);
    pthread_t threads[4];
    for (size_t i = 0; i < 4; i++) {
        imr_knowledge_retain(k);
        CHECK(pthread_create(&threads[i], NULL, use_from_thread, k) == 0);
    }
    imr_knowledge_release(k);
    for (size_t i = 0; i < 4; i++) {
        void *result;
        pthread_join(threads[i], &result);
        CHECK(result == NULL);
    }
    imr_knowledge_release(NULL);
    CHECK(imr_knowledge_retain(NULL) == NULL);
    imr_knowledge_release(imr_knowledge_retain(imr_knowledge_builtin()));
    CHECK(specialty(imr_knowledge_builtin(), "Pain") != NULL);
}

int main(void)
{
    finds_by_key_and_alias();
    compares_normalized();
    finds_whatever_is_there();
    finds_the_longest();
    finds_the_longest_however_written();
    recalls_what_it_finds();
    knows_editions();
    knows_what_names_begin_with();
    lays_over();
    survives_many();
    says_what_is_wrong();
    accepts_only_utf8();
    names_tables_and_fields();
    CHECK(check_every_failure(build_overlays, NULL) > 40);
    is_shared_by_threads();
    return check_result();
}
