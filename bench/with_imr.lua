-- The fields by imr:  with_imr.lua WHAT PACK [--dump FILE], WHAT being one of the names below.
package.path = (arg[0]:match "^(.*)/[^/]*$" or ".") .. "/?.lua;" .. package.path
local harness = require "harness"
local imr = require "imr"
local core = require "imr.core"

-- What the baselines read.
local SAME = {
  "case", "reviewer.licensure", "reviewer.specialties", "summary", "worker", "injury.date", "ur.date",
  "issues.treatment", "issues.decision", "issues.rationale", "issues.conclusion",
  "issues.administrator_guideline.text", "issues.administrator_guideline.citations.authority",
  "issues.administrator_guideline.citations.pages",
  "issues.reviewer_guideline.text", "issues.reviewer_guideline.citations.authority",
  "issues.reviewer_guideline.citations.pages",
}

-- The parts of the letter, and of those only what needs no reading of sentences.
local STRUCTURE = {
  "template", "dialect", "case", "reviewer", "summary", "outcome",
  "issues.number", "issues.heading", "issues.treatment", "issues.modification.requested",
  "issues.modification.authorized", "issues.decision", "issues.rationale",
  "issues.administrator_guideline.text", "issues.administrator_guideline.mtus",
  "issues.administrator_guideline.cited",
  "issues.reviewer_guideline.text", "issues.reviewer_guideline.mtus", "issues.reviewer_guideline.cited",
}

local SHORT = { "case.number", "case.decision_date", "issues.decision" }

-- An older imr, measured to be compared, does not know them all; what it lacks then shows in
-- bench/verify.py.
local function known(fields)
  local paths = {}
  for _, key in ipairs(imr.schema()) do
    paths[key.path] = true
  end
  local list = {}
  for _, path in ipairs(fields) do
    if paths[path] then
      list[#list + 1] = path
    end
  end
  return list
end

local function tables(fields)
  local options = { fields = fields and known(fields) }
  return function(text)
    return imr.parse(text, options)
  end
end

-- From the core's document straight to JSON, as `imr parse --format ndjson` does it.
local function json(fields)
  local parser, options = core.new(), { fields = known(fields) }
  return function(text)
    return parser:json(text, options)
  end
end

local measures = {
  reading = function() end,
  same = tables(SAME),
  whole = tables(),
  structure = tables(STRUCTURE),
  short = tables(SHORT),
  practice = tables(),
  json = json(SAME),
}

-- What is quicker than reading the letters is not measured by reading them.
local HELD = { short = true }

local what = table.remove(arg, 1)
local parse = assert(measures[what], "no such measure: " .. tostring(what))
harness.run(parse, function(text)
  local read = parse(text)
  local line = read[1] -- of a list of lines of JSON; a document has no such key
  return line or imr.to_json(read)
end, arg, HELD[what])
