/* Reads a file twice through the C interface; callgrind counts the second reading alone, which finds everything built that
 * is built once. */
#include <stdio.h>
#include <stdlib.h>
#include <valgrind/callgrind.h>

#include "gongkai.h"

static char bytes[1 << 24];

int main(int argc, char** argv) {
  FILE* file = argc == 2 ? fopen(argv[1], "rb") : NULL;
  if (file == NULL) {
    fprintf(stderr, "usage: read_cost FILE\n");
    return 2;
  }
  const size_t size = fread(bytes, 1, sizeof bytes, file);
  fclose(file);
  for (int i = 0; i < 2; ++i) {
    gk_reading* reading = NULL;
    if (i == 1) {
      CALLGRIND_TOGGLE_COLLECT;
    }
    const gk_status status = gk_read(bytes, size, NULL, &reading);
    if (i == 1) {
      CALLGRIND_TOGGLE_COLLECT;
    }
    gk_reading_free(reading);
    if (status != GK_OK) {
      fprintf(stderr, "%s: status %d\n", argv[1], (int)status);
      return 1;
    }
  }
  return 0;
}
