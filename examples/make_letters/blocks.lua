--- A written letter as the blocks of its form.

local calendar = require "make_letters.calendar"
local forms = require "make_letters.forms"
local guidelines = require "make_letters.guidelines"

local blocks = {}

local NECESSARY = {
  upheld = "is not medically necessary and appropriate",
  overturned = "is medically necessary and appropriate",
}

local function list()
  local self = {}
  local function add(text, tight)
    self[#self + 1] = { text = text, tight = tight }
  end
  local function heading(text)
    self[#self + 1] = { heading = text }
  end
  local function lines(given, tight)
    self[#self + 1] = { lines = given, tight = tight }
  end
  return self, add, heading, lines
end

local function qualified(sentence, reviewer)
  return sentence:format(reviewer.specialties[1], table.concat(reviewer.licensure, ", "))
end

local function header_of(plan)
  local days = plan.days
  local function date(name)
    return calendar.header(days[name])
  end
  return { rows = {
    { "Case Number", plan.number },
    { "Date Assigned", date "assigned", "Date of Injury", date "injury" },
    { "Decision Date", date "decision", "UR Denial Date", date "ur" },
    { "Priority", plan.expedited and "Expedited" or "Standard", "Application Received", date "application" },
  } }
end

blocks["final-determination"] = function(plan)
  local self, add, heading, lines = list()
  if plan.header then
    self[1] = header_of(plan)
  end
  heading(forms.MADE)
  if plan.year == 2014 then
    add(forms.made_2014(plan.reviewer), true)
  else
    local text, credentials = forms.made_2015(plan.reviewer)
    add(text, true)
    lines { credentials[1] }
    add(credentials[2], true)
    add(credentials[3], true)
  end
  heading(forms.SUMMARY)
  add(forms.SUMMARY_OPENING:format "expert reviewer", true)
  add(plan.summary)
  heading(forms.ISSUES)
  add(forms.ISSUES_OPENING, true)
  for _, issue in ipairs(plan.issues) do
    add(issue.line)
    add("Claims Administrator guideline: " .. issue["Claims Administrator"])
    add("MAXIMUS guideline: " .. issue["Expert Reviewer"])
    add("Decision rationale: " .. issue.rationale)
  end
  return self
end

local function documents_of(plan, mark)
  local days = plan.days
  return {
    mark .. "Application for Independent Medical Review (received " .. calendar.short(days.application) .. ")",
    mark .. "Utilization Review Determination (dated " .. calendar.short(days.ur) .. ")",
    mark .. "Employee medical records from the claims administrator",
    mark .. "Medical Treatment Utilization Schedule (MTUS)",
  }
end

blocks["numbered-decision"] = function(plan)
  local days = plan.days
  local self, add, heading, lines = list()
  lines(forms.LETTERHEAD)
  lines { "Dated: " .. calendar.header(days.decision) }
  lines {
    "IMR Case Number:  " .. plan.number, "Date of Injury:  " .. calendar.header(days.injury),
    "Claims Number:  ", "UR Denial Date:  " .. calendar.header(days.ur), "Priority:  STANDARD",
    "Application Received:  " .. calendar.header(days.application), "Employee Name:  ", "Provider Name:  ",
  }
  heading(forms.MADE)
  add(forms.made_2013(plan.reviewer), true)
  heading(forms.DOCUMENTS)
  add(forms.DOCUMENTS_OPENING, true)
  lines(documents_of(plan, "- "))
  heading(forms.SUMMARY)
  add(forms.SUMMARY_OPENING:format "physician reviewer", true)
  add(plan.summary)
  heading(forms.NUMBERED_ISSUES)
  add(forms.ISSUES_OPENING, true)
  for n, issue in ipairs(plan.issues) do
    add(("%d. %s %s."):format(n, issue.heading, NECESSARY[issue.decision]))
    add(guidelines.sentence("Claims Administrator", issue.theirs))
    add(guidelines.sentence("Physician Reviewer", issue.cited))
    lines { "The Physician Reviewer's decision rationale:" }
    add(issue.rationale, true)
  end
  return self
end

blocks.notice = function(plan)
  local days = plan.days
  local self, add, heading, lines = list()
  lines(forms.LETTERHEAD)
  heading "Notice of Independent Medical Review Determination"
  lines { "Dated: " .. calendar.short(days.decision) }
  lines {
    "Employee:", "Claim Number:", "Date of UR Decision:   " .. calendar.short(days.ur),
    "Date of Injury:        " .. calendar.short(days.injury),
    "IMR Application Received:   " .. calendar.short(days.application), "MAXIMUS Case Number:   " .. plan.number,
  }
  local function decisions()
    for n, issue in ipairs(plan.issues) do
      add(("%d) MAXIMUS Federal Services, Inc. has determined the request for %s %s.")
        :format(n, issue.heading, NECESSARY[issue.decision]))
    end
  end
  decisions()
  heading(forms.NOTICE_DECISION)
  local filed, denied, assigned = days.application, days.ur, days.assigned
  add(forms.NOTICE_FILED:format(calendar.short(filed), calendar.short(denied), calendar.short(assigned)), true)
  decisions()
  lines { "Medical Qualifications of the Expert Reviewer:" }
  add(qualified(forms.NOTICE_QUALIFICATIONS, plan.reviewer), true)
  lines { "Case Summary:" }
  add(forms.NOTICE_DISCLAIMER:format(calendar.long(days.ur)), true)
  add("\u{201C}" .. plan.summary .. "\u{201D}")
  lines { "Documents Reviewed for Determination:" }
  add(forms.DOCUMENTS_OPENING, true)
  lines(documents_of(plan, "\u{2022} "))
  for n, issue in ipairs(plan.issues) do
    add(("%d) Regarding the request for %s:"):format(n, issue.heading))
    add(forms.NOTICE_RELIED)
    add(guidelines.sentence("Claims Administrator", issue.theirs) .. " "
      .. guidelines.sentence("Expert Reviewer", issue.cited))
    lines { "Rationale for the Decision:" }
    add(issue.rationale, true)
  end
  lines { "Effect of the Decision:" }
  add(forms.NOTICE_EFFECT, true)
  lines { "Sincerely,", "", "Medical Director" }
  return self
end

blocks["professional-review"] = function(plan)
  local days, issue = plan.days, plan.issues[1]
  local self, add, heading, lines = list()
  heading(forms.PROFESSIONAL)
  if plan.header then
    lines({
      "IMR Case Number: " .. plan.number, "Date of Injury: " .. calendar.header(days.injury),
      "Date of UR Decision: " .. calendar.header(days.ur), "Date of Determination: " .. calendar.header(days.decision),
    }, true)
  end
  lines { "ISSUE AT DISPUTE:" }
  add(issue.heading, true)
  lines { "CASE SUMMARY:" }
  add(plan.summary, true)
  lines { "DOCUMENTS REVIEWED FOR DETERMINATION:" }
  lines(documents_of(plan, "- "))
  lines(forms.PROFESSIONAL_RELIED)
  add(guidelines.relied_on(issue.cited), true)
  local necessary = issue.decision == "upheld" and "IS NOT MEDICALLY NECESSARY:" or "IS MEDICALLY NECESSARY:"
  lines { forms.PROFESSIONAL_WHY, necessary }
  add(issue.rationale, true)
  lines { "MEDICAL REVIEWER QUALIFICATIONS:" }
  add(qualified(forms.PROFESSIONAL_REVIEWER, plan.reviewer), true)
  return self
end

return blocks
