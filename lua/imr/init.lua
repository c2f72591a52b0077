--- Reads the final determination letters of California's Independent Medical Review.
--
--     local imr = require "imr"
--     local letter = imr.parse_file("letters/001.txt")
--     print(letter)                                   -- a few lines on the letter
--     for _, issue in ipairs(letter.issues) do
--       print(issue.decision, issue.treatment)
--     end
--
-- A document is a plain table; `imr.schema()` lists its keys. Misuse (a wrong type, an unknown
-- option or field) raises an error at the line that called. A file that cannot be read gives
-- `nil, message, code`. A letter that is damaged, or no letter at all, is neither: it is a
-- document whose `diagnostics` say what was not found, where.
-- @module imr

local core = require "imr.core"
local card = require "imr.card"
local corpus = require "imr.corpus"
local locate = require "imr.locate"

card.install(core.metatables)

---@class imr
local imr = {}

--- The version of the module, "MAJOR.MINOR.PATCH".
---@type string
imr.version = core.version

--- What this build can do: `jit` (patterns are compiled to machine code), `archive`, `ndjson`,
--- `pdf` (letters are read from these; of PDFs, whether pdftotext was found when loaded).
---@type { jit: boolean, archive: boolean, ndjson: boolean, pdf: boolean }
imr.features = core.features

---@class imr.Document: table one parsed letter, with the keys of `imr.schema()`
---@class imr.Issue: table one of `document.issues`

---@class imr.ParseOptions
---@field name? string what `document.source` says. Default: none, and the path of a file
---@field fields? imr.Field[] only these keys; see below. Default: all
---@field max_bytes? integer bytes of a text that are read; beyond, the diagnostic "too-large".
--- Default: 67108864 (64 MiB)
---@field max_issues? integer issues of a letter that are read; beyond, "too-many-issues".
--- Default: 500
---@field spans? boolean `document.spans`: where in the text each value was read. With `fields`: of
--- the values that they name; and naming "spans" there asks for them as well. Default: false
---@field timeout? number seconds that pdftotext may take for a PDF. Default: 60

--- A key's path, such as "issues.decision"; a record's path ("case") means all of it. Whatever is
--- chosen, `source`, `template` and `diagnostics` are there.
---@alias imr.Field string

---@alias imr.KeyType
---| "string"
---| "date" # a string, YYYY-MM-DD
---| "integer"
---| "number"
---| "boolean"
---| "list of strings"
---| "list of ranges" # pairs of integers
---| "record"
---| "list of records"
---| "byte ranges by path" # of `spans`

---@class imr.Key
---@field path string such as "issues.decision"
---@field type imr.KeyType
---@field level string what the key is a key of: "document", "case", "issue" ...
---@field meaning string

---@alias imr.FileProblem
---| "not-found"
---| "permission-denied"
---| "is-a-directory"
---| "not-a-file" # a device, a socket, a pipe that nobody writes to
---| "io-error"
---| "no-pdftotext" # a PDF, and the program that reads it is not installed
---| "encrypted" # a PDF that opens with a password only
---| "damaged-pdf" # one that is cut off, or none beyond its first bytes
---| "no-text-layer" # one with pictures of its pages, no text
---| "timed-out" # one that takes longer than `timeout`
---| "too-large" # one of more than 64 MiB, or with more text than `max_bytes`

-- The arguments of the core's functions; of a parser's methods the first is the parser.
local ARGUMENTS = {
  new = { "knowledge" },
  to_json = { "document" },
  parse = { "parser", "text", "options" },
  parse_all = { "parser", "text", "options" },
  parse_file = { "parser", "path", "options" },
  open = { "parser", "source", "options" },
  each = { "parser", "source", "options" },
}

-- The core cannot know which line of the analyst's called, nor by what name: an error passes
-- through here to be raised as that line's. Callers return it as a tail call, so level 2 is their
-- caller.
local function give(name, ok, ...)
  if ok then
    return ...
  end
  local problem = ...
  if type(problem) ~= "string" then
    return error(problem, 0)
  end
  local position, what = problem:match "^bad argument #(%d+) to '.-' %((.*)%)$"
  if position then
    local argument = ARGUMENTS[name][tonumber(position)]
    local named = what:sub(1, #argument) == argument -- "document.case.f: ..."
    problem = named and what or ("%s: %s"):format(argument, what)
  end
  return error(("%s: %s"):format(name, problem), 2)
end

-- `imr:parse(text)` would hand over the module as the text.
local function not_a_method(name, first)
  if first == imr then
    error(("%s: call it with a full stop: imr.%s(...)"):format(name, name), 3)
  end
end

--- A parser with knowledge of its own beside what is built in.
---@class imr.Parser
---@field private core userdata
local Parser = {}
Parser.__index = Parser
Parser.__name = "imr.Parser"

-- Each method calls the core's method of the same name.
local function method(name)
  return function(self, ...)
    if getmetatable(self) ~= Parser then
      return error(("%s: call it as a method, with a colon: parser:%s(...)"):format(name, name), 2)
    end
    return give(name, pcall(self.core[name], self.core, ...))
  end
end

--- The first letter of a text.
---@param text string the bytes of a letter, in any encoding
---@param o? imr.ParseOptions
---@return imr.Document
-- @function Parser:parse
Parser.parse = method "parse"

--- Every letter of a text, in order; at least one document, also of a text without any letter.
---@param text string
---@param o? imr.ParseOptions
---@return imr.Document[]
-- @function Parser:parse_all
Parser.parse_all = method "parse_all"

--- The first letter of a file: a text, or a PDF, which its content tells.
---@param path string
---@param o? imr.ParseOptions
---@return imr.Document? document nil where the file cannot be read
---@return string? message that begins with the path
---@return imr.FileProblem? code
-- @function Parser:parse_file
Parser.parse_file = method "parse_file"

--- The letters of files, folders, patterns, lists of these, or standard input.
---@param source imr.Source
---@param o? imr.CorpusOptions
---@return imr.Corpus
function Parser:open(source, o)
  if getmetatable(self) ~= Parser then
    return error("open: call it as a method, with a colon: parser:open(...)", 2)
  end
  return give("open", pcall(corpus.new, self.core, source, o))
end

-- One pass through a corpus that nobody keeps.
local function each(parser, source, o)
  return corpus.new(parser, source, o):each()
end

--- `parser:open(source, o):each()`.
---@param source imr.Source
---@param o? imr.CorpusOptions
---@return fun(): (imr.Document|false|nil), imr.Problem?
---@return nil
---@return nil
---@return imr.Pass
function Parser:each(source, o)
  if getmetatable(self) ~= Parser then
    return error("each: call it as a method, with a colon: parser:each(...)", 2)
  end
  return give("each", pcall(each, self.core, source, o))
end

--- A document as one line of JSON: keys in the schema's order, then those that you added, by name.
---@param document imr.Document may have been changed since it was parsed
---@return string
function Parser.to_json(_, document)
  return give("to_json", pcall(core.to_json, document))
end

--- Where in the letter's text a value stands; see `imr.locate`.
---@param document imr.Document
---@param path string
---@param text string
---@return integer? line
---@return integer|string column or message
---@return string excerpt or code
function Parser:locate(document, path, text)
  if getmetatable(self) ~= Parser then
    error("locate: call it as a method, with a colon: parser:locate(...)", 2)
  end
  return locate.find(function(...) return self:parse_all(...) end, document, path, text)
end

--- The document's keys, in order.
---@return imr.Key[]
function Parser.schema()
  return core.schema()
end

--- A parser that knows more than what is built in:
---
---     local parser = imr.new {
---       specialties = {["Wilderness Medicine"] = {board = "Emergency Medicine"}},
---     }
---     local letter = parser:parse(text)
---
--- Raises where a table, an entry or a value of it is wrong, naming it.
---@param o? table<string, table<string, table>> tables of knowledge, laid over the built-in ones
---@return imr.Parser
function imr.new(o)
  not_a_method("new", o)
  local made, parser = pcall(core.new, o)
  if not made then
    return give("new", made, parser)
  end
  return setmetatable({ core = parser }, Parser)
end

-- The functions of the module work on one parser without additions, made when first used:
-- `require "imr"` stays quick.
local default
local function shared(name)
  return function(first, ...)
    not_a_method(name, first)
    default = default or core.new()
    return give(name, pcall(default[name], default, first, ...))
  end
end

--- The first letter of a text.
---
---     local letter = imr.parse(text)
---     print(letter.outcome)                           -- "upheld"
---
---@param text string the bytes of a letter, in any encoding
---@param o? imr.ParseOptions
---@return imr.Document
-- @function parse
imr.parse = shared "parse"

--- Every letter of a text, in order; at least one document, also of a text without any letter.
---@param text string
---@param o? imr.ParseOptions
---@return imr.Document[]
-- @function parse_all
imr.parse_all = shared "parse_all"

--- The first letter of a file: a text, or a PDF, which its content tells.
---
---     local letter, message, code = imr.parse_file("letters/001.txt")
---     if not letter then print(message) end
---
---@param path string
---@param o? imr.ParseOptions
---@return imr.Document? document nil where the file cannot be read
---@return string? message that begins with the path
---@return imr.FileProblem? code
-- @function parse_file
imr.parse_file = shared "parse_file"

--- The letters of files, folders, patterns, lists of these, or standard input, to be gone through
--- as often as is wanted:
---
---     local letters = imr.open("letters", { unique = "case.number" })
---     for letter, problem in letters:each() do
---       if letter then print(letter.outcome) else print(problem.message) end
---     end
---     print(letters.read, letters.failed, letters.duplicates)
---     for issue, letter in letters:issues() do ... end
---
--- What cannot be read is no error here, it comes up in each pass.
---@param source imr.Source
---@param o? imr.CorpusOptions
---@return imr.Corpus
function imr.open(source, o)
  not_a_method("open", source)
  default = default or core.new()
  return give("open", pcall(corpus.new, default, source, o))
end

--- One pass through the letters of a source: `imr.open(source, o):each()`.
---
---     for letter, problem in imr.each "letters/2016*" do ... end
---
---@param source imr.Source
---@param o? imr.CorpusOptions
---@return fun(): (imr.Document|false|nil), imr.Problem? # a letter, or false and why an input cannot
--- be read
---@return nil
---@return nil
---@return imr.Pass
function imr.each(source, o)
  not_a_method("each", source)
  default = default or core.new()
  return give("each", pcall(each, default, source, o))
end

--- A document as one line of JSON: keys in the schema's order, then those that you added, by name.
--- A number that is none (NaN, infinity) becomes null; bytes that are no UTF-8 become U+FFFD.
--- Raises for what JSON has no form for: a function, a list with a gap, a table inside itself.
---@param document imr.Document may have been changed since it was parsed
---@return string
function imr.to_json(document)
  not_a_method("to_json", document)
  return give("to_json", pcall(core.to_json, document))
end

---@alias imr.LocateProblem
---| "no-such-value" # the document has no value at this path
---| "no-place" # the value was not read from the text, as `source` was not
---| "other-text" # the text is not the one that the document was parsed from

--- Where in the letter's text a value stands: for looking it up by eye.
---
---     local line, column, excerpt = imr.locate(letter, "issues[1].request.quantity", text)
---     print(("%s:%d: %s"):format(letter.source, line, excerpt))
---
--- A document that was parsed with {spans = true} knows its places, of others the text is parsed
--- again. A record's or list's place is that of the first value in it, a diagnostic's is its own.
--- Raises where the path is none of the schema's, naming the nearest.
---@param document imr.Document
---@param path string such as "case.number", "issues[2].decision", "diagnoses[1]"
---@param text string the bytes that the document was parsed from
---@return integer? line from 1; nil where there is no such value
---@return integer|string column in bytes, from 1; or a message
---@return string excerpt clean text around the value; or an `imr.LocateProblem`
function imr.locate(document, path, text)
  not_a_method("locate", document)
  return locate.find(imr.parse_all, document, path, text)
end

--- The document's keys, in order.
---
---     for _, key in ipairs(imr.schema()) do print(key.path, key.type, key.meaning) end
---
---@return imr.Key[]
function imr.schema()
  return core.schema()
end

--- What the documentation says of a name: a function ("parse"), an option ("max_issues"), a command
--- ("imr extract"), a field of a document ("issues.request.quantity", or "quantity" alone), the code of
--- a diagnostic or of an error, a word of the letters ("MTUS"). Without a name: what there is.
---
---     > imr.help "issues.request.quantity"
---
--- Raises for an unknown name, with the nearest one.
---@param name? string
---@return string text to read
function imr.help(name)
  not_a_method("help", name)
  local text, problem = require("imr.help").find(name)
  if not text then
    error("help: " .. problem, 2)
  end
  return text
end

return imr
