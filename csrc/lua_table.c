/* lua_table.c - documents as plain tables, by the schema. */
#include "lua_imr.h"

void imr_lua_push_upvalues(lua_State *L)
{
    luaL_checkstack(L, IMR_UPVALUES, "too many upvalues");
    luaL_getmetatable(L, IMR_MT_DOCUMENT);
    luaL_getmetatable(L, IMR_MT_ISSUE);
    imr_lua_push_fields(L);
    for (int l = 0; l < IMR_LEVELS; l++)
        for (int k = 0; k < imr_levels[l].count; k++)
            lua_pushlstring(L, imr_levels[l].keys[k].name, imr_levels[l].keys[k].name_size);
}

static void push_record(lua_State *L, const imr_record *r);

static void push_places(lua_State *L, const imr_place *places, uint32_t count)
{
    luaL_checkstack(L, 4, "spans");
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

static void push_value(lua_State *L, const imr_value *v)
{
    switch (v->kind) {
    case IMR_ABSENT:
        lua_pushnil(L);
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
                push_value(L, &v->as.list[i]);
            else
                push_record(L, v->as.records[i]);
            lua_rawseti(L, -2, (lua_Integer)i + 1);
        }
        break;
    }
}

static void push_record(lua_State *L, const imr_record *r)
{
    const imr_level_info *level = &imr_levels[r->level];
    int count = 0;
    for (uint64_t keys = r->given; keys != 0; count++)
        imr_take_key(&keys);
    luaL_checkstack(L, 4, "document");
    lua_createtable(L, 0, count);
    for (uint64_t keys = r->given; keys != 0;) {
        int k = imr_take_key(&keys);
        lua_pushvalue(L, lua_upvalueindex(IMR_UP_KEYS + level->flat + k));
        push_value(L, &r->values[k]);
        lua_rawset(L, -3);
    }
    if (r->level == IMR_LEVEL_document || r->level == IMR_LEVEL_issue) {
        lua_pushvalue(
            L, lua_upvalueindex(r->level == IMR_LEVEL_document ? IMR_UP_DOCUMENT : IMR_UP_ISSUE));
        lua_setmetatable(L, -2);
    }
}

void imr_lua_push_document(lua_State *L, const imr_document *d)
{
    push_record(L, d->root);
}
