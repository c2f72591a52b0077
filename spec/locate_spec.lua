-- `imr.locate` shows a reader where a value stands.

local json = require "dkjson"
local imr = require "imr"
local effort = require "spec.support.effort"
local encode = require "spec.support.encode"
local evidence = require "spec.support.evidence"
local golden = require "spec.support.golden"
local letter = require "spec.support.letter"

local TEXT = letter.text {
  case = "CM16-0212345",
  summary = "The injured worker is a 52-year-old man with pain in the left knee. He was seen on 3/4/2016.",
  issues = {
    { treatment = "Norco 10/325mg #60", rationale = "Pain is better with it, and so is what he can do in a day at "
      .. "work and at home, as the notes\nof three visits say. The request is not medically necessary." },
    { treatment = "Physical therapy to the left\nknee, 8 sessions", decision = "Overturned" },
  },
}

-- The line and the column of a text's first occurrence, counted afresh.
local function place_of(text, words)
  local at = text:find(words, 1, true)
  local _, lines = text:sub(1, at - 1):gsub("\n", "")
  return lines + 1, #text:sub(1, at - 1):match "[^\n]*$" + 1
end

describe("imr.locate", function()
  local document = imr.parse(TEXT)
  local rows = {
    { "case.number", "CM16-0212345", "Case Number: CM16-0212345 Date Assigned: 10/14/2016" },
    { "case.priority", "Standard UR", "Priority: Standard UR Denial Date: 09/20/2016" },
    { "worker.age", "52-year",
      "The injured worker is a 52-year-old man with pain in the left knee. He was seen on ..." },
    { "issues[1].request.quantity", "60: Upheld", "Norco 10/325mg #60: Upheld" },
    { "issues[1].decision", "Upheld", "Norco 10/325mg #60: Upheld" },
    { "issues[2].treatment", "Physical therapy", "Physical therapy to the left knee, 8 sessions: Overturned" },
    { "issues[2].request.sessions", "8 sessions", "knee, 8 sessions: Overturned" },
    { "issues[1].rationale", "Pain is better",
      "Decision rationale: Pain is better with it, and so is what he can do in a day at work and ..." },
    { "issues[1].conclusion", "not medically", "of three visits say. The request is not medically necessary." },
    { "outcome", "Upheld", "Norco 10/325mg #60: Upheld" },
    { "issues[2]", "Physical therapy", "Physical therapy to the left knee, 8 sessions: Overturned" },
    { "issues[1].request", "Norco", "Norco 10/325mg #60: Upheld" },
    { "reviewer.licensure", "Texas", "State(s) of Licensure: Texas" },
  }
  for _, row in ipairs(rows) do
    it("gives line, column and excerpt of " .. row[1], function()
      local line, column = place_of(TEXT, row[2])
      assert.are.same({ line, column, row[3] }, { imr.locate(document, row[1], TEXT) })
    end)
  end

  it("gives the same of a document that knows its places", function()
    local own = imr.parse(TEXT, { spans = true })
    local back = json.decode(imr.to_json(own))
    for _, value in ipairs(evidence.values(document)) do
      local place = { imr.locate(document, value.path, TEXT) }
      assert.are.same(place, { imr.locate(own, value.path, TEXT) }, value.path)
      assert.are.same(place, { imr.locate(back, value.path, TEXT) }, value.path)
    end
  end)

  it("finds every value of every letter on the line on which it begins", function()
    for _, name in ipairs(effort.some(golden.names, 16)) do
      local text = golden.text(name)
      local own = imr.parse(text, { spans = true })
      for _, value in ipairs(evidence.values(own)) do
        local line, column, excerpt = imr.locate(own, value.path, text)
        assert.is_true(line >= 1 and column >= 1, value.path)
        assert.truthy(utf8.len(excerpt), value.path)
        assert.is_true(utf8.len(excerpt) <= 100, excerpt)
        local said = evidence.squeezed(evidence.texts(text, own.spans[value.path])[1])
        said = said:sub(1, (utf8.offset(said, 13) or #said + 1) - 1)
        assert.truthy(evidence.squeezed(excerpt):find(said, 1, true), value.path)
      end
    end
  end)

  it("gives the place of a diagnostic", function()
    local text = TEXT:gsub("MAXIMUS guideline:", "", 1)
    local damaged = imr.parse(text)
    local diagnostic = damaged.diagnostics[1]
    local line, column, excerpt = imr.locate(damaged, "diagnostics[1]", text)
    assert.are.same({ diagnostic.line, diagnostic.column }, { line, column })
    assert.truthy(excerpt:find("Decision based on MTUS", 1, true))
  end)

  it("gives the excerpt in UTF-8, whatever the text is in", function()
    local text = letter.text { summary = "The 52-year-old man’s knee – the left one – hurts.", issues = { {} } }
    local want = "The 52-year-old man’s knee – the left one – hurts."
    for name, bytes in pairs {
      utf8 = text,
      windows = encode.windows_1252(text),
      utf16 = encode.UTF16LE_MARK .. encode.utf16le(text),
      big = encode.utf16be(text),
    } do
      local line, column, excerpt = imr.locate(imr.parse(bytes), "worker.age", bytes)
      assert.are.equal(want, excerpt, name)
      assert.are.equal(place_of(text, "52-year"), line, name)
      local wide = (name == "utf16" or name == "big") and 2 or 1
      assert.are.equal(4 * wide + 1, column, name)
    end
  end)

  it("cuts a long line at words around the value", function()
    local text = TEXT:gsub("%s+", " ")
    local _, _, excerpt = imr.locate(imr.parse(text), "worker.age", text)
    assert.truthy(excerpt:find("^%.%.%. .*is a 52%-year%-old.* %.%.%.$"), excerpt)
    assert.is_true(#excerpt <= 100, excerpt)
  end)

  it("finds the letter of a text with several", function()
    local text = TEXT .. "\f" .. letter.text { case = "CM17-0300000", issues = { { treatment = "Walker" } } }
    for _, options in ipairs { { name = "a.txt" }, {} } do
      local second = imr.parse_all(text, options)[2]
      local line, _, excerpt = imr.locate(second, "issues[1].treatment", text)
      assert.are.equal(place_of(text, "Walker"), line)
      assert.are.equal("Walker: Upheld", excerpt)
    end
  end)

  it("knows what its parser knows", function()
    local parser = imr.new { specialties = { ["Space Medicine"] = { board = "Aerospace" } } }
    local text = letter.text { specialty = "Space Medicine" }
    local own = parser:parse(text)
    local _, _, excerpt = parser:locate(own, "reviewer.boards[1]", text)
    assert.are.equal("Certification(s)/Specialty: Space Medicine", excerpt)
    local _, _, code = imr.locate(own, "reviewer.boards[1]", text)
    assert.are.equal("other-text", code)
  end)

  local missing = {
    { "a value that the letter does not say", document, "ur.action", TEXT, "no-such-value" },
    { "an issue that it has not", document, "issues[3].decision", TEXT, "no-such-value" },
    { "what was given and not read", imr.parse(TEXT, { name = "a" }), "source", TEXT, "no-place" },
    { "a template that is unknown", imr.parse "nothing", "template", "nothing", "no-place" },
    { "the text of another letter", document, "case.number", letter.text { case = "CM13-0000001" }, "other-text" },
    { "a text that is too short", imr.parse(TEXT, { spans = true }), "issues[1].decision", "x", "other-text" },
  }
  for _, row in ipairs(missing) do
    it("gives nil, a message and a code for " .. row[1], function()
      local line, message, code = imr.locate(row[2], row[3], row[4])
      assert.is_nil(line)
      assert.truthy(message:find(row[3], 1, true), message)
      assert.are.equal(row[5], code)
    end)
  end

  local misuses = {
    { "issues[1].decison", 'did you mean "issues[1].decision"?' },
    { "issues[1].requst.quantity", 'did you mean "issues[1].request.quantity"?' },
    { "decison", 'did you mean "issues[1].decision"?' },
    { "issues.decision", 'issues is a list; did you mean "issues[1].decision"?' },
    { "issues[0].decision", 'lists count from 1; did you mean "issues[1].decision"?' },
    { "issues[2].decision[1]", 'decision is no list; did you mean "issues[2].decision"?' },
    { "case[1].number", 'did you mean "case.number"?' },
    { "issues[1]..decision", "unknown path" },
    { "nothing of the kind", "imr.schema()" },
    { "", "unknown path" },
  }
  for _, row in ipairs(misuses) do
    it(("raises for the path %q and names the nearest"):format(row[1]), function()
      local ok, message = pcall(function() imr.locate(document, row[1], TEXT) end)
      assert.is_false(ok)
      assert.truthy(message:find(row[2], 1, true), message)
      assert.truthy(message:find("^spec/locate_spec.lua:%d+: locate: path: "), message)
    end)
  end

  it("raises for arguments of another type, naming them", function()
    for name, call in pairs {
      document = function() imr.locate("x", "summary", TEXT) end,
      path = function() imr.locate(document, 1, TEXT) end,
      text = function() imr.locate(document, "summary") end,
    } do
      local ok, message = pcall(call)
      assert.is_false(ok)
      assert.truthy(message:find("^spec/locate_spec.lua:%d+: locate: " .. name .. ": "), message)
    end
  end)
end)
