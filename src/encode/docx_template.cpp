// Fills in a Word document of the user's own: fields in double braces, wherever its text has them.
#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "gongkai/model/about_fields.hpp"
#include "gongkai/write.hpp"
#include "office/archive.hpp"
#include "office/ooxml.hpp"
#include "office/package.hpp"
#include "text/near_names.hpp"
#include "text/out_of_memory.hpp"
#include "text/utf8.hpp"

namespace gongkai {
namespace {

constexpr std::string_view opening = "{{", closing = "}}", about_prefix = "about.";

/// Behind `about.` and alone, in the order of AboutField.
constexpr std::array<std::string_view, 8> about_keys{"authority", "publication_date", "year",     "edition", "level",
                                                     "kind",      "coverage",         "publisher"};
/// What people call these for short.
constexpr std::pair<std::string_view, AboutField> short_names[] = {
    {"年度", AboutField::year}, {"机关", AboutField::authority}, {"日期", AboutField::publication_date}};

std::string_view behind_dot(std::string_view key) {
  return key.substr(key.rfind('.') + 1);
}

/// A field of what the report is: {{about.year}}, {{year}}, {{报告年度}}, {{年度}}.
std::optional<AboutField> about_field(std::string_view name) {
  for (std::size_t i = 0; i < about_keys.size(); ++i) {
    const bool has_prefix = name.starts_with(about_prefix);
    if (about_field_names[i].zh == name || about_keys[i] == name.substr(has_prefix ? about_prefix.size() : 0)) {
      return static_cast<AboutField>(i);
    }
  }
  for (const auto& [short_name, field] : short_names) {
    if (short_name == name) {
      return field;
    }
  }
  return std::nullopt;
}

/// What the report has in a field; nothing where there is no such field.
std::optional<std::string> value_of(const Report& report, std::string_view field) {
  if (const CellInfo* info = find_cell(field)) {
    const auto value = cell(report, info->index);
    return value ? form_text(*info, *value) : std::string();
  }
  if (const std::string* content = text(report, field)) {
    return *content;
  }
  if (const auto about = about_field(field)) {
    return about_text(report.about, *about);
  }
  for (const TextInfo& info : texts) {
    if (behind_dot(info.key) == field || info.label.zh == field) {
      return *text(report, info.key);
    }
  }
  return std::nullopt;
}

std::vector<std::string_view> known_fields() {
  std::vector<std::string_view> known;
  for (const CellInfo& info : cells) {
    known.push_back(info.key);
  }
  for (const TextInfo& info : texts) {
    known.insert(known.end(), {info.key, behind_dot(info.key), info.label.zh});
  }
  for (std::size_t i = 0; i < about_keys.size(); ++i) {
    known.insert(known.end(), {about_keys[i], about_field_names[i].zh});
  }
  for (const auto& [name, field] : short_names) {
    known.push_back(name);
  }
  return known;
}

/// All that the template asks for in vain, each with the nearest that there is.
Error unknown_fields(const std::vector<std::string>& fields) {
  constexpr std::size_t most = 10;
  const std::vector<std::string_view> known = known_fields();
  Error error{
      ErrorCode::malformed, "模板里有报告中没有的项目：", "The template asks for what reports do not have: ", {}};
  for (std::size_t i = 0; i < std::min(fields.size(), most); ++i) {
    const auto near = near_names(fields[i], known, [](std::string_view name) { return name; });
    const std::string name = "{{" + fields[i] + "}}";
    error.message_zh += (i == 0 ? "" : "；") + name + (near.empty() ? "" : "（是不是" + std::string(near[0]) + "？）");
    error.message_en += (i == 0 ? "" : "; ") + name + (near.empty() ? "" : " (" + std::string(near[0]) + "?)");
  }
  const std::string more = fields.size() > most ? std::to_string(fields.size() - most) : "";
  error.message_zh += (more.empty() ? "" : "；另有" + more + "个") + "。全部名称见 gongkai form --template-example。";
  error.message_en +=
      (more.empty() ? "" : "; and " + more + " more") + ". gongkai form --template-example has all names.";
  return error;
}

/// Takes what pugixml writes, without the streams of the standard library, which would double the C library.
struct TextWriter : pugi::xml_writer {
  std::string text;
  void write(const void* data, std::size_t size) override { text.append(static_cast<const char*>(data), size); }
};

/// XML has no way to write these.
std::string without_controls(std::string content) {
  content.erase(std::remove_if(content.begin(), content.end(),
                               [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t'; }),
                content.end());
  return content;
}

class Filler {
 public:
  Filler(const Report& report, const Limits& limits) : report_(report), limits_(limits) {}

  std::size_t filled() const { return filled_; }
  /// Names of fields that reports do not have, each once.
  const std::vector<std::string>& unknown() const { return unknown_; }

  /// Fills in the paragraphs of a document, those within others first. By steps, for a caller's stack may be small.
  std::optional<Error> fill(const pugi::xml_document& document) {
    std::size_t depth = 0;
    for (pugi::xml_node node = document.first_child(); node;) {
      if (const pugi::xml_node inner = node.first_child()) {
        if (++depth >= limits_.depth) {
          return Error{ErrorCode::limit_exceeded,
                       "模板里的内容层层嵌套太深，超出了上限。",
                       "The template is nested deeper than the limits allow.",
                       {}};
        }
        node = inner;
        continue;
      }
      for (;; --depth) {
        if (ooxml::local_name(node) == "p") {
          fill_paragraph(node);
        }
        if (const pugi::xml_node next = node.next_sibling()) {
          node = next;
          break;
        }
        node = node.parent();
        if (depth == 0) {
          return std::nullopt;
        }
      }
    }
    return std::nullopt;
  }

 private:
  /// The text of a paragraph lies in pieces: Word begins a new one wherever it likes, inside a field too.
  struct TextPiece {
    pugi::xml_node node;
    std::string text;
  };

  /// What stands in the paragraph's runs, in links and the like too, but in no paragraph of a text box inside it.
  static std::vector<TextPiece> pieces_of(pugi::xml_node paragraph) {
    std::vector<TextPiece> pieces;
    for (pugi::xml_node node = paragraph.first_child(); node;) {
      if (ooxml::local_name(node) == "t" && ooxml::local_name(node.parent()) == "r") {
        pieces.push_back({node, node.text().get()});
      }
      if (node.first_child() && ooxml::local_name(node) != "p") {
        node = node.first_child();
        continue;
      }
      while (node != paragraph && !node.next_sibling()) {
        node = node.parent();
      }
      node = node == paragraph ? pugi::xml_node() : node.next_sibling();
    }
    return pieces;
  }

  void fill_paragraph(pugi::xml_node paragraph) {
    std::vector<TextPiece> pieces = pieces_of(paragraph);
    std::string whole;
    for (const TextPiece& piece : pieces) {
      whole += piece.text;
    }
    std::vector<Field> fields;
    for (std::size_t begin = whole.find(opening); begin != std::string::npos;) {
      const std::size_t end = whole.find(closing, begin);
      if (end == std::string::npos) {
        break;
      }
      const std::string_view inside =
          std::string_view(whole).substr(begin + opening.size(), end - begin - opening.size());
      const std::string name(unicode::trim(inside));
      const auto value = value_of(report_, name);
      if (!value && seen_.insert(name).second) {
        unknown_.push_back(name);
      }
      fields.push_back({begin, end + closing.size(), without_controls(value.value_or(""))});
      begin = whole.find(opening, fields.back().end);
    }
    if (!fields.empty()) {
      filled_ += fields.size();
      replace(pieces, whole, fields);
      std::for_each(pieces.begin(), pieces.end(), write);
    }
  }

  /// Bytes of a paragraph's text, and what comes in their place.
  struct Field {
    std::size_t begin = 0, end = 0;
    std::string value;
  };

  /// Puts the values into the pieces: each stands where its field began.
  static void replace(std::vector<TextPiece>& pieces, std::string_view whole, const std::vector<Field>& fields) {
    auto field = fields.begin();
    std::size_t at = 0, piece_end = 0;  // in the whole
    for (TextPiece& piece : pieces) {
      piece_end += piece.text.size();
      piece.text.clear();
      while (at < piece_end) {
        const bool is_in_field = field != fields.end() && field->begin <= at;
        const std::size_t end = std::min(piece_end, field == fields.end() ? whole.size()
                                                    : is_in_field         ? field->end
                                                                          : field->begin);
        if (!is_in_field) {
          piece.text.append(whole.substr(at, end - at));
        } else if (at == field->begin) {
          piece.text.append(field->value);
        }
        at = end;
        field += is_in_field && at == field->end ? 1 : 0;
      }
    }
  }

  /// A new line in a text is a break in the run.
  static void write(const TextPiece& piece) {
    pugi::xml_node at = piece.node, run = piece.node.parent();
    const std::string name = at.name();
    const std::string prefix = name.substr(0, name.size() - 1);
    std::string_view rest = piece.text;
    for (bool is_first = true; is_first || !rest.empty(); is_first = false) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      if (!is_first) {
        at = run.insert_child_after((prefix + "br").c_str(), at);
        at = run.insert_child_after(name.c_str(), at);
      }
      at.text().set(std::string(rest.substr(0, end)).c_str());
      if (!at.attribute("xml:space")) {
        at.append_attribute("xml:space") = "preserve";
      }
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }

  const Report& report_;
  const Limits& limits_;
  std::size_t filled_ = 0;
  std::vector<std::string> unknown_;
  std::set<std::string> seen_;  ///< the same, to look up
};

bool has_text(const std::string& name) {
  const std::string_view folder = "word/";
  if (!name.starts_with(folder) || !name.ends_with(".xml")) {
    return false;
  }
  const std::string file = name.substr(folder.size());
  return file.rfind("document", 0) == 0 || file.rfind("header", 0) == 0 || file.rfind("footer", 0) == 0;
}

Result<std::string> filled(std::string_view document, const Report& report, const Limits& limits) {
  const Error no_word_document{
      ErrorCode::unsupported, "模板应是Word文件（.docx）。", "The template must be a Word document (.docx).", {}};
  if (document.substr(0, 2) != "PK") {  // as every archive begins
    return no_word_document;
  }
  Result<Archive> opened = Archive::open(document, limits);
  if (!opened) {
    return opened.error();
  }
  Archive& archive = opened.value();
  if (!archive.holds("word/document.xml")) {
    return no_word_document;
  }
  Filler filler(report, limits);
  Package package;
  for (const std::string& name : archive.names()) {
    const Result<Part> part = archive.unpack(name);
    if (!part) {
      return part.error();
    }
    if (!has_text(name)) {
      package.add(name, part.value().view());
      continue;
    }
    pugi::xml_document tree;
    const pugi::xml_parse_result parsed =
        tree.load_buffer(part.value().bytes.get(), part.value().size, pugi::parse_default | pugi::parse_ws_pcdata);
    if (!parsed) {
      return Error{
          ErrorCode::malformed,
          "模板里的“" + name + "”不是完整的XML。请用Word打开后另存一次再用。",
          "The part " + name + " of the template is not well-formed XML. Open it in Word and save it once more.",
          {}};
    }
    if (const auto error = filler.fill(tree)) {
      return *error;
    }
    TextWriter out;
    tree.save(out, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
    package.add_xml(name, out.text);
  }
  if (!filler.unknown().empty()) {
    return unknown_fields(filler.unknown());
  }
  if (filler.filled() == 0) {
    return Error{
        ErrorCode::malformed,
        "模板里没有要填的项目。请在要填数的地方写上“{{requests.received.total}}”这样的项目名，名称见 gongkai form "
        "--template-example 写出的例子。",
        "The template has no field. Write {{requests.received.total}} and the like where figures belong; gongkai form "
        "--template-example writes an example with all names.",
        {}};
  }
  return package.finish();
}

}  // namespace

Result<std::string> fill_docx(std::string_view document, const Report& report, const Limits& limits) {
  return with_memory_watched([&] { return filled(document, report, limits); });
}

}  // namespace gongkai
