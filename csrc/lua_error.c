/* lua_error.c - what went wrong in the core, as Lua errors and as nil, message, code. */
#include "lua_imr.h"

void imr_lua_check(lua_State *L, imr_status status, const imr_error *error)
{
    if (status == IMR_NO_MEMORY)
        luaL_error(L, "not enough memory");
    if (status != IMR_OK)
        luaL_error(L, "%s", error->message);
}

int imr_lua_fail(lua_State *L, const imr_error *error)
{
    lua_pushnil(L);
    lua_pushstring(L, error->message);
    lua_pushstring(L, error->code);
    return 3;
}

static int nothing(lua_State *L)
{
    (void)L;
    return 0;
}

void imr_lua_signalled(lua_State *L)
{
    lua_pushcfunction(L, nothing);
    lua_call(L, 0, 0);
}
