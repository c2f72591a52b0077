--- What the bytes behind each key of a document must say: the text itself, the value normalized, or
--- what it was derived from.

local imr = require "imr"
local evidence = require "spec.support.evidence"
local letter = require "spec.support.letter"

local laws = {}

---- normalizing -----------------------------------------------------------------------------------

local MONTHS = { jan = 1, feb = 2, mar = 3, apr = 4, may = 5, jun = 6, jul = 7, aug = 8, sep = 9, oct = 10, nov = 11,
  dec = 12 }

local function iso(year, month, day)
  year = tonumber(year)
  if year < 100 then
    year = year + (year >= 40 and 1900 or 2000)
  end
  return ("%04d-%02d-%02d"):format(year, tonumber(month), tonumber(day))
end

local function date(text)
  text = text:lower()
  local year, month, day = text:match "^(%d%d%d%d)%s*[-/.]%s*(%d+)%s*[-/.]%s*(%d+)$"
  if not year then
    month, day, year = text:match "^(%d+)%s*[-/.]%s*(%d+)%s*[-/.]%s*(%d+)$"
  end
  if not year then
    month, day, year = text:match "^(%a+)%.?%s*(%d+)%a*[%s,of]+(%d+)$"
    if not year then
      day, month, year = text:match "^(%d+)%a*[-%s,of]+(%a+)[-%s,.of]+(%d+)$"
    end
    month = month and MONTHS[month:sub(1, 3)]
  end
  return year and month and iso(year, month, day)
end

local NUMBERS = { no = 0, one = 1, once = 1, two = 2, twice = 2, three = 3, four = 4, five = 5, six = 6, seven = 7,
  eight = 8, nine = 9, ten = 10, eleven = 11, twelve = 12, thirteen = 13, fourteen = 14, fifteen = 15, sixteen = 16,
  seventeen = 17, eighteen = 18, nineteen = 19, twenty = 20, thirty = 30, forty = 40, fourty = 40, fifty = 50,
  sixty = 60, seventy = 70, eighty = 80, ninety = 90 }

-- The numbers in a text, in figures and in words.
local function numbers(text)
  local list, tens = {}, false
  for word in text:lower():gsub("(%d),(%d%d%d)%f[%D]", "%1%2"):gsub("(%d)(%a)", "%1 %2")
    :gsub("(%a)(%d)", "%1 %2"):gmatch "[%w.]+" do
    local n = tonumber(word) or NUMBERS[word]
    if n and tens and n < 10 and NUMBERS[word] then
      list[#list] = list[#list] + n
    elseif n then
      list[#list + 1] = n
    end
    tens = n ~= nil and n >= 20 and n % 10 == 0 and NUMBERS[word] ~= nil
  end
  return list
end

local function number(text, value)
  return numbers(text)[1] == value
end

-- Sessions are given, or a product.
local function sessions(text, value)
  local n = numbers(text)
  return n[1] == value or n[2] ~= nil and n[1] * n[2] == value
end

-- "303-5" ends with page 305.
local function pages(text, value)
  local n = numbers((text:gsub("%D+", " ")))
  local first, last = n[1], n[2] or n[1]
  if last and last < first then
    local scale = last < 10 and 10 or 100
    last = last < 100 and first - first % scale + last or first
  end
  return first == value[1] and math.max(first, last) == value[2]
end

local function has(text, words)
  text = text:lower()
  for word in words:gmatch "%S+" do
    if text:find(word:gsub("_", " "):gsub("%-", "%%-")) then
      return true
    end
  end
  return false
end

local SEXES = { he = "male", him = "male", his = "male", himself = "male", m = "male", she = "female",
  her = "female", hers = "female", herself = "female", f = "female", lady = "female", ladies = "female" }

local function sex(text, value)
  local word = text:lower():gsub("-", "")
  return (SEXES[word] or word:find "fem" and "female" or word:find "wom" and "female" or "male") == value
end

-- Upheld or Overturned; before 2014 "is [not] medically necessary and appropriate".
local function decision(text, value)
  text = text:lower()
  if text:find "necessary" then
    return (text:find "%f[%a]not" and "upheld" or "overturned") == value
  end
  local part = text:find "part" ~= nil
  return (part and "partially overturned" or text:find "^overturn" and "overturned" or "upheld") == value
end

local NO = "not no non never cannot n't n’t unnecessary inappropriate unwarranted unsupported"
local DENIED = "den declin refus reject not fail non-cert noncert adverse neither none"
local PROVIDED = "retro dos d.o.s date_of dates_of given performed provided dispensed administered rendered completed "
  .. "done obtained"
local MODIFIED = "modif approv authoriz certif grant allow reduc decreas limit chang part lower downgrad"

-- Where an item of these words is asked for, `path` of the request has the value in it.
local function of_request(key)
  return function(text, value)
    local request = imr.parse(letter.text { issues = { { treatment = text } } }).issues[1].request or {}
    local found = request[key]
    for _, one in ipairs(type(found) == "table" and found or { found }) do
      if one == value then
        return true
      end
    end
    return false
  end
end

-- "L4-5" is L4-L5, "L5-1" is L5-S1.
local function level(text, value)
  text = text:upper():gsub("[^%w]+", "-")
  local region, first, other, last = text:match "^(%u)%-?(%d+)%-?(%u?)%a*%-?(%d*)$"
  if not region then
    return false
  end
  if last == "" then
    return region .. first == value
  end
  local next_region = region == "L" and tonumber(last) < tonumber(first) and "S" or region
  next_region = region == "C" and tonumber(last) < tonumber(first) and "T" or next_region
  next_region = region == "T" and tonumber(last) < tonumber(first) and "L" or next_region
  return ("%s%s-%s%s"):format(region, first, other ~= "" and other or next_region, last) == value
end

local function authority(text, value)
  if value == "other" then
    return #text > 0
  end
  local guideline = imr.parse(letter.text { issues = { { reviewer = "Decision based on " .. text } } })
    .issues[1].reviewer_guideline
  return guideline ~= nil and guideline.citations ~= nil and guideline.citations[1].authority == value
end

---- the laws --------------------------------------------------------------------------------------

local TEXT = { kind = "text" }

local function normalized(check)
  return { kind = "normalized", check = check }
end

-- `check(document, texts, value, path)`: `texts` are the ranges' bytes, cleaned, one by one.
local function derived(check)
  return { kind = "derived", check = check }
end

local function some()
  return true
end

-- A page break may divide a decision.
local function of_decisions(_, texts, value)
  local all, decisions = nil, {}
  for i, words in ipairs(texts) do
    local whole = i == 1 or has(decisions[#decisions], "uph overturn necessary")
    decisions[whole and #decisions + 1 or #decisions] = whole and words or decisions[#decisions] .. " " .. words
  end
  for _, word in ipairs(decisions) do
    local one = decision(word, "partially overturned") and "partially overturned"
      or decision(word, "upheld") and "upheld"
      or "overturned"
    all = (all == nil or all == one) and one or "partially overturned"
  end
  return all == value
end

-- Each of a list's words stands in the letter under another key.
local function one_of(list_of)
  return function(document, texts)
    for _, other in ipairs(list_of(document) or {}) do
      if evidence.squeezed(other) == evidence.squeezed(texts[1]) then
        return true
      end
    end
    return false
  end
end

local function is_date(bytes, value)
  return date(bytes) == value
end

local DATES = { "case.date_assigned", "case.date_of_injury", "case.decision_date", "case.ur_denial_date",
  "case.application_received", "injury.date", "ur.date" }
local TEXTS = { "case.number", "reviewer.licensure", "reviewer.specialties", "reviewer.statement", "diagnoses",
  "documents", "summary", "issues.heading", "issues.treatment", "issues.modification.requested",
  "issues.modification.authorized", "issues.request.drug", "issues.request.frequency", "issues.request.codes",
  "issues.rationale" }
local TEXTS_OF_GUIDELINE = { "text", "citations.title", "citations.chapter", "citations.sections", "citations.url",
  "citations.text" }

---@type table<string, { kind: "text" | "normalized" | "derived", check?: function }> by the schema's paths
laws.of = {
  template = derived(some),
  dialect = derived(some),
  outcome = derived(of_decisions),
  ["case.priority"] = normalized(function(bytes, value) return bytes:lower() == value end),
  ["reviewer.boards"] = derived(one_of(function(document) return document.reviewer.specialties end)),
  ["worker.age"] = normalized(number),
  ["worker.sex"] = normalized(sex),
  ["injury.cumulative"] = normalized(function(bytes)
    return has(bytes, "cumulative continuous repetitive %d.*%D.*%d")
  end),
  ["ur.action"] = normalized(function(bytes, value)
    return has(bytes, value == "denied" and DENIED or MODIFIED)
  end),
  ["issues.number"] = derived(some),
  ["issues.decision"] = normalized(decision),
  ["issues.category"] = derived(some),
  ["issues.subcategory"] = derived(some),
  ["issues.reasons"] = derived(some),
  ["issues.modification.amount.requested"] = normalized(sessions),
  ["issues.modification.amount.authorized"] = normalized(sessions),
  ["issues.modification.amount.disputed"] = normalized(sessions),
  ["issues.modification.amount.unit"] = derived(some),
  ["issues.request.ingredients"] = normalized(of_request "ingredients"),
  ["issues.request.strength"] = normalized(function(bytes, value)
    return evidence.squeezed(bytes) == evidence.squeezed(value)
  end),
  ["issues.request.quantity"] = normalized(number),
  ["issues.request.refills"] = normalized(number),
  ["issues.request.sessions"] = normalized(sessions),
  ["issues.request.per_week"] = normalized(number),
  ["issues.request.weeks"] = normalized(number),
  ["issues.request.laterality"] = normalized(of_request "laterality"),
  ["issues.request.body_parts"] = normalized(of_request "body_parts"),
  ["issues.request.levels"] = normalized(level),
  ["issues.request.retrospective"] = normalized(function(bytes) return has(bytes, PROVIDED) end),
  ["issues.request.adjunct"] = normalized(of_request "adjunct"),
  ["issues.conclusion"] = normalized(function(bytes, value)
    return has(bytes, NO) == (value == "not medically necessary")
  end),
  ["issues.consistent"] = derived(function(_, texts)
    return #texts >= 2 and (decision(texts[1], "upheld") or decision(texts[1], "overturned"))
  end),
}
for _, key in ipairs(DATES) do
  laws.of[key] = normalized(is_date)
end
for _, key in ipairs(TEXTS) do
  laws.of[key] = TEXT
end
for _, side in ipairs { "administrator_guideline", "reviewer_guideline" } do
  local path = "issues." .. side .. "."
  for _, key in ipairs(TEXTS_OF_GUIDELINE) do
    laws.of[path .. key] = TEXT
  end
  laws.of[path .. "mtus"] = normalized(function(bytes, value)
    return has(bytes, "mtus not") and has(bytes, "not outside non- no_section silent") == not value
  end)
  laws.of[path .. "cited"] = normalized(function(bytes) return has(bytes, "not_ no_") end)
  laws.of[path .. "citations.authority"] = normalized(authority)
  laws.of[path .. "citations.year"] = normalized(number)
  laws.of[path .. "citations.pages"] = normalized(pages)
  laws.of[path .. "citations.id"] = derived(some)
end

--- What is wrong with the spans of a document, a line each: values without a place, places without a
--- value, and places whose bytes do not say the value.
---@param document imr.Document parsed with {spans = true}
---@param source string the bytes that it was parsed from
---@return string[]
function laws.broken(document, source)
  local wrong, known = {}, {}
  local function complain(path, words, ...)
    wrong[#wrong + 1] = ("%s: %s"):format(path, words:format(...))
  end
  for _, row in ipairs(evidence.values(document)) do
    local ranges, law = document.spans[row.path], laws.of[row.key]
    known[row.path] = true
    if not ranges then
      complain(row.path, "no place")
    elseif not law then
      complain(row.path, "no law for %s", row.key)
    elseif not evidence.sound(ranges, source) then
      complain(row.path, "its ranges are not within the source: %s", table.concat(ranges, " "))
    elseif law.kind == "text" then
      if not evidence.is(source, ranges, row.value) then
        complain(row.path, "want %q, its bytes say %q", row.value, evidence.text(source, ranges))
      end
    elseif law.kind == "normalized" then
      local said = evidence.text(source, ranges)
      if not law.check(said, row.value) then
        complain(row.path, "want %s, its bytes say %q", evidence.shown(row.value), said)
      end
    elseif not law.check(document, evidence.texts(source, ranges), row.value, row.path) then
      complain(row.path, "want %s, its evidence is %q", evidence.shown(row.value), evidence.text(source, ranges))
    end
  end
  for path in pairs(document.spans) do
    if not known[path] then
      complain(path, "a place without a value")
    end
  end
  table.sort(wrong)
  return wrong
end

return laws
