// Relationships, properties and XML of Word and Excel files.
#include "office/ooxml.hpp"

#include <algorithm>
#include <charconv>

#include "text/input_errors.hpp"
#include "text/utf8.hpp"

namespace gongkai::ooxml {
namespace {

/// A target resolved against the folder of the part that names it: "../media/a.png", "/word/document.xml".
std::string resolve(std::string_view source, std::string_view target) {
  std::string path;
  if (!target.empty() && target[0] == '/') {
    target.remove_prefix(1);
  } else if (const std::size_t slash = source.rfind('/'); slash != std::string_view::npos) {
    path = source.substr(0, slash);
  }
  while (!target.empty()) {
    const std::size_t end = std::min(target.find('/'), target.size());
    const std::string_view step = target.substr(0, end);
    if (step == "..") {
      path.erase(path.rfind('/') == std::string::npos ? 0 : path.rfind('/'));
    } else if (!step.empty() && step != ".") {
      path.append(path.empty() ? "" : "/").append(step);
    }
    target.remove_prefix(std::min(end + 1, target.size()));
  }
  return path;
}

}  // namespace

pugi::xml_node child(pugi::xml_node parent, std::string_view name) {
  for (pugi::xml_node node = parent.first_child(); node; node = node.next_sibling()) {
    if (local_name(node) == name) {
      return node;
    }
  }
  return {};
}

std::string_view attribute(pugi::xml_node node, std::string_view name) {
  for (pugi::xml_attribute found = node.first_attribute(); found; found = found.next_attribute()) {
    if (local_name(found.name()) == name) {
      return found.value();
    }
  }
  return {};
}

std::uint32_t number(std::string_view text, std::uint32_t otherwise) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc::result_out_of_range) {
    return 0x7fffffffU;
  }
  return error == std::errc() && end == text.data() + text.size() ? std::min(value, 0x7fffffffU) : otherwise;
}

bool is_on(pugi::xml_node property) {
  const std::string_view value = attribute(property, "val");
  return property && value != "0" && value != "false" && value != "off";
}

pugi::xml_node shown_choice(pugi::xml_node alternate_content) {
  const pugi::xml_node choice = child(alternate_content, "Choice");
  return choice ? choice : child(alternate_content, "Fallback");
}

std::optional<Error> load(Archive& archive, std::string_view name, const Limits& limits, Xml& out) {
  Result<Part> part = archive.unpack(name);
  if (!part) {
    return part.error();
  }
  out.part = std::move(part).value();
  // A node takes 16 times the room of "<a/>": in a large part their number is bounded too.
  constexpr std::size_t always_fine = std::size_t{4} << 20U, bytes_per_node = 64;
  const std::string_view text = out.part.view();
  const bool is_too_much =
      text.size() > always_fine &&
      static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return c == '<' || c == '='; })) >
          limits.unpacked_bytes * 2 / bytes_per_node;
  if (is_too_much) {
    return Error{ErrorCode::limit_exceeded,
                 "文件里的“" + unicode::repaired(name) + "”标记太多，超出了读取上限。",
                 "The part " + unicode::repaired(name) + " of the file holds more markup than the limits allow.",
                 {}};
  }
  const bool is_utf16 = text.substr(0, 2) == "\xff\xfe" || text.substr(0, 2) == "\xfe\xff";
  if (!is_utf16 && unicode::find_invalid(text) != std::string_view::npos) {  // which is no XML, and pugixml takes it
    return not_unicode();
  }
  constexpr unsigned flags = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol | pugi::parse_ws_pcdata_single;
  const pugi::xml_parse_result parsed = out.tree.load_buffer_inplace(
      out.part.bytes.get(), out.part.size, flags, is_utf16 ? pugi::encoding_auto : pugi::encoding_utf8);
  if (parsed.status == pugi::status_out_of_memory) {
    throw std::bad_alloc();
  }
  if (!parsed || !out.root()) {
    return Error{ErrorCode::malformed,
                 "文件里的“" + unicode::repaired(name) + "”不是完整的XML。请用原来的程序打开后另存一次再读。",
                 "The part " + unicode::repaired(name) + " of the file is not well-formed XML (" +
                     parsed.description() + "). Open it in the program that made it and save it once more.",
                 {}};
  }
  return std::nullopt;
}

Result<std::vector<Relationship>> relationships(Archive& archive, std::string_view part, const Limits& limits) {
  const std::size_t slash = part.rfind('/');
  const std::size_t name = slash == std::string_view::npos ? 0 : slash + 1;
  const std::string path = std::string(part.substr(0, name)) + "_rels/" + std::string(part.substr(name)) + ".rels";
  std::vector<Relationship> result;
  if (!archive.holds(path)) {
    return result;
  }
  Xml xml;
  if (const auto error = load(archive, path, limits, xml)) {
    return *error;
  }
  for (const pugi::xml_node node : xml.root().children()) {
    if (local_name(node) != "Relationship" || attribute(node, "TargetMode") == "External") {
      continue;
    }
    const std::string_view type = attribute(node, "Type");
    result.push_back({std::string(attribute(node, "Id")), std::string(type.substr(type.rfind('/') + 1)),
                      resolve(part, attribute(node, "Target"))});
  }
  return result;
}

std::string_view target_of(const std::vector<Relationship>& relationships, std::string_view type) {
  const auto found = std::find_if(relationships.begin(), relationships.end(),
                                  [&](const Relationship& relationship) { return relationship.type == type; });
  return found == relationships.end() ? std::string_view() : std::string_view(found->target);
}

}  // namespace gongkai::ooxml
