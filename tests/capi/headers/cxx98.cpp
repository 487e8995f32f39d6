/* gongkai.h compiles as C++98, with every initialiser. */
#include "initialisers.h"

extern "C" int wrong_in_cxx98(void) {
  return wrong_initialisers("C++98");
}
