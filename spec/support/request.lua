--- Runs the tables of the request specs: each row is a treatment and what one key of it must be.

local assert = require "luassert"
local busted = require "busted"
local imr = require "imr"
local letter = require "spec.support.letter"

local request = {}

--- The issue of a letter whose only heading this is.
---@param heading string
---@return table issue, table document
function request.issue(heading)
  local doc = imr.parse(letter.text { issues = { { treatment = heading } } })
  assert(#doc.issues == 1, "the heading became " .. #doc.issues .. " issues: " .. heading)
  return doc.issues[1], doc
end

--- One `it` per row {treatment, value}; a row without a value wants none.
---@param key string of `request`
---@param rows table[]
function request.check(key, rows)
  for _, row in ipairs(rows) do
    local treatment, want = row[1], row[2]
    busted.it(("reads %s in '%s'"):format(want == nil and "none" or "it", treatment), function()
      local issue = request.issue(treatment)
      assert.are.equal(treatment, issue.treatment)
      assert.are.same(want, (issue.request or {})[key])
    end)
  end
end

return request
