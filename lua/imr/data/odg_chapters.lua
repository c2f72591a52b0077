-- The chapters of the Official Disability Guidelines, in the spellings that letters cite.

return {
  about = [[
Chapters of the Official Disability Guidelines, Treatment in Workers' Comp, and one name for each
chapter: the titles of ODG's table of contents (Work Loss Data Institute; the National Guideline
Clearinghouse listed each chapter as a guideline of that title) with their "(Acute & Chronic)", the
preface and the drug formulary, and the shorter, reordered and colloquial forms that letters write.
The word Chapter is no part of a name: it is taken off before the look-up. A short name may also
begin a section's name ("Pain management programs", "Carpal tunnel release surgery (CTR)"): where
sections.lua has a longer name at the same place, that is meant.]],

  fields = {
    {name = "id", type = "string", required = true,
     meaning = "canonical name of the chapter as a guideline document"},
    {name = "alone", type = "boolean",
     meaning = "the name means the chapter wherever it stands: no section has it"},
  },

  entries = {
    ["Ankle & Foot (Acute & Chronic)"] = {id = "ODG Ankle & Foot", also = {
      "Ankle & Foot", "Ankle and Foot", "Foot & Ankle", "Foot and Ankle", "Ankle", "Foot",
      "Ankle/Foot", "Ankle-Foot", "Foot/Ankle", "Ankle&Foot", "Foot&Ankle", "Ankle & Foot (Acute and Chronic)",
      "Ankle and Foot (Acute & Chronic)", "Ankle and Foot (Acute and Chronic)",
      "Foot & Ankle (Acute & Chronic)", "Foot & Ankle (Acute and Chronic)",
      "Foot and Ankle (Acute & Chronic)", "Foot and Ankle (Acute and Chronic)",
      "Ankle (Acute & Chronic)", "Ankle (Acute and Chronic)"
    }},
    ["Burns"] = {id = "ODG Burns", also = {
      "Burn", "Burns (Acute & Chronic)", "Burns (Acute and Chronic)", "Burn (Acute & Chronic)",
      "Burn (Acute and Chronic)"
    }},
    ["Carpal Tunnel Syndrome (Acute & Chronic)"] = {id = "ODG Carpal Tunnel Syndrome", also = {
      "Carpal Tunnel Syndrome", "Carpal Tunnel", "Carpal Tunnel Syndrome (CTS)", "CTS",
      "Carpal Tunnel Syndrome (Acute and Chronic)", "Carpal Tunnel (Acute & Chronic)",
      "Carpal Tunnel (Acute and Chronic)"
    }},
    ["Diabetes (Type 1, 2, and Gestational)"] = {id = "ODG Diabetes", also = {
      "Diabetes", "Diabetes Mellitus", "Diabetes (Type 1, 2, & Gestational)",
      "Diabetes (Type 1, 2 & Gestational)", "Diabetes (Type 1, 2 and Gestational)",
      "Diabetes (Types 1, 2, & Gestational)", "Diabetes (Types 1, 2, and Gestational)",
      "Diabetes (Types 1, 2 & Gestational)", "Diabetes (Types 1, 2 and Gestational)"
    }},
    ["Elbow (Acute & Chronic)"] = {id = "ODG Elbow", also = {
      "Elbow", "Elbow Complaints", "Elbow & Upper Arm", "Elbow and Upper Arm",
      "Elbow (Acute and Chronic)"
    }},
    ["Eye"] = {id = "ODG Eye", also = {"Eyes", "Eye (Acute & Chronic)", "Eye (Acute and Chronic)"}},
    ["Fitness for Duty"] = {id = "ODG Fitness for Duty", also = {
      "Fitness-for-Duty", "Fitness for Duty (FFD)"
    }},
    ["Forearm, Wrist, & Hand (Acute & Chronic)"] = {id = "ODG Forearm, Wrist & Hand", also = {
      "Forearm, Wrist, & Hand", "Forearm, Wrist, and Hand", "Forearm, Wrist & Hand",
      "Forearm, Wrist and Hand", "Forearm, Wrist, Hand", "Forearm/Wrist/Hand",
      "Forearm/Wrist & Hand", "Forearm/Wrist and Hand", "Forearm, Wrist/Hand", "Forearm-Wrist-Hand",
      "Forearm Wrist & Hand", "Forearm Wrist and Hand", "Forearm Wrist Hand",
      "Hand, Wrist, & Forearm", "Hand, Wrist, and Forearm", "Hand, Wrist & Forearm",
      "Hand, Wrist and Forearm", "Hand/Wrist/Forearm", "Hand, Wrist, Forearm",
      "Wrist, Forearm, & Hand", "Wrist, Forearm, and Hand", "Wrist, Forearm & Hand",
      "Wrist, Forearm and Hand", "Wrist, Hand, & Forearm", "Wrist, Hand, and Forearm",
      "Wrist, Hand & Forearm", "Wrist, Hand and Forearm", "Wrist & Hand", "Wrist and Hand",
      "Hand & Wrist", "Hand and Wrist", "Wrist/Hand", "Hand/Wrist", "Hand", "Wrist", "Forearm",
      "Forearm & Wrist", "Forearm and Wrist", "Forearm, Wrist, & Hand (Acute and Chronic)",
      "Forearm, Wrist, and Hand (Acute & Chronic)", "Forearm, Wrist, and Hand (Acute and Chronic)",
      "Forearm, Wrist & Hand (Acute & Chronic)", "Forearm, Wrist & Hand (Acute and Chronic)",
      "Forearm, Wrist and Hand (Acute & Chronic)", "Forearm, Wrist and Hand (Acute and Chronic)",
      "Wrist & Hand (Acute & Chronic)", "Wrist & Hand (Acute and Chronic)",
      "Wrist and Hand (Acute & Chronic)", "Wrist and Hand (Acute and Chronic)"
    }},
    ["Head (trauma, headaches, etc., not including stress & mental disorders)"] = {
      id = "ODG Head",
      also = {
        "Head (trauma, headaches, etc., not including stress and mental disorders)", "Head",
        "Head (trauma, headaches, etc.)", "Head (trauma, headaches, etc)", "Head Trauma",
        "Headache", "Headaches", "Head (Acute & Chronic)", "Head (Acute and Chronic)"
      }
    },
    ["Hernia"] = {id = "ODG Hernia", also = {
      "Hernias", "Hernia (Acute & Chronic)", "Hernia (Acute and Chronic)",
      "Hernias (Acute & Chronic)", "Hernias (Acute and Chronic)"
    }},
    ["Hip & Pelvis (Acute & Chronic)"] = {id = "ODG Hip & Pelvis", also = {
      "Hip & Pelvis", "Hip and Pelvis", "Hip", "Hip/Pelvis", "Pelvis", "Pelvis & Hip",
      "Pelvis and Hip", "Hip-Pelvis", "Hip&Pelvis", "Hip & Pelvis (Acute and Chronic)",
      "Hip and Pelvis (Acute & Chronic)", "Hip and Pelvis (Acute and Chronic)",
      "Hip (Acute & Chronic)", "Hip (Acute and Chronic)"
    }},
    ["Infectious Diseases"] = {id = "ODG Infectious Diseases", also = {"Infectious Disease"}},
    ["Knee & Leg (Acute & Chronic)"] = {id = "ODG Knee & Leg", also = {
      "Knee & Leg", "Knee and Leg", "Knee", "Leg", "Knee/Leg", "Leg & Knee", "Leg and Knee",
      "Knee-Leg", "Knee&Leg", "Knee & Lower Leg", "Knee and Lower Leg", "Knee & Leg (Acute and Chronic)",
      "Knee and Leg (Acute & Chronic)", "Knee and Leg (Acute and Chronic)",
      "Knee (Acute & Chronic)", "Knee (Acute and Chronic)", "Knee/Leg (Acute & Chronic)",
      "Knee/Leg (Acute and Chronic)"
    }},
    ["Low Back - Lumbar & Thoracic (Acute & Chronic)"] = {id = "ODG Low Back", also = {
      "Low Back - Lumbar & Thoracic", "Low Back - Lumbar and Thoracic", "Low Back", "Lower Back",
      "Low-Back", "Low Back – Lumbar & Thoracic", "Low Back – Lumbar and Thoracic",
      "Low Back: Lumbar & Thoracic", "Low Back: Lumbar and Thoracic", "Low Back, Lumbar & Thoracic",
      "Low Back, Lumbar and Thoracic", "Low Back-Lumbar & Thoracic", "Low Back-Lumbar and Thoracic",
      "Low Back Lumbar & Thoracic", "Low Back Lumbar and Thoracic", "Low Back/Lumbar & Thoracic",
      "Low Back/Lumbar and Thoracic", "Low Back (Lumbar & Thoracic)",
      "Low Back (Lumbar and Thoracic)", "Low Back--Lumbar & Thoracic",
      "Low Back--Lumbar and Thoracic", "Low Back -- Lumbar & Thoracic",
      "Low Back -- Lumbar and Thoracic", "Lower Back - Lumbar & Thoracic",
      "Lower Back - Lumbar and Thoracic", "Lower Back – Lumbar & Thoracic",
      "Lower Back – Lumbar and Thoracic", "Lower Back: Lumbar & Thoracic",
      "Lower Back: Lumbar and Thoracic", "Lower Back, Lumbar & Thoracic",
      "Lower Back, Lumbar and Thoracic", "Lower Back-Lumbar & Thoracic",
      "Lower Back-Lumbar and Thoracic", "Lower Back Lumbar & Thoracic",
      "Lower Back Lumbar and Thoracic", "Lower Back/Lumbar & Thoracic",
      "Lower Back/Lumbar and Thoracic", "Lower Back (Lumbar & Thoracic)",
      "Lower Back (Lumbar and Thoracic)", "Lower Back--Lumbar & Thoracic",
      "Lower Back--Lumbar and Thoracic", "Lower Back -- Lumbar & Thoracic",
      "Lower Back -- Lumbar and Thoracic", "Lumbar & Thoracic", "Lumbar and Thoracic",
      "Thoracic & Lumbar", "Thoracic and Lumbar", "Lumbar/Thoracic", "Low Back - Lumbar",
      "Low Back Lumbar", "Lumbar", "Lumbar Spine", "Low Back Pain", "Low Back Complaints",
      "Low Back Disorders", "Back", "Thoracic", "Thoracic Spine", "Low Back (Acute & Chronic)",
      "Low Back (Acute and Chronic)", "Lower Back (Acute & Chronic)",
      "Lower Back (Acute and Chronic)", "Low Back - Lumbar & Thoracic (Acute and Chronic)",
      "Low Back - Lumbar and Thoracic (Acute & Chronic)",
      "Low Back - Lumbar and Thoracic (Acute and Chronic)",
      "Low Back – Lumbar & Thoracic (Acute & Chronic)",
      "Low Back – Lumbar & Thoracic (Acute and Chronic)",
      "Low Back – Lumbar and Thoracic (Acute & Chronic)",
      "Low Back – Lumbar and Thoracic (Acute and Chronic)",
      "Low Back, Lumbar & Thoracic (Acute & Chronic)",
      "Low Back, Lumbar & Thoracic (Acute and Chronic)",
      "Low Back, Lumbar and Thoracic (Acute & Chronic)",
      "Low Back, Lumbar and Thoracic (Acute and Chronic)",
      "Low Back-Lumbar & Thoracic (Acute & Chronic)",
      "Low Back-Lumbar & Thoracic (Acute and Chronic)",
      "Low Back-Lumbar and Thoracic (Acute & Chronic)",
      "Low Back-Lumbar and Thoracic (Acute and Chronic)",
      "Low Back Lumbar & Thoracic (Acute & Chronic)",
      "Low Back Lumbar & Thoracic (Acute and Chronic)",
      "Low Back Lumbar and Thoracic (Acute & Chronic)",
      "Low Back Lumbar and Thoracic (Acute and Chronic)",
      "Low Back: Lumbar & Thoracic (Acute & Chronic)",
      "Low Back: Lumbar & Thoracic (Acute and Chronic)",
      "Low Back: Lumbar and Thoracic (Acute & Chronic)",
      "Low Back: Lumbar and Thoracic (Acute and Chronic)",
      "Low Back/Lumbar & Thoracic (Acute & Chronic)",
      "Low Back/Lumbar & Thoracic (Acute and Chronic)",
      "Low Back/Lumbar and Thoracic (Acute & Chronic)",
      "Low Back/Lumbar and Thoracic (Acute and Chronic)", "Lumbar & Thoracic (Acute & Chronic)",
      "Lumbar & Thoracic (Acute and Chronic)", "Lumbar and Thoracic (Acute & Chronic)",
      "Lumbar and Thoracic (Acute and Chronic)"
    }},
    ["Mental Illness & Stress"] = {id = "ODG Mental Illness & Stress", also = {
      "Mental Illness and Stress", "Mental/Stress", "Mental & Stress", "Mental and Stress",
      "Mental Illness/Stress", "Mental Illness", "Mental Health", "Mental", "Stress",
      "Stress & Mental Illness", "Stress and Mental Illness", "Stress/Mental", "Stress & Mental",
      "Stress and Mental", "Stress/Mental Illness", "Mental Health & Stress",
      "Mental Health and Stress", "Mental Stress", "Mental Disorders & Stress",
      "Mental Disorders and Stress", "Mental Illness, Stress", "Stress Related Conditions",
      "Mental Illness & Stress (Acute & Chronic)", "Mental Illness & Stress (Acute and Chronic)",
      "Mental Illness and Stress (Acute & Chronic)", "Mental Illness and Stress (Acute and Chronic)"
    }},
    ["Neck & Upper Back (Acute & Chronic)"] = {id = "ODG Neck & Upper Back", also = {
      "Neck & Upper Back", "Neck and Upper Back", "Neck", "Upper Back", "Neck/Upper Back",
      "Cervical Spine", "Cervical", "Neck-Upper Back", "Neck, Upper Back",
      "Neck & Upper Back Complaints", "Neck and Upper Back Complaints", "Cervical & Thoracic Spine",
      "Cervical and Thoracic Spine", "Neck & Upper Back (Acute and Chronic)",
      "Neck and Upper Back (Acute & Chronic)", "Neck and Upper Back (Acute and Chronic)",
      "Neck (Acute & Chronic)", "Neck (Acute and Chronic)"
    }},
    ["Pain (Chronic)"] = {id = "ODG Pain", also = {
      "Pain", "Chronic Pain", "Pain, Chronic", "Pain - Chronic", "Pain Chronic", "Pain-Chronic",
      "Pain/Chronic", "Pain (Acute & Chronic)", "Pain (Acute and Chronic)",
      "Pain (Chronic) (Acute & Chronic)", "Pain (Chronic) (Acute and Chronic)", "Pain: Chronic"
    }},
    ["Preface"] = {id = "ODG Preface", alone = true},
    ["Pulmonary (Acute & Chronic)"] = {id = "ODG Pulmonary", also = {
      "Pulmonary", "Lung", "Pulmonary/Lung", "Respiratory", "Pulmonary (Acute and Chronic)"
    }},
    ["Shoulder (Acute & Chronic)"] = {id = "ODG Shoulder", also = {
      "Shoulder", "Shoulders", "Shoulder Complaints", "Shoulder & Upper Arm",
      "Shoulder and Upper Arm", "Shoulder (Acute and Chronic)"
    }},
    ["Drug Formulary"] = {id = "ODG Drug Formulary", also = {
      "Formulary", "Workers' Compensation Drug Formulary", "Workers Compensation Drug Formulary",
      "Appendix A, ODG Workers' Compensation Drug Formulary", "Appendix A"
    }},
  },
}
