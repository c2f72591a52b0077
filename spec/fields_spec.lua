-- The header block in every order in which its two columns become text, and the expert reviewer's
-- credentials in both styles.

local imr = require "imr"
local letter = require "spec.support.letter"

local BODY = letter.text()

local function case_of(header)
  return imr.parse(header .. "\n" .. BODY).case
end

describe("the header block", function()
  local CASE = {
    number = "CM16-0212345",
    date_assigned = "2016-10-14",
    date_of_injury = "2012-02-03",
    decision_date = "2016-11-28",
    ur_denial_date = "2016-09-20",
    application_received = "2016-10-03",
    priority = "standard",
  }

  local orders = {
    {
      "in turn",
      [[
Case Number: CM16-0212345
Date Assigned: 10/14/2016 Date of Injury: 02/03/2012
Decision Date: 11/28/2016 UR Denial Date: 09/20/2016
Priority: Standard Application
Received:
10/03/2016
]],
    },
    {
      "in turn, on fewer lines",
      [[
Case Number: CM16-0212345 Date Assigned: 10/14/2016
Date of Injury: 02/03/2012 Decision Date: 11/28/2016
Priority: Standard UR Denial Date: 09/20/2016
Application Received: 10/03/2016
]],
    },
    {
      "a label and its value on every line",
      [[
Case Number: CM16-0212345
Date Assigned: 10/14/2016
Date of Injury: 02/03/2012
Decision Date: 11/28/2016
UR Denial Date: 09/20/2016
Priority: Standard
Application Received: 10/03/2016
]],
    },
    {
      "every label and every value on a line of its own",
      [[
Case Number:
CM16-0212345
Date Assigned:
10/14/2016
Date of Injury:
02/03/2012
Decision Date:
11/28/2016
UR Denial Date:
09/20/2016
Priority:
Standard
Application Received:
10/03/2016
]],
    },
    {
      "side by side",
      [[
Case Number:          CM16-0212345
Date Assigned:        10/14/2016                      Date of Injury:      02/03/2012
Decision Date:        11/28/2016                      UR Denial Date:      09/20/2016
Priority:             Standard                        Application          10/03/2016
                                                      Received:
]],
    },
    {
      "side by side, with the last label before its value",
      [[
  Case Number:        CM16-0212345
  Date Assigned:      10/14/2016          Date of Injury:    02/03/2012
  Decision Date:      11/28/2016          UR Denial Date:    09/20/2016
  Priority:           Standard            Application
                                          Received:          10/03/2016
]],
    },
    {
      "side by side, with tabs",
      "Case Number:\tCM16-0212345\nDate Assigned:\t10/14/2016\tDate of Injury:\t02/03/2012\n"
        .. "Decision Date:\t11/28/2016\tUR Denial Date:\t09/20/2016\n"
        .. "Priority:\tStandard\tApplication Received:\t10/03/2016\n",
    },
    {
      "column by column",
      [[
Case Number:
Date Assigned:
Decision Date:
Priority:

CM16-0212345
10/14/2016
11/28/2016
Standard

Date of Injury:
UR Denial Date:
Application
Received:

02/03/2012
09/20/2016
10/03/2016
]],
    },
    {
      "all labels, then all values",
      [[
Case Number:
Date Assigned:
Decision Date:
Priority:
Date of Injury:
UR Denial Date:
Application
Received:

CM16-0212345
10/14/2016
11/28/2016
Standard
02/03/2012
09/20/2016
10/03/2016
]],
    },
  }

  for _, row in ipairs(orders) do
    it("is read " .. row[1], function()
      assert.are.same(CASE, case_of(row[2]))
    end)

    it("is read without blank lines, with a page break at any line: " .. row[1], function()
      local lines = {}
      for line in row[2]:gmatch "[^\n]+" do
        lines[#lines + 1] = line
      end
      for at = 1, #lines - 1 do
        local text = table.concat(lines, "\n", 1, at) .. "\n\n\n\f\n" .. table.concat(lines, "\n", at + 1)
        assert.are.same(CASE, case_of(text), at)
      end
    end)

    it("is read where its line breaks are lost, " .. row[1], function()
      assert.are.same(CASE, case_of((row[2]:gsub("%s+", " "))))
    end)

    it("is read behind a cover page with dates of its own: " .. row[1], function()
      local cover = "Independent Medical Review Final Determination Letter\n\nSTATE OF CALIFORNIA\n"
        .. "Dated: 11/29/2016\n\nDear Sir or Madam,\nenclosed is the decision of 11/28/2016 on your "
        .. "application of 10/03/2016.\n\n\f"
      assert.are.same(CASE, case_of(cover .. row[2]))
    end)
  end

  local dates = {
    { "10/14/2016", "2016-10-14" },
    { "1/5/2016", "2016-01-05" },
    { "01/09/14", "2014-01-09" },
    { "10-14-2016", "2016-10-14" },
    { "10-13-16", "2016-10-13" },
    { "3-4-16", "2016-03-04" },
    { "10-13/16", "2016-10-13" },
    { "10-30- 2016", "2016-10-30" },
    { "10/30/\n2016", "2016-10-30" },
    { "12-\n31-16", "2016-12-31" },
    { "October 14, 2016", "2016-10-14" },
    { "October 1, 2016", "2016-10-01" },
    { "Oct. 14, 2016", "2016-10-14" },
    { "02/29/2016", "2016-02-29" },
    { "12/31/1999", "1999-12-31" },
    { "02/03/68", "1968-02-03" },
  }
  for _, row in ipairs(dates) do
    it(("reads the date %q"):format(row[1]:gsub("\n", " ")), function()
      local document = imr.parse("Date of Injury: " .. row[1] .. "\nDecision Date: 11/28/2016\n" .. BODY)
      assert.are.same({ date_of_injury = row[2], decision_date = "2016-11-28" }, document.case)
      assert.are.same({}, document.diagnostics)
    end)
  end

  for _, date in ipairs { "02/30/2016", "13/14/2016", "02/29/2015", "00/10/2016", "04/31/2016", "10/00/2016" } do
    it("has no date, and says so, where it says " .. date, function()
      local text = "Case Number: CM16-0212345\nDate of Injury: " .. date .. "\nDecision Date: 11/28/2016\n" .. BODY
      local document = imr.parse(text)
      assert.are.same({ number = "CM16-0212345", decision_date = "2016-11-28" }, document.case)
      assert.are.equal(1, #document.diagnostics)
      local diagnostic = document.diagnostics[1]
      assert.are.equal("impossible-date", diagnostic.code)
      assert.are.equal(text:find(date, 1, true), diagnostic.offset)
      assert.are.same({ 2, #"Date of Injury: " + 1 }, { diagnostic.line, diagnostic.column })
      assert.truthy(diagnostic.message:find(date, 1, true))
      assert.truthy(diagnostic.message:find("date_of_injury", 1, true))
    end)
  end

  local single = {
    { "Priority: Expedited", { priority = "expedited" } },
    { "PRIORITY: STANDARD", { priority = "standard" } },
    { "Case Number: CM13-0012345", { number = "CM13-0012345" } },
    { "Case Number: IMR 13-000004", { number = "IMR 13-000004" } },
    { "IMR Case Number: CM14-0012345", { number = "CM14-0012345" } },
    { "UR Denial Date: 09/20/2016", { ur_denial_date = "2016-09-20" } },
    { "Application Received: 10/03/2016", { application_received = "2016-10-03" } },
    { "Application\nReceived: 10/03/2016", { application_received = "2016-10-03" } },
  }
  for _, row in ipairs(single) do
    it(("is read where it says no more than %q"):format(row[1]:gsub("\n", " ")), function()
      assert.are.same(row[2], case_of(row[1]))
    end)
  end

  it("leaves out what was redacted, and gives its place to no other value", function()
    local redacted = orders[1][2]:gsub("Date Assigned: 10/14/2016", "Date Assigned: ")
    local want = { date_assigned = false }
    for key, value in pairs(CASE) do
      want[key] = key ~= "date_assigned" and value or nil
    end
    assert.are.same(want, case_of(redacted))
    assert.are.same(want, case_of((orders[5][2]:gsub("10/14/2016", "          "))))
  end)

  it("is not there in a letter that was cut off before it", function()
    local document = imr.parse(BODY)
    assert.is_nil(document.case)
    assert.are.same({}, document.diagnostics)
  end)

  it("is not looked for inside the letter", function()
    local document = imr.parse(letter.text {
      summary = "Case Number: CM12-0000001. Date of Injury: 02/03/2012. Priority: Expedited.",
    })
    assert.is_nil(document.case)
  end)
end)

describe("the credentials", function()
  local states = {
    { "California", { "California" } },
    { "California, Nevada", { "California", "Nevada" } },
    { "California,Nevada", { "California", "Nevada" } },
    { "Virginia, District of Columbia, Oregon", { "Virginia", "District of Columbia", "Oregon" } },
    { "New York, New Jersey", { "New York", "New Jersey" } },
    { "Arizona and California", { "Arizona", "California" } },
    { "Arizona, California, and Texas", { "Arizona", "California", "Texas" } },
    { "Massachusetts,\nNew Hampshire,\nNew York", { "Massachusetts", "New Hampshire", "New York" } },
    { "West Virginia, Virginia", { "West Virginia", "Virginia" } },
  }
  for _, row in ipairs(states) do
    local words = row[1]:gsub("\n", " ")
    it("give the states of a list: " .. words, function()
      assert.are.same(row[2], imr.parse(letter.text { state = row[1] }).reviewer.licensure)
    end)

    it("give the states of a sentence: " .. words, function()
      local document = imr.parse(letter.text { dialect = "2014", state = row[1] })
      assert.are.same(row[2], document.reviewer.licensure)
    end)
  end

  -- As written in the list, the specialties, their boards.
  local specialties = {
    { "Anesthesiology", { "Anesthesiology" }, { "Anesthesiology" } },
    {
      "Anesthesiology, Pain Management",
      { "Anesthesiology", "Pain Management" },
      { "Anesthesiology", "Pain Medicine" },
    },
    { "Family Practice", { "Family Practice" }, { "Family Medicine" } },
    {
      "Physical Medicine & Rehabilitation",
      { "Physical Medicine & Rehabilitation" },
      { "Physical Medicine & Rehabilitation" },
    },
    {
      "Physical Medicine & Rehabilitation, Pain Management",
      { "Physical Medicine & Rehabilitation", "Pain Management" },
      { "Physical Medicine & Rehabilitation", "Pain Medicine" },
    },
    {
      "Physical Medicine and Rehabilitation",
      { "Physical Medicine and Rehabilitation" },
      { "Physical Medicine & Rehabilitation" },
    },
    {
      "Internal Medicine,Rheumatology",
      { "Internal Medicine", "Rheumatology" },
      { "Internal Medicine", "Rheumatology" },
    },
    {
      "Preventive Medicine, Occupational Medicine",
      { "Preventive Medicine", "Occupational Medicine" },
      { "Preventive Medicine", "Occupational Medicine" },
    },
    { "Orthopaedic\nSurgery", { "Orthopaedic Surgery" }, { "Orthopedic Surgery" } },
    { "PSYCHIATRY", { "PSYCHIATRY" }, { "Psychiatry" } },
    { "Neurology and Pain Medicine", { "Neurology", "Pain Medicine" }, { "Neurology", "Pain Medicine" } },
    { "Pain Management, Pain Medicine", { "Pain Management", "Pain Medicine" }, { "Pain Medicine" } },
    { "Doctor of Psychology (PsyD)", { "Doctor of Psychology (PsyD)" }, { "Psychology" } },
    { "Doctor of Chiropractic (DC)", { "Doctor of Chiropractic (DC)" }, { "Chiropractic" } },
    {
      "Orthopedic Surgery, Fellowship Trained in Spine Surgery",
      { "Orthopedic Surgery", "Fellowship Trained in Spine Surgery" },
      { "Orthopedic Surgery", "Spine Surgery" },
    },
    { "Fellowship-trained in Dermatology", { "Fellowship-trained in Dermatology" }, { "Dermatology" } },
    { "Submarine Medicine (Dermatology)", { "Submarine Medicine (Dermatology)" }, nil },
    { "Submarine Medicine", { "Submarine Medicine" }, nil },
    { "Submarine Medicine, Dermatology", { "Submarine Medicine", "Dermatology" }, { "Dermatology" } },
    {
      "Endocrinology, Diabetes & Metabolism",
      { "Endocrinology, Diabetes & Metabolism" },
      { "Endocrinology, Diabetes & Metabolism" },
    },
  }
  for _, row in ipairs(specialties) do
    local words = row[1]:gsub("\n", " ")
    it("give the specialties of a list: " .. words, function()
      local reviewer = imr.parse(letter.text { specialty = row[1] }).reviewer
      assert.are.same(row[2], reviewer.specialties)
      assert.are.same(row[3], reviewer.boards)
    end)

    it("give the specialties of a sentence: " .. words, function()
      local reviewer = imr.parse(letter.text { dialect = "2014", specialty = row[1] }).reviewer
      assert.are.same(row[2], reviewer.specialties)
      assert.are.same(row[3], reviewer.boards)
    end)
  end

  -- Between "The expert reviewer is Board Certified in" and the state.
  local sentences = {
    { "Internal Medicine and is licensed to practice in", { "Internal Medicine" } },
    { "Internal Medicine, and is licensed to practice in", { "Internal Medicine" } },
    {
      "Internal Medicine, has a subspecialty in Rheumatology and is licensed to practice in",
      { "Internal Medicine", "Rheumatology" },
    },
    {
      "Internal Medicine and has a subspecialty in Rheumatology, and is licensed to practice in",
      { "Internal Medicine", "Rheumatology" },
    },
    {
      "Physical Medicine and Rehabilitation, has a subspecialty in Pain Medicine and is licensed to\npractice in",
      { "Physical Medicine and Rehabilitation", "Pain Medicine" },
    },
    {
      "Family Medicine, has a subspecialty in Occupational & Environmental Medicine and is licensed to practice in",
      { "Family Medicine", "Occupational & Environmental Medicine" },
    },
    {
      "Orthopedic Surgery, Sports Medicine and is licensed to practice in",
      { "Orthopedic Surgery", "Sports Medicine" },
    },
    {
      "Preventive Medicine and Occupational Medicine and is licensed to practice in",
      { "Preventive Medicine", "Occupational Medicine" },
    },
  }
  for _, row in ipairs(sentences) do
    it("are read in the sentence: " .. row[1]:gsub("\n", " "), function()
      local text = letter.text { dialect = "2014", specialty = "%", state = "Texas, Ohio" }
      text = text:gsub("%%[^%%]-practice in", (row[1]:gsub("%%", "%%%%")))
      local document = imr.parse(text)
      assert.are.same(row[2], document.reviewer.specialties)
      assert.are.same({ "Texas", "Ohio" }, document.reviewer.licensure)
      assert.are.equal("2014", document.dialect)
    end)
  end

  it("are read in a list whose labels stand in the other order, or are written otherwise", function()
    local text = letter.text { state = "Texas, Ohio", specialty = "Neurology, Pain Medicine" }
    local others = {
      "Certification(s)/Specialty: Neurology, Pain Medicine\nState(s) of Licensure: Texas, Ohio",
      "States of Licensure: Texas, Ohio\nCertifications/Specialty: Neurology, Pain Medicine",
      "STATE(S) OF LICENSURE: Texas, Ohio\nCERTIFICATION(S)/SPECIALTY: Neurology, Pain Medicine",
      "State(s) of Licensure:\nTexas, Ohio\nCertification(s)/Specialty:\nNeurology, Pain Medicine",
      "State(s) of Licensure: Texas, Ohio Certification(s)/Specialty: Neurology, Pain Medicine",
    }
    for _, other in ipairs(others) do
      local document = imr.parse((text:gsub("State%(s%).-Pain Medicine", other)))
      assert.are.same({ "Texas", "Ohio" }, document.reviewer.licensure, other)
      assert.are.same({ "Neurology", "Pain Medicine" }, document.reviewer.specialties, other)
      assert.are.equal("2015", document.dialect)
    end
  end)

  it("leave out what the letter leaves out", function()
    local text = letter.text():gsub("The Expert Reviewer has the following credentials:.-\n\n", "")
    local reviewer = imr.parse(text).reviewer
    assert.is_string(reviewer.statement)
    assert.is_nil(reviewer.licensure)
    assert.is_nil(reviewer.specialties)
    assert.is_nil(reviewer.boards)
    local licensed = letter.text { dialect = "2014", state = "Texas" }
    licensed = licensed:gsub("is Board Certified in Pain Medicine and is licensed", "is licensed")
    assert.are.same({ "Texas" }, imr.parse(licensed).reviewer.licensure)
    assert.is_nil(imr.parse(licensed).reviewer.specialties)
  end)

  it("stand in the statement, which is the whole section", function()
    local statement = imr.parse(letter.text { state = "Texas", specialty = "Neurology" }).reviewer.statement
    assert.truthy(statement:find "^MAXIMUS Federal Services sent the complete case file")
    assert.are.equal(
      "State(s) of Licensure: Texas Certification(s)/Specialty: Neurology",
      statement:sub(statement:find("State(s)", 1, true), -1)
    )
  end)
end)

describe("the dialect", function()
  local NOT_MTUS = "The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines. "
  -- { dialect, the reviewer's guideline }
  local cases = {
    { "2015", "Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Opioids." },
    { "2015", "Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Opioids." },
    { "2016", NOT_MTUS .. "Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Knee, MRI." },
    { "2018", "Decision based on MTUS Low Back Disorders 2019, Section(s): Epidural Injections." },
    { "2018", "Decision based on MTUS Chronic Pain 2017, Section(s): Muscle Relaxants." },
    { "2018", "Decision based on MTUS Chronic Pain 2024, Section(s): Muscle Relaxants." },
    { "2018", "Decision based on MTUS Opioids 2017, Section(s): Urine Drug Testing." },
    { "2018", "Decision based on MTUS Opioids Guideline 2017, Section(s): Urine Drug Testing." },
  }
  for _, row in ipairs(cases) do
    it(("is %s: %s"):format(row[1], row[2]), function()
      assert.are.equal(row[1], imr.parse(letter.text { issues = { { reviewer = row[2] } } }).dialect)
    end)
  end
end)
