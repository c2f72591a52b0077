-- The guidelines that decisions are based on, by the titles under which letters cite them.

return {
  about = [[
Guideline documents and one name for each, whatever the spelling. The documents of the Medical
Treatment Utilization Schedule: 8 CCR 9792.20 to 9792.27 as adopted in 2007, 2009, 2016 and from
December 2017 on (orders of the Administrative Director of the Division of Workers' Compensation,
with the dates of the ACOEM guidelines they adopt). Chapters: ACOEM, Occupational Medicine Practice
Guidelines, second edition (2004), contents. ODG: Official Disability Guidelines, Treatment in
Workers' Comp, as letters spell it.

A document is looked up as title, blank, year (parentheses and month left out); then as the title
alone. So only those titles have a year whose year makes another document: "Chronic Pain Medical
Treatment 2016". Where the letter gives an ACOEM chapter's number, "ACOEM 2004 chapter 12" finds the
chapter. A `whole` name may be followed by another of the same authority ("Official Disability
Guidelines (ODG), Treatment in Workers' Comp"). `authority` is that of a citation by the title
alone, as under "based on MTUS"; where the letter writes "ACOEM" before the title, the citation is
ACOEM's. "Guideline" or "Guidelines" after a title that the table has without it is part of the
title and changes nothing.]],

  fields = {
    {name = "id", type = "string", required = true,
     meaning = "the document's canonical name, the same for all its titles"},
    {name = "authority", type = "string", required = true,
     values = {"MTUS", "ACOEM", "ODG", "other"},
     meaning = "whose guideline it is when cited by this title alone"},
    {name = "whole", type = "boolean",
     meaning = "all guidelines of the authority: a chapter or a document of them may follow"},
    {name = "chapter", type = "string", meaning = "number of the ACOEM chapter"},
    {name = "years", type = "list", meaning = "the years printed with the title"},
  },

  entries = {
    -- The three bodies of guidelines
    ["Medical Treatment Utilization Schedule"] = {
      id = "MTUS", authority = "MTUS", whole = true,
      also = {
        "MTUS", "MTUS Guidelines", "MTUS Guideline", "CA MTUS", "CA-MTUS", "CA MTUS Guidelines",
        "California MTUS", "California MTUS Guidelines",
        "Medical Treatment Utilization Schedule (MTUS)",
        "Medical Treatment Utilization Schedule Guidelines", "MTUS Treatment Guidelines",
        "MTUS Medical Treatment Guidelines", "California Medical Treatment Utilization Schedule",
        "California Medical Treatment Utilization Schedule (MTUS)",
        "California's Medical Treatment Utilization Schedule",
        "CA Medical Treatment Utilization Schedule"
      }
    },
    ["ACOEM Practice Guidelines"] = {
      id = "ACOEM Practice Guidelines", authority = "ACOEM", whole = true,
      also = {
        "ACOEM", "ACOEM Guidelines", "ACOEM Guideline",
        "ACOEM Occupational Medicine Practice Guidelines",
        "Occupational Medicine Practice Guidelines",
        "American College of Occupational and Environmental Medicine",
        "American College of Occupational and Environmental Medicine (ACOEM)",
        "American College of Occupational & Environmental Medicine",
        "American College of Occupational & Environmental Medicine (ACOEM)",
        "American College of Occupational and Environmental Medicine Guidelines",
        "American College of Occupational and Environmental Medicine (ACOEM) Guidelines",
        "American College of Occupational and Environmental Medicine Practice Guidelines",
        "American College of Occupational and Environmental Medicine (ACOEM) Practice Guidelines",
        "American College of Occupational Medicine"
      }
    },
    ["ACOEM Practice Guidelines, 2nd Edition"] = {
      id = "ACOEM Practice Guidelines, 2nd edition", authority = "ACOEM", whole = true,
      years = {"2004"},
      also = {
        "ACOEM Practice Guidelines, Second Edition", "ACOEM Practice Guidelines, 2nd Ed",
        "ACOEM Guidelines, 2nd Edition", "ACOEM Guidelines, Second Edition",
        "ACOEM Guidelines, 2nd Ed", "ACOEM Guidelines 2nd Edition",
        "ACOEM Guidelines Second Edition", "ACOEM Guidelines 2nd Ed", "ACOEM, 2nd Edition",
        "ACOEM, Second Edition", "ACOEM, 2nd Ed", "ACOEM 2nd Edition", "ACOEM Second Edition",
        "ACOEM 2nd Ed", "ACOEM Occupational Medicine Practice Guidelines, 2nd Edition",
        "ACOEM Occupational Medicine Practice Guidelines, Second Edition",
        "ACOEM Occupational Medicine Practice Guidelines, 2nd Ed",
        "Occupational Medicine Practice Guidelines, 2nd Edition",
        "Occupational Medicine Practice Guidelines, Second Edition",
        "Occupational Medicine Practice Guidelines, 2nd Ed"
      }
    },
    ["ACOEM Practice Guidelines, 3rd Edition"] = {
      id = "ACOEM Practice Guidelines, 3rd edition", authority = "ACOEM", whole = true,
      years = {"2011"},
      also = {
        "ACOEM Practice Guidelines, Third Edition", "ACOEM Practice Guidelines, 3rd Ed",
        "ACOEM Guidelines, 3rd Edition", "ACOEM Guidelines, Third Edition",
        "ACOEM Guidelines, 3rd Ed", "ACOEM Guidelines 3rd Edition",
        "ACOEM Guidelines Third Edition", "ACOEM Guidelines 3rd Ed", "ACOEM, 3rd Edition",
        "ACOEM, Third Edition", "ACOEM, 3rd Ed", "ACOEM 3rd Edition", "ACOEM Third Edition",
        "ACOEM 3rd Ed", "ACOEM Occupational Medicine Practice Guidelines, 3rd Edition",
        "ACOEM Occupational Medicine Practice Guidelines, Third Edition",
        "ACOEM Occupational Medicine Practice Guidelines, 3rd Ed",
        "Occupational Medicine Practice Guidelines, 3rd Edition",
        "Occupational Medicine Practice Guidelines, Third Edition",
        "Occupational Medicine Practice Guidelines, 3rd Ed"
      }
    },
    ["Official Disability Guidelines"] = {id = "ODG", authority = "ODG", whole = true, also = {
      "ODG", "ODG Guidelines", "ODG Guideline", "Official Disability Guideline",
      "Official Disability Guidelines (ODG)", "Official Disability Guideline (ODG)",
      "Official Disability Guidelines ODG", "ODG (Official Disability Guidelines)",
      "Official Disabilities Guidelines", "Official Disabilities Guidelines (ODG)",
      "Official Disability Guidelines (ODG-TWC)", "Official Disability Guidelines (TWC)",
      "Official Disability Guidelines-TWC", "ODG-TWC", "ODG TWC", "ODG/TWC", "ODG (TWC)",
      "ODG-TWC Guidelines", "ODG by MCG", "ODG by MCG Health", "ODG (MCG Health)", "MCG Health", "ODG Online", "Work Loss Data Institute",
      "Integrated Treatment/Disability Duration Guidelines", "ODG Treatment Guidelines",
      "ODG Workers' Compensation", "ODG Workers Compensation", "TWC", "Treatment Index",
      "ODG Treatment Index", "Treatment in Workers' Compensation",
      "Treatment in Workers Compensation", "Treatment in Workers' Comp",
      "Treatment in Workers Comp", "Treatment in Worker's Compensation",
      "Treatment in Worker's Comp", "Treatment in Workman's Compensation",
      "Treatment for Workers' Compensation", "Treatment for Workers Compensation",
      "Treatment for Workers' Comp", "Treatment for Workers Comp",
      "Treatment for Worker's Compensation"
    }},

    -- MTUS, 8 CCR 9792.22 to 9792.23.9, until November 2017: chapters of the ACOEM Practice
    -- Guidelines, second edition. Chapters 4, 6 (after July 2009) and 7 are no part of the MTUS.
    ["General Approaches"] = {
      id = "MTUS General Approaches: ACOEM 2004 chapters 1, 2, 3 and 5", authority = "MTUS",
      years = {"2004"},
      also = {"General Approaches to Treatment", "General Approach"}
    },
    ["Prevention"] = {
      id = "ACOEM 2004 chapter 1: Prevention", authority = "MTUS", chapter = "1", years = {"2004"},
      also = {"ACOEM 2004 chapter 1"}
    },
    ["General Approach to Initial Assessment and Documentation"] = {
      id = "ACOEM 2004 chapter 2: General Approach to Initial Assessment and Documentation",
      authority = "MTUS", chapter = "2", years = {"2004"},
      also = {
        "General Approach to Initial Assessment & Documentation",
        "General Approaches to Initial Assessment and Documentation",
        "General Approaches to Initial Assessment & Documentation",
        "Initial Assessment and Documentation", "Initial Assessment & Documentation",
        "ACOEM 2004 chapter 2"
      }
    },
    ["Initial Approaches to Treatment 2004"] = {
      id = "ACOEM 2004 chapter 3: Initial Approaches to Treatment", authority = "MTUS",
      chapter = "3", years = {"2004"},
      also = {
        "Initial Approaches to Treatment (2004)", "Initial Approach to Treatment 2004",
        "ACOEM 2004 chapter 3"
      }
    },
    ["Work-Relatedness"] = {
      id = "ACOEM 2004 chapter 4: Work-Relatedness", authority = "ACOEM", chapter = "4",
      years = {"2004"},
      also = {"Work Relatedness", "ACOEM 2004 chapter 4"}
    },
    ["Cornerstones of Disability Prevention and Management"] = {
      id = "ACOEM 2004 chapter 5: Cornerstones of Disability Prevention and Management",
      authority = "MTUS", chapter = "5", years = {"2004"},
      also = {
        "Cornerstones of Disability Prevention & Management",
        "Cornerstones of Disability Prevention",
        "Cornerstones to Disability Prevention and Management",
        "Cornerstones to Disability Prevention & Management",
        "Disability Prevention and Management", "Disability Prevention & Management",
        "ACOEM 2004 chapter 5"
      }
    },
    ["Pain, Suffering, and the Restoration of Function"] = {
      id = "ACOEM 2004 chapter 6: Pain, Suffering, and the Restoration of Function",
      authority = "ACOEM", chapter = "6", years = {"2004"},
      also = {
        "Pain, Suffering and the Restoration of Function",
        "Pain, Suffering, & the Restoration of Function",
        "Pain, Suffering and Restoration of Function",
        "Pain, Suffering, and Restoration of Function",
        "Pain Suffering and the Restoration of Function",
        "Pain, Suffering, the Restoration of Function", "ACOEM 2004 chapter 6"
      }
    },
    ["Independent Medical Examinations and Consultations"] = {
      id = "ACOEM 2004 chapter 7: Independent Medical Examinations and Consultations",
      authority = "ACOEM", chapter = "7", years = {"2004"},
      also = {
        "Independent Medical Examinations & Consultations",
        "Independent Medical Examination and Consultations",
        "Independent Medical Examination & Consultations",
        "Independent Medical Examination and Consultation",
        "Independent Medical Examination & Consultation",
        "Independent Medical Evaluations and Consultations",
        "Independent Medical Evaluations & Consultations", "ACOEM 2004 chapter 7"
      }
    },
    ["Neck and Upper Back Complaints"] = {
      id = "ACOEM 2004 chapter 8: Neck and Upper Back Complaints", authority = "MTUS",
      chapter = "8", years = {"2004"},
      also = {
        "Neck & Upper Back Complaints", "Neck Complaints", "Neck/Upper Back Complaints",
        "Neck and Upper Back Complaints Guidelines", "ACOEM 2004 chapter 8"
      }
    },
    ["Shoulder Complaints"] = {
      id = "ACOEM 2004 chapter 9: Shoulder Complaints", authority = "MTUS", chapter = "9",
      years = {"2004"},
      also = {"Shoulder Complaints Guidelines", "ACOEM 2004 chapter 9"}
    },
    ["Elbow Complaints"] = {
      id = "ACOEM 2007 chapter 10: Elbow Complaints", authority = "MTUS", chapter = "10",
      years = {"2007", "2004"},
      also = {
        "Elbow Disorders 2007", "Elbow Disorders (Revised 2007)", "Elbow Complaints (Revised 2007)",
        "Elbow (Revised 2007)", "Elbow Disorders Revised 2007", "Elbow Complaints Guidelines",
        "ACOEM 2004 chapter 10"
      }
    },
    ["Forearm, Wrist, and Hand Complaints"] = {
      id = "ACOEM 2004 chapter 11: Forearm, Wrist, and Hand Complaints", authority = "MTUS",
      chapter = "11", years = {"2004"},
      also = {
        "Forearm, Wrist and Hand Complaints", "Forearm, Wrist, & Hand Complaints",
        "Forearm, Wrist & Hand Complaints", "Hand, Wrist, and Forearm Complaints",
        "Hand, Wrist and Forearm Complaints", "Hand, Wrist, & Forearm Complaints",
        "Hand, Wrist & Forearm Complaints", "Forearm/Wrist/Hand Complaints",
        "Forearm, Wrist, Hand Complaints", "Forearm Wrist and Hand Complaints",
        "Forearm Wrist & Hand Complaints", "Wrist and Hand Complaints", "Wrist & Hand Complaints",
        "Wrist, Hand, and Forearm Complaints", "Wrist, Hand and Forearm Complaints",
        "Wrist, Hand, & Forearm Complaints", "Wrist, Hand & Forearm Complaints",
        "Forearm, Wrist, and Hand Complaints Guidelines", "ACOEM 2004 chapter 11"
      }
    },
    ["Low Back Complaints"] = {
      id = "ACOEM 2004 chapter 12: Low Back Complaints", authority = "MTUS", chapter = "12",
      years = {"2004"},
      also = {
        "Lower Back Complaints", "Low-Back Complaints", "Low Back Complaints Guidelines",
        "ACOEM 2004 chapter 12"
      }
    },
    ["Knee Complaints"] = {
      id = "ACOEM 2004 chapter 13: Knee Complaints", authority = "MTUS", chapter = "13",
      years = {"2004"},
      also = {"Knee Complaints Guidelines", "ACOEM 2004 chapter 13"}
    },
    ["Ankle and Foot Complaints"] = {
      id = "ACOEM 2004 chapter 14: Ankle and Foot Complaints", authority = "MTUS", chapter = "14",
      years = {"2004"},
      also = {
        "Ankle & Foot Complaints", "Foot and Ankle Complaints", "Foot & Ankle Complaints",
        "Ankle/Foot Complaints", "Ankle and Foot Complaints Guidelines", "ACOEM 2004 chapter 14"
      }
    },
    ["Stress-Related Conditions"] = {
      id = "ACOEM 2004 chapter 15: Stress-Related Conditions", authority = "MTUS", chapter = "15",
      years = {"2004"},
      also = {
        "Stress Related Conditions", "Stress Related Condition", "Stress-Related Condition",
        "Stress-Related Conditions Guidelines", "Stress Related Conditions Guidelines",
        "Stress-Related Complaints", "Stress Related Complaints", "Stress Conditions",
        "ACOEM 2004 chapter 15"
      }
    },
    ["Eye"] = {
      id = "ACOEM 2004 chapter 16: Eye", authority = "MTUS", chapter = "16", years = {"2004"},
      also = {
        "Eye Complaints", "Eye Complaint", "Eye Complaints Guidelines", "Eyes",
        "ACOEM 2004 chapter 16"
      }
    },

    -- MTUS, 8 CCR 9792.24.1 to 9792.24.4: special topics. Where the year makes another document, it
    -- stands at the end of the key; without one the edition of 2009 is meant.
    ["Acupuncture Medical Treatment Guidelines"] = {
      id = "MTUS Acupuncture Medical Treatment Guidelines", authority = "MTUS",
      years = {"2007", "2009"},
      also = {
        "Acupuncture Medical Treatment", "Acupuncture Medical Treatment Guideline",
        "Acupuncture Treatment", "Acupuncture Treatment Guidelines",
        "Acupuncture Treatment Guideline", "Acupuncture Guidelines", "Acupuncture Guideline"
      }
    },
    ["Chronic Pain Medical Treatment"] = {
      id = "MTUS Chronic Pain Medical Treatment Guidelines 2009", authority = "MTUS",
      years = {"2009"},
      also = {
        "Chronic Pain Medical Treatment Guidelines", "Chronic Pain Medical Treatment Guideline",
        "Chronic Pain Treatment", "Chronic Pain Treatment Guidelines",
        "Chronic Pain Treatment Guideline", "Chronic Pain", "Chronic Pain Guidelines",
        "Chronic Pain Medical Guidelines", "Chronic Pain Medical",
        "Chronic Pain Medical Treatment Guidelines (CPMTG)", "CPMTG",
        "Chronic Pain Management Guidelines", "Chronic Medical Treatment Guidelines",
        "Chronic Pain Medical Treatments Guidelines"
      }
    },
    ["Chronic Pain Medical Treatment 2016"] = {
      id = "MTUS Chronic Pain Medical Treatment Guidelines 2016", authority = "MTUS",
      years = {"2016"},
      also = {
        "Chronic Pain Medical Treatment Guidelines 2016",
        "Chronic Pain Medical Treatment Guideline 2016", "Chronic Pain Treatment 2016",
        "Chronic Pain Treatment Guidelines 2016", "Chronic Pain Treatment Guideline 2016",
        "Chronic Pain 2016", "Chronic Pain Guidelines 2016", "Chronic Pain Medical Guidelines 2016",
        "Chronic Pain Medical 2016", "Chronic Pain Medical Treatment Guidelines (CPMTG) 2016",
        "CPMTG 2016", "Chronic Pain Management Guidelines 2016",
        "Chronic Medical Treatment Guidelines 2016",
        "Chronic Pain Medical Treatments Guidelines 2016"
      }
    },
    ["Postsurgical Treatment"] = {
      id = "MTUS Postsurgical Treatment Guidelines", authority = "MTUS", years = {"2009"},
      also = {
        "Postsurgical Medical Treatment", "Postsurgical Medical Treatment Guidelines",
        "Postsurgical Medical Treatment Guideline", "Postsurgical Treatment Guidelines",
        "Postsurgical Treatment Guideline", "Post-Surgical Medical Treatment",
        "Post-Surgical Medical Treatment Guidelines", "Post-Surgical Medical Treatment Guideline",
        "Post-Surgical Treatment", "Post-Surgical Treatment Guidelines",
        "Post-Surgical Treatment Guideline", "Post Surgical Medical Treatment",
        "Post Surgical Medical Treatment Guidelines", "Post Surgical Medical Treatment Guideline",
        "Post Surgical Treatment", "Post Surgical Treatment Guidelines",
        "Post Surgical Treatment Guideline", "Postsurgical Physical Medicine Treatment",
        "Postsurgical Physical Medicine Treatment Guidelines", "Postsurgical Physical Medicine",
        "Postsurgical Guidelines", "Post-Surgical Guidelines", "Post Surgical Guidelines",
        "Postsurgical Rehabilitation Treatment Guidelines",
        "Postsurgical Rehabilitation Guidelines", "Postoperative Treatment Guidelines"
      }
    },
    ["Opioids Treatment"] = {
      id = "MTUS Opioids Treatment Guidelines 2016", authority = "MTUS", years = {"2016"},
      also = {
        "Opioids Treatment Guidelines", "Opioids Treatment Guideline", "Opioid Treatment",
        "Opioid Treatment Guidelines", "Opioid Treatment Guideline", "Opioids Medical Treatment",
        "Opioids Medical Treatment Guidelines", "Opioids 2016", "Opioids Guidelines 2016",
        "Opioids Guideline 2016", "Opioid Guidelines 2016"
      }
    },

    -- MTUS from December 2017: guidelines of ACOEM, one for all its editions
    ["Initial Approaches to Treatment"] = {
      id = "ACOEM Initial Approaches to Treatment Guideline", authority = "MTUS", years = {"2017"},
      also = {
        "Initial Approach to Treatment", "Initial Approaches to Treatment Guideline",
        "Initial Approaches to Treatment Guidelines"
      }
    },
    ["Cervical and Thoracic Spine Disorders"] = {
      id = "ACOEM Cervical and Thoracic Spine Disorders Guideline", authority = "MTUS",
      years = {"2016", "2018"},
      also = {
        "Cervical & Thoracic Spine Disorders", "Cervical Spine and Thoracic Spine Disorders",
        "Cervical Spine & Thoracic Spine Disorders", "Cervical/Thoracic Spine Disorders",
        "Cervical and Thoracic Disorders", "Cervical & Thoracic Disorders",
        "Neck and Upper Back Disorders", "Neck & Upper Back Disorders",
        "Cervical and Thoracic Spine Disorders Guideline",
        "Cervical and Thoracic Spine Disorders Guidelines"
      }
    },
    ["Shoulder Disorders"] = {
      id = "ACOEM Shoulder Disorders Guideline", authority = "MTUS", years = {"2016"},
      also = {"Shoulder Disorders Guideline", "Shoulder Disorders Guidelines"}
    },
    ["Elbow Disorders"] = {
      id = "ACOEM Elbow Disorders Guideline", authority = "MTUS", years = {"2013", "2018"},
      also = {"Elbow Disorders Guideline", "Elbow Disorders Guidelines"}
    },
    ["Hand, Wrist, and Forearm Disorders"] = {
      id = "ACOEM Hand, Wrist, and Forearm Disorders Guideline", authority = "MTUS",
      years = {"2016", "2019"},
      also = {
        "Hand, Wrist and Forearm Disorders", "Hand, Wrist, & Forearm Disorders",
        "Hand, Wrist & Forearm Disorders", "Forearm, Wrist, and Hand Disorders",
        "Forearm, Wrist and Hand Disorders", "Forearm, Wrist, & Hand Disorders",
        "Forearm, Wrist & Hand Disorders", "Hand/Wrist/Forearm Disorders",
        "Hand, Wrist, Forearm Disorders", "Hand, Wrist, and Forearm Disorders Guideline",
        "Hand, Wrist, and Forearm Disorders Guidelines"
      }
    },
    ["Low Back Disorders"] = {
      id = "ACOEM Low Back Disorders Guideline", authority = "MTUS",
      years = {"2016", "2019", "2020"},
      also = {
        "Lower Back Disorders", "Low-Back Disorders", "Lumbar Spine Disorders",
        "Low Back Disorders Guideline", "Low Back Disorders Guidelines"
      }
    },
    ["Knee Disorders"] = {
      id = "ACOEM Knee Disorders Guideline", authority = "MTUS", years = {"2015", "2019"},
      also = {"Knee Disorders Guideline", "Knee Disorders Guidelines"}
    },
    ["Ankle and Foot Disorders"] = {
      id = "ACOEM Ankle and Foot Disorders Guideline", authority = "MTUS", years = {"2015", "2018"},
      also = {
        "Ankle & Foot Disorders", "Foot and Ankle Disorders", "Foot & Ankle Disorders",
        "Ankle/Foot Disorders", "Ankle and Foot Disorders Guideline",
        "Ankle and Foot Disorders Guidelines"
      }
    },
    ["Eye Disorders"] = {
      id = "ACOEM Eye Disorders Guideline", authority = "MTUS", years = {"2017"},
      also = {"Eye Disorders Guideline", "Eye Disorders Guidelines"}
    },
    ["Hip and Groin Disorders"] = {
      id = "ACOEM Hip and Groin Disorders Guideline", authority = "MTUS", years = {"2011", "2019"},
      also = {
        "Hip & Groin Disorders", "Hip and Groin Disorders Guideline",
        "Hip and Groin Disorders Guidelines", "Hip and Groin", "Hip & Groin",
        "Hip and Groin Guideline", "Hip and Groin Guidelines", "Hip and Groin Complaints",
        "Hip & Groin Complaints"
      }
    },
    ["Occupational/Work-Related Asthma"] = {
      id = "ACOEM Occupational/Work-Related Asthma Guideline", authority = "MTUS",
      years = {"2016", "2020"},
      also = {
        "Occupational/Work-Related Asthma Medical Treatment", "Work-Related Asthma",
        "Work Related Asthma", "Occupational Asthma", "Occupational and Work-Related Asthma",
        "Occupational & Work-Related Asthma", "Occupational/Work-Related Asthma Guideline",
        "Occupational/Work-Related Asthma Guidelines"
      }
    },
    ["Occupational Interstitial Lung Disease"] = {
      id = "ACOEM Occupational Interstitial Lung Disease Guideline", authority = "MTUS",
      years = {"2016", "2019"},
      also = {
        "Interstitial Lung Disease", "Occupational Interstitial Lung Diseases",
        "Occupational Interstitial Lung", "Interstitial Lung",
        "Occupational Interstitial Lung Disease Guideline",
        "Occupational Interstitial Lung Disease Guidelines"
      }
    },
    ["Coronavirus (COVID-19)"] = {
      id = "ACOEM Coronavirus (COVID-19) Guideline", authority = "MTUS",
      years = {"2020", "2021", "2022"},
      also = {
        "COVID-19", "Coronavirus", "Coronavirus Disease 2019 (COVID-19)", "COVID 19",
        "COVID-19 (Coronavirus)", "Coronavirus (COVID-19) Guideline",
        "Coronavirus (COVID-19) Guidelines"
      }
    },
    ["Traumatic Brain Injury"] = {
      id = "ACOEM Traumatic Brain Injury Guideline", authority = "MTUS", years = {"2017"},
      also = {
        "Traumatic Brain Injury (TBI)", "TBI", "Traumatic Brain Injuries",
        "Traumatic Brain Injury Guideline", "Traumatic Brain Injury Guidelines"
      }
    },
    ["Workplace Mental Health"] = {
      id = "ACOEM Workplace Mental Health Guideline", authority = "MTUS",
      years = {"2018", "2020", "2021"},
      also = {
        "Workplace Mental Health Disorders", "Mental Health", "Workplace Mental Health Guideline",
        "Workplace Mental Health Guidelines"
      }
    },
    ["Posttraumatic Stress Disorder and Acute Stress Disorder"] = {
      id = "ACOEM Workplace Mental Health: Posttraumatic Stress Disorder and Acute Stress Disorder",
      authority = "MTUS", years = {"2018"},
      also = {
        "Posttraumatic Stress Disorder & Acute Stress Disorder",
        "Post-Traumatic Stress Disorder and Acute Stress Disorder",
        "Post-Traumatic Stress Disorder & Acute Stress Disorder", "Posttraumatic Stress Disorder",
        "Post-Traumatic Stress Disorder", "Post Traumatic Stress Disorder",
        "Posttraumatic Stress Disorder (PTSD)", "Post-Traumatic Stress Disorder (PTSD)", "PTSD",
        "Workplace Mental Health: Posttraumatic Stress Disorder and Acute Stress Disorder",
        "PTSD and Acute Stress Disorder", "PTSD & Acute Stress Disorder",
        "Workplace Mental Health: PTSD and Acute Stress Disorder",
        "Workplace Mental Health: PTSD & Acute Stress Disorder",
        "Posttraumatic Stress Disorder and Acute Stress Disorder Guideline",
        "Posttraumatic Stress Disorder and Acute Stress Disorder Guidelines"
      }
    },
    ["Depressive Disorders"] = {
      id = "ACOEM Workplace Mental Health: Depressive Disorders", authority = "MTUS",
      years = {"2020"},
      also = {
        "Depressive Disorder", "Workplace Mental Health: Depressive Disorders",
        "Depressive Disorders Guideline", "Depressive Disorders Guidelines"
      }
    },
    ["Anxiety Disorders"] = {
      id = "ACOEM Workplace Mental Health: Anxiety Disorders", authority = "MTUS", years = {"2021"},
      also = {
        "Anxiety Disorder", "Workplace Mental Health: Anxiety Disorders",
        "Anxiety Disorders Guideline", "Anxiety Disorders Guidelines"
      }
    },
    ["Chronic Pain Guideline"] = {
      id = "ACOEM Chronic Pain Guideline", authority = "MTUS", years = {"2017", "2024"},
      also = {
        "Chronic Pain 2017", "Chronic Pain Guideline 2017", "Chronic Pain Guidelines 2017",
        "Chronic Pain 2024", "Chronic Pain Guideline 2024", "Chronic Pain Guidelines 2024",
        "Chronic Pain Disorders", "Chronic Pain Disorders Guideline",
        "Chronic Pain Disorders Guidelines", "Chronic Persistent Pain"
      }
    },
    ["Opioids Guideline"] = {
      id = "ACOEM Opioids Guideline", authority = "MTUS", years = {"2017"},
      also = {
        "Opioids Guidelines", "Opioid Guideline", "Opioid Guidelines", "Opioids 2017",
        "Opioids for Treatment of Acute, Subacute, Chronic, and Postoperative Pain"
      }
    },
    ["Antiemetics"] = {id = "ACOEM Antiemetics Guideline", authority = "MTUS", also = {
      "Antiemetic", "Anti-emetics", "Antiemetics Guideline", "Antiemetics Guidelines"
    }},
    ["Cannabis"] = {id = "ACOEM Cannabis Guideline", authority = "MTUS", years = {"2025"}, also = {
      "Cannabis Guideline", "Cannabis Guidelines"
    }},
  },
}
