/* request_body.c - where on the body: sides, parts, levels of the spine; and procedure codes. */
#include <string.h>

#include "ascii.h"
#include "request.h"

/* ---- sides ----------------------------------------------------------------------------------- */

enum { NO_SIDE, LEFT = 1, RIGHT = 2, BILATERAL = 3 };

static const char *const side_names[] = {NULL, "left", "right", "bilateral"};

typedef struct side_word {
    const char *word;
    int side;
    bool at_part; /* only where a part of the body follows */
} side_word;

static const side_word side_words[] = {
    {"left", LEFT, false},
    {"right", RIGHT, false},
    {"bilateral", BILATERAL, false},
    {"bilaterally", BILATERAL, false},
    {"bilat", BILATERAL, false},
    {"bil", BILATERAL, true},
    {"both", BILATERAL, true},
    {"lt", LEFT, true},
    {"rt", RIGHT, true},
    {"l", LEFT, true},
    {"r", RIGHT, true},
    {"b", BILATERAL, true},
};

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

static int side_of(const imr_item *item, imr_span word)
{
    for (size_t i = 0; i < sizeof side_words / sizeof *side_words; i++) {
        const side_word *w = &side_words[i];
        if (imr_is(item->text, word, w->word))
            return !w->at_part || part_follows(item, word.end) || set_off(item, word) ? w->side
                                                                                      : NO_SIDE;
    }
    return NO_SIDE;
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

static void read_parts(const imr_item *item, imr_record *request)
{
    for (uint32_t i = 0; i < item->part_count; i++) {
        size_t size;
        const char *name = imr_entry_key(item->parts[i].entry, &size);
        imr_add_unique(item->stage->doc, request, IMR_request_body_parts, name, size,
                       item->parts[i].span);
    }
}

/* ---- levels ---------------------------------------------------------------------------------- */

typedef struct vertebra {
    char region; /* C, T, L, S */
    int number;
} vertebra;

static bool exists(vertebra v)
{
    static const char regions[] = "CTLS";
    static const int most[] = {8, 12, 6, 5}; /* roots and vertebrae; some people have an L6 */
    const char *p = strchr(regions, v.region);
    return p != NULL && v.number >= 1 && v.number <= most[p - regions];
}

static int number_at(const imr_text *t, imr_span s)
{
    return (int)imr_read_number(t, s);
}

/* The vertebra that a bare figure means behind another: the 5 of L4-5; the 1 of L5-1 is S1. */
static vertebra bare(vertebra before, int number)
{
    static const char next[] = "CTLS";
    vertebra v = {before.region, number};
    if (number <= before.number && number == 1 && before.region != 'S')
        v.region = strchr(next, before.region)[1];
    return v;
}

/* Writes it to `p`; returns the end. */
static char *write_vertebra(vertebra v, char *p)
{
    *p++ = v.region;
    if (v.number >= 10)
        *p++ = (char)('0' + v.number / 10);
    *p++ = (char)('0' + v.number % 10);
    return p;
}

/* `letter`: that of the region, where it stands before `span`; else empty. */
static void add_level(const imr_item *item, imr_record *request, vertebra first, vertebra last,
                      imr_span letter, imr_span span)
{
    enum { LONGEST = sizeof "T12-L12" };
    imr_document *d = item->stage->doc;
    char *text = imr_arena_take(d->arena, LONGEST);
    if (text == NULL) {
        d->no_memory = true;
        return;
    }
    char *end = write_vertebra(first, text);
    if (last.region != 0) {
        *end++ = '-';
        end = write_vertebra(last, end);
    }
    *end = '\0';
    uint32_t before = request != NULL ? request->values[IMR_request_levels].size : 0;
    imr_add_unique(d, request, IMR_request_levels, text, (size_t)(end - text),
                   imr_empty(letter) ? span : letter);
    if (!imr_empty(letter) && request != NULL && request->values[IMR_request_levels].size > before)
        imr_also(d, request, IMR_request_levels, span);
}

/* T3 and T4 stand among the thyroid's laboratory tests. */
static bool is_thyroid(const imr_item *item, vertebra v)
{
    return v.region == 'T' && v.number <= 4 &&
           ((item->words & IMR_W_LABORATORY) ||
            imr_find_any_case(item->text, item->span, "tsh", 3) != IMR_NOWHERE ||
            imr_find_any_case(item->text, item->span, "free t", 6) != IMR_NOWHERE);
}

/* What follows without the letter; only the next vertebra can, else the figure is something else's.
 */
static void go_on(const imr_item *item, imr_record *request, vertebra last, imr_span region,
                  imr_span *rest)
{
    imr_match match;
    while (imr_number_behind(item, rest->at) &&
           imr_item_match(item, IMR_PATTERN_LEVEL_NEXT, *rest, &match)) {
        vertebra first = {last.region, number_at(item->text, match.group[1])}, second = {0};
        bool pair = !imr_empty(match.group[2]);
        if (pair)
            second = bare(first, number_at(item->text, match.group[2]));
        bool next = pair ? first.number == last.number : first.number == last.number + 1;
        if (!next || !exists(first) || (pair && !exists(second)))
            return;
        add_level(item, request, first, second, region,
                  (imr_span){match.group[1].at, match.whole.end});
        last = pair ? second : first;
        rest->at = match.whole.end;
    }
}

/* May a level go on with another here: "-5", "/S1", "S1" of "L5S1", " to L5"? */
static bool may_be_joined(const char *low)
{
    low += *low == ' ';
    return *low != '\0' && strchr("-/lst\xE2", *low) != NULL;
}

static imr_span letter_of(const imr_match *match)
{
    for (int g = 1; g <= 3; g++)
        if (!imr_empty(match->group[g]))
            return match->group[g];
    return (imr_span){0};
}

/* "L4-5", "L4-L5-S1", "C5/6", "L5S1", "C3 to C7", "L5". */
static void read_levels(const imr_item *item, imr_record *request)
{
    const imr_text *t = item->text;
    imr_span rest = {item->level, item->span.end};
    imr_match match;
    while (imr_number_behind(item, rest.at) &&
           imr_item_match(item, IMR_PATTERN_LEVEL, rest, &match)) {
        vertebra first = {imr_upper(t->clean[match.group[1].at]), number_at(t, match.group[2])};
        imr_span from = match.whole, region = match.group[1], before = {0};
        rest.at = from.end;
        if (!exists(first))
            continue;
        bool joined = false;
        while (imr_number_behind(item, rest.at) && may_be_joined(t->low + rest.at) &&
               imr_item_match(item, IMR_PATTERN_LEVEL_JOINED, rest, &match)) {
            imr_span letter = letter_of(&match);
            int number = number_at(t, match.group[4]);
            vertebra last = imr_empty(letter) ? bare(first, number)
                                              : (vertebra){imr_upper(t->clean[letter.at]), number};
            if (!exists(last))
                break;
            add_level(item, request, first, last, before, (imr_span){from.at, match.whole.end});
            joined = true;
            first = last;
            from = match.group[4];
            before = region; /* of the next level, if its first figure has no letter */
            if (!imr_empty(letter)) {
                region = letter;
                from.at = letter.at;
                before = (imr_span){0};
            }
            rest.at = match.whole.end;
        }
        if (!joined && !is_thyroid(item, first))
            add_level(item, request, first, (vertebra){0}, before, from);
        go_on(item, request, first, region, &rest);
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
        read_levels(item, request);
    if (item->words & IMR_W_CODE)
        read_codes(item, request);
}
