-- The names of guidelines' sections, for telling one name with a comma from a list of two.

return {
  about = [[
Headings within the documents of guidelines.lua and the chapters of odg_chapters.lua, as letters
print them: MTUS Chronic Pain Medical Treatment Guidelines of 2009 (parts 1 and 2) and of 2016, MTUS
Postsurgical Treatment Guidelines and Opioids Treatment Guidelines of 2016 (8 CCR 9792.24.2 to
9792.24.4), the chapters of the ACOEM Practice Guidelines of 2004 and 2007, the ACOEM guidelines
adopted from December 2017, and the procedure summaries of the Official Disability Guidelines. Names
with a comma, a colon, a semicolon, "and" or "&" are here to be kept whole, names that begin like an
ODG chapter to be told from it, the others because letters cite them most. A comma within
parentheses never divides two names, so that what stands in parentheses after a name need not be
here.]],

  fields = {
    {name = "heads", type = "boolean",
     meaning = "the guideline prints headings that begin with this name, a comma and a small letter: "
       .. "one that is not here is such a heading as well"},
  },

  entries = {
    -- MTUS Chronic Pain Medical Treatment Guidelines, part 1: Introduction
    ["Introduction"] = {},
    ["Acute vs. Chronic Pain Model"] = {},
    ["Biomedical vs. Biopsychosocial Model"] = {},
    ["Medical vs. Self-Management Model"] = {},
    ["History and Physical Examination"] = {also = {"History & Physical Examination"}},
    ["Pain Mechanisms"] = {},
    ["Pain Outcomes and Endpoints"] = {},

    -- MTUS Chronic Pain Medical Treatment Guidelines, part 2: individual treatments
    ["Acetaminophen"] = {also = {"Acetaminophen (APAP)"}},
    ["Acupuncture"] = {},
    ["Anti-inflammatory medications"] = {},
    ["Anti-epilepsy drugs"] = {also = {
      "Anti-epilepsy drugs (AEDs)", "Antiepilepsy drugs (AEDs)", "Antiepilepsy drugs"
    }},
    ["Antidepressants"] = {},
    ["Antidepressants for chronic pain"] = {also = {"Anti-depressants for chronic pain"}},
    ["Antispasmodics"] = {},
    ["Antispasticity/Antispasmodic drugs"] = {},
    ["Baclofen"] = {also = {"Baclofen (Lioresal)"}},
    ["Barbiturate-containing analgesic agents (BCAs)"] = {also = {
      "Barbiturate-containing analgesic agents"
    }},
    ["Behavioral interventions"] = {},
    ["Benzodiazepines"] = {},
    ["Biofeedback"] = {},
    ["Botulinum toxin"] = {also = {
      "Botulinum toxin (Botox; Myobloc)", "Botulinum toxin (Botox, Myobloc)"
    }},
    ["Buprenorphine"] = {},
    ["Buprenorphine for chronic pain"] = {},
    ["Cannabinoids"] = {},
    ["Capsaicin"] = {},
    ["Capsaicin, topical"] = {also = {
      "Capsaicin, topical (chili pepper/cayenne pepper)",
      "Capsaicin, topical (chili pepper/ cayenne pepper)"
    }},
    ["Carisoprodol"] = {also = {"Carisoprodol (Soma)"}},
    ["Celebrex"] = {},
    ["Chronic pain programs"] = {},
    ["Chronic pain programs (functional restoration programs)"] = {},
    ["Chronic pain programs, early intervention"] = {},
    ["Chronic pain programs, intensity"] = {},
    ["Chronic pain programs, opioids"] = {},
    ["Clonidine, intrathecal"] = {},
    ["Codeine (Tylenol with Codeine)"] = {},
    ["Cognitive behavioral therapy"] = {},
    ["CRPS, diagnostic criteria"] = {},
    ["CRPS, diagnostic tests"] = {},
    ["CRPS, medications"] = {},
    ["CRPS, pathophysiology (clinical presentation & diagnostic criteria)"] = {},
    ["CRPS, prevention"] = {},
    ["CRPS, spinal cord stimulators (SCS)"] = {also = {"CRPS, spinal cord stimulators"}},
    ["CRPS, sympathectomy"] = {},
    ["CRPS, sympathetic and epidural blocks"] = {also = {"CRPS, sympathetic & epidural blocks"}},
    ["CRPS, sympathetic blocks (therapeutic)"] = {},
    ["CRPS, treatment"] = {},
    ["Cyclobenzaprine"] = {also = {"Cyclobenzaprine (Flexeril)"}},
    ["Detoxification"] = {},
    ["Drug testing"] = {},
    ["Duloxetine (Cymbalta)"] = {},
    ["Duragesic (fentanyl transdermal system)"] = {},
    ["Education"] = {},
    ["Electrical stimulators (E-stim)"] = {},
    ["Epidural steroid injections"] = {also = {
      "Epidural steroid injections (ESIs)", "Epidural steroid injection",
      "Epidural steroid injection (ESI)"
    }},
    ["Criteria for the use of Epidural steroid injections"] = {},
    ["Exercise"] = {},
    ["Fentanyl"] = {},
    ["Functional improvement measures"] = {},
    ["Functional restoration programs"] = {also = {"Functional restoration programs (FRPs)"}},
    ["Gabapentin"] = {also = {"Gabapentin (Neurontin)"}},
    ["H-wave stimulation"] = {also = {"H-wave stimulation (HWT)", "H-wave stimulation (devices)"}},
    ["Home health services"] = {},
    ["Hydrocodone"] = {also = {"Hydrocodone (Vicodin, Lortab)"}},
    ["Hydrocodone/Acetaminophen"] = {},
    ["Hydromorphone (Dilaudid)"] = {also = {"Hydromorphone (Dilaudid; generic available)"}},
    ["Hypnosis"] = {},
    ["Implantable drug-delivery systems"] = {also = {"Implantable drug-delivery systems (IDDSs)"}},
    ["Indications for stimulator implantation"] = {},
    ["Insomnia treatment"] = {},
    ["Interferential Current Stimulation"] = {also = {"Interferential Current Stimulation (ICS)"}},
    ["Intrathecal drug delivery systems, medications"] = {},
    ["Intravenous regional sympathetic blocks (for RSD/CRPS)"] = {also = {
      "Intravenous regional sympathetic blocks (for RSD, nerve blocks)",
      "Intravenous regional sympathetic blocks (for RSD/CRPS, nerve blocks)"
    }},
    ["Ketamine"] = {},
    ["Ketoprofen, topical"] = {},
    ["Ketorolac"] = {also = {"Ketorolac (Toradol)"}},
    ["Lidocaine"] = {},
    ["Lidoderm"] = {also = {"Lidoderm (lidocaine patch)"}},
    ["Low-level laser therapy (LLLT)"] = {},
    ["Lumbar sympathetic block"] = {},
    ["Lyrica (pregabalin)"] = {},
    ["Manual therapy & manipulation"] = {also = {"Manual therapy and manipulation"}},
    ["Massage therapy"] = {},
    ["Medications for acute pain (analgesics)"] = {},
    ["Medications for chronic pain"] = {},
    ["Medications for subacute & chronic pain"] = {also = {
      "Medications for subacute and chronic pain"
    }},
    ["Methadone"] = {},
    ["Microcurrent electrical stimulation (MENS devices)"] = {},
    ["Morphine"] = {also = {"Morphine sulfate"}},
    ["Muscle relaxants"] = {also = {"Muscle relaxants (for pain)"}},
    ["Naproxen"] = {},
    ["Neuromuscular electrical stimulation (NMES devices)"] = {also = {
      "Neuromuscular electrical stimulation (NMES)"
    }},
    ["Non-prescription medications"] = {also = {"Nonprescription medications"}},
    ["NSAIDs"] = {heads = true, also = {
      "NSAIDs (non-steroidal anti-inflammatory drugs)",
      "Non-steroidal anti-inflammatory drugs (NSAIDs)",
      "Nonsteroidal anti-inflammatory drugs (NSAIDs)"
    }},
    ["NSAIDs (non-steroidal anti-inflammatory drugs), GI symptoms & cardiovascular risk"] = {},
    ["NSAIDs, GI symptoms & cardiovascular risk"] = {also = {
      "NSAIDs, GI symptoms and cardiovascular risk", "NSAIDs, GI symptoms & cardiovascular risks",
      "NSAIDs, GI symptoms, & cardiovascular risk", "NSAIDs, GI symptoms, and cardiovascular risk",
      "NSAIDs GI symptoms & cardiovascular risk", "NSAIDs GI symptoms and cardiovascular risk",
      "NSAIDs: GI symptoms & cardiovascular risk", "NSAIDs: GI symptoms and cardiovascular risk",
      "NSAIDs: GI symptoms, & cardiovascular risk", "NSAIDs: GI symptoms, and cardiovascular risk",
      "NSAIDs GI symptoms & cardiovascular risks", "NSAIDs GI symptoms and cardiovascular risks",
      "NSAIDs, GI symptoms and cardiovascular risks",
      "NSAIDs, GI symptoms, & cardiovascular risks",
      "NSAIDs, GI symptoms, and cardiovascular risks",
      "NSAIDs: GI symptoms & cardiovascular risks", "NSAIDs: GI symptoms and cardiovascular risks",
      "NSAIDs: GI symptoms, & cardiovascular risks",
      "NSAIDs: GI symptoms, and cardiovascular risks"
    }},
    ["NSAIDs, GI risk"] = {also = {"NSAIDs, GI symptoms"}},
    ["NSAIDs, hypertension and renal function"] = {also = {
      "NSAIDs, hypertension & renal function"
    }},
    ["NSAIDs, specific drug list & adverse effects"] = {also = {
      "NSAIDs, specific drug list and adverse effects", "NSAIDs, specific drug list"
    }},
    ["Occupational therapy"] = {also = {"Occupational therapy (OT)"}},
    ["On-going management"] = {also = {"Ongoing management"}},
    ["On-going management of opioid use"] = {also = {"Ongoing management of opioid use"}},
    ["Opiates"] = {},
    ["Opioid hyperalgesia"] = {},
    ["Opioids"] = {heads = true},
    ["Opioids, cancer pain vs. nonmalignant pain"] = {also = {
      "Opioids, cancer pain vs nonmalignant pain", "Opioids, cancer pain vs. non-malignant pain"
    }},
    ["Opioids for chronic pain"] = {},
    ["Opioids for neuropathic pain"] = {},
    ["Opioids for osteoarthritis"] = {},
    ["Opioids, California Controlled Substance Utilization Review and Evaluation System"] = {},
    ["Opioids, criteria for use"] = {also = {
      "Opioid, criteria for use", "Opioids criteria for use", "Opioids - criteria for use",
      "Opioids: criteria for use"
    }},
    ["Criteria for Use of Opioids"] = {also = {"Criteria for the use of opioids"}},
    ["Opioids, dealing with misuse & addiction"] = {also = {
      "Opioids, dealing with misuse and addiction"
    }},
    ["Opioids, differentiation: dependence & addiction"] = {also = {
      "Opioids, differentiation: dependence and addiction"
    }},
    ["Opioids, dosing"] = {},
    ["Opioids, indicators for addiction"] = {also = {
      "Opioids, indicators for addiction & misuse", "Opioids, indicators for addiction and misuse"
    }},
    ["Opioids, initiating therapy"] = {},
    ["Opioids, long-acting"] = {},
    ["Opioids, long-term assessment"] = {},
    ["Opioids, long-term users of opioids (6-months or more)"] = {also = {
      "Long-term Users of Opioids (6-months or more)"
    }},
    ["Opioids, ongoing management"] = {also = {"Opioids, on-going management"}},
    ["Opioids, pain treatment agreement"] = {},
    ["Opioids, psychological intervention"] = {},
    ["Opioids, screening for risk of addiction (tests)"] = {also = {
      "Opioids, screening for risk of addiction"
    }},
    ["Opioids, screening tests for risk of addiction & misuse"] = {also = {
      "Opioids, screening tests for risk of addiction and misuse"
    }},
    ["Opioids, short-acting"] = {},
    ["Opioids, specific drug list"] = {},
    ["Opioids, sub-cutaneous"] = {also = {"Opioids, subcutaneous"}},
    ["Opioids, state medical boards guidelines"] = {},
    ["Opioids, steps to avoid misuse/addiction"] = {also = {
      "Opioids, steps to avoid misuse/ addiction"
    }},
    ["Opioids, steps to take before a therapeutic trial"] = {also = {
      "Steps to Take Before a Therapeutic Trial of Opioids"
    }},
    ["Opioids, therapeutic trial"] = {also = {"Therapeutic trial of opioids"}},
    ["Opioids, tools for risk stratification & monitoring"] = {also = {
      "Opioids, tools for risk stratification and monitoring"
    }},
    ["Opioids, when to continue"] = {also = {"When to Continue Opioids"}},
    ["Opioids, when to discontinue"] = {also = {"When to Discontinue Opioids"}},
    ["Oral morphine"] = {},
    ["Oxycodone"] = {},
    ["OxyContin (oxycodone)"] = {},
    ["Oxymorphone (Opana)"] = {},
    ["Percutaneous electrical nerve stimulation (PENS)"] = {},
    ["Physical Medicine"] = {also = {"Physical Medicine Guidelines"}},
    ["Physical medicine treatment"] = {},
    ["Physical therapy"] = {also = {"Physical therapy (PT)"}},
    ["Power mobility devices"] = {also = {"Power mobility devices (PMDs)"}},
    ["Pregabalin (Lyrica)"] = {},
    ["Proton pump inhibitors"] = {also = {"Proton pump inhibitors (PPIs)"}},
    ["Psychological evaluations"] = {},
    ["Psychological evaluations, IDDS & SCS"] = {also = {
      "Psychological evaluations, IDDS and SCS"
    }},
    ["Psychological treatment"] = {},
    ["Regional sympathetic blocks"] = {},
    ["Return to work"] = {},
    ["Salicylate topicals"] = {},
    ["Selective serotonin and norepinephrine reuptake inhibitors"] = {also = {
      "Selective serotonin and norepinephrine reuptake inhibitors (SNRIs)",
      "Selective serotonin & norepinephrine reuptake inhibitors (SNRIs)"
    }},
    ["Serotonin norepinephrine reuptake inhibitors (SNRIs)"] = {},
    ["Spinal cord stimulators"] = {also = {
      "Spinal cord stimulators (SCS)", "Spinal cord stimulation (SCS)"
    }},
    ["SSRIs"] = {also = {
      "SSRIs (selective serotonin reuptake inhibitors)",
      "Selective serotonin reuptake inhibitors (SSRIs)"
    }},
    ["Stellate ganglion block"] = {also = {"Stellate ganglion blocks"}},
    ["Tapentadol"] = {},
    ["TENS"] = {also = {
      "TENS (transcutaneous electrical nerve stimulation)",
      "TENS (transcutaneous electrical neurostimulation)"
    }},
    ["TENS, chronic pain"] = {also = {
      "TENS, chronic pain (transcutaneous electrical nerve stimulation)"
    }},
    ["TENS, post operative pain"] = {also = {
      "TENS, post operative pain (transcutaneous electrical nerve stimulation)",
      "TENS, postoperative pain (transcutaneous electrical nerve stimulation)"
    }},
    ["Criteria for the use of TENS"] = {},
    ["Testosterone replacement for hypogonadism (related to opioids)"] = {also = {
      "Testosterone replacement for hypogonadism"
    }},
    ["Tizanidine (Zanaflex)"] = {},
    ["Topical Analgesics"] = {},
    ["Topical analgesics, compounded"] = {also = {"Topical Analgesics - Compounded"}},
    ["Topical NSAIDs"] = {},
    ["Topiramate (Topamax)"] = {},
    ["Tramadol"] = {also = {"Tramadol (Ultram)"}},
    ["Transcutaneous electrotherapy"] = {},
    ["Transcutaneous electrical nerve stimulation (TENS)"] = {},
    ["Tricyclic antidepressants"] = {},
    ["Trigger point injections"] = {also = {"Trigger point injections (TPIs)"}},
    ["Ultrasound, therapeutic"] = {},
    ["Urine drug testing"] = {also = {"Urine drug testing (UDT)"}},
    ["Venlafaxine (Effexor)"] = {},
    ["Viscosupplementation"] = {},
    ["Weaning of Medications"] = {},
    ["Weaning, benzodiazepines"] = {},
    ["Weaning, carisoprodol (Soma)"] = {},
    ["Weaning, opioids (specific guidelines)"] = {also = {"Weaning, opioids"}},
    ["Weaning, stimulants"] = {},
    ["Work conditioning, work hardening"] = {also = {
      "Work conditioning/work hardening", "Work conditioning, Work Hardening programs"
    }},
    ["Yoga"] = {},
    ["Ziconotide (Prialt)"] = {},
    ["Zolpidem"] = {},

    -- MTUS Opioids Treatment Guidelines of 2016
    ["Opioids for Chronic Pain and Chronic Opioid Treatment"] = {},
    ["Opioids for Chronic Pain and Chronic Opioid Treatment (longer than 3 months)"] = {},
    ["Comprehensive Evaluation and Assessment of Patient"] = {},

    -- Chapters of ACOEM 2004 and 2007, as the MTUS adopted them
    ["Activity Modification"] = {},
    ["Cervical Nerve Root Decompression"] = {},
    ["Cornerstones of Disability Prevention and Management"] = {},
    ["Diagnostic Criteria"] = {},
    ["Follow-up"] = {also = {"Follow-up Visits"}},
    ["General Approach"] = {},
    ["General Approach to Initial Assessment and Documentation"] = {},
    ["Independent Medical Examinations and Consultations"] = {},
    ["Initial Approaches to Treatment"] = {},
    ["Initial Assessment"] = {},
    ["Initial Care"] = {},
    ["Lumbar Nerve Root Decompression"] = {},
    ["Medical History"] = {},
    ["Medications"] = {},
    ["Physical Examination"] = {},
    ["Physical Methods"] = {},
    ["Red Flags"] = {},
    ["Rest and Immobilization"] = {},
    ["Special Studies"] = {also = {
      "Special Studies and Diagnostic and Treatment Considerations",
      "Special Studies and Diagnostic Considerations",
      "Special Studies and Diagnostic & Treatment Considerations"
    }},
    ["Summary"] = {},
    ["Summary of Recommendations"] = {also = {
      "Summary of Recommendations and Evidence", "Summary of Evidence and Recommendations",
      "Summary of Recommendations for Evaluating and Managing Low Back Complaints"
    }},
    ["Surgical Considerations"] = {},
    ["Work Activities"] = {},
    ["Work-Relatedness"] = {},

    -- MTUS Postsurgical Treatment Guidelines
    ["Ankle & Foot"] = {also = {"Ankle and Foot"}},
    ["Burns"] = {},
    ["Carpal Tunnel Syndrome"] = {},
    ["Elbow & Upper Arm"] = {also = {"Elbow and Upper Arm"}},
    ["Forearm, Wrist, & Hand"] = {also = {
      "Forearm, Wrist, and Hand", "Forearm, Wrist & Hand", "Forearm, Wrist and Hand"
    }},
    ["Head"] = {},
    ["Hernia"] = {},
    ["Hip, Pelvis and Thigh (femur)"] = {also = {
      "Hip, Pelvis and Thigh", "Hip, Pelvis, and Thigh", "Hip, Pelvis, & Thigh (femur)",
      "Hip, Pelvis & Thigh"
    }},
    ["Knee"] = {},
    ["Low Back"] = {},
    ["Neck & Upper Back"] = {also = {"Neck and Upper Back"}},
    ["Shoulder"] = {},

    -- ACOEM guidelines adopted from December 2017
    ["Opioids for Treatment of Acute, Subacute, Chronic, and Postoperative Pain"] = {},
    ["Radiofrequency Neurotomy, Neurotomy, and Facet Rhizotomy"] = {},

    -- ODG: Pain
    ["Anxiety medications in chronic pain"] = {},
    ["Antiemetics"] = {also = {"Antiemetics (for opioid nausea)"}},
    ["Armodafinil (Nuvigil)"] = {},
    ["Compound drugs"] = {},
    ["Cytochrome p450 testing"] = {also = {"Cytochrome p450"}},
    ["Diclofenac, topical"] = {also = {"Diclofenac, topical (Flector, Pennsaid, Voltaren Gel)"}},
    ["Electrodiagnostic testing (EMG/NCS)"] = {also = {"Electrodiagnostic testing"}},
    ["Eszopiclone (Lunesta)"] = {also = {"Eszopicolone (Lunesta)"}},
    ["Fioricet"] = {},
    ["Flector patch"] = {also = {"Flector patch (diclofenac epolamine)"}},
    ["Genetic testing for potential opioid abuse"] = {},
    ["Gym memberships"] = {},
    ["Hydrocodone, extended release (Zohydro ER)"] = {},
    ["Insomnia"] = {},
    ["Medical food"] = {also = {"Medical foods"}},
    ["Methylnaltrexone (Relistor)"] = {},
    ["NSAIDs, topical"] = {},
    ["Office visits"] = {},
    ["Ondansetron (Zofran)"] = {},
    ["Opioid-induced constipation treatment"] = {also = {
      "Opioid-induced constipation treatment (Lubiprostone)"
    }},
    ["Opioids, abuse-deterrent formulations"] = {},
    ["Opioids, MED (morphine equivalent dose)"] = {},
    ["Oral corticosteroids"] = {},
    ["Pain management programs"] = {},
    ["Pharmacogenetic testing/pharmacogenomics (opioids & chronic non-malignant pain)"] = {also = {
      "Pharmacogenetic testing, opioid metabolism"
    }},
    ["Polysomnography"] = {},
    ["Sleep studies"] = {},
    ["Tapentadol (Nucynta)"] = {},
    ["Theramine"] = {},
    ["Trepadone"] = {},
    ["Vitamin D (cholecalciferol)"] = {},
    ["Voltaren Gel (diclofenac)"] = {also = {"Voltaren Gel"}},
    ["Zolpidem (Ambien)"] = {},

    -- ODG: Low Back
    ["Adhesiolysis, percutaneous"] = {also = {"Adhesiolysis, spinal endoscopic"}},
    ["Aquatic therapy"] = {},
    ["Back brace, post operative (fusion)"] = {also = {
      "Back brace, postoperative (fusion)", "Back brace, post operative"
    }},
    ["Back braces/lumbar supports"] = {},
    ["Bone growth stimulators (BGS)"] = {also = {"Bone-growth stimulators (BGS)"}},
    ["Chiropractic"] = {also = {"Chiropractic guidelines"}},
    ["Cold/heat packs"] = {also = {"Heat/cold packs"}},
    ["CT & CT Myelography (computed tomography)"] = {also = {"CT (computed tomography)"}},
    ["Disc prosthesis"] = {},
    ["Discectomy/laminectomy"] = {also = {
      "Discectomy/ laminectomy", "Laminectomy/laminotomy", "Laminectomy/ laminotomy"
    }},
    ["Discography"] = {},
    ["Electrodiagnostic studies (EDS)"] = {also = {"Electrodiagnostic studies"}},
    ["EMGs (electromyography)"] = {also = {"EMG's (electromyography)", "Electromyography (EMG)"}},
    ["Epidural steroid injections, diagnostic"] = {also = {
      "Epidural steroid injections (ESIs), diagnostic"
    }},
    ["Epidural steroid injections, series of three"] = {},
    ["Epidural steroid injections (ESIs), therapeutic"] = {also = {
      "Epidural steroid injections, therapeutic"
    }},
    ["Facet joint diagnostic blocks"] = {also = {"Facet joint diagnostic blocks (injections)"}},
    ["Facet joint injections"] = {also = {
      "Facet joint injections, lumbar", "Facet joint injections, thoracic"
    }},
    ["Facet joint injections, multiple series"] = {},
    ["Facet joint intra-articular injections (therapeutic blocks)"] = {},
    ["Facet joint medial branch blocks (therapeutic injections)"] = {also = {
      "Facet joint medial branch blocks (therapeutic)"
    }},
    ["Facet joint pain, signs & symptoms"] = {also = {"Facet joint pain, signs and symptoms"}},
    ["Facet joint radiofrequency neurotomy"] = {},
    ["Functional capacity evaluation"] = {also = {"Functional capacity evaluation (FCE)"}},
    ["Fusion (spinal)"] = {also = {"Fusion, spinal"}},
    ["Hardware implant removal (fixation)"] = {},
    ["Hardware injection (block)"] = {also = {"Hardware injections (block)"}},
    ["Hospital length of stay (LOS)"] = {also = {"Hospital length of stay"}},
    ["Indications for Surgery"] = {},
    ["Interferential therapy"] = {},
    ["Kyphoplasty"] = {},
    ["Lumbar supports"] = {},
    ["Lumbar extension exercise equipment"] = {},
    ["Lumbar sprains and strains"] = {also = {"Lumbar sprains & strains"}},
    ["Manipulation"] = {},
    ["Massage"] = {},
    ["Mattress selection"] = {also = {"Mattress firmness"}},
    ["MRIs (magnetic resonance imaging)"] = {also = {
      "MRI's (magnetic resonance imaging)", "MRI (magnetic resonance imaging)",
      "Magnetic resonance imaging (MRI)", "MRI"
    }},
    ["Nerve conduction studies (NCS)"] = {also = {"Nerve conduction studies"}},
    ["Piriformis injections"] = {also = {"Piriformis syndrome, injections"}},
    ["Preoperative electrocardiogram (ECG)"] = {},
    ["Preoperative lab testing"] = {also = {
      "Preoperative laboratory testing", "Pre-operative lab testing"
    }},
    ["Preoperative testing, general"] = {also = {"Pre-operative testing, general"}},
    ["Prolotherapy (sclerotherapy)"] = {also = {"Prolotherapy"}},
    ["Psychological screening"] = {},
    ["Radiography (x-rays)"] = {also = {"Radiographs (x-rays)", "Radiography"}},
    ["Sacroiliac joint blocks"] = {also = {"Sacroiliac blocks"}},
    ["Sacroiliac joint fusion"] = {},
    ["Sacroiliac joint injections"] = {also = {"Sacroiliac joint injections (SJI)"}},
    ["Surgical assistant"] = {},
    ["Traction"] = {},
    ["Walking aids"] = {also = {
      "Walking aids (canes, crutches, braces, orthoses, & walkers)",
      "Walking aids (canes, crutches, braces, orthoses, and walkers)"
    }},

    -- ODG: Neck & Upper Back
    ["Cervical collar, post operative (fusion)"] = {also = {
      "Cervical collar, postoperative (fusion)"
    }},
    ["Cervicogenic headache, facet joint neurotomy"] = {},
    ["Facet joint therapeutic steroid injections"] = {},
    ["Fusion, anterior cervical"] = {},
    ["Fusion, posterior cervical"] = {},
    ["Greater occipital nerve block"] = {also = {
      "Greater occipital nerve blocks", "Greater occipital nerve block (GONB)"
    }},
    ["Greater occipital nerve block, diagnostic"] = {},
    ["Greater occipital nerve block, therapeutic"] = {},
    ["Neck pillow"] = {also = {"Pillow"}},
    ["Plate fixation, cervical spine surgery"] = {},

    -- ODG: Shoulder
    ["Acromioplasty"] = {},
    ["Compression garments"] = {},
    ["Continuous-flow cryotherapy"] = {also = {"Continuous flow cryotherapy"}},
    ["Continuous passive motion"] = {also = {"Continuous passive motion (CPM)"}},
    ["Diagnostic arthroscopy"] = {},
    ["Extracorporeal shock wave therapy (ESWT)"] = {also = {
      "Extracorporeal shockwave therapy (ESWT)"
    }},
    ["Home exercise kits"] = {},
    ["Hyaluronic acid injections"] = {},
    ["Manipulation under anesthesia (MUA)"] = {also = {"Manipulation under anesthesia"}},
    ["MR arthrogram"] = {also = {"Magnetic resonance arthrogram"}},
    ["Nerve blocks"] = {},
    ["Partial claviculectomy (Mumford procedure)"] = {also = {"Partial claviculectomy"}},
    ["Platelet-rich plasma (PRP)"] = {also = {"Platelet-rich plasma"}},
    ["Postoperative abduction pillow sling"] = {},
    ["Postoperative pain pump"] = {},
    ["Shoulder arthroplasty"] = {},
    ["Static progressive stretch (SPS) therapy"] = {},
    ["Steroid injections"] = {},
    ["Surgery for impingement syndrome"] = {},
    ["Surgery for rotator cuff repair"] = {},
    ["Surgery for ruptured biceps tendon (at the shoulder)"] = {},
    ["Surgery for SLAP lesions"] = {},
    ["Ultrasound, diagnostic"] = {},
    ["Venous thrombosis"] = {},

    -- ODG: Knee & Leg, Hip & Pelvis
    ["Arthroplasty"] = {},
    ["Arthroscopic surgery for osteoarthritis"] = {},
    ["Bathtub seats"] = {},
    ["Chondroplasty"] = {},
    ["Corticosteroid injections"] = {},
    ["Durable medical equipment"] = {also = {"Durable medical equipment (DME)"}},
    ["Exercise equipment"] = {},
    ["Footwear, knee arthritis"] = {},
    ["Game Ready accelerated recovery system"] = {},
    ["Hip arthroplasty"] = {},
    ["Knee brace"] = {also = {"Knee braces"}},
    ["Knee joint replacement"] = {},
    ["Knee replacement surgery"] = {},
    ["Meniscectomy"] = {},
    ["Sacroiliac problems, diagnosis"] = {},
    ["Skilled nursing facility (SNF) care"] = {also = {"Skilled nursing facility care"}},
    ["Transportation (to & from appointments)"] = {also = {
      "Transportation (to and from appointments)"
    }},
    ["Vasopneumatic devices"] = {also = {"Vasopneumatic devices (wound healing)"}},
    ["Wheelchair"] = {},

    -- ODG: Ankle & Foot
    ["Ankle foot orthosis (AFO)"] = {},
    ["Fusion (arthrodesis)"] = {},
    ["Injections"] = {also = {"Injections (corticosteroid)"}},
    ["Lateral ligament ankle reconstruction (surgery)"] = {},
    ["Night splints"] = {},
    ["Orthotic devices"] = {},
    ["Rolling knee walker"] = {},
    ["Surgery for plantar fasciitis"] = {},

    -- ODG: Elbow; Forearm, Wrist, & Hand; Carpal Tunnel Syndrome
    ["Arthroplasty, finger and/or thumb (joint replacement)"] = {also = {
      "Arthroplasty, finger and/or thumb"
    }},
    ["Carpal tunnel release surgery (CTR)"] = {also = {"Carpal tunnel release"}},
    ["Hand therapy"] = {},
    ["Physical/Occupational therapy"] = {also = {"Physical/ Occupational therapy"}},
    ["Splinting"] = {also = {"Splinting (padding)", "Splints"}},
    ["Surgery for cubital tunnel syndrome (ulnar nerve entrapment)"] = {},
    ["Surgery for epicondylitis"] = {},

    -- ODG: Head, Mental Illness & Stress
    ["Antidepressants for treatment of MDD (major depressive disorder)"] = {also = {
      "Antidepressants for treatment of MDD"
    }},
    ["Atypical antipsychotics"] = {},
    ["Benzodiazepine"] = {},
    ["Botulinum toxin for chronic migraine"] = {},
    ["Cognitive behavioral therapy (CBT)"] = {},
    ["Cognitive therapy for depression"] = {},
    ["Cognitive therapy for PTSD"] = {},
    ["Eye movement desensitization & reprocessing (EMDR)"] = {also = {
      "Eye movement desensitization and reprocessing (EMDR)"
    }},
    ["Group therapy"] = {},
    ["Hearing aids"] = {},
    ["Interdisciplinary rehabilitation programs (TBI)"] = {},
    ["Migraine pharmaceutical treatment"] = {},
    ["Neuropsychological testing"] = {},
    ["PTSD psychotherapy interventions"] = {},
    ["Quetiapine (Seroquel)"] = {},
    ["Sedative hypnotics"] = {},
    ["Stress & depression"] = {also = {"Stress and depression"}},
    ["Stress management, behavioral/cognitive (interventions)"] = {},
    ["Trazodone (Desyrel)"] = {},
    ["Triptans"] = {},

    -- ODG: Burns, Diabetes, Eye, Fitness for Duty, Hernia, Infectious Diseases, Pulmonary, Preface
    ["Amoxicillin-clavulanate (Augmentin)"] = {},
    ["Bone & joint infections: diabetic foot"] = {},
    ["Bone & joint infections: osteomyelitis, acute"] = {also = {
      "Bone and joint infections: osteomyelitis, acute"
    }},
    ["Bone & joint infections: prosthetic joints"] = {},
    ["Bone & joint infections: septic arthritis"] = {},
    ["Burn treatment"] = {},
    ["Hypertension treatment"] = {},
    ["Imaging"] = {},
    ["Lower respiratory infections: chronic bronchitis"] = {},
    ["Lower respiratory infections: pneumonia (CAP): Community"] = {},
    ["Mesh repair"] = {},
    ["Metformin (Glucophage)"] = {},
    ["Physical Therapy Guidelines"] = {},
    ["Post-herniorrhaphy pain syndrome"] = {},
    ["Pulmonary function testing"] = {},
    ["Skin & soft tissue infections: abscess"] = {},
    ["Skin & soft tissue infections: cellulitis"] = {},
  },
}
