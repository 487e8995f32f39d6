// Changes to what pdftotext finds in a PDF: pages that lie on their side or head, words in pieces, in lines of their own, or
// out of line.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "support/characters.hpp"

namespace gongkai::testing {

struct PdfWord {
  double left = 0, top = 0, right = 0, bottom = 0;
  std::string text;
};

/// The words of each page as `change` has them: it may move them, and put others in their place. `is_on_side`: the page is as
/// wide as it was high.
template <class Change>
std::string with_words(std::string_view xhtml, Change change, bool is_on_side = false) {
  std::string made;
  double width = 0, height = 0;
  for (std::size_t begin = 0; begin < xhtml.size();) {
    const std::size_t end = std::min(xhtml.find('\n', begin), xhtml.size());
    const std::string line(xhtml.substr(begin, end - begin));
    begin = end + 1;
    PdfWord word;
    const std::size_t page = line.find("<page "), at = line.find("<word "), text = line.find('>') + 1;
    if (page != std::string::npos &&
        std::sscanf(line.c_str() + page, R"(<page width="%lf" height="%lf")", &width, &height) == 2 && is_on_side) {
      char tag[100];
      std::snprintf(tag, sizeof tag, "<page width=\"%f\" height=\"%f\">\n", height, width);
      made += line.substr(0, page) + tag + line.substr(line.find('>', page) + 1);
      continue;
    }
    if (at == std::string::npos ||
        std::sscanf(line.c_str() + at, R"(<word xMin="%lf" yMin="%lf" xMax="%lf" yMax="%lf")", &word.left, &word.top,
                    &word.right, &word.bottom) != 4) {
      made += line + "\n";
      continue;
    }
    word.text = line.substr(text, line.find("</word>") - text);
    std::vector<PdfWord> words{word};
    change(words, width, height);
    for (const PdfWord& one : words) {
      char box[200];
      std::snprintf(box, sizeof box, R"(<word xMin="%f" yMin="%f" xMax="%f" yMax="%f">)", one.left, one.top, one.right,
                    one.bottom);
      made += box + one.text + "</word>\n";
    }
  }
  return made;
}

/// Each word a line of its own, and all lines of a page in one block, as pdf.js tells them.
inline std::string in_lines(std::string_view xhtml) {
  std::string made;
  for (std::size_t begin = 0; begin < xhtml.size();) {
    const std::size_t end = std::min(xhtml.find('\n', begin), xhtml.size());
    const std::string line(xhtml.substr(begin, end - begin));
    begin = end + 1;
    const auto has = [&](std::string_view tag) { return line.find(tag) != std::string::npos; };
    if (has("<word ")) {
      made += "<line>" + line + "</line>\n";
    } else if (has("<page ")) {
      made += line + "<flow><block>\n";
    } else if (has("</page>")) {
      made += "</block></flow>" + line + "\n";
    } else if (!has("flow>") && !has("<block ") && !has("</block>") && !has("<line ") && !has("</line>")) {
      made += line + "\n";
    }
  }
  return made;
}

enum class PdfTurn : std::uint8_t { left, right, over };

/// Every page turned by a quarter, or by a half.
inline std::string turned(std::string_view xhtml, PdfTurn way) {
  return with_words(xhtml, [way](std::vector<PdfWord>& words, double width, double height) {
    const PdfWord old = words[0];
    words[0] = way == PdfTurn::left ? PdfWord{old.top, width - old.right, old.bottom, width - old.left, old.text}
               : way == PdfTurn::right
                   ? PdfWord{height - old.bottom, old.left, height - old.top, old.right, old.text}
                   : PdfWord{width - old.right, height - old.bottom, width - old.left, height - old.top, old.text};
  });
}

/// One word in `one_in` as words of one character each.
inline std::string in_characters(std::string_view xhtml, std::uint32_t one_in) {
  std::minstd_rand random(1);
  return with_words(xhtml, [&](std::vector<PdfWord>& words, double, double) {
    const PdfWord whole = words[0];
    if (whole.text.find('&') != std::string::npos || random() % one_in != 0) {
      return;
    }
    double units = 0;
    words.clear();
    for (const std::string_view character : characters_of(whole.text)) {
      const double unit = character.size() == 1 ? 0.5 : 1;
      words.push_back({units, whole.top, units + unit, whole.bottom, std::string(character)});
      units += unit;
    }
    for (PdfWord& word : words) {
      word.left = whole.left + (whole.right - whole.left) * word.left / units;
      word.right = whole.left + (whole.right - whole.left) * word.right / units;
    }
  });
}

/// Words moved by up to so many points each way.
inline std::string shaken(std::string_view xhtml, double points, std::uint32_t seed) {
  std::minstd_rand random(seed);
  return with_words(xhtml, [&](std::vector<PdfWord>& words, double, double) {
    const auto step = [&] { return points * (static_cast<double>(random() % 2001) / 1000 - 1); };
    const double across = step(), down = step();
    words[0].left += across;
    words[0].right += across;
    words[0].top += down;
    words[0].bottom += down;
  });
}

/// Words in disorder, as no program writes them: some lie on their side elsewhere, some stand higher or lower.
inline std::string jumbled(std::string_view xhtml, std::uint32_t seed) {
  std::minstd_rand random(seed);
  return with_words(xhtml, [&](std::vector<PdfWord>& words, double width, double) {
    const PdfWord old = words[0];
    if (random() % 4 == 0) {
      words[0] = {old.top, width - old.right, old.bottom, width - old.left, old.text};
    } else if (random() % 3 == 0) {
      const double down = static_cast<double>(random() % 40) - 20;
      words[0].top += down;
      words[0].bottom += down;
    }
  });
}

}  // namespace gongkai::testing
