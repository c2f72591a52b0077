--- What `imr.help` shows of the documentation. Made by docs/make.lua from docs/*.md: not to be
-- changed by hand.
-- @module imr.help_pages

return {
  { name = "imr.parse", kind = "function", text = [==[
The first letter of a text.

SYNOPSIS

    document = imr.parse(text [, options])

ARGUMENTS

- `text`: a string, the bytes of a letter. UTF-8, UTF-16 and Windows-1252 are
  told apart.
- `options`: a table; see Options.

RETURNS

A document. Also of a text that is no letter: its `template` is then `unknown`.

ERRORS

None but for mistakes in the call.

EXAMPLE

    local file = assert(io.open "examples/letters/085.txt")
    local letter = imr.parse(file:read "a")
    file:close()
    print(letter.case.number, letter.outcome) --> CM16-0025363	partially overturned
    print(letter.issues[1].decision)          --> overturned
    print(letter.issues[1].treatment)         --> Acupuncture, 8 visits, left wrist]==] },
  { name = "imr.parse_all", kind = "function", text = [==[
Every letter of a text. Use it where one file may hold several letters.

SYNOPSIS

    documents = imr.parse_all(text [, options])

ARGUMENTS

Those of `imr.parse`.

RETURNS

A list of documents, in order. It has at least one, even where the text has no
letter at all.

ERRORS

None but for mistakes in the call.

EXAMPLE

    local file = assert(io.open "examples/letters/085.txt")
    local text = file:read "a"
    file:close()
    for _, letter in ipairs(imr.parse_all(text .. "\f" .. text, { name = "two.txt" })) do
      print(letter.source, letter.outcome)
    end

    two.txt	partially overturned
    two.txt#2	partially overturned]==] },
  { name = "imr.parse_file", kind = "function", text = [==[
The first letter of a file. A text or a PDF: its content tells, not its name.

SYNOPSIS

    document = imr.parse_file(path [, options])
    nil, message, code = imr.parse_file(path [, options])

ARGUMENTS

- `path`: a string, the path of a file.
- `options`: a table; see Options.

RETURNS

A document, whose `source` is the path. Or `nil`, a message in words that
begins with the path, and a code.

ERRORS

The codes are those of errors.md: `not-found`, `permission-denied`,
`is-a-directory`, `not-a-file`, `io-error`; and of PDFs `no-pdftotext`,
`encrypted`, `damaged-pdf`, `no-text-layer`, `timed-out` and `too-large`.

EXAMPLE

    local letter = assert(imr.parse_file "examples/letters/085.txt")
    print(letter.source) --> examples/letters/085.txt

    local none, message, code = imr.parse_file "letters/none.txt"
    print(none)          --> nil
    print(message)       --> letters/none.txt: no such file
    print(code)          --> not-found]==] },
  { name = "imr.each", kind = "function", text = [==[
A loop over many letters: of files, of folders, of a pattern of names.

SYNOPSIS

    for letter, problem in imr.each(source [, options]) do ... end

ARGUMENTS

- `source`: a file, a folder (the `*.txt` and `*.pdf` in it and in the folders
  below, by name), a pattern (`"2016/*.txt"`), `"-"` for standard input, or a
  list of these.
- `options`: a table; see Options.

RETURNS

What a `for` loop wants. Each turn has a document; or, for an input that cannot
be read, `false` and a table with `source`, `message` and `code`. The loop then
goes on with the next input.

ERRORS

The codes are those of errors.md. Only a mistake in the call is a Lua error.

EXAMPLE

    local letters, overturned = 0, 0
    for letter, problem in imr.each("examples/letters", { fields = { "outcome" } }) do
      if not letter then
        print(problem.message)
      else
        letters = letters + 1
        overturned = overturned + (letter.outcome == "overturned" and 1 or 0)
      end
    end
    print(letters, overturned) --> 300	17]==] },
  { name = "imr.open", kind = "function", text = [==[
The same letters as often as is wanted, and counts of them.

SYNOPSIS

    corpus = imr.open(source [, options])
    for letter, problem in corpus:each() do ... end
    for issue, letter in corpus:issues() do ... end

ARGUMENTS

Those of `imr.each`.

RETURNS

A corpus. It reads nothing until it is asked to:

- `corpus:each()` is a pass through the letters, as `imr.each` gives it.
- `corpus:issues()` is a pass through the issues, each with its letter. For an
  input that cannot be read, it gives `false` and the problem.
- `corpus.inputs`, `corpus.read`, `corpus.failed` and `corpus.duplicates`
  count: the files looked at, the letters read, the inputs that could not be,
  the letters left out because of the option `unique`. They are of the pass
  that was begun last.

ERRORS

Those of `imr.each`. `corpus:issues()` is a Lua error where `fields` leaves the
issues out.

EXAMPLE

    local corpus = imr.open { "examples/letters", "letters/none.txt" }
    local decided = {}
    for issue in corpus:issues() do
      if issue and issue.decision then
        decided[issue.decision] = (decided[issue.decision] or 0) + 1
      end
    end
    print(decided.upheld, decided.overturned) --> 561	59
    print(corpus.read, corpus.failed)         --> 300	1]==] },
  { name = "imr.to_json", kind = "function", text = [==[
A document as one line of JSON.

SYNOPSIS

    line = imr.to_json(document)

ARGUMENTS

- `document`: a table. You may have changed it: fields of your own come behind
  those of the schema.

RETURNS

A string without a line break: the fields in the order of the schema, then
yours, by name. A number that is none (`0/0`) becomes `null`, bytes that are no
UTF-8 become U+FFFD.

ERRORS

What JSON has no form for is a Lua error that says where it stands: a function,
a list with a gap, a table inside itself.

EXAMPLE

    local letter = assert(imr.parse_file("examples/letters/085.txt", { fields = { "case.number", "outcome" } }))
    letter.checked_by = "me"
    print(imr.to_json(letter))

    {"source":"examples/letters/085.txt","template":"final-determination","case":{"number":"CM16-0025363"},"outcome":"partially overturned","diagnostics":[],"checked_by":"me"}]==] },
  { name = "imr.locate", kind = "function", text = [==[
Where in the letter's text a value stands: for looking it up by eye.

SYNOPSIS

    line, column, excerpt = imr.locate(document, path, text)
    nil, message, code = imr.locate(document, path, text)

ARGUMENTS

- `document`: a document.
- `path`: a string, which value: `case.number`, `issues[2].decision`,
  `diagnostics[1]`. Of a record or a list, the first value in it is meant.
- `text`: a string, the text that the document was parsed from.

RETURNS

The line, the column in bytes, and a piece of the text around the value. Or
`nil`, a message and a code.

ERRORS

The codes are `no-such-value`, `no-place` and `other-text` of errors.md. A path
that no document has is a Lua error that says the nearest one.

EXAMPLE

    local file = assert(io.open "examples/letters/085.txt")
    local text = file:read "a"
    file:close()
    local letter = imr.parse(text)
    print(imr.locate(letter, "issues[1].decision", text)) --> 37	54	... Acupuncture, 8 visits, left wrist: Overturned]==] },
  { name = "imr.new", kind = "function", text = [==[
A parser that knows more: drugs, specialties or guidelines that the built-in
tables lack.

SYNOPSIS

    parser = imr.new([knowledge])

ARGUMENTS

- `knowledge`: tables of entries, laid over the built-in ones of lua/imr/data;
  their files say what an entry has. The tables are `specialties`, `states`,
  `prefixes`, `endings`, `words`, `drugs`, `body_parts`, `guidelines`,
  `odg_chapters` and `sections`.

RETURNS

A parser. Its methods are the functions of this page, called with a colon:
`parser:parse(text)`, `parser:parse_all(text)`, `parser:parse_file(path)`,
`parser:each(source)`, `parser:open(source)`, `parser:to_json(document)`,
`parser:locate(document, path, text)` and `parser:schema()`. They take the same
options and give the same results.

ERRORS

An unknown table, or an entry with a wrong key or value, is a Lua error that
names it.

EXAMPLE

    local parser = imr.new {
      specialties = { ["Wilderness Medicine"] = { board = "Emergency Medicine" } },
      drugs = { Zorvolex = { ingredients = { "diclofenac" }, class = "NSAID" } },
    }
    local letter = parser:parse_file "examples/letters/085.txt"
    print(letter.outcome) --> partially overturned

An entry of `drugs` must have a `class`: one of the drug classes that drugs.lua
lists. It is kept for classification, which this version does not have;
documents do not tell it. To count by class, look it up there:

    local class_of = {}
    for name, drug in pairs(require("imr.data.drugs").entries) do
      class_of[name:lower()] = drug.class
      for _, spelling in ipairs(drug.also or {}) do
        class_of[spelling:lower()] = drug.class
      end
    end
    local counts = {}
    for issue, problem in imr.open("examples/letters"):issues() do
      local drug = issue and issue.request and issue.request.drug
      if drug then
        local class = class_of[drug:lower()] or "another"
        counts[class] = (counts[class] or 0) + 1
      elseif not issue then
        print(problem.message)
      end
    end
    print(counts.opioid, counts.NSAID) --> 55	34

The dosage form is no part of `drug`: "Voltaren gel" counts as Voltaren, an
NSAID, here. Where topicals matter, look for "gel", "cream" or "patch" in
`issue.treatment` first. A compound has no `drug`; its `ingredients` tell it.

A drug's `kind` is optional. Give `kind = "generic"` to one that is dispensed
in combinations: of "painzole/acetaminophen 5/325 mg" both ingredients and both
strengths are read only where both names are generic.]==] },
  { name = "imr.schema", kind = "function", text = [==[
The fields of a document, as data.

SYNOPSIS

    keys = imr.schema()

ARGUMENTS

None.

RETURNS

A list, in the order in which documents print. Each entry has `path` (such as
`issues.decision`), `type`, `level` (what it is a field of) and `meaning`.
schema.md is made of it.

ERRORS

None.

EXAMPLE

    for _, key in ipairs(imr.schema()) do
      if key.level == "worker" then
        print(key.path, key.type, key.meaning)
      end
    end

    worker.age	integer	age in years
    worker.sex	string	female or male]==] },
  { name = "imr.help", kind = "function", text = [==[
What this documentation says of a name.

SYNOPSIS

    text = imr.help([name])

ARGUMENTS

- `name`: a function (`parse`), an option (`max_issues`), a command (`imr
  extract`), a field of a document (`issues.request.quantity`, or `quantity`
  alone), the code of a diagnostic or of an error (`missing-label`), or a word
  of the letters and of these pages (`MTUS`). Without it: a list of what there
  is.

RETURNS

Text to read. The REPL shows it; in a script, `print` it.

ERRORS

An unknown name is a Lua error that says the nearest one.

EXAMPLE

    > imr.help "issues.request.quantity"
    issues.request.quantity: a field of a document
      number: the number of units]==] },
  { name = "imr.features", kind = "function", text = [==[
A table of what this build can do.

- `jit`: patterns are compiled to machine code.
- `pdf`: `pdftotext` was found, so that PDFs can be read.
- `archive`, `ndjson`: letters are read from these.

    print(imr.features.archive) --> false]==] },
  { name = "imr.version", kind = "function", text = [==[
The version, a string such as `1.2.3`. CHANGELOG.md says what a version
promises.]==] },
  { name = "name", kind = "option", text = [==[
A string: what `source` says. Default: nothing, and of a file its path. With
`imr.each` and `imr.open` it is the name of standard input.]==] },
  { name = "fields", kind = "option", text = [==[
A list of fields: only these are read, which is faster. The path of a record
stands for all of it: `{"case", "issues.decision"}`. `source`, `template` and
`diagnostics` are always there. Default: all.]==] },
  { name = "max_bytes", kind = "option", text = [==[
An integer: how many bytes of a text are read. What lies beyond is the
diagnostic `too-large`. Default: 67108864 (64 MiB).]==] },
  { name = "max_issues", kind = "option", text = [==[
An integer: how many issues of a letter are read. What lies beyond is the
diagnostic `too-many-issues`. Default: 500.]==] },
  { name = "spans", kind = "option", text = [==[
`true` or `false`: the document also has `spans`, where in the text each value
was read. With `fields`: those of the values that they name. Default: `false`.]==] },
  { name = "timeout", kind = "option", text = [==[
Seconds that `pdftotext` may take for a PDF; then the code is `timed-out`.
Default: 60.]==] },
  { name = "all", kind = "option", text = [==[
`true` or `false`: of a folder every file is read, hidden ones too. Default:
`false`, only `*.txt` and `*.pdf`.]==] },
  { name = "unique", kind = "option", text = [==[
A field, such as `"case.number"`: of letters with the same value only the first
is given, the later ones are counted in `duplicates`. A letter without a value
is given. Default: all are given.]==] },
  { name = "progress", kind = "option", text = [==[
A function that is called about once a second with the counts, and with `true`
behind them at the end. Default: none.]==] },
  { name = "threads", kind = "option", text = [==[
An integer: how many threads may read. This build reads with one, whatever is
given. Default: 1.]==] },
  { name = "imr parse", kind = "command", text = [==[
Letters become documents.

SYNOPSIS

    imr parse [OPTION]... PATH...

ARGUMENTS

- `--format FORMAT`: `pretty`, a few lines to read, is the default; `json`, one
  array; `ndjson`, a line of JSON per letter; `csv`, for spreadsheets.
- `--rows ROWS`: rows of CSV, `letters` (default) or `issues`. A letter without
  issues has no row of `issues`.
- `--fields LIST`: only these fields, with commas and no blanks:
  `case.number,issues.decision`. `--fields help` lists all of them.
- `--all`: every file of a folder, not only `*.txt` and `*.pdf`.
- `--output FILE` (`-o FILE`): writes to a file. It is replaced when all is
  done, and only where something was read.
- `--timeout SECONDS`: how long `pdftotext` may take for one PDF; 60 by
  default.
- `--quiet` (`-q`): no notices on standard error. What could not be read is
  named all the same.

RETURNS

Documents, in the order of the paths, with the keys of schema.md. CSV is UTF-8
(in Excel: Data > From Text/CSV); lists are joined by `; `, and pages read `63
to 66; 70`. A notice counts the files of folders that were left out, as they
are neither `*.txt` nor `*.pdf`.

ERRORS

Each input that cannot be read is named on standard error with the message of
errors.md; the others are done, and the exit status is 1.

EXAMPLE

    $ imr parse --fields case.number,issues.decision examples/letters/085.txt
    examples/letters/085.txt
      template: final-determination
      case.number: CM16-0025363
      issues[1].decision: overturned
      issues[2].decision: upheld
      issues[3].decision: upheld
      issues[4].decision: upheld
    $ imr parse --format ndjson --fields outcome examples/letters/085.txt
    {"source":"examples/letters/085.txt","template":"final-determination","outcome":"partially overturned","diagnostics":[]}
    $ imr parse examples/letters/none.txt
    imr: examples/letters/none.txt: no such file
    $ echo $?
    1]==] },
  { name = "imr extract", kind = "command", text = [==[
The texts of many PDFs, a line of JSON for each: for other programs, and for
archives. To have letters parsed, give the PDFs themselves to `imr parse`; it
reads some thousands of them in a minute. `imr` does not read these lines back
in this version.

SYNOPSIS

    imr extract [OPTION]... PATH...

ARGUMENTS

- `--output FILE` (`-o FILE`): writes to a file. Stopped, by whatever, the same
  command goes on where it was: what the file has is skipped.
- `--threads N`: how many PDFs at once; by default one for each processor.
- `--timeout SECONDS`: how long `pdftotext` may take for one PDF; 60 by
  default.
- `--all`: every file of a folder, not only `*.txt` and `*.pdf`.
- `--quiet` (`-q`): no notices on standard error.

RETURNS

A line of JSON for each file, `{"id": PATH, "text": TEXT}`, in the order of the
paths.

ERRORS

Files that could not be read are listed at the end, with the messages of
errors.md, and the exit status is 1. They are tried again the next time.

EXAMPLE

    $ imr extract spec/pdf/letters -o texts.ndjson
    $ wc -l texts.ndjson
    35 texts.ndjson
    $ imr extract spec/pdf/letters -o texts.ndjson
    imr: 0 extracted, 35 were there already]==] },
  { name = "imr repl", kind = "command", text = [==[
A session at a prompt, with letters: to look around before writing a script.

SYNOPSIS

    imr repl [OPTION]... [PATH]...

ARGUMENTS

- `--timeout SECONDS`: how long `pdftotext` may take for a PDF; 60 by default.
- `--unique FIELD`: of letters with the same value of FIELD, such as
  `case.number`, only the first; a notice tells how many were left out.
- `--all`: every file of a folder, not only `*.txt` and `*.pdf`.
- `--quiet` (`-q`): no notices on standard error.

Commands come from standard input, letters do not: `-` is no path here. All
letters are held in memory.

RETURNS

A line is Lua, and the value of an expression is printed; what is not finished
goes on in the next line.

- `letters`: the letters; it prints how many, their decisions and dates, and
  how many were published twice. `letters[3]`, `#letters`, `letters:each()`,
  `letters:issues()`
- `sample(n)`: n of them (5) by chance
- `fields(path)`: how often each field is filled, with an example; with a path,
  those inside it only
- `text(value)`: a letter or an issue in its source, with line numbers, the
  values that were read marked
- `_`: the last result; `print(_)` shows all of a long one, also the rationale
  of an issue
- `help`, `help NAME`: these; more of one of them, and what `imr.help` says
- `quit()`: ends the session, as Ctrl-D does

On a terminal Ctrl-C stops what runs and comes back to the prompt, long results
are cut, and with lua-readline (Debian: `lua-readline`) Tab completes and lines
are kept in `$XDG_STATE_HOME/imr/history` or `~/.local/state/imr/history`.

ERRORS

A field that no letter can have, and a variable that is not there, are errors
that name the nearest; a field that this letter does not have is nil. On a
terminal the session goes on. From a pipe the first error ends it: the exit
status is 1, as where a path could not be read.

EXAMPLE

    $ echo 'fields "issues.modification.amount"' | imr repl examples/letters
    of 620 issues
      10 %  issues.modification.amount
      10 %  issues.modification.amount.requested   60
      10 %  issues.modification.amount.authorized  20
      10 %  issues.modification.amount.disputed    40
      10 %  issues.modification.amount.unit        quantity]==] },
  { name = "not-a-determination", kind = "diagnostic", text = [==[
Nothing in the text reads like a form that is known here. The document's
`template` is `unknown`, it has no issues, and nothing else was read.

> this does not read like a determination of the forms that are known here

Where the text is empty, or no plain text at all, the message says what it is,
and what to do: HTML, RTF, a word processor's file, a picture, an archive, the
bytes of a PDF, or a path in place of a text.

> this is RTF, a word processor's file, and not plain text: open it there, save
  it as plain text > (UTF-8), and read that

Look at the text. Another document (a cover letter, a page of instructions) is
rightly left alone. Where it is a determination, its headings and labels are
lost: extract the text anew, with `pdftotext -layout`, or read the scan with
better settings.]==] },
  { name = "second-letter", kind = "diagnostic", text = [==[
The text holds more than one letter, as when several PDFs were joined. The
place is where the second begins; the first letter says so, whichever function
was called.

> a further letter begins here; the text has 2 letters

Use `imr.parse_all`, or the command, which give each letter as a document of
its own (`031.txt#2`).]==] },
  { name = "missing-heading", kind = "diagnostic", text = [==[
A heading that the form has was not found. Its part is looked for by the
sentence that opens it, or by what must follow it; where it was found so,
nothing else is missing. The place is where the part begins, or where it
should.

> the heading "CLINICAL CASE SUMMARY" was not found

See whether the part (`summary`, `reviewer`, `issues`) is there. Where it is
not, look the place up in the PDF: a page may be missing.]==] },
  { name = "missing-label", kind = "diagnostic", text = [==[
One of an issue's labels was not found. What stands behind it is read where it
can be told from what stands before; else the text before it has swallowed it.
The place is where the label should be.

> issues[1]: the label "MAXIMUS guideline:" was not found

Compare the issue's `administrator_guideline`, `reviewer_guideline` and
`rationale` with the letter at that line before you count them.]==] },
  { name = "missing-decision", kind = "diagnostic", text = [==[
An issue has its labels, but neither Upheld nor Overturned before them; or, in
a form of 2013, no "is [not] medically necessary" where the form says it. It
has no `decision`, and the letter's `outcome` is that of the others.

> issues[1].decision: no decision (Upheld, Overturned) was found

Read the decision in the letter. Leave such issues out of rates, or set
`decision` yourself; the `conclusion` of the rationale is a hint.]==] },
  { name = "empty-rationale", kind = "diagnostic", text = [==[
Nothing follows the rationale's label before the next issue.

> issues[1].rationale: nothing follows the label "Decision rationale:"

Look the place up: the letter may say nothing there, or the text was lost in a
column or on a page. The issue has no `rationale`, `conclusion` or
`consistent`.]==] },
  { name = "truncated", kind = "diagnostic", text = [==[
The text ends before the letter does: in the middle of the last rationale,
behind a heading, or before a part that must come. The place is the end of the
text, or the last label in it.

> issues[2].rationale: the text ends in the middle of a sentence: "The request
  is not"

Get the whole text: the download or the extraction was cut off. What stands
before the end was read.]==] },
  { name = "impossible-date", kind = "diagnostic", text = [==[
A date of the header block or of the clinical summary is none that the calendar
has, or lies before 1900 or after 2099. The field is absent, or has the date
from another place of the letter.

> case.decision_date: "13/45/2016" is no date of the calendar

Nothing was guessed: the letter has a slip, or the scan does. Correct it in the
document if you know better.]==] },
  { name = "amounts-disagree", kind = "diagnostic", text = [==[
A modified request tells what was asked for, authorized and left in dispute,
and the latter two do not add up to the first. All three are given as the
letter has them.

> issues[1].modification.amount: 40 authorized and 45 in dispute are not the 90
  requested (quantity)

Decide which of them you count. It is the letter's own slip more often than
not.]==] },
  { name = "encoding-converted", kind = "diagnostic", text = [==[
The text was UTF-16, or had bytes that are no UTF-8 and were read as
Windows-1252. The place is the first such byte. All values are UTF-8.

> the text is not all UTF-8; its other bytes are read as Windows-1252

Nothing is lost, as a rule. If names or section signs look odd, the text was in
yet another encoding: convert it to UTF-8 first (`iconv -f MACROMAN -t UTF-8`).]==] },
  { name = "control-characters", kind = "diagnostic", text = [==[
The text had control characters that no letter has; they were left out. The
place is the first.

> control characters were left out

A few do no harm. Many mean that the file is no text, or that its fonts could
not be decoded: extract it anew.]==] },
  { name = "too-large", kind = "diagnostic", text = [==[
The text is longer than the option `max_bytes` allows (64 MiB). What lies
beyond was not read.

> the text is longer than the limit of 100 bytes; the rest is left out

No letter is that long: many were joined, or it is something else. Split the
text, or raise `max_bytes`.]==] },
  { name = "too-many-issues", kind = "diagnostic", text = [==[
The letter has more issues than the option `max_issues` allows (500). Those
beyond were not read; the place is where the first of them begins.

> the letter has more issues than the limit of 1; the rest is left out

Letters of more than thirty are hardly known: look whether letters were joined
without their headings, or raise `max_issues`.]==] },
  { name = "pattern-limit", kind = "diagnostic", text = [==[
A pattern needed more steps on this text than it is allowed, and was given up,
lest one odd letter hold up all the others. The value that it looks for may be
missing.

> a pattern took too long on this text and was given up; a value may be missing

Look at the text: a part without any line break or full stop, or thousands of
the same sign, are the usual causes. If the letter is in order, please report
it.]==] },
  { name = "not-found", kind = "error", text = [==[
There is no such file, or a part of its path is no folder.

> letters/none.txt: no such file

Check the path; relative ones count from the folder in which the program was
started.]==] },
  { name = "permission-denied", kind = "error", text = [==[
The file, or a folder on the way, may not be read by this user.

> letters/001.txt: permission denied

Change its mode, or run as somebody who may.]==] },
  { name = "is-a-directory", kind = "error", text = [==[
The path names a folder where a file is wanted.

> letters: is a folder, not a file

`imr parse` takes folders; `imr.parse_file` takes one file.]==] },
  { name = "not-a-file", kind = "error", text = [==[
The path names a device, a socket, or a pipe that nobody writes to.

> /dev/null: is a socket or a device, not a file

Give the file itself, or `-` to the command for standard input.]==] },
  { name = "io-error", kind = "error", text = [==[
The system could not read the file: the disk or the network failed, too many
files are open, or the path is too long or goes in circles.

> letters/001.txt: the disk or the network failed

The message says which. Try it again once that is mended.]==] },
  { name = "no-pdftotext", kind = "error", text = [==[
The file is a PDF, and the program that gets the text out of it is not
installed.

> letter.pdf: is a PDF, and the program pdftotext that reads it is not
  installed (Debian: poppler-utils)

Install it, or extract the text elsewhere and parse that.]==] },
  { name = "encrypted", kind = "error", text = [==[
The PDF opens with a password only.

> letter.pdf: is an encrypted PDF that opens with a password only; save a copy
  without the password

Open it in a PDF viewer and print it to a new PDF. A PDF that only forbids
printing or copying is read.]==] },
  { name = "damaged-pdf", kind = "error", text = [==[
The PDF is cut off, or is none beyond its first bytes.

> letter.pdf: is a PDF without its end: cut off, or damaged; get it again

Download it again. Where the message has what `pdftotext` says, it is the first
of its complaints.]==] },
  { name = "no-text-layer", kind = "error", text = [==[
The PDF has pictures of its pages and no text, as scans have.

> letter.pdf: is a PDF without text, perhaps a scan; recognize its text first
  (such as with ocrmypdf)

Run text recognition over it: `ocrmypdf letter.pdf read.pdf`.]==] },
  { name = "timed-out", kind = "error", text = [==[
Getting the text of the PDF took longer than the option `timeout` allows (60
seconds).

> letter.pdf: pdftotext was stopped after 60 s

Most letters take some hundredths of a second. Look at the PDF; raise `timeout`
where it is in order.]==] },
  { name = "too-large", kind = "error", text = [==[
The PDF is larger than 64 MiB, or has more text than `max_bytes` allows.

> letter.pdf: is a PDF of more than 64 MiB; save the letter's pages alone

No letter is that large: the file holds more than the letter.]==] },
  { name = "unsupported", kind = "error", text = [==[
The file is an archive, or NDJSON (lines of JSON), and this version reads
neither; `imr.features` says so. A file is told by the end of its name,
standard input by its content.

> letters.zip: is an archive, which this version does not read; unpack it and
  read the folder

Unpack the archive and give the folder; in place of NDJSON, such as what `imr
extract` writes, give the files that its texts are from.]==] },
  { name = "already-read", kind = "error", text = [==[
Standard input was gone through before; what it held is not kept.

> -: standard input can be read once only, and was read before

Write it to a file first where several passes are to read it.]==] },
  { name = "no-such-value", kind = "error", text = [==[
From `imr.locate`: the document has no value at this path.

> issues[3].decision: the document has no such value

The letter does not say it, or the list is shorter. `print(letter)` shows what
there is.]==] },
  { name = "no-place", kind = "error", text = [==[
From `imr.locate`: the value was not read from the text, as `source` was not,
nor the template `unknown`.

> source: was not read from the text]==] },
  { name = "other-text", kind = "error", text = [==[
From `imr.locate`: the text is not the one that the document was parsed from,
or the document was changed since at this path.

> case.number: the text does not say what the document does: is it another
  letter's?

Give the bytes that were parsed: those of the file, and of a PDF the text that
`imr extract` gives.]==] },
  { name = "unknown-field", kind = "error", text = [==[
`imr_options.fields` names a path that the schema does not have.

> unknown field path "issues.decison"; did you mean "issues.decision"?]==] },
  { name = "bad-knowledge", kind = "error", text = [==[
An entry of `imr_knowledge_add` names an unknown table or key, or has a
malformed value.

> specialties["Pain Medicine"].bord: no such key; did you mean "board"?]==] },
  { name = "bad-pattern", kind = "error", text = [==[
A pattern does not compile. The built-in ones do; this is a fault in `imr` or
in PCRE2.]==] },
  { name = "no-memory", kind = "error", text = [==[
Memory ran out. In Lua this is the error `not enough memory`.]==] },
  { name = "determination", kind = "word", text = [==[
The decision of an Independent Medical Review, and the letter that tells it.]==] },
  { name = "UR", kind = "word", text = [==[
Utilization review, the claims administrator's own review of a treatment that a
physician asks for. It authorizes, modifies or denies. The letter decides an
appeal against it.]==] },
  { name = "claims administrator", kind = "word", text = [==[
The insurer or employer, or who handles claims for them.]==] },
  { name = "expert reviewer", kind = "word", text = [==[
The physician, or other clinician, who decides the appeal. The letter tells the
specialty, not the name.]==] },
  { name = "MAXIMUS", kind = "word", text = [==[
The organization whose reviewers decide for the DWC: its guideline is the
expert reviewer's.]==] },
  { name = "MTUS", kind = "word", text = [==[
California's Medical Treatment Utilization Schedule: the guidelines that are
presumed correct.]==] },
  { name = "ACOEM", kind = "word", text = [==[
The guidelines of the American College of Occupational and Environmental
Medicine. The MTUS takes many of its chapters from them.]==] },
  { name = "ODG", kind = "word", text = [==[
The Official Disability Guidelines, a commercial work that is cited where the
MTUS is silent.]==] },
  { name = "DWC", kind = "word", text = [==[
California's Division of Workers' Compensation, which oversees the appeals and
publishes the letters.]==] },
  { name = "document", kind = "word", text = [==[
What `imr` makes of one letter: a table of fields.]==] },
  { name = "field", kind = "word", text = [==[
A named part of a document, such as `outcome`. Its path says where it stands:
`issues.decision` is the decision of each issue, `issues[2].decision` that of
the second. Programmers call fields keys.]==] },
  { name = "record", kind = "word", text = [==[
A field that has fields of its own, such as `case`.]==] },
  { name = "issue", kind = "word", text = [==[
One treatment in dispute. A letter decides one or several.]==] },
  { name = "corpus", kind = "word", text = [==[
All letters that are looked at together, such as those of a folder: `imr.open`
gives one.]==] },
  { name = "template", kind = "word", text = [==[
The form that a letter follows; it changed over the years.]==] },
  { name = "dialect", kind = "word", text = [==[
The wording within a form; it changed over the years as well.]==] },
  { name = "spans", kind = "word", text = [==[
Where in the letter's text each value stands. With them a value can be checked
by eye.]==] },
  { name = "diagnostics", kind = "word", text = [==[
What could not be read in a letter, with the place. A letter that is intact has
none.]==] },
}
