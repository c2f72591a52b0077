-- A first look at some letters: a line per letter, what became of the disputed issues, and the
-- guidelines that the expert reviewers relied on most.
--
--   LUA_PATH='./lua/?.lua;./lua/?/init.lua;;' LUA_CPATH='./build/?.so;;' \
--     lua5.4 examples/first_look.lua examples/letters/*.txt
--
-- (The two variables are for the checkout; an installed module needs none.)

local imr = require "imr"

if #arg == 0 then
  io.stderr:write("usage: lua5.4 first_look.lua LETTER.txt...\n")
  os.exit(2)
end

-- Only what is shown is asked for.
local FIELDS = {
  "case.number",
  "case.decision_date",
  "reviewer.specialties",
  "issues.decision",
  "issues.reviewer_guideline",
}

-- The parts of the MTUS, by how their titles begin in any of its editions.
local MTUS_PARTS = {
  "Acupuncture", "Ankle and Foot", "Cervical and Thoracic", "Chronic Pain", "Elbow", "Eye",
  "Forearm, Wrist, and Hand", "General Approaches", "Hand, Wrist, and Forearm", "Hip and Groin",
  "Initial Approaches", "Knee", "Low Back", "Neck and Upper Back", "Opioids", "Postsurgical",
  "Shoulder", "Stress", "Traumatic Brain Injury", "Workplace Mental Health",
}

-- What a citation is of, by the first guideline that it names: "MTUS Chronic Pain", "ODG" ...
local function guideline(title)
  if title:find "ODG" or title:find "Official Disability Guidelines" then
    return "ODG"
  elseif title:find "ACOEM" then
    return "ACOEM"
  end
  local part_of_mtus = title:match "^MTUS%s+(.*)"
  if not part_of_mtus then
    return "other"
  end
  for _, part in ipairs(MTUS_PARTS) do
    if part_of_mtus:sub(1, #part) == part then
      return "MTUS " .. part
    end
  end
  return "MTUS, another part"
end

-- Counts with a stable order: the most frequent first, equals by name.
local function counter()
  local counts, names = {}, {}
  local function add(name)
    if not counts[name] then
      counts[name] = 0
      names[#names + 1] = name
    end
    counts[name] = counts[name] + 1
  end
  local function print_most(limit, total)
    table.sort(names, function(a, b)
      if counts[a] ~= counts[b] then
        return counts[a] > counts[b]
      end
      return a < b
    end)
    for i = 1, math.min(limit, #names) do
      local count = counts[names[i]]
      print(("  %-34s%5d%7.1f %%"):format(names[i], count, 100 * count / total))
    end
  end
  return add, print_most
end

-- Calls `add` once for each guideline that the reviewer's statement cites.
local function count_guidelines(issue, add)
  local side = issue.reviewer_guideline or {}
  if side.cited == false then
    return add "no evidence cited"
  end
  local text, seen = side.text or "", {}
  local from = select(2, text:find("Decision based on ", 1, true))
  while from do
    local to, next_from = text:find("Decision based on ", from, true)
    local citation = text:sub(from + 1, (to or 0) - 1)
    local title = citation:match "^(.-)Page%(s%)" or citation:match "^(.-)Section%(s%)" or citation
    local name = guideline(title)
    if not seen[name] then
      seen[name] = true
      add(name)
    end
    from = next_from
  end
end

local function short(text, size)
  return #text > size and text:sub(1, size - 3) .. "..." or text
end

local ROW = "%-16s%-14s%-12s%6s%12s  %s"
print(ROW:format("Letter", "Case", "Decided", "Upheld", "Overturned", "Reviewer"))

local letters, issues, unread = 0, 0, 0
local add_decision, print_decisions = counter()
local add_guideline, print_guidelines = counter()
local mixed -- a letter worth opening: its issues were not all decided alike

for _, path in ipairs(arg) do
  local letter, message = imr.parse_file(path, { fields = FIELDS })
  if letter then
    local upheld, overturned = 0, 0
    for _, issue in ipairs(letter.issues) do
      local decision = issue.decision or "no decision"
      add_decision(decision)
      count_guidelines(issue, add_guideline)
      upheld = upheld + (decision == "upheld" and 1 or 0)
      overturned = overturned + (decision:find "overturned" and 1 or 0)
    end
    letters, issues = letters + 1, issues + #letter.issues
    mixed = mixed or upheld > 0 and overturned > 0 and path or nil
    local case, specialties = letter.case or {}, (letter.reviewer or {}).specialties or { "-" }
    print(ROW:format(short(path:match "[^/]*$", 15), case.number or "-", case.decision_date or "-",
      upheld, overturned, short(table.concat(specialties, ", "), 18)))
  else
    unread = unread + 1
    io.stderr:write(message, "\n")
  end
end

print "\nUpheld, Overturned: how many issues. -: the letter does not say."
print(("%d letters, %d issues. The denial was"):format(letters, issues))
print_decisions(10, issues)
print "\nGuidelines that the expert reviewers cited, and in how many issues"
print_guidelines(10, issues)

local folder = arg[1]:match "^(.*)/[^/]*$" or "."
print(([[

Try next:
  bin/imr parse %s
  bin/imr parse --fields issues.rationale %s
  bin/imr parse --format csv --rows issues --output issues.csv %s
  bin/imr parse --format ndjson %s | head -n 1]])
  :format(mixed or arg[1], mixed or arg[1], folder, folder))

os.exit(unread == 0 and 0 or 1, true)
