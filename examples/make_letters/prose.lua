--- The frames of the clinical summary and of the conclusions.

local prose = {}

--- Who the worker is and what happened. `sex` where the frame names it; without it the pronouns do.
prose.openers = {
  { weight = 5, "The [injured worker|patient] is {aged} {worker} who was injured on {doi} when, working as {a} {job}, {he} {how}." },
  { weight = 4, "The injured worker is {aged} {worker} with a date of injury of {doi}. {He} was employed as {a} {job}. On that day {he} {how}." },
  { weight = 3, "This is {aged} {worker}, {a} {job} by trade, who sustained an industrial injury on {doi}. {He} {how} and felt the effects at once." },
  { weight = 3, "The patient is {aged} {job} whose date of injury is {doi}. According to the first report {he} {how}." },
  { weight = 2, "The injured worker sustained an industrial injury on {doi}. {He} is {aged} {worker} who {how} while at work as {a} {job}." },
  { weight = 2, "The claimant, {aged} {worker}, reported an injury of {doi}, when {he} {how}. The occupation is given as {job}." },
}
prose.cumulative = {
  { weight = 1, "The injured worker is {aged} {worker} who claims cumulative trauma from {begun} through {doi}. {He} worked as {a} {job} in that time, and {he} also {how}." },
}
--- Rare letters tell a date of birth and no age.
prose.birthday = {
  { weight = 1, "The patient, whose date of birth is {born}, was injured on {doi}. {He} worked as {a} {job} and {how}." },
}

prose.AGED = { "a {age}-year-old", "a {age} year old", "a {age}-year-old", "a {age} year-old", "a {age} y/o" }

prose.diagnosed = {
  "The {diagnoses} {list}.", "{He} has been diagnosed with {list}.", "The treating diagnoses include {list}.",
  "{He} is being treated for {list}.", "Diagnoses: {list}.",
}

prose.seen = {
  "[At the visit of|In the progress report of|On|In a note dated] {visit}, {complaint}.",
  "The [latest|last] [note|report] is of {visit}. {Complaint}.",
}

prose.examined = { "On examination: {findings}", "{findings}", "The examination is described as follows. {findings}" }

prose.treated = {
  "Treatment to date has consisted of {list}.", "So far {he} has had {list}.",
  "[Earlier|Previous] treatment included {list}.", "Conservative care has been made up of {list}.",
}

prose.work = {
  "{He} is on modified duty.", "{He} has been off work since the injury.",
  "{He} works full time with a limit on lifting of [15|20|25] pounds.", "{He} is temporarily totally disabled.",
  "{He} has gone back to {his} usual work.", "{He} has gone back to work in another post.",
}

--- What doesn't matter for the dispute; the records that a reviewer copies have plenty of it.
prose.asides = {
  "Blood pressure is [124/78|132/84|140/88].", "{He} does not smoke.", "The past history includes high blood pressure.",
  "{He} denies fever and weight loss.", "There is no history of surgery.", "{He} lives with family in a house with stairs.",
  "Bowel and bladder work as before.", "{He} is right-handed.", "The report by Dr.  is dated {visit}.",
  "Sleep is said to be poor.", "{He} takes a tablet for diabetes.", "Appetite is good.", "An interpreter was present.", "{He} is {height} tall.", "{He} uses a home exercise sheet.",
  "The chart by  was received without its last page.",
}

--- The utilization review: by what was done, with and without its date.
prose.ur = {
  denied = {
    "A utilization review [decision|determination] [of|dated] {ur} denied {what}, [because|since] {why}.",
    "On {ur}, Utilization Review non-certified {what}; the reason given was that {why}.",
    "Utilization review of {ur} did not certify {what}, as {why}.",
    "A Utilization Review decision on {ur} did not grant {what} on the ground that {why}.",
    "{What} {was} denied by Utilization Review on {ur}. It held that {why}.",
  },
  modified = {
    "A utilization review [decision|determination] [of|dated] {ur} modified {what}, [because|since] {why}.",
    "On {ur}, Utilization Review modified {what}; the reason given was that {why}.",
    "Utilization Review partially approved {what} on {ur}, as {why}.",
  },
  denied_undated = {
    "Utilization review denied {what}, because {why}.", "Utilization Review did not certify {what}; {why}.",
  },
  modified_undated = { "Utilization review modified {what}, because {why}." },
  mixed = {
    "A utilization review decision of {ur} modified the request for {first} and denied the rest, as {why}.",
    "On {ur}, Utilization Review modified the request for {first}; the other requests were denied.",
  },
}

--- The last word of a rationale. {Item} and {item} name the treatment.
prose.conclusions = {
  upheld = {
    "[Therefore|Accordingly|Thus], {item} {is} not medically necessary.",
    "The request for {item} is not medically necessary.",
    "For these reasons {item} {is} not medically necessary.",
    "As requested, {item} {is} not medically necessary.",
    "Medical necessity of {item} is not established.",
    "The requested treatment is therefore not medically necessary.",
    "On this record {item} cannot be deemed medically necessary.",
  },
  overturned = {
    "[Therefore|Accordingly|Thus], {item} {is} medically necessary.",
    "The request for {item} is medically necessary.",
    "For these reasons {item} {is} medically necessary.",
    "On balance, {item} {is} medically necessary.",
    "The requested treatment is found to be medically necessary.",
  },
}

--- Longer rationales weigh what was brought forward.
prose.weighing = {
  upheld = {
    "The letter of appeal repeats the request and adds no finding.",
    "{He} is {age} and was hurt {since} ago; the course has been slow, but that alone does not answer the question.",
    "The provider's note of {visit} has been read with this in mind.",
    "Were the missing facts supplied with a new request, it could be looked at afresh.",
    "The reviewer sees the burden that the complaints put on {him}, and must still go by what is recorded.",
    "That {he} asks for help is understandable; the record has to say why it should be this.",
    "Nothing in the findings of {visit} sets {him} apart from those for whom the guideline was written.",
    "The papers that came with the application are silent on this.",
    "Other measures that are less costly and better proven have been left aside.",
    "A telephone call of the first reviewer to the office is mentioned and brought nothing new.",
    "For an injury of {since} ago one would look for more than the complaint alone.",
    "An exception to the guideline was neither asked for nor explained.",
  },
  overturned = {
    "The reason given by the claims administrator, that {why}, does not hold up against the note of {visit}.",
    "{He} is {age} and was hurt {since} ago, and simpler measures have had their time.",
    "The amount asked for is in keeping with that use.",
    "Harm is not to be expected, and the effect can be judged at the next visit.",
    "The physician's note of {visit} answers the questions that the first review left open.",
    "In this the present case differs from those that the guideline warns of.",
    "A refusal would most likely lead to treatment that is costlier and riskier.",
    "What is asked for is limited in time and has a stated end.",
  },
}

--- Slips of the pen, as published letters have them.
prose.slips = {
  { "The injured worker is", "The injured workers is" }, { "utilization review", "utilizaton review" },
  { "examination", "exmaination" }, { "physical therapy", "physcial therapy" }, { "treatment", "treament" },
}

return prose
