#include "kind.h"

#include <string.h>

#include "ascii.h"

typedef struct kind {
    const char *begins; /* the file's first bytes */
    const char *message;
} kind;

static const kind kinds[] = {
    {"{\\rtf",
     "this is RTF, a word processor's file, and not plain text: open it there, save it as "
     "plain text (UTF-8), and read that"},
    {"{\"",
     "this is JSON, such as the lines that `imr extract` writes, and not plain text: take the "
     "texts out of it, and read those"},
    {"%PDF-", "this is a PDF and not the text of one: give its path, so that its text is extracted "
              "first"},
    {"PK\x03\x04",
     "this is a ZIP file, such as a .docx document or an archive, and not plain text: "
     "save what is in it as plain text (UTF-8), and read that"},
    {"\xD0\xCF\x11\xE0", "this is an older word processor's file, such as a .doc document, and not "
                         "plain text: open it there, save it as plain text (UTF-8), and read that"},
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

const char *imr_foreign_kind(const imr_text *t)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        size_t n = strlen(kinds[i].begins);
        if (t->source_size >= n && memcmp(t->source, kinds[i].begins, n) == 0)
            return kinds[i].message;
    }
    if (t->line_count == 0)
        return NULL;
    const char *first = t->clean; /* in which no byte order mark or white space stands before it */
    if (t->size >= 5 && memcmp(first, kinds[0].begins, 5) == 0)
        return kinds[0].message;
    return is_html(first, t->size) ? HTML : NULL;
}
