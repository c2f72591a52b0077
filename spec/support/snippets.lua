--- The snippets of a Markdown page: found, run, and their output compared or written anew.
--
-- What a fenced block is, its first line and its neighbours say:
--
--   ```lua                 a script, run with `imr` loaded. Its output is what its comments
--                          `--> text` say, in order; or the plain block that follows it at once
--   ``` and "> "           a session of lua5.4: what is typed, and what it answers
--   ```sh and "$ "         commands, and what they print on both streams
--   ```sh                  commands that must succeed; what they print is not looked at
--   ```text, ```json ...   to be looked at only
--   ```                    anything else is a mistake
--
-- A line "..." of an output stands for any number of lines. A comment in the line before a block
-- says more of it:
--
--   <!-- not run: WHY -->  it is only checked to be Lua or shell
--   <!-- file: NAME -->    it is written to this file, for the blocks below
--
-- The blocks of a page run one after the other, in a folder of their own that has links to what the
-- checkout has: a page may write files and use them. The scripts that build and test are not there.
-- After a change of what is printed:
--
--   scripts/docs --outputs

local lfs = require "lfs"
local process = require "spec.support.process"

local snippets = {}

---- reading ---------------------------------------------------------------------------------------

local function lines_of(text)
  local lines = {}
  for line in (text:gsub("\n$", "") .. "\n"):gmatch "(.-)\n" do
    lines[#lines + 1] = line
  end
  return lines
end

local function fence_of(line)
  return line:match "^```(%S*)%s*$"
end

-- The expected lines that the comments of a script say, or nil where it has none.
local function commented(body)
  local expected
  for _, line in ipairs(body) do
    local text = line:match "%-%-> ?(.*)$"
    if text then
      expected = expected or {}
      expected[#expected + 1] = text
    end
  end
  return expected
end

local function kind_of(block)
  local first = block.body[1] or ""
  if block.language == "lua" then
    return block.file and "file" or "script"
  elseif block.language == "sh" then
    return block.file and "file" or first:find "^%$ " and "commands" or "shell"
  elseif block.language ~= "" then
    return block.file and "file" or "shown"
  end
  return first:find "^> " and "session" or "output"
end

---@class spec.Block
---@field page string the file it stands in
---@field line integer of its fence
---@field language string
---@field body string[]
---@field kind string one of the above: script, session, commands, shell, shown, output, file, stray
---@field idle? string why it is not run
---@field file? string where it is written to
---@field output? spec.Block what follows a script

--- The fenced blocks of a page.
---@param page string
---@return spec.Block[]
function snippets.blocks(page)
  local blocks, block, before, text_before = {}, nil, "", true
  for number, line in ipairs(lines_of(process.read(page))) do
    local fence = fence_of(line)
    if block and fence == "" then
      block.kind = kind_of(block)
      if block.kind == "output" then
        local script = blocks[#blocks]
        if script and script.kind == "script" and not text_before then
          script.output = block
        else
          block.kind = "stray"
        end
      end
      blocks[#blocks + 1], block = block, nil
      before, text_before = "", false
    elseif block then
      block.body[#block.body + 1] = line
    elseif fence then
      block = { page = page, line = number, language = fence, body = {} }
      block.idle = before:match "^<!%-%- not run: (.+) %-%->$"
      block.file = before:match "^<!%-%- file: (%S+) %-%->$"
    elseif line:find "%S" then
      before, text_before = line, true
    end
  end
  assert(not block, page .. ": a block without its end")
  return blocks
end

---- running ---------------------------------------------------------------------------------------

local BUILD = os.getenv "IMR_BUILD" or "build"
if BUILD:sub(1, 1) ~= "/" then
  BUILD = process.root .. "/" .. BUILD
end

-- What a session of `lua5.4 -i` would show of the file of inputs: each with its prompt, and the answer.
local SESSION = [[
local waiting
for line in io.lines(arg[1]) do
  print((waiting and ">> " or "> ") .. line)
  local text = waiting and waiting .. "\n" .. line or line
  local chunk, problem = load("return " .. text, "=stdin")
  if not chunk then
    chunk, problem = load(text, "=stdin")
  end
  if not chunk and problem:find "<eof>$" then
    waiting = text
  else
    waiting = nil
    local results = chunk and table.pack(pcall(chunk)) or { false, problem, n = 2 }
    if not results[1] then
      print(results[2])
      print "stack traceback:"
    elseif results.n > 1 then
      print(table.unpack(results, 2, results.n))
    end
  end
end
]]

-- Words of shell that go before every snippet: the modules of the checkout, and its command.
local function environment(folder)
  return ("cd %s; export LUA_PATH=%s LUA_CPATH=%s IMR_BUILD=%s PATH=%s:$PATH HOME=$PWD LC_ALL=C.UTF-8\n"):format(
    process.quoted(folder), process.quoted(process.root .. "/lua/?.lua;" .. process.root .. "/lua/?/init.lua;;"),
    process.quoted(BUILD .. "/?.so;;"), process.quoted(BUILD), process.quoted(process.root .. "/bin"))
    .. "unset LUA_PATH_5_4 LUA_CPATH_5_4 LUA_INIT\n"
end

-- The commands of a block, each with the lines that a backslash joins to it.
local function commands_of(body)
  local commands, open = {}, false
  for _, line in ipairs(body) do
    local command = line:match "^%$ (.*)$"
    if open then
      commands[#commands] = commands[#commands] .. "\n" .. line
    elseif command then
      commands[#commands + 1] = command
    end
    open = (open or command) and line:find "\\$" ~= nil
  end
  return commands
end

local function typed(body)
  local inputs = {}
  for _, line in ipairs(body) do
    inputs[#inputs + 1] = line:match "^>>? (.*)$"
  end
  return table.concat(inputs, "\n") .. "\n"
end

-- What shows the commands and what they print. The status of one is there for the next.
local function transcript(body)
  local script = {}
  for _, command in ipairs(commands_of(body)) do
    script[#script + 1] = ("printf '%%s\\n' %s; (exit $imr_status)\n%s\nimr_status=$?\n"):format(
      process.quoted("$ " .. command), command)
  end
  return table.concat(script)
end

local function run(block, folder)
  local here, name = environment(folder), folder .. "/.snippet"
  local text = table.concat(block.body, "\n") .. "\n"
  if block.kind == "session" then
    process.write(name, typed(block.body))
    process.write(name .. ".lua", SESSION)
    return process.shell(here .. "exec 2>&1; lua5.4 -l imr .snippet.lua .snippet")
  elseif block.kind == "script" then
    process.write(name, text)
    return process.shell(here .. (block.idle and "luac5.4 -p .snippet" or "lua5.4 -l imr .snippet"))
  end
  process.write(name, block.kind == "commands" and transcript(block.body) or text)
  return process.shell(here .. ("exec 2>&1; bash %s .snippet"):format(block.idle and "-n" or
    block.kind == "shell" and "-e" or ""))
end

---- comparing -------------------------------------------------------------------------------------

-- Whether the lines are those expected, where "..." is any number of them.
local function matches(expected, got, i, j)
  i, j = i or 1, j or 1
  while expected[i] do
    if expected[i]:match "^%s*%.%.%.$" then
      for from = j, #got + 1 do
        if matches(expected, got, i + 1, from) then
          return true
        end
      end
      return false
    elseif not got[j] or expected[i]:gsub("%s+$", "") ~= got[j]:gsub("%s+$", "") then
      return false
    end
    i, j = i + 1, j + 1
  end
  return got[j] == nil
end

---@class spec.Result
---@field block spec.Block
---@field problem? string what is wrong, nil where all is well
---@field got? string[] what was printed, where that is compared

local function compared(block, expected, got)
  local result = { block = block, got = got }
  if not matches(expected, got) then
    result.problem = ("it says\n%s\n\nand it gives\n%s\n\n(scripts/docs --outputs writes that into the page)")
      :format(table.concat(expected, "\n"), table.concat(got, "\n"))
  end
  return result
end

local function judged(block, folder)
  if block.kind == "stray" then
    return { block = block, problem = "is no output of a script above it; ```text if it is to be read only" }
  elseif block.kind == "file" then
    process.write(folder .. "/" .. block.file, table.concat(block.body, "\n") .. "\n")
    return { block = block }
  elseif block.kind == "shown" or block.kind == "output" then
    return { block = block }
  end
  local given = run(block, folder)
  if given.status ~= 0 and (block.idle or block.kind ~= "commands") then
    return { block = block, problem = ("ends with status %d\n%s%s"):format(given.status, given.out, given.err) }
  elseif block.idle or block.kind == "shell" then
    return { block = block }
  end
  local got = given.out == "" and {} or lines_of(given.out)
  if block.kind == "script" then
    local expected = commented(block.body)
    if block.output then
      return compared(block.output, block.output.body, got)
    end
    return expected and compared(block, expected, got) or { block = block }
  end
  return compared(block, block.body, got)
end

local ABSENT = { build = true, scripts = true }

-- A folder with links to what the checkout has.
local function scratch()
  local folder, remove = process.folder()
  for name in lfs.dir(process.root) do
    if not name:find "^%." and not ABSENT[name] then
      assert(lfs.link(process.root .. "/" .. name, folder .. "/" .. name, true))
    end
  end
  return folder, remove
end

--- Runs the blocks of a page, in order.
---@param page string
---@return spec.Result[]
function snippets.run(page)
  local folder, remove = scratch()
  local results = {}
  for i, block in ipairs(snippets.blocks(page)) do
    results[i] = judged(block, folder)
  end
  remove()
  return results
end

---- writing anew ----------------------------------------------------------------------------------

-- The lines of an output that is cut with "...": as many before and behind as there were.
local function cut(old, new)
  for i, line in ipairs(old) do
    local tail = #old - i
    if line:match "^%s*%.%.%.$" and #new > i - 1 + tail then
      local lines = table.move(new, 1, i - 1, 1, {})
      lines[i] = line
      return table.move(new, #new - tail + 1, #new, i + 1, lines)
    end
  end
  return new
end

local function with_comments(body, got)
  local lines, number = {}, 0
  for i, line in ipairs(body) do
    lines[i] = line:gsub("%-%-> ?.*$", function()
      number = number + 1
      return "--> " .. (got[number] or "")
    end)
  end
  return lines
end

--- Writes the outputs of a page as they are now.
---@param page string
---@return integer count of blocks that are others than before
function snippets.update(page)
  local count, lines = 0, lines_of(process.read(page))
  local results = snippets.run(page)
  for i = #results, 1, -1 do
    local result = results[i]
    local block = result.block
    if result.problem and result.got then
      local body = block.kind == "script" and with_comments(block.body, result.got) or cut(block.body, result.got)
      local rest = table.move(lines, block.line + #block.body + 1, #lines, 1, {})
      lines = table.move(lines, 1, block.line, 1, {})
      table.move(body, 1, #body, #lines + 1, lines)
      table.move(rest, 1, #rest, #lines + 1, lines)
      count = count + 1
    elseif result.problem then
      io.stderr:write(("%s:%d: %s\n"):format(page, block.line, result.problem))
    end
  end
  if count > 0 then
    process.write(page, table.concat(lines, "\n") .. "\n")
  end
  return count
end

if arg and arg[0] and arg[0]:find "snippets%.lua$" then
  if arg[1] ~= "--update" or not arg[2] then
    io.stderr:write "usage: lua5.4 spec/support/snippets.lua --update PAGE.md...\n"
    os.exit(2)
  end
  for i = 2, #arg do
    print(("%s: %d written anew"):format(arg[i], snippets.update(arg[i])))
  end
end

return snippets
