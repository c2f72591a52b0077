/* diagnoses_plain.c - a plain list of diagnoses: words with blanks, commas and "and"s between them
 * up to the full stop, none of which says that the list may end before it, or be read otherwise.
 *
 * Most lists are that. Each word is looked up once and all that is asked of it is told by that. A
 * list is divided into segments at commas and "and"s; those that an "and" joins are one diagnosis
 * where it stands within a name ("cervical and lumbar strain").
 */
#include "diagnoses.h"

#include <string.h>

#include "ascii.h"

/* What stands between two joints. */
typedef struct segment {
    imr_span whole;
    imr_span bare; /* without words that only lead to a diagnosis, or only follow it */
    bool names;    /* a condition */
    bool last;     /* before a comma, or of the list */
} segment;

enum { SEGMENTS = 16, LONGEST = 200 /* bytes: of a diagnosis too */ };

typedef struct plain_list {
    const imr_stage *stage;
    uint32_t count;
    bool article; /* one stands in it so far */
    segment segments[SEGMENTS];
} plain_list;

/* Does the word, which is in `terms`, ask for a reader that knows more? */
static bool is_odd(const plain_list *l, imr_span word, imr_lists terms)
{
    const imr_lists odd = IMR_TERM(ENDER) | IMR_TERM(TURNS) | IMR_TERM(ODD_IN_LIST),
                    maybe =
                        IMR_TERM(HEADS) | IMR_TERM(TURNS_BEHIND_ARTICLE) | IMR_TERM(BEFORE_DATED);
    const imr_text *t = l->stage->doc->text;
    if ((terms & odd) || !imr_is_letter(t->clean[word.at]) || /* a level of the spine: */
        imr_is_digit(t->clean[word.at + 1]) || t->clean[word.end - 1] == '-')
        return true;
    return (terms & maybe) &&
           (((terms & IMR_TERM(HEADS)) && imr_is_upper(t->clean[word.at])) ||
            ((terms & IMR_TERM(TURNS_BEHIND_ARTICLE)) && l->article) ||
            ((terms & IMR_TERM(BEFORE_DATED)) && imr_may_be_dated(t->low + word.end + 1)));
}

/* Takes the word into the segment. False where a word that leads to a diagnosis or follows it
 * stands as that is not told from the name, or from what goes on with the item before: "with". */
static bool take_word(const imr_text *t, segment *s, imr_span word, imr_lists terms)
{
    bool leads = (terms & IMR_TERM(OPENS_ITEM)) != 0,
         follows = (terms & IMR_TERM(CLOSES_ITEM)) != 0;
    s->whole = (imr_span){imr_empty(s->whole) ? word.at : s->whole.at, word.end};
    s->names = s->names || imr_is_condition(t, word, terms);
    if (imr_empty(s->bare) && (leads || follows))
        return leads && t->clean[word.end] == ' ' && (!follows || imr_is(t, word, "and"));
    if (imr_empty(s->bare))
        s->bare = word;
    s->bare.end = follows ? s->bare.end : word.end;
    return !follows || t->clean[word.at - 1] == ' ';
}

/* Divides the list into segments. False where it is not plain. */
static bool divide(plain_list *l, imr_span list)
{
    const imr_text *t = l->stage->doc->text;
    segment *s = l->segments;
    *s = (segment){0};
    for (uint32_t at = list.at;;) {
        imr_span word = {at, imr_search_run_end(t->clean, at, list.end)};
        if (imr_empty(word))
            return false;
        imr_lists terms = imr_stage_term(l->stage, word);
        char sign = word.end < list.end ? t->clean[word.end] : '.';
        bool over = word.end + 1 >= list.end, comma = sign == ',' && t->clean[word.end + 1] == ' ';
        if (is_odd(l, word, terms) || over != (sign == '.') ||
            !(over || comma || sign == ' ' || sign == '/'))
            return false;
        l->article |= (terms & IMR_TERM(ARTICLE)) != 0;
        bool joint =
            !imr_empty(s->bare) && (terms & IMR_TERM(OPENS_ITEM)) && imr_is(t, word, "and");
        if (joint ? sign != ' ' || t->clean[word.at - 1] != ' ' : !take_word(t, s, word, terms))
            return false;
        at = word.end + 1 + comma;
        if (!joint && !comma && !over)
            continue;
        s->last = !joint;
        if (imr_empty(s->bare) || ++l->count == SEGMENTS || over)
            return over && !imr_empty(s->bare);
        *++s = (segment){0};
    }
}

/* Does each piece between two commas name a condition? Else it may be said of the one before it. */
static bool all_name(const plain_list *l)
{
    bool names = false;
    for (const segment *s = l->segments; s < l->segments + l->count; s++) {
        names |= s->names;
        if (s->last && !names)
            return false;
        names = names && !s->last;
    }
    return true;
}

/* Takes the diagnoses of the segments [s, last]: an "and" parts two where a condition is named on
 * either side. */
static void take_piece(const imr_stage *stage, const segment *s, const segment *last)
{
    const segment *first = s;
    uint32_t from = s->bare.at;
    bool named = false;
    for (; s < last; s++) {
        bool follows = false;
        for (const segment *other = s + 1; other <= last; other++)
            follows |= other->names;
        named |= s->names;
        imr_span left = {from, s->whole.end}, right = {s[1].whole.at, last->bare.end};
        if (!named || !follows || imr_share_name(stage->doc->text, left, right))
            continue;
        imr_add_diagnosis(stage, (imr_span){first->bare.at, s->bare.end});
        first = s + 1;
        from = first->whole.at;
        named = false;
    }
    imr_add_diagnosis(stage, (imr_span){first->bare.at, last->bare.end});
}

bool imr_take_plain_list(const imr_diagnoses *d, imr_span list)
{
    plain_list l = {.stage = d->stage};
    if (d->treated || d->doubtful || list.end - list.at > LONGEST || !divide(&l, list) ||
        !all_name(&l))
        return false;
    for (const segment *s = l.segments, *last = s; last < l.segments + l.count; last++)
        if (last->last) {
            take_piece(d->stage, s, last);
            s = last + 1;
        }
    return true;
}
