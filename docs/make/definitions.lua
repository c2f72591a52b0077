--- library/imr.lua: what the language server LuaLS knows of the module.

local HEAD = [[
---@meta imr

-- Definitions for the Lua language server: the functions of `require "imr"` and the classes of a
-- document. Made by docs/make.lua from the annotations in lua/imr and from imr.schema(): not to be
-- changed by hand.
]]

local TYPES = {
  ["date"] = "imr.Date",
  ["list of strings"] = "string[]",
  ["list of ranges"] = "integer[][]",
  ["list of integers"] = "integer[][]",
  ["byte ranges by path"] = "table<string, integer[]>",
}

local function type_of(key, classes)
  if key.type == "record" then
    return classes[key.of]
  elseif key.type == "list of records" then
    return classes[key.of] .. "[]"
  elseif key.values then
    return '"' .. table.concat(key.values, '"|"') .. '"'
  end
  return TYPES[key.type] or key.type
end

-- The document's classes, from the schema.
local function add_levels(out, levels)
  local classes = {}
  for _, level in ipairs(levels) do
    classes[level.name] = level.class
  end
  for _, level in ipairs(levels) do
    out[#out + 1] = ("\n---@class %s"):format(level.class)
    for _, key in ipairs(level.keys) do
      out[#out + 1] = ("---@field %s%s %s %s"):format(key.name, key.always and "" or "?", type_of(key, classes),
        key.meaning)
    end
  end
end

local function add_function(out, made)
  local names = {}
  for i, param in ipairs(made.params) do
    names[i] = param.name
  end
  out[#out + 1] = "\n" .. table.concat(made.lines, "\n")
  out[#out + 1] = ("function %s%s%s(%s) end"):format(made.of, made.method and ":" or ".", made.name,
    table.concat(names, ", "))
end

--- The text of library/imr.lua.
---@param functions docs.Function[]
---@param blocks docs.Block[]
---@param levels docs.Level[]
---@return string
return function(functions, blocks, levels)
  local out = { HEAD .. "\n---@class imr\nlocal imr = {}" }
  local from_schema = {}
  for _, level in ipairs(levels) do
    from_schema[level.class] = true
  end
  for _, block in ipairs(blocks) do
    if block.tag == "field" then
      out[#out + 1] = ("\n%s\nimr.%s = nil"):format(table.concat(block.lines, "\n"), block.name)
    elseif block.name ~= "imr" and not from_schema[block.name] then
      out[#out + 1] = "\n" .. table.concat(block.lines, "\n")
      if block.table then
        out[#out + 1] = ("local %s = {}"):format(block.table)
      end
    end
  end
  out[#out + 1] = "\n---@alias imr.Date string a day, YYYY-MM-DD"
  add_levels(out, levels)
  for _, made in ipairs(functions) do
    add_function(out, made)
  end
  out[#out + 1] = "\nreturn imr\n"
  return table.concat(out, "\n")
end
