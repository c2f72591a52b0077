-- Letters that are not whole: what could be read is read, and what could not is told, with its place.

local imr = require "imr"
local codes = require "spec.support.codes"
local compare = require "spec.support.compare"
local effort = require "spec.support.effort"
local letter = require "spec.support.letter"

local PLACES = { ["diagnostics.line"] = true, ["diagnostics.column"] = true, ["diagnostics.offset"] = true }
local DIAGNOSTICS = { ["diagnostics"] = true }

local LABELS = { "Claims Administrator guideline:", "MAXIMUS guideline:", "Decision rationale:" }
local PARTS = { "administrator_guideline", "reviewer_guideline", "rationale" }
local HEADINGS = {
  "HOW THE IMR FINAL DETERMINATION WAS MADE",
  "CLINICAL CASE SUMMARY",
  "IMR ISSUES, DECISIONS AND RATIONALES",
}

local TEXT = letter.text {
  case = "CM16-0212345",
  summary = "The injured worker fell from a ladder and has pain of the left knee. Utilization review denied "
    .. "all three items on 09/20/2016.",
  issues = {
    {
      treatment = "MRI of the left knee",
      decision = "Overturned",
      administrator = "Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.",
      reviewer = "The Expert Reviewer did not base their decision on the MTUS. Decision based on Non-MTUS Citation "
        .. "Official Disability Guidelines, Knee & Leg, MRI.",
      rationale = "Locking was seen twice. The scan is medically necessary.",
    },
    {
      treatment = "Hinged brace for the left knee",
      administrator = "The Claims Administrator did not cite any medical evidence for its decision.",
      reviewer = "Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care.",
      rationale = "The knee is stable.\nNothing is gained by a brace. It is not medically necessary.",
    },
    {
      treatment = "Physical therapy, 12 visits",
      administrator = "Decision based on MTUS Chronic Pain Medical Treatment 2009.",
      reviewer = "The Expert Reviewer did not cite any medical evidence for its decision.",
      rationale = "Twenty visits brought no gain. More of them are not medically necessary.",
    },
  },
}
local WHOLE = imr.parse(TEXT)

-- What is read from a part of an issue goes with it.
local FROM = { rationale = { "conclusion", "consistent" }, decision = { "consistent" } }

-- The whole letter's document, but for a part of an issue.
local function whole_without(number, part)
  local document = imr.parse(TEXT)
  document.issues[number][part] = nil
  for _, key in ipairs(FROM[part] or {}) do
    document.issues[number][key] = nil
  end
  return document
end

-- The text without the `count`-th occurrence of `words`, or with others instead; and its place.
local function without(text, words, count, instead)
  local at, stop = 0, 0
  for _ = 1, count or 1 do
    at, stop = text:find(words, stop + 1, true)
  end
  return text:sub(1, at - 1) .. (instead or "") .. text:sub(stop + 1), at
end

-- The stretch of the text from the heading of an issue to that of the next, where at the latest it
-- shows that something is missing.
local function stretch(text, number)
  local from = text:find(WHOLE.issues[number].heading, 1, true)
  local next_issue = WHOLE.issues[number + 1]
  return from, next_issue and text:find(next_issue.heading, 1, true) or #text + 1
end

local function assert_within(text, diagnostic, number)
  local from, stop = stretch(text, number)
  assert.is_true(diagnostic.offset >= from and diagnostic.offset <= stop, diagnostic.offset)
end

it("a letter that is whole has no diagnostics", function()
  assert.are.same({}, WHOLE.diagnostics)
  assert.are.equal(3, #WHOLE.issues)
end)

describe("a label that is missing", function()
  for number = 1, 3 do
    for i, label in ipairs(LABELS) do
      it(("is told, and what stood behind it is found: %s of issue %d"):format(label, number), function()
        local text = without(TEXT, label, number)
        local document = imr.parse(text)
        assert.are.same({ "missing-label" }, codes(document))
        assert.truthy(document.diagnostics[1].message:find(label, 1, true))
        assert_within(text, document.diagnostics[1], number)
        assert.are.equal("", compare.differences(WHOLE, document, DIAGNOSTICS))
      end)

      it(("is told where nothing stands behind it either: %s of issue %d"):format(label, number), function()
        local from = select(2, without(TEXT, label, number))
        local stop = TEXT:find("\n\n", from, true) or #TEXT
        local text = TEXT:sub(1, from - 1) .. TEXT:sub(stop + 2)
        local document = imr.parse(text)
        local last = number == 3 and label == LABELS[3]
        assert.are.same({ last and "truncated" or "missing-label" }, codes(document))
        assert_within(text, document.diagnostics[1], number)
        assert.is_nil(document.issues[number][PARTS[i]])
        assert.are.equal("", compare.differences(whole_without(number, PARTS[i]), document, DIAGNOSTICS))
      end)
    end
  end

  it("is told for each", function()
    local text = without(TEXT, LABELS[1], 1)
    text = without(text, LABELS[2], 2)
    text = without(text, LABELS[3], 3)
    local document = imr.parse(text)
    assert.are.same({ "missing-label", "missing-label", "missing-label" }, codes(document))
    assert.are.equal("", compare.differences(WHOLE, document, DIAGNOSTICS))
  end)

  local spellings = {
    { "in capitals", string.upper },
    { "in small letters", string.lower },
    { "with a blank before its colon", function(label) return (label:gsub(":", " :")) end },
    { "broken over two lines", function(label) return (label:gsub(" ", "\n", 1)) end },
    { "broken over two pages", function(label) return (label:gsub(" ", "\n\n\n\n\f", 1)) end },
    { "with wide blanks", function(label) return (label:gsub(" ", "   ")) end },
    { "alone on its line", function(label) return label .. "\n" end },
    { "alone on its line before a blank line", function(label) return label .. "\n\n" end },
  }
  for _, row in ipairs(spellings) do
    it("is none that is written otherwise: " .. row[1], function()
      local text = TEXT
      for _, label in ipairs(LABELS) do
        text = text:gsub(label:gsub("%p", "%%%0"), (row[2](label):gsub("%%", "%%%%")))
      end
      local document = imr.parse(text)
      assert.are.same({}, codes(document))
      assert.are.equal("", compare.differences(WHOLE, document, DIAGNOSTICS))
    end)
  end
end)

describe("a heading of the form that is missing", function()
  for _, heading in ipairs { HEADINGS[2], HEADINGS[3] } do
    it("is told, and its part found by the sentence that opens it: " .. heading, function()
      local text, at = without(TEXT, heading)
      local document = imr.parse(text)
      assert.are.same({ "missing-heading" }, codes(document))
      assert.truthy(document.diagnostics[1].message:find(heading, 1, true))
      assert.is_true(math.abs(document.diagnostics[1].offset - at) <= 2)
      assert.are.equal("", compare.differences(WHOLE, document, DIAGNOSTICS))
    end)
  end

  it("is told, and takes nothing else with it: " .. HEADINGS[1], function()
    local document = imr.parse((without(TEXT, HEADINGS[1])))
    assert.are.same({ "missing-heading" }, codes(document))
    assert.truthy(document.diagnostics[1].message:find(HEADINGS[1], 1, true))
    assert.are.equal("final-determination", document.template)
    assert.are.same(WHOLE.case, document.case)
    assert.are.equal(WHOLE.summary, document.summary)
    assert.are.same(WHOLE.issues, document.issues)
  end)

  it("is told where its opening sentence is missing too: " .. HEADINGS[2], function()
    local from = TEXT:find(HEADINGS[2], 1, true)
    local stop = select(2, TEXT:find("medical records:\n", 1, true))
    local document = imr.parse(TEXT:sub(1, from - 1) .. TEXT:sub(stop + 1))
    assert.are.same({ "missing-heading" }, codes(document))
    assert.is_nil(document.summary)
    assert.are.same(WHOLE.reviewer.specialties, document.reviewer.specialties)
    assert.are.same(WHOLE.issues, document.issues)
  end)

  it("is told where its opening sentence is missing too: " .. HEADINGS[3], function()
    local from = TEXT:find(HEADINGS[3], 1, true)
    local stop = select(2, TEXT:find("set forth below:\n", 1, true))
    local document = imr.parse(TEXT:sub(1, from - 1) .. TEXT:sub(stop + 1))
    assert.are.same({ "missing-heading" }, codes(document))
    assert.are.equal("", compare.differences(WHOLE, document, DIAGNOSTICS))
  end)

  it("is told where the letter begins with its issues", function()
    local document = imr.parse(TEXT:sub((TEXT:find(HEADINGS[3], 1, true))))
    assert.are.same({ "missing-heading", "missing-heading" }, codes(document))
    assert.are.equal("final-determination", document.template)
    assert.is_nil(document.summary)
    assert.is_nil(document.reviewer)
    assert.are.same(WHOLE.issues, document.issues)
  end)

  it("is told where only the issues are left of the letter", function()
    local document = imr.parse(TEXT:sub((stretch(TEXT, 1))))
    assert.are.same({ "missing-heading", "missing-heading", "missing-heading" }, codes(document))
    assert.are.same(WHOLE.issues, document.issues)
  end)

  for _, heading in ipairs(HEADINGS) do
    it("is none that is written otherwise: " .. heading, function()
      local capitals = heading:gsub("%a+", function(word)
        return word:sub(1, 1) .. word:sub(2):lower()
      end)
      for _, other in ipairs { capitals, (heading:gsub(" ", "\n", 1)), (heading:gsub(" ", "  ")), heading .. ":" } do
        local document = imr.parse((without(TEXT, heading, 1, other)))
        assert.are.same({}, codes(document), other)
        assert.are.equal("", compare.differences(WHOLE, document), other)
      end
    end)
  end
end)

describe("the heading of the issues printed once more, before an issue", function()
  for _, more in ipairs { "", " (continued)", "\n(continued)", " - CONTINUED", ", cont'd" } do
    it(("belongs to none: %q"):format(more), function()
      local heading = WHOLE.issues[2].heading
      local text = without(TEXT, heading .. ": Upheld", 1, HEADINGS[3] .. more .. "\n\n" .. heading .. ": Upheld")
      local document = imr.parse(text)
      assert.are.same({}, codes(document))
      assert.are.equal("", compare.differences(WHOLE, document))
    end)
  end
end)

describe("a decision that is missing", function()
  for number = 1, 3 do
    it("is told, and its issue is there: " .. number, function()
      local heading = WHOLE.issues[number].heading
      local decision = number == 1 and ": Overturned" or ": Upheld"
      local text = without(TEXT, heading .. decision, 1, heading)
      local document = imr.parse(text)
      assert.are.same({ "missing-decision" }, codes(document))
      assert_within(text, document.diagnostics[1], number)
      local rest = whole_without(number, "decision")
      rest.outcome = document.outcome
      assert.are.equal("", compare.differences(rest, document, DIAGNOSTICS))
    end)

    it("is told where all line breaks are lost too: " .. number, function()
      local heading = WHOLE.issues[number].heading
      local decision = number == 1 and ": Overturned" or ": Upheld"
      local document = imr.parse((without(TEXT, heading .. decision, 1, heading):gsub("%s+", " ")))
      assert.are.same({ "missing-decision" }, codes(document))
      assert.are.equal(#WHOLE.issues, #document.issues)
      assert.is_nil(document.issues[number].decision)
    end)
  end

  it("is none where it and the label behind it are misread, and all line breaks lost", function()
    local misread = { ["Claims Administrator guideline:"] = "Clairns Adrninistrator guideline:",
      [": Upheld"] = ": UpheId" }
    local text = TEXT:gsub("%s+", " ")
    for right, wrong in pairs(misread) do
      text = text:gsub(right, wrong)
    end
    local document = imr.parse(text)
    assert.are.same({}, codes(document))
    for i, issue in ipairs(WHOLE.issues) do
      assert.are.equal(issue.decision, document.issues[i].decision)
      assert.are.equal(issue.heading, document.issues[i].heading)
    end
  end)

  -- { what is lost beside the decision, what the labels are made of, the codes }
  local more = {
    { "the administrator's label", LABELS[1], "", { "missing-label", "missing-decision" } },
    { "the reviewer's label", LABELS[2], "", { "missing-decision", "missing-label" } },
    { "the label of the rationale", LABELS[3], "", { "missing-decision", "missing-label" } },
    { "the line break before the labels", "\n\n" .. LABELS[1], "   " .. LABELS[1],
      { "missing-label", "missing-decision" } },
  }
  for _, row in ipairs(more) do
    it("is told where its issue lost more: " .. row[1], function()
      local heading = WHOLE.issues[2].heading
      local text, at = without(TEXT, heading .. ": Upheld", 1, heading)
      local from, to = text:find(row[2], at, true)
      text = text:sub(1, from - 1) .. row[3] .. text:sub(to + 1)
      local document = imr.parse(text)
      assert.are.same(row[4], codes(document))
      local rest = whole_without(2, "decision")
      rest.outcome = document.outcome
      assert.are.equal("", compare.differences(rest, document, DIAGNOSTICS))
    end)
  end

  it("leaves the outcome to the others", function()
    local text = without(TEXT, "MRI of the left knee: Overturned", 1, "MRI of the left knee")
    assert.are.equal("upheld", imr.parse(text).outcome)
  end)
end)

describe("an issue that lost all its labels", function()
  it("is told in the rationale that it stands in", function()
    local text, at = TEXT, TEXT:find(WHOLE.issues[2].heading .. ": Upheld", 1, true)
    for _, label in ipairs(LABELS) do
      local from, to = text:find(label .. "%s*", at)
      text = text:sub(1, from - 1) .. text:sub(to + 1)
    end
    local document = imr.parse(text)
    assert.are.same({ "missing-label" }, codes(document))
    assert.truthy(document.diagnostics[1].message:find("issues[1].rationale", 1, true))
    assert_within(text, document.diagnostics[1], 2)
  end)
end)

describe("a rationale that is empty", function()
  it("is told, and takes nothing of the next issue", function()
    local text = without(TEXT, WHOLE.issues[1].rationale)
    local document = imr.parse(text)
    assert.are.same({ "empty-rationale" }, codes(document))
    assert_within(text, document.diagnostics[1], 1)
    assert.are.equal("", compare.differences(whole_without(1, "rationale"), document, DIAGNOSTICS))
  end)

  it("is a letter cut off where it is the last", function()
    local document = imr.parse((without(TEXT, WHOLE.issues[3].rationale)))
    assert.are.same({ "truncated" }, codes(document))
    assert.is_nil(document.issues[3].rationale)
  end)
end)

describe("a letter that was cut off", function()
  -- Every place to cut, but for those at which the letter might as well end.
  local cuts = {}
  local first_label = TEXT:find(LABELS[3], 1, true)
  for at = TEXT:find(HEADINGS[1], 1, true) + #HEADINGS[1], #TEXT - 1 do
    local text = TEXT:sub(1, at):gsub("%s+$", "")
    local whole = at > first_label and (text:find "[.]$" or text:find "medically necessary$")
    if not whole then
      cuts[#cuts + 1] = at
    end
  end
  cuts = effort.some(cuts, 400)

  it("says so wherever it was cut", function()
    local silent = {}
    for _, at in ipairs(cuts) do
      local document = imr.parse(TEXT:sub(1, at))
      local told = false
      for _, diagnostic in ipairs(document.diagnostics) do
        told = told or diagnostic.code == "truncated"
      end
      if not told then
        silent[#silent + 1] = ("%q"):format(TEXT:sub(at - 40, at))
      end
    end
    assert.are.same({}, { table.unpack(silent, 1, 5) }, #silent .. " cuts that are not told of")
  end)

  it("keeps what stood before the cut", function()
    for _, at in ipairs(cuts) do
      local document = imr.parse(TEXT:sub(1, at))
      for i = 1, #document.issues - 1 do
        assert.are.same(WHOLE.issues[i], document.issues[i], at)
      end
      local last = document.issues[#document.issues]
      for _, key in ipairs { "heading", "treatment", "decision" } do
        assert.are.equal(last and WHOLE.issues[#document.issues][key], last and last[key], at)
      end
      if #document.issues > 0 then
        assert.are.equal(WHOLE.summary, document.summary)
        assert.are.same(WHOLE.reviewer, document.reviewer)
      end
      assert.are.same(WHOLE.case, document.case)
    end
  end)

  it("has the place of that at its end, or at the label that stands there", function()
    for _, at in ipairs(cuts) do
      local text = TEXT:sub(1, at)
      local label = text:find "Decision rationale:%s*$"
      for _, diagnostic in ipairs(imr.parse(text).diagnostics) do
        if diagnostic.code == "truncated" then
          assert.is_true(diagnostic.offset >= (label or text:find "%s*$"), at)
          assert.is_true(diagnostic.offset <= at + 1, at)
        end
      end
    end
  end)

  it("is read from its first heading on where its beginning is cut off", function()
    for at = 2, (TEXT:find(HEADINGS[1], 1, true)), effort.thorough and 1 or 50 do
      local document = imr.parse(TEXT:sub(at))
      assert.are.same({}, document.diagnostics)
      assert.are.same(WHOLE.issues, document.issues)
      assert.are.same(WHOLE.reviewer, document.reviewer)
    end
  end)
end)

describe("a letter with more issues than the limit", function()
  for limit = 1, 2 do
    it(("gives %d of them, and says so"):format(limit), function()
      local document = imr.parse(TEXT, { max_issues = limit })
      assert.are.same({ "too-many-issues" }, codes(document))
      assert.are.equal(stretch(TEXT, limit + 1), document.diagnostics[1].offset)
      assert.are.equal(limit, #document.issues)
      for i = 1, limit do
        assert.are.same(WHOLE.issues[i], document.issues[i])
      end
      assert.are.equal(limit == 1 and "overturned" or "partially overturned", document.outcome)
    end)
  end

  it("is none with as many as the limit", function()
    assert.are.equal("", compare.differences(WHOLE, imr.parse(TEXT, { max_issues = 3 })))
  end)
end)

describe("a text with several letters", function()
  local OTHER = letter.text {
    case = "CM16-0999999",
    specialty = "Neurology",
    issues = { { treatment = "Walker" }, { treatment = "Cane" } },
  }
  local BARE = letter.text { specialty = "Dermatology", issues = { { treatment = "Ointment" } } }

  local texts = {
    { "one behind the other", { TEXT, OTHER }, "" },
    { "with a form feed between", { TEXT, OTHER }, "\f" },
    { "with blank lines between", { TEXT, OTHER, TEXT }, "\n\n\n\n" },
    { "of which the second has no header block", { TEXT, BARE, OTHER }, "\n\f" },
    { "none with a header block", { BARE, BARE }, "\n" },
    { "with page numbers between", { TEXT, OTHER }, "\n2 | Page\n\f" },
  }
  for _, row in ipairs(texts) do
    it("gives each as it is alone: " .. row[1], function()
      local all = imr.parse_all(table.concat(row[2], row[3]), { name = "a" })
      assert.are.equal(#row[2], #all)
      for i, text in ipairs(row[2]) do
        local alone = imr.parse(text, { name = i == 1 and "a" or "a#" .. i })
        if i == 1 then
          assert.are.same({ "second-letter" }, codes(all[1]))
          all[1].diagnostics = {}
        end
        assert.are.equal("", compare.differences(alone, all[i], PLACES))
      end
    end)

    it("gives the first alone, and says where the second begins: " .. row[1], function()
      local text = table.concat(row[2], row[3])
      local document = imr.parse(text)
      assert.are.same({ "second-letter" }, codes(document))
      local from = #row[2][1] + #row[3] + 1
      assert.are.equal(text:find("%S", from), document.diagnostics[1].offset)
      assert.are.equal("", compare.differences(imr.parse(row[2][1]), document, DIAGNOSTICS))
    end)
  end

  it("has the diagnostics of each letter in its own document, with places in the whole text", function()
    local cut = without(OTHER, LABELS[2])
    local text = TEXT .. "\f" .. cut
    local all = imr.parse_all(text)
    assert.are.same({ "missing-label" }, codes(all[2]))
    local alone = imr.parse(cut).diagnostics[1]
    assert.are.equal(alone.offset + #TEXT + 1, all[2].diagnostics[1].offset)
    assert.are.equal("missing-label", alone.code)
  end)
end)

describe("what is no determination", function()
  local texts = {
    { "nothing", "" },
    { "white space", " \n\t\f\n" },
    { "a letter of another kind", "Dear Sir or Madam,\n\nthe request is medically necessary: Overturned.\n" },
    { "a mention of the form", "A final determination has the heading Clinical Case Summary, among others.\n" },
    { "zero bytes", ("\0"):rep(1000), { "control-characters", "not-a-determination" } },
    { "bytes of all kinds", (function()
      local bytes = {}
      for i = 0, 255 do
        bytes[#bytes + 1] = string.char(i, (i * 7) % 256)
      end
      return table.concat(bytes)
    end)(), { "control-characters", "encoding-converted", "not-a-determination" } },
    { "a lone label", "Decision rationale: it is so.\n" },
  }
  for _, row in ipairs(texts) do
    it("is unknown: " .. row[1], function()
      local document = imr.parse(row[2])
      assert.are.equal("unknown", document.template)
      assert.are.same({}, document.issues)
      local list = codes(document)
      table.sort(list)
      assert.are.same(row[3] or { "not-a-determination" }, list)
      assert.is_nil(document.summary or document.reviewer or document.case or document.outcome or document.dialect)
    end)
  end

  -- The letter in files of other kinds; a word of what is said of them.
  local HTML = "<html><head><title>IMR</title></head><body><pre>" .. TEXT .. "</pre></body></html>"
  local RTF = "{\\rtf1\\ansi{\\fonttbl\\f0\\fswiss Helvetica;}\\f0\\pard\n" .. TEXT:gsub("\n", "\\par\n") .. "}"
  local kinds = {
    { "HTML", HTML, "HTML" },
    { "HTML with a doctype", "\n<!DOCTYPE html>\n" .. HTML, "HTML" },
    { "HTML behind a byte order mark", "\u{FEFF}" .. HTML, "HTML" },
    { "HTML in capitals", "<HTML>" .. TEXT, "HTML" },
    { "a piece of HTML", "<p class=\"c\">" .. TEXT:gsub("\n\n", "</p>\n<p>") .. "</p>", "HTML" },
    { "XHTML", "<?xml version=\"1.0\"?>\n" .. HTML, "HTML" },
    { "HTML behind a comment", "<!-- saved from a page -->" .. HTML, "HTML" },
    { "RTF", RTF, "RTF" },
    { "nothing", "", "is empty" },
    { "white space", "\u{FEFF} \r\n\t\f\n", "is empty" },
    { "a picture", "\x89PNG\r\n\x1A\n\0\0\0\rIHDR", "picture (PNG)" },
    { "a photograph", "\xFF\xD8\xFF\xE0\0\x10JFIF\0", "picture (JPEG)" },
    { "a scan", "II*\0\8\0\0\0", "picture (TIFF)" },
    { "a scan in the other byte order", "MM\0*\0\0\0\8", "picture (TIFF)" },
    { "the path of a text", "examples/letters/085.txt", "imr.parse_file reads a file" },
    { "the path of a PDF, with a blank", "My letters 2016.PDF\n", "imr.parse_file reads a file" },
    { "the path of a folder", "examples/letters", "imr.open a folder" },
    { "lines of JSON", '{"id":"a.pdf","text":"' .. TEXT:gsub("\n", "\\n") .. '"}\n', "JSON" },
    { "a word processor's archive", "PK\3\4\20\0\6\0" .. TEXT, "ZIP" },
    { "an older word processor's file", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" .. TEXT, ".doc" },
    { "the bytes of a PDF", "%PDF-1.4\n" .. TEXT, "PDF" },
    { "compressed bytes", "PK\3\4\20\0\6\0\1\2\200\255\0\7", "ZIP" },
  }
  for _, row in ipairs(kinds) do
    it("is told what it is instead, and what to do: " .. row[1], function()
      local document = imr.parse(row[2])
      assert.are.equal("unknown", document.template)
      assert.are.same({}, document.issues)
      assert.are.same({ "not-a-determination" }, codes(document))
      local told = document.diagnostics[1].message
      assert.truthy(told:find(row[3], 1, true), told)
    end)
  end

  it("is no path where it is a sentence, an address or long", function()
    for _, text in ipairs { "Upheld and/or overturned.", "https://example.org/letters", "letters/" .. ("a"):rep(300),
      "a/1.txt\nb/2.txt" } do
      local found = imr.parse(text).diagnostics
      assert.are.equal("not-a-determination", found[1].code)
      assert.is_nil(found[1].message:find "path", text)
    end
  end)

  it("is not a letter that begins with a word in brackets", function()
    for _, word in ipairs { "<redacted>", "<name>", "< 5 pages >", "<", "<<", "<pa>" } do
      local document = imr.parse(word .. "\n" .. TEXT)
      assert.are.equal("final-determination", document.template, word)
      assert.are.same(WHOLE.issues, document.issues)
    end
  end)

  it("is unknown where a letter is read only so far", function()
    local document = imr.parse(TEXT, { max_bytes = 100 })
    assert.are.equal("unknown", document.template)
    assert.are.same({ "not-a-determination", "too-large" }, codes(document))
  end)
end)
