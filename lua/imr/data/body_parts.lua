-- The parts of the body that treatments are for, by the words that name them.

return {
  about = [[
The body parts of the document table and the words and phrases of a treatment's heading that name
them: nouns, singular and plural, the adjectives of the spine's regions and of the abdomen and face,
and clinical abbreviations (Terminologia Anatomica's regions of the body and joints for the nouns;
the abbreviations as in clinical notes). Only words that name the part are here. What merely lies in
it or implies it is not: levels, bones, nerves, tendons, ligaments, operations and syndromes; but
brain and skull are taken for the head, the mandible and the temporomandibular joint for the jaw.
"Lumbosacral" alone names two parts and so none. "Arm" and "leg" without more
stand for the extremity.

A name within one of the phrases of `except` does not count.]],

  fields = {
    {name = "region", type = "string", required = true,
     values = {"head", "spine", "trunk", "upper extremity", "lower extremity"},
     meaning = "the region of the body that it belongs to"},
    {name = "except", type = "list",
     meaning = "phrases that contain a name without meaning the part"},
  },

  entries = {
    -- Head
    ["head"] = {
      region = "head",
      also = {"brain", "skull"},
      except = {
        "femoral head", "humeral head", "radial head", "fibular head", "metatarsal head",
        "metacarpal head", "head of bed", "head of the bed", "head rest", "head-rest", "shower head"
      }
    },
    ["face"] = {
      region = "head",
      also = {"facial", "faces"},
      except = {
        "face to face", "face-to-face", "face mask", "face-mask", "face shield", "full face"
      }
    },
    ["eye"] = {
      region = "head",
      also = {"eyes", "ocular", "eyelid", "eyelids"},
      except = {"eye doctor", "eye movement desensitization"}
    },
    ["ear"] = {region = "head", also = {"ears"}},
    ["jaw"] = {
      region = "head",
      also = {
        "jaws", "mandible", "mandibular", "TMJ", "TMJs", "temporomandibular",
        "temporomandibular joint", "temporomandibular joints", "temporo-mandibular joint"
      }
    },

    -- Spine. "Back", "spine" and levels alone name no part.
    ["cervical spine"] = {
      region = "spine",
      also = {
        "cervical", "cervical spines", "C-spine", "C spine", "C/S", "neck", "necks", "neck region"
      },
      except = {
        "urine c/s", "wound c/s", "c/s culture", "femoral neck", "humeral neck", "radial neck", "neck of the femur", "bladder neck",
        "cervical cancer"
      }
    },
    ["thoracic spine"] = {
      region = "spine",
      also = {
        "thoracic", "thoracic spines", "T-spine", "T spine", "T/S", "dorsal spine", "mid back", "mid-back",
        "midback", "middle back", "upper back", "upper-back"
      },
      except = {
        "thoracic outlet", "thoracic surgeon", "thoracic surgery", "thoracic surgeons",
        "thoracic aorta", "thoracic duct"
      }
    },
    ["lumbar spine"] = {
      region = "spine",
      also = {
        "lumbar", "lumbar spines", "low back", "low-back", "lower back", "lower-back", "lowback",
        "L-spine", "L spine", "LS spine", "LS-spine", "L/S spine", "L-S spine", "L/S",
        "lumbosacral spine", "lumbo-sacral spine", "lumbar sacral spine", "lumbar-sacral spine",
        "lumbar/sacral spine", "lumbar region"
      },
      except = {"lumbar puncture"}
    },
    ["sacroiliac joint"] = {
      region = "spine",
      also = {
        "sacroiliac joints", "sacroiliac", "sacro-iliac", "sacro-iliac joint", "sacro-iliac joints",
        "sacral iliac joint", "SI joint", "SI joints", "S.I. joint", "S.I. joints", "S-I joint",
        "S/I joint", "SIJ", "SI-joint", "SI-joints"
      }
    },

    -- Trunk
    ["chest"] = {region = "trunk", also = {"chest wall", "thorax", "rib cage", "ribcage"}},
    ["abdomen"] = {region = "trunk", also = {"abdominal"}},
    ["groin"] = {region = "trunk", also = {"groins", "inguinal region", "inguinal area"}},

    -- Upper extremity. Not named by "rotator cuff", "carpal tunnel", "trapezius", "clavicle".
    ["shoulder"] = {
      region = "upper extremity",
      also = {
        "shoulders", "shoulder joint", "shoulder girdle", "shoulder blade", "shoulder blades"
      },
      except = {"shoulder bag", "shoulder strap", "shoulder surgeon", "shoulder specialist"}
    },
    ["elbow"] = {
      region = "upper extremity",
      also = {"elbows"},
      except = {"elbow crutch", "elbow crutches"}
    },
    ["forearm"] = {
      region = "upper extremity",
      also = {"forearms", "fore-arm", "fore arm"},
      except = {"forearm crutch", "forearm crutches"}
    },
    ["wrist"] = {region = "upper extremity", also = {"wrists"}},
    ["hand"] = {
      region = "upper extremity",
      also = {"hands"},
      except = {
        "hand held", "hand-held", "hand control", "hand controls", "hand rail", "hand rails",
        "hand-rail", "hand-rails", "hand grip", "hand grips", "hand surgeon", "hand surgeons",
        "hand specialist", "hand therapist", "hand doctor", "hand delivered", "hand out",
        "hands free", "hands-free", "hands on", "hands-on", "second hand", "on hand", "by hand"
      }
    },
    ["finger"] = {
      region = "upper extremity",
      also = {"fingers", "fingertip", "fingertips", "finger tip", "finger tips"},
      except = {"finger stick", "finger-stick", "finger sticks", "finger pulse", "finger oximeter"}
    },
    ["thumb"] = {
      region = "upper extremity",
      also = {"thumbs"},
      except = {"thumb drive"}
    },
    ["upper extremity"] = {
      region = "upper extremity",
      also = {
        "upper extremities", "upper limb", "upper limbs", "upper ext", "upper arm", "upper arms",
        "arm", "arms", "UE", "UEs", "BUE", "RUE", "LUE"
      },
      except = {"arm rest", "arm rests", "arm-rest", "arm board"}
    },

    -- Lower extremity
    ["hip"] = {region = "lower extremity", also = {"hips", "hip joint", "hip joints"}},
    ["thigh"] = {
      region = "lower extremity",
      also = {
        "thighs", "upper leg", "upper legs", "above-knee", "above knee", "above the knee",
        "above-the-knee"
      },
      except = {"thigh high", "thigh-high"}
    },
    ["knee"] = {
      region = "lower extremity",
      also = {"knees", "knee joint", "knee joints"},
      except = {
        "knee high", "knee-high", "knee walker", "knee scooter", "knee surgeon", "knee specialist"
      }
    },
    ["lower leg"] = {
      region = "lower extremity",
      also = {
        "lower legs", "calf", "calves", "shin", "shins", "below-knee", "below knee",
        "below the knee", "below-the-knee"
      }
    },
    ["ankle"] = {region = "lower extremity", also = {"ankles"}},
    ["foot"] = {
      region = "lower extremity",
      also = {"feet"},
      except = {
        "foot drop", "foot rest", "foot rests", "foot-rest", "foot-rests", "foot stool",
        "foot pump", "foot board", "foot specialist", "foot doctor", "square feet", "square foot",
        "cubic feet", "linear feet"
      }
    },
    ["toe"] = {
      region = "lower extremity",
      also = {"toes", "hallux"},
      except = {"heel to toe", "heel-to-toe"}
    },
    ["lower extremity"] = {
      region = "lower extremity",
      also = {
        "lower extremities", "lower limb", "lower limbs", "lower ext", "leg", "legs", "LE", "LEs",
        "BLE", "RLE", "LLE"
      },
      except = {
        "leg rest", "leg rests", "leg-rest", "leg-rests", "leg bag", "leg bags", "leg length"
      }
    },
  },
}
