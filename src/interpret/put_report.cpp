// The only place of interpretation that fills cells.
#include "interpret/put_report.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "interpret/items.hpp"

namespace gongkai {
namespace {

/// Whether the edition of 2021 has the row instead of the one row 其他处理 of 2019.
bool is_other_handling_of_2021(std::size_t row) {
  return rows[row].editions == Editions::form_2021 && rows[row].type == RowType::applicants;
}

/// Whether a number has a letter of a merged head beside it, as text has it that lost its borders: 9果 of 办理结果.
bool has_letter_of_head(std::string_view text) {
  const std::size_t begin = text.find_first_not_of("0123456789 ");
  const std::size_t end = text.find_last_not_of("0123456789 ");
  constexpr std::size_t letter = 3;  // bytes
  if (begin == std::string_view::npos || end - begin + 1 != letter || text.size() == letter) {
    return false;
  }
  return std::any_of(rows.begin(), rows.end(), [&](const RowInfo& row) {
    return row.group.find(text.substr(begin, letter)) != std::string_view::npos;
  });
}

class ReportWriter {
 public:
  ReportWriter(const Evidence& evidence, const Decision& decision, const Proof& proof, Reading& reading,
               const std::function<RowsNamed()>& named)
      : evidence_(evidence), decision_(decision), proof_(proof), reading_(reading), named_(named) {}

  void write() {
    std::size_t candidate = 0;
    is_head_of_three_ = has_single_row() && names_rows_of_2021();
    has_single_row_ = has_single_row() && !is_head_of_three_;
    for (const Sighting& sighting : evidence_.sightings) {
      if (const auto* row = std::get_if<RowCandidate>(&sighting)) {
        write_row(*row, decision_.fates[candidate++]);
      } else if (const auto* extra = std::get_if<ExtraRow>(&sighting)) {
        write_extra(extra->row, extra->place, extra->row.label);
      } else if (const auto* loose = std::get_if<RowWithoutLabel>(&sighting)) {
        if (!proof_.has_used(*loose)) {
          note(NoteKind::unlabelled_row, loose->values.front().place, joined(loose->values));
        }
      } else {
        reading_.notes.push_back(std::get<Note>(sighting));
      }
    }
    for (const std::int16_t row : evidence_.rows_alone) {  // （六）其他处理 may be the head of three rows of 2021
      const RowInfo& info = rows[static_cast<std::size_t>(row)];
      if (has(info.editions, decision_.edition) && !is_there(row) && !proof_.has(row)) {
        mark_unread(row, info.label.zh(decision_.edition), {});
        note(NoteKind::torn_row, {}, info.label.zh(decision_.edition), row);
      }
    }
    write_inferred();
    write_cases_apart();
    write_absent();
    write_doubtful();
  }

 private:
  // ---- Rows ----

  void write_row(const RowCandidate& candidate, Fate fate) {
    if (proof_.has(candidate.row) && !candidate.is_read()) {
      return;
    }
    if (candidate.row == single_other_row && is_head_of_three_) {
      note(NoteKind::torn_row, candidate.place, candidate.label, candidate.row);
      return;
    }
    if (fate == Fate::repeated && !(candidate.is_apart || (!candidate.is_read() && candidate.label.empty()))) {
      note(NoteKind::duplicate_row, candidate.place, candidate.label, candidate.row);
    }
    if (fate == Fate::fused) {
      mark_unread(candidate.row, joined(candidate.values), candidate.place);
      note(NoteKind::fused, candidate.place, joined(candidate.values), candidate.row);
    }
    if (fate == Fate::torn) {
      mark_unread(candidate.row, joined(candidate.values), candidate.place);
      note(NoteKind::torn_row, candidate.place,
           rows[static_cast<std::size_t>(candidate.row)].label.zh(decision_.edition), candidate.row);
    }
    if (fate != Fate::taken) {
      return;
    }
    if (!candidate.is_read()) {
      mark_unread(candidate.row, candidate.text, candidate.place);
      if (candidate.fault != NoteKind::fused || is_of_form(candidate.row)) {
        note(candidate.fault, candidate.place, candidate.text, candidate.row);
      }
      return;
    }
    if (const Meaning* meaning = candidate.label.empty() ? nullptr : meaning_of(candidate.label);
        meaning != nullptr && !meaning->is_official) {
      note(NoteKind::label_variant, candidate.place, candidate.label, candidate.row);
    }
    const std::vector<std::size_t>& wanted = candidate.cells;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      const Item& value = candidate.values[i];
      if (std::find(candidate.unsure.begin(), candidate.unsure.end(), wanted[i]) != candidate.unsure.end()) {
        reading_.sources[wanted[i]] = {CellState::unreadable, value.place, candidate.text};
        note(NoteKind::row_length, value.place, candidate.text, candidate.row, static_cast<std::int16_t>(wanted[i]));
      } else if (wanted[i] != cell_count) {
        put(wanted[i], value, i < candidate.heads.size() ? &candidate.heads[i] : nullptr, candidate.note_unit);
      } else if (!value.text.empty()) {  // a column that somebody added
        write_extra({std::string(tables[rows[static_cast<std::size_t>(candidate.row)].table].key),
                     std::string(candidate.label),
                     {std::string(candidate.heads[i].text)},
                     {std::string(value.text)}},
                    value.place, candidate.heads[i].text);
      }
    }
  }

  void write_extra(ExtensionRow extra, const Place& place, std::string_view name) {
    const std::string text(name);
    reading_.report.extensions.push_back(std::move(extra));
    note(NoteKind::unknown_row, place, text);
  }

  /// A cell that the document's edition does not have was never there; but one row 其他处理 that stands for the three of
  /// 2021 was.
  bool is_of_form(std::int16_t row) const {
    return decision_.edition == Edition::unknown ||
           has(rows[static_cast<std::size_t>(row)].editions, decision_.edition) ||
           (has_single_row_ && row == single_other_row);
  }
  bool has_single_row() const {
    const auto has_row = [this](auto is_wanted) {
      const std::vector<const RowCandidate*> candidates = candidates_of(evidence_);
      for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (decision_.fates[i] == Fate::taken && is_wanted(candidates[i]->row)) {
          return true;
        }
      }
      return false;
    };
    return has_row([](std::int16_t row) { return row == single_other_row; }) &&
           !has_row([](std::int16_t row) { return is_other_handling_of_2021(static_cast<std::size_t>(row)); });
  }
  /// Whether the labels of the three rows are there without their numbers: then （六）其他处理 is their head.
  bool names_rows_of_2021() const {
    if (decision_.edition != Edition::form_2021) {
      return false;
    }
    constexpr std::size_t shortest = 20;  // bytes: 3.其他 is anywhere
    const RowsNamed named = named_();
    for (std::size_t row = 0; row < rows.size(); ++row) {
      if (is_other_handling_of_2021(row) && named[row] && rows[row].label.zh_2021.size() > shortest) {
        return true;
      }
    }
    return false;
  }

  void mark_unread(std::int16_t row, std::string_view text, const Place& place) {
    const RowCells& range = cells_of_row(row);
    for (std::size_t i = range.first; i < range.end(); ++i) {
      if (decision_.edition == Edition::unknown || has(cells[i].editions, decision_.edition) ||
          (has_single_row_ && row == single_other_row)) {
        reading_.sources[i] = {CellState::unreadable, place, std::string(text)};
        set_cell(reading_.report, i, std::nullopt);  // that a row before may have put there
      }
    }
  }

  // ---- Cells ----

  void put(std::size_t index, const Item& item, const HeadColumn* head, Unit note_unit) {
    using Form = ParsedNumber::Kind;
    Source& source = reading_.sources[index];
    source.place = item.place;
    source.text = item.text;
    source.state = CellState::unreadable;
    // A text that is a label elsewhere is no number here.
    const ParsedNumber& number = item.number;
    const CellInfo& info = cells[index];
    if (number.kind == Form::blank) {
      source.state = CellState::blank;
    } else if (number.kind == Form::not_a_number) {
      fault(item.text.starts_with('=')      ? NoteKind::uncalculated
            : has_letter_of_head(item.text) ? NoteKind::row_length
                                            : NoteKind::unparsable,
            index, item);
    } else if (number.kind == Form::fused) {
      fault(NoteKind::fused, index, item);
    } else if (number.kind == Form::out_of_range) {
      fault(NoteKind::out_of_range, index, item);
    } else if (info.is_money) {
      put_money(index, item, head, note_unit);
    } else if (number.unit != Unit::none) {
      fault(NoteKind::unparsable, index, item);  // an amount of money in a cell that counts
    } else if (const auto count = number.as_count(); !count) {
      fault(NoteKind::not_integer, index, item);
    } else if (*count > Count::limit || *count < -Count::limit) {
      fault(NoteKind::out_of_range, index, item);
    } else {
      source.state = CellState::read;
      set_cell(reading_.report, index, *count);
    }
  }

  /// Where the unit of an amount is named: in its head, a line above its table, any line beside it; else the form's.
  void put_money(std::size_t index, const Item& item, const HeadColumn* head, Unit note_unit) {
    const ParsedNumber& number = item.number;
    // The form prints 万元 over the fees of 2021 and nothing over the procurement of 2019.
    const Unit printed = cells[index].unit().zh == "万元" ? Unit::ten_thousand_yuan : Unit::none;
    const Unit beside = note_unit != Unit::none ? note_unit : evidence_.unit_beside;
    const Unit named = head != nullptr && head->unit != Unit::none ? head->unit : beside;
    const Unit announced = named != Unit::none ? named : printed;
    constexpr int decimals_of_yuan = 2;
    const bool must_be_large = number.decimals > decimals_of_yuan && number.unit == Unit::none;
    const Unit otherwise = announced != Unit::none ? announced : must_be_large ? Unit::ten_thousand_yuan : Unit::yuan;
    const auto fen = number.as_fen(otherwise);
    if (!fen) {
      fault(NoteKind::unparsable, index, item);
      return;
    }
    if (*fen > Money::limit || *fen < -Money::limit) {
      fault(NoteKind::out_of_range, index, item);
      return;
    }
    reading_.sources[index].state = CellState::read;
    set_cell(reading_.report, index, *fen);
    const bool has_head = head != nullptr && !head->text.empty();
    if (const auto doubt =
            *fen == 0 ? std::nullopt : doubt_of_unit(number.unit, named, printed, must_be_large, has_head)) {
      fault(*doubt, index, item);
    }
  }

  /// What there is to say of an amount's unit, which its cell, its head or a line beside it names or the form prints.
  static std::optional<NoteKind> doubt_of_unit(Unit written, Unit named, Unit printed, bool must_be_large,
                                               bool has_head) {
    const Unit announced = named != Unit::none ? named : printed;
    if (written != Unit::none) {
      return announced != Unit::none && written != announced ? std::optional(NoteKind::unit_conflict) : std::nullopt;
    }
    if (announced == Unit::none) {
      return must_be_large ? NoteKind::unit_implied : NoteKind::unit_missing;
    }
    if (printed != Unit::none && named != printed && named != Unit::none) {
      return NoteKind::unit_other;
    }
    return named == Unit::none && has_head ? std::optional(NoteKind::unit_unprinted) : std::nullopt;
  }

  // ---- What only the whole shows ----

  void write_inferred() {
    for (const InferredCell& inferred : proof_.cells) {
      Source& source = reading_.sources[inferred.cell];
      source = {CellState::inferred, inferred.place, inferred.text};
      set_cell(reading_.report, inferred.cell, inferred.value);
    }
    for (const Note& found : proof_.notes) {
      reading_.notes.push_back(found);
    }
  }

  /// Numbers below the heads of section four that are not its fifteen: its table is there, and is not read.
  void write_cases_apart() {
    if (is_there(first_case_row)) {
      return;
    }
    const RowWithoutLabel* line = nullptr;
    for (const Sighting& sighting : evidence_.sightings) {
      const auto* loose = std::get_if<RowWithoutLabel>(&sighting);
      line = loose != nullptr && loose->section == 4 ? loose : line;
    }
    if (line != nullptr || evidence_.loose_number[4]) {
      for (std::int16_t row = first_case_row; row < first_case_row + 3; ++row) {
        mark_unread(row, line != nullptr ? joined(line->values) : std::string(),
                    line != nullptr ? line->values.front().place : Place{});
      }
    }
  }

  bool is_there(std::int16_t row) const {
    const RowCells& range = cells_of_row(row);
    return std::any_of(reading_.sources.begin() + range.first,
                       reading_.sources.begin() + static_cast<std::ptrdiff_t>(range.end()),
                       [](const Source& source) { return source.state != CellState::not_in_form; });
  }

  /// Rows of the edition that were not found, and columns of it in rows that were read under another edition's heads. One
  /// row 其他处理 in a 2021 report stands for that edition's three. Where the edition is not known, the rows of both.
  void write_absent() {
    const Edition edition = decision_.edition;
    for (const CellInfo& cell :
         cells) {  // what stands in a column of the other edition and is no number was never there
      Source& source = reading_.sources[cell.index];
      if (source.state == CellState::unreadable && edition != Edition::unknown && !has(cell.editions, edition) &&
          !(has_single_row_ && cell.row == static_cast<std::uint16_t>(single_other_row))) {
        source = {};
      }
    }
    const auto is_of_edition = [edition](Editions editions) {
      return edition == Edition::unknown ? editions == Editions::both : has(editions, edition);
    };
    const bool has_single = is_there(single_other_row);
    const bool any_case = is_there(first_case_row) || is_there(first_case_row + 1) || is_there(first_case_row + 2);
    std::optional<RowsNamed> named;
    for (std::size_t row = 0; row < rows.size(); ++row) {
      const bool is_found = is_there(static_cast<std::int16_t>(row));
      if (!is_of_edition(rows[row].editions) || (!is_found && has_single && is_other_handling_of_2021(row))) {
        continue;
      }
      const RowCells& range = cells_of_rows[row];
      if (!is_found && !named) {
        named = named_();
        for (std::int16_t i = first_case_row; i < first_case_row + 3; ++i) {  // their heads are the same
          (*named)[static_cast<std::size_t>(i)] = (*named)[static_cast<std::size_t>(i)] && !any_case;
        }
      }
      if (!is_found && ((*named)[row] || evidence_.lost_table[static_cast<std::size_t>(
                                             tables[rows[row].table].section)])) {  // its numbers may be anywhere
        mark_unread(static_cast<std::int16_t>(row), rows[row].label.zh(edition), {});
        note(NoteKind::torn_row, {}, rows[row].label.zh(edition), static_cast<std::int16_t>(row));
        continue;
      }
      for (std::size_t i = range.first; i < range.end(); ++i) {
        CellState& state = reading_.sources[i].state;
        if (is_of_edition(cells[i].editions) && (!is_found || state == CellState::not_in_form)) {
          state = CellState::absent;
        }
      }
      if (!is_found) {
        note(NoteKind::row_missing, {}, rows[row].label.zh(edition), static_cast<std::int16_t>(row));
      }
    }
  }

  /// Beside a loose number, the one or two blanks of an otherwise filled row may be where it belongs.
  void write_doubtful() {
    for (std::size_t row = 0; row < rows.size(); ++row) {
      const RowCells& range = cells_of_rows[row];
      if (!evidence_.loose_number[static_cast<std::size_t>(tables[rows[row].table].section)]) {
        continue;
      }
      std::size_t blanks = 0, filled = 0;
      for (std::size_t i = range.first; i < range.end(); ++i) {
        blanks += reading_.sources[i].state == CellState::blank;
        filled += reading_.sources[i].state == CellState::read;
      }
      for (std::size_t i = range.first; i < range.end() && blanks <= 2 && filled > blanks; ++i) {
        if (reading_.sources[i].state == CellState::blank) {
          reading_.sources[i].state = CellState::unreadable;
          note(NoteKind::doubtful, reading_.sources[i].place, rows[row].label.zh(decision_.edition),
               static_cast<std::int16_t>(row), static_cast<std::int16_t>(i));
        }
      }
    }
  }

  void fault(NoteKind kind, std::size_t index, const Item& item) {
    note(kind, item.place, item.text, static_cast<std::int16_t>(cells[index].row), static_cast<std::int16_t>(index));
  }
  void note(NoteKind kind, const Place& place, std::string_view text, std::int16_t row = -1, std::int16_t cell = -1) {
    reading_.notes.push_back({kind, place, row, cell, std::string(text)});
  }

  const Evidence& evidence_;
  const Decision& decision_;
  const Proof& proof_;
  Reading& reading_;
  const std::function<RowsNamed()>& named_;
  bool is_head_of_three_ = false;  // （六）其他处理 stands before numbers, which may be of the three rows
  bool has_single_row_ = false;
};

}  // namespace

void put_report(const Evidence& evidence, const Decision& decision, const Proof& proof, Reading& reading,
                const std::function<RowsNamed()>& named) {
  reading.report.about.edition = decision.edition;
  ReportWriter(evidence, decision, proof, reading, named).write();
}

}  // namespace gongkai
