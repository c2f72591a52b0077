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
    return size <= LONGEST && is_abbreviation(t->low + stop - size, size);
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
