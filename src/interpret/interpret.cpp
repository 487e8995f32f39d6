// Document -> Reading: walks the blocks in order and puts each number where the labels around it say.
//
// Cells are matched by the order of the numbers in a row, never by grid column: published tables span their head and
// their data rows differently.
#include <algorithm>
#include <array>

#include "gongkai/read.hpp"
#include "interpret/about.hpp"
#include "interpret/labels.hpp"
#include "interpret/number.hpp"
#include "interpret/running_text.hpp"
#include "unicode/utf8.hpp"

namespace gongkai {
namespace {

constexpr std::size_t case_count = 15;  // numbers in the one line of section four

/// The cells of each row of the form: they are adjacent.
struct RowCells {
  std::uint16_t first = 0, count = 0;
};
constexpr auto row_cells = [] {
  std::array<RowCells, rows.size()> result{};
  for (const CellInfo& cell : cells) {
    if (result[cell.row].count++ == 0) {
      result[cell.row].first = cell.index;
    }
  }
  return result;
}();

constexpr auto first_case_row = static_cast<std::int16_t>(catalog_detail::find_row("review"));
constexpr auto single_other_row =
    static_cast<std::int16_t>(catalog_detail::find_row("requests.outcomes.other_handling.unspecified"));

/// A cell of a table row under interpretation.
struct Item {
  enum class Kind : std::uint8_t { blank, number, text };
  std::string_view text;
  Place place;
  Kind kind = Kind::blank;
  const Meaning* meaning = nullptr;  ///< of a text
  ParsedNumber number;               ///< of what is no known label
};

/// A column of numbers announced by a head: a name of ColumnInfo, or empty for one that is not on the form.
struct HeadColumn {
  std::string_view name;
  std::string_view text;
  Unit unit = Unit::none;
};

class Interpreter {
 public:
  Interpreter(const Document& document, const Hints& hints, Reading& reading)
      : document_(document), hints_(hints), reading_(reading) {}

  /// Fills the reading; an error where the document holds no report.
  std::optional<Error> run() {
    std::uint32_t table = 0;
    for (const Document::Block& block : document_.blocks) {
      if (block.kind == Document::BlockKind::paragraph) {
        const Place place{block.line, block.column, 0, 0, 0};
        block_begin_ = block.text.begin;
        for_each_part(document_.view(block.text), [&](std::string_view part) { take_paragraph(part, place); });
      } else {
        take_table(block, ++table);
      }
    }
    if (found_nothing()) {
      return Error{ErrorCode::not_a_report,
                   "没有在文件里找到政府信息公开年度报告的标题、部分或表格。请确认选对了文件。",
                   "No heading, section or table of an annual report on government information disclosure was found. "
                   "Check that this is the right file.",
                   {}};
    }
    finish();
    return std::nullopt;
  }

 private:
  // ---- Paragraphs ----

  void take_paragraph(std::string_view paragraph, const Place& place) {
    paragraph = unicode::trim(paragraph);
    if (paragraph.empty()) {
      return;
    }
    constexpr std::size_t longest_heading = 150;  // bytes
    if (paragraph.size() <= longest_heading) {
      unicode::fold(paragraph, folded_);
      int section = section_of_heading(folded_);
      if (section < 0) {  // "（一）主要问题" opens section five only where its own heading is lost
        section = section_ == 4 ? -section : 0;
        if (section != 0) {
          open_section(section, paragraph, place);
          add_narrative(paragraph, place);
          return;
        }
      }
      if (section != 0) {
        open_section(section, paragraph, place);
        return;
      }
      if (section_ >= 2 && section_ <= 4 &&
          (take_label_paragraph(paragraph, place) || take_loose_number(paragraph, place))) {
        return;
      }
    }
    if (is_running_table(paragraph)) {
      take_running_table(paragraph, place);
      return;
    }
    add_narrative(paragraph, place);
  }

  /// Splits a paragraph that runs over several sections where their headings stand.
  template <class F>
  void for_each_part(std::string_view paragraph, F f) {
    if (!is_running_table(paragraph)) {
      f(paragraph);
      return;
    }
    std::size_t begin = 0;
    for (const SectionStart& start : section_starts(paragraph)) {
      f(paragraph.substr(begin, start.begin - begin));
      open_section(start.section, paragraph.substr(start.begin, start.end - start.begin), {});
      begin = start.end;
    }
    f(paragraph.substr(begin));
  }

  void open_section(int section, std::string_view heading, const Place& place) {
    section_ = section;
    case_row_ = -1;
    const auto same = [&](const Heading& known) { return known.section == section; };
    if (std::none_of(reading_.headings.begin(), reading_.headings.end(), same)) {
      reading_.headings.push_back({section, place, std::string(heading)});
    }
  }

  void add_narrative(std::string_view paragraph, const Place& place) {
    Narrative& narrative = reading_.report.narrative;
    std::string* text = section_ == 1   ? &narrative.overview
                        : section_ == 5 ? &narrative.problems_and_improvements
                        : section_ == 6 ? &narrative.other_matters
                        : section_ == 0 ? nullptr
                                        : &reading_.table_text;
    if (text == nullptr) {
      front_.push_back({paragraph, place});
      return;
    }
    if (!text->empty()) {
      text->push_back('\n');
    }
    Place begin = place;  // of the paragraph without the spaces before it
    begin.column += static_cast<std::uint32_t>(paragraph.data() - document_.text.data()) - block_begin_;
    reading_.passages.push_back({section_ == 1   ? Prose::overview
                                 : section_ == 5 ? Prose::problems
                                 : section_ == 6 ? Prose::other_matters
                                                 : Prose::beside_tables,
                                 static_cast<std::uint32_t>(text->size()), begin});
    text->append(paragraph);
    if (section_ >= 5) {
      back_.push_back({paragraph, place});
    }
    if (section_ == 2 && paragraph.find("单位") != std::string_view::npos && paragraph.size() < 60) {
      note_unit_ = unit_in(paragraph);
    }
  }

  /// A label, perhaps with its numbers, that stands in a line of its own instead of a table row.
  bool take_label_paragraph(std::string_view paragraph, const Place& place) {
    const Meaning* whole = labels_.find(folded_);
    if (whole != nullptr && whole->is_row() && whole->row >= first_case_row) {
      case_row_ = whole->row;
      return true;
    }
    std::size_t end = paragraph.size();  // of the label: what follows are numbers
    values_.clear();
    while (end > 0) {
      const std::size_t space = paragraph.find_last_of(" \t", end - 1);
      if (space == std::string_view::npos) {
        break;
      }
      const std::string_view word = paragraph.substr(space + 1, end - space - 1);
      if (!word.empty()) {
        const ParsedNumber number = parse_number(word);
        if (number.kind == ParsedNumber::Kind::not_a_number || number.kind == ParsedNumber::Kind::blank) {
          break;
        }
        values_.insert(values_.begin(), {word, place, Item::Kind::number, nullptr, number});
      }
      end = space;
    }
    if (values_.empty()) {
      return whole != nullptr;
    }
    unicode::fold(paragraph.substr(0, end), folded_);
    const Meaning* label = labels_.find(folded_);
    if (label == nullptr || !label->is_row()) {
      return false;
    }
    take_row(label->row, paragraph.substr(0, end), place, values_);
    return true;
  }

  bool take_loose_number(std::string_view paragraph, const Place& place) {
    if (paragraph[0] < '0' || paragraph[0] > '9' || parse_number(paragraph).kind != ParsedNumber::Kind::number) {
      return false;
    }
    note(NoteKind::loose_number, place, paragraph);
    loose_number_[static_cast<std::size_t>(section_)] = true;
    return true;
  }

  /// A table that lost its borders: every label found names a row whose numbers cannot be told apart.
  void take_running_table(std::string_view paragraph, const Place& place) {
    for (const RunningRow& row : running_rows(paragraph, labels_)) {
      // Which edition's row a label belongs to is seen from the whole, in finish(); until then keep both.
      mark_unreadable(row.row, row.text, place, NoteKind::fused);
      votes_2021_ += gongkai::rows[static_cast<std::size_t>(row.row)].editions == Editions::form_2021;
      votes_2019_ += gongkai::rows[static_cast<std::size_t>(row.row)].editions == Editions::form_2019;
    }
  }

  // ---- Tables ----

  void take_table(const Document::Block& block, std::uint32_t table) {
    std::uint32_t row_number = 0;
    for (const Document::Row& row : document_.rows_of(block)) {
      ++row_number;
      items_.clear();
      std::uint32_t cell_number = 0;
      for (const Document::Cell& cell : document_.cells_of(row)) {
        Item& item = items_.emplace_back();
        item.text = unicode::trim(document_.view(cell.text));
        item.place = {cell.line, cell.column, table, row_number, ++cell_number};
        classify_item(item);
      }
      take_items();
    }
  }

  void classify_item(Item& item) {
    if (item.text.empty()) {
      item.number.kind = ParsedNumber::Kind::blank;
      return;
    }
    const auto is_chinese = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
    if (std::any_of(item.text.begin(), item.text.end(), is_chinese)) {  // every label of the form is
      item.meaning = meaning_of(item.text);
    }
    if (item.meaning == nullptr) {
      item.number = parse_number(item.text);
      const ParsedNumber::Kind kind = item.number.kind;
      item.kind = kind == ParsedNumber::Kind::blank          ? Item::Kind::blank
                  : kind == ParsedNumber::Kind::not_a_number ? Item::Kind::text
                                                             : Item::Kind::number;
    } else {
      item.kind = Item::Kind::text;
    }
  }

  const Meaning* meaning_of(std::string_view label) {
    if (const Meaning* verbatim = labels_.find_verbatim(label)) {
      return verbatim;
    }
    unicode::fold(label, folded_);
    return labels_.find(folded_);
  }

  void take_items() {
    std::size_t columns_named = 0, texts = 0, numbers = 0;
    std::size_t label = items_.size();  // the last known label, where it names a row
    bool information_head = false;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const Item& item = items_[i];
      numbers += item.kind == Item::Kind::number;
      if (item.kind != Item::Kind::text) {
        continue;
      }
      ++texts;
      if (item.meaning != nullptr) {
        columns_named += item.meaning->is_column();
        label = item.meaning->is_row() ? i : items_.size();
        information_head = information_head || item.text == "信息内容";
      }
    }
    if (items_.empty()) {
      return;
    }
    const bool only_column = columns_named == 1 && numbers == 0 && texts <= 2 && label == items_.size();
    if (columns_named >= 2 && numbers != 0) {  // heads and numbers in one row: which belongs to which is not said
      note(NoteKind::unlabelled_row, items_[0].place, joined(items_));
      return;
    }
    if (columns_named >= 2 || only_column || (information_head && numbers == 0)) {
      take_head();
      return;
    }
    if (texts == 0) {
      take_unlabelled(numbers);
      return;
    }
    if (label != items_.size() && label + 1 < items_.size()) {
      take_row(items_[label].meaning->row, items_[label].text, items_[label].place, values_after(label));
      return;
    }
    if (label != items_.size()) {  // a label alone: a head of section four, or a row's name torn from its numbers
      case_row_ = items_[label].meaning->row >= first_case_row ? items_[label].meaning->row : case_row_;
      return;
    }
    take_unknown(numbers);
  }

  std::vector<Item>& values_after(std::size_t label) {
    values_.assign(items_.begin() + static_cast<std::ptrdiff_t>(label) + 1, items_.end());
    return values_;
  }

  /// A row of column heads.
  void take_head() {
    for (const Item& item : items_) {
      if (item.meaning != nullptr && item.meaning->is_row() && item.meaning->row >= first_case_row) {
        case_row_ = item.meaning->row;
      }
      if (item.meaning != nullptr && item.meaning->is_column()) {
        votes_2019_ += item.meaning->column_editions == Editions::form_2019;
        votes_2021_ += item.meaning->column_editions == Editions::form_2021;
        cases_seen_ = cases_seen_ || item.meaning->column == "upheld";
        if (!item.meaning->is_official) {
          note(NoteKind::label_variant, item.place, item.text);
        }
      }
    }
    head_.clear();
    bool begun = false;
    for (const Item& item : items_) {
      const bool is_column = item.meaning != nullptr && item.meaning->is_column();
      begun = begun || is_column;
      if (begun && item.kind != Item::Kind::blank) {
        head_.push_back({is_column ? item.meaning->column : std::string_view(), item.text, unit_in(item.text)});
      }
    }
  }

  /// A row of numbers without any text: the line of section four, or a row torn from its label.
  void take_unlabelled(std::size_t numbers) {
    const bool in_cases = cases_seen_ || section_ == 4;
    std::size_t size = items_.size();
    while (size > 0 && items_[size - 1].text.empty() && (size > case_count || (size > 5 && size < case_count))) {
      --size;
    }
    if (in_cases && size == case_count && (numbers != 0 || cases_seen_)) {
      for (std::size_t block = 0; block < 3; ++block) {
        values_.assign(items_.begin() + static_cast<std::ptrdiff_t>(5 * block),
                       items_.begin() + static_cast<std::ptrdiff_t>(5 * block + 5));
        take_row(static_cast<std::int16_t>(first_case_row + static_cast<std::int16_t>(block)), {}, items_[0].place,
                 values_);
      }
    } else if (in_cases && size == 5 && case_row_ >= 0 && numbers != 0) {
      values_.assign(items_.begin(), items_.begin() + 5);
      take_row(case_row_, {}, items_[0].place, values_);
    } else if (numbers != 0 && section_ >= 2 && section_ <= 4) {
      note(NoteKind::unlabelled_row, items_[0].place, joined(items_));
    }
  }

  /// A row whose label is not on the form: a misprint of one, a line of section four with a name of its own, or an
  /// extra row.
  void take_unknown(std::size_t numbers) {
    if (numbers == 0) {
      return;
    }
    // The label is the last text before the first number; a text behind a number is a value that cannot be read.
    std::size_t first_number = 0;
    while (items_[first_number].kind != Item::Kind::number) {
      ++first_number;
    }
    std::size_t label = items_.size();
    for (std::size_t i = 0; i < first_number; ++i) {
      label = items_[i].kind == Item::Kind::text ? i : label;
    }
    if (label == items_.size()) {
      take_unlabelled(numbers);
      return;
    }
    std::vector<Item>& values = values_after(label);
    if (cases_seen_ && section_ != 2 && section_ != 3 && values.size() == case_count) {
      items_.erase(items_.begin(), items_.begin() + static_cast<std::ptrdiff_t>(label) + 1);
      take_unlabelled(numbers);
      return;
    }
    unicode::fold(items_[label].text, folded_);
    const bool is_caption = items_[label].meaning != nullptr && items_[label].meaning->is_caption;
    const std::int16_t row = is_caption ? std::int16_t{-1} : labels_.closest_row(folded_);
    if (row >= 0 && fits(row, values) && !is_read(row)) {
      note(NoteKind::label_variant, items_[label].place, items_[label].text, row);
      take_row(row, {}, items_[label].place, values);
      return;
    }
    if (section_ < 2 || section_ > 3) {
      return;
    }
    ExtensionRow extension;
    extension.table = section_ == 3 ? "requests" : current_table_;
    extension.label = items_[label].text;
    for (const HeadColumn& column : head_) {
      extension.columns.emplace_back(column.text);
    }
    for (const Item& value : values) {
      extension.values.emplace_back(value.text);
    }
    keep_extension(std::move(extension), items_[label].place, items_[label].text);
  }

  void keep_extension(ExtensionRow extension, const Place& place, std::string_view name) {
    reading_.report.extensions.push_back(std::move(extension));
    note(NoteKind::unknown_row, place, name);
  }

  // ---- One row of the form ----

  /// The columns of the form that the values of a row stand for, as cell indexes; empty where they do not fit.
  /// A value under a head that is not on the form gets `cell_count`.
  std::vector<std::size_t>& targets(std::int16_t row) {
    targets_.clear();
    const RowCells range = row_cells[static_cast<std::size_t>(row)];
    const RowType type = rows[static_cast<std::size_t>(row)].type;
    if (type == RowType::applicants || type == RowType::cases) {
      for (std::size_t i = 0; i < range.count; ++i) {
        targets_.push_back(range.first + i);
      }
      return targets_;
    }
    for (const HeadColumn& column : head_) {
      const std::size_t cell = cell_named(row, column.name);
      if (cell == cell_count && !column.name.empty()) {
        targets_.clear();  // the head belongs to another table
        break;
      }
      targets_.push_back(cell);
    }
    if (targets_.empty()) {  // no head for this row: the edition says what its columns are
      const Edition edition = likely_edition();
      for (std::size_t i = range.first; i < std::size_t{range.first} + range.count; ++i) {
        if (has(cells[i].editions, edition)) {
          targets_.push_back(i);
        }
      }
    }
    return targets_;
  }

  static std::size_t cell_named(std::int16_t row, std::string_view column) {
    const RowCells range = row_cells[static_cast<std::size_t>(row)];
    for (std::size_t i = range.first; i < std::size_t{range.first} + range.count; ++i) {
      if (cells[i].column_info().name == column) {
        return i;
      }
    }
    return cell_count;
  }

  /// Makes as many values as there are columns by leaving out blanks that layouts add; false where that is not safe.
  static bool fit(std::vector<Item>& values, std::size_t wanted) {
    if (values.size() <= wanted) {
      return values.size() == wanted;
    }
    const auto is_empty = [](const Item& item) { return item.text.empty(); };
    if (std::all_of(values.begin() + static_cast<std::ptrdiff_t>(wanted), values.end(), is_empty)) {
      values.resize(wanted);
      return true;
    }
    const auto filled = values.size() - static_cast<std::size_t>(std::count_if(values.begin(), values.end(), is_empty));
    if (filled == wanted) {
      values.erase(std::remove_if(values.begin(), values.end(), is_empty), values.end());
      return true;
    }
    return false;
  }
  bool fits(std::int16_t row, std::vector<Item> values) {
    const std::size_t wanted = targets(row).size();
    return fit(values, wanted);
  }

  bool is_read(std::int16_t row) const {
    const RowCells range = row_cells[static_cast<std::size_t>(row)];
    for (std::size_t i = range.first; i < std::size_t{range.first} + range.count; ++i) {
      if (reading_.sources[i].state != CellState::not_in_form) {
        return true;
      }
    }
    return false;
  }

  void take_row(std::int16_t row, std::string_view label, const Place& place, std::vector<Item>& values) {
    const bool any = std::any_of(values.begin(), values.end(), [](const Item& v) { return !v.text.empty(); });
    const std::vector<std::size_t>& wanted = targets(row);
    const RowInfo& info = rows[static_cast<std::size_t>(row)];
    current_table_ = tables[info.table].key;
    if (!fit(values, wanted.size())) {
      if (!any) {
        return;  // a head with blank padding
      }
      if (is_read(row)) {
        note(NoteKind::duplicate_row, place, label, row);
        return;
      }
      const bool fused = values.size() < wanted.size();
      mark_unreadable(row, joined(values), place, fused ? NoteKind::fused : NoteKind::row_length);
      return;
    }
    if (is_read(row)) {
      note(NoteKind::duplicate_row, place, label, row);
      return;
    }
    votes_2019_ += info.editions == Editions::form_2019;
    votes_2021_ += info.editions == Editions::form_2021;
    if (const Meaning* meaning = label.empty() ? nullptr : meaning_of(label);
        meaning != nullptr && !meaning->is_official) {
      note(NoteKind::label_variant, place, label, row);
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      if (wanted[i] != cell_count) {
        put(wanted[i], values[i], i < head_.size() ? head_[i].unit : Unit::none);
      } else if (!values[i].text.empty()) {  // a column that somebody added
        keep_extension({std::string(current_table_),
                        std::string(label),
                        {std::string(head_[i].text)},
                        {std::string(values[i].text)}},
                       values[i].place, head_[i].text);
      }
    }
  }

  void put(std::size_t index, const Item& item, Unit head_unit) {
    using Kind = ParsedNumber::Kind;
    Source& source = reading_.sources[index];
    source.place = item.place;
    source.text = item.text;
    source.state = CellState::unreadable;
    // A text that is a label elsewhere is no number here.
    const ParsedNumber& number = item.number;
    const CellInfo& info = cells[index];
    const auto fault = [&](NoteKind kind) {
      note(kind, item.place, item.text, static_cast<std::int16_t>(info.row), static_cast<std::int16_t>(index));
    };
    if (number.kind == Kind::blank) {
      source.state = CellState::blank;
    } else if (number.kind == Kind::not_a_number) {
      fault(NoteKind::unparsable);
    } else if (number.kind == Kind::fused) {
      fault(NoteKind::fused);
    } else if (number.kind == Kind::out_of_range) {
      fault(NoteKind::out_of_range);
    } else if (info.is_money) {
      put_money(index, item, number, head_unit);
    } else if (number.unit != Unit::none) {
      fault(NoteKind::unparsable);  // an amount of money in a cell that counts
    } else if (const auto count = number.as_count(); !count) {
      fault(NoteKind::not_integer);
    } else if (*count > Count::limit || *count < -Count::limit) {
      fault(NoteKind::out_of_range);
    } else {
      source.state = CellState::read;
      set_cell(reading_.report, index, *count);
    }
  }

  void put_money(std::size_t index, const Item& item, const ParsedNumber& number, Unit head_unit) {
    const CellInfo& info = cells[index];
    const auto fault = [&](NoteKind kind) {
      note(kind, item.place, item.text, static_cast<std::int16_t>(info.row), static_cast<std::int16_t>(index));
    };
    // The form prints 万元 over the fees of 2021 and nothing over the procurement of 2019.
    const bool form_has_unit = info.unit().zh == "万元";
    Unit announced = head_unit != Unit::none ? head_unit : note_unit_;
    if (announced == Unit::none) {
      announced = form_has_unit ? Unit::ten_thousand_yuan : Unit::none;
    }
    const auto fen = number.as_fen(announced == Unit::none ? Unit::yuan : announced);
    if (!fen) {
      fault(NoteKind::unparsable);
      return;
    }
    if (*fen > Money::limit || *fen < -Money::limit) {
      fault(NoteKind::out_of_range);
      return;
    }
    reading_.sources[index].state = CellState::read;
    set_cell(reading_.report, index, *fen);
    if (number.unit == Unit::none && announced == Unit::none && *fen != 0) {
      fault(NoteKind::unit_missing);
    } else if (number.unit != Unit::none && announced != Unit::none && number.unit != announced && *fen != 0) {
      fault(NoteKind::unit_conflict);
    }
  }

  void mark_unreadable(std::int16_t row, std::string_view text, const Place& place, NoteKind kind) {
    if (is_read(row)) {
      return;
    }
    const RowCells range = row_cells[static_cast<std::size_t>(row)];
    for (std::size_t i = range.first; i < std::size_t{range.first} + range.count; ++i) {
      Source& source = reading_.sources[i];
      source.state = CellState::unreadable;
      source.place = place;
      source.text = text;
    }
    note(kind, place, text, row);
  }

  // ---- The whole ----

  Edition likely_edition() const {
    if (votes_2019_ != votes_2021_) {
      return votes_2019_ > votes_2021_ ? Edition::form_2019 : Edition::form_2021;
    }
    About about;
    describe(about, front_, {}, hints_);
    return about.year >= 2021 ? Edition::form_2021 : about.year >= 2019 ? Edition::form_2019 : Edition::unknown;
  }

  bool found_nothing() const {
    const bool any_row = std::any_of(reading_.sources.begin(), reading_.sources.end(),
                                     [](const Source& source) { return source.state != CellState::not_in_form; });
    return !any_row && reading_.headings.size() < 2;
  }

  void finish() {
    About& about = reading_.report.about;
    std::vector<std::size_t> title_lines = describe(about, front_, back_, hints_);
    for (std::size_t i = 0; i < front_.size(); ++i) {
      if (std::find(title_lines.begin(), title_lines.end(), i) == title_lines.end()) {
        reading_.preamble.append(reading_.preamble.empty() ? "" : "\n").append(front_[i].text);
      }
    }
    about.edition = likely_edition();
    settle_edition();
    settle_absent();
    settle_doubtful();
  }

  /// A cell of an unread row that the document's edition does not have was never there.
  void settle_edition() {
    for (const CellInfo& cell : cells) {
      Source& source = reading_.sources[cell.index];
      if (source.state == CellState::unreadable && !has(cell.editions, reading_.report.about.edition)) {
        source = {};
      }
    }
    auto& notes = reading_.notes;
    notes.erase(std::remove_if(notes.begin(), notes.end(),
                               [&](const Note& n) {
                                 return n.kind == NoteKind::fused && n.cell < 0 && n.row >= 0 &&
                                        !has(rows[static_cast<std::size_t>(n.row)].editions,
                                             reading_.report.about.edition);
                               }),
                notes.end());
  }

  /// Rows of the edition that were not found. One row 其他处理 in a 2021 report stands for that edition's three.
  void settle_absent() {
    const Edition edition = reading_.report.about.edition;
    const bool has_single_row = is_read(single_other_row);
    for (std::size_t row = 0; row < rows.size(); ++row) {
      if (!has(rows[row].editions, edition) || is_read(static_cast<std::int16_t>(row))) {
        continue;
      }
      if (has_single_row && rows[row].editions == Editions::form_2021 && rows[row].type == RowType::applicants) {
        continue;
      }
      const RowCells range = row_cells[row];
      for (std::size_t i = range.first; i < std::size_t{range.first} + range.count; ++i) {
        if (has(cells[i].editions, edition)) {
          reading_.sources[i].state = CellState::absent;
        }
      }
      note(NoteKind::row_missing, {}, rows[row].label.zh(edition), static_cast<std::int16_t>(row));
    }
  }

  /// Beside a loose number, the one or two blanks of an otherwise filled row may be where it belongs.
  void settle_doubtful() {
    for (std::size_t row = 0; row < rows.size(); ++row) {
      const RowCells range = row_cells[row];
      if (!loose_number_[static_cast<std::size_t>(tables[rows[row].table].section)]) {
        continue;
      }
      std::size_t blanks = 0, filled = 0;
      for (std::size_t i = range.first; i < std::size_t{range.first} + range.count; ++i) {
        blanks += reading_.sources[i].state == CellState::blank;
        filled += reading_.sources[i].state == CellState::read;
      }
      for (std::size_t i = range.first; i < std::size_t{range.first} + range.count && blanks <= 2 && filled > blanks;
           ++i) {
        if (reading_.sources[i].state == CellState::blank) {
          reading_.sources[i].state = CellState::unreadable;
          note(NoteKind::doubtful, reading_.sources[i].place, rows[row].label.zh(reading_.report.about.edition),
               static_cast<std::int16_t>(row), static_cast<std::int16_t>(i));
        }
      }
    }
  }

  // ---- Small things ----

  void note(NoteKind kind, const Place& place, std::string_view text, std::int16_t row = -1, std::int16_t cell = -1) {
    reading_.notes.push_back({kind, place, row, cell, std::string(text)});
  }
  static std::string joined(const std::vector<Item>& items) {
    std::string text;
    for (const Item& item : items) {
      text.append(text.empty() ? "" : " ").append(item.text);
    }
    return text;
  }

  const Document& document_;
  const Hints& hints_;
  const Labels& labels_ = Labels::instance();
  Reading& reading_;
  std::vector<Line> front_, back_;  // paragraphs before section one; of sections five and six
  std::uint32_t block_begin_ = 0;   // of the paragraph at hand, in the document's text
  int section_ = 0;                 // the one whose heading came last
  bool cases_seen_ = false;         // a head of section four came
  std::int16_t case_row_ = -1;      // the row of section four named last
  std::vector<HeadColumn> head_;    // the last row of column heads
  Unit note_unit_ = Unit::none;     // said in a note to section two
  std::string_view current_table_ = tables[0].key;
  int votes_2019_ = 0, votes_2021_ = 0;
  std::array<bool, sections.size() + 1> loose_number_{};
  // Reused from row to row.
  unicode::Folded folded_;
  std::vector<Item> items_, values_;
  std::vector<std::size_t> targets_;
};

}  // namespace

Result<Reading> interpret(const Document& document, const Hints& hints) {
  Result<Reading> result;  // filled in place: a Reading is too large to move about
  if (auto error = Interpreter(document, hints, result.value()).run()) {
    result = *std::move(error);
  }
  return result;
}

}  // namespace gongkai
