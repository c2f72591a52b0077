-- Published letters, in the folder that IMR_SEEDS names, say the same however they are laid out.
-- They are no part of a clone; without them what layout_spec.lua says must do.

local lfs = require "lfs"
local imr = require "imr"
local compare = require "spec.support.compare"
local effort = require "spec.support.effort"
local layout = require "spec.support.layout"
local process = require "spec.support.process"

local PLACES = { ["diagnostics.line"] = true, ["diagnostics.column"] = true, ["diagnostics.offset"] = true }

local function written(breaks)
  return function(text)
    return layout.write(layout.read(text), breaks)
  end
end

local layouts = {
  { "single-spaced", written { line = "\n", paragraph = "\n\n", page = "\n\n\n\n" } },
  { "with CR LF", function(text) return (text:gsub("\r?\n", "\r\n")) end },
  { "without blank lines", written { line = "\n" } },
  { "without blanks at line ends", function(text) return (text:gsub("[ \t]+(\r?\n)", "%1")) end },
  { "with form feeds at page breaks", written { line = "\n", paragraph = "\n\n", page = "\n\f" } },
}

describe("a published letter", function()
  local folder = os.getenv "IMR_SEEDS"
  if not folder then
    it("says the same in every layout", function()
      pending "IMR_SEEDS, which names a folder of published letters, is not set"
    end)
    return
  end

  local names = {}
  for name in lfs.dir(folder) do
    names[#names + 1] = name:match "^.*%.txt$"
  end
  table.sort(names)

  it("is there", function()
    assert.is_true(#names > 0, folder .. " holds no letters (*.txt)")
  end)

  for _, name in ipairs(effort.some(names, 3)) do
    local text = process.read(folder .. "/" .. name)
    local document = imr.parse(text)

    it("is read without a diagnostic: " .. name, function()
      assert.are.equal("final-determination", document.template)
      assert.are.same({}, document.diagnostics)
      assert.is_true(#document.issues > 0)
    end)

    for _, row in ipairs(layouts) do
      it(("says the same %s: %s"):format(row[1], name), function()
        local anew = row[2](text)
        assert.are_not.equal(text, anew)
        assert.are.equal("", compare.differences(document, imr.parse(anew), PLACES))
      end)
    end
  end
end)
