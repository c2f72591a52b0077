/* lua_options.c - the options table: checked whole before anything is done. */
#include <string.h>

#include "lua_imr.h"

static const char *const option_names[] = {"fields", "max_bytes", "max_issues", "name", NULL};

int imr_lua_unknown(lua_State *L, int argument, const char *what, const char *name,
                    const char *const *names)
{
    enum { NEAR = 3 };
    const char *best = NULL;
    int least = NEAR + 1;
    luaL_Buffer all;
    for (int i = 0; names[i] != NULL; i++) {
        int d = imr_name_distance(name, strlen(name), names[i], strlen(names[i]), NEAR);
        if (d < least) {
            least = d;
            best = names[i];
        }
    }
    const char *message;
    if (best != NULL) {
        message = lua_pushfstring(L, "unknown %s \"%s\"; did you mean \"%s\"?", what, name, best);
    } else {
        luaL_buffinit(L, &all);
        for (int i = 0; names[i] != NULL; i++) {
            luaL_addstring(&all, i > 0 ? ", " : "");
            luaL_addstring(&all, names[i]);
        }
        luaL_pushresult(&all);
        message =
            lua_pushfstring(L, "unknown %s \"%s\"; known: %s", what, name, lua_tostring(L, -1));
    }
    return argument > 0 ? luaL_argerror(L, argument, message) : luaL_error(L, "%s", message);
}

static int wrong_type(lua_State *L, int argument, const char *option, const char *expected)
{
    return luaL_argerror(L, argument,
                         lua_pushfstring(L, "option \"%s\": %s expected, got %s", option, expected,
                                         luaL_typename(L, -1)));
}

/* A positive integer at the stack's top; 0 where it is nil. */
static size_t positive(lua_State *L, int argument, const char *option)
{
    if (lua_isnil(L, -1))
        return 0;
    int ok;
    lua_Integer n = lua_tointegerx(L, -1, &ok);
    if (!ok || lua_type(L, -1) != LUA_TNUMBER)
        wrong_type(L, argument, option, "an integer");
    if (n <= 0)
        luaL_argerror(
            L, argument,
            lua_pushfstring(L, "option \"%s\": must be 1 or more, got %I", option, (LUAI_UACINT)n));
    return (size_t)n;
}

/* The list of field paths at `list` as an array of C strings, in a userdata that stays on the
 * stack, as does a table that holds the strings. */
static void read_fields(lua_State *L, int argument, int list, imr_options *out)
{
    lua_Unsigned n = lua_rawlen(L, list);
    for (lua_pushnil(L); lua_next(L, list) != 0; lua_pop(L, 1)) {
        if (lua_isinteger(L, -2) && (lua_Unsigned)lua_tointeger(L, -2) - 1 < n)
            continue;
        luaL_tolstring(L, -2, NULL);
        luaL_argerror(L, argument,
                      lua_pushfstring(L,
                                      "option \"fields\": a list of field paths expected, got "
                                      "the key \"%s\"",
                                      lua_tostring(L, -1)));
    }
    if (n == 0)
        luaL_argerror(L, argument, "option \"fields\": it names no field; leave it out for all");
    if (n > 10000)
        luaL_argerror(L, argument, "option \"fields\": more than 10000 paths");
    lua_createtable(L, (int)n, 0); /* holds the strings, whatever becomes of the caller's list */
    int held = lua_gettop(L);
    const char **paths = lua_newuserdatauv(L, (n + 1) * sizeof *paths, 0);
    imr_projection known;
    imr_projection_none(&known);
    for (lua_Unsigned i = 1; i <= n; i++) {
        if (lua_rawgeti(L, list, (lua_Integer)i) != LUA_TSTRING)
            luaL_argerror(L, argument,
                          lua_pushfstring(L, "option \"fields\": a string expected at [%I], got %s",
                                          (LUAI_UACINT)i, luaL_typename(L, -1)));
        size_t size;
        paths[i - 1] = lua_tolstring(L, -1, &size);
        imr_error error;
        if (imr_projection_add(&known, paths[i - 1], size, &error) != IMR_OK)
            luaL_argerror(L, argument, lua_pushfstring(L, "option \"fields\": %s", error.message));
        lua_rawseti(L, held, (lua_Integer)i);
    }
    out->fields = paths;
    out->field_count = (size_t)n;
}

static void check_names(lua_State *L, int index)
{
    lua_pushnil(L);
    while (lua_next(L, index) != 0) {
        lua_pop(L, 1);
        if (lua_type(L, -1) != LUA_TSTRING)
            luaL_argerror(L, index,
                          lua_pushfstring(L, "options have names; found a key of type %s",
                                          luaL_typename(L, -1)));
        const char *name = lua_tostring(L, -1);
        bool known = false;
        for (int i = 0; option_names[i] != NULL; i++)
            known |= strcmp(option_names[i], name) == 0;
        if (!known)
            imr_lua_unknown(L, index, "option", name, option_names);
    }
}

void imr_lua_options(lua_State *L, int index, imr_options *out)
{
    *out = (imr_options){0};
    if (lua_isnoneornil(L, index))
        return;
    luaL_checktype(L, index, LUA_TTABLE);
    check_names(L, index);

    lua_pushliteral(L, "max_bytes");
    lua_rawget(L, index);
    out->max_bytes = positive(L, index, "max_bytes");
    lua_pop(L, 1);
    lua_pushliteral(L, "max_issues");
    lua_rawget(L, index);
    out->max_issues = positive(L, index, "max_issues");
    lua_pop(L, 1);

    lua_pushliteral(L, "name");
    if (lua_rawget(L, index) != LUA_TNIL) {
        if (lua_type(L, -1) != LUA_TSTRING)
            wrong_type(L, index, "name", "a string");
        out->name = lua_tolstring(L, -1, &out->name_size); /* stays on the stack */
    } else {
        lua_pop(L, 1);
    }

    lua_pushliteral(L, "fields");
    if (lua_rawget(L, index) != LUA_TNIL) {
        if (!lua_istable(L, -1))
            wrong_type(L, index, "fields", "a list of field paths");
        read_fields(L, index, lua_gettop(L), out);
    } else {
        lua_pop(L, 1);
    }
}
