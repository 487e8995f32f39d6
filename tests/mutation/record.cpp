// Added to the main file of the test programs: writes for each test case its time and the mutants that it reached, and in
// other runs the first case that failed.
#include <chrono>
#include <fstream>

namespace {

struct Recorder : doctest::IReporter {
  using Clock = std::chrono::steady_clock;
  std::ofstream out;
  std::string name;
  Clock::time_point begun;

  explicit Recorder(const doctest::ContextOptions&) {
    if (const char* path = std::getenv("GONGKAI_MUTANT_RECORD"); path != nullptr) {
      out.open(path);
    }
  }
  void test_case_start(const doctest::TestCaseData& test) override {
    std::fill(std::begin(gongkai_mutant::reached), std::end(gongkai_mutant::reached), 0);
    name = test.m_name;
    begun = Clock::now();
  }
  void test_case_end(const doctest::CurrentTestCaseStats& stats) override {
    out << name << '\t' << std::chrono::duration<double>(Clock::now() - begun).count() << '\t' << stats.testCaseSuccess
        << '\t';
    for (unsigned i = 0; i < gongkai_mutant::most; ++i) {
      if (gongkai_mutant::reached[i] != 0) {
        out << i << ' ';
      }
    }
    out << '\n' << std::flush;
  }
  void report_query(const doctest::QueryData&) override {}
  void test_run_start() override {}
  void test_run_end(const doctest::TestRunStats&) override {}
  void test_case_reenter(const doctest::TestCaseData&) override {}
  void test_case_exception(const doctest::TestCaseException&) override {}
  void subcase_start(const doctest::SubcaseSignature&) override {}
  void subcase_end() override {}
  void log_assert(const doctest::AssertData&) override {}
  void log_message(const doctest::MessageData&) override {}
  void test_case_skipped(const doctest::TestCaseData&) override {}
};

}  // namespace
DOCTEST_REGISTER_LISTENER("mutants", 1, Recorder);
