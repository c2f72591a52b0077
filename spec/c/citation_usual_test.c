/* What is read of a part of the form in its usual shape is what the other readers make of it, and
 * so are pages that are read at once. The usual shape is only looked for with the built-in tables:
 * an overlay without an entry says the same, and has every part read piece by piece. */
#include "document.h"
#include "knowledge.h"

#include "check.h"

/* An asterisk stands for a name of the tables. */
static const char *const forms[] = {
    "MTUS *.",
    "MTUS *",
    "MTUS * Page(s): 78-81, 83.",
    "MTUS * Page(s): 1900.",
    "MTUS * Page(s): see text.",
    "MTUS * 2009, Section(s): Opioids, criteria for use Page(s): 78.",
    "MTUS * 2016, Section(s): Opioids; Weaning of medications.",
    "MTUS *, Section(s): Acupuncture.",
    "MTUS * 2009 Page(s): 5 of 127.",
    "MTUS * Weaning of medications.",
    "MTUS * Opioids Page(s): 8; 9.",
    "MTUS * Chapter, page 330.",
    "MTUS Guidelines *.",
    "MTUS Chronic Pain Treatment Guidelines *.",
    "MTUS Chronic Pain Treatment Guidelines * Page(s): 3, 8.",
    "MTUS Chronic Pain Treatment Guidelines *, Opioids.",
    "MTUS Chronic Pain Treatment Guidelines * Section Page(s): 3.",
    "MTUS Chronic Pain Medical Treatment 2009, Section(s): * Page(s): 12, 14-16.",
    "MTUS Chronic Pain Medical Treatment 2009, Section(s): *.",
    "MTUS Chronic Pain Medical Treatment 2009, Section(s): * Page(s): 12. Section(s): *.",
    "MTUS Chronic Pain Medical Treatment 2016, Section(s): *; * Page(s): 12.",
    "MTUS Low Back Disorders 2018 *.",
    "MTUS Opioids Treatment *.",
    "MTUS ACOEM Chapter 12 * Page(s): 303-5.",
    "MTUS ACOEM Chapter 8 *.",
    "MTUS ACOEM Chapter 11 * Page(s): 271; and 8 CCR 9792.23.",
    "MTUS ACOEM Chapter 112 *.",
    "MTUS ACOEM Chapter 7 * Chapter Page(s): 5.",
    "MTUS ACOEM Chapter 9-10 *.",
    "MTUS ACOEM *.",
    "Non-MTUS Citation *.",
    "Non-MTUS Citation Official Disability Guidelines (ODG), *.",
    "Non-MTUS Citation Official Disability Guidelines (ODG) * Chapter.",
    "Non-MTUS Citation Official Disability Guidelines * Chapter, Insomnia treatment.",
    "Non-MTUS Citation Official Disability Guidelines, *, Magnetic resonance imaging.",
    "Non-MTUS Citation Official Disability Guidelines: * Chapter: Opioids.",
    "Non-MTUS Citation Official Disability Guidelines (ODG), * (Acute & Chronic), MRI Page(s): 1.",
    "Non-MTUS Citation Official Disability Guidelines (ODG) Pain Chapter, *.",
    "Non-MTUS Citation Official Disability Guidelines, Neck & Upper Back, * Page(s): 8.",
    "Non-MTUS Citation Official Disability Guidelines, Pain, * section.",
    "Non-MTUS Citation Official Disability Guidelines, Pain, *; *.",
    "Non-MTUS Citation Official Disability Guidelines Pain Chapter (2014), *.",
    "Non-MTUS Citation Official Disability Guidelines (ODG-TWC), Pain, *.",
    "Non-MTUS Citation Other Medical Treatment Guideline or Medical Evidence: *.",
    "Non-MTUS Citation Other Medical Treatment Guideline or Medical Evidence:*",
    "Official Disability Guidelines (ODG), Pain Chapter, *.",
    "ODG, * Chapter.",
};
enum { FORMS = sizeof forms / sizeof *forms };

/* What no table has, in the place of a name. */
static const char *const unknown[] = {
    "Surgery for impingement",
    "Magnetic resonance imaging",
    "Magnetic resonance imaging and x-rays",
    "Magnetic resonance imaging and Opioids",
    "Magnetic resonance imaging Page(s): 8-9",
    "Range of motion, flexibility",
    "Hot and cold packs, page 5",
    "Office visits (E&M)",
    "Office visits of Dr. No",
    "Stimulators see vs",
    "Vitamin D",
    "Vitamin d",
    "Smith A, et al. Pain. 2011",
    "National institutes",
    "American college of x",
    "North american spine society",
    "Epocrates",
    "Medscape topic",
    "Updated 2014",
    "Web edition",
    "March 2014",
    "May apply",
    "Other guidelines",
    "Medical evidence",
    "Chapter 6",
    "Ch. 6",
    "Chair",
    "In general",
    "Of note",
    "Official pages",
    "And so on",
    "AND so on",
    "Title 8, California Code of Regulations, section 9792.20",
    "California MTUS",
    "The Claims Administrator said so",
    "Section of the spine",
    "Topic 5",
    "Page of history",
    "P stimulation",
    "www.odg-twc.com",
    "https://www.drugs.com/x",
    "Www stimulation",
    "Therapy http",
    "Is silent",
    "is silent",
    "in lower case",
    "A",
    "",
    " ",
    "(Acute & Chronic)",
    "2004",
    "20",
    "Pain. Opioids",
    "Pain; Knee",
    "\"Pain\"",
    "Pain -",
    "P\xC3\xA9",
};

/* A run of parsing: the same letters by either parser, in one context each. */
typedef struct run {
    imr_parser *usual, *piecewise;
    imr_context *one, *other;
    char text[1 << 16];
    size_t size, statements;
    unsigned forms; /* that come first of the next name */
    unsigned letter_case;
} run;

static const char opening[] = "IMR FINAL DETERMINATION\n\nIMR ISSUES, DECISIONS AND RATIONALES\n"
                              "The Final Determination was based on decisions for the disputed "
                              "items/services set forth below:\n\n";

static void add(run *r, const char *text, size_t size)
{
    if (r->size + size > sizeof r->text)
        abort();
    memcpy(r->text + r->size, text, size);
    r->size += size;
}

static void add_text(run *r, const char *text)
{
    add(r, text, strlen(text));
}

static size_t json_of(const imr_parser *p, imr_context *c, const run *r, const char **json)
{
    const imr_document *const *documents;
    size_t count, size;
    imr_options options = {.spans = true};
    if (imr_parse(c, p, r->text, r->size, &options, &documents, &count, NULL) != IMR_OK ||
        imr_document_json(c, documents[0], json, &size) != IMR_OK)
        abort();
    return size;
}

/* Both parsers read what was put together. */
static void compare(run *r)
{
    const char *usual, *piecewise;
    size_t size = json_of(r->usual, r->one, r, &usual);
    bool same = size == json_of(r->piecewise, r->other, r, &piecewise);
    if (!CHECK(same && memcmp(usual, piecewise, size) == 0)) {
        size_t at = 0;
        while (at < size && usual[at] == piecewise[at])
            at++;
        at = at > 300 ? at - 300 : 0;
        printf("    is   %.400s\n    want %.400s\n", usual + at, piecewise + at);
    }
    r->size = r->statements = 0;
}

/* Letter case 0: as it is; 1: capitals; 2: small letters; 3: a capital first. */
static void add_name(run *r, const char *name, size_t size)
{
    size_t from = r->size;
    add(r, name, size);
    for (size_t i = from; i < r->size; i++) {
        char *c = &r->text[i];
        if (r->letter_case == 1 || (r->letter_case == 3 && i == from))
            *c = imr_upper(*c);
        else if (r->letter_case > 0)
            *c = imr_lower(*c);
    }
}

static void add_form(run *r, const char *form, const char *name, size_t size)
{
    for (const char *star; (star = strchr(form, '*')) != NULL; form = star + 1) {
        add(r, form, (size_t)(star - form));
        add_name(r, name, size);
    }
    add_text(r, form);
    add_text(r, " ");
}

/* A statement has two of the forms, so that what one leaves is there when the next is read. */
static void try_name(void *user, const imr_entry *e, const char *name, size_t size)
{
    run *r = user;
    (void)e;
    if (r->size == 0)
        add_text(r, opening);
    for (unsigned i = 0; i < 6; i++) {
        bool second = r->statements++ % 2 == 1;
        add_text(r, second ? "\n\nMAXIMUS guideline: "
                           : "\n\nGel: Upheld\n\nClaims Administrator guideline: ");
        add_text(r, "Decision based on ");
        add_form(r, forms[r->forms % FORMS], name, size);
        add_text(r, "Decision based on ");
        add_form(r, forms[(r->forms + 19) % FORMS], name, size);
        if (second)
            add_text(r, "\n\nDecision rationale: It is not medically necessary.\n");
        r->forms++;
    }
    if (r->size > sizeof r->text - 8192)
        compare(r);
}

static void read_all(run *r)
{
    static const imr_table tables[] = {IMR_TABLE_ODG_CHAPTERS, IMR_TABLE_GUIDELINES,
                                       IMR_TABLE_SECTIONS};
    size_t count = check_quickly() ? 1 : sizeof tables / sizeof *tables;
    if (imr_context_new(NULL, &r->one) != IMR_OK || imr_context_new(NULL, &r->other) != IMR_OK)
        abort();
    for (size_t i = 0; i < count; i++)
        imr_knowledge_each(imr_knowledge_builtin(), tables[i], try_name, r);
    for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++)
        for (unsigned form = 0; form < FORMS; form += 6)
            try_name(r, NULL, unknown[i], strlen(unknown[i]));
    compare(r);
    imr_context_free(r->one);
    imr_context_free(r->other);
}

/* ---- pages ----------------------------------------------------------------------------------- */

/* Numbers, ranges and lists of them; behind a blank the signs are read one by one. */
static const char *const pages[] = {
    "0",        "8",       "78",     "303",       "1800", "1801",  "9999",   "12345",  "78-81",
    "81-78",    "303-5",   "303-15", "303-299",   "98-1", "0-0",   "1-1800", "1-1801", "1801-3",
    "1-12345",  "12345-7", "7-8-9",  "7-",        "-7",   "7a",    "7f",     "7-8ff",  "58/59",
    "78/127",   "7--8",    "7 to 8", "78 of 127", "7- 8", "7 -8",  "07-008", "10.2",   "2/3/2014",
    "1-2, 3-4", "1,2",     "5, 6-7", "5, and 6",  "5; 6", "5, six"};

static void read_pages(run *r, const char *form, const char *list, char *out, size_t room)
{
    static const char *const fields[] = {"issues.administrator_guideline.citations.pages"};
    imr_options options = {.fields = fields, .field_count = 1};
    const imr_document *const *documents;
    const char *json;
    size_t count, size;
    r->size = 0;
    add_text(r, opening);
    add_text(r, "\n\nGel: Upheld\n\nClaims Administrator guideline: Decision based on MTUS "
                "Chronic Pain Treatment Guidelines Opioids ");
    add_form(r, form, list, strlen(list));
    if (imr_parse(r->one, r->usual, r->text, r->size, &options, &documents, &count, NULL) !=
            IMR_OK ||
        imr_document_json(r->one, documents[0], &json, &size) != IMR_OK || size >= room)
        abort();
    memcpy(out, json, size);
    out[size] = '\0';
    char *behind = strstr(out, ",\"diagnostics\""); /* they have places */
    if (behind != NULL)
        *behind = '\0';
}

static void reads_pages_at_once_as_one_by_one(run *r)
{
    static const char *const ways[][2] = {{"Page(s): *.", "Page(s): * ."},
                                          {"Page(s): *, 3.", "Page(s): * , 3."},
                                          {"Page(s): 2, *.", "Page(s): 2 , * ."},
                                          {"pp. *, *.", "pp. * , * ."}};
    if (imr_context_new(NULL, &r->one) != IMR_OK)
        abort();
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
        for (size_t way = 0; way < sizeof ways / sizeof *ways; way++) {
            char once[4096], each[4096];
            read_pages(r, ways[way][0], pages[i], once, sizeof once);
            read_pages(r, ways[way][1], pages[i], each, sizeof each);
            if (!CHECK_TEXT(once, each))
                printf("    %s: %s\n", ways[way][0], pages[i]);
        }
    imr_context_free(r->one);
    r->size = 0;
}

int main(void)
{
    static run r;
    imr_knowledge *overlay;
    if (imr_knowledge_new(NULL, NULL, &overlay) != IMR_OK ||
        imr_parser_new(NULL, NULL, &r.usual, NULL) != IMR_OK ||
        imr_parser_new(NULL, overlay, &r.piecewise, NULL) != IMR_OK)
        abort();
    enum { AT_ONCE = 6 };
    unsigned forms_met = check_quickly() ? AT_ONCE : FORMS;
    for (unsigned i = 0; i < forms_met; i += AT_ONCE) { /* each name meets each form */
        r.forms = i;
        r.letter_case = i / AT_ONCE % 4;
        read_all(&r);
    }
    r.letter_case = 0;
    reads_pages_at_once_as_one_by_one(&r);
    imr_parser_release(r.usual);
    imr_parser_release(r.piecewise);
    imr_knowledge_release(overlay);
    return check_result();
}
