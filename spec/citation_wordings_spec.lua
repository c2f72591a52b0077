-- What statements say beside the names of their guidelines: regulations, asides of the notices,
-- words behind a name that are none of it.

local imr = require "imr"
local letter = require "spec.support.letter"

local function mtus(text)
  return "Decision based on MTUS " .. text
end

local function other(text)
  return "Decision based on Non-MTUS Citation " .. text
end

local EVIDENCE = "Other Medical Treatment Guideline or Medical Evidence: "

--- In the words of 2013.
local function based(text)
  return "The Claims Administrator based its decision on the " .. text
end

local function guideline(statement)
  local document = imr.parse(letter.text { issues = { { administrator = statement } } })
  return document.issues[1].administrator_guideline
end

--- Rows of {statement, its first citation, its second ...}: of each the keys that the row names, false for one that is
--- not there; the authority is the first of them.
local function check(rows)
  for _, row in ipairs(rows) do
    it(row[1], function()
      local citations = guideline(row[1]).citations or {}
      local seen = {}
      for i, citation in ipairs(citations) do
        seen[i] = { citation.authority }
        for key in pairs(row[i + 1] or {}) do
          if key ~= 1 then
            seen[i][key] = citation[key] or false
          end
        end
      end
      assert.are.same({ table.unpack(row, 2) }, seen)
    end)
  end
end

describe("a regulation of Title 8", function()
  local TITLE = "Title 8, California Code of Regulations, section 9792.20"
  check {
    { other(EVIDENCE .. TITLE .. "."), { "other", title = TITLE, text = TITLE } },
    { other(TITLE .. "."), { "other", title = TITLE } },
    { other "8 CCR 9792.20.", { "other", title = "8 CCR 9792.20" } },
    { other "8 C.C.R. section 9792.6.1, subdivision (a).", { "other", title = "8 C.C.R. section 9792.6.1" } },
    { other "California Code of Regulations, Title 8, section 9792.20.",
      { "other", title = "California Code of Regulations, Title 8, section 9792.20" } },
    {
      other("ODG Pain, Melatonin and " .. EVIDENCE .. TITLE .. "."),
      { "ODG", chapter = "Pain", sections = { "Melatonin" }, text = "ODG Pain, Melatonin" },
      { "other", title = TITLE },
    },
    {
      other("ODG Pain, Melatonin AND " .. TITLE .. "."),
      { "ODG", sections = { "Melatonin" } }, { "other", title = TITLE },
    },
    {
      other("ODG, Pain, Melatonin, and Title 8, California Code of Regulations."),
      { "ODG", sections = { "Melatonin" } }, { "other", title = "Title 8, California Code of Regulations" },
    },
    {
      other("ODG, Pain, Melatonin. " .. TITLE .. ", and ODG, Head, CT."),
      { "ODG", sections = { "Melatonin" } }, { "other", title = TITLE },
      { "ODG", chapter = "Head", sections = { "CT" } },
    },
    {
      mtus("Chronic Pain Treatment Guidelines Ketamine and " .. TITLE .. " Page(s): 56."),
      { "MTUS", sections = { "Ketamine" }, pages = { { 56, 56 } } }, { "other", title = TITLE, pages = false },
    },
    {
      mtus("Chronic Pain Treatment Guidelines Ketamine Page(s): 56. " .. other(TITLE .. ".")),
      { "MTUS", sections = { "Ketamine" }, pages = { { 56, 56 } } }, { "other", title = TITLE },
    },
    {
      other("Merck Manual, Vertigo and " .. TITLE .. "."),
      { "other", title = "Merck Manual, Vertigo" }, { "other", title = TITLE },
    },
    { other("Merck Manual. " .. TITLE .. "."), { "other", title = "Merck Manual" }, { "other", title = TITLE } },
    -- A guideline's own place among the regulations is no other one.
    {
      mtus "Chronic Pain Treatment Guidelines 8 C.C.R. 9792.20 - 9792.26 Page(s): 56.",
      { "MTUS", title = "Chronic Pain Treatment Guidelines", sections = false, pages = { { 56, 56 } } },
    },
    {
      mtus(TITLE .. " - 9792.26, Chronic Pain Treatment Guidelines Ketamine Page(s): 56."),
      { "MTUS", title = "Chronic Pain Treatment Guidelines", sections = { "Ketamine" } },
    },
    { mtus "ACOEM Chapter 9 Shoulder Complaints, Title 8, CCR 9792.23.2 Page(s): 204.",
      { "ACOEM", title = "Shoulder Complaints", sections = false, pages = { { 204, 204 } } } },
    { mtus "8 CCR 9792.24.2.", { "MTUS", sections = false } },
    -- Names that only begin like one.
    { other "California Society of Hand Therapists.", { "other", title = false } },
    { other "ODG, Pain, Title VIII programs.", { "ODG", sections = { "Title VIII programs" } } },
    { other "ODG, Pain, Camphor and Capsaicin.", { "ODG", sections = { "Camphor and Capsaicin" } } },
    { other "ODG, Pain, 8 visits.", { "ODG", sections = { "8 visits" } } },
  }
end)
