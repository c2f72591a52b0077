/* diagnoses_part.c - lists of diagnoses that go on from line to line, or from full stop to full
 * stop.
 *
 * Where the letter sets one diagnosis a line, no sign need stand between them, nor between the last
 * and the next paragraph. A line is over where a blank line follows that is not between all lines,
 * or where it leaves so much room that the next word would have stood on it.
 */
#include "diagnoses.h"

#include <string.h>

#include "ascii.h"

/* ---- where a part ends ----------------------------------------------------------------------- */

/* May a part begin with the line: with a capital, a number, a mark? */
static bool begins_part(const imr_text *t, const imr_line *line)
{
    char c = t->clean[line->at];
    return !imr_is_lower(c) && strchr(",;:.)]&/", c) == NULL;
}

/* Does the text up to `at` ask for more: a comma, an "and", a "grade" whose number is to come? */
static bool wants_more(const imr_stage *s, uint32_t from, uint32_t at)
{
    static const char *const open[] = {"or", "class", "grade", "level", "phase", "stage", "type"};
    const imr_text *t = s->doc->text;
    if (at < from + 2)
        return true;
    if (strchr(",;:-/(&", t->clean[at - 1]) != NULL)
        return t->clean[at - 1] != ';' && t->clean[at - 1] != ':';
    imr_span word = {imr_search_run_start(t->clean, from, at), at};
    return (imr_stage_term(s, word) & (IMR_TERM(CLOSES_ITEM) | IMR_TERM(ARTICLE))) ||
           IMR_IS_ANY(t, word, open);
}

/* The lines near the i-th: [first, stop). */
static uint32_t near_lines(const imr_text *t, uint32_t i, uint32_t *stop)
{
    enum { NEAR = 6 };
    *stop = i + NEAR < t->line_count ? i + NEAR : t->line_count;
    return i > NEAR ? i - NEAR : 0;
}

/* Would the first word of the line have stood on the one before it? The lines near by tell how long
 * one may be. */
static bool has_room_before(const imr_text *t, uint32_t i)
{
    enum { NARROW = 40 };
    const imr_line *line = &t->lines[i];
    uint32_t word = imr_search_run_end(t->clean, line->at, line->at + line->size) - line->at;
    uint32_t stop, needed = t->lines[i - 1].size + 1 + word, widest = 0;
    for (uint32_t k = near_lines(t, i, &stop); k < stop; k++)
        if (t->lines[k].size > widest)
            widest = t->lines[k].size;
    return widest >= NARROW && needed < widest / 4 * 3;
}

/* Does a blank line stand before the line where fewer stand between some of those near by? */
static bool has_gap_before(const imr_text *t, uint32_t i)
{
    const imr_line *line = &t->lines[i];
    if (line->gap == 0 || (line->flags & (IMR_LINE_PAGE | IMR_LINE_DROPPED)))
        return false;
    uint32_t stop, closer = 0;
    for (uint32_t k = near_lines(t, i, &stop); k < stop; k++)
        closer += t->lines[k].gap < line->gap;
    return closer > 1;
}

/* Where the part of the list that begins the text ends: where its lines do. */
static uint32_t lines_end(const imr_stage *s, imr_span text)
{
    const imr_text *t = s->doc->text;
    for (uint32_t i = imr_text_line(t, text.at) + 1; i < t->line_count && t->lines[i].at < text.end;
         i++) {
        const imr_line *line = &t->lines[i];
        if (begins_part(t, line) && (has_gap_before(t, i) || has_room_before(t, i)) &&
            !wants_more(s, text.at, line->at - 1))
            return line->at - 1;
    }
    return text.end;
}

imr_span imr_list_part(const imr_stage *s, imr_span text)
{
    return (imr_span){text.at, lines_end(s, text)};
}

/* ---- what goes on with the list -------------------------------------------------------------- */

uint32_t imr_bullet(const imr_text *t, imr_span s)
{
    static const char *const bullets[] = {"\xE2\x80\xA2",
                                          "\xE2\x97\x8F",
                                          "\xE2\x96\xAA",
                                          "\xE2\x97\xA6",
                                          "\xEF\x82\xB7",
                                          "\xC2\xB7",
                                          "*",
                                          "- "};
    for (size_t i = 0; i < IMR_COUNT(bullets); i++)
        if (imr_reads(t, s.at, s.end, bullets[i]))
            return (uint32_t)strlen(bullets[i]);
    return 0;
}

/* What a finding has and a diagnosis has not. */
static bool is_finding(const imr_text *t, imr_span word)
{
    static const char *const findings[] = {
        "decreased", "limited", "negative", "normal",  "positive",  "radiates", "radiating",
        "radiation", "range",   "rated",    "reduced", "sensation", "tender",   "tenderness"};
    return IMR_IS_ANY(t, word, findings);
}

/* May the word follow the name of a condition within a diagnosis, and so is no verb? */
static bool may_follow_name(const imr_stage *s, imr_span word)
{
    const imr_lists lists =
        IMR_TERM(CONDITION) | IMR_TERM(QUALIFIER) | IMR_TERM(CLOSES_ITEM) | IMR_TERM(ARTICLE);
    static const char *const others[] = {"involving", "post",    "secondary", "status",
                                         "versus",    "without", "affecting", "associated"};
    const imr_text *t = s->doc->text;
    return !imr_is_lower(t->clean[word.at]) || (imr_stage_term(s, word) & lists) ||
           IMR_IS_ANY(t, word, others) || imr_names_condition(s, word);
}

bool imr_goes_on_with_list(const imr_stage *s, imr_span part)
{
    enum { LONGEST = 120, UNKNOWN = 5 };
    const imr_lists turns = IMR_TERM(TURNS) | IMR_TERM(HEADS), ends = IMR_TERM(ENDER);
    const imr_text *t = s->doc->text;
    uint32_t bullet = imr_bullet(t, part), mark = bullet > 0 ? bullet : imr_axis(t, part);
    if (part.end - part.at > LONGEST)
        return false;
    imr_span rest = {part.at + mark, part.end}, word, before = {0};
    bool named = false, any = false;
    uint32_t unknown = 0;
    while (imr_next_word(t, &rest, &word)) {
        imr_lists terms = imr_stage_term(s, word);
        bool first = before.end == 0, name = imr_names_condition(s, word);
        if ((terms & ends) || (first && (terms & turns)) || t->clean[word.end] == ':' ||
            is_finding(t, word) || (first && mark == 0 && imr_is_lower(t->clean[word.at])))
            return false;
        bool apart = word.at != before.end + 1;
        if (named && !apart && !name && mark == 0 && !may_follow_name(s, word))
            return false;
        unknown += !name && !(terms & (IMR_TERM(QUALIFIER) | IMR_TERM(CLOSES_ITEM)));
        named = name;
        any |= name;
        before = word;
    }
    return mark > 0 || (any && unknown <= UNKNOWN);
}
