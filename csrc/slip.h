/* slip.h - headings, labels and decisions that do not stand in the text as the form prints them.
 *
 * Loosely read, letter case and blanks count for nothing, so that "CLINICALCASESUMMARY" and
 * "C L I N I C A L  Case summary" are the heading that they are. Slips are what character
 * recognition takes for something else: "CLlNICAL CASE SUMMARY", "Clairns Administrator
 * guideline;". Both are asked for only where something is missing from the exact reading, and
 * both take time in proportion to the text.
 */
#ifndef IMR_SLIP_H
#define IMR_SLIP_H

#include "ascii.h"
#include "form.h"
#include "text.h"

/* A place where a heading or a label may begin, as imr_mark_may_begin finds it. */
typedef struct imr_mark_place {
    const imr_text *text;
    imr_span within;
    uint32_t at;
    bool line;   /* is it a line's start? */
    bool inside; /* were the breaks of its line lost, so that marks stand inside? */
    bool slips;  /* may what stands there be misread? */
    int head_count;
    char head[16]; /* its first ten letters, where it may */
} imr_mark_place;

/* The first eight letters of a mark, packed. */
uint64_t imr_mark_head(const char *text);

/* Do a mark's first letters tell that it cannot stand at the place, which may be misread? */
bool imr_mark_is_other(const imr_mark_place *p, uint64_t head);

/* Fills in the place `at` on line number `line`, where what stands there may be misread. */
void imr_mark_place_at(imr_mark_place *p, const imr_text *t, uint32_t line, uint32_t at,
                       imr_span within, bool slips);

/* May a heading or a label begin at `at`: behind a blank, or where a blank was lost? */
static inline bool imr_mark_may_begin(const imr_text *t, uint32_t at, imr_span within)
{
    char c = t->clean[at];
    if (c == ' ')
        return false;
    if (at == within.at || t->clean[at - 1] == ' ')
        return true;
    return imr_is_upper(c) && !imr_is_upper(t->clean[at - 1]);
}

/* Reads a form's heading or label at a place. What prose says of a summary or of a rationale is
 * neither. Returns the end, 0 where it does not stand there; *slipped tells whether it is misread.
 */
uint32_t imr_read_mark(const imr_mark_place *p, const imr_form_mark *mark, bool *slipped);

/* Reads `words` (in lower case) at `at` with as many slips as their length bears. Returns the end,
 * 0 where they do not stand there. */
uint32_t imr_read_slipped(const imr_text *t, uint32_t at, uint32_t end, const char *words);

/* By how many letters a reading of so many may be longer or shorter, at most. */
static inline int imr_slipped_letters(int count)
{
    return count < 16 ? count / 4 : 4;
}

/* Does the line end in a decision? */
bool imr_line_decides(const char *clean, const imr_line *line);

/* How many lines of the span end in a decision? Where there are more of them than issues, labels
 * were missed that one issue has after the other. */
uint32_t imr_decided_lines(const imr_text *t, imr_span within);

#endif
