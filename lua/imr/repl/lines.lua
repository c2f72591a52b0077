--- Where a session's lines come from: lua-readline with history and completion, or a terminal
-- without it.
-- @module imr.repl.lines

local core = require "imr.core"

local lines = {}

---- history ---------------------------------------------------------------------------------------

local KEPT = 1000 -- lines; twice as many are cut to these

-- $XDG_STATE_HOME/imr/history, as the XDG base directories have it; nil where there is no place.
local function history_path()
  local state, home = os.getenv "XDG_STATE_HOME", os.getenv "HOME"
  if not (state and state:sub(1, 1) == "/") then
    state = home and home:sub(1, 1) == "/" and home .. "/.local/state" or nil
  end
  return state and state .. "/imr/history"
end

local function read_all(path)
  local found = {}
  local file = io.open(path, "rb")
  if file then
    for line in file:lines() do
      found[#found + 1] = line:find "%S" and not line:find "%z" and line or nil
    end
    file:close()
  end
  return found
end

-- The history's lines, and a function that adds one. Each is written when it was entered: another
-- session, or the end of the terminal, loses nothing. Without a place to write, nothing is kept.
local function open_history()
  local path = history_path()
  if not path or not core.private_file(path) then
    return {}, function() end
  end
  local known = read_all(path)
  if #known > 2 * KEPT then
    known = table.move(known, #known - KEPT + 1, #known, 1, {})
    local beside = core.create_beside(path)
    local file = beside and io.open(beside, "wb")
    if file then
      local written = file:write(table.concat(known, "\n"), "\n")
      if not (file:close() and written and os.rename(beside, path)) then
        os.remove(beside)
      end
    end
  end
  return known, function(line)
    local file = io.open(path, "ab")
    if file then
      file:write(line, "\n")
      file:close()
    end
  end
end

---- readers ---------------------------------------------------------------------------------------

-- A terminal without lua-readline: its own line editing.
local function plain(session)
  return function(prompt)
    io.stdout:write(prompt)
    io.stdout:flush()
    if not session:wait() then
      io.stdout:write "\n" -- the terminal itself shows ^C
      return false
    end
    return (io.read "l")
  end
end

local function load_readline()
  if not os.getenv "HOME" then
    return nil -- it looks for a file there, and says so where there is no such place
  end
  local found, readline = pcall(require, "readline")
  local module = package.searchpath("C-readline", package.cpath)
  if found and readline.handler_install and module then
    return readline, module
  end
end

local function edited(session, names, readline, module)
  readline.set_options { histfile = "", auto_add = false }
  readline.set_readline_name "imr"
  readline.set_complete_function(function(line, _, stop)
    local before = line:sub(1, stop)
    local found, word = names(before)
    readline.set_completion_append_character ""
    -- What readline takes for the word may begin elsewhere: at a bracket, or a mark before it.
    local begun = before:match "[^%s\"\\'`@$><=;|&{(]*$"
    local ahead = begun:sub(1, -#word - 1)
    for i, name in ipairs(found) do
      found[i] = #word > #begun and name:sub(#word - #begun + 1) or ahead .. name
    end
    return found
  end)
  local known, keep = open_history()
  for _, line in ipairs(known) do
    readline.add_history(line)
  end
  local last = known[#known]

  local function note(line)
    if line:find "%S" and line ~= last then
      last = line
      readline.add_history(line)
      keep((line:gsub("\n", " "))) -- of lines pasted at once
    end
  end

  return function(prompt)
    local line, done
    readline.handler_install(prompt, function(entered)
      line, done = entered, true
      readline.handler_remove()
    end)
    while not done do
      if session:wait() then
        readline.read_char()
      else
        -- Now, with the cursor behind the line: giving it up moves the cursor to its beginning.
        io.stdout:write "^C\n"
        io.stdout:flush()
        if core.abandon_line(module) then
          readline.handler_remove()
          return false
        end
      end
    end
    if line then
      note(line)
    end
    return line
  end
end

--- How lines are read from the terminal.
---@param session userdata catches Ctrl-C
---@param names fun(line: string): string[], string what Tab completes
---@return fun(prompt: string): string|false|nil read a line; false: Ctrl-C; nil: the end
---@return boolean edited with lua-readline
function lines.terminal(session, names)
  local readline, module = load_readline()
  if readline then
    return edited(session, names, readline, module), true
  end
  return plain(session), false
end

return lines
