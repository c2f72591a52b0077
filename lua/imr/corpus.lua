--- Corpora: the letters of files, folders, patterns, lists of these, and standard input.
--
--     local letters = imr.open "letters"
--     for letter, problem in letters:each() do
--       if letter then
--         print(letter.source, letter.outcome)
--       else
--         print(problem.message)                      -- and the run goes on
--       end
--     end
--     print(letters.read, letters.failed)
--
-- A pass holds the letters of one file, and the names of the folders that it is in. It has no file
-- open between two letters.
-- @module imr.corpus

local core = require "imr.core"

local corpus = {}

---@alias imr.Source string|imr.Source[] a file, a folder (*.txt and *.pdf in it and below it, the
--- names compared bytewise), a pattern such as "2016/*.txt", "-" (standard input, which can be read
--- once only), or a list of these

---@class imr.CorpusOptions: imr.ParseOptions
---@field all? boolean every file of a folder, hidden ones too. Default: *.txt and *.pdf
---@field unique? imr.Field a key of the letter, such as "case.number": of letters with the same
--- value only the first is given, the later ones are counted. A letter without a value is given.
--- Default: all letters are given
---@field progress? fun(counts: imr.Counts, ended: boolean) called about once a second, and when the
--- pass has come to its end
---@field threads? integer how many threads may read. This build reads with one, whatever is given
---@field name? string what `source` says of standard input, the one thing that it is for here.
--- Default: "-"

--- How far a pass is.
---@class imr.Counts
---@field inputs integer files and streams looked at
---@field read integer letters read, duplicates among them
---@field failed integer inputs that could not be read
---@field duplicates integer letters not given, because of `unique`

--- An input that could not be read.
---@class imr.Problem
---@field source string its path
---@field message string in words, beginning with the path
---@field code imr.InputProblem

---@alias imr.InputProblem
---| imr.FileProblem
---| "unsupported" # an archive, or NDJSON: this build does not read them (`imr.features`)
---| "already-read" # standard input, in a second pass

---- sources ---------------------------------------------------------------------------------------

-- Appends the paths of a source to the list. `name` is what messages call it; `above` has the
-- lists that this one is in.
local function add_paths(source, name, list, above)
  if type(source) == "string" then
    if source:find("\0", 1, true) then
      error(name .. ": a path has no zero bytes", 0)
    end
    list[#list + 1] = source
    return list
  elseif type(source) ~= "table" then
    error(("%s: a path or a list of paths expected, got %s"):format(name,
      source == nil and "no value" or type(source)), 0)
  elseif above[source] then
    error(name .. ": a list that is inside itself", 0)
  end
  for key in pairs(source) do
    if math.type(key) ~= "integer" or key < 1 or key > #source then
      error(("%s: a list of paths expected, but it has the key %q"):format(name, tostring(key)), 0)
    end
  end
  above[source] = true
  for i = 1, #source do
    add_paths(source[i], ("%s[%d]"):format(name, i), list, above)
  end
  above[source] = nil
  return list
end

-- Endings of names, by the key of imr.features that says whether such a source can be read.
local ENDINGS = {
  tar = "archive",
  tgz = "archive",
  ["tar.gz"] = "archive",
  tzst = "archive",
  ["tar.zst"] = "archive",
  zip = "archive",
  ndjson = "ndjson",
  jsonl = "ndjson",
}
local COMPRESSED = { gz = true, zst = true }

local UNSUPPORTED = {
  archive = "%s: is an archive, which this version does not read; unpack it and read the folder",
  ndjson = "%s: is NDJSON, which this version does not read; read the files that its texts are from",
}

local function kind_of_name(path)
  local ending = path:match("%.(%w+)$", -8)
  if ending and COMPRESSED[ending:lower()] then
    ending = path:match("%.(%w+%.%w+)$", -8)
  end
  return ending and ENDINGS[ending:lower()]
end

-- What archives begin with: gzip, Zstandard; and tar, behind what it says of its first file. Of
-- Zip, which most documents of word processors are, a diagnostic tells.
local SIGNATURES = { { 1, "\x1F\x8B" }, { 1, "\x28\xB5\x2F\xFD" }, { 258, "ustar" } }

local function kind_of_content(bytes)
  for _, signature in ipairs(SIGNATURES) do
    local at, mark = signature[1], signature[2]
    if bytes:sub(at, at + #mark - 1) == mark then
      return "archive"
    end
  end
  return bytes:find '^%s*{%s*"id"%s*:' and "ndjson"
end

---- files -----------------------------------------------------------------------------------------

--- A walk through the files that paths name, in their order.
---@class imr.corpus.Files
---@field private paths string[]
---@field private all boolean
---@field private at integer the path that it is in
---@field private walk? userdata of that path
---@field private found boolean whether that had anything
local Files = {}
Files.__index = Files

---@param paths string[]
---@param all? boolean every file of a folder
---@return imr.corpus.Files
function corpus.files(paths, all)
  return setmetatable({ paths = paths, all = all, at = 0 }, Files)
end

--- The next file.
---@return string? path nil after the last
---@return "file"|"stream"|"empty"|"problem" kind "stream": standard input; "empty": a folder
--- without letters; "problem": what cannot be read, or a place that cannot be looked into
---@return string? message of a problem
---@return imr.InputProblem? code of a problem
function Files:next()
  if not self.walk then
    self.at = self.at + 1
    local path = self.paths[self.at]
    if not path then
      return nil, "empty"
    elseif path == "-" then
      return path, "stream"
    end
    local walk, message, code = core.walk(path, self.all)
    if not walk then
      return path, "problem", message, code
    end
    self.walk, self.found = walk, false
  end
  local path, message, code = self.walk:next()
  if path then
    self.found = true
    local kind = not message and kind_of_name(path)
    if kind then
      message, code = UNSUPPORTED[kind]:format(path), "unsupported"
    end
    return path, message and "problem" or "file", message, code
  end
  self:close()
  if not self.found then
    return self.paths[self.at], "empty"
  end
  return self:next()
end

--- Gives back what the walk holds.
function Files:close()
  if self.walk then
    self.walk:close()
    self.walk = nil
  end
end

---- reading ---------------------------------------------------------------------------------------

-- Standard input is gone once read, for every corpus.
local stdin_was_read = false

-- Every letter of standard input; or nil, message, code.
local function read_stream(plan)
  if stdin_was_read then
    return nil, "-: standard input can be read once only, and was read before", "already-read"
  end
  if plan.waiting then
    plan.waiting()
  end
  stdin_was_read = true
  local o = plan.options
  local text, message, code = core.read_stdin(o.max_bytes)
  local kind = text and kind_of_content(text)
  if kind then
    return nil, UNSUPPORTED[kind]:format "-", "unsupported"
  elseif text then
    text, message, code = core.extract_text(text, "-", o.timeout, o.max_bytes)
  end
  if not text then
    return nil, message, code
  end
  local named = { name = plan.name }
  for key, value in pairs(o) do
    named[key] = value
  end
  return plan.parser[plan.json and "json" or "parse_all"](plan.parser, text, named)
end

local function read_file(plan, path)
  return plan.parser[plan.json and "json_file" or "parse_file_all"](plan.parser, path, plan.options)
end

local Problem = { __name = "imr.Problem" }

function Problem:__tostring()
  return self.message
end

---- passes ----------------------------------------------------------------------------------------

--- A pass through a corpus: a function for a loop, that is closed when the loop is left.
---@class imr.Pass
---@field private plan table what corpus.new has made
---@field private files? imr.corpus.Files nil when it has ended
---@field private letters? table of the file that it is in
---@field private at integer how many of them it has passed
---@field private seen table<any, true> values of `unique`
---@field private counts imr.Counts
---@field private shown integer when `progress` was called last
local Pass = { __name = "imr.Pass" }

function Pass:__close()
  if self.files then
    self.files:close()
    self.files, self.letters, self.seen = nil, nil, nil
  end
end

local function tell(self, ended)
  local progress = self.plan.progress
  local now = progress and os.time()
  if progress and (ended or now ~= self.shown) then
    self.shown = now
    progress(self.counts, ended)
  end
end

-- Whether a letter has the value of one before it. Leaves nothing in it that was not asked for.
local function is_duplicate(self, letter)
  local unique = self.plan.unique
  local record, value = nil, letter
  for _, key in ipairs(unique.keys) do
    record, value = value, value and value[key]
  end
  if value == nil then
    return false
  elseif self.seen[value] then
    self.counts.duplicates = self.counts.duplicates + 1
    return true
  end
  self.seen[value] = true
  if unique.unasked then
    record[unique.keys[#unique.keys]] = nil
    if next(record) == nil then
      letter[unique.keys[1]] = nil
    end
    if letter.spans then
      letter.spans[unique.path] = nil
    end
  end
  return false
end

-- The next letter of the file that the pass is in.
local function take(self)
  local at = self.at + 1
  local letter = self.letters[at]
  if letter == nil then
    self.letters = nil
    return nil
  end
  self.at = at
  self.counts.read = self.counts.read + 1
  return letter
end

-- Reads the next file; gives what is wrong with it, if anything is.
local function advance(self)
  local plan, counts = self.plan, self.counts
  local path, kind, message, code = self.files:next()
  if not path then
    Pass.__close(self)
    return tell(self, true)
  elseif kind == "empty" then
    if plan.empty then
      plan.empty(path)
    end
    return nil
  end
  local admitted = not plan.admit or plan.admit(path, kind)
  if not admitted then
    return admitted == nil and Pass.__close(self)
  end
  counts.inputs = counts.inputs + 1
  if kind == "stream" then
    self.letters, message, code = read_stream(plan)
  elseif kind == "file" then
    self.letters, message, code = read_file(plan, path)
  end
  self.at = 0
  if message then
    counts.failed = counts.failed + 1
  end
  tell(self, false)
  return message
    and setmetatable({ source = kind == "stream" and plan.name or path, message = message, code = code }, Problem)
end

function Pass:__call()
  while self.files do
    if self.letters then
      local letter = take(self)
      if letter and not (self.plan.unique and is_duplicate(self, letter)) then
        return letter
      end
    else
      local problem = advance(self)
      if problem then
        return false, problem
      end
    end
  end
  return nil
end

--- A pass by issues.
---@class imr.IssuePass
---@field private pass imr.Pass
---@field private letter? imr.Document the one that it is in
---@field private at integer how many of its issues it has passed
local IssuePass = { __name = "imr.IssuePass" }

function IssuePass:__close()
  self.letter = nil
  Pass.__close(self.pass)
end

function IssuePass:__call()
  while true do
    local letter = self.letter
    if letter then
      self.at = self.at + 1
      local issue = letter.issues[self.at]
      if issue then
        return issue, letter
      end
    end
    local problem
    letter, problem = self.pass()
    if not letter then
      self.letter = nil
      return letter, problem
    end
    self.letter, self.at = letter, 0
  end
end

---- corpora ---------------------------------------------------------------------------------------

--- Letters that can be gone through as often as is wanted. What is in a folder is looked up anew by
--- each pass. `inputs`, `read`, `failed` and `duplicates` are of the pass that was begun last, as far
--- as it is.
---@class imr.Corpus: imr.Counts
---@field private plan table
---@field private counts imr.Counts
local Corpus = { __name = "imr.Corpus" }

local methods = {}

local LOOP = "a corpus is no list and no function; write: for letter in letters:each() do"

function Corpus:__index(key)
  if math.type(key) then
    error(LOOP, 2)
  end
  return methods[key] or rawget(self, "counts")[key]
end

-- `for letter in letters do` calls it.
function Corpus.__call()
  error(LOOP, 2)
end

function Corpus.__len()
  error(LOOP, 2)
end

function Corpus:__tostring()
  local paths = self.plan.paths
  return ("corpus of %s%s: %d read, %d failed, %d duplicates"):format(paths[1] or "nothing",
    #paths > 1 and (" and %d more"):format(#paths - 1) or "", self.read, self.failed, self.duplicates)
end

local function check_method(name, self)
  if getmetatable(self) ~= Corpus then
    error(("%s: call it as a method, with a colon: corpus:%s()"):format(name, name), 3)
  end
end

local function new_counts()
  return { inputs = 0, read = 0, failed = 0, duplicates = 0 }
end

local function begin(self)
  local plan, counts = self.plan, new_counts()
  rawset(self, "counts", counts)
  return setmetatable({
    plan = plan,
    files = corpus.files(plan.paths, plan.all),
    at = 0,
    seen = {},
    counts = counts,
    shown = os.time(),
  }, Pass)
end

--- A pass: for each letter the document, and for an input that cannot be read `false` and why. A
--- text with several letters gives as many documents, the second with the source "a.txt#2". May be
--- called again, also while another pass is under way. A loop that is left closes its pass; a pass
--- that is called by hand is closed by `local pass <close> = corpus:each()`, or the collector.
---@return fun(): (imr.Document|false|nil), imr.Problem?
---@return nil
---@return nil
---@return imr.Pass
function methods:each()
  check_method("each", self)
  local pass = begin(self)
  return pass, nil, nil, pass
end

--- A pass by issues: each with its document; for an input that cannot be read `false` and why. Raises
--- where the option `fields` leaves the issues out.
---@return fun(): (imr.Issue|false|nil), (imr.Document|imr.Problem)?
---@return nil
---@return nil
---@return imr.IssuePass
function methods:issues()
  check_method("issues", self)
  local fields = self.plan.fields
  local wanted = not fields
  for _, field in ipairs(fields or {}) do
    wanted = wanted or field == "issues" or field:find "^issues%."
  end
  if not wanted then
    error('issues: the option "fields" leaves the issues out; "issues.decision" in it gives them', 2)
  end
  local pass = setmetatable({ pass = begin(self) }, IssuePass)
  return pass, nil, nil, pass
end

---- options ---------------------------------------------------------------------------------------

-- The options that are not those of a parse, in the order in which they are checked.
local OWN = { "all", "progress", "threads", "unique" }

local function check_type(o, name, expected, described)
  if o[name] ~= nil and type(o[name]) ~= expected then
    error(("options: option %q: %s expected, got %s"):format(name, described, type(o[name])), 0)
  end
end

local SINGLE = { string = true, date = true, integer = true, number = true, boolean = true }

-- What `unique` names: a key of a letter with one value.
local function unique_of(parser, path, fields)
  if path == nil then
    return nil
  end
  local known, problem = pcall(parser.parse, parser, "", { fields = { path } })
  if not known then
    error(problem:gsub('option "fields"', 'option "unique"'), 0)
  end
  local types = {}
  for _, key in ipairs(core.schema()) do
    types[key.path] = key.type
  end
  local keys, whole, single = {}, nil, SINGLE[types[path]]
  for key in path:gmatch "[^.]+" do
    whole = whole and whole .. "." .. key or key
    keys[#keys + 1] = key
    single = single and (whole == path or types[whole] == "record")
  end
  if not single then
    error(('options: option "unique": a letter has no single value of %q, as it has of "case.number"')
      :format(path), 0)
  end
  local unasked = fields ~= nil and path ~= "source" and path ~= "template"
  for _, field in ipairs(fields or {}) do
    unasked = unasked and field ~= path and path:sub(1, #field + 1) ~= field .. "."
  end
  return { path = path, keys = keys, unasked = unasked }
end

--- A corpus.
---@param parser userdata of the core
---@param source imr.Source
---@param o? imr.CorpusOptions
---@param hooks? { json?: boolean, admit?: fun(path: string, kind: string): boolean?,
--- empty?: fun(path: string), waiting?: fun() } for the command: documents are lines of JSON;
--- whether an input is to be read, nil ends the pass; told of folders without letters; told before
--- standard input is read
---@return imr.Corpus
function corpus.new(parser, source, o, hooks)
  local paths = add_paths(source, "source", {}, {})
  local checked, options = pcall(parser.options, parser, OWN, o)
  if not checked then
    error(options, 0)
  end
  o = o or {}
  check_type(o, "all", "boolean", "a boolean")
  check_type(o, "progress", "function", "a function")
  check_type(o, "unique", "string", "a field path")
  if o.threads ~= nil and (math.type(o.threads) ~= "integer" or o.threads < 1) then
    error(('options: option "threads": an integer of 1 or more expected, got %s')
      :format(tostring(o.threads)), 0)
  end
  local has_stream = false
  for _, path in ipairs(paths) do
    has_stream = has_stream or path == "-"
  end
  if options.name and not has_stream then
    error('options: option "name": is for standard input ("-"); the source of a file is its path', 0)
  end
  -- A list that the caller changes later changes no pass.
  local fields = options.fields and table.move(options.fields, 1, #options.fields, 1, {})
  local plan = {
    parser = parser,
    paths = paths,
    options = options,
    fields = fields,
    name = options.name or "-",
    all = o.all,
    progress = o.progress,
    unique = unique_of(parser, o.unique, fields),
  }
  options.name = nil
  options.fields = fields
  if plan.unique and plan.unique.unasked then
    options.fields = table.move(fields, 1, #fields, 2, { o.unique })
  end
  for name, hook in pairs(hooks or {}) do
    plan[name] = hook
  end
  return setmetatable({ plan = plan, counts = new_counts() }, Corpus)
end

return corpus
