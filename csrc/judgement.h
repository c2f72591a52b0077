/* judgement.h - what a sentence of a rationale concludes. */
#ifndef IMR_JUDGEMENT_H
#define IMR_JUDGEMENT_H

#include "clause.h"

typedef enum imr_judgement { IMR_NONE, IMR_NECESSARY, IMR_UNNECESSARY } imr_judgement;

/* *besides: it is said besides, and counts where nothing else does. */
typedef imr_judgement imr_judge(const imr_stage *s, imr_span sentence, imr_span *evidence,
                                bool *besides);

/* conclusion_necessity.c: what a sentence says of medical necessity; and the words of a judgement
 * in it that says no, with the no around them. */
imr_judge imr_judge_necessity;
imr_span imr_with_no(const imr_stage *s, imr_span sentence, imr_span words);

/* conclusion_plain.c: what the last sentence of a text says of it where its last words alone tell
 * that; the sentence is taken off the text. IMR_NONE: it has to be read clause by clause. */
imr_judgement imr_judge_plainly(const imr_stage *s, imr_span *text, imr_span *evidence);

typedef enum imr_said { IMR_SAYS_YES, IMR_SAYS_NO, IMR_SAYS_NO_BEHIND } imr_said;

/* conclusion_weighed.c: does the clause of the sentence, read to the words `necessary`, weigh
 * necessity without a judgement? */
bool imr_weighed(const imr_stage *s, const imr_clause *c, imr_span sentence, imr_span necessary,
                 imr_said says);

/* conclusion_weighed.c: "there is sufficient documentation to establish", before "medical
 * necessity". */
bool imr_suffices_to_show(const imr_text *t, const imr_clause *c);

/* conclusion_weighed.c: is it "show" or the like, which behind "to" may be a condition? */
bool imr_is_showing(const imr_text *t, imr_span word);

/* conclusion_decided.c: what a sentence decides of the request ("is not certified", "recommendation
 * is for denial"), and of the denial ("is upheld"). */
imr_judge imr_judge_request, imr_judge_denial;

#endif
