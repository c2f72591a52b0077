/* lua_parser.c - the parser as a userdata, and its methods. */
#include <string.h>

#include "lua_imr.h"

/* ---- contexts -------------------------------------------------------------------------------- */

typedef struct parser_object {
    imr_parser *parser;
} parser_object;

typedef struct context_object {
    imr_context *context;
} context_object;

static int close_context(lua_State *L)
{
    context_object *c = luaL_checkudata(L, 1, IMR_MT_CONTEXT);
    imr_context_free(c->context);
    c->context = NULL;
    return 0;
}

static int close_parser(lua_State *L)
{
    parser_object *p = luaL_checkudata(L, 1, IMR_MT_PARSER);
    imr_parser_release(p->parser);
    p->parser = NULL;
    return 0;
}

static parser_object *check_parser(lua_State *L)
{
    parser_object *p = luaL_checkudata(L, 1, IMR_MT_PARSER);
    luaL_argcheck(L, p->parser != NULL, 1, "the parser is closed");
    return p;
}

/* Takes the parser's context and leaves it on the stack. While it is out, the parser has none: a
 * call from a finalizer gets one of its own, and after an error this one is simply collected. */
static imr_context *take_context(lua_State *L)
{
    if (lua_getiuservalue(L, 1, 1) == LUA_TUSERDATA) {
        lua_pushnil(L);
        lua_setiuservalue(L, 1, 1);
        return ((context_object *)lua_touserdata(L, -1))->context;
    }
    lua_pop(L, 1);
    context_object *c = lua_newuserdatauv(L, sizeof *c, 0);
    c->context = NULL;
    luaL_setmetatable(L, IMR_MT_CONTEXT);
    imr_lua_check(L, imr_context_new(NULL, &c->context), NULL);
    return c->context;
}

static void give_context(lua_State *L, int index)
{
    lua_pushvalue(L, index);
    lua_setiuservalue(L, 1, 1);
}

/* ---- methods --------------------------------------------------------------------------------- */

typedef enum output { ONE_TABLE, ALL_TABLES, ALL_JSON } output;

static int parse_bytes(lua_State *L, const char *bytes, size_t size, imr_options *options,
                       output what)
{
    parser_object *p = check_parser(L);
    options->all = what != ONE_TABLE;
    imr_context *c = take_context(L);
    int context = lua_gettop(L);
    const imr_document *const *letters;
    size_t count;
    imr_error error;
    imr_lua_check(L, imr_parse(c, p->parser, bytes, size, options, &letters, &count, &error),
                  &error);
    if (what == ONE_TABLE) {
        imr_lua_push_document(L, letters[0]);
    } else {
        lua_createtable(L, (int)count, 0);
        for (size_t i = 0; i < count; i++) {
            if (what == ALL_JSON) {
                const char *json;
                size_t json_size;
                imr_lua_check(L, imr_document_json(c, letters[i], &json, &json_size), NULL);
                lua_pushlstring(L, json, json_size);
            } else {
                imr_lua_push_document(L, letters[i]);
            }
            lua_rawseti(L, -2, (lua_Integer)i + 1);
        }
        if (what == ALL_TABLES)
            imr_lua_are_documents(L);
    }
    give_context(L, context);
    return 1;
}

static int parse_text(lua_State *L, output what)
{
    check_parser(L);
    size_t size;
    luaL_argexpected(L, lua_type(L, 2) == LUA_TSTRING, 2, "string");
    const char *bytes = lua_tolstring(L, 2, &size);
    imr_options options;
    lua_settop(L, 3);
    imr_lua_options(L, 3, &options);
    return parse_bytes(L, bytes, size, &options, what);
}

static int parse_path(lua_State *L, output what)
{
    check_parser(L);
    luaL_argexpected(L, lua_type(L, 2) == LUA_TSTRING, 2, "string");
    size_t path_size;
    const char *path = lua_tolstring(L, 2, &path_size);
    luaL_argcheck(L, strlen(path) == path_size, 2, "a path has no zero bytes");
    imr_options options;
    lua_settop(L, 3);
    imr_lua_options(L, 3, &options);
    if (options.name == NULL) {
        options.name = path;
        options.name_size = path_size;
    }
    size_t limit = options.max_bytes ? options.max_bytes : IMR_MAX_BYTES;
    if (limit > IMR_TEXT_MAX)
        limit = IMR_TEXT_MAX;
    size_t size;
    const char *bytes = imr_lua_read_letter(L, path, limit, imr_lua_timeout(L, 3), &size);
    if (bytes == NULL)
        return 3;
    return parse_bytes(L, bytes, size, &options, what);
}

static int parser_parse(lua_State *L)
{
    return parse_text(L, ONE_TABLE);
}

static int parser_parse_all(lua_State *L)
{
    return parse_text(L, ALL_TABLES);
}

static int parser_json(lua_State *L)
{
    return parse_text(L, ALL_JSON);
}

static int parser_parse_file(lua_State *L)
{
    return parse_path(L, ONE_TABLE);
}

static int parser_parse_file_all(lua_State *L)
{
    return parse_path(L, ALL_TABLES);
}

static int parser_json_file(lua_State *L)
{
    return parse_path(L, ALL_JSON);
}

static const luaL_Reg methods[] = {
    {"parse", parser_parse},
    {"parse_all", parser_parse_all},
    {"parse_file", parser_parse_file},
    {"parse_file_all", parser_parse_file_all},
    {"json", parser_json},
    {"json_file", parser_json_file},
    {"options", imr_lua_split_options},
    {NULL, NULL},
};

void imr_lua_open_parser(lua_State *L)
{
    luaL_newmetatable(L, IMR_MT_CONTEXT);
    lua_pushcfunction(L, close_context);
    lua_setfield(L, -2, "__gc");
    lua_pop(L, 1);
    luaL_newmetatable(L, IMR_MT_PARSER);
    lua_pushcfunction(L, close_parser);
    lua_setfield(L, -2, "__gc");
    luaL_newlibtable(L, methods);
    imr_lua_push_upvalues(L);
    luaL_setfuncs(L, methods, IMR_UPVALUES);
    lua_setfield(L, -2, "__index");
    lua_pop(L, 1);
}

/* ---- new: knowledge laid over the built-in --------------------------------------------------- */

/* The overlay while it is filled; a userdata, so that an error leaks nothing. */
static int close_knowledge(lua_State *L)
{
    const imr_knowledge **k = lua_touserdata(L, 1);
    imr_knowledge_release(*k);
    *k = NULL;
    return 0;
}

static imr_knowledge **new_knowledge(lua_State *L)
{
    imr_knowledge **k = lua_newuserdatauv(L, sizeof *k, 0);
    *k = NULL;
    lua_createtable(L, 0, 1);
    lua_pushcfunction(L, close_knowledge);
    lua_setfield(L, -2, "__gc");
    lua_setmetatable(L, -2);
    imr_lua_check(L, imr_knowledge_new(NULL, NULL, k), NULL);
    return k;
}

/* A list has its items at 1, 2, 3 ... and nothing else. */
static void check_list(lua_State *L, int list, const char *table, const char *key,
                       const char *field)
{
    lua_Integer count = (lua_Integer)lua_rawlen(L, list);
    lua_pushnil(L);
    while (lua_next(L, list) != 0) {
        if (!lua_isinteger(L, -2) || lua_tointeger(L, -2) < 1 || lua_tointeger(L, -2) > count)
            luaL_error(L, "%s[\"%s\"].%s: a list expected, but it has a key %s", table, key, field,
                       luaL_tolstring(L, -2, NULL));
        if (lua_type(L, -1) != LUA_TSTRING)
            luaL_error(L, "%s[\"%s\"].%s: a list of strings expected, but item %I is a %s", table,
                       key, field, lua_tointeger(L, -2), luaL_typename(L, -1));
        lua_pop(L, 1);
    }
}

/* The value at the stack's top as strings; pushes what keeps them alive. */
static void field_strings(lua_State *L, const char *table, const char *key, const char *field,
                          imr_field_value *out)
{
    int value = lua_gettop(L);
    if (lua_istable(L, value))
        check_list(L, value, table, key, field);
    size_t count = lua_istable(L, value) ? (size_t)lua_rawlen(L, value) : 1;
    const char **strings = lua_newuserdatauv(L, (count + 1) * sizeof *strings, 0);
    size_t *sizes = lua_newuserdatauv(L, (count + 1) * sizeof *sizes, 0);
    for (size_t i = 0; i < count; i++) {
        if (lua_istable(L, value))
            lua_rawgeti(L, value, (lua_Integer)i + 1);
        else
            lua_pushvalue(L, value);
        if (lua_isboolean(L, -1)) {
            strings[i] = lua_toboolean(L, -1) ? "true" : "false";
            sizes[i] = strlen(strings[i]);
        } else if (lua_type(L, -1) == LUA_TSTRING || lua_isinteger(L, -1)) {
            strings[i] = luaL_tolstring(L, -1, &sizes[i]);
            lua_remove(L, -2);
            continue; /* the string stays on the stack */
        } else {
            luaL_error(L, "%s[\"%s\"].%s: a string or a list of strings expected, got %s", table,
                       key, field, luaL_typename(L, -1));
        }
        lua_pop(L, 1);
        luaL_checkstack(L, 8, "knowledge");
    }
    *out = (imr_field_value){field, strings, sizes, count};
}

static void add_entry(lua_State *L, imr_knowledge *k, const char *table)
{
    enum { FIELDS_MAX = 32 };
    int entry = lua_gettop(L);
    if (lua_type(L, entry - 1) != LUA_TSTRING)
        luaL_error(L, "%s: an entry's key must be a string, got %s", table,
                   luaL_typename(L, entry - 1));
    size_t key_size;
    const char *key = lua_tolstring(L, entry - 1, &key_size);
    if (!lua_istable(L, entry))
        luaL_error(L, "%s[\"%s\"]: a table expected, got %s", table, key, luaL_typename(L, entry));
    imr_field_value fields[FIELDS_MAX];
    size_t count = 0;
    lua_pushnil(L);
    while (lua_next(L, entry) != 0) {
        luaL_checkstack(L, 16, "knowledge");
        if (lua_type(L, -2) != LUA_TSTRING)
            luaL_error(L, "%s[\"%s\"]: its keys have names; found a key of type %s", table, key,
                       luaL_typename(L, -2));
        if (count == FIELDS_MAX)
            luaL_error(L, "%s[\"%s\"]: more than %d keys", table, key, FIELDS_MAX);
        int field = lua_gettop(L) - 1;
        field_strings(L, table, key, lua_tostring(L, field), &fields[count++]);
        lua_pushvalue(L, field); /* the next round's key; what lies below stays alive */
    }
    imr_error error;
    imr_lua_check(L, imr_knowledge_add(k, table, key, key_size, fields, count, &error), &error);
    lua_settop(L, entry);
}

static void add_table(lua_State *L, imr_knowledge *k)
{
    int entries = lua_gettop(L);
    if (lua_type(L, entries - 1) != LUA_TSTRING)
        luaL_error(L, "options have names; found a key of type %s", luaL_typename(L, entries - 1));
    const char *table = lua_tostring(L, entries - 1);
    const char *const *names = imr_knowledge_tables();
    bool known = false;
    for (int i = 0; names[i] != NULL; i++)
        known |= strcmp(names[i], table) == 0;
    if (!known)
        imr_lua_unknown(L, 0, "option", table, names);
    if (!lua_istable(L, entries))
        luaL_error(L, "option \"%s\": a table of entries expected, got %s", table,
                   luaL_typename(L, entries));
    lua_pushnil(L);
    while (lua_next(L, entries) != 0) {
        add_entry(L, k, table);
        lua_pop(L, 1);
    }
}

int imr_lua_new_parser(lua_State *L)
{
    lua_settop(L, 1);
    imr_knowledge **k = NULL;
    if (!lua_isnil(L, 1)) {
        luaL_checktype(L, 1, LUA_TTABLE);
        k = new_knowledge(L);
        lua_pushnil(L);
        while (lua_next(L, 1) != 0) {
            luaL_checkstack(L, 16, "knowledge");
            add_table(L, *k);
            lua_pop(L, 1);
        }
    }
    parser_object *p = lua_newuserdatauv(L, sizeof *p, 1);
    p->parser = NULL;
    luaL_setmetatable(L, IMR_MT_PARSER);
    imr_error error;
    imr_lua_check(L, imr_parser_new(NULL, k ? *k : NULL, &p->parser, &error), &error);
    return 1;
}
