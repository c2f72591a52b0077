/* reader.h - paths to bytes: reads files, and finds the letters of a folder.
 *
 * Errors are IMR_IO with one of these codes and a message that begins with the path:
 *   "not-found"  "permission-denied"  "is-a-directory"  "not-a-file"  "io-error"
 * or IMR_NO_MEMORY (code "no-memory"). `error` may be NULL everywhere. Every descriptor is closed
 * on exec. Nothing here is shared: different threads may call everything at the same time.
 */
#ifndef IMR_READER_H
#define IMR_READER_H

#include "imr.h"

/* What was read. Start with IMR_BYTES_NONE; may be used for one file after the other, and keeps
 * its memory in between. `data` is not NUL-terminated, and NULL where nothing was ever read. */
typedef struct imr_bytes {
    char *data;
    size_t size;
    size_t capacity;
    bool truncated; /* there was more than the limit allowed */
} imr_bytes;

#define IMR_BYTES_NONE ((imr_bytes){NULL, 0, 0, false})

/* Gives the memory back; `a` as it was read with. Leaves IMR_BYTES_NONE. */
void imr_bytes_free(const imr_allocator *a, imr_bytes *bytes);

/* True where the bytes are a PDF, by their content: "%PDF-" within the first IMR_PDF_HEAD. */
bool imr_is_pdf(const char *bytes, size_t size);

#define IMR_PDF_HEAD ((size_t)1024)
#define IMR_PDF_MAX_BYTES ((size_t)64 << 20)

/* Reads a file, at most max_bytes of it. Pipes are read too (a shell's <(command) is one), but a
 * named pipe that nobody opens for writing within a second, a socket or a device is "not-a-file".
 * After an error `bytes` is empty and still to be freed. `path` may be "-" only for a file of
 * that name. The file may be a PDF: *pdf says so. Of a PDF all bytes are read whatever max_bytes
 * is, or IMR_PDF_MAX_BYTES and one more, which imr_pdf_start refuses. */
imr_status imr_read_letter(const imr_allocator *a, const char *path, size_t max_bytes,
                           imr_bytes *bytes, bool *pdf, imr_error *error);

/* ---- folders --------------------------------------------------------------------------------- */

/* A file found, or a place that could not be looked into: then `code` and `message` are those of
 * an error; else both are NULL. */
typedef struct imr_found {
    const char *path;
    const char *code;
    const char *message;
} imr_found;

/* A walk through what a path names. A file (whatever its name) is all there is to find; of a folder
 * the files below it are, subfolders in their place among the names, which are compared bytewise
 * within each folder. Only names in .txt and .pdf (any case) are given, and nothing hidden;
 * with `all` every regular file. Links are followed, but not into a folder that the walk is in
 * already.
 *
 * A path that there is none of, and that has one of * ? [ in it, is a pattern: a shell's, each part
 * between slashes matched for itself, a leading period only by a period; a backslash is a character
 * like others. What matches is walked as if named, in the same order; where nothing does, that is
 * found as "not-found".
 *
 * Holds no descriptor between calls, and of names only those of the folders that it is in. */
typedef struct imr_walk imr_walk;

/* *out is owned by the caller (imr_walk_free, which ignores NULL). Where `path` itself cannot be
 * looked into that is an error here. */
imr_status imr_walk_new(const imr_allocator *a, const char *path, bool all, imr_walk **out,
                        imr_error *error);
void imr_walk_free(imr_walk *walk);

/* The next file; found->path is NULL after the last. What *found points to belongs to the walk and
 * lives until its next call. The one possible error is IMR_NO_MEMORY; the call may be repeated. */
imr_status imr_walk_next(imr_walk *walk, imr_found *found);

#endif
