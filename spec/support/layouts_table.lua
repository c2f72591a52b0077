-- What scripts/layouts prints: of the letters of a folder, and of each way to lay them out, how many
-- say the same, and the keys in which the others differ.

local lfs = require "lfs"
local layouts = require "spec.support.layouts"
local process = require "spec.support.process"

local LEAST = 0.99
local folder = arg[1]

local names = {}
for file in lfs.dir(folder) do
  names[#names + 1] = file:match "^(.*)%.txt$"
end
table.sort(names)

local letters = {}
for _, name in ipairs(names) do
  local letter = layouts.letter(name, process.read(folder .. "/" .. name .. ".txt"))
  if letter then
    letters[#letters + 1] = letter
  else
    print(("%s is not in UTF-8 and is left out"):format(name))
  end
end

-- "issues.heading 2, case.number 1", most first.
local function counted(paths)
  local list = {}
  for path, count in pairs(paths) do
    list[#list + 1] = { path, count }
  end
  table.sort(list, function(a, b)
    return a[2] > b[2] or a[2] == b[2] and a[1] < b[1]
  end)
  for i, row in ipairs(list) do
    list[i] = ("%s %d"):format(row[1], row[2])
  end
  return table.concat(list, ", ")
end

-- How many letters a way was tried on, of how many the structure and all keys are the same, and
-- how often each key differs.
local function measure(way)
  local row = { tried = 0, structure = 0, all = 0, paths = {} }
  for _, letter in ipairs(letters) do
    local text = way.lay_out(letter)
    if text then
      local same = true
      local differences = layouts.differences(letter, text)
      for _, difference in ipairs(differences) do
        same = same and not difference.structure
        row.paths[difference.path] = (row.paths[difference.path] or 0) + 1
      end
      row.tried = row.tried + 1
      row.structure = row.structure + (same and 1 or 0)
      row.all = row.all + (#differences == 0 and 1 or 0)
    end
  end
  return row
end

local LINE = "%-68s %7s %9s %8s  %s"
print(LINE:format("laid out", "letters", "structure", "all keys", "what differs"))
local tried, structure, all = 0, 0, 0
for _, way in ipairs(layouts.ways) do
  local row = measure(way)
  print(LINE:format(way.name, row.tried, row.structure, row.all, counted(row.paths)))
  tried, structure, all = tried + row.tried, structure + row.structure, all + row.all
end
print(LINE:format("all", tried, structure, all, ("structure %.2f %%"):format(100 * structure / tried)))
os.exit(structure >= LEAST * tried)
