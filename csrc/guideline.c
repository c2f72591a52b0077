/* guideline.c - what either side says that it based its decision on (FORM.md, hard spot 5). */
#include <string.h>

#include "issues.h"

static uint32_t find(const imr_text *t, imr_span s, const char *words)
{
    return imr_find_any_case(t, s, words, strlen(words));
}

/* "did not base their decision on the MTUS", "based their decision on recommendation(s) outside
 * of the MTUS Guidelines", or a non-MTUS citation and nothing else. */
static bool denies_mtus(const imr_text *t, imr_span s)
{
    return find(t, s, "did not base") != IMR_NOWHERE ||
           find(t, s, "outside of the mtus") != IMR_NOWHERE ||
           find(t, s, "not based on the mtus") != IMR_NOWHERE;
}

void imr_guideline(const imr_stage *s, imr_record *issue, int key, imr_span statement)
{
    imr_document *d = s->doc;
    const imr_text *t = d->text;
    imr_span text = imr_trim(t, statement);
    if (imr_empty(text))
        return;
    imr_record *g = imr_open(d, issue, key);
    imr_set_span(d, g, IMR_guideline_text, text);
    if (find(t, text, "did not cite") != IMR_NOWHERE) {
        imr_set_boolean(g, IMR_guideline_cited, false, text);
        return;
    }
    if (denies_mtus(t, text)) {
        imr_set_boolean(g, IMR_guideline_mtus, false, text);
        return;
    }
    if (find(t, text, "based on mtus") != IMR_NOWHERE ||
        find(t, text, "based on the mtus") != IMR_NOWHERE ||
        find(t, text, "based their decision on the mtus") != IMR_NOWHERE)
        imr_set_boolean(g, IMR_guideline_mtus, true, text);
    else if (find(t, text, "based on non-mtus") != IMR_NOWHERE)
        imr_set_boolean(g, IMR_guideline_mtus, false, text);
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
