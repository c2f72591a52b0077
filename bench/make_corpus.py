#!/usr/bin/env python3
"""Writes final determination letters for measuring, and what is true of each.

    make_corpus.py FOLDER [-n LETTERS] [--seed SEED]

FOLDER/corpus.pack   '%%% ID BYTES', a line break, the letter's bytes, a line break; and so on
FOLDER/gold.jsonl    one JSON object a letter: the fields that it was made from

The same seed gives the same bytes. The headings and sentences of the form are the form's; all
prose comes from the templates below. These letters are cleaner than real ones: they measure speed.
"""
import argparse
import json
import os
import random
import re
import textwrap

# ---- what letters are about ----------------------------------------------------------------------

STATES = [
    "California", "Texas", "New York", "Nevada", "Oregon", "Ohio", "Florida", "Arizona",
    "Washington", "Maryland", "District of Columbia", "New Jersey", "North Carolina", "Illinois",
    "Pennsylvania", "Virginia"]
SPECIALTIES = [
    "Internal Medicine", "Family Practice", "Orthopedic Surgery", "Anesthesiology",
    "Pain Management", "Physical Medicine & Rehabilitation", "Neurology", "Occupational Medicine",
    "Psychiatry", "Chiropractor", "Emergency Medicine", "Preventive Medicine",
    "Neurological Surgery", "Podiatrist", "Psychologist", "Sports Medicine", "Rheumatology",
    "Plastic Surgery", "Public Health & General Preventive Medicine"]
PARTS = [
    "lumbar spine", "cervical spine", "right shoulder", "left shoulder", "left knee", "right knee",
    "right wrist", "left ankle", "thoracic spine", "both hands", "right elbow", "left hip", "neck",
    "upper back"]
CONDITIONS = [
    "disc protrusion", "facet arthropathy", "rotator cuff tear", "carpal tunnel syndrome",
    "adhesive capsulitis", "meniscal tear", "radiculopathy", "myofascial pain",
    "lateral epicondylitis", "post-laminectomy syndrome", "spinal stenosis", "plantar fasciitis",
    "sprain/strain", "major depressive disorder", "insomnia"]
DRUGS = [
    "Tramadol", "Gabapentin", "Cyclobenzaprine", "Omeprazole", "Naproxen", "Hydrocodone/APAP",
    "Meloxicam", "Duloxetine", "Pregabalin", "Zolpidem", "Tizanidine", "Oxycodone", "Diclofenac",
    "Lidocaine patch", "Capsaicin cream", "Trazodone", "Orphenadrine", "Butrans", "Celecoxib",
    "Methocarbamol"]
CLASSES = [
    "opioid analgesic", "anti-epileptic", "muscle relaxant", "proton pump inhibitor", "NSAID",
    "sedative"]
IMAGING = [
    "MRI", "MRI with contrast", "CT", "X-ray, 3 views", "EMG/NCV", "Ultrasound", "Bone scan",
    "MR arthrogram"]
EQUIPMENT = [
    "TENS unit", "H-wave device", "Interferential unit, 30-day rental",
    "Cold therapy unit with pad", "Lumbar brace", "Walker with seat", "Hot/cold pack",
    "Home traction kit", "Orthotics, custom molded", "Shower chair"]
PROCEDURES = [
    "Arthroscopic debridement", "Epidural steroid injection", "Facet medial branch block",
    "Trigger point injections", "Radiofrequency ablation", "Anterior fusion",
    "Carpal tunnel release", "Hyaluronic acid injection"]
THERAPIES = [
    "Physical therapy", "Acupuncture", "Chiropractic manipulation", "Aquatic therapy",
    "Work hardening", "Cognitive behavioral therapy", "Massage therapy",
    "Functional restoration program"]
SERVICES = [
    "Urine drug screen", "Pre-operative clearance", "Follow-up visit with pain specialist",
    "Comprehensive metabolic panel", "Home health aide, 4 hours a day, 3 days a week",
    "Transportation to and from appointments", "Gym membership, 6 months"]

# ---- guidelines ----------------------------------------------------------------------------------

ACOEM_CHAPTERS = [
    "Chapter 12 Low Back Complaints", "Chapter 9 Shoulder Complaints",
    "Chapter 8 Neck and Upper Back Complaints", "Chapter 13 Knee Complaints",
    "Chapter 11 Forearm, Wrist, and Hand Complaints",
    "Chapter 7 Independent Medical Examinations and Consultations"]
MTUS_SECTIONS = [
    "Opioids, criteria for use", "NSAIDs (non-steroidal anti-inflammatory drugs)",
    "Muscle relaxants (for pain)", "Anti-epilepsy drugs (AEDs)", "Topical Analgesics",
    "Physical Medicine", "Acupuncture", "Weaning of medications", "Transcutaneous electrotherapy",
    "Functional restoration programs (FRPs)"]
ODG_SECTIONS = [
    "Pain Chapter", "Low Back Chapter", "Neck & Upper Back",
    "Knee & Leg Chapter, Magnetic resonance imaging",
    "Mental Illness & Stress, Insomnia treatment", "Shoulder Chapter, Surgery for impingement",
    "Forearm, Wrist, & Hand"]
OTHERS = [
    "Other Medical Treatment Guideline or Medical Evidence: Wheeless' Textbook of Orthopaedics",
    "Other Medical Treatment Guideline or Medical Evidence: http://www.ncbi.nlm.nih.gov/pubmed/%d",
    "AAOS clinical practice guideline, Topic %d, Version 12.0",
    "Prescribing information, Food and Drug Administration",
    "Cochrane Database Syst Rev. 2011 Jan 19;(1):CD%06d"]

# ---- prose ---------------------------------------------------------------------------------------

REASONS = [
    "sustained %sself-reported improvement", "a documented neurologic deficit",
    "a signed pain agreement", "objective gains in range of motion",
    "failure of first-line agents", "a recent toxicology result", "a plan for weaning",
    "an updated functional questionnaire", "plain radiographs prior to the request",
    "a trial of conservative care lasting at least six weeks", "gastrointestinal risk factors",
    "red-flag findings on examination", "the number of visits already attended"]
RATIONALE = [
    "The guidelines consider this service an option when there is evidence of {r1} together with "
    "{r2}.",
    "In the records available for review, {r1} could not be identified.",
    "According to the note of {d}, the {who} continued to describe discomfort in the {part} rated "
    "{n}/10 at best and {n2}/10 at worst.",
    "Examination of the {part} showed tenderness, a positive provocative sign and strength of "
    "{n3}/5 in the tested groups.",
    "Long-term use is generally discouraged, since the balance of benefit and harm beyond {n} "
    "weeks remains uncertain (Author, 20{year}).",
    "The reference text asks for {r1}, {r2} and {r3} before a repeat course is considered.",
    "The physician of record wrote that the request serves to restore function, and {r1} is "
    "described at length.",
    "A low-dose, short-term course may be reasonable; however, an open-ended supply exceeds what "
    "evidence-based sources suggest.",
    "Although an earlier reviewer stated that the service was not medically necessary, that "
    "statement has to be weighed against {r1}.",
    "Criteria listed on p{page} include: 1) {r1}; 2) {r2}; 3) no overlap with a pre-existing plan "
    "of care.",
    "The {part} has been treated with {n} sessions to date, and the response was recorded as "
    "\"{response}.\"",
    "There is no mention of {r1} in the report from {redacted} dated {d}.",
    "Imaging of the {part} from {d} describes {dx}, which fits the dermatomal pattern reported by "
    "the {who}.",
    "Risk stratification was carried out with a validated tool, and the score fell within the "
    "moderate-to-high band.",
    "Higher-level studies have shown a number needed to treat of {n}.{n3}, with a follow-up of "
    "{page} days.",
    "The decision to deny was upheld once before on appeal, yet new findings of {dx} have since "
    "been added to the chart."]
NOT_NECESSARY = [
    "Therefore, the request for {treatment} is not medically necessary.",
    "The request is not medically necessary.",
    "As such, medical necessity is not established.",
    "For these reasons medical necessity cannot be determined.",
    "Given the above, this request is not medically appropriate.",
    "The medical necessity has not been established.",
    "Consequently, {treatment} is not medically necessary."]
NECESSARY = [
    "Therefore, the request for {treatment} is medically necessary.",
    "The request is medically necessary.",
    "As such, medical necessity has been established.",
    "Given the above, this request is medically appropriate.",
    "Consequently, {treatment} is medically necessary."]
OPENINGS = [
    "The {who} is a {old} {noun} with a date of injury of {injury}.",
    "The {who} is a {old} {noun} who sustained an industrial injury on {injury}.",
    "This is a {old} {noun} with an industrial injury dated {injury}.",
    "A {old} right-handed {noun} reported an injury to the {part} after a fall on {injury}.",
    "The {who}, a {old} {noun}, was injured while stacking crates on {injury}.",
    "The {who} is a {old} {noun}. The date of injury was {injury}."]
SUMMARY = [
    "Current complaints include pain in the {part} with stiffness, numbness and disturbed sleep.",
    "Diagnoses carried in the chart are {dx} and {dx2} of the {part}.",
    "Care so far has consisted of oral medication, {therapy}, home exercise and activity "
    "modification.",
    "On {d} the examiner noted reduced flexion, spasm and a positive {sign} sign on the right.",
    "A report by {redacted} dated {d} described {dx} at L{n3}-{n4}.",
    "Magnetic resonance imaging of the {part} performed {d} showed {dx}.",
    "Work status was modified duty with no lifting over {page} pounds.",
    "{redacted} note dated {d}; {redacted} visits through {d2}; and a letter from {redacted} were "
    "supplied.",
    "Past history is notable for hypertension, diabetes and a {n}-pack-year smoking history.",
    "The plan on that day was a refill of {drug}, a follow-up in {n} weeks and a request for "
    "authorization."]
UR_DECISIONS = [
    "A Utilization Review decision on {date} did not grant the request for {drug}.",
    "A Utilization Review decision was rendered on {date} recommending non-certification.",
    "The record contains a utilization review determination dated {date} in which the services "
    "were non-certified.",
    "Utilization review dated {date} modified the request."]

# ---- sentences of the form -----------------------------------------------------------------------

FILE_SENT = (
    "MAXIMUS Federal Services sent the complete case file to an expert reviewer. He/she has no "
    "affiliation with the employer, employee, providers or the claims administrator. ")
CERTIFIED = (
    "The expert reviewer is Board Certified in %s%s and is licensed to practice in %s. ")
PRACTICE = (
    "He/she has been in active clinical practice for more than five years and is currently working "
    "at least 24 hours a week in active practice. The expert reviewer was selected based on "
    "his/her clinical experience, education, background, and expertise in the same or similar "
    "specialties that evaluate and/or treat the medical condition and disputed items/%s. He/she is "
    "familiar with governing laws and regulations, including the strength of evidence hierarchy "
    "that applies to Independent Medical Review determinations.")
SUMMARIZED = (
    "The expert reviewer developed the following clinical case summary based on a review of the "
    "case file, including all medical records:")
DETERMINED = (
    "The Final Determination was based on decisions for the disputed items/services set forth "
    "below:")


# ---- small parts ---------------------------------------------------------------------------------

def date(rng, style, first=2005, last=2015):
    """A date in one of four styles, and the same as ISO 8601."""
    month, day, year = rng.randint(1, 12), rng.randint(1, 28), rng.randint(first, last)
    written = ("%02d/%02d/%04d" % (month, day, year), "%02d-%02d-%04d" % (month, day, year),
               "%02d/%02d/%02d" % (month, day, year % 100), "%d/%d/%02d" % (month, day, year % 100))
    return written[style], "%04d-%02d-%02d" % (year, month, day)


def reason(rng):
    words = rng.choice(REASONS)
    return words % rng.choice(["", "well-described ", ""]) if "%s" in words else words


def sentence(rng, template, style, who, treatment=""):
    """The template, filled. Every value is drawn, used or not: a template that is changed does not
    change the letters behind it."""
    return template.format(
        r1=reason(rng), r2=reason(rng), r3=reason(rng), part=rng.choice(PARTS),
        dx=rng.choice(CONDITIONS), dx2=rng.choice(CONDITIONS),
        d=date(rng, style, 2012)[0], d2=date(rng, style, 2012)[0],
        n=rng.randint(2, 9), n2=rng.randint(6, 10), n3=rng.randint(2, 5), n4=rng.randint(3, 5),
        page=rng.randint(10, 120), year="%02d" % rng.randint(3, 15), who=who, redacted="",
        response=rng.choice(
            ["better", "no change", "some relief for two days", "worse with activity"]),
        therapy=rng.choice(THERAPIES).lower(), drug=rng.choice(DRUGS),
        sign=rng.choice(["Tinel", "Spurling", "Hawkins", "McMurray"]), treatment=treatment)


def treatment(rng):
    kind = rng.random()
    if kind < .42:
        drug = rng.choice(DRUGS)
        words = "%s %d%s" % (drug, rng.choice([5, 10, 20, 25, 50, 75, 100, 300]),
                             rng.choice(["mg", " mg"]))
        quantity = rng.randint(1, 18) * 10
        words += rng.choice([
            " #%d" % quantity, " QTY: %d.00" % quantity, " Quantity %d" % quantity,
            ", #%d with %d refills" % (quantity, rng.randint(1, 5)),
            " Qty %d one tablet every 8 hours as needed (%s)" % (quantity, rng.choice(CLASSES))])
    elif kind < .56:
        words = "%s of the %s" % (rng.choice(IMAGING), rng.choice(PARTS))
    elif kind < .70:
        words = "%s %d times a week for %d weeks for the %s" % (
            rng.choice(THERAPIES), rng.randint(1, 3), rng.randint(2, 8), rng.choice(PARTS))
    elif kind < .80:
        words = rng.choice(EQUIPMENT) + rng.choice(
            ["", " for the %s" % rng.choice(PARTS), " - purchase", ": rental"])
    elif kind < .91:
        words = "%s, %s" % (rng.choice(PROCEDURES), rng.choice(PARTS))
        if rng.random() < .35:
            words += (" at L%d-L%d and L%d-S1 under fluoroscopic guidance with monitored "
                      "anesthesia care" % (rng.randint(2, 3), 4, 5))
    else:
        words = rng.choice(SERVICES)
    return words.upper() if rng.random() < .12 else words


def pages_of(rng):
    first = rng.randint(8, 127)
    return rng.choice(["%d" % first, "%d-%d" % (first, first + rng.randint(1, 6)),
                       "%d, %d" % (first, first + 5)])


def citation(rng):
    """A sentence that cites, the system that it cites, and the pages as written or None."""
    kind = rng.random()
    pages = None
    if kind < .36:
        system = "MTUS"
        words = "Decision based on MTUS Chronic Pain " + rng.choice(
            ["Treatment Guidelines ", "Medical Treatment 2009, Section(s): "])
        words += rng.choice(MTUS_SECTIONS)
        if rng.random() < .6:
            pages = pages_of(rng)
    elif kind < .52:
        system = "ACOEM"
        words = "Decision based on MTUS ACOEM " + rng.choice(ACOEM_CHAPTERS)
        if rng.random() < .7:
            pages = pages_of(rng)
    elif kind < .84:
        system = "ODG"
        words = "Decision based on Non-MTUS Citation Official Disability Guidelines"
        words += rng.choice([" (ODG) ", ", ", " (ODG), "]) + rng.choice(ODG_SECTIONS)
    else:
        system = "OTHER"
        other = rng.choice(OTHERS)
        words = "Decision based on Non-MTUS Citation "
        words += other % rng.randint(1000, 99999) if "%" in other else other
    if pages:
        words += " Page(s): " + pages
    return words + ".", system, pages


def guideline(rng, side):
    """A guideline statement of the "Claims Administrator" or the "Expert Reviewer", and what it
    cites."""
    silent = rng.random() < .3
    if silent and side == "Claims Administrator":
        return "The Claims Administrator did not cite any medical evidence for its decision.", []
    cited = [citation(rng) for _ in range(rng.choice([1, 1, 1, 2, 2, 3]))]
    words = ""
    if cited[0][1] in ("ODG", "OTHER") and rng.random() < .6:
        words = "The %s did not base their decision on the MTUS.  " % side
        cited = [each for each in cited if each[1] in ("ODG", "OTHER")]
    words += "  ".join(each[0] for each in cited)
    return words, [{"system": system, "pages": pages} for _, system, pages in cited]


def clean(words):
    return re.sub(r"\s+", " ", words).strip()


# ---- the letter ----------------------------------------------------------------------------------

class Sheet:
    """Text as it comes out of a PDF: wrapped, a blank line behind every line, and wider gaps at
    page breaks, where the gap between paragraphs may get lost."""

    def __init__(self, rng):
        self.rng, self.parts, self.lines = rng, [], 0
        self.lines_of_page = rng.randint(38, 50)
        self.width = rng.randint(88, 98)

    def line(self, words, end=" \n\n"):
        """Writes a line; true where the page ended with it."""
        self.parts.append(words + end)
        self.lines += 1
        if self.lines < self.lines_of_page:
            return False
        self.lines, self.lines_of_page = 0, self.rng.randint(38, 50)
        return True

    def wrapped(self, words):
        """Writes a paragraph without the gap behind it; true where a page ended with it."""
        lines = textwrap.wrap(words, self.width, break_long_words=False)
        page_ended = False
        for i, line in enumerate(lines):
            last = i + 1 == len(lines)
            hyphen = not last and line.endswith("-") and not line.endswith(" -")
            page_ended = self.line(line, "\n\n" if hyphen else " \n\n")
            if page_ended and not last:
                self.parts.append("\n\n")
        return page_ended

    def row(self, words):
        if self.wrapped(words):
            self.parts.append("\n\n")

    def paragraph(self, words):
        page_ended = self.wrapped(words)
        if page_ended:
            kind = self.rng.random()
            if kind < .4:  # the gap fell into the page break
                self.parts.append("\n\n")
                return
            if kind < .6:  # the last line of the page is single-spaced
                self.parts[-1] = self.parts[-1][:-1]
            elif kind < .8:
                self.parts.append("\n\n")
        self.parts.append(" \n\n")
        if page_ended and self.rng.random() < .3:
            self.parts.append("\n\n")


def write_header(rng, sheet, injury, style):
    header = {
        "case_number": "CM%d-%07d" % (rng.randint(13, 16), rng.randint(1, 999999)),
        "date_assigned": date(rng, 0, 2014, 2016)[0],
        "date_of_injury": injury if style == 0 else date(rng, 0)[0],
        "decision_date": date(rng, 0, 2013)[0],
        "priority": rng.choice(["Standard", "Standard", "Expedited"]),
        "application_received": date(rng, 0, 2014, 2016)[0]}
    sheet.line("Case Number: %(case_number)s Date Assigned: %(date_assigned)s" % header)
    sheet.line("Date of Injury: %(date_of_injury)s Decision Date: %(decision_date)s" % header)
    sheet.line("Priority: %(priority)s Application Received: %(application_received)s" % header)
    sheet.parts.append(" \n\n")
    return header


def write_reviewer(rng, sheet, first_line):
    states = rng.sample(STATES, rng.choice([1, 1, 1, 2, 3]))
    specialties = rng.sample(SPECIALTIES, rng.choice([1, 1, 2]))
    sheet.line((" " if first_line else "") + "HOW THE IMR FINAL DETERMINATION WAS MADE")
    in_a_sentence = rng.random() < .5
    words = FILE_SENT
    if in_a_sentence:
        listed = " and ".join(filter(None, [", ".join(states[:-1]), states[-1]]))
        certified = ", has a subspecialty in ".join(specialties)
        words += CERTIFIED % (certified, rng.choice(["", ","]), listed)
    sheet.paragraph(words + PRACTICE % rng.choice(["services", "Service"]))
    if not in_a_sentence:
        sheet.row("The Expert Reviewer has the following credentials:")
        sheet.row("State(s) of Licensure: " + ", ".join(states))
        sheet.paragraph("Certification(s)/Specialty: " + ", ".join(specialties))
    return {"states": states, "specialties": specialties}


def write_issue(rng, sheet, style, who, size):
    words = treatment(rng)
    upheld = rng.random() < .72
    administrator, administrator_cites = guideline(rng, "Claims Administrator")
    reviewer, reviewer_cites = guideline(rng, "Expert Reviewer")
    sentences, length = [], 0
    while length <= size - 60:
        sentences.append(sentence(rng, rng.choice(RATIONALE), style, who))
        length += len(sentences[-1])
    paragraphs = [sentences]
    if len(sentences) > 4 and rng.random() < .12:
        half = len(sentences) // 2
        paragraphs = [sentences[:half], sentences[half:]]
    template = rng.choice(NOT_NECESSARY if upheld else NECESSARY)
    paragraphs[-1].append(sentence(rng, template, style, who, words))
    decision = "Upheld" if upheld else "Overturned"
    sheet.paragraph(words + ":" + rng.choice([" ", "  "]) + decision)
    sheet.paragraph("Claims Administrator guideline: " + administrator)
    sheet.paragraph("MAXIMUS guideline: " + reviewer)
    paragraphs = [" ".join(sentences) for sentences in paragraphs]
    label = "Decision rationale: " + rng.choice(["", "", " "])
    for paragraph in [label + paragraphs[0]] + paragraphs[1:]:
        sheet.paragraph(paragraph)
    return {
        "treatment": clean(words), "decision": decision,
        "claims_guideline": clean(administrator), "maximus_guideline": clean(reviewer),
        "rationale": clean(" ".join(paragraphs)), "necessary": not upheld,
        "claims_sources": administrator_cites, "maximus_sources": reviewer_cites}


def letter(seed, number):
    """The text of a letter, and the fields that it was made from."""
    rng = random.Random("%s/%d" % (seed, number))
    style = rng.choice([0, 0, 0, 1, 2, 3])
    male = rng.random() < .5
    age = rng.randint(19, 78)
    sheet = Sheet(rng)
    injury, injury_date = date(rng, style, 1995, 2013)
    ur, ur_date = date(rng, style, 2013, 2015)
    gold = {"id": "L%07d" % number, "header": None}
    if rng.random() < .25:
        gold["header"] = write_header(rng, sheet, injury, style)
    gold.update(write_reviewer(rng, sheet, gold["header"] is None))

    sheet.line("CLINICAL CASE SUMMARY")
    sheet.paragraph(SUMMARIZED)
    noun = rng.choice(["male", "man", "gentleman"] if male else ["female", "woman", "lady"])
    who = rng.choice(["injured worker", "patient", "applicant", "claimant"])
    old = rng.choice(["%d-year-old", "%d year old", "%d-year old"]) % age
    if rng.random() < .06:  # only a pronoun tells the sex
        summary = ["This %s %s had a date of injury on %s. %s gait was slow."
                   % (old, who, injury, "His" if male else "Her")]
    else:
        summary = [rng.choice(OPENINGS).format(
            who=who, old=old, noun=noun, injury=injury, part=rng.choice(PARTS))]
    size = rng.uniform(3500, 11500)
    issues = min(rng.choice([1, 1, 1, 2, 2, 3, 3, 4, 5, 6, 8, 10, 12]), int((size - 2300) / 520))
    issues = max(1, issues)
    for _ in range(rng.randint(3, 9)):
        summary.append(sentence(rng, rng.choice(SUMMARY), style, who))
    if rng.random() < .93:
        summary.append(rng.choice(UR_DECISIONS).format(date=ur, drug=rng.choice(DRUGS)))
    else:
        ur_date = None
    sheet.paragraph(" ".join(summary))
    gold.update(age=age, sex="male" if male else "female", injury_date=injury_date,
                ur_date=ur_date, summary=clean(" ".join(summary)))

    sheet.line("IMR ISSUES, DECISIONS AND RATIONALES")
    sheet.paragraph(DETERMINED)
    issue_size = max(260, (size - 3300) / issues - 420)
    gold["items"] = [write_issue(rng, sheet, style, who, issue_size) for _ in range(issues)]
    if rng.random() < .5:
        sheet.parts.append("\n")
    return "".join(sheet.parts), gold


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder")
    arguments.add_argument("-n", dest="letters", type=int, default=3000)
    arguments.add_argument("--seed", default="1")
    options = arguments.parse_args()
    os.makedirs(options.folder, exist_ok=True)
    with open(os.path.join(options.folder, "corpus.pack"), "w", newline="\n") as pack, \
            open(os.path.join(options.folder, "gold.jsonl"), "w", newline="\n") as labels:
        for number in range(options.letters):
            text, gold = letter(options.seed, number)
            pack.write("%%%%%% %s %d\n%s\n" % (gold["id"], len(text), text))
            labels.write(json.dumps(gold) + "\n")


if __name__ == "__main__":
    main()
