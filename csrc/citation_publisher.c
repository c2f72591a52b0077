/* citation_publisher.c - who publishes what is neither the MTUS's, nor the ACOEM's, nor the ODG's,
 * and what is published: by the words that tell it, or by a name.
 *
 *     Food and Drug Administration      Prescribing information      Wheeless' Textbook
 *     UpToDate      Physicians' Desk Reference      drugs.com
 */
#include <string.h>

#include "citation.h"
#include "search.h"

/* ---- words ----------------------------------------------------------------------------------- */

/* Words in small letters, and what they say. */
typedef struct word {
    const char *text; /* NULL: no more */
    uint8_t size, says;
} word;

#define SAYS(text, says)                                                                           \
    {                                                                                              \
        text, sizeof(text) - 1, says                                                               \
    }

#define PUBLISHER(text) SAYS(text, IMR_PUBLISHER)
#define PUBLICATION(text) SAYS(text, IMR_PUBLICATION)
#define LEAFLET(text) SAYS(text, IMR_LEAFLET)
#define NO_MORE                                                                                    \
    {                                                                                              \
        NULL, 0, 0                                                                                 \
    }
static const word of_a[] = {PUBLISHER("academy"),      PUBLISHER("administration"),
                            PUBLISHER("agency"),       PUBLISHER("association"),
                            PUBLISHER("associations"), NO_MORE},
                  of_b[] = {PUBLICATION("bulletin"), NO_MORE},
                  of_c[] = {PUBLICATION("calculator"),
                            PUBLISHER("center for"),
                            PUBLISHER("centers for"),
                            PUBLISHER("clearinghouse"),
                            PUBLISHER("clinic"),
                            PUBLISHER("cochrane"),
                            PUBLISHER("college"),
                            PUBLISHER("council"),
                            PUBLICATION("consensus"),
                            PUBLICATION("criteria"),
                            NO_MORE},
                  of_d[] = {PUBLICATION("database"), PUBLISHER("department"),
                            PUBLISHER("departments"), NO_MORE},
                  of_e[] = {PUBLISHER("epocrates"), NO_MORE},
                  of_f[] = {PUBLISHER("fda"), PUBLISHER("foundation"), NO_MORE},
                  of_g[] = {PUBLICATION("guide to"), PUBLICATION("guides"),
                            PUBLICATION("guideline"), PUBLICATION("guidelines"), NO_MORE},
                  of_h[] = {PUBLICATION("handbook"), NO_MORE},
                  of_i[] = {PUBLISHER("institute"), PUBLISHER("institutes"), NO_MORE},
                  of_j[] = {PUBLISHER("journal"), NO_MORE},
                  of_l[] = {PUBLISHER("library"), LEAFLET("label"), LEAFLET("labels"), NO_MORE},
                  of_m[] = {PUBLISHER("medscape"),       PUBLICATION("manual"),
                            LEAFLET("medication guide"), LEAFLET("monograph"),
                            LEAFLET("monographs"),       NO_MORE},
                  of_o[] = {PUBLISHER("organization"), NO_MORE},
                  of_p[] = {PUBLISHER("pubmed"),
                            PUBLISHER("physicians' desk"),
                            PUBLICATION("policies"),
                            PUBLICATION("policy"),
                            LEAFLET("package insert"),
                            LEAFLET("package inserts"),
                            LEAFLET("prescribing information"),
                            NO_MORE},
                  of_r[] = {PUBLICATION("recommendation"), PUBLICATION("recommendations"),
                            PUBLICATION("report"),         PUBLICATION("review"),
                            PUBLICATION("reviews"),        NO_MORE},
                  of_s[] = {PUBLISHER("society"), PUBLICATION("statement"), NO_MORE},
                  of_t[] = {SAYS("textbook", IMR_PUBLISHER | IMR_PUBLICATION), NO_MORE},
                  of_u[] = {PUBLISHER("university"), PUBLISHER("uptodate"), NO_MORE};
#undef SAYS
#undef PUBLISHER
#undef PUBLICATION
#undef LEAFLET
#undef NO_MORE

/* They, by their first letters, and the bits of their second and third letters: by these three
 * nearly all other words are told. */
#define LETTER(letter) (UINT32_C(1) << ((letter)&31))
static const struct {
    uint32_t seconds, thirds;
    const word *words;
} words[32] = {
    ['a' & 31] = {LETTER('c') | LETTER('d') | LETTER('g') | LETTER('s'),
                  LETTER('a') | LETTER('e') | LETTER('m') | LETTER('s'), of_a},
    ['b' & 31] = {LETTER('u'), LETTER('l'), of_b},
    ['c' & 31] = {LETTER('a') | LETTER('e') | LETTER('l') | LETTER('o') | LETTER('r'),
                  LETTER('c') | LETTER('e') | LETTER('i') | LETTER('l') | LETTER('n') | LETTER('u'),
                  of_c},
    ['d' & 31] = {LETTER('a') | LETTER('e'), LETTER('p') | LETTER('t'), of_d},
    ['e' & 31] = {LETTER('p'), LETTER('o'), of_e},
    ['f' & 31] = {LETTER('d') | LETTER('o'), LETTER('a') | LETTER('u'), of_f},
    ['g' & 31] = {LETTER('u'), LETTER('i'), of_g},
    ['h' & 31] = {LETTER('a'), LETTER('n'), of_h},
    ['i' & 31] = {LETTER('n'), LETTER('s'), of_i},
    ['j' & 31] = {LETTER('o'), LETTER('u'), of_j},
    ['l' & 31] = {LETTER('a') | LETTER('i'), LETTER('b'), of_l},
    ['m' & 31] = {LETTER('a') | LETTER('e') | LETTER('o'), LETTER('d') | LETTER('n'), of_m},
    ['o' & 31] = {LETTER('r'), LETTER('g'), of_o},
    ['p' & 31] = {LETTER('a') | LETTER('h') | LETTER('o') | LETTER('r') | LETTER('u'),
                  LETTER('b') | LETTER('c') | LETTER('e') | LETTER('l') | LETTER('y'), of_p},
    ['r' & 31] = {LETTER('e'), LETTER('c') | LETTER('p') | LETTER('v'), of_r},
    ['s' & 31] = {LETTER('o') | LETTER('t'), LETTER('a') | LETTER('c'), of_s},
    ['t' & 31] = {LETTER('e'), LETTER('x'), of_t},
    ['u' & 31] = {LETTER('n') | LETTER('p'), LETTER('i') | LETTER('t'), of_u},
};

static bool of_word(char c)
{
    return imr_is_letter(c) || imr_is_digit(c) || c == '_';
}

/* Which of sixteen bytes in small letters are a word's, a bit each. */
static inline unsigned of_words(const char *p)
{
#ifdef IMR_SSE2
    __m128i lines = _mm_cmpeq_epi8(IMR_LOAD_16(p), _mm_set1_epi8('_'));
    return imr_of_parts(p) | (unsigned)_mm_movemask_epi8(lines);
#else
    unsigned found = 0;
    for (unsigned i = 0; i < 16; i++)
        found |= (unsigned)of_word(p[i]) << i;
    return found;
#endif
}

/* What the word at `at` says, with those that follow it. */
static inline unsigned word_says(const imr_text *t, uint32_t at, uint32_t end)
{
    const unsigned char *p = (const unsigned char *)t->low + at;
    unsigned first = p[0] % 32;
    if (!(words[first].seconds >> p[1] % 32 & words[first].thirds >> p[2] % 32 & 1))
        return 0;
    unsigned says = 0;
    for (const word *w = words[first].words; w->text != NULL; w++) {
        uint32_t behind = at + w->size;
        if (imr_same_bytes(t->low + at, w->text, w->size) && behind <= end &&
            (behind == end || !of_word(t->low[behind])))
            says |= w->says;
    }
    return says;
}

unsigned imr_published(const imr_text *t, imr_span s)
{
    unsigned said = 0;
    uint64_t before = s.at > 0 && of_word(t->low[s.at - 1]);
    for (uint32_t at = s.at; at < s.end; at += 64) {
        uint32_t size = s.end - at;
        uint64_t inside = 0;
        for (uint32_t i = 0; i < 64 && i < size; i += 16)
            inside |= (uint64_t)of_words(t->low + at + i) << i;
        uint64_t begin = inside & ~(inside << 1 | before);
        if (size < 64)
            begin &= ((uint64_t)1 << size) - 1;
        for (; begin != 0; begin &= begin - 1)
            said |= word_says(t, at + (uint32_t)__builtin_ctzll(begin), s.end);
        before = inside >> 63;
    }
    return said;
}

/* ---- names ----------------------------------------------------------------------------------- */

bool imr_citing_host(const imr_text *t, uint32_t at, uint32_t end)
{
    static const char *const domains[] = {".com", ".org", ".net", ".gov", ".edu"};
    enum { LONGEST = 32 };
    uint32_t limit = end - at < LONGEST ? end : at + LONGEST;
    uint32_t name = imr_search_either(t->clean, at, limit, '.', '.');
    if (name == limit || name < at + 2 || !imr_is_letter(t->clean[name + 1]))
        return false;
    if (!IMR_READS_ANY(t, name, end, domains) ||
        (name + 4 < end && imr_citing_in_word(t->clean[name + 4])))
        return false;
    while (at < name && (imr_citing_in_word(t->clean[at]) || t->clean[at] == '-'))
        at++;
    return at == name;
}

/* The bits of the second letters of the names of sources, by the first: a cheap look before the
 * names. */
static const uint32_t beginnings[32] = {
    ['a' & 31] = LETTER('m'),
    ['c' & 31] = LETTER('d'),
    ['d' & 31] = LETTER('a'),
    ['e' & 31] = LETTER('p'),
    ['f' & 31] = LETTER('d'),
    ['l' & 31] = LETTER('e'),
    ['m' & 31] = LETTER('e') | LETTER('i'),
    ['n' & 31] = LETTER('i'),
    ['p' & 31] = LETTER('d') | LETTER('h') | LETTER('u'),
    ['r' & 31] = LETTER('x'),
    ['u' & 31] = LETTER('p'),
    ['w' & 31] = LETTER('e'),
};
#undef LETTER

bool imr_citing_is_source(const imr_citing *c, uint32_t at)
{
    static const char *const names[] = {"ama",
                                        "cdc",
                                        "dailymed",
                                        "epocrates",
                                        "fda",
                                        "lexi-comp",
                                        "lexicomp",
                                        "medline",
                                        "medscape",
                                        "micromedex",
                                        "nih",
                                        "pdr",
                                        "physician's desk",
                                        "physicians' desk",
                                        "pubmed",
                                        "rxlist",
                                        "uptodate",
                                        "up to date",
                                        "webmd"};
    const imr_text *t = c->text;
    uint32_t after, end = c->rest.end;
    if (at + 1 >= end)
        return false;
    unsigned first = (unsigned char)t->low[at] % 32, second = (unsigned char)t->low[at + 1] % 32;
    bool likely = beginnings[first] >> second & 1 && imr_is_upper(t->clean[at]);
    for (size_t i = 0; likely && i < sizeof names / sizeof *names; i++)
        if (imr_citing_word(t, at, end, names[i], &after) &&
            !(after < end && t->clean[after] == '-'))
            return true;
    return imr_citing_host(t, at, end);
}
