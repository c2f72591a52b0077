/* field_case.c - the header block.
 *
 * On paper it is two columns of labels and values. As text it comes in three orders: label and
 * value side by side; label and value in turn; all labels of a column, then all its values. So it
 * is read as a row of tokens. A value on its label's line is that label's; a value on a line of
 * its own belongs to the oldest label still waiting for a value of its kind.
 */
#include <string.h>

#include "ascii.h"
#include "date.h"
#include "fields.h"
#include "search.h"
#include "slip.h"

enum { WAITING_MAX = 16 };

typedef struct waiting {
    int key;       /* of schema level `case` */
    uint32_t line; /* where the label stands */
} waiting;

typedef struct header {
    const imr_stage *stage;
    uint32_t initials;                  /* of the labels: a bit per letter */
    uint8_t letters[IMR_HEADER_LABELS]; /* of each but for blanks; 0 before they are counted */
    imr_record *record;
    waiting labels[WAITING_MAX]; /* of this run: labels without a value between them */
    int count;
    bool valued;      /* has a value of the run been read? */
    bool column;      /* is the run a column of labels, with their values behind the last? */
    uint64_t by_turn; /* the run's dates that went to the oldest label: a bit per key */
} header;

typedef enum value_kind { NUMBER, DATE, PRIORITY } value_kind;

static value_kind kind_of(int key)
{
    return key == IMR_case_number ? NUMBER : key == IMR_case_priority ? PRIORITY : DATE;
}

/* The label that a value on `line` belongs to, taken off the list; -1 where none waits. Of three
 * and more labels in a row the values follow in their order, on one line too: a value that was left
 * out does not bring so many together. */
static int take_label(header *h, value_kind kind, uint32_t line)
{
    enum { COLUMN = 3 };
    int found = -1;
    h->column |= !h->valued && h->count >= COLUMN;
    for (int i = 0; i < h->count; i++) {
        if (kind_of(h->labels[i].key) != kind)
            continue;
        bool same_line = h->labels[i].line == line && !h->column;
        if (found < 0 || same_line) /* the oldest, or the last on this line */
            found = i;
    }
    if (found < 0)
        return -1;
    int key = h->labels[found].key;
    if (kind == DATE && (h->column || h->labels[found].line != line) && h->count > 1)
        h->by_turn |= (uint64_t)1 << key;
    memmove(&h->labels[found], &h->labels[found + 1],
            (size_t)(h->count - found - 1) * sizeof *h->labels);
    h->count--;
    return key;
}

/* The values of a run of labels have been read: a label opens the next one. */
static void end_run(header *h)
{
    bool dates_wait = false;
    for (int i = 0; i < h->count; i++)
        dates_wait |= kind_of(h->labels[i].key) == DATE;
    for (int key = 0; dates_wait && key < IMR_case_count; key++)
        if (h->by_turn >> key & 1)
            imr_unset(h->record, key);
    h->count = 0;
    h->valued = false;
    h->column = false;
    h->by_turn = 0;
}

static void add_label(header *h, int key, uint32_t line)
{
    if (h->valued)
        end_run(h);
    if (h->count < WAITING_MAX)
        h->labels[h->count++] = (waiting){key, line};
}

static bool may_open_label(const header *h, char first)
{
    return imr_is_lower(first) && (h->initials >> (first - 'a') & 1);
}

/* A label at `at`; returns its end, 0 where there is none. Its colon may be missing where the
 * label is broken over two lines ("Application" / "Received:"). */
static uint32_t read_label(header *h, uint32_t at, uint32_t end)
{
    const imr_text *t = h->stage->doc->text;
    char first = t->low[at];
    if (!may_open_label(h, first))
        return 0;
    for (int i = 0; i < IMR_HEADER_LABELS; i++) {
        const imr_header_label *label = &imr_header_labels[i];
        if (first != label->text[0] || t->low[at + 1] != label->text[1] ||
            !imr_reads(t, at, end, label->text) ||
            (label->cover && !h->stage->outline->form->cover))
            continue;
        uint32_t after = at + (uint32_t)strlen(label->text);
        bool colon = after < end && t->clean[after] == ':';
        bool broken = label->key == IMR_case_application_received;
        if (!colon && !broken)
            continue;
        add_label(h, label->key, imr_text_line(t, at));
        return after + colon;
    }
    return 0;
}

/* Is there a colon before which so many letters stand as a reading of the label may have? `colons`
 * has a bit for each number of letters that stand before one. */
static bool has_room(header *h, int i, uint64_t colons)
{
    if (h->letters[i] == 0)
        for (const char *p = imr_header_labels[i].text; *p != '\0'; p++)
            h->letters[i] = (uint8_t)(h->letters[i] + (*p != ' '));
    int count = h->letters[i], slips = imr_slipped_letters(count);
    return (colons >> (count - slips) & (((uint64_t)2 << 2 * slips) - 1)) != 0;
}

/* A misread label at `at`, which must have its colon; -1 where there is none. *after: its end. A
 * cover letter's own are too short to be told. */
static int misread_label(header *h, uint32_t at, uint32_t end, uint32_t *after)
{
    enum { LONGEST = 44 };
    const imr_text *t = h->stage->doc->text;
    uint64_t colons = 0;
    uint32_t near = end - at > LONGEST ? at + LONGEST : end, letters = 0;
    if (imr_is_lower(t->clean[at]) || imr_search_either(t->clean, at, near, ':', ';') == near)
        return -1; /* most words of a cover letter */
    for (uint32_t i = at; i < near; i++) {
        colons |= (uint64_t)(t->clean[i] == ':' || t->clean[i] == ';') << letters;
        letters += t->clean[i] != ' ';
    }
    for (int i = 0; i < IMR_HEADER_LABELS && colons != 0; i++) {
        if (imr_header_labels[i].cover || !has_room(h, i, colons))
            continue;
        uint32_t stop = imr_read_slipped(t, at, end, imr_header_labels[i].text);
        while (stop > 0 && stop < end && t->clean[stop] == ' ')
            stop++;
        if (stop == 0 || stop == end || strchr(":;", t->clean[stop]) == NULL)
            continue;
        *after = stop + 1;
        return i;
    }
    return -1;
}

static uint32_t read_misread_label(header *h, uint32_t at, uint32_t end)
{
    const imr_text *t = h->stage->doc->text;
    uint32_t after;
    int i = misread_label(h, at, end, &after);
    if (i < 0)
        return 0;
    add_label(h, imr_header_labels[i].key, imr_text_line(t, at));
    return after;
}

/* A case number such as CM16-0212345 or "IMR 13-000004"; its size, 0 where there is none. */
static uint32_t case_number(const imr_text *t, uint32_t at, uint32_t end)
{
    uint32_t i = at;
    if (imr_reads(t, i, end, "cm"))
        i += 2;
    else if (imr_reads(t, i, end, "imr"))
        i += i + 3 < end && t->clean[i + 3] == ' ' ? 4 : 3;
    else
        return 0;
    uint32_t digits = 0, dashes = 0;
    for (; i < end && (imr_is_digit(t->clean[i]) || t->clean[i] == '-'); i++) {
        digits += t->clean[i] != '-';
        dashes += t->clean[i] == '-';
    }
    return digits >= 6 && dashes <= 1 ? i - at : 0;
}

static void set_date(header *h, uint32_t at, uint32_t size, imr_date date, imr_date_reading reading)
{
    imr_document *d = h->stage->doc;
    int key = take_label(h, DATE, imr_text_line(d->text, at));
    if (key < 0)
        return;
    if (reading == IMR_DATE_IMPOSSIBLE) {
        imr_notef(d, "impossible-date", at, "case.%s: \"%.*s\" is no date of the calendar",
                  imr_levels[IMR_LEVEL_case].keys[key].name, (int)size, d->text->clean + at);
        return;
    }
    char *text = imr_arena_take(d->arena, IMR_DATE_SIZE + 1);
    if (text == NULL) {
        d->no_memory = true;
        return;
    }
    imr_write_date(date, text);
    imr_set_string(h->record, key, text, IMR_DATE_SIZE, (imr_span){at, at + size});
}

/* A value at `at`; returns its end, 0 where there is none. */
static uint32_t read_value(header *h, uint32_t at, uint32_t end)
{
    imr_document *d = h->stage->doc;
    const imr_text *t = d->text;
    uint32_t size = case_number(t, at, end);
    if (size > 0) {
        if (take_label(h, NUMBER, imr_text_line(t, at)) >= 0)
            imr_set_span(d, h->record, IMR_case_number, (imr_span){at, at + size});
        return at + size;
    }
    static const char *const priorities[] = {"standard", "expedited"};
    for (int i = 0; i < 2; i++)
        if (imr_reads(t, at, end, priorities[i])) {
            imr_span word = {at, at + (uint32_t)strlen(priorities[i])};
            if (take_label(h, PRIORITY, imr_text_line(t, at)) >= 0)
                imr_set_constant(h->record, IMR_case_priority, priorities[i], word);
            return word.end;
        }
    imr_date date;
    size_t date_size;
    imr_date_reading reading = imr_read_date(t->clean + at, end - at, &date, &date_size);
    if (reading == IMR_NO_DATE)
        return 0;
    set_date(h, at, (uint32_t)date_size, date, reading);
    return at + (uint32_t)date_size;
}

/* Does a label stand at `at`, with its colon? */
static bool has_label(header *h, uint32_t at, uint32_t end)
{
    const imr_text *t = h->stage->doc->text;
    for (int k = 0; k < IMR_HEADER_LABELS && may_open_label(h, t->low[at]); k++) {
        const char *text = imr_header_labels[k].text;
        if (t->low[at + 1] != text[1] || !imr_reads(t, at, end, text))
            continue;
        uint32_t after = at + (uint32_t)strlen(text);
        if (after < end && t->clean[after] == ':')
            return true;
    }
    uint32_t after;
    return misread_label(h, at, end, &after) >= 0;
}

/* Where the block begins: at its first label that stands at a line's start. Before it may stand a
 * cover page, whose dates are not the block's. */
static uint32_t block_start(header *h, imr_span before)
{
    const imr_text *t = h->stage->doc->text;
    if (imr_empty(before))
        return before.end;
    uint32_t last = imr_text_line(t, before.end - 1);
    for (uint32_t i = imr_text_line(t, before.at); i <= last; i++)
        if (t->lines[i].at >= before.at && has_label(h, t->lines[i].at, before.end))
            return t->lines[i].at;
    return before.at;
}

void imr_field_case(const imr_stage *s)
{
    const imr_text *t = s->doc->text;
    imr_span block = imr_trim(t, s->outline->header);
    if (imr_empty(block) || s->outline->form == NULL)
        return;
    header h = {.stage = s};
    for (int i = 0; i < IMR_HEADER_LABELS; i++)
        h.initials |= (uint32_t)1 << (imr_header_labels[i].text[0] - 'a');
    block.at = block_start(&h, block);
    h.record = imr_open(s->doc, s->doc->root, IMR_document_case);
    for (uint32_t at = block.at; at < block.end;) {
        uint32_t next = read_label(&h, at, block.end);
        if (next == 0) {
            next = read_value(&h, at, block.end);
            h.valued |= next != 0;
        }
        if (next == 0)
            next = read_misread_label(&h, at, block.end);
        if (next == 0) { /* neither: on to the next word */
            while (at < block.end && t->clean[at] != ' ')
                at++;
            next = at;
        }
        at = next;
        while (at < block.end && t->clean[at] == ' ')
            at++;
    }
    if (h.record != NULL)
        end_run(&h);
}
