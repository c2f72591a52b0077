-- bin/imr: how it finds what it needs, wherever it is.

local imr = require "imr"
local letter = require "spec.support.letter"
local process = require "spec.support.process"

local quoted = process.quoted

local folder, remove = process.folder { ["a.txt"] = letter.text() }
local a = folder .. "/a.txt"

teardown(remove)

describe("bin/imr", function()
  it("says to run scripts/setup where the core is not built", function()
    local nowhere = "LUA_CPATH='/none/?.so' LUA_CPATH_5_4='/none/?.so'"
    local result = process.shell(("IMR_BUILD=no-such-build %s bin/imr --version"):format(nowhere))
    assert.are.equal("", result.out)
    local message = "imr: the core is not built; run scripts/setup in the checkout first\n"
    assert.are.equal(message, result.err)
    assert.are.equal(1, result.status)
  end)

  it("takes a build folder from anywhere", function()
    local build = os.getenv "IMR_BUILD" or "build"
    build = build:sub(1, 1) == "/" and build or process.root .. "/" .. build
    local result = process.shell(("IMR_BUILD=%s bin/imr --version"):format(quoted(build)))
    assert.are.equal("", result.err)
    assert.are.equal("imr " .. imr.version .. "\n", result.out)
  end)

  it("names the package where argparse is missing", function()
    local result = process.shell "LUA_PATH='/none/?.lua' LUA_PATH_5_4='/none/?.lua' bin/imr parse x"
    assert.truthy(result.err:find("lua-argparse", 1, true), result.err)
    assert.are.equal(1, result.status)
  end)

  -- Without what the specs set, by which it would find the modules of the checkout.
  local BARE = "env -u LUA_PATH -u LUA_CPATH -u LUA_PATH_5_4 -u LUA_CPATH_5_4 "

  it("finds the modules of the tree that it is installed in", function()
    local tree = folder .. "/a tree"
    local home = tree .. "/lib/luarocks/rocks-5.4/imr/1-1/bin"
    local build = os.getenv "IMR_BUILD" or "build"
    local done = process.shell(("mkdir -p %s %s %s && cp bin/imr %s && cp -R lua/imr %s && cp %s %s")
      :format(quoted(home), quoted(tree .. "/share/lua/5.4"), quoted(tree .. "/lib/lua/5.4/imr"),
        quoted(home), quoted(tree .. "/share/lua/5.4"), quoted(build .. "/imr/core.so"),
        quoted(tree .. "/lib/lua/5.4/imr")))
    assert.are.equal("", done.err)
    local script, link = quoted(home .. "/imr"), quoted(folder .. "/link")
    for _, line in ipairs {
      "cd / && " .. BARE .. script,
      "cd " .. quoted(home) .. " && " .. BARE .. "./imr",
      "cd " .. quoted(home) .. "/.. && " .. BARE .. "lua5.4 bin/imr",
      "ln -s " .. script .. " " .. link .. " && cd / && " .. BARE .. link,
    } do
      local result = process.shell(line .. " --version")
      assert.are.equal("", result.err)
      assert.are.equal("imr " .. imr.version .. "\n", result.out)
    end
  end)

  it("runs by a link to it", function()
    local link = quoted(folder .. "/linked imr")
    local result = process.shell(("ln -s \"$PWD/bin/imr\" %s && %s%s --version")
      :format(link, BARE, link))
    assert.are.equal("", result.err)
    assert.are.equal("imr " .. imr.version .. "\n", result.out)
  end)

  it("says in a line that its modules are not there", function()
    local alone = quoted(folder .. "/alone.lua")
    local result = process.shell("cp bin/imr " .. alone .. " && " .. BARE .. "lua5.4 " .. alone)
    assert.are.equal(1, result.status)
    assert.truthy(result.err:find "^[^\n]+\n$")
    assert.truthy(result.err:find("luarocks --lua-version=5.4", 1, true))
  end)

  it("runs from any folder", function()
    local line = ("cd / && %s parse --format ndjson %s")
      :format(quoted(process.root .. "/bin/imr"), quoted(a))
    local result = process.shell(line)
    assert.are.equal("", result.err)
    assert.truthy(result.out:find(a, 1, true))
  end)
end)
