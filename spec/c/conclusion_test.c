/* What a sentence's last words tell is what it says where it is read clause by clause. */
#include "judgement.h"
#include "sentence.h"

#include "check.h"

static imr_patterns *patterns;
static imr_matcher *matcher;
static imr_words *words;

enum { BEFORE = 64, MOST = 1200 };

/* A rationale, as a letter's text has it. */
typedef struct rationale {
    char clean[BEFORE + MOST + IMR_TEXT_NULS], low[BEFORE + MOST + IMR_TEXT_NULS];
    imr_text text;
    imr_span span;
} rationale;

static void make(rationale *r, const char *first, const char *second, const char *third)
{
    memset(r, 0, sizeof *r);
    memset(r->clean, ' ', BEFORE);
    int size = snprintf(r->clean + BEFORE, MOST, "%s%s%s", first, second, third);
    if (size < 0 || size >= MOST)
        abort();
    r->span = (imr_span){BEFORE, BEFORE + (uint32_t)size};
    for (uint32_t i = 0; i < r->span.end; i++)
        r->low[i] = imr_lower(r->clean[i]);
    r->text = (imr_text){.clean = r->clean, .low = r->low, .size = r->span.end};
}

static bool same_span(imr_span a, imr_span b)
{
    return a.at == b.at && a.end == b.end;
}

/* What its last words say, IMR_NONE where they alone tell nothing; or else it is what is read
 * clause by clause. */
static imr_judgement plainly(const char *first, const char *second, const char *third)
{
    static rationale r;
    make(&r, first, second, third);
    imr_document d = {.text = &r.text};
    imr_stage s = {.doc = &d, .patterns = patterns, .words = words, .matcher = matcher};
    imr_span rest = r.span, told = {0}, read = {0};
    bool besides = false;
    imr_judgement j = imr_judge_plainly(&s, &rest, &told);
    imr_span sentence = imr_last_sentence(&r.text, r.span.at, r.span.end);
    imr_judgement want = imr_judge_necessity(&s, sentence, &read, &besides);
    bool same = j == IMR_NONE
                    ? same_span(rest, r.span)
                    : j == want && !besides && same_span(told, read) && rest.end == sentence.at;
    if (!CHECK(same))
        printf("    %s%s%s\n", first, second, third);
    return j;
}

/* ---- sentences ------------------------------------------------------------------------------- */

/* What may stand before "is medically necessary". */
static const char *const subjects[] = {
    "The request",
    "Therefore, the request for Norco 10/325 mg #60, one every 6 hours as needed (opioid)",
    "Consequently, MRI of the lumbar spine",
    "Given the above, this request",
    "He walked 2.5 miles vs. 3 before. The request",
    "He was told \"no.\" The brace",
    "He was told \"no. The brace",
    "He was told \"no more. The brace\"",
    "He was told \xE2\x80\x9Cno more. The brace",
    "The patient's brace",
    "It isn't so that the brace",
    "The brace; the unit",
    "The brace for this worker was what",
    "The brace for this worker was what/",
    "The brace for this worker was \" what \"",
    "The unit is here, but the brace",
    "The unit is here, therefore the brace",
    "So the brace",
    "While he rests, the brace",
    "Although he rests, the brace",
    "Even though he rests, the brace",
    "Even if he rests, the brace",
    "If he rests, the brace",
    "Had he rested, the brace would be and",
    "What",
    "In sum, what",
    "This",
    "Anything beyond this",
    "What is in excess of that",
    "Treatment other than these visits",
    "Six visits over and above those",
    "The guideline states the brace",
    "The physician believes this",
    "It is not clear that the brace",
    "I disagree that the brace",
    "There is no reason to find that the brace",
    "The denial as it",
    "No brace",
    "Neither the brace nor the unit",
    "Without a fracture the brace",
    "He failed to improve and the brace",
    "Weaning",
    "Transportation to and from the visits",
    "Notes to establish that the brace",
    "Documentation to show the brace",
    "Twelve visits",
    "12 visits",
    "(The brace",
    "Since he fell, the brace",
    "The brace because it",
    "The brace that",
    "Acetaminophen-oxycodone-and-a-word-of-more-than-thirty-two-bytes",
    "Pneumonoultramicroscopicsilicovolcanoconiosistreatment",
    "Not only the brace",
    "He said so! The brace",
    "Was it so? The brace",
    "The brace of Dr. Smith",
    "The",
    "It",
};
static const char *const verbs[] = {" is ",       " is not ", " are ", " are not ",  " was ",
                                    " were not ", " not ",    " ",     " would be ", " cannot be "};
static const char *const necessary[] = {"medically necessary.",
                                        "medically appropriate.",
                                        "medically necessary and appropriate.",
                                        "medically necessary at this time.",
                                        "medically necessary for those patients.",
                                        "medically necessary if it is mild.",
                                        "medically necessary",
                                        "medically unnecessary.",
                                        "medically indicated."};

/* What may stand before "medical necessity". */
static const char *const openings[] = {
    "As such, ",
    "The ",
    "For these reasons ",
    "",
    "He rests. ",
    "He rests; ",
    "He rests, so ",
    "He rests, and ",
    "If he rests, ",
    "While he rests, ",
    "What is ",
    "What is in doubt is ",
    "No ",
    "It is not so that ",
    "I do not believe that ",
    "The guideline finds ",
    "The carrier denied that ",
    "He wrote that \"",
    "He wrote \"no\" and ",
    "Sufficient documentation to show ",
    "Weaning is advised and ",
    "Beyond this is not meant, ",
    "It would be so were he well, ",
    "Non-",
};
static const char *const shown[] = {
    "medical necessity is established.",
    "medical necessity is not established.",
    "medical necessity has been established.",
    "medical necessity has not been established.",
    "medical necessity cannot be established.",
    "medical necessity cannot be determined.",
    "medical necessity is not demonstrated.",
    "medical necessity has been demonstrated.",
    "medical necessity is documented.",
    "medical necessity has not been documented.",
    "medical necessity is supported.",
    "medical necessity is not supported.",
    "medical necessity has been substantiated.",
    "medical necessity has not been substantiated.",
    "medical necessity is in doubt.",
    "medical necessity is not certified.",
    "medical necessity has been established and the request is certified.",
};

#define EACH(i, list) for (size_t i = 0; i < sizeof(list) / sizeof *(list); i++)

static void tells_what_clauses_say(void)
{
    unsigned told = 0, left = 0;
    EACH(i, subjects)
    EACH(k, verbs)
    EACH(n, necessary)
    {
        char end[100];
        snprintf(end, sizeof end, "%s%s", verbs[k], necessary[n]);
        if (plainly("He walks. ", subjects[i], end) != IMR_NONE)
            told++;
        else
            left++;
    }
    EACH(i, openings)
    EACH(k, shown)
    {
        if (plainly("He walks. ", openings[i], shown[k]) != IMR_NONE)
            told++;
        else
            left++;
    }
    CHECK(told > 700);
    CHECK(left > 2000);
}

/* Any word of any list, at any place. */
static void no_word_of_a_list_turns_what_it_tells(void)
{
    static const char *const rests[] = {
        " of the brace is medically necessary.",    ", the brace is not medically necessary.",
        " the brace is medically appropriate.",     " is not medically necessary.",
        " medical necessity has been established.", " medical necessity is not established.",
    };
    static const char *const firsts[] = {"",
                                         "Then ",
                                         "The brace is here, ",
                                         "The brace is here. ",
                                         "The unit beyond ",
                                         "The unit is not here and "};
    for (int list = 0; list < IMR_WORD_LISTS; list++)
        for (size_t i = 0; i < imr_words_infos[list].count; i++)
            EACH(k, firsts)
    EACH(n, rests)
    {
        char word[64];
        snprintf(word, sizeof word, "%s", imr_words_infos[list].words[i]);
        word[strcspn(word, "*")] = '\0';
        plainly(firsts[k], word, rests[n]);
        word[0] = imr_upper(word[0]);
        plainly(firsts[k], word, rests[n]);
    }
}

/* Else nobody would see that they no longer are read so. */
static void reads_the_common_forms_by_their_end(void)
{
    static const char *const yes[] = {"The request is medically necessary.",
                                      "Therefore, the brace is medically necessary.",
                                      "Given the above, this request is medically appropriate.",
                                      "He rode to it. Rides to it are medically necessary.",
                                      "He calls it \"sore.\" It was medically necessary.",
                                      "The medical necessity has been established.",
                                      "As such, medical necessity is established."};
    static const char *const no[] = {
        "The request is not medically necessary.",
        "Therefore, the brace is not medically necessary and appropriate.",
        "He failed it and the brace is not medically necessary at this time.",
        "For these reasons medical necessity cannot be determined.",
        "As such, medical necessity is not established.",
        "The medical necessity has not been established."};
    EACH(i, yes)
    CHECK(plainly(yes[i], "", "") == IMR_NECESSARY);
    EACH(i, no)
    CHECK(plainly(no[i], "", "") == IMR_UNNECESSARY);
}

int main(void)
{
    imr_error error;
    if (imr_patterns_new(&imr_default_allocator, true, &patterns, &error) != IMR_OK ||
        imr_matcher_new(&imr_default_allocator, &matcher) != IMR_OK ||
        imr_words_new(&imr_default_allocator, &words) != IMR_OK)
        abort();
    tells_what_clauses_say();
    no_word_of_a_list_turns_what_it_tells();
    reads_the_common_forms_by_their_end();
    imr_words_free(&imr_default_allocator, words);
    imr_matcher_free(matcher);
    imr_patterns_free(patterns);
    return check_result();
}
