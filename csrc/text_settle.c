/* text_settle.c - what is open about a line until the next one is known: a word broken at its end,
 * and whether it is page furniture. */
#include <string.h>

#include "text_split.h"

/* ---- words broken at line ends --------------------------------------------------------------- */

static bool word_byte(char c)
{
    return imr_is_letter(c) || imr_is_digit(c) || (unsigned char)c >= 0x80;
}

bool imr_ends_in_soft_hyphen(const imr_text *t, const imr_line *line)
{
    const char *end = t->bytes + line->source + line->source_size;
    if (line->source_size < 2 || end[-1] != '\xAD')
        return false;
    /* in UTF-8, or a byte of Windows-1252 and not the end of another character */
    return end[-2] == '\xC2' || (unsigned char)end[-2] < 0x80;
}

static bool ends_in_hyphen(const imr_text *t, const char *clean, const imr_line *line)
{
    return clean[line->at + line->size - 1] == '-' || imr_ends_in_soft_hyphen(t, line);
}

/* Settles how a line that ends in a hyphen goes on in the next one. */
static imr_join join_lines(const imr_text *t, const imr_knowledge *k, const char *clean,
                           const imr_line *line, const char *next, uint32_t next_size)
{
    if (imr_ends_in_soft_hyphen(t, line))
        return IMR_JOIN_HYPHEN; /* there is none left to keep */
    if (line->size < 2 || !word_byte(clean[line->at + line->size - 2]))
        return IMR_JOIN_BLANK;
    /* The word is looked for nearby: no farther than a letter is long, so that the time stays in
     * proportion to the text. */
    enum { NEARBY = 32 << 10 };
    uint32_t from = line->source > NEARBY ? line->source - NEARBY : 0;
    uint32_t end = t->byte_count - line->source > NEARBY ? line->source + NEARBY : t->byte_count;
    return imr_join_lines(k, t->bytes + from, end - from, clean + line->at, line->size - 1, next,
                          next_size);
}

/* ---- page furniture -------------------------------------------------------------------------- */

/* More blank lines than any layout sets between paragraphs: a page ends there. */
enum { PAGE_GAP = 4 };

/* Is a bare number the number of the page that follows `page`? It must stand where pages end:
 * above more blank lines than there are between lines, or under a running title. */
static bool next_page(int number, int page, uint16_t after, bool titled)
{
    return (titled || after >= 3) && (page == 0 ? number >= 1 && number <= 3 : number == page + 1);
}

/* Is the line the case number that some pages print at their head? In a header block it stands
 * behind a label, or among values. */
static bool running_case_number(const imr_text *t, const imr_line *before, const imr_line *line,
                                bool fed)
{
    const char *text = t->bytes + before->source;
    return imr_bare_case_number(t->bytes + line->source, line->source_size) &&
           (fed || !imr_is_digit(text[before->source_size - 1])) &&
           !imr_ends_in_label(text, before->source_size);
}

/* A running title with more than plain characters is looked at as it will be: without its soft
 * hyphens. The edges of pages are few, and so are lines that begin as one. */
static bool is_furniture(const char *text, const imr_line *line, bool edge, bool top)
{
    char clean[3 * IMR_TITLE_MAX];
    uint32_t size = line->source_size;
    if (!(line->flags & IMR_LINE_ODD) || size > IMR_TITLE_MAX ||
        !(edge || (text[0] == 'F' && size > 2 && text[1] == 'i')))
        return imr_is_furniture(text, size, edge, top);
    imr_cleaner c = imr_cleaner_of(text, size);
    size = imr_clean_line(&c, clean);
    return size > 0 && imr_is_furniture(clean, size, edge, top);
}

/* Takes the last line away, and what its joint with the line before it did to that one. */
static void take_back(imr_splitter *s)
{
    imr_text *t = s->text;
    imr_line *line = &s->buffers->lines[--s->count];
    char *clean = s->buffers->clean, *low = s->buffers->low;
    s->next = 0;
    s->open = 0;
    if (t->converted != SIZE_MAX && t->converted >= line->source)
        t->converted = SIZE_MAX;
    if (t->control != SIZE_MAX && t->control >= line->source)
        t->control = SIZE_MAX;
    if (s->count == 0)
        return;
    imr_line *before = line - 1;
    uint32_t end = before->at + before->size;
    if (before->flags & IMR_LINE_HYPHEN) {
        clean[end] = low[end] = '-';
        before->flags &= (uint16_t)~IMR_LINE_HYPHEN;
        before->size++;
        end++;
    }
    clean[end] = low[end] = ' ';
    s->next = end + 1;
    s->open = ends_in_hyphen(t, clean, before) ? IMR_OPEN_ENDS_IN_HYPHEN : 0;
}

void imr_settle_furniture(imr_splitter *s, uint16_t after, bool ended)
{
    const imr_text *t = s->text;
    imr_line *line = &s->buffers->lines[s->count - 1];
    const char *text = t->bytes + line->source;
    uint16_t dropped = s->dropped_flags;
    s->open &= ~(unsigned)(IMR_OPEN_MAY_BE_FURNITURE | IMR_OPEN_BEHIND_FURNITURE);
    bool first = s->count == 1;
    bool alone = (line->gap >= 2 && after >= 2) || line->gap >= PAGE_GAP || after >= PAGE_GAP;
    bool fed = ((line->flags | dropped) & IMR_LINE_PAGE) != 0;
    bool edge = alone || fed || ended;
    if (!edge && dropped == 0 && !imr_may_be_furniture_anywhere(*text, line->source_size))
        return;
    int number = line->source_size <= 3 ? imr_bare_number(text, line->source_size) : -1;
    if (is_furniture(text, line, edge, first) ||
        (edge && !first && running_case_number(t, line - 1, line, fed)) ||
        (number > 0 && !first &&
         next_page(number, s->page, after, (dropped & IMR_LINE_DROPPED) != 0))) {
        if (number > 0)
            s->page = number;
        s->dropped_gap = imr_gap(s->dropped_gap, line->gap);
        s->dropped_flags |= (uint16_t)((line->flags & IMR_LINE_PAGE) | IMR_LINE_DROPPED);
        take_back(s);
        return;
    }
    line->gap = imr_gap(line->gap, s->dropped_gap);
    line->flags |= dropped;
    s->dropped_gap = s->dropped_flags = 0;
}

/* ---- both ------------------------------------------------------------------------------------ */

void imr_settle_joint(imr_splitter *s, const char *line, uint32_t source_size, uint32_t size)
{
    char *clean = s->buffers->clean, *low = s->buffers->low;
    size_t from = s->next;
    if (imr_furniture_is_open(s))
        imr_settle_furniture(s, imr_gap(s->gap, 0), (s->flags & IMR_LINE_PAGE) != 0);
    if (s->open & IMR_OPEN_ENDS_IN_HYPHEN) {
        imr_line *last = &s->buffers->lines[s->count - 1];
        switch (join_lines(s->text, s->knowledge, clean, last, line, source_size)) {
        case IMR_JOIN_BLANK:
            break;
        case IMR_JOIN_WORD:
            s->next -= 2;
            last->size--;
            last->flags |= IMR_LINE_HYPHEN;
            break;
        case IMR_JOIN_HYPHEN:
            s->next--;
            break;
        }
    }
    if (s->next != from) {
        memmove(clean + s->next, clean + from, size);
        memmove(low + s->next, low + from, size);
    }
}
