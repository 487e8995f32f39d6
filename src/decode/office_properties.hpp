// What a Word or Excel file says of itself beside its text, as properties of the Document.
#pragma once

#include <vector>

#include "decode/document_builder.hpp"
#include "office/ooxml.hpp"

namespace gongkai::ooxml {

/// Appends what docProps/core.xml says of title and time of creation to the properties; nothing where it is unreadable.
void read_properties(Archive& archive, const std::vector<Relationship>& of_file, const Limits& limits,
                     DocumentBuilder& builder);

}  // namespace gongkai::ooxml
