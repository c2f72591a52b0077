/* The one description of the keys: its table, its paths, and what of a document is wanted. */
#include "schema.h"

#include "check.h"

enum { MOST = 400, LONGEST = 128 };

typedef struct path_list {
    char paths[MOST][LONGEST];
    imr_level level[MOST];
    int key[MOST];
    size_t count;
} path_list;

static void take_path(void *user, const char *path, imr_level level, int key)
{
    path_list *l = user;
    if (l->count == MOST || strlen(path) >= LONGEST) {
        CHECK(!"room for all paths");
        return;
    }
    snprintf(l->paths[l->count], LONGEST, "%s", path);
    l->level[l->count] = level;
    l->key[l->count++] = key;
}

static path_list all;

static void levels_are_described(void)
{
    int flat = 0;
    for (int i = 0; i < IMR_LEVELS; i++) {
        const imr_level_info *level = &imr_levels[i];
        CHECK(strlen(level->name) > 0 && strlen(level->meaning) > 0 && level->count > 0);
        CHECK(level->flat == flat);
        flat += level->count;
        for (int k = 0; k < level->count; k++) {
            const imr_key_info *key = &level->keys[k];
            CHECK(strlen(key->name) == key->name_size && key->name_size > 0);
            CHECK(strlen(key->meaning) > 0 && strlen(key->stage) > 0);
            CHECK((key->type == IMR_RECORD || key->type == IMR_RECORDS) ==
                  (key->of != IMR_LEVEL_none));
            for (int other = 0; other < k; other++)
                CHECK(strcmp(level->keys[other].name, key->name) != 0);
        }
    }
    CHECK(flat == IMR_FLAT_KEYS);
    CHECK(imr_levels[IMR_LEVEL_issue].keys[IMR_issue_decision].type == IMR_STRING);
    CHECK_TEXT(imr_levels[IMR_LEVEL_issue].keys[IMR_issue_decision].name, "decision");
    CHECK_TEXT(imr_type_name(IMR_STRING), "string");
    CHECK_TEXT(imr_type_name(IMR_DATE), "date");
    CHECK_TEXT(imr_type_name(IMR_INTEGER), "integer");
    CHECK_TEXT(imr_type_name(IMR_BOOLEAN), "boolean");
    CHECK_TEXT(imr_type_name(IMR_STRINGS), "list of strings");
    CHECK_TEXT(imr_type_name(IMR_RECORD), "record");
    CHECK_TEXT(imr_type_name(IMR_RECORDS), "list of records");
}

/* Every path once, a record's before what is inside it. */
static void paths_are_in_order(void)
{
    static const char *const some[] = {
        "source",       "case.number",     "reviewer.specialties",           "summary",
        "issues",       "issues.decision", "issues.modification.authorized", "diagnostics.code",
        "issues.number"};
    for (size_t s = 0; s < sizeof some / sizeof *some; s++) {
        size_t found = 0;
        for (size_t i = 0; i < all.count; i++)
            found += strcmp(all.paths[i], some[s]) == 0;
        CHECK(found == 1);
    }
    for (size_t i = 0; i < all.count; i++) {
        const imr_key_info *key = &imr_levels[all.level[i]].keys[all.key[i]];
        const char *dot = strrchr(all.paths[i], '.');
        CHECK_TEXT(dot != NULL ? dot + 1 : all.paths[i], key->name);
        bool outer = dot == NULL;
        for (size_t j = 0; j < i; j++) {
            CHECK(strcmp(all.paths[i], all.paths[j]) != 0);
            outer |= dot != NULL && strlen(all.paths[j]) == (size_t)(dot - all.paths[i]) &&
                     strncmp(all.paths[i], all.paths[j], (size_t)(dot - all.paths[i])) == 0;
        }
        CHECK(outer);
    }
}

/* The node and key that a path leads to. */
static const imr_node *node_of(const imr_projection *p, const char *path, int *key)
{
    const imr_node *node = &p->nodes[0];
    for (;;) {
        size_t size = strcspn(path, ".");
        const imr_level_info *level = &imr_levels[node->level];
        for (*key = 0; *key < level->count; ++*key)
            if (level->keys[*key].name_size == size &&
                memcmp(level->keys[*key].name, path, size) == 0)
                break;
        if (*key == level->count)
            return NULL;
        if (path[size] == '\0')
            return node;
        node = &p->nodes[node->child[*key]];
        path += size + 1;
    }
}

static bool wants(const imr_projection *p, const char *path)
{
    int key;
    const imr_node *node = node_of(p, path, &key);
    return node != NULL && imr_wanted(node, key);
}

static bool starts_with(const char *path, const char *outer)
{
    size_t n = strlen(outer);
    return strncmp(path, outer, n) == 0 && (path[n] == '\0' || path[n] == '.');
}

static bool always(const char *path)
{
    return strcmp(path, "source") == 0 || strcmp(path, "template") == 0 ||
           starts_with(path, "diagnostics");
}

/* A path wants itself, what is inside it and the records around it, and nothing else. */
static void every_path_wants_its_own(void)
{
    for (size_t i = 0; i < all.count; i++) {
        imr_projection p;
        imr_error error;
        imr_projection_none(&p);
        if (!CHECK(imr_projection_add(&p, all.paths[i], strlen(all.paths[i]), &error) == IMR_OK))
            continue;
        for (size_t j = 0; j < all.count; j++) {
            bool want = always(all.paths[j]) || starts_with(all.paths[j], all.paths[i]) ||
                        starts_with(all.paths[i], all.paths[j]);
            if (!CHECK(wants(&p, all.paths[j]) == want))
                printf("    %s where %s was asked for\n", all.paths[j], all.paths[i]);
        }
    }
}

static bool same(const imr_projection *a, const imr_projection *b)
{
    bool good = a->count == b->count;
    for (int n = 0; good && n < a->count; n++) {
        const imr_node *x = &a->nodes[n], *y = &b->nodes[n];
        good = x->level == y->level && x->keys == y->keys &&
               memcmp(x->child, y->child, sizeof x->child) == 0;
    }
    return good;
}

static void all_wants_all_and_none_little(void)
{
    imr_projection p, sum;
    imr_projection_all(&p);
    CHECK(p.count <= IMR_NODES);
    imr_projection_none(&sum);
    for (size_t i = 0; i < all.count; i++) {
        CHECK(wants(&p, all.paths[i]));
        imr_projection_add(&sum, all.paths[i], strlen(all.paths[i]), NULL);
    }
    CHECK(same(&sum, &p));
    imr_projection_none(&p);
    for (size_t i = 0; i < all.count; i++)
        CHECK(wants(&p, all.paths[i]) == always(all.paths[i]));
}

static void unknown_paths_name_the_nearest(void)
{
    static const struct {
        const char *path, *nearest;
    } rows[] = {
        {"sumary", "\"summary\""},
        {"issues.desicion", "\"issues.decision\""},
        {"issue.decision", "\"issues.decision\""},
        {"case.nummber", "\"case.number\""},
        {"Summary", "\"summary\""},
        {"decison", "\"issues.decision\""},
        {"rationale", "\"issues.rationale\""},
        {"reviewer.specialites", "\"reviewer.specialties\""},
        {"", "imr.schema()"},
        {".", "imr.schema()"},
        {"summary.text", NULL},
        {"summary.", NULL},
        {"issues..decision", NULL},
        {".summary", NULL},
        {"issues.", NULL},
        {"case number", NULL},
        {"nothing of the kind at all", "imr.schema()"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        imr_projection p, before;
        imr_projection_none(&p);
        before = p;
        imr_error error = {0};
        size_t size = strlen(rows[i].path);
        CHECK(imr_projection_add(&p, rows[i].path, size, &error) == IMR_BAD_ARGUMENT);
        CHECK(same(&p, &before));
        CHECK(error.code != NULL && strstr(error.message, rows[i].path) != NULL);
        if (rows[i].nearest != NULL && !CHECK(strstr(error.message, rows[i].nearest) != NULL))
            printf("    %s\n", error.message);
        CHECK(imr_projection_add(&p, rows[i].path, size, NULL) == IMR_BAD_ARGUMENT);
    }
    /* Long ones are cut in the message; what stands behind the size is not read. */
    char path[5000];
    memset(path, 'x', sizeof path);
    imr_projection p;
    imr_error error = {0};
    imr_projection_none(&p);
    CHECK(imr_projection_add(&p, path, sizeof path, &error) == IMR_BAD_ARGUMENT);
    CHECK(strlen(error.message) < 300);
    CHECK(imr_projection_add(&p, "summaryxxx", 7, NULL) == IMR_OK && wants(&p, "summary"));
}

static void distances_are_counted(void)
{
    static const struct {
        const char *a, *b;
        int limit, want;
    } rows[] = {
        {"", "", 3, 0},           {"case", "case", 3, 0},         {"Case", "cASE", 3, 0},
        {"case", "cas", 3, 1},    {"case", "ccase", 3, 1},        {"case", "cbse", 3, 1},
        {"case", "acse", 3, 1},   {"decision", "desicion", 3, 2}, {"", "abc", 3, 3},
        {"", "abcd", 3, 4},       {"abc", "xyz", 2, 3},           {"summary", "rationale", 3, 4},
        {"issues", "isues", 0, 1}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t a = strlen(rows[i].a), b = strlen(rows[i].b);
        CHECK(imr_name_distance(rows[i].a, a, rows[i].b, b, rows[i].limit) == rows[i].want);
        CHECK(imr_name_distance(rows[i].b, b, rows[i].a, a, rows[i].limit) == rows[i].want);
    }
    char name[64];
    memset(name, 'a', sizeof name);
    CHECK(imr_name_distance(name, 63, name, 63, 3) == 0);
    CHECK(imr_name_distance(name, 64, name, 64, 3) == 4);
}

int main(void)
{
    imr_schema_paths(take_path, &all);
    CHECK(all.count >= IMR_FLAT_KEYS);
    levels_are_described();
    paths_are_in_order();
    every_path_wants_its_own();
    all_wants_all_and_none_little();
    unknown_paths_name_the_nearest();
    distances_are_counted();
    return check_result();
}
