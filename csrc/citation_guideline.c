/* citation_guideline.c - names of the MTUS, the ACOEM and the ODG: titles, years, chapters.
 *
 *     MTUS ACOEM Chapter 12 Low Back Complaints
 *     MTUS Chronic Pain Medical Treatment 2009
 *     ACOEM Practice Guidelines, 2nd Edition (2004), Low Back Complaints, Chapter 12
 *     Official Disability Guidelines (ODG): Knee & Leg (Acute & Chronic)
 */
#include <string.h>

#include "citation.h"

/* ---- what stands at a place ------------------------------------------------------------------ */

/* A name of guidelines.lua, with the year that may be part of it. */
typedef struct name {
    const imr_entry *entry;
    imr_span span; /* with "Guidelines" behind it, and with the year */
    imr_authority authority;
    bool whole;
} name;

static bool name_at(const imr_citing *c, uint32_t at, name *out)
{
    static const char *const more[] = {" medical treatment guidelines", " treatment guidelines",
                                       " guidelines", " guideline"};
    const imr_text *t = c->text;
    uint32_t size;
    *out = (name){.entry = imr_citing_longest(c, IMR_TABLE_GUIDELINES, at, &size)};
    uint32_t end = at + size;
    imr_match match;
    if (out->entry == NULL && imr_reads(t, at, c->rest.end, "of") &&
        imr_citing_match(c, IMR_PATTERN_ODG_MISSPELT, at, &match)) {
        out->entry = imr_knowledge_find(c->stage->knowledge, IMR_TABLE_GUIDELINES, "ODG", 3);
        end = match.whole.end;
    }
    if (out->entry == NULL)
        return false;
    char next = end + 1 < c->rest.end ? t->low[end + 1] : ' ';
    bool on = next == 'm' || next == 't' || next == 'g';
    for (size_t i = 0; on && i < sizeof more / sizeof *more; i++)
        if (imr_citing_word(t, end, c->rest.end, more[i], &end))
            break;
    out->span = (imr_span){at, end};
    out->whole = imr_entry_boolean(out->entry, IMR_GUIDELINES_WHOLE, false);
    const char *authority = imr_entry_text(out->entry, IMR_GUIDELINES_AUTHORITY, NULL);
    out->authority = *authority == 'M' ? IMR_MTUS : *authority == 'A' ? IMR_ACOEM : IMR_ODG;
    return true;
}

/* Is the document one of the ACOEM's? */
static bool of_acoem(const imr_entry *e)
{
    const char *id = imr_entry_text(e, IMR_GUIDELINES_ID, NULL);
    return strncmp(id, "ACOEM", 5) == 0 || imr_entry_text(e, IMR_GUIDELINES_CHAPTER, NULL) != NULL;
}

/* A year's figures at `at`. */
static bool figures_at(const imr_text *t, uint32_t at, uint32_t limit)
{
    const char *p = t->clean + at;
    if (limit - at < 4 || !((p[0] == '1' && p[1] == '9') || (p[0] == '2' && p[1] == '0')) ||
        !imr_is_digit(p[2]) || !imr_is_digit(p[3]))
        return false;
    if (limit - at == 4)
        return true;
    bool date = limit - at > 5 && (p[4] == '-' || p[4] == '/' || p[4] == '.') && imr_is_digit(p[5]);
    return !imr_is_letter(p[4]) && !imr_is_digit(p[4]) && p[4] != '_' && !date;
}

/* The second and the third letters, by the first, of the words that GUIDELINE_YEAR knows before a
 * year: a month, "revised", "effective", "dated", "adopted". Behind a figure, a parenthesis, or
 * what stands before either, anything may. */
typedef struct letters {
    uint32_t second, third;
} letters;
#define LETTER(letter) (UINT32_C(1) << ((letter)&31))
#define ANY                                                                                        \
    {                                                                                              \
        ~UINT32_C(0), ~UINT32_C(0)                                                                 \
    }
static const letters dating[256] = {
    [' '] = ANY,
    ['('] = ANY,
    [','] = ANY,
    ['0'] = ANY,
    ANY,
    ANY,
    ANY,
    ANY,
    ANY,
    ANY,
    ANY,
    ANY,
    ANY,
    ['a'] = {LETTER('p') | LETTER('u') | LETTER('d'), LETTER('r') | LETTER('g') | LETTER('o')},
    ['d'] = {LETTER('e') | LETTER('a'), LETTER('c') | LETTER('t')},
    ['e'] = {LETTER('f'), LETTER('f')},
    ['f'] = {LETTER('e'), LETTER('b')},
    ['j'] = {LETTER('a') | LETTER('u'), LETTER('n') | LETTER('l')},
    ['m'] = {LETTER('a'), LETTER('r') | LETTER('y')},
    ['n'] = {LETTER('o'), LETTER('v')},
    ['o'] = {LETTER('c'), LETTER('t')},
    ['r'] = {LETTER('e'), LETTER('v')},
    ['s'] = {LETTER('e'), LETTER('p')},
};
#undef ANY
#undef LETTER

/* May a year stand there, or what is printed before one? Most places are told by two letters. */
static inline bool dates(const char *words)
{
    const letters *l = &dating[(unsigned char)words[0]];
    return l->second >> (words[1] & 31) & 1 && l->third >> (words[2] & 31) & 1;
}

/* May GUIDELINE_YEAR match where this stands, that is no figure? Between parentheses some figure
 * must come, and before a year there are few words. */
static bool may_be_dated(const imr_text *t, uint32_t at, uint32_t limit)
{
    enum { BEFORE_FIGURES = 24 };
    bool inside = t->clean[at] == '(';
    if (!inside && !dates(t->low + at))
        return false;
    if (limit - at > BEFORE_FIGURES)
        limit = at + BEFORE_FIGURES;
    while (++at < limit && !imr_is_digit(t->clean[at]))
        if (inside && (t->clean[at] == '(' || t->clean[at] == ')'))
            return false;
    return at < limit;
}

static imr_span read_year(const imr_citing *c, uint32_t at, uint32_t *end)
{
    const imr_text *t = c->text;
    imr_match match;
    uint32_t next = at;
    while (next < c->rest.end && (t->clean[next] == ' ' || t->clean[next] == ','))
        next++;
    if (next >= c->rest.end)
        return (imr_span){0};
    if (imr_is_digit(t->clean[next])) {
        char before = next == at && at > 0 ? t->clean[at - 1] : ' ';
        if (imr_is_letter(before) || imr_is_digit(before) || before == '_' ||
            !figures_at(t, next, c->rest.end))
            return (imr_span){0};
        *end = next + 4;
        return (imr_span){next, next + 4};
    }
    if (!may_be_dated(t, next, c->rest.end) ||
        !imr_citing_match(c, IMR_PATTERN_GUIDELINE_YEAR, at, &match))
        return (imr_span){0};
    *end = match.whole.end;
    return imr_empty(match.group[1]) ? match.group[2] : match.group[1];
}

/* The year behind a title; *end is behind it. */
static inline imr_span year_at(const imr_citing *c, uint32_t at, uint32_t *end)
{
    const char *behind = c->text->low + at;
    behind += *behind == ',';
    behind += *behind == ' ';
    return dates(behind) ? read_year(c, at, end) : (imr_span){0};
}

/* Where `word` begins that ends at `end`, blanks left out; `end` where another stands there. */
static uint32_t before_word(const imr_text *t, uint32_t from, uint32_t end, const char *word)
{
    uint32_t size = (uint32_t)strlen(word);
    while (end > from && t->clean[end - 1] == ' ')
        end--;
    return end >= from + size && imr_reads(t, end - size, end, word) ? end - size : end;
}

/* The year that ends a name itself ("Elbow (Revised 2007)"); *title is what stands before it. */
static inline imr_span year_within(const imr_text *t, imr_span whole, imr_span *title)
{
    uint32_t end = whole.end, digits = 0;
    *title = whole;
    if (t->clean[end - 1] == ')')
        end--;
    while (digits < 4 && end - digits > whole.at && imr_is_digit(t->clean[end - digits - 1]))
        digits++;
    imr_span year = {end - digits, end};
    if (digits < 4 || year.at < whole.at + 2 ||
        (t->clean[year.at - 1] != ' ' && t->clean[year.at - 1] != '('))
        return (imr_span){0};
    uint32_t before = before_word(t, whole.at, year.at, "(");
    before = before_word(t, whole.at, before, "revised");
    before = before_word(t, whole.at, before, "(");
    title->end = before_word(t, whole.at, before, "");
    return year;
}

/* Does the item end at `at`: punctuation, a label, the part's end? */
static bool ends_item(const imr_citing *c, uint32_t at)
{
    const imr_text *t = c->text;
    at = imr_citing_blanks(t, at, c->rest.end);
    return at >= c->rest.end || strchr(",;.:)]>/-", t->clean[at]) != NULL ||
           imr_citing_mark(t, at, c->rest.end) > 0 || imr_page_label(t, at, c->rest.end) > 0 ||
           imr_section_label(t, at, c->rest.end) > 0;
}

static bool contains(const imr_text *t, imr_span s, const char *word)
{
    return imr_find_any_case(t, s, word, strlen(word)) != IMR_NOWHERE;
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
static __attribute__((noinline)) bool acoem_behind(const imr_citing *c, uint32_t at, bool within,
                                                   name *out)
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
    return said && at < end && name_at(c, at, out) && out->whole && out->authority == IMR_ACOEM;
}

/* Where the letter says behind a title that it is the ACOEM's: "Low Back Complaints (ACOEM Practice
 * Guidelines", "Knee Complaints Chapter of the ACOEM", "Eye (Chapter 16, ACOEM". */
typedef struct origin {
    imr_span number; /* of the chapter, where it stands before the ACOEM's name */
    name whole;
} origin;

static __attribute__((noinline)) bool read_origin(const imr_citing *c, const name *n, uint32_t at,
                                                  origin *out)
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
static inline bool origin_of(const imr_citing *c, const name *n, origin *out)
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
static bool plain_title(const imr_citing *c, const name *n)
{
    const imr_text *t = c->text;
    imr_span title;
    uint32_t end = n->span.end;
    if (contains(t, n->span, "guideline") || !imr_empty(year_within(t, n->span, &title)) ||
        !imr_empty(year_at(c, n->span.end, &end)))
        return true;
    end = imr_citing_blanks(t, end, c->rest.end);
    if (end < c->rest.end && t->clean[end] == ',')
        end = imr_citing_blanks(t, end + 1, c->rest.end);
    if (imr_section_label(t, end, c->rest.end) > 0)
        return true;
    origin from;
    return (!c->is.listed &&
            (contains(t, n->span, "complaints") || contains(t, n->span, "medical treatment"))) ||
           origin_of(c, n, &from);
}

bool imr_citing_is_guideline(const imr_citing *c, uint32_t at)
{
    name n;
    return name_at(c, at, &n) && (n.whole || plain_title(c, &n));
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
    name whole;
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
    imr_span year = year_at(c, end, &end);
    if (!imr_empty(year) && imr_empty(is->year)) {
        is->year = year;
        imr_citation_take(c, end);
    }
    return true;
}

/* The word Chapter behind a chapter's name; its end, else `at`. */
static uint32_t chapter_word(const imr_text *t, uint32_t at, uint32_t end)
{
    uint32_t after = imr_citing_blanks(t, at, end);
    static const char *const words[] = {"chapter", "chapters", "section", "guidelines"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (imr_citing_word(t, after, end, words[i], &after))
            return after;
    return at;
}

/* "Diabetes Chapter (Type 1, 2, and Gestational)": the parentheses that end the chapter's title
 * stand behind the word at times. Their end, else `at`. */
static uint32_t title_goes_on(const imr_citing *c, const imr_entry *e, imr_span chapter,
                              uint32_t at)
{
    const imr_text *t = c->text;
    char title[128];
    uint32_t from = imr_citing_blanks(t, at, c->rest.end), size = chapter.end - chapter.at;
    if (at == chapter.end || from >= c->rest.end || t->clean[from] != '(')
        return at;
    const char *close = memchr(t->clean + from, ')', c->rest.end - from);
    if (close == NULL)
        return at;
    uint32_t end = (uint32_t)(close - t->clean) + 1;
    if (size + 1 + (end - from) > sizeof title)
        return at;
    memcpy(title, t->clean + chapter.at, size);
    title[size] = ' ';
    memcpy(title + size + 1, t->clean + from, end - from);
    const imr_entry *whole = imr_knowledge_find(c->stage->knowledge, IMR_TABLE_ODG_CHAPTERS, title,
                                                size + 1 + (end - from));
    return whole == e ? end : at;
}

/* "Pain(Chronic)", "Hand (Acute & Chronic) (Not including "Carpal Tunnel Syndrome")": the
 * parentheses of a chapter's title behind its name, however they are spelt. Their end. */
static __attribute__((noinline)) uint32_t subtitles(const imr_citing *c, uint32_t at)
{
    static const char *const words[] = {"chronic)",          "acute)",        "acute & chronic",
                                        "acute and chronic", "trauma,",       "type 1",
                                        "types 1",           "not including "};
    const imr_text *t = c->text;
    for (;;) {
        uint32_t from = imr_citing_blanks(t, at, c->rest.end);
        if (from >= c->rest.end || t->clean[from] != '(' ||
            !IMR_READS_ANY(t, from + 1, c->rest.end, words))
            return at;
        const char *close = memchr(t->clean + from, ')', c->rest.end - from);
        if (close == NULL)
            return at;
        at = (uint32_t)(close - t->clean) + 1;
    }
}

/* Could it be that the chapter's name only begins a section's ("Shoulder surgery")? */
static bool runs_on(const imr_text *t, imr_span chapter, uint32_t end)
{
    bool one_word = memchr(t->clean + chapter.at, ' ', chapter.end - chapter.at) == NULL;
    bool capital = imr_is_upper(t->clean[chapter.at]);
    uint32_t next = imr_citing_blanks(t, chapter.end, end);
    return one_word && capital && next > chapter.end && next < end &&
           imr_is_lower(t->clean[next]) && !imr_citing_word(t, next, end, "chapter", NULL) &&
           !imr_citing_word(t, next, end, "section", NULL) && imr_page_label(t, next, end) == 0;
}

/* Is a name without the word Chapter a further chapter? Where it can be nothing else; behind a
 * semicolon; or directly behind the first one, where it has several words as few sections' names of
 * the same wording have. */
static bool another(const imr_citing *c, const imr_entry *e, imr_span chapter)
{
    const char *words = c->text->clean + chapter.at;
    return c->is.authority == IMR_ODG && !imr_empty(c->is.chapter) &&
           (c->semicolon || imr_entry_boolean(e, IMR_ODG_CHAPTERS_ALONE, false) ||
            (!c->is.sections && memchr(words, ' ', chapter.end - chapter.at) != NULL));
}

/* "Pain, Chronic Opioids": where a chapter's name with a comma only begins a longer name, and what
 * stands before the comma means the same chapter, that is the name. Not in a list of parts of the
 * body, "Wrist, Hand & Forearm". Its end. */
static uint32_t before_comma(const imr_citing *c, const imr_entry *e, imr_span chapter)
{
    const char *words = c->text->clean + chapter.at;
    size_t size = chapter.end - chapter.at;
    const char *comma = memchr(words, ',', size);
    if (comma == NULL)
        return chapter.end;
    imr_span behind = {chapter.at + (uint32_t)(comma - words) + 1, chapter.end};
    for (uint32_t at = behind.at; at < behind.end; at++)
        if (strchr("&,/", c->text->clean[at]) != NULL)
            return chapter.end;
    if (contains(c->text, behind, " and ") ||
        imr_knowledge_find(c->stage->knowledge, IMR_TABLE_ODG_CHAPTERS, words,
                           (size_t)(comma - words)) != e)
        return chapter.end;
    return behind.at - 1;
}

/* Do parentheses open behind a name? */
static bool opens(const imr_citing *c, uint32_t at)
{
    at = imr_citing_blanks(c->text, at, c->rest.end);
    return at < c->rest.end && c->text->clean[at] == '(';
}

/* The chapter of the ODG at the rest. A later one is a new citation. */
static bool read_odg_chapter(imr_citing *c)
{
    const imr_text *t = c->text;
    imr_citation *is = &c->is;
    uint32_t from = c->rest.at, size, section, end;
    bool first = is->authority == IMR_ODG && imr_empty(is->chapter);
    if (is->authority != IMR_ODG && is->authority != IMR_UNCITED && is->authority != IMR_OTHER)
        return false;
    if (first && imr_citing_word(t, from, c->rest.end, "chapter", &end)) /* "Chapter: Pain" */
        while (end < c->rest.end && strchr(" :-", t->clean[end]) != NULL)
            from = ++end;
    const imr_entry *e = imr_citing_longest(c, IMR_TABLE_ODG_CHAPTERS, from, &size);
    if (e == NULL)
        return false;
    imr_span chapter = {from, from + size};
    if (chapter.end + 1 < c->rest.end &&
        (t->clean[chapter.end] == '(' || t->clean[chapter.end + 1] == '('))
        chapter.end = subtitles(c, chapter.end);
    uint32_t after = title_goes_on(c, e, chapter, chapter_word(t, chapter.end, c->rest.end));
    bool said = after > chapter.end || from > c->rest.at;
    if (!said && !ends_item(c, after)) {
        imr_citing_longest(c, IMR_TABLE_SECTIONS, from, &section);
        if (section > size || runs_on(t, chapter, c->rest.end))
            return false;
        chapter.end = after = before_comma(c, e, chapter);
    }
    if (first && (!is->sections || said || ends_item(c, after))) {
        is->chapter = chapter;
        is->odg = e;
    } else if (is->authority == IMR_ODG && e == is->odg && !is->sections &&
               (said || ends_item(c, after) || opens(c, after))) {
        ; /* "Low Back Chapter - Lumbar & Thoracic": the same again; no "Low Back, Lumbar MRI" */
    } else if (!c->on_mtus && ends_item(c, after) && (said || another(c, e, chapter))) {
        imr_citation_open(c, IMR_ODG, c->rest.at);
        is->chapter = chapter;
        is->odg = e;
    } else {
        return false;
    }
    imr_citation_take(c, after);
    return true;
}

bool imr_citing_is_chapter(const imr_citing *c, uint32_t at)
{
    uint32_t size;
    if (c->is.authority != IMR_ODG)
        return false;
    const imr_entry *e = imr_citing_longest(c, IMR_TABLE_ODG_CHAPTERS, at, &size);
    if (e == NULL)
        return false;
    return chapter_word(c->text, at + size, c->rest.end) > at + size ||
           (imr_entry_boolean(e, IMR_ODG_CHAPTERS_ALONE, false) && ends_item(c, at + size));
}

/* ---- titles ---------------------------------------------------------------------------------- */

/* The title's year stands within it or behind it. */
static void take_title(imr_citing *c, const name *n)
{
    const imr_text *t = c->text;
    imr_citation *is = &c->is;
    imr_span title;
    uint32_t end = n->span.end;
    imr_span year = year_within(t, n->span, &title);
    if (imr_empty(year))
        year = year_at(c, n->span.end, &end);
    is->title = title;
    is->document = n->entry;
    if (imr_empty(is->year))
        is->year = year;
    imr_citation_take(c, end);
    if (end + 1 < c->rest.end && t->low[end + 1] == 'c' && /* "Knee Complaints Chapter, page 330" */
        imr_citing_word(t, end, c->rest.end, " chapter", &end) && ends_item(c, end) &&
        t->clean[end] != ':')
        imr_citation_take(c, end);
}

/* A title of the ACOEM's, which is named behind it. What else the parentheses say is read on. */
static __attribute__((noinline)) void take_chapter_of(imr_citing *c, const name *n,
                                                      const origin *from)
{
    imr_citation *is = &c->is;
    uint32_t end = from->whole.span.end;
    is->year = year_within(c->text, n->span, &is->title);
    is->document = n->entry;
    is->whole = from->whole.entry;
    if (imr_empty(is->chapter))
        is->chapter = from->number;
    imr_span year = year_at(c, end, &end);
    if (imr_empty(is->year))
        is->year = year;
    imr_citation_take(c, end);
}

/* All guidelines of an authority: "MTUS" only leads to the title that follows. */
static void take_whole(imr_citing *c, const name *n)
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
    if (n->authority == IMR_ODG)
        imr_citation_mtus(c);
    if (!again) {
        uint32_t from = c->mtus != IMR_NOWHERE ? c->mtus : n->span.at;
        imr_citation_open(c, n->authority, from);
        is->whole = n->entry;
    }
    c->named[n->authority] = n->span;
    c->mtus = IMR_NOWHERE;
    imr_citation_take(c, end);
    year = year_at(c, end, &end);
    if (!imr_empty(year) && imr_empty(is->year)) {
        is->year = year;
        imr_citation_take(c, end);
    }
}

/* Is the title the document of the ACOEM's open citation? */
static bool completes_acoem(const imr_citing *c, const name *n)
{
    const imr_citation *is = &c->is;
    if (is->authority != IMR_ACOEM || !imr_empty(is->title) || is->sections || is->pages)
        return false;
    if (!of_acoem(n->entry))
        return !c->parted && imr_empty(is->chapter);
    const char *number = imr_entry_text(n->entry, IMR_GUIDELINES_CHAPTER, NULL);
    size_t size = is->chapter.end - is->chapter.at;
    const char *chapter = c->text->clean + is->chapter.at;
    return size == 0 || number == NULL ||
           (strlen(number) == size && memcmp(number, chapter, size) == 0) || !c->parted;
}

bool imr_citing_guideline(imr_citing *c)
{
    name n;
    imr_citation *is = &c->is;
    if (read_chapter_number(c))
        return true;
    /* First what nearly always follows the ODG's name; "Chronic Pain" may be of a longer one. */
    bool odg = is->authority == IMR_ODG;
    if (odg && imr_empty(is->chapter) && !c->stopped &&
        !imr_reads(c->text, c->rest.at, c->rest.end, "chronic") && read_odg_chapter(c))
        return true;
    bool found = name_at(c, c->rest.at, &n);
    if (found && n.whole) {
        take_whole(c, &n);
        return true;
    }
    origin from;
    bool acoem = found && origin_of(c, &n, &from);
    if (odg && !acoem && (!found || !contains(c->text, n.span, "guideline")) && read_odg_chapter(c))
        return true;
    if (!found)
        return !odg && read_odg_chapter(c);
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
                    (c->on_mtus || c->mtus != IMR_NOWHERE || ends_item(c, n.span.end));
    if (expected) { /* "MTUS Chronic pain programs": a section's name is longer */
        uint32_t section;
        imr_citing_longest(c, IMR_TABLE_SECTIONS, c->rest.at, &section);
        uint32_t size = n.span.end - n.span.at;
        bool words = memchr(c->text->clean + n.span.at, ' ', size) != NULL;
        expected = section <= size && (words || ends_item(c, n.span.end));
    }
    if (!expected && !plain_title(c, &n))
        return !odg && read_odg_chapter(c);
    acoem = n.authority == IMR_ACOEM ||
            (is->authority == IMR_ACOEM && imr_entry_text(n.entry, IMR_GUIDELINES_CHAPTER, NULL));
    imr_citation_open(c, acoem ? IMR_ACOEM : IMR_MTUS,
                      c->mtus != IMR_NOWHERE ? c->mtus : n.span.at);
    c->mtus = IMR_NOWHERE;
    take_title(c, &n);
    return true;
}

bool imr_citing_section_of(imr_citing *c)
{
    static const char *const words[] = {" section", " topic", " portion"};
    enum { WITHIN = 120 };
    const imr_text *t = c->text;
    imr_match match;
    name n;
    uint32_t from = c->rest.at, limit = c->rest.end;
    imr_span near = {from, limit - from > WITHIN ? from + WITHIN : limit};
    bool likely = false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        likely |= contains(t, near, words[i]);
    if (!likely || (c->is.authority != IMR_UNCITED && !c->stopped) ||
        !imr_citing_match(c, IMR_PATTERN_SECTION_OF, from, &match) ||
        !name_at(c, match.whole.end, &n) || n.authority != IMR_MTUS)
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

bool imr_citing_year(imr_citing *c)
{
    imr_citation *is = &c->is;
    uint32_t end = c->rest.at;
    imr_span year = year_at(c, c->rest.at, &end);
    /* "ODG Online Edition, 2015 Chapter: Pain": only the authority's name stands before it. */
    bool leads = (is->authority == IMR_ODG || is->authority == IMR_ACOEM) && imr_empty(is->year) &&
                 imr_empty(is->chapter) && imr_empty(is->title) && !is->sections && !is->pages;
    if (imr_empty(year) || is->authority == IMR_UNCITED || is->authority == IMR_OTHER ||
        !(leads || ends_item(c, end)))
        return false;
    if (imr_empty(is->year) && !is->sections)
        is->year = year;
    imr_citation_take(c, end);
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
    while (end < c->rest.end && !ends_item(c, end) && imr_empty(year_at(c, end, &(uint32_t){0}))) {
        while (end < c->rest.end && t->clean[end] == ' ')
            end++;
        while (end < c->rest.end && strchr(" ,;.:)/", t->clean[end]) == NULL)
            end++;
    }
    imr_span title = {c->rest.at, end};
    uint32_t after = end;
    imr_span year = year_at(c, end, &after);
    bool titled = !imr_empty(year);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        titled |= contains(t, title, words[i]);
    if (!titled || imr_empty(title)) { /* "MTUS Cyclobenzaprine (Flexeril) Page(s): 41" */
        imr_citing_section(c);
        return;
    }
    c->is.title = title;
    c->is.year = year;
    imr_citation_take(c, after);
}
