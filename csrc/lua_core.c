/* lua_core.c - opens imr.core; only wires. */
#include "lua_imr.h"
#include "pdf.h"

typedef struct path_list {
    lua_State *L;
    lua_Integer count;
} path_list;

static void push_path(void *user, const char *path, imr_level level, int key)
{
    path_list *list = user;
    lua_State *L = list->L;
    const imr_key_info *info = &imr_levels[level].keys[key];
    lua_createtable(L, 0, 4);
    lua_pushstring(L, path);
    lua_setfield(L, -2, "path");
    lua_pushstring(L, imr_type_name(info->type));
    lua_setfield(L, -2, "type");
    lua_pushstring(L, imr_levels[level].name);
    lua_setfield(L, -2, "level");
    lua_pushstring(L, info->meaning);
    lua_setfield(L, -2, "meaning");
    lua_rawseti(L, -2, ++list->count);
}

/* schema() -> list of {path, type, level, meaning}, in the order in which documents print. */
static int schema(lua_State *L)
{
    lua_newtable(L);
    path_list list = {L, 0};
    imr_schema_paths(push_path, &list);
    return 1;
}

static void push_features(lua_State *L)
{
    lua_createtable(L, 0, 4);
    lua_pushboolean(L, imr_has_jit());
    lua_setfield(L, -2, "jit");
    lua_pushboolean(L, imr_has_pdftotext());
    lua_setfield(L, -2, "pdf");
    static const char *const missing[] = {"archive", "ndjson"};
    for (size_t i = 0; i < sizeof missing / sizeof *missing; i++) {
        lua_pushboolean(L, 0);
        lua_setfield(L, -2, missing[i]);
    }
}

static const luaL_Reg functions[] = {
    {"new", imr_lua_new_parser},
    {"to_json", imr_lua_to_json},
    {"schema", schema},
    {"distance", imr_lua_distance},
    {"place", imr_lua_place},
    {"nearest_path", imr_lua_nearest_path},
    {"walk", imr_lua_walk},
    {"read_stdin", imr_lua_read_stdin},
    {"identify", imr_lua_identify},
    {"create_beside", imr_lua_create_beside},
    {"isatty", imr_lua_isatty},
    {"columns", imr_lua_columns},
    {"processors", imr_lua_processors},
    {"claim", imr_lua_claim},
    {"truncate", imr_lua_truncate},
    {"extract_text", imr_lua_extract_text},
    {"extractor", imr_lua_new_extractor},
    {"session", imr_lua_new_session},
    {"abandon_line", imr_lua_abandon_line},
    {"private_file", imr_lua_private_file},
    {NULL, NULL},
};

#if defined(_WIN32)
__declspec(dllexport)
#elif defined(__GNUC__)
__attribute__((visibility("default")))
#endif
    int luaopen_imr_core(lua_State *L);

int luaopen_imr_core(lua_State *L)
{
    luaL_checkversion(L);
    imr_lua_open_letters(L);
    imr_lua_open_tables(L);
    imr_lua_open_session(L);
    imr_lua_open_parser(L);
    imr_lua_open_reader(L);

    luaL_newlib(L, functions);
    lua_pushstring(L, imr_version());
    lua_setfield(L, -2, "version");
    push_features(L);
    lua_setfield(L, -2, "features");
    imr_lua_push_metatables(L);
    lua_setfield(L, -2, "metatables");
    return 1;
}
