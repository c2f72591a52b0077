/* field_citation.c - the guidelines of a statement, one after the other; see citation.h. */
#include <string.h>

#include "citation.h"
#include "search.h"

/* ---- a part ---------------------------------------------------------------------------------- */

/* "Other Medical Treatment Guideline or Medical Evidence:": what follows is a new citation. */
static bool other_evidence(imr_citing *c)
{
    uint32_t end = imr_citing_other_label(c, c->rest.at);
    if (end == 0)
        return false;
    imr_citation_close(c);
    c->rest.at = end;
    c->on_mtus = false;
    return true;
}

/* What may begin with a letter or a sign, as a piece of a part, and what with none of the letters
 * behind it: of these two most names begin with, nothing else does. */
enum {
    WHO = 1,      /* "the claims administrator" */
    ADDRESS = 2,  /* "http://" */
    PAGES = 4,    /* "Page(s):", or a page */
    EVIDENCE = 8, /* "Other Medical Treatment Guideline", "medical evidence", "citation" */
    LABEL = 16,   /* "Section(s):", "Topics:" */
    YEAR = 32,    /* a month, "revised", "effective", "dated", "adopted" */
    VERB = 64,    /* "is silent" */
    FIGURE = 128  /* a page or a year, or "(" before a year */
};
static const unsigned char begins[256] = {
    ['('] = FIGURE,
    ['0'] = FIGURE,
    FIGURE,
    FIGURE,
    FIGURE,
    FIGURE,
    FIGURE,
    FIGURE,
    FIGURE,
    FIGURE,
    FIGURE,
    ['a'] = YEAR | VERB,
    ['c'] = WHO | EVIDENCE,
    ['d'] = YEAR | VERB,
    ['e'] = WHO | YEAR,
    ['f'] = YEAR,
    ['h'] = ADDRESS | VERB,
    ['i'] = VERB,
    ['j'] = YEAR,
    ['m'] = EVIDENCE | YEAR,
    ['n'] = EVIDENCE | YEAR,
    ['o'] = EVIDENCE | YEAR,
    ['p'] = PAGES,
    ['r'] = YEAR,
    ['s'] = LABEL | YEAR,
    ['t'] = WHO | LABEL,
    ['w'] = ADDRESS | VERB,
};
#define BUT(kinds) (unsigned char)(~(kinds) & ~FIGURE)
static const unsigned char begins_not[256] = {
    ['a'] = BUT(PAGES | YEAR | VERB),
    BUT(0),
    BUT(YEAR),
    BUT(YEAR),
    BUT(EVIDENCE | LABEL | YEAR | VERB),
    BUT(YEAR),
    BUT(PAGES),
    BUT(WHO),
    BUT(EVIDENCE | VERB),
    BUT(0),
    BUT(0),
    BUT(WHO),
    BUT(0),
    ['n'] = BUT(0),
    BUT(EVIDENCE | LABEL | YEAR | VERB),
    BUT(PAGES | YEAR),
    BUT(0),
    BUT(VERB),
    BUT(VERB),
    BUT(ADDRESS | EVIDENCE),
    BUT(YEAR),
    BUT(0),
    BUT(ADDRESS),
    BUT(WHO),
    BUT(0),
    BUT(0),
};
#undef BUT

/* "MTUS is silent", "the ACOEM does not address": what the sentence says is no section. Reads over
 * it. */
static bool tells_what(imr_citing *c)
{
    static const char *const verbs[] = {"is ", "are ", "was ", "were ", "does ",
                                        "do ", "did ", "has ", "have "};
    const imr_text *t = c->text;
    uint32_t at = c->rest.at;
    bool verb = false;
    if (!imr_is_lower(t->clean[at]))
        return false;
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        verb |= at + 5 < c->rest.end && memcmp(t->clean + at, verbs[i], strlen(verbs[i])) == 0;
    if (!verb)
        return false;
    while (at < c->rest.end && (t->clean[at] != '.' || !imr_citing_stop(t, at, c->rest.end)))
        at++;
    c->rest.at = at;
    c->mtus = IMR_NOWHERE;
    return true;
}

/* Most names of sections are told from a guideline's, and from a chapter's of the ODG, by their
 * first two letters; "ch" may be a chapter's number, "of" the ODG misspelt. */
static bool may_be_guideline(const imr_citing *c)
{
    const char *here = c->text->low + c->rest.at;
    const uint32_t *const *seconds = c->stage->seconds;
    bool chapters = c->is.authority != IMR_MTUS && c->is.authority != IMR_ACOEM;
    return (here[0] == 'c' && here[1] == 'h') || (here[0] == 'o' && here[1] == 'f') ||
           imr_knowledge_may_begin(seconds[IMR_TABLE_GUIDELINES], here) ||
           (chapters && imr_knowledge_may_begin(seconds[IMR_TABLE_ODG_CHAPTERS], here));
}

/* What is told by how it begins. */
static bool read_labelled(imr_citing *c, unsigned may)
{
    if (may & (PAGES | FIGURE) && imr_citing_pages(c))
        return true;
    uint32_t label = may & LABEL ? imr_section_label(c->text, c->rest.at, c->rest.end) : 0;
    if (label > 0) {
        c->is.listed = true;
        c->rest.at = label;
        return true;
    }
    return (may & ADDRESS && imr_citing_url(c)) || (may & EVIDENCE && other_evidence(c));
}

/* One name, label, or address; false at the part's end. */
static bool next_piece(imr_citing *c)
{
    const imr_text *t = c->text;
    imr_citing_skip(c);
    if (imr_empty(c->rest))
        return false;
    const unsigned char *here = (const unsigned char *)t->low + c->rest.at;
    unsigned may = begins[here[0]] & ~begins_not[here[1]];
    if (may != 0) {
        if (read_labelled(c, may))
            return true;
        if (may & WHO && (c->stopped || c->is.authority == IMR_UNCITED) && imr_citing_tells_who(c))
            return false;
    }
    if ((!c->form && imr_citing_section_of(c)) ||
        (may_be_guideline(c) && imr_citing_guideline(c)) ||
        (may & (YEAR | FIGURE) && imr_citing_year(c)) ||
        (c->is.authority == IMR_ACOEM && imr_citing_chapter_title(c)))
        return true;
    if (!c->opened && (c->stopped || c->is.authority == IMR_UNCITED))
        return false; /* prose */
    if (may & VERB && tells_what(c))
        return true;
    bool ours = c->is.authority != IMR_UNCITED && !imr_citing_unknown(&c->is);
    bool spent = c->stopped && (c->is.sections || c->is.pages || c->is.authority == IMR_ACOEM) &&
                 !imr_reads(t, c->rest.at, c->rest.end, "indications") &&
                 !imr_reads(t, c->rest.at, c->rest.end, "criteria");
    if (c->is.authority == IMR_UNCITED && (c->on_mtus || c->mtus != IMR_NOWHERE))
        imr_citing_untitled(c);
    else if (!ours || (spent && !c->on_mtus) || imr_citing_is_other(c))
        imr_citing_other(c);
    else
        imr_citing_section(c);
    return true;
}

static void read_pieces(imr_citing *c)
{
    uint32_t before;
    c->mtus = IMR_NOWHERE;
    if (c->form && imr_citing_usual(c))
        return;
    c->stopped = c->parted = c->semicolon = false;
    if (c->form && c->on_mtus && c->is.authority == IMR_UNCITED) /* at its name */
        imr_citing_basis(c);
    do
        before = c->rest.at;
    while (next_piece(c) && c->rest.at > before);
    imr_citation_close(c);
    imr_citation_mtus(c);
}

/* "X, which is part of the MTUS" ends X; behind it only what is surely a guideline is read. */
static void read_prose(imr_citing *c)
{
    imr_match match;
    imr_span part = c->rest;
    while (imr_stage_match(c->stage, IMR_PATTERN_PART_OF_MTUS, part, &match)) {
        c->rest = (imr_span){part.at, match.whole.at};
        read_pieces(c);
        c->opened = c->on_mtus = false;
        part.at = match.whole.end;
    }
    c->rest = part;
    read_pieces(c);
}

/* A statement without an opening: what somebody found relevant, or used as a guideline; else all
 * of it. */
IMR_APART void read_unopened(imr_citing *c, imr_span text)
{
    imr_match match;
    bool taken = false;
    while (imr_stage_match(c->stage, IMR_PATTERN_CITATION_TAKEN, text, &match)) {
        c->rest = match.group[1];
        read_prose(c);
        text.at = match.whole.end;
        taken = true;
    }
    if (taken)
        return;
    c->rest = text;
    read_prose(c);
}

/* The opening of a part. */
typedef struct opening {
    uint32_t at, end; /* IMR_NOWHERE where there is none */
    bool form;        /* the words of the form since 2014 */
} opening;

/* In words of one's own. */
IMR_APART opening other_opening(const imr_stage *s, imr_span text)
{
    imr_match match;
    if (!imr_stage_match(s, IMR_PATTERN_CITATION_OPENING, text, &match))
        return (opening){IMR_NOWHERE, IMR_NOWHERE, false};
    return (opening){match.whole.at, match.whole.end, false};
}

#define FORM "Decision based on "
enum { FORM_SIZE = sizeof FORM - 1 };

/* Nearly all statements have the form's own words, in all their parts, which need no pattern. */
static inline opening next_opening(const imr_stage *s, imr_span text, bool form)
{
    const char *clean = s->doc->text->clean;
    uint32_t at = imr_search_far(clean, text.at, text.end, FORM, FORM_SIZE);
    if (at == IMR_NOWHERE && !form)
        return other_opening(s, text);
    return (opening){at, at + FORM_SIZE, true};
}

/* Most statements begin with them. */
static inline opening first_opening(const imr_stage *s, imr_span text)
{
    const char *clean = s->doc->text->clean + text.at;
    if (text.end - text.at >= FORM_SIZE && memcmp(clean, FORM, FORM_SIZE) == 0)
        return (opening){text.at, text.at + FORM_SIZE, true};
    return next_opening(s, text, false);
}

/* "Non-MTUS Citation", or "MTUS", behind the opening. */
static void read_basis(imr_citing *c)
{
    const imr_text *t = c->text;
    uint32_t at = c->rest.at, end;
    static const char other[] = "non-mtus citation";
    enum { OTHER_SIZE = sizeof other - 1 };
    if (t->low[at] == 't' && imr_citing_word(t, at, c->rest.end, "the", &at))
        at = imr_citing_blanks(t, at, c->rest.end);
    c->on_mtus = imr_reads(t, at, c->rest.end, "mtus");
    memset(c->named, 0, sizeof c->named);
    if (c->on_mtus)
        c->named[IMR_MTUS] = (imr_span){at, at + 4};
    else if (c->rest.end - at >= OTHER_SIZE && memcmp(t->low + at, other, OTHER_SIZE) == 0)
        at += OTHER_SIZE;
    else if (imr_reads(t, at, c->rest.end, "non") && (end = imr_citing_other_label(c, at)) > 0)
        at = end;
    c->rest.at = at;
}

/* A statement that is longer has lost the label behind it; the form's own are a few hundred bytes.
 */
enum { STATEMENT_MAX = 16384 };

/* Before a statement's first part. The parts set anew what is not set here. */
static inline void begin(imr_citing *c, const imr_stage *s, imr_record *guideline,
                         const imr_node *wanted)
{
    c->stage = s;
    c->text = s->doc->text;
    c->guideline = guideline;
    c->wanted = wanted;
    c->on_mtus = c->form = c->opened = false;
    memset(c->named, 0, sizeof c->named);
    c->is = (imr_citation){0};
}

void imr_field_citations(const imr_stage *s, imr_record *guideline, const imr_node *wanted)
{
    if (!imr_has(guideline, IMR_guideline_text))
        return;
    imr_span text = guideline->values[IMR_guideline_text].span;
    if (text.end - text.at > STATEMENT_MAX)
        text.end = imr_citing_boundary(s->doc->text, text.at + STATEMENT_MAX);
    bool uncited = imr_has(guideline, IMR_guideline_cited);
    if (uncited && imr_find(s->doc->text, text, " based ", 7) == IMR_NOWHERE)
        return;
    imr_citing c;
    begin(&c, s, guideline, wanted);
    opening o = first_opening(s, text);
    if (o.at == IMR_NOWHERE && !uncited)
        read_unopened(&c, text);
    while (o.at != IMR_NOWHERE) {
        opening next = next_opening(s, (imr_span){o.end, text.end}, o.form);
        c.rest = (imr_span){o.end, next.at != IMR_NOWHERE ? next.at : text.end};
        c.opened = true;
        read_basis(&c);
        c.form = o.form;
        if (o.form)
            read_pieces(&c);
        else
            read_prose(&c);
        o = next;
    }
}
