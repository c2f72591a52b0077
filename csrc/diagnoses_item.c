/* diagnoses_item.c - one diagnosis: whether a text names one, and what of it is only said around
 * it.
 */
#include "diagnoses.h"

#include <string.h>

#include "ascii.h"

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
                   END("paresis"), END("listhesis"), END("lysis"), END("algias"), END("spasms"),
                   END("esthesias")},
    LETTER('y') = {END("opathy"), END("ectomy"), END("plasty"), END("otomy"), END("oscopy"),
                   END("trophy")},
};

/* What is said in place of a diagnosis. */
static const char *const no_items[] = {
    "not ",    "no ",       "without ",  "negative ", "none",       "unknown",
    "unclear", "unchanged", "same",      "above",     "the above",  "follows",
    "pending", "deferred",  "n/a",       "that ",     "available",  "listed",
    "to ",     "what ",     "made ",     "gaf ",      "in doubt",   "in question",
    "omitted", "missing",   "illegible", "lacking",   "normal stud"};
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

bool imr_is_condition(const imr_text *t, imr_span word, imr_lists terms)
{
    return (terms & IMR_TERM(CONDITION)) || ends_like_condition(t, word);
}

bool imr_names_condition(const imr_stage *s, imr_span span)
{
    const imr_text *t = s->doc->text;
    imr_span word;
    while (imr_next_word(t, &span, &word))
        if (imr_is_condition(t, word, imr_stage_term(s, word)))
            return true;
    return false;
}

bool imr_is_level(const imr_text *t, imr_span word)
{
    const char *low = t->low + word.at;
    return imr_is_digit(low[0]) ? t->clean[word.at - 1] == '/'
                                : imr_is_digit(low[1]) && strchr("clst", low[0]) != NULL;
}

bool imr_only_qualifies(const imr_stage *s, imr_span span)
{
    imr_span word;
    while (imr_next_word(s->doc->text, &span, &word)) {
        if (imr_is_level(s->doc->text, word))
            continue;
        imr_lists terms = imr_stage_term(s, word);
        if (!(terms & IMR_TERM(QUALIFIER)) || imr_is_condition(s->doc->text, word, terms))
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

uint32_t imr_axis(const imr_text *t, imr_span item)
{
    uint32_t at = item.at + (uint32_t)strlen("axis ");
    if (!imr_reads(t, item.at, item.end, "axis i"))
        return 0;
    while (at < item.end && t->low[at] == 'i')
        at++;
    if (at >= item.end || strchr(" :,-", t->clean[at]) == NULL)
        return 0;
    while (at < item.end && strchr(" :,-", t->clean[at]) != NULL)
        at++;
    return at - item.at;
}

/* The bytes of a label or a number at its beginning: "Axis I:", "secondary diagnosis:", "2-". */
IMR_APART uint32_t numbering(const imr_text *t, imr_span item)
{
    static const char *const labels[] = {"primary diagnosis:", "secondary diagnosis:"};
    if (t->low[item.at] == 'a')
        return imr_axis(t, item);
    for (size_t i = 0; i < IMR_COUNT(labels); i++)
        if (imr_reads(t, item.at, item.end, labels[i]))
            return (uint32_t)strlen(labels[i]);
    uint32_t at = item.at;
    while (at < item.at + 2 && imr_is_digit(t->clean[at]))
        at++;
    bool number = at > item.at && at + 1 < item.end && strchr("-.)", t->clean[at]) != NULL &&
                  t->clean[at + 1] == ' ';
    return number ? at + 2 - item.at : 0;
}

static bool may_be_numbered(const char *low)
{
    return imr_is_digit(low[0]) || (low[0] == 'a' && low[1] == 'x') ||
           (low[0] == 'p' && low[1] == 'r') || (low[0] == 's' && low[1] == 'e');
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

imr_span imr_bare_diagnosis(const imr_stage *s, imr_span item)
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
        if (!imr_empty(item) && may_be_numbered(t->low + item.at))
            item.at += numbering(t, item);
        if (item.at == before.at && item.end == before.end)
            return item;
    }
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
           (!imr_names_condition(s, item) || imr_find_any_case(t, item, "injur", 5) != IMR_NOWHERE);
}

/* "for" of "gout, for which ..." */
static bool only_closes(const imr_stage *s, imr_span item)
{
    enum { LONGEST = 5 };
    return item.end - item.at <= LONGEST && (imr_stage_term(s, item) & IMR_TERM(CLOSES_ITEM));
}

void imr_add_diagnosis(const imr_stage *s, imr_span item)
{
    enum { SHORTEST = 3, MOST = 200 }; /* bytes; diagnoses of a letter */
    imr_record *root = s->doc->root;
    uint32_t size = item.end - item.at;
    if (size >= SHORTEST && root->values[IMR_document_diagnoses].size < MOST)
        imr_add_unique(s->doc, root, IMR_document_diagnoses, s->doc->text->clean + item.at, size,
                       item);
}

void imr_take_diagnosis(const imr_diagnoses *d, imr_span item)
{
    enum { LONGEST = 200 }; /* bytes */
    const imr_text *t = d->stage->doc->text;
    item = imr_trim(t, item);
    if (d->treated &&
        (imr_begins_with_any(t, item, no_treated_items, IMR_COUNT(no_treated_items)) ||
         work_alone(d->stage, item)))
        return;
    imr_span word;
    bool may_be_none =
        d->doubtful || (d->treated && has_term(d->stage, item, IMR_TERM(TIME), &word));
    if (may_be_none && !imr_names_condition(d->stage, item))
        return;
    item = imr_bare_diagnosis(d->stage, item);
    if (imr_empty(item) || item.end - item.at > LONGEST || only_closes(d->stage, item) ||
        imr_begins_with_any(t, item, no_items, IMR_COUNT(no_items)) ||
        imr_only_qualifies(d->stage, item) || only_date(t, item))
        return;
    imr_add_diagnosis(d->stage, item);
}
