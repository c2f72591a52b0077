/* reader_error.h - what the reader says when a path cannot be read. */
#ifndef IMR_READER_ERROR_H
#define IMR_READER_ERROR_H

#include "imr.h"

/* Fills `error` (which may be NULL) for an errno: IMR_IO, or IMR_NO_MEMORY for ENOMEM. */
imr_status imr_reader_failed(imr_error *error, const char *path, int number);

/* "PATH: REASON" under a code of reader.h; always IMR_IO. */
imr_status imr_reader_refuse(imr_error *error, const char *code, const char *path,
                             const char *reason);

imr_status imr_reader_no_memory(imr_error *error, const char *path);

#endif
