--- What a rationale concludes, and whether that agrees with the decision.

local imr = require "imr"
local letter = require "spec.support.letter"

local YES, NO = "medically necessary", "not medically necessary"

-- { rationale, conclusion }; nil: none
local cases = {
  -- the usual words
  { "The brace is medically necessary.", YES },
  { "The brace is not medically necessary.", NO },
  { "Given the above, the request is medically necessary and appropriate.", YES },
  { "The requested visits were medically necessary.", YES },
  { "The injections are not considered medically necessary.", NO },
  { "As such, medical necessity is not established.", NO },
  { "As such, medical necessity has been established.", YES },
  { "Medical necessity cannot be determined from this file.", NO },
  { "A second scan is not a medical necessity.", NO },
  { "The request cannot be deemed medically necessary.", NO },
  { "The pump is determined to not be medically necessary.", NO },
  { "The cream is not-medically necessary.", NO },
  { "The stay is not medically appropriate.", NO },
  { "The stay is medically appropriate.", YES },
  { "The collar is not medically reasonable.", NO },
  { "Nothing in the file is supported as being medically necessary by the guideline; the collar is not supported "
    .. "by the records as being medically necessary.", NO },
  { "The medical necessity of the chair is unclear.", NO },
  { "The test isn't medically necessary.", NO },
  { "The ramp is medically unnecessary.", NO },
  -- the last word counts
  { "The bed is medically necessary. On second thought it was asked for twice. It is not medically necessary.", NO },
  { "Not medically necessary, wrote the first physician. The ramp is medically necessary.", YES },
  { "Although the purchase is not medically necessary, the rental of one month is medically necessary.", YES },
  { "The purchase may help, but it is not medically necessary.", NO },
  -- advice behind it
  { "The tablets are not medically necessary. Opioids should not be stopped at once; a taper is advised.", NO },
  { "The tablets are not medically necessary. Weaning may be needed.", NO },
  -- a no that belongs to another verb
  { "The surgery is medically necessary because rest and drugs have not helped.", YES },
  { "The gel is medically necessary since she cannot tolerate tablets.", YES },
  { "The scan is medically necessary, as none has been done and surgery cannot be planned without it.", YES },
  { "The scan is medically necessary and there is no contraindication.", YES },
  { "The lift is medically necessary for the patient who cannot walk without it.", YES },
  { "The test is medically necessary (no earlier one is in the file).", YES },
  { "The unit is found to be medically necessary although not all criteria are met.", YES },
  { "With no earlier imaging, the scan is medically necessary.", YES },
  { "Because he has failed tablets and cannot sleep the request is medically necessary.", YES },
  { "There is no evidence of misuse and the tablets are medically necessary.", YES },
  { "The medical necessity of the brace is established since no other remains.", YES },
  { "The visits are medically necessary and not excessive.", YES },
  { "There is no evidence that the surgery is medically necessary.", NO },
  { "There is no indication the request is medically necessary.", NO },
  { "It has not been shown that this is medically necessary.", NO },
  { "That this is medically necessary has not been shown.", NO },
  { "Neither the brace nor its fitting is medically necessary.", NO },
  { "No part of this is medically necessary.", NO },
  { "The medical necessity of PT and massage is not established.", NO },
  { "The medical necessity for this patient, as an adjunct, is not established.", NO },
  { "The medical necessity of this is in doubt.", NO },
  -- quotations, and what is said in general
  { 'The therapist notes that "the visits are medically necessary." No gain was measured. The visits are not '
    .. "medically necessary.", NO },
  { 'The visits are not medically necessary. The attorney wrote: "they are medically necessary."', NO },
  { "The lift is not medically necessary. A physician who writes that it is medically necessary should say why.", NO },
  { "The chair is medically necessary. Whether a ramp is medically necessary was not asked.", YES },
  { "The guidelines state that an MRI is medically necessary only where red flags exist. None are documented. The "
    .. "request for an MRI is therefore not supported.", NO },
  { "Guidelines indicate the pump is medically necessary if there is dysphagia. None is. The request is denied.", NO },
  { "According to the MTUS, testing is medically necessary when opioids are started. This patient takes none. The "
    .. "test requested is not supported by guidelines.", NO },
  { "The provider believes the surgery to be medically necessary. The MRI is normal. The request is denied.", NO },
  { "The records indicate that the request is medically necessary.", YES },
  { "As the guidelines recommend a trial, the request is medically necessary.", YES },
  { "The ODG says that rest is medically necessary after a fusion. The request is approved.", YES },
  { "Medical necessity is affirmed.", YES },
  { "The documentation fails to demonstrate medical necessity.", NO },
  { "The records are insufficient to establish medical necessity.", NO },
  { "None of the above is medically necessary.", NO },
  -- what the parties said of it, and what is decided behind that
  { "The claims administrator found the request not medically necessary. She has had no visits. The denial is "
    .. "overturned.", YES },
  { "UR found the unit not medically necessary. It has not been tried. The request is certified.", YES },
  { "Utilization review determined that the unit was not medically necessary. The unit is medically necessary.", YES },
  { "The unit is medically necessary. The carrier had found the unit not medically necessary.", YES },
  { "The insurer denied the unit as not medically necessary. He slept well.", nil },
  { "The unit is medically necessary. The request is certified. He slept well.", YES },
  { "The unit is not medically necessary on its face. It is safe, however. The denial is overturned.", YES },
  { "The unit is not medically necessary. An earlier request was approved.", NO },
  { "The tablets are not medically necessary. Weaning is recommended.", NO },
  { "The guidelines state that the unit is not medically necessary after surgery.", NO },
  { "The patient felt no relief and the unit is not medically necessary.", NO },
  { "The patient denied relief so the unit is not medically necessary.", NO },
  { "The provider notes no gain and more visits are therefore not medically necessary.", NO },
  -- advice, suppositions and limits
  { "The tablets are not medically necessary. Of note, weaning is medically necessary.", NO },
  { "The tablets are not medically necessary. A slow taper is medically necessary.", NO },
  { "To allow for weaning the requested tablets are medically necessary.", YES },
  { "A weaning program is medically necessary.", YES },
  { "The scan is medically necessary. Had there been no fracture, it would not be medically necessary.", YES },
  { "The scan is medically necessary. It would not be medically necessary had there been no fracture.", YES },
  { "The scan is medically necessary. Were there no deficit, it would not be medically necessary.", YES },
  { "Six visits are medically necessary. Additional sessions beyond these are not medically necessary.", YES },
  { "Further visits beyond the 24 of last year are not medically necessary.", NO },
  { "Visits beyond those are not medically necessary.", NO },
  { "Yes, the capsules are medically necessary. While it is not medically necessary to use two drugs of this kind, "
    .. "the applicant uses one.", YES },
  { "As such, the unit would not be medically necessary.", NO },
  -- first of all
  { "Medically necessary. He cannot walk without it.", YES },
  { "Recommended as indicated below. The guideline wants a trial first. The unit is not medically necessary.", NO },
  { "Yes, the lift is medically necessary. She lives on the third floor.", YES },
  { "No, the lift is not medically necessary. She lives on the ground floor.", NO },
  -- without the words
  { "Therefore, the request is not certified.", NO },
  { "For these reasons the denial is upheld.", NO },
  { "For these reasons the denial is overturned.", YES },
  { "The request is therefore authorized.", YES },
  -- none
  { "He slept well and went back to work.", nil },
  { "The medical records of 2014 were read.", nil },
  { "The physician is a medical doctor.", nil },
}

local function issue_of(rationale, decision)
  local text = letter.text { issues = { { rationale = rationale, decision = decision } } }
  return imr.parse(text).issues[1]
end

describe("the conclusion of a rationale", function()
  for _, case in ipairs(cases) do
    it(("is %s: %s"):format(case[2] or "absent", case[1]), function()
      assert.are.equal(case[2], issue_of(case[1]).conclusion)
    end)
  end

  it("is absent where the rationale is", function()
    assert.is_nil(issue_of("").conclusion)
  end)

  local halves = {
    { "Partially Overturned", "The first is medically necessary. The second is not medically necessary.", nil },
    { "Partially Overturned", "The first is not medically necessary. The second is medically necessary.", nil },
    { "Partially Overturned", "The first is medically necessary, but the second is not medically necessary.", nil },
    { "Partially Overturned", "The first is medically necessary. It helps. The second is medically necessary.", YES },
    { "Partially Overturned", "Ten visits are not medically necessary. None were.", NO },
    { "Upheld", "The first is medically necessary. The second is not medically necessary.", NO },
    { "Overturned", "The first is not medically necessary. The second is medically necessary.", YES },
  }
  for _, row in ipairs(halves) do
    it(("is %s where the decision is %s: %s"):format(row[3] or "absent", row[1], row[2]), function()
      assert.are.equal(row[3], issue_of(row[2], row[1]).conclusion)
    end)
  end

  local agreement = {
    { "Upheld", "It is not medically necessary.", true },
    { "Overturned", "It is medically necessary.", true },
    { "Upheld", "It is medically necessary.", false },
    { "Overturned", "It is not medically necessary.", false },
    { "Partially Overturned", "It is medically necessary.", nil },
    { "Partially Overturned", "The first scan is medically necessary. The second is not medically necessary.", nil },
    { "Upheld", "He slept well.", nil },
    { "Overturned", "He slept well.", nil },
    { "Partially Overturned", "It is not medically necessary.", nil },
    { "Upheld", "For these reasons the denial is overturned.", false },
    { "Overturned", "For these reasons the denial is overturned.", true },
    { "Overturned", "Medical necessity is not established.", false },
    { "Upheld", "The request is not certified.", true },
    { "Overturned", "The visits are medically necessary. Opioids should be tapered.", true },
    { "Upheld", "It is medically necessary, they wrote. It is not medically necessary.", true },
    { "Overturned", 'It is medically necessary. The carrier had written: "it is not medically necessary."', true },
  }
  for _, row in ipairs(agreement) do
    it(("agrees (%s) with %s: %s"):format(row[3], row[1], row[2]), function()
      assert.are.equal(row[3], issue_of(row[2], row[1]).consistent)
    end)
  end
end)
