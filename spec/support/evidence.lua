--- What stands in the ranges that a document's `spans` give, read without the parser's help.

local evidence = {}

-- Windows-1252, 0x80 to 0x9F; the places without a character hold U+FFFD.
local WINDOWS_1252 = {
  0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
  0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
  0x0153, 0xFFFD, 0x017E, 0x0178,
}

local function from_utf8(bytes)
  local codes, at = {}, 1
  while at <= #bytes do
    local valid = utf8.len(bytes, at, at)
    local first = bytes:byte(at)
    local code = valid and utf8.codepoint(bytes, at) or first >= 0xA0 and first or WINDOWS_1252[first - 0x7F]
    codes[#codes + 1] = code
    at = at + (valid and #utf8.char(code) or 1)
  end
  return codes
end

local function from_utf16(bytes, format)
  local codes, high = {}, nil
  for at = 1, #bytes - 1, 2 do
    local unit = format:unpack(bytes, at)
    if high and unit >= 0xDC00 and unit <= 0xDFFF then
      codes[#codes + 1] = 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00)
      high = nil
    elseif unit >= 0xD800 and unit <= 0xDBFF then
      high = unit
    else
      codes[#codes + 1] = unit
    end
  end
  return codes
end

-- The format of a UTF-16 source's units, by its mark or by its zero bytes; nil for other sources.
local function utf16_format(source)
  local mark = source:sub(1, 2)
  if mark == "\xFF\xFE" or mark == "\xFE\xFF" then
    return mark == "\xFF\xFE" and "<I2" or ">I2"
  end
  local start = source:sub(1, 512)
  local even, odd = select(2, start:gsub("\0.", "")), select(2, start:gsub(".\0", ""))
  if math.max(even, odd) > #start // 3 then
    return odd >= even and "<I2" or ">I2"
  end
end

local LIGATURES = { [0xFB00] = "ff", [0xFB01] = "fi", [0xFB02] = "fl", [0xFB03] = "ffi", [0xFB04] = "ffl",
  [0xFB05] = "st", [0xFB06] = "st" }
local BREAKS = { [0x0A] = true, [0x0B] = true, [0x0C] = true, [0x0D] = true, [0x85] = true, [0x2028] = true,
  [0x2029] = true }

local function is_white(code)
  return BREAKS[code] or code == 0x20 or code == 0x09 or code == 0xA0 or code == 0x1680
    or code >= 0x2000 and code <= 0x200A or code == 0x202F or code == 0x205F or code == 0x3000
end

local function is_invisible(code)
  return code == 0xAD or code >= 0x200B and code <= 0x200F or code >= 0x202A and code <= 0x202E
    or code >= 0x2060 and code <= 0x2064 or code == 0xFEFF or code < 0x20 or code >= 0x7F and code < 0xA0
end

-- Characters as one way of writing them: several hyphens and ligatures are plain in some values.
local function plain(code)
  if LIGATURES[code] then
    return LIGATURES[code]
  end
  return (code >= 0x2010 and code <= 0x2012 or code == 0x2212) and "-" or utf8.char(code)
end

-- Where a line ends with a hyphen, the value has the hyphen, or not, or a blank behind it.
local OPEN = {}

--- The ranges' bytes as the pieces of the text that they must be: characters, one blank for a run
--- of white space, and OPEN for a hyphen at a line's end.
local function pieces_of(source, ranges)
  local format = utf16_format(source)
  local codes = {}
  for i = 1, #ranges, 2 do
    local bytes = source:sub(ranges[i], ranges[i + 1])
    local more = format and from_utf16(bytes, format) or from_utf8(bytes)
    if i > 1 then
      codes[#codes + 1] = 0x0A
    end
    table.move(more, 1, #more, #codes + 1, codes)
  end
  local pieces, white, broken, soft = {}, false, false, false
  for _, code in ipairs(codes) do
    if is_white(code) then
      white, broken = true, broken or BREAKS[code]
    elseif code == 0xAD then
      soft = true
    elseif not is_invisible(code) then
      if white and #pieces > 0 then
        if broken and pieces[#pieces] == "-" then
          pieces[#pieces] = OPEN
        elseif not (broken and soft) then
          pieces[#pieces + 1] = " "
        end
      end
      for character in plain(code):gmatch(utf8.charpattern) do
        pieces[#pieces + 1] = character
      end
      white, broken, soft = false, false, false
    end
  end
  if pieces[1] == "\u{FEFF}" then
    table.remove(pieces, 1)
  end
  return pieces
end

local function folded(value)
  local parts = {}
  for _, code in utf8.codes(value) do
    parts[#parts + 1] = plain(code)
  end
  return table.concat(parts)
end

--- The ranges' bytes as clean text, every hyphen at a line's end kept.
---@param source string
---@param ranges integer[] first, last, first, last ...
---@return string
function evidence.text(source, ranges)
  local pieces = pieces_of(source, ranges)
  for i, piece in ipairs(pieces) do
    pieces[i] = piece == OPEN and "-" or piece
  end
  return table.concat(pieces)
end

--- Are the ranges' bytes, cleaned, this text? What becomes of a hyphen at a line's end depends on
--- the rest of the letter: there the text decides.
---@param source string
---@param ranges integer[]
---@param value string
---@return boolean
function evidence.is(source, ranges, value)
  local pieces = pieces_of(source, ranges)
  local at = { [1] = true } -- the places of the value that are reached
  value = folded(value)
  for _, piece in ipairs(pieces) do
    local next_at = {}
    for place in pairs(at) do
      for _, way in ipairs(piece == OPEN and { "", "-", "- " } or { piece }) do
        if value:sub(place, place + #way - 1) == way then
          next_at[place + #way] = true
        end
      end
    end
    at = next_at
  end
  return at[#value + 1] == true
end

--- The ranges' bytes as clean text, range by range.
---@param source string
---@param ranges integer[]
---@return string[]
function evidence.texts(source, ranges)
  local texts = {}
  for i = 1, #ranges, 2 do
    texts[#texts + 1] = evidence.text(source, { ranges[i], ranges[i + 1] })
  end
  return texts
end

--- Are the ranges pairs of places in the source, none of them empty?
---@param ranges integer[]
---@param source string
---@return boolean
function evidence.sound(ranges, source)
  for i = 1, #ranges, 2 do
    local first, last = ranges[i], ranges[i + 1]
    if math.type(first) ~= "integer" or math.type(last) ~= "integer" or first < 1 or last < first
      or last > #source then
      return false
    end
  end
  return #ranges > 0
end

--- A text without its blanks and hyphens.
---@param value string
---@return string
function evidence.squeezed(value)
  return (folded(value):gsub("[%s-]+", ""))
end

--- A value as a message shows it.
---@param value any
---@return string
function evidence.shown(value)
  return type(value) == "table" and table.concat(value, "-") or ("%q"):format(value)
end

---- documents -------------------------------------------------------------------------------------

local NO_EVIDENCE = { source = true, diagnostics = true, spans = true }

--- Every value of a document that was read from the letter, in no order: the path in the document,
--- the path in the schema, the value.
---@param document imr.Document
---@return { path: string, key: string, value: any }[]
function evidence.values(document)
  local list = {}
  local function walk(value, path, key)
    if type(value) ~= "table" then
      list[#list + 1] = { path = path, key = key, value = value }
    elseif key:find "%.pages$" and type(value[1]) == "table" then
      for i, range in ipairs(value) do
        list[#list + 1] = { path = ("%s[%d]"):format(path, i), key = key, value = range }
      end
    else
      for name, inner in pairs(value) do
        if type(name) == "number" then
          walk(inner, ("%s[%d]"):format(path, name), key)
        else
          walk(inner, path == "" and name or path .. "." .. name, key == "" and name or key .. "." .. name)
        end
      end
    end
  end
  for name, value in pairs(document) do
    if not NO_EVIDENCE[name] and not (name == "template" and value == "unknown") then
      walk(value, name, name)
    end
  end
  return list
end

return evidence
