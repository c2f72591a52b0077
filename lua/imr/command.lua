--- The command `imr`: `run` takes its arguments and gives its exit status.
--
-- Standard output is for data; standard error for inputs that could not be read, and for notices
-- (which --quiet silences). Exit status: 0 all inputs were read, whatever was found in them; 1 some
-- input could not be read or the output could not be written; 2 wrong usage.
-- @module imr.command

local imr = require "imr"
local core = require "imr.core"
local card = require "imr.card"
local export = require "imr.export"

local command = {}

local READ, FAILED, MISUSED = 0, 1, 2

local PATHS = [[
Letters are read in the order of PATH; the files of a folder, and of the folders
below it, sorted by name: *.txt and *.pdf, or with --all every file. A text with
several letters gives several documents.]]

local EXAMPLES = [[
Formats:
   pretty   a few lines per letter (default); with --fields those values
   json     one array of documents
   ndjson   a document per line
   csv      a header and a row per letter, or with --rows issues per issue

Examples:
   imr parse letters/001.txt
   imr parse --format ndjson letters/ > letters.ndjson
   imr parse --format csv --rows issues --output issues.csv letters/
   imr parse --fields case.number,issues.treatment,issues.decision letters/
   pdftotext -layout letter.pdf - | imr parse -

Exit status: 0 all was read; 1 some input could not be read (each is named on
standard error, the others are done) or the output could not be written;
2 wrong usage.]]

local function complain(message)
  io.stderr:write("imr: ", message, "\n")
end

---- output ----------------------------------------------------------------------------------------

-- Where the data goes. Every write is checked; after the first that fails nothing more is written
-- and `failed` says why, so that a full disk or a reader that went away is never taken for success.
local Sink = {}
Sink.__index = Sink

local function open_sink(path)
  if not path or path == "-" then
    return setmetatable({ file = io.stdout, name = "standard output" }, Sink)
  end
  local file, message = io.open(path, "wb")
  if not file then
    return nil, "cannot write " .. message
  end
  return setmetatable({ file = file, name = path }, Sink)
end

function Sink:check(ok, message)
  if not ok and not self.failed then
    self.failed = ("cannot write %s: %s"):format(self.name, message)
  end
  return not self.failed
end

function Sink:write(...)
  return not self.failed and self:check(self.file:write(...))
end

function Sink:close()
  if self.file == io.stdout then
    return self:check(self.file:flush()) -- the first failing write may be this one
  end
  return self:check(self.file:close())
end

-- Text that is no letter: help and version.
local function say(text)
  local sink = open_sink()
  sink:write(text, "\n")
  if not sink:close() then
    complain(sink.failed)
    return FAILED
  end
  return READ
end

---- formats ---------------------------------------------------------------------------------------

-- A format is made of the options and the sink. It reads as JSON or as tables (`json`), may ask for
-- other fields than the user's (`fields`), and writes what stands before the first document, each
-- document, and what stands after the last.
local formats = {}

function formats.json(_, sink)
  local before = "[\n"
  return {
    json = true,
    each = function(line)
      sink:write(before, line)
      before = ",\n"
    end,
    finish = function()
      sink:write(before == "[\n" and "[]\n" or "\n]\n")
    end,
  }
end

function formats.ndjson(_, sink)
  return {
    json = true,
    each = function(line)
      sink:write(line, "\n")
    end,
  }
end

function formats.csv(o, sink)
  local layout = o.layout
  return {
    fields = layout.fields,
    start = function()
      sink:write(export.csv(export.header(layout)))
    end,
    each = function(document)
      for _, row in ipairs(export.rows(layout, document)) do
        sink:write(export.csv(row))
      end
    end,
  }
end

local function on_terminal(sink)
  return sink.file == io.stdout and core.isatty(1)
end

local function wants_colour(sink)
  local no_colour, terminal = os.getenv "NO_COLOR", os.getenv "TERM"
  return on_terminal(sink) and (no_colour or "") == "" and (terminal or "dumb") ~= "dumb"
end

function formats.pretty(o, sink)
  local look = { width = 80, colour = wants_colour(sink) }
  if on_terminal(sink) then
    look.width = math.max(40, math.min(core.columns() or 80, 100)) -- longer lines read badly
  end
  local gap = ""
  return {
    each = function(document)
      local text
      if o.fields then
        text = card.listing(document, export.values(document), look)
      else
        text = card.document(document, look)
      end
      sink:write(gap, text, "\n")
      gap = "\n"
    end,
  }
end

---- input -----------------------------------------------------------------------------------------

-- The letters of standard input or of a file: JSON or tables.
local function read(parser, path, json, options)
  if path ~= "-" then
    return parser[json and "json_file" or "parse_file_all"](parser, path, options)
  end
  local text, message, code = core.read_stdin()
  if not text then
    return nil, message, code
  elseif text:sub(1, 5) == "%PDF-" then
    return nil, "-: a PDF; extract its text first: pdftotext -layout FILE.pdf - | imr parse -", "unsupported"
  end
  return parser[json and "json" or "parse_all"](parser, text, { name = "-", fields = options.fields })
end

-- Goes through what the paths name, in order; `visit` gives false to stop.
local function each_input(paths, all, notice, visit)
  for _, path in ipairs(paths) do
    local files, message
    if path == "-" then
      files = { { path = "-" } }
    else
      files, message = core.list(path, all)
    end
    if not files then
      files = { { path = path, message = message } }
    elseif #files == 0 then
      notice(("%s: no letters here (%s)"):format(path, all and "an empty folder" or "no *.txt; --all takes every file"))
    end
    for _, file in ipairs(files) do
      if visit(file) == false then
        return
      end
    end
  end
end

-- "./a//b" and "a/b" are one file.
local function plain_path(path)
  return (path:gsub("//+", "/"):gsub("^%./", ""):gsub("/%./", "/"):gsub("/$", ""))
end

-- An output file that is an input would be emptied before it is read.
local function overwritten(o)
  if not o.output or o.output == "-" then
    return nil
  end
  local output = plain_path(o.output)
  for _, path in ipairs(o.paths) do
    local input = plain_path(path)
    local inside = output:sub(1, #input + 1) == input .. "/"
    if input == "." or input == "" then
      inside = output:sub(1, 1) ~= "/"
    end
    if output == input or inside and (o.all or output:lower():find "%.txt$") then
      return ("--output %s is among the files to be read"):format(o.output)
    end
  end
  return nil
end

---- imr parse -------------------------------------------------------------------------------------

local function split(list)
  local items = {}
  for item in list:gmatch "[^,%s]+" do
    items[#items + 1] = item
  end
  return items
end

-- What argparse cannot see is wrong, in words; nil where all is well.
local function misuse(o)
  local streams = 0
  for _, path in ipairs(o.paths) do
    streams = streams + (path == "-" and 1 or 0)
  end
  if streams > 1 then
    return "- stands for standard input, which can be read once only"
  elseif o.rows and o.format ~= "csv" then
    return "--rows goes with --format csv"
  elseif o.fields and #o.fields == 0 then
    return "--fields names no field"
  end
  local ok, result
  if o.format == "csv" then
    ok, result = pcall(export.layout, o)
    o.layout = result
  else
    ok, result = pcall(imr.parse, "", { fields = o.fields })
  end
  if not ok then
    return "--fields: " .. result:gsub('^.*option "fields": ', "")
  end
  return overwritten(o)
end

local function parse(o)
  o.format = o.format or "pretty"
  o.fields = o.fields and split(o.fields)
  local problem = misuse(o)
  if problem then
    return MISUSED, problem
  end
  local parser = core.new()
  local sink, message = open_sink(o.output)
  if not sink then
    complain(message)
    return FAILED
  end
  local format = formats[o.format](o, sink)
  local options = { fields = format.fields or o.fields }
  local total, failed = 0, 0
  local function notice(text)
    if not o.quiet then
      complain(text)
    end
  end
  local function visit(file)
    total = total + 1
    local letters, why = nil, file.message
    if not why then
      letters, why = read(parser, file.path, format.json, options)
    end
    if not letters then
      failed = failed + 1
      complain(why)
      return true
    end
    for _, letter in ipairs(letters) do
      format.each(letter)
    end
    return not sink.failed
  end

  if format.start then
    format.start()
  end
  each_input(o.paths, o.all, notice, visit)
  if format.finish then
    format.finish()
  end
  if not sink:close() then
    complain(sink.failed)
    return FAILED
  end
  if failed > 0 and total > 1 then
    notice(("%d of %d inputs could not be read"):format(failed, total))
  end
  return failed == 0 and READ or FAILED
end

---- arguments -------------------------------------------------------------------------------------

local function arguments(argparse)
  local top = argparse("imr", "Reads the determination letters of California's Independent Medical Review.")
    :usage("Usage: imr COMMAND [OPTION]... [PATH]...")
    :epilog("`imr COMMAND --help` tells of a command.")
    :add_help(false)
    :require_command(false)
    :command_target("command")
    :help_max_width(80)
    :help_description_margin(22)
  top:flag("-h --help", "Show this help.")
  top:flag("--version", "Show the version.")

  local parse_arguments = top:command("parse")
    :summary("Turn letters into documents.")
    :usage("Usage: imr parse [OPTION]... PATH...")
    :description(PATHS)
    :epilog(EXAMPLES)
    :add_help(false)
  parse_arguments:argument("PATH", "File, folder, or - for standard input."):target("paths"):args("*")
  parse_arguments:option("--format", "pretty, json, ndjson or csv; see below.")
    :choices { "pretty", "json", "ndjson", "csv" }
    :argname("FORMAT")
  parse_arguments:option("--rows", "A row of CSV per letter (default), or per issue: letters or issues.")
    :choices { "letters", "issues" }
    :argname("ROWS")
  parse_arguments:option("--fields", "Only these keys, such as case.number,issues.decision.")
    :argname("LIST")
  parse_arguments:flag("--all", "Every file of a folder, not only *.txt and *.pdf.")
  parse_arguments:option("--output", "Write to FILE, not to standard output."):argname("FILE"):hidden_name("-o")
  parse_arguments:flag("-q --quiet", "No notices on standard error.")
  parse_arguments:flag("-h --help", "Show this help.")
  return top, parse_arguments
end

--- Runs the command.
---@param args string[] its arguments, as `arg` has them
---@return integer status 0 all inputs were read, 1 some could not be or the output could not be written, 2 wrong usage
function command.run(args)
  local found, argparse = pcall(require, "argparse")
  if not found then
    complain("the command needs the Lua module argparse: apt install lua-argparse,"
      .. " or luarocks install argparse")
    return FAILED
  end
  local top, parse_arguments = arguments(argparse)
  local ok, o = top:pparse(args)
  local status, problem = MISUSED
  if not ok then
    problem = o:gsub("\nDid you mean", "; did you mean")
  elseif o.help then
    return say((o.command and parse_arguments or top):get_help())
  elseif o.version then
    return say("imr " .. imr.version)
  elseif not o.command then
    problem = "a command is missing"
  elseif #o.paths == 0 then
    problem = "a PATH is missing"
  else
    status, problem = parse(o)
  end
  if problem then
    complain(problem)
    complain(args[1] == "parse" and "see `imr parse --help`" or "see `imr --help`")
  end
  return status
end

return command
