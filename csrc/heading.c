#define _GNU_SOURCE /* memrchr */
#include "heading.h"

#include <string.h>

#include "ascii.h"
#include "slip.h"

/* ---- decisions ------------------------------------------------------------------------------- */

typedef struct decision_word {
    const char *text, *value;
} decision_word;

/* Longer wordings stand before those that they end with. */
static const decision_word decision_words[] = {
    {"partially overturned", "partially overturned"},
    {"partially upheld", "partially overturned"},
    {"overturned in part", "partially overturned"},
    {"upheld in part", "partially overturned"},
    {"overturned", "overturned"},
    {"upheld", "upheld"},
    {"overturn", "overturned"},
    {"uphold", "upheld"},
};
enum { DECISION_WORDS = sizeof decision_words / sizeof *decision_words };

/* A decision at the end that is misread, or spaced out. Only a colon before it makes it one. */
static imr_decision misread_decision(const imr_text *t, imr_span s, uint32_t end)
{
    enum { LONGEST = 48 };
    uint32_t colon = end;
    while (colon > s.at && end - colon < LONGEST && strchr(":;", t->clean[colon - 1]) == NULL)
        colon--;
    if (colon == s.at || strchr(":;", t->clean[colon - 1]) == NULL)
        return (imr_decision){0};
    imr_span words = imr_trim(t, (imr_span){colon, end});
    for (int i = 0; i < DECISION_WORDS; i++)
        if (imr_read_slipped(t, words.at, words.end, decision_words[i].text) == words.end &&
            !imr_empty(words))
            return (imr_decision){decision_words[i].value, words, colon - 1};
    return (imr_decision){0};
}

/* "Not upheld", "Upheld/Overturned", "Upheld or Overturned": which it is the letter does not say.
 */
static bool leaves_open(const imr_text *t, uint32_t from, uint32_t at, const char *decision)
{
    static const char *const before[] = {"not", "upheld", "overturned", "upheld or",
                                         "overturned or"};
    while (at > from && strchr(" /", t->clean[at - 1]) != NULL)
        at--;
    for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
        uint32_t size = (uint32_t)strlen(before[i]);
        if (strcmp(before[i], decision) != 0 && at - from >= size &&
            imr_reads(t, at - size, at, before[i]) &&
            (at - from == size || !imr_is_letter(t->clean[at - size - 1])))
            return true;
    }
    return false;
}

/* Where a last word ends, without the sign of a footnote behind it: "Upheld*", "Upheld [1]". */
static uint32_t without_footnote(const imr_text *t, imr_span s)
{
    uint32_t end = s.end;
    while (end > s.at && strchr(" .,;*", t->clean[end - 1]) != NULL)
        end--;
    if (end == s.at || t->clean[end - 1] != ']')
        return end;
    uint32_t at = end - 1;
    while (at > s.at && imr_is_digit(t->clean[at - 1]))
        at--;
    if (at == end - 1 || at == s.at || t->clean[at - 1] != '[')
        return end;
    for (at--; at > s.at && t->clean[at - 1] == ' ';)
        at--;
    return at;
}

imr_decision imr_decision_at_end(const imr_text *t, imr_span s)
{
    enum { DENIAL = sizeof "denial" - 1 };
    s = imr_trim(t, s);
    uint32_t end = without_footnote(t, s);
    bool bracketed = end > s.at && t->clean[end - 1] == ')';
    for (int i = 0; i < DECISION_WORDS; i++) {
        uint32_t size = (uint32_t)strlen(decision_words[i].text), last = end - bracketed;
        if (last - s.at < size || !imr_reads(t, last - size, last, decision_words[i].text))
            continue;
        uint32_t at = last - size;
        if (at > s.at && imr_is_letter(t->clean[at - 1]))
            continue;
        if (bracketed && (at == s.at || t->clean[at - 1] != '('))
            continue;
        if (leaves_open(t, s.at, at, decision_words[i].text))
            return (imr_decision){0};
        uint32_t heading = at - bracketed;
        while (heading > s.at && strchr(" :;-", t->clean[heading - 1]) != NULL)
            heading--;
        uint32_t word = heading - s.at > DENIAL + 2 ? heading - DENIAL : s.at;
        if (word > s.at && imr_reads(t, word, heading, "denial")) { /* "X: Denial Upheld" */
            while (word > s.at && t->clean[word - 1] == ' ')
                word--;
            if (t->clean[word - 1] == ':')
                heading = word - 1;
        }
        return (imr_decision){decision_words[i].value, {at, last}, heading};
    }
    return misread_decision(t, s, end);
}

imr_decision imr_decision_inside(const imr_text *t, imr_span s)
{
    const char *from = t->clean + s.at, *p;
    for (uint32_t colon = s.end;
         !imr_empty((imr_span){s.at, colon}) && (p = memrchr(from, ':', colon - s.at)) != NULL;) {
        colon = (uint32_t)(p - t->clean);
        uint32_t at = colon + 1;
        while (at < s.end && t->clean[at] == ' ')
            at++;
        for (int i = 0; i < DECISION_WORDS; i++) {
            uint32_t end = at + (uint32_t)strlen(decision_words[i].text);
            if (!imr_reads(t, at, s.end, decision_words[i].text) ||
                (end < s.end && imr_is_letter(t->clean[end])))
                continue;
            uint32_t next = end;
            while (next < s.end && t->clean[next] == ' ')
                next++;
            if (next == s.end || imr_reads(t, next, s.end, "the claims administrator") ||
                imr_reads(t, next, s.end, "the expert reviewer") ||
                imr_reads(t, next, s.end, "decision based on"))
                return (imr_decision){decision_words[i].value, {at, end}, colon};
        }
    }
    return (imr_decision){0};
}

/* ---- where a heading begins ------------------------------------------------------------------ */

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

/* Abbreviations that keep a full stop in the middle of a heading or sentence. */
static bool abbreviated(const imr_text *t, uint32_t stop, uint32_t from)
{
    static const char *const words[] = {
        "mg",  "ml",  "tab",  "tabs", "cap",  "caps",  "no",    "dr",  "vs",    "st",   "approx",
        "qty", "inj", "eval", "rx",   "dos",  "e.g",   "i.e",   "etc", "hr",    "hrs",  "wk",
        "wks", "mr",  "mrs",  "ms",   "p.o",  "b.i.d", "t.i.d", "q.d", "p.r.n", "incl", "lt",
        "rt",  "x",   "op",   "pre",  "post", "oz",    "gm",    "mcg", "lbs"};
    uint32_t at = stop;
    while (at > from && (imr_is_letter(t->clean[at - 1]) || t->clean[at - 1] == '.'))
        at--;
    uint32_t size = stop - at;
    if (size == 1 && imr_is_letter(t->clean[at]))
        return true; /* an initial */
    return IMR_IS_ANY(t, ((imr_span){at, stop}), words);
}

/* Is there a sentence's end at the full stop `stop`, for one that goes on at `next`? */
static bool ends_sentence(const imr_text *t, uint32_t stop, uint32_t next, uint32_t end,
                          uint32_t from)
{
    char c = t->clean[stop];
    if ((c != '.' && c != '?' && c != '!') || abbreviated(t, stop, from))
        return false;
    while (next < end && strchr(" \"'(", t->clean[next]) != NULL)
        next++;
    return next < end && (imr_is_upper(t->clean[next]) || imr_is_digit(t->clean[next]));
}

/* The clauses that a modified request's heading is made of, as they end: "... was the original
 * request.", "... was authorized by the Claims Administrator." */
static bool modification_clause(imr_matcher *m, const imr_patterns *p, const imr_text *t,
                                imr_span sentence)
{
    if (imr_find_any_case(t, sentence, "original request", 16) == IMR_NOWHERE &&
        imr_find_any_case(t, sentence, "administrator", 13) == IMR_NOWHERE)
        return false;
    imr_match match;
    return imr_match_in(m, p, IMR_PATTERN_WAS_REQUESTED, t, sentence, &match) ||
           imr_match_in(m, p, IMR_PATTERN_WAS_AUTHORIZED, t, sentence, &match) ||
           imr_match_in(m, p, IMR_PATTERN_AUTHORIZED_IT, t, sentence, &match) ||
           imr_match_in(m, p, IMR_PATTERN_LEAVES_ELIGIBLE, t, sentence, &match);
}

imr_span imr_last_sentence(const imr_text *t, uint32_t from, uint32_t end)
{
    uint32_t at = end;
    while (at > from && strchr(" .\"')?!", t->clean[at - 1]) != NULL)
        at--;
    while (at > from) {
        if (at >= from + 2 && t->clean[at - 1] == ' ' && ends_sentence(t, at - 2, at, end, from))
            break;
        at--;
    }
    return (imr_span){at, end};
}

static bool says_any(const imr_text *t, imr_span s, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (imr_find_any_case(t, s, words[i], strlen(words[i])) != IMR_NOWHERE)
            return true;
    return false;
}

#define SAYS_ANY(t, s, words) says_any(t, s, words, sizeof(words) / sizeof *(words))

/* Words that no heading has. */
static const char *const conclusions[] = {"medically necessary", "medical necessity",
                                          "medically appropriate"};

/* Words that the last sentence of a rationale may have instead. */
static const char *const closings[] = {
    "recommended", "recommendation", "certified", "certification", "upheld",      "overturned",
    "authorized",  "supported",      "warranted", "indicated",     "established", "necessary",
    "appropriate", "reasonable",     "denied",    "denial",        "approved",    "necessity"};

/* Words that begin a sentence of a rationale, and hardly ever a heading. */
static const char *const prose[] = {"the ",
                                    "this ",
                                    "that ",
                                    "these ",
                                    "those ",
                                    "there ",
                                    "therefore",
                                    "thus",
                                    "hence",
                                    "consequently",
                                    "as such",
                                    "as a ",
                                    "it ",
                                    "he ",
                                    "she ",
                                    "they ",
                                    "his ",
                                    "her ",
                                    "given ",
                                    "however",
                                    "since ",
                                    "because ",
                                    "per the ",
                                    "according",
                                    "in this case",
                                    "in light",
                                    "for these",
                                    "for this",
                                    "based on",
                                    "without ",
                                    "no ",
                                    "not ",
                                    "if ",
                                    "when ",
                                    "while ",
                                    "although ",
                                    "medical necessity",
                                    "abrupt",
                                    "furthermore",
                                    "moreover",
                                    "additionally",
                                    "also, ",
                                    "yes",
                                    "nothing ",
                                    "none ",
                                    "where ",
                                    "we ",
                                    "i "};

/* What tells more of a request whose name stands before it. */
static const char *const later_words[] = {"#",
                                          "quantity",
                                          "qty",
                                          "refill",
                                          "with ",
                                          "and ",
                                          "body part",
                                          "body:",
                                          "dos:",
                                          "(dos",
                                          "(cpt",
                                          "cpt",
                                          "date of service",
                                          "dates of service",
                                          "duration",
                                          "frequency"};

/* A heading may open so all the same: the clauses of a modified request. */
static const char *const not_prose[] = {"the original request", "the claims administrator",
                                        "the remaining"};

#define BULLET_MARK "\xE2\x80\xA2" /* U+2022 */

static bool closes_unopened(const imr_text *t, imr_span s)
{
    int depth = 0;
    for (uint32_t i = s.at; i < s.end && depth >= 0; i++)
        depth += (t->clean[i] == '(') - (t->clean[i] == ')');
    return depth < 0;
}

static int weigh_beginning(const imr_text *t, imr_span heading)
{
    char first = t->clean[heading.at];
    if (first == '-' || first == '*' || imr_reads(t, heading.at, heading.end, BULLET_MARK))
        return BULLET;
    if (IMR_READS_ANY(t, heading.at, heading.end, later_words))
        return CONTINUES;
    if (IMR_READS_ANY(t, heading.at, heading.end, prose) &&
        !IMR_READS_ANY(t, heading.at, heading.end, not_prose))
        return PROSE;
    if (imr_is_lower(first))
        return SMALL;
    return imr_is_upper(first) || imr_is_digit(first) || strchr("(\"[", first) != NULL ? CAPITAL
                                                                                       : 0;
}

typedef struct layout {
    uint32_t width;  /* of the widest line nearby */
    uint16_t gap;    /* blank lines between the lines of a paragraph */
    bool paragraphs; /* does the letter set its paragraphs off? */
} layout;

/* How the lines around [from, end) are laid out. */
static layout layout_of(const imr_text *t, imr_span s)
{
    layout l = {.gap = UINT16_MAX};
    uint32_t first = imr_text_line(t, s.at), last = imr_text_line(t, s.end - 1);
    uint32_t begin = first > 12 ? first - 12 : 0; /* the labels before it, and what follows */
    uint32_t stop = last + 3 < t->line_count ? last + 3 : t->line_count;
    uint32_t wide = 0;
    for (uint32_t i = begin; i < stop; i++) {
        if (t->lines[i].size > l.width)
            l.width = t->lines[i].size;
        if (i > begin && t->lines[i].gap < l.gap)
            l.gap = t->lines[i].gap;
    }
    for (uint32_t i = begin + 1; i < stop; i++)
        wide += t->lines[i].gap > l.gap && !(t->lines[i].flags & IMR_LINE_PAGE);
    /* The label behind the heading is set off where paragraphs are. */
    l.paragraphs = last + 1 < t->line_count && t->lines[last + 1].gap > l.gap && wide >= 2;
    return l;
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

static int weigh_before(const imr_text *t, imr_span s, uint32_t at, bool *ends)
{
    uint32_t end = at;
    while (end > s.at && t->clean[end - 1] == ' ')
        end--;
    uint32_t stop = end;
    while (stop > s.at && strchr("\"')]", t->clean[stop - 1]) != NULL)
        stop--;
    if (stop >= s.at + 3 && memcmp(t->clean + stop - 3, "\xE2\x80\x9D", 3) == 0)
        stop -= 3; /* a closing curly quote */
    char c = stop > s.at ? t->clean[stop - 1] : ' ';
    *ends = true;
    if (strchr(".?!", c) != NULL && c != ' ')
        return abbreviated(t, stop - 1, s.at) ? MAYBE_ENDS : SENTENCE_ENDS;
    *ends = false;
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
    bool ends = false;
    if (c.at == s.at) { /* an empty rationale */
        weight = c.line >= 0 ? LABEL_ALONE : GOES_ON;
    } else {
        weight = weigh_before(t, s, c.at, &ends);
        imr_span sentence = imr_last_sentence(t, s.at, c.at);
        if (modification_clause(m, p, t, sentence))
            weight += CLAUSE_BEFORE;
        else if (SAYS_ANY(t, sentence, conclusions) || SAYS_ANY(t, sentence, closings))
            weight += CONCLUDES;
        if (c.line > 0)
            weight += weigh_layout(t, l, (uint32_t)c.line);
    }
    imr_span heading = {c.at, s.end};
    weight += weigh_beginning(t, heading);
    if (imr_find(t, heading, "http", 4) != IMR_NOWHERE ||
        imr_find(t, heading, BULLET_MARK, sizeof BULLET_MARK - 1) != IMR_NOWHERE)
        weight += FOREIGN_INSIDE;
    if (closes_unopened(t, heading))
        weight += UNBALANCED;
    uint32_t from = c.at; /* of the sentence */
    for (uint32_t i = c.at + 1; i + 2 < s.end; i++) {
        if (t->clean[i + 1] != ' ' || !ends_sentence(t, i, i + 1, s.end, c.at))
            continue;
        if (!modification_clause(m, p, t, (imr_span){from, i + 1}))
            weight += SENTENCE_INSIDE;
        from = i + 2;
    }
    if (SAYS_ANY(t, heading, conclusions))
        weight += CONCLUSION_INSIDE;
    if (c.line >= 0)
        weight += LINE * (int)(imr_text_line(t, s.end - 1) - (uint32_t)c.line);
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

uint32_t imr_heading_start(imr_matcher *m, const imr_patterns *p, const imr_text *t, imr_span s,
                           bool lines_kept)
{
    s = imr_trim(t, s);
    if (imr_empty(s))
        return s.at;
    layout l = layout_of(t, s);
    contest k = {s.at, -1000};
    uint32_t last = imr_text_line(t, s.end - 1);
    for (uint32_t i = last, lines = 0; lines < LONGEST_LINES; i--, lines++) {
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
            ends_sentence(t, at - 2, at, s.end, s.at)) {
            enter(&k, at, weigh(m, p, t, s, &l, (candidate){at, -1}));
            most--;
        }
    if (!imr_text_at_line_start(t, s.at))
        enter(&k, s.at, weigh(m, p, t, s, &l, (candidate){s.at, -1}));
    return k.best;
}
