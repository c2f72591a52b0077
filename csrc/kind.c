#include "kind.h"

#include <string.h>

#include "ascii.h"

typedef struct kind {
    const char *begins; /* the file's first bytes */
    size_t size;
    const char *message;
} kind;

#define FIRST(bytes) (bytes), sizeof(bytes) - 1
#define PICTURE(name)                                                                              \
    "this is a picture (" name ") and not text: recognize its text first, such as with ocrmypdf, " \
    "and read that"

static const kind kinds[] = {
    {FIRST("{\\rtf"),
     "this is RTF, a word processor's file, and not plain text: open it there, save it as "
     "plain text (UTF-8), and read that"},
    {FIRST("{\""),
     "this is JSON, such as the lines that `imr extract` writes, and not plain text: take the "
     "texts out of it, and read those"},
    {FIRST("%PDF-"),
     "this is a PDF and not the text of one: give its path, so that its text is extracted "
     "first"},
    {FIRST("PK\x03\x04"),
     "this is a ZIP file, such as a .docx document or an archive, and not plain text: "
     "save what is in it as plain text (UTF-8), and read that"},
    {FIRST("\xD0\xCF\x11\xE0"),
     "this is an older word processor's file, such as a .doc document, and not "
     "plain text: open it there, save it as plain text (UTF-8), and read that"},
    {FIRST("\x89PNG\r\n"), PICTURE("PNG")},
    {FIRST("\xFF\xD8\xFF"), PICTURE("JPEG")},
    {FIRST("II*\0"), PICTURE("TIFF")},
    {FIRST("MM\0*"), PICTURE("TIFF")},
    {FIRST("GIF87a"), PICTURE("GIF")},
    {FIRST("GIF89a"), PICTURE("GIF")},
};

#define HTML                                                                                       \
    "this is HTML, a web page, and not plain text: open it in a browser, save it as plain text "   \
    "(or print it as a PDF), and read that"

/* Names of elements that a page, or a piece of one, begins with. */
static const char *const elements[] = {
    "!doctype", "html", "head",   "body", "meta", "title",   "link",    "style", "script", "div",
    "p",        "span", "table",  "pre",  "br",   "font",    "center",  "h1",    "h2",     "h3",
    "h4",       "b",    "strong", "ul",   "ol",   "section", "article", "main",  "?xml",   "svg"};

/* Does the text begin with an element's tag, or with a comment? A letter may begin with a word in
 * angle brackets, such as a redaction; that word is no element. */
static bool is_html(const char *p, size_t size)
{
    if (size < 3 || p[0] != '<')
        return false;
    if (size > 4 && memcmp(p, "<!--", 4) == 0)
        return true;
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++) {
        size_t n = 0;
        while (elements[i][n] != '\0' && n + 2 < size && imr_lower(p[1 + n]) == elements[i][n])
            n++;
        if (elements[i][n] == '\0' && memchr(" \t\r\n/>", p[1 + n], 6) != NULL)
            return true;
    }
    return false;
}

#define EMPTY "this is empty: there is no text in it"
#define PATH                                                                                       \
    "this looks like a path and not like the text of a letter: imr.parse_file reads a file, "      \
    "imr.open a folder"

enum { LONGEST_PATH = 256 };

static bool ends_in(const char *text, size_t size, const char *ending)
{
    size_t n = strlen(ending);
    if (size <= n)
        return false;
    for (size_t i = 0; i < n; i++)
        if (imr_lower(text[size - n + i]) != ending[i])
            return false;
    return true;
}

/* Is all of the text one short line such as "letters/085.txt"? A text that is given by its path is
 * a slip that goes unseen otherwise. */
static bool is_path(const imr_text *t)
{
    if (t->line_count != 1 || t->size > LONGEST_PATH)
        return false;
    if (ends_in(t->clean, t->size, ".txt") || ends_in(t->clean, t->size, ".pdf"))
        return true;
    return memchr(t->clean, '/', t->size) != NULL && memchr(t->clean, ' ', t->size) == NULL &&
           memmem(t->clean, t->size, "://", 3) == NULL;
}

const char *imr_foreign_kind(const imr_text *t)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (t->source_size >= kinds[i].size &&
            memcmp(t->source, kinds[i].begins, kinds[i].size) == 0)
            return kinds[i].message;
    if (t->line_count == 0)
        return t->control == SIZE_MAX ? EMPTY : NULL;
    const char *first = t->clean; /* in which no byte order mark or white space stands before it */
    if (t->size >= kinds[0].size && memcmp(first, kinds[0].begins, kinds[0].size) == 0)
        return kinds[0].message;
    if (is_html(first, t->size))
        return HTML;
    return is_path(t) ? PATH : NULL;
}
