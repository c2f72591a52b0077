/* field_diagnoses.c - the conditions that were diagnosed.
 *
 * The list begins behind "diagnoses include", "was diagnosed with", "the impression was", "is being
 * treated for" and their like, and ends with its sentence or where the sentence turns to something
 * else (diagnoses_lead.c finds where it begins). It is divided at commas, but a comma may also
 * stand within a diagnosis ("major depressive disorder, single episode, moderate"), and at an "and"
 * with a condition on either side ("lumbar strain and sciatica", not "cervical and lumbar strain").
 */
#include "fields.h"

#include <string.h>

#include "ascii.h"
#include "diagnoses.h"

enum { LETTERS = 26 };
#define LETTER(c) [(c) - 'a']

/* ---- words ----------------------------------------------------------------------------------- */

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

/* What begins like this belongs to the diagnosis before it, as qualifiers do. */
static const char *const continuations[] = {
    "with ",   "without ", "secondary to ", "due to ",       "including ",
    "versus ", "vs",       "per ",          "not otherwise", "worse "};

/* What is said in place of a diagnosis. */
static const char *const no_items[] = {
    "not ",      "no ",         "without ",  "negative ", "none",      "unknown", "unclear",
    "unchanged", "same",        "above",     "the above", "follows",   "pending", "deferred",
    "n/a",       "that ",       "available", "listed",    "to ",       "what ",   "made ",
    "in doubt",  "in question", "omitted",   "missing",   "illegible", "lacking", "normal stud"};
/* What somebody may be treated for without its being a diagnosis. */
static const char *const no_treated_items[] = {
    "injur",         "an injur", "his ",       "her ",      "this ",          "these ",   "that ",
    "symptoms",      "complain", "industrial", "the injur", "the industrial", "the work", "a work",
    "an industrial", "the same", "such",       "over ",     "at least",       "pain m"};

/* The first word of the lists. */
static bool has_term(const imr_stage *s, imr_span span, imr_lists lists, imr_span *word)
{
    while (imr_next_word(s->doc->text, &span, word))
        if (imr_stage_term(s, *word) & lists)
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

static bool names_condition(const imr_stage *s, imr_span span)
{
    const imr_text *t = s->doc->text;
    imr_span word;
    while (imr_next_word(t, &span, &word))
        if ((imr_stage_term(s, word) & IMR_TERM(CONDITION)) || ends_like_condition(t, word))
            return true;
    return false;
}

/* "L4", "L4-5", "C5-C6", or the "5" of "L4/5". */
static bool is_level(const imr_text *t, imr_span word)
{
    const char *low = t->low + word.at;
    return imr_is_digit(low[0]) ? t->clean[word.at - 1] == '/'
                                : imr_is_digit(low[1]) && strchr("clst", low[0]) != NULL;
}

/* Words that qualify a diagnosis, levels of the spine, and none that names one. */
static bool only_qualifies(const imr_stage *s, imr_span span)
{
    imr_span word;
    while (imr_next_word(s->doc->text, &span, &word)) {
        if (is_level(s->doc->text, word))
            continue;
        imr_lists terms = imr_stage_term(s, word);
        if (!(terms & IMR_TERM(QUALIFIER)) || (terms & IMR_TERM(CONDITION)) ||
            ends_like_condition(s->doc->text, word))
            return false;
    }
    return true;
}

/* ---- one diagnosis --------------------------------------------------------------------------- */

static bool is_sign(char c)
{
    return c < 'A' && strchr(",;:\"'-.", c) != NULL;
}

static imr_span without_quotes(const imr_text *t, imr_span s)
{
    static const char *const quotes[] = {"\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x98",
                                         "\xE2\x80\x99"};
    for (size_t i = 0; i < IMR_COUNT(quotes) && s.end - s.at >= 3; i++) {
        if (memcmp(t->clean + s.at, quotes[i], 3) == 0)
            s.at += 3;
        else if (memcmp(t->clean + s.end - 3, quotes[i], 3) == 0)
            s.end -= 3;
    }
    return s;
}

/* The bytes of a word or a phrase at its beginning that only leads to it; 0 where there is none. */
static uint32_t opening(const imr_stage *s, imr_span item)
{
    static const char *const phrases[] = {"as well as ", "along with ", "consistent with "};
    const imr_text *t = s->doc->text;
    imr_span word = {item.at, imr_search_run_end(t->clean, item.at, item.end)};
    if (word.end < item.end && t->clean[word.end] == ' ' &&
        (imr_stage_term(s, word) & IMR_TERM(OPENS_ITEM)))
        return word.end + 1 - item.at;
    for (size_t i = 0; i < IMR_COUNT(phrases); i++)
        if (imr_reads(t, item.at, item.end, phrases[i]))
            return (uint32_t)strlen(phrases[i]);
    return 0;
}

/* The same at its end. It has another word as well. */
static uint32_t closing(const imr_stage *s, imr_span item)
{
    const char *text = s->doc->text->clean;
    imr_span word = {imr_search_run_start(text, item.at, item.end), item.end};
    bool last = word.at > item.at + 1 && text[word.at - 1] == ' ';
    return last && (imr_stage_term(s, word) & IMR_TERM(CLOSES_ITEM)) ? item.end + 1 - word.at : 0;
}

/* Without what only leads to it, and without the signs at its ends. */
static imr_span bare(const imr_stage *s, imr_span item)
{
    const imr_text *t = s->doc->text;
    for (;;) {
        item = imr_trim(t, item);
        if (imr_empty(item))
            return item;
        imr_span before = item;
        if (is_sign(t->clean[item.at]))
            item.at++;
        else if (is_sign(t->clean[item.end - 1]))
            item.end--;
        if (item.end - item.at >= 3 &&
            (t->clean[item.at] == '\xE2' || t->clean[item.end - 3] == '\xE2'))
            item = without_quotes(t, item);
        if (!imr_empty(item))
            item.end -= closing(s, item);
        if (!imr_empty(item))
            item.at += opening(s, item);
        if (item.at == before.at && item.end == before.end)
            return item;
    }
}

/* May a date begin here, or a name behind "Dr."? */
static bool may_be_dated(const char *low)
{
    switch (low[0]) {
    case 'a': /* April, August */
        return low[1] == 'p' || low[1] == 'u';
    case 'd': /* December, Dr. */
        return low[1] == 'e' || low[1] == 'r';
    case 'e': /* early in; February */
    case 'j': /* January, June, July */
        return low[1] == 'a' || low[1] == 'u';
    case 'f':
    case 's': /* September */
        return low[1] == 'e';
    case 'l': /* late in */
    case 'm': /* March, May */
        return low[1] == 'a';
    case 'n': /* November */
        return low[1] == 'o';
    case 'o': /* October */
        return low[1] == 'c';
    case 't': /* the year */
        return low[1] == 'h' && low[4] == 'y';
    default:
        return imr_is_digit(low[0]);
    }
}

/* "gout; x-rays were negative" */
static bool is_verb(const imr_text *t, imr_span word)
{
    static const char *const verbs[] = {"are", "demonstrates", "had",   "has", "have",
                                        "is",  "showed",       "shows", "was", "were"};
    return IMR_IS_ANY(t, word, verbs);
}

/* The list without what follows it in its sentence; does it end before a verb? */
static imr_span ended(const imr_stage *s, imr_span list, bool *told_of)
{
    enum { LONGEST = 1600 };
    const imr_lists dated = IMR_TERM(BEFORE_DATED), behind = IMR_TERM(TURNS_BEHIND_ARTICLE);
    const imr_text *t = s->doc->text;
    imr_match m;
    bool article = false, may_turn = false;
    list = imr_first_of(list, LONGEST);
    imr_span rest = list, word;
    while (imr_next_word(t, &rest, &word)) {
        imr_lists terms = imr_stage_term(s, word);
        if (terms & IMR_TERM(ENDER)) {
            list.end = word.at;
            *told_of = is_verb(t, word);
            break;
        }
        may_turn |= (terms & IMR_TERM(TURNS)) || ((terms & behind) && article) ||
                    ((terms & dated) && may_be_dated(t->low + word.end + 1));
        article |= (terms & IMR_TERM(ARTICLE)) != 0;
    }
    if (may_turn && imr_stage_match(s, IMR_PATTERN_DIAGNOSES_END, list, &m)) {
        list.end = m.whole.at;
        *told_of = false;
    }
    return list;
}

/* "s/p right carpal tunnel release 2013": an operation with its date is history. */
static bool dated_operation(const imr_text *t, imr_span item)
{
    static const char *const leads[] = {"s/p ", "status post ", "status-post "};
    imr_found_date date;
    if (!imr_begins_with_any(t, item, leads, IMR_COUNT(leads)))
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

/* "work injuries", but not "work-related stress". */
static bool work_alone(const imr_stage *s, imr_span item)
{
    const imr_text *t = s->doc->text;
    return imr_reads(t, item.at, item.end, "work") &&
           (!names_condition(s, item) || imr_find_any_case(t, item, "injur", 5) != IMR_NOWHERE);
}

/* "for" of "gout, for which ..." */
static bool only_closes(const imr_stage *s, imr_span item)
{
    enum { LONGEST = 5 };
    return item.end - item.at <= LONGEST && (imr_stage_term(s, item) & IMR_TERM(CLOSES_ITEM));
}

static void take(const imr_diagnoses *d, imr_span item)
{
    enum { LONGEST = 200, SHORTEST = 3, MOST = 200 }; /* bytes; diagnoses of a letter */
    const imr_text *t = d->stage->doc->text;
    imr_record *root = d->stage->doc->root;
    item = imr_trim(t, item);
    if (d->treated &&
        (imr_begins_with_any(t, item, no_treated_items, IMR_COUNT(no_treated_items)) ||
         work_alone(d->stage, item)))
        return;
    imr_span word;
    bool may_be_none =
        d->doubtful || (d->treated && has_term(d->stage, item, IMR_TERM(TIME), &word));
    if (may_be_none && !names_condition(d->stage, item))
        return;
    item = bare(d->stage, item);
    if (imr_empty(item) || item.end - item.at > LONGEST || only_closes(d->stage, item) ||
        item.end - item.at < SHORTEST ||
        imr_begins_with_any(t, item, no_items, IMR_COUNT(no_items)) ||
        only_qualifies(d->stage, item) || only_date(t, item) ||
        (!d->numbered && dated_operation(t, item)) ||
        root->values[IMR_document_diagnoses].size >= MOST)
        return;
    imr_add_unique(d->stage->doc, root, IMR_document_diagnoses, t->clean + item.at,
                   item.end - item.at, item);
}

/* ---- a list of them -------------------------------------------------------------------------- */

/* Behind the letters at `at`: most bytes are some, which open and close nothing, and part nothing.
 */
static uint32_t behind_word(const imr_text *t, uint32_t at, uint32_t end)
{
    return imr_search_letters_end(t->low, at, end);
}

/* How deep in brackets and quotes is what follows the sign at `at`? */
static int depth_after(const imr_text *t, uint32_t at, uint32_t end, int depth)
{
    char c = t->clean[at];
    if (c == ' ')
        return depth;
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

/* The first such sign outside of brackets; s.end where there is none. */
static uint32_t find_sign(const imr_text *t, imr_span s, char sign)
{
    int depth = 0;
    for (uint32_t at = s.at; (at = behind_word(t, at, s.end)) < s.end; at++) {
        if (t->clean[at] == ' ')
            continue;
        if (t->clean[at] == sign && depth == 0)
            return at;
        depth = depth_after(t, at, s.end, depth);
    }
    return s.end;
}

/* "- gout - asthma": the first dash with a blank on either side. */
static uint32_t find_dash(const imr_text *t, imr_span s)
{
    uint32_t at = imr_find_any_case(t, s, " - ", 3);
    return at != IMR_NOWHERE ? at + 1 : s.end;
}

/* The last word of the span. */
static imr_span last_word(const imr_text *t, imr_span s)
{
    return (imr_span){imr_search_run_start(t->clean, s.at, s.end), s.end};
}

/* "myalgia and myositis", "bursitis and tendinitis of the hip": two names of one condition. */
static bool make_one_name(const imr_text *t, imr_span left, imr_span right)
{
    static const struct {
        const char *left, *right;
        bool shared; /* only where both are said of one place behind them */
    } names[] = {{"myalgia", "myositis", false},   {"synovitis", "tenosynovitis", false},
                 {"bursitis", "tendinitis", true}, {"bursitis", "tendonitis", true},
                 {"tendinitis", "bursitis", true}, {"tendonitis", "bursitis", true}};
    imr_span last = last_word(t, left);
    for (size_t i = 0; i < IMR_COUNT(names); i++) {
        if (!imr_is(t, last, names[i].left) || !imr_reads(t, right.at, right.end, names[i].right))
            continue;
        uint32_t behind = right.at + (uint32_t)strlen(names[i].right);
        return !names[i].shared || (last.at == left.at && imr_reads(t, behind, right.end, " of "));
    }
    return false;
}

/* What begins so is a diagnosis of its own, whatever it names. */
static const char *const own_items[] = {"rule out ", "rule-out ", "r/o ", "status post ", "s/p "};

/* Does the "and" between the two stand within one diagnosis? */
static bool belong_together(const imr_stage *s, imr_span left, imr_span right)
{
    static const char *const sprained[] = {"sprain", "sprains", "strain",    "strains",
                                           "stress", "tear",    "contusion", "contusions"};
    const imr_text *t = s->doc->text;
    if (!names_condition(s, left))
        return true;
    if (imr_begins_with_any(t, right, own_items, IMR_COUNT(own_items)))
        return false;
    if (!names_condition(s, right) || make_one_name(t, left, right))
        return true;
    imr_span rest = right, word, second;
    imr_next_word(t, &rest, &word);
    bool single = !imr_next_word(t, &rest, &second);
    if (imr_reads(t, right.at, right.end, "strain") || imr_reads(t, right.at, right.end, "sprain"))
        return single || IMR_IS_ANY(t, last_word(t, left), sprained); /* "sprain and strain of" */
    return single && imr_find_any_case(t, left, " with ", 6) != IMR_NOWHERE;
}

/* Divides at the "and"s that part two conditions. */
static void take_joined(const imr_diagnoses *d, imr_span item)
{
    static const char *const joints[] = {" and ", " as well as ", " along with ", " & ", " plus "};
    const imr_text *t = d->stage->doc->text;
    item = bare(d->stage, item);
    int depth = 0;
    for (uint32_t at = item.at; (at = behind_word(t, at, item.end)) < item.end; at++) {
        depth = depth_after(t, at, item.end, depth);
        if (t->clean[at] != ' ' || depth > 0)
            continue;
        char first = t->low[at + 1];
        if (first != 'a' && first != '&' && first != 'p') /* as the joints begin */
            continue;
        for (size_t i = 0; i < IMR_COUNT(joints); i++) {
            if (joints[i][1] != first || !imr_reads(t, at, item.end, joints[i]))
                continue;
            imr_span left = {item.at, at}, right = {at + (uint32_t)strlen(joints[i]), item.end};
            if (belong_together(d->stage, left, right))
                continue;
            take(d, left);
            item = right;
            at = right.at;
            break;
        }
    }
    take(d, item);
}

static void take_list(const imr_diagnoses *d, imr_span list)
{
    const imr_text *t = d->stage->doc->text;
    bool dashed = imr_reads(t, list.at, list.end, "- ");
    char sign = find_sign(t, list, ';') < list.end ? ';' : ',';
    uint32_t first = list.at;
    imr_span pending = {list.at, list.at};
    while (!imr_empty(list)) {
        uint32_t end = dashed ? find_dash(t, list) : find_sign(t, list, sign);
        imr_span piece = imr_trim(t, (imr_span){list.at, end});
        list.at = end < list.end ? end + 1 : end;
        bool goes_on = !imr_empty(pending) &&
                       (only_qualifies(d->stage, piece) ||
                        imr_begins_with_any(t, piece, continuations, IMR_COUNT(continuations)) ||
                        only_qualifies(d->stage, pending));
        if (!goes_on && !imr_empty(pending))
            take_joined(d, pending);
        pending = (imr_span){goes_on ? pending.at : piece.at, piece.end};
    }
    bool subject = d->told_of && pending.at > first && !names_condition(d->stage, pending);
    if (!imr_empty(pending) && !subject)
        take_joined(d, pending);
}

/* "1. Lumbar strain. 2. Insomnia." The items' own full stops do not end the list. Returns its
 * end. */
static uint32_t take_numbered(const imr_diagnoses *d, imr_span text, uint32_t from)
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
        bool told_of = false;
        take(d, ended(s, item, &told_of));
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

void imr_field_diagnoses(const imr_stage *s)
{
    const imr_text *t = s->doc->text;
    static const imr_anchor anchors[] = {
        {"diagnos", 3, 0}, {"impression", 5, 0}, {"assess", 1, 0}, {" for", 1, 0}, {" dx", 1, 0}};
    imr_any_anchor any = imr_any_of(anchors, IMR_COUNT(anchors));
    imr_span prose = s->prose, rest = prose, unread = prose, sentence = {0};
    const imr_anchor *a;
    uint32_t found;
    while ((a = imr_next_of(t, &any, rest, &found)) != NULL) {
        imr_diagnoses d = {.stage = s};
        uint32_t at =
            a->word[1] == 'f' ? imr_treated_before(t, prose, found) : found + (a->word[0] == ' ');
        if (at == IMR_NOWHERE) {
            rest.at = found + 1;
            continue;
        }
        imr_match m;
        if (at >= sentence.end)
            sentence = imr_sentence_with(t, &unread, at);
        rest.at = found + 1;
        if (at > prose.at && strchr(" (\"'", t->clean[at - 1]) == NULL)
            continue;
        uint32_t start = imr_diagnoses_start(s, sentence, prose, at, &d);
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
            list = ended(s, list, &d.told_of);
        if (d.told_of && imr_diagnoses_denied(s, &d, sentence, list.end)) {
            rest.at = list.end;
            continue;
        }
        take_list(&d, list);
        if (list.end > rest.at)
            rest.at = list.end;
    }
}
