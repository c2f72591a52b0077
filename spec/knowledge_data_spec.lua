local process = require "spec.support.process"

local GENERATOR = "lua5.4 csrc/knowledge_build.lua"

-- A data file that is right; the cases below put one thing in that is wrong.
local GOOD = [[
return {
  about = "Tests, made up.",
  fields = {
    {name = "board", type = "string", required = true, meaning = "its board"},
    {name = "parts", type = "list", values = {"left", "right"}, meaning = "its parts"},
    {name = "common", type = "boolean", meaning = "whether it is common"},
    {name = "year", type = "integer", meaning = "since when"},
  },
  entries = {
    ["Pain Medicine"] = {board = "Pain Medicine", also = {"Pain Management", "Pain"}},
    ["Podiatry"] = {board = "Podiatry"},
  },
}
]]

local function entry(text)
  return (GOOD:gsub('%["Podiatry"%] = {board = "Podiatry"},', function()
    return text
  end))
end

local function field(text)
  return (GOOD:gsub("  },\n  entries", function()
    return "    " .. text .. ",\n  },\n  entries"
  end))
end

-- { what is wrong, the file, what is said of it after the file's name }
local BROKEN = {
  { "that does not compile", "return {", 'does not compile: %1:1: ' },
  { "that does not run", "return nothing.at_all", "does not run: %1:1: " },
  { "that uses a library", 'return {about = os.date()}', "does not run: %1:1: " },
  { "that returns no table", "return 7", "must return a table, returns a number" },
  { "without about", GOOD:gsub("about = [^\n]*", "", 1), 'key "about": must say' },
  { "without fields", "return {about = 'x', entries = {a = {}}}", 'key "fields": must be a list' },
  { "without entries", "return {about = 'x', fields = {}}", 'key "entries": must be a table' },
  { "with no entry", "return {about = 'x', fields = {}, entries = {}}", 'key "entries": must' },
  {
    "with a key it does not have",
    GOOD:gsub("about", "abuot = 1, about", 1),
    'key "abuot": no such key; did you mean "about"?',
  },

  { "with a field that is no table", field "7", "fields[5]: must be a table, is a number" },
  {
    "with a key that fields do not have",
    field '{name = "a", typ = "list", type = "list", meaning = "x"}',
    'fields[5]: key "typ": no such key; did you mean "type"?',
  },
  {
    "with a field without a name",
    field '{type = "list", meaning = "x"}',
    'fields[5]: key "name": must be a name in lower case',
  },
  {
    "with a field's name in capitals",
    field '{name = "Board", type = "list", meaning = "x"}',
    'fields[5]: key "name": must be a name in lower case',
  },
  {
    "with the same field twice",
    field '{name = "board", type = "list", meaning = "x"}',
    'fields[5]: key "name": "board" is there already',
  },
  {
    "that declares the aliases itself",
    field '{name = "also", type = "list", meaning = "x"}',
    'fields[5]: key "name": "also" is there already',
  },
  {
    "with an unknown type",
    field '{name = "a", type = "number", meaning = "x"}',
    'fields[5]: key "type": "number" is none of "string", "list", "boolean", "integer"',
  },
  {
    "with a field without a meaning",
    field '{name = "a", type = "list"}',
    'fields[5]: key "meaning": must say what "a" means',
  },
  {
    "with allowed values for a number",
    field '{name = "a", type = "integer", values = {"1"}, meaning = "x"}',
    'fields[5]: key "values": only for strings and lists',
  },
  {
    "with no allowed values",
    field '{name = "a", type = "string", values = {}, meaning = "x"}',
    'fields[5]: key "values": is empty',
  },
  {
    "with a field required by a word",
    field '{name = "a", type = "string", required = "yes", meaning = "x"}',
    'fields[5]: key "required": must be true or false',
  },

  { "with an entry that is no table", entry '["Podiatry"] = "Podiatry",',
    'entry "Podiatry": must be a table, is a string' },
  { "with an entry without a key", entry '{board = "Podiatry"},',
    "entry 1: the key must be a string" },
  { "with an empty key", entry '[""] = {board = "x"},', 'entry "": the key is empty' },
  { "with a key that is not UTF-8", entry '["caf\\xE9"] = {board = "x"},',
    "entry with bytes that are not UTF-8: the key is not valid UTF-8" },
  { "with a key of two spaces", entry '["A  B"] = {board = "x"},',
    'entry "A  B": the key has white space other than single spaces' },
  { "with a space at a key's end", entry '["A "] = {board = "x"},',
    'entry "A ": the key has white space other than single spaces' },
  { "with a curly apostrophe", entry '["A\u{2019}s"] = {board = "x"},',
    "entry \"A\u{2019}s\": the key has a curly apostrophe; write '" },
  { "with a long key", entry('["' .. ("k"):rep(256) .. '"] = {board = "x"},'),
    'entry "' .. ("k"):rep(256) .. '": the key is longer than 255 bytes' },
  { "with a key that entries do not have", entry '["Podiatry"] = {board = "x", bord = "y"},',
    'entry "Podiatry": key "bord": no such key; did you mean "board"?' },
  { "with a key far from all", entry '["Podiatry"] = {board = "x", colour = "y"},',
    'entry "Podiatry": key "colour": no such key\n' },
  { "without a required key", entry '["Podiatry"] = {},',
    'entry "Podiatry": key "board": is missing' },
  { "with a number for a string", entry '["Podiatry"] = {board = 7},',
    'entry "Podiatry": key "board": must be a string, is a number' },
  { "with an empty string", entry '["Podiatry"] = {board = " "},',
    'entry "Podiatry": key "board": is empty' },
  { "with a string that is not UTF-8", entry '["Podiatry"] = {board = "\\xFF"},',
    'entry "Podiatry": key "board": is not valid UTF-8' },
  { "with a line break in a string", entry '["Podiatry"] = {board = "a\\nb"},',
    'entry "Podiatry": key "board": has a control character' },
  { "with a string for a list", entry '["Podiatry"] = {board = "x", also = "y"},',
    'entry "Podiatry": key "also": must be a list of strings, is a string' },
  { "with a number in a list", entry '["Podiatry"] = {board = "x", also = {"y", 7}},',
    'entry "Podiatry": key "also": must be a list of strings, has a number at 2' },
  { "with a named item in a list", entry '["Podiatry"] = {board = "x", also = {y = "z"}},',
    'entry "Podiatry": key "also": must be a list of strings, has the key "y"' },
  { "with an empty item in a list", entry '["Podiatry"] = {board = "x", also = {"y", ""}},',
    'entry "Podiatry": key "also": item 2 is empty' },
  { "with a value that is not allowed", entry '["Podiatry"] = {board = "x", parts = {"up"}},',
    'entry "Podiatry": key "parts": "up" is none of "left", "right"' },
  { "with a word for a boolean", entry '["Podiatry"] = {board = "x", common = "yes"},',
    'entry "Podiatry": key "common": must be true or false, is a string' },
  { "with a fraction for an integer", entry '["Podiatry"] = {board = "x", year = 1.5},',
    'entry "Podiatry": key "year": must be an integer, is a float' },
  { "with a large integer", entry '["Podiatry"] = {board = "x", year = 1 << 31},',
    'entry "Podiatry": key "year": does not fit in 32 bits' },

  { "with the same key in other letters", entry '["pain MEDICINE"] = {board = "x"},',
    'entry "pain MEDICINE": the same key as "Pain Medicine"' },
  { "with an entry written twice",
    entry '["Podiatry"] = {board = "x"},\n    ["Podiatry"] = {board = "y"},',
    'entry "Podiatry": written twice, in lines 11 and 12' },
  { "with an alias of another entry", entry '["Podiatry"] = {board = "x", also = {"PAIN"}},',
    'entry "Podiatry": key "also": "PAIN" already stands for "Pain Medicine"' },
  { "with another entry's key as alias",
    entry '["Podiatry"] = {board = "x", also = {"pain medicine"}},',
    'entry "Podiatry": key "also": "pain medicine" already stands for "Pain Medicine"' },
  { "with an alias twice", entry '["Podiatry"] = {board = "x", also = {"Feet", "feet"}},',
    'entry "Podiatry": key "also": "feet" is there twice' },
  { "with its own key as alias", entry '["Podiatry"] = {board = "x", also = {"PODIATRY"}},',
    'entry "Podiatry": key "also": "PODIATRY" is the key itself' },
}

describe("the generator of built-in knowledge", function()
  local folder, remove

  before_each(function()
    folder, remove = process.folder()
  end)
  after_each(function()
    remove()
  end)

  --- Writes the files and runs the generator on them, in this order.
  local function build(files)
    local words = { folder .. "/data.h", folder .. "/data.c" }
    for _, file in ipairs(files) do
      local path = folder .. "/" .. file[1]
      words[#words + 1] = path
      if file[2] then
        process.write(path, file[2])
      end
    end
    return process.shell(GENERATOR .. " " .. process.line(words))
  end

  local function is_there(path)
    local file = io.open(path)
    return file ~= nil and file:close()
  end

  for _, case in ipairs(BROKEN) do
    it("refuses a file " .. case[1], function()
      local path = folder .. "/trials.lua"
      local result = build { { "trials.lua", case[2] } }
      local wanted = path .. ": " .. case[3]:gsub("%%1", function()
        return path
      end)
      assert.are.equal(1, result.status)
      assert.is_truthy(result.err:find(wanted, 1, true), result.err)
      assert.are.equal("", result.out)
      assert.is_false(is_there(folder .. "/data.c"))
    end)
  end

  it("says everything that is wrong, a line each, in the same order every time", function()
    local text = entry [[["B"] = {board = ""}, ["A"] = {bord = "x", colour = "y"}, ["C"] = 7,]]
    local path = folder .. "/trials.lua: "
    for _ = 1, 5 do
      assert.are.equal(
        path .. 'entry "A": key "bord": no such key; did you mean "board"?\n'
          .. path .. 'entry "A": key "colour": no such key\n'
          .. path .. 'entry "A": key "board": is missing\n'
          .. path .. 'entry "B": key "board": is empty\n'
          .. path .. 'entry "C": must be a table, is a number\n',
        build({ { "trials.lua", text } }).err
      )
    end
  end)

  it("refuses a file that is not there, or has no name for a table", function()
    assert.is_truthy(build({ { "none.lua" } }).err:find("none.lua: cannot be read: ", 1, true))
    assert.is_truthy(
      build({ { "Two Words.lua", GOOD } }).err:find("the name of a data file must be", 1, true)
    )
  end)

  it("refuses two files of one name", function()
    assert(os.execute("mkdir " .. process.quoted(folder .. "/b")))
    local result = build { { "trials.lua", GOOD }, { "b/trials.lua", GOOD } }
    assert.are.equal(1, result.status)
    assert.is_truthy(result.err:find('a table "trials" comes from ' .. folder, 1, true))
  end)

  it("ends with status 2 and says how it is used where files are missing", function()
    local result = process.shell(GENERATOR .. " a b")
    assert.are.equal(2, result.status)
    assert.is_truthy(result.err:find("usage: ", 1, true))
  end)

  it("ends with status 1 where it cannot write", function()
    process.write(folder .. "/trials.lua", GOOD)
    local data = process.quoted(folder .. "/trials.lua")
    local result = process.shell(GENERATOR .. " /nowhere/a.h /nowhere/a.c " .. data)
    assert.are.equal(1, result.status)
    assert.is_truthy(result.err:find("/nowhere/a.h: cannot be written", 1, true))
  end)

  it("gives the same bytes for the same data, in whatever order the files come", function()
    local one, two = { "trials.lua", GOOD }, { "other.lua", GOOD }
    assert.are.equal(0, build({ one, two }).status)
    local header, source = process.read(folder .. "/data.h"), process.read(folder .. "/data.c")
    for _ = 1, 5 do
      assert.are.equal(0, build({ two, one }).status)
      assert.are.equal(header, process.read(folder .. "/data.h"))
      assert.are.equal(source, process.read(folder .. "/data.c"))
    end
  end)

  it("writes C from which the core reads fields of every type", function()
    local result = build {
      {
        "trials.lua",
        [[
return {
  about = "Tests, made up.",
  fields = {
    {name = "text", type = "string", meaning = "any */ text"},
    {name = "list", type = "list", meaning = "any texts"},
    {name = "flag", type = "boolean", meaning = "yes or no"},
    {name = "number", type = "integer", meaning = "any number"},
  },
  entries = {
    ["All"] = {text = "a", list = {"b", "c d"}, flag = true, number = 60, also = {"Everything"}},
    ["None"] = {},
    ["Least"] = {flag = false, number = -2147483648, list = {}},
    ["Most"] = {number = 2147483647},
    ["Odd \"\\ ??/ \u{E9}"] = {text = "\"\\ ??/ %s \u{20AC}", list = {"1", "01"}},
  },
}
]],
      },
      -- Strings to fill several of the arrays that the pool is made of.
      {
        "words.lua",
        (function()
          local lines = {}
          for i = 1, 2000 do
            lines[i] = ('["word %d"] = {also = {"%d words"}},'):format(i, i)
          end
          return "return {about = 'x', fields = {}, entries = {" .. table.concat(lines, "\n") .. "}}"
        end)(),
      },
    }
    assert.are.same({ status = 0, out = "", err = "" }, result)
    local quoted = process.quoted
    process.write(folder .. "/knowledge_data.h", process.read(folder .. "/data.h"))
    local compiled = process.shell(
      (os.getenv "CC" or "cc")
        .. " -std=c11 -Wall -Wextra -Wpedantic -Werror -Icsrc -I"
        .. quoted(folder)
        .. " spec/c/knowledge_types.c csrc/knowledge.c csrc/knowledge_key.c csrc/knowledge_overlay.c"
        .. " csrc/knowledge_tree.c csrc/vector.c"
        .. " csrc/alloc.c csrc/schema.c "
        .. quoted(folder .. "/data.c")
        .. " -o "
        .. quoted(folder .. "/types")
    )
    assert.are.same({ status = 0, out = "", err = "" }, compiled)
    local keys = { "EVERYTHING", "none", "Least", "Most", 'ODD "\\ ??/ \u{E9}', "Nothing" }
    local got = process.shell(quoted(folder .. "/types") .. " " .. process.line(keys))
    assert.are.equal(
      "All: a [b] [c d] true true 60\n"
        .. "None: no text true false -1\n"
        .. "Least: no text false false -2147483648\n"
        .. "Most: no text true false 2147483647\n"
        .. 'Odd "\\ ??/ \u{E9}: "\\ ??/ %s \u{20AC} [1] [01] true false -1\n'
        .. "Nothing: not there\n",
      got.out
    )
  end)
end)

describe("the built-in knowledge", function()
  local function entries(name)
    return assert(loadfile("lua/imr/data/" .. name .. ".lua", "t", {}))().entries
  end

  it("knows the fifty states, the District of Columbia and five territories, each by a code", function()
    local seen, count = {}, 0
    for key, state in pairs(entries "states") do
      assert.is_truthy(state.code:match "^%u%u$", key)
      assert.is_nil(seen[state.code], key)
      seen[state.code] = key
      count = count + 1
    end
    assert.are.equal(56, count)
    assert.are.equal("California", seen.CA)
    assert.are.equal("District of Columbia", seen.DC)
  end)

  it("names as a specialty's board only names that are specialties themselves", function()
    local specialties = entries "specialties"
    for key, specialty in pairs(specialties) do
      local own = specialties[specialty.board]
      assert.is_truthy(own, key .. ": " .. specialty.board)
      assert.are.equal(specialty.board, own.board, key)
    end
  end)

  it("knows a specialty by 'and' as well as by '&'", function()
    local specialties = entries "specialties"
    local known = {}
    for key, specialty in pairs(specialties) do
      known[key:lower()] = key
      for _, alias in ipairs(specialty.also or {}) do
        known[alias:lower()] = key
      end
    end
    for name, key in pairs(known) do
      assert.are.equal(key, known[name:gsub(" & ", " and "):lower()], name)
    end
  end)

  it("keeps no hyphen after what often begins a broken word", function()
    local prefixes = entries "prefixes"
    for _, part in ipairs { "in", "re", "con", "dia", "inter", "de", "un", "multi", "over", "ten" } do
      assert.is_nil(prefixes[part])
    end
    for _, part in ipairs { "non", "anti", "pre", "post", "self", "x", "co" } do
      assert.are.equal("prefix", prefixes[part].kind)
    end
  end)
end)
