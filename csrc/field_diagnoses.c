/* field_diagnoses.c - the conditions that were diagnosed.
 *
 * The list begins behind "diagnoses include", "was diagnosed with", "the impression was", "is being
 * treated for" and their like, and ends with its sentence or where the sentence turns to something
 * else. It is divided at commas, but a comma may also stand within a diagnosis ("major depressive
 * disorder, single episode, moderate"), and at an "and" with a condition on either side ("lumbar
 * strain and sciatica", not "cervical and lumbar strain").
 */
#include "fields.h"

#include <string.h>

#include "ascii.h"
#include "prose.h"

/* ---- words ----------------------------------------------------------------------------------- */

/* Words as imr_is_word takes them, by their first letter. */
enum { LETTERS = 26, OF_A_LETTER = 28 };
typedef const char *const by_letter[LETTERS][OF_A_LETTER];
#define LETTER(c) [(c) - 'a']

/* Words that name a condition, or begin its name, and the ends of such words. */
static by_letter conditions = {
    LETTER('a') = {"abnormal*", "abrasion*", "abscess", "abuse", "addiction", "adhd", "afib",
                   "amputation*", "anemia", "angina", "anxiety", "apnea", "arrhythm*", "asthma",
                   "avulsion"},
    LETTER('b') = {"bipolar", "bph", "bppv", "bruxism", "bulg*", "bunion*", "burn", "burns"},
    LETTER('c') = {"cad", "cancer", "cataract*", "chf", "ckd", "compression", "concussion*",
                   "constip*", "contract*", "contusion*", "copd", "cramps", "crps", "cts", "cva",
                   "cyst*"},
    LETTER('d') = {"ddd",       "deconditioning", "deficiency", "deficit*",   "deform*",
                   "degener*",  "dependence",     "dependency", "depression", "depressive",
                   "derange*",  "diabetes",       "disease*",   "dislocat*",  "disorder*",
                   "displace*", "disturb*",       "dizziness",  "djd",        "drop",
                   "dvt",       "dysfunction",    "dyslipid*",  "dyspepsia",  "dysphagia",
                   "dystonia"},
    LETTER('e') = {"edema", "effusion", "embolism", "entrapment", "epilep*", "extrusion*"},
    LETTER('f') = {"failure", "fbss", "fibrillation", "fracture*", "fusion"},
    LETTER('g') = {"gad", "ganglion*", "gerd", "gout"},
    LETTER('h') = {"hallux", "hbp", "headache*", "hemorrhoid*", "hernia*", "hiv", "hld", "hnp",
                   "htn", "hyperlipid*", "hypertens*", "hyperthyroid*", "hypothyroid*"},
    LETTER('i') = {"ibs", "impairment*", "impinge*", "incontin*", "infarct*", "infection*",
                   "injur*", "insomnia", "instabil*", "insuffic*", "internal"},
    LETTER('k') = {"keloid*"},
    LETTER('l') = {"laceration*", "lbp", "lesion*", "loss", "lumbago", "lupus"},
    LETTER('m') = {"malunion", "mdd", "migraine*", "mtbi", "myofascial"},
    LETTER('n') = {"neurogenic", "nonunion"},
    LETTER('o') = {"oa", "obesity", "ocd", "osa", "ossification", "osteophyte*", "overuse"},
    LETTER('p') = {"pain", "palsy", "panic", "planovalgus", "planus", "pneumonia", "polyneur*",
                   "protrusion*", "psoriasis", "ptsd", "puncture"},
    LETTER('r') = {"reflux", "repair", "replacement", "rsd", "rupture*"},
    LETTER('s') = {"scar", "sciatica", "seizure*", "shingles", "spasm*", "sprain*", "spur*",
                   "stiffness", "strain*", "stress", "stroke", "subluxation*", "surgery",
                   "syndrome*"},
    LETTER('t') = {"tbi", "tear", "tears", "tinnitus", "tmd", "torticollis", "tos", "tremor*",
                   "trigger", "tumor*", "tunnel"},
    LETTER('u') = {"ulcer*", "uti"},
    LETTER('v') = {"valgus", "varicose", "varus", "vertigo"},
    LETTER('w') = {"weakness", "whiplash", "wound*"},
    LETTER('x') = {"xerostomia"},
};
/* The end of a text. */
typedef struct ending {
    const char *letters;
    uint32_t size;
} ending;
#define END(letters)                                                                               \
    {                                                                                              \
        letters, sizeof(letters) - 1                                                               \
    }

/* By their last letter. */
enum { OF_A_LAST = 12 };
static const ending condition_ends[LETTERS][OF_A_LAST] = {
    LETTER('a') = {END("algia"), END("oma"), END("plegia"), END("esthesia"), END("malacia"),
                   END("emia"), END("phobia"), END("phrenia"), END("uria"), END("penia")},
    LETTER('e') = {END("cele")},
    LETTER('m') = {END("spasm")},
    LETTER('s') = {END("itis"), END("itides"), END("osis"), END("oses"), END("opathies"),
                   END("paresis"), END("listhesis"), END("lysis"), END("algias"), END("spasms")},
    LETTER('y') = {END("opathy"), END("ectomy"), END("plasty"), END("otomy"), END("oscopy"),
                   END("trophy")},
};

/* Words that belong to the diagnosis before them when a comma parts the two: its course, its side,
 * its place. */
static by_letter qualifiers = {
    LETTER('a') = {"acquired", "acute", "and", "ankle*", "arm", "arms"},
    LETTER('b') = {"back", "bilateral", "both"},
    LETTER('c') = {"calf", "calves", "cervical", "chest", "chronic", "current"},
    LETTER('d') = {"disabling", "dominant"},
    LETTER('e') = {"ear", "ears", "elbow*", "encounter", "episode*", "extremit*", "eye", "eyes"},
    LETTER('f') = {"face", "features", "feet", "finger*", "foot", "forearm", "full"},
    LETTER('g') = {"grade", "great", "greater", "groin"},
    LETTER('h') = {"hand", "hands", "head", "heal*", "heel*", "hip", "hips"},
    LETTER('i') = {"i", "ii", "iii", "improv*", "in", "industrial", "initial", "intermitt*", "iv"},
    LETTER('j') = {"jaw"},
    LETTER('k') = {"knee*"},
    LETTER('l') = {"left", "leg", "legs", "low", "lower", "lumbar", "lumbosac*"},
    LETTER('m') = {"mild", "moderate"},
    LETTER('n') = {"neck", "non-domin*", "non-indust*", "nonindust*", "nos", "not"},
    LETTER('o') = {"of", "or", "otherwise"},
    LETTER('p') = {"partial", "persistent", "primary"},
    LETTER('r') = {"recurrent", "remission", "resol*", "right"},
    LETTER('s') = {"second", "severe*", "shoulder*", "side", "sided", "single", "specified",
                   "spine", "stable", "stage", "subacute", "subsequent"},
    LETTER('t') = {"than", "the", "thigh*", "third", "thoracic", "thumb", "thumbs", "to", "toe",
                   "toes", "type"},
    LETTER('u') = {"unresolved", "unspecif*", "upper"},
    LETTER('w') = {"worse", "wrist*"},
};
/* So does what begins like this. */
static const char *const continuations[] = {
    "with ",   "without ", "secondary to ", "due to ",       "including ",
    "versus ", "vs",       "per ",          "not otherwise", "worse "};

/* Words that no diagnosis has: the sentence has turned to something else. */
static by_letter enders = {
    LETTER('a') = {"according", "although", "are"},
    LETTER('b') = {"based", "because", "been", "but"},
    LETTER('c') = {"complained", "complains", "confirmed", "consists", "continued", "continues"},
    LETTER('d') = {"demonstrates"},
    LETTER('e') = {"established", "exam", "examination"},
    LETTER('g') = {"given"},
    LETTER('h') = {"had", "has", "have", "he", "her", "his"},
    LETTER('i') = {"is", "it", "its"},
    LETTER('m') = {"made"},
    LETTER('n') = {"needs"},
    LETTER('p') = {"placed", "prescribed"},
    LETTER('r') = {"received", "receives", "receiving", "recommended", "referred", "reported",
                   "reports", "requested", "required", "requires", "returned"},
    LETTER('s') = {"seen", "she", "showed", "shows", "since"},
    LETTER('t') = {"takes", "taking", "their", "there", "these", "they", "this", "took", "treated"},
    LETTER('u') = {"undergoes", "undergoing", "underwent", "used", "uses", "using"},
    LETTER('w') = {"was", "were", "when", "where", "whereas", "which", "while", "who", "whom"},
};

/* What is said in place of a diagnosis. */
static const char *const no_items[] = {"not ",      "no ",       "without ",   "negative ", "none",
                                       "unknown",   "unclear",   "unchanged",  "same",      "above",
                                       "the above", "follows",   "pending",    "deferred",  "n/a",
                                       "that ",     "available", "listed",     "to ",       "what ",
                                       "made ",     "in doubt",  "in question"};
/* What somebody may be treated for without its being a diagnosis. */
static const char *const no_treated_items[] = {
    "injur",         "an injur", "his ",       "her ",      "this ",          "these ",   "that ",
    "symptoms",      "complain", "industrial", "the injur", "the industrial", "the work", "a work",
    "an industrial", "the same", "such",       "over ",     "at least",       "pain m"};

/* Words of how long somebody was treated for. */
static by_letter times = {
    LETTER('d') = {"day", "days"},   LETTER('m') = {"month", "months"},
    LETTER('p') = {"period"},        LETTER('s') = {"session*"},
    LETTER('t') = {"time"},          LETTER('v') = {"visit*"},
    LETTER('w') = {"week", "weeks"}, LETTER('y') = {"year", "years"},
};

static bool is_one(const imr_text *t, imr_span word, by_letter list)
{
    char first = t->low[word.at];
    return imr_is_lower(first) && imr_is_word(t, word, list[first - 'a']);
}

static bool has_one(const imr_text *t, imr_span s, by_letter list, imr_span *word)
{
    while (imr_next_word(t, &s, word))
        if (is_one(t, *word, list))
            return true;
    return false;
}

#define COUNT(list) (sizeof(list) / sizeof *(list))

static bool begins_with_any(const imr_text *t, imr_span s, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (imr_reads(t, s.at, s.end, list[i]))
            return true;
    return false;
}

/* Does the text end so, and begin otherwise? */
static bool ends_in(const imr_text *t, imr_span s, const ending *e)
{
    return t->low[s.end - 1] == e->letters[e->size - 1] && s.end - s.at > e->size &&
           memcmp(t->low + s.end - e->size, e->letters, e->size) == 0;
}

static bool ends_like_condition(const imr_text *t, imr_span word)
{
    char last = t->low[word.end - 1];
    if (!imr_is_lower(last))
        return false;
    for (const ending *e = condition_ends[last - 'a']; e->letters != NULL; e++)
        if (ends_in(t, word, e))
            return true;
    return false;
}

static bool names_condition(const imr_text *t, imr_span s)
{
    imr_span word;
    while (imr_next_word(t, &s, &word))
        if (is_one(t, word, conditions) || ends_like_condition(t, word))
            return true;
    return false;
}

/* Words that qualify a diagnosis, and none that names one. */
static bool only_qualifies(const imr_text *t, imr_span s)
{
    imr_span word, rest = s;
    while (imr_next_word(t, &rest, &word))
        if (!is_one(t, word, qualifiers))
            return false;
    return !names_condition(t, s);
}

/* ---- one diagnosis --------------------------------------------------------------------------- */

/* Without what only leads to it, and without the signs at its ends. */
static imr_span bare(const imr_text *t, imr_span s)
{
    static const char *const leads[] = {
        "and ", "or ", "as well as ", "along with ",      "also ",      "a ",        "an ",
        "the ", "of ", "having ",     "consistent with ", "following ", "possibly ", "with "};
    static const ending trails[] = {END(" and"),   END(" then"), END(" also"), END(" but"),
                                    END(" by"),    END(" with"), END(" in"),   END(" on"),
                                    END(" for"),   END(" of"),   END(" from"), END(" per"),
                                    END(" after"), END(" at"),   END(" as"),   END(" to"),
                                    END(" due"),   END(" when"), END(" since")};
    static const char *const quotes[] = {"\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x98",
                                         "\xE2\x80\x99"};
    for (bool again = true; again;) {
        again = false;
        s = imr_trim(t, s);
        if (!imr_empty(s) && strchr(",;:\"'-.", t->clean[s.at]) != NULL) {
            s.at++;
            again = true;
        } else if (!imr_empty(s) && strchr(",;:\"'-.", t->clean[s.end - 1]) != NULL) {
            s.end--;
            again = true;
        }
        for (size_t i = 0; i < COUNT(quotes) && s.end - s.at >= 3; i++) {
            if (t->clean[s.at] == '\xE2' && memcmp(t->clean + s.at, quotes[i], 3) == 0)
                s.at += 3, again = true;
            else if (t->clean[s.end - 3] == '\xE2' &&
                     memcmp(t->clean + s.end - 3, quotes[i], 3) == 0)
                s.end -= 3, again = true;
        }
        for (size_t i = 0; i < COUNT(trails) && !imr_empty(s); i++)
            if (ends_in(t, s, &trails[i])) {
                s.end -= trails[i].size;
                again = true;
            }
        for (size_t i = 0; i < COUNT(leads); i++)
            if (imr_reads(t, s.at, s.end, leads[i])) {
                s.at += (uint32_t)strlen(leads[i]);
                again = true;
            }
    }
    return s;
}

/* The list without what follows it in its sentence. */
static imr_span ended(const imr_stage *s, imr_span list)
{
    enum { LONGEST = 1600 };
    const imr_text *t = s->doc->text;
    imr_match m;
    imr_span word;
    list = imr_first_of(list, LONGEST);
    if (has_one(t, list, enders, &word))
        list.end = word.at;
    if (imr_stage_match(s, IMR_PATTERN_DIAGNOSES_END, list, &m))
        list.end = m.whole.at;
    return list;
}

/* "s/p right carpal tunnel release 2013": an operation with its date is history. */
static bool dated_operation(const imr_text *t, imr_span item)
{
    static const char *const leads[] = {"s/p ", "status post ", "status-post "};
    imr_found_date date;
    if (!begins_with_any(t, item, leads, COUNT(leads)))
        return false;
    if (imr_next_date(t, item, &date))
        return true;
    uint32_t at = item.end - 4; /* a lead is as long at least */
    return (imr_reads(t, at, item.end, "19") || imr_reads(t, at, item.end, "20")) &&
           imr_is_digit(t->clean[at + 2]) && imr_is_digit(t->clean[at + 3]) &&
           strchr(" (/", t->clean[at - 1]) != NULL;
}

/* "Diagnoses (3/4/2015)" tells when they were made. */
static bool only_date(const imr_text *t, imr_span item)
{
    imr_found_date date;
    return imr_is_digit(t->clean[item.at]) && imr_next_date(t, item, &date) &&
           date.span.at == item.at && date.span.end == item.end;
}

typedef struct diagnoses {
    const imr_stage *stage;
    bool treated;  /* the list is of what the worker is treated for */
    bool followed; /* ... or followed for, which may be a time or a service as well */
    bool numbered; /* each item has a number, so that an operation of the past is one as well */
} diagnoses;

/* "work injuries", but not "work-related stress". */
static bool work_alone(const imr_text *t, imr_span item)
{
    return imr_reads(t, item.at, item.end, "work") &&
           (!names_condition(t, item) || imr_find_any_case(t, item, "injur", 5) != IMR_NOWHERE);
}

static void take(const diagnoses *d, imr_span item)
{
    enum { LONGEST = 200, SHORTEST = 3, MOST = 200 }; /* bytes; diagnoses of a letter */
    const imr_text *t = d->stage->doc->text;
    imr_record *root = d->stage->doc->root;
    item = imr_trim(t, item);
    if (d->treated && (begins_with_any(t, item, no_treated_items, COUNT(no_treated_items)) ||
                       work_alone(t, item)))
        return;
    imr_span word;
    bool may_be_none = d->followed || (d->treated && has_one(t, item, times, &word));
    if (may_be_none && !names_condition(t, item))
        return;
    item = bare(t, item);
    if (imr_empty(item) || item.end - item.at > LONGEST || item.end - item.at < SHORTEST ||
        begins_with_any(t, item, no_items, COUNT(no_items)) || only_qualifies(t, item) ||
        only_date(t, item) || (!d->numbered && dated_operation(t, item)) ||
        root->values[IMR_document_diagnoses].size >= MOST)
        return;
    imr_add_unique(d->stage->doc, root, IMR_document_diagnoses, t->clean + item.at,
                   item.end - item.at, item);
}

/* ---- a list of them -------------------------------------------------------------------------- */

/* How deep in brackets and quotes is what follows the sign at `at`? */
static int depth_after(const imr_text *t, uint32_t at, uint32_t end, int depth)
{
    char c = t->clean[at];
    if (c == '(' || c == '[')
        return depth + 1;
    if (c == ')' || c == ']')
        return depth > 0 ? depth - 1 : 0;
    if (c == '\xE2' && end - at >= 3 && memcmp(t->clean + at, "\xE2\x80\x9C", 3) == 0)
        return depth + 1;
    if (c == '\xE2' && end - at >= 3 && memcmp(t->clean + at, "\xE2\x80\x9D", 3) == 0)
        return depth > 0 ? depth - 1 : 0;
    return depth;
}

/* The first of `signs` outside of brackets; s.end where there is none. */
static uint32_t find_sign(const imr_text *t, imr_span s, char sign)
{
    int depth = 0;
    for (uint32_t at = s.at; at < s.end; at++) {
        if (t->clean[at] == sign && depth == 0)
            return at;
        depth = depth_after(t, at, s.end, depth);
    }
    return s.end;
}

/* Does the "and" between the two stand within one diagnosis? */
static bool belong_together(const imr_text *t, imr_span left, imr_span right)
{
    if (!names_condition(t, left) || !names_condition(t, right))
        return true;
    imr_span rest = right, word, second;
    if (imr_reads(t, right.at, right.end, "strain") || imr_reads(t, right.at, right.end, "sprain"))
        return true; /* "sprain and strain of the wrist" */
    imr_next_word(t, &rest, &word);
    bool single = !imr_next_word(t, &rest, &second);
    return single && imr_find_any_case(t, left, " with ", 6) != IMR_NOWHERE;
}

/* Divides at the "and"s that part two conditions. */
static void take_joined(const diagnoses *d, imr_span item)
{
    static const char *const joints[] = {" and ", " as well as ", " along with "};
    const imr_text *t = d->stage->doc->text;
    item = bare(t, item);
    int depth = 0;
    for (uint32_t at = item.at; at < item.end; at++) {
        depth = depth_after(t, at, item.end, depth);
        if (depth > 0 || t->clean[at] != ' ' || t->low[at + 1] != 'a') /* as all joints begin */
            continue;
        for (size_t i = 0; i < COUNT(joints); i++) {
            if (!imr_reads(t, at, item.end, joints[i]))
                continue;
            imr_span left = {item.at, at}, right = {at + (uint32_t)strlen(joints[i]), item.end};
            if (belong_together(t, left, right))
                continue;
            take(d, left);
            item = right;
            at = right.at;
            break;
        }
    }
    take(d, item);
}

static void take_list(const diagnoses *d, imr_span list)
{
    const imr_text *t = d->stage->doc->text;
    char sign = find_sign(t, list, ';') < list.end ? ';' : ',';
    imr_span pending = {list.at, list.at};
    while (!imr_empty(list)) {
        uint32_t end = find_sign(t, list, sign);
        imr_span piece = imr_trim(t, (imr_span){list.at, end});
        list.at = end < list.end ? end + 1 : end;
        bool goes_on = !imr_empty(pending) &&
                       (only_qualifies(t, piece) ||
                        begins_with_any(t, piece, continuations, COUNT(continuations)) ||
                        only_qualifies(t, pending));
        if (!goes_on && !imr_empty(pending))
            take_joined(d, pending);
        pending = (imr_span){goes_on ? pending.at : piece.at, piece.end};
    }
    if (!imr_empty(pending))
        take_joined(d, pending);
}

/* "1. Lumbar strain. 2. Insomnia." The items' own full stops do not end the list. Returns its
 * end. */
static uint32_t take_numbered(const diagnoses *d, imr_span text, uint32_t from)
{
    enum { LONGEST = 400, MARK = 6 }; /* bytes of an item, of the number behind it */
    const imr_stage *s = d->stage;
    for (;;) {
        imr_match number;
        imr_span rest = {from, text.end};
        imr_span unread = imr_first_of(rest, LONGEST), item;
        if (!imr_next_sentence(s->doc->text, &unread, &item))
            return from;
        imr_span ahead = imr_first_of(rest, item.end + MARK - from);
        bool more = imr_stage_match(s, IMR_PATTERN_LIST_NUMBER, ahead, &number) &&
                    number.whole.at <= item.end + 1;
        if (more)
            item.end = number.whole.at;
        take(d, ended(s, item));
        if (!more)
            return item.end;
        from = number.whole.end;
    }
}

/* The list in brackets that begins at s.at: what is between them. */
static imr_span bracketed(const imr_text *t, imr_span s)
{
    int depth = 0;
    for (uint32_t at = s.at; at < s.end; at++) {
        depth = depth_after(t, at, s.end, depth);
        if (depth == 0)
            return (imr_span){s.at + 1, at};
    }
    return (imr_span){s.at + 1, s.end};
}

/* Where the list begins that the word at `at` leads to; IMR_NOWHERE where it leads to none. */
static uint32_t list_start(const imr_stage *s, imr_span sentence, imr_span following, uint32_t at,
                           diagnoses *d)
{
    const imr_text *t = s->doc->text;
    imr_match m;
    enum { BEFORE = 120 }; /* bytes in which it may be denied, or said of something else */
    imr_span before = imr_last_of((imr_span){sentence.at, at}, BEFORE);
    imr_span from = {at, following.end};
    d->followed = imr_reads(t, at, from.end, "follow");
    d->treated = d->followed || imr_reads(t, at, from.end, "treat");
    imr_pattern leads =
        d->treated ? IMR_PATTERN_TREATED_FOR
        : imr_reads(t, at, from.end, "diagnosed") || imr_reads(t, at, from.end, "dx with")
            ? IMR_PATTERN_DIAGNOSED_WITH
        : imr_reads(t, at, from.end, "diagnos") ? IMR_PATTERN_DIAGNOSES_NOUN
                                                : IMR_PATTERN_IMPRESSION;
    if (!imr_stage_match(s, leads, from, &m) ||
        (d->treated && !imr_says(s, IMR_PATTERN_IS_TREATED, before)) ||
        imr_says(s,
                 leads == IMR_PATTERN_IMPRESSION ? IMR_PATTERN_IMPRESSION_OF_ELSE
                                                 : IMR_PATTERN_NO_DIAGNOSIS,
                 before) ||
        imr_of_another(s, sentence, at))
        return IMR_NOWHERE;
    return m.whole.end;
}

/* Where "treated for", "treatment for" or "followed for" begins, of which " for" stands at `at`. */
static uint32_t treated_before(const imr_text *t, imr_span prose, uint32_t at)
{
    static const char *const words[] = {"treated", "treatment", "followed", "followed up",
                                        "followed-up"};
    if (at == prose.at || strchr("dtpDTP", t->clean[at - 1]) == NULL) /* as all of them end */
        return IMR_NOWHERE;
    for (size_t i = 0; i < COUNT(words); i++) {
        uint32_t size = (uint32_t)strlen(words[i]);
        if (at >= prose.at + size && imr_reads(t, at - size, at, words[i]))
            return at - size;
    }
    return IMR_NOWHERE;
}

void imr_field_diagnoses(const imr_stage *s)
{
    const imr_text *t = s->doc->text;
    imr_anchor anchors[] = {
        {"diagnos", 4, 0}, {"impression", 2, 0}, {"assessm", 6, 0}, {" for ", 1, 0}, {" dx", 2, 0}};
    imr_span prose = imr_prose(s), rest = prose, unread = prose, sentence = {0};
    const imr_anchor *a;
    while ((a = imr_next_anchor(t, anchors, COUNT(anchors), rest)) != NULL) {
        diagnoses d = {.stage = s};
        uint32_t at =
            a->word[1] == 'f' ? treated_before(t, prose, a->at) : a->at + (a->word[0] == ' ');
        if (at == IMR_NOWHERE) {
            rest.at = a->at + 1;
            continue;
        }
        imr_match m;
        if (at >= sentence.end)
            sentence = imr_sentence_with(t, &unread, at);
        rest.at = a->at + 1;
        if (at > prose.at && strchr(" (\"'", t->clean[at - 1]) == NULL)
            continue;
        uint32_t start = list_start(s, sentence, prose, at, &d);
        if (start == IMR_NOWHERE)
            continue;
        imr_span list = imr_trim(t, (imr_span){start, prose.end});
        if (!imr_empty(list) && strchr("(#0123456789", t->clean[list.at]) != NULL &&
            imr_stage_match(s, IMR_PATTERN_LIST_NUMBER, list, &m) && m.whole.at == list.at) {
            d.numbered = true;
            rest.at = take_numbered(&d, prose, m.whole.end);
            continue;
        }
        list.end = sentence.end > list.at ? sentence.end : list.at;
        if (!imr_empty(list) && t->clean[list.at] == '(')
            list = bracketed(t, list);
        else
            list = ended(s, list);
        take_list(&d, list);
        if (list.end > rest.at)
            rest.at = list.end;
    }
}
