#include "form.h"

#include "schema.h"

const imr_form imr_forms[IMR_FORMS] = {
    {
        .template = "final-determination",
        .foreign = {"DOCUMENTS REVIEWED", "IMR DECISION(S) AND RATIONALE(S)"},
        .marks =
            {
                [IMR_STATEMENT] = {"HOW THE IMR FINAL DETERMINATION WAS MADE", NULL},
                [IMR_SUMMARY] = {"CLINICAL CASE SUMMARY",
                                 "the expert reviewer developed the following clinical case "
                                 "summary"},
                [IMR_ISSUES] = {"IMR ISSUES, DECISIONS AND RATIONALES",
                                "the final determination was based on decisions for the disputed "
                                "items/services"},
                [IMR_ADMINISTRATOR] = {"Claims Administrator guideline:", NULL},
                [IMR_REVIEWER] = {"MAXIMUS guideline:", NULL},
                [IMR_RATIONALE] = {"Decision rationale:", NULL},
            },
    },
};

/* Longer labels stand before those that they begin with. */
const imr_header_label imr_header_labels[IMR_HEADER_LABELS] = {
    {"imr case number", IMR_case_number},
    {"case number", IMR_case_number},
    {"date assigned", IMR_case_date_assigned},
    {"date of injury", IMR_case_date_of_injury},
    {"decision date", IMR_case_decision_date},
    {"ur denial date", IMR_case_ur_denial_date},
    {"priority", IMR_case_priority},
    {"application received", IMR_case_application_received},
    {"application", IMR_case_application_received}, /* `Received:` stands on the next line */
};
