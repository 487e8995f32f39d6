// One generated document with what a reading of it must say, and how a reading is judged.
#pragma once

#include "generate/form_page.hpp"
#include "generate/write_docx.hpp"
#include "generate/write_html.hpp"
#include "generate/write_text.hpp"
#include "generate/write_xlsx.hpp"
#include "gongkai/read.hpp"

namespace gongkai::testing {

struct Sample {
  std::string bytes;
  Page page;
  std::size_t hidden_parts = 0;  ///< rows, columns and sheets of which a reading must tell
  bool has_changes = false;      ///< that nobody has accepted; likewise
};

inline bool is_grid(Layout layout) {
  return layout == Layout::markdown || layout == Layout::csv || layout == Layout::tsv || layout == Layout::tabbed;
}

/// Drops the oddities that the layout cannot show.
inline Spec possible(Spec spec) {
  if (spec.layout == Layout::aligned || spec.layout == Layout::piped) {
    spec.drop(Oddity::fused_rows);
  }
  if ((is_grid(spec.layout) || spec.layout == Layout::drawn) && spec.has(Oddity::blanks)) {
    spec.drop(Oddity::wrong_spans);  // a number under the head of another column, and a blank under its own
  }
  if (spec.layout == Layout::html && spec.has(Oddity::automatic_numbers)) {
    spec.drop(Oddity::heading_variants);  // which without their numbers might be lines of the text
  }
  if (spec.layout == Layout::extracted) {
    spec.drop(Oddity::fused_rows);
    for (const Oddity oddity : {Oddity::damaged_cells, Oddity::separators, Oddity::spaces}) {
      spec.drop(oddity);  // "1 2" is two numbers
    }
  }
  if (spec.layout == Layout::running) {
    spec.drop(Oddity::fused_rows);  // all of them are
    for (const Oddity oddity : {Oddity::damaged_cells, Oddity::blanks, Oddity::single_other, Oddity::extra_rows}) {
      spec.drop(oddity);
    }
  }
  return spec;
}

inline Sample sample_of(const Spec& wanted) {
  const Spec spec = possible(wanted);
  Sample sample{{}, FormPage(spec).make(), 0, false};
  const auto write = [&sample](auto writer) {
    sample.bytes = writer.write();
    sample.hidden_parts = writer.hidden_parts();
    sample.has_changes = writer.has_changes();
  };
  switch (spec.layout) {
    case Layout::html:
      write(HtmlWriter(sample.page, spec));
      break;
    case Layout::docx:
      write(DocxWriter(sample.page, spec));
      break;
    case Layout::xlsx:
      write(XlsxWriter(sample.page, spec));
      break;
    default:
      sample.bytes = TextWriter(sample.page, spec).write();
  }
  return sample;
}

/// How bad it is what a reading says of a document.
enum class Fault : std::uint8_t {
  none,
  cautious,  ///< a cell that could have been read is named unreadable or absent
  silent,    ///< something of the document is passed over without a word
  wrong,     ///< a number or a blank that is not there
};

struct Verdict {
  Fault worst = Fault::none;
  std::size_t faults = 0;
  std::string text;

  void add(Fault fault, const std::string& line) {
    constexpr std::size_t shown = 5;  // of the worst
    if (fault > worst) {
      worst = fault;
      faults = 0;
      text.clear();
    }
    text += fault == worst && ++faults <= shown ? "  " + line + "\n" : "";
  }
};

inline bool has_note(const Reading& reading, NoteKind kind, std::size_t row) {
  return std::any_of(reading.notes.begin(), reading.notes.end(),
                     [&](const Note& note) { return note.kind == kind && note.row == static_cast<std::int16_t>(row); });
}

inline Fault judge(const Expected& expected, const CellInfo& info, const Reading& reading) {
  const CellState state = reading.sources[info.index].state;
  const std::optional<std::int64_t> found = cell(reading.report, info.index);
  if (found.has_value() != (state == CellState::read || state == CellState::inferred)) {
    return Fault::wrong;
  }
  if (state == CellState::inferred) {  // of digits run together the sample does not keep what they were
    return found == expected.value || expected.state == CellState::unreadable ? Fault::none : Fault::wrong;
  }
  if (state == expected.state && found == expected.value) {
    return Fault::none;
  }
  switch (state) {
    case CellState::read:
    case CellState::blank:
      return Fault::wrong;
    case CellState::
        not_in_form:  // of one row 其他处理 in 2021 no more may be known than that there is none of its three
      return info.key.find("other_handling.unspecified") != std::string_view::npos &&
                     expected.state != CellState::not_in_form && has_note(reading, NoteKind::row_missing, info.row + 1U)
                 ? Fault::cautious
                 : Fault::silent;
    case CellState::absent:
      return !has_note(reading, NoteKind::row_missing, info.row) ? Fault::silent
             : expected.state == CellState::not_in_form          ? Fault::none
                                                                 : Fault::cautious;
    case CellState::unreadable:
      return Fault::cautious;
    case CellState::inferred:
      break;
  }
  return Fault::wrong;
}

inline Verdict judge(const Sample& sample, const Result<Reading>& result) {
  Verdict verdict;
  if (!result) {
    verdict.add(Fault::silent, "not read: " + result.error().message_en);
    return verdict;
  }
  const Reading& reading = result.value();
  if (reading.report.about.edition != sample.page.edition) {
    verdict.add(Fault::silent, "wrong edition");
  }
  if (reading.report.about.year != sample.page.year) {
    verdict.add(Fault::silent, "year " + std::to_string(reading.report.about.year));
  }
  const auto told = [&reading](NoteKind kind) {
    return static_cast<std::size_t>(std::count_if(reading.notes.begin(), reading.notes.end(),
                                                  [kind](const Note& note) { return note.kind == kind; }));
  };
  if (const std::size_t hidden = told(NoteKind::hidden_row); hidden != sample.hidden_parts) {
    verdict.add(Fault::silent,
                std::to_string(hidden) + " hidden parts instead of " + std::to_string(sample.hidden_parts));
  }
  if (told(NoteKind::tracked_change) != sample.has_changes) {
    verdict.add(Fault::silent, "changes are not told of, or not there");
  }
  for (const SectionInfo& section : sections) {
    if (reading.find_heading(section.number) == nullptr) {
      verdict.add(Fault::silent, "no heading of section " + std::to_string(section.number));
    }
  }
  constexpr std::string_view states[] = {"not_in_form", "absent", "blank", "read", "unreadable", "inferred"};
  const auto shown = [&](CellState state, std::optional<std::int64_t> value) {
    return std::string(states[static_cast<std::size_t>(state)]) + (value ? " " + std::to_string(*value) : "");
  };
  for (const CellInfo& info : cells) {
    const Expected& expected = sample.page.expected[info.index];
    if (const Fault fault = judge(expected, info, reading); fault != Fault::none) {
      const Source& source = reading.sources[info.index];
      verdict.add(fault, std::string(info.key) + ": expected " + shown(expected.state, expected.value) + ", found " +
                             shown(source.state, cell(reading.report, info.index)) + " '" + source.text + "'");
    }
  }
  return verdict;
}
inline Verdict judge(const Spec& spec) {
  const Sample sample = sample_of(spec);
  return judge(sample, read(sample.bytes));
}

/// The same document with no oddity without which it would not be as bad.
inline Spec reduced(Spec spec) {
  const Fault worst = judge(spec).worst;
  for (std::size_t i = 0; i < oddity_count; ++i) {
    if (spec.oddities[i]) {
      Spec fewer = spec;
      fewer.oddities.reset(i);
      spec = judge(fewer).worst < worst ? spec : fewer;
    }
  }
  return spec;
}

}  // namespace gongkai::testing
