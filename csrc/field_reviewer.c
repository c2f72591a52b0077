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
    imr_knowledge_longest(s->knowledge, table, t->low + list.at, list.end - list.at, &known);
    uint32_t end = list.at + (uint32_t)known;
    bool weak;
    if (known > 0) {
        uint32_t next = separator(t, end, list.end, &weak);
        if (end == list.end || (next > 0 && !weak))
            return (imr_span){list.at, end};
        size_t after = 0;
        if (next > 0)
            imr_knowledge_longest(s->knowledge, table, t->low + next, list.end - next, &after);
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

/* The entry of "Doctor of Psychology (PsyD)", "Fellowship Trained in Spine Surgery", without what
 * is said beside the name. */
IMR_APART const imr_entry *find_bare(const imr_stage *s, imr_span name)
{
    static const char *const leads[] = {"fellowship trained in ", "fellowship-trained in "};
    const imr_text *t = s->doc->text;
    for (size_t i = 0; i < sizeof leads / sizeof *leads; i++)
        if (imr_reads(t, name.at, name.end, leads[i])) {
            name.at += (uint32_t)strlen(leads[i]);
            break;
        }
    const char *opening =
        t->clean[name.end - 1] == ')' ? memchr(t->clean + name.at, '(', name.end - name.at) : NULL;
    if (opening != NULL)
        name = imr_trim(t, (imr_span){name.at, (uint32_t)(opening - t->clean)});
    return imr_knowledge_find(s->knowledge, IMR_TABLE_SPECIALTIES, t->clean + name.at,
                              name.end - name.at);
}

static void take_specialty(const imr_stage *s, imr_span name)
{
    const imr_text *t = s->doc->text;
    name = unstopped(t, name);
    imr_record *r = reviewer(s);
    imr_add_string(s->doc, r, IMR_reviewer_specialties, t->clean + name.at, name.end - name.at,
                   name);
    const imr_projection *p = s->doc->projection;
    if (!imr_wanted(&p->nodes[p->nodes[0].child[IMR_document_reviewer]], IMR_reviewer_boards))
        return;
    const imr_entry *e = imr_knowledge_find(s->knowledge, IMR_TABLE_SPECIALTIES, t->clean + name.at,
                                            name.end - name.at);
    if (e == NULL && !imr_empty(name))
        e = find_bare(s, name);
    size_t size;
    const char *board = e ? imr_entry_text(e, IMR_SPECIALTIES_BOARD, &size) : NULL;
    if (board != NULL)
        imr_add_known(s->doc, r, IMR_reviewer_boards, e, board, size, name);
}

/* ---- "Board Certified in X, has a subspecialty in Y and is licensed to practice in S." ------- */

#define FIND(t, s, word) imr_find_any_case(t, s, word, sizeof(word) - 1)

/* Does the text read the word up to `at`? */
static bool reads_back(const imr_text *t, uint32_t from, uint32_t at, const char *word)
{
    uint32_t size = (uint32_t)strlen(word);
    return at - from >= size && imr_reads(t, at - size, at, word);
}

/* What stands between the boards and "licensed" is taken off their end: ", and he is also ". */
static uint32_t boards_end(const imr_text *t, uint32_t from, uint32_t at)
{
    static const char *const words[][3] = {
        {"also ", "currently "}, {"is "}, {"he/she ", "she ", "he "}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        for (size_t k = 0; k < 3 && words[i][k] != NULL; k++) {
            uint32_t size = (uint32_t)strlen(words[i][k]);
            if (at - from > size && t->clean[at - size - 1] == ' ' &&
                imr_reads(t, at - size, at, words[i][k])) {
                at -= size;
                break;
            }
        }
    at--; /* a blank */
    at -= at > from && t->clean[at - 1] == ',';
    at -= reads_back(t, from, at, " and") ? 4 : 0;
    return at - (at > from && t->clean[at - 1] == ',');
}

/* The end of the states: the sentence's, or where the reviewer is spoken of again. */
static uint32_t states_end(const imr_text *t, uint32_t at, uint32_t end)
{
    for (; at < end; at++) {
        char c = t->clean[at];
        if (c == '.' || c == ':' || c == ';' ||
            (c == ' ' && (imr_reads(t, at + 1, end, "he ") || imr_reads(t, at + 1, end, "she ") ||
                          imr_reads(t, at + 1, end, "he/she"))))
            break;
    }
    return at;
}

/* The statement as nearly all letters word it. False where it differs in anything: then the
 * patterns read it. */
static bool plain_credentials(const imr_text *t, imr_span statement, imr_span *boards,
                              imr_span *states)
{
    static const char is[] = "reviewer is ", certified[] = "board certified in ",
                      licensed[] = "licensed to practice";
    enum { EARLY = 320, SHORTEST = 3, MOST_BOARDS = 400, MOST_STATES = 200 };
    uint32_t at = FIND(t, imr_first_of(statement, EARLY), is);
    if (at == IMR_NOWHERE || at == statement.at || t->clean[at - 1] != ' ')
        return false;
    at += sizeof is - 1;
    if (!imr_reads(t, at, statement.end, certified))
        return false;
    at += sizeof certified - 1;
    uint32_t next = FIND(t, ((imr_span){at, statement.end}), licensed);
    if (next == IMR_NOWHERE || next < at + SHORTEST || next > at + MOST_BOARDS ||
        t->clean[next - 1] != ' ' || imr_reads(t, at, next, "a ") || imr_reads(t, at, next, "an "))
        return false;
    imr_span in = {next + (uint32_t)sizeof licensed - 1 + 4, 0};
    if (!imr_reads(t, in.at - 4, statement.end, " in ") ||
        imr_reads(t, in.at, statement.end, "the state"))
        return false;
    in.end = states_end(t, in.at, statement.end);
    if (in.end < in.at + SHORTEST || in.end > in.at + MOST_STATES)
        return false;
    *boards = (imr_span){at, boards_end(t, at + 1, next)};
    *states = in;
    return true;
}

/* Any wording. The two may stand apart, and either may be missing. */
static void find_credentials(const imr_stage *s, imr_span statement, imr_span *boards,
                             imr_span *states)
{
    const imr_text *t = s->doc->text;
    imr_match match;
    if (FIND(t, statement, "licensed") != IMR_NOWHERE) {
        if (imr_stage_match(s, IMR_PATTERN_CREDENTIALS_INLINE, statement, &match)) {
            *boards = match.group[1];
            *states = match.group[2];
            return;
        }
        if (imr_stage_match(s, IMR_PATTERN_LICENSED_INLINE, statement, &match))
            *states = match.group[1];
    }
    if (s->outline->form->dialect != NULL &&
        imr_stage_match(s, IMR_PATTERN_CERTIFIED_IN, statement, &match))
        *boards = match.group[1];
}

/* What stands between a board and its subspecialty. */
static bool find_subspecialty(const imr_stage *s, imr_span boards, imr_span *out)
{
    static const char usual[] = "has a subspecialty in ";
    const imr_text *t = s->doc->text;
    uint32_t has = FIND(t, boards, "has "), with = FIND(t, boards, "with "),
             holds = FIND(t, boards, "holds ");
    if (has == IMR_NOWHERE && with == IMR_NOWHERE && holds == IMR_NOWHERE)
        return false;
    if (with == IMR_NOWHERE && holds == IMR_NOWHERE && has > boards.at + 1 &&
        imr_reads(t, has, boards.end, usual) && t->clean[has - 1] == ' ') {
        uint32_t at = has;
        at -= at - boards.at > 4 && t->clean[at - 5] == ' ' && reads_back(t, boards.at, at, "and ")
                  ? 4
                  : 0;
        while (at > boards.at && (t->clean[at - 1] == ' ' || t->clean[at - 1] == ','))
            at--;
        *out = (imr_span){at, has + sizeof usual - 1};
        return true;
    }
    imr_match match;
    bool found = imr_stage_match(s, IMR_PATTERN_SUBSPECIALTY, boards, &match);
    *out = match.whole;
    return found;
}

static void inline_credentials(const imr_stage *s, imr_span boards, imr_span states)
{
    imr_span between;
    while (find_subspecialty(s, boards, &between)) {
        each_name(s, IMR_TABLE_SPECIALTIES, (imr_span){boards.at, between.at}, take_specialty);
        boards.at = between.end;
    }
    each_name(s, IMR_TABLE_SPECIALTIES, boards, take_specialty);
    each_name(s, IMR_TABLE_STATES, states, take_state);
}

/* ---- "State(s) of Licensure: A, B" / "Certification(s)/Specialty: X, Y" ---------------------- */

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

/* The next "licensure", by letters of it that hardly stand so in the rest of a statement. */
static uint32_t next_licensure(const imr_text *t, imr_span s)
{
    enum { BEFORE = 2 };
    imr_span rest = {s.at + BEFORE, s.end};
    for (uint32_t at; (at = FIND(t, rest, "censu")) != IMR_NOWHERE; rest.at = at + 1)
        if (imr_reads(t, at - BEFORE, s.end, "licensure"))
            return at - BEFORE;
    return IMR_NOWHERE;
}

/* The label as it is printed, or nearly so. */
static bool exact_label(const imr_stage *s, imr_span statement, imr_span *out)
{
    static const char word[] = "licensure", usual[] = " state(s) of licensure:";
    enum { SIZE = sizeof word - 1, AROUND = 24, BEFORE = sizeof usual - sizeof word - 1 };
    const imr_text *t = s->doc->text;
    imr_span rest = statement;
    for (uint32_t at; (at = next_licensure(t, rest)) != IMR_NOWHERE; rest.at = at + SIZE) {
        if (at - rest.at >= BEFORE && imr_reads(t, at - BEFORE, rest.end, usual)) {
            *out = (imr_span){at - BEFORE + 1, at + SIZE + 1};
            return true;
        }
        imr_span before = {rest.at, at}, behind = {at, rest.end};
        imr_span around = {imr_last_of(before, AROUND).at, imr_first_of(behind, AROUND).end};
        imr_match match;
        if (imr_stage_match(s, IMR_PATTERN_LICENSURE_LABEL, around, &match)) {
            *out = match.whole;
            return true;
        }
    }
    return false;
}

static bool misread_licensure(const imr_text *t, imr_span statement, imr_span *out)
{
    return FIND(t, statement, "credentials:") != IMR_NOWHERE &&
           misread_label(t, statement, "state(s) of licensure:", out);
}

bool imr_licensure_label(const imr_stage *s, imr_span statement, imr_span *out)
{
    return exact_label(s, statement, out) || misread_licensure(s->doc->text, statement, out);
}

/* The other label. */
static bool specialty_label(const imr_stage *s, imr_span statement, imr_span *out)
{
    static const char word[] = "certification", usual[] = " certification(s)/specialty:";
    const imr_text *t = s->doc->text;
    uint32_t at = FIND(t, statement, word);
    imr_match match;
    if (at != IMR_NOWHERE && at > statement.at && imr_reads(t, at - 1, statement.end, usual)) {
        *out = (imr_span){at, at + sizeof usual - 2};
        return true;
    }
    if (at != IMR_NOWHERE &&
        imr_stage_match(s, IMR_PATTERN_SPECIALTY_LABEL, (imr_span){at, statement.end}, &match)) {
        *out = match.whole;
        return true;
    }
    return misread_label(t, statement, "certification(s)/specialty:", out);
}

/* "State(s) of Licensure: A, B" / "Certification(s)/Specialty: X, Y", each to the end of its
 * paragraph: the next label, or the end of the section. */
static void credential_block(const imr_stage *s, imr_span statement, imr_span licensure)
{
    imr_span specialty, states = {licensure.end, statement.end};
    if (specialty_label(s, statement, &specialty)) {
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
    const imr_text *t = s->doc->text;
    imr_span label, boards = {0}, states = {0}, statement = imr_trim(t, o->parts[IMR_STATEMENT]);
    bool plain = false, labelled = exact_label(s, statement, &label);
    if (!labelled) {
        plain = plain_credentials(t, statement, &boards, &states);
        labelled = !plain && misread_licensure(t, statement, &label);
    }
    if (labelled) {
        credential_block(s, statement, label);
    } else {
        if (!plain)
            find_credentials(s, statement, &boards, &states);
        inline_credentials(s, boards, states);
    }
}
