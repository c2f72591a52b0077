-- Misuse raises at the analyst's line, and names what is wrong and the nearest right name.

local imr = require "imr"
local export = require "imr.export"
local letter = require "spec.support.letter"

local TEXT = letter.text()
local parser = imr.new()

local circle = {}
circle.a = circle
local endless = { "a" }
endless[2] = endless

-- What is done, and words that the message must have.
local cases = {
  { "no text", function() imr.parse() end, { "text", "string" } },
  { "a table as text", function() imr.parse {} end, { "text", "string", "table" } },
  { "no text for all", function() imr.parse_all() end, { "text", "string" } },
  { "no path", function() imr.parse_file() end, { "path", "string" } },
  { "a document as path", function() imr.parse_file(imr.parse(TEXT)) end, { "path", "string" } },
  { "text as options", function() imr.parse(TEXT, "fast") end, { "options", "table", "string" } },
  { "an unknown option", function() imr.parse(TEXT, { feilds = { "case" } }) end, { "feilds", "fields" } },
  { "an option of another case", function() imr.parse(TEXT, { Name = "a" }) end, { "Name", "name" } },
  { "a position as option", function() imr.parse(TEXT, { "case.number" }) end, { "option" } },
  { "an unknown field", function() imr.parse(TEXT, { fields = { "issues.desicion" } }) end,
    { "issues.desicion", "issues.decision" } },
  { "a field without its record", function() imr.parse(TEXT, { fields = { "rationale" } }) end,
    { "rationale", "issues.rationale" } },
  { "an empty field", function() imr.parse(TEXT, { fields = { "" } }) end, { "fields" } },
  { "a number as field", function() imr.parse(TEXT, { fields = { 5 } }) end, { "fields", "string" } },
  { "a string as fields", function() imr.parse(TEXT, { fields = "case" }) end, { "fields", "string" } },
  { "a named field", function() imr.parse(TEXT, { fields = { x = "case.number" } }) end,
    { "parse: options: ", "fields", "list", '"x"' } },
  { "a field with a name beside others",
    function() imr.parse(TEXT, { fields = { "case", on = true } }) end,
    { "fields", "list", '"on"' } },
  { "fields with a gap",
    function() imr.parse(TEXT, { fields = { [1] = "case", [3] = "summary" } }) end,
    { "fields", "list", '"3"' } },
  { "fields from 0", function() imr.parse(TEXT, { fields = { [0] = "case", "summary" } }) end,
    { "fields", "list", '"0"' } },
  { "no fields", function() imr.parse(TEXT, { fields = {} }) end,
    { "fields", "names no field", "leave it out" } },
  { "a table as name", function() imr.parse(TEXT, { name = {} }) end, { "name", "string", "table" } },
  { "a name as max_bytes", function() imr.parse(TEXT, { max_bytes = "much" }) end, { "max_bytes" } },
  { "a negative max_bytes", function() imr.parse(TEXT, { max_bytes = -1 }) end, { "max_bytes" } },
  { "a fraction as max_issues", function() imr.parse(TEXT, { max_issues = 1.5 }) end, { "max_issues" } },
  { "an unknown option of a file", function() imr.parse_file("a.txt", { field = {} }) end, { "field", "fields" } },
  { "text to new", function() imr.new "drugs" end, { "table", "string" } },
  { "unknown knowledge", function() imr.new { specialites = {} } end,
    { ": new: unknown option", "specialites", "specialties" } },
  { "knowledge that is no table", function() imr.new { specialties = "Pain Medicine" } end, { "specialties" } },
  { "an entry that is no table", function() imr.new { specialties = { ["Sleep Medicine"] = "x" } } end,
    { "specialties", "Sleep Medicine" } },
  { "an unknown key of an entry", function() imr.new { specialties = { ["Sleep Medicine"] = { bord = "x" } } } end,
    { "specialties", "Sleep Medicine", "bord", "board" } },
  { "a value of another type", function() imr.new { specialties = { ["Sleep Medicine"] = { board = {} } } } end,
    { "specialties", "Sleep Medicine", "board" } },
  { "a list with a number", function()
      imr.new { drugs = { Zorvo = { ingredients = { "a", 5 }, class = "NSAID" } } }
    end,
    { 'drugs["Zorvo"].ingredients', "item 2", "number" } },
  { "a list with a name",
    function() imr.new { drugs = { Zorvo = { ingredients = { a = "b" }, class = "NSAID" } } } end,
    { 'drugs["Zorvo"].ingredients', "list", "key a" } },
  { "a list with a gap in an entry",
    function() imr.new { drugs = { Zorvo = { ingredients = { [2] = "b" }, class = "NSAID" } } } end,
    { 'drugs["Zorvo"].ingredients', "list", "key 2" } },
  { "an entry without what it must have", function() imr.new { drugs = { Zorvo = { class = "NSAID" } } } end,
    { 'drugs["Zorvo"].ingredients', "missing" } },
  { "a misspelt class",
    function() imr.new { drugs = { Zorvo = { ingredients = { "a" }, class = "opiod" } } } end,
    { 'drugs["Zorvo"].class', '"opiod"', 'did you mean "opioid"?' } },
  { "a class that is none",
    function() imr.new { drugs = { Zorvo = { ingredients = { "a" }, class = "pills" } } } end,
    { 'drugs["Zorvo"].class', '"pills" is none of "opioid", "NSAID"', "..." } },
  { "an authority that is none",
    function() imr.new { guidelines = { ["Dental Care"] = { id = "x", authority = "WHO" } } } end,
    { 'guidelines["Dental Care"].authority', '"WHO"', '"MTUS"' } },
  { "a region that is none", function() imr.new { body_parts = { tail = { region = "back" } } } end,
    { 'body_parts["tail"].region', '"back"', '"spine"' } },
  { "a name of blanks", function() imr.new { body_parts = { [" "] = { region = "spine" } } } end,
    { "body_parts", "empty" } },
  { "a number as name", function() imr.new { body_parts = { { region = "spine" } } } end,
    { "body_parts", "key must be a string" } },
  { "no document", function() imr.to_json() end, { "document", "table" } },
  { "a function in a document", function() imr.to_json { case = { f = print } } end,
    { ": to_json: document.case.f: a function" } },
  { "a list with a gap", function() imr.to_json { issues = { [1] = {}, [9] = {} } } end,
    { ": to_json: document.issues: ", "key 9", "without 2", "table.remove" } },
  { "a table inside itself", function() imr.to_json(circle) end,
    { "document.a.a.a.a.a.a.a.a...: ", "themselves" } },
  { "text as document", function() imr.to_json(TEXT) end, { "document", "table", "string" } },
  { "a colon for a full stop", function() imr:parse(TEXT) end, { "imr.parse(", "full stop" } },
  { "a colon with to_json", function() imr:to_json(imr.parse(TEXT)) end, { "imr.to_json(", "full stop" } },
  { "a colon with new", function() imr:new() end, { "imr.new(", "full stop" } },
  { "a full stop for a colon", function() parser.parse(TEXT) end, { "parser:parse(", "colon" } },
  { "a method without a parser", function() parser.parse_file() end, { "parser:parse_file(", "colon" } },
  { "an unknown option of a method", function() parser:parse(TEXT, { nam = "a" }) end, { "nam", "name" } },
  { "no text for a method", function() parser:parse() end, { "text", "string" } },
  { "no source", function() imr.open() end, { ": open: source: ", "a path or a list", "no value" } },
  { "a number among sources", function() imr.each { "a", { "b", 5 } } end,
    { ": each: source[2][2]: ", "a path", "number" } },
  { "a document as source", function() imr.open(imr.parse(TEXT)) end, { "source", "list of paths", '"' } },
  { "sources with a gap", function() imr.open { [1] = "a", [3] = "b" } end, { "source", "list", '"3"' } },
  { "a list inside itself", function() imr.open(endless) end, { "source[2]", "inside itself" } },
  { "a zero byte in a path", function() imr.open "a\0b" end, { "source", "zero bytes" } },
  { "text as a corpus's options", function() imr.open("a", "all") end, { ": open: options: ", "table", "string" } },
  { "an unknown option of a corpus", function() imr.open("a", { uniqe = "case.number" }) end,
    { ": open: options: ", "uniqe", '"unique"' } },
  { "an unknown option of a parse in a corpus", function() imr.each("a", { max_byte = 5 }) end,
    { ": each: options: ", "max_byte", '"max_bytes"' } },
  { "a wrong option of a parse in a corpus", function() imr.each("a", { max_bytes = 0 }) end,
    { ": each: options: ", "max_bytes", "1 or more" } },
  { "an unknown field in a corpus", function() imr.each("a", { fields = { "case.nummer" } }) end,
    { "fields", "case.nummer", "case.number" } },
  { "a word for all", function() imr.open("a", { all = "yes" }) end, { '"all"', "boolean", "string" } },
  { "a number as progress", function() imr.open("a", { progress = 1 }) end, { '"progress"', "function", "number" } },
  { "no threads", function() imr.open("a", { threads = 0 }) end, { '"threads"', "1 or more", "0" } },
  { "half a thread", function() imr.open("a", { threads = 1.5 }) end, { '"threads"', "integer", "1.5" } },
  { "a name for files", function() imr.open({ "a", "b" }, { name = "c" }) end, { '"name"', "standard input" } },
  { "yes for unique", function() imr.open("a", { unique = true }) end, { '"unique"', "field path", "boolean" } },
  { "an unknown unique field", function() imr.open("a", { unique = "case.numbr" }) end,
    { ': open: options: option "unique": ', "case.numbr", '"case.number"' } },
  { "unique by issue", function() imr.open("a", { unique = "issues.decision" }) end,
    { '"unique"', "no single value", "issues.decision" } },
  { "unique by a list", function() imr.open("a", { unique = "diagnoses" }) end, { '"unique"', "no single value" } },
  { "unique by a record", function() imr.open("a", { unique = "case" }) end, { '"unique"', "no single value" } },
  { "issues that are left out", function() imr.open("a", { fields = { "outcome" } }):issues() end,
    { ": issues: ", '"fields"', "issues.decision" } },
  { "a full stop for a corpus's colon", function() imr.open("a").each() end, { "corpus:each()", "colon" } },
  { "a full stop for its issues", function() imr.open("a").issues() end, { "corpus:issues()", "colon" } },
  { "a colon with open", function() imr:open "a" end, { "imr.open(", "full stop" } },
  { "a colon with each", function() imr:each "a" end, { "imr.each(", "full stop" } },
  { "a full stop with a parser's open", function() parser.open "a" end, { "parser:open(", "colon" } },
  { "a full stop with a parser's each", function() parser.each "a" end, { "parser:each(", "colon" } },
  { "no source for a method", function() parser:each() end, { ": each: source: " } },
  { "rows of something else", function() export.layout { rows = "pages" } end,
    { "rows", "letters", "issues", "pages" } },
  { "an unknown column", function() export.layout { fields = { "case.nummer" } } end,
    { "case.nummer", "case.number" } },
  { "an issue's column of letters", function() export.layout { fields = { "issues.decision" } } end,
    { "issues.decision", "issues" } },
}

describe("misuse", function()
  for _, case in ipairs(cases) do
    it("raises for " .. case[1], function()
      local ok, message = pcall(case[2])
      assert.is_false(ok)
      assert.are.equal("string", type(message))
      for _, word in ipairs(case[3]) do
        assert.truthy(message:find(word, 1, true), ("%q is not in: %s"):format(word, message))
      end
      assert.truthy(message:find "^[^:]*misuse_spec%.lua:%d+: ", message)
    end)
  end

  it("leaves the module as it was", function()
    for _, case in ipairs(cases) do
      pcall(case[2])
    end
    assert.are.equal("upheld", imr.parse(TEXT).outcome)
    assert.are.equal("upheld", parser:parse(TEXT).outcome)
  end)
end)
