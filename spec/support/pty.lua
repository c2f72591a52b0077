--- Programs at a terminal: what a spec types there, and what the screen then shows.

local json = require "dkjson"
local effort = require "spec.support.effort"
local process = require "spec.support.process"

local pty = {}

---@class spec.Step
---@field [1] string what is typed; "\r" is Enter, "\3" Ctrl-C, "\4" Ctrl-D, "\t" Tab
---@field [2]? string what the screen then ends in; default: the session's `prompt`

---@class spec.Terminal
---@field env table<string, string>
---@field unset? string[] variables that are not there
---@field rows? integer
---@field columns? integer
---@field prompt string
---@field raw? boolean screens with their escape sequences

--- Runs a program, which is to end after the last step.
---@param argv string[]
---@param steps spec.Step[]
---@param o spec.Terminal
---@return string[] screens what came up in each step, without escape sequences
---@return integer status
function pty.play(argv, steps, o)
  local job = {
    argv = argv,
    env = o.env,
    unset = setmetatable(o.unset or {}, { __jsontype = "array" }),
    rows = o.rows or 40,
    columns = o.columns or 80,
    raw = o.raw,
    seconds = effort.thorough and 20 or 120,
    steps = {},
  }
  for i, step in ipairs(steps) do
    job.steps[i] = { send = step[1], ["until"] = step[2] or o.prompt }
  end
  local result = process.shell("/usr/bin/python3 -I -S spec/support/play.py", json.encode(job))
  assert(result.status == 0, result.err)
  local played = assert(json.decode(result.out))
  if played.late then
    error(("step %d waited in vain for %q; the screen: %s"):format(played.late,
      job.steps[played.late]["until"], played.screens[played.late]), 2)
  end
  return played.screens, played.status
end

return pty
