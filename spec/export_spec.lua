local imr = require "imr"
local export = require "imr.export"
local letter = require "spec.support.letter"
local read_csv = require "spec.support.csv"

local DOCUMENT = {
  source = "a.txt",
  template = "final-determination",
  case = { number = "CM16-0212345" },
  reviewer = { licensure = { "California", "Maryland" }, specialties = { "Pain Medicine" } },
  summary = 'He says "no", twice',
  issues = {
    {
      number = 1,
      treatment = "=A1+1",
      decision = "upheld",
      reviewer_guideline = {
        text = "x",
        mtus = false,
        citations = { { pages = { { 8, 9 }, { 70, 70 } } }, {}, { pages = { { 3, 3 }, { 4, 5 } } } },
      },
    },
    { number = 2, decision = "overturned" },
  },
  diagnostics = {
    { code = "missing-label", line = 3 },
    { code = "truncated", message = "the text ends early", line = 9 },
  },
}

local function index(list)
  local places = {}
  for place, value in ipairs(list) do
    places[value] = place
  end
  return places
end

-- A document's rows as tables by column.
local function rows_of(document, o)
  local layout = export.layout(o)
  local names, rows = export.header(layout), export.rows(layout, document)
  for i, row in ipairs(rows) do
    assert.are.equal(#names, #row)
    local named = {}
    for j, name in ipairs(names) do
      named[name] = row[j]
    end
    rows[i] = named
  end
  return rows
end

describe("the columns", function()
  it("of letters are the keys outside the issues, and their count", function()
    local expected = {}
    for _, key in ipairs(imr.schema()) do
      local record = key.type == "record" or key.type == "list of records" or key.path == "spans"
      if key.path == "issues" or not record and not key.path:find "^issues%." then
        expected[#expected + 1] = key.path
      end
    end
    assert.are.same(expected, export.header(export.layout()))
    assert.are.same(expected, export.header(export.layout { rows = "letters" }))
  end)

  it("of issues have the letter's in front", function()
    local names = export.header(export.layout { rows = "issues" })
    local places = index(names)
    assert.is_nil(places["issues"])
    assert.is_true(places["diagnostics.code"] < places["issues.number"])
    assert.is_true(places["issues.number"] < places["issues.reviewer_guideline.text"])
    local letters = index(export.header(export.layout()))
    for i = 1, places["issues.number"] - 1 do
      assert.truthy(letters[names[i]], names[i])
    end
  end)

  local chosen = {
    { "in the order they are asked for", "issues", { "issues.decision", "case.number" },
      { "issues.decision", "case.number" } },
    { "of a whole record", "letters", { "reviewer", "source" },
      { "reviewer.licensure", "reviewer.specialties", "reviewer.boards", "reviewer.statement", "source" } },
    { "once, where they are named twice", "letters", { "case.number", "summary", "case.number" },
      { "case.number", "summary" } },
    { "of the number of issues", "letters", { "source", "issues" }, { "source", "issues" } },
    { "of a letter alone, also of issues", "issues", { "case.number" }, { "case.number" } },
  }
  for _, row in ipairs(chosen) do
    it("are those chosen " .. row[1], function()
      assert.are.same(row[4], export.header(export.layout { rows = row[2], fields = row[3] }))
    end)
  end
end)

describe("a row", function()
  local values = {
    { "of a letter", "letters", 1, "source", "a.txt" },
    { "of a list", "letters", 1, "reviewer.licensure", "California; Maryland" },
    { "of a list of one", "letters", 1, "reviewer.specialties", "Pain Medicine" },
    { "that is absent", "letters", 1, "outcome", "" },
    { "of an absent record", "letters", 1, "case.decision_date", "" },
    { "that counts", "letters", 1, "issues", "2" },
    { "of a list of records", "letters", 1, "diagnostics.code", "missing-label; truncated" },
    { "of a list of records that some lack", "letters", 1, "diagnostics.message", "; the text ends early" },
    { "of a list of numbers", "letters", 1, "diagnostics.line", "3; 9" },
    { "of the letter of an issue", "issues", 2, "case.number", "CM16-0212345" },
    { "of an issue", "issues", 2, "issues.decision", "overturned" },
    { "that is a number", "issues", 2, "issues.number", "2" },
    { "that is a boolean", "issues", 1, "issues.reviewer_guideline.mtus", "false" },
    { "of ranges of pages", "issues", 1, "issues.reviewer_guideline.citations.pages", "8 to 9; 70; ; 3; 4 to 5" },
    { "of a record that an issue lacks", "issues", 2, "issues.reviewer_guideline.mtus", "" },
    { "that a spreadsheet would compute", "issues", 1, "issues.treatment", "=A1+1" },
  }
  for _, row in ipairs(values) do
    it("has the value " .. row[1], function()
      assert.are.equal(row[5], rows_of(DOCUMENT, { rows = row[2] })[row[3]][row[4]])
    end)
  end

  it("stands for a letter, or for an issue", function()
    assert.are.equal(1, #rows_of(DOCUMENT))
    assert.are.equal(2, #rows_of(DOCUMENT, { rows = "issues" }))
    assert.are.equal(0, #rows_of(imr.parse "", { rows = "issues" }))
    assert.are.equal("0", rows_of(imr.parse "")[1].issues)
  end)

  it("survives a document that an analyst changed", function()
    local changed = { case = 5, reviewer = "x", issues = "none", diagnostics = { 1, 2 }, summary = print }
    assert.are.equal("0", rows_of(changed)[1].issues)
    assert.are.equal("", rows_of(changed)[1].summary)
    assert.are.equal(0, #rows_of(changed, { rows = "issues" }))
    assert.are.equal(1, #rows_of({ issues = { 5 } }, { rows = "issues" }))
  end)
end)

describe("the fields of a layout", function()
  it("suffice to fill its columns", function()
    local text = letter.text { case = "CM16-0212345", issues = { {}, { decision = "Overturned" } } }
    for _, rows in ipairs { "letters", "issues" } do
      local all = rows_of(imr.parse(text), { rows = rows })
      for _, name in ipairs(export.header(export.layout { rows = rows })) do
        local layout = export.layout { rows = rows, fields = { name } }
        local some = export.rows(layout, imr.parse(text, { fields = layout.fields }))
        assert.are.equal(#all, #some, name)
        for i, row in ipairs(some) do
          assert.are.equal(all[i][name], row[1], name)
        end
      end
    end
  end)
end)

describe("CSV", function()
  local lines = {
    { { "a", "b" }, "a,b\r\n" },
    { { "a,b", "c" }, '"a,b",c\r\n' },
    { { 'say "a"' }, '"say ""a"""\r\n' },
    { { "a\nb", "c\rd" }, '"a\nb","c\rd"\r\n' },
    { { "", "" }, ",\r\n" },
    { { "" }, '""\r\n' },
    { { " a ", "é" }, " a ,é\r\n" },
  }
  for _, row in ipairs(lines) do
    it(("writes %q"):format(row[2]), function()
      assert.are.equal(row[2], export.csv(row[1]))
    end)
    it(("writes %q as readers expect it"):format(row[2]), function()
      assert.are.same({ row[1] }, read_csv(export.csv(row[1])))
    end)
  end

  it("carries any value through", function()
    local row = {}
    for first = 0, 255, 7 do
      row[#row + 1] = string.char(first, 34, (first * 13) % 256, 44, 10, first) .. '"'
    end
    assert.are.same({ row, row }, read_csv(export.csv(row) .. export.csv(row)))
  end)
end)

describe("the values of a document", function()
  it("come with their places, in the schema's order", function()
    assert.are.same({
      { "template", "final-determination" },
      { "case.number", "CM16-0212345" },
      { "reviewer.licensure", "California; Maryland" },
      { "reviewer.specialties", "Pain Medicine" },
      { "summary", 'He says "no", twice' },
      { "issues[1].number", "1" },
      { "issues[1].treatment", "=A1+1" },
      { "issues[1].decision", "upheld" },
      { "issues[1].reviewer_guideline.text", "x" },
      { "issues[1].reviewer_guideline.mtus", "false" },
      { "issues[1].reviewer_guideline.citations[1].pages", "8 to 9; 70" },
      { "issues[1].reviewer_guideline.citations[3].pages", "3; 4 to 5" },
      { "issues[2].number", "2" },
      { "issues[2].decision", "overturned" },
      { "diagnostics[1].code", "missing-label" },
      { "diagnostics[1].line", "3" },
      { "diagnostics[2].code", "truncated" },
      { "diagnostics[2].message", "the text ends early" },
      { "diagnostics[2].line", "9" },
    }, export.values(DOCUMENT))
  end)

  it("survive an analyst's changes", function()
    local changed = { case = 5, issues = "x", diagnostics = { 5 }, summary = "x" }
    assert.are.same({ { "summary", "x" } }, export.values(changed))
  end)
end)
