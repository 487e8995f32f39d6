// Reads a report, checks it, and says what is wrong in Chinese.
#include "gongkai/check.hpp"

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include "gongkai/message.hpp"
#include "gongkai/read.hpp"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: check REPORT\n");
    return 2;
  }
  std::ifstream file(argv[1], std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(file), {});
  const gongkai::Result<gongkai::Reading> reading = gongkai::read(bytes);
  if (!reading) {
    std::fprintf(stderr, "%s\n", reading.error().message_zh.c_str());
    return 2;
  }
  const gongkai::Assessment assessment = gongkai::check(reading.value());
  for (const gongkai::Finding& finding : assessment.findings) {
    const gongkai::Rule& rule = *gongkai::find_rule(finding.rule);
    std::puts(message(finding, rule, reading->report.about, gongkai::Language::zh).c_str());
  }
  return assessment.count(gongkai::Severity::error) == 0 ? 0 : 1;
}
