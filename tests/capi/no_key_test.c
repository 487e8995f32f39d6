/* A process whose threads' keys are all taken has no place for the last error: a call still says by its status that it failed, and
 * what went wrong is told as nothing rather than as what went wrong before. Argument: the library. */
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "gongkai.h"

int main(int argc, char** argv) {
  gk_status (*find)(const char*, size_t*);
  gk_status (*last_error)(gk_error*);
  gk_error error = GK_ERROR_INIT;
  size_t index = 77;
  pthread_key_t key;
  void* library;
  int taken = 0;
  if (argc != 2) {
    return 2;
  }
  while (pthread_key_create(&key, NULL) == 0) {
    ++taken;
  }
  library = dlopen(argv[1], RTLD_NOW);
  if (taken == 0 || library == NULL) {
    printf("%d keys, %s\n", taken, library == NULL ? dlerror() : "");
    return 1;
  }
  *(void**)&find =
      dlsym(library, "gk_cell_find"); /* as POSIX has it: ISO C knows no way from an object to a function */
  *(void**)&last_error = dlsym(library, "gk_last_error");
  if (find("requests.recieved", &index) != GK_E_NOT_FOUND || index != 77) {
    printf("the failure is not told\n");
    return 1;
  }
  if (last_error(&error) != GK_OK || error.code != GK_OK || error.message_en.size != 0) {
    printf("there is a last error, for which there is no place\n");
    return 1;
  }
  if (find("requests.received.total", &index) != GK_OK || index == 77) {
    printf("a call that can be answered was not\n");
    return 1;
  }
  printf("%d keys were taken\n", taken);
  return dlclose(library);
}
