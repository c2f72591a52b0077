/* conclusion_decided.c - what a sentence decides where it says nothing of medical necessity.
 *
 * The verdict's word is looked for from the end of the sentence: a participle with its verb before
 * it ("should not be authorized"), a noun that is recommended or decided for ("recommendation is
 * for denial"), or what the reviewer does ("I cannot certify"). Before the verb stands of what.
 */
#include "judgement.h"

/* ---- words, sorted by their first letters ---------------------------------------------------- */

static const char *const granted[] = {"approved",  "authorised", "authorized",
                                      "certified", "granted",    NULL};
static const char *const refused[] = {"declined",     "denied",  "disapproved", "nonauthorized",
                                      "noncertified", "refused", NULL};
static const char *const fitting[] = {"appropriate", "established", "indicated",   "justified",
                                      "necessary",   "reasonable",  "recommended", "supported",
                                      "warranted",   NULL};
static const char *const unfitting[] = {"inappropriate", "unnecessary", "unreasonable",
                                        "unsupported",   "unwarranted", NULL};
static const char *const upheld[] = {"affirmed", "sustained", "upheld", NULL};
static const char *const overturned[] = {"overturned", "reversed", NULL};
static const char *const grants[] = {"approval", "authorization", "certification", NULL};
static const char *const refusals[] = {"denial", "disapproval", "nonauthorization",
                                       "noncertification", NULL};
static const char *const grant[] = {"approve", "authorize", "certify", "grant", NULL};
static const char *const refuse[] = {"deny", NULL};
static const char *const uphold[] = {"affirm", "sustain", "uphold", NULL};
static const char *const overturn[] = {"overturn", "reverse", NULL};
static const char *const upholding[] = {"affirming", "sustaining", "upholding", NULL};
static const char *const overturning[] = {"overturning", "reversing", NULL};

/* What may stand with the verb. */
static const char *const adverbs[] = {
    "accordingly",  "adequately",   "again",     "also",     "both",         "clearly",
    "clinically",   "consequently", "currently", "either",   "fully",        "hence",
    "hereby",       "however",      "indeed",    "likewise", "now",          "reasonably",
    "respectfully", "similarly",    "still",     "strongly", "sufficiently", "then",
    "therefore",    "thus",         NULL};
static const char *const noes[] = {"cannot", "isnot", "neither", "never",
                                   "non",    "nor",   "not",     NULL};
static const char *const joining[] = {"and", "nor", "or", NULL};
static const char *const links[] = {"are",   "be",     "been",    "being", "is",   "isn't",
                                    "isnot", "aren't", "remain*", "was",   "were", NULL};
static const char *const past[] = {"been", "had", "was", "were", NULL};
static const char *const modals[] = {"can",   "cannot", "could",     "may",   "must",
                                     "shall", "should", "shouldn't", "would", NULL};
static const char *const helping[] = {
    "appear*", "are",     "aren't",     "be",    "been",     "being",     "can",
    "can't",   "cannot",  "considered", "could", "couldn't", "deemed",    "did",
    "do",      "does",    "doesn't",    "felt",  "found",    "had",       "has",
    "have",    "is",      "isn't",      "isnot", "judged",   "made",      "may",
    "must",    "remain*", "seem*",      "shall", "should",   "shouldn't", "to",
    "was",     "were",    "will",       "would", "wouldn't", NULL};

/* Of what something is decided. */
static const char *const requests[] = {"authorization", "certification", "it",          "item",
                                       "items",         "medication",    "medications", "procedure",
                                       "procedures",    "request",       "requested",   "requests",
                                       "service",       "services",      "these",       "this",
                                       "treatment",     "treatments",    NULL};
static const char *const other_requests[] = {"alternate", "alternative", "another",  "modified",
                                             "other",     "reduced",     "separate", NULL};
static const char *const advice[] = {"detoxification", "taper*", "wean*", NULL};
static const char *const denials[] = {
    "decision", "denial", "denials", "determination", "determinations", "noncertification", NULL};
static const char *const decisions[] = {"conclusion", "decision",       "determination", "finding",
                                        "opinion",    "recommendation", "verdict",       NULL};
static const char *const determiners[] = {"a", "an", "for", "its", "of", "the", "this", "to", NULL};
static const char *const persons[] = {"he", "she", "they", "who", NULL};
static const char *const relatives[] = {"that", "which", "who", NULL};
static const char *const reviewer[] = {"i", "reviewer", "we", NULL};
/* What is so only in a case, or of patients in general. */
static const char *const in_cases[] = {"if",    "only", "option", "patients", "unless",
                                       "until", "when", "where",  NULL};
static const char *const conditions[] = {"if", "once", "pending", "unless", "until", NULL};

/* ---- the verb -------------------------------------------------------------------------------- */

/* The words before a verdict, as far as they belong to its verb. */
typedef struct verb_group {
    int next;    /* the first word of the clause that does not */
    bool linked; /* is, are, be ... */
    bool no, past, modal, could;
} verb_group;

static bool is_at(const imr_text *t, const imr_clause *c, int i, const char *const *list)
{
    return i >= 0 && i < c->count && imr_is_word(t, c->words[i].span, list);
}

static bool no_at(const imr_text *t, const imr_clause *c, int i)
{
    imr_span word = i < c->count ? c->words[i].span : (imr_span){0};
    return is_at(t, c, i, noes) ||
           (word.end - word.at > 3 && imr_reads(t, word.end - 3, word.end, "n't"));
}

/* Skips "reasonable and", "neither approved nor": what is said together with the verdict. */
static int joined_before(const imr_text *t, const imr_clause *c, int i)
{
    while (is_at(t, c, i, joining) && (is_at(t, c, i + 1, fitting) || is_at(t, c, i + 1, granted)))
        i += 2;
    return i;
}

/* Is what the clause says denied as a whole, before the verb: "no further treatment is ...", "it is
 * not clear that the request is ..."? Of what is not in doubt it is not. */
static bool denied_whole(const imr_text *t, const imr_clause *c, int from)
{
    enum { NEAR = 6 };
    static const char *const whole[] = {"no", "not", "nothing", NULL};
    static const char *const doubts[] = {"doubt", "question", NULL};
    static const char *const denying[] = {"cannot",  "doubtful", "no",           "not",
                                          "nothing", "unclear",  "questionable", NULL};
    for (int i = from; i < c->count; i++) {
        imr_lists lists = c->words[i].lists;
        bool first = c->words[i].span.at == c->span.at ||
                     (i + 1 < c->count && (c->words[i + 1].lists & IMR_IN(CONCLUDING)));
        if (first && (is_at(t, c, i, whole) || (lists & IMR_IN(NO_OF_ALL))))
            return true;
        for (int k = i + 1; (lists & IMR_IN(LINK)) && k <= i + NEAR && !is_at(t, c, k, doubts); k++)
            if (is_at(t, c, k, denying) || no_at(t, c, k))
                return true;
        /* "Nothing speaks against it and the request is ...": another subject. */
        if ((lists & IMR_IN(VERB)) || (i > from && imr_is(t, c->words[i].span, "and") &&
                                       (c->words[i - 1].lists & IMR_IN(SUBJECT))))
            return false;
    }
    return false;
}

/* `refuses`: of "denied" and the like. */
static verb_group verb_before(const imr_text *t, const imr_clause *c, int from, bool refuses)
{
    verb_group v = {.next = from};
    bool other = false, own = false; /* are the words those of another verdict before this? */
    for (;; v.next++) {
        int and_at = v.next;
        v.next = joined_before(t, c, v.next);
        /* "Is not recommended and (is) therefore denied": the no is that of the first verdict. */
        if (v.next > and_at && (v.linked || refuses) && imr_is(t, c->words[and_at].span, "and")) {
            other = true;
            own |= v.linked;
        }
        /* "Not clinically indicated"; of "medically" is asked elsewhere. */
        if (v.next == from && no_at(t, c, from + 1) && !no_at(t, c, from) &&
            !imr_is(t, c->words[from].span, "medically") && !is_at(t, c, from, helping))
            v.next++;
        int i = v.next;
        bool no = no_at(t, c, i);
        if (i >= c->count || !(no || is_at(t, c, i, adverbs) || is_at(t, c, i, helping)))
            break;
        v.no |= no && !other;
        if (own)
            continue;
        v.linked |= is_at(t, c, i, links);
        v.past |= is_at(t, c, i, past);
        v.modal |= is_at(t, c, i, modals);
        v.could |= imr_is(t, c->words[i].span, "could");
    }
    v.past &= !v.modal;
    v.no ^= v.linked && !other && denied_whole(t, c, v.next);
    return v;
}

/* ---- of what, and by whom -------------------------------------------------------------------- */

/* The word of the list before the verb that stands farthest from it, in its own clause; or else the
 * nearest before that. -1: none does. */
static int subject_in(const imr_text *t, const imr_clause *c, int from, const char *const *list)
{
    enum { NEAR = 90 };
    int found = -1;
    bool verb = false;
    for (int i = from; i < c->count; i++) {
        if (from > 0 && c->words[from - 1].span.at - c->words[i].span.end > NEAR)
            break;
        verb |= (c->words[i].lists & IMR_IN(VERB)) != 0;
        if (verb && found >= 0)
            break;
        if (is_at(t, c, i, list))
            found = i;
    }
    return found;
}

/* Is the word, or one right before it, of another amount: "the modified request"? */
static bool of_other_amount(const imr_text *t, const imr_clause *c, int subject)
{
    enum { NEAR = 3 };
    for (int i = subject; i <= subject + NEAR; i++)
        if (is_at(t, c, i, other_requests))
            return true;
    return false;
}

/* Does the clause give the reason for another, or concede: "as the surgery is certified, ..."? */
static bool subordinate(const imr_text *t, const imr_clause *c, uint32_t verdict)
{
    static const char *const reasons[] = {"after ", "as ",    "because ", "given ", "if ",
                                          "once ",  "since ", "until ",   "when ",  "unless "};
    static const char *const such[] = {"as such", "as a result", "as noted"};
    if (imr_concedes(t, c->span.at, verdict))
        return true;
    if (!IMR_READS_ANY(t, c->span.at, verdict, reasons) ||
        IMR_READS_ANY(t, c->span.at, verdict, such))
        return false;
    for (int i = 0; i < c->count; i++)
        if (c->words[i].comma)
            return false;
    return true;
}

/* Is it so in some case only, or by what the guidelines say in general? */
static bool in_general(const imr_text *t, const imr_clause *c, uint32_t behind)
{
    enum { BEHIND = 10 };
    static const char *const sources[] = {"according to", "per "};
    imr_span word = imr_word_at(t, behind, c->span.end);
    for (int i = 0; i < BEHIND && !imr_empty(word); i++) {
        if (imr_is_word(t, word, in_cases))
            return true;
        word = imr_word_at(t, word.end, c->span.end);
    }
    return IMR_READS_ANY(t, c->span.at, behind, sources) ||
           imr_clause_speaker(t, c) == IMR_SAID_BY_GUIDELINE;
}

/* "Continued use of Norco is not supported": where the drug alone is named, the request is to go on
 * with it. -1: not so. */
static int continued_use(const imr_text *t, const imr_clause *c, int from)
{
    static const char *const uses[] = {"use", "usage", NULL};
    static const char *const continued[] = {"chronic", "continued", "continuing",
                                            "further", "ongoing",   NULL};
    int use = subject_in(t, c, from, uses);
    return use >= 0 && is_at(t, c, use + 1, continued) &&
                   (use == from || imr_is(t, c->words[use - 1].span, "of"))
               ? use + 1
               : -1;
}

static bool on_condition(const imr_text *t, const imr_clause *c, uint32_t behind)
{
    for (int i = 0; i < c->count; i++)
        if (is_at(t, c, i, conditions))
            return true;
    imr_span word, rest = {behind, c->span.end};
    return imr_has_word(t, rest, conditions, &word);
}

static bool concludes(const imr_clause *c)
{
    return (c->lists & IMR_IN(CONCLUDING)) != 0;
}

/* ---- verdicts -------------------------------------------------------------------------------- */

/* A verdict's word and what stands before it. */
typedef struct verdict {
    const imr_stage *stage;
    const imr_clause *clause;
    imr_span word;
    imr_span *evidence;
} verdict;

static imr_judgement given(const verdict *v, int first, bool yes)
{
    uint32_t at =
        first >= 0 && first < v->clause->count ? v->clause->words[first].span.at : v->word.at;
    *v->evidence = (imr_span){at, v->word.end};
    return yes ? IMR_NECESSARY : IMR_UNNECESSARY;
}

/* "The provider is certified in ...", but not "the scan asked for by the provider is certified". */
static bool of_person(const imr_text *t, const imr_clause *c, int subject)
{
    static const char *const by[] = {"by", NULL};
    if (is_at(t, c, subject + 1, by) || is_at(t, c, subject + 2, by))
        return false;
    return is_at(t, c, subject, persons) || (c->words[subject].lists & IMR_IN(PARTY));
}

/* "Decision: not certified": is the word a label? */
static bool labelled(const verdict *v, int label)
{
    const imr_clause *c = v->clause;
    return label == c->count - 1 && c->words[label].span.at == c->span.at &&
           v->stage->doc->text->clean[c->words[label].span.end] == ':' &&
           is_at(v->stage->doc->text, c, label, decisions);
}

/* "Not certified.": does the clause begin with the verdict and what is said with it? */
static bool opens_alone(const verdict *v, const verb_group *verb)
{
    const imr_clause *c = v->clause;
    uint32_t first = c->count > 0 ? c->words[c->count - 1].span.at : v->word.at;
    return first == c->span.at && (verb->next >= c->count || labelled(v, verb->next));
}

/* Is it told in the past of what somebody else decided: "was not certified by UR"? */
static bool by_another(const verdict *v, const verb_group *verb)
{
    const imr_text *t = v->stage->doc->text;
    return verb->past && imr_is(t, imr_word_at(t, v->word.end, v->clause->span.end), "by");
}

/* Is it the approval of a drug by others that is told of: "it is approved for two weeks"? */
static bool approved_drug(const verdict *v, const verb_group *verb, int request, bool yes)
{
    static const char *const asked[] = {"request", "requested", "requests", NULL};
    static const char *const for_what[] = {"by", "for", "in", NULL};
    const imr_text *t = v->stage->doc->text;
    const imr_clause *c = v->clause;
    if (!imr_is(t, v->word, "approved") || verb->modal || concludes(c) ||
        subject_in(t, c, verb->next, asked) >= 0)
        return false;
    return (yes && request < 0) ||
           imr_is_word(t, imr_word_at(t, v->word.end, c->span.end), for_what);
}

/* "The request is not certified", "the MRI should be authorized". */
static imr_judgement judge_granted(const verdict *v, bool yes)
{
    const imr_text *t = v->stage->doc->text;
    const imr_clause *c = v->clause;
    verb_group verb = verb_before(t, c, 0, !yes);
    yes = yes != verb.no;
    if (opens_alone(v, &verb))
        return given(v, verb.next - 1, yes);
    int request = subject_in(t, c, verb.next, requests);
    if (!verb.linked || verb.next >= c->count || (verb.past && request < 0) ||
        (request < 0 && of_person(t, c, verb.next)) || approved_drug(v, &verb, request, yes) ||
        by_another(v, &verb) || is_at(t, c, verb.next, relatives) ||
        of_other_amount(t, c, request >= 0 ? request : verb.next) ||
        subordinate(t, c, v->word.at) || imr_clause_speaker(t, c) == IMR_SAID_BY_PARTY)
        return IMR_NONE;
    if (yes && (verb.could || on_condition(t, c, v->word.end)))
        return IMR_NONE;
    return given(v, request >= 0 ? request : verb.next - 1, yes);
}

/* "The request is denied"; what was denied was so by somebody else. */
static imr_judgement judge_refused(const verdict *v)
{
    const imr_text *t = v->stage->doc->text;
    verb_group verb = verb_before(t, v->clause, 0, true);
    return verb.past ? IMR_NONE : judge_granted(v, false);
}

/* "The request is not supported", "denial is recommended". */
static imr_judgement judge_fitting(const verdict *v, bool yes)
{
    static const char *const with_necessary[] = {"appropriate", "reasonable", NULL};
    const imr_text *t = v->stage->doc->text;
    const imr_clause *c = v->clause;
    verb_group verb = verb_before(t, c, 0, !yes);
    imr_span behind = imr_word_at(t, v->word.end, c->span.end);
    yes = yes != verb.no;
    if (!verb.linked || verb.next >= c->count || imr_is(t, behind, "that") ||
        is_at(t, c, verb.next, relatives) || imr_clause_speaker(t, c) == IMR_SAID_BY_PARTY ||
        subordinate(t, c, v->word.at))
        return IMR_NONE;
    int refusal = subject_in(t, c, verb.next, refusals),
        grant_at = subject_in(t, c, verb.next, grants);
    if (grant_at >= 0 && grant_at + 1 < c->count && imr_is(t, c->words[grant_at + 1].span, "non"))
        refusal = grant_at + 1;
    if (refusal >= 0 || grant_at >= 0) {
        if (verb.past && imr_is(t, v->word, "recommended"))
            return IMR_NONE;
        return given(v, refusal >= 0 ? refusal : grant_at, yes != (refusal >= 0));
    }
    int request = subject_in(t, c, verb.next, requests);
    if (request < 0 && !verb.past && !in_general(t, c, v->word.end))
        request = continued_use(t, c, verb.next);
    bool both = imr_is(t, v->word, "necessary") && c->count > 1 &&
                imr_is(t, c->words[0].span, "and") && is_at(t, c, 1, with_necessary);
    if (request < 0 &&
        (!(concludes(c) || both) || verb.past || subject_in(t, c, verb.next, advice) >= 0))
        return IMR_NONE;
    if (yes && (verb.could || on_condition(t, c, v->word.end) || in_general(t, c, v->word.end)))
        return IMR_NONE;
    return given(v, request >= 0 ? request : verb.next - 1, yes);
}

static const char *const earlier[] = {"first",     "initial",  "original",    "peer",
                                      "physician", "previous", "prior",       "review",
                                      "their",     "ur",       "utilization", NULL};

/* "I", "this reviewer", but not "the prior reviewer". */
static bool by_reviewer(const imr_text *t, const imr_clause *c, int subject)
{
    return is_at(t, c, subject, reviewer) && !is_at(t, c, subject + 1, earlier);
}

/* Is the verb's subject a decision of the reviewer's own: "the determination is for"? */
static bool own_decision(const imr_text *t, const imr_clause *c, const verb_group *verb, int *at)
{
    int subject = *at = subject_in(t, c, verb->next, decisions);
    return verb->linked && !verb->past && subject >= 0 && !is_at(t, c, subject + 1, earlier) &&
           !(subject + 1 < c->count && (c->words[subject + 1].lists & IMR_IN(PARTY))) &&
           imr_clause_speaker(t, c) != IMR_SAID_BY_PARTY;
}

/* "Recommend denial", "the determination is for non-certification". */
static imr_judgement judge_noun(const verdict *v, bool yes)
{
    static const char *const recommends[] = {"recommend", "recommending", "recommends", NULL};
    const imr_text *t = v->stage->doc->text;
    const imr_clause *c = v->clause;
    int i = 0, at;
    if (i < c->count && imr_is(t, c->words[i].span, "non")) {
        yes = !yes;
        i++;
    }
    while (is_at(t, c, i, determiners))
        i++;
    if (labelled(v, i))
        return given(v, i, yes);
    if (is_at(t, c, i, recommends)) {
        verb_group verb = verb_before(t, c, i + 1, false);
        if (verb.next < c->count && !by_reviewer(t, c, verb.next))
            return IMR_NONE;
        return given(v, i, yes != verb.no);
    }
    bool recommended = i < c->count && imr_is(t, c->words[i].span, "recommended");
    verb_group verb = verb_before(t, c, i + recommended, false);
    if (recommended && verb.linked && !verb.past && imr_clause_speaker(t, c) != IMR_SAID_BY_PARTY) {
        at = subject_in(t, c, verb.next, requests);
        return given(v, at >= 0 ? at : i, yes != verb.no);
    }
    if (!recommended && own_decision(t, c, &verb, &at))
        return given(v, at, yes != verb.no);
    return IMR_NONE;
}

/* "Non-certify.", "Deny the request.": does what is decided of follow, or nothing? */
static bool imperative(const verdict *v)
{
    static const char *const objects[] = {"all", "as",    "each", "request*",
                                          "the", "these", "this", NULL};
    const imr_text *t = v->stage->doc->text;
    imr_span behind = imr_word_at(t, v->word.end, v->clause->span.end);
    return imr_empty(behind) || imr_is_word(t, behind, objects);
}

/* "I cannot certify this request", "the recommendation is to overturn the denial". */
static imr_judgement judge_doing(const verdict *v, bool yes)
{
    const imr_text *t = v->stage->doc->text;
    const imr_clause *c = v->clause;
    verb_group verb = verb_before(t, c, 0, false);
    int at;
    if (by_reviewer(t, c, verb.next) || labelled(v, verb.next))
        return given(v, verb.next, yes != verb.no);
    if (c->count > 0 && imr_is(t, c->words[0].span, "to") && own_decision(t, c, &verb, &at))
        return given(v, at, yes != verb.no);
    return opens_alone(v, &verb) && imperative(v) ? given(v, verb.next - 1, yes != verb.no)
                                                  : IMR_NONE;
}

/* "Denial upheld.": is there nothing in the clause but the denial, the word `at`, and its fate? */
static bool stands_alone(const verdict *v, int at)
{
    const imr_text *t = v->stage->doc->text;
    const imr_clause *c = v->clause;
    if (at != 0 || c->words[c->count - 1].span.at != c->span.at ||
        !imr_empty(imr_word_at(t, v->word.end, c->span.end)))
        return false;
    for (int i = 1; i < c->count; i++)
        if (!is_at(t, c, i, earlier) && !is_at(t, c, i, determiners))
            return false;
    return true;
}

/* "The denial cannot be upheld"; of what was upheld in the past the denial must be named last. */
static imr_judgement judge_fate(const verdict *v, bool yes)
{
    const imr_text *t = v->stage->doc->text;
    const imr_clause *c = v->clause;
    verb_group verb = verb_before(t, c, 0, false);
    int at = subject_in(t, c, verb.next, denials), non = subject_in(t, c, verb.next, grants);
    if (non >= 0 && non + 1 < c->count && imr_is(t, c->words[non + 1].span, "non"))
        at = non + 1;
    if (at < 0 || (verb.past && at != verb.next) || !(verb.linked || stands_alone(v, at)))
        return IMR_NONE;
    return given(v, at, yes != verb.no);
}

/* ---- a sentence ------------------------------------------------------------------------------ */

static imr_judgement of_request(const verdict *v)
{
    const imr_text *t = v->stage->doc->text;
    if (imr_is_word(t, v->word, granted))
        return judge_granted(v, true);
    if (imr_is_word(t, v->word, refused))
        return judge_refused(v);
    if (imr_is_word(t, v->word, fitting))
        return judge_fitting(v, true);
    if (imr_is_word(t, v->word, unfitting))
        return judge_fitting(v, false);
    if (imr_is_word(t, v->word, grants))
        return judge_noun(v, true);
    if (imr_is_word(t, v->word, refusals))
        return judge_noun(v, false);
    return judge_doing(v, imr_is_word(t, v->word, grant));
}

static imr_judgement of_denial(const verdict *v)
{
    const imr_text *t = v->stage->doc->text;
    if (imr_is_word(t, v->word, upheld))
        return judge_fate(v, false);
    if (imr_is_word(t, v->word, overturned))
        return judge_fate(v, true);
    if (imr_is_word(t, v->word, upholding))
        return judge_noun(v, false);
    if (imr_is_word(t, v->word, overturning))
        return judge_noun(v, true);
    return judge_doing(v, imr_is_word(t, v->word, overturn));
}

static bool in_lists(const imr_text *t, imr_span word, const char *const *const *lists)
{
    for (; *lists != NULL; lists++)
        if (imr_is_word(t, word, *lists))
            return true;
    return false;
}

/* The last of the sentence's verdicts; of a sentence without an end only the end is read. */
static imr_judgement last_verdict(const imr_stage *s, imr_span sentence,
                                  const char *const *const *lists,
                                  imr_judgement (*how)(const verdict *), imr_span *evidence)
{
    enum { MOST = 1500, VERDICTS = 8 };
    const imr_text *t = s->doc->text;
    imr_span rest = imr_last_of(sentence, MOST);
    for (int tries = 0; tries < VERDICTS && !imr_empty(rest);) {
        while (rest.end > rest.at && !imr_word_byte(t->clean[rest.end - 1]))
            rest.end--;
        imr_span word = {imr_search_word_start(t->clean, rest.at, rest.end), rest.end};
        rest.end = word.at;
        if (imr_empty(word) || !in_lists(t, word, lists) || imr_quoted(t, rest.at, word.at))
            continue;
        tries++;
        imr_clause c;
        imr_clause_read(s, (imr_span){rest.at, sentence.end}, word.at, &c);
        imr_judgement j = how(&(verdict){s, &c, word, evidence});
        if (j != IMR_NONE)
            return j;
    }
    return IMR_NONE;
}

imr_judgement imr_judge_request(const imr_stage *s, imr_span sentence, imr_span *evidence,
                                bool *besides)
{
    static const char *const *const lists[] = {granted,  refused, fitting, unfitting, grants,
                                               refusals, grant,   refuse,  NULL};
    (void)besides;
    return last_verdict(s, sentence, lists, of_request, evidence);
}

imr_judgement imr_judge_denial(const imr_stage *s, imr_span sentence, imr_span *evidence,
                               bool *besides)
{
    static const char *const *const lists[] = {upheld,    overturned,  uphold, overturn,
                                               upholding, overturning, NULL};
    (void)besides;
    return last_verdict(s, sentence, lists, of_denial, evidence);
}
