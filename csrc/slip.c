#include "slip.h"

#include <string.h>

#include "document.h"

/* ---- how far the text is from the words ------------------------------------------------------ */

/* An edit costs 2, a sign taken for one that looks like it 1. The words bear one edit for every
 * eight letters: short ones none. */
enum {
    EDIT = 2,
    LOOKS_LIKE = 1,
    LETTERS_A_POINT = 4,
    SHORTEST = 6,
    WORDS_MAX = 96,
    BUDGET_MAX = 8,
    ALIKE = 8, /* letters that tell most text from the words */
    HEAD = ALIKE + 2
};

/* Signs that look like each other, in lower case: a bit for each family that a sign belongs to. */
static unsigned families(char c)
{
    enum {
        STROKE = 1,  /* i l 1 ! | ] t */
        ROUND = 2,   /* o 0 c q a */
        SNAKE = 4,   /* s 5 */
        BELLY = 8,   /* b 8 h 6 */
        TAIL = 16,   /* g 9 q y */
        EYE = 32,    /* c e */
        FORK = 64,   /* u v y */
        ARCH = 128,  /* n h r */
        STOP = 256,  /* . : ; , */
        CROSS = 512, /* f t */
        COMB = 1024  /* E F */
    };
    switch (c) {
    case 'i':
    case 'l':
    case '1':
    case '!':
    case '|':
    case ']':
        return STROKE;
    case 't':
        return STROKE | CROSS;
    case 'f':
        return CROSS | COMB;
    case 'o':
    case '0':
    case 'a':
        return ROUND;
    case 'c':
        return ROUND | EYE;
    case 'e':
        return EYE | COMB;
    case 'q':
        return ROUND | TAIL;
    case 's':
    case '5':
        return SNAKE;
    case 'b':
    case '8':
    case '6':
        return BELLY;
    case 'h':
        return BELLY | ARCH;
    case 'n':
    case 'r':
        return ARCH;
    case 'g':
    case '9':
        return TAIL;
    case 'y':
        return TAIL | FORK;
    case 'u':
    case 'v':
        return FORK;
    case '.':
    case ':':
    case ';':
    case ',':
        return STOP;
    default:
        return 0;
    }
}

static bool looks_like(char a, char b)
{
    return (families(a) & families(b)) != 0;
}

/* Two signs that look like one. */
static bool look_like(char first, char second, char one)
{
    static const char pairs[][3] = {"rnm", "cld", "vvw", "iiu", "lih", "nnm", "rin", "iin", "lok"};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (pairs[i][0] == first && pairs[i][1] == second && pairs[i][2] == one)
            return true;
    return false;
}

/* Words or text without blanks, in lower case. */
typedef struct letters {
    char of[WORDS_MAX + BUDGET_MAX];
    uint32_t end[WORDS_MAX + BUDGET_MAX]; /* behind each, where it was read */
    int count;
} letters;

static void collect(letters *l, const char *s, uint32_t at, uint32_t end, int most)
{
    l->count = 0;
    for (; at < end && l->count < most; at++) {
        if (s[at] == ' ')
            continue;
        l->of[l->count] = imr_lower(s[at]);
        l->end[l->count++] = at + 1;
    }
}

enum { BAND = BUDGET_MAX / EDIT, WIDTH = 2 * BAND + 1, FAR = 1000 };

/* The costs of reading all the words' letters as so many letters of the text: costs[d] for d - BAND
 * more than the words have. Returns the least of them, FAR where it is more than the budget. Only
 * what the budget may part is looked at, so that the time is in proportion to the words. */
static int cost_of(const letters *words, const letters *text, int budget, int *costs)
{
    int rows[3][WIDTH]; /* in turn: two letters that look like one are read at a time */
    int least_before = 0;
    for (int d = 0; d < WIDTH; d++) {
        rows[0][d] = d >= BAND ? (d - BAND) * EDIT : FAR;
        rows[2][d] = FAR;
    }
    for (int i = 1; i <= words->count; i++) {
        int *now = rows[i % 3], *last = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];
        char w = words->of[i - 1];
        int least = FAR;
        for (int d = 0; d < WIDTH; d++) {
            int j = i + d - BAND, best = FAR;
            now[d] = FAR;
            if (j < 0 || j > text->count)
                continue;
            if (d + 1 < WIDTH) /* the text lacks this letter */
                best = last[d + 1] + EDIT;
            if (j > 0) {
                char c = text->of[j - 1];
                int swap = c == w ? 0 : looks_like(c, w) ? LOOKS_LIKE : EDIT;
                if (last[d] + swap < best)
                    best = last[d] + swap;
                if (d > 0 && now[d - 1] + EDIT < best)
                    best = now[d - 1] + EDIT;
                if (j > 1 && d > 0 && look_like(text->of[j - 2], c, w) &&
                    last[d - 1] + LOOKS_LIKE < best)
                    best = last[d - 1] + LOOKS_LIKE;
                if (i > 1 && d + 1 < WIDTH && look_like(words->of[i - 2], w, c) &&
                    before[d + 1] + LOOKS_LIKE < best)
                    best = before[d + 1] + LOOKS_LIKE;
            }
            now[d] = best;
            if (best < least)
                least = best;
        }
        if (least > budget && least_before > budget)
            return FAR;
        least_before = least;
    }
    memcpy(costs, rows[words->count % 3], sizeof rows[0]);
    return least_before <= budget ? least_before : FAR;
}

/* May the text be the words? Half of its first letters are theirs, where they should stand or
 * beside that. Most text is told from the words by this. */
static bool begins_alike(const char *words, const char *head, int head_count)
{
    char first[ALIKE];
    int count = 0;
    for (; *words != '\0' && count < ALIKE; words++)
        if (*words != ' ')
            first[count++] = imr_lower(*words);
    for (int shift = -1; shift <= HEAD - ALIKE; shift++) {
        int points = 0;
        for (int i = shift < 0 ? 1 : 0; i < count && i + shift < head_count; i++)
            points += first[i] == head[i + shift]             ? 2
                      : looks_like(first[i], head[i + shift]) ? 1
                                                              : 0;
        if (points >= count)
            return true;
    }
    return false;
}

static int collect_head(const char *s, uint32_t at, uint32_t end, char *head)
{
    int count = 0;
    for (; at < end && count < HEAD; at++)
        if (s[at] != ' ')
            head[count++] = imr_lower(s[at]);
    return count;
}

/* How well a reading that costs no more than others ends: a label with its colon, a heading at its
 * line's end; else better too early than in the next word. */
static int ending(const imr_text *t, uint32_t end, bool label)
{
    if (label)
        return strchr(":;", t->clean[end - 1]) != NULL;
    return end == t->size || (t->clean[end] == ' ' && imr_text_at_line_start(t, end + 1));
}

/* Reads the words with slips. Returns the end, 0 where the text is too far from them. */
static uint32_t read_slips(const imr_text *t, uint32_t at, uint32_t end, const char *words)
{
    letters want, got;
    int costs[WIDTH];
    collect(&want, words, 0, (uint32_t)strlen(words), WORDS_MAX);
    int budget = want.count < SHORTEST ? 0 : want.count / LETTERS_A_POINT;
    if (budget > BUDGET_MAX)
        budget = BUDGET_MAX;
    collect(&got, t->clean, at, end, want.count + budget / EDIT + 1);
    int least = cost_of(&want, &got, budget, costs);
    uint32_t best = 0;
    for (int d = 0; d < WIDTH; d++) {
        int read = want.count + d - BAND;
        if (least == FAR || costs[d] != least || read < 1 || read > got.count)
            continue;
        bool label = words[strlen(words) - 1] == ':';
        uint32_t stop = got.end[read - 1];
        if (best == 0 || ending(t, stop, label) > ending(t, best, label))
            best = stop;
    }
    return best;
}

uint32_t imr_read_slipped(const imr_text *t, uint32_t at, uint32_t end, const char *words)
{
    char head[HEAD];
    int count = collect_head(t->clean, at, end, head);
    return begins_alike(words, head, count) ? read_slips(t, at, end, words) : 0;
}

/* ---- headings and labels --------------------------------------------------------------------- */

/* Reads the words, blanks on either side counting for nothing, letter case ignored. The colon of a
 * label may be missing at a line's end. Returns the end, 0 where they do not stand there. */
static uint32_t read_loosely(const imr_text *t, uint32_t at, uint32_t end, const char *words)
{
    for (;;) {
        while (*words == ' ')
            words++;
        if (*words == '\0')
            return at;
        uint32_t behind = at;
        while (at < end && t->clean[at] == ' ')
            at++;
        if (at >= end)
            return 0;
        if (words[0] == ':' && words[1] == '\0' && t->clean[at] != ':' &&
            imr_text_at_line_start(t, at))
            return behind;
        if (words[0] == '\'' && end - at > 3 && memcmp(t->clean + at, "\xE2\x80\x99", 3) == 0)
            at += 2; /* a curly one */
        else if (t->low[at] != imr_lower(*words))
            return 0;
        at++;
        words++;
    }
}

/* Do the letters stand there in the case in which the form prints them? */
static bool same_case(const imr_text *t, uint32_t at, uint32_t end, const char *words)
{
    for (; at < end; at++) {
        if (t->clean[at] == ' ' || (unsigned char)t->clean[at] >= 0x80)
            continue;
        while (*words == ' ' || (*words == '\'' && t->clean[at] != '\''))
            words++;
        if (*words++ != t->clean[at])
            return false;
    }
    return *words == '\0';
}

static uint32_t skip_blanks(const imr_text *t, uint32_t at, uint32_t end)
{
    while (at < end && t->clean[at] == ' ')
        at++;
    return at;
}

/* Does `at` follow the end of a sentence, or a decision? */
static bool after_sentence(const imr_text *t, uint32_t at, uint32_t from)
{
    while (at > from && t->clean[at - 1] == ' ')
        at--;
    return at == from || strchr(".:;!?)\"'", t->clean[at - 1]) != NULL ||
           (at >= from + 6 && imr_reads(t, at - 6, at, "upheld")) ||
           (at >= from + 10 && imr_reads(t, at - 10, at, "overturned"));
}

uint64_t imr_mark_head(const char *text)
{
    char head[HEAD] = {0};
    uint64_t packed;
    collect_head(text, 0, (uint32_t)strlen(text), head);
    memcpy(&packed, head, sizeof packed);
    return packed;
}

/* How many bytes of two words of eight are equal. */
static unsigned equal_bytes(uint64_t a, uint64_t b)
{
    const uint64_t low = 0x7F7F7F7F7F7F7F7F, ones = 0x0101010101010101;
    uint64_t x = a ^ b;
    uint64_t zero = ~(((x & low) + low) | x | low) >> 7;
    return (unsigned)(zero * ones >> 56);
}

bool imr_mark_is_other(const imr_mark_place *p, uint64_t head)
{
    enum { LEAST = 3 };
    char behind[8] = {0}; /* the first letter lost */
    uint64_t text;
    memcpy(behind + 1, p->head, 7);
    memcpy(&text, behind, 8);
    if (equal_bytes(text, head) >= LEAST)
        return false;
    for (int shift = 0; shift <= HEAD - ALIKE; shift++) {
        memcpy(&text, p->head + shift, 8);
        if (equal_bytes(text, head) >= LEAST)
            return false;
    }
    return true;
}

void imr_mark_place_at(imr_mark_place *p, const imr_text *t, uint32_t line, uint32_t at,
                       imr_span within, bool slips)
{
    p->text = t;
    p->within = within;
    p->at = at;
    p->line = t->lines[line].at == at;
    p->inside = (t->lines[line].flags & IMR_LINE_LONG) != 0;
    /* Misread, a mark still begins as marks do; a stroke may stand for a capital: "lMR". */
    p->slips = slips && (p->line || (p->inside && t->clean[at - 1] == ' ')) &&
               (!imr_is_lower(t->clean[at]) || imr_is_upper(t->clean[at + 1]));
    memset(p->head, 0, sizeof p->head);
    p->head_count = p->slips ? collect_head(t->low, at, within.end, p->head) : 0;
}

/* Does a line end at `end`, or a colon follow? */
static bool ends_line(const imr_mark_place *p, uint32_t end)
{
    uint32_t next = skip_blanks(p->text, end, p->within.end);
    return next >= p->within.end || p->text->clean[next] == ':' ||
           (next > end && imr_text_at_line_start(p->text, next));
}

/* Is it written as headings are: in capitals, but for what slips look like? */
static bool in_capitals(const imr_text *t, uint32_t at, uint32_t end)
{
    uint32_t upper = 0, lower = 0;
    for (; at < end; at++) {
        upper += imr_is_upper(t->clean[at]);
        lower += imr_is_lower(t->clean[at]);
    }
    return upper >= 3 * lower;
}

/* Labels have a colon, or stand within an issue; the rest are headings. */
static bool is_label(const imr_form_mark *mark)
{
    return mark->kind >= IMR_PARTS || mark->text[mark->size - 1] == ':';
}

/* Is the place one where such a mark stands? A line's start is, but where breaks are lost a mark
 * stands inside the line, and now and then behind a sentence. What is the form's alone, in the very
 * letters of the form, may stand anywhere; a mark that a letter may lack only at a line's start. */
static bool is_place(const imr_mark_place *p, const imr_form_mark *mark, bool printed)
{
    if (p->line)
        return true;
    if (mark->optional && mark->kind != IMR_CLOSING)
        return false;
    if (printed && mark->kind >= IMR_PARTS && mark->tells >= IMR_TELLING)
        return true;
    return p->inside || after_sentence(p->text, p->at, p->within.at);
}

/* Is what was read, in another letter case, the mark and not what a sentence says? In capitals it
 * is; a label at a line's start is; a heading is alone on its line, or a title with a new sentence
 * behind it. */
static bool stands_out(const imr_mark_place *p, const imr_form_mark *mark, uint32_t end)
{
    const imr_text *t = p->text;
    bool small = imr_is_lower(t->clean[p->at]);
    if (is_label(mark))
        return p->line || !small;
    if (in_capitals(t, p->at, end))
        return true;
    if (!p->line)
        return false;
    if (ends_line(p, end))
        return true;
    return !small && !imr_is_lower(t->clean[skip_blanks(t, end, p->within.end)]);
}

/* With slips, what stands there must look the part all the more. */
static bool slipped_stands_out(const imr_mark_place *p, const imr_form_mark *mark, uint32_t end)
{
    const imr_text *t = p->text;
    if (!is_label(mark))
        return in_capitals(t, p->at, end) || (p->line && ends_line(p, end));
    if (strchr(":;", t->clean[end - 1]) != NULL || mark->tail != NULL)
        return true;
    /* its colon was read as something else, or not at all: a new sentence follows at least */
    uint32_t next = skip_blanks(t, end, p->within.end);
    return p->line && next < p->within.end && !imr_is_lower(t->clean[next]);
}

uint32_t imr_read_mark(const imr_mark_place *p, const imr_form_mark *mark, bool *slipped)
{
    const imr_text *t = p->text;
    uint32_t end = 0;
    *slipped = false;
    if (imr_lower(mark->text[0]) == t->low[p->at])
        end = read_loosely(t, p->at, p->within.end, mark->text);
    if (end != 0) {
        bool printed = same_case(t, p->at, end, mark->text);
        return is_place(p, mark, printed) && (printed || stands_out(p, mark, end)) ? end : 0;
    }
    if (!p->slips || !begins_alike(mark->text, p->head, p->head_count))
        return 0;
    end = read_slips(t, p->at, p->within.end, mark->text);
    *slipped = end != 0 && is_place(p, mark, false) && slipped_stands_out(p, mark, end);
    return *slipped ? end : 0;
}

/* ---- decisions ------------------------------------------------------------------------------- */

bool imr_line_decides(const char *clean, const imr_line *line)
{
    const char *end = clean + (line->at + line->size);
    return (line->size > 8 && memcmp(end - 8, ": Upheld", 8) == 0) ||
           (line->size > 12 && memcmp(end - 12, ": Overturned", 12) == 0);
}

uint32_t imr_decided_lines(const imr_text *t, imr_span within)
{
    uint32_t decisions = 0;
    if (t->line_count == 0 || within.at >= within.end)
        return 0;
    const imr_line *line = &t->lines[imr_text_line(t, within.at)];
    const imr_line *last = &t->lines[imr_text_line(t, within.end - 1)];
    for (line += line->at < within.at; line <= last; line++)
        decisions += imr_line_decides(t->clean, line);
    return decisions;
}
