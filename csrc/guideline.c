/* guideline.c - what either side says that it based its decision on. */
#include <string.h>

#include "item.h"

static uint32_t find(const imr_text *t, imr_span s, const char *words)
{
    return imr_find_any_case(t, s, words, strlen(words));
}

/* What a statement says of the MTUS. */
typedef enum basis { UNSAID, ON_MTUS, NOT_ON_MTUS, NOTHING_CITED } basis;

typedef struct wording {
    const char *words;
    basis says;
} wording;

/* A statement that denies the MTUS may cite it all the same: the denial counts, and stands here
 * before the citation. */
static const wording wordings[] = {
    {"did not cite", NOTHING_CITED},
    {"did not base", NOT_ON_MTUS},
    {"outside of the mtus", NOT_ON_MTUS},
    {"not based on the mtus", NOT_ON_MTUS},
    {"based on mtus", ON_MTUS},
    {"based on the mtus", ON_MTUS},
    {"based their decision on the mtus", ON_MTUS},
    {"based on non-mtus", NOT_ON_MTUS},
};

/* *evidence: the words that say so. */
static basis basis_of(const imr_text *t, imr_span s, imr_span *evidence)
{
    /* Nearly all statements open so, and then nothing else can come before it in the list. */
    static const char opening[] = "decision based on mtus";
    if (imr_reads(t, s.at, s.end, opening)) {
        *evidence = (imr_span){s.at, s.at + (uint32_t)(sizeof opening - 1)};
        return ON_MTUS;
    }
    for (size_t i = 0; i < sizeof wordings / sizeof *wordings; i++) {
        uint32_t at = find(t, s, wordings[i].words);
        if (at == IMR_NOWHERE)
            continue;
        *evidence = (imr_span){at, at + (uint32_t)strlen(wordings[i].words)};
        return wordings[i].says;
    }
    return UNSAID;
}

void imr_guideline(const imr_stage *s, imr_record *issue, int key, imr_span statement)
{
    imr_document *d = s->doc;
    imr_span text = imr_trim(d->text, statement);
    if (imr_empty(text))
        return;
    imr_record *g = imr_open(d, issue, key);
    imr_set_span(d, g, IMR_guideline_text, text);
    imr_span evidence;
    switch (basis_of(d->text, text, &evidence)) {
    case NOTHING_CITED:
        imr_set_boolean(g, IMR_guideline_cited, false, evidence);
        break;
    case NOT_ON_MTUS:
        imr_set_boolean(g, IMR_guideline_mtus, false, evidence);
        break;
    case ON_MTUS:
        imr_set_boolean(g, IMR_guideline_mtus, true, evidence);
        break;
    case UNSAID:
        break;
    }
}

/* Do the words at `at` open a guideline statement? */
static bool opens_statement(const imr_text *t, uint32_t at, uint32_t end)
{
    static const char *const openings[] = {"decision based on", "the expert reviewer",
                                           "the claims administrator", "the physician reviewer"};
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
        if (imr_reads(t, at, end, openings[i]))
            return true;
    return false;
}

uint32_t imr_second_statement(const imr_stage *s, imr_span text)
{
    const imr_text *t = s->doc->text;
    text = imr_trim(t, text);
    uint32_t at = find(t, text, "the expert reviewer");
    if (at != IMR_NOWHERE && at > text.at)
        return at;
    if (imr_empty(text))
        return IMR_NOWHERE;
    /* After "did not cite any medical evidence for its decision." a citation is the other
     * side's; else a paragraph of its own that opens a statement is. */
    bool uncited = find(t, text, "did not cite") != IMR_NOWHERE;
    uint32_t last = imr_text_line(t, text.end - 1);
    uint16_t gap = UINT16_MAX;
    for (uint32_t i = imr_text_line(t, text.at) + 1; i <= last; i++)
        if (t->lines[i].gap < gap)
            gap = t->lines[i].gap;
    for (uint32_t i = imr_text_line(t, text.at) + 1; i <= last; i++) {
        const imr_line *line = &t->lines[i];
        if (line->at > text.at && imr_reads(t, line->at, text.end, "decision based on") &&
            (uncited || line->gap > gap))
            return line->at;
    }
    if (!uncited)
        return IMR_NOWHERE;
    at = find(t, text, "decision based on");
    return at != IMR_NOWHERE && at > text.at ? at : IMR_NOWHERE;
}

uint32_t imr_statement_end(const imr_stage *s, imr_span text)
{
    const imr_text *t = s->doc->text;
    text = imr_trim(t, text);
    if (imr_empty(text))
        return IMR_NOWHERE;
    uint32_t first = imr_text_line(t, text.at), last = imr_text_line(t, text.end - 1);
    for (uint32_t i = first + 1; i <= last; i++) {
        const imr_line *line = &t->lines[i];
        if (line->at <= text.at || line->at < 2 || opens_statement(t, line->at, text.end))
            continue;
        uint32_t stop = line->at - 2; /* the blank between the lines stands before the line */
        if (t->clean[stop] == '.')
            return line->at;
    }
    return IMR_NOWHERE;
}
