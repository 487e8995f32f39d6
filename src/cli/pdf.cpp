// The program runs as a process of its own, with limits: a PDF is untrusted input to a large parser.
#include "pdf.hpp"

#include <fmt/format.h>

#include "platform/process.hpp"

namespace gongkai::cli {
namespace {

using platform::ProcessEnd;

Problem unusable(std::string zh, std::string en) {
  return {"unsupported", std::move(zh), std::move(en), {}};
}

Problem passed_limit(ProcessEnd end, const PdfLimits& limits) {
  if (end == ProcessEnd::too_much) {
    return unusable(
        fmt::format("pdftotext 从这个PDF读出的内容超过{} MiB，已停止。请使用原来的Word文件。", limits.output >> 20U),
        fmt::format("pdftotext printed more than {} MiB for this PDF and was stopped. Use the Word file.",
                    limits.output >> 20U));
  }
  const double seconds = std::chrono::duration<double>(limits.time).count();
  return unusable(
      fmt::format("pdftotext 在{}秒内没有读完这个PDF，已停止。请使用原来的Word文件。", seconds),
      fmt::format("pdftotext did not finish this PDF within {} seconds and was stopped. Use the Word file.", seconds));
}

}  // namespace

std::optional<Problem> words_of_pdf(std::string_view pdf, std::string& words, const PdfLimits& limits) {
  constexpr std::size_t most_memory = std::size_t{1} << 30U;
  const ProcessEnd end = platform::run_filter({"pdftotext", "-bbox-layout", "-q", "-", "-"}, pdf, words,
                                              {limits.time, limits.output, most_memory});
  switch (end) {
    case ProcessEnd::succeeded:
      return std::nullopt;
    case ProcessEnd::too_late:
    case ProcessEnd::too_much:
      return passed_limit(end, limits);
    case ProcessEnd::not_started:
      return unusable("无法启动 pdftotext。", "Cannot start pdftotext.");
    case ProcessEnd::not_found:
      return unusable(
          "读取PDF需要 pdftotext，这台电脑上没有。请先安装（Debian、Ubuntu、统信、麒麟：apt install poppler-utils），"
          "或在Word、WPS里另存为其他格式。",
          "Reading a PDF needs pdftotext, which is not installed. Install it (apt install poppler-utils), or save the "
          "report in another format.");
    case ProcessEnd::failed:
      break;
  }
  return unusable("pdftotext 读不出这个PDF：文件可能已损坏，或加了密码。",
                  "pdftotext cannot read this PDF: it may be damaged, or locked with a password.");
}

}  // namespace gongkai::cli
