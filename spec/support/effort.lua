--- How many of a property's cases a run tries. With the collector at its most aggressive (IMR_GC=1)
--- a letter takes a thousand times as long, and a few of each kind show what there is to see.

local effort = {}

effort.thorough = os.getenv "IMR_GC" ~= "1"

--- Every case of a list, or in a short run the first and every `stride`-th after it.
---@generic T
---@param list T[]
---@param stride integer
---@return T[]
function effort.some(list, stride)
  if effort.thorough then
    return list
  end
  local some = {}
  for i = 1, #list, stride do
    some[#some + 1] = list[i]
  end
  return some
end

return effort
