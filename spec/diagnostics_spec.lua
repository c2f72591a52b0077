-- Every code has its entry in docs/diagnostics.md or docs/errors.md, with a message that is given; and
-- diagnostics stand on the line of the trouble.

local lfs = require "lfs"
local imr = require "imr"
local codes = require "spec.support.codes"
local golden = require "spec.support.golden"
local letter = require "spec.support.letter"
local process = require "spec.support.process"

---- the documentation -----------------------------------------------------------------------------

-- The entries of a section of a page: code -> text.
local function entries(page, section)
  local text = (process.read(page) .. "\n## "):match("\n## " .. section .. "\n(.-)\n## ")
  local list = {}
  for code, entry in text:gsub("\n### ", "\0"):gmatch "\0`([a-z-]+)`\n([^\0]*)" do
    list[code] = entry
  end
  return list
end

local function sources(folder, pattern)
  local texts = {}
  for name in lfs.dir(folder) do
    if name:find(pattern) then
      texts[#texts + 1] = process.read(folder .. "/" .. name)
    end
  end
  return texts
end

local function take_words(into, text)
  for word in text:gmatch '"([a-z][a-z-]*)"' do
    into[word] = true
  end
end

-- The codes that the core's diagnostics have: words among the arguments of what notes them.
local function noted()
  local list = {}
  for _, text in ipairs(sources("csrc", "%.c$")) do
    for arguments in text:gmatch "imr_note[%a_]*%s*(%b())" do
      take_words(list, arguments)
    end
  end
  return list
end

local OF_ERRORS = {
  'code = ("[a-z-]+")',
  '{E%u+, ("[a-z-]+")',
  'lua_pushliteral%(L, ("[a-z-]+")%);%s+return 3',
}

-- The codes of errors, in the core and in the libraries.
local function failed()
  local list = {}
  for _, text in ipairs(sources("csrc", "%.c$")) do
    for arguments in text:gmatch "imr_reader_refuse%s*(%b())" do
      take_words(list, arguments)
    end
    for _, pattern in ipairs(OF_ERRORS) do
      for word in text:gmatch(pattern) do
        take_words(list, word)
      end
    end
  end
  for _, text in ipairs(sources("lua/imr", "%.lua$")) do
    for words in text:gmatch "return nil,(.-)\n%s*e" do
      take_words(list, words:match ',%s*("[a-z-]+")$' or "")
    end
  end
  return list
end

local function sorted(set)
  local list = {}
  for code in pairs(set) do
    list[#list + 1] = code
  end
  table.sort(list)
  return list
end

local diagnostics = entries("docs/diagnostics.md", "Codes")
local errors, of_core = entries("docs/errors.md", "Codes"), entries("docs/errors.md", "Codes of the C core")

describe("the documentation", function()
  it("has an entry for every diagnostic in the sources, and for no other", function()
    local list = sorted(noted())
    assert.is_true(#list >= 14)
    assert.are.same(list, sorted(diagnostics))
  end)

  it("has an entry for every error code in the sources, and for no other", function()
    local documented = {}
    for _, section in ipairs { errors, of_core } do
      for code in pairs(section) do
        assert.is_nil(documented[code], code)
        documented[code] = true
      end
    end
    local list = sorted(failed())
    assert.is_true(#list >= 12)
    assert.are.same(list, sorted(documented))
  end)

  it("says for each diagnostic what it means, what it reads like and what to do", function()
    for code, entry in pairs(diagnostics) do
      local meaning, example, advice = entry:match "^\n(.-)\n\n> (.-)\n\n(.+)$"
      assert.is_true(meaning and #meaning > 40 and #example > 20 and #advice > 40, code)
    end
  end)
end)

---- the messages ----------------------------------------------------------------------------------

local TWO = { issues = { { treatment = "Walker", rationale = "The request is not medically necessary." }, {} } }
local TEXT = letter.text(TWO)

local function without(words)
  local from, to = TEXT:find(words, 1, true)
  return TEXT:sub(1, from - 1) .. TEXT:sub(to + 1)
end

local MODIFIED = letter.text { issues = { { treatment = "Baclofen 10mg #90 was the original request. Baclofen 10mg #40 "
  .. "was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, "
  .. "Baclofen 10mg #45 is" } } }

describe("the example of", function()
  -- {code, text, options, what stands at the place}
  local given = {
    { "not-a-determination", "Dear Sir or Madam,\n", nil, "Dear Sir" },
    { "second-letter", TEXT .. "\f" .. TEXT, nil, "HOW THE IMR" },
    { "missing-heading", without "CLINICAL CASE SUMMARY", nil, "The expert reviewer developed" },
    { "missing-label", without "MAXIMUS guideline:", nil, "Decision based on MTUS" },
    { "missing-decision", without "Walker: Upheld", nil, "Claims Administrator guideline:" },
    { "empty-rationale", without "The request is not medically necessary.", nil, "Decision rationale:" },
    { "truncated", TEXT:gsub(" medically necessary%.\n$", ""), nil, "" },
    { "impossible-date", (letter.text { case = "CM16-0212345" }:gsub("11/28/2016", "13/45/2016")), nil, "13/45/2016" },
    { "amounts-disagree", MODIFIED, nil, "Baclofen 10mg #45" },
    { "encoding-converted", (TEXT:gsub("Walker", "Walker\xB0", 1)), nil, "\xB0" },
    { "control-characters", (TEXT:gsub("Walker", "Walk\1er", 1)), nil, "\1er" },
    { "too-large", TEXT, { max_bytes = 100 }, TEXT:sub(101, 110) },
    { "too-many-issues", TEXT, { max_issues = 1 }, "MRI of the left knee" },
  }
  for _, row in ipairs(given) do
    it(row[1] .. " is what a letter of that kind has, at the trouble's place", function()
      local document = imr.parse(row[2], row[3])
      local found
      for _, diagnostic in ipairs(document.diagnostics) do
        found = found or diagnostic.code == row[1] and diagnostic
      end
      assert.truthy(found, table.concat(codes(document), " "))
      assert.truthy(diagnostics[row[1]]:find("\n> " .. found.message .. "\n", 1, true), found.message)
      assert.are.equal(row[4], row[2]:sub(found.offset, found.offset + #row[4] - 1))
    end)
  end

  local readable = {
    { "not-found", "letters/none.txt" },
    { "is-a-directory", "spec" },
    { "not-a-file", "/dev/null" },
    { "encrypted", "spec/pdf/broken/password.pdf" },
    { "no-text-layer", "spec/pdf/broken/scan.pdf" },
    { "damaged-pdf", "spec/pdf/broken/truncated.pdf" },
  }
  for _, row in ipairs(readable) do
    it(row[1] .. " is what such a path gives", function()
      local document, message, code = imr.parse_file(row[2])
      assert.is_nil(document)
      assert.are.equal(row[1], code)
      assert.truthy(errors[code]:find(message:sub(#row[2] + 1), 1, true), message)
    end)
  end
end)

describe("a control character of a text in UTF-16", function()
  it("is told at its place", function()
    local encode = require "spec.support.encode"
    local text = TEXT:gsub("Walker", "Walk\1er", 1)
    local document = imr.parse(encode.UTF16LE_MARK .. encode.utf16le(text))
    assert.are.same({ "encoding-converted", "control-characters" }, codes(document))
    local at = text:find("\1", 1, true)
    assert.are.equal(2 * at + 1, document.diagnostics[2].offset)
    assert.are.equal(imr.parse(text).diagnostics[1].line, document.diagnostics[2].line)
  end)
end)

---- letters ---------------------------------------------------------------------------------------

describe("the trouble of a letter", function()
  -- {letter, code, the line it stands on}
  local rows = {
    { "009", "encoding-converted", 17 },
    { "012", "truncated", 96 },
    { "026", "amounts-disagree", 52 },
    { "029", "missing-label", 44 },
    { "030", "empty-rationale", 67 },
    { "031", "second-letter", 35 },
    { "036", "missing-heading", 36 },
    { "047", "impossible-date", 6 },
    { "048", "not-a-determination", 1 },
  }
  for _, row in ipairs(rows) do
    local name, code, line = table.unpack(row)
    it(("is told on its line: %s"):format(name), function()
      local document = imr.parse(golden.text(name))
      assert.are.same({ code }, codes(document))
      assert.are.equal(line, document.diagnostics[1].line)
    end)
  end
end)
