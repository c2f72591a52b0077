-- The snippets of README.md and of docs/: they run, and print what the page says.

local lfs = require "lfs"
local process = require "spec.support.process"
local snippets = require "spec.support.snippets"

local pages = { "README.md" }
for name in lfs.dir "docs" do
  if name:find "%.md$" then
    pages[#pages + 1] = "docs/" .. name
  end
end
table.sort(pages)

for _, page in ipairs(pages) do
  describe("the snippet at " .. page, function()
    local results
    for i, block in ipairs(snippets.blocks(page)) do
      if block.kind ~= "shown" and block.kind ~= "output" then
        it(("line %d %s"):format(block.line, block.idle and "is well-formed" or "gives what the page says"), function()
          results = results or snippets.run(page)
          assert(not results[i].problem, ("%s:%d: %s"):format(page, block.line, results[i].problem))
        end)
      end
    end
  end)
end

describe("a page", function()
  local folder, remove = process.folder()
  local page = folder .. "/page.md"
  teardown(remove)

  -- The problems of a page with this text, by the line of their block; "" stands for none.
  local function problems(text)
    process.write(page, text)
    local list = {}
    for _, result in ipairs(snippets.run(page)) do
      list[result.block.line] = result.problem or list[result.block.line] or ""
    end
    return list
  end

  local ways = {
    { "a script's output", "```lua\nprint(1 + %s)\n```\n\n```\n3\n```\n", 5 },
    { "a script's comments", "```lua\nprint 'a' --> a\nprint(1 + %s) --> 3\n```\n", 1 },
    { "a session", "```\n> a = 1\n> a + %s\n3\n> for i = 1, 2 do\n>> print(i) end\n1\n2\n```\n", 1 },
    { "commands", "```sh\n$ false\n$ echo $?\n1\n$ echo $((1 + \\\n%s))\n3\n```\n", 1 },
    { "a cut output", "```sh\n$ seq 3; echo $((1 + %s))\n1\n...\n3\n```\n", 1 },
    { "a file and its use", "<!-- file: a.lua -->\n```lua\nprint(1 + %s)\n```\n\n```sh\n$ lua5.4 a.lua\n3\n```\n", 6 },
  }
  for _, way in ipairs(ways) do
    local name, text, line = table.unpack(way)
    it(("is right or wrong by %s, and can be written anew"):format(name), function()
      assert.are.equal("", problems(text:format("2"))[line])
      local wrong = text:format("3")
      assert.truthy(problems(wrong)[line]:find "it gives")
      assert.are.equal(1, snippets.update(page))
      local updated = process.read(page)
      assert.are_not.equal(wrong, updated)
      assert.are.equal("", problems(updated)[line])
      assert.are.equal(0, snippets.update(page))
    end)
  end

  it("is wrong by a script that fails, commands that do, and output of nothing", function()
    assert.truthy(problems("```lua\nerror 'no'\n```\n")[1]:find "status 1")
    assert.truthy(problems("```sh\ntrue\nfalse\n```\n")[1]:find "status 1")
    assert.truthy(problems("```\n3\n```\n")[1]:find "no output of a script")
  end)

  it("does not run what it says not to, but sees whether it is shell or Lua", function()
    assert.are.equal("", problems("<!-- not run: root -->\n```sh\nfalse\n```\n")[2])
    assert.truthy(problems("<!-- not run: root -->\n```sh\nif\n```\n")[2]:find "status")
    assert.truthy(problems("<!-- not run: root -->\n```lua\nif\n```\n")[2]:find "status")
  end)
end)
