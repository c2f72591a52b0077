-- The same fields with LPeg: the letter by one grammar, the fields by grammars of their own.
package.path = (arg[0]:match "^(.*)/[^/]*$" or ".") .. "/?.lua;" .. package.path
local shared = require "shared"
local lpeg = require "lpeg"
local P, R, S, V = lpeg.P, lpeg.R, lpeg.S, lpeg.V
local C, Cc, Cf, Cg, Cs, Ct = lpeg.C, lpeg.Cc, lpeg.Cf, lpeg.Cg, lpeg.Cs, lpeg.Ct
local match = lpeg.match

local space, digit = S " \n\t\r", R "09"
local ink = 1 - space
local word = R("az", "AZ", "09") + "_"

local function up_to(pattern)
  return (1 - pattern) ^ 0
end

local function behind(pattern)
  return up_to(pattern) * pattern
end

-- White space: a hyphen takes the line break behind it away, other runs become one blank.
local CLEAN = Cs(
  space ^ 0 / ""
    * ((ink - P "-\n") ^ 1 + P "-\n" * space ^ 0 / "-" + (space ^ 1 * -1) / "" + space ^ 1 / " ") ^ 0
)

local function clean(s)
  return match(CLEAN, s)
end

---- the header block and the reviewer -------------------------------------------------------------

local value = C(ink ^ 1)
local HEADER = behind(P "Case Number: ")
  * Ct(
    Cg(value, "case_number")
      * " Date Assigned: "
      * Cg(value, "date_assigned")
      * " Date of Injury: "
      * Cg(value, "date_of_injury")
      * " Decision Date: "
      * Cg(value, "decision_date")
      * " Priority: "
      * Cg(value, "priority")
      * " Application Received: "
      * Cg(value, "application_received")
  )

local function list(separator)
  local member = C((1 - separator) ^ 1)
  return Ct(member * (separator * member) ^ 0)
end

local COMMAS = list(P ", ")
local STATES = list(P ", and " + ", " + " and ")
local SPECIALTIES = list(P ", has a subspecialty in " + ", ")
local specialty = P " Certification(s)/Specialty: "
local CREDENTIALS = behind(P "State(s) of Licensure: ") * C(up_to(specialty)) * specialty * C(P(1) ^ 0)
local licensed = P "," ^ -1 * " and is licensed to practice in "
local CERTIFIED = behind(P "reviewer is Board Certified in ")
  * C(up_to(licensed))
  * licensed
  * C(up_to(P ". He/she"))

local function read_reviewer(section, out)
  local states, specialties = match(CREDENTIALS, section)
  if states then
    out.states, out.specialties = match(COMMAS, states), match(COMMAS, specialties)
    return
  end
  specialties, states = match(CERTIFIED, section)
  out.states = specialties and match(STATES, states) or {}
  out.specialties = specialties and match(SPECIALTIES, specialties) or {}
end

---- the summary -----------------------------------------------------------------------------------

local one_or_two = digit * digit ^ -1
local DATE = (C(one_or_two) * S "-/" * C(one_or_two) * S "-/" * C(digit * digit * digit ^ -2)) / shared.iso
local sex = (P "male" + "female" + "man" + "woman" + "gentleman" + "lady") * -word / shared.SEX
local years_old = C(digit * digit ^ -2) / tonumber * S "- " * "year" * P "s" ^ -1 * S "- " * "old"
local other_word = P " " * (word + "-") ^ 1
local sex_after = P " " * Cg(sex, "sex")
local AGE = Ct((1 - digit) ^ 0 * P {
  Cg(years_old, "age")
      * (sex_after + other_word * sex_after + other_word * other_word * sex_after + P(true))
    + digit ^ 1 * (1 - digit) ^ 1 * V(1),
})
local pronoun = (S "Hh" * (P "e" + "is" + "im") * -word) * Cc "male"
  + (S "Ss" * "he" + S "Hh" * "er" * P "s" ^ -1) * -word * Cc "female"
local PRONOUN = P { pronoun + word ^ 1 * (1 - word) ^ 1 * V(1) }
local any_word = P " " * word ^ 1
local DATE_OF_INJURY = P {
  P "date of injury" * (P " " * DATE + any_word * P " " * DATE) + P(1) * (1 - P "d") ^ 0 * V(1),
}
local on_date = P { (P " on " + " dated ") * DATE + (1 - P ".") * V(1) }
local INJURED_ON = P { P "injur" * on_date + P(1) * (1 - P "i") ^ 0 * V(1) }
local any_date = P { P " " * DATE + (1 - P ".") * V(1) }
local UTILIZATION_REVIEW = P {
  S "Uu" * "tilization " * S "Rr" * "eview" * any_date + P(1) * (1 - S "Uu") ^ 0 * V(1),
}

local function read_summary(summary, out)
  local worker = match(AGE, summary)
  if worker then
    out.age, out.sex = worker.age, worker.sex
  end
  if not out.sex then
    out.sex = match(PRONOUN, summary)
  end
  out.injury_date = match(DATE_OF_INJURY, summary) or match(INJURED_ON, summary)
  out.ur_date = match(UTILIZATION_REVIEW, summary)
end

---- the issues ------------------------------------------------------------------------------------

local based_on = P "Decision based on "
local pages = C(digit * (S ", -" ^ 0 * digit) ^ 0)

local function source(mtus, body)
  return { system = body.acoem and "ACOEM" or mtus or body.odg and "ODG" or "OTHER", pages = body.pages }
end

local CITATION = based_on
  * (P "Non-MTUS Citation " * Cc(false) + P "MTUS " * Cc "MTUS")
  * Ct(
    (
      P "ACOEM" * Cg(Cc(true), "acoem")
      + (P "Official Disability Guidelines" + "ODG") * Cg(Cc(true), "odg")
      + P "Page(s): " * Cg(pages, "pages")
      + (1 - based_on)
    ) ^ 0
  )
  / source
local SOURCES = Ct((CITATION + 1) ^ 0)

local verb = P "established" + "determined" + "supported"
local concludes = P "not medically " * (P "necessary" + "appropriate") * Cc(false)
  + P "medically " * (P "necessary" + "appropriate") * Cc(true)
  + P "medical necessity "
    * (
      (P "is not " + "has not been " + "was not " + "cannot be ") * verb * Cc(false)
      + (P "is " + "has been " + "was ") * verb * Cc(true)
    )
local CONCLUSION = Cf(Cc(nil) * (concludes + P(1) * (1 - S "nm") ^ 0) ^ 0, function(_, last)
  return last
end)

---- the letter ------------------------------------------------------------------------------------

local CLAIMS, MAXIMUS, RATIONALE = P "Claims Administrator guideline:", P "MAXIMUS guideline:", P "Decision rationale:"
local decision = P ":" * space ^ 1 * Cg(C(P "Upheld" + "Overturned"), "decision") * space ^ 0 * CLAIMS
local decided = P ":" * space ^ 1 * (P "Upheld" + "Overturned") * space ^ 0 * CLAIMS
local gap = P "\n" * P " " ^ 1 * "\n" + S ".?!)" * P " " ^ 0 * "\n\n\n"
-- A heading is a run without a gap between paragraphs, up to its decision and the first label.
local heading_text = (1 - gap - decided) ^ 1
local next_issue = gap * space ^ 0 * #(heading_text * decided)
local rationale = Cg(
  C(((1 - S "\n.?!)") ^ 1 + (P(1) - next_issue)) ^ 0 * S ".?!)" ^ -1) / clean,
  "rationale"
)
local ISSUE = Ct(
  Cg(C(heading_text) / clean, "treatment")
    * decision
    * Cg(C(up_to(MAXIMUS)) / clean, "claims_guideline")
    * MAXIMUS
    * Cg(C(up_to(RATIONALE)) / clean, "maximus_guideline")
    * RATIONALE
    * rationale
)
local MADE, CASE = P "HOW THE IMR FINAL DETERMINATION WAS MADE", P "CLINICAL CASE SUMMARY"
local ISSUES = P "IMR ISSUES, DECISIONS AND RATIONALES"
local LETTER = Ct(
  Cg(C(up_to(MADE)), "before")
    * Cg(C(up_to(CASE)) / clean, "reviewer")
    * behind(P "records:")
    * Cg(C(up_to(ISSUES)) / clean, "summary")
    * behind(P "below:")
    * Cg(Ct((space ^ 0 * ISSUE * (1 - S "\n") ^ 0) ^ 0), "items")
)

local function parse(text, id)
  local out = match(LETTER, text)
  out.id = id
  if #out.before > 20 then
    out.header = match(HEADER, clean(out.before))
  end
  read_reviewer(out.reviewer, out)
  out.before, out.reviewer = nil, nil
  read_summary(out.summary, out)
  for _, item in ipairs(out.items) do
    item.claims_sources = match(SOURCES, item.claims_guideline)
    item.maximus_sources = match(SOURCES, item.maximus_guideline)
    item.necessary = match(CONCLUSION, item.rationale)
  end
  return out
end

shared.run(parse)
