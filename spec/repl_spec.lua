-- The session of `imr repl`, at a terminal and from a pipe.

local imr = require "imr"
local letter = require "spec.support.letter"
local process = require "spec.support.process"
local pty = require "spec.support.pty"

local PROMPT = "imr> "
local CTRL_C, CTRL_D, TAB, ENTER = "\3", "\4", "\t", "\r"

local LONG = ("The knee is stable and the pain has not changed. "):rep(60)

local folder, remove = process.folder {
  ["letters/a.txt"] = letter.text {
    case = "CM16-0000001",
    issues = { {}, { decision = "Overturned", treatment = "Norco 10/325mg #60" } },
  },
  ["letters/b.txt"] = letter.text { case = "CM16-0000002", summary = "The injured worker is a 45 year old female." },
  ["letters/c.txt"] = letter.text { issues = { { rationale = LONG .. "The request is not medically necessary." } } },
  ["two.txt"] = letter.text { case = "CM16-0000004" } .. "\n\f"
    .. letter.text { case = "CM16-0000005", issues = { { treatment = "Baclofen 10mg #30" } } },
}
local letters = folder .. "/letters"

teardown(remove)

-- Each session has a home of its own.
local homes = 0
local function new_home()
  homes = homes + 1
  local home = ("%s/home%d"):format(folder, homes)
  assert(os.execute("mkdir " .. home))
  return home
end

local function terminal(o)
  o = o or {}
  local home = o.home or new_home()
  local sanitizer = os.getenv "ASAN_OPTIONS"
  return {
    prompt = PROMPT,
    rows = o.rows,
    columns = o.columns,
    raw = o.raw,
    unset = { "NO_COLOR", "LUA_INIT", not o.state and "XDG_STATE_HOME" or nil },
    env = {
      HOME = home,
      TERM = "xterm",
      INPUTRC = "/dev/null",
      XDG_STATE_HOME = o.state,
      LUA_PATH = o.lua_path,
      -- lua-readline never frees a line that was read
      ASAN_OPTIONS = sanitizer and sanitizer .. ":detect_leaks=0",
    },
  }
end

-- Types inputs, each to its end, and gives what came up after each (the banner first), and the
-- status.
local function session(inputs, o)
  local steps = { { "" } }
  for _, input in ipairs(inputs) do
    steps[#steps + 1] = type(input) == "table" and input or { input .. ENTER }
  end
  steps[#steps + 1] = { CTRL_D, "\n" }
  local words = { "bin/imr", "repl", table.unpack(o and o.paths or { letters }) }
  return pty.play(words, steps, terminal(o))
end

-- What an input gave: the screen after it without the echo and the next prompt.
local function gives(input, o)
  local screen = session({ input }, o)[2]
  return screen:match "^.-\n(.*)$":sub(1, -#PROMPT - 1)
end

-- Runs inputs from a pipe.
local function piped(text, paths)
  return process.imr({ "repl", table.unpack(paths or { letters }) }, text)
end

describe("a session", function()
  it("begins with the letters and a word on help", function()
    local banner = session({})[1]
    assert.truthy(banner:find("^imr " .. imr.version:gsub("%p", "%%%0")), banner)
    assert.truthy(banner:find("3 letters, 4 issues\n", 1, true))
    assert.truthy(banner:find("Decisions  upheld 3 (75 %), overturned 1 (25 %)\n", 1, true))
    assert.truthy(banner:find("Dated      2016-11-28 (2 of 3 letters are dated)\n", 1, true))
    assert.truthy(banner:find("`help`", 1, true))
  end)

  it("begins without letters where there is no path, and says how to have some", function()
    local screens, status = session({ "#letters" }, { paths = {} })
    assert.truthy(screens[1]:find("imr repl PATH", 1, true))
    assert.truthy(screens[2]:find("\n0\n", 1, true))
    assert.are.equal(0, status)
  end)

  it("ends at Ctrl-D, with status 0", function()
    local _, status = session {}
    assert.are.equal(0, status)
  end)

  for _, word in ipairs { "quit", "exit", "quit()", "exit()", "os.exit()" } do
    it("ends at " .. word, function()
      local screens, status = session { { word .. ENTER, "\n" }, { "", "" } }
      assert.are.equal(0, status)
      assert.falsy(screens[#screens]:find(PROMPT, 1, true))
    end)
  end

  it("ends with status 1 where a path could not be read", function()
    local screens, status = session({}, { paths = { letters, folder .. "/nothing" } })
    assert.truthy(screens[1]:find("nothing: no such file", 1, true))
    assert.truthy(screens[1]:find("3 letters", 1, true))
    assert.are.equal(1, status)
  end)

  it("does not begin where nothing could be read", function()
    local screens, status = pty.play({ "bin/imr", "repl", folder .. "/nothing" }, { { "", PROMPT } }, terminal())
    assert.truthy(screens[1]:find("nothing: no such file", 1, true))
    assert.are.equal(1, status)
  end)

  it("prints the value of an expression", function()
    assert.are.equal("3\n", gives "1 + 2")
    assert.are.equal("3\n", gives "= 1 + 2;")
    assert.are.equal("1\tnil\tx\n", gives '1, nil, "x"')
    assert.are.equal("nil\n", gives "nil")
    assert.are.equal("", gives "x = 1")
    assert.are.equal("", gives "")
  end)

  it("goes on in the next line with what is not finished", function()
    local screens = session {
      { "for i = 1, 2 do" .. ENTER, "  .. " },
      { "print(i)" .. ENTER, "  .. " },
      { "end" .. ENTER },
      { "(1 +" .. ENTER, "  .. " },
      { "2)" .. ENTER },
    }
    assert.truthy(screens[4]:find("\n1\n2\n" .. PROMPT, 1, true))
    assert.truthy(screens[6]:find("\n3\n" .. PROMPT, 1, true))
  end)

  it("keeps the last result as _", function()
    local screens = session { "40 + 2", "_ + 1" }
    assert.truthy(screens[3]:find("\n43\n", 1, true))
  end)

  it("shows letters, issues, lists and records as cards", function()
    assert.truthy(gives("letters[1]"):find("Outcome   partially overturned (1 upheld, 1 overturned)", 1, true))
    assert.truthy(gives("letters[1].issues"):find("^2 issues\n  1 upheld      MRI of the left knee\n"))
    assert.truthy(gives("letters[1].issues[2]"):find "^Issue 2: overturned\nTreatment      Norco")
    assert.are.equal("age  45\nsex  female\n", gives "letters[2].worker")
  end)

  it("shows a table of one's own by its contents", function()
    assert.are.equal('{1, 2, {a = "b"}, ["c d"] = false}\n', gives '{1, 2, {a = "b"}, ["c d"] = false}')
    assert.are.equal("{1, {... itself}}\n", gives "(function() local t = {1} t[2] = t return t end)()")
  end)

  it("lets no escape sequence of a value through to the terminal", function()
    assert.are.equal("a?[2Jb\n", gives '"a\\27[2Jb"')
  end)

  it("breaks long text between words, and cuts what is longer than the screen", function()
    local shown = gives("letters[3].issues[1].rationale", { rows = 20 })
    local count = 0
    for line in shown:gmatch "(.-)\n" do
      count = count + 1
      assert.is_true(#line <= 80, line)
    end
    assert.are.equal(17, count)
    assert.truthy(shown:find("%.%.%. %d+ more lines; print%(_%) shows all\n$"))
    local screens = session({ "letters[3].issues[1].rationale", "print(_)" }, { rows = 20 })
    assert.truthy(screens[3]:find("The request is not medically necessary.\n" .. PROMPT, 1, true))
  end)

  it("cuts one word that is longer than the screen", function()
    local shown = gives('("x"):rep(5000)', { rows = 20 })
    assert.truthy(shown:find "^x+\n%.%.%. cut; print%(_%) shows all of it\n$")
    assert.are.equal(16 * 80, #shown:match "^x+")
  end)

  it("goes through letters and issues as through a corpus", function()
    local screens = session {
      'n = 0 for letter in letters:each() do n = n + #letter.issues end',
      'm = 0 for issue, letter in letters:issues() do if letter.issues[issue.number] == issue then m = m + 1 end end',
      "n, m",
    }
    assert.truthy(screens[4]:find("\n4%s+4\n"), screens[4])
  end)

  it("gives each line of a source its number, also where the screen breaks it", function()
    local shown = gives("text(letters[1])", { columns = 60, rows = 300 }):match "^(.-)\nRead, by line:"
    local count, broken = 0, 0
    for row in shown:gmatch "[^\n]+" do
      assert.is_true(#row <= 60, row)
      local number = tonumber(row:match "^([%d ]+)  ")
      broken = broken + (number and 0 or 1)
      count = number and count + 1 or count
      assert.is_true(number == nil or number == count, row)
    end
    assert.is_true(count > 30 and broken > 3)
  end)

  it("prints all of an issue", function()
    local screens = session({ "letters[3].issues[1]", "print(_)" }, { rows = 200 })
    assert.falsy(screens[2]:find("The request is not medically", 1, true))
    assert.truthy(screens[3]:find("The request is%s+not%s+medically%s+necessary%.\n" .. PROMPT))
    assert.truthy(piped("print(letters[3].issues[1])").out:find "The request is%s+not%s+medically%s+necessary%.\n$")
  end)

  it("writes a range of one page as that page", function()
    local inner, remove_inner = process.folder { ["a.txt"] = letter.text { issues = { {
      reviewer = "Decision based on MTUS Chronic Pain Medical Treatment 2009, Page(s): 303, 310-312.",
    } } } }
    local result = piped('fields "issues.reviewer_guideline.citations.pages"\ntext(letters[1].issues[1])', { inner })
    remove_inner()
    assert.truthy(result.out:find("citations.pages  303\n", 1, true), result.out)
    assert.truthy(result.out:find("pages[1] 303;", 1, true), result.out)
    assert.truthy(result.out:find("pages[2] 310-312\n", 1, true), result.out)
  end)

  it("has samples with their places", function()
    local shown = gives "sample(2)"
    local count, last = 0, 0
    for line in shown:gmatch "(.-)\n" do
      local place = tonumber(line:match "^letters%[(%d)%]  ")
      assert.is_true(place > last and place <= 3)
      count, last = count + 1, place
    end
    assert.are.equal(2, count)
    assert.are.equal("3\n", gives "#sample(10)")
    assert.truthy(gives("sample(0)"):find "^sample: how many%?")
  end)

  it("has fields with the share that is filled and an example", function()
    local shown = gives("fields()", { rows = 200 })
    assert.truthy(shown:find("of 3 letters\n", 1, true))
    assert.truthy(shown:find("\n  67 %%  case.number +CM16%-0000001\n"))
    assert.truthy(shown:find("of 4 issues\n", 1, true))
    assert.truthy(shown:find("\n  25 %%  issues.request.quantity +60\n"))
    assert.truthy(shown:find("\n   0 %%  diagnoses\n"))
    for _, key in ipairs(imr.schema()) do
      if key.type ~= "record" and key.path ~= "spans" then
        assert.truthy(shown:find("%  " .. key.path, 1, true) or shown:find("       " .. key.path, 1, true), key.path)
      end
    end
  end)

  it("has the fields of one record", function()
    local shown = gives 'fields "issues.request"'
    assert.truthy(shown:find "^of 4 issues\n 100 %%  issues.request\n")
    assert.falsy(shown:find("case.number", 1, true))
    local mistyped = gives 'fields "issues.requst"'
    assert.are.equal('fields: "issues.requst" is no field; did you mean "issues.request"?\n', mistyped)
  end)

  it("shows an issue in its text, values marked by line", function()
    local shown = gives("text(letters[1].issues[2])", { columns = 110, rows = 100 })
    assert.truthy(shown:find("\n? +32  Norco 10/325mg #60: Overturned\n"), shown)
    assert.truthy(shown:find("   32  request.drug Norco; request.strength 10/325 mg; request.quantity 60; "
      .. "decision overturned\n", 1, true), shown)
    assert.falsy(shown:find("MRI", 1, true))
  end)

  it("marks values in the text by brackets where there are no colours", function()
    local out = piped("text(letters[1].issues[2])").out
    assert.truthy(out:find("   32  [Norco] [10/325mg] #[60]: [Overturned]\n", 1, true), out)
  end)

  it("shows a whole letter in its text", function()
    local out = piped("text(letters[2])").out
    assert.truthy(out:find("Case Number: [CM16-0000002] Date Assigned: [10/14/2016]", 1, true), out)
    assert.truthy(out:find("45 year old female", 1, true) == nil and out:find("[45] year old [female]", 1, true))
  end)

  it("shows the right letter of a file with several", function()
    local result = piped("text(letters[2].issues[1])", { folder .. "/two.txt" })
    assert.truthy(result.out:find("[Baclofen] [10mg] #[30]", 1, true), result.err)
  end)

  it("says so where the text is another by now", function()
    local path = folder .. "/changing.txt"
    process.write(path, letter.text {})
    local result = piped(('f = io.open(%q, "w") f:write "nothing" f:close()\ntext(letters[1].issues[1])')
      :format(path), { path })
    assert.truthy(result.err:find(path .. ": the file says something else than when it was read", 1, true))
    local gone = piped(("os.remove %q\ntext(letters[1])"):format(path), { path })
    assert.truthy(gone.err:find("No such file", 1, true))
  end)

  it("explains itself", function()
    local shown = gives("help", { rows = 100 })
    for _, word in ipairs { "letters", "sample(5)", "fields()", "text(", "quit()" } do
      assert.truthy(shown:find(word, 1, true), word)
    end
    for line in shown:gmatch "(.-)\n" do
      assert.is_true(#line <= 80, line)
    end
  end)
end)

describe("help in a session", function()
  -- What is typed, and how the answer begins.
  local answers = {
    { "help sample", "sample(n): n letters" },
    { 'help "sample"', "sample(n): n letters" },
    { "help(sample)", "sample(n): n letters" },
    { "help(letters)", "letters: the letters of the session" },
    { "help letters", "letters: the letters of the session" },
    { "help letters:issues()", "letters:issues() loops over all issues" },
    { "help fields()", "fields(path): how often" },
    { 'help "text"', "text(value): a letter, or one issue of it" },
    { "help help", "help: what there is at this prompt" },
    { "help _", "_: the last result" },
    { "help quit;", "quit(): ends the session" },
    { "help missing-label", "missing-label: the code of a diagnostic" },
    { "help issues[1].decision", "issues.decision: a field of a document" },
    { "help imr.parse_file", "imr.parse_file: a function" },
    { "help repl", "imr repl: a command" },
    { "sample", "sample(n): n letters" },
    { "text", "text(value): a letter" },
    { "letters.issues", "letters:issues() loops over all issues, each with its letter:\n\n  for issue" },
    { "letters.each", "letters:each() loops over all letters:\n\n  for letter" },
  }
  for _, answer in ipairs(answers) do
    it("is given to " .. answer[1], function()
      local result = piped(answer[1])
      assert.are.equal("", result.err)
      assert.are.equal(answer[2], result.out:sub(1, #answer[2]))
      for line in result.out:gmatch "[^\n]+" do
        assert.is_true(#line <= 80, line)
      end
    end)
  end

  it("tells of a field of the same name, too", function()
    assert.truthy(piped("help text").out:find("issues.reviewer_guideline.text: a field of a document", 1, true))
  end)
end)

describe("letters that were published twice", function()
  local inner, remove_inner = process.folder {
    ["a.txt"] = letter.text { case = "CM16-0000001" },
    ["b.txt"] = letter.text { case = "CM16-0000001" },
    ["c.txt"] = letter.text {},
    ["d.txt"] = letter.text {},
    ["e.txt"] = letter.text { case = "CM16-0000002" },
  }
  teardown(remove_inner)

  it("are counted, those after the first", function()
    assert.truthy(piped("letters", { inner }).out
      :find("\nTwice      1 letter (same case number); --unique case.number leaves them out\n", 1, true))
    assert.falsy(piped("letters", { inner .. "/b.txt", inner .. "/c.txt" }).out:find "Twice")
  end)

  it("are left out with --unique, which a notice tells", function()
    local result = piped("#letters", { "--unique", "case.number", inner })
    assert.are.equal("4\n", result.out)
    assert.are.equal("imr: 1 letter left out: the case.number of one before\n", result.err)
    assert.are.equal("", piped("", { "-q", "--unique", "case.number", inner }).err)
  end)

  it("are told by a field that letters have one of", function()
    local wrong = { ["case.numbr"] = 'did you mean "case.number"?', ["issues.decision"] = "no single value" }
    for field, said in pairs(wrong) do
      local result = piped("", { "--unique", field, inner })
      assert.are.equal(2, result.status)
      local first = result.err:match "^(.-)\n"
      assert.truthy(first:find("^imr: %-%-unique: ") and first:find(said, 1, true), first)
      assert.falsy(first:find("schema", 1, true) or first:find("%)$"), first)
    end
  end)
end)

describe("a mistake in a session", function()
  -- What is typed, and what is said of it.
  local mistakes = {
    { "letters[1].decison", 'a letter has no "decison"; did you mean issues[1].decision?' },
    { "letters[1].isues", 'a letter has no "isues"; did you mean issues?' },
    { "letters[1].decision", 'a letter has no "decision"; did you mean issues[1].decision?' },
    { "letters[1].issues[1].decison", 'an issue has no "decison"; did you mean decision?' },
    { "letters[1].issues[1].quantity", 'an issue has no "quantity"; did you mean request.quantity?' },
    { "letters[1].issues[2].request.quantitty", 'a request has no "quantitty"; did you mean quantity?' },
    { "letters[1].issues[1].specialties", "did you mean reviewer.specialties, of a letter?" },
    { "letters[1].case.nummber", "did you mean number?" },
    { "letters[1].issues[1].reviewer_guideline.citations[1].yaer", "did you mean year?" },
    { "letters[1].zzzzzzzz", "its keys: source, template," },
    { "letters[1][1]", "a letter has named keys, not [1]" },
    { "letters[1].issues.decision",
      'this is a list of 2 issues, and has no "decision"; one of them has: [1].decision' },
    { "letters[1].issues[0]", "lists count from 1" },
    { "letters[1].reviewer.specialties.first", "this is a list of 1 entry, and has no \"first\"" },
    { "letters.decision", "letters is a list of letters, and has no \"decision\"" },
    { "letters.outcome", "did you mean letters[1].outcome?" },
    { "sample(2).outcome", "did you mean [1].outcome?" },
    { "letters.issues[1]", "letters[1].issues are those of one letter; letters:issues() loops over all issues" },
    { "letters.each[1]", "letters:each() loops over all letters; letters[1] is one" },
    { "for l in letters do end", "no function; write: for letter in letters:each() do" },
    { "for l in sample(2) do end", "no function; write: for letter in some:each() do" },
    { "for l in letters.each do end", "call it as a method, with a colon: letters:each()" },
    { "for i in letters.issues do end", "call it as a method, with a colon: letters:issues()" },
    { "letters[1]:issues()", "2 issues, and no function; write: for _, issue in ipairs(letter.issues) do" },
    { "for d in letters[1].diagnostics do end", "write: for _, diagnostic in ipairs(letter.diagnostics) do" },
    { "for s in letters[1].reviewer.specialties do end", "write: for _, entry in ipairs(list) do" },
    { "help smaple", 'help: nothing is called "smaple"; did you mean "sample"?' },
    { "help zzzzzzzz", 'nothing is called "zzzzzzzz"; imr.help() lists what there is' },
    { "help(5)", "name: string expected, got number" },
    { "letters:isues()", "did you mean issues?" },
    { "letters[0]", "letters: they count from 1" },
    { "letters[9].outcome", "there is no such entry; # gives how many there are" },
    { "letters[3].case.number",
      "there is no case here, as not every letter tells of it; (x.case or {}).number is nil" },
    { "sample(2).decision", "sample is a list of letters" },
    { "leters", "there is no variable leters; did you mean letters?" },
    { "imr.parse(5)", "parse: text: string expected, got number" },
    { "x = = 1", "unexpected symbol near '='" },
    { "error {}", "an error that is a table" },
    { "error(setmetatable({}, {__tostring = function() return 'mine' end}))", "mine" },
    { "text(5)", "text: a letter or an issue expected" },
    { "text(imr.parse('').issues)", "text: a letter or an issue expected" },
    { "text(imr.parse(''))", "the letter has no name of a file" },
    { "text(imr.parse_file(letters[1].source).issues[1])", "this issue is of none of `letters`" },
    { "imr.parse('').decison", 'a letter has no "decison"' },
  }
  local inputs = {}
  for i, mistake in ipairs(mistakes) do
    inputs[i] = mistake[1]
  end
  local screens
  lazy_setup(function()
    screens = session(inputs, { columns = 200, rows = 100 })
  end)
  for i, mistake in ipairs(mistakes) do
    it(("is told of %s"):format(mistake[1]), function()
      local shown = screens[i + 1]
      assert.truthy(shown:find(mistake[2], 1, true), shown)
      assert.falsy(shown:find("%.lua:%d", 1), shown)
      assert.falsy(shown:find("traceback", 1, true), shown)
      assert.truthy(shown:find("\n" .. PROMPT .. "$"))
    end)
  end

  it("is told by its line where there are several", function()
    local shown = session { { "do" .. ENTER, "  .. " }, { "leters()" .. ENTER, "  .. " }, { "end" .. ENTER } }[4]
    assert.truthy(shown:find("line 2: there is no variable leters", 1, true), shown)
  end)

  it("is a variable that was local to its input", function()
    local shown = session { "local y = 3", "y" }[3]
    assert.truthy(shown:find("there is no variable y; `local` ends with its input", 1, true), shown)
  end)

  it("is none where the letter only does not say it, or the key is one's own", function()
    local shown = session {
      "letters[3].case, letters[1].issues[2].request.refills, letters[1].issues[3]",
      "letters[1].seen = 1",
      "letters[1].seen, letters[2].seen",
      "n = 0 for k, v in pairs(letters[1]) do n = n + 1 end for _ in ipairs(letters[1].issues) do n = n + 1 end",
    }
    assert.truthy(shown[2]:find("\nnil%s+nil%s+nil\n"), shown[2])
    assert.truthy(shown[4]:find("\n1%s+nil\n"), shown[4])
    assert.truthy(shown[5]:find("n = n %+ 1 end\n?\n" .. PROMPT .. "$"), shown[5])
  end)

  it("leaves documents as they are outside of a session", function()
    assert.is_nil(imr.parse("").decison)
    local result = process.imr({ "repl", letters }, "letters[1].outcome")
    assert.are.equal("partially overturned\n", result.out)
    local repl = require "imr.repl"
    assert.is_function(repl.run)
    assert.is_nil(imr.parse("").decison)
  end)
end)

describe("Ctrl-C in a session", function()
  local WORK = 'print "working" while true do end'

  local function stopped(work, o)
    local screens, status = session({
      { work .. ENTER, "working\n" },
      { CTRL_C },
      { work .. ENTER, "working\n" },
      { CTRL_C },
      "1 + 1",
    }, o)
    for _, i in ipairs { 3, 5 } do
      assert.truthy(screens[i]:find("stopped\n" .. PROMPT .. "$"), screens[i])
    end
    assert.truthy(screens[6]:find("\n2\n" .. PROMPT, 1, true))
    assert.are.equal(0, status)
  end

  it("stops what runs and comes back, each time", function()
    stopped(WORK)
  end)

  it("stops a loop that catches errors", function()
    stopped 'print "working" while true do pcall(function() while true do end end) end'
  end)

  it("stops a coroutine", function()
    stopped 'print "working" coroutine.wrap(function() while true do end end)()'
    stopped 'print "working" while true do coroutine.resume(coroutine.create(function() while true do end end)) end'
  end)

  it("stops waiting for a line", function()
    stopped 'print "working" io.read()'
  end)

  it("closes what is to be closed", function()
    local screens = session {
      { "do local c <close> = setmetatable({}, {__close = function() closed = true end}) " .. WORK .. " end" .. ENTER,
        "working\n" },
      { CTRL_C },
      "closed",
    }
    assert.truthy(screens[4]:find("\ntrue\n" .. PROMPT, 1, true), screens[4])
  end)

  it("drops the line that is begun, and the lines before it that wait for an end", function()
    local screens = session {
      { "leters", "leters" },
      { CTRL_C },
      { "for i = 1, 2 do" .. ENTER, "  .. " },
      { "half", "half" },
      { CTRL_C },
      "1 + 1",
    }
    for _, i in ipairs { 3, 6 } do -- readline, where it is still at work, prints a ^C of its own
      assert.truthy(screens[i]:find("^%^C[%^C]*\n" .. PROMPT .. "$"), screens[i])
    end
    assert.truthy(screens[7]:find("\n2\n", 1, true))
  end)

  it("leaves the line that is dropped to be read, and ends it", function()
    local shown = session({ { "leters", "leters" }, { CTRL_C } }, { raw = true })[3]
    assert.are.equal("^C\r\n", shown:gsub("\27%[[%d?]*%a", ""):sub(1, 4))
  end)

  it("leaves a search in the history", function()
    local screens = session { "11 + 1", { "\18" .. "11", "11 + 1" }, { CTRL_C }, "2 + 2" }
    assert.truthy(screens[5]:find("^2 %+ 2\n4\n"), screens[5])
  end)

  it("stops reading the paths, and what was read is there", function()
    local many, tools = folder .. "/many", folder .. "/tools"
    assert.is_true((os.execute(("mkdir %s %s && cp %s/c.txt %s/a.txt"):format(many, tools, letters, many))))
    process.write(many .. "/b.pdf", process.read "spec/pdf/letters/003.pdf")
    process.write(tools .. "/pdftotext", "#!/bin/sh\necho working >/dev/tty\nexec sleep 100\n")
    assert.is_true((os.execute(("chmod +x %s/pdftotext"):format(tools))))
    local o = terminal()
    o.env.PATH = tools .. ":" .. os.getenv "PATH"
    local screens, status = pty.play({ "bin/imr", "repl", many }, {
      { "", "working\n" }, { CTRL_C }, { CTRL_D, "\n" },
    }, o)
    assert.truthy(screens[2]:find("imr: stopped; 1 letter was read\n", 1, true), screens[2])
    assert.truthy(screens[2]:find("1 letter, 1 issue\n", 1, true))
    assert.are.equal(0, status)
  end)

  it("ends commands from a pipe", function()
    local result = process.shell("exec 3<&0; bin/imr repl <&3 & sleep 0.5; kill -INT $!; wait $!", "while true do end")
    assert.are.equal(130, result.status)
  end)
end)

describe("Tab in a session", function()
  -- What is typed before it, and what then stands there.
  local completed = {
    { "lett", "letters" },
    { "letters[1].outc", "letters[1].outcome" },
    { "#letters[1].iss", "#letters[1].issues" },
    { "letters[1].issues[1].req", "letters[1].issues[1].request" },
    { "letters[1].issues[1].request.dru", "letters[1].issues[1].request.drug" },
    { "print(letters[3].case.num", "print(letters[3].case.number" }, -- which this one does not have
    { "x = {letters[i].issues[k].rat", "x = {letters[i].issues[k].rationale" },
    { "letter.outc", "letter.outcome" }, -- a loop's variable
    { "issue.administrator_guideline.cit", "issue.administrator_guideline.cit" }, -- cited, citations
    { "letters:iss", "letters:issues(" },
    { 'fields "issues.request.dr', 'fields "issues.request.drug"' },
    { "imr.parse_f", "imr.parse_file(" },
    { "string.for", "string.format(" },
    { "whi", "while" },
    { "letters[1].zz", "letters[1].zz" },
  }
  for _, case in ipairs(completed) do
    it(("makes %s of %s"):format(case[2], case[1]), function()
      local screens = session { { case[1], case[1] }, { TAB .. "|", "|" }, { CTRL_C } }
      local added = screens[3]:match "([^|]*)|$"
      assert.are.equal(case[2], case[1] .. added)
    end)
  end

  it("offers what there is", function()
    local shown = session({
      { "letters[1].issues[1].req" .. TAB .. "." .. TAB .. TAB, "\n" .. PROMPT .. "letters[1].issues[1].request." },
      { CTRL_C },
    }, { columns = 200 })[2]
    for _, name in ipairs { "drug", "quantity", "body_parts" } do
      assert.truthy(shown:find("letters[1].issues[1].request." .. name, 1, true), shown)
    end
  end)
end)

describe("a session's history", function()
  local function lines_of(path)
    local file = io.open(path)
    local text = file and file:read "a"
    return text
  end
  local function files_below(path)
    return process.shell(("cd %s && find . -type f | sort"):format(path)).out
  end

  it("stands below the home folder, for its owner alone", function()
    local home = new_home()
    session({ "1 + 1", "", "1 + 1", "2 + 2" }, { home = home })
    assert.are.equal("./.local/state/imr/history\n", files_below(home))
    assert.are.equal("1 + 1\n2 + 2\n", lines_of(home .. "/.local/state/imr/history"))
    local modes = process.shell(("cd %s/.local/state/imr && stat -c %%a history ."):format(home)).out
    assert.are.equal("600\n700\n", modes)
  end)

  it("stands in XDG_STATE_HOME where that is given", function()
    local home, state = new_home(), new_home()
    session({ "1 + 1" }, { home = home, state = state })
    assert.are.equal("", files_below(home))
    assert.are.equal("./imr/history\n", files_below(state))
  end)

  it("does not stand in a folder that is no absolute path", function()
    local home = new_home()
    session({ "1 + 1" }, { home = home, state = "state" })
    assert.are.equal("./.local/state/imr/history\n", files_below(home))
    assert.is_nil(io.open "state")
  end)

  it("comes back in the next session", function()
    local home = new_home()
    session({ "11 + 11" }, { home = home })
    local screens = session({ { "\27[A" .. ENTER } }, { home = home })
    assert.truthy(screens[2]:find("11 + 11\n22\n", 1, true), screens[2])
  end)

  it("is cut to the last thousand lines where it is long", function()
    local home = new_home()
    local path = home .. "/.local/state/imr/history"
    assert(os.execute("mkdir -p " .. home .. "/.local/state/imr"))
    local many = {}
    for i = 1, 2500 do
      many[i] = "x = " .. i
    end
    process.write(path, table.concat(many, "\n") .. "\n")
    session({ "1 + 1" }, { home = home })
    local text = lines_of(path)
    local _, count = text:gsub("\n", "")
    assert.are.equal(1001, count)
    assert.are.equal("x = 1501", text:match "^[^\n]*")
    assert.truthy(text:find("\n1 %+ 1\n$"))
  end)

  it("is left out where it cannot be written", function()
    local home = new_home()
    process.write(home .. "/.local", "a file")
    local screens, status = session({ "1 + 1" }, { home = home })
    assert.truthy(screens[2]:find("\n2\n", 1, true))
    assert.are.equal(0, status)
  end)
end)

describe("a session without lua-readline", function()
  -- A module of that name that is none.
  local function without()
    local home = new_home()
    process.write(home .. "/readline.lua", "return {}")
    return { home = home, lua_path = home .. "/?.lua;;" }
  end

  it("reads lines, and says nothing of Tab", function()
    local screens, status = session({ "letters[1].outcome" }, without())
    assert.falsy(screens[1]:find "Tab")
    assert.truthy(screens[2]:find("\npartially overturned\n", 1, true))
    assert.are.equal(0, status)
  end)

  it("comes back from Ctrl-C at the prompt and at work", function()
    local screens = session({
      { CTRL_C },
      { 'print "working" while true do end' .. ENTER, "working\n" },
      { CTRL_C },
      "1 + 1",
    }, without())
    assert.truthy(screens[4]:find("stopped\n", 1, true))
    assert.truthy(screens[5]:find("\n2\n", 1, true))
  end)
end)

describe("commands from a pipe", function()
  it("print their values and nothing else", function()
    local result = piped "letters[2].worker.age\nfor i = 1, 2 do\n  print(i)\nend\n#letters"
    assert.are.equal("45\n1\n2\n3\n", result.out)
    assert.are.equal("", result.err)
    assert.are.equal(0, result.status)
  end)

  it("are not cut, wrapped or coloured", function()
    assert.are.equal(LONG .. "The request is not medically necessary.\n",
      piped("letters[3].issues[1].rationale").out)
    assert.falsy(piped("letters").out:find "\27")
  end)

  it("end at the first error, told with its line, with status 1", function()
    local result = piped "1\n\nletters[1].decison\n2"
    assert.are.equal("1\n", result.out)
    assert.are.equal('imr: line 3: a letter has no "decison"; did you mean issues[1].decision?\n', result.err)
    assert.are.equal(1, result.status)
  end)

  it("end with status 1 where the last is not finished", function()
    local result = piped "for i = 1, 2 do"
    assert.truthy(result.err:find("line 1: 'end' expected near <eof>", 1, true), result.err)
    assert.are.equal(1, result.status)
  end)

  it("end at quit", function()
    local result = piped "1\nquit()\n2"
    assert.are.equal("1\n", result.out)
    assert.are.equal(0, result.status)
  end)

  it("leave no history", function()
    local home = new_home()
    process.shell(("HOME=%s bin/imr repl"):format(home), "1 + 1")
    assert.are.equal("", process.shell("ls -A " .. home).out)
  end)

  it("have status 1 where a path could not be read", function()
    local result = piped("#letters", { letters, folder .. "/nothing" })
    assert.are.equal("3\n", result.out)
    assert.truthy(result.err:find("nothing: no such file", 1, true))
    assert.are.equal(1, result.status)
  end)

  it("are not what letters are read from", function()
    local result = process.imr { "repl", "-" }
    assert.are.equal(2, result.status)
    assert.truthy(result.err:find("from which the commands come", 1, true))
  end)

  it("run scripts with the session's variables", function()
    local path = folder .. "/script.lua"
    process.write(path, "total = #letters\nreturn total")
    assert.are.equal("3\n3\n", piped(("dofile %q\ntotal"):format(path)).out)
  end)
end)

describe("the pages", function()
  -- Types what a page shows at the prompt, and compares what then comes up.
  local function check(page)
    local shown = process.read(page):match "\n%$ [bin/]*imr repl (examples/letters\n.-)\n```"
    local path, transcript = shown:match "^(.-)\n(.*)$"
    local inputs = {}
    for line in transcript:gmatch "[^\n]+" do
      local prompt, typed = line:match "^(imr> )(.*)$"
      if not prompt then
        prompt, typed = line:match "^(  %.%. )(.*)$"
      end
      if prompt then
        inputs[#inputs + 1] = { typed .. ENTER }
        inputs[math.max(1, #inputs - 1)][2] = #inputs > 1 and prompt or nil
      end
    end
    local screens = session(inputs, { paths = { path }, rows = 100 })
    local whole = PROMPT .. table.concat(screens, "", 2, #screens - 1)
    assert.are.equal(transcript .. "\n" .. PROMPT, whole)
  end

  for _, page in ipairs { "README.md", "docs/tutorial.md" } do
    it("show a session as it is: " .. page, function()
      check(page)
    end)
  end
end)
