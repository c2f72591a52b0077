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

/* How rare a character is in English prose: a letter's place in "etaoin..."; what is no letter is
 * rarer than all, but for the blank. A search goes by a word's rarest character. */
static inline int imr_rarity(char c)
{
    static const char place[] = {2, 19, 11, 9,  0, 15, 16, 7,  4,  22, 21, 10, 13,
                                 5, 3,  18, 24, 8, 6,  1,  12, 20, 14, 23, 17, 25};
    c = imr_lower(c);
    return imr_is_lower(c) ? place[c - 'a'] : c == ' ' ? 0 : (int)sizeof place;
}

static inline size_t imr_rarest(const char *word, size_t size)
{
    size_t rare = 0;
    for (size_t i = 1; i < size; i++)
        if (imr_rarity(word[i]) > imr_rarity(word[rare]))
            rare = i;
    return rare;
}

#endif
