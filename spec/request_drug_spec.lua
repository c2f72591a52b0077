-- What a heading says of a drug: its name, its ingredients, its strength.

local request = require "spec.support.request"

describe("request.drug", function()
  request.check("drug", {
    { "Neuropsych eval, 8 units" },
    { "Botox 200 units", "Botox" },
    { "Norco 10/325mg #60", "Norco" },
    { "Ultram (tramadol HCl) 50mg #90", "Ultram" },
    { "Xanax - Alprazolam 1 mg Qty 30", "Xanax" },
    { "Tramadol HCl ER 150mg #30", "Tramadol HCl ER" },
    { "Naproxen sodium 550 mg, sixty count", "Naproxen sodium" },
    { "Anaprox-DS 550mg #60", "Anaprox-DS" },
    { "Seroquel XR 50mg", "Seroquel XR" },
    { "Lidoderm patches 5% #30", "Lidoderm" },
    { "Voltaren 1% gel 100 gm", "Voltaren" },
    { "Fentanyl patch 25 mcg/hr #10", "Fentanyl" },
    { "Zofran ODT 4mg #10", "Zofran" },
    { "Hydrocodone/APAP 5/325mg #40", "Hydrocodone/APAP" },
    { "Hydrocodone (Norco) 10/325 mg", "Hydrocodone" },
    { "1 prescription of Percocet 10/325mg #90", "Percocet" },
    { "Retrospective request for one prescription of Soma 350mg", "Soma" },
    { "Pharmacy purchase of Flector patch 1.3%", "Flector" },
    { "Tylenol #3 #60", "Tylenol #3" },
    { "Norco 10/325mg #60 and Soma 350mg #30", "Norco" },
    -- of two names for one thing, the one that is spelt right
    { "Alprazolm - Xanax 0.5 mg", "Xanax" },
    -- names that no table has, before a weight
    { "Quaxolene 35mg #60", "Quaxolene" },
    { "Quaxolene (diclofenac) 35mg #60", "Quaxolene" },
    -- misspelt by one letter
    { "Cyclobenzaprin 7.5mg #60", "Cyclobenzaprin" },
    -- a compound has none
    { "Flurbiprofen 20%, Lidocaine 5% cream 180gm" },
    { "Gabapentin/Ketoprofen/Lidocaine 10/10/5% 120gm" },
    { "Flurbiprofen 20%, Tramadol 20% in Mediderm base 210 grams" },
    -- what is only used, tested, or not named
    { "Right shoulder injection with Kenalog" },
    { "Trigger point injections x 3 using lidocaine" },
    { "Testosterone level" },
    { "Urine drug screen" },
    { "NSAID medication" },
    { "Muscle relaxant" },
    { "MRI of the left knee" },
    { "Custom orthotics" },
    { "Home health aide, 4 hours a day" },
  })
end)

describe("request.ingredients", function()
  request.check("ingredients", {
    { "Baclofen 10%/ Gabapentin 10%/ Ketoprofen 10% in Mediderm 210gm", { "baclofen", "gabapentin", "ketoprofen" } },
    { "Norco 10/325mg #60", { "hydrocodone", "acetaminophen" } },
    { "NORCO 10/325MG #60", { "hydrocodone", "acetaminophen" } },
    { "Naproxen sodium 550mg", { "naproxen" } },
    { "Prilosec (omeprazole) 20mg #30", { "omeprazole" } },
    { "Xanax - Alprazolam 1 mg Qty 30", { "alprazolam" } },
    { "Hydrocodone (Norco) 10/325 mg", { "hydrocodone", "acetaminophen" } },
    { "Hydrocodone 10mg/Acetaminophen 325mg #60", { "hydrocodone", "acetaminophen" } },
    { "Lidocaine/prilocaine cream", { "lidocaine", "prilocaine" } },
    { "Terocin patches #20", { "lidocaine", "menthol" } },
    { "Quaxolene (diclofenac) 35mg #60", { "diclofenac" } },
    { "Norco 10/325mg #60 and Soma 350mg #30", { "hydrocodone", "acetaminophen" } },
    { "Flurbiprofen 20%, Lidocaine 5% cream 180gm", { "flurbiprofen", "lidocaine" } },
    {
      "Compound: Ketoprofen 20%, Baclofen 2%, Menthol 2% 240gm",
      { "ketoprofen", "baclofen", "menthol" },
    },
    { "Ketoprofen 10%/Cyclobenzaprine 3%/Lidocaine 5% 120 g",
      { "ketoprofen", "cyclobenzaprine", "lidocaine" } },
    -- one letter inserted, left out, replaced; two swapped
    { "Omepraazole 20mg #60", { "omeprazole" } },
    { "Cyclobenzaprin 7.5mg #60", { "cyclobenzaprine" } },
    { "Meloxicem 15mg #30", { "meloxicam" } },
    { "Gabapnetin 300mg #90", { "gabapentin" } },
    { "Pantoprazol", { "pantoprazole" } },
    -- look-alikes
    { "Hydroxyzine 25mg #60", { "hydroxyzine" } },
    { "Hydralazine 25mg #60", { "hydralazine" } },
    { "Celexa 20mg", { "citalopram" } },
    { "Celebrex 200mg", { "celecoxib" } },
    -- two edits away is somebody else's name
    { "Quaxolene 35mg #60" },
    { "Vitamin D level" },
    { "Lumbar traction unit" },
    { "Right shoulder injection with Kenalog" },
  })
end)

describe("request.strength", function()
  request.check("strength", {
    { "Norco 10/325mg #60", "10/325 mg" },
    { "Norco 10/325 mg #60", "10/325 mg" },
    { "PERCOCET 10-325MG #90", "10-325 MG" },
    { "Norco 10/325 #60", "10/325" },
    { "Norco 5-325 #60", "5-325" },
    { "Fentanyl patch 25mcg/hr", "25 mcg/hr" },
    { "Butrans 10 mcg/hour #4", "10 mcg/hour" },
    { "Relistor 12mg/0.6mL #15", "12 mg/0.6mL" },
    { "Duexis 800mg/26.6mg #90", "800 mg/26.6mg" },
    { "Lidoderm 5% patch #30", "5%" },
    { "Lidoderm patch 5 % #30", "5%" },
    { "5% Lidoderm patches #30", "5%" },
    { "Capsaicin .025% cream", ".025%" },
    { "Prilosec (omeprazole 20mg) #60", "20 mg" },
    { "Fioricet 50/325/40mg #60", "50/325/40 mg" },
    { "Vitamin D 50,000 units weekly", "50,000 units" },
    { "Voltaren 1% gel 100 gm", "1%" },
    { "Norco 10/325mg #60 and Soma 350mg #30", "10/325 mg" },
    -- none
    { "Norco #60" },
    { "Norco #60, 1-2 tablets at bedtime" },
    { "Norco #60 between 3/4/14 and 5/6/14" },
    { "Flurbiprofen 20%, Lidocaine 5% cream 180gm" },
    { "Terocin lotion: Capsaicin 0.025%, Menthol 10%, Lidocaine 2.5%" },
    { "Physical therapy 2x6" },
    { "TENS unit, 30 day trial" },
  })
end)
