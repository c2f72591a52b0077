--- Letters whose drugs, numbers, ages, dates, sides and parts of the body are swapped for others, each
--- with the document that it must then become.
---
--- What is swapped is swapped in the same way in the letter's text and in the texts and values of the
--- document that the letter itself became. The guidelines' statements and what is said of the
--- reviewer stay: there "Knee Complaints" and "Hand Surgery" are names.

local tokens = require "spec.support.tokens"

local mutate = {}

---@class Swaps what one mutant swaps; a table that is absent swaps nothing
---@field words table<string, string> phrases in lower case
---@field drugs table<table, table> entries of the table of drugs
---@field parts table<string, string> names of parts of the body, as the document has them
---@field sides table<string, string>
---@field age { from: integer, to: integer }
---@field days integer that all dates move by
---@field number fun(n: integer): integer of headings

-- ---- drugs --------------------------------------------------------------------------------------

local drugs = assert(loadfile("lua/imr/data/drugs.lua", "t", {}))().entries

local drug_names, drug_keys = {}, {}
for key, entry in pairs(drugs) do
  entry.key = key
  drug_keys[#drug_keys + 1] = key
  drug_names[key:lower()] = entry
  for _, also in ipairs(entry.also or {}) do
    drug_names[also:lower()] = entry
  end
end
table.sort(drug_keys)

local function ingredients_of(entry)
  local list = { table.unpack(entry.ingredients) }
  table.sort(list)
  return table.concat(list, "+")
end

-- By ingredients: the names that may take another's place, by their kind. "Tylenol #3" and what ends in
-- a dosage form would bring more with them than a name.
local stock, stock_keys = {}, {}
for _, key in ipairs(drug_keys) do
  local entry = drugs[key]
  local simple = #entry.ingredients > 0 and key:find "^%u[%a/]+$" and #key > 5
  local set = ingredients_of(entry)
  if simple and not set:find "codeine" then
    if not stock[set] then
      stock[set] = {}
      stock_keys[#stock_keys + 1] = set
    end
    stock[set][entry.kind] = stock[set][entry.kind] or entry
  end
end
table.sort(stock_keys)

local drug_phrases = tokens.phrases(drug_names)

-- The entries named in a text, in its order.
local function drugs_in(text)
  local found = {}
  tokens.each_phrase(text, drug_phrases, function(_, _, entry)
    found[#found + 1] = entry
  end)
  return found
end

local function within(small, large)
  for name in small:gmatch "[^+]+" do
    if not ("+" .. large .. "+"):find("+" .. name .. "+", 1, true) then
      return false
    end
  end
  return small ~= large
end

-- Entries whose ingredients are a part of another's in the same heading ("Hydrocodone (Norco)"): the
-- one says what the other is, and no two others would.
local function tied(document)
  local ties = {}
  for _, issue in ipairs(document.issues) do
    local found = drugs_in(issue.treatment or "")
    for _, a in ipairs(found) do
      for _, b in ipairs(found) do
        if within(ingredients_of(a), ingredients_of(b)) then
          ties[ingredients_of(a)], ties[ingredients_of(b)] = true, true
        end
      end
    end
  end
  return ties
end

--- Other drugs for those of a letter: other ingredients, as many, of the same kinds of names.
---@param document table
---@param text string
---@param random fun(n: integer): integer
---@return table<table, table> entries
function mutate.drugs(document, text, random)
  local ties, kinds, order, taken = tied(document), {}, {}, {}
  for _, entry in ipairs(drugs_in(text)) do
    local set = ingredients_of(entry)
    taken[set] = true
    if #entry.ingredients > 0 and not ties[set] then
      if not kinds[set] then
        kinds[set] = {}
        order[#order + 1] = set
      end
      kinds[set][entry] = true
    end
  end

  local swaps = {}
  for _, set in ipairs(order) do
    local _, joints = set:gsub("+", "")
    local start = random(#stock_keys)
    for i = 0, #stock_keys - 1 do
      local other = stock_keys[(start + i) % #stock_keys + 1]
      local _, other_joints = other:gsub("+", "")
      local fits = joints == other_joints and not taken[other]
      for entry in pairs(kinds[set]) do
        fits = fits and stock[other][entry.kind] ~= nil
      end
      if fits then
        taken[other] = true
        for entry in pairs(kinds[set]) do
          swaps[entry] = stock[other][entry.kind]
        end
        break
      end
    end
  end
  return swaps
end

-- ---- parts of the body, and sides ---------------------------------------------------------------

-- Rings of parts that take each other's place: the document's name of each, then words that name it,
-- the like ones at the same place in all of a ring.
local RINGS = {
  {
    { "shoulder", "shoulder", "shoulders" },
    { "hip", "hip", "hips" },
    { "wrist", "wrist", "wrists" },
    { "ankle", "ankle", "ankles" },
    { "elbow", "elbow", "elbows" },
    { "knee", "knee", "knees" },
    { "hand", "hand", "hands" },
    { "foot", "foot", "feet" },
    { "thumb", "thumb", "thumbs" },
    { "forearm", "forearm", "forearms" },
    { "thigh", "thigh", "thighs" },
    { "finger", "finger", "fingers" },
    { "toe", "toe", "toes" },
  },
  {
    { "cervical spine", "cervical", "neck", "c-spine" },
    { "lumbar spine", "lumbar", "low back", "l-spine" },
    { "thoracic spine", "thoracic", "mid back", "t-spine" },
  },
  {
    { "upper extremity", "upper extremity", "upper extremities", "arm", "arms" },
    { "lower extremity", "lower extremity", "lower extremities", "leg", "legs" },
  },
}

-- Other parts for all: each takes the place of the one `steps` before it.
local function add_parts(swaps, steps)
  swaps.parts = {}
  for _, ring in ipairs(RINGS) do
    local step = steps % (#ring - 1) + 1
    for i, part in ipairs(ring) do
      local other = ring[(i + step - 1) % #ring + 1]
      swaps.parts[part[1]] = other[1]
      for word = 2, #part do
        swaps.words[part[word]] = other[word]
      end
    end
  end
end

local SWAPPED = { left = "right", right = "left" }
local TURNED = { left = "bilateral", bilateral = "right", right = "left" }

-- Sides turn in a ring where no item has two of them.
local function sides_for(document, turn)
  for _, issue in ipairs(document.issues) do
    local treatment = (" " .. (issue.treatment or ""):lower() .. " "):gsub("%W", "  ")
    local _, left = treatment:gsub(" left ", "")
    local _, right = treatment:gsub(" right ", "")
    local _, both = treatment:gsub(" bilateral ", "")
    if (left > 0 and right > 0) or (both > 0 and left + right > 0) then
      return SWAPPED
    end
  end
  return turn and TURNED or SWAPPED
end

-- ---- the swaps of one mutant --------------------------------------------------------------------

-- A small generator of its own, so that a seed means the same everywhere.
local function generator(seed)
  local state = seed * 7919 + 17
  return function(n)
    state = (state * 1103515245 + 12345) % 2147483648
    return (state >> 8) % n + 1
  end
end

--- What a seed swaps in a letter.
---@param document table what the letter became
---@param text string the letter
---@param seed integer
---@return Swaps
function mutate.swaps(document, text, seed)
  local random = generator(seed)
  local swaps = { words = {}, drugs = mutate.drugs(document, text, random), days = random(300) }
  add_parts(swaps, random(12))
  swaps.sides = sides_for(document, random(2) == 2)
  for word, other in pairs(swaps.sides) do
    swaps.words[word] = other
  end
  local age = document.worker and document.worker.age
  if age then
    swaps.age = { from = age, to = 20 + (age + random(40)) % 50 }
  end
  -- What is authorized and what is left must still add up; and a dose stays one.
  local factor, adds = random(2) + 1, false
  for _, issue in ipairs(document.issues) do
    adds = adds or issue.modification ~= nil
  end
  swaps.number = function(n)
    return (adds or n > 4) and n * factor or n > 1 and n + 1 or n
  end

  local names = {}
  for name, entry in pairs(drug_names) do
    if swaps.drugs[entry] then
      names[name] = swaps.drugs[entry].key
    end
  end
  for word, other in pairs(swaps.words) do
    names[word] = other
  end
  swaps.phrases = tokens.phrases(names)
  return swaps
end

-- ---- the letter ---------------------------------------------------------------------------------

--- The letter with all of it swapped.
---@param text string
---@param document table
---@param swaps Swaps
---@return string
function mutate.text(text, document, swaps)
  local kept, headings = tokens.places(text, document)
  return tokens.replace(text, swaps, kept, headings)
end

-- ---- the document -------------------------------------------------------------------------------

local function of_heading(value, swaps)
  return value and tokens.replace(value, swaps, {}, { { 1, #value } })
end

local function of_text(value, swaps)
  return value and tokens.replace(value, swaps, {}, {})
end

local function swap_numbers(request, treatment, swaps)
  local there = tokens.numbers(treatment)
  local given = request.sessions and there[request.sessions]
  for _, key in ipairs { "quantity", "refills", "per_week", "weeks", "sessions" } do
    if request[key] and there[request[key]] then
      request[key] = swaps.number(request[key])
    end
  end
  if request.sessions and not given and request.per_week and request.weeks then
    request.sessions = request.per_week * request.weeks
  end
end

local function swap_ingredients(request, treatment, swaps)
  if not request.ingredients then
    return
  end
  local whole = ingredients_of { ingredients = request.ingredients }
  local found = drugs_in(treatment)
  for _, entry in ipairs(found) do
    if ingredients_of(entry) == whole then
      request.ingredients = { table.unpack((swaps.drugs[entry] or entry).ingredients) }
      return
    end
  end
  for i, ingredient in ipairs(request.ingredients) do
    for _, entry in ipairs(found) do
      if swaps.drugs[entry] and ingredients_of(entry) == ingredient then
        request.ingredients[i] = swaps.drugs[entry].ingredients[1]
        break
      end
    end
  end
end

-- A name of the table may have a dosage form in it, which the document's has not ("Voltaren gel").
local function swapped_drug(drug, treatment, swaps)
  local from = treatment:find(drug, 1, true)
  local other
  tokens.each_phrase(treatment, drug_phrases, function(first, last, entry)
    if first == from and last > first + #drug - 1 and swaps.drugs[entry] then
      other = tokens.cased(swaps.drugs[entry].key, drug)
    end
  end)
  return other or of_heading(drug, swaps)
end

local function swap_request(issue, treatment, swaps)
  local request = issue.request
  if not request then
    return
  end
  swap_numbers(request, treatment, swaps)
  swap_ingredients(request, treatment, swaps)
  request.drug = request.drug and swapped_drug(request.drug, treatment, swaps)
  request.strength = of_heading(request.strength, swaps)
  request.frequency = of_heading(request.frequency, swaps)
  request.laterality = swaps.sides[request.laterality] or request.laterality
  for i, part in ipairs(request.body_parts or {}) do
    request.body_parts[i] = swaps.parts[part] or part
  end
end

local function swap_issue(issue, swaps)
  local treatment = issue.treatment
  swap_request(issue, treatment, swaps)
  issue.heading = of_heading(issue.heading, swaps)
  issue.treatment = of_heading(treatment, swaps)
  issue.rationale = of_text(issue.rationale, swaps)
  local modification = issue.modification
  if modification then
    modification.requested = of_heading(modification.requested, swaps)
    modification.authorized = of_heading(modification.authorized, swaps)
    for _, key in ipairs { "requested", "authorized", "disputed" } do
      local amount = modification.amount
      if amount then
        amount[key] = swaps.number(amount[key])
      end
    end
  end
end

local CASE_DATES = {
  "date_assigned", "date_of_injury", "decision_date", "ur_denial_date", "application_received",
}

--- The document that the mutant must become; `document` is changed.
---@param document table
---@param swaps Swaps
---@return table document
function mutate.document(document, swaps)
  for _, key in ipairs(CASE_DATES) do
    if document.case and document.case[key] then
      document.case[key] = tokens.moved(document.case[key], swaps.days)
    end
  end
  for _, record in ipairs { document.injury or {}, document.ur or {} } do
    record.date = record.date and tokens.moved(record.date, swaps.days)
  end
  if document.worker and swaps.age then
    document.worker.age = swaps.age.to
  end
  document.summary = of_text(document.summary, swaps)
  for _, list in ipairs { document.diagnoses or {}, document.documents or {} } do
    for i, value in ipairs(list) do
      list[i] = of_text(value, swaps)
    end
  end
  for _, issue in ipairs(document.issues) do
    swap_issue(issue, swaps)
  end
  return document
end

return mutate
