// Prints the report and its assessment as JSON, through the C++ library, for json_same.py.
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "gongkai/localize.hpp"
#include "gongkai/read.hpp"
#include "gongkai/write.hpp"

int main(int argc, char** argv) {
  if (argc != 2) {
    return 2;
  }
  std::ifstream file(argv[1], std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(file), {});
  const gongkai::Result<gongkai::Reading> reading = gongkai::read(bytes);
  if (!reading) {
    return 1;
  }
  std::cout << to_json(reading->report) << '\n'
            << to_json(gongkai::check_and_locate({&reading->report, &reading.value()}), reading->report.about) << '\n';
}
