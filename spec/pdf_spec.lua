-- PDFs are letters like any other, told by their content; what cannot be read of them is said.
-- spec/pdf/make.py has made the PDFs.

local imr = require "imr"
local compare = require "spec.support.compare"
local process = require "spec.support.process"

local quoted = process.quoted
local LETTERS, BROKEN = "spec/pdf/letters/", "spec/pdf/broken/"
local PDF = process.read(LETTERS .. "003.pdf")
local TEXT = process.read "spec/letters/003.txt"

local function codes(document)
  local list = {}
  for i, diagnostic in ipairs(document.diagnostics) do
    list[i] = diagnostic.code
  end
  return list
end

describe("a letter as PDF", function()
  local count = 0
  for name in io.popen("ls " .. LETTERS):lines() do
    local number = name:match "^(%d+)%.pdf$"
    count = count + 1
    it("gives the document of its text: " .. name, function()
      local want = imr.parse_file(("spec/letters/%s.txt"):format(number))
      local got = assert(imr.parse_file(LETTERS .. name))
      assert.are.equal("", compare.differences(want, got, { source = true, diagnostics = true }))
      assert.are.same(codes(want), codes(got))
      assert.are.equal(LETTERS .. name, got.source)
    end)
  end

  it("stands beside others of all forms", function()
    assert.is_true(count > 30)
    assert.is_true(imr.features.pdf)
  end)

  it("gives all its letters to imr parse, in any format", function()
    local result = process.imr { "parse", "--format", "ndjson", LETTERS }
    assert.are.equal(0, result.status)
    assert.are.equal(count, select(2, result.out:gsub("\n", "")))
  end)

  it("may come from standard input", function()
    local result = process.imr({ "parse", "--format", "ndjson", "-" }, PDF)
    assert.are.equal(0, result.status)
    local document = imr.parse_file(LETTERS .. "003.pdf")
    document.source = "-"
    assert.are.equal(imr.to_json(document) .. "\n", result.out)
  end)

  it("may come through a pipe", function()
    local result = process.shell(("bash -c %s"):format(
      quoted(("bin/imr parse <(cat %s003.pdf; sleep 0.1)"):format(LETTERS))))
    assert.are.equal("", result.err)
    assert.truthy(result.out:find("CM13-0071904", 1, true))
  end)

  it("may be larger than max_bytes, which is its text's limit", function()
    local folder, remove = process.folder { ["a.pdf"] = PDF .. ("%% filling\n"):rep(10000) .. "%%EOF\n" }
    local document = assert(imr.parse_file(folder .. "/a.pdf", { max_bytes = 10000 }))
    remove()
    assert.are.equal("CM13-0071904", document.case.number)
  end)
end)

describe("what is a PDF", function()
  local folder, remove = process.folder {
    ["pdf.txt"] = PDF,
    ["text.pdf"] = TEXT,
    ["late.pdf"] = ("\n"):rep(1019) .. PDF,
    ["later.txt"] = ("\n"):rep(1020) .. "%PDF-",
    ["empty.pdf"] = "",
  }
  teardown(remove)

  it("is told by its first 1024 bytes, not by its name", function()
    for _, name in ipairs { "pdf.txt", "text.pdf", "late.pdf" } do
      assert.are.equal("CM13-0071904", assert(imr.parse_file(folder .. "/" .. name)).case.number)
    end
    for _, name in ipairs { "later.txt", "empty.pdf" } do
      assert.are.equal("unknown", assert(imr.parse_file(folder .. "/" .. name)).template)
    end
  end)
end)

describe("the name of a PDF", function()
  local names = { "-.pdf", "--help.pdf", "-v.pdf", "a b.pdf", "a\nb.pdf", "it's \"$(x)\" `y`;|.pdf", "http:x.pdf",
    "*.pdf", "\195\169.pdf", "\233.pdf" }
  local files = {}
  for _, name in ipairs(names) do
    files[name] = PDF
  end
  local folder, remove = process.folder(files)
  teardown(remove)

  it("may be anything that a file's name may be", function()
    for _, name in ipairs(names) do
      local document = assert(imr.parse_file(folder .. "/" .. name))
      assert.are.equal("CM13-0071904", document.case.number)
      assert.are.equal(folder .. "/" .. name, document.source)
    end
  end)

  it("may begin with a hyphen, in the current folder too", function()
    local result = process.shell(("cd %s && %s/bin/imr parse --format ndjson --fields case.number -- %s")
      :format(quoted(folder), quoted(process.root), process.line(names)))
    assert.are.equal("", result.err)
    assert.are.equal(#names, select(2, result.out:gsub('"number":"CM13%-0071904"', "")))
  end)
end)

describe("a PDF that cannot be read", function()
  local kinds = {
    { "password.pdf", "encrypted", "password" },
    { "truncated.pdf", "damaged-pdf", "cut off" },
    { "header-only.pdf", "damaged-pdf", "cut off" },
    { "garbage.pdf", "damaged-pdf", "damaged" },
    { "scan.pdf", "no-text-layer", "without text" },
    { "huge.pdf", "too-large", "more than 100000 bytes of text", { max_bytes = 100000 } },
    { "preceded.pdf", "timed-out", "stopped after", { timeout = 1e-9 } },
  }
  for _, kind in ipairs(kinds) do
    it(("gives nil, a message and a code: %s, %s"):format(kind[1], kind[2]), function()
      local path = BROKEN .. kind[1]
      local document, message, code = imr.parse_file(path, kind[4])
      assert.is_nil(document)
      assert.are.equal(kind[2], code)
      assert.are.equal(path .. ": ", message:sub(1, #path + 2))
      assert.truthy(message:find(kind[3], 1, true), message)
      assert.falsy(message:find "\n")
    end)
  end

  it("says what is wrong with it where it has its end", function()
    local folder, remove = process.folder { ["a.pdf"] = "%PDF-1.4\nnothing\n%%EOF\n" }
    local _, message, code = imr.parse_file(folder .. "/a.pdf")
    remove()
    assert.are.equal("damaged-pdf", code)
    assert.truthy(message:find "is a damaged PDF; pdftotext says: Syntax", message)
  end)

  it("is none where only changing or copying it is forbidden, or something stands before it", function()
    for _, name in ipairs { "owner.pdf", "preceded.pdf" } do
      assert.are.equal("final-determination", assert(imr.parse_file(BROKEN .. name)).template)
    end
  end)

  it("is never taken for a letter, wherever the end is missing", function()
    local folder, remove = process.folder()
    for i = 1, 40 do
      process.write(folder .. "/a.pdf", PDF:sub(1, #PDF * i // 41))
      local _, _, code = imr.parse_file(folder .. "/a.pdf")
      assert.are.equal("damaged-pdf", code)
    end
    remove()
  end)

  it("is named by imr parse, and the others are done", function()
    local result = process.imr { "parse", "--format", "ndjson", "--fields", "template", BROKEN,
      LETTERS .. "003.pdf" }
    assert.are.equal(1, result.status)
    assert.are.equal(4, select(2, result.out:gsub("\n", ""))) -- huge, owner, preceded, 003
    for _, name in ipairs { "garbage", "header-only", "password", "scan", "truncated" } do
      assert.truthy(result.err:find(("imr: %s%s.pdf: is "):format(BROKEN, name), 1, true))
    end
  end)

  it("may come from standard input", function()
    local result = process.imr({ "parse", "-" }, process.read(BROKEN .. "password.pdf"))
    assert.are.equal(1, result.status)
    assert.are.equal("imr: -: is an encrypted PDF that opens with a password only; save a copy without the password\n",
      result.err)
  end)
end)

describe("the option timeout", function()
  it("is a number of seconds above 0", function()
    for _, wrong in ipairs { 0, -1, "1", 0 / 0 } do
      local ok, message = pcall(imr.parse_file, LETTERS .. "003.pdf", { timeout = wrong })
      assert.is_false(ok)
      assert.truthy(message:find('option "timeout"', 1, true))
    end
    for _, right in ipairs { 5, 1e9, math.huge } do
      assert.truthy(imr.parse_file(LETTERS .. "003.pdf", { timeout = right }))
    end
  end)

  it("is --timeout of the command", function()
    for _, wrong in ipairs { "0", "x", "-1", "nan" } do
      local result = process.imr { "parse", "--timeout=" .. wrong, LETTERS .. "003.pdf" }
      assert.are.equal(2, result.status)
      assert.truthy(result.err:find("--timeout wants a number of seconds", 1, true))
    end
  end)
end)

-- Runs the command with a pdftotext of these lines of shell, before all others in PATH.
local function with_fake(lines, words, prefix)
  local folder, remove = process.folder { ["bin/pdftotext"] = "#!/bin/sh\n" .. lines .. "\n", ["a.pdf"] = PDF,
    ["large.pdf"] = PDF .. ("%% filling\n"):rep(100000) .. "%%EOF\n", ["b.txt"] = TEXT }
  assert(os.execute("chmod +x " .. quoted(folder .. "/bin/pdftotext")))
  for i, word in ipairs(words) do
    words[i] = word:gsub("^@", folder .. "/")
  end
  local result = process.shell(("PATH=%s:$PATH; %s bin/imr %s"):format(quoted(folder .. "/bin"), prefix or "",
    process.line(words)))
  result.err = result.err:gsub(folder:gsub("%p", "%%%0"), "@")
  remove()
  return result
end

-- Whether a program with just these words runs.
local function running(words)
  for name in io.popen("ls /proc"):lines() do
    local file = name:find "^%d+$" and io.open("/proc/" .. name .. "/cmdline", "rb")
    local line = file and file:read "a"
    if file then
      file:close()
    end
    if line and line:gsub("%z", " ") == words .. " " then
      return true
    end
  end
  return false
end

describe("pdftotext", function()
  it("would be found if it ran on", function()
    local shell = io.popen "exec 2>&1; sleep 85.4 >/dev/null & echo $!"
    local id = shell:read "l"
    local found, until_then = running "sleep 85.4", os.time() + 10
    while not found and os.time() < until_then do -- the shell takes its time to become it
      found = running "sleep 85.4"
    end
    os.execute("kill " .. id)
    shell:close()
    assert.is_true(found)
  end)

  it("is named with the package that brings it where it is not installed", function()
    local folder, remove = process.folder { ["a.pdf"] = PDF, ["b.txt"] = TEXT }
    local script = "local imr = require 'imr'; print(imr.features.pdf, select(3, imr.parse_file(arg[1])))"
    local lua = process.shell "command -v lua5.4".out:gsub("\n", "")
    local result = process.shell(("PATH=/nowhere %s bin/imr parse %s"):format(lua, quoted(folder)))
    local features = process.shell(("echo %s | PATH=/nowhere LUA_PATH=%s LUA_CPATH=%s %s - %s"):format(
      quoted(script), quoted(package.path), quoted(package.cpath), lua, quoted(folder .. "/a.pdf")))
    remove()
    assert.are.equal(1, result.status)
    assert.truthy(result.out:find("CM13-0071904", 1, true))
    assert.truthy(result.err:find("a.pdf: is a PDF, and the program pdftotext that reads it is not installed "
      .. "(Debian: poppler-utils)", 1, true))
    assert.are.equal("false\tno-pdftotext\n", features.out)
  end)

  it("is stopped when it takes too long, and the others are done", function()
    local start = os.time()
    local result = with_fake("exec sleep 86.4", { "parse", "--timeout", "0.3", "@a.pdf", "@b.txt" })
    assert.are.equal(1, result.status)
    assert.truthy(result.err:find("imr: @/a.pdf: pdftotext was stopped after 0.3 s", 1, true), result.err)
    assert.truthy(result.out:find("CM13-0071904", 1, true))
    assert.is_true(os.time() - start < 20)
    assert.is_false(running "sleep 86.4")
  end)

  it("is stopped also when it has closed its output, and never ends", function()
    local result = with_fake("cat >/dev/null; echo words; exec sleep 87.4 >&- 2>&-",
      { "parse", "--timeout", "0.3", "@a.pdf" })
    assert.truthy(result.err:find("was stopped after", 1, true), result.err)
    assert.is_false(running "sleep 87.4")
  end)

  it("is stopped when it says more than a letter can", function()
    local result = with_fake("exec yes medically necessary", { "parse", "@a.pdf", "@b.txt" })
    assert.are.equal(1, result.status)
    assert.truthy(result.err:find("imr: @/a.pdf: is a PDF with more than 67108864 bytes of text", 1, true))
  end)

  it("may complain at length", function()
    local result = with_fake("cat >/dev/null; yes 'Syntax Error: x' | head -n 100000 >&2; exit 1",
      { "parse", "@a.pdf" })
    assert.are.equal("imr: @/a.pdf: is a damaged PDF; pdftotext says: Syntax Error: x\n", result.err)
  end)

  it("may end without reading", function()
    local result = with_fake("echo The words.", { "parse", "--quiet", "@a.pdf", "@large.pdf" })
    assert.are.equal("", result.err)
    assert.are.equal(0, result.status)
  end)

  it("may crash", function()
    local result = with_fake("kill -ABRT $$", { "parse", "@a.pdf" })
    assert.are.equal("imr: @/a.pdf: pdftotext was ended by signal 6: a damaged PDF?\n", result.err)
  end)

  it("may refuse what the PDF forbids", function()
    assert.truthy(with_fake("exit 3", { "parse", "@a.pdf" }).err:find("encrypted", 1, true))
  end)

  it("may be no program", function()
    local folder, remove = process.folder { ["pdftotext"] = "no program" }
    assert(os.execute("chmod +x " .. quoted(folder .. "/pdftotext")))
    local result = process.shell(("PATH=%s:$PATH bin/imr parse %s003.pdf"):format(quoted(folder), LETTERS))
    remove()
    assert.are.equal(1, result.status)
    assert.truthy(result.err:find("003.pdf: ", 1, true))
  end)

  it("is ended by what ends the command", function()
    local result = with_fake("exec sleep 88.4", { "parse", "@a.pdf" }, "timeout --foreground -s INT 0.5")
    assert.truthy(result.err:find("imr: interrupted", 1, true))
    assert.is_false(running "sleep 88.4")
  end)

  it("does not work on without end when the command is killed", function()
    local result = with_fake("exec sh -c 'while :; do :; done' a-letter", { "parse", "--timeout", "0.9", "@a.pdf" },
      "timeout --foreground -s KILL 0.5")
    assert.are.equal(137, result.status)
    local start = os.time()
    assert.is_true(running "sh -c while :; do :; done a-letter")
    while running "sh -c while :; do :; done a-letter" and os.time() - start < 20 do
      os.execute "sleep 0.2"
    end
    assert.is_true(os.time() - start < 20)
  end)

  it("works where the standard streams are closed, or their signals ignored", function()
    for _, how in ipairs { "<&-", "2>&-", "<&- 2>&-" } do
      local result = process.shell(("bin/imr parse %s003.pdf %s"):format(LETTERS, how))
      assert.are.equal(0, result.status, how)
      assert.truthy(result.out:find("CM13-0071904", 1, true), how)
    end
    for _, name in ipairs { "PIPE", "CHLD", "INT" } do
      local result = process.shell(("trap '' %s; bin/imr parse %s003.pdf %spassword.pdf"):format(name, LETTERS, BROKEN))
      assert.are.equal(1, result.status, name)
      assert.truthy(result.out:find("CM13-0071904", 1, true), name)
      assert.truthy(result.err:find("encrypted", 1, true), name)
    end
  end)
end)
