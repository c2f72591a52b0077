--- The ways in which the text of one letter reaches a reader: what programs that extract text from
--- a PDF make of its lines, pages and columns, encodings, what pages print around it, and what
--- optical character recognition makes of its headings. And what of a document must stay the same
--- in all of them.

local imr = require "imr"
local compare = require "spec.support.compare"
local encode = require "spec.support.encode"
local layout = require "spec.support.layout"

local layouts = {}

---@class LaidLetter
---@field name string
---@field text string
---@field document table what is read from the text as it is
---@field lines LayoutLine[]
---@field headings string[] of its issues

--- A letter that can be laid out; nil where the text is not in UTF-8, or no plain text at all.
---@param name string
---@param text string
---@return LaidLetter?
function layouts.letter(name, text)
  if not utf8.len(text) then
    return nil
  end
  local document = imr.parse(text)
  local headings = {}
  for i, issue in ipairs(document.issues) do
    headings[i] = issue.heading
  end
  return { name = name, text = text, document = document, lines = layout.read(text), headings = headings }
end

---- the header block ------------------------------------------------------------------------------

local function american(date)
  return (date:gsub("(%d+)-(%d+)-(%d+)", "%2/%3/%1"))
end

-- The cells of the block: label and value, the left column and the right one beside it.
local function cells(case)
  local function date(key)
    return american(case[key])
  end
  return {
    { { "Case Number:", case.number }, { "Date Assigned:", date "date_assigned" } },
    { { "Date of Injury:", date "date_of_injury" }, { "Decision Date:", date "decision_date" } },
    { { "Priority:", case.priority:gsub("^%l", string.upper) }, { "UR Denial Date:", date "ur_denial_date" } },
    { { "Application Received:", date "application_received" } },
  }
end

local KEYS = {
  "number", "date_assigned", "date_of_injury", "decision_date", "priority", "ur_denial_date", "application_received",
}

-- The block's first line, its number of lines, and its cells; nil where the letter has no whole one.
local function block(letter)
  local case = letter.document.case or {}
  for _, key in ipairs(KEYS) do
    if not case[key] then
      return nil
    end
  end
  for i, line in ipairs(letter.lines) do
    if line.text:find "^%s*HOW THE IMR" then
      for first = 1, i - 1 do
        if letter.lines[first].text:find "^%s*Case Number:" then
          return first, i - first, cells(case)
        end
      end
      return nil
    end
  end
end

-- The letter's lines with the block written otherwise: `write` gives its lines.
local function with_block(letter, write)
  local first, count, rows = block(letter)
  if not first then
    return letter.lines
  end
  local lines = { table.unpack(letter.lines, 1, first - 1) }
  for _, text in ipairs(write(rows)) do
    lines[#lines + 1] = { text = text, paragraph = text == "" }
  end
  return table.move(letter.lines, first + count, #letter.lines, #lines + 1, lines)
end

-- As on paper, by blanks: the label of the last cell is broken over two lines.
local function side_by_side(rows)
  local function line(left, right)
    local text = ("%-21s%-28s"):format(left[1], left[2])
    return right and text .. ("%-21s%s"):format(right[1], right[2]) or text
  end
  return {
    line(rows[1][1], rows[1][2]),
    line(rows[2][1], rows[2][2]),
    line(rows[3][1], rows[3][2]),
    line { "Application", rows[4][1][2] },
    "Received:",
  }
end

-- Label and value in turn.
local function in_turn(rows)
  return {
    ("%s %s"):format(table.unpack(rows[1][1])),
    ("%s %s %s %s"):format(rows[1][2][1], rows[1][2][2], rows[2][1][1], rows[2][1][2]),
    ("%s %s %s %s"):format(rows[2][2][1], rows[2][2][2], rows[3][2][1], rows[3][2][2]),
    ("%s %s Application"):format(table.unpack(rows[3][1])),
    "Received:",
    rows[4][1][2],
  }
end

-- All labels of a column, then all its values, column by column.
local function by_columns(rows)
  local lines = {}
  for column = 1, 2 do
    for part = 1, 2 do
      for _, row in ipairs(rows) do
        lines[#lines + 1] = row[column] and row[column][part]
      end
      lines[#lines + 1] = ""
    end
  end
  return lines
end

---- page furniture --------------------------------------------------------------------------------

local TITLE = "Final Determination Letter for IMR Case Number %s"

-- What stands between the last line of page `page` and the first of the next.
local furniture = {
  function(page, number)
    return ("\n\n%d | Page\n\f%s\n\n"):format(page, TITLE:format(number))
  end,
  function(page, number)
    return ("\n\n%s%40d\n\f"):format(TITLE:format(number), page)
  end,
  function(page)
    return ("\n\n%40s\n\f"):format(("Page %d of 9"):format(page))
  end,
  function(page, number)
    return ("\n\n\n\n%s %d\n\n\n\n"):format(TITLE:format(number), page)
  end,
  function(page, number)
    return ("\n\f%s\nIMR Version 3.%d\n\n"):format(number, page)
  end,
}

-- A page ends behind every `every`-th line, whatever stands there.
local function with_furniture(letter, kind, every)
  local parts = {}
  local number = letter.document.case and letter.document.case.number or "CM16-0212345"
  for i, line in ipairs(letter.lines) do
    local ends = i % every == 0 and i > 1 and i < #letter.lines
    parts[#parts + 1] = line.text
    parts[#parts + 1] = ends and furniture[kind](i // every, number) or "\n"
  end
  return table.concat(parts)
end

---- headings and labels ---------------------------------------------------------------------------

-- Of all forms, as printed.
local MARKS = {
  "HOW THE IMR FINAL DETERMINATION WAS MADE",
  "CLINICAL CASE SUMMARY",
  "IMR ISSUES, DECISIONS AND RATIONALES",
  "IMR DECISION(S) AND RATIONALE(S)",
  "DOCUMENTS REVIEWED",
  "Claims Administrator guideline:",
  "MAXIMUS guideline:",
  "Decision rationale:",
}

local function replace(text, words, replacement)
  return (text:gsub(words:gsub("%p", "%%%0"), (replacement:gsub("%%", "%%%%"))))
end

-- The letter with its headings and labels changed, the `i`-th by the `i`-th of the changes in turn.
local function with_marks(letter, changes)
  local text = layout.write(letter.lines, layouts.SINGLE)
  for i, mark in ipairs(MARKS) do
    text = replace(text, mark, changes[(i - 1) % #changes + 1](mark))
  end
  return text
end

local spellings = {
  function(mark)
    return (mark:gsub(" ", ""))
  end,
  function(mark)
    return (mark:gsub("(%w)", "%1 "):gsub(" +$", ""))
  end,
  string.lower,
  function(mark)
    return (mark:gsub("(%a)(%a+)", function(first, rest)
      return first:upper() .. rest:lower()
    end))
  end,
  function(mark)
    return (mark:gsub(" ", "\n\n\n\n\f", 1))
  end,
}

local function slip(from, to)
  return function(mark)
    return (mark:gsub(from, to))
  end
end

local slips = {
  slip("[IO]", { I = "l", O = "0" }),
  slip("CLINICAL", "CLlNlCAL"),
  slip("SS", "5S"),
  slip("DECISION", "DEC1S10N"),
  slip("O", "0"),
  slip("im", "irn"),
  slip("gui", "gul"),
  slip("nale", "naIe"),
}

local function with_slips(letter)
  local text = with_marks(letter, slips)
  return (text:gsub(": Upheld\n", ": Upheid\n"):gsub(": Overturned\n", ": 0verturned\n"))
end

---- the ways --------------------------------------------------------------------------------------

layouts.SINGLE = { line = "\n", paragraph = "\n\n", page = "\n\n\n\n" }
layouts.DOUBLE = { line = "\n\n", paragraph = "\n\n\n", page = "\n\n\n\n\n" }
-- As text comes that was copied out of a PDF, line by line.
layouts.COPIED = { line = " \n\n", paragraph = " \n\n \n\n", page = " \n\n\n\n\n \n\n" }
layouts.FEEDS = { line = "\n", paragraph = "\n\n", page = "\n\n\f" }
layouts.BARE = { line = "\n" }
layouts.BARE_FEEDS = { line = "\n", page = "\n\f" }

-- Signs that typesetters use: blanks and hyphens that do not break, ligatures, soft hyphens.
local LIGATURES = { { "ffi", "ﬃ" }, { "ffl", "ﬄ" }, { "ff", "ﬀ" }, { "fi", "ﬁ" }, { "fl", "ﬂ" } }

local function typeset(letter)
  local text = layout.write(letter.lines, layouts.SINGLE)
  for _, pair in ipairs(LIGATURES) do
    text = text:gsub(pair[1], pair[2])
  end
  text = text:gsub("(%w)%-(%w)", "%1\u{2011}%2"):gsub("(%d) (%a)", "%1\u{A0}%2")
  return (text:gsub("(%a%a%a%a)(%a%a%a%a%a)", "%1\u{AD}%2"))
end

local function indented(text)
  return (("\n" .. text):gsub("\n([^\n\f])", "\n        %1"))
end

local function one_line(letter)
  local parts = {}
  for i, line in ipairs(letter.lines) do
    parts[i] = line.text
  end
  return (table.concat(parts, " "))
end

--- Each gives a letter's text laid out so; nil where that cannot be.
---@type { name: string, lay_out: fun(letter: LaidLetter): string? }[]
layouts.ways = {
  {
    name = "as copied out of a PDF, with a blank line behind every line",
    lay_out = function(letter)
      return " " .. layout.write(letter.lines, layouts.COPIED)
    end,
  },
  {
    name = "single-spaced, with form feeds",
    lay_out = function(letter)
      return (layout.write(letter.lines, layouts.FEEDS))
    end,
  },
  {
    name = "in columns, as pdftotext -layout prints it",
    lay_out = function(letter)
      return indented((layout.write(with_block(letter, side_by_side), layouts.FEEDS)))
    end,
  },
  {
    name = "in the order of pdftotext -raw",
    lay_out = function(letter)
      return (layout.write(with_block(letter, in_turn), layouts.BARE_FEEDS))
    end,
  },
  {
    name = "in the order of pdftotext without an option",
    lay_out = function(letter)
      return (layout.write(with_block(letter, by_columns), layouts.FEEDS))
    end,
  },
  {
    name = "in Windows-1252, with CR LF",
    lay_out = function(letter)
      return encode.windows_1252((layout.write(letter.lines, layouts.SINGLE):gsub("\n", "\r\n")))
    end,
  },
  {
    name = "in UTF-16, with CR",
    lay_out = function(letter)
      return encode.UTF16BE_MARK .. encode.utf16be((layout.write(letter.lines, layouts.SINGLE):gsub("\n", "\r")))
    end,
  },
  {
    name = "on lines of 66 bytes, without blank lines",
    lay_out = function(letter)
      return (layout.write(layout.wrap(letter.lines, 66, letter.headings), layouts.BARE))
    end,
  },
  { name = "without any line break", lay_out = one_line },
  { name = "with ligatures, soft hyphens, blanks and hyphens that do not break", lay_out = typeset },
  {
    name = "with headings and labels written otherwise",
    lay_out = function(letter)
      return with_marks(letter, spellings)
    end,
  },
  { name = "with slips of character recognition in headings and labels", lay_out = with_slips },
}
for kind = 1, #furniture do
  table.insert(layouts.ways, 7 + kind, {
    name = ("with page furniture in the midst of it, kind %d"):format(kind),
    lay_out = function(letter)
      return with_furniture(letter, kind, 11)
    end,
  })
end

---- what stays the same ---------------------------------------------------------------------------

-- A letter's structure: what its headings, labels and lines say. The other keys are read from it.
local STRUCTURE = {
  "template", "dialect", "case", "reviewer", "documents", "summary", "outcome", "issues",
  "issues.number", "issues.heading", "issues.treatment", "issues.modification", "issues.decision",
  "issues.administrator_guideline.text", "issues.reviewer_guideline.text", "issues.rationale",
}
local structure = {}
for _, path in ipairs(STRUCTURE) do
  structure[path] = true
end

local SIGNS = { ["\u{2010}"] = "", ["\u{2011}"] = "", ["\u{AD}"] = "" }
for _, pair in ipairs(LIGATURES) do
  SIGNS[pair[2]] = pair[1]
end

-- Blanks and hyphens are what lines are broken at: they are not compared.
local function plain(value)
  if type(value) == "table" then
    local copy = {}
    for key, inner in pairs(value) do
      copy[key] = plain(inner)
    end
    return copy
  end
  return type(value) == "string" and value:gsub("[\xC2\xE2\xEF][\x80-\xBF]+", SIGNS):gsub("[%s%-]", "") or value
end

-- "issues[2].request.levels[1]" belongs to "issues.request.levels".
local function path_of(place)
  return (place:gsub("%[%d+%]", ""))
end

local function is_structure(path)
  while path do
    if structure[path] then
      return true
    end
    path = path:match "^(.*)%."
    if path == "issues" then
      return false -- their number is, but not all that stands in them
    end
  end
  return false
end

--- The pairs of way and letter whose structure differs, and why that is right.
---@type { way: string, letter: string, why: string }[]
layouts.exceptions = {
  {
    way = "with slips of character recognition in headings and labels",
    letter = "027",
    why = "the rationale quotes decisions on lines of their own, and they were changed with the others",
  },
  {
    way = "without any line break",
    letter = "041",
    why = "nothing but line ends parts the documents of its list",
  },
  {
    way = "without any line break",
    letter = "047",
    why = "nothing but line ends parts the documents of its list",
  },
}

--- The exception that a pair is; nil where it is none.
---@param way string
---@param letter string
function layouts.exception(way, letter)
  for _, exception in ipairs(layouts.exceptions) do
    if exception.way == way and exception.letter == letter then
      return exception
    end
  end
end

---@class LaidDifference : Difference
---@field path string the schema's name of what differs
---@field structure boolean is it of the letter's structure?

--- What a letter that is laid out otherwise says differently. Diagnostics are not compared, nor
--- where words are joined.
---@param letter LaidLetter
---@param text string
---@return LaidDifference[]
function layouts.differences(letter, text)
  local list = compare.list(plain(letter.document), plain(imr.parse(text)), { diagnostics = true, source = true })
  for _, difference in ipairs(list) do
    difference.path = path_of(difference.place)
    difference.structure = is_structure(difference.path)
  end
  return list
end

return layouts
