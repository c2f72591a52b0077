/* pdf.h - the text of a PDF, by the program pdftotext (Debian: poppler-utils).
 *
 * The PDF's bytes go to the program through a socket and its text comes back through a pipe: no
 * name of a file is ever an argument, and there are no temporary files. An extraction is a step by
 * step affair, so that one thread can attend to many and a signal can end the wait:
 *
 *     imr_pdf *job;
 *     if (imr_pdf_start(NULL, "letter.pdf", bytes, size, NULL, &job, &error) == IMR_OK) {
 *         while (!imr_pdf_done(job))
 *             imr_pdf_wait(&job, 1);
 *         status = imr_pdf_result(job, &text, &error);
 *         imr_pdf_free(job);
 *     }
 *
 * Errors are IMR_NO_MEMORY, or IMR_IO with one of these codes:
 *   "no-pdftotext"   the program is not there
 *   "encrypted"      a password is wanted
 *   "damaged-pdf"    cut off, or no PDF beyond its first bytes
 *   "no-text-layer"  pictures of pages
 *   "timed-out"  "too-large"
 *   "io-error"       the system could not start a program
 * Nothing is shared: different threads may run extractions of their own at the same time. Signal
 * handlers and masks stay as they are; every process that was started is waited for.
 */
#ifndef IMR_PDF_H
#define IMR_PDF_H

#include "reader.h"

typedef struct imr_pdf imr_pdf; /* one extraction under way */

#define IMR_PDF_MILLISECONDS 60000 /* default: a letter takes about 10 */

typedef struct imr_pdf_limits {
    size_t max_bytes;      /* of text; 0: IMR_MAX_BYTES */
    unsigned milliseconds; /* 0: IMR_PDF_MILLISECONDS */
} imr_pdf_limits;

/* True where pdftotext is found in the folders of PATH, now. */
bool imr_has_pdftotext(void);

/* Starts to extract. `bytes` must live as long as the job; `name`, for messages, is copied.
 * `limits` NULL: the defaults. *out is owned by the caller: imr_pdf_free. */
imr_status imr_pdf_start(const imr_allocator *a, const char *name, const char *bytes, size_t size,
                         const imr_pdf_limits *limits, imr_pdf **out, imr_error *error);

/* Attends to all jobs (at most IMR_PDF_JOBS) until one of them that was under way is done, or
 * something has happened: it is to be called in a loop. False where a signal came. */
#define IMR_PDF_JOBS 256
bool imr_pdf_wait(imr_pdf *const *jobs, size_t count);
bool imr_pdf_done(const imr_pdf *job);

/* Of a job that is done: moves the text to *text (to be freed with the job's allocator), or says
 * why there is none. To be called once. */
imr_status imr_pdf_result(imr_pdf *job, imr_bytes *text, imr_error *error);

/* Ends the program where it still runs. Ignores NULL. */
void imr_pdf_free(imr_pdf *job);

#endif
