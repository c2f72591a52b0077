local imr = require "imr"
local letter = require "spec.support.letter"

local function parse(summary, case)
  return imr.parse(letter.text { summary = summary, case = case })
end

local INTRODUCTION = "The injured worker is a 50 year old female who was injured on 01/02/2012. "

describe("ur", function()
  -- { date, action, sentences }
  local cases = {
    { "2013-12-23", "denied", "A Utilization Review decision on 12/23/2013 did not grant the request." },
    { "2014-05-04", "denied", "On 05/04/14, utilization review non-certified the request for an MRI." },
    { "2014-05-04", "denied", "Utilization Review noncertified the request on 5/4/14." },
    { "2015-09-08", "modified", "The original utilization review (9-8-2015) partially approved a request for Norco." },
    { "2014-07-25", "denied", "In a Utilization Review Report dated July 25, 2014, the claims administrator "
        .. "failed to approve a request for Norco." },
    { "2014-07-25", "modified", "In a utilization review report of 07/25/2014, the claims administrator "
        .. "partially certified Norco." },
    { "2013-12-03", "denied", "A Utilization Review decision was rendered on 12/03/2013 recommending "
        .. "non-certification." },
    { "2014-06-05", "denied", "The record contains a utilization review determination dated 06/05/14 in which the "
        .. "requests for nerve studies were non-certified." },
    { "2014-05-05", "denied", "The utilization review determination being challenged is dated 05/05/14. The request "
        .. "was denied because no therapy was tried." },
    { "2016-02-23", "denied", "A utilization review dated 02/23/2016 determined that the visits were not medically "
        .. "necessary." },
    { "2014-01-08", "modified", "In a Utilization Review of 01/08/14 the opioid was modified to allow a taper, and "
        .. "the rest was denied." },
    { "2014-01-02", "modified", "On 1/2/2014 Utilization Review allowed six of the twelve visits and refused the "
        .. "gel." },
    { "2014-01-02", "modified", "Utilization review of 1/2/2014 authorized only 4 visits." },
    { "2014-01-02", "modified", "Utilization review of 1/2/2014 approved Norco #30 for weaning." },
    { "2014-01-02", "denied", "Utilization review of 1/2/2014 did not certify Norco, as "
        .. "the time for a taper had come." },
    { "2014-01-02", "denied", "On 1/2/2014 Utilization Review failed to approve Norco rather than a taper." },
    { "2014-01-02", "modified", "Utilization review of 1/2/2014 did not certify Norco #90 but "
        .. "certified #30 for a taper." },
    { "2014-02-28", "denied", "Both were non-certified on 2/28/2014." },
    { "2014-02-03", "denied", "By a letter of 02-03-2014 the reviewer for the claims administrator certified "
        .. "neither." },
    { "2014-03-04", "denied", "On 3/4/14 both were denied in Utilization Review." },
    { "2014-03-12", "denied", "Items were requested on 03/03/2014, and all were denied in the Utilization Review of "
        .. "03/12/2014." },
    { "2014-03-12", "denied", "Prior review dated 03/12/2014 denied the request." },
    { "2014-03-12", "denied", "A utilizaton review of 03/12/2014 denied the request." },
    { "2014-03-12", "denied", "Utilisation Review did not certify the request on 03/12/2014." },
    { "2014-03-12", "denied", "UR dated 3/12/14 denied the request as records were lacking." },
    { "2016-10-13", "denied", "The Utilization Review determination of 10-13/16 did not certify the brace." },
    { "2016-10-30", "denied", "On October 30, 2016, the Utilization Review (UR) physician denied the brace." },
    { "2015-07-09", "denied", "The Utilization Review of 7-9-15 did not grant Ambien and approved Paxil." },
    { "2015-07-09", "denied", "The utilization review by  dated 7-9-15 denied the brace." },
    { "2013-12-03", "modified", "The 12/3/13 determination was modified. Norco #30 was certified." },
    { "2015-01-05", "denied", "A January 5, 2015 UR report denied the TENS unit, citing a note of 12/3/2014." },
    { "2015-01-05", "denied", "The claims administrator cited a form of December 1, 2014 in its determination dated "
        .. "January 5, 2015, in which it denied the unit." },
    { "2015-07-09", "denied", "The UR physician deemed the MRI not medically necessary on 7-9-2015 because the exam "
        .. "of 6-1-2015 was normal." },
    { "2015-11-24", "denied", "On 11-17-2015 the provider requested Norco. On 11-24-2015 the request was "
        .. "non-certified by Utilization Review." },
    { "2015-09-08", "denied", "She was kept on modified duty. The UR decision dated 9-8-15 certified Norco but "
        .. "denied Soma." },
    { "2015-04-10", "modified", "UR modified the request for 12 sessions to 6 sessions on 04/10/2015." },
    { "2014-02-02", "denied", "UR denied 2/2/14." },
    { "2014-09-01", "denied", "UR denied Orthovisc and a brace 9/1/14." },
    { nil, "denied", "UR denied Orthovisc as requested 9/1/14." },
    { nil, "denied", "UR denied Orthovisc 9/1/14 for want of films." },
    { "2014-02-02", "denied", "The carrier non-certified the orthotics on 2-2-14 per UR." },
    { "2014-02-02", "denied", "Two visits were not certified by the carrier on 2-2-14." },
    { "2014-11-03", "modified", "UR modified the request for 12 PT visits to 6 on 11/3/14." },
    { "2014-05-15", "modified", "UR rendered a modified determination on 5/15/2014, approving #60 of the 120 "
        .. "requested." },
    { "2013-12-30", "denied", "Per UR of 12/30/13, the request for a TENS unit was not medically necessary." },
    { "2014-07-25", "denied", "The 7/25/14 UR determination was noncertification." },
    { "2015-12-15", "modified", "On 12/15/2015 the reviewer denied the arthroscopy, and modified the brace to a plain "
        .. "one." },
    { "2015-12-15", "denied", "On 12-15-15 the reviewer non-certified all of it." },
    { "2015-12-15", "denied", "The physician reviewer did not certify the gel on 12/15/2015." },
    { "2015-12-15", "denied", "The reviewer has denied the gel in a letter of 12/15/2015." },
    { nil, nil, "On 12/15/2015 the reviewer of the film saw no fracture; he denied pain." },
    { nil, nil, "A panel evaluation of 12/15/2015 was read by the reviewer. She denied numbness." },
    { "2015-07-09", nil, "The case went to utilization review on 7-9-15." },
    { nil, "denied", "Utilization review denied the request for a brace." },
    { nil, "denied", "The request was denied by utilization review, as the visit of 03/03/2014 told nothing of it." },
    { "2015-07-09", "denied", "An earlier utilization review of 1/2/2015 modified therapy. Utilization review of "
        .. "7/9/2015 denied more of it." },
    { "2014-02-05", "denied", "UR dtd 02.05.2014: denied." },
    { "2014-02-05", "denied", "Utilization review dated 02.05.2014 denied the brace." },
    { "2016-10-13", "modified", "UR 10-13-16 non-cert PT; MRI mod." },
    { "2016-10-13", "denied", "UR 10-13-16 non-cert PT." },
    { "2016-10-13", "modified", "UR 10-13-16: PT mod to 6 visits." },
    { "2016-10-13", "denied", "UR 10-13-16 denied PT for mod pain." },
    -- in the passive, nobody named
    { "2014-05-06", "modified", "The request for Tramadol 50mg #120 was modified to #60 on 5/6/14 for want of a pain "
        .. "score." },
    { "2014-05-06", "modified", "The request(s) for a gel was modified on 5/6/14 citing the guideline." },
    { "2014-05-06", "modified", "The requests for gym and pool were partially certified on 5/6/14." },
    { "2014-05-06", "denied", "The request for a cane was denied on May 6, 2014." },
    { "2014-05-06", "denied", "The request for Vicodin 7.5 mg was not certified on 05-06-2014." },
    { "2014-05-06", "denied", "A request for authorization of 4/28/14 for a cane was initially denied on 5/6/14." },
    { "2014-05-06", "denied", "The request for a cane was denied on 5/6/14. He was seen on 4/1/14." },
    { "2014-05-06", "denied", "The request for a cane was denied on 5/6/14. He was seen again on 6/1/14." },
    { "2014-05-06", "modified", "On 5/6/14 the request for a cream and a gel was modified." },
    { nil, nil, "On 5/6/14 he asked for a refill, and the request was denied." },
    { nil, nil, "The request for a fusion was denied on 5/6/10. He was seen on 4/1/14." },
    { nil, nil, "A previous request for a fusion was denied on 5/6/14." },
    { nil, nil, "The request for a fusion was approved on 5/6/14." },
    { nil, nil, "The request for a cane was denied." },
    { nil, nil, "The request for lighter duty was denied on 5/6/14." },
    { nil, nil, "The request for an injection was declined by the patient on 5/6/14." },
    { nil, nil, "A request was made, and numbness was denied on 5/6/14." },
    { "2014-07-08", "modified", "The request for a fusion was denied on 5/6/14. Utilization review of 7/8/14 modified "
        .. "the therapy." },
    -- the date before the name
    { "2014-05-06", "denied", "The cane was denied on 5/6/14 by utilization review." },
    { "2014-05-06", "modified", "Therapy was modified to six visits on 5/6/14 by the UR physician." },
    { "2014-05-06", "denied", "The case was reviewed on 5/6/14 in utilization review and was denied." },
    { "2014-05-06", "denied", "On 5/6/14, the request for authorization of a cane was noncertified by UR." },
    { "2014-05-06", "denied", "The worker appeals the 5/6/14 UR denial of a cane." },
    { nil, "denied", "He was seen on 5/6/14 and the cane was denied by utilization review." },
    { nil, "denied", "Pain was denied at rest and he was seen on 5/6/14. The cane was denied by UR." },
    { nil, "denied", "On 5/6/14 the provider sent a request for authorization of a cane, denied by UR." },
    { nil, "denied", "The cane prescribed in the note of 5/6/14 UR denied." },
    { nil, "denied", "The fusion was approved on 5/6/14 and UR denied a cane." },
    { "2014-05-06", "denied", "Utilization review denied the requested cane on 5/6/14." },
    { "2014-05-06", "modified", "Utilization review modified or denied the requests on 5/6/14." },
    -- several verdicts in a sentence
    { "2014-05-06", "modified", "The request for gel was modified to a tube and a cane was non-certified on 5/6/14." },
    { "2014-05-06", "modified", "The request for gel was partially-certified on 5/6/14." },
    { "2014-05-06", "modified", "Per UR of 5/6/14, two tubes were approved out of the five." },
    { "2014-05-06", "modified", "Therapy was partially-certified on 5/6/14 and a cane was non-certified." },
    { "2014-05-06", "modified", "Therapy was modified by UR on 5/6/14, and a cane was denied." },
    { "2014-05-06", "denied", "Her work was modified and a cane was non-certified on 5/6/14." },
    { "2014-05-06", "denied", "Therapy was modified on 1/2/13, and on 5/6/14 UR denied a cane." },
    { "2014-05-06", "denied", "Therapy was not modified and a cane was non-certified on 5/6/14." },
    -- the nouns
    { "2014-05-06", "modified", "Utilization review of 5/6/14 recommended non-certification of a cane, and "
        .. "modification of the gel." },
    { "2014-05-06", "modified", "UR of 5/6/14 was a denial of a cane and modification of Mobic." },
    { "2014-05-06", "modified", "UR dated 5/6/14 noted modification of Mobic to #30 and certification of a cane." },
    { "2014-05-06", "denied", "UR of 5/6/14 was a denial of a cane and modification of the bathroom." },
    { "2014-05-06", "denied", "Utilization review of 5/6/14 denied activity modification and a cane." },
    { "2014-05-06", "denied", "UR of 5/6/14 was a non-approval of a cane." },
    -- other verbs
    { "2014-05-06", "denied", "The UR dated 5/6/14 denies a cane." },
    { "2014-05-06", "denied", "The decision being challenged is a UR dated 5/6/14 and denies a cane." },
    { "2014-05-06", nil, "UR of 5/6/14 notes that the patient denies numbness." },
    { "2014-05-06", "denied", "UR of 5/6/14 non-approved a cane." },
    { "2014-05-06", "denied", "UR of 5/6/14 disapproved a cane." },
    { "2014-05-06", "denied", "UR of 5/6/14 did not support a cane." },
    { "2014-05-06", "denied", "UR of 5/6/14 certified Mobic but not a cane." },
    { "2014-05-06", "denied", "UR of 5/6/14 approved the office visit. A cane was denied." },
    { "2014-05-06", nil, "UR of 5/6/14 approved the office visit. Chest pain was denied." },
    { "2014-05-06", "modified", "UR of 5/6/14 reduced Mobic 15 mg #60 to #30." },
    { "2014-05-06", "modified", "UR of 5/6/14 reduced Mobic from 90 to 30." },
    { "2014-05-06", "denied", "UR of 5/6/14 denied Mobic, which reduced the pain to 3." },
    { "2014-05-06", "denied", "UR of 5/6/14 denied Mobic, which reduced leg pain from 8 to 3/10." },
    { "2014-05-06", "modified", "UR of 5/6/14 authorized Mobic #30 only." },
    { "2014-05-06", "modified", "UR of 5/6/14 certified Mobic #30 of the requested #60." },
    { "2014-05-06", "denied", "UR of 5/6/14 certified 1 of the 3 items requested, with a cane being denied." },
    { "2014-05-06", "modified", "UR of 5/6/14 certified 4 of the 12 visits, with a cane being denied." },
    { nil, nil, "UR withdrew the request." },
    -- a clause of its own within a sentence, or behind a lost full stop
    { "2014-05-06", "denied", "Her neck is stiff\nOn 5/6/14 UR denied a cane." },
    { "2014-05-06", "denied", "Her neck is stiff On May 6, 2014, the claims administrator denied a cane." },
    { "2014-05-06", "denied", "Treatment has been PTOn 5/6/14 UR denied a cane." },
    { "2014-05-06", "modified", "Pain is 7/10 On 5/6/14 the request for Mobic was modified by utilization review." },
    { "2014-05-06", "denied", "A cane was asked for and on 5/6/14, utilization review denied it." },
    { "2014-05-06", "denied", "It is noted that on 5/6/14 UR denied a cane." },
    { "2014-05-06", "denied", "He fell on 1/1/14 and on 5/6/14 the claims examiner denied a cane." },
    { "2014-05-06", "denied", "The file has an appeal of a cane which on 5/6/14 UR had denied." },
    { nil, "denied", "She was seen on 5/6/14 UR denied a cane." },
    { nil, "denied", "She was seen on 5/6/14 and UR denied a cane." },
    { nil, "denied", "He was seen and on 5/6/14 had a scan; UR denied a cane." },
    { nil, "denied", "He was seen and on 5/6/14 had a scan that UR denied." },
    { nil, "denied", "It is noted that on 5/6/14 a cane was asked for, which UR denied." },
    { nil, "denied", "Films were taken and on 5/6/14 submitted to UR, which denied a cane." },
    -- when it was sent there, and when it was decided
    { "2014-05-06", "denied", "The request was submitted to utilization review on 4/28/14 and was denied on 5/6/14." },
    { "2014-05-06", "modified", "Mobic was sent to utilization review on 4/28/14 and modified on 5/6/14." },
    { "2014-04-28", "denied", "The cane was submitted to utilization review on 4/28/14 and was denied; he was seen on "
        .. "5/6/14." },
    { "2014-04-28", "denied", "The utilization review of 4/28/14 was denied on 5/6/14." },
    -- the decision behind its label
    { "2014-05-06", "modified", "UR date: 5/6/14. Decision: modified." },
    { "2014-05-06", "denied", "UR dated 5/6/14. Determination: denied." },
    { "2014-05-06", nil, "UR date: 5/6/14. Impression: modified Ashworth scale of 2." },
    -- a date in parentheses, or behind them
    { "2014-05-06", "denied", "The utilization review denied a cane (05/06/14)." },
    { nil, "denied", "The utilization review denied a cane (seen 05/06/14)." },
    { nil, "denied", "The utilization review denied a cane (05/06/14) for want of films." },
    { "2014-05-06", "denied", "UR (Dr. Roe) on 5/6/14 denied a cane." },
    { "2014-05-06", "denied", "UR (Dr.  ) on 5/6/14 denied a cane." },
    -- others who decide
    { "2014-05-06", "denied", "On 5/6/14, the insurance carrier denied a cane." },
    { "2014-05-06", "denied", "The insurer denied a cane on 5/6/14." },
    { "2014-05-06", "modified", "On 5/6/14, the adjuster modified Mobic to #30." },
    { "2014-05-06", "modified", "On 5/6/14, the reviewing physician modified Mobic to #30." },
    { nil, nil, "On 5/6/14, the insurance carrier denied the claim." },
    { nil, nil, "On 5/6/14, the insurer denied liability for the back." },
    { nil, nil, "The insurer denied a fusion on 5/6/10. He was seen on 4/1/14." },
    { nil, nil, "On 5/6/14, the reviewing physician saw no fracture." },
    { nil, nil, "Modified duty was approved by the employer on 12/01/2013." },
    { nil, nil, "She denied numbness on 12/01/2013 and was kept on modified work." },
    { nil, nil, "Treatment has included activity modification. On 12/01/2013 she denied chest pain." },
    { nil, nil, "The review of systems on 12/01/2013 was negative." },
    { nil, nil, "The provider requested an MRI on 12/01/2013, now under review." },
  }
  for _, case in ipairs(cases) do
    it(("reads %s, %s from %q"):format(case[1], case[2], case[3]), function()
      local ur = parse(INTRODUCTION .. case[3]).ur or {}
      assert.equal(case[1], ur.date)
      assert.equal(case[2], ur.action)
    end)
  end

  it("has the header block's date where the summary gives none", function()
    local ur = parse("Utilization review denied the brace.", "CM16-0212345").ur
    assert.same({ date = "2016-09-20", action = "denied" }, ur)
  end)

  it("has the summary's date where both give one", function()
    local document = parse("Utilization review of 09/21/2016 denied it.", "CM16-0212345")
    assert.equal("2016-09-21", document.ur.date)
    assert.equal("2016-09-20", document.case.ur_denial_date)
  end)

  it("is the decision of several that the header block dates", function()
    local ur = parse("Utilization review of 09/20/2016 denied it. Utilization review of 10/12/2016 modified another "
      .. "request.", "CM16-0212345").ur
    assert.same({ date = "2016-09-20", action = "denied" }, ur)
  end)

  it("is no decision of another date than the header block's where nobody is named", function()
    local ur = parse("The request for a cane was modified on 09/20/2016.", "CM16-0212345").ur
    assert.same({ date = "2016-09-20", action = "modified" }, ur)
    ur = parse("The request for a cane was modified on 08/20/2016.", "CM16-0212345").ur
    assert.same({ date = "2016-09-20" }, ur)
  end)

  it("refuses an impossible date, and says so", function()
    local document = parse("Utilization review of 02/30/2016 denied the brace.")
    assert.same({ action = "denied" }, document.ur)
    assert.equal("impossible-date", document.diagnostics[1].code)
    assert.equal('ur.date: "02/30/2016" is no date of the calendar', document.diagnostics[1].message)
  end)
end)
