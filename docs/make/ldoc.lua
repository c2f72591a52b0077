--- What LDoc reads: the annotations in its own words. They are written for LuaLS, whose types LDoc
-- does not take apart.

-- A type as LDoc writes them: it has no word for what a function takes, or a table's values.
local function type_of(text)
  local short = text:gsub("^fun%(.*$", "func"):gsub("^table<.*$", "table"):gsub("^{.*}$", "table")
  short = short:gsub("%[%]", ""):gsub(" ", "")
  return short:find "%?$" and "?" .. short:sub(1, -2) or short
end

local function add_text(out, lines)
  for i, line in ipairs(lines) do
    out[#out + 1] = (i == 1 and "--- " or "-- ") .. line
  end
end

local function add_function(out, made)
  add_text(out, made.text)
  out[#out + 1] = ("-- @function %s%s%s"):format(made.of, made.method and ":" or ".", made.name)
  for _, param in ipairs(made.params) do
    out[#out + 1] = ("-- @tparam%s %s %s %s"):format(param.optional and "[opt]" or "", type_of(param.type),
      param.name, param.text)
  end
  for _, returned in ipairs(made.returns) do
    out[#out + 1] = ("-- @treturn %s %s %s"):format(type_of(returned.type), returned.name, returned.text)
  end
  out[#out + 1] = ""
end

local function add_level(out, level)
  out[#out + 1] = ("--- The keys of %s."):format(level.places[1] == "" and "a document" or
    "`" .. table.concat(level.places, "` and `") .. "`")
  out[#out + 1] = ("-- @table %s"):format(level.class)
  for _, key in ipairs(level.keys) do
    out[#out + 1] = ("-- @field %s (%s) %s"):format(key.name, key.type, key.meaning)
  end
  out[#out + 1] = ""
end

-- A class by its fields, an alias by its values.
local function add_block(out, block)
  local text, fields = {}, {}
  for _, line in ipairs(block.lines) do
    local field, rest = line:match "^%-%-%-@field ([%w_]+%??) (.*)$"
    local value, meaning = line:match '^%-%-%-| "([^"]+)" ?#? ?(.*)$'
    if field or value then
      fields[#fields + 1] = ("-- @field %s %s"):format(field or value, rest or meaning)
    elseif fields[1] then
      fields[#fields] = fields[#fields] .. " " .. line:match "^%-%-%-%s*(.*)$"
    elseif not line:find "^%-%-%-@" then
      text[#text + 1] = line:match "^%-%-%-? ?(.*)$"
    end
  end
  if fields[1] then
    add_text(out, text[1] and text or { block.name .. "." })
    out[#out + 1] = "-- @table " .. block.name
    table.move(fields, 1, #fields, #out + 1, out)
    out[#out + 1] = ""
  end
end

--- A source for LDoc, of no other use.
---@param functions docs.Function[]
---@param blocks docs.Block[]
---@param levels docs.Level[]
---@return string
return function(functions, blocks, levels)
  local out = {
    "--- Reads the final determination letters of California's Independent Medical Review.",
    "-- @module imr",
    "",
  }
  for _, made in ipairs(functions) do
    add_function(out, made)
  end
  for _, block in ipairs(blocks) do
    if block.tag ~= "field" then
      add_block(out, block)
    end
  end
  for _, level in ipairs(levels) do
    add_level(out, level)
  end
  return table.concat(out, "\n") .. "\n"
end
