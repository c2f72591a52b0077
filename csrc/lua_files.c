/* lua_files.c - what the command needs of the system: its output, the terminal. */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lua_imr.h"

/* isatty(fd) -> boolean */
int imr_lua_isatty(lua_State *L)
{
    lua_pushboolean(L, isatty((int)luaL_checkinteger(L, 1)));
    return 1;
}

/* columns() -> width and height of the terminal on standard output, or nil */
int imr_lua_columns(lua_State *L)
{
    struct winsize size;
    if (ioctl(1, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return 0;
    lua_pushinteger(L, size.ws_col);
    lua_pushinteger(L, size.ws_row);
    return 2;
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
