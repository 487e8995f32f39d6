// Measures how much stack each function of the C interface needs, and makes each call in a thread that has 96 KiB: what
// gongkai.h promises. Arguments: as memory_test.
#include <pthread.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <string>
#include <vector>

#include "../support/office.hpp"
#include "every_call.hpp"

namespace {

constexpr std::size_t promised = std::size_t{96} << 10U, plenty = std::size_t{4} << 20U;

struct Run {
  const Call* call;
  Made made;
  gk_status status = GK_OK;
};

/// Makes a call in a thread with a stack of that size and no room below it; returns how much of it was used.
std::size_t stack_used_by(Run& run, std::size_t size) {
  constexpr int pattern = 0xa5;
  const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
  void* const memory = mmap(nullptr, size + page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  auto* const stack = static_cast<unsigned char*>(memory) + page;
  pthread_attr_t attributes;
  pthread_t thread{};
  const auto body = [](void* from) -> void* {
    Run& what = *static_cast<Run*>(from);
    what.status = what.call->run(what.made);
    return nullptr;
  };
  if (memory == MAP_FAILED || mprotect(memory, page, PROT_NONE) != 0 || pthread_attr_init(&attributes) != 0) {
    std::printf("no stack\n");
    std::exit(2);
  }
  std::memset(stack, pattern, size);
  if (pthread_attr_setstack(&attributes, stack, size) != 0 || pthread_create(&thread, &attributes, body, &run) != 0) {
    std::printf("no thread\n");
    std::exit(2);
  }
  pthread_join(thread, nullptr);
  pthread_attr_destroy(&attributes);
  const unsigned char* const touched =
      std::find_if(stack, stack + size, [](unsigned char byte) { return byte != pattern; });
  const std::size_t used = static_cast<std::size_t>(stack + size - touched);
  munmap(memory, size + page);
  return used;
}

std::string repeated(const char* text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) {
    all += text;
  }
  return all;
}

/// Documents of elements in elements, as deep as the limits allow and deeper.
std::vector<Input> deep_inputs() {
  std::vector<Input> inputs;
  for (const int depth : {25, 60, 250, 100000}) {
    inputs.push_back({"deep HTML", repeated("<div>", depth) + "x" + repeated("</div>", depth)});
    inputs.push_back({"deep HTML tables", repeated("<table><tr><td>y", depth) + "x"});
    inputs.push_back({"deep JSON", "{\"extensions\":" + repeated("[", depth) + repeated("]", depth) + "}"});
    const std::pair<const char*, const char*> word[] = {
        {"<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"},
        {"<w:tbl><w:tr><w:tc><w:p/>", "<w:p/></w:tc></w:tr></w:tbl>"},
        {"<w:tbl><w:tr><w:sdt><w:sdtContent><w:tc><w:sdt><w:sdtContent>",
         "</w:sdtContent></w:sdt></w:tc></w:sdtContent></w:sdt></w:tr></w:tbl>"}};
    gongkai::testing::Docx docx;
    for (const auto& [begin, end] : word) {
      docx.body = repeated(begin, depth) + "<w:p><w:r><w:t>{{x}}</w:t></w:r></w:p>" + repeated(end, depth);
      inputs.push_back({"deep Word", docx.file()});
    }
    docx.body =
        "<w:p>" + repeated("<w:ins>", depth) + "<w:r><w:t>{{x}}</w:t></w:r>" + repeated("</w:ins>", depth) + "</w:p>";
    inputs.push_back({"deep Word paragraph", docx.file()});
  }
  return inputs;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 6) {
    std::printf("usage: stack_test REPORT JSON PDF_WORDS BIG5 VERSION_SCRIPT\n");
    return 2;
  }
  World world(make_inputs(read_file(argv[1]), read_file(argv[2]), read_file(argv[3]), read_file(argv[4])));
  world.make_objects();
  std::vector<Call> all = calls(world);
  const std::vector<Input> deep = deep_inputs();
  for (const Input& input : deep) {
    all.push_back({"gk_read, " + input.name, [&input](Made& made) {
                     return gk_read(input.bytes.data(), input.bytes.size(), nullptr, &made.reading);
                   }});
    all.push_back({"gk_report_fill_docx, " + input.name, [&input, &world](Made& made) {
                     return gk_report_fill_docx(world.report, input.bytes.data(), input.bytes.size(), &made.buffer);
                   }});
  }
  int failures = 0;
  std::map<std::string, std::pair<std::size_t, std::string>> needs;  // by function, and which call has the need
  for (const Call& call : all) {
    for (const std::size_t size : {plenty, promised}) {
      Run run{&call, {}, GK_OK};
      if (call.prepare != nullptr) {
        call.prepare(run.made);
      }
      const std::size_t used = stack_used_by(run, size);
      auto& [most, by] = needs[call.name.substr(0, call.name.find(','))];
      if (used > most) {
        most = used;
        by = call.name;
      }
      if (used > promised) {
        ++failures;
        std::printf("%s needs %zu bytes of stack\n", call.name.c_str(), used);
        break;
      }
    }
  }
  for (const auto& [function, need] : needs) {
    std::printf("%-28s %6zu  %s\n", function.c_str(), need.first, need.second.c_str());
  }
  std::printf("%zu functions, %zu calls, in %zu bytes of stack; %d failures\n", needs.size(), all.size(), promised,
              failures);
  return failures == 0 && needs.size() > 70 ? 0 : 1;
}
