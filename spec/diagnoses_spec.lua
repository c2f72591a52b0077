local imr = require "imr"
local letter = require "spec.support.letter"

local function diagnoses(summary)
  return imr.parse(letter.text { summary = summary }).diagnoses
end

describe("diagnoses", function()
  -- { summary, the diagnoses ... }
  local cases = {
    { "The diagnoses are lumbar strain and lumbar spondylosis.", "lumbar strain", "lumbar spondylosis" },
    { "He was diagnosed with gout, obesity, and a left knee sprain.", "gout", "obesity", "left knee sprain" },
    { "She was diagnosed as having carpal tunnel syndrome.", "carpal tunnel syndrome" },
    { "Diagnoses include cervical radiculopathy and facet arthropathy.", "cervical radiculopathy",
      "facet arthropathy" },
    { "The injured worker's diagnoses included insomnia; hernia, right; and depression.", "insomnia", "hernia, right",
      "depression" },
    { "Diagnosis: plantar fasciitis.", "plantar fasciitis" },
    { "Diagnoses: 1. Lumbar strain. 2. Sciatica. 3. Hypertension. He uses a cane.", "Lumbar strain", "Sciatica",
      "Hypertension" },
    { "Diagnoses were (1) shoulder impingement (2) biceps tendinitis.", "shoulder impingement", "biceps tendinitis" },
    { "The impression was cervical disc displacement.", "cervical disc displacement" },
    { "The assessment was contusion of the left forearm.", "contusion of the left forearm" },
    { "Diagnostic impression shows headache, dizziness.", "headache", "dizziness" },
    { "She is being treated for lateral epicondylitis.", "lateral epicondylitis" },
    { "She is being followed for complex regional pain syndrome, lumbago and insomnia.",
      "complex regional pain syndrome", "lumbago", "insomnia" },
    { "He has been followed for hypertension and a rotator cuff tear.", "hypertension", "rotator cuff tear" },
    { "He is currently followed up for plantar fasciitis.", "plantar fasciitis" },
    { "She has been followed for two years." },
    { "He is being followed for medication refills and work status." },
    { "He is being followed for pain management." },
    { "She is being treated for a frozen shoulder syndrome.", "frozen shoulder syndrome" },
    { "She has been treated for two months." },
    { "She is being treated for a period of six weeks." },
    { "The protocol was followed for lumbar strain." },
    { "He is undergoing treatment for low back pain and knee osteoarthritis.", "low back pain", "knee osteoarthritis" },
    { "There is documentation of current diagnoses (lumbar sprain, sciatica), and treatment to date (rest).",
      "lumbar sprain", "sciatica" },
    { "He has a diagnosis of rotator cuff tear and underwent surgery on 3/4/2014.", "rotator cuff tear" },
    { "He was diagnosed with inguinal hernia, right, and had a mesh repair.", "inguinal hernia, right" },
    { "Diagnosed with PTSD, chronic, and major depressive disorder, single episode, moderate.", "PTSD, chronic",
      "major depressive disorder, single episode, moderate" },
    { "The diagnosis is adjustment disorder with mixed anxiety and depressed mood.",
      "adjustment disorder with mixed anxiety and depressed mood" },
    { "Diagnoses include cervical, thoracic and lumbar strain.", "cervical, thoracic and lumbar strain" },
    { "Diagnoses include cervical and lumbar strain, and anxiety.", "cervical and lumbar strain", "anxiety" },
    { "The diagnosis was lumbar sprain and strain.", "lumbar sprain and strain" },
    { "Diagnoses were “second degree burn, right hand” and contracture of the wrist.", "second degree burn, right hand",
      "contracture of the wrist" },
    { "Current diagnoses are failed back syndrome, status post hip fusion and osteoporosis.", "failed back syndrome",
      "status post hip fusion", "osteoporosis" },
    { "He was diagnosed on 3/4/2012 with lumbar disc disease.", "lumbar disc disease" },
    { "She was diagnosed with a hernia on 3/4/2012.", "hernia" },
    { "Diagnoses include L4-L5 disc protrusion, L5-S1 stenosis (moderate, left).", "L4-L5 disc protrusion",
      "L5-S1 stenosis (moderate, left)" },
    { "The diagnoses included wrist sprain, and the treatment plan included therapy.", "wrist sprain" },
    { "Diagnoses carried in the chart are neuroma and gait disorder.", "neuroma", "gait disorder" },
    { "The diagnosis is sciatica. At a later visit the diagnosis was sciatica.", "sciatica" },
    { "The listed diagnoses per Dr.  are: 1. Neck sprain. 2. Right shoulder sprain, status post surgery.",
      "Neck sprain",
      "Right shoulder sprain, status post surgery" },
    { "She was diagnosed with ankle sprain by her physician and underwent therapy.", "ankle sprain" },
    { "He has been diagnosed with chronic pain, lumbar; Dr. Lee's exam shows spasm.", "chronic pain, lumbar" },
    { "Diagnosis were sprain and strain of the wrist.", "sprain and strain of the wrist" },
    { "Diagnosis: Lumbar radiculopathy (724.4); sciatica (724.3). Plan: Norco.", "Lumbar radiculopathy (724.4)",
      "sciatica (724.3)" },
    { "His diagnosis is consistent with cervical spondylosis; there is also a scar.", "cervical spondylosis" },
    { "Diagnoses include chronic pain, right thigh, and osteoarthritis, both great toes.", "chronic pain, right thigh",
      "osteoarthritis, both great toes" },
    { "He carries diagnoses of HTN and OSA.", "HTN", "OSA" },
    { "Diagnoses are lumbar DDD and TBI.", "lumbar DDD", "TBI" },
    { "The diagnosis is chronic regional pain syndrome, type I. The visits were approved.",
      "chronic regional pain syndrome, type I" },
    { "Diagnoses include asthma and hepatitis C. A hernia was repaired.", "asthma", "hepatitis C" },
    { "Assessment/Plan: cervical stenosis.", "cervical stenosis" },
    { "No diagnosis was given." },
    { "The diagnosis was not provided." },
    { "The differential diagnosis includes a tear." },
    { "An MRI impression was disc protrusion." },
    { "The MRI of the knee gave the impression: medial tear." },
    { "Her mother was diagnosed with cancer." },
    { "He complains of neck pain and headache." },
    { "Treatment for the wound took two weeks." },
    { "She is being treated for injuries sustained at work." },
    { "An ergonomic assessment was requested. Diagnostic studies were normal." },
    { "The pain assessment was 7/10." },
    { "He has not been diagnosed with diabetes." },
  }
  for _, case in ipairs(cases) do
    local want = { table.unpack(case, 2) }
    it(("finds %d in %q"):format(#want, case[1]), function()
      local found = diagnoses("The injured worker is a 50 year old male. " .. case[1])
      assert.same(#want > 0 and want or nil, found)
    end)
  end
end)
