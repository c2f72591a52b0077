--- What Tab completes in a session: names, the keys of what stands before a full stop, and paths of
--- fields inside quotation marks.
-- @module imr.repl.complete

local core = require "imr.core"
local schema = require "imr.repl.schema"

local complete = {}

local KEYWORDS = {
  "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in", "local", "nil",
  "not", "or", "repeat", "return", "then", "true", "until", "while",
}

local level_of = {}
for level, metatable in pairs(core.metatables.records) do
  level_of[metatable] = level
end

-- The value that a path written in Lua leads to, and the level of it where it is a record of the
-- schema. Nothing is called and no metamethod run: completion must change nothing.
local function resolve(path, env, globals)
  local value, name
  for separator, step in ("." .. path):gmatch "([.:%[])([^.:%[]*)" do
    name = separator ~= "[" and step or name
    local key = step
    if separator == "[" then
      local inside = step:match "^(.*)%]$"
      key = inside and (math.tointeger(tonumber(inside)) or inside:match "^[\"'](.*)[\"']$")
    end
    if value == nil and name == path:match "^[%a_][%w_]*" and separator ~= "[" then
      value = rawget(env, key)
      if value == nil then
        value = rawget(globals, key)
      end
    elseif type(value) == "table" and key then
      value = rawget(value, key)
    else
      value = nil
    end
  end
  local level = type(value) == "table" and level_of[getmetatable(value)]
  if value == nil then
    level = schema.level_named[name] -- `letter.case`, where this one has none; issues[i], whatever i is
  end
  return value, level
end

local function add(found, names, start, prefix)
  for _, name in ipairs(names) do
    if name:sub(1, #start) == start then
      found[#found + 1] = prefix .. name
    end
  end
end

local function names_of(table_)
  local names = {}
  for name, value in next, table_ do
    if type(name) == "string" and name:find "^[%a][%w_]*$" then
      names[#names + 1] = name .. (type(value) == "function" and "(" or "")
    end
  end
  table.sort(names)
  return names
end

-- The keys behind `base .. "."`.
local function members(base, env, globals)
  local value, level = resolve(base, env, globals)
  if level then
    local names = table.move(schema.names[level], 1, #schema.names[level], 1, {})
    for _, own in ipairs(value and names_of(value) or {}) do
      names[#names + 1] = not schema.key(level, own) and own or nil
    end
    return names
  elseif type(value) == "table" then
    local metatable = getmetatable(value)
    local methods = type(metatable) == "table" and rawget(metatable, "__methods")
    return names_of(methods or value)
  elseif type(value) == "string" then
    return names_of(string)
  elseif value == nil and base:find "^[%a_][%w_]*$" then -- a variable of a loop, perhaps
    local names = table.move(schema.names.document, 1, #schema.names.document, 1, {})
    return table.move(schema.names.issue, 1, #schema.names.issue, #names + 1, names)
  end
  return {}
end

local function in_quotes(line)
  local quote
  for mark in line:gmatch "[\"']" do
    if not quote then
      quote = mark
    elseif quote == mark then
      quote = nil
    end
  end
  return quote ~= nil
end

--- What the end of a line may go on to be.
---@param line string up to the cursor
---@param env table the session's variables
---@param globals table what stands behind them
---@return string[] names each instead of the word that is begun
---@return string word
function complete.names(line, env, globals)
  local found = {}
  if in_quotes(line) then
    local word = line:match "[%w_.]*$"
    local paths = {}
    for i, key in ipairs(schema.keys) do
      paths[i] = key.path
    end
    add(found, paths, word, "")
    return found, word
  end
  local word = line:match "[%a_][%w_.:%[%]\"']*$" or ""
  local base, separator, start = word:match "^(.*)([.:])([%w_]*)$"
  if base then
    add(found, members(base, env, globals), start, base .. separator)
    return found, word
  end
  word = line:match "[%a_][%w_]*$" or ""
  if line:sub(-#word - 1, -#word - 1) == "]" or line:find "[%d%])}]$" then
    return found, word
  end
  add(found, names_of(env), word, "")
  if word ~= "" then
    local taken = {}
    for _, name in ipairs(found) do
      taken[name] = true
    end
    local others = names_of(globals)
    table.move(KEYWORDS, 1, #KEYWORDS, #others + 1, others)
    for _, name in ipairs(others) do
      if not taken[name] then
        add(found, { name }, word, "")
      end
    end
  end
  return found, word
end

return complete
