--- What was planted in a letter, with the keys of the document that the parser gives, as a line of
--- JSON. `planted` holds what no parser reads: category and subcategory, and what else was done.

local calendar = require "make_letters.calendar"

local truth = {}

local ORDER = {
  "source", "template", "dialect", "case", "number", "date_assigned", "date_of_injury", "decision_date",
  "ur_denial_date", "priority", "application_received", "reviewer", "licensure", "specialties", "worker", "age", "sex",
  "injury", "date", "cumulative", "diagnoses", "ur", "action", "issues", "heading", "treatment", "modification",
  "requested", "authorized", "decision", "conclusion", "consistent", "planted", "category", "subcategory",
  "retrospective", "adjunct", "contradicts", "region", "year", "style", "copy_of", "birthday", "slip",
}

local RANK = {}
for rank, key in ipairs(ORDER) do
  RANK[key] = rank
end

local function encode(value)
  if type(value) ~= "table" then
    return type(value) == "string" and '"' .. value:gsub('[\\"]', "\\%0") .. '"' or tostring(value)
  end
  local parts = {}
  for i, entry in ipairs(value) do
    parts[i] = encode(entry)
  end
  if #parts > 0 then
    return "[" .. table.concat(parts, ",") .. "]"
  end
  local keys = {}
  for key in pairs(value) do
    keys[#keys + 1] = key
  end
  table.sort(keys, function(a, b) return RANK[a] < RANK[b] end)
  for i, key in ipairs(keys) do
    parts[i] = ('"%s":%s'):format(key, encode(value[key]))
  end
  return "{" .. table.concat(parts, ",") .. "}"
end

local function case_of(plan)
  if not plan.header then
    return nil
  end
  local days, final = plan.days, plan.form == "final-determination"
  local stated = plan.form == "final-determination" or plan.form == "numbered-decision"
  return {
    number = plan.number, date_of_injury = calendar.iso(days.injury), decision_date = calendar.iso(days.decision),
    ur_denial_date = calendar.iso(days.ur), date_assigned = final and calendar.iso(days.assigned) or nil,
    application_received = plan.form ~= "professional-review" and calendar.iso(days.application) or nil,
    priority = stated and (plan.expedited and "expedited" or "standard") or nil,
  }
end

local function issue_of(issue)
  local treatment = issue.treatment
  return {
    heading = issue.heading, treatment = issue.treatment_text, decision = issue.decision, conclusion = issue.conclusion,
    consistent = not issue.contradicts,
    modification = issue.requested and { requested = issue.requested, authorized = issue.authorized } or nil,
    planted = { category = treatment.category, subcategory = treatment.subcategory, adjunct = issue.adjunct and true,
      retrospective = issue.retrospective, contradicts = issue.contradicts },
  }
end

--- A line of JSON about a written letter.
function truth.line(plan, source, style, copy_of)
  local issues = {}
  for i, issue in ipairs(plan.issues) do
    issues[i] = issue_of(issue)
  end
  local first = plan.form == "notice" or plan.form == "professional-review"
  return encode {
    source = source, template = plan.form, dialect = plan.dialect, case = case_of(plan),
    reviewer = { licensure = plan.reviewer.licensure,
      specialties = first and { plan.reviewer.specialties[1] } or plan.reviewer.specialties },
    worker = { age = not plan.birthday and plan.age or nil, sex = plan.sex },
    injury = { date = calendar.iso(plan.days.injury), cumulative = plan.cumulative or nil },
    diagnoses = plan.diagnoses,
    ur = { date = (plan.header or plan.ur_in_summary) and calendar.iso(plan.days.ur) or nil, action = plan.action },
    issues = issues,
    planted = { region = plan.region, year = plan.year, style = style, copy_of = copy_of,
      birthday = plan.birthday or nil, slip = plan.slip and true or nil },
  }
end

return truth
