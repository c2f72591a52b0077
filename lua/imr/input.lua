--- What the paths of a command name.
-- @module imr.input

local core = require "imr.core"

local inputs = {}

local NO_LETTERS = "no *.txt or *.pdf; --all takes every file"

--- Goes through the files, in the order of the paths and by name within a folder.
---@param paths string[] "-" is given as it is
---@param all boolean every file of a folder, not only *.txt and *.pdf
---@param notice fun(text: string) told of folders without letters
---@param visit fun(file: { path: string, message?: string }): boolean? with `message`, the place
--- cannot be looked into; false stops
function inputs.each(paths, all, notice, visit)
  for _, path in ipairs(paths) do
    local files, message
    if path == "-" then
      files = { { path = "-" } }
    else
      files, message = core.list(path, all)
    end
    if not files then
      files = { { path = path, message = message } }
    elseif #files == 0 then
      notice(("%s: no letters here (%s)"):format(path, all and "an empty folder" or NO_LETTERS))
    end
    for _, file in ipairs(files) do
      if visit(file) == false then
        return
      end
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
