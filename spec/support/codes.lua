--- The codes of a document's diagnostics, in their order.
---@param document table
---@return string[]
return function(document)
  local list = {}
  for i, diagnostic in ipairs(document.diagnostics) do
    list[i] = diagnostic.code
  end
  return list
end
