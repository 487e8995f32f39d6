// Fills in a Word document of the user's own: fields in double braces, wherever its text has them.
#include <algorithm>

#include "gongkai/model/about_fields.hpp"
#include "gongkai/write.hpp"
#include "office/archive.hpp"
#include "office/ooxml.hpp"
#include "office/package.hpp"
#include "text/near_names.hpp"
#include "text/out_of_memory.hpp"

namespace gongkai {
namespace {

constexpr std::string_view opening = "{{", closing = "}}";

/// What the report has in a field: a cell or a text by its key, what the report is by its Chinese name.
std::optional<std::string> value_of(const Report& report, std::string_view field) {
  if (const CellInfo* info = find_cell(field)) {
    const auto value = cell(report, info->index);
    return value ? form_text(*info, *value) : std::string();
  }
  if (const std::string* content = text(report, field)) {
    return *content;
  }
  for (std::size_t i = 0; i < about_field_names.size(); ++i) {
    if (about_field_names[i].zh == field) {
      return about_text(report.about, static_cast<AboutField>(i));
    }
  }
  return std::nullopt;
}

Error unknown_field(std::string_view field) {
  std::vector<std::string_view> known;
  for (const CellInfo& info : cells) {
    known.push_back(info.key);
  }
  for (const TextInfo& info : texts) {
    known.push_back(info.key);
  }
  for (const Label& name : about_field_names) {
    known.push_back(name.zh);
  }
  const std::string near = joined(near_names(field, known, [](std::string_view name) { return name; }), ", ");
  const std::string name(field);
  return {ErrorCode::malformed,
          "模板里的“{{" + name + "}}”不是报告中的项目。" + (near.empty() ? "" : "是不是：" + near + "？"),
          "The template asks for {{" + name + "}}, which reports do not have." +
              (near.empty() ? "" : " Did you mean: " + near + "?"),
          {}};
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
        if (auto error = ooxml::local_name(node) == "p" ? fill_paragraph(node) : std::nullopt) {
          return error;
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

  std::optional<Error> fill_paragraph(pugi::xml_node paragraph) {
    std::vector<TextPiece> pieces;
    for (const pugi::xml_node run : paragraph.children()) {
      for (const pugi::xml_node inner : run.children()) {
        if (ooxml::local_name(run) == "r" && ooxml::local_name(inner) == "t") {
          pieces.push_back({inner, inner.text().get()});
        }
      }
    }
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
      const std::string name = whole.substr(begin + opening.size(), end - begin - opening.size());
      const auto value = value_of(report_, name);
      if (!value) {
        return unknown_field(name);
      }
      fields.push_back({begin, end + closing.size(), without_controls(*value)});
      begin = whole.find(opening, fields.back().end);
    }
    if (!fields.empty()) {
      filled_ += fields.size();
      replace(pieces, whole, fields);
      std::for_each(pieces.begin(), pieces.end(), write);
    }
    return std::nullopt;
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
};

bool has_text(const std::string& name) {
  const std::string_view folder = "word/";
  if (name.compare(0, folder.size(), folder) != 0 || name.size() < 4 || name.substr(name.size() - 4) != ".xml") {
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
  if (filler.filled() == 0) {
    return Error{
        ErrorCode::malformed,
        "模板里没有要填的项目。请在要填数的地方写上“{{requests.received.total}}”这样的项目名，名称见 gongkai cells。",
        "The template has no field. Write {{requests.received.total}} and the like where figures belong; see "
        "gongkai cells for the names.",
        {}};
  }
  return package.finish();
}

}  // namespace

Result<std::string> fill_docx(std::string_view document, const Report& report, const Limits& limits) {
  return with_memory_watched([&] { return filled(document, report, limits); });
}

}  // namespace gongkai
