--- What the Lua baselines share beside the harness.

local folder = arg[0]:match "^(.*)/[^/]*$" or "."
package.path = ("%s/../?.lua;%s"):format(folder, package.path)
local harness = require "harness"

local shared = {}

shared.SEX = {
  male = "male", man = "male", gentleman = "male",
  female = "female", woman = "female", lady = "female",
}

---@param month string
---@param day string
---@param year string
---@return string
function shared.iso(month, day, year)
  if #year == 2 then
    year = (tonumber(year) > 50 and "19" or "20") .. year
  end
  return string.format("%s-%02d-%02d", year, month // 1 | 0, day // 1 | 0)
end

--- Does what the arguments of the program say.
---@param parse fun(text: string, id: string): table
function shared.run(parse)
  harness.run(parse, function(text, id)
    return harness.json(parse(text, id))
  end, arg)
end

return shared
