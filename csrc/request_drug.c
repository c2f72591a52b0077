/* request_drug.c - the drug that is asked for, its ingredients and strength.
 *
 *     Nucynta (tapentadol) 75mg          a brand; what stands in brackets repeats it
 *     Xanax - Alprazolam 1mg             the same without brackets
 *     Hydrocodone/APAP 10/325mg          a combination: one name
 *     Flurbiprofen 20%, Lidocaine 5%     a compound: ingredients, no drug
 *     Norco #60 and Soma #30             two drugs: the first
 */
#include <string.h>

#include "ascii.h"
#include "request.h"
#include "vector.h"

typedef struct reading {
    imr_item *item;
    const imr_text *text;
    imr_record *request;
    imr_span name;   /* of the drug */
    imr_span region; /* up to the next drug: where the strength stands */
} reading;

/* Asked of few words, at many places. */
IMR_APART uint32_t kinds_of(const imr_item *item, imr_span word)
{
    return imr_word_kinds(item->stage, word);
}

/* The word of letters before `at` in the item, empty where there is none. */
static imr_span word_before(const imr_item *item, uint32_t at)
{
    const char *s = item->text->clean;
    while (at > item->span.at && !imr_is_letter(s[at - 1]))
        at--;
    imr_span word = {at, at};
    while (word.at > item->span.at && imr_is_letter(s[word.at - 1]))
        word.at--;
    return word;
}

static imr_span word_after(const imr_item *item, uint32_t at)
{
    const char *s = item->text->clean;
    while (at < item->span.end && !imr_is_letter(s[at]))
        at++;
    imr_span word = {at, at};
    while (word.end < item->span.end && imr_is_letter(s[word.end]))
        word.end++;
    return word;
}

/* ---- which of the names is asked for ------------------------------------------------------------
 */

/* A drug that an injection, a test or a pump is only done with, or made for, is not the item. */
static bool asked_for(const imr_item *item, imr_span name)
{
    static const char *const others[] = {"level",          "levels", "test",    "testing",
                                         "screen",         "assay",  "clinic",  "detox",
                                         "detoxification", "pump",   "therapy", "monitoring"};
    const imr_text *t = item->text;
    uint32_t medicine = IMR_W_UNIT | IMR_W_PERCENT | IMR_W_TOPICAL;
    imr_span before = word_before(item, name.at);
    if (!imr_empty(before) && (kinds_of(item, before) & IMR_W_WITH) &&
        !(item->words & IMR_W_TOPICAL))
        return false;
    if ((item->words & IMR_W_LABORATORY) && !(item->words & medicine))
        return false;
    if (t->low[name.end] != ' ' || !imr_is_lower(t->low[name.end + 1]))
        return true;
    imr_span after = word_after(item, name.end);
    return !IMR_IS_ANY(t, after, others);
}

/* ---- names ----------------------------------------------------------------------------------- */

static bool has_ingredient(const imr_entry *e, const char *name)
{
    for (size_t i = 0; i < imr_entry_count(e, IMR_DRUGS_INGREDIENTS); i++) {
        const char *own = imr_entry_item(e, IMR_DRUGS_INGREDIENTS, i, NULL);
        if (*own == *name && strcmp(own, name) == 0)
            return true;
    }
    return false;
}

/* Takes in what follows a name and belongs to it: "Tramadol HCl ER", "Anaprox-DS". */
static imr_span with_salts(const imr_item *item, imr_span name)
{
    const char *s = item->text->clean;
    for (;;) {
        uint32_t at = name.end;
        while (at < item->span.end && (s[at] == ' ' || s[at] == '-') && at - name.end < 2)
            at++;
        imr_span word = {at, at};
        while (word.end < item->span.end && imr_is_letter(s[word.end]))
            word.end++;
        bool salt = at > name.end && !imr_empty(word) && (kinds_of(item, word) & IMR_W_SALT);
        if (!salt)
            return name;
        name.end = word.end;
    }
}

/* The number of "Tylenol with codeine #3" belongs to the name too. */
static imr_span with_number(const imr_item *item, imr_span name, const imr_entry *e)
{
    const char *s = item->text->clean;
    bool numbered = name.end + 3 <= item->span.end && s[name.end] == ' ' &&
                    s[name.end + 1] == '#' && strchr("234", s[name.end + 2]) != NULL &&
                    (name.end + 3 == item->span.end || !imr_is_digit(s[name.end + 3])) &&
                    has_ingredient(e, "codeine");
    name.end += numbered ? 3 : 0;
    return name;
}

static bool parts_words(char c)
{
    return c <= '-' && strchr(" -(),", c) != NULL; /* letters and figures are greater */
}

/* Leaves out the dosage form, and a strength before it, which some names in the table have:
 * "Terocin patches", "Voltaren 1% gel". */
static imr_span without_form(const imr_item *item, imr_span name)
{
    const imr_text *t = item->text;
    if (memchr(t->clean + name.at, ' ', name.end - name.at) == NULL) /* of one word, as most are */
        return name;
    for (;;) {
        uint32_t at = name.end;
        while (at > name.at && !parts_words(t->clean[at - 1]))
            at--;
        if (at == name.at || t->clean[at - 1] != ' ')
            return name;
        imr_span last = {at, name.end};
        bool strength =
            imr_is_digit(t->clean[at]) && (memchr(t->clean + at, '%', last.end - at) != NULL ||
                                           memchr(t->clean + at, '/', last.end - at) != NULL);
        uint32_t kinds = kinds_of(item, last);
        if (!strength && !(kinds & IMR_W_FORM))
            return name;
        name = imr_trim(t, (imr_span){name.at, at});
    }
}

/* Has `e` nothing in it that `whole` has not? */
static bool repeats(const imr_entry *e, const imr_entry *whole)
{
    for (size_t i = 0; i < imr_entry_count(e, IMR_DRUGS_INGREDIENTS); i++)
        if (!has_ingredient(whole, imr_entry_item(e, IMR_DRUGS_INGREDIENTS, i, NULL)))
            return false;
    return true;
}

static void add_ingredients(const reading *r, imr_found found)
{
    for (size_t i = 0; i < imr_entry_count(found.entry, IMR_DRUGS_INGREDIENTS); i++) {
        size_t size;
        const char *name = imr_entry_item(found.entry, IMR_DRUGS_INGREDIENTS, i, &size);
        imr_add_known(r->item->stage->doc, r->request, IMR_request_ingredients, found.entry, name,
                      size, found.span);
    }
}

/* Is the name written otherwise than the table's, but nearly so? */
static bool is_misspelt(const imr_text *t, imr_found found)
{
    enum { NEAR = 2 };
    size_t size;
    const char *key = imr_entry_key(found.entry, &size);
    const char *name = t->clean + found.span.at;
    uint32_t length = found.span.end - found.span.at;
    int edits = imr_name_distance(key, size, name, length, NEAR);
    return edits > 0 && edits <= NEAR;
}

/* ---- several names --------------------------------------------------------------------------- */

/* Do the two names belong to one list of ingredients? Between them stand strengths, forms, salts
 * and joining words at most, and nothing is counted. */
static bool in_one_list(const imr_item *item, uint32_t at, uint32_t end)
{
    const imr_text *t = item->text;
    const uint32_t light = IMR_W_SALT | IMR_W_FORM | IMR_W_UNIT | IMR_W_JOIN | IMR_W_WITH |
                           IMR_W_TOPICAL | IMR_W_VOLUME;
    if (memchr(t->clean + at, '#', end - at) != NULL)
        return false;
    for (imr_item piece = {.text = t, .span = {at, end}}; at < end;) {
        imr_span word = word_after(&piece, at);
        if (imr_empty(word))
            break;
        if (!(kinds_of(item, word) & light))
            return false;
        at = word.end;
    }
    return true;
}

/* "Hydrocodone/APAP", "Hydrocodone - Acetaminophen", "Lidocaine with epinephrine",
 * "Hydrocodone 10mg/Acetaminophen 325mg" */
static bool is_combination(const imr_text *t, imr_span first, imr_span second)
{
    if (second.at > first.end && t->clean[second.at - 1] == '/')
        return true;
    static const char *const joins[] = {"/",  "-", " / ", " - ",    "/ ",
                                        " /", "+", " + ", " with ", " w/ "};
    for (size_t i = 0; i < sizeof joins / sizeof *joins; i++)
        if (second.at - first.end == strlen(joins[i]) &&
            imr_reads(t, first.end, second.at, joins[i]))
            return true;
    return false;
}

static bool is_generic(const imr_entry *e)
{
    const char *kind = imr_entry_text(e, IMR_DRUGS_KIND, NULL);
    return kind != NULL && strcmp(kind, "generic") == 0;
}

/* "Hydrocodone (Norco)": the second name says again what the first is. */
static bool says_again(const imr_text *t, imr_span first, imr_found second)
{
    return imr_reads(t, first.end, second.span.at, " (") && second.span.at == first.end + 2;
}

/* "in Mediderm", "Mediderm base": what a compound is mixed into. */
static bool is_base(const imr_item *item, imr_found found)
{
    if (is_generic(found.entry))
        return false;
    imr_span after = word_after(item, found.span.end);
    uint32_t lead = found.span.at - (uint32_t)strlen(" in ");
    return imr_reads(item->text, after.at, after.end, "base") ||
           imr_reads(item->text, lead, found.span.at, " in ");
}

/* The names from `first` on that make one list with it; returns the place behind the last. */
static uint32_t list_end(const imr_item *item, uint32_t first)
{
    uint32_t i = first + 1;
    while (i < item->drug_count &&
           in_one_list(item, item->drugs[i - 1].span.end, item->drugs[i].span.at) &&
           !is_base(item, item->drugs[i]))
        i++;
    return i;
}

/* The ingredients of the list that the first name does not have. */
static uint32_t count_new(const imr_item *item, uint32_t first, uint32_t end, bool *generic)
{
    uint32_t n = 0;
    *generic = is_generic(item->drugs[first].entry);
    for (uint32_t i = first + 1; i < end; i++)
        if (!repeats(item->drugs[i].entry, item->drugs[first].entry)) {
            *generic &= is_generic(item->drugs[i].entry);
            n++;
        }
    return n;
}

/* The drug is `found`; what it is made of, `whole` says. Its names begin at `at`. */
static void set_drug(reading *r, uint32_t at, imr_found found, imr_found whole)
{
    imr_item *item = r->item;
    imr_span name = with_number(item, with_salts(item, found.span), found.entry);
    r->name = without_form(item, name);
    add_ingredients(r, whole);
    item->drug = (imr_span){at, found.span.end};
    if (r->name.end > item->drug.end)
        item->drug.end = r->name.end;
}

/* Two names of one thing side by side: in brackets, behind a dash. The one that is spelt right is
 * the drug ("Alprazolm - Xanax"); the one that says more tells the ingredients ("Hydrocodone
 * (Norco)"). */
static void one_drug(reading *r, uint32_t first, uint32_t end)
{
    imr_item *item = r->item;
    imr_found found = item->drugs[first], whole = found;
    if (end > first + 1) {
        imr_found other = item->drugs[first + 1];
        bool same = repeats(other.entry, found.entry) && repeats(found.entry, other.entry);
        if (same && is_misspelt(r->text, found) && !is_misspelt(r->text, other))
            found = other;
        if (says_again(r->text, item->drugs[first].span, other) &&
            repeats(found.entry, other.entry))
            whole = other;
    }
    set_drug(r, item->drugs[first].span.at, found, whole);
}

/* Where the names that follow each have a strength, no strength is the drug's: it ends before
 * them. So it does before another drug. */
static uint32_t region_end(const imr_item *item, uint32_t first, uint32_t end)
{
    const char *s = item->text->clean;
    for (uint32_t i = first + 1; i + 1 < end; i++)
        for (uint32_t at = item->drugs[i].span.end; at < item->drugs[i + 1].span.at; at++)
            if (imr_is_digit(s[at]))
                return item->drugs[first + 1].span.at;
    for (uint32_t i = first + 1; i < item->drug_count; i++) {
        const imr_entry *e = item->drugs[i].entry;
        bool again =
            i == first + 1 && says_again(item->text, item->drugs[first].span, item->drugs[i]);
        if (!again && !repeats(e, item->drugs[first].entry))
            return item->drugs[i].span.at;
    }
    return item->span.end;
}

/* Of several names sets the ingredients, r->name and r->region. */
IMR_APART void read_several(reading *r, uint32_t first)
{
    imr_item *item = r->item;
    const imr_found *found = &item->drugs[first];
    uint32_t end = list_end(item, first);
    bool generic;
    uint32_t others = count_new(item, first, end, &generic);
    bool mixed = (item->words & (IMR_W_TOPICAL | IMR_W_PERCENT)) || others >= 2;
    bool bracket = others >= 1 && found[1].span.at > found[0].span.end &&
                   memchr(r->text->clean + found[0].span.end, '(',
                          found[1].span.at - found[0].span.end) != NULL;
    r->region = (imr_span){found->span.at, item->span.end};
    if (others >= 1 && generic && mixed) {
        for (uint32_t i = first; i < end; i++)
            add_ingredients(r, item->drugs[i]);
        item->drug = found->span;
        r->region.end = r->region.at; /* each has a strength of its own */
    } else if (others >= 1 && !is_generic(found->entry) && bracket) {
        /* A compound's name, and what the letter says is in it. */
        for (uint32_t i = first + 1; i < end; i++)
            add_ingredients(r, item->drugs[i]);
        r->name = without_form(item, found->span);
        item->drug = r->name;
        r->region.end = r->name.end;
    } else if (others == 1 && generic &&
               is_combination(r->text, with_salts(item, found[0].span), found[1].span)) {
        add_ingredients(r, found[0]);
        add_ingredients(r, found[1]);
        r->name = with_salts(item, (imr_span){found[0].span.at, found[1].span.end});
        item->drug = r->name;
    } else {
        one_drug(r, first, end);
        r->region.end = region_end(item, first, end);
    }
}

/* Sets the same. Most items have one name. */
static void read_names(reading *r, uint32_t first)
{
    imr_item *item = r->item;
    imr_found found = item->drugs[first];
    if (first + 1 < item->drug_count) {
        read_several(r, first);
        return;
    }
    r->region = (imr_span){found.span.at, item->span.end};
    set_drug(r, found.span.at, found, found);
}

/* ---- strength -------------------------------------------------------------------------------- */

/* As written, but with a blank before the unit, or none before "%". */
static void set_strength(const reading *r, imr_span number, imr_span unit)
{
    const imr_text *t = r->text;
    imr_document *d = r->item->stage->doc;
    bool percent = t->clean[unit.at] == '%';
    uint32_t gap = unit.at - number.end;
    if (percent ? gap == 0 : gap == 1 && t->clean[number.end] == ' ') {
        imr_set_span(d, r->request, IMR_request_strength, (imr_span){number.at, unit.end});
        return;
    }
    uint32_t figures = number.end - number.at, letters = unit.end - unit.at;
    char *text = imr_arena_take(d->arena, (size_t)figures + letters + 2);
    if (text == NULL) {
        d->no_memory = true;
        return;
    }
    char *p = text;
    memcpy(p, t->clean + number.at, figures);
    p += figures;
    if (!percent)
        *p++ = ' ';
    memcpy(p, t->clean + unit.at, letters);
    p += letters;
    *p = '\0';
    imr_set_string(r->request, IMR_request_strength, text, (size_t)(p - text),
                   (imr_span){number.at, unit.end});
}

/* "50mg", "50 mg": what the pattern of strengths finds first, where the first number is one. */
static bool plain_strength(const imr_item *item, imr_span within, imr_match *match)
{
    const char *low = item->text->low;
    uint32_t at = within.at;
    if (item->number != IMR_NOWHERE && item->number > at)
        at = item->number;
    while (at < within.end && !imr_is_digit(low[at]) && low[at] != '.')
        at++;
    uint32_t unit = at;
    while (unit < within.end && imr_is_digit(low[unit]))
        unit++;
    match->group[1] = (imr_span){at, unit};
    char before = at > 0 ? low[at - 1] : ' ';
    if (unit == at || before == ',' || before == '.' || before == '#' || imr_is_digit(before))
        return false;
    unit += low[unit] == ' ';
    uint32_t end = unit + (uint32_t)strlen("mg");
    match->group[2] = (imr_span){unit, end};
    if (end > within.end || low[unit] != 'm' || low[unit + 1] != 'g')
        return false;
    /* What may go on with it: "per hour", "/ml", "-325 mg". */
    return end == within.end || low[end] == ',' ||
           (low[end] == ' ' && (low[end + 1] == '#' || low[end + 1] == '(' ||
                                (imr_is_lower(low[end + 1]) && low[end + 1] != 'p')));
}

/* Behind the name; else, where nothing stands there, before it: "5% Lidoderm". */
static void read_strength(const reading *r)
{
    const imr_item *item = r->item;
    imr_match match;
    if (imr_empty(r->region) || !(item->words & IMR_W_FIGURE))
        return;
    if (item->words & (IMR_W_UNIT | IMR_W_PERCENT)) {
        imr_span before = {item->span.at, r->region.at};
        if (plain_strength(item, r->region, &match) ||
            imr_item_match(item, IMR_PATTERN_STRENGTH, r->region, &match) ||
            imr_item_match(item, IMR_PATTERN_STRENGTH, before, &match)) {
            set_strength(r, match.group[1], match.group[2]);
            return;
        }
    }
    imr_span behind = {r->name.end, item->span.end};
    if (imr_item_match(item, IMR_PATTERN_STRENGTH_BARE, behind, &match))
        imr_set_span(item->stage->doc, r->request, IMR_request_strength, match.group[1]);
}

/* ---- names that the table does not have --------------------------------------------------------
 */

/* Words that lead to the item are passed over: "1 prescription of". */
static imr_span leading_word(const imr_item *item)
{
    imr_span word = word_after(item, item->span.at);
    while (!imr_empty(word) && (kinds_of(item, word) & (IMR_W_LEAD | IMR_W_JOIN | IMR_W_MANY)))
        word = word_after(item, word.end);
    return word;
}

static bool names_part(const imr_item *item, imr_span word)
{
    for (uint32_t i = 0; i < item->part_count; i++)
        if (item->parts[i].span.at < word.end && word.at < item->parts[i].span.end)
            return true;
    return false;
}

/* One edit from a name of eight letters has seven letters at least. */
enum { NAME_MIN = 8, NEAR_WORDS = 3, SHORT_ITEM = 2 };

/* A misspelt name is looked for where a medicine's strength or number stands, or in a heading of
 * hardly anything but a name. */
static bool may_be_misspelt(const imr_item *item)
{
    uint32_t medicine =
        IMR_W_UNIT | IMR_W_PERCENT | IMR_W_NUMBER_SIGN | IMR_W_COUNTED | IMR_W_REFILL;
    return !item->therapy && ((item->words & medicine) || item->word_count <= SHORT_ITEM);
}

IMR_APART bool near_name(imr_item *item)
{
    imr_span word = leading_word(item);
    for (int i = 0; i < NEAR_WORDS && !imr_empty(word); i++) {
        uint32_t size = word.end - word.at;
        if (size >= NAME_MIN - 1 && !names_part(item, word) && kinds_of(item, word) == 0) {
            const imr_entry *e = imr_knowledge_near(item->stage->knowledge, IMR_TABLE_DRUGS,
                                                    item->text->clean + word.at, size, NAME_MIN);
            if (e != NULL) {
                item->drugs[0] = (imr_found){e, word};
                item->drug_count = 1;
                return true;
            }
        }
        word = word_after(item, word.end);
    }
    return false;
}

/* "8 units" are those of an evaluation, "50,000 units" hardly. */
static bool counts_units(const imr_item *item, const imr_match *strength)
{
    enum { DRUG_MIN = 100 };
    imr_span unit = strength->group[2];
    return imr_reads(item->text, unit.at, unit.end, "unit") &&
           imr_read_number(item->text, strength->group[1]) < DRUG_MIN;
}

static bool may_be_unknown(const imr_item *item)
{
    return (item->words & IMR_W_UNIT) && !item->therapy && !(item->words & IMR_W_LABORATORY);
}

/* A name of one to three words before a weight: "Zorvolexa 35mg". */
IMR_APART bool unknown_name(reading *r)
{
    enum { WORDS_MAX = 3 };
    const imr_item *item = r->item;
    imr_match match;
    if (!imr_item_match(item, IMR_PATTERN_STRENGTH, item->span, &match) ||
        item->text->clean[match.group[2].at] == '%' || counts_units(item, &match))
        return false;
    imr_span word = leading_word(item), name = {word.at, word.at};
    for (int i = 0; i < WORDS_MAX && !imr_empty(word) && word.at < match.whole.at; i++) {
        uint32_t kinds = kinds_of(item, word);
        if ((kinds & ~(uint32_t)IMR_W_SALT) || names_part(item, word))
            break;
        name.end = word.end;
        word = word_after(item, word.end);
    }
    bool forms = imr_empty(word) || word.at > match.whole.at || (kinds_of(item, word) & IMR_W_FORM);
    if (imr_empty(name) || name.end - name.at < 4 || !forms)
        return false;
    r->name = name;
    r->item->drug = name;
    r->region = (imr_span){name.at, item->span.end};
    return true;
}

/* "Zorvolexa (diclofenac) 35mg": the word before the brackets is the name. */
IMR_APART void name_before_bracket(reading *r, imr_found found)
{
    const imr_item *item = r->item;
    imr_span word = leading_word(item);
    if (!imr_empty(word) && word.end - word.at >= 4 && word.end + 2 == found.span.at &&
        kinds_of(item, word) == 0 && !names_part(item, word)) {
        r->name = word;
        r->item->drug.at = word.at;
    }
}

void imr_request_drug(imr_item *item, imr_record *request)
{
    reading r = {.item = item, .text = item->text, .request = request};
    uint32_t first = 0;
    while (first < item->drug_count && !asked_for(item, item->drugs[first].span))
        first++;
    bool known = first < item->drug_count;
    if (item->drug_count == 0 && may_be_misspelt(item))
        known = near_name(item);
    if (known) {
        read_names(&r, first);
        uint32_t at = item->drugs[first].span.at;
        bool in_bracket = at >= item->span.at + 2 && memcmp(r.text->low + at - 2, " (", 2) == 0;
        if (in_bracket && !imr_empty(r.name))
            name_before_bracket(&r, item->drugs[first]);
    } else if (item->drug_count > 0 || !may_be_unknown(item) || !unknown_name(&r)) {
        return;
    }
    imr_set_span(item->stage->doc, request, IMR_request_drug, r.name);
    read_strength(&r);
}
