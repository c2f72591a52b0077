/* citation_between.c - what stands between two names of a part and says nothing of either: words
 * that join, editions and dates of a web page, signs.
 */
#include <string.h>

#include "citation.h"

/* Words between two names; in lower case as nobody capitalizes them there. */
static uint32_t skip_word(const imr_text *t, uint32_t at, uint32_t end)
{
    static const char *const words[] = {"and ",   "the ",  "also ",  "as well as ",  "per ",
                                        "see ",   "plus ", "under ", "regarding ",   "within ",
                                        "in ",    "of ",   "from ",  "on ",          "for ",
                                        "based ", "or ",   "with ",  "addition to ", "by "};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (*words[i] != t->clean[at])
            continue;
        size_t size = strlen(words[i]);
        if (end - at > size && memcmp(t->clean + at, words[i], size) == 0)
            return at + (uint32_t)size;
    }
    return 0;
}

static bool open_parentheses(const imr_text *t, imr_span s)
{
    int depth = 0;
    for (uint32_t i = s.at; i < s.end; i++)
        depth += t->clean[i] == '(' ? 1 : t->clean[i] == ')' ? -1 : 0;
    return depth > 0;
}

/* A figure that CITATION_NOISE may begin with: "1.", "8 C.C.R.", "9792.20", "6th edition", "2012
 * web version". */
static bool figure_of_noise(const imr_text *t, uint32_t at, uint32_t end)
{
    uint32_t next = at;
    while (next < end && next - at < 5 && imr_is_digit(t->clean[next]))
        next++;
    char behind = next < end ? t->low[next] : '\0';
    switch (next - at) {
    case 1:
    case 2:
        return t->clean[at] == '8' || behind == '.' || behind == ')' || imr_is_lower(behind);
    default:
        return imr_reads(t, at, end, "9792") || (behind == ' ' && next + 1 < end &&
                                                 (t->low[next + 1] == 'o' || /* online */
                                                  t->low[next + 1] == 'w' || /* web */
                                                  t->low[next + 1] == 'i')); /* internet */
    }
}

/* What it begins with between parentheses. */
static bool aside_of_noise(const imr_text *t, uint32_t at, uint32_t end)
{
    static const char *const words[] = {"last ",     "update",  "accessed", "current",   "web",
                                        "online",    "on-line", "internet", "effective", "workers",
                                        "treatment", "acute",   "most ",    "recent",    "latest",
                                        "newest",    "version", "edition"};
    return IMR_READS_ANY(t, at, end, words) ||
           (at < end && imr_is_digit(t->clean[at]) && figure_of_noise(t, at, end));
}

/* The second letters of the words that CITATION_NOISE begins with, by the first: nearly all names
 * are told by these two. */
#define LETTER(letter) (UINT32_C(1) << ((letter)&31))
static const uint32_t noise[256] = {
    ['('] = ~UINT32_C(0),
    ['0'] = ~UINT32_C(0),
    ~UINT32_C(0),
    ~UINT32_C(0),
    ~UINT32_C(0),
    ~UINT32_C(0),
    ~UINT32_C(0),
    ~UINT32_C(0),
    ~UINT32_C(0),
    ~UINT32_C(0),
    ~UINT32_C(0),
    ['a'] = LETTER('c'),
    ['c'] = LETTER('u') | LETTER('o') | LETTER('a'),
    ['e'] = LETTER('l') | LETTER('d') | LETTER('n'),
    ['f'] = LETTER('i'),
    ['i'] = LETTER('n'),
    ['l'] = LETTER('a') | LETTER('l') | LETTER('.'),
    ['m'] = LETTER('o'),
    ['n'] = LETTER('e'),
    ['o'] = LETTER('n') | LETTER('m'),
    ['p'] = LETTER('r'),
    ['r'] = LETTER('e'),
    ['s'] = LETTER('e'),
    ['t'] = LETTER('a') | LETTER('r') | LETTER('i') | LETTER('h') | LETTER('e') | LETTER('w'),
    ['u'] = LETTER('p'),
    ['v'] = LETTER('e'),
    ['w'] = LETTER('e'),
};
#undef LETTER

/* A cheap look before CITATION_NOISE is tried. */
static bool may_be_noise(const imr_text *t, uint32_t at, uint32_t end)
{
#define READS(word) imr_reads(t, at, end, word)
    switch (t->low[at]) {
    case '(':
        return aside_of_noise(t, at + 1, end);
    case 'a':
        return READS("accessed");
    case 'c':
        return READS("current") || READS("corpus chr") || READS("california code");
    case 'e':
        return READS("eleventh") || READS("edition") || READS("encinitas");
    case 'f':
        return READS("first ") || READS("fifth ") || READS("fig");
    case 'i':
        return READS("internet") || READS("integrated") || READS("inc");
    case 'l':
        return READS("last ") || READS("latest ") || READS("llc") || READS("l.l.c");
    case 'm':
        return READS("most ");
    case 'n':
        return READS("newest ");
    case 'o':
        return READS("online") || READS("on-line") || READS("ompg");
    case 'p':
        return READS("procedure");
    case 'r':
        return READS("retrieved") || READS("recent ");
    case 's':
        return READS("second ");
    case 't':
        return READS("table") || READS("treatment") || READS("title ") || READS("third ") ||
               READS("tenth ") || READS("twelfth ");
    case 'u':
        return READS("update");
    case 'v':
        return READS("version");
    case 'w':
        return READS("web");
    default:
        return imr_is_digit(t->clean[at]) && figure_of_noise(t, at, end);
    }
#undef READS
}

static const bool signs[256] = {
    [','] = true,  [';'] = true, [':'] = true, ['.'] = true, ['-'] = true, ['/'] = true,
    ['&'] = true,  ['('] = true, [')'] = true, ['['] = true, [']'] = true, ['"'] = true,
    ['\''] = true, ['*'] = true, ['<'] = true, ['>'] = true,
};

/* The end of what stands at the rest and says nothing of a citation; 0 where a name may begin. */
static uint32_t unsaid(const imr_citing *c)
{
    const imr_text *t = c->text;
    uint32_t at = c->rest.at, end = c->rest.end;
    imr_match match;
    char ch = t->clean[at];
    if (signs[(unsigned char)ch] && ch != '(')
        return at + 1;
    if (noise[(unsigned char)t->low[at]] >> (t->low[at + 1] & 31) & 1 && may_be_noise(t, at, end) &&
        imr_citing_match(c, IMR_PATTERN_CITATION_NOISE, at, &match))
        return match.whole.end;
    if (imr_is_upper(ch))
        return ch == 'A' && end - at > 4 && memcmp(t->clean + at, "AND ", 4) == 0 ? at + 4 : 0;
    if (imr_is_lower(ch))
        return skip_word(t, at, end);
    uint32_t mark = ch == '(' ? 1 : imr_citing_mark(t, at, end);
    return mark > 0 ? at + mark : 0;
}

void imr_citing_skip(imr_citing *c)
{
    const imr_text *t = c->text;
    c->stopped = c->parted = c->semicolon = false;
    for (;;) {
        c->rest.at = imr_citing_blanks(t, c->rest.at, c->rest.end);
        uint32_t at = c->rest.at, next;
        if (at >= c->rest.end || (next = unsaid(c)) == 0)
            return;
        switch (t->clean[at]) {
        case ')':
            if (c->is.text.end == at && open_parentheses(t, c->is.text))
                c->is.text.end = next;
            break;
        case '.':
            c->stopped = true;
            break;
        case ';':
            c->semicolon = true;
            /* fall through */
        case ',':
            c->parted = true;
            break;
        case '8':
        case 'C':
        case 'c':
        case 'T':
        case 't':
            if (imr_citing_regulation(c))
                continue;
        }
        c->rest.at = next;
    }
}

bool imr_citing_tells_who(const imr_citing *c)
{
    static const char *const who[] = {"the claims administrator", "the expert reviewer",
                                      "the physician reviewer",   "the provider",
                                      "claims administrator",     "expert reviewer"};
    return IMR_READS_ANY(c->text, c->rest.at, c->rest.end, who);
}

bool imr_citing_begins_name(const imr_citing *c, uint32_t at)
{
    static const char *const others[] = {"and ",    "of ",   "from ",  "in ",       "other",
                                         "medical", "title", "corpus", "california"};
    const imr_text *t = c->text;
    const char *low = t->low + at;
    uint32_t end = c->rest.end;
    imr_citing there = *c;
    there.rest.at = at;
    bool numbered = low[0] == 'c' && low[1] == 'h' && (!imr_is_lower(low[2]) || low[2] == 'a');
    return imr_is_lower(*low) && !numbered && !IMR_READS_ANY(t, at, end, others) &&
           !(noise[(unsigned char)*low] >> (low[1] & 31) & 1 && may_be_noise(t, at, end)) &&
           !imr_citing_may_date(low) && !imr_citing_tells_who(&there) &&
           imr_page_label(t, at, end) == 0 && imr_section_label(t, at, end) == 0 &&
           imr_url_size(t, at, end) == 0 && imr_citing_other_label(c, at) == 0;
}
