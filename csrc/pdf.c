#include "pdf.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "alloc.h"
#include "reader_error.h"

#define PROGRAM "pdftotext"
#define FIRST_TEXT ((size_t)16 << 10)
/* What is kept of the program's complaints. */
#define SAID 1000
/* A whole PDF has its end mark in so many last bytes, by the specification. */
#define TAIL 1024
/* How often to look whether a program that has closed its output has ended, in milliseconds. */
#define ENDING 2

typedef enum fate { RUNNING, ENDED, TIMED_OUT, TOO_LARGE, NO_MEMORY } fate;

struct imr_pdf {
    imr_allocator allocator;
    char *name;
    const char *bytes;
    size_t size, sent;
    bool whole;       /* the PDF has its end mark */
    pid_t pid;        /* 0 once it was waited for */
    int status;       /* as waitpid() gives it; -1 where somebody else has taken it */
    int in, out, err; /* our ends; -1 once closed */
    imr_bytes text;
    char said[SAID + 1];
    size_t said_size;
    size_t max_bytes;
    unsigned milliseconds;
    int64_t deadline;
    fate fate;
};

static int64_t now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void shut(int *fd)
{
    if (*fd >= 0)
        close(*fd);
    *fd = -1;
}

/* ---- starting ----------------------------------------------------------------------------------
 */

bool imr_has_pdftotext(void)
{
    const char *path = getenv("PATH");
    if (path == NULL)
        path = "/bin:/usr/bin";
    for (;;) {
        char file[4096];
        int length = (int)strcspn(path, ":");
        int n = snprintf(file, sizeof file, "%.*s/" PROGRAM, length > 0 ? length : 1,
                         length > 0 ? path : ".");
        struct stat st;
        if (n > 0 && (size_t)n < sizeof file && access(file, X_OK) == 0 && stat(file, &st) == 0 &&
            S_ISREG(st.st_mode))
            return true;
        if (path[length] == '\0')
            return false;
        path += length + 1;
    }
}

/* The program's ends of the three streams may be none of 0, 1 and 2, which they are to become:
 * so they would be where the caller has closed its own. */
static bool out_of_the_way(int *fd)
{
    if (*fd > 2)
        return true;
    int higher = fcntl(*fd, F_DUPFD_CLOEXEC, 3);
    if (higher < 0)
        return false;
    close(*fd);
    *fd = higher;
    return true;
}

/* Opens the streams: ours in the job, the program's in `theirs`. The result is an errno. */
static int open_streams(imr_pdf *job, int theirs[3])
{
    int in[2], out[2], err[2];
    /* A socket, since writing to one that is closed need not raise a signal. */
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, in) != 0)
        return errno;
    job->in = in[0];
    theirs[0] = in[1];
    if (pipe2(out, O_CLOEXEC) != 0)
        return errno;
    job->out = out[0];
    theirs[1] = out[1];
    if (pipe2(err, O_CLOEXEC) != 0)
        return errno;
    job->err = err[0];
    theirs[2] = err[1];
    for (int i = 0; i < 3; i++)
        if (!out_of_the_way(&theirs[i]))
            return errno;
    const int ours[] = {job->in, job->out, job->err};
    for (int i = 0; i < 3; i++)
        if (fcntl(ours[i], F_SETFL, fcntl(ours[i], F_GETFL) | O_NONBLOCK) != 0)
            return errno;
    return 0;
}

/* Which of the three ways of extraction was measured: spec/pdf/measure.lua lays the letters of
 * spec/letters out as PDF in eight looks (46 of the 48, the standard fonts lack characters of two),
 * extracts each in each way, and compares the documents with those of the texts. Alike are
 *   default   41 of 46 in every look: it joins words that are broken at a line's end and drops
 *             hyphens that belong to them ("anti-inflammatory", "semi-electric")
 *   -raw      46 of 46 in seven looks, 1 of 46 where the bold words of a page are drawn after all
 *             others: it keeps the order of drawing, which is each producer's own
 *   -layout   46 of 46 in all eight: what stands on one line of the page stays on one line
 * All take the same time, about 10 ms a letter, most of it to start the program. */
static const char *const arguments[] = {
    PROGRAM, "-layout", "-enc", "UTF-8", "-eol", "unix", "-", "-", NULL,
};

/* Where the host is killed nobody is left to keep the time: then the system ends a program that
 * works without end. It waits longer than the host would. */
static void limit_effort(const imr_pdf *job)
{
#ifdef __linux__
    rlim_t seconds = job->milliseconds / 1000 + 2;
    prlimit(job->pid, RLIMIT_CPU, &(struct rlimit){seconds, seconds}, NULL);
#else
    (void)job;
#endif
}

/* The result is an errno. */
static int spawn(imr_pdf *job, const int theirs[3])
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    int problem = posix_spawn_file_actions_init(&actions);
    if (problem != 0)
        return problem;
    problem = posix_spawnattr_init(&attributes);
    if (problem != 0) {
        posix_spawn_file_actions_destroy(&actions);
        return problem;
    }
    for (int i = 0; i < 3 && problem == 0; i++)
        problem = posix_spawn_file_actions_adddup2(&actions, theirs[i], i);
#if defined(__GLIBC__) && __GLIBC_PREREQ(2, 34)
    /* What the host has open without closing it on exec is none of the program's business. */
    if (problem == 0)
        problem = posix_spawn_file_actions_addclosefrom_np(&actions, 3);
#endif
    /* A thread that blocks signals, or a program that ignores SIGPIPE, hands that down; but Ctrl-C
     * stays as it is, in the background it is ignored. */
    sigset_t none, pipe_signal;
    sigemptyset(&none);
    sigemptyset(&pipe_signal);
    sigaddset(&pipe_signal, SIGPIPE);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &pipe_signal);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    if (problem == 0)
        problem = posix_spawnp(&job->pid, PROGRAM, &actions, &attributes,
                               (char *const *)(uintptr_t)arguments, environ);
    if (problem != 0)
        job->pid = 0;
    else
        limit_effort(job);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return problem;
}

static imr_status cannot_start(imr_error *error, const char *name, int problem)
{
    if (problem == ENOENT || problem == EACCES || problem == ENOTDIR)
        return imr_reader_refuse(error, "no-pdftotext", name,
                                 "is a PDF, and the program " PROGRAM
                                 " that reads it is not installed (Debian: poppler-utils)");
    if (problem == ENOMEM)
        return imr_reader_no_memory(error, name);
    char reason[80];
    snprintf(reason, sizeof reason, PROGRAM " could not be started (error %d)", problem);
    return imr_reader_refuse(error, "io-error", name,
                             problem == EMFILE || problem == ENFILE ? "too many files are open"
                                                                    : reason);
}

imr_status imr_pdf_start(const imr_allocator *a, const char *name, const char *bytes, size_t size,
                         const imr_pdf_limits *limits, imr_pdf **out, imr_error *error)
{
    if (a == NULL)
        a = &imr_default_allocator;
    *out = NULL;
    if (size > IMR_PDF_MAX_BYTES)
        return imr_reader_refuse(error, "too-large", name,
                                 "is a PDF of more than 64 MiB; save the letter's pages alone");
    size_t name_size = strlen(name) + 1;
    imr_pdf *job = imr_calloc(a, 1, sizeof *job);
    char *copy = imr_alloc(a, name_size);
    if (job == NULL || copy == NULL) {
        imr_free(a, job, sizeof *job);
        imr_free(a, copy, name_size);
        return imr_reader_no_memory(error, name);
    }
    memcpy(copy, name, name_size);
    *job = (imr_pdf){.allocator = *a, .name = copy, .bytes = bytes, .size = size};
    job->in = job->out = job->err = -1;
    size_t tail = size < TAIL ? size : TAIL;
    job->whole = memmem(bytes + size - tail, tail, "%%EOF", 5) != NULL;
    job->max_bytes = limits != NULL && limits->max_bytes != 0 ? limits->max_bytes : IMR_MAX_BYTES;
    job->milliseconds =
        limits != NULL && limits->milliseconds != 0 ? limits->milliseconds : IMR_PDF_MILLISECONDS;
    job->deadline = now() + job->milliseconds;
    int theirs[3] = {-1, -1, -1};
    int problem = open_streams(job, theirs);
    if (problem == 0)
        problem = spawn(job, theirs);
    for (int i = 0; i < 3; i++)
        shut(&theirs[i]);
    if (problem != 0) {
        imr_pdf_free(job);
        return cannot_start(error, name, problem);
    }
    *out = job;
    return IMR_OK;
}

/* ---- attending ---------------------------------------------------------------------------------
 */

/* Takes the program's exit status where there is one. */
static bool reap(imr_pdf *job, int options)
{
    pid_t pid;
    do
        pid = waitpid(job->pid, &job->status, options);
    while (pid < 0 && errno == EINTR);
    if (pid == 0)
        return false;
    if (pid < 0) /* the host ignores SIGCHLD, or waits for every child by itself */
        job->status = -1;
    job->pid = 0;
    return true;
}

static void end(imr_pdf *job, fate why)
{
    shut(&job->in);
    shut(&job->out);
    shut(&job->err);
    if (job->pid != 0 && !reap(job, WNOHANG)) {
        kill(job->pid, SIGKILL);
        reap(job, 0);
    }
    job->fate = why;
}

static void feed(imr_pdf *job)
{
    while (job->in >= 0) {
        ssize_t n = 0;
        if (job->sent < job->size)
            n = send(job->in, job->bytes + job->sent, job->size - job->sent, MSG_NOSIGNAL);
        if (n > 0)
            job->sent += (size_t)n;
        else if (n < 0 && errno == EAGAIN)
            return;
        else if (n == 0 || errno != EINTR)
            shut(&job->in); /* all is sent, or nobody wants more */
    }
}

/* Room for more text: one byte more than the limit, which says that there is more. */
static bool make_room(imr_pdf *job)
{
    imr_bytes *t = &job->text;
    if (t->size < t->capacity)
        return true;
    size_t most = job->max_bytes + 1;
    size_t want = t->capacity == 0 ? FIRST_TEXT : t->capacity * 2;
    want = want < most ? want : most;
    void *data = imr_realloc(&job->allocator, t->data, t->capacity, want);
    if (data == NULL)
        return false;
    t->data = data;
    t->capacity = want;
    return true;
}

static void take_text(imr_pdf *job)
{
    while (job->out >= 0) {
        if (!make_room(job)) {
            end(job, NO_MEMORY);
            return;
        }
        imr_bytes *t = &job->text;
        ssize_t n = read(job->out, t->data + t->size, t->capacity - t->size);
        if (n > 0)
            t->size += (size_t)n;
        else if (n < 0 && errno == EAGAIN)
            return;
        else if (n == 0 || errno != EINTR)
            shut(&job->out);
        if (t->size > job->max_bytes)
            end(job, TOO_LARGE);
    }
}

static void take_complaints(imr_pdf *job)
{
    while (job->err >= 0) {
        char beyond[SAID];
        size_t room = SAID - job->said_size;
        ssize_t n = room != 0 ? read(job->err, job->said + job->said_size, room)
                              : read(job->err, beyond, sizeof beyond);
        if (n > 0 && room != 0)
            job->said_size += (size_t)n;
        else if (n < 0 && errno == EAGAIN)
            return;
        else if (n == 0 || (n < 0 && errno != EINTR))
            shut(&job->err);
    }
}

static void attend(imr_pdf *job)
{
    feed(job);
    take_complaints(job);
    take_text(job);
    if (job->fate != RUNNING)
        return;
    if (job->out < 0 && reap(job, WNOHANG)) {
        take_complaints(job); /* its last ones */
        end(job, ENDED);
    } else if (now() >= job->deadline) {
        end(job, TIMED_OUT);
    }
}

bool imr_pdf_wait(imr_pdf *const *jobs, size_t count)
{
    struct pollfd fds[3 * IMR_PDF_JOBS];
    nfds_t used = 0;
    int64_t first = INT64_MAX, time = now();
    if (count > IMR_PDF_JOBS)
        count = IMR_PDF_JOBS;
    for (size_t i = 0; i < count; i++) {
        const imr_pdf *job = jobs[i];
        if (job->fate != RUNNING)
            continue;
        int64_t wake = job->out < 0 ? time + ENDING : job->deadline;
        first = wake < first ? wake : first;
        fds[used++] = (struct pollfd){.fd = job->in, .events = POLLOUT};
        fds[used++] = (struct pollfd){.fd = job->out, .events = POLLIN};
        fds[used++] = (struct pollfd){.fd = job->err, .events = POLLIN};
    }
    if (used == 0)
        return true;
    int64_t left = first <= time ? 0 : first - time;
    int n = poll(fds, used, left < 60000 ? (int)left : 60000);
    bool interrupted = n < 0 && errno == EINTR;
    for (size_t i = 0; i < count; i++)
        if (jobs[i]->fate == RUNNING)
            attend(jobs[i]);
    return !interrupted;
}

bool imr_pdf_done(const imr_pdf *job)
{
    return job->fate != RUNNING;
}

/* ---- the outcome -------------------------------------------------------------------------------
 */

static bool says(const imr_pdf *job, const char *words)
{
    return memmem(job->said, job->said_size, words, strlen(words)) != NULL;
}

/* A page number alone, which a scanner may have stamped, is no text. */
static bool has_words(const imr_bytes *text)
{
    for (size_t i = 0; i < text->size; i++) {
        unsigned char c = (unsigned char)text->data[i];
        if ((c | 0x20) - 'a' <= 'z' - 'a' && (c | 0x20) >= 'a')
            return true;
        if (c >= 0x80)
            return true;
    }
    return false;
}

static imr_status refuse_damaged(const imr_pdf *job, imr_error *error)
{
    char reason[SAID + 80];
    if (!job->whole)
        return imr_reader_refuse(error, "damaged-pdf", job->name,
                                 "is a PDF without its end: cut off, or damaged; get it again");
    if (job->status >= 0 && WIFSIGNALED(job->status)) {
        snprintf(reason, sizeof reason, PROGRAM " was ended by signal %d: a damaged PDF?",
                 WTERMSIG(job->status));
        return imr_reader_refuse(error, "damaged-pdf", job->name, reason);
    }
    /* The first line of the complaints: later ones follow from it. */
    size_t size = strcspn(job->said, "\r\n");
    snprintf(reason, sizeof reason, "is a damaged PDF; " PROGRAM " says: %.*s",
             size > 0 ? (int)(size < 150 ? size : 150) : 7, size > 0 ? job->said : "nothing");
    return imr_reader_refuse(error, "damaged-pdf", job->name, reason);
}

static imr_status refuse_limit(const imr_pdf *job, imr_error *error)
{
    char reason[100];
    if (job->fate == TIMED_OUT)
        snprintf(reason, sizeof reason, PROGRAM " was stopped after %.3g s",
                 job->milliseconds / 1e3);
    else
        snprintf(reason, sizeof reason,
                 "is a PDF with more than %zu bytes of text; save the letter's pages alone",
                 job->max_bytes);
    return imr_reader_refuse(error, job->fate == TIMED_OUT ? "timed-out" : "too-large", job->name,
                             reason);
}

/* Whether the program failed, or succeeded with what it could find of a PDF that was cut off. */
static bool is_damaged(const imr_pdf *job)
{
    bool failed = job->status > 0;
    bool complains = says(job, "Error");
    return failed || (complains && (!job->whole || !has_words(&job->text)));
}

imr_status imr_pdf_result(imr_pdf *job, imr_bytes *text, imr_error *error)
{
    *text = IMR_BYTES_NONE;
    if (job->fate == NO_MEMORY)
        return imr_reader_no_memory(error, job->name);
    if (job->fate != ENDED)
        return refuse_limit(job, error);
    int code = job->status > 0 && WIFEXITED(job->status) ? WEXITSTATUS(job->status) : 0;
    /* How posix_spawn() may say it, where it does not so at once. */
    if (code == 127 && job->said_size == 0)
        return cannot_start(error, job->name, ENOENT);
    /* 3: the PDF forbids it, which Debian's pdftotext does not ask. */
    if (code == 3 || says(job, "Incorrect password"))
        return imr_reader_refuse(error, "encrypted", job->name,
                                 "is an encrypted PDF that opens with a password only; save a copy "
                                 "without the password");
    if (is_damaged(job))
        return refuse_damaged(job, error);
    if (!has_words(&job->text))
        return imr_reader_refuse(error, "no-text-layer", job->name,
                                 "is a PDF without text, perhaps a scan; recognize its text first "
                                 "(such as with ocrmypdf)");
    *text = job->text;
    job->text = IMR_BYTES_NONE;
    return IMR_OK;
}

void imr_pdf_free(imr_pdf *job)
{
    if (job == NULL)
        return;
    imr_allocator a = job->allocator;
    end(job, job->fate);
    imr_bytes_free(&a, &job->text);
    imr_free(&a, job->name, strlen(job->name) + 1);
    imr_free(&a, job, sizeof *job);
}
