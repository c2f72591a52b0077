#!/usr/bin/env python3
"""The same fields with Python's re.

    python_re.py PACK                prints LETTERS BYTES SECONDS: processor time, of one pass
    python_re.py PACK --dump FILE    writes what it reads, one JSON object a letter
"""
import json
import re
import sys
import time

WARM_UP = 200

DATE = r"(\d{1,2}[-/]\d{1,2}[-/]\d{2,4})"
LABEL = re.compile(r"Claims Administrator guideline:|MAXIMUS guideline:|Decision rationale:")
DECISION = re.compile(r":\s+(Upheld|Overturned)\s*\Z")
# The end of the last paragraph before an issue's heading.
PARAGRAPHS = re.compile(r"(?s).*(?:\n +\n|[.?!)] *\n{3,})\s*")
LINE_HYPHEN, SPACE = re.compile(r"-\n\s*"), re.compile(r"\s+")
HEADER = re.compile(
    r"Case Number: (\S+) Date Assigned: (\S+) Date of Injury: (\S+) Decision Date: (\S+) "
    r"Priority: (\S+) Application Received: (\S+)")
HEADER_KEYS = ("case_number", "date_assigned", "date_of_injury", "decision_date", "priority",
               "application_received")
CERTIFIED = re.compile(
    r"reviewer is Board Certified in (.*?),? and is licensed to practice in (.*?)\. He/she")
CREDENTIALS = re.compile(r"State\(s\) of Licensure: (.*?) Certification\(s\)/Specialty: (.*)")
STATES = re.compile(r", (?:and )?| and ")
SPECIALTIES = re.compile(r", (?:has a subspecialty in )?")
AGE_AND_SEX = re.compile(
    r"(\d{1,3})[- ]years?[- ]old(?: [\w-]+){0,2}? (male|female|man|woman|gentleman|lady)\b")
AGE = re.compile(r"(\d{1,3})[- ]years?[- ]old")
PRONOUN = re.compile(r"\b(?:(he|his|him)|she|her|hers)\b", re.I)
DATE_OF_INJURY = re.compile(r"date of injury(?: \w+)? " + DATE)
INJURED_ON = re.compile(r"(?:injur(?:y|ed|ies))\b[^.]{0,80}? (?:on|dated) " + DATE)
UTILIZATION_REVIEW = re.compile(r"[Uu]tilization [Rr]eview[^.]{0,60}? " + DATE)
CITATION = re.compile(
    r"Decision based on (Non-MTUS Citation|MTUS) (.*?)(?= *Decision based on |\Z)")
PAGES = re.compile(r"Page\(s\): (\d[\d, -]*)")
CONCLUSION = re.compile(
    r"(not )?medically (?:necessary|appropriate)"
    r"|medical necessity (?:(is not|has not been|was not|cannot be)|is|has been|was) "
    r"(?:established|determined|supported)")
SEX = {"male": "male", "man": "male", "gentleman": "male",
       "female": "female", "woman": "female", "lady": "female"}


def clean(text):
    return SPACE.sub(" ", LINE_HYPHEN.sub("-", text)).strip()


def iso(date):
    month, day, year = date.replace("-", "/").split("/")
    if len(year) == 2:
        year = ("19" if int(year) > 50 else "20") + year
    return "%s-%02d-%02d" % (year, int(month), int(day))


def sources(statement):
    found = []
    for match in CITATION.finditer(statement):
        kind, body = match.groups()
        if "ACOEM" in body:
            system = "ACOEM"
        elif kind == "MTUS":
            system = "MTUS"
        elif "Official Disability Guidelines" in body or "ODG" in body:
            system = "ODG"
        else:
            system = "OTHER"
        pages = PAGES.search(body)
        found.append({"system": system, "pages": pages.group(1).rstrip(" ,-") if pages else None})
    return found


def read_reviewer(section, out):
    match = CREDENTIALS.search(section)
    if match:
        out["states"] = match.group(1).split(", ")
        out["specialties"] = match.group(2).split(", ")
        return
    match = CERTIFIED.search(section)
    out["states"] = STATES.split(match.group(2)) if match else []
    out["specialties"] = SPECIALTIES.split(match.group(1)) if match else []


def read_summary(summary, out):
    out["summary"] = summary
    match = AGE_AND_SEX.search(summary)
    if match:
        out["age"], out["sex"] = int(match.group(1)), SEX[match.group(2)]
    else:
        match = AGE.search(summary)
        out["age"] = int(match.group(1)) if match else None
        match = PRONOUN.search(summary)
        out["sex"] = ("male" if match.group(1) else "female") if match else None
    match = DATE_OF_INJURY.search(summary) or INJURED_ON.search(summary)
    out["injury_date"] = iso(match.group(1)) if match else None
    match = UTILIZATION_REVIEW.search(summary)
    out["ur_date"] = iso(match.group(1)) if match else None


def read_issues(text, start):
    items, item = [], None
    for match in LABEL.finditer(text, start):
        label = match.group(0)[0]
        part = text[start:match.start()]
        start = match.end()
        if label == "C":
            decision = DECISION.search(part)
            if decision:
                part = part[:decision.start()]
            paragraphs = PARAGRAPHS.match(part)
            end = paragraphs.end() if paragraphs else 0
            if item is not None:
                item["rationale"] = clean(part[:end])
            item = {"treatment": clean(part[end:]),
                    "decision": decision.group(1) if decision else None}
            items.append(item)
        elif item is not None:
            item["claims_guideline" if label == "M" else "maximus_guideline"] = clean(part)
    if item is not None:
        item["rationale"] = clean(text[start:])
    for item in items:
        item["claims_sources"] = sources(item.get("claims_guideline", ""))
        item["maximus_sources"] = sources(item.get("maximus_guideline", ""))
        last = None
        for last in CONCLUSION.finditer(item.get("rationale", "")):
            pass
        item["necessary"] = None if last is None else not (last.group(1) or last.group(2))
    return items


def parse(text, id):
    made = text.find("HOW THE IMR FINAL DETERMINATION WAS MADE")
    case = text.find("CLINICAL CASE SUMMARY", made)
    issues = text.find("IMR ISSUES, DECISIONS AND RATIONALES", case)
    out = {"id": id, "header": None}
    if made > 20:
        match = HEADER.search(clean(text[:made]))
        if match:
            out["header"] = dict(zip(HEADER_KEYS, match.groups()))
    read_reviewer(clean(text[made:case]), out)
    section = text[case + 21:issues]
    read_summary(clean(section[section.find("records:") + 8:]), out)
    out["items"] = read_issues(text, text.find("below:", issues) + 6)
    return out


def load(path):
    letters = []
    with open(path, newline="\n") as pack:
        for line in iter(pack.readline, ""):
            _, id, size = line.split()
            letters.append((id, pack.read(int(size))))
            pack.read(1)
    return letters


def main():
    letters = load(sys.argv[1])
    if sys.argv[2:3] == ["--dump"]:
        with open(sys.argv[3], "w") as dump:
            for id, text in letters:
                dump.write(json.dumps(parse(text, id)) + "\n")
        return
    for id, text in letters[:WARM_UP]:
        parse(text, id)
    start = time.process_time()
    for id, text in letters:
        parse(text, id)
    seconds = time.process_time() - start
    print(len(letters), sum(len(text) for _, text in letters), "%.6f" % seconds)


if __name__ == "__main__":
    main()
