-- Corpora: every kind of source, in which order, and what becomes of a pass.
-- luacheck: ignore 512 (loops that are left at once)

local lfs = require "lfs"
local imr = require "imr"
local letter = require "spec.support.letter"
local process = require "spec.support.process"

local quoted = process.quoted

local function text(number, o)
  o = o or {}
  o.case = ("CM16-%07d"):format(number)
  return letter.text(o)
end

-- With an injury's date in its summary.
local function fallen(number)
  return text(number, { summary = "The injured worker fell from a ladder on February 3, 2012 and has knee pain." })
end

local two = { { decision = "Upheld" }, { decision = "Overturned", treatment = "Norco #60" } }

local folder, remove = process.folder {
  ["tree/b.txt"] = fallen(2),
  ["tree/a/2.TXT"] = text(3, { issues = two }),
  ["tree/a/10.txt"] = text(4),
  ["tree/Z.txt"] = text(5),
  ["tree/notes.md"] = text(6),
  ["tree/.hidden.txt"] = text(7),
  ["tree/both.txt"] = text(8) .. "\n\f" .. text(9),
  ["tree/void/notes.md"] = "no letter",
  ["twice/1.txt"] = text(1),
  ["twice/2.txt"] = text(2),
  ["twice/3.txt"] = text(1),
  ["twice/4.txt"] = letter.text(),
  ["twice/5.txt"] = letter.text(),
}
teardown(remove)

local tree = folder .. "/tree"

-- The sources of a pass, "!CODE PATH" for what cannot be read.
local function sources(source, o)
  local list = {}
  for document, problem in imr.each(source, o) do
    list[#list + 1] = document and document.source or ("!%s %s"):format(problem.code, problem.source)
  end
  return list
end

local function below(base, names)
  local list = {}
  for i, name in ipairs(names) do
    local mark, rest = name:match "^(!%S+ )(.*)$"
    list[i] = (mark or "") .. base .. "/" .. (rest or name)
  end
  return list
end

local TREE = below(tree, { "Z.txt", "a/10.txt", "a/2.TXT", "b.txt", "both.txt", "both.txt#2" })

local function descriptors()
  local count = 0
  for _ in lfs.dir "/proc/self/fd" do
    count = count + 1
  end
  return count
end

-- Runs a script in a process of its own; `before` stands before the program.
local function script(code, input, before)
  local name = os.tmpname()
  process.write(name, "local imr = require 'imr'\n" .. code)
  local result = process.shell(("LUA_PATH=%s LUA_CPATH=%s %s lua5.4 %s"):format(quoted(package.path),
    quoted(package.cpath), before or "", quoted(name)), input)
  os.remove(name)
  assert.are.equal("", result.err)
  assert.are.equal(0, result.status)
  return result.out
end

describe("a corpus", function()
  it("is a file, whatever its name", function()
    assert.are.same({ tree .. "/notes.md" }, sources(tree .. "/notes.md"))
  end)

  it("is a folder and those below it, names in bytewise order", function()
    assert.are.same(TREE, sources(tree))
  end)

  it("takes every file with all", function()
    assert.are.same(below(tree, { ".hidden.txt", "Z.txt", "a/10.txt", "a/2.TXT", "b.txt", "both.txt", "both.txt#2",
      "notes.md", "void/notes.md" }), sources(tree, { all = true }))
  end)

  it("is a pattern, whose matches are taken as if named", function()
    assert.are.same(below(tree, { "Z.txt", "b.txt", "both.txt", "both.txt#2" }), sources(tree .. "/*.txt"))
    assert.are.same(below(tree, { "a/10.txt", "a/2.TXT" }), sources(tree .. "/[a]"))
    assert.are.same(below(tree, { "notes.md", "void/notes.md" }), sources { tree .. "/n*", tree .. "/*/n*" })
  end)

  it("takes a file of a pattern's very name for what it is", function()
    local inner, remove_inner = process.folder { ["[ab].txt"] = text(1), ["a.txt"] = text(2) }
    assert.are.same({ inner .. "/[ab].txt" }, sources(inner .. "/[ab].txt"))
    os.remove(inner .. "/[ab].txt")
    assert.are.same({ inner .. "/a.txt" }, sources(inner .. "/[ab].txt"))
    remove_inner()
  end)

  it("is a list of any of these, in its order, and lists in it", function()
    assert.are.same(below(tree, { "b.txt", "a/10.txt", "a/2.TXT", "b.txt", "Z.txt" }),
      sources { tree .. "/b.txt", { tree .. "/a", { tree .. "/b.tx?", {} } }, tree .. "/Z.txt" })
  end)

  it("may be empty", function()
    for _, source in ipairs { {}, { {}, {} }, tree .. "/void" } do
      local corpus = imr.open(source)
      for _ in corpus:each() do
        error "a letter"
      end
      assert.are.same({ 0, 0, 0 }, { corpus.read, corpus.failed, corpus.duplicates })
    end
  end)

  it("has PDFs among its files, told by their content", function()
    local inner, remove_inner = process.folder {
      ["a.pdf"] = process.read "spec/pdf/letters/003.pdf",
      ["b.txt"] = process.read "spec/pdf/letters/003.pdf",
      ["c.pdf"] = text(1),
      ["d.pdf"] = "%PDF-1.4\n",
    }
    assert.are.same(below(inner, { "a.pdf", "b.txt", "c.pdf", "!damaged-pdf d.pdf" }), sources(inner))
    remove_inner()
  end)

  it("stays as it was opened", function()
    local list, options = { tree .. "/b.txt" }, { fields = { "case.number" } }
    local corpus = imr.open(list, options)
    list[1], list[2] = "nowhere", 5
    options.fields[1], options.name = "summary", 5
    local documents = {}
    for document in corpus:each() do
      documents[#documents + 1] = document
    end
    assert.are.same({ imr.parse_file(tree .. "/b.txt", { fields = { "case.number" } }) }, documents)
  end)

  it("says how it is gone through where that is tried in another way", function()
    local corpus = imr.open(tree)
    local wrong = {
      function()
        for _ in corpus do end
      end,
      function()
        for _ in ipairs(corpus) do end
      end,
      function()
        return corpus[1]
      end,
      function()
        return #corpus
      end,
    }
    for _, loop in ipairs(wrong) do
      local _, message = pcall(loop)
      assert.truthy(message:find("a corpus is no list and no function", 1, true), message)
      assert.truthy(message:find("write: for letter in letters:each() do", 1, true), message)
    end
  end)

  it("says what it is", function()
    local corpus = imr.open { tree, folder .. "/nowhere" }
    for _ in corpus:each() do end
    assert.are.equal(("corpus of %s and 1 more: 6 read, 1 failed, 0 duplicates"):format(tree), tostring(corpus))
    assert.truthy(tostring(imr.open {}):find("corpus of nothing", 1, true))
  end)

  it("is the same for a parser of one's own", function()
    local parser = imr.new { drugs = { Zorvolex = { ingredients = { "diclofenac" }, class = "NSAID" } } }
    local path = folder .. "/drug.txt"
    process.write(path, text(1, { issues = { { treatment = "Zorvolex 35mg #60" } } }))
    for document in parser:each(path) do
      assert.are.same({ "diclofenac" }, document.issues[1].request.ingredients)
    end
    local corpus = parser:open(path)
    for _ in corpus:each() do end
    assert.are.equal(1, corpus.read)
    os.remove(path)
  end)
end)

describe("the letters of a corpus", function()
  it("are what parse_all gives of each file", function()
    local want = {}
    for _, path in ipairs { "Z.txt", "a/10.txt", "a/2.TXT", "b.txt", "both.txt" } do
      path = tree .. "/" .. path
      for _, document in ipairs(imr.parse_all(process.read(path), { name = path })) do
        want[#want + 1] = imr.to_json(document)
      end
    end
    local got = {}
    for document in imr.each(tree) do
      got[#got + 1] = imr.to_json(document)
    end
    assert.are.same(want, got)
  end)

  -- A folder's files by the rule, without a walk.
  local function sorted(path, list)
    local names = {}
    for name in lfs.dir(path) do
      if name:sub(1, 1) ~= "." then
        names[#names + 1] = name
      end
    end
    table.sort(names)
    for _, name in ipairs(names) do
      local inner = path .. "/" .. name
      if lfs.attributes(inner, "mode") == "directory" then
        sorted(inner, list)
      elseif name:lower():find "%.txt$" then
        list[#list + 1] = inner
      end
    end
    return list
  end

  it("are those of parse_file over the sorted paths, of any tree", function()
    math.randomseed(5)
    for _ = 1, 15 do
      local files = {}
      for i = 1, math.random(0, 30) do
        local path = {}
        for level = 1, math.random(0, 3) do
          path[level] = ("d-%s"):format(string.char(math.random(97, 99)))
        end
        path[#path + 1] = ("%s%d%s"):format(("a\xC3\xA9-B"):sub(1, math.random(0, 5)), math.random(99),
          (".txt .TXT .tx .md"):match("%S+", math.random(1, 14)))
        files[table.concat(path, "/")] = math.random(4) > 1 and text(i) or text(i) .. "\n\f" .. text(i + 100)
      end
      local inner, remove_inner = process.folder(files)
      local want, got, corpus = {}, {}, imr.open(inner)
      for _, path in ipairs(sorted(inner, {})) do
        want[#want + 1] = imr.to_json(imr.parse_file(path))
      end
      for document in corpus:each() do
        if not document.source:find "#2$" then
          got[#got + 1] = imr.to_json(document)
        end
      end
      remove_inner()
      assert.are.same(want, got)
      assert.are.equal(#want, corpus.inputs)
      assert.are.equal(0, corpus.failed)
    end
  end)

  it("obey the options of a parse", function()
    local path = tree .. "/a/2.TXT"
    for _, o in ipairs {
      { fields = { "case.number", "issues.decision" } },
      { max_bytes = 700 },
      { max_issues = 1 },
      { spans = true },
      { timeout = 5 },
    } do
      for document in imr.each(path, o) do
        assert.are.same(imr.parse_file(path, o), document)
      end
    end
  end)

  it("are the same with threads", function()
    assert.are.same(TREE, sources(tree, { threads = 4 }))
  end)
end)

describe("an input that cannot be read", function()
  it("is an entry among the letters", function()
    local list = { folder .. "/nowhere.txt", tree .. "/b.txt", "/dev/null", "", folder .. "/*.doc", tree .. "/Z.txt" }
    local corpus, got = imr.open(list), {}
    for document, problem in corpus:each() do
      got[#got + 1] = document and document.source or problem
    end
    assert.are.same({
      { source = list[1], message = list[1] .. ": no such file", code = "not-found" },
      list[2],
      { source = "/dev/null", message = "/dev/null: is a socket or a device, not a file", code = "not-a-file" },
      { source = "", message = '"": no such file', code = "not-found" },
      { source = list[5], message = list[5] .. ": nothing matches this pattern", code = "not-found" },
      list[6],
    }, got)
    assert.are.same({ 6, 2, 4 }, { corpus.inputs, corpus.read, corpus.failed })
    assert.are.equal(got[1].message, tostring(got[1]))
  end)

  it("says what parse_file says", function()
    local path = folder .. "/nowhere.txt"
    local _, message, code = imr.parse_file(path)
    for document, problem in imr.each(path) do
      assert.is_false(document)
      assert.are.same({ source = path, message = message, code = code }, problem)
    end
  end)

  it("is an archive or NDJSON, with what to do instead", function()
    local ADVICE = { archive = "unpack it and read the folder", ndjson = "read the files that its texts are from" }
    for name, feature in pairs {
      ["a.zip"] = "archive",
      ["a.tar"] = "archive",
      ["a.TAR.GZ"] = "archive",
      ["a.tgz"] = "archive",
      ["a.tar.zst"] = "archive",
      ["a.ndjson"] = "ndjson",
      ["a.jsonl"] = "ndjson",
    } do
      local path = folder .. "/" .. name
      process.write(path, text(1))
      local problem = select(2, imr.each(path)())
      os.remove(path)
      assert.are.equal("unsupported", problem.code)
      assert.are.equal(path, problem.source)
      assert.truthy(problem.message:find(path .. ": is ", 1, true))
      assert.truthy(problem.message:find(ADVICE[feature], 1, true))
      assert.is_false(imr.features[feature])
    end
    local path = folder .. "/1.gz"
    process.write(path, text(1))
    assert.are.same({ path }, sources(path))
    os.remove(path)
  end)

  it("is a folder that may not be looked into", function()
    local inner, remove_inner = process.folder {
      ["a.txt"] = text(1),
      ["b/1.txt"] = text(2),
      ["c.txt"] = text(3),
    }
    assert(os.execute(("chmod 0 %s/b %s/c.txt"):format(quoted(inner), quoted(inner))))
    local code = ("for d, p in imr.each %q do print(d and d.source or p.code .. ' ' .. p.message) end"):format(inner)
    -- Root may look anywhere, unless that is given up.
    local root = io.popen("id -u"):read "n" == 0
    local out = script(code, nil, root and "setpriv --bounding-set -dac_override,-dac_read_search" or nil)
    assert(os.execute(("chmod 700 %s/b"):format(quoted(inner))))
    remove_inner()
    assert.are.equal(("%s/a.txt\npermission-denied %s/b: permission denied\n"
      .. "permission-denied %s/c.txt: permission denied\n"):format(inner, inner, inner), out)
  end)

  it("is a link that leads nowhere, and not one that leads around", function()
    local inner, remove_inner = process.folder { ["a.txt"] = text(1), ["d/b.txt"] = text(2) }
    for link, target in pairs {
      ["d/up"] = "..",
      ["self"] = ".",
      ["gone.txt"] = "nowhere",
      ["ring.txt"] = "ring.txt",
      ["ring"] = "ring",
    } do
      assert(lfs.link(target, inner .. "/" .. link, true))
    end
    local want = below(inner, { "a.txt", "d/b.txt", "!not-found gone.txt", "!io-error ring.txt" })
    assert.are.same(want, sources(inner))
    remove_inner()
  end)
end)

describe("standard input", function()
  it("is a source, which can be read once", function()
    local out = script([[
      local corpus = imr.open "-"
      for pass = 1, 2 do
        for d, p in corpus:each() do
          print(d and d.source or p.source, d and d.case.number or p.code, d and "" or p.message)
        end
        print(corpus.read, corpus.failed)
      end
      print(select(2, imr.each { "-" }()).code)]], text(1) .. "\n\f" .. text(2))
    assert.are.equal("-\tCM16-0000001\t\n-#2\tCM16-0000002\t\n2\t0\n"
      .. "-\talready-read\t-: standard input can be read once only, and was read before\n0\t1\nalready-read\n", out)
  end)

  it("has the name that is given, beside files that have theirs", function()
    local out = script(([[
      for d, p in imr.each({ %q, "-", "-" }, { name = "inbox/7" }) do print(d and d.source or p.source) end]])
      :format(tree .. "/b.txt"), text(1) .. "\n\f" .. text(2))
    assert.are.equal(tree .. "/b.txt\ninbox/7\ninbox/7#2\ninbox/7\n", out)
  end)

  it("obeys the options", function()
    local input = text(3, { issues = two })
    for _, o in ipairs { "max_bytes = 700", "max_issues = 1", "fields = { 'case.number' }" } do
      local out = script(("print(imr.to_json((imr.each('-', { %s })())))"):format(o), input)
      local want = imr.parse(input, load(("return { name = '-', %s }"):format(o))())
      assert.are.equal(imr.to_json(want) .. "\n", out)
    end
  end)

  it("may be a PDF", function()
    local pdf = process.read "spec/pdf/letters/003.pdf"
    local code = "local d, p = imr.each('-', { max_bytes = %d })() print(d and d.template or p.code)"
    assert.are.equal("final-determination\n", script(code:format(100000), pdf))
    assert.are.equal("too-large\n", script(code:format(100), pdf))
    assert.are.equal("damaged-pdf\n", script(code:format(100), "%PDF-1.4\n"))
  end)

  it("may be nothing, and no archive or NDJSON", function()
    local code = "local d, p = imr.each '-'() print(d and d.template or p.code .. ' ' .. p.source)"
    assert.are.equal("unknown\n", script(code, ""))
    for _, bytes in ipairs {
      "\x1F\x8B\8....",
      "\x28\xB5\x2F\xFD....",
      ("a"):rep(257) .. "ustar",
      '{"id":"a.txt","text":"..."}\n',
    } do
      assert.are.equal("unsupported -\n", script(code, bytes))
    end
  end)

  it("is not what a file of that name is", function()
    local inner, remove_inner = process.folder { ["-"] = text(1) }
    local out = script(("assert(require 'lfs'.chdir %q) for d in imr.each '[-]' do print(d.source, d.case.number) end")
      :format(inner))
    remove_inner()
    assert.are.equal("-\tCM16-0000001\n", out)
  end)
end)

describe("a pass", function()
  it("may be made again, and finds the same", function()
    local corpus = imr.open { tree, folder .. "/nowhere" }
    for _ = 1, 3 do
      local got = 0
      for document in corpus:each() do
        got = got + (document and 1 or 0)
      end
      assert.are.equal(6, got)
      assert.are.same({ 6, 6, 1, 0 }, { corpus.inputs, corpus.read, corpus.failed, corpus.duplicates })
    end
  end)

  it("finds what is there when it is made", function()
    local inner, remove_inner = process.folder { ["a.txt"] = text(1) }
    local corpus = imr.open(inner)
    local function count()
      local got = 0
      for _ in corpus:each() do
        got = got + 1
      end
      return got
    end
    assert.are.equal(1, count())
    process.write(inner .. "/b.txt", text(2))
    assert.are.equal(2, count())
    remove_inner()
    assert.are.equal(1, count())
    assert.are.same({ 0, 1 }, { corpus.read, corpus.failed })
  end)

  it("goes on in a folder that changes meanwhile", function()
    local inner, remove_inner = process.folder {
      ["a.txt"] = text(1),
      ["b.txt"] = text(2),
      ["c/1.txt"] = text(3),
      ["d/1.txt"] = text(4),
      ["e.txt"] = text(5),
    }
    local got = {}
    for document, problem in imr.each(inner) do
      if #got == 0 then
        os.remove(inner .. "/b.txt")
        assert(os.execute("rm -r " .. quoted(inner .. "/c")))
        process.write(inner .. "/d/2.txt", text(6))
        process.write(inner .. "/f.txt", text(7))
        process.write(inner .. "/e.txt", text(8))
      end
      got[#got + 1] = document and document.case.number or ("!%s %s"):format(problem.code, problem.source)
    end
    remove_inner()
    assert.are.same({ "CM16-0000001", ("!not-found %s/b.txt"):format(inner), ("!not-found %s/c"):format(inner),
      "CM16-0000004", "CM16-0000006", "CM16-0000008" }, got)
  end)

  it("is closed where the loop is left, and has nothing open meanwhile", function()
    local before = descriptors()
    local kept
    local function watched()
      local pass, state, start, closing = imr.each(tree)
      kept = pass
      return pass, state, start, closing
    end
    for _ in watched() do
      assert.are.equal(before, descriptors())
      break
    end
    assert.is_nil(kept())
    for _ in watched() do
      goto out
    end
    ::out::
    assert.is_nil(kept())
    local ok, message = pcall(function()
      for _ in watched() do
        error("of the loop", 0)
      end
    end)
    assert.are.same({ false, "of the loop" }, { ok, message })
    assert.is_nil(kept())
    local loop = coroutine.wrap(function()
      for document in watched() do
        coroutine.yield(document.source)
      end
    end)
    assert.are.same({ TREE[1], TREE[2] }, { loop(), loop() })
    assert.are.equal(TREE[3], kept().source)
    assert.are.equal(before, descriptors())
  end)

  it("may be called by hand, and closed", function()
    local kept
    do
      local pass <close> = imr.each(tree)
      kept = pass
      assert.are.equal(TREE[1], pass().source)
    end
    assert.is_nil(kept())
    local pass = imr.each(tree .. "/b.txt")
    assert.truthy(pass())
    assert.is_nil(pass())
    assert.is_nil(pass())
  end)

  it("counts what it has given, where it is left", function()
    local corpus = imr.open { folder .. "/nowhere", tree }
    for document in corpus:each() do
      if document then
        break
      end
    end
    assert.are.same({ 2, 1, 1 }, { corpus.inputs, corpus.read, corpus.failed })
  end)

  it("is one of several at the same time", function()
    local corpus = imr.open(tree)
    local one, other = corpus:each(), corpus:each()
    for i = 1, #TREE do
      assert.are.equal(TREE[i], one().source)
      if i % 2 == 0 then
        assert.are.equal(TREE[i // 2], other().source)
      end
    end
    assert.is_nil(one())
    assert.are.equal(TREE[4], other().source)
    assert.are.equal(4, corpus.read) -- of the pass that was begun last
  end)

  it("may be inside another, and call the parser", function()
    local corpus, pairs_met = imr.open(tree), 0
    local text_of_b = process.read(tree .. "/b.txt")
    for a in corpus:each() do
      local before = imr.to_json(a)
      for b in corpus:each() do
        assert.are.equal("upheld", imr.parse(text_of_b).outcome)
        pairs_met = pairs_met + (a.source == b.source and 0 or 1)
      end
      assert.are.equal(before, imr.to_json(a))
    end
    assert.are.equal(#TREE * (#TREE - 1), pairs_met)
  end)

  it("outlives its corpus and collections", function()
    local got = {}
    for document in imr.each(tree) do
      collectgarbage()
      got[#got + 1] = document.source
      imr.each(tree)() -- never finished
    end
    collectgarbage()
    assert.are.same(TREE, got)
  end)

  it("reads on after an error of `progress`, which is the loop's", function()
    local calls = 0
    local pass = imr.each(tree .. "/b.txt", {
      progress = function()
        calls = calls + 1
        error("of progress", 0)
      end,
    })
    assert.truthy(pass())
    assert.are.same({ false, "of progress" }, { pcall(pass) })
    assert.is_nil(pass())
    assert.are.equal(1, calls)
  end)

  it("goes through many files with the memory of one", function()
    local many = os.getenv "IMR_GC" == "1" and 300 or 10000
    local inner, remove_inner = process.folder()
    local body = text(1)
    for i = 1, many do
      process.write(("%s/%05d.txt"):format(inner, i), body)
    end
    local corpus, last, most = imr.open(inner, { fields = { "case.number" } }), "", 0
    collectgarbage()
    local before = collectgarbage "count"
    for document in corpus:each() do
      assert(document.source > last)
      last = document.source
      if corpus.read % (many // 10) == 0 then -- what is held, without what waits to be collected
        collectgarbage()
        most = math.max(most, collectgarbage "count" - before)
      end
    end
    remove_inner()
    assert.are.equal(many, corpus.read)
    assert.are.equal(("%s/%05d.txt"):format(inner, many), last)
    assert.is_true(most < 2000, ("%.0f KB"):format(most))
  end)
end)

describe("unique", function()
  local twice = folder .. "/twice"

  it("gives the first letter of each value, and all without one", function()
    local corpus, got = imr.open(twice, { unique = "case.number" }), {}
    for _ = 1, 2 do -- each pass anew
      got = {}
      for document in corpus:each() do
        got[#got + 1] = document.source
      end
    end
    assert.are.same(below(twice, { "1.txt", "2.txt", "4.txt", "5.txt" }), got)
    assert.are.same({ 5, 5, 0, 1 }, { corpus.inputs, corpus.read, corpus.failed, corpus.duplicates })
  end)

  it("takes other keys of the letter", function()
    assert.are.same({ twice .. "/1.txt" }, sources(twice, { unique = "outcome" }))
    assert.are.same({ twice .. "/1.txt" }, sources(twice, { unique = "template", fields = { "outcome" } }))
    assert.are.same(below(twice, { "1.txt", "2.txt", "3.txt" }),
      sources({ twice .. "/[123].txt", twice .. "/2.txt" }, { unique = "source" }))
  end)

  it("finds the letters of one text too", function()
    local path = folder .. "/same.txt"
    process.write(path, text(1) .. "\n\f" .. text(1) .. "\n\f" .. text(2))
    assert.are.same({ path, path .. "#3" }, sources(path, { unique = "case.number" }))
    os.remove(path)
  end)

  it("adds nothing to the fields that are asked for", function()
    for _, fields in ipairs {
      { "outcome" }, { "case.priority" }, { "case" }, { "case.number" }, { "source" }, { "spans" },
    } do
      for _, unique in ipairs { "case.number", "injury.date" } do
        for _, spans in ipairs { false, true } do
          local o = { unique = unique, fields = fields, spans = spans }
          for document in imr.each(tree, o) do
            local number = tonumber(document.source:match "#(%d+)$") or 1
            local path = document.source:gsub("#%d+$", "")
            local plain = { name = path, fields = fields, spans = spans }
            assert.are.same(imr.parse_all(process.read(path), plain)[number], document)
          end
        end
      end
    end
  end)
end)

describe("issues", function()
  it("come each with its letter, in order", function()
    local corpus = imr.open { tree .. "/b.txt", folder .. "/nowhere", tree .. "/a" }
    local got = {}
    for issue, document in corpus:issues() do
      got[#got + 1] = issue and { document.source, issue.number, issue.decision } or document.code
      if issue then
        assert.are.equal(issue, document.issues[issue.number])
      end
    end
    assert.are.same({
      { tree .. "/b.txt", 1, "upheld" },
      "not-found",
      { tree .. "/a/10.txt", 1, "upheld" },
      { tree .. "/a/2.TXT", 1, "upheld" },
      { tree .. "/a/2.TXT", 2, "overturned" },
    }, got)
    assert.are.same({ 3, 1 }, { corpus.read, corpus.failed })
  end)

  it("are those of unique letters, and of chosen fields", function()
    local got = 0
    local o = { unique = "case.number", fields = { "issues.treatment" } }
    for issue, document in imr.open(folder .. "/twice", o):issues() do
      assert.are.same({ treatment = "MRI of the left knee" }, issue)
      assert.is_nil(document.case)
      got = got + 1
    end
    assert.are.equal(4, got)
  end)

  it("may be none", function()
    local path = folder .. "/none.txt"
    process.write(path, "no letter")
    assert.is_nil((imr.open(path):issues()()))
    os.remove(path)
  end)

  it("end where the loop is left", function()
    local kept
    for issue in (function()
      local pass, state, start, closing = imr.open(tree):issues()
      kept = pass
      return pass, state, start, closing
    end)() do
      assert.truthy(issue)
      break
    end
    assert.is_nil((kept()))
  end)
end)

describe("progress", function()
  it("is told of the end, and of every second before", function()
    local calls = {}
    local now, time = 100, os.time
    local function progress(counts, ended)
      calls[#calls + 1] = { counts.inputs, counts.read, counts.failed, counts.duplicates, ended }
    end
    os.time = function() -- luacheck: ignore 122
      return now
    end
    local ok, problem = pcall(function()
      local list = { folder .. "/twice", folder .. "/nowhere" }
      for _ in imr.each(list, { progress = progress, unique = "case.number" }) do
        now = #calls == 0 and 101 or now
      end
    end)
    os.time = time -- luacheck: ignore 122
    assert(ok, problem)
    assert.are.same({ { 2, 1, 0, 0, false }, { 6, 5, 1, 1, true } }, calls)
  end)

  it("is not told of an end where the loop is left", function()
    local ends = 0
    for _ in imr.each(tree, { progress = function(_, ended) ends = ends + (ended and 1 or 0) end }) do
      break
    end
    assert.are.equal(0, ends)
  end)
end)
