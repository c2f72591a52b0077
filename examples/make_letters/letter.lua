--- A planned letter in words, and the truth about it.

local bodies = require "make_letters.bodies"
local calendar = require "make_letters.calendar"
local guidelines = require "make_letters.guidelines"
local prose = require "make_letters.prose"

local letter = {}

local MRI_CODES = { lumbar = 72148, cervical = 72141, shoulder = 73221, knee = 73721, wrist = 73221, ankle = 73721 }

local function capital(text)
  return (text:gsub("^%l", string.upper))
end

local function joined(list)
  if #list < 2 then
    return list[1]
  end
  return table.concat(list, ", ", 1, #list - 1) .. " and " .. list[#list]
end

local function period(days)
  if days < 75 then
    return ("%d weeks"):format(days // 7)
  elseif days < 720 then
    return ("%d months"):format(days // 30)
  end
  return ("%d years"):format(days // 365)
end

-- ---- what the sentences may ask for --------------------------------------------------------------

local function set_pronouns(values, sex)
  local female = sex == "female"
  values.he, values.his, values.him = female and "she" or "he", female and "her" or "his", female and "her" or "him"
  values.worker = sex
end

local function values_of(random, plan, body)
  local days, values = plan.days, {}
  local shape = random:weighted(calendar.shapes)
  local function written(day)
    return shape.write(calendar.parts(day))
  end
  set_pronouns(values, plan.sex)
  values.side, values.part, values.area = plan.side, body.part, body.area
  values.sided = body.sided and plan.side .. " " .. body.part or body.part
  values.level = random:pick(plan.region == "cervical" and { "C5-6", "C6-7", "C4-5" } or { "L4-5", "L5-S1", "L3-4" })
  values.epidural = plan.region == "cervical" and "Cervical" or "Lumbar"
  values.limbs = plan.region == "lumbar" and "lower extremities" or "upper extremities"
  values["end"] = plan.region == "lumbar" and "foot" or "hand"
  values.mri = MRI_CODES[plan.region]
  values.doi, values.visit, values.ur = written(days.injury), written(days.visit), written(days.ur)
  values.begun = written(days.injury - random:range(200, 900))
  values.study = written(days.visit - random:range(20, math.min(160, (days.visit - days.injury) - 10)))
  values.since = period(days.visit - days.injury)
  values.months = period(math.max(60, random:range(60, math.min(1200, days.visit - days.injury))))
  values.height = random:pick { "5 feet 4", "5 feet 7", "5 feet 9", "6 feet" }
  values.vas, values.low = random:range(6, 9), random:range(2, 4)
  values.visits = random:pick { "six", "eight", "twelve", "sixteen", "eighteen" }
  values.visits = days.visit - days.injury < 120 and "six" or values.visits
  values.job, values.how = random:fill(plan.event[1], values), random:fill(plan.event[2], values)
  values.a = values.job:find "^[aeiou]" and "an" or "a"
  local least = 21 + (days.decision - days.injury) // 365
  plan.age = random:range(least, math.max(least, random:pick { 38, 47, 56, 64 }))
  values.age = plan.age
  values.aged = random:fill(random:pick(prose.AGED), values)
  values.born = written(days.decision - plan.age * 365 - random:range(20, 300))
  return values
end

-- ---- the disputed items --------------------------------------------------------------------------

local function drug_item(random, issue, values, number)
  local name, strength, quantity = issue.drug[1], issue.drug[2], number or issue.quantity
  issue.how = issue.how or random:pick(issue.treatment.how)
  issue.shape = issue.shape or random:pick {
    "{name} {strength} #{n}", "{name} {strength} #{n}", "{name} {strength}, {how}, #{n}",
    "{name} {strength} (Qty: {n})", "{name} {strength} #{n} with {r} refills", "{name} {strength} QTY: {n}",
  }
  issue.refills = issue.refills or random:range(1, 3)
  local own = { name = name, strength = strength, n = quantity, how = issue.how, r = issue.refills }
  setmetatable(own, { __index = values })
  return random:fill(issue.shape, own)
end

local function name_item(random, issue, values, number)
  if issue.adjunct then
    return "Associated surgical service: " .. issue.adjunct[1]
  elseif issue.drug then
    return drug_item(random, issue, values, number)
  end
  issue.name = issue.name or random:pick(issue.treatment.names)
  return random:fill(issue.name, setmetatable({ n = number or issue.quantity }, { __index = values }))
end

-- How sentences call the treatment.
local function call_item(random, issue, values)
  local treatment = issue.treatment
  if issue.adjunct then
    issue.item, issue.many = issue.adjunct[2], issue.adjunct.many
  elseif issue.drug then
    issue.item = treatment.plain and "the " .. treatment.plain or random:fill(issue.drug[1], values)
    values.drug = treatment.plain and "the " .. treatment.plain or issue.drug[1]
  else
    issue.item, issue.many = treatment.item, treatment.many
  end
  values.item = issue.item
  values.is = issue.many and "are" or "is"
end

local REMAINING = "The remaining IMR eligible portion of the original request, "
local MODIFICATIONS = {
  "{X} was the original request. {Y} was authorized by the Claims Administrator. " .. REMAINING .. "{Z} is",
  "{X} was the original request. {Y} was authorized by the Claims Administrator. " .. REMAINING .. "{Z} is",
  "{X} was the original request. The Claims Administrator authorized {Y}. " .. REMAINING .. "{Z}",
}

local function less(quantity)
  if quantity <= 2 then
    return 1
  end
  return quantity % 3 == 0 and quantity // 3 or quantity // 2
end

local function set_heading(random, issue, values, plan)
  local treatment = issue.treatment
  issue.why = random:pick(treatment.why or { "the operation was not approved" })
  if treatment.drugs then
    local spine = plan.region == "lumbar" or plan.region == "cervical"
    repeat
      issue.drug = random:pick(treatment.drugs)
    until spine or not issue.drug.spine
    issue.drug = { random:fill(issue.drug[1], values), issue.drug[2], issue.drug[3] }
    issue.quantity = random:pick(issue.drug[3])
  elseif treatment.counts then
    issue.quantity = random:pick(treatment.counts)
    for _, name in ipairs(issue.modified and random:some(treatment.names, #treatment.names) or {}) do
      issue.name = name:find("{n}", 1, true) and name or issue.name
    end
  end
  call_item(random, issue, values)
  if issue.modified and issue.quantity > 1 then
    local authorized = less(issue.quantity)
    issue.requested = name_item(random, issue, values)
    issue.authorized = name_item(random, issue, values, authorized)
    issue.treatment_text = name_item(random, issue, values, issue.quantity - authorized)
    local clauses = { X = issue.requested, Y = issue.authorized, Z = issue.treatment_text }
    issue.heading = random:pick(MODIFICATIONS):gsub("{(%u)}", clauses)
    return
  end
  issue.modified = nil
  local text = name_item(random, issue, values)
  if issue.retrospective then
    text = ("Retrospective request for %s (DOS %s)"):format(text, calendar.short(plan.days.visit))
  elseif plan.year == 2014 and plan.form == "final-determination" and plan.capitals then
    text = text:upper()
  end
  issue.heading, issue.treatment_text = text, text
end

-- ---- the clinical summary ------------------------------------------------------------------------

local function pick_frame(random, plan)
  if plan.cumulative then
    return random:weighted(prose.cumulative)[1]
  elseif plan.birthday then
    return random:weighted(prose.birthday)[1]
  end
  return random:weighted(prose.openers)[1]
end

local function sentences_of_stories(random, plan, values)
  local list = {}
  for _, issue in ipairs(plan.issues) do
    local story = issue.treatment.story and issue.treatment.story[issue.decision]
    if story and #list < 3 then
      call_item(random, issue, values)
      list[#list + 1] = random:fill(story, values)
    end
  end
  return list
end

local function utilization_review(random, plan, values)
  local modified, first = 0, nil
  for _, issue in ipairs(plan.issues) do
    if issue.modified then
      modified, first = modified + 1, first or issue
    end
  end
  first = first or plan.issues[1]
  call_item(random, first, values)
  local own = setmetatable({ first = first.item, was = "was" }, { __index = values })
  own.why = first.why
  local all = random:pick { "the requests", "the disputed items" }
  own.what = #plan.issues == 1 and "the request for " .. first.item or all
  own.was = #plan.issues == 1 and "was" or "were"
  plan.action = modified > 0 and "modified" or "denied"
  local kind = plan.action
  if modified > 0 and modified < #plan.issues then
    kind = "mixed"
  elseif plan.ur_undated then
    kind = kind .. "_undated"
  end
  plan.ur_in_summary = kind == "mixed" or not plan.ur_undated
  return random:fill(random:pick(prose.ur[kind]), own)
end

local function complaint(random, body, values)
  return (random:fill(random:pick(body.complaints), values):gsub("^%u", string.lower))
end

-- What was tried; how many visits of therapy there were is told where more of it is disputed.
local function tried(plan, body)
  local list = {}
  for _, name in ipairs(body.tried) do
    list[#list + 1] = not (plan.therapy and name:find "visits") and name or nil
  end
  return list
end

local function summary(random, plan, body, values)
  local short = #plan.issues > 6
  local parts = { random:fill(pick_frame(random, plan), values) }
  local function add(text)
    parts[#parts + 1] = random:fill(text, values)
  end
  plan.diagnoses = {}
  for i, name in ipairs(random:some(body.diagnoses, random:range(1, 3))) do
    plan.diagnoses[i] = random:fill(name, values)
  end
  values.list = joined(plan.diagnoses)
  values.diagnoses = plan.diagnoses[2] and "diagnoses are" or "diagnosis is"
  add(random:pick(prose.diagnosed))
  values.complaint = complaint(random, body, values)
  add(random:pick(prose.seen))
  values.findings = table.concat(random:some(body.findings, short and 1 or random:range(2, 3)), " ")
  add(random:pick(prose.examined))
  local imaging = true
  for _, issue in ipairs(plan.issues) do
    imaging = imaging and issue.treatment.study ~= false
      and not (issue.treatment.story and (issue.treatment.story[issue.decision] or ""):find "MRI")
  end
  if imaging and not short then
    add(random:pick(body.studies))
  end
  values.list = joined(random:some(tried(plan, body), random:range(2, 4)))
  add(random:pick(prose.treated))
  for _, story in ipairs(sentences_of_stories(random, plan, values)) do
    parts[#parts + 1] = story
  end
  for _, aside in ipairs(random:some(prose.asides, short and 0 or random:range(0, 3))) do
    add(aside)
  end
  add(random:pick(prose.work))
  parts[#parts + 1] = utilization_review(random, plan, values)
  local text = table.concat(parts, " ")
  if plan.slip then
    text = text:gsub(plan.slip[1], plan.slip[2], 1)
  end
  return text
end

-- ---- an issue ------------------------------------------------------------------------------------

local OTHER = { upheld = "overturned", overturned = "upheld" }

local function rationale(random, plan, issue, cited, values)
  call_item(random, issue, values)
  local treatment, decision, parts = issue.treatment, issue.decision, {}
  local many = #plan.issues
  values.guide = cited[1] and cited[1].says or "Accepted practice"
  values.why = issue.why
  local function add(text)
    text = random:fill(text, values)
    parts[#parts + 1] = capital(text) .. (text:find "%.$" and "" or ".")
  end
  if issue.adjunct then
    add(random:pick(treatment[decision]))
  else
    if many < 6 then
      add(random:pick(treatment.point))
    end
    for _, text in ipairs(random:some(treatment[decision], many <= 2 and 3 or many <= 3 and 2 or 1)) do
      add(text)
    end
    for _, text in ipairs(random:some(prose.weighing[decision], many == 1 and 2 or many == 2 and 1 or 0)) do
      add(text)
    end
  end
  local says = issue.contradicts and OTHER[decision] or decision
  issue.conclusion = says == "overturned" and "medically necessary" or "not medically necessary"
  local last = random:fill(random:pick(prose.conclusions[says]), values)
  if plan.form ~= "final-determination" and plan.form ~= "professional-review" then
    last = last:gsub("medically necessary", "medically necessary and appropriate")
  end
  parts[#parts + 1] = last
  if treatment.advice and decision == "upheld" and many < 4 and random:chance(35) then
    add(treatment.advice)
  end
  return table.concat(parts, " ")
end

local WORDS = { upheld = "Upheld", overturned = "Overturned" }

--- What the letter's parts say: summary, and per issue heading, statements and rationale.
---@param random table
---@param plan table
function letter.write(random, plan)
  local body = bodies[plan.region]
  local values = values_of(random, plan, body)
  plan.values = values
  plan.capitals = random:chance(35)
  plan.cumulative = body.sided and plan.days.visit - plan.days.injury < 900 and random:chance(8)
  plan.birthday = not plan.cumulative and random:chance(2)
  for _, issue in ipairs(plan.issues) do
    plan.therapy = plan.therapy or issue.treatment.id == "pt"
  end
  plan.ur_undated = plan.form == "notice" or random:chance(10)
  plan.slip = random:chance(5) and random:pick(prose.slips)
  local year = plan.year
  local day = { year = year, new_mtus = year >= 2018, outside = year >= 2016, paged = year == 2014
    or plan.days.decision < calendar.day(2015, 7, 1) }
  for _, issue in ipairs(plan.issues) do
    set_heading(random, issue, values, plan)
  end
  plan.summary = summary(random, plan, body, values)
  plan.dialect = plan.form ~= "final-determination" and "2013" or year == 2014 and "2014" or "2015"
  for _, issue in ipairs(plan.issues) do
    local own = guidelines.choose(random, issue.treatment, body, day, issue.adjunct and 85 or 0)
    local theirs = own
    if random:chance(50) then
      theirs = guidelines.choose(random, issue.treatment, body, day, issue.adjunct and 95 or 40)
    end
    issue.cited, issue.theirs = own, theirs
    issue.rationale = rationale(random, plan, issue, own, values)
    if plan.form == "final-determination" then
      for who, cited in pairs { ["Claims Administrator"] = theirs, ["Expert Reviewer"] = own } do
        local dialect
        issue[who], dialect = guidelines.statement(who, cited, day)
        plan.dialect = dialect and dialect > plan.dialect and dialect or plan.dialect
      end
      issue.line = ("%s: %s"):format(issue.heading, WORDS[issue.decision])
    end
  end
  return plan
end

return letter
