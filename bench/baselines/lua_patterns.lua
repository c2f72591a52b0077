-- The same fields with Lua's own patterns.
package.path = (arg[0]:match "^(.*)/[^/]*$" or ".") .. "/?.lua;" .. package.path
local shared = require "shared"
local find, sub, match = string.find, string.sub, string.match
local gsub, gmatch, lower = string.gsub, string.gmatch, string.lower
local iso, SEX = shared.iso, shared.SEX

local DATE = "(%d%d?)[-/](%d%d?)[-/](%d%d%d?%d?)"
local HEADER = "Case Number: (%S+) Date Assigned: (%S+) Date of Injury: (%S+) Decision Date: (%S+) "
  .. "Priority: (%S+) Application Received: (%S+)"

local function clean(s)
  if find(s, "-\n", 1, true) then
    s = gsub(s, "-\n%s*", "-")
  end
  s = gsub(s, "%s+", " ")
  return match(s, "^ ?(.-) ?$")
end

---- the reviewer ----------------------------------------------------------------------------------

-- What stands between the members of a list; a longer separator before those that it contains.
local STATES = { ", and ", ", ", " and " }
local SPECIALTIES = { ", has a subspecialty in ", ", " }
local COMMAS = { ", " }

local function split(s, separators)
  for i = 1, #separators do
    s = gsub(s, separators[i], "\0")
  end
  local list, n = {}, 0
  for member in gmatch(s, "[^%z]+") do
    n = n + 1
    list[n] = member
  end
  return list
end

local function read_reviewer(section, out)
  local states, specialties = match(section, "State%(s%) of Licensure: (.-) Certification%(s%)/Specialty: (.*)$")
  if states then
    out.states, out.specialties = split(states, COMMAS), split(specialties, COMMAS)
    return
  end
  specialties, states =
    match(section, "reviewer is Board Certified in (.-) and is licensed to practice in (.-)%. He/she")
  out.states = specialties and split(states, STATES) or {}
  out.specialties = specialties and split(gsub(specialties, ",$", ""), SPECIALTIES) or {}
end

---- the summary -----------------------------------------------------------------------------------

local PRONOUNS = { he = "male", his = "male", him = "male", she = "female", her = "female", hers = "female" }

local function read_worker(summary, out)
  local _, last, age = find(summary, "(%d%d?%d?)[- ]years?[- ]old")
  if age then
    out.age = tonumber(age)
    local words = 0
    for word in gmatch(sub(summary, last + 1, last + 60), " ([%w-]+)") do
      words = words + 1
      if SEX[word] then
        out.sex = SEX[word]
        break
      elseif words == 3 then
        break
      end
    end
  end
  if not out.sex then
    for word in gmatch(summary, "%a+") do
      local sex = PRONOUNS[lower(word)]
      if sex then
        out.sex = sex
        break
      end
    end
  end
end

-- At most `size` bytes from `first` on, up to the end of the sentence.
local function sentence_from(s, first, size)
  local words = sub(s, first, first + size - 1)
  local stop = find(words, ".", 1, true)
  return stop and sub(words, 1, stop) or words
end

local function injury_date(summary)
  local month, day, year
  local first, last = find(summary, "date of injury ", 1, true)
  if first then
    month, day, year = match(summary, "^%w+ " .. DATE, last + 1)
    if not month then
      month, day, year = match(summary, "^" .. DATE, last + 1)
    end
  end
  if not month then
    first, last = find(summary, "injur", 1, true)
    while first and not month do
      local words = sentence_from(summary, last + 1, 100)
      month, day, year = match(words, " on " .. DATE)
      if not month then
        month, day, year = match(words, " dated " .. DATE)
      end
      first, last = find(summary, "injur", last, true)
    end
  end
  return month and iso(month, day, year)
end

local function ur_date(summary)
  local first, last = find(summary, "[Uu]tilization [Rr]eview")
  while first do
    local month, day, year = match(sentence_from(summary, last + 1, 72), DATE)
    if month then
      return iso(month, day, year)
    end
    first, last = find(summary, "[Uu]tilization [Rr]eview", last)
  end
end

---- the issues ------------------------------------------------------------------------------------

local function sources(statement)
  local list, n = {}, 0
  local first, last = find(statement, "Decision based on ", 1, true)
  while first do
    local next_first, next_last = find(statement, "Decision based on ", last + 1, true)
    local body = sub(statement, last + 1, (next_first or #statement + 1) - 1)
    local non_mtus = sub(body, 1, 17) == "Non-MTUS Citation"
    if non_mtus or sub(body, 1, 4) == "MTUS" then
      body = sub(body, non_mtus and 19 or 6)
      local system
      if find(body, "ACOEM", 1, true) then
        system = "ACOEM"
      elseif not non_mtus then
        system = "MTUS"
      elseif find(body, "Official Disability Guidelines", 1, true) or find(body, "ODG", 1, true) then
        system = "ODG"
      else
        system = "OTHER"
      end
      local pages = match(body, "Page%(s%): (%d[%d, -]*)")
      n = n + 1
      list[n] = { system = system, pages = pages and gsub(pages, "[ ,-]+$", "") or nil }
    end
    first, last = next_first, next_last
  end
  return list
end

local NEGATIONS = { ["is not"] = true, ["has not been"] = true, ["was not"] = true, ["cannot be"] = true }
local AFFIRMATIONS = { ["is"] = true, ["has been"] = true, ["was"] = true }
local VERBS = { " established", " determined", " supported" }

-- Does the rationale end by saying that the treatment is necessary?
local function conclusion(rationale)
  local necessary, at
  local first, last, word = find(rationale, "medically (%a+)")
  while first do
    if word == "necessary" or word == "appropriate" then
      necessary, at = sub(rationale, first - 4, first - 1) ~= "not ", first
    end
    first, last, word = find(rationale, "medically (%a+)", last + 1)
  end
  first, last = find(rationale, "medical necessity ", at or 1, true)
  while first do
    local words = sub(rationale, last + 1, last + 40)
    for i = 1, #VERBS do
      local verb = find(words, VERBS[i], 1, true)
      local auxiliary = verb and sub(words, 1, verb - 1)
      if NEGATIONS[auxiliary] then
        necessary = false
      elseif AFFIRMATIONS[auxiliary] then
        necessary = true
      end
    end
    first, last = find(rationale, "medical necessity ", last + 1, true)
  end
  return necessary
end

-- The end of the last paragraph before an issue's heading.
local function end_of_paragraphs(s)
  local found, from = 0, 1
  while true do
    local _, last = find(s, "\n +\n%s*", from)
    if not last then
      break
    end
    found, from = last, last
  end
  from = found + 1
  while true do
    local _, last = find(s, "[.?!)] *\n\n\n%s*", from)
    if not last then
      break
    end
    found, from = last, last + 1
  end
  return found
end

local function read_issues(text, start)
  local items, item, n = {}, nil, 0
  while true do
    local claims, claims_end = find(text, "Claims Administrator guideline:", start, true)
    if not claims then
      break
    end
    local maximus, maximus_end = find(text, "MAXIMUS guideline:", claims_end, true)
    local rationale, rationale_end = find(text, "Decision rationale:", maximus_end or claims_end, true)
    if not (maximus and rationale) then
      break
    end
    local part = sub(text, start, claims - 1)
    local position, decision = match(sub(part, -40), "():%s+(%a+)%s*$")
    if position then
      part = sub(part, 1, math.max(#part - 40, 0) + position - 1)
    end
    local last = end_of_paragraphs(part)
    if item then
      item.rationale = clean(sub(part, 1, last))
    end
    item = {
      treatment = clean(sub(part, last + 1)),
      decision = decision,
      claims_guideline = clean(sub(text, claims_end + 1, maximus - 1)),
      maximus_guideline = clean(sub(text, maximus_end + 1, rationale - 1)),
    }
    n = n + 1
    items[n] = item
    start = rationale_end + 1
  end
  if item then
    item.rationale = clean(sub(text, start))
  end
  for i = 1, n do
    item = items[i]
    item.claims_sources = sources(item.claims_guideline)
    item.maximus_sources = sources(item.maximus_guideline)
    item.necessary = conclusion(item.rationale)
  end
  return items
end

---- the letter ------------------------------------------------------------------------------------

local function parse(text, id)
  local out = { id = id }
  local made = find(text, "HOW THE IMR FINAL DETERMINATION WAS MADE", 1, true)
  local case = find(text, "CLINICAL CASE SUMMARY", made, true)
  local issues = find(text, "IMR ISSUES, DECISIONS AND RATIONALES", case, true)
  if made > 20 then
    local number, assigned, injury, decided, priority, received = match(clean(sub(text, 1, made - 1)), HEADER)
    if number then
      out.header = {
        case_number = number,
        date_assigned = assigned,
        date_of_injury = injury,
        decision_date = decided,
        priority = priority,
        application_received = received,
      }
    end
  end
  read_reviewer(clean(sub(text, made, case - 1)), out)
  local summary = sub(text, case + 21, issues - 1)
  summary = clean(sub(summary, (find(summary, "records:", 1, true) or -8) + 8))
  out.summary = summary
  read_worker(summary, out)
  out.injury_date, out.ur_date = injury_date(summary), ur_date(summary)
  out.items = read_issues(text, find(text, "below:", issues, true) + 6)
  return out
end

shared.run(parse)
