--- Where the command's data goes: standard output or a file.
--
-- Every write is checked; after the first that fails nothing more is written and `failed` says why,
-- so that a full disk or a reader that went away is never taken for success.
--
-- A file is written beside its place and put there when all is done: what it held before stays
-- where nothing could be read, and nobody finds half an output.
-- @module imr.sink

local core = require "imr.core"

local sinks = {}

---@class imr.sink.Sink
---@field file file* what is written to
---@field failed? string why nothing more is written
---@field target? string the identity of the file that is to be replaced
---@field own? string the identity of the file that is to replace it
---@field private name string
---@field private settle? fun(keep: boolean): boolean?, string? ends the writing
local Sink = {}
Sink.__index = Sink

-- The system begins its messages with the path, and a capital.
local function cannot_write(path, message)
  if message:sub(1, #path + 2) == path .. ": " then
    message = message:sub(#path + 3)
  end
  path = path == "" and '""' or path
  return ("cannot write %s: %s"):format(path, message:gsub("^%u", string.lower))
end

-- To a file in the same folder, which takes the output's place at the end.
local function open_beside(sink, path, temporary)
  local message
  sink.file, message = io.open(temporary, "wb")
  sink.own = core.identify(temporary)
  function sink.settle(keep)
    local ok, problem = sink.file:close()
    if ok and keep then
      ok, problem = os.rename(temporary, path)
    end
    if not (ok and keep) then
      os.remove(temporary)
    end
    return ok, problem
  end
  return message
end

-- For a folder that takes no new files, though the file in it can be written: copied at the end.
local function open_elsewhere(sink, path)
  local message
  sink.file, message = io.tmpfile()
  function sink.settle(keep)
    if not keep then
      return sink.file:close()
    end
    local file, problem = io.open(path, "wb")
    if not file then
      return nil, problem
    end
    sink.file:seek "set"
    local ok = true
    for bytes in sink.file:lines(1 << 16) do
      ok, problem = file:write(bytes)
      if not ok then
        break
      end
    end
    local closed, unclosed = file:close()
    return ok and closed, problem or unclosed
  end
  return message
end

--- Opens the output.
---@param path? string a file; nil or "-" is standard output
---@return imr.sink.Sink? sink nil where it cannot be written
---@return string? message
function sinks.open(path)
  local sink = setmetatable({ name = path }, Sink)
  if not path or path == "-" then
    sink.name, sink.file = "standard output", io.stdout
    function sink.settle()
      return io.stdout:flush() -- the first failing write may be this one
    end
    return sink
  end
  local target, kind, real = core.identify(path)
  local message
  local descriptor = path:find "^/dev/fd/" or path:find "^/dev/std" or path:find "^/proc/"
  if descriptor or target and kind ~= "file" or not path:find "[^/]$" then
    sink.file, message = io.open(path, "wb") -- a pipe or a terminal: nothing is to be kept
    function sink.settle()
      return sink.file:close()
    end
  else
    local writable, temporary
    if target then
      writable, message = io.open(path, "ab") -- a file that nobody may write stays
    end
    if writable or not target then
      temporary, message = core.create_beside(real or path)
    end
    if temporary then
      message = open_beside(sink, real or path, temporary)
    elseif writable then
      message = open_elsewhere(sink, real)
    end
    if writable then
      writable:close()
    end
    sink.target = target
  end
  if not sink.file then
    return nil, cannot_write(path, message)
  end
  return sink
end

--- Data goes to a file that is open already, behind what it has.
---@param file file*
---@param name string as messages call it
---@return imr.sink.Sink
function sinks.onto(file, name)
  local sink = setmetatable({ name = name, file = file }, Sink)
  function sink.settle()
    return file:close()
  end
  return sink
end

function Sink:check(ok, message)
  if not ok and not self.failed then
    self.failed = cannot_write(self.name, message)
  end
  return not self.failed
end

--- Writes strings, unless a write failed before.
function Sink:write(...)
  return not self.failed and self:check(self.file:write(...))
end

--- Ends the writing.
---@param keep boolean false: what the file held before is to stay
---@return boolean done
function Sink:finish(keep)
  local settle = self.settle
  self.settle = nil
  return self:check(settle(keep and not self.failed))
end

-- Left by an error, or unused: the output stays as it was.
function Sink:__close()
  if self.settle then
    self.settle(false)
  end
end

return sinks
