/* lua_table.c - documents as plain tables, by the schema. */
#include "lua_imr.h"

void imr_lua_push_upvalues(lua_State *L)
{
    luaL_checkstack(L, IMR_UPVALUES, "too many upvalues");
    luaL_getmetatable(L, IMR_MT_DOCUMENT);
    luaL_getmetatable(L, IMR_MT_ISSUE);
    for (int l = 0; l < IMR_LEVELS; l++)
        for (int k = 0; k < imr_levels[l].count; k++)
            lua_pushlstring(L, imr_levels[l].keys[k].name, imr_levels[l].keys[k].name_size);
}

static void push_record(lua_State *L, const imr_projection *p, int node, const imr_record *r);

static void push_value(lua_State *L, const imr_projection *p, int node, const imr_value *v)
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
    case IMR_IS_RECORD:
        push_record(L, p, node, v->as.record);
        break;
    case IMR_IS_LIST:
    case IMR_IS_RECORDS:
        lua_createtable(L, (int)v->size, 0);
        for (uint32_t i = 0; i < v->size; i++) {
            if (v->kind == IMR_IS_LIST)
                push_value(L, p, node, &v->as.list[i]);
            else
                push_record(L, p, node, v->as.records[i]);
            lua_rawseti(L, -2, (lua_Integer)i + 1);
        }
        break;
    }
}

static void push_record(lua_State *L, const imr_projection *p, int node, const imr_record *r)
{
    const imr_level_info *level = &imr_levels[r->level];
    int count = 0;
    for (int k = 0; k < level->count; k++)
        count += imr_has(r, k);
    luaL_checkstack(L, 4, "document");
    lua_createtable(L, 0, count);
    for (int k = 0; k < level->count; k++) {
        if (!imr_value_wanted(p, node, r, k))
            continue;
        lua_pushvalue(L, lua_upvalueindex(IMR_UP_KEYS + level->flat + k));
        push_value(L, p, p->nodes[node].child[k], &r->values[k]);
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
    push_record(L, d->projection, 0, d->root);
}
