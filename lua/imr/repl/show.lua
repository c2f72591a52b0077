--- How a session prints a value: documents as cards, tables by their contents, long things cut.
-- @module imr.repl.show

local card = require "imr.card"
local core = require "imr.core"

local show = {}

---@class imr.repl.Look: imr.card.Options
---@field rows? integer lines after which a result is cut; nil: never

local DEEP, MOST = 4, 1000 -- tables inside tables; entries of one

-- Nothing but printable text reaches the terminal.
local function clean(text)
  return (text:gsub("[%c\127]", function(c)
    return (c == "\n" or c == "\t") and c or "?"
  end):gsub("\194[\128-\159]", "?"))
end

-- Words broken into lines of `width`; lines that fit stay as they are.
local function wrapped(text, width)
  local lines = {}
  for line in (text .. "\n"):gmatch "(.-)\n" do
    while (utf8.len(line) or #line) > width do
      local stop = utf8.len(line) and utf8.offset(line, width + 2) - 1 or width + 1
      local cut = line:sub(1, stop):match "^.*() " or line:find(" ", stop + 1, true)
      if not cut then
        break
      end
      lines[#lines + 1] = line:sub(1, cut - 1)
      line = line:sub(cut + 1)
    end
    lines[#lines + 1] = line
  end
  return table.concat(lines, "\n")
end

local function by_kind_and_name(a, b)
  if type(a) ~= type(b) then
    return type(a) < type(b)
  elseif type(a) == "number" or type(a) == "string" then
    return a < b
  end
  return tostring(a) < tostring(b)
end

local function key_text(key)
  if type(key) == "string" then
    return key:find "^[%a_][%w_]*$" and key or ("[%q]"):format(clean(key))
  end
  return ("[%s]"):format(tostring(key))
end

-- A plain table as Lua would be written, on one line where that is short.
local function literal(value, width, depth, above)
  if type(value) == "string" then
    return ('"%s"'):format(clean(value):gsub("\n", "\\n"):gsub("\t", "\\t"))
  end
  local metatable = type(value) == "table" and getmetatable(value)
  if type(value) ~= "table" or metatable and (metatable == true or metatable.__tostring or metatable.__show) then
    return (clean(tostring(value)):gsub("\n%s*", " | "))
  elseif above[value] then
    return "{... itself}"
  elseif depth > DEEP then
    return "{...}"
  end
  above[value] = true
  local names, parts, count = {}, {}, rawlen(value)
  for i = 1, math.min(count, MOST) do
    parts[i] = literal(rawget(value, i), width - 2, depth + 1, above)
  end
  for key in next, value do
    if not (math.type(key) == "integer" and key >= 1 and key <= count) then
      names[#names + 1] = key
    end
  end
  table.sort(names, by_kind_and_name)
  for i = 1, math.min(#names, MOST) do
    parts[#parts + 1] = ("%s = %s"):format(key_text(names[i]),
      literal(rawget(value, names[i]), width - 2, depth + 1, above))
  end
  above[value] = nil
  if count + #names > #parts then
    parts[#parts + 1] = ("... and %d more"):format(count + #names - #parts)
  end
  local line = ("{%s}"):format(table.concat(parts, ", "))
  if #line <= width and not line:find "\n" then
    return line
  end
  for i, part in ipairs(parts) do
    parts[i] = "  " .. part:gsub("\n", "\n  ")
  end
  return ("{\n%s\n}"):format(table.concat(parts, ",\n"))
end

local described = setmetatable({}, { __mode = "k" })

--- What a function prints as, where its name is typed without a call.
---@param f function
---@param text string
function show.describe(f, text)
  described[f] = text
end

--- A value as text, whole.
---@param value any
---@param look imr.repl.Look
---@return string
function show.text(value, look)
  local metatable = getmetatable(value)
  if type(value) == "string" then
    return look.rows and wrapped(clean(value), look.width) or value
  elseif type(metatable) == "table" and metatable.__show then
    return metatable.__show(value, look)
  elseif type(value) == "table" and not metatable then
    return literal(value, look.width, 1, {})
  end
  return card.of(value, look) or described[value] or clean(tostring(value))
end

-- The rows of a terminal that a line takes; colours take none.
local function rows_of(line, width)
  local plain = line:gsub("\27%[[%d;]*m", "")
  return math.max(1, math.ceil((utf8.len(plain) or #plain) / width))
end

-- The first rows of a text, and a word about the rest.
local function cut(text, look)
  local used, left, stop = 0, 0, nil
  for at, line in (text .. "\n"):gmatch "()(.-)\n" do
    used = used + rows_of(line, look.width)
    if not stop and used > look.rows then
      stop = at
    end
    left = left + (stop and 1 or 0)
  end
  if not stop then
    return text
  elseif stop == 1 then -- one line that is longer than the screen
    local size = look.rows * look.width
    return ("%s\n... cut; print(_) shows all of it"):format(text:sub(1, (utf8.offset(text, size + 1) or size + 1) - 1))
  end
  return ("%s%s... %d more line%s; print(_) shows all"):format(text:sub(1, stop - 1),
    look.colour and "\27[0m" or "", left, left == 1 and "" or "s")
end

--- Results as a session prints them.
---@param values table with `n`
---@param look imr.repl.Look
---@return string
function show.results(values, look)
  local texts, between = {}, "\t"
  for i = 1, values.n do
    texts[i] = show.text(values[i], look)
    if texts[i]:find "\n" then
      between = "\n"
    end
  end
  local text = table.concat(texts, between)
  return look.rows and cut(text, look) or text
end

--- How wide and long results may be on standard output, and whether they have colours.
---@param terminal boolean
---@param colour boolean
---@return imr.repl.Look
function show.look(terminal, colour)
  local width, rows = core.columns()
  if not terminal then
    return { width = 80 }
  end
  return {
    width = math.max(40, math.min(width or 80, 110)),
    rows = math.max(10, (rows or 24) - 4),
    colour = colour,
  }
end

return show
