local imr = require "imr"
local effort = require "spec.support.effort"
local letter = require "spec.support.letter"

local function worker(summary)
  return imr.parse(letter.text { summary = summary }).worker or {}
end

describe("worker.age", function()
  -- { summary, age }; without an age the summary tells none of the worker's.
  local cases = {
    { "The injured worker is a 38-year-old male who fell.", 38 },
    { "The patient is a 32 year old female cook.", 32 },
    { "This is a 48 y/o roofer who hurt his back.", 48 },
    { "This 51 y.o. clerk has neck pain.", 51 },
    { "A 27yo male, right hand dominant, was cut by glass.", 27 },
    { "The claimant is a 55 year-old warehouse worker.", 55 },
    { "The applicant, a 44-year old painter, slipped on ice.", 44 },
    { "This case involves a now 36-year-old female with elbow pain.", 36 },
    { "The injured workers and 37-year-old female who lifted crates.", 37 },
    { "This worker, aged 29 years, was struck by a gate.", 29 },
    { "The employee is 61 years of age and has knee pain.", 61 },
    { "Patient age: 45. Complaints are of low back pain.", 45 },
    { "The patient is a fifty-two year old gentleman.", 52 },
    { "The patient is a 63 yr old nurse with wrist pain.", 63 },
    { "The patient is a 47 year female with shoulder pain.", 47 },
    { "The patient is a 40 y/o M with a crush injury.", 40 },
    { "The injured worker is a 57- year-old teacher.", 57 },
    { "The injured worker is a 70 years old male.", 70 },
    { "He has a 20-year-old fracture of the ankle. He is a 58-year-old driver.", 58 },
    { "The patient is a school bus driver, 45 years old, with neck pain.", 45 },
    { "His father, an 80-year-old man, has stenosis. The patient is a 46-year-old stocker.", 46 },
    { "She was hit by a 30-year-old driver. The patient is a 41-year-old flagger.", 41 },
    { "52M with neck pain.", 52 },
    { "Pt. is 52M, slip & fall.", 52 },
    { "A 52F with wrist pain.", 52 },
    { "This is a 63 year, 4 month old woman with neck pain.", 63 },
    { "The patient is a 63 year and 11 month old man.", 63 },
    { "The patient is a fifty-three (53) year old nurse.", 53 },
    { "The patient is a 53 (fifty-three) year-old nurse.", 53 },
    { "The patient is a (53) year old nurse.", 53 },
    { "The patient is a fifty three (53)-year-old nurse.", 53 },
    { "The payment of 52M was made." },
    { "There were fifty (50) visits over two years (24 months)." },
    { "She has a 38 year history of smoking and back pain." },
    { "She lives with her 72-year-old mother." },
    { "He was restraining a 17-year-old student when he fell." },
    { "The worker is the parent of a 6-year-old boy." },
    { "The patient was born on 04/05/1961 and has knee pain." },
    { "He was 34 years old at the time of the injury." },
    { "The patient was a 36 year old male at the time of his 5/6/2007 injury. He is now 44 years old.", 44 },
    { "The worker was a 36-year-old female at the time of the 5/6/2007 accident." },
    { "The records describe a 12-year-old injury to the knee." },
    { "He has smoked since age 17 and has a 30 pack-year history." },
    { "Treatment to date has included 24 visits over 2 years." },
  }
  for _, case in ipairs(cases) do
    it(("reads %s from %q"):format(case[2] or "none", case[1]), function()
      assert.equal(case[2], worker(case[1]).age)
    end)
  end

  it("finds an age that stands late in the summary", function()
    local filler = ("Treatment has included rest and ice. "):rep(30)
    assert.equal(49, worker(filler .. "The patient is a 49 year old welder.").age)
  end)

  it("joins an age that a line's end broke", function()
    assert.equal(43, worker("The injured worker is a 43-year-\nold male with a hernia.").age)
  end)
end)

describe("worker.sex", function()
  local cases = {
    { "The patient is a 46-year-old male who fell.", "male" },
    { "The patient is a 46-year-old right hand dominant Hispanic female.", "female" },
    { "This 43-year-old woman, a cook, burned her hand.", "female" },
    { "The applicant is a 34-year-old man, a bank teller.", "male" },
    { "The injured worker is a 57-year-old gentleman.", "male" },
    { "This is a 60 year old lady with neck pain.", "female" },
    { "The patient is a 52 y/o F with wrist pain.", "female" },
    { "The patient is a 52/M with wrist pain.", "male" },
    { "52M with neck pain. His wife drives.", "male" },
    { "A 52F with wrist pain.", "female" },
    { "This is a 63 year, 4 month old woman with neck pain.", "female" },
    { "This female worker, aged 43, slipped.", "female" },
    { "The patient is a 53 yr. old female with neck pain.", "female" },
    { "The patient is a 53 yrs. old male with neck pain.", "male" },
    { "The patient is a 53 y. o. female with neck pain.", "female" },
    { "The patient is a 53 y/o. male with neck pain.", "male" },
    { "The patient is a fifty-three (53) year old female.", "female" },
    { "The patient is a 53 y/o. Male nurses were hurt as well." },
    { "The patient is 53 years old. Female staff were hurt as well." },
    { "The patient is a 53 year old R handed M with neck pain.", "male" },
    { "The patient is a 53 y/o right hand dominant F.", "female" },
    { "The patient is a 53 year old cook, R handed, in room F." },
    { "Age: 53. Sex: F. Neck pain is told of.", "female" },
    { "The worker is 53 years old. Gender: Male. Neck pain is told of.", "male" },
    { "Mr.   is a 53-year-old cook with neck pain.", "male" },
    { "Ms.   sustained a neck strain at 53 years of age.", "female" },
    { "Mrs.  was hurt in 2012.", "female" },
    { "Mr.  is a 53-year-old nurse; this lady is a cook.", "female" },
    { "Ms. Hill, a nurse, saw the 53-year-old cook." },
    { "This pleasant gentleman has had two operations.", "male" },
    { "The patient is an obese female with knee pain.", "female" },
    { "The worker is a 30 year old. She lifted a box.", "female" },
    { "The worker is a 30 year old who lifted a box with his left hand.", "male" },
    { "The patient is a 40-year-old nurse who was hit by a male patient. She fell.", "female" },
    { "The patient is a 40-year-old aide. Her wrist hurts and hers alone.", "female" },
    { "The patient is a 44 year old policeman. He was shot.", "male" },
    { "The worker is a 39 year old female whose husband says he sees her suffer.", "female" },
    { "The worker is a 39 year old. His wife says she sees him suffer." },
    { "The worker is a 39 year old. He/she was hurt at his/her desk." },
    { "The worker is a 39 year old with hernia, shell shock and other hurts." },
    { "The patient is a 40-year-old nurse who was hit by a male patient." },
    { "The worker is 39 years old and manages the womens' department." },
  }
  for _, case in ipairs(cases) do
    it(("reads %s from %q"):format(case[2] or "none", case[1]), function()
      assert.equal(case[2], worker(case[1]).sex)
    end)
  end

  it("is absent where the summary is empty of people", function()
    assert.is_nil(imr.parse(letter.text { summary = "No records were submitted." }).worker)
  end)
end)

describe("a worker told of at the beginning", function()
  local subjects = {
    "The injured worker", "The patient", "The applicant", "The claimant", "The employee", "The worker", "This", "He",
    "The patient he hit", "The patient's son", "This father", "The injured man", "The employer", "The patient whom",
    "His age", "The worker sixteen",
  }
  local joints = { " is a ", ", a ", " ", " is an ", " (", " was a ", ", an " }
  local ages = { "38-year-old", "47 year old", "52-year old", "19 years old", "12-year-old", "61y/o", "05-year-old" }
  local behind = {
    " male who fell.", " lady with pain.", " right-handed female.", " male at the time of the injury.", " worker.",
    " man at work.", " son was hurt.", ", female.", " fe-male.", ".", "-male.", " gentleman", " M with pain.",
    " when she fell.",
  }

  it("is read as behind another sentence", function()
    local read = 0
    for _, subject in ipairs(effort.some(subjects, 8)) do
      for _, joint in ipairs(effort.some(joints, 3)) do
        for _, age in ipairs(ages) do
          for _, rest in ipairs(behind) do
            local text = subject .. joint .. age .. rest
            local want = worker("This was seen in room 7 again. " .. text)
            local found = worker(text)
            assert.same(want, found, text)
            read = read + (found.age and 1 or 0)
          end
        end
      end
    end
    assert.is_true(read > (effort.thorough and 2000 or 100))
  end)
end)
