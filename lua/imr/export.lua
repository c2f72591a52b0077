--- Documents as flat values: rows of columns, and CSV.
--
-- Columns are the paths of `imr.schema()`, in its order, so that a key which the schema gains is a
-- column without anything to do here. A row is a letter or an issue:
--
--   * of a letter: every key outside `issues`, and the column `issues`, which counts them;
--   * of an issue: the letter's columns in front, then every key of the issue. A letter without
--     issues has no row.
--
-- What a letter does not say is an empty field. Lists are joined with "; ", and of a list of
-- records each key is a column (`diagnostics.code` reads "truncated; missing-label"). Pages read
-- "209 to 211; 70".
--
-- CSV is that of RFC 4180: UTF-8, a header row, lines that end in CR LF, fields in quotation marks
-- where they contain a comma, a quotation mark or a line end. Values stand as the letter has them,
-- also those that begin with "=", "+", "-" or "@": a mark put before them against spreadsheets
-- that compute would change the data for every other program. Import such columns as text.
-- @module imr.export

local imr = require "imr"

local export = {}

---@class imr.export.Column
---@field path string path of the schema; the column's name
---@field keys string[] the path's keys, within the letter or within the issue
---@field of_issue boolean a key of the issue, not of the letter
---@field counts boolean the number of records, not a value of them

---@class imr.export.Layout
---@field rows "letters"|"issues"
---@field columns imr.export.Column[]
---@field fields string[] what a parser must be asked for so that every column can be filled

local JOIN = "; "
local ISSUE = "issues."

local text_of

local function is_range(value)
  return type(value) == "table" and #value == 2
    and math.type(value[1]) == "integer" and math.type(value[2]) == "integer"
end

-- A range of pages. With a hyphen, spreadsheets would take 8-9 for a day in August or September.
local function range_of(value)
  local first, last = value[1], value[2]
  return first == last and text_of(first) or ("%s to %s"):format(text_of(first), text_of(last))
end

-- A value as text; "" for none.
function text_of(value)
  local kind = math.type(value)
  if kind == "integer" then
    return ("%d"):format(value)
  elseif kind == "float" then
    return ("%.14g"):format(value)
  elseif type(value) == "string" then
    return value
  elseif type(value) == "boolean" then
    return tostring(value)
  elseif type(value) ~= "table" then
    return ""
  end
  local items = {}
  for i, item in ipairs(value) do
    items[i] = is_range(item) and range_of(item) or text_of(item)
  end
  return table.concat(items, JOIN)
end

-- The value that `keys` lead to from a record; through a list of records, the list of theirs.
local function value_at(record, keys, from)
  for i = from, #keys do
    if type(record) ~= "table" then
      return nil
    elseif record[keys[i]] == nil and type(record[1]) == "table" then
      local values = {}
      for j, inner in ipairs(record) do
        values[j] = value_at(inner, keys, i) or ""
      end
      return values
    end
    record = record[keys[i]]
  end
  return record
end

-- Records are columns by their keys, and places are no values.
local function is_value(key)
  return key.type ~= "record" and key.type ~= "list of records" and key.path ~= "spans"
end

local function column_of(path)
  local of_issue = path:sub(1, #ISSUE) == ISSUE
  local column = { path = path, keys = {}, of_issue = of_issue, counts = path == "issues" }
  for key in (of_issue and path:sub(#ISSUE + 1) or path):gmatch "[^.]+" do
    column.keys[#column.keys + 1] = key
  end
  return column
end

-- All columns of such rows, in the schema's order: the letter's, then the issue's.
local function all_columns(rows)
  local letter, issue = {}, {}
  for _, key in ipairs(imr.schema()) do
    local column = column_of(key.path)
    if column.of_issue then
      if rows == "issues" and is_value(key) then
        issue[#issue + 1] = column
      end
    elseif is_value(key) or column.counts and rows == "letters" then
      letter[#letter + 1] = column
    end
  end
  return table.move(issue, 1, #issue, #letter + 1, letter)
end

-- Those of `columns` that `fields` name, in the order of `fields`; or nil and what is wrong.
local function chosen_columns(columns, fields)
  local chosen, taken = {}, {}
  for _, field in ipairs(fields) do
    local before = #chosen
    for _, column in ipairs(columns) do
      local named = column.path == field or column.path:sub(1, #field + 1) == field .. "."
      if named and not taken[column.path] then
        taken[column.path] = true
        chosen[#chosen + 1] = column
      end
    end
    if field == "spans" then
      return nil, 'field "spans": places have no column; JSON has them'
    elseif #chosen == before and not taken[field] and field:sub(1, #ISSUE) == ISSUE then
      return nil, ("field %q: a letter has several; ask for a row per issue"):format(field)
    end
  end
  return chosen
end

--- Which columns rows have: all, or those that `fields` names, in its order (a record's path means
--- all of it). Raises on an unknown field, and on an issue's field where a row is a letter.
---@param o? { rows?: "letters"|"issues", fields?: string[] } a row per letter (default) or issue
---@return imr.export.Layout
function export.layout(o)
  local rows = o and o.rows or "letters"
  if rows ~= "letters" and rows ~= "issues" then
    error(('rows: expected "letters" or "issues", got %s'):format(tostring(rows)), 2)
  end
  local layout = { rows = rows, columns = all_columns(rows), fields = {} }
  if o and o.fields then
    -- Whether each is a field of the schema is for the core to say, which knows the nearest name.
    local known, problem = pcall(imr.parse, "", { fields = o.fields })
    if known then
      layout.columns, problem = chosen_columns(layout.columns, o.fields)
    end
    if problem then
      error(problem, 2)
    end
  end
  for _, column in ipairs(layout.columns) do
    layout.fields[#layout.fields + 1] = column.counts and "issues.number" or column.path
  end
  if rows == "issues" then
    layout.fields[#layout.fields + 1] = "issues.number" -- or no issue would be left to give a row
  end
  return layout
end

--- The names of the columns.
---@param layout imr.export.Layout
---@return string[]
function export.header(layout)
  local names = {}
  for i, column in ipairs(layout.columns) do
    names[i] = column.path
  end
  return names
end

-- Fills the places of `row` whose columns are of the letter, or of the issue.
local function fill(row, columns, record, of_issue)
  for i, column in ipairs(columns) do
    if column.of_issue == of_issue then
      if column.counts then
        row[i] = text_of(type(record.issues) == "table" and #record.issues or 0)
      else
        row[i] = text_of(value_at(record, column.keys, 1))
      end
    end
  end
  return row
end

--- The rows that a document gives.
---@param layout imr.export.Layout
---@param document imr.Document
---@return string[][]
function export.rows(layout, document)
  local columns = layout.columns
  local letter = fill({}, columns, document, false)
  if layout.rows == "letters" then
    return { letter }
  end
  local rows = {}
  for i, issue in ipairs(type(document.issues) == "table" and document.issues or {}) do
    rows[i] = fill(table.move(letter, 1, #columns, 1, {}), columns, issue, true)
  end
  return rows
end

--- A row as a line of CSV.
---@param row string[]
---@return string with its line end
function export.csv(row)
  if #row == 1 and row[1] == "" then
    return '""\r\n' -- an empty line would be no row to those who read it
  end
  local fields = {}
  for i, value in ipairs(row) do
    if value:find('"', 1, true) then -- most long texts have none: spares looking at every byte
      value = value:gsub('"', '""')
    end
    fields[i] = value:find '[,"\r\n]' and '"' .. value .. '"' or value
  end
  return table.concat(fields, ",") .. "\r\n"
end

--- Every value of a document with its place, in the schema's order: {"issues[2].decision",
--- "upheld"}. `source` and `spans` are left out.
---@param document imr.Document
---@return { [1]: string, [2]: string }[]
function export.values(document)
  local keys = {}
  for _, key in ipairs(imr.schema()) do
    local parent, name = key.path:match "^(.*)%.([^.]+)$"
    parent = parent or ""
    keys[parent] = keys[parent] or {}
    table.insert(keys[parent], { name = name or key.path, path = key.path, type = key.type })
  end
  local values = {}
  local function walk(record, path, label)
    for _, key in ipairs(keys[path] or {}) do
      local value, here = record[key.name], label .. key.name
      if key.type == "list of records" then
        for i, inner in ipairs(type(value) == "table" and value or {}) do
          if type(inner) == "table" then
            walk(inner, key.path, ("%s[%d]."):format(here, i))
          end
        end
      elseif key.type == "record" then
        if type(value) == "table" then
          walk(value, key.path, here .. ".")
        end
      elseif value ~= nil and key.path ~= "source" and key.path ~= "spans" then
        values[#values + 1] = { here, text_of(value) }
      end
    end
  end
  walk(document, "", "")
  return values
end

return export
