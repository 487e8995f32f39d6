// The C functions that read and check many reports in one call, on several threads.
#include "batch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "dossier.hpp"
#include "gongkai/localize.hpp"
#include "platform/system.hpp"
#include "sharing.hpp"

namespace gongkai::capi {

void set_row(Figures& figures, const std::int64_t* numbers, const std::uint8_t* blanks, std::int64_t row) {
  // Numbers from -sure up to sure are surely in range. With sure added each is below twice that, and so are the bits of
  // all together; only where they are not is the row looked at cell by cell.
  constexpr std::uint64_t sure = std::uint64_t{1} << 49U;
  static_assert(sure < Count::limit && sure < Money::limit);
  std::uint64_t bits = 0;
  static_assert(sizeof figures == cell_count * sizeof(std::int64_t));
  auto* const out = reinterpret_cast<std::byte*>(&figures);
  const auto put = [out](std::size_t cell, const std::int64_t* from, std::size_t count) {
    std::memcpy(out + cell * sizeof *from, from, count * sizeof *from);
  };
  const auto copy_each = [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      const bool is_blank = blanks != nullptr && blanks[i] != 0;
      const std::int64_t raw = is_blank ? Reported::blank_raw : numbers[i];
      put(i, &raw, 1);
      bits |= is_blank ? 0 : static_cast<std::uint64_t>(raw) + sure;
    }
  };
  // Eight at a time: blanks mostly stand together, and eight of one kind need no look at each.
  constexpr std::size_t group = sizeof(std::uint64_t);
  constexpr std::uint64_t all_blank = 0x0101010101010101U;
  constexpr auto eight_blanks = [] {
    std::array<std::int64_t, group> blank{};
    blank.fill(Reported::blank_raw);
    return blank;
  }();
  std::size_t i = 0;
  for (; i + group <= cell_count; i += group) {
    std::uint64_t mask = 0;
    if (blanks != nullptr) {
      std::memcpy(&mask, blanks + i, sizeof mask);
    }
    if (mask == 0) {
      std::array<std::int64_t, group> eight;
      std::memcpy(eight.data(), numbers + i, sizeof eight);
      put(i, eight.data(), group);
      for (const std::int64_t number : eight) {
        bits |= static_cast<std::uint64_t>(number) + sure;
      }
    } else if (mask == all_blank) {
      put(i, eight_blanks.data(), group);
    } else {
      copy_each(i, i + group);
    }
  }
  copy_each(i, cell_count);
  if (bits >= 2 * sure) {
    for (std::size_t cell = 0; cell < cell_count; ++cell) {
      if ((blanks == nullptr || blanks[cell] == 0) && !fits(cells[cell], numbers[cell])) {
        fail_range(cell, numbers[cell], row);
      }
    }
  }
}

constexpr std::size_t most_threads = 256;

How batch_options(const gk_batch_options* options) {
  gk_batch_options in = GK_BATCH_OPTIONS_INIT;
  if (options != nullptr) {
    in = take(options, "how");
  }
  if (in.threads < 0) {
    fail_argument("how.threads", "不能是负数", "must not be negative");
  }
  if (in.keep < 0 || in.keep > (GK_KEEP_ASSESSMENTS | GK_KEEP_READINGS)) {
    fail_argument("how.keep", "不是已知的常数", "is not a sum of known constants");
  }
  const auto keep = static_cast<unsigned>(in.keep);
  return {std::min(in.threads == 0 ? platform::processors() : static_cast<std::size_t>(in.threads), most_threads),
          (keep & GK_KEEP_ASSESSMENTS) != 0, (keep & GK_KEEP_READINGS) != 0};
}

void inputs_argument(const gk_input* inputs, std::size_t count) {
  if (count > std::numeric_limits<std::size_t>::max() / sizeof(gk_input)) {
    fail_argument("count", "过大", "is too large");
  }
  for (std::size_t i = 0; i < count; ++i) {
    const gk_input& input = (&need(inputs, "inputs"))[i];
    bytes_argument(input.bytes, input.size, "inputs");
  }
}

namespace {

gk_summary summary_of(const Assessment& assessment) {
  std::array<uint32_t, 3> counts{};
  for (const Finding& finding : assessment.findings) {
    ++counts[static_cast<std::size_t>(finding.severity)];
  }
  return {GK_OK, counts[GK_SEVERITY_ERROR], counts[GK_SEVERITY_WARNING], counts[GK_SEVERITY_INFO]};
}

void assess(const Dossier& dossier, const Checking& checking, gk_batch& batch, std::size_t index) {
  // Where only the counts are wanted, nobody asks which cell it is.
  Assessment assessment =
      batch.assessments.empty() ? check(dossier, checking.options) : check_and_locate(dossier, checking.options);
  batch.summaries[index] = summary_of(assessment);
  if (!batch.assessments.empty()) {
    batch.assessments[index] =
        std::make_unique<gk_assessment>(gk_assessment{std::move(assessment), dossier.report->about, checking.language});
  }
}

/// What gk_rows says, looked through.
gk_rows rows_argument(const gk_rows* input) {
  gk_rows in = take(input, "rows");
  if (in.stride == 0) {
    in.stride = cell_count;
  }
  if (in.stride < cell_count) {
    fail_argument("rows.stride", "小于gk_cell_count()", "is less than gk_cell_count()");
  }
  if (in.count > std::numeric_limits<std::size_t>::max() / sizeof(std::int64_t) / in.stride) {
    fail_argument("rows.count", "过大", "is too large");
  }
  if (in.count != 0) {
    need(in.cells, "rows.cells");
  }
  edition_argument(in.edition);
  if (!is_year_or_0(in.year)) {
    fail_argument("rows.year", "不是年份", "is no year");
  }
  for (std::size_t i = 0; i < in.count && in.editions != nullptr; ++i) {
    edition_argument(in.editions[i]);
  }
  for (std::size_t i = 0; i < in.count && in.years != nullptr; ++i) {
    if (!is_year_or_0(in.years[i])) {
      fail_argument("rows.years", "有不是年份的数", "has a number that is no year");
    }
  }
  return in;
}

constexpr std::size_t rows_at_a_time = 64;

const gk_batch& result_argument(const gk_batch* batch, std::size_t index) {
  const gk_batch& from = need(batch, "batch");
  if (index >= from.summaries.size()) {
    fail_index("结果", "result", index, from.summaries.size());
  }
  return from;
}

template <class T>
const T* kept(const std::vector<std::unique_ptr<T>>& results, std::size_t index) {
  if (results.empty() || results[index] == nullptr) {
    fail(GK_E_NOT_FOUND, fmt::format("没有保留第{}个结果的这一内容。", index),
         fmt::format("This was not kept for result {}.", index));
  }
  return results[index].get();
}

}  // namespace
}  // namespace gongkai::capi

using namespace gongkai;
using namespace gongkai::capi;

gk_status gk_rows_check(const gk_rows* input, const gk_check_options* options, const gk_batch_options* how,
                        gk_batch** out) {
  return guard([&] {
    need(out, "out");
    const gk_rows in = rows_argument(input);
    const Checking checking = check_options(options);
    const How sharing = batch_options(how);
    auto batch = std::make_unique<gk_batch>();
    batch->summaries.resize(in.count);
    batch->assessments.resize(sharing.keep_assessments ? in.count : 0);
    Sharing(in.count, rows_at_a_time).run(sharing.threads, [&] {
      return [&, report = Report()](std::size_t i) mutable {
        set_row(report, in.cells + i * in.stride, in.blanks == nullptr ? nullptr : in.blanks + i * in.stride,
                static_cast<std::int64_t>(i));
        report.about.edition = static_cast<Edition>(in.editions == nullptr ? in.edition : in.editions[i]);
        report.about.year = in.years == nullptr ? in.year : in.years[i];
        assess({&report, nullptr}, checking, *batch, i);
      };
    });
    *out = batch.release();
  });
}

gk_status gk_inputs_check(const gk_input* inputs, size_t count, const gk_read_options* reading,
                          const gk_check_options* options, const gk_batch_options* how, gk_batch** out) {
  return guard([&] {
    need(out, "out");
    inputs_argument(inputs, count);
    const ReadOptions read_how = read_options(reading);
    const Checking checking = check_options(options);
    const How sharing = batch_options(how);
    auto batch = std::make_unique<gk_batch>();
    batch->summaries.resize(count);
    batch->failures.resize(count);
    batch->assessments.resize(sharing.keep_assessments ? count : 0);
    batch->readings.resize(sharing.keep_readings ? count : 0);
    Sharing(count, 1).run(sharing.threads, [&] {
      return [&](std::size_t i) {
        Result<Reading> result =
            read(bytes_argument(inputs[i].bytes, inputs[i].size, "inputs"), read_how.hints, read_how.limits);
        if (!result) {
          batch->failures[i] = std::make_unique<Failure>(failure_of(result.error()));
          batch->failures[i]->row = static_cast<std::int64_t>(i);
          batch->summaries[i].status = batch->failures[i]->status;
          return;
        }
        assess({&result->report, &result.value()}, checking, *batch, i);
        if (sharing.keep_readings) {
          batch->readings[i] = std::make_unique<gk_reading>(std::move(result).value());
        }
      };
    });
    *out = batch.release();
  });
}

gk_status gk_dossiers_check(const gk_dossier* dossiers, size_t count, const gk_check_options* options,
                            const gk_batch_options* how, gk_batch** out) {
  return guard([&] {
    need(out, "out");
    const Checking checking = check_options(options);
    const How sharing = batch_options(how);
    // The caller's dossiers may be shorter or longer than ours: the first one says how far it is to the next.
    const std::size_t size = count == 0 ? 0 : need(dossiers, "dossiers").struct_size;
    const auto* const first = reinterpret_cast<const unsigned char*>(dossiers);
    if (count > std::numeric_limits<std::size_t>::max() / longest_struct) {
      fail_argument("count", "过大", "is too large");
    }
    std::vector<GivenDossier> given;
    given.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
      const auto* const dossier = reinterpret_cast<const gk_dossier*>(first + i * size);
      check_size(dossier, "dossiers");
      if (dossier->struct_size != size) {
        fail_argument("dossiers", "各项的struct_size不一", "have different struct_size");
      }
      given.emplace_back(dossier, "dossiers");
    }
    auto batch = std::make_unique<gk_batch>();
    batch->summaries.resize(count);
    batch->assessments.resize(sharing.keep_assessments ? count : 0);
    Sharing(count, 1).run(sharing.threads,
                          [&] { return [&](std::size_t i) { assess(*given[i], checking, *batch, i); }; });
    *out = batch.release();
  });
}

void gk_batch_free(gk_batch* batch) {
  delete batch;
}

gk_status gk_batch_count(const gk_batch* batch, size_t* out) {
  return guard([&] { need(out, "out") = need(batch, "batch").summaries.size(); });
}

gk_status gk_batch_summaries(const gk_batch* batch, const gk_summary** out) {
  return guard([&] {
    need(out, "out");
    *out = need(batch, "batch").summaries.data();
  });
}

gk_status gk_batch_error(const gk_batch* batch, size_t index, gk_error* out) {
  return guard([&] {
    const gk_batch& from = result_argument(batch, index);
    if (from.failures.empty() || from.failures[index] == nullptr) {
      put(gk_error{sizeof(gk_error), GK_OK, -1, -1, {"", 0}, {"", 0}, {}}, out);
    } else {
      put(error_of(*from.failures[index]), out);
    }
  });
}

gk_status gk_batch_assessment(const gk_batch* batch, size_t index, const gk_assessment** out) {
  return guard([&] { need(out, "out") = kept(result_argument(batch, index).assessments, index); });
}

gk_status gk_batch_reading(const gk_batch* batch, size_t index, const gk_reading** out) {
  return guard([&] { need(out, "out") = kept(result_argument(batch, index).readings, index); });
}
