--- Words, dates and numbers in running text, in a letter as in the document's clean texts, and their
--- replacement: letter case, the shape of a date and white space within stay as they were.

local tokens = {}

-- ---- phrases ------------------------------------------------------------------------------------

--- Phrases by their first words, the longest first.
---@param values table<string, any> by phrases in lower case
---@return table<string, table[]> by first word: {phrase, value}
function tokens.phrases(values)
  local index = {}
  for phrase, value in pairs(values) do
    local first = phrase:match "^%w+"
    index[first] = index[first] or {}
    table.insert(index[first], { phrase, value })
  end
  for _, list in pairs(index) do
    table.sort(list, function(a, b)
      return #a[1] > #b[1] or (#a[1] == #b[1] and a[1] < b[1])
    end)
  end
  return index
end

-- Where the phrase ends that begins at `at`; nil where another text stands there. Lines may end
-- between its words, and behind a hyphen within them.
local function phrase_end(text, at, phrase)
  for i = 1, #phrase do
    local sign = phrase:sub(i, i)
    if sign == " " then
      local _, last = text:find("^%s+", at)
      if not last then
        return nil
      end
      at = last + 1
    else
      local _, broken = text:find("^%-[ \t]*\r?\n%s*", at)
      if broken and i > 1 and sign ~= "-" then
        at = broken + 1
      end
      if text:sub(at, at):lower() ~= sign then
        return nil
      end
      at = at + 1
    end
  end
  return not text:find("^[%w]", at) and at - 1 or nil
end

-- The first word at `at`, whole although a line's end breaks it.
local function word_at(text, at)
  local word, last = text:match("^(%w+)()", at)
  local rest = text:match("^%-[ \t]*\r?\n%s*(%l+)", last)
  return word:lower(), rest and (word .. rest):lower()
end

-- The longest phrase at `at`: its end and its value.
local function phrase_at(text, at, index)
  local word, joined = word_at(text, at)
  for _, first in ipairs { word, joined } do
    for _, row in ipairs(index[first] or {}) do
      local last = phrase_end(text, at, row[1])
      if last then
        return last, row[2]
      end
    end
  end
end

local function is_word_start(text, at)
  return text:find("^%w", at) and not (at > 1 and text:find("^[%w]", at - 1))
end

--- Calls `take` with the first and last byte and the value of each phrase in the text.
---@param text string
---@param index table of tokens.phrases
---@param take fun(first: integer, last: integer, value: any)
function tokens.each_phrase(text, index, take)
  local at = 1
  while at <= #text do
    local last, value
    if is_word_start(text, at) then
      last, value = phrase_at(text, at, index)
    end
    if last then
      take(at, last, value)
    end
    at = (last or at) + 1
  end
end

--- A word in the letter case of another.
---@param word string
---@param like string
---@return string
function tokens.cased(word, like)
  if like == like:upper() and #like:gsub("%A", "") > 1 then
    return word:upper()
  elseif like:find "^%u" then
    return word:sub(1, 1):upper() .. word:sub(2)
  end
  return word:lower()
end

-- ---- dates --------------------------------------------------------------------------------------

local MONTHS = {
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November", "December",
}
local LENGTHS = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 }

local function move(year, month, day, days)
  -- noon in UTC, so that no change of clocks moves a day
  local moved = os.date("!*t", os.time { year = year, month = month, day = day + days, hour = 12 })
  return moved.year, moved.month, moved.day
end

--- A date some days later.
---@param date string YYYY-MM-DD
---@param days integer
---@return string
function tokens.moved(date, days)
  local year, month, day = date:match "^(%d+)-(%d+)-(%d+)$"
  return ("%04d-%02d-%02d"):format(move(tonumber(year), tonumber(month), tonumber(day), days))
end

local function exists(year, month, day)
  return month >= 1 and month <= 12 and day >= 1 and day <= LENGTHS[month] and (month ~= 2 or day < 29 or year % 4 == 0)
end

-- A number as wide as another was: "03" for "12", "3" for "4".
local function as_wide(n, like)
  return (#like == 2 and like:sub(1, 1) == "0") and ("%02d"):format(n) or tostring(n)
end

local function numeric_date(text, at, days)
  local month, first, day, second, year, last = text:match("^(%d%d?)(%s*[/-]%s*)(%d%d?)(%s*[/-]%s*)(%d+)()", at)
  if not month or (#year ~= 2 and #year ~= 4) or text:find("^[/%w]", last) then
    return nil
  end
  -- "7-8/10" is a pain
  if first:gsub("%s", "") ~= second:gsub("%s", "") and (tonumber(year) == 10 or #year ~= 2) then
    return nil
  end
  local whole = #year == 4 and tonumber(year) or (tonumber(year) < 40 and 2000 or 1900) + tonumber(year)
  if not exists(whole, tonumber(month), tonumber(day)) then
    return nil
  end
  local wide = month:sub(1, 1) == "0" or day:sub(1, 1) == "0" or (#month == 2 and #day == 2)
  local y, m, d = move(whole, tonumber(month), tonumber(day), days)
  local shape = wide and "%02d" or "%d"
  local shown = #year == 4 and tostring(y) or ("%02d"):format(y % 100)
  return last - 1, shape:format(m) .. first .. shape:format(d) .. second .. shown
end

local function iso_date(text, at, days)
  local year, month, day, last = text:match("^(%d%d%d%d)-(%d%d)-(%d%d)()%f[^%w-]", at)
  if year and exists(tonumber(year), tonumber(month), tonumber(day)) then
    return last - 1, tokens.moved(year .. "-" .. month .. "-" .. day, days)
  end
end

local function named_date(text, at, days)
  local name, gap, day, between, year, last = text:match("^(%u%a+)(%.?%s+)(%d%d?)(,?%s+)(%d%d%d%d)()", at)
  if not name then
    return nil
  end
  for month, full in ipairs(MONTHS) do
    if full == name or (#name <= 4 and full:sub(1, #name) == name) then
      local y, m, d = move(tonumber(year), month, tonumber(day), days)
      local shown = full == name and MONTHS[m] or MONTHS[m]:sub(1, 3)
      return last - 1, shown .. gap .. as_wide(d, day) .. between .. y
    end
  end
end

-- ---- numbers ------------------------------------------------------------------------------------

local ONES = {
  "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
  "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
}
local TENS = { "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety" }

local function spelt(n)
  if n < 20 then
    return ONES[n]
  end
  local rest = n % 10
  return TENS[n // 10] .. (rest > 0 and "-" .. ONES[rest] or "")
end

local VALUES = {}
for n = 1, 99 do
  VALUES[spelt(n)] = n
end

-- The number at `at`, in figures or words: its end, its value, and its fraction as written. None are
-- codes, levels of the spine, and the figures of names.
local function number_at(text, at)
  local before = text:sub(1, at - 1)
  local word, last = text:match("^(%a+)()", at)
  if word then
    local value = VALUES[word:lower()]
    if value and not before:find "[%w-]$" and not text:find("^%-%a", last) then
      return last - 1, value, nil
    end
    return nil
  end
  local figures, behind = text:match("^(%d+)()", at)
  if not figures or before:find "[%d.]$" or #figures > 4 then
    return nil
  end
  local letter = before:match "(%a)$"
  if letter and not letter:find "[QqXx]" then
    return nil
  end
  if before:find "%f[%w][CTLSctls]%d+[-/]%a?$" then
    return nil
  end
  local fraction, next_at = text:match("^(%.%d+)()", behind)
  return (next_at or behind) - 1, math.tointeger(tonumber(figures)), fraction or ""
end

--- The whole numbers that a heading tells.
---@param text string
---@return table<integer, boolean>
function tokens.numbers(text)
  local found, at = {}, 1
  while at <= #text do
    local last, value, fraction = number_at(text, at)
    local date = numeric_date(text, at, 0)
    if date then
      last = date
    elseif last and (not fraction or not fraction:find "[1-9]") then
      found[value] = true
    end
    if not last and text:find("^%a", at) then
      last = text:match("^%a+()", at) - 1
    end
    at = (last or at) + 1
  end
  return found
end

local function swapped_number(text, at, number)
  local last, value, fraction = number_at(text, at)
  if not last then
    return nil
  elseif fraction then
    local figures = text:match("^%d+", at)
    return last, value == 0 and figures .. fraction or tostring(number(value)) .. fraction
  end
  return last, tokens.cased(spelt(number(value)), text:sub(at, last))
end

local function swapped_age(text, at, age)
  local figures, behind = text:match("^(%d+)()", at)
  if not figures or tonumber(figures) ~= age.from or text:find("^%w", at - 1) then
    return nil
  end
  local letters = text:match("^[^%w,.;:]*(%a+)", behind)
  if letters and (letters:find "^[Yy][EeRr]" or letters:lower() == "y" or letters:lower() == "yo") then
    return behind - 1, tostring(age.to)
  end
end

-- ---- replacement --------------------------------------------------------------------------------

local function inside(at, ranges)
  for _, range in ipairs(ranges) do
    if at >= range[1] and at <= range[2] then
      return range[2]
    end
  end
end

local function swapped_at(text, at, swaps, heading)
  local last, other
  if text:find("^%d", at) and not (at > 1 and text:find("^[%d.]", at - 1)) then
    last, other = numeric_date(text, at, swaps.days)
    if not last then
      last, other = iso_date(text, at, swaps.days)
    end
    if not last and swaps.age then
      last, other = swapped_age(text, at, swaps.age)
    end
  elseif text:find("^%u", at) and is_word_start(text, at) then
    last, other = named_date(text, at, swaps.days)
  end
  if not last and is_word_start(text, at) then
    last, other = phrase_at(text, at, swaps.phrases)
    other = last and tokens.cased(other, text:sub(at, last))
  end
  if not last and heading then
    last, other = swapped_number(text, at, swaps.number)
  end
  return last, other
end

--- The text with its words, dates and ages swapped, and within headings its numbers.
---@param text string
---@param swaps Swaps
---@param kept integer[][] ranges of bytes that stay
---@param headings integer[][] ranges of bytes
---@return string
function tokens.replace(text, swaps, kept, headings)
  local out, at, from = {}, 1, 1
  while at <= #text do
    local last, other = inside(at, kept), nil
    if not last then
      last, other = swapped_at(text, at, swaps, inside(at, headings))
    end
    if other then
      out[#out + 1] = text:sub(from, at - 1)
      out[#out + 1] = other
      from = last + 1
    end
    at = (last or at) + 1
  end
  out[#out + 1] = text:sub(from)
  return table.concat(out)
end

-- ---- where the parts of a letter stand ----------------------------------------------------------

-- The letters and figures of a text, and where each stands: what line breaks and hyphens leave.
local function squeezed(text)
  local signs, places = {}, {}
  for at, sign in text:gmatch "()(%w)" do
    signs[#signs + 1] = sign
    places[#places + 1] = at
  end
  return table.concat(signs), places
end

local ENDS = 24 -- letters at either end by which a text is found that a page breaks

-- Where a clean text stands in the squeezed letter, from `from` on.
local function find_text(signs, value, from)
  local wanted = squeezed(value)
  local first, last = signs:find(wanted, from, true)
  local broken = signs:find(wanted:sub(1, ENDS), from, true)
  if broken and (not first or broken < first) then
    first = broken
    last = select(2, signs:find(wanted:sub(-ENDS), first + math.max(0, #wanted - ENDS), true))
  end
  return first, last
end

-- The last one before `limit`.
local function find_heading(signs, value, limit)
  local before, wanted = signs:sub(1, limit - 1):reverse(), squeezed(value):reverse()
  local last, first = before:find(wanted, 1, true)
  if not last then
    local ends = ENDS // 2
    last = before:find(wanted:sub(1, ends), 1, true)
    first = last and select(2, before:find(wanted:sub(-ends), last, true))
  end
  if last and first then
    return limit - first, limit - last
  end
end

--- The bytes of a letter that nothing is swapped in, and those of its headings.
---@param text string
---@param document table what the letter became
---@return integer[][] kept, integer[][] headings
function tokens.places(text, document)
  local signs, places = squeezed(text)
  local kept, headings, from = {}, {}, 1
  local function keep(value, name)
    local first, last = find_text(signs, value, from)
    assert(first and last, name .. " is not found in the letter")
    kept[#kept + 1] = { places[first], places[last] }
    return first, last
  end

  for _, issue in ipairs(document.issues) do
    local located = false
    for _, side in ipairs { "administrator_guideline", "reviewer_guideline" } do
      local statement = issue[side] and issue[side].text
      if statement then
        local first, last = keep(statement, side)
        from = last + 1
        if not located then
          -- summaries and rationales repeat headings, but before the statement
          local from_sign, to_sign = find_heading(signs, issue.heading, first)
          assert(from_sign, "the heading is not found in the letter: " .. issue.heading)
          headings[#headings + 1] = { places[from_sign], places[to_sign] }
          located = true
        end
      end
    end
  end
  if document.reviewer and document.reviewer.statement then
    from = 1
    keep(document.reviewer.statement, "reviewer.statement")
  end
  return kept, headings
end

return tokens
