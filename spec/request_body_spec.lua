-- Where on the body, at which levels, by which codes; and whether it was done already.

local request = require "spec.support.request"

describe("request.laterality", function()
  request.check("laterality", {
    { "MRI of the left knee", "left" },
    { "MRI of the right knee", "right" },
    { "RIGHT SHOULDER ARTHROSCOPY", "right" },
    { "EMG of the bilateral upper extremities", "bilateral" },
    { "Facet injections L4-5, bilaterally", "bilateral" },
    { "MRI of both hands", "bilateral" },
    { "X-rays of the left and right hips", "bilateral" },
    { "R knee MRI", "right" },
    { "(L) shoulder injection", "left" },
    { "Elbow brace (R)", "right" },
    { "Hinged knee brace, rt", "right" },
    { "Knee brace - LT", "left" },
    { "Knee brace, L", "left" },
    { "Shoulder sling, R.", "right" },
    { "MRI lt shoulder", "left" },
    { "EMG/NCV of BUE", "bilateral" },
    { "EMG RLE", "right" },
    { "Left L5 transforaminal injection", "left" },
    { "Physical therapy for the lumbar spine and right shoulder", "right" },
    { "Trigger point injections, bilateral trapezius", "bilateral" },
    { "Braces for the bilateral elbows and the right wrist", "bilateral" },
    { "X-rays of the left wrist and both knees", "bilateral" },
    { "Injections, right knee and bilateral shoulders, left first", "bilateral" },
    { "Knee brace, L1833, right", "right" },
    { "Rt L4 transforaminal injection", "right" },
    { "Lt C5-6 facet injection", "left" },
    { "(L) L4-5 epidural injection", "left" },
    { "L L4-5 epidural injection", "left" },
    { "R C6-7 nerve root block", "right" },
    { "B/L L5-S1 facet injections", "bilateral" },
    { "Bil L5-S1 facet injections", "bilateral" },
    -- none
    { "EMG of the lower extremities" },
    { "X-rays of the left hip and the right knee" },
    { "Both EMG and NCV" },
    { "Hospital stay for chest pain and RT therapy" },
    { "Knee orthosis type L with hinge" },
    { "L3908 wrist splint" },
    { "L1851 knee orthosis" },
    { "Back brace L0637 for the lumbar spine" },
    { "Brace L L0637" },
    { "Vitamin B, T4 and TSH" },
    { "L5-S1 epidural injection" },
    { "L-spine MRI" },
    { "X-ray of the L/S spine" },
    { "Physical therapy for the L/S" },
  })
end)

describe("request.body_parts", function()
  request.check("body_parts", {
    { "MRI of the left knee", { "knee" } },
    { "MRI of the neck", { "cervical spine" } },
    { "MRI of the low back", { "lumbar spine" } },
    { "Chiropractic manipulation to the thoracic and lumbar spine", { "thoracic spine", "lumbar spine" } },
    { "MRI C-spine", { "cervical spine" } },
    { "SI joint injection", { "sacroiliac joint" } },
    { "EMG of the upper extremities", { "upper extremity" } },
    { "EMG of BLE", { "lower extremity" } },
    { "Occupational therapy, right hand/wrist", { "hand", "wrist" } },
    { "X-rays of both feet", { "foot" } },
    { "MRI of the brain", { "head" } },
    { "Thumb splint", { "thumb" } },
    { "Chest X-ray", { "chest" } },
    { "Acupuncture for the neck, low back and knees", { "cervical spine", "lumbar spine", "knee" } },
    { "Cervical and lumbar MRI of the cervical spine", { "cervical spine", "lumbar spine" } },
    -- one word for two
    { "EMG of the upper and lower extremities", { "upper extremity", "lower extremity" } },
    { "EMG/NCS, bilateral upper & lower extremities", { "upper extremity", "lower extremity" } },
    { "NCV upper/lower extremities", { "upper extremity", "lower extremity" } },
    { "NCV of the upper / lower extremity", { "upper extremity", "lower extremity" } },
    { "NCV of the upper and/or lower extremities", { "upper extremity", "lower extremity" } },
    { "NCV right upper and left lower extremity", { "upper extremity", "lower extremity" } },
    { "NCV right upper and right lower extremities", { "upper extremity", "lower extremity" } },
    { "NCV of the lower and upper extremities", { "lower extremity", "upper extremity" } },
    { "Massage of the upper and lower back", { "thoracic spine", "lumbar spine" } },
    { "X-rays of the c/s, t/s and l/s", { "cervical spine", "thoracic spine", "lumbar spine" } },
    { "Upper endoscopy and lower extremity Doppler", { "lower extremity" } },
    { "Upper and lower dentures" },
    { "Dentures, upper and lower; EMG of the lower extremities", { "lower extremity" } },
    -- none
    { "L4-5 epidural injection" },
    { "Rotator cuff repair" },
    { "Hand held shower" },
    { "Urine C/S" },
    { "Consultation with a hand surgeon" },
    { "Knee scooter" },
    { "Lumbosacral brace" },
    { "Norco 10/325mg #60" },
  })
end)

describe("request.levels", function()
  request.check("levels", {
    { "L4-L5 epidural injection", { "L4-L5" } },
    { "L4-5 epidural injection", { "L4-L5" } },
    { "Left C5-6 injection", { "C5-C6" } },
    { "Bilateral C3-4 and C4-5 medial branch blocks", { "C3-C4", "C4-C5" } },
    { "L5-S1 discectomy", { "L5-S1" } },
    { "L5/S1 discectomy", { "L5-S1" } },
    { "L5-1 discectomy", { "L5-S1" } },
    { "L4-L5-S1 fusion", { "L4-L5", "L5-S1" } },
    { "C5-7 fusion", { "C5-C7" } },
    { "L3-S1 fusion", { "L3-S1" } },
    { "C3 to C7 fusion", { "C3-C7" } },
    { "T11-12 laminectomy", { "T11-T12" } },
    { "T12-L1 laminectomy", { "T12-L1" } },
    { "L3, L4 and L5 medial branch blocks", { "L3", "L4", "L5" } },
    { "epidural injection at l4-l5", { "L4-L5" } },
    { "L 4-5 epidural injection", { "L4-L5" } },
    { "C4-5, 5-6 and 6-7 fusion", { "C4-C5", "C5-C6", "C6-C7" } },
    { "Facet injections at L3, 4 and 5", { "L3", "L4", "L5" } },
    { "Facet injections at L3, 4, and 5", { "L3", "L4", "L5" } },
    { "Facet injections at L3 and, 4", { "L3", "L4" } },
    { "Facet injections at L4 and & 5", { "L4", "L5" } },
    { "Epidural injection at L4, 5 visits", { "L4" } },
    { "L4-5, 2 injections", { "L4-L5" } },
    { "Lumbar epidural injection at L5-S1 x1", { "L5-S1" } },
    { "Lumbar epidural injection at L5-S1 x 2", { "L5-S1" } },
    { "L4-5 x 3 level fusion", { "L4-L5" } },
    { "L5S1 discectomy", { "L5-S1" } },
    { "C3 thru C7 fusion", { "C3-C7" } },
    { "L4 to L5 fusion", { "L4-L5" } },
    { "L4 \u{2013} S1 fusion", { "L4-S1" } },
    { "L-4/5 injection", { "L4-L5" } },
    { "L4 - 5 mg dexamethasone injection", { "L4" } },
    { "L4 - 5 x 2", { "L4" } },
    { "L4, 5% lidocaine", { "L4" } },
    { "C4.5 injection at L3-4", { "L3-L4" } },
    -- pairs side by side
    { "L3-4/L4-5 injections", { "L3-L4", "L4-L5" } },
    { "C3-C4/C4-C5 facet blocks", { "C3-C4", "C4-C5" } },
    { "C4-5/5-6 fusion", { "C4-C5", "C5-C6" } },
    { "L3/4-L4/5 facet blocks", { "L3-L4", "L4-L5" } },
    { "L3-4-L4-5 facet blocks", { "L3-L4", "L4-L5" } },
    { "L3-4 to L4-5 facet blocks", { "L3-L4", "L4-L5" } },
    { "T7-T8/T8-T9 facet blocks", { "T7-T8", "T8-T9" } },
    { "L4-5 / 5-1 facet blocks", { "L4-L5", "L5-S1" } },
    { "C3-4/C6-7 facet blocks", { "C3-C4", "C6-C7" } },
    { "L5-S1/L3-4 facet blocks", { "L5-S1", "L3-L4" } },
    { "L2-3/L3-4/L4-5 facet blocks", { "L2-L3", "L3-L4", "L4-L5" } },
    { "L4-L5/S1 fusion", { "L4-L5", "L5-S1" } },
    { "L4/L5-S1 fusion", { "L4-L5", "L5-S1" } },
    { "L4-5/L5 injection", { "L4-L5", "L5" } },
    { "L5/L5 injection", { "L5" } },
    -- none
    { "Labs: TSH, T3, T4" },
    { "Vitamin B12 injection" },
    { "Lumbar orthosis L0637" },
    { "C9-10 injection" },
    { "L-spine MRI" },
    { "Physical therapy 2x6" },
  })
end)

describe("request.codes", function()
  request.check("codes", {
    { "Knee arthroscopy (CPT 29881)", { "29881" } },
    { "Shoulder surgery (CPT 29827, 29826)", { "29827", "29826" } },
    { "Fusion 22612 and 22614", { "22612", "22614" } },
    { "Manual wheelchair (K0005)", { "K0005" } },
    { "Lumbar orthosis L0637", { "L0637" } },
    { "TENS unit, HCPCS E0730", { "E0730" } },
    { "Follow up 99214", { "99214" } },
    { "EMG 95900-95904", { "95900", "95904" } },
    { "Knee replacement 27447-RT", { "27447" } },
    { "Extracorporeal shockwave therapy 0101T", { "0101T" } },
    { "CPT code: 62323, epidural injection", { "62323" } },
    { "Toradol injection J1885", { "J1885" } },
    { "Pump refill (CPT 62370) and reprogramming (CPT 62370)", { "62370" } },
    -- none
    { "Vitamin D 50000 units" },
    { "Vitamin D 50,000 units" },
    { "Urine drug screen, DOS 10/12/2013" },
    { "L4-5 epidural injection" },
    { "Norco 10/325mg #10000" },
    { "Naproxen 1000mg" },
    { "Wheelchair costing $12000" },
  })
end)

describe("request.retrospective", function()
  request.check("retrospective", {
    { "Retrospective urine drug screen", true },
    { "RETROSPECTIVE REQUEST FOR NORCO #60", true },
    { "Retro: Norco #60", true },
    { "Retrospectively, one lumbar support", true },
    { "Norco #60 (retrospective)", true },
    { "Urine drug screen, DOS 2/3/14", true },
    { "Urine drug screen (D.O.S. 2/3/14)", true },
    { "Urine drug screen for date of service 2/3/2014", true },
    { "Urine drug screens for dates of service 2/3/14 and 5/6/14", true },
    { "Toradol injection (given 06/15/2015)", true },
    { "Toradol injection administered on 6-15-15", true },
    { "Norco #60 dispensed on 3/4/13", true },
    { "X-ray of the knee performed 3/4/13", true },
    -- none
    { "Norco #60" },
    { "Prospective request for Norco #60" },
    { "Ultrasound as performed by the physician" },
    { "Therapy to be given 2 times a week" },
    { "Spectroscopy of the knee" },
    { "MRI of the left knee between 3/4/13 and 5/6/13" },
    { "Norco #60, date of service pending authorization" },
    { "Norco #60 (date of service: pending)" },
    { "Norco #60, DOS: TBD" },
    { "Norco #60, dates of service to be determined" },
    { "Norco #60, date of service not yet set" },
  })

  it("is said of a modified request in its first sentence", function()
    local issue = request.issue(
      "Retrospective Norco #60 was the original request. Norco #25 was authorized by the Claims "
        .. "Administrator. The remaining IMR eligible portion of the original request, Norco #35 is"
    )
    assert.are.equal("Norco #35", issue.treatment)
    assert.is_true(issue.request.retrospective)
  end)
end)

describe("request.adjunct", function()
  request.check("adjunct", {
    { "Associated surgical service: Cold therapy unit", true },
    { "Associated Surgical Service: Sling", true },
    { "ASSOCIATED SURGICAL SERVICE: ASSISTANT SURGEON", true },
    { "Associated surgical services: Pre-operative EKG", true },
    { "Associated surgical service - Physical therapy 2x6", true },
    { "Associated surgical service: Crutches", true },
    { "Associated surgical service: Norco 10/325mg #60", true },
    -- none
    { "Post-operative physical therapy 2x6" },
    { "Cold therapy unit" },
    { "Assistant surgeon" },
    { "Surgical boot" },
    { "Surgical service at an outpatient center" },
    { "Right knee arthroscopy and associated services" },
    { "Inpatient stay, 2 days" },
    { "Norco 10/325mg #60" },
    { "Pre-operative medical clearance" },
  })
end)

-- An item is taken apart piece by piece: no word or number may be lost or cut in two between them.
describe("a request", function()
  local item = "Norco 10/325mg one tablet every 8 hours #60 with 2 refills for the left knee"
  local service = "Injections of the right lower extremity at L4-5, CPT 27447, quantity 12"

  local function reads_alike(what, filler)
    local want = request.issue(filler(1) .. " " .. what).request
    assert.is_table(want.body_parts)
    for size = 2, 140 do
      local heading = filler(size) .. " " .. what
      assert.are.same(want, request.issue(heading).request, heading)
    end
  end

  local function one_word(size)
    return "Z" .. ("z"):rep(size)
  end

  local function many_words(size)
    return "Zz" .. (" zzzzz"):rep(size // 6) .. ("z"):rep(size % 6)
  end

  it("is read the same behind a word of any length", function()
    reads_alike(item, one_word)
    reads_alike(service, one_word)
  end)

  it("is read the same behind any number of words", function()
    reads_alike(item, many_words)
    reads_alike(service, many_words)
  end)
end)
