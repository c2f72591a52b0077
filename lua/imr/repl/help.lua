--- What a session says of itself: all in one page, and of each of its names.
-- @module imr.repl.help

local core = require "imr.core"
local documentation = require "imr.help"
local schema = require "imr.repl.schema"

local help = {}

local OVERVIEW = [[
letters            all letters; letters[3] is one, #letters how many
sample(5)          some letters, by chance
fields()           every field: how often it is filled, and an example
fields "issues"    those of one record only
text(letters[3])   a letter, or one issue of it, as it stands in its file
help quantity      what the documentation says of a field or a function
help sample        more of one of these
_                  the last result; print(_) shows all of a long one
quit()             ends the session, as Ctrl-D does

A line is Lua, and the value of an expression is printed:

  letters[3].issues[1].decision
  for issue in letters:issues() do
    if issue.decision == "overturned" then print(issue.treatment) end
  end
  count = {}
  for issue, letter in letters:issues() do
    local drug = issue.request and issue.request.drug or "no drug"
    count[drug] = (count[drug] or 0) + 1
  end
  count

What is not finished goes on in the next line. A variable that is to stay is
written without `local`. A field that no letter can have is an error here,
not nil; one that this letter does not have is nil.]]

-- The first paragraph is what is printed where the name alone is typed.
local PAGES = {
  letters = [[
letters: the letters of the session, in the order of the paths.

letters[3] is one of them, #letters how many there are. By itself it prints
how many letters and issues it has, how they were decided, and when.

  for letter in letters:each() do print(letter.source, letter.outcome) end
  for issue, letter in letters:issues() do print(issue.decision) end]],
  ["letters:each"] = [[
letters:each() loops over all letters:

  for letter in letters:each() do print(letter.source, letter.outcome) end]],
  ["letters:issues"] = [[
letters:issues() loops over all issues, each with its letter:

  for issue, letter in letters:issues() do print(issue.decision) end]],
  sample = [[
sample(n): n letters (5, if it is not said), each as likely as any other.

It prints a line for each, with its place in `letters`. What it gives is a list
as `letters` is: `some = sample(20)`, then some[1], #some, some:each().]],
  fields = [[
fields(path): how often each field is filled, with an example.

fields() tells of every field, fields "issues.request" of those inside one. The
share is of the letters, or of the issues or citations that the field is of. A
list of {path, filled, total, of, example} for your own use.]],
  text = [[
text(value): a letter, or one issue of it, as it stands in its file.

  text(letters[3])
  text(letters[3].issues[1])

The numbers are those of the file's lines. The short values that were read are
marked, and listed below by line. The file is read again: it has to be there.]],
  help = [[
help: what there is at this prompt; help NAME tells of one thing.

NAME is one of the prompt's own (help sample), a field (help issues.decision, or
help quantity), a function (help imr.parse), or the code of a diagnostic (help
missing-label). imr.help() lists them all.]],
  _ = [[
_: the last result.

A long result is cut at the height of the screen, and an issue's rationale after
its beginning; print(_) shows all of it. To keep a result: `mine = _`.]],
  print = [[
print(value): a value, whole.

A letter, an issue or a record is printed as at the prompt, with nothing cut.]],
  quit = [[
quit(): ends the session, as exit() and Ctrl-D do.]],
  imr = [[
imr: the module, as `require "imr"` gives it; imr.help() lists its functions.]],
}
PAGES.exit = PAGES.quit

local NAMES = {}
for name in pairs(PAGES) do
  NAMES[#NAMES + 1] = name
end
table.sort(NAMES)

--- The page of all that there is.
---@return string
function help.overview()
  return OVERVIEW
end

--- What a name's page begins with.
---@param name string
---@return string
function help.opening(name)
  local opening = PAGES[name]:match "^(.-)\n\n" or PAGES[name]
  return opening:sub(-1) == ":" and PAGES[name] or opening -- an example is what it tells
end

--- What there is on a name: of the session's own, and of the documentation. Raises where there is
--- nothing, with the nearest name.
---@param name string
---@return string
function help.find(name)
  local word = type(name) == "string" and name or ""
  word = word:gsub("%s+", ""):gsub("%(.*$", ""):gsub("^_G%.", ""):gsub("^letters%.", "letters:")
  local page = PAGES[word]
  local documented, problem = documentation.find(page and word or name)
  if page then
    return documented and page .. "\n\n" .. documented or page
  elseif documented then
    return documented
  end
  local near = schema.nearest(word, NAMES)
  local distance = near and core.distance(word, near)
  if distance and distance <= 2 then
    problem = ("nothing is called %q; did you mean %q?"):format(name, near)
  end
  return error("help: " .. problem:gsub("^name: nothing", "nothing"), 2)
end

--- The name in an input such as `help sample`, which is no Lua.
---@param source string
---@return string?
function help.asked(source)
  return source:match "^%s*help%s+([%a_][%w_.:%[%]()-]*)%s*;?%s*$"
end

return help
