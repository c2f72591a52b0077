--- What standard output can show.
-- @module imr.terminal

local core = require "imr.core"

local terminal = {}

--- The columns that text is laid out for: the terminal's, within reason. Longer lines read badly.
---@param most integer
---@return integer
function terminal.columns(most)
  return math.max(40, math.min(core.columns() or 80, most))
end

--- Whether standard output is a terminal that shows colours, and the user wants them.
---@return boolean
function terminal.colour()
  local no_colour, kind = os.getenv "NO_COLOR", os.getenv "TERM"
  return core.isatty(1) and (no_colour or "") == "" and (kind or "dumb") ~= "dumb"
end

return terminal
