/* extract.h - the texts of many files, PDFs among them, in the order in which they were added.
 *
 * A queue: files are added at its end and texts taken from its front, and so many programs as it
 * may start work on what lies between. One thread attends to all of them; a queue belongs to one
 * thread at a time.
 */
#ifndef IMR_EXTRACT_H
#define IMR_EXTRACT_H

#include "pdf.h"

typedef struct imr_extractor imr_extractor;

/* `processes`: how many programs may run at once, 1 to IMR_PDF_JOBS. `limits` NULL: the defaults;
 * text files are cut off at their max_bytes with the error "too-large" as well. */
imr_status imr_extractor_new(const imr_allocator *a, size_t processes, const imr_pdf_limits *limits,
                             imr_extractor **out);
/* Ends what still runs. Ignores NULL. */
void imr_extractor_free(imr_extractor *e);

/* Whether the queue holds as many files as it is meant to: it works ahead of the front, but does
 * not fill the memory where one PDF takes long. */
bool imr_extractor_full(const imr_extractor *e);
bool imr_extractor_empty(const imr_extractor *e);

/* Adds a file at the end. IMR_NO_MEMORY, or IMR_BAD_ARGUMENT where the queue is full. */
imr_status imr_extractor_add(imr_extractor *e, const char *path, imr_error *error);

/* Works until the front's text is there. False where a signal came first, to be called again then,
 * and for an empty queue. */
bool imr_extractor_work(imr_extractor *e);

/* Of a front whose text is there: gives it as UTF-8 (text files too, whatever they are in), which
 * lives until the next such call; or says why there is none. Either way the front is gone. */
imr_status imr_extractor_take(imr_extractor *e, const char **text, size_t *size, imr_error *error);

#endif
