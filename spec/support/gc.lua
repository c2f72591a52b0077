-- Runs the specs with the collector at its most aggressive (IMR_GC=1): inside every function of the
-- core's binding each allocation collects all garbage, so a value that the binding uses but keeps
-- nowhere is gone at once; outside, the collector never rests.
--
-- A debug hook switches between the two, because a wrapper around the functions would show in the
-- names and lines of their error messages.

local core = require("imr.core")

local binding = {}
local function collect_functions(t)
  for _, value in pairs(t) do
    if type(value) == "function" then
      binding[value] = true
    elseif type(value) == "table" and value ~= t and not binding[value] then
      binding[value] = true
      collect_functions(value)
    end
  end
end
collect_functions(core)
-- Methods and metamethods stand in metatables, which the registry knows by name.
for name, value in pairs(debug.getregistry()) do
  if type(name) == "string" and name:find("^imr") and type(value) == "table" then
    collect_functions(value)
  end
end

-- A pause of 0 starts the next cycle right away; a step of one byte spreads it over as many
-- allocations as can be, the default step does the whole cycle at once.
local EVERY_BYTE, WHOLE_CYCLE = 1, 13

local function collect_by(step)
  collectgarbage("incremental", 0, 1000, step)
  collectgarbage("setpause", 0)
end

local inside = false
debug.sethook(function(event)
  local called = event ~= "return" and binding[debug.getinfo(2, "f").func] or false
  if called ~= inside then
    inside = called
    collect_by(called and WHOLE_CYCLE or EVERY_BYTE)
  end
end, "cr")
collect_by(EVERY_BYTE)
