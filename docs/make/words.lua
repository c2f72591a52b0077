--- The words that the pages and the letters use, explained: docs/schema.md has them at its end, and
-- `imr.help` knows them.

---@class docs.Word
---@field [1] string the word
---@field [2] string what it means; no Markdown but backquotes

---@type docs.Word[]
return {
  { "determination", "The decision of an Independent Medical Review, and the letter that tells it." },
  { "UR", "Utilization review, the claims administrator's own review of a treatment that a physician asks "
    .. "for. It authorizes, modifies or denies. The letter decides an appeal against it." },
  { "claims administrator", "The insurer or employer, or who handles claims for them." },
  { "expert reviewer", "The physician, or other clinician, who decides the appeal. The letter tells the specialty, "
    .. "not the name." },
  { "MAXIMUS", "The organization whose reviewers decide for the DWC: its guideline is the expert reviewer's." },
  { "MTUS", "California's Medical Treatment Utilization Schedule: the guidelines that are presumed correct." },
  { "ACOEM", "The guidelines of the American College of Occupational and Environmental Medicine. The MTUS "
    .. "takes many of its chapters from them." },
  { "ODG", "The Official Disability Guidelines, a commercial work that is cited where the MTUS is silent." },
  { "DWC", "California's Division of Workers' Compensation, which oversees the appeals and publishes the letters." },
  { "document", "What `imr` makes of one letter: a table of fields." },
  { "field", "A named part of a document, such as `outcome`. Its path says where it stands: `issues.decision` is "
    .. "the decision of each issue, `issues[2].decision` that of the second. Programmers call fields keys." },
  { "record", "A field that has fields of its own, such as `case`." },
  { "issue", "One treatment in dispute. A letter decides one or several." },
  { "corpus", "All letters that are looked at together, such as those of a folder: `imr.open` gives one." },
  { "template", "The form that a letter follows; it changed over the years." },
  { "dialect", "The wording within a form; it changed over the years as well." },
  { "spans", "Where in the letter's text each value stands. With them a value can be checked by eye." },
  { "diagnostics", "What could not be read in a letter, with the place. A letter that is intact has none." },
}
