-- What the module exports has its entry wherever a reader looks: in docs/, in the definitions for
-- editors, in `imr.help`; and what is made of the sources is up to date.

local imr = require "imr"
local core = require "imr.core"
local golden = require "spec.support.golden"
local make = require "docs.make"
local pages = require "imr.help_pages"
local process = require "spec.support.process"

local API = process.read "docs/api.md"
local COMMAND = process.read "docs/command.md"
local SCHEMA = process.read "docs/schema.md"
local DEFINITIONS = process.read "library/imr.lua"

-- Those of the words that `is_there` does not find.
local function missing(words, is_there)
  local list = {}
  for _, word in ipairs(words) do
    if not is_there(word) then
      list[#list + 1] = word
    end
  end
  return list
end

local function names_of(t)
  local names = {}
  for name in pairs(t) do
    if type(name) == "string" and not name:find "^__" and name ~= "core" then
      names[#names + 1] = name
    end
  end
  table.sort(names)
  return names
end

local function has(text)
  return function(word)
    return text:find(word, 1, true) ~= nil
  end
end

local function has_help(name)
  return (pcall(imr.help, name))
end

-- The section of a page under a heading, down to the next of its level.
local function section(text, heading)
  local level = heading:match "^#+"
  local _, from = ("\n" .. text):find("\n" .. heading .. "\n", 1, true)
  if not from then
    return nil
  end
  local rest = text:sub(from)
  return rest:sub(1, (rest:find("\n" .. level .. " ", 1, true) or #rest + 1) - 1)
end

-- The names that an error lists as those that are known.
local function known(...)
  local ok, problem = pcall(...)
  assert(not ok)
  local names = {}
  for name in problem:match("; known: (.*)$"):gmatch "[%w_]+" do
    names[#names + 1] = name
  end
  return names
end

local options = known(imr.parse, "", { qqqqqqqqqqqqqqqqqqqq = 1 })
local of_corpora = {}
for _, name in ipairs(known(imr.open, "", { qqqqqqqqqqqqqqqqqqqq = 1 })) do
  of_corpora[#of_corpora + 1] = not table.concat(options, " "):find(name, 1, true) and name or nil
end
local knowledge = known(imr.new, { qqqqqqqqqqqqqqqqqqqq = {} })
local functions, values = {}, {}
for _, name in ipairs(names_of(imr)) do
  table.insert(type(imr[name]) == "function" and functions or values, name)
end

describe("every exported name", function()
  it("has a section in docs/api.md", function()
    assert.are.same({}, missing(names_of(imr), function(name)
      return section(API, ("## `imr.%s`"):format(name)) ~= nil
    end))
  end)

  it("has, if a function, there its synopsis, arguments, returns, errors and an example that is run", function()
    for _, name in ipairs(functions) do
      local text = section(API, ("## `imr.%s`"):format(name))
      local _, parts = text:gsub("\n### %w+", "")
      assert.are.equal(5, parts, name)
      for _, part in ipairs { "Synopsis", "Arguments", "Returns", "Errors", "Example" } do
        assert.truthy(section(text, "### " .. part), name .. ": " .. part)
      end
      assert.truthy(section(text, "### Synopsis"):find("imr." .. name .. "(", 1, true), name)
      local example = section(text, "### Example")
      assert.truthy(example:find "\n```lua\n" or example:find "\n```\n> ", name)
      assert.truthy(example:find("imr." .. name, 1, true), name)
    end
  end)

  it("is defined for editors", function()
    assert.are.same({}, missing(functions, function(name)
      return has(DEFINITIONS)(("\nfunction imr.%s("):format(name))
    end))
    assert.are.same({}, missing(values, function(name)
      return has(DEFINITIONS)(("\nimr.%s = nil"):format(name))
    end))
  end)

  it("has its help, with or without imr. before it", function()
    for _, name in ipairs(names_of(imr)) do
      assert.are.equal(imr.help(name), imr.help("imr." .. name))
      assert.are.equal("imr." .. name .. ":", imr.help(name):match "^%S+")
    end
  end)
end)

describe("every method of a parser", function()
  local methods = names_of(getmetatable(imr.new()))

  it("is named in docs/api.md and defined for editors", function()
    assert.is_true(#methods >= 6)
    assert.are.same({}, missing(methods, function(name)
      return has(section(API, "## `imr.new`"))(("`parser:%s("):format(name))
    end))
    assert.are.same({}, missing(methods, function(name)
      return has(DEFINITIONS)(("\nfunction Parser:%s("):format(name))
    end))
  end)

  it("takes in the definitions what the function of its name takes", function()
    for _, name in ipairs(methods) do
      local taken = DEFINITIONS:match(("\nfunction imr%%.%s%%((.-)%%)"):format(name))
      assert.are.equal(taken, DEFINITIONS:match(("\nfunction Parser:%s%%((.-)%%)"):format(name)), name)
    end
  end)
end)

describe("every method of a corpus", function()
  it("is named in docs/api.md and defined for editors", function()
    for _, name in ipairs { "each", "issues" } do
      assert.is_function(imr.open("")[name])
      assert.truthy(has(section(API, "## `imr.open`"))(("`corpus:%s()`"):format(name)), name)
      assert.truthy(has(DEFINITIONS)(("\nfunction Corpus:%s()"):format(name)), name)
    end
  end)
end)

describe("every option", function()
  it("has its entry in docs/api.md, in the definitions, and its help", function()
    assert.is_true(#options >= 6)
    assert.is_true(#of_corpora >= 4)
    table.move(of_corpora, 1, #of_corpora, #options + 1, options)
    assert.are.same({}, missing(options, function(name)
      return section(section(API, "## Options"), ("### `%s`"):format(name)) ~= nil
    end))
    assert.are.same({}, missing(options, function(name)
      return has(DEFINITIONS)(("\n---@field %s? "):format(name))
    end))
    assert.are.same({}, missing(options, has_help))
  end)

  it("says in docs/api.md what it is when it is left out", function()
    for _, name in ipairs(options) do
      assert.truthy(section(section(API, "## Options"), ("### `%s`"):format(name)):find "Default: ", name)
    end
  end)
end)

describe("every table of knowledge", function()
  it("is named at imr.new", function()
    assert.is_true(#knowledge >= 10)
    assert.are.same({}, missing(knowledge, function(name)
      return has(section(API, "## `imr.new`"))("`" .. name .. "`")
    end))
  end)
end)

describe("every feature", function()
  it("is explained", function()
    assert.are.same({}, missing(names_of(imr.features), function(name)
      return has(section(API, "## `imr.features`"))("`" .. name .. "`")
    end))
    assert.are.same({}, missing(names_of(imr.features), has(DEFINITIONS:match "(.-)\nimr%.features")))
  end)
end)

describe("every key of the schema", function()
  it("has its row in docs/schema.md, its field in the definitions, and its help", function()
    for _, key in ipairs(imr.schema()) do
      local place, name = key.path:match "^(.*)%.([^.]*)$"
      local heading = place and "`" .. place .. "`" or "The document"
      local rows
      for title, body in (SCHEMA .. "\n## "):gsub("\n## ", "\0"):gmatch "%z([^\n]*)([^%z]*)" do
        rows = rows or (title == heading or title:find(heading, 1, true)) and body
      end
      assert.truthy(rows and rows:find(("\n| `%s` | "):format(name or key.path), 1, true), key.path)
      local class = "\n---@class imr." .. key.level:gsub("^%l", string.upper) .. "\n"
      local fields = DEFINITIONS:match(class:gsub("%p", "%%%0") .. "(.-)\n\n")
      assert.truthy(fields and ("\n" .. fields):find("\n---@field " .. (name or key.path), 1, true), key.path)
      assert.truthy(imr.help(key.path):find(key.path .. ": a field of a document", 1, true))
    end
  end)
end)

describe("a key with one of a few values", function()
  it("has them in docs/schema.md as documents spell them", function()
    for _, row in ipairs {
      "| string | The fate of the utilization review's denial: `upheld`, `overturned` or `partially overturned`. |",
      "| `sex` | string | `female` or `male`. |",
      "| `conclusion` | string | `medically necessary` or `not medically necessary`: what the",
      "by the year it came up: `2013`, `2014`, `2015`, `2016` or `2018`. |",
    } do
      assert.truthy(SCHEMA:find(row, 1, true), row)
    end
  end)

  it("has in the definitions those that letters give it", function()
    local seen = 0
    local function check(level, record)
      for _, key in ipairs(level.keys) do
        local value = record[key.name]
        if key.values and value ~= nil then
          seen = seen + 1
          assert.truthy(has(table.concat(key.values, "\n") .. "\n")(value .. "\n"), key.name .. ": " .. value)
        elseif key.of and value ~= nil then
          for _, inner in ipairs(key.type == "record" and { value } or value) do
            check(key.of, inner)
          end
        end
      end
    end
    local _, _, levels = make.read()
    for _, level in ipairs(levels) do
      for _, key in ipairs(level.keys) do
        for _, other in ipairs(levels) do
          key.of = key.of == other.name and other or key.of
        end
      end
    end
    for _, name in ipairs(golden.names) do
      check(levels[1], golden.twin(name))
    end
    assert.is_true(seen > 300)
  end)
end)

describe("every code", function()
  it("of the pages on diagnostics and errors has its help", function()
    local codes = 0
    for _, page in ipairs { "docs/diagnostics.md", "docs/errors.md" } do
      for code in process.read(page):gmatch "\n### `([a-z-]+)`\n" do
        codes = codes + 1
        assert.truthy(imr.help(code):find("^" .. code:gsub("%-", "%%-") .. ": the code of an? "), code)
      end
    end
    assert.is_true(codes >= 25)
  end)

  it("of an input that cannot be read is defined for editors", function()
    local codes = section(process.read "docs/errors.md", "## Codes")
    for code in codes:gmatch "\n### `([a-z-]+)`\n" do
      assert.truthy(has(DEFINITIONS)(('\n---| "%s"'):format(code)), code)
    end
  end)
end)

describe("every command", function()
  -- The options that --help shows.
  local function shown(words)
    local names = {}
    for name in process.imr(words).out:gmatch "%-%-[a-z]+" do
      names[name] = true
    end
    return names_of(names)
  end

  local commands = {}
  for name in process.imr({ "--help" }).out:match("\nCommands:\n(.-)\n\n"):gmatch "[^\n]+" do
    commands[#commands + 1] = name:match "^%s+(%l+)  "
  end

  it("has a section in docs/command.md with all of its options, and its help", function()
    assert.is_true(#commands >= 2)
    for _, command in ipairs(commands) do
      local text = section(COMMAND, ("## `imr %s`"):format(command))
      assert.truthy(text, command)
      for _, part in ipairs { "Synopsis", "Arguments", "Returns", "Errors", "Example" } do
        assert.truthy(section(text, "### " .. part), command .. ": " .. part)
      end
      for _, option in ipairs(shown { command, "--help" }) do
        assert.truthy(option == "--help" or text:find("\n- `" .. option, 1, true), command .. " " .. option)
      end
      assert.truthy(has_help("imr " .. command))
    end
  end)
end)

describe("imr.help", function()
  it("lists what there is", function()
    local text = imr.help()
    for _, name in ipairs(names_of(imr)) do
      assert.truthy(text:find("\n  imr." .. name .. ": ", 1, true), name)
    end
    for _, key in ipairs(imr.schema()) do
      assert.truthy(key.path:find(".", 1, true) or text:find("\n  " .. key.path .. " (", 1, true), key.path)
    end
  end)

  it("knows a key by its last part, with indices, and by what holds it", function()
    local text = imr.help "issues.request.quantity"
    assert.are.equal(text, imr.help "quantity")
    assert.are.equal(text, imr.help "issues[2].request.quantity")
    assert.are.equal(text, imr.help "letter.issues[2].request.quantity")
    assert.truthy(imr.help("issues.request"):find("\n  quantity (number): ", 1, true))
    local sides = imr.help "citations"
    assert.truthy(sides:find("issues.administrator_guideline.citations", 1, true))
    assert.truthy(sides:find("issues.reviewer_guideline.citations", 1, true))
  end)

  it("tells of both where a name is two things", function()
    local text = imr.help "too-large"
    assert.truthy(text:find("the code of a diagnostic", 1, true))
    assert.truthy(text:find("the code of an error", 1, true))
    text = imr.help "spans"
    assert.truthy(text:find("spans: an option", 1, true))
    assert.truthy(text:find("a field of a document", 1, true))
  end)

  it("explains the words of the field, and of these pages", function()
    for _, word in ipairs { "MTUS", "ACOEM", "ODG", "UR", "corpus", "record", "claims administrator" } do
      assert.truthy(imr.help(word):find(word .. ": what the word means", 1, true), word)
      assert.truthy(SCHEMA:find(("- **%s**: "):format(word), 1, true), word)
    end
    local text = imr.help "dialect"
    assert.truthy(text:find("what the word means", 1, true))
    assert.truthy(text:find("a field of a document", 1, true))
  end)

  it("shows no Markdown but backquotes", function()
    for _, page in ipairs(pages) do
      assert.is_nil(page.text:find "```", page.name)
      assert.is_nil(page.text:find "%]%(", page.name)
      assert.is_nil(page.text:find "<!%-%-", page.name)
      assert.is_nil(page.text:find "%*%*", page.name)
      for line in page.text:gmatch "[^\n]+" do
        assert.truthy(line:find "^    " or line:find "^> " or #line < 80, line)
      end
    end
  end)

  local wrong = {
    { "pars", "imr.parse" },
    { "parse_fiel", "imr.parse_file" },
    { "max_isues", "max_issues" },
    { "imr extrct", "imr extract" },
    { "issues.request.quantty", "issues.request.quantity" },
    { "ratonale", "issues.rationale" },
    { "acoem", "ACOEM" },
    { "missing-lable", "missing-label" },
  }
  for _, row in ipairs(wrong) do
    it(("raises for %q at the caller's line and says %q"):format(row[1], row[2]), function()
      local ok, problem = pcall(function() imr.help(row[1]) end)
      assert.is_false(ok)
      assert.truthy(problem:find("^spec/docs_spec.lua:%d+: help: name: "), problem)
      assert.truthy(problem:find(("did you mean %q?"):format(row[2]), 1, true), problem)
    end)
  end

  it("raises for what is near to nothing, and for what is no name", function()
    assert.has_error(function() imr.help "xylophone-orchestra" end,
      'help: name: nothing is called "xylophone-orchestra"; imr.help() lists what there is')
    assert.has_error(function() imr.help(5) end, "help: name: string expected, got number")
    assert.has_error(function() imr.help(("x"):rep(10000)) end)
  end)
end)

describe("core.distance", function()
  it("counts letters, with those that changed places as one, up to three", function()
    assert.are.equal(0, core.distance("a", "A"))
    assert.are.equal(1, core.distance("parse", "pasre"))
    assert.are.equal(3, core.distance("abc", ""))
    assert.is_nil(core.distance("parse", "schema"))
  end)
end)

describe("what is made of the sources", function()
  it("is up to date (else: scripts/docs)", function()
    assert.are.same({}, make.stale())
  end)

  it("is Lua", function()
    assert.truthy(loadfile "library/imr.lua")
    assert.truthy(loadfile "lua/imr/help_pages.lua")
  end)
end)

describe("the pages", function()
  local list = { "README.md", "docs/api.md", "docs/command.md", "docs/diagnostics.md", "docs/errors.md",
    "docs/schema.md", "docs/tutorial.md" }

  -- A heading as it is linked to.
  local function anchors(text)
    local found = {}
    for heading in ("\n" .. text):gmatch "\n#+ ([^\n]+)" do
      found[heading:lower():gsub("[^%w%s_-]", ""):gsub(" ", "-")] = true
    end
    return found
  end

  it("link to files and headings that are there", function()
    for _, page in ipairs(list) do
      local text = process.read(page)
      local folder = page:match "^(.*/)" or ""
      for target in text:gsub("```.-```", ""):gmatch "%]%(([^)]+)%)" do
        local path, anchor = target:match "^([^#]*)#?(.*)$"
        if not target:find "^https?:" then
          local file = path == "" and page or folder .. path
          assert.truthy(io.open(file), page .. ": " .. target)
          assert.truthy(anchor == "" or anchors(process.read(file))[anchor], page .. ": " .. target)
        end
      end
    end
  end)
end)
