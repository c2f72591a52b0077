-- What can be counted: quantity, refills, frequency, sessions, weeks, and modified requests.

local request = require "spec.support.request"

describe("request.quantity", function()
  request.check("quantity", {
    { "Norco 10/325mg #60", 60 },
    { "Norco 10/325mg # 60", 60 },
    { "Norco 10/325mg (#60)", 60 },
    { "Skelaxin 800mg QTY: 60.00", 60 },
    { "Skelaxin 800mg QTY: 12345678901.5", 12345678901.5 },
    { "Skelaxin 800mg Qty 45", 45 },
    { "Skelaxin 800mg QTY45", 45 },
    { "Skelaxin 800mg count 45", 45 },
    { "Skelaxin 800mg, a count of 45", 45 },
    { "Skelaxin 800mg, 45 count, 2 refills", 45 },
    { "Skelaxin 800mg number 45", 45 },
    { "Skelaxin 800mg No. 45", 45 },
    { "Skelaxin 800mg, total of 45", 45 },
    { "Skelaxin 800mg, total of 45 days" },
    { "Skelaxin 800mg, a total of 12 monthly refills" },
    { "Tylenol No. 3" },
    { "Crown of tooth number 8" },
    { "Skelaxin 800mg with no refills" },
    { "Skelaxin 800mg, quantity of 45", 45 },
    { "Norco 10/325mg, 120 count", 120 },
    { "Norco 10/325mg, sixty tablets", 60 },
    { "Norco 10/325mg, forty-five tablets", 45 },
    { "Norco 10/325mg, 1 tablet every 6 hours, #120", 120 },
    { "Voltaren gel 1% 100g", 100 },
    { "Voltaren gel 1% 100g x5 tubes", 5 },
    { "Lactulose 10g/15mL 473 mL", 473 },
    { "Theramine, 3 bottles (90 capsules each)", 3 },
    { "Electrodes, 4 packs", 4 },
    { "Lipid panel QTY: 1.00", 1 },
    { "Trigger point injections x 4", 4 },
    { "Three Synvisc injections", 3 },
    { "Hyalgan injections, bilateral knees, series of 5", 5 },
    { "Series of three (3) Euflexxa injections", 3 },
    { "Lumbar epidural injection at L5-S1 x 2", 2 },
    { "Tylenol #3 #60", 60 },
    { "Catheters #180 per month", 180 },
    { "Norco 10/325mg #60 day supply: 30", 60 },
    { "Norco 10/325mg #60 with 2 refills", 60 },
    { "Norco 10/325mg refills 2, #60", 60 },
    { "Dental crowns, QTY: 2", 2 },
    { "Dental floss #100", 100 },
    { "Norco 10/325mg #60 and #30 for breakthrough pain", 60 },
    { "Electrodes #8 and lead wires", 8 },
    { "One left greater occipital nerve block", 1 },
    { "Two (2) pairs of custom orthotics", 2 },
    { "1 MRI of the lumbar spine", 1 },
    -- counted before the drug
    { "60 tablets of Percocet 5/325mg", 60 },
    { "45 capsules of Celebrex 200mg, 1 refill", 45 },
    { "Ninety (90) tablets of Relafen 500mg", 90 },
    { "30 patches of Lidoderm 5%", 30 },
    { "30 (thirty) capsules of Celebrex 200mg", 30 },
    { "Retrospective request for 90 Percocet 5/325mg", 90 },
    { "One hundred twenty (120) Percocet 5/325mg", 120 },
    { "Sixty Soma 350mg", 60 },
    { "30 Lidoderm patches 5%", 30 },
    { "90 generic Percocet 5/325mg", 90 },
    { "120 grams of Voltaren gel 1%", 120 },
    { "90 Percocet 5/325mg #60", 60 },
    -- a container behind a dose
    { "Voltaren gel 1%, 2 gm TID, 100 gm", 100 },
    { "Voltaren gel 1%, 4 g four times daily, 300 g", 300 },
    { "Voltaren gel 1% 100gm BID", 100 },
    { "Terocin lotion 4 oz BID", 4 },
    { "Lactulose 15 ml daily, 473 ml", 473 },
    { "Voltaren gel 1%, apply 2 g to the left knee BID, 100 g", 100 },
    -- none
    { "Voltaren gel 4 g TID" },
    { "Voltaren gel, 2 grams 4 times a day" },
    { "Lactulose 15 ml by mouth twice daily" },
    { "Voltaren gel 2 gm to the affected area QID" },
    { "Lactulose 30 ml once a day" },
    { "Voltaren gel 2 gm applied to the left knee QID" },
    { "2 tablets of Percocet 5/325mg at bedtime" },
    { "2-3 tablets of Percocet 5/325mg" },
    { "30 day supply of Percocet 5/325mg" },
    { "2014 Percocet 5/325mg" },
    { "5% Lidocaine ointment" },
    { "DOS 3/14/15 Percocet 5/325mg" },
    { "1 Percocet 5/325mg" },
    { "2 view x-ray of the wrist" },
    { "3 in 1 commode" },
    { "One month rental of a TENS unit" },
    { "4 wheel walker" },
    { "Two level lumbar fusion" },
    { "12 panel drug screen" },
    { "24 hour Holter monitor" },
    { "6 additional sessions of physical therapy" },
    { "Norco 10/325mg, 2 tablets at bedtime" },
    { "Nucynta 75mg (unspecified quantity)" },
    { "Cold therapy unit, 14 day rental" },
    { "Interferential unit x 2 months" },
    { "Gauze 4x4" },
    { "Acupuncture #8" },
    { "Biofeedback x 10" },
    { "1 prescription of Norco 10/325mg" },
    { "X-ray series of 3 views" },
    { "Injections, series of 2-3" },
    { "Dental implants #8 and #9 with abutments and crowns" },
    { "Dental implants #8, #9 and #10" },
    { "Extraction of tooth #30" },
    { "Crowns for teeth #3, 14 and 19" },
    { "Porcelain crown #14" },
    { "Viscosupplement injections #2 and #3, left knee" },
    { "Lumbar blocks #1-#2" },
    { "Relistor 12mg/0.6mL" },
    { "X-ray of the left knee, 3 views" },
  })
end)

describe("request.refills", function()
  request.check("refills", {
    { "Norco 10/325mg #60 Ref 1", 1 },
    { "Norco 10/325mg #60 x1 refill", 1 },
    { "Norco 10/325mg #60 w/2RF", 2 },
    { "Norco 10/325mg #60 without refills", 0 },
    { "Norco 10/325mg #60, ref 99213" },
    { "Norco 10/325mg #60 with 2 refills", 2 },
    { "Norco 10/325mg #60, two refills", 2 },
    { "Norco 10/325mg #60 with three (3) refills", 3 },
    { "Norco 10/325mg #60, refills: 3", 3 },
    { "Norco 10/325mg #60 refill 1", 1 },
    { "Norco 10/325mg #60 (refills x2)", 2 },
    { "Norco 10/325mg #30 RF: 2", 2 },
    { "Norco 10/325mg #30 refills x 2", 2 },
    { "Norco 10/325mg #60 x 3 refills", 3 },
    { "Norco 10/325mg #60 with no refills", 0 },
    { "Omeprazole 20 mg #30 RFx3", 3 },
    { "Norco 10/325mg #60, refills: 0", 0 },
    { "Norco 10/325mg #60 with 1 refill", 1 },
    -- none
    { "Norco 10/325mg #60" },
    { "Refill of Norco 10/325mg #60" },
    { "Refill Norco 10/325mg #60" },
    { "Intrathecal pump refill" },
    { "Norco 10/325mg #60 with refills" },
    { "Norco 10/325mg #60 with 2-3 refills" },
  })
end)

describe("request.frequency", function()
  request.check("frequency", {
    -- one dose after another, and what lasts some days
    { "Baclofen 10mg 1 po tid x 1 week then 2 po tid", "1 po tid x 1 week then 2 po tid" },
    { "Baclofen 10mg 1 tab QAM and 2 tabs QHS", "1 tab QAM and 2 tabs QHS" },
    { "Baclofen 10mg 1 tab in am, 2 tabs at bedtime", "1 tab in am, 2 tabs at bedtime" },
    { "Baclofen 10mg bid to tid", "bid to tid" },
    { "Baclofen 10mg 4/day", "4/day" },
    { "Baclofen 10mg one po bid 30 minutes before meals", "one po bid 30 minutes before meals" },
    { "Lidoderm patch 12 hours on 12 hours off", "12 hours on 12 hours off" },
    { "Baclofen 10mg bid, 30 tabs", "bid" },
    { "Baclofen 10mg bid x 10 days, 2 refills", "bid x 10 days" },
    { "Baclofen 10mg bid and Norco 10/325mg tid", "bid" },
    { "Percocet 5/325mg one tablet Q8 hours PRN #60", "one tablet Q8 hours PRN" },
    { "Norco 10/325mg 1 tab q4-6h prn #60", "1 tab q4-6h prn" },
    { "Norco 10/325mg every 8 hours as needed #60", "every 8 hours as needed" },
    { "Norco 10/325mg every 4 to 6 hours as needed for pain #60", "every 4 to 6 hours as needed for pain" },
    { "Omeprazole 20mg one po bid #60", "one po bid" },
    { "Lyrica 75 mg b.i.d. #60", "b.i.d." },
    { "Lunesta 2mg QHS #30", "QHS" },
    { "Oxycontin 20mg 1 tab po q12 #60", "1 tab po q12" },
    { "Norco 10/325mg q6-8 prn #60", "q6-8 prn" },
    { "Home health aide 8 hours a day, 7 days a week, for 4 weeks", "8 hours a day, 7 days a week, for 4 weeks" },
    { "Trazodone 50mg, one at bedtime, #30", "one at bedtime" },
    { "Naproxen 550mg twice daily with food #60", "twice daily with food" },
    { "Gabapentin 600mg 3 times a day #90", "3 times a day" },
    { "Celebrex 200mg, one a day, #30", "one a day" },
    { "Nuvigil 150mg #30 QAM", "QAM" },
    { "Baclofen 10mg Qty 30 QHS", "QHS" },
    { "Tylenol 500 mg, 1-2 tabs q 6 hrs prn, Qty: 100", "1-2 tabs q 6 hrs prn" },
    { "Androgel 1.62% pump, 2 pumps QAM, 150 grams", "2 pumps QAM" },
    { "Insulin glargine, one injection subcutaneously daily", "one injection subcutaneously daily" },
    { "Flonase, two sprays in each nostril daily #1", "two sprays in each nostril daily" },
    { "Keflex 500mg one tab BID for 10 days", "one tab BID for 10 days" },
    { "Norco 10/325mg one to two tablets every six hours as needed", "one to two tablets every six hours as needed" },
    { "Norco 10/325mg tab 1 BID #60", "BID" },
    { "Testosterone 200mg/ml every 2 weeks", "every 2 weeks" },
    { "Relistor 12mg/0.6mL every other day #15", "every other day" },
    { "Cognitive behavioral therapy, 12 sessions, once a week", "once a week" },
    { "Medication management, monthly for 6 months", "monthly for 6 months" },
    { "Urine drug screens, quarterly", "quarterly" },
    {
      "Home health care, 4 hours per day, 3 days per week for 6 weeks",
      "4 hours per day, 3 days per week for 6 weeks",
    },
    { "Home health aide 6 hours/day x 7 days/week x 4 weeks", "6 hours/day x 7 days/week x 4 weeks" },
    { "Gabapentin 300mg four (4) times daily #120", "four (4) times daily" },
    { "Gabapentin 300mg three (3) times per day #90", "three (3) times per day" },
    { "Gabapentin 300mg 3 (three) times a day #90", "3 (three) times a day" },
    { "Norco 10/325mg every six (6) hours as needed #120", "every six (6) hours as needed" },
    { "Norco 10/325mg every four (4) to six (6) hours #120", "every four (4) to six (6) hours" },
    { "Gabapentin 300mg two (2) to three (3) times daily #90", "two (2) to three (3) times daily" },
    { "Gabapentin 300mg up to four (4) times daily #90", "up to four (4) times daily" },
    { "Gabapentin 300mg, one (1) capsule three (3) times a day", "one (1) capsule three (3) times a day" },
    { "Keflex 500mg 1 (one) tab BID for 10 (ten) days", "1 (one) tab BID for 10 (ten) days" },
    { "Norco 10/325mg one (1) to two (2) tabs every 6 hours", "one (1) to two (2) tabs every 6 hours" },
    { "Norco 10/325mg every 4-6 (four to six) hours", "every 4-6 (four to six) hours" },
    { "Home health aide four (4) hours per day", "four (4) hours per day" },
    -- none: told by per_week and weeks, or no frequency at all
    { "Acupuncture 2 times a week for 4 weeks" },
    { "Physical therapy 2x6" },
    { "Norco 10/325mg #60" },
    { "Catheters #180 per month" },
    { "Follow-up visit in 6 weeks" },
    { "TENS unit, 30 day trial" },
    { "Aids for activities of daily living" },
  })
end)

describe("request.sessions", function()
  request.check("sessions", {
    { "Physical therapy, 12 sessions", 12 },
    { "Twelve (12) sessions of physical therapy", 12 },
    { "12 additional physical therapy visits", 12 },
    { "Physical therapy (12-sessions)", 12 },
    { "Chiropractic visits: 8", 8 },
    { "Acupuncture #8", 8 },
    { "Acupuncture x 8", 8 },
    { "Biofeedback x10", 10 },
    { "Physical therapy QTY: 12", 12 },
    { "Physical therapy 2x6", 12 },
    { "Physical therapy two times a week for six weeks", 12 },
    { "Acupuncture 1x/week x 6", 6 },
    { "Occupational therapy, right hand, twelve visits", 12 },
    { "Physical therapy 2 x 6, 10 sessions", 10 },
    { "Consultation with a spine surgeon, one visit", 1 },
    { "Massage therapy once a week x 8", 8 },
    { "Shockwave therapy, left foot, 1 x 3", 3 },
    { "Physical therapy 2 times per week, total of 10", 10 },
    { "Physical therapy, twenty-four visits", 24 },
    { "Thirty-six sessions of acupuncture", 36 },
    { "Chiropractic, twenty-four (24) visits", 24 },
    { "Physical therapy, twenty to twenty-four visits" },
    { "Medication management, monthly for 6 months", 6 },
    { "Massage therapy 1 hour weekly x 6 weeks", 6 },
    { "Psychotherapy weekly for eight weeks", 8 },
    { "20 days of functional restoration program", 20 },
    { "Functional restoration program x 10 days", 10 },
    { "Work conditioning program, twenty days", 20 },
    { "Psychotropic medication management visits, once a month for six months", 6 },
    { "Psychotherapy 2x/month for 6 months", 12 },
    { "Psychotherapy twice per month x 4 months", 8 },
    { "Psychotherapy, 10 sessions (2 times a month for 6 months)", 10 },
    { "Medication management, one session per month for eight months", 8 },
    { "Medication management, one (1) session per month for eight (8) months", 8 },
    { "Medication management, 1 visit every month x 4 months", 4 },
    { "Medication management, 1 visit monthly for 4 months", 4 },
    { "Psychotherapy twice monthly for 4 months", 8 },
    { "Monthly medication management sessions for 5 months", 5 },
    { "Medication management, monthly for the next 5 months", 5 },
    { "Psychotherapy, 2 sessions a month over 3 additional months", 6 },
    { "Acupuncture x 8 (eight)", 8 },
    { "Monthly psychotherapy for 4 months", 4 },
    { "Weekly group therapy sessions x 8 weeks", 8 },
    { "Acupuncture x 8 (2 times a week) x 4", 8 },
    { "Pain psychology, one visit per month x 5 months", 5 },
    { "Functional restoration program x 10 additional days", 10 },
    -- none
    { "Physical therapy two (2) to three (3) times a week for six (6) weeks" },
    { "Physical therapy, six (6) to eight (8) sessions" },
    { "Psychotherapy, weekly support program for 10 weeks" },
    { "Psychotherapy once a week for five (5) months" },
    { "Psychotherapy once a week for five more months" },
    { "Psychotherapy 2 x 5 (five) months" },
    { "Medication management, one session per month" },
    { "Psychotherapy, one session every two weeks" },
    { "Office visits, 4 visits per year" },
    { "Psychotherapy, 1 to 2 sessions per month for 6 months" },
    { "Functional restoration program x 60 additional hours" },
    { "Functional restoration program x 60 (sixty) hours" },
    { "Functional restoration program, QTY: 60 more hours" },
    { "Functional restoration program x 60 contact hours" },
    { "Physical therapy, 12-18 sessions" },
    { "6 to 8 visits of acupuncture" },
    { "Physical therapy 2-3 times a week for 6 weeks" },
    { "Physical therapy 3 times a week for 4 weeks, then 2 times a week for 4 weeks" },
    { "Medication management, monthly" },
    { "Pain psychology visits once a month for 3-6 months" },
    { "Gym membership, monthly for 6 months" },
    { "Physical therapy 2-3 times weekly for 6 weeks" },
    { "Psychotherapy 1-2 visits monthly for 6 months" },
    { "Psychotherapy weekly for 6 months" },
    { "Functional restoration program, 5 days per week" },
    { "Functional restoration program, 160 hours" },
    { "Inpatient detoxification program, 7 days" },
    { "Inpatient rehabilitation, 10 days" },
    { "Functional restoration program, 10-15 days" },
    { "Trigger point injections x 4" },
    { "Cold therapy unit x 7 days" },
    { "PT/INR, QTY: 2" },
    { "99213 office visit" },
    { "Physical therapy" },
    { "60 minute massage therapy sessions" },
    { "Norco 10/325mg #60" },
  })
end)

describe("request.per_week", function()
  request.check("per_week", {
    { "Physical therapy 2x6", 2 },
    { "Physical therapy 3 x 4 weeks", 3 },
    { "Physical therapy 2 times a week for 6 weeks", 2 },
    { "Physical therapy two (2) times per week for six (6) weeks", 2 },
    { "Physical therapy twice a week", 2 },
    { "Acupuncture once weekly for 8 weeks", 1 },
    { "Physical therapy 2x/week x 6", 2 },
    { "Physical therapy 3xwk x 4wks", 3 },
    { "Physical therapy 2 per week for 6 weeks", 2 },
    { "Physical therapy 2/week for 6 weeks", 2 },
    { "Physical therapy 2 x week x 6 weeks", 2 },
    { "Chiropractic, 3 visits per week", 3 },
    { "Home health care, 3 days per week for 6 weeks", 3 },
    { "Physical therapy 2 times weekly x 3 weeks", 2 },
    -- none
    { "Physical therapy two (2) to three (3) times a week for six (6) weeks" },
    { "Physical therapy 2 (two) or 3 (three) times per week" },
    { "Physical therapy, 12 sessions" },
    { "Physical therapy 2-3 times a week for 6 weeks" },
    { "Physical therapy for 6 weeks" },
    { "Office visits once a month" },
    { "Norco 10/325mg twice a week" },
    { "Gauze 4x4" },
  })
end)

describe("request.weeks", function()
  request.check("weeks", {
    { "Physical therapy 2x6", 6 },
    { "Physical therapy 2 x 6 weeks", 6 },
    { "Physical therapy 2 times a week for 6 weeks", 6 },
    { "Physical therapy two times a week for six weeks", 6 },
    { "Physical therapy two (2) times a week over six (6) weeks", 6 },
    { "Physical therapy 2x/week x 6", 6 },
    { "Physical therapy 3xwk x 4wks", 4 },
    { "Physical therapy 2 times a week, 6 weeks", 6 },
    { "Physical therapy, 12 sessions over 6 weeks", 6 },
    { "Physical therapy three times per week times four weeks", 4 },
    { "Acupuncture once weekly for 8 weeks", 8 },
    { "Massage therapy once a week x 8", 8 },
    { "Physical therapy 2-3 times a week for 6 weeks", 6 },
    { "Shockwave therapy, left foot, 1 x 3", 3 },
    { "Physical therapy 2 times a week for four (4) weeks", 4 },
    { "Physical therapy 2 times a week for 4 more weeks", 4 },
    { "Physical therapy, 8 visits over 4 additional weeks", 4 },
    -- none
    { "Physical therapy 2 times a week for 4 (four) to 6 (six) weeks" },
    { "Psychotherapy once a week for five (5) months" },
    { "Psychotherapy once a week for five more months" },
    { "Psychotherapy 2 x 5 (five) months" },
    { "Physical therapy 2 times a week" },
    { "Physical therapy 2 times a week for 4-6 weeks" },
    { "Physical therapy 2 times a week for 12 sessions" },
    { "Follow-up visit in 6 weeks" },
    { "Office visits every 6 weeks" },
    { "Physical therapy 1 time a week for 3 months" },
  })
end)

describe("modification.amount", function()
  local SENTENCES = "%s was the original request. %s was authorized by the Claims Administrator. "
    .. "The remaining IMR eligible portion of the original request, %s is"

  local function amount(requested, authorized, disputed)
    local issue, doc = request.issue(SENTENCES:format(requested, authorized, disputed))
    return issue.modification.amount, doc.diagnostics
  end

  local cases = {
    { "Norco 10/325mg #60", "Norco 10/325mg #25", "Norco 10/325mg #35", 60, 25, 35, "quantity" },
    { "Norco #60", "#25", "Norco #35", 60, 25, 35, "quantity" },
    { "Soma 350mg QTY: 90.00", "Soma 350mg, 20 tablets", "Soma 350mg #70", 90, 20, 70, "quantity" },
    { "Physical therapy 12 sessions", "6 sessions", "physical therapy 6 sessions", 12, 6, 6, "sessions" },
    { "Physical therapy 2x6", "Physical therapy x 4", "physical therapy x 8", 12, 4, 8, "sessions" },
    { "12 visits of acupuncture", "Six visits", "6 visits of acupuncture", 12, 6, 6, "sessions" },
    { "Norco #60 with 3 refills", "Norco #60 with 1 refill", "2 refills", 3, 1, 2, "refills" },
    {
      "Norco #60 with 2 refills",
      "Norco #60 with no refills",
      "Norco #60 with 2 refills",
      2,
      0,
      2,
      "refills",
    },
    { "Home health aide, 8 weeks", "4 weeks", "home health aide, 4 weeks", 8, 4, 4, "weeks" },
    { "Gym membership for 12 months", "3 months", "gym membership for 9 months", 12, 3, 9, "months" },
    { "TENS unit 6 month rental", "One month", "TENS unit 5 month rental", 6, 1, 5, "months" },
  }
  for _, case in ipairs(cases) do
    it(("has %s of '%s'"):format(case[7], case[1]), function()
      local got, diagnostics = amount(case[1], case[2], case[3])
      assert.are.same(
        { requested = case[4], authorized = case[5], disputed = case[6], unit = case[7] },
        got
      )
      assert.are.same({}, diagnostics)
    end)
  end

  local none = {
    { "Hospital bed with a pressure mattress", "Hospital bed", "pressure mattress" },
    { "TENS unit purchase", "TENS unit 1 month rental", "TENS unit purchase" },
    { "Norco #60", "One month of Norco", "Norco #35" },
    { "Physical therapy 2-3 times a week for 6 weeks", "6 sessions", "physical therapy 6 sessions" },
  }
  for _, case in ipairs(none) do
    it(("is absent where '%s' and '%s' count differently"):format(case[1], case[2]), function()
      local got, diagnostics = amount(case[1], case[2], case[3])
      assert.is_nil(got)
      assert.are.same({}, diagnostics)
    end)
  end

  it("that does not add up is a diagnostic", function()
    local got, diagnostics = amount("Baclofen 10mg #80", "Baclofen 10mg #30", "Baclofen 10mg #60")
    assert.are.same({ requested = 80, authorized = 30, disputed = 60, unit = "quantity" }, got)
    assert.are.equal(1, #diagnostics)
    assert.are.equal("amounts-disagree", diagnostics[1].code)
  end)

  it("need not add up where the whole request is in dispute again", function()
    local issue, doc = request.issue(
      "Norco #60 was the original request. Norco #25 was authorized by the Claims Administrator, "
        .. "leaving the original request IMR eligible. The original request, Norco #60 is"
    )
    assert.are.same(
      { requested = 60, authorized = 25, disputed = 60, unit = "quantity" },
      issue.modification.amount
    )
    assert.are.same({}, doc.diagnostics)
  end)
end)
