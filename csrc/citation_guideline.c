/* citation_guideline.c - names of the MTUS, the ACOEM and the ODG: titles, years, chapters.
 *
 *     MTUS ACOEM Chapter 12 Low Back Complaints
 *     MTUS Chronic Pain Medical Treatment 2009
 *     ACOEM Practice Guidelines, 2nd Edition (2004), Low Back Complaints, Chapter 12
 *     Official Disability Guidelines (ODG): Knee & Leg (Acute & Chronic)
 */
#include <string.h>

#include "citation.h"
#include "vector.h"

/* ---- what stands at a place ------------------------------------------------------------------ */

/* What guidelines.lua says of an entry, and the letters of its name, as it is noted in the memory
 * of names. */
enum { AUTHORITY = 7, WHOLE = 8, CHAPTER = 16, PLAIN = 32, ALONE = 64 };

IMR_APART unsigned kind_of(const imr_citing *c, const imr_entry *e, imr_span name)
{
    const char *authority = imr_entry_text(e, IMR_GUIDELINES_AUTHORITY, NULL);
    const char *low = c->text->low + name.at;
    size_t size = name.end - name.at;
    unsigned kind = *authority == 'M'   ? IMR_MTUS
                    : *authority == 'A' ? IMR_ACOEM
                    : *authority == 'O' ? IMR_ODG
                                        : IMR_OTHER;
    if (imr_entry_boolean(e, IMR_GUIDELINES_WHOLE, false))
        kind |= WHOLE;
    if (imr_entry_text(e, IMR_GUIDELINES_CHAPTER, NULL) != NULL)
        kind |= CHAPTER;
    if (imr_is_lower(low[size - 1]) && imr_citing_begins_name(c, name.at))
        kind |= PLAIN;
    if (memchr(low, ' ', size) != NULL &&
        imr_knowledge_leaves(c->stage->knowledge, IMR_TABLE_SECTIONS, low, size))
        kind |= ALONE;
    return kind;
}

/* The ODG's name, misspelt. */
IMR_APART const imr_entry *misspelt(const imr_citing *c, uint32_t at, uint32_t *size)
{
    imr_match match;
    if (!imr_citing_match(c, IMR_PATTERN_ODG_MISSPELT, at, &match))
        return NULL;
    *size = match.whole.end - at;
    return imr_knowledge_find(c->stage->knowledge, IMR_TABLE_GUIDELINES, "ODG", 3);
}

/* Behind the blank at `at`: "Guidelines", which changes nothing of a title. Its end, else `at`. */
static inline uint32_t behind_guidelines(const imr_text *t, uint32_t at, uint32_t end)
{
    const char *next = t->low + at + 1;
    uint32_t behind = at;
    if (next[0] == 'm' && next[1] == 'e')
        imr_citing_word(t, at, end, " medical treatment guidelines", &behind);
    else if (next[0] == 't' && next[1] == 'r' && next[2] == 'e')
        imr_citing_word(t, at, end, " treatment guidelines", &behind);
    else if (next[0] == 'g' && next[1] == 'u' &&
             !imr_citing_word(t, at, end, " guidelines", &behind))
        imr_citing_word(t, at, end, " guideline", &behind);
    return behind;
}

bool imr_citing_name_at(const imr_citing *c, uint32_t at, imr_citing_name *out)
{
    const imr_text *t = c->text;
    imr_recollection found = imr_citing_recall(c, IMR_TABLE_GUIDELINES, at);
    if (found.entry == NULL && imr_reads(t, at, c->rest.end, "of"))
        found.entry = misspelt(c, at, &found.matched);
    if (found.entry == NULL)
        return false;
    uint32_t end = at + found.matched;
    uint8_t *notes = c->stage->memory->notes;
    unsigned kind = found.slot != IMR_NOT_RECALLED ? notes[found.slot] : 0;
    if (kind == 0) {
        kind = kind_of(c, found.entry, (imr_span){at, end});
        if (found.slot != IMR_NOT_RECALLED)
            notes[found.slot] = (uint8_t)kind;
    }
    *out = (imr_citing_name){.entry = found.entry,
                             .span = {at, behind_guidelines(t, end, c->rest.end)},
                             .authority = kind & AUTHORITY,
                             .whole = kind & WHOLE,
                             .chapter = kind & CHAPTER,
                             .plain = kind & PLAIN,
                             .alone = kind & ALONE};
    return true;
}

/* Is the document one of the ACOEM's? */
static bool of_acoem(const imr_entry *e)
{
    const char *id = imr_entry_text(e, IMR_GUIDELINES_ID, NULL);
    return strncmp(id, "ACOEM", 5) == 0 || imr_entry_text(e, IMR_GUIDELINES_CHAPTER, NULL) != NULL;
}

/* "Chapter 12", "Ch. 9" at `at`; the number. *end is behind it. */
static inline imr_span chapter_number(const imr_text *t, uint32_t at, uint32_t limit, uint32_t *end)
{
    static const char *const words[] = {"chapters", "chapter", "chap.", "chap", "ch.", "ch"};
    uint32_t next = 0;
    for (size_t i = 0; i < sizeof words / sizeof *words && next == 0; i++)
        if (imr_reads(t, at, limit, words[i]))
            next = at + (uint32_t)strlen(words[i]);
    if (next == 0)
        return (imr_span){0};
    while (next < limit &&
           (t->clean[next] == ' ' || t->clean[next] == ':' || t->clean[next] == '#'))
        next++;
    imr_span number = {next, next};
    while (number.end < limit && imr_is_digit(t->clean[number.end]))
        number.end++;
    bool good =
        number.end > number.at && number.end - number.at <= 2 &&
        !(number.end < limit && (t->clean[number.end] == '-' || t->clean[number.end] == '/'));
    *end = number.end;
    return good ? number : (imr_span){0};
}

/* "(ACOEM Practice Guidelines", "of the ACOEM" at `at`: whose a title, or a chapter, is. */
IMR_APART bool acoem_behind(const imr_citing *c, uint32_t at, bool within, imr_citing_name *out)
{
    static const char *const words[] = {"of", "from", "in"};
    const imr_text *t = c->text;
    uint32_t end = c->rest.end;
    bool said = within; /* within parentheses */
    if (at < end && strchr("([", t->clean[at]) != NULL) {
        at++;
        said = true;
    }
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (imr_citing_word(t, at, end, words[i], &at)) {
            at = imr_citing_blanks(t, at, end);
            said = true;
            break;
        }
    if (imr_citing_word(t, at, end, "the", &at))
        at = imr_citing_blanks(t, at, end);
    return said && at < end && imr_citing_name_at(c, at, out) && out->whole &&
           out->authority == IMR_ACOEM;
}

/* Where the letter says behind a title that it is the ACOEM's: "Low Back Complaints (ACOEM Practice
 * Guidelines", "Knee Complaints Chapter of the ACOEM", "Eye (Chapter 16, ACOEM". */
typedef struct origin {
    imr_span number; /* of the chapter, where it stands before the ACOEM's name */
    imr_citing_name whole;
} origin;

IMR_APART bool read_origin(const imr_citing *c, const imr_citing_name *n, uint32_t at, origin *out)
{
    const imr_text *t = c->text;
    uint32_t end = c->rest.end;
    char next = t->clean[at];
    bool comma = next == ',', open = next == '(' || next == '[';
    uint32_t after = comma || open ? imr_citing_blanks(t, at + 1, end) : at;
    *out = (origin){0};
    if (imr_reads(t, after, end, "ch")) {
        out->number = chapter_number(t, after, end, &at);
        if (imr_empty(out->number) && (comma || !imr_citing_word(t, after, end, "chapter", &at)))
            return false;
        at += at < end && (t->clean[at] == ',' || (open && strchr(")]", t->clean[at]) != NULL));
        at = imr_citing_blanks(t, at, end);
    } else if (comma) {
        return false;
    } else {
        open = false;
    }
    return strstr(imr_entry_text(n->entry, IMR_GUIDELINES_ID, NULL), "ACOEM") != NULL &&
           acoem_behind(c, at, open, &out->whole);
}

/* A cheap look before it. */
static inline bool origin_of(const imr_citing *c, const imr_citing_name *n, origin *out)
{
    const imr_text *t = c->text;
    uint32_t at = n->span.end;
    at += at < c->rest.end && t->clean[at] == ' ';
    if (at + 2 >= c->rest.end || n->whole)
        return false;
    switch (t->low[at]) {
    case '(':
    case '[':
        break;
    case ',':
        if (t->low[at + 2] != 'c')
            return false;
        break;
    case 'c':
        if (t->low[at + 1] != 'h')
            return false;
        break;
    case 'o':
    case 'f':
    case 'i':
        if (imr_is_letter(t->clean[at + 2]) && t->low[at] != 'f')
            return false;
        break;
    default:
        return false;
    }
    return read_origin(c, n, at, out);
}

/* A title that can be nothing but a guideline's, as sections have such names too ("Prevention",
 * "Chronic Pain"). In a list of sections it needs a year, a list of its own, or the word. */
static bool plain_title(const imr_citing *c, const imr_citing_name *n)
{
    const imr_text *t = c->text;
    imr_span title;
    uint32_t end = n->span.end;
    if (imr_citing_contains(t, n->span, "guideline") ||
        !imr_empty(imr_citing_year_within(t, n->span, &title)) ||
        !imr_empty(imr_citing_year_at(c, n->span.end, &end)))
        return true;
    end = imr_citing_blanks(t, end, c->rest.end);
    if (end < c->rest.end && t->clean[end] == ',')
        end = imr_citing_blanks(t, end + 1, c->rest.end);
    if (imr_section_label(t, end, c->rest.end) > 0)
        return true;
    origin from;
    return (!c->is.listed && (imr_citing_contains(t, n->span, "complaints") ||
                              imr_citing_contains(t, n->span, "medical treatment"))) ||
           origin_of(c, n, &from);
}

bool imr_citing_is_guideline(const imr_citing *c, uint32_t at)
{
    imr_citing_name n;
    return imr_citing_name_at(c, at, &n) && (n.whole || plain_title(c, &n));
}

bool imr_citing_is_title(const imr_citing *c, uint32_t at)
{
    imr_citing_name n;
    return at < c->rest.end && imr_citing_name_at(c, at, &n);
}

/* ---- chapters -------------------------------------------------------------------------------- */

static bool same_words(const imr_text *t, imr_span a, imr_span b)
{
    return a.end - a.at == b.end - b.at &&
           memcmp(t->clean + a.at, t->clean + b.at, a.end - a.at) == 0;
}

/* A chapter's number belongs to the ACOEM's open citation, where that has none yet. */
static bool read_chapter_number(imr_citing *c)
{
    const imr_text *t = c->text;
    uint32_t end;
    imr_citation *is = &c->is;
    char third = t->low[c->rest.at + 2]; /* of "chapter", or of what stands behind "ch" */
    if (t->low[c->rest.at] != 'c' || t->low[c->rest.at + 1] != 'h' || is->authority == IMR_ODG ||
        (imr_is_lower(third) && third != 'a'))
        return false;
    imr_span number = chapter_number(t, c->rest.at, c->rest.end, &end);
    if (imr_empty(number))
        return false;
    bool fits = is->authority == IMR_ACOEM ||
                (is->authority == IMR_MTUS && is->document != NULL && of_acoem(is->document));
    imr_citing_name whole;
    bool said = t->clean[end] == ' ' && (t->low[end + 1] == 'o' || t->low[end + 1] == '(') &&
                acoem_behind(c, end + 1, false, &whole);
    if (!fits && !said && (is->authority != IMR_UNCITED || (!c->on_mtus && c->mtus == IMR_NOWHERE)))
        return false;
    if (said)
        end = whole.span.end;
    bool again = fits && !is->pages && same_words(t, is->chapter, number);
    if (!again && (!fits || !imr_empty(is->chapter) || is->pages)) {
        imr_authority authority = fits ? is->authority : IMR_ACOEM;
        imr_citation_open(c, authority, c->mtus != IMR_NOWHERE ? c->mtus : c->rest.at);
        c->mtus = IMR_NOWHERE;
    }
    is->chapter = number;
    imr_citation_take(c, end);
    imr_span year = imr_citing_year_at(c, end, &end);
    if (!imr_empty(year) && imr_empty(is->year)) {
        is->year = year;
        imr_citation_take(c, end);
    }
    return true;
}

/* ---- titles ---------------------------------------------------------------------------------- */

/* The ACOEM's own guideline of a title that one of the MTUS has as well, "Chronic Pain"; NULL where
 * it has none. */
IMR_APART const imr_entry *own_of_acoem(const imr_citing *c, const imr_citing_name *n)
{
    static const char word[] = " Guideline";
    char own[64];
    imr_span title;
    (void)imr_citing_year_within(c->text, n->span, &title);
    uint32_t size = title.end - title.at;
    if (size + sizeof word > sizeof own)
        return NULL;
    memcpy(own, c->text->clean + title.at, size);
    memcpy(own + size, word, sizeof word);
    const imr_entry *e =
        imr_knowledge_find(c->stage->knowledge, IMR_TABLE_GUIDELINES, own, size + sizeof word - 1);
    return e != NULL && of_acoem(e) ? e : NULL;
}

/* The title's year stands within it or behind it. */
static void take_title(imr_citing *c, const imr_citing_name *n)
{
    const imr_text *t = c->text;
    imr_citation *is = &c->is;
    imr_span title;
    uint32_t end = n->span.end;
    imr_span year = imr_citing_year_within(t, n->span, &title);
    if (imr_empty(year))
        year = imr_citing_year_at(c, n->span.end, &end);
    is->title = title;
    is->document = n->entry;
    if (is->authority == IMR_ACOEM && !of_acoem(n->entry)) {
        const imr_entry *own = own_of_acoem(c, n);
        is->document = own != NULL ? own : n->entry;
    }
    if (imr_empty(is->year))
        is->year = year;
    imr_citation_take(c, end);
    if (end + 1 < c->rest.end && t->low[end + 1] == 'c' && /* "Knee Complaints Chapter, page 330" */
        imr_citing_word(t, end, c->rest.end, " chapter", &end) && imr_citing_ends_item(c, end) &&
        t->clean[end] != ':')
        imr_citation_take(c, end);
}

/* A title of the ACOEM's, which is named behind it. What else the parentheses say is read on. */
IMR_APART void take_chapter_of(imr_citing *c, const imr_citing_name *n, const origin *from)
{
    imr_citation *is = &c->is;
    uint32_t end = from->whole.span.end;
    is->year = imr_citing_year_within(c->text, n->span, &is->title);
    is->document = n->entry;
    is->whole = from->whole.entry;
    if (imr_empty(is->chapter))
        is->chapter = from->number;
    imr_span year = imr_citing_year_at(c, end, &end);
    if (imr_empty(is->year))
        is->year = year;
    imr_citation_take(c, end);
}

/* All guidelines of an authority: "MTUS" only leads to the title that follows. */
static void take_whole(imr_citing *c, const imr_citing_name *n)
{
    imr_citation *is = &c->is;
    uint32_t end = n->span.end;
    imr_span year;
    if (n->authority == IMR_MTUS) {
        bool again = is->authority == IMR_MTUS && !is->sections && !c->stopped;
        if (!again) {
            imr_citation_close(c);
            if (c->mtus == IMR_NOWHERE)
                c->mtus = n->span.at;
        }
        c->named[IMR_MTUS] = n->span;
        imr_citation_take(c, end);
        return;
    }
    bool again = is->authority == n->authority && imr_empty(is->chapter) && imr_empty(is->title) &&
                 !is->sections && !is->pages && !c->stopped;
    if (n->authority >= IMR_ODG)
        imr_citation_mtus(c);
    if (!again) {
        uint32_t from = c->mtus != IMR_NOWHERE ? c->mtus : n->span.at;
        imr_citation_open(c, n->authority, from);
        is->whole = n->entry;
    }
    if (n->authority != IMR_OTHER)
        c->named[n->authority] = n->span;
    c->mtus = IMR_NOWHERE;
    imr_citation_take(c, end);
    year = imr_citing_year_at(c, end, &end);
    if (!imr_empty(year) && imr_empty(is->year)) {
        is->year = year;
        imr_citation_take(c, end);
    }
}

/* The third edition has a guideline on chronic pain, the second is cited beside the MTUS's. */
static bool later_edition(const imr_entry *whole)
{
    return whole != NULL && strstr(imr_entry_text(whole, IMR_GUIDELINES_ID, NULL), "3rd") != NULL;
}

/* Is the title the document of the ACOEM's open citation? */
static bool completes_acoem(const imr_citing *c, const imr_citing_name *n)
{
    const imr_citation *is = &c->is;
    if (is->authority != IMR_ACOEM || !imr_empty(is->title) || is->sections || is->pages)
        return false;
    if (!n->chapter && !of_acoem(n->entry))
        return imr_empty(is->chapter) &&
               (!c->parted || (later_edition(is->whole) && own_of_acoem(c, n) != NULL));
    const char *number = imr_entry_text(n->entry, IMR_GUIDELINES_CHAPTER, NULL);
    size_t size = is->chapter.end - is->chapter.at;
    const char *chapter = c->text->clean + is->chapter.at;
    return size == 0 || number == NULL ||
           (strlen(number) == size && memcmp(number, chapter, size) == 0) || !c->parted;
}

bool imr_citing_guideline(imr_citing *c)
{
    imr_citing_name n;
    imr_citation *is = &c->is;
    if (read_chapter_number(c))
        return true;
    /* First what nearly always follows the ODG's name; "Chronic Pain" may be of a longer one. */
    bool odg = is->authority == IMR_ODG;
    if (odg && imr_empty(is->chapter) && !c->stopped &&
        !imr_reads(c->text, c->rest.at, c->rest.end, "chronic") && imr_citing_chapter(c))
        return true;
    bool found = imr_citing_name_at(c, c->rest.at, &n);
    if (found && n.whole) {
        take_whole(c, &n);
        return true;
    }
    origin from;
    bool acoem = found && origin_of(c, &n, &from);
    if (odg && !acoem && (!found || !imr_citing_contains(c->text, n.span, "guideline")) &&
        imr_citing_chapter(c))
        return true;
    if (!found)
        return !odg && imr_citing_chapter(c);
    bool completes = completes_acoem(c, &n);
    if (acoem) {
        if (!completes)
            imr_citation_open(c, IMR_ACOEM, c->mtus != IMR_NOWHERE ? c->mtus : n.span.at);
        c->mtus = IMR_NOWHERE;
        take_chapter_of(c, &n, &from);
        return true;
    }
    if (completes) {
        take_title(c, &n);
        return true;
    }
    bool expected = is->authority == IMR_UNCITED &&
                    (c->on_mtus || c->mtus != IMR_NOWHERE || imr_citing_ends_item(c, n.span.end));
    if (expected) { /* "MTUS Chronic pain programs": a section's name is longer */
        uint32_t section;
        imr_citing_longest(c, IMR_TABLE_SECTIONS, c->rest.at, &section);
        uint32_t size = n.span.end - n.span.at;
        bool words = memchr(c->text->clean + n.span.at, ' ', size) != NULL;
        expected = section <= size && (words || imr_citing_ends_item(c, n.span.end));
    }
    if (!expected && !plain_title(c, &n))
        return !odg && imr_citing_chapter(c);
    acoem = n.authority == IMR_ACOEM || (is->authority == IMR_ACOEM && n.chapter);
    if (n.authority >= IMR_ODG) /* an analyst's: "MTUS" before it leads to no title of others */
        imr_citation_mtus(c);
    imr_citation_open(c, acoem ? IMR_ACOEM : n.authority,
                      c->mtus != IMR_NOWHERE ? c->mtus : n.span.at);
    c->mtus = IMR_NOWHERE;
    take_title(c, &n);
    return true;
}

void imr_citing_basis(imr_citing *c)
{
    imr_citing_name n;
    if (!imr_citing_name_at(c, c->rest.at, &n) || !n.whole || n.authority != IMR_MTUS) {
        imr_citing_guideline(c);
        return;
    }
    c->mtus = n.span.at;
    c->named[IMR_MTUS] = n.span;
    c->rest.at = n.span.end;
}

bool imr_citing_section_of(imr_citing *c)
{
    static const char *const words[] = {" section", " topic", " portion"};
    enum { WITHIN = 120 };
    const imr_text *t = c->text;
    imr_match match;
    imr_citing_name n;
    uint32_t from = c->rest.at, limit = c->rest.end;
    imr_span near = {from, limit - from > WITHIN ? from + WITHIN : limit};
    bool likely = false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        likely |= imr_citing_contains(t, near, words[i]);
    if (!likely || (c->is.authority != IMR_UNCITED && !c->stopped) ||
        !imr_citing_match(c, IMR_PATTERN_SECTION_OF, from, &match) ||
        !imr_citing_name_at(c, match.whole.end, &n) || n.authority != IMR_MTUS)
        return false;
    imr_span section = match.group[1];
    imr_citation_open(c, IMR_MTUS, from);
    c->mtus = IMR_NOWHERE;
    imr_add_string(c->stage->doc, c->is.record, IMR_citation_sections, t->clean + section.at,
                   section.end - section.at, section);
    c->is.sections = true;
    if (n.whole)
        imr_citation_take(c, n.span.end);
    else
        take_title(c, &n);
    return true;
}

bool imr_citing_chapter_title(imr_citing *c)
{
    const imr_text *t = c->text;
    imr_citation *is = &c->is;
    uint32_t section, end = c->rest.at;
    if (is->text.end != is->chapter.end || !imr_empty(is->title) || c->parted || c->stopped)
        return false;
    imr_citing_longest(c, IMR_TABLE_SECTIONS, c->rest.at, &section);
    if (section > 0)
        return false;
    for (; end < c->rest.end && strchr(".;:(", t->clean[end]) == NULL; end++)
        if (t->clean[end] == ' ' && (imr_page_label(t, end + 1, c->rest.end) > 0 ||
                                     imr_section_label(t, end + 1, c->rest.end) > 0))
            break;
    is->title = imr_trim(t, (imr_span){c->rest.at, end});
    while (!imr_empty(is->title) && t->clean[is->title.end - 1] == ',')
        is->title.end--;
    imr_citation_take(c, end);
    return true;
}

void imr_citing_untitled(imr_citing *c)
{
    static const char *const words[] = {"guideline", "complaints", "disorders", "treatment"};
    const imr_text *t = c->text;
    uint32_t from = c->mtus != IMR_NOWHERE ? c->mtus : c->rest.at, end = c->rest.at;
    imr_citation_open(c, IMR_MTUS, from);
    c->mtus = IMR_NOWHERE;
    while (end < c->rest.end && !imr_citing_ends_item(c, end) &&
           imr_empty(imr_citing_year_at(c, end, &(uint32_t){0}))) {
        while (end < c->rest.end && t->clean[end] == ' ')
            end++;
        while (end < c->rest.end && strchr(" ,;.:)/", t->clean[end]) == NULL)
            end++;
    }
    imr_span title = {c->rest.at, end};
    uint32_t after = end;
    imr_span year = imr_citing_year_at(c, end, &after);
    bool titled = !imr_empty(year);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        titled |= imr_citing_contains(t, title, words[i]);
    if (!titled || imr_empty(title)) { /* "MTUS Cyclobenzaprine (Flexeril) Page(s): 41" */
        imr_citing_section(c);
        return;
    }
    c->is.title = title;
    c->is.year = year;
    imr_citation_take(c, after);
}
