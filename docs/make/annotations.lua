--- Reads the annotations of the sources of lua/imr: what is said of functions, classes and aliases.

local annotations = {}

---@class docs.Function
---@field of string "imr" or the class that it is a method of, such as "Parser"
---@field name string
---@field method boolean called with a colon
---@field text string[] what is said of it, without tags
---@field params { name: string, optional: boolean, type: string, text: string }[]
---@field returns { type: string, name: string, text: string }[]
---@field lines string[] all of it, as LuaLS reads it

---@class docs.Block
---@field tag "class"|"alias"|"field"
---@field name string
---@field table? string the local table that the class is
---@field lines string[]

-- A type ends at the first blank outside of brackets, but goes on behind a colon or comma and
-- around a bar.
local function split_type(text)
  local depth, i = 0, 1
  while i <= #text do
    local c = text:sub(i, i)
    if c:find "[%(%{%[<]" then
      depth = depth + 1
    elseif c:find "[%)%}%]>]" then
      depth = depth - 1
    elseif c == " " and depth == 0 and not text:sub(1, i - 1):find "[:,|]$" then
      return text:sub(1, i - 1), text:sub(i + 1)
    end
    i = i + 1
  end
  return text, ""
end

local function read_function(of, name, method, lines)
  local made = { of = of, name = name, method = method, text = {}, params = {}, returns = {}, lines = {} }
  local last
  for _, line in ipairs(lines) do
    local param, optional, rest = line:match "^%-%-%-@param ([%w_.]+)(%??) (.*)$"
    local returned = line:match "^%-%-%-@return (.*)$"
    if line:find "^%-%- @" then
      goto continue -- LDoc's, which is told otherwise
    elseif param then
      local type, text = split_type(rest)
      last = { name = param, optional = optional == "?", type = type, text = text }
      made.params[#made.params + 1] = last
    elseif returned then
      local type, text = split_type(returned)
      last = { type = type, name = text:match "^%S*", text = text:match "^%S*%s*(.*)$" }
      made.returns[#made.returns + 1] = last
    elseif last then
      last.text = last.text .. " " .. line:match "^%-%-%-?%s*(.*)$"
    else
      made.text[#made.text + 1] = line:match "^%-%-%-? ?(.*)$"
    end
    made.lines[#made.lines + 1] = line
    ::continue::
  end
  return made
end

-- What a line of code defines: the table, the name, and whether it is a method.
local function defined(code, classes)
  local of, sign, name = code:match "^function ([%w_]+)([.:])([%w_]+)%("
  if not of then
    of, name = code:match "^([%w_]+)%.([%w_]+) = "
    sign = "."
  end
  if of and not name:find "^_" and (of == "imr" or classes[of]) then
    return of, name, sign == ":" or of ~= "imr"
  end
end

-- A class that is nobody's business but the module's own: "imr.corpus.Files".
local function is_private(name)
  return name:find "^imr%.%l" ~= nil
end

local function without_private_fields(lines)
  local kept = {}
  for _, line in ipairs(lines) do
    if not line:find "^%-%-%-@field private " then
      kept[#kept + 1] = line
    end
  end
  return kept
end

--- The annotations of a source, in order.
---@param path string
---@param tables? table<string, string> local tables whose functions are those of a class: {methods = "Corpus"}
---@return docs.Function[]
---@return docs.Block[] blocks classes, aliases, and the fields of `imr` that are no functions
function annotations.read(path, tables)
  local functions, blocks, classes, lines = {}, {}, {}, nil
  for of in pairs(tables or {}) do
    classes[of] = true
  end
  local function finish(code)
    local first = table.concat(lines, "\n")
    local class, alias = first:match "%-%-%-@class ([%w_.]+)", first:match "%-%-%-@alias ([%w_.]+)"
    local of, name, method = defined(code, classes)
    if class or alias then
      local owner = class and code:match "^local ([%w_]+) = {"
      if not is_private(class or alias) then
        classes[owner or ""] = class
        blocks[#blocks + 1] = {
          tag = class and "class" or "alias",
          name = class or alias,
          table = owner,
          lines = without_private_fields(lines),
        }
      end
    elseif of and first:find "%-%-%-@type" then
      blocks[#blocks + 1] = { tag = "field", name = name, lines = lines }
    elseif of then
      functions[#functions + 1] = read_function((tables or {})[of] or of, name, method, lines)
    end
    lines = nil
  end
  for line in io.lines(path) do
    if line:find "^%-%-%-" then
      lines = lines or {}
      if line:find "^%-%-%-@class" and #lines > 0 and lines[#lines]:find "^%-%-%-@class" then
        finish ""
        lines = {}
      end
      lines[#lines + 1] = line
    elseif lines and line:find "^%-%- @function" then
      lines[#lines + 1] = line
    elseif lines then
      finish(line)
    end
  end
  return functions, blocks
end

return annotations
