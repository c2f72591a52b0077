--- What two documents say differently, in words.

local imr = require "imr"

local compare = {}

-- The types of the schema's keys by path.
local types = {}
for _, key in ipairs(imr.schema()) do
  types[key.path] = key.type
end
compare.types = types

local LONGEST = 60

-- A value as a message shows it: a long text from a little before the byte where it differs.
local function show(value, from)
  if type(value) == "table" then
    return value[1] ~= nil and ("a list of %d"):format(#value) or "a table"
  elseif type(value) ~= "string" then
    return tostring(value)
  end
  local start = math.max(1, from - 15)
  local shown = ("%q"):format(value:sub(start, start + LONGEST)):gsub("\\\n", "\\n")
  return (start > 1 and "... " or "") .. shown .. (start + LONGEST < #value and " ..." or "")
end

local function first_difference(a, b)
  if type(a) ~= "string" or type(b) ~= "string" then
    return 1
  end
  local at = 1
  while at <= #a and a:byte(at) == b:byte(at) do
    at = at + 1
  end
  return at
end

local function add(found, place, words)
  found[#found + 1] = { place = place, text = place .. ": " .. words }
end

-- The places of two documents, by their paths.
local function differ_in_places(want, got, place, found)
  for path, ranges in pairs(want) do
    local expected, is = table.concat(ranges, " "), table.concat(got[path] or {}, " ")
    if is ~= expected then
      add(found, place .. "." .. path, ("want %s, got %s"):format(expected, is))
    end
  end
  for path in pairs(got) do
    if not want[path] then
      add(found, place .. "." .. path, "not wanted")
    end
  end
end

local differ_in_record

-- `place` is where the value stands in the document ("issues[2].decision"), `path` the schema's
-- name for that ("issues.decision").
local function differ(want, got, place, path, ignore, found)
  if type(want) == "table" and type(got) == "table" then
    if types[path] == "byte ranges by path" then
      return differ_in_places(want, got, place, found)
    elseif types[path] == "record" then
      return differ_in_record(want, got, place .. ".", path .. ".", ignore, found)
    end
    if #want ~= #got then
      add(found, place, ("want %d of them, got %d"):format(#want, #got))
    end
    for i = 1, math.min(#want, #got) do
      local inner = ("%s[%d]"):format(place, i)
      if types[path] == "list of records" then
        differ_in_record(want[i], got[i], inner .. ".", path .. ".", ignore, found)
      else
        differ(want[i], got[i], inner, path, ignore, found)
      end
    end
  elseif want ~= got or math.type(want) ~= math.type(got) then
    local from = first_difference(want, got)
    add(found, place, ("want %s, got %s"):format(show(want, from), show(got, from)))
  end
end

function differ_in_record(want, got, place, path, ignore, found)
  for key, value in pairs(want) do
    if types[path .. key] and not ignore[path .. key] then
      differ(value, got[key], place .. key, path .. key, ignore, found)
    end
  end
  for key, value in pairs(got) do
    if want[key] == nil and not ignore[path .. key] then
      add(found, place .. key, ("not wanted, got %s"):format(show(value, 1)))
    end
  end
end

---@class Difference
---@field place string where in the document: "issues[2].decision"
---@field text string that, and what is wanted and was got

--- The differences between a document that is wanted and one that was parsed, by their places. Keys
--- that the schema does not have are not compared.
---@param want table
---@param got table
---@param ignore? table<string, boolean> paths of the schema that are left out
---@return Difference[]
function compare.list(want, got, ignore)
  local found = {}
  differ_in_record(want, got, "", "", ignore or {}, found)
  table.sort(found, function(a, b)
    return a.text < b.text
  end)
  return found
end

--- The same in words, a line each; empty where there is no difference.
---@param want table
---@param got table
---@param ignore? table<string, boolean> paths of the schema that are left out
---@param most? integer lines; default 20
---@return string
function compare.differences(want, got, ignore, most)
  local lines = {}
  for i, difference in ipairs(compare.list(want, got, ignore)) do
    lines[i] = difference.text
  end
  local left = #lines - (most or 20)
  if left > 0 then
    lines[#lines - left + 1] = ("and %d more"):format(left)
  end
  return table.concat(lines, "\n", 1, math.min(#lines, (most or 20) + 1))
end

return compare
