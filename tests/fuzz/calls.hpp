// Bytes -> a sequence of calls of the C interface, on objects that earlier calls of it made.
#pragma once

#include <array>
#include <cstring>
#include <string>
#include <string_view>

#include "fuzz/bytes_to_report.hpp"
#include "fuzz/promises.hpp"
#include "gongkai.h"

namespace gongkai::fuzz {

/// What the calls have made so far: at most one of each kind, and none where a call failed.
class Calls {
 public:
  explicit Calls(std::string_view bytes) : bytes_{bytes} {}
  Calls(const Calls&) = delete;
  Calls& operator=(const Calls&) = delete;
  ~Calls() {
    gk_buffer_free(buffer_);
    gk_assessment_free(assessment_);
    gk_batch_free(batch_);
    gk_readings_free(readings_);
    gk_reading_free(reading_);
    gk_report_free(report_);
  }

  void run() {
    constexpr int most = 40;
    for (int i = 0; i < most && !bytes_.rest.empty(); ++i) {
      constexpr std::uint8_t kinds = 5;
      const std::uint8_t which = bytes_.byte();
      switch (which % kinds) {
        case 0:
          figures(which / kinds);
          break;
        case 1:
          readings(which / kinds);
          break;
        case 2:
          checks(which / kinds);
          break;
        case 3:
          writes(which / kinds);
          break;
        default:
          batches(which / kinds);
      }
    }
  }

 private:
  /// A failure has a name and a sentence in both languages; a success has left none.
  static bool told(gk_status status) {
    gk_error error = GK_ERROR_INIT;
    promise(gk_last_error(&error) == GK_OK && error.code == status, "the last error is that of the last call");
    promise(std::string_view(gk_status_name(status)) != "GK_E_?", "a status has a name");
    promise((status == GK_OK) == (error.message_zh.size == 0), "a failure says why");
    promise(
        is_utf8({error.message_zh.data, error.message_zh.size}) && error.message_zh.data[error.message_zh.size] == 0,
        "texts are UTF-8 and end in a NUL");
    promise(status != GK_E_INTERNAL && status != GK_E_MEMORY, "no call fails of itself");
    return status == GK_OK;
  }

  template <class T, class Free, class Make>
  void make(T*& object, Free free_object, Make call) {
    T* made = nullptr;
    if (told(call(&made))) {
      free_object(object);
      object = made;
    } else {
      promise(made == nullptr, "out is untouched by a failure");
    }
  }
  template <class Make>
  void make_buffer(Make call) {
    make(buffer_, gk_buffer_free, call);
    gk_text text = GK_NO_TEXT;
    if (buffer_ != nullptr) {
      promise(gk_buffer_view(buffer_, &text) == GK_OK && text.data[text.size] == 0, "a buffer ends in a NUL");
    }
  }

  std::string text() { return std::string(bytes_.text()); }
  const char* key() {
    gk_cell_info info = GK_CELL_INFO_INIT;
    return gk_cell_get(bytes_.byte(), &info) == GK_OK ? info.key.data : "requests.recieved.total";
  }

  void figures(unsigned which) {
    const std::size_t index = bytes_.byte();
    gk_value value = GK_NO_VALUE;
    switch (which % 10) {
      case 0:
        make(report_, gk_report_free, [&](gk_report** out) { return gk_report_new(bytes_.byte() % 4, out); });
        break;
      case 1:
        told(gk_report_set(report_, index, bytes_.number()));
        break;
      case 2:
        told(gk_report_set_by_key(report_, key(), bytes_.byte()));
        break;
      case 3:
        told(gk_report_set_blank(report_, index));
        break;
      case 4:
        told(gk_report_get(report_, index, &value));
        promise(value.is_blank == 0 || value.number == 0, "a blank has no number");
        break;
      case 5:
        told(gk_report_set_text(report_, "narrative.overview", bytes_.rest.data(), bytes_.rest.size()));
        break;
      case 6:
        make(report_, gk_report_free, [&](gk_report** out) { return gk_report_clone(report_, out); });
        break;
      case 7:
        make(report_, gk_report_free, [&](gk_report** out) {
          const std::string json = text();
          return gk_report_from_json(json.data(), json.size(), out);
        });
        break;
      case 8:
        row();
        break;
      default:
        about();
    }
  }

  void row() {
    if (report_ == nullptr) {
      return;
    }
    std::array<std::int64_t, cell_count> numbers{}, after{};
    std::array<std::uint8_t, cell_count> blanks{};
    promise(gk_cell_count() == cell_count && told(gk_report_get_row(report_, numbers.data(), blanks.data())),
            "a row is got");
    gk_value value = GK_NO_VALUE;
    for (std::size_t i = 0; i < cell_count; ++i) {
      promise(gk_report_get(report_, i, &value) == GK_OK && value.is_blank == blanks[i] && value.number == numbers[i],
              "a row is the cells");
    }
    numbers[bytes_.byte() % cell_count] = bytes_.number();
    if (told(gk_report_set_row(report_, numbers.data(), blanks.data()))) {
      promise(told(gk_report_get_row(report_, after.data(), blanks.data())), "a row is got");
      for (std::size_t i = 0; i < cell_count; ++i) {
        promise(after[i] == (blanks[i] != 0 ? 0 : numbers[i]), "a row is what was set");
      }
    }
  }

  void about() {
    gk_about about = GK_ABOUT_INIT;
    if (told(gk_report_get_about(report_, &about))) {
      about.year = static_cast<std::int32_t>(bytes_.number() % 12'000);
      about.level = bytes_.byte() % 8;
      about.kind = bytes_.byte() % 8;
      about.edition = bytes_.byte() % 4;
      about.publication_year = bytes_.byte() % 2 == 0 ? 0 : about.year + 1;
      about.publication_month = bytes_.byte() % 14;
      about.publication_day = bytes_.byte() % 33;
      told(gk_report_set_about(report_, &about));
    }
  }

  void readings(unsigned which) {
    gk_read_options options = GK_READ_OPTIONS_INIT;
    options.max_cells = bytes_.byte();
    options.year = bytes_.byte() % 2 == 0 ? 0 : 2023;
    options.no_inference = bytes_.byte() % 2;
    const std::string_view input = bytes_.rest;
    const gk_report* lent = nullptr;
    gk_report* edited = nullptr;
    const gk_reading* first = nullptr;
    gk_source source = GK_SOURCE_INIT;
    gk_note note = GK_NOTE_INIT;
    switch (which % 8) {
      case 0:
        make(reading_, gk_reading_free,
             [&](gk_reading** out) { return gk_read(input.data(), input.size(), &options, out); });
        break;
      case 1:
        make(readings_, gk_readings_free,
             [&](gk_readings** out) { return gk_read_all(input.data(), input.size(), nullptr, out); });
        break;
      case 2:
        if (told(gk_readings_get(readings_, bytes_.byte() % 3, &first))) {
          make(reading_, gk_reading_free, [&](gk_reading** out) { return gk_reading_clone(first, out); });
        }
        break;
      case 3:
        if (told(gk_reading_report(reading_, &lent))) {
          make(report_, gk_report_free, [&](gk_report** out) { return gk_report_clone(lent, out); });
        }
        break;
      case 4:
        if (told(gk_reading_edit(reading_, &edited))) {
          told(gk_report_set(edited, bytes_.byte(), bytes_.byte()));
        }
        break;
      case 5:
        told(gk_reading_source(reading_, bytes_.byte(), &source));
        break;
      case 6:
        told(gk_reading_note(reading_, bytes_.byte() % 4, &note));
        break;
      default:
        make_buffer([&](gk_buffer** out) { return gk_reading_note_message(reading_, 0, bytes_.byte() % 4, out); });
    }
  }

  void checks(unsigned which) {
    const char* const only[] = {"requests.", "value", "nothing"};
    gk_check_options options = GK_CHECK_OPTIONS_INIT;
    options.blanks = bytes_.byte() % 3;
    options.only = only;
    options.only_count = bytes_.byte() % 4;
    const std::size_t index = bytes_.byte() % 8;
    gk_finding finding = GK_FINDING_INIT;
    gk_finding_cell cell = GK_FINDING_CELL_INIT;
    gk_coverage coverage = GK_COVERAGE_INIT;
    std::size_t waived = 0;
    const std::string json = R"({"schema":"gongkai.waivers/1","waivers":[]})";
    switch (which % 7) {
      case 0:
        make(assessment_, gk_assessment_free,
             [&](gk_assessment** out) { return gk_report_check(report_, &options, out); });
        break;
      case 1:
        make(assessment_, gk_assessment_free,
             [&](gk_assessment** out) { return gk_reading_check(reading_, &options, out); });
        break;
      case 2:
        if (told(gk_assessment_finding(assessment_, index, &finding))) {
          promise(finding.cell_count == 0 || told(gk_assessment_finding_cell(assessment_, index, 0, &cell)),
                  "its cells are there");
        }
        break;
      case 3:
        told(gk_assessment_coverage(assessment_, bytes_.byte(), &coverage));
        break;
      case 4:
        make_buffer([&](gk_buffer** out) { return gk_assessment_message(assessment_, index, 1, out); });
        break;
      case 5:
        make_buffer([&](gk_buffer** out) { return gk_assessment_explanation(assessment_, index, 2, out); });
        break;
      default:
        told(gk_assessment_waive(assessment_, json.data(), json.size(), 2024, bytes_.byte() % 14, 1, &waived));
    }
  }

  void writes(unsigned which) {
    const std::int32_t format = bytes_.byte() % 10, language = bytes_.byte() % 4;
    gk_dossier dossier = GK_DOSSIER_INIT;
    dossier.report = report_;
    dossier.previous = bytes_.byte() % 2 == 0 ? report_ : nullptr;
    const std::string_view rest = bytes_.rest;
    make_buffer([&](gk_buffer** out) {
      switch (which % 10) {
        case 0:
          return gk_report_write(report_, format, language, out);
        case 1:
          return gk_assessment_write(assessment_, "年报.docx", format, language, out);
        case 2:
          return gk_assessment_json(assessment_, out);
        case 3:
          return gk_assessment_findings_json(assessment_, out);
        case 4:
          return gk_reading_json(reading_, out);
        case 5:
          return gk_dossier_localize_json(&dossier, format % 3, out);
        case 6:
          return gk_dossier_why(&dossier, format % 3, language, out);
        case 7:
          return gk_dossier_diff_json(&dossier, &dossier, nullptr, out);
        case 8:
          return gk_report_fill_docx(report_, rest.data(), rest.size(), out);
        default:
          return gk_check_json(rest.data(), rest.size(), nullptr, out);
      }
    });
  }

  void batches(unsigned which) {
    gk_batch_options how = GK_BATCH_OPTIONS_INIT;
    how.threads = 1;
    how.keep = bytes_.byte() % 5;
    const std::string_view rest = bytes_.rest;
    const gk_input inputs[] = {{rest.data(), rest.size()}, {nullptr, 0}};
    const gk_summary* summaries = nullptr;
    const gk_reading* reading = nullptr;
    gk_error error = GK_ERROR_INIT;
    ArrowSchema schema{};
    ArrowArray array{};
    switch (which % 4) {
      case 0:
        make(batch_, gk_batch_free,
             [&](gk_batch** out) { return gk_inputs_check(inputs, 2, nullptr, nullptr, &how, out); });
        break;
      case 1:
        told(gk_batch_summaries(batch_, &summaries));
        break;
      case 2:
        told(gk_batch_reading(batch_, bytes_.byte() % 3, &reading));
        told(gk_batch_error(batch_, bytes_.byte() % 3, &error));
        break;
      default:
        if (told(gk_batch_export_reports(batch_, nullptr, &schema, &array))) {
          schema.release(&schema);
          array.release(&array);
        }
    }
  }

  Bytes bytes_;
  gk_report* report_ = nullptr;
  gk_reading* reading_ = nullptr;
  gk_readings* readings_ = nullptr;
  gk_assessment* assessment_ = nullptr;
  gk_batch* batch_ = nullptr;
  gk_buffer* buffer_ = nullptr;
};

inline void run_calls(std::string_view bytes) {
  Calls(bytes).run();
}

}  // namespace gongkai::fuzz
