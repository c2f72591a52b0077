/* The searches find what a search place by place finds, however the text lies. */
#include "search.h"

#include "check.h"

static uint32_t place_by_place(const char *text, uint32_t at, uint32_t end, const char *needle,
                               size_t size)
{
    for (; size > 0 && at < end && end - at >= size; at++)
        if (memcmp(text + at, needle, size) == 0)
            return at;
    return UINT32_MAX;
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
        if (size <= 128 && any_below(2) == 0)
            memcpy(needle, text + any_below(128 - size), size);
        else
            for (uint32_t i = 0; i < size; i++)
                needle[i] = (char)('a' + any_below(letters));
        uint32_t want = place_by_place(text, at, end, needle, size);
        different += imr_search(text, at, end, needle, size) != want;
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
}

int main(void)
{
    finds_what_is_there();
    finds_the_last_stop();
    finds_nothing_in_nothing();
    return check_result();
}
