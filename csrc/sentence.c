/* sentence.c - where sentences end, looked for from behind. */
#include "sentence.h"

#include <string.h>

#include "ascii.h"
#include "search.h"

/* Abbreviations that keep a full stop in the middle of a heading or sentence, those of as many
 * letters in one row. A letter alone is an initial. */
static const char *const abbreviations[] = {
    [2] = "mg ml no dr vs st rx hr wk mr ms lt rt op oz gm",
    [3] = "tab cap qty inj dos e.g i.e etc hrs wks mrs p.o q.d pre mcg lbs",
    [4] = "tabs caps eval incl post",
    [5] = "b.i.d t.i.d p.r.n",
    [6] = "approx",
};
enum { LONGEST = sizeof abbreviations / sizeof *abbreviations - 1 };

/* Their first letters, a bit each by the letter's lower five. */
#define OF(letter) ((uint32_t)1 << ((letter)&31))
static const uint32_t first_letters[] = {
    [2] = OF('m') | OF('n') | OF('d') | OF('v') | OF('s') | OF('r') | OF('h') | OF('w') | OF('l') |
          OF('o') | OF('g'),
    [3] = OF('t') | OF('c') | OF('q') | OF('i') | OF('d') | OF('e') | OF('h') | OF('w') | OF('m') |
          OF('p') | OF('l'),
    [4] = OF('t') | OF('c') | OF('e') | OF('i') | OF('p'),
    [5] = OF('b') | OF('t') | OF('p'),
    [6] = OF('a'),
};

IMR_APART bool is_abbreviation(const char *word, uint32_t size)
{
    for (const char *known = abbreviations[size];; known += size + 1) {
        if (*known == *word && memcmp(known, word, size) == 0)
            return true;
        if (known[size] == '\0')
            return false;
    }
}

bool imr_abbreviated(const imr_text *t, uint32_t stop, uint32_t from)
{
    uint32_t size = stop - imr_search_stopped_start(t->low, from, stop);
    if (size < 2)
        return size == 1 && imr_is_letter(t->low[stop - 1]);
    const char *word = t->low + stop - size;
    return size <= LONGEST && (first_letters[size] >> (*word & 31) & 1) &&
           is_abbreviation(word, size);
}

bool imr_ends_sentence(const imr_text *t, uint32_t stop, uint32_t next, uint32_t end, uint32_t from)
{
    char c = t->clean[stop];
    if ((c != '.' && c != '?' && c != '!') || imr_abbreviated(t, stop, from))
        return false;
    while (next < end && (t->clean[next] == ' ' || t->clean[next] == '"' ||
                          t->clean[next] == '\'' || t->clean[next] == '('))
        next++;
    return next < end && (imr_is_upper(t->clean[next]) || imr_is_digit(t->clean[next]));
}

static bool closes(char c)
{
    switch (c) {
    case ' ':
    case '.':
    case '?':
    case '!':
    case '"':
    case '\'':
    case ')':
        return true;
    default:
        return false;
    }
}

imr_span imr_last_sentence(const imr_text *t, uint32_t from, uint32_t end)
{
    uint32_t at = end;
    while (at > from && closes(t->clean[at - 1]))
        at--;
    while (at > from + 1) {
        uint32_t stop = imr_last_stop(t->clean, from, at - 1);
        if (stop == IMR_NOWHERE)
            break;
        if (imr_ends_sentence(t, stop, stop + 2, end, from))
            return (imr_span){stop + 2, end};
        at = stop + 1;
    }
    return (imr_span){from, end};
}
