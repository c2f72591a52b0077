--- What the paths of a command name.
-- @module imr.input

local core = require "imr.core"
local corpus = require "imr.corpus"

local inputs = {}

--- What is said of a folder without letters.
---@param path string
---@param all? boolean every file is wanted
---@return string
function inputs.no_letters(path, all)
  return ("%s: no letters here (%s)"):format(path, all and "an empty folder"
    or "no *.txt or *.pdf; --all takes every file")
end

-- What is in folders beside their letters: how many files, and how many by the ending of the name.
-- What is hidden is not for reading, and not counted; nor is what was written just now.
local function others_in(folders, output)
  local total, endings = 0, {}
  local written = output and core.identify(output)
  for _, folder in ipairs(folders) do
    local walk = core.walk(folder, true)
    for path, problem in walk and walk.next or function() end, walk do
      local inside = path:sub(#folder + 1)
      local ending = inside:match "%.([%w_]+)$"
      local kind = ending and ending:lower()
      local other = not (problem or kind == "txt" or kind == "pdf" or ("/" .. inside):find("/.", 1, true))
      if other and not (written and core.identify(path) == written) then
        total = total + 1
        kind = kind and "." .. kind or "without an ending"
        endings[kind] = (endings[kind] or 0) + 1
      end
    end
  end
  return total, endings
end

local MOST_ENDINGS = 4 -- that are named

--- Tells of the files of folders that were not read, as their names are not those of letters.
---@param paths string[]
---@param notice fun(text: string)
---@param output? string the file that was written to
function inputs.tell_left_out(paths, notice, output)
  local folders = {}
  for _, path in ipairs(paths) do
    local _, kind = core.identify(path)
    folders[#folders + 1] = kind == "folder" and path or nil
  end
  local total, endings = others_in(folders, output)
  if total == 0 then
    return
  end
  local kinds = {}
  for kind in pairs(endings) do
    kinds[#kinds + 1] = kind
  end
  table.sort(kinds, function(a, b)
    if endings[a] ~= endings[b] then
      return endings[a] > endings[b]
    end
    return a < b
  end)
  for i, kind in ipairs(kinds) do
    kinds[i] = ("%d %s"):format(endings[kind], kind)
  end
  kinds[MOST_ENDINGS + 1] = kinds[MOST_ENDINGS + 1] and "..." or nil
  notice(("%d other file%s left out (%s); --all reads every file"):format(total, total == 1 and " was" or "s were",
    table.concat(kinds, ", ", 1, math.min(#kinds, MOST_ENDINGS + 1))))
end

--- Goes through the files, in the order of the paths and by name within a folder.
---@param paths string[]
---@param all boolean every file of a folder, not only *.txt and *.pdf
---@param notice fun(text: string) told of folders without letters
---@param visit fun(file: { path: string, message?: string }): boolean? with `message`, it cannot be
--- read; false stops
function inputs.each(paths, all, notice, visit)
  local files = corpus.files(paths, all)
  for path, kind, message in files.next, files do
    if kind == "empty" then
      notice(inputs.no_letters(path, all))
    elseif visit { path = path, message = message } == false then
      return files:close()
    end
  end
end

inputs.TIMEOUT = "How long pdftotext may take for a PDF (default: 60)."
inputs.NO_SECONDS = "--timeout wants a number of seconds above 0"

--- What --timeout says.
---@param word? string
---@return number? seconds nil where it is none
function inputs.seconds(word)
  local seconds = tonumber(word)
  return seconds and seconds > 0 and seconds < math.huge and seconds or nil
end

return inputs
