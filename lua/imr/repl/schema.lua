--- The schema by levels, as the session asks for it: which keys has a letter, an issue, a request?
-- @module imr.repl.schema

local core = require "imr.core"

local schema = {}

--- Every key, in order.
schema.keys = core.schema()

--- The keys by path.
---@type table<string, imr.Key>
schema.by_path = {}

--- The level of what stands at a record's or list's path: of["issues"] is "issue".
---@type table<string, string>
schema.level_at = {}

--- The paths at which a level stands; of a document: the empty one.
---@type table<string, string[]>
schema.places = { document = { "" } }

--- The names of a level's keys, in order.
---@type table<string, string[]>
schema.names = {}

--- The level by the name of a record's or list's key.
---@type table<string, string>
schema.level_named = {}

local seen = {}
for _, key in ipairs(schema.keys) do
  schema.by_path[key.path] = key
  local above, name = key.path:match "^(.*)%.([^.]+)$"
  name = name or key.path
  if above and not schema.level_at[above] then
    schema.level_at[above] = key.level
    schema.level_named[above:match "[^.]+$"] = key.level
    schema.places[key.level] = schema.places[key.level] or {}
    table.insert(schema.places[key.level], above)
  end
  seen[key.level] = seen[key.level] or {}
  schema.names[key.level] = schema.names[key.level] or {}
  if not seen[key.level][name] then
    seen[key.level][name] = key
    table.insert(schema.names[key.level], name)
  end
end

--- A level's key by name.
---@param level string
---@param name any
---@return imr.Key?
function schema.key(level, name)
  return seen[level] and seen[level][name]
end

--- Is the key at `path` a list?
---@param path string
---@return boolean
function schema.is_list(path)
  local key = schema.by_path[path]
  return key ~= nil and key.type:sub(1, 7) == "list of"
end

--- A path of the schema as one writes it in Lua, from a record of the level above on:
--- "issues.decision" from a letter is "issues[1].decision".
---@param path string
---@param above? string the path of that record; default: the letter
---@return string
function schema.written(path, above)
  local parts, here = {}, nil
  for name in path:gmatch "[^.]+" do
    here = here and here .. "." .. name or name
    parts[#parts + 1] = schema.is_list(here) and here ~= path and name .. "[1]" or name
  end
  local skipped = 0
  for _ in (above or ""):gmatch "[^.]+" do
    skipped = skipped + 1
  end
  return table.concat(parts, ".", skipped + 1)
end

--- The name that is nearest to one that is none of them; nil where none is near.
---@param name string
---@param names string[]
---@return string?
function schema.nearest(name, names)
  local best, least = nil, #name -- a name of other letters is not near
  for _, known in ipairs(names) do
    local distance = core.distance(name, known)
    if distance and distance < least then
      best, least = known, distance
    end
  end
  return best
end

return schema
