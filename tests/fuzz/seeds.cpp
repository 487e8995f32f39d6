// Writes first inputs of real shapes for every target: the generated documents of tests/generate in every layout, taken
// apart as the targets want them. usage: fuzz_seeds FOLDER
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <string_view>

#include "generate/sample.hpp"
#include "gongkai/read.hpp"
#include "gongkai/write.hpp"
#include "office/archive.hpp"
#include "support/random_report.hpp"

namespace {

using namespace gongkai;
using namespace gongkai::testing;
namespace fs = std::filesystem;

void put(const fs::path& folder, const std::string& name, std::string_view bytes) {
  fs::create_directories(folder);
  std::ofstream(folder / name, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

std::string part(Archive& archive, std::string_view name) {
  const Result<Part> found = archive.unpack(name);
  return found ? std::string(found->view()) : "";
}

/// The main part of a Word file; of a workbook the first sheet, the shared strings and the styles.
std::string parts_of(std::string_view bytes, Layout layout) {
  const Limits limits;
  Result<Archive> archive = Archive::open(bytes, limits);
  if (!archive) {
    return "";
  }
  if (layout == Layout::docx) {
    return part(archive.value(), "word/document.xml");
  }
  return part(archive.value(), "xl/worksheets/sheet1.xml") + "\n--\n" + part(archive.value(), "xl/sharedStrings.xml") +
         "\n--\n" + part(archive.value(), "xl/styles.xml");
}

/// A document as bytes_to_document.hpp reads it.
std::string separated(const Document& document) {
  std::string made;
  for (const Document::Block& block : document.blocks) {
    if (block.kind != Document::BlockKind::table) {
      made +=
          (block.kind == Document::BlockKind::picture ? "\x1c\x0f" : "\x1c") + std::string(document.view(block.text));
      continue;
    }
    made += '\x1d';
    for (const Document::Row& row : document.rows_of(block)) {
      made += '\x1e';
      for (const Document::Cell& cell : document.cells_of(row)) {
        made +=
            (cell.row_span > 1 || cell.column_span > 1 ? "\x1f\x0e" : "\x1f") + std::string(document.view(cell.text));
      }
    }
  }
  return made;
}

void put_sample(const fs::path& root, std::uint32_t seed, std::size_t layout, std::size_t oddity) {
  Spec spec{seed, static_cast<Layout>(layout), {}};
  if (oddity < oddity_count) {
    spec.oddities.set(oddity);
  }
  const Sample sample = sample_of(spec);
  const std::string name =
      std::string(layout_names[layout]) + "_" + (oddity < oddity_count ? std::string(oddity_names[oddity]) : "plain");
  const std::string_view kind = layout_names[layout];
  const bool is_packed = spec.layout == Layout::docx || spec.layout == Layout::xlsx;
  const bool is_csv = spec.layout == Layout::csv || spec.layout == Layout::tsv;
  const std::string target = is_packed || spec.layout == Layout::html ? std::string(kind) : is_csv ? "csv" : "text";
  put(root / target, name, is_packed ? parts_of(sample.bytes, spec.layout) : sample.bytes);
  if (is_packed) {
    put(root / "read", name, sample.bytes);
    put(root / kind, name + "_whole", sample.bytes);
  }
  const Result<Document> document = decode(sample.bytes);
  if (document) {
    put(root / "interpret", name, separated(document.value()));
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: fuzz_seeds FOLDER\n", stderr);
    return 2;
  }
  const fs::path root = argv[1];
  for (std::size_t layout = 0; layout < layout_names.size(); ++layout) {
    for (std::size_t oddity = 0; oddity <= oddity_count; ++oddity) {
      put_sample(root, static_cast<std::uint32_t>(layout + oddity), layout, oddity);
    }
  }
  std::mt19937 random(1);
  for (int i = 0; i < 8; ++i) {
    const Edition edition = i % 2 == 0 ? Edition::form_2019 : Edition::form_2021;
    const Report report = random_published_report(random, edition);
    put(root / "json", "report_" + std::to_string(i), to_json(report));
    put(root / "calls", "read_" + std::to_string(i), "\x01\x01\xff" + to_json(report));
    for (char format = 0; format < 8; ++format) {
      std::string figures(1, format);
      figures += static_cast<char>(i);
      figures += '\x28';
      for (int k = 0; k < 80; ++k) {
        figures += static_cast<char>(random());
      }
      put(root / "round_trip", std::to_string(i) + std::to_string(format), figures);
      put(root / "check", std::to_string(i) + std::to_string(format), figures.substr(1));
      put(root / "calls", "figures_" + std::to_string(i) + std::to_string(format), figures);
    }
  }
  return 0;
}
