local imr = require "imr"
local letter = require "spec.support.letter"

local function parse(summary, case)
  return imr.parse(letter.text { summary = summary, case = case })
end

describe("injury.date", function()
  -- { summary, date }; without a date the summary tells none of the injury.
  local cases = {
    { "The patient is a 50-year-old male with a date of injury of 11/18/2011.", "2011-11-18" },
    { "This 38-year-old patient had a date of injury on 01/09/14.", "2014-01-09" },
    { "The date of injury was 10-11-2013. The mechanism was a fall.", "2013-10-11" },
    { "This is a 44-year-old male with a 9/11/10 date of injury.", "2010-09-11" },
    { "Date of injury: 3-4-16. Complaints are of the knee.", "2016-03-04" },
    { "The date of injury is listed as October 11, 2013.", "2013-10-11" },
    { "DOI: 05/06/2009. MRI of 04/03/2012 showed a tear.", "2009-05-06" },
    { "The worker was injured on 10-13/16 in a fall.", "2016-10-13" },
    { "She sustained an industrial injury on 10-30- 2016.", "2016-10-30" },
    { "He reported an injury to his lower back on Oct. 2, 2012 while lifting.", "2012-10-02" },
    { "This 52 year old aide hurt her neck and both shoulders on 06/07/2009.", "2009-06-07" },
    { "The patient is a 41 year old who fell from a ladder on 6/7/09.", "2009-06-07" },
    { "The patient has an industrial injury dated 12/1/2014.", "2014-12-01" },
    { "The claimant has a 05/12/2010 industrial injury to the neck.", "2010-05-12" },
    { "The applicant has filed a claim associated with an industrial injury of April 14, 2006.", "2006-04-14" },
    { "Seen on 03/04/2014 for an injury that occurred on 02/03/2012.", "2012-02-03" },
    { "She was in a motor vehicle accident on 7/8/2013 and had surgery on 9/10/2013.", "2013-07-08" },
    { "The teller, 34 years old, fell ill after robberies, the last on September 3, 2013.", "2013-09-03" },
    { "An earlier claim, with a date of injury of 7-1-1988, was settled. He was injured on 4-14-2001.", "2001-04-14" },
    { "The patient sustained injury 4/5/13 to the wrist.", "2013-04-05" },
    { "The worker was injured on 11 October 2013.", "2013-10-11" },
    { "He was hurt in 2009. The work injury date is 1/2/2010.", "2010-01-02" },
    { "The worker has an accepted injury of \u{201C}10/30/2010\u{201D} to her low back.", "2010-10-30" },
    { 'She has an injury of "5-6-12" to the hand.', "2012-05-06" },
    { "The injury of (5/6/2012) was a fall.", "2012-05-06" },
    { "The injury of [5/6/2012] was a fall.", "2012-05-06" },
    { "Date of injury: \u{2018}July 8, 2013\u{2019}. He fell.", "2013-07-08" },
    { 'With a date of injury of "07/08/2013", he has knee pain.', "2013-07-08" },
    { 'A 45-year-old male with a "07/08/2013" date of injury.', "2013-07-08" },
    { "The worker is a cook. On 8/1/2013, he slipped and fell on a wet floor.", "2013-08-01" },
    { "He drives a truck. On May 5th, 2015 he was struck by a forklift.", "2015-05-05" },
    { "On 3-3-2012 a pallet fell on the worker's foot; he is a 28-year-old male.", "2012-03-03" },
    { "The date of injury in this case is 7/8/2013.", "2013-07-08" },
    { "The stated date of injury for the injured worker was 7/8/2013.", "2013-07-08" },
    { "The DOI for this claim: 7/8/2013.", "2013-07-08" },
    { "A 42 year old male, date of birth 1/2/1973, and date of injury 8/8/2009.", "2009-08-08" },
    { "The patient is a 42 year old male (DOB 1/2/73, DOI 8/8/09) with neck pain.", "2009-08-08" },
    { "The patient is a 42 year old male (D.O.B. 1/2/73, D.O.I. 8/8/09) with neck pain.", "2009-08-08" },
    { "The 42 year old male, born on 1/2/1973, injury 8/8/2009.", "2009-08-08" },
    { "The patient is a 42 year old male with a date of birth of 1/2/1973, injury 8/8/2009.", "2009-08-08" },
    { "The patient is a 42 year old male, DOB: 1/2/1973, injury of the neck." },
    { "The neck of this 42 year old male, hurt in a 9/11/10 accident, is stiff.", "2010-09-11" },
    { "The patient is a cook with an industrial injury reported on 7/8/2013.", "2013-07-08" },
    { "An injury to the neck was reported on 7/8/2013, when a shelf gave way.", "2013-07-08" },
    { "The injuries were first reported on 7/8/2013.", "2013-07-08" },
    { "The worker with a neck injury reported on 7/8/2013 that the neck was stiff." },
    { "The injury is old. The worker reported on 7/8/2013 that it was worse." },
    { "She has had a neck injury. Pain was reported on 7/8/2013." },
    { "The injury's scar was reported on 7/8/2013." },
    { "A prior injury was reported on 7/8/2013." },
    { "After the date of injury this worker was seen on 7/8/2013." },
    { "Seen in this case on 7/8/2013." },
    { "The worker is a cook. On 8/1/2013 the back was examined after a fall." },
    { "The worker is a cook. On 8/1/2013, he complained of pain and of a slip." },
    { "The worker is a cook. On 8/1/2013, surgery of a fracture was done." },
    { "The injured worker was seen on 03/04/2014 with neck pain." },
    { 'The note says: "03/04/2014" and describes an old injury.' },
    { "The injury was discussed at the visit of \u{201C}03/04/2014\u{201D}." },
    { "The injured worker had an MRI on 03/04/2014." },
    { "A progress note dated 03/04/2014 describes the injury." },
    { "Since the injury she was treated by a chiropractor until 03/04/2014." },
    { "The injury occurred in March 2012." },
    { "He was hurt in 2012 and rates the pain 7-8/10." },
    { "A prior injury on 03/04/1999 had healed." },
    { "Utilization review of 02/03/2014 denied the injury claim." },
    { "He re-injured the knee on 05/06/2015 at home." },
  }
  for _, case in ipairs(cases) do
    it(("reads %s from %q"):format(case[2] or "none", case[1]), function()
      local document = parse(case[1])
      assert.equal(case[2], (document.injury or {}).date)
      assert.same({}, document.diagnostics)
    end)
  end

  it("is the header block's where the summary is silent", function()
    assert.equal("2012-02-03", parse("The worker has neck pain.", "CM16-0212345").injury.date)
  end)

  it("is the summary's where both say it", function()
    local document = parse("The worker was injured on 02/03/2011.", "CM16-0212345")
    assert.equal("2011-02-03", document.injury.date)
    assert.equal("2012-02-03", document.case.date_of_injury)
  end)

  it("is that of several which the header block has", function()
    local document = parse("She was injured on 05/06/2010. She was injured on 02/03/2012 as well.", "CM16-0212345")
    assert.equal("2012-02-03", document.injury.date)
    document = parse("With dates of injury of 05/06/2010 and 02/03/2012.", "CM16-0212345")
    assert.equal("2012-02-03", document.injury.date)
    assert.is_nil(document.injury.cumulative)
  end)

  it("refuses an impossible date, and says so", function()
    for _, date in ipairs { "02/30/2012", "13/13/2013", "February 29, 2011", "00/10/2014", "11-31-12" } do
      local document = parse(("The worker was injured on %s at work."):format(date))
      assert.is_nil(document.injury)
      assert.equal(1, #document.diagnostics)
      local diagnostic = document.diagnostics[1]
      assert.equal("impossible-date", diagnostic.code)
      assert.equal(('injury.date: "%s" is no date of the calendar'):format(date), diagnostic.message)
    end
  end)

  it("takes the header block's for an impossible one", function()
    local document = parse("The worker was injured on 02/30/2012.", "CM16-0212345")
    assert.equal("2012-02-03", document.injury.date)
    assert.equal("impossible-date", document.diagnostics[1].code)
  end)

  it("does not mind an impossible date of something else", function()
    assert.same({}, parse("He was injured on 02/03/2012. A note of 02/30/2013 has it.").diagnostics)
  end)
end)

describe("injury.cumulative", function()
  -- { summary, date, cumulative }
  local cases = {
    { "The patient has a cumulative trauma claim ending 08/30/2008.", "2008-08-30", true },
    { "Cumulative trauma from 01/02/2009 to 08/30/2012 is claimed.", "2012-08-30", true },
    { "She has a cumulative trauma injury on 3/4/2010.", "2010-03-04", true },
    { "Injured by continuous trauma, 1/2/09-8/30/12, at a keyboard.", "2012-08-30", true },
    { "With a CT 1/2/09 - 8/30/12.", "2012-08-30", true },
    { "The dates of injury are 05/06/2010 through 05/06/2011.", "2011-05-06", true },
    { "He sustained injuries between 01/02/2010 and 03/04/2011.", "2011-03-04", true },
    { "Injured from March 2005 through 08/30/2012 while packing.", "2012-08-30", true },
    { "The date of injury is 3/4/10. A repetitive stress injury is claimed.", "2010-03-04", true },
    { "Cumulative injury of both wrists was reported on the form.", nil, true },
    { "Cumulative-trauma injury dated 7/8/2014.", "2014-07-08", true },
    { "He has pain associated with cumulative trauma at work between the dates August 1, 2009 and August 1, 2010.",
      "2010-08-01", true },
    { "Injured by cumulative trauma between the dates of 8/1/2009 through 8/1/2010.", "2010-08-01", true },
    { "With dates of injury CT 1/1/05-6/30/06.", "2006-06-30", true },
    { "With industrial injuries from 10-11-2012 until 10-11-2013.", "2013-10-11", true },
    { "With cumulative trauma up to and including 8/1/2010.", "2010-08-01", true },
    { "Injured from 8/1/2009 through and including 8/1/2010.", "2010-08-01", true },
    { "With injuries between May 2009 and August 1, 2010.", "2010-08-01", true },
    { "Cumulative trauma between 2009 and 8/1/2010 is claimed.", "2010-08-01", true },
    { "She has a CT injury through 8/1/2010.", "2010-08-01", true },
    { "A cook with a CT injury thru 8/1/2010 to both hands.", "2010-08-01", true },
    { "DOI CT 8/1/2010.", "2010-08-01", true },
    { "DOI of CT: 8/1/2010.", "2010-08-01", true },
    { "DOI: CT through 8/1/2010.", "2010-08-01", true },
    { "He fell on 3/4/2010. The mechanism of injury was noted to be repetitive motion.", "2010-03-04", true },
    { "DOI 3/4/2010. The mechanism of injury is listed as repetitive stress.", "2010-03-04", true },
    { "DOI 3/4/2010. The mechanism of injury is a kind of repetitive use.", "2010-03-04", nil },
    { "DOI 3/4/2010. The mechanism of injury was not repetitive motion.", "2010-03-04", nil },
    { "DOI 3/4/2010. The mechanism of injury was a fall. Repetitive motion hurts.", "2010-03-04", nil },
    { "DOI 3/4/2010. The mechanism of injury was a fall, and repetitive motion hurts.", "2010-03-04", nil },
    { "DOI: 3/4/2010. CT 8/1/2010 was normal.", "2010-03-04", nil },
    { "He fell on 3/4/2010. A CT for the injury on 8/1/2010 was normal.", "2010-03-04", nil },
    { "The injury was seen by CT on 8/1/2010.", nil, nil },
    { "He slipped between the truck in 2009 and a wall. He had a CT 8/1/2010.", nil, nil },
    { "He fell on 03/04/2010.", "2010-03-04", nil },
    { "He was injured on 03/04/2010 by repetitive lifting.", "2010-03-04", nil },
    { "He was injured on 03/04/2010. The pain is continuous.", "2010-03-04", nil },
    { "He was injured on 03/04/2010, not cumulative trauma.", "2010-03-04", nil },
    { "He was injured on 03/04/2010. Treated from 1/2/2011 to 3/4/2011.", "2010-03-04", nil },
    { "He was injured on 03/04/2010. An earlier cumulative trauma claim was settled.", "2010-03-04", nil },
  }
  for _, case in ipairs(cases) do
    it(("reads %s, %s from %q"):format(case[2], case[3], case[1]), function()
      local injury = parse(case[1]).injury or {}
      assert.equal(case[2], injury.date)
      assert.equal(case[3], injury.cumulative)
    end)
  end
end)
