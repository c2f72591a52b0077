#!/usr/bin/python3
"""Lays letters out as PDF in the look of the real form, and makes PDFs that are broken.

    spec/pdf/make.py letters FOLDER [--look LOOK] LETTER.txt...    FOLDER/LETTER.pdf of each
    spec/pdf/make.py broken FOLDER                                 one of each broken kind
    spec/pdf/make.py fixtures                                      what spec/pdf_spec.lua reads

Needs Debian's python3-reportlab, and qpdf for the encrypted ones; bin/imr must be built: the values
of the header block are those that it reads. The same input gives the same bytes.

A letter's lines stay its lines, where they fit the page; what stands in front of the first heading
becomes the form's block of two columns, labels bold, the last label wrapped. Headings and labels
are bold runs of their own. LOOK is what differs between real letters:

    plain     pages that only break
    numbered  a page number below each page (the default)
    titled    a running title and a page number below each page
    spaced    room before each heading and issue, page numbers
    columns   numbered, and the block is drawn column by column, not row by row
    first     titled, and what stands below a page is drawn before the page
    justified numbered, and full lines reach the right margin
    fonts     numbered, and all that is bold on a page is drawn after what is not

A letter with characters that the standard fonts lack is left out, which standard error says.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata

from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
WIDTH, HEIGHT, MARGIN = 612, 792, 72
SIZE, LEADING = 11, 13
PLAIN, BOLD = "Times-Roman", "Times-Bold"
LOOKS = ("plain", "numbered", "titled", "spaced", "columns", "first", "justified", "fonts")

FIRST_HEADING = re.compile(r"^\s*HOW\s+THE\s+IMR\s+FINAL\s+DETERMINATION\s+WAS\s+MADE\s*$", re.I)
LABEL = re.compile(
    r"^\s*((?:Claims Administrator|MAXIMUS) guideline:|Decision rationale:|Rationale for the Decision:|"
    r"Case Summary:|State\(s\) of Licensure:|Certification\(s\)/Specialty:|"
    r"The Physician Reviewer's decision rationale:)", re.I)
PAGE_NUMBER = re.compile(r"^\s*(?:page\s+)?\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?\s*$", re.I)

# Rows of the block: label and value of the left column, of the right one.
BLOCK = (
    (("Case Number:", "number"), None),
    (("Date Assigned:", "date_assigned"), ("Date of Injury:", "date_of_injury")),
    (("Decision Date:", "decision_date"), ("UR Denial Date:", "ur_denial_date")),
    (("Priority:", "priority"), ("Application\nReceived:", "application_received")),
)


def decoded(raw):
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return raw.decode("utf-16")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def printable(line):
    """What the standard fonts have a glyph for; an error where they have none."""
    line = line.replace("\u00ad", "").replace("\ufeff", "").replace("\t", "    ")
    return unicodedata.normalize("NFC", line).encode("cp1252").decode("cp1252")


def case_of(path):
    run = subprocess.run([os.path.join(ROOT, "bin", "imr"), "parse", "--quiet", "--format", "ndjson",
                          "--fields", "case", path], stdout=subprocess.PIPE, check=True)
    return json.loads(run.stdout.splitlines()[0]).get("case") or {}


def american(value):
    year = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", value)
    return "/".join((year[2], year[3], year[1])) if year else value.capitalize() \
        if value.islower() else value


class Letter:
    def __init__(self, path, look, case):
        self.pdf = Canvas(path, pagesize=(WIDTH, HEIGHT), invariant=1, pageCompression=1)
        self.look, self.case = look, case
        self.page, self.y, self.later = 1, HEIGHT - MARGIN, []
        if look == "first":
            self.footer()

    def footer(self):
        if self.look == "plain":
            return
        number = str(self.page)
        if self.look in ("titled", "first"):
            number_of_case = self.case.get("number", "CM14-0012345")
            self.run(MARGIN, MARGIN / 2, PLAIN,
                     "Final Determination Letter for IMR Case Number %s " % number_of_case)
            self.run(WIDTH - MARGIN - 12, MARGIN / 2, PLAIN, number + " ")
        else:
            self.run(WIDTH / 2 - 3, MARGIN / 2, PLAIN, number + " ")

    def draw(self, x, y, font, text, blank=0):
        if self.look == "fonts" and font == BOLD:
            self.later.append((x, y, font, text, blank))
            return
        self.pdf.setFont(font, SIZE)
        self.pdf.drawString(x, y, text, wordSpace=blank or None)

    def draw_later(self):
        look, self.look = self.look, ""
        for run in self.later:
            self.draw(*run)
        self.later, self.look = [], look

    def end_page(self):
        if self.look != "first":
            self.footer()
        self.draw_later()
        self.pdf.showPage()
        self.page, self.y = self.page + 1, HEIGHT - MARGIN
        if self.look == "first":
            self.footer()

    def run(self, x, y, font, text):
        self.draw(x, y, font, text)
        return x + stringWidth(text, font, SIZE)

    def line(self, *runs):
        """A line of (font, text); a word processor ends it by a blank."""
        if self.y < MARGIN:
            self.end_page()
        x = MARGIN
        width = sum(stringWidth(text, font, SIZE) for font, text in runs)
        blanks = sum(text.count(" ") for _, text in runs)
        room = WIDTH - 2 * MARGIN - width
        wide = room / blanks if self.look == "justified" and blanks and 0 < room < 60 else 0
        for i, (font, text) in enumerate(runs):
            self.draw(x, self.y, font, text + (" " if i == len(runs) - 1 else ""), wide)
            x += stringWidth(text, font, SIZE) + wide * text.count(" ")
        self.y -= LEADING

    def text(self, line):
        label = LABEL.match(line)
        if label:
            first = line[label.end():]
            room = WIDTH - 2 * MARGIN - stringWidth(label[1], BOLD, SIZE)
            pieces = simpleSplit(first, PLAIN, SIZE, room) or [""]
            self.line((BOLD, label[1]), (PLAIN, (" " if first.startswith(" ") else "") + pieces[0]))
            rest = " ".join(pieces[1:])
        else:
            rest = line
        if rest:
            for piece in simpleSplit(rest, PLAIN, SIZE, WIDTH - 2 * MARGIN):
                self.line((PLAIN, piece))

    def heading(self, line):
        for piece in simpleSplit(line, BOLD, SIZE, WIDTH - 2 * MARGIN):
            self.line((BOLD, piece))

    def title(self, line):
        words = line.strip()
        self.run((WIDTH - stringWidth(words, BOLD, SIZE)) / 2, self.y, BOLD, words + " ")
        self.y -= LEADING

    def block(self):
        left, right, deeper = MARGIN, WIDTH / 2 + 6, 92
        cells, y = [], self.y
        for row in BLOCK:
            height = 1
            for column, (x, cell) in enumerate(zip((left, right), row)):
                if cell is None or cell[1] not in self.case:
                    continue
                label = cell[0].split("\n")
                height = max(height, len(label))
                for i, part in enumerate(label):
                    cells.append((column, x, y - i * LEADING, BOLD, part))
                cells.append((column, x + deeper, y, PLAIN, american(self.case[cell[1]])))
            y -= height * LEADING
        if self.look == "columns":
            cells.sort(key=lambda cell: cell[0])
        for _, x, at, font, text in cells:
            self.run(x, at, font, text + " ")
        self.pdf.rect(MARGIN - 6, y + LEADING - 2, WIDTH - 2 * MARGIN + 12, self.y - y)
        self.y = y - LEADING

    def finish(self):
        if self.look != "first":
            self.footer()
        self.draw_later()
        self.pdf.save()


def is_heading(line, following):
    words = line.strip()
    if len(words) > 8 and words == words.upper() and re.search("[A-Z]{3}", words):
        return True
    return any(re.match(r"\s*Claims Administrator guideline:", l, re.I) for l in following[:1])


def lay_out(source, target, look):
    with open(source, "rb") as file:
        text = decoded(file.read())
    pages = [[l.rstrip() for l in re.split(r"\r\n|[\r\n]", page)] for page in text.split("\f")]
    pages = [[l for l in page if l.strip()] for page in pages]
    if len(pages) > 1:  # what stands below and above the source's pages is not printed into ours
        for page in pages:
            for at in (-1, 0):
                if page and PAGE_NUMBER.match(page[at]):
                    page.pop(at)
    lines = [printable(l) for page in pages for l in page]
    first = next((i for i, l in enumerate(lines) if FIRST_HEADING.match(l)), None)
    case = case_of(source)
    letter = Letter(target, look, case)
    if case and first is not None and first <= 40:
        letter.block()
        lines = lines[first:]
    for i, line in enumerate(lines):
        if is_heading(line, lines[i + 1:]):
            if look == "spaced":
                letter.y -= LEADING
            if FIRST_HEADING.match(line):
                letter.title(line)
            else:
                letter.heading(line)
        else:
            letter.text(line)
    letter.finish()


# ---- what is broken -----------------------------------------------------------------------------

def small(path, lines=("A letter.",), scan=False):
    pdf = Canvas(path, pagesize=(WIDTH, HEIGHT), invariant=1, pageCompression=1)
    if scan:
        for y in range(100, 700, 14):  # a picture of lines: strokes, no text
            pdf.rect(MARGIN, y, 300 + y % 90, 5, fill=1)
    else:
        for i, line in enumerate(lines):
            pdf.drawString(MARGIN, HEIGHT - MARGIN - i * LEADING, line)
    pdf.save()


def huge(path):
    """A small file with much text: one form drawn very often."""
    pdf = Canvas(path, pagesize=(WIDTH, HEIGHT), invariant=1, pageCompression=1)
    pdf.beginForm("words")
    for y in range(60):
        pdf.drawString(36, 36 + 12 * y, "medically necessary " * 5)
    pdf.endForm()
    for _ in range(60):
        pdf.doForm("words")
        pdf.showPage()
    pdf.save()


def broken(folder):
    letter = os.path.join(ROOT, "spec", "letters", "002.txt")
    with tempfile.TemporaryDirectory() as scratch:
        intact = os.path.join(scratch, "intact.pdf")
        lay_out(letter, intact, "numbered")
        with open(intact, "rb") as file:
            data = file.read()

        def write(name, content):
            with open(os.path.join(folder, name), "wb") as file:
                file.write(content)

        def encrypt(name, user, *options):
            subprocess.run(["qpdf", "--static-id", "--static-aes-iv", "--encrypt", user, "owner",
                            "128", "--use-aes=y", *options, "--", intact, os.path.join(folder, name)], check=True)

        encrypt("password.pdf", "secret")
        encrypt("owner.pdf", "", "--print=none", "--extract=n", "--modify=none")
        write("truncated.pdf", data[:len(data) * 2 // 3])
        write("garbage.pdf", b"%PDF-1.4\n" + bytes(range(256)) * 8)
        write("header-only.pdf", b"%PDF-1.4\n")
        write("preceded.pdf", b"HTTP/1.1 200 OK\r\n\r\n" + data)
        small(os.path.join(folder, "scan.pdf"), scan=True)
        huge(os.path.join(folder, "huge.pdf"))


# ---- what the specs read --------------------------------------------------------------------------

# The letters of the examples, and some of each older form; the looks take turns.
FIXTURES = ("001 002 003 004 005 006 007 008 011 013 014 015 016 017 018 019 020 021 022 023 024 025 "
            "026 027 028 032 033 036 037 039 041 042 044 045 047").split()


def fixtures():
    here = os.path.join(ROOT, "spec", "pdf")
    os.makedirs(os.path.join(here, "letters"), exist_ok=True)
    for i, number in enumerate(FIXTURES):
        lay_out(os.path.join(ROOT, "spec", "letters", number + ".txt"),
                os.path.join(here, "letters", number + ".pdf"), LOOKS[i % len(LOOKS)])
    os.makedirs(os.path.join(here, "broken"), exist_ok=True)
    broken(os.path.join(here, "broken"))


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    letters = commands.add_parser("letters")
    letters.add_argument("folder")
    letters.add_argument("--look", choices=LOOKS, default="numbered")
    letters.add_argument("letters", nargs="+")
    commands.add_parser("broken").add_argument("folder")
    commands.add_parser("fixtures")
    o = parser.parse_args()
    if o.command == "fixtures":
        return fixtures()
    os.makedirs(o.folder, exist_ok=True)
    if o.command == "broken":
        return broken(o.folder)
    for path in o.letters:
        name = os.path.splitext(os.path.basename(path))[0] + ".pdf"
        try:
            lay_out(path, os.path.join(o.folder, name), o.look)
        except UnicodeEncodeError as problem:
            print("left out: %s: no glyph for %r" % (path, problem.object[problem.start]), file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
