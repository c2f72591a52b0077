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

/* ---- cues ------------------------------------------------------------------------------------ */

typedef struct cue_word {
    const char *word; /* in lower case; NULL: none */
    uint32_t size;
    uint32_t place; /* of its triple in the word */
    imr_cue_kind kind;
} cue_word;
#define CUE(word, place, kind)                                                                     \
    {                                                                                              \
        word, sizeof(word) - 1, place, IMR_CUE_##kind                                              \
    }

/* By the numbers of their triples; where two have one number, hardly anything else is found by what
 * one has of the first and the other of the second. */
static const cue_word cue_words[][2] = {
    {CUE("utilization", 1, REVIEW), CUE("repetitive", 4, CUMULATIVE)},
    {CUE("diagnos", 2, DIAGNOSIS)},
    {CUE("impression", 0, DIAGNOSIS)},
    {CUE("assess", 0, DIAGNOSIS)},
    {CUE(" dx", 1, DIAGNOSIS)},
    {CUE("treat", 0, TREATED)},
    {CUE("followed", 2, TREATED), CUE("cumulative", 2, CUMULATIVE)},
    {CUE("continuous", 2, CUMULATIVE)},
};

imr_triples imr_cue_triples(void)
{
    imr_triples triples = {0};
    for (unsigned i = 0; i < sizeof cue_words / sizeof *cue_words; i++)
        for (const cue_word *w = cue_words[i]; w < cue_words[i] + 2 && w->word != NULL; w++)
            imr_add_triple(&triples, i, w->word + w->place, w->place + IMR_THIRD < w->size);
    return triples;
}

/* The ends of the lists that places are noted at. */
typedef struct cue_ends {
    const imr_stage *stage;
    const imr_cue **of[IMR_CUES];
} cue_ends;

static void note_cue(cue_ends *ends, imr_cue_kind kind, uint32_t at)
{
    imr_cue *cue = imr_arena_take(ends->stage->doc->arena, sizeof *cue);
    if (cue == NULL) {
        ends->stage->doc->no_memory = true;
        return;
    }
    *cue = (imr_cue){NULL, at};
    *ends->of[kind] = cue;
    ends->of[kind] = &cue->next;
}

/* Notes the word whose triple may stand at `found`. */
static inline void note_word(cue_ends *ends, const cue_word *w, uint32_t found)
{
    const imr_stage *s = ends->stage;
    uint32_t at = found - w->place;
    if (found >= s->prose.at + w->place && s->prose.end - at >= w->size &&
        imr_same_bytes(s->doc->text->low + at, w->word, w->size))
        note_cue(ends, w->kind, at);
}

/* Instead of the places of "treat" and "followed" those of " for" behind the first of them. */
IMR_APART void find_treated(imr_stage *s)
{
    const char *low = s->doc->text->low;
    uint32_t at = s->cues[IMR_CUE_TREATED]->at;
    cue_ends ends = {.stage = s, .of[IMR_CUE_TREATED] = &s->cues[IMR_CUE_TREATED]};
    s->cues[IMR_CUE_TREATED] = NULL;
    for (; (at = imr_search_far(low, at, s->prose.end, " for", 4)) != IMR_NOWHERE; at++)
        note_cue(&ends, IMR_CUE_TREATED, at);
}

void imr_find_cues(imr_stage *s, const imr_triples *triples)
{
    const char *low = s->doc->text->low;
    cue_ends ends = {.stage = s};
    for (int kind = 0; kind < IMR_CUES; kind++)
        ends.of[kind] = &s->cues[kind];
    for (uint32_t at = s->prose.at, end = s->prose.end;
         (at = imr_search_triples(low, at, end, triples)) < end; at++)
        for (unsigned numbers = imr_triples_at(triples, low + at); numbers != 0;
             numbers &= numbers - 1) {
            const cue_word *row = cue_words[__builtin_ctz(numbers)];
            note_word(&ends, row, at);
            if (row[1].word != NULL)
                note_word(&ends, row + 1, at);
        }
    if (s->cues[IMR_CUE_TREATED] != NULL)
        find_treated(s);
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
    bool inside = false;
    for (uint32_t at = span.at; at < span.end; at += KNOWN) {
        uint64_t starts = imr_word_starts(imr_runs_of(t->clean + at), &inside);
        if (span.end - at < KNOWN)
            starts &= ((uint64_t)1 << (span.end - at)) - 1;
        for (; starts != 0; starts &= starts - 1) {
            uint32_t from = at + (uint32_t)__builtin_ctzll(starts);
            if (!(imr_word_may_be_in(s->words, t, from) & lists)) /* as mostly */
                continue;
            *word = (imr_span){from, imr_search_run_end(t->clean, from, span.end)};
            if (imr_stage_word(s, *word) & lists)
                return true;
        }
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
