/* lua_files.c - what the command needs of the system: files, folders, the terminal. */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lua_imr.h"
#include "reader.h"
#include "reader_error.h"

/* Pushes nil, message, code. */
static int fail(lua_State *L, const char *path, int number)
{
    imr_error error;
    imr_reader_failed(&error, path, number);
    return imr_lua_fail(L, &error);
}

/* read_stdin() -> string, or nil, message, code. Waits by poll(), which a signal always ends: a
 * call of any function then lets Lua raise what its handler of Ctrl-C asked for. */
int imr_lua_read_stdin(lua_State *L)
{
    enum { CHUNK = 1 << 16 };
    luaL_Buffer text;
    luaL_buffinit(L, &text);
    while (luaL_bufflen(&text) <= IMR_MAX_BYTES) { /* a byte more says that there is more */
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
            return fail(L, "standard input", errno);
        }
    }
    luaL_pushresult(&text);
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

/* processors() -> how many processors this process may run on */
int imr_lua_processors(lua_State *L)
{
    cpu_set_t set;
    lua_pushinteger(L, sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1);
    return 1;
}

/* The descriptor of an open file of Lua's io library. */
static int descriptor(lua_State *L, int index)
{
    const luaL_Stream *stream = luaL_checkudata(L, index, LUA_FILEHANDLE);
    luaL_argcheck(L, stream->closef != NULL, index, "the file is closed");
    return fileno(stream->f);
}

/* claim(file) -> whether nobody else who claims has the file; it is given back when closed, which a
 * program that is started meanwhile does not put off */
int imr_lua_claim(lua_State *L)
{
    int fd = descriptor(L, 1);
    fcntl(fd, F_SETFD, FD_CLOEXEC);
    lua_pushboolean(L, flock(fd, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK);
    return 1;
}

/* truncate(file, size) -> true, or nil, message */
int imr_lua_truncate(lua_State *L)
{
    return luaL_fileresult(L, ftruncate(descriptor(L, 1), (off_t)luaL_checkinteger(L, 2)) == 0,
                           NULL);
}

/* identify(path) -> what is the same for every name of a file, "file", "folder" or "other", and its
 * path without links; or nil */
int imr_lua_identify(lua_State *L)
{
    const char *path = luaL_checkstring(L, 1);
    struct stat st;
    if (stat(path, &st) != 0)
        return 0;
    lua_pushfstring(L, "%I:%I", (LUAI_UACINT)st.st_dev, (LUAI_UACINT)st.st_ino);
    lua_pushstring(L, S_ISREG(st.st_mode) ? "file" : S_ISDIR(st.st_mode) ? "folder" : "other");
    char real[PATH_MAX];
    lua_pushstring(L, realpath(path, real)); /* nil for what has no path, such as a pipe */
    return 3;
}

/* Gives a new file the owner and the mode of the one whose place it is to take. */
static bool alike(int fd, const struct stat *old)
{
    return fchown(fd, old->st_uid, old->st_gid) == 0 && fchmod(fd, old->st_mode & 07777) == 0;
}

/* create_beside(path) -> the path of a new empty file in the folder of `path`, to take its place;
 * or nil, message */
int imr_lua_create_beside(lua_State *L)
{
    enum { TRIES = 1000 };
    const char *path = luaL_checkstring(L, 1);
    const char *slash = strrchr(path, '/');
    const char *folder = lua_pushlstring(L, path, slash != NULL ? (size_t)(slash - path) + 1 : 0);
    struct stat st;
    bool old = stat(path, &st) == 0;
    for (int i = 1; i <= TRIES; i++) {
        const char *name =
            lua_pushfstring(L, "%s.imr-%I-%d.part", folder, (LUAI_UACINT)getpid(), i);
        int fd = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, old ? 0600 : 0666);
        if (fd >= 0 && (!old || alike(fd, &st))) {
            close(fd);
            return 1;
        }
        int problem = errno;
        if (fd >= 0) {
            unlink(name);
            close(fd);
        }
        lua_pop(L, 1);
        errno = problem;
        if (problem != EEXIST)
            break;
    }
    return luaL_fileresult(L, 0, NULL);
}
