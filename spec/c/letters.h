/* letters.h - the letters of spec/letters, for the C tests. They run in the checkout's folder. */
#ifndef LETTERS_H
#define LETTERS_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct letter {
    char name[32]; /* "001" */
    char *text;    /* NUL-terminated; of its own size, so that a read past its end is seen */
    size_t size;
} letter;

typedef struct letters {
    letter *list;
    size_t count;
} letters;

static inline letter letter_of(const char *name, const char *text, size_t size)
{
    letter l = {.size = size};
    snprintf(l.name, sizeof l.name, "%.*s", (int)sizeof l.name - 1, name);
    l.text = malloc(size + 1);
    if (l.text == NULL)
        abort();
    memcpy(l.text, text, size);
    l.text[size] = '\0';
    return l;
}

/* Reads spec/letters/NNN.txt from 001 on; ends the program where there are none. */
static inline letters letters_read(void)
{
    enum { MOST = 200, LARGEST = 1 << 20 };
    letters all = {malloc(MOST * sizeof *all.list), 0};
    char *buffer = malloc(LARGEST);
    if (all.list == NULL || buffer == NULL)
        abort();
    for (; all.count < MOST; all.count++) {
        char path[64], name[16];
        snprintf(name, sizeof name, "%03u", (unsigned)all.count + 1);
        snprintf(path, sizeof path, "spec/letters/%s.txt", name);
        FILE *f = fopen(path, "rb");
        if (f == NULL)
            break;
        size_t size = fread(buffer, 1, LARGEST, f);
        fclose(f);
        all.list[all.count] = letter_of(name, buffer, size);
    }
    free(buffer);
    if (all.count == 0) {
        printf("spec/letters was not found: run this in the checkout's folder\n");
        exit(2);
    }
    return all;
}

static inline void letters_free(letters *all)
{
    for (size_t i = 0; i < all->count; i++)
        free(all->list[i].text);
    free(all->list);
}

#endif
