/* The writer of JSON: what becomes of any bytes and numbers, and of memory that runs out. */
#include "json.h"

#include <float.h>
#include <math.h>

#include "check.h"

static void check_string(const char *bytes, size_t size, const char *want)
{
    imr_json j;
    imr_json_init(&j, &imr_default_allocator);
    imr_json_string(&j, bytes, size);
    imr_json_raw(&j, "", 1);
    CHECK_TEXT(j.bytes, want);
    imr_json_free(&j);
}

static void writes_strings(void)
{
    static const struct {
        const char *bytes;
        size_t size;
        const char *want;
    } rows[] = {
        {"", 0, "\"\""},
        {"plain", 5, "\"plain\""},
        {"\"\\/", 3, "\"\\\"\\\\/\""},
        {"\b\f\n\r\t", 5, "\"\\b\\f\\n\\r\\t\""},
        {"\0\x01\x1F", 3, "\"\\u0000\\u0001\\u001f\""},
        {"\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x90", 9, "\"\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x90\""},
        {"a\xE9", 2, "\"a\xEF\xBF\xBD\""},
        {"\xC3", 1, "\"\xEF\xBF\xBD\""},
        {"\xE2\x82", 2, "\"\xEF\xBF\xBD\xEF\xBF\xBD\""},
        {"\xED\xA0\x80", 3, "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""},
        {"\xC3\xA9", 1, "\"\xEF\xBF\xBD\""}, /* not read beyond the size */
        {"ab\"cd", 4, "\"ab\\\"c\""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check_string(rows[i].bytes, rows[i].size, rows[i].want);
}

/* Every byte by itself, and every pair, is a string that holds no control character. */
static void writes_all_bytes(void)
{
    bool good = true;
    imr_json j;
    imr_json_init(&j, &imr_default_allocator);
    for (int a = 0; a < 256; a++)
        for (int b = 0; b < 256; b++) {
            char bytes[2] = {(char)a, (char)b};
            j.size = 0;
            imr_json_string(&j, bytes, 2);
            good = good && j.bytes[0] == '"' && j.bytes[j.size - 1] == '"';
            for (size_t i = 1; good && i + 1 < j.size;) {
                size_t n = imr_utf8_length(j.bytes + i, j.size - i);
                good = n > 0 && (unsigned char)j.bytes[i] >= 0x20;
                i += n;
            }
        }
    CHECK(good);
    imr_json_free(&j);
}

static void check_written(const imr_json *j, const char *want)
{
    char got[400];
    snprintf(got, sizeof got, "%.*s", (int)j->size, j->bytes);
    CHECK_TEXT(got, want);
}

static void writes_numbers(void)
{
    imr_json j;
    imr_json_init(&j, &imr_default_allocator);
    static const struct {
        int64_t n;
        const char *want;
    } integers[] = {{0, "0"},
                    {-1, "-1"},
                    {42, "42"},
                    {INT64_MAX, "9223372036854775807"},
                    {INT64_MIN, "-9223372036854775808"}};
    for (size_t i = 0; i < sizeof integers / sizeof *integers; i++) {
        j.size = 0;
        imr_json_integer(&j, integers[i].n);
        check_written(&j, integers[i].want);
    }
    static const struct {
        double n;
        const char *want;
    } numbers[] = {
        {0.5, "0.5"},  {-2.25, "-2.25"},   {1e21, "1e+21"}, {0.1 + 0.2, "0.30000000000000004"},
        {NAN, "null"}, {INFINITY, "null"}, {3, "3"},        {-INFINITY, "null"}};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        j.size = 0;
        imr_json_number(&j, numbers[i].n);
        check_written(&j, numbers[i].want);
    }
    static const double back[] = {DBL_MAX, DBL_MIN, DBL_EPSILON, 5e-324, 1.0 / 3, 1e-7, 123456.789};
    for (size_t i = 0; i < sizeof back / sizeof *back; i++) {
        j.size = 0;
        imr_json_number(&j, back[i]);
        imr_json_raw(&j, "", 1);
        CHECK(strtod(j.bytes, NULL) == back[i]);
    }
    j.size = 0;
    imr_json_boolean(&j, true);
    imr_json_char(&j, ',');
    imr_json_boolean(&j, false);
    check_written(&j, "true,false");
    imr_json_free(&j);
}

/* What was written stays, and the writer goes on when there is memory again. */
static void survives_short_memory(void)
{
    check_memory m = {0};
    imr_allocator a = check_allocator(&m);
    imr_json j;
    imr_json_init(&j, &a);
    imr_json_raw(&j, "abc", 3);
    CHECK(!j.no_memory && m.blocks == 1);
    m.fail_at = m.requests + 1;
    char long_text[1000];
    memset(long_text, 'x', sizeof long_text);
    imr_json_raw(&j, long_text, sizeof long_text);
    CHECK(j.no_memory && j.size == 3 && memcmp(j.bytes, "abc", 3) == 0);
    m.fail_at = 0;
    j.no_memory = false;
    imr_json_raw(&j, long_text, sizeof long_text);
    CHECK(!j.no_memory && j.size == 3 + sizeof long_text);
    imr_json_raw(&j, NULL, 0);
    CHECK(!j.no_memory && j.size == 3 + sizeof long_text);
    imr_json_free(&j);
    CHECK(m.blocks == 0 && m.bytes == 0 && m.wrong_sizes == 0);
    imr_json_free(&j); /* of what is free already */
}

int main(void)
{
    writes_strings();
    writes_all_bytes();
    writes_numbers();
    survives_short_memory();
    return check_result();
}
