// A body is known by its name as its reports state it.
#include "years.hpp"

#include <algorithm>

namespace gongkai::cli {

void Years::add(Known known) {
  const About& about = known.report->about;
  if (!about.authority.empty() && about.year != 0) {
    known_[{about.authority, about.year}].push_back(std::move(known));
  }
}

const Years::Known* Years::before(const About& about) const {
  const auto found = about.year == 0 ? known_.end() : known_.find({about.authority, about.year - 1});
  if (found == known_.end()) {
    return nullptr;
  }
  const std::vector<Known>& all = found->second;
  const bool agree = std::all_of(all.begin(), all.end(), [&](const Known& other) {
    return static_cast<const Figures&>(*other.report) == *all.front().report;
  });
  return agree ? &all.front() : nullptr;
}

std::vector<const Years::Same*> Years::repeated() const {
  std::vector<const Same*> result;
  for (const Same& same : known_) {
    if (same.second.size() > 1) {
      result.push_back(&same);
    }
  }
  return result;
}

}  // namespace gongkai::cli
