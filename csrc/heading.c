/* heading.c - where an issue's heading begins. */
#include "heading.h"

#include <string.h>

#include "ascii.h"
#include "search.h"

/* The weights, found by thinking through the ways in which letters are laid out. A sentence's end
 * before it is the strongest sign, a modification clause before it the strongest against. */
enum {
    SENTENCE_ENDS = 12,   /* the text before ends a sentence */
    MAYBE_ENDS = 3,       /* ... with a bracket, a quote, or what may be an abbreviation */
    GOES_ON = -8,         /* ... in the middle of one */
    CONCLUDES = 6,        /* the sentence before is a conclusion */
    CLAUSE_BEFORE = -20,  /* the sentence before is a clause of this very heading */
    CAPITAL = 2,          /* begins as headings do */
    SMALL = -6,           /* begins with a small letter */
    SENTENCE_INSIDE = -9, /* a sentence ends within */
    CONCLUSION_INSIDE = -16,
    PARAGRAPH = 6,     /* more space before it than between lines */
    NO_PARAGRAPH = -4, /* ... where there is such space before labels */
    SHORT_LINE = 4,    /* the line before had room for this one's first word */
    FULL_LINE = -3,
    LINE = -1,            /* for each further line of the heading */
    PROSE = -8,           /* begins as sentences do, and no heading */
    CONTINUES = -12,      /* begins as the later words of a request do */
    REFERS = -30,         /* begins as the list of references does that ends a rationale */
    BULLET = -8,          /* begins as the elements of a list do */
    FOREIGN_INSIDE = -12, /* has a web address or a bullet in it */
    LABEL_ALONE = 8,      /* an empty rationale: the label stands alone on its line */
    FAIR = -12,           /* so fair a beginning that none inside a line is asked */
    CLEAR = 16,           /* so plain a beginning that no line before it is asked */
    UNBALANCED = -12,     /* closes a bracket that it does not open */
    SENTENCES = 16,       /* so many beginnings inside lines are weighed */
    LONGEST_LINES = 14,
    LONGEST = 2400
};

#ifdef IMR_SSE2
/* At which of sixteen places does `first` stand and `second` so far `apart` behind it? */
static inline __m128i pairs_of(const char *p, char first, char second, int apart)
{
    return _mm_and_si128(_mm_cmpeq_epi8(IMR_LOAD_16(p), _mm_set1_epi8(first)),
                         _mm_cmpeq_epi8(IMR_LOAD_16(p + apart), _mm_set1_epi8(second)));
}
#endif

/* May "original request" or "administrator" stand there? Hardly any other words have a "dm" in
 * them, or an "l" that a word with an "r" follows. */
static bool may_tell_of_request(const imr_text *t, imr_span s)
{
#ifdef IMR_SSE2
    __m128i met = _mm_setzero_si128();
    for (const char *p = t->low + s.at; p < t->low + s.end; p += 16)
        met = _mm_or_si128(met, _mm_or_si128(pairs_of(p, 'd', 'm', 1), pairs_of(p, 'l', 'r', 2)));
    return _mm_movemask_epi8(met) != 0;
#else
    (void)t;
    return !imr_empty(s);
#endif
}

/* The clauses that a modified request's heading is made of, as they end: "... was the original
 * request.", "... was authorized by the Claims Administrator." */
static bool modification_clause(imr_matcher *m, const imr_patterns *p, const imr_text *t,
                                imr_span sentence)
{
    if (!may_tell_of_request(t, sentence) ||
        (imr_find_any_case(t, sentence, "original request", 16) == IMR_NOWHERE &&
         imr_find_any_case(t, sentence, "administrator", 13) == IMR_NOWHERE))
        return false;
    imr_match match;
    return imr_match_in(m, p, IMR_PATTERN_WAS_REQUESTED, t, sentence, &match) ||
           imr_match_in(m, p, IMR_PATTERN_WAS_AUTHORIZED, t, sentence, &match) ||
           imr_match_in(m, p, IMR_PATTERN_AUTHORIZED_IT, t, sentence, &match) ||
           imr_match_in(m, p, IMR_PATTERN_LEAVES_ELIGIBLE, t, sentence, &match);
}

static bool says_any(const imr_text *t, imr_span s, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (imr_find_any_case(t, s, words[i], strlen(words[i])) != IMR_NOWHERE)
            return true;
    return false;
}

#define SAYS_ANY(t, s, words) says_any(t, s, words, sizeof(words) / sizeof *(words))

/* "Medically necessary", "medical necessity", "medically appropriate": words that no heading has.
 */
static bool concludes(const imr_text *t, imr_span s)
{
    static const char medical[] = "medical";
    static const char *const conclusions[] = {"ly necessary", " necessity", "ly appropriate"};
    enum { SIZE = sizeof medical - 1 };
    for (uint32_t at; (at = imr_find_any_case(t, s, medical, SIZE)) != IMR_NOWHERE;) {
        s.at = at + SIZE;
        if (IMR_READS_ANY(t, s.at, s.end, conclusions))
            return true;
    }
    return false;
}

/* Words that the last sentence of a rationale may have instead. */
static const char *const closings[] = {
    "recommended", "recommendation", "certified", "certification", "upheld",      "overturned",
    "authorized",  "supported",      "warranted", "indicated",     "established", "necessary",
    "appropriate", "reasonable",     "denied",    "denial",        "approved",    "necessity"};

/* ---- how a heading begins, and what it is made of -------------------------------------------- */

/* Beginnings by their first letter, so that few are compared; NULL ends a letter's. */
enum { LETTERS = 26, MOST = 10 };
typedef const char *const beginnings[LETTERS][MOST];
#define LETTER(c) [(c) - 'a']

/* Words that begin a sentence of a rationale, and hardly ever a heading. */
static beginnings prose = {
    LETTER('a') = {"as such", "as a ", "according", "although ", "abrupt", "additionally",
                   "also, "},
    LETTER('b') = {"because ", "based on"},
    LETTER('c') = {"consequently"},
    LETTER('f') = {"for these", "for this", "furthermore"},
    LETTER('g') = {"given "},
    LETTER('h') = {"hence", "he ", "his ", "her ", "however"},
    LETTER('i') = {"it ", "in this case", "in light", "if ", "i "},
    LETTER('m') = {"medical necessity", "moreover"},
    LETTER('n') = {"no ", "not ", "nothing ", "none "},
    LETTER('p') = {"per the "},
    LETTER('s') = {"she ", "since "},
    LETTER('t') = {"the ", "this ", "that ", "these ", "those ", "there ", "therefore", "thus",
                   "they "},
    LETTER('w') = {"without ", "when ", "while ", "where ", "we "},
    LETTER('y') = {"yes"},
};

/* What tells more of a request whose name stands before it. */
static beginnings later_words = {
    LETTER('a') = {"and "},
    LETTER('b') = {"body part", "body:"},
    LETTER('c') = {"cpt"},
    LETTER('d') = {"dos:", "date of service", "dates of service", "duration"},
    LETTER('f') = {"frequency"},
    LETTER('q') = {"quantity", "qty"},
    LETTER('r') = {"refill"},
    LETTER('w') = {"with "},
};
static const char *const later_signs[] = {"#", "(dos", "(cpt"};

static bool begins(const imr_text *t, imr_span heading, beginnings list)
{
    char first = t->low[heading.at];
    if (!imr_is_lower(first))
        return false;
    for (const char *const *words = list[first - 'a']; *words != NULL; words++) {
        uint32_t at = heading.at + 1; /* the second letter tells nearly always */
        const char *p = *words + 1;
        while (*p != '\0' && at < heading.end && t->low[at] == *p)
            p++, at++;
        if (*p == '\0')
            return true;
    }
    return false;
}

static const char *const references[] = {
    "references:", "references ", "reference:", "reference(s)", "sources:", "source:"};

/* A heading may open so all the same: the clauses of a modified request. */
static const char *const not_prose[] = {"the original request", "the claims administrator",
                                        "the remaining"};

#define BULLET_MARK "\xE2\x80\xA2" /* U+2022 */

static int weigh_beginning(const imr_text *t, imr_span heading)
{
    char first = t->clean[heading.at];
    if (first == '-' || first == '*' || imr_reads(t, heading.at, heading.end, BULLET_MARK))
        return BULLET;
    if (begins(t, heading, later_words) || IMR_READS_ANY(t, heading.at, heading.end, later_signs))
        return CONTINUES;
    if ((first == 'R' || first == 'S') && IMR_READS_ANY(t, heading.at, heading.end, references))
        return REFERS;
    if (begins(t, heading, prose) && !IMR_READS_ANY(t, heading.at, heading.end, not_prose))
        return PROSE;
    if (imr_is_lower(first))
        return SMALL;
    return imr_is_upper(first) || imr_is_digit(first) || strchr("(\"[", first) != NULL ? CAPITAL
                                                                                       : 0;
}

/* Signs that most headings have none of, so that one look at all of them settles much. */
enum {
    BRACKET = 1,
    OTHER_SIGN = 2 /* a sentence's end, "http", a bullet, or "medical" */
};

/* Which may stand in the span? A sign behind it, but for fifteen bytes, may be taken for one of
 * its. */
static unsigned signs_in(const imr_text *t, imr_span s)
{
#ifdef IMR_SSE2
    const __m128i one = _mm_set1_epi8(1), closing = _mm_set1_epi8(')'); /* '(' is ')' less one */
    const __m128i full = _mm_set1_epi8('.'), asks = _mm_set1_epi8('?'), cries = _mm_set1_epi8('!'),
                  lead = _mm_set1_epi8(BULLET_MARK[0]), small_t = _mm_set1_epi8('t'),
                  small_c = _mm_set1_epi8('c');
    __m128i brackets = _mm_setzero_si128(), others = brackets;
    for (uint32_t i = s.at; i < s.end; i += 16) {
        __m128i here = IMR_LOAD_16(t->clean + i);
        __m128i stops =
            _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(here, full), _mm_cmpeq_epi8(here, asks)),
                         _mm_or_si128(_mm_cmpeq_epi8(here, cries), _mm_cmpeq_epi8(here, lead)));
        __m128i address = _mm_and_si128(pairs_of(t->clean + i, 'h', 'p', 3),
                                        _mm_cmpeq_epi8(IMR_LOAD_16(t->clean + i + 1), small_t));
        __m128i medical = _mm_and_si128(pairs_of(t->low + i, 'm', 'd', 2),
                                        _mm_cmpeq_epi8(IMR_LOAD_16(t->low + i + 4), small_c));
        brackets = _mm_or_si128(brackets, _mm_cmpeq_epi8(_mm_or_si128(here, one), closing));
        others = _mm_or_si128(others, _mm_or_si128(stops, _mm_or_si128(address, medical)));
    }
    return (_mm_movemask_epi8(brackets) != 0 ? BRACKET : 0) |
           (_mm_movemask_epi8(others) != 0 ? OTHER_SIGN : 0);
#else
    (void)t;
    return imr_empty(s) ? 0 : BRACKET | OTHER_SIGN;
#endif
}

static bool closes_unopened(const imr_text *t, imr_span s)
{
    int depth = 0;
    for (uint32_t i = imr_search_either(t->clean, s.at, s.end, '(', ')'); i < s.end && depth >= 0;
         i = imr_search_either(t->clean, i + 1, s.end, '(', ')'))
        depth += t->clean[i] == '(' ? 1 : -1;
    return depth < 0;
}

/* The sentences that end inside the heading, those of a modified request left out. */
static int sentences_inside(imr_matcher *m, const imr_patterns *p, const imr_text *t,
                            imr_span heading)
{
    int count = 0;
    uint32_t from = heading.at; /* of the sentence */
    for (uint32_t i = heading.at + 1; i + 2 < heading.end; i++) {
        if (t->clean[i + 1] != ' ' || !imr_ends_sentence(t, i, i + 1, heading.end, heading.at))
            continue;
        count += !modification_clause(m, p, t, (imr_span){from, i + 1});
        from = i + 2;
    }
    return count;
}

/* What the rarer signs speak against it. */
IMR_APART int weigh_signs(imr_matcher *m, const imr_patterns *p, const imr_text *t,
                          imr_span heading)
{
    int weight = SENTENCE_INSIDE * sentences_inside(m, p, t, heading);
    if (imr_find(t, heading, "http", 4) != IMR_NOWHERE ||
        imr_find(t, heading, "www.", 4) != IMR_NOWHERE ||
        imr_find(t, heading, BULLET_MARK, sizeof BULLET_MARK - 1) != IMR_NOWHERE)
        weight += FOREIGN_INSIDE;
    if (concludes(t, heading))
        weight += CONCLUSION_INSIDE;
    return weight;
}

/* What the heading itself speaks for or against. */
static int weigh_words(imr_matcher *m, const imr_patterns *p, const imr_text *t, imr_span heading)
{
    int weight = weigh_beginning(t, heading);
    unsigned met = signs_in(t, heading);
    if (met & OTHER_SIGN)
        weight += weigh_signs(m, p, t, heading);
    if ((met & BRACKET) && closes_unopened(t, heading))
        weight += UNBALANCED;
    return weight;
}

/* ---- what stands before it, and how it lies -------------------------------------------------- */

typedef struct layout {
    uint32_t last;   /* the heading's last line; the others are found when they are asked for */
    uint32_t width;  /* of the widest line nearby; 0: nobody asked yet */
    uint16_t gap;    /* blank lines between the lines of a paragraph */
    bool paragraphs; /* does the letter set its paragraphs off? */
} layout;

/* How the lines around `s` are laid out. */
static void look_around(const imr_text *t, imr_span s, layout *l)
{
    enum { BEFORE = 12, AFTER = 2 }; /* the labels before it, and what follows */
    if (l->width > 0)
        return;
    l->gap = UINT16_MAX;
    const imr_line *lines = t->lines;
    uint32_t last = l->last, first = last, more = BEFORE;
    while (first > 0 && (lines[first].at > s.at || more-- > 0))
        first--;
    uint32_t stop = last + AFTER < t->line_count ? last + AFTER + 1 : t->line_count;
    for (uint32_t i = first; i < stop; i++) {
        if (lines[i].size > l->width)
            l->width = lines[i].size;
        if (i > first && lines[i].gap < l->gap)
            l->gap = lines[i].gap;
    }
    /* The label behind the heading is set off where paragraphs are. */
    if (last + 1 >= t->line_count || lines[last + 1].gap <= l->gap)
        return;
    uint32_t wide = 0;
    for (uint32_t i = first + 1; i < stop && wide < 2; i++)
        wide += lines[i].gap > l->gap && !(lines[i].flags & IMR_LINE_PAGE);
    l->paragraphs = wide == 2;
}

static uint32_t first_word(const imr_text *t, uint32_t at, uint32_t end)
{
    uint32_t from = at;
    while (at < end && t->clean[at] != ' ')
        at++;
    return at - from;
}

typedef struct candidate {
    uint32_t at;
    int line; /* its line, -1 where it stands inside one */
} candidate;

/* Does the text before `at` end a sentence? */
static int weigh_before(const imr_text *t, imr_span s, uint32_t at)
{
    uint32_t end = at;
    while (end > s.at && t->clean[end - 1] == ' ')
        end--;
    uint32_t stop = end;
    while (stop > s.at && (t->clean[stop - 1] == '"' || t->clean[stop - 1] == '\'' ||
                           t->clean[stop - 1] == ')' || t->clean[stop - 1] == ']'))
        stop--;
    if (stop >= s.at + 3 && memcmp(t->clean + stop - 3, "\xE2\x80\x9D", 3) == 0)
        stop -= 3; /* a closing curly quote */
    char c = stop > s.at ? t->clean[stop - 1] : ' ';
    if (c == '.' || c == '?' || c == '!')
        return imr_abbreviated(t, stop - 1, s.at) ? MAYBE_ENDS : SENTENCE_ENDS;
    return stop < end ? MAYBE_ENDS : GOES_ON;
}

static int weigh_layout(const imr_text *t, const layout *l, uint32_t line)
{
    const imr_line *this = &t->lines[line], *before = &t->lines[line - 1];
    int weight = 0;
    bool page = (this->flags & IMR_LINE_PAGE) != 0;
    if (this->gap > l->gap)
        weight += page ? PARAGRAPH / 3 : PARAGRAPH;
    else if (l->paragraphs && !page)
        weight += NO_PARAGRAPH;
    uint32_t word = first_word(t, this->at, this->at + this->size);
    weight += before->size + 1 + word <= l->width ? SHORT_LINE : FULL_LINE;
    return weight;
}

/* What speaks for the heading [at, s.end). */
static int weigh(imr_matcher *m, const imr_patterns *p, const imr_text *t, imr_span s,
                 const layout *l, candidate c)
{
    int weight = 0;
    if (c.at == s.at) { /* an empty rationale */
        weight = c.line >= 0 ? LABEL_ALONE : GOES_ON;
    } else {
        weight = weigh_before(t, s, c.at);
        imr_span sentence = imr_last_sentence(t, s.at, c.at);
        if (modification_clause(m, p, t, sentence))
            weight += CLAUSE_BEFORE;
        else if (concludes(t, sentence) || SAYS_ANY(t, sentence, closings))
            weight += CONCLUDES;
        if (c.line > 0)
            weight += weigh_layout(t, l, (uint32_t)c.line);
    }
    weight += weigh_words(m, p, t, (imr_span){c.at, s.end});
    if (c.line >= 0)
        weight += LINE * (int)(l->last - (uint32_t)c.line);
    return weight;
}

/* Takes the better of the best so far and a further candidate; of equals the later one. */
typedef struct contest {
    uint32_t best;
    int weight;
} contest;

static void enter(contest *k, uint32_t at, int weight)
{
    if (weight > k->weight) {
        k->best = at;
        k->weight = weight;
    }
}

bool imr_sounds_final(const imr_text *t, imr_span rationale)
{
    imr_span sentence = imr_last_sentence(t, rationale.at, rationale.end);
    if (SAYS_ANY(t, sentence, closings) || imr_is_digit(t->clean[sentence.at]) ||
        t->clean[sentence.at] == '(')
        return true;
    uint32_t word = sentence.end;
    while (word > sentence.at && t->clean[word - 1] != ' ')
        word--;
    return imr_reads(t, word, sentence.end, "http") || imr_reads(t, word, sentence.end, "www.") ||
           imr_find(t, sentence, BULLET_MARK, sizeof BULLET_MARK - 1) != IMR_NOWHERE;
}

/* Is there more space before the line than before the one above it? */
static bool set_off(const imr_text *t, uint32_t line)
{
    const imr_line *l = &t->lines[line];
    return line > 1 && l->gap > l[-1].gap && !(l->flags & IMR_LINE_PAGE);
}

/* The line that is CLEAR already without what a conclusion before it adds: nearly all headings
 * begin so. Lines of its own behind it have no sentence's end before them, and cannot be. Where it
 * is not plain, IMR_NOWHERE. */
static uint32_t plain_start(imr_matcher *m, const imr_patterns *p, const imr_text *t, imr_span s,
                            layout *l)
{
    _Static_assert(GOES_ON + CONCLUDES + PARAGRAPH + SHORT_LINE + CAPITAL < CLEAR,
                   "a line in the middle of a sentence may be clear");
    for (uint32_t i = l->last, lines = 0; lines < LONGEST_LINES; i--, lines++) {
        uint32_t at = t->lines[i].at;
        if (at <= s.at || s.end - at > LONGEST)
            break;
        int before = weigh_before(t, s, at);
        if (before == GOES_ON)
            continue;
        int weight = before + LINE * (int)lines;
        if (set_off(t, i)) {
            weight += PARAGRAPH + FULL_LINE; /* at least */
        } else {
            look_around(t, s, l);
            weight += weigh_layout(t, l, i);
        }
        if (weight + CAPITAL < CLEAR ||
            weight + weigh_words(m, p, t, (imr_span){at, s.end}) < CLEAR ||
            modification_clause(m, p, t, imr_last_sentence(t, s.at, at)))
            break;
        return at;
    }
    return IMR_NOWHERE;
}

uint32_t imr_heading_start(imr_matcher *m, const imr_patterns *p, const imr_text *t, imr_span s,
                           uint32_t line, bool lines_kept)
{
    s = imr_trim(t, s);
    if (imr_empty(s))
        return s.at;
    layout l = {.last = imr_text_line_back(t, s.end - 1, line)};
    uint32_t plain = lines_kept ? plain_start(m, p, t, s, &l) : IMR_NOWHERE;
    if (plain != IMR_NOWHERE)
        return plain;
    look_around(t, s, &l);
    contest k = {s.at, -1000};
    for (uint32_t i = l.last, lines = 0; lines < LONGEST_LINES; i--, lines++) {
        uint32_t at = t->lines[i].at;
        if (at < s.at || s.end - at > LONGEST)
            break;
        enter(&k, at, weigh(m, p, t, s, &l, (candidate){at, (int)i}));
        if (i == 0 || at == s.at || k.weight >= CLEAR)
            break;
    }
    if (lines_kept && k.weight >= FAIR)
        return k.best;
    /* Lost line breaks: a heading may follow the sentence before it on the same line. */
    int most = SENTENCES;
    for (uint32_t at = s.end; at-- > s.at + 1 && s.end - at <= LONGEST && most > 0;)
        if (t->clean[at - 1] == ' ' && at >= s.at + 2 &&
            imr_ends_sentence(t, at - 2, at, s.end, s.at)) {
            enter(&k, at, weigh(m, p, t, s, &l, (candidate){at, -1}));
            most--;
        }
    if (!imr_text_at_line_start(t, s.at))
        enter(&k, s.at, weigh(m, p, t, s, &l, (candidate){s.at, -1}));
    return k.best;
}
