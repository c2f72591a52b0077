/* What the words of a reference say of it, wherever they stand. */
#include "citation.h"

#include <stdio.h>

#include "check.h"

/* Of text[at, end). */
static unsigned says(const char *text, uint32_t at, uint32_t end)
{
    char low[256 + IMR_TEXT_NULS] = {0};
    memcpy(low, text, strlen(text));
    imr_text t = {.clean = low, .low = low, .size = (uint32_t)strlen(text)};
    return imr_published(&t, (imr_span){at, end});
}

static const struct {
    const char *word;
    unsigned says;
} words[] = {
    {"academy", IMR_PUBLISHER},
    {"administration", IMR_PUBLISHER},
    {"agency", IMR_PUBLISHER},
    {"association", IMR_PUBLISHER},
    {"associations", IMR_PUBLISHER},
    {"bulletin", IMR_PUBLICATION},
    {"calculator", IMR_PUBLICATION},
    {"center for", IMR_PUBLISHER},
    {"centers for", IMR_PUBLISHER},
    {"clearinghouse", IMR_PUBLISHER},
    {"clinic", IMR_PUBLISHER},
    {"cochrane", IMR_PUBLISHER},
    {"college", IMR_PUBLISHER},
    {"consensus", IMR_PUBLICATION},
    {"council", IMR_PUBLISHER},
    {"criteria", IMR_PUBLICATION},
    {"database", IMR_PUBLICATION},
    {"department", IMR_PUBLISHER},
    {"departments", IMR_PUBLISHER},
    {"epocrates", IMR_PUBLISHER},
    {"fda", IMR_PUBLISHER},
    {"foundation", IMR_PUBLISHER},
    {"guide to", IMR_PUBLICATION},
    {"guideline", IMR_PUBLICATION},
    {"guidelines", IMR_PUBLICATION},
    {"guides", IMR_PUBLICATION},
    {"handbook", IMR_PUBLICATION},
    {"institute", IMR_PUBLISHER},
    {"institutes", IMR_PUBLISHER},
    {"journal", IMR_PUBLISHER},
    {"label", IMR_LEAFLET},
    {"labels", IMR_LEAFLET},
    {"library", IMR_PUBLISHER},
    {"manual", IMR_PUBLICATION},
    {"medication guide", IMR_LEAFLET},
    {"medscape", IMR_PUBLISHER},
    {"monograph", IMR_LEAFLET},
    {"monographs", IMR_LEAFLET},
    {"organization", IMR_PUBLISHER},
    {"package insert", IMR_LEAFLET},
    {"package inserts", IMR_LEAFLET},
    {"physicians' desk", IMR_PUBLISHER},
    {"policies", IMR_PUBLICATION},
    {"policy", IMR_PUBLICATION},
    {"prescribing information", IMR_LEAFLET},
    {"pubmed", IMR_PUBLISHER},
    {"recommendation", IMR_PUBLICATION},
    {"recommendations", IMR_PUBLICATION},
    {"report", IMR_PUBLICATION},
    {"review", IMR_PUBLICATION},
    {"reviews", IMR_PUBLICATION},
    {"society", IMR_PUBLISHER},
    {"statement", IMR_PUBLICATION},
    {"textbook", IMR_PUBLISHER | IMR_PUBLICATION},
    {"university", IMR_PUBLISHER},
    {"uptodate", IMR_PUBLISHER},
};

/* Up to two steps of the reading away from the span's beginning. */
static void finds_every_word(void)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        for (int before = 0; before < 36; before++) {
            char text[128];
            uint32_t size = (uint32_t)strlen(words[i].word);
            uint32_t at = (uint32_t)snprintf(text, sizeof text, "%.*s %s, 2011", before,
                                             "our own and all other knee surgeons ", words[i].word);
            at -= size + 6;
            CHECK(says(text, 0, at + size + 6) == words[i].says);
            CHECK(says(text, at, at + size) == words[i].says);
            CHECK(says(text, at, at + size - 1) == 0 || words[i].word[size - 1] == 's');
            CHECK(says(text, at + 1, at + size) == 0);
            CHECK(says(text, 0, at) == 0);
            text[at + size] = 'x';
            CHECK(says(text, 0, at + size + 6) == 0);
            text[at + size] = '_';
            CHECK(says(text, 0, at + size + 6) == 0);
            text[at + size] = ' ';
            text[at - 1] = 'x';
            CHECK(says(text, 0, at + size + 6) == 0);
        }
}

static void adds_them_up(void)
{
    static const char text[] = "american college of x, guideline. drug label";
    CHECK(says(text, 0, sizeof text - 1) == (IMR_PUBLISHER | IMR_PUBLICATION | IMR_LEAFLET));
    CHECK(says(text, 0, 21) == IMR_PUBLISHER);
    CHECK(says("knee arthroscopy", 0, 16) == 0);
    CHECK(says("", 0, 0) == 0);
}

int main(void)
{
    finds_every_word();
    adds_them_up();
    return check_result();
}
