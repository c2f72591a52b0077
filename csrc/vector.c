#include "vector.h"

#define FOUR(x) (x), (x), (x), (x)
#define SIXTEEN(x) FOUR(x), FOUR(x), FOUR(x), FOUR(x)
#define ALL(x)                                                                                     \
    {                                                                                              \
        SIXTEEN(x), SIXTEEN(x)                                                                     \
    }

const imr_copy_bytes imr_copying = {
    .blank = ALL(' '),
    .to_capitals = ALL(127 - 'Z'),
    .below_capitals = ALL(126 - ('Z' - 'A')),
    .to_top_bit = ALL(127 - ('~' - ' ')),
};
