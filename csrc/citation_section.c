/* citation_section.c - names of sections, which may have commas, colons, and "and" in them.
 *
 * A name that sections.lua knows is kept whole. Else a comma ends a name where a capital letter
 * follows ("Zolpidem (Ambien), Insomnia treatment"), as the guidelines go on in lower case behind
 * a comma of their own ("Opioids, criteria for use").
 */
#include <string.h>

#include "citation.h"
#include "search.h"
#include "vector.h"

uint32_t imr_section_label(const imr_text *t, uint32_t at, uint32_t end)
{
    static const char *const labels[] = {"section(s)", "sections:", "section:", "sections",
                                         "section",    "topic(s):", "topic:",   "topics:"};
    if (!imr_reads(t, at, end, "section") && !imr_reads(t, at, end, "topic"))
        return 0;
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        uint32_t after = at + (uint32_t)strlen(labels[i]);
        if (!imr_reads(t, at, end, labels[i]))
            continue;
        bool word = after >= end || strchr(" :,.", t->clean[after]) != NULL ||
                    strchr("):", t->clean[after - 1]) != NULL;
        return word ? after + (after < end && t->clean[after] == ':') : 0;
    }
    return 0;
}

static uint32_t known(const imr_citing *c, uint32_t at)
{
    uint32_t size;
    imr_citing_longest(c, IMR_TABLE_SECTIONS, at, &size);
    return size;
}

/* "Opioids, rotation of agents": does what stands behind a known name's comma go on with it? */
static bool goes_on(const imr_citing *c, uint32_t from, uint32_t next)
{
    const imr_text *t = c->text;
    uint32_t size;
    if (next >= c->rest.end || !imr_is_lower(t->clean[next]) || imr_is_lower(t->clean[from]))
        return false;
    const imr_entry *e = imr_citing_longest(c, IMR_TABLE_SECTIONS, from, &size);
    return e != NULL && imr_entry_boolean(e, IMR_SECTIONS_HEADS, false) && known(c, next) == 0;
}

/* The end of the parentheses that open at `at`; `at` where they never close. */
static uint32_t closing(const imr_text *t, uint32_t at, uint32_t end)
{
    char close = t->clean[at] == '(' ? ')' : ']';
    int depth = 0;
    for (uint32_t i = at; i < end; i++) {
        depth += t->clean[i] == t->clean[at];
        depth -= t->clean[i] == close;
        if (depth == 0)
            return i;
    }
    return at;
}

/* Behind "and" stands the next name where both are known, or where a guideline follows. */
static bool and_divides(const imr_citing *c, uint32_t from, uint32_t at)
{
    const imr_text *t = c->text;
    uint32_t next;
    if (!imr_citing_word(t, at, c->rest.end, "and", &next) || next >= c->rest.end)
        return false;
    next = imr_citing_blanks(t, next, c->rest.end);
    if (imr_citing_is_guideline(c, next) || imr_citing_is_chapter(c, next) ||
        imr_citing_is_source(c, next) || imr_citing_is_regulation(c, next) ||
        imr_citing_other_label(c, next) > 0)
        return true;
    uint32_t size = known(c, from);
    return size > 0 && from + size + 1 == at && known(c, next) > 0;
}

/* Does a name end before the word at `at`, which follows a blank? */
static bool word_divides(const imr_citing *c, uint32_t from, uint32_t at)
{
    const imr_text *t = c->text;
    imr_match match;
    switch (t->clean[at]) {
    case '2':
    case '3':
    case '4': /* "1) Opioids 2) Weaning" */
        return at + 2 < c->rest.end && t->clean[at + 1] == ')' && t->clean[at + 2] == ' ';
    case 'p':
    case 'P':
        return imr_page_label(t, at, c->rest.end) > 0;
    case 's':
    case 'S':
        return imr_reads(t, at, c->rest.end, "section(s)");
    case 'h':
    case 'w':
        return imr_url_size(t, at, c->rest.end) > 0;
    case 'a':
        return and_divides(c, from, at);
    case 'A':
        return imr_citing_is_guideline(c, at) || and_divides(c, from, at);
    case 'O':
    case 'M': /* ACOEM, ODG, Official Disability Guidelines, MTUS */
        return imr_citing_is_guideline(c, at);
    case '(':
        return imr_citing_match(c, IMR_PATTERN_CITATION_NOISE, at, &match) ||
               imr_page_label(t, at + 1, c->rest.end) > 0;
    default:
        return false;
    }
}

/* The comma at `at` in a name from `from`, which is known up to `whole`. */
static bool comma_divides(const imr_citing *c, uint32_t from, uint32_t whole, uint32_t at)
{
    const imr_text *t = c->text;
    uint32_t next = imr_citing_blanks(t, at + 1, c->rest.end);
    if (next == at + 1 && next < c->rest.end) /* "1,000" */
        return false;
    if (at == whole && !goes_on(c, from, next)) /* a longer name would be known */
        return true;
    if (next >= c->rest.end || !imr_is_lower(t->clean[next]) || imr_is_lower(t->clean[from]))
        return true;
    imr_match match; /* "MRIs, updated 06/15/15" */
    return imr_citing_word(t, next, c->rest.end, "and", NULL) || word_divides(c, from, next) ||
           imr_citing_is_chapter(c, next) || imr_citing_is_source(c, next) ||
           imr_citing_match(c, IMR_PATTERN_CITATION_NOISE, next, &match);
}

/* Where the name that begins at `from` ends. */
static uint32_t name_end(const imr_citing *c, uint32_t from)
{
    const imr_text *t = c->text;
    uint32_t whole = from + known(c, from);
    for (uint32_t at = whole; at < c->rest.end; at++) {
        char ch = t->clean[at];
        if (imr_is_letter(ch))
            continue;
        if (ch == '(' || ch == '[')
            at = closing(t, at, c->rest.end);
        else if (ch == ';' || ch == ')' || ch == ']' ||
                 (ch == '>' && from > 0 && t->clean[from - 1] == '<') ||
                 /* "<Pain>, <Opioids>" */ (ch == ',' && comma_divides(c, from, whole, at)) ||
                 (ch == '.' && imr_citing_stop(t, at, c->rest.end)) ||
                 (ch == ' ' && at + 1 < c->rest.end && word_divides(c, from, at + 1)))
            return at;
    }
    return c->rest.end;
}

/* The ODG's chapter behind its section: "Zolpidem, Pain (Chronic)", "Physical therapy/Preface",
 * or one that is not known, "Gastrointestinal Chapter". */
static bool names_chapter(imr_citing *c, imr_span *item)
{
    const imr_text *t = c->text;
    static const char word[] = " chapter";
    uint32_t size = sizeof word - 1;
    if (c->is.authority != IMR_ODG || !imr_empty(c->is.chapter))
        return false;
    if (item->end - item->at > size && imr_reads(t, item->end - size, item->end, word)) {
        c->is.chapter = (imr_span){item->at, item->end - size};
        item->end = item->at;
        return true;
    }
    const char *slash = memchr(t->clean + item->at, '/', item->end - item->at);
    if (slash == NULL)
        return false;
    uint32_t at = (uint32_t)(slash - t->clean);
    imr_span behind = imr_trim(t, (imr_span){at + 1, item->end});
    const imr_entry *e = imr_knowledge_find(c->stage->knowledge, IMR_TABLE_ODG_CHAPTERS,
                                            t->clean + behind.at, behind.end - behind.at);
    if (e == NULL)
        return false;
    c->is.chapter = behind;
    c->is.odg = e;
    item->end = at;
    return true;
}

/* Does nothing stand around the item that is none of it? Nearly always so. */
static inline bool is_bare(const imr_text *t, uint32_t at, uint32_t end)
{
    return at < end && imr_is_letter(t->clean[at]) &&
           (imr_is_letter(t->clean[end - 1]) || t->clean[end - 1] == ')');
}

/* Without quotation marks, and without the punctuation that a label left. */
IMR_APART imr_span bare(const imr_text *t, imr_span item)
{
    for (;;) {
        item = imr_trim(t, item);
        if (imr_empty(item) || is_bare(t, item.at, item.end))
            return item;
        char first = t->clean[item.at], last = t->clean[item.end - 1];
        if (strchr("\":-,", first) != NULL)
            item.at++;
        else if (strchr("\":-,/", last) != NULL)
            item.end--;
        else if (imr_citing_mark(t, item.at, item.end) > 0)
            item.at += 3;
        else if (item.end - item.at >= 3 && imr_citing_mark(t, item.end - 3, item.end) > 0)
            item.end -= 3;
        else
            return item;
    }
}

/* "Opioids section", "MRI topic": without the word for it. */
static inline imr_span without_word(const imr_text *t, imr_span item)
{
    static const char *const words[] = {"section", "sections", "topic", "topics"};
    uint32_t at = item.end;
    switch (t->low[at - 1]) {
    case 'n':
    case 'c':
    case 's':
        break;
    default:
        return item;
    }
    at = imr_search_word_start(t->low, item.at, at);
    if ((at > item.at && t->clean[at - 1] != ' ') ||
        !IMR_IS_ANY(t, ((imr_span){at, item.end}), words))
        return item;
    return (imr_span){item.at, at > item.at ? at - 1 : at};
}

bool imr_citing_bare_section(const imr_text *t, imr_span item)
{
    return is_bare(t, item.at, item.end) && without_word(t, item).end == item.end &&
           !imr_citing_abbreviates(t, item.end);
}

void imr_citing_take_section(imr_citing *c, imr_span item)
{
    if (imr_wanted(c->wanted, IMR_citation_sections))
        imr_add_string(c->stage->doc, c->is.record, IMR_citation_sections, c->text->clean + item.at,
                       item.end - item.at, item);
    c->is.sections = true;
    imr_citation_take(c, item.end);
}

void imr_citing_section(imr_citing *c)
{
    imr_document *d = c->stage->doc;
    uint32_t from = c->rest.at, end = name_end(c, from);
    bool paged = false;
    if (c->is.paging) {
        uint32_t pages = imr_before_pages(c, (imr_span){from, end});
        paged = pages < end;
        end = pages;
    }
    imr_span item = {from, end};
    if (!is_bare(d->text, item.at, item.end))
        item = bare(d->text, item);
    if (names_chapter(c, &item))
        item = bare(d->text, item);
    if (!imr_empty(item))
        item = without_word(d->text, item);
    if (!imr_empty(item)) {
        imr_citing_take_section(c, item);
        c->is.paging = paged;
    }
    imr_citation_take(c, end > from ? end : from + 1);
}
