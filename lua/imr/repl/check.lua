--- A key that no letter can have raises in a session, naming the nearest that there is.
--
-- In a script a mistyped key is nil, as in every Lua table, and a count of nothing looks like a
-- finding. Here the metatables that documents, and the records and lists in them, share get an
-- `__index` for the time of the session: it is asked only where a key is not there, and gives nil
-- where the schema has the key. The tables stay as they are: `next`, `pairs`, `ipairs`, `#` and
-- `rawget` see no difference.
-- @module imr.repl.check

local core = require "imr.core"
local schema = require "imr.repl.schema"

local check = {}

local A = {
  document = "a letter",
  issue = "an issue",
  case = "the header",
  amount = "an amount",
  ur = "the utilization review",
}

local function name_of(level)
  return A[level] or "a " .. level
end

-- Where a name that this level does not have is a key: inside of it, else anywhere.
local function elsewhere(level, name)
  local found
  for _, key in ipairs(schema.keys) do
    if key.path:match "[^.]+$" == name then
      for _, place in ipairs(schema.places[level]) do
        if place == "" or key.path:sub(1, #place + 1) == place .. "." then
          return schema.written(key.path, place)
        end
      end
      found = found or ("%s, of a letter"):format(schema.written(key.path))
    end
  end
  return found
end

local function nearest(level, name, own)
  local names = table.move(schema.names[level], 1, #schema.names[level], 1, {})
  for added in pairs(own) do
    names[#names + 1] = added
  end
  local near = elsewhere(level, name) or schema.nearest(name, names)
  if not near then
    local path = core.nearest_path(name)
    near = path and elsewhere(level, path:match "[^.]+$")
  end
  return near
end

local function unknown(level, key, own)
  local problem
  if type(key) == "string" then
    local near = nearest(level, key, own)
    problem = ("%s has no %q; %s"):format(name_of(level), key,
      near and ("did you mean %s?"):format(near) or "its keys: " .. table.concat(schema.names[level], ", "))
  else
    problem = ("%s has named keys, not [%s]"):format(name_of(level), tostring(key))
  end
  return error(problem, 2) -- the callers end in a call of this one: 2 is where the key was asked for
end

local function check_record(metatable, level)
  local own = {} -- keys that the analyst gave to one of this level
  function metatable.__index(_, key)
    if not schema.key(level, key) and not own[key] then
      return unknown(level, key, own)
    end
    return nil
  end
  function metatable.__newindex(record, key, value)
    if type(key) == "string" then
      own[key] = true
    end
    rawset(record, key, value)
  end
end

local LOOPS = {
  document = "for _, letter in ipairs(list) do",
  issue = "for _, issue in ipairs(letter.issues) do",
  citation = "for _, citation in ipairs(guideline.citations) do",
  diagnostic = "for _, diagnostic in ipairs(letter.diagnostics) do",
}

-- `what` counts the entries in words: "3 issues".
local function check_list(metatable, level, what)
  function metatable.__call(list) -- as a loop without ipairs does
    return error(("this is a list of %s, and no function; write: %s"):format(what(#list),
      LOOPS[level] or "for _, entry in ipairs(list) do"), 2)
  end
  function metatable.__index(list, key)
    if math.type(key) == "integer" and key > 0 then
      return nil -- behind the last, as loops want it
    elseif type(key) == "number" then
      return error("lists count from 1", 2)
    end
    local one = level and schema.key(level, key) and ("; one of them has: [1].%s"):format(key) or ""
    return error(("this is a list of %s, and has no %q%s"):format(what(#list), tostring(key), one), 2)
  end
end

--- From now on unknown keys raise.
---@param count fun(n: integer, level?: string): string the entries of a list in words
---@return fun() restore
function check.start(count)
  local metatables, changed = core.metatables, {}
  for level, metatable in pairs(metatables.records) do
    check_record(metatable, level)
    changed[#changed + 1] = metatable
  end
  local function start_list(metatable, level)
    check_list(metatable, level, function(n)
      return count(n, level)
    end)
    changed[#changed + 1] = metatable
  end
  for level, metatable in pairs(metatables.lists) do
    start_list(metatable, level)
  end
  start_list(metatables.values)
  return function()
    for _, metatable in ipairs(changed) do
      metatable.__index, metatable.__newindex, metatable.__call = nil, nil, nil
    end
  end
end

--- What an error says, with a word more where Lua's own tells an analyst too little.
---@param message string
---@return string
function check.explain(message)
  local kind, name = message:match "attempt to index a nil value %((%a+) '([^']+)'%)"
  local before = kind and message:match "^(line %d+: )" or ""
  if kind == "field" and (name == "?" or name == "integer index") then
    return before .. "there is no such entry; # gives how many there are: #letters"
  elseif kind == "field" and schema.level_named[name] then
    local first = schema.names[schema.level_named[name]][1]
    return ("%sthere is no %s here, as not every letter tells of it; (x.%s or {}).%s is nil then")
      :format(before, name, name, first)
  end
  local method = message:match "attempt to index a function value %(field '(%a+)'%)"
  if method == "issues" or method == "each" then
    return (message:match "^(line %d+: )" or "") .. (method == "issues"
      and "letters[1].issues are those of one letter; letters:issues() loops over all issues"
      or "letters:each() loops over all letters; letters[1] is one")
  end
  return message
end

return check
