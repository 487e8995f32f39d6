/* gongkai.h compiles as C99, with every initialiser. */
#include "initialisers.h"

int wrong_in_cxx98(void);

int main(void) {
  return wrong_initialisers("C99") + wrong_in_cxx98() == 0 ? 0 : 1;
}
