/* lua_files.c - what the command needs of the system: files, folders, the terminal. */
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "lua_imr.h"
#include "reader.h"

typedef struct bytes_object {
    imr_bytes bytes;
} bytes_object;

static int close_bytes(lua_State *L)
{
    bytes_object *b = luaL_checkudata(L, 1, IMR_MT_BYTES);
    imr_bytes_free(&imr_default_allocator, &b->bytes);
    return 0;
}

static bytes_object *new_bytes(lua_State *L)
{
    bytes_object *b = lua_newuserdatauv(L, sizeof *b, 0);
    b->bytes = IMR_BYTES_NONE;
    luaL_setmetatable(L, IMR_MT_BYTES);
    return b;
}

void imr_lua_open_files(lua_State *L)
{
    luaL_newmetatable(L, IMR_MT_BYTES);
    lua_pushcfunction(L, close_bytes);
    lua_setfield(L, -2, "__gc");
    lua_pop(L, 1);
}

const char *imr_lua_read_file(lua_State *L, const char *path, size_t max_bytes, size_t *size)
{
    bytes_object *b = new_bytes(L);
    imr_error error;
    imr_status status = imr_read_file(&imr_default_allocator, path, max_bytes, &b->bytes, &error);
    if (status == IMR_IO) {
        imr_lua_fail(L, &error);
        return NULL;
    }
    imr_lua_check(L, status, &error);
    *size = b->bytes.size;
    return b->bytes.data != NULL ? b->bytes.data : "";
}

/* read_stdin(max_bytes) -> string, or nil, message, code */
int imr_lua_read_stdin(lua_State *L)
{
    lua_Integer limit = luaL_optinteger(L, 1, (lua_Integer)IMR_MAX_BYTES + 1);
    luaL_argcheck(L, limit > 0, 1, "must be 1 or more");
    bytes_object *b = new_bytes(L);
    imr_error error;
    imr_status status = imr_read_stream(&imr_default_allocator, 0, "standard input", (size_t)limit,
                                        &b->bytes, &error);
    if (status == IMR_IO)
        return imr_lua_fail(L, &error);
    imr_lua_check(L, status, &error);
    lua_pushlstring(L, b->bytes.data ? b->bytes.data : "", b->bytes.size);
    return 1;
}

typedef struct walk_object {
    imr_walk *walk;
} walk_object;

static int close_walk(lua_State *L)
{
    walk_object *w = lua_touserdata(L, 1);
    imr_walk_free(w->walk);
    w->walk = NULL;
    return 0;
}

static void set_string(lua_State *L, const char *name, const char *value)
{
    if (value != NULL) {
        lua_pushstring(L, value);
        lua_setfield(L, -2, name);
    }
}

/* list(path, all) -> list of {path} or {path, message, code}; or nil, message, code */
int imr_lua_list_files(lua_State *L)
{
    size_t size;
    const char *path = luaL_checklstring(L, 1, &size);
    luaL_argcheck(L, strlen(path) == size, 1, "a path has no zero bytes");
    bool all = lua_toboolean(L, 2) != 0;
    lua_settop(L, 2);
    walk_object *w = lua_newuserdatauv(L, sizeof *w, 0);
    w->walk = NULL;
    lua_createtable(L, 0, 1);
    lua_pushcfunction(L, close_walk);
    lua_setfield(L, -2, "__gc");
    lua_setmetatable(L, -2);
    imr_error error;
    imr_status status = imr_walk_new(&imr_default_allocator, path, all, &w->walk, &error);
    if (status == IMR_IO)
        return imr_lua_fail(L, &error);
    imr_lua_check(L, status, &error);
    lua_newtable(L);
    for (lua_Integer i = 1;; i++) {
        imr_found found;
        imr_lua_check(L, imr_walk_next(w->walk, &found), NULL);
        if (found.path == NULL)
            return 1;
        lua_createtable(L, 0, 3);
        set_string(L, "path", found.path);
        set_string(L, "message", found.message);
        set_string(L, "code", found.code);
        lua_rawseti(L, -2, i);
    }
}

/* isatty(fd) -> boolean */
int imr_lua_isatty(lua_State *L)
{
    lua_pushboolean(L, isatty((int)luaL_checkinteger(L, 1)));
    return 1;
}

/* columns() -> width of the terminal on standard output, or nil */
int imr_lua_columns(lua_State *L)
{
    struct winsize size;
    if (ioctl(1, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        lua_pushinteger(L, size.ws_col);
    else
        lua_pushnil(L);
    return 1;
}
