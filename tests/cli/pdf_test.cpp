// pdftotext is held to its limits whatever it does, and nothing of it is left behind.
#include "cli/pdf.hpp"

#include <doctest/doctest.h>
#include <signal.h>

#include <chrono>
#include <thread>

#include "support/program.hpp"

using namespace gongkai;
using namespace std::chrono_literals;
using testing::contains;
using testing::Folder;

namespace {

/// A pdftotext of one's own is first in the path as long as this lives.
class OtherPdftotext {
 public:
  explicit OtherPdftotext(const std::string& script) : before_(std::getenv("PATH")) {
    const std::string path = folder_.write("pdftotext", "#!/bin/sh\n" + script);
    std::filesystem::permissions(path, std::filesystem::perms::owner_all);
    setenv("PATH", (folder_.path(".") + ":" + before_).c_str(), 1);
  }
  ~OtherPdftotext() { setenv("PATH", before_.c_str(), 1); }
  OtherPdftotext(const OtherPdftotext&) = delete;
  OtherPdftotext& operator=(const OtherPdftotext&) = delete;

 private:
  Folder folder_;
  std::string before_;
};

bool is_running(const std::string& pid) {
  const std::string stat = testing::read_file("/proc/" + pid + "/stat").value_or("");
  return !stat.empty() && !contains(stat, ") Z");
}

struct Tried {
  std::string zh, words;
  std::chrono::steady_clock::duration taken;
};
Tried tried(const std::string& pdf, const cli::PdfLimits& limits) {
  Tried result;
  const auto begin = std::chrono::steady_clock::now();
  const auto problem = cli::words_of_pdf(pdf, result.words, limits);
  result.taken = std::chrono::steady_clock::now() - begin;
  result.zh = problem ? problem->zh : "";
  return result;
}

}  // namespace

TEST_CASE(
    "a pdftotext that goes on for too long or prints too much is ended with all that it started, and that is said") {
  const std::string pdf = "%PDF-1.7\n" + std::string(1U << 20U, 'x');
  const struct {
    const char *script, *word;
  } cases[] = {
      {"exec >&- 2>&- <&-; sleep 60", "1秒"},  // closes its output and sleeps
      {"cat >/dev/null; sleep 60", "1秒"},     // keeps its output open
      {"cat >/dev/null; trap '' TERM HUP INT; while :; do :; done", "1秒"},
      {"cat >/dev/null; exit 0", "1秒"},  // what it started keeps its output open
      {"while :; do head -c 100000 /dev/zero; done", "1 MiB"},
  };
  for (const auto& one : cases) {
    const std::string script = one.script, word = one.word;
    CAPTURE(script);
    const Folder folder;
    const std::string child = folder.path("child");
    const OtherPdftotext other("sleep 60 & echo $! > '" + child + "'; " + script);
    const Tried found = tried(pdf, {contains(word, "MiB") ? 30s : 1s, 1U << 20U});
    CHECK(contains(found.zh, word));
    CHECK(found.taken < 20s);
    std::string pid = testing::read_file(child).value_or("");
    REQUIRE(pid.size() > 1);
    pid.pop_back();
    for (int i = 0; i < 100 && is_running(pid); ++i) {
      std::this_thread::sleep_for(20ms);
    }
    CHECK_FALSE(is_running(pid));
  }
}

TEST_CASE("a pdftotext that ends leaves nothing running behind it") {
  const Folder folder;
  const std::string child = folder.path("child");
  const OtherPdftotext other("sleep 60 >/dev/null & echo $! > '" + child + "'; cat >/dev/null; echo words");
  const Tried found = tried("%PDF-1.7\n", {30s, 1U << 20U});
  CHECK(found.zh.empty());
  CHECK(found.words == "words\n");
  std::string pid = testing::read_file(child).value_or("");
  REQUIRE(pid.size() > 1);
  pid.pop_back();
  for (int i = 0; i < 100 && is_running(pid); ++i) {
    std::this_thread::sleep_for(20ms);
  }
  CHECK_FALSE(is_running(pid));
}

TEST_CASE("a pdftotext that fails, or is not there, is said to") {
  {
    const OtherPdftotext other("cat >/dev/null; exit 1");
    CHECK(contains(tried("%PDF-1.7\n", {}).zh, "损坏"));
  }
  {
    const OtherPdftotext other("exit 127");
    CHECK(contains(tried("%PDF-1.7\n", {}).zh, "poppler-utils"));
  }
}
