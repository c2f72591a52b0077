/* The searches find what a search place by place finds, however the text lies. */
#include "search.h"
#include "triples.h"

#include "document.h"

#include "check.h"

static uint32_t place_by_place(const char *text, uint32_t at, uint32_t end, const char *needle,
                               size_t size)
{
    for (; size > 0 && at < end && end - at >= size; at++)
        if (memcmp(text + at, needle, size) == 0)
            return at;
    return UINT32_MAX;
}

static uint32_t last_by_place(const char *text, uint32_t at, uint32_t end, const char *needle,
                              size_t size)
{
    uint32_t last = UINT32_MAX;
    for (uint32_t found; (found = place_by_place(text, at, end, needle, size)) != UINT32_MAX;)
        at = (last = found) + 1;
    return last;
}

static uint32_t seed = 1;

static uint32_t any_below(uint32_t limit)
{
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 16) % limit;
}

/* Few letters, so that much is nearly found; all bytes behind the end would be found as well. */
static void finds_what_is_there(void)
{
    char text[128 + 64], needle[40];
    unsigned different = 0, found = 0;
    for (int round = 0; round < 50000; round++) {
        uint32_t letters = 1 + any_below(3), size = any_below(1 + any_below(sizeof needle));
        for (size_t i = 0; i < sizeof text; i++)
            text[i] = (char)('a' + any_below(letters));
        uint32_t end = any_below(129), at = any_below(129);
        if (any_below(2) == 0)
            memcpy(needle, text + any_below(128 - size), size);
        else
            for (uint32_t i = 0; i < size; i++)
                needle[i] = (char)('a' + any_below(letters));
        uint32_t want = place_by_place(text, at, end, needle, size);
        different += imr_search(text, at, end, needle, size) != want;
        different += imr_search_far(text, at, end, needle, size) != want;
        want = last_by_place(text, at, end, needle, size);
        different += imr_search_last(text, at, end, needle, size) != want;
        found += want != UINT32_MAX;
    }
    CHECK(different == 0);
    CHECK(found > 5000 && found < 45000);
}

static uint32_t stop_by_place(const char *text, uint32_t from, uint32_t end)
{
    for (; end > from; end--)
        if (strchr(".?!", text[end - 1]) != NULL && text[end] == ' ')
            return end - 1;
    return UINT32_MAX;
}

/* Some texts are nearly all stops and blanks, in some hardly any stands. */
static void finds_the_last_stop(void)
{
    char text[128 + 1];
    unsigned different = 0, found = 0;
    for (int round = 0; round < 50000; round++) {
        uint32_t letters = 5 + any_below(1 + any_below(30));
        for (size_t i = 0; i < sizeof text; i++) {
            uint32_t letter = any_below(letters);
            text[i] = letter < 5 ? ".?! ,"[letter] : 'a';
        }
        uint32_t end = any_below(129), from = any_below(129);
        uint32_t want = stop_by_place(text, from, end);
        different += imr_last_stop(text, from, end) != want;
        found += want != UINT32_MAX;
    }
    CHECK(different == 0);
    CHECK(found > 5000 && found < 45000);
}

static void finds_nothing_in_nothing(void)
{
    static const char text[64 + 16] = "necessary";
    CHECK(imr_search(text, 0, 9, "", 0) == UINT32_MAX);
    CHECK(imr_search(text, 0, 0, "n", 1) == UINT32_MAX);
    CHECK(imr_search(text, 5, 3, "e", 1) == UINT32_MAX);
    CHECK(imr_search(text, 0, 8, "necessary", 9) == UINT32_MAX);
    CHECK(imr_search(text, 0, 9, "necessary", 9) == 0);
    CHECK(imr_search(text, 8, 9, "y", 1) == 8);
    CHECK(imr_last_stop("a. b", 2, 1) == UINT32_MAX);
    CHECK(imr_last_stop("a. b", 0, 1) == UINT32_MAX);
    CHECK(imr_last_stop("a. b", 0, 2) == 1);
    CHECK(imr_search_last(text, 0, 9, "", 0) == UINT32_MAX);
    CHECK(imr_search_last(text, 5, 3, "s", 1) == UINT32_MAX);
    CHECK(imr_search_last(text, 0, 9, "s", 1) == 5);
    CHECK(imr_search_last(text, 0, 9, "necessary", 9) == 0);
}

/* A span's search takes another way where the span is long. */
static void finds_in_long_spans(void)
{
    enum { SIZE = 900 };
    static char text[SIZE + 64];
    unsigned different = 0, found = 0;
    imr_text t = {.clean = text, .low = text, .size = SIZE};
    for (int round = 0; round < 5000; round++) {
        char needle[6];
        uint32_t letters = 2 + any_below(4), size = any_below(1 + sizeof needle);
        for (size_t i = 0; i < SIZE; i++)
            text[i] = (char)('a' + any_below(letters));
        for (uint32_t i = 0; i < size; i++)
            needle[i] = (char)('a' + any_below(letters));
        imr_span s = {any_below(SIZE), any_below(SIZE + 1)};
        uint32_t want = place_by_place(text, s.at, s.end, needle, size);
        different += imr_find_any_case(&t, s, needle, size) != want;
        found += want != UINT32_MAX;
    }
    CHECK(different == 0);
    CHECK(found > 500 && found < 4500);
}

static bool of_word(char c)
{
    return imr_is_letter(c) || c == '\'';
}

static uint32_t date_by_place(const char *text, uint32_t from, uint32_t at, uint32_t end)
{
    for (; at < end; at++)
        if ((text[at] >= 'A' && text[at] <= 'S') ||
            (imr_is_digit(text[at]) && !(at > from && imr_is_digit(text[at - 1]))))
            break;
    return at;
}

static bool stops(char c)
{
    return c == '.' || c == '?';
}

/* Where a run ends, or begins, of bytes that are so or not so. */
static uint32_t run_end(const char *text, uint32_t at, uint32_t end, bool (*is)(char), bool so)
{
    while (at < end && is(text[at]) == so)
        at++;
    return at;
}

static uint32_t run_start(const char *text, uint32_t from, uint32_t end, bool (*is)(char), bool so)
{
    while (end > from && is(text[end - 1]) == so)
        end--;
    return end;
}

/* Long words and short ones, with all bytes between them, and some beside the letters. */
static void finds_where_words_begin_and_end(void)
{
    char text[128 + 16];
    unsigned different = 0;
    for (int round = 0; round < 20000; round++) {
        uint32_t others = 1 + any_below(40);
        for (size_t i = 0; i < sizeof text; i++)
            text[i] = any_below(others) == 0 ? (char)any_below(256) : "aZz'`@[{mA"[any_below(10)];
        uint32_t end = any_below(129), at = any_below(end + 1);
        different += imr_search_word_end(text, at, end) != run_end(text, at, end, of_word, true);
        different +=
            imr_search_word_start(text, at, end) != run_start(text, at, end, of_word, true);
        different +=
            imr_search_run_end(text, at, end) != run_end(text, at, end, imr_is_of_run, true);
        different +=
            imr_search_run_start(text, at, end) != run_start(text, at, end, imr_is_of_run, true);
        different +=
            imr_search_part_start(text, at, end) != run_start(text, at, end, imr_is_of_part, true);
        different += imr_search_stopped_start(text, at, end) !=
                     run_start(text, at, end, imr_is_of_stopped, true);
        different +=
            imr_search_either(text, at, end, '.', '?') != run_end(text, at, end, stops, false);
        different += imr_search_behind_either(text, at, end, '.', '?') !=
                     run_start(text, at, end, stops, false);
    }
    CHECK(different == 0);
}

/* Figures, and what stands beside them among the bytes. */
static void finds_where_dates_may_begin(void)
{
    char text[128 + 16];
    unsigned different = 0, found = 0;
    for (int round = 0; round < 20000; round++) {
        uint32_t others = 1 + any_below(20);
        for (size_t i = 0; i < sizeof text; i++)
            text[i] = any_below(others) == 0 ? "09/:12AS@TZ"[any_below(11)] : "ab 56"[any_below(5)];
        uint32_t end = any_below(129), at = any_below(end + 1), from = any_below(at + 1);
        uint32_t want = date_by_place(text, from, at, end);
        different += imr_search_date(text, from, at, end) != want;
        found += want < end && want > at + 1;
    }
    CHECK(different == 0);
    CHECK(found > 1000);
}

/* All that is of a word, and hyphens between. */
static void knows_the_runs_of_many_bytes(void)
{
    char text[64];
    unsigned different = 0;
    for (int round = 0; round < 5000; round++) {
        for (size_t i = 0; i < sizeof text; i++)
            text[i] = any_below(3) == 0 ? (char)any_below(256) : "aZz-`@[{m09/"[any_below(12)];
        imr_runs runs = imr_runs_of(text);
        for (unsigned i = 0; i < sizeof text; i++)
            different += (runs.parts >> i & 1) != imr_is_of_part(text[i]) ||
                         (runs.all >> i & 1) != imr_is_of_run(text[i]);
    }
    CHECK(different == 0);
}

static void knows_what_is_said(void)
{
    char text[33];
    unsigned different = 0;
    for (int round = 0; round < 5000; round++) {
        for (size_t i = 0; i < sizeof text; i++)
            text[i] =
                any_below(3) == 0 ? (char)any_below(256) : "aZ\"'; .?!\xE2\x80z"[any_below(12)];
        imr_said_bytes said = imr_said_bytes_of(text);
        for (unsigned i = 0; i < 32; i++) {
            char c = text[i];
            bool stops = (c == '.' || c == '?' || c == '!') && text[i + 1] == ' ';
            bool sign = c == '\'' || c == ';' || c == '\xE2';
            different += (said.words >> i & 1) != of_word(c) ||
                         (said.quotes >> i & 1) != (c == '"') || (said.signs >> i & 1) != sign ||
                         (said.stops >> i & 1) != stops;
        }
    }
    CHECK(different == 0);
}

/* The same, and what differs in one byte. */
static void compares_by_one_look(void)
{
    char a[48], b[48];
    unsigned wrong = 0;
    for (uint32_t size = 16; size <= sizeof a; size++) {
        memset(a, 'a', sizeof a);
        memset(b, 'b', sizeof b);
        memset(b, 'a', size);
        wrong += !imr_same_16_to_48(a, b, size);
        for (uint32_t i = 0; i < size; i++) {
            b[i] = 'b';
            wrong += imr_same_16_to_48(a, b, size);
            b[i] = 'a';
        }
    }
    CHECK(wrong == 0);
}

/* Words are divided by what is of no run; the hyphens that lead to one are none of it. */
static void knows_where_words_begin(void)
{
    enum { BLOCKS = 3 };
    char text[64 * BLOCKS];
    unsigned different = 0, found = 0;
    for (int round = 0; round < 20000; round++) {
        uint32_t kinds = 2 + any_below(4);
        for (size_t i = 0; i < sizeof text; i++)
            text[i] = "-- a1"[any_below(kinds < 5 ? kinds : 5)];
        if (round % 3 == 0)
            memset(text + any_below(64), round % 2 == 0 ? '-' : 'a', 64 + any_below(64));
        bool inside = false, word = false;
        for (unsigned block = 0; block < BLOCKS; block++) {
            uint64_t starts = imr_word_starts(imr_runs_of(text + 64 * block), &inside);
            for (unsigned i = 0; i < 64; i++) {
                char c = text[64 * block + i];
                bool begins = !word && imr_is_of_part(c);
                word = imr_is_of_run(c) && (word || begins);
                different += (starts >> i & 1) != begins;
                found += begins;
            }
            different += inside != word;
        }
    }
    CHECK(different == 0);
    CHECK(found > 100000);
}

/* Few letters again; the bytes of triples with numbers of their own must not be mixed up. */
static void finds_any_of_several_triples(void)
{
    enum { SIZE = IMR_THIRD + 1 };
    char text[128 + 64];
    unsigned different = 0, found = 0, otherwise = 0;
    for (int round = 0; round < 50000; round++) {
        uint32_t letters = 1 + any_below(12), count = 1 + any_below(8);
        char three[8][SIZE];
        bool third[8];
        imr_triples triples = {0};
        for (size_t i = 0; i < sizeof text; i++)
            text[i] = "ab \xE2qr0123xy"[any_below(letters)];
        for (uint32_t i = 0; i < count; i++) {
            for (size_t k = 0; k < SIZE; k++)
                three[i][k] = "ab \xE2qr0123xy"[any_below(12)];
            third[i] = any_below(4) > 0;
            imr_add_triple(&triples, i, three[i], third[i]);
        }
        uint32_t end = any_below(129), at = any_below(end + 1), want = at;
        unsigned numbers = 0;
        for (; want < end && numbers == 0; want += numbers == 0)
            for (uint32_t i = 0; i < count; i++)
                if (memcmp(text + want, three[i], 2) == 0 &&
                    (!third[i] || text[want + IMR_THIRD] == three[i][IMR_THIRD]))
                    numbers |= 1u << i;
        uint32_t place = imr_search_triples(text, at, end, &triples);
        different += place != want;
        otherwise += place < end && imr_triples_at(&triples, text + place) != numbers;
        found += want != end;
    }
    CHECK(different == 0 && otherwise == 0);
    CHECK(found > 5000 && found < 45000);
}

/* Every byte in every place. */
static void tells_the_kinds_of_bytes(void)
{
    char text[256 + 64];
    unsigned different = 0;
    for (size_t i = 0; i < sizeof text; i++)
        text[i] = imr_lower((char)i);
    for (int at = 0; at < 256; at++) {
        imr_byte_kinds kinds = imr_byte_kinds_of(text + at);
        for (int i = 0; i < 64; i++) {
            char c = text[at + i];
            bool mark = c != '\0' && strchr("#%!'", c) != NULL;
            different += (kinds.letters >> i & 1) != imr_is_lower(c);
            different += (kinds.figures >> i & 1) != imr_is_digit(c);
            different += (kinds.marks >> i & 1) != mark;
        }
    }
    CHECK(different == 0);
}

int main(void)
{
    finds_in_long_spans();
    finds_what_is_there();
    finds_the_last_stop();
    finds_nothing_in_nothing();
    finds_where_words_begin_and_end();
    finds_where_dates_may_begin();
    knows_the_runs_of_many_bytes();
    knows_what_is_said();
    compares_by_one_look();
    tells_the_kinds_of_bytes();
    knows_where_words_begin();
    finds_any_of_several_triples();
    return check_result();
}
