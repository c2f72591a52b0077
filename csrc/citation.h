/* citation.h - the guidelines that a statement names.
 *
 * A statement has parts, each with the form's opening ("Decision based on MTUS",
 * "Decision based on Non-MTUS Citation"). A part is read from left to right, and every name, year,
 * section, page or address goes to the citation that is open at that place:
 *
 *     field_citation.c       statement -> parts, and what comes next in a part
 *     citation.c             the open citation, and small readers that all use
 *     citation_between.c     what stands between two names
 *     citation_usual.c       a part in the form's commonest shape, from end to end
 *     citation_guideline.c   names of the MTUS, the ACOEM and the ODG, and their titles
 *     citation_chapter.c     chapters of the ODG
 *     citation_year.c        years, within titles and behind them
 *     citation_section.c     names of sections
 *     citation_page.c        pages
 *     citation_regulation.c  regulations
 *     citation_other.c       journals, books, organizations, addresses
 *     citation_publisher.c   who publishes those, and what is published
 */
#ifndef IMR_CITATION_H
#define IMR_CITATION_H

#include "ascii.h"
#include "fields.h"

typedef enum imr_authority {
    IMR_UNCITED, /* no citation is open */
    IMR_MTUS,
    IMR_ACOEM,
    IMR_ODG,
    IMR_OTHER
} imr_authority;

/* The citation that is open. */
typedef struct imr_citation {
    imr_record *record;
    imr_authority authority;
    bool sections; /* one was read at least */
    bool pages;
    bool paging; /* "Page(s):" was read, and nothing but pages since */
    bool listed; /* "Section(s):" was read: titles within are sections' */
    imr_span text, title, year, chapter;
    imr_span named; /* where its authority was named before it; empty: nowhere */
    const imr_entry
        *document;          /* of guidelines.lua, by its title; NULL: only the authority's name */
    const imr_entry *odg;   /* of odg_chapters.lua */
    const imr_entry *whole; /* the authority's name, of guidelines.lua */
} imr_citation;

typedef struct imr_citing {
    const imr_stage *stage;
    const imr_text *text; /* of the letter */
    imr_record *guideline;
    const imr_node *wanted;    /* of the citations' keys: those that nobody wants are not made up */
    imr_span rest;             /* what is left of the part */
    bool on_mtus;              /* the part's opening says MTUS */
    imr_span named[IMR_OTHER]; /* where the part named each authority */
    bool form; /* its opening is that of the form since 2014: no section stands before its guideline
                */
    bool opened;  /* it has an opening: a name that is not known may be a guideline's */
    bool stopped; /* a full stop stands before the rest */
    bool parted;  /* a comma or a semicolon does */
    bool semicolon;
    uint32_t mtus;   /* where "MTUS" stands that belongs to the next title; IMR_NOWHERE */
    imr_citation is; /* the open one */
} imr_citing;

/* Is the open citation of other evidence, and no guideline that an analyst has added? */
static inline bool imr_citing_unknown(const imr_citation *is)
{
    return is->authority == IMR_OTHER && is->document == NULL && is->whole == NULL;
}

/* ---- citation.c */

/* Closes the citation that is open, if any. */
void imr_citation_close(imr_citing *c);
/* Closes it, and opens one that begins at `at`. */
void imr_citation_open(imr_citing *c, imr_authority authority, uint32_t at);
/* A citation of "MTUS" alone. */
void imr_citation_of_mtus(imr_citing *c);
/* The same, where that word is still without a title. */
static inline void imr_citation_mtus(imr_citing *c)
{
    if (c->mtus != IMR_NOWHERE)
        imr_citation_of_mtus(c);
}
/* Up to `end` the rest is read, and belongs to the open citation. */
static inline void imr_citation_take(imr_citing *c, uint32_t end)
{
    c->rest.at = end;
    if (c->is.authority != IMR_UNCITED)
        c->is.text.end = end;
}

/* A pattern, which begins with \G, at a place of the rest. */
bool imr_citing_match(const imr_citing *c, imr_pattern id, uint32_t at, imr_match *out);
/* A letter or a figure; of what is not ASCII all but dashes and quotation marks. */
static inline bool imr_citing_in_word(char ch)
{
    return imr_is_letter(ch) || imr_is_digit(ch) ||
           ((unsigned char)ch >= 0xC3 && (unsigned char)ch != 0xE2);
}
/* Does `word` (lower case) stand at `at` as a word? *after (may be NULL) is behind it. */
static inline bool imr_citing_word(const imr_text *t, uint32_t at, uint32_t end, const char *word,
                                   uint32_t *after)
{
    if (!imr_reads(t, at, end, word))
        return false;
    uint32_t behind = at + (uint32_t)strlen(word);
    if (behind < end && imr_citing_in_word(t->clean[behind]))
        return false;
    if (after != NULL)
        *after = behind;
    return true;
}
/* The offset of the first byte from `at` on that is no blank: of blanks in a row the clean text has
 * one. */
static inline uint32_t imr_citing_blanks(const imr_text *t, uint32_t at, uint32_t end)
{
    return at + ((at < end) & (t->clean[at] == ' '));
}
/* The longest name at `at`; no entry where none stands there. */
static inline imr_recollection imr_citing_recall(const imr_citing *c, imr_table table, uint32_t at)
{
    const imr_stage *s = c->stage;
    const char *here = c->text->low + at;
    if (!imr_knowledge_may_begin(s->seconds[table], here))
        return (imr_recollection){NULL, 0, IMR_NOT_RECALLED};
    return imr_knowledge_recall(s->knowledge, s->memory, table, here, c->rest.end - at);
}
/* Its entry and its size; NULL and 0 where none stands there. */
static inline const imr_entry *imr_citing_longest(const imr_citing *c, imr_table table, uint32_t at,
                                                  uint32_t *size)
{
    imr_recollection found = imr_citing_recall(c, table, at);
    *size = found.matched;
    return found.entry;
}
/* The beginning of the character that the byte at `at` is in. */
uint32_t imr_citing_boundary(const imr_text *t, uint32_t at);
/* The size of a dash or a curly quotation mark at `at`, 0 where there is none. */
static inline uint32_t imr_citing_mark(const imr_text *t, uint32_t at, uint32_t end)
{
    const unsigned char *p = (const unsigned char *)t->clean + at;
    if (*p != 0xE2)
        return 0;
    bool mark = at + 3 <= end && p[1] == 0x80 && ((p[2] >= 0x90 && p[2] <= 0x9F) || p[2] == 0xA2);
    return mark ? 3 : 0;
}
/* Does an abbreviation end at `at`, where its full stop stands, or may it be one? */
bool imr_citing_abbreviates(const imr_text *t, uint32_t at);
/* Is the full stop at `at` a sentence's, and no abbreviation's? */
bool imr_citing_stop(const imr_text *t, uint32_t at, uint32_t end);

/* Does the item end at `at`: punctuation, a label, the part's end? */
bool imr_citing_ends_item(const imr_citing *c, uint32_t at);
/* Does the span contain `word` (lower case)? */
static inline bool imr_citing_contains(const imr_text *t, imr_span s, const char *word)
{
    return imr_find_any_case(t, s, word, strlen(word)) != IMR_NOWHERE;
}

/* ---- citation_between.c */

/* Goes over what stands between two names, and says nothing of them. */
void imr_citing_skip(imr_citing *c);
/* A sentence about who decided, at the rest: it names no guideline. */
bool imr_citing_tells_who(const imr_citing *c);
/* Do the letters at `at` begin a name and nothing else that a part may have: no label, no date, no
 * address, nothing that is skipped between names? Told by the small letters alone, and by no more
 * of them than a name of a table has. */
bool imr_citing_begins_name(const imr_citing *c, uint32_t at);

/* ---- citation_usual.c */

/* Reads what the part begins with, as far as it has the shape that the form mostly prints, just as
 * the readers below would; true where nothing is left. */
bool imr_citing_usual(imr_citing *c);

/* ---- citation_guideline.c: each reads at the beginning of the rest; false where nothing is. */

/* A name of guidelines.lua, with the year that may be part of it. */
typedef struct imr_citing_name {
    const imr_entry *entry;
    imr_span span; /* with "Guidelines" behind it, and with the year */
    imr_authority authority;
    bool whole;
    bool chapter; /* one of the ACOEM's */
    bool plain;   /* it has no year, and its letters begin nothing but a name */
    bool alone;   /* of several words, with which no name of a section begins */
} imr_citing_name;
bool imr_citing_name_at(const imr_citing *c, uint32_t at, imr_citing_name *out);

bool imr_citing_guideline(imr_citing *c);
/* The same where a part begins with "MTUS". */
void imr_citing_basis(imr_citing *c);
/* A section before its guideline: "the Physical Medicine section of the MTUS". */
bool imr_citing_section_of(imr_citing *c);
/* A name of the ODG, the ACOEM or the MTUS as a whole, or a title that can be nothing else. */
bool imr_citing_is_guideline(const imr_citing *c, uint32_t at);
/* Any of them, or a title that a section may have as well. */
bool imr_citing_is_title(const imr_citing *c, uint32_t at);
/* Behind "ACOEM Chapter 6", which is open: a title that is not known. */
bool imr_citing_chapter_title(imr_citing *c);
void imr_citing_untitled(imr_citing *c); /* under "based on MTUS": a title or a section */

/* ---- citation_chapter.c */

/* The chapter of the ODG at the beginning of the rest; a later one is a new citation. */
bool imr_citing_chapter(imr_citing *c);
/* A chapter of the ODG that is called so, or whose name means nothing else. */
bool imr_citing_is_chapter(const imr_citing *c, uint32_t at);

/* ---- citation_year.c */

/* Do the figures of a year stand at `at`, by themselves? */
bool imr_citing_is_year(const imr_text *t, uint32_t at, uint32_t limit);
/* The year behind a title; *end is behind it. */
imr_span imr_citing_year_at(const imr_citing *c, uint32_t at, uint32_t *end);
/* The year that ends a name itself ("Elbow (Revised 2007)"); *title is what stands before it. */
imr_span imr_citing_year_within(const imr_text *t, imr_span whole, imr_span *title);
/* May the first three of the letters be a date's, or those of a word before one? */
bool imr_citing_may_date(const char *low);
/* A year of its own at the beginning of the rest: "11th Edition (web), 2014". */
bool imr_citing_year(imr_citing *c);

/* ---- citation_section.c */

/* "Section(s):" and the like at `at`; its end, 0 where there is none. */
uint32_t imr_section_label(const imr_text *t, uint32_t at, uint32_t end);
void imr_citing_section(imr_citing *c);
/* Is the item a section's name as it stands, whatever full stop or label of pages follows it? */
bool imr_citing_bare_section(const imr_text *t, imr_span item);
/* Adds it to the open citation; the rest begins behind it. */
void imr_citing_take_section(imr_citing *c, imr_span item);

/* ---- citation_page.c */

/* "Page(s):", "pp." and the like at `at`, with a number; its end, 0 where there is none. */
uint32_t imr_page_label(const imr_text *t, uint32_t at, uint32_t end);
bool imr_citing_pages(imr_citing *c);
/* The pages at `at`, behind their label. */
void imr_citing_take_pages(imr_citing *c, uint32_t at);
/* "Page(s): NSAIDs 67-73": where a name ends that has its pages behind it; else its end. */
uint32_t imr_before_pages(const imr_citing *c, imr_span name);

/* ---- citation_regulation.c */

bool imr_citing_is_regulation(const imr_citing *c, uint32_t at);
/* One at the beginning of the rest that is cited itself. */
bool imr_citing_regulation(imr_citing *c);

/* ---- citation_other.c */

/* The end of the form's name for all other evidence at `at`, 0 where there is none. */
uint32_t imr_citing_other_label(const imr_citing *c, uint32_t at);

/* The size of an address at `at`, 0 where there is none. */
uint32_t imr_url_size(const imr_text *t, uint32_t at, uint32_t end);
bool imr_citing_url(imr_citing *c);
/* Does a reference to an article or an organization begin at the rest? */
bool imr_citing_is_other(const imr_citing *c);
void imr_citing_other(imr_citing *c);

/* ---- citation_publisher.c */

/* What the words of a span say: it names who published something, and no section of a guideline;
 * what was published, though it may name who published it too; what is printed with a drug, a title
 * though whose it is stands in it. */
enum { IMR_PUBLISHER = 1, IMR_PUBLICATION = 2, IMR_LEAFLET = 4 };
unsigned imr_published(const imr_text *t, imr_span s);

/* "drugs.com" at `at`? */
bool imr_citing_host(const imr_text *t, uint32_t at, uint32_t end);
/* Who publishes drug references and the like, or a page of the net without "www.", at `at`: no
 * section is called so. */
bool imr_citing_is_source(const imr_citing *c, uint32_t at);

#endif
