/* guideline.c - what either side says that it based its decision on. */
#include <string.h>

#include "heading.h"
#include "item.h"

static uint32_t find(const imr_text *t, imr_span s, const char *words)
{
    return imr_find_any_case(t, s, words, strlen(words));
}

/* What a statement says of the MTUS. */
typedef enum basis { UNSAID, ON_MTUS, NOT_ON_MTUS, NOTHING_CITED } basis;

/* What stands around a word that tells it; the word is searched, not each wording. */
typedef struct wording {
    const char *before, *behind;
    uint32_t size; /* of `before` */
    basis says;
} wording;

#define BEHIND(words, says)                                                                        \
    {                                                                                              \
        "", words, 0, says                                                                         \
    }
#define BEFORE(words, says)                                                                        \
    {                                                                                              \
        words, "", sizeof(words) - 1, says                                                         \
    }

typedef struct wordings {
    const char *word;
    const wording *list; /* the first of the list that is met counts, wherever it stands */
    uint32_t count;
} wordings;

#define WORDINGS(word, list)                                                                       \
    {                                                                                              \
        word, list, sizeof(list) / sizeof *(list)                                                  \
    }

static const wording denials[] = {BEHIND("cite", NOTHING_CITED), BEHIND("base", NOT_ON_MTUS)};

static const wording schedules[] = {
    BEFORE("outside of the ", NOT_ON_MTUS),
    BEFORE("not based on the ", NOT_ON_MTUS),
    BEFORE("based on ", ON_MTUS),
    BEFORE("based on the ", ON_MTUS),
    BEFORE("based their decision on the ", ON_MTUS),
    BEFORE("based on non-", NOT_ON_MTUS),
    BEFORE("no section of the ", NOT_ON_MTUS),
    BEHIND(" does not", NOT_ON_MTUS),
    BEHIND(" do not", NOT_ON_MTUS),
    BEHIND(" is silent", NOT_ON_MTUS),
    BEHIND(", which is silent", NOT_ON_MTUS),
    BEFORE("not addressed by the ", NOT_ON_MTUS),
    BEFORE("not addressed in the ", NOT_ON_MTUS),
    BEFORE("decision on the ", ON_MTUS),
    BEFORE("decision on the ca ", ON_MTUS),
    BEFORE("decision on the california ", ON_MTUS),
};

static const wording omissions[] = {
    BEHIND("find any guideline", NOTHING_CITED), BEHIND("find a guideline", NOTHING_CITED),
    BEHIND("find any evidence", NOTHING_CITED),  BEHIND("use any", NOTHING_CITED),
    BEHIND("provide any", NOTHING_CITED),        BEHIND("reference any", NOTHING_CITED),
    BEHIND("rely on any", NOTHING_CITED),
};

static const wording wants[] = {{"no ", "-based", 3, NOTHING_CITED},
                                {"no ", " based", 3, NOTHING_CITED}};

static const wordings denied = WORDINGS("did not ", denials), named = WORDINGS("mtus", schedules),
                      omitted = WORDINGS("did not ", omissions),
                      wanted = WORDINGS("evidence", wants);

/* Does the wording stand around the word [at, end)? *found is all of it. */
static bool stands(const imr_text *t, imr_span text, const wording *w, uint32_t at, uint32_t end,
                   imr_span *found)
{
    const char *p = w->behind;
    for (; *p != '\0'; p++, end++)
        if (end >= text.end || t->low[end] != *p)
            return false;
    p = w->before + w->size;
    for (; p > w->before; p--, at--)
        if (at <= text.at || t->low[at - 1] != p[-1])
            return false;
    *found = (imr_span){at, end};
    return true;
}

/* The first wording of the list that is met around the word, which stands at `at` first, and where
 * it is met first; NULL where none is. */
static const wording *met(const imr_text *t, imr_span text, const wordings *w, uint32_t at,
                          imr_span *found)
{
    uint32_t size = (uint32_t)strlen(w->word);
    const wording *first = w->list + w->count;
    for (; first > w->list && at != IMR_NOWHERE;
         at = imr_find_any_case(t, (imr_span){at + size, text.end}, w->word, size))
        for (const wording *i = w->list; i < first; i++)
            if (stands(t, text, i, at, at + size, found))
                first = i;
    return first < w->list + w->count ? first : NULL;
}

/* 2013: "which is part of the MTUS", "which is not part of the MTUS", "as adopted by the MTUS". Of
 * several guidelines one that is part of it is enough. */
static basis part_of_mtus(const imr_stage *s, imr_span text, imr_span *evidence)
{
    basis says = UNSAID;
    imr_match match;
    while (imr_stage_match(s, IMR_PATTERN_PART_OF_MTUS, text, &match)) {
        *evidence = match.whole;
        if (find(s->doc->text, match.whole, "not ") == IMR_NOWHERE)
            return ON_MTUS;
        says = NOT_ON_MTUS;
        text.at = match.whole.end;
    }
    return says;
}

/* Does anybody ask whether a statement is based on the MTUS? Either side's may tell of the other's,
 * and all together tell the wording's year. */
static bool asks_for_mtus(const imr_document *d)
{
    const imr_node *nodes = d->projection->nodes;
    const imr_node *issue = &nodes[nodes[0].child[IMR_document_issues]];
    static const int sides[] = {IMR_issue_administrator_guideline, IMR_issue_reviewer_guideline};
    bool asks = imr_wanted(&nodes[0], IMR_document_dialect);
    for (int i = 0; i < 2; i++)
        asks |= imr_wanted(issue, sides[i]) &&
                imr_wanted(&nodes[issue->child[sides[i]]], IMR_guideline_mtus);
    return asks;
}

/* *evidence: the words that say so. */
static basis basis_of(const imr_stage *s, imr_span text, imr_span *evidence)
{
    const imr_text *t = s->doc->text;
    /* Nearly all statements open so, and then nothing else can come before it in the list. */
    static const char opening[] = "decision based on mtus";
    if (imr_reads(t, text.at, text.end, opening)) {
        *evidence = (imr_span){text.at, text.at + (uint32_t)(sizeof opening - 1)};
        return ON_MTUS;
    }
    static const char other[] = "decision based on non-mtus";
    bool cites_other = imr_reads(t, text.at, text.end, other) && !asks_for_mtus(s->doc);
    /* A statement that denies the MTUS may cite it all the same: the denial counts. */
    uint32_t not_done = find(t, text, denied.word), mtus = IMR_NOWHERE;
    const wording *w = met(t, text, &denied, not_done, evidence);
    if (w == NULL && cites_other) { /* and may cite the MTUS as well, for which nobody asks */
        *evidence = (imr_span){text.at, text.at + (uint32_t)(sizeof other - 1)};
        return NOT_ON_MTUS;
    }
    if (w == NULL)
        w = met(t, text, &named, mtus = find(t, text, named.word), evidence);
    if (w == NULL)
        w = met(t, text, &omitted, not_done, evidence);
    if (w == NULL)
        w = met(t, text, &wanted, find(t, text, wanted.word), evidence);
    if (w != NULL)
        return w->says;
    if (mtus == IMR_NOWHERE && find(t, text, "utilization schedule") == IMR_NOWHERE)
        return UNSAID;
    basis says = part_of_mtus(s, text, evidence);
    if (says != UNSAID || s->outline->form->dialect == NULL || mtus == IMR_NOWHERE)
        return says;
    *evidence = (imr_span){mtus, mtus + 4};
    return ON_MTUS; /* it is named, and not denied */
}

/* "found the guidelines used by the Claims Administrator relevant": they are the reviewer's too.
 * Beside others of his own they count where they are the MTUS. */
static basis with_taken_over(const imr_stage *s, imr_record *issue, imr_span text, basis own,
                             imr_span *evidence)
{
    const imr_text *t = s->doc->text;
    const imr_record *other = imr_inside(issue, IMR_issue_administrator_guideline);
    uint32_t at = find(t, text, "used by the claims administrator");
    if (own == NOTHING_CITED || at == IMR_NOWHERE || !imr_has(other, IMR_guideline_mtus))
        return own;
    imr_span sentence = text;
    for (uint32_t i = at; i + 1 < text.end && sentence.end == text.end; i++)
        if (t->clean[i] == '.' && t->clean[i + 1] == ' ')
            sentence.end = i;
    sentence = imr_last_sentence(t, text.at, sentence.end);
    imr_span said = {sentence.at, sentence.end};
    for (uint32_t i = at; i < sentence.end && said.end == sentence.end; i++)
        if (t->clean[i] == ',') /* behind it stand his own */
            said.end = i;
    if (find(t, said, "not ") != IMR_NOWHERE || find(t, said, "irrelevant") != IMR_NOWHERE)
        return own;
    bool mtus = other->values[IMR_guideline_mtus].as.boolean;
    if (!mtus && own != UNSAID)
        return own;
    *evidence = other->values[IMR_guideline_mtus].span; /* it is there that it is said */
    return mtus ? ON_MTUS : NOT_ON_MTUS;
}

void imr_guideline(const imr_stage *s, imr_record *issue, int key, imr_span statement)
{
    imr_document *d = s->doc;
    imr_span text = imr_trim(d->text, statement);
    if (imr_empty(text))
        return;
    imr_record *g = imr_open(d, issue, key);
    imr_set_string(g, IMR_guideline_text, d->text->clean + text.at, text.end - text.at, text);
    imr_span evidence = {0};
    basis says = basis_of(s, text, &evidence);
    if (key == IMR_issue_reviewer_guideline && s->outline->form->dialect != NULL)
        says = with_taken_over(s, issue, text, says, &evidence);
    switch (says) {
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

bool imr_opens_statement(const imr_text *t, uint32_t at, uint32_t end)
{
    static const char *const openings[] = {
        "decision based on",    "the expert reviewer",     "the claims administrator",
        "the claim administ",   "claims administrator",    "the physician reviewer",
        "the medical reviewer", "the professional review", "the utilization review"};
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

void imr_split_statements(const imr_stage *s, imr_span text, imr_span *administrator,
                          imr_span *reviewer)
{
    const imr_text *t = s->doc->text;
    imr_match match;
    text = imr_trim(t, text);
    *administrator = *reviewer = (imr_span){0};
    if (imr_empty(text))
        return;
    if (imr_stage_match(s, IMR_PATTERN_REVIEWER_SAYS, text, &match)) {
        *administrator = imr_trim(t, (imr_span){text.at, match.whole.at});
        *reviewer = (imr_span){match.whole.at, text.end};
    } else if (imr_opens_statement(t, text.at, text.end)) {
        *administrator = text;
    } else {
        *reviewer = text;
    }
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
        if (line->at <= text.at || line->at < 2 || imr_opens_statement(t, line->at, text.end))
            continue;
        uint32_t stop = line->at - 2; /* the blank between the lines stands before the line */
        if (t->clean[stop] == '.')
            return line->at;
    }
    return IMR_NOWHERE;
}
