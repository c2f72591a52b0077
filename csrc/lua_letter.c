/* lua_letter.c - files to texts: what a PDF says, of one file or of many. */
#include <string.h>

#include "extract.h"
#include "lua_imr.h"

/* ---- one file -------------------------------------------------------------------------------- */

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

typedef struct pdf_object {
    imr_pdf *job;
} pdf_object;

static int close_pdf(lua_State *L)
{
    pdf_object *p = luaL_checkudata(L, 1, IMR_MT_PDF);
    imr_pdf_free(p->job);
    p->job = NULL;
    return 0;
}

/* Extracts the text of a PDF into `text`, a userdata. The job is one as well meanwhile, so that
 * Ctrl-C ends the program too. */
static imr_status extract(lua_State *L, const char *name, const char *bytes, size_t size,
                          const imr_pdf_limits *limits, imr_bytes *text, imr_error *error)
{
    pdf_object *p = lua_newuserdatauv(L, sizeof *p, 0);
    p->job = NULL;
    luaL_setmetatable(L, IMR_MT_PDF);
    imr_status status =
        imr_pdf_start(&imr_default_allocator, name, bytes, size, limits, &p->job, error);
    if (status == IMR_OK) {
        while (!imr_pdf_done(p->job))
            if (!imr_pdf_wait(&p->job, 1))
                imr_lua_signalled(L);
        imr_bytes_free(&imr_default_allocator, text);
        status = imr_pdf_result(p->job, text, error);
        imr_pdf_free(p->job);
        p->job = NULL;
    }
    lua_pop(L, 1);
    return status;
}

const char *imr_lua_read_letter(lua_State *L, const char *path, size_t max_bytes,
                                unsigned milliseconds, size_t *size)
{
    bytes_object *b = new_bytes(L);
    imr_error error;
    bool pdf;
    imr_status status =
        imr_read_letter(&imr_default_allocator, path, max_bytes + 1, &b->bytes, &pdf, &error);
    if (status == IMR_OK && pdf) {
        const imr_pdf_limits limits = {max_bytes, milliseconds};
        bytes_object *text = new_bytes(L);
        status = extract(L, path, b->bytes.data, b->bytes.size, &limits, &text->bytes, &error);
        imr_bytes_free(&imr_default_allocator, &b->bytes);
        b->bytes = text->bytes;
        text->bytes = IMR_BYTES_NONE;
        lua_pop(L, 1);
    }
    if (status == IMR_IO) {
        imr_lua_fail(L, &error);
        return NULL;
    }
    imr_lua_check(L, status, &error);
    *size = b->bytes.size;
    return b->bytes.data != NULL ? b->bytes.data : "";
}

/* extract_text(bytes, name, seconds or nil, max_bytes or nil) -> the text of a PDF, and bytes that
 * are none as they are; or nil, message, code */
int imr_lua_extract_text(lua_State *L)
{
    size_t size;
    const char *bytes = luaL_checklstring(L, 1, &size);
    const char *name = luaL_checkstring(L, 2);
    const imr_pdf_limits limits = {
        (size_t)luaL_optinteger(L, 4, (lua_Integer)IMR_MAX_BYTES),
        imr_lua_milliseconds(luaL_optnumber(L, 3, 0)),
    };
    lua_settop(L, 2);
    if (!imr_is_pdf(bytes, size)) {
        lua_pushvalue(L, 1);
        return 1;
    }
    bytes_object *text = new_bytes(L);
    imr_error error;
    imr_status status = extract(L, name, bytes, size, &limits, &text->bytes, &error);
    if (status == IMR_IO)
        return imr_lua_fail(L, &error);
    imr_lua_check(L, status, &error);
    lua_pushlstring(L, text->bytes.data, text->bytes.size);
    return 1;
}

/* ---- many files ------------------------------------------------------------------------------ */

typedef struct extractor_object {
    imr_extractor *extractor;
} extractor_object;

static int close_extractor(lua_State *L)
{
    extractor_object *e = luaL_checkudata(L, 1, IMR_MT_EXTRACTOR);
    imr_extractor_free(e->extractor);
    e->extractor = NULL;
    return 0;
}

static imr_extractor *check_extractor(lua_State *L)
{
    extractor_object *e = luaL_checkudata(L, 1, IMR_MT_EXTRACTOR);
    luaL_argcheck(L, e->extractor != NULL, 1, "the extractor is closed");
    return e->extractor;
}

/* extractor(processes, seconds or nil) */
int imr_lua_new_extractor(lua_State *L)
{
    lua_Integer processes = luaL_checkinteger(L, 1);
    luaL_argcheck(L, processes >= 1 && processes <= IMR_PDF_JOBS, 1, "1 to 256 processes");
    const imr_pdf_limits limits = {IMR_MAX_BYTES, imr_lua_milliseconds(luaL_optnumber(L, 2, 0))};
    extractor_object *e = lua_newuserdatauv(L, sizeof *e, 0);
    e->extractor = NULL;
    luaL_setmetatable(L, IMR_MT_EXTRACTOR);
    imr_lua_check(
        L, imr_extractor_new(&imr_default_allocator, (size_t)processes, &limits, &e->extractor),
        NULL);
    return 1;
}

/* full() -> whether it is time to take */
static int extractor_full(lua_State *L)
{
    lua_pushboolean(L, imr_extractor_full(check_extractor(L)));
    return 1;
}

/* add(path) */
static int extractor_add(lua_State *L)
{
    imr_extractor *e = check_extractor(L);
    size_t size;
    const char *path = luaL_checklstring(L, 2, &size);
    luaL_argcheck(L, strlen(path) == size, 2, "a path has no zero bytes");
    luaL_argcheck(L, !imr_extractor_full(e), 1, "the queue is full");
    imr_lua_check(L, imr_extractor_add(e, path, NULL), NULL);
    return 0;
}

/* take() -> the text of the file that was added first, in UTF-8; or nil, message, code */
static int extractor_take(lua_State *L)
{
    imr_extractor *e = check_extractor(L);
    luaL_argcheck(L, !imr_extractor_empty(e), 1, "the queue is empty");
    while (!imr_extractor_work(e))
        imr_lua_signalled(L);
    const char *text;
    size_t size;
    imr_error error;
    imr_status status = imr_extractor_take(e, &text, &size, &error);
    if (status == IMR_IO)
        return imr_lua_fail(L, &error);
    imr_lua_check(L, status, &error);
    lua_pushlstring(L, text, size);
    return 1;
}

static const luaL_Reg extractor_methods[] = {
    {"full", extractor_full},
    {"add", extractor_add},
    {"take", extractor_take},
    {NULL, NULL},
};

static void collected(lua_State *L, const char *name, lua_CFunction close)
{
    luaL_newmetatable(L, name);
    lua_pushcfunction(L, close);
    lua_setfield(L, -2, "__gc");
}

void imr_lua_open_letters(lua_State *L)
{
    collected(L, IMR_MT_BYTES, close_bytes);
    collected(L, IMR_MT_PDF, close_pdf);
    collected(L, IMR_MT_EXTRACTOR, close_extractor);
    lua_pushcfunction(L, close_extractor);
    lua_setfield(L, -2, "__close");
    luaL_newlib(L, extractor_methods);
    lua_setfield(L, -2, "__index");
    lua_pop(L, 3);
}
