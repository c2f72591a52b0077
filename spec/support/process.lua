--- Programs as the specs run them: what they print, and how they end.

local process = {}

local function quoted(word)
  return "'" .. word:gsub("'", "'\\''") .. "'"
end
process.quoted = quoted

--- The folder that the specs run in: the checkout.
process.root = assert(io.popen "pwd"):read "l"

function process.read(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read "a"
  file:close()
  return text
end

function process.write(path, text)
  local file = assert(io.open(path, "wb"))
  assert(file:write(text))
  assert(file:close())
end

--- Runs a line of shell.
---@param line string
---@param input? string what it reads on standard input; default nothing
---@return { status: integer, out: string, err: string } status 128 + N where signal N ended it
function process.shell(line, input)
  local out, err, given = os.tmpname(), os.tmpname(), os.tmpname()
  process.write(given, input or "")
  local full = ("{ %s\n} <%s >%s 2>%s"):format(line, quoted(given), quoted(out), quoted(err))
  local _, how, code = os.execute(full)
  local result = {
    status = how == "signal" and 128 + code or code,
    out = process.read(out),
    err = process.read(err),
  }
  for _, path in ipairs { out, err, given } do
    os.remove(path)
  end
  return result
end

--- Words as a line of shell that means just these words.
---@param words string[]
---@return string
function process.line(words)
  local line = {}
  for i, word in ipairs(words) do
    line[i] = quoted(word)
  end
  return table.concat(line, " ")
end

--- Runs the command with these arguments.
---@param words string[]
---@param input? string
function process.imr(words, input)
  return process.shell("bin/imr " .. process.line(words), input)
end

--- A new folder, empty or with these files, removed by the function that is returned with it.
---@param files? table<string, string> contents by path in the folder
---@return string path, fun() remove
function process.folder(files)
  local path = os.tmpname()
  os.remove(path)
  assert(os.execute("mkdir " .. quoted(path)))
  for name, text in pairs(files or {}) do
    local inner = name:match "^(.*)/"
    if inner then
      assert(os.execute("mkdir -p " .. quoted(path .. "/" .. inner)))
    end
    process.write(path .. "/" .. name, text)
  end
  return path, function()
    os.execute("rm -rf " .. quoted(path))
  end
end

return process
