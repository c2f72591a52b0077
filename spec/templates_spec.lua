-- The forms of 2013: one table of all, whatever of their wording and layout differs.

local imr = require "imr"
local codes = require "spec.support.codes"
local compare = require "spec.support.compare"
local effort = require "spec.support.effort"
local final = require "spec.support.letter"
local letter = require "spec.support.letter_2013"

local FORMS = { "numbered", "notice", "professional" }
local TEMPLATES = { numbered = "numbered-decision", notice = "notice", professional = "professional-review" }
local TEXT, WHOLE = {}, {}
for _, form in ipairs(FORMS) do
  TEXT[form] = letter[form]()
  WHOLE[form] = imr.parse(TEXT[form])
end

-- Texts as the parser gives them: lines rejoined.
local function joined(text)
  return (text:gsub("%s+", " "))
end

-- What depends on a reviewer's name in the statements.
local function of_form(form, text)
  return joined(form == "notice" and text:gsub("The Physician Reviewer ", "The Expert Reviewer ") or text)
end

-- The first occurrence of `words` replaced.
local function instead(text, words, other)
  local at, stop = text:find(words, 1, true)
  assert(at, words)
  return text:sub(1, at - 1) .. other .. text:sub(stop + 1), at
end

local function all_instead(text, words, other)
  local pattern = words:gsub("%p", "%%%0")
  local replaced, n = text:gsub(pattern, (other:gsub("%%", "%%%%")))
  assert(n > 0, words)
  return replaced
end

local IGNORED = { ["diagnostics"] = true }

describe("a letter that is whole", function()
  for _, form in ipairs(FORMS) do
    local issues = form == "professional" and { letter.ISSUES[1] } or letter.ISSUES

    it("has its template, its dialect and no diagnostics: " .. form, function()
      assert.are.same({}, WHOLE[form].diagnostics)
      assert.are.equal(TEMPLATES[form], WHOLE[form].template)
      assert.are.equal("2013", WHOLE[form].dialect)
    end)

    it("has all that the form carries: " .. form, function()
      local d = WHOLE[form]
      assert.are.equal(joined(letter.SUMMARY), d.summary)
      assert.are.same(letter.DOCUMENTS, d.documents)
      assert.are.same({ "Pain Medicine" }, d.reviewer.specialties)
      assert.are.same({ "Nevada" }, d.reviewer.licensure)
      assert.are.equal("2011-06-09", d.case.date_of_injury)
      assert.are.equal("2013-08-29", d.case.ur_denial_date)
      assert.are.equal("2013-12-18", d.case.decision_date)
      assert.are.equal(form == "professional" and "IMR 13-000038" or "CM13-0027714", d.case.number)
      assert.are.equal(form ~= "professional" and "2013-09-16" or nil, d.case.application_received)
      assert.are.equal(form == "numbered" and "standard" or nil, d.case.priority)
      assert.are.same({ age = 42, sex = "male" }, d.worker)
      assert.are.same({ date = "2013-08-29", action = "denied" }, d.ur)
      assert.are.equal(form == "professional" and "upheld" or "partially overturned", d.outcome)
    end)

    it("has each item once, with its decision, statements and rationale: " .. form, function()
      assert.are.equal(#issues, #WHOLE[form].issues)
      for n, want in ipairs(issues) do
        local got = WHOLE[form].issues[n]
        assert.are.equal(n, got.number)
        assert.are.equal(want.item, got.heading)
        assert.are.equal(want.item, got.treatment)
        assert.are.equal(want.decision, got.decision)
        assert.are.equal(joined(want.rationale), got.rationale)
        assert.is_true(got.consistent)
        if form == "professional" then
          assert.is_nil(got.administrator_guideline)
          assert.are.equal(letter.GUIDELINE, got.reviewer_guideline.text)
          assert.is_true(got.reviewer_guideline.mtus)
        else
          assert.are.equal(joined(want.administrator), got.administrator_guideline.text)
          assert.are.equal(of_form(form, want.reviewer), got.reviewer_guideline.text)
        end
      end
    end)
  end

  it("tells what either side based its decision on", function()
    for _, form in ipairs { "numbered", "notice" } do
      local issues = WHOLE[form].issues
      assert.is_true(issues[1].administrator_guideline.mtus)
      assert.is_false(issues[1].reviewer_guideline.mtus)
      assert.is_false(issues[2].administrator_guideline.cited)
      assert.is_nil(issues[2].administrator_guideline.mtus)
      assert.is_true(issues[3].reviewer_guideline.mtus)
      assert.are.equal("ODG", issues[1].reviewer_guideline.citations[1].authority)
      assert.are.same({ { 67, 68 } }, issues[2].reviewer_guideline.citations[1].pages)
    end
  end)
end)

-- ---- wordings ----------------------------------------------------------------------------------

local WORDINGS = {
  { "is", "is not medically necessary and appropriate", "is medically necessary and appropriate" },
  { "was", "was not medically necessary and appropriate", "was medically necessary and appropriate" },
  { "are", "are not medically necessary and appropriate", "are medically necessary and appropriate" },
  { "were", "were not medically necessary and appropriate", "were medically necessary and appropriate" },
  { "without appropriate", "is not medically necessary", "is medically necessary" },
  { "capitals", "IS NOT MEDICALLY NECESSARY AND APPROPRIATE", "IS MEDICALLY NECESSARY AND APPROPRIATE" },
  { "a lost blank", "is notmedically necessary and appropriate", "ismedically necessary and appropriate" },
  { "a hyphen", "is not-medically necessary and appropriate", "is medically necessary and appropriate" },
  { "or appropriate", "is not medically necessary or appropriate", "is medically necessary or appropriate" },
  { "over lines", "is not\nmedically necessary\nand appropriate", "is\nmedically\nnecessary and appropriate" },
  { "over pages", "is not\n\n\n\f\nmedically necessary and appropriate", "is\f\nmedically necessary and appropriate" },
  { "found to be", "is not found to be medically necessary", "is found to be medically necessary" },
  { "both words", "is/was not medically necessary", "is/was medically necessary" },
  { "misspelt", "is not medically neccessary and appropriate", "is medically necesary and appropriate" },
}

describe("a decision", function()
  for _, row in ipairs(WORDINGS) do
    for _, form in ipairs(FORMS) do
      it(("is read as it is worded: %s, %s"):format(row[1], form), function()
        for _, fate in ipairs { "upheld", "overturned" } do
          local wording = { upheld = row[2], overturned = row[3] }
          local issues = { setmetatable({ decision = fate }, { __index = letter.ISSUES[1] }), letter.ISSUES[2] }
          for key, value in pairs(letter.ISSUES[1]) do
            issues[1][key] = issues[1][key] or value
          end
          local document = imr.parse(letter[form] { issues = issues, wording = wording })
          assert.are.equal(fate, document.issues[1].decision)
          assert.are.equal(letter.ISSUES[1].item, document.issues[1].treatment)
          assert.are.equal(joined(letter.ISSUES[1].rationale), document.issues[1].rationale)
          assert.are.same({}, codes(document))
        end
      end)
    end
  end

  for _, wording in ipairs {
    "is partially medically necessary and appropriate",
    "is medically necessary and appropriate in part",
    "is in part medically necessary and appropriate",
    "are partly medically necessary",
  } do
    it("may be partial: " .. wording, function()
      for _, form in ipairs(FORMS) do
        local issue = {}
        for key, value in pairs(letter.ISSUES[1]) do
          issue[key] = value
        end
        issue.decision = "partially overturned"
        local document = imr.parse(letter[form] {
          issues = { issue },
          wording = { ["partially overturned"] = wording },
        })
        assert.are.equal("partially overturned", document.issues[1].decision, form)
        assert.are.equal(issue.item, document.issues[1].treatment)
        assert.is_nil(document.issues[1].consistent)
      end
    end)
  end
end)

describe("an item decided in the next form's words", function()
  for words, decision in pairs { Upheld = "upheld", Overturned = "overturned" } do
    it("has that decision, and not its word: " .. words, function()
      local text = instead(TEXT.numbered, "left knee is not medically necessary and appropriate.",
        "left knee: " .. words)
      local document = imr.parse(text)
      assert.are.same({}, codes(document))
      assert.are.equal(decision, document.issues[1].decision)
      assert.are.equal(letter.ISSUES[1].item, document.issues[1].treatment)
      assert.are.equal(#letter.ISSUES, #document.issues)
    end)
  end
end)

describe("\"Chronic Pain guideline\" in a form of 2013", function()
  it("is not the guideline adopted in 2017", function()
    local text = instead(TEXT.notice, "ACOEM Guidelines, Chapter 13.", "Chronic Pain guideline, pages 118-120.")
    local citation = imr.parse(text).issues[3].administrator_guideline.citations[1]
    assert.are.equal("MTUS", citation.authority)
    assert.are.equal("Chronic Pain guideline", citation.title)
    assert.is_nil(citation.id)
  end)
end)

describe("the date of the utilization review", function()
  local words = "Date of UR Decision:   8/29/2013"
  local undated = instead(TEXT.notice, "denied the requests on 08/29/2013", "denied the requests")
  local impossible = instead(undated, words, "Date of UR Decision:   2/31/2013")

  it("is that of the opening sentence where the header block's is impossible", function()
    local document = imr.parse(impossible)
    assert.are.equal("2013-08-29", document.ur.date)
    assert.are.same({ "impossible-date" }, codes(document))
    assert.is_nil(document.case.ur_denial_date)
  end)

  it("is that of the opening sentence where the header block has none", function()
    assert.are.equal("2013-08-29", imr.parse((instead(undated, words, ""))).ur.date)
  end)

  it("is that of the header block where both have one", function()
    local text = instead(undated, words, "Date of UR Decision:   8/28/2013")
    assert.are.equal("2013-08-28", imr.parse(text).ur.date)
  end)
end)

-- What may be worded otherwise in a letter without a change of its document.
local SAME = {
  { "numbered", "a parenthesis behind the number", { { "\n1. Tw", "\n1) Tw" }, { "\n2. Na", "\n2) Na" } } },
  { "numbered", "no blank behind the number", { { "\n2. Na", "\n2.Na" }, { "\n3. Hi", "\n3.Hi" } } },
  { "numbered", "the request for", { { "1. Twelve", "1. The request for Twelve" } } },
  { "numbered", "a curly apostrophe", { { "Reviewer's decision", "Reviewer’s decision" } } },
  { "numbered", "the expert reviewer's rationale", { { "Physician Reviewer's", "Expert Reviewer's" } } },
  { "numbered", "the professional reviewer's rationale", { { "Physician Reviewer's", "Professional Reviewer's" } } },
  { "numbered", "a heading in the singular", { { "DECISION(S) AND RATIONALE(S)", "DECISION AND RATIONALE" } } },
  { "numbered", "a heading in the plural", { { "DECISION(S) AND RATIONALE(S)", "DECISIONS AND RATIONALES" } } },
  { "numbered", "the expert reviewer's summary", {
    { "The physician reviewer developed", "The expert reviewer developed" },
  } },
  { "numbered", "no cover letter", { { "DEAR  ,", "" }, { "Sincerely,\n\nMedical Director", "" } } },
  { "numbered", "no letterhead", { { "MAXIMUS FEDERAL SERVICES, INC.\n", "" } } },
  { "notice", "the physician reviewer's qualifications", {
    { "Qualifications of the Expert", "Qualifications of the Physician" },
  } },
  { "notice", "her decision", { { "Make His/Her Decision", "Make Her Decision" } } },
  { "notice", "his or her decision", { { "Make His/Her Decision", "make his or her decision:" } } },
  { "notice", "a section of the schedule", {
    { "Medical Treatment Guideline(s) Relied", "Section of the Medical Treatment Utilization Schedule Relied" },
  } },
  { "notice", "guidelines", {
    { "Guideline(s) Relied Upon by the Expert", "Guidelines Relied Upon by the Physician" },
  } },
  { "notice", "guidelines with an article", {
    { "Medical Treatment Guideline(s) Relied", "The Medical Treatment Guidelines Relied" },
  } },
  { "notice", "the guideline with an article", {
    { "Medical Treatment Guideline(s) Relied", "The Medical Treatment Guideline(s) relied" },
  } },
  { "notice", "no title", { { "Notice of Independent Medical Review Determination", "" } } },
  { "notice", "no list before the reasons' heading", { { "1) MAXIMUS", "DEAR ,\n1) MAXIMUS" } } },
  { "notice", "a full stop behind the number", { { "\n1) ", "\n1. " }, { "\n2) ", "\n2. " } } },
  { "notice", "a stray blank before the colon", { { "left knee:\n\nMedical", "left knee :\n\nMedical" } } },
  { "notice", "nothing behind the last issue but a greeting", {
    { "Effect of the Decision:\nThe determination of MAXIMUS Federal Services and its physician reviewer is "
      .. "binding on all parties.\n", "" },
  } },
  { "notice", "the expert reviewer's summary", { { "\nCase Summary:", "\nExpert Reviewer Case Summary:" } } },
  { "notice", "a summary of the expert reviewer's", {
    { "\nCase Summary:", "\nExpert Reviewer Case Summary:" },
    { "Disclaimer: The following case summary was taken directly from the utilization review\n"
      .. "denial/modification dated August 29, 2013.", "The expert reviewer developed the following clinical case "
      .. "summary based on a review of the\ncase file, including all medical records:" },
  } },
  { "notice", "a summary of the physician reviewer's", {
    { "Disclaimer: The following case summary was taken directly from the utilization review\n"
      .. "denial/modification dated August 29, 2013.", "The physician reviewer developed the following clinical case "
      .. "summary based on a review of the\ncase file:" },
  } },
  { "notice", "a disclaimer with a colon", { { "August 29, 2013.", "August 29, 2013:" } } },
  { "notice", "a disclaimer with a date in figures", { { "August 29, 2013.", "8/29/2013." } } },
  { "notice", "documents before the summary", {} , function(text)
    local a, b = text:find("Case Summary:", 1, true), text:find("Documents Reviewed", 1, true)
    local c = text:find("\n1) Regarding", 1, true)
    return text:sub(1, a - 1) .. text:sub(b, c) .. "\n" .. text:sub(a, b - 1) .. text:sub(c)
  end },
  { "notice", "a disclaimer without a full stop", {
    { "August 29, 2013.\n\nThe patient", "August 29, 2013\n\n“The patient" },
    { "08/29/2013.\n\nDocuments", "08/29/2013.”\n\nDocuments" },
  }, nil, { summary = true } },
  { "numbered", "the next form's heading", {
    { "IMR DECISION(S) AND RATIONALE(S)", "IMR ISSUES, DECISIONS AND RATIONALES" },
  } },
  { "professional", "services", { { "TREATMENT/SERVICE\nIS", "TREATMENTS / SERVICES\nARE" } } },
  { "professional", "a treatment", { { "TREATMENT/SERVICE\nIS", "TREATMENT WAS" } } },
  { "professional", "the reviewer's qualifications", { { "MEDICAL REVIEWER QUAL", "REVIEWER QUAL" } } },
  { "professional", "issues", { { "ISSUE AT", "ISSUES AT" } } },
  { "professional", "issue(s)", { { "ISSUE AT", "ISSUE(S) AT" } } },
  { "professional", "guidelines", { { "GUIDELINE(S) RELIED", "GUIDELINES RELIED" } } },
  { "professional", "the expert's guidelines", { { "BY PROFESSIONAL\nREVIEWER", "BY THE EXPERT\nREVIEWER" } } },
  { "professional", "no title", { { "MEDICAL PROFESSIONAL REVIEW", "" } } },
}

describe("a letter with another wording", function()
  for _, row in ipairs(SAME) do
    it(("has the same document: %s, %s"):format(row[1], row[2]), function()
      local text = TEXT[row[1]]
      for _, change in ipairs(row[3]) do
        text = all_instead(text, change[1], change[2])
      end
      text = row[4] and row[4](text) or text
      local document = imr.parse(text)
      assert.are.same({}, codes(document))
      assert.are.equal("", compare.differences(WHOLE[row[1]], document, row[5]))
      assert.are.equal(row[5] and "“" .. WHOLE[row[1]].summary .. "”" or WHOLE[row[1]].summary, document.summary)
    end)
  end
end)

-- ---- headings ----------------------------------------------------------------------------------

local HEADINGS = {
  numbered = { "HOW THE IMR FINAL DETERMINATION WAS MADE", "DOCUMENTS REVIEWED", "CLINICAL CASE SUMMARY",
    "IMR DECISION(S) AND RATIONALE(S)", "The Physician Reviewer's decision rationale:" },
  notice = { "INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE", "Medical Qualifications of the Expert Reviewer:",
    "Case Summary:", "Documents Reviewed for Determination:",
    "Medical Treatment Guideline(s) Relied Upon by the Expert Reviewer to Make His/Her Decision",
    "Rationale for the Decision:" },
  professional = { "ISSUE AT DISPUTE:", "CASE SUMMARY:", "DOCUMENTS REVIEWED FOR DETERMINATION:",
    "MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL\nREVIEWER AND WHY:",
    "MEDICAL REVIEWER QUALIFICATIONS:" },
}

local SPELLINGS = {
  { "in capitals", string.upper },
  { "in small letters", string.lower },
  { "with a capital for each word", function(heading)
    return (heading:lower():gsub("%f[%a]%a", string.upper))
  end },
  { "over two lines", function(heading) return (heading:gsub(" ", "\n", 1)) end },
  { "over two pages", function(heading) return (heading:gsub(" ", "\n\n\n\n\f", 1)) end },
  { "with wide blanks", function(heading) return (heading:gsub(" ", "   ")) end },
  { "centred", function(heading) return "                    " .. heading end },
  { "with a blank before the colon", function(heading) return (heading:gsub(":$", " :")) end },
  { "without its colon", function(heading) return (heading:gsub(":$", "")) end },
}

describe("a heading that is written otherwise", function()
  for _, form in ipairs(FORMS) do
    for _, row in ipairs(SPELLINGS) do
      it(("opens its part all the same: %s, %s"):format(form, row[1]), function()
        local changed = TEXT[form]
        for _, heading in ipairs(HEADINGS[form]) do
          changed = all_instead(changed, "\n" .. heading, "\n" .. row[2](heading))
          local one = imr.parse((all_instead(TEXT[form], "\n" .. heading, "\n" .. row[2](heading))))
          assert.are.same({}, codes(one), heading)
          assert.are.equal("", compare.differences(WHOLE[form], one), heading)
        end
        local document = imr.parse(changed)
        assert.are.same({}, codes(document))
        assert.are.equal("", compare.differences(WHOLE[form], document))
      end)
    end
  end
end)

describe("a heading that is missing", function()
  local function check(form, heading, code)
    local pattern = heading:gsub("%p", "%%%0")
    local text, at = instead(TEXT[form], "\n" .. heading, "")
    local document = imr.parse(text)
    assert.are.equal(TEMPLATES[form], document.template)
    assert.is_true(#document.diagnostics > 0)
    local found
    for _, diagnostic in ipairs(document.diagnostics) do
      found = found or (diagnostic.code == code and diagnostic)
    end
    assert.truthy(found, pattern)
    return document, found, at
  end

  for _, form in ipairs(FORMS) do
    for _, heading in ipairs(HEADINGS[form]) do
      local label = heading:find("ecision rationale", 1, true) or heading:find("^Rationale for")
        or heading:find "^M%a+ Treatment" or heading:find "^M%u+ TREATMENT"
      local last = heading == "MEDICAL REVIEWER QUALIFICATIONS:"
      local code = last and "truncated" or label and "missing-label" or "missing-heading"
      it(("is told as %s, and the items stay: %s"):format(code, heading:gsub("\n", " ")), function()
        local document = check(form, heading, code)
        assert.are.equal(#WHOLE[form].issues, #document.issues)
        for n, want in ipairs(WHOLE[form].issues) do
          assert.are.equal(want.decision, document.issues[n].decision)
          if heading ~= "ISSUE AT DISPUTE:" or document.issues[n].treatment then
            assert.are.equal(want.treatment, document.issues[n].treatment)
          end
          if not last and not label then
            assert.are.equal(want.rationale, document.issues[n].rationale)
          end
        end
        assert.are.same(WHOLE[form].case, document.case)
      end)
    end
  end

  it("is found by the sentence that opens its part", function()
    for _, row in ipairs {
      { "numbered", "CLINICAL CASE SUMMARY" }, { "numbered", "DOCUMENTS REVIEWED" },
      { "numbered", "IMR DECISION(S) AND RATIONALE(S)" }, { "notice", "Case Summary:" },
      { "notice", "Documents Reviewed for Determination:" },
      { "notice", "INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE" },
    } do
      local document, found, at = check(row[1], row[2], "missing-heading")
      assert.are.same({ "missing-heading" }, codes(document))
      assert.is_true(math.abs(found.offset - at) <= 2)
      assert.truthy(found.message:find(row[2], 1, true))
      assert.are.equal("", compare.differences(WHOLE[row[1]], document, IGNORED))
    end
  end)

  it("is told for each label of each issue, and its text found", function()
    for _, row in ipairs { { "numbered", HEADINGS.numbered[5] }, { "notice", HEADINGS.notice[6] } } do
      for n = 1, 2 do
        local text = TEXT[row[1]]
        local at = 0
        for _ = 1, n do
          at = text:find(row[2], at + 1, true)
        end
        local document = imr.parse(text:sub(1, at - 1) .. text:sub(at + #row[2] + 1))
        assert.are.same({ "missing-label" }, codes(document))
        assert.are.equal("", compare.differences(WHOLE[row[1]], document, IGNORED))
      end
    end
  end)
end)

-- ---- numbers, decisions, statements ------------------------------------------------------------

describe("an item of which something is missing", function()
  for n = 1, 3 do
    it("is found without its number: " .. n, function()
      local document = imr.parse((instead(TEXT.numbered, ("\n%d. %s"):format(n, letter.ISSUES[n].item),
        "\n" .. letter.ISSUES[n].item)))
      assert.are.same({}, codes(document))
      assert.are.equal("", compare.differences(WHOLE.numbered, document))
      document = imr.parse((instead(TEXT.notice, ("\n%d) Regarding"):format(n), "\nRegarding")))
      assert.are.same({}, codes(document))
      assert.are.equal("", compare.differences(WHOLE.notice, document))
    end)

    it("is found without its decision, and that is told: " .. n, function()
      local issue = letter.ISSUES[n]
      local decision = issue.decision == "upheld" and "is not medically" or "is medically"
      local text, at = instead(TEXT.numbered, ("%s %s necessary and appropriate."):format(issue.item, decision),
        issue.item .. ".")
      local document = imr.parse(text)
      assert.are.same({ "missing-decision" }, codes(document))
      assert.is_true(document.diagnostics[1].offset > at)
      assert.is_nil(document.issues[n].decision)
      for k, want in ipairs(WHOLE.numbered.issues) do
        assert.are.equal(want.rationale, document.issues[k].rationale)
        assert.are.equal(want.treatment, (document.issues[k].treatment:gsub("%.$", "")))
      end
    end)

    it("has a statement missing, which is told: " .. n, function()
      for _, form in ipairs { "numbered", "notice" } do
        for _, side in ipairs { "administrator", "reviewer" } do
          local words = letter.ISSUES[n][side]
          if form == "notice" then
            words = words:gsub("The Physician Reviewer ", "The Expert Reviewer ")
          end
          local document = imr.parse((instead(TEXT[form], words, "")))
          assert.are.same({ "missing-label" }, codes(document))
          assert.is_nil(document.issues[n][side .. "_guideline"])
          local other = side == "reviewer" and "administrator_guideline" or "reviewer_guideline"
          assert.are.same(WHOLE[form].issues[n][other], document.issues[n][other])
          assert.are.equal(WHOLE[form].issues[n].rationale, document.issues[n].rationale)
        end
      end
    end)

    it("has an empty rationale, which is told: " .. n, function()
      for _, form in ipairs { "numbered", "notice" } do
        local document = imr.parse((instead(TEXT[form], letter.ISSUES[n].rationale, "")))
        local cut = form == "numbered" and n == 3
        assert.are.same({ cut and "truncated" or "empty-rationale" }, codes(document))
        assert.is_nil(document.issues[n].rationale)
        assert.are.equal(3, #document.issues)
      end
    end)
  end

  it("may be the only decision of a professional review", function()
    local document = imr.parse((instead(TEXT.professional, "IS NOT MEDICALLY NECESSARY:", "")))
    assert.are.same({ "missing-decision" }, codes(document))
    assert.is_nil(document.outcome)
    assert.are.equal(WHOLE.professional.issues[1].rationale, document.issues[1].rationale)
  end)
end)

describe("a notice's list", function()
  local listed = TEXT.notice:match "\n(1%) MAXIMUS.-)INDEPENDENT"
  local sections = TEXT.notice:match "\n1%) Regarding.*\nEffect"

  it("is enough where it stands once, before or behind its heading", function()
    local at, stop = TEXT.notice:find(listed, 1, true)
    local first = TEXT.notice:sub(1, at - 1) .. TEXT.notice:sub(stop + 1)
    at, stop = TEXT.notice:find(listed, stop + 1, true)
    local second = TEXT.notice:sub(1, at - 1) .. TEXT.notice:sub(stop + 1)
    for _, text in ipairs { first, second } do
      local document = imr.parse(text)
      assert.are.same({}, codes(document))
      assert.are.equal("", compare.differences(WHOLE.notice, document))
    end
  end)

  it("is missed where it is missing, of every item", function()
    local document = imr.parse((all_instead(TEXT.notice, listed, "")))
    assert.are.same({ "missing-decision", "missing-decision", "missing-decision" }, codes(document))
    assert.are.equal(3, #document.issues)
    assert.are.equal(WHOLE.notice.issues[3].rationale, document.issues[3].rationale)
  end)

  it("gives the items of which no reasons follow, in their order", function()
    for n = 1, 3 do
      local from = TEXT.notice:find(("\n%d) Regarding"):format(n), 1, true)
      local stop = TEXT.notice:find(n < 3 and ("\n%d) Regarding"):format(n + 1) or "\nEffect", 1, true)
      local document = imr.parse(TEXT.notice:sub(1, from - 1) .. TEXT.notice:sub(stop))
      assert.are.same({ "missing-heading" }, codes(document))
      assert.are.equal(3, #document.issues)
      for k, want in ipairs(WHOLE.notice.issues) do
        assert.are.equal(want.treatment, document.issues[k].treatment)
        assert.are.equal(want.decision, document.issues[k].decision)
        assert.are.equal(k ~= n and want.rationale or nil, document.issues[k].rationale)
      end
    end
  end)

  it("goes with its items by their words where the numbers differ", function()
    local moved = sections:gsub("\n1%) Reg", "\n9) Reg"):gsub("\n2%) Reg", "\n1) Reg"):gsub("\n9%) Reg", "\n2) Reg")
    local document = imr.parse((instead(TEXT.notice, sections, moved)))
    assert.are.equal("", compare.differences(WHOLE.notice, document))
  end)
end)

-- ---- documents ---------------------------------------------------------------------------------

describe("the documents reviewed", function()
  local D = letter.DOCUMENTS
  local lists = {
    { "with dashes", "- %s\n- %s\n- %s\n" },
    { "with bullets", "• %s\n• %s\n• %s\n" },
    { "with bullets of a symbol font", "\u{F0B7} %s\n\u{F0B7} %s\n\u{F0B7} %s\n" },
    { "with bullets without a blank", "•%s\n•%s\n•%s\n" },
    { "with numbers", "1. %s\n2. %s\n3. %s\n" },
    { "with numbers in parentheses", "(1) %s\n(2) %s\n(3) %s\n" },
    { "with nothing", "%s\n%s\n%s\n" },
    { "with blank lines", "- %s\n\n- %s\n\n- %s\n\n" },
    { "with blank lines and nothing else", "%s\n\n%s\n\n%s\n\n" },
    { "with semicolons", "- %s;\n- %s;\n- %s\n" },
    { "indented", "   • %s\n   • %s\n   • %s\n" },
    { "on two pages", "- %s\n- %s\n\n\n\n\f\n- %s\n" },
    { "on one line", "• %s • %s • %s\n" },
    { "with dashes on one line", "- %s - %s - %s\n" },
    { "with numbers on one line", "1. %s 2. %s 3. %s\n" },
  }
  for _, row in ipairs(lists) do
    it("are a list, one by one: " .. row[1], function()
      for _, form in ipairs(FORMS) do
        local document = imr.parse(letter[form] { documents = row[2]:format(D[1], D[2], D[3]) })
        assert.are.same(D, document.documents, form)
        assert.are.same({}, codes(document))
      end
    end)
  end

  it("may go on in a second line", function()
    local long = "Employee medical records from the claims administrator and from the treating physicians,"
    for _, dash in ipairs { "- ", "• ", "" } do
      local document = imr.parse(letter.numbered {
        documents = dash .. D[1] .. "\n" .. dash .. long .. "\n  2011 to 2013\n" .. dash .. D[3] .. "\n",
      })
      assert.are.same({ D[1], long .. " 2011 to 2013", D[3] }, document.documents, dash)
    end
  end)

  it("are none where the letter lists none", function()
    local document = imr.parse(letter.notice { documents = "\n" })
    assert.is_nil(document.documents)
    assert.are.same({}, codes(document))
  end)

  it("are given by a final determination that lists them", function()
    local text = instead(final.text(), "CLINICAL CASE SUMMARY",
      "DOCUMENTS REVIEWED\n- " .. table.concat(D, "\n- ") .. "\n\nCLINICAL CASE SUMMARY")
    local document = imr.parse(text)
    assert.are.equal("final-determination", document.template)
    assert.are.same(D, document.documents)
    assert.are.equal("", compare.differences(imr.parse(final.text()), document, { documents = true }))
  end)
end)

-- ---- layouts -----------------------------------------------------------------------------------

local LAYOUTS = {
  { "a blank line behind every line", function(text) return (text:gsub("\n", " \n\n")) end },
  { "no blank lines", function(text) return (text:gsub("\n\n+", "\n")) end },
  { "carriage returns", function(text) return (text:gsub("\n", "\r\n")) end },
  { "page breaks everywhere", function(text) return (text:gsub("\n\n", "\n\f\n")) end },
  { "indented lines", function(text) return "   " .. text:gsub("\n", "\n   ") end },
  { "page numbers", function(text) return (text:gsub("\n\n(%u)", "\n\n3 | Page\n\f\n%1", 9)) end },
  { "running titles", function(text)
    return (text:gsub("\n\n(%u)", "\n\nFinal Determination Letter for IMR Case Number CM13-0027714\n\f\n%1"))
  end },
  { "narrow lines", function(text)
    return (text:gsub("([^\n]+)", function(line)
      return line:find "^%s" and line or (line:gsub("(" .. ("[^\n]"):rep(40) .. "[^ ]*) ", "%1\n"))
    end))
  end },
}

describe("a letter that is laid out otherwise", function()
  for _, row in ipairs(LAYOUTS) do
    for _, form in ipairs(FORMS) do
      it(("has the same document: %s, %s"):format(row[1], form), function()
        local document = imr.parse(row[2](TEXT[form]))
        assert.are.same({}, codes(document))
        assert.are.equal("", compare.differences(WHOLE[form], document))
      end)
    end
  end

  for _, form in ipairs(FORMS) do
    it("has the same items where all line breaks are lost: " .. form, function()
      local document = imr.parse((TEXT[form]:gsub("%s*\n%s*", " ")))
      assert.are.equal(TEMPLATES[form], document.template)
      assert.are.same(WHOLE[form].issues, document.issues)
      assert.are.equal(WHOLE[form].summary, document.summary)
      assert.are.same(WHOLE[form].documents, document.documents)
      assert.are.same(WHOLE[form].case, document.case)
      assert.are.same({}, codes(document))
    end)
  end
end)

-- ---- which form it is --------------------------------------------------------------------------

describe("a form", function()
  for _, form in ipairs(FORMS) do
    it("is told by what stands in the text, wherever it begins: " .. form, function()
      for at = 1, TEXT[form]:find(HEADINGS[form][1], 1, true), effort.thorough and 7 or 60 do
        local document = imr.parse(TEXT[form]:sub(at))
        assert.are.equal(TEMPLATES[form], document.template, at)
        assert.are.same(WHOLE[form].issues, document.issues)
      end
      local behind = "To whom it may concern:\nplease find below what we were sent.\n\n" .. TEXT[form]
      assert.are.equal(TEMPLATES[form], imr.parse(behind).template)
    end)

    it("is told of what is left of a letter: " .. form, function()
      local from = TEXT[form]:find("ocuments reviewed", 1, true) or TEXT[form]:find("DOCUMENTS REVIEWED", 1, true)
        or TEXT[form]:find("Documents Reviewed", 1, true)
      local document = imr.parse(TEXT[form]:sub(from))
      assert.are.equal(TEMPLATES[form], document.template)
      assert.are.equal(WHOLE[form].issues[1].rationale, document.issues[1].rationale)
    end)
  end

  local none = {
    { "minutes", "Item 1. The motion was upheld.\n2. Case Summary:\nThe decision was overturned.\n" },
    { "one label", "Rationale for the Decision:\nIt is not medically necessary.\n" },
    { "one sentence of a list", "1) MAXIMUS Federal Services, Inc. has determined the request for X is not "
      .. "medically necessary and appropriate.\n" },
    { "documents alone", "DOCUMENTS REVIEWED\n- the files\n" },
  }
  for _, row in ipairs(none) do
    it("is none: " .. row[1], function()
      local document = imr.parse(row[2])
      assert.are.equal("unknown", document.template)
      assert.are.same({ "not-a-determination" }, codes(document))
    end)
  end
end)

-- ---- cut off -----------------------------------------------------------------------------------

describe("a letter that was cut off", function()
  for _, form in ipairs(FORMS) do
    it("says so, and keeps what stood before the cut: " .. form, function()
      local first = TEXT[form]:find(HEADINGS[form][2], 1, true)
      local closing = TEXT[form]:find("Effect of the Decision", 1, true) or #TEXT[form] + 1
      local cuts = {}
      for at = first + 60, closing - 1 do
        cuts[#cuts + 1] = at
      end
      for _, at in ipairs(effort.some(cuts, 100)) do
        local text = TEXT[form]:sub(1, at):gsub("%s+$", "")
        local document = imr.parse(text)
        assert.are.equal(TEMPLATES[form], document.template, at)
        local last = form == "professional" and HEADINGS.professional[5] or HEADINGS[form][#HEADINGS[form]]
        -- A list's element, and what concludes, may end without a full stop.
        local whole = text:find(last, 1, true)
          and (text:find "[.]$" or text:find "medically necessary[ %a]*$" or text:find "\n%d$")
        if not whole then
          assert.is_true(#document.diagnostics > 0, ("%q"):format(text:sub(-60)))
        end
        for n, issue in ipairs(document.issues) do
          local want = WHOLE[form].issues[n]
          if n < #document.issues and form ~= "notice" then
            assert.are.equal(want.rationale, issue.rationale)
          end
          if issue.decision then
            assert.are.equal(want.decision, issue.decision, at)
          end
        end
      end
    end)
  end
end)

-- ---- several letters ---------------------------------------------------------------------------

describe("a text with letters of several forms", function()
  local texts = { final = final.text { case = "CM16-0999999", issues = { { treatment = "Walker" } } } }
  for _, form in ipairs(FORMS) do
    texts[form] = TEXT[form]
  end
  local PLACES = { ["diagnostics.line"] = true, ["diagnostics.column"] = true, ["diagnostics.offset"] = true }
  local names = { "final", "numbered", "notice", "professional" }
  for _, a in ipairs(names) do
    for _, b in ipairs(names) do
      it(("gives each as it is alone: %s, then %s"):format(a, b), function()
        for _, between in ipairs { "", "\f", "\n\n\n" } do
          local text = texts[a] .. between .. texts[b]
          local all = imr.parse_all(text, { name = "x.txt" })
          assert.are.equal(2, #all)
          assert.are.same({ "second-letter" }, codes(all[1]))
          assert.are.equal(text:find("%S", #texts[a] + #between + 1), all[1].diagnostics[1].offset)
          assert.are.equal("", compare.differences(imr.parse(texts[a], { name = "x.txt" }), all[1], IGNORED))
          assert.are.equal("", compare.differences(imr.parse(texts[b], { name = "x.txt#2" }), all[2], PLACES))
          assert.are.equal("", compare.differences(all[1], imr.parse(text, { name = "x.txt" })))
        end
      end)
    end
  end

  it("gives them all, in their order", function()
    local all = imr.parse_all(table.concat({ TEXT.notice, texts.final, TEXT.professional, TEXT.numbered }, "\n"))
    local templates = {}
    for i, document in ipairs(all) do
      templates[i] = document.template
    end
    assert.are.same({ "notice", "final-determination", "professional-review", "numbered-decision" }, templates)
  end)
end)
