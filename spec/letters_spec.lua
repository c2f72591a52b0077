-- Every letter of spec/letters says what its golden twin says.

local imr = require "imr"
local compare = require "spec.support.compare"
local effort = require "spec.support.effort"
local golden = require "spec.support.golden"

-- What the twins leave out: the canonical names of boards, a citation's name and text, and all of a
-- diagnostic but its code.
local LEFT_OUT = {
  ["reviewer.boards"] = true,
  ["issues.administrator_guideline.citations.id"] = true,
  ["issues.administrator_guideline.citations.text"] = true,
  ["issues.reviewer_guideline.citations.id"] = true,
  ["issues.reviewer_guideline.citations.text"] = true,
  ["diagnostics.message"] = true,
  ["diagnostics.line"] = true,
  ["diagnostics.column"] = true,
  ["diagnostics.offset"] = true,
}

-- Where the twin is right and the parser is not yet: {letter, place, why}. A row that no longer
-- differs fails, and goes.
local KNOWN = {
  { "034", "injury.cumulative", "an exposure \"through\" a day is not known to be cumulative" },
  { "035", "issues[2].request.ingredients[1]", "generic names are in lower case" },
  { "035", "issues[2].request.quantity", "\"one treatment\" behind its units is not known to be a quantity" },
  { "035", "issues[3].reviewer_guideline.citations[1].title", "the ACOEM's own name is not taken for a title" },
  { "037", "diagnoses[1]", "an article before a diagnosis is left out, as in the other letters" },
  { "037", "issues[1].reviewer_guideline.citations[1].title", "a full stop ends a title" },
  { "040", "diagnoses[1]", "an article before a diagnosis is left out, as in the other letters" },
  { "042", "ur.action", "a smaller number certified, with the number requested in another sentence" },
  { "043", "issues[1].reviewer_guideline.citations", "\"the same chapter\" is not known to be the other side's" },
  { "044", "issues[1].reviewer_guideline.citations[1].title", "the ACOEM's own name is not taken for a title" },
}

local function known_places(name)
  local places = {}
  for _, row in ipairs(KNOWN) do
    if row[1] == name then
      places[row[2]] = true
    end
  end
  return places
end

local function parsed(name)
  return imr.parse(golden.text(name), { name = name .. ".txt" })
end

-- The line and the column of a byte, counted afresh.
local function position(text, offset)
  local before = text:sub(1, offset - 1):gsub("\r\n", " \n"):gsub("\r", "\n")
  local _, breaks = before:gsub("\n", "")
  return breaks + 1, #before:match "[^\n]*$" + 1
end

-- The differences that are not known, a line each.
local function new_differences(name, document)
  local known, lines = known_places(name), {}
  for _, difference in ipairs(compare.list(golden.twin(name), document, LEFT_OUT)) do
    if not known[difference.place] then
      lines[#lines + 1] = difference.text
    end
  end
  return table.concat(lines, "\n")
end

local function check_places(name, document)
  local text = golden.text(name)
  for _, diagnostic in ipairs(document.diagnostics) do
    assert.is_true(#diagnostic.message > 0)
    assert.is_true(diagnostic.offset >= 1 and diagnostic.offset <= #text + 1, diagnostic.message)
    local line, column = position(text, diagnostic.offset)
    assert.are.same({ line, column }, { diagnostic.line, diagnostic.column })
  end
end

describe("the letter", function()
  for _, name in ipairs(effort.some(golden.names, 9)) do
    it(name .. " says what its twin says", function()
      assert.are.equal("", new_differences(name, parsed(name)))
    end)

    it(name .. " has diagnostics that point into it", function()
      check_places(name, parsed(name))
    end)
  end

  for _, row in ipairs(effort.some(KNOWN, 9)) do
    local name, place, why = table.unpack(row)

    it(("%s differs from its twin in %s"):format(name, place), function()
      local still = false
      for _, difference in ipairs(compare.list(golden.twin(name), parsed(name), LEFT_OUT)) do
        still = still or difference.place == place
      end
      assert.is_true(still, "it no longer does: take the row out of KNOWN")
      pending(why)
    end)
  end

  it("031 has another behind it, which is read with it or left alone", function()
    local text = golden.text "031"
    local both = imr.parse_all(text, { name = "031.txt" })
    assert.are.equal(2, #both)
    assert.are.equal("", compare.differences(golden.twin "031", both[1], LEFT_OUT))

    local begins = text:find("Case Number: CM16-0230078", 1, true)
    assert.are.equal(begins, both[1].diagnostics[1].offset)
    local second = imr.parse(text:sub(begins), { name = "031.txt#2" })
    assert.are.equal("CM16-0230078", second.case.number)
    assert.are.equal("Knee scooter", second.issues[1].treatment)
    assert.are.equal("", compare.differences(second, both[2]))
    assert.are.same({}, both[2].diagnostics)
  end)

  it("has no list that is empty, but for issues and diagnostics", function()
    local function check(value, path)
      for key, inner in pairs(value) do
        local here = type(key) == "string" and path .. "." .. key or path
        if type(inner) == "table" then
          assert.is_true(next(inner) ~= nil or here == ".issues" or here == ".diagnostics", here)
          check(inner, here)
        else
          assert.are_not.equal("", inner, here)
        end
      end
    end
    for _, name in ipairs(effort.some(golden.names, 9)) do
      check(parsed(name), "")
    end
  end)

  it("has text that is clean wherever a value is text", function()
    local function check(value)
      for key, inner in pairs(value) do
        if type(inner) == "table" then
          check(inner)
        elseif type(inner) == "string" and key ~= "message" then
          assert.falsy(inner:find "^%s" or inner:find "%s$" or inner:find "%s%s" or inner:find "[\n\t\f\r]", inner)
          assert.truthy(utf8.len(inner), inner)
        end
      end
    end
    for _, name in ipairs(effort.some(golden.names, 9)) do
      check(parsed(name))
    end
  end)
end)
