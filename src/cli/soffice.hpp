// Has LibreOffice, an optional program beside this one, turn an old or foreign document into one that is read.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "input.hpp"

namespace gongkai::cli {

/// Whether it is a document that LibreOffice may know, and that is not read without it: .doc, .wps, .rtf, .odt and the like.
bool is_for_soffice(std::string_view bytes);

/// Puts the document as Word or Excel has it into `converted`. False where LibreOffice is not installed, does not know the
/// document, or is not done within its time. Nothing that it started outlives the call.
bool convert_by_soffice(std::string_view bytes, const std::string& path, std::string& converted);

}  // namespace gongkai::cli
