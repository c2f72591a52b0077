/* citation_other.c - evidence that is neither the MTUS's, nor the ACOEM's, nor the ODG's: articles,
 * books, organizations, addresses.
 *
 *     Mustoe TA, Cooter RD, et al. International recommendations. Plast Reconstr Surg. 2002;110(2).
 *     Centers for Disease Control and Prevention. Updated guidelines. 2013. https://stacks.cdc.gov
 *     http://www.drugs.com/lovenox.html
 */
#include <string.h>

#include "citation.h"
#include "search.h"
#include "vector.h"

/* ---- the form's label -------------------------------------------------------------------------
 */

uint32_t imr_citing_other_label(const imr_citing *c, uint32_t at)
{
    static const char printed[] = "other medical treatment guideline or medical evidence:";
    static const char *const beginnings[] = {"other ", "other:", "medical e", "citation", "non"};
    const imr_text *t = c->text;
    imr_match match;
    if (imr_reads(t, at, c->rest.end, printed))
        return at + (uint32_t)(sizeof printed - 1);
    if (!IMR_READS_ANY(t, at, c->rest.end, beginnings) ||
        !imr_citing_match(c, IMR_PATTERN_OTHER_EVIDENCE, at, &match))
        return 0;
    return match.whole.end;
}

/* ---- addresses ------------------------------------------------------------------------------- */

uint32_t imr_url_size(const imr_text *t, uint32_t at, uint32_t end)
{
    static const char *const openings[] = {"http://", "https://", "www.", "http:/", "https:/"};
    uint32_t from = at;
    if (at >= end || ((t->clean[at] | 0x20) != 'h' && (t->clean[at] | 0x20) != 'w'))
        return 0;
    for (size_t i = 0; i < sizeof openings / sizeof *openings && at == from; i++)
        if (imr_reads(t, at, end, openings[i]))
            at += (uint32_t)strlen(openings[i]);
    if (at == from)
        return 0;
    int depth = 0;
    for (; at < end; at++) {
        char ch = t->clean[at];
        if (ch == ' ' || ch == '<' || ch == '>' || ch == '"')
            break;
        depth += ch == '(';
        if (ch == ')' && --depth < 0)
            break;
    }
    while (at > from && strchr(".,;:", t->clean[at - 1]) != NULL)
        at--;
    return at - from;
}

/* The ODG's own pages. */
static bool of_odg(const imr_text *t, imr_span url)
{
    static const char *const hosts[] = {"odg-twc", "odgtwc", "odg.mcg"};
    imr_span rest = url;
    while ((rest.at = imr_find_any_case(t, rest, "odg", 3)) != IMR_NOWHERE) {
        if (IMR_READS_ANY(t, rest.at, url.end, hosts))
            return true;
        rest.at++;
    }
    return imr_find_any_case(t, url, "worklossdata", 12) != IMR_NOWHERE;
}

/* "Physicians' Desk Reference; www.rxlist.com": behind a semicolon an address without a page is a
 * source of its own, unless what stands before it names the site. */
IMR_APART bool own_site(const imr_citing *c, imr_span url)
{
    const imr_text *t = c->text;
    imr_span site = url;
    uint32_t slashes = imr_find_any_case(t, url, "//", 2);
    site.at = slashes != IMR_NOWHERE ? slashes + 2 : url.at;
    site.at += imr_reads(t, site.at, url.end, "www.") ? 4 : 0;
    if (memchr(t->clean + site.at, '/', url.end - site.at) != NULL)
        return false;
    site.end = imr_search_letters_end(t->clean, site.at, url.end);
    return imr_find_any_case(t, c->is.text, t->low + site.at, site.end - site.at) == IMR_NOWHERE;
}

/* Words that ACCESSED begins with. */
static const char *const reading[] = {"last ",   "accessed", "retrieved",
                                      "updated", "reviewed", "visited"};

/* Behind an address: when it was read. */
static uint32_t accessed(const imr_citing *c, uint32_t at)
{
    const imr_text *t = c->text;
    imr_match match;
    imr_span near = {at, c->rest.end};
    if (near.end - at > 40)
        near.end = imr_citing_boundary(t, at + 40);
    uint32_t word = at;
    while (word < near.end && strchr(" .,;(", t->clean[word]) != NULL)
        word++;
    if (!IMR_READS_ANY(t, word, near.end, reading) ||
        !imr_stage_match(c->stage, IMR_PATTERN_ACCESSED, near, &match) || match.whole.at > word)
        return at;
    return match.whole.end;
}

bool imr_citing_url(imr_citing *c)
{
    imr_document *d = c->stage->doc;
    imr_citation *is = &c->is;
    char first = d->text->clean[c->rest.at] | 0x20;
    if (first != 'h' && first != 'w')
        return false;
    uint32_t size = imr_url_size(d->text, c->rest.at, c->rest.end);
    if (size == 0)
        return false;
    imr_span url = {c->rest.at, c->rest.at + size};
    bool odg = of_odg(d->text, url);
    bool same = is->record != NULL && !imr_has(is->record, IMR_citation_url) &&
                (is->authority == IMR_OTHER || (odg && is->authority == IMR_ODG));
    if (same && c->semicolon && !odg)
        same = !own_site(c, url);
    if (!same)
        imr_citation_open(c, odg ? IMR_ODG : IMR_OTHER, url.at);
    imr_set_span(d, is->record, IMR_citation_url, url);
    bool closed = url.end < c->rest.end && d->text->clean[url.end] == ')';
    imr_citation_take(c, accessed(c, url.end + closed));
    return true;
}

/* ---- articles and books ---------------------------------------------------------------------- */

static bool digits(const imr_text *t, uint32_t at, uint32_t size)
{
    for (uint32_t i = at; i < at + size; i++)
        if (t->clean[i] < '0' || t->clean[i] > '9')
            return false;
    return true;
}

/* When a page was read, where the span says so; else its end. All words that ACCESSED knows end
 * with the same two letters, and few references have any of them. */
static imr_span when_read(const imr_citing *c, imr_span s)
{
    static const char *const words[] = {"access", "retriev", "updat", "review", "visit"};
    const imr_text *t = c->text;
    imr_match match;
    for (imr_span rest = s; (rest.at = imr_find_any_case(t, rest, "ed", 2)) != IMR_NOWHERE;
         rest.at += 2)
        for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
            uint32_t size = (uint32_t)strlen(words[i]);
            if (rest.at - s.at >= size && imr_reads(t, rest.at - size, rest.at, words[i]))
                return imr_stage_match(c->stage, IMR_PATTERN_ACCESSED, s, &match)
                           ? match.whole
                           : (imr_span){s.end, s.end};
        }
    return (imr_span){s.end, s.end};
}

/* Does a year stand at `at`, by itself, and no date's or topic's number? */
static bool year_at(const imr_text *t, imr_span s, uint32_t at)
{
    const char *p = t->clean + at;
    if (s.end - at < 4 || (p[0] == '1' ? p[1] != '9' : p[1] != '0') || !digits(t, at + 2, 2))
        return false;
    char before = at > s.at ? p[-1] : ' ', after = at + 4 < s.end ? p[4] : ' ';
    return strchr(" (,;/.", before) != NULL && strchr(" ),;.:", after) != NULL &&
           !(at >= s.at + 6 && imr_reads(t, at - 6, at, "topic "));
}

/* The year of publication, else the one in which it was read. */
static imr_span year_of(const imr_citing *c, imr_span s)
{
    const imr_text *t = c->text;
    imr_span found = {0}, read;
    bool sought = false;
    for (uint32_t at = s.at; (at = imr_search_either(t->clean, at, s.end, '1', '2')) < s.end;
         at++) {
        if (!year_at(t, s, at))
            continue;
        if (!sought)
            read = when_read(c, s);
        sought = true;
        if (at + 7 < s.end && memcmp(t->clean + at + 4, "). ", 3) == 0 && t->clean[at - 1] == ' ' &&
            year_at(t, s, at + 7))
            continue; /* "Spine (Phila Pa 1976). 2009 May 1" */
        if (at < read.at && (at == s.at || t->clean[at - 1] != '/'))
            return (imr_span){at, at + 4};
        if (at < read.end && imr_empty(found))
            found = (imr_span){at, at + 4};
    }
    return found;
}

/* The next sentence of s, without its full stop; what is left of s in s. */
static imr_span sentence(const imr_text *t, imr_span *s)
{
    imr_span out = {imr_citing_blanks(t, s->at, s->end), s->end};
    for (uint32_t at = out.at; (at = imr_search_either(t->clean, at, s->end, '.', '?')) < s->end;
         at++) {
        bool asks = t->clean[at] == '?';
        if (asks ? at + 1 < s->end && t->clean[at + 1] == ' ' : imr_citing_stop(t, at, s->end)) {
            out.end = at + asks;
            break;
        }
    }
    s->at = out.end < s->end ? out.end + 1 : s->end;
    return out;
}

/* The piece before the next comma; what is left of s in s. */
static imr_span piece(const imr_text *t, imr_span *s)
{
    const char *comma = memchr(t->clean + s->at, ',', s->end - s->at);
    uint32_t end = comma != NULL ? (uint32_t)(comma - t->clean) : s->end;
    imr_span out = imr_trim(t, (imr_span){s->at, end});
    s->at = end < s->end ? end + 1 : s->end;
    return out;
}

static const bool ends_author[256] = {
    [' '] = true, [','] = true, [';'] = true, ['.'] = true, ['('] = true, [')'] = true,
    ['0'] = true, true,         true,         true,         true,         true,
    true,         true,         true,         true,
};

/* The end of a word of AUTHORS at `at`: a capital and more; `at` where there is none. */
static uint32_t author_word(const imr_text *t, uint32_t at, uint32_t limit)
{
    uint32_t end = at;
    if (at >= limit || !imr_is_upper(t->clean[at]))
        return at;
    while ((end = imr_search_word_end(t->clean, end + 1, limit)) < limit &&
           !ends_author[(unsigned char)t->clean[end]])
        ;
    return end > at + 1 ? end : at;
}

/* May a first name's letter follow there, behind a blank? */
static bool may_be_initial(const imr_text *t, uint32_t at, uint32_t limit)
{
    at += at < limit && t->clean[at] == ',';
    return at + 1 < limit && t->clean[at] == ' ' && imr_is_upper(t->clean[at + 1]) &&
           !(at + 2 < limit && (imr_is_lower(t->clean[at + 2]) || imr_is_digit(t->clean[at + 2])));
}

/* Do the names of authors begin at `at`? They need a comma, or "et al". Before the pattern is tried
 * the first one's name is looked at. */
static bool authors_at(const imr_citing *c, uint32_t at, imr_match *out)
{
    const imr_text *t = c->text;
    uint32_t limit = c->rest.end, first = author_word(t, at, limit), second = first;
    if (first == at)
        return false;
    if (first < limit && t->clean[first] == ' ')
        second = author_word(t, first + 1, limit);
    return (may_be_initial(t, first, limit) || may_be_initial(t, second, limit)) &&
           imr_citing_match(c, IMR_PATTERN_AUTHORS, at, out);
}

/* Does the span name who published something, and no section of a guideline? */
static bool publisher(const imr_text *t, imr_span s)
{
    return imr_published(t, s) & IMR_PUBLISHER;
}

/* "Medscape: Colace": what stands behind the colon of who published it; empty: nothing. */
static imr_span behind_colon(const imr_text *t, imr_span s)
{
    const char *colon = memchr(t->clean + s.at, ':', s.end - s.at);
    uint32_t at = colon != NULL ? (uint32_t)(colon - t->clean) : s.end;
    if (at + 3 >= s.end || t->clean[at + 1] != ' ' || !imr_is_letter(t->clean[at + 2]) ||
        !publisher(t, (imr_span){s.at, at}))
        return (imr_span){0};
    return imr_trim(t, (imr_span){at + 1, s.end});
}

/* "FDA (Ondansetron)": what the parentheses name, where it is no abbreviation; empty: nothing. */
static imr_span within_parentheses(const imr_citing *c, imr_span s)
{
    const imr_text *t = c->text;
    imr_match match;
    const char *open = memchr(t->clean + s.at, '(', s.end - s.at);
    const char *close = open != NULL ? memchr(open, ')', (size_t)(t->clean + s.end - open)) : NULL;
    if (close == NULL)
        return (imr_span){0};
    imr_span in = {(uint32_t)(open - t->clean) + 1, (uint32_t)(close - t->clean)};
    bool word = in.end - in.at > 3 && imr_is_upper(t->clean[in.at]) &&
                (imr_is_lower(t->clean[in.at + 1]) || t->clean[in.at + 1] == ' ');
    if (!word || publisher(t, in) ||
        imr_citing_match(c, IMR_PATTERN_CITATION_NOISE, in.at - 1, &match))
        return (imr_span){0};
    return in;
}

/* The title follows the authors, who end at `authors` (0: none are named), or the organization; an
 * organization alone has none. */
static imr_span title_of(const imr_citing *c, imr_span s, uint32_t authors)
{
    const imr_text *t = c->text;
    if (authors > 0) {
        s.at = authors;
        while (s.at < s.end && strchr(" .,", t->clean[s.at]) != NULL)
            s.at++;
        return sentence(t, &s);
    }
    imr_span first = sentence(t, &s), rest = s;
    if ((imr_published(t, first) & (IMR_PUBLISHER | IMR_PUBLICATION)) != IMR_PUBLISHER)
        return first;
    imr_span named = behind_colon(t, first);
    if (!imr_empty(named))
        return named;
    imr_span second = sentence(t, &rest);
    bool titled = second.end - second.at > 8 && !imr_is_digit(t->clean[second.at]) &&
                  imr_empty(when_read(c, second)) && imr_url_size(t, second.at, second.end) == 0;
    if (titled)
        return second;
    named = within_parentheses(c, first);
    if (!imr_empty(named))
        return named;
    imr_span whole = first;
    while (!imr_empty(first)) { /* "American College of Surgeons, Assistants at Surgery, 2011" */
        imr_span part = piece(t, &first);
        if (part.end - part.at > 8 &&
            (imr_published(t, part) & (IMR_PUBLISHER | IMR_LEAFLET)) != IMR_PUBLISHER &&
            !imr_reads(t, part.at, part.end, "and "))
            return part;
    }
    return imr_citing_contains(t, whole, "journal") ? piece(t, &whole) : (imr_span){0};
}

/* Without a year at its end. */
static imr_span yearless(const imr_text *t, imr_span s)
{
    s = imr_trim(t, s);
    uint32_t end = s.end;
    if (end - s.at < 8)
        return s;
    if (t->clean[end - 1] == ')')
        end--;
    bool year = imr_reads(t, end - 4, end, "19") || imr_reads(t, end - 4, end, "20");
    if (!year || !digits(t, end - 4, 4) || strchr(" (,", t->clean[end - 5]) == NULL)
        return s;
    uint32_t to = end - 4;
    if (end < s.end) /* "(Andersson, 2000)" */
        while (to > s.at && t->clean[to - 1] != '(')
            to--;
    if (to == s.at)
        return s;
    for (s.end = to; s.end > s.at && strchr(" (,", t->clean[s.end - 1]) != NULL;)
        s.end--;
    return s;
}

/* ---- where one ends and the next begins -------------------------------------------------------
 */

/* "1.", "2)" of a list at `at`. */
static bool list_number(const imr_text *t, uint32_t at, uint32_t end)
{
    return at + 3 < end && digits(t, at, 1) && strchr(".)", t->clean[at + 1]) != NULL &&
           t->clean[at + 2] == ' ';
}

/* Does another reference begin at `at`, behind a full stop or a semicolon? */
static bool begins(const imr_citing *c, uint32_t at, bool semicolon)
{
    const imr_text *t = c->text;
    imr_match match;
    if (at >= c->rest.end)
        return true;
    if (imr_citing_is_guideline(c, at) || list_number(t, at, c->rest.end) ||
        imr_citing_other_label(c, at) > 0)
        return true;
    bool capital = imr_is_upper(t->clean[at]);
    if (semicolon)
        return capital || imr_url_size(t, at, c->rest.end) > 0;
    return imr_citing_is_regulation(c, at) ||
           imr_reads(t, at, c->rest.end, "the expert reviewer") ||
           imr_reads(t, at, c->rest.end, "the claims administrator") ||
           (capital && authors_at(c, at, &match)) ||
           /* "drugs.com. Epocrates": pages, one behind the other */
           (imr_citing_host(t, c->rest.at, c->rest.end) && imr_citing_is_source(c, at));
}

bool imr_citing_is_other(const imr_citing *c)
{
    static const char *const nations[] = {"american", "national", "centers",       "california",
                                          "u.s.",     "us",       "international", "world",
                                          "cochrane", "north"};
    const imr_text *t = c->text;
    imr_match match;
    if (!c->is.listed && imr_citing_is_source(c, c->rest.at))
        return true;
    if (!(c->stopped || c->parted) || !imr_is_upper(t->clean[c->rest.at]))
        return false;
    if (authors_at(c, c->rest.at, &match))
        return true;
    imr_span rest = c->rest;
    if (c->stopped)
        return publisher(t, sentence(t, &rest));
    for (size_t i = 0; i < sizeof nations / sizeof *nations; i++)
        if (imr_citing_word(t, rest.at, rest.end, nations[i], NULL))
            return publisher(t, piece(t, &rest));
    return false;
}

/* A page label at `at`, with nothing but pages behind it in its sentence. */
static bool ends_with_pages(const imr_text *t, uint32_t at, uint32_t end)
{
    uint32_t next = imr_page_label(t, at, end);
    if (next == 0)
        return false;
    while (next < end && strchr("0123456789-, ", t->clean[next]) != NULL)
        next++;
    return next >= end || strchr(".;", t->clean[next]) != NULL;
}

/* "State of Colorado, Chronic Pain Guidelines": are the guidelines that the reference names another
 * state's? */
static bool of_other_state(const imr_citing *c)
{
    static const char *const states[] = {"state of ", "colorado ", "washington state "};
    uint32_t at = c->rest.at, end = c->rest.end;
    return IMR_READS_ANY(c->text, at, end, states) &&
           !imr_reads(c->text, at, end, "state of california");
}

/* Another guideline at `at`, behind a comma or "and"? */
static bool joins(const imr_citing *c, uint32_t at)
{
    const imr_text *t = c->text;
    at = imr_citing_blanks(t, at, c->rest.end);
    if (at >= c->rest.end)
        return false;
    char ch = t->clean[at]; /* ACOEM, ODG or Official, MTUS or Medical, California or Chronic */
    if (imr_citing_is_regulation(c, at))
        return true;
    return (ch == 'A' || ch == 'O' || ch == 'M' || ch == 'C') && imr_citing_is_guideline(c, at) &&
           !of_other_state(c);
}

/* The next sign that `divides` knows; of the blanks those before a letter that it asks for. Sixteen
 * bytes behind the end can be read. */
static inline uint32_t next_sign(const imr_text *t, uint32_t at, uint32_t end)
{
#ifdef IMR_SSE2
#define ARE(bytes, letter) _mm_cmpeq_epi8(bytes, _mm_set1_epi8(letter))
    for (; at < end; at += 16) {
        __m128i here = IMR_LOAD_16(t->clean + at), next = IMR_LOAD_16(t->low + at + 1);
        __m128i words = _mm_or_si128(_mm_or_si128(ARE(next, 'a'), ARE(next, 'p')),
                                     _mm_or_si128(ARE(next, 'h'), ARE(next, 'w')));
        __m128i signs = _mm_or_si128(_mm_or_si128(ARE(here, '('), ARE(here, '.')),
                                     _mm_or_si128(ARE(here, ';'), ARE(here, ',')));
        __m128i blanks = _mm_and_si128(ARE(here, ' '), words);
        unsigned places = (unsigned)_mm_movemask_epi8(_mm_or_si128(signs, blanks));
        if (places != 0) {
            at += (unsigned)__builtin_ctz(places);
            return at < end ? at : end;
        }
    }
#undef ARE
    return end;
#else
    while (at < end && (t->clean[at] == ' ' ? strchr("aphw", t->low[at + 1]) == NULL
                                            : strchr("(.;,", t->clean[at]) == NULL))
        at++;
    return at;
#endif
}

/* Does a reference end before the sign at `at`? */
static bool divides(const imr_citing *c, uint32_t at)
{
    const imr_text *t = c->text;
    uint32_t end = c->rest.end, next = at + 1;
    char behind = next < end ? t->low[next] : '\0';
    switch (t->clean[at]) {
    case '(':
        return imr_url_size(t, next, end) > 0;
    case ' ':
        if (behind == 'a')
            return imr_citing_word(t, next, end, "and", &next) && joins(c, next);
        if (behind == 'p')
            return ends_with_pages(t, next, end);
        return (behind == 'h' || behind == 'w') && imr_url_size(t, next, end) > 0;
    case '.':
        return imr_citing_stop(t, at, end) && begins(c, imr_citing_blanks(t, next, end), false);
    case ';':
        return behind == ' ' && begins(c, imr_citing_blanks(t, next, end), true);
    default:
        return behind == ' ' && joins(c, next);
    }
}

/* The end of the reference that begins at the rest, whose authors end at `at`. */
static uint32_t reference_end(const imr_citing *c, uint32_t at)
{
    for (; (at = next_sign(c->text, at, c->rest.end)) < c->rest.end; at++)
        if (divides(c, at))
            return at;
    return at;
}

/* "None" and the like, and what refers to the other side's statement. */
static bool nothing(const imr_text *t, imr_span s)
{
    if (imr_citing_word(t, s.at, s.end, "same", NULL) ||
        imr_citing_word(t, s.at, s.end, "as applicable", NULL))
        return true;
    static const char *const words[] = {"none",           "n/a",       "na",
                                        "not applicable", "not cited", "no guideline",
                                        "not provided",   "unknown"};
    return IMR_IS_ANY(t, s, words);
}

void imr_citing_other(imr_citing *c)
{
    static const bool ends[256] = {
        ['.'] = true, [','] = true, [';'] = true, [':'] = true, [' '] = true};
    const imr_text *t = c->text;
    imr_match match;
    uint32_t authors = authors_at(c, c->rest.at, &match) ? match.whole.end : 0;
    uint32_t end = reference_end(c, authors > 0 ? authors : c->rest.at);
    imr_span s = imr_trim(t, (imr_span){c->rest.at, end});
    while (!imr_empty(s) && ends[(unsigned char)t->clean[s.end - 1]])
        s.end--;
    if (s.end - s.at < 2 || nothing(t, s)) {
        c->rest.at = end > c->rest.at ? end : c->rest.at + 1;
        return;
    }
    if (c->is.authority == IMR_OTHER && c->parted && !c->semicolon && !c->stopped) {
        imr_citation_take(c, s.end); /* "http://www.uptodate.com, topical agents" */
        return;
    }
    imr_citation_open(c, IMR_OTHER, s.at);
    if (imr_wanted(c->wanted, IMR_citation_year))
        c->is.year = year_of(c, s);
    if (imr_wanted(c->wanted, IMR_citation_title))
        c->is.title = yearless(t, title_of(c, s, authors));
    imr_citation_take(c, s.end);
    /* An address behind it is its own; a page label as well. */
    uint32_t next = s.end;
    while (next < c->rest.end && (ends[(unsigned char)t->clean[next]] || t->clean[next] == '(') &&
           t->clean[next] != ';')
        next++;
    if (imr_url_size(t, next, c->rest.end) > 0) {
        c->rest.at = next;
        c->semicolon = false;
        imr_citing_url(c);
    }
}
