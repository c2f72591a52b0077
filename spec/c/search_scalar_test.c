/* The same without vectors. */
#define IMR_SCALAR
#include "search_test.c"
