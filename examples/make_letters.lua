-- Makes the sample letters: about 300 invented determinations, the same bytes for the same seed on
-- every machine.
--
--   lua5.4 examples/make_letters.lua --output FOLDER [--seed N] [--truth FILE]
--
-- writes FOLDER/001.txt and so on, and to FILE what was planted, a line of JSON per letter.
-- examples/README.md says what there is to find in them. To make examples/letters anew:
--
--   lua5.4 examples/make_letters.lua --output examples/letters

package.path = (arg[0]:match "^(.*)/" or ".") .. "/?.lua;" .. package.path

local calendar = require "make_letters.calendar"
local drugs = require "make_letters.drugs"
local letter = require "make_letters.letter"
local blocks = require "make_letters.blocks"
local layout = require "make_letters.layout"
local plan = require "make_letters.plan"
local random = require "make_letters.random"
local treatments = require "make_letters.treatments"
local truth = require "make_letters.truth"

local SEED = 2013

local function options_of(words)
  local options, i = { seed = tostring(SEED) }, 1
  while words[i] do
    local name = words[i]:match "^%-%-(%l+)$"
    if not (name == "output" or name == "seed" or name == "truth") or not words[i + 1] then
      return nil
    end
    options[name], i = words[i + 1], i + 2
  end
  options.seed = math.tointeger(tonumber(options.seed))
  return options.output and options.seed and options
end

local function write(path, text)
  local file, message = io.open(path, "wb")
  if not file then
    io.stderr:write(message, "\n")
    os.exit(1)
  end
  assert(file:write(text))
  assert(file:close())
end

local function all_treatments()
  local list = {}
  table.move(drugs, 1, #drugs, 1, list)
  table.move(treatments, 1, #treatments, #list + 1, list)
  return list
end

-- Numbers rise with the day of the application, as a register's do.
local function number_cases(letters, stream)
  for _, entry in ipairs(letters) do
    if not entry.copy_of then
      local year = calendar.parts(entry.days.application)
      local serial = (entry.days.application - calendar.day(year, 1, 1)) * 600 + stream:range(1, 599)
      entry.number = entry.form == "professional-review" and ("IMR 13-%06d"):format(serial // 600)
        or ("CM%02d-%07d"):format(year % 100, serial)
      entry.expedited = stream:chance(2)
    end
  end
end

local options = options_of(arg)
if not options then
  io.stderr:write("usage: lua5.4 make_letters.lua --output FOLDER [--seed N] [--truth FILE]\n")
  os.exit(2)
end

local letters = plan.letters(random.new(options.seed), all_treatments(), treatments.adjuncts)
number_cases(letters, random.new(options.seed, 1))

local lines, sources = {}, {}
for i, entry in ipairs(letters) do
  local written, source = entry.copy_of or entry, ("%03d.txt"):format(i)
  if not entry.copy_of then
    letter.write(random.new(options.seed, 1000 + entry.place), entry)
    sources[entry] = source
  end
  write(options.output .. "/" .. source, layout.text(blocks[written.form](written), entry.style))
  lines[i] = truth.line(written, source, entry.style, sources[entry.copy_of])
end
if options.truth then
  write(options.truth, table.concat(lines, "\n") .. "\n")
end
