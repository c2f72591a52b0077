local json = require "dkjson"
local imr = require "imr"
local effort = require "spec.support.effort"
local letter = require "spec.support.letter"
local process = require "spec.support.process"

local TEXT = letter.text {
  case = "CM16-0212345",
  specialty = "Physical Medicine & Rehabilitation, Pain Medicine",
  state = "California, Maryland",
  summary = "The injured worker fell from a ladder on February 3, 2012 and has pain of the left knee.",
  issues = {
    {
      treatment = "MRI of the left knee",
      decision = "Overturned",
      reviewer = "Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.",
      rationale = "Locking was seen twice. Therefore, the request is medically necessary.",
    },
    {
      treatment = "Norco 10/325mg #60 was the original request. Norco 10/325mg #25 was authorized by the Claims "
        .. "Administrator. The remaining IMR eligible portion of the original request, Norco 10/325mg #35 is",
      decision = "Upheld",
      administrator = "Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Opioids.",
      reviewer = "The Expert Reviewer did not cite any medical evidence for its decision.",
      rationale = "No gain of function is described. The request is not medically necessary.",
    },
  },
}

-- The value at a path of a document, such as "issues.2.decision".
local function at(value, path)
  for key in path:gmatch "[^.]+" do
    value = value[math.tointeger(tonumber(key)) or key]
  end
  return value
end

local function codes_of(document)
  local codes = {}
  for _, diagnostic in ipairs(document.diagnostics) do
    codes[diagnostic.code] = true
  end
  return codes
end

-- The keys of a document as the schema writes them, each once: {["issues.decision"] = true, ...}.
local function paths_of(record, prefix, found)
  for key, value in pairs(record) do
    if type(key) == "string" then
      found[prefix .. key] = true
    end
    if type(value) == "table" then
      paths_of(value, type(key) == "string" and prefix .. key .. "." or prefix, found)
    end
  end
  return found
end

describe("imr.parse", function()
  local document = imr.parse(TEXT)

  local values = {
    { "template", "final-determination" },
    { "case.number", "CM16-0212345" },
    { "case.date_of_injury", "2012-02-03" },
    { "case.decision_date", "2016-11-28" },
    { "case.application_received", "2016-10-03" },
    { "case.priority", "standard" },
    { "reviewer.licensure.1", "California" },
    { "reviewer.licensure.2", "Maryland" },
    { "reviewer.specialties.1", "Physical Medicine & Rehabilitation" },
    { "reviewer.specialties.2", "Pain Medicine" },
    { "summary", "The injured worker fell from a ladder on February 3, 2012 and has pain of the left knee." },
    { "outcome", "partially overturned" },
    { "issues.1.number", 1 },
    { "issues.1.treatment", "MRI of the left knee" },
    { "issues.1.decision", "overturned" },
    { "issues.1.administrator_guideline.cited", false },
    { "issues.1.reviewer_guideline.mtus", true },
    { "issues.1.rationale", "Locking was seen twice. Therefore, the request is medically necessary." },
    { "issues.2.treatment", "Norco 10/325mg #35" },
    { "issues.2.modification.requested", "Norco 10/325mg #60" },
    { "issues.2.modification.authorized", "Norco 10/325mg #25" },
    { "issues.2.decision", "upheld" },
  }
  for _, row in ipairs(values) do
    it("gives " .. row[1], function()
      assert.are.equal(row[2], at(document, row[1]))
    end)
  end

  it("gives numbers as integers", function()
    assert.are.equal("integer", math.type(document.issues[2].number))
  end)

  it("has no source without a name", function()
    assert.is_nil(document.source)
  end)

  it("takes the name for the source", function()
    assert.are.equal("inbox/7", imr.parse(TEXT, { name = "inbox/7" }).source)
  end)

  it("gives a document with a diagnostic for what is no letter", function()
    for _, text in ipairs { "", "Dear Sir or Madam,\n", ("\0"):rep(100), "\255\254\253" } do
      local other = imr.parse(text)
      assert.are.equal("unknown", other.template)
      assert.are.same({}, other.issues)
      assert.is_true(codes_of(other)["not-a-determination"])
    end
  end)

  it("gives plain tables, which print as cards", function()
    assert.are.same({ __name = true, __tostring = true }, (function()
      local keys = {}
      for key in pairs(getmetatable(document)) do
        keys[key] = true
      end
      return keys
    end)())
    local copy = {}
    for key, value in pairs(document) do
      copy[key] = value
    end
    assert.are.equal(document.issues, copy.issues)
  end)

  it("gives every call tables of its own", function()
    local other = imr.parse(TEXT)
    other.reviewer.specialties[1] = "changed"
    other.issues[1].decision = "changed"
    assert.are.same(document, imr.parse(TEXT))
  end)

  it("reads no more of a text than max_bytes", function()
    local short = imr.parse(TEXT, { max_bytes = #TEXT - 20 })
    assert.are.equal(2, #short.issues)
    assert.is_true(codes_of(short)["too-large"])
  end)

  it("reads no more issues than max_issues", function()
    local short = imr.parse(TEXT, { max_issues = 1 })
    assert.are.equal(1, #short.issues)
    assert.is_true(codes_of(short)["too-many-issues"])
  end)
end)

describe("the option fields", function()
  local full = imr.parse(TEXT, { name = "a.txt" })

  local types = {}
  for _, key in ipairs(imr.schema()) do
    types[key.path] = key.type
  end

  -- What a projected document must be: the full one, without the keys that nobody asked for, and
  -- without the records of which nothing is left. A list keeps its length: what is left of an
  -- element may be empty.
  local function pruned(record, prefix, fields)
    local left = {}
    for key, value in pairs(record) do
      local path, whole, part = prefix .. key, false, false
      for _, field in ipairs(fields) do
        whole = whole or path == field or path:sub(1, #field + 1) == field .. "."
        part = part or field:sub(1, #path + 1) == path .. "."
      end
      if whole then
        left[key] = value
      elseif part and types[path] == "list of records" then
        left[key] = {}
        for i, inner in ipairs(value) do
          left[key][i] = pruned(inner, path .. ".", fields)
        end
      elseif part then
        local inner = pruned(value, path .. ".", fields)
        left[key] = next(inner) and inner or nil
      end
    end
    return left
  end

  local function plain(value)
    if type(value) ~= "table" then
      return value
    end
    local copy = {}
    for key, inner in pairs(value) do
      copy[key] = plain(inner)
    end
    return copy
  end

  it("gives the full document, pruned, for every key", function()
    for _, key in ipairs(imr.schema()) do
      full.spans = key.path == "spans" and {} or nil -- which nothing but this key asks for
      local expected = pruned(full, "", { key.path, "source", "template", "diagnostics" })
      local got = imr.parse(TEXT, { name = "a.txt", fields = { key.path } })
      expected.spans = expected.spans and { template = got.spans.template }
      assert.are.same(plain(expected), plain(got), key.path)
    end
  end)

  it("takes several, also a record and a key of it", function()
    local some = imr.parse(TEXT, { fields = { "case", "case.number", "issues.decision" } })
    assert.are.same(plain(full.case), plain(some.case))
    assert.are.same({ { decision = "overturned" }, { decision = "upheld" } }, plain(some.issues))
    assert.is_nil(some.summary)
  end)

  it("is read anew when the list has changed since the last letter", function()
    local options = { fields = { "template" } }
    assert.is_nil(imr.parse(TEXT, options).summary)
    options.fields[2] = "summary"
    assert.is_string(imr.parse(TEXT, options).summary)
    options.fields[2] = nil
    assert.is_nil(imr.parse(TEXT, options).summary)
    options.fields[1] = "sumary"
    assert.has_error(function()
      imr.parse(TEXT, options)
    end)
    options.fields[1] = "summary"
    assert.is_string(imr.parse(TEXT, options).summary)
    options.fields.summary = true
    assert.has_error(function()
      imr.parse(TEXT, options)
    end)
  end)

  it("gives the bare document for what is there anyway", function()
    local bare = plain(imr.parse(TEXT, { fields = { "template" } }))
    assert.are.equal("final-determination", bare.template)
    assert.is_nil(bare.case)
    assert.is_nil(bare.summary)
  end)
end)

describe("imr.parse_all", function()
  it("gives the one letter of a text", function()
    local list = imr.parse_all(TEXT, { name = "a.txt" })
    assert.are.equal(1, #list)
    assert.are.same(imr.parse(TEXT, { name = "a.txt" }), list[1])
  end)

  it("gives every letter of a text, each with its own name", function()
    local second = letter.text { case = "CM16-0999999" }
    local list = imr.parse_all(TEXT .. "\n\f" .. second, { name = "a.txt" })
    assert.are.equal(2, #list)
    assert.are.equal("a.txt", list[1].source)
    assert.are.equal("a.txt#2", list[2].source)
    assert.are.equal("CM16-0212345", list[1].case.number)
    assert.are.equal("CM16-0999999", list[2].case.number)
  end)

  it("gives a document for a text without a letter", function()
    local list = imr.parse_all ""
    assert.are.equal(1, #list)
    assert.are.equal("unknown", list[1].template)
  end)
end)

describe("imr.parse_file", function()
  local folder, remove = process.folder {
    ["a.txt"] = TEXT,
    ["b.pdf"] = "%PDF-1.4\n%\226\227\207\211\n",
    ["inner/c.txt"] = TEXT,
  }
  teardown(remove)

  it("gives what parse gives for the file's text, with the path as its source", function()
    local path = folder .. "/a.txt"
    assert.are.same(imr.parse(TEXT, { name = path }), imr.parse_file(path))
    assert.are.equal("mine", imr.parse_file(path, { name = "mine" }).source)
  end)

  local unreadable = {
    { "a file that is not there", "/none.txt", "not-found" },
    { "a folder", "/inner", "is-a-directory" },
    { "a file used as a folder", "/a.txt/b.txt", nil },
    { "a PDF that is cut off", "/b.pdf", "damaged-pdf" },
  }
  for _, row in ipairs(unreadable) do
    it("gives nil, a message and a code for " .. row[1], function()
      local path = folder .. row[2]
      local document, message, code = imr.parse_file(path)
      assert.is_nil(document)
      assert.are.equal(path, message:sub(1, #path))
      assert.are.equal(row[3] or code, code)
      assert.are.equal("string", type(code))
    end)
  end
end)

describe("imr.to_json", function()
  local document = imr.parse(TEXT, { name = "a \"b\" \\ é.txt" })

  -- Without the metatables by which dkjson tells lists from records: a comparison should not see them.
  local function decoded(text)
    local value, _, problem = json.decode(text, 1, nil, nil, nil)
    assert(value, problem)
    return value
  end

  it("gives the document, key for key", function()
    assert.are.same(document, decoded(imr.to_json(document)))
  end)

  it("gives one line", function()
    assert.falsy(imr.to_json(document):find "[\r\n]")
  end)

  it("gives the keys in the schema's order", function()
    local text, last = imr.to_json(document), 0
    for _, key in ipairs(imr.schema()) do
      if not key.path:find(".", 1, true) and document[key.path] ~= nil then
        local here = text:find(('"%s":'):format(key.path), 1, true)
        assert.is_true(here > last, key.path)
        last = here
      end
    end
  end)

  it("gives empty lists as lists", function()
    local text = imr.to_json(imr.parse "no letter")
    assert.truthy(text:find('"issues":[]', 1, true))
  end)

  it("gives what an analyst changed", function()
    local changed = imr.parse(TEXT)
    changed.issues[1].decision = 'upheld "again"'
    changed.summary = nil
    local back = decoded(imr.to_json(changed))
    assert.are.equal('upheld "again"', back.issues[1].decision)
    assert.is_nil(back.summary)
  end)

  it("gives what an analyst added, after the schema's keys", function()
    local changed = imr.parse(TEXT)
    changed.weight, changed.note = 0 / 0, "seen \255"
    local text = imr.to_json(changed)
    assert.truthy(text:find('],"note":"seen \239\191\189","weight":null}', 1, true), text)
  end)
end)

describe("imr.new", function()
  local wilderness = { specialties = { ["Wilderness Medicine"] = { board = "Emergency Medicine" } } }
  local text = letter.text { specialty = "Wilderness Medicine" }

  it("gives a parser with the functions of the module", function()
    local parser = imr.new()
    assert.are.same(imr.parse(TEXT), parser:parse(TEXT))
    assert.are.same(imr.parse_all(TEXT), parser:parse_all(TEXT))
    assert.are.same({ imr.parse_file "/none" }, { parser:parse_file "/none" })
    assert.are.equal(imr.to_json(imr.parse(TEXT)), parser:to_json(imr.parse(TEXT)))
    assert.are.same(imr.schema(), parser:schema())
  end)

  it("lays an analyst's knowledge over what is built in", function()
    assert.is_nil(imr.parse(text).reviewer.boards)
    assert.are.same({ "Emergency Medicine" }, imr.new(wilderness):parse(text).reviewer.boards)
    assert.are.same(imr.parse(TEXT).reviewer.boards, imr.new(wilderness):parse(TEXT).reviewer.boards)
  end)

  it("leaves other parsers as they were", function()
    local before = imr.new()
    imr.new(wilderness)
    assert.is_nil(before:parse(text).reviewer.boards)
    assert.is_nil(imr.new():parse(text).reviewer.boards)
    assert.is_nil(imr.parse(text).reviewer.boards)
  end)

  it("keeps the names of one parser from another's, when that is gone and its memory used again", function()
    for i = 1, effort.thorough and 60 or 6 do
      local name = ("xylo%03d"):format(i)
      local parser = imr.new { drugs = { ["Drug of the Day"] = { ingredients = { name }, class = "NSAID" } } }
      local document = parser:parse(letter.text { issues = { { treatment = "Drug of the Day #30" } } })
      assert.are.same({ name }, document.issues[1].request.ingredients)
      collectgarbage()
    end
  end)

  it("gives the tables' own names, however many there were before", function()
    local issues, want, names = {}, {}, {}
    local drugs = require("imr.data.drugs").entries
    for name, drug in pairs(drugs) do
      if name:find "^%a+$" and #drug.ingredients > 0 then
        names[#names + 1] = name
      end
    end
    table.sort(names)
    for i = 1, effort.thorough and 600 or 20 do
      issues[i], want[i] = { treatment = names[i] .. " #30" }, drugs[names[i]].ingredients
    end
    local document = imr.parse(letter.text { issues = issues })
    local again = imr.parse(letter.text { issues = issues })
    assert.are.same(document, again)
    for i, issue in ipairs(document.issues) do
      assert.are.same(want[i], issue.request.ingredients, issues[i].treatment)
    end
  end)
end)

describe("imr.schema", function()
  local keys = imr.schema()

  it("describes every key with path, type, level and meaning", function()
    local seen = {}
    for _, key in ipairs(keys) do
      assert.is_nil(seen[key.path], key.path)
      seen[key.path] = true
      for _, part in ipairs { "path", "type", "level", "meaning" } do
        assert.is_true(type(key[part]) == "string" and #key[part] > 0, part)
      end
    end
  end)

  it("knows every key of a document", function()
    local known = {}
    for _, key in ipairs(keys) do
      known[key.path] = true
    end
    for path in pairs(paths_of(imr.parse(TEXT .. "\nRationale", { name = "a" }), "", {})) do
      assert.is_true(known[path], path)
    end
  end)

  it("gives a list of its own each time", function()
    imr.schema()[1].path = "changed"
    assert.are.same(keys, imr.schema())
  end)
end)

describe("the module", function()
  it("has the version of the build", function()
    local version = process.read("CMakeLists.txt"):match "project%(imr%s+VERSION%s+([%d.]+)"
    assert.are.equal(version, imr.version)
  end)

  it("says what it can do", function()
    for _, feature in ipairs { "jit", "archive", "ndjson", "pdf" } do
      assert.are.equal("boolean", type(imr.features[feature]), feature)
    end
  end)
end)
