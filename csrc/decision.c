/* decision.c - "...: Upheld", "... (Overturned)", "...: Denial upheld in part", misread or not. */
#define _GNU_SOURCE /* memrchr */
#include "decision.h"

#include <string.h>

#include "ascii.h"
#include "slip.h"

typedef struct decision_word {
    const char *text;
    uint32_t size;
    char tail[5]; /* the last four letters, by which it is nearly always told */
    const char *value;
} decision_word;

#define WORD(text, tail, value)                                                                    \
    {                                                                                              \
        text tail, sizeof(text tail) - 1, tail, value                                              \
    }

/* Longer wordings stand before those that they end with. */
static const decision_word decision_words[] = {
    WORD("partially overtu", "rned", "partially overturned"),
    WORD("partially up", "held", "partially overturned"),
    WORD("overturned in ", "part", "partially overturned"),
    WORD("upheld in ", "part", "partially overturned"),
    WORD("overtu", "rned", "overturned"),
    WORD("up", "held", "upheld"),
    WORD("over", "turn", "overturned"),
    WORD("up", "hold", "upheld"),
};
enum { DECISION_WORDS = sizeof decision_words / sizeof *decision_words };

/* Do the words end at `end`, for a text that begins at `from`? */
static bool ends_with(const imr_text *t, uint32_t from, uint32_t end, const decision_word *w)
{
    return end - from >= w->size && memcmp(t->low + end - 4, w->tail, 4) == 0 &&
           memcmp(t->low + end - w->size, w->text, w->size) == 0;
}

/* The last such sign in the span, IMR_NOWHERE where it has none. */
static uint32_t last_sign(const imr_text *t, imr_span s, char sign)
{
    if (imr_empty(s))
        return IMR_NOWHERE;
    const char *p = memrchr(t->clean + s.at, sign, s.end - s.at);
    return p != NULL ? (uint32_t)(p - t->clean) : IMR_NOWHERE;
}

/* A decision at the end that is misread, or spaced out. Only a colon before it makes it one. */
static imr_decision misread_decision(const imr_text *t, imr_span s, uint32_t end)
{
    enum { LONGEST = 48 };
    imr_span near = {end - s.at > LONGEST + 1 ? end - LONGEST - 1 : s.at, end};
    uint32_t colon = last_sign(t, near, ':');
    if (colon != IMR_NOWHERE)
        near.at = colon + 1;
    uint32_t semicolon = last_sign(t, near, ';');
    if (semicolon != IMR_NOWHERE)
        colon = semicolon;
    if (colon == IMR_NOWHERE)
        return (imr_decision){0};
    imr_span words = imr_trim(t, (imr_span){colon + 1, end});
    for (int i = 0; i < DECISION_WORDS; i++)
        if (imr_read_slipped(t, words.at, words.end, decision_words[i].text) == words.end &&
            !imr_empty(words))
            return (imr_decision){decision_words[i].value, words, colon};
    return (imr_decision){0};
}

/* "Not upheld", "Upheld/Overturned", "Upheld or Overturned": which it is the letter does not say.
 */
static bool leaves_open(const imr_text *t, uint32_t from, uint32_t at, const char *decision)
{
    static const char *const before[] = {"not", "upheld", "overturned", "upheld or",
                                         "overturned or"};
    while (at > from && (t->clean[at - 1] == ' ' || t->clean[at - 1] == '/'))
        at--;
    if (at == from || !imr_is_letter(t->clean[at - 1])) /* mostly there is the colon */
        return false;
    for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
        uint32_t size = (uint32_t)strlen(before[i]);
        if (strcmp(before[i], decision) != 0 && at - from >= size &&
            imr_reads(t, at - size, at, before[i]) &&
            (at - from == size || !imr_is_letter(t->clean[at - size - 1])))
            return true;
    }
    return false;
}

static bool trails(char c)
{
    return c == ' ' || c == '.' || c == ',' || c == ';' || c == '*';
}

/* Where a last word ends, without the sign of a footnote behind it: "Upheld*", "Upheld [1]". */
static uint32_t without_footnote(const imr_text *t, imr_span s)
{
    uint32_t end = s.end;
    while (end > s.at && trails(t->clean[end - 1]))
        end--;
    if (end == s.at || t->clean[end - 1] != ']')
        return end;
    uint32_t at = end - 1;
    while (at > s.at && imr_is_digit(t->clean[at - 1]))
        at--;
    if (at == end - 1 || at == s.at || t->clean[at - 1] != '[')
        return end;
    for (at--; at > s.at && t->clean[at - 1] == ' ';)
        at--;
    return at;
}

static bool leads(char c)
{
    return c == ' ' || c == ':' || c == ';' || c == '-';
}

/* Where the heading ends whose decision begins at `at`: "X: Upheld", "X: Denial Upheld". */
static uint32_t heading_end(const imr_text *t, uint32_t from, uint32_t at)
{
    enum { DENIAL = sizeof "denial" - 1 };
    while (at > from && leads(t->clean[at - 1]))
        at--;
    if (at - from <= DENIAL + 2 || !imr_reads(t, at - DENIAL, at, "denial"))
        return at;
    uint32_t word = at - DENIAL;
    while (word > from && t->clean[word - 1] == ' ')
        word--;
    return t->clean[word - 1] == ':' ? word - 1 : at;
}

imr_decision imr_decision_at_end(const imr_text *t, imr_span s)
{
    s = imr_trim(t, s);
    uint32_t end = without_footnote(t, s);
    bool bracketed = end > s.at && t->clean[end - 1] == ')';
    uint32_t last = end - bracketed;
    for (int i = 0; i < DECISION_WORDS; i++) {
        const decision_word *w = &decision_words[i];
        if (!ends_with(t, s.at, last, w))
            continue;
        uint32_t at = last - w->size;
        if (at > s.at && imr_is_letter(t->clean[at - 1]))
            continue;
        if (bracketed && (at == s.at || t->clean[at - 1] != '('))
            continue;
        if (leaves_open(t, s.at, at, w->text))
            return (imr_decision){0};
        return (imr_decision){w->value, {at, last}, heading_end(t, s.at, at - bracketed)};
    }
    return misread_decision(t, s, end);
}

imr_decision imr_decision_inside(const imr_text *t, imr_span s)
{
    static const char *const next_words[] = {"the claims administrator", "the expert reviewer",
                                             "decision based on"};
    imr_span rest = s;
    for (uint32_t colon; (colon = last_sign(t, rest, ':')) != IMR_NOWHERE; rest.end = colon) {
        uint32_t at = colon + 1;
        while (at < s.end && t->clean[at] == ' ')
            at++;
        char first = t->low[at];
        if (first != 'p' && first != 'o' && first != 'u') /* as all decisions begin */
            continue;
        for (int i = 0; i < DECISION_WORDS; i++) {
            uint32_t end = at + decision_words[i].size;
            if (!imr_reads(t, at, s.end, decision_words[i].text) ||
                (end < s.end && imr_is_letter(t->clean[end])))
                continue;
            uint32_t next = end;
            while (next < s.end && t->clean[next] == ' ')
                next++;
            if (next == s.end || IMR_READS_ANY(t, next, s.end, next_words))
                return (imr_decision){decision_words[i].value, {at, end}, colon};
        }
    }
    return (imr_decision){0};
}
