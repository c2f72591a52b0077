--- Lays letters out anew: the same lines with other white space, page breaks and line breaks.

local layout = {}

---@class LayoutLine
---@field text string without the blanks behind it
---@field paragraph boolean a paragraph begins here
---@field page boolean a page begins here

-- Blank lines between lines are more of the same where all lines have them between them: what is
-- beyond that sets a paragraph off (two more), or is a page break (one more, or more than two).
-- Single-spaced, one or two set a paragraph off, and three are a page break.
local function add_gap(line, blanks, usual, feed)
  local more = blanks - usual
  if usual > 0 then
    line.page = feed or more == 1 or more > 2
    line.paragraph = more >= 2
  else
    line.page = feed or more > 2
    line.paragraph = more > 0 and not line.page
  end
end

--- The lines of a letter.
---@param text string
---@return LayoutLine[]
function layout.read(text)
  local lines, gaps, feeds, blanks, feed = {}, {}, {}, 0, false
  text = text:gsub("\r\n", "\n"):gsub("\r", "\n"):gsub("\f", "\n\f\n")
  for line in (text .. "\n"):gmatch "([^\n]*)\n" do
    if line == "\f" then
      feed, blanks = true, blanks - 1 -- of the two breaks that were put around it, one is not a line
    elseif line:find "%S" then
      lines[#lines + 1] = { text = line:gsub("%s+$", ""):gsub("\t", " ") }
      gaps[#lines], feeds[#lines] = math.max(blanks, 0), feed
      blanks, feed = 0, false
    else
      blanks = blanks + 1
    end
  end
  local usual = math.huge
  for i = 2, #lines do
    usual = math.min(usual, gaps[i])
  end
  for i, line in ipairs(lines) do
    add_gap(line, i > 1 and gaps[i] or usual, usual, feeds[i])
  end
  return lines
end

---@class LayoutBreaks what stands between two lines
---@field line string
---@field paragraph? string default: as between lines
---@field page? string default: as between paragraphs

--- The text of the lines, and for each line the bytes that it begins and ends with.
---@param lines LayoutLine[]
---@param breaks LayoutBreaks
---@return string text
---@return integer[] first
---@return integer[] last
function layout.write(lines, breaks)
  local paragraph = breaks.paragraph or breaks.line
  local page = breaks.page or paragraph
  local parts, first, last, size = {}, {}, {}, 0
  for i, line in ipairs(lines) do
    local before = i == 1 and "" or line.page and page or line.paragraph and paragraph or breaks.line
    parts[2 * i - 1], parts[2 * i] = before, line.text
    first[i] = size + #before + 1
    size = size + #before + #line.text
    last[i] = size
  end
  parts[#parts + 1] = breaks.line
  return table.concat(parts), first, last
end

---- other line lengths ----------------------------------------------------------------------------

local HEADINGS = {
  "HOW THE IMR FINAL DETERMINATION WAS MADE",
  "CLINICAL CASE SUMMARY",
  "IMR ISSUES, DECISIONS AND RATIONALES",
  "IMR DECISION(S) AND RATIONALE(S)",
}
-- Behind it stands a list, of which every line may be an element.
local LIST = { "DOCUMENTS REVIEWED" }
local LABELS = {
  "Claims Administrator guideline:",
  "MAXIMUS guideline:",
  "Decision rationale:",
  "State(s) of Licensure:",
  "Certification(s)/Specialty:",
}

local function begins(line, words)
  line = line:gsub("^%s+", "")
  for _, word in ipairs(words) do
    if line:sub(1, #word) == word then
      return word
    end
  end
end

-- Does the heading begin on this line? Its blanks may be spread otherwise.
local function begins_heading(line, heading)
  line, heading = line:gsub("%s+", ""):gsub("%-$", ""), heading:gsub("%s+", "")
  local size = math.min(#line, #heading)
  return line:sub(1, size) == heading:sub(1, size)
end

-- The line on which each issue's heading begins: the last such one before the issue's first label.
local function heading_lines(lines, headings)
  local starts, at, issue, candidate = {}, 1, 1, nil
  while lines[at] and begins(lines[at].text, HEADINGS) ~= HEADINGS[3] do
    at = at + 1
  end
  for i = at + 1, #lines do
    local label = begins(lines[i].text, LABELS)
    if headings[issue] and begins_heading(lines[i].text, headings[issue]) then
      candidate = i
    elseif candidate and (label == LABELS[1] or label == LABELS[2]) then
      starts[candidate], candidate = true, nil
      issue = issue + 1
    end
  end
  return starts
end

local FURNITURE = {
  "^%s*Page %d+ of %d+$",
  "^%s*%d+ | Page$",
  "^%s*Final Determination Letter for IMR Case Number %S+ *%d*$",
}

local function is_furniture(line)
  for _, pattern in ipairs(FURNITURE) do
    if line:find(pattern) then
      return true
    end
  end
end

-- The lines as paragraphs, each a list of words that may be put on lines anew. What stands before
-- the first heading is a table, not prose, and stays as it is, and so do headings, and a hyphen at
-- a line's end together with the line break behind it. Page numbers go: their page ends elsewhere.
local function paragraphs(lines, headings)
  local starts, list, now = heading_lines(lines, headings), {}, nil
  local prose = false
  for i, line in ipairs(lines) do
    local form = begins(line.text, HEADINGS)
    -- A second letter begins with a table, too.
    prose = (prose or form ~= nil) and not line.text:find "^%s*Case Number:" and not begins(line.text, LIST)
    if not prose or form then
      list[#list + 1] = { line.text, paragraph = line.paragraph }
      now = nil
    elseif not is_furniture(line.text) then
      if not now or line.paragraph or starts[i] or begins(line.text, LABELS) then
        now = { paragraph = line.paragraph }
        list[#list + 1] = now
      end
      local broken = #now > 0 and now[#now]:find "%-$"
      for word in line.text:gmatch "%S+" do
        if broken then
          now[#now] = now[#now] .. "\n" .. word
        elseif #now > 0 and now[#now]:find "%-$" then
          now[#now] = now[#now] .. " " .. word
        else
          now[#now + 1] = word
        end
        broken = false
      end
    end
  end
  return list
end

local function wrap(words, width, into, paragraph)
  local line = words[1]
  for i = 2, #words do
    local last = line:match "[^\n]*$"
    if #last + 1 + #words[i]:match "^[^\n]*" > width then
      into[#into + 1] = { text = line, paragraph = paragraph }
      line, paragraph = words[i], false
    else
      line = line .. " " .. words[i]
    end
  end
  into[#into + 1] = { text = line, paragraph = paragraph }
end

--- The same paragraphs on lines of at most `width` bytes.
---@param lines LayoutLine[]
---@param width integer
---@param headings string[] the headings of the issues, which begin on lines of their own
---@return LayoutLine[]
function layout.wrap(lines, width, headings)
  local wrapped = {}
  for _, words in ipairs(paragraphs(lines, headings)) do
    wrap(words, width, wrapped, words.paragraph)
  end
  return wrapped
end

return layout
