/* ascii.h - the letters and figures of ASCII, whatever the locale says.
 *
 * A byte of a longer UTF-8 sequence is none of these.
 */
#ifndef IMR_ASCII_H
#define IMR_ASCII_H

#include <stdbool.h>
#include <stddef.h>

static inline bool imr_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline bool imr_is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static inline bool imr_is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

static inline bool imr_is_letter(char c)
{
    return imr_is_lower(c) || imr_is_upper(c);
}

static inline char imr_lower(char c)
{
    return imr_is_upper(c) ? (char)(c + 32) : c;
}

static inline char imr_upper(char c)
{
    return imr_is_lower(c) ? (char)(c - 32) : c;
}

/* How common a character is in English prose, the commonest with the greatest number: a search goes
 * by a word's rarest character. Of letters the small ones count; what is not named here is rare. */
static const unsigned char imr_commonness[256] = {
    [' '] = 27, ['e'] = 26, ['t'] = 25, ['a'] = 24, ['o'] = 23, ['i'] = 22, ['n'] = 21,
    ['s'] = 20, ['h'] = 19, ['r'] = 18, ['d'] = 17, ['l'] = 16, ['c'] = 15, ['u'] = 14,
    ['m'] = 13, ['w'] = 12, ['f'] = 11, ['g'] = 10, ['y'] = 9,  ['p'] = 8,  ['b'] = 7,
    ['v'] = 6,  ['k'] = 5,  ['j'] = 4,  ['x'] = 3,  ['q'] = 2,  ['z'] = 1,
};

/* Among the first few: to look farther costs more than a rarer character saves. */
static inline size_t imr_rarest(const char *word, size_t size)
{
    enum { FEW = 8 };
    size_t rare = 0;
    for (size_t i = 1; i < size && i < FEW; i++)
        if (imr_commonness[(unsigned char)word[i]] < imr_commonness[(unsigned char)word[rare]])
            rare = i;
    return rare;
}

#endif
