-- The command's output as a file: what it replaces, and what it leaves alone.

local letter = require "spec.support.letter"
local process = require "spec.support.process"

local TEXT = letter.text { case = "CM16-0000001" }
local NUMBER = "case.number\r\nCM16-0000001\r\n"
local quoted = process.quoted

local folder, remove

before_each(function()
  folder, remove = process.folder {
    ["in/a.txt"] = TEXT,
    ["in/b.txt"] = TEXT,
    ["old.csv"] = "precious",
  }
  local links = "ln -s a.txt in/link.txt && ln in/b.txt in/hard.csv && ln -s old.csv link.csv"
  assert(os.execute(("cd %s && %s"):format(quoted(folder), links)))
end)

after_each(function()
  remove()
end)

-- Runs `imr parse --format csv --fields case.number` with more words, in the folder.
local function parse(words, before)
  return process.shell(("cd %s && %s %s parse --format csv --fields case.number %s")
    :format(quoted(folder), before or "", quoted(process.root .. "/bin/imr"), words))
end

local function names()
  local line = "cd %s && find . -type f -o -type l | LC_ALL=C sort"
  return process.shell(line:format(quoted(folder))).out
end

describe("an output that is an input", function()
  local spellings = {
    { "by its name", "--output in/a.txt in/a.txt" },
    { "by its whole path", "--output \"$PWD/in/a.txt\" in/a.txt" },
    { "by way of a folder", "--output in/../in/./a.txt in/a.txt" },
    { "by a link", "--output in/link.txt in/a.txt" },
    { "where the input is a link", "--output in/a.txt in/link.txt" },
    { "by another name", "--output in/hard.csv in/b.txt" },
    { "in a folder", "--output in/a.txt in" },
    { "in a folder by its whole path", "--output in/a.txt \"$PWD\"" },
    { "in a folder, by another name", "--output in/hard.csv in" },
    { "in a folder by a link to it", "--output link.csv --all in/../." },
    { "that would be in a folder", "--output \"$PWD/in/new.txt\" in" },
    { "on standard input", "--output in/a.txt - <in/a.txt" },
  }
  for _, row in ipairs(spellings) do
    it("is wrong usage, and stays: " .. row[1], function()
      local before = names()
      local result = parse(row[2])
      assert.are.equal(2, result.status)
      assert.truthy(result.err:find("is among the files to be read", 1, true), result.err)
      assert.are.equal(TEXT, process.read(folder .. "/in/a.txt"))
      assert.are.equal(TEXT, process.read(folder .. "/in/b.txt"))
      assert.are.equal("precious", process.read(folder .. "/old.csv"))
      assert.are.equal(before, names())
    end)
  end
end)

describe("an output file", function()
  it("stays as it was where nothing could be read", function()
    for _, words in ipairs { "nosuch", "nosuch in/none.txt", "--rows issues nosuch" } do
      local before = names()
      local result = parse("--output old.csv " .. words)
      assert.are.equal(1, result.status)
      assert.are.equal("precious", process.read(folder .. "/old.csv"))
      assert.are.equal(before, names())
    end
    assert.are.equal(1, parse("--output new.csv nosuch").status)
    assert.is_nil(io.open(folder .. "/new.csv"))
  end)

  it("is replaced where something was read, or there was nothing to read", function()
    assert.are.equal(1, parse("--output old.csv in/a.txt nosuch").status)
    assert.are.equal(NUMBER, process.read(folder .. "/old.csv"))
    assert(os.execute(("mkdir %s/none"):format(quoted(folder))))
    assert.are.equal(0, parse("--output old.csv none").status)
    assert.are.equal("case.number\r\n", process.read(folder .. "/old.csv"))
  end)

  it("is made where there is none, and leaves nothing beside it", function()
    local before = names()
    for _, path in ipairs { "new.csv", "./new.csv", "in/../new.csv", folder .. "/new.csv" } do
      assert.are.equal(0, parse("--output " .. quoted(path) .. " in/a.txt").status)
      assert.are.equal(NUMBER, process.read(folder .. "/new.csv"))
      os.remove(folder .. "/new.csv")
      assert.are.equal(before, names())
    end
  end)

  it("keeps its mode, and a new one has the usual", function()
    assert(os.execute(("chmod 640 %s/old.csv"):format(quoted(folder))))
    assert.are.equal(0, parse("--output old.csv in/a.txt", "umask 027;").status)
    assert.are.equal(0, parse("--output new.csv in/a.txt", "umask 002;").status)
    local result = process.shell(("cd %s && stat -c %%a old.csv new.csv"):format(quoted(folder)))
    assert.are.equal("640\n664\n", result.out)
  end)

  it("is made beside what another run left", function()
    -- Whatever the process's number is, its first name is taken.
    local line = "for i in 1 2 3; do : >.imr-$$-$i.part; done; exec"
    local result = process.shell(("cd %s && sh -c %s"):format(quoted(folder),
      quoted(("%s lua5.4 %s parse --format csv --fields case.number --output new.csv in/a.txt")
        :format(line, quoted(process.root .. "/bin/imr")))))
    assert.are.equal("", result.err)
    assert.are.equal(NUMBER, process.read(folder .. "/new.csv"))
  end)

  it("is copied to where its folder takes no new files", function()
    local user = "setpriv --reuid=65534 --regid=65534 --clear-groups"
    if not os.execute(user .. " bin/imr --version >/dev/null 2>&1") then
      return pending "it takes root, and a checkout that another user can read"
    end
    local modes = "chmod -R a+rX,go-w %s && chmod 666 %s/old.csv"
    assert(os.execute(modes:format(quoted(folder), quoted(folder))))
    assert.are.equal(1, parse("--output old.csv nosuch", user).status)
    assert.are.equal("precious", process.read(folder .. "/old.csv"))
    local result = parse("--output old.csv in/a.txt", user)
    assert.are.equal("", result.err)
    assert.are.equal(NUMBER, process.read(folder .. "/old.csv"))
    result = parse("--output in/b.txt in/a.txt", user)
    assert.are.equal(1, result.status)
    assert.are.equal("imr: cannot write in/b.txt: permission denied\n", result.err)
  end)

  it("stays a link where it is one", function()
    assert.are.equal(0, parse("--output link.csv in/a.txt").status)
    assert.are.equal(NUMBER, process.read(folder .. "/old.csv"))
    local result = process.shell(("readlink %s/link.csv"):format(quoted(folder)))
    assert.are.equal("old.csv\n", result.out)
  end)

  it("is no input of the same run", function()
    local result = parse("--output out/new.csv --all in", "mkdir out && ln -s ../out in/out &&")
    assert.are.equal("", result.err)
    local _, letters = process.read(folder .. "/out/new.csv"):gsub("CM16%-0000001", "")
    assert.are.equal(4, letters)
  end)

  it("may be a pipe", function()
    local result = parse("--output pipe in/a.txt & timeout 10 cat pipe; wait", "mkfifo pipe;")
    assert.are.equal(NUMBER, result.out)
  end)

  it("may be a name of standard output", function()
    for _, name in ipairs { "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1" } do
      assert.are.equal(NUMBER, parse("--output " .. name .. " in/a.txt | cat").out)
      local appended = "--output %s in/a.txt >>all.csv; ls -A . in | grep part; "
        .. "cat all.csv; rm all.csv"
      assert.are.equal(NUMBER, parse(appended:format(name)).out)
    end
  end)

  it("is not begun where it cannot be written", function()
    local result = parse("--output in/none/new.csv in/a.txt")
    assert.are.equal(1, result.status)
    assert.are.equal("imr: cannot write in/none/new.csv: no such file or directory\n", result.err)
  end)
end)
