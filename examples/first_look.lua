-- A first look at some letters: how many issues were overturned, by year and by what was disputed,
-- by the reviewers' specialties, and the guidelines that they relied on most.
--
--   LUA_PATH='./lua/?.lua;./lua/?/init.lua;;' LUA_CPATH='./build/?.so;;' \
--     lua5.4 examples/first_look.lua examples/letters
--
-- It takes folders and files. (The two variables are for the checkout; an installed module needs none.)

local imr = require "imr"

if #arg == 0 then
  io.stderr:write("usage: lua5.4 first_look.lua PATH...   (folders and files)\n")
  os.exit(2)
end

-- Only what is shown is asked for.
local FIELDS = {
  "case.number",
  "case.decision_date",
  "reviewer.specialties",
  "issues.treatment",
  "issues.decision",
  "issues.request",
  "issues.reviewer_guideline",
}

-- What is disputed, by words of the treatment; the first that fits counts.
local KINDS = {
  { "Therapy", "physical therapy", "occupational therapy", "chiropractic", "acupuncture", "aquatic", "pool therapy" },
  { "Injections", "injection", "block", "rhizotomy" },
  { "Nerve tests", "emg", "electromyog", "nerve conduction", "ncs", "ncv" },
  { "Imaging", "mri", "magnetic resonance", "ct scan", "x%-ray", "ultrasound", "radiograph" },
  { "Laboratory", "urine", "toxicology", "labs?%f[%A]", "laboratory", "blood" },
  { "Equipment", "%f[%a]units?%f[%A]", "brace", "support", "tens%f[%A]", "device", "orthosis", "purchase", "rental" },
  { "Psychology", "psych", "cognitive", "biofeedback" },
  { "Visits", "visit", "consult", "follow%-up", "evaluation" },
  { "Surgery", "surg", "arthroscop", "release", "fusion", "ectomy", "decompression", "repair" },
}

local function kind(issue)
  local request, treatment = issue.request or {}, (issue.treatment or ""):lower()
  if request.adjunct then
    return "Adjuncts of surgery"
  elseif request.drug or request.ingredients then
    return "Drugs"
  end
  for _, row in ipairs(KINDS) do
    for i = 2, #row do
      if treatment:find(row[i]) then
        return row[1]
      end
    end
  end
  return "Others"
end

-- Counts by name, of all and of those that were overturned.
local function counter()
  local names, by_name = {}, {}
  local function add(name, overturned)
    if not by_name[name] then
      by_name[name] = { name = name, all = 0, overturned = 0 }
      names[#names + 1] = by_name[name]
    end
    by_name[name].all = by_name[name].all + 1
    by_name[name].overturned = by_name[name].overturned + (overturned and 1 or 0)
  end
  -- The most frequent first, equals by name; or all by name.
  local function rows(most)
    table.sort(names, function(a, b)
      if most and a.all ~= b.all then
        return a.all > b.all
      end
      return a.name < b.name
    end)
    return table.move(names, 1, math.min(most or #names, #names), 1, {})
  end
  return add, rows
end

-- Calls `add` once for each guideline that the reviewer's statement cites.
local function count_guidelines(issue, overturned, add)
  local side, seen = issue.reviewer_guideline or {}, {}
  if side.cited == false then
    return add("no evidence cited", overturned)
  end
  for _, citation in ipairs(side.citations or {}) do
    local name = citation.authority
    if name ~= "ODG" and name ~= "other" then
      -- "Low Back" of "Low Back Complaints" and "Low Back Disorders"
      local title = citation.title or ""
      for _, word in ipairs { " Complaints", " Disorders", " Medical", " Treatment", " Guideline" } do
        title = title:match("^(.-)" .. word) or title
      end
      name = name .. " " .. title
    end
    if not seen[name] then
      seen[name] = true
      add(name, overturned)
    end
  end
end

local ROW = "%-22s%5d%5d%5.0f %%"
local EMPTY = (" "):rep(39)

local function cell(row)
  if not row then
    return EMPTY
  end
  local name = #row.name > 21 and row.name:sub(1, 18) .. "..." or row.name
  return ROW:format(name, row.all, row.overturned, 100 * row.overturned / row.all)
end

-- Two lists of counts beside each other.
local function print_beside(left_title, left, right_title, right)
  print(("\n%-39s  %s"):format(left_title, right_title))
  for i = 1, math.max(#left, #right) do
    print(((cell(left[i]) .. "  " .. cell(right[i])):gsub("%s+$", "")))
  end
end

local letters, issues, overturned = 0, 0, 0
local first, last
local found, mixed -- a letter; and one worth opening, its issues were not all decided alike
local add_year, years = counter()
local add_kind, kinds = counter()
local add_specialty, specialties = counter()
local add_guideline, guidelines = counter()

local function count_letter(letter)
  local case, specialty = letter.case or {}, ((letter.reviewer or {}).specialties or {})[1]
  local date, decisions = case.decision_date, {}
  letters = letters + 1
  if date then
    first = (not first or date < first) and date or first
    last = (not last or date > last) and date or last
  end
  for _, issue in ipairs(letter.issues) do
    local is_overturned = issue.decision ~= nil and issue.decision ~= "upheld"
    issues, overturned = issues + 1, overturned + (is_overturned and 1 or 0)
    decisions[is_overturned] = true
    add_year(date and date:sub(1, 4) or "not dated", is_overturned)
    add_kind(kind(issue), is_overturned)
    add_specialty(specialty or "not told", is_overturned)
    count_guidelines(issue, is_overturned, add_guideline)
  end
  found = found or letter.source
  mixed = mixed or decisions[true] and decisions[false] and letter.source or nil
end

local paths = table.move(arg, 1, #arg, 1, {})
local corpus = imr.open(paths, { fields = FIELDS, unique = "case.number" })
for letter, problem in corpus:each() do
  if letter then
    count_letter(letter)
  else
    io.stderr:write(problem.message, "\n")
  end
end

if letters == 0 then
  io.stderr:write("no letter was read from ", table.concat(paths, " "), "\n")
  os.exit(1, true)
end

print(("%d letters, %d issues, decided %s"):format(letters, issues,
  first and ("from %s to %s"):format(first, last) or "on days that they do not tell"))
print(("Overturned: %d of them, %.1f %%. (Letters published twice, and counted once: %d)")
  :format(overturned, 100 * overturned / math.max(issues, 1), corpus.duplicates))
print_beside("Year            issues, overturned", years(), "What was disputed  issues, overturned", kinds(11))
print_beside("Reviewer        issues, overturned", specialties(6), "Guideline          issues, overturned",
  guidelines(6))

-- The sources of letters are paths, but for the second letter of a file, "031.txt#2".
local letter = (mixed or found):gsub("#%d+$", "")
local folder = paths[1] == found and found:match "^(.*)/[^/]*$" or paths[1]
print(([[

Try next:
  bin/imr parse %s
  bin/imr parse --fields issues.rationale %s
  bin/imr parse --format csv --rows issues --output issues.csv %s]])
  :format(letter, letter, folder))

os.exit(corpus.failed == 0 and 0 or 1, true)
