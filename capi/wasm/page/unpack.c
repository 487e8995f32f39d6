/* The module with which the page unpacks what it carries: LZMA, for a third less than gzip takes. Its decoder is that of the
 * LZMA SDK (Debian's source package lzma); here is only the way in. It unpacks once and is thrown away: nothing is freed. */
#include <LzmaDec.h>
#include <stddef.h>

extern unsigned char __heap_base;
static size_t used;

/* size bytes of the memory that the page has made large enough. */
__attribute__((export_name("take"))) void* take(size_t size) {
  unsigned char* const taken = &__heap_base + used;
  used += (size + 15) / 16 * 16;
  return taken;
}

static void* alloc(void* self, size_t size) {
  (void)self;
  return take(size);
}
static void leave(void* self, void* address) {
  (void)self;
  (void)address;
}

/* Unpacks a file of xz --format=lzma into out; gives how many bytes it wrote, 0 where the file is damaged. */
__attribute__((export_name("unpack"))) size_t unpack(const unsigned char* packed, size_t size, unsigned char* out,
                                                     size_t out_size) {
  enum { head = LZMA_PROPS_SIZE + 8 }; /* the properties, and the length, which xz leaves open */
  ISzAlloc memory = {alloc, leave};
  ELzmaStatus status;
  size_t taken = size - head;
  size_t made = out_size;
  if (size < head || LzmaDecode(out, &made, packed + head, &taken, packed, LZMA_PROPS_SIZE, LZMA_FINISH_ANY, &status,
                                &memory) != SZ_OK) {
    return 0;
  }
  return made;
}
