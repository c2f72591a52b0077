-- Writes the tables of lua/imr/data as const C.
--
--   lua5.4 csrc/knowledge_build.lua OUT.h OUT.c DATAFILE...
--
-- A data file returns a table:
--   about    what the table is, and where its facts come from
--   fields   a list of {name =, type =, meaning = [, required = true] [, values = {...}]};
--            type is "string", "list" (of strings), "boolean" or "integer"; `values` lists the
--            only strings allowed. Every table also has the field `also`, a list of aliases.
--   entries  ["Key as written"] = {field = value, ...}
-- Whatever is wrong is reported with file, entry and key; the exit status is then 1 and nothing is
-- written. The same data give the same bytes.

local KEY_MAX = 255
local TYPES = {string = true, list = true, boolean = true, integer = true}
local TYPE_NAMES = {"string", "list", "boolean", "integer"}

local problems = {}

local function complain(file, format, ...)
  problems[#problems + 1] = file .. ": " .. format:format(...)
end

---Keys of a table in an order that does not change from run to run.
local function sorted_keys(t)
  local keys = {}
  for key in pairs(t) do keys[#keys + 1] = key end
  table.sort(keys, function(a, b)
    if type(a) ~= type(b) then return type(a) < type(b) end
    if type(a) == "number" or type(a) == "string" then return a < b end
    return tostring(a) < tostring(b)
  end)
  return keys
end

local function show(value)
  if type(value) == "string" then
    if not utf8.len(value) then return "with bytes that are not UTF-8" end
    return '"' .. value:gsub("%c", "?") .. '"'
  end
  return type(value) == "number" and tostring(value) or "of type " .. type(value)
end

-- ---- the nearest known name ---------------------------------------------------------------------

local function distance(a, b)
  local row = {}
  for j = 0, #b do row[j] = j end
  for i = 1, #a do
    local diagonal = row[0]
    row[0] = i
    for j = 1, #b do
      local above = row[j]
      local same = a:byte(i) == b:byte(j) and 0 or 1
      row[j] = math.min(above + 1, row[j - 1] + 1, diagonal + same)
      diagonal = above
    end
  end
  return row[#b]
end

---` did you mean "x"?`, or nothing where no known name is near.
local function suggestion(name, known)
  local best, nearest = 3, nil
  for _, candidate in ipairs(known) do
    local d = type(name) == "string" and distance(name, candidate) or best
    if d < best then best, nearest = d, candidate end
  end
  return nearest and ('; did you mean "%s"?'):format(nearest) or ""
end

-- ---- keys: the rules of knowledge_key.c ---------------------------------------------------------

---Only the case is left to normalize: key_fault refuses keys with other freedoms.
local function normalize(key)
  return (key:gsub("[A-Z]", string.lower))
end

local function is_word(lead)
  if lead < 0x80 then return string.char(lead):match("%w") ~= nil end
  return lead ~= 0xC2 and lead ~= 0xE2
end

---Whether a key ends in a character that is part of a word.
local function ends_in_word(key)
  return is_word(key:match("[^\x80-\xBF][\x80-\xBF]*$"):byte())
end

-- ---- reading and checking a data file -----------------------------------------------------------

---What is wrong with a string, or nil.
local function string_fault(s)
  if s == "" or s:match("^%s+$") then return "is empty" end
  if not utf8.len(s) then return "is not valid UTF-8" end
  if s:find("%c") then return "has a control character" end
end

---What is wrong with a key or an alias, which is looked up as it stands but for the case.
local function key_fault(s)
  local fault = string_fault(s)
  if fault then return fault end
  if s ~= s:gsub("%s+", " "):match("^ ?(.-) ?$") or s:find("\u{A0}") then
    return "has white space other than single spaces between words"
  end
  if s:find("\u{2018}") or s:find("\u{2019}") then return "has a curly apostrophe; write '" end
  if #s > KEY_MAX then return ("is longer than %d bytes"):format(KEY_MAX) end
end

---What is wrong with a list of strings, or nil.
local function list_fault(list)
  if type(list) ~= "table" then return "must be a list of strings, is a " .. type(list) end
  for key in pairs(list) do
    if math.type(key) ~= "integer" or key < 1 or key > #list then
      return "must be a list of strings, has the key " .. show(key)
    end
  end
  for i, item in ipairs(list) do
    if type(item) ~= "string" then
      return ("must be a list of strings, has a %s at %d"):format(type(item), i)
    end
    local fault = string_fault(item)
    if fault then return ("item %d %s"):format(i, fault) end
  end
end

local function one_of(value, allowed)
  for _, candidate in ipairs(allowed) do
    if value == candidate then return nil end
  end
  return ('%s is none of "%s"'):format(show(value), table.concat(allowed, '", "'))
end

local function value_fault(value, field)
  if field.type == "string" then
    if type(value) ~= "string" then return "must be a string, is a " .. type(value) end
    return string_fault(value) or field.values and one_of(value, field.values)
  elseif field.type == "list" then
    local fault = list_fault(value)
    if fault or not field.values then return fault end
    for _, item in ipairs(value) do
      fault = fault or one_of(item, field.values)
    end
    return fault
  elseif field.type == "boolean" then
    return type(value) ~= "boolean" and "must be true or false, is a " .. type(value) or nil
  end
  if math.type(value) ~= "integer" then
    return "must be an integer, is a " .. (math.type(value) or type(value))
  end
  if value < -2147483648 or value > 2147483647 then return "does not fit in 32 bits" end
end

---Reports keys of `t` that are not in `known`; `where` names the place.
local function check_known(file, where, t, known)
  for _, key in ipairs(sorted_keys(t)) do
    local found = false
    for _, name in ipairs(known) do found = found or name == key end
    if not found then
      complain(file, "%skey %s: no such key%s", where, show(key), suggestion(key, known))
    end
  end
end

local FIELD_KEYS = {"name", "type", "meaning", "required", "values"}

---The fields as declared, `also` before them, by position and by name; a bad one is left out.
local function read_fields(file, declared)
  local also = {name = "also", type = "list", meaning = "aliases of the key"}
  local fields, seen = {also}, {also = also}
  if type(declared) ~= "table" then
    complain(file, "key \"fields\": must be a list of fields, is a %s", type(declared))
    return fields, seen
  end
  check_known(file, "fields: ", declared, (function()
    local indices = {}
    for i = 1, #declared do indices[i] = i end
    return indices
  end)())
  for i, field in ipairs(declared) do
    local where = ("fields[%d]: "):format(i)
    if type(field) ~= "table" then
      complain(file, "%smust be a table, is a %s", where, type(field))
    else
      check_known(file, where, field, FIELD_KEYS)
      local good = false
      if type(field.name) ~= "string" or not field.name:match("^%l[%l%d_]*$") then
        complain(file, '%skey "name": must be a name in lower case', where)
      elseif seen[field.name] then
        complain(file, '%skey "name": "%s" is there already', where, field.name)
      elseif not TYPES[field.type] then
        complain(file, '%skey "type": %s', where, one_of(field.type, TYPE_NAMES))
      elseif type(field.meaning) ~= "string" or string_fault(field.meaning) then
        complain(file, '%skey "meaning": must say what "%s" means', where, field.name)
      elseif field.required ~= nil and type(field.required) ~= "boolean" then
        complain(file, '%skey "required": must be true or false', where)
      elseif field.values ~= nil and (list_fault(field.values) or #field.values == 0) then
        complain(file, '%skey "values": %s', where, list_fault(field.values) or "is empty")
      elseif field.values ~= nil and field.type ~= "string" and field.type ~= "list" then
        complain(file, '%skey "values": only for strings and lists', where)
      else
        good = true
      end
      if good then
        fields[#fields + 1] = field
        seen[field.name] = field
      end
    end
  end
  return fields, seen
end

---Lua keeps the last of two entries with the same key without a word; the source shows them.
local function check_written_twice(file, source, entries)
  local lines, number = {}, 0
  for line in (source .. "\n"):gmatch("(.-)\r?\n") do
    number = number + 1
    local key = line:match('^%s*%["([^"\\]*)"%]%s*=') or line:match("^%s*%[%s*'([^'\\]*)'%s*%]%s*=")
      or line:match("^%s*([%a_][%w_]*)%s*=%s*{")
    if key and entries[key] ~= nil then
      if lines[key] then
        complain(file, 'entry "%s": written twice, in lines %d and %d', key, lines[key], number)
      end
      lines[key] = number
    end
  end
end

local function read_entry(file, key, entry, fields, by_name)
  local where = ("entry %s: "):format(show(key))
  if type(key) ~= "string" then
    complain(file, "entry %s: the key must be a string", show(key))
    return nil
  end
  local fault = key_fault(key)
  if fault then
    complain(file, "entry %s: the key %s", show(key), fault)
    return nil
  end
  if type(entry) ~= "table" then
    complain(file, "%smust be a table, is a %s", where, type(entry))
    return nil
  end
  local names = {}
  for i, field in ipairs(fields) do names[i] = field.name end
  check_known(file, where, entry, names)
  local before = #problems
  for _, field in ipairs(fields) do
    local value = entry[field.name]
    if value ~= nil then
      fault = value_fault(value, by_name[field.name])
      if fault then complain(file, '%skey "%s": %s', where, field.name, fault) end
    elseif field.required then
      complain(file, '%skey "%s": is missing', where, field.name)
    end
  end
  if #problems > before then return nil end
  return {key = key, values = entry}
end

---Every key and alias to the entry it stands for; two for one are an error.
local function read_names(file, entries)
  local names = {}
  for _, entry in ipairs(entries) do
    local normal = normalize(entry.key)
    if names[normal] then
      complain(file, 'entry "%s": the same key as "%s"', entry.key, names[normal].entry.key)
    else
      names[normal] = {text = entry.key, entry = entry, own = true}
    end
  end
  for _, entry in ipairs(entries) do
    for _, alias in ipairs(entry.values.also or {}) do
      local normal = normalize(alias)
      local where = ('entry "%s": key "also": "%s"'):format(entry.key, alias)
      local other = names[normal]
      local fault = key_fault(alias)
      if fault then
        complain(file, "%s %s", where, fault)
      elseif not other then
        names[normal] = {text = alias, entry = entry, own = false}
      elseif other.entry ~= entry then
        complain(file, '%s already stands for "%s"', where, other.entry.key)
      elseif other.own then
        complain(file, "%s is the key itself", where)
      else
        complain(file, "%s is there twice", where)
      end
    end
  end
  return names
end

---A data file as {name, fields, entries, names}; nil where it is no table at all.
local function read_file(file)
  local name = file:match("([^/]*)%.lua$")
  if not name or not name:match("^%l[%l%d_]*$") then
    complain(file, "the name of a data file must be lower-case letters, digits and _, then .lua")
    return nil
  end
  local handle, reason = io.open(file, "rb")
  local source = handle and handle:read("a")
  if handle then handle:close() end
  if not source then
    complain(file, "cannot be read: %s", reason or "it is a folder")
    return nil
  end
  local chunk, fault = load(source, "@" .. file, "t", {})
  local ran, data = false, fault
  if chunk then ran, data = pcall(chunk) end
  if not ran then
    complain(file, chunk and "does not run: %s" or "does not compile: %s", tostring(data))
    return nil
  end
  if type(data) ~= "table" then
    complain(file, "must return a table, returns a %s", type(data))
    return nil
  end
  check_known(file, "", data, {"about", "fields", "entries"})
  if type(data.about) ~= "string" or string_fault(data.about:gsub("\n", " ")) then
    complain(file, 'key "about": must say what the table is and where its facts come from')
  end
  local fields, by_name = read_fields(file, data.fields)
  if type(data.entries) ~= "table" or next(data.entries) == nil then
    complain(file, 'key "entries": must be a table with an entry at least')
    return nil
  end
  check_written_twice(file, source, data.entries)
  local entries = {}
  for _, key in ipairs(sorted_keys(data.entries)) do
    entries[#entries + 1] = read_entry(file, key, data.entries[key], fields, by_name)
  end
  return {name = name, file = file, fields = fields, entries = entries,
          names = read_names(file, entries)}
end

-- ---- writing C ----------------------------------------------------------------------------------

-- Compilers need not take longer string literals than 4095 bytes.
local CHUNK = 4000

---Strings one after the other, each once, each followed by NUL.
local function new_pool()
  local pool = {size = 0, offsets = {}, strings = {}}
  function pool.add(s)
    local offset = pool.offsets[s]
    if not offset then
      offset = pool.size
      pool.offsets[s] = offset
      pool.strings[#pool.strings + 1] = s
      pool.size = pool.size + #s + 1
    end
    return offset
  end
  return pool
end

local function literal(s)
  return '"' .. s:gsub('["\\?]', "\\%0"):gsub("[\x80-\xff]", function(byte)
    return ("\\%03o"):format(byte:byte())
  end) .. '"'
end

---The pool as a structure of arrays, which lie in memory without a gap.
local function write_pool(out, pool)
  local chunks, chunk = {}, nil
  for _, s in ipairs(pool.strings) do
    if not chunk or chunk.size + #s + 1 > CHUNK then
      chunk = {size = 0}
      chunks[#chunks + 1] = chunk
    end
    chunk.size = chunk.size + #s + 1
    chunk[#chunk + 1] = s
  end
  out[#out + 1] = "static const struct {"
  for i, c in ipairs(chunks) do out[#out + 1] = ("    char c%d[%d];"):format(i, c.size) end
  out[#out + 1] = "    char reads[IMR_NAME_READS]; /* a label is compared by as many bytes at a time */"
  out[#out + 1] = "} pool = {"
  for _, c in ipairs(chunks) do
    for i, s in ipairs(c) do
      local last = i == #c
      out[#out + 1] = "    " .. literal(s) .. (last and "," or ' "\\0"')
    end
  end
  out[#out + 1] = '    "",'
  out[#out + 1] = "};\n"
end

---An array of numbers or of ready initializers, several to a line.
local function write_array(out, kind, name, items)
  out[#out + 1] = ("static const %s %s[] = {"):format(kind, name)
  local line = "   "
  for _, item in ipairs(items) do
    local text = " " .. item .. ","
    if #line + #text > 100 then
      out[#out + 1] = line
      line = "   "
    end
    line = line .. text
  end
  out[#out + 1] = line
  out[#out + 1] = "};\n"
end

local KIND = {alias = 1, own = 2}
local ROOTS = 32

---The names of one table as a tree: {text, below (a list of nodes), weight, name}, the heaviest of a
---list first, as most texts go on like most names do.
local function build_tree(names)
  local function grow(normals, from)
    local lists, firsts = {}, {}
    for _, normal in ipairs(normals) do
      local first = normal:sub(from, from)
      if not lists[first] then
        lists[first] = {}
        firsts[#firsts + 1] = first
      end
      table.insert(lists[first], normal)
    end
    local nodes = {}
    for _, first in ipairs(firsts) do
      local list = lists[first]
      -- What the first and the last of a sorted list share, all of it share.
      local one, other, to = list[1], list[#list], from
      while to < #one and one:byte(to + 1) == other:byte(to + 1) do to = to + 1 end
      local node = {text = one:sub(from, to), weight = #list}
      if #one == to then node.name = names[table.remove(list, 1)] end
      node.below = grow(list, to + 1)
      nodes[#nodes + 1] = node
    end
    table.sort(nodes, function(a, b)
      if a.weight ~= b.weight then return a.weight > b.weight end
      return a.text < b.text
    end)
    return nodes
  end
  return grow(sorted_keys(names), 1)
end

---Which second bytes follow which first ones in the names; after a single byte any may.
local function second_bytes(names)
  local seconds = {}
  for i = 1, ROOTS do seconds[i] = 0 end
  for normal in pairs(names) do
    local first, second = normal:byte(1, 2)
    local at = first % ROOTS + 1
    seconds[at] = seconds[at] | (second and 1 << second % ROOTS or 0xFFFFFFFF)
  end
  for i = 1, ROOTS do seconds[i] = ("%du"):format(seconds[i]) end
  return seconds
end

---Appends the tree of a table to `rows`, those beside each other together; the rows' numbers of the
---uppermost lists are given. Row 0 is none.
local function lay_out_tree(data, pool, rows)
  local index, roots, lists = {}, {}, {}
  for i, entry in ipairs(data.entries) do index[entry] = i end
  local function place(nodes)
    local first = #rows
    for i, node in ipairs(nodes) do
      node.row = #rows
      local name = node.name
      local below = 0
      for _, lower in ipairs(node.below) do below = below | 1 << lower.text:byte() % ROOTS end
      rows[#rows + 1] = {pool.add(node.text), 0, i < #nodes and node.row + 1 or 0, below,
                         name and index[name.entry] or 0, node.text:byte(), #node.text,
                         name and (name.own and KIND.own or KIND.alias) or 0,
                         name and ends_in_word(name.text) and 1 or 0}
    end
    for _, node in ipairs(nodes) do
      if #node.below > 0 then rows[node.row + 1][2] = place(node.below) end
    end
    return first
  end
  for i = 1, ROOTS do lists[i] = {} end
  for _, node in ipairs(build_tree(data.names)) do
    table.insert(lists[node.text:byte() % ROOTS + 1], node)
  end
  for i = 1, ROOTS do roots[i] = #lists[i] > 0 and place(lists[i]) or 0 end
  return roots
end

local TYPE_C = {string = "IMR_FIELD_STRING", list = "IMR_FIELD_LIST",
                boolean = "IMR_FIELD_BOOLEAN", integer = "IMR_FIELD_INTEGER"}

---All tables in one set of arrays, as knowledge_layout.h describes them.
local function lay_out(tables)
  local pool = new_pool()
  local a = {pool = pool, texts = {}, values = {}, entries = {}, nodes = {},
             fields = {}, tables = {}}
  local function add_texts(list)
    local first = #a.texts
    for _, s in ipairs(list) do
      a.texts[#a.texts + 1] = ("{%d, %d}"):format(pool.add(s), #s)
    end
    return first
  end
  local function encode(value)
    if value == nil then return "{0, 0}" end
    if type(value) == "boolean" then return value and "{1, 1}" or "{0, 1}" end
    if type(value) == "number" then return ("{%du, 1}"):format(value & 0xFFFFFFFF) end
    local list = type(value) == "string" and {value} or value
    return ("{%d, %d}"):format(add_texts(list), #list)
  end
  local rows = {{0, 0, 0, 0, 0, 0, 0, 0, 0}}
  for _, data in ipairs(tables) do
    local row = {#a.fields, #data.fields, #a.entries, #data.entries}
    for _, field in ipairs(data.fields) do
      a.fields[#a.fields + 1] = ("{%d, %s, %d, %s}"):format(
        add_texts({field.name}), TYPE_C[field.type], field.required and 1 or 0,
        encode(field.values))
    end
    for _, entry in ipairs(data.entries) do
      local key, first = add_texts({entry.key}), #a.values
      for _, field in ipairs(data.fields) do
        a.values[#a.values + 1] = encode(entry.values[field.name])
      end
      a.entries[#a.entries + 1] = ("{%d, %d, %d, 0}"):format(key, first, #data.fields)
    end
    row[#row + 1] = "{" .. table.concat(lay_out_tree(data, pool, rows), ", ") .. "}"
    row[#row + 1] = "{" .. table.concat(second_bytes(data.names), ", ") .. "}"
    a.tables[#a.tables + 1] = "{" .. table.concat(row, ", ") .. "}"
  end
  for i, row in ipairs(rows) do a.nodes[i] = "{" .. table.concat(row, ", ") .. "}" end
  return a
end

local NOTICE = "/* Made by csrc/knowledge_build.lua from lua/imr/data/: change those, not this. */"

local function write_header(tables)
  local out = {NOTICE, "#ifndef IMR_KNOWLEDGE_DATA_H", "#define IMR_KNOWLEDGE_DATA_H\n",
               "typedef enum imr_table {"}
  for _, data in ipairs(tables) do
    out[#out + 1] = ("    IMR_TABLE_%s,"):format(data.name:upper())
  end
  out[#out + 1] = "    IMR_TABLES /* their number */\n} imr_table;\n"
  local most = 0
  for _, data in ipairs(tables) do most = math.max(most, #data.fields) end
  out[#out + 1] = ("enum { IMR_FIELDS_MAX = %d }; /* of the table with the most */\n"):format(most)
  for _, data in ipairs(tables) do
    out[#out + 1] = ("/* Fields of the table \"%s\". */\nenum {"):format(data.name)
    for _, field in ipairs(data.fields) do
      out[#out + 1] = ("    IMR_%s_%s, /* %s */"):format(
        data.name:upper(), field.name:upper(), (field.meaning:gsub("%*/", "* /")))
    end
    out[#out + 1] = "};\n"
  end
  out[#out + 1] = "#endif\n"
  return table.concat(out, "\n")
end

local function write_source(tables)
  local a = lay_out(tables)
  local out = {NOTICE, '#include "knowledge_layout.h"\n', "/* clang-format off */"}
  write_pool(out, a.pool)
  write_array(out, "imr_data_text", "texts", a.texts)
  write_array(out, "imr_data_value", "values", a.values)
  write_array(out, "imr_entry", "entries", a.entries)
  write_array(out, "imr_data_node", "nodes", a.nodes)
  write_array(out, "imr_data_field", "fields", a.fields)
  write_array(out, "imr_data_table", "tables", a.tables)
  local names = {}
  for i, data in ipairs(tables) do names[i] = ('"%s"'):format(data.name) end
  names[#names + 1] = "NULL"
  write_array(out, "char *const", "table_names", names)
  out[#out + 1] = "const imr_data imr_builtin_data = {(const char *)&pool, texts, values, entries,"
  out[#out + 1] = "                                   nodes, fields, tables, table_names};\n"
  return table.concat(out, "\n")
end

local function save(path, text)
  local handle, reason = io.open(path, "wb")
  local done = handle and handle:write(text) and handle:close()
  if not done then
    io.stderr:write(("%s: cannot be written%s\n"):format(path, reason and ": " .. reason or ""))
    os.exit(1)
  end
end

local function main(arguments)
  if #arguments < 3 then
    io.stderr:write("usage: lua5.4 knowledge_build.lua OUT.h OUT.c DATAFILE...\n")
    os.exit(2)
  end
  local tables, by_name = {}, {}
  for i = 3, #arguments do
    local data = read_file(arguments[i])
    if data and by_name[data.name] then
      complain(arguments[i], 'a table "%s" comes from %s already', data.name,
               by_name[data.name].file)
    elseif data then
      by_name[data.name] = data
      tables[#tables + 1] = data
    end
  end
  if #problems > 0 then
    io.stderr:write(table.concat(problems, "\n"), "\n")
    os.exit(1)
  end
  table.sort(tables, function(a, b) return a.name < b.name end)
  save(arguments[1], write_header(tables))
  save(arguments[2], write_source(tables))
end

main(arg)
