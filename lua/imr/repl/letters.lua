--- The letters of a session, as a list: what they are together, some of them, how their fields are
--- filled.
-- @module imr.repl.letters

local card = require "imr.card"
local schema = require "imr.repl.schema"

local letters = {}

local DECISIONS = { "upheld", "overturned", "partially overturned" }

local function share(part, whole)
  return ("%.0f %%"):format(100 * part / whole)
end

---- the whole -------------------------------------------------------------------------------------

local function tally(list)
  local count = { issues = 0, dated = 0, diagnosed = 0, unknown = 0, repeated = 0, decisions = {} }
  local seen = {}
  for i = 1, rawlen(list) do
    local letter = list[i]
    local case, issues = rawget(letter, "case"), rawget(letter, "issues") or {}
    local date, number = case and rawget(case, "decision_date"), case and rawget(case, "number")
    if number then
      count.repeated = count.repeated + (seen[number] and 1 or 0)
      seen[number] = true
    end
    if date then
      count.dated = count.dated + 1
      count.first = count.first and count.first <= date and count.first or date
      count.last = count.last and count.last >= date and count.last or date
    end
    for k = 1, rawlen(issues) do
      local decision = rawget(issues[k], "decision") or "no decision"
      count.issues = count.issues + 1
      count.decisions[decision] = (count.decisions[decision] or 0) + 1
    end
    local diagnostics = rawget(letter, "diagnostics")
    count.diagnosed = count.diagnosed + (diagnostics and next(diagnostics) and 1 or 0)
    count.unknown = count.unknown + (rawget(letter, "template") == "unknown" and 1 or 0)
  end
  return count
end

-- "upheld 21 (75 %), overturned 7 (25 %)"
local function decisions_of(count)
  local parts, names, listed = {}, {}, {}
  for _, name in ipairs(DECISIONS) do
    names[#names + 1], listed[name] = count.decisions[name] and name, true
  end
  local others = {}
  for name in pairs(count.decisions) do
    others[#others + 1] = not listed[name] and name or nil
  end
  table.sort(others)
  table.move(others, 1, #others, #names + 1, names)
  for i, name in ipairs(names) do
    local n = count.decisions[name]
    parts[i] = ("%s %d (%s)"):format(name, n, share(n, count.issues))
  end
  return table.concat(parts, ", ")
end

-- What the letters are together, in a few lines.
local function overview(list)
  local size, count = rawlen(list), tally(list)
  local lines = { ("%s, %s"):format(card.count(size, "document"), card.count(count.issues, "issue")) }
  if count.issues > 0 then
    lines[#lines + 1] = "Decisions  " .. decisions_of(count)
  end
  if count.dated > 0 then
    local span = count.first == count.last and count.first or count.first .. " to " .. count.last
    local some = count.dated < size and (" (%d of %d letters are dated)"):format(count.dated, size) or ""
    lines[#lines + 1] = ("Dated      %s%s"):format(span, some)
  end
  if count.repeated > 0 then
    lines[#lines + 1] = ("Twice      %s (same case number); --unique case.number leaves them out")
      :format(card.count(count.repeated, "document"))
  end
  if count.unknown > 0 then
    lines[#lines + 1] = ("Unknown    %s of no form that is known here"):format(card.count(count.unknown, "document"))
  end
  if count.diagnosed > 0 then
    lines[#lines + 1] = ("Not clear  %s with diagnostics"):format(card.count(count.diagnosed, "document"))
  end
  return table.concat(lines, "\n")
end

--- What `letters:each()` and its like are called by.
local Letters = {}

local function check_method(name, self)
  local metatable = getmetatable(self)
  if type(metatable) ~= "table" or metatable.__methods ~= Letters then
    error(("%s: call it as a method, with a colon: letters:%s()"):format(name, name), 3)
  end
end

--- Goes through the letters, as a corpus of `imr.open` does.
function Letters:each()
  check_method("each", self)
  local i = 0
  return function()
    i = i + 1
    return self[i]
  end
end

--- Goes through the issues of all letters: issue, letter.
function Letters:issues()
  check_method("issues", self)
  local i, k, issues = 0, 0, {}
  return function()
    k = k + 1
    while not issues[k] and i < #self do
      i, k = i + 1, 1
      issues = rawget(self[i], "issues") or {}
    end
    return issues[k], self[i]
  end
end

-- Asked for what is no letter of the list.
local function index(name)
  return function(_, key)
    if type(key) ~= "number" then
      local known = Letters[key]
      if known then
        return known
      end
      local near = schema.key("document", key) and ("%s[1].%s"):format(name == "letters" and name or "", key)
        or type(key) == "string" and schema.nearest(key, { "each", "issues" })
      return error(("%s is a list of letters, and has no %q%s"):format(name, tostring(key),
        near and ("; did you mean %s?"):format(near) or ": [1] is a letter, # how many there are"), 2)
    elseif math.type(key) ~= "integer" or key < 1 then
      return error(("%s: they count from 1"):format(name), 2)
    end
    return nil
  end
end

-- `for letter in letters do` calls it.
local function call(name)
  return function()
    error(("%s is a list of letters, and no function; write: for letter in %s:each() do"):format(name,
      name == "letters" and name or "some"), 2)
  end
end

local metatable = {
  __name = "letters",
  __index = index "letters",
  __call = call "letters",
  __methods = Letters,
  __show = overview,
  __tostring = overview,
}

--- The letters as the session's list.
---@param list imr.Document[]
---@return imr.Document[]
function letters.new(list)
  return setmetatable(list, metatable)
end

---- some of them ----------------------------------------------------------------------------------

local some = { __name = "sample", __index = index "sample", __call = call "sample", __methods = Letters }
local places_of = setmetatable({}, { __mode = "k" }) -- of samples, in the list of letters

function some.__show(list, look)
  local heads = {}
  for i, place in ipairs(places_of[list]) do
    heads[i] = ("letters[%d]"):format(place)
  end
  return card.lines(list, heads, look)
end
some.__tostring = some.__show

--- Some letters, each equally likely, in their order.
---@param list imr.Document[]
---@param size integer
---@return imr.Document[]
function letters.sample(list, size)
  local total, places = rawlen(list), {}
  local wanted = math.min(size, total)
  for i = 1, total do -- each is taken with the chance that fills what is still wanted
    if math.random() * (total - i + 1) < wanted - #places then
      places[#places + 1] = i
    end
  end
  local chosen = {}
  for i, place in ipairs(places) do
    chosen[i] = list[place]
  end
  places_of[chosen] = places
  return setmetatable(chosen, some)
end

---- fields ----------------------------------------------------------------------------------------

-- What a share is a share of: the records of the innermost list that a path stands in.
local function base_of(path)
  local base = ""
  for stop in path:gmatch "()%." do
    local above = path:sub(1, stop - 1)
    base = schema.is_list(above) and above or base
  end
  return base
end

-- Calls `visit` with every value that stands at a path of the record; lists of records are gone
-- through, `base` and `inner` being told apart by their paths.
local function walk(record, prefix, level, visit)
  for _, name in ipairs(schema.names[level]) do
    local path = prefix .. name
    local value = rawget(record, name)
    if value ~= nil then
      visit(path, value)
      local inner = schema.level_at[path]
      if inner and type(value) == "table" then
        if schema.is_list(path) then
          for i = 1, rawlen(value) do
            visit(path, nil)
            walk(value[i], path .. ".", inner, visit)
          end
        else
          walk(value, path .. ".", inner, visit)
        end
      end
    end
  end
end

local function example_of(value)
  if type(value) ~= "table" then
    return tostring(value)
  end
  local first = rawget(value, 1)
  if type(first) == "table" then
    return card.range(first)
  end
  return first ~= nil and tostring(first) or nil
end

-- A value in one line of `room` columns.
local function shortened(value, room)
  local text = value:gsub("%s+", " "):gsub("%c", "?")
  local size = utf8.len(text) or #text
  if size <= room then
    return text
  end
  return text:sub(1, (utf8.offset(text, room - 3) or room - 3) - 1) .. " ..."
end

local fields = { __name = "fields" }

function fields.__show(rows, look)
  local lines, last, wide = {}, nil, 0
  for _, row in ipairs(rows) do
    wide = math.min(math.max(wide, #row.path), 38)
  end
  for _, row in ipairs(rows) do
    if row.of ~= last then
      last = row.of
      lines[#lines + 1] = ("of %d %s"):format(row.total, row.of)
    end
    local path = row.path .. (" "):rep(wide - #row.path)
    local head = ("%6s  %s  "):format(row.total > 0 and share(row.filled, row.total) or "", path)
    local room = math.max(12, (look and look.width or 80) - #head)
    lines[#lines + 1] = (head .. shortened(row.example or "", room)):gsub(" +$", "")
  end
  return table.concat(lines, "\n")
end
fields.__tostring = fields.__show

--- How the fields of the letters are filled: a list of {path, filled, total, of, example}.
---@param list imr.Document[]
---@param prefix? string only this path and those inside it
---@return table[]
function letters.fields(list, prefix)
  local filled, totals, examples = {}, { [""] = rawlen(list) }, {}
  local function visit(path, value)
    if value == nil then
      totals[path] = (totals[path] or 0) + 1
      return
    end
    local example = example_of(value)
    local list_of_none = type(value) == "table" and schema.is_list(path) and rawlen(value) == 0
    if not list_of_none then
      filled[path] = (filled[path] or 0) + 1
      examples[path] = examples[path] or example
    end
  end
  for i = 1, rawlen(list) do
    walk(list[i], "", "document", visit)
  end
  local rows = {}
  for _, key in ipairs(schema.keys) do
    local inside = not prefix or key.path == prefix or key.path:sub(1, #prefix + 1) == prefix .. "."
    if inside and (key.type ~= "record" or key.path == prefix) and key.path ~= "spans" then
      local base = base_of(key.path)
      rows[#rows + 1] = {
        path = key.path,
        filled = filled[key.path] or 0,
        total = totals[base] or 0,
        of = base == "" and "letters" or base,
        example = examples[key.path],
      }
    end
  end
  return setmetatable(rows, fields)
end

return letters
