/* conclusion_weighed.c - necessity that is weighed and not judged: in general, on a condition, as a
 * supposition.
 */
#include "judgement.h"

bool imr_is_showing(const imr_text *t, imr_span word)
{
    static const char *const showing[] = {"demonstrate", "determine", "establish", "justify",
                                          "prove",       "show",      NULL};
    return imr_is_word(t, word, showing);
}

/* Is it said before the word `to` that there is enough: "sufficient documentation to"? */
static bool enough_before(const imr_text *t, const imr_clause *c, int to)
{
    enum { NEAR = 5 };
    static const char *const enough[] = {"adequate", "enough", "sufficient", NULL};
    for (int i = to + 1; i < c->count && i <= to + NEAR && !c->words[i].comma; i++)
        if (imr_is_word(t, c->words[i].span, enough))
            return true;
    return false;
}

bool imr_suffices_to_show(const imr_text *t, const imr_clause *c)
{
    static const char *const having[] = {"are", "contain*", "exist*", "has",  "have", "include*",
                                         "is",  "provide*", "was",    "were", NULL};
    static const char *const wanting[] = {"after",    "ask*",    "before", "could",  "if",
                                          "may",      "must",    "need*",  "once",   "pending",
                                          "require*", "should",  "shall",  "unless", "until",
                                          "when",     "whether", "will",   "would",  NULL};
    bool has = false;
    int at = 0;
    while (at < c->count && at < 2 && imr_is(t, c->words[at].span, "the"))
        at++;
    if (at + 1 >= c->count || !imr_is_showing(t, c->words[at].span) ||
        !imr_is(t, c->words[at + 1].span, "to") || !enough_before(t, c, at + 1))
        return false;
    for (int i = at + 2; i < c->count; i++) {
        if (imr_is_word(t, c->words[i].span, wanting))
            return false;
        has |= imr_is_word(t, c->words[i].span, having);
    }
    return has;
}

/* Is "to demonstrate" a condition that is told of: not "fails to demonstrate", and no other verb's?
 */
static bool to_show(const imr_text *t, const imr_clause *c, int to, bool verb, bool linked)
{
    static const char *const failing[] = {"adequate",   "fail*",  "insufficient",
                                          "sufficient", "unable", NULL};
    if (to == 0 || !imr_is_showing(t, c->words[to - 1].span) || (verb && !linked) ||
        (to + 1 < c->count && imr_is_word(t, c->words[to + 1].span, failing)) ||
        imr_suffices_to_show(t, c))
        return false;
    for (int i = to + 1; i < c->count; i++)
        if (imr_told_no(t, &c->words[i]))
            return false;
    return true;
}

/* Does the clause end with the words, or with what is said with them: "... and appropriate."? */
static bool ends_with(const imr_stage *s, const imr_clause *c, imr_span necessary)
{
    const imr_text *t = s->doc->text;
    imr_span word = imr_word_at(t, necessary.end, c->span.end);
    if (imr_is(t, word, "and"))
        word = imr_word_at(t, word.end, c->span.end);
    while (!imr_empty(word) && (imr_stage_word(s, word) & IMR_IN(JUDGING)))
        word = imr_word_at(t, word.end, c->span.end);
    return imr_empty(word);
}

/* Is the verb "would be", the word `be` of the clause, said of this request: "therefore, the
 * request would be medically necessary", "it should be considered ..."? */
static bool modal_concludes(const imr_stage *s, const imr_clause *c, int be, imr_span necessary)
{
    static const char *const lightly[] = {"can", "may", "must", "should", NULL};
    static const char *const considered[] = {"as",       "considered", "deemed", "found",
                                             "regarded", "seen",       "viewed", NULL};
    static const char *const requests[] = {"request", "requested", "requests",
                                           "these",   "this",      NULL};
    static const char *const concluding[] = {"hence", "such", "therefore", "thus", NULL};
    static const char *const conditions[] = {"had",  "if",   "only",  "unless", "until",
                                             "were", "when", "where", NULL};
    static const char *const before[] = {"after", "and",  "but",    "for",   "if",   "once",
                                         "only",  "then", "unless", "until", "when", NULL};
    const imr_text *t = s->doc->text;
    imr_span modal = c->words[be + 1].span, word, behind = {necessary.end, c->span.end};
    if (!imr_is(t, modal, "would") && !(imr_is_word(t, modal, lightly) && be > 0 &&
                                        imr_is_word(t, c->words[be - 1].span, considered)))
        return false;
    if (imr_has_word(t, behind, conditions, &word))
        return false;
    for (int i = be + 2; i < c->count; i++)
        if (imr_is_word(t, c->words[i].span, requests) ||
            imr_is_word(t, c->words[i].span, concluding))
            return true;
    /* "The brace can be considered medically necessary.": of this one, and without a condition. */
    const imr_told *first = &c->words[c->count - 1];
    if (be == 0 || !imr_is_word(t, c->words[be - 1].span, considered) || imr_is(t, modal, "may") ||
        first->span.at != c->span.at || !imr_is(t, first->span, "the"))
        return false;
    for (int i = be + 2; i < c->count; i++)
        if (imr_is_word(t, c->words[i].span, before))
            return false;
    return ends_with(s, c, necessary);
}

/* Is it said, by the word `at` of the clause, that it is not known whether: "it is unclear if"? */
static bool in_doubt(const imr_text *t, const imr_clause *c, int at)
{
    enum { NEAR = 2 };
    static const char *const doubts[] = {"doubtful", "questionable", "uncertain", "unclear", NULL};
    static const char *const knowing[] = {"certain", "clear", "determined", "established",
                                          "evident", "known", "shown",      NULL};
    if (at >= c->count)
        return false;
    for (int i = at + 1;
         imr_is_word(t, c->words[at].span, knowing) && i < c->count && i <= at + NEAR; i++)
        if (imr_told_no(t, &c->words[i]))
            return true;
    return imr_is_word(t, c->words[at].span, doubts);
}

/* Does the clause weigh necessity in general, or tell what somebody else said of it? What a no
 * behind the words denies may be only possible: "six would be medically necessary, twelve are not".
 */
IMR_APART bool in_general(const imr_stage *s, const imr_clause *c, imr_span necessary,
                          imr_said says)
{
    enum { NEAR = 121 };
    static const char *const modals[] = {"can",  "could",  "may",   "might",
                                         "must", "should", "would", NULL};
    static const char *const cases[] = {"if", "whether", NULL}, *const until[] = {"unless", "until",
                                                                                  NULL};
    static const char *const writing[] = {"argue*",   "assert*",   "claim", "claimed", "claims",
                                          "contend*", "maintain*", "said",  "says",    "write",
                                          "writes",   "wrote",     NULL};
    const imr_text *t = s->doc->text;
    bool verb = false, linked = false;
    for (int i = 0; i < c->count && necessary.at - c->words[i].span.end <= NEAR; i++) {
        imr_lists lists = c->words[i].lists;
        imr_span word = c->words[i].span;
        if (lists & IMR_IN(WEIGHING)) {
            const imr_told *before = i + 1 < c->count ? &c->words[i + 1] : NULL;
            if ((imr_is_word(t, word, cases) && !in_doubt(t, c, i + 1)) ||
                (says == IMR_SAYS_YES && imr_is_word(t, word, until)))
                return true;
            if (imr_is(t, word, "be") && before != NULL && !verb && says != IMR_SAYS_NO_BEHIND &&
                imr_is_word(t, before->span, modals) && !modal_concludes(s, c, i, necessary))
                return true;
            if (imr_is(t, word, "to") && to_show(t, c, i, verb, linked))
                return true;
            bool that = imr_is(t, word, "that");
            if (that && before != NULL && imr_is_word(t, before->span, writing))
                return true;
            if ((that || imr_is(t, word, "which")) && i > 0 && i < 3 &&
                (c->words[i - 1].lists & IMR_IN(VERB)) &&
                (i == 1 || imr_is(t, c->words[0].span, "not")))
                return true;
        }
        verb |= (lists & IMR_IN(VERB)) != 0;
        linked |= (lists & IMR_IN(LINK)) != 0;
    }
    return false;
}

/* "Had there been no fracture, it would not be ...", "... would be necessary had he failed". */
IMR_APART bool supposed(const imr_text *t, imr_span sentence, imr_span necessary)
{
    static const char *const inversions[] = {"had ", "were ", "should "};
    imr_span would = {sentence.at, necessary.at};
    if (imr_find_any_case(t, would, " would ", 7) == IMR_NOWHERE)
        return false;
    imr_span next = imr_word_at(t, necessary.end, sentence.end);
    if (IMR_READS_ANY(t, sentence.at, sentence.end, inversions) ||
        IMR_READS_ANY(t, next.at, sentence.end, inversions))
        return true;
    for (uint32_t at = sentence.at; at + 2 < necessary.at; at++)
        if (t->clean[at] == ',' && IMR_READS_ANY(t, at + 2, necessary.at, inversions))
            return true;
    return false;
}

bool imr_weighed(const imr_stage *s, const imr_clause *c, imr_span sentence, imr_span necessary,
                 imr_said says)
{
    bool would = (c->all & IMR_IN(WOULD)) || c->span.at > sentence.at;
    return (would && supposed(s->doc->text, sentence, necessary)) ||
           ((c->lists & IMR_IN(WEIGHING)) && in_general(s, c, necessary, says));
}
