--- Blocks of a letter to the text that a PDF's extraction gives.
---
--- A block is {text = paragraph}, {lines = {...}} kept as they are, {heading = text}, or {rows =
--- header block}; `tight` follows its forerunner without a blank line.

local layout = {}

--- Lines of at most `width`; words that the form's authors hyphenate may part at their hyphen.
local function wrap(text, width)
  local lines, line = {}, ""
  for word in text:gsub("(%f[%w][nN]on%-)(%l)", "%1\1%2"):gmatch "[^ ]*" do
    local head, tail = word:match "^(.-%-)\1(.*)$"
    word = word:gsub("\1", "")
    if line == "" then
      line = word
    elseif #line + 1 + #word <= width then
      line = line .. " " .. word
    elseif head and #line + 1 + #head <= width then
      lines[#lines + 1] = line .. " " .. head
      line = tail
    else
      lines[#lines + 1] = line
      line = word
    end
  end
  lines[#lines + 1] = line
  return lines
end

-- The header block's text orders. A row is {label, value, label, value}, the last label wraps.
local orders = {}

function orders.side(rows)
  local lines = {}
  for i, row in ipairs(rows) do
    if not row[3] then
      lines[i] = ("%-22s%s"):format(row[1] .. ":", row[2])
    else
      local wrapped = row[3] == "Application Received"
      local label = wrapped and "Application" or row[3] .. ":"
      lines[#lines + 1] = ("%-22s%-32s%-21s%s"):format(row[1] .. ":", row[2], label, row[4])
      if wrapped then
        lines[#lines + 1] = (" "):rep(54) .. "Received:"
      end
    end
  end
  return lines
end

function orders.turn(rows)
  local lines = {}
  for _, row in ipairs(rows) do
    if row[3] == "Application Received" then
      lines[#lines + 1] = ("%s: %s Application"):format(row[1], row[2])
      lines[#lines + 1] = "Received:"
      lines[#lines + 1] = row[4]
    elseif row[3] then
      lines[#lines + 1] = ("%s: %s %s: %s"):format(row[1], row[2], row[3], row[4])
    else
      lines[#lines + 1] = ("%s: %s"):format(row[1], row[2])
    end
  end
  return lines
end

function orders.columns(rows)
  local labels, values, more_labels, more_values = {}, {}, {}, {}
  for _, row in ipairs(rows) do
    labels[#labels + 1] = row[1] .. ":"
    values[#values + 1] = row[2]
    if row[3] == "Application Received" then
      more_labels[#more_labels + 1] = "Application"
      more_labels[#more_labels + 1] = "Received:"
      more_values[#more_values + 1] = row[4]
    elseif row[3] then
      more_labels[#more_labels + 1] = row[3] .. ":"
      more_values[#more_values + 1] = row[4]
    end
  end
  local lines = {}
  for _, column in ipairs { labels, values, more_labels, more_values } do
    table.move(column, 1, #column, #lines + 1, lines)
    lines[#lines + 1] = ""
  end
  lines[#lines] = nil
  return lines
end

--- How the text was extracted. `page` lines fit a page.
layout.styles = {
  -- pdftotext -layout: headings in the middle, columns side by side
  layout = { width = 95, page = 52, order = "side", blank = true, centred = true, furniture = true },
  -- pdftotext -raw: no blank lines at all
  raw = { width = 95, page = 48, order = "turn" },
  -- pdftotext: blank lines around page breaks and the header block
  plain = { width = 88, page = 46, order = "columns", breaks = true },
  -- each line followed by a blank one, a blank before each line's end
  double = { width = 96, page = 38, order = "turn", double = true },
}

local function lines_of(blocks, style)
  local lines = {}
  for i, block in ipairs(blocks) do
    if i > 1 and not block.tight and (style.blank or style.double or block.rows or blocks[i - 1].rows) then
      lines[#lines + 1] = ""
    end
    if block.heading then
      local room = style.centred and math.max(0, (style.width - #block.heading) // 2) or 0
      lines[#lines + 1] = (" "):rep(room) .. block.heading
    elseif block.rows then
      local header = orders[style.order](block.rows)
      table.move(header, 1, #header, #lines + 1, lines)
    elseif block.lines then
      table.move(block.lines, 1, #block.lines, #lines + 1, lines)
    else
      local wrapped = wrap(block.text, style.width)
      table.move(wrapped, 1, #wrapped, #lines + 1, lines)
    end
  end
  return lines
end

local function double_spaced(lines, page)
  local out = {}
  for i, line in ipairs(lines) do
    out[#out + 1] = (i == 1 and " " or "") .. line .. " \n\n"
    if i % page == 0 and i < #lines then
      out[#out + 1] = "\n\n"
    end
  end
  return table.concat(out)
end

local function single_spaced(lines, style)
  local out, number = {}, 1
  for i, line in ipairs(lines) do
    out[#out + 1] = line .. "\n"
    if i % style.page == 0 and i < #lines then
      if style.furniture then
        out[#out + 1] = ("\n\n%s%d | Page\n"):format((" "):rep(40), number)
      elseif style.breaks then
        out[#out + 1] = "\n"
      end
      out[#out + 1] = "\f"
      number = number + 1
    end
  end
  return table.concat(out)
end

--- The text of a letter.
---@param blocks table[]
---@param name string a style's
---@return string
function layout.text(blocks, name)
  local style = layout.styles[name]
  local lines = lines_of(blocks, style)
  return style.double and double_spaced(lines, style.page) or single_spaced(lines, style)
end

return layout
