// What a batch keeps.
#pragma once

#include "border.hpp"

struct gk_batch {
  std::vector<gk_summary> summaries;
  // Empty where they are not kept; else one for each result, some of them null.
  std::vector<std::unique_ptr<gk_assessment>> assessments;
  std::vector<std::unique_ptr<gk_reading>> readings;
  std::vector<std::unique_ptr<gongkai::capi::Failure>> failures;
};
