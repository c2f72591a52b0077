-- The guidelines that either side's statement names, key by key.

local imr = require "imr"
local letter = require "spec.support.letter"

--- "Decision based on MTUS ...", as the form prints it.
local function mtus(text)
  return "Decision based on MTUS " .. text
end

--- The same outside of the MTUS, in the words of 2014 and 2015.
local function other(text)
  return "The Claims Administrator did not base their decision on the MTUS. "
    .. "Decision based on Non-MTUS Citation "
    .. text
end

--- And in those from 2016 on.
local function outside(text)
  return "The Claims Administrator based their decision on recommendation(s) outside of the MTUS Guidelines. "
    .. "Decision based on Non-MTUS Citation "
    .. text
end

local EVIDENCE = "Other Medical Treatment Guideline or Medical Evidence: "

--- In the words of 2013.
local function based(text)
  return "The Claims Administrator based its decision on the " .. text
end

local function citations(statement)
  local document = imr.parse(letter.text { issues = { { administrator = statement } } })
  return document.issues[1].administrator_guideline.citations or {}
end

--- One value a citation, false where it has none.
local function values(statement, key)
  local list = {}
  for i, citation in ipairs(citations(statement)) do
    list[i] = citation[key] or false
  end
  return list
end

--- Rows of {statement, the key's value in its first citation, in its second ...}.
local function check(key, rows)
  assert(#rows >= 15)
  for _, row in ipairs(rows) do
    it(row[1], function()
      assert.are.same({ table.unpack(row, 2) }, values(row[1], key))
    end)
  end
end

describe("a citation's authority", function()
  check("authority", {
    { mtus "Chronic Pain Medical Treatment 2009, Section(s): Acupuncture.", "MTUS" },
    { mtus "Knee Complaints 2004, Section(s): Initial Care.", "MTUS" },
    { mtus "ACOEM Chapter 13 Knee Complaints Page(s): 340.", "ACOEM" },
    { mtus "ACOEM.", "ACOEM" },
    { mtus ".", "MTUS" },
    { other "Official Disability Guidelines (ODG), Head, CT.", "ODG" },
    { "The Claims Administrator based its decision on the Physical Medicine section of the MTUS, page 98.", "MTUS" },
    { "The Claims Administrator based its decision on the Opioids section of the Chronic Pain Medical Treatment "
      .. "Guidelines, page 80.", "MTUS" },
    { outside "ODG-TWC, Elbow.", "ODG" },
    { other "Offical Disability Guidlines, Pain Chapter, Opioids.", "ODG" },
    { other "Pain Chapter, Melatonin.", "ODG" },
    { other "Merck Manual, Vertigo.", "other" },
    { other "MTUS: ACOEM, Chapter 7, page 137.", "ACOEM" },
    { other "MTUS, SHOULDER COMPLAINTS,", "MTUS" },
    { other "American College of Occupational and Environmental Medicine (ACOEM), 3rd Edition, 2011.", "ACOEM" },
    { mtus "Eye 2004. Decision based on Non-MTUS Citation ODG, Eye.", "MTUS", "ODG" },
    { other("ODG, Hernia. " .. EVIDENCE .. "Sabiston Textbook of Surgery."), "ODG", "other" },
    { mtus "ACOEM Chapter 9 Shoulder Complaints, Postsurgical Treatment Guidelines.", "ACOEM", "MTUS" },
    { other "ODG, Low Back, Traction, and AMA Guides to Impairment.", "ODG", "other" },
    { other "ODG, Pain, Melatonin, Medscape.", "ODG", "other" },
    { other "ODG, Pain, Melatonin; lexi.com; Epocrates.", "ODG", "other", "other" },
    { other "ODG Drug Formulary, www.odg-twc.com/f.htm. rxlist.com. Lexicomp.", "ODG", "other", "other" },
    { other "ODG, Pain, National trends; American ginseng.", "ODG" },
    { other "ODG, Pain, FDA-approved opioids.", "ODG" },
    { other "ODG, Burns, Skin grafts. American Burn Association. ISBI Guidelines.", "ODG", "other" },
    { other "FDA (Zofran); Epocrates; ODG, Pain, Ondansetron.", "other", "other", "ODG" },
    { "The Claims Administrator did not cite any medical evidence for its decision." },
    { "The Claims Administrator did not base their decision on the MTUS." },
    { other "None." },
    { other "California MTUS is silent. ODG, Knee.", "ODG" },
    { based "Low Back Complaints (ACOEM Practice Guidelines, 2nd Edition (2004), Chapter 12), page 300.", "ACOEM" },
    { based "Shoulder Complaints Chapter of the ACOEM Practice Guidelines, page 204.", "ACOEM" },
    { based "Eye (ACOEM Guidelines), which is part of the MTUS.", "ACOEM" },
    { based "Chapter 9 of the ACOEM Practice Guidelines, page 204.", "ACOEM" },
    {
      based("Knee Complaints (ACOEM Practice Guidelines, Chapter 13), page 338, and the Stress Related Conditions "
        .. "Chapter (ACOEM Practice Guidelines, Chapter 15), page 400, which are part of the MTUS."),
      "ACOEM", "ACOEM",
    },
    { based "Knee Complaints Chapter, page 338.", "MTUS" },
    { based "Chronic Pain Medical Treatment Guidelines (ACOEM).", "MTUS", "ACOEM" },
    { mtus "Low Back Complaints (2004), and ACOEM.", "MTUS", "ACOEM" },
    { mtus "Eye 2004, Section(s): Initial Care, and Low Back Complaints (ACOEM Guidelines, Chapter 12).",
      "MTUS", "ACOEM" },
  })
end)

describe("a citation's id", function()
  local BACK = "ACOEM 2004 chapter 12: Low Back Complaints"
  local PAIN = "MTUS Chronic Pain Medical Treatment Guidelines 2009"
  check("id", {
    { mtus "Low Back Complaints 2004, Section(s): Summary.", BACK },
    { mtus "ACOEM Chapter 12 Low Back Complaints Page(s): 289.", BACK },
    { other "ACOEM Practice Guidelines, 2nd Edition (2004), Chapter 12, page 289.", BACK },
    { mtus "Chronic Pain Medical Treatment 2009.", PAIN },
    { mtus "Chronic Pain Treatment Guidelines Ketamine Page(s): 56.", PAIN },
    { mtus "Chronic Pain Medical Treatment 2016.", "MTUS Chronic Pain Medical Treatment Guidelines 2016" },
    { mtus "Chronic Pain Guideline 2017, Section(s): Medications.", "ACOEM Chronic Pain Guideline" },
    { mtus "Low Back Disorders Guideline 2019.", "ACOEM Low Back Disorders Guideline" },
    {
      mtus "ACOEM Chapter 3 Initial Approaches to Treatment Page(s): 48.",
      "ACOEM 2004 chapter 3: Initial Approaches to Treatment",
    },
    { mtus "Elbow Disorders (Revised 2007) Page(s): 26.", "ACOEM 2007 chapter 10: Elbow Complaints" },
    { mtus "ACOEM.", "ACOEM Practice Guidelines" },
    { other "ODG, Low Back, Traction.", "ODG Low Back" },
    { other "ODG Low Back - Lumbar & Thoracic (Acute & Chronic), Traction.", "ODG Low Back" },
    { other "Official Disability Guidelines (ODG).", "ODG" },
    { other "ODG, Podiatry Chapter, Orthotics.", "ODG" },
    { mtus "Gastrointestinal Guideline 2021, Section(s): Reflux.", false },
    { other "Merck Manual, Vertigo.", false },
    { mtus "Ketamine Page(s): 56.", "MTUS" },
  })
end)

describe("a citation's title", function()
  check("title", {
    { mtus "Chronic Pain Treatment Guidelines Ketamine Page(s): 56.", "Chronic Pain Treatment Guidelines" },
    { mtus "Chronic Pain Medical Treatment 2009, Section(s): Botox.", "Chronic Pain Medical Treatment" },
    { mtus "Postsurgical Treatment Guidelines.", "Postsurgical Treatment Guidelines" },
    {
      mtus "Forearm, Wrist, and Hand Complaints 2004, Section(s): Physical Methods.",
      "Forearm, Wrist, and Hand Complaints",
    },
    { mtus "ACOEM Chapter 14 Ankle and Foot Complaints Page(s): 370.", "Ankle and Foot Complaints" },
    {
      mtus "ACOEM Chapter 6 Pain, Suffering, Restoration of Function Page(s): 110.",
      "Pain, Suffering, Restoration of Function",
    },
    { mtus "Elbow (Revised 2007), Section(s): Epicondylalgia.", "Elbow" },
    { mtus "General Approaches 2004, Section(s): Prevention.", "General Approaches" },
    { mtus "Ketamine Page(s): 56.", false },
    { mtus "Gastrointestinal Guideline 2021, Section(s): Reflux.", "Gastrointestinal Guideline" },
    { other "Official Disability Guidelines (ODG), Head, CT.", false },
    { other "ACOEM Guidelines, 2nd Edition (2004), Chapter 9, page 207.", false },
    { other "ACOEM Guidelines, 2nd Edition (2004), Knee Complaints, Chapter 13, page 330.", "Knee Complaints" },
    { other "Merck Manual, 2011.", "Merck Manual" },
    {
      other "Hale RD, Ortiz M, et al. Vertigo after concussion. Neurol Today. 2010;14(2):5-9.",
      "Vertigo after concussion",
    },
    { other "Hale RD, Ortiz M. Is rest enough? Neurol Today. 2010;14(2):5-9.", "Is rest enough?" },
    { other "National Institute of Mental Health. Sleep and Work. 2012.", "Sleep and Work" },
    { other "National Institute of Mental Health.", false },
    { other "FDA (Lyrica).", "Lyrica" },
    { other "American Burn Association (Silver sulfadiazine), 2012.", "Silver sulfadiazine" },
    { other "American Burn Association (ABA).", false },
    { other "American Burn Association (updated 3/1/2013).", false },
    { other "American Burn Association (http://www.example.org).", false },
    { other "FDA (Food and Drug Administration).", false },
    { other "American Burn Association (ABA). Skin grafts of the hand.", "Skin grafts of the hand" },
    { other "Epocrates: Lyrica (http://www.example.org/lyrica).", "Lyrica" },
    { other "UpToDate: Vertigo. Topic 1990, Version 9.0.", "Vertigo" },
    { other "Medscape: http://www.example.org/lyrica.", false },
    { other "FDA package insert for Lyrica.", "FDA package insert for Lyrica" },
    { other "FDA labels of gabapentinoids, 2014.", "FDA labels of gabapentinoids" },
    { other "Epocrates Online.", false },
    { other "Package insert, American Burn Association.", "Package insert" },
    {
      other "American Academy of Neurology Practice Guideline: Headache.",
      "American Academy of Neurology Practice Guideline: Headache",
    },
    { other "http://www.example.org/vertigo.", false },
    {
      mtus "Acupuncture Treatment 2007, and Knee Complaints 2004, Section(s): Initial Care.",
      "Acupuncture Treatment",
      "Knee Complaints",
    },
    {
      mtus "General Approaches 2004, Section(s): Cornerstones of Disability Prevention and Management, Prevention.",
      "General Approaches",
    },
    { based "Low Back Complaints (ACOEM Practice Guidelines, 2nd Edition (2004), Chapter 12), page 300.",
      "Low Back Complaints" },
    { based "Eye Chapter of the ACOEM Guidelines.", "Eye" },
    { mtus "Knee Complaints (Chapter 13 of the ACOEM Guidelines), page 338.", "Knee Complaints" },
    { mtus "ACOEM Knee Complaints (ACOEM Guidelines, 2004), page 338.", "Knee Complaints" },
  })
end)

describe("a citation's year", function()
  check("year", {
    { mtus "Chronic Pain Medical Treatment 2009, Section(s): Botox.", 2009 },
    { mtus "Chronic Pain Treatment Guidelines (May 2009), Ketamine.", 2009 },
    {
      mtus "Chronic Pain Treatment Guidelines 8 C.C.R. 9792.20 - 9792.26 (Effective July 18, 2009) Page 56 of 127.",
      2009,
    },
    { mtus "Elbow Disorders (Revised 2007) Page(s): 26.", 2007 },
    { mtus "Opioids Treatment 2016.", 2016 },
    { mtus "Chronic Pain Treatment Guidelines Ketamine Page(s): 56.", false },
    { mtus "ACOEM Chapter 8 Neck and Upper Back Complaints Page(s): 181.", false },
    { mtus "Eye 2004, Section(s): Summary, and Knee Complaints 2004.", 2004, 2004 },
    { other "ACOEM Practice Guidelines, 2nd Edition (2004), Chapter 9.", 2004 },
    { other "Official Disability Guidelines, Treatment Index, 11th Edition (web), 2014, Head Chapter, CT.", 2014 },
    { other "ODG, Head (updated 11/22/16), CT.", false },
    { other "ODG, Head (updated 11/22/2016), CT.", false },
    { other "ODG Online Edition, 2013 Chapter: Head, CT.", 2013 },
    { other "ODG, 2016 edition, Shoulder Chapter, Cold packs.", 2016 },
    { other "ODG, 2016 Shoulder Chapter, Cold packs.", 2016 },
    { other "ODG, Shoulder, Cold packs, 2016 review of cryotherapy.", false },
    { other "ODG, Head, CT (last updated 06/04/2013).", false },
    { other "Hale RD, Ortiz M, et al. Vertigo after concussion. Neurol Today. 2010;14(2):2005-2009.", 2010 },
    { other "UpToDate: Vertigo. Topic 1990, Version 9.0. Accessed 03/02/2015.", 2015 },
    { other "Merck Manual, 2011. Accessed 03/02/2015.", 2011 },
    { other "Merck Manual: Vertigo. Retrieved on 03/02/2015.", 2015 },
    { other "Merck Manual: Vertigo. LAST UPDATED: March 2, 2015.", 2015 },
    { other "Merck Manual: Vertigo. Last reviewed 2 Mar. 2015.", 2015 },
    { other "Merck Manual: Vertigo, visited 2015-03-02", false },
    { other "Merck Manual: Vertigo, visited 02-2015", false },
    { other "http://www.example.org/2012/vertigo.", false },
    { based "Low Back Complaints (ACOEM Practice Guidelines, 2nd Edition (2004), Chapter 12), page 300.", 2004 },
    { based "Low Back Complaints (ACOEM Practice Guidelines, 2004, Chapter 12), page 300.", 2004 },
    { based "Low Back Complaints Chapter of the ACOEM Guidelines, page 300.", false },
  })
end)

describe("a citation's chapter", function()
  check("chapter", {
    { other "ODG, Low Back, Traction.", "Low Back" },
    { other "Official Disability Guidelines (ODG) Low Back Chapter, Traction.", "Low Back" },
    { other "Official Disability Guidelines: Neck & Upper Back, Traction.", "Neck & Upper Back" },
    { other "Official Disability Guidelines - Pain (Chronic) - Melatonin.", "Pain (Chronic)" },
    { other "ODG/Shoulder/Arthrography.", "Shoulder" },
    { other "ODG Work hardening/Preface.", "Preface" },
    { other "ODG, Chapter: Hip & Pelvis, Section: Resurfacing.", "Hip & Pelvis" },
    { other "ODG, Melatonin, Pain (Chronic).", "Pain (Chronic)" },
    { other "ODG, Forearm, Wrist, & Hand, Splints.", "Forearm, Wrist, & Hand" },
    {
      other "ODG Head (trauma, headaches, etc., not including stress & mental disorders), CT.",
      "Head (trauma, headaches, etc., not including stress & mental disorders)",
    },
    { other "ODG, Podiatry Chapter, Orthotics.", "Podiatry" },
    { outside "ODG (Online Version), Knee & Leg (updated 11/22/16), Walking aids.", "Knee & Leg" },
    { outside "ODG Knee Procedure Summary, Walking aids.", "Knee" },
    {
      other "ODG; Work Loss Data Institute, LLC; Encinitas, CA; www.odg-twc.com; Section: Hip & Pelvis.",
      "Hip & Pelvis",
    },
    { other "ODG, Work Loss Data Institute, Corpus Christi, Texas, Neck and Upper Back (updated 2/14/13).",
      "Neck and Upper Back" },
    { other "Work Loss Data Institute, Inc., Encinitas (CA), Elbow.", "Elbow" },
    { other "ODG (latest edition), Elbow Chapter.", "Elbow" },
    { other "ODG, most recent version, Hernia Chapter.", "Hernia" },
    { other "ODG Online Version 2014 Chapter: Burns, Skin grafts.", "Burns" },
    { other "ODG, 2016 Shoulder Chapter, Cold packs.", "Shoulder" },
    { other "ODG, Pain chapter, Melatonin; Low Back Chapter, Traction.", "Pain", "Low Back" },
    { other "ODG, Shoulder, Cold packs; Knee & Leg, Walking aids.", "Shoulder", "Knee & Leg" },
    {
      other "ODG, Carpal Tunnel Syndrome, and Forearm, Wrist, and Hand.",
      "Carpal Tunnel Syndrome", "Forearm, Wrist, and Hand",
    },
    { other "ODG, Low Back, Physical therapy (PT), and Preface, Physical Therapy Guidelines.", "Low Back", "Preface" },
    { other "ODG, Low Back, Physical therapy, Preface.", "Low Back", "Preface" },
    { other "ODG, Low Back, Physical therapy, and preface.", "Low Back", "preface" },
    { other "ODG, Knee & Leg, Lateral retinacular release. Preface.", "Knee & Leg", "Preface" },
    { other "ODG, Hernia, Prefaced by mesh.", "Hernia" },
    { other "ODG, Melatonin.", false },
    { other "ODG Pain management programs.", false },
    { mtus "ACOEM Chapter 12 Low Back Complaints Page(s): 289.", "12" },
    { mtus "ACOEM Low Back Complaints, Chapter 12, page 289.", "12" },
    { mtus "Low Back Complaints 2004.", false },
    {
      mtus "ACOEM Chapter 8 Neck and Upper Back Complaints Page(s): 174, ACOEM Chapter 12 Low Back Complaints.",
      "8", "12",
    },
    { based "Low Back Complaints (ACOEM Practice Guidelines, 2nd Edition (2004), Chapter 12), page 300.", "12" },
    { based "Low Back Complaints (ACOEM Practice Guidelines, 2004, Chapter 12), page 300.", "12" },
    { based "Low Back Complaints, Chapter 12 of the ACOEM Practice Guidelines, page 300.", "12" },
    { based "Low Back Complaints Chapter 12 (ACOEM Practice Guidelines), page 300.", "12" },
    { based "Low Back Complaints (Chapter 12, ACOEM Practice Guidelines), page 300.", "12" },
    { based "Low Back Complaints Chapter (ACOEM Practice Guidelines), page 300.", false },
    { based "Chapter 9 of the ACOEM Practice Guidelines, page 204.", "9" },
    { mtus "ACOEM Chapter 9 Shoulder Complaints Page(s): Chapter 9 Pages 203-204; 211.", "9" },
    { mtus "ACOEM Chapter 9, Chapter 12 of the ACOEM Guidelines.", "9", "12" },
    { other "ODG, Pain, Chronic Ketamine.", "Pain" },
    { other "ODG, Pain, Chronic, Melatonin.", "Pain, Chronic" },
    { other "ODG, Low Back, Lumbar Traction.", "Low Back" },
    { other "ODG, Forearm, Wrist & Hand Splints.", "Forearm, Wrist & Hand" },
    { other "ODG, Pain(Chronic), Ketamine.", "Pain(Chronic)" },
    { other "ODG, Pain(Chronic) chapter, Ketamine.", "Pain(Chronic)" },
    { other "ODG, [Pain], [Ketamine].", "Pain" },
    { other "ODG, <Pain>, <Ketamine>.", "Pain" },
    { other "ODG, Knee&Leg, Braces.", "Knee&Leg" },
    { other "ODG, Foot/Ankle, Braces.", "Foot/Ankle" },
    { other "ODG, Pain (Chronic use of ketamine).", "Pain" },
  })
end)

describe("a citation's sections", function()
  check("sections", {
    { "The Claims Administrator based its decision on the Physical Medicine section of the MTUS, page 98.",
      { "Physical Medicine" } },
    { "The Claims Administrator based its decision on the Opioids section of the Chronic Pain Medical Treatment "
      .. "Guidelines, page 80.", { "Opioids" } },
    {
      mtus "Chronic Pain Medical Treatment 2009, Section(s): Botulinum toxin (Botox; Myobloc).",
      { "Botulinum toxin (Botox; Myobloc)" },
    },
    {
      mtus "Chronic Pain Medical Treatment 2009, Section(s): Opioids, criteria for use, Opioids, dosing.",
      { "Opioids, criteria for use", "Opioids, dosing" },
    },
    {
      mtus(
        "Chronic Pain Medical Treatment 2009, Section(s): NSAIDs, GI symptoms & cardiovascular risk, "
          .. "TENS, chronic pain (transcutaneous electrical nerve stimulation)."
      ),
      {
        "NSAIDs, GI symptoms & cardiovascular risk",
        "TENS, chronic pain (transcutaneous electrical nerve stimulation)",
      },
    },
    {
      mtus "Chronic Pain Treatment Guidelines Ketamine, Massage therapy Page(s): 56, 60.",
      { "Ketamine", "Massage therapy" },
    },
    {
      mtus "Chronic Pain Treatment Guidelines Baclofen (Lioresal, generic available) Page(s): 64.",
      { "Baclofen (Lioresal, generic available)" },
    },
    {
      mtus "Chronic Pain Treatment Guidelines Opioids, criteria for use; Weaning of medications Page(s): 124.",
      { "Opioids, criteria for use", "Weaning of medications" },
    },
    {
      mtus "Chronic pain treatment guidelines ketamine, massage therapy, yoga page(s): 60.",
      { "ketamine", "massage therapy", "yoga" },
    },
    {
      mtus "Chronic Pain Treatment Guidelines Imaginary therapy, second trial Page(s): 9.",
      { "Imaginary therapy, second trial" },
    },
    { mtus "Chronic Pain Treatment Guidelines Page(s): 9.", false },
    { mtus "Ketamine Page(s): 56.", { "Ketamine" } },
    { mtus "Chronic Pain Treatment Guidelines 8 C.C.R. 9792.20 - 9792.26 Page(s): 60.", false },
    {
      mtus "Chronic Pain Treatment Guidelines, Massage therapy, page 60; Yoga, page 126.",
      { "Massage therapy", "Yoga" },
    },
    {
      mtus "Shoulder Complaints 2004, Section(s): Initial Care, and Eye 2004, Section(s): Summary.",
      { "Initial Care" }, { "Summary" },
    },
    { mtus "Postsurgical Treatment 2009, Section(s): Shoulder.", { "Shoulder" } },
    { other "ODG Low Back Traction.", { "Traction" } },
    {
      other "ODG Treatment; Integrated Treatment/Disability Duration Guidelines; Pain (Chronic): Melatonin.",
      { "Melatonin" },
    },
    { other "ODG Integrated Treatment/Disability Duration Guidelines, Shoulder, Cold packs.", { "Cold packs" } },
    { other "ODG, Knee, Integrated care, Treatment of sprains.", { "Integrated care", "Treatment of sprains" } },
    { other "ODG, Pain, Melatonin, and Insomnia treatment.", { "Melatonin", "Insomnia treatment" } },
    { other "ODG, Low Back, Lumbar sprains and strains.", { "Lumbar sprains and strains" } },
    {
      other "ODG, Infectious Diseases, Bone & joint infections: osteomyelitis, acute.",
      { "Bone & joint infections: osteomyelitis, acute" },
    },
    { other "ODG, Low Back Chapter (updated 11/22/16).", false },
    { other "ODG Work hardening/Preface.", { "Work hardening" } },
    { other "ODG, Hip & Pelvis, Traction, and Preface, Yoga.", { "Traction" }, { "Yoga" } },
    { other "ODG Pain management programs.", { "Pain management programs" } },
    { other "ODG, Low Back. Traction.", { "Traction" } },
    { other "ODG; Work Loss Data Institute, LLC; Encinitas, CA; www.odg-twc.com; Section: Elbow.", false },
    { other "ODG; Work Loss Data Institute LLC, Corpus Christi TX; Section: Elbow; Splinting.", { "Splinting" } },
    { other "ODG (current edition), Elbow Chapter.", false },
    { other "ODG (most current version), Elbow, Splinting (padding).", { "Splinting (padding)" } },
    { other "ODG Online Edition, 2013 Chapter: Head, CT.", { "CT" } },
    { other "ODG, Web Edition (12th edition), Head, CT.", { "CT" } },
    { other "ODG, Knee, Current perception threshold testing.", { "Current perception threshold testing" } },
    { other "ODG, Neck, 1) Traction 2) Collars.", { "Traction", "Collars" } },
    { other "Merck Manual, Vertigo.", false },
    {
      mtus(
        "Chronic Pain Medical Treatment 2009, Section(s): Opioids, cancer pain versus non-malignant pain, "
          .. "Opioids, dosing."
      ),
      { "Opioids, cancer pain versus non-malignant pain", "Opioids, dosing" },
    },
    {
      mtus "Chronic Pain Treatment Guidelines Opioids, rotation of agents Page(s): 86.",
      { "Opioids, rotation of agents" },
    },
    { mtus "Chronic Pain Treatment Guidelines Opioids, ketamine Page(s): 56, 86.", { "Opioids", "ketamine" } },
    { mtus "Chronic Pain Treatment Guidelines opioids, rotation Page(s): 86.", { "opioids", "rotation" } },
    { mtus "Chronic Pain Treatment Guidelines Yoga, home program Page(s): 126.", { "Yoga", "home program" } },
    {
      mtus "Chronic Pain Treatment Guidelines NSAIDs, GI symptoms & cardiovascular risks, Ketamine Page(s): 68.",
      { "NSAIDs, GI symptoms & cardiovascular risks", "Ketamine" },
    },
    {
      mtus "Chronic Pain Treatment Guidelines NSAIDs: GI symptoms, and cardiovascular risks; Yoga Page(s): 68.",
      { "NSAIDs: GI symptoms, and cardiovascular risks", "Yoga" },
    },
    { other "ODG, Pain, Cytochrome P450 genotyping, Melatonin.", { "Cytochrome P450 genotyping", "Melatonin" } },
    { other "ODG, Pain, Cytochrome P450.", { "Cytochrome P450" } },
    { other "ODG, Diabetes Chapter (Type 1, 2, and Gestational), Metformin.", { "Metformin" } },
    { other "ODG, Pain Chapter (Chronic): Melatonin.", { "Melatonin" } },
    { other "ODG, Head Chapter (trauma, headaches, etc.), CT.", { "CT" } },
    { other "ODG, Pain Chapter (Melatonin).", { "Melatonin" } },
    { other "ODG, Low Back, Traction, and AMA Guides.", { "Traction" }, false },
    { other "ODG, Elbow, Splinting and FDA.", { "Splinting" }, false },
    { other "ODG, Pain, FDA-approved opioids.", { "FDA-approved opioids" } },
    { other "ODG, Pain, Amantadine.", { "Amantadine" } },
    { based "Low Back Complaints Chapter (ACOEM Practice Guidelines, Chapter 12), Physical Methods.",
      { "Physical Methods" } },
    { based "Shoulder Complaints Chapter of the ACOEM Practice Guidelines, page 204.", false },
    { based "Knee Complaints Chapter, page 338.", false },
    { other "ODG, Low Back, Lumbar Traction.", { "Lumbar Traction" } },
    { other "ODG, Shoulder, Shoulder Slings, Cold packs.", { "Shoulder Slings", "Cold packs" } },
    { other "ODG, Neck and Upper Back Chapter, Cervical Pillows.", { "Cervical Pillows" } },
    { other "ODG, Pain, Pain Diaries.", { "Pain Diaries" } },
    { other "ODG, Mental Illness & Stress, Stress Interviews.", { "Stress Interviews" } },
    { other "ODG, Pain, Chronic Ketamine.", { "Chronic Ketamine" } },
    { other "ODG, Low Back, Lumbar Spine Traction.", { "Lumbar Spine Traction" } },
    { other "ODG, Low Back Chapter - Lumbar & Thoracic (Acute & Chronic), Traction.", { "Traction" } },
    { other "ODG, Low Back, Lumbar & Thoracic, Traction.", { "Traction" } },
    { other "ODG, Pain, Chronic, Melatonin.", { "Melatonin" } },
    { other "ODG, Pain(Chronic) chapter, Ketamine.", { "Ketamine" } },
    { other "ODG, Head(trauma, headaches, etc; not including stress & mental disorders) CT.", { "CT" } },
    { other 'ODG, Forearm, Wrist, & Hand (Acute & Chronic) (Not including "Carpal Tunnel Syndrome"), CT.', { "CT" } },
    { other "ODG, [Pain], [Ketamine].", { "Ketamine" } },
    { other "ODG, <Pain>, <Ketamine>, <Yoga>.", { "Ketamine", "Yoga" } },
    { other "ODG, Pain (Chronic use of ketamine).", { "Chronic use of ketamine" } },
  })
end)

describe("a citation's pages", function()
  check("pages", {
    { mtus "Chronic Pain Treatment Guidelines Ketamine Page(s): 56.", { { 56, 56 } } },
    { mtus "Chronic Pain Treatment Guidelines Page(s): 76-80, 88, 89.", { { 76, 80 }, { 88, 88 }, { 89, 89 } } },
    { mtus "Chronic Pain Treatment Guidelines Page(s): 9,74, 78-97.", { { 9, 9 }, { 74, 74 }, { 78, 97 } } },
    { mtus "Chronic Pain Treatment Guidelines Page(s): 98\u{2013}99.", { { 98, 99 } } },
    { mtus "Chronic Pain Treatment Guidelines Page(s): 98 - 99.", { { 98, 99 } } },
    { mtus "Chronic Pain Treatment Guidelines, pages 98 to 99.", { { 98, 99 } } },
    { mtus "Chronic Pain Treatment Guidelines, pages 58 and 59.", { { 58, 58 }, { 59, 59 } } },
    { mtus "Chronic Pain Treatment Guidelines, pg. 111-113.", { { 111, 113 } } },
    { mtus "Chronic Pain Treatment Guidelines p.18.", { { 18, 18 } } },
    { mtus "Chronic Pain Treatment Guidelines pp 18-9.", { { 18, 19 } } },
    { mtus "Chronic Pain Treatment Guidelines, Page 78 of 127.", { { 78, 78 } } },
    { mtus "ACOEM Chapter 9 Shoulder Complaints Page(s): Table 9-6, 213-4.", { { 213, 214 } } },
    { mtus "Chronic Pain Treatment Guidelines, Ketamine, page 56; Yoga, page 126.", { { 56, 56 }, { 126, 126 } } },
    {
      mtus "ACOEM Chapter 9 Shoulder Complaints Page(s): 209, and ACOEM Chapter 7 Page(s): 127.",
      { { 209, 209 } }, { { 127, 127 } },
    },
    { mtus "ACOEM, page 112, 2004.", { { 112, 112 } } },
    { mtus "Chronic Pain Treatment Guidelines Opioids p78.", { { 78, 78 } } },
    { mtus "Chronic Pain Treatment Guidelines, p78 and p80-81; Yoga.", { { 78, 78 }, { 80, 81 } } },
    { other "ODG, Pain, Cytochrome P450 genotyping.", false },
    { mtus "Chronic Pain Treatment Guidelines Page(s): .", false },
    { mtus "Chronic Pain Medical Treatment 2009, Section(s): Physical medicine.", false },
    { other "AMA Guides to Impairment, 5th Edition, page 382.", { { 382, 382 } } },
    { other "Hale RD, Ortiz M. Vertigo. Neurol Today. 2010;14(2):5-9.", false },
    { based "Low Back Complaints (ACOEM Practice Guidelines, 2nd Edition (2004), Chapter 12) page 300.",
      { { 300, 300 } } },
    {
      based("Knee Complaints (ACOEM Practice Guidelines, Chapter 13), page 338, and the Low Back Complaints Chapter "
        .. "(ACOEM Practice Guidelines, Chapter 12), pages 300-303."),
      { { 338, 338 } }, { { 300, 303 } },
    },
    { mtus "ACOEM Chapter 9 Shoulder Complaints Page(s): Chapter 9 Pages 203-204; 211.",
      { { 203, 204 }, { 211, 211 } } },
  })
end)

describe("a citation's address", function()
  check("url", {
    { other "http://www.example.org/vertigo.html.", "http://www.example.org/vertigo.html" },
    { other(EVIDENCE .. "https://example.org/a?b=1&c=2#d."), "https://example.org/a?b=1&c=2#d" },
    { other(EVIDENCE:gsub(" $", "") .. "http://www.example.org/x"), "http://www.example.org/x" },
    { other "www.example.org/vertigo", "www.example.org/vertigo" },
    { other "http://a.example.org/x, http://b.example.org/y.", "http://a.example.org/x", "http://b.example.org/y" },
    {
      other "http://a.example.org/x; www.example.org and http://c.example.org.",
      "http://a.example.org/x", "www.example.org", "http://c.example.org",
    },
    { other "ODG, Head, CT. http://www.example.org/ct.", false, "http://www.example.org/ct" },
    { other "ODG, Head, http://www.odg-twc.com/odgtwc/head.htm#CT.", "http://www.odg-twc.com/odgtwc/head.htm#CT" },
    { other "http://www.odg-twc.com/index.html.", "http://www.odg-twc.com/index.html" },
    {
      other "National Institute of Mental Health. Sleep and Work. 2012. https://example.org/sleep.",
      "https://example.org/sleep",
    },
    { other "Vertigo (http://www.example.org/v), last accessed 03/02/2015.", "http://www.example.org/v" },
    { other "http://www.example.org/v(2)x.", "http://www.example.org/v(2)x" },
    { other "http://www.example.org/v. ODG, Head.", "http://www.example.org/v", false },
    { other "ODG, Head, CT.", false },
    { other "The www of the Merck Manual.", false },
    { mtus "Knee Complaints 2004.", false },
  })
end)

describe("a citation's text", function()
  check("text", {
    { mtus "Knee Complaints 2004, Section(s): Initial Care.", "MTUS Knee Complaints 2004, Section(s): Initial Care" },
    {
      mtus "ACOEM Chapter 13 Knee Complaints Page(s): 340, 341.",
      "MTUS ACOEM Chapter 13 Knee Complaints Page(s): 340, 341",
    },
    { mtus ".", "MTUS" },
    { mtus "Eye 2004, and Knee Complaints 2004.", "MTUS Eye 2004", "Knee Complaints 2004" },
    { mtus "Eye 2004. Decision based on Non-MTUS Citation ODG, Eye.", "MTUS Eye 2004", "ODG, Eye" },
    {
      other "Official Disability Guidelines (ODG), Head Chapter, CT.",
      "Official Disability Guidelines (ODG), Head Chapter, CT",
    },
    { other "ODG (Head, CT).", "ODG (Head, CT)" },
    { other "ODG, Head (updated 11/22/16), CT.", "ODG, Head (updated 11/22/16), CT" },
    { other "ODG, Head, CT; Eye Chapter.", "ODG, Head, CT", "Eye Chapter" },
    { other "ODG, Head. http://www.example.org/ct.", "ODG, Head", "http://www.example.org/ct" },
    { other(EVIDENCE .. "Merck Manual, Vertigo."), "Merck Manual, Vertigo" },
    { other "Merck Manual; Epocrates.", "Merck Manual", "Epocrates" },
    {
      other "1. Hale RD, Ortiz M. Vertigo. 2010. 2. Webb T, Ruiz A. Falls. 2011.",
      "Hale RD, Ortiz M. Vertigo. 2010", "Webb T, Ruiz A. Falls. 2011",
    },
    {
      "The Claims Administrator based its decision on the Chronic Pain Medical Treatment Guidelines (2009), "
        .. "page 23, Biofeedback, part of the MTUS. The provider did not dispute the guidelines.",
      "Chronic Pain Medical Treatment Guidelines (2009), page 23, Biofeedback",
    },
    {
      "The Claims Administrator relied on the ACOEM Guidelines, Chapter 9, which are part of the MTUS, and the "
        .. "ODG, Shoulder, which is not part of the MTUS.",
      "ACOEM Guidelines, Chapter 9",
      "ODG, Shoulder",
    },
    { "ODG, Hernia, Mesh. The chapter addresses this directly.", "ODG, Hernia, Mesh" },
    { based "Low Back Complaints Chapter (ACOEM Guidelines, Chapter 12), page 300, which is part of the MTUS.",
      "Low Back Complaints Chapter (ACOEM Guidelines, Chapter 12), page 300" },
  })
end)

-- Most pieces of a statement are told from all others by their first two letters.
describe("what stands behind a section", function()
  local SECTION = mtus "Eye 2004, Section(s): Patching "
  local pages = {
    "Page(s): 9", "page 9", "PAGES 9", "pgs. 9", "pg 9", "Pg(s): 9", "pp. 9", "p. 9", "p9", "P: 9", "p#9",
  }
  for _, label in ipairs(pages) do
    it("may be its page, as " .. label, function()
      assert.are.same({ { 9, 9 } }, citations(SECTION .. label .. ".")[1].pages)
      assert.are.same({ { 9, 9 } }, citations(SECTION:gsub(" $", ", ") .. label .. ".")[1].pages)
    end)
  end

  for _, label in ipairs { "Section(s):", "sections", "SECTION:", "Topic:", "topics:", "Topic(s):" } do
    it("may be another's label, as " .. label, function()
      assert.are.same({ "Patching", "Rest" }, citations(SECTION:gsub(" $", ". ") .. label .. " Rest.")[1].sections)
    end)
  end

  for _, address in ipairs { "http://example.org/v", "https://example.org", "www.example.org", "HTTP://EXAMPLE.ORG" } do
    it("may be an address, as " .. address, function()
      assert.are.equal(address, citations(SECTION:gsub(" $", ", ") .. address .. ".")[2].url)
    end)
  end

  local labels = { EVIDENCE, "Medical evidence: ", "Other: ", "Citation: ", "Non-MTUS Citation " }
  for _, label in ipairs(labels) do
    it("may be other evidence, as " .. label, function()
      assert.are.equal("Merck Manual, Vertigo",
        citations(SECTION:gsub(" $", ". ") .. label .. "Merck Manual, Vertigo.")[2].text)
    end)
  end

  local deciders = {
    "The Claims Administrator", "The Expert Reviewer", "The Physician Reviewer", "The provider",
    "Claims Administrator", "Expert Reviewer",
  }
  for _, who in ipairs(deciders) do
    it("may be a sentence about " .. who:lower(), function()
      assert.are.equal(1, #citations(SECTION:gsub(" $", ". ") .. who .. " found none of it."))
    end)
  end

  local years = {
    "2009", "(2009)", "(May 2009)", "January 2009", "Feb. 2009", "March 3, 2009", "Apr 2009", "May 2009", "June 2009",
    "July 2009", "Aug 2009", "Sept. 2009", "October, 2009", "Nov 2009", "Dec 2009", "revised 2009", "Rev. 2009",
    "effective 2009", "dated May 2009", "adopted 2009",
  }
  for _, year in ipairs(years) do
    it("may be a year, behind a guideline's name as " .. year, function()
      assert.are.equal(2009, citations(other("ODG, " .. year .. ", Shoulder."))[1].year)
    end)
  end

  for _, verb in ipairs { "is", "are", "was", "were", "does", "do", "did", "has", "have" } do
    it("may be what the sentence goes on with, as " .. verb, function()
      assert.is_nil(citations(other("ODG " .. verb .. " not about it."))[1].sections)
    end)
  end
end)

describe("a statement", function()
  it("gives what an analyst adds to the guidelines, the chapters, and the sections", function()
    local parser = imr.new {
      guidelines = { ["Dental Complaints"] = { id = "MTUS Dental Complaints", authority = "MTUS" } },
      odg_chapters = { ["Dental & Jaw"] = { id = "ODG Dental" } },
      sections = { ["Crowns, temporary"] = {} },
    }
    local statement = mtus "Dental Complaints 2030, Section(s): Crowns, temporary, Bridges. "
      .. "Decision based on Non-MTUS Citation ODG, Dental & Jaw, Crowns."
    local document = parser:parse(letter.text { issues = { { administrator = statement } } })
    local first, second = table.unpack(document.issues[1].administrator_guideline.citations)
    assert.are.equal("MTUS Dental Complaints", first.id)
    assert.are.same({ "Crowns, temporary", "Bridges" }, first.sections)
    assert.are.equal("ODG Dental", second.id)
    assert.are.equal("Dental & Jaw", second.chapter)
  end)

  it("is read for both sides", function()
    local document = imr.parse(letter.text {
      issues = { { administrator = mtus "Eye 2004.", reviewer = other "ODG, Eye." } },
    })
    assert.are.equal("MTUS", document.issues[1].administrator_guideline.citations[1].authority)
    assert.are.equal("ODG", document.issues[1].reviewer_guideline.citations[1].authority)
  end)

  it("is read quickly where it is nonsense", function()
    local before = os.clock()
    local pieces = { "(", "((a)", "MTUS ", "Smith AB, ", "1) ", "http://", "ODG ", "page 1, ", ".. ", "and " }
    for _, piece in ipairs(pieces) do
      assert.are.equal("table", type(citations(other(piece:rep(20000)))))
    end
    assert.is_true(os.clock() - before < 5)
  end)
end)
