/* field_reviewer.c - licensure, specialties and boards. */
#include <string.h>

#include "fields.h"
#include "prose.h"
#include "slip.h"

static bool separator_word(const imr_text *t, uint32_t at, uint32_t end, const char *word)
{
    uint32_t size = (uint32_t)strlen(word);
    return imr_reads(t, at, end, word) && at + size < end && t->clean[at + size] == ' ';
}

/* The end of a separator at `at` between two names: a comma, a semicolon, a slash with a blank,
 * a line's end, the word `and`, an ampersand. 0 where there is none. `weak` is set where the
 * separator may as well belong to a name. */
static uint32_t separator(const imr_text *t, uint32_t at, uint32_t end, bool *weak)
{
    uint32_t from = at;
    *weak = true;
    for (;;) {
        while (at < end && t->clean[at] == ' ')
            at++;
        if (at >= end)
            return at;
        if (strchr(",;", t->clean[at]) != NULL) {
            at++;
            *weak = false;
        } else if (at > from && separator_word(t, at, end, "and")) {
            at += 3;
        } else if (t->clean[at] == '/' ||
                   (at > from && t->clean[at] == '&' && at + 1 < end && t->clean[at + 1] == ' ')) {
            at++;
        } else {
            break;
        }
    }
    bool any = false;
    for (uint32_t i = from; i < at; i++)
        any |= t->clean[i] != ' ';
    return any ? at : 0;
}

typedef void take_name(const imr_stage *s, imr_span name);

/* The name at `at` ends before the next separator. A weak one (`and`, `&`, `/`) separates only
 * where the names on its two sides are known and the whole is not. */
static imr_span next_name(const imr_stage *s, imr_table table, imr_span list)
{
    const imr_text *t = s->doc->text;
    size_t known;
    imr_knowledge_longest(s->knowledge, table, t->clean + list.at, list.end - list.at, &known);
    uint32_t end = list.at + (uint32_t)known;
    bool weak;
    if (known > 0) {
        uint32_t next = separator(t, end, list.end, &weak);
        if (end == list.end || (next > 0 && !weak))
            return (imr_span){list.at, end};
        size_t after = 0;
        if (next > 0)
            imr_knowledge_longest(s->knowledge, table, t->clean + next, list.end - next, &after);
        if (after > 0)
            return (imr_span){list.at, end};
    }
    for (end = list.at; end < list.end;) {
        uint32_t next = separator(t, end, list.end, &weak);
        if (next > 0 && !weak && t->clean[end] != ' ')
            break;
        end = next > end + 1 && weak ? next : end + 1; /* a run of weak ones is read once */
    }
    return imr_trim(t, (imr_span){list.at, end});
}

static void each_name(const imr_stage *s, imr_table table, imr_span list, take_name *take)
{
    const imr_text *t = s->doc->text;
    list = imr_trim(t, list);
    while (!imr_empty(list)) {
        bool weak;
        imr_span name = next_name(s, table, list);
        if (!imr_empty(name))
            take(s, name);
        uint32_t next = separator(t, name.end, list.end, &weak);
        list.at = next > name.end ? next : name.end + 1;
    }
}

static imr_record *reviewer(const imr_stage *s)
{
    return imr_open(s->doc, s->doc->root, IMR_document_reviewer);
}

/* Without a full stop that ends the list; one that ends an abbreviation stays ("D.C."). */
static imr_span unstopped(const imr_text *t, imr_span s)
{
    s = imr_trim(t, s);
    if (s.end - s.at > 3 && t->clean[s.end - 1] == '.' && t->clean[s.end - 3] != '.')
        s.end--;
    return s;
}

static void take_state(const imr_stage *s, imr_span name)
{
    name = unstopped(s->doc->text, name);
    if (imr_reads(s->doc->text, name.at, name.end, "the ")) /* "the District of Columbia" */
        name.at += 4;
    imr_add_string(s->doc, reviewer(s), IMR_reviewer_licensure, s->doc->text->clean + name.at,
                   name.end - name.at, name);
}

static void take_specialty(const imr_stage *s, imr_span name)
{
    const imr_text *t = s->doc->text;
    name = unstopped(t, name);
    imr_record *r = reviewer(s);
    imr_add_string(s->doc, r, IMR_reviewer_specialties, t->clean + name.at, name.end - name.at,
                   name);
    const imr_entry *e = imr_knowledge_find(s->knowledge, IMR_TABLE_SPECIALTIES, t->clean + name.at,
                                            name.end - name.at);
    size_t size;
    const char *board = e ? imr_entry_text(e, IMR_SPECIALTIES_BOARD, &size) : NULL;
    if (board != NULL)
        imr_add_unique(s->doc, r, IMR_reviewer_boards, board, size, name);
}

/* "Board Certified in X, has a subspecialty in Y and is licensed to practice in S." The two may
 * stand apart, and either may be missing. */
static void inline_credentials(const imr_stage *s, imr_span statement)
{
    imr_match match;
    imr_span boards = {0}, states = {0};
    if (imr_stage_match(s, IMR_PATTERN_CREDENTIALS_INLINE, statement, &match)) {
        boards = match.group[1];
        states = match.group[2];
    } else {
        if (imr_stage_match(s, IMR_PATTERN_LICENSED_INLINE, statement, &match))
            states = match.group[1];
        if (s->outline->form->dialect != NULL &&
            imr_stage_match(s, IMR_PATTERN_CERTIFIED_IN, statement, &match))
            boards = match.group[1];
    }
    while (imr_stage_match(s, IMR_PATTERN_SUBSPECIALTY, boards, &match)) {
        each_name(s, IMR_TABLE_SPECIALTIES, (imr_span){boards.at, match.whole.at}, take_specialty);
        boards.at = match.whole.end;
    }
    each_name(s, IMR_TABLE_SPECIALTIES, boards, take_specialty);
    each_name(s, IMR_TABLE_STATES, states, take_state);
}

/* The end of the line on which a list begins, and of those that a comma leads to. */
static uint32_t lines_end(const imr_text *t, imr_span list)
{
    list = imr_trim(t, list);
    for (uint32_t i = imr_text_line(t, list.at); i < t->line_count; i++) {
        uint32_t end = t->lines[i].at + t->lines[i].size;
        if (end >= list.end)
            break;
        if (t->clean[end - 1] != ',')
            return end;
    }
    return list.end;
}

/* A label of the block that is misread, at a line's start. */
static bool misread_label(const imr_text *t, imr_span statement, const char *label, imr_span *out)
{
    for (uint32_t i = imr_text_line(t, statement.at); i < t->line_count; i++) {
        uint32_t at = t->lines[i].at;
        if (at >= statement.end)
            break;
        uint32_t end = at < statement.at ? 0 : imr_read_slipped(t, at, statement.end, label);
        if (end == 0)
            continue;
        *out = (imr_span){at, end};
        return true;
    }
    return false;
}

bool imr_licensure_label(const imr_stage *s, imr_span statement, imr_span *out)
{
    static const char word[] = "licensure";
    enum { SIZE = sizeof word - 1, AROUND = 24 };
    const imr_text *t = s->doc->text;
    imr_span rest = statement;
    for (uint32_t at; (at = imr_find_any_case(t, rest, word, SIZE)) != IMR_NOWHERE;
         rest.at = at + SIZE) {
        imr_span before = {rest.at, at}, behind = {at, rest.end};
        imr_span around = {imr_last_of(before, AROUND).at, imr_first_of(behind, AROUND).end};
        imr_match match;
        if (imr_stage_match(s, IMR_PATTERN_LICENSURE_LABEL, around, &match)) {
            *out = match.whole;
            return true;
        }
    }
    return imr_find_any_case(t, statement, "credentials:", 12) != IMR_NOWHERE &&
           misread_label(t, statement, "state(s) of licensure:", out);
}

/* "State(s) of Licensure: A, B" / "Certification(s)/Specialty: X, Y", each to the end of its
 * paragraph: the next label, or the end of the section. */
static void credential_block(const imr_stage *s, imr_span statement, imr_span licensure)
{
    imr_span specialty, states = {licensure.end, statement.end};
    imr_match match;
    bool labelled = imr_stage_match(s, IMR_PATTERN_SPECIALTY_LABEL, statement, &match);
    if (labelled)
        specialty = match.whole;
    else
        labelled =
            misread_label(s->doc->text, statement, "certification(s)/specialty:", &specialty);
    if (labelled) {
        imr_span specialties = {specialty.end, statement.end};
        if (!s->outline->has[IMR_SUMMARY]) /* something else may stand behind the list */
            specialties.end = lines_end(s->doc->text, specialties);
        if (specialty.at > states.at)
            states.end = specialty.at;
        else
            specialties.end = licensure.at;
        each_name(s, IMR_TABLE_SPECIALTIES, specialties, take_specialty);
    }
    each_name(s, IMR_TABLE_STATES, states, take_state);
}

void imr_field_reviewer(const imr_stage *s)
{
    const imr_outline *o = s->outline;
    if (o->form == NULL || !o->has[IMR_STATEMENT])
        return;
    imr_span label, statement = imr_trim(s->doc->text, o->parts[IMR_STATEMENT]);
    if (imr_licensure_label(s, statement, &label))
        credential_block(s, statement, label);
    else
        inline_credentials(s, statement);
}
