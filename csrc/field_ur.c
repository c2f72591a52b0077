/* field_ur.c - date and action of the utilization review decision.
 *
 * A sentence that names the review is read: its verb, before or behind, says what was decided; its
 * date stands next to the name, or opens the sentence, or ends it. The sentence behind it may go
 * on. Of several decisions the one under appeal is that of the header block, else the last that
 * is told and not called an earlier one.
 */
#include "fields.h"

#include <string.h>

#include "ascii.h"
#include "prose.h"
#include "search.h"
#include "ur.h"

enum { LONGEST = 800 }; /* bytes on either side of the review's name that are read */

typedef struct decision {
    imr_found_date date; /* span empty: no date */
    imr_ur_action action;
    imr_span verb;
    bool earlier, agrees; /* called so; has the header block's date */
} decision;

/* ---- one sentence ---------------------------------------------------------------------------- */

/* Behind who did it, "UR (Dr. Smith) on D"; of a parenthesis with a number nothing is known. */
static uint32_t behind_parenthesis(const imr_text *t, imr_span behind)
{
    enum { MOST = 60 };
    uint32_t at = behind.at;
    if (behind.end - at < 3 || t->clean[at] != ' ' || t->clean[at + 1] != '(')
        return at;
    for (uint32_t i = at + 2; i < behind.end && i - at < MOST; i++) {
        if (t->clean[i] == ')')
            return i + 1;
        if (t->clean[i] >= '0' && t->clean[i] <= '9')
            break;
    }
    return at;
}

/* Behind the name: "review dated D", "review determination rendered on D". */
static bool date_behind(const imr_stage *s, imr_span behind, imr_found_date *date)
{
    behind.at = behind_parenthesis(s->doc->text, behind);
    return imr_next_date(s->doc->text, behind, date) &&
           imr_only_in(s, (imr_span){behind.at, date->span.at}, IMR_IN(REVIEW));
}

static bool ends_clause(char c)
{
    return c == ',' || c == ';' || c == ':' || c == '.';
}

/* "The D UR denial": nothing between the date and the name, and what leads to both is no part of
 * another date's clause. */
static bool is_attribute(const imr_text *t, imr_span left, imr_span gap)
{
    static const char *const leads[] = {"the",     "a",        "an",       "this",  "that",
                                        "initial", "original", "previous", "prior", "per"};
    imr_span last = {left.end, left.end};
    if (gap.end - gap.at != 1 || left.end - left.at < 2 || t->clean[left.end - 1] != ' ')
        return false;
    last.at = imr_search_word_start(t->clean, left.at, --last.end);
    return IMR_IS_ANY(t, last, leads);
}

/* "Was denied on D by utilization review"; of verbs in the passive also the one that a further
 * verdict follows: "Norco was modified on D and Soma". */
static bool follows_verb(const imr_stage *s, imr_span left, imr_span gap, bool passive)
{
    imr_match m;
    if (left.end - left.at < 3 || !imr_reads(s->doc->text, left.end - 3, left.end, "on "))
        return false;
    return imr_stage_match(s, IMR_PATTERN_VERB_BEFORE_DATE, left, &m) &&
           !imr_says(s, IMR_PATTERN_DOINGS_OF_OTHERS, (imr_span){m.whole.at, left.end}) &&
           (imr_only_in(s, gap, IMR_IN(REVIEW)) ||
            (passive && imr_says(s, IMR_PATTERN_ANOTHER_VERDICT, gap) &&
             !imr_says(s, IMR_PATTERN_DOINGS_OF_OTHERS, gap)));
}

/* Does somebody else do something in the gap between the date and the name? */
static bool others_do(const imr_stage *s, imr_span gap)
{
    imr_match m;
    if (!imr_says(s, IMR_PATTERN_DOINGS_OF_OTHERS, gap))
        return false;
    if (!imr_stage_match(s, IMR_PATTERN_REQUEST_DECIDED_ON, gap, &m))
        return true;
    gap.at = m.whole.end;
    return imr_says(s, IMR_PATTERN_DOINGS_OF_OTHERS, gap);
}

/* Is the name a verb in the passive: "was non-certified"? */
static bool is_passive(const imr_text *t, imr_span name)
{
    static const char *const forms[] = {"was ", "were ", "been "};
    return IMR_READS_ANY(t, name.at, name.end, forms);
}

/* "She has pain On D UR denied", whose full stop was lost, "it was noted that on D the UR denied":
 * a clause of its own begins with the date. */
IMR_APART bool opens_within(const imr_stage *s, imr_span left, imr_span gap)
{
    static const char *const joining[] = {"and",  "because", "but",   "since", "that",
                                          "then", "when",    "where", "which", "while"};
    static const char *const articles[] = {"a", "an", "the", "their", "this"};
    const imr_text *t = s->doc->text;
    if (t->clean[left.end - 3] == 'O')
        return imr_only_in(s, gap, IMR_IN(REVIEW)) || !others_do(s, gap);
    imr_span word = {left.end - 4, left.end - 4};
    word.at = imr_search_word_start(t->clean, left.at, word.end);
    if (t->clean[word.end] != ' ' || !IMR_IS_ANY(t, word, joining))
        return false;
    while (gap.at < gap.end && (t->clean[gap.at] == ' ' || t->clean[gap.at] == ','))
        gap.at++;
    word = (imr_span){gap.at, imr_search_word_end(t->clean, gap.at, gap.end)};
    return imr_empty(gap) || (IMR_IS_ANY(t, word, articles) && word.end + 1 == gap.end);
}

/* Before the name: "On D, the reviewer ...", "A D utilization review", "On D both were denied in
 * utilization review", "was denied on D by utilization review". */
static bool date_before(const imr_stage *s, imr_span before, bool passive, imr_found_date *date)
{
    const imr_text *t = s->doc->text;
    imr_span rest = before;
    bool any = false;
    imr_found_date next;
    while (imr_next_date(t, rest, &next)) { /* the last one */
        *date = next;
        rest.at = next.span.end;
        any = true;
    }
    if (!any)
        return false;
    imr_span left = {before.at, date->span.at}, gap = {date->span.end, before.end};
    for (uint32_t at = left.end; at-- > left.at;) /* the clause alone */
        if (ends_clause(t->clean[at])) {
            left.at = at + 1;
            break;
        }
    if (imr_only_in(s, left, IMR_IN(OPENS_DECISION)))
        return imr_only_in(s, gap, IMR_IN(REVIEW)) || !others_do(s, gap);
    return is_attribute(t, left, gap) || follows_verb(s, left, gap, passive) ||
           (left.end - left.at > 4 && imr_reads(t, left.end - 3, left.end, "on ") &&
            opens_within(s, left, gap));
}

/* Further behind: "denied the request for therapy on D". The name may be the verb itself. */
static bool date_further(const imr_stage *s, imr_span name, imr_span behind, imr_found_date *date)
{
    imr_span rest = behind, word;
    while (imr_next_date(s->doc->text, rest, date)) {
        imr_span left = {behind.at, date->span.at}, said = {name.at, date->span.at};
        const char *clean = s->doc->text->clean;
        bool enclosed = date->span.at > behind.at && clean[date->span.at - 1] == '(' &&
                        date->span.end < behind.end && clean[date->span.end] == ')';
        /* "UR denied the gel 9/1/14." */
        bool last = date->span.end + enclosed + 1 >= behind.end;
        if (imr_says(s, IMR_PATTERN_DECISION_DATED, left) ||
            ((last || imr_says(s, IMR_PATTERN_DECIDED_ON, left)) &&
             imr_first_in(s, said, IMR_IN(DECIDING), &word) &&
             !imr_says(s, IMR_PATTERN_DOINGS_OF_OTHERS, left)))
            return true;
        rest.at = date->span.end;
    }
    return false;
}

/* "It was submitted to utilization review on D and denied on D": the second is the decision's. */
IMR_APART void decided_later(const imr_stage *s, imr_span name, imr_span behind,
                             imr_found_date *date)
{
    static const char *const sent[] = {"faxed",    "forwarded", "given",
                                       "referred", "sent",      "submitted"};
    const imr_text *t = s->doc->text;
    imr_found_date later;
    uint32_t end = name.at - 4;
    imr_span word = {imr_search_word_start(t->clean, 0, end), end};
    behind.at = date->span.end;
    if (IMR_IS_ANY(t, word, sent) && date_further(s, name, behind, &later))
        *date = later;
}

/* Is the review named right at `at`, "utilization", and nobody before? */
static bool named_at(const imr_stage *s, imr_span sentence, uint32_t at, imr_span *name)
{
    const imr_text *t = s->doc->text;
    uint32_t end = at + (uint32_t)strlen("utilization");
    if (!imr_reads(t, at, sentence.end, "utilization") ||
        !imr_reads(t, end + 1, sentence.end, "review") ||
        (t->clean[end] != ' ' && t->clean[end] != '-'))
        return false;
    end += 1 + (uint32_t)strlen("review");
    end += imr_reads(t, end, sentence.end, "er") ? 2 : 0;
    if (imr_reads(t, end, sentence.end, "'s"))
        end += 2;
    else if (imr_reads(t, end, sentence.end, "\xE2\x80\x99s"))
        end += 4;
    if ((end < sentence.end && imr_of_word(t->clean[end])) ||
        (at > sentence.at && imr_of_word(t->clean[at - 1])) ||
        memchr(t->clean + sentence.at, '\'', at - sentence.at) != NULL)
        return false;
    for (uint32_t i = sentence.at; i < at; i++) {
        imr_span word = {i, imr_search_word_end(t->clean, i, at)};
        if (!imr_empty(word) && imr_stage_word_is(s, word, IMR_IN(NAMES_REVIEW)))
            return false;
        i = word.end;
    }
    *name = (imr_span){at, end};
    return true;
}

/* Can it be said behind `at` that a request was decided on a day? The form of 2013 alone, whose
 * summary may be the review's own, need not say the day. */
static bool may_tell_unnamed(const imr_stage *s, imr_span sentence, uint32_t at)
{
    static const char *const verbs[] = {"deni", "modif",  "certif", "partial",
                                        "not ", "declin", "refus",  "reject"};
    const char *low = s->doc->text->low;
    if (s->outline->form->dialect != NULL)
        return true;
    if (imr_search(low, at, sentence.end, " on ", 4) == IMR_NOWHERE &&
        !imr_reads(s->doc->text, imr_trim(s->doc->text, sentence).at, at, "on "))
        return false;
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (imr_search(low, at, sentence.end, verbs[i], strlen(verbs[i])) != IMR_NOWHERE)
            return true;
    return false;
}

/* Where the review is named in a sentence with an anchor at `at`. */
static bool find_name(const imr_stage *s, imr_pattern named, imr_span sentence, uint32_t at,
                      imr_span *name)
{
    imr_match m;
    if (named == IMR_PATTERN_UR_NAMED && named_at(s, sentence, at, name))
        return true;
    if (named == IMR_PATTERN_UR_UNNAMED && !may_tell_unnamed(s, sentence, at))
        return false;
    bool found = imr_stage_match(s, named, sentence, &m);
    *name = m.whole;
    return found;
}

/* "Norco was modified to #60, and Soma was denied": the first verdict of one decision stands before
 * the name that goes with the second. A date of another day there is that of another decision. */
static void read_earlier_verdict(const imr_stage *s, imr_span before, decision *d)
{
    const char *low = s->doc->text->low;
    imr_match m;
    imr_found_date date;
    if (d->action != IMR_UR_DENIED ||
        (imr_search(low, before.at, before.end, "modified", 8) == IMR_NOWHERE &&
         imr_search(low, before.at, before.end, "partial", 7) == IMR_NOWHERE) ||
        !imr_stage_match(s, IMR_PATTERN_BEEN_MODIFIED, before, &m) ||
        (imr_next_date(s->doc->text, (imr_span){m.whole.end, before.end}, &date) &&
         date.span.at != d->date.span.at))
        return;
    d->action = IMR_UR_MODIFIED;
    d->verb = m.whole;
}

/* The date alone, with `actions` false. */
static bool read_decision(const imr_stage *s, imr_span sentence, imr_span following, imr_span name,
                          bool actions, decision *d)
{
    imr_span before = imr_last_of((imr_span){sentence.at, name.at}, LONGEST);
    imr_span behind = imr_first_of((imr_span){name.end, sentence.end}, LONGEST), next;
    *d = (decision){0};
    if (date_behind(s, behind, &d->date)) {
        if (before.end - before.at > 4 &&
            imr_reads(s->doc->text, before.end - 4, before.end, " to "))
            decided_later(s, name, behind, &d->date);
    } else if (!date_before(s, before, is_passive(s->doc->text, name), &d->date) &&
               !date_further(s, name, behind, &d->date)) {
        d->date = (imr_found_date){0};
    }
    if (!actions)
        return !imr_empty(d->date.span);
    d->earlier = imr_first_in(s, before, IMR_IN(EARLIER), &next);
    if (!imr_read_ur_action(s, (imr_span){name.at, behind.end}, &d->action, &d->verb) &&
        !imr_read_ur_action(s, before, &d->action, &d->verb) && !imr_empty(d->date.span) &&
        imr_next_sentence(s->doc->text, &following, &next) &&
        imr_says(s, IMR_PATTERN_GOES_ON_WITH_DECISION, next))
        imr_read_ur_action(s, imr_first_of(next, LONGEST), &d->action, &d->verb);
    read_earlier_verdict(s, before, d);
    d->agrees = d->date.reading == IMR_DATE_READ &&
                imr_header_agrees(s, IMR_case_ur_denial_date, d->date.date);
    return d->action != IMR_UR_UNTOLD || !imr_empty(d->date.span);
}

/* ---- all of them ----------------------------------------------------------------------------- */

static bool same_date(const decision *a, const decision *b)
{
    imr_date x = a->date.date, y = b->date.date;
    return imr_empty(a->date.span) || imr_empty(b->date.span) ||
           (x.year == y.year && x.month == y.month && x.day == y.day);
}

/* A second telling of one decision adds what the first left out. */
static void merge(decision *into, const decision *d)
{
    if (imr_empty(into->date.span)) {
        into->date = d->date;
        into->agrees = d->agrees;
    }
    if (d->action > into->action) {
        into->action = d->action;
        into->verb = d->verb;
    }
    into->earlier &= d->earlier;
}

static bool is_better(const decision *d, const decision *than)
{
    if (d->agrees != than->agrees)
        return d->agrees;
    if (d->earlier != than->earlier)
        return than->earlier;
    if ((d->action == IMR_UR_UNTOLD) != (than->action == IMR_UR_UNTOLD))
        return d->action != IMR_UR_UNTOLD;
    return !imr_empty(d->date.span);
}

/* Words at which sentences are looked for that tell of a review: the stage's cues, or anchors. */
typedef struct ur_places {
    const imr_cue *cue;
    imr_anchor *anchors;
    size_t count;
} ur_places;

/* The first place in the span; IMR_NOWHERE where there is none. */
static uint32_t next_place(const imr_text *t, ur_places *places, imr_span rest)
{
    if (places->anchors != NULL) {
        const imr_anchor *a = imr_next_anchor(t, places->anchors, places->count, rest);
        return a != NULL ? a->at : IMR_NOWHERE;
    }
    while (places->cue != NULL && places->cue->at < rest.at)
        places->cue = places->cue->next;
    return places->cue != NULL ? places->cue->at : IMR_NOWHERE;
}

/* Reads the sentences with any of the places in which the review is named. False where none tells
 * of a decision. */
static bool read_all(const imr_stage *s, imr_span prose, imr_pattern named, ur_places places,
                     decision *best)
{
    const imr_text *t = s->doc->text;
    imr_span rest = prose, unread = prose;
    decision last = {0};
    bool any = false;
    uint32_t at;
    while ((at = next_place(t, &places, rest)) != IMR_NOWHERE) {
        imr_span sentence = imr_sentence_with(t, &unread, at), name;
        decision d;
        rest.at = sentence.end;
        if (!find_name(s, named, sentence, at, &name) ||
            !read_decision(s, sentence, unread, name, true, &d))
            continue;
        if (any && same_date(&last, &d))
            merge(&last, &d);
        else
            last = d;
        if (!any || same_date(best, &last) || is_better(&last, best))
            *best = last;
        any = true;
    }
    return any;
}

/* The date of a review that the summary names once. What was decided then has no say in it. */
static bool only_date(const imr_stage *s, imr_span prose, imr_found_date *date)
{
    const imr_text *t = s->doc->text;
    imr_span rest = prose, unread = prose, name;
    ur_places named = {.cue = s->cues[IMR_CUE_REVIEW]};
    uint32_t at;
    bool any = false;
    while ((at = next_place(t, &named, rest)) != IMR_NOWHERE) {
        imr_span sentence = imr_sentence_with(t, &unread, at);
        decision d;
        rest.at = sentence.end;
        if (!find_name(s, IMR_PATTERN_UR_NAMED, sentence, at, &name))
            continue;
        if (any || !read_decision(s, sentence, unread, name, false, &d))
            return false;
        *date = d.date;
        any = true;
    }
    return any;
}

/* The form's own words, where neither the summary nor the header block has a date: "disputing the
 * Utilization Review Denial dated D". */
static void date_of_decisions(const imr_stage *s, imr_record *ur)
{
    const imr_outline *o = s->outline;
    if (!o->has[IMR_DECISIONS] || imr_has(ur, IMR_ur_date))
        return;
    imr_span text = imr_first_of(o->parts[IMR_DECISIONS], LONGEST);
    uint32_t at = imr_find_any_case(s->doc->text, text, "utilization review", 18);
    imr_found_date date;
    if (at != IMR_NOWHERE && date_behind(s, (imr_span){at + 18, text.end}, &date) &&
        date.reading == IMR_DATE_READ)
        imr_set_date(s, ur, IMR_ur_date, "ur.date", &date);
}

static bool wants_action(const imr_stage *s)
{
    const imr_projection *p = s->doc->projection;
    return imr_wanted(&p->nodes[0], IMR_document_ur) &&
           imr_wanted(&p->nodes[p->nodes[0].child[IMR_document_ur]], IMR_ur_action);
}

/* Is a decision that names nobody the one under appeal? It has the header block's date, where there
 * is one; else nothing is told of the worker more than a year behind it. */
static bool is_current(const imr_stage *s, imr_span prose, const decision *d)
{
    enum { YEAR = 12 };
    const imr_record *header = imr_inside(s->doc->root, IMR_document_case);
    imr_found_date next;
    if (d->earlier || d->date.reading != IMR_DATE_READ)
        return false;
    if (imr_has(header, IMR_case_ur_denial_date))
        return d->agrees;
    while (imr_next_date(s->doc->text, prose, &next)) {
        int months =
            (next.date.year - d->date.date.year) * 12 + next.date.month - d->date.date.month;
        if (next.reading == IMR_DATE_READ && months > YEAR)
            return false;
        prose.at = next.span.end;
    }
    return true;
}

/* What the summary tells of a review that it does not name in full. */
static bool named_otherwise(const imr_stage *s, imr_span prose, decision *d)
{
    imr_anchor anchors[] = {{"utiliz", 5, 0},        {"utilis", 5, 0},         {"UR", 0, 0},
                            {"U.R.", 0, 0},          {"certif", 5, 0},         {"review", 2, 0},
                            {"administrator", 2, 0}, {"examiner", 1, 0},       {"adjust", 2, 0},
                            {"adv", 2, 0},           {"determination w", 4, 0}};
    return read_all(s, prose, IMR_PATTERN_UR_NAMED,
                    (ur_places){.anchors = anchors, .count = sizeof anchors / sizeof *anchors}, d);
}

/* ... or not at all; `own`: the summary may be the review's own. */
static bool unnamed(const imr_stage *s, imr_span prose, bool own, decision *d)
{
    imr_anchor anchors[] = {{"request", 2, 0},
                            {"carrier", 0, 0},
                            {"insur", 3, 0},
                            {"adjust", 2, 0},
                            {"prescription", 1, 0}};
    size_t count = sizeof anchors / sizeof *anchors;
    return read_all(s, prose, IMR_PATTERN_UR_UNNAMED,
                    (ur_places){.anchors = anchors, .count = own ? count : count - 1}, d);
}

/* The decision under appeal. */
static decision find_decision(const imr_stage *s, imr_span prose)
{
    ur_places named = {.cue = s->cues[IMR_CUE_REVIEW]};
    decision d = {0}, other = {0};
    if (!wants_action(s) && only_date(s, prose, &d.date))
        return d;
    d = (decision){0};
    bool told = read_all(s, prose, IMR_PATTERN_UR_NAMED, named, &d) && d.action != IMR_UR_UNTOLD;
    if ((!told || imr_empty(d.date.span)) && named_otherwise(s, prose, &other) &&
        same_date(&d, &other))
        merge(&d, &other);
    if (d.action == IMR_UR_UNTOLD) {
        bool own = s->outline->form->dialect != NULL;
        other = (decision){0};
        if (unnamed(s, prose, own, &other) && same_date(&d, &other) &&
            (own || is_current(s, prose, &other)))
            merge(&d, &other);
    }
    return d;
}

void imr_field_ur(const imr_stage *s)
{
    imr_record *ur = imr_open(s->doc, s->doc->root, IMR_document_ur);
    decision d = find_decision(s, s->prose);
    if (!imr_empty(d.date.span))
        imr_set_date(s, ur, IMR_ur_date, "ur.date", &d.date);
    if (d.action != IMR_UR_UNTOLD)
        imr_set_constant(ur, IMR_ur_action, d.action == IMR_UR_MODIFIED ? "modified" : "denied",
                         d.verb);
    imr_date_of_header(s, ur, IMR_ur_date, IMR_case_ur_denial_date);
    date_of_decisions(s, ur);
}
