// What Word and Excel files have in common: parts of XML tied together by relationships, and the document's properties.
//
// Names are compared without their prefix: writers choose prefixes freely, and the strict and the transitional standard
// differ in their namespaces only.
#pragma once

#include <cstring>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "office/archive.hpp"

namespace gongkai::ooxml {

inline std::string_view local_name(const char* qualified) {
  const char* colon = std::strchr(qualified, ':');
  return colon == nullptr ? qualified : colon + 1;
}
inline std::string_view local_name(pugi::xml_node node) {
  return local_name(node.name());
}

/// The first child element of that name, or none.
pugi::xml_node child(pugi::xml_node parent, std::string_view name);

/// The value of the attribute of that name, or an empty text.
std::string_view attribute(pugi::xml_node node, std::string_view name);
/// A text as a number from 0 to 2^31-1, which greater ones become too, or `otherwise` where it is none.
std::uint32_t number(std::string_view text, std::uint32_t otherwise);
inline std::uint32_t number(pugi::xml_node node, std::string_view name, std::uint32_t otherwise) {
  return number(attribute(node, name), otherwise);
}
inline bool is_true(std::string_view value) {
  return value == "1" || value == "true" || value == "on";
}

/// Whether a switch such as <w:vanish/> is on: present, and not said to be false.
bool is_on(pugi::xml_node property);

/// The branch of an mc:AlternateContent that is meant to be shown: the first choice, else the fallback.
pugi::xml_node shown_choice(pugi::xml_node alternate_content);

/// A part parsed in place: the tree points into the part.
struct Xml {
  Part part;
  pugi::xml_document tree;
  pugi::xml_node root() const { return tree.document_element(); }
};

/// Unpacks and parses a part. Document types are skipped, and entities other than XML's own five stay as they are
/// written.
std::optional<Error> load(Archive& archive, std::string_view part, const Limits& limits, Xml& out);

struct Relationship {
  std::string id, type, target;  ///< the type is the last word of its address; the target a part's name
};

/// The relationships of a part, or of the whole file where the name is empty; none where they are not stated.
Result<std::vector<Relationship>> relationships(Archive& archive, std::string_view part, const Limits& limits);

/// The target of the first relationship of the type, or an empty text.
std::string_view target_of(const std::vector<Relationship>& relationships, std::string_view type);

}  // namespace gongkai::ooxml
