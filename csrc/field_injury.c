/* field_injury.c - date of injury, and cumulative trauma.
 *
 * A summary has many dates. The injury's has its label beside it ("date of injury of D", "a D date
 * of injury"), or follows the injury in one sentence ("was injured on D", "fell on D"), with no
 * visit, report or operation between. Where the header block has the date of injury too, it tells
 * which of several such dates is meant.
 */
#include "fields.h"

#include <string.h>

#include "prose.h"

enum {
    OPENING = 3,  /* sentences in which a fall or a strain is the injury that the letter is about */
    BEFORE = 240, /* bytes before a date in which its injury is looked for */
    OTHERS = 48   /* bytes before an injury in which a word makes it another one */
};

/* What a date may not have between itself and the injury told before it: then it is the date of a
 * visit, a report, a treatment. */
static const char *const others[] = {
    "admitted",  "again",      "ame",         "arthroscop*",  "birth",
    "block*",    "born",       "certif*",     "complain*",    "consult*",
    "denied",    "denies",     "deposition",  "diagnos*",     "discharged",
    "doctor*",   "document*",  "dr",          "electrodiag*", "emg",
    "evaluat*",  "exacerbat*", "exam*",       "flare*",       "follow*",
    "fusion",    "hired",      "imag*",       "inject*",      "letter*",
    "modif*",    "mri",        "non-certif*", "note",         "noted",
    "notes",     "operat*",    "physician*",  "prescri*",     "present",
    "presented", "presents",   "qme",         "radiograph*",  "re-evaluat*",
    "re-injur*", "record*",    "reevaluat*",  "reinjur*",     "releas*",
    "report*",   "request*",   "retired",     "return*",      "review*",
    "scan*",     "seen",       "settled",     "start*",       "stationary",
    "studies",   "study",      "surg*",       "terminat*",    "therapy",
    "treat*",    "underwent",  "utilization", "visit*",       "wrote",
    "x-ray*",    "xray*",      NULL};

/* What makes an injury another one than the letter is about. */
static const char *const not_this[] = {
    "another",    "childhood",      "denied",        "denies",       "earlier",     "former",
    "no",         "non-industrial", "nonindustrial", "pre-existing", "preexisting", "previous",
    "previously", "prior",          "second",        "separate",     "subsequent",  "unrelated",
    NULL};

/* What leads to a date, and what may stand between the two. */
static const char *const prepositions[] = {
    "accident",  "at",       "between", "date",  "dated",   "dates",    "ended",  "ending",
    "from",      "happened", "hurt",    "in",    "injured", "injuries", "injury", "occurred",
    "occurring", "of",       "on",      "since", "through", "to",       "until",  NULL};
static const char *const fillers[] = {"about",      "approximately", "around", "or",
                                      "reportedly", "the",           NULL};
/* What joins a period's dates, where the first is no whole one. */
static const char *const period_joints[] = {"and", "on", "through", "thru", "to", "until", NULL};
/* Without these no label of the date stands before it. */
static const char *const labels[] = {"d", "date", "dates", "doi", NULL};

typedef struct injury_dates {
    const imr_stage *stage;
    imr_record *record;
    imr_found_date chosen, guess; /* a guess serves where nothing better is found */
    imr_span period;              /* of the chosen one, where it is a period's end */
    bool has_choice, has_guess;
} injury_dates;

/* What of `left` stands behind the last visit, report or treatment told in it. */
static imr_span after_others(const imr_text *t, imr_span left)
{
    imr_span rest = left, word;
    while (imr_has_word(t, rest, others, &word))
        left.at = rest.at = word.end;
    return left;
}

/* Is the injury whose word ends at `end` another one? "Prior to the injury" is none. */
static bool is_another(const imr_text *t, imr_span sentence, uint32_t end)
{
    imr_span rest = imr_last_of((imr_span){sentence.at, end}, OTHERS), word;
    while (imr_has_word(t, rest, not_this, &word)) {
        if (!imr_reads(t, word.at, end, "prior to"))
            return true;
        rest.at = word.end;
    }
    return false;
}

/* Without the quotation mark or the square bracket that opens at its end. */
static imr_span before_quote(const imr_text *t, imr_span s)
{
    static const char *const curly[] = {"\xE2\x80\x9C", "\xE2\x80\x98"};
    if (!imr_empty(s) && strchr("\"'[", t->clean[s.end - 1]) != NULL)
        s.end--;
    for (size_t i = 0; i < 2 && s.end - s.at >= 3; i++)
        if (memcmp(t->clean + s.end - 3, curly[i], 3) == 0)
            s.end -= 3;
    return s;
}

/* The last word of the span, taken off it. */
static bool last_word(const imr_text *t, imr_span *s, imr_span *word)
{
    while (!imr_empty(*s) && strchr(" ,:(-", t->clean[s->end - 1]) != NULL)
        s->end--;
    *word = (imr_span){s->end, s->end};
    while (word->at > s->at && strchr(" ,:(-.;", t->clean[word->at - 1]) == NULL)
        word->at--;
    s->end = word->at;
    return !imr_empty(*word);
}

/* Does a preposition, or a sign, lead to the date behind `left`? */
static bool leads_to_date(const imr_text *t, imr_span left)
{
    imr_span word, rest = left;
    while (last_word(t, &rest, &word))
        if (!imr_is_word(t, word, fillers))
            return imr_is_word(t, word, prepositions) ||
                   (word.end < left.end && strchr(",:(-", t->clean[word.end]) != NULL);
    return false;
}

/* "On D, he slipped and fell": the mishap follows the date that opens the sentence, with no visit,
 * report or operation between. */
static bool opens_with_date(const imr_stage *s, imr_span sentence, imr_span left, imr_span right,
                            int number)
{
    enum { BEHIND = 80 };
    static const char *const openings[] = {"about", "on", "or", "then", NULL};
    const imr_text *t = s->doc->text;
    imr_match m;
    imr_span word;
    if (number > OPENING || left.at != sentence.at || imr_empty(left) || left.end - left.at > 16 ||
        !imr_only_words(t, left, openings))
        return false;
    right = imr_first_of(right, BEHIND);
    if (!imr_stage_match(s, IMR_PATTERN_MISHAP_WORD, right, &m) &&
        !imr_stage_match(s, IMR_PATTERN_INJURY_WORD, right, &m))
        return false;
    return !imr_has_word(t, (imr_span){right.at, m.whole.at}, others, &word);
}

/* Is the date one of the injury, by what stands before it (`left`) and behind it? */
static bool is_of_injury(const imr_stage *s, imr_span sentence, imr_span left, imr_span right,
                         int number)
{
    const imr_text *t = s->doc->text;
    imr_match m;
    imr_span word;
    left = imr_last_of(left, BEFORE);
    if (imr_has_word(t, left, labels, &word) &&
        imr_stage_match(s, IMR_PATTERN_INJURY_DATE_LABEL, left, &m)) {
        word = m.group[1];
    } else if (imr_stage_match(s, IMR_PATTERN_INJURY_DATE_LABEL_BEHIND, right, &m) ||
               opens_with_date(s, sentence, left, right, number)) {
        word = left;
    } else {
        if (!leads_to_date(t, left))
            return false;
        left = after_others(t, left);
        if (!imr_stage_match(s, IMR_PATTERN_INJURY_WORD, left, &m) &&
            (number > OPENING || !imr_stage_match(s, IMR_PATTERN_MISHAP_WORD, left, &m)))
            return false;
        word = m.whole;
    }
    return !is_another(t, sentence, word.end);
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
    return imr_says(s, IMR_PATTERN_PERIOD_JOINS, between);
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

/* True where the date of injury is settled. */
static bool read_sentence(injury_dates *d, imr_span sentence, int number, bool tells_age)
{
    const imr_stage *s = d->stage;
    const imr_text *t = s->doc->text;
    imr_span rest = sentence, left = {sentence.at, sentence.at};
    imr_found_date date, last;
    bool of_injury = false;
    while (imr_next_date(t, rest, &date)) {
        left = before_quote(t, (imr_span){left.at, date.span.at});
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
        imr_span word, before = left;
        if (of_injury && last_word(t, &before, &word) && imr_is_word(t, word, period_joints) &&
            imr_says(s, IMR_PATTERN_PERIOD_BEGAN, imr_last_of(left, BEFORE)))
            whole = date.span;
        if (of_injury && take(d, &date, whole))
            return true;
        if (!of_injury && tells_age && !d->has_guess && date.reading == IMR_DATE_READ &&
            leads_to_date(t, left) && !imr_has_word(t, left, others, &word)) {
            d->guess = date;
            d->has_guess = true;
        }
        left.at = rest.at;
    }
    return false;
}

static void set_cumulative(const imr_stage *s, imr_record *injury, imr_span prose)
{
    imr_anchor anchors[] = {{"cumulative", 8, 0}, {"continuous", 6, 0}, {"repetitive", 8, 0}};
    imr_span rest = prose;
    const imr_anchor *a;
    while ((a = imr_next_anchor(s->doc->text, anchors, 3, rest)) != NULL) {
        imr_match m;
        rest.at = a->at;
        if (imr_stage_match(s, IMR_PATTERN_CUMULATIVE, rest, &m) && m.whole.at == rest.at &&
            !is_another(s->doc->text, prose, a->at)) {
            imr_set_boolean(injury, IMR_injury_cumulative, true, m.whole);
            return;
        }
        rest.at++;
    }
}

void imr_field_injury(const imr_stage *s)
{
    const imr_text *t = s->doc->text;
    injury_dates dates = {.stage = s};
    dates.record = imr_open(s->doc, s->doc->root, IMR_document_injury);
    imr_span prose = imr_prose(s), rest = prose, sentence, age = {0};
    const imr_record *worker = imr_inside(s->doc->root, IMR_document_worker);
    if (imr_has(worker, IMR_worker_age))
        age = worker->values[IMR_worker_age].span;
    for (int number = 1; imr_next_sentence(t, &rest, &sentence); number++) {
        bool tells_age = age.at >= sentence.at && age.end <= sentence.end && !imr_empty(age);
        if (read_sentence(&dates, sentence, number, tells_age))
            break;
    }
    if (!dates.has_choice && dates.has_guess) {
        dates.chosen = dates.guess;
        dates.has_choice = true;
    }
    if (dates.has_choice)
        imr_set_date(s, dates.record, IMR_injury_date, "injury.date", &dates.chosen);
    set_cumulative(s, dates.record, prose);
    if (!imr_empty(dates.period))
        imr_set_boolean(dates.record, IMR_injury_cumulative, true, dates.period);
    imr_date_of_header(s, dates.record, IMR_injury_date, IMR_case_date_of_injury);
}
