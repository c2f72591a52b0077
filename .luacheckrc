std = "lua54"
max_line_length = 120
codes = true
exclude_files = { "build*", "lua_modules" }
files["spec"] = { std = "+busted" }
-- Knowledge is rows of facts, one a line.
files["lua/imr/data"] = { max_line_length = false }
for _, name in ipairs { "bodies", "drugs", "prose", "treatments" } do
  files["examples/make_letters/" .. name .. ".lua"] = { max_line_length = false }
end
-- Pages of the documentation, as they are.
files["lua/imr/help_pages.lua"] = { max_line_length = false }
files["rockspec"] = { std = "+rockspec" }
