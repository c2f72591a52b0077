/* citation.c - what the readers of citations stand on: words and signs at a place, and the citation
 * that is open there; see citation.h. */
#include "citation.h"

#include <string.h>

/* ---- small readers --------------------------------------------------------------------------- */

bool imr_citing_match(const imr_citing *c, imr_pattern id, uint32_t at, imr_match *out)
{
    return imr_stage_match(c->stage, id, (imr_span){at, c->rest.end}, out);
}

uint32_t imr_citing_boundary(const imr_text *t, uint32_t at)
{
    while (at > 0 && ((unsigned char)t->clean[at] & 0xC0) == 0x80)
        at--;
    return at;
}

bool imr_citing_abbreviates(const imr_text *t, uint32_t at)
{
    static const char *const abbreviations[] = {"vs", "dr",  "st",  "no",  "al",     "ed", "eg",
                                                "ie", "fig", "inc", "vol", "approx", "cf", "dept"};
    enum { LONGEST = 6 };
    uint32_t from = at;
    while (from > 0 && at - from <= LONGEST && imr_citing_in_word(t->clean[from - 1]))
        from--;
    uint32_t size = at - from;
    if (size == 0 || size > LONGEST)
        return false;
    if (size == 1) /* an initial, or "e.g." */
        return !imr_is_digit(t->clean[from]);
    return IMR_IS_ANY(t, ((imr_span){from, at}), abbreviations);
}

bool imr_citing_stop(const imr_text *t, uint32_t at, uint32_t end)
{
    if (at + 1 >= end)
        return true;
    return t->clean[at + 1] == ' ' && !imr_citing_abbreviates(t, at);
}

/* ---- the open citation ----------------------------------------------------------------------- */

/* "Chronic Pain guideline", without a year, is none of those that were adopted from December 2017
 * on, where the form was given up before that. */
static bool adopted_later(const imr_citing *c, const imr_entry *e)
{
    if (c->stage->outline->form->dialect == NULL || !imr_empty(c->is.year))
        return false;
    size_t count = imr_entry_count(e, IMR_GUIDELINES_YEARS);
    for (size_t i = 0; i < count; i++)
        if (strcmp(imr_entry_item(e, IMR_GUIDELINES_YEARS, i, NULL), "2017") < 0)
            return false;
    return count > 0;
}

/* The document's name: of the title with its year, of the title, of the chapter's number, else of
 * the authority. */
static void set_id(imr_citing *c)
{
    const imr_knowledge *k = c->stage->knowledge;
    const imr_text *t = c->text;
    imr_citation *is = &c->is;
    imr_span evidence = imr_empty(is->title) ? is->text : is->title;
    char name[256];
    size_t size, more;
    const imr_entry *found = NULL;
    const char *id = NULL;
    if (is->odg != NULL) {
        id = imr_entry_text(is->odg, IMR_ODG_CHAPTERS_ID, &size);
        imr_set_known(is->record, IMR_citation_id, is->odg, id, size, is->chapter);
        return;
    }
    bool numbered = is->authority == IMR_ACOEM && !imr_empty(is->chapter);
    if (is->document != NULL &&
        (!numbered || imr_entry_text(is->document, IMR_GUIDELINES_CHAPTER, NULL) != NULL)) {
        if (is->year.end - is->year.at == 4)
            found = imr_knowledge_edition(k, c->stage->memory, IMR_TABLE_GUIDELINES, is->document,
                                          t->clean + is->year.at);
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
    if (found != NULL && !adopted_later(c, found))
        id = imr_entry_text(found, IMR_GUIDELINES_ID, &size);
    if (id != NULL)
        imr_set_known(is->record, IMR_citation_id, found, id, size, evidence);
    else if (is->authority == IMR_MTUS && imr_empty(is->title))
        imr_set_constant(is->record, IMR_citation_id, "MTUS", evidence);
    else if (is->authority == IMR_ODG)
        imr_set_constant(is->record, IMR_citation_id, "ODG", evidence);
}

static int64_t number_of(const char *year)
{
    int64_t number = 0;
    for (int i = 0; i < 4; i++)
        number = number * 10 + (year[i] - '0');
    return number;
}

/* Nearly all begin and end with a word, so that there is nothing to trim. */
static inline void set_words(const imr_citing *c, int key, imr_span s)
{
    const char *clean = c->text->clean;
    if (imr_empty(s))
        return;
    if (clean[s.at] == ' ' || clean[s.end - 1] == ' ')
        imr_set_span(c->stage->doc, c->is.record, key, s);
    else
        imr_set_string(c->is.record, key, clean + s.at, s.end - s.at, s);
}

void imr_citation_close(imr_citing *c)
{
    static const struct {
        const char *name;
        size_t size;
    } names[] = {{NULL, 0}, {"MTUS", 4}, {"ACOEM", 5}, {"ODG", 3}, {"other", 5}};
    imr_document *d = c->stage->doc;
    imr_citation *is = &c->is;
    if (is->authority == IMR_UNCITED) { /* only what labels told can be set */
        is->sections = is->pages = is->paging = is->listed = false;
        return;
    }
    bool named = !imr_empty(is->named) && is->named.end <= is->text.at;
    imr_set_constant(is->record, IMR_citation_authority, names[is->authority].name,
                     named ? is->named : is->text);
    if (named && d->spans)
        imr_also(d, is->record, IMR_citation_authority, is->text);
    if (imr_wanted(c->wanted, IMR_citation_title))
        set_words(c, IMR_citation_title, is->title);
    if (imr_wanted(c->wanted, IMR_citation_year) && is->year.end - is->year.at == 4)
        imr_set_integer(is->record, IMR_citation_year, number_of(d->text->clean + is->year.at),
                        is->year);
    if (imr_wanted(c->wanted, IMR_citation_chapter))
        set_words(c, IMR_citation_chapter, is->chapter);
    if (imr_wanted(c->wanted, IMR_citation_text))
        set_words(c, IMR_citation_text, is->text);
    if (imr_wanted(c->wanted, IMR_citation_id) && !imr_citing_unknown(is))
        set_id(c);
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

void imr_citation_of_mtus(imr_citing *c)
{
    imr_citation_open(c, IMR_MTUS, c->mtus);
    c->is.text.end = c->mtus + 4;
    imr_citation_close(c);
    c->mtus = IMR_NOWHERE;
}

bool imr_citing_ends_item(const imr_citing *c, uint32_t at)
{
    const imr_text *t = c->text;
    at = imr_citing_blanks(t, at, c->rest.end);
    return at >= c->rest.end || strchr(",;.:)]>/-", t->clean[at]) != NULL ||
           imr_citing_mark(t, at, c->rest.end) > 0 || imr_page_label(t, at, c->rest.end) > 0 ||
           imr_section_label(t, at, c->rest.end) > 0;
}
