/* text_char.c - one character at a time: decoding, folding, and cleaning lines that need it. */
#include "text.h"

#include <string.h>

/* Windows-1252, 0x80 to 0x9F; 0 where the code page has no character. */
static const uint16_t windows_1252[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

#define REPLACEMENT 0xFFFDu

static bool tail(unsigned char c)
{
    return (c & 0xC0) == 0x80;
}

/* The bytes of the valid UTF-8 sequence at p, 0 where there is none (RFC 3629: no surrogates,
 * nothing overlong, nothing beyond U+10FFFF). */
static size_t utf8_sequence(const unsigned char *p, size_t size, uint32_t *code)
{
    unsigned char c = p[0];
    if (c < 0x80) {
        *code = c;
        return 1;
    }
    if (c >= 0xC2 && c <= 0xDF && size >= 2 && tail(p[1])) {
        *code = (c & 0x1Fu) << 6 | (p[1] & 0x3Fu);
        return 2;
    }
    if (c >= 0xE0 && c <= 0xEF && size >= 3 && tail(p[1]) && tail(p[2])) {
        *code = (c & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
        return *code >= 0x800 && (*code < 0xD800 || *code > 0xDFFF) ? 3 : 0;
    }
    if (c >= 0xF0 && c <= 0xF4 && size >= 4 && tail(p[1]) && tail(p[2]) && tail(p[3])) {
        *code = (c & 0x07u) << 18 | (p[1] & 0x3Fu) << 12 | (p[2] & 0x3Fu) << 6 | (p[3] & 0x3Fu);
        return *code >= 0x10000 && *code <= 0x10FFFF ? 4 : 0;
    }
    return 0;
}

size_t imr_utf8_length(const char *p, size_t size)
{
    uint32_t code;
    return utf8_sequence((const unsigned char *)p, size, &code);
}

/* The character at p: a UTF-8 sequence, or else one byte of Windows-1252. */
static size_t decode(const char *p, size_t size, uint32_t *code, bool *converted)
{
    const unsigned char *u = (const unsigned char *)p;
    size_t n = utf8_sequence(u, size, code);
    if (n != 0)
        return n;
    *converted = true;
    *code = u[0] >= 0xA0 ? u[0] : windows_1252[u[0] - 0x80];
    if (*code == 0)
        *code = REPLACEMENT;
    return 1;
}

static size_t encode(uint32_t code, char *out)
{
    if (code < 0x80) {
        out[0] = (char)code;
        return 1;
    }
    if (code < 0x800) {
        out[0] = (char)(0xC0 | code >> 6);
        out[1] = (char)(0x80 | (code & 0x3F));
        return 2;
    }
    if (code < 0x10000) {
        out[0] = (char)(0xE0 | code >> 12);
        out[1] = (char)(0x80 | (code >> 6 & 0x3F));
        out[2] = (char)(0x80 | (code & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | code >> 18);
    out[1] = (char)(0x80 | (code >> 12 & 0x3F));
    out[2] = (char)(0x80 | (code >> 6 & 0x3F));
    out[3] = (char)(0x80 | (code & 0x3F));
    return 4;
}

static bool white_code(uint32_t c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0x3000;
}

/* Characters that take no room on paper: joiners, direction marks, byte order marks. */
static bool invisible(uint32_t c)
{
    return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF;
}

bool imr_white(const char *p, size_t size, size_t *length)
{
    uint32_t code;
    bool converted = false;
    *length = decode(p, size, &code, &converted);
    return white_code(code);
}

size_t imr_inner_break(const char *p, size_t size)
{
    const unsigned char *u = (const unsigned char *)p;
    if (u[0] == '\r' || u[0] == '\f' || u[0] == '\v')
        return 1;
    if (u[0] == 0xC2 && size >= 2 && u[1] == 0x85)
        return 2;
    if (u[0] == 0xE2 && size >= 3 && u[1] == 0x80 && (u[2] == 0xA8 || u[2] == 0xA9))
        return 3;
    return 0;
}

/* What a character stands for that typesetters and word processors put in the place of plain
 * ones; NULL for most. Not the dashes: they part words, hyphens join them. */
static const char *plain_form(uint32_t c)
{
    static const char *const ligatures[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
    if (c >= 0x2010 && c <= 0x2012) /* hyphen, the one that does not break, as wide as a figure */
        return "-";
    if (c == 0x2212) /* minus */
        return "-";
    return c >= 0xFB00 && c <= 0xFB06 ? ligatures[c - 0xFB00] : NULL;
}

/* The clean form of a character that is not white space: its plain form, or itself in UTF-8. */
static void clean_char(const char *p, size_t n, uint32_t code, bool converted, imr_step *step)
{
    const char *plain = code >= 0x2010 ? plain_form(code) : NULL;
    if (plain != NULL) {
        step->size = (uint32_t)strlen(plain);
        memcpy(step->bytes, plain, step->size);
        step->folded = true;
    } else if (converted) {
        step->size = (uint32_t)encode(code, step->bytes);
    } else {
        step->size = (uint32_t)n;
        memcpy(step->bytes, p, n);
    }
}

static bool control_code(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

bool imr_clean_step(imr_cleaner *c, imr_step *step)
{
    uint32_t blank_from = c->at;
    while (c->at < c->size) {
        uint32_t code;
        bool foreign = false;
        uint32_t from = c->at;
        uint32_t n = (uint32_t)decode(c->line + from, c->size - from, &code, &foreign);
        if (foreign && c->converted == SIZE_MAX)
            c->converted = from;
        if (white_code(code)) {
            if (!c->blank)
                blank_from = from;
            c->blank = true;
            c->at += n;
        } else if (control_code(code) || invisible(code)) {
            if (control_code(code) && c->control == SIZE_MAX)
                c->control = from;
            c->at += n;
        } else if (c->blank && c->begun) { /* the white space that led here is one blank */
            c->blank = false;
            *step = (imr_step){
                .source = blank_from, .source_size = from - blank_from, .size = 1, .bytes = {' '}};
            return true;
        } else {
            c->blank = false;
            c->begun = true;
            c->at += n;
            *step = (imr_step){.source = from, .source_size = n};
            clean_char(c->line + from, n, code, foreign, step);
            c->folded |= step->folded;
            return true;
        }
    }
    return false;
}

static bool graphic(unsigned char c)
{
    return c > ' ' && c < 0x7F;
}

uint32_t imr_clean_line(imr_cleaner *c, char *out)
{
    uint32_t used = 0;
    imr_step step;
    for (;;) {
        /* Most of any line is plain words with single blanks: they need no decoding. */
        if (!c->blank) {
            uint32_t from = c->at;
            const unsigned char *p = (const unsigned char *)c->line;
            for (; c->at < c->size; c->at++)
                if (!graphic(p[c->at]) && !(p[c->at] == ' ' && (c->at > from || c->begun) &&
                                            c->at + 1 < c->size && graphic(p[c->at + 1])))
                    break;
            memcpy(out + used, c->line + from, c->at - from);
            used += c->at - from;
            c->begun = used > 0;
        }
        if (!imr_clean_step(c, &step))
            return used;
        memcpy(out + used, step.bytes, step.size);
        used += step.size;
    }
}

/* ---- UTF-16 ---------------------------------------------------------------------------------- */

bool imr_is_utf16(const char *source, size_t size, bool *big_endian, size_t *mark)
{
    const unsigned char *u = (const unsigned char *)source;
    *mark = 0;
    if (size < 2)
        return false;
    if ((u[0] == 0xFF && u[1] == 0xFE) || (u[0] == 0xFE && u[1] == 0xFF)) {
        *big_endian = u[0] == 0xFE;
        *mark = 2;
        return true;
    }
    /* Without a mark: Latin text has a zero in every second byte, and hardly one in the others. */
    size_t zero[2] = {0, 0}, look = size < 512 ? size & ~(size_t)1 : 512;
    if (memchr(source, 0, look) == NULL)
        return false;
    for (size_t i = 0; i < look; i++)
        zero[i & 1] += u[i] == 0;
    size_t pairs = look / 2;
    if (pairs < 4)
        return false;
    *big_endian = zero[0] > zero[1];
    size_t most = *big_endian ? zero[0] : zero[1], least = *big_endian ? zero[1] : zero[0];
    return most * 10 >= pairs * 7 && least * 20 <= pairs;
}

size_t imr_from_utf16(const char *source, size_t size, bool big_endian, char *out, size_t limit,
                      size_t *consumed)
{
    const unsigned char *u = (const unsigned char *)source;
    size_t used = 0, i = 0;
#define UNIT(at) ((uint32_t)(big_endian ? u[at] << 8 | u[(at) + 1] : u[(at) + 1] << 8 | u[at]))
    while (i < size && used < limit) {
        uint32_t code = REPLACEMENT;
        size_t n = size - i < 2 ? 1 : 2; /* an odd last byte is no character */
        if (n == 2) {
            code = UNIT(i);
            if (code >= 0xD800 && code <= 0xDFFF) {
                uint32_t low = code <= 0xDBFF && size - i >= 4 ? UNIT(i + 2) : 0;
                if (low >= 0xDC00 && low <= 0xDFFF) {
                    code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
                    n = 4;
                } else {
                    code = REPLACEMENT;
                }
            }
        }
        char bytes[4];
        size_t written = encode(code, bytes);
        if (out != NULL)
            memcpy(out + used, bytes, written);
        used += written;
        i += n;
    }
#undef UNIT
    *consumed = i;
    return used;
}
