--- Drugs that are disputed, by class, with what is said for and against them.
---
--- `drugs` are {name, strength, quantities}, `how` ways to take them. `cp` is the section of the
--- chronic pain guideline of 2009 with its pages, `new` title and section from the end of 2017, `odg`
--- chapter and section; a drug with `spine` is for pain of the spine. {drug} is the name, {guide} the guideline that the reviewer cites. Any two
--- sentences of `upheld`, or of `overturned`, may stand together. `story` is what the clinical summary
--- says to that end, `why` what utilization review gave as its reason.

local CATEGORY = "pharmaceuticals"

return {
  {
    id = "opioid", category = CATEGORY, subcategory = "opioid", weight = 25,
    drugs = {
      { "Norco", "10/325 mg", { 60, 90, 120 } }, { "Percocet", "10/325 mg", { 60, 90 } },
      { "Tramadol ER", "150 mg", { 30, 60 } }, { "Ultram", "50 mg", { 60, 90, 120 } },
      { "OxyContin", "20 mg", { 60 }, spine = true }, { "Nucynta", "75 mg", { 60, 90 } },
      { "Morphine sulfate ER", "30 mg", { 60 }, spine = true },
      { "Hydrocodone/acetaminophen", "5/325 mg", { 60, 90 } },
    },
    how = { "one every six hours as needed", "1 tab po q8h prn pain", "one twice a day", "1 by mouth TID" },
    cp = { "Opioids, criteria for use", "76-80" }, new = { "Opioids 2017", "Opioids for Chronic Pain" },
    odg = { "Pain (Chronic)", "Opioids, criteria for use" },
    why = { "no gain in function was documented", "a recent urine drug screen was not in the file",
      "the time for a taper had come" },
    point = {
      "{Guide} ties the continued use of an opioid to a record of less pain, better function, few side effects and no misuse",
      "{Guide} expects a prescriber to show at each visit what the opioid does for daily life, and to lower the dose where it does little",
    },
    upheld = {
      "The notes give a pain score of {vas} with the drug and hardly a point more without it.",
      "What {he} can do at home and at work with {drug}, and could not do without, is nowhere set out.",
      "No signed agreement and no drug screen within the last year are part of the record.",
      "{He} has now taken {drug} for {months}, and every note repeats the one before.",
      "A lowest effective dose has not been looked for.",
    },
    overturned = {
      "With {drug} {he} stands and walks about twice as long as without, which the notes of three visits say in numbers.",
      "The drug screen agrees with what is prescribed, a query of the state's register shows a single prescriber, and an agreement is signed.",
      "Lower doses were tried and {he} lost ground within two weeks.",
      "The dose is well below the daily limit that calls for a specialist.",
    },
    story = {
      upheld = "{He} has taken {drug} for {months}; the effect on daily activities is not described.",
      overturned = "With {drug} pain falls from {vas} to {low}, and {he} cooks, drives and keeps a garden; there are no side effects.",
    },
    advice = "An opioid should not be stopped at once; a gradual taper under supervision is advised.",
  },
  {
    id = "nsaid", category = CATEGORY, subcategory = "NSAID", weight = 14,
    drugs = {
      { "Naproxen", "550 mg", { 60, 90 } }, { "Ibuprofen", "800 mg", { 60, 90 } },
      { "Celebrex", "200 mg", { 30, 60 } }, { "Diclofenac XR", "100 mg", { 30, 60 } },
      { "Mobic", "15 mg", { 30 } }, { "Etodolac", "400 mg", { 60 } }, { "Nabumetone", "750 mg", { 60 } },
    },
    how = { "one twice a day with food", "1 po BID prn", "one daily" },
    cp = { "NSAIDs (non-steroidal anti-inflammatory drugs)", "67-73" },
    new = { "Chronic Pain 2017", "NSAIDs" }, odg = { "Pain (Chronic)", "NSAIDs (non-steroidal anti-inflammatory drugs)" },
    why = { "long use of an anti-inflammatory was not supported", "the benefit was not recorded" },
    point = {
      "{Guide} accepts an anti-inflammatory drug at the lowest dose and for the shortest time that serves the patient",
      "{Guide} regards these drugs as an option for short relief, with an eye on stomach, kidneys and blood pressure",
    },
    upheld = {
      "{He} has taken {drug} for {months}, and the pain score has not moved.",
      "Blood pressure and kidney function have not been looked at since it was begun.",
      "Acetaminophen, which is safer, was not tried first.",
      "A flare that would explain a new course is not described.",
    },
    overturned = {
      "{He} takes {drug} on bad days alone and reports a fall from {vas} to {low} when {he} does.",
      "Inflammation is part of the complaint, and that is what such a drug is made for.",
      "Stomach and kidneys were asked about and tested, without a finding.",
    },
    story = { overturned = "On {drug} pain is {low} out of 10; laboratory results of {study} are normal." },
  },
  {
    id = "relaxant", category = CATEGORY, subcategory = "muscle relaxant", weight = 13,
    regions = { lumbar = true, cervical = true, shoulder = true },
    drugs = {
      { "Cyclobenzaprine", "7.5 mg", { 60, 90 } }, { "Flexeril", "10 mg", { 30, 60, 90 } },
      { "Tizanidine", "4 mg", { 60, 90 } }, { "Soma", "350 mg", { 60 } }, { "Robaxin", "750 mg", { 60, 90 } },
      { "Orphenadrine ER", "100 mg", { 60 } }, { "Baclofen", "10 mg", { 60, 90 } },
    },
    how = { "one at bedtime", "1 tab po TID prn spasm", "one every eight hours as needed" },
    cp = { "Muscle relaxants (for pain)", "63-66" }, new = { "Chronic Pain 2017", "Muscle Relaxants" },
    odg = { "Pain (Chronic)", "Muscle relaxants (for pain)" },
    why = { "the drug is meant for two to three weeks", "spasm was not found" },
    point = {
      "{Guide} keeps muscle relaxants for a short course in an acute flare, as a second choice",
      "{Guide} finds that the gain from a muscle relaxant fades within days and that drowsiness does not",
    },
    upheld = {
      "{He} has been given {drug} month after month for {months}.",
      "The examination of {visit} mentions tender muscles, yet no spasm.",
      "The quantity is that of a standing prescription and not of a short course.",
      "Nothing is said of the effect it has had on movement or sleep.",
    },
    overturned = {
      "The flare is eight days old, with spasm that can be felt and seen.",
      "{He} had not taken a drug of this kind for a long while, and the supply ends within three weeks.",
      "An anti-inflammatory alone had not let {him} sleep.",
    },
    story = { overturned = "Since a flare in the week before the visit, spasm is felt along the {area}." },
  },
  {
    id = "topical", category = CATEGORY, subcategory = "topical analgesic", weight = 10,
    drugs = {
      { "Lidoderm patch", "5%", { 30, 60 } }, { "Voltaren gel", "1%", { 100, 300 } },
      { "Terocin patch", "4-4%", { 30 } }, { "Menthoderm gel", "120 g", { 1, 2 } },
      { "Flector patch", "1.3%", { 30, 60 } },
    },
    how = { "apply to the painful area twice a day", "12 hours on, 12 hours off" },
    cp = { "Topical Analgesics", "111-113" }, new = { "Chronic Pain 2017", "Topical NSAIDs" },
    odg = { "Pain (Chronic)", "Topical analgesics" },
    why = { "oral drugs had not failed", "the product is considered largely experimental" },
    point = {
      "{Guide} calls most creams and patches experimental and turns to them after antidepressants and antiepileptics have failed",
      "{Guide} accepts few topical agents, and those for nerve pain near the surface or for a joint that a gel can reach",
    },
    upheld = {
      "No trial of a tricyclic or of gabapentin is reported.",
      "Tablets are tolerated, and {he} continues to take them.",
      "Where the product is to be applied, and for how long, the request does not say.",
      "The notes do not tell whether an earlier supply was of any help.",
    },
    overturned = {
      "Anti-inflammatory tablets had to be stopped for stomach pain, which the record of {visit} explains.",
      "The painful place lies near the skin, the amount is right for one month, and the first supply helped.",
      "Gabapentin and nortriptyline were each given for more than a month without success.",
    },
    story = { overturned = "Naproxen was stopped on account of stomach pain; {drug} has been of help." },
  },
  {
    id = "compound", category = CATEGORY, subcategory = "topical compound", weight = 4,
    drugs = {
      { "Flurbiprofen 20%/Lidocaine 5% cream", "180 g", { 1 } },
      { "Gabapentin 10%/Amitriptyline 10%/Bupivacaine 5% cream", "240 g", { 1 } },
      { "Cyclobenzaprine 2%/Flurbiprofen 25% cream", "180 g", { 1 } },
    },
    plain = "compounded cream", how = { "apply three times a day" },
    cp = { "Topical Analgesics", "111-113" }, new = { "Chronic Pain 2017", "Other Creams and Ointments" },
    odg = { "Pain (Chronic)", "Compound drugs" },
    why = { "at least one ingredient is not recommended" },
    point = { "{Guide} turns down a mixture as soon as one of its parts is not advised for use on the skin" },
    upheld = {
      "One of the parts of this cream has no accepted use on the skin at all.",
      "Why a mixture should do better than one known agent is not explained.",
      "The record holds no sign of a failed trial by mouth.",
    },
    overturned = {
      "Each part is accepted on the skin, and neither is to be had in a finished product of that strength.",
      "{He} can't take tablets of either kind since a bleeding ulcer.",
    },
    story = { overturned = "{He} had a bleeding ulcer last year and cannot take anti-inflammatory tablets." },
  },
  {
    id = "antiepileptic", category = CATEGORY, subcategory = "anti-epilepsy drug", weight = 13,
    drugs = {
      { "Gabapentin", "300 mg", { 60, 90 } }, { "Neurontin", "600 mg", { 60, 90 } },
      { "Lyrica", "75 mg", { 60 } }, { "Topamax", "50 mg", { 60 } }, { "Gralise", "600 mg", { 30, 60 } },
    },
    how = { "one three times a day", "1 po TID", "one at bedtime" },
    cp = { "Antiepilepsy drugs (AEDs)", "16-22" }, new = { "Chronic Pain 2017", "Anti-Convulsants" },
    odg = { "Pain (Chronic)", "Anti-epilepsy drugs (AEDs) for pain" },
    why = { "nerve pain was not established", "the response to the drug was not given in numbers" },
    point = {
      "{Guide} advises these drugs for pain that comes from a nerve and asks for a fall in pain of about a third",
      "{Guide} judges a trial of such a drug by its effect after some weeks at a sufficient dose",
    },
    upheld = {
      "That the pain comes from a nerve was assumed and not shown by an examination.",
      "How much {drug} has changed the pain is not recorded at any visit.",
      "{He} reports being sleepy by day, and the dose was raised all the same.",
      "After {months} a third less pain should be visible in the notes if the drug worked.",
    },
    overturned = {
      "Burning and tingling along the course of a nerve are described at every visit.",
      "With {drug} the score went from {vas} to {low}, more than the third that is looked for.",
      "{He} sleeps six hours in place of three and has no dizziness.",
      "The dose was brought up slowly and an opioid could be left off.",
    },
    story = {
      overturned = "Burning pain that follows a nerve has fallen from {vas} to {low} since {drug} was begun.",
      upheld = "{Drug} was prescribed {months} ago; the notes do not say what it does.",
    },
  },
  {
    id = "antidepressant", category = CATEGORY, subcategory = "antidepressant", weight = 5,
    drugs = {
      { "Cymbalta", "30 mg", { 30, 60 } }, { "Duloxetine", "60 mg", { 30 } },
      { "Nortriptyline", "25 mg", { 30, 60 } }, { "Trazodone", "50 mg", { 30 } },
      { "Sertraline", "50 mg", { 30 } },
    },
    how = { "one daily", "1 at bedtime" },
    cp = { "Antidepressants for chronic pain", "13-16" }, new = { "Chronic Pain 2017", "Antidepressants" },
    odg = { "Pain (Chronic)", "Antidepressants for chronic pain" },
    why = { "mood and pain were not assessed under treatment" },
    point = { "{Guide} lists antidepressants among the first drugs for nerve pain, with a look at pain, mood, sleep and function after a month" },
    upheld = {
      "No such look is to be found in the notes of the last visits.",
      "Neither nerve pain nor a disorder of mood is diagnosed.",
      "The prescription carries three refills although the drug is new to {him}.",
    },
    overturned = {
      "Mood and sleep scores have come down by half since {drug} was begun.",
      "There is pain of a burning kind, and a tricyclic was not tolerated.",
      "Stopping it in the middle of a good response would be hard to defend.",
    },
  },
  {
    id = "ppi", category = CATEGORY, subcategory = "proton pump inhibitor", weight = 8,
    drugs = {
      { "Omeprazole", "20 mg", { 30, 60 } }, { "Prilosec", "20 mg", { 60 } },
      { "Pantoprazole", "40 mg", { 30 } }, { "Protonix", "20 mg", { 60 } },
    },
    how = { "one daily", "1 po BID" },
    cp = { "NSAIDs, GI symptoms & cardiovascular risk", "68-69" },
    new = { "Chronic Pain 2017", "Proton Pump Inhibitors" }, odg = { "Pain (Chronic)", "Proton pump inhibitors (PPIs)" },
    why = { "no risk to the stomach was shown" },
    point = { "{Guide} offers an acid blocker to those on an anti-inflammatory who are over 65, have had an ulcer or a bleed, or take aspirin, steroids or a blood thinner" },
    upheld = {
      "{He} is {age} and has none of these risks.",
      "Heartburn is asked about in the notes and was not present.",
      "The drug was handed out together with the anti-inflammatory as a matter of routine.",
    },
    overturned = {
      "An ulcer was seen by endoscopy two years ago.",
      "Heartburn came with the anti-inflammatory, left with the acid blocker, and the first is still needed.",
      "{He} also takes a daily aspirin for {his} heart.",
    },
    story = { overturned = "{He} has had a stomach ulcer and takes aspirin every day." },
  },
  {
    id = "benzodiazepine", category = CATEGORY, subcategory = "benzodiazepine", weight = 4,
    drugs = { { "Xanax", "0.5 mg", { 30, 60 } }, { "Valium", "5 mg", { 30 } }, { "Lorazepam", "1 mg", { 30, 60 } } },
    how = { "one daily as needed", "1 po BID prn anxiety" },
    cp = { "Benzodiazepines", "24" }, new = { "Chronic Pain 2017", "Benzodiazepines" },
    odg = { "Pain (Chronic)", "Benzodiazepines" },
    why = { "use beyond four weeks is not supported" },
    point = { "{Guide} limits drugs of this group to four weeks, since the body gets used to them and they are hard to leave" },
    upheld = {
      "Four weeks passed long ago; {he} has had {drug} for {months}.",
      "Drowsiness and the danger of a fall are not weighed anywhere.",
      "Neither a first choice for anxiety nor a plan to end the drug is mentioned.",
    },
    overturned = {
      "The tablets asked for serve to end the drug step by step.",
      "A sudden stop after so long a time could bring on a seizure.",
    },
    story = { overturned = "{Drug} is being reduced by a quarter every two weeks." },
  },
  {
    id = "sleep", category = CATEGORY, subcategory = "sedative-hypnotic", weight = 4,
    drugs = { { "Ambien", "10 mg", { 30 } }, { "Lunesta", "2 mg", { 30 } }, { "Zolpidem", "5 mg", { 30 } } },
    how = { "one at bedtime as needed", "1 po QHS" },
    odg = { "Pain (Chronic)", "Insomnia treatment" }, new = { "Chronic Pain 2017", "Sedative Hypnotics" },
    why = { "the cause of the sleeplessness was not looked into" },
    point = { "{Guide} wants the cause of poor sleep found first, and then a sleeping tablet for no more than some weeks" },
    upheld = {
      "How long {he} lies awake, and why, is not described.",
      "Regular hours, less coffee and the like have not been tried.",
      "{Drug} has been refilled for {months}.",
    },
    overturned = {
      "Sleep habits were gone over, the apnea test was negative, and three weeks are asked for.",
      "{He} sleeps three hours a night since the accident, and this is the first prescription.",
    },
  },
  {
    id = "visco", category = CATEGORY, subcategory = "viscosupplement", weight = 2, regions = { knee = true },
    drugs = { { "Synvisc-One injection to the {side} knee", "48 mg", { 1 } },
      { "Supartz injections to the {side} knee", "25 mg", { 5 } } },
    plain = "hyaluronate", how = { "once a week" },
    odg = { "Knee & Leg", "Hyaluronic acid injections" }, new = { "Knee Disorders 2019", "Viscosupplementation Injections" },
    why = { "severe osteoarthritis was not shown" },
    point = { "{Guide} reserves hyaluronate for osteoarthritis of the knee that causes marked symptoms in spite of exercise, tablets and a steroid injection" },
    upheld = { "The films show mild changes only.", "What a steroid injection achieved is not written down.",
      "The pain under the kneecap that prevails is no indication." },
    overturned = { "Standing films show bone close to bone on the inner side.",
      "Exercise, tablets and two steroid injections have each had their turn." },
    story = { overturned = "Standing films show nearly no joint space on the inner side; two steroid injections wore off in a month." },
  },
  {
    id = "nutrition", category = CATEGORY, subcategory = "nutritional product", weight = 2,
    drugs = { { "Theramine capsules", "90 count", { 1, 2 } }, { "Sentra PM capsules", "60 count", { 1 } } },
    plain = "medical food", how = { "two at bedtime" },
    odg = { "Pain (Chronic)", "Medical food" }, new = { "Chronic Pain 2017", "Complementary or Alternative Treatments" },
    why = { "the product is a food and not a treatment of the injury" },
    point = { "{Guide} accepts a medical food where a disease creates a need for nutrients that a diet can't meet" },
    upheld = { "A need of that kind is not described.", "Studies that would show an effect on pain are few and small.",
      "An ordinary diet supplies the amino acids in question." },
    overturned = { "A dietitian has documented such a need after the loss of part of the bowel.",
      "Blood levels were low and have come up under the product." },
  },
}
