-- The same fields with lua-rex-pcre2, every pattern compiled to machine code.
package.path = (arg[0]:match "^(.*)/[^/]*$" or ".") .. "/?.lua;" .. package.path
local shared = require "shared"
local rex = require "rex_pcre2"
local find, sub, gsub = string.find, string.sub, string.gsub
local iso, SEX = shared.iso, shared.SEX

local function compiled(pattern)
  local regex = rex.new(pattern)
  regex:jit_compile()
  return regex
end

local DATE = [[(\d{1,2})[-/](\d{1,2})[-/](\d{2,4})]]
local LABEL = compiled [[Claims Administrator guideline:|MAXIMUS guideline:|Decision rationale:]]
local DECISION = compiled [[:\s+(Upheld|Overturned)\s*\z]]
-- The end of the last paragraph before an issue's heading.
local PARAGRAPHS = compiled [[(?s)\A.*(?:\n +\n|[.?!)] *\n{3,})\s*]]
local HEADER = compiled(
  [[Case Number: (\S+) Date Assigned: (\S+) Date of Injury: (\S+) Decision Date: (\S+) ]]
    .. [[Priority: (\S+) Application Received: (\S+)]]
)
local CERTIFIED = compiled [[reviewer is Board Certified in (.*?),? and is licensed to practice in (.*?)\. He/she]]
local CREDENTIALS = compiled [[State\(s\) of Licensure: (.*?) Certification\(s\)/Specialty: (.*)]]
local STATES, SPECIALTIES = compiled [[, (?:and )?| and ]], compiled [[, (?:has a subspecialty in )?]]
local COMMAS = compiled [[, ]]
local AGE_AND_SEX =
  compiled [[(\d{1,3})[- ]years?[- ]old(?: [\w-]+){0,2}? (male|female|man|woman|gentleman|lady)\b]]
local AGE = compiled [[(\d{1,3})[- ]years?[- ]old]]
local PRONOUN = compiled [[(?i)\b(?:(he|his|him)|(she|hers?))\b]]
local DATE_OF_INJURY = compiled([[date of injury(?: \w+)? ]] .. DATE)
local INJURED_ON = compiled([[(?:injur(?:y|ed|ies))\b[^.]{0,80}? (?:on|dated) ]] .. DATE)
local UTILIZATION_REVIEW = compiled([[[Uu]tilization [Rr]eview[^.]{0,60}? ]] .. DATE)
local CITATION = compiled [[Decision based on (Non-MTUS Citation|MTUS) (.*?)(?= *Decision based on |\z)]]
local PAGES = compiled [[Page\(s\): (\d[\d, -]*)]]
local CONCLUSION = compiled(
  [[(not )?medically (?:necessary|appropriate)|]]
    .. [[medical necessity (?:(is not|has not been|was not|cannot be)|is|has been|was) ]]
    .. [[(?:established|determined|supported)]]
)
local rfind, rmatch, rgmatch, rsplit = LABEL.find, LABEL.match, rex.gmatch, rex.split

-- White space by Lua's own gsub, which is faster at this than rex.gsub.
local function clean(s)
  if find(s, "-\n", 1, true) then
    s = gsub(s, "-\n%s*", "-")
  end
  s = gsub(s, "%s+", " ")
  return string.match(s, "^ ?(.-) ?$")
end

local function split(s, separator)
  local list, n = {}, 0
  for member in rsplit(s, separator) do
    n = n + 1
    list[n] = member
  end
  return list
end

local function read_reviewer(section, out)
  local states, specialties = rmatch(CREDENTIALS, section)
  if states then
    out.states, out.specialties = split(states, COMMAS), split(specialties, COMMAS)
    return
  end
  specialties, states = rmatch(CERTIFIED, section)
  out.states = specialties and split(states, STATES) or {}
  out.specialties = specialties and split(specialties, SPECIALTIES) or {}
end

local function read_summary(summary, out)
  out.summary = summary
  local age, sex = rmatch(AGE_AND_SEX, summary)
  if age then
    out.age, out.sex = tonumber(age), SEX[sex]
  else
    age = rmatch(AGE, summary)
    out.age = age and tonumber(age)
    local he, she = rmatch(PRONOUN, summary)
    out.sex = he and "male" or she and "female" or nil
  end
  local month, day, year = rmatch(DATE_OF_INJURY, summary)
  if not month then
    month, day, year = rmatch(INJURED_ON, summary)
  end
  out.injury_date = month and iso(month, day, year)
  month, day, year = rmatch(UTILIZATION_REVIEW, summary)
  out.ur_date = month and iso(month, day, year)
end

local function sources(statement)
  local list, n = {}, 0
  for kind, body in rgmatch(statement, CITATION) do
    local system
    if find(body, "ACOEM", 1, true) then
      system = "ACOEM"
    elseif kind == "MTUS" then
      system = "MTUS"
    elseif find(body, "Official Disability Guidelines", 1, true) or find(body, "ODG", 1, true) then
      system = "ODG"
    else
      system = "OTHER"
    end
    local pages = rmatch(PAGES, body)
    n = n + 1
    list[n] = { system = system, pages = pages and gsub(pages, "[ ,-]+$", "") or nil }
  end
  return list
end

local function read_issues(text, start)
  local items, item, n = {}, nil, 0
  while true do
    local first, last = rfind(LABEL, text, start)
    if not first then
      break
    end
    local label, part = sub(text, first, first), sub(text, start, first - 1)
    start = last + 1
    if label == "C" then
      local position, _, decision = rfind(DECISION, part)
      if position then
        part = sub(part, 1, position - 1)
      end
      local _, end_of_paragraphs = rfind(PARAGRAPHS, part)
      end_of_paragraphs = end_of_paragraphs or 0
      if item then
        item.rationale = clean(sub(part, 1, end_of_paragraphs))
      end
      item = { treatment = clean(sub(part, end_of_paragraphs + 1)), decision = decision }
      n = n + 1
      items[n] = item
    elseif item then
      item[label == "M" and "claims_guideline" or "maximus_guideline"] = clean(part)
    end
  end
  if item then
    item.rationale = clean(sub(text, start))
  end
  for i = 1, n do
    item = items[i]
    item.claims_sources = sources(item.claims_guideline or "")
    item.maximus_sources = sources(item.maximus_guideline or "")
    local necessary
    for negated, not_established in rgmatch(item.rationale, CONCLUSION) do
      necessary = not (negated or not_established)
    end
    item.necessary = necessary
  end
  return items
end

local function parse(text, id)
  local out = { id = id }
  local made = find(text, "HOW THE IMR FINAL DETERMINATION WAS MADE", 1, true)
  local case = find(text, "CLINICAL CASE SUMMARY", made, true)
  local issues = find(text, "IMR ISSUES, DECISIONS AND RATIONALES", case, true)
  if made > 20 then
    local number, assigned, injury, decided, priority, received = rmatch(HEADER, clean(sub(text, 1, made - 1)))
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
  local section = sub(text, case + 21, issues - 1)
  read_summary(clean(sub(section, (find(section, "records:", 1, true) or -8) + 8)), out)
  out.items = read_issues(text, find(text, "below:", issues, true) + 6)
  return out
end

shared.run(parse)
