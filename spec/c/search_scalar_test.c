/* The same without vectors. */
#ifndef IMR_SCALAR
#define IMR_SCALAR
#endif
#include "search_test.c"
