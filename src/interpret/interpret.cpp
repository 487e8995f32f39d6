// Document -> Readings: walks the blocks in order, tells sections, text and tables apart, and hands rows on.
#include <algorithm>
#include <deque>

#include "gongkai/read.hpp"
#include "interpret/about.hpp"
#include "interpret/cell_rows.hpp"
#include "interpret/form_reader.hpp"
#include "interpret/grid.hpp"
#include "interpret/labels.hpp"
#include "interpret/line_rows.hpp"
#include "interpret/page_noise.hpp"
#include "interpret/running_text.hpp"
#include "text/utf8.hpp"

namespace gongkai {
namespace {

bool is_in_tables(int section) {
  return section >= 2 && section <= 4;
}

class Interpreter {
 public:
  Interpreter(const Document& document, const Hints& hints, Reading& reading)
      : document_(document), hints_(hints), reading_(reading), form_(reading), lines_(form_), cell_rows_(form_) {}

  /// Reads one report from the block on, and returns the block at which another one begins, or the number of blocks.
  std::size_t run(std::size_t first) {
    reading_.decoding = document_.decoding;
    reading_.notes = document_.notes;
    for (const Document::Property& property : document_.properties) {
      around_.fields.push_back({document_.view(property.name), document_.view(property.value)});
    }
    std::uint32_t table = static_cast<std::uint32_t>(
        std::count_if(document_.blocks.begin(), document_.blocks.begin() + static_cast<std::ptrdiff_t>(first),
                      [](const Document::Block& block) { return block.kind == Document::BlockKind::table; }));
    std::size_t at = first;
    for (; at < document_.blocks.size(); ++at) {
      const Document::Block& block = document_.blocks[at];
      const Place place{block.line, block.column, 0, 0, 0, block.page};
      if (block.kind == Document::BlockKind::paragraph) {
        const std::string_view text = document_.view(block.text);
        paragraph_ = text;
        if (const std::size_t end = section_ == 0 ? end_of_contents(at) : at; end != at) {
          at = end - 1;
          continue;
        }
        if (is_complete() && is_whole_title(text)) {
          break;
        }
        if (is_running_table(text)) {
          take_running_paragraph(text, place);
        } else {
          take_paragraph(text, place);
        }
      } else if (block.kind == Document::BlockKind::table) {
        lines_.flush();
        paragraph_ = {};
        take_table(block, ++table);
      } else {
        take_picture(document_.view(block.text), place);
      }
    }
    lines_.flush();
    finish();
    return at;
  }

  bool found_nothing() const { return !form_.any_row_found() && reading_.headings.size() < 2; }
  /// Whether section four and what stands before it has been seen: another title then begins another report.
  bool is_complete() const { return section_ >= 4 && form_.any_row_found(); }
  /// Whether the tables of the form are there as pictures only.
  bool has_only_pictures() const { return pictures_in_tables_ != 0 && !form_.any_row_found(); }

 private:
  // ---- Paragraphs ----

  void take_paragraph(std::string_view paragraph, const Place& place) {
    paragraph = unicode::trim(paragraph);
    if (paragraph.empty() || section_ == behind_the_report) {
      return;
    }
    const bool is_short = paragraph.size() <= longest_heading;
    if (is_short && take_heading(paragraph, place)) {
      return;
    }
    if (const std::size_t end = end_of_leading_heading(paragraph); end != 0) {
      take_heading(paragraph.substr(0, end), place);
      paragraph = trim_heading_mark(paragraph.substr(end));
    } else if (is_short && section_ >= 5 && is_page_noise(paragraph)) {
      section_ = behind_the_report;
      return;
    } else if (is_short && is_in_tables(section_) && lines_.take(paragraph, place)) {
      return;
    }
    lines_.flush();
    form_.take_text(paragraph);
    add_narrative(paragraph, place);
  }

  /// Behind a table of contents that begins at the block: the headings of three sections or more with nothing between
  /// them, the first of which comes again. The block itself where none does.
  std::size_t end_of_contents(std::size_t at) {
    int section = 0;
    std::size_t end = at, sections = 0;
    for (int next = heading_at(at); next > section; next = heading_at(end)) {
      section = next;
      ++end;
      ++sections;
    }
    constexpr std::size_t fewest = 3;
    if (sections < fewest) {
      return at;
    }
    const int first = heading_at(at);
    for (std::size_t i = end; i < document_.blocks.size(); ++i) {
      if (heading_at(i) == first || has_heading(document_.blocks[i], first)) {
        return end;
      }
    }
    return at;
  }
  /// The section whose heading the block is; 0 where it is none.
  int heading_at(std::size_t at) {
    return at < document_.blocks.size() && document_.blocks[at].kind == Document::BlockKind::paragraph
               ? headed_section(document_.view(document_.blocks[at].text))
               : 0;
  }
  /// Whether a row of the table is the heading.
  bool has_heading(const Document::Block& block, int section) {
    if (block.kind != Document::BlockKind::table) {
      return false;
    }
    const auto table_rows = document_.rows_of(block);
    return std::any_of(table_rows.begin(), table_rows.end(), [&](const Document::Row& row) {
      const auto row_cells = document_.cells_of(row);
      return row_cells.size() == 1 && headed_section(document_.view(row_cells.front().text)) == section;
    });
  }
  int headed_section(std::string_view text) {
    if (text.size() > longest_heading) {
      return 0;
    }
    unicode::fold(unicode::trim(text), folded_);
    return std::max(section_of_heading(folded_), 0);
  }

  bool take_heading(std::string_view paragraph, const Place& place) {
    unicode::fold(paragraph, folded_);
    int section = section_of_heading(folded_);
    if (section < 0) {  // "（一）主要问题" opens section five only where its own heading is lost
      if (section_ != 4) {
        return false;
      }
      section = -section;
      open_section(section, paragraph, place);
      add_narrative(paragraph, place);
      return true;
    }
    if (section != 0) {
      open_section(section, paragraph, place);
    }
    return section != 0;
  }

  /// Where the heading ends in a paragraph that begins with one and goes on: "一、总体情况。2023年，……"; else 0.
  std::size_t end_of_leading_heading(std::string_view paragraph) {
    constexpr std::size_t farthest = 120;  // bytes
    const std::string_view head = paragraph.substr(0, farthest);
    if (head.size() < 6 || head.substr(3, 3) != "、") {
      return 0;
    }
    std::size_t end = head.size();
    for (const std::string_view mark : {"。", "：", ":", "\n", " ", "　"}) {
      end = std::min(end, head.find(mark));
    }
    if (end == head.size()) {
      return 0;
    }
    unicode::fold(head.substr(0, end), folded_);
    return section_of_heading(folded_) > 0 ? end : 0;
  }
  static std::string_view trim_heading_mark(std::string_view text) {
    for (const std::string_view mark : {"。", "：", ":"}) {
      if (text.substr(0, mark.size()) == mark) {
        text.remove_prefix(mark.size());
        break;
      }
    }
    return unicode::trim(text);
  }

  /// Takes a paragraph in which tables ran together, section by section where their headings stand in it.
  void take_running_paragraph(std::string_view paragraph, const Place& place) {
    std::size_t begin = 0;
    const auto take_part = [&](std::string_view part) {
      if (is_running_table(part)) {
        take_running_table(unicode::trim(part), place);
      } else {
        take_paragraph(part, place);
      }
    };
    for (const SectionStart& start : section_starts(paragraph)) {
      take_part(paragraph.substr(begin, start.begin - begin));
      open_section(start.section, paragraph.substr(start.begin, start.end - start.begin), {});
      begin = start.end;
    }
    take_part(paragraph.substr(begin));
  }

  void open_section(int section, std::string_view heading, const Place& place) {
    lines_.flush();
    cell_rows_.end();
    if (section_ == 0) {
      const int year = year_of(around_, hints_);
      form_.set_likely_edition(year >= 2021   ? Edition::form_2021
                               : year >= 2019 ? Edition::form_2019
                                              : Edition::unknown);
    }
    section_ = section;
    form_.begin_section(section);
    if (reading_.find_heading(section) == nullptr) {
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
      around_.front.push_back({paragraph, place});
      return;
    }
    if (!text->empty()) {
      text->push_back('\n');
    }
    Place begin = place;
    if (!paragraph_.empty()) {  // what is taken is the end of it, without the spaces and the heading before
      begin.column += static_cast<std::uint32_t>(paragraph.data() - paragraph_.data());
    }
    reading_.passages.push_back({section_ == 1   ? Prose::overview
                                 : section_ == 5 ? Prose::problems
                                 : section_ == 6 ? Prose::other_matters
                                                 : Prose::beside_tables,
                                 static_cast<std::uint32_t>(text->size()), begin});
    text->append(paragraph);
    if (section_ >= 5) {
      around_.back.push_back({paragraph, place});
    }
    if (section_ == 2 && paragraph.size() < 60 && unicode::simplified(paragraph).find("单位") != std::string::npos) {
      form_.set_unit(unit_in(paragraph));
    }
  }

  /// A table that lost its borders. Its numbers can be told apart only where all of its rows have as many as they
  /// should; else every row found is named.
  void take_running_table(std::string_view paragraph, const Place& place) {
    const std::vector<RunningRow> found = running_rows(paragraph, Labels::instance());
    std::vector<std::vector<Item>> values;
    bool all_fit = true;
    for (const RunningRow& row : found) {
      values.push_back(lines_.values_in(row.text, place));
      all_fit = all_fit && rows[static_cast<std::size_t>(row.row)].type != RowType::cases &&
                values.back().size() == form_.width(row.row);
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (all_fit) {
        form_.take_row(found[i].row, {}, place, values[i]);
      } else {
        // Which edition's row a label belongs to is seen from the whole, in finish(); until then keep both.
        form_.mark_unreadable(found[i].row, found[i].text, place, NoteKind::fused);
        form_.vote(rows[static_cast<std::size_t>(found[i].row)].editions);
      }
    }
  }

  // ---- Tables and pictures ----

  void take_table(const Document::Block& block, std::uint32_t table) {
    form_.begin_table();
    grid_.clear();
    std::uint32_t row_number = 0;
    bool any_of_form = false, any_number = false;
    const bool has_row_numbers = begins_with_row_numbers(block);
    const bool is_cell_a_row = has_cell_a_row(block);
    for (const Document::Row& row : document_.rows_of(block)) {
      ++row_number;
      items_.clear();
      std::uint32_t cell_number = 0;
      grid_.begin_row();
      for (const Document::Cell& cell : document_.cells_of(row)) {
        Item& item = items_.emplace_back(form_.item(
            document_.view(cell.text), {cell.line, cell.column, table, row_number, ++cell_number, block.page}));
        item.column = grid_.place(cell);
        item.column_span = cell.column_span;
        if (has_row_numbers && cell_number == 1) {
          items_.pop_back();
          continue;
        }
        any_number = any_number || item.kind == Item::Kind::number;
      }
      leave_out_repetitions();
      if (is_cell_a_row && is_in_tables(section_) && !items_.empty()) {
        const bool is_text = items_.size() == 1 && items_[0].kind == Item::Kind::text && items_[0].meaning == nullptr;
        if (!is_text || !take_heading(items_[0].text, items_[0].place)) {
          cell_rows_.take(items_);
        }
        any_of_form = true;
        continue;
      }
      if (items_.size() == 1 && take_single_cell(items_[0])) {
        any_of_form = true;
        continue;
      }
      lines_.flush();
      if (section_ == 0 && names_field()) {
        take_other_row();
        continue;
      }
      const RowFate fate = form_.take(items_);
      any_of_form = any_of_form || fate != RowFate::nothing;
      if (fate == RowFate::nothing) {
        take_other_row();
      }
    }
    lines_.flush();
    cell_rows_.end();
    if (any_number && !any_of_form && is_in_tables(section_)) {
      reading_.notes.push_back({NoteKind::skipped_table, {0, 0, table, 1, 1, block.page}, -1, -1, first_text(block)});
    }
  }

  /// Whether each row is a cell, or several empty ones that fill up the row of the form before, and most cells are values.
  bool has_cell_a_row(const Document::Block& block) {
    std::size_t values = 0, empty = 0, texts = 0;
    for (const Document::Row& row : document_.rows_of(block)) {
      const auto row_cells = document_.cells_of(row);
      const bool is_empty = std::all_of(row_cells.begin(), row_cells.end(), [this](const Document::Cell& cell) {
        return unicode::trim(document_.view(cell.text)).empty();
      });
      if (row_cells.size() > 1 && !is_empty) {
        return false;
      }
      if (is_empty) {
        ++empty;
      } else {
        const Item item = form_.item(document_.view(row_cells.front().text), {});
        values += item.kind != Item::Kind::text;
        texts += item.kind == Item::Kind::text && item.meaning == nullptr;
      }
    }
    return empty != 0 && values + empty > 2 * texts;
  }

  /// Whether the first column, without a head, counts the rows behind the first, from 0 or 1 on: so programs write data down.
  bool begins_with_row_numbers(const Document::Block& block) {
    constexpr std::size_t fewest = 3;  // rows
    const auto table_rows = document_.rows_of(block);
    Counting rows_counted;
    bool any_label = false;
    if (table_rows.empty() || table_rows[0].cell_count == 0 ||
        form_.item(document_.view(document_.cells_of(table_rows[0]).front().text), {}).kind == Item::Kind::text) {
      return false;  // a column with a head of its own
    }
    for (std::size_t i = 1; i < table_rows.size(); ++i) {
      const auto row_cells = document_.cells_of(table_rows[i]);
      if (row_cells.size() < 2 || !rows_counted.goes_on(form_.item(document_.view(row_cells[0].text), {}))) {
        return false;
      }
      any_label = any_label || form_.item(document_.view(row_cells[1].text), {}).kind == Item::Kind::text;
    }
    return table_rows.size() >= fewest && any_label;
  }

  /// A row's label may come again in all columns that it spans, as programs write it.
  void leave_out_repetitions() {
    const bool any_number =
        std::any_of(items_.begin(), items_.end(), [](const Item& item) { return item.kind == Item::Kind::number; });
    const auto repeats = [&](const Item& label, const Item& item) {
      return item.meaning != nullptr && item.meaning == label.meaning && item.meaning->is_row() &&
             (any_number || !item.meaning->is_column());
    };
    items_.erase(std::unique(items_.begin(), items_.end(), repeats), items_.end());
  }

  /// A row of one cell is a line: a heading, a label or a number in an export with one cell a row.
  bool take_single_cell(const Item& item) {
    if (item.text.empty()) {
      return true;
    }
    if (take_heading(item.text, item.place)) {
      return true;
    }
    return is_in_tables(section_) && lines_.take(item.text, item.place);
  }

  /// Whether a row before the report describes it, be it with a word that is a label of the form: 主题分类 其他.
  bool names_field() const {
    return std::any_of(items_.begin(), items_.end(), [](const Item& item) {
      return item.kind == Item::Kind::text && item.meaning == nullptr && is_field_name(item.text);
    });
  }

  /// A row that is none of the form's: metadata before the report, text in a table inside a section of text.
  void take_other_row() {
    if (section_ == 0) {
      for (std::size_t i = 0; i < items_.size(); ++i) {
        if (i + 1 < items_.size() && is_field_name(items_[i].text)) {
          around_.fields.push_back({items_[i].text, items_[i + 1].text});
        } else if (items_[i].kind == Item::Kind::text) {
          around_.front.push_back({items_[i].text, items_[i].place});
        }
      }
      return;
    }
    std::string text = joined(items_);
    if (!text.empty() && section_ != behind_the_report && !is_in_tables(section_)) {
      add_narrative(rows_of_text_.emplace_back(std::move(text)), items_[0].place);
    }
  }

  std::string first_text(const Document::Block& block) const {
    for (const Document::Row& row : document_.rows_of(block)) {
      for (const Document::Cell& cell : document_.cells_of(row)) {
        if (const std::string_view text = unicode::trim(document_.view(cell.text)); !text.empty()) {
          return std::string(text);
        }
      }
    }
    return {};
  }

  void take_picture(std::string_view alternative, const Place& place) {
    if (is_in_tables(section_)) {
      ++pictures_in_tables_;
      reading_.notes.push_back({NoteKind::picture, place, -1, -1, std::string(unicode::trim(alternative))});
    }
  }

  // ---- The whole ----

  void finish() {
    const std::vector<std::size_t> title_lines = describe(reading_, around_, hints_);
    for (std::size_t i = 0; i < around_.front.size(); ++i) {
      if (std::find(title_lines.begin(), title_lines.end(), i) == title_lines.end()) {
        reading_.preamble.append(reading_.preamble.empty() ? "" : "\n").append(around_.front[i].text);
      }
    }
    About& about = reading_.report.about;
    if (about.edition == Edition::unknown) {  // unless the metadata state it
      about.edition = form_.edition_of_labels();
    }
    if (about.edition == Edition::unknown && about.year >= 2019) {
      about.edition = about.year >= 2021 ? Edition::form_2021 : Edition::form_2019;
    }
    form_.finish();
  }

  static constexpr std::size_t longest_heading = 150;  // bytes
  static constexpr int behind_the_report = 7;          // what a page says below it

  const Document& document_;
  const Hints& hints_;
  Reading& reading_;
  FormReader form_;
  LineRows lines_;
  CellRows cell_rows_;
  Surroundings around_;
  int section_ = 0;                       // the one whose heading came last
  std::string_view paragraph_;            // the one at hand; empty in a table
  std::deque<std::string> rows_of_text_;  // for around_ to point into
  std::size_t pictures_in_tables_ = 0;
  // Reused from row to row.
  unicode::Folded folded_;
  std::vector<Item> items_;
  Grid grid_;
};

Error nothing_found() {
  return {ErrorCode::not_a_report,
          "没有在文件里找到政府信息公开年度报告的标题、部分或表格。请确认选对了文件。",
          "No heading, section or table of an annual report on government information disclosure was found. "
          "Check that this is the right file.",
          {}};
}

Error only_pictures() {
  return {ErrorCode::unsupported,
          "报告里的表格是图片，图片里的数无法读取。请换用表格可以选中文字的原文件（Word、Excel或网页）再读。",
          "The tables of the report are pictures, whose numbers cannot be read. Use the original with tables of text "
          "(Word, Excel or a web page).",
          {}};
}

/// Reads the next report from block `at` on into an empty reading; moves `at` behind it. False where none is left.
bool read_next(const Document& document, const Hints& hints, std::size_t& at, bool& any_pictures, Reading& reading) {
  for (;;) {
    Interpreter interpreter(document, hints, reading);
    at = interpreter.run(at);
    any_pictures = any_pictures || interpreter.has_only_pictures();
    if (!interpreter.found_nothing() && !interpreter.has_only_pictures()) {
      return true;
    }
    if (at >= document.blocks.size()) {
      return false;
    }
    reading = {};
  }
}

}  // namespace

Result<std::vector<Reading>> interpret_all(const Document& document, const Hints& hints) {
  std::vector<Reading> readings;
  std::size_t at = 0;
  bool any_pictures = false;
  do {
    if (!read_next(document, hints, at, any_pictures, readings.emplace_back())) {
      readings.pop_back();
    }
  } while (at < document.blocks.size());
  if (readings.empty()) {
    return any_pictures ? only_pictures() : nothing_found();
  }
  return readings;
}

Result<Reading> interpret(const Document& document, const Hints& hints) {
  Result<Reading> result;  // filled in place: a Reading is too large to move about
  std::size_t at = 0;
  bool any_pictures = false;
  if (!read_next(document, hints, at, any_pictures, result.value())) {
    return any_pictures ? only_pictures() : nothing_found();
  }
  while (at < document.blocks.size()) {
    Reading further;
    if (read_next(document, hints, at, any_pictures, further)) {
      result->notes.push_back({NoteKind::further_report, {}, -1, -1, further.report.about.title});
    }
  }
  return result;
}

}  // namespace gongkai
