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

-- With a pause of 0 every step is a whole cycle. Outside, where that would take hours, a pause of 100
-- starts the next cycle as soon as one ends, and steps of 2^8 bytes spread it.
local function collect_always()
  collectgarbage("incremental", 0, 1000, 13)
  collectgarbage("setpause", 0)
end

local function collect_often()
  collectgarbage("incremental", 100, 400, 8)
end

local inside = false
debug.sethook(function(event)
  local called = event ~= "return" and binding[debug.getinfo(2, "f").func] or false
  if called ~= inside then
    inside = called
    if called then
      collect_always()
    else
      collect_often()
    end
  end
end, "cr")
collect_often()
