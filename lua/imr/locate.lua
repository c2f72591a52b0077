--- Where in a letter's text a value of its document stands.
-- @module imr.locate

local core = require "imr.core"

local locate = {}

-- The keys of the schema by path.
local keys = {}
for _, key in ipairs(core.schema()) do
  keys[key.path] = key
end

local LISTS = { ["list of strings"] = true, ["list of ranges"] = true, ["list of records"] = true }

local function is_list(path)
  return keys[path] ~= nil and LISTS[keys[path].type] == true
end

---- paths -----------------------------------------------------------------------------------------

-- The steps of "issues[2].request.drug": {name, index}; nil where it is no path at all.
local function steps_of(path)
  local steps = {}
  for part in (path .. "."):gmatch "([^.]*)%." do
    local name, index = part:match "^([%a_]+)%[(%d+)%]$"
    name = name or part:match "^[%a_]+$"
    if not name then
      return nil
    end
    steps[#steps + 1] = { name = name, index = math.tointeger(tonumber(index)) }
  end
  return steps
end

-- The schema's path as one of a document: every list but the last key's has an index, the steps'
-- where they have one.
local function with_indices(path, steps)
  local parts, here, number = {}, nil, 0
  for name in path:gmatch "[^.]+" do
    number = number + 1
    here = here and here .. "." .. name or name
    local step = steps and steps[number]
    local index = step and step.index or here ~= path and 1
    parts[number] = is_list(here) and index and ("%s[%d]"):format(name, index) or name
  end
  return table.concat(parts, ".")
end

local function unknown(path, steps)
  local nearest = core.nearest_path((path:gsub("%b[]", "")))
  if nearest then
    return ('path: unknown path "%s"; did you mean "%s"?'):format(path, with_indices(nearest, steps))
  end
  return ('path: unknown path "%s"; imr.schema() lists the keys, and of a list one is meant: '
    .. '"issues[1].decision"'):format(path)
end

-- The steps of a path that the schema knows; or nil and what is wrong.
local function checked(path)
  local steps = steps_of(path)
  if not steps then
    return nil, unknown(path)
  end
  local here
  for _, step in ipairs(steps) do
    here = here and here .. "." .. step.name or step.name
    if not keys[here] then
      return nil, unknown(path, steps)
    end
  end
  here = nil
  for i, step in ipairs(steps) do
    here = here and here .. "." .. step.name or step.name
    local odd = is_list(here) and (step.index == 0 or not step.index and i < #steps)
      or not is_list(here) and step.index
    if odd then
      local what = step.index == 0 and "lists count from 1" or is_list(here) and step.name .. " is a list"
        or step.name .. " is no list"
      step.index = step.index == 0 and 1 or nil
      local meant = with_indices((path:gsub("%b[]", "")), steps)
      return nil, ('path: "%s": %s; did you mean "%s"?'):format(path, what, meant)
    end
  end
  return steps
end

---- values ----------------------------------------------------------------------------------------

-- The value that the steps lead to; nil where the document does not have it.
local function value_at(document, steps)
  local value = document
  for _, step in ipairs(steps) do
    for _, key in ipairs { step.name, step.index } do
      if type(value) ~= "table" then
        return nil
      end
      value = value[key]
    end
  end
  return value
end

local function same(a, b)
  if type(a) ~= "table" or type(b) ~= "table" then
    return a == b
  end
  for key, value in pairs(a) do
    if not same(value, b[key]) then
      return false
    end
  end
  for key in pairs(b) do
    if a[key] == nil then
      return false
    end
  end
  return true
end

-- The first range of the value at `path`; of a record or a list, of the first value in it.
local function range_of(spans, path)
  local own = spans[path]
  if own then
    return own[1], own[2]
  end
  local first, last
  for inner, ranges in pairs(spans) do
    local next_byte = inner:sub(#path + 1, #path + 1)
    if inner:sub(1, #path) == path and (next_byte == "." or next_byte == "[")
      and (not first or ranges[1] < first or ranges[1] == first and ranges[2] > last) then
      first, last = ranges[1], ranges[2]
    end
  end
  return first, last
end

---- locate ----------------------------------------------------------------------------------------

-- The spans of the letter of `text` that says at `path` what the document says.
local function spans_anew(parse_all, document, steps, text)
  local letters = parse_all(text, { spans = true })
  local number = math.tointeger(tonumber((tostring(document.source):match "#(%d+)$")))
  local value = value_at(document, steps)
  local own = number and letters[number]
  if own and same(value_at(own, steps), value) then
    return own.spans
  end
  for _, letter in ipairs(letters) do
    if same(value_at(letter, steps), value) then
      return letter.spans
    end
  end
end

--- What `imr.locate` does. A wrong argument is raised as the caller's error; `imr` calls this last, so
--- that the caller is the analyst's line.
---@param parse_all fun(text: string, o: imr.ParseOptions): imr.Document[]
---@param document imr.Document
---@param path string
---@param text string
---@return integer? line
---@return integer|string column or message
---@return string excerpt or code
function locate.find(parse_all, document, path, text)
  local steps, problem
  if type(document) ~= "table" then
    problem = ("document: table expected, got %s"):format(type(document))
  elseif type(path) ~= "string" then
    problem = ("path: string expected, got %s"):format(type(path))
  elseif type(text) ~= "string" then
    problem = ("text: string expected, got %s; it is the text that the document was parsed from")
      :format(type(text))
  else
    steps, problem = checked(path)
  end
  if not steps then
    error("locate: " .. problem, 2)
  end
  local value = value_at(document, steps)
  if value == nil then
    return nil, ("%s: the document has no such value"):format(path), "no-such-value"
  end
  local first, last
  if steps[1].name == "source" then
    first = nil -- it was given, not read
  elseif steps[1].name == "diagnostics" then
    local diagnostic = value_at(document, { { name = "diagnostics", index = steps[1].index or 1 } })
    first = diagnostic and math.tointeger(diagnostic.offset)
    last = first and first - 1
  else
    local spans = document.spans or spans_anew(parse_all, document, steps, text)
    if type(spans) ~= "table" then
      return nil, ("%s: the text does not say what the document does: is it another letter's?"):format(path),
        "other-text"
    end
    first, last = range_of(spans, path)
  end
  if not first then
    return nil, ("%s: was not read from the text"):format(path), "no-place"
  elseif last > #text or first > #text + 1 then
    return nil, ("%s: stands behind the %d bytes of this text: is it another letter's?"):format(path, #text),
      "other-text"
  end
  return core.place(text, first, last)
end

return locate
