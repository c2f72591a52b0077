-- The disputed items: where a heading begins and ends, its decision, what it says of a modified
-- request, what either side based its decision on; and what is said of items that are not whole.

local imr = require "imr"
local codes = require "spec.support.codes"
local effort = require "spec.support.effort"
local letter = require "spec.support.letter"

local FRONT = letter.text { issues = {} }

local UNCITED = "The Claims Administrator did not cite any medical evidence for its decision."
local BASED = "Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies."
local DENIED = "It was not asked for. The request is not medically necessary."

-- The text of an issue whose heading and decision are written so.
local function issue_text(heading, o)
  o = o or {}
  return ("\n%s\n\nClaims Administrator guideline: %s\n\nMAXIMUS guideline: %s\n\nDecision rationale: %s\n"):format(
    heading,
    o.administrator or UNCITED,
    o.reviewer or BASED,
    o.rationale or DENIED
  )
end

local BEFORE, AFTER = issue_text "Cane: Upheld", issue_text "Walker: Overturned"

-- The issue with this heading, between two others, which must be whole.
local function between(heading, o)
  local document = imr.parse(FRONT .. BEFORE .. issue_text(heading, o) .. AFTER)
  assert.are.equal(3, #document.issues)
  assert.are.equal("Cane", document.issues[1].heading)
  assert.are.equal("Walker", document.issues[3].heading)
  assert.are.equal(DENIED, document.issues[1].rationale)
  assert.are.equal(DENIED, document.issues[3].rationale)
  assert.are.same({}, document.diagnostics)
  return document.issues[2]
end

describe("a decision with something around it", function()
  for _, words in ipairs { ": Denial Upheld", " (Upheld)", ": (Upheld)", ": Upheld*", ": Upheld [1]", ": Upheld." } do
    it("is read, and stays out of the treatment: Cane" .. words, function()
      local text = letter.text { issues = { { treatment = "Walker" }, { treatment = "Cane" } } }
      text = text:gsub("Cane: Upheld", function()
        return "Cane" .. words
      end)
      local issue = imr.parse(text).issues[2]
      assert.are.equal("upheld", issue.decision)
      assert.are.equal("Cane", issue.treatment)
    end)
  end
end)

describe("a heading", function()
  -- As printed, with its decision; the heading; the decision.
  local rows = {
    { "MRI of the left knee: Upheld", "MRI of the left knee", "upheld" },
    { "MRI of the left knee: Overturned", "MRI of the left knee", "overturned" },
    { "MRI of the left knee: UPHELD", "MRI of the left knee", "upheld" },
    { "MRI OF THE LEFT KNEE: OVERTURNED", "MRI OF THE LEFT KNEE", "overturned" },
    { "MRI of the left knee: Upheld.", "MRI of the left knee", "upheld" },
    { "MRI of the left knee : Upheld", "MRI of the left knee", "upheld" },
    { "MRI of the left knee:Upheld", "MRI of the left knee", "upheld" },
    { "MRI of the left knee:  Upheld", "MRI of the left knee", "upheld" },
    { "MRI of the left knee: Partially Overturned", "MRI of the left knee", "partially overturned" },
    { "MRI of the left knee: Overturned in Part", "MRI of the left knee", "partially overturned" },
    -- a decision alone on its line
    { "MRI of the left knee:\nOverturned", "MRI of the left knee", "overturned" },
    { "MRI of the left knee\n: Overturned", "MRI of the left knee", "overturned" },
    { "MRI of the left knee:\n\n\n\n\fUpheld", "MRI of the left knee", "upheld" },
    { "MRI of the left knee: \n \n\nUpheld", "MRI of the left knee", "upheld" },
    { "The MRI of the left knee is:\nUpheld", "The MRI of the left knee is", "upheld" },
    -- colons inside
    { "Associated surgical service: Cold pack: Upheld", "Associated surgical service: Cold pack", "upheld" },
    { "Labs to include: EKG: Overturned", "Labs to include: EKG", "overturned" },
    { "Norco 10/325mg #60 day supply: 30: Overturned", "Norco 10/325mg #60 day supply: 30", "overturned" },
    { "Opana ER 40mg, QTY: 60.00: Upheld", "Opana ER 40mg, QTY: 60.00", "upheld" },
    { "Retrospective labs: CBC, CMP: DOS 2/3/14: Upheld", "Retrospective labs: CBC, CMP: DOS 2/3/14", "upheld" },
    { "Associated surgical service: Labs: EKG:\nUpheld", "Associated surgical service: Labs: EKG", "upheld" },
    -- several lines
    { "MRI of the left\nknee: Upheld", "MRI of the left knee", "upheld" },
    { "Right shoulder arthroscopy,\nsubacromial decompression,\nrotator cuff repair,\nbiceps tenodesis,\n"
      .. "labral debridement and\ndistal clavicle resection: Upheld",
      "Right shoulder arthroscopy, subacromial decompression, rotator cuff repair, biceps tenodesis, "
      .. "labral debridement and distal clavicle resection", "upheld" },
    { "Right shoulder arthroscopy\n\n\n\n\fwith decompression\n: Overturned",
      "Right shoulder arthroscopy with decompression", "overturned" },
    -- sentences and abbreviations inside
    { "Norco 5/325 mg. one tab. b.i.d. #60: Upheld", "Norco 5/325 mg. one tab. b.i.d. #60", "upheld" },
    { "Consultation with Dr. Smith, M.D.: Upheld", "Consultation with Dr. Smith, M.D.", "upheld" },
    { "TENS unit (rental, 30 days; incl. supplies): Upheld", "TENS unit (rental, 30 days; incl. supplies)", "upheld" },
    { "Norco 10/325mg, one tablet every 6 hours as needed.\nQuantity 120: Upheld",
      "Norco 10/325mg, one tablet every 6 hours as needed. Quantity 120", "upheld" },
    -- beginnings
    { "#60 Norco 10/325mg: Upheld", "#60 Norco 10/325mg", "upheld" },
    { "12 physical therapy visits: Upheld", "12 physical therapy visits", "upheld" },
    { "(Retrospective) EKG, DOS 2/3/14: Upheld", "(Retrospective) EKG, DOS 2/3/14", "upheld" },
    { "Naproxen: Upheld", "Naproxen", "upheld" },
    -- words of decisions inside
    { "Appeal of the upheld denial of a brace: Overturned", "Appeal of the upheld denial of a brace", "overturned" },
  }
  for _, row in ipairs(effort.some(rows, 6)) do
    it(("is read: %q"):format(row[1]:gsub("%c", " ")), function()
      local issue = between(row[1])
      assert.are.equal(row[2], issue.heading)
      assert.are.equal(row[2], issue.treatment)
      assert.are.equal(row[3], issue.decision)
      assert.is_nil(issue.modification)
    end)

    it(("is read without a blank line: %q"):format(row[1]:gsub("%c", " ")), function()
      local text = FRONT .. BEFORE .. issue_text(row[1]) .. AFTER
      local issue = imr.parse((text:gsub("\n+", "\n"))).issues[2]
      assert.are.equal(row[2], issue.heading)
      assert.are.equal(row[3], issue.decision)
    end)
  end

  for _, heading in ipairs { "Cane: Not Upheld", "Cane: Upheld/Overturned", "Cane: Overturned or Upheld" } do
    it("is without a decision where it leaves that open: " .. heading, function()
      local document = imr.parse(FRONT .. issue_text(heading))
      assert.is_nil(document.issues[1].decision)
      assert.are.same({ "missing-decision" }, codes(document))
    end)
  end

  -- How the rationale before it may end.
  local ends = {
    "The request is not medically necessary.",
    "The request is not medically necessary. The opioid should be tapered, not stopped at once.",
    "Therefore, the request is medically necessary (see above).",
    "The guideline says that it is \"not recommended.\"",
    "Is the request medically necessary? No.",
    "It was not asked for. Medical necessity is not established",
    "As this is supported, the request for physical therapy, 2 visits per week for 6 weeks to the lower back, is "
      .. "medically\nnecessary.",
    "It is not medically necessary.\nReferences:\nhttp://www.example.org/canes/12345",
    "It is not medically necessary.\nReference: www.example.org/canes.html",
    "It is not medically necessary.\nSource: Official Disability Guidelines, Knee, Walking aids",
    "It is not medically necessary.\nReferences\n1. www.example.org\n2. www.example.com/canes",
  }
  for _, ending in ipairs(ends) do
    it(("follows a rationale that ends: %q"):format(ending:sub(-40):gsub("%c", " ")), function()
      local ended = issue_text("Cane: Upheld", { rationale = "It is so.\n" .. ending })
      local text = FRONT .. ended .. issue_text "Walker: Upheld"
      for _, laid_out in ipairs { text, (text:gsub("\n+", "\n")) } do
        local document = imr.parse(laid_out)
        assert.are.equal(2, #document.issues)
        assert.are.equal("It is so. " .. ending:gsub("\n", " "), document.issues[1].rationale)
        assert.are.equal("Walker", document.issues[2].heading)
      end
    end)
  end

  -- Where nothing else tells, the blank line before it does.
  local open_ends = {
    "The reasons are those that were given for the cane",
    "He was told to ask again, see the note of 11/02/2016",
    "Opioids; and exercise (both failed)",
  }
  for _, ending in ipairs(open_ends) do
    it(("is told by the blank line before it: %q"):format(ending), function()
      local rationale = "Nothing of the kind is\nlikely to help him here.\n" .. ending
      local ended = issue_text("Cane: Upheld", { rationale = rationale })
      local document = imr.parse(FRONT .. ended .. issue_text "Four wheeled walker: Upheld")
      assert.are.equal("Nothing of the kind is likely to help him here. " .. ending, document.issues[1].rationale)
      assert.are.equal("Four wheeled walker", document.issues[2].heading)
    end)
  end

  it("is no heading without labels: in the summary", function()
    local summary = "MRI of the left knee: Upheld. Norco #60 was the original request. Norco #25 was authorized by "
      .. "the Claims Administrator. The remaining IMR eligible portion of the original request, Norco #35 is: Upheld"
    local document = imr.parse(letter.text { summary = summary .. ", it was said." })
    assert.are.equal(1, #document.issues)
    assert.are.equal(summary .. ", it was said.", document.summary)
    assert.are.same({}, document.diagnostics)
  end)

  local quoted = {
    "An earlier determination said\nNorco 10/325mg #60: Upheld\nand was right. The request is not medically necessary.",
    "The reviewer of 2013 wrote: \"Claims Administrator guideline: none.\" The request is not medically necessary.",
    "What stands under\nMAXIMUS guideline: is quoted above. The request is not medically necessary.",
    "The CLINICAL CASE SUMMARY is silent on this. The request is not medically necessary.",
    "See the\nCLINICAL CASE SUMMARY above. The request is not medically necessary.",
    "In \"Decision rationale: none\" nothing is said. The request is not medically necessary.",
  }
  for _, rationale in ipairs(quoted) do
    it(("is no heading where a rationale quotes it: %q"):format(rationale:sub(1, 60):gsub("%c", " ")), function()
      local issue = between("Brace: Upheld", { rationale = rationale })
      assert.are.equal((rationale:gsub("\n", " ")), issue.rationale)
      assert.are.equal("Brace", issue.heading)
    end)
  end
end)

describe("a modified request", function()
  local ADMINISTRATOR = "was authorized by the Claims Administrator"
  -- The heading before its decision; requested; authorized; treatment.
  local rows = {
    {
      "Norco 10/325mg #60 was the original request. Norco 10/325mg #25 " .. ADMINISTRATOR
        .. ". The remaining IMR eligible portion of the original request, Norco 10/325mg #35 is",
      "Norco 10/325mg #60", "Norco 10/325mg #25", "Norco 10/325mg #35",
    },
    {
      "Norco 10/325mg #60 was the original request. Norco 10/325mg #25 " .. ADMINISTRATOR
        .. ". The remaining IMR eligible portion of the original request, Norco 10/325mg #35",
      "Norco 10/325mg #60", "Norco 10/325mg #25", "Norco 10/325mg #35",
    },
    {
      "Physical therapy x 12 was the original request. Physical therapy x 6 " .. ADMINISTRATOR
        .. ", leaving the original request IMR eligible. The original request, Physical therapy x 12 is",
      "Physical therapy x 12", "Physical therapy x 6", "Physical therapy x 12",
    },
    {
      "Physical therapy x 12 was the original request. The Claims Administrator authorized physical therapy x 6. "
        .. "The remaining IMR eligible portion of the original request, physical therapy x 6 is",
      "Physical therapy x 12", "physical therapy x 6", "physical therapy x 6",
    },
    {
      "The Claims Administrator authorized 6 visits. The remaining IMR eligible portion of the original request, "
        .. "6 visits of acupuncture is",
      nil, "6 visits", "6 visits of acupuncture",
    },
    {
      "Soma 350mg #30 " .. ADMINISTRATOR
        .. ". The remaining IMR eligible portion of the original request, Soma 350mg #60 is",
      nil, "Soma 350mg #30", "Soma 350mg #60",
    },
    {
      "Soma 350mg, take 1 tab. b.i.d. #90 was the original request. Soma 350mg #30 " .. ADMINISTRATOR
        .. ". The remaining IMR eligible portion of the original request, Soma 350mg #60 is",
      "Soma 350mg, take 1 tab. b.i.d. #90", "Soma 350mg #30", "Soma 350mg #60",
    },
    {
      "Labs: CBC, CMP, EKG was the original request. CBC " .. ADMINISTRATOR
        .. ". The remaining IMR eligible portion of the original request, labs: CMP, EKG is",
      "Labs: CBC, CMP, EKG", "CBC", "labs: CMP, EKG",
    },
    {
      "Soma 350mg #90 was the original request. Soma 350mg #30 " .. ADMINISTRATOR
        .. ". The IMR eligible portion of the original request, Soma 350mg #60 is",
      "Soma 350mg #90", "Soma 350mg #30", "Soma 350mg #60",
    },
    {
      "Lyrica 75mg #90 was the original request, #60 " .. ADMINISTRATOR
        .. ", leaving Lyrica 75mg #30 IMR eligible. Lyrica 75mg #30 is",
      "Lyrica 75mg #90", "#60", "Lyrica 75mg #30",
    },
    {
      "Lyrica 75mg #90 was the original request. Lyrica 75mg #60 " .. ADMINISTRATOR
        .. ", leaving Lyrica 75mg #30 IMR eligible. The IMR eligible portion, Lyrica 75mg #30 is",
      "Lyrica 75mg #90", "Lyrica 75mg #60", "Lyrica 75mg #30",
    },
    {
      "Soma 350mg #90 was originally requested. Soma 350mg #30 " .. ADMINISTRATOR
        .. ". The remaining IMR eligible portion of the original request, Soma 350mg #60 is",
      "Soma 350mg #90", "Soma 350mg #30", "Soma 350mg #60",
    },
    {
      "Original request: Soma 350mg #90. Soma 350mg #30 " .. ADMINISTRATOR
        .. ". The remaining IMR eligible portion of the original request, Soma 350mg #60 is",
      "Soma 350mg #90", "Soma 350mg #30", "Soma 350mg #60",
    },
    {
      "The original request was for Soma 350mg #90; Soma 350mg #30 " .. ADMINISTRATOR
        .. ". The remaining IMR eligible portion of the original request, Soma 350mg #60 is",
      "Soma 350mg #90", "Soma 350mg #30", "Soma 350mg #60",
    },
    {
      "Soma 350mg #90 was the original request and Soma 350mg #30 " .. ADMINISTRATOR
        .. ". The remaining IMR eligible portion of the original request, Soma 350mg #60 is considered",
      "Soma 350mg #90", "Soma 350mg #30", "Soma 350mg #60",
    },
  }
  local function wrap(heading, width)
    local line, lines = "", {}
    for word in heading:gmatch "%S+" do
      if #line + 1 + #word > width then
        lines[#lines + 1], line = line, word
      else
        line = line == "" and word or line .. " " .. word
      end
    end
    lines[#lines + 1] = line
    return table.concat(lines, "\n")
  end
  for i, row in ipairs(effort.some(rows, 4)) do
    local heading, requested, authorized, treatment = row[1], row[2], row[3], row[4]

    it(("says what remains in dispute, %d"):format(i), function()
      for _, width in ipairs { 60, 95, 140 } do
        for _, decision in ipairs { ": Upheld", ":\nOverturned", ":\n\n\n\fUpheld" } do
          local issue = between(wrap(heading, width) .. decision)
          assert.are.equal(heading, issue.heading)
          assert.are.equal(treatment, issue.treatment)
          assert.are.equal(requested, issue.modification.requested)
          assert.are.equal(authorized, issue.modification.authorized)
        end
      end
    end)

    it(("has its sentences in no rationale, %d"):format(i), function()
      for width = 60, 110, 10 do
        local text = FRONT .. BEFORE .. issue_text(wrap(heading, width) .. ": Upheld") .. AFTER
        local document = imr.parse((text:gsub("\n+", "\n")))
        assert.are.equal(heading, document.issues[2].heading)
        assert.are.equal(DENIED, document.issues[1].rationale)
      end
    end)
  end
end)

describe("a guideline statement", function()
  local OUTSIDE = "based their decision on recommendation(s) outside of the MTUS Guidelines."
  -- As written; mtus; cited.
  local rows = {
    { "Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Opioids.", true, nil },
    { "Decision based on MTUS ACOEM Chapter 12 Low Back Complaints Page(s): 303-304.", true, nil },
    { "Decision based on MTUS Knee Complaints 2004. Decision based on Non-MTUS Citation ODG, Knee.", true, nil },
    { "The %s did not base their decision on the MTUS. Decision based on Non-MTUS Citation ODG, Pain.", false, nil },
    { "The %s did not base their decision on the MTUS. Decision based on Non-MTUS Citation MTUS: Knee Complaints 2004.",
      false, nil },
    { "The %s " .. OUTSIDE .. " Decision based on Non-MTUS Citation ODG, Knee & Leg, Bathtub seats.", false, nil },
    { "The %s " .. OUTSIDE, false, nil },
    { "Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Head, MRI", false, nil },
    { "The %s did not cite any medical evidence for its decision.", nil, false },
    { "The %s did not cite any medical evidence for his/her decision.", nil, false },
    { "The %s based their decision on the MTUS. Decision based on MTUS Knee Complaints 2004.", true, nil },
    { "ACOEM, chapter 13, page 343.", nil, nil },
  }
  for _, row in ipairs(rows) do
    it("says what it is based on: " .. row[1], function()
      local issue = between("Brace: Upheld", {
        administrator = row[1]:format "Claims Administrator",
        reviewer = row[1]:format "Expert Reviewer",
      })
      local sides = { administrator_guideline = "Claims Administrator", reviewer_guideline = "Expert Reviewer" }
      for side, name in pairs(sides) do
        assert.are.equal(row[1]:format(name), issue[side].text)
        assert.are.equal(row[2], issue[side].mtus)
        assert.are.equal(row[3], issue[side].cited)
      end
    end)
  end

  it("is broken over lines and pages as it may be", function()
    local statement = "The Claims Administrator did not\nbase their decision on\n\n\n\n\fthe MTUS.  Decision based on\n"
      .. "Non-\nMTUS Citation ODG."
    local issue = between("Brace: Upheld", { administrator = statement })
    assert.are.equal(
      "The Claims Administrator did not base their decision on the MTUS. Decision based on Non-MTUS Citation ODG.",
      issue.administrator_guideline.text
    )
    assert.is_false(issue.administrator_guideline.mtus)
  end)
end)

describe("the outcome", function()
  local rows = {
    { { "Upheld" }, "upheld" },
    { { "Overturned" }, "overturned" },
    { { "Upheld", "Upheld", "Upheld" }, "upheld" },
    { { "Overturned", "Overturned" }, "overturned" },
    { { "Overturned", "Upheld" }, "partially overturned" },
    { { "Upheld", "Upheld", "Overturned" }, "partially overturned" },
    { { "Partially Overturned", "Upheld" }, "partially overturned" },
    { { "Partially Overturned" }, "partially overturned" },
  }
  for _, row in ipairs(rows) do
    it(("of %s is %s"):format(table.concat(row[1], ", "), row[2]), function()
      local text = FRONT
      for i, decision in ipairs(row[1]) do
        text = text .. issue_text(("Item %d: %s"):format(i, decision))
      end
      assert.are.equal(row[2], imr.parse(text).outcome)
    end)
  end

  it("is of the decisions that are known", function()
    local document = imr.parse(FRONT .. issue_text "Cane" .. issue_text "Walker: Overturned")
    assert.are.equal("overturned", document.outcome)
    assert.are.same({ "missing-decision" }, codes(document))
  end)

  local covers = {
    { "Final Determination: UPHOLD. This means we decided that none of the items are necessary.", "upheld" },
    { "Final Determination: OVERTURN. This means we decided that all of the items are necessary.", "overturned" },
    { "Final Determination: PARTIAL OVERTURN. This means we decided that some of the items are necessary.",
      "partially overturned" },
  }
  for _, row in ipairs(covers) do
    it("is the cover page's word where no decision is known: " .. row[2], function()
      local cover = "Dear Sir or Madam,\n" .. row[1] .. "\n\n\f"
      assert.are.equal(row[2], imr.parse(cover .. FRONT .. issue_text "Cane").outcome)
      assert.are.equal("upheld", imr.parse(cover .. FRONT .. issue_text "Cane: Upheld").outcome)
    end)
  end

  it("is absent where nothing tells it", function()
    assert.is_nil(imr.parse(FRONT .. issue_text "Cane").outcome)
    assert.is_nil(imr.parse(FRONT).outcome)
  end)
end)
