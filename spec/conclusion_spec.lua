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
  -- a verdict on the request, and the no that its verb has
  { "The requested brace should not be approved.", NO },
  { "The therapy could not be certified.", NO },
  { "These visits cannot be recommended.", NO },
  { "The request does not appear to be supported.", NO },
  { "The requested brace isn't clinically indicated.", NO },
  { "The requested brace is neither supported nor warranted.", NO },
  { "No additional visits are approved.", NO },
  { "The request can be certified.", YES },
  { "The request should be granted.", YES },
  { "The requested visits appear to be indicated.", YES },
  { "The request should not have been denied.", YES },
  { "The request should be denied.", NO },
  { "The request for a back brace is not denied.", YES },
  { "The request remains denied.", NO },
  { "The ramp is, accordingly, not authorized.", NO },
  { "The request is still not approved.", NO },
  { "The request is noncertified.", NO },
  { "The scooter is hereby certified.", YES },
  { "I cannot authorize these visits.", NO },
  { "I would overturn the denial.", YES },
  { "It is unclear why the request is supported.", NO },
  { "There is no question that the request is supported.", YES },
  { "There is no finding that the request is supported.", NO },
  { "Not all of the requested patches are certified.", NO },
  { "Nothing speaks against it and the request is certified.", YES },
  { "The request was not authorized by the carrier for lack of films.", nil },
  { "A reduced number of visits is authorized.", nil },
  { "Thus, a slow taper is indicated.", nil },
  { "Thus, the brace is indicated.", YES },
  { "The provider is certified in pain medicine.", nil },
  { "The scan asked for by the surgeon is not certified.", NO },
  { "The patient was approved for disability.", nil },
  { "The visits that were approved were used.", nil },
  { "Lorazepam is approved for four weeks of use.", nil },
  { "This drug is not approved for children.", nil },
  { "The request for a scan is certified only if films are normal.", nil },
  { "The guidelines note that this treatment is recommended for a month. He slept well.", nil },
  { "As the fusion is authorized, a stay is to be expected.", nil },
  { "Authorization was denied.", nil },
  -- what is recommended or decided for
  { "It is recommended that the request be denied.", NO },
  { "It is recommended that the requested pump be approved.", YES },
  { "It is not recommended that the request be approved.", NO },
  { "It is recommended that he be seen in a month.", nil },
  { "Denial is recommended.", NO },
  { "The requested lift is recommended for approval.", YES },
  { "The request is not recommended for approval.", NO },
  { "I cannot recommend approval.", NO },
  { "A recommendation is made for approval of the pump.", YES },
  { "We recommend certification.", YES },
  { "This reviewer recommends authorization.", YES },
  { "The peer reviewer recommends authorization.", nil },
  { "Determination: approved.", YES },
  { "Recommendation: non-authorization.", NO },
  { "Recommendation: rest.", nil },
  { "UR recommended denial. The request is approved.", YES },
  { "The surgeon recommended authorization.", nil },
  { "My recommendation is for certification of the pump.", YES },
  { "The recommendation is to approve the visits.", YES },
  { "Recommendation is to uphold the denial.", NO },
  { "The determination is for denial of the scan.", NO },
  { "My decision is for approval of the visits.", YES },
  { "The prior UR determination is for non-certification. He slept well.", nil },
  { "The provider's recommendation is for surgery.", nil },
  { "The ODG notes that this is recommended for a week. Denial is recommended.", NO },
  -- the fate of the denial
  { "The denial should not be upheld.", YES },
  { "The UR decision cannot be sustained.", YES },
  { "The denial of the scan is upheld.", NO },
  { "The decision to deny was upheld once on appeal.", nil },
  -- necessity that is established, and a no of something else
  { "The medical necessity of the visits was established, as no harm is expected.", YES },
  { "Medical necessity is clear; there is no other way.", YES },
  { "Medical necessity has been shown and no risk is seen.", YES },
  { "The medical necessity, as no records were sent, is not established.", NO },
  { "Medical necessity of what is shown is not established.", NO },
  { "The medical necessity of the chair has been neither established nor argued.", NO },
  { "There is no sign of infection, and the medical necessity of the scan is established.", YES },
  { "There is no documented gain and medical necessity.", NO },
  { "He has not lost weight, and medical necessity is not shown.", NO },
  { "No drain is left, and the visits are medically necessary.", YES },
  { "No drug has helped and the scan is medically necessary.", YES },
  { "There is no evidence that he fell, or that the scan is medically necessary.", NO },
  { "The absence of a cane makes the walker medically necessary.", YES },
  { "This does not make the walker medically necessary.", NO },
  { "Nothing makes the walker medically necessary.", NO },
  { "I find the walker medically necessary.", YES },
  { "The walker is medically necessary, save for its basket, which is not.", YES },
  { "The walker exceeds what is medically necessary.", NO },
  { "The walker is medically not necessary.", NO },
  { "There is no objection to the visits; medical necessity is supported.", YES },
  { "The notes fail to show the medical necessity of the visits.", NO },
  { "I cannot say the walker is medically necessary.", NO },
  -- another thing's necessity
  { "The scan is not medically necessary, even though the surgery is medically necessary.", NO },
  { "The scan is medically necessary although the brace is not medically necessary.", YES },
  { "Although the surgery is medically necessary, the pump is not medically necessary.", NO },
  { "The pump is not medically necessary. Exercise is medically necessary for all patients after a fusion.", NO },
  { "The pump is not medically necessary. Rest is medically necessary in patients with a fracture.", NO },
  { "The request is medically necessary for patients like this one.", YES },
  { "The request for 24 visits is not medically necessary. Eight visits are medically necessary.", NO },
  { "The request for eight visits is not medically necessary under one guideline. Eight visits are medically "
    .. "necessary under the other.", YES },
  { "Eight visits are medically necessary.", YES },
  { "The request for 30 patches is not medically necessary. The request for 15 patches is certified.", NO },
  { "The request for a scan is not medically necessary by the MTUS. By the ODG it is. The request for a scan is "
    .. "certified.", YES },
  { "The request is not medically necessary. An alternative request is approved.", NO },
  { "The pump is not medically necessary; alternatives are medically appropriate.", NO },
  -- somebody else's no
  { "The initial reviewer stated the scan was not medically necessary. It is now indicated.", YES },
  { "The previous denial found the scan not medically necessary. The request is certified.", YES },
  { "I do not agree that the scan is not medically necessary.", YES },
  { "I do not agree that the scan is medically necessary.", NO },
  { "I disagree with the surgeon that the scan is medically necessary.", NO },
  { "I disagree with the claim that the scan is not medically necessary.", YES },
  { "I disagree with the prior reviewer; the scan is medically necessary.", YES },
  { "I agree with the UR physician that the scan is not medically necessary.", NO },
  { "There is no reason to consider the scan not medically necessary.", YES },
  { "There is no reason to consider the scan medically necessary.", NO },
  { "There is no indication for the scan as it is not medically necessary.", NO },
  { "I disagree with the denial as the scan is medically necessary.", YES },
  { "The denial as not medically necessary was wrong. The request is approved.", YES },
  { "I do not agree with the plan as the scan is not medically necessary.", NO },
  { "There is no reason for a scan and it is plain that it is not medically necessary.", NO },
  -- what would be, can be, should be
  { "Ten visits would be medically necessary; thirty are not.", NO },
  { "Hence the scan would be medically necessary.", YES },
  { "The requested scan would be deemed medically necessary.", YES },
  { "Therefore the scan can be considered medically necessary.", YES },
  { "The requested scan should be deemed medically necessary.", YES },
  { "It should be noted that the scan is medically necessary.", YES },
  { "A scan would be premature here, and the request is not medically necessary.", NO },
  { "Imaging would be medically necessary if a deficit were found. The request is denied.", NO },
  { "A scan may be considered medically necessary in a few cases. This request is not supported.", NO },
  { "Therefore the scan could be medically necessary later. The request is denied.", NO },
  { "Unless films are taken, the scan is not medically necessary.", NO },
  { "Until films are taken the scan cannot be found medically necessary.", NO },
  { "The scan is medically necessary unless films are at hand.", nil },
  { "There is no documentation to justify the visits and the request is not medically necessary.", NO },
  { "The records do not serve to establish that the scan is medically necessary.", NO },
  { "It is not clear whether the scan is medically necessary.", NO },
  { "It is doubtful that the scan is medically necessary.", NO },
  { "One must read the file to determine whether the scan is medically necessary.", nil },
  -- two verdicts of which the no is the first one's
  { "The corset is not recommended and is therefore denied.", NO },
  { "The corset is not supported, and therefore denied.", NO },
  { "The requested corset is not certified and should be denied.", NO },
  { "The request was not supported and is denied.", NO },
  { "The requested corset is not indicated and inappropriate.", NO },
  { "The request should not be approved or recommended.", NO },
  { "The request is not supported or recommended.", NO },
  { "The requested corset is recommended and is therefore approved.", YES },
  { "The request is not denied.", YES },
  -- misspelt
  { "The corset is not medically nessecary.", NO },
  { "The corset is medically neccessary.", YES },
  { "The corset is not medically necesssary.", NO },
  { "The corset is medically necessay and appropriate.", YES },
  { "The corset is not medically necessray.", NO },
  { "The corset is medically unnecesary.", NO },
  { "The corset is not medicallynecessary.", NO },
  { "The corset isnot medically necessary.", NO },
  { "Medical neccessity is not established.", NO },
  { "Medical nescessity has been established.", YES },
  { "The corset is medically necessitated.", nil },
  { "The corset is medically neutral.", nil },
  -- a second mention in a clause that says nothing of its own
  { "The corset is not medically necessary, as it was not shown that a stiffer one would be medically necessary.",
    NO },
  { "The corset is medically necessary in view of the failure of pads which were not medically necessary.", YES },
  -- considered so, and reasonable
  { "The corset can be considered medically necessary.", YES },
  { "The corset would be considered medically reasonable and necessary.", YES },
  { "The corset may be considered medically necessary.", nil },
  { "The corset would be considered medically necessary in a fresh fracture.", nil },
  { "Once rest has failed, the corset can be considered medically necessary.", nil },
  { "A smaller corset would be considered medically necessary.", nil },
  { "The corset is reasonable and necessary.", YES },
  { "The corset is not reasonable and necessary.", NO },
  { "The corset was reasonable and necessary.", nil },
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
