// The C functions that read, check and tell in one call, as JSON.
#include "border.hpp"
#include "gongkai/localize.hpp"
#include "gongkai/write.hpp"
#include "sharing.hpp"

namespace gongkai::capi {
namespace {

/// What gk_json_options says.
struct Telling {
  ReadOptions reading;
  Checking checking;
  CheckedParts parts;
  bool all_reports = false;
};

Telling json_options(const gk_json_options* options) {
  gk_json_options in = GK_JSON_OPTIONS_INIT;
  if (options != nullptr) {
    in = take(options, "options");
  }
  constexpr auto known = static_cast<std::uint32_t>(GK_TELL_COVERAGE | GK_TELL_REPORT | GK_TELL_READING);
  const auto tell = static_cast<std::uint32_t>(in.tell);
  if ((tell & ~known) != 0) {
    fail_argument("options.tell", "不是已知的常数", "is not a sum of known constants");
  }
  Telling result{read_options(in.reading), check_options(in.checking), {}, in.all_reports != 0};
  result.parts.coverage = (tell & GK_TELL_COVERAGE) != 0;
  result.parts.report = (tell & GK_TELL_REPORT) != 0;
  result.parts.reading = (tell & GK_TELL_READING) != 0;
  return result;
}

Result<std::vector<Reading>> read_as_told(std::string_view bytes, const Telling& how) {
  if (how.all_reports) {
    return read_all(bytes, how.reading.hints, how.reading.limits);
  }
  Result<Reading> first = read(bytes, how.reading.hints, how.reading.limits);
  if (!first) {
    return first.error();
  }
  std::vector<Reading> one;
  one.push_back(std::move(first).value());
  return one;
}

std::string told(const std::vector<Reading>& readings, const Telling& how) {
  std::vector<Assessment> assessments;
  std::vector<CheckedReport> reports;
  assessments.reserve(readings.size());
  for (const Reading& reading : readings) {
    assessments.push_back(check_and_locate({&reading.report, &reading}, how.checking.options));
    reports.push_back({&reading, &assessments.back()});
  }
  return checked_to_json(reports, how.parts);
}

}  // namespace
}  // namespace gongkai::capi

using namespace gongkai;
using namespace gongkai::capi;

gk_status gk_check_json(const void* bytes, size_t size, const gk_json_options* options, gk_buffer** out) {
  return guard([&] {
    need(out, "out");
    const Telling how = json_options(options);
    const std::vector<Reading> readings = value_or_fail(read_as_told(bytes_argument(bytes, size, "bytes"), how));
    put_buffer(out, [&] { return told(readings, how); });
  });
}

gk_status gk_inputs_check_json(const gk_input* inputs, size_t count, const gk_json_options* options,
                               const gk_batch_options* how, gk_buffer** out) {
  return guard([&] {
    need(out, "out");
    inputs_argument(inputs, count);
    const Telling telling = json_options(options);
    const How sharing = batch_options(how);
    if (sharing.keep_assessments || sharing.keep_readings) {
      fail_argument("how.keep", "在这里只能是GK_KEEP_NOTHING", "can be nothing but GK_KEEP_NOTHING here");
    }
    std::vector<std::string> lines(count);
    Sharing(count, 1).run(sharing.threads, [&] {
      return [&](std::size_t i) {
        const auto readings = read_as_told(bytes_argument(inputs[i].bytes, inputs[i].size, "inputs"), telling);
        lines[i] = readings ? told(readings.value(), telling) : checked_to_json(readings.error());
      };
    });
    put_buffer(out, [&] {
      std::string all;
      for (const std::string& line : lines) {
        all.append(line).push_back('\n');
      }
      return all;
    });
  });
}
