/* request_item.c - the words of a disputed item, walked once. */
#include "request.h"

#include <string.h>

#include "ascii.h"
#include "search.h"
#include "vector.h"

/* ---- numbers --------------------------------------------------------------------------------- */

typedef struct number_word {
    const char *word;
    int value;
} number_word;

static const number_word number_words[] = {
    {"one", 1},      {"two", 2},        {"three", 3},     {"four", 4},      {"five", 5},
    {"six", 6},      {"seven", 7},      {"eight", 8},     {"nine", 9},      {"ten", 10},
    {"eleven", 11},  {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15},
    {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},
    {"thirty", 30},  {"forty", 40},     {"fifty", 50},    {"sixty", 60},    {"seventy", 70},
    {"eighty", 80},  {"ninety", 90},    {"hundred", 100}, {"once", 1},      {"twice", 2},
    {"thrice", 3},   {"no", 0},         {"zero", 0},      {"none", 0},      {"without", 0},
};

static double number_in_words(const imr_text *t, imr_span s)
{
    double sum = -1;
    for (uint32_t at = s.at; at < s.end;) {
        uint32_t end = at;
        while (end < s.end && imr_is_letter(t->clean[end]))
            end++;
        for (size_t i = 0; i < sizeof number_words / sizeof *number_words; i++) {
            const number_word *w = &number_words[i];
            if (strlen(w->word) != end - at || !imr_reads(t, at, end, w->word))
                continue;
            if (w->value == 100 && sum > 0)
                sum *= 100;
            else
                sum = (sum < 0 ? 0 : sum) + w->value;
        }
        at = end + 1;
    }
    return sum;
}

double imr_read_number(const imr_text *t, imr_span s)
{
    if (imr_empty(s) || (!imr_is_digit(t->clean[s.at]) && t->clean[s.at] != '.'))
        return number_in_words(t, s);
    enum { PLAIN = 9 }; /* figures of which any number fits */
    uint32_t plain = 0, at = s.at;
    for (; at < s.end && at - s.at < PLAIN && imr_is_digit(t->clean[at]); at++)
        plain = plain * 10 + (uint32_t)(t->clean[at] - '0');
    double n = plain, place = 0;
    for (; at < s.end; at++) {
        char c = t->clean[at];
        if (c == '.')
            place = 1;
        else if (imr_is_digit(c)) {
            n = n * 10 + (c - '0');
            place *= 10;
        }
    }
    return place > 0 ? n / place : n;
}

/* Does a second number or a unit of weight begin so? */
static bool goes_on(const char *low)
{
    switch (low[0]) {
    case 't': /* to */
        return low[1] == 'o';
    case 'o': /* or */
        return low[1] == 'r';
    case 'm': /* mg, mcg */
        return low[1] == 'g' || low[1] == 'c';
    default:
        return !imr_is_lower(low[0]);
    }
}

uint32_t imr_plain_number(const imr_text *t, uint32_t at, uint32_t end)
{
    enum { LONGEST = 4 };
    const char *s = t->clean;
    uint32_t stop = at;
    while (stop < end && imr_is_digit(s[stop]))
        stop++;
    if (stop == at || stop - at > LONGEST)
        return 0;
    if (stop + 1 < end && s[stop] == '.' && imr_is_digit(s[stop + 1]))
        for (stop++; stop < end && imr_is_digit(s[stop]);)
            stop++;
    if (stop == end || (stop + 1 == end && strchr(".,;)", s[stop]) != NULL))
        return stop;
    bool comma = s[stop] == ',' && s[stop + 1] == ' ';
    return comma || (s[stop] == ' ' && !goes_on(t->low + stop + 1)) ? stop : 0;
}

/* "phase 2", "level 3" */
static bool names_part_of_course(const char *low, uint32_t from, uint32_t end)
{
    static const char *const names[] = {"phase ", "level ", "stage ", "grade ", "tier "};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        size_t size = strlen(names[i]);
        if (end - from >= size && memcmp(low + end - size, names[i], size) == 0)
            return true;
    }
    return false;
}

static uint32_t figures_start(const char *low, uint32_t from, uint32_t end)
{
    while (end > from && imr_is_digit(low[end - 1]))
        end--;
    return end;
}

bool imr_is_multiplied(const imr_item *item, uint32_t times)
{
    enum { FIGURES = 2 };
    const char *low = item->text->low;
    uint32_t from = item->span.at, end = times;
    while (end > from && low[end - 1] == ' ')
        end--;
    uint32_t at = figures_start(low, from, end);
    if (at == end || end - at > FIGURES)
        return false;
    /* "2-3", but not "L4-5"; "1.5", but not "724.2" and "M54.5" */
    if (at > from && strchr("-/.", low[at - 1]) != NULL) {
        end = at - 1;
        at = figures_start(low, from, end);
        if (at == end || end - at > FIGURES)
            return false;
    }
    char before = at > from ? low[at - 1] : ' ';
    return !imr_is_lower(before) && strchr("./-", before) == NULL &&
           !names_part_of_course(low, from, at);
}

bool imr_count_at_end(const imr_item *item, imr_span *number)
{
    enum { FIGURES = 2, DASH = '\x93' }; /* the last byte of a dash */
    const char *low = item->text->low;
    uint32_t at = item->number, end = at, stop = item->span.end;
    if (at == IMR_NOWHERE || at != item->last_number || at < item->span.at + 2)
        return false;
    while (end < stop && imr_is_digit(low[end]))
        end++;
    if (end == at || end - at > FIGURES)
        return false;
    *number = (imr_span){at, end};
    stop -= low[stop - 1] == '.';
    if (low[at - 1] == '(')
        return end + 1 == stop && low[end] == ')';
    if (low[at - 1] != ' ')
        return false;
    bool set_off = strchr(",:-", low[at - 2]) != NULL || low[at - 2] == DASH;
    return set_off ? end == stop : end + 1 == stop && low[end] == 'x';
}

/* ---- the walk -------------------------------------------------------------------------------- */

static void keep(imr_found *list, uint32_t *count, const imr_entry *entry, imr_span span)
{
    if (*count < IMR_FOUND_MAX)
        list[(*count)++] = (imr_found){entry, span};
}

/* Does the phrase stand where the name does, the name being a part of it? */
static bool stands_in(const imr_text *t, imr_span name, const char *phrase, size_t length)
{
    const char *here = t->low + name.at;
    size_t size = name.end - name.at;
    for (size_t k = 0; k + size <= length && k <= name.at;) {
        size_t from = name.at - k;
        if (phrase[k] == *here && *phrase == t->low[from] && length <= t->size - from &&
            phrase[length - 1] == t->low[from + length - 1] &&
            memcmp(t->low + from, phrase, length) == 0 &&
            (k == 0 || from == 0 || !imr_is_letter(t->clean[from - 1])))
            return true;
        /* The next place in the phrase behind what stands before the name. */
        const char *before = name.at > 0 ? memchr(phrase + k, here[-1], length - k) : NULL;
        if (before == NULL)
            return false;
        k = (size_t)(before - phrase) + 1;
    }
    return false;
}

/* Is the name part of a phrase that means something else: "hand held", "femoral head"? */
IMR_APART bool in_exception(const imr_text *t, const imr_entry *e, imr_span name)
{
    size_t count = imr_entry_count(e, IMR_BODY_PARTS_EXCEPT);
    for (size_t i = 0; i < count; i++) {
        size_t length;
        const char *phrase = imr_entry_item(e, IMR_BODY_PARTS_EXCEPT, i, &length);
        if (stands_in(t, name, phrase, length))
            return true;
    }
    return false;
}

static void note_number(imr_item *item, uint32_t at)
{
    if (at < item->number)
        item->number = at;
    if (at + 1 > item->last_number + 1) /* behind IMR_NOWHERE comes 0 */
        item->last_number = at;
}

/* The walk goes on behind a name: what numbers may be in it? */
IMR_APART void note_numbers_in(imr_item *item, imr_span name)
{
    const char *low = item->text->low;
    for (uint32_t at = name.at, end; at < name.end; at = end) {
        end = imr_search_letters_end(low, at, name.end);
        if (imr_is_digit(low[at]) ||
            (imr_stage_term(item->stage, (imr_span){at, end}) & IMR_TERM(NUMBER)))
            note_number(item, at);
        end += end == at;
    }
}

/* What the tables know at a word that names begin with; returns where the walk goes on. */
static uint32_t look_up(imr_item *item, const imr_name_slot *names, imr_span word,
                        uint32_t *drugs_end)
{
    const imr_text *t = item->text;
    const imr_knowledge *k = item->stage->knowledge;
    uint32_t at = word.at;
    const char *here = t->low + at;
    size_t size = item->span.end - at, matched;
    imr_name_start part = names->start[IMR_NAMED_PART], drug = names->start[IMR_NAMED_DRUG];
    /* Within a word of letters and figures ("mg60") no name begins. */
    if (at > item->span.at && imr_is_digit(here[-1]))
        return word.end;
    const imr_entry *e = NULL;
    if (part != 0)
        e = imr_knowledge_longest_from(k, IMR_TABLE_BODY_PARTS, part, here, size, &matched);
    if (e != NULL) {
        imr_span name = {at, at + (uint32_t)matched};
        if (!imr_name_may_be_else(names, t->low, at, name.end) || !in_exception(t, e, name))
            keep(item->parts, &item->part_count, e, name);
        if (name.end > word.end)
            note_numbers_in(item, (imr_span){word.end, name.end});
        return name.end;
    }
    if (at < *drugs_end || drug == 0)
        return word.end;
    e = imr_knowledge_longest_from(k, IMR_TABLE_DRUGS, drug, here, size, &matched);
    if (e != NULL) {
        *drugs_end = at + (uint32_t)matched;
        keep(item->drugs, &item->drug_count, e, (imr_span){at, *drugs_end});
    }
    return word.end;
}

/* No name of a drug or of a part of the body begins with a word of these kinds. */
static const uint32_t NAMES_NOTHING = IMR_W_JOIN | IMR_W_UNIT | IMR_W_MANY | IMR_W_OFTEN |
                                      IMR_W_THERAPY | IMR_W_MAYBE | IMR_W_VISIT | IMR_W_QUANTITY |
                                      IMR_W_REFILL | IMR_W_COUNTED | IMR_W_TIMES | IMR_W_WEEK |
                                      IMR_W_MONTH | IMR_W_PROVIDED;

/* A piece of the item, in which a bit stands for each byte, the lowest for the first. So a word's
 * kinds are noted without a question for each; what they are is asked once for all of a piece. */
typedef struct piece {
    uint32_t at, size;
    imr_byte_kinds bytes; /* but for those that a name passes over */
    /* Where the words of some kinds begin. */
    uint64_t numbers, schedules, quantities, refills, sides;
} piece;

enum { PIECE_MAX = 63 };

static uint64_t bits_below(uint32_t count)
{
    return ((uint64_t)1 << count) - 1;
}

static uint32_t first_bit(uint64_t bits)
{
    return (uint32_t)__builtin_ctzll(bits);
}

/* The bytes [from, end) are a name's, behind the word that it begins with. */
static void pass_over(piece *p, uint32_t from, uint32_t end)
{
    uint64_t rest = ~(bits_below(end < PIECE_MAX ? end : PIECE_MAX) & ~bits_below(from));
    p->bytes.letters &= rest;
    p->bytes.figures &= rest;
    p->bytes.marks &= rest;
}

static void cut(piece *p, uint32_t size)
{
    p->size = size;
    p->bytes.letters &= bits_below(size);
    p->bytes.figures &= bits_below(size);
    p->bytes.marks &= bits_below(size);
}

/* Of the words and numbers none is cut in two: a piece that is one of them has no size. */
static void take_piece(piece *p, const char *low, uint32_t at, uint32_t end)
{
    p->at = at;
    p->numbers = p->schedules = p->quantities = p->refills = p->sides = 0;
    p->bytes = imr_byte_kinds_of(low + at);
    cut(p, end - at < PIECE_MAX ? end - at : PIECE_MAX);
    if (p->size == end - at)
        return;
    uint64_t last = (uint64_t)1 << (PIECE_MAX - 1);
    uint64_t run = p->bytes.letters & last ? p->bytes.letters : p->bytes.figures;
    if (run & last)
        cut(p, PIECE_MAX - (uint32_t)__builtin_clzll(~(run << 1)));
}

static uint64_t at_bit(uint32_t kinds, uint32_t among, uint32_t bit)
{
    return (uint64_t)((kinds & among) != 0) << bit;
}

/* Walks the words; returns where the walk goes on. */
static uint32_t walk_words(imr_item *item, piece *p, uint32_t *drugs_end)
{
    const imr_stage *s = item->stage;
    const char *low = item->text->low + p->at;
    uint32_t words = 0, count = 0, behind = p->at + p->size;
    for (uint64_t left = p->bytes.letters; left != 0; count++) {
        uint32_t from = first_bit(left), end = from + first_bit(~(left >> from));
        left &= ~bits_below(end);
        const imr_name_slot *names = imr_names_of(s->names, low + from, end - from);
        imr_span word = {p->at + from, p->at + end};
        uint32_t kinds = names->kinds;
        words |= kinds;
        p->numbers |= at_bit(kinds, IMR_NAME_NUMBER, from);
        p->schedules |= at_bit(kinds, IMR_W_SCHEDULE, from);
        p->quantities |= at_bit(kinds, IMR_W_QUANTITY, from);
        p->refills |= at_bit(kinds, IMR_W_REFILL, from);
        p->sides |= at_bit(kinds, IMR_W_SIDE, from);
        if ((names->start[IMR_NAMED_PART] | names->start[IMR_NAMED_DRUG]) == 0 ||
            (kinds & NAMES_NOTHING) != 0)
            continue;
        uint32_t next = look_up(item, names, word, drugs_end);
        if (next > word.end) {
            pass_over(p, end, next - p->at);
            left &= p->bytes.letters;
            behind = next > behind ? next : behind;
        }
    }
    item->words |= words & ~IMR_NAME_NUMBER;
    item->word_count += count;
    return behind;
}

static bool is_level_letter(char c)
{
    return c == 'c' || c == 't' || c == 'l' || c == 's';
}

/* "L4", "C5-6", "t12": the letter stands alone before a figure. */
static void note_levels(imr_item *item, const piece *p)
{
    const char *low = item->text->low;
    uint64_t letters = p->bytes.letters, alone = letters & ~(letters << 1) & ~(letters >> 1);
    for (; alone != 0; alone &= alone - 1) {
        uint32_t at = p->at + first_bit(alone);
        char next = low[at + 1];
        if (!is_level_letter(low[at]) || at + 1 >= item->span.end ||
            (!imr_is_digit(next) && next != '-' && next != ' '))
            continue;
        item->words |= IMR_W_LEVEL;
        if (item->level == IMR_NOWHERE)
            item->level = at;
    }
}

static void note_figures(imr_item *item, piece *p)
{
    uint64_t figures = p->bytes.figures, starts = figures & ~(figures << 1);
    uint64_t four = starts & figures >> 1 & figures >> 2 & figures >> 3;
    uint64_t six = figures >> 4 & figures >> 5;
    p->numbers |= starts;
    item->words |= (figures != 0 ? IMR_W_FIGURE : 0) | ((four & ~six) != 0 ? IMR_W_CODE : 0);
}

static void note_marks(imr_item *item, piece *p)
{
    for (uint64_t marks = p->bytes.marks; marks != 0; marks &= marks - 1) {
        uint32_t bit = first_bit(marks);
        char c = item->text->low[p->at + bit];
        p->quantities |= (uint64_t)(c == '#') << bit;
        item->words |= c == '#' ? IMR_W_NUMBER_SIGN : c == '%' ? IMR_W_PERCENT : 0;
    }
}

static void note_places(imr_item *item, const piece *p)
{
    if (p->numbers != 0) {
        note_number(item, p->at + first_bit(p->numbers));
        note_number(item, p->at + 63 - (uint32_t)__builtin_clzll(p->numbers));
    }
    if (p->schedules != 0 && item->schedule == 0)
        item->schedule = p->at + first_bit(p->schedules);
    if (p->quantities != 0 && item->quantity == IMR_NOWHERE)
        item->quantity = p->at + first_bit(p->quantities);
    if (p->refills != 0 && item->refill == IMR_NOWHERE)
        item->refill = p->at + first_bit(p->refills);
    for (uint64_t sides = p->sides; sides != 0; sides &= sides - 1) {
        uint32_t from = first_bit(sides), end = from + first_bit(~(p->bytes.letters >> from));
        keep(item->sides, &item->side_count, NULL, (imr_span){p->at + from, p->at + end});
    }
}

/* A run of letters or figures that is longer than a piece, which no table has. */
IMR_APART uint32_t walk_long_run(imr_item *item, uint32_t at)
{
    const char *low = item->text->low;
    uint32_t end = at;
    if (imr_is_lower(low[at])) {
        item->word_count++;
        return imr_search_letters_end(low, at, item->span.end);
    }
    note_number(item, at);
    item->words |= IMR_W_FIGURE;
    while (end < item->span.end && imr_is_digit(low[end]))
        end++;
    return end;
}

void imr_read_item(const imr_stage *s, imr_span span, imr_item *item)
{
    item->stage = s; /* field by field: of the lists nothing is read but what was kept */
    item->text = s->doc->text;
    item->span = span;
    item->words = item->word_count = item->schedule = 0;
    item->drug_count = item->part_count = item->side_count = 0;
    item->drug = (imr_span){0};
    item->number = item->last_number = item->quantity = item->refill = item->level = IMR_NOWHERE;
    uint32_t drugs_end = span.at;
    for (uint32_t at = span.at; at < span.end;) {
        piece p;
        take_piece(&p, item->text->low, at, span.end);
        if (p.size == 0) {
            at = walk_long_run(item, at);
            continue;
        }
        at = walk_words(item, &p, &drugs_end);
        note_levels(item, &p);
        note_figures(item, &p);
        note_marks(item, &p);
        note_places(item, &p);
    }
    item->therapy =
        (item->words & (IMR_W_THERAPY | IMR_W_VISIT)) ||
        ((item->words & IMR_W_MAYBE) && !(item->words & (IMR_W_DEVICE | IMR_W_LABORATORY)));
}
