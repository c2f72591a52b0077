--- Text in the encodings in which letters come.

local encode = {}

-- Windows-1252, 0x80 to 0x9F; the places without a character hold 0.
local WINDOWS_1252 = {
  0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
  0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
}
local byte_of = {}
for i, code in ipairs(WINDOWS_1252) do
  byte_of[code] = 0x7F + i
end
for code = 0xA0, 0xFF do
  byte_of[code] = code
end

--- The text in Windows-1252; nil where a character of it is not in that code page.
---@param text string UTF-8
---@return string?
function encode.windows_1252(text)
  local possible = true
  local bytes = text:gsub(utf8.charpattern, function(character)
    local code = utf8.codepoint(character)
    if code < 0x80 then
      return nil
    end
    possible = possible and byte_of[code] ~= nil
    return possible and string.char(byte_of[code]) or ""
  end)
  return possible and bytes or nil
end

local function utf16(text, format)
  local units = {}
  for _, code in utf8.codes(text) do
    if code < 0x10000 then
      units[#units + 1] = format:pack(code)
    else
      code = code - 0x10000
      units[#units + 1] = format:pack(0xD800 + (code >> 10)) .. format:pack(0xDC00 + (code & 0x3FF))
    end
  end
  return table.concat(units)
end

--- The text in UTF-16, little-endian, without a mark.
---@param text string UTF-8
---@return string
function encode.utf16le(text)
  return utf16(text, "<I2")
end

--- The text in UTF-16, big-endian, without a mark.
---@param text string UTF-8
---@return string
function encode.utf16be(text)
  return utf16(text, ">I2")
end

encode.UTF8_MARK = "\u{FEFF}"
encode.UTF16LE_MARK = "\xFF\xFE"
encode.UTF16BE_MARK = "\xFE\xFF"

return encode
