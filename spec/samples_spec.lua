-- The sample letters of examples/letters are the generator's, the parser reads in them what was
-- planted, and examples/README.md tells what is to be found.

local json = require "dkjson"
local lfs = require "lfs"
local imr = require "imr"
local compare = require "spec.support.compare"
local effort = require "spec.support.effort"
local process = require "spec.support.process"

local FOLDER = "examples/letters"

-- What the truth tells of a letter, by the schema's names.
local FIELDS = {
  "case", "reviewer.licensure", "reviewer.specialties", "worker", "injury", "diagnoses", "ur", "dialect",
  "issues.heading", "issues.treatment", "issues.modification.requested", "issues.modification.authorized",
  "issues.decision", "issues.conclusion", "issues.consistent",
}

local made, remove = process.folder()
teardown(remove)

local function generate(words)
  return process.shell("lua5.4 examples/make_letters.lua " .. process.line(words))
end

local function names_in(folder)
  local names = {}
  for name in lfs.dir(folder) do
    names[#names + 1] = name:match "^.*%.txt$"
  end
  table.sort(names)
  return names
end

local generated = generate { "--output", made, "--truth", made .. "/truth.ndjson" }
assert(generated.status == 0, generated.err)
local names = names_in(made)

-- What was planted, and the document that the letter gives, by the letter's name. Letters that were
-- published twice are counted once, as an analyst would.
local truths, documents, once = {}, {}, {}
do
  local seen = {}
  for line in io.lines(made .. "/truth.ndjson") do
    local truth = json.decode(line)
    local document = assert(imr.parse_file(made .. "/" .. truth.source, { fields = FIELDS, name = truth.source }))
    truths[truth.source], documents[truth.source] = truth, document
    local number = document.case and document.case.number
    if not number or not seen[number] then
      once[#once + 1] = truth.source
      seen[number or truth.source] = true
    end
  end
end

-- ---- what an analyst counts ----------------------------------------------------------------------

local function year_of(document)
  local date = document.case and document.case.decision_date
  return date and date:sub(1, 4) or "not dated"
end

-- How each table of examples/README.md divides the issues: by the document and by what was planted
-- in the issue.
local tables = {
  { "By year", function(document) return year_of(document) end },
  { "By category", function(_, planted) return planted.category end, most = true },
  { "Drugs by class", function(_, planted)
    return planted.category == "pharmaceuticals" and planted.subcategory or nil
  end, most = true },
  { "Anti-epilepsy drugs", function(document, planted)
    if planted.subcategory ~= "anti-epilepsy drug" then
      return nil
    end
    local year = year_of(document)
    return year == "not dated" and year or year < "2019" and "2013 to 2018" or "2019 to 2024"
  end },
  { "By reviewer", function(document) return document.reviewer.specialties[1] end, most = true },
  { "Modified requests and others", function(_, planted, issue)
    return planted.adjunct and "adjunct of an operation" or planted.retrospective and "retrospective"
      or issue.modification and "modified" or "whole and prospective"
  end },
}

local function rows_of(group, most)
  local counts, labels = {}, {}
  for _, name in ipairs(once) do
    local document = documents[name]
    for i, issue in ipairs(document.issues) do
      local label = group(document, truths[name].issues[i].planted, issue)
      if label then
        if not counts[label] then
          counts[label] = { all = 0, overturned = 0 }
          labels[#labels + 1] = label
        end
        counts[label].all = counts[label].all + 1
        counts[label].overturned = counts[label].overturned + (issue.decision == "overturned" and 1 or 0)
      end
    end
  end
  table.sort(labels, function(a, b)
    if most and counts[a].all ~= counts[b].all then
      return counts[a].all > counts[b].all
    end
    return a < b
  end)
  for i, label in ipairs(labels) do
    local all, overturned = counts[label].all, counts[label].overturned
    labels[i] = ("| %s | %d | %d | %.1f %% |"):format(label, all, overturned, 100 * overturned / all)
  end
  return table.concat(labels, "\n")
end

local guide = process.read "examples/README.md"

-- The rows of the table below a heading, without its head.
local function rows_in_guide(heading)
  local from = select(2, guide:find("\n### " .. heading .. "\n", 1, true))
  assert(from, "examples/README.md has no section " .. heading)
  local section = guide:sub(from, (guide:find("\n##", from, true) or 0) - 1)
  local rows = {}
  for row in section:gmatch "\n(|[^\n]*|)%f[\n]" do
    rows[#rows + 1] = row
  end
  return table.concat(rows, "\n", 3)
end

local function days_between(a, b)
  local function day(date)
    local y, m, d = date:match "(%d+)-(%d+)-(%d+)"
    return os.time { year = y, month = m, day = d, hour = 12 } // 86400
  end
  return day(b) - day(a)
end

describe("the sample letters", function()
  it("are those that the generator makes, byte by byte", function()
    assert.are.same(names, names_in(FOLDER))
    for _, name in ipairs(names) do
      if process.read(FOLDER .. "/" .. name) ~= process.read(made .. "/" .. name) then
        error(name .. " is not what examples/make_letters.lua makes of it")
      end
    end
  end)

  it("are others with another seed", function()
    local other, remove_other = process.folder()
    assert.are.equal(0, generate({ "--output", other, "--seed", "7" }).status)
    local same = 0
    for _, name in ipairs(names_in(other)) do
      same = same + (process.read(other .. "/" .. name) == process.read(made .. "/" .. name) and 1 or 0)
    end
    remove_other()
    assert.are.equal(0, same)
  end)

  it("are some 300, of modest size", function()
    assert.are.equal(300, #names)
    local size = 0
    for _, name in ipairs(names) do
      local _, words = process.read(made .. "/" .. name):gsub("%S+", "")
      assert.is_true(words >= 300 and words <= 1300, name .. " has " .. words .. " words")
      size = size + lfs.attributes(made .. "/" .. name, "size")
    end
    assert.is_true(size < 2500000)
  end)

  it("come in every template, dialect and layout", function()
    local kinds = {}
    for _, truth in pairs(truths) do
      for _, kind in ipairs { truth.template, truth.dialect, truth.planted.style } do
        kinds[kind] = true
      end
    end
    for _, kind in ipairs {
      "professional-review", "notice", "numbered-decision", "final-determination",
      "2013", "2014", "2015", "2016", "2018", "layout", "raw", "plain", "double",
    } do
      assert.is_true(kinds[kind], kind)
    end
  end)

  for _, form in ipairs { "professional-review", "notice", "numbered-decision", "final-determination" } do
    it("give what was planted: " .. form, function()
      local differences = {}
      for _, name in ipairs(names) do
        local want = {}
        for key, value in pairs(truths[name]) do
          want[key] = value
        end
        if want.template == form then
          want.planted, want.diagnostics = nil, {}
          for _, difference in ipairs(compare.list(want, documents[name])) do
            differences[#differences + 1] = name .. ": " .. difference.text
          end
        end
      end
      assert.are.equal("", table.concat(differences, "\n"))
    end)
  end

  for _, row in ipairs(tables) do
    it("have the overturn rates that examples/README.md tells: " .. row[1], function()
      assert.are.equal(rows_of(row[2], row.most), rows_in_guide(row[1]))
    end)
  end

  it("have opioids that give way over the years, as examples/README.md tells", function()
    local rows = {}
    for _, span in ipairs { { "2013", "2016" }, { "2017", "2019" }, { "2020", "2024" } } do
      local drugs, opioids = 0, 0
      for _, name in ipairs(once) do
        local year = year_of(documents[name])
        for _, issue in ipairs(year >= span[1] and year <= span[2] and truths[name].issues or {}) do
          drugs = drugs + (issue.planted.category == "pharmaceuticals" and 1 or 0)
          opioids = opioids + (issue.planted.subcategory == "opioid" and 1 or 0)
        end
      end
      rows[#rows + 1] = ("| %s to %s | %d | %d | %.1f %% |")
        :format(span[1], span[2], drugs, opioids, 100 * opioids / drugs)
    end
    assert.are.equal(table.concat(rows, "\n"), rows_in_guide "Opioids among the drugs")
  end)

  it("have as many issues as examples/README.md tells", function()
    local counts, rows = {}, {}
    for _, name in ipairs(once) do
      local n = #documents[name].issues
      counts[n] = (counts[n] or 0) + 1
    end
    for n = 1, 12 do
      rows[#rows + 1] = counts[n] and ("| %d | %d | %.1f %% |"):format(n, counts[n], 100 * counts[n] / #once) or nil
    end
    assert.are.equal(table.concat(rows, "\n"), rows_in_guide "Issues per letter")
  end)

  it("keep their days in order, and some of the limits", function()
    local rows = { all = {}, late = {} }
    local applied, late_applied = 0, 0
    for _, name in ipairs(once) do
      local case = documents[name].case
      local assigned = case and case.date_assigned
      if case and case.application_received then
        assert.is_true(case.date_of_injury < case.ur_denial_date, name)
        assert.is_true(case.ur_denial_date < case.application_received, name)
        assert.is_true(case.application_received < (assigned or case.decision_date), name)
        local days = days_between(case.ur_denial_date, case.application_received)
        applied, late_applied = applied + 1, late_applied + (days > 35 and 1 or 0)
      end
      if assigned then
        assert.is_true(assigned < case.decision_date, name)
        local span = case.decision_date < "2015" and "2014" or "2015 to 2024"
        rows.all[span] = (rows.all[span] or 0) + 1
        rows.late[span] = (rows.late[span] or 0) + (days_between(assigned, case.decision_date) > 45 and 1 or 0)
      end
    end
    local lines = { ("| application more than 35 days after the denial | %d | %d | %.1f %% |")
      :format(applied, late_applied, 100 * late_applied / applied) }
    for _, span in ipairs { "2014", "2015 to 2024" } do
      lines[#lines + 1] = ("| decision more than 45 days after the assignment, %s | %d | %d | %.1f %% |")
        :format(span, rows.all[span], rows.late[span], 100 * rows.late[span] / rows.all[span])
    end
    assert.are.equal(table.concat(lines, "\n"), rows_in_guide "Days")
  end)

  it("have letters that were published twice, and some whose conclusion contradicts the decision", function()
    local list, contradicts = {}, {}
    for _, name in ipairs(names) do
      local truth = truths[name]
      if truth.planted.copy_of then
        list[#list + 1] = ("%s is %s"):format(name:sub(1, 3), truth.planted.copy_of:sub(1, 3))
        assert.are.equal(documents[truth.planted.copy_of].case.number, documents[name].case.number)
        assert.are.equal("", compare.differences(documents[truth.planted.copy_of], documents[name], { source = true }))
      end
      for _, issue in ipairs(documents[name].issues) do
        contradicts[#contradicts + 1] = issue.consistent == false and name:sub(1, 3) or nil
      end
    end
    assert.are.equal(#names - #once, #list)
    assert.truthy(guide:gsub("\n", " "):find(table.concat(list, ", "), 1, true), table.concat(list, ", "))
    assert.truthy(guide:gsub("\n", " "):find("concludes the contrary: " .. table.concat(contradicts, ", "), 1, true),
      table.concat(contradicts, ", "))
  end)

  it("have no sentence of a published letter", function()
    local folder = os.getenv "IMR_SEEDS"
    if not folder then
      return pending "IMR_SEEDS, which names a folder of published letters, is not set"
    end
    local function plain(text)
      return (text:lower():gsub("[^%w]+", " "))
    end
    local all = {}
    for i, name in ipairs(names) do
      all[i] = plain(process.read(made .. "/" .. name))
    end
    all = table.concat(all, "\n")
    local tried = 0
    for _, name in ipairs(effort.some(names_in(folder), 3)) do
      local document = assert(imr.parse_file(folder .. "/" .. name))
      local parts = { document.summary }
      for _, issue in ipairs(document.issues) do
        parts[#parts + 1] = issue.rationale
      end
      for sentence in (table.concat(parts, " ") .. " "):gmatch "(.-[.;:]) " do
        local words = plain(sentence)
        if select(2, words:gsub("%w+", "")) >= 6 then
          tried = tried + 1
          assert.is_nil(all:find(words, 1, true), sentence)
        end
      end
    end
    assert.is_true(tried > 20)
  end)
end)

describe("examples/make_letters.lua", function()
  it("says how it is called", function()
    for _, words in ipairs { {}, { "--output" }, { "--seed", "1" }, { "--output", made, "--seed", "many" },
      { "--outpt", made } } do
      local result = generate(words)
      assert.are.equal(2, result.status)
      assert.truthy(result.err:find("usage: lua5.4 make_letters.lua --output FOLDER", 1, true))
    end
  end)

  it("names the folder that it cannot write to", function()
    local result = generate { "--output", made .. "/missing" }
    assert.are.equal(1, result.status)
    assert.truthy(result.err:find(made .. "/missing/001.txt", 1, true))
  end)
end)
