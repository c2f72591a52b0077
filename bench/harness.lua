--- What the Lua programs that are measured share: the letters, the clock, the dump, JSON.
--
--     PROGRAM PACK                times its work on the letters of a pack, and prints
--                                 LETTERS BYTES SECONDS: processor time, of one pass over them all
--     PROGRAM PACK --dump FILE    writes what it reads, one JSON object a letter

local harness = {}

-- A pass over few letters, or a quick one, is repeated until so much time went by.
local SECONDS = 0.5
-- The first letters find cold caches and an empty heap; a long run hardly has such.
local WARM_UP = 200
local BUFFER = 256 * 1024

---@class BenchLetter
---@field id string
---@field text string

--- The letters of a pack, read one after the other.
---@param path string
---@return fun(): string?, string? # text, id
local function each(path)
  local file = assert(io.open(path, "rb"))
  file:setvbuf("full", BUFFER)
  return function()
    local line = file:read "l"
    if not line then
      file:close()
      return nil
    end
    local id, size = line:match "^%%%%%% (%S+) (%d+)$"
    local text = file:read(tonumber(size))
    file:read(1)
    return text, id
  end
end

---@param path string
---@return BenchLetter[]
function harness.letters(path)
  local letters = {}
  for text, id in each(path) do
    letters[#letters + 1] = { id = id, text = text }
  end
  return letters
end

-- A pass in which each letter is read and dropped, as by a script that goes through a folder.
local function pass_by_reading(parse, path)
  for text, id in each(path) do
    parse(text, id)
  end
end

local function seconds_of_a_pass(pass)
  collectgarbage()
  local passes, start, seconds = 0, os.clock(), 0
  while seconds < SECONDS do
    pass()
    passes, seconds = passes + 1, os.clock() - start
  end
  return seconds / passes
end

--- Does what the arguments of the program say.
---@param parse fun(text: string, id: string): any what is timed
---@param line_of fun(text: string, id: string): string a letter's line in a dump
---@param arguments string[]
---@param held? boolean the letters are in memory before the time is taken
function harness.run(parse, line_of, arguments, held)
  local path = arguments[1]
  local letters = harness.letters(path)
  if arguments[2] == "--dump" then
    local file = assert(io.open(arguments[3], "wb"))
    for _, letter in ipairs(letters) do
      assert(file:write(line_of(letter.text, letter.id), "\n"))
    end
    assert(file:close())
    return
  end
  local count, bytes = #letters, 0
  for i, letter in ipairs(letters) do
    bytes = bytes + #letter.text
    if i <= WARM_UP then
      parse(letter.text, letter.id)
    end
  end
  local function pass_over_held()
    for i = 1, count do
      parse(letters[i].text, letters[i].id)
    end
  end
  if not held then
    letters = nil
  end
  local pass = held and pass_over_held or function()
    pass_by_reading(parse, path)
  end
  print(("%d %d %.6f"):format(count, bytes, seconds_of_a_pass(pass)))
end

---- JSON ------------------------------------------------------------------------------------------

local function escaped(character)
  return ("\\u%04x"):format(character:byte())
end

--- A value as JSON: a table with a first element, or an empty one, is a list; keys are sorted.
---@param value any
---@return string
function harness.json(value)
  if type(value) == "string" then
    return '"' .. value:gsub('["\\%c]', escaped) .. '"'
  elseif math.type(value) == "float" then
    return ("%.6g"):format(value)
  elseif type(value) ~= "table" then
    return tostring(value)
  end
  local parts = {}
  if value[1] ~= nil or next(value) == nil then
    for i, element in ipairs(value) do
      parts[i] = harness.json(element)
    end
    return "[" .. table.concat(parts, ",") .. "]"
  end
  for key, element in pairs(value) do
    parts[#parts + 1] = harness.json(key) .. ":" .. harness.json(element)
  end
  table.sort(parts)
  return "{" .. table.concat(parts, ",") .. "}"
end

return harness
