/* lua_session.c - what a session at the prompt needs of the system: Ctrl-C that stops the work and
 * not the program, waiting for input, a file for its history. */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lua_imr.h"

/* A signal's handler is told nothing but the signal: which Lua thread works for the prompt, and
 * that Ctrl-C came, has to stand where it can find it. */
static _Atomic(lua_State *) working;
static volatile sig_atomic_t interrupted;

enum { SOON = LUA_MASKCALL | LUA_MASKRET | LUA_MASKLINE | LUA_MASKCOUNT };

/* Once raised, what is to be closed gets its time to end in order. What then still runs is a loop
 * that catches errors: raised twice in a row, the second reaches the loop itself. */
static void stop(lua_State *L, lua_Debug *ar)
{
    enum { TO_CLOSE = 100000 }; /* instructions */
    (void)ar;
    if (lua_gethookmask(L) == SOON)
        lua_sethook(L, stop, LUA_MASKCOUNT, TO_CLOSE);
    else
        lua_sethook(L, stop, SOON, 1);
    lua_pushliteral(L, "interrupted");
    lua_error(L);
}

static void stop_soon(lua_State *L)
{
    lua_sethook(L, stop, SOON, 1);
}

static void on_interrupt(int number)
{
    (void)number;
    int problem = errno;
    interrupted = 1;
    lua_State *L = atomic_load(&working);
    if (L != NULL)
        stop_soon(L); /* which may be called at any time */
    errno = problem;
}

typedef struct session {
    struct sigaction before;
    bool open;
} session;

static session *check_session(lua_State *L)
{
    session *s = luaL_checkudata(L, 1, IMR_MT_SESSION);
    luaL_argcheck(L, s->open, 1, "the session has ended");
    return s;
}

/* session() -> Ctrl-C is caught until this is closed */
int imr_lua_new_session(lua_State *L)
{
    session *s = lua_newuserdatauv(L, sizeof *s, 0);
    s->open = false;
    luaL_setmetatable(L, IMR_MT_SESSION);
    struct sigaction action = {.sa_handler = on_interrupt}; /* reading is not taken up again */
    sigemptyset(&action.sa_mask);
    if (sigaction(SIGINT, NULL, &s->before) == 0 && s->before.sa_handler == on_interrupt)
        return luaL_error(L, "there is a session already");
    s->open = sigaction(SIGINT, &action, &s->before) == 0;
    interrupted = 0;
    return 1;
}

static int close_session(lua_State *L)
{
    session *s = luaL_checkudata(L, 1, IMR_MT_SESSION);
    if (s->open)
        sigaction(SIGINT, &s->before, NULL);
    s->open = false;
    return 0;
}

/* s:call(f, ...) -> true and what f returns; false and the error; or nil where Ctrl-C stopped it */
static int session_call(lua_State *L)
{
    check_session(L);
    luaL_checkany(L, 2);
    lua_State *outer = atomic_exchange(&working, L);
    if (interrupted) /* before there was anything to stop */
        stop_soon(L);
    int status = lua_pcall(L, lua_gettop(L) - 2, LUA_MULTRET, 0);
    atomic_store(&working, outer);
    bool stopped = lua_gethook(L) == stop;
    lua_sethook(L, NULL, 0, 0);
    interrupted = 0;
    if (status != LUA_OK && stopped) {
        lua_pushnil(L);
        return 1;
    }
    lua_pushboolean(L, status == LUA_OK);
    lua_replace(L, 1);
    return lua_gettop(L);
}

/* s:resume(coroutine.resume, co, ...) does that, and Ctrl-C reaches what runs in `co` */
static int session_resume(lua_State *L)
{
    check_session(L);
    lua_State *co = lua_tothread(L, 3);
    luaL_argexpected(L, co != NULL, 3, "coroutine");
    lua_State *outer = atomic_load(&working);
    atomic_store(&working, outer != NULL ? co : NULL);
    lua_call(L, lua_gettop(L) - 2, LUA_MULTRET); /* which raises nothing: the coroutine is one */
    atomic_store(&working, outer);
    if (lua_gethook(co) == stop) {
        lua_sethook(co, NULL, 0, 0);
        stop_soon(L);
    }
    return lua_gettop(L) - 1;
}

/* s:wait() -> true where there is something to be read on standard input; false after Ctrl-C */
static int session_wait(lua_State *L)
{
    check_session(L);
    sigset_t interrupt, before;
    sigemptyset(&interrupt);
    sigaddset(&interrupt, SIGINT);
    sigprocmask(SIG_BLOCK, &interrupt, &before); /* it comes while waiting, or not at all */
    struct pollfd input = {.fd = 0, .events = POLLIN};
    int ready = 0;
    while (!interrupted && ready == 0) {
        ready = ppoll(&input, 1, NULL, &before);
        if (ready < 0 && errno == EINTR)
            ready = 0;
    }
    sigprocmask(SIG_SETMASK, &before, NULL);
    lua_pushboolean(L, !interrupted);
    interrupted = 0;
    return 1;
}

void imr_lua_open_session(lua_State *L)
{
    static const luaL_Reg methods[] = {{"call", session_call},
                                       {"resume", session_resume},
                                       {"wait", session_wait},
                                       {"close", close_session},
                                       {NULL, NULL}};
    luaL_newmetatable(L, IMR_MT_SESSION);
    lua_pushcfunction(L, close_session);
    lua_setfield(L, -2, "__gc");
    lua_pushcfunction(L, close_session);
    lua_setfield(L, -2, "__close");
    luaL_newlib(L, methods);
    lua_setfield(L, -2, "__index");
    lua_pop(L, 1);
}

typedef void readline_function(void);

/* abandon_line(module) -> whether readline, which the Lua module at this path has linked, gave up
 * the line that it reads. What lua-readline has for it closes the terminal before readline is done
 * with it; so readline is told first. */
int imr_lua_abandon_line(lua_State *L)
{
    void *module = dlopen(luaL_checkstring(L, 1), RTLD_NOW | RTLD_NOLOAD);
    void *found[2] = {NULL, NULL}; /* POSIX has these in objects' pointers */
    if (module != NULL) {
        found[0] = dlsym(module, "rl_callback_sigcleanup"); /* out of a search, say */
        found[1] = dlsym(module, "rl_callback_handler_remove");
        for (int i = 0; i < 2 && found[0] != NULL && found[1] != NULL; i++) {
            readline_function *call;
            memcpy(&call, &found[i], sizeof call);
            call();
        }
        dlclose(module); /* which stays loaded */
    }
    lua_pushboolean(L, found[0] != NULL && found[1] != NULL);
    return 1;
}

/* private_file(path) -> true where there is such a file now, which may be written; a new one, and
 * new folders above it, are for the user alone. Or nil, message. */
int imr_lua_private_file(lua_State *L)
{
    size_t size;
    const char *given = luaL_checklstring(L, 1, &size);
    luaL_argcheck(L, strlen(given) == size, 1, "a path has no zero bytes");
    char *path = lua_newuserdatauv(L, size + 1, 0);
    memcpy(path, given, size + 1);
    for (char *at = path + 1; size > 0 && (at = strchr(at, '/')) != NULL; at++) {
        *at = '\0';
        if (mkdir(path, 0700) != 0 && errno != EEXIST)
            return luaL_fileresult(L, 0, path);
        *at = '/';
    }
    int fd = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    int status = luaL_fileresult(L, fd >= 0, path);
    if (fd >= 0)
        close(fd);
    return status;
}
