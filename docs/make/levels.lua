--- The schema by its records: each with its keys, and the places where it stands.

local imr = require "imr"

local ALWAYS = { -- keys that every record of their level has
  document = { template = true, issues = true, diagnostics = true },
  issue = { number = true },
  diagnostic = { code = true, message = true, line = true, column = true, offset = true },
}

-- Keys with one of a few values, which their meaning lists: "left, right or bilateral".
local ENUMERATED = {
  amount = { unit = true },
  case = { priority = true },
  citation = { authority = true },
  document = { template = true, dialect = true, outcome = true },
  issue = { decision = true, conclusion = true },
  request = { laterality = true },
  ur = { action = true },
  worker = { sex = true },
}

-- The values that a meaning lists, in the first of its clauses that has an "or".
local function values_of(meaning)
  for clause in (meaning .. ": "):gmatch "(.-): " do
    if clause:find " or " then
      local values = {}
      for value in (clause:gsub(",? or ", ", ") .. ", "):gmatch "(.-), " do
        values[#values + 1] = value
      end
      return values
    end
  end
  error("no values in: " .. meaning)
end

---@class docs.Level
---@field name string such as "guideline"
---@field class string such as "imr.Guideline"
---@field places string[] such as "issues.reviewer_guideline"; "" is the document itself
---@field keys { name: string, type: string, of?: string, meaning: string, always: boolean,
--- values?: string[] }[]

--- The levels in the order in which the schema first has them.
---@return docs.Level[]
return function()
  local levels, by_name, level_at = {}, {}, {}
  for _, key in ipairs(imr.schema()) do
    level_at[key.path:match "^(.*)%.[^.]*$" or ""] = key.level
  end
  for _, key in ipairs(imr.schema()) do
    local level = by_name[key.level]
    if not level then
      level = { name = key.level, class = "imr." .. key.level:gsub("^%l", string.upper), places = {}, keys = {} }
      by_name[key.level] = level
      levels[#levels + 1] = level
    end
    local place, name = key.path:match "^(.*)%.([^.]*)$"
    place, name = place or "", name or key.path
    if level.places[#level.places] ~= place then
      level.places[#level.places + 1] = place
    end
    if #level.places == 1 then
      level.keys[#level.keys + 1] = {
        name = name,
        type = key.type,
        of = level_at[key.path],
        meaning = key.meaning,
        always = (ALWAYS[key.level] or {})[name] == true,
        values = (ENUMERATED[key.level] or {})[name] and values_of(key.meaning),
      }
    end
  end
  return levels
end
