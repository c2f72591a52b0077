--- How documents and issues print: a few lines that say what matters, for a person.
--
-- `print(document)` and `print(document.issues[1])` come here. An analyst changes tables as they
-- like, so nothing is taken for granted: a key that is missing or of another type is left out,
-- metamethods of inner tables are not run, control characters do not reach the terminal.
-- @module imr.card

local card = {}

---@class imr.card.Options
---@field width? integer columns of a line; default 80
---@field colour? boolean with the terminal's colours; default false

local WIDTH = 80
local MOST_ISSUES = 40 -- twice what the longest letters have
local MOST_DIAGNOSTICS = 10
local LONG = 400 -- bytes of a rationale or guideline statement that are shown of an issue

local STYLE = {
  name = "\27[1m",
  label = "\27[2m",
  overturned = "\27[32m",
  ["partially overturned"] = "\27[33m",
  diagnostic = "\27[33m",
}

local function plain(text)
  return text
end

local function painter(o)
  if not (o and o.colour) then
    return plain
  end
  return function(text, style)
    local code = STYLE[style]
    return code and code .. text .. "\27[0m" or text
  end
end

local function get(t, key)
  if type(t) == "table" then
    return rawget(t, key)
  end
  return nil
end

-- One line of printable text, or nil where there is none to show.
local function text_of(value)
  if type(value) == "number" or type(value) == "boolean" then
    return tostring(value)
  elseif type(value) ~= "string" then
    return nil
  end
  local text = value:gsub("%s+", " "):gsub("^ ", ""):gsub(" $", "")
  text = text:gsub("%c", "?"):gsub("\194[\128-\159]", "?") -- the second: C1 controls in UTF-8
  return text ~= "" and text or nil
end

local function list_of(value)
  local items = {}
  if type(value) == "table" then
    for i = 1, rawlen(value) do
      items[#items + 1] = text_of(rawget(value, i))
    end
  else
    items[1] = text_of(value)
  end
  return items[1] and table.concat(items, ", ") or nil
end

local function columns(text)
  return utf8.len(text) or #text
end

local function pad(text, width)
  return text .. (" "):rep(width - columns(text))
end

-- No more than `size` bytes, cut at a blank where that costs little.
local function excerpt(text, size)
  if not text or #text <= size then
    return text
  end
  local cut = text:sub(1, size):gsub("[\128-\191]*$", ""):gsub("[\192-\255]$", "")
  return (cut:match("^(.*%S)%s+%S*$") or cut) .. " ..."
end

-- Adds `text`, broken into lines: the first goes on from `head`, which takes `used` columns, the
-- others begin in column `indent`. A word that is longer than a line stays whole: paths and
-- addresses can then still be copied.
local function add(lines, head, used, indent, text, width)
  local line, gap = head, 0
  for word in text:gmatch("%S+") do
    local size = columns(word)
    if used > indent and used + gap + size > width then
      lines[#lines + 1] = line:gsub(" +$", "")
      line, used, gap = (" "):rep(indent), indent, 0
    end
    line = line .. (" "):rep(gap) .. word
    used, gap = used + gap + size, 1
  end
  lines[#lines + 1] = line:gsub(" +$", "")
end

-- What a card is built with: its lines so far, how a labelled value is added (values begin in
-- column `indent`), how text is coloured, and the columns of a line.
local function sheet(o, indent)
  local width = math.tointeger(o and o.width) or WIDTH
  local paint = painter(o)
  local lines = {}
  local function row(label, text)
    if text then
      add(lines, paint(pad(label, indent), "label"), indent, indent, text, width)
    end
  end
  return lines, row, paint, width
end

local function name_of(document)
  return text_of(get(document, "source")) or "(text without a name)"
end

-- "(final-determination, 2015)"
local function form_of(document)
  local template, dialect = text_of(get(document, "template")), text_of(get(document, "dialect"))
  if template and dialect then
    return ("(%s, %s)"):format(template, dialect)
  end
  return template and ("(%s)"):format(template) or ""
end

local DATES = {
  { "date_of_injury", "injury" },
  { "ur_denial_date", "denial" },
  { "application_received", "application" },
  { "date_assigned", "assigned" },
  { "decision_date", "decision" },
}

local function dates_of(case)
  local said = {}
  for _, date in ipairs(DATES) do
    local text = text_of(get(case, date[1]))
    if text then
      said[#said + 1] = date[2] .. " " .. text
    end
  end
  return said[1] and table.concat(said, ", ") or nil
end

local function case_of(case)
  local number, priority = text_of(get(case, "number")), text_of(get(case, "priority"))
  if number and priority then
    return ("%s, %s"):format(number, priority)
  end
  return number or priority
end

local function reviewer_of(reviewer)
  local specialties = list_of(get(reviewer, "specialties"))
  local states = list_of(get(reviewer, "licensure"))
  if specialties and states then
    return ("%s; licensed in %s"):format(specialties, states)
  end
  return specialties or states and "licensed in " .. states
end

local function decision_of(issue)
  return text_of(get(issue, "decision")) or "no decision"
end

local function treatment_of(issue)
  return text_of(get(issue, "treatment")) or text_of(get(issue, "heading"))
end

local function number_of(issue, position)
  return text_of(get(issue, "number")) or tostring(position)
end

-- "partially overturned (2 upheld, 1 overturned)", "upheld (2 issues)"
local function outcome_of(document, issues)
  local outcome = text_of(get(document, "outcome")) or #issues > 0 and "unknown" or nil
  if #issues < 2 then
    return outcome
  end
  local tally, decisions = {}, {}
  for _, issue in ipairs(issues) do
    local decision = decision_of(issue)
    if not tally[decision] then
      decisions[#decisions + 1] = decision
    end
    tally[decision] = (tally[decision] or 0) + 1
  end
  if #decisions == 1 then
    return ("%s (%d issues)"):format(outcome, #issues)
  end
  for i, decision in ipairs(decisions) do
    decisions[i] = ("%d %s"):format(tally[decision], decision)
  end
  return ("%s (%s)"):format(outcome, table.concat(decisions, ", "))
end

-- The elements of a list that are tables, as a list without holes.
local function records(value)
  local found = {}
  if type(value) == "table" then
    for i = 1, rawlen(value) do
      local record = rawget(value, i)
      if type(record) == "table" then
        found[#found + 1] = record
      end
    end
  end
  return found
end

local function add_issues(lines, issues, paint, width)
  local shown = math.min(#issues, MOST_ISSUES)
  local numbers, decisions = 0, 0
  for i = 1, shown do
    numbers = math.max(numbers, columns(number_of(issues[i], i)))
    decisions = math.max(decisions, columns(decision_of(issues[i])))
  end
  local indent = numbers + decisions + 5
  for i = 1, shown do
    local decision = decision_of(issues[i])
    local number = pad(number_of(issues[i], i), numbers)
    local gap = (" "):rep(decisions - columns(decision) + 2)
    local head = ("  %s %s%s"):format(number, paint(decision, decision), gap)
    local treatment = excerpt(treatment_of(issues[i]), LONG) or "(no heading)"
    add(lines, head, indent, indent, treatment, width)
  end
  if #issues > shown then
    lines[#lines + 1] = ("  ... and %d more issues"):format(#issues - shown)
  end
end

local function add_diagnostics(lines, diagnostics, paint, width)
  local shown = math.min(#diagnostics, MOST_DIAGNOSTICS)
  for i = 1, shown do
    local found = diagnostics[i]
    local line, column = text_of(get(found, "line")), text_of(get(found, "column"))
    local code, message = text_of(get(found, "code")), text_of(get(found, "message"))
    local where = line and ("line %s%s: "):format(line, column and ", column " .. column or "") or ""
    local what = (code or "diagnostic") .. (message and ": " .. message or "")
    add(lines, "  " .. paint("!", "diagnostic") .. " ", 4, 4, where .. what, width)
  end
  if #diagnostics > shown then
    lines[#lines + 1] = ("  ... and %d more diagnostics"):format(#diagnostics - shown)
  end
end

--- A document in a few lines: its name, case, dates, reviewer and outcome, a line per issue with
--- decision and treatment, a line per diagnostic.
---@param document table
---@param o? imr.card.Options
---@return string without a line end at its end
function card.document(document, o)
  local lines, row, paint, width = sheet(o, 10)
  local name, issues = name_of(document), records(get(document, "issues"))
  add(lines, paint(name, "name") .. " ", columns(name) + 1, 2, form_of(document), width)
  row("Case", case_of(get(document, "case")))
  row("Dates", dates_of(get(document, "case")))
  row("Reviewer", reviewer_of(get(document, "reviewer")))
  row("Outcome", outcome_of(document, issues))
  add_issues(lines, issues, paint, width)
  add_diagnostics(lines, records(get(document, "diagnostics")), paint, width)
  return table.concat(lines, "\n")
end

--- An issue in a few lines: number, decision, treatment, what either side relied on, and the
--- beginning of the rationale.
---@param issue table
---@param o? imr.card.Options
---@return string without a line end at its end
function card.issue(issue, o)
  local lines, row, paint = sheet(o, 15)
  local decision, change = decision_of(issue), get(issue, "modification")
  local function guideline(side)
    return excerpt(text_of(get(get(issue, side), "text")), LONG)
  end
  local number = paint("Issue " .. number_of(issue, "?"), "name")
  lines[1] = ("%s: %s"):format(number, paint(decision, decision))
  row("Treatment", excerpt(treatment_of(issue), LONG))
  row("Requested", excerpt(text_of(get(change, "requested")), LONG))
  row("Authorized", excerpt(text_of(get(change, "authorized")), LONG))
  row("Administrator", guideline "administrator_guideline")
  row("Reviewer", guideline "reviewer_guideline")
  row("Rationale", excerpt(text_of(get(issue, "rationale")), LONG))
  return table.concat(lines, "\n")
end

--- A document's values one below the other, such as "issues[1].decision: upheld": what the command
--- prints where fields are chosen, for which a card has no place. Diagnostics take a line each, as
--- on a card.
---@param document table
---@param values { [1]: string, [2]: string }[] labels and values, as `imr.export`.values gives them
---@param o? imr.card.Options
---@return string without a line end at its end
function card.listing(document, values, o)
  local lines, _, paint, width = sheet(o, 4)
  lines[1] = paint(name_of(document), "name")
  for _, value in ipairs(values) do
    if not value[1]:find "^diagnostics%[" then
      local label, text = value[1] .. ":", text_of(value[2]) or ""
      add(lines, ("  %s "):format(paint(label, "label")), columns(label) + 3, 4, text, width)
    end
  end
  add_diagnostics(lines, records(get(document, "diagnostics")), paint, width)
  return table.concat(lines, "\n")
end

return card
