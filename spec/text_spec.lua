-- Bytes of any kind become clean text: encodings, white space, words broken at line ends, and what
-- pages print around the letter.

local imr = require "imr"
local codes = require "spec.support.codes"
local compare = require "spec.support.compare"
local encode = require "spec.support.encode"
local letter = require "spec.support.letter"

local PLACES = { ["diagnostics.line"] = true, ["diagnostics.column"] = true, ["diagnostics.offset"] = true }

-- A document whose clinical summary is written so.
local function with_summary(summary)
  return imr.parse(letter.text { summary = summary })
end

describe("an encoding", function()
  -- Accents, typographic quotes, a dash, a degree sign, the euro.
  local SUMMARY = "“Café” – 35° of the patient’s elbow, €5 … and no more."
  local TEXT = letter.text { summary = SUMMARY }
  local UTF16 = { "encoding-converted" }

  local whole = {
    { "UTF-8", TEXT, {} },
    { "UTF-8 with a mark", encode.UTF8_MARK .. TEXT, {} },
    { "UTF-16, little-endian", encode.UTF16LE_MARK .. encode.utf16le(TEXT), UTF16 },
    { "UTF-16, big-endian", encode.UTF16BE_MARK .. encode.utf16be(TEXT), UTF16 },
    { "UTF-16, little-endian, without a mark", encode.utf16le(TEXT), UTF16 },
    { "UTF-16, big-endian, without a mark", encode.utf16be(TEXT), UTF16 },
    { "Windows-1252", encode.windows_1252(TEXT), { "encoding-converted" } },
  }
  for _, row in ipairs(whole) do
    it("is read: " .. row[1], function()
      local document = imr.parse(row[2])
      assert.are.equal(SUMMARY, document.summary)
      assert.are.equal("upheld", document.issues[1].decision)
      assert.are.same(row[3], codes(document))
    end)
  end

  -- Bytes, what is made of them, and whether that is said.
  local pieces = {
    { "UTF-8 of two bytes", "caf\xC3\xA9 noir", "café noir", false },
    { "UTF-8 of three bytes", "an \xE2\x80\x9Cold\xE2\x80\x9D injury", "an “old” injury", false },
    { "UTF-8 of four bytes", "pain \xF0\x9F\x98\x90 of six", "pain 😐 of six", false },
    { "Windows-1252 quotes", "an \x93old\x94 injury", "an “old” injury", true },
    { "Windows-1252 in the upper half", "caf\xE9 noir, 35\xB0", "café noir, 35°", true },
    { "Windows-1252 white space", "Dr.\xA0Who", "Dr. Who", true },
    { "UTF-8 and Windows-1252 in one text", "caf\xC3\xA9 or caf\xE9", "café or café", true },
    { "a byte that Windows-1252 does not have", "a\x81b", "a\u{FFFD}b", true },
    { "UTF-8 that is longer than it must be", "a\xC0\xAFb", "aÀ¯b", true },
    { "UTF-8 beyond Unicode", "a\xF4\xB0\xB0\xB0b", "aô°°°b", true },
    { "half a surrogate pair in UTF-8", "a\xED\xB0\xB1b", "aí°±b", true },
    { "UTF-8 that breaks off", "caf\xC3 noir", "cafÃ noir", true },
    { "UTF-8 that goes on without a beginning", "a\xBFb", "a¿b", true },
  }
  for _, row in ipairs(pieces) do
    it("is read: " .. row[1], function()
      local document = with_summary("It was " .. row[2] .. ", they say.")
      assert.are.equal("It was " .. row[3] .. ", they say.", document.summary)
      assert.are.same(row[4] and { "encoding-converted" } or {}, codes(document))
    end)
  end

  it("is told by a diagnostic at the first byte that is not UTF-8", function()
    local text = letter.text { summary = "A café.\nThen an \x93old\x94 injury." }
    local diagnostic = imr.parse(text).diagnostics[1]
    local line_start = text:find("Then an", 1, true)
    local _, breaks = text:sub(1, line_start):gsub("\n", "")
    assert.are.equal(text:find("\x93", 1, true), diagnostic.offset)
    assert.are.same({ breaks + 1, #"Then an " + 1 }, { diagnostic.line, diagnostic.column })
  end)

  it("keeps the places of other diagnostics in the bytes of the source", function()
    local text = letter.text { summary = "“Café” – 35°.", issues = { { rationale = "" }, {} } }
    local document = imr.parse(encode.UTF16LE_MARK .. encode.utf16le(text))
    local plain = imr.parse(text)
    assert.are.same({ "encoding-converted", "empty-rationale" }, codes(document))
    local before = text:sub(1, plain.diagnostics[1].offset - 1)
    local diagnostic = document.diagnostics[2]
    assert.are.equal(2 + #encode.utf16le(before) + 1, diagnostic.offset)
    assert.are.equal(plain.diagnostics[1].line, diagnostic.line)
  end)

  it("survives an odd byte at the end of UTF-16", function()
    local document = imr.parse(encode.UTF16LE_MARK .. encode.utf16le(TEXT .. " ") .. "x")
    assert.are.equal(SUMMARY, document.summary)
    assert.are.equal("The request is not medically necessary. \u{FFFD}", document.issues[1].rationale)
  end)

  it("survives half a surrogate pair in UTF-16", function()
    local text = encode.utf16le(TEXT):gsub("E\0l\0b\0o\0w\0", "")
    local at = text:find(encode.utf16le "elbow", 1, true)
    local lone = text:sub(1, at - 1) .. "\x3D\xD8" .. text:sub(at)
    assert.are.equal((SUMMARY:gsub("elbow", "\u{FFFD}elbow")), imr.parse(encode.UTF16LE_MARK .. lone).summary)
  end)
end)

describe("white space", function()
  local rows = {
    { "runs of blanks", "one  two     three", "one two three" },
    { "tabs", "one\ttwo \t three", "one two three" },
    { "no-break spaces", "one\u{A0}two \u{A0} three", "one two three" },
    { "narrow, thin and wide spaces", "one\u{202F}two\u{2009}three\u{3000}four", "one two three four" },
    { "line breaks", "one\ntwo\r\nthree\rfour", "one two three four" },
    { "a vertical tab", "one\vtwo", "one two" },
    { "a form feed in a line", "one\ftwo", "one two" },
    { "next line, line and paragraph separators", "one\u{85}two\u{2028}three\u{2029}four", "one two three four" },
    { "blanks around line breaks", "one  \n  two\t\n\tthree", "one two three" },
    { "blank lines", "one\n\n\ntwo\n \n\t\nthree", "one two three" },
    { "a line of nothing that is seen", "one\n\u{200B}\ntwo\n\u{FEFF} \nthree", "one two three" },
    { "the gap of a redaction", "seen by Dr.  on  of the year", "seen by Dr. on of the year" },
  }
  for _, row in ipairs(rows) do
    it("is one blank: " .. row[1], function()
      local document = with_summary("Seen: " .. row[2] .. ".")
      assert.are.equal("Seen: " .. row[3] .. ".", document.summary)
      assert.are.same({}, document.diagnostics)
    end)
  end

  it("is not what a character ends in", function()
    for _, character in ipairs { "à", "Å", "ą", "†", "慠", "𐂠", "😅" } do
      local summary = ("A %s\n%s\tB%s"):format(character, character, character)
      assert.are.equal(("A %s %s B%s"):format(character, character, character), with_summary(summary).summary)
    end
  end)

  it("is folded in headings and lists, too", function()
    local document = imr.parse(letter.text {
      state = "New\u{A0}York,\tNew  Jersey",
      specialty = "Internal\t Medicine,\u{A0}Pain\u{A0}Medicine",
      issues = { { treatment = "MRI   of the\tleft\u{A0}knee" } },
    })
    assert.are.same({ "New York", "New Jersey" }, document.reviewer.licensure)
    assert.are.same({ "Internal Medicine", "Pain Medicine" }, document.reviewer.specialties)
    assert.are.equal("MRI of the left knee", document.issues[1].treatment)
  end)

  local unseen = {
    { "zero-width spaces and joiners", "lum\u{200B}bar spi\u{2060}ne", "lumbar spine" },
    { "soft hyphens", "radi\u{AD}culo\u{AD}pathy", "radiculopathy" },
    { "marks of direction", "the \u{200E}left\u{200F} knee", "the left knee" },
    { "byte order marks", "the \u{FEFF}left knee", "the left knee" },
  }
  for _, row in ipairs(unseen) do
    it("that takes no room is left out: " .. row[1], function()
      local document = with_summary("Seen: " .. row[2] .. ".")
      assert.are.equal("Seen: " .. row[3] .. ".", document.summary)
      assert.are.same({}, document.diagnostics)
    end)
  end
end)

describe("ligatures and hyphens that do not break", function()
  -- The letter with every such sign in it that a typesetter might put there.
  local function typeset(text)
    local signs = { ffi = "ﬃ", ffl = "ﬄ", ff = "ﬀ", fi = "ﬁ", fl = "ﬂ" }
    for _, plain in ipairs { "ffi", "ffl", "ff", "fi", "fl" } do
      text = text:gsub(plain, signs[plain])
    end
    return (text:gsub("(%w)%-(%w)", "%1\u{2011}%2"))
  end

  -- As it was before, for values that are as printed.
  local function plain(value)
    if type(value) == "table" then
      local copy = {}
      for key, inner in pairs(value) do
        copy[key] = plain(inner)
      end
      return copy
    elseif type(value) ~= "string" then
      return value
    end
    local signs = { ["ﬃ"] = "ffi", ["ﬄ"] = "ffl", ["ﬀ"] = "ff", ["ﬁ"] = "fi", ["ﬂ"] = "fl", ["\u{2011}"] = "-" }
    return (value:gsub("[\xE2\xEF][\x80\xAC][\x80-\x91]", signs))
  end

  local TEXT = letter.text {
    specialty = "Physical Medicine & Rehabilitation, First-Aid Medicine",
    summary = "A 48-year-old office worker was injured on 10-11-2013. She was diagnosed with post-traumatic "
      .. "stiffness of the left knee. On 09-20-2016 utilization review non-certified the requests.",
    issues = {
      {
        treatment = "Flector patch 1.3% #30 with 2-3 refills",
        administrator = "Decision based on Non-MTUS Citation Official Disability Guidelines.",
        reviewer = "Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): "
          .. "Anti-inflammatory medications, pages 63-66.",
        rationale = "No benefit is filed. It is non-medically sufficient, so it is not-medically necessary.",
      },
    },
  }

  it("change nothing of what is read", function()
    local want, got = imr.parse(TEXT), imr.parse(typeset(TEXT))
    for _, document in ipairs { want, got } do
      for _, diagnostic in ipairs(document.diagnostics) do
        diagnostic.line, diagnostic.column, diagnostic.offset = nil, nil, nil
      end
    end
    assert.are.equal("denied", want.ur.action)
    assert.are.equal("not medically necessary", want.issues[1].conclusion)
    assert.are.same(plain(want), plain(got))
  end)

  it("stay in the values", function()
    local document = imr.parse(typeset(TEXT))
    assert.are.equal("Flector patch 1.3% #30 with 2\u{2011}3 reﬁlls", document.issues[1].treatment)
    local specialties = { "Physical Medicine & Rehabilitation", "First\u{2011}Aid Medicine" }
    assert.are.same(specialties, document.reviewer.specialties)
    assert.truthy(document.summary:find("48\u{2011}year\u{2011}old oﬃce", 1, true))
    assert.truthy(document.issues[1].rationale:find("suﬃcient", 1, true))
  end)

  it("are the hyphen at a line's end as well", function()
    assert.are.equal("It was non\u{2011}certiﬁed.", with_summary("It was non\u{2011}\ncertiﬁed.").summary)
    assert.are.equal("A radiculopathy.", with_summary("A radicul\u{2011}\nopathy.").summary)
    assert.are.equal("A radiculopathy.", imr.parse(encode.windows_1252(letter.text {
      summary = "A radicul\u{AD}\nopathy.",
    })).summary)
  end)

  it("are those of headings and labels", function()
    local text = TEXT:gsub("Claims", "Clai\u{AD}ms"):gsub("MAXIMUS guideline", "MAXI\u{AD}MUS\u{A0}guideline")
    assert.are.equal("", compare.differences(imr.parse(TEXT), imr.parse(text), PLACES))
  end)
end)

describe("a control character", function()
  for _, byte in ipairs { 0x00, 0x01, 0x07, 0x08, 0x0E, 0x1A, 0x1B, 0x1F, 0x7F } do
    it(("is left out, and told of: %02X"):format(byte), function()
      local control = string.char(byte)
      local text = letter.text { summary = "The left" .. control .. " knee is" .. control .. " stiff." }
      local document = imr.parse(text)
      assert.are.equal("The left knee is stiff.", document.summary)
      assert.are.same({ "control-characters" }, codes(document))
      assert.are.equal(text:find(control, 1, true), document.diagnostics[1].offset)
    end)
  end

  it("of the upper half is left out, and told of", function()
    local document = with_summary "The left\u{9B} knee."
    assert.are.equal("The left knee.", document.summary)
    assert.are.same({ "control-characters" }, codes(document))
  end)

  it("alone on its line leaves no blank behind", function()
    assert.are.equal("The left knee.", with_summary("The left\n\1\nknee.").summary)
  end)

  it("that is white space is not one", function()
    assert.are.same({}, with_summary("The\tleft\vknee\fis\rstiff.").diagnostics)
  end)
end)

describe("a hyphen at a line's end", function()
  local rows = {
    -- a word broken in two
    { "radicul-\nopathy", "radiculopathy" },
    { "chondro-\nmalacia", "chondromalacia" },
    { "medica-\ntion", "medication" },
    { "Lum-\nbar", "Lumbar" },
    { "pre-\nscribed", "prescribed" },
    { "po-\nsition", "position" },
    { "con-\n  tinued", "continued" },
    { "radicul- \n\n opathy", "radiculopathy" },
    { "radicul-\r\nopathy", "radiculopathy" },
    { "radicul-\n\n\n\nopathy", "radiculopathy" },
    { "radicul-\n\fopathy", "radiculopathy" },
    { "radicul-\n\n2 | Page\n\fopathy", "radiculopathy" },
    { "radicul\u{AD}\nopathy", "radiculopathy" },
    { "radicul\u{2010}\nopathy", "radiculopathy" },
    -- a word that has its hyphen
    { "non-\ncertified", "non-certified" },
    { "non-\nMTUS", "non-MTUS" },
    { "anti-\ninflammatory", "anti-inflammatory" },
    { "Anti-\ninflammatory", "Anti-inflammatory" },
    { "pre-\nauthorized", "pre-authorized" },
    { "post-\nconcussive", "post-concussive" },
    { "self-\ncare", "self-care" },
    { "x-\nray", "x-ray" },
    { "X-\nrays", "X-rays" },
    { "co-\nworker", "co-worker" },
    { "46-year-\nold", "46-year-old" },
    { "46-\nyear-old", "46-year-old" },
    { "follow-\nup", "follow-up" },
    { "over-the-\ncounter", "over-the-counter" },
    { "non-\n\fcertified", "non-certified" },
    -- numbers, dates, codes
    { "63-\n66", "63-66" },
    { "12-\n31-16", "12-31-16" },
    { "10-30-\n2016", "10-30-2016" },
    { "L4-\nL5", "L4-L5" },
    { "CM16-\n0212345", "CM16-0212345" },
    { "30-\nday", "30-day" },
    -- addresses
    { "http://x.org/low-\nback", "http://x.org/low-back" },
    { "www.x.org/low-\nback", "www.x.org/low-back" },
    -- a dash
    { "pain -\nnot", "pain - not" },
    { "pain - not", "pain - not" },
    { "pain –\nnot", "pain – not" },
    { "10-30- 2016", "10-30- 2016" },
  }
  for _, row in ipairs(rows) do
    it(("makes %q of %q"):format(row[2], row[1]:gsub("%c", " ")), function()
      assert.are.equal("There was " .. row[2] .. " then.", with_summary("There was " .. row[1] .. " then.").summary)
    end)
  end

  local elsewhere = {
    { "Nonsteroidal drugs were used. The non-\nsteroidal drug", "Nonsteroidal drugs were used. The nonsteroidal drug" },
    { "The post-\noperative pain. It is postoperative", "The postoperative pain. It is postoperative" },
    { "The post-\noperative pain. It is post-operative", "The post-operative pain. It is post-operative" },
    { "The evidence-\nbased care. It is evidence-based", "The evidence-based care. It is evidence-based" },
    { "A rule-\nout visit was a rule-out visit", "A rule-out visit was a rule-out visit" },
  }
  for _, row in ipairs(elsewhere) do
    it("goes by how the letter writes the word elsewhere: " .. row[2], function()
      assert.are.equal(row[2] .. ".", with_summary(row[1] .. ".").summary)
    end)
  end

  it("is settled in headings", function()
    local document = imr.parse(letter.text {
      issues = { { treatment = "X-\nray of the lum-\nbar spine, anterior-posterior views, 2015-\n2016" } },
    })
    assert.are.equal("X-ray of the lumbar spine, anterior-posterior views, 2015-2016", document.issues[1].treatment)
  end)

  it("keeps the kind of hyphen that was written", function()
    local summary = "A 48\u{2011}year\u{2010}old man – once—twice."
    assert.are.equal(summary, with_summary(summary).summary)
  end)
end)

describe("page furniture", function()
  local BEFORE, AFTER = "The left knee", "is stiff."

  local furniture = {
    { "Page 2", "\nPage 2\n" },
    { "Page 2 of 5", "\nPage 2 of 5\n" },
    { "PAGE 2 OF 5", "\nPAGE 2 OF 5\n" },
    { "Page 2/5", "\nPage 2/5\n" },
    { "2 | Page", "\n2 | Page\n" },
    { "2 | P a g e", "\n2 | P a g e\n" },
    { "Page | 2", "\nPage | 2\n" },
    { "Pg. 2", "\nPg. 2\n" },
    { "a centred number between no-break spaces", "\n\u{A0}\u{A0} Page\u{A0}2 of\u{A0}5 \n" },
    { "a number alone before a form feed", "\n\n2\n\f" },
    { "a number alone behind a form feed", "\n\f2\n\n" },
    { "- 2 - before a form feed", "\n\n- 2 -\n\f" },
    { "2 of 5 before a form feed", "\n2 of 5\n\f" },
    { "a running title", "\nFinal Determination Letter for IMR Case Number CM16-0212345\n" },
    { "a running title with the page", "\nFinal Determination Letter for IMR Case Number CM16-0212345 2\n\f" },
    { "a title with soft hyphens", "\n\fFinal Deter\u{AD}mination Letter for IMR Case Number CM16\u{2011}0212345\n" },
    { "a case number alone behind a form feed", "\n\fCM16-0212345\n" },
    { "a case number and the form's version", "\n\n\fCM16-0212345\nIMR Version 3.1\n\n" },
    { "the form's version", "\n\fIMR Version 2\n" },
    { "both ends of a page", "\n2 | Page\n\fFinal Determination Letter for IMR Case Number CM16-0212345\n" },
  }
  for _, row in ipairs(furniture) do
    it("is left out: " .. row[1], function()
      local document = with_summary(BEFORE .. row[2] .. AFTER)
      assert.are.equal(BEFORE .. " " .. AFTER, document.summary)
      assert.are.same({}, document.diagnostics)
    end)
  end

  it("is left out of headings, between labels, and behind the last line", function()
    local document = imr.parse(letter.text {
      issues = {
        {
          treatment = "MRI of the\n\n1 | Page\n\fleft knee",
          administrator = "Decision based on MTUS Knee\nPage 2 of 3\n\fComplaints 2004.",
          rationale = "It is not medically necessary.\n\n3 | Page",
        },
      },
    })
    local issue = document.issues[1]
    assert.are.equal("MRI of the left knee", issue.heading)
    assert.are.equal("Decision based on MTUS Knee Complaints 2004.", issue.administrator_guideline.text)
    assert.are.equal("It is not medically necessary.", issue.rationale)
  end)

  local content = {
    { "a page of a guideline", "See\nPage 303 of the guideline" },
    { "pages of a guideline", "See\nPage(s): 303-304" },
    { "a number alone on its line", "The pain is\n7\nof ten" },
    { "a number that begins a line", "He took\n2 of 5 tablets" },
    { "a sentence on the determination", "The\nfinal determination was upheld" },
    { "a version that is spoken of", "She filled in the\nversion 2 form" },
    { "a case number in a sentence", "It is about\nCM16-0212345\nand no other" },
    { "a page that is spoken of", "The report of\npage 2 is blurred" },
  }
  for _, row in ipairs(content) do
    it("is not " .. row[1], function()
      assert.are.equal(row[2]:gsub("\n", " ") .. ".", with_summary(row[2] .. ".").summary)
    end)
  end
end)

describe("a line whose breaks were lost", function()
  local LONG = ("Nothing else was found, and nothing was asked for. "):rep(6)
  local rows = {
    { "a word that was broken", "She had radicul- opathy of the arm.", "She had radiculopathy of the arm." },
    { "a hyphen that was kept", "It was non- certified then.", "It was non-certified then." },
    { "a hyphen before a link", "The pre- and postoperative care.", "The pre- and postoperative care." },
    { "a dash", "The pain - not the numbness - grew.", "The pain - not the numbness - grew." },
    { "page numbers", "The left Page 1 of 3 knee is Page 2 of 3 stiff.", "The left knee is stiff." },
    { "page numbers with a stroke", "The left 1 | Page knee is 2 | Page stiff.", "The left knee is stiff." },
    {
      "running titles",
      "The left Final Determination Letter for IMR Case Number CM16-0212345 1 knee is Final Determination "
        .. "Letter for IMR Case Number CM16-0212345 2 stiff.",
      "The left knee is stiff.",
    },
    { "pages cited", "See Page 75 of 127 and Page 3 of the ODG.", "See Page 75 of 127 and Page 3 of the ODG." },
    { "lists", "Found were: 1. Pain. 2. Stiffness. • A limp.", "Found were: 1. Pain. 2. Stiffness. • A limp." },
  }
  for _, row in ipairs(rows) do
    it("is read as it was: " .. row[1], function()
      local document = with_summary(LONG .. row[2] .. " " .. LONG)
      assert.are.equal(LONG .. row[3] .. " " .. LONG:gsub(" $", ""), document.summary)
      assert.are.same({}, document.diagnostics)
    end)
  end

  it("is no line that a program has broken: its page numbers and hyphens are its own", function()
    for _, summary in ipairs { "The left Page 1 of 3 knee.", "A radicul- opathy." } do
      assert.are.equal(summary, with_summary(summary).summary)
    end
  end)
end)
