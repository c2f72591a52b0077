#!/usr/bin/env python3
"""Are the fields of a dump the ones that the generated letters were made from?

    verify.py GOLD DUMP [--at-least PERCENT]

GOLD is make_corpus.py's gold.jsonl. DUMP holds one JSON object a letter, in the same order: the
fields of a baseline, which have gold's own shape, or imr's documents. Prints an example of every
field that is not always right; exit status 1 where one is right in fewer than PERCENT (99) of its
places. Hyphens in prose do not count: at a line's end nobody can tell those of a word from those
of the line, and imr joins what the baselines leave.
"""
import argparse
import collections
import json
import re
import sys

LETTER = ("case", "reviewer.licensure", "reviewer.specialties", "summary", "worker.age",
          "worker.sex", "injury.date", "ur.date")
ISSUE = ("treatment", "decision", "administrator_guideline.text", "reviewer_guideline.text",
         "administrator_guideline.citations", "reviewer_guideline.citations", "rationale",
         "conclusion")
PROSE = ("summary", "treatment", "administrator_guideline.text", "reviewer_guideline.text",
         "rationale")
CASE = {"case_number": "number", "date_assigned": "date_assigned",
        "date_of_injury": "date_of_injury", "decision_date": "decision_date",
        "priority": "priority", "application_received": "application_received"}


def iso(date):
    month, day, year = date.split("/")
    return "%s-%s-%s" % (year, month, day)


def case_of(header):
    case = {CASE[key]: value for key, value in (header or {}).items()}
    for key, value in case.items():
        if "date" in key or key == "application_received":
            case[key] = iso(value)
    if case:
        case["priority"] = case["priority"].lower()
    return case


def citations_of(sources):
    citations = []
    for source in sources or []:
        pages = [[int(page) for page in pages.split("-")]
                 for pages in re.findall(r"\d+(?:-\d+)?", source.get("pages") or "")]
        citations.append([source["system"].replace("OTHER", "other"),
                          [[pair[0], pair[-1]] for pair in pages]])
    return citations


def from_gold(record):
    """The fields of gold, or of a baseline, by imr's names."""
    letter = {
        "case": case_of(record.get("header")),
        "reviewer.licensure": record.get("states"),
        "reviewer.specialties": record.get("specialties"),
        "summary": record.get("summary"),
        "worker.age": record.get("age"),
        "worker.sex": record.get("sex"),
        "injury.date": record.get("injury_date"),
        "ur.date": record.get("ur_date"),
    }
    conclusions = {True: "medically necessary", False: "not medically necessary", None: None}
    issues = [{
        "treatment": item.get("treatment"),
        "decision": (item.get("decision") or "").lower(),
        "administrator_guideline.text": item.get("claims_guideline"),
        "reviewer_guideline.text": item.get("maximus_guideline"),
        "administrator_guideline.citations": citations_of(item.get("claims_sources")),
        "reviewer_guideline.citations": citations_of(item.get("maximus_sources")),
        "rationale": item.get("rationale"),
        "conclusion": conclusions[item.get("necessary")],
    } for item in record["items"]]
    return letter, issues


def at(record, path):
    for key in path.split("."):
        record = (record or {}).get(key)
    return record


def from_document(document):
    letter = {path: at(document, path) for path in LETTER}
    issues = []
    for issue in document["issues"]:
        fields = {path: at(issue, path) for path in ISSUE}
        for path in ("administrator_guideline.citations", "reviewer_guideline.citations"):
            fields[path] = [[citation["authority"], citation.get("pages", [])]
                            for citation in fields[path] or []]
        issues.append(fields)
    return letter, issues


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("gold")
    arguments.add_argument("dump")
    arguments.add_argument("--at-least", type=float, default=99)
    options = arguments.parse_args()

    places, right, examples = collections.Counter(), collections.Counter(), {}

    def compare(names, want, got, where):
        for name in names:
            places[name] += 1
            a, b = want[name] or None, got.get(name) or None
            if a == b or name in PROSE and a and b and a.replace("-", "") == b.replace("-", ""):
                right[name] += 1
            else:
                examples.setdefault(name, (where, a, b))

    letters = 0
    with open(options.gold) as gold, open(options.dump) as dump:
        for line in dump:
            record = json.loads(line)
            want, want_issues = from_gold(json.loads(next(gold)))
            got, got_issues = (from_document if "issues" in record else from_gold)(record)
            letters += 1
            compare(LETTER, want, got, "letter %d" % letters)
            compare(["number of issues"], {"number of issues": len(want_issues)},
                    {"number of issues": len(got_issues)}, "letter %d" % letters)
            for i, issue in enumerate(want_issues):
                compare(ISSUE, issue, got_issues[i] if i < len(got_issues) else {},
                        "letter %d, issue %d" % (letters, i + 1))

    worst = min(100 * right[name] / places[name] for name in places)
    print("%d letters, each field right in %.1f %% of its places or more" % (letters, worst))
    for name, (where, want, got) in examples.items():
        print("  %s: %.2f %%" % (name, 100 * right[name] / places[name]))
        print("    %s: want %s" % (where, json.dumps(want)))
        print("    got  %s" % json.dumps(got))
    sys.exit(0 if worst >= options.at_least else 1)


if __name__ == "__main__":
    main()
