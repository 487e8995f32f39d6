/* Every initialiser of gongkai.h sets struct_size and leaves all else 0, in the language of whoever includes this. */
#include <stdio.h>
#include <string.h>

#include "gongkai.h"

/* Prints what does not hold, and returns how many did not. */
static int wrong_initialisers(const char* language) {
  int wrong = 0, cases = 0;
  size_t i;
#define CASE(type, initialiser)                                                      \
  {                                                                                  \
    const type made = initialiser;                                                   \
    unsigned char bytes[sizeof(type)];                                               \
    int is_wrong = made.struct_size != sizeof(type);                                 \
    memcpy(bytes, &made, sizeof made);                                               \
    for (i = sizeof made.struct_size; i < sizeof made; ++i) {                        \
      is_wrong = is_wrong || bytes[i] != 0;                                          \
    }                                                                                \
    if (is_wrong) {                                                                  \
      printf("%s: " #initialiser " sets more or less than struct_size\n", language); \
    }                                                                                \
    wrong += is_wrong;                                                               \
    ++cases;                                                                         \
  }
#include "initialisers.inc"
#undef CASE
  printf("%s: %d initialisers, %d wrong\n", language, cases, wrong);
  return cases == 0 ? 1 : wrong;
}
