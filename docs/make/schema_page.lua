--- docs/schema.md: every field of a document, and the words of these pages.

local words = require "docs.make.words"

local HEAD = [[
# What a document has

A document is what `imr` makes of a letter: a plain Lua table, and field for field the same as JSON.
This page lists every field with its type and meaning. In Lua `imr.schema()` gives the same list, at
the prompt of `imr repl` `help "issues.decision"` tells of one, and at the command line `imr parse
--fields help` of all. [Words](#words), at the end, explains MTUS, UR and what else is not plain.

A few rules hold for all fields:

- A field is absent (`nil`) where the letter does not say it. It is never an empty text, never a guess.
  Only `template`, `issues` and `diagnostics` are always there.
- Text is clean: wrapped lines are joined, page breaks and running headers are gone, and so are
  blanks at either end. It is UTF-8.
- A *date* is text, `YYYY-MM-DD`; dates in this form compare and sort as they should.
- A *number* is an integer where it can be: `QTY: 60.00` is 60.
- A *list* counts from 1, in the letter's order. An empty list is left out, but for `issues` and
  `diagnostics`. A *list of ranges* has pairs: pages 63 to 66 and 70 are `{{63, 66}, {70, 70}}`.
- A *record* is a table with the fields of its own section below.
- A value that is one of a few is printed below `like this`, and stands so in the document: mostly in
  lower case. Write `issue.decision == "upheld"`; it is never `"Upheld"`.

*Upheld* means that the denial stands: the treatment is not found necessary. *Overturned* means that
the treatment is found necessary.

<!-- Made from csrc/schema.def by docs/make.lua: not to be changed by hand. -->
]]

local function cell(text)
  return (text:gsub("|", "\\|"))
end

local function sentence(text)
  return text:sub(1, 1):upper() .. text:sub(2) .. (text:find "%.$" and "" or ".")
end

-- The meaning, with the values that it lists as code.
local function meaning_of(key)
  local text, at = key.meaning, 1
  for _, value in ipairs(key.values or {}) do
    local from, to = text:find(value, at, true)
    text = ("%s`%s`%s"):format(text:sub(1, from - 1), value, text:sub(to + 1))
    at = to + 3
  end
  return sentence(text)
end

local function titles(level)
  local places = {}
  for i, place in ipairs(level.places) do
    places[i] = place == "" and "The document" or "`" .. place .. "`"
  end
  return table.concat(places, ", ")
end

--- The text of docs/schema.md.
---@param levels docs.Level[]
---@return string
return function(levels)
  local out, sections = { HEAD }, {}
  for _, level in ipairs(levels) do
    sections[level.name] = titles(level):gsub("[`.,]", ""):gsub(" ", "-"):lower()
  end
  for _, level in ipairs(levels) do
    out[#out + 1] = ("## %s\n\n| field | type | meaning |\n|---|---|---|"):format(titles(level))
    for _, key in ipairs(level.keys) do
      local type = key.of and ("[%s](#%s)"):format(key.type, sections[key.of]) or key.type
      out[#out + 1] = ("| `%s` | %s | %s |"):format(key.name, type, cell(meaning_of(key)))
    end
    out[#out + 1] = ""
  end
  out[#out + 1] = "## Words\n"
  for _, word in ipairs(words) do
    out[#out + 1] = ("- **%s**: %s"):format(word[1], word[2])
  end
  return table.concat(out, "\n") .. "\n"
end
