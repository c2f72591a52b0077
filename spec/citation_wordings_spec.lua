-- What statements say beside the names of their guidelines: regulations, asides of the notices,
-- words behind a name that are none of it.

local imr = require "imr"
local letter = require "spec.support.letter"

local function mtus(text)
  return "Decision based on MTUS " .. text
end

local function other(text)
  return "Decision based on Non-MTUS Citation " .. text
end

local EVIDENCE = "Other Medical Treatment Guideline or Medical Evidence: "

--- In the words of 2013.
local function based(text)
  return "The Claims Administrator based its decision on the " .. text
end

local function guideline(statement)
  local document = imr.parse(letter.text { issues = { { administrator = statement } } })
  return document.issues[1].administrator_guideline
end

--- Rows of {statement, its first citation, its second ...}: of each the keys that the row names, false for one that is
--- not there; the authority is the first of them.
local function check(rows)
  for _, row in ipairs(rows) do
    it(row[1], function()
      local citations = guideline(row[1]).citations or {}
      local seen = {}
      for i, citation in ipairs(citations) do
        seen[i] = { citation.authority }
        for key in pairs(row[i + 1] or {}) do
          if key ~= 1 then
            seen[i][key] = citation[key] or false
          end
        end
      end
      assert.are.same({ table.unpack(row, 2) }, seen)
    end)
  end
end

describe("a regulation of Title 8", function()
  local TITLE = "Title 8, California Code of Regulations, section 9792.20"
  check {
    { other(EVIDENCE .. TITLE .. "."), { "other", title = TITLE, text = TITLE } },
    { other(TITLE .. "."), { "other", title = TITLE } },
    { other "8 CCR 9792.20.", { "other", title = "8 CCR 9792.20" } },
    { other "8 C.C.R. section 9792.6.1, subdivision (a).", { "other", title = "8 C.C.R. section 9792.6.1" } },
    { other "California Code of Regulations, Title 8, section 9792.20.",
      { "other", title = "California Code of Regulations, Title 8, section 9792.20" } },
    {
      other("ODG Pain, Melatonin and " .. EVIDENCE .. TITLE .. "."),
      { "ODG", chapter = "Pain", sections = { "Melatonin" }, text = "ODG Pain, Melatonin" },
      { "other", title = TITLE },
    },
    {
      other("ODG Pain, Melatonin AND " .. TITLE .. "."),
      { "ODG", sections = { "Melatonin" } }, { "other", title = TITLE },
    },
    {
      other("ODG, Pain, Melatonin, and Title 8, California Code of Regulations."),
      { "ODG", sections = { "Melatonin" } }, { "other", title = "Title 8, California Code of Regulations" },
    },
    {
      other("ODG, Pain, Melatonin. " .. TITLE .. ", and ODG, Head, CT."),
      { "ODG", sections = { "Melatonin" } }, { "other", title = TITLE },
      { "ODG", chapter = "Head", sections = { "CT" } },
    },
    {
      mtus("Chronic Pain Treatment Guidelines Ketamine and " .. TITLE .. " Page(s): 56."),
      { "MTUS", sections = { "Ketamine" }, pages = { { 56, 56 } } }, { "other", title = TITLE, pages = false },
    },
    {
      mtus("Chronic Pain Treatment Guidelines Ketamine Page(s): 56. " .. other(TITLE .. ".")),
      { "MTUS", sections = { "Ketamine" }, pages = { { 56, 56 } } }, { "other", title = TITLE },
    },
    {
      other("Merck Manual, Vertigo and " .. TITLE .. "."),
      { "other", title = "Merck Manual, Vertigo" }, { "other", title = TITLE },
    },
    { other("Merck Manual. " .. TITLE .. "."), { "other", title = "Merck Manual" }, { "other", title = TITLE } },
    -- A guideline's own place among the regulations is no other one.
    {
      mtus "Chronic Pain Treatment Guidelines 8 C.C.R. 9792.20 - 9792.26 Page(s): 56.",
      { "MTUS", title = "Chronic Pain Treatment Guidelines", sections = false, pages = { { 56, 56 } } },
    },
    {
      mtus(TITLE .. " - 9792.26, Chronic Pain Treatment Guidelines Ketamine Page(s): 56."),
      { "MTUS", title = "Chronic Pain Treatment Guidelines", sections = { "Ketamine" } },
    },
    { mtus "ACOEM Chapter 9 Shoulder Complaints, Title 8, CCR 9792.23.2 Page(s): 204.",
      { "ACOEM", title = "Shoulder Complaints", sections = false, pages = { { 204, 204 } } } },
    { mtus "8 CCR 9792.24.2.", { "MTUS", sections = false } },
    -- Names that only begin like one.
    { other "California Society of Hand Therapists.", { "other", title = false } },
    { other "ODG, Pain, Title VIII programs.", { "ODG", sections = { "Title VIII programs" } } },
    { other "ODG, Pain, Camphor and Capsaicin.", { "ODG", sections = { "Camphor and Capsaicin" } } },
    { other "ODG, Pain, 8 visits.", { "ODG", sections = { "8 visits" } } },
  }
end)

describe("what a letter of 2013 says of a guideline behind its name", function()
  local PAIN = "Chronic Pain Medical Treatment Guidelines"
  local asides = {
    ", which is a Medical Treatment Guideline (MTG) not in the MTUS", ", a medical treatment guideline not in the MTUS",
    ", which is a medical treatment guideline (MTG), but not part of the MTUS",
    ", which is a medical treatment guideline that is not part of the MTUS", ", which is not part of the MTUS",
    ", which are Medical Treatment Guidelines (MTG) not part of the Medical Treatment Utilization Schedule (MTUS)",
    ", a Medical Treatment Guideline (MTG), which is not included in the MTUS", ", but is not part of the MTUS",
    ", a Medical Treatment Guideline not in the Medical Treatment Utilization Schedule", ", not contained in the MTUS",
    " which is not within the MTUS", ", which is not found in the California MTUS",
  }
  for _, aside in ipairs(asides) do
    it("is none of it: " .. aside, function()
      local found = guideline(based("ODG, (current version), Low Back" .. aside .. "."))
      assert.is_false(found.mtus)
      assert.are.equal(1, #found.citations)
      assert.are.equal("Low Back", found.citations[1].chapter)
      assert.is_nil(found.citations[1].sections)
    end)
  end

  local parts = {
    ", which is a Medical Treatment Guideline (MTG) and part of the MTUS", ", a part of the MTUS",
    ", which are a medical treatment guideline (MTG) that is part of the MTUS", ", which is included in the MTUS",
    ", which is contained in the Medical Treatment Utilization Schedule (MTUS)",
  }
  for _, aside in ipairs(parts) do
    it("is none of it where it is the schedule's: " .. aside, function()
      local found = guideline(based("Knee Complaints, page 338" .. aside .. "."))
      assert.is_true(found.mtus)
      assert.are.equal(1, #found.citations)
      assert.is_nil(found.citations[1].sections)
    end)
  end

  it("counts for the one before it where the MTUS is named itself", function()
    for _, name in ipairs { "MTUS ", "CA MTUS ", "California MTUS " } do
      for _, who in ipairs { "its", "their", "his/her" } do
        local found = guideline("The Claims Administrator based " .. who .. " decision on the " .. name
          .. "Chronic Pain Guidelines, pages 76-78, and the ODG, Pain, Melatonin, which is not part of the MTUS.")
        assert.is_true(found.mtus)
        assert.are.equal(2, #found.citations)
      end
    end
  end)

  it("is a denial where the MTUS is named only to say so", function()
    assert.is_false(guideline("The Claims Administrator did not base its decision on the MTUS, but on the ODG, Pain, "
      .. "which is not part of the MTUS.").mtus)
    assert.is_false(guideline(based "ODG, Pain, which is not part of the CA MTUS.").mtus)
    assert.is_false(guideline(based("California MTUS, which is silent, and the ODG, Pain, which is not part of the "
      .. "MTUS.")).mtus)
    assert.is_false(guideline(based "MTUS, but the MTUS does not address it, and the ODG, Pain.").mtus)
  end)

  check {
    { "The Expert Reviewer found the " .. PAIN .. ", Ketamine, page 56, part of the MTUS, relevant and appropriate.",
      { "MTUS", title = PAIN, sections = { "Ketamine" }, pages = { { 56, 56 } } } },
    { "The Expert Reviewer found the Official Disability Guidelines (ODG), Head Chapter, CT, relevant to the issue.",
      { "ODG", chapter = "Head", sections = { "CT" } } },
    { "The Physician Reviewer found that the ACOEM Guidelines, Chapter 9, page 204, were applicable.",
      { "ACOEM", chapter = "9", sections = false, pages = { { 204, 204 } } } },
    { "The Expert Reviewer used the ODG, Pain Chapter, Melatonin, as a guideline.",
      { "ODG", chapter = "Pain", sections = { "Melatonin" } } },
    { "The Medical Reviewer also used the " .. PAIN .. ", Ketamine, as the basis for the decision.",
      { "MTUS", title = PAIN, sections = { "Ketamine" } } },
    { "The Claims Administrator used the " .. PAIN .. ", page 56, and the ODG, Head, CT, as the basis of its decision.",
      { "MTUS", title = PAIN, pages = { { 56, 56 } } }, { "ODG", chapter = "Head", sections = { "CT" } } },
    { "The Expert Reviewer found the guidelines used by the Claims Administrator relevant and appropriate." },
    { "The Expert Reviewer found the section of the MTUS used by the Claims Administrator relevant." },
    { "The Expert Reviewer found no guideline of the MTUS that applies." },
    { "The Expert Reviewer found the records of the ODG panel incomplete." },
  }
end)

describe("a section's name", function()
  local PAIN = "Chronic Pain Medical Treatment 2009, Section(s): "
  local function sections(statement, ...)
    return { statement, { statement:find("Non-MTUS", 1, true) and "ODG" or "MTUS", sections = { ... } } }
  end
  check {
    -- The word for it is none of it.
    sections(mtus(PAIN .. "Opioids section."), "Opioids"),
    sections(mtus(PAIN .. "Physical Medicine Section, Weaning of Medications topic."),
      "Physical Medicine", "Weaning of Medications"),
    sections(other "ODG, Low Back, MRI topic.", "MRI"),
    sections(other "ODG, Low Back, MRI Section; Traction Topics.", "MRI", "Traction"),
    sections(other "ODG, Low Back, MRIs (magnetic resonance imaging) section.", "MRIs (magnetic resonance imaging)"),
    sections(other "ODG, Pain chapter, section, Topic, Melatonin.", "Melatonin"),
    sections(other "ODG, Low Back, Topical section analgesics.", "Topical section analgesics"),
    sections(other "ODG, Low Back, Dissection.", "Dissection"),
    -- Nor is when it was updated.
    sections(other "ODG, Mental Illness & Stress, Psychotherapy Guidelines, March 2015 update.",
      "Psychotherapy Guidelines"),
    sections(other "ODG, Pain, Melatonin, July 2014 version.", "Melatonin"),
    sections(other "ODG, Pain, Melatonin, Nov. 12, 2014 Edition, Insomnia.", "Melatonin", "Insomnia"),
    sections(other "ODG, Pain, Melatonin, 2014 Revision.", "Melatonin"),
    sections(other "ODG, Shoulder, Cold packs, 2016 review of cryotherapy.",
      "Cold packs", "2016 review of cryotherapy"),
    sections(other "ODG, Pain, Melatonin, March Fracture.", "Melatonin", "March Fracture"),
  }
  check {
    { other "ODG, Pain, Melatonin, March 2015 update.", { "ODG", year = false } },
    { other "ODG, 2015 version, Pain, Melatonin.",
      { "ODG", year = 2015, chapter = "Pain", sections = { "Melatonin" } } },
  }
end)

describe("a page behind a name", function()
  local PAIN = "Chronic Pain Treatment Guidelines "
  local function pages(statement, names, ...)
    local list = { ... }
    return { mtus(PAIN .. statement), { "MTUS", sections = names, pages = #list > 0 and list } }
  end
  check {
    pages("Page(s): NSAIDs 67-73.", { "NSAIDs" }, { 67, 73 }),
    pages("Page(s): 74-95, Weaning of Medications 124.", { "Weaning of Medications" }, { 74, 95 }, { 124, 124 }),
    pages("Page(s): NSAIDs 67-73, 75; Ketamine 56.", { "NSAIDs", "Ketamine" }, { 67, 73 }, { 75, 75 }, { 56, 56 }),
    pages("Page(s): Ketamine 56 Yoga 126.", { "Ketamine", "Yoga" }, { 56, 56 }, { 126, 126 }),
    pages("Page(s): 60, Muscle relaxants (for pain) 63 to 66.", { "Muscle relaxants (for pain)" },
      { 60, 60 }, { 63, 66 }),
    pages("Opioids Page(s): NSAIDs 67.", { "Opioids", "NSAIDs" }, { 67, 67 }),
    pages("Page(s): Cytochrome P450.", { "Cytochrome P450" }),
    pages("Page(s): 60. Cox 2 inhibitors.", { "Cox 2 inhibitors" }, { 60, 60 }),
    pages("Opioids 74.", { "Opioids 74" }),
    pages("Page(s): 60, Yoga type 2.", { "Yoga type 2" }, { 60, 60 }),
    pages("Page(s): Part 2 of 3, page 8.", { "Part 2 of 3" }, { 8, 8 }),
    -- Two pages with a slash between them; behind it the number of them all.
    pages("Manual therapy Page(s): 58/59.", { "Manual therapy" }, { 58, 58 }, { 59, 59 }),
    pages("Manual therapy, page 58 / 59.", { "Manual therapy" }, { 58, 58 }, { 59, 59 }),
    pages("Page(s): 58/59, 60-62/64.", false, { 58, 58 }, { 59, 59 }, { 60, 62 }, { 64, 64 }),
    pages("Page(s): 49/127.", false, { 49, 49 }),
  }
end)

describe("a guideline that is named otherwise", function()
  local PTSD = "Workplace Mental Health: PTSD and Acute Stress Disorder"
  check {
    { other "Official Disability Guidelines-Treatment for Workers' Compensation, Shoulder Procedure Summary, Slings.",
      { "ODG", chapter = "Shoulder", sections = { "Slings" } } },
    { other "Official Disability Guidelines (ODG), Treatment for Workers Compensation, Low Back, Traction.",
      { "ODG", chapter = "Low Back", sections = { "Traction" } } },
    { other "ODG Treatment for Workers' Comp, Knee & Leg, Walking aids.",
      { "ODG", chapter = "Knee & Leg", sections = { "Walking aids" } } },
    { other "ODG by MCG Health, Shoulder, Slings.", { "ODG", chapter = "Shoulder", sections = { "Slings" } } },
    { other "ODG (MCG Health), Shoulder, Slings.", { "ODG", chapter = "Shoulder", sections = { "Slings" } } },
    {
      other "Work Loss Data Institute. Pain (chronic). Encinitas (CA): Work Loss Data Institute; 2013 Nov 14.",
      { "ODG", chapter = "Pain (chronic)", sections = false, year = 2013 },
    },
    -- The year may stand before the title.
    { mtus "2017 Opioids Guidelines, Section(s): Weaning.",
      { "MTUS", title = "Opioids Guidelines", year = 2017, sections = { "Weaning" } } },
    { mtus "(2017) Opioids Guideline, Section(s): Weaning.", { "MTUS", title = "Opioids Guideline", year = 2017 } },
    { mtus "2018 Low Back Disorders, Section(s): X-ray.",
      { "MTUS", title = "Low Back Disorders", year = 2018, sections = { "X-ray" } } },
    { mtus "2009, Chronic Pain Medical Treatment, Section(s): Ketamine.",
      { "MTUS", title = "Chronic Pain Medical Treatment", year = 2009, sections = { "Ketamine" } } },
    { other "ODG, Low Back Chapter, MRIs, updated 06/15/15.", { "ODG", chapter = "Low Back", sections = { "MRIs" } } },
    { other "ODG, Low Back, MRIs, last update 4/3/14.", { "ODG", chapter = "Low Back", sections = { "MRIs" } } },
    { other "ODG, Pain, Insomnia treatment, accessed 4/3/14.",
      { "ODG", chapter = "Pain", sections = { "Insomnia treatment" } } },
    { other "2014 ODG, Pain, Melatonin.", { "ODG", year = 2014, chapter = "Pain", sections = { "Melatonin" } } },
    { mtus "Chronic Pain Treatment Guidelines 7/18/2009 Page(s): 78.",
      { "MTUS", title = "Chronic Pain Treatment Guidelines", year = 2009, pages = { { 78, 78 } } } },
    { mtus "Chronic Pain Treatment Guidelines, 07/18/2009, Opioids.",
      { "MTUS", title = "Chronic Pain Treatment Guidelines", year = 2009, sections = { "Opioids" } } },
    { mtus "2009 Chronic Pain Medical Treatment, and Knee Complaints.",
      { "MTUS", title = "Chronic Pain Medical Treatment", year = 2009 },
      { "MTUS", title = "Knee Complaints", year = false } },
    { other "2014 Nobel lecture. ODG, Pain.", { "other", title = "2014 Nobel lecture" }, { "ODG", year = false } },
    { other "ACOEM, 3rd Edition, Chronic Pain.",
      { "ACOEM", title = "Chronic Pain", id = "ACOEM Chronic Pain Guideline", sections = false } },
    { other "ACOEM Practice Guidelines, Third Edition (2011), Chronic Pain, Yoga, page 7.",
      { "ACOEM", title = "Chronic Pain", id = "ACOEM Chronic Pain Guideline", year = 2011, sections = { "Yoga" } } },
    { other "ACOEM 3rd Edition Chronic Pain 2011.",
      { "ACOEM", title = "Chronic Pain", id = "ACOEM Chronic Pain Guideline", year = 2011 } },
    { mtus "ACOEM, Chronic Pain Medical Treatment Guidelines.",
      { "ACOEM", title = false }, { "MTUS", title = "Chronic Pain Medical Treatment Guidelines" } },
    { other "ACOEM, 3rd Edition, Chronic Pain Medical Treatment Guidelines.",
      { "ACOEM", title = false },
      { "MTUS", id = "MTUS Chronic Pain Medical Treatment Guidelines 2009" } },
    { mtus(PTSD .. " 2018, Section(s): Therapy."), { "MTUS", title = PTSD, year = 2018, sections = { "Therapy" } } },
    { mtus "PTSD and Acute Stress Disorder Guideline 2018, Section(s): Therapy.",
      { "MTUS", title = "PTSD and Acute Stress Disorder Guideline", year = 2018 } },
  }
end)

describe("other evidence", function()
  check {
    {
      other("Physicians' Desk Reference, 68th ed.; www.RxList.com; ODG Drug Formulary, www.odg-twc.com/f.htm; "
        .. "drugs.com; Epocrates Online, www.online.epocrates.com; Monthly Prescribing Reference, www.empr.com; "
        .. "Opioid Dose Calculator - Agency Dose Calculator, www.agencymeddirectors.wa.gov (as applicable)."),
      { "other", url = false },
      { "other", url = "www.RxList.com", text = "www.RxList.com" },
      { "ODG", chapter = "Drug Formulary", url = "www.odg-twc.com/f.htm" },
      { "other", title = "drugs.com" },
      { "other", url = "www.online.epocrates.com" },
      { "other", title = "Monthly Prescribing Reference", url = "www.empr.com" },
      { "other", title = "Opioid Dose Calculator - Agency Dose Calculator", url = "www.agencymeddirectors.wa.gov" },
    },
    { other "Merck Manual (if applicable).", { "other", title = "Merck Manual (if applicable)" } },
    { other "Hale RD, Ortiz M. Vertigo. Neurol Today. 2010;14(2):5-9; http://www.example.org/vertigo/9.html.",
      { "other", title = "Vertigo", url = "http://www.example.org/vertigo/9.html" } },
    { other "Epocrates; www.epocrates.com.", { "other", url = "www.epocrates.com" } },
    { other "Hale RD, Ortiz M. Vertigo. Spine (Phila Pa 1976). 2009 May 1;34(10):1066-77.",
      { "other", title = "Vertigo", year = 2009 } },
    { other "Spine (Phila Pa 1976). 2009 May 1;34(10):1066-77.", { "other", title = "Spine", year = 2009 } },
    { other "Spine (Phila Pa 1976).", { "other", title = "Spine", year = 1976 } },
    { other "Vertigo after concussion (May 2010). Neurol Today, 2012.",
      { "other", title = "Vertigo after concussion", year = 2010 } },
    { other "Vertigo after concussion (2010). Neurol Today, 2012.",
      { "other", title = "Vertigo after concussion", year = 2010 } },
    { other "AMA Guides 5th Edition, pages 382-383 (Andersson, 2000).",
      { "other", title = "AMA Guides 5th Edition, pages 382-383", year = 2000 } },
    { other "American Medical Association (AMA) Guides (Radiculopathy).",
      { "other", title = "American Medical Association (AMA) Guides (Radiculopathy)" } },
    { other "Clinical Journal of Pain, 2012.", { "other", title = "Clinical Journal of Pain", year = 2012 } },
    { other "New England Journal of Medicine. Vertigo after concussion. 2012.",
      { "other", title = "Vertigo after concussion" } },
    { other "American Academy of Neurology, 2012.", { "other", title = false } },
    { other "Cochrane Database Syst Rev. 2013 Apr 30;4:CD001.", { "other", title = "Cochrane Database Syst Rev" } },
    { other "State of Colorado Department of Labor, Chronic Pain Guidelines, page 45.",
      { "other", title = "State of Colorado Department of Labor, Chronic Pain Guidelines", pages = { { 45, 45 } } } },
    { other "Colorado Division of Workers' Compensation, Chronic Pain Medical Treatment Guidelines, 2012.",
      { "other", year = 2012 } },
    { other "State of Colorado, Chronic Pain Guidelines; ODG, Head, CT.",
      { "other" }, { "ODG", chapter = "Head", sections = { "CT" } } },
    { other "State of California, Chronic Pain Medical Treatment Guidelines.",
      { "other" }, { "MTUS", title = "Chronic Pain Medical Treatment Guidelines" } },
  }
end)
