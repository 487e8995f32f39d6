// One generated document with what a reading of it must say, and how a reading is judged.
#pragma once

#include "generate/form_page.hpp"
#include "generate/write_text.hpp"
#include "gongkai/read.hpp"

namespace gongkai::testing {

struct Sample {
  std::string bytes;
  Page page;
};

inline bool is_grid(Layout layout) {
  return layout == Layout::markdown || layout == Layout::csv || layout == Layout::tsv || layout == Layout::tabbed;
}

/// Drops the oddities that the layout cannot show.
inline Spec possible(Spec spec) {
  if (is_grid(spec.layout) || spec.layout == Layout::aligned) {
    spec.drop(Oddity::fused_rows);  // in a grid the digits would be a number of the first column
  }
  if (spec.layout == Layout::running) {
    spec.drop(Oddity::fused_rows);  // all of them are
    spec.drop(Oddity::damaged_cells);
    spec.drop(Oddity::blanks);
  }
  return spec;
}

inline Sample sample_of(const Spec& wanted) {
  const Spec spec = possible(wanted);
  Sample sample{{}, FormPage(spec).make()};
  sample.bytes = TextWriter(sample.page, spec).write();
  return sample;
}

inline std::string text_of(std::optional<std::int64_t> value) {
  return value ? std::to_string(*value) : "nothing";
}

/// How the reading differs from what it must say; empty where it does not.
inline std::string difference(const Sample& sample, const Result<Reading>& result, Layout layout) {
  if (!result) {
    return "not read: " + result.error().message_en;
  }
  const Reading& reading = result.value();
  constexpr std::string_view states[] = {"not_in_form", "absent", "blank", "read", "unreadable"};
  const auto state_name = [&](CellState state) { return std::string(states[static_cast<std::size_t>(state)]); };
  std::string faults;
  std::size_t more = 0;
  const auto fault = [&](const std::string& text) {
    if (++more <= 5) {
      faults += "  " + text + "\n";
    }
  };
  if (reading.report.about.edition != sample.page.edition) {
    fault("edition");
  }
  if (reading.report.about.year != sample.page.year) {
    fault("year " + std::to_string(reading.report.about.year));
  }
  for (const SectionInfo& section : sections) {
    if (reading.find_heading(section.number) == nullptr) {
      fault("heading of section " + std::to_string(section.number) + " not found");
    }
  }
  for (const CellInfo& info : cells) {
    const Expected& expected = sample.page.expected[info.index];
    const Source& source = reading.sources[info.index];
    const std::optional<std::int64_t> found = cell(reading.report, info.index);
    const auto named_absent = [&] {
      return std::any_of(reading.notes.begin(), reading.notes.end(), [&](const Note& note) {
        return note.kind == NoteKind::row_missing && note.row == static_cast<std::int16_t>(info.row);
      });
    };
    bool good = source.state == expected.state && found == expected.value;
    if (layout == Layout::running) {  // no number in it can be told from the next
      good = !found && source.state != CellState::blank &&
             (expected.state == CellState::not_in_form || source.state == CellState::unreadable ||
              (source.state == CellState::absent && named_absent()));
    }
    if (expected.state == CellState::not_in_form && source.state == CellState::absent) {
      good = !found && named_absent();
    }
    if (!good) {
      fault(std::string(info.key) + ": expected " + state_name(expected.state) + " " + text_of(expected.value) +
            ", found " + state_name(source.state) + " " + text_of(found) + " '" + source.text + "'");
    }
  }
  return more <= 5 ? faults : faults + "  ... " + std::to_string(more) + " in all\n";
}
inline std::string difference(const Spec& spec) {
  const Sample sample = sample_of(spec);
  return difference(sample, read(sample.bytes), spec.layout);
}

/// The same document with no oddity that it fails without.
inline Spec reduced(Spec spec) {
  for (std::size_t i = 0; i < oddity_count; ++i) {
    if (spec.oddities[i]) {
      Spec fewer = spec;
      fewer.oddities.reset(i);
      spec = difference(fewer).empty() ? spec : fewer;
    }
  }
  return spec;
}

}  // namespace gongkai::testing
