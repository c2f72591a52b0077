--- What the paths of a command name.
-- @module imr.input

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
