/* stage.h - what the stages behind the outline work with. */
#ifndef IMR_STAGE_H
#define IMR_STAGE_H

#include "names.h"
#include "outline.h"
#include "pattern.h"
#include "words.h"

/* What a word of the summary may tell of (prose.h). */
typedef enum imr_cue_kind {
    IMR_CUE_REVIEW,
    IMR_CUE_DIAGNOSIS,
    IMR_CUE_TREATED,    /* " for": only where somebody is treated or followed before */
    IMR_CUE_CUMULATIVE, /* trauma */
    IMR_CUES
} imr_cue_kind;

/* What the stages of one letter work with. */
typedef struct imr_stage {
    imr_document *doc;
    imr_outline *outline;
    const imr_knowledge *knowledge;
    const uint32_t *seconds[IMR_TABLES]; /* see imr_knowledge_seconds */
    const imr_patterns *patterns;
    const imr_words *words, *terms;
    const imr_names *names;
    imr_matcher *matcher;
    imr_memory *memory; /* of names in `low` texts */
    size_t max_issues;
    imr_span prose, opening; /* the clinical case summary, and its first sentence; may be empty */
    const struct imr_cue *cues[IMR_CUES]; /* where such words stand there, in order */
} imr_stage;

/* A match in the letter's text; false where there is none or a limit was hit (which the parser
 * notes). */
bool imr_stage_match(const imr_stage *s, imr_pattern id, imr_span within, imr_match *out);

/* The lists of words.def that a word of the letter is in, and those of terms.def. */
static inline imr_lists imr_stage_word(const imr_stage *s, imr_span word)
{
    return imr_word_lists(s->words, s->doc->text, word);
}

/* Is the word in any of the lists? Where it mostly is in none this is quicker. */
static inline bool imr_stage_word_is(const imr_stage *s, imr_span word, imr_lists lists)
{
    return (imr_word_may_be_in(s->words, s->doc->text, word.at) & lists) != 0 &&
           (imr_stage_word(s, word) & lists) != 0;
}

static inline imr_lists imr_stage_term(const imr_stage *s, imr_span word)
{
    return imr_word_lists(s->terms, s->doc->text, word);
}

#endif
