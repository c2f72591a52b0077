--- Letters for the specs: what a spec names stands in them, the rest is the form.

local letter = {}

local MADE_2014 = [[
HOW THE IMR FINAL DETERMINATION WAS MADE

MAXIMUS Federal Services sent the complete case file to an expert reviewer. He/she has no
affiliation with the employer, employee, providers or the claims administrator. The expert
reviewer is Board Certified in %s and is licensed to practice in %s.
]]

local MADE_2015 = [[
HOW THE IMR FINAL DETERMINATION WAS MADE

MAXIMUS Federal Services sent the complete case file to an expert reviewer. He/she has no
affiliation with the employer, employee, providers or the claims administrator.

The Expert Reviewer has the following credentials:
State(s) of Licensure: %s
Certification(s)/Specialty: %s
]]

local CASE = [[
Case Number: %s Date Assigned: 10/14/2016
Date of Injury: 02/03/2012 Decision Date: 11/28/2016
Priority: Standard UR Denial Date: 09/20/2016
Application Received: 10/03/2016

]]

local SUMMARY = [[

CLINICAL CASE SUMMARY
The expert reviewer developed the following clinical case summary based on a review of the case
file, including all medical records:

%s

IMR ISSUES, DECISIONS AND RATIONALES
The Final Determination was based on decisions for the disputed items/services set forth below:
]]

local ISSUE = [[

%s: %s

Claims Administrator guideline: %s

MAXIMUS guideline: %s

Decision rationale: %s
]]

---@class LetterIssue
---@field treatment? string
---@field decision? string as printed: "Upheld", "Overturned"
---@field administrator? string
---@field reviewer? string
---@field rationale? string

---@class Letter
---@field case? string the case number; with it comes the header block
---@field dialect? string "2014", or "2015" (default)
---@field specialty? string
---@field state? string
---@field summary? string
---@field issues? LetterIssue[] default: one

--- The text of a final determination.
---@param o? Letter
---@return string
function letter.text(o)
  o = o or {}
  local specialty, state = o.specialty or "Pain Medicine", o.state or "Texas"
  local parts = {}
  parts[#parts + 1] = o.case and CASE:format(o.case) or nil
  if o.dialect == "2014" then
    parts[#parts + 1] = MADE_2014:format(specialty, state)
  else
    parts[#parts + 1] = MADE_2015:format(state, specialty)
  end
  parts[#parts + 1] = SUMMARY:format(o.summary or "The injured worker fell from a ladder and has knee pain.")
  for _, issue in ipairs(o.issues or { {} }) do
    local decision = issue.decision or "Upheld"
    parts[#parts + 1] = ISSUE:format(
      issue.treatment or "MRI of the left knee",
      decision,
      issue.administrator or "The Claims Administrator did not cite any medical evidence for its decision.",
      issue.reviewer or "Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.",
      issue.rationale
        or ("The request is %smedically necessary."):format(decision == "Upheld" and "not " or "")
    )
  end
  return table.concat(parts)
end

return letter
