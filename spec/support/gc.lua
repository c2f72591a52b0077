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

-- With a pause of 0 every step is a whole cycle; a full collection makes it hold from now on, not
-- only after the cycle that is under way. Outside, where that would take hours, the next cycle
-- starts almost as soon as one ends.
local function collect_always()
  collectgarbage("setpause", 0)
  collectgarbage("setstepmul", 1000)
  collectgarbage("collect")
end

local function collect_often()
  collectgarbage("incremental", 110, 400, 12)
end

-- The first calls of a function take its different ways; of the many that follow one in eight is
-- enough, for whole cycles cost milliseconds.
local FIRST_CALLS, STRIDE = 64, 8

local calls = {}
local function watched(called)
  local n = (calls[called] or 0) + 1
  calls[called] = n
  return n <= FIRST_CALLS or n % STRIDE == 0
end

local inside = false
debug.sethook(function(event)
  local running = event ~= "return" and debug.getinfo(2, "f").func
  local called = binding[running] ~= nil and watched(running)
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
