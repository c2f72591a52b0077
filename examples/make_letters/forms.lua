--- The words of the forms that are the same in every letter.

local forms = {}

forms.MADE = "HOW THE IMR FINAL DETERMINATION WAS MADE"
forms.SUMMARY = "CLINICAL CASE SUMMARY"
forms.DOCUMENTS = "DOCUMENTS REVIEWED"
forms.ISSUES = "IMR ISSUES, DECISIONS AND RATIONALES"
forms.NUMBERED_ISSUES = "IMR DECISION(S) AND RATIONALE(S)"
forms.NOTICE_DECISION = "INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE"
forms.PROFESSIONAL = "MEDICAL PROFESSIONAL REVIEW"

forms.LETTERHEAD = {
  "MAXIMUS FEDERAL SERVICES, INC.", "Independent Medical Review", "P.O. Box 138009", "Sacramento, CA 95813-8009",
}

local SENT = "MAXIMUS Federal Services sent the complete case file to %s. He/she has no affiliation with the "
  .. "employer, employee, providers or the claims administrator. "
local ACTIVE = "He/she has been in active clinical practice for more than five years and is currently working at "
  .. "least 24 hours a week in active practice. The %s was selected based on his/her clinical experience, "
  .. "education, background, and expertise in the same or similar specialties that evaluate and/or treat the "
  .. "medical condition and disputed items/%s. He/she is familiar with governing laws and regulations, "
  .. "including the strength of evidence hierarchy that applies to Independent Medical Review determinations."

-- "A", "A and B"; the forms of 2014 put the second as a sub-specialty
local function qualified(reviewer)
  local board = reviewer.specialties[1]
  if reviewer.specialties[2] then
    board = board .. ", has a subspecialty in " .. reviewer.specialties[2]
  end
  return ("is Board Certified in %s and is licensed to practice in %s. ")
    :format(board, table.concat(reviewer.licensure, ", "))
end

--- How the determination was made, in the wording of 2014, with the reviewer in a sentence.
function forms.made_2014(reviewer)
  return SENT:format "an expert reviewer" .. "The expert reviewer " .. qualified(reviewer)
    .. ACTIVE:format("expert reviewer", "services")
end

function forms.made_2013(reviewer)
  return SENT:format "a physician reviewer" .. "The physician reviewer " .. qualified(reviewer)
    .. ACTIVE:format("physician reviewer", "services")
end

--- The same from 2015 on, with the block of credentials as lines of their own.
function forms.made_2015(reviewer)
  return SENT:format "an expert reviewer" .. ACTIVE:format("expert reviewer", "Service"), {
    "The Expert Reviewer has the following credentials:",
    "State(s) of Licensure: " .. table.concat(reviewer.licensure, ", "),
    "Certification(s)/Specialty: " .. table.concat(reviewer.specialties, ", "),
  }
end

forms.SUMMARY_OPENING = "The %s developed the following clinical case summary based on a review of the case file, "
  .. "including all medical records:"
forms.ISSUES_OPENING = "The Final Determination was based on decisions for the disputed items/services set forth below:"
forms.DOCUMENTS_OPENING = "The following relevant documents received from the interested parties and the documents "
  .. "provided with the application were reviewed and considered. These documents included:"

forms.NOTICE_QUALIFICATIONS = "The independent Medical Doctor who made the decision has no affiliation with the "
  .. "employer, employee, providers or the claims administrator. The physician reviewer is Board Certified in %s "
  .. "and is licensed to practice in %s. He/she has been in active clinical practice for more than five years and is "
  .. "currently working at least 24 hours a week in active practice. The Expert Reviewer was selected based on "
  .. "his/her clinical experience, education, background, and expertise in the same or similar specialties that "
  .. "evaluate and/or treat the medical condition and treatment under review."
forms.NOTICE_FILED = "An application for Independent Medical Review was filed on %s disputing the Utilization Review "
  .. "Denial dated %s. A Notice of Assignment and Request for Information was provided to the above parties on %s. A "
  .. "decision has been made for each of the treatment and/or services that were in dispute:"
forms.NOTICE_DISCLAIMER = "Disclaimer: The following case summary was taken directly from the utilization review "
  .. "denial/modification dated %s."
forms.NOTICE_RELIED = "Medical Treatment Guideline(s) Relied Upon by the Expert Reviewer to Make His/Her Decision"
forms.NOTICE_EFFECT = "The determination of MAXIMUS Federal Services and its physician reviewer is deemed to be the "
  .. "final determination of the Administrative Director, Division of Workers' Compensation. With respect to the "
  .. "medical necessity of the treatment in dispute, this determination is binding on all parties."

forms.PROFESSIONAL_RELIED = {
  "MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL", "REVIEWER AND WHY:",
}
forms.PROFESSIONAL_WHY = "RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE"
forms.PROFESSIONAL_REVIEWER = "The reviewer is board certified in %s and is licensed to practice in %s. The reviewer "
  .. "has no affiliation with the parties and has been in active practice for more than five years."

return forms
