#!/usr/bin/env lua5.4
-- Which way of extraction gives the documents of the letters' texts: lays letters out as PDF in each
-- look of make.py, extracts each PDF in each mode of pdftotext, and compares the documents.
--
--   spec/pdf/measure.lua LETTER.txt...
--
-- Needs Debian's python3-reportlab and poppler-utils, and a build. A letter is the same where every
-- value of its document is, `source` and `diagnostics` left out; else the keys that differ are named.
package.path = "lua/?.lua;lua/?/init.lua;" .. package.path
package.cpath = (os.getenv "IMR_BUILD" or "build") .. "/?.so;" .. package.cpath

local imr = require "imr"
local process = require "spec.support.process"

local LOOKS = { "plain", "numbered", "titled", "spaced", "columns", "first",
  "justified", "fonts" }
local MODES = { { "default", "" }, { "-layout", "-layout " }, { "-raw", "-raw " } }

-- The paths whose values differ, with [] for an element of a list.
local function differences(a, b, path, found)
  if type(a) == "table" and type(b) == "table" then
    local keys = {}
    for key in pairs(a) do keys[key] = true end
    for key in pairs(b) do keys[key] = true end
    for key in pairs(keys) do
      local name = type(key) == "number" and path .. "[]" or path == "" and key or path .. "." .. key
      differences(a[key], b[key], name, found)
    end
  elseif a ~= b then
    found[path] = true
  end
  return found
end

local function document(text)
  local letter = imr.parse(text)
  letter.diagnostics = nil
  return letter
end

local letters = arg
if #letters == 0 then
  io.stderr:write("usage: spec/pdf/measure.lua LETTER.txt...\n")
  os.exit(2)
end
local folder, remove = process.folder()
local differing = {}
print(("%-10s %-9s %8s  same  of; keys that differ"):format("look", "mode", "ms"))
for _, look in ipairs(LOOKS) do
  local made = process.shell(("spec/pdf/make.py letters %s --look %s %s")
    :format(process.quoted(folder .. "/" .. look), look, process.line(letters)))
  assert(made.status == 0, made.err)
  io.stderr:write(look == LOOKS[1] and made.err or "")
  local printed = {}
  for _, path in ipairs(letters) do
    if not made.err:find(path .. ": no glyph", 1, true) then
      printed[#printed + 1] = path
    end
  end
  letters = printed
  for _, mode in ipairs(MODES) do
    local same, keys, time = 0, {}, 0
    for _, path in ipairs(letters) do
      local name = path:match "([^/]*)%.%w+$"
      local start = process.shell("date +%s%N").out
      local text = process.shell(("pdftotext %s-enc UTF-8 %s -"):format(mode[2],
        process.quoted(("%s/%s/%s.pdf"):format(folder, look, name))))
      time = time + (process.shell("date +%s%N").out - start) / 1e6
      assert(text.status == 0, text.err)
      local found = differences(document(process.read(path)), document(text.out), "", {})
      if next(found) then
        for key in pairs(found) do
          keys[key] = (keys[key] or 0) + 1
        end
        local list = {}
        for key in pairs(found) do
          list[#list + 1] = key
        end
        table.sort(list)
        differing[#differing + 1] = ("%s %s %s: %s"):format(look, mode[1], path, table.concat(list, " "))
      else
        same = same + 1
      end
    end
    local list = {}
    for key, count in pairs(keys) do
      list[#list + 1] = ("%s %d"):format(key, count)
    end
    table.sort(list)
    print(("%-10s %-9s %8.1f  %4d %3d  %s"):format(look, mode[1], time / #letters, same,
      #letters, table.concat(list, ", ")))
  end
end
remove()
print()
for _, line in ipairs(differing) do
  print(line)
end
