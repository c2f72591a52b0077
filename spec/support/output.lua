-- How busted reports: a failure as soon as it happens, with its place and message; at the end the
-- skipped tests with their reasons, and one line that scripts can add up.

local pretty = require("pl.pretty")

--- Where it went wrong: the line that failed, else the line where the test stands.
local function place(element, trace)
  for _, at in ipairs({ trace or false, element.trace or false }) do
    if at and at.short_src and (at.currentline or 0) > 0 then
      return ("%s:%d"):format(at.short_src, at.currentline)
    end
  end
  return element.name or element.descriptor
end

--- The message in full, indented, without the place that stands in front of it already.
local function indented(message, at)
  if message == nil then
    message = "nil was raised as an error"
  elseif type(message) ~= "string" and not (getmetatable(message) or {}).__tostring then
    message = pretty.write(message)
  end
  message = tostring(message)
  if at and message:sub(1, #at + 2) == at .. ": " then
    message = message:sub(#at + 3)
  end
  return (message:gsub("%s+$", ""):gsub("[^\n]+", "    %0"))
end

return function(options)
  local busted = require("busted")
  local handler = require("busted.outputHandlers.base")()

  local function failed(element, _, message, trace)
    local at = place(element, trace)
    io.write(("FAILED %s: %s\n%s\n"):format(at, handler.getFullName(element), indented(message, at)))
    if options.verbose and trace and trace.traceback then
      io.write(indented(trace.traceback), "\n")
    end
    io.flush()
    return nil, true
  end

  local function finished()
    for _, test in ipairs(handler.pendings) do
      local at = place(test.element, test.trace)
      io.write(("skipped %s: %s\n"):format(at, test.name))
      if type(test.message) == "string" then
        io.write(indented(test.message, at), "\n")
      end
    end
    io.write(("specs took %.1f s\n"):format(handler.getDuration()))
    io.write(
      ("%d passed, %d failed, %d skipped\n"):format(
        handler.successesCount,
        handler.failuresCount + handler.errorsCount,
        handler.pendingsCount
      )
    )
    io.flush()
    return nil, true
  end

  busted.subscribe({ "failure" }, failed)
  busted.subscribe({ "error" }, failed)
  busted.subscribe({ "suite", "end" }, finished)
  return handler
end
