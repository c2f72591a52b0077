#include "reader.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "alloc.h"
#include "reader_error.h"

/* Growth of a buffer for input whose size is not known. */
#define FIRST_READ ((size_t)64 << 10)
/* How long a named pipe may be without a writer, in milliseconds. */
#define PIPE_PATIENCE 1000
/* How many bytes of a path a message shows: its end, where the name is. */
#define SHOWN_PATH 400

/* ---- errors ------------------------------------------------------------------------------------
 */

imr_status imr_reader_refuse(imr_error *error, const char *code, const char *path,
                             const char *reason)
{
    if (error == NULL)
        return IMR_IO;
    size_t size = strlen(path), from = 0;
    if (size > SHOWN_PATH) {
        from = size - SHOWN_PATH;
        while (((unsigned char)path[from] & 0xC0) == 0x80)
            from++;
    }
    error->code = code;
    snprintf(error->message, sizeof error->message, "%s%s: %s", from != 0 ? "..." : "",
             size != 0 ? path + from : "\"\"", reason);
    return IMR_IO;
}

imr_status imr_reader_no_memory(imr_error *error, const char *path)
{
    imr_reader_refuse(error, "no-memory", path, "not enough memory to read it");
    return IMR_NO_MEMORY;
}

imr_status imr_reader_failed(imr_error *error, const char *path, int number)
{
    static const struct {
        int number;
        const char *code, *reason;
    } reasons[] = {
        {ENOENT, "not-found", "no such file"},
        {ENOTDIR, "not-found", "no such file: a part of the path is not a folder"},
        {EACCES, "permission-denied", "permission denied"},
        {EPERM, "permission-denied", "permission denied"},
        {EISDIR, "is-a-directory", "is a folder, not a file"},
        {ENXIO, "not-a-file", "is a socket or a device, not a file"},
        {ENODEV, "not-a-file", "is a socket or a device, not a file"},
        {ELOOP, "io-error", "too many symbolic links"},
        {ENAMETOOLONG, "io-error", "the path is too long"},
        {EMFILE, "io-error", "too many files are open"},
        {ENFILE, "io-error", "too many files are open"},
        {EIO, "io-error", "the disk or the network failed"},
    };
    if (number == ENOMEM)
        return imr_reader_no_memory(error, path);
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
        if (reasons[i].number == number)
            return imr_reader_refuse(error, reasons[i].code, path, reasons[i].reason);
    char reason[40];
    snprintf(reason, sizeof reason, "cannot be read (error %d)", number);
    return imr_reader_refuse(error, "io-error", path, reason);
}

/* ---- reading -----------------------------------------------------------------------------------
 */

/* Input being read. */
typedef struct source {
    const imr_allocator *allocator;
    int fd;
    const char *name;
    size_t expected; /* its size where that is known, else 0 */
    bool unopened;   /* a pipe that perhaps nobody has opened for writing yet */
} source;

/* Makes room for `need` bytes; on failure the old room and its bytes are still there. */
static imr_status reserve(const source *in, imr_bytes *bytes, size_t need, imr_error *error)
{
    if (need <= bytes->capacity)
        return IMR_OK;
    void *data = imr_realloc(in->allocator, bytes->data, bytes->capacity, need);
    if (data == NULL)
        return imr_reader_no_memory(error, in->name);
    bytes->data = data;
    bytes->capacity = need;
    return IMR_OK;
}

/* Waits until there is something to read, or nobody left to write it; -1: without end. True where
 * that came about. */
static bool await(int fd, int milliseconds)
{
    struct pollfd p = {.fd = fd, .events = POLLIN};
    int n;
    do
        n = poll(&p, 1, milliseconds);
    while (n < 0 && errno == EINTR);
    return n > 0;
}

/* As read(), but neither interrupted nor refused because nothing is there yet. */
static ssize_t read_some(int fd, char *to, size_t room)
{
    for (;;) {
        ssize_t n = read(fd, to, room);
        if (n >= 0)
            return n;
        if (errno == EAGAIN)
            await(fd, -1);
        else if (errno != EINTR)
            return -1;
    }
}

/* As read_some(). Before a pipe has a writer it reads as ended: that is given time to change. Where
 * a writer came and went, poll() says so at once. */
static imr_status read_patiently(const source *in, char *to, size_t room, ssize_t *n,
                                 imr_error *error)
{
    *n = read_some(in->fd, to, room);
    if (*n == 0 && in->unopened) {
        bool changed = await(in->fd, PIPE_PATIENCE);
        *n = read_some(in->fd, to, room);
        if (*n == 0 && !changed)
            return imr_reader_refuse(error, "not-a-file", in->name,
                                     "is a pipe that nobody writes to");
    }
    return *n < 0 ? imr_reader_failed(error, in->name, errno) : IMR_OK;
}

/* Reads on to the end, where *ended is set, or to the limit; what was read is counted in
 * bytes->size. */
static imr_status read_until(source *in, size_t max_bytes, imr_bytes *bytes, bool *ended,
                             imr_error *error)
{
    size_t first = in->expected != 0 ? in->expected : FIRST_READ;
    imr_status status = reserve(in, bytes, first < max_bytes ? first : max_bytes, error);
    ssize_t n = 0;
    *ended = false;
    while (status == IMR_OK && bytes->size < max_bytes) {
        size_t room = bytes->capacity < max_bytes ? bytes->capacity : max_bytes;
        if (bytes->size == room) {
            status = reserve(in, bytes, room > max_bytes / 2 ? max_bytes : room * 2, error);
            continue;
        }
        status = read_patiently(in, bytes->data + bytes->size, room - bytes->size, &n, error);
        if (status != IMR_OK)
            return status;
        in->unopened = false;
        bytes->size += (size_t)n;
        /* A file of known size needs no further call to learn that it has ended. */
        if (n == 0 || (in->expected != 0 && bytes->size == in->expected)) {
            *ended = true;
            return status;
        }
    }
    return status;
}

/* As read_until(); bytes->truncated tells whether there is more. */
static imr_status read_all(source *in, size_t max_bytes, imr_bytes *bytes, imr_error *error)
{
    bool ended;
    ssize_t n = 0;
    imr_status status = read_until(in, max_bytes, bytes, &ended, error);
    /* What a letter's limit has cut off may be the rest of a PDF, whose limit is another. */
    if (status == IMR_OK && !ended && imr_is_pdf(bytes->data, bytes->size) &&
        max_bytes <= IMR_PDF_MAX_BYTES) {
        max_bytes = IMR_PDF_MAX_BYTES + 1;
        status = read_until(in, max_bytes, bytes, &ended, error);
    }
    char beyond;
    if (status == IMR_OK && !ended)
        status = read_patiently(in, &beyond, 1, &n, error);
    bytes->truncated = status == IMR_OK && n > 0;
    return status;
}

static imr_status read_source(source *in, size_t max_bytes, imr_bytes *bytes, imr_error *error)
{
    if (in->allocator == NULL)
        in->allocator = &imr_default_allocator;
    bytes->size = 0;
    bytes->truncated = false;
    imr_status status = read_all(in, max_bytes, bytes, error);
    if (status != IMR_OK)
        bytes->size = 0;
    return status;
}

static imr_status read_path(const imr_allocator *a, const char *path, size_t max_bytes,
                            imr_bytes *bytes, imr_error *error)
{
    bytes->size = 0;
    bytes->truncated = false;
    int fd;
    /* Without O_NONBLOCK, opening a named pipe would wait for a writer without end. */
    do
        fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    while (fd < 0 && errno == EINTR);
    if (fd < 0)
        return imr_reader_failed(error, path, errno);
    source in = {.allocator = a, .fd = fd, .name = path};
    struct stat st;
    imr_status status;
    if (fstat(fd, &st) != 0) {
        status = imr_reader_failed(error, path, errno);
    } else if (S_ISREG(st.st_mode) || S_ISFIFO(st.st_mode)) {
        in.unopened = S_ISFIFO(st.st_mode);
        if (S_ISREG(st.st_mode) && st.st_size > 0)
            in.expected = (uintmax_t)st.st_size < SIZE_MAX ? (size_t)st.st_size : SIZE_MAX;
        status = read_source(&in, max_bytes, bytes, error);
    } else {
        status = imr_reader_failed(error, path, S_ISDIR(st.st_mode) ? EISDIR : ENXIO);
    }
    close(fd);
    return status;
}

imr_status imr_read_letter(const imr_allocator *a, const char *path, size_t max_bytes,
                           imr_bytes *bytes, bool *pdf, imr_error *error)
{
    /* Enough to know a PDF, whatever the limit of a text. */
    size_t least = max_bytes > IMR_PDF_HEAD ? max_bytes : IMR_PDF_HEAD;
    imr_status status = read_path(a, path, least, bytes, error);
    *pdf = status == IMR_OK && imr_is_pdf(bytes->data, bytes->size);
    if (!*pdf && bytes->size > max_bytes) {
        bytes->size = max_bytes;
        bytes->truncated = true;
    }
    return status;
}

void imr_bytes_free(const imr_allocator *a, imr_bytes *bytes)
{
    imr_free(a != NULL ? a : &imr_default_allocator, bytes->data, bytes->capacity);
    *bytes = IMR_BYTES_NONE;
}

bool imr_is_pdf(const char *bytes, size_t size)
{
    return size > 0 && memmem(bytes, size < IMR_PDF_HEAD ? size : IMR_PDF_HEAD, "%PDF-", 5) != NULL;
}
