-- Headings, labels and decisions that character recognition misread; and prose that must not be
-- taken for any of them.

local imr = require "imr"
local codes = require "spec.support.codes"
local compare = require "spec.support.compare"
local effort = require "spec.support.effort"
local letter = require "spec.support.letter"

local DIAGNOSTICS = { ["diagnostics"] = true }

local TEXT = letter.text {
  case = "CM16-0212345",
  issues = {
    { treatment = "MRI of the left knee", decision = "Overturned" },
    { treatment = "Hinged brace for the left knee" },
    { treatment = "Physical therapy, 12 visits", decision = "Overturned" },
  },
}
local WHOLE = imr.parse(TEXT)

local function replaced(text, words, instead)
  local at, stop = text:find(words, 1, true)
  assert(at, words)
  return text:sub(1, at - 1) .. instead .. text:sub(stop + 1)
end

-- As the form prints it, and as it was read.
local MARKS = {
  ["HOW THE IMR FINAL DETERMINATION WAS MADE"] = {
    "H0W THE lMR FlNAL DETERMlNATl0N WAS MADE",
    "HOW THE IMR FINAL DETERMINATION WA5 MADE",
    "HOW THE IMR FINAL DETERMINATION WAS MADF.",
    "HOVV THE IMR FINAL DETERMINATION WAS MADE",
    "H OW THE IMRFINAL DETERMI NATION WAS MADE",
    "How the IMR Final Deterrnination Was Made",
    "|HOW THE IMR FINAL DETERMINATION WAS MADE",
  },
  ["CLINICAL CASE SUMMARY"] = {
    "CLlNICAL CASE SUMMARY",
    "CLINlCAL CASE SUMMARY:",
    "CL1N1CAL CASE SUMMARY",
    "CLINICAL CASE SUMMARV",
    "CLINICAL CA5E SUMMARY",
    "CLINICALCASESUMMARY",
    "C L I N I C A L  C A S E  S U M M A R Y",
    "CIINICAI CASE SUMMARY",
    "CLINICAL CASE SUMMAR",
    "CLINICAL  CASF  SUMMARY",
    "Clinical Case Sumrnary",
    "cLINICAL cASE sUMMARY",
  },
  ["IMR ISSUES, DECISIONS AND RATIONALES"] = {
    "lMR lSSUES, DECISlONS AND RATlONALES",
    "IMR ISSUES. DECISIONS AND RATIONALES",
    "IMR ISSUES DECISIONS AND RATIONALES",
    "IMR I5SUE5, DEC1SIONS AND RATIONALES",
    "IMRISSUES,DECISIONSANDRATIONALES",
    "IMR ISSUES, DECISIONS ANO RATIONALES",
  },
  ["Claims Administrator guideline:"] = {
    "Clairns Administrator guideline:",
    "Claims Adrninistrator guideline:",
    "CIaims Administrator guideIine:",
    "Claims Administrator guideline;",
    "Clalms Admlnlstrator guldellne:",
    "ClaimsAdministrator guideline:",
    "Claims Administrator guidelines:",
    "Claims Administrator guideline.",
    "Claims Adminis- trator guideline:",
    "claims administrator guideline:",
  },
  ["MAXIMUS guideline:"] = {
    "MAXlMUS guideline:",
    "MAX1MUS guideline:",
    "MAXIMUS guideIine:",
    "MAXIMUS guldeline :",
    "MAXIMU5 guideline:",
    "MAXIMUS guideline",
    "MAXIMUSguideline:",
    "Maximus Guideline;",
  },
  ["Decision rationale:"] = {
    "Decision rationaIe:",
    "Declsion rationale:",
    "Decision rationa1e:",
    "Decision ratlonale;",
    "Decision rationale",
    "Declslon ratlonale:",
    "Dccision rationalc:",
    "DECISION RATIONALE:",
    "Decislonrationale:",
  },
}

for mark, readings in pairs(MARKS) do
  describe(("%q"):format(mark), function()
    for _, reading in ipairs(readings) do
      it(("is read in %q"):format(reading), function()
        local document = imr.parse(replaced(TEXT, mark, reading))
        assert.are.same({}, codes(document))
        assert.are.equal("", compare.differences(WHOLE, document))
      end)

      it(("is read in %q throughout the letter"):format(reading), function()
        local text = TEXT:gsub(mark:gsub("%p", "%%%0"), (reading:gsub("%%", "%%%%")))
        assert.are.equal("", compare.differences(WHOLE, imr.parse(text)))
      end)
    end

    -- Without line breaks a lost colon, small letters and a heading's own line tell nothing.
    for i = 1, 2 do
      it(("is read in %q where all line breaks are lost"):format(readings[i]), function()
        local text = TEXT:gsub("%s+", " ")
        local document = imr.parse(replaced(text, mark, readings[i]))
        assert.are.equal("", compare.differences(imr.parse(text), document, DIAGNOSTICS))
        assert.are.equal(WHOLE.summary, document.summary)
        assert.are.equal(3, #document.issues)
      end)
    end
  end)
end

describe("a whole issue whose labels are misread alike", function()
  it("is none of the issue before it", function()
    local at = TEXT:find("Hinged brace", 1, true)
    local stop = TEXT:find("Physical therapy", 1, true)
    local issue = TEXT:sub(at, stop - 1)
      :gsub("Claims Administrator g", "Clairns Administrator g")
      :gsub("MAXIMUS g", "MAXlMUS g")
      :gsub("rationale", "rationaIe")
    local document = imr.parse(TEXT:sub(1, at - 1) .. issue .. TEXT:sub(stop))
    assert.are.equal("", compare.differences(WHOLE, document))
  end)
end)

describe("a decision", function()
  local rows = {
    { "Upheld", { "Upheid", "UpheId", "UPHELD", "Uphe1d", "Upbeld", "Uphcld", "Up held", "U p h e l d", "upheld" } },
    { "Overturned", { "0verturned", "Overtumed", "0vertumed", "Overturncd", "Ovcrturned", "Over turned" } },
  }
  for _, row in ipairs(rows) do
    for _, reading in ipairs(row[2]) do
      it(("is %s where it is read as %q"):format(row[1], reading), function()
        local document = imr.parse((TEXT:gsub(": " .. row[1], ": " .. reading)))
        assert.are.same({}, codes(document))
        assert.are.equal("", compare.differences(WHOLE, document))
      end)
    end
  end

  for _, word in ipairs { "Denied", "Uploaded", "Upper", "Returned", "Overtime", "Held", "Over", "Uphill" } do
    it(("is none that is %q"):format(word), function()
      local document = imr.parse(replaced(TEXT, "MRI of the left knee: Overturned", "MRI of the left knee: " .. word))
      assert.are.same({ "missing-decision" }, codes(document))
      assert.is_nil(document.issues[1].decision)
    end)
  end

  it("is none without a colon before it", function()
    local text = replaced(TEXT, "MRI of the left knee: Overturned", "MRI of the left knee overtumed")
    assert.is_nil(imr.parse(text).issues[1].decision)
  end)
end)

-- Labels whose values are read one by one: as printed, and as read.
local LABELS = {
  ["Case Number:"] = { "Case Nurnber:", "Case Nunber;", "CaseNumber:", "Case Number :" },
  ["Date Assigned:"] = { "Date Asslgned:", "Date Assigncd:", "Dale Assigned:" },
  ["Date of Injury:"] = { "Date of lnjury:", "Date 0f Injury:", "Date of Injurv:" },
  ["Decision Date:"] = { "Decislon Date:", "Decision Dale:" },
  ["UR Denial Date:"] = { "UR Denlal Date:", "UR DeniaI Date;" },
  ["Priority:"] = { "Prlority:", "Priorlty:" },
  ["Application Received:"] = { "Application Rcceived:", "AppIication Received:", "Applicatlon Recelved:" },
  ["State(s) of Licensure:"] = { "State(s) of Llcensure:", "State(5) of Licensure:", "Slate(s) of Licensure;" },
  ["Certification(s)/Specialty:"] = {
    "Certlfication(s)/Specialty:",
    "Certification(s)lSpecialty:",
    "Certification(s)/SpeciaIty;",
    "Certificatlon(s) /Speclalty:",
  },
}

for label, readings in pairs(LABELS) do
  describe(("%q"):format(label), function()
    for _, reading in ipairs(readings) do
      it(("is read in %q"):format(reading), function()
        local document = imr.parse(replaced(TEXT, label, reading))
        document.reviewer.statement = WHOLE.reviewer.statement
        assert.are.same({}, codes(document))
        assert.are.equal("", compare.differences(WHOLE, document))
      end)
    end
  end)
end

-- Sentences that speak of what headings and labels name, each on lines of their own.
local PROSE = {
  "The\nclinical case summary does not mention it.",
  "As the\nClinical case summary was written before that, it\ntells little.",
  "The reviewer's\nclinical case summaries\nare short.",
  "There is a\nclinical care summary\nof May.",
  "See the\nclinical case summary: it is short.",
  "All imr issues, decisions and rationales\nwere read.",
  "The\nimr issues, decisions and rationales are many.",
  "It tells\nhow the IMR final determination was made.",
  "The\nMAXIMUS guideline does not speak of it.",
  "A maximum\nguideline dose is meant.",
  "The\nMaximus guidelines allow it.",
  "The\nclaims administrator guideline was not met.",
  "The\nClaims administrator denied it.",
  "What the\nClaims Administrator's guideline says is old.",
  "The\ndecision rationale of the first review was sound.",
  "The\nDecision rationale of May is sound.",
  "Its\ndecision rationally weighs both.",
  "A\ndecision is rational: so was this.",
  "The\nDecisions were rational; so was this.",
  "The reasons of the decision rationale: they are sound.",
  "He wrote: the MAXIMUS guideline: none.",
}

describe("prose that names a heading or a label", function()
  for _, sentence in ipairs(PROSE) do
    local rationale = "No gain was seen. " .. sentence .. " The request is not medically necessary."
    local clean = (rationale:gsub("%s+", " "))

    for _, place in ipairs { "rationale", "summary" } do
      it(("is none, in a letter whose labels are all there: %s, %q"):format(place, sentence), function()
        local document = imr.parse(letter.text {
          summary = place == "summary" and rationale or nil,
          issues = { { rationale = place == "rationale" and rationale or nil }, {} },
        })
        assert.are.same({}, codes(document))
        assert.are.equal(2, #document.issues)
        assert.are.equal(clean, place == "summary" and document.summary or document.issues[1].rationale)
      end)
    end

    -- Each label and heading that is missing makes the letter searched for it.
    for mark in pairs(MARKS) do
      it(("is none, where %q is missing: %q"):format(mark, sentence), function()
        local text = letter.text { issues = { { rationale = rationale }, {} } }
        text = replaced(text, mark, "")
        local document = imr.parse(text)
        assert.are.equal(2, #document.issues)
        assert.are.equal(clean, document.issues[1].rationale)
        assert.are.equal("The injured worker fell from a ladder and has knee pain.", document.summary)
      end)
    end
  end
end)

describe("the search for what is missing", function()
  -- Text that begins as headings and labels do, over and over, and never goes on as they do.
  local hostile = {
    { "lines that begin as headings do", "CLlNICAL CASE SUMNORX\nIMR ISSUES, DECISION5 XND RXT\n" },
    { "lines that begin as labels do", "Clairns Administrator guidance\nMAXlMUS guidance\nDecision rations\n" },
    { "one line of capitals", "HOW THE IMR FINAL CLINICAL CASE IMR ISSUES, DECISIONS " },
    { "one line of labels", "Decision rationaIe: MAXlMUS guideIine: Clairns Administrator guideline; " },
    { "lines of labels", "Decision rationaIe:\nMAXlMUS guideIine:\nClairns Administrator guideline;\n" },
    { "decisions", "MRI: 0verturned\nClairns Administrator guideline: MRI: Upheid\n" },
    { "page numbers in one line", "Page 1 of 60 Page 2 of 60 1 | Page radicul- opathy " },
    { "case numbers", "CM16-0212345\n\f\nIMR Version 3.1\n" },
    { "ligatures", "\u{FB03}\u{FB01}\u{2011}" },
  }
  for _, row in ipairs(hostile) do
    it("takes time in proportion to the text: " .. row[1], function()
      local function time(size)
        local text = TEXT:sub(1, -200) .. row[2]:rep(size // #row[2])
        local best = math.huge
        for _ = 1, 3 do
          local before = os.clock()
          imr.parse(text)
          best = math.min(best, os.clock() - before)
        end
        return best
      end
      local size = effort.thorough and 60000 or 4000
      local once, fourfold = time(size), time(4 * size)
      -- In proportion it is four times, quadratic it would be sixteen times.
      assert.is_true(fourfold < 9 * once + 0.01, ("%.4f s and %.4f s"):format(once, fourfold))
    end)
  end
end)
