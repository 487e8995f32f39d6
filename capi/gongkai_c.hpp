// gongkai.h as classes that free themselves, for C++11 and later: what a host links whose compiler cannot build C++20.
//
// Header-only; needs gongkai.h and libgongkai.so.0, and nothing of the C++20 core. Every failure is a gk::Error. Texts
// and findings are copies, so nothing here points into the library. Contracts are those of gongkai.h.
//
//   gk::Reading reading = gk::Reading::read(bytes);
//   gk::Assessment assessment = reading.check();
//   for (std::size_t i = 0; i < assessment.size(); ++i) std::cout << assessment.message(i) << '\n';
#ifndef GONGKAI_C_HPP
#define GONGKAI_C_HPP

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <new>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "gongkai.h"

namespace gk {

/// Why a call failed: what() is the English message.
class Error : public std::runtime_error {
 public:
  explicit Error(const gk_error& error)
      : std::runtime_error(error.message_en.data),
        code_(error.code),
        message_zh_(error.message_zh.data, error.message_zh.size),
        place_(error.place),
        row_(error.row),
        cell_(error.cell) {}

  gk_status code() const { return code_; }
  const std::string& message_zh() const { return message_zh_; }
  const gk_place& place() const { return place_; }
  std::int64_t row() const { return row_; }    ///< of a batch, or -1
  std::int32_t cell() const { return cell_; }  ///< index, or -1

 private:
  gk_status code_;
  std::string message_zh_;
  gk_place place_;
  std::int64_t row_;
  std::int32_t cell_;
};

/// A number of a cell, or blank.
class Value {
 public:
  Value() : number_(0), is_blank_(true) {}
  Value(std::int64_t number) : number_(number), is_blank_(false) {}  // NOLINT(google-explicit-constructor)
  explicit Value(const gk_value& value) : number_(value.number), is_blank_(value.is_blank != 0) {}

  bool is_blank() const { return is_blank_; }
  std::int64_t number_or(std::int64_t fallback) const { return is_blank_ ? fallback : number_; }

 private:
  std::int64_t number_;
  bool is_blank_;
};

namespace detail {

inline void check(gk_status status) {
  if (status == GK_OK) {
    return;
  }
  gk_error error = GK_ERROR_INIT;
  gk_last_error(&error);
  if (error.code == GK_E_MEMORY) {
    throw std::bad_alloc();
  }
  throw Error(error);
}

inline std::string string_of(const gk_text& text) {
  return std::string(text.data, text.size);
}

struct Free {
  void operator()(gk_buffer* buffer) const { gk_buffer_free(buffer); }
  void operator()(gk_report* report) const { gk_report_free(report); }
  void operator()(gk_reading* reading) const { gk_reading_free(reading); }
  void operator()(gk_readings* readings) const { gk_readings_free(readings); }
  void operator()(gk_assessment* assessment) const { gk_assessment_free(assessment); }
  void operator()(gk_batch* batch) const { gk_batch_free(batch); }
};

/// The text that a call puts into a buffer: call(gk_buffer** out).
template <class F>
std::string text_of(F call) {
  gk_buffer* buffer = nullptr;
  check(call(&buffer));
  const std::unique_ptr<gk_buffer, Free> owner(buffer);
  gk_text text = {0, 0};
  check(gk_buffer_view(buffer, &text));
  return string_of(text);
}

}  // namespace detail

/// The release of the loaded library, as "0.1.0".
inline std::string version() {
  return gk_version();
}
/// The interface of the loaded library: compare it with GK_ABI_VERSION.
inline std::int32_t abi_version() {
  return gk_abi_version();
}
/// "GK_E_RANGE"
inline std::string status_name(gk_status status) {
  return gk_status_name(status);
}

/// What the form asks for and what must hold in it. Texts live as long as the library is loaded.
namespace catalog {

inline std::size_t cell_count() {
  return gk_cell_count();
}
inline gk_cell_info cell(std::size_t index) {
  gk_cell_info info = GK_CELL_INFO_INIT;
  detail::check(gk_cell_get(index, &info));
  return info;
}
/// The index of the cell with this key.
inline std::size_t find_cell(const std::string& key) {
  std::size_t index = 0;
  detail::check(gk_cell_find(key.c_str(), &index));
  return index;
}
inline std::string cells_json() {
  return detail::text_of([](gk_buffer** out) { return gk_cells_json(out); });
}
inline std::size_t rule_count() {
  return gk_rule_count();
}
inline gk_rule_info rule(std::size_t index) {
  gk_rule_info info = GK_RULE_INFO_INIT;
  detail::check(gk_rule_get(index, &info));
  return info;
}
/// The index of the rule with this id.
inline std::size_t find_rule(const std::string& id) {
  std::size_t index = 0;
  detail::check(gk_rule_find(id.c_str(), &index));
  return index;
}
inline std::string rules_json() {
  return detail::text_of([](gk_buffer** out) { return gk_rules_json(out); });
}
inline std::size_t edition_count() {
  return gk_edition_count();
}
inline gk_edition_info edition(std::size_t index) {
  gk_edition_info info = GK_EDITION_INFO_INIT;
  detail::check(gk_edition_get(index, &info));
  return info;
}
inline std::size_t field_count() {
  return gk_field_count();
}
inline gk_field_info field(std::size_t index) {
  gk_field_info info = GK_FIELD_INFO_INIT;
  detail::check(gk_field_get(index, &info));
  return info;
}
/// How many tables the form has: see Reading::table().
inline std::size_t table_count() {
  return gk_table_count();
}

}  // namespace catalog

/// Options of a check. Setters return the object, so that they can be chained.
class CheckOptions {
 public:
  CheckOptions& blanks(std::int32_t policy) { return blanks_ = policy, *this; }
  CheckOptions& language(std::int32_t language) { return language_ = language, *this; }
  CheckOptions& only(const std::string& rule) { return only_.push_back(rule), *this; }
  CheckOptions& skip(const std::string& rule) { return skip_.push_back(rule), *this; }
  CheckOptions& severity(const std::string& rule, std::int32_t severity) {
    return severities_.push_back(std::make_pair(rule, severity)), *this;
  }

  /// Calls f(const gk_check_options*); what that points to lives during the call.
  template <class F>
  void with(F f) const {
    std::vector<const char*> only, skip;
    std::vector<gk_severity_override> severities;
    for (std::size_t i = 0; i < only_.size(); ++i) {
      only.push_back(only_[i].c_str());
    }
    for (std::size_t i = 0; i < skip_.size(); ++i) {
      skip.push_back(skip_[i].c_str());
    }
    for (std::size_t i = 0; i < severities_.size(); ++i) {
      const gk_severity_override override = {severities_[i].first.c_str(), severities_[i].second, 0};
      severities.push_back(override);
    }
    gk_check_options options = GK_CHECK_OPTIONS_INIT;
    options.blanks = blanks_;
    options.language = language_;
    options.only = only.data();
    options.only_count = only.size();
    options.skip = skip.data();
    options.skip_count = skip.size();
    options.severities = severities.data();
    options.severity_count = severities.size();
    f(&options);
  }

 private:
  std::int32_t blanks_ = GK_BLANKS_AS_ZERO, language_ = GK_LANGUAGE_DEFAULT;
  std::vector<std::string> only_, skip_;
  std::vector<std::pair<std::string, std::int32_t>> severities_;
};

/// What a check found. Copies are the same assessment.
class Assessment {
 public:
  explicit Assessment(gk_assessment* owned) : handle_(owned, detail::Free()), own_(owned) {}

  gk_counts counts() const {
    gk_counts counts = GK_COUNTS_INIT;
    detail::check(gk_assessment_counts(handle_.get(), &counts));
    return counts;
  }
  std::size_t size() const { return counts().findings; }
  bool ok() const { return counts().errors == 0; }
  /// Its texts live as long as this.
  gk_finding finding(std::size_t index) const {
    gk_finding finding = GK_FINDING_INIT;
    detail::check(gk_assessment_finding(handle_.get(), index, &finding));
    return finding;
  }
  gk_finding_cell finding_cell(std::size_t index, std::size_t cell) const {
    gk_finding_cell result = GK_FINDING_CELL_INIT;
    detail::check(gk_assessment_finding_cell(handle_.get(), index, cell, &result));
    return result;
  }
  std::string message(std::size_t index, std::int32_t language = GK_LANGUAGE_DEFAULT) const {
    return detail::text_of([&](gk_buffer** out) { return gk_assessment_message(handle_.get(), index, language, out); });
  }
  std::string explanation(std::size_t index, std::int32_t language = GK_LANGUAGE_DEFAULT) const {
    return detail::text_of(
        [&](gk_buffer** out) { return gk_assessment_explanation(handle_.get(), index, language, out); });
  }
  gk_coverage coverage(std::size_t rule) const {
    gk_coverage coverage = GK_COVERAGE_INIT;
    detail::check(gk_assessment_coverage(handle_.get(), rule, &coverage));
    return coverage;
  }
  std::string json() const {
    return detail::text_of([&](gk_buffer** out) { return gk_assessment_json(handle_.get(), out); });
  }
  /// The same without the coverage.
  std::string findings_json() const {
    return detail::text_of([&](gk_buffer** out) { return gk_assessment_findings_json(handle_.get(), out); });
  }
  /// The report that was checked as an HTML page, with the findings marked.
  std::string html(const gk_report* report, std::int32_t language = GK_LANGUAGE_DEFAULT) const {
    return detail::text_of([&](gk_buffer** out) { return gk_assessment_html(handle_.get(), report, language, out); });
  }
  /// What was found for another program, in a format (GK_FINDINGS_).
  std::string write(std::int32_t format, const std::string& file = std::string(),
                    std::int32_t language = GK_LANGUAGE_DEFAULT) const {
    return detail::text_of(
        [&](gk_buffer** out) { return gk_assessment_write(handle_.get(), file.c_str(), format, language, out); });
  }
  /// Applies waivers (JSON) as of a day, and tells how many findings they accept. GK_E_ARGUMENT: it is of a batch.
  std::size_t waive(const std::string& json, std::int32_t year, std::int32_t month, std::int32_t day) {
    std::size_t accepted = 0;
    detail::check(gk_assessment_waive(own_, json.data(), json.size(), year, month, day, &accepted));
    return accepted;
  }
  const gk_assessment* get() const { return handle_.get(); }

 private:
  friend class Batch;
  explicit Assessment(std::shared_ptr<const gk_assessment> lent) : handle_(std::move(lent)), own_(nullptr) {}

  std::shared_ptr<const gk_assessment> handle_;
  gk_assessment* own_;  ///< null where it is lent
};

/// One report.
class Report {
 public:
  explicit Report(std::int32_t edition) {
    gk_report* report = nullptr;
    detail::check(gk_report_new(edition, &report));
    handle_.reset(report);
  }
  explicit Report(gk_report* owned) : handle_(owned) {}
  Report(const Report& other) : handle_(clone(other.get())) {}
  Report(Report&& other) noexcept : handle_(std::move(other.handle_)) {}
  Report& operator=(Report other) noexcept { return handle_.swap(other.handle_), *this; }
  ~Report() = default;

  static Report from_json(const std::string& json) {
    gk_report* report = nullptr;
    detail::check(gk_report_from_json(json.data(), json.size(), &report));
    return Report(report);
  }
  static Report copy_of(const gk_report* lent) { return Report(clone(lent)); }

  Value get(std::size_t cell) const {
    gk_value value = {0, 0, 0};
    detail::check(gk_report_get(handle_.get(), cell, &value));
    return Value(value);
  }
  void set(std::size_t cell, const Value& value) {
    detail::check(value.is_blank() ? gk_report_set_blank(handle_.get(), cell)
                                   : gk_report_set(handle_.get(), cell, value.number_or(0)));
  }
  /// All cells, in the order of the catalogue.
  std::vector<Value> row() const {
    std::vector<std::int64_t> numbers(gk_cell_count());
    std::vector<std::uint8_t> blanks(numbers.size());
    detail::check(gk_report_get_row(handle_.get(), numbers.data(), blanks.data()));
    std::vector<Value> row;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      row.push_back(blanks[i] != 0 ? Value() : Value(numbers[i]));
    }
    return row;
  }
  /// Sets all cells. std::invalid_argument: the row has not catalog::cell_count() values.
  void set_row(const std::vector<Value>& row) {
    if (row.size() != gk_cell_count()) {
      throw std::invalid_argument("a row has one value for each cell");
    }
    std::vector<std::int64_t> numbers;
    std::vector<std::uint8_t> blanks;
    for (std::size_t i = 0; i < row.size(); ++i) {
      numbers.push_back(row[i].number_or(0));
      blanks.push_back(row[i].is_blank() ? 1 : 0);
    }
    detail::check(gk_report_set_row(handle_.get(), numbers.data(), blanks.data()));
  }
  Value get(const std::string& key) const {
    gk_value value = {0, 0, 0};
    detail::check(gk_report_get_by_key(handle_.get(), key.c_str(), &value));
    return Value(value);
  }
  void set(const std::string& key, const Value& value) {
    detail::check(value.is_blank() ? gk_report_set_blank_by_key(handle_.get(), key.c_str())
                                   : gk_report_set_by_key(handle_.get(), key.c_str(), value.number_or(0)));
  }
  std::string text(const std::string& key) const {
    gk_text text = {0, 0};
    detail::check(gk_report_get_text(handle_.get(), key.c_str(), &text));
    return detail::string_of(text);
  }
  void set_text(const std::string& key, const std::string& text) {
    detail::check(gk_report_set_text(handle_.get(), key.c_str(), text.data(), text.size()));
  }
  /// Its authority lives until the report is changed.
  gk_about about() const {
    gk_about about = GK_ABOUT_INIT;
    detail::check(gk_report_get_about(handle_.get(), &about));
    return about;
  }
  void set_about(const gk_about& about) { detail::check(gk_report_set_about(handle_.get(), &about)); }
  Assessment check(const CheckOptions& options = CheckOptions()) const {
    gk_assessment* assessment = nullptr;
    options.with([&](const gk_check_options* how) { detail::check(gk_report_check(handle_.get(), how, &assessment)); });
    return Assessment(assessment);
  }
  std::string json() const {
    return detail::text_of([&](gk_buffer** out) { return gk_report_json(handle_.get(), out); });
  }
  /// Written in a format (GK_WRITE_).
  std::string write(std::int32_t format, std::int32_t language = GK_LANGUAGE_DEFAULT) const {
    return detail::text_of([&](gk_buffer** out) { return gk_report_write(handle_.get(), format, language, out); });
  }
  /// A Word document of one's own, filled in.
  std::string fill_docx(const std::string& bytes) const {
    return detail::text_of(
        [&](gk_buffer** out) { return gk_report_fill_docx(handle_.get(), bytes.data(), bytes.size(), out); });
  }
  gk_report* get() { return handle_.get(); }
  const gk_report* get() const { return handle_.get(); }

 private:
  static gk_report* clone(const gk_report* from) {
    gk_report* report = nullptr;
    detail::check(gk_report_clone(from, &report));
    return report;
  }
  std::unique_ptr<gk_report, detail::Free> handle_;
};

/// A report as it was read from a document. Copies share what was read.
class Reading {
 public:
  explicit Reading(gk_reading* owned) : handle_(owned, detail::Free()) {}

  static Reading read(const void* bytes, std::size_t size, const gk_read_options* options = nullptr) {
    gk_reading* reading = nullptr;
    detail::check(gk_read(bytes, size, options, &reading));
    return Reading(reading);
  }
  static Reading read(const std::string& bytes, const gk_read_options* options = nullptr) {
    return read(bytes.data(), bytes.size(), options);
  }

  /// Every report in the bytes.
  static std::vector<Reading> read_all(const std::string& bytes, const gk_read_options* options = nullptr) {
    gk_readings* owned = nullptr;
    detail::check(gk_read_all(bytes.data(), bytes.size(), options, &owned));
    const std::shared_ptr<gk_readings> all(owned, detail::Free());
    std::size_t count = 0;
    detail::check(gk_readings_count(owned, &count));
    std::vector<Reading> readings;
    for (std::size_t i = 0; i < count; ++i) {
      const gk_reading* lent = nullptr;
      detail::check(gk_readings_get(owned, i, &lent));
      readings.push_back(Reading(std::shared_ptr<const gk_reading>(all, lent)));
    }
    return readings;
  }

  /// A copy of the report.
  Report report() const {
    const gk_report* lent = nullptr;
    detail::check(gk_reading_report(handle_.get(), &lent));
    return Report::copy_of(lent);
  }
  /// A copy in which one cell is corrected, and all else that is known of the document stays known.
  Reading corrected(std::size_t cell, const Value& value) const {
    gk_reading* owned = nullptr;
    detail::check(gk_reading_clone(handle_.get(), &owned));
    Reading copy(owned);
    gk_report* lent = nullptr;
    detail::check(gk_reading_edit(owned, &lent));
    detail::check(value.is_blank() ? gk_report_set_blank(lent, cell) : gk_report_set(lent, cell, value.number_or(0)));
    return copy;
  }
  gk_reading_info info() const {
    gk_reading_info info = GK_READING_INFO_INIT;
    detail::check(gk_reading_get_info(handle_.get(), &info));
    return info;
  }
  gk_table_summary table(std::size_t index) const {
    gk_table_summary table = GK_TABLE_SUMMARY_INIT;
    detail::check(gk_reading_table(handle_.get(), index, &table));
    return table;
  }
  /// Its text lives as long as this.
  gk_source source(std::size_t cell) const {
    gk_source source = GK_SOURCE_INIT;
    detail::check(gk_reading_source(handle_.get(), cell, &source));
    return source;
  }
  std::size_t note_count() const {
    std::size_t count = 0;
    detail::check(gk_reading_note_count(handle_.get(), &count));
    return count;
  }
  /// Its texts live as long as this.
  gk_note note(std::size_t index) const {
    gk_note note = GK_NOTE_INIT;
    detail::check(gk_reading_note(handle_.get(), index, &note));
    return note;
  }
  /// Every note in words.
  std::vector<std::string> notes(std::int32_t language = GK_LANGUAGE_DEFAULT) const {
    std::vector<std::string> notes;
    for (std::size_t i = 0, count = note_count(); i < count; ++i) {
      notes.push_back(
          detail::text_of([&](gk_buffer** out) { return gk_reading_note_message(handle_.get(), i, language, out); }));
    }
    return notes;
  }
  Assessment check(const CheckOptions& options = CheckOptions()) const {
    gk_assessment* assessment = nullptr;
    options.with(
        [&](const gk_check_options* how) { detail::check(gk_reading_check(handle_.get(), how, &assessment)); });
    return Assessment(assessment);
  }
  std::string json() const {
    return detail::text_of([&](gk_buffer** out) { return gk_reading_json(handle_.get(), out); });
  }
  const gk_reading* get() const { return handle_.get(); }

 private:
  friend class Batch;
  explicit Reading(std::shared_ptr<const gk_reading> shared) : handle_(std::move(shared)) {}
  std::shared_ptr<const gk_reading> handle_;
};

/// A report and what stands beside it. What is given must outlive this.
class Dossier {
 public:
  explicit Dossier(const Report& report) { dossier_.report = report.get(); }
  explicit Dossier(const Reading& reading) { dossier_.reading = reading.get(); }

  Dossier& previous(const Report& report) { return dossier_.previous = report.get(), *this; }
  Dossier& previous(const Reading& reading) { return dossier_.previous_reading = reading.get(), *this; }
  Dossier& child(const std::string& name, const Report& report) { return add(name, report.get(), nullptr, 0); }
  Dossier& child(const std::string& name, const Reading& reading) { return add(name, nullptr, reading.get(), 0); }
  /// A body of which there is no report, and why (GK_GAP_).
  Dossier& child_without_report(const std::string& name, std::int32_t gap) { return add(name, nullptr, nullptr, gap); }
  Dossier& children_are_complete() { return dossier_.children_are_complete = 1, *this; }

  Assessment check(const CheckOptions& options = CheckOptions()) const {
    gk_assessment* assessment = nullptr;
    const Parts parts(*this);
    options.with(
        [&](const gk_check_options* how) { detail::check(gk_dossier_check(&parts.dossier, how, &assessment)); });
    return Assessment(assessment);
  }
  std::string localize_json(std::int32_t blanks = GK_BLANKS_AS_ZERO) const {
    const Parts parts(*this);
    return detail::text_of([&](gk_buffer** out) { return gk_dossier_localize_json(&parts.dossier, blanks, out); });
  }
  std::string why(std::int32_t blanks = GK_BLANKS_AS_ZERO, std::int32_t language = GK_LANGUAGE_DEFAULT) const {
    const Parts parts(*this);
    return detail::text_of([&](gk_buffer** out) { return gk_dossier_why(&parts.dossier, blanks, language, out); });
  }
  /// What differs from this to a later version.
  std::string diff_json(const Dossier& after, const CheckOptions& options = CheckOptions()) const {
    const Parts first(*this), second(after);
    std::string json;
    options.with([&](const gk_check_options* how) {
      json = detail::text_of(
          [&](gk_buffer** out) { return gk_dossier_diff_json(&first.dossier, &second.dossier, how, out); });
    });
    return json;
  }
  /// The total of the children; what could not be added is put into `rest` as JSON.
  Report rollup(const gk_rollup_options* options = nullptr, std::string* rest = nullptr) const {
    gk_report* total = nullptr;
    gk_buffer* json = nullptr;
    const Parts parts(*this);
    detail::check(
        gk_rollup(parts.children.data(), parts.children.size(), options, &total, rest == nullptr ? nullptr : &json));
    Report result(total);
    if (rest != nullptr) {
      *rest = detail::text_of([&](gk_buffer** out) { return *out = json, GK_OK; });
    }
    return result;
  }

 private:
  Dossier& add(const std::string& name, const gk_report* report, const gk_reading* reading, std::int32_t gap) {
    const gk_child child = {nullptr, report, reading, gap, 0};
    names_.push_back(name);
    children_.push_back(child);
    return *this;
  }

  /// The structs that point into a dossier, for one call.
  struct Parts {
    explicit Parts(const Dossier& from) : children(from.children_), dossier(from.dossier_) {
      for (std::size_t i = 0; i < children.size(); ++i) {
        children[i].name = from.names_[i].c_str();
      }
      dossier.children = children.data();
      dossier.child_count = children.size();
    }
    std::vector<gk_child> children;
    gk_dossier dossier;
  };

  gk_dossier dossier_ = GK_DOSSIER_INIT;
  std::vector<std::string> names_;
  std::vector<gk_child> children_;
};

/// The results of many reports checked in one call.
class Batch {
 public:
  explicit Batch(gk_batch* owned) : handle_(owned, detail::Free()) {}

  static Batch check(const gk_rows& rows, const CheckOptions& options = CheckOptions(),
                     const gk_batch_options* how = nullptr) {
    gk_batch* batch = nullptr;
    options.with([&](const gk_check_options* checking) { detail::check(gk_rows_check(&rows, checking, how, &batch)); });
    return Batch(batch);
  }
  static Batch check(const std::vector<gk_input>& inputs, const CheckOptions& options = CheckOptions(),
                     const gk_batch_options* how = nullptr, const gk_read_options* reading = nullptr) {
    gk_batch* batch = nullptr;
    options.with([&](const gk_check_options* checking) {
      detail::check(gk_inputs_check(inputs.data(), inputs.size(), reading, checking, how, &batch));
    });
    return Batch(batch);
  }
  /// Each with what stands beside it; what the structs point to must live during the call.
  static Batch check(const std::vector<gk_dossier>& dossiers, const CheckOptions& options = CheckOptions(),
                     const gk_batch_options* how = nullptr) {
    gk_batch* batch = nullptr;
    options.with([&](const gk_check_options* checking) {
      detail::check(gk_dossiers_check(dossiers.data(), dossiers.size(), checking, how, &batch));
    });
    return Batch(batch);
  }

  std::size_t size() const {
    std::size_t count = 0;
    detail::check(gk_batch_count(handle_.get(), &count));
    return count;
  }
  /// An array of size(), which lives as long as this.
  const gk_summary* summaries() const {
    const gk_summary* summaries = nullptr;
    detail::check(gk_batch_summaries(handle_.get(), &summaries));
    return summaries;
  }
  /// Why an input could not be read; code is GK_OK where it could. Its texts live as long as this.
  gk_error error(std::size_t index) const {
    gk_error error = GK_ERROR_INIT;
    detail::check(gk_batch_error(handle_.get(), index, &error));
    return error;
  }
  /// What was found in a report, where GK_KEEP_ASSESSMENTS was asked for. It keeps the batch alive.
  Assessment assessment(std::size_t index) const {
    const gk_assessment* lent = nullptr;
    detail::check(gk_batch_assessment(handle_.get(), index, &lent));
    return Assessment(std::shared_ptr<const gk_assessment>(handle_, lent));
  }
  /// A report as it was read, where GK_KEEP_READINGS was asked for. It keeps the batch alive.
  Reading reading(std::size_t index) const {
    const gk_reading* lent = nullptr;
    detail::check(gk_batch_reading(handle_.get(), index, &lent));
    return Reading(std::shared_ptr<const gk_reading>(handle_, lent));
  }
  /// The results, and what was found in them, as columns; what is exported outlives this.
  void export_reports(ArrowSchema* schema, ArrowArray* array, const gk_export_options* options = nullptr) const {
    detail::check(gk_batch_export_reports(handle_.get(), options, schema, array));
  }
  void export_findings(ArrowSchema* schema, ArrowArray* array, const gk_export_options* options = nullptr) const {
    detail::check(gk_batch_export_findings(handle_.get(), options, schema, array));
  }
  const gk_batch* get() const { return handle_.get(); }

 private:
  std::shared_ptr<gk_batch> handle_;
};

/// Reads, checks and tells in one call: JSON on one line, schema "gongkai.checked/1".
inline std::string check_json(const void* bytes, std::size_t size, const gk_json_options* options = nullptr) {
  return detail::text_of([&](gk_buffer** out) { return gk_check_json(bytes, size, options, out); });
}
inline std::string check_json(const std::string& bytes, const gk_json_options* options = nullptr) {
  return check_json(bytes.data(), bytes.size(), options);
}
/// The same of many inputs: a line for each, in their order, also of those that cannot be read.
inline std::string check_json(const std::vector<gk_input>& inputs, const gk_json_options* options = nullptr,
                              const gk_batch_options* how = nullptr) {
  return detail::text_of(
      [&](gk_buffer** out) { return gk_inputs_check_json(inputs.data(), inputs.size(), options, how, out); });
}

}  // namespace gk

#endif  // GONGKAI_C_HPP
