/* knowledge.h - looks things up in the tables of lua/imr/data.
 *
 * The tables are const data, made at build time by knowledge_build.lua: using them takes no time
 * at start and no memory. An overlay (imr_knowledge_new, imr_knowledge_add in imr.h) lies over the
 * built-in tables or over another overlay: what is found above hides what lies below.
 *
 *     const imr_entry *e = imr_knowledge_find(k, IMR_TABLE_SPECIALTIES, "pain management", 15);
 *     if (e != NULL)
 *         board = imr_entry_text(e, IMR_SPECIALTIES_BOARD, &length);
 *
 * Keys are compared normalized: ASCII letters in lower case, runs of white space (no-break space
 * too) as one space, none at either end, a curly apostrophe as '. An entry is found by its key and
 * by every alias of its field `also`.
 *
 * Nothing here allocates but what imr.h declares. All functions may be called from any number of
 * threads at once. Entries and their strings live as long as the knowledge they come from.
 */
#ifndef IMR_KNOWLEDGE_H
#define IMR_KNOWLEDGE_H

#include "imr.h"

/* Generated: the enum imr_table with one IMR_TABLE_X per data file and IMR_TABLES, their number,
 * and per table an enum of its fields' indices: IMR_X_ALSO = 0, then IMR_X_FIELD in the order in
 * which the data file declares them. */
#include "knowledge_data.h"

typedef struct imr_entry imr_entry;

/* The entry that `text` names as a whole, NULL where there is none. */
const imr_entry *imr_knowledge_find(const imr_knowledge *k, imr_table table, const char *text,
                                    size_t size);

/* The entry of the longest key or alias that `text` begins with, and in *matched how many bytes of
 * `text` that is; NULL (and *matched 0) where there is none. The match ends at a word boundary:
 * not between two letters or digits (characters beyond ASCII are letters, but for punctuation and
 * signs). That `text` itself starts at such a boundary is the caller's care. Leading white space
 * counts as matched. Costs no more than the longest beginning that `text` shares with a key, and
 * least where `text` is in lower case. IMR_NAME_READS bytes behind it can be read. */
enum { IMR_NAME_READS = 16 };
const imr_entry *imr_knowledge_longest(const imr_knowledge *k, imr_table table, const char *text,
                                       size_t size, size_t *matched);

/* Does every name of the built-in table differ from the text before its end? A longer text that
 * begins so has no name of the table then that is longer than this. False for an overlay. */
bool imr_knowledge_leaves(const imr_knowledge *k, imr_table table, const char *text, size_t size);

/* How far down the tree of a table's names the first letters of a name lead, of a word that has
 * `size` of them, IMR_START_MAX at most. */
typedef uint32_t imr_name_start;
enum { IMR_START_MAX = 15 };
imr_name_start imr_knowledge_start(const imr_knowledge *k, imr_table table, const char *letters,
                                   size_t size);

/* The same as imr_knowledge_longest of a text in small letters that begins with those of the start;
 * they are not read again. */
const imr_entry *imr_knowledge_longest_from(const imr_knowledge *k, imr_table table,
                                            imr_name_start start, const char *text, size_t size,
                                            size_t *matched);

/* What imr_knowledge_longest found before: letters name the same guidelines again and again, in the
 * same words. Entries of overlays may go, so only what the built-in tables say is remembered. A
 * memory is one thread's, and starts as {0}. */
enum { IMR_MEMORY_SLOTS = 256, IMR_RECALL_WAYS = 3, IMR_RECALLED_MAX = 48, IMR_EDITIONS = 16 };

typedef struct imr_recalled {
    const imr_entry *entry; /* NULL: none was found */
    uint32_t on;            /* the bytes on which more would be read */
    uint8_t table, matched;
    uint8_t read;   /* so many bytes; 0: nothing is remembered here */
    uint8_t behind; /* the kind of byte behind them */
    char text[IMR_RECALLED_MAX];
} imr_recalled;

/* An entry, and the one whose key is its key with a year behind it; NULL where none is. */
typedef struct imr_edition {
    const imr_entry *of, *found;
    char year[4];
} imr_edition;

typedef struct imr_memory {
    imr_recalled slots[IMR_MEMORY_SLOTS + IMR_RECALL_WAYS];
    uint8_t notes[IMR_MEMORY_SLOTS + IMR_RECALL_WAYS];
    imr_edition editions[IMR_EDITIONS];
} imr_memory;

/* What imr_knowledge_longest finds. IMR_RECALLED_MAX bytes of the text, and one more, can be read,
 * however short it is. */
#define IMR_NOT_RECALLED UINT32_MAX
typedef struct imr_recollection {
    const imr_entry *entry;
    uint32_t matched;
    /* The slot that it is in. What the caller makes of the entry he may note there, so as not to
     * read through it again: it is 0 until then. IMR_NOT_RECALLED: there is nowhere to note it. */
    uint32_t slot;
} imr_recollection;

imr_recollection imr_knowledge_recall(const imr_knowledge *k, imr_memory *m, imr_table table,
                                      const char *text, size_t size);

/* A text that no table has as a name, and that is to be told as fast as those: once it was learnt,
 * imr_knowledge_recall_learnt finds it where it stands as a word or as several, with a slot and no
 * entry. A text that is too long is not learnt. */
void imr_knowledge_learn(imr_memory *m, const char *text, size_t size);
imr_recollection imr_knowledge_recall_learnt(imr_memory *m, const char *text, size_t size);

/* The entry whose key is that of another with a blank and a year of four figures behind it; NULL
 * where there is none. */
const imr_entry *imr_knowledge_edition(const imr_knowledge *k, imr_memory *m, imr_table table,
                                       const imr_entry *e, const char *year);

/* What a table's names begin with: bit s % 32 of the number at f % 32 for each name's first two
 * bytes f and s. So most places where no name stands are told by a look. */
const uint32_t *imr_knowledge_seconds(const imr_knowledge *k, imr_table table);

/* May a name begin with the text, two bytes of which can be read? */
static inline bool imr_knowledge_may_begin(const uint32_t *seconds, const char *text)
{
    unsigned char first = (unsigned char)text[0], second = (unsigned char)text[1];
    return (first | second) >= 0x80 || (seconds[first % 32] >> second % 32 & 1);
}

/* The entry whose key is one edit away from the word `text`: a letter inserted, deleted or
 * replaced, or two neighbours swapped, letter case ignored. Only keys that are single words of
 * `least` letters or more count; no alias does, which may be a misspelling itself. NULL where there
 * is none, or where two are as near: a word between two names is neither. Reads through the whole
 * table, so ask only where a name is likely. */
const imr_entry *imr_knowledge_near(const imr_knowledge *k, imr_table table, const char *text,
                                    size_t size, size_t least);

/* Calls `each` with every key and alias of a table; some of an overlay's more than once. */
typedef void imr_each_name(void *user, const imr_entry *e, const char *name, size_t size);
void imr_knowledge_each(const imr_knowledge *k, imr_table table, imr_each_name *each, void *user);

/* Do its texts last as long as the program? An overlay's do not. */
bool imr_entry_is_built_in(const imr_entry *e);

/* The key as the data file or the analyst wrote it. Like all strings here: valid UTF-8, followed
 * by a NUL that *length does not count. `length` may be NULL throughout. */
const char *imr_entry_key(const imr_entry *e, size_t *length);

/* The value of a field of type "string"; NULL where the entry does not give it. */
const char *imr_entry_text(const imr_entry *e, unsigned field, size_t *length);

/* A field of type "list": its number of strings, and each of them, i < count. */
size_t imr_entry_count(const imr_entry *e, unsigned field);
const char *imr_entry_item(const imr_entry *e, unsigned field, size_t i, size_t *length);

/* Fields of type "boolean" and "integer"; `otherwise` where the entry does not give them. */
bool imr_entry_boolean(const imr_entry *e, unsigned field, bool otherwise);
int32_t imr_entry_integer(const imr_entry *e, unsigned field, int32_t otherwise);

#endif
