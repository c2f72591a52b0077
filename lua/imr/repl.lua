--- `imr repl`: a session at the prompt, with the letters of some paths.
--
-- Lines are Lua; the value of an expression is printed. On a terminal there is a prompt, Tab
-- completes, Ctrl-C stops what runs and comes back, long results are cut. From a pipe each input is
-- run in turn, without any of these, and the first error ends the session.
-- @module imr.repl

local imr = require "imr"
local card = require "imr.card"
local check = require "imr.repl.check"
local complete = require "imr.repl.complete"
local core = require "imr.core"
local corpus = require "imr.corpus"
local help = require "imr.repl.help"
local inputs = require "imr.input"
local letters = require "imr.repl.letters"
local lines = require "imr.repl.lines"
local schema = require "imr.repl.schema"
local show = require "imr.repl.show"
local terminal = require "imr.terminal"
local text = require "imr.repl.text"

local repl = {}

local READ, FAILED = 0, 1
local CHUNK = "input" -- how Lua's messages call what was typed

local function complain(message)
  io.stderr:write("imr: ", message, "\n")
end

---- the letters -----------------------------------------------------------------------------------

-- Reads the letters into `list`, and counts what could not be read.
local function gather(o, list, count)
  local letters_there = corpus.new(core.new(), o.paths, { all = o.all, timeout = o.timeout, unique = o.unique }, {
    empty = function(path)
      count.notice(inputs.no_letters(path, o.all))
    end,
  })
  for letter, problem in letters_there:each() do
    if letter then
      list[#list + 1] = letter
      count.progress(#list)
    else
      count.failed = count.failed + 1
      complain(problem.message)
    end
  end
  if letters_there.duplicates > 0 then
    count.notice(("%s left out: the %s of one before"):format(card.count(letters_there.duplicates, "document"),
      o.unique))
  end
  if not o.all then
    inputs.tell_left_out(o.paths, count.notice)
  end
end

-- Says on the terminal how far reading is, once a second.
local function progress(quiet)
  local last, shown = os.time(), false
  return function(read)
    local now = os.time()
    if now ~= last and not quiet and core.isatty(2) then
      last, shown = now, true
      io.stderr:write(("\rimr: %d letters read "):format(read))
    end
  end, function()
    if shown then
      io.stderr:write "\r\27[K"
    end
  end
end

---- the variables ---------------------------------------------------------------------------------

local QUIT = setmetatable({}, { __name = "quit" })

local function check_number(name, n, default)
  n = n == nil and default or n
  if not (math.type(n) == "integer" and n > 0) then
    error(("%s: how many? A whole number above 0 expected, got %s"):format(name, tostring(n)), 3)
  end
  return n
end

local function session_functions(list)
  local own = { letters = letters.new(list), imr = imr }

  function own.sample(n)
    return letters.sample(list, check_number("sample", n, 5))
  end

  function own.fields(path)
    if path ~= nil and not schema.by_path[path] then
      local near = type(path) == "string" and core.nearest_path(path)
      error(("fields: %s is no field%s"):format(type(path) == "string" and ("%q"):format(path) or tostring(path),
        near and ("; did you mean %q?"):format(near) or ""), 2)
    end
    return letters.fields(list, path)
  end

  function own.text(value)
    local metatable = getmetatable(value)
    local letter, place = value, nil
    if metatable == core.metatables.records.issue then
      letter, place = text.owner(list, value)
      if not letter then
        error("text: this issue is of none of `letters`; give text() the letter", 2)
      end
    elseif metatable ~= core.metatables.records.document then
      error(("text: a letter or an issue expected, such as letters[1] or letters[1].issues[1]; got %s")
        :format(type(value) == "table" and "another table" or tostring(value)), 2)
    end
    local found, problem = text.of(letter, place)
    if not found then
      error("text: " .. problem, 2)
    end
    return found
  end

  function own.quit()
    error(QUIT, 0)
  end
  own.exit = own.quit

  own.help = setmetatable({}, {
    __name = "help",
    __tostring = help.overview,
    __call = function(_, name)
      if name == nil then
        return help.overview()
      end
      for known, value in next, own do -- help(sample)
        if rawequal(name, value) then
          name = known
          break
        end
      end
      return help.find(name)
    end,
  })
  for _, name in ipairs { "sample", "fields", "text" } do
    show.describe(own[name], help.opening(name))
  end
  show.describe(own.letters.each, help.opening "letters:each")
  show.describe(own.letters.issues, help.opening "letters:issues")
  return own
end

-- Coroutines that Ctrl-C reaches.
local function coroutines(session)
  local own = setmetatable({}, { __index = coroutine })
  function own.resume(co, ...)
    if type(co) ~= "thread" then
      return coroutine.resume(co, ...)
    end
    return session:resume(coroutine.resume, co, ...)
  end
  local function pass(co, ok, ...)
    if ok then
      return ...
    end
    coroutine.close(co)
    local problem = ...
    return error(problem, 0)
  end
  function own.wrap(f)
    local co = coroutine.create(f)
    return function(...)
      return pass(co, own.resume(co, ...))
    end
  end
  return own
end

-- The session's variables: its own before Lua's. A name that is neither raises: a mistyped one is
-- not nil.
local function environment(own, locals)
  local env = setmetatable(own, {
    __index = function(env, name)
      local value = _G[name]
      if value ~= nil then
        return value
      end
      local names = {}
      for _, where in ipairs { env, _G } do
        for known in next, where do
          names[#names + 1] = type(known) == "string" and known or nil
        end
      end
      table.sort(names)
      local near = type(name) == "string" and schema.nearest(name, names)
      local hint = locals[name] and "; `local` ends with its input: leave that word out"
        or near and ("; did you mean %s?"):format(near) or ""
      return error(("there is no variable %s%s"):format(tostring(name), hint), 2)
    end,
  })
  env._G = env
  function env.dofile(path)
    local chunk, problem = loadfile(path, "t", env)
    if not chunk then
      error(problem, 0)
    end
    return chunk()
  end
  return env
end

---- an input --------------------------------------------------------------------------------------

-- The input as a function that gives its values as table.pack does; or nil, what is wrong, and
-- whether it is only unfinished. The values of an expression are packed in the input itself: from a
-- call that is the last thing it does, errors would be told of another place.
local function compile(source, env, first)
  local ahead = ("\n"):rep(first - 1) -- Lua counts lines itself
  local asked = help.asked(source)
  source = asked and ("help(%q)"):format(asked) or source
  local shown = source:gsub("^%s*=", ""):gsub(";%s*$", "")
  local function pack(behind) -- a comment at its end would take the bracket in
    return load(("%sreturn (...)(%s%s)"):format(ahead, shown, behind), "=" .. CHUNK, "t", env)
  end
  local packed = load("return " .. shown) and (pack "" or pack "\n")
  if packed then
    return function()
      return packed(table.pack)
    end
  end
  local chunk, problem = load(ahead .. source, "=" .. CHUNK, "t", env)
  if chunk then
    return function()
      return table.pack(chunk())
    end
  end
  return nil, problem, problem:sub(-5) == "<eof>"
end

-- What went wrong, for the user: without the names of our own.
local function in_words(problem, one_line)
  if type(problem) ~= "string" then
    local metatable = type(problem) == "table" and getmetatable(problem)
    local speaks = type(metatable) == "table" and metatable.__tostring
    problem = speaks and tostring(problem) or ("an error that is a %s"):format(type(problem))
  end
  local line, rest = problem:match("^" .. CHUNK .. ":(%d+): (.*)$")
  if line then
    problem = one_line and rest or ("line %s: %s"):format(line, rest)
  end
  return check.explain(problem)
end

local function note_locals(source, locals)
  for names in source:gmatch "local%s+([%w_,%s]+)" do
    for name in names:gmatch "[%a_][%w_]*" do
      locals[name] = true
    end
  end
end

---- the session -----------------------------------------------------------------------------------

---@class imr.repl.State
---@field env table
---@field locals table<string, true> names that an earlier input declared local
---@field look fun(): imr.repl.Look
---@field call fun(f: function, ...): boolean?, ... as pcall; nil: stopped by Ctrl-C

-- Runs an input and prints what it gives. Gives true; false and the problem; or nil, stopped.
local function run(state, chunk)
  return state.call(function()
    local values = chunk()
    if values.n > 0 then
      if values[1] ~= nil then
        state.env._ = values[1]
      end
      local shown = show.results(values, state.look())
      io.stdout:write(shown, "\n")
      io.stdout:flush()
    end
  end)
end

-- Reads the first line of an input and those that it goes on in. Gives the function, the source and
-- what is wrong; nothing at the end of all input, and false after Ctrl-C.
local function next_input(read, env, first)
  local source = read(false)
  while source do
    local chunk, problem, unfinished = compile(source, env, first)
    if not unfinished then
      return source, chunk, problem
    end
    local more = read(true)
    if not more then
      return more == nil and source or more, nil, problem
    end
    source = source .. "\n" .. more
  end
  return source
end

local function banner(list, paths, edited)
  local keys = edited and "Tab completes, " or ""
  print(("imr %s, %s. %s"):format(imr.version, _VERSION,
    paths > 0 and "The letters are in `letters`:" or "There are no letters: imr repl PATH... reads some."))
  if paths > 0 then
    print(tostring(list))
  end
  print(("`help` tells what there is; %sCtrl-D ends."):format(keys))
end

local function interactive(state, session, list, paths)
  local read_line, edited = lines.terminal(session, function(line)
    return complete.names(line, state.env, _G)
  end)
  banner(list, paths, edited)
  local function read(more)
    return read_line(more and "  .. " or "imr> ")
  end
  while true do
    local source, chunk, problem = next_input(read, state.env, 1)
    if source == nil then
      io.stdout:write "\n"
      return
    elseif source == false then
      io.stdout:flush() -- what shows that Ctrl-C came is the line's reader's
    elseif source:find "^%s*[eq][xu]it%s*;?%s*$" then
      return
    elseif chunk or problem then
      local ok = chunk ~= nil
      if chunk then
        note_locals(source, state.locals)
        ok, problem = run(state, chunk)
      end
      if ok == nil then
        io.stderr:write "stopped\n"
      elseif problem == QUIT then
        return
      elseif not ok then
        io.stdout:flush()
        io.stderr:write(in_words(problem, not source:find "\n"), "\n")
      end
    end
  end
end

-- Inputs from a pipe or a file: the first that fails ends the session.
local function piped(state)
  local number = 0
  local function read()
    local line = io.read "l"
    number = number + (line and 1 or 0)
    return line
  end
  while true do
    local source, chunk, problem = next_input(read, state.env, number + 1)
    if not source or source:find "^%s*[eq][xu]it%s*;?%s*$" then
      return true
    end
    local ok = chunk ~= nil
    if chunk then
      note_locals(source, state.locals)
      ok, problem = run(state, chunk)
    end
    if problem == QUIT then
      return true
    elseif not ok then
      io.stdout:flush()
      if type(problem) == "string" and problem:find("interrupted!", 1, true) then
        error(problem, 0) -- by Lua's own handler: the command says so
      end
      complain(in_words(problem, false))
      return false
    end
  end
end

--- Runs a session.
---@param o { paths: string[], all?: boolean, timeout?: number, unique?: string, quiet?: boolean }
---@return integer status 0; 1 where some input could not be read, or an error ended a session that
--- is no terminal's
function repl.run(o)
  local list = {}
  local on_terminal = core.isatty(0) and core.isatty(1)
  local show_progress, end_progress = progress(o.quiet)
  local count = {
    failed = 0,
    progress = show_progress,
    notice = function(message)
      if not o.quiet then
        complain(message)
      end
    end,
  }
  local _ <close> = setmetatable({ restore = check.start(card.count) }, {
    __close = function(self)
      self.restore()
    end,
  })
  local session <close> = on_terminal and core.session() or nil
  local function call(f, ...)
    if session then
      return session:call(f, ...)
    end
    return pcall(f, ...)
  end

  local ok, problem = call(gather, o, list, count)
  end_progress()
  if ok == false then
    error(problem, 0)
  elseif ok == nil then
    complain(("stopped; %s %s read"):format(card.count(#list, "document"), #list == 1 and "was" or "were"))
  elseif count.failed > 0 and #list == 0 then
    return FAILED
  end

  local state = { locals = {}, call = call }
  local own = session_functions(list)
  function state.look()
    return show.look(on_terminal, terminal.colour())
  end
  if session then
    own.coroutine = coroutines(session)
  end
  function own.print(...)
    local look = state.look()
    look.rows, look.whole = nil, true
    local values = table.pack(...)
    for i = 1, values.n do
      local metatable = getmetatable(values[i])
      local card_or_page = card.of(values[i], look)
        or type(metatable) == "table" and metatable.__show and show.text(values[i], look)
      values[i] = card_or_page or tostring(values[i])
    end
    io.stdout:write(table.concat(values, "\t"), "\n")
  end
  state.env = environment(own, state.locals)
  if session then
    interactive(state, session, own.letters, #o.paths)
  elseif not piped(state) then
    return FAILED
  end
  return count.failed == 0 and READ or FAILED
end

return repl
