/* text_split.h - what is known while a text is split into lines.
 *
 *     text.c          bytes -> lines -> clean text
 *     text_settle.c   what of the line before is settled when the next one is known
 */
#ifndef IMR_TEXT_SPLIT_H
#define IMR_TEXT_SPLIT_H

#include "text.h"

/* What the line that was kept last may still need, when the next one is known. */
enum {
    IMR_OPEN_MAY_BE_FURNITURE = 1,
    IMR_OPEN_BEHIND_FURNITURE = 2, /* what was dropped before it is still to be added to it */
    IMR_OPEN_ENDS_IN_HYPHEN = 4    /* in any, also in one that is cleaned away */
};

/* There is always room for the rest of the text, were it all plain: such lines are copied to where
 * they go before anything is known of them, and many stay there. */
typedef struct imr_splitter {
    imr_text_buffers *buffers;
    const imr_knowledge *knowledge;
    imr_text *text;
    size_t next;    /* where in the clean text the next line goes: a blank stands before it */
    uint32_t count; /* lines so far */
    uint32_t gap;   /* blank lines before the next line */
    uint16_t flags; /* of the next line */
    unsigned open;  /* what is open about the last line */
    int page;       /* the last bare page number */
    uint16_t dropped_gap, dropped_flags; /* left behind by dropped lines */
    imr_inner inner;                     /* of the lines whose breaks were lost */
} imr_splitter;

/* Blank lines, as a line holds them. */
static inline uint16_t imr_gap(uint32_t gap, uint32_t more)
{
    return (uint16_t)(gap + more < UINT16_MAX ? gap + more : UINT16_MAX);
}

/* Is there more to settle about page furniture than a hyphen? */
static inline bool imr_furniture_is_open(const imr_splitter *s)
{
    return (s->open & (IMR_OPEN_MAY_BE_FURNITURE | IMR_OPEN_BEHIND_FURNITURE)) != 0;
}

/* Settles whether the last line is a page number or a running title, `after` blank lines being
 * behind it and `ended` telling of a page's end there. */
void imr_settle_furniture(imr_splitter *s, uint16_t after, bool ended);

/* Settles what is open about the last line, behind which `line` follows. The `size` clean bytes of
 * that stand where it would go if nothing were, and are moved to where they belong. */
void imr_settle_joint(imr_splitter *s, const char *line, uint32_t source_size, uint32_t size);

/* A soft hyphen at its end says that the word goes on; it is cleaned away by now. */
bool imr_ends_in_soft_hyphen(const imr_text *t, const imr_line *line);

#endif
