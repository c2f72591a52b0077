--- lua/imr/help_pages.lua: the sections of docs/ that `imr.help` shows, by the names in their headings,
-- and the words that are explained.
--
-- A heading that is nothing but a name in backquotes ("## `imr.parse`") is such a section; it goes on
-- to the next heading that is not below it.

local process = require "spec.support.process"
local words = require "docs.make.words"

-- The pages, and what their sections are.
local PAGES = {
  { "docs/api.md", "function" },
  { "docs/command.md", "command" },
  { "docs/diagnostics.md", "diagnostic" },
  { "docs/errors.md", "error" },
}

local HEAD = [[
--- What `imr.help` shows of the documentation. Made by docs/make.lua from docs/*.md: not to be
-- changed by hand.
-- @module imr.help_pages

return {
]]

local WIDTH = 79

-- A paragraph in lines of at most WIDTH columns; those of an item of a list are set in.
local function wrapped(text)
  local lines, line = {}, nil
  local indent = text:find "^[->] " and "  " or ""
  for word in text:gmatch "%S+" do
    if line and utf8.len(line) + 1 + utf8.len(word) > WIDTH then
      lines[#lines + 1], line = line, indent .. word
    else
      line = line and line .. " " .. word or word
    end
  end
  lines[#lines + 1] = line
  return table.concat(lines, "\n")
end

-- A row of a table as an item of a list: what it tells of, and what it tells. The head of a table
-- and the line below it are none.
local function item_of(row, below)
  if row:find "^|[-|: ]+$" or below and below:find "^|[-|: ]+$" then
    return nil
  end
  local cells = {}
  for cell in row:gsub("\\|", "\0"):gmatch "|%s*([^|]-)%s*%f[|]" do
    cells[#cells + 1] = cell:gsub("%z", "|")
  end
  return ("- %s: %s"):format(cells[1], table.concat(cells, "; ", 2))
end

-- Markdown as one reads it in a terminal: links by their text, code set in, headings in capitals,
-- tables as lists.
local function plain(lines)
  local out, paragraph, fenced, hidden = {}, {}, false, false
  local function finish()
    if paragraph[1] then
      local text = table.concat(paragraph, " "):gsub("%[([^%]]+)%]%([^)]*%)", "%1"):gsub("%*%*", "")
      out[#out + 1] = wrapped(text)
      paragraph = {}
    end
  end
  for i, line in ipairs(lines) do
    if line:find "^```" then
      finish()
      fenced = not fenced
    elseif fenced then
      out[#out + 1] = line ~= "" and "    " .. line or ""
    elseif hidden or line:find "^<!%-%-" then
      hidden = not line:find "%-%->"
    elseif line:find "^#+ " then
      finish()
      out[#out + 1] = line:gsub("^#+ ", ""):upper()
    elseif line == "" then
      finish()
      out[#out + 1] = ""
    elseif line:find "^|" then
      finish()
      paragraph[1] = item_of(line, lines[i + 1])
    else
      if line:find "^%- " then
        finish()
      end
      paragraph[#paragraph + 1] = line
    end
  end
  finish()
  local text = table.concat(out, "\n"):gsub("\n\n\n+", "\n\n")
  return (text:gsub("^\n+", ""):gsub("\n+$", ""))
end

local function sections(path, kind, into)
  local open = {}
  local function close(level)
    while open[#open] and open[#open].level >= level do
      local section = table.remove(open)
      into[#into + 1] = { name = section.name, kind = section.kind, text = plain(section.lines) }
    end
  end
  local fenced, under = false, nil
  for line in process.read(path):gmatch "([^\n]*)\n" do
    fenced = fenced ~= (line:find "^```" ~= nil)
    local hashes = not fenced and line:match "^(#+) "
    local name = hashes and line:match "^#+ `([^`]+)`$"
    if hashes then
      close(#hashes)
      under = #hashes == 2 and line:match "^## (.*)$" or under
    end
    for _, section in ipairs(open) do
      section.lines[#section.lines + 1] = line
    end
    if name then
      local own = path == "docs/api.md" and under == "Options" and "option" or kind
      open[#open + 1] = { name = name, kind = own, level = #hashes, lines = {} }
    end
  end
  close(0)
end

--- The text of lua/imr/help_pages.lua.
---@return string
return function()
  local found, out = {}, { HEAD }
  for _, page in ipairs(PAGES) do
    sections(page[1], page[2], found)
  end
  for _, word in ipairs(words) do
    found[#found + 1] = { name = word[1], kind = "word", text = plain { word[2] } }
  end
  for _, section in ipairs(found) do
    assert(not section.text:find "]==]", section.name)
    out[#out + 1] = ("  { name = %q, kind = %q, text = [==[\n%s]==] },\n"):format(section.name, section.kind,
      section.text)
  end
  out[#out + 1] = "}\n"
  return table.concat(out)
end
