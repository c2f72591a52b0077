/* lua_imr.h - what the files of the binding share. The binding knows no letters: it turns records
 * into tables by the schema, and options into imr_options. */
#ifndef IMR_LUA_IMR_H
#define IMR_LUA_IMR_H

#include <lauxlib.h>
#include <lua.h>

#include "document.h"
#include "imr.h"
#include "json.h"

#define IMR_MT_PARSER "imr.parser"
#define IMR_MT_CONTEXT "imr.context"
#define IMR_MT_WALK "imr.walk"
#define IMR_MT_BYTES "imr.bytes"
#define IMR_MT_PDF "imr.pdf"
#define IMR_MT_EXTRACTOR "imr.extractor"
#define IMR_MT_JSON "imr.json"
#define IMR_MT_SESSION "imr.session"

/* The parser's methods have these upvalues: the metatables of each level's records, of lists of
 * them, and of lists of plain values; the lists of fields that were looked up before
 * (lua_options.c); the constants that were pushed before (lua_table.c), and them as Lua's strings;
 * and every key of the schema, so that no key is looked up by its text. */
enum {
    IMR_UP_RECORDS = 1,
    IMR_UP_LISTS = IMR_UP_RECORDS + IMR_LEVELS,
    IMR_UP_VALUES = IMR_UP_LISTS + IMR_LEVELS,
    IMR_UP_FIELDS,
    IMR_UP_CONSTANTS,
    IMR_UP_STRINGS,
    IMR_UP_KEYS,
    IMR_UPVALUES = IMR_UP_KEYS + IMR_FLAT_KEYS - 1
};

/* lua_table.c */
/* Registers the metatables of documents and of all that is in them. They hold a name each; how such
 * a table prints is for Lua to say. */
void imr_lua_open_tables(lua_State *L);

/* Pushes {records = {LEVEL = metatable}, lists = {LEVEL = metatable}, values = metatable}. */
void imr_lua_push_metatables(lua_State *L);

/* Pushes the IMR_UPVALUES upvalues. */
void imr_lua_push_upvalues(lua_State *L);

/* Pushes the document as a table. Only inside a function with the upvalues above. */
void imr_lua_push_document(lua_State *L, const imr_document *d);

/* Gives the table at the top the metatable of a list of documents. Only there, too. */
void imr_lua_are_documents(lua_State *L);

/* lua_error.c */
/* Raises for a status that is not IMR_OK: memory, or misuse with the error's message. */
void imr_lua_check(lua_State *L, imr_status status, const imr_error *error);

/* Pushes nil, message, code. */
int imr_lua_fail(lua_State *L, const imr_error *error);

/* To be called when a signal has ended a wait: calls a function, which lets Lua raise what its
 * handler of Ctrl-C asked for. */
void imr_lua_signalled(lua_State *L);

/* lua_options.c: reads the options table at `index` (nil or none: defaults). What `out` points to
 * is kept alive by values pushed on the stack, at most two. Only inside a function with the
 * upvalues above. */
void imr_lua_options(lua_State *L, int index, imr_options *out);

/* parser:options(further, options) -> a new table of the options that are not `further`, a list of
 * names, and are those of a parse: all checked, as a parse checks them. */
int imr_lua_split_options(lua_State *L);

/* Pushes a new IMR_UP_FIELDS. */
void imr_lua_push_fields(lua_State *L);

/* Seconds as whole milliseconds, one at least; 0, for the default, where there are none. */
unsigned imr_lua_milliseconds(lua_Number seconds);

/* The option `timeout` of such a table, as imr_lua_milliseconds gives it. */
unsigned imr_lua_timeout(lua_State *L, int index);

/* Raises "unknown WHAT "NAME"; did you mean ...?" for a name that is none of `names`, a
 * NULL-terminated list. */
int imr_lua_unknown(lua_State *L, int argument, const char *what, const char *name,
                    const char *const *names);

/* core.distance(a, b) -> by how many letters two names differ, nothing where they are not near. */
int imr_lua_distance(lua_State *L);

/* lua_parser.c */
void imr_lua_open_parser(lua_State *L); /* registers the metatables */
int imr_lua_new_parser(lua_State *L);   /* core.new */

/* lua_json.c */
int imr_lua_to_json(lua_State *L); /* core.to_json */

/* lua_place.c */
int imr_lua_place(lua_State *L);        /* core.place */
int imr_lua_nearest_path(lua_State *L); /* core.nearest_path */

/* lua_reader.c */
int imr_lua_walk(lua_State *L);         /* core.walk */
int imr_lua_read_stdin(lua_State *L);   /* core.read_stdin */
void imr_lua_open_reader(lua_State *L); /* registers the metatables */

/* lua_files.c */
int imr_lua_identify(lua_State *L);      /* core.identify */
int imr_lua_create_beside(lua_State *L); /* core.create_beside */
int imr_lua_isatty(lua_State *L);        /* core.isatty */
int imr_lua_columns(lua_State *L);       /* core.columns */
int imr_lua_processors(lua_State *L);    /* core.processors */
int imr_lua_claim(lua_State *L);         /* core.claim */
int imr_lua_truncate(lua_State *L);      /* core.truncate */

/* lua_session.c */
int imr_lua_new_session(lua_State *L);   /* core.session */
int imr_lua_abandon_line(lua_State *L);  /* core.abandon_line */
int imr_lua_private_file(lua_State *L);  /* core.private_file */
void imr_lua_open_session(lua_State *L); /* registers the metatable */

/* lua_letter.c */
int imr_lua_extract_text(lua_State *L);  /* core.extract_text */
int imr_lua_new_extractor(lua_State *L); /* core.extractor */
void imr_lua_open_letters(lua_State *L); /* registers the metatables */

/* Reads a text, or the text of a PDF, into a userdata that is pushed; NULL where it could not be
 * read: then nil, message and code are pushed instead. Of a text at most max_bytes + 1 are read,
 * the last of which says that there are more; a PDF with more is an error. */
const char *imr_lua_read_letter(lua_State *L, const char *path, size_t max_bytes,
                                unsigned milliseconds, size_t *size);

#endif
