/* Threads share const handles; each has its own last error. Arguments: the example report; for the long form how many threads,
 * and how many rounds of some 260 calls each makes. Run under TSan too. */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gongkai.h"

enum { most_threads = 64 };

static int thread_count = 8, rounds = 40;

static const char* bytes;
static size_t size;
static const gk_reading* reading;
static const gk_report* report;
static const gk_assessment* assessment;

struct state {
  pthread_t thread;
  int number;
  int failures;
  int checks;
};

#define CHECK(condition)                                                               \
  do {                                                                                 \
    ++state->checks;                                                                   \
    if (!(condition)) {                                                                \
      ++state->failures;                                                               \
      printf("thread %d, line %d: not so: %s\n", state->number, __LINE__, #condition); \
    }                                                                                  \
  } while (0)

/* Fails in a way of this thread's own, and finds its own words. */
static void own_error(struct state* state) {
  gk_error error = GK_ERROR_INIT;
  char key[32], wanted[64];
  size_t index = 0;
  snprintf(key, sizeof key, "no.cell.of.thread.%d", state->number);
  snprintf(wanted, sizeof wanted, "thread.%d", state->number);
  CHECK(gk_cell_find(key, &index) == GK_E_NOT_FOUND);
  CHECK(gk_last_error(&error) == GK_OK && error.code == GK_E_NOT_FOUND);
  CHECK(strstr(error.message_en.data, wanted) != NULL && strstr(error.message_zh.data, wanted) != NULL);
}

static void same_json(struct state* state, gk_buffer* mine, gk_buffer* shared) {
  gk_text a, b;
  CHECK(gk_buffer_view(mine, &a) == GK_OK && gk_buffer_view(shared, &b) == GK_OK);
  CHECK(a.size == b.size && memcmp(a.data, b.data, a.size) == 0);
  gk_buffer_free(mine);
  gk_buffer_free(shared);
}

static void* work(void* argument) {
  struct state* const state = argument;
  int round;
  for (round = 0; round < rounds; ++round) {
    gk_assessment* mine = NULL;
    gk_reading* my_reading = NULL;
    gk_report* clone = NULL;
    gk_batch* batch = NULL;
    gk_buffer *json = NULL, *shared = NULL;
    gk_source source = GK_SOURCE_INIT;
    gk_batch_options how = GK_BATCH_OPTIONS_INIT;
    const gk_summary* summaries = NULL;
    gk_input inputs[3];
    size_t i;

    own_error(state);
    CHECK(gk_reading_check(reading, NULL, &mine) == GK_OK);
    CHECK(gk_assessment_json(mine, &json) == GK_OK && gk_assessment_json(assessment, &shared) == GK_OK);
    same_json(state, json, shared);
    gk_assessment_free(mine);

    CHECK(gk_report_clone(report, &clone) == GK_OK);
    CHECK(gk_report_json(clone, &json) == GK_OK && gk_report_json(report, &shared) == GK_OK);
    same_json(state, json, shared);
    CHECK(gk_report_set(clone, 0, round) == GK_OK); /* a clone is this thread's own */
    gk_report_free(clone);

    CHECK(gk_read(bytes, size, NULL, &my_reading) == GK_OK);
    for (i = 0; i < gk_cell_count(); ++i) {
      CHECK(gk_reading_source(reading, i, &source) == GK_OK);
    }
    CHECK(gk_reading_json(my_reading, &json) == GK_OK && gk_reading_json(reading, &shared) == GK_OK);
    same_json(state, json, shared);
    gk_reading_free(my_reading);

    own_error(state);
    for (i = 0; i < 3; ++i) {
      inputs[i].bytes = bytes;
      inputs[i].size = i == 1 ? 3 : size;
    }
    how.threads = 3;
    CHECK(gk_inputs_check(inputs, 3, NULL, NULL, &how, &batch) == GK_OK);
    CHECK(gk_batch_summaries(batch, &summaries) == GK_OK);
    CHECK(summaries[0].status == GK_OK && summaries[1].status != GK_OK && summaries[2].status == GK_OK);
    gk_batch_free(batch);
  }
  return NULL;
}

int main(int argc, char** argv) {
  static struct state states[most_threads];
  gk_reading* own_reading = NULL;
  gk_assessment* own_assessment = NULL;
  gk_error error = GK_ERROR_INIT;
  char* text = malloc(1 << 20);
  FILE* const file = argc == 2 || argc == 4 ? fopen(argv[1], "rb") : NULL;
  int i, failures = 0, checks = 0;
  if (argc == 4) {
    thread_count = atoi(argv[2]);
    rounds = atoi(argv[3]);
  }
  if (file == NULL || text == NULL || thread_count < 1 || thread_count > most_threads) {
    printf("usage: thread_test REPORT [THREADS ROUNDS]\n");
    return 2;
  }
  size = fread(text, 1, 1 << 20, file);
  fclose(file);
  bytes = text;
  if (gk_read(bytes, size, NULL, &own_reading) != GK_OK || gk_reading_report(own_reading, &report) != GK_OK ||
      gk_reading_check(own_reading, NULL, &own_assessment) != GK_OK) {
    printf("the example report cannot be read\n");
    return 2;
  }
  reading = own_reading;
  assessment = own_assessment;
  for (i = 0; i < thread_count; ++i) {
    states[i].number = i;
    if (pthread_create(&states[i].thread, NULL, work, &states[i]) != 0) {
      printf("no thread\n");
      return 2;
    }
  }
  for (i = 0; i < thread_count; ++i) {
    pthread_join(states[i].thread, NULL);
    failures += states[i].failures;
    checks += states[i].checks;
  }
  failures += gk_last_error(&error) != GK_OK || error.code != GK_OK; /* none of theirs is ours */
  gk_assessment_free(own_assessment);
  gk_reading_free(own_reading);
  free(text);
  printf("%d threads, %d checks, %d failed\n", thread_count, checks, failures);
  return failures == 0 && checks > 0 ? 0 : 1;
}
