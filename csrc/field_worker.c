/* field_worker.c - age and sex of the injured worker.
 *
 * The summary opens with them: "The injured worker is a 38-year-old right-handed male". Other
 * people have ages as well (a father, a child), and so have injuries and histories.
 */
#include "fields.h"

#include <string.h>

#include "ascii.h"
#include "prose.h"

enum { YOUNGEST = 16, OLDEST = 99 }; /* of workers who are hurt */

/* ---- age ------------------------------------------------------------------------------------- */

/* "fifty-two" */
static int number_in_words(const imr_text *t, imr_span words)
{
    static const struct {
        const char *word;
        int value;
    } numbers[] = {{"twenty", 20},   {"thirty", 30},  {"forty", 40},     {"fourty", 40},
                   {"fifty", 50},    {"sixty", 60},   {"seventy", 70},   {"eighty", 80},
                   {"ninety", 90},   {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18},
                   {"nineteen", 19}, {"one", 1},      {"two", 2},        {"three", 3},
                   {"four", 4},      {"five", 5},     {"six", 6},        {"seven", 7},
                   {"eight", 8},     {"nine", 9}};
    int sum = 0;
    for (uint32_t at = words.at; at < words.end;) {
        size_t best = 0;
        int value = 0;
        for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
            if (strlen(numbers[i].word) > best && imr_reads(t, at, words.end, numbers[i].word)) {
                best = strlen(numbers[i].word);
                value = numbers[i].value;
            }
        sum += value;
        at += best > 0 ? (uint32_t)best : 1;
    }
    return sum;
}

/* "38-year-old", "38 year old": as nearly all letters have it. */
static bool plain_age(const imr_text *t, uint32_t at, uint32_t end, imr_match *m)
{
    uint32_t next = at + 2;
    if (at == 0 || t->clean[at - 1] != ' ')
        return false;
    next += t->clean[next] == ' ' || t->clean[next] == '-';
    if (!imr_reads(t, next, end, "year"))
        return false;
    next += 4;
    next += t->low[next] == 's';
    if ((t->clean[next] != ' ' && t->clean[next] != '-') || !imr_reads(t, next + 1, end, "old"))
        return false;
    next += 4;
    if (next < end && t->clean[next] != ' ' && t->clean[next] != '-' && t->clean[next] != ',')
        return false;
    *m = (imr_match){.whole = {at, next}, .group[1] = {at, at + 2}};
    return true;
}

/* The next age in the span. */
static bool next_age(const imr_stage *s, imr_span rest, imr_match *m)
{
    const imr_text *t = s->doc->text;
    imr_span word;
    while (imr_next_word(t, &rest, &word)) {
        const char *p = t->clean + word.at;
        bool digits = p[0] >= '1' && p[0] <= '9' && imr_is_digit(p[1]);
        if (digits && plain_age(t, word.at, rest.end, m))
            return true;
        if ((digits || (imr_stage_word(s, word) & IMR_IN(AGE))) &&
            imr_stage_match(s, IMR_PATTERN_AGE, (imr_span){word.at, rest.end}, m))
            return true;
    }
    return false;
}

/* Is the age before `behind` that of something or somebody else, or of another day? */
static bool is_of_another(const imr_stage *s, imr_span behind)
{
    const imr_text *t = s->doc->text;
    uint32_t at = behind.at;
    while (at < behind.end && (t->clean[at] == ' ' || t->clean[at] == ',' || t->clean[at] == '-'))
        at++;
    imr_span word = {at, at};
    while (word.end < behind.end && imr_is_letter(t->clean[word.end]))
        word.end++;
    imr_lists lists = imr_stage_word(s, word);
    if (!(lists & IMR_IN(BEHIND_AGE)) ||
        ((lists & IMR_IN(SEX)) && !imr_reads(t, word.end, behind.end, " at ")))
        return false;
    return imr_says(s, IMR_PATTERN_AGE_OF_ANOTHER, behind);
}

static int years_in_figures(const imr_text *t, imr_span two)
{
    return (t->clean[two.at] - '0') * 10 + (t->clean[two.at + 1] - '0');
}

static int age_of(const imr_text *t, const imr_match *m, imr_span *evidence)
{
    if (!imr_empty(m->group[2])) {
        *evidence = m->group[2];
        return number_in_words(t, m->group[2]);
    }
    *evidence = !imr_empty(m->group[1]) ? m->group[1] : m->group[3];
    return years_in_figures(t, *evidence);
}

/* "52M" is an age with the sex only where it opens the summary, or tells what somebody is. */
static bool may_be_glued(const imr_text *t, imr_span prose, const imr_match *m)
{
    static const char *const leads[] = {"a", "an", "is", "this"};
    uint32_t at = m->whole.at, end = m->whole.end;
    if (!imr_is_digit(t->clean[end - 1]) || end >= prose.end || !imr_is_letter(t->clean[end]))
        return true;
    while (at > prose.at && t->clean[at - 1] == ' ')
        at--;
    uint32_t from = at;
    while (from > prose.at && imr_is_letter(t->clean[from - 1]))
        from--;
    return at == prose.at || IMR_IS_ANY(t, ((imr_span){from, at}), leads);
}

/* An age's own full stop ends no sentence: "53 yr. old female", "53 y/o. female". Returns where the
 * sentence ends. */
IMR_APART uint32_t end_behind_age(const imr_text *t, imr_span prose, imr_span age)
{
    imr_span ahead = imr_trim(t, (imr_span){age.end + (t->clean[age.end] == '.'), prose.end}), more;
    bool goes_on = !imr_empty(ahead) && !imr_is_upper(t->clean[ahead.at]) &&
                   imr_next_sentence(t, &ahead, &more);
    return goes_on ? more.end : age.end;
}

/* "The injured worker is a ", "This is a ": what leads to the age in most letters. */
static bool plain_lead(const imr_text *t, imr_span lead)
{
    /* by the fifth letter; a blank's place is 0 */
    static const char *const subjects[32] = {
        "this",
        ['a' & 31] = "the applicant",
        ['c' & 31] = "the claimant",
        ['e' & 31] = "the employee",
        ['i' & 31] = "the injured worker",
        ['p' & 31] = "the patient",
        ['w' & 31] = "the worker",
    };
    static const char *const joints[] = {" is a ", ", a ", " "};
    if (imr_is(t, lead, "a "))
        return true;
    const char *subject = subjects[t->low[lead.at + 4] & 31];
    if (subject == NULL || !imr_reads(t, lead.at, lead.end, subject))
        return false;
    lead.at += (uint32_t)strlen(subject);
    return IMR_IS_ANY(t, lead, joints);
}

/* May the words tell of somebody else, or of an age in words? */
IMR_APART bool may_tell_otherwise(const imr_stage *s, imr_span before)
{
    const imr_text *t = s->doc->text;
    imr_span word;
    while (imr_first_in(s, before, IMR_IN(AGE) | IMR_IN(PEOPLE), &word)) {
        /* "the patient he hit" */
        if (!imr_is(t, word, "patient") || strchr(" hsw", t->low[word.end + 1]) != NULL)
            return true;
        before.at = word.end;
    }
    return false;
}

/* "The injured worker is a 38-year-old": the first figures of the summary are those of the age, as
 * in most letters. */
static bool opening_age(const imr_stage *s, imr_match *m)
{
    const imr_text *t = s->doc->text;
    uint32_t at = imr_search_figure(t->clean, s->opening.at, s->opening.end);
    imr_span before = {s->opening.at, at};
    return imr_is_digit(t->clean[at + 1]) && plain_age(t, at, s->prose.end, m) &&
           m->whole.end + 1 < s->opening.end && years_in_figures(t, m->group[1]) >= YOUNGEST &&
           (plain_lead(t, before) || !may_tell_otherwise(s, before));
}

/* Sets the age that stands anywhere in the summary; *sentence and *age: where it does. */
IMR_APART bool search_age(const imr_stage *s, imr_span prose, imr_record *worker,
                          imr_span *sentence, imr_span *age)
{
    const imr_text *t = s->doc->text;
    imr_span rest = prose, unread = prose;
    imr_match m;
    *sentence = (imr_span){0};
    while (next_age(s, rest, &m)) {
        rest.at = m.whole.end;
        if (m.whole.at < s->opening.end) {
            *sentence = s->opening;
            unread.at = sentence->end;
        } else if (m.whole.at >= sentence->end) {
            *sentence = imr_sentence_with(t, &unread, m.whole.at);
        }
        imr_span evidence;
        int years = age_of(t, &m, &evidence);
        if (years < YOUNGEST || years > OLDEST || !may_be_glued(t, prose, &m) ||
            is_of_another(s, rest) || imr_of_another(s, *sentence, m.whole.at))
            continue;
        imr_set_integer(worker, IMR_worker_age, years, evidence);
        *age = m.whole;
        if (age->end + 1 >= sentence->end && t->low[age->end - 1] != 's')
            sentence->end = end_behind_age(t, prose, *age);
        return true;
    }
    return false;
}

/* ---- sex ------------------------------------------------------------------------------------- */

static void set_sex(const imr_stage *s, imr_record *worker, imr_span word)
{
    char first = (char)(s->doc->text->clean[word.at] | 0x20);
    bool female = first == 'f' || first == 'w' || first == 'l';
    imr_set_constant(worker, IMR_worker_sex, female ? "female" : "male", word);
}

static bool between_words(char c)
{
    return c == ' ' || c == ',' || c == '/' || c == '(' || c == '-';
}

/* Behind the age, before anything else is told: "a 38-year-old right-handed male", "a 52 y/o F". */
static bool sex_behind_age(const imr_stage *s, imr_record *worker, imr_span after)
{
    enum { WORDS = 9 };
    const imr_text *t = s->doc->text;
    static const char *const hands[] = {"handed", "dominant", "hand"};
    imr_span word = {0};
    if (imr_reads(t, after.at, after.end, "."))
        after.at++; /* of "y.o." */
    for (int i = 0; i < WORDS; i++) {
        uint32_t from = after.at;
        bool told_hand = i > 0 && IMR_IS_ANY(t, word, hands);
        if (!imr_next_word(t, &after, &word))
            return false;
        for (; from < word.at; from++)
            if (!between_words(t->clean[from]))
                return false;
        bool letter = (i == 0 || told_hand) && word.end - word.at == 1 &&
                      (t->clean[word.at] == 'M' || t->clean[word.at] == 'F');
        imr_lists lists = imr_stage_word(s, word);
        if (letter || (lists & IMR_IN(SEX))) {
            set_sex(s, worker, word);
            return true;
        }
        if (lists & IMR_IN(TURNS_FROM_WORKER))
            return false;
    }
    return false;
}

/* Beside the age: so, or "this female cook, aged 38". */
static bool sex_with_age(const imr_stage *s, imr_record *worker, imr_span sentence, imr_span age)
{
    imr_match m;
    imr_span before = {sentence.at, age.at}, after = {age.end, sentence.end};
    if (sex_behind_age(s, worker, after))
        return true;
    if (!imr_stage_match(s, IMR_PATTERN_SEX_WORD, before, &m))
        return false;
    set_sex(s, worker, m.group[1]);
    return true;
}

/* Elsewhere: "This gentleman", "The patient is an obese female". */
IMR_APART bool sex_of_subject(const imr_stage *s, imr_record *worker, imr_span prose)
{
    enum { BEFORE = 100 }; /* bytes in which the worker is named */
    const imr_text *t = s->doc->text;
    imr_anchor anchors[] = {{"male", 0, 0}, {"man", 0, 0}, {"lady", 3, 0}};
    imr_span rest = prose, unread = prose, sentence = {0};
    const imr_anchor *a;
    while ((a = imr_next_anchor(t, anchors, 3, rest)) != NULL) {
        imr_match m;
        if (a->at >= sentence.end)
            sentence = imr_sentence_with(t, &unread, a->at);
        rest.at = a->at + 1;
        if (!imr_says(s, IMR_PATTERN_LEADS_TO_SEX,
                      imr_last_of((imr_span){sentence.at, a->at}, BEFORE)))
            continue;
        uint32_t word = a->at;
        while (word > sentence.at && t->clean[word - 1] != ' ')
            word--;
        if (imr_stage_match(s, IMR_PATTERN_SEX_WORD, (imr_span){word, sentence.end}, &m) &&
            m.whole.at == word) {
            set_sex(s, worker, m.group[1]);
            return true;
        }
    }
    return false;
}

typedef enum pronoun { NEITHER, HE, SHE } pronoun;

/* The pronoun whose letter h stands at `at`; *word is the whole of it. "he/she" and "his or her"
 * are none. */
static pronoun pronoun_at(const imr_text *t, imr_span prose, uint32_t at, imr_span *word)
{
    static const struct {
        const char *word;
        pronoun is;
    } pronouns[] = {{"he", HE},   {"him", HE},  {"his", HE},   {"himself", HE},
                    {"she", SHE}, {"her", SHE}, {"hers", SHE}, {"herself", SHE}};
    uint32_t from = at;
    if (from > prose.at && (t->clean[from - 1] | 0x20) == 's')
        from--;
    if (from > prose.at && strchr(" (\"'", t->clean[from - 1]) == NULL)
        return NEITHER;
    uint32_t end = at;
    while (end < prose.end && imr_is_letter(t->clean[end]))
        end++;
    *word = (imr_span){from, end};
    if (imr_reads(t, end, prose.end, "/") || imr_reads(t, end, prose.end, " or h") ||
        imr_reads(t, end, prose.end, " or s"))
        return NEITHER;
    if (from >= prose.at + 4 && imr_reads(t, from - 4, from, " or "))
        return NEITHER;
    for (size_t i = 0; i < sizeof pronouns / sizeof *pronouns; i++)
        if (end - from == strlen(pronouns[i].word) && imr_reads(t, from, end, pronouns[i].word))
            return pronouns[i].is;
    return NEITHER;
}

/* The pronouns of the summary, where they all agree. */
IMR_APART void sex_of_pronouns(const imr_stage *s, imr_record *worker, imr_span prose)
{
    const imr_text *t = s->doc->text;
    pronoun is = NEITHER;
    imr_span first = {0}, word;
    for (uint32_t at = prose.at; at < prose.end; at++) {
        const char *small = memchr(t->clean + at, 'h', prose.end - at);
        uint32_t next = small ? (uint32_t)(small - t->clean) : prose.end;
        const char *capital = memchr(t->clean + at, 'H', next - at);
        at = capital ? (uint32_t)(capital - t->clean) : next;
        pronoun here = at < prose.end ? pronoun_at(t, prose, at, &word) : NEITHER;
        if (here == NEITHER || here == is)
            continue;
        if (is != NEITHER)
            return;
        is = here;
        first = word;
    }
    if (is != NEITHER)
        imr_set_constant(worker, IMR_worker_sex, is == SHE ? "female" : "male", first);
}

/* May the sex stand at a label, or a title in the text? Few have either. */
static bool may_label_sex(const imr_text *t, imr_span text)
{
    const char *p = t->clean + text.at, *end = t->clean + text.end;
    for (const char *m = p; (m = memchr(m, 'M', (size_t)(end - m))) != NULL; m++)
        if (m[1] == 'r' || m[1] == 's')
            return true;
    for (; (p = memchr(p, ':', (size_t)(end - p))) != NULL; p++)
        if (p >= t->clean + text.at + 3 && strchr(" xr", p[-1]) != NULL)
            return true;
    return false;
}

/* "Sex: F", "Ms.  sustained a strain": a label, or the title of the worker, whose name was taken
 * out. */
IMR_APART bool sex_of_label(const imr_stage *s, imr_record *worker, imr_span prose)
{
    enum { OPENING = 600 }; /* bytes in which the worker is told of */
    imr_span opening = imr_first_of(prose, OPENING);
    imr_match m;
    if (!may_label_sex(s->doc->text, opening) ||
        !imr_stage_match(s, IMR_PATTERN_SEX_OF_LABEL, opening, &m))
        return false;
    if (!imr_empty(m.group[1]))
        set_sex(s, worker, m.group[1]);
    else
        imr_set_constant(worker, IMR_worker_sex,
                         imr_is(s->doc->text, m.group[2], "mr") ? "male" : "female", m.group[2]);
    return true;
}

/* The word for the sex right behind the age, and no other day: "a 38-year-old male". */
static bool sex_right_behind(const imr_stage *s, imr_record *worker, imr_span after)
{
    const imr_text *t = s->doc->text;
    imr_span word = {after.at + 1, imr_search_run_end(t->clean, after.at + 1, after.end)};
    if (t->clean[after.at] != ' ' || !(imr_stage_word(s, word) & IMR_IN(SEX)) ||
        imr_reads(t, word.end, after.end, " at "))
        return false;
    set_sex(s, worker, word);
    return true;
}

void imr_field_worker(const imr_stage *s)
{
    imr_span prose = s->prose;
    if (imr_empty(prose))
        return;
    imr_record *worker = imr_open(s->doc, s->doc->root, IMR_document_worker);
    imr_span sentence = s->opening, age;
    imr_match m;
    bool told = opening_age(s, &m);
    if (told) {
        age = m.whole;
        bool with_sex = sex_right_behind(s, worker, (imr_span){age.end, sentence.end});
        told = with_sex || !is_of_another(s, (imr_span){age.end, prose.end});
        if (told)
            imr_set_integer(worker, IMR_worker_age, years_in_figures(s->doc->text, m.group[1]),
                            m.group[1]);
        if (with_sex)
            return;
    }
    if ((told || search_age(s, prose, worker, &sentence, &age)) &&
        sex_with_age(s, worker, sentence, age))
        return;
    if (!sex_of_subject(s, worker, prose) && !sex_of_label(s, worker, prose))
        sex_of_pronouns(s, worker, prose);
}
