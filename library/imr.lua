---@meta imr

-- Definitions for the Lua language server: the functions of `require "imr"` and the classes of a
-- document. Made by docs/make.lua from the annotations in lua/imr and from imr.schema(): not to be
-- changed by hand.

---@class imr
local imr = {}

--- The version of the module, "MAJOR.MINOR.PATCH".
---@type string
imr.version = nil

--- What this build can do: `jit` (patterns are compiled to machine code), `archive`, `ndjson`,
--- `pdf` (letters are read from these; of PDFs, whether pdftotext was found when loaded).
---@type { jit: boolean, archive: boolean, ndjson: boolean, pdf: boolean }
imr.features = nil

---@class imr.ParseOptions
---@field name? string what `document.source` says. Default: none, and the path of a file
---@field fields? imr.Field[] only these keys; see below. Default: all
---@field max_bytes? integer bytes of a text that are read; beyond, the diagnostic "too-large".
--- Default: 67108864 (64 MiB)
---@field max_issues? integer issues of a letter that are read; beyond, "too-many-issues".
--- Default: 500
---@field spans? boolean `document.spans`: where in the text each value was read. With `fields`: of
--- the values that they name; and naming "spans" there asks for them as well. Default: false
---@field timeout? number seconds that pdftotext may take for a PDF. Default: 60

--- A key's path, such as "issues.decision"; a record's path ("case") means all of it. Whatever is
--- chosen, `source`, `template` and `diagnostics` are there.
---@alias imr.Field string

---@alias imr.KeyType
---| "string"
---| "date" # a string, YYYY-MM-DD
---| "integer"
---| "number"
---| "boolean"
---| "list of strings"
---| "list of ranges" # pairs of integers
---| "record"
---| "list of records"
---| "byte ranges by path" # of `spans`

---@class imr.Key
---@field path string such as "issues.decision"
---@field type imr.KeyType
---@field level string what the key is a key of: "document", "case", "issue" ...
---@field meaning string

---@alias imr.FileProblem
---| "not-found"
---| "permission-denied"
---| "is-a-directory"
---| "not-a-file" # a device, a socket, a pipe that nobody writes to
---| "io-error"
---| "no-pdftotext" # a PDF, and the program that reads it is not installed
---| "encrypted" # a PDF that opens with a password only
---| "damaged-pdf" # one that is cut off, or none beyond its first bytes
---| "no-text-layer" # one with pictures of its pages, no text
---| "timed-out" # one that takes longer than `timeout`
---| "too-large" # one of more than 64 MiB, or with more text than `max_bytes`

--- A parser with knowledge of its own beside what is built in.
---@class imr.Parser
local Parser = {}

---@alias imr.LocateProblem
---| "no-such-value" # the document has no value at this path
---| "no-place" # the value was not read from the text, as `source` was not
---| "other-text" # the text is not the one that the document was parsed from

---@alias imr.Source string|imr.Source[] a file, a folder (*.txt and *.pdf in it and below it, the
--- names compared bytewise), a pattern such as "2016/*.txt", "-" (standard input, which can be read
--- once only), or a list of these

---@class imr.CorpusOptions: imr.ParseOptions
---@field all? boolean every file of a folder, hidden ones too. Default: *.txt and *.pdf
---@field unique? imr.Field a key of the letter, such as "case.number": of letters with the same
--- value only the first is given, the later ones are counted. A letter without a value is given.
--- Default: all letters are given
---@field progress? fun(counts: imr.Counts, ended: boolean) called about once a second, and when the
--- pass has come to its end
---@field threads? integer how many threads may read. This build reads with one, whatever is given
---@field name? string what `source` says of standard input, the one thing that it is for here.
--- Default: "-"

--- How far a pass is.
---@class imr.Counts
---@field inputs integer files and streams looked at
---@field read integer letters read, duplicates among them
---@field failed integer inputs that could not be read
---@field duplicates integer letters not given, because of `unique`

--- An input that could not be read.
---@class imr.Problem
---@field source string its path
---@field message string in words, beginning with the path
---@field code imr.InputProblem

---@alias imr.InputProblem
---| imr.FileProblem
---| "unsupported" # an archive, or NDJSON: this build does not read them (`imr.features`)
---| "already-read" # standard input, in a second pass

--- A pass through a corpus: a function for a loop, that is closed when the loop is left.
---@class imr.Pass
local Pass = {}

--- A pass by issues.
---@class imr.IssuePass
local IssuePass = {}

--- Letters that can be gone through as often as is wanted. What is in a folder is looked up anew by
--- each pass. `inputs`, `read`, `failed` and `duplicates` are of the pass that was begun last, as far
--- as it is.
---@class imr.Corpus: imr.Counts
local Corpus = {}

---@alias imr.Date string a day, YYYY-MM-DD

---@class imr.Document
---@field source? string path or name given to the parser; the second letter of one text is NAME#2
---@field template "final-determination"|"numbered-decision"|"notice"|"professional-review"|"unknown" the form of the letter: final-determination, numbered-decision, notice, professional-review, or unknown
---@field dialect? "2013"|"2014"|"2015"|"2016"|"2018" the wording within the form, by the year it came up: 2013, 2014, 2015, 2016 or 2018
---@field case? imr.Case the header block; many letters come without it
---@field reviewer? imr.Reviewer who decided
---@field worker? imr.Worker the injured worker
---@field injury? imr.Injury the injury, as the clinical summary tells it
---@field diagnoses? string[] the conditions that the clinical summary says were diagnosed, each as written
---@field ur? imr.Ur the utilization review decision under appeal
---@field documents? string[] the documents reviewed, where the letter lists them
---@field summary? string the clinical case summary, without the form's opening sentence
---@field outcome? "upheld"|"overturned"|"partially overturned" upheld, overturned or partially overturned: from the issues' known decisions, else the cover page's word
---@field issues imr.Issue[] one per disputed item, in letter order
---@field diagnostics imr.Diagnostic[] what could not be read as the form says; empty when all is well
---@field spans? table<string, integer[]> only where asked for, of the values given: by path, such as issues[1].decision, the bytes of the text that say it: first, last, first, last ...

---@class imr.Case
---@field number? string the case number, such as CM16-0212345
---@field date_assigned? imr.Date when the case was assigned for review
---@field date_of_injury? imr.Date the date of injury that the header gives
---@field decision_date? imr.Date when the final determination was issued
---@field ur_denial_date? imr.Date when utilization review denied the treatment
---@field application_received? imr.Date when the application was received
---@field priority? "standard"|"expedited" standard or expedited

---@class imr.Reviewer
---@field licensure? string[] states of licensure, as written
---@field specialties? string[] certifications and specialties, as written
---@field boards? string[] the canonical names of the specialties, where known
---@field statement? string the whole section on how the determination was made

---@class imr.Worker
---@field age? integer age in years
---@field sex? "female"|"male" female or male

---@class imr.Injury
---@field date? imr.Date of the clinical summary, else of the header block; of a cumulative trauma its end
---@field cumulative? boolean true where the summary says cumulative trauma or gives a period

---@class imr.Ur
---@field date? imr.Date of the clinical summary, else the header block's denial date
---@field action? "denied"|"modified" denied or modified

---@class imr.Issue
---@field number integer position in the letter, from 1
---@field heading? string the whole heading, without its decision
---@field treatment? string the disputed item as written: the heading, or what remains in dispute of a modified request
---@field modification? imr.Modification where the heading says that part of the request was authorized
---@field decision? "upheld"|"overturned"|"partially overturned" the fate of the utilization review's denial: upheld, overturned or partially overturned
---@field request? imr.Request what was asked for, parsed from the treatment
---@field administrator_guideline? imr.Guideline what the claims administrator based its decision on
---@field reviewer_guideline? imr.Guideline what the expert reviewer based theirs on
---@field rationale? string the decision rationale
---@field conclusion? "medically necessary"|"not medically necessary" medically necessary or not medically necessary: what the rationale itself concludes
---@field consistent? boolean does the conclusion agree with the decision; absent without a conclusion, and for a partial decision

---@class imr.Modification
---@field requested? string what was asked for, as written
---@field authorized? string what was authorized, as written
---@field amount? imr.Amount the three amounts, where all three parse in the same unit

---@class imr.Amount
---@field requested? number what was asked for
---@field authorized? number what was authorized
---@field disputed? number what remains in dispute
---@field unit? "quantity"|"sessions"|"refills"|"weeks"|"months" quantity, sessions, refills, weeks or months

---@class imr.Request
---@field drug? string the drug's name as written
---@field ingredients? string[] generic names in lower case, without salts
---@field strength? string such as 10/325 mg or 5%
---@field quantity? number the number of units
---@field refills? integer the number of refills
---@field frequency? string when and how often, as written
---@field sessions? integer total sessions or visits: given, else per_week times weeks
---@field per_week? integer sessions a week
---@field weeks? integer weeks of sessions
---@field laterality? "left"|"right"|"bilateral" left, right or bilateral
---@field body_parts? string[] parts of the body that are named
---@field levels? string[] spinal levels, such as L4-L5
---@field codes? string[] CPT or HCPCS codes
---@field retrospective? boolean true where the item was already provided
---@field adjunct? boolean true for an associated surgical service

---@class imr.Guideline
---@field text? string the whole statement, without its label
---@field mtus? boolean true where it is based on the MTUS, false where it says it was not
---@field cited? boolean false where it says that no medical evidence was cited
---@field citations? imr.Citation[] every guideline named, in order

---@class imr.Citation
---@field authority? "MTUS"|"ACOEM"|"ODG"|"other" MTUS, ACOEM, ODG or other
---@field id? string the document's canonical name, the same for every spelling
---@field title? string as written, without year and the word MTUS
---@field year? integer the year printed with the title
---@field chapter? string number or name of the chapter
---@field sections? string[] the sections named
---@field pages? integer[][] page ranges, first and last page of each
---@field url? string an address printed in the citation
---@field text? string the citation as written

---@class imr.Diagnostic
---@field code string a fixed code, such as missing-label
---@field message string the same in words
---@field line integer line of the source, from 1
---@field column integer column in bytes, from 1
---@field offset integer byte of the source, from 1

--- The first letter of a text.
---@param text string the bytes of a letter, in any encoding
---@param o? imr.ParseOptions
---@return imr.Document
function Parser:parse(text, o) end

--- Every letter of a text, in order; at least one document, also of a text without any letter.
---@param text string
---@param o? imr.ParseOptions
---@return imr.Document[]
function Parser:parse_all(text, o) end

--- The first letter of a file: a text, or a PDF, which its content tells.
---@param path string
---@param o? imr.ParseOptions
---@return imr.Document? document nil where the file cannot be read
---@return string? message that begins with the path
---@return imr.FileProblem? code
function Parser:parse_file(path, o) end

--- The letters of files, folders, patterns, lists of these, or standard input.
---@param source imr.Source
---@param o? imr.CorpusOptions
---@return imr.Corpus
function Parser:open(source, o) end

--- `parser:open(source, o):each()`.
---@param source imr.Source
---@param o? imr.CorpusOptions
---@return fun(): (imr.Document|false|nil), imr.Problem?
---@return nil
---@return nil
---@return imr.Pass
function Parser:each(source, o) end

--- A document as one line of JSON: keys in the schema's order, then those that you added, by name.
---@param document imr.Document may have been changed since it was parsed
---@return string
function Parser:to_json(document) end

--- Where in the letter's text a value stands; see `imr.locate`.
---@param document imr.Document
---@param path string
---@param text string
---@return integer? line
---@return integer|string column or message
---@return string excerpt or code
function Parser:locate(document, path, text) end

--- The document's keys, in order.
---@return imr.Key[]
function Parser:schema() end

--- A parser that knows more than what is built in:
---
---     local parser = imr.new {
---       specialties = {["Wilderness Medicine"] = {board = "Emergency Medicine"}},
---     }
---     local letter = parser:parse(text)
---
--- Raises where a table, an entry or a value of it is wrong, naming it.
---@param o? table<string, table<string, table>> tables of knowledge, laid over the built-in ones
---@return imr.Parser
function imr.new(o) end

--- The first letter of a text.
---
---     local letter = imr.parse(text)
---     print(letter.outcome)                           -- "upheld"
---
---@param text string the bytes of a letter, in any encoding
---@param o? imr.ParseOptions
---@return imr.Document
function imr.parse(text, o) end

--- Every letter of a text, in order; at least one document, also of a text without any letter.
---@param text string
---@param o? imr.ParseOptions
---@return imr.Document[]
function imr.parse_all(text, o) end

--- The first letter of a file: a text, or a PDF, which its content tells.
---
---     local letter, message, code = imr.parse_file("letters/001.txt")
---     if not letter then print(message) end
---
---@param path string
---@param o? imr.ParseOptions
---@return imr.Document? document nil where the file cannot be read
---@return string? message that begins with the path
---@return imr.FileProblem? code
function imr.parse_file(path, o) end

--- The letters of files, folders, patterns, lists of these, or standard input, to be gone through
--- as often as is wanted:
---
---     local letters = imr.open("letters", { unique = "case.number" })
---     for letter, problem in letters:each() do
---       if letter then print(letter.outcome) else print(problem.message) end
---     end
---     print(letters.read, letters.failed, letters.duplicates)
---     for issue, letter in letters:issues() do ... end
---
--- What cannot be read is no error here, it comes up in each pass.
---@param source imr.Source
---@param o? imr.CorpusOptions
---@return imr.Corpus
function imr.open(source, o) end

--- One pass through the letters of a source: `imr.open(source, o):each()`.
---
---     for letter, problem in imr.each "letters/2016*" do ... end
---
---@param source imr.Source
---@param o? imr.CorpusOptions
---@return fun(): (imr.Document|false|nil), imr.Problem? # a letter, or false and why an input cannot
--- be read
---@return nil
---@return nil
---@return imr.Pass
function imr.each(source, o) end

--- A document as one line of JSON: keys in the schema's order, then those that you added, by name.
--- A number that is none (NaN, infinity) becomes null; bytes that are no UTF-8 become U+FFFD.
--- Raises for what JSON has no form for: a function, a list with a gap, a table inside itself.
---@param document imr.Document may have been changed since it was parsed
---@return string
function imr.to_json(document) end

--- Where in the letter's text a value stands: for looking it up by eye.
---
---     local line, column, excerpt = imr.locate(letter, "issues[1].request.quantity", text)
---     print(("%s:%d: %s"):format(letter.source, line, excerpt))
---
--- A document that was parsed with {spans = true} knows its places, of others the text is parsed
--- again. A record's or list's place is that of the first value in it, a diagnostic's is its own.
--- Raises where the path is none of the schema's, naming the nearest.
---@param document imr.Document
---@param path string such as "case.number", "issues[2].decision", "diagnoses[1]"
---@param text string the bytes that the document was parsed from
---@return integer? line from 1; nil where there is no such value
---@return integer|string column in bytes, from 1; or a message
---@return string excerpt clean text around the value; or an `imr.LocateProblem`
function imr.locate(document, path, text) end

--- The document's keys, in order.
---
---     for _, key in ipairs(imr.schema()) do print(key.path, key.type, key.meaning) end
---
---@return imr.Key[]
function imr.schema() end

--- What the documentation says of a name: a function ("parse"), an option ("max_issues"), a command
--- ("imr extract"), a field of a document ("issues.request.quantity", or "quantity" alone), the code of
--- a diagnostic or of an error, a word of the letters ("MTUS"). Without a name: what there is.
---
---     > imr.help "issues.request.quantity"
---
--- Raises for an unknown name, with the nearest one.
---@param name? string
---@return string text to read
function imr.help(name) end

--- A pass: for each letter the document, and for an input that cannot be read `false` and why. A
--- text with several letters gives as many documents, the second with the source "a.txt#2". May be
--- called again, also while another pass is under way. A loop that is left closes its pass; a pass
--- that is called by hand is closed by `local pass <close> = corpus:each()`, or the collector.
---@return fun(): (imr.Document|false|nil), imr.Problem?
---@return nil
---@return nil
---@return imr.Pass
function Corpus:each() end

--- A pass by issues: each with its document; for an input that cannot be read `false` and why. Raises
--- where the option `fields` leaves the issues out.
---@return fun(): (imr.Issue|false|nil), (imr.Document|imr.Problem)?
---@return nil
---@return nil
---@return imr.IssuePass
function Corpus:issues() end

return imr
