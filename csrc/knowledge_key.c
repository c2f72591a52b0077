#include "knowledge_key.h"

/* Length of the white space at the cursor, 0 for none. */
static size_t space_at(const imr_key_cursor *c)
{
    if (c->at == c->end)
        return 0;
    if (*c->at == ' ' || (*c->at >= '\t' && *c->at <= '\r'))
        return 1;
    return c->end - c->at >= 2 && c->at[0] == 0xC2 && c->at[1] == 0xA0 ? 2 : 0;
}

static bool skip_space(imr_key_cursor *c)
{
    size_t n = space_at(c);
    if (n == 0)
        return false;
    for (; n != 0; n = space_at(c))
        c->at += n;
    return true;
}

/* Whether a character with this first byte is part of a word. C2 and E2 lead Latin-1's signs and
 * the general punctuation: spaces, dashes, quotes, the registered and trade mark signs. */
static bool is_word(unsigned char lead)
{
    if (lead < 0x80)
        return (lead >= '0' && lead <= '9') || (lead >= 'a' && lead <= 'z') ||
               (lead >= 'A' && lead <= 'Z');
    return lead != 0xC2 && lead != 0xE2;
}

static bool is_continuation(unsigned char byte)
{
    return byte >= 0x80 && byte < 0xC0;
}

imr_key_cursor imr_key_open(const char *text, size_t size)
{
    const unsigned char *bytes = (const unsigned char *)text;
    imr_key_cursor c = {bytes, bytes + size, 2166136261u, false, false};
    skip_space(&c);
    return c;
}

/* One normalized byte, -1 at the end. */
static int read_byte(imr_key_cursor *c)
{
    if (skip_space(c))
        return c->at == c->end ? -1 : ' ';
    if (c->at == c->end)
        return -1;
    if (c->end - c->at >= 3 && c->at[0] == 0xE2 && c->at[1] == 0x80 &&
        (c->at[2] == 0x98 || c->at[2] == 0x99)) {
        c->at += 3;
        return '\'';
    }
    unsigned char byte = *c->at++;
    return byte >= 'A' && byte <= 'Z' ? byte + ('a' - 'A') : byte;
}

int imr_key_next(imr_key_cursor *c)
{
    int byte = read_byte(c);
    if (byte < 0)
        return -1;
    c->hash = (c->hash ^ (uint32_t)byte) * 16777619u;
    if (!is_continuation((unsigned char)byte))
        c->word = is_word((unsigned char)byte);
    c->may_end = byte != ' ' &&
                 (c->at == c->end || (!is_continuation(*c->at) && !(c->word && is_word(*c->at))));
    return byte;
}

uint32_t imr_key_hash(const char *text, size_t size, size_t *length)
{
    imr_key_cursor c = imr_key_open(text, size);
    size_t n = 0;
    while (imr_key_next(&c) >= 0)
        n++;
    if (length != NULL)
        *length = n;
    return c.hash;
}

bool imr_key_equal(const char *a, size_t a_size, const char *b, size_t b_size)
{
    imr_key_cursor x = imr_key_open(a, a_size), y = imr_key_open(b, b_size);
    int byte;
    do {
        byte = read_byte(&x);
        if (byte != read_byte(&y))
            return false;
    } while (byte >= 0);
    return true;
}
