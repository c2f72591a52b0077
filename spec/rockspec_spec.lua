local lfs = require("lfs")
local imr = require("imr")

local function read(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read("a")
  file:close()
  return text
end

local function rockspec(path)
  local spec = {}
  assert(loadfile(path, "t", spec))()
  return spec
end

--- Calls visit(path) for every file below a folder.
local function walk(folder, visit)
  for name in lfs.dir(folder) do
    local path = folder .. "/" .. name
    local mode = lfs.attributes(path, "mode")
    if mode == "directory" and name ~= "." and name ~= ".." then
      walk(path, visit)
    elseif mode == "file" then
      visit(path)
    end
  end
end

local cmake = read("CMakeLists.txt")
local version = cmake:match("project%(imr VERSION (%d+%.%d+%.%d+) ")
local release_path = ("rockspec/imr-%s-1.rockspec"):format(version)

describe("the version", function()
  it("stands in CMakeLists.txt", function()
    assert.truthy(version)
  end)

  it("is what the module says", function()
    assert.equal(version, imr.version)
  end)

  it("is that of the release rockspec, in its name and inside", function()
    assert.equal(version .. "-1", rockspec(release_path).version)
  end)

  it("is that of the archive which the release rockspec names", function()
    local source = rockspec(release_path).source
    assert.equal(("file://imr-%s.tar.gz"):format(version), source.url)
    assert.equal("imr-" .. version, source.dir)
  end)

  it("is that of the newest entry of the changelog", function()
    assert.equal(version, read("CHANGELOG.md"):match("\n## %[([^%]]+)%]"))
  end)

  it("stands nowhere in the sources", function()
    local found = {}
    for _, folder in ipairs({ "csrc", "lua", "bin" }) do
      walk(folder, function(path)
        if read(path):find(version, 1, true) then
          found[#found + 1] = path
        end
      end)
    end
    assert.same({}, found)
  end)
end)

describe("the rockspecs", function()
  local release, dev = rockspec(release_path), rockspec("rockspec/imr-dev-1.rockspec")

  it("are one for the release and one for development", function()
    local names = {}
    walk("rockspec", function(path)
      names[#names + 1] = path
    end)
    table.sort(names)
    assert.same({ release_path, "rockspec/imr-dev-1.rockspec" }, names)
  end)

  it("differ only in version and source", function()
    assert.equal("dev-1", dev.version)
    dev.version, dev.source = release.version, release.source
    assert.same(release, dev)
  end)

  it("give CMake only variables that it reads", function()
    local known = cmake:gsub("#[^\n]*", "")
    for name, value in pairs(release.build.variables) do
      assert.truthy(known:find("%f[%w_]" .. name .. "%f[^%w_]"), name)
      assert.equal("$(" .. name .. ")", value)
    end
  end)

  it("install files that are there", function()
    for command, path in pairs(release.build.install.bin) do
      assert.equal("imr", command)
      assert.equal("#!", read(path):sub(1, 2))
    end
    for _, folder in ipairs(release.build.copy_directories) do
      assert.equal("directory", lfs.attributes(folder, "mode"))
    end
  end)
end)
