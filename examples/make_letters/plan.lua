--- Which letters there are: how many a year and of which form, what is disputed, who reviews, what
--- is decided and on which days. The words come later.

local calendar = require "make_letters.calendar"
local bodies = require "make_letters.bodies"

local plan = {}

-- Letters a year, and how many issues of a thousand are overturned. The rates are those that the
-- annual reports print, where there is one.
local YEARS = {
  { 2013, letters = 24, overturned = 100 }, { 2014, letters = 27, overturned = 86 },
  { 2015, letters = 28, overturned = 112 }, { 2016, letters = 29, overturned = 84 },
  { 2017, letters = 29, overturned = 83 }, { 2018, letters = 28, overturned = 90 },
  { 2019, letters = 26, overturned = 104 }, { 2020, letters = 24, overturned = 95 },
  { 2021, letters = 22, overturned = 80 }, { 2022, letters = 20, overturned = 89 },
  { 2023, letters = 19, overturned = 102 }, { 2024, letters = 18, overturned = 127 },
}
local DUPLICATES = 6
local MODIFIED, RETROSPECTIVE = 11, 2 -- of a hundred issues
local CONTRADICTORY = 2 -- issues whose rationale concludes the contrary of the decision

local ISSUES_A_LETTER = {
  { weight = 590, 1 }, { weight = 165, 2 }, { weight = 90, 3 }, { weight = 60, 4 }, { weight = 40, 5 },
  { weight = 20, 6 }, { weight = 12, 7 }, { weight = 10, 8 }, { weight = 5, 9 }, { weight = 5, 10 }, { weight = 3, 12 },
}

-- Categories with their share of the issues, adjuncts left out; the weight for being overturned.
local CATEGORIES = {
  { "pharmaceuticals", weight = 400, overturned = 8 }, { "rehabilitation", weight = 210, overturned = 8 },
  { "diagnostic testing", weight = 125, overturned = 12 }, { "DMEPOS", weight = 85, overturned = 7 },
  { "injections", weight = 70, overturned = 11 }, { "surgery", weight = 35, overturned = 45 },
  { "evaluation and management", weight = 40, overturned = 13 }, { "behavioral health", weight = 20, overturned = 16 },
  { "home health", weight = 7, overturned = 8 }, { "programs", weight = 6, overturned = 10 },
  { "transportation", weight = 4, overturned = 8 }, { "other", weight = 4, overturned = 4 },
}
-- Of the disorders of the mind other things are disputed.
local OF_THE_MIND = {
  antidepressant = true, benzodiazepine = true, sleep = true, cbt = true, psych_eval = true, visit = true,
}

-- Opioids give way over the years: their weight among the drugs (the others' sum is about 80).
local function opioid_weight(year)
  return year <= 2016 and 44 or year <= 2019 and 25 or 12
end

-- The specialties; those of Physical Medicine & Rehabilitation overturn far more often.
local SPECIALTIES = {
  { weight = 22, { "Physical Medicine & Rehabilitation" } },
  { weight = 6, { "Physical Medicine & Rehabilitation", "Pain Management" } },
  { weight = 16, { "Anesthesiology", "Pain Management" } },
  { weight = 14, { "Occupational Medicine" } }, { weight = 6, { "Preventive Medicine", "Occupational Medicine" } },
  { weight = 14, { "Orthopedic Surgery" } }, { weight = 9, { "Family Practice" } },
  { weight = 7, { "Internal Medicine" } }, { weight = 5, { "Emergency Medicine" } }, { weight = 4, { "Neurology" } },
}
local SURGEONS = {
  { weight = 5, { "Orthopedic Surgery" } }, { weight = 1, { "Orthopedic Surgery", "Sports Medicine" } },
}
local OF_MIND = { { weight = 2, { "Psychiatry" } }, { weight = 1, { "Psychology" } } }
local CHIROPRACTORS = { { weight = 1, { "Chiropractor" } } }
local STATES = {
  { weight = 60, { "California" } }, { weight = 8, { "California", "Texas" } },
  { weight = 6, { "New York", "California" } }, { weight = 6, { "Arizona", "California" } },
  { weight = 5, { "Texas" } }, { weight = 4, { "California", "Oregon", "Washington" } },
  { weight = 4, { "Illinois", "California" } }, { weight = 3, { "Florida" } },
  { weight = 2, { "California", "District of Columbia", "Maryland" } },
}

-- Draws in turn so that the shares come out nearly as the weights say, in an order that chance makes.
local function drawer(entries, weight_of)
  local given, total = {}, 0
  return function(random, fits)
    local sum, best, best_score = 0, nil, nil
    for _, entry in ipairs(entries) do
      sum = sum + weight_of(entry)
    end
    for i, entry in ipairs(entries) do
      local noise = random:range(-sum, sum)
      if fits(entry) then
        local score = weight_of(entry) * (total + 1) - (given[i] or 0) * sum + noise
        if not best or score > best_score then
          best, best_score = i, score
        end
      end
    end
    given[best], total = (given[best] or 0) + 1, total + 1
    return entries[best]
  end
end

local function weight_of(entry)
  return entry.weight
end

-- ---- days --------------------------------------------------------------------------------------

-- The days of a letter, each before the next: injury, visit, review, application, assignment,
-- decision. Most keep the limits of 30 days for the application and 45 for the decision; with the
-- flood of 2013 and 2014 decisions were late, and later only few.
local function plan_days(random, year, first, last)
  local decision = calendar.workday(random:range(first or calendar.day(year, 1, 5), last or calendar.day(year, 12, 29)))
  local late_decision = random:chance(year <= 2014 and 35 or 4)
  local late_application = random:chance(4)
  local assigned = calendar.workday(decision - (late_decision and random:range(50, 130) or random:range(20, 44)))
  local application = calendar.workday(assigned - random:range(4, 20))
  local ur = calendar.workday(application - (late_application and random:range(38, 70) or random:range(4, 28)))
  if application - ur > 30 and not late_application then
    ur = ur + 3
  end
  local visit = ur - random:range(6, 24)
  local years = random:weighted { { weight = 45, 1 }, { weight = 30, 3 }, { weight = 15, 7 }, { weight = 10, 12 } }[1]
  local injury = visit - random:range(70 + (years > 1 and 300 or 0), 365 * years + 40)
  return {
    decision = decision, assigned = assigned, application = application, ur = ur, visit = visit, injury = injury,
  }
end

-- The form and its wording on the day of the decision.
local function plan_form(year, nth)
  if year == 2013 then
    return nth <= 3 and "professional-review" or nth <= 13 and "notice" or "numbered-decision"
  elseif year == 2014 and nth <= 3 then
    return "numbered-decision"
  end
  return "final-determination"
end

local FORM_DAYS = {
  ["professional-review"] = { { 2013, 4, 2 }, { 2013, 7, 30 } },
  notice = { { 2013, 8, 1 }, { 2013, 11, 20 } },
  ["numbered-decision"] = { { 2013, 11, 1 }, { 2013, 12, 30 } },
}

local function plan_letter_days(random, year, form)
  local span = FORM_DAYS[form]
  if year == 2014 then
    span = form == "numbered-decision" and { { 2014, 1, 6 }, { 2014, 3, 14 } } or { { 2014, 2, 17 }, { 2014, 12, 30 } }
  end
  if span then
    return plan_days(random, year, calendar.day(table.unpack(span[1])), calendar.day(table.unpack(span[2])))
  end
  return plan_days(random, year)
end

-- ---- what is disputed --------------------------------------------------------------------------

local function treatment_drawers(treatments)
  local by_category = {}
  for _, treatment in ipairs(treatments) do
    by_category[treatment.category] = by_category[treatment.category] or {}
    table.insert(by_category[treatment.category], treatment)
  end
  local eras = {}
  for _, era in ipairs { 2016, 2019, 2024 } do
    eras[era] = {}
    for category, list in pairs(by_category) do
      eras[era][category] = drawer(list, function(treatment)
        return treatment.id == "opioid" and opioid_weight(era) or treatment.weight
      end)
    end
  end
  return by_category, function(year)
    return eras[year <= 2016 and 2016 or year <= 2019 and 2019 or 2024]
  end
end

local function most_issues(letter)
  if letter.form == "professional-review" then
    return 1
  elseif letter.form ~= "final-determination" or letter.region == "psyche" then
    return 3
  end
  return 12
end

local function plan_issues(random, letter, count, draw_category, by_category, drawers, adjuncts)
  local taken = {}
  local function fits(treatment)
    if taken[treatment.id] then
      return false
    elseif letter.region == "psyche" then
      return OF_THE_MIND[treatment.id]
    end
    return not treatment.regions or treatment.regions[letter.region]
  end
  -- Mostly an operation is disputed together with what goes with it.
  local no_operation = count < 3 and not random:chance(30)
  local function any_fits(category)
    if category[1] == "surgery" and no_operation then
      return false
    end
    for _, treatment in ipairs(by_category[category[1]]) do
      if fits(treatment) then
        return true
      end
    end
  end
  while #letter.issues < count do
    local category = draw_category(random, any_fits)
    local treatment = drawers[category[1]](random, fits)
    taken[treatment.id] = true
    letter.issues[#letter.issues + 1] = { treatment = treatment, weight = category.overturned }
    if category[1] == "surgery" and #letter.issues < count then
      local names = {}
      for _, name in ipairs(adjuncts.names) do
        if not name.region or name.region == letter.region then
          names[#names + 1] = name
        end
      end
      local surgery = letter.issues[#letter.issues]
      for _, name in ipairs(random:some(names, math.min(4, count - #letter.issues))) do
        letter.issues[#letter.issues + 1] = { adjunct = name, treatment = adjuncts, follows = surgery }
      end
    end
  end
end

local function plan_reviewer(random, letter)
  local list = SPECIALTIES
  for _, issue in ipairs(letter.issues) do
    if issue.treatment.id == "chiro" and #letter.issues == 1 and random:chance(50) then
      list = CHIROPRACTORS
    elseif issue.treatment.category == "surgery" and not issue.adjunct then
      list = SURGEONS
    end
  end
  list = letter.region == "psyche" and OF_MIND or list
  return { specialties = random:weighted(list)[1], licensure = random:weighted(STATES)[1] }
end

-- ---- what is decided ---------------------------------------------------------------------------

-- How much more likely than others an issue is to be overturned: the clusters.
local function weight_to_overturn(letter, issue)
  local weight = issue.weight
  if letter.reviewer.specialties[1] == "Physical Medicine & Rehabilitation" then
    weight = weight * 5
  end
  if issue.treatment.subcategory == "anti-epilepsy drug" then
    weight = letter.year >= 2019 and 200 or 1
  elseif issue.treatment.subcategory == "opioid" then
    weight = weight // 2
  end
  return weight
end

-- Overturns as many issues of the group as the rate says; what goes with an operation follows it.
local function decide(random, letters, rate)
  local queue, total = {}, 0
  for _, letter in ipairs(letters) do
    for _, issue in ipairs(letter.issues) do
      total = total + 1
      issue.decision = "upheld"
      if not issue.follows then
        local size = 1
        for _, other in ipairs(letter.issues) do
          size = size + (other.follows == issue and 1 or 0)
        end
        local key = random:range(1, 1 << 40) // weight_to_overturn(letter, issue)
        queue[#queue + 1] = { issue = issue, letter = letter, size = size, key = key, place = #queue }
      end
    end
  end
  table.sort(queue, function(a, b)
    return a.key < b.key or a.key == b.key and a.place < b.place
  end)
  local left = (total * rate + 500) // 1000
  for _, entry in ipairs(queue) do
    if entry.size <= left then
      left = left - entry.size
      for _, issue in ipairs(entry.letter.issues) do
        if issue == entry.issue or issue.follows == entry.issue then
          issue.decision = "overturned"
        end
      end
    end
  end
end

-- Marks `count` of those that fit.
local function mark(random, letters, count, key, fits)
  local found = {}
  for _, letter in ipairs(letters) do
    for _, issue in ipairs(letter.issues) do
      if fits(issue, letter) then
        found[#found + 1] = issue
      end
    end
  end
  for _, issue in ipairs(random:some(found, count)) do
    issue[key] = true
  end
end

local function final_form(letter)
  return letter.form == "final-determination"
end

local function mark_kinds(random, letters, total)
  mark(random, letters, total * MODIFIED // 100, "modified", function(issue, letter)
    return final_form(letter) and not issue.adjunct
      and (issue.treatment.counts or issue.treatment.drugs and issue.treatment.id ~= "compound"
        and issue.treatment.id ~= "visco" and issue.treatment.id ~= "nutrition" and issue.treatment.id ~= "topical")
  end)
  mark(random, letters, total * RETROSPECTIVE // 100, "retrospective", function(issue, letter)
    return final_form(letter) and not issue.modified and (issue.treatment.drugs or issue.treatment.id == "drugscreen")
  end)
  mark(random, letters, CONTRADICTORY, "contradicts", function(issue, letter)
    return final_form(letter) and letter.header and not issue.adjunct and issue.decision == "upheld"
      and #letter.issues == 1
  end)
end

-- ---- all of it ---------------------------------------------------------------------------------

-- How a letter was extracted, and whether its header block was left out.
local function plan_looks(random, letter)
  local old = not final_form(letter)
  letter.style = random:weighted {
    { weight = 30, "layout" }, { weight = 28, "raw" }, { weight = 24, "plain" }, { weight = 18, "double" },
  }[1]
  if letter.form == "professional-review" then
    letter.header = random:chance(50)
  else
    letter.header = old or not random:chance(letter.style == "double" and 55 or letter.year == 2014 and 20 or 3)
  end
end

local function with_duplicates(random, letters)
  local originals = {}
  for _, letter in ipairs(letters) do
    if final_form(letter) and letter.header then
      originals[#originals + 1] = letter
    end
  end
  local copies = {}
  for i, letter in ipairs(random:some(originals, DUPLICATES)) do
    -- every third copy was extracted in another way
    local other = letter.style == "raw" and "plain" or "raw"
    copies[letter] = { copy_of = letter, style = i % 3 == 0 and other or letter.style }
  end
  local all, waiting = {}, {}
  for place, letter in ipairs(letters) do
    all[#all + 1] = letter
    if copies[letter] then
      waiting[#waiting + 1] = { at = place + random:range(2, 9), copy = copies[letter] }
    end
    for i = #waiting, 1, -1 do
      if waiting[i].at <= place or place == #letters then
        all[#all + 1] = table.remove(waiting, i).copy
      end
    end
  end
  return all
end

--- The letters in order of their decision; a copy is {copy_of = letter, style}.
---@param random table
---@param treatments table[] all but the adjuncts
---@param adjuncts table
---@return table[]
function plan.letters(random, treatments, adjuncts)
  local letters, groups, total = {}, {}, 0
  local region_names = {}
  for name in pairs(bodies) do
    region_names[#region_names + 1] = name
  end
  table.sort(region_names)
  local draw_region = drawer(region_names, function(name) return bodies[name].weight end)
  local draw_count = drawer(ISSUES_A_LETTER, weight_of)
  local draw_category = drawer(CATEGORIES, weight_of)
  local by_category, drawers_of = treatment_drawers(treatments)
  local function always() return true end

  for _, row in ipairs(YEARS) do
    local year = row[1]
    for nth = 1, row.letters do
      local form = plan_form(year, nth)
      local letter = { year = year, form = form, days = plan_letter_days(random, year, form), issues = {} }
      letter.region = draw_region(random, always)
      local body = bodies[letter.region]
      letter.event, letter.side = random:pick(body.events), random:pick { "left", "right" }
      letter.sex = random:chance(54) and "male" or "female"
      local most = most_issues(letter)
      local count = draw_count(random, function(entry) return entry[1] <= most end)[1]
      plan_issues(random, letter, count, draw_category, by_category, drawers_of(year), adjuncts)
      letter.reviewer = plan_reviewer(random, letter)
      plan_looks(random, letter)
      total = total + #letter.issues
      letters[#letters + 1] = letter
      local group = letter.header and year or "undated"
      groups[group] = groups[group] or {}
      table.insert(groups[group], letter)
    end
  end
  for _, row in ipairs(YEARS) do
    decide(random, groups[row[1]], row.overturned)
  end
  decide(random, groups.undated, 95)
  mark_kinds(random, letters, total)
  for place, letter in ipairs(letters) do
    letter.place = place
  end
  table.sort(letters, function(a, b)
    return a.days.decision < b.days.decision or a.days.decision == b.days.decision and a.place < b.place
  end)
  return with_duplicates(random, letters)
end

return plan
