-- JSON says what the document says, in the schema's order, whoever writes it; and a document of some
-- fields is the whole one, pruned.

local json = require "dkjson"
local core = require "imr.core"
local imr = require "imr"
local compare = require "spec.support.compare"
local effort = require "spec.support.effort"
local encode = require "spec.support.encode"
local golden = require "spec.support.golden"
local letter = require "spec.support.letter"

local schema = imr.schema()

-- Letters of all kinds: whole, damaged, converted, several in one, none at all.
local texts = {}
for _, name in ipairs(effort.some(golden.names, 16)) do
  texts[#texts + 1] = { name = name .. ".txt", text = golden.text(name) }
end
local MADE = letter.text { case = "CM16-0212345", issues = { {}, { rationale = "" }, { decision = "Overturned" } } }
for name, text in pairs {
  empty = "",
  ["some \"name\"\\\n\1é"] = MADE,
  utf16 = encode.utf16be(MADE),
  quotes = letter.text { summary = 'He said "no" \\ wrote \127 <a&b> \u{2028} \u{1F610} 1/2.' },
  controls = letter.text { summary = "The\1 left\27 knee." },
  several = MADE .. "\f" .. MADE,
} do
  texts[#texts + 1] = { name = name, text = text }
end
table.sort(texts, function(a, b) return a.name < b.name end)

-- The metatables by which dkjson tells lists from records are no part of what is compared.
local function decoded(text)
  local value, _, problem = json.decode(text, 1, nil, nil, nil)
  assert.is_nil(problem)
  return value
end

-- The keys of each level of the schema, in order, each with its type and its path.
local levels = {}
for _, key in ipairs(schema) do
  local outer, name = key.path:match "^(.*)%.([^.]*)$"
  outer, name = outer or "", name or key.path
  levels[outer] = levels[outer] or {}
  table.insert(levels[outer], { name = name, path = key.path, type = key.type })
end

local ESCAPES = { ['"'] = '\\"', ["\\"] = "\\\\", ["\b"] = "\\b", ["\f"] = "\\f", ["\n"] = "\\n", ["\r"] = "\\r",
  ["\t"] = "\\t" }

local function quoted(text)
  return '"' .. text:gsub('[%c"\\]', function(character)
    return ESCAPES[character] or ("\\u%04x"):format(character:byte())
  end) .. '"'
end

-- JSON as it must be, written from the schema alone.
local function written(value, kind, path)
  if kind == "record" then
    local members = {}
    for _, key in ipairs(levels[path]) do
      if value[key.name] ~= nil then
        members[#members + 1] = quoted(key.name) .. ":" .. written(value[key.name], key.type, key.path)
      end
    end
    return "{" .. table.concat(members, ",") .. "}"
  elseif kind == "byte ranges by path" then
    local members = {}
    for place, ranges in pairs(value) do
      members[#members + 1] = quoted(place) .. ":[" .. table.concat(ranges, ",") .. "]"
    end
    table.sort(members)
    return "{" .. table.concat(members, ",") .. "}"
  elseif type(value) == "table" then
    local items = {}
    for i, item in ipairs(value) do
      items[i] = written(item, kind == "list of records" and "record" or "string", path)
    end
    return "[" .. table.concat(items, ",") .. "]"
  elseif type(value) == "string" then
    return quoted(value)
  end
  return tostring(value)
end

describe("the JSON of a letter", function()
  local parser = core.new()

  for _, case in ipairs(texts) do
    local options = { name = case.name, spans = true }
    local documents = imr.parse_all(case.text, options)

    it("is what the core writes, byte for byte, in the schema's order: " .. case.name:gsub("%c", "?"), function()
      local lines = parser:json(case.text, options)
      assert.are.equal(#documents, #lines)
      for i, document in ipairs(documents) do
        assert.are.equal(written(document, "record", ""), imr.to_json(document))
        assert.are.equal(imr.to_json(document), lines[i])
      end
    end)

    it("reads back as the document: " .. case.name:gsub("%c", "?"), function()
      for _, document in ipairs(documents) do
        local text = imr.to_json(document)
        assert.truthy(utf8.len(text))
        assert.falsy(text:find "%c")
        assert.are.same(document, decoded(text))
      end
    end)
  end

  it("keeps integers integers", function()
    local back = decoded(imr.to_json(imr.parse(MADE)))
    assert.are.equal("integer", math.type(back.issues[2].number))
    assert.are.equal("integer", math.type(back.diagnostics[1].offset))
  end)
end)

describe("the JSON of a changed document", function()
  local function changed(change)
    local document = imr.parse(MADE, { name = "a" })
    change(document)
    return imr.to_json(document)
  end

  local function document_with(value)
    return changed(function(document)
      document.value = value
    end):match '"value":(.*)}$'
  end

  -- A value of the analyst's own, and its JSON.
  local values = {
    { "a string", "x", '"x"' },
    { "an empty string", "", '""' },
    { "a quote and a backslash", 'a"b\\c/', '"a\\"b\\\\c/"' },
    { "control characters", "\0\1\b\t\n\v\f\r\27\31", '"\\u0000\\u0001\\b\\t\\n\\u000b\\f\\r\\u001b\\u001f"' },
    { "text beyond ASCII", "é€😐", '"é€😐"' },
    { "bytes that are no UTF-8", "a\xE9b\xC0\xAF\xED\xA0\x80", '"a\u{FFFD}b' .. ("\u{FFFD}"):rep(5) .. '"' },
    { "an integer", 12, "12" },
    { "a negative integer", -7, "-7" },
    { "the largest integer", math.maxinteger, "9223372036854775807" },
    { "the smallest integer", math.mininteger, "-9223372036854775808" },
    { "a fraction", 0.5, "0.5" },
    { "a fraction that needs all digits", 0.1 + 0.2, "0.30000000000000004" },
    { "a very small number", 5e-324, nil },
    { "a very large number", 1e300, nil },
    { "a number that is none", 0 / 0, "null" },
    { "infinity", math.huge, "null" },
    { "true", true, "true" },
    { "false", false, "false" },
    { "a list", { 1, "a", true }, '[1,"a",true]' },
    { "a list in a list", { { 1 }, {} }, "[[1],[]]" },
    { "an empty table", {}, "[]" },
    { "a record, by names", { b = 1, a = { c = false }, B = 2 }, '{"B":2,"a":{"c":false},"b":1}' },
    { "a list of records", { { a = 1 }, { a = 2 } }, '[{"a":1},{"a":2}]' },
  }
  for _, row in ipairs(values) do
    it("holds the analyst's own keys: " .. row[1], function()
      local text = document_with(row[2])
      if row[3] then
        assert.are.equal(row[3], text)
      else
        assert.are.equal(row[2], tonumber(text))
      end
    end)
  end

  it("has the analyst's own keys behind the schema's, by name, on every level", function()
    local text = changed(function(document)
      document.zeta, document.alpha, document.summary = 1, 2, nil
      document.case.zeta, document.case.alpha = 3, 4
      document.issues[1].note = "mine"
      document.reviewer.specialties[2] = "added"
    end)
    assert.truthy(text:find('"priority":"standard","alpha":4,"zeta":3},"reviewer"', 1, true))
    assert.truthy(text:find('"specialties":["Pain Medicine","added"]', 1, true))
    assert.truthy(text:find('"note":"mine"},{"number":2', 1, true))
    assert.truthy(text:find '],"alpha":2,"zeta":1}$')
    assert.falsy(text:find '"summary"')
  end)

  it("keeps the schema's order for keys that were added again", function()
    local text = changed(function(document)
      local template, number = document.template, document.issues[1].number
      document.template, document.issues[1].number = nil, nil
      document.template, document.issues[1].number = template, number
      document.outcome = "partially overturned"
    end)
    assert.are.equal(imr.to_json(imr.parse(MADE, { name = "a" })), text)
  end)

  it("has records and lists that were emptied as what they are", function()
    local text = changed(function(document)
      document.issues = { {}, {} }
      document.diagnostics = {}
      document.case = {}
      document.reviewer.licensure = {}
    end)
    assert.truthy(text:find('"issues":[{},{}]', 1, true))
    assert.truthy(text:find('"diagnostics":[]', 1, true))
    assert.truthy(text:find('"case":{}', 1, true))
    assert.truthy(text:find('"licensure":[]', 1, true))
  end)

  it("is the same of a copy without metatables", function()
    local function copied(value)
      if type(value) ~= "table" then
        return value
      end
      local copy = {}
      for key, inner in pairs(value) do
        copy[key] = copied(inner)
      end
      return copy
    end
    local document = imr.parse(MADE)
    assert.are.equal(imr.to_json(document), imr.to_json(copied(document)))
  end)

  -- What has no form in JSON, and what the message must hold.
  local circle = {}
  circle.self = circle
  local refused = {
    { "a function", function(d) d.case.f = print end, "document.case.f", "function" },
    { "a userdata", function(d) d.issues[2].f = io.stdout end, "document.issues[2].f", "userdata" },
    { "a table inside itself", function(d) d.circle = circle end, "document.circle.self", "nested" },
    { "a number as a key", function(d) d.own = { [1.5] = "x" } end, "document.own", "key" },
    { "a list that has names", function(d) d.own = { 1, 2, x = 3 } end, "document.own", "key" },
    { "a list with a hole", function(d) d.own = { [1] = 1, [5] = 5 } end, "document.own", "key" },
    { "true as a key", function(d) d.own = { [true] = 1 } end, "document.own", "boolean" },
  }
  for _, row in ipairs(refused) do
    it("is refused, and its place told: " .. row[1], function()
      local ok, message = pcall(changed, row[2])
      assert.is_false(ok)
      assert.truthy(message:find(row[3], 1, true), message)
      assert.truthy(message:find(row[4], 1, true), message)
    end)
  end
end)

describe("a document of some fields", function()
  local ALWAYS = { source = true, template = true, diagnostics = true }

  -- Is the path, or one that it is inside of, or one that is inside of it, among the fields?
  local function wanted(path, fields)
    local part = false
    for _, field in ipairs(fields) do
      if path == field or path:sub(1, #field + 1) == field .. "." then
        return "whole"
      end
      part = part or field:sub(1, #path + 1) == path .. "."
    end
    return part and "part"
  end

  -- The places of the values that are left.
  local function places_of(spans, fields)
    local left = {}
    for place, ranges in pairs(spans) do
      local path = place:gsub("%b[]", "")
      if ALWAYS[path] or wanted(path, fields) then
        left[place] = ranges
      end
    end
    return left
  end

  local function pruned(record, path, fields)
    local left = {}
    for _, key in ipairs(levels[path]) do
      local value = record[key.name]
      local want = ALWAYS[key.path] and "whole" or wanted(key.path, fields)
      if value ~= nil and want and key.path == "spans" then
        left.spans = places_of(value, fields)
      elseif value ~= nil and want == "whole" then
        left[key.name] = value
      elseif value ~= nil and want and key.type == "record" then
        local inner = pruned(value, key.path, fields)
        left[key.name] = next(inner) and inner
      elseif value ~= nil and want then
        left[key.name] = {}
        for i, item in ipairs(value) do
          left[key.name][i] = pruned(item, key.path, fields)
        end
      end
    end
    return left
  end

  local sets = { { "template" } } -- which is there whatever is chosen
  for _, key in ipairs(schema) do
    sets[#sets + 1] = { key.path }
  end
  for i = 1, #schema do
    local j, k = i * 7 % #schema + 1, i * 11 % #schema + 1
    sets[#sets + 1] = { schema[i].path, schema[j].path, schema[k].path }
  end
  sets = effort.some(sets, 15)

  -- All paths over some letters and all the odd texts: a parse for each path takes its time.
  local some_texts = {}
  for i, case in ipairs(texts) do
    if not case.name:find "^%d+%.txt$" or i % 6 == 1 then
      some_texts[#some_texts + 1] = case
    end
  end
  for _, case in ipairs(effort.some(some_texts, 3)) do
    it("is the whole one, pruned, for every path: " .. case.name:gsub("%c", "?"), function()
      local full = imr.parse_all(case.text, { name = case.name, spans = true })
      local parser = core.new()
      for _, fields in ipairs(sets) do
        local options = { name = case.name, fields = fields }
        local some = imr.parse_all(case.text, options)
        local lines = parser:json(case.text, options)
        assert.are.equal(#full, #some)
        for i, document in ipairs(some) do
          local expected = pruned(full[i], "", fields)
          local about = table.concat(fields, ", ")
          assert.are.equal("", compare.differences(expected, document), about)
          assert.are.equal(written(expected, "record", ""), imr.to_json(document), about)
          assert.are.equal(imr.to_json(document), lines[i], about)
        end
      end
    end)
  end

  it("has the places of its diagnostics, whatever is left out", function()
    local damaged = MADE:gsub("MAXIMUS guideline:", "", 1)
    local full = imr.parse(damaged)
    assert.is_true(#full.diagnostics >= 2)
    for _, fields in ipairs(sets) do
      assert.are.same(full.diagnostics, imr.parse(damaged, { fields = fields }).diagnostics)
    end
  end)
end)
