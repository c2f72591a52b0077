--- Makes what is made of the documentation: docs/schema.md, the definitions for LuaLS, the pages of
-- `imr.help`. scripts/docs starts it.
--
--   docs/make.lua              writes them
--   docs/make.lua --check      names those that are not as they would be written; status 1
--   docs/make.lua --ldoc FILE  writes what LDoc reads

local process = require "spec.support.process"
local annotations = require "docs.make.annotations"
local definitions = require "docs.make.definitions"
local help_pages = require "docs.make.help_pages"
local ldoc = require "docs.make.ldoc"
local levels_of = require "docs.make.levels"
local schema_page = require "docs.make.schema_page"

local make = {}

-- The files whose annotations are the module's face, and of local tables the class that they are.
local SOURCES = {
  { "lua/imr/init.lua" },
  { "lua/imr/corpus.lua", { methods = "Corpus" } },
}

--- What the sources and the schema say.
---@return docs.Function[], docs.Block[], docs.Level[]
function make.read()
  local functions, blocks = {}, {}
  for _, source in ipairs(SOURCES) do
    local more_functions, more_blocks = annotations.read(table.unpack(source))
    table.move(more_functions, 1, #more_functions, #functions + 1, functions)
    table.move(more_blocks, 1, #more_blocks, #blocks + 1, blocks)
  end
  return functions, blocks, levels_of()
end

--- The files that are made, with their text.
---@return table<string, string>
function make.files()
  local functions, blocks, levels = make.read()
  return {
    ["docs/schema.md"] = schema_page(levels),
    ["library/imr.lua"] = definitions(functions, blocks, levels),
    ["lua/imr/help_pages.lua"] = help_pages(),
  }
end

local function content(path)
  local file = io.open(path, "rb")
  if not file then
    return nil
  end
  local text = file:read "a"
  file:close()
  return text
end

--- The files that are not as they would be made now.
---@return string[]
function make.stale()
  local list = {}
  for path, text in pairs(make.files()) do
    if content(path) ~= text then
      list[#list + 1] = path
    end
  end
  table.sort(list)
  return list
end

local function main(words)
  if words[1] == "--ldoc" and words[2] then
    process.write(words[2], ldoc(make.read()))
  elseif words[1] == "--check" then
    local stale = make.stale()
    for _, path in ipairs(stale) do
      io.stderr:write(path, ": not up to date; run scripts/docs\n")
    end
    return #stale == 0
  elseif not words[1] then
    for _, path in ipairs(make.stale()) do
      process.write(path, make.files()[path])
      print("wrote " .. path)
    end
  else
    io.stderr:write "usage: scripts/docs [--check | --ldoc FILE]\n"
    os.exit(2)
  end
  return true
end

if arg and arg[0] and arg[0]:find "docs/make%.lua$" then
  os.exit(main(arg), true)
end

return make
