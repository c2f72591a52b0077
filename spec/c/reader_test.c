/* Reads files, pipes and folders of all kinds, in a folder of its own under TMPDIR. */
#include "reader.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"

static void write_file(const char *path, const char *bytes, size_t size)
{
    FILE *f = fopen(path, "wb");
    if (f == NULL || fwrite(bytes, 1, size, f) != size || fclose(f) != 0) {
        perror(path);
        exit(2);
    }
}

static void make_folder(const char *path)
{
    if (mkdir(path, 0755) != 0) {
        perror(path);
        exit(2);
    }
}

static bool has(const imr_bytes *b, const char *want)
{
    return b->size == strlen(want) && memcmp(b->data, want, b->size) == 0;
}

static int open_descriptors(void)
{
    int count = 0;
    for (int fd = 0; fd < 256; fd++)
        count += fcntl(fd, F_GETFD) >= 0;
    return count;
}

/* ---- files -------------------------------------------------------------------------------------
 */

static imr_status read_file(const imr_allocator *a, const char *path, size_t max_bytes,
                            imr_bytes *bytes, imr_error *error)
{
    bool pdf;
    return imr_read_letter(a, path, max_bytes, bytes, &pdf, error);
}

static void reads_a_file(void)
{
    imr_bytes b = IMR_BYTES_NONE;
    imr_error error;
    write_file("letter.txt", "a letter\0!", 10);
    CHECK(read_file(NULL, "letter.txt", 1000, &b, &error) == IMR_OK);
    CHECK(b.size == 10 && memcmp(b.data, "a letter\0!", 10) == 0 && !b.truncated);
    CHECK(read_file(NULL, "letter.txt", 10, &b, &error) == IMR_OK);
    CHECK(b.size == 10 && !b.truncated);
    CHECK(read_file(NULL, "letter.txt", 9, &b, &error) == IMR_OK);
    CHECK(b.size == 9 && b.truncated);
    CHECK(read_file(NULL, "letter.txt", 0, &b, &error) == IMR_OK);
    CHECK(b.size == 0 && b.truncated);
    write_file("empty.txt", "", 0);
    CHECK(read_file(NULL, "empty.txt", 1000, &b, &error) == IMR_OK);
    CHECK(b.size == 0 && !b.truncated);
    CHECK(read_file(NULL, "empty.txt", 0, &b, NULL) == IMR_OK);
    CHECK(b.size == 0 && !b.truncated);
    write_file("-", "dash", 4);
    CHECK(read_file(NULL, "-", 1000, &b, &error) == IMR_OK);
    CHECK(has(&b, "dash"));

    /* files whose size is not told: the kernel's, here read in several growing steps */
    CHECK(read_file(NULL, "/proc/self/status", 1 << 20, &b, &error) == IMR_OK);
    CHECK(b.size > 100 && !b.truncated && memmem(b.data, b.size, "Pid:", 4) != NULL);
    imr_bytes_free(NULL, &b);
    CHECK(b.data == NULL && b.capacity == 0);
    imr_bytes_free(NULL, &b);
}

static void keeps_its_memory(void)
{
    check_memory m = {0};
    imr_allocator a = check_allocator(&m);
    imr_bytes b = IMR_BYTES_NONE;
    write_file("large.txt", "0123456789", 10);
    write_file("small.txt", "01", 2);
    CHECK(read_file(&a, "large.txt", 1000, &b, NULL) == IMR_OK);
    size_t before = check_counts(&a)->requests;
    for (int i = 0; i < 10; i++) {
        CHECK(read_file(&a, "small.txt", 1000, &b, NULL) == IMR_OK && has(&b, "01"));
        CHECK(read_file(&a, "large.txt", 5, &b, NULL) == IMR_OK && has(&b, "01234"));
    }
    CHECK(check_counts(&a)->requests == before);
    /* A limit larger than memory is no request for it. */
    CHECK(read_file(&a, "large.txt", SIZE_MAX, &b, NULL) == IMR_OK && has(&b, "0123456789"));
    CHECK(check_counts(&a)->bytes < 1000);
    imr_bytes_free(&a, &b);
    CHECK(check_counts(&a)->blocks == 0 && check_counts(&a)->wrong_sizes == 0);
}

static void says_why_not(void)
{
    make_folder("shut");
    write_file("shut/letter.txt", "x", 1);
    int s = socket(AF_UNIX, SOCK_STREAM, 0);
    struct sockaddr_un name = {.sun_family = AF_UNIX, .sun_path = "socket"};
    CHECK(bind(s, (struct sockaddr *)&name, sizeof name) == 0);
    CHECK(symlink("loop.txt", "loop.txt") == 0);
    char far[5000];
    memset(far, 'f', sizeof far - 1);
    far[sizeof far - 1] = '\0';
    memcpy(far + 4998 - 400, "\xC3\xA9", 2); /* where the message's cut would fall */
    const struct {
        const char *path, *code, *message;
    } cases[] = {
        {"none/9.txt", "not-found", "none/9.txt: no such file"},
        {"", "not-found", "\"\": no such file"},
        {"letter.txt/9.txt", "not-found",
         "letter.txt/9.txt: no such file: a part of the path is not a folder"},
        {"shut", "is-a-directory", "shut: is a folder, not a file"},
        {"socket", "not-a-file", "socket: is a socket or a device, not a file"},
        {"/dev/zero", "not-a-file", "/dev/zero: is a socket or a device, not a file"},
        {"loop.txt", "io-error", "loop.txt: too many symbolic links"},
        {far, "io-error", NULL},
    };
    imr_bytes b = IMR_BYTES_NONE;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        imr_error error = {"", ""};
        CHECK(read_file(NULL, cases[i].path, 100, &b, &error) == IMR_IO);
        CHECK_TEXT(error.code, cases[i].code);
        if (cases[i].message != NULL)
            CHECK_TEXT(error.message, cases[i].message);
        else
            CHECK(strncmp(error.message, "...ffff", 7) == 0 &&
                  strstr(error.message, "ff: the path is too long") != NULL);
        CHECK(b.size == 0);
        CHECK(read_file(NULL, cases[i].path, 100, &b, NULL) == IMR_IO);
    }
    close(s);
    imr_bytes_free(NULL, &b);
}

/* ---- pipes -------------------------------------------------------------------------------------
 */

/* Starts a process that, after a while, opens the pipe and writes; 0 bytes: only opens it. */
static pid_t write_later(const char *path, useconds_t wait_before, useconds_t wait_after,
                         size_t size)
{
    pid_t child = fork();
    if (child != 0)
        return child;
    usleep(wait_before);
    int fd = open(path, O_WRONLY);
    usleep(wait_after);
    for (size_t i = 0; i < size; i++)
        if (write(fd, "p", 1) != 1)
            _exit(1);
    _exit(0);
}

static bool ended_well(pid_t child)
{
    int status;
    return waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static void reads_pipes(void)
{
    imr_bytes b = IMR_BYTES_NONE;
    imr_error error;
    CHECK(mkfifo("pipe", 0600) == 0);
    CHECK(read_file(NULL, "pipe", 100, &b, &error) == IMR_IO);
    CHECK_TEXT(error.code, "not-a-file");
    CHECK_TEXT(error.message, "pipe: is a pipe that nobody writes to");

    /* a writer that comes late, one that is slow, one that writes nothing */
    pid_t child = write_later("pipe", 200000, 0, 100000);
    CHECK(read_file(NULL, "pipe", 1 << 20, &b, &error) == IMR_OK);
    CHECK(b.size == 100000 && !b.truncated && ended_well(child));
    child = write_later("pipe", 0, 1300000, 3);
    CHECK(read_file(NULL, "pipe", 1 << 20, &b, &error) == IMR_OK);
    CHECK(has(&b, "ppp") && ended_well(child));
    child = write_later("pipe", 100000, 0, 0);
    CHECK(read_file(NULL, "pipe", 1 << 20, &b, &error) == IMR_OK);
    CHECK(b.size == 0 && ended_well(child));

    /* as a shell's <(command) gives it: ended already, with and without a word */
    char path[40];
    int ends[2];
    CHECK(pipe(ends) == 0);
    CHECK(write(ends[1], "words", 5) == 5);
    close(ends[1]);
    snprintf(path, sizeof path, "/dev/fd/%d", ends[0]);
    CHECK(read_file(NULL, path, 100, &b, &error) == IMR_OK);
    CHECK(has(&b, "words"));
    CHECK(read_file(NULL, path, 100, &b, &error) == IMR_OK);
    CHECK(b.size == 0);
    close(ends[0]);
    imr_bytes_free(NULL, &b);
}

/* A path that opens the reading end of a pipe again. */
static const char *path_of(int fd)
{
    static char path[40];
    snprintf(path, sizeof path, "/dev/fd/%d", fd);
    return path;
}

static void reads_pipes_in_parts(void)
{
    imr_bytes b = IMR_BYTES_NONE;
    imr_error error;
    static char letter[3000];
    int ends[2];
    CHECK(pipe(ends) == 0);
    memset(letter, 'a', 2000);
    memset(letter + 2000, 'b', 1000);
    CHECK(write(ends[1], letter, sizeof letter) == (ssize_t)sizeof letter);
    CHECK(read_file(NULL, path_of(ends[0]), 2000, &b, &error) == IMR_OK);
    CHECK(b.size == 2000 && memcmp(b.data, letter, 2000) == 0 && b.truncated);
    close(ends[1]);
    CHECK(read_file(NULL, path_of(ends[0]), 2000, &b, &error) == IMR_OK);
    CHECK(b.size == 999 && memcmp(b.data, letter + 2001, 999) == 0 && !b.truncated);
    close(ends[0]);

    /* written late: nothing is there when it is first looked at */
    CHECK(pipe(ends) == 0);
    pid_t child = fork();
    if (child == 0) {
        usleep(100000);
        _exit(write(ends[1], "late", 4) == 4 ? 0 : 1);
    }
    close(ends[1]);
    CHECK(read_file(NULL, path_of(ends[0]), 100, &b, &error) == IMR_OK);
    CHECK(has(&b, "late") && ended_well(child));
    close(ends[0]);
    imr_bytes_free(NULL, &b);
}

static void knows_a_pdf(void)
{
    static char far[1100];
    CHECK(imr_is_pdf("%PDF-1.4\n", 9));
    CHECK(imr_is_pdf("\xEF\xBB\xBF%PDF-", 8));
    CHECK(!imr_is_pdf("%PDF", 4));
    CHECK(!imr_is_pdf("", 0));
    memcpy(far + 1019, "%PDF-", 5);
    CHECK(imr_is_pdf(far, sizeof far));
    memset(far, 0, sizeof far);
    memcpy(far + 1020, "%PDF-", 5);
    CHECK(!imr_is_pdf(far, sizeof far));
}

/* ---- folders -----------------------------------------------------------------------------------
 */

/* Everything found, a line each: "path" or "path (code)". The caller frees it. */
static char *listing(const char *path, bool all)
{
    imr_walk *walk;
    imr_found f;
    imr_error error = {"", ""};
    if (imr_walk_new(NULL, path, all, &walk, &error) != IMR_OK)
        return strdup(error.message);
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    while (imr_walk_next(walk, &f) == IMR_OK && f.path != NULL) {
        fprintf(out, f.code != NULL ? "%s (%s)\n" : "%s\n", f.path, f.code);
        CHECK((f.code == NULL) == (f.message == NULL));
        CHECK(f.message == NULL || strncmp(f.message, f.path, strlen(f.path)) == 0);
    }
    fclose(out);
    imr_walk_free(walk);
    return text;
}

#define CHECK_LISTING(path, all, want)                                                             \
    do {                                                                                           \
        char *got = listing((path), (all));                                                        \
        CHECK_TEXT(got, (want));                                                                   \
        free(got);                                                                                 \
    } while (0)

static void lists_in_order(void)
{
    static const char *const folders[] = {"tree",   "tree/a",    "tree/a/b",
                                          "tree/B", "tree/.git", "tree/void"};
    static const char *const files[] = {"tree/a.txt",        "tree/a/2.txt", "tree/a/10.txt",
                                        "tree/a/b/deep.PDF", "tree/B/x.Txt", "tree/Z.txt",
                                        "tree/\xC3\xA9.txt", "tree/note.md", "tree/.hidden.txt",
                                        "tree/txt",          "tree/.txt",    "tree/.git/c.txt"};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        make_folder(folders[i]);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        write_file(files[i], "x", 1);
    CHECK(mkfifo("tree/pipe.txt", 0600) == 0);
    CHECK_LISTING("tree", false,
                  "tree/B/x.Txt\ntree/Z.txt\ntree/a/10.txt\ntree/a/2.txt\ntree/a/b/deep.PDF\n"
                  "tree/a.txt\ntree/\xC3\xA9.txt\n");
    CHECK_LISTING("tree/a/", true, "tree/a/10.txt\ntree/a/2.txt\ntree/a/b/deep.PDF\n");
    CHECK_LISTING("tree", true,
                  "tree/.git/c.txt\ntree/.hidden.txt\ntree/.txt\ntree/B/x.Txt\ntree/Z.txt\n"
                  "tree/a/10.txt\ntree/a/2.txt\ntree/a/b/deep.PDF\ntree/a.txt\ntree/note.md\n"
                  "tree/txt\ntree/\xC3\xA9.txt\n");
    CHECK_LISTING("tree/void", true, "");
    CHECK_LISTING("tree/.git", false, "tree/.git/c.txt\n");
    /* What is named itself is given, whatever it is; reading it will tell. */
    CHECK_LISTING("tree/note.md", false, "tree/note.md\n");
    CHECK_LISTING("tree/pipe.txt", false, "tree/pipe.txt\n");
    CHECK_LISTING("nowhere", false, "nowhere: no such file");
}

static void follows_links(void)
{
    make_folder("links");
    make_folder("links/in");
    make_folder("beside");
    write_file("links/in/1.txt", "x", 1);
    write_file("beside/2.txt", "x", 1);
    CHECK(symlink("../../links", "links/in/around") == 0);
    CHECK(symlink(".", "links/self") == 0);
    CHECK(symlink("../beside", "links/there") == 0);
    CHECK(symlink("../beside/2.txt", "links/file.txt") == 0);
    CHECK(symlink("nowhere", "links/gone.txt") == 0);
    CHECK(symlink("nowhere", "links/gone") == 0);
    CHECK(symlink("ring.txt", "links/ring.txt") == 0);
    CHECK_LISTING("links", false,
                  "links/file.txt\nlinks/gone.txt (not-found)\nlinks/in/1.txt\n"
                  "links/ring.txt (io-error)\nlinks/there/2.txt\n");
    CHECK_LISTING("links/self", false,
                  "links/self/file.txt\nlinks/self/gone.txt (not-found)\nlinks/self/in/1.txt\n"
                  "links/self/ring.txt (io-error)\nlinks/self/there/2.txt\n");
}

static void matches_patterns(void)
{
    static const struct {
        const char *pattern, *found;
    } rows[] = {
        {"tree/*.txt", "tree/Z.txt\ntree/a.txt\ntree/\xC3\xA9.txt\n"},
        {"tree/[A-Z]*", "tree/B/x.Txt\ntree/Z.txt\n"},
        {"tree/[!a-zA-Z]*", "tree/\xC3\xA9.txt\n"},
        {"tree//?//*.?xt", "tree//B/x.Txt\ntree//a/10.txt\ntree//a/2.txt\n"},
        {"tree/?/x.Txt", "tree/B/x.Txt\n"},
        {"t*/?/*/", "tree/a/b/deep.PDF\n"},
        {"*/*/b", "tree/a/b/deep.PDF\n"},
        {"./tree/a/*.txt", "./tree/a/10.txt\n./tree/a/2.txt\n"},
        {"tree/note*", "tree/note.md\n"},
        {"tree/t*t", "tree/txt\n"},
        {"tree/.*", "tree/.git/c.txt\ntree/.hidden.txt\ntree/.txt\n"},
        {"tree/voi[d]", ""},
        {"tree/*.doc", "tree/*.doc (not-found)\n"},
        {"tree/*.txt/", "tree/*.txt/ (not-found)\n"},
        {"tree/[", "tree/[ (not-found)\n"},
        {"nowhere/*.txt", "nowhere/*.txt: no such file"},
        {"tree/Z.txt/*", "tree/Z.txt/*: no such file: a part of the path is not a folder"},
        {"links/*", "links/file.txt\nlinks/gone (not-found)\nlinks/gone.txt (not-found)\n"
                    "links/in/1.txt\nlinks/ring.txt (io-error)\nlinks/there/2.txt\n"},
        {"links/*/*.txt", "links/in/1.txt\nlinks/there/2.txt\n"},
        {"names/[x].txt", "names/[x].txt\n"},
        {"names/*[*]*", "names/a*b.txt\n"},
        {"names/*\\*", "names/\\.txt\n"},
    };
    make_folder("names");
    write_file("names/[x].txt", "x", 1);
    write_file("names/x.txt", "x", 1);
    write_file("names/a*b.txt", "x", 1);
    write_file("names/\\.txt", "x", 1);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        CHECK_LISTING(rows[i].pattern, false, rows[i].found);
}

/* As a user who may not read everything; root may, and gives that up in a process of its own. */
static void goes_on_after_what_is_shut(void)
{
    make_folder("some");
    make_folder("some/b");
    write_file("some/a.txt", "x", 1);
    write_file("some/b/b.txt", "x", 1);
    write_file("some/c.txt", "x", 1);
    CHECK(chmod("some/b", 0) == 0 && chmod("some/c.txt", 0) == 0 && chmod(".", 0755) == 0);
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        check_failed = 0;
        if (geteuid() == 0)
            CHECK(setgid(65534) == 0 && setuid(65534) == 0);
        CHECK_LISTING("some", false, "some/a.txt\nsome/b (permission-denied)\nsome/c.txt\n");
        CHECK_LISTING("some/b", false, "some/b: permission denied");
        imr_bytes b = IMR_BYTES_NONE;
        imr_error error;
        CHECK(read_file(NULL, "some/c.txt", 9, &b, &error) == IMR_IO);
        CHECK_TEXT(error.code, "permission-denied");
        CHECK_TEXT(error.message, "some/c.txt: permission denied");
        imr_bytes_free(NULL, &b);
        fflush(stdout);
        _exit(check_failed == 0 ? 0 : 1);
    }
    CHECK(ended_well(child));
    CHECK(chmod("some/b", 0755) == 0);
}

/* Deeper than descriptors, and at last deeper than a path can be. */
static void walks_deep_trees(void)
{
    char start[4096];
    CHECK(getcwd(start, sizeof start) != NULL);
    make_folder("deep");
    CHECK(chdir("deep") == 0);
    for (int i = 0; i < 2500; i++) {
        write_file("1.txt", "x", 1);
        make_folder("d");
        CHECK(chdir("d") == 0);
    }
    CHECK(chdir(start) == 0);
    struct rlimit before, few;
    CHECK(getrlimit(RLIMIT_NOFILE, &before) == 0);
    few = before;
    few.rlim_cur = 16;
    CHECK(setrlimit(RLIMIT_NOFILE, &few) == 0);
    imr_walk *walk;
    imr_error error;
    CHECK(imr_walk_new(NULL, "deep", false, &walk, &error) == IMR_OK);
    imr_found found;
    size_t count = 0;
    char code[32] = "", message[IMR_ERROR_MESSAGE] = "";
    while (imr_walk_next(walk, &found) == IMR_OK && found.path != NULL) {
        count++;
        snprintf(code, sizeof code, "%s", found.code != NULL ? found.code : "");
        snprintf(message, sizeof message, "%s", found.message != NULL ? found.message : "");
    }
    imr_walk_free(walk);
    CHECK(setrlimit(RLIMIT_NOFILE, &before) == 0);
    /* "deep" + n * "/d" fits in 4095 bytes for n <= 2045 */
    CHECK(count == 2047);
    CHECK_TEXT(code, "io-error");
    CHECK(strstr(message, "/d: the path is too long") != NULL);
}

static void walks_step_by_step(void)
{
    imr_walk *walk;
    imr_error error;
    imr_found found;
    CHECK(imr_walk_new(NULL, "tree/a", false, &walk, &error) == IMR_OK);
    int before = open_descriptors();
    CHECK(imr_walk_next(walk, &found) == IMR_OK);
    CHECK_TEXT(found.path, "tree/a/10.txt");
    CHECK(open_descriptors() == before);
    /* What vanishes meanwhile is left for the reading to tell, a folder at once. */
    CHECK(unlink("tree/a/2.txt") == 0 && unlink("tree/a/b/deep.PDF") == 0 &&
          rmdir("tree/a/b") == 0);
    CHECK(imr_walk_next(walk, &found) == IMR_OK);
    CHECK_TEXT(found.path, "tree/a/2.txt");
    CHECK(imr_walk_next(walk, &found) == IMR_OK);
    CHECK_TEXT(found.path, "tree/a/b");
    CHECK_TEXT(found.code, "not-found");
    CHECK(imr_walk_next(walk, &found) == IMR_OK && found.path == NULL);
    CHECK(imr_walk_next(walk, &found) == IMR_OK && found.path == NULL);
    imr_walk_free(walk);
    CHECK(imr_walk_new(NULL, "tree", false, &walk, &error) == IMR_OK);
    CHECK(imr_walk_next(walk, &found) == IMR_OK);
    imr_walk_free(walk);
    imr_walk_free(NULL);
}

/* ---- memory ------------------------------------------------------------------------------------
 */

static size_t walk_through(const imr_allocator *a, const char *path, imr_status *status)
{
    imr_walk *walk;
    imr_found found;
    imr_error error = {"", ""};
    size_t count = 0;
    *status = imr_walk_new(a, path, true, &walk, &error);
    if (*status != IMR_OK) {
        CHECK(walk == NULL);
        CHECK_TEXT(error.code, "no-memory");
        return 0;
    }
    while ((*status = imr_walk_next(walk, &found)) == IMR_OK && found.path != NULL)
        count++;
    imr_walk_free(walk);
    return count;
}

static bool walk_links(const imr_allocator *a, void *user)
{
    imr_status status;
    int before = open_descriptors();
    size_t count = walk_through(a, user, &status);
    CHECK(open_descriptors() == before);
    CHECK(status == IMR_OK ? count == 63 : count < 63);
    return status == IMR_OK;
}

/* A walk whose memory fails may be asked again. */
static void walks_on_after_a_failure(void)
{
    check_memory m = {0};
    imr_allocator a = check_allocator(&m);
    imr_walk *walk;
    imr_found found;
    CHECK(imr_walk_new(&a, "many", true, &walk, NULL) == IMR_OK);
    size_t count = 0, failures = 0;
    for (;;) {
        check_fail_at(&a, check_counts(&a)->requests + 1);
        imr_status status = imr_walk_next(walk, &found);
        check_fail_at(&a, 0);
        failures += status != IMR_OK;
        if (status == IMR_OK ? found.path == NULL : imr_walk_next(walk, &found) != IMR_OK)
            break;
        count += found.path != NULL;
    }
    CHECK(count == 63);
    CHECK(failures > 1);
    imr_walk_free(walk);
    CHECK(check_counts(&a)->blocks == 0 && check_counts(&a)->wrong_sizes == 0);
}

static bool read_both(const imr_allocator *a, void *user)
{
    (void)user;
    imr_bytes b = IMR_BYTES_NONE;
    imr_error error = {"", ""};
    int ends[2];
    CHECK(pipe(ends) == 0);
    pid_t child = fork();
    if (child == 0) {
        static char much[200000];
        signal(SIGPIPE, SIG_IGN);
        close(ends[0]);
        for (ssize_t n, at = 0; at < (ssize_t)sizeof much; at += n)
            if ((n = write(ends[1], much, sizeof much - (size_t)at)) <= 0)
                _exit(0);
        _exit(0);
    }
    close(ends[1]);
    imr_status status = read_file(a, path_of(ends[0]), 1 << 20, &b, &error);
    CHECK(b.size == (status == IMR_OK ? 200000 : 0));
    close(ends[0]);
    CHECK(ended_well(child));
    if (status == IMR_OK)
        status = read_file(a, "letter.txt", 1 << 20, &b, &error);
    if (status != IMR_OK)
        CHECK_TEXT(error.code, "no-memory");
    imr_bytes_free(a, &b);
    return status == IMR_OK;
}

/* rm -rf: what is too deep to name is left to a program that knows how. */
static bool remove_tree(const char *path)
{
    pid_t child = fork();
    if (child == 0) {
        execlp("rm", "rm", "-rf", "--", path, (char *)NULL);
        _exit(1);
    }
    return ended_well(child);
}

int main(void)
{
    const char *base = getenv("TMPDIR");
    char home[4096];
    snprintf(home, sizeof home, "%s/imr_reader_XXXXXX", base != NULL ? base : "/tmp");
    if (mkdtemp(home) == NULL || chdir(home) != 0) {
        perror(home);
        return 2;
    }
    int before = open_descriptors();
    reads_a_file();
    keeps_its_memory();
    says_why_not();
    reads_pipes();
    reads_pipes_in_parts();
    knows_a_pdf();
    lists_in_order();
    follows_links();
    matches_patterns();
    goes_on_after_what_is_shut();
    walks_deep_trees();
    walks_step_by_step();
    make_folder("many");
    for (int i = 0; i < 60; i++) {
        char path[40];
        snprintf(path, sizeof path, "many/%02d.txt", i);
        write_file(path, "x", 1);
    }
    make_folder("many/sub0");
    make_folder("many/sub0/sub1");
    write_file("many/sub0/1.txt", "x", 1);
    write_file("many/sub0/2.txt", "x", 1);
    write_file("many/sub0/sub1/3.txt", "x", 1);
    char folder[] = "many", pattern[] = "man?/*";
    CHECK(check_every_failure(walk_links, folder) > 5);
    CHECK(check_every_failure(walk_links, pattern) > 6);
    walks_on_after_a_failure();
    CHECK(check_every_failure(read_both, NULL) > 3);
    CHECK(open_descriptors() == before);
    CHECK(chdir("/") == 0 && remove_tree(home));
    return check_result();
}
