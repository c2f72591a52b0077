-- The specialties of expert reviewers, and the names under which they are counted.

return {
  about = [[
Specialties as determination letters print them, and one name for each. `board` is the name of the
certificate: the American Board of Medical Specialties' published guide to its member boards'
general and subspecialty certificates, and the American Osteopathic Association's list of its
certifying boards' certificates. Specialties without a certificate of either (spine surgery,
chiropractic, dentistry, psychology ...) have the usual name of the field or of the licensed
profession, so that every known specialty can be counted. House spelling: American ("Orthopedic",
as most letters print it, where the board writes "Orthopaedic"), "&" for the "and" inside a name
(as the letters' list of credentials prints it), "Hand Surgery" for "Surgery of the Hand". Names
with a comma, "&" or "and" are in the table also to tell them from lists of two.]],

  fields = {
    {name = "board", type = "string", required = true,
     meaning = "canonical name of the certificate, or of the field where there is none"},
  },

  entries = {
    -- ABMS general certificates
    ["Allergy & Immunology"] = {board = "Allergy & Immunology", also = {
      "Allergy and Immunology", "Allergy", "Immunology", "Allergy/Immunology"
    }},
    ["Anesthesiology"] = {board = "Anesthesiology", also = {
      "Anesthesia", "Anaesthesiology", "Anesthesiologist"
    }},
    ["Colon & Rectal Surgery"] = {board = "Colon & Rectal Surgery", also = {
      "Colon and Rectal Surgery", "Colorectal Surgery", "Proctology"
    }},
    ["Dermatology"] = {board = "Dermatology"},
    ["Emergency Medicine"] = {board = "Emergency Medicine"},
    ["Family Medicine"] = {board = "Family Medicine", also = {
      "Family Practice", "Family Physician", "Family Practice/Family Medicine"
    }},
    ["Internal Medicine"] = {board = "Internal Medicine", also = {
      "General Internal Medicine", "Internist"
    }},
    ["Medical Genetics & Genomics"] = {board = "Medical Genetics & Genomics", also = {
      "Medical Genetics and Genomics", "Medical Genetics", "Clinical Genetics",
      "Clinical Genetics & Genomics", "Clinical Genetics and Genomics"
    }},
    ["Neurological Surgery"] = {board = "Neurological Surgery", also = {
      "Neurosurgery", "Neurologic Surgery", "Neurosurgeon"
    }},
    ["Nuclear Medicine"] = {board = "Nuclear Medicine"},
    ["Obstetrics & Gynecology"] = {board = "Obstetrics & Gynecology", also = {
      "Obstetrics and Gynecology", "OB/GYN", "OB-GYN", "OBGYN", "Gynecology", "Obstetrics",
      "Obstetrics/Gynecology"
    }},
    ["Ophthalmology"] = {board = "Ophthalmology", also = {"Ophthalmologist"}},
    ["Orthopedic Surgery"] = {board = "Orthopedic Surgery", also = {
      "Orthopaedic Surgery", "Orthopedics", "Orthopaedics", "Orthopedic", "Orthopaedic",
      "Orthopedic Surgeon", "Orthopaedic Surgeon"
    }},
    ["Otolaryngology"] = {board = "Otolaryngology", also = {
      "Otolaryngology-Head & Neck Surgery", "Otolaryngology-Head and Neck Surgery",
      "Otolaryngology - Head & Neck Surgery", "Otolaryngology - Head and Neck Surgery",
      "Otolaryngology – Head & Neck Surgery", "Otolaryngology – Head and Neck Surgery",
      "Otolaryngology/Head & Neck Surgery", "Otolaryngology/Head and Neck Surgery",
      "Otorhinolaryngology", "Ear, Nose & Throat", "Ear, Nose and Throat", "ENT",
      "Head & Neck Surgery", "Head and Neck Surgery"
    }},
    ["Pathology"] = {board = "Pathology", also = {
      "Anatomic Pathology", "Clinical Pathology", "Anatomic & Clinical Pathology",
      "Anatomic and Clinical Pathology", "Pathology-Anatomic", "Pathology-Clinical",
      "Pathology-Anatomic/Pathology-Clinical"
    }},
    ["Pediatrics"] = {board = "Pediatrics", also = {"Paediatrics", "General Pediatrics"}},
    ["Physical Medicine & Rehabilitation"] = {board = "Physical Medicine & Rehabilitation", also = {
      "Physical Medicine and Rehabilitation", "Physical Medicine/Rehabilitation", "PM&R", "PM & R",
      "PMR", "PM and R", "Physiatry", "Physiatrist", "Rehabilitation Medicine"
    }},
    ["Plastic Surgery"] = {board = "Plastic Surgery", also = {
      "Plastic & Reconstructive Surgery", "Plastic and Reconstructive Surgery",
      "Plastic/Reconstructive Surgery"
    }},
    ["Preventive Medicine"] = {board = "Preventive Medicine", also = {
      "General Preventive Medicine", "Preventative Medicine"
    }},
    ["Public Health & General Preventive Medicine"] = {
      board = "Public Health & General Preventive Medicine",
      also = {
      "Public Health and General Preventive Medicine", "Public Health",
      "Public Health/General Preventive Medicine", "General Preventive Medicine & Public Health",
      "General Preventive Medicine and Public Health", "Preventive Medicine & Public Health",
      "Preventive Medicine and Public Health"}
    },
    ["Occupational Medicine"] = {board = "Occupational Medicine", also = {
      "Occupational & Environmental Medicine", "Occupational and Environmental Medicine",
      "Occupational/Environmental Medicine", "Occupational-Environmental Medicine",
      "Preventive Medicine/Occupational Medicine",
      "Preventive Medicine/Occupational-Environmental Medicine", "Occupational Health",
      "Occupational Medicine Physician"
    }},
    ["Aerospace Medicine"] = {board = "Aerospace Medicine", also = {
      "Aviation Medicine", "Preventive Medicine/Aerospace Medicine"
    }},
    ["Psychiatry"] = {board = "Psychiatry", also = {
      "General Psychiatry", "Adult Psychiatry", "Psychiatrist"
    }},
    ["Neurology"] = {board = "Neurology", also = {"Neurologist", "Clinical Neurology"}},
    ["Psychiatry & Neurology"] = {board = "Psychiatry & Neurology", also = {
      "Psychiatry and Neurology", "Psychiatry/Neurology", "Neurology & Psychiatry",
      "Neurology and Psychiatry"
    }},
    ["Child Neurology"] = {board = "Child Neurology", also = {
      "Neurology with Special Qualification in Child Neurology",
      "Neurology with Special Qualifications in Child Neurology", "Pediatric Neurology"
    }},
    ["Radiology"] = {board = "Radiology", also = {"Radiologist"}},
    ["Diagnostic Radiology"] = {board = "Diagnostic Radiology"},
    ["Interventional Radiology"] = {board = "Interventional Radiology", also = {
      "Interventional Radiology & Diagnostic Radiology",
      "Interventional Radiology and Diagnostic Radiology",
      "Interventional Radiology/Diagnostic Radiology", "Vascular & Interventional Radiology",
      "Vascular and Interventional Radiology"
    }},
    ["Radiation Oncology"] = {board = "Radiation Oncology", also = {"Therapeutic Radiology"}},
    ["Medical Physics"] = {board = "Medical Physics"},
    ["General Surgery"] = {board = "General Surgery", also = {"Surgery", "General Surgeon"}},
    ["Vascular Surgery"] = {board = "Vascular Surgery"},
    ["Thoracic Surgery"] = {board = "Thoracic Surgery", also = {
      "Thoracic & Cardiac Surgery", "Thoracic and Cardiac Surgery", "Cardiothoracic Surgery",
      "Cardiac Surgery", "Thoracic Cardiovascular Surgery", "Cardiovascular Surgery",
      "Thoracic & Cardiovascular Surgery", "Thoracic and Cardiovascular Surgery"
    }},
    ["Urology"] = {board = "Urology", also = {"Urological Surgery", "Urologist"}},

    -- ABMS subspecialty certificates
    ["Addiction Medicine"] = {board = "Addiction Medicine", also = {"Addictionology"}},
    ["Addiction Psychiatry"] = {board = "Addiction Psychiatry"},
    ["Adolescent Medicine"] = {board = "Adolescent Medicine"},
    ["Adult Cardiac Anesthesiology"] = {board = "Adult Cardiac Anesthesiology"},
    ["Adult Congenital Heart Disease"] = {board = "Adult Congenital Heart Disease"},
    ["Advanced Heart Failure & Transplant Cardiology"] = {
      board = "Advanced Heart Failure & Transplant Cardiology",
      also = {
      "Advanced Heart Failure and Transplant Cardiology"}
    },
    ["Blood Banking/Transfusion Medicine"] = {board = "Blood Banking/Transfusion Medicine", also = {
      "Blood Banking & Transfusion Medicine", "Blood Banking and Transfusion Medicine",
      "Transfusion Medicine"
    }},
    ["Brain Injury Medicine"] = {board = "Brain Injury Medicine"},
    ["Cardiovascular Disease"] = {board = "Cardiovascular Disease", also = {
      "Cardiology", "Cardiovascular Diseases", "Cardiovascular Medicine", "Cardiologist"
    }},
    ["Child Abuse Pediatrics"] = {board = "Child Abuse Pediatrics"},
    ["Child & Adolescent Psychiatry"] = {board = "Child & Adolescent Psychiatry", also = {
      "Child and Adolescent Psychiatry", "Child Psychiatry", "Child/Adolescent Psychiatry"
    }},
    ["Clinical Cardiac Electrophysiology"] = {board = "Clinical Cardiac Electrophysiology", also = {
      "Cardiac Electrophysiology"
    }},
    ["Clinical Informatics"] = {board = "Clinical Informatics"},
    ["Clinical Neurophysiology"] = {board = "Clinical Neurophysiology"},
    ["Complex Family Planning"] = {board = "Complex Family Planning"},
    ["Complex General Surgical Oncology"] = {board = "Complex General Surgical Oncology", also = {
      "Surgical Oncology"
    }},
    ["Complex Pediatric Otolaryngology"] = {board = "Complex Pediatric Otolaryngology", also = {
      "Pediatric Otolaryngology"
    }},
    ["Congenital Cardiac Surgery"] = {board = "Congenital Cardiac Surgery"},
    ["Consultation-Liaison Psychiatry"] = {board = "Consultation-Liaison Psychiatry", also = {
      "Psychosomatic Medicine"
    }},
    ["Critical Care Medicine"] = {board = "Critical Care Medicine", also = {
      "Critical Care", "Anesthesiology Critical Care Medicine",
      "Internal Medicine-Critical Care Medicine", "Intensive Care Medicine"
    }},
    ["Cytopathology"] = {board = "Cytopathology"},
    ["Dermatopathology"] = {board = "Dermatopathology"},
    ["Developmental-Behavioral Pediatrics"] = {board = "Developmental-Behavioral Pediatrics"},
    ["Emergency Medical Services"] = {board = "Emergency Medical Services"},
    ["Endocrinology, Diabetes & Metabolism"] = {
      board = "Endocrinology, Diabetes & Metabolism",
      also = {
      "Endocrinology, Diabetes and Metabolism", "Endocrinology",
      "Endocrinology, Diabetes, & Metabolism", "Endocrinology, Diabetes, and Metabolism",
      "Endocrinology & Metabolism", "Endocrinology and Metabolism",
      "Endocrinology/Diabetes/Metabolism"}
    },
    ["Epilepsy"] = {board = "Epilepsy"},
    ["Forensic Pathology"] = {board = "Forensic Pathology"},
    ["Forensic Psychiatry"] = {board = "Forensic Psychiatry"},
    ["Gastroenterology"] = {board = "Gastroenterology"},
    ["Geriatric Medicine"] = {board = "Geriatric Medicine", also = {"Geriatrics"}},
    ["Geriatric Psychiatry"] = {board = "Geriatric Psychiatry"},
    ["Gynecologic Oncology"] = {board = "Gynecologic Oncology"},
    ["Hand Surgery"] = {board = "Hand Surgery", also = {
      "Surgery of the Hand", "Orthopedic Hand Surgery", "Orthopaedic Hand Surgery",
      "Hand & Upper Extremity Surgery", "Hand and Upper Extremity Surgery",
      "Upper Extremity Surgery", "Hand Surgeon"
    }},
    ["Health Care Administration, Leadership & Management"] = {
      board = "Health Care Administration, Leadership & Management",
      also = {
      "Health Care Administration, Leadership and Management",
      "Health Care Administration, Leadership, & Management",
      "Health Care Administration, Leadership, and Management"}
    },
    ["Hematology"] = {board = "Hematology"},
    ["Hematopathology"] = {board = "Hematopathology"},
    ["Hospice & Palliative Medicine"] = {board = "Hospice & Palliative Medicine", also = {
      "Hospice and Palliative Medicine", "Hospice & Palliative Care", "Hospice and Palliative Care",
      "Palliative Care", "Palliative Medicine", "Hospice/Palliative Medicine",
      "Hospice & Palliative Care Medicine", "Hospice and Palliative Care Medicine"
    }},
    ["Infectious Disease"] = {board = "Infectious Disease", also = {"Infectious Diseases"}},
    ["Interventional Cardiology"] = {board = "Interventional Cardiology"},
    ["Maternal-Fetal Medicine"] = {board = "Maternal-Fetal Medicine", also = {
      "Maternal & Fetal Medicine", "Maternal and Fetal Medicine"
    }},
    ["Medical Microbiology"] = {board = "Medical Microbiology"},
    ["Medical Oncology"] = {board = "Medical Oncology", also = {"Oncology"}},
    ["Medical Toxicology"] = {board = "Medical Toxicology", also = {"Toxicology"}},
    ["Micrographic Dermatologic Surgery"] = {board = "Micrographic Dermatologic Surgery", also = {
      "Mohs Surgery"
    }},
    ["Neonatal-Perinatal Medicine"] = {board = "Neonatal-Perinatal Medicine", also = {
      "Neonatology"
    }},
    ["Nephrology"] = {board = "Nephrology"},
    ["Neurocritical Care"] = {board = "Neurocritical Care"},
    ["Neurodevelopmental Disabilities"] = {board = "Neurodevelopmental Disabilities"},
    ["Neuromuscular Medicine"] = {board = "Neuromuscular Medicine"},
    ["Neuropathology"] = {board = "Neuropathology"},
    ["Neuroradiology"] = {board = "Neuroradiology"},
    ["Neurotology"] = {board = "Neurotology", also = {
      "Otology/Neurotology", "Otology & Neurotology", "Otology and Neurotology"
    }},
    ["Nuclear Radiology"] = {board = "Nuclear Radiology"},
    ["Orthopedic Sports Medicine"] = {board = "Orthopedic Sports Medicine", also = {
      "Orthopaedic Sports Medicine"
    }},
    ["Pain Medicine"] = {board = "Pain Medicine", also = {
      "Pain Management", "Pain", "Interventional Pain Medicine", "Interventional Pain Management",
      "Interventional Pain", "Pain Management & Rehabilitation",
      "Pain Management and Rehabilitation", "Anesthesiology Pain Medicine",
      "Pain Medicine Anesthesiology", "Pain Medicine/Pain Management", "Chronic Pain Management",
      "Comprehensive Pain Medicine", "Algology"
    }},
    ["Pediatric Anesthesiology"] = {board = "Pediatric Anesthesiology"},
    ["Pediatric Cardiology"] = {board = "Pediatric Cardiology"},
    ["Pediatric Critical Care Medicine"] = {board = "Pediatric Critical Care Medicine"},
    ["Pediatric Dermatology"] = {board = "Pediatric Dermatology"},
    ["Pediatric Emergency Medicine"] = {board = "Pediatric Emergency Medicine"},
    ["Pediatric Endocrinology"] = {board = "Pediatric Endocrinology"},
    ["Pediatric Gastroenterology"] = {board = "Pediatric Gastroenterology"},
    ["Pediatric Hematology-Oncology"] = {board = "Pediatric Hematology-Oncology", also = {
      "Pediatric Hematology/Oncology", "Pediatric Hematology & Oncology",
      "Pediatric Hematology and Oncology"
    }},
    ["Pediatric Hospital Medicine"] = {board = "Pediatric Hospital Medicine"},
    ["Pediatric Infectious Diseases"] = {board = "Pediatric Infectious Diseases", also = {
      "Pediatric Infectious Disease"
    }},
    ["Pediatric Nephrology"] = {board = "Pediatric Nephrology"},
    ["Pediatric Pulmonology"] = {board = "Pediatric Pulmonology"},
    ["Pediatric Radiology"] = {board = "Pediatric Radiology"},
    ["Pediatric Rehabilitation Medicine"] = {board = "Pediatric Rehabilitation Medicine", also = {
      "Pediatric Physical Medicine & Rehabilitation",
      "Pediatric Physical Medicine and Rehabilitation"
    }},
    ["Pediatric Rheumatology"] = {board = "Pediatric Rheumatology"},
    ["Pediatric Surgery"] = {board = "Pediatric Surgery"},
    ["Pediatric Transplant Hepatology"] = {board = "Pediatric Transplant Hepatology"},
    ["Pediatric Urology"] = {board = "Pediatric Urology"},
    ["Plastic Surgery Within the Head & Neck"] = {
      board = "Plastic Surgery Within the Head & Neck",
      also = {
      "Plastic Surgery Within the Head and Neck"}
    },
    ["Pulmonary Disease"] = {board = "Pulmonary Disease", also = {
      "Pulmonary Diseases", "Pulmonary Medicine", "Pulmonology", "Pulmonary"
    }},
    ["Reproductive Endocrinology & Infertility"] = {
      board = "Reproductive Endocrinology & Infertility",
      also = {
      "Reproductive Endocrinology and Infertility", "Reproductive Endocrinology",
      "Reproductive Endocrinology/Infertility"}
    },
    ["Rheumatology"] = {board = "Rheumatology"},
    ["Sleep Medicine"] = {board = "Sleep Medicine"},
    ["Spinal Cord Injury Medicine"] = {board = "Spinal Cord Injury Medicine", also = {
      "Spinal Cord Injury", "Spinal Cord Medicine"
    }},
    ["Sports Medicine"] = {board = "Sports Medicine"},
    ["Surgical Critical Care"] = {board = "Surgical Critical Care"},
    ["Transplant Hepatology"] = {board = "Transplant Hepatology", also = {"Hepatology"}},
    ["Undersea & Hyperbaric Medicine"] = {board = "Undersea & Hyperbaric Medicine", also = {
      "Undersea and Hyperbaric Medicine", "Hyperbaric Medicine", "Undersea Medicine"
    }},
    ["Urogynecology & Reconstructive Pelvic Surgery"] = {
      board = "Urogynecology & Reconstructive Pelvic Surgery",
      also = {
      "Urogynecology and Reconstructive Pelvic Surgery",
      "Female Pelvic Medicine & Reconstructive Surgery",
      "Female Pelvic Medicine and Reconstructive Surgery", "Female Urology", "Urogynecology"}
    },
    ["Vascular Neurology"] = {board = "Vascular Neurology"},

    -- double certificates that one board or one usage prints as one
    ["Hematology & Medical Oncology"] = {board = "Hematology & Medical Oncology", also = {
      "Hematology and Medical Oncology", "Hematology/Oncology", "Hematology & Oncology",
      "Hematology and Oncology", "Hematology-Oncology", "Hematology/Medical Oncology"
    }},
    ["Internal Medicine & Pediatrics"] = {board = "Internal Medicine & Pediatrics", also = {
      "Internal Medicine and Pediatrics", "Internal Medicine/Pediatrics", "Med-Peds"
    }},
    ["Pulmonary & Critical Care Medicine"] = {board = "Pulmonary & Critical Care Medicine", also = {
      "Pulmonary and Critical Care Medicine", "Pulmonary Disease & Critical Care Medicine",
      "Pulmonary Disease and Critical Care Medicine", "Pulmonary/Critical Care",
      "Pulmonary & Critical Care", "Pulmonary and Critical Care", "Pulmonary Critical Care",
      "Pulmonary/Critical Care Medicine"
    }},

    -- certificates of the American Osteopathic Association beside the above
    ["Correctional Medicine"] = {board = "Correctional Medicine"},
    ["Family Practice & Osteopathic Manipulative Treatment"] = {board = "Family Medicine", also = {
      "Family Practice and Osteopathic Manipulative Treatment",
      "Family Medicine & Osteopathic Manipulative Treatment",
      "Family Medicine and Osteopathic Manipulative Treatment", "Osteopathic Family Medicine",
      "Osteopathic Family Practice"
    }},
    ["Neuromusculoskeletal Medicine & Osteopathic Manipulative Medicine"] = {
      board = "Neuromusculoskeletal Medicine & Osteopathic Manipulative Medicine",
      also = {
      "Neuromusculoskeletal Medicine and Osteopathic Manipulative Medicine",
      "Neuromusculoskeletal Medicine", "Osteopathic Manipulative Medicine",
      "Neuromusculoskeletal Medicine/Osteopathic Manipulative Medicine",
      "Neuromusculoskeletal Medicine & OMM", "Neuromusculoskeletal Medicine and OMM",
      "Neuromusculoskeletal Medicine/OMM", "Osteopathic Manipulative Treatment",
      "Osteopathic Manipulation", "NMM/OMM", "OMM"}
    },
    ["Otolaryngology & Facial Plastic Surgery"] = {board = "Otolaryngology", also = {
      "Otolaryngology and Facial Plastic Surgery", "Otolaryngology/Facial Plastic Surgery",
      "Otorhinolaryngology & Facial Plastic Surgery",
      "Otorhinolaryngology and Facial Plastic Surgery"
    }},

    -- fields of surgery and medicine with boards or fellowships outside the ABMS and the AOA
    ["Adult Reconstructive Orthopedic Surgery"] = {
      board = "Adult Reconstructive Orthopedic Surgery",
      also = {
      "Adult Reconstructive Orthopedics", "Adult Reconstructive Orthopaedics",
      "Adult Reconstruction", "Joint Reconstruction", "Joint Replacement Surgery",
      "Hip & Knee Reconstruction", "Hip and Knee Reconstruction", "Orthopedic Joint Reconstruction"}
    },
    ["Bariatric Surgery"] = {board = "Bariatric Surgery"},
    ["Behavioral Neurology & Neuropsychiatry"] = {
      board = "Behavioral Neurology & Neuropsychiatry",
      also = {
      "Behavioral Neurology and Neuropsychiatry", "Behavioral Neurology", "Neuropsychiatry"}
    },
    ["Clinical Pharmacology"] = {board = "Clinical Pharmacology"},
    ["Cosmetic Surgery"] = {board = "Cosmetic Surgery"},
    ["Disability Evaluation"] = {board = "Disability Evaluation", also = {
      "Disability Medicine", "Disability Analysis", "Independent Medical Examination"
    }},
    ["Electrodiagnostic Medicine"] = {board = "Electrodiagnostic Medicine", also = {
      "Electrodiagnosis", "Neuromuscular & Electrodiagnostic Medicine",
      "Neuromuscular and Electrodiagnostic Medicine"
    }},
    ["Environmental Medicine"] = {board = "Environmental Medicine"},
    ["Facial Plastic Surgery"] = {board = "Facial Plastic Surgery", also = {
      "Facial Plastic & Reconstructive Surgery", "Facial Plastic and Reconstructive Surgery"
    }},
    ["Foot & Ankle Orthopedic Surgery"] = {board = "Foot & Ankle Orthopedic Surgery", also = {
      "Foot and Ankle Orthopedic Surgery", "Orthopedic Foot & Ankle Surgery",
      "Orthopedic Foot and Ankle Surgery", "Orthopaedic Foot & Ankle Surgery",
      "Orthopaedic Foot and Ankle Surgery", "Foot & Ankle Orthopedics",
      "Foot and Ankle Orthopedics", "Foot & Ankle Orthopaedics", "Foot and Ankle Orthopaedics",
      "Orthopedic Foot & Ankle", "Orthopedic Foot and Ankle", "Foot & Ankle Orthopaedic Surgery",
      "Foot and Ankle Orthopaedic Surgery"
    }},
    ["Forensic Medicine"] = {board = "Forensic Medicine"},
    ["General Practice"] = {board = "General Practice", also = {"General Practitioner"}},
    ["Headache Medicine"] = {board = "Headache Medicine"},
    ["Hospital Medicine"] = {board = "Hospital Medicine", also = {"Hospitalist"}},
    ["Integrative Medicine"] = {board = "Integrative Medicine", also = {
      "Integrative & Holistic Medicine", "Integrative and Holistic Medicine", "Holistic Medicine"
    }},
    ["Interventional Spine"] = {board = "Interventional Spine", also = {
      "Interventional Spine Medicine", "Interventional Spine Care"
    }},
    ["Legal Medicine"] = {board = "Legal Medicine"},
    ["Musculoskeletal Medicine"] = {board = "Musculoskeletal Medicine"},
    ["Musculoskeletal Oncology"] = {board = "Musculoskeletal Oncology", also = {
      "Orthopedic Oncology", "Orthopaedic Oncology"
    }},
    ["Musculoskeletal Radiology"] = {board = "Musculoskeletal Radiology"},
    ["Neuroimaging"] = {board = "Neuroimaging"},
    ["Neurorehabilitation"] = {board = "Neurorehabilitation", also = {
      "Neural Repair & Rehabilitation", "Neural Repair and Rehabilitation",
      "Neurological Rehabilitation"
    }},
    ["Obesity Medicine"] = {board = "Obesity Medicine", also = {"Bariatric Medicine"}},
    ["Oculoplastic Surgery"] = {board = "Oculoplastic Surgery", also = {
      "Ophthalmic Plastic & Reconstructive Surgery",
      "Ophthalmic Plastic and Reconstructive Surgery", "Ophthalmic Plastic Surgery",
      "Oculofacial Plastic Surgery"
    }},
    ["Orthopedic Trauma"] = {board = "Orthopedic Trauma", also = {
      "Orthopaedic Trauma", "Orthopedic Trauma Surgery", "Orthopaedic Trauma Surgery"
    }},
    ["Pediatric Orthopedic Surgery"] = {board = "Pediatric Orthopedic Surgery", also = {
      "Pediatric Orthopedics", "Pediatric Orthopaedics", "Pediatric Orthopaedic Surgery"
    }},
    ["Quality Assurance & Utilization Review"] = {
      board = "Quality Assurance & Utilization Review",
      also = {
      "Quality Assurance and Utilization Review", "Health Care Quality & Management",
      "Health Care Quality and Management", "Quality Assurance/Utilization Review",
      "Utilization Review"}
    },
    ["Regenerative Medicine"] = {board = "Regenerative Medicine"},
    ["Retina Surgery"] = {board = "Retina Surgery", also = {
      "Retina", "Vitreoretinal Surgery", "Vitreoretinal Diseases & Surgery",
      "Vitreoretinal Diseases and Surgery"
    }},
    ["Shoulder & Elbow Surgery"] = {board = "Shoulder & Elbow Surgery", also = {
      "Shoulder and Elbow Surgery", "Shoulder Surgery", "Shoulder & Elbow", "Shoulder and Elbow"
    }},
    ["Spine Surgery"] = {board = "Spine Surgery", also = {
      "Spinal Surgery", "Spine", "Orthopedic Spine Surgery", "Orthopaedic Spine Surgery",
      "Orthopedic Surgery of the Spine", "Surgery of the Spine", "Spine Surgeon"
    }},
    ["Neurological Spine Surgery"] = {board = "Spine Surgery", also = {
      "Neurosurgical Spine Surgery", "Neurosurgery Spine"
    }},
    ["Transplant Surgery"] = {board = "Transplant Surgery"},
    ["Trauma Surgery"] = {board = "Trauma Surgery", also = {
      "Trauma & Acute Care Surgery", "Trauma and Acute Care Surgery", "Acute Care Surgery"
    }},
    ["Urgent Care Medicine"] = {board = "Urgent Care Medicine", also = {"Urgent Care"}},
    ["Wound Care"] = {board = "Wound Care", also = {"Wound Management", "Wound Medicine"}},

    -- professions licensed on their own, and their certificates
    ["Acupuncture"] = {board = "Acupuncture", also = {
      "Acupuncturist", "Licensed Acupuncturist", "Licensed Acupuncture", "L.Ac.", "LAc"
    }},
    ["Acupuncture & Oriental Medicine"] = {board = "Acupuncture & Oriental Medicine", also = {
      "Acupuncture and Oriental Medicine", "Acupuncture/Oriental Medicine",
      "Acupuncture & Herbal Medicine", "Acupuncture and Herbal Medicine",
      "Acupuncture & East Asian Medicine", "Acupuncture and East Asian Medicine",
      "Acupuncture & Traditional Chinese Medicine", "Acupuncture and Traditional Chinese Medicine"
    }},
    ["Audiology"] = {board = "Audiology", also = {"Audiologist"}},
    ["Chiropractic"] = {board = "Chiropractic", also = {
      "Chiropractor", "Chiropractic Medicine", "Chiropractic Care", "Doctor of Chiropractic",
      "Chiropractics", "DC", "D.C."
    }},
    ["Chiropractic Neurology"] = {board = "Chiropractic Neurology", also = {
      "Chiropractic Neurologist"
    }},
    ["Chiropractic Orthopedics"] = {board = "Chiropractic Orthopedics", also = {
      "Chiropractic Orthopedist", "Chiropractic Orthopaedics", "Orthopedic Chiropractic"
    }},
    ["Chiropractic Physical Rehabilitation"] = {
      board = "Chiropractic Physical Rehabilitation",
      also = {
      "Chiropractic Rehabilitation"}
    },
    ["Chiropractic Radiology"] = {board = "Chiropractic Radiology"},
    ["Chiropractic Sports Medicine"] = {board = "Chiropractic Sports Medicine", also = {
      "Chiropractic Sports Physician", "Sports Chiropractic"
    }},
    ["Clinical Social Work"] = {board = "Clinical Social Work", also = {
      "Social Work", "Licensed Clinical Social Worker", "LCSW"
    }},
    ["Dentistry"] = {board = "Dentistry", also = {
      "Dentist", "General Dentistry", "Dental", "Dental Medicine", "Dental Surgery", "DDS",
      "D.D.S.", "DMD", "D.M.D."
    }},
    ["Dental Anesthesiology"] = {board = "Dental Anesthesiology"},
    ["Dental Public Health"] = {board = "Dental Public Health"},
    ["Endodontics"] = {board = "Endodontics", also = {"Endodontist"}},
    ["Marriage & Family Therapy"] = {board = "Marriage & Family Therapy", also = {
      "Marriage and Family Therapy", "Marriage & Family Therapist", "Marriage and Family Therapist",
      "LMFT", "MFT"
    }},
    ["Medical Acupuncture"] = {board = "Medical Acupuncture"},
    ["Naturopathic Medicine"] = {board = "Naturopathic Medicine", also = {"Naturopathy"}},
    ["Nursing"] = {board = "Nursing", also = {"Registered Nurse", "Registered Nursing", "RN"}},
    ["Nurse Practitioner"] = {board = "Nurse Practitioner"},
    ["Nutrition"] = {board = "Nutrition", also = {
      "Dietetics", "Registered Dietitian", "Nutrition & Dietetics", "Nutrition and Dietetics"
    }},
    ["Occupational Therapy"] = {board = "Occupational Therapy", also = {
      "Occupational Therapist", "OT"
    }},
    ["Hand Therapy"] = {board = "Hand Therapy", also = {"Certified Hand Therapist"}},
    ["Optometry"] = {board = "Optometry", also = {"Optometrist"}},
    ["Oral Medicine"] = {board = "Oral Medicine"},
    ["Oral & Maxillofacial Pathology"] = {board = "Oral & Maxillofacial Pathology", also = {
      "Oral and Maxillofacial Pathology"
    }},
    ["Oral & Maxillofacial Radiology"] = {board = "Oral & Maxillofacial Radiology", also = {
      "Oral and Maxillofacial Radiology"
    }},
    ["Oral & Maxillofacial Surgery"] = {board = "Oral & Maxillofacial Surgery", also = {
      "Oral and Maxillofacial Surgery", "Oral Surgery", "Maxillofacial Surgery",
      "Oral/Maxillofacial Surgery", "Oral Maxillofacial Surgery", "OMFS", "Oral Surgeon"
    }},
    ["Oriental Medicine"] = {board = "Oriental Medicine", also = {
      "Traditional Chinese Medicine", "Chinese Medicine", "East Asian Medicine"
    }},
    ["Orofacial Pain"] = {board = "Orofacial Pain"},
    ["Orthodontics"] = {board = "Orthodontics", also = {
      "Orthodontics & Dentofacial Orthopedics", "Orthodontics and Dentofacial Orthopedics",
      "Orthodontist"
    }},
    ["Orthotics & Prosthetics"] = {board = "Orthotics & Prosthetics", also = {
      "Orthotics and Prosthetics", "Orthotics", "Prosthetics"
    }},
    ["Pediatric Dentistry"] = {board = "Pediatric Dentistry"},
    ["Periodontics"] = {board = "Periodontics", also = {"Periodontology", "Periodontist"}},
    ["Pharmacy"] = {board = "Pharmacy", also = {"Pharmacist", "Clinical Pharmacy"}},
    ["Physical Therapy"] = {board = "Physical Therapy", also = {
      "Physical Therapist", "PT", "Physiotherapy"
    }},
    ["Orthopedic Physical Therapy"] = {board = "Orthopedic Physical Therapy", also = {
      "Orthopaedic Physical Therapy"
    }},
    ["Sports Physical Therapy"] = {board = "Sports Physical Therapy"},
    ["Physician Assistant"] = {board = "Physician Assistant"},
    ["Podiatry"] = {board = "Podiatry", also = {
      "Podiatrist", "Podiatric Medicine", "Doctor of Podiatric Medicine", "Podiatric", "DPM",
      "D.P.M.", "Podiatric Orthopedics",
      "Podiatric Orthopedics & Primary Podiatric Medicine",
      "Podiatric Orthopedics and Primary Podiatric Medicine"
    }},
    ["Podiatric Surgery"] = {board = "Podiatric Surgery", also = {
      "Podiatric Foot & Ankle Surgery", "Podiatric Foot and Ankle Surgery", "Podiatry Surgery",
      "Podiatric Surgeon"
    }},
    ["Foot & Ankle Surgery"] = {board = "Foot & Ankle Surgery", also = {
      "Foot and Ankle Surgery", "Foot Surgery", "Foot & Ankle", "Foot and Ankle",
      "Reconstructive Rearfoot/Ankle Surgery", "Reconstructive Rearfoot & Ankle Surgery",
      "Reconstructive Rearfoot and Ankle Surgery", "Foot & Reconstructive Rearfoot/Ankle Surgery",
      "Foot and Reconstructive Rearfoot/Ankle Surgery"
    }},
    ["Prosthodontics"] = {board = "Prosthodontics", also = {"Prosthodontist"}},
    ["Psychology"] = {board = "Psychology", also = {
      "Psychologist", "Clinical Psychology", "Licensed Psychologist", "Clinical Psychologist",
      "Doctor of Psychology", "PsyD", "Psy.D."
    }},
    ["Clinical Health Psychology"] = {board = "Clinical Health Psychology", also = {
      "Health Psychology", "Medical Psychology"
    }},
    ["Forensic Psychology"] = {board = "Forensic Psychology"},
    ["Neuropsychology"] = {board = "Neuropsychology", also = {
      "Clinical Neuropsychology", "Neuropsychologist"
    }},
    ["Rehabilitation Psychology"] = {board = "Rehabilitation Psychology"},
    ["Speech-Language Pathology"] = {board = "Speech-Language Pathology", also = {
      "Speech Pathology", "Speech Therapy", "Speech & Language Pathology",
      "Speech and Language Pathology", "Speech/Language Pathology"
    }},
  },
}
