--- What was hurt: per region how it came about, what is complained of and found, and what the
--- parts of the guidelines on it are called.
---
--- `sided` regions say {sided} as "right knee"; `how` follows "when {he}". In `findings`, `studies`
--- and `tried` are whole sentences, in `diagnoses` conditions. `acoem` is the chapter of 2004 with
--- the pages of its sections, `mtus` its title then, `disorders` its title from the end of 2017.

local bodies = {}

bodies.lumbar = {
  weight = 30, part = "lumbar spine", area = "low back",
  events = {
    { "order picker", "bent and twisted to lift a case of bottled water" },
    { "nursing assistant", "was turning a heavy resident in bed" },
    { "plumber", "carried a cast iron tub down a flight of stairs" },
    { "delivery driver", "stepped off the tailgate with a parcel in both arms" },
    { "groundskeeper", "started a jammed trencher for the third time" },
    { "baker", "heaved a sack of flour onto a high shelf" },
    { "hotel housekeeper", "pulled a king size mattress away from the wall" },
    { "carpet layer", "slid a roll of carpet off the truck" },
  },
  complaints = {
    "{He} [reports|describes] aching across the low back, rated {vas}/10, that runs down the {side} leg to the calf",
    "The low back pain stands at {vas} out of 10 and is worse on rising from a chair",
    "There is constant low back pain of {vas}/10 with tingling along the outer border of the {side} foot",
    "{He} tells of stiffness every morning and of low back pain up to {vas}/10 by the end of the day",
  },
  findings = {
    "Forward bending stops at [40|45|50|60] degrees and the paraspinal muscles are tender on both sides.",
    "Straight leg raising is positive on the {side} at [40|45|50] degrees.",
    "The knee and ankle reflexes are present and equal.",
    "There is less feeling over the {side} L5 dermatome and big toe extension is graded 4/5.",
    "{He} walks with a slight limp and can rise on heels and toes.",
    "Facet loading is painful on both sides, and extension hurts more than flexion.",
  },
  studies = {
    "An MRI of {study} shows a [3|4|5] mm disc protrusion at L4-5 with mild narrowing of both foramina.",
    "Films taken on {study} show loss of disc height at L5-S1 and no fracture.",
    "The MRI dated {study} is read as facet arthropathy at L4-5 and L5-S1 without nerve contact.",
    "No imaging report is in the file.",
  },
  diagnoses = { "lumbar radiculopathy", "lumbar strain", "lumbar disc displacement", "lumbar spondylosis",
    "lumbar facet arthropathy", "sciatica", "chronic low back pain" },
  tried = {
    "{visits} visits of physical therapy", "naproxen", "a lumbar support", "one epidural injection",
    "a home exercise program", "chiropractic care",
  },
  acoem = { chapter = 12, ["Special Studies"] = "303-305", ["Physical Methods"] = "298-301",
    ["Initial Care"] = "299-301", ["Surgical Considerations"] = "305-307" },
  mtus = "Low Back Complaints", disorders = "Low Back Disorders",
  odg = "Low Back - Lumbar & Thoracic (Acute & Chronic)",
}

bodies.cervical = {
  weight = 14, part = "cervical spine", area = "neck",
  events = {
    { "school bus driver", "was rear-ended at a crossing" },
    { "dental hygienist", "leaned over the chair through a double shift" },
    { "electrician", "struck the top of {his} head on a beam" },
    { "call center agent", "reached for a falling monitor" },
    { "forklift operator", "backed into a loading dock" },
    { "house painter", "slipped from the second rung and jerked {his} head back" },
  },
  complaints = {
    "{He} has neck pain of {vas}/10 that spreads into the {side} shoulder blade and arm",
    "Neck pain, {vas} out of 10, comes with headaches on most afternoons",
    "The complaint is of a stiff neck, {vas}/10 at worst, and numb fingers of the {side} hand at night",
  },
  findings = {
    "Rotation to the {side} is limited to [45|50|55] degrees.",
    "Spurling's maneuver is positive on the {side}.",
    "The trapezius muscles are tight and tender.",
    "Feeling is dull over the {side} C6 dermatome; the biceps reflex is weaker on that side.",
    "Grip is equal on both sides, and the gait is normal.",
  },
  studies = {
    "An MRI of {study} shows disc bulges at C5-6 and C6-7 with moderate narrowing of the {side} foramen at C5-6.",
    "Plain films of {study} show straightening and small spurs at C5-6.",
    "Electrodiagnostic studies have not been performed.",
  },
  diagnoses = { "cervical radiculopathy", "cervical strain", "cervical disc degeneration", "cervicalgia",
    "cervicogenic headache", "cervical spondylosis" },
  tried = {
    "{visits} visits of physical therapy", "ibuprofen", "a soft collar", "[four|six] sessions of acupuncture",
    "home traction", "moist heat",
  },
  acoem = { chapter = 8, ["Special Studies"] = "177-179", ["Physical Methods"] = "173-175",
    ["Initial Care"] = "174-175", ["Surgical Considerations"] = "179-181" },
  mtus = "Neck and Upper Back Complaints", disorders = "Cervical and Thoracic Spine Disorders",
  odg = "Neck & Upper Back",
}

bodies.shoulder = {
  weight = 16, part = "shoulder", area = "shoulder", sided = true,
  events = {
    { "stock clerk", "pulled down a box from above {his} head" },
    { "firefighter", "threw a charged hose line over the arm" },
    { "window installer", "caught a pane that slid off the rack" },
    { "farm worker", "fell on the outstretched arm between two rows" },
    { "laundry worker", "wrenched the arm on a stuck dryer door" },
    { "mail carrier", "was pulled forward by a dog on the mail bag" },
  },
  complaints = {
    "{He} has {side} shoulder pain of {vas}/10 on reaching above the head and when lying on that side",
    "Pain in the {side} shoulder is {vas} out of 10 and wakes {him} two or three times a night",
    "The {side} shoulder catches and aches, {vas}/10, when {he} lifts more than ten pounds",
  },
  findings = {
    "Abduction reaches [80|90|100|120] degrees, with a painful arc.",
    "Neer's and Hawkins' tests are positive.",
    "External rotation against resistance is graded 4/5.",
    "The acromioclavicular joint is tender, and the cross-arm test hurts.",
    "The drop arm test is negative and the skin and pulses are normal.",
  },
  studies = {
    "An MRI of {study} reports a partial tear of the supraspinatus tendon and fluid in the bursa.",
    "Radiographs of {study} show a hooked acromion and no fracture.",
    "An MRI arthrogram of {study} shows fraying of the superior labrum.",
  },
  diagnoses = { "{side} shoulder impingement syndrome", "{side} rotator cuff tear", "{side} shoulder strain",
    "adhesive capsulitis of the {side} shoulder", "{side} biceps tendinitis" },
  tried = {
    "{visits} visits of physical therapy", "naproxen", "one subacromial injection with relief for two weeks",
    "ice", "a home exercise program", "a sling for a short while",
  },
  acoem = { chapter = 9, ["Special Studies"] = "207-209", ["Physical Methods"] = "203-205",
    ["Initial Care"] = "203-204", ["Surgical Considerations"] = "209-211" },
  mtus = "Shoulder Complaints", disorders = "Shoulder Disorders", odg = "Shoulder",
}

bodies.knee = {
  weight = 14, part = "knee", area = "knee", sided = true,
  events = {
    { "tile setter", "stood up from a kneel and felt a pop" },
    { "security officer", "gave chase across a wet parking lot and fell" },
    { "roofer", "slid down a ladder and landed hard on one leg" },
    { "preschool teacher", "tripped over a toy chest" },
    { "mechanic", "twisted the leg stepping out of the pit" },
    { "meter reader", "stepped into a covered hole" },
  },
  complaints = {
    "{He} has {side} knee pain of {vas}/10 with swelling after an hour on {his} feet",
    "The {side} knee gives way on stairs and hurts, {vas} out of 10, at the inner joint line",
    "There is catching and pain of {vas}/10 in the {side} knee when squatting",
  },
  findings = {
    "Flexion reaches [100|110|120] degrees, and there is a small effusion.",
    "McMurray's test is positive on the inner side.",
    "The ligaments are stable and the patella grinds.",
    "The thigh is [1|1.5|2] cm thinner than on the other side.",
    "{He} walks with a cane in the opposite hand.",
  },
  studies = {
    "An MRI of {study} shows a tear of the posterior horn of the medial meniscus.",
    "Standing films of {study} show narrowing of the medial compartment.",
    "The MRI of {study} reports softening of the patellar cartilage.",
  },
  diagnoses = { "{side} knee medial meniscus tear", "{side} knee osteoarthritis",
    "chondromalacia of the {side} patella", "{side} knee sprain", "{side} knee internal derangement" },
  tried = {
    "{visits} visits of physical therapy", "a hinged brace", "ibuprofen", "one steroid injection",
    "exercise at home", "weight loss of eleven pounds",
  },
  acoem = { chapter = 13, ["Special Studies"] = "341-343", ["Physical Methods"] = "337-338",
    ["Initial Care"] = "338-340", ["Surgical Considerations"] = "343-345" },
  mtus = "Knee Complaints", disorders = "Knee Disorders", odg = "Knee & Leg",
}

bodies.wrist = {
  weight = 10, part = "wrist", area = "wrist", sided = true,
  events = {
    { "data entry clerk", "typed through a backlog until the hand went numb" },
    { "butcher", "boned hams on a new and faster line" },
    { "cook", "put out a hand to break a fall on a greasy floor" },
    { "machinist", "held a part that spun loose on the lathe" },
    { "hair stylist", "held a dryer through a shift without a break" },
  },
  complaints = {
    "{He} wakes with a numb {side} hand and has wrist pain of {vas}/10 at work",
    "The {side} wrist aches, {vas} out of 10, and {he} drops cups",
    "Pain on the thumb side of the {side} wrist is {vas}/10 with gripping",
  },
  findings = {
    "Tinel's and Phalen's signs are positive on the {side}.",
    "Finkelstein's test hurts and the first compartment is tender.",
    "Two-point discrimination is [6|7|8] mm in the median fingers.",
    "There is no wasting of the thumb muscles, and grip is [18|22|26] kg.",
    "Wrist movement is full but for the last ten degrees of flexion.",
  },
  studies = {
    "Nerve conduction studies of {study} show moderate slowing of the median nerve at the {side} wrist.",
    "Films of {study} are normal.",
    "No electrical study is on file.",
  },
  diagnoses = { "{side} carpal tunnel syndrome", "{side} de Quervain's tenosynovitis", "{side} wrist sprain",
    "tendinitis of the {side} wrist" },
  tried = {
    "a night splint", "{visits} visits of hand therapy", "naproxen", "one injection of the carpal tunnel",
    "a change of keyboard",
  },
  acoem = { chapter = 11, ["Special Studies"] = "268-269", ["Physical Methods"] = "263-265",
    ["Initial Care"] = "263-266", ["Surgical Considerations"] = "270-271" },
  mtus = "Forearm, Wrist, and Hand Complaints", disorders = "Hand, Wrist, and Forearm Disorders",
  odg = "Forearm, Wrist & Hand",
}

bodies.ankle = {
  weight = 6, part = "ankle", area = "ankle", sided = true,
  events = {
    { "letter carrier", "rolled the foot on a broken curb" },
    { "nurse", "slipped on a wet ramp" },
    { "warehouse lead", "was struck by a rolling cage cart" },
    { "landscaper", "stepped off a retaining wall" },
  },
  complaints = {
    "{He} has {side} ankle pain of {vas}/10 and swelling at the end of a shift",
    "The {side} ankle gives way on uneven ground and hurts {vas} out of 10",
  },
  findings = {
    "The outer ligaments are tender and the drawer test is slightly positive.",
    "Dorsiflexion is ten degrees short of the other side.",
    "{He} can do [three|five|eight] single heel raises.",
    "Pulses and feeling in the foot are normal.",
  },
  studies = {
    "Films of {study} show no fracture.",
    "An MRI of {study} shows a sprain of the anterior talofibular ligament and some fluid along the peroneal tendons.",
  },
  diagnoses = { "{side} ankle sprain", "{side} Achilles tendinitis", "{side} plantar fasciitis",
    "instability of the {side} ankle" },
  tried = { "a walking boot", "{visits} visits of physical therapy", "ibuprofen", "taping", "shoe inserts" },
  acoem = { chapter = 14, ["Special Studies"] = "372-374", ["Physical Methods"] = "369-371",
    ["Initial Care"] = "369-370", ["Surgical Considerations"] = "374-375" },
  mtus = "Ankle and Foot Complaints", disorders = "Ankle and Foot Disorders", odg = "Ankle & Foot",
}

bodies.elbow = {
  weight = 4, part = "elbow", area = "elbow", sided = true,
  events = {
    { "cabinet maker", "drove screws overhead for two days" },
    { "cashier", "swung a heavy bag across the counter" },
    { "bricklayer", "lifted a concrete block with one arm" },
  },
  complaints = {
    "{He} has pain of {vas}/10 at the outer side of the {side} elbow when gripping",
    "The {side} elbow hurts {vas} out of 10 and the small finger tingles",
  },
  findings = {
    "The lateral epicondyle is tender and resisted wrist extension hurts.",
    "Elbow movement is full, and grip is two thirds of the other side.",
    "Tapping behind the elbow sends tingling into the small finger.",
  },
  studies = { "Films of {study} are normal.", "No study has been made." },
  diagnoses = { "{side} lateral epicondylitis", "{side} cubital tunnel syndrome", "{side} elbow strain" },
  tried = { "a counterforce strap", "{visits} visits of physical therapy", "naproxen", "one steroid injection" },
  acoem = { chapter = 10, ["Special Studies"] = "42-43", ["Physical Methods"] = "26-29",
    ["Initial Care"] = "22-24", ["Surgical Considerations"] = "34-37" },
  mtus = "Elbow Complaints", mtus_year = 2007, disorders = "Elbow Disorders", odg = "Elbow",
}

bodies.psyche = {
  weight = 3, part = "mind", area = "emotional state",
  events = {
    { "bank teller", "was held at gunpoint" },
    { "train operator", "witnessed a fatal accident on the tracks" },
    { "emergency dispatcher", "took a call that ended in a death" },
    { "retail manager", "was threatened with a knife by a shoplifter" },
  },
  complaints = {
    "{He} reports broken sleep, dread before each shift and a low mood on most days",
    "There are nightmares twice a week, irritability and a loss of interest in friends",
  },
  findings = {
    "{He} is tearful, oriented, and without thoughts of self-harm.",
    "The Beck Depression Inventory is [22|26|31] and the Beck Anxiety Inventory [19|24|28].",
    "Speech is slow and concentration wanders.",
  },
  studies = { "Psychological testing of {study} is in keeping with the complaints." },
  diagnoses = { "posttraumatic stress disorder", "major depressive disorder", "adjustment disorder with anxiety",
    "generalized anxiety disorder" },
  tried = { "[four|six|eight] sessions of counseling", "sertraline", "a breathing course", "time off work" },
  acoem = { chapter = 15, ["Special Studies"] = "397-398", ["Physical Methods"] = "399-400",
    ["Initial Care"] = "400-402", ["Surgical Considerations"] = "402-404" },
  mtus = "Stress-Related Conditions", disorders = "Workplace Mental Health", odg = "Mental Illness & Stress",
}

return bodies
