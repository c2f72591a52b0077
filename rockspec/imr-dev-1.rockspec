rockspec_format = "3.0"
package = "imr"
version = "dev-1"
source = {
  -- For `luarocks make` in a checkout, which fetches nothing.
  url = "git+file://.",
}
description = {
  summary = "Reads California's Independent Medical Review letters into plain Lua tables",
  detailed = [[
    Final determination letters of California's Independent Medical Review (workers' compensation)
    become plain Lua tables in microseconds: the header, the expert reviewer, the clinical summary,
    and for each disputed treatment the decision, both sides' guidelines and the rationale. With a
    command, imr, that prints them or writes JSON, NDJSON and CSV.
  ]],
  license = "MIT",
  labels = { "parser", "health", "text" },
}
supported_platforms = { "linux" }
dependencies = {
  "lua >= 5.4, < 5.5",
  "argparse >= 0.7",
}
external_dependencies = {
  PCRE2 = { header = "pcre2.h" },
}
build = {
  type = "cmake",
  variables = {
    CFLAGS = "$(CFLAGS)",
    LUA = "$(LUA)",
    LUA_INCDIR = "$(LUA_INCDIR)",
    PCRE2_INCDIR = "$(PCRE2_INCDIR)",
    PCRE2_LIBDIR = "$(PCRE2_LIBDIR)",
    LIBDIR = "$(LIBDIR)",
    LUADIR = "$(LUADIR)",
  },
  install = {
    bin = { imr = "bin/imr" },
  },
  copy_directories = { "docs", "library" },
}
test_dependencies = {
  "busted >= 2.1",
  "dkjson >= 2.5",
}
test = {
  type = "command",
  command = "busted",
}
