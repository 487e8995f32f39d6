// Has pdftotext, an optional program beside this one, say what words a PDF holds.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "input.hpp"

namespace gongkai::cli {

/// How much of pdftotext is waited for and taken.
struct PdfLimits {
  std::chrono::milliseconds time = std::chrono::seconds(60);
  std::size_t output = Limits{}.bytes;
};

/// Puts what `pdftotext -bbox-layout` prints for the PDF into `words`; a problem where it is not installed, fails, or
/// passes a limit. Nothing that it started outlives the call.
std::optional<Problem> words_of_pdf(std::string_view pdf, std::string& words, const PdfLimits& limits = {});

}  // namespace gongkai::cli
