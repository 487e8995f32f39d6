// Depth first; the last number of a row that adds up is known from the others.
#include "interpret/partings.hpp"

#include "text/utf8.hpp"

namespace gongkai {
namespace {

constexpr std::size_t longest_number = 12;  // digits
constexpr std::size_t longest_run = 120;

class Search {
 public:
  Search(const FusedDigits& digits, std::size_t count, bool adds_up, bool to_end, SearchBudget& budget)
      : digits_(digits), count_(count), adds_up_(adds_up), to_end_(to_end), budget_(budget) {}

  void run(std::size_t at, std::int64_t sum) {
    const std::size_t left = count_ - numbers_.size();
    if (left == 0) {
      if (!to_end_ || at == digits_.size()) {
        found_.push_back({numbers_, at});
      }
      return;
    }
    if (digits_.size() - at < left || !budget_.take()) {
      return;
    }
    std::int64_t value = 0;
    for (std::size_t end = at; end < digits_.size() && end - at < longest_number; ++end) {
      if (end > at && (digits_.digits[at] == '0' || digits_.begins[end])) {
        return;
      }
      value = value * 10 + (digits_.digits[end] - '0');
      const bool is_last = left == 1;
      if (is_last && adds_up_ && count_ > 1) {
        if (value > sum) {
          return;
        }
        if (value != sum) {
          continue;
        }
      }
      numbers_.push_back(value);
      run(end + 1, sum + value);
      numbers_.pop_back();
    }
  }

  std::vector<Parting> found() { return std::move(found_); }

 private:
  const FusedDigits& digits_;
  std::size_t count_;
  bool adds_up_, to_end_;
  SearchBudget& budget_;
  Numbers numbers_;
  std::vector<Parting> found_;
};

}  // namespace

std::optional<FusedDigits> fused_digits(std::string_view text) {
  FusedDigits result;
  bool begins = true;
  for (std::size_t i = 0; i < text.size();) {
    char32_t c = unicode::next(text, i);
    if (c >= 0xff10 && c <= 0xff19) {
      c = c - 0xff10 + '0';
    }
    if (unicode::is_space(c)) {
      begins = begins || !unicode::is_invisible(c);
    } else if (c >= '0' && c <= '9' && result.size() < longest_run) {
      result.digits.push_back(static_cast<char>(c));
      result.begins.push_back(begins);
      begins = false;
    } else {
      return std::nullopt;
    }
  }
  return result;
}

std::vector<Parting> partings(const FusedDigits& digits, std::size_t begin, std::size_t count, bool adds_up,
                              bool to_end, SearchBudget& budget) {
  Search search(digits, count, adds_up, to_end, budget);
  search.run(begin, 0);
  return search.found();
}

}  // namespace gongkai
