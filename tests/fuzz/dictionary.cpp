// Writes the words that a report is made of into a file, as a dictionary for libFuzzer: every label of the catalogue, and
// the marks that separate cells.
#include <cstdio>
#include <set>
#include <string>

#include "gongkai/catalog.hpp"

int main(int argc, char** argv) {
  using namespace gongkai;
  std::set<std::string> words{"\x1c",
                              "\x1d",
                              "\x1e",
                              "\x1f",
                              "\x1f"
                              "0",
                              "\x1f"
                              "12",
                              "\n\t",
                              "\t0",
                              "\n\n",
                              "|",
                              "| 0 |",
                              "\n,",
                              ",,",
                              "2020年",
                              "2023年",
                              "政府信息公开工作年度报告",
                              "信息内容",
                              "申请人情况",
                              "万元",
                              "无",
                              "件"};
  constexpr std::string_view numbers[] = {"一、", "二、", "三、", "四、", "五、", "六、"};
  for (const SectionInfo& section : sections) {
    words.insert(std::string(numbers[section.number - 1]) + std::string(section.heading.zh));
  }
  for (const TableInfo& table : tables) {
    words.emplace(table.title.zh);
  }
  for (const RowInfo& row : rows) {
    words.emplace(row.label.zh_2019);
    words.emplace(row.label.zh_2021);
    words.emplace(row.group.substr(row.group.find('/') + 1));  // npos + 1 is 0
  }
  for (const ColumnInfo& column : columns) {
    words.emplace(column.label.zh_2019);
    words.emplace(column.label.zh_2021);
    words.emplace(column.group);
  }
  for (const CellInfo& cell : cells) {
    words.insert("\"" + std::string(cell.key) + "\":");
  }
  words.erase("");
  std::FILE* const file = argc == 2 ? std::fopen(argv[1], "w") : nullptr;
  if (file == nullptr) {
    std::fputs("usage: fuzz_dictionary FILE\n", stderr);
    return 2;
  }
  for (const std::string& word : words) {
    std::fputs("\"", file);
    for (const char c : word) {
      std::fprintf(file, "\\x%02x", static_cast<unsigned>(static_cast<unsigned char>(c)));
    }
    std::fputs("\"\n", file);
  }
  return std::fclose(file) == 0 ? 0 : 1;
}
