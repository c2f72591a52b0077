/* text_line.c - what stands at the edges of lines and pages: furniture, and broken words. */
#define _GNU_SOURCE /* memmem */
#include "text.h"

#include <limits.h>
#include <string.h>

#include "vector.h"

/* ---- furniture ------------------------------------------------------------------------------- */

typedef struct scan {
    const char *p, *end;
} scan;

static void skip_blanks(scan *s)
{
    size_t n;
    while (s->p < s->end && imr_white(s->p, (size_t)(s->end - s->p), &n))
        s->p += n;
}

static bool take_word(scan *s, const char *word)
{
    if (s->p == s->end || imr_lower(*s->p) != *word) /* most words are told by their first letter */
        return false;
    size_t n = strlen(word);
    if ((size_t)(s->end - s->p) < n)
        return false;
    for (size_t i = 0; i < n; i++)
        if (imr_lower(s->p[i]) != word[i])
            return false;
    s->p += n;
    skip_blanks(s);
    return true;
}

/* A number of one to three digits. */
static bool take_number(scan *s)
{
    const char *from = s->p;
    while (s->p < s->end && imr_is_digit(*s->p))
        s->p++;
    bool ok = s->p > from && s->p - from <= 3;
    skip_blanks(s);
    return ok;
}

static bool take_page_word(scan *s)
{
    return take_word(s, "page") || take_word(s, "p a g e") || take_word(s, "pg.") ||
           take_word(s, "pg");
}

/* `Page 2`, `Page 2 of 5`, `2 | Page`, `- 2 -`, `2 of 5`, and at the edge of a page `2`. */
static bool page_number(const char *line, uint32_t size, bool edge)
{
    scan s = {line, line + size};
    int numbers = 0, dashes = 0;
    bool named = false, of = false;
    while (s.p < s.end) {
        switch (imr_lower(*s.p)) {
        case 'p':
            if (named || !take_page_word(&s))
                return false;
            named = true;
            take_word(&s, ":");
            break;
        case 'o':
        case '/':
            if (of || numbers != 1 || !(take_word(&s, "of") || take_word(&s, "/")))
                return false;
            of = true;
            break;
        case '-':
            take_word(&s, "-");
            dashes++;
            break;
        case '|':
            take_word(&s, "|");
            break;
        default:
            if (++numbers > 1 + of || !take_number(&s))
                return false;
        }
    }
    return numbers == 1 + of && dashes <= 2 && dashes != 1 && (named || dashes == 2 || edge);
}

int imr_bare_number(const char *line, uint32_t size)
{
    int value = 0;
    for (uint32_t i = 0; i < size; i++) {
        if (!imr_is_digit(line[i]) || size > 3)
            return -1;
        value = value * 10 + (line[i] - '0');
    }
    return value;
}

static bool take_case_number(scan *s)
{
    const char *from = s->p;
    if (!take_word(s, "cm") && !take_word(s, "imr"))
        return false;
    const char *digits = s->p;
    while (s->p < s->end && (imr_is_digit(*s->p) || *s->p == '-'))
        s->p++;
    if (s->p - digits < 6) {
        s->p = from;
        return false;
    }
    skip_blanks(s);
    return true;
}

bool imr_bare_case_number(const char *line, uint32_t size)
{
    enum { LONGEST = 20 };
    scan s = {line, line + size};
    return size <= LONGEST && take_case_number(&s) && s.p == s.end;
}

bool imr_ends_in_label(const char *line, uint32_t size)
{
    static const char *const ends[] = {"number:",   "assigned:", "injury:",      "date:",
                                       "received:", "priority:", "ur decision:", "employee:"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        uint32_t n = (uint32_t)strlen(ends[i]);
        if (size < n)
            continue;
        scan s = {line + size - n, line + size};
        if (take_word(&s, ends[i]))
            return true;
    }
    return false;
}

/* The version of the form, which some pages print beside the case number: `IMR Version 3.1`. */
static bool form_version(const char *line, uint32_t size)
{
    scan s = {line, line + size};
    take_word(&s, "imr");
    if (!take_word(&s, "version") && !take_word(&s, "ver."))
        return false;
    while (s.p < s.end && (imr_is_digit(*s.p) || *s.p == '.'))
        s.p++;
    return s.p == s.end;
}

static bool begins_title_word(char c)
{
    switch (c) {
    case 'c':
    case 'f':
    case 'i':
    case 'l':
    case 'm':
    case 'o':
    case 'p':
    case '|':
    case '-':
    case ':':
    case ',':
        return true;
    default:
        return false;
    }
}

/* The words of which running titles are made, in any order, a case number and a page number among
 * them: `Final Determination Letter for IMR Case Number CM16-0212345 2`, `Page 2 of 6 IMR Final
 * Determination CM16-0212345`. */
static bool running_title(const char *line, uint32_t size)
{
    enum { TITLES = 3, NAME = 3 }; /* the first so many are titles; a title without a label */
    static const char *const words[] = {"final determination",
                                        "independent medical review",
                                        "maximus federal services",
                                        "maximus",
                                        "letter",
                                        "for",
                                        "imr case number",
                                        "case number",
                                        "case no.",
                                        "case #",
                                        "case",
                                        "imr",
                                        ", inc.",
                                        "of",
                                        "page",
                                        "|",
                                        "-",
                                        ":",
                                        ","};
    scan s = {line, line + size};
    int numbers = 0;
    bool number = false, titled = false;
    while (s.p < s.end) {
        if (!number && take_case_number(&s)) {
            number = true;
            continue;
        }
        if (imr_is_digit(*s.p)) {
            if (++numbers > 2 || !take_number(&s))
                return false;
            continue;
        }
        size_t i = 0;
        char c = imr_lower(*s.p);
        if (!begins_title_word(c))
            return false;
        while (i < sizeof words / sizeof *words && (*words[i] != c || !take_word(&s, words[i])))
            i++;
        if (i == sizeof words / sizeof *words)
            return false;
        titled |= i < TITLES || (i == NAME && memchr(line, ':', size) == NULL);
    }
    /* "Case Number: CM16-0212345" alone is a line of a header block, and so is "MAXIMUS Case
     * Number: CM13-0012345". */
    return number && (titled || numbers > 0);
}

/* What a page number begins with, and what a running title does. */
enum { NUMBER_BEGINS = 1, TITLE_BEGINS = 2, ALWAYS_TITLE = 4 };

static int begins(char c)
{
    switch (imr_lower(c)) {
    case 'f':
        return TITLE_BEGINS | ALWAYS_TITLE;
    case 'i':
    case 'm':
    case 'c':
    case 'l':
    case 'v':
        return TITLE_BEGINS;
    case 'p':
    case '-':
    case '|':
        return NUMBER_BEGINS | TITLE_BEGINS;
    default:
        if (imr_is_digit(c))
            return NUMBER_BEGINS | TITLE_BEGINS;
        return (unsigned char)c >= 0x80 ? NUMBER_BEGINS : 0;
    }
}

#define THEN(c) (UINT32_C(1) << ((c)&31))
#define LETTER(capital, small, then) [capital] = (then), [small] = (then)
#define ANY UINT32_MAX
const uint32_t imr_furniture_begins[128] = {
    LETTER('F', 'f', THEN('i') | THEN('o')),             /* final determination, for */
    LETTER('I', 'i', THEN('n') | THEN('m')),             /* independent medical review, IMR */
    LETTER('M', 'm', THEN('a')),                         /* MAXIMUS */
    LETTER('C', 'c', THEN('a') | THEN('m')),             /* case, CM16-0212345 */
    LETTER('L', 'l', THEN('e')),                         /* letter */
    LETTER('V', 'v', THEN('e')),                         /* version */
    LETTER('P', 'p', THEN('a') | THEN('g') | THEN(' ')), /* page, pg., p a g e */
    ['-'] = ANY,
    ['|'] = ANY,
    ['0'] = ANY,
    ['1'] = ANY,
    ['2'] = ANY,
    ['3'] = ANY,
    ['4'] = ANY,
    ['5'] = ANY,
    ['6'] = ANY,
    ['7'] = ANY,
    ['8'] = ANY,
    ['9'] = ANY,
};

enum { NUMBER_MAX = 40 }; /* bytes of a line that is a page number */

/* The words' first letters, and the size of all. */
#define OF_FOUR(letters, words)                                                                    \
    {                                                                                              \
        letters, "\xFF\xFF\xFF\xFF", sizeof(words) - 1                                             \
    }
#define OF_THREE(letters, words)                                                                   \
    {                                                                                              \
        letters "\0", "\xFF\xFF\xFF\0", sizeof(words) - 1                                          \
    }
#define OF_TWO(letters, words)                                                                     \
    {                                                                                              \
        letters "\0\0", "\xFF\xFF\0\0", sizeof(words) - 1                                          \
    }
#define NONE                                                                                       \
    {                                                                                              \
        "", {(char)0xFF}, 0                                                                        \
    } /* begins no line, since none begins with NUL */
#define WORDS(letter, ...) [(letter)&31] = {__VA_ARGS__}
const imr_furniture_words imr_furniture_first[32][IMR_FURNITURE_WORDS] = {
    WORDS('f', OF_FOUR("fina", "final determination"), OF_THREE("for", "for"), NONE),
    WORDS('i', OF_FOUR("inde", "independent medical review"), OF_THREE("imr", "imr"), NONE),
    WORDS('m', OF_FOUR("maxi", "maximus federal services"), OF_FOUR("maxi", "maximus"), NONE),
    WORDS('c', OF_FOUR("case", "case"), OF_TWO("cm", ""), NONE),
    WORDS('l', OF_FOUR("lett", "letter"), NONE, NONE),
    WORDS('v', OF_THREE("ver", ""), NONE, NONE),
    WORDS('p', OF_FOUR("page", "page"), OF_TWO("pg", ""), OF_TWO("p ", "")),
};

bool imr_may_be_furniture_anywhere(char first, uint32_t size)
{
    int is = begins(first);
    return (is & ALWAYS_TITLE) != 0 || ((is & NUMBER_BEGINS) != 0 && size <= NUMBER_MAX);
}

bool imr_is_furniture(const char *line, uint32_t size, bool edge, bool top)
{
    if (size > IMR_TITLE_MAX || top) /* what opens a letter may be all that gives its case number */
        return false;
    int is = begins(line[0]);
    if (size <= NUMBER_MAX && (is & NUMBER_BEGINS) && page_number(line, size, edge))
        return true;
    if (edge && form_version(line, size))
        return true;
    return ((is & ALWAYS_TITLE) || (edge && (is & TITLE_BEGINS))) && running_title(line, size);
}

/* ---- furniture inside lines ------------------------------------------------------------------ */

/* A number of one to three digits, -1 where there is none. */
static int read_number(scan *s)
{
    const char *from = s->p;
    if (!take_number(s))
        return -1;
    int number = 0;
    for (const char *p = from; p < s->end && imr_is_digit(*p); p++)
        number = number * 10 + (*p - '0');
    return number;
}

/* The number of the page that follows. */
static bool next_number(scan *s, int *page)
{
    const char *from = s->p;
    int number = read_number(s);
    if (*page == 0 ? number < 1 || number > 3 : number != *page + 1) {
        s->p = from;
        return false;
    }
    *page = number;
    return true;
}

/* `Page 2 of 5`, `2 | Page`: the word stands at `word`. */
static bool inner_page_number(const char *p, const char *word, const char *stop, int *page,
                              const char **at, const char **end)
{
    enum { PAGES = 60 }; /* guidelines have more */
    scan s = {word + 4, stop};
    skip_blanks(&s);
    *at = word;
    int before = *page;
    if (next_number(&s, page)) {
        int pages = take_word(&s, "of") ? read_number(&s) : -1;
        if (pages >= *page && pages <= PAGES) {
            *end = s.p;
            return true;
        }
        *page = before;
        return false;
    }
    const char *number = word;
    while (number > p && (number[-1] == ' ' || number[-1] == '|'))
        number--;
    while (number > p && imr_is_digit(number[-1]))
        number--;
    s = (scan){number, word};
    if (word - number < 3 || memchr(number, '|', (size_t)(word - number)) == NULL ||
        !next_number(&s, page))
        return false;
    *at = number;
    *end = word + 4;
    return true;
}

bool imr_inner_furniture(imr_inner *in, const char *p, const char *stop, const char **at,
                         const char **end)
{
    static const char title[] = "Final Determination Letter for IMR Case Number";
    for (;;) {
        if (in->title == NULL || in->title < p) { /* looked for once, so that many pages cost one */
            in->title = memmem(p, (size_t)(stop - p), title, sizeof title - 1);
            in->title = in->title != NULL ? in->title : stop;
        }
        const char *word = p;
        while ((word = memmem(word, (size_t)(in->title - word), "Page", 4)) != NULL) {
            if ((word == p || word[-1] == ' ') &&
                inner_page_number(p, word, in->title, &in->page, at, end))
                return true;
            word += 4;
        }
        if (in->title == stop)
            return false;
        scan s = {in->title + sizeof title - 1, stop};
        skip_blanks(&s);
        if (take_case_number(&s)) {
            next_number(&s, &in->page);
            *at = in->title;
            *end = s.p;
            return true;
        }
        p = s.p;
    }
}

/* Does a list's next element begin at p: with a bullet, or with the number that follows? */
static bool list_element(imr_inner *in, const char *p, const char *stop)
{
    if (stop - p > 3 && memcmp(p, "\xE2\x80\xA2", 3) == 0) /* U+2022 */
        return true;
    int number = 0;
    const char *from = p;
    while (p < stop && p - from < 2 && imr_is_digit(*p))
        number = number * 10 + (*p++ - '0');
    bool element = p > from && stop - p > 2 && (*p == ')' || *p == '.') && p[1] == ' ' &&
                   imr_is_upper(p[2]) && (number == 1 || number == in->element + 1);
    if (element)
        in->element = number;
    return element;
}

/* Was a word broken at the hyphen `at`: "radicul- opathy", but not "pre- and postoperative"? */
static bool broken_word(const char *p, const char *at, const char *stop)
{
    static const char *const links[] = {"and", "or", "to", "versus", "vs", "nor", "but"};
    const char *next = at + 2;
    if (at == p || !imr_is_letter(at[-1]) || stop - at < 3 || at[1] != ' ' || !imr_is_lower(*next))
        return false;
    const char *end = next;
    while (end < stop && imr_is_letter(*end))
        end++;
    size_t size = (size_t)(end - next);
    for (size_t i = 0; i < sizeof links / sizeof *links; i++)
        if (strlen(links[i]) == size && memcmp(links[i], next, size) == 0)
            return false;
    return true;
}

const char *imr_inner_end(imr_inner *in, const char *p, const char *stop)
{
    for (const char *at = p; (at = memchr(at, ' ', (size_t)(stop - at))) != NULL; at++)
        if ((at > p && at[-1] == '-' && broken_word(p, at - 1, stop)) ||
            list_element(in, at + 1, stop))
            return at;
    return stop;
}

/* ---- words broken at line ends --------------------------------------------------------------- */

/* How often each letter stands in English text, in a thousand. */
static const uint8_t commonness[26] = {82, 15, 28, 43, 127, 22, 20, 61, 70, 2,  8, 40, 24,
                                       67, 75, 19, 1,  60,  63, 91, 28, 10, 24, 2, 20, 1};

/* Where the two rarest letters of a word stand, but for the first one, whose case may differ. */
static void rarest_two(const char *word, size_t size, size_t *first, size_t *second)
{
    enum { HYPHEN = 3 };
    unsigned least = UINT_MAX, next = UINT_MAX;
    size_t one = 1, other = 1;
    for (size_t i = 1; i < size; i++) {
        unsigned here = word[i] != '-' ? commonness[(word[i] | 32) - 'a'] : HYPHEN;
        if (here < least) {
            next = least;
            other = one;
            least = here;
            one = i;
        } else if (here < next) {
            next = here;
            other = i;
        }
    }
    *first = one < other ? one : other;
    *second = one < other ? other : one;
}

/* Does the word, of letters and a hyphen, stand by itself in the text, with its first letter as it
 * is or small? Looked for are two letters of it that stand so far apart in hardly any other: where
 * they do all the same, again and again, the text is none in which words are written twice. */
static bool stands_elsewhere(const char *bytes, size_t size, const char *word, size_t word_size)
{
    enum { LOOK_ALIKES = 200 };
    size_t first, second;
    const char *end = bytes + size;
    if (size < word_size)
        return false;
    rarest_two(word, word_size, &first, &second);
    ptrdiff_t apart = (ptrdiff_t)(second - first);
    const char *at = bytes + first;
    for (int n = 0; n < LOOK_ALIKES; n++, at++) {
        at = imr_find_pair(at, end, word[first], word[second], apart);
        if (at == NULL || (size_t)(end - at) < word_size - first)
            return false;
        const char *from = at - first, *behind = from + word_size;
        if ((*from == *word || *from == imr_lower(*word)) &&
            memcmp(from + 1, word + 1, word_size - 1) == 0 &&
            (from == bytes || !imr_is_letter(from[-1])) &&
            (behind == end || !imr_is_letter(*behind)))
            return true;
    }
    return false;
}

/* Is it a word that keeps the hyphen at its line's end? `word` is the joined word. */
static bool keeps_hyphen(const imr_knowledge *k, const char *word, size_t first, size_t size)
{
    if (imr_knowledge_find(k, IMR_TABLE_WORDS, word, size) != NULL)
        return false;
    return imr_knowledge_find(k, IMR_TABLE_PREFIXES, word, first) != NULL ||
           imr_knowledge_find(k, IMR_TABLE_ENDINGS, word + first, size - first) != NULL;
}

#define WORD_MAX 64

imr_join imr_join_lines(const imr_knowledge *k, const char *bytes, size_t byte_count,
                        const char *line, size_t size, const char *next, size_t next_size)
{
    /* The broken word: its first part `first` and its second part. */
    size_t start = size;
    while (start > 0 && line[start - 1] != ' ')
        start--;
    const char *token = line + start; /* all since the last blank: "http://x.org/low" */
    size_t token_size = size - start;
    size_t first_size = 0;
    while (first_size < token_size && imr_is_letter(token[token_size - 1 - first_size]))
        first_size++;
    const char *first = token + token_size - first_size;
    size_t second_size = 0;
    while (second_size < next_size && imr_is_letter(next[second_size]))
        second_size++;

    if (memmem(token, token_size, "://", 3) || (token_size > 4 && memcmp(token, "www.", 4) == 0))
        return IMR_JOIN_HYPHEN;
    if (first_size == 0 || second_size == 0) { /* numbers, dates, codes; or no word follows */
        bool number = imr_is_digit(token[token_size - 1]) && next_size > 0 &&
                      (imr_is_digit(next[0]) || second_size > 0);
        bool code = first_size > 0 && next_size > 0 && imr_is_digit(next[0]);
        return number || code ? IMR_JOIN_HYPHEN : IMR_JOIN_BLANK;
    }
    if (first_size < token_size && (imr_is_digit(first[-1]) || first[-1] == '-'))
        return IMR_JOIN_HYPHEN; /* "46-year-" / "old" */
    if (imr_is_upper(next[0]) && (!imr_is_upper(first[first_size - 1]) || first_size <= 3))
        return IMR_JOIN_HYPHEN; /* "Depo-" / "Medrol", "ODG-" / "TWC" */
    if (first_size + second_size > WORD_MAX)
        return IMR_JOIN_WORD;

    /* The word as it stands elsewhere in the text, solid or with its hyphen, tells how it is
     * written; what stands there in both ways is solid. */
    char solid[WORD_MAX], hyphenated[WORD_MAX + 1];
    size_t solid_size = first_size + second_size;
    memcpy(solid, first, first_size);
    memcpy(solid + first_size, next, second_size);
    memcpy(hyphenated, first, first_size);
    hyphenated[first_size] = '-';
    memcpy(hyphenated + first_size + 1, next, second_size);
    bool hyphen = keeps_hyphen(k, solid, first_size, solid_size) ||
                  stands_elsewhere(bytes, byte_count, hyphenated, solid_size + 1);
    return hyphen && !stands_elsewhere(bytes, byte_count, solid, solid_size) ? IMR_JOIN_HYPHEN
                                                                             : IMR_JOIN_WORD;
}
