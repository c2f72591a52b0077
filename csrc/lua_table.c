/* lua_table.c - documents as plain tables, by the schema. */
#include <string.h>

#include "lua_imr.h"
#include "vector.h"

/* A Lua function has no more of them. */
_Static_assert(IMR_UPVALUES <= 255, "too many upvalues");

#define RECORD "imr.%s"
#define LIST "imr.%s list"
#define VALUES "imr.list"

static void push_metatable(lua_State *L, const char *format, int level)
{
    luaL_getmetatable(L, lua_pushfstring(L, format, imr_levels[level].name));
    lua_remove(L, -2);
}

void imr_lua_open_tables(lua_State *L)
{
    for (int l = 0; l < IMR_LEVELS; l++) { /* each sets __name */
        luaL_newmetatable(L, lua_pushfstring(L, RECORD, imr_levels[l].name));
        luaL_newmetatable(L, lua_pushfstring(L, LIST, imr_levels[l].name));
        lua_pop(L, 4);
    }
    luaL_newmetatable(L, VALUES);
    lua_pop(L, 1);
}

void imr_lua_push_metatables(lua_State *L)
{
    lua_createtable(L, 0, 3);
    lua_createtable(L, 0, IMR_LEVELS);
    lua_createtable(L, 0, IMR_LEVELS);
    for (int l = 0; l < IMR_LEVELS; l++) {
        push_metatable(L, RECORD, l);
        lua_setfield(L, -3, imr_levels[l].name);
        push_metatable(L, LIST, l);
        lua_setfield(L, -2, imr_levels[l].name);
    }
    lua_setfield(L, -3, "lists");
    lua_setfield(L, -2, "records");
    luaL_getmetatable(L, VALUES);
    lua_setfield(L, -2, "values");
}

/* ---- constants ------------------------------------------------------------------------------- */

/* The values that a schema lists, and the names that the built-in tables give, come up again and
 * again: Lua keeps those that were pushed last, so that it need not look them up by their text. A
 * constant is known by its address, which tells its place. */
enum { CONSTANTS_LOG = 8, CONSTANTS = 1 << CONSTANTS_LOG };

typedef struct constant {
    const char *string;
    uint32_t size;
} constant;

/* Pushes IMR_UP_CONSTANTS and IMR_UP_STRINGS. */
static void push_constants(lua_State *L)
{
    constant *known = lua_newuserdatauv(L, CONSTANTS * sizeof *known, 0);
    memset(known, 0, CONSTANTS * sizeof *known);
    lua_createtable(L, CONSTANTS, 0);
    for (int i = 1; i <= CONSTANTS; i++) {
        lua_pushboolean(L, 0);
        lua_rawseti(L, -2, i);
    }
}

IMR_APART void remember(lua_State *L, constant *slot, int place, const char *string, uint32_t size)
{
    lua_pushlstring(L, string, size); /* a finalizer may parse meanwhile, and remember others */
    lua_pushvalue(L, -1);
    lua_rawseti(L, lua_upvalueindex(IMR_UP_STRINGS), place);
    *slot = (constant){string, size};
}

static void push_constant(lua_State *L, const char *string, uint32_t size)
{
    constant *known = lua_touserdata(L, lua_upvalueindex(IMR_UP_CONSTANTS));
    uint64_t place = (uintptr_t)string * UINT64_C(0x9E3779B97F4A7C15) >> (64 - CONSTANTS_LOG);
    constant *slot = &known[place];
    if (slot->string == string && slot->size == size)
        lua_rawgeti(L, lua_upvalueindex(IMR_UP_STRINGS), (lua_Integer)place + 1);
    else
        remember(L, slot, (int)place + 1, string, size);
}

/* ---- upvalues -------------------------------------------------------------------------------- */

void imr_lua_push_upvalues(lua_State *L)
{
    luaL_checkstack(L, IMR_UPVALUES, "too many upvalues");
    for (int l = 0; l < IMR_LEVELS; l++)
        push_metatable(L, RECORD, l);
    for (int l = 0; l < IMR_LEVELS; l++)
        push_metatable(L, LIST, l);
    luaL_getmetatable(L, VALUES);
    imr_lua_push_fields(L);
    push_constants(L);
    for (int l = 0; l < IMR_LEVELS; l++)
        for (int k = 0; k < imr_levels[l].count; k++)
            lua_pushlstring(L, imr_levels[l].keys[k].name, imr_levels[l].keys[k].name_size);
}

static void set_metatable(lua_State *L, int upvalue)
{
    lua_pushvalue(L, lua_upvalueindex(upvalue));
    lua_setmetatable(L, -2);
}

static void push_record(lua_State *L, const imr_record *r);

static void push_places(lua_State *L, const imr_place *places, uint32_t count)
{
    lua_createtable(L, 0, (int)count);
    for (uint32_t i = 0; i < count; i++) {
        lua_pushlstring(L, places[i].path, places[i].path_size);
        lua_createtable(L, (int)places[i].count * 2, 0);
        for (uint32_t k = 0; k < places[i].count; k++) {
            lua_pushinteger(L, (lua_Integer)places[i].ranges[k].at + 1);
            lua_rawseti(L, -2, (lua_Integer)k * 2 + 1);
            lua_pushinteger(L, (lua_Integer)places[i].ranges[k].end);
            lua_rawseti(L, -2, (lua_Integer)k * 2 + 2);
        }
        lua_rawset(L, -3);
    }
}

/* The value of a key that holds records of the level `of`, or none. */
static void push_value(lua_State *L, const imr_value *v, imr_level of)
{
    switch (v->kind) {
    case IMR_ABSENT:
        lua_pushnil(L);
        break;
    case IMR_IS_CONSTANT:
        push_constant(L, v->as.string, v->size);
        break;
    case IMR_IS_STRING:
        lua_pushlstring(L, v->as.string, v->size);
        break;
    case IMR_IS_INTEGER:
        lua_pushinteger(L, (lua_Integer)v->as.integer);
        break;
    case IMR_IS_NUMBER:
        lua_pushnumber(L, v->as.number);
        break;
    case IMR_IS_RANGE:
        lua_createtable(L, 2, 0);
        lua_pushinteger(L, v->as.range[0]);
        lua_rawseti(L, -2, 1);
        lua_pushinteger(L, v->as.range[1]);
        lua_rawseti(L, -2, 2);
        break;
    case IMR_IS_BOOLEAN:
        lua_pushboolean(L, v->as.boolean);
        break;
    case IMR_IS_SPANS:
        push_places(L, v->as.places, v->size);
        break;
    case IMR_IS_RECORD:
        push_record(L, v->as.record);
        break;
    case IMR_IS_LIST:
    case IMR_IS_RECORDS:
        lua_createtable(L, (int)v->size, 0);
        for (uint32_t i = 0; i < v->size; i++) {
            if (v->kind == IMR_IS_LIST)
                push_value(L, &v->as.list[i], IMR_LEVEL_none);
            else
                push_record(L, v->as.records[i]);
            lua_rawseti(L, -2, (lua_Integer)i + 1);
        }
        set_metatable(L, of == IMR_LEVEL_none ? IMR_UP_VALUES : IMR_UP_LISTS + (int)of);
        break;
    }
}

static void push_record(lua_State *L, const imr_record *r)
{
    const imr_level_info *level = &imr_levels[r->level];
    lua_createtable(L, 0, imr_count_keys(r->given));
    for (uint64_t keys = r->given; keys != 0;) {
        int k = imr_take_key(&keys);
        lua_pushvalue(L, lua_upvalueindex(IMR_UP_KEYS + level->flat + k));
        push_value(L, &r->values[k], level->keys[k].of);
        lua_rawset(L, -3);
    }
    set_metatable(L, IMR_UP_RECORDS + (int)r->level);
}

void imr_lua_are_documents(lua_State *L)
{
    set_metatable(L, IMR_UP_LISTS + IMR_LEVEL_document);
}

void imr_lua_push_document(lua_State *L, const imr_document *d)
{
    /* A record needs a place for itself, a key and its value; a list for itself and an item; a
     * range, or a place in the text, for itself, a number and what the number is put into. */
    luaL_checkstack(L, IMR_LEVELS * (3 + 2) + 3, "document");
    push_record(L, d->root);
}
