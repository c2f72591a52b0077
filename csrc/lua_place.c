/* lua_place.c - what `imr.locate` asks the core. */
#include "excerpt.h"
#include "lua_imr.h"

/* place(text, first, last) -> line, column, excerpt of the bytes first to last of a letter's text
 */
int imr_lua_place(lua_State *L)
{
    size_t size;
    const char *bytes = luaL_checklstring(L, 1, &size);
    lua_Integer first = luaL_checkinteger(L, 2), last = luaL_checkinteger(L, 3);
    luaL_argcheck(L, first >= 1 && (lua_Unsigned)first <= size + 1, 2, "outside the text");
    luaL_argcheck(L, last >= first - 1, 3, "before the first byte");
    imr_text text = imr_text_uncleaned(bytes, size);
    imr_position from = {0};
    size_t line, column;
    char excerpt[IMR_EXCERPT_SIZE];
    imr_text_position(&text, &from, (size_t)first - 1, &line, &column);
    size_t excerpt_size = imr_excerpt(&text, (size_t)first - 1, (size_t)last, excerpt);
    lua_pushinteger(L, (lua_Integer)line);
    lua_pushinteger(L, (lua_Integer)column);
    lua_pushlstring(L, excerpt, excerpt_size);
    return 3;
}

/* nearest_path(path) -> the schema's path that is nearest, or nil */
int imr_lua_nearest_path(lua_State *L)
{
    size_t size;
    const char *path = luaL_checklstring(L, 1, &size);
    char best[IMR_PATH_SIZE];
    if (!imr_nearest_path(path, size, best))
        return 0;
    lua_pushstring(L, best);
    return 1;
}
