/* citation_chapter.c - the chapters of the ODG.
 *
 *     Knee & Leg (Acute & Chronic)      Chapter: Pain       Low Back Chapter - Lumbar & Thoracic
 *     Pain(Chronic)                     Hand (Acute & Chronic) (Not including "...")
 */
#include <string.h>

#include "citation.h"
#include "vector.h"

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
IMR_APART uint32_t subtitles(const imr_citing *c, uint32_t at)
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
    if (imr_citing_contains(c->text, behind, " and ") ||
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

bool imr_citing_chapter(imr_citing *c)
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
    if (!said && !imr_citing_ends_item(c, after)) {
        imr_citing_longest(c, IMR_TABLE_SECTIONS, from, &section);
        if (section > size || runs_on(t, chapter, c->rest.end))
            return false;
        chapter.end = after = before_comma(c, e, chapter);
    }
    if (first && (!is->sections || said || imr_citing_ends_item(c, after))) {
        is->chapter = chapter;
        is->odg = e;
    } else if (is->authority == IMR_ODG && e == is->odg && !is->sections &&
               (said || imr_citing_ends_item(c, after) || opens(c, after))) {
        ; /* "Low Back Chapter - Lumbar & Thoracic": the same again; no "Low Back, Lumbar MRI" */
    } else if (!c->on_mtus && imr_citing_ends_item(c, after) && (said || another(c, e, chapter))) {
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
           (imr_entry_boolean(e, IMR_ODG_CHAPTERS_ALONE, false) &&
            imr_citing_ends_item(c, at + size));
}
