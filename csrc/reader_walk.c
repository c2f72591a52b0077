#include "reader.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "alloc.h"
#include "reader_error.h"

/* A name in a folder. The text is set when all names of the folder are known. */
typedef struct name {
    const char *text;
    size_t at; /* where it is in the folder's bytes */
    bool folder;
    int problem; /* the errno why it cannot be looked at, 0 for none */
} name;

/* A folder that the walk is in, all its names known: none stays open meanwhile, so that a deep
 * tree takes no descriptors. */
typedef struct folder {
    dev_t device;
    ino_t inode;
    size_t path_size; /* its own path is so much of the walk's */
    char *bytes;
    size_t bytes_used, bytes_capacity;
    name *names;
    size_t count, capacity, next;
    const char *pattern; /* which its names are to match; NULL: none */
    bool inner;          /* the pattern goes on, so that only folders are wanted */
} folder;

struct imr_walk {
    imr_allocator allocator;
    bool all;
    bool single; /* the path is one file, not yet given */
    char *path;  /* of what was found last, NUL-terminated */
    size_t path_capacity;
    /* A pattern as it was given, and its parts from the first that is to be matched, each
     * NUL-terminated: one for each of the first folders on the stack. */
    char *pattern, *parts;
    size_t pattern_size, levels;
    bool of_folders; /* it ends in a slash */
    bool matched;
    folder *stack;
    size_t depth, stack_capacity;
    imr_error error;
};

static void free_folder(const imr_allocator *a, folder *f)
{
    imr_free(a, f->bytes, f->bytes_capacity);
    imr_free(a, f->names, f->capacity * sizeof *f->names);
}

/* Writes `text` behind the first `size` bytes of the path. */
static bool extend_path(imr_walk *w, size_t size, const char *text)
{
    bool slash = size > 0 && w->path[size - 1] != '/';
    size_t length = strlen(text);
    void *path = w->path;
    bool done = imr_grow(&w->allocator, &path, &w->path_capacity, size + slash + length + 1, 1);
    w->path = path;
    if (!done)
        return false;
    if (slash)
        w->path[size++] = '/';
    memcpy(w->path + size, text, length + 1);
    return true;
}

static bool is_letter(const char *text)
{
    size_t n = strlen(text);
    return n > 4 &&
           (strcasecmp(text + n - 4, ".txt") == 0 || strcasecmp(text + n - 4, ".pdf") == 0);
}

/* Whether a name is wanted where it is a folder's, and where it is a file's. */
static bool is_wanted(const imr_walk *w, const folder *f, const char *text, bool *as_file)
{
    bool wanted = text[0] != '.' || w->all;
    *as_file = wanted && (w->all || is_letter(text));
    if (f->pattern != NULL) {
        wanted = fnmatch(f->pattern, text, FNM_PERIOD | FNM_NOESCAPE) == 0;
        *as_file = wanted && !f->inner;
    }
    return wanted;
}

static bool add_name(const imr_allocator *a, folder *f, const char *text, bool is_folder,
                     int problem)
{
    size_t size = strlen(text) + 1;
    void *bytes = f->bytes, *names = f->names;
    bool done = imr_grow(a, &bytes, &f->bytes_capacity, f->bytes_used + size, 1);
    f->bytes = bytes;
    done = done && imr_grow(a, &names, &f->capacity, f->count + 1, sizeof *f->names);
    f->names = names;
    if (!done)
        return false;
    memcpy(f->bytes + f->bytes_used, text, size);
    f->names[f->count++] = (name){NULL, f->bytes_used, is_folder, problem};
    f->bytes_used += size;
    return true;
}

/* Adds what readdir() tells of where it is a folder or a wanted file; false when memory is short.
 */
static bool add_entry(const imr_walk *w, folder *f, int fd, const struct dirent *entry)
{
    const char *text = entry->d_name;
    bool as_file;
    if (strcmp(text, ".") == 0 || strcmp(text, "..") == 0 || !is_wanted(w, f, text, &as_file))
        return true;
    if (entry->d_type == DT_REG)
        return !as_file || add_name(&w->allocator, f, text, false, 0);
    if (entry->d_type == DT_DIR)
        return add_name(&w->allocator, f, text, true, 0);
    if (entry->d_type != DT_LNK && entry->d_type != DT_UNKNOWN)
        return true;
    struct stat st;
    if (fstatat(fd, text, &st, 0) != 0)
        return !as_file || add_name(&w->allocator, f, text, false, errno);
    if (S_ISDIR(st.st_mode))
        return add_name(&w->allocator, f, text, true, 0);
    return !as_file || !S_ISREG(st.st_mode) || add_name(&w->allocator, f, text, false, 0);
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(((const name *)a)->text, ((const name *)b)->text);
}

/* Reads the names of an open folder, which it closes. The result is an errno. */
static int read_names(const imr_walk *w, folder *f, int fd)
{
    DIR *stream = fdopendir(fd);
    if (stream == NULL) {
        int problem = errno;
        close(fd);
        return problem;
    }
    int problem = 0;
    for (;;) {
        errno = 0;
        const struct dirent *entry = readdir(stream);
        if (entry == NULL) {
            problem = errno;
            break;
        }
        if (!add_entry(w, f, fd, entry)) {
            problem = ENOMEM;
            break;
        }
    }
    closedir(stream);
    if (problem != 0)
        return problem;
    for (size_t i = 0; i < f->count; i++)
        f->names[i].text = f->bytes + f->names[i].at;
    if (f->count > 1)
        qsort(f->names, f->count, sizeof *f->names, compare_names);
    return 0;
}

/* Whether the walk is in this folder already, which a link can bring about. */
static bool is_inside(const imr_walk *w, const struct stat *st)
{
    for (size_t i = 0; i < w->depth; i++)
        if (w->stack[i].device == st->st_dev && w->stack[i].inode == st->st_ino)
            return true;
    return false;
}

/* The part of the pattern that is for the folder next on the stack, if any. */
static void set_pattern(const imr_walk *w, folder *f)
{
    if (w->depth >= w->levels)
        return;
    f->pattern = w->parts;
    for (size_t i = 0; i < w->depth; i++)
        f->pattern += strlen(f->pattern) + 1;
    f->inner = w->depth + 1 < w->levels || w->of_folders;
}

/* Goes into the folder of the path, unless the walk is there already. The result is an errno; where
 * it is not 0 the walk is still where it was. */
static int enter(imr_walk *w)
{
    void *stack = w->stack;
    bool done = imr_grow(&w->allocator, &stack, &w->stack_capacity, w->depth + 1, sizeof *w->stack);
    w->stack = stack;
    if (!done)
        return ENOMEM;
    int fd = open(w->path[0] != '\0' ? w->path : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return errno;
    struct stat st;
    int problem = fstat(fd, &st) != 0 ? errno : 0;
    if (problem != 0 || is_inside(w, &st)) {
        close(fd);
        return problem;
    }
    folder f = {.device = st.st_dev, .inode = st.st_ino, .path_size = strlen(w->path)};
    set_pattern(w, &f);
    problem = read_names(w, &f, fd);
    if (problem != 0) {
        free_folder(&w->allocator, &f);
        return problem;
    }
    w->stack[w->depth++] = f;
    w->matched |= w->depth == w->levels && f.count > 0;
    return 0;
}

/* Takes a pattern apart: the path becomes what stands before its first part that is to be matched.
 * False when memory is short. */
static bool take_pattern(imr_walk *w, const char *pattern)
{
    size_t size = strlen(pattern), fixed = strcspn(pattern, "*?[");
    while (fixed > 0 && pattern[fixed - 1] != '/')
        fixed--;
    w->pattern = imr_calloc(&w->allocator, 2, size + 1);
    if (w->pattern == NULL)
        return false;
    w->pattern_size = size + 1;
    memcpy(w->pattern, pattern, size);
    w->parts = w->pattern + w->pattern_size;
    char *to = w->parts;
    for (const char *from = pattern + fixed; *from != '\0';) {
        size_t part = strcspn(from, "/");
        if (part > 0) {
            memcpy(to, from, part);
            to += part + 1;
            w->levels++;
        }
        from += part;
        from += strspn(from, "/");
    }
    w->of_folders = pattern[size - 1] == '/';
    w->pattern[fixed] = '\0';
    bool done = extend_path(w, 0, w->pattern);
    w->pattern[fixed] = pattern[fixed];
    return done;
}

imr_status imr_walk_new(const imr_allocator *a, const char *path, bool all, imr_walk **out,
                        imr_error *error)
{
    if (a == NULL)
        a = &imr_default_allocator;
    *out = NULL;
    struct stat st;
    bool pattern = false;
    if (stat(path, &st) != 0) {
        pattern = (errno == ENOENT || errno == ENOTDIR) && strpbrk(path, "*?[") != NULL;
        if (!pattern)
            return imr_reader_failed(error, path, errno);
    }
    imr_walk *w = imr_calloc(a, 1, sizeof *w);
    if (w == NULL)
        return imr_reader_no_memory(error, path);
    w->allocator = *a;
    w->all = all;
    w->single = !pattern && !S_ISDIR(st.st_mode);
    int problem = (pattern ? take_pattern(w, path) : extend_path(w, 0, path)) ? 0 : ENOMEM;
    if (problem == 0 && !w->single)
        problem = enter(w);
    if (problem != 0) {
        imr_walk_free(w);
        return imr_reader_failed(error, path, problem);
    }
    *out = w;
    return IMR_OK;
}

void imr_walk_free(imr_walk *w)
{
    if (w == NULL)
        return;
    imr_allocator a = w->allocator;
    while (w->depth > 0)
        free_folder(&a, &w->stack[--w->depth]);
    imr_free(&a, w->stack, w->stack_capacity * sizeof *w->stack);
    imr_free(&a, w->path, w->path_capacity);
    imr_free(&a, w->pattern, 2 * w->pattern_size);
    imr_free(&a, w, sizeof *w);
}

imr_status imr_walk_next(imr_walk *w, imr_found *found)
{
    *found = (imr_found){NULL, NULL, NULL};
    if (w->single) {
        w->single = false;
        found->path = w->path;
        return IMR_OK;
    }
    while (w->depth > 0) {
        folder *top = &w->stack[w->depth - 1];
        if (top->next == top->count) {
            free_folder(&w->allocator, top);
            w->depth--;
            continue;
        }
        const name n = top->names[top->next];
        if (!extend_path(w, top->path_size, n.text))
            return IMR_NO_MEMORY;
        size_t depth = w->depth;
        int problem = n.folder ? enter(w) : n.problem;
        if (problem == ENOMEM)
            return IMR_NO_MEMORY;
        w->stack[depth - 1].next++;
        if (n.folder && problem == 0)
            continue;
        found->path = w->path;
        if (problem != 0) {
            w->matched = true;
            imr_reader_failed(&w->error, w->path, problem);
            found->code = w->error.code;
            found->message = w->error.message;
        }
        return IMR_OK;
    }
    if (w->levels > 0 && !w->matched) {
        w->matched = true; /* said once */
        imr_reader_refuse(&w->error, "not-found", w->pattern, "nothing matches this pattern");
        *found = (imr_found){w->pattern, w->error.code, w->error.message};
    }
    return IMR_OK;
}
