/* diagnoses_end.c - where a list of diagnoses ends, though its sentence or its paragraph may not.
 *
 * A verb ends it, a date, a heading whose full stop before was lost. But what such words say of one
 * item, and the date of an operation, are parts of it where the list goes on behind them.
 */
#include "diagnoses.h"

#include <string.h>

#include "ascii.h"

bool imr_may_be_dated(const char *low)
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

/* ---- whether it goes on ---------------------------------------------------------------------- */

/* Behind the brackets that stand around `at`, IMR_NOWHERE where none do: nothing within them ends
 * the list. */
IMR_APART uint32_t behind_brackets(const imr_text *t, imr_span list, uint32_t at)
{
    int depth = 0;
    for (uint32_t i = list.at; i < list.end; i++) {
        depth += t->clean[i] == '(' || t->clean[i] == '[';
        if (t->clean[i] == ')' || t->clean[i] == ']')
            depth -= depth > 0;
        if (i >= at && depth == 0)
            return i > at ? i + 1 : IMR_NOWHERE;
    }
    return IMR_NOWHERE;
}

/* An operation, which is no diagnosis unless its item says "status post". */
static bool is_operation(const imr_text *t, imr_span word)
{
    static const char *const operations[] = {"decompression", "discectomy",  "fusion",
                                             "orif",          "release",     "reconstruction",
                                             "repair",        "replacement", "surgery"};
    static const char *const ends[] = {"ectomy", "plasty", "otomy", "oscopy"};
    for (size_t i = 0; i < IMR_COUNT(ends); i++) {
        uint32_t size = (uint32_t)strlen(ends[i]);
        if (word.end - word.at > size && imr_reads(t, word.end - size, word.end, ends[i]))
            return true;
    }
    return IMR_IS_ANY(t, word, operations);
}

static bool tells_of_operation(const imr_text *t, imr_span item)
{
    imr_span word;
    while (imr_next_word(t, &item, &word))
        if (is_operation(t, word))
            return true;
    return false;
}

/* Is the text, up to the next sign that parts items, one of them? */
static bool is_item(const imr_stage *s, imr_span rest)
{
    static const char *const past[] = {"status", "s", "post"};
    const imr_text *t = s->doc->text;
    uint32_t end = rest.at;
    while (end < rest.end && t->clean[end] != ',' && t->clean[end] != ';')
        end++;
    imr_span piece = {rest.at, end}, word;
    bool names = false, had = false;
    for (bool first = true; imr_next_word(t, &piece, &word); first = false) {
        imr_lists terms = imr_stage_term(s, word);
        if ((terms & IMR_TERM(ENDER)) || (first && (terms & IMR_TERM(TURNS))))
            return false;
        had |= first && IMR_IS_ANY(t, word, past);
        bool joined = imr_reads(t, word.end, end, " and ");
        if (!had && is_operation(t, word) && (joined || word.end + 1 >= end))
            return false;
        names |= imr_names_condition(s, word);
        if (names && joined)
            return true;
    }
    return names;
}

/* Does a sign that parts items stand at `at`, and another item behind it? */
static bool goes_on(const imr_stage *s, uint32_t at, uint32_t end)
{
    const imr_text *t = s->doc->text;
    bool parted = at < end && (t->clean[at] == ',' || t->clean[at] == ';');
    at += parted;
    bool joined = imr_reads(t, at, end, " and ");
    if (!parted && !joined)
        return false;
    at += joined ? (uint32_t)strlen(" and ") : 0;
    return is_item(s, (imr_span){at, end});
}

/* The end of the date that is told behind the preposition that ends at `at`: of a day, a month or a
 * year; IMR_NOWHERE where there is none. */
static uint32_t date_end(const imr_text *t, uint32_t at, uint32_t end)
{
    enum { LONGEST = 24, YEAR = 4 };
    imr_found_date date;
    imr_span near = imr_first_of((imr_span){at + 1, end}, LONGEST), word;
    if (imr_next_date(t, near, &date) && date.span.at == near.at)
        return date.span.end;
    while (imr_next_word(t, &near, &word)) {
        bool year = word.end - word.at == YEAR && (imr_reads(t, word.at, word.end, "19") ||
                                                   imr_reads(t, word.at, word.end, "20"));
        if (year && imr_is_digit(t->clean[word.end - 1]))
            return word.end;
        if (!imr_is_letter(t->clean[word.at]))
            break;
    }
    return IMR_NOWHERE;
}

/* Behind a date that is part of its item: another item follows, or it is an operation's and the
 * sentence is over. The preposition before it ends at `at`. */
IMR_APART uint32_t behind_date(const imr_stage *s, imr_span list, uint32_t at)
{
    const imr_text *t = s->doc->text;
    uint32_t end = date_end(t, at, list.end), from = at;
    if (end == IMR_NOWHERE)
        return IMR_NOWHERE;
    while (from > list.at && t->clean[from - 1] != ',' && t->clean[from - 1] != ';')
        from--;
    bool last = end + 1 >= list.end && t->clean[end] != ' ';
    return goes_on(s, end, list.end) || (last && tells_of_operation(t, (imr_span){from, at}))
               ? end
               : IMR_NOWHERE;
}

/* Behind what is said of one item only, as another follows: "confirmed by EMG, insomnia". */
IMR_APART uint32_t behind_clause(const imr_stage *s, imr_span list, imr_span word)
{
    enum { LONGEST = 60 };
    static const char *const opens[] = {"confirmed", "established", "seen", "treated", "which"};
    const imr_text *t = s->doc->text;
    uint32_t at = word.end, end = imr_first_of((imr_span){at, list.end}, LONGEST).end;
    if (imr_is(t, word, "since"))
        return behind_date(s, list, word.end);
    bool apart = imr_reads(t, word.at - 2, word.end, ", which");
    if (apart || !IMR_IS_ANY(t, word, opens))
        return IMR_NOWHERE;
    while (at < end && t->clean[at] != ',' && t->clean[at] != ';' && t->clean[at] != '(')
        at++;
    return goes_on(s, at, list.end) ? at : IMR_NOWHERE;
}

/* Where the list goes on behind a word that else ends it. */
static uint32_t behind_ender(const imr_stage *s, imr_span list, imr_span word)
{
    uint32_t at = behind_brackets(s->doc->text, list, word.at);
    return at != IMR_NOWHERE ? at : behind_clause(s, list, word);
}

/* The list up to where its sentence turns to something else, though at no single word. `whole`: up
 * to the sentence's end. */
static imr_span before_turn(const imr_stage *s, imr_span list, imr_span whole, bool *told_of)
{
    imr_span rest = list;
    imr_match m;
    while (imr_stage_match(s, IMR_PATTERN_DIAGNOSES_END, rest, &m)) {
        uint32_t on = behind_brackets(s->doc->text, list, m.whole.at);
        if (on == IMR_NOWHERE && !imr_empty(m.group[1]))
            on = behind_date(s, whole, m.group[1].end);
        if (on == IMR_NOWHERE) {
            *told_of = false;
            return (imr_span){list.at, m.whole.at};
        }
        if (on >= list.end)
            break;
        rest.at = on;
    }
    return list;
}

/* Does a paragraph begin with the word, whose full stop before is lost: "knee pain Treatment to
 * date"? Where each word of an item has a capital that cannot be told. */
IMR_APART bool heads_paragraph(const imr_stage *s, imr_span list, imr_span word)
{
    enum { SHORT = 3 }; /* "Pain In Joint" */
    static const char *const proof[] = {" proven",   " confirmed", " evidence", " positive",
                                        " verified", " findings",  " finding"};
    const imr_text *t = s->doc->text;
    if (word.at < list.at + 2 || t->clean[word.at - 1] != ' ')
        return false;
    uint32_t end = word.at - 1;
    imr_span before = {imr_search_run_start(t->clean, list.at, end), end};
    if (imr_empty(before))
        return t->clean[end - 1] == ')';
    bool title = imr_is_upper(t->clean[before.at]);
    if (title && !(imr_names_condition(s, before) && word.end - word.at > SHORT &&
                   (before.at < list.at + 2 || strchr(",;", t->clean[before.at - 2]) != NULL)))
        return false;
    bool study = imr_is_upper(t->clean[word.at + 1]) || t->clean[word.at + 1] == '-';
    return !(imr_stage_term(s, before) & (IMR_TERM(CLOSES_ITEM) | IMR_TERM(ARTICLE))) &&
           !(study && IMR_READS_ANY(t, word.end, list.end, proof));
}

/* Where the label begins that ends with the word: "knee pain; past medical history:". */
static uint32_t label_start(const imr_stage *s, imr_span list, imr_span word)
{
    enum { WORDS = 2 };
    const imr_text *t = s->doc->text;
    uint32_t at = word.at;
    for (int i = 0; i < WORDS && at > list.at + 1 && t->clean[at - 1] == ' '; i++) {
        imr_span before = {imr_search_run_start(t->clean, list.at, at - 1), at - 1};
        if (imr_empty(before) ||
            !((imr_stage_term(s, before) & IMR_TERM(HEADS)) || imr_is(t, before, "medical")))
            break;
        at = before.at;
    }
    return at;
}

/* Where a heading or a label begins that the word is of; IMR_NOWHERE where it is of none. */
static uint32_t heading_at(const imr_stage *s, imr_span list, imr_span word, imr_lists terms)
{
    const imr_text *t = s->doc->text;
    static const char *const circumstances[] = {" iv", " v"};
    if (imr_is(t, word, "axis"))
        return IMR_READS_ANY(t, word.end, list.end, circumstances) ? word.at : IMR_NOWHERE;
    bool label = (terms & IMR_TERM(LABEL)) && imr_reads(t, word.end, list.end, ":");
    if (label && behind_brackets(t, list, word.at) == IMR_NOWHERE)
        return label_start(s, list, word);
    bool heads = (terms & IMR_TERM(HEADS)) && imr_is_upper(t->clean[word.at]);
    return heads && heads_paragraph(s, list, word) ? word.at : IMR_NOWHERE;
}

/* ---- its end --------------------------------------------------------------------------------- */

imr_span imr_ended(const imr_stage *s, imr_span list, imr_list_end *how)
{
    enum { LONGEST = 1600 };
    const imr_lists dated = IMR_TERM(BEFORE_DATED), behind = IMR_TERM(TURNS_BEHIND_ARTICLE);
    const imr_text *t = s->doc->text;
    bool article = false, may_turn = false;
    list = imr_first_of(list, LONGEST);
    imr_span whole = list, rest = list, word;
    while (imr_next_word(t, &rest, &word)) {
        imr_lists terms = imr_stage_term(s, word);
        if (terms & IMR_TERM(ENDER)) {
            uint32_t on = behind_ender(s, list, word);
            if (on == IMR_NOWHERE) {
                list.end = word.at;
                how->told_of = is_verb(t, word);
                break;
            }
            rest.at = on;
        }
        if (terms & (IMR_TERM(HEADS) | IMR_TERM(LABEL))) {
            uint32_t heading = heading_at(s, list, word, terms);
            if (heading != IMR_NOWHERE) {
                list.end = whole.end = heading;
                how->over = true;
                break;
            }
        }
        may_turn |= (terms & IMR_TERM(TURNS)) || ((terms & behind) && article) ||
                    ((terms & dated) && imr_may_be_dated(t->low + word.end + 1));
        article |= (terms & IMR_TERM(ARTICLE)) != 0;
    }
    return may_turn ? before_turn(s, list, whole, &how->told_of) : list;
}
