/* conclusion_plain.c - how nearly all rationales end: "the request is not medically necessary.",
 * "medical necessity has been established."
 *
 * The last words tell the judgement where nothing before them can turn it: whose word it is, when
 * it is so, another no. What can is a word of a few lists, or a sign that divides clauses or
 * quotes; a sentence without one needs not be read clause by clause (conclusion_necessity.c), which
 * would come to the same.
 */
#include "judgement.h"
#include "sentence.h"

/* How a sentence ends. */
typedef struct ending {
    imr_judgement says;
    imr_span words;  /* "medically necessary", "medical necessity" */
    uint32_t before; /* what may turn it stands before this */
} ending;

/* ---- the last words -------------------------------------------------------------------------- */

typedef struct known_ending {
    const char *text;
    uint8_t size, words; /* bytes: of all, and of the judgement's words */
    imr_judgement says;  /* IMR_NONE: the word before tells */
} known_ending;

/* clang-format off */
#define IS(words, rest) {words rest ".", sizeof words rest, sizeof(words) - 1, IMR_NONE},
#define NECESSITY(rest, says)                                                                      \
    {"medical necessity " rest ".", sizeof "medical necessity " rest,                              \
     sizeof "medical necessity" - 1, (says)},
#define SHOWN(word)                                                                                \
    NECESSITY("is not " word, IMR_UNNECESSARY)                                                     \
    NECESSITY("has not been " word, IMR_UNNECESSARY)                                               \
    NECESSITY("is " word, IMR_NECESSARY)                                                           \
    NECESSITY("has been " word, IMR_NECESSARY)

/* The words of a judgement, and all that is behind them; no verdict is. */
static const known_ending endings[] = {
    IS("medically necessary", "")
    IS("medically appropriate", "")
    SHOWN("established")
    NECESSITY("cannot be determined", IMR_UNNECESSARY)
    NECESSITY("cannot be established", IMR_UNNECESSARY)
    IS("medically necessary", " and appropriate")
    IS("medically necessary", " at this time")
    SHOWN("demonstrated")
    SHOWN("documented")
    SHOWN("supported")
    SHOWN("substantiated")
};
/* clang-format on */

enum { LONGEST = sizeof "medical necessity has not been substantiated." - 1 };
_Static_assert(LONGEST <= 48 && sizeof "medically necessary." - 1 >= 16, "one look compares them");

#define READS(text, words) (memcmp((text), (words), sizeof(words) - 1) == 0)

/* "... not", "... is" before "medically necessary"; of "what is" so nothing is said. */
static bool told_before(const imr_text *t, uint32_t from, ending *e)
{
    enum { BEFORE = sizeof "what were " - 1 }; /* bytes, at most */
    const char *at = t->low + e->words.at;
    if (e->words.at - from < BEFORE)
        return false;
    if (READS(at - 5, " not ")) {
        e->says = IMR_UNNECESSARY;
        e->before -= 4;
        return true;
    }
    uint32_t verb = READS(at - 4, " is ")                              ? 3
                    : READS(at - 5, " are ") || READS(at - 5, " was ") ? 4
                    : READS(at - 6, " were ")                          ? 5
                                                                       : 0;
    e->says = IMR_NECESSARY;
    e->before -= verb;
    uint32_t word = e->before; /* behind the one before the verb, whatever signs stand between */
    while (word > from && !imr_is_lower(t->low[word - 1]))
        word--;
    return verb > 0 && !(word >= from + 4 && READS(t->low + word - 4, "what"));
}

/* Of "what is medical necessity" nothing is said either. */
static bool behind_verb(const imr_stage *s, imr_span before)
{
    imr_span word = {0, before.end - 1};
    word.at = imr_search_word_start(s->doc->text->low, before.at, word.end);
    return (imr_stage_word(s, word) & IMR_IN(VERB)) != 0;
}

static bool ends_plainly(const imr_stage *s, imr_span text, ending *e)
{
    const imr_text *t = s->doc->text;
    uint32_t from = text.at + LONGEST < text.end ? text.end - LONGEST : text.at;
    uint32_t medical = imr_search_last(t->low, from, text.end, "medical", 7);
    if (medical == IMR_NOWHERE || medical == text.at || t->low[medical - 1] != ' ')
        return false;
    uint32_t size = text.end - medical;
    const known_ending *known = endings, *stop = endings + sizeof endings / sizeof *endings;
    while (known < stop &&
           (known->size != size || !imr_same_16_to_48(t->low + medical, known->text, size)))
        known++;
    if (known == stop)
        return false;
    *e = (ending){known->says, {medical, medical + known->words}, medical};
    if (e->says == IMR_NONE)
        return told_before(t, text.at, e);
    return e->says == IMR_UNNECESSARY || !behind_verb(s, (imr_span){text.at, medical});
}

/* ---- what may turn them ---------------------------------------------------------------------- */

/* Does the word, which begins as one does that turns, turn what the sentence ends with? */
IMR_APART bool turns(const imr_stage *s, imr_span word, const ending *e)
{
    const imr_text *t = s->doc->text;
    imr_lists turning = IMR_TURNING;
    if (e->says == IMR_UNNECESSARY) /* one no more makes no yes of it */
        turning &= ~(IMR_IN(NO_BEFORE) | IMR_IN(NO_OF_ALL) | IMR_IN(ADVICE));
    if (t->low[word.at - 2] == ',')
        turning |= IMR_IN(TURN);
    return (imr_stage_word(s, word) & turning) &&
           !(imr_is(t, word, "to") && !imr_is_showing(t, imr_word_at(t, word.end, e->before)));
}

/* Of the bytes of words behind `at`, a bit each, the word that begins at the lowest of `begins`. */
static inline imr_span word_of(uint32_t words, uint32_t begins, uint32_t at)
{
    uint32_t first = (uint32_t)__builtin_ctz(begins);
    return (imr_span){at + first, at + first + (uint32_t)__builtin_ctz(~(words >> first))};
}

/* Where the text's last sentence begins if it does behind one of the stops, a bit each, that stand
 * behind `at`; or else IMR_NOWHERE. */
static inline uint32_t start_behind(const imr_text *t, uint32_t stops, uint32_t at, imr_span text)
{
    while (stops != 0) {
        uint32_t last = 31 - (uint32_t)__builtin_clz(stops), next = at + last + 2;
        if (imr_ends_sentence(t, at + last, next, text.end, text.at))
            return next;
        stops ^= (uint32_t)1 << last;
    }
    return IMR_NOWHERE;
}

/* Reads the sentence of the text that has the ending from there to where it begins, *from. Is there
 * a word or a sign in it that may turn what it ends with? */
static bool may_turn(const imr_stage *s, imr_span text, const ending *e, uint32_t *from)
{
    enum { KNOWN = 32 }; /* bytes, looked at at once */
    const uint32_t all = ~(uint32_t)0;
    const imr_text *t = s->doc->text;
    uint32_t quotes = 0; /* its bits are as odd or even as all that were met */
    bool begun = false;
    for (uint32_t end = e->before; !begun;) {
        if (end < KNOWN)
            return true;
        uint32_t at = end - KNOWN;
        imr_said_bytes said = imr_said_bytes_of(t->clean + at);
        uint32_t within = all; /* the bytes of the sentence */
        if (text.at >= at) {
            within = (uint32_t)((uint64_t)all << (text.at - at));
            begun = true;
            *from = text.at;
        }
        uint32_t start =
            start_behind(t, said.stops & within, at, (imr_span){text.at, e->words.end});
        if (start != IMR_NOWHERE) {
            within = (uint32_t)((uint64_t)all << (start - at));
            begun = true;
            *from = start;
        }
        uint32_t words = said.words & within, turning = 0;
        if ((said.signs & within) || words == all)
            return true;
        quotes ^= said.quotes & within;
        if (!begun) { /* the first word may begin before: it is read with that */
            uint32_t open = (uint32_t)__builtin_ctz(~words);
            words = words >> open << open;
            end = at + open;
        }
        for (uint32_t begins = words & ~(words << 1); begins != 0; begins &= begins - 1)
            turning |= (uint32_t)imr_word_may_turn(s->words, t, word_of(words, begins, at))
                       << __builtin_ctz(begins);
        for (; turning != 0; turning &= turning - 1)
            if (turns(s, word_of(words, turning, at), e))
                return true;
    }
    return __builtin_parity(quotes) != 0;
}

imr_judgement imr_judge_plainly(const imr_stage *s, imr_span *text, imr_span *evidence)
{
    ending e;
    uint32_t from;
    if (text->at < 2 || !ends_plainly(s, *text, &e)) /* two bytes before a word are looked at */
        return IMR_NONE;
    const imr_text *t = s->doc->text;
    if (may_turn(s, *text, &e, &from) ||
        (imr_may_concede(t, from) && imr_concedes(t, from, e.before)))
        return IMR_NONE;
    text->end = from;
    *evidence = e.words;
    return e.says;
}
