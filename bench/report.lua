-- What bench/run measured, as tables to read:  report.lua FACTS [--json FILE] [--check]
package.path = (arg[0]:match "^(.*)/[^/]*$" or ".") .. "/?.lua;" .. package.path
local harness = require "harness"

---- reading the facts -----------------------------------------------------------------------------

local measures, skipped, wrong, starts, about = {}, {}, {}, {}, {}

local read = {
  measure = function(name, title)
    measures[#measures + 1] = { name = name, title = title, seconds = {} }
    measures[name] = measures[#measures]
  end,
  skipped = function(title, package)
    skipped[#skipped + 1] = { title = title, package = package }
  end,
  wrong = function(name)
    wrong[#wrong + 1] = name
  end,
  time = function(name, letters, bytes, seconds)
    local measure = measures[name]
    measure.letters, measure.bytes = tonumber(letters), tonumber(bytes)
    table.insert(measure.seconds, tonumber(seconds))
  end,
  start = function(name, microseconds)
    starts[name] = starts[name] or {}
    table.insert(starts[name], tonumber(microseconds) / 1000)
  end,
  about = function(name, value)
    about[name] = value
  end,
}

for line in io.lines(arg[1]) do
  local fields = {}
  for field in line:gmatch "[^\t]+" do
    fields[#fields + 1] = field
  end
  read[fields[1]](table.unpack(fields, 2))
end

---- figures ---------------------------------------------------------------------------------------

local function summary(values)
  local sorted = table.move(values, 1, #values, 1, {})
  table.sort(sorted)
  local middle = (#sorted + 1) // 2
  return {
    median = #sorted % 2 == 1 and sorted[middle] or (sorted[middle] + sorted[middle + 1]) / 2,
    min = sorted[1],
    max = sorted[#sorted],
    rounds = values,
  }
end

-- How many times as fast as `other`, round by round: what slows the machine down slows both.
local function speed(measure, other)
  local values = {}
  for round, seconds in ipairs(measure.seconds) do
    values[round] = (measure.bytes / seconds) / (other.bytes / other.seconds[round])
  end
  return summary(values)
end

-- The same of two measures of imr, without what it took in either to read the letters.
local function speed_of_parsing(measure, other)
  local values = {}
  local reading = measures.reading
  local function seconds(of, round)
    return of.seconds[round] / of.bytes - reading.seconds[round] / reading.bytes
  end
  for round = 1, #measure.seconds do
    values[round] = seconds(other, round) / seconds(measure, round)
  end
  return summary(values)
end

-- How much longer than Lua alone takes to start.
local function start_time(name)
  return summary(starts[name]).median - summary(starts.lua).median
end

for _, measure in ipairs(measures) do
  local seconds = summary(measure.seconds).median
  measure.megabytes_per_second = measure.bytes / seconds / 1e6
  measure.letters_per_second = measure.letters / seconds
  measure.speed = speed(measure, measures.python_re)
end

-- In reports and with --check; a figure without a bar is there to be known.
local quotients = {
  {
    title = "whole schema / structure only, time",
    value = speed_of_parsing(measures.structure, measures.whole),
    at_most = 2.5,
  },
  { title = "same fields / Python re, speed", value = measures.same.speed, at_least = 12 },
  {
    title = "practice / generated letters, speed",
    value = speed_of_parsing(measures.practice, measures.whole),
  },
  { title = 'require "imr", ms', value = { median = start_time "require" }, at_most = 20 },
  { title = "the same and a first letter, ms", value = { median = start_time "letter" } },
}

if measures.rock then
  table.insert(quotients, 4, {
    title = "installed rock / this build, speed",
    value = speed_of_parsing(measures.rock, measures.whole),
    at_least = 0.7,
  })
end

local missed = #wrong
for _, quotient in ipairs(quotients) do
  local value = quotient.value.median
  quotient.met = value <= (quotient.at_most or math.huge) and value >= (quotient.at_least or 0)
  missed = missed + (quotient.met and 0 or 1)
end

---- writing ---------------------------------------------------------------------------------------

local function range(value)
  return value.min and ("(%.2f-%.2f)"):format(value.min, value.max) or ""
end

local function print_measures()
  local python = measures.python_re
  print(("imr %s, %d letters (%.1f MB), medians of %d rounds on CPU %s"):format(
    about.version, python.letters, python.bytes / 1e6, #python.seconds, about.cpu))
  print(("%s; Python %s; %s"):format(about.processor or "processor unknown", about.python, _VERSION))
  print(("\n%-37s %8s %10s  %s"):format("", "MB/s", "letters/s", "times Python re (min-max)"))
  for _, measure in ipairs(measures) do
    print(("%-37s %8.1f %10.0f %7.2f  %s"):format(measure.title, measure.megabytes_per_second,
      measure.letters_per_second, measure.speed.median, range(measure.speed)))
  end
  for _, program in ipairs(skipped) do
    print(("%-37s not measured: Debian's %s is missing"):format(program.title, program.package))
  end
end

local function print_quotients()
  print(("\n%-37s %8s  %-13s  %s"):format("", "", "", "bar"))
  for _, quotient in ipairs(quotients) do
    local bar = quotient.at_most and ("at most %g"):format(quotient.at_most)
      or quotient.at_least and ("at least %g"):format(quotient.at_least)
      or "none"
    print(("%-37s %8.2f  %-13s  %s%s"):format(quotient.title, quotient.value.median,
      range(quotient.value), bar, quotient.met and "" or ": MISSED"))
  end
  if #wrong > 0 then
    print("\nNot all the fields came out right of: " .. table.concat(wrong, ", "))
    print("so that unlike work was compared. Standard error has examples.")
  end
end

local function write_json(path)
  local list = {}
  for i, measure in ipairs(measures) do
    list[i] = measure
  end
  local file = assert(io.open(path, "wb"))
  assert(file:write(harness.json {
    about = about,
    measures = list,
    skipped = skipped,
    quotients = quotients,
    wrong = wrong,
    starts = starts,
    met = missed == 0,
  }, "\n"))
  assert(file:close())
end

print_measures()
print_quotients()
local check = false
for i = 2, #arg do
  if arg[i] == "--json" then
    write_json(arg[i + 1])
  end
  check = check or arg[i] == "--check"
end
os.exit(not check or missed == 0)
