--- A letter, or an issue of one, as it stands in its source, with the values marked that were read.
-- @module imr.repl.text

local card = require "imr.card"
local core = require "imr.core"
local imr = require "imr"

local text = {}

-- Whole sections, which would mark everything; and what follows from other values.
local UNMARKED = {
  ["reviewer.statement"] = true,
  summary = true,
  template = true,
  dialect = true,
  outcome = true,
  ["reviewer.boards"] = true,
  ["issues.number"] = true,
  ["issues.heading"] = true,
  ["issues.rationale"] = true,
  ["issues.consistent"] = true,
}
local UNMARKED_NAMES = { text = true, id = true, authority = true, ingredients = true, unit = true }

local BOLD, PLAIN, DIM = "\27[1m", "\27[0m", "\27[2m"
local MARK = "\27[4m" -- underlined: colours are for decisions
local DECISION = { upheld = "\27[1;4m", overturned = "\27[1;4;32m" }

local function is_marked(path)
  path = path:gsub("%b[]", "")
  return not UNMARKED[path] and not UNMARKED_NAMES[path:match "[^.]+$"]
end

---- the source ------------------------------------------------------------------------------------

-- The bytes that a letter was read from, and which letter of them it is; or nil and why not.
local function source_of(letter)
  local source = rawget(letter, "source")
  if type(source) ~= "string" then
    return nil, "the letter has no name of a file, where its text could be looked up"
  end
  local path, number = source, 1
  local file, problem = io.open(path, "rb")
  if not file and source:find "#%d+$" then
    path, number = source:match "^(.*)#(%d+)$"
    file, problem = io.open(path, "rb")
  end
  local bytes
  if file then
    bytes, problem = file:read "a"
    file:close()
  end
  if bytes then
    bytes, problem = core.extract_text(bytes, path)
  end
  return bytes, bytes and math.tointeger(tonumber(number)) or problem, path
end

local function same(a, b)
  if type(a) ~= "table" or type(b) ~= "table" then
    return a == b
  end
  return rawget(a, "heading") == rawget(b, "heading") and rawget(a, "decision") == rawget(b, "decision")
end

-- The letter once more, with places.
local function again(letter, issue)
  local bytes, number, path = source_of(letter)
  if not bytes then
    return nil, number
  end
  local anew = imr.parse_all(bytes, { name = path, spans = true })[number]
  local here = anew and (not issue or same(anew.issues[issue], letter.issues[issue]))
  if not here or #anew.issues ~= #letter.issues then
    return nil, path .. ": the file says something else than when it was read"
  end
  return anew, bytes
end

---- marks -----------------------------------------------------------------------------------------

-- The marked values between two bytes, in their order, the longer before those inside them.
local function marks_of(spans, prefix)
  local marks = {}
  for path, ranges in pairs(spans) do
    if path:sub(1, #prefix) == prefix and is_marked(path) then
      for i = 1, #ranges, 2 do
        marks[#marks + 1] = { path = path, first = ranges[i], last = ranges[i + 1], again = i > 1 }
      end
    end
  end
  table.sort(marks, function(a, b)
    if a.first ~= b.first then
      return a.first < b.first
    elseif a.last ~= b.last then
      return a.last > b.last
    end
    return a.path < b.path
  end)
  return marks
end

local function bounds(spans, prefix)
  local first, last = math.huge, 0
  for path, ranges in pairs(spans) do
    if path:sub(1, #prefix) == prefix then
      first, last = math.min(first, ranges[1]), math.max(last, ranges[#ranges])
    end
  end
  return first, last
end

-- For each byte that a mark begins or ends at, the mark that holds from there on: the innermost.
local function changes_of(marks, first, last)
  local at, cuts = {}, {}
  for _, mark in ipairs(marks) do
    for _, byte in ipairs { mark.first, mark.last + 1 } do
      if byte >= first and byte <= last + 1 and not at[byte] then
        at[byte] = true
        cuts[#cuts + 1] = byte
      end
    end
  end
  table.sort(cuts)
  local open, next_mark = {}, 1
  for _, byte in ipairs(cuts) do
    while marks[next_mark] and marks[next_mark].first <= byte do
      table.insert(open, marks[next_mark])
      next_mark = next_mark + 1
    end
    local innermost
    for i = #open, 1, -1 do
      if open[i].last < byte then
        table.remove(open, i)
      elseif not innermost or open[i].last - open[i].first < innermost.last - innermost.first then
        innermost = open[i]
      end
    end
    at[byte] = innermost or false
  end
  return at
end

---- the page --------------------------------------------------------------------------------------

local function printable(bytes)
  bytes = bytes:gsub("[\r\f\v%z]", ""):gsub("\t", " "):gsub("[%c\127]", "?"):gsub("\194[\128-\159]", "?")
  return utf8.len(bytes) and bytes or (bytes:gsub("[\128-\255]", "?"))
end

local function style_of(mark, values)
  if not mark then
    return PLAIN
  elseif mark.path:find "treatment$" then
    return PLAIN .. BOLD
  elseif mark.path:find "decision$" then
    return PLAIN .. (DECISION[values(mark.path)] or MARK)
  end
  return PLAIN .. MARK
end

-- The value at a place such as "issues[1].request.quantity".
local function value_at(letter, place)
  local value = letter
  for name, index in (place .. "."):gmatch "([%a_]+)%[?(%d*)%]?%." do
    value = value and rawget(value, name)
    value = index ~= "" and value and rawget(value, math.tointeger(tonumber(index))) or value
  end
  return value
end

local function in_words(value)
  if type(value) == "table" then
    value = card.range(value) or "(a table)"
  end
  return tostring(value)
end

local GUTTER = 7 -- columns of a line's number and the gap behind it
local BLANK = (" "):rep(GUTTER)

-- The bytes of a line, which begins at `at`, where it goes on in the next row: blanks.
local function breaks_of(line, at, width)
  local breaks, start, blank = {}, 1, nil
  for position in (line .. " "):gmatch "() " do
    local part = line:sub(start, position - 1)
    if blank and (utf8.len(part) or #part) > width then
      breaks[at + blank - 1] = true
      start = blank + 1
    end
    blank = position
  end
  return breaks
end

-- "label  a; b; c" in rows of their own width.
local function legend_row(label, said, width)
  local rows, row = {}, ""
  for i, one in ipairs(said) do
    one = one .. (i < #said and ";" or "")
    if row ~= "" and #row + 1 + #one > width then
      rows[#rows + 1], row = row, ""
    end
    row = row == "" and one or row .. " " .. one
  end
  rows[#rows + 1] = row
  return label .. table.concat(rows, "\n" .. BLANK)
end

-- The lines between two bytes: where each begins, and where it ends.
local function lines_of(bytes, first, last)
  local lines = {}
  for at, stop in bytes:sub(first, last):gmatch "()[^\n]*()" do
    lines[#lines + 1] = { at = first + at - 1, stop = first + stop - 1 }
  end
  return lines
end

-- A function for the line that a byte stands in, asked for one byte after the other.
local function line_counter(lines, number)
  local i = 1
  return function(byte)
    while lines[i + 1] and lines[i + 1].at <= byte do
      i = i + 1
    end
    return number + i - 1
  end
end

local function label_of(number, colour)
  local label = ("%5d  "):format(number)
  return colour and DIM .. label .. PLAIN or label
end

-- What was read, a row for each line of the source.
local function legend_of(marks, prefix, values, line_at, width)
  local rows, said, last = {}, {}, nil
  local function close()
    rows[#rows + 1] = said[1] and legend_row(label_of(last), said, width)
    said = {}
  end
  for _, mark in ipairs(marks) do
    local number = line_at(mark.first)
    if number ~= last then
      close()
      last = number
    end
    if not mark.again and not mark.path:find "treatment$" then
      said[#said + 1] = ("%s %s"):format(mark.path:sub(#prefix + 1), in_words(values(mark.path)))
    end
  end
  close()
  return rows
end

-- The bytes that a page shows: the prefix's values, to the ends of their lines.
local function extent(spans, prefix, bytes)
  local first, last = bounds(spans, prefix)
  if last == 0 then -- nothing was read of it
    first, last = 1, #bytes
  end
  while first > 1 and not bytes:find("^[\n\f]", first - 1) do
    first = first - 1
  end
  return first, (bytes:find("\n", last, true) or #bytes + 1) - 1
end

-- The source of what `prefix` names, with the numbers of its lines.
local function page(letter, bytes, prefix, look)
  local first, last = extent(letter.spans, prefix, bytes)
  local _, above = bytes:sub(1, first - 1):gsub("\n", "")
  local marks = marks_of(letter.spans, prefix)
  local changes = changes_of(marks, first, last)
  local colour = look and look.colour
  local width = (look and look.rows and look.width or math.huge) - GUTTER
  local function values(path)
    return value_at(letter, path)
  end

  local rows, parts, mark, from = {}, {}, nil, first
  local function put(to) -- the bytes up to `to`, which are of one mark
    local piece = printable(bytes:sub(from, to - 1))
    if piece:find "%S" and mark and not colour and not mark.path:find "treatment$" then
      local before, inside, behind = piece:match "^(%s*)(.-)(%s*)$"
      piece = ("%s[%s]%s"):format(before, inside, behind)
    elseif piece ~= "" and mark and colour then
      piece = style_of(mark, values) .. piece .. PLAIN
    end
    parts[#parts + 1] = piece
    from = math.max(from, to)
  end
  local lines = lines_of(bytes, first, last)
  local function end_row()
    rows[#rows + 1] = table.concat(parts)
    parts = {}
  end
  local function begin_row(byte, label)
    parts[1], from = label, byte
  end
  for i, line in ipairs(lines) do
    local flat = bytes:sub(line.at, line.stop - 1):gsub("\f", " ")
    local breaks = breaks_of(flat, line.at, width)
    begin_row(line.at, label_of(above + i, colour))
    for byte = line.at, line.stop do
      if changes[byte] ~= nil then
        put(byte)
        mark = changes[byte] or nil
      end
      if breaks[byte] then
        put(byte)
        end_row()
        begin_row(byte + 1, BLANK)
      end
    end
    put(line.stop)
    end_row()
  end

  local legend = legend_of(marks, prefix, values, line_counter(lines, above + 1), width)
  if legend[1] then
    rows[#rows + 1] = ""
    rows[#rows + 1] = "Read, by line:"
    table.move(legend, 1, #legend, #rows + 1, rows)
  end
  return table.concat(rows, "\n")
end

local shown = { __name = "text" }

function shown.__show(one, look)
  return page(one.letter, one.bytes, one.prefix, look)
end
shown.__tostring = shown.__show

--- An issue, or a whole letter, in its source.
---@param letter imr.Document
---@param issue? integer its place in the letter
---@return table? what prints as the text; nil where the source cannot be read
---@return string? message
function text.of(letter, issue)
  local anew, bytes = again(letter, issue)
  if not anew then
    return nil, bytes
  end
  local prefix = issue and ("%s[%d]."):format("issues", issue) or ""
  return setmetatable({ letter = anew, bytes = bytes, prefix = prefix }, shown)
end

--- The letter that an issue is of, among these.
---@param list imr.Document[]
---@param issue table
---@return imr.Document? letter, integer? place of the issue in it
function text.owner(list, issue)
  for i = 1, rawlen(list) do
    local issues = rawget(list[i], "issues")
    for k = 1, issues and rawlen(issues) or 0 do
      if rawequal(issues[k], issue) then
        return list[i], k
      end
    end
  end
end

return text
