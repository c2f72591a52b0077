-- Every practice letter, in the ways in which its text reaches a reader: its structure stays the same.

local effort = require "spec.support.effort"
local golden = require "spec.support.golden"
local layouts = require "spec.support.layouts"

local LEAST = 0.99

local letters = {}
for _, name in ipairs(golden.names) do
  letters[#letters + 1] = layouts.letter(name, golden.text(name))
end

-- The differences of structure, a line each.
local function structural(letter, text)
  local lines = {}
  for _, difference in ipairs(layouts.differences(letter, text)) do
    if difference.structure then
      lines[#lines + 1] = difference.text
    end
  end
  return table.concat(lines, "\n")
end

local pairs_tried, pairs_differ = 0, 0

describe("the structure of a letter", function()
  for _, way in ipairs(effort.some(layouts.ways, 6)) do
    for _, letter in ipairs(effort.some(letters, 20)) do
      local text = way.lay_out(letter)
      if text then
        pairs_tried = pairs_tried + 1
        local exception = layouts.exception(way.name, letter.name)
        if exception then
          pairs_differ = pairs_differ + 1
          it(("is another %s: %s, because %s"):format(way.name, letter.name, exception.why), function()
            assert.are_not.equal("", structural(letter, text), "it is the same now: the exception can go")
          end)
        else
          it(("is the same %s: %s"):format(way.name, letter.name), function()
            assert.are.equal("", structural(letter, text))
          end)
        end
      end
    end
  end

  it("has few exceptions, all of ways and letters that there are", function()
    assert.is_true(pairs_differ <= (1 - LEAST) * pairs_tried or not effort.thorough, pairs_differ)
    local names = {}
    for _, letter in ipairs(letters) do
      names[letter.name] = true
    end
    for _, way in ipairs(layouts.ways) do
      names[way.name] = true
    end
    for _, exception in ipairs(layouts.exceptions) do
      assert.is_true(names[exception.way] and names[exception.letter], exception.way)
    end
  end)
end)

describe("the ways to lay a letter out", function()
  -- A letter with all that they change.
  local letter = layouts.letter("003", golden.text "003")

  it("are ten and more, of which none gives the text of another", function()
    local seen, count = {}, 0
    for _, way in ipairs(layouts.ways) do
      local text = way.lay_out(letter)
      if text then
        assert.is_nil(seen[text], way.name)
        seen[text] = way.name
        count = count + 1
      end
    end
    assert.is_true(count >= 10, count)
  end)

  it("are told apart: what is not the letter's structure is another where a word is", function()
    local text = layouts.ways[2].lay_out(letter)
    assert.are.equal("", structural(letter, text))
    assert.are_not.equal("", structural(letter, (text:gsub("Upheld", "Overturned", 1))))
    assert.are_not.equal("", structural(letter, (text:gsub("Decision rationale: %S+", "Decision rationale:", 1))))
  end)
end)
