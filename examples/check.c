/* Reads a report, checks it, and says what is wrong in Chinese: the C interface from end to end. */
#include <stdio.h>
#include <stdlib.h>

#include "gongkai.h"

static int complain(void) {
  gk_error error = GK_ERROR_INIT;
  gk_last_error(&error);
  fprintf(stderr, "%s: %s\n", gk_status_name(error.code), error.message_zh.data);
  return 2;
}

int main(int argc, char** argv) {
  static char bytes[16 << 20];
  FILE* const file = argc == 2 ? fopen(argv[1], "rb") : NULL;
  gk_reading* reading = NULL;
  gk_assessment* assessment = NULL;
  gk_counts counts = GK_COUNTS_INIT;
  size_t size, i;
  if (file == NULL) {
    fprintf(stderr, "usage: check REPORT\n");
    return 2;
  }
  size = fread(bytes, 1, sizeof bytes, file);
  fclose(file);

  if (gk_read(bytes, size, NULL, &reading) != GK_OK || gk_reading_check(reading, NULL, &assessment) != GK_OK ||
      gk_assessment_counts(assessment, &counts) != GK_OK) {
    return complain();
  }
  for (i = 0; i < counts.findings; ++i) {
    gk_buffer* message = NULL;
    gk_text text;
    if (gk_assessment_message(assessment, i, GK_LANGUAGE_ZH, &message) != GK_OK ||
        gk_buffer_view(message, &text) != GK_OK) {
      return complain();
    }
    puts(text.data);
    gk_buffer_free(message);
  }
  gk_assessment_free(assessment);
  gk_reading_free(reading);
  return counts.errors == 0 ? 0 : 1;
}
