#include "knowledge_key.h"

/* clang-format off */
#define FOUR(n) (n), (n) + 1, (n) + 2, (n) + 3
#define ROW(n) FOUR(n), FOUR((n) + 4), FOUR((n) + 8), FOUR((n) + 12)

const unsigned char imr_key_plain[256] = {
    0, 1, 2, 3, 4, 5, 6, 7, 8, /* white space: */ 0, 0, 0, 0, 0, 14, 15,
    ROW(0x10),
    0, '!', '"', '#', '$', '%', '&', '\'', '(', ')', '*', '+', ',', '-', '.', '/',
    ROW(0x30),
    '@', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o',
    'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z', '[', '\\', ']', '^', '_',
    ROW(0x60), ROW(0x70), ROW(0x80), ROW(0x90), ROW(0xA0), ROW(0xB0),
    0xC0, 0xC1, /* of a no-break space: */ 0, 0xC3, 0xC4, 0xC5, 0xC6, 0xC7,
    0xC8, 0xC9, 0xCA, 0xCB, 0xCC, 0xCD, 0xCE, 0xCF,
    ROW(0xD0),
    0xE0, 0xE1, /* of a curly apostrophe: */ 0, 0xE3, 0xE4, 0xE5, 0xE6, 0xE7,
    0xE8, 0xE9, 0xEA, 0xEB, 0xEC, 0xED, 0xEE, 0xEF,
    ROW(0xF0),
};

/* C2 and E2 lead no letters here: Latin-1's signs; and the general punctuation, that is spaces,
 * dashes, quotes, the registered and trade mark signs. */
#define WORD IMR_KEY_WORD
#define OTHER (IMR_KEY_WORD | IMR_KEY_ODD)
#define INNER (IMR_KEY_INNER | IMR_KEY_ODD)
#define EIGHT(x) x, x, x, x, x, x, x, x
const unsigned char imr_key_class[256] = {
    ['\t'] = IMR_KEY_ODD, IMR_KEY_ODD, IMR_KEY_ODD, IMR_KEY_ODD, IMR_KEY_ODD,
    ['0'] = EIGHT(WORD), WORD, WORD,
    ['A'] = EIGHT(OTHER), EIGHT(OTHER), EIGHT(OTHER), OTHER, OTHER,
    ['a'] = EIGHT(WORD), EIGHT(WORD), EIGHT(WORD), WORD, WORD,
    [0x80] = EIGHT(INNER), EIGHT(INNER), EIGHT(INNER), EIGHT(INNER),
             EIGHT(INNER), EIGHT(INNER), EIGHT(INNER), EIGHT(INNER),
    [0xC0] = OTHER, OTHER, IMR_KEY_ODD, OTHER, OTHER, OTHER, OTHER, OTHER,
             EIGHT(OTHER), EIGHT(OTHER), EIGHT(OTHER),
    [0xE0] = OTHER, OTHER, IMR_KEY_ODD, OTHER, OTHER, OTHER, OTHER, OTHER,
             EIGHT(OTHER), EIGHT(OTHER), EIGHT(OTHER),
};
/* clang-format on */

/* Length of the white space at the cursor, 0 for none. */
static size_t space_at(const imr_key_cursor *c)
{
    if (c->at == c->end)
        return 0;
    if (*c->at == ' ' || (*c->at >= '\t' && *c->at <= '\r'))
        return 1;
    return c->end - c->at >= 2 && c->at[0] == 0xC2 && c->at[1] == 0xA0 ? 2 : 0;
}

imr_key_cursor imr_key_behind_space(imr_key_cursor c)
{
    for (size_t n; (n = space_at(&c)) != 0;)
        c.at += n;
    return c;
}

int imr_key_special(imr_key_cursor c, imr_key_cursor *after)
{
    *after = imr_key_behind_space(c);
    if (after->at == c.end)
        return -1;
    if (after->at != c.at)
        return ' ';
    bool curly = c.end - c.at >= 3 && c.at[0] == 0xE2 && c.at[1] == 0x80 &&
                 (c.at[2] == 0x98 || c.at[2] == 0x99);
    after->at += curly ? 3 : 1;
    return curly ? '\'' : *c.at;
}

bool imr_key_reads(imr_key_cursor *c, const char *label, size_t length)
{
    for (; length > 0; label++, length--) {
        if (c->at != c->end && imr_key_plain[*c->at] == (unsigned char)*label)
            c->at++;
        else if (imr_key_next(c) != (unsigned char)*label)
            return false;
    }
    return true;
}
