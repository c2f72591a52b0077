/* Runs pdftotext, and programs that only bear its name, from one thread and from several. */
#include "pdf.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "check.h"
#include "extract.h"

/* A PDF of one page with these words; without a table of its objects, which the program rebuilds.
 */
#define PAGE                                                                                       \
    "%PDF-1.4\n"                                                                                   \
    "1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n"                                             \
    "2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj\n"                                     \
    "3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R\n"                \
    "  /Resources <</Font <</F <</Type /Font /Subtype /Type1 /BaseFont /Times-Roman>> >> >> >>\n"  \
    "endobj\n"
#define WORDS_OF(size, text)                                                                       \
    PAGE "4 0 obj <</Length " size ">> stream\nBT /F 12 Tf 20 200 Td (" text                       \
         ") Tj ET\nendstream\n"                                                                    \
         "endobj\ntrailer <</Root 1 0 R /Size 5>>\n%%EOF\n"
static const char words[] = WORDS_OF("45", "A letter of words.");

static bool has(const imr_bytes *b, const char *want)
{
    return b->size == strlen(want) && memcmp(b->data, want, b->size) == 0;
}

static imr_status extract(const imr_allocator *a, const char *bytes, size_t size,
                          const imr_pdf_limits *limits, imr_bytes *text, imr_error *error)
{
    imr_pdf *job;
    *text = IMR_BYTES_NONE;
    imr_status status = imr_pdf_start(a, "a.pdf", bytes, size, limits, &job, error);
    if (status != IMR_OK)
        return status;
    while (!imr_pdf_done(job))
        imr_pdf_wait(&job, 1);
    status = imr_pdf_result(job, text, error);
    imr_pdf_free(job);
    return status;
}

/* ---- the program itself ------------------------------------------------------------------------
 */

static void extracts(void)
{
    imr_bytes text;
    imr_error error;
    CHECK(imr_has_pdftotext());
    CHECK(extract(NULL, words, sizeof words - 1, NULL, &text, &error) == IMR_OK);
    CHECK(has(&text, "A letter of words.\n\f"));
    imr_bytes_free(NULL, &text);

    const imr_pdf_limits exact = {.max_bytes = 20}, short_by_one = {.max_bytes = 19};
    CHECK(extract(NULL, words, sizeof words - 1, &exact, &text, &error) == IMR_OK);
    imr_bytes_free(NULL, &text);
    CHECK(extract(NULL, words, sizeof words - 1, &short_by_one, &text, &error) == IMR_IO);
    CHECK_TEXT(error.code, "too-large");
    CHECK_TEXT(error.message,
               "a.pdf: is a PDF with more than 19 bytes of text; save the letter's pages alone");
    CHECK(text.data == NULL);
    CHECK(extract(NULL, words, sizeof words - 1, &short_by_one, &text, NULL) == IMR_IO);
    CHECK(extract(NULL, words, IMR_PDF_MAX_BYTES + 1, NULL, &text, &error) == IMR_IO);
    CHECK_TEXT(error.message, "a.pdf: is a PDF of more than 64 MiB; save the letter's pages alone");

    static const char numbers[] = WORDS_OF("30", "12");
    CHECK(extract(NULL, numbers, sizeof numbers - 1, NULL, &text, &error) == IMR_IO);
    CHECK_TEXT(error.code, "no-text-layer");
    CHECK(extract(NULL, words, sizeof words - 10, NULL, &text, &error) == IMR_IO);
    CHECK_TEXT(error.code, "damaged-pdf");
    CHECK(extract(NULL, "%PDF-", 5, NULL, &text, &error) == IMR_IO);
    CHECK_TEXT(error.code, "damaged-pdf");
}

static void is_left_halfway(void)
{
    imr_pdf *job;
    CHECK(imr_pdf_start(NULL, "a.pdf", words, sizeof words - 1, NULL, &job, NULL) == IMR_OK);
    imr_pdf_free(job);
    imr_pdf_free(NULL);
    CHECK(waitpid(-1, NULL, WNOHANG) == -1 && errno == ECHILD);
}

static bool extracts_or_says(const imr_allocator *a, void *user)
{
    (void)user;
    imr_bytes text;
    imr_error error = {"", ""};
    imr_status status = extract(a, words, sizeof words - 1, NULL, &text, &error);
    if (status == IMR_OK)
        CHECK(has(&text, "A letter of words.\n\f"));
    else
        CHECK(status == IMR_NO_MEMORY && strcmp(error.code, "no-memory") == 0);
    imr_bytes_free(a, &text);
    return status == IMR_OK;
}

static void one_thread_attends_to_many(void)
{
    enum { JOBS = 12 };
    imr_pdf *jobs[JOBS];
    for (int i = 0; i < JOBS; i++)
        CHECK(imr_pdf_start(NULL, "a.pdf", words, sizeof words - 1, NULL, &jobs[i], NULL) ==
              IMR_OK);
    for (int done = 0; done < JOBS;) {
        imr_pdf_wait(jobs, JOBS);
        done = 0;
        for (int i = 0; i < JOBS; i++)
            done += imr_pdf_done(jobs[i]);
    }
    for (int i = 0; i < JOBS; i++) {
        imr_bytes text;
        CHECK(imr_pdf_result(jobs[i], &text, NULL) == IMR_OK &&
              has(&text, "A letter of words.\n\f"));
        imr_bytes_free(NULL, &text);
        imr_pdf_free(jobs[i]);
    }
}

static void *extract_often(void *user)
{
    int *good = user;
    /* as the threads of a host that keeps its signals for itself */
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, NULL);
    for (int i = 0; i < 10; i++) {
        imr_bytes text;
        *good += extract(NULL, words, sizeof words - 1, NULL, &text, NULL) == IMR_OK &&
                 has(&text, "A letter of words.\n\f");
        imr_bytes_free(NULL, &text);
    }
    return NULL;
}

static void many_threads_extract(void)
{
    enum { THREADS = 6 };
    pthread_t threads[THREADS];
    int good[THREADS] = {0};
    for (int i = 0; i < THREADS; i++)
        CHECK(pthread_create(&threads[i], NULL, extract_often, &good[i]) == 0);
    for (int i = 0; i < THREADS; i++) {
        pthread_join(threads[i], NULL);
        CHECK(good[i] == 10);
    }
}

/* ---- programs that bear its name ---------------------------------------------------------------
 */

static void write_file(const char *path, const char *text)
{
    FILE *f = fopen(path, "wb");
    if (f == NULL || fputs(text, f) < 0 || fclose(f) != 0) {
        perror(path);
        exit(2);
    }
}

static void pretend(const char *script)
{
    char text[400];
    snprintf(text, sizeof text, "#!/bin/sh\n%s\n", script);
    write_file("bin/pdftotext", text);
    CHECK(chmod("bin/pdftotext", 0755) == 0);
}

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void keeps_to_its_time(void)
{
    const imr_pdf_limits limits = {.milliseconds = 200};
    static const char *const scripts[] = {"exec sleep 60", "cat >/dev/null; exec sleep 60 >&- 2>&-",
                                          "while :; do echo more; sleep 0.01; done"};
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++) {
        imr_bytes text;
        imr_error error = {"", ""};
        pretend(scripts[i]);
        double start = seconds();
        CHECK(extract(NULL, words, sizeof words - 1, &limits, &text, &error) == IMR_IO);
        CHECK_TEXT(error.code, "timed-out");
        CHECK_TEXT(error.message, "a.pdf: pdftotext was stopped after 0.2 s");
        CHECK(seconds() - start > 0.19 && seconds() - start < 20);
        CHECK(waitpid(-1, NULL, WNOHANG) == -1 && errno == ECHILD);
    }
}

static void gets_nothing_but_its_streams(void)
{
    imr_bytes text;
    int leaky[2];
    CHECK(pipe(leaky) == 0); /* a host's, without close-on-exec */
    pretend("for fd in /proc/self/fd/*; do echo \"words ${fd##*/}\"; done; echo \"$@\"");
    CHECK(extract(NULL, words, sizeof words - 1, NULL, &text, NULL) == IMR_OK);
    CHECK(text.size > 0 && memmem(text.data, text.size, "words 2\n", 8) != NULL);
    char open_there[20];
    snprintf(open_there, sizeof open_there, "words %d\n", leaky[1]);
    CHECK(text.size > 0 && memmem(text.data, text.size, open_there, strlen(open_there)) == NULL);
    /* no word of the command comes from outside */
    static const char arguments[] = "\n-layout -enc UTF-8 -eol unix - -\n";
    CHECK(text.size > sizeof arguments &&
          memcmp(text.data + text.size - strlen(arguments), arguments, strlen(arguments)) == 0);
    imr_bytes_free(NULL, &text);
    close(leaky[0]);
    close(leaky[1]);
}

static void lives_with_an_unread_input(void)
{
    static char much[3000000];
    memcpy(much, words, sizeof words);
    imr_bytes text;
    pretend("exec echo words");
    CHECK(extract(NULL, much, sizeof much, NULL, &text, NULL) == IMR_OK && has(&text, "words\n"));
    imr_bytes_free(NULL, &text);
    pretend("wc -c; echo words");
    CHECK(extract(NULL, much, sizeof much, NULL, &text, NULL) == IMR_OK);
    CHECK(has(&text, "3000000\nwords\n"));
    imr_bytes_free(NULL, &text);
}

/* Where the host takes every child's status, or there is none, what was said decides. */
static void lives_without_a_status(void)
{
    imr_bytes text;
    imr_error error = {"", ""};
    signal(SIGCHLD, SIG_IGN);
    pretend("cat >/dev/null; echo words");
    CHECK(extract(NULL, words, sizeof words - 1, NULL, &text, &error) == IMR_OK);
    imr_bytes_free(NULL, &text);
    pretend("cat >/dev/null; echo 'Command Line Error: Incorrect password' >&2; exit 1");
    CHECK(extract(NULL, words, sizeof words - 1, NULL, &text, &error) == IMR_IO);
    CHECK_TEXT(error.code, "encrypted");
    signal(SIGCHLD, SIG_DFL);
}

static void says_that_it_is_not_there(void)
{
    imr_bytes text;
    imr_error error = {"", ""};
    CHECK(imr_has_pdftotext());
    CHECK(chmod("bin/pdftotext", 0644) == 0);
    CHECK(setenv("PATH", "bin:/nowhere:", 1) == 0);
    CHECK(!imr_has_pdftotext());
    CHECK(extract(NULL, words, sizeof words - 1, NULL, &text, &error) == IMR_IO);
    CHECK_TEXT(error.code, "no-pdftotext");
    CHECK(strstr(error.message, "poppler-utils") != NULL);
    CHECK(waitpid(-1, NULL, WNOHANG) == -1 && errno == ECHILD);
}

/* ---- many files --------------------------------------------------------------------------------
 */

static bool take(imr_extractor *e, const char *want, const char *code)
{
    const char *text = "";
    size_t size = 0;
    imr_error error = {"", ""};
    while (!imr_extractor_work(e))
        ;
    imr_status status = imr_extractor_take(e, &text, &size, &error);
    if (want == NULL)
        return status == IMR_IO && code != NULL && strcmp(error.code, code) == 0;
    return status == IMR_OK && size == strlen(want) && memcmp(text, want, size) == 0;
}

static void queues_many(void)
{
    imr_extractor *e;
    CHECK(imr_extractor_new(NULL, 0, NULL, &e) == IMR_BAD_ARGUMENT);
    CHECK(imr_extractor_new(NULL, 3, NULL, &e) == IMR_OK);
    CHECK(imr_extractor_empty(e) && !imr_extractor_work(e));
    CHECK(imr_extractor_take(e, NULL, NULL, NULL) == IMR_BAD_ARGUMENT);
    write_file("words.pdf", words);
    write_file("cut.pdf", "%PDF-");
    write_file("plain.txt", "plain\n");
    write_file("latin.txt", "caf\xE9 \x93quoted\x94\xA0\xC3\xA9\n");
    write_file("empty.txt", "");
    static const char *const paths[] = {"words.pdf", "plain.txt", "none.txt", "cut.pdf",
                                        "latin.txt", "words.pdf", "empty.txt"};
    size_t added = 0;
    for (; !imr_extractor_full(e); added++)
        CHECK(imr_extractor_add(e, paths[added % 7], NULL) == IMR_OK);
    CHECK(added > 7);
    CHECK(imr_extractor_add(e, "one.txt", NULL) == IMR_BAD_ARGUMENT);
    for (size_t i = 0; i < 5 * added; i++) {
        switch (i % 7) {
        case 2:
            CHECK(take(e, NULL, "not-found"));
            break;
        case 3:
            CHECK(take(e, NULL, "damaged-pdf"));
            break;
        case 1:
            CHECK(take(e, "plain\n", NULL));
            break;
        case 4:
            CHECK(take(e, "caf\xC3\xA9 \xE2\x80\x9Cquoted\xE2\x80\x9D \xC3\xA9\n", NULL));
            break;
        case 6:
            CHECK(take(e, "", NULL));
            break;
        default:
            CHECK(take(e, "A letter of words.\n\f", NULL));
        }
        CHECK(imr_extractor_add(e, paths[(added + i) % 7], NULL) == IMR_OK);
    }
    imr_extractor_free(e); /* with some under way */
    imr_extractor_free(NULL);
    CHECK(waitpid(-1, NULL, WNOHANG) == -1 && errno == ECHILD);
}

static bool queues_or_says(const imr_allocator *a, void *user)
{
    (void)user;
    static const char *const paths[] = {"words.pdf", "latin.txt"};
    imr_extractor *e;
    imr_status status = imr_extractor_new(a, 2, NULL, &e);
    for (size_t i = 0; i < 2 && status == IMR_OK; i++)
        status = imr_extractor_add(e, paths[i], NULL);
    for (size_t i = 0; i < 2 && status == IMR_OK; i++) {
        const char *text;
        size_t size;
        while (!imr_extractor_work(e))
            ;
        status = imr_extractor_take(e, &text, &size, NULL);
    }
    CHECK(status == IMR_OK || status == IMR_NO_MEMORY);
    imr_extractor_free(e);
    return status == IMR_OK;
}

static int open_descriptors(void)
{
    int count = 0;
    for (int fd = 0; fd < 256; fd++)
        count += fcntl(fd, F_GETFD) >= 0;
    return count;
}

int main(void)
{
    const char *base = getenv("TMPDIR"), *path = getenv("PATH");
    char home[4096], with_fake[8192];
    snprintf(home, sizeof home, "%s/imr_pdf_XXXXXX", base != NULL ? base : "/tmp");
    if (mkdtemp(home) == NULL || chdir(home) != 0 || mkdir("bin", 0755) != 0) {
        perror(home);
        return 2;
    }
    int before = open_descriptors();
    extracts();
    is_left_halfway();
    one_thread_attends_to_many();
    many_threads_extract();
    CHECK(check_every_failure(extracts_or_says, NULL) > 2);
    queues_many();
    CHECK(check_every_failure(queues_or_says, NULL) > 5);

    snprintf(with_fake, sizeof with_fake, "%s/bin:%s", home, path != NULL ? path : "/bin:/usr/bin");
    CHECK(setenv("PATH", with_fake, 1) == 0);
    keeps_to_its_time();
    gets_nothing_but_its_streams();
    lives_with_an_unread_input();
    lives_without_a_status();
    says_that_it_is_not_there();
    CHECK(open_descriptors() == before);

    static const char *const files[] = {"bin/pdftotext", "words.pdf", "cut.pdf",
                                        "plain.txt",     "latin.txt", "empty.txt"};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        CHECK(unlink(files[i]) == 0);
    CHECK(rmdir("bin") == 0 && chdir("/") == 0 && rmdir(home) == 0);
    return check_result();
}
