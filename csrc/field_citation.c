/* field_citation.c - the guidelines of a statement, one after the other; see citation.h. */
#include <string.h>

#include "ascii.h"
#include "citation.h"

/* ---- small readers --------------------------------------------------------------------------- */

bool imr_citing_match(const imr_citing *c, imr_pattern id, uint32_t at, imr_match *out)
{
    return imr_stage_match(c->stage, id, (imr_span){at, c->rest.end}, out);
}

static bool letter_or_digit(char ch)
{
    return imr_is_letter(ch) || imr_is_digit(ch) ||
           ((unsigned char)ch >= 0xC3 && (unsigned char)ch != 0xE2); /* dashes, quotation marks */
}

bool imr_citing_word(const imr_text *t, uint32_t at, uint32_t end, const char *word,
                     uint32_t *after)
{
    if (!imr_reads(t, at, end, word))
        return false;
    uint32_t behind = at + (uint32_t)strlen(word);
    if (behind < end && letter_or_digit(t->clean[behind]))
        return false;
    if (after != NULL)
        *after = behind;
    return true;
}

uint32_t imr_citing_blanks(const imr_text *t, uint32_t at, uint32_t end)
{
    while (at < end && t->clean[at] == ' ')
        at++;
    return at;
}

uint32_t imr_citing_boundary(const imr_text *t, uint32_t at)
{
    while (at > 0 && ((unsigned char)t->clean[at] & 0xC0) == 0x80)
        at--;
    return at;
}

uint32_t imr_citing_mark(const imr_text *t, uint32_t at, uint32_t end)
{
    const unsigned char *p = (const unsigned char *)t->clean + at;
    bool mark = at + 3 <= end && p[0] == 0xE2 && p[1] == 0x80 &&
                ((p[2] >= 0x90 && p[2] <= 0x9F) || p[2] == 0xA2);
    return mark ? 3 : 0;
}

bool imr_citing_stop(const imr_text *t, uint32_t at, uint32_t end)
{
    static const char *const abbreviations[] = {"vs", "dr",  "st",  "no",  "al",     "ed", "eg",
                                                "ie", "fig", "inc", "vol", "approx", "cf", "dept"};
    if (at + 1 < end && t->clean[at + 1] != ' ')
        return false;
    uint32_t from = at;
    while (from > 0 && letter_or_digit(t->clean[from - 1]))
        from--;
    uint32_t size = at - from;
    bool digit = size > 0 && imr_is_digit(t->clean[from]);
    if (at + 1 >= end)
        return true;
    if (size == 1 && !digit) /* an initial, or "e.g." */
        return false;
    return !IMR_IS_ANY(t, ((imr_span){from, at}), abbreviations);
}

/* ---- the open citation ----------------------------------------------------------------------- */

/* The document's name: of the title with its year, of the title, of the chapter's number, else of
 * the authority. */
static void set_id(imr_citing *c)
{
    const imr_knowledge *k = c->stage->knowledge;
    const imr_text *t = c->stage->doc->text;
    imr_citation *is = &c->is;
    imr_span evidence = imr_empty(is->title) ? is->text : is->title;
    char name[256];
    size_t size, more;
    const imr_entry *found = NULL;
    const char *id = NULL;
    if (is->odg != NULL) {
        id = imr_entry_text(is->odg, IMR_ODG_CHAPTERS_ID, &size);
        imr_set_string(is->record, IMR_citation_id, id, size, is->chapter);
        return;
    }
    bool numbered = is->authority == IMR_ACOEM && !imr_empty(is->chapter);
    if (is->document != NULL &&
        (!numbered || imr_entry_text(is->document, IMR_GUIDELINES_CHAPTER, NULL) != NULL)) {
        const char *key = imr_entry_key(is->document, &size);
        more = is->year.end - is->year.at;
        if (more > 0 && size + 1 + more <= sizeof name) {
            memcpy(name, key, size);
            name[size] = ' ';
            memcpy(name + size + 1, t->clean + is->year.at, more);
            found = imr_knowledge_find(k, IMR_TABLE_GUIDELINES, name, size + 1 + more);
        }
        if (found == NULL)
            found = is->document;
    } else if (numbered) {
        static const char edition[] = "ACOEM 2004 chapter ";
        size = sizeof edition - 1;
        more = is->chapter.end - is->chapter.at;
        if (size + more <= sizeof name) {
            memcpy(name, edition, size);
            memcpy(name + size, t->clean + is->chapter.at, more);
            found = imr_knowledge_find(k, IMR_TABLE_GUIDELINES, name, size + more);
        }
        evidence = is->chapter;
    }
    if (found == NULL)
        found = is->document != NULL ? is->document : imr_empty(is->title) ? is->whole : NULL;
    if (found != NULL)
        id = imr_entry_text(found, IMR_GUIDELINES_ID, &size);
    if (id != NULL)
        imr_set_string(is->record, IMR_citation_id, id, size, evidence);
    else if (is->authority == IMR_MTUS && imr_empty(is->title))
        imr_set_constant(is->record, IMR_citation_id, "MTUS", evidence);
    else if (is->authority == IMR_ODG)
        imr_set_constant(is->record, IMR_citation_id, "ODG", evidence);
}

void imr_citation_close(imr_citing *c)
{
    static const char *const names[] = {NULL, "MTUS", "ACOEM", "ODG", "other"};
    imr_document *d = c->stage->doc;
    imr_citation *is = &c->is;
    if (is->record != NULL) {
        const char *year = d->text->clean + is->year.at;
        bool named = !imr_empty(is->named) && is->named.end <= is->text.at;
        imr_set_constant(is->record, IMR_citation_authority, names[is->authority],
                         named ? is->named : is->text);
        if (named)
            imr_also(d, is->record, IMR_citation_authority, is->text);
        imr_set_span(d, is->record, IMR_citation_title, is->title);
        if (is->year.end - is->year.at == 4)
            imr_set_integer(is->record, IMR_citation_year,
                            (year[0] - '0') * 1000 + (year[1] - '0') * 100 + (year[2] - '0') * 10 +
                                (year[3] - '0'),
                            is->year);
        imr_set_span(d, is->record, IMR_citation_chapter, is->chapter);
        imr_set_span(d, is->record, IMR_citation_text, is->text);
        if (is->authority != IMR_OTHER)
            set_id(c);
    }
    c->is = (imr_citation){0};
}

void imr_citation_open(imr_citing *c, imr_authority authority, uint32_t at)
{
    imr_citation_close(c);
    c->is.record = imr_append(c->stage->doc, c->guideline, IMR_guideline_citations);
    c->is.authority = authority;
    c->is.named = authority < IMR_OTHER ? c->named[authority] : (imr_span){0};
    c->is.text = (imr_span){at, at};
}

void imr_citation_mtus(imr_citing *c)
{
    if (c->mtus == IMR_NOWHERE)
        return;
    imr_citation_open(c, IMR_MTUS, c->mtus);
    c->is.text.end = c->mtus + 4;
    imr_citation_close(c);
    c->mtus = IMR_NOWHERE;
}

void imr_citation_take(imr_citing *c, uint32_t end)
{
    c->rest.at = end;
    if (c->is.authority != IMR_UNCITED)
        c->is.text.end = end;
}

/* ---- a part ---------------------------------------------------------------------------------- */

/* Words between two names; in lower case as nobody capitalizes them there. */
static uint32_t skip_word(const imr_text *t, uint32_t at, uint32_t end)
{
    static const char *const words[] = {"and ",   "the ",  "also ",  "as well as ",  "per ",
                                        "see ",   "plus ", "under ", "regarding ",   "within ",
                                        "in ",    "of ",   "from ",  "on ",          "for ",
                                        "based ", "or ",   "with ",  "addition to ", "by "};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t size = strlen(words[i]);
        if (end - at > size && memcmp(t->clean + at, words[i], size) == 0)
            return at + (uint32_t)size;
    }
    return 0;
}

static bool open_parentheses(const imr_text *t, imr_span s)
{
    int depth = 0;
    for (uint32_t i = s.at; i < s.end; i++)
        depth += t->clean[i] == '(' ? 1 : t->clean[i] == ')' ? -1 : 0;
    return depth > 0;
}

/* What CITATION_NOISE begins with, by its first letter: the second ones. */
static const char *noise_goes_on(char first)
{
    switch (first) {
    case 'a':
        return "c"; /* accessed, acute */
    case 'c':
        return "u"; /* current */
    case 'e':
        return "fl"; /* effective, eleventh */
    case 'f':
        return "i"; /* first, figure */
    case 'i':
        return "n"; /* internet */
    case 'l':
        return "a"; /* last updated */
    case 'o':
        return "nm"; /* online, OMPG */
    case 'p':
        return "r"; /* procedure summary */
    case 'r':       /* retrieved */
    case 's':       /* second */
        return "e";
    case 't':
        return "aehirw"; /* table, tenth, third, title 8, treatment, twelfth */
    case 'u':
        return "p"; /* updated */
    case 'w':
        return "eo"; /* web, workers */
    default:
        return "";
    }
}

/* A cheap look before CITATION_NOISE is tried. */
static bool may_be_noise(const imr_text *t, uint32_t at, uint32_t end)
{
    if (t->clean[at] == '(')
        at++;
    if (at + 2 > end)
        return false;
    char first = t->clean[at] | 0x20;
    return imr_is_digit(first) || strchr(noise_goes_on(first), t->clean[at + 1] | 0x20) != NULL;
}

/* What stands between two names, and what says nothing of them. */
static void skip(imr_citing *c)
{
    const imr_text *t = c->stage->doc->text;
    c->stopped = c->parted = c->semicolon = false;
    for (;;) {
        imr_match match;
        uint32_t at = c->rest.at = imr_citing_blanks(t, c->rest.at, c->rest.end);
        if (at >= c->rest.end)
            return;
        char ch = t->clean[at];
        uint32_t next = 0;
        bool word = letter_or_digit(ch) || ch == '(';
        if (word && may_be_noise(t, at, c->rest.end) &&
            imr_citing_match(c, IMR_PATTERN_CITATION_NOISE, at, &match))
            next = match.whole.end;
        else if (imr_is_upper(ch))
            return;
        else if (imr_is_lower(ch))
            next = skip_word(t, at, c->rest.end);
        else if (strchr(",;:.-/&()[]\"'*", ch) != NULL)
            next = at + 1;
        else if ((next = imr_citing_mark(t, at, c->rest.end)) > 0)
            next += at;
        if (next == 0)
            return;
        if (ch == ')' && c->is.text.end == at && open_parentheses(t, c->is.text))
            c->is.text.end = next;
        c->stopped |= ch == '.';
        c->parted |= ch == ',' || ch == ';';
        c->semicolon |= ch == ';';
        c->rest.at = next;
    }
}

/* "Other Medical Treatment Guideline or Medical Evidence:": what follows is a new citation. */
static bool other_evidence(imr_citing *c)
{
    static const char *const beginnings[] = {"other ", "other:", "medical e", "citation", "non"};
    imr_match match;
    const imr_text *t = c->stage->doc->text;
    char first = t->clean[c->rest.at] | 0x20;
    if (first != 'o' && first != 'm' && first != 'c' && first != 'n')
        return false;
    bool likely = false;
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++)
        likely |= imr_reads(t, c->rest.at, c->rest.end, beginnings[i]);
    if (!likely || !imr_citing_match(c, IMR_PATTERN_OTHER_EVIDENCE, c->rest.at, &match))
        return false;
    imr_citation_close(c);
    c->rest.at = match.whole.end;
    c->on_mtus = false;
    return true;
}

/* A sentence about who decided names no guideline. */
static bool tells_who(const imr_citing *c)
{
    static const char *const who[] = {"the claims administrator", "the expert reviewer",
                                      "the physician reviewer",   "the provider",
                                      "claims administrator",     "expert reviewer"};
    const imr_text *t = c->stage->doc->text;
    for (size_t i = 0; i < sizeof who / sizeof *who; i++)
        if (imr_reads(t, c->rest.at, c->rest.end, who[i]))
            return true;
    return false;
}

/* "MTUS is silent", "the ACOEM does not address": what the sentence says is no section. Reads over
 * it. */
static bool tells_what(imr_citing *c)
{
    static const char *const verbs[] = {"is ", "are ", "was ", "were ", "does ",
                                        "do ", "did ", "has ", "have "};
    const imr_text *t = c->stage->doc->text;
    uint32_t at = c->rest.at;
    bool verb = false;
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

/* One name, label, or address; false at the part's end. */
static bool next_piece(imr_citing *c)
{
    const imr_text *t = c->stage->doc->text;
    skip(c);
    if (imr_empty(c->rest))
        return false;
    if ((c->stopped || c->is.authority == IMR_UNCITED) && tells_who(c))
        return false;
    if (imr_citing_url(c) || imr_citing_pages(c) || other_evidence(c))
        return true;
    uint32_t label = imr_section_label(t, c->rest.at, c->rest.end);
    if (label > 0) {
        c->is.listed = true;
        c->rest.at = label;
        return true;
    }
    if (imr_citing_guideline(c) || imr_citing_year(c) || imr_citing_chapter_title(c))
        return true;
    if (!c->opened && (c->stopped || c->is.authority == IMR_UNCITED))
        return false; /* prose */
    if (tells_what(c))
        return true;
    bool ours = c->is.authority != IMR_UNCITED && c->is.authority != IMR_OTHER;
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
    c->mtus = IMR_NOWHERE;
    uint32_t before;
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

/* The opening of a part. */
typedef struct opening {
    uint32_t at, end; /* IMR_NOWHERE where there is none */
    bool form;        /* the words of the form since 2014 */
} opening;

/* Nearly all statements have the form's own words, in all their parts, which need no pattern. */
static opening next_opening(const imr_stage *s, imr_span text, bool form)
{
    static const char words[] = "Decision based on ";
    uint32_t at = imr_find(s->doc->text, text, words, sizeof words - 1);
    if (at != IMR_NOWHERE)
        return (opening){at, at + (uint32_t)sizeof words - 1, true};
    imr_match match;
    if (!form && imr_stage_match(s, IMR_PATTERN_CITATION_OPENING, text, &match))
        return (opening){match.whole.at, match.whole.end, false};
    return (opening){IMR_NOWHERE, IMR_NOWHERE, false};
}

/* "Non-MTUS Citation", or "MTUS", behind the opening. */
static void read_basis(imr_citing *c)
{
    const imr_text *t = c->stage->doc->text;
    imr_match match;
    uint32_t at = c->rest.at;
    if (imr_citing_word(t, at, c->rest.end, "the", &at))
        at = imr_citing_blanks(t, at, c->rest.end);
    c->on_mtus = imr_reads(t, at, c->rest.end, "mtus");
    memset(c->named, 0, sizeof c->named);
    if (c->on_mtus)
        c->named[IMR_MTUS] = (imr_span){at, at + 4};
    if (imr_reads(t, at, c->rest.end, "non-mtus citation"))
        at += sizeof "non-mtus citation" - 1;
    else if (imr_reads(t, at, c->rest.end, "non") &&
             imr_citing_match(c, IMR_PATTERN_OTHER_EVIDENCE, at, &match))
        at = match.whole.end;
    c->rest.at = at;
}

/* A statement that is longer has lost the label behind it; the form's own are a few hundred bytes.
 */
enum { STATEMENT_MAX = 16384 };

void imr_field_citations(const imr_stage *s, imr_record *guideline)
{
    if (!imr_has(guideline, IMR_guideline_text))
        return;
    imr_span text = guideline->values[IMR_guideline_text].span;
    if (text.end - text.at > STATEMENT_MAX)
        text.end = imr_citing_boundary(s->doc->text, text.at + STATEMENT_MAX);
    imr_citing c = {.stage = s, .guideline = guideline};
    bool uncited = imr_has(guideline, IMR_guideline_cited);
    if (uncited && imr_find(s->doc->text, text, " based ", 7) == IMR_NOWHERE)
        return;
    opening o = next_opening(s, text, false);
    if (o.at == IMR_NOWHERE && !uncited) {
        c.rest = text;
        read_prose(&c);
    }
    while (o.at != IMR_NOWHERE) {
        opening next = next_opening(s, (imr_span){o.end, text.end}, o.form);
        c.rest = (imr_span){o.end, next.at != IMR_NOWHERE ? next.at : text.end};
        c.opened = true;
        read_basis(&c);
        if (o.form)
            read_pieces(&c);
        else
            read_prose(&c);
        o = next;
    }
}
