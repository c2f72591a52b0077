--- `imr extract`: the texts of many files, PDFs among them, as lines of JSON.
--
-- A line is {"id": PATH, "text": TEXT}; a file's lines stand in the order of the paths. An output
-- file that is there is gone on with: what it has is skipped, a last line that was not finished is
-- cut off. So a run that was stopped, however, is started again with the same words, and files that
-- failed are tried again.
-- @module imr.extract

local core = require "imr.core"
local imr = require "imr"
local inputs = require "imr.input"
local sinks = require "imr.sink"

local extract = {}

local READ, FAILED, MISUSED = 0, 1, 2
local MOST_THREADS = 256

local DESCRIPTION = [[
Writes the text of each letter as a line of JSON: {"id": PATH, "text": TEXT}.
The lines are for other programs, and for archives: imr does not read them back.
PDFs are extracted by pdftotext (Debian: poppler-utils), many at once; files
that are text are taken as they are, in UTF-8. What a file is its content tells.
The lines stand in the order of PATH, the files of a folder sorted by name.]]

local EPILOG = [[
Stopped, by whatever, it goes on where it was when it is started again with the
same --output: files that are there already are skipped. Files that could not be
read are listed at the end, and tried again the next time.

Examples:
   imr extract letters/ -o letters.ndjson
   imr extract --threads 8 --timeout 10 2016/ 2017/ -o letters.ndjson

Exit status: 0 all was read; 1 some file could not be read (all others are
there) or the output could not be written; 2 wrong usage.]]

--- Adds the command's arguments to the parser of all.
function extract.arguments(top)
  local own = top:command("extract")
    :summary("Extract the text of many PDFs.")
    :usage("Usage: imr extract [OPTION]... PATH...")
    :description(DESCRIPTION)
    :epilog(EPILOG)
    :add_help(false)
  own:argument("PATH", "File or folder.")
    :target("paths")
    :args("*")
  own:option("--output", "Write to FILE (also: -o FILE), not to standard output.")
    :argname("FILE")
    :hidden_name("-o")
    :overwrite(false)
  own:flag("--all", "Every file of a folder, not only *.txt and *.pdf.")
  own:option("--threads", "How many PDFs at once (default: one for each processor).")
    :argname("N")
    :overwrite(false)
  own:option("--timeout", inputs.TIMEOUT)
    :argname("SECONDS")
    :overwrite(false)
  own:flag("-q --quiet", "No notices on standard error.")
  own:flag("-h --help", "Show this help.")
  return own
end

---- the output ------------------------------------------------------------------------------------

-- A line up to its text: what stands for the file's path. A path's own quotes have a backslash.
local function key_of(line)
  local last = line:find('","text":"', 1, true)
  return last and line:sub(1, last)
end

local function is_whole(line)
  return line:find('^{"id":"') and key_of(line) and line:sub(-3) == '"}\n'
end

-- Of a line that was not finished, is it one of ours as far as it goes?
local function is_begun(line)
  local opening = '{"id":"'
  return line:sub(1, #opening) == opening:sub(1, #line)
end

-- What a file of an earlier run has; cuts off a line that was not finished.
local function read_back(file, path)
  local done, size, number = {}, 0, 0
  for line in file:lines "L" do
    number = number + 1
    if line:sub(-1) ~= "\n" and is_begun(line) then
      local ok, problem = core.truncate(file, size)
      if not ok then
        return nil, ("cannot write %s: %s"):format(path, problem)
      end
      break
    elseif not is_whole(line) then
      return nil, ("%s:%d: no line of `imr extract`: it goes on with a file of its own only")
        :format(path, number)
    end
    done[key_of(line)] = true
    size = size + #line
  end
  return done, number
end

-- The file that is gone on with, and the keys of what it has.
local function open_again(path)
  local file, problem = io.open(path, "a+b")
  if not file then
    return nil, ("cannot write %s"):format(problem:gsub(": (%u)", function(c)
      return ": " .. c:lower()
    end))
  elseif not core.claim(file) then
    file:close()
    return nil, path .. ": another `imr extract` is writing to it"
  end
  local done, message = read_back(file, path)
  if not done then
    file:close()
    return nil, message
  end
  file:seek "end"
  file:setvbuf "no" -- a line is there once it is written, whatever happens next
  return file, done
end

-- A sink, and what it has. A pipe or a terminal has nothing.
local function open_output(path)
  local _, kind = core.identify(path or "")
  if not path or path == "-" or kind and kind ~= "file" and kind ~= "folder" then
    local sink, message = sinks.open(path)
    return sink, message or {}
  end
  local file, done = open_again(path)
  if not file then
    return nil, done
  end
  return sinks.onto(file, path), done
end

---- the run ---------------------------------------------------------------------------------------

-- How far it is, on a terminal, at most once a second.
local function progress(o)
  if o.quiet or not core.isatty(2) then
    return function() end
  end
  local last = os.time()
  return function(written, failures, ended)
    local now = os.time()
    if ended and last < 0 then
      io.stderr:write "\r\27[K"
    elseif not ended and now ~= math.abs(last) then
      last = -now
      io.stderr:write(("\r%d extracted, %d failed"):format(written, failures))
    end
  end
end

local function run(o, sink, done, notice)
  local pool <close> = core.extractor(o.threads, o.timeout)
  local show = progress(o)
  local waiting, first, last = {}, 1, 0
  local total, written, skipped, failures = 0, 0, 0, {}
  local own = o.output and core.identify(o.output)

  local function take()
    local file = waiting[first]
    waiting[first], first = nil, first + 1
    local text, message = pool:take()
    if not text then
      failures[#failures + 1] = { number = file.number, message = message }
    elseif sink:write(imr.to_json { id = file.path, text = text } .. "\n") then
      written = written + 1
    end
    show(written, #failures)
  end

  local function visit(file)
    if own and core.identify(file.path) == own then
      return true
    end
    total = total + 1
    local message = file.message
    if not message and not utf8.len(file.path) then
      message = file.path .. ": its name is not UTF-8, which JSON has no way to write; rename it"
    end
    if message then
      failures[#failures + 1] = { number = total, message = message }
      return true
    end
    local key = key_of(imr.to_json { id = file.path, text = "" })
    if done[key] then
      skipped = skipped + 1
      return true
    end
    done[key] = true
    if pool:full() then
      take()
    end
    last = last + 1
    waiting[last] = { path = file.path, number = total }
    pool:add(file.path)
    return not sink.failed
  end

  inputs.each(o.paths, o.all, notice, visit)
  while first <= last and not sink.failed do
    take()
  end
  show(written, #failures, true)
  table.sort(failures, function(a, b)
    return a.number < b.number
  end)
  return failures, total, written, skipped
end

-- What argparse cannot see is wrong, in words.
local function misuse(o)
  for _, path in ipairs(o.paths) do
    if path == "-" then
      return "a text from standard input has no path to be told by; `imr parse -` reads it"
    end
  end
  local threads = math.tointeger(tonumber(o.threads or core.processors()))
  if not threads or threads < 1 or threads > MOST_THREADS then
    return ("--threads wants a number from 1 to %d"):format(MOST_THREADS)
  elseif o.timeout and not inputs.seconds(o.timeout) then
    return inputs.NO_SECONDS
  end
  o.threads, o.timeout = threads, inputs.seconds(o.timeout)
  return nil
end

--- Runs `imr extract`.
---@param o table its arguments
---@param complain fun(text: string) writes to standard error
---@return integer status
---@return string? problem of usage
function extract.run(o, complain)
  local problem = misuse(o)
  if problem then
    return MISUSED, problem
  end
  local sink <close>, done = open_output(o.output)
  if not sink then
    complain(done)
    return FAILED
  end
  local function notice(text)
    if not o.quiet then
      complain(text)
    end
  end
  local failures, total, written, skipped = run(o, sink, done, notice)
  if not sink:finish(true) then
    complain(sink.failed)
    return FAILED
  end
  if not (o.all or o.quiet) then
    inputs.tell_left_out(o.paths, notice, o.output)
  end
  if skipped > 0 then
    notice(("%d extracted, %d were there already"):format(written, skipped))
  end
  for _, failure in ipairs(failures) do
    complain(failure.message)
  end
  if #failures > 0 and total > 1 then
    notice(("%d of %d files could not be read"):format(#failures, total))
  end
  return #failures == 0 and READ or FAILED
end

return extract
