/* knowledge_tree.c - the names that an overlay adds to a table, as a tree; see knowledge_layout.h.
 */
#include "knowledge_key.h"
#include "knowledge_layout.h"

/* Writes the name, normalized, behind the labels; its size. */
static size_t write_label(imr_added_table *t, const char *text, size_t size)
{
    char *to = t->labels + t->label_size;
    size_t length = 0;
    imr_key_cursor c = imr_key_open(text, size);
    for (int byte; (byte = imr_key_next(&c)) >= 0;)
        to[length++] = (char)byte;
    t->label_size += length;
    return length;
}

static uint32_t list_bit(unsigned char first)
{
    return UINT32_C(1) << first % IMR_KEY_ROOTS;
}

/* Divides a node behind `length` of its bytes; those below stay below. */
static void divide(imr_added_table *t, imr_data_node *node, size_t length)
{
    imr_data_node *lower = &t->nodes[t->node_count];
    *lower = *node;
    lower->label += (uint32_t)length;
    lower->length = (uint8_t)(node->length - length);
    lower->first = (uint8_t)t->labels[lower->label];
    lower->next = 0;
    node->length = (uint8_t)length;
    node->child = (uint32_t)t->node_count++;
    node->below = list_bit(lower->first);
    node->entry = 0;
}

static bool ends_in_word(const char *text, size_t length)
{
    while (length > 1 && imr_key_class[(unsigned char)text[length - 1]] & IMR_KEY_INNER)
        length--;
    return imr_key_class[(unsigned char)text[length - 1]] & IMR_KEY_WORD;
}

void imr_added_name(imr_added_table *t, uint32_t entry, const char *text, size_t size, uint8_t kind)
{
    const char *name = t->labels + t->label_size;
    uint32_t offset = (uint32_t)t->label_size;
    size_t length = write_label(t, text, size), at = 0;
    imr_data_node *node;
    for (uint32_t *link = &t->roots[(unsigned char)*name % IMR_KEY_ROOTS];; link = &node->child) {
        while (*link != 0 && t->nodes[*link].first != (unsigned char)name[at])
            link = &t->nodes[*link].next;
        if (*link == 0) {
            *link = (uint32_t)t->node_count++;
            t->nodes[*link] = (imr_data_node){.label = offset + (uint32_t)at,
                                              .first = (uint8_t)name[at],
                                              .length = (uint8_t)(length - at)};
        }
        node = &t->nodes[*link];
        const char *label = t->labels + node->label;
        size_t shared = 1;
        while (shared < node->length && at + shared < length && label[shared] == name[at + shared])
            shared++;
        if (shared < node->length)
            divide(t, node, shared);
        at += shared;
        if (at == length)
            break;
        node->below |= list_bit((unsigned char)name[at]);
    }
    if (node->entry != 0 && node->kind >= kind)
        return;
    node->entry = entry + 1;
    node->kind = kind;
    node->word = ends_in_word(name, length);
}
