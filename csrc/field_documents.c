/* field_documents.c - the list of the documents reviewed.
 *
 * Each is a line of its own, mostly behind a bullet or a number; where lines are wrapped, what
 * follows without one goes on. Where all line breaks were lost the bullets are left.
 */
#include <string.h>

#include "ascii.h"
#include "fields.h"
#include "issue.h"

/* Behind a bullet or the number of an element at `at`; `at` where there is none. */
static uint32_t behind_bullet(const imr_text *t, uint32_t at, uint32_t end)
{
    static const char *const bullets[] = {"\xE2\x80\xA2",
                                          "\xEF\x82\xB7",
                                          "\xE2\x96\xAA",
                                          "\xE2\x97\x8F",
                                          "\xE2\x97\xA6",
                                          "\xE2\x80\xA3",
                                          "\xE2\x81\x83",
                                          "\xEF\x82\xA7",
                                          "\xE2\x80\x93",
                                          "\xE2\x80\x94",
                                          "\xC2\xB7",
                                          "-",
                                          "*",
                                          "o "};
    uint32_t next = at;
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets && next == at; i++) {
        uint32_t size = (uint32_t)strlen(bullets[i]);
        if (end - at > size && memcmp(t->clean + at, bullets[i], size) == 0)
            next = at + size;
    }
    if (next == at) {
        uint32_t digit = at + (t->clean[at] == '(');
        uint32_t stop = digit;
        while (stop < end && stop < digit + 2 && t->clean[stop] >= '0' && t->clean[stop] <= '9')
            stop++;
        if (stop > digit && stop + 1 < end && strchr(".)", t->clean[stop]) != NULL &&
            t->clean[stop + 1] == ' ')
            next = stop + 1;
    }
    while (next > at && next < end && t->clean[next] == ' ')
        next++;
    return next;
}

/* Between the elements of a list whose line breaks were lost; `dash` is what they have. */
static bool inner_bullet(const imr_text *t, uint32_t at, uint32_t end, bool dash)
{
    if (t->clean[at - 1] != ' ')
        return false;
    uint32_t next = behind_bullet(t, at, end);
    if (next == at || t->clean[at] == 'o' || t->clean[at] == '(' || t->clean[at] == '*' ||
        (t->clean[at] >= '0' && t->clean[at] <= '9'))
        return false;
    if (t->clean[at] == '-' || (unsigned char)t->clean[at + 2] == 0x93 ||
        (unsigned char)t->clean[at + 2] == 0x94)
        return dash && t->clean[next - 1] == ' ';
    return true;
}

static void add(const imr_stage *s, imr_span element)
{
    const imr_text *t = s->doc->text;
    element = imr_trim(t, element);
    while (!imr_empty(element) && strchr(";, ", t->clean[element.end - 1]) != NULL)
        element.end--;
    imr_add_string(s->doc, s->doc->root, IMR_document_documents, t->clean + element.at,
                   imr_empty(element) ? 0 : element.end - element.at, element);
}

/* Where the element with the number begins in a list on one line; *element is behind the number. */
static uint32_t numbered(const imr_text *t, imr_span rest, uint32_t number, uint32_t *element)
{
    for (uint32_t at = rest.at; at < rest.end; at++)
        if (imr_is_digit(t->clean[at]) && t->clean[at - 1] == ' ' &&
            imr_count_at(t, at, rest.end, element) == number)
            return at;
    return IMR_NOWHERE;
}

/* The widest of the lines: what has no room on one goes on in the next. */
static uint32_t widest(const imr_text *t, uint32_t first, uint32_t last)
{
    uint32_t width = 0;
    for (uint32_t i = first; i <= last; i++)
        if (t->lines[i].size > width)
            width = t->lines[i].size;
    return width;
}

/* Does a line without a bullet go on with the element of the line before? */
static bool continues(const imr_text *t, const imr_line *line, uint32_t width, uint16_t gap)
{
    const imr_line *before = line - 1;
    char first = t->clean[line->at], last = t->clean[before->at + before->size - 1];
    if (line->gap > gap && !(line->flags & (IMR_LINE_PAGE | IMR_LINE_DROPPED)))
        return false;
    uint32_t word = 0;
    while (word < line->size && t->clean[line->at + word] != ' ')
        word++;
    return (first >= 'a' && first <= 'z') || first == '(' || last == ',' || last == '-' ||
           (before->size + 1 + word > width);
}

/* The elements of a list whose line breaks were lost, but the last, which *element becomes. */
static void split_line(const imr_stage *s, imr_span line, imr_span *element, bool dash)
{
    const imr_text *t = s->doc->text;
    uint32_t number = 2, behind;
    if (imr_count_at(t, line.at, line.end, &behind) == 1)
        while ((element->end = numbered(t, (imr_span){element->at, line.end}, number++, &behind)) !=
               IMR_NOWHERE) {
            add(s, *element);
            element->at = behind;
        }
    for (uint32_t k = element->at + 1; k + 2 < line.end; k++)
        if (inner_bullet(t, k, line.end, dash)) {
            element->end = k;
            add(s, *element);
            element->at = k = behind_bullet(t, k, line.end);
        }
}

void imr_field_documents(const imr_stage *s)
{
    enum { NEARBY = 14 }; /* lines before the list that tell how wide lines are */
    const imr_text *t = s->doc->text;
    const imr_outline *o = s->outline;
    if (!o->has[IMR_DOCUMENTS])
        return;
    imr_span list = imr_trim(t, o->parts[IMR_DOCUMENTS]);
    if (imr_empty(list))
        return;
    uint32_t first = imr_text_line(t, list.at), last = imr_text_line(t, list.end - 1);
    uint32_t width = widest(t, first > NEARBY ? first - NEARBY : 0, last);
    uint16_t gap = UINT16_MAX;
    bool bullets = behind_bullet(t, list.at, list.end) > list.at;
    bool dash = t->clean[list.at] == '-' || (unsigned char)t->clean[list.at] == 0xE2;
    for (uint32_t i = first + 1; i <= last; i++)
        gap = t->lines[i].gap < gap ? t->lines[i].gap : gap;
    imr_span element = {behind_bullet(t, list.at, list.end), 0};
    if (first == last)
        split_line(s, list, &element, dash);
    for (uint32_t i = first + 1; i <= last; i++) {
        const imr_line *line = &t->lines[i];
        uint32_t next = behind_bullet(t, line->at, line->at + line->size);
        if (next == line->at && (bullets || continues(t, line, width, gap)))
            continue;
        element.end = line->at;
        add(s, element);
        element.at = next;
    }
    element.end = list.end;
    add(s, element);
}
