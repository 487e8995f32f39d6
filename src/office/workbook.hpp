// The parts that every workbook has, whatever stands in its sheets (Office Open XML, ISO/IEC 29500).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gongkai::office {

inline constexpr std::string_view sheet_namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
inline constexpr std::string_view relationships_namespace =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

struct Worksheet {
  std::string name;
  std::string xml;                      ///< the part, a <worksheet>
  std::vector<std::string> links = {};  ///< percent-encoded addresses that it leads to, its rId1, rId2 …
  std::string print_area = {};          ///< "$A$1:$J$33"; empty: all of it
};

/// A workbook ready to be packed.
struct Workbook {
  std::string_view styles;  ///< the part, a <styleSheet>
  std::vector<Worksheet> sheets;
  std::string shared_texts;            ///< the part, an <sst>, or empty where the sheets hold their texts themselves
  bool calculates_on_opening = false;  ///< programs work its formulas out anew when they open it
  std::string_view mark = {};          ///< name of a part near the beginning, by which the file is known again
};

/// The file. Throws std::bad_alloc where memory is short.
std::string packed(const Workbook& workbook);

/// "A" for 1, "AA" for 27.
std::string column_letters(std::size_t column);

/// The text as a cell keeps it: programs take _x0041_ for the character of that code, unless its first sign is one.
std::string without_codes(std::string_view text);

}  // namespace gongkai::office
