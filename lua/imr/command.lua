--- The command `imr`: `run` takes its arguments and gives its exit status.
--
-- Standard output is for data; standard error for inputs that could not be read, and for notices
-- (which --quiet silences). Exit status: 0 all inputs were read, whatever was found in them; 1 some
-- input could not be read or the output could not be written; 2 wrong usage.
-- @module imr.command

local imr = require "imr"
local core = require "imr.core"
local card = require "imr.card"
local corpus = require "imr.corpus"
local export = require "imr.export"
local extract = require "imr.extract"
local inputs = require "imr.input"
local sinks = require "imr.sink"
local terminal = require "imr.terminal"

local command = {}

local READ, FAILED, MISUSED = 0, 1, 2

local PATHS = [[
Letters are read in the order of PATH; the files of a folder, and of the folders
below it, sorted by name: *.txt and *.pdf, or with --all every file. What a
file is its content tells. PDFs are read by pdftotext (Debian: poppler-utils);
`imr extract` writes the texts of many for other programs. A text with several
letters gives several documents.]]

local EXAMPLES = [[
Formats:
   pretty   a few lines per letter (default); with --fields those values
   json     one array of documents
   ndjson   a document per line
   csv      a header and a row per letter, or with --rows issues per issue;
            a letter without issues then has no row. UTF-8; in Excel: Data >
            From Text/CSV. Lists are joined by "; ", pages read "63 to 66; 70",
            and of letters the column `issues` is how many there are.

Fields:
   case.number is a field, issues all of every issue. `imr parse --fields help`
   lists them. template and diagnostics are shown whatever is chosen, but in
   CSV.

Examples:
   imr parse letters/001.txt
   imr parse --format ndjson letters/ > letters.ndjson
   imr parse --format csv --rows issues --output issues.csv letters/
   imr parse --fields case.number,issues.treatment,issues.decision letters/
   curl https://example.org/letter.pdf | imr parse -

Exit status: 0 all was read; 1 some input could not be read (each is named on
standard error, the others are done) or the output could not be written;
2 wrong usage.]]

local function complain(message)
  io.stderr:write("imr: ", message, "\n")
end

-- Text that is no letter: help and version.
local function say(text)
  local sink = sinks.open()
  sink:write(text, "\n")
  if not sink:finish(true) then
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

function formats.pretty(o, sink)
  local look = { width = 80, colour = on_terminal(sink) and terminal.colour() }
  if on_terminal(sink) then
    look.width = terminal.columns(100) -- for what wraps well
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

-- Whether a document, or its line of JSON, is of no form that is known. The template stands at the
-- line's beginning, and no text in it has quotation marks like these.
local function is_unknown(letter)
  if type(letter) == "table" then
    return letter.template == "unknown"
  end
  local _, before = letter:find('"template":"', 1, true)
  return before ~= nil and letter:sub(before + 1, before + 8) == 'unknown"'
end

local AMONG = "--output %s is among the files to be read"

-- The output as the next run would find it: its path without links, and whether it is a file.
local function destination(path)
  local target, _, real = core.identify(path)
  if not real then
    local folder, name = path:match "^(.*/)([^/]+)$"
    local _, _, inside = core.identify(folder or ".")
    real = inside and inside .. "/" .. (name or path)
  end
  return target, real
end

-- Whether the output is one of the paths, or in a folder of them where the next run would read it.
-- A file that has another name there is found when it is its turn.
local function overwritten(o)
  if not o.output or o.output == "-" then
    return nil
  end
  local target, output = destination(o.output)
  local wanted = o.all or o.output:lower():find "%.txt$" or o.output:lower():find "%.pdf$"
  for _, path in ipairs(o.paths) do
    local input, kind, real = core.identify(path)
    local folder = kind == "folder" and real:gsub("/$", "") .. "/"
    local inside = folder and output and output:sub(1, #folder) == folder
    if input and input == target or inside and wanted then
      return AMONG:format(o.output)
    end
  end
  return nil
end

---- imr parse -------------------------------------------------------------------------------------

-- What --fields was given, each time: a list, or nil for none.
local function split(lists)
  local items = {}
  for _, list in ipairs(lists) do
    for item in list:gmatch "[^,%s]+" do
      items[#items + 1] = item
    end
  end
  return lists[1] and items or nil
end

-- `--fields help`: every field with its type and meaning.
local function list_fields()
  local rows = {}
  for i, key in ipairs(imr.schema()) do
    rows[i] = { ("%s (%s)"):format(key.path, key.type), key.meaning }
  end
  return say(card.listing({ source = "Fields; the path of a record stands for all of it" }, rows))
end

-- Whether a path is the rest of a list of fields that has a space in it.
local function names_field(path)
  for _, item in ipairs(split { path }) do
    for _, key in ipairs(imr.schema()) do
      if key.path == item then
        return true
      end
    end
  end
  return path:find "^,+$" ~= nil
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
  elseif o.timeout and not inputs.seconds(o.timeout) then
    return inputs.NO_SECONDS
  end
  o.timeout = inputs.seconds(o.timeout)
  local ok, result
  if o.format == "csv" then
    ok, result = pcall(export.layout, o)
    o.layout = result
  else
    ok, result = pcall(imr.parse, "", { fields = o.fields })
  end
  if not ok then
    local what = result:gsub('^.*option "fields": ', ""):gsub("; imr.schema%(%) .*$", "")
    return "--fields: " .. what, "`imr parse --fields help` lists them all"
  end
  return overwritten(o)
end

local function parse(o)
  o.format = o.format or "pretty"
  local problem, hint = misuse(o)
  if problem then
    return MISUSED, problem, hint
  end
  local sink <close>, message = sinks.open(o.output)
  if not sink then
    complain(message)
    return FAILED
  end
  local format = formats[o.format](o, sink)
  local function notice(text)
    if not o.quiet then
      complain(text)
    end
  end
  -- Not what is being written.
  local function admit(path, kind)
    local input = sink.own and core.identify(kind == "stream" and "/dev/stdin" or path)
    if input and input == sink.target then
      problem = AMONG:format(o.output) .. (", as %s"):format(path)
      return nil
    end
    return not input or input ~= sink.own
  end
  local letters = corpus.new(core.new(), o.paths, {
    all = o.all,
    fields = format.fields or o.fields,
    timeout = o.timeout,
  }, {
    json = format.json,
    admit = admit,
    empty = function(path)
      notice(inputs.no_letters(path, o.all))
    end,
    waiting = function()
      if core.isatty(0) then
        notice "reading standard input; Ctrl-D ends it"
      end
    end,
  })

  if format.start then
    format.start()
  end
  local unknown = 0
  local function explain(why)
    return why.message .. (o.fields and why.code == "not-found" and names_field(why.source)
      and " (a space in --fields?)" or "")
  end
  for letter, why in letters:each() do
    if letter then
      unknown = unknown + (is_unknown(letter) and 1 or 0)
      format.each(letter)
    else
      complain(explain(why))
    end
    if sink.failed then
      break
    end
  end
  if problem then
    return MISUSED, problem
  end
  if format.finish then
    format.finish()
  end
  local texts, failed = letters.read, letters.failed
  if not sink:finish(failed == 0 or texts > 0) then
    complain(sink.failed)
    return FAILED
  end
  if unknown > 0 then
    notice(("%d of %d texts %s"):format(unknown, texts,
      unknown == 1 and "is not a determination letter" or "are not determination letters"))
  end
  if not (o.all or o.quiet) then
    inputs.tell_left_out(o.paths, notice, o.output)
  end
  if failed > 0 and letters.inputs > 1 then
    notice(("%d of %d inputs could not be read"):format(failed, letters.inputs))
  end
  return failed == 0 and READ or FAILED
end

---- imr repl --------------------------------------------------------------------------------------

local REPL = [[
Reads the letters of the paths, and a line of Lua after the other: `letters`
has the letters, `help` tells what else there is. Commands may also come from
a pipe, each is run in turn:
   echo 'fields "issues.request"' | imr repl letters/
On a terminal, lua-readline (Debian: lua-readline) completes names and keeps a
history in $XDG_STATE_HOME/imr or ~/.local/state/imr.

Exit status: 0; 1 where some input could not be read, or where an error ended
commands from a pipe; 2 wrong usage.]]

local function explore(o)
  for _, path in ipairs(o.paths) do
    if path == "-" then
      return MISUSED, "- stands for standard input, from which the commands come"
    end
  end
  if o.timeout and not inputs.seconds(o.timeout) then
    return MISUSED, inputs.NO_SECONDS
  end
  o.timeout = inputs.seconds(o.timeout)
  local ok, wrong = pcall(imr.open, {}, { unique = o.unique })
  if not ok then
    return MISUSED, "--unique: " .. wrong:gsub('^.*option "unique": ', ""):gsub("; imr.schema%(%) .*$", "")
  end
  return require("imr.repl").run(o)
end

---- arguments -------------------------------------------------------------------------------------

local function arguments(argparse)
  local top = argparse("imr")
    :description("Reads the determination letters of California's Independent Medical Review.")
    :usage("Usage: imr COMMAND [OPTION]... [PATH]...")
    :epilog("`imr COMMAND --help` tells of a command.")
    :add_help(false)
    :require_command(false)
    :command_target("command")
    :help_max_width(core.isatty(1) and terminal.columns(80) or 80)
    :help_description_margin(22)
  top:flag("-h --help", "Show this help.")
  top:flag("--version", "Show the version.")

  local parse_arguments = top:command("parse")
    :summary("Turn letters into documents.")
    :usage("Usage: imr parse [OPTION]... PATH...")
    :description(PATHS)
    :epilog(EXAMPLES)
    :add_help(false)
  parse_arguments:argument("PATH", "File, folder, or - for standard input.")
    :target("paths")
    :args("*")
  parse_arguments:option("--format", "pretty, json, ndjson or csv; see below.")
    :choices { "pretty", "json", "ndjson", "csv" }
    :argname("FORMAT")
    :overwrite(false)
  parse_arguments:option("--rows", "Rows of CSV: letters (default) or issues.")
    :choices { "letters", "issues" }
    :argname("ROWS")
    :overwrite(false)
  parse_arguments:option("--fields", "Only these keys, such as case.number,summary; see below.")
    :argname("LIST")
    :count("*")
  parse_arguments:flag("--all", "Every file of a folder, not only *.txt and *.pdf.")
  parse_arguments:option("--output", "Write to FILE (also: -o FILE), not to standard output.")
    :argname("FILE")
    :hidden_name("-o")
    :overwrite(false)
  parse_arguments:option("--timeout", inputs.TIMEOUT)
    :argname("SECONDS")
    :overwrite(false)
  parse_arguments:flag("-q --quiet", "No notices on standard error.")
  parse_arguments:flag("-h --help", "Show this help.")

  local repl_arguments = top:command("repl")
    :summary("Explore letters at a prompt.")
    :usage("Usage: imr repl [OPTION]... [PATH]...")
    :description(REPL)
    :add_help(false)
  repl_arguments:argument("PATH", "File or folder.")
    :target("paths")
    :args("*")
  repl_arguments:flag("--all", "Every file of a folder, not only *.txt and *.pdf.")
  repl_arguments:option("--unique", "Of letters with the same FIELD, such as case.number, the first.")
    :argname("FIELD")
    :overwrite(false)
  repl_arguments:option("--timeout", inputs.TIMEOUT)
    :argname("SECONDS")
    :overwrite(false)
  repl_arguments:flag("-q --quiet", "No notices on standard error.")
  repl_arguments:flag("-h --help", "Show this help.")
  return top, { parse = parse_arguments, extract = extract.arguments(top), repl = repl_arguments }
end

--- Runs the command.
---@param args string[] its arguments, as `arg` has them
---@return integer status 0 all inputs were read, 1 some could not be or the output could not be
--- written, 2 wrong usage
function command.run(args)
  local found, argparse = pcall(require, "argparse")
  if not found then
    complain("the command needs the Lua module argparse: apt install lua-argparse,"
      .. " or luarocks install argparse")
    return FAILED
  end
  local top, commands = arguments(argparse)
  local ok, o = top:pparse(args)
  local status, problem, hint = MISUSED
  if not ok then
    problem = o:gsub("\nDid you mean", "; did you mean")
    if problem:find "^unknown command" and core.identify(args[1]) then
      problem = ("%s; did you mean `imr parse %s`?"):format(problem:match "^[^;]*", args[1])
    end
  elseif o.help then
    return say((commands[o.command] or top):get_help())
  elseif o.version then
    return say("imr " .. imr.version)
  elseif not o.command then
    problem = "a command is missing"
  else
    o.fields = o.fields and split(o.fields)
    if o.fields and o.fields[1] == "help" then
      return list_fields()
    elseif o.command == "repl" then
      status, problem, hint = explore(o)
    elseif #o.paths == 0 then
      problem = "a PATH is missing"
    elseif o.command == "extract" then
      status, problem, hint = extract.run(o, complain)
    else
      status, problem, hint = parse(o)
    end
  end
  if problem then
    complain(problem)
    complain(hint or commands[args[1]] and ("see `imr %s --help`"):format(args[1])
      or "see `imr --help`")
  end
  return status
end

return command
