--- Letters of the forms of 2013 for the specs: what a spec names stands in them, the rest is the form.

local letter = {}

local LETTERHEAD = [[
MAXIMUS FEDERAL SERVICES, INC.
Independent Medical Review
P.O. Box 138009
Sacramento, CA 95813-8009

]]

local LIST_OPENING = [[
The following relevant documents received from the interested parties and the documents
provided with the application were reviewed and considered. These documents included:
]]

local NUMBERED = {
  LETTERHEAD,
  [[
Independent Medical Review Final Determination Letter

Dated: 12/18/2013

IMR Case Number:  CM13-0027714          Date of Injury:  06/09/2011
Claims Number:                          UR Denial Date:  08/29/2013
Priority:  STANDARD                     Application Received:  09/16/2013
Employee Name:
Provider Name:

DEAR  ,

MAXIMUS Federal Services has completed the Independent Medical Review of the above case. Appeals
must be filed within 30 days from the date of this letter.

Sincerely,

Medical Director

HOW THE IMR FINAL DETERMINATION WAS MADE
MAXIMUS Federal Services sent the complete case file to a physician reviewer. He/she has no
affiliation with the employer. The physician reviewer is Board Certified in Pain Medicine and is
licensed to practice in Nevada. He/she has been in active clinical practice for five years.

DOCUMENTS REVIEWED
]],
  LIST_OPENING,
  "\n%{documents}\n",
  [[
CLINICAL CASE SUMMARY
The physician reviewer developed the following clinical case summary based on a review of the
case file, including all medical records:

%{summary}

IMR DECISION(S) AND RATIONALE(S)
The Final Determination was based on decisions for the disputed items/services set forth below:
%{issues}]],
}

local NUMBERED_ISSUE = [[

%{n}. %{item} %{decision}.

%{administrator}

%{reviewer}

The Physician Reviewer's decision rationale:
%{rationale}
]]

local NOTICE = {
  LETTERHEAD,
  [[
Notice of Independent Medical Review Determination

Dated: 12/18/2013

Employee:
Claim Number:
Date of UR Decision:   8/29/2013
Date of Injury:        6/9/2011
IMR Application Received:   9/16/2013
MAXIMUS Case Number:   CM13-0027714

%{list}
INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE
An application for Independent Medical Review was filed on 9/16/2013 disputing the Utilization
Review Denial dated 8/29/2013. A Notice of Assignment and Request for Information was provided
to the above parties on 9/30/2013. A decision has been made for each of the treatment and/or
services that were in dispute:

%{list}
Medical Qualifications of the Expert Reviewer:
The independent Medical Doctor who made the decision has no affiliation with the employer. The
physician reviewer is Board Certified in Pain Medicine and is licensed to practice in Nevada.
He/she has been in active clinical practice for more than five years.

Case Summary:
Disclaimer: The following case summary was taken directly from the utilization review
denial/modification dated August 29, 2013.

%{summary}

Documents Reviewed for Determination:
]],
  LIST_OPENING,
  "\n%{documents}\n%{issues}",
  [[

Effect of the Decision:
The determination of MAXIMUS Federal Services and its physician reviewer is binding on all parties.

Sincerely,

Medical Director

Disclaimer: MAXIMUS is providing an independent review service and is not engaged in the practice
of law or medicine.
]],
}

local NOTICE_LISTED = [[
%{n}) MAXIMUS Federal Services, Inc. has determined the request for %{item}
%{decision}.
]]

local NOTICE_ISSUE = [[

%{n}) Regarding the request for %{item}:

Medical Treatment Guideline(s) Relied Upon by the Expert Reviewer to Make His/Her Decision

%{administrator} %{reviewer}

Rationale for the Decision:
%{rationale}
]]

local PROFESSIONAL = {
  [[
MEDICAL PROFESSIONAL REVIEW
IMR Case Number: IMR 13-000038
Date of Injury: 06/09/2011
Date of UR Decision: 08/29/2013
Date of Determination: 12/18/2013

ISSUE AT DISPUTE:
%{item}

CASE SUMMARY:
%{summary}

DOCUMENTS REVIEWED FOR DETERMINATION:

%{documents}
MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL
REVIEWER AND WHY:
%{guideline}

RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE
%{capitals}:
%{rationale}

MEDICAL REVIEWER QUALIFICATIONS:
The reviewer is board certified in Pain Medicine and is licensed to practice in Nevada. The
reviewer has no affiliation with the parties.
]],
}

local DECISIONS = {
  upheld = "is not medically necessary and appropriate",
  overturned = "is medically necessary and appropriate",
  ["partially overturned"] = "is partially medically necessary and appropriate",
}

local function fill(template, values)
  return (template:gsub("%%{(%l+)}", values))
end

--- What the specs' letters tell, but for what a spec says otherwise.
letter.ISSUES = {
  {
    item = "Twelve sessions of physical therapy for the left knee",
    decision = "upheld",
    administrator = "The Claims Administrator based its decision on the Chronic Pain Medical Treatment "
      .. "Guidelines,\nPhysical Medicine, pages 98-99, which is part of the MTUS.",
    reviewer = "The Physician Reviewer found that no section of the MTUS was applicable and based his/her\n"
      .. "decision on the Official Disability Guidelines (ODG), Knee Chapter, Physical therapy.",
    rationale = "Twenty visits were given. He has no deficit that supervision would mend.\n"
      .. "The sessions are not medically necessary and appropriate.",
  },
  {
    item = "Naproxen 550mg #60",
    decision = "overturned",
    administrator = "The Claims Administrator did not cite any evidence-based criteria for its decision.",
    reviewer = "The Physician Reviewer based his/her decision on the Chronic Pain Medical Treatment Guidelines,\n"
      .. "NSAIDs, pages 67-68, which is part of the MTUS.",
    rationale = "The knee is swollen and the drug has helped.\nIt is medically necessary and appropriate.",
  },
  {
    item = "Hinged brace, purchase",
    decision = "upheld",
    administrator = "The Claims Administrator based its decision on the ACOEM Guidelines, Chapter 13.",
    reviewer = "The Physician Reviewer based his/her decision on the ACOEM Guidelines, Chapter 13, page 340,\n"
      .. "which is part of the MTUS.",
    rationale = "1. The knee is stable.\n2. Nothing is gained by a brace, which is not medically necessary.\n"
      .. "3. He walks well.\nThe brace is not medically necessary and appropriate.",
  },
}
letter.DOCUMENTS = { "Application of Independent Medical Review", "Utilization Review Determination",
  "Medical records of 2011 to 2013" }
letter.SUMMARY = "The patient is a 42-year-old male with a date of injury of 06/09/2011. He fell from a ladder.\n"
  .. "Utilization review denied the requests on 08/29/2013."
letter.GUIDELINE = "ACOEM Practice Guidelines, Chapter 13, page 340, as adopted by the MTUS."

---@class Letter2013Issue
---@field item string
---@field decision string "upheld", "overturned" or "partially overturned"
---@field administrator string
---@field reviewer string
---@field rationale string

---@class Letter2013
---@field issues? Letter2013Issue[]
---@field documents? string the list as printed
---@field wording? table<string, string> by decision

local function common(o)
  local documents = {}
  for i, name in ipairs(letter.DOCUMENTS) do
    documents[i] = "- " .. name .. "\n"
  end
  return { documents = o.documents or table.concat(documents), summary = letter.SUMMARY }
end

local function each_issue(o, template)
  local parts = {}
  for n, issue in ipairs(o.issues or letter.ISSUES) do
    local values = { n = tostring(n), decision = (o.wording or DECISIONS)[issue.decision] }
    for key, value in pairs(issue) do
      values[key] = values[key] or value
    end
    parts[n] = fill(template, values)
  end
  return table.concat(parts)
end

--- A letter of the form "numbered-decision".
---@param o? Letter2013
---@return string
function letter.numbered(o)
  o = o or {}
  local values = common(o)
  values.issues = each_issue(o, NUMBERED_ISSUE)
  return fill(table.concat(NUMBERED), values)
end

--- A letter of the form "notice".
---@param o? Letter2013
---@return string
function letter.notice(o)
  o = o or {}
  local values = common(o)
  values.list = each_issue(o, NOTICE_LISTED)
  values.issues = each_issue(o, NOTICE_ISSUE):gsub("The Physician Reviewer ", "The Expert Reviewer ")
  return fill(table.concat(NOTICE), values)
end

--- A letter of the form "professional-review"; it has one issue.
---@param o? Letter2013
---@return string
function letter.professional(o)
  o = o or {}
  local issue = (o.issues or letter.ISSUES)[1]
  local values = common(o)
  values.item, values.rationale, values.guideline = issue.item, issue.rationale, letter.GUIDELINE
  values.capitals = (o.wording or DECISIONS)[issue.decision]:upper():gsub(" AND APPROPRIATE", "")
  return fill(table.concat(PROFESSIONAL), values)
end

return letter
