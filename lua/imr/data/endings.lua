-- What keeps the hyphen before it when a line begins with it.

return {
  about = [[
Last elements of hyphenated words before which a hyphen at a line's end is nearly always the word's
own (barbiturate-containing, work-related). Only such as do not end a broken English word.]],

  fields = {},

  entries = {
    ["acting"] = {},
    ["administered"] = {},
    ["based"] = {},
    ["bearing"] = {},
    ["centered"] = {},
    ["certified"] = {},
    ["containing"] = {},
    ["degree"] = {},
    ["dose"] = {},
    ["duty"] = {},
    ["eligible"] = {},
    ["free"] = {},
    ["guided"] = {},
    ["handed"] = {},
    ["hour"] = {},
    ["induced"] = {},
    ["intensity"] = {},
    ["level"] = {},
    ["limiting"] = {},
    ["month"] = {},
    ["making"] = {},
    ["negative"] = {},
    ["onset"] = {},
    ["positive"] = {},
    ["related"] = {},
    ["release"] = {},
    ["reported"] = {},
    ["resistant"] = {},
    ["risk"] = {},
    ["shaped"] = {},
    ["sided"] = {},
    ["specific"] = {},
    ["term"] = {},
    ["up"] = {},
    ["wave"] = {},
    ["week"] = {},
    ["year"] = {},
  },
}
