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
    return (unsigned char)((c | 0x20) - 'a') < 26; /* a capital lacks this bit of the small one */
}

static inline char imr_lower(char c)
{
    return imr_is_upper(c) ? (char)(c + 32) : c;
}

static inline char imr_upper(char c)
{
    return imr_is_lower(c) ? (char)(c - 32) : c;
}

#endif
