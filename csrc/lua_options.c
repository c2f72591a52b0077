/* lua_options.c - the options table: checked whole before anything is done. */
#include <string.h>

#include "lua_imr.h"

enum { FIELDS, MAX_BYTES, MAX_ISSUES, NAME, SPANS, TIMEOUT, OPTIONS };

static const char *const option_names[OPTIONS + 1] = {"fields", "max_bytes", "max_issues", "name",
                                                      "spans",  "timeout",   NULL};

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

int imr_lua_distance(lua_State *L)
{
    enum { NEAR = 3 };
    size_t a_size, b_size;
    const char *a = luaL_checklstring(L, 1, &a_size), *b = luaL_checklstring(L, 2, &b_size);
    int d = imr_name_distance(a, a_size, b, b_size, NEAR);
    if (d > NEAR)
        return 0;
    lua_pushinteger(L, d);
    return 1;
}

static int wrong_type(lua_State *L, int argument, const char *option, const char *expected)
{
    return luaL_argerror(L, argument,
                         lua_pushfstring(L, "option \"%s\": %s expected, got %s", option, expected,
                                         luaL_typename(L, -1)));
}

/* Pushes the value of an option that is one of `given`, by bits; else pushes nothing. */
static bool push_option(lua_State *L, int index, unsigned given, int option)
{
    if ((given >> option & 1) == 0)
        return false;
    lua_pushstring(L, option_names[option]);
    lua_rawget(L, index);
    return true;
}

/* An option that is a positive integer; 0 where it is not given. */
static size_t positive(lua_State *L, int index, unsigned given, int option)
{
    if (!push_option(L, index, given, option))
        return 0;
    int ok;
    lua_Integer n = lua_tointegerx(L, -1, &ok);
    if (!ok || lua_type(L, -1) != LUA_TNUMBER)
        wrong_type(L, index, option_names[option], "an integer");
    if (n <= 0)
        luaL_argerror(L, index,
                      lua_pushfstring(L, "option \"%s\": must be 1 or more, got %I",
                                      option_names[option], (LUAI_UACINT)n));
    lua_pop(L, 1);
    return (size_t)n;
}

/* A list of field paths that was looked up. Scripts give the same list for every letter; the list
 * is looked up again only where it is another one, or changed. Its strings are kept alive in the
 * user value, so that an equal address is an equal string. */
typedef struct known_fields {
    imr_projection projection;
    lua_Unsigned count;
    const char *paths[];
} known_fields;

void imr_lua_push_fields(lua_State *L)
{
    lua_newtable(L);
    lua_createtable(L, 0, 1);
    lua_pushliteral(L, "k");
    lua_setfield(L, -2, "__mode");
    lua_setmetatable(L, -2);
}

/* Is the list at `list` still what it was when it was looked up? */
static bool is_known(lua_State *L, int list, const known_fields *known)
{
    for (lua_Unsigned i = 0; i < known->count; i++) {
        bool same = lua_rawgeti(L, list, (lua_Integer)i + 1) == LUA_TSTRING &&
                    lua_tostring(L, -1) == known->paths[i];
        lua_pop(L, 1);
        if (!same)
            return false;
    }
    lua_pushinteger(L, (lua_Integer)known->count);
    bool more = lua_next(L, list) != 0;
    lua_pop(L, more ? 2 : 0);
    return !more;
}

/* Looks up the list of field paths at `list`; pushes the known_fields. */
static known_fields *look_up(lua_State *L, int argument, int list)
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
    known_fields *known = lua_newuserdatauv(L, sizeof *known + n * sizeof *known->paths, 1);
    imr_projection_none(&known->projection);
    known->count = n;
    lua_createtable(L, (int)n, 0);
    for (lua_Unsigned i = 1; i <= n; i++) {
        if (lua_rawgeti(L, list, (lua_Integer)i) != LUA_TSTRING)
            luaL_argerror(L, argument,
                          lua_pushfstring(L, "option \"fields\": a string expected at [%I], got %s",
                                          (LUAI_UACINT)i, luaL_typename(L, -1)));
        size_t size;
        known->paths[i - 1] = lua_tolstring(L, -1, &size);
        imr_error error;
        if (imr_projection_add(&known->projection, known->paths[i - 1], size, &error) != IMR_OK)
            luaL_argerror(L, argument, lua_pushfstring(L, "option \"fields\": %s", error.message));
        lua_rawseti(L, -2, (lua_Integer)i);
    }
    lua_setiuservalue(L, -2, 1);
    return known;
}

/* The paths of the list at `list`; what holds them stays on the stack. */
static const imr_projection *read_fields(lua_State *L, int argument, int list)
{
    lua_pushvalue(L, list);
    if (lua_rawget(L, lua_upvalueindex(IMR_UP_FIELDS)) == LUA_TUSERDATA) {
        const known_fields *known = lua_touserdata(L, -1);
        if (is_known(L, list, known))
            return &known->projection;
    }
    lua_pop(L, 1);
    const known_fields *known = look_up(L, argument, list);
    lua_pushvalue(L, list);
    lua_pushvalue(L, -2);
    lua_rawset(L, lua_upvalueindex(IMR_UP_FIELDS));
    return &known->projection;
}

/* Which of the names, by bits, the table at `index` has; others raise. */
static unsigned check_names(lua_State *L, int index, const char *const *names)
{
    unsigned given = 0;
    for (lua_pushnil(L); lua_next(L, index) != 0; lua_pop(L, 1)) {
        if (lua_type(L, -2) != LUA_TSTRING)
            luaL_argerror(L, index,
                          lua_pushfstring(L, "options have names; found a key of type %s",
                                          luaL_typename(L, -2)));
        const char *name = lua_tostring(L, -2);
        int i = 0;
        while (names[i] != NULL && strcmp(names[i], name) != 0)
            i++;
        if (names[i] == NULL)
            imr_lua_unknown(L, index, "option", name, names);
        given |= 1u << i;
    }
    return given;
}

unsigned imr_lua_milliseconds(lua_Number seconds)
{
    enum { MOST = 1000000 }; /* days are no limit */
    if (!(seconds > 0))
        return 0;
    if (seconds >= MOST)
        return MOST * 1000u;
    unsigned whole = (unsigned)(seconds * 1000);
    return whole < seconds * 1000 ? whole + 1 : whole;
}

static unsigned timeout_of(lua_State *L, int index, unsigned given)
{
    if (!push_option(L, index, given, TIMEOUT))
        return 0;
    if (lua_type(L, -1) != LUA_TNUMBER)
        wrong_type(L, index, "timeout", "a number of seconds");
    lua_Number seconds = lua_tonumber(L, -1);
    if (!(seconds > 0))
        luaL_argerror(L, index, "option \"timeout\": must be more than 0 seconds");
    lua_pop(L, 1);
    return imr_lua_milliseconds(seconds);
}

unsigned imr_lua_timeout(lua_State *L, int index)
{
    return lua_isnoneornil(L, index) ? 0
                                     : timeout_of(L, index, check_names(L, index, option_names));
}

void imr_lua_options(lua_State *L, int index, imr_options *out)
{
    *out = (imr_options){0};
    if (lua_isnoneornil(L, index))
        return;
    luaL_checktype(L, index, LUA_TTABLE);
    unsigned given = check_names(L, index, option_names);
    out->max_bytes = positive(L, index, given, MAX_BYTES);
    out->max_issues = positive(L, index, given, MAX_ISSUES);
    timeout_of(L, index, given); /* checked here, used by what reads files */
    if (push_option(L, index, given, SPANS)) {
        if (!lua_isboolean(L, -1))
            wrong_type(L, index, "spans", "a boolean");
        out->spans = lua_toboolean(L, -1) != 0;
        lua_pop(L, 1);
    }
    if (push_option(L, index, given, NAME)) {
        if (lua_type(L, -1) != LUA_TSTRING)
            wrong_type(L, index, "name", "a string");
        out->name = lua_tolstring(L, -1, &out->name_size); /* stays on the stack */
    }
    if (push_option(L, index, given, FIELDS)) {
        if (!lua_istable(L, -1))
            wrong_type(L, index, "fields", "a list of field paths");
        out->projection = read_fields(L, index, lua_gettop(L));
    }
}

int imr_lua_split_options(lua_State *L)
{
    enum { FURTHER = 16 };
    const char *names[OPTIONS + FURTHER + 1];
    luaL_checktype(L, 2, LUA_TTABLE);
    lua_settop(L, 3);
    lua_Integer further = (lua_Integer)lua_rawlen(L, 2);
    luaL_argcheck(L, further <= FURTHER, 2, "too many names");
    lua_newtable(L);
    if (!lua_isnil(L, 3)) {
        luaL_checktype(L, 3, LUA_TTABLE);
        size_t count = 0;
        while (option_names[count] != NULL) {
            names[count] = option_names[count];
            count++;
        }
        for (lua_Integer i = 1; i <= further; i++) {
            lua_rawgeti(L, 2, i); /* the list keeps it */
            names[count++] = luaL_checkstring(L, -1);
            lua_pop(L, 1);
        }
        names[count] = NULL;
        check_names(L, 3, names);
        for (lua_pushnil(L); lua_next(L, 3) != 0; lua_pop(L, 1)) {
            lua_pushvalue(L, -2);
            lua_pushvalue(L, -2);
            lua_rawset(L, 4);
        }
        for (lua_Integer i = 1; i <= further; i++) {
            lua_rawgeti(L, 2, i);
            lua_pushnil(L);
            lua_rawset(L, 4);
        }
    }
    lua_replace(L, 3); /* so that what is wrong is said of this argument */
    imr_options options;
    imr_lua_options(L, 3, &options);
    lua_settop(L, 3);
    return 1;
}
