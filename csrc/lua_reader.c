/* lua_reader.c - where letters are found: the files that a path names, and standard input. */
#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "lua_imr.h"
#include "reader.h"
#include "reader_error.h"

/* ---- walks ----------------------------------------------------------------------------------- */

typedef struct walk_object {
    imr_walk *walk;
} walk_object;

static walk_object *check_walk(lua_State *L)
{
    return luaL_checkudata(L, 1, IMR_MT_WALK);
}

/* close(); may be called again */
static int walk_close(lua_State *L)
{
    walk_object *w = check_walk(L);
    imr_walk_free(w->walk);
    w->walk = NULL;
    return 0;
}

/* walk(path, all) -> the files that a path or pattern names; or nil, message, code */
int imr_lua_walk(lua_State *L)
{
    size_t size;
    const char *path = luaL_checklstring(L, 1, &size);
    luaL_argcheck(L, strlen(path) == size, 1, "a path has no zero bytes");
    bool all = lua_toboolean(L, 2) != 0;
    walk_object *w = lua_newuserdatauv(L, sizeof *w, 0);
    w->walk = NULL;
    luaL_setmetatable(L, IMR_MT_WALK);
    imr_error error;
    imr_status status = imr_walk_new(&imr_default_allocator, path, all, &w->walk, &error);
    if (status == IMR_IO)
        return imr_lua_fail(L, &error);
    imr_lua_check(L, status, &error);
    return 1;
}

/* next() -> path; or path, message, code of a place that cannot be looked into; or nil after the
 * last, and when closed */
static int walk_next(lua_State *L)
{
    walk_object *w = check_walk(L);
    imr_found found;
    if (w->walk == NULL)
        return 0;
    imr_lua_check(L, imr_walk_next(w->walk, &found), NULL);
    lua_pushstring(L, found.path); /* NULL gives nil */
    lua_pushstring(L, found.message);
    lua_pushstring(L, found.code);
    return 3;
}

static const luaL_Reg walk_methods[] = {
    {"next", walk_next},
    {"close", walk_close},
    {NULL, NULL},
};

void imr_lua_open_reader(lua_State *L)
{
    luaL_newmetatable(L, IMR_MT_WALK);
    lua_pushcfunction(L, walk_close);
    lua_setfield(L, -2, "__gc");
    luaL_newlib(L, walk_methods);
    lua_setfield(L, -2, "__index");
    lua_pop(L, 1);
}

/* ---- standard input -------------------------------------------------------------------------- */

/* read_stdin(max_bytes or nil) -> string, or nil, message, code. Of a text a byte more than
 * max_bytes says that there is more; what may be a PDF has a limit of its own. Waits by poll(),
 * which a signal always ends: a call of any function then lets Lua raise what its handler of Ctrl-C
 * asked for. */
int imr_lua_read_stdin(lua_State *L)
{
    enum { CHUNK = 1 << 16 };
    lua_Integer given = luaL_optinteger(L, 1, (lua_Integer)IMR_MAX_BYTES);
    size_t limit = given > (lua_Integer)IMR_PDF_MAX_BYTES ? (size_t)given : IMR_PDF_MAX_BYTES;
    if (limit > IMR_TEXT_MAX)
        limit = IMR_TEXT_MAX;
    luaL_Buffer text;
    luaL_buffinit(L, &text);
    while (luaL_bufflen(&text) <= limit) {
        struct pollfd input = {.fd = 0, .events = POLLIN};
        ssize_t n = poll(&input, 1, -1);
        if (n > 0)
            n = read(0, luaL_prepbuffsize(&text, CHUNK), CHUNK);
        if (n > 0) {
            luaL_addsize(&text, (size_t)n);
        } else if (n == 0) {
            break;
        } else if (errno == EINTR) {
            imr_lua_signalled(L);
        } else if (errno != EAGAIN) {
            imr_error error;
            imr_reader_failed(&error, "standard input", errno);
            return imr_lua_fail(L, &error);
        }
    }
    luaL_pushresult(&text);
    return 1;
}
