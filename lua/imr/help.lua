--- What `imr.help` answers: the pages of the documentation, and the schema.
-- @module imr.help

local core = require "imr.core"
local card = require "imr.card"
local pages = require "imr.help_pages"

local help = {}

-- How a page is called, by its kind.
local KINDS = {
  ["function"] = "a function of imr",
  option = "an option",
  command = "a command",
  diagnostic = "the code of a diagnostic",
  error = "the code of an error",
  word = "what the word means",
}

-- A name as it may be typed: "imr.parse()" is parse, "issues[2].decision" is issues.decision.
local function bare(name)
  local text = name:gsub("^%s+", ""):gsub("%s+$", ""):gsub("%(.*%)$", ""):gsub("%[%d*%]", "")
  return (text:gsub("^imr[.:]", ""):gsub("^%l+:", ""):gsub("^letter%.", ""):gsub("^document%.", ""))
end

local function last_of(path)
  return path:match "[^.]*$"
end

local function listing(title, rows)
  return card.listing({ source = title }, rows)
end

---- keys ------------------------------------------------------------------------------------------

-- The keys of the record at a path, "" for the document's.
local function rows_below(path, keys)
  local rows, prefix = {}, path == "" and "" or path .. "."
  for _, key in ipairs(keys) do
    local name = key.path:sub(1, #prefix) == prefix and key.path:sub(#prefix + 1)
    if name and not name:find(".", 1, true) then
      rows[#rows + 1] = { ("%s (%s)"):format(name, key.type), key.meaning }
    end
  end
  return rows
end

-- A key with its meaning, and what is below it.
local function text_of_key(key, keys)
  local text = listing(key.path .. ": a field of a document", { { key.type, key.meaning } })
  local rows = rows_below(key.path, keys)
  return rows[1] and text .. "\n" .. listing("its fields", rows) or text
end

---- finding ---------------------------------------------------------------------------------------

local function text_of_page(page)
  return ("%s: %s\n\n%s"):format(page.name, KINDS[page.kind], page.text)
end

-- The texts of the pages and keys that are the name for `is_page` and `is_key`.
local function texts_of(keys, is_page, is_key)
  local texts = {}
  for _, page in ipairs(pages) do
    if is_page(page) then
      texts[#texts + 1] = text_of_page(page)
    end
  end
  for _, key in ipairs(keys) do
    if is_key(key.path) then
      texts[#texts + 1] = text_of_key(key, keys)
    end
  end
  return texts[1] and table.concat(texts, "\n\n")
end

-- What has this name, else what ends in it: "quantity", and "extract" for `imr extract`.
local function found(name, keys)
  return texts_of(keys, function(page)
    return page.name == name or page.kind ~= "command" and bare(page.name) == name
  end, function(path)
    return path == name
  end) or texts_of(keys, function(page)
    return page.kind == "command" and page.name == "imr " .. name
  end, function(path)
    return last_of(path) == name
  end)
end

local function nearest(name, keys)
  local best, least
  local function try(candidate, shown)
    local distance = core.distance(name, candidate)
    if distance and distance < #name and (not least or distance < least) then
      best, least = shown or candidate, distance
    end
  end
  for _, page in ipairs(pages) do
    try(bare(page.name), page.name)
  end
  for _, key in ipairs(keys) do
    try(key.path)
    try(last_of(key.path), key.path)
  end
  return best
end

---- what there is ---------------------------------------------------------------------------------

local GROUPS = { { "function", "Functions" }, { "option", "Options" }, { "command", "Commands" } }

local function overview(keys)
  local rows, texts = {}, {}
  for _, page in ipairs(pages) do
    rows[page.kind] = rows[page.kind] or {}
    table.insert(rows[page.kind], { page.name, page.text:match "^(.-%.)%s" or page.text })
  end
  for i, group in ipairs(GROUPS) do
    texts[i] = listing(group[2], rows[group[1]])
  end
  texts[#texts + 1] = listing("Fields of a document", rows_below("", keys))
  texts[#texts + 1] = [[
imr.help "parse" tells more of one of these, imr.help "issues.decision" of a
field, imr.help "missing-label" of the code of a diagnostic or an error, and
imr.help "MTUS" what a word means.]]
  return table.concat(texts, "\n\n")
end

--- The text on a name, or of all that there is.
---@param name? string
---@return string? text
---@return string? problem in words, where there is none
function help.find(name)
  if name ~= nil and type(name) ~= "string" then
    return nil, ("name: string expected, got %s"):format(type(name))
  end
  local keys = core.schema()
  if name == nil then
    return overview(keys)
  end
  local wanted = bare(name)
  local text = found(wanted, keys)
  if text then
    return text
  end
  local near = nearest(wanted, keys)
  if near then
    return nil, ("name: nothing is called %q; did you mean %q?"):format(name, near)
  end
  return nil, ("name: nothing is called %q; imr.help() lists what there is"):format(name)
end

return help
