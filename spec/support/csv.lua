--- A reader of RFC 4180, strict: what the specs hold the CSV against.

---@param text string
---@return string[][]
return function(text)
  local rows, row, at = {}, {}, 1
  while at <= #text do
    local value
    if text:sub(at, at) == '"' then
      local stop = at + 1
      while text:sub(stop, stop + 1) == '""' or text:sub(stop, stop) ~= '"' do
        assert(stop <= #text, "a quoted field does not end")
        stop = stop + (text:sub(stop, stop) == '"' and 2 or 1)
      end
      value, at = text:sub(at + 1, stop - 1):gsub('""', '"'), stop + 1
    else
      value = text:match('^[^,"\r\n]*', at)
      at = at + #value
    end
    row[#row + 1] = value
    local mark = text:match("^,", at) or text:match("^\r\n", at)
    assert(mark, ("a field ends in %q"):format(text:sub(at, at)))
    at = at + #mark
    if mark ~= "," then
      rows[#rows + 1], row = row, {}
    end
  end
  assert(#row == 0, "the last line does not end in CR LF")
  return rows
end
