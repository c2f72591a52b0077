#include "form.h"

#include "ascii.h"
#include "schema.h"

#define MARK(kind, tells, text)                                                                    \
    {                                                                                              \
        text, NULL, sizeof(text) - 1, kind, tells, false, false                                    \
    }
#define UP_TO(kind, tells, text, tail)                                                             \
    {                                                                                              \
        text, tail, sizeof(text) - 1, kind, tells, false, false                                    \
    }
#define OPTIONAL(kind, tells, text)                                                                \
    {                                                                                              \
        text, NULL, sizeof(text) - 1, kind, tells, true, false                                     \
    }
#define FIRST(kind, tells, text)                                                                   \
    {                                                                                              \
        text, NULL, sizeof(text) - 1, kind, tells, false, true                                     \
    }
#define LETTERHEAD(tells, text)                                                                    \
    {                                                                                              \
        text, NULL, sizeof(text) - 1, IMR_LETTERHEAD, tells, true, true                            \
    }

#define EXPERTS_SUMMARY                                                                            \
    {                                                                                              \
        IMR_SUMMARY, "the expert reviewer developed the following clinical case summary", ":"      \
    }

#define PHYSICIANS_SUMMARY                                                                         \
    {                                                                                              \
        IMR_SUMMARY, "the physician reviewer developed the following clinical case summary", ":"   \
    }

#define DOCUMENTS_OPENING                                                                          \
    {                                                                                              \
        IMR_DOCUMENTS, "the following relevant documents", ":"                                     \
    }

const imr_form imr_forms[IMR_FORMS] = {
    {
        .template = "final-determination",
        .rule = IMR_DECIDED_HEADINGS,
        .in_order = true,
        .decided = "Upheld, Overturned",
        .marks = {FIRST(IMR_STATEMENT, 3, "HOW THE IMR FINAL DETERMINATION WAS MADE"),
                  OPTIONAL(IMR_DOCUMENTS, 0, "DOCUMENTS REVIEWED"),
                  MARK(IMR_SUMMARY, 3, "CLINICAL CASE SUMMARY"),
                  MARK(IMR_ISSUES, 4, "IMR ISSUES, DECISIONS AND RATIONALES"),
                  MARK(IMR_ISSUES, 0, "IMR DECISION(S) AND RATIONALE(S)"),
                  MARK(IMR_ADMINISTRATOR, 2, "Claims Administrator guideline:"),
                  MARK(IMR_REVIEWER, 2, "MAXIMUS guideline:"),
                  MARK(IMR_RATIONALE, 2, "Decision rationale:")},
        .openings = {EXPERTS_SUMMARY,
                     {IMR_ISSUES,
                      "the final determination was based on decisions for the disputed "
                      "items/services",
                      ":"},
                     DOCUMENTS_OPENING},
    },
    {
        .template = "numbered-decision",
        .dialect = "2013",
        .rule = IMR_DECIDED_ITEMS,
        .cover = true,
        .decided = "is medically necessary and appropriate, is not medically necessary and "
                   "appropriate",
        .marks = {LETTERHEAD(0, "MAXIMUS FEDERAL SERVICES, INC."),
                  FIRST(IMR_STATEMENT, 3, "HOW THE IMR FINAL DETERMINATION WAS MADE"),
                  MARK(IMR_DOCUMENTS, 2, "DOCUMENTS REVIEWED"),
                  MARK(IMR_SUMMARY, 3, "CLINICAL CASE SUMMARY"),
                  MARK(IMR_ISSUES, 4, "IMR DECISION(S) AND RATIONALE(S)"),
                  MARK(IMR_ISSUES, 4, "IMR DECISIONS AND RATIONALES"),
                  MARK(IMR_ISSUES, 4, "IMR DECISION AND RATIONALE"),
                  MARK(IMR_ISSUES, 0, "IMR ISSUES, DECISIONS AND RATIONALES"),
                  MARK(IMR_RATIONALE, 4, "The Physician Reviewer's decision rationale:"),
                  MARK(IMR_RATIONALE, 4, "The Expert Reviewer's decision rationale:"),
                  MARK(IMR_RATIONALE, 4, "The Professional Reviewer's decision rationale:"),
                  MARK(IMR_RATIONALE, 4, "The Medical Reviewer's decision rationale:"),
                  OPTIONAL(IMR_CLOSING, 0, "Effect of the Decision:"),
                  OPTIONAL(IMR_CLOSING, 0, "Sincerely,"),
                  OPTIONAL(IMR_CLOSING, 0, "Disclaimer: MAXIMUS")},
        .openings = {PHYSICIANS_SUMMARY,
                     EXPERTS_SUMMARY,
                     {IMR_ISSUES,
                      "the final determination was based on decisions for the disputed "
                      "items/services",
                      ":"},
                     DOCUMENTS_OPENING},
    },
    {
        .template = "notice",
        .dialect = "2013",
        .rule = IMR_LISTED_ITEMS,
        .cover = true,
        .decided = "has determined the request for ... is medically necessary and appropriate",
        .marks =
            {LETTERHEAD(0, "MAXIMUS FEDERAL SERVICES, INC."),
             LETTERHEAD(3, "Notice of Independent Medical Review Determination"),
             FIRST(IMR_DECISIONS, 4, "INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE"),
             MARK(IMR_STATEMENT, 3, "Medical Qualifications of the Expert Reviewer:"),
             MARK(IMR_STATEMENT, 3, "Medical Qualifications of the Physician Reviewer:"),
             MARK(IMR_STATEMENT, 3, "Medical Qualifications of the Professional Reviewer:"),
             MARK(IMR_SUMMARY, 1, "Case Summary:"),
             MARK(IMR_SUMMARY, 1, "Expert Reviewer Case Summary:"),
             MARK(IMR_DOCUMENTS, 2, "Documents Reviewed for Determination:"),
             UP_TO(IMR_GUIDELINES, 3, "Medical Treatment Guideline(s) Relied Upon", "decision"),
             UP_TO(IMR_GUIDELINES, 3, "Medical Treatment Guidelines Relied Upon", "decision"),
             UP_TO(IMR_GUIDELINES, 3, "The Medical Treatment Guideline(s) Relied Upon", "decision"),
             UP_TO(IMR_GUIDELINES, 3, "The Medical Treatment Guidelines Relied Upon", "decision"),
             UP_TO(IMR_GUIDELINES, 3,
                   "Section of the Medical Treatment Utilization Schedule Relied Upon", "decision"),
             MARK(IMR_RATIONALE, 2, "Rationale for the Decision:"),
             OPTIONAL(IMR_CLOSING, 2, "Effect of the Decision:"),
             OPTIONAL(IMR_CLOSING, 0, "Sincerely,"),
             OPTIONAL(IMR_CLOSING, 0, "Disclaimer: MAXIMUS")},
        .openings = {{IMR_SUMMARY, "disclaimer: the following case summary was taken", ".:"},
                     EXPERTS_SUMMARY,
                     PHYSICIANS_SUMMARY,
                     {IMR_DECISIONS, "an application for independent medical review was filed",
                      ":"},
                     DOCUMENTS_OPENING},
    },
    {
        .template = "professional-review",
        .dialect = "2013",
        .rule = IMR_ONE_ISSUE,
        .cover = true,
        .decided = "IS MEDICALLY NECESSARY, IS NOT MEDICALLY NECESSARY",
        .marks = {LETTERHEAD(3, "MEDICAL PROFESSIONAL REVIEW"),
                  FIRST(IMR_ISSUES, 2, "ISSUE AT DISPUTE:"),
                  FIRST(IMR_ISSUES, 2, "ISSUE(S) AT DISPUTE:"),
                  FIRST(IMR_ISSUES, 2, "ISSUES AT DISPUTE:"), MARK(IMR_SUMMARY, 1, "CASE SUMMARY:"),
                  MARK(IMR_DOCUMENTS, 2, "DOCUMENTS REVIEWED FOR DETERMINATION:"),
                  UP_TO(IMR_REVIEWER, 4, "MEDICAL TREATMENT GUIDELINE(S) RELIED UPON", "and why"),
                  UP_TO(IMR_REVIEWER, 4, "MEDICAL TREATMENT GUIDELINES RELIED UPON", "and why"),
                  MARK(IMR_RATIONALE, 4, "RATIONALE FOR WHY THE REQUESTED"),
                  MARK(IMR_STATEMENT, 3, "MEDICAL REVIEWER QUALIFICATIONS:"),
                  MARK(IMR_STATEMENT, 3, "PROFESSIONAL REVIEWER QUALIFICATIONS:"),
                  MARK(IMR_STATEMENT, 2, "REVIEWER QUALIFICATIONS:")},
        .openings = {DOCUMENTS_OPENING},
    },
};

const imr_form_mark *imr_form_find(const imr_form *form, imr_mark_kind kind)
{
    for (const imr_form_mark *m = form->marks; m->text != NULL; m++)
        if (m->kind == kind)
            return m;
    return NULL;
}

static imr_form_order order_of(const imr_form *form)
{
    imr_form_order o = {.count = 0};
    for (const imr_form_mark *row = form->marks; row->text != NULL; row++) {
        if (row->optional || (o.count > 0 && o.kinds[o.count - 1] == row->kind))
            continue;
        if (row->kind >= IMR_PARTS) {
            o.last_label = o.count;
            if (o.first_label == 0)
                o.first_label = o.count;
        }
        o.kinds[o.count++] = row->kind;
    }
    return o;
}

void imr_form_index_build(imr_form_index *x)
{
    uint8_t n = 0;
    memset(x, 0, sizeof *x);
    memset(x->by_letter, IMR_NO_ROW, sizeof x->by_letter);
    memset(x->by_eight, IMR_NO_ROW, sizeof x->by_eight);
    for (uint8_t f = 0; f < IMR_FORMS; f++) {
        x->orders[f] = order_of(&imr_forms[f]);
        for (const imr_form_mark *row = imr_forms[f].marks; row->text != NULL; row++) {
            x->rows[n] = row;
            x->eight[n] = imr_first_eight(row->text);
            x->second[n] = imr_lower(row->text[1]);
            x->form[n++] = f;
        }
    }
    x->count = n;
    while (n-- > 0) { /* the last first, so that each chain is in the table's order */
        uint8_t *letter = &x->by_letter[x->rows[n]->text[0] & 31];
        uint8_t *eight = &x->by_eight[imr_form_bucket(x->eight[n])];
        x->next_by_letter[n] = *letter;
        x->next_by_eight[n] = *eight;
        *letter = *eight = n;
    }
}

/* Longer labels stand before those that they begin with. */
const imr_header_label imr_header_labels[IMR_HEADER_LABELS] = {
    {"imr case number", IMR_case_number, false},
    {"maximus case number", IMR_case_number, false},
    {"case number", IMR_case_number, false},
    {"date assigned", IMR_case_date_assigned, false},
    {"date of injury", IMR_case_date_of_injury, false},
    {"decision date", IMR_case_decision_date, false},
    {"date of determination", IMR_case_decision_date, false},
    {"determination date", IMR_case_decision_date, false},
    {"date of decision", IMR_case_decision_date, false},
    {"dated", IMR_case_decision_date, true},
    {"ur denial date", IMR_case_ur_denial_date, false},
    {"ur decision date", IMR_case_ur_denial_date, false},
    {"date of ur decision", IMR_case_ur_denial_date, false},
    {"date of ur denial", IMR_case_ur_denial_date, false},
    {"date of utilization review decision", IMR_case_ur_denial_date, false},
    {"priority", IMR_case_priority, false},
    {"imr application received", IMR_case_application_received, false},
    {"application received", IMR_case_application_received, false},
    {"date of imr application", IMR_case_application_received, false},
    {"application", IMR_case_application_received, false}, /* `Received:` on the next line */
};
