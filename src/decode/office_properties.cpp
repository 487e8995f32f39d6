// docProps/core.xml and docProps/custom.xml.
#include "decode/office_properties.hpp"

namespace gongkai::ooxml {

void read_properties(Archive& archive, const std::vector<Relationship>& of_file, const Limits& limits,
                     DocumentBuilder& builder) {
  // Without properties, or with damaged ones, a document is read all the same.
  const auto open = [&](std::string_view type, std::string_view usual, Xml& xml) {
    const std::string_view stated = target_of(of_file, type);
    const std::string_view path = stated.empty() ? usual : stated;
    return archive.holds(path) && !load(archive, path, limits, xml);
  };
  if (Xml xml; open("core-properties", "docProps/core.xml", xml)) {
    for (const std::string_view name : {"title", "created"}) {
      if (const std::string_view value = child(xml.root(), name).child_value(); !value.empty()) {
        builder.add_property(name, value);
      }
    }
  }
  if (Xml xml; open("custom-properties", "docProps/custom.xml", xml)) {
    for (const pugi::xml_node property : xml.root().children()) {
      if (const std::string_view value = child(property, "lpwstr").child_value(); !value.empty()) {
        builder.add_property(attribute(property, "name"), value);
      }
    }
  }
}

}  // namespace gongkai::ooxml
