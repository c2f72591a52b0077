-- A letter says the same however it is laid out: what PDF readers make of lines, pages and white
-- space is not what the letter says.

local core = require "imr.core"
local imr = require "imr"
local compare = require "spec.support.compare"
local effort = require "spec.support.effort"
local encode = require "spec.support.encode"
local golden = require "spec.support.golden"
local layout = require "spec.support.layout"
local layouts = require "spec.support.layouts"

local PLACES = { ["diagnostics.line"] = true, ["diagnostics.column"] = true, ["diagnostics.offset"] = true }

local function without(document, code)
  for i = #document.diagnostics, 1, -1 do
    if document.diagnostics[i].code == code then
      table.remove(document.diagnostics, i)
    end
  end
  return document
end

-- The letters in UTF-8, one in a file, as they are laid out in spec/letters.
local letters = {}
for _, name in ipairs(golden.names) do
  local text = golden.text(name)
  local document = imr.parse(text)
  local fits = document.template == "final-determination"
  for _, diagnostic in ipairs(document.diagnostics) do
    fits = fits and diagnostic.code ~= "encoding-converted" and diagnostic.code ~= "second-letter"
  end
  if fits and golden.twin(name).template == "final-determination" then
    local headings = {}
    for i, issue in ipairs(document.issues) do
      headings[i] = issue.heading
    end
    letters[#letters + 1] =
      { name = name, text = text, document = document, lines = layout.read(text), headings = headings }
  end
end

local SINGLE, DOUBLE, COPIED = layouts.SINGLE, layouts.DOUBLE, layouts.COPIED
local FEEDS, BARE, BARE_FEEDS = layouts.FEEDS, layouts.BARE, layouts.BARE_FEEDS

local function written(breaks)
  return function(letter)
    return (layout.write(letter.lines, breaks))
  end
end

-- Single-spaced, and then changed all over.
local function replaced(pattern, replacement)
  return function(letter)
    return (layout.write(letter.lines, SINGLE):gsub(pattern, replacement))
  end
end

local function wrapped(width, breaks)
  return function(letter)
    return (layout.write(layout.wrap(letter.lines, width, letter.headings), breaks))
  end
end

local function as_it_is(pattern, replacement)
  return function(letter)
    return (letter.text:gsub("\r\n", "\n"):gsub(pattern, replacement))
  end
end

local rows = {
  { "single-spaced", written(SINGLE) },
  { "with a blank line after every line", written(DOUBLE) },
  { "as copied out of a PDF", function(letter) return " " .. layout.write(letter.lines, COPIED) end },
  { "with form feeds between pages", written(FEEDS) },
  { "without blank lines", written(BARE) },
  { "without blank lines, with form feeds between pages", written(BARE_FEEDS) },
  { "with CR LF", as_it_is("\n", "\r\n") },
  { "single-spaced, with CR LF", written { line = "\r\n", paragraph = "\r\n\r\n", page = "\r\n\r\n\r\n\r\n" } },
  { "with CR", as_it_is("\n", "\r") },
  { "single-spaced, with CR", written { line = "\r", paragraph = "\r\r", page = "\r\r\r\r" } },
  { "without blanks at line ends", as_it_is("[ \t]+\n", "\n") },
  { "with blanks at line ends", as_it_is("\n", "  \n") },
  { "indented", as_it_is("\n", "\n      ") },
  { "with tabs for runs of blanks", as_it_is("  +", "\t") },
  { "with no-break spaces", as_it_is(" ", "\u{A0}") },
  { "without a line break at its end", as_it_is("%s+$", "") },
  { "with blank lines before and behind it", as_it_is("^(.*)$", "\n\n\n%1\n\n\n") },
  { "behind a form feed", as_it_is("^", "\f") },
  { "with double blanks between words", replaced("(%S) (%S)", "%1  %2") },
  { "on lines of 60 bytes", wrapped(60, SINGLE) },
  { "on lines of 80 bytes", wrapped(80, SINGLE) },
  { "on lines of 100 bytes", wrapped(100, SINGLE) },
  { "on lines of 120 bytes", wrapped(120, SINGLE) },
  { "on lines of 60 bytes, without blank lines", wrapped(60, BARE) },
  { "on lines of 80 bytes, without blank lines", wrapped(80, BARE) },
  { "on lines of 100 bytes, without blank lines", wrapped(100, BARE) },
  { "on lines of 120 bytes, without blank lines", wrapped(120, BARE) },
  { "on lines of 100 bytes, as copied out of a PDF", wrapped(100, COPIED) },
  { "in UTF-8 with a mark", function(letter) return encode.UTF8_MARK .. letter.text end },
}

local encodings = {
  { "in UTF-16, little-endian", function(text) return encode.UTF16LE_MARK .. encode.utf16le(text) end },
  { "in UTF-16, big-endian", function(text) return encode.UTF16BE_MARK .. encode.utf16be(text) end },
  { "in UTF-16, little-endian, without a mark", encode.utf16le },
  { "in UTF-16, big-endian, without a mark", encode.utf16be },
  { "in Windows-1252", encode.windows_1252 },
}

describe("a letter", function()
  for _, row in ipairs(effort.some(rows, 5)) do
    local name, lay_out = row[1], row[2]
    for _, letter in ipairs(effort.some(letters, 15)) do
      it(("says the same %s: %s"):format(name, letter.name), function()
        local document = imr.parse(lay_out(letter))
        assert.are.equal("", compare.differences(letter.document, document, PLACES))
      end)
    end
  end

  for _, row in ipairs(effort.some(encodings, 2)) do
    local name, convert = row[1], row[2]
    for _, letter in ipairs(effort.some(letters, 20)) do
      local text = convert(letter.text)
      if text then
        it(("says the same %s: %s"):format(name, letter.name), function()
          local document = without(imr.parse(text), "encoding-converted")
          assert.are.equal("", compare.differences(letter.document, document, PLACES))
        end)
      end
    end
  end
end)

-- What a page break leaves behind where the line break was.
local page_breaks = {
  { "three blank lines", "\n\n\n\n" },
  { "many blank lines", "\n \n\n \n\n\n\n" },
  { "a form feed", "\n\f" },
  { "a form feed and blank lines", "\n\n\n\f\n\n" },
  { "a form feed and no line break", "\f" },
  { "a page number", "\n\n2 | Page\n\n" },
  { "a page number and a form feed", "\n\nPage 2 of 5\n\f" },
  { "a page number alone and a form feed", "\n\n2\n\f" },
  { "a form feed and a running title", "\n\fFinal Determination Letter for IMR Case Number CM16-0212345\n" },
}

describe("a page break at any line", function()
  -- What a letter says as one string, so that thousands are soon compared.
  local parser = core.new()
  local function said(text)
    return (parser:json(text)[1]:gsub('"line":%d+,"column":%d+,"offset":%d+', ""))
  end

  -- Of every break that changes what the letter says: the lines around it, and what is changed.
  local function changes(letter, lines, breaks, instead)
    local want, found = said(letter.text), {}
    local text, first, last = layout.write(lines, breaks)
    for at = 2, #lines, effort.thorough and 2 or 40 do
      local broken = text:sub(1, last[at - 1]) .. instead .. text:sub(first[at])
      if said(broken) ~= want then
        found[#found + 1] = ("between %q and %q: %s"):format(
          lines[at - 1].text:sub(-40),
          lines[at].text:sub(1, 40),
          compare.differences(letter.document, imr.parse(broken), PLACES, 2)
        )
      end
    end
    if #found > 3 then
      found = { found[1], found[2], found[3], ("and at %d more lines"):format(#found - 3) }
    end
    return table.concat(found, "\n")
  end

  for _, row in ipairs(effort.some(page_breaks, 9)) do
    local name, instead = row[1], row[2]
    for _, letter in ipairs(effort.some(letters, 20)) do
      it(("changes nothing where it is %s: %s"):format(name, letter.name), function()
        assert.are.equal("", changes(letter, letter.lines, SINGLE, instead))
      end)
    end
  end

  for _, letter in ipairs(effort.some(letters, 20)) do
    it("changes nothing where no line is blank: " .. letter.name, function()
      for i = 1, #page_breaks, 4 do
        assert.are.equal("", changes(letter, letter.lines, BARE, page_breaks[i][2]), page_breaks[i][1])
      end
    end)

    it("changes nothing in a letter as copied out of a PDF: " .. letter.name, function()
      assert.are.equal("", changes(letter, letter.lines, COPIED, " \n\n\n\n\n"))
    end)

    it("changes nothing where the lines are others: " .. letter.name, function()
      for _, width in ipairs { 50, 80 } do
        local lines = layout.wrap(letter.lines, width, letter.headings)
        assert.are.equal("", changes(letter, lines, BARE, "\n\f"), width)
      end
    end)
  end
end)

describe("a word broken at a line's end", function()
  -- The places in the text where a word of small letters stands that stands elsewhere too.
  local function repeated_words(text)
    local count, places = {}, {}
    for word in text:gmatch "%f[%a]%l+%f[%A]" do
      count[word] = (count[word] or 0) + 1
    end
    for at, word in text:gmatch " ()(%l+)%f[ .,]" do
      if #word >= 6 and count[word] > 1 then
        places[#places + 1] = { at = at, word = word }
      end
    end
    return effort.some(places, 60)
  end

  for _, letter in ipairs(effort.some(letters, 20)) do
    it("is rejoined where it stands elsewhere too: " .. letter.name, function()
      local summary = letter.text:find("CLINICAL CASE SUMMARY", 1, true)
      local lines = layout.write(layout.read(letter.text:sub(summary)), BARE)
      local before = letter.text:sub(1, summary - 1)
      for _, place in ipairs(repeated_words(lines)) do
        local middle = place.at + #place.word // 2
        local text = before .. lines:sub(1, middle - 1) .. "-\n" .. lines:sub(middle)
        assert.are.equal("", compare.differences(letter.document, imr.parse(text), PLACES, 2), place.word)
      end
    end)
  end
end)
