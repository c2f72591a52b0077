-- What keeps its hyphen when a line ends after it.

return {
  about = [[
First elements of hyphenated words after which a hyphen at a line's end is nearly always the word's
own (low-dose, 38-year-old) and not the printer's (ibu-profen). To be asked after the letter itself
and the word list: where the joined word is known, the hyphen goes (so work-ing and follow-ing join:
the form's own sentences have both words). Drawn from the hyphenated words of published letters and
from medical usage. Each was held against the American English hyphenation patterns, and left out
where too many words of these letters break after it: in-, on-, out-, over- (over-turned), under-,
up-, re-, de-, un-, con-, dia-, inter-, intra-, sub-, super-, trans-, hyper-, hypo-, peri-, para-,
ultra-, micro-, multi- (multi-ple), uni-, bi-, tri-, all- (all-ergy), pain- (pain-ful), part-, back-,
side-, open-, health-, stress-, function-.]],

  fields = {
    {name = "kind", type = "string", required = true, values = {"prefix", "element"},
     meaning = "prefix: no word of its own; element: the first word of a compound"},
  },

  entries = {
    -- the prefixes of the form's own words (non-certified, pre-operative, x-ray ...)
    ["non"] = {kind = "prefix"},
    ["not"] = {kind = "element"}, -- "not-medically necessary"
    ["anti"] = {kind = "prefix"},
    ["pre"] = {kind = "prefix"},
    ["post"] = {kind = "prefix"},
    ["self"] = {kind = "prefix"},
    ["x"] = {kind = "prefix"},
    ["co"] = {kind = "prefix"},

    -- another that keeps its hyphen
    ["semi"] = {kind = "prefix"},
    ["quasi"] = {kind = "prefix"},

    -- measure and degree
    ["low"] = {kind = "element"},
    ["high"] = {kind = "element"},
    ["mid"] = {kind = "element"},
    ["upper"] = {kind = "element"},
    ["lower"] = {kind = "element"},
    ["well"] = {kind = "element"},
    ["long"] = {kind = "element"},
    ["short"] = {kind = "element"},
    ["full"] = {kind = "element"},
    ["half"] = {kind = "element"},
    ["heavy"] = {kind = "element"},
    ["large"] = {kind = "element"},
    ["soft"] = {kind = "element"},
    ["cross"] = {kind = "element"},
    ["single"] = {kind = "element"},
    ["double"] = {kind = "element"},
    ["triple"] = {kind = "element"},
    ["dual"] = {kind = "element"},
    ["multiple"] = {kind = "element"},
    ["mild"] = {kind = "element"},
    ["moderate"] = {kind = "element"},
    ["above"] = {kind = "element"},
    ["below"] = {kind = "element"},
    ["closed"] = {kind = "element"},

    -- side
    ["left"] = {kind = "element"},
    ["right"] = {kind = "element"},

    -- numbers and ranks; not ten (ten-don, ten-der)
    ["one"] = {kind = "element"},
    ["two"] = {kind = "element"},
    ["three"] = {kind = "element"},
    ["four"] = {kind = "element"},
    ["five"] = {kind = "element"},
    ["six"] = {kind = "element"},
    ["seven"] = {kind = "element"},
    ["eight"] = {kind = "element"},
    ["nine"] = {kind = "element"},
    ["twenty"] = {kind = "element"},
    ["thirty"] = {kind = "element"},
    ["forty"] = {kind = "element"},
    ["fifty"] = {kind = "element"},
    ["sixty"] = {kind = "element"},
    ["seventy"] = {kind = "element"},
    ["eighty"] = {kind = "element"},
    ["ninety"] = {kind = "element"},
    ["first"] = {kind = "element"},
    ["second"] = {kind = "element"},
    ["third"] = {kind = "element"},
    ["fourth"] = {kind = "element"},
    ["fifth"] = {kind = "element"},

    -- time: 38-year-old, six-week
    ["year"] = {kind = "element"},
    ["month"] = {kind = "element"},
    ["week"] = {kind = "element"},
    ["day"] = {kind = "element"},
    ["hour"] = {kind = "element"},
    ["minute"] = {kind = "element"},

    -- drugs and their release
    ["opioid"] = {kind = "element"},
    ["opiate"] = {kind = "element"},
    ["narcotic"] = {kind = "element"},
    ["drug"] = {kind = "element"},
    ["steroid"] = {kind = "element"},
    ["placebo"] = {kind = "element"},
    ["immediate"] = {kind = "element"},
    ["extended"] = {kind = "element"},
    ["sustained"] = {kind = "element"},
    ["controlled"] = {kind = "element"},
    ["delayed"] = {kind = "element"},
    ["dose"] = {kind = "element"},

    -- words of medicine and of the form
    ["follow"] = {kind = "element"},
    ["flare"] = {kind = "element"},
    ["evidence"] = {kind = "element"},
    ["work"] = {kind = "element"},
    ["home"] = {kind = "element"},
    ["weight"] = {kind = "element"},
    ["range"] = {kind = "element"},
    ["age"] = {kind = "element"},
    ["cost"] = {kind = "element"},
    ["peer"] = {kind = "element"},
    ["board"] = {kind = "element"},
    ["case"] = {kind = "element"},
    ["patient"] = {kind = "element"},
    ["physician"] = {kind = "element"},
    ["image"] = {kind = "element"},
    ["ultrasound"] = {kind = "element"},
    ["fluoroscopy"] = {kind = "element"},
    ["fluoroscopically"] = {kind = "element"},
    ["medically"] = {kind = "element"},
    ["industrially"] = {kind = "element"},
    ["newly"] = {kind = "element"},
    ["previously"] = {kind = "element"},
    ["cognitive"] = {kind = "element"},
    ["goal"] = {kind = "element"},
    ["trigger"] = {kind = "element"},
    ["hands"] = {kind = "element"},

    -- single letters: C-spine, T-score, U-shaped
    ["b"] = {kind = "element"},
    ["c"] = {kind = "element"},
    ["d"] = {kind = "element"},
    ["e"] = {kind = "element"},
    ["g"] = {kind = "element"},
    ["h"] = {kind = "element"},
    ["i"] = {kind = "element"},
    ["j"] = {kind = "element"},
    ["k"] = {kind = "element"},
    ["l"] = {kind = "element"},
    ["s"] = {kind = "element"},
    ["t"] = {kind = "element"},
    ["u"] = {kind = "element"},
    ["v"] = {kind = "element"},
    ["y"] = {kind = "element"},
    ["z"] = {kind = "element"},
  },
}
