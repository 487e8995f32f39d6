/* Prints the report and its assessment as JSON, through the C interface, for json_same.py. */
#include <stdio.h>
#include <stdlib.h>

#include "gongkai.h"

static int print(gk_buffer* json) {
  gk_text text;
  const int done = gk_buffer_view(json, &text) == GK_OK && fwrite(text.data, 1, text.size, stdout) == text.size;
  gk_buffer_free(json);
  return done && putchar('\n') != EOF;
}

int main(int argc, char** argv) {
  FILE* const file = argc == 2 ? fopen(argv[1], "rb") : NULL;
  char* const bytes = malloc(1 << 24);
  gk_reading* reading = NULL;
  const gk_report* report = NULL;
  gk_assessment* assessment = NULL;
  gk_buffer* json = NULL;
  size_t size;
  int done;
  if (file == NULL || bytes == NULL) {
    return 2;
  }
  size = fread(bytes, 1, 1 << 24, file);
  fclose(file);
  done = gk_read(bytes, size, NULL, &reading) == GK_OK && gk_reading_report(reading, &report) == GK_OK &&
         gk_report_json(report, &json) == GK_OK && print(json) &&
         gk_reading_check(reading, NULL, &assessment) == GK_OK && gk_assessment_json(assessment, &json) == GK_OK &&
         print(json);
  gk_assessment_free(assessment);
  gk_reading_free(reading);
  free(bytes);
  return done ? 0 : 1;
}
