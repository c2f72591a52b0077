/* text.h - the first stage: bytes of any kind become clean UTF-8 text.
 *
 * Clean text has its wrapped lines rejoined by one blank, runs of white space folded into one
 * blank, page furniture dropped, line-end hyphens settled, and other encodings converted. Where
 * the lines began is kept beside it, in `lines`: the later stages read headings and paragraphs
 * from that, values are plain pieces of `clean`.
 *
 * The way back to the source bytes is the lines as well. A plain line maps byte for byte; the few
 * others are cleaned once more, with a trace, when somebody asks. So the clean letter pays nothing
 * for a map it does not need.
 */
#ifndef IMR_TEXT_H
#define IMR_TEXT_H

#include <string.h>

#include "alloc.h"
#include "ascii.h"
#include "knowledge.h"

/* A half-open piece [at, end) of the clean text. */
typedef struct imr_span {
    uint32_t at, end;
} imr_span;

enum {
    IMR_LINE_PLAIN = 1,   /* printable ASCII, single blanks: maps byte for byte */
    IMR_LINE_PAGE = 2,    /* a page break stands before it */
    IMR_LINE_DROPPED = 4, /* page furniture stood before it and was dropped */
    IMR_LINE_HYPHEN = 8,  /* its last hyphen was dropped, to join a broken word */
    IMR_LINE_FOLDED = 16, /* characters in it are printed otherwise */
    IMR_LINE_ODD = 32,    /* holds more than printable ASCII */
    IMR_LINE_LONG = 64    /* of a line so long that line breaks must have been lost */
};

/* A line of the source that has something on it. */
typedef struct imr_line {
    uint32_t at, size;            /* in the clean text; the blank before it is not counted */
    uint32_t source, source_size; /* in `bytes`, without the white space at either end */
    uint16_t gap;                 /* blank lines before it, page breaks not counted */
    uint16_t flags;
} imr_line;

/* PCRE2's machine code reads text in vectors, and so looks at some bytes behind its end. */
#define IMR_TEXT_NULS 64

typedef struct imr_text {
    const char *clean; /* IMR_TEXT_NULS bytes of zero end it */
    const char *low;   /* the same with ASCII's capitals as small letters, ended like it */
    uint32_t size;
    const imr_line *lines;
    uint32_t line_count;

    /* What was met on the way; offsets into the source, SIZE_MAX where it was not met. */
    size_t converted; /* the first byte that was not UTF-8 */
    size_t control;   /* the first control character */
    bool utf16;
    bool folded; /* has it lines that are IMR_LINE_FOLDED? */

    const char *bytes; /* the source, or for UTF-16 its conversion to UTF-8 */
    uint32_t byte_count;
    const char *source; /* as given to imr_text_clean */
    size_t source_size;
    bool big_endian; /* of UTF-16 */
} imr_text;

/* The buffers behind a text, kept from letter to letter. */
typedef struct imr_text_buffers {
    const imr_allocator *allocator;
    char *clean, *low, *utf8;
    imr_line *lines;
    size_t clean_cap, low_cap, utf8_cap, lines_cap; /* of lines: elements */
} imr_text_buffers;

void imr_text_init(imr_text_buffers *b, const imr_allocator *a);
/* Gives back what a giant letter needed; free gives back all. */
void imr_text_shrink(imr_text_buffers *b);
void imr_text_free(imr_text_buffers *b);

/* Cleans `size` (at most IMR_TEXT_MAX) bytes. *out points into the buffers and at `source`, and
 * lives until either changes. IMR_NO_MEMORY is the only error. */
imr_status imr_text_clean(imr_text_buffers *b, const imr_knowledge *k, const char *source,
                          size_t size, imr_text *out);

#define IMR_TEXT_MAX ((size_t)1 << 30)

/* ---- the way back (text_map.c) --------------------------------------------------------------- */

/* The line that holds clean offset `at`, or the last before it. 0 in a text without lines. */
uint32_t imr_text_line(const imr_text *t, uint32_t at);

/* The same for a line that is known to lie at or behind it, and near. */
static inline uint32_t imr_text_line_back(const imr_text *t, uint32_t at, uint32_t line)
{
    while (line > 0 && t->lines[line].at > at)
        line--;
    return line;
}

/* Does a line start at clean offset `at`? */
bool imr_text_at_line_start(const imr_text *t, uint32_t at);

/* The offset in the source of the clean byte `at`; with `after`, the offset behind the clean byte
 * at - 1. For `at` == size it is the end of the last line. */
size_t imr_text_source(const imr_text *t, uint32_t at, bool after);

/* The offset in the source of an offset in `bytes`. */
size_t imr_text_of_byte(const imr_text *t, size_t byte);

/* A half-open range of the source: a span came from one, or from several where page breaks or
 * furniture lie between. */
typedef struct imr_range {
    size_t at, end;
} imr_range;

/* A piece of the clean text as the letter prints it. Writes to `out`, which has room for three
 * times the span's bytes; returns the bytes written. */
size_t imr_text_printed(const imr_text *t, imr_span span, char *out);

/* Where lines were last counted to; starts as {0}. */
typedef struct imr_position {
    size_t source, lines, start; /* whole lines before `source`, and where its line begins */
} imr_position;

/* Line and column (bytes), from 1, of a source offset. Counts on from *from where that lies before
 * it, so that ascending offsets cost one pass over the text together. */
void imr_text_position(const imr_text *t, imr_position *from, size_t source, size_t *line,
                       size_t *column);

/* ---- characters (text_char.c) ---------------------------------------------------------------- */

/* Cleans one line, a character at a time. Start it as imr_cleaner_of(line, size). */
typedef struct imr_cleaner {
    const char *line;
    uint32_t size, at;
    bool blank, begun;         /* white space was read but not given; something was given */
    bool folded;               /* a step that is printed otherwise was given */
    size_t converted, control; /* the first such byte in the line, SIZE_MAX until one is met */
} imr_cleaner;

static inline imr_cleaner imr_cleaner_of(const char *line, uint32_t size)
{
    return (imr_cleaner){.line = line, .size = size, .converted = SIZE_MAX, .control = SIZE_MAX};
}

/* Which source bytes became which clean bytes. */
typedef struct imr_step {
    uint32_t source, source_size, size;
    bool folded; /* the letter prints the source's bytes, which are UTF-8 */
    char bytes[4];
} imr_step;

/* The next clean character: a blank for a run of white space, else what one character of the
 * source becomes. False at the end of the line. */
bool imr_clean_step(imr_cleaner *c, imr_step *step);

/* The whole line at once; `out` has room for 3 * size bytes. Returns the bytes written. */
uint32_t imr_clean_line(imr_cleaner *c, char *out);

/* The length of the line break that stands inside a line at p (carriage return, form feed,
 * vertical tab, next line, line or paragraph separator), 0 where none does. */
size_t imr_inner_break(const char *p, size_t size);

/* The bytes of the valid UTF-8 sequence at p, 0 where there is none. */
size_t imr_utf8_length(const char *p, size_t size);

/* True where the character at p is white space; *length its bytes. */
bool imr_white(const char *p, size_t size, size_t *length);

/* UTF-16 to UTF-8: writes at most 3 * (size / 2) bytes + 3 to `out`; lone surrogates become
 * U+FFFD. Returns the bytes written. With `limit`, stops where `limit` bytes are written, and
 * *consumed tells how many source bytes they came from. */
size_t imr_from_utf16(const char *source, size_t size, bool big_endian, char *out, size_t limit,
                      size_t *consumed);

/* Tells UTF-16 by its byte order mark, or by zero bytes in every second place. */
bool imr_is_utf16(const char *source, size_t size, bool *big_endian, size_t *mark);

/* ---- many places at once (text_map.c) -------------------------------------------------------- */

/* Where the tracing stands; starts as {0}. Ascending places cost one pass over the text together.
 */
typedef struct imr_trace {
    bool begun;
    uint32_t line, clean; /* `step` made the clean bytes from `clean` on, in this line */
    imr_cleaner cleaner;
    imr_step step;
    uint32_t byte; /* of a text that was UTF-16: this byte comes from `source` */
    size_t source;
} imr_trace;

/* An end of a piece of the text: before the clean byte `at` of a line, or behind it; UINT32_MAX is
 * the end of the line. */
typedef struct imr_edge {
    uint32_t line, at;
    bool after;
} imr_edge;

/* A piece of a span that is one range of the source. */
typedef struct imr_piece {
    imr_edge from, to;
} imr_piece;

/* Takes the next piece off a span; false where nothing is left. */
bool imr_text_piece(const imr_text *t, imr_span *rest, imr_piece *piece);
size_t imr_text_edge(const imr_text *t, imr_trace *from, imr_edge edge);

/* ---- line ends (text_line.c) ----------------------------------------------------------------- */

/* For each ASCII character: a bit for each that may follow where page furniture begins with it, by
 * its last five bits. */
extern const uint32_t imr_furniture_begins[128];

static inline bool imr_begins_furniture(char first, char second)
{
    return (unsigned char)first >= 128 ||
           (imr_furniture_begins[(unsigned char)first] >> (second & 31) & 1) != 0;
}

/* The first words of furniture, by the last five bits of their first letter. */
typedef struct imr_furniture_words {
    char first[4], mask[4]; /* letters, and which of them count */
    uint8_t size; /* of all, behind which the next word stands; 0: they may end the line */
} imr_furniture_words;
enum { IMR_FURNITURE_WORDS = 3 }; /* that begin with one letter, at most */
extern const imr_furniture_words imr_furniture_first[32][IMR_FURNITURE_WORDS];

/* May what stands at low[at], behind the first words of furniture, go on in it? */
static inline bool imr_goes_on_as_furniture(const char *low, uint32_t size, uint32_t at)
{
    at += at < size && low[at] == ' ';
    if (at >= size)
        return true;
    switch (low[at]) {
    case 'n': /* case number */
    case 'o': /* of */
    case '#':
    case ',':
    case '/':
    case ':':
        return true;
    default:
        return imr_begins_furniture(low[at], at + 1 < size ? low[at + 1] : ' ');
    }
}

/* No running title is longer. */
#define IMR_TITLE_MAX 120

/* May a line of which that holds be furniture? Told by its size in the source, and by how it begins
 * when it is clean and in small letters, as its `low_size` bytes are. */
static inline bool imr_may_be_furniture(const char *low, uint32_t low_size, uint32_t size)
{
    if (size > IMR_TITLE_MAX)
        return false;
    if (imr_is_digit(*low)) { /* no page number has more than three */
        uint32_t digits = 1;
        while (digits < low_size && digits <= 3 && imr_is_digit(low[digits]))
            digits++;
        return digits <= 3 && imr_goes_on_as_furniture(low, low_size, digits);
    }
    if (low_size < 4 || !imr_is_lower(*low))
        return true;
    uint32_t head, first, mask;
    memcpy(&head, low, sizeof head);
    for (int i = 0; i < IMR_FURNITURE_WORDS; i++) {
        const imr_furniture_words *w = &imr_furniture_first[*low & 31][i];
        memcpy(&first, w->first, sizeof first);
        memcpy(&mask, w->mask, sizeof mask);
        if ((head & mask) == first &&
            (w->size == 0 || imr_goes_on_as_furniture(low, low_size, w->size)))
            return true;
    }
    return false;
}

/* May such a line be furniture that does not stand at the edge of a page? */
bool imr_may_be_furniture_anywhere(char first, uint32_t size);

/* Is the line page furniture: a page number or a running title? `edge`: it stands beside a page
 * break or between blank lines, `top`: nothing stands before it but other such lines. */
bool imr_is_furniture(const char *line, uint32_t size, bool edge, bool top);

/* The number that is all of the line, -1 where it is anything else. */
int imr_bare_number(const char *line, uint32_t size);

/* Is a case number all of the line? */
bool imr_bare_case_number(const char *line, uint32_t size);

/* Does the line end in a label of a header block, whose value stands elsewhere? */
bool imr_ends_in_label(const char *line, uint32_t size);

/* What is known inside a line whose breaks were lost; starts as {0}. */
typedef struct imr_inner {
    int page;          /* the last page whose number was met */
    int element;       /* the last number of a list */
    const char *title; /* the next running title, or the line's end */
} imr_inner;

/* The first furniture inside such a line: [*at, *end) from `p` on; false where there is none. A
 * page number counts only where it is the next one: others are of what is cited. */
bool imr_inner_furniture(imr_inner *in, const char *p, const char *stop, const char **at,
                         const char **end);

/* Where a line ended inside such a line, from `p` on, as far as that can be told: behind the hyphen
 * of a broken word, and before an element of a list. `stop` where nothing tells it. */
const char *imr_inner_end(imr_inner *in, const char *p, const char *stop);

typedef enum imr_join {
    IMR_JOIN_BLANK,  /* two words: a blank between the lines */
    IMR_JOIN_HYPHEN, /* one word with its hyphen */
    IMR_JOIN_WORD    /* one word: the hyphen goes */
} imr_join;

/* How a line joins the next one; its hyphen, which ends it, is not counted. `bytes`: the whole
 * source, where the word may stand elsewhere. */
imr_join imr_join_lines(const imr_knowledge *k, const char *bytes, size_t byte_count,
                        const char *line, size_t size, const char *next, size_t next_size);

#endif
