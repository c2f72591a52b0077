/* Prints what the core reads of a table with fields of every type. Compiled by
 * knowledge_data_spec.lua with that table in place of the built-in ones. */
#include "knowledge.h"

#include <stdio.h>
#include <string.h>

int main(int count, char **keys)
{
    const imr_knowledge *k = imr_knowledge_builtin();
    for (int i = 1; i < count; i++) {
        const imr_entry *e = imr_knowledge_find(k, IMR_TABLE_TRIALS, keys[i], strlen(keys[i]));
        if (e == NULL) {
            printf("%s: not there\n", keys[i]);
            continue;
        }
        const char *text = imr_entry_text(e, IMR_TRIALS_TEXT, NULL);
        printf("%s: %s", imr_entry_key(e, NULL), text != NULL ? text : "no text");
        for (size_t j = 0; j < imr_entry_count(e, IMR_TRIALS_LIST); j++)
            printf(" [%s]", imr_entry_item(e, IMR_TRIALS_LIST, j, NULL));
        printf(" %s", imr_entry_boolean(e, IMR_TRIALS_FLAG, true) ? "true" : "false");
        printf(" %s", imr_entry_boolean(e, IMR_TRIALS_FLAG, false) ? "true" : "false");
        printf(" %d\n", (int)imr_entry_integer(e, IMR_TRIALS_NUMBER, -1));
    }
    return 0;
}
