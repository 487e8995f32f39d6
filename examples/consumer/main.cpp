// Reads a report, corrects one figure, and checks it before and after.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include "gongkai/check.hpp"
#include "gongkai/read.hpp"

int main(int argc, char** argv) {
  std::ifstream file(argc == 2 ? argv[1] : "", std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(file), {});
  const gongkai::Result<gongkai::Reading> reading = gongkai::read(bytes);
  if (!reading) {
    std::fprintf(stderr, "%s\n", reading.error().message_en.c_str());
    return 2;
  }
  gongkai::Report report = reading->report;
  std::printf("%zu findings\n", gongkai::check(report).findings.size());
  report.requests.received.total = report.requests.received.total.value_or(0) + 1;
  std::printf("%zu findings with one request more\n", gongkai::check(report).findings.size());
  return 0;
}
