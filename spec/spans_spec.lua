-- Every value of a document has its place in the source, and what stands there says the value.

local json = require "dkjson"
local lfs = require "lfs"
local core = require "imr.core"
local imr = require "imr"
local effort = require "spec.support.effort"
local encode = require "spec.support.encode"
local evidence = require "spec.support.evidence"
local golden = require "spec.support.golden"
local laws = require "spec.support.laws"
local layout = require "spec.support.layout"
local letter = require "spec.support.letter"
local process = require "spec.support.process"

local SPANS = { spans = true }

---- letters and layouts ---------------------------------------------------------------------------

local letters = {}
for _, name in ipairs(golden.names) do
  letters[#letters + 1] = { name = name, text = golden.text(name) }
end
local seeds = os.getenv "IMR_SEEDS"
if seeds then
  for name in lfs.dir(seeds) do
    if name:find "%.txt$" then
      letters[#letters + 1] = { name = "seed " .. name, text = process.read(seeds .. "/" .. name) }
    end
  end
end

-- A layout gives nil where a letter cannot be laid out so.
local function of_utf8(convert)
  return function(text)
    return utf8.len(text) and convert(text) or nil
  end
end

-- A page ends behind every 23 lines, with its number and the next page's running title.
local function in_pages(text)
  local lines, page = layout.read(text), 1
  for i, line in ipairs(lines) do
    line.paragraph, line.page = line.paragraph or line.page, i > 1 and i % 23 == 1
  end
  text = layout.write(lines, { line = "\n", paragraph = "\n\n", page = "\n\1" })
  return (text:gsub("\1", function()
    page = page + 1
    return ("\n%d | Page\n\fFinal Determination Letter for IMR Case Number CM16-0212345\n\n"):format(page - 1)
  end))
end

local function wrapped(text)
  local headings = {}
  for i, issue in ipairs(imr.parse(text).issues) do
    headings[i] = issue.heading
  end
  return (layout.write(layout.wrap(layout.read(text), 44, headings), { line = "\n", paragraph = "\n\n" }))
end

local layouts = {
  ["as it is"] = function(text) return text end,
  ["with CR LF"] = function(text) return (text:gsub("\r?\n", "\r\n")) end,
  ["in UTF-16 with a mark"] = of_utf8(function(text) return encode.UTF16BE_MARK .. encode.utf16be(text) end),
  ["in UTF-16 without a mark"] = of_utf8(encode.utf16le),
  ["in Windows-1252"] = of_utf8(encode.windows_1252),
  ["in pages"] = in_pages,
  ["in short lines"] = wrapped,
  ["with tabs and wide blanks"] = function(text) return (text:gsub("(%l) (%l)", "%1\t %2")) end,
}
local names = {}
for name in pairs(layouts) do
  names[#names + 1] = name
end
table.sort(names)

local function count(table_of)
  local n = 0
  for _ in pairs(table_of) do
    n = n + 1
  end
  return n
end

---- laws ------------------------------------------------------------------------------------------

describe("what stands in a value's ranges", function()
  for _, name in ipairs(names) do
    it("says the value " .. name, function()
      local wrong, read = {}, 0
      for _, one in ipairs(effort.some(letters, 16)) do
        local text = layouts[name](one.text)
        for i, document in ipairs(text and imr.parse_all(text, SPANS) or {}) do
          read = read + count(document.spans)
          for _, line in ipairs(laws.broken(document, text)) do
            wrong[#wrong + 1] = ("%s#%d %s"):format(one.name, i, line)
          end
        end
      end
      assert.are.equal("", table.concat(wrong, "\n", 1, math.min(#wrong, 30)))
      assert.is_true(read > (effort.thorough and 2500 or 100), read)
    end)
  end

  it("is known for every key of the schema", function()
    for _, key in ipairs(imr.schema()) do
      local whole = key.type == "record" or key.type == "list of records" or key.type == "byte ranges by path"
      if not whole and key.path ~= "source" and not key.path:find "^diagnostics" then
        assert.truthy(laws.of[key.path], key.path .. " has no law")
      end
    end
  end)
end)

describe("the evidence of", function()
  local TWO_CITED = "Decision based on MTUS Low Back Complaints 2004, and Elbow Complaints 2007."

  -- {what, what is put into a letter, the value's path, its ranges' bytes}
  local made = {
    { "a decision", { issues = { { decision = "Overturned in part" } } }, "issues[1].decision", "Overturned in part" },
    { "a product of sessions", { issues = { { treatment = "Acupuncture, 2 times a week for 4 weeks" } } },
      "issues[1].request.sessions", "2 times a week for 4 weeks" },
    { "sessions a week, apart from the weeks",
      { issues = { { treatment = "Physical therapy 3 times a week to the neck for 4 weeks" } } },
      "issues[1].request.sessions", "3 times a week to the neck for 4 weeks" },
    { "a level without its letter", { issues = { { treatment = "Epidural injection at L3-4-5" } } },
      "issues[1].request.levels[2]", "L", "4-5" },
    { "a level with its letter", { issues = { { treatment = "Epidural injection at L4-L5-S1" } } },
      "issues[1].request.levels[2]", "L5-S1" },
    { "a level of a list", { issues = { { treatment = "Facet blocks C4-5, 5-6" } } },
      "issues[1].request.levels[2]", "C", "5-6" },
    { "a denied necessity",
      { issues = { { rationale = "So the request cannot be deemed medically necessary today." } } },
      "issues[1].conclusion", "cannot be deemed medically necessary" },
    { "a necessity that is not shown",
      { issues = { { rationale = "Medical necessity of the item has not been established." } } },
      "issues[1].conclusion", "Medical necessity of the item has not" },
    { "a necessity", { issues = { { decision = "Overturned", rationale = "The test is medically necessary." } } },
      "issues[1].conclusion", "medically necessary" },
    { "what agrees", { issues = { { rationale = "The scan is not medically necessary." } } },
      "issues[1].consistent", "Upheld", "not medically necessary" },
    { "the outcome", { issues = { {}, { decision = "Overturned" }, {} } },
      "outcome", "Upheld", "Overturned", "Upheld" },
    { "the MTUS", { issues = { { reviewer = TWO_CITED } } },
      "issues[1].reviewer_guideline.mtus", "Decision based on MTUS" },
    { "an authority that the opening names",
      { issues = { { reviewer = TWO_CITED } } },
      "issues[1].reviewer_guideline.citations[2].authority", "MTUS", "Elbow Complaints 2007" },
    { "an authority that was named for another chapter",
      { issues = { { reviewer = "Decision based on Non-MTUS Citation ODG, Low Back Chapter; Knee & Leg Chapter." } } },
      "issues[1].reviewer_guideline.citations[2].authority", "ODG", "Knee & Leg Chapter" },
    { "no citation", { issues = { { reviewer = "The Expert Reviewer did not cite any medical evidence." } } },
      "issues[1].reviewer_guideline.cited", "did not cite" },
    { "a page range",
      { issues = { { reviewer = "Decision based on MTUS Low Back Complaints 2004, Page(s): 303-5, 309." } } },
      "issues[1].reviewer_guideline.citations[1].pages[1]", "303-5" },
    { "an issue's number", { issues = { {}, { treatment = "Walker" } } }, "issues[2].number", "Walker" },
    { "the dialect", {}, "dialect", "State(s) of Licensure:" },
    { "a board", { specialty = "Neurology" }, "reviewer.boards[1]", "Neurology" },
    { "an age in words", { summary = "The worker is a forty-two year old man." }, "worker.age", "forty-two" },
    { "a date of the header block", { case = "CM16-0212345", summary = "He fell." }, "injury.date", "02/03/2012" },
  }
  for _, row in ipairs(made) do
    it(row[1] .. " is what says so", function()
      local text = letter.text(row[2])
      local spans = imr.parse(text, SPANS).spans
      assert.truthy(spans[row[3]], row[3])
      assert.are.same({ table.unpack(row, 4) }, evidence.texts(text, spans[row[3]]))
    end)
  end

  it("a text that a page break divides is on both sides of it", function()
    local text = letter.text { issues = { { treatment = "Norco 10/325mg"
      .. "\n\n2 | Page\n\f\nFinal Determination Letter for IMR Case Number CM16-0212345\n\n#60" } } }
    local document = imr.parse(text, SPANS)
    assert.are.equal("Norco 10/325mg #60", document.issues[1].treatment)
    assert.are.same({ "Norco 10/325mg", "#60" }, evidence.texts(text, document.spans["issues[1].treatment"]))
    assert.are.same({ "60" }, evidence.texts(text, document.spans["issues[1].request.quantity"]))
  end)

  it("a word that a line break divides has the hyphen in it", function()
    local text = letter.text { issues = { { treatment = "Radicul-\nopathy brace" } } }
    local document = imr.parse(text, SPANS)
    assert.are.equal("Radiculopathy brace", document.issues[1].treatment)
    local ranges = document.spans["issues[1].treatment"]
    assert.are.equal("Radicul-\nopathy brace", text:sub(table.unpack(ranges)))
  end)
end)

describe("the option spans", function()
  local TEXT = letter.text { case = "CM16-0212345", issues = { {}, { treatment = "Walker" } } }

  it("is off where nobody asks", function()
    assert.is_nil(imr.parse(TEXT).spans)
    assert.is_nil(imr.parse(TEXT, { spans = false }).spans)
    assert.is_nil(imr.parse(TEXT, { fields = { "case" } }).spans)
  end)

  it("changes nothing else", function()
    local document = imr.parse(TEXT, SPANS)
    document.spans = nil
    assert.are.equal(imr.to_json(imr.parse(TEXT)), imr.to_json(document))
  end)

  it("gives a table where nothing was read", function()
    assert.are.same({}, imr.parse("no letter", SPANS).spans)
    assert.truthy(imr.to_json(imr.parse("no letter", SPANS)):find('"spans":{}', 1, true))
  end)

  it("gives the places of the values that are given", function()
    local spans = imr.parse(TEXT, { spans = true, fields = { "case.number", "issues.treatment" } }).spans
    local paths = {}
    for path in pairs(spans) do
      paths[#paths + 1] = path
    end
    table.sort(paths)
    assert.are.same({ "case.number", "issues[1].treatment", "issues[2].treatment", "template" }, paths)
    assert.are.same(spans, imr.parse(TEXT, { fields = { "spans", "case.number", "issues.treatment" } }).spans)
  end)

  it("gives the same in JSON", function()
    local parser = core.new()
    for _, one in ipairs(effort.some(letters, 16)) do
      for i, line in ipairs(parser:json(one.text, SPANS)) do
        assert.are.same(imr.parse_all(one.text, SPANS)[i].spans, json.decode(line, 1, nil, nil, nil).spans)
      end
    end
  end)

  it("gives each letter of a text its own places", function()
    local text = TEXT .. "\f" .. letter.text { issues = { { treatment = "Knee scooter" } } }
    local second = imr.parse_all(text, SPANS)[2]
    assert.are.same({ "Knee scooter" }, evidence.texts(text, second.spans["issues[1].treatment"]))
  end)

  it("costs in proportion to the text, in any encoding", function()
    local issues = {}
    for i = 1, effort.thorough and 400 or 20 do
      issues[i] = { treatment = ("Norco 10/325mg #60 with\t2  refills %d"):format(i) }
    end
    local text = letter.text { issues = issues }
    for _, one in ipairs { text, encode.utf16le(text), (text:gsub("\n", "  ")) } do
      local before = os.clock()
      local document = imr.parse(one, SPANS)
      assert.are.equal(#issues, #document.issues)
      assert.is_true(os.clock() - before < 2)
    end
  end)
end)
