/* The table of forms keeps its own rules, and numbers of items are told from other numbers. */
#include "form.h"

#include "check.h"
#include "issue.h"
#include "schema.h"

static bool begins_with(const char *text, const char *words)
{
    return strncmp(text, words, strlen(words)) == 0;
}

static void check_marks(const imr_form *form)
{
    int count = 0, labels = 0;
    bool met[IMR_MARKS] = {false};
    for (const imr_form_mark *m = form->marks; m->text != NULL; m++, count++) {
        if (!CHECK(count + 1 < IMR_FORM_MARKS))
            return;
        CHECK(m->size == strlen(m->text));
        CHECK(m->size > 8); /* they are compared in eights */
        CHECK(m->kind < IMR_MARKS);
        CHECK(m == form->marks || m[-1].kind == m->kind || !met[m->kind]); /* of a kind together */
        CHECK(m->tail == NULL || m->tail[0] != '\0');
        met[m->kind] = true;
        labels += m->kind >= IMR_PARTS;
        CHECK(imr_form_find(form, (imr_mark_kind)m->kind)->kind == m->kind);
        for (const imr_form_mark *other = form->marks; other < m; other++)
            CHECK(!begins_with(m->text, other->text)); /* it would be read instead */
    }
    CHECK(labels > 0);
    CHECK(met[IMR_STATEMENT] && met[IMR_SUMMARY] && met[IMR_RATIONALE]);
    CHECK(imr_form_find(form, IMR_MARKS) == NULL);
    CHECK((form->rule == IMR_LISTED_ITEMS) == met[IMR_DECISIONS]);
    CHECK((form->rule == IMR_LISTED_ITEMS) == !met[IMR_ISSUES]);
    for (size_t i = 0; i < sizeof form->openings / sizeof *form->openings; i++)
        if (form->openings[i].text != NULL)
            CHECK(met[form->openings[i].kind] && form->openings[i].stops[0] != '\0');
}

static void check_forms(void)
{
    for (int f = 0; f < IMR_FORMS; f++) {
        const imr_form *form = &imr_forms[f];
        check_marks(form);
        CHECK(form->template != NULL && form->decided != NULL);
        for (int other = 0; other < f; other++)
            CHECK(strcmp(form->template, imr_forms[other].template) != 0);
        int tells = 0;
        for (const imr_form_mark *m = form->marks; m->text != NULL; m++) {
            tells += m->tells;
            CHECK(m->size >= 8); /* by so many bytes a mark is found */
        }
        CHECK(tells > 2 * IMR_TELLING);
    }
}

static void check_header_labels(void)
{
    for (int i = 0; i < IMR_HEADER_LABELS; i++) {
        const imr_header_label *label = &imr_header_labels[i];
        CHECK(label->text != NULL && label->key >= 0 && label->key < IMR_case_count);
        for (int k = 0; k < i; k++)
            CHECK(!begins_with(label->text, imr_header_labels[k].text));
    }
}

typedef struct number_row {
    const char *text;
    uint32_t at, number, after; /* number 0: none stands there */
    bool inside;
} number_row;

static const number_row numbers[] = {
    {"1. Norco", 0, 1, 3, false},       {"1) Norco", 0, 1, 3, false},
    {"(12) Norco", 0, 12, 5, false},    {"#3. Norco", 0, 3, 4, false},
    {"1.) Norco", 0, 1, 4, false},      {"1.Norco", 0, 1, 2, false},
    {"1.5 mg of it", 0, 0, 0, false},   {"100. Norco", 0, 0, 0, false},
    {"10 mg of it", 0, 0, 0, false},    {"1.", 0, 0, 0, false},
    {"Norco 2. Soma", 6, 0, 0, true},   {"Norco. 2. Soma", 7, 2, 10, true},
    {"Norco. 2. Soma", 7, 0, 0, false}, {"Norco\n2. Soma", 6, 2, 9, false},
};

static void check_numbers(void)
{
    imr_text_buffers buffers;
    imr_text_init(&buffers, &imr_default_allocator);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        const number_row *row = &numbers[i];
        imr_text t;
        uint32_t after = 0;
        if (!CHECK(imr_text_clean(&buffers, imr_knowledge_builtin(), row->text, strlen(row->text),
                                  &t) == IMR_OK))
            break;
        CHECK(imr_item_number(&t, row->at, t.size, row->inside, &after) == row->number);
        CHECK(after == row->after);
    }
    imr_text_free(&buffers);
}

int main(void)
{
    check_forms();
    check_header_labels();
    check_numbers();
    return check_result();
}
