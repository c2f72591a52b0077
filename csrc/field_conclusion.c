/* field_conclusion.c - what the rationale itself concludes: its last word on the item.
 *
 * Rationales quote guidelines and other people, weigh necessity in general, and may end with advice
 * on tapering. So the sentences are read from the end: the first that passes judgement counts.
 */
#include <string.h>

#include "ascii.h"
#include "fields.h"
#include "heading.h"
#include "search.h"

typedef enum judgement { NONE, NECESSARY, NOT_NECESSARY } judgement;

/* ---- words ----------------------------------------------------------------------------------- */

static bool word_byte(char c)
{
    return imr_is_letter(c) || c == '\'';
}

static imr_span word_at(const imr_text *t, uint32_t at, uint32_t end)
{
    while (at < end && !word_byte(t->clean[at]))
        at++;
    return (imr_span){at, imr_search_word_end(t->clean, at, end)};
}

/* Is the word at `at`, or the next behind it, in any of the lists? */
static bool next_is(const imr_stage *s, uint32_t at, uint32_t end, imr_lists lists)
{
    return (imr_stage_word(s, word_at(s->doc->text, at, end)) & lists) != 0;
}

static bool contracted_no(const imr_text *t, imr_span word) /* isn't, doesn't */
{
    return word.end - word.at > 3 && imr_reads(t, word.end - 3, word.end, "n't");
}

static bool glued_no(const imr_text *t, uint32_t medical) /* "notmedically" */
{
    return medical >= 3 && imr_reads(t, medical - 3, medical, "not");
}

/* Is `at` inside a quotation of the sentence? */
static bool quoted(const imr_text *t, uint32_t from, uint32_t at)
{
    const char *text = t->clean, *stop = text + at;
    bool open = false;
    int curly = 0;
    for (const char *p = text + from; (p = memchr(p, '"', (size_t)(stop - p))) != NULL; p++)
        open = !open;
    for (const char *p = text + from; (p = memchr(p, '\xE2', (size_t)(stop - p))) != NULL; p++)
        curly += (memcmp(p, "\xE2\x80\x9C", 3) == 0) - (memcmp(p, "\xE2\x80\x9D", 3) == 0);
    return open || curly > 0;
}

/* ---- the clause ------------------------------------------------------------------------------ */

/* What begins a new thought behind a comma; what stands before it is not what is concluded. */
static const char *const turns[] = {"but ",      "however", "yet ",      "so ",
                                    "therefore", "thus ",   "hence ",    "while ",
                                    "whereas ",  "though ", "although ", "nevertheless"};
/* ... or with its first comma, where a sentence opens with one of these. */
static const char *const concessions[] = {"although", "while ", "though ", "even though",
                                          "even if"};

/* A word before "medical(ly)". */
typedef struct told {
    imr_span span;
    imr_lists lists;
    bool comma; /* one stands between it and the word behind it */
} told;

enum { TOLD = 20 }; /* words that are looked at one by one */

/* The last clause of a sentence that speaks of necessity. Its words are read once, and what is
 * asked of them is asked of this. */
typedef struct last_clause {
    imr_span span;
    imr_lists all;    /* of its words before "medical(ly)" */
    imr_lists lists;  /* ... behind a full stop: a quotation may hide a sentence's end */
    bool pointing;    /* "this is", "that cannot" stands among all */
    int count;        /* of those behind a full stop the nearest: */
    told words[TOLD]; /* backwards */
} last_clause;

/* Does a clause begin behind the comma or semicolon at `at`? */
static bool begins_clause(const imr_text *t, imr_span sentence, uint32_t at, uint32_t medical)
{
    return t->clean[at + 1] == ' ' && at + 2 < medical &&
           (t->clean[at] == ';' || IMR_READS_ANY(t, at + 2, medical, turns) ||
            IMR_READS_ANY(t, sentence.at, medical, concessions));
}

static void read_clause(const imr_stage *s, imr_span sentence, uint32_t medical, last_clause *c)
{
    const imr_text *t = s->doc->text;
    imr_lists behind = 0;
    bool stopped = false;
    c->span = sentence;
    c->all = c->lists = 0;
    c->pointing = false;
    c->count = 0;
    for (uint32_t at = medical;;) {
        bool comma = false;
        if (at > sentence.at + 1 && t->clean[at - 1] == ' ' && imr_is_letter(t->clean[at - 2]))
            at--; /* mostly a blank alone divides the words */
        else
            for (char sign; at > sentence.at && !word_byte(sign = t->clean[at - 1]);) {
                at--;
                stopped |= sign == '.';
                comma |= sign == ',';
                if ((sign == ',' || sign == ';') && begins_clause(t, sentence, at, medical)) {
                    c->span.at = at + 2;
                    return;
                }
            }
        imr_span word = {imr_search_word_start(t->clean, sentence.at, at), at};
        if (imr_empty(word))
            return;
        at = word.at;
        imr_lists lists = imr_stage_word(s, word);
        if (lists & IMR_IN(POINTING))
            c->pointing |= (behind & IMR_IN(OF_BEYOND)) != 0;
        behind = lists;
        c->all |= lists;
        if (stopped)
            continue;
        c->lists |= lists;
        if (c->count < TOLD)
            c->words[c->count++] = (told){word, lists, comma};
    }
}

/* Does the clause weigh necessity in general, or tell what somebody else said of it? */
static bool no_judgement(const imr_stage *s, const last_clause *c)
{
    imr_match match;
    return (c->lists & IMR_IN(WEIGHING)) &&
           imr_stage_match(s, IMR_PATTERN_NO_JUDGEMENT, c->span, &match);
}

typedef enum speaker { REVIEWER, GUIDELINE, PARTY } speaker;

static speaker speaker_of(const imr_text *t, const last_clause *c)
{
    enum { BEFORE = 16, FURTHER = 3 };
    _Static_assert(BEFORE + FURTHER <= TOLD, "all that is asked for was read");
    static const told nobody = {0};
    bool verb = false;
    for (int i = 0; i < BEFORE && i < c->count; i++) {
        const told *word = &c->words[i];
        if (word->comma)
            return REVIEWER;
        /* "The patient felt no relief and the unit is not ...": the reviewer goes on. */
        verb |= (word->lists & IMR_IN(VERB)) != 0;
        if ((verb && imr_is(t, word->span, "and")) || (word->lists & IMR_IN(CONCLUDING)))
            return REVIEWER;
        if (!(word->lists & IMR_IN(SAYING)))
            continue;
        int k = i + 1;
        if (k < c->count && (c->words[k].lists & IMR_IN(STRESS)))
            k++;
        const told *who = k < c->count ? &c->words[k] : &nobody;
        if (who->lists & IMR_IN(SOURCE))
            return GUIDELINE;
        if ((who->lists & IMR_IN(PARTY)) || (k + 1 < c->count && imr_is(t, who->span, "review") &&
                                             imr_is(t, c->words[k + 1].span, "utilization")))
            return PARTY;
    }
    return REVIEWER;
}

/* "Had there been no fracture, it would not be ...", "... would be necessary had he failed". */
static bool supposed(const imr_text *t, const last_clause *c, imr_span sentence, imr_span necessary)
{
    static const char *const inversions[] = {"had ", "were ", "should "};
    imr_span before = {sentence.at, c->span.at};
    if (!(c->all & IMR_IN(WOULD)) && imr_find_any_case(t, before, "would ", 6) == IMR_NOWHERE)
        return false;
    imr_span would = {sentence.at, necessary.at};
    if (imr_find_any_case(t, would, " would ", 7) == IMR_NOWHERE)
        return false;
    imr_span next = word_at(t, necessary.end, sentence.end);
    if (IMR_READS_ANY(t, sentence.at, sentence.end, inversions) ||
        IMR_READS_ANY(t, next.at, sentence.end, inversions))
        return true;
    for (uint32_t at = sentence.at; at + 2 < necessary.at; at++)
        if (t->clean[at] == ',' && IMR_READS_ANY(t, at + 2, necessary.at, inversions))
            return true;
    return false;
}

/* "Beyond that is not ...": what goes beyond the request. */
static bool goes_beyond(const imr_stage *s, imr_span subject)
{
    static const char *const beyond[] = {"beyond th", "in excess of th", "other than th",
                                         "over and above th"};
    const imr_text *t = s->doc->text;
    for (size_t i = 0; i < sizeof beyond / sizeof *beyond; i++) {
        uint32_t size = (uint32_t)strlen(beyond[i]);
        uint32_t at = imr_find_any_case(t, subject, beyond[i], size);
        if (at == IMR_NOWHERE)
            continue;
        imr_span pointing = word_at(t, at + size - 2, subject.end);
        if ((imr_stage_word(s, pointing) & IMR_IN(POINTING)) &&
            next_is(s, pointing.end, subject.end, IMR_IN(OF_BEYOND)))
            return true;
    }
    return false;
}

/* What a sentence says besides: advice on weaning, what goes beyond the request, or what a clause
 * concedes. A judgement in an earlier sentence goes before it. */
static bool said_besides(const imr_stage *s, const last_clause *c, uint32_t medical, bool no)
{
    static const char *const advice[] = {"wean", "taper", "detoxification"};
    const imr_text *t = s->doc->text;
    imr_span subject = {c->span.at, medical};
    if (IMR_READS_ANY(t, subject.at, medical, concessions))
        return true;
    if (no)
        return c->pointing && goes_beyond(s, subject);
    for (size_t i = 0; i < sizeof advice / sizeof *advice; i++)
        if (imr_find_any_case(t, subject, advice[i], strlen(advice[i])) != IMR_NOWHERE)
            return imr_find_any_case(t, subject, "request", 7) == IMR_NOWHERE;
    return false;
}

/* "Medically necessary only where red flags exist", "... if there is dysphagia"; and of what is so
 * "according to the MTUS", when. */
static bool on_condition(const imr_stage *s, imr_span clause, imr_span necessary)
{
    const imr_text *t = s->doc->text;
    imr_span next = word_at(t, necessary.end, clause.end);
    if (imr_empty(next) || next.at != necessary.end + 1 || t->clean[necessary.end] != ' ')
        return false;
    if (imr_is(t, next, "only"))
        return next_is(s, next.end, clause.end, IMR_IN(LIMIT));
    return imr_is(t, next, "if") ||
           ((imr_stage_word(s, next) & IMR_IN(CASE)) &&
            imr_find_any_case(t, clause, "according to", 12) != IMR_NOWHERE);
}

/* ---- a yes or a no --------------------------------------------------------------------------- */

/* Does the no, the word `at` of the clause, govern what is said behind it? With a verb of its own
 * between them it does so only where it denies the whole: "no evidence that it is ...", "none of
 * these is ...". In "he has not improved and surgery is medically necessary" it belongs to another
 * verb. */
static bool governs(const imr_text *t, const last_clause *c, int at)
{
    const told *no = &c->words[at];
    bool verb = false, linked = false, believed = false, comma = false;
    for (int i = at - 1; i >= 0 && !verb; i--) {
        imr_lists lists = c->words[i].lists;
        comma |= c->words[i + 1].comma;
        linked |= (lists & IMR_IN(LINK)) || (believed && (lists & IMR_IN(SUBJECT)));
        believed = (lists & IMR_IN(BELIEVING)) != 0;
        verb = (lists & IMR_IN(VERB)) != 0;
    }
    if (!verb)
        return true;
    return !comma && (linked || (no->lists & IMR_IN(NO_OF_ALL)) ||
                      (no->span.at == c->span.at && imr_is(t, no->span, "no")));
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
           !(imr_is(t, word, "and") && next_is(s, word.end, end, IMR_IN(JUDGING)));
}

/* Is there a no behind the words [first, last) of a clause? *no is that word. */
static bool denied_behind(const imr_stage *s, imr_span clause, uint32_t first, uint32_t last,
                          imr_span *no)
{
    enum { BEHIND = 14 };
    const imr_text *t = s->doc->text;
    bool noun = imr_reads(t, first, last, "medical "), turned = false;
    uint32_t before = last;
    imr_span word = word_at(t, last, clause.end), next;
    for (int i = 0; i < BEHIND && !imr_empty(word); i++, before = word.end, word = next) {
        imr_lists lists = imr_stage_word(s, word);
        next = word_at(t, word.end, clause.end);
        turned |= turns_away(s, before, word, lists, clause.end, noun);
        bool last_word = imr_empty(next); /* "... but six are not." */
        *no = word;
        if ((!turned && ((lists & IMR_IN(NO_BEHIND)) || contracted_no(t, word) ||
                         (noun && (lists & IMR_IN(DOUBT))))) ||
            (last_word && imr_is(t, word, "not")))
            return true;
    }
    return false;
}

/* The same before or behind the words. */
static bool denied(const imr_stage *s, const last_clause *c, uint32_t first, uint32_t last,
                   imr_span *no)
{
    enum { BEFORE = 10 };
    const imr_text *t = s->doc->text;
    for (int i = 0; i < BEFORE && i < c->count; i++) {
        const told *word = &c->words[i];
        bool no_word = (word->lists & IMR_IN(NO_BEFORE)) || contracted_no(t, word->span) ||
                       ((word->lists & IMR_IN(NO_OF_ALL)) &&
                        imr_reads(t, word->span.at, c->span.end, "none of "));
        /* "Not only medically necessary" is no no. */
        bool goes_on = i > 0 && (c->words[i - 1].lists & IMR_IN(NO_GOES_ON));
        if (no_word && !goes_on && governs(t, c, i)) {
            *no = word->span;
            return true;
        }
    }
    return denied_behind(s, c->span, first, last, no);
}

/* Do the words say yes, as nearly all that do: "is medically necessary", "the medical necessity",
 * "medical necessity has been established"? */
static bool plain_yes(const imr_stage *s, const last_clause *c, imr_span medical, imr_span word,
                      imr_lists lists)
{
    enum { NEAR = 80 };
    const imr_text *t = s->doc->text;
    char gap = t->clean[medical.end];
    bool noun = medical.end - medical.at == 7,
         adverb = imr_reads(t, medical.end - 2, medical.end, "ly") && medical.end - medical.at == 9;
    bool necessity = noun && gap == ' ' && imr_is(t, word, "necessity");
    if (word.at != medical.end + 1)
        return false;
    if (c->count > 0 && (c->words[0].lists & IMR_IN(LEADS_TO_YES)) &&
        c->words[0].span.end + 1 == medical.at && t->clean[medical.at - 1] == ' ' &&
        (necessity ||
         ((noun || adverb) && (gap == ' ' || gap == '-') && (lists & IMR_IN(NECESSARY)))))
        return true;
    for (imr_span next = word; necessity && next.at < c->span.end;) {
        uint32_t end = next.end;
        next = word_at(t, end, c->span.end);
        if (imr_empty(next) || next.at != end + 1 || t->clean[end] != ' ' ||
            next.at - word.end > NEAR)
            return false;
        if (imr_stage_word(s, next) & IMR_IN(ESTABLISHED))
            return next.end == c->span.end || strchr(" .,;", t->clean[next.end]) != NULL;
    }
    return false;
}

static bool says_yes(const imr_stage *s, const last_clause *c, imr_span medical, imr_span word,
                     imr_lists lists)
{
    imr_match match;
    return plain_yes(s, c, medical, word, lists) ||
           imr_stage_match(s, IMR_PATTERN_IS_NECESSARY, c->span, &match);
}

/* ---- a sentence's judgement ------------------------------------------------------------------ */

/* The last "medical(ly)" of a sentence that a word of judgement follows, and that word; not in a
 * quotation. */
static bool last_medical(const imr_stage *s, imr_span sentence, imr_span *medical, imr_span *word,
                         imr_lists *lists)
{
    enum { SIZE = 7 };
    const imr_text *t = s->doc->text;
    uint32_t end = sentence.end, at;
    while ((at = imr_search_last(t->low, sentence.at, end, "medical", SIZE)) != IMR_NOWHERE) {
        for (end = at; end > sentence.at && word_byte(t->clean[end - 1]);)
            end--;
        at = imr_search(t->low, end, at + SIZE, "medical", SIZE); /* the first in a word of two */
        *medical = (imr_span){at, word_at(t, at, sentence.end).end};
        *word = word_at(t, medical->end, sentence.end);
        *lists = imr_stage_word(s, *word);
        if ((*lists & (IMR_IN(JUDGING) | IMR_IN(REFUSING))) && !quoted(t, sentence.at, at))
            return true;
    }
    return false;
}

/* What a sentence says of medical necessity. */
static judgement judge_necessity(const imr_stage *s, imr_span sentence, imr_span *evidence,
                                 bool *besides)
{
    const imr_text *t = s->doc->text;
    imr_span medical, word, where;
    imr_lists lists;
    if (!last_medical(s, sentence, &medical, &word, &lists))
        return NONE;
    *evidence = (imr_span){medical.at, word.end};
    last_clause c;
    read_clause(s, sentence, medical.at, &c);
    bool no = glued_no(t, medical.at) || (lists & IMR_IN(REFUSING)) ||
              denied(s, &c, medical.at, word.end, &where);
    if (!no && !says_yes(s, &c, medical, word, lists))
        return NONE;
    speaker who = speaker_of(t, &c);
    bool general = !no && (who == GUIDELINE || on_condition(s, c.span, word));
    if (general || who == PARTY || supposed(t, &c, sentence, word) || no_judgement(s, &c))
        return NONE;
    *besides = who == GUIDELINE || said_besides(s, &c, medical.at, no);
    return no ? NOT_NECESSARY : NECESSARY;
}

/* What a sentence says of the request, where the rationale never speaks of necessity. */
static judgement judge_request(const imr_stage *s, imr_span sentence, imr_span *evidence,
                               bool *besides)
{
    (void)besides;
    imr_match match;
    if (!imr_stage_match(s, IMR_PATTERN_REQUEST_DECIDED, sentence, &match) ||
        quoted(s->doc->text, sentence.at, match.whole.at))
        return NONE;
    *evidence = match.whole;
    return imr_empty(match.group[1]) ? NECESSARY : NOT_NECESSARY;
}

/* What a sentence says of the denial. */
static judgement judge_denial(const imr_stage *s, imr_span sentence, imr_span *evidence,
                              bool *besides)
{
    (void)besides;
    imr_match match;
    if (!imr_stage_match(s, IMR_PATTERN_DENIAL_DECIDED, sentence, &match) ||
        quoted(s->doc->text, sentence.at, match.whole.at))
        return NONE;
    *evidence = match.whole;
    char fate = (char)(s->doc->text->clean[match.group[1].at] | 0x20);
    return fate == 'o' || fate == 'r' ? NECESSARY : NOT_NECESSARY;
}

/* The words of a judgement that says no, with the no around them. */
static imr_span with_no(const imr_stage *s, imr_span sentence, imr_span words)
{
    imr_span no = words;
    last_clause c;
    read_clause(s, sentence, words.at, &c);
    if (glued_no(s->doc->text, words.at))
        no.at -= 3;
    else if (!denied(s, &c, words.at, words.end, &no))
        return words; /* it is in one of them: "unnecessary" */
    return (imr_span){no.at < words.at ? no.at : words.at, no.end > words.end ? no.end : words.end};
}

typedef judgement judge(const imr_stage *s, imr_span sentence, imr_span *evidence, bool *besides);

/* The last judgement among the last `most` sentences; text.end: the sentences before it. What is
 * said besides counts where nothing else does. */
static judgement last_judgement(const imr_stage *s, imr_span *text, judge *how, int most,
                                imr_span *evidence)
{
    const imr_text *t = s->doc->text;
    judgement side = NONE;
    imr_span rest = *text, words = {0}, side_words = {0};
    uint32_t side_at = 0;
    while (!imr_empty(rest) && most-- > 0) {
        bool besides = false;
        imr_span sentence = imr_last_sentence(t, rest.at, rest.end);
        judgement j = how(s, sentence, &words, &besides);
        rest.end = sentence.at;
        if (j != NONE && !besides) {
            *text = rest;
            *evidence = words;
            return j;
        }
        if (j != NONE && side == NONE) {
            side = j;
            side_words = words;
            side_at = sentence.at;
        }
    }
    text->end = side != NONE ? side_at : rest.end;
    if (side != NONE)
        *evidence = side_words;
    return side;
}

enum { SENTENCES = 40 }; /* that are looked through for a judgement on necessity */

/* Of an item that was granted in part the rationale may judge one half so, the other half so. */
static bool judges_both_ways(const imr_stage *s, imr_span before, imr_span sentence, judgement last)
{
    imr_span evidence;
    last_clause c;
    read_clause(s, sentence, sentence.end, &c);
    imr_span first = {sentence.at, c.span.at};
    bool besides;
    judgement j = imr_empty(first) ? NONE : judge_necessity(s, first, &evidence, &besides);
    if (j == NONE)
        j = last_judgement(s, &before, judge_necessity, SENTENCES, &evidence);
    return j != NONE && j != last;
}

/* Does any word stand there without which nothing is decided of the denial or the request? */
static bool may_decide(const imr_stage *s, imr_span text)
{
    const imr_text *t = s->doc->text;
    for (uint32_t at = text.at; at < text.end; at++) {
        imr_span word = {at, at};
        while (word.end < text.end && imr_is_letter(t->clean[word.end]))
            word.end++;
        if (!imr_empty(word) && (imr_stage_word(s, word) & (IMR_IN(DECIDED) | IMR_IN(FATE))))
            return true;
        at = word.end;
    }
    return false;
}

/* What is decided of the denial or the request behind what was said of necessity: "The denial is
 * overturned." What was decided of it before is told in the past. */
static judgement decided_behind(const imr_stage *s, imr_span behind, imr_span *evidence)
{
    enum { SHORTEST = 20 }; /* bytes of a sentence that decides */
    const imr_text *t = s->doc->text;
    imr_span at = {0};
    if (behind.end - behind.at < SHORTEST || !may_decide(s, behind))
        return NONE;
    judgement j = last_judgement(s, &(imr_span){behind.at, behind.end}, judge_denial, 3, &at);
    if (j == NONE) {
        j = last_judgement(s, &(imr_span){behind.at, behind.end}, judge_request, 2, &at);
        if (j == NONE || !imr_reads(t, at.at, at.end, "request"))
            return NONE;
        imr_span last = {at.end, at.end};
        while (last.at > at.at && word_byte(t->clean[last.at - 1]))
            last.at--;
        if (!(imr_stage_word(s, last) & IMR_IN(DECIDED)))
            return NONE;
    }
    if (imr_find_any_case(t, at, " is ", 4) == IMR_NOWHERE &&
        imr_find_any_case(t, at, " are ", 5) == IMR_NOWHERE)
        return NONE;
    *evidence = at;
    return j;
}

void imr_field_conclusion(const imr_stage *s, imr_record *issue)
{
    if (!imr_has(issue, IMR_issue_rationale))
        return;
    imr_span rationale = issue->values[IMR_issue_rationale].span;
    imr_span evidence = {0};
    const imr_value *decision = &issue->values[IMR_issue_decision];
    bool partial =
        decision->kind != IMR_ABSENT && strcmp(decision->as.string, "partially overturned") == 0;
    judgement j = NONE;
    imr_span rest = rationale;
    if (imr_search_last(s->doc->text->low, rationale.at, rationale.end, "medical", 7) !=
        IMR_NOWHERE)
        j = last_judgement(s, &rest, judge_necessity, SENTENCES, &evidence);
    if (j != NONE && partial) {
        imr_span sentence = {rest.end, evidence.end};
        if (judges_both_ways(s, rest, sentence, j))
            return;
    }
    imr_span behind = {evidence.end, rationale.end};
    judgement later = j != NONE && !partial ? decided_behind(s, behind, &evidence) : NONE;
    if (later != NONE)
        j = later;
    else if (j == NOT_NECESSARY && s->doc->spans)
        evidence = with_no(s, (imr_span){rest.end, rationale.end}, evidence);
    if (j == NONE)
        j = last_judgement(s, &(imr_span){rationale.at, rationale.end}, judge_denial, 3, &evidence);
    if (j == NONE)
        j = last_judgement(s, &(imr_span){rationale.at, rationale.end}, judge_request, 2,
                           &evidence);
    if (j == NONE)
        return;
    imr_set_constant(issue, IMR_issue_conclusion,
                     j == NECESSARY ? "medically necessary" : "not medically necessary", evidence);
    if (decision->kind == IMR_ABSENT || partial)
        return;
    bool overturned = strcmp(decision->as.string, "overturned") == 0;
    imr_set_boolean(issue, IMR_issue_consistent, overturned == (j == NECESSARY), (imr_span){0});
}
