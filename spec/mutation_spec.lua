-- What a letter says of drugs, numbers, ages, dates, sides and parts of the body may be swapped for
-- something else: then its fields are what was put in, and all the others stay.

local imr = require "imr"
local compare = require "spec.support.compare"
local effort = require "spec.support.effort"
local golden = require "spec.support.golden"
local mutate = require "spec.support.mutate"

local SEEDS = effort.thorough and 6 or 1

-- What follows from the words that are swapped, and where a diagnostic points.
local LEFT_OUT = {
  ["issues.category"] = true,
  ["issues.subcategory"] = true,
  ["issues.reasons"] = true,
  ["diagnostics.message"] = true,
  ["diagnostics.line"] = true,
  ["diagnostics.column"] = true,
  ["diagnostics.offset"] = true,
}

-- Where a mutant may differ: {letter, place, why}. A row that no seed needs fails, and goes.
local KNOWN = {
}

--- What the mutant of a letter must become, what it becomes, and what the letter itself does.
local function mutant(name, seed)
  local text = golden.text(name)
  local options = { name = name .. ".txt" }
  local document = imr.parse(text, options)
  local swaps = mutate.swaps(document, text, seed)
  local swapped = mutate.text(text, document, swaps)
  return mutate.document(document, swaps), imr.parse(swapped, options), imr.parse(text, options)
end

describe("a letter with its words swapped", function()
  for _, name in ipairs(effort.some(golden.names, 9)) do
    if imr.parse(golden.text(name)).template ~= "unknown" then
      it(name .. " has the fields that were put in", function()
        local known, needed = {}, {}
        for _, row in ipairs(KNOWN) do
          known[row[2]] = row[1] == name or nil
        end
        for seed = 1, SEEDS do
          local want, got = mutant(name, seed)
          local lines = {}
          for _, difference in ipairs(compare.list(want, got, LEFT_OUT)) do
            needed[difference.place] = true
            lines[#lines + 1] = not known[difference.place] and difference.text or nil
          end
          assert.are.equal("", table.concat(lines, "\n"), "seed " .. seed)
        end
        for place in pairs(known) do
          assert.is_true(needed[place], place .. " no longer differs: take the row out of KNOWN")
        end
      end)
    end
  end

  -- Otherwise the spec would hold of mutants that are the letters themselves.
  it("differs from the letter in every kind of key", function()
    local keys = {
      "worker.age", "injury.date", "ur.date", "case.date_of_injury", "summary", "diagnoses", "issues.treatment",
      "issues.rationale", "issues.modification.amount.requested", "issues.request.drug", "issues.request.ingredients",
      "issues.request.strength", "issues.request.quantity", "issues.request.refills", "issues.request.frequency",
      "issues.request.sessions", "issues.request.per_week", "issues.request.weeks", "issues.request.laterality",
      "issues.request.body_parts",
    }
    local differing = {}
    for _, name in ipairs(effort.thorough and golden.names or {}) do
      local want, _, letter = mutant(name, 1)
      for _, difference in ipairs(compare.list(letter, want)) do
        differing[difference.place:gsub("%[%d+%]", "")] = true
      end
    end
    for _, key in ipairs(effort.thorough and keys or {}) do
      assert.is_true(differing[key], key)
    end
  end)
end)
