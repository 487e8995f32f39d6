// Has pdftotext, an optional program beside this one, say what words a PDF holds.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "input.hpp"

namespace gongkai::cli {

bool is_pdf(std::string_view bytes);

/// Puts what `pdftotext -bbox-layout` prints for the PDF into `words`; a problem where it is not installed, fails, or
/// needs more time, memory or output than a report can.
std::optional<Problem> words_of_pdf(std::string_view pdf, std::string& words);

}  // namespace gongkai::cli
