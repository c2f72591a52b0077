-- The command as a process: what it prints where, and how it ends.

local json = require "dkjson"
local imr = require "imr"
local card = require "imr.card"
local letter = require "spec.support.letter"
local process = require "spec.support.process"
local read_csv = require "spec.support.csv"

local quoted = process.quoted

local A = letter.text { case = "CM16-0000001", issues = { {}, { decision = "Overturned", treatment = "Norco #60" } } }
local B = letter.text { case = "CM16-0000002" }
local C = letter.text {
  case = "CM16-0000003",
  dialect = "2014",
  issues = {
    {
      reviewer = "Decision based on MTUS Knee Complaints 2004. Decision based on MTUS Knee Complaints 2004, "
        .. "Section(s): Summary. Decision based on Non-MTUS Citation ODG, Knee & Leg.",
    },
  },
}

local folder, remove = process.folder {
  ["letters/b.txt"] = B,
  ["letters/a.txt"] = A,
  ["letters/more/c.txt"] = C,
  ["letters/.notes.md"] = A,
  ["two.txt"] = A .. "\n\f" .. B,
  ["scan.pdf"] = "%PDF-1.4\n",
  ["empty/.keep"] = "",
  ["it's a \"name\" & more.txt"] = B,
}
local letters = folder .. "/letters"
local a, b, c = letters .. "/a.txt", letters .. "/b.txt", letters .. "/more/c.txt"
local missing = folder .. "/missing.txt"

teardown(remove)

local function lines_of(text)
  local lines = {}
  for line in text:gmatch "(.-)\r?\n" do
    lines[#lines + 1] = line
  end
  return lines
end

-- The values of a top-level key of each document of ndjson.
local function each(text, key)
  local values = {}
  for i, line in ipairs(lines_of(text)) do
    local document, _, problem = json.decode(line)
    assert(document, problem)
    values[i] = document[key]
  end
  return values
end

local function runs(words, input)
  local result = process.imr(words, input)
  assert.are.equal("", result.err)
  assert.are.equal(0, result.status)
  return result.out
end

describe("imr", function()
  it("shows its version", function()
    assert.are.equal("imr " .. imr.version .. "\n", runs { "--version" })
  end)

  local helps = { { "--help" }, { "-h" }, { "parse", "--help" }, { "parse", "-h", "no such file" } }
  for _, words in ipairs(helps) do
    it(("shows help on 80 columns for %s"):format(table.concat(words, " ")), function()
      local out = runs(words)
      assert.truthy(out:find "^Usage: imr")
      for _, line in ipairs(lines_of(out)) do
        assert.is_true(#line <= 80, line)
      end
    end)
  end

  it("offers in its help what it takes", function()
    local out = runs { "parse", "--help" }
    for _, word in ipairs { "--format", "--rows", "--fields", "--all", "--quiet", "--output", "PATH", "ndjson" } do
      assert.truthy(out:find(word, 1, true), word)
    end
  end)

  it("lists the fields with type and meaning", function()
    local out = runs { "parse", "--fields", "help" }
    local at = 0
    for _, key in ipairs(imr.schema()) do
      local line = ("\n  %s (%s): %s"):format(key.path, key.type, key.meaning:match "^%S+")
      at = out:find(line, at + 1, true)
      assert.truthy(at, key.path)
    end
    for _, line in ipairs(lines_of(out)) do
      assert.is_true(#line <= 80, line)
    end
  end)

  local misuses = {
    { "no command", {}, "a command is missing" },
    { "an unknown command", { "prase" }, "did you mean 'parse'?" },
    { "no path", { "parse" }, "a PATH is missing" },
    { "an unknown option", { "parse", "--fromat", "csv", a }, "did you mean '--format'?" },
    { "an unknown format", { "parse", "--format", "xml", a }, "'pretty', 'json', 'ndjson', 'csv'" },
    { "a format without a value", { "parse", a, "--format" }, "--format" },
    { "unknown rows", { "parse", "--format", "csv", "--rows", "pages", a }, "'letters', 'issues'" },
    { "rows without CSV", { "parse", "--rows", "issues", a }, "--rows goes with --format csv" },
    { "an unknown field", { "parse", "--fields", "case.nummer", a }, "case.number" },
    { "an unknown field of CSV", { "parse", "--format", "csv", "--fields", "case.nummer", a }, "case.number" },
    { "a field that is near no other", { "parse", "--fields", "zzzzzzzz", a },
      "`imr parse --fields help` lists them" },
    { "an output given twice", { "parse", "--output", b, "-o", b, a },
      "must be used at most 1 time" },
    { "a format given twice", { "parse", "--format", "csv", "--format", "json", a },
      "'--format' must be used at most 1 time" },
    { "a file for a command", { a }, "did you mean `imr parse " .. a .. "`?" },
    { "an empty list of fields", { "parse", "--fields", ",", a }, "--fields" },
    { "an issue's field of letters", { "parse", "--format", "csv", "--fields", "issues.decision", a },
      "issues.decision" },
    { "standard input twice", { "parse", "-", "-" }, "standard input" },
    { "an output among the inputs", { "parse", a, "--output", letters .. "//a.txt" }, "--output" },
    { "an output in a folder to read", { "parse", letters, "--output", letters .. "/out.txt" }, "--output" },
    { "an output below it", { "parse", "--all", letters, "--output", letters .. "/more/out.csv" }, "--output" },
  }
  for _, row in ipairs(misuses) do
    it(("ends with status 2 for %s"):format(row[1]), function()
      local result = process.imr(row[2])
      assert.are.equal(2, result.status)
      assert.are.equal("", result.out)
      assert.truthy(result.err:find(row[3], 1, true), result.err)
      assert.truthy(result.err:find "^imr: ")
      assert.falsy(result.err:find "%.lua:")
      assert.falsy(result.err:find("imr.schema", 1, true))
      assert.are.equal(A, process.read(a))
      assert.are.equal(B, process.read(b))
    end)
  end
end)

describe("imr parse", function()
  it("prints cards, a blank line between them", function()
    local first, second = imr.parse_file(a), imr.parse_file(b)
    assert.are.equal(card.document(first) .. "\n\n" .. card.document(second) .. "\n", runs { "parse", a, b })
    assert.are.equal(runs { "parse", a }, runs { "parse", "--format", "pretty", a })
  end)

  it("prints the chosen fields", function()
    assert.are.equal(
      a .. "\n  template: final-determination\n  case.number: CM16-0000001\n"
        .. "  issues[1].decision: upheld\n  issues[2].decision: overturned\n",
      runs { "parse", "--fields", "issues.decision,case.number", a }
    )
  end)

  it("prints the documents of a folder in bytewise order, then the next path's", function()
    assert.are.same({ a, b, c, a }, each(runs { "parse", "--format", "ndjson", letters, a }, "source"))
  end)

  it("takes a pattern that the shell has left", function()
    assert.are.same({ a, b }, each(runs { "parse", "--format", "ndjson", letters .. "/[a-m].txt" }, "source"))
  end)

  it("reads every file of a folder with --all", function()
    local out = runs { "parse", "--format", "ndjson", "--all", letters }
    assert.are.same({ letters .. "/.notes.md", a, b, c }, each(out, "source"))
  end)

  it("reads a file of any name", function()
    local path = folder .. "/it's a \"name\" & more.txt"
    assert.are.same({ path }, each(runs { "parse", "--format", "ndjson", path }, "source"))
  end)

  it("reads a path that looks like an option after --", function()
    local line = ("cd %s && cp %s ./-x.txt && %s parse --format ndjson -- -x.txt; status=$?; rm ./-x.txt; exit $status")
      :format(quoted(folder), quoted(a), quoted(process.root .. "/bin/imr"))
    local result = process.shell(line)
    assert.are.equal("", result.err)
    assert.are.same({ "-x.txt" }, each(result.out, "source"))
  end)

  it("reads standard input", function()
    for _, format in ipairs { "ndjson", "csv", "pretty" } do
      local out = runs({ "parse", "--format", format, "-" }, A)
      assert.truthy(out:find("CM16-0000001", 1, true))
    end
    assert.are.same({ "-" }, each(runs({ "parse", "--format", "ndjson", "-" }, A), "source"))
  end)

  it("gives a document for each letter of a text", function()
    local two = folder .. "/two.txt"
    assert.are.same({ two, two .. "#2" }, each(runs { "parse", "--format", "ndjson", two }, "source"))
    assert.are.same({ "-", "-#2" }, each(runs({ "parse", "--format", "ndjson", "-" }, A .. "\n\f" .. B), "source"))
    assert.are.equal(3, #read_csv(runs { "parse", "--format", "csv", two }))
  end)

  it("adds up fields that are asked for one by one", function()
    assert.are.equal(
      runs { "parse", "--fields", "case.number,outcome", a },
      runs { "parse", "--fields", "outcome", "--fields", "case.number", a }
    )
  end)

  it("prints the diagnostics beside chosen fields as a card does", function()
    local out = process.imr({ "parse", "--fields", "outcome", "-" }, "no letter").out
    local message = imr.parse("no letter").diagnostics[1].message
    assert.are.equal("-\n  template: unknown\n  ! line 1, column 1: not-a-determination: " .. message,
      (out:gsub("%s*\n    ", " "):gsub("\n$", "")))
  end)

  it("ends with status 0 whatever was found", function()
    local result = process.imr({ "parse", "--format", "ndjson", "-" }, "no letter")
    assert.are.equal(0, result.status)
    assert.are.same({ "unknown" }, each(result.out, "template"))
  end)

  it("tells how many texts are no determination", function()
    local quotes = 'The "template":"unknown" is no key.\n'
    local known = letter.text { case = "CM16-0000009", summary = quotes }
    local texts = { ["1.txt"] = "no letter", ["2.txt"] = known, ["3.txt"] = quotes }
    local inner, remove_inner = process.folder(texts)
    for _, format in ipairs { "pretty", "csv", "ndjson", "json" } do
      local result = process.imr { "parse", "--format", format, "--fields", "case.number", inner }
      assert.are.equal("imr: 2 of 3 texts are not determination letters\n", result.err)
      assert.are.equal(0, result.status)
      runs { "parse", "--quiet", "--format", format, inner }
    end
    remove_inner()
  end)

  it("writes to the file of --output", function()
    local path = folder .. "/out.ndjson"
    for _, option in ipairs { "--output", "-o" } do
      assert.are.equal("", runs { "parse", "--format", "ndjson", option, path, a })
      assert.are.same({ a }, each(process.read(path), "source"))
    end
    os.remove(path)
  end)

  it("takes - as --output for standard output", function()
    assert.are.equal(runs { "parse", a }, runs { "parse", a, "--output", "-" })
  end)

  it("prints the same every time", function()
    for _, format in ipairs { "pretty", "json", "ndjson", "csv" } do
      local words = { "parse", "--format", format, letters }
      assert.are.equal(runs(words), runs(words))
    end
  end)
end)

describe("imr parse --format json", function()
  it("prints one array of the documents", function()
    local out = runs { "parse", "--format", "json", letters }
    local list = {}
    for i, document in ipairs(assert(json.decode(out, 1, nil, nil, nil))) do
      list[i] = document
    end
    assert.are.same({ imr.parse_file(a), imr.parse_file(b), imr.parse_file(c) }, list)
  end)

  it("prints an empty array for no letters", function()
    local result = process.imr { "parse", "--format", "json", folder .. "/empty" }
    assert.are.equal("[]\n", result.out)
    assert.are.equal(0, result.status)
  end)

  it("prints valid JSON where inputs could not be read", function()
    for _, words in ipairs { { missing }, { missing, a }, { a, missing }, { a, missing, b } } do
      local result = process.imr { "parse", "--format", "json", table.unpack(words) }
      assert.are.equal("table", type(json.decode(result.out)))
      assert.are.equal(1, result.status)
    end
  end)
end)

describe("imr parse --format ndjson", function()
  it("prints what to_json gives", function()
    assert.are.equal(imr.to_json(imr.parse_file(a)) .. "\n", runs { "parse", "--format", "ndjson", a })
  end)

  it("prints the chosen fields", function()
    local fields = { "case.number", "issues.decision" }
    assert.are.equal(
      imr.to_json(imr.parse_file(a, { fields = fields })) .. "\n",
      runs { "parse", "--format", "ndjson", "--fields", "case.number, issues.decision", a }
    )
  end)
end)

describe("imr parse --format csv", function()
  it("prints a header and a row per letter", function()
    local rows = read_csv(runs { "parse", "--format", "csv", letters })
    assert.are.equal(4, #rows)
    local column = {}
    for i, name in ipairs(rows[1]) do
      column[name] = i
    end
    assert.are.equal(a, rows[2][column.source])
    assert.are.equal("CM16-0000003", rows[4][column["case.number"]])
    assert.are.equal("2", rows[2][column.issues])
  end)

  it("prints a row per issue", function()
    local out = runs { "parse", "--format", "csv", "--rows", "issues", "--fields",
      "case.number,issues.number,issues.treatment", letters }
    assert.are.same({
      { "case.number", "issues.number", "issues.treatment" },
      { "CM16-0000001", "1", "MRI of the left knee" },
      { "CM16-0000001", "2", "Norco #60" },
      { "CM16-0000002", "1", "MRI of the left knee" },
      { "CM16-0000003", "1", "MRI of the left knee" },
    }, read_csv(out))
  end)

  it("prints a row per issue also where no field of it is chosen", function()
    local out = runs { "parse", "--format", "csv", "--rows", "issues", "--fields", "case.number", a }
    assert.are.same({ { "case.number" }, { "CM16-0000001" }, { "CM16-0000001" } }, read_csv(out))
  end)

  it("prints the header alone for no letters", function()
    local result = process.imr { "parse", "--format", "csv", "--fields", "source", folder .. "/empty" }
    assert.are.equal("source\r\n", result.out)
  end)
end)

describe("inputs that cannot be read", function()
  it("are each named, and the others done", function()
    local pdf = folder .. "/scan.pdf"
    local result = process.imr { "parse", "--format", "ndjson", missing, a, pdf, "/dev/null", b }
    assert.are.same({ a, b }, each(result.out, "source"))
    assert.are.equal(1, result.status)
    local said = lines_of(result.err)
    assert.truthy(said[1]:find("imr: " .. missing, 1, true))
    assert.truthy(said[2]:find("imr: " .. pdf, 1, true))
    assert.truthy(said[2]:find("is a PDF without its end", 1, true))
    assert.truthy(said[3]:find("imr: /dev/null", 1, true))
    assert.are.equal("imr: 3 of 5 inputs could not be read", said[4])
    assert.are.equal(4, #said)
  end)

  it("are named also with --quiet, which leaves out notices", function()
    local result = process.imr { "parse", "--quiet", missing, a, folder .. "/empty" }
    assert.are.equal(1, result.status)
    assert.are.equal(1, #lines_of(result.err))
    assert.truthy(result.err:find(missing, 1, true))
  end)

  it("may be the rest of a list of fields, behind a space", function()
    local rests = { ["issues.decision"] = true, ["issues.decision,case.number"] = true, [","] = true, issues = true }
    for rest in pairs(rests) do
      local result = process.imr { "parse", "--fields", "case.number,", rest, a }
      assert.are.equal(("imr: %s: no such file (a space in --fields?)"):format(rest), lines_of(result.err)[1])
      assert.are.equal(1, result.status)
    end
    assert.falsy(process.imr({ "parse", "issues.decision" }).err:find("--fields", 1, true))
    assert.falsy(process.imr({ "parse", "--fields", "outcome", missing }).err:find("--fields", 1, true))
  end)

  it("are counted only where there are others", function()
    assert.are.equal(1, #lines_of(process.imr({ "parse", missing }).err))
  end)

  it("stand in the way of nothing else in their folder", function()
    local inner, remove_inner = process.folder { ["a.txt"] = A, ["c.txt"] = C }
    assert(os.execute(("ln -s nowhere %s/b.txt"):format(inner)))
    local result = process.imr { "parse", "--format", "ndjson", inner }
    remove_inner()
    assert.are.same({ inner .. "/a.txt", inner .. "/c.txt" }, each(result.out, "source"))
    assert.are.equal(1, result.status)
    assert.truthy(result.err:find(inner .. "/b.txt", 1, true))
  end)

  it("may be an archive, or what `imr extract` has made", function()
    local zip, lines = folder .. "/letters.zip", folder .. "/letters.ndjson"
    process.write(zip, "PK\3\4")
    process.imr { "extract", a, "-o", lines }
    local result = process.imr { "parse", "--format", "ndjson", zip, lines, a }
    local piped = process.imr({ "parse", "-" }, process.read(lines))
    os.remove(zip)
    os.remove(lines)
    assert.are.same({ a }, each(result.out, "source"))
    assert.truthy(result.err:find("imr: " .. zip .. ": is an archive", 1, true))
    assert.truthy(result.err:find("imr: " .. lines .. ": is NDJSON", 1, true))
    assert.truthy(piped.err:find("imr: -: is NDJSON", 1, true))
    assert.are.same({ 1, 1 }, { result.status, piped.status })
  end)

  it("may be a damaged PDF on standard input", function()
    local result = process.imr({ "parse", "-" }, "%PDF-1.4\n")
    assert.are.equal(1, result.status)
    assert.truthy(result.err:find("imr: -: is a PDF without its end", 1, true))
  end)

  it("are not the files beside the letters of a folder, of which a notice tells", function()
    local inner, remove_inner = process.folder {
      ["a.txt"] = A,
      ["a.docx"] = "x",
      ["b.DOCX"] = "x",
      ["old/c.doc"] = "x",
      ["old/LETTER"] = "x",
      ["old/.hidden/d.doc"] = "x",
      ["old/.e.doc"] = "x",
    }
    local said = "imr: 4 other files were left out (2 .docx, 1 .doc, 1 without an ending); --all reads every file\n"
    assert.are.equal(said, process.imr({ "parse", inner }).err)
    assert.are.equal(said, process.imr({ "parse", "--format", "json", inner, inner .. "/a.txt" }).err)
    assert.are.equal(said, process.imr({ "repl", inner }, "").err)
    for _, words in ipairs { { "-q", inner }, { inner .. "/*.txt" }, { inner .. "/a.docx" } } do
      assert.are.equal("", (process.imr({ "parse", table.unpack(words) }).err:gsub("^imr: 1 of 1 [^\n]*\n", "")))
    end
    assert.falsy(process.imr({ "parse", "--all", inner }).err:find("left out", 1, true))
    assert.are.equal(said, process.imr({ "parse", "--format", "csv", "-o", inner .. "/out.csv", inner }).err)
    os.remove(inner .. "/out.csv")
    assert.are.equal(said, process.imr({ "extract", "-o", inner .. "/texts.ndjson", inner }).err)
    remove_inner()
  end)

  it("are not an empty folder, of which a notice tells", function()
    local result = process.imr { "parse", folder .. "/empty" }
    assert.are.equal(0, result.status)
    assert.are.equal("", result.out)
    assert.truthy(result.err:find(folder .. "/empty: no letters here (no *.txt or *.pdf", 1, true))
  end)
end)

describe("output that cannot be written", function()
  local command = "bin/imr parse --format json examples/letters"

  local cases = {
    { "a full disk", "bin/imr parse " .. quoted(a) .. " --output /dev/full", "/dev/full" },
    { "a full disk behind standard output", "bin/imr parse " .. quoted(a) .. " >/dev/full",
      "standard output" },
    { "a full disk, early in much output", command .. " " .. quoted(missing) .. " >/dev/full",
      "standard output" }, -- and the missing file is not looked for any more
    { "a folder that is not there", command .. " --output " .. quoted(folder .. "/no/out.json"),
      "/no/out.json" },
    { "a folder", command .. " --output " .. quoted(folder), folder .. ": is a directory" },
    { "no name", command .. " --output ''", '"": no such file' },
    { "a closed standard output", "bin/imr parse " .. quoted(a) .. " >&-", "standard output" },
    { "help on a full disk", "bin/imr --help >/dev/full", "standard output" },
  }
  for _, row in ipairs(cases) do
    it(("is status 1 and one message: %s"):format(row[1]), function()
      local result = process.shell(row[2])
      assert.are.equal(1, result.status)
      assert.are.equal(1, #lines_of(result.err), result.err)
      assert.truthy(result.err:find "^imr: cannot write ")
      assert.truthy(result.err:find(row[3], 1, true), result.err)
    end)
  end

  it("is status 1 and one message: a pipe closed early, without its signal", function()
    local result = process.shell(("trap '' PIPE; { %s; echo $? >&2; } | head -c 1"):format(command))
    assert.are.equal("imr: cannot write standard output: broken pipe\n1\n", result.err)
    assert.are.equal("[", result.out)
  end)

  it("ends the command quietly where a pipe is closed early", function()
    local result = process.shell(("env --default-signal=PIPE sh -c %s | head -c 1")
      :format(quoted(command .. "; echo $? >&2")))
    assert.are.equal("141\n", result.err)
  end)
end)

describe("a terminal", function()
  -- `words` is a line of shell; what is typed is `keys`, one after the other.
  local function typing(words, keys)
    local inner = ("%s; echo status=$?"):format(words)
    return process.shell(("{ %s; } | script -qec %s /dev/null"):format(keys, quoted(inner))).out
  end

  it("is told that it is read, unless notices are off", function()
    local keys = "sleep 1; printf 'no letter\\n\\004'"
    local out = typing("bin/imr parse -", keys)
    assert.truthy(out:find("imr: reading standard input; Ctrl-D ends it", 1, true), out)
    assert.truthy(out:find("status=0", 1, true), out)
    assert.falsy(typing("bin/imr parse -q -", keys):find("reading standard input", 1, true))
  end)

  it("ends the reading of it with Ctrl-C, at once", function()
    local fifo = folder .. "/fifo"
    local out = folder .. "/kept.txt"
    process.write(out, "kept")
    local line = "mkfifo %s; timeout --preserve-status -k 3 -s INT 2 "
      .. "bin/imr parse - --output %s 0<>%s"
    local result = process.shell(line:format(quoted(fifo), quoted(out), quoted(fifo)))
    assert.are.equal("imr: interrupted\n", result.err)
    assert.are.equal(130, result.status)
    assert.are.equal("kept", process.read(out))
    assert.are.equal("", process.shell(("ls -A %s | grep part"):format(quoted(folder))).out)
  end)
end)

describe("colour", function()
  -- A terminal of its own for the command, by script(1).
  local function on_terminal(settings, words)
    local inner = ("env %s bin/imr parse %s %s"):format(settings, words or "", quoted(a))
    local result = process.shell(("script -qec %s /dev/null"):format(quoted(inner)))
    assert.are.equal(0, result.status, result.out)
    return result.out
  end
  local COLOURFUL = "-u NO_COLOR TERM=xterm"
  local ESCAPE = "\27["

  it("stands on a terminal", function()
    assert.truthy(on_terminal(COLOURFUL):find(ESCAPE .. "32moverturned", 1, true))
  end)

  local without = {
    { "NO_COLOR is set", "TERM=xterm NO_COLOR=1" },
    { "the terminal is dumb", "-u NO_COLOR TERM=dumb" },
    { "there is no TERM", "-u NO_COLOR -u TERM" },
    { "the output goes to a file", COLOURFUL, "--output /dev/stdout" },
    { "the format is JSON", COLOURFUL, "--format json" },
  }
  for _, row in ipairs(without) do
    it(("is left out where %s"):format(row[1]), function()
      local out = on_terminal(row[2], row[3])
      assert.truthy(out:find("CM16-0000001", 1, true))
      assert.falsy(out:find(ESCAPE, 1, true))
    end)
  end

  it("stands where NO_COLOR is empty", function()
    assert.truthy(on_terminal("TERM=xterm NO_COLOR="):find(ESCAPE, 1, true))
  end)

  it("is left out in a pipe", function()
    local result = process.shell(("TERM=xterm bin/imr parse %s"):format(quoted(a)))
    assert.falsy(result.out:find(ESCAPE, 1, true))
  end)
end)

describe("examples/first_look.lua", function()
  local function look(paths)
    return process.shell(("LUA_PATH=%s LUA_CPATH=%s lua5.4 examples/first_look.lua %s")
      :format(quoted(package.path), quoted(package.cpath), paths))
  end

  it("counts issues by year, kind, reviewer and guideline", function()
    local result = look(process.line { a, b, c })
    assert.are.equal("", result.err)
    assert.are.equal(0, result.status)
    for _, words in ipairs {
      "3 letters, 4 issues, decided from 2016%-11%-28 to 2016%-11%-28",
      "Overturned: 1 of them, 25.0 %%",
      "2016 +4 +1 +25 %%",
      "Imaging +3 +0 +0 %%",
      "Drugs +1 +1 +100 %%",
      "Pain Medicine +4 +1 +25 %%",
      "MTUS Knee +4 +1 +25 %%", -- a letter that cites it twice for one issue counts once
      "ODG +1 +0 +0 %%",
    } do
      assert.truthy(result.out:find(words), words)
    end
  end)

  it("counts a letter that was published twice once", function()
    local result = look(process.line { a, b, a })
    assert.truthy(result.out:find("2 letters, 3 issues", 1, true))
    assert.truthy(result.out:find("counted once: 1)", 1, true))
  end)

  it("fits a screen and suggests commands that work", function()
    local result = look "examples/letters"
    assert.are.equal(0, result.status)
    assert.are.equal(result.out, look("examples/letters/*.txt").out)
    local tried = 0
    assert.is_true(#lines_of(result.out) <= 40)
    for _, line in ipairs(lines_of(result.out)) do
      assert.is_true(#line <= 80, line)
      local command = line:match "^  (bin/imr .*)"
      if command then
        tried = tried + 1
        local issues = folder .. "/issues.csv"
        local attempt = process.shell((command:gsub("issues%.csv", issues)))
        assert.are.equal("", attempt.err)
        assert.are.equal(0, attempt.status)
      end
    end
    assert.is_true(tried >= 3)
  end)

  it("names what it cannot read", function()
    local result = look(process.line { a, missing })
    assert.truthy(result.err:find(missing, 1, true))
    assert.are.equal(1, result.status)
    assert.truthy(result.out:find("1 letters, 2 issues", 1, true))
  end)

  it("prints no table where nothing was read", function()
    local result = look(quoted(missing))
    assert.are.equal(("%s: no such file\nno letter was read from %s\n"):format(missing, missing), result.err)
    assert.are.equal("", result.out)
    assert.are.equal(1, result.status)
  end)
end)
