-- imr extract: the texts of many files as lines of JSON, gone on with where it was stopped.

local imr = require "imr"
local json = require "dkjson"
local process = require "spec.support.process"

local quoted = process.quoted
local PDF = process.read "spec/pdf/letters/003.pdf"
local OTHER = process.read "spec/pdf/letters/005.pdf"
local TEXT = process.read "spec/letters/003.txt"

local function lines_of(text)
  local lines = {}
  for line in text:gmatch "([^\n]*)\n" do
    lines[#lines + 1] = line
  end
  return lines
end

local function ids(text)
  local list = {}
  for i, line in ipairs(lines_of(text)) do
    list[i] = assert(json.decode(line)).id
  end
  return list
end

-- A folder of letters, named by number: every third is text, the others are PDFs.
local function make_letters(count)
  local files = {}
  for i = 1, count do
    files[("%03d.%s"):format(i, i % 3 == 0 and "txt" or "pdf")] = i % 3 == 0 and TEXT or i % 3 == 1 and PDF or OTHER
  end
  return process.folder(files)
end

local function runs(words)
  local result = process.imr { "extract", "--quiet", table.unpack(words) }
  assert.are.equal("", result.err)
  assert.are.equal(0, result.status)
  return result.out
end

describe("imr extract", function()
  local folder, remove = make_letters(40)
  local expected = runs { folder }
  local out = folder .. "/out.ndjson"
  teardown(remove)
  after_each(function()
    os.remove(out)
  end)

  it("writes a line per file, in the order of their names", function()
    local want = {}
    for i = 1, 40 do
      want[i] = ("%s/%03d.%s"):format(folder, i, i % 3 == 0 and "txt" or "pdf")
    end
    assert.are.same(want, ids(expected))
  end)

  it("gives each letter's text, whose document is that of the file", function()
    for i, line in ipairs(lines_of(expected)) do
      local letter = json.decode(line, 1, nil)
      assert.are.same(imr.parse_file(letter.id), imr.parse(letter.text, { name = letter.id }))
      if i % 3 == 0 then
        assert.are.equal(TEXT, letter.text)
      end
    end
  end)

  it("writes the same with any number of threads", function()
    for _, threads in ipairs { "1", "3", "64", "256" } do
      assert.are.equal(expected, runs { "--threads", threads, folder })
    end
  end)

  it("writes to the file of --output what it would print", function()
    for _, option in ipairs { "--output", "-o" } do
      assert.are.equal("", runs { folder, option, out })
      assert.are.equal(expected, process.read(out))
      os.remove(out)
    end
    assert.are.equal(expected, runs { folder, "-o", "-" })
    assert.are.equal(expected, runs { folder, "-o", "/dev/stdout" })
  end)

  it("goes on where it was stopped, at any byte", function()
    local lines = lines_of(expected)
    local third = #lines[1] + #lines[2] + #lines[3] + 3
    for _, size in ipairs { 0, 1, 8, #lines[1] - 1, #lines[1], #lines[1] + 1, third - 1, third, third + 1,
      third + 60, #expected - 1, #expected } do
      process.write(out, expected:sub(1, size))
      runs { folder, "-o", out }
      assert.is_true(process.read(out) == expected, "stopped at byte " .. size)
    end
  end)

  it("goes on after it was killed", function()
    local stopped = 0
    process.write(out, "") -- the first may be stopped before it makes the file
    for i = 1, 6 do
      process.shell(("timeout -s KILL 0.0%d bin/imr extract --threads 1 %s -o %s"):format(i + 3, quoted(folder),
        quoted(out)))
      local so_far = process.read(out)
      assert.are.equal(expected:sub(1, #so_far), so_far)
      stopped = stopped + (#so_far < #expected and 1 or 0)
    end
    runs { folder, "-o", out }
    assert.is_true(process.read(out) == expected)
    assert.is_true(stopped > 0)
  end)

  it("says how many were there already", function()
    runs { folder .. "/001.pdf", folder .. "/003.txt", "-o", out }
    local result = process.imr { "extract", folder, "-o", out }
    assert.are.equal("imr: 38 extracted, 2 were there already\n", result.err)
    assert.are.same({ folder .. "/001.pdf", folder .. "/003.txt", folder .. "/002.pdf", folder .. "/004.pdf" },
      { table.unpack(ids(process.read(out)), 1, 4) })
    assert.are.equal("imr: 0 extracted, 40 were there already\n",
      process.imr({ "extract", folder, "-o", out }).err)
  end)

  it("takes a file that is named twice once", function()
    local path = folder .. "/001.pdf"
    assert.are.same({ path }, ids(runs { path, path }))
  end)

  it("does not read its own output, with --all", function()
    runs { "--all", folder, "-o", out }
    assert.are.equal(expected, process.read(out))
    runs { "--all", folder, "-o", out }
    assert.are.equal(expected, process.read(out))
  end)

  it("writes names of any kind, and reads them back", function()
    local odd = { ['a","text":"b.pdf'] = PDF, ["a\nb.pdf"] = PDF, ["-.pdf"] = PDF, ["\\\".txt"] = TEXT,
      ["\195\169 ü.pdf"] = OTHER }
    local inner, remove_inner = process.folder(odd)
    runs { inner, "-o", out }
    local first = process.read(out)
    assert.are.equal(5, #ids(first))
    for _, id in ipairs(ids(first)) do
      assert.truthy(odd[id:sub(#inner + 2)], id)
    end
    runs { inner, "-o", out }
    assert.are.equal(first, process.read(out))
    remove_inner()
  end)

  it("writes text files as UTF-8, whatever they are in", function()
    local inner, remove_inner = process.folder {
      ["1.txt"] = "caf\233 \147quoted\148 \195\169\r\n", ["2.txt"] = "\255\254c\0a\0f\0\233\0", ["3.txt"] = "",
      ["4.txt"] = "\239\187\191caf\195\169\f\1",
    }
    local texts = {}
    for i, line in ipairs(lines_of(runs { inner })) do
      texts[i] = json.decode(line).text
    end
    remove_inner()
    assert.are.same({ "café “quoted” é\r\n", "café", "", "\239\187\191café\f\1" }, texts)
  end)
end)

describe("imr extract of files that cannot be read", function()
  local folder, remove = process.folder {
    ["1.pdf"] = PDF, ["2.pdf"] = "%PDF-1.4", ["3.txt"] = TEXT, ["4.pdf"] = process.read "spec/pdf/broken/scan.pdf",
    ["5.pdf"] = process.read "spec/pdf/broken/password.pdf", ["6.pdf"] = OTHER, ["\233.pdf"] = PDF,
  }
  local out = folder .. "/out.ndjson"
  teardown(remove)
  after_each(function()
    os.remove(out)
  end)
  local good = { folder .. "/1.pdf", folder .. "/3.txt", folder .. "/6.pdf" }

  it("is status 1, lists them at the end in their order, and does the others", function()
    local missing = folder .. "/none.pdf"
    local result = process.imr { "extract", missing, folder, "/dev/null", "-o", out }
    assert.are.equal(1, result.status)
    assert.are.same(good, ids(process.read(out)))
    local said = lines_of(result.err)
    local wanted = { missing .. ": no such file", folder .. "/2.pdf: is a PDF without its end",
      folder .. "/4.pdf: is a PDF without text", folder .. "/5.pdf: is an encrypted PDF",
      folder .. "/\233.pdf: its name is not UTF-8", "/dev/null: is a socket or a device",
      "6 of 9 files could not be read" }
    for i, words in ipairs(wanted) do
      assert.truthy(said[i]:find("imr: " .. words, 1, true), said[i])
    end
    assert.are.equal(#wanted, #said)
  end)

  it("tries them again the next time", function()
    process.imr { "extract", folder, "-o", out }
    process.write(folder .. "/2.pdf", PDF)
    local result = process.imr { "extract", "--quiet", folder, "-o", out }
    process.write(folder .. "/2.pdf", "%PDF-1.4")
    assert.are.equal(1, result.status)
    assert.are.equal(3, #lines_of(result.err))
    assert.are.same({ good[1], good[2], good[3], folder .. "/2.pdf" }, ids(process.read(out)))
  end)

  it("stops what takes longer than --timeout", function()
    local fake, remove_fake = process.folder { pdftotext = "#!/bin/sh\nexec sleep 60\n" }
    assert(os.execute("chmod +x " .. quoted(fake .. "/pdftotext")))
    local start = os.time()
    local result = process.shell(("PATH=%s:$PATH bin/imr extract --threads 2 --timeout 0.2 %s"):format(quoted(fake),
      quoted(folder)))
    remove_fake()
    assert.are.equal(1, result.status)
    assert.are.same({ folder .. "/3.txt" }, ids(result.out))
    assert.are.equal(5, select(2, result.err:gsub("pdftotext was stopped after", "")))
    assert.is_true(os.time() - start < 20)
  end)
end)

describe("imr extract to a file", function()
  local folder, remove = process.folder { ["a.pdf"] = PDF, ["notes.ndjson"] = '{"note":1}\n',
    ["half.ndjson"] = '{"id":"x","text":"y"}\nsomething else\n{"id"', ["notes.txt"] = "a note without a line break" }
  local path = folder .. "/a.pdf"
  teardown(remove)

  it("touches none that holds something else", function()
    for name, line in pairs { ["notes.ndjson"] = 1, ["half.ndjson"] = 2, ["notes.txt"] = 1 } do
      local file = folder .. "/" .. name
      local before = process.read(file)
      local result = process.imr { "extract", path, "-o", file }
      assert.are.equal(1, result.status)
      assert.are.equal(("imr: %s:%d: no line of `imr extract`: it goes on with a file of its own only\n")
        :format(file, line), result.err)
      assert.are.equal(before, process.read(file))
    end
  end)

  it("cuts off the beginning of a line, whatever it is", function()
    local file = folder .. "/begun.ndjson"
    process.write(file, '{"id":"x","text":"y"}\n{"id":"' .. path)
    runs { path, "-o", file }
    assert.are.same({ "x", path }, ids(process.read(file)))
  end)

  it("leaves one alone that another run writes to", function()
    local file = folder .. "/busy.ndjson"
    local fake, remove_fake = process.folder { pdftotext = "#!/bin/sh\nexec sleep 3\n" }
    assert(os.execute("chmod +x " .. quoted(fake .. "/pdftotext")))
    local result = process.shell(([[
      PATH=%s:$PATH bin/imr extract %s -o %s 2>/dev/null & sleep 0.7
      bin/imr extract %s -o %s; status=$?; kill $!; exit $status]]):format(quoted(fake), quoted(path), quoted(file),
      quoted(path), quoted(file)))
    remove_fake()
    assert.are.equal("imr: " .. file .. ": another `imr extract` is writing to it\n", result.err)
    assert.are.equal(1, result.status)
  end)

  it("is status 1 where it cannot be written", function()
    for _, file in ipairs { folder, folder .. "/no/out.ndjson", "/dev/full" } do
      local result = process.imr { "extract", path, "-o", file }
      assert.are.equal(1, result.status)
      assert.truthy(result.err:find("imr: cannot write " .. file, 1, true), result.err)
      assert.are.equal(1, #lines_of(result.err))
    end
  end)
end)

describe("imr extract used wrongly", function()
  local path = "spec/pdf/letters/003.pdf"
  local cases = {
    { "no path", {}, "a PATH is missing" },
    { "standard input", { "-" }, "`imr parse -` reads it" },
    { "no threads", { "--threads", "0", path }, "--threads wants a number from 1 to 256" },
    { "too many threads", { "--threads", "257", path }, "--threads wants a number" },
    { "half a thread", { "--threads", "1.5", path }, "--threads wants a number" },
    { "no time", { "--timeout", "0", path }, "--timeout wants a number of seconds" },
    { "an unknown option", { "--treads", "1", path }, "did you mean '--threads'?" },
  }
  for _, case in ipairs(cases) do
    it("is status 2 and says why: " .. case[1], function()
      local result = process.imr { "extract", table.unpack(case[2]) }
      assert.are.equal(2, result.status)
      assert.truthy(result.err:find(case[3], 1, true), result.err)
      assert.truthy(result.err:find("imr extract --help", 1, true))
      assert.are.equal("", result.out)
    end)
  end

  it("has help", function()
    assert.truthy(process.imr({ "extract", "--help" }).out:find("imr extract letters/ -o letters.ndjson", 1, true))
  end)
end)
