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

/* What begins like this belongs to the diagnosis before it, as qualifiers do. */
static const char *const continuations[] = {
    "with ", "without ", "secondary to ", "due to ",       "including ", "versus ",
    "vs",    "per ",     "not otherwise", "not elsewhere", "worse "};

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

/* "- gout - asthma": the first such mark behind a blank and another byte. */
static uint32_t find_mark(const imr_text *t, imr_span s, imr_span mark)
{
    uint32_t size = mark.end - mark.at;
    for (uint32_t at = s.at; at < s.end; at++)
        if (t->clean[at] == ' ' && s.end - at > size &&
            memcmp(t->clean + at + 1, t->clean + mark.at, size) == 0)
            return at + 1;
    return s.end;
}

/* Divides at the "and"s that part two conditions. */
static void take_joined(const imr_diagnoses *d, imr_span item)
{
    static const char *const joints[] = {" and ", " as well as ", " along with ", " & ", " plus "};
    const imr_text *t = d->stage->doc->text;
    item = imr_bare_diagnosis(d->stage, item);
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
            if (imr_belong_together(d->stage, left, right))
                continue;
            imr_take_diagnosis(d, left);
            item = right;
            at = right.at;
            break;
        }
    }
    imr_take_diagnosis(d, item);
}

/* "degeneration of cervical, lumbar intervertebral disc", "strain of muscle, fascia of the back":
 * what is parted are places or tissues of one condition. */
static bool shares_name(const imr_stage *s, imr_span pending, imr_span piece)
{
    static const char *const kinds[] = {"cervical", "hand",        "left",   "lower",
                                        "lumbar",   "lumbosacral", "muscle", "right",
                                        "thoracic", "upper",       "wrist"};
    const imr_text *t = s->doc->text;
    return IMR_IS_ANY(t, imr_last_word(t, pending), kinds) &&
           imr_find_any_case(t, pending, " of ", 4) != IMR_NOWHERE &&
           !imr_names_condition(s, piece);
}

static void take_list(const imr_diagnoses *d, imr_span list)
{
    const imr_text *t = d->stage->doc->text;
    imr_span mark = {list.at, list.at + imr_bullet(t, list)};
    uint32_t sign_size = imr_empty(mark) ? 1 : mark.end - mark.at;
    list.at = mark.end;
    char sign = find_sign(t, list, ';') < list.end ? ';' : ',';
    uint32_t first = list.at;
    imr_span pending = {list.at, list.at};
    while (!imr_empty(list)) {
        uint32_t end = !imr_empty(mark) ? find_mark(t, list, mark) : find_sign(t, list, sign);
        imr_span piece = imr_trim(t, (imr_span){list.at, end});
        list.at = end < list.end ? end + sign_size : end;
        bool goes_on =
            !imr_empty(pending) &&
            (imr_only_qualifies(d->stage, piece) ||
             imr_begins_with_any(t, piece, continuations, IMR_COUNT(continuations)) ||
             imr_only_qualifies(d->stage, pending) || shares_name(d->stage, pending, piece));
        if (!goes_on && !imr_empty(pending))
            take_joined(d, pending);
        pending = (imr_span){goes_on ? pending.at : piece.at, piece.end};
    }
    bool subject = d->told_of && pending.at > first && !imr_names_condition(d->stage, pending);
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
        item = imr_list_part(s, item);
        imr_span ahead = imr_first_of(rest, item.end + MARK - from);
        bool more = imr_stage_match(s, IMR_PATTERN_LIST_NUMBER, ahead, &number) &&
                    number.whole.at <= item.end + 1;
        if (more)
            item.end = number.whole.at;
        imr_list_end how = {0};
        imr_take_diagnosis(d, imr_ended(s, item, &how));
        if (!more || how.over)
            return item.end;
        from = number.whole.end;
    }
}

/* The list in the sentence, and what goes on with it in the next lines and, behind a colon, in the
 * next sentences. Returns its end. */
static uint32_t take_parts(imr_diagnoses *d, imr_span sentence, imr_span list, uint32_t end)
{
    enum { LONGEST = 400 }; /* bytes in which a sentence of the list ends */
    const imr_stage *s = d->stage;
    const imr_text *t = s->doc->text;
    bool listed = list.at > sentence.at + 1 && memchr(t->clean + list.at - 2, ':', 2) != NULL;
    for (imr_span part = imr_list_part(s, list);;) {
        imr_list_end how = {0};
        imr_span items = part;
        if (!imr_take_plain_list(d, part)) {
            items = imr_ended(s, part, &how);
            d->told_of = how.told_of;
            if (how.told_of && imr_diagnoses_denied(s, d, sentence, items.end))
                return items.end;
            take_list(d, items);
        }
        bool inside = part.end < sentence.end;
        if (how.over || items.end < part.end || !(inside || listed))
            return items.end;
        imr_span ahead = imr_first_of((imr_span){part.end, end}, LONGEST);
        if (inside)
            ahead = imr_trim(t, (imr_span){part.end, sentence.end});
        else if (imr_next_sentence(t, &ahead, &sentence))
            ahead = sentence;
        if (imr_empty(ahead))
            return items.end;
        part = imr_list_part(s, ahead);
        if (!imr_goes_on_with_list(s, part))
            return items.end;
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

/* The next cue of either list in the order of the summary, taken off its list; NULL at their ends.
 */
static const imr_cue *next_cue(const imr_cue **named, const imr_cue **treated)
{
    const imr_cue **list =
        *treated != NULL && (*named == NULL || (*treated)->at < (*named)->at) ? treated : named;
    const imr_cue *cue = *list;
    *list = cue != NULL ? cue->next : NULL;
    return cue;
}

void imr_field_diagnoses(const imr_stage *s)
{
    const imr_text *t = s->doc->text;
    const imr_cue *named = s->cues[IMR_CUE_DIAGNOSIS], *treated = s->cues[IMR_CUE_TREATED], *cue;
    imr_span prose = s->prose, unread = prose, sentence = {0};
    uint32_t read = 0; /* up to there */
    while ((cue = next_cue(&named, &treated)) != NULL) {
        imr_diagnoses d = {.stage = s};
        if (cue->at < read)
            continue;
        bool blank = t->clean[cue->at] == ' ';
        uint32_t at = blank && t->low[cue->at + 1] == 'f' ? imr_treated_before(t, prose, cue->at)
                                                          : cue->at + blank;
        if (at == IMR_NOWHERE)
            continue;
        imr_match m;
        if (at >= sentence.end)
            sentence = imr_sentence_with(t, &unread, at);
        if (at > prose.at && strchr(" (\"'", t->clean[at - 1]) == NULL)
            continue;
        uint32_t start = imr_diagnoses_start(s, sentence, prose, at, &d);
        if (start == IMR_NOWHERE)
            continue;
        imr_span list = imr_trim(t, (imr_span){start, prose.end});
        if (!imr_empty(list) && strchr("(#0123456789", t->clean[list.at]) != NULL &&
            imr_stage_match(s, IMR_PATTERN_LIST_NUMBER, list, &m) && m.whole.at == list.at) {
            read = take_numbered(&d, prose, m.whole.end);
            continue;
        }
        list.end = sentence.end > list.at ? sentence.end : list.at;
        if (!imr_empty(list) && t->clean[list.at] == '(') {
            list = bracketed(t, list);
            take_list(&d, list);
        } else if (!imr_empty(list)) {
            list.end = take_parts(&d, sentence, list, prose.end);
        }
        read = list.end;
    }
}
