/* conclusion_necessity.c - what a sentence says of medical necessity, read clause by clause from
 * its end.
 */
#include <string.h>

#include "judgement.h"

/* Is the word at `at`, or the next behind it, in any of the lists? */
static bool next_is(const imr_stage *s, uint32_t at, uint32_t end, imr_lists lists)
{
    return (imr_stage_word(s, imr_word_at(s->doc->text, at, end)) & lists) != 0;
}

static bool glued_no(const imr_text *t, uint32_t medical) /* "notmedically" */
{
    return medical >= 3 && imr_reads(t, medical - 3, medical, "not");
}

/* ---- the clause ------------------------------------------------------------------------------ */

/* "Beyond that is not ...": what goes beyond the request. */
static bool goes_beyond(const imr_text *t, imr_span subject)
{
    static const char *const beyond[] = {"beyond th", "in excess of th", "other than th",
                                         "over and above th"};
    static const char *const pointing[] = {"that", "these", "this", "those", NULL};
    static const char *const verbs[] = {"are", "cannot", "is", "was", "were", NULL};
    for (size_t i = 0; i < sizeof beyond / sizeof *beyond; i++) {
        uint32_t size = (uint32_t)strlen(beyond[i]);
        uint32_t at = imr_find_any_case(t, subject, beyond[i], size);
        if (at == IMR_NOWHERE)
            continue;
        imr_span word = imr_word_at(t, at + size - 2, subject.end);
        if (imr_is_word(t, word, pointing) &&
            imr_is_word(t, imr_word_at(t, word.end, subject.end), verbs))
            return true;
    }
    return false;
}

/* What a sentence says besides: advice on weaning, what goes beyond the request, or what a clause
 * concedes. A judgement in an earlier sentence goes before it. */
static bool said_besides(const imr_text *t, const imr_clause *c, uint32_t medical, bool no)
{
    imr_span subject = {c->span.at, medical};
    if (imr_concedes(t, subject.at, medical))
        return true;
    if (no)
        return (c->all & IMR_IN(BEYOND)) && goes_beyond(t, subject);
    return (c->all & IMR_IN(ADVICE)) && imr_find_any_case(t, subject, "request", 7) == IMR_NOWHERE;
}

/* "Medically necessary only where red flags exist", "... if there is dysphagia"; and of what is so
 * "according to the MTUS", when. */
static bool on_condition(const imr_stage *s, imr_span clause, imr_span necessary)
{
    const imr_text *t = s->doc->text;
    imr_span next = imr_word_at(t, necessary.end, clause.end);
    if (imr_empty(next) || next.at != necessary.end + 1 || t->clean[necessary.end] != ' ')
        return false;
    if (imr_is(t, next, "only"))
        return next_is(s, next.end, clause.end, IMR_IN(LIMIT));
    return imr_is(t, next, "if") || imr_is(t, next, "unless") ||
           ((imr_stage_word(s, next) & IMR_IN(CASE)) &&
            imr_find_any_case(t, clause, "according to", 12) != IMR_NOWHERE);
}

/* "Medically necessary for any patient with osteoarthritis": in general, not for this one. */
static bool for_patients(const imr_text *t, imr_span clause, imr_span necessary)
{
    enum { BEHIND = 4 };
    static const char *const people[] = {"anyone",  "individuals", "patients", "people",
                                         "persons", "those",       "workers",  NULL};
    static const char *const one[] = {"individual", "patient", "person", "worker", NULL};
    static const char *const any[] = {"any", "each", "every", NULL};
    imr_span word = imr_word_at(t, necessary.end, clause.end);
    bool all = false;
    if (!imr_is(t, word, "for") && !imr_is(t, word, "in"))
        return false;
    for (int i = 0; i < BEHIND; i++) {
        word = imr_word_at(t, word.end, clause.end);
        if (imr_is_word(t, word, people) || (all && imr_is_word(t, word, one)))
            return imr_find_any_case(t, clause, "request", 7) == IMR_NOWHERE;
        all |= imr_is_word(t, word, any);
    }
    return false;
}

/* ---- a yes or a no --------------------------------------------------------------------------- */

/* Do the words say yes, as nearly all that do: "is medically necessary", "the medical necessity",
 * "medical necessity has been established"? */
static bool plain_yes(const imr_stage *s, const imr_clause *c, imr_span medical, imr_span word,
                      imr_lists lists)
{
    enum { NEAR = 80 };
    const imr_text *t = s->doc->text;
    char gap = t->clean[medical.end];
    bool noun = medical.end - medical.at == 7,
         adverb = imr_reads(t, medical.end - 2, medical.end, "ly") && medical.end - medical.at == 9;
    bool necessity = noun && gap == ' ' && t->low[word.at] == 'n' && (lists & IMR_IN(JUDGING)) &&
                     !(lists & IMR_IN(NECESSARY));
    if (word.at != medical.end + 1)
        return false;
    if (c->count > 0 && (c->words[0].lists & IMR_IN(LEADS_TO_YES)) &&
        c->words[0].span.end + 1 == medical.at && t->clean[medical.at - 1] == ' ' &&
        (necessity ||
         ((noun || adverb) && (gap == ' ' || gap == '-') && (lists & IMR_IN(NECESSARY)))))
        return true;
    for (imr_span next = word; necessity && next.at < c->span.end;) {
        uint32_t end = next.end;
        next = imr_word_at(t, end, c->span.end);
        if (imr_empty(next) || next.at != end + 1 || t->clean[end] != ' ' ||
            next.at - word.end > NEAR)
            return false;
        if (imr_stage_word(s, next) & IMR_IN(ESTABLISHED))
            return next.end == c->span.end || strchr(" .,;", t->clean[next.end]) != NULL;
    }
    return false;
}

/* "I find the brace medically necessary", "therefore, medically necessary", "meets the criteria of
 * the guideline for medical necessity". */
static bool other_yes(const imr_text *t, const imr_clause *c, imr_span medical)
{
    static const char *const meeting[] = {"meet", "meets", "satisfies", "satisfy", NULL};
    bool noun = medical.end - medical.at == 7;
    if (noun && imr_suffices_to_show(t, c))
        return true;
    for (int i = 0; i < c->count; i++) {
        const imr_told *word = &c->words[i];
        if (i == 0 && (word->lists & IMR_IN(CONCLUDING)) && word->span.at == c->span.at)
            return true;
        if (word->comma)
            return false;
        if (i > 0 && (word->lists & IMR_IN(FINDING)))
            return true;
        if (noun && imr_is_word(t, word->span, meeting))
            return true;
        if (word->lists & IMR_IN(VERB))
            return noun && i == 1 && i + 1 < c->count && imr_is(t, c->words[2].span, "there");
    }
    return false;
}

static bool says_yes(const imr_stage *s, const imr_clause *c, imr_span medical, imr_span word,
                     imr_lists lists)
{
    imr_match match;
    return plain_yes(s, c, medical, word, lists) || other_yes(s->doc->text, c, medical) ||
           imr_stage_match(s, IMR_PATTERN_IS_NECESSARY, c->span, &match);
}

/* ---- a sentence's judgement ------------------------------------------------------------------ */

enum { KEY = 12 }; /* bytes of a word's key, with a zero */

/* What mostly remains of "necessary" where it is misspelt: its letters without their doubles, c as
 * s. */
static bool key_of(const imr_text *t, imr_span word, char *key)
{
    int size = 0;
    for (uint32_t at = word.at; at < word.end; at++) {
        char c = t->low[at] == 'c' ? 's' : t->low[at];
        if (size > 0 && key[size - 1] == c)
            continue;
        if (size == KEY - 1)
            return false;
        key[size++] = c;
    }
    key[size] = '\0';
    return size > 0;
}

/* Are the two the same but for one letter too few, too many, another or in its neighbour's place?
 * The first letter is. */
static bool same_but_one(const char *a, const char *b)
{
    size_t m = strlen(a), n = strlen(b), i = 0;
    while (i < m && i < n && a[i] == b[i])
        i++;
    if (i == 0)
        return false;
    if (m == n)
        return i == m || strcmp(a + i + 1, b + i + 1) == 0 ||
               (a[i] == b[i + 1] && a[i + 1] == b[i] && strcmp(a + i + 2, b + i + 2) == 0);
    return m == n + 1 ? strcmp(a + i + 1, b + i) == 0 : m + 1 == n && strcmp(a + i, b + i + 1) == 0;
}

/* The lists of a word behind "medical(ly)" that is in none, if it is a misspelt "necessary",
 * "necessity" or "unnecessary". */
IMR_APART imr_lists misspelt(const imr_text *t, imr_span word)
{
    char key[KEY];
    if (!key_of(t, word, key))
        return 0;
    if (same_but_one(key, "nesesary"))
        return IMR_IN(NECESSARY) | IMR_IN(JUDGING);
    if (same_but_one(key, "nesesity"))
        return IMR_IN(JUDGING);
    return same_but_one(key, "unesesary") ? IMR_IN(REFUSING) : 0;
}

/* The word behind "medical(ly)", which may be glued to it: "medicallynecessary". */
static imr_span word_behind(const imr_text *t, imr_span *medical, uint32_t end)
{
    enum { ADVERB = 9 };
    if (medical->end - medical->at > ADVERB + 1 &&
        imr_reads(t, medical->at + ADVERB - 2, medical->end, "ly")) {
        imr_span glued = {medical->at + ADVERB, medical->end};
        medical->end = glued.at;
        return glued;
    }
    return imr_word_at(t, medical->end, end);
}

/* The last "medical(ly)" of a sentence that a word of judgement follows, and that word; not in a
 * quotation. */
static bool last_medical(const imr_stage *s, imr_span sentence, imr_span *medical, imr_span *word,
                         imr_lists *lists)
{
    enum { SIZE = 7 };
    const imr_text *t = s->doc->text;
    uint32_t end = sentence.end, at;
    while ((at = imr_search_last(t->low, sentence.at, end, "medical", SIZE)) != IMR_NOWHERE) {
        for (end = at; end > sentence.at && imr_word_byte(t->clean[end - 1]);)
            end--;
        if (end < at) /* in a word of two the first */
            at = imr_search(t->low, end, at + SIZE, "medical", SIZE);
        *medical = (imr_span){at, imr_word_at(t, at, sentence.end).end};
        *word = word_behind(t, medical, sentence.end);
        *lists = imr_stage_word(s, *word);
        char begins = imr_empty(*word) ? '\0' : t->low[word->at];
        if (*lists == 0 && (begins == 'n' || begins == 'u'))
            *lists = misspelt(t, *word);
        if (*lists & IMR_IN(NO_BEFORE) && imr_is(t, *word, "not")) { /* "medically not necessary" */
            word->end = imr_word_at(t, word->end, sentence.end).end;
            *lists = imr_stage_word(s, imr_word_at(t, word->at + 3, sentence.end));
            *lists = *lists & IMR_IN(NECESSARY) ? IMR_IN(REFUSING) : 0;
        }
        if ((*lists & (IMR_IN(JUDGING) | IMR_IN(REFUSING))) && !imr_quoted(t, sentence.at, at))
            return true;
    }
    return false;
}

/* Where the clause concedes what it tells, behind what is concluded: "... even though the drugs
 * are"; IMR_NOWHERE: it does not. */
static uint32_t conceded_at(const imr_text *t, const imr_clause *c)
{
    if (!(c->lists & IMR_IN(REASON)))
        return IMR_NOWHERE;
    for (int i = 0; i + 1 < c->count && !(i > 0 && c->words[i].comma); i++)
        if (imr_is(t, c->words[i].span, "although") || imr_is(t, c->words[i].span, "though"))
            return c->words[i].span.at;
    return IMR_NOWHERE;
}

/* "Exceeds what is medically necessary" is a no; "what is medically necessary" alone is nothing. */
static bool exceeds_what_is(const imr_text *t, const imr_clause *c, bool *what)
{
    static const char *const exceeding[] = {"above", "beyond", "exceed*", "excess",
                                            "over",  "than",   NULL};
    *what =
        c->count > 1 && (c->words[0].lists & IMR_IN(VERB)) && imr_is(t, c->words[1].span, "what");
    for (int i = 2; *what && i < c->count && i < 6; i++)
        if (imr_is_word(t, c->words[i].span, exceeding))
            return true;
    return false;
}

/* Is there a no between the word `outer` of the clause and what is said? */
static bool no_within(const imr_text *t, const imr_clause *c, int outer)
{
    for (int i = 0; i < outer; i++)
        if (imr_told_no(t, &c->words[i]))
            return true;
    return false;
}

/* What a clause says of medical necessity. */
static imr_judgement judge_clause(const imr_stage *s, const imr_clause *c, imr_span sentence,
                                  imr_span medical, imr_span word, imr_lists lists, bool *besides)
{
    const imr_text *t = s->doc->text;
    imr_span where;
    bool inside = glued_no(t, medical.at) || (lists & IMR_IN(REFUSING)), what;
    int contradicts =
        c->lists & (IMR_IN(BELIEVING) | IMR_IN(AGREEING)) ? imr_clause_contradicts(t, c) : -1;
    if (contradicts >= 0)
        return inside || no_within(t, c, contradicts) ? IMR_NECESSARY : IMR_UNNECESSARY;
    bool no = inside || imr_clause_denied(s, c, medical.at, word.end, &where);
    if (exceeds_what_is(t, c, &what))
        return IMR_UNNECESSARY;
    if (!no && (what || !says_yes(s, c, medical, word, lists)))
        return IMR_NONE;
    imr_speaker who = imr_clause_speaker(t, c);
    bool general = !no && (who == IMR_SAID_BY_GUIDELINE || on_condition(s, c->span, word));
    if (general || who == IMR_SAID_BY_PARTY ||
        imr_weighed(s, c, sentence, (imr_span){medical.at, word.end},
                    !no                               ? IMR_SAYS_YES
                    : !inside && where.at >= word.end ? IMR_SAYS_NO_BEHIND
                                                      : IMR_SAYS_NO))
        return IMR_NONE;
    *besides = who == IMR_SAID_BY_GUIDELINE || said_besides(t, c, medical.at, no) ||
               (!no && for_patients(t, c->span, word));
    return no ? IMR_UNNECESSARY : IMR_NECESSARY;
}

/* What a sentence says of medical necessity: its last clause that does, but for what that concedes
 * or what somebody else says in it. */
imr_judgement imr_judge_necessity(const imr_stage *s, imr_span sentence, imr_span *evidence,
                                  bool *besides)
{
    enum { CLAUSES = 4 };
    const imr_text *t = s->doc->text;
    imr_judgement said = IMR_NONE;
    for (int i = 0; i < CLAUSES; i++) {
        imr_span medical, word;
        imr_lists lists;
        if (!last_medical(s, sentence, &medical, &word, &lists))
            return said;
        imr_clause c;
        imr_clause_read(s, sentence, medical.at, &c);
        bool aside = false;
        imr_judgement j = judge_clause(s, &c, sentence, medical, word, lists, &aside);
        uint32_t conceded = conceded_at(t, &c);
        if (j != IMR_NONE && (said == IMR_NONE || !aside)) {
            said = j;
            *besides = aside;
            *evidence = (imr_span){medical.at, word.end};
        }
        if (j != IMR_NONE && !aside && conceded == IMR_NOWHERE)
            return j;
        /* "..., as it was not shown that more would be medically necessary" says nothing, but what
         * stands before it in the same clause does. */
        sentence.end = conceded != IMR_NOWHERE ? conceded : j == IMR_NONE ? medical.at : c.span.at;
    }
    return said;
}

imr_span imr_with_no(const imr_stage *s, imr_span sentence, imr_span words)
{
    imr_span no = words;
    imr_clause c;
    imr_clause_read(s, sentence, words.at, &c);
    if (glued_no(s->doc->text, words.at))
        no.at -= 3;
    else if (!imr_clause_denied(s, &c, words.at, words.end, &no))
        return words; /* it is in one of them: "unnecessary" */
    return (imr_span){no.at < words.at ? no.at : words.at, no.end > words.end ? no.end : words.end};
}
