/* citation_usual.c - what a part of the form mostly is:
 *
 *     MTUS ACOEM Chapter 12 Low Back Complaints Page(s): 303, 305-307.
 *     MTUS Chronic Pain Medical Treatment 2009, Section(s): Opioids, criteria for use Page(s): 78.
 *     MTUS Chronic Pain Treatment Guidelines Weaning of medications.
 *     Official Disability Guidelines (ODG), Pain Chapter, Insomnia treatment.
 *
 * Read piece by piece, each of these names is asked a score of questions that it says no to: is it
 * a label, a date, a publisher, another guideline? Most answers depend on nothing but its letters,
 * and the tables know its letters: they are asked once, and noted in the memory of names. A part is
 * read here as far as its names are known, in the order of the form, with nothing between them; the
 * other readers go on from there, and would have read just the same.
 *
 * Only with the built-in tables: what is noted does not know of an overlay's names.
 */
#include <string.h>

#include "citation.h"
#include "vector.h"

/* Are the next bytes these small letters? So much of the part is left that they can be. */
#define READS(low, letters) (memcmp(low, letters, sizeof(letters) - 1) == 0)
#define SIZE(letters) ((uint32_t)sizeof(letters) - 1)

/* Where the part ends but for its full stop; its beginning where it has none. */
static inline uint32_t full_stop(const imr_citing *c)
{
    const char *clean = c->text->clean;
    uint32_t end = c->rest.end;
    end -= end > c->rest.at && clean[end - 1] == ' ';
    return end > c->rest.at && clean[end - 1] == '.' ? end - 1 : c->rest.at;
}

#define PAGES " page(s): "

/* Does nothing but the part's full stop, or its pages, follow? */
static inline bool ends_names(const imr_text *t, uint32_t at, uint32_t stop)
{
    return at == stop || (at + SIZE(PAGES) < stop && READS(t->low + at, PAGES) &&
                          imr_is_digit(t->clean[at + SIZE(PAGES)]));
}

/* ---- what is noted of a name -----------------------------------------------------------------
 */

enum { ASKED = 1, OF_MTUS = 2, OF_ODG = 4 };

/* A section's name that the tables know, with which the part's names end: of which guidelines'
 * sections can it be nothing else? */
IMR_APART unsigned ask_section(const imr_citing *c, imr_span name)
{
    imr_citing there = *c;
    uint32_t chapter;
    there.rest.at = name.at;
    there.is = (imr_citation){.authority = IMR_MTUS};
    there.stopped = there.parted = false;
    if (!imr_citing_bare_section(c->text, name) || !imr_citing_begins_name(c, name.at) ||
        imr_citing_is_guideline(&there, name.at) || imr_citing_is_other(&there))
        return ASKED;
    imr_citing_longest(c, IMR_TABLE_ODG_CHAPTERS, name.at, &chapter);
    there.is.authority = IMR_ODG;
    there.parted = true;
    if (chapter > 0 || imr_citing_is_title(&there, name.at) || imr_citing_is_other(&there))
        return ASKED | OF_MTUS;
    return ASKED | OF_MTUS | OF_ODG;
}

/* Can a chapter's name be nothing else behind the ODG's? */
IMR_APART unsigned ask_chapter(const imr_citing *c, imr_span name)
{
    bool plain =
        imr_citing_begins_name(c, name.at) && !imr_reads(c->text, name.at, name.end, "chronic");
    return plain ? ASKED | OF_ODG : ASKED;
}

/* What is noted of the name that was found at `at`; 0: it cannot be. To ask is to look up other
 * names, which may take the place of this one in the memory. */
static inline unsigned noted(const imr_citing *c, imr_table table, uint32_t at,
                             imr_recollection found)
{
    uint8_t *notes = c->stage->memory->notes;
    if (found.slot == IMR_NOT_RECALLED)
        return 0;
    if (notes[found.slot] != 0)
        return notes[found.slot];
    imr_span name = {at, at + found.matched};
    unsigned note = table == IMR_TABLE_SECTIONS ? ask_section(c, name) : ask_chapter(c, name);
    found = imr_citing_recall(c, table, at);
    if (found.slot != IMR_NOT_RECALLED)
        notes[found.slot] = (uint8_t)note;
    return note;
}

/* ---- sections and pages ----------------------------------------------------------------------
 */

/* Has a name no capitals but its first? What begins like an author's name does. */
static bool one_capital(const imr_text *t, imr_span name)
{
    uint32_t behind = name.at + 1;
    return imr_is_upper(t->clean[name.at]) &&
           memcmp(t->clean + behind, t->low + behind, name.end - behind) == 0;
}

/* The end of the section at `at`, with which the names end; 0 where it takes a closer look. */
static inline uint32_t section_of_mtus(const imr_citing *c, uint32_t at, uint32_t stop)
{
    if (!imr_is_upper(c->text->clean[at]))
        return 0;
    imr_recollection found = imr_citing_recall(c, IMR_TABLE_SECTIONS, at);
    uint32_t end = at + found.matched;
    bool is = found.entry != NULL && ends_names(c->text, end, stop) &&
              noted(c, IMR_TABLE_SECTIONS, at, found) & OF_MTUS;
    return is ? end : 0;
}

/* The same with small letters and blanks behind the first, whether the tables have it or not: the
 * ODG has more sections than they know. It is learnt, so as to be asked about once. */
IMR_APART uint32_t unknown_section(const imr_citing *c, uint32_t at, uint32_t stop)
{
    const imr_text *t = c->text;
    uint32_t end = at + 1;
    bool divided = false;
    while (end < stop && (imr_is_lower(t->clean[end]) || t->clean[end] == ' ')) {
        divided |=
            t->clean[end] == ' ' && (READS(t->low + end, " and") || READS(t->low + end, " ww"));
        end++;
    }
    end -= t->clean[end - 1] == ' '; /* before "Page(s):" */
    if (divided || !ends_names(t, end, stop) || !(ask_section(c, (imr_span){at, end}) & OF_ODG))
        return 0;
    imr_knowledge_learn(c->stage->memory, t->low + at, end - at);
    return end;
}

static inline uint32_t section_of_odg(const imr_citing *c, uint32_t at, uint32_t stop)
{
    const imr_text *t = c->text;
    if (!imr_is_upper(t->clean[at]))
        return 0;
    imr_recollection found =
        imr_knowledge_recall_learnt(c->stage->memory, t->low + at, stop - at + 1);
    uint32_t end = at + found.matched;
    if (found.slot == IMR_NOT_RECALLED)
        return unknown_section(c, at, stop);
    return ends_names(t, end, stop) && one_capital(t, (imr_span){at, end}) ? end : 0;
}

/* The pages, where they follow, and the part's end; false where something else stands there. */
static inline bool finish(imr_citing *c, uint32_t stop)
{
    uint32_t at = c->rest.at;
    if (at < stop && ends_names(c->text, at, stop))
        imr_citing_take_pages(c, at + SIZE(PAGES));
    if (c->rest.at != stop)
        return false;
    imr_citation_close(c);
    return true;
}

/* ---- the MTUS --------------------------------------------------------------------------------
 */

#define CHAPTER "acoem chapter "

/* "ACOEM Chapter 12 Low Back Complaints" at `at`, behind "MTUS". */
static inline bool chapter_of_acoem(imr_citing *c, uint32_t at, uint32_t stop)
{
    const imr_text *t = c->text;
    imr_citation *is = &c->is;
    imr_citing_name n;
    imr_span whole = {at, at + SIZE("acoem")}, number = {at + SIZE(CHAPTER), at + SIZE(CHAPTER)};
    while (imr_is_digit(t->clean[number.end]))
        number.end++;
    uint32_t size = number.end - number.at, title = number.end + 1;
    if (size == 0 || size > 2 || t->clean[number.end] != ' ' || title >= stop ||
        !imr_is_upper(t->clean[title]) || !imr_citing_name_at(c, title, &n) || !n.chapter ||
        !n.plain || t->low[title] == 'o' || !ends_names(t, n.span.end, stop))
        return false;
    const char *known = imr_entry_text(n.entry, IMR_GUIDELINES_CHAPTER, NULL);
    if (memcmp(known, t->clean + number.at, size) != 0 || known[size] != '\0')
        return false;
    imr_citation_open(c, IMR_ACOEM, c->rest.at);
    c->named[IMR_MTUS] = (imr_span){c->rest.at, c->rest.at + SIZE("mtus")};
    c->named[IMR_ACOEM] = whole;
    is->chapter = number;
    is->title = n.span;
    is->document = n.entry;
    imr_citation_take(c, n.span.end);
    return true;
}

#define SECTIONS ", section(s): "

/* "Chronic Pain Medical Treatment 2009, Section(s): Opioids" at `at`, behind "MTUS". */
static inline bool title_of_mtus(imr_citing *c, uint32_t at, uint32_t stop)
{
    const imr_text *t = c->text;
    imr_citation *is = &c->is;
    imr_citing_name n;
    if (!imr_is_upper(t->clean[at]) || !imr_citing_name_at(c, at, &n) || n.authority != IMR_MTUS ||
        n.whole || !n.plain || !n.alone)
        return false;
    uint32_t end = n.span.end, section = 0, from = 0;
    imr_span year = {0};
    bool listed = false;
    if (t->clean[end] == ' ' && imr_is_digit(t->clean[end + 1])) {
        year = (imr_span){end + 1, end + 5};
        if (!imr_citing_is_year(t, year.at, c->rest.end))
            return false;
        end = year.end;
    }
    if (!ends_names(t, end, stop)) {
        if (t->clean[end] == ',' && stop > end + SIZE(SECTIONS))
            listed = READS(t->low + end, SECTIONS);
        from = end + (listed ? SIZE(SECTIONS) : 1);
        if (!listed && (t->clean[end] != ' ' || from >= stop))
            return false;
        section = section_of_mtus(c, from, stop);
        if (section == 0 && !listed)
            return false;
    }
    imr_citation_open(c, IMR_MTUS, c->rest.at);
    c->named[IMR_MTUS] = (imr_span){c->rest.at, c->rest.at + SIZE("mtus")};
    is->listed = listed;
    is->title = n.span;
    is->document = n.entry;
    is->year = year;
    imr_citation_take(c, end);
    if (section > 0)
        imr_citing_take_section(c, (imr_span){from, section});
    else if (listed)
        c->rest.at = from - 1;
    return true;
}

/* "MTUS" stands at the rest. No name of guidelines.lua begins with it that goes on otherwise than
 * with these. */
static inline bool usual_of_mtus(imr_citing *c, uint32_t stop)
{
    const char *low = c->text->low + c->rest.at;
    uint32_t at = c->rest.at + SIZE("mtus ");
    if (stop < at + SIZE(CHAPTER) || low[4] != ' ' || low[5] == 'm' || low[5] == 't' ||
        low[5] == 'g')
        return false;
    return READS(low + 5, CHAPTER) ? chapter_of_acoem(c, at, stop) : title_of_mtus(c, at, stop);
}

/* ---- the ODG ---------------------------------------------------------------------------------
 */

#define ODG "official disability guidelines"
#define IN_SHORT " (odg)"
#define OTHERS "other medical treatment guideline or medical evidence:"

/* "Official Disability Guidelines (ODG), Pain Chapter, Insomnia treatment" behind a blank. */
static inline bool usual_of_odg(imr_citing *c, uint32_t stop)
{
    const imr_text *t = c->text;
    imr_citation *is = &c->is;
    uint32_t from = c->rest.at + 1, at = from + SIZE(ODG);
    if (t->clean[from - 1] != ' ')
        return false;
    if (stop < at + SIZE(IN_SHORT) || !READS(t->low + from, ODG)) {
        if (stop > from + SIZE(OTHERS) && READS(t->low + from, OTHERS))
            c->rest.at = from + SIZE(OTHERS);
        return false;
    }
    at += READS(t->low + at, IN_SHORT) ? SIZE(IN_SHORT) : 0;
    imr_span whole = {from, at};
    at += t->clean[at] == ',';
    if (t->clean[at] != ' ' || ++at >= stop || !imr_is_upper(t->clean[at]))
        return false;
    imr_recollection found = imr_citing_recall(c, IMR_TABLE_ODG_CHAPTERS, at);
    imr_span chapter = {at, at + found.matched};
    if (found.entry == NULL || !(noted(c, IMR_TABLE_ODG_CHAPTERS, at, found) & OF_ODG))
        return false;
    uint32_t end = chapter.end;
    end += READS(t->low + end, " chapter") ? SIZE(" chapter") : 0;
    bool divided = end < stop && t->clean[end] == ',' && t->clean[end + 1] == ' ';
    if (end != stop && !divided)
        return false;
    imr_citation_open(c, IMR_ODG, from);
    c->named[IMR_ODG] = whole;
    is->chapter = chapter;
    is->odg = found.entry;
    imr_citation_take(c, end);
    if (divided && (at = section_of_odg(c, end + 2, stop)) > 0)
        imr_citing_take_section(c, (imr_span){end + 2, at});
    return true;
}

bool imr_citing_usual(imr_citing *c)
{
    uint32_t stop = full_stop(c);
    if (c->stage->knowledge != imr_knowledge_builtin() || !imr_empty(c->is.year))
        return false;
    return (c->on_mtus ? usual_of_mtus(c, stop) : usual_of_odg(c, stop)) && finish(c, stop);
}
