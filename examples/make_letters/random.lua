--- Random numbers that are the same on every machine: SplitMix64, in Lua's 64-bit integers, which
--- wrap around. (`math.random` may change with the version of Lua.)

local random = {}
random.__index = random

local GOLDEN = 0x9E3779B97F4A7C15

--- A stream of numbers. Streams of other names are independent of it, so that a sentence more in
--- one letter leaves the next letter as it was.
---@param seed integer
---@param name? integer
function random.new(seed, name)
  local stream = setmetatable({ state = seed * GOLDEN }, random)
  stream.state = stream:bits() + (name or 0) * 0xD1B54A32D192ED03
  return stream
end

function random:bits()
  self.state = self.state + GOLDEN
  local z = self.state
  z = (z ~ (z >> 30)) * 0xBF58476D1CE4E5B9
  z = (z ~ (z >> 27)) * 0x94D049BB133111EB
  return z ~ (z >> 31)
end

--- An integer from `low` to `high`, both included.
function random:range(low, high)
  return low + (self:bits() >> 11) % (high - low + 1)
end

--- True in `percent` of 100 cases.
function random:chance(percent)
  return self:range(0, 99) < percent
end

function random:pick(list)
  return list[self:range(1, #list)]
end

--- One of the entries, each as often as its `weight` says.
---@generic T
---@param list T[]
---@return T
function random:weighted(list)
  local sum = 0
  for _, entry in ipairs(list) do
    sum = sum + entry.weight
  end
  local left = self:range(1, sum)
  for _, entry in ipairs(list) do
    left = left - entry.weight
    if left <= 0 then
      return entry
    end
  end
end

--- Shuffles in place.
function random:shuffle(list)
  for i = #list, 2, -1 do
    local j = self:range(1, i)
    list[i], list[j] = list[j], list[i]
  end
  return list
end

--- So many of the list, in the list's order.
function random:some(list, count)
  local places = {}
  for i = 1, #list do
    places[i] = i
  end
  self:shuffle(places)
  local chosen = {}
  for i = 1, math.min(count, #list) do
    chosen[i] = places[i]
  end
  table.sort(chosen)
  for i, place in ipairs(chosen) do
    chosen[i] = list[place]
  end
  return chosen
end

-- The value of a name; of "Drug" that of "drug" with a capital letter.
local function value_of(values, key)
  local value = values[key]
  if value == nil and key:find "^%u" then
    value = values[key:sub(1, 1):lower() .. key:sub(2)]
    value = value and tostring(value):gsub("^%l", string.upper)
  end
  return value
end

--- A text with its places filled: `[a|b]` is one of both, `{key}` the value of that name, which may
--- have places of its own; `{Key}` is that value with a capital letter.
---@param text string
---@param values table<string, string|integer>
---@return string
function random:fill(text, values)
  for _ = 1, 4 do
    text = text:gsub("%[([^%[%]]*)%]", function(choices)
      local list = {}
      for choice in (choices .. "|"):gmatch "([^|]*)|" do
        list[#list + 1] = choice
      end
      return self:pick(list)
    end)
    text = text:gsub("{(%w+)}", function(key)
      return value_of(values, key) or error("a sentence asks for {" .. key .. "}: " .. text)
    end)
  end
  return text
end

return random
