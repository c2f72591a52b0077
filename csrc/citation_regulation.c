/* citation_regulation.c - regulations that are cited themselves:
 *
 *     Title 8, California Code of Regulations, section 9792.20      8 CCR 9792.20
 *
 * Behind the name of a guideline of the MTUS they mostly tell its own place among them.
 */
#include "citation.h"

static bool regulation_at(const imr_citing *c, uint32_t at, imr_match *out)
{
    static const char *const beginnings[] = {"title 8", "8 c", "8, c", "california code"};
    const imr_text *t = c->text;
    return at < c->rest.end && (t->low[at] == 't' || t->low[at] == '8' || t->low[at] == 'c') &&
           IMR_READS_ANY(t, at, c->rest.end, beginnings) &&
           imr_citing_match(c, IMR_PATTERN_REGULATION, at, out);
}

bool imr_citing_is_regulation(const imr_citing *c, uint32_t at)
{
    imr_match match;
    return regulation_at(c, at, &match);
}

/* Does it tell where the guideline stands that is open, or that follows? Those of the MTUS are
 * 9792.21 and what comes behind it. */
static bool is_place(const imr_citing *c, imr_span regulation)
{
    const imr_citation *is = &c->is;
    if (is->authority == IMR_UNCITED)
        return c->on_mtus || c->mtus != IMR_NOWHERE;
    if (is->authority != IMR_MTUS && is->authority != IMR_ACOEM)
        return false;
    bool guidelines = false;
    imr_span rest = regulation;
    while ((rest.at = imr_find_any_case(c->text, rest, "9792.2", 6)) != IMR_NOWHERE) {
        rest.at += 6;
        guidelines |= rest.at < rest.end && c->text->clean[rest.at] > '0';
    }
    return guidelines || (!is->sections && !is->pages);
}

bool imr_citing_regulation(imr_citing *c)
{
    imr_match match;
    if (!regulation_at(c, c->rest.at, &match) || is_place(c, match.whole))
        return false;
    uint32_t end = match.whole.end;
    bool paged =
        imr_page_label(c->text, imr_citing_blanks(c->text, end, c->rest.end), c->rest.end) > 0;
    imr_citation guideline = c->is;
    bool goes_on = paged && guideline.authority != IMR_UNCITED;
    if (goes_on) /* the pages are those of the guideline before it, which stays open */
        c->is = (imr_citation){0};
    imr_citation_open(c, IMR_OTHER, match.whole.at);
    c->is.title = match.whole;
    imr_citation_take(c, end);
    if (goes_on) {
        imr_citation_close(c);
        c->is = guideline;
    }
    return true;
}
