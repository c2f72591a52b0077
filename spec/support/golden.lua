--- The letters of spec/letters, each beside its golden twin: what a reader found in it by eye.

local json = require "dkjson"
local lfs = require "lfs"
local process = require "spec.support.process"

local golden = {}

local FOLDER = "spec/letters/"

--- The names of all letters, such as "001", in order.
---@type string[]
golden.names = {}
for file in lfs.dir(FOLDER) do
  golden.names[#golden.names + 1] = file:match "^(.*)%.txt$"
end
table.sort(golden.names)

---@param name string
---@return string
function golden.text(name)
  return process.read(FOLDER .. name .. ".txt")
end

--- The twin as a document would be.
---@param name string
---@return table
function golden.twin(name)
  local twin, _, problem = json.decode(process.read(FOLDER .. name .. ".json"))
  return assert(twin, problem)
end

return golden
