--- What claims administrator and reviewer base a decision on, in the wording of each time.

local guidelines = {}

--- One guideline, as every era can print it.
---@class SampleCitation
---@field mtus boolean part of the MTUS, else the ODG
---@field title string
---@field year? integer of the MTUS's part; in the ODG none
---@field chapter? integer of ACOEM 2004
---@field section string
---@field pages? string
---@field says string how a rationale names it

local function odg(treatment, body)
  local chapter = treatment.chapter or body.odg
  local section = treatment.odg
  if type(section) == "table" then
    chapter, section = section[1], section[2]
  end
  return section and { mtus = false, title = chapter, section = section, says = "The ODG" }
end

-- The MTUS from the end of 2017: new guidelines, one a body part.
local function new_mtus(treatment, body)
  local title, section = body.disorders .. " 2019", treatment.disorders
  if treatment.new then
    title, section = treatment.new[1], treatment.new[2]
  end
  if not section then
    return nil
  end
  local name = title:gsub(" %d+$", "")
  return { mtus = true, new = true, title = title, section = section,
    says = "The MTUS guideline on " .. name:lower() }
end

local function old_mtus(treatment, body, day)
  if treatment.cp then
    return { mtus = true, title = "Chronic Pain Medical Treatment", year = day.year >= 2017 and 2016 or 2009,
      section = treatment.cp[1], pages = treatment.cp[2], says = "The MTUS chronic pain guideline" }
  elseif treatment.acupuncture then
    return { mtus = true, title = "Acupuncture Treatment", year = 2007, section = "Summary", pages = "8-9",
      says = "The MTUS acupuncture guideline" }
  elseif treatment.cite then
    local title, section, pages, chapter, name = table.unpack(treatment.cite)
    return { mtus = true, title = title:gsub(" %d+$", ""), year = 2004, section = section, pages = pages,
      chapter = chapter, name = name, says = "The MTUS chapter on general approaches" }
  elseif treatment.acoem then
    return { mtus = true, title = body.mtus, year = body.mtus_year or 2004, section = treatment.acoem,
      pages = body.acoem[treatment.acoem], chapter = body.acoem.chapter,
      says = "The MTUS chapter on the " .. body.area }
  end
end

--- What a decision on the treatment may rest on: a list of citations, empty for none.
function guidelines.choose(random, treatment, body, day, percent_none)
  if random:chance(percent_none) then
    return {}
  end
  local part = day.new_mtus and new_mtus(treatment, body) or not day.new_mtus and old_mtus(treatment, body, day)
  local other = odg(treatment, body)
  if not part or other and random:chance(25) then
    return { other }
  elseif other and random:chance(20) then
    return { part, other }
  end
  return { part }
end

-- The title with its section as the letters of 2014 and 2015 print it, with pages.
local function paged(c)
  if c.chapter then
    return ("MTUS ACOEM Chapter %d %s Page(s): %s"):format(c.chapter, c.name or c.title, c.pages)
  elseif c.title == "Chronic Pain Medical Treatment" then
    return ("MTUS Chronic Pain Treatment Guidelines %s Page(s): %s"):format(c.section, c.pages)
  end
  return ("MTUS %s Guidelines Page(s): %s"):format(c.title, c.pages)
end

local function sectioned(c)
  local title = c.year and c.title .. " " .. c.year or c.title
  return ("MTUS %s, Section(s): %s"):format(title, c.section)
end

local NOT_ON_MTUS = {
  did_not = "The %s did not base their decision on the MTUS. ",
  outside = "The %s based their decision on recommendation(s) outside of the MTUS Guidelines. ",
}

--- A statement of the final determination form.
---@param who string "Claims Administrator" or "Expert Reviewer"
---@param cited SampleCitation[]
---@param day { paged: boolean, outside: boolean }
---@return string statement, string? dialect that its wording tells
function guidelines.statement(who, cited, day)
  if #cited == 0 then
    return ("The %s did not cite any medical evidence for its decision."):format(who)
  end
  local parts, dialect = {}, nil
  if not cited[1].mtus then
    parts[1] = NOT_ON_MTUS[day.outside and "outside" or "did_not"]:format(who)
    dialect = day.outside and "2016" or nil
  end
  for _, c in ipairs(cited) do
    if c.mtus then
      parts[#parts + 1] = ("Decision based on %s. "):format(day.paged and paged(c) or sectioned(c))
      dialect = c.new and "2018" or dialect
    else
      parts[#parts + 1] = ("Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), %s, %s. ")
        :format(c.title, c.section)
    end
  end
  return (table.concat(parts):gsub(" $", "")), dialect
end

-- A guideline as a sentence of 2013 names it.
local function named(c)
  if not c.mtus then
    return ("Official Disability Guidelines (ODG), %s Chapter, %s, which is not part of the MTUS")
      :format(c.title:gsub(" %- .*", ""), c.section)
  elseif c.chapter then
    return ("ACOEM Guidelines, 2nd Edition (2004), %s, Chapter %d, pages %s, which are part of the MTUS")
      :format(c.name or c.title, c.chapter, c.pages)
  elseif c.title == "Chronic Pain Medical Treatment" then
    return ("Chronic Pain Medical Treatment Guidelines, %s, pages %s, which are part of the MTUS")
      :format(c.section, c.pages)
  end
  return ("%s Guidelines, pages %s, which are part of the MTUS"):format(c.title, c.pages)
end

local NOTHING_CITED = "The Claims Administrator did not cite any evidence-based criteria for its decision."

--- A statement of the letters of 2013: a sentence.
function guidelines.sentence(who, cited)
  local his = who == "Claims Administrator" and "its" or "his/her"
  local c = cited[1]
  if not c then
    return who == "Claims Administrator" and NOTHING_CITED
      or ("The %s did not find any guideline applicable and used clinical judgment."):format(who)
  elseif not c.mtus and who ~= "Claims Administrator" then
    return ("The %s found that no section of the MTUS was applicable. The %s based his/her decision on the %s.")
      :format(who, who, named(c))
  end
  return ("The %s based %s decision on the %s."):format(who, his, named(c))
end

--- A guideline as the professional reviews cite it.
function guidelines.relied_on(cited)
  local c = cited[1]
  return c and named(c):gsub(", which .*", ". It addresses the treatment that was requested.")
    or "No guideline addresses the request; clinical judgment was used."
end

return guidelines
