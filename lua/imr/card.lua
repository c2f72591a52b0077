--- How documents and all that is in them print: a few lines that say what matters, for a person.
--
-- `print(document)`, `print(document.issues)` and `print(document.issues[1])` come here. An analyst
-- changes tables as they like, so nothing is taken for granted: a key that is missing or of another
-- type is left out, metamethods of inner tables are not run, control characters do not reach the
-- terminal.
-- @module imr.card

local core = require "imr.core"

local card = {}

---@class imr.card.Options
---@field width? integer columns of a line; default 80
---@field colour? boolean with the terminal's colours; default false
---@field whole? boolean of an issue or another record all text, not the beginning; default false

local WIDTH = 80
local MOST_ISSUES = 40 -- twice what the longest letters have
local MOST_DIAGNOSTICS = 10
local MOST_ENTRIES = 10 -- of a list that is printed by itself
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

-- Where the longest texts of a record are cut.
local function longest(o)
  return o and o.whole and math.huge or LONG
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

-- What the rationale concludes, where that is not what was decided.
local function contradiction_of(issue)
  return get(issue, "consistent") == false and text_of(get(issue, "conclusion")) or nil
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

local function add_issues(lines, issues, paint, width, most)
  local shown = math.min(#issues, most)
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
    local contradiction = contradiction_of(issues[i])
    if contradiction then
      treatment = ("%s (but concluded: %s)"):format(treatment, contradiction)
    end
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
    local where = line and "line " .. line .. (column and ", column " .. column or "") .. ": " or ""
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
  add_issues(lines, issues, paint, width, MOST_ISSUES)
  add_diagnostics(lines, records(get(document, "diagnostics")), paint, width)
  return table.concat(lines, "\n")
end

--- An issue in a few lines: number, decision, treatment, what either side relied on, the conclusion
--- of the rationale where it contradicts the decision, and the rationale's beginning.
---@param issue table
---@param o? imr.card.Options
---@return string without a line end at its end
function card.issue(issue, o)
  local lines, row, paint = sheet(o, 15)
  local decision, change, most = decision_of(issue), get(issue, "modification"), longest(o)
  local function guideline(side)
    return excerpt(text_of(get(get(issue, side), "text")), most)
  end
  local number = paint("Issue " .. number_of(issue, "?"), "name")
  lines[1] = ("%s: %s"):format(number, paint(decision, decision))
  row("Treatment", excerpt(treatment_of(issue), most))
  row("Requested", excerpt(text_of(get(change, "requested")), most))
  row("Authorized", excerpt(text_of(get(change, "authorized")), most))
  row("Administrator", guideline "administrator_guideline")
  row("Reviewer", guideline "reviewer_guideline")
  local contradiction = contradiction_of(issue)
  row("Conclusion", contradiction and contradiction .. " (contradicts the decision)")
  row("Rationale", excerpt(text_of(get(issue, "rationale")), most))
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

---- lists and records -----------------------------------------------------------------------------

local NOUNS = {
  document = { "letter", "letters" },
  issue = { "issue", "issues" },
  citation = { "citation", "citations" },
  diagnostic = { "diagnostic", "diagnostics" },
}

--- "1 letter", "3 issues", "2 entries".
---@param count integer
---@param level? string of the records; nil: plain values
---@return string
function card.count(count, level)
  local noun = NOUNS[level] or { "entry", "entries" }
  return ("%d %s"):format(count, noun[count == 1 and 1 or 2])
end

--- A range of pages: "63-66", "70".
---@param value table a pair
---@return string? nil where it is none
function card.range(value)
  local first, last = text_of(get(value, 1)), text_of(get(value, 2))
  return first and last and (first == last and first or first .. "-" .. last) or nil
end

-- A plain value of a list: a page range is a pair.
local function entry_of(value)
  if type(value) == "table" then
    return card.range(value) or "(a table)"
  end
  return text_of(value) or ("(a %s)"):format(type(value))
end

-- What a letter was decided on: its first treatment, and how many more there are.
local function treatments_of(document)
  local issues = records(get(document, "issues"))
  local more = #issues > 1 and (" (and %d more)"):format(#issues - 1) or ""
  return issues[1] and treatment_of(issues[1]) or "(no issue)", more
end

--- Letters, a line each: outcome and treatment.
---@param documents table[]
---@param heads string[] what the lines begin with
---@param o? imr.card.Options
---@return string
function card.lines(documents, heads, o)
  local lines, _, paint, width = sheet(o, 0)
  local wide, wider = 0, 0
  local outcomes = {}
  for i, document in ipairs(documents) do
    outcomes[i] = text_of(get(document, "outcome")) or "no decision"
    wide, wider = math.max(wide, columns(heads[i])), math.max(wider, columns(outcomes[i]))
  end
  for i, document in ipairs(documents) do
    local treatment, more = treatments_of(document)
    local room = math.max(16, width - wide - wider - 4 - #more)
    if columns(treatment) > room then
      treatment = excerpt(treatment, room - 4)
    end
    local gap = (" "):rep(wider - columns(outcomes[i]))
    lines[i] = ("%s  %s%s  %s%s"):format(pad(heads[i], wide), paint(outcomes[i], outcomes[i]), gap, treatment, more)
  end
  return table.concat(lines, "\n")
end

local function add_citations(lines, citations, _, width, most)
  for i = 1, math.min(#citations, most) do
    local citation = citations[i]
    local text = text_of(get(citation, "text")) or text_of(get(citation, "title")) or "(no text)"
    local head = ("  %d %s  "):format(i, pad(text_of(get(citation, "authority")) or "?", 5))
    add(lines, head, columns(head), 11, excerpt(text, LONG), width)
  end
end

local function add_documents(lines, documents, _, _, most, o)
  local shown = table.move(documents, 1, math.min(#documents, most), 1, {})
  local heads = {}
  for i, document in ipairs(shown) do
    heads[i] = ("  %d %s"):format(i, name_of(document))
  end
  lines[#lines + 1] = shown[1] and card.lines(shown, heads, o)
end

local ADD = {
  document = add_documents,
  issue = add_issues,
  citation = add_citations,
  diagnostic = add_diagnostics,
}

--- A list that stands in a document: how many entries it has, and the first of them.
---@param list table
---@param level? string of the records in it; nil: plain values
---@param o? imr.card.Options
---@return string without a line end at its end
function card.list(list, level, o)
  local lines, _, paint, width = sheet(o, 0)
  local size = rawlen(list)
  local head = card.count(size, level)
  local shown = math.min(size, MOST_ENTRIES)
  if ADD[level] then
    lines[1] = head
    ADD[level](lines, records(list), paint, width, MOST_ENTRIES, o)
    if size > shown and not lines[#lines]:find "^  %.%.%. and " then
      lines[#lines + 1] = ("  ... and %d more"):format(size - shown)
    end
    return table.concat(lines, "\n")
  end
  local entries = {}
  for i = 1, shown do
    entries[i] = entry_of(rawget(list, i))
  end
  if size > shown then
    entries[shown + 1] = ("... and %d more"):format(size - shown)
  end
  if entries[1] then
    add(lines, head .. ": ", columns(head) + 2, 4, table.concat(entries, "; "), width)
    return table.concat(lines, "\n")
  end
  return head
end

-- The keys of a level, in the schema's order; looked up when first asked for.
local keys_of = {}
local function keys(level)
  if not next(keys_of) then
    local seen = {}
    for _, key in ipairs(core.schema()) do
      local name = key.path:match "[^.]+$"
      keys_of[key.level] = keys_of[key.level] or {}
      if not seen[key.level .. "." .. name] then
        seen[key.level .. "." .. name] = true
        table.insert(keys_of[key.level], name)
      end
    end
  end
  return keys_of[level] or {}
end

-- A value inside a record, in one line.
local function brief(value, most)
  if type(value) ~= "table" then
    return excerpt(text_of(value), most)
  end
  local metatable = getmetatable(value)
  for level, of in pairs(core.metatables.lists) do
    if metatable == of then
      return card.count(rawlen(value), level)
    end
  end
  if metatable == core.metatables.values then
    return (card.list(value, nil, { width = LONG }):gsub("^%d+ %a+: ", ""))
  end
  local parts = {}
  for level, of in pairs(core.metatables.records) do
    for _, name in ipairs(metatable == of and keys(level) or {}) do
      local text = text_of(get(value, name))
      parts[#parts + 1] = text and ("%s %s"):format(name, text)
    end
  end
  return parts[1] and table.concat(parts, ", ") or "(a table)"
end

--- A record that stands in a document, such as `letter.case`: a line for each key that it has, in
--- the schema's order; keys of the analyst's own after them, by name.
---@param record table
---@param level string
---@param o? imr.card.Options
---@return string without a line end at its end
function card.record(record, level, o)
  local known, names, own = {}, {}, {}
  for _, name in ipairs(keys(level)) do
    known[name] = true
    names[#names + 1] = rawget(record, name) ~= nil and name or nil
  end
  for name in next, record do
    own[#own + 1] = type(name) == "string" and not known[name] and name or nil
  end
  table.sort(own)
  table.move(own, 1, #own, #names + 1, names)
  local wide = 0
  for _, name in ipairs(names) do
    wide = math.max(wide, #name)
  end
  local lines, row = sheet(o, wide + 2)
  for _, name in ipairs(names) do
    row(name, brief(rawget(record, name), longest(o)) or "")
  end
  return lines[1] and table.concat(lines, "\n") or ("(%s: nothing in it)"):format(level)
end

-- How what has one of the core's metatables prints.
local faces = {}

--- Makes documents, and the records and lists in them, print as cards.
---@param metatables { records: table<string, table>, lists: table<string, table>, values: table }
function card.install(metatables)
  local function install(metatable, face)
    faces[metatable] = face
    function metatable.__tostring(value)
      return face(value)
    end
  end
  for level, metatable in pairs(metatables.records) do
    install(metatable, function(record, o)
      return card.record(record, level, o)
    end)
  end
  install(metatables.records.document, card.document)
  install(metatables.records.issue, card.issue)
  for level, metatable in pairs(metatables.lists) do
    install(metatable, function(list, o)
      return card.list(list, level, o)
    end)
  end
  install(metatables.values, function(list, o)
    return card.list(list, nil, o)
  end)
end

--- The card of a document, or of a record or list that stands in one.
---@param value any
---@param o? imr.card.Options
---@return string? nil for any other value
function card.of(value, o)
  local face = faces[type(value) == "table" and getmetatable(value)]
  return face and face(value, o)
end

return card
