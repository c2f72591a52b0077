/* lua_json.c - to_json: a document's table, which the analyst may have changed, as JSON.
 *
 * The keys that the schema knows come first, in its order; what the analyst added follows, by name.
 */
#include <stdlib.h>
#include <string.h>

#include "lua_imr.h"

enum { DEPTH_MAX = 64 };

typedef struct json_object {
    imr_json json;
} json_object;

static int close_json(lua_State *L)
{
    json_object *j = lua_touserdata(L, 1);
    imr_json_free(&j->json);
    return 0;
}

static imr_json *new_json(lua_State *L)
{
    json_object *j = lua_newuserdatauv(L, sizeof *j, 0);
    imr_json_init(&j->json, &imr_default_allocator);
    if (luaL_newmetatable(L, IMR_MT_JSON)) {
        lua_pushcfunction(L, close_json);
        lua_setfield(L, -2, "__gc");
    }
    lua_setmetatable(L, -2);
    return &j->json;
}

/* The way to the value being written, for messages. */
typedef struct place {
    const struct place *outer;
    const char *key; /* NULL: a list's element */
    lua_Integer element;
    int depth;
} place;

static void push_place(lua_State *L, const place *p)
{
    luaL_checkstack(L, 8, "to_json");
    if (p->outer == NULL) {
        lua_pushliteral(L, "document");
        return;
    }
    push_place(L, p->outer);
    if (p->key != NULL)
        lua_pushfstring(L, "%s.%s", lua_tostring(L, -1), p->key);
    else
        lua_pushfstring(L, "%s[%I]", lua_tostring(L, -1), (LUAI_UACINT)p->element);
    lua_remove(L, -2);
}

static int refuse(lua_State *L, const place *p, const char *what)
{
    enum { SHOWN = 8 }; /* a table inside itself is deep without end */
    bool cut = p->depth > SHOWN;
    while (p->depth > SHOWN)
        p = p->outer;
    push_place(L, p);
    return luaL_argerror(
        L, 1, lua_pushfstring(L, "%s%s: %s", lua_tostring(L, -1), cut ? "..." : "", what));
}

/* What a table is where it is empty, and its keys do not tell. */
typedef enum form { A_RECORD, A_LIST, UNKNOWN_FORM } form;

static void write_value(lua_State *L, imr_json *j, imr_level level, form empty, const place *p);

/* Is the table at the top a list: all its keys 1..n? An empty table is one where the schema says
 * so, or nothing is known of it. */
static bool is_list(lua_State *L, form empty)
{
    int t = lua_gettop(L);
    lua_Integer n = (lua_Integer)lua_rawlen(L, t);
    if (n == 0) {
        lua_pushnil(L);
        if (lua_next(L, t) == 0)
            return empty != A_RECORD;
        lua_pop(L, 2);
        return false;
    }
    lua_Integer count = 0; /* of keys; a border may lie before a hole */
    lua_pushnil(L);
    while (lua_next(L, t) != 0) {
        lua_pop(L, 1);
        if (!lua_isinteger(L, -1)) {
            lua_pop(L, 1);
            return false;
        }
        count++;
    }
    return count == n;
}

static void write_list(lua_State *L, imr_json *j, imr_level level, const place *outer)
{
    int t = lua_gettop(L);
    lua_Integer n = (lua_Integer)lua_rawlen(L, t);
    imr_json_char(j, '[');
    for (lua_Integer i = 1; i <= n; i++) {
        if (i > 1)
            imr_json_char(j, ',');
        lua_rawgeti(L, t, i);
        place p = {outer, NULL, i, outer->depth + 1};
        write_value(L, j, level, level == IMR_LEVEL_none ? UNKNOWN_FORM : A_RECORD, &p);
        lua_pop(L, 1);
    }
    imr_json_char(j, ']');
}

static form form_of(const imr_key_info *known)
{
    if (known == NULL)
        return UNKNOWN_FORM;
    switch (known->type) {
    case IMR_STRINGS:
    case IMR_RANGES:
    case IMR_RECORDS:
        return A_LIST;
    case IMR_RECORD:
    case IMR_SPANS:
        return A_RECORD;
    default:
        return UNKNOWN_FORM;
    }
}

static void write_member(lua_State *L, imr_json *j, const char *name, size_t size,
                         const imr_key_info *known, bool *first, const place *outer)
{
    if (!*first)
        imr_json_char(j, ',');
    *first = false;
    imr_json_string(j, name, size);
    imr_json_char(j, ':');
    place p = {outer, name, 0, outer->depth + 1};
    write_value(L, j, known ? known->of : IMR_LEVEL_none, form_of(known), &p);
}

static bool known_key(imr_level level, const char *name, size_t size)
{
    if (level == IMR_LEVEL_none)
        return false;
    for (int k = 0; k < imr_levels[level].count; k++)
        if (imr_levels[level].keys[k].name_size == size &&
            memcmp(imr_levels[level].keys[k].name, name, size) == 0)
            return true;
    return false;
}

typedef struct name {
    const char *text;
    size_t size;
} name;

static int by_name(const void *a, const void *b)
{
    const name *x = a, *y = b;
    size_t size = x->size < y->size ? x->size : y->size;
    int order = memcmp(x->text, y->text, size);
    return order != 0 ? order : x->size < y->size ? -1 : x->size > y->size;
}

/* Refuses the table at `t`, which has a key of the type `type` and is no list. */
static int refuse_key(lua_State *L, int t, const char *type, const place *p)
{
    lua_Integer last = 0, gap = 1;
    for (lua_pushnil(L); lua_next(L, t) != 0; lua_pop(L, 1)) {
        if (!lua_isinteger(L, -2) || lua_tointeger(L, -2) < 1)
            return refuse(
                L, p, lua_pushfstring(L, "a key of type %s beside others or out of order", type));
        if (lua_tointeger(L, -2) > last)
            last = lua_tointeger(L, -2);
    }
    for (; lua_rawgeti(L, t, gap) != LUA_TNIL; gap++)
        lua_pop(L, 1);
    return refuse(L, p,
                  lua_pushfstring(L,
                                  "a list with the key %I and without %I; table.remove takes "
                                  "an element out and leaves no gap",
                                  (LUAI_UACINT)last, (LUAI_UACINT)gap));
}

/* The keys that the schema does not have, sorted. Leaves two values on the stack: a table that
 * holds the names, whatever a finalizer does to the analyst's table meanwhile, and their array. */
static name *other_names(lua_State *L, imr_level level, size_t *count, const place *p)
{
    int t = lua_gettop(L);
    lua_Integer n = 0;
    lua_newtable(L);
    for (lua_pushnil(L); lua_next(L, t) != 0; lua_pop(L, 1)) {
        if (lua_type(L, -2) != LUA_TSTRING)
            refuse_key(L, t, luaL_typename(L, -2), p);
        size_t size;
        const char *text = lua_tolstring(L, -2, &size);
        if (known_key(level, text, size))
            continue;
        lua_pushvalue(L, -2);
        lua_rawseti(L, t + 1, ++n);
    }
    name *names = lua_newuserdatauv(L, ((size_t)n + 1) * sizeof *names, 0);
    for (lua_Integer i = 0; i < n; i++) {
        lua_rawgeti(L, t + 1, i + 1);
        names[i].text = lua_tolstring(L, -1, &names[i].size);
        lua_pop(L, 1);
    }
    *count = (size_t)n;
    qsort(names, *count, sizeof *names, by_name);
    return names;
}

static void write_object(lua_State *L, imr_json *j, imr_level level, const place *p)
{
    int t = lua_gettop(L);
    bool first = true;
    size_t count;
    name *others = other_names(L, level, &count, p); /* checks the keys, too */
    imr_json_char(j, '{');
    for (int k = 0; level != IMR_LEVEL_none && k < imr_levels[level].count; k++) {
        const imr_key_info *key = &imr_levels[level].keys[k];
        lua_pushlstring(L, key->name, key->name_size);
        if (lua_rawget(L, t) != LUA_TNIL)
            write_member(L, j, key->name, key->name_size, key, &first, p);
        lua_pop(L, 1);
    }
    for (size_t i = 0; i < count; i++) {
        lua_pushlstring(L, others[i].text, others[i].size);
        if (lua_rawget(L, t) != LUA_TNIL)
            write_member(L, j, others[i].text, others[i].size, NULL, &first, p);
        lua_pop(L, 1);
    }
    imr_json_char(j, '}');
    lua_pop(L, 2);
}

/* The value at the stack's top. */
static void write_value(lua_State *L, imr_json *j, imr_level level, form empty, const place *p)
{
    luaL_checkstack(L, 16, "to_json");
    size_t size;
    const char *s;
    switch (lua_type(L, -1)) {
    case LUA_TSTRING:
        s = lua_tolstring(L, -1, &size);
        imr_json_string(j, s, size);
        break;
    case LUA_TNUMBER:
        if (lua_isinteger(L, -1))
            imr_json_integer(j, lua_tointeger(L, -1));
        else
            imr_json_number(j, lua_tonumber(L, -1));
        break;
    case LUA_TBOOLEAN:
        imr_json_boolean(j, lua_toboolean(L, -1) != 0);
        break;
    case LUA_TTABLE:
        if (p->depth >= DEPTH_MAX)
            refuse(L, p, "tables nested too deep for JSON, or inside themselves");
        if (is_list(L, empty))
            write_list(L, j, level, p);
        else
            write_object(L, j, level, p);
        break;
    default:
        refuse(L, p, lua_pushfstring(L, "a %s has no form in JSON", luaL_typename(L, -1)));
    }
    if (j->no_memory)
        luaL_error(L, "not enough memory");
}

int imr_lua_to_json(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 1);
    imr_json *j = new_json(L);
    lua_pushvalue(L, 1);
    place top = {NULL, NULL, 0, 0};
    write_value(L, j, IMR_LEVEL_document, A_RECORD, &top);
    lua_pushlstring(L, j->bytes ? j->bytes : "", j->size);
    return 1;
}
