local imr = require "imr"
local card = require "imr.card"
local letter = require "spec.support.letter"

local function lines_of(text)
  local lines = {}
  for line in (text .. "\n"):gmatch "(.-)\n" do
    lines[#lines + 1] = line
  end
  return lines
end

local function widest(text)
  local most = 0
  for _, line in ipairs(lines_of(text)) do
    most = math.max(most, utf8.len(line) or #line)
  end
  return most
end

-- One of everything that a card shows.
local function full_document()
  return {
    source = "letters/031.txt",
    template = "final-determination",
    dialect = "2015",
    case = {
      number = "CM15-0212345",
      priority = "standard",
      date_of_injury = "2012-02-03",
      ur_denial_date = "2015-09-20",
      application_received = "2015-10-03",
      date_assigned = "2015-10-14",
      decision_date = "2015-11-28",
    },
    reviewer = {
      licensure = { "California", "Maryland" },
      specialties = { "Physical Medicine & Rehabilitation", "Pain Medicine" },
    },
    outcome = "partially overturned",
    issues = {
      { number = 1, treatment = "Norco 10/325mg #60", decision = "upheld" },
      {
        number = 2,
        treatment = "MRI of the lumbar spine without contrast, to be done at the imaging center "
          .. "that the worker attended before",
        decision = "overturned",
      },
      { number = 3, heading = "Urine drug screen" },
    },
    diagnostics = {
      { code = "missing-decision", message = "no decision after the heading", line = 57, column = 1, offset = 2871 },
    },
  }
end

local FULL = [[
letters/031.txt (final-determination, 2015)
Case      CM15-0212345, standard
Dates     injury 2012-02-03, denial 2015-09-20, application 2015-10-03, assigned
          2015-10-14, decision 2015-11-28
Reviewer  Physical Medicine & Rehabilitation, Pain Medicine; licensed in
          California, Maryland
Outcome   partially overturned (1 upheld, 1 overturned, 1 no decision)
  1 upheld       Norco 10/325mg #60
  2 overturned   MRI of the lumbar spine without contrast, to be done at the
                 imaging center that the worker attended before
  3 no decision  Urine drug screen
  ! line 57, column 1: missing-decision: no decision after the heading]]

local ISSUE = {
  number = 2,
  treatment = "Norco 10/325mg #35",
  decision = "overturned",
  modification = { requested = "Norco 10/325mg #60", authorized = "Norco 10/325mg #25" },
  administrator_guideline = { text = "The Claims Administrator did not cite any medical evidence for its decision." },
  reviewer_guideline = { text = "Decision based on MTUS Chronic Pain Medical Treatment 2009." },
  rationale = "The request is medically necessary.",
}

local ISSUE_CARD = [[
Issue 2: overturned
Treatment      Norco 10/325mg #35
Requested      Norco 10/325mg #60
Authorized     Norco 10/325mg #25
Administrator  The Claims Administrator did not cite any medical evidence for
               its decision.
Reviewer       Decision based on MTUS Chronic Pain Medical Treatment 2009.
Rationale      The request is medically necessary.]]

describe("a document's card", function()
  it("says source, case, dates, reviewer, outcome, issues and diagnostics", function()
    assert.are.equal(FULL, card.document(full_document()))
  end)

  local partial = {
    { "an empty table", {}, "(text without a name)" },
    {
      "what is no letter",
      { source = "a.txt", template = "unknown", issues = {}, diagnostics = {} },
      "a.txt (unknown)",
    },
    {
      "a case without a number",
      { source = "a", case = { priority = "expedited" } },
      "a\nCase      expedited",
    },
    {
      "a reviewer without a specialty",
      { source = "a", reviewer = { licensure = { "Texas" } } },
      "a\nReviewer  licensed in Texas",
    },
    {
      "a single issue without a number",
      { source = "a", outcome = "upheld", issues = { { decision = "upheld", treatment = "X" } } },
      "a\nOutcome   upheld\n  1 upheld  X",
    },
    {
      "issues decided alike",
      { source = "a", outcome = "upheld", issues = { { decision = "upheld" }, { decision = "upheld" } } },
      "a\nOutcome   upheld (2 issues)\n  1 upheld  (no heading)\n  2 upheld  (no heading)",
    },
    {
      "a diagnostic without a place",
      { source = "a", diagnostics = { { code = "truncated" } } },
      "a\n  ! truncated",
    },
    { "line ends and escapes in a value", { source = "a\27[31m\n\tb\194\155c" }, "a?[31m b?c" },
  }
  for _, row in ipairs(partial) do
    it("shows " .. row[1], function()
      assert.are.equal(row[3], card.document(row[2]))
    end)
  end

  it("leaves out what would not fit on a screen, saying how much", function()
    local document = { source = "a", issues = {}, diagnostics = {} }
    for i = 1, 500 do
      document.issues[i] = { number = i, decision = "upheld", treatment = "X" }
      document.diagnostics[i] = { code = "truncated" }
    end
    local text = card.document(document)
    assert.is_true(#lines_of(text) < 60)
    assert.truthy(text:find("... and 460 more issues", 1, true))
    assert.truthy(text:find("... and 490 more diagnostics", 1, true))
  end)

  for _, width in ipairs { 40, 60, 80, 100 } do
    it(("keeps within %d columns"):format(width), function()
      local text = card.document(full_document(), { width = width })
      assert.is_true(widest(text) <= width)
      assert.are.equal((FULL:gsub("%s+", " ")), (text:gsub("%s+", " ")))
    end)
  end

  it("counts characters, not bytes, where it breaks lines", function()
    local document = { source = "a", issues = { { number = 1, decision = "upheld", treatment = ("é "):rep(60) } } }
    assert.are.equal(80 - 1, widest(card.document(document))) -- a letter and a blank, from an even column
  end)

  it("leaves a word whole that is longer than a line", function()
    local path = "/home/analyst/" .. ("letters-of-2016/"):rep(8) .. "001.txt"
    assert.truthy(card.document({ source = path, template = "unknown" }):find(path, 1, true))
  end)

  it("colours decisions only when asked to", function()
    assert.falsy(card.document(full_document()):find "\27")
    local coloured = card.document(full_document(), { colour = true })
    assert.truthy(coloured:find("\27[32moverturned\27[0m", 1, true))
    assert.are.equal(FULL, (coloured:gsub("\27%[%d*m", "")))
  end)
end)

describe("an issue's card", function()
  it("says decision, treatment, guidelines and rationale", function()
    assert.are.equal(ISSUE_CARD, card.issue(ISSUE))
  end)

  it("shows an empty table", function()
    assert.are.equal("Issue ?: no decision", card.issue {})
  end)

  it("shows the beginning of a long rationale", function()
    local text = card.issue { number = 1, rationale = ("The worker is better. "):rep(200) }
    assert.is_true(#lines_of(text) < 12)
    assert.truthy(text:find " %.%.%.$")
  end)

  it("shows all of it where the whole is wanted", function()
    local rationale = ("The request is not medically necessary. "):rep(40)
    local _, count = card.issue({ rationale = rationale }, { whole = true }):gsub("necessary%.", "")
    assert.are.equal(40, count)
    _, count = card.record({ statement = rationale }, "reviewer", { whole = true }):gsub("necessary%.", "")
    assert.are.equal(40, count)
  end)

  it("says what a rationale concludes that contradicts the decision, as a document's card does", function()
    local upheld = { number = 1, decision = "upheld", conclusion = "medically necessary", consistent = false,
      treatment = "Norco #60", rationale = "It is medically necessary." }
    assert.are.equal([[
Issue 1: upheld
Treatment      Norco #60
Conclusion     medically necessary (contradicts the decision)
Rationale      It is medically necessary.]], card.issue(upheld))
    assert.truthy(card.document({ issues = { upheld } })
      :find("  1 upheld  Norco #60 (but concluded: medically necessary)", 1, true))
    for _, consistent in ipairs { true, "no" } do
      upheld.consistent = consistent
      assert.falsy(card.issue(upheld):find("Conclusion", 1, true))
      assert.falsy(card.document({ issues = { upheld } }):find("concluded", 1, true))
    end
  end)

  it("cuts a long text between characters", function()
    for size = 395, 405 do
      local text = card.issue { rationale = ("x"):rep(size - 1) .. ("–"):rep(50) }
      assert.truthy(utf8.len(text))
    end
  end)
end)

describe("a listing", function()
  it("has a line per value, broken where it is long", function()
    local values = {
      { "case.number", "CM15-0212345" },
      { "issues[1].rationale", ("word "):rep(20) },
      { "issues[1].reviewer_guideline.text", ("x"):rep(60) },
    }
    assert.are.equal(
      table.concat({
        "a.txt",
        "  case.number: CM15-0212345",
        "  issues[1].rationale: word word word word word word word word word word word",
        "    word word word word word word word word word",
        "  issues[1].reviewer_guideline.text:",
        "    " .. ("x"):rep(60),
      }, "\n"),
      card.listing({ source = "a.txt" }, values)
    )
  end)
end)

describe("printing", function()
  local document = imr.parse(letter.text { case = "CM16-0212345", issues = { {}, { decision = "Overturned" } } })

  it("shows the card of a parsed document and of its issues", function()
    assert.are.equal(card.document(document), tostring(document))
    assert.are.equal(card.issue(document.issues[2]), tostring(document.issues[2]))
    assert.truthy(tostring(document):find("CM16-0212345", 1, true))
    assert.truthy(tostring(document.issues[2]):find("Issue 2: overturned", 1, true))
  end)

  local function copy(value)
    if type(value) ~= "table" then
      return value
    end
    local other = {}
    for key, inner in pairs(value) do
      other[key] = copy(inner)
    end
    return setmetatable(other, getmetatable(value))
  end

  -- An analyst's script may have put anything anywhere.
  local strange = {
    ["a number"] = 1.5,
    ["a list of odd things"] = { 1, "x", {}, true, print },
    ["a record of odd things"] = { number = {}, text = print, code = {}, decision = {}, treatment = 0, line = {} },
    ["a function"] = print,
    ["a table that objects"] = setmetatable({}, {
      __index = error,
      __len = error,
      __tostring = error,
      __name = 5,
    }),
    ["bytes that are no text"] = "\255\0\200",
    ["nothing"] = "nil",
  }
  for name, value in pairs(strange) do
    it(("survives %s in any place"):format(name), function()
      if value == "nil" then
        value = nil
      end
      local raised = {}
      for _, key in ipairs(imr.schema()) do
        local changed = copy(document)
        local record = changed
        for step in key.path:gmatch "([^.]+)%." do
          record[step] = type(record[step]) == "table" and record[step] or {}
          record = record[step]
          if step == "issues" or step == "diagnostics" then
            record[1] = record[1] or {}
            record = record[1]
          end
        end
        record[key.path:match "[^.]+$"] = value
        local in_issue = key.path:find "^issues%." -- then `record` is the issue, or stands in it
        local all_print = pcall(tostring, changed) and pcall(tostring, record)
          and (changed.issues == value or pcall(tostring, changed.issues))
        if not all_print or in_issue and not pcall(tostring, changed.issues[1]) then
          raised[#raised + 1] = key.path
        end
      end
      assert.are.same({}, raised)
    end)
  end
end)

describe("what stands in a document", function()
  local TEXT = letter.text {
    case = "CM16-0000001",
    specialty = "Pain Medicine, Anesthesiology",
    issues = {
      { treatment = "Norco 10/325mg #60" },
      {
        treatment = "MRI of the left knee",
        decision = "Overturned",
        reviewer = "Decision based on MTUS Knee Complaints 2004, Section(s): Summary. "
          .. "Decision based on Non-MTUS Citation ODG, Knee & Leg.",
      },
    },
  }
  local document = imr.parse(TEXT, { name = "a.txt" })
  local cited = document.issues[2].reviewer_guideline

  -- A name for the spec, the value, and how it prints.
  local printed = {
    { "the issues", document.issues,
      "2 issues\n  1 upheld      Norco 10/325mg #60\n  2 overturned  MRI of the left knee" },
    { "no issues", imr.parse("").issues, "0 issues" },
    { "a list of values", document.reviewer.specialties, "2 entries: Pain Medicine; Anesthesiology" },
    { "no diagnostics", document.diagnostics, "0 diagnostics" },
    { "a record", document.issues[1].request,
      "drug         Norco\ningredients  hydrocodone; acetaminophen\nstrength     10/325 mg\nquantity     60" },
    { "a record with a list in it", cited,
      "text       Decision based on MTUS Knee Complaints 2004, Section(s): Summary.\n"
      .. "           Decision based on Non-MTUS Citation ODG, Knee & Leg.\nmtus       true\ncitations  2 citations" },
    { "citations", cited.citations,
      "2 citations\n  1 MTUS   MTUS Knee Complaints 2004, Section(s): Summary\n  2 ODG    ODG, Knee & Leg" },
    { "letters", imr.parse_all(TEXT .. "\n\f" .. letter.text {}, { name = "b.txt" }),
      "2 letters\n  1 b.txt    partially overturned  Norco 10/325mg #60 (and 1 more)\n"
      .. "  2 b.txt#2  upheld                MRI of the left knee" },
  }
  for _, case in ipairs(printed) do
    it("prints: " .. case[1], function()
      assert.are.equal(case[3], tostring(case[2]))
    end)
  end

  it("prints no more than the first ten entries of a list", function()
    local many = imr.parse(TEXT)
    for i = 3, 25 do
      many.issues[i], many.reviewer.specialties[i] = { number = i, treatment = "Item " .. i }, "Specialty " .. i
    end
    local text = tostring(many.issues)
    assert.truthy(text:find "^25 issues\n")
    assert.truthy(text:find "Item 10\n  %.%.%. and 15 more issues$")
    local specialties = tostring(many.reviewer.specialties):gsub("%s+", " ")
    assert.truthy(specialties:find "^25 entries: .*Specialty 10; %.%.%. and 15 more$")
  end)

  it("prints keys of one's own behind the schema's", function()
    local other = imr.parse(TEXT)
    other.issues[1].request.zeal, other.issues[1].request.about = 1, "x"
    assert.truthy(tostring(other.issues[1].request):find "\nquantity +60\nabout +x\nzeal +1$")
  end)

  it("is plain tables: a name and a way to print is all there is", function()
    local seen = 0
    local function look(value)
      local metatable = getmetatable(value)
      for key in pairs(metatable) do
        assert.truthy(key == "__name" or key == "__tostring", key)
      end
      seen = seen + 1
      for _, inner in next, value do
        if type(inner) == "table" then
          look(inner)
        end
      end
    end
    look(document)
    assert.is_true(seen > 20)
  end)
end)
