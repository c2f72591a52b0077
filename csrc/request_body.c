/* request_body.c - where on the body: sides and parts; and procedure codes. */
#include <string.h>

#include "ascii.h"
#include "request.h"
#include "vector.h"

/* ---- sides ----------------------------------------------------------------------------------- */

enum { NO_SIDE, LEFT = 1, RIGHT = 2, BILATERAL = 3 };

static const char *const side_names[] = {NULL, "left", "right", "bilateral"};

/* "R shoulder", "(L) knee", "both the hands", "B/L knees": the next name of a part, with at most a
 * short word between. */
static bool part_follows(const imr_item *item, uint32_t end)
{
    enum { BETWEEN = 5 };
    for (uint32_t i = 0; i < item->part_count; i++) {
        uint32_t at = item->parts[i].span.at;
        if (at >= end && at - end <= BETWEEN)
            return true;
    }
    return false;
}

/* "R L5 nerve block", "(L) C5-6", "B/L L4-5": a level of the spine, with as little between; but not
 * "L L0637". */
static bool level_follows(const imr_item *item, uint32_t end)
{
    enum { BETWEEN = 4, FIGURES = 2 };
    const char *low = item->text->low;
    if (!(item->words & IMR_W_LEVEL))
        return false;
    for (uint32_t at = end; at <= end + BETWEEN && at + 1 < item->span.end; at++) {
        uint32_t stop = at + 1;
        while (imr_is_digit(low[stop]))
            stop++;
        if (strchr("ctls", low[at]) != NULL && stop > at + 1 && low[at - 1] == ' ')
            return stop - at - 1 <= FIGURES;
        if (strchr(" )./lr", low[at]) == NULL)
            return false;
    }
    return false;
}

/* "Elbow brace (L)", "Elbow brace, L" */
static bool set_off(const imr_item *item, imr_span word)
{
    const char *s = item->text->clean;
    if (item->part_count == 0 || word.at < item->span.at + 2)
        return false;
    if (word.end < item->span.end && s[word.at - 1] == '(' && s[word.end] == ')')
        return true;
    bool last =
        word.end == item->span.end || (word.end + 1 == item->span.end && s[word.end] == '.');
    return last && s[word.at - 1] == ' ' && strchr(",-", s[word.at - 2]) != NULL;
}

/* May an abbreviation mean a side here? The L of a code or a level, "L1832", does not. */
static bool is_at_part(const imr_item *item, imr_span word)
{
    if (word.end < item->span.end && imr_is_digit(item->text->clean[word.end]))
        return false;
    return part_follows(item, word.end) || level_follows(item, word.end) || set_off(item, word);
}

/* Of a word of the kind of sides: its first letter tells. What is shorter than "left", and "both",
 * mean one only where a part of the body follows. */
static int side_of(const imr_item *item, imr_span word)
{
    const char *low = item->text->low + word.at;
    bool at_part = word.end - word.at < strlen("left") || low[1] == 'o';
    if (at_part && !is_at_part(item, word))
        return NO_SIDE;
    return low[0] == 'l' ? LEFT : low[0] == 'r' ? RIGHT : BILATERAL;
}

/* "BUE", "RLE": the side is the abbreviation's first letter. */
static int side_in_part(const imr_item *item, imr_span part)
{
    const char *s = item->text->clean + part.at;
    if (part.end - part.at != 3 || (s[2] != 'E' && s[2] != 'e') || strchr("UuLl", s[1]) == NULL)
        return NO_SIDE;
    return strchr("Bb", s[0]) ? BILATERAL : strchr("Ll", s[0]) ? LEFT : RIGHT;
}

/* "left and right", "right/left" are both sides; the left of one part and the right of another are
 * no side of the item, but both sides of any part are the item's. */
static bool stand_together(const imr_text *t, imr_span a, imr_span b)
{
    static const char *const joins[] = {" and ", " & ", "/", " / ", " or ", ", "};
    for (size_t i = 0; i < sizeof joins / sizeof *joins; i++)
        if (b.at - a.end == strlen(joins[i]) && imr_reads(t, a.end, b.at, joins[i]))
            return true;
    return false;
}

static void read_sides(const imr_item *item, imr_record *request)
{
    int side = NO_SIDE;
    imr_span where = {0};
    for (uint32_t i = 0; i < item->side_count + item->part_count; i++) {
        bool word = i < item->side_count;
        imr_span span = word ? item->sides[i].span : item->parts[i - item->side_count].span;
        int here = word ? side_of(item, span) : side_in_part(item, span);
        if (here == NO_SIDE || here == side || side == BILATERAL)
            continue;
        if (here == BILATERAL) {
            where = span;
            side = here;
            continue;
        }
        if (side != NO_SIDE && !(word && stand_together(item->text, where, span)))
            return;
        where = (imr_span){side != NO_SIDE ? where.at : span.at, span.end};
        side |= here;
    }
    if (side != NO_SIDE)
        imr_set_constant(request, IMR_request_laterality, side_names[side], where);
}

/* ---- parts ----------------------------------------------------------------------------------- */

enum { HEIGHT = sizeof "upper" - 1 }; /* and of "lower" */

/* The start of the text that ends at `end` where it does so in `as`; IMR_NOWHERE else. */
static uint32_t start_of(const imr_item *item, uint32_t end, const char *as)
{
    uint32_t size = (uint32_t)strlen(as);
    bool there = end - item->span.at >= size && imr_reads(item->text, end - size, end, as);
    return there ? end - size : IMR_NOWHERE;
}

/* Before the word of a side that ends at `end`, and its blank. */
static uint32_t before_side(const imr_item *item, uint32_t end)
{
    for (uint32_t i = 0; i < item->side_count; i++)
        if (item->sides[i].span.end + 1 == end)
            return item->sides[i].span.at;
    return end;
}

/* The "upper" of "upper and lower extremities", whose other words belong to both. Empty where the
 * part does not stand behind one. */
static imr_span shares_words(const imr_item *item, imr_span part)
{
    static const char *const joins[] = {" and ",  " & ",  "/",        " / ",
                                        ", and ", " or ", " and/or ", ", "};
    bool lower = imr_reads(item->text, part.at, part.end, "lower ");
    if (!lower && !imr_reads(item->text, part.at, part.end, "upper "))
        return (imr_span){0};
    uint32_t end = before_side(item, part.at);
    for (size_t i = 0; i < sizeof joins / sizeof *joins; i++) {
        uint32_t join = start_of(item, end, joins[i]);
        uint32_t word =
            join != IMR_NOWHERE ? start_of(item, join, lower ? "upper" : "lower") : join;
        if (word != IMR_NOWHERE && (word == 0 || !imr_is_letter(item->text->clean[word - 1])))
            return (imr_span){word, word + HEIGHT};
    }
    return (imr_span){0};
}

/* The other part that the words of this one name. */
IMR_APART void read_shared(const imr_item *item, imr_record *request, imr_span part)
{
    enum { LONGEST = 40 };
    imr_span height = shares_words(item, part);
    size_t size = part.end - part.at, matched;
    if (imr_empty(height) || size > LONGEST)
        return;
    char name[LONGEST + 1] = {0};
    memcpy(name, item->text->low + height.at, HEIGHT);
    memcpy(name + HEIGHT, item->text->low + part.at + HEIGHT, size - HEIGHT);
    const imr_entry *e =
        imr_knowledge_longest(item->stage->knowledge, IMR_TABLE_BODY_PARTS, name, size, &matched);
    if (e == NULL || matched != size)
        return;
    imr_document *d = item->stage->doc;
    const char *key = imr_entry_key(e, &size);
    uint32_t before = request != NULL ? request->values[IMR_request_body_parts].size : 0;
    imr_add_known(d, request, IMR_request_body_parts, e, key, size, height);
    if (request != NULL && request->values[IMR_request_body_parts].size > before)
        imr_also(d, request, IMR_request_body_parts, (imr_span){part.at + HEIGHT + 1, part.end});
}

static void read_parts(const imr_item *item, imr_record *request)
{
    const char *low = item->text->low;
    for (uint32_t i = 0; i < item->part_count; i++) {
        size_t size;
        imr_span part = item->parts[i].span;
        if (part.end - part.at > HEIGHT &&
            memcmp(low + part.at + 2, low[part.at] == 'l' ? "wer " : "per ", 4) == 0)
            read_shared(item, request, part);
        const char *name = imr_entry_key(item->parts[i].entry, &size);
        imr_add_known(item->stage->doc, request, IMR_request_body_parts, item->parts[i].entry, name,
                      size, item->parts[i].span);
    }
}

/* ---- codes ----------------------------------------------------------------------------------- */

static void read_codes(const imr_item *item, imr_record *request)
{
    const imr_text *t = item->text;
    imr_span rest = item->span;
    imr_match match;
    while (imr_item_match(item, IMR_PATTERN_CODE, rest, &match)) {
        for (int g = 1; g <= 4; g++)
            if (!imr_empty(match.group[g]))
                imr_add_unique(item->stage->doc, request, IMR_request_codes,
                               t->clean + match.group[g].at, match.group[g].end - match.group[g].at,
                               match.group[g]);
        rest.at = match.whole.end;
    }
}

void imr_request_body(const imr_item *item, imr_record *request)
{
    if (item->side_count + item->part_count > 0)
        read_sides(item, request);
    read_parts(item, request);
    if (item->words & IMR_W_LEVEL)
        imr_request_levels(item, request);
    if (item->words & IMR_W_CODE)
        read_codes(item, request);
}
