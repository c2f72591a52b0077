/* request_modified.c - the amounts of a modified request: asked for, authorized, in dispute. */
#include "request.h"

typedef struct clause_amounts {
    const imr_value *clause;
    imr_amounts amounts;
} clause_amounts;

/* In a modified request weeks count by themselves: "home health aide, 8 weeks". */
static void weeks_alone(const imr_item *item, imr_amounts *amounts)
{
    imr_match match;
    if ((item->words & IMR_W_WEEK) &&
        imr_item_match(item, IMR_PATTERN_WEEKS_ALONE, item->span, &match))
        imr_set_amount(amounts, IMR_UNIT_WEEKS, imr_read_number(item->text, match.group[1]),
                       match.whole);
}

/* Reads a clause. What it leaves out is as in the treatment: "#25 was authorized". */
static bool read_clause(const imr_stage *s, const imr_record *m, int key, const imr_item *treatment,
                        clause_amounts *out)
{
    if (!imr_has(m, key))
        return false;
    imr_item item;
    out->clause = &m->values[key];
    imr_read_item(s, out->clause->span, &item);
    item.therapy |= treatment->therapy;
    if (!imr_empty(treatment->drug)) {
        item.therapy = false;
        item.words |= IMR_W_UNIT;
        item.drug =
            item.drug_count > 0 ? item.drugs[0].span : (imr_span){item.span.at, item.span.at};
    }
    imr_read_amounts(&item, &out->amounts);
    weeks_alone(&item, &out->amounts);
    return true;
}

static const char *const unit_names[] = {
    [IMR_UNIT_QUANTITY] = "quantity", [IMR_UNIT_SESSIONS] = "sessions",
    [IMR_UNIT_REFILLS] = "refills",   [IMR_UNIT_WEEKS] = "weeks",
    [IMR_UNIT_MONTHS] = "months",
};

enum { UNIT_NAMES = sizeof unit_names / sizeof *unit_names };

/* The unit that the modification is about: one that all three clauses give; rather one that adds
 * up, and never one that is the same in all three. */
static int find_unit(const imr_amounts *all, const imr_amounts *part, const imr_amounts *rest)
{
    int found = -1;
    for (int u = 0; u < UNIT_NAMES; u++) {
        if (!all->known[u] || !part->known[u] || !rest->known[u])
            continue;
        if (part->n[u] + rest->n[u] == all->n[u])
            return u;
        bool same = all->n[u] == part->n[u] && all->n[u] == rest->n[u];
        if (found < 0 && !same)
            found = u;
    }
    return found;
}

/* Does the heading say that the treatment is what remains? Else it is the whole request again. */
static bool says_remaining(const imr_stage *s, const imr_record *issue)
{
    imr_span heading = issue->values[IMR_issue_heading].span;
    return imr_find_any_case(s->doc->text, heading, "remaining", 9) != IMR_NOWHERE;
}

void imr_request_modified(const imr_stage *s, imr_record *issue, const imr_item *item,
                          const imr_amounts *disputed)
{
    imr_record *m = imr_inside(issue, IMR_issue_modification);
    clause_amounts all, part;
    if (m == NULL || !read_clause(s, m, IMR_modification_requested, item, &all) ||
        !read_clause(s, m, IMR_modification_authorized, item, &part))
        return;
    imr_amounts rest = *disputed;
    weeks_alone(item, &rest);
    int u = find_unit(&all.amounts, &part.amounts, &rest);
    if (u < 0)
        return;
    imr_record *amount = imr_open(s->doc, m, IMR_modification_amount);
    imr_set_number(amount, IMR_amount_requested, all.amounts.n[u], all.amounts.span[u]);
    imr_set_number(amount, IMR_amount_authorized, part.amounts.n[u], part.amounts.span[u]);
    imr_set_number(amount, IMR_amount_disputed, rest.n[u], rest.span[u]);
    imr_set_constant(amount, IMR_amount_unit, unit_names[u], rest.span[u]);
    if (part.amounts.n[u] + rest.n[u] != all.amounts.n[u] && says_remaining(s, issue))
        imr_notef(s->doc, "amounts-disagree", issue->values[IMR_issue_treatment].span.at,
                  "issues[%d].modification.amount: %g authorized and %g in dispute are not the %g "
                  "requested (%s)",
                  (int)issue->values[IMR_issue_number].as.integer, part.amounts.n[u], rest.n[u],
                  all.amounts.n[u], unit_names[u]);
}
