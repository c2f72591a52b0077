#include "prose.h"

#include <string.h>

#include "ascii.h"
#include "search.h"

void imr_prose_start(imr_stage *s)
{
    const imr_outline *o = s->outline;
    if (!o->has[IMR_SUMMARY])
        return;
    imr_span rest = s->prose = imr_trim(s->doc->text, o->parts[IMR_SUMMARY]);
    imr_next_sentence(s->doc->text, &rest, &s->opening);
}

/* ---- sentences ------------------------------------------------------------------------------- */

/* Does the letter at `at` tell of which kind the thing before it is? */
static bool follows_kind(const imr_text *t, uint32_t from, uint32_t at)
{
    static const char *const kinds[] = {"type ",  "grade ",     "stage ",   "class ",
                                        "group ", "hepatitis ", "vitamin ", "category "};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        uint32_t size = (uint32_t)strlen(kinds[i]);
        if (at - from >= size && imr_reads(t, at - size, at, kinds[i]))
            return true;
    }
    return false;
}

/* What a full stop shortens, those of as many letters in one row. */
static const char *const abbreviations[] = {
    [2] = "dr mr ms vs st no jr sr dx",
    [3] = "mrs fig inc jan feb mar apr jun jul aug sep oct nov dec",
    [4] = "dept sept",
    [6] = "approx",
};
enum { LONGEST = sizeof abbreviations / sizeof *abbreviations - 1 };

static bool is_abbreviation(const char *word, uint32_t size)
{
    const char *known = abbreviations[size];
    for (; known != NULL; known = known[size] != '\0' ? known + size + 1 : NULL)
        if (*known == *word && memcmp(known, word, size) == 0)
            return true;
    return false;
}

/* Is the full stop at `stop` part of a word? */
static bool abbreviates(const imr_text *t, uint32_t from, uint32_t stop)
{
    uint32_t at = imr_search_part_start(t->clean, from, stop), size = stop - at;
    if (size == 0 || size > LONGEST)
        return false;
    char first = t->clean[at];
    if (imr_is_digit(first)) { /* "1." of a list: it follows another sign */
        if (size > 2 || at == from)
            return size <= 2;
        char before =
            t->clean[at - 1] == ' ' && at - 1 > from ? t->clean[at - 2] : t->clean[at - 1];
        return strchr(":;,.(#", before) != NULL;
    }
    if (size == 1 && follows_kind(t, from, at)) /* "type I.", "hepatitis C." */
        return false;
    if (size == 1) /* "b.i.d.", "W. Smith", but not "hepatitis c. He" */
        return imr_is_upper(first) || (at > from && t->clean[at - 1] == '.');
    return is_abbreviation(t->low + at, size);
}

/* Where the sentence that begins at text.at ends, if it does with the sign at `stop`; else 0. */
static uint32_t end_at(const imr_text *t, imr_span text, uint32_t stop)
{
    const char *clean = t->clean;
    uint32_t next = stop + 1; /* past what closes behind the full stop */
    while (next < text.end && (clean[next] == '"' || clean[next] == ')' || clean[next] == '\''))
        next++;
    if (next + 3 <= text.end && memcmp(clean + next, "\xE2\x80\x9D", 3) == 0)
        next += 3;
    if (next >= text.end)
        return text.end;
    return clean[next] == ' ' && !abbreviates(t, text.at, stop) ? next : 0;
}

/* The end of the sentence that begins at text.at. */
static uint32_t sentence_end(const imr_text *t, imr_span text)
{
    for (uint32_t at = text.at;
         (at = imr_search_either(t->clean, at, text.end, '.', '?')) < text.end; at++) {
        uint32_t end = end_at(t, text, at);
        if (end > 0)
            return end;
    }
    return text.end;
}

bool imr_next_sentence(const imr_text *t, imr_span *text, imr_span *sentence)
{
    *text = imr_trim(t, *text);
    if (imr_empty(*text))
        return false;
    *sentence = (imr_span){text->at, sentence_end(t, *text)};
    text->at = sentence->end;
    return true;
}

/* A sentence's end not far before `at` that is one however the sentences before it go: no full stop
 * stands near before its own. text.at where none is found. */
static uint32_t end_before(const imr_text *t, imr_span text, uint32_t at)
{
    enum { ALONE = 32, WORD = 16, TRIES = 8 };
    for (int i = 0; i < TRIES; i++) {
        uint32_t behind = imr_search_behind_either(t->clean, text.at, at, '.', '?');
        if (behind < text.at + ALONE)
            break;
        uint32_t stop = behind - 1;
        imr_span word = {stop - WORD, text.end};
        uint32_t end = end_at(t, word, stop);
        if (imr_search_behind_either(t->clean, stop - ALONE + 1, stop, '.', '?') ==
                stop - ALONE + 1 &&
            end > 0 && end <= at)
            return end;
        at = stop;
    }
    return text.at;
}

imr_span imr_sentence_with(const imr_text *t, imr_span *text, uint32_t at)
{
    imr_span sentence = {0};
    text->at = end_before(t, *text, at);
    while (imr_next_sentence(t, text, &sentence) && sentence.end <= at)
        ;
    return sentence;
}

/* The anchor's next place. */
static uint32_t find_anchor(const imr_text *t, imr_span text, const imr_anchor *a)
{
    const char *in = imr_is_upper(a->word[a->rare]) ? t->clean : t->low;
    const char *p = in + text.at, *end = in + text.end;
    size_t size = strlen(a->word), apart = a->rare > 0 ? a->rare : size - 1;
    for (; (p = imr_find_pair(p, end, a->word[0], a->word[apart], (ptrdiff_t)apart)) != NULL; p++)
        if ((size_t)(end - p) >= size && imr_same_bytes(p, a->word, size))
            return (uint32_t)(p - in);
    return IMR_NOWHERE;
}

const imr_anchor *imr_next_anchor(const imr_text *t, imr_anchor *anchors, size_t count,
                                  imr_span text)
{
    const imr_anchor *first = NULL;
    for (size_t i = 0; i < count; i++) {
        imr_anchor *a = &anchors[i];
        if (a->at < text.at || a->at == 0)
            a->at = find_anchor(t, text, a);
        if (a->at != IMR_NOWHERE && (first == NULL || a->at < first->at))
            first = a;
    }
    return first;
}

imr_any_anchor imr_any_of(const imr_anchor *anchors, size_t count)
{
    imr_any_anchor any = {.anchors = anchors, .count = (uint32_t)count};
    for (unsigned i = 0; i < count; i++)
        imr_add_pair(&any.pairs, i, anchors[i].word + anchors[i].rare);
    return any;
}

const imr_anchor *imr_next_of(const imr_text *t, const imr_any_anchor *any, imr_span text,
                              uint32_t *at)
{
    for (uint32_t pair = text.at;
         (pair = imr_search_pairs(t->low, pair, text.end, &any->pairs)) < text.end; pair++)
        for (uint32_t i = 0; i < any->count; i++) {
            const imr_anchor *a = &any->anchors[i];
            uint32_t from = pair - a->rare;
            if (a->word[a->rare] == t->low[pair] && pair >= text.at + a->rare &&
                imr_reads(t, from, text.end, a->word)) {
                *at = from;
                return a;
            }
        }
    return NULL;
}

/* ---- words ----------------------------------------------------------------------------------- */

/* The first word of [at, end); without one its end is not behind its beginning. */
static inline imr_span word_from(const char *text, uint32_t at, uint32_t end)
{
    for (; at < end; at++) {
        at += text[at] == ' ';
        uint32_t stop = text[at] != '-' ? imr_search_run_end(text, at, end) : at;
        if (stop > at)
            return (imr_span){at, stop};
    }
    return (imr_span){end, end};
}

bool imr_next_word(const imr_text *t, imr_span *s, imr_span *word)
{
    *word = word_from(t->clean, s->at, s->end);
    s->at = word->end;
    return !imr_empty(*word);
}

bool imr_is_word(const imr_text *t, imr_span word, const char *const *list)
{
    const char *text = t->low + word.at;
    size_t size = word.end - word.at;
    while (*list != NULL && **list < *text)
        list++;
    for (; *list != NULL && **list == *text; list++) {
        const char *p = *list;
        size_t i = 0;
        while (i < size && text[i] == p[i])
            i++;
        if (p[i] == '*' || (p[i] == '\0' && i == size))
            return true;
    }
    return false;
}

bool imr_has_word(const imr_text *t, imr_span s, const char *const *list, imr_span *word)
{
    while (imr_next_word(t, &s, word))
        if (imr_is_word(t, *word, list))
            return true;
    return false;
}

bool imr_only_in(const imr_stage *s, imr_span span, imr_lists lists)
{
    imr_span word;
    while (imr_next_word(s->doc->text, &span, &word))
        if (!(imr_stage_word(s, word) & lists))
            return false;
    return true;
}

bool imr_first_in(const imr_stage *s, imr_span span, imr_lists lists, imr_span *word)
{
    enum { KNOWN = 64 };
    const imr_text *t = s->doc->text;
    for (uint32_t at = span.at; at < span.end;) {
        const imr_runs runs = imr_runs_of(t->clean + at);
        uint32_t next = at + KNOWN;
        for (uint64_t left = runs.parts; left != 0;) {
            unsigned first = (unsigned)__builtin_ctzll(left);
            uint64_t others = ~runs.all >> first;
            word->at = at + first;
            if (word->at >= span.end)
                break;
            if (others != 0) {
                unsigned size = (unsigned)__builtin_ctzll(others);
                word->end = word->at + size;
                left &= ~(uint64_t)1 << (first + size - 1);
            } else { /* it may go on behind what is known */
                word->end = imr_search_run_end(t->clean, word->at, span.end);
                next = word->end > next ? word->end : next;
                left = 0;
            }
            word->end = word->end < span.end ? word->end : span.end;
            if (imr_stage_word_is(s, *word, lists))
                return true;
        }
        at = next;
    }
    *word = (imr_span){span.end, span.end};
    return false;
}

/* ---- what is said ---------------------------------------------------------------------------- */

bool imr_says(const imr_stage *s, imr_pattern id, imr_span within)
{
    imr_match match;
    return !imr_empty(within) && imr_stage_match(s, id, within, &match);
}

/* Is there a word without which nobody else is told of? "The patient" is somebody else only with a
 * pronoun behind it. */
static bool names_another(const imr_stage *s, imr_span before)
{
    static const char *const pronouns[] = {" he", " she", " whom"};
    const imr_text *t = s->doc->text;
    imr_span word;
    while (imr_first_in(s, before, IMR_IN(PEOPLE), &word)) {
        if (!imr_is(t, word, "patient") || IMR_READS_ANY(t, word.end, before.end, pronouns))
            return true;
        before.at = word.end;
    }
    return false;
}

bool imr_of_another(const imr_stage *s, imr_span sentence, uint32_t at)
{
    enum { NEAR = 60 }; /* bytes: beyond them the sentence has turned to the worker again */
    uint32_t from = at - sentence.at > NEAR ? at - NEAR : sentence.at;
    while (from > sentence.at && from < at && s->doc->text->clean[from - 1] != ' ')
        from++;
    imr_span before = {from, at};
    return names_another(s, before) && imr_says(s, IMR_PATTERN_ANOTHER_PERSON, before);
}

/* ---- dates ----------------------------------------------------------------------------------- */

bool imr_set_date(const imr_stage *s, imr_record *r, int key, const char *field,
                  const imr_found_date *found)
{
    imr_document *d = s->doc;
    imr_span span = found->span;
    if (found->reading == IMR_DATE_IMPOSSIBLE) {
        imr_notef(d, "impossible-date", span.at, "%s: \"%.*s\" is no date of the calendar", field,
                  (int)(span.end - span.at), d->text->clean + span.at);
        return false;
    }
    char *text = imr_arena_take(d->arena, IMR_DATE_SIZE + 1);
    if (text == NULL) {
        d->no_memory = true;
        return false;
    }
    imr_write_date(found->date, text);
    imr_set_string(r, key, text, IMR_DATE_SIZE, span);
    return true;
}

static const imr_value *header_date(const imr_stage *s, int key)
{
    const imr_record *header = imr_inside(s->doc->root, IMR_document_case);
    return imr_has(header, key) ? &header->values[key] : NULL;
}

bool imr_header_agrees(const imr_stage *s, int key, imr_date date)
{
    const imr_value *v = header_date(s, key);
    return v != NULL && imr_is_written_date(v->as.string, date);
}

void imr_date_of_header(const imr_stage *s, imr_record *r, int key, int header_key)
{
    const imr_value *v = header_date(s, header_key);
    if (v != NULL && !imr_has(r, key))
        imr_set_string(r, key, v->as.string, v->size, v->span);
}
