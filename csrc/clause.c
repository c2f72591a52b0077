#include "clause.h"

#include <string.h>

static bool contracted_no(const imr_text *t, imr_span word) /* isn't, doesn't */
{
    return word.end - word.at > 3 && imr_reads(t, word.end - 3, word.end, "n't");
}

/* The same for a text with a mark that may be one of quotation. */
IMR_APART bool is_quoted(const imr_text *t, uint32_t from, uint32_t at)
{
    const char *text = t->clean, *stop = text + at;
    bool open = false;
    int curly = 0;
    for (const char *p = text + from; (p = memchr(p, '"', (size_t)(stop - p))) != NULL; p++)
        open = !open;
    for (const char *p = text + from; (p = memchr(p, 0xE2, (size_t)(stop - p))) != NULL; p++)
        curly += (memcmp(p, "\xE2\x80\x9C", 3) == 0) - (memcmp(p, "\xE2\x80\x9D", 3) == 0);
    return open || curly > 0;
}

bool imr_quoted(const imr_text *t, uint32_t from, uint32_t at)
{
    return imr_search_either(t->clean, from, at, '"', (char)0xE2) < at && is_quoted(t, from, at);
}

/* ---- where it begins ------------------------------------------------------------------------- */

/* What begins a new thought behind a comma; what stands before it is not what is concluded. */
static const char *const turns[] = {"but ",      "however", "yet ",      "so ",
                                    "therefore", "thus ",   "hence ",    "while ",
                                    "whereas ",  "though ", "although ", "nevertheless"};
/* ... or with its first comma, where a sentence opens with one of these. */
static const char *const concessions[] = {"although", "while ", "though ", "even though",
                                          "even if"};

bool imr_concedes(const imr_text *t, uint32_t at, uint32_t end)
{
    return IMR_READS_ANY(t, at, end, concessions);
}

/* Does a clause begin behind the comma or semicolon at `at`? `behind`: the lists that the word
 * there is in. */
static bool begins_clause(const imr_text *t, imr_span sentence, uint32_t at, uint32_t judged,
                          imr_lists behind)
{
    if (t->clean[at + 1] != ' ' || at + 2 > judged)
        return false;
    return t->clean[at] == ';' ||
           ((behind & IMR_IN(TURN)) && IMR_READS_ANY(t, at + 2, judged, turns)) ||
           imr_concedes(t, sentence.at, judged);
}

/* Goes over the signs before *at. True where a clause begins behind one of them, then at *at. */
static bool divided(const imr_text *t, imr_span sentence, uint32_t judged, imr_lists behind,
                    uint32_t *at, bool *stopped, bool *comma)
{
    for (char sign; *at > sentence.at && !imr_word_byte(sign = t->clean[*at - 1]);) {
        --*at;
        *stopped |= sign == '.';
        *comma |= sign == ',';
        if ((sign == ',' || sign == ';') && begins_clause(t, sentence, *at, judged, behind)) {
            *at += 2;
            return true;
        }
    }
    return false;
}

/* "I disagree with the denial and (I therefore) find ...": what is found is a clause of its own.
 * Cuts off what stands before it. */
IMR_APART void begin_behind_agreement(const imr_text *t, imr_clause *c)
{
    static const char *const finding[] = {"believe*",   "conclude*", "consider*", "deem*",
                                          "determine*", "feel*",     "find*",     "found",
                                          "hold*",      "opine*",    "think*",    NULL};
    static const char *const between[] = {
        "also", "cannot",    "did",  "do",   "does",   "expert",   "hence", "have",
        "i",    "instead",   "must", "not",  "rather", "reviewer", "so",    "the",
        "then", "therefore", "this", "thus", "we",     "would",    NULL};
    static const char *const joining[] = {"and", "but", NULL};
    bool agrees = false;
    int found = -1, cut = -1; /* the words where what is found begins */
    for (int i = 0; i < c->count && !agrees; i++) {
        const imr_told *word = &c->words[i];
        agrees = (word->lists & IMR_IN(AGREEING)) != 0;
        if (imr_is_word(t, word->span, finding)) {
            found = i;
        } else if (found >= 0 && imr_is_word(t, word->span, joining)) {
            cut = i;
            found = -1;
        } else if (!imr_is_word(t, word->span, between)) {
            found = -1;
        }
    }
    if (!agrees || cut <= 0)
        return;
    c->count = cut;
    c->span.at = c->words[cut - 1].span.at;
    c->lists = 0;
    for (int i = 0; i < cut; i++)
        c->lists |= c->words[i].lists;
}

void imr_clause_read(const imr_stage *s, imr_span sentence, uint32_t judged, imr_clause *c)
{
    const imr_text *t = s->doc->text;
    imr_lists all = 0, lists = 0, here = 0;
    bool stopped = false;
    int count = 0;
    c->span = sentence;
    for (uint32_t at = judged;;) {
        bool comma = false;
        if (at > sentence.at + 1 && t->clean[at - 1] == ' ' && imr_is_letter(t->clean[at - 2]))
            at--; /* mostly a blank alone divides the words */
        else if (divided(t, sentence, judged, here, &at, &stopped, &comma)) {
            c->span.at = at;
            break;
        }
        imr_span word = {imr_search_word_start(t->clean, sentence.at, at), at};
        if (imr_empty(word))
            break;
        at = word.at;
        here = imr_stage_word(s, word);
        all |= here;
        if (stopped)
            continue;
        lists |= here;
        if (count < IMR_TOLD) {
            imr_told *told = &c->words[count++];
            told->span = word;
            told->lists = here;
            told->comma = comma;
        }
    }
    c->all = all;
    c->lists = lists;
    c->count = count;
    if (lists & IMR_IN(AGREEING))
        begin_behind_agreement(t, c);
}

/* ---- who speaks ------------------------------------------------------------------------------ */

/* "The prior reviewer", "the initial UR decision": who speaks is told by the words before. */
static bool of_review(const imr_text *t, const imr_clause *c, int who)
{
    enum { BEFORE = 3 };
    static const char *const saying[] = {"decision", "denial", "determination", "physician*",
                                         "report",   "review", "reviewer",      NULL};
    static const char *const earlier[] = {"adverse",  "earlier",     "first",    "initial",
                                          "original", "peer",        "previous", "prior",
                                          "ur",       "utilization", NULL};
    if (!imr_is_word(t, c->words[who].span, saying))
        return false;
    for (int i = who + 1; i < c->count && i <= who + BEFORE; i++)
        if (imr_is_word(t, c->words[i].span, earlier))
            return true;
    return false;
}

/* "The denial as not medically necessary", "denied as ...". */
static bool denied_as(const imr_text *t, const imr_clause *c, int as)
{
    static const char *const denials[] = {"denial", "noncertification", NULL};
    if (as + 1 >= c->count || !imr_is(t, c->words[as].span, "as") ||
        !imr_is_word(t, c->words[as + 1].span, denials))
        return false;
    for (int i = 0; i < as; i++)
        if (!imr_told_no(t, &c->words[i]) && !imr_is(t, c->words[i].span, "being"))
            return false;
    return true;
}

imr_speaker imr_clause_speaker(const imr_text *t, const imr_clause *c)
{
    enum { BEFORE = 16, FURTHER = 3, AS = 3 };
    _Static_assert(BEFORE + FURTHER <= IMR_TOLD, "all that is asked for was read");
    bool verb = false;
    if (!(c->lists & (IMR_IN(SAYING) | IMR_IN(DENYING)))) /* "the denial as" */
        return IMR_SAID_BY_REVIEWER;
    for (int i = 0; i < BEFORE && i < c->count; i++) {
        const imr_told *word = &c->words[i];
        if (word->comma)
            return IMR_SAID_BY_REVIEWER;
        /* "The patient felt no relief and the unit is not ...": the reviewer goes on. */
        verb |= (word->lists & IMR_IN(VERB)) != 0;
        if ((verb && imr_is(t, word->span, "and")) || (word->lists & IMR_IN(CONCLUDING)))
            return IMR_SAID_BY_REVIEWER;
        if (i < AS && (word->lists & IMR_IN(LEADS_TO_YES)) && denied_as(t, c, i))
            return IMR_SAID_BY_PARTY;
        if (!(word->lists & IMR_IN(SAYING)))
            continue;
        int k = i + 1;
        if (k < c->count && (c->words[k].lists & IMR_IN(STRESS)))
            k++;
        if (k >= c->count)
            continue;
        if (c->words[k].lists & IMR_IN(SOURCE))
            return IMR_SAID_BY_GUIDELINE;
        if ((c->words[k].lists & IMR_IN(PARTY)) || of_review(t, c, k))
            return IMR_SAID_BY_PARTY;
    }
    return IMR_SAID_BY_REVIEWER;
}

/* ---- a no ------------------------------------------------------------------------------------ */

/* Does another clause with its own subject begin between the no, the word `at`, and what is said:
 * "no sedation is requested, and the injection is"? */
static bool closed(const imr_text *t, const imr_clause *c, int at, bool noun)
{
    bool said = noun, linked = false, verb = (c->words[at].lists & IMR_IN(VERB)) != 0;
    static const char *const having[] = {"had", "has", "have", NULL};
    int and_at = -1;
    for (int i = 0; i < at; i++) {
        const imr_told *word = &c->words[i];
        if (and_at < 0 && said && imr_is(t, word->span, "and") &&
            !(i > 0 && (c->words[i - 1].lists &
                        (IMR_IN(VERB) | IMR_IN(LINK) | IMR_IN(NO_BEFORE) | IMR_IN(JUDGING)))))
            and_at = i;
        if (and_at < 0)
            said |= (word->lists & IMR_IN(VERB)) != 0;
        else {
            linked |= (word->lists & IMR_IN(LINK)) != 0;
            verb |=
                i > and_at && ((word->lists & IMR_IN(VERB)) || imr_is_word(t, word->span, having));
        }
    }
    if (and_at < 0)
        return false;
    if (c->words[and_at + 1].comma)
        return true;
    for (int i = at; noun && i < c->count; i++)
        verb |= (c->words[i].lists & IMR_IN(VERB)) != 0;
    return verb && !linked;
}

/* Does the no, the word `at` of the clause, govern what is said behind it? With a verb of its own
 * between them it does so only where it denies the whole: "no evidence that it is ...", "none of
 * these is ...". In "he has not improved and surgery is medically necessary" it belongs to another
 * verb. */
static bool governs(const imr_text *t, const imr_clause *c, int at, bool noun)
{
    const imr_told *no = &c->words[at];
    bool verb = false, linked = false, believed = false, comma = false;
    bool first =
        no->span.at == c->span.at && (imr_is(t, no->span, "no") || imr_is(t, no->span, "nothing"));
    for (int i = at - 1; i >= 0 && !verb; i--) {
        imr_lists lists = c->words[i].lists;
        comma |= c->words[i + 1].comma && !imr_is(t, c->words[i].span, "or");
        linked |= (lists & IMR_IN(LINK)) || (believed && (lists & IMR_IN(SUBJECT)));
        believed = (lists & IMR_IN(BELIEVING)) != 0;
        verb = (lists & IMR_IN(VERB)) != 0;
        /* "The lack of imaging makes it ...", but "does not make it ...". */
        if ((lists & IMR_IN(MAKING)) && i < at - 1)
            return first;
    }
    if (at > 0 && closed(t, c, at, noun))
        return false;
    if (!verb)
        return true;
    return !comma && (linked || (no->lists & IMR_IN(NO_OF_ALL)) || first);
}

/* Does another thought begin with the word, which says nothing of "medically necessary" before it?
 * Of "medical necessity" more may be told first: "for this patient, as an adjunct, is not". */
static bool turns_away(const imr_stage *s, uint32_t before, imr_span word, imr_lists lists,
                       uint32_t end, bool noun)
{
    const imr_text *t = s->doc->text;
    if (lists & IMR_IN(REASON))
        return true;
    if (noun)
        return false;
    for (uint32_t i = before; i < word.at; i++)
        if (strchr(",;:(-", t->clean[i]) != NULL)
            return true;
    return (lists & IMR_IN(OTHER_THOUGHT)) &&
           !(imr_is(t, word, "and") &&
             (imr_stage_word(s, imr_word_at(t, word.end, end)) & IMR_IN(JUDGING)));
}

/* Does a clause's last word "not" deny what stood before it ("..., but six are not"), or another
 * thing beside it ("with the exception of refills, which are not")? */
static bool denies_at_last(const imr_text *t, imr_span behind)
{
    static const char *const beside[] = {"although", "as",     "because", "since",   "than",
                                         "that",     "though", "unlike",  "whereas", "which",
                                         "while",    "who",    NULL};
    static const char *const contrast[] = {"but", "however", NULL};
    bool denies = true;
    for (imr_span word = imr_word_at(t, behind.at, behind.end); !imr_empty(word);
         word = imr_word_at(t, word.end, behind.end)) {
        if (imr_is_word(t, word, contrast))
            denies = true;
        else if (imr_is_word(t, word, beside))
            denies = false;
    }
    return denies;
}

/* Is there a no behind the words [first, last) of a clause? *no is that word. */
static bool denied_behind(const imr_stage *s, imr_span clause, uint32_t first, uint32_t last,
                          imr_span *no)
{
    enum { BEHIND = 14 };
    const imr_text *t = s->doc->text;
    bool noun = imr_reads(t, first, last, "medical "), turned = false;
    uint32_t before = last;
    static const char *const relatives[] = {"that", "what", "which", "who", NULL};
    bool linked = false;
    imr_span word = imr_word_at(t, last, clause.end), next, prior = {last, last};
    for (int i = 0; i < BEHIND && !imr_empty(word);
         i++, before = word.end, prior = word, word = next) {
        imr_lists lists = imr_stage_word(s, word);
        next = imr_word_at(t, word.end, clause.end);
        turned |= turns_away(s, before, word, lists, clause.end, noun);
        bool last_word = imr_empty(next); /* "... but six are not." */
        *no = word;
        if (!turned && ((lists & IMR_IN(NO_BEHIND)) || contracted_no(t, word) ||
                        (noun && (lists & IMR_IN(DOUBT)))))
            return true;
        if (last_word && imr_is(t, word, "not"))
            return denies_at_last(t, (imr_span){last, word.at});
        /* What is said behind "has been established" is said of something else. */
        turned |= linked && (lists & IMR_IN(ESTABLISHED));
        linked = noun && (((lists & IMR_IN(VERB)) && !imr_is_word(t, prior, relatives)) ||
                          imr_is(t, word, "been") || imr_is(t, word, "be") ||
                          (linked && (lists & IMR_IN(LEADS_TO_YES))));
    }
    return false;
}

/* Has "medical necessity" a verb behind it? */
static bool is_subject(const imr_stage *s, imr_span clause, uint32_t last)
{
    enum { BEHIND = 14 };
    const imr_text *t = s->doc->text;
    imr_span word = imr_word_at(t, last, clause.end);
    for (int i = 0; i < BEHIND && !imr_empty(word); i++) {
        if ((imr_stage_word(s, word) & IMR_IN(VERB)) || imr_is(t, word, "has"))
            return true;
        word = imr_word_at(t, word.end, clause.end);
    }
    return false;
}

/* Does a no before the words govern them? */
static bool denied_before(const imr_stage *s, const imr_clause *c, uint32_t first, uint32_t last,
                          imr_span *no)
{
    enum { BEFORE = 10 };
    const imr_text *t = s->doc->text;
    bool noun = imr_reads(t, first, last, "medical n");
    for (int i = 0; i < BEFORE && i < c->count; i++) {
        const imr_told *word = &c->words[i];
        bool no_word =
            imr_told_no(t, word) || ((word->lists & IMR_IN(NO_OF_ALL)) &&
                                     imr_reads(t, word->span.at, c->span.end, "none of "));
        /* "Not only medically necessary" is no no. */
        bool goes_on = i > 0 && (c->words[i - 1].lists & IMR_IN(NO_GOES_ON));
        if (no_word && !goes_on && governs(t, c, i, noun && is_subject(s, c->span, last))) {
            *no = word->span;
            return true;
        }
    }
    return false;
}

bool imr_clause_denied(const imr_stage *s, const imr_clause *c, uint32_t first, uint32_t last,
                       imr_span *no)
{
    const char *text = s->doc->text->clean;
    bool any = (c->lists & (IMR_IN(NO_BEFORE) | IMR_IN(NO_OF_ALL))) ||
               imr_search_either(text, c->span.at, first, '\'', '\'') < first; /* "isn't" */
    return (any && denied_before(s, c, first, last, no)) ||
           denied_behind(s, c->span, first, last, no);
}

int imr_clause_contradicts(const imr_text *t, const imr_clause *c)
{
    enum { NEAR = 3 };
    static const char *const beliefs[] = {"agree",   "agreement",  "basis",  "concur", "evidence",
                                          "grounds", "indication", "reason", NULL};
    static const char *const finding[] = {"call", "conclude", "consider", "deem", "find",
                                          "hold", "that",     "think",    "why",  NULL};
    bool finds = false;
    for (int i = 0; i < c->count; i++) {
        const imr_told *word = &c->words[i];
        if (i > 0 && word->comma)
            return -1;
        if (finds && (word->lists & IMR_IN(VERB)))
            return -1; /* "no reason for this, and it is clear that ..." */
        finds |= imr_is_word(t, word->span, finding);
        if (!finds)
            continue;
        if ((word->lists & IMR_IN(AGREEING)) &&
            imr_reads(t, word->span.at, word->span.end, "disagree"))
            return i;
        if (!imr_is_word(t, word->span, beliefs))
            continue;
        for (int k = i + 1; k < c->count && k <= i + NEAR; k++)
            if (imr_told_no(t, &c->words[k]))
                return i;
    }
    return -1;
}
