/* field_conclusion.c - what the rationale itself concludes: its last word on the item.
 *
 * Rationales quote guidelines and other people, weigh necessity in general, and may end with advice
 * on tapering. So the sentences are read from the end: the first that passes judgement counts.
 */
#include <string.h>

#include "ascii.h"
#include "fields.h"
#include "heading.h"

typedef enum judgement { NONE, NECESSARY, NOT_NECESSARY } judgement;

/* Is `at` inside a quotation of the sentence? */
static bool quoted(const imr_text *t, uint32_t from, uint32_t at)
{
    uint32_t straight = 0;
    int curly = 0;
    for (uint32_t i = from; i < at; i++) {
        straight += t->clean[i] == '"';
        if (memcmp(t->clean + i, "\xE2\x80\x9C", 3) == 0)
            curly++;
        else if (memcmp(t->clean + i, "\xE2\x80\x9D", 3) == 0)
            curly--;
    }
    return straight % 2 == 1 || curly > 0;
}

/* What begins a new thought behind a comma; what stands before it is not what is concluded. */
static const char *const turns[] = {"but ",      "however", "yet ",      "so ",
                                    "therefore", "thus ",   "hence ",    "while ",
                                    "whereas ",  "though ", "although ", "nevertheless"};
/* ... or with its first comma, where a sentence opens with one of these. */
static const char *const concessions[] = {"although", "while ", "though ", "even though",
                                          "even if"};

/* The last clause of a sentence that speaks of necessity at `word`. */
static imr_span clause_of(const imr_text *t, imr_span sentence, uint32_t word)
{
    bool concedes = IMR_READS_ANY(t, sentence.at, word, concessions);
    imr_span clause = sentence;
    for (uint32_t at = sentence.at; at + 2 < word; at++) {
        char c = t->clean[at];
        if ((c != ',' && c != ';') || t->clean[at + 1] != ' ')
            continue;
        if (c == ';' || concedes || IMR_READS_ANY(t, at + 2, word, turns))
            clause.at = at + 2;
    }
    return clause;
}

/* What follows "medical(ly)" in a judgement. */
static const char *const judging[] = {"necessary",  "necessity", "appropriate", "appropriateness",
                                      "reasonable", "warranted", "indicated",   "required",
                                      "justified",  "supported"};
static const char *const refusing[] = {"unnecessary", "inappropriate", "unwarranted",
                                       "unsupported"};

/* A no before the words ("cannot be deemed medically necessary"), and behind them ("medical
 * necessity is not established"). */
static const char *const no_before[] = {
    "not",          "non",     "cannot",   "never",   "nor",          "neither",    "without",
    "no",           "lack",    "lacks",    "lacking", "fails",        "failed",     "unable",
    "absent",       "absence", "deny",     "denied",  "insufficient", "inadequate", "unclear",
    "questionable", "dispute", "disputes", "disputed"};
static const char *const no_behind[] = {"not",    "cannot",       "never",          "no",
                                        "unable", "lacking",      "undetermined",   "unclear",
                                        "absent", "questionable", "unproven",       "denied",
                                        "fails",  "unsupported",  "unsubstantiated"};

/* Words without which NO_JUDGEMENT cannot match. */
static const char *const weighing[] = {"if", "whether", "unless", "until",
                                       "be", "to",      "that",   "which"};

static bool word_byte(char c)
{
    return imr_is_letter(c) || c == '\'';
}

static imr_span word_at(const imr_text *t, uint32_t at, uint32_t end)
{
    while (at < end && !word_byte(t->clean[at]))
        at++;
    imr_span word = {at, at};
    while (word.end < end && word_byte(t->clean[word.end]))
        word.end++;
    return word;
}

/* Empty where a full stop stands between: a quotation may hide a sentence's end. */
static imr_span word_before(const imr_text *t, uint32_t at, uint32_t from)
{
    while (at > from && !word_byte(t->clean[at - 1]))
        if (t->clean[--at] == '.')
            return (imr_span){at, at};
    imr_span word = {at, at};
    while (word.at > from && word_byte(t->clean[word.at - 1]))
        word.at--;
    return word;
}

static bool contracted_no(const imr_text *t, imr_span word) /* isn't, doesn't */
{
    return word.end - word.at > 3 && imr_reads(t, word.end - 3, word.end, "n't");
}

/* Does the clause weigh necessity in general, or tell what somebody else said of it? */
static bool no_judgement(const imr_stage *s, imr_span clause, uint32_t word)
{
    const imr_text *t = s->doc->text;
    imr_match match;
    for (imr_span w = {word, word}; !imr_empty(w = word_before(t, w.at, clause.at));)
        if (IMR_IS_ANY(t, w, weighing))
            return imr_stage_match(s, IMR_PATTERN_NO_JUDGEMENT, clause, &match);
    return false;
}

/* Who says, in a clause, what the clause then tells. What a guideline says in general is not said
 * of the request; of the parties neither a yes nor a no is the reviewer's. */
static const char *const sources[] = {"guideline", "guidelines", "odg",
                                      "mtus",      "acoem",      "literature"};
static const char *const parties[] = {
    "provider", "physician",     "doctor",  "surgeon", "therapist", "patient",  "worker",
    "attorney", "administrator", "carrier", "insurer", "adjuster",  "employer", "ur"};
static const char *const sayings[] = {
    "state",     "states", "stated",   "indicate", "indicates", "indicated", "say",
    "says",      "said",   "note",     "notes",    "noted",     "believe",   "believes",
    "believed",  "feel",   "feels",    "felt",     "think",     "thinks",    "thought",
    "opine",     "opines", "opined",   "suggest",  "suggests",  "suggested", "consider",
    "considers", "find",   "finds",    "found",    "deems",     "deemed",    "determined",
    "concluded", "denied", "rejected", "refused",  "called",    "held"};
static const char *const stresses[] = {"also", "further", "clearly", "had", "has", "originally"};

typedef enum speaker { REVIEWER, GUIDELINE, PARTY } speaker;

static speaker speaker_of(const imr_text *t, imr_span clause, uint32_t medical)
{
    enum { BEFORE = 16 };
    static const char *const verbs[] = {"is", "are", "was", "were"};
    static const char *const concluding[] = {"so", "thus", "therefore", "hence", "but"};
    imr_span word = {medical, medical};
    bool verb = false;
    for (int i = 0; i < BEFORE; i++) {
        uint32_t end = word.at;
        word = word_before(t, word.at, clause.at);
        if (imr_empty(word) || memchr(t->clean + word.end, ',', end - word.end) != NULL)
            return REVIEWER;
        /* "The patient felt no relief and the unit is not ...": the reviewer goes on. */
        verb |= IMR_IS_ANY(t, word, verbs);
        if ((verb && imr_is(t, word, "and")) || IMR_IS_ANY(t, word, concluding))
            return REVIEWER;
        if (!IMR_IS_ANY(t, word, sayings))
            continue;
        imr_span who = word_before(t, word.at, clause.at);
        if (IMR_IS_ANY(t, who, stresses))
            who = word_before(t, who.at, clause.at);
        if (IMR_IS_ANY(t, who, sources))
            return GUIDELINE;
        if (IMR_IS_ANY(t, who, parties) ||
            (imr_is(t, who, "review") &&
             imr_is(t, word_before(t, who.at, clause.at), "utilization")))
            return PARTY;
    }
    return REVIEWER;
}

/* "Had there been no fracture, it would not be ...", "... would be necessary had he failed". */
static bool supposed(const imr_text *t, imr_span sentence, imr_span necessary)
{
    static const char *const inversions[] = {"had ", "were ", "should "};
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

/* What a sentence says besides: advice on weaning, what goes beyond the request, or what a clause
 * concedes. A judgement in an earlier sentence goes before it. */
static bool said_besides(const imr_text *t, imr_span clause, uint32_t medical, bool no)
{
    static const char *const advice[] = {"wean", "taper", "detoxification"};
    static const char *const beyond[] = {"beyond th", "in excess of th", "other than th",
                                         "over and above th"};
    imr_span subject = {clause.at, medical};
    if (IMR_READS_ANY(t, clause.at, medical, concessions))
        return true;
    size_t count = no ? sizeof beyond / sizeof *beyond : sizeof advice / sizeof *advice;
    for (size_t i = 0; i < count; i++) {
        const char *word = no ? beyond[i] : advice[i];
        uint32_t at = imr_find_any_case(t, subject, word, strlen(word));
        if (at == IMR_NOWHERE)
            continue;
        if (!no)
            return imr_find_any_case(t, subject, "request", 7) == IMR_NOWHERE;
        static const char *const pronouns[] = {"these", "this", "that", "those"};
        imr_span pointing = word_at(t, at + (uint32_t)strlen(word) - 2, medical);
        imr_span verb = word_at(t, pointing.end, medical);
        static const char *const verbs[] = {"is", "are", "was", "were", "cannot"};
        if (IMR_IS_ANY(t, pointing, pronouns) && IMR_IS_ANY(t, verb, verbs))
            return true;
    }
    return false;
}

/* "Medically necessary only where red flags exist", "... if there is dysphagia"; and of what is so
 * "according to the MTUS", when. */
static bool on_condition(const imr_text *t, imr_span clause, imr_span necessary)
{
    static const char *const limits[] = {"when", "where", "if", "for", "in", "after"};
    static const char *const cases[] = {"when", "where"};
    imr_span next = word_at(t, necessary.end, clause.end);
    if (imr_empty(next) || next.at != necessary.end + 1 || t->clean[necessary.end] != ' ')
        return false;
    if (imr_is(t, next, "only"))
        return IMR_IS_ANY(t, word_at(t, next.end, clause.end), limits);
    return imr_is(t, next, "if") ||
           (IMR_IS_ANY(t, next, cases) &&
            imr_find_any_case(t, clause, "according to", 12) != IMR_NOWHERE);
}

static bool glued_no(const imr_text *t, uint32_t medical) /* "notmedically" */
{
    return medical >= 3 && imr_reads(t, medical - 3, medical, "not");
}

/* "Not only medically necessary": a no that is none. */
static bool no_alone(const imr_text *t, imr_span word, uint32_t end)
{
    static const char *const goes_on[] = {"only", "just", "merely", "doubt"};
    return !IMR_IS_ANY(t, word_at(t, word.end, end), goes_on);
}

/* Does a no govern what is said behind it? With a verb of its own between them it does so only
 * where it denies the whole: "no evidence that it is ...", "none of these is ...". In "he has not
 * improved and surgery is medically necessary" it belongs to another verb. */
static bool governs(const imr_text *t, imr_span no, uint32_t from, uint32_t medical)
{
    static const char *const verbs[] = {"is", "are", "was", "were"};
    static const char *const of_all[] = {"neither", "nor", "none"};
    static const char *const links[] = {"that", "how", "why", "whether", "if"};
    static const char *const subjects[] = {"it", "this", "these", "the", "such", "they", "any"};
    static const char *const believing[] = {
        "believe",  "think",         "feel",    "agree",  "see",      "find",
        "evidence", "indication",    "evident", "proof",  "reason",   "convinced",
        "clear",    "documentation", "shown",   "proven", "persuaded"};
    bool verb = false, linked = false, believed = false, comma = false;
    uint32_t end = no.end;
    for (imr_span w; (w = word_at(t, end, medical)).at < medical && !imr_empty(w); end = w.end) {
        comma |= memchr(t->clean + end, ',', w.at - end) != NULL;
        linked |= IMR_IS_ANY(t, w, links) || (believed && IMR_IS_ANY(t, w, subjects));
        believed = IMR_IS_ANY(t, w, believing);
        if (IMR_IS_ANY(t, w, verbs)) {
            verb = true;
            break;
        }
    }
    if (!verb)
        return true;
    return !comma &&
           (linked || IMR_IS_ANY(t, no, of_all) || (no.at == from && imr_is(t, no, "no")));
}

/* Does another thought begin with the word, which says nothing of "medically necessary" before it?
 * Of "medical necessity" more may be told first: "for this patient, as an adjunct, is not". */
static bool turns_away(const imr_text *t, uint32_t before, imr_span word, uint32_t end, bool noun)
{
    static const char *const reasons[] = {"because", "since", "although", "though"};
    static const char *const others[] = {"as",  "given", "for",  "to",  "but",   "so",  "who",
                                         "due", "in",    "when", "and", "while", "with"};
    if (IMR_IS_ANY(t, word, reasons))
        return true;
    if (noun)
        return false;
    for (uint32_t i = before; i < word.at; i++)
        if (strchr(",;:(-", t->clean[i]) != NULL)
            return true;
    return IMR_IS_ANY(t, word, others) &&
           !(imr_is(t, word, "and") && IMR_IS_ANY(t, word_at(t, word.end, end), judging));
}

/* Is there a no around the words [first, last) of a clause? *no is that word. */
static bool denied(const imr_text *t, imr_span clause, uint32_t first, uint32_t last, imr_span *no)
{
    enum { BEFORE = 10, BEHIND = 14 };
    static const char *const doubts[] = {"doubt", "doubtful", "yet"};
    imr_span word = {first, first};
    for (int i = 0; i < BEFORE; i++) {
        word = word_before(t, word.at, clause.at);
        if (imr_empty(word))
            break;
        *no = word;
        if ((IMR_IS_ANY(t, word, no_before) || contracted_no(t, word) ||
             imr_reads(t, word.at, clause.end, "none of ")) &&
            no_alone(t, word, clause.end) && governs(t, word, clause.at, first))
            return true;
    }
    bool noun = imr_reads(t, first, last, "medical "), turned = false;
    word.end = last;
    for (int i = 0; i < BEHIND; i++) {
        uint32_t before = word.end;
        word = word_at(t, word.end, clause.end);
        if (imr_empty(word))
            break;
        turned |= turns_away(t, before, word, clause.end, noun);
        bool last_word = imr_empty(word_at(t, word.end, clause.end)); /* "... but six are not." */
        if (turned && !last_word)
            continue;
        *no = word;
        if (((IMR_IS_ANY(t, word, no_behind) || contracted_no(t, word)) && !turned) ||
            (noun && !turned && IMR_IS_ANY(t, word, doubts)) ||
            (last_word && imr_is(t, word, "not")))
            return true;
    }
    return false;
}

/* What a sentence says of medical necessity. */
static judgement judge_necessity(const imr_stage *s, imr_span sentence, imr_span *evidence,
                                 bool *besides)
{
    const imr_text *t = s->doc->text;
    imr_span medical = {0},
             word = {0}; /* the last "medical(ly)" not in a quotation, the next word */
    for (imr_span rest = sentence;;) {
        uint32_t at = imr_find_any_case(t, rest, "medical", 7);
        if (at == IMR_NOWHERE)
            break;
        imr_span first = {at, word_at(t, at, sentence.end).end};
        imr_span next = word_at(t, first.end, sentence.end);
        if ((IMR_IS_ANY(t, next, judging) || IMR_IS_ANY(t, next, refusing)) &&
            !quoted(t, sentence.at, at)) {
            medical = first;
            word = next;
        }
        rest.at = first.end;
    }
    if (imr_empty(word))
        return NONE;
    *evidence = (imr_span){medical.at, word.end};
    imr_span clause = clause_of(t, sentence, medical.at), where;
    bool no = glued_no(t, medical.at) || IMR_IS_ANY(t, word, refusing) ||
              denied(t, clause, medical.at, word.end, &where);
    imr_match match;
    if (!no && !imr_stage_match(s, IMR_PATTERN_IS_NECESSARY, clause, &match))
        return NONE;
    speaker who = speaker_of(t, clause, medical.at);
    bool general = !no && (who == GUIDELINE || on_condition(t, clause, word));
    if (general || who == PARTY || supposed(t, sentence, word) ||
        no_judgement(s, clause, medical.at))
        return NONE;
    *besides = who == GUIDELINE || said_besides(t, clause, medical.at, no);
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
static imr_span with_no(const imr_text *t, imr_span sentence, imr_span words)
{
    imr_span no = words;
    imr_span clause = {clause_of(t, sentence, words.at).at, sentence.end};
    if (glued_no(t, words.at))
        no.at -= 3;
    else if (!denied(t, clause, words.at, words.end, &no))
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
    imr_span first = clause_of(s->doc->text, sentence, sentence.end);
    first = (imr_span){sentence.at, first.at};
    bool besides;
    judgement j = imr_empty(first) ? NONE : judge_necessity(s, first, &evidence, &besides);
    if (j == NONE)
        j = last_judgement(s, &before, judge_necessity, SENTENCES, &evidence);
    return j != NONE && j != last;
}

/* What is decided of the denial or the request behind what was said of necessity: "The denial is
 * overturned." What was decided of it before is told in the past. */
static judgement decided_behind(const imr_stage *s, imr_span behind, imr_span *evidence)
{
    static const char *const words[] = {"certified", "authorized", "approved", "granted", "denied"};
    enum { SHORTEST = 20 }; /* bytes of a sentence that decides */
    const imr_text *t = s->doc->text;
    imr_span at = {0};
    if (behind.end - behind.at < SHORTEST)
        return NONE;
    judgement j = last_judgement(s, &(imr_span){behind.at, behind.end}, judge_denial, 3, &at);
    if (j == NONE) {
        j = last_judgement(s, &(imr_span){behind.at, behind.end}, judge_request, 2, &at);
        if (j == NONE || !imr_reads(t, at.at, at.end, "request") ||
            !IMR_IS_ANY(t, word_before(t, at.end, at.at), words))
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
    if (imr_find_any_case(s->doc->text, rationale, "medical", 7) != IMR_NOWHERE)
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
        evidence = with_no(s->doc->text, (imr_span){rest.end, rationale.end}, evidence);
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
