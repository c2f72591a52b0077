-- An analyst who knows a drug, a guideline or a part of the body that `imr` does not adds it in a
-- line each, and the fields of letters follow.

local imr = require "imr"
local letter = require "spec.support.letter"

local TEXT = letter.text {
  issues = {
    { treatment = "Retrospective Ostraline cream, left os trigonum #60" },
    { treatment = "Zorvo-Relief twice daily" },
    { treatment = "Injection of the coccyx" },
    {
      administrator = "Decision based on MTUS Dental Trauma 2030, Section(s): Crowns.",
      reviewer = "Decision based on Non-MTUS Citation Dental Trauma, Crowns.",
    },
  },
}

local parser = imr.new {
  drugs = { Ostraline = { ingredients = { "ostral", "menthol" }, class = "NSAID", also = { "Zorvo-Relief" } } },
  guidelines = { ["Dental Trauma"] = { id = "MTUS Dental Trauma", authority = "MTUS" } },
  body_parts = { ["sacral region"] = { region = "spine", also = { "coccyx", "os trigonum" } } },
}

local before, after = imr.parse(TEXT).issues, parser:parse(TEXT).issues

describe("what an analyst adds", function()
  it("is a drug: its name and its ingredients", function()
    assert.is_nil(before[1].request.drug)
    assert.is_nil(before[1].request.ingredients)
    assert.are.equal("Ostraline", after[1].request.drug)
    assert.are.same({ "ostral", "menthol" }, after[1].request.ingredients)
  end)

  it("is a drug's other name", function()
    assert.is_nil((before[2].request or {}).ingredients)
    assert.are.equal("Zorvo-Relief", after[2].request.drug)
    assert.are.same({ "ostral", "menthol" }, after[2].request.ingredients)
  end)

  it("is a part of the body, by each of its names", function()
    assert.is_nil(before[1].request.body_parts)
    assert.is_nil((before[3].request or {}).body_parts)
    assert.are.same({ "sacral region" }, after[1].request.body_parts)
    assert.are.same({ "sacral region" }, after[3].request.body_parts)
  end)

  it("is a guideline: its name, its title, its authority", function()
    local told, cited = before[4].administrator_guideline.citations[1], after[4].administrator_guideline.citations[1]
    assert.is_nil(told.id)
    assert.are.equal("MTUS Dental Trauma", cited.id)
    assert.are.equal("Dental Trauma", cited.title)
    assert.are.equal(2030, cited.year)
    assert.are.same({ "Crowns" }, cited.sections)
  end)

  it("leaves the other fields as they were", function()
    for i, issue in ipairs(after) do
      for _, key in ipairs { "number", "heading", "treatment", "decision", "rationale", "conclusion" } do
        assert.are.equal(before[i][key], issue[key])
      end
    end
    assert.are.equal(60, after[1].request.quantity)
    assert.are.equal("left", after[1].request.laterality)
    assert.is_true(after[1].request.retrospective)
    assert.are.equal("twice daily", after[2].request.frequency)
  end)

  it("is a guideline of any authority", function()
    local title, letters = "Western Society of Spine Care Guidelines", {}
    for _, opening in ipairs { "Decision based on Non-MTUS Citation ", "Decision based on " } do
      local reviewer = opening .. title .. " (2014), Opioids, pages 3-4."
      letters[#letters + 1] = letter.text { issues = { { reviewer = reviewer } } }
    end
    for _, authority in ipairs { "MTUS", "ACOEM", "ODG", "other" } do
      for _, whole in ipairs { false, true } do
        local own = imr.new { guidelines = { [title] = { id = "WSSC", authority = authority, whole = whole } } }
        for _, text in ipairs(letters) do
          local cited = own:parse(text).issues[1].reviewer_guideline.citations
          assert.are.equal(1, #cited)
          assert.are.equal(authority, cited[1].authority)
          if not whole then
            assert.are.equal("WSSC", cited[1].id)
            assert.are.equal(title, cited[1].title)
            assert.are.equal(2014, cited[1].year)
            assert.are.same({ "Opioids" }, cited[1].sections)
            assert.are.same({ { 3, 4 } }, cited[1].pages)
          end
        end
      end
    end
  end)

  it("is a drug without an ingredient that has a name, as medical foods are", function()
    local own = imr.new { drugs = { Foomine = { ingredients = {}, class = "nutritional product" } } }
    local request = own:parse(letter.text { issues = { { treatment = "Foomine #90" } } }).issues[1].request
    assert.are.equal("Foomine", request.drug)
    assert.is_nil(request.ingredients)
  end)

  it("goes before what is built in", function()
    local own = imr.new { drugs = { Norco = { ingredients = { "something else" }, class = "other drug" } } }
    local text = letter.text { issues = { { treatment = "Norco 10/325mg #60" } } }
    assert.are.same({ "hydrocodone", "acetaminophen" }, imr.parse(text).issues[1].request.ingredients)
    assert.are.same({ "something else" }, own:parse(text).issues[1].request.ingredients)
  end)
end)
