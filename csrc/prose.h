/* prose.h - the clinical summary as running text: its sentences, its dates, the people in it. */
#ifndef IMR_PROSE_H
#define IMR_PROSE_H

#include "ascii.h"
#include "date.h"
#include "search.h"
#include "stage.h"
#include "triples.h"

/* Sets the summary of the stage and its first sentence, which most fields are read from. */
void imr_prose_start(imr_stage *s);

/* The first sentence of `text`, its full stop included; it is taken off `text`. False where
 * nothing is left. An abbreviation's full stop ends none (Dr., vs., a single letter), nor does a
 * number's of a list (1.). */
bool imr_next_sentence(const imr_text *t, imr_span *text, imr_span *sentence);

/* The sentence that holds the offset `at`; it and all before it are taken off `text`. */
imr_span imr_sentence_with(const imr_text *t, imr_span *text, uint32_t at);

/* Words of which any may begin what is looked for: in lower case, letter case then ignored, or as
 * they must stand where the letter named is a capital. The text is searched once for each, by the
 * word's first letter and its rarest; where that is the first, by the last. */
typedef struct imr_anchor {
    const char *word;
    uint32_t rare; /* the place of that letter in the word */
    uint32_t at;   /* where the word stands next; 0 before the first search */
} imr_anchor;

/* The first place from `text.at` on where any of the anchors stands; NULL where none does. */
const imr_anchor *imr_next_anchor(const imr_text *t, imr_anchor *anchors, size_t count,
                                  imr_span text);

/* What the parts of the summary begin with that are read from words of their own, wherever they
 * stand: all are looked for in one pass. */
typedef struct imr_cue {
    const struct imr_cue *next; /* of its kind, behind it in the summary */
    uint32_t at;
} imr_cue;

/* The triples of letters by which the words are found; made once per parser. */
imr_triples imr_cue_triples(void);

/* Notes in the stage where they stand. */
void imr_find_cues(imr_stage *s, const imr_triples *triples);

/* The next word of the span, taken off it: letters, digits, and hyphens within. */
bool imr_next_word(const imr_text *t, imr_span *s, imr_span *word);

/* Lists of words: in lower case (letter case is ignored in the text), "modif*" for all that begin
 * so, sorted by their first letters, NULL at the end. Is the span one of the words? Which is the
 * first of them in it? */
bool imr_is_word(const imr_text *t, imr_span word, const char *const *list);
bool imr_has_word(const imr_text *t, imr_span s, const char *const *list, imr_span *word);

/* The same with the lists of words.def: is the span made of words alone that are in any of them;
 * which is its first such word? */
bool imr_only_in(const imr_stage *s, imr_span span, imr_lists lists);
bool imr_first_in(const imr_stage *s, imr_span span, imr_lists lists, imr_span *word);

/* A byte of what a pattern's \w is: a letter, a figure, an underscore. */
static inline bool imr_of_word(char c)
{
    return imr_is_letter(c) || imr_is_digit(c) || c == '_';
}

/* The last, or first, `most` bytes of the span, so that a sentence without an end costs no more
 * than others. */
static inline imr_span imr_last_of(imr_span s, uint32_t most)
{
    return s.end > s.at && s.end - s.at > most ? (imr_span){s.end - most, s.end} : s;
}

static inline imr_span imr_first_of(imr_span s, uint32_t most)
{
    return s.end > s.at && s.end - s.at > most ? (imr_span){s.at, s.at + most} : s;
}

/* Does the pattern match in the span? */
bool imr_says(const imr_stage *s, imr_pattern id, imr_span within);

/* Is what stands before `at` in its sentence about somebody else: a father, a child, a coworker? */
bool imr_of_another(const imr_stage *s, imr_span sentence, uint32_t at);

/* Sets a DATE key. An impossible date is noted instead, under the field's name, and false given. */
bool imr_set_date(const imr_stage *s, imr_record *r, int key, const char *field,
                  const imr_found_date *date);

/* Is the header block's date at `key` (of schema level `case`) this one? */
bool imr_header_agrees(const imr_stage *s, int key, imr_date date);

/* Where the summary gives no date, the header block's serves. */
void imr_date_of_header(const imr_stage *s, imr_record *r, int key, int header_key);

#endif
