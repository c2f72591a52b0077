/* field_injury.c - date of injury, and cumulative trauma.
 *
 * A summary has many dates. The injury's has its label beside it ("date of injury of D", "a D date
 * of injury"), or follows the injury in one sentence ("was injured on D", "fell on D"), with no
 * visit, report or operation between. Where the header block has the date of injury too, it tells
 * which of several such dates is meant.
 */
#include "fields.h"

#include <string.h>

#include "ascii.h"
#include "prose.h"
#include "search.h"

enum {
    OPENING = 3,  /* sentences in which a fall or a strain is the injury that the letter is about */
    BEFORE = 240, /* bytes before a date in which its injury is looked for */
    OTHERS = 48   /* bytes before an injury in which a word makes it another one */
};

typedef struct injury_dates {
    const imr_stage *stage;
    imr_record *record;
    imr_found_date chosen, guess; /* a guess serves where nothing better is found */
    imr_span period;              /* of the chosen one, where it is a period's end */
    bool has_choice, has_guess;
} injury_dates;

/* Is the injury whose word ends at `end` another one? "Prior to the injury" is none. */
static bool is_another(const imr_stage *s, imr_span sentence, uint32_t end)
{
    imr_span rest = imr_last_of((imr_span){sentence.at, end}, OTHERS), word = {0};
    while (imr_first_in(s, rest, IMR_IN(OTHER_INJURY), &word)) {
        if (!imr_reads(s->doc->text, word.at, end, "prior to"))
            return true;
        rest.at = word.end;
    }
    return false;
}

/* Without the quotation mark or the square bracket that opens at its end. */
static imr_span before_quote(const imr_text *t, imr_span s)
{
    static const char *const curly[] = {"\xE2\x80\x9C", "\xE2\x80\x98"};
    if (imr_empty(s) || t->clean[s.end - 1] == ' ') /* as mostly */
        return s;
    if (strchr("\"'[", t->clean[s.end - 1]) != NULL)
        s.end--;
    for (size_t i = 0; i < 2 && s.end - s.at >= 3; i++)
        if (memcmp(t->clean + s.end - 3, curly[i], 3) == 0)
            s.end -= 3;
    return s;
}

/* Without "and including" at its end: "up to and including D". */
static imr_span before_including(const imr_text *t, imr_span s)
{
    static const char including[] = "and including ";
    enum { SIZE = sizeof including - 1 };
    if (s.end - s.at > SIZE && imr_reads(t, s.end - SIZE, s.end, including))
        s.end -= SIZE;
    return s;
}

/* What stands between words before a date. */
static bool between(char c)
{
    return c == ' ' || c == ',' || c == ':' || c == '(' || c == '-';
}

/* The last word of the span, taken off it. */
static bool last_word(const imr_text *t, imr_span *s, imr_span *word)
{
    while (!imr_empty(*s) && between(t->clean[s->end - 1]))
        s->end--;
    *word = (imr_span){imr_search_part_start(t->clean, s->at, s->end), s->end};
    for (char c; word->at > s->at && !between(c = t->clean[word->at - 1]) && c != '.' && c != ';';)
        word->at--;
    s->end = word->at;
    return !imr_empty(*word);
}

/* Does a preposition, or a sign, lead to the date behind `left`? */
static bool leads_to_date(const imr_stage *s, imr_span left)
{
    const imr_text *t = s->doc->text;
    imr_span word, rest = left;
    while (last_word(t, &rest, &word)) {
        imr_lists lists = imr_stage_word(s, word);
        if (!(lists & IMR_IN(BEFORE_DATE)))
            return (lists & IMR_IN(LEADS_TO_DATE)) ||
                   (word.end < left.end && between(t->clean[word.end]) &&
                    t->clean[word.end] != ' ');
    }
    return false;
}

/* ---- labels of the date ---------------------------------------------------------------------- */

/* The word that ends at `end`; empty where `left` has not all of it. */
static imr_span word_before(const imr_text *t, imr_span left, uint32_t end)
{
    imr_span word = {imr_search_part_start(t->clean, left.at, end), end};
    while (word.at > left.at && imr_of_word(t->clean[word.at - 1]))
        word.at--;
    return word.at > 0 && imr_of_word(t->clean[word.at - 1]) ? (imr_span){end, end} : word;
}

/* Goes to the word before, from which a blank alone divides it, and gives its lists. Where there is
 * none it goes to the beginning. */
static imr_lists lists_before(const imr_stage *s, imr_span left, imr_span *word)
{
    const imr_text *t = s->doc->text;
    bool blank = word->at > left.at && t->clean[word->at - 1] == ' ';
    imr_span before = blank ? word_before(t, left, word->at - 1) : (imr_span){0};
    *word = imr_empty(before) ? (imr_span){left.at, left.at} : before;
    return imr_empty(before) ? 0 : imr_stage_word(s, before);
}

/* "DOI", "D.O.I.", its last letter or full stop before `end`; `letters`: from the last. */
static bool initials(const imr_text *t, imr_span left, uint32_t end, const char *letters)
{
    uint32_t at = end;
    for (int i = 0; i < 3; i++) {
        at -= at > left.at && t->low[at - 1] == '.';
        if (at == left.at || t->low[at - 1] != letters[i])
            return false;
        at--;
    }
    return at == 0 || !imr_of_word(t->clean[at - 1]);
}

/* Does a label end with the word `last`: "date of the injury", "accident date"? */
static bool is_label(const imr_stage *s, imr_span left, imr_span last, imr_lists lists)
{
    imr_span word = last;
    imr_lists first = lists_before(s, left, &word);
    if (lists & IMR_IN(DATE_WORD))
        return (first & IMR_IN(DATED_EVENT)) != 0;
    imr_lists second = lists_before(s, left, &word);
    if (first & IMR_IN(OF))
        return (second & IMR_IN(DATE_WORD)) != 0;
    imr_lists third = lists_before(s, left, &word);
    if (second & IMR_IN(OF))
        return (third & IMR_IN(DATE_WORD)) != 0;
    return (second & IMR_IN(WHOSE)) && (third & IMR_IN(OF)) &&
           (lists_before(s, left, &word) & IMR_IN(DATE_WORD));
}

/* Is the date that of a birth: "date of birth of", "born", "DOB:"? The label of the next date may
 * stand right behind it. */
static bool is_birth(const imr_text *t, imr_span left)
{
    static const char *const births[] = {"birth", "birthdate", "birthday", "born"};
    static const char *const between_them[] = {"date", "in", "is", "of", "on", "was"};
    enum { WORDS = 3 };
    imr_span word;
    for (int i = 0; i < WORDS; i++) {
        while (!imr_empty(left) && between(t->clean[left.end - 1]))
            left.end--;
        if (initials(t, left, left.end, "bod"))
            return true;
        if (!last_word(t, &left, &word))
            return false;
        if (IMR_IS_ANY(t, word, births))
            return true;
        if (!IMR_IS_ANY(t, word, between_them))
            return false;
    }
    return false;
}

/* Where "in this case", "for the injured worker" begins that ends with the word; else its end. */
static uint32_t before_case(const imr_stage *s, imr_span left, imr_span word)
{
    static const char *const which[] = {"this", "the", "injured"}, *const leads[] = {"in", "for"};
    const imr_text *t = s->doc->text;
    uint32_t end = word.end;
    for (int i = 0; i < 3 && word.at > left.at && t->clean[word.at - 1] == ' '; i++) {
        word = word_before(t, left, word.at - 1);
        if (i > 0 && IMR_IS_ANY(t, word, leads))
            return word.at;
        if (!IMR_IS_ANY(t, word, which))
            break;
    }
    return end;
}

/* Does the label of the date stand before it: "a date of injury reported as", "DOI:"? *end: where
 * the label ends. */
static bool label_before(const imr_stage *s, imr_span left, uint32_t *end)
{
    const imr_text *t = s->doc->text;
    for (uint32_t at = left.end;;) {
        bool bracket = false;
        for (char c; at > left.at && (between(c = t->clean[at - 1]) || c == ')' || c == '='); at--)
            bracket |= c == ')';
        imr_span word = word_before(t, left, at);
        imr_lists lists = imr_stage_word(s, word);
        if (lists & IMR_IN(DATED_CASE)) {
            at = before_case(s, left, word);
            if (at == word.end)
                return false;
            continue;
        }
        if (!(lists & IMR_IN(BEHIND_LABEL))) {
            bool label =
                initials(t, left, at, "iod") ||
                ((lists & (IMR_IN(DATE_WORD) | IMR_IN(DATED_EVENT) | IMR_IN(DATED_EVENTS))) &&
                 is_label(s, left, word, lists));
            *end = label ? at : *end;
            return label;
        }
        if (bracket)
            return false;
        at = word.at;
    }
}

/* Does it stand behind the date: "a 9/11/10 date of injury"? */
static bool label_behind(const imr_stage *s, imr_span right)
{
    const imr_text *t = s->doc->text;
    imr_match m;
    uint32_t at = right.at;
    while (at < right.end && strchr(" ,)]\"'", t->clean[at]) != NULL)
        at++;
    imr_span word = {at, at};
    while (word.end < right.end && imr_is_letter(t->clean[word.end]))
        word.end++;
    bool sign = at < right.end && t->clean[at] == '\xE2'; /* what closes a quotation */
    return (sign || (imr_stage_word(s, word) & IMR_IN(OPENS_LABEL))) &&
           imr_stage_match(s, IMR_PATTERN_INJURY_DATE_LABEL_BEHIND, right, &m);
}

/* ---- what happened --------------------------------------------------------------------------- */

typedef struct event {
    uint32_t injury, mishap; /* where the words end that tell of it; 0 where none does */
    uint32_t from;           /* where the words begin that were read for it */
    imr_lists lists;         /* that these are in */
} event;

/* Where what a word has of the list of mishaps ends: "fall" of "falling". */
static uint32_t mishap_end(const imr_text *t, imr_span word)
{
    const imr_words_info *mishaps = &imr_words_infos[IMR_WORDS_MISHAP];
    for (size_t i = 0; i < mishaps->count; i++) {
        const char *known = mishaps->words[i];
        uint32_t size = 0;
        while (known[size] != '\0' && known[size] == t->low[word.at + size])
            size++;
        if (known[size] == '*' || (known[size] == '\0' && word.at + size == word.end))
            return word.at + size;
    }
    return word.end;
}

/* What the word tells: of an injury, or with less right of a mishap. */
static void read_event(const imr_stage *s, imr_span left, imr_span word, imr_lists lists,
                       bool mishaps, event *e)
{
    static const char *const again[] = {"re-", "re "};
    static const char *const people[] = {"worker", "employee", "individual",
                                         "person", "patient",  "body"};
    const imr_text *t = s->doc->text;
    if (!(lists & (IMR_IN(INJURY) | IMR_IN(MISHAP))) ||
        (word.at > 0 && imr_of_word(t->clean[word.at - 1])) ||
        (word.end < left.end && imr_of_word(t->clean[word.end])))
        return;
    if (lists & IMR_IN(INJURY)) {
        bool of_people = imr_reads(t, word.at, word.end, "injur") && word.end < left.end &&
                         t->clean[word.end] == ' ' &&
                         IMR_READS_ANY(t, word.end + 1, left.end, people);
        bool repeated = word.at >= 3 && IMR_READS_ANY(t, word.at - 3, word.at, again);
        if (!of_people && !repeated)
            e->injury = word.end;
    } else if (mishaps) {
        e->mishap = mishap_end(t, word);
    }
}

/* The first event told behind the last visit, report or treatment of `left`. */
static event last_event(const imr_stage *s, imr_span left, bool mishaps)
{
    const imr_lists of_events =
        IMR_IN(OTHER_DATE) | IMR_IN(OTHER_INJURY) | IMR_IN(INJURY) | IMR_IN(MISHAP);
    const imr_text *t = s->doc->text;
    event e = {.from = left.at};
    for (uint32_t at = left.end; at > left.at;) {
        imr_span word = {imr_search_part_start(t->clean, left.at, at), at};
        bool hyphen = word.at > left.at && t->clean[word.at - 1] == '-';
        if (imr_empty(word) && !hyphen) {
            at--;
            continue;
        }
        if (hyphen)
            word.at = imr_search_run_start(t->clean, left.at, at);
        at = word.at;
        while (!imr_empty(word) && t->clean[word.at] == '-')
            word.at++;
        imr_lists lists = 0;
        if (!imr_empty(word) && (imr_word_may_be_in(s->words, t, word.at) & of_events))
            lists = imr_stage_word(s, word);
        if (lists & IMR_IN(OTHER_DATE)) {
            e.from = word.end;
            break;
        }
        e.lists |= lists;
        if (!hyphen && (lists & (IMR_IN(INJURY) | IMR_IN(MISHAP))))
            read_event(s, left, word, lists, mishaps, &e);
        imr_span part = word;
        for (; hyphen && part.end > word.at; part.end = part.at - (part.at > word.at)) {
            part.at = imr_search_part_start(t->clean, word.at, part.end);
            read_event(s, left, part, imr_stage_word(s, part), mishaps, &e);
        }
    }
    return e;
}

/* "On D, he slipped and fell": the mishap follows the date that opens the sentence, with no visit,
 * report or operation between. */
static bool opens_with_date(const imr_stage *s, imr_span sentence, imr_span left, imr_span right,
                            int number)
{
    enum { BEHIND = 80 };
    imr_match m;
    imr_span word;
    if (number > OPENING || left.at != sentence.at || imr_empty(left) || left.end - left.at > 16 ||
        !imr_only_in(s, left, IMR_IN(OPENS_MISHAP)))
        return false;
    right = imr_first_of(right, BEHIND);
    if (!imr_stage_match(s, IMR_PATTERN_MISHAP_WORD, right, &m) &&
        !imr_stage_match(s, IMR_PATTERN_INJURY_WORD, right, &m))
        return false;
    return !imr_first_in(s, (imr_span){right.at, m.whole.at}, IMR_IN(OTHER_DATE), &word);
}

/* Is a period's first date told before its last, but not as a whole date: "from May 2005 to"? */
static bool period_began(const imr_stage *s, imr_span left)
{
    const imr_text *t = s->doc->text;
    imr_span word, rest = left;
    if (!last_word(t, &rest, &word) || !(imr_stage_word(s, word) & IMR_IN(JOINS_PERIOD)))
        return false;
    imr_span before = rest; /* a year stands there, or one more word that joins */
    bool year = false;
    while (!imr_empty(before) && between(t->clean[before.end - 1]))
        before.end--;
    year = !imr_empty(before) && imr_is_digit(t->clean[before.end - 1]);
    if (!year && !(last_word(t, &rest, &word) && (imr_stage_word(s, word) & IMR_IN(JOINS_PERIOD))))
        return false;
    return imr_says(s, IMR_PATTERN_PERIOD_BEGAN, imr_last_of(left, BEFORE));
}

static bool reported_on(const imr_text *t, imr_span left)
{
    static const char reported[] = " reported on ";
    enum { SIZE = sizeof reported - 1 };
    return left.end - left.at > SIZE && imr_reads(t, left.end - SIZE, left.end, reported);
}

/* "An industrial injury (was) reported on D", with nothing else that was reported then. *told: the
 * injury. */
IMR_APART bool injury_reported(const imr_stage *s, imr_span left, imr_span right, uint32_t *told)
{
    static const char *const behind[] = {"after", "as",   "at",    "due",   "from", "in",
                                         "of",    "when", "where", "which", "while"};
    const imr_text *t = s->doc->text;
    imr_match m;
    uint32_t at = right.at + 1;
    if (at < right.end && t->clean[right.at] == ' ') {
        imr_span next = {at, imr_search_word_end(t->clean, at, right.end)};
        if (!IMR_IS_ANY(t, next, behind))
            return false;
    }
    if (!imr_stage_match(s, IMR_PATTERN_INJURY_REPORTED, left, &m))
        return false;
    *told = m.whole.at;
    return true;
}

/* Is the date one of the injury, by what stands before it (`left`) and behind it? */
static bool is_of_injury(const imr_stage *s, imr_span sentence, imr_span left, imr_span right,
                         int number)
{
    const imr_text *t = s->doc->text;
    left = imr_last_of(left, BEFORE);
    uint32_t told = left.end;
    if (!label_before(s, left, &told) && (!label_behind(s, right) || is_birth(t, left)) &&
        !opens_with_date(s, sentence, left, right, number)) {
        if (!leads_to_date(s, left) && !period_began(s, left))
            return false;
        if (reported_on(t, left) && injury_reported(s, left, right, &told))
            return !is_another(s, sentence, told);
        event e = last_event(s, left, number <= OPENING);
        told = e.injury > 0 ? e.injury : e.mishap;
        if (told == 0)
            return false;
        /* All words that could make it another one were read already. */
        if (!(e.lists & IMR_IN(OTHER_INJURY)) && (e.from == sentence.at || e.from + OTHERS <= told))
            return true;
    }
    return !is_another(s, sentence, told);
}

/* Does "between", or "between the dates of", stand at the end? */
static bool opens_period(const imr_text *t, imr_span left)
{
    static const char *const openings[] = {"between ", "between the dates ",
                                           "between the dates of ", "between dates of "};
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
        uint32_t size = (uint32_t)strlen(openings[i]);
        if (left.end - left.at >= size && imr_reads(t, left.end - size, left.end, openings[i]))
            return true;
    }
    return false;
}

/* Does what stands between two dates begin like "to", "until", "and", "ending" or a dash? */
static bool may_join_period(const imr_text *t, imr_span between)
{
    static const char firsts[] = "-\xE2tuae";
    while (!imr_empty(between) && t->clean[between.at] == ' ')
        between.at++;
    return !imr_empty(between) && strchr(firsts, t->low[between.at]) != NULL;
}

/* Does a period's last date follow its first? */
static bool ends_period(const imr_stage *s, imr_span left, imr_span right, imr_found_date *last)
{
    enum { LONGEST = 40 }; /* bytes from the one to the other */
    const imr_text *t = s->doc->text;
    right = imr_first_of(right, LONGEST);
    if (!imr_next_date(t, right, last))
        return false;
    imr_span between = {right.at, last->span.at};
    if (imr_reads(t, between.at, between.end, " and "))
        return between.end - between.at == 5 && opens_period(t, left);
    return may_join_period(t, between) && imr_says(s, IMR_PATTERN_PERIOD_JOINS, between);
}

/* Takes a date of the injury in. True where no better one can come. */
static bool take(injury_dates *d, const imr_found_date *date, imr_span period)
{
    const imr_stage *s = d->stage;
    if (date->reading == IMR_DATE_IMPOSSIBLE) {
        imr_set_date(s, d->record, IMR_injury_date, "injury.date", date);
        return false;
    }
    bool agrees = imr_header_agrees(s, IMR_case_date_of_injury, date->date);
    if (!d->has_choice || agrees) {
        d->chosen = *date;
        d->period = period;
        d->has_choice = true;
    }
    const imr_record *header = imr_inside(s->doc->root, IMR_document_case);
    return agrees || !imr_has(header, IMR_case_date_of_injury);
}

/* "DOI: CT through D", "a CT injury through D": cumulative trauma, told with one date. */
static bool cumulative_until(const imr_stage *s, imr_span left)
{
    enum { NEAR = 48 };
    const imr_text *t = s->doc->text;
    imr_match m;
    left = imr_last_of(left, NEAR);
    return imr_search(t->clean, left.at, left.end, "CT", 2) != IMR_NOWHERE &&
           imr_stage_match(s, IMR_PATTERN_CT_UNTIL, left, &m);
}

/* True where the date of injury is settled. */
static bool read_sentence(injury_dates *d, imr_span sentence, int number, bool tells_age)
{
    const imr_stage *s = d->stage;
    const imr_text *t = s->doc->text;
    imr_span rest = sentence, left = {sentence.at, sentence.at};
    imr_found_date date, last;
    bool of_injury = false;
    while (imr_next_date(t, rest, &date)) {
        left = before_including(t, before_quote(t, (imr_span){left.at, date.span.at}));
        rest.at = date.span.end;
        bool period = ends_period(s, left, rest, &last);
        if (d->has_choice && !period && !imr_header_agrees(s, IMR_case_date_of_injury, date.date)) {
            left.at = rest.at;
            continue;
        }
        /* "3/4/2009 and 5/6/2012" */
        bool goes_on = of_injury && date.span.at - left.at <= 6;
        of_injury = goes_on || is_of_injury(s, sentence, left, rest, number) ||
                    (period && imr_says(s, IMR_PATTERN_PERIOD_LABEL, imr_last_of(left, BEFORE)));
        imr_span whole = {0};
        if (period) {
            whole = (imr_span){date.span.at, last.span.end};
            date = last;
            rest.at = last.span.end;
        }
        if (of_injury && imr_empty(whole) && (period_began(s, left) || cumulative_until(s, left)))
            whole = date.span;
        if (of_injury && take(d, &date, whole))
            return true;
        if (!of_injury && tells_age && !d->has_guess && date.reading == IMR_DATE_READ &&
            leads_to_date(s, left) && !imr_first_in(s, left, IMR_IN(OTHER_DATE), &(imr_span){0})) {
            d->guess = date;
            d->has_guess = true;
        }
        left.at = rest.at;
    }
    return false;
}

/* "The mechanism of injury was noted to be repetitive motion", at `at` "repetitive". */
IMR_APART bool mechanism_is(const imr_stage *s, imr_span prose, uint32_t at, imr_match *m)
{
    enum { NEAR = 80 };
    imr_span said = imr_last_of((imr_span){prose.at, at}, NEAR);
    said.end = prose.end;
    return imr_stage_match(s, IMR_PATTERN_REPETITIVE_MECHANISM, imr_first_of(said, 2 * NEAR), m);
}

static void set_cumulative(const imr_stage *s, imr_record *injury, imr_span prose)
{
    const imr_text *t = s->doc->text;
    for (const imr_cue *cue = s->cues[IMR_CUE_CUMULATIVE]; cue != NULL; cue = cue->next) {
        imr_match m;
        imr_span rest = {cue->at, prose.end};
        if (((imr_stage_match(s, IMR_PATTERN_CUMULATIVE, rest, &m) && m.whole.at == rest.at) ||
             (t->low[rest.at] == 'r' && mechanism_is(s, prose, rest.at, &m))) &&
            !is_another(s, prose, rest.at)) {
            imr_set_boolean(injury, IMR_injury_cumulative, true, m.whole);
            return;
        }
    }
}

static bool wants_cumulative(const imr_stage *s)
{
    const imr_projection *p = s->doc->projection;
    return imr_wanted(&p->nodes[0], IMR_document_injury) &&
           imr_wanted(&p->nodes[p->nodes[0].child[IMR_document_injury]], IMR_injury_cumulative);
}

void imr_field_injury(const imr_stage *s)
{
    const imr_text *t = s->doc->text;
    injury_dates dates = {.stage = s};
    dates.record = imr_open(s->doc, s->doc->root, IMR_document_injury);
    imr_span sentence = s->opening, rest = {sentence.end, s->prose.end}, age = {0};
    const imr_record *worker = imr_inside(s->doc->root, IMR_document_worker);
    if (imr_has(worker, IMR_worker_age))
        age = worker->values[IMR_worker_age].span;
    bool more = !imr_empty(sentence);
    for (int number = 1; more; number++) {
        bool tells_age = age.at >= sentence.at && age.end <= sentence.end && !imr_empty(age);
        more = !read_sentence(&dates, sentence, number, tells_age) &&
               imr_next_sentence(t, &rest, &sentence);
    }
    if (!dates.has_choice && dates.has_guess) {
        dates.chosen = dates.guess;
        dates.has_choice = true;
    }
    if (dates.has_choice)
        imr_set_date(s, dates.record, IMR_injury_date, "injury.date", &dates.chosen);
    if (wants_cumulative(s))
        set_cumulative(s, dates.record, s->prose);
    if (!imr_empty(dates.period))
        imr_set_boolean(dates.record, IMR_injury_cumulative, true, dates.period);
    imr_date_of_header(s, dates.record, IMR_injury_date, IMR_case_date_of_injury);
}
