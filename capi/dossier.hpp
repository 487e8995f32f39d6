// A dossier of the caller, looked through and made one of the core's.
#pragma once

#include "border.hpp"

namespace gongkai::capi {

inline const Reading* reading_of(const gk_reading* reading) {
  return reading != nullptr ? &reading->reading : nullptr;
}
inline const Report* report_of(const gk_report* report, const gk_reading* reading) {
  return reading != nullptr ? &reading->reading.report : report != nullptr ? report->data : nullptr;
}
std::vector<Child> children_argument(const gk_child* children, std::size_t count);

/// Points into the caller's objects, which it is needed no longer than.
class GivenDossier {
 public:
  GivenDossier(const gk_dossier* dossier, const char* name);
  const Dossier& operator*() const { return given_; }

 private:
  std::vector<Child> children_;
  Dossier given_;
};

}  // namespace gongkai::capi
