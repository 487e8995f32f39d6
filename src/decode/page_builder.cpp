// Keeps each open table until it closes, because only then is it known whether it holds another.
#include "decode/page_builder.hpp"

#include <algorithm>
#include <array>

#include "text/utf8.hpp"

namespace gongkai {
namespace {

/// A cell with more text than this is part of the page, not of a table of numbers. The form's longest label has 110
/// bytes; some provinces print notes into it.
constexpr std::uint32_t longest_data_cell = 600;

bool is_html_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/// "发布机构：某某局": what portals print around the article to describe it.
bool is_metadata(std::string_view paragraph) {
  constexpr std::size_t longest = 180;
  return paragraph.size() <= longest &&
         (paragraph.find("：") != std::string_view::npos || paragraph.find(':') != std::string_view::npos);
}
bool begins_like_metadata(std::string_view paragraph) {
  constexpr std::array<std::string_view, 10> names{"索引号",   "发布", "公开", "来源", "信息来源",
                                                   "成文日期", "生成", "文号", "发文", "名称"};
  return is_metadata(paragraph) &&
         std::any_of(names.begin(), names.end(), [&](std::string_view name) { return paragraph.starts_with(name); });
}

/// "五、存在的主要问题": the heading of a section of a report.
bool is_numbered_heading(std::string_view paragraph) {
  constexpr std::size_t longest = 150;
  constexpr std::array<std::string_view, 6> numbers{"一、", "二、", "三、", "四、", "五、", "六、"};
  return paragraph.size() <= longest && std::any_of(numbers.begin(), numbers.end(), [&](std::string_view number) {
           return paragraph.starts_with(number);
         });
}

/// Names the report: some portals print the title above the element that holds the article.
bool is_title(std::string_view paragraph) {
  constexpr std::size_t longest = 180;
  std::string squeezed;
  for (std::size_t i = 0; i < paragraph.size() && squeezed.size() <= longest;) {
    const std::size_t begin = i;
    if (!unicode::is_space(unicode::next(paragraph, i))) {
      squeezed.append(paragraph.substr(begin, i - begin));
    }
  }
  const auto has = [&](std::string_view word) { return squeezed.find(word) != std::string::npos; };
  return squeezed.size() <= longest && has("信息公开") && (has("报告") || has("年报"));
}

}  // namespace

// ---- Text ----

void PageBuilder::add_text(std::string_view text, std::uint32_t at) {
  for (std::size_t i = 0; i < text.size();) {
    if (is_html_space(text[i])) {
      if (in_preformatted && text[i] == '\n') {
        end_line();
      }
      space_ = true;
      ++i;
      continue;
    }
    const std::size_t begin = i;
    while (i < text.size() && !is_html_space(text[i])) {
      ++i;
    }
    append(text.substr(begin, i - begin), at + static_cast<std::uint32_t>(begin));
  }
}

void PageBuilder::append(std::string_view words, std::uint32_t at) {
  if (!frames_.empty() && frames_.back().is_cell_open) {
    append_to_cell(words, at);
    return;
  }
  if (!is_paragraph_open_) {
    break_outer_tables();  // text between the cells of a table: browsers show it before the table
    is_paragraph_open_ = true;
    paragraph_.text.begin = text_size();
    paragraph_.line = at;
    paragraph_trait_ = current_trait();
  } else if (space_) {
    document_.text.push_back(' ');
  }
  space_ = false;
  document_.text.append(words);
  paragraph_trait_.link_bytes += in_link ? static_cast<std::uint32_t>(words.size()) : 0;
}

void PageBuilder::append_to_cell(std::string_view words, std::uint32_t at) {
  Frame& frame = frames_.back();
  if (text_size() == frame.cells.back().text.begin) {
    lines_.push_back({text_size(), at, current_trait()});
  } else if (line_break_) {
    document_.text.push_back('\n');
    lines_.push_back({text_size(), at, current_trait()});
    check_limits();
  } else if (space_) {
    document_.text.push_back(' ');
  }
  line_break_ = space_ = false;
  document_.text.append(words);
  const auto size = static_cast<std::uint32_t>(words.size());
  frame.bytes += size;
  if (in_link) {
    frame.link_bytes += size;
    lines_.back().trait.link_bytes += size;
  }
}

void PageBuilder::end_line() {
  close_paragraph();
  line_break_ = true;
  space_ = false;
}

void PageBuilder::close_paragraph() {
  if (!is_paragraph_open_) {
    return;
  }
  is_paragraph_open_ = false;
  paragraph_.text.size = text_size() - paragraph_.text.begin;
  if (is_blank(paragraph_.text)) {
    document_.text.resize(paragraph_.text.begin);
    return;
  }
  paragraph_trait_.bytes = paragraph_.text.size;
  push(paragraph_, paragraph_trait_);
}

bool PageBuilder::is_blank(Document::Text range) const {
  return unicode::trim(document_.view(range)).empty();
}

// ---- Tables ----

void PageBuilder::begin_table(std::uint32_t at) {
  end_line();
  const std::uint32_t begin = text_size();
  if (!frames_.empty() && frames_.back().is_cell_open && begin != frames_.back().cells.back().text.begin) {
    document_.text.push_back('\n');  // should the new table be only a frame around a line of this cell
  }
  Frame& frame = frames_.emplace_back();
  frame.text_begin = begin;
  frame.at = at;
  frame.in_article = in_article;
}

void PageBuilder::begin_row(bool is_hidden, std::uint32_t at) {
  end_row();
  Frame& frame = frames_.back();
  frame.is_row_open = true;
  frame.is_row_hidden = is_hidden;
  frame.row_at = at;
  frame.rows.push_back({static_cast<std::uint32_t>(frame.cells.size()), 0});
}

void PageBuilder::begin_cell(std::uint16_t row_span, std::uint16_t column_span, bool is_hidden, std::uint32_t at) {
  if (!frames_.back().is_row_open) {
    begin_row(false, at);
  }
  end_cell();
  Frame& frame = frames_.back();
  if (frame.is_row_broken) {
    return;
  }
  frame.is_cell_open = true;
  frame.is_cell_hidden = is_hidden;
  Document::Cell& cell = frame.cells.emplace_back();
  cell.text.begin = text_size();
  cell.line = at;
  cell.row_span = row_span;
  cell.column_span = column_span;
  ++frame.rows.back().cell_count;
  ++cell_count_;
  check_limits();
}

void PageBuilder::end_cell() {
  end_line();
  close_cell(frames_.back());
}
void PageBuilder::end_row() {
  end_line();
  close_row(frames_.back());
}

void PageBuilder::close_cell(Frame& frame) {
  if (!frame.is_cell_open) {
    return;
  }
  frame.is_cell_open = false;
  Document::Cell& cell = frame.cells.back();
  cell.text.size = text_size() - cell.text.begin;
  while (cell.text.size != 0 && is_html_space(document_.text[cell.text.begin + cell.text.size - 1])) {
    --cell.text.size;
  }
  if (!frame.is_cell_hidden) {
    return;
  }
  if (is_blank(cell.text)) {
    frame.cells.pop_back();
    --frame.rows.back().cell_count;
  } else {
    add_note(NoteKind::hidden_row, document_.view(cell.text), cell.line);
  }
}

void PageBuilder::close_row(Frame& frame) {
  close_cell(frame);
  if (!frame.is_row_open) {
    return;
  }
  frame.is_row_open = false;
  if (frame.is_row_broken) {
    frame.is_row_broken = false;
    return;
  }
  const Row row = frame.rows.back();
  if (row.cell_count == 0) {
    frame.rows.pop_back();
  } else if (frame.is_row_hidden) {
    std::string text;
    for (std::uint32_t i = 0; i < row.cell_count; ++i) {
      text.append(i == 0 ? "" : " ").append(document_.view(frame.cells[row.first_cell + i].text));
    }
    if (!unicode::trim(text).empty()) {  // Excel sets the widths of columns by a hidden row
      add_note(NoteKind::hidden_row, text, frame.row_at);
    }
  }
}

void PageBuilder::end_table() {
  end_row();
  const auto blank = [&](const Document::Cell& cell) { return is_blank(cell.text); };
  Frame& frame = frames_.back();
  const bool is_in_cell = frames_.size() > 1 && frames_[frames_.size() - 2].is_cell_open;
  if (is_in_cell && !frame.is_layout &&
      (frame.cells.size() <= 1 || std::all_of(frame.cells.begin(), frame.cells.end(), blank))) {
    Frame& outer = frames_[frames_.size() - 2];  // its cell takes the text, which stands behind its own already
    outer.bytes += frame.bytes;
    outer.link_bytes += frame.link_bytes;
    frames_.pop_back();
    return;
  }
  if (!frame.rows.empty()) {
    break_outer_tables();
    if (frame.is_layout || is_running_text(frame)) {
      emit_rows(frame);
    } else {
      emit_table(frame, 0, frame.rows.size());
    }
  }
  frames_.pop_back();
  if (frames_.empty()) {
    emit_pictures(text_size());
    lines_.clear();
  }
}

/// Several short cells, or a label beside blanks.
bool PageBuilder::is_data_row(const Frame& frame, const Row& row) const {
  std::uint32_t filled = 0;
  for (std::uint32_t i = 0; i < row.cell_count; ++i) {
    const Document::Text text = frame.cells[row.first_cell + i].text;
    if (text.size > longest_data_cell) {
      return false;
    }
    filled += !is_blank(text);
  }
  return filled >= 2 || row.cell_count >= 3;
}

/// Whether the table only frames an article.
bool PageBuilder::is_running_text(const Frame& frame) const {
  bool is_long = false;
  for (const Row& row : frame.rows) {
    std::uint32_t filled = 0;
    for (std::uint32_t i = 0; i < row.cell_count; ++i) {
      const Document::Text text = frame.cells[row.first_cell + i].text;
      filled += !is_blank(text);
      is_long = is_long || text.size > longest_data_cell;
    }
    if (filled > 1) {
      return false;
    }
  }
  return is_long;
}

/// Before anything of the innermost table becomes a block: the tables around it are layout, and what they held so far
/// comes first.
void PageBuilder::break_outer_tables() {
  for (std::size_t i = 0; i + 1 < frames_.size(); ++i) {
    frames_[i].is_layout = true;
    emit_open_row(frames_[i], frames_[i + 1].text_begin);
    emit_pictures(frames_[i + 1].text_begin);
  }
}

/// The closed rows of a layout table, then the cells of its open one.
void PageBuilder::emit_open_row(Frame& frame, std::uint32_t text_end) {
  if (!frame.is_row_open || frame.is_row_broken) {
    emit_rows(frame);
    return;
  }
  if (frame.is_cell_open) {
    frame.cells.back().text.size = text_end - frame.cells.back().text.begin;
    frame.is_cell_open = false;
  }
  frame.is_row_broken = true;
  const auto first_open = frame.cells.begin() + static_cast<std::ptrdiff_t>(frame.rows.back().first_cell);
  const std::vector<Document::Cell> open_cells(first_open, frame.cells.end());
  frame.rows.pop_back();
  emit_rows(frame);
  std::for_each(open_cells.begin(), open_cells.end(), [&](const Document::Cell& cell) { emit_lines(cell); });
}

/// The closed rows of a layout table, which then forgets them.
void PageBuilder::emit_rows(Frame& frame) {
  for (std::size_t i = 0; i < frame.rows.size();) {
    std::size_t end = i;
    while (end < frame.rows.size() && is_data_row(frame, frame.rows[end])) {
      ++end;
    }
    if (end != i) {
      emit_table(frame, i, end - i);
      i = end;
      continue;
    }
    const Row& row = frame.rows[i++];
    for (std::uint32_t k = 0; k < row.cell_count; ++k) {
      emit_lines(frame.cells[row.first_cell + k]);
    }
  }
  frame.rows.clear();
  frame.cells.clear();
}

// ---- Blocks ----

void PageBuilder::emit_lines(const Document::Cell& cell) {
  const std::uint32_t end = cell.text.begin + cell.text.size;
  auto line = std::lower_bound(lines_.begin(), lines_.end(), cell.text.begin,
                               [](const Line& a, std::uint32_t in_text) { return a.in_text < in_text; });
  for (; line != lines_.end() && line->in_text < end; ++line) {
    Document::Block block;
    block.text = {line->in_text, end - line->in_text};
    block.text.size = static_cast<std::uint32_t>(unicode::find_ascii(document_.view(block.text), '\n'));
    block.line = line->in_source;
    if (!is_blank(block.text)) {
      emit_pictures(line->in_text);
      Trait trait = line->trait;
      trait.bytes = block.text.size;
      push(block, trait);
    }
  }
  emit_pictures(end);
}

void PageBuilder::emit_table(const Frame& frame, std::size_t first_row, std::size_t row_count) {
  const Row& first = frame.rows[first_row];
  const Row& last = frame.rows[first_row + row_count - 1];
  Document::Block block;
  block.kind = Document::BlockKind::table;
  block.line = first_row == 0 ? frame.at : frame.cells[first.first_cell].line;
  block.first_row = static_cast<std::uint32_t>(document_.table_rows.size());
  block.row_count = static_cast<std::uint32_t>(row_count);
  const std::size_t shift = document_.table_cells.size() - first.first_cell;  // may wrap around, and back
  for (std::size_t i = first_row; i < first_row + row_count; ++i) {
    const Row& row = frame.rows[i];
    document_.table_rows.push_back({static_cast<std::uint32_t>(row.first_cell + shift), row.cell_count});
  }
  const auto begin = frame.cells.begin() + static_cast<std::ptrdiff_t>(first.first_cell);
  const auto end =
      frame.cells.begin() + static_cast<std::ptrdiff_t>(last.first_cell) + static_cast<std::ptrdiff_t>(last.cell_count);
  document_.table_cells.insert(document_.table_cells.end(), begin, end);
  push(block, {frame.bytes, frame.link_bytes, frame.in_article, false});
  emit_pictures((end - 1)->text.begin + (end - 1)->text.size);
}

void PageBuilder::add_picture(std::string_view alt, std::uint32_t at) {
  Picture picture;
  picture.block.kind = Document::BlockKind::picture;
  picture.block.text = keep_aside(alt);
  picture.block.line = at;
  picture.trait = current_trait();
  picture.trait.link_bytes = in_link ? 1 : 0;
  if (frames_.empty() || frames_.back().is_row_broken) {
    close_paragraph();
    push(picture.block, picture.trait);
  } else {
    picture.in_text = text_size();
    pictures_.push_back(picture);
    check_limits();
  }
}

void PageBuilder::emit_pictures(std::uint32_t until) {
  for (; !pictures_.empty() && pictures_.front().in_text <= until; pictures_.pop_front()) {
    push(pictures_.front().block, pictures_.front().trait);
  }
}

void PageBuilder::push(const Document::Block& block, const Trait& trait) {
  document_.blocks.push_back(block);
  traits_.push_back(trait);
  check_limits();
}

void PageBuilder::add_property(std::string_view name, std::string_view value) {
  value = unicode::trim(value);
  if (!name.empty() && !value.empty()) {
    const Document::Text name_text = keep_aside(name);
    document_.properties.push_back({name_text, keep_aside(value)});
    check_limits();
  }
}

void PageBuilder::add_note(NoteKind kind, std::string_view text, std::uint32_t at) {
  Note note;
  note.kind = kind;
  note.place.line = at;
  note.text = text;
  document_.notes.push_back(std::move(note));
}

/// Texts are kept apart while a cell is open, whose text is one range.
Document::Text PageBuilder::keep_aside(std::string_view text) {
  const auto begin = static_cast<std::uint32_t>(aside_.size());
  aside_.append(text);
  return {begin, static_cast<std::uint32_t>(text.size())};
}

void PageBuilder::check_limits() {
  const std::size_t most =
      std::max({document_.blocks.size() + pictures_.size(), lines_.size(), document_.properties.size()});
  is_over_limit_ = is_over_limit_ || cell_count_ > limits_.cells || most > limits_.blocks;
}

// ---- The whole ----

Document PageBuilder::finish(std::string_view source) {
  while (!frames_.empty()) {
    end_table();
  }
  end_line();
  drop_surroundings();
  count_lines(source);
  const std::uint32_t base = text_size();
  for (Document::Block& block : document_.blocks) {
    block.text.begin += block.kind == Document::BlockKind::picture ? base : 0;
  }
  for (Document::Property& property : document_.properties) {
    property.name.begin += base;
    property.value.begin += base;
  }
  document_.text.append(aside_);
  document_.decoding = {Format::html, "UTF-8", EncodingReason::valid_utf8};
  return std::move(document_);
}

/// Navigation, lists of links and footers go. Where a known container holds the article, what stands before it is kept
/// as far as it may describe the report (headings, tables, "name：value", titles), and behind it tables and such
/// descriptions; text between two containers is kept, for it may be a part that lost its own, and so is what follows the
/// last one where headings of the report do. Without a container only short lines that are links altogether go.
void PageBuilder::drop_surroundings() {
  std::vector<Document::Block>& blocks = document_.blocks;
  std::size_t first = blocks.size(), last = 0;
  std::uint64_t inside = 0, everywhere = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const std::uint64_t bytes = traits_[i].bytes - traits_[i].link_bytes;
    everywhere += bytes;
    if (traits_[i].in_article) {
      inside += bytes;
      first = std::min(first, i);
      last = i;
    }
  }
  const bool has_article = inside * 2 > everywhere;
  const auto is_link_only = [&](std::size_t i) {
    return traits_[i].link_bytes * 10ULL >= traits_[i].bytes * 7ULL && traits_[i].link_bytes != 0;
  };
  // A </div> too many ends the container within the report.
  bool goes_on = false;
  for (std::size_t i = last + 1; i < blocks.size() && !goes_on; ++i) {
    goes_on = blocks[i].kind == Document::BlockKind::paragraph && !is_link_only(i) &&
              is_numbered_heading(unicode::trim(document_.view(blocks[i].text)));
  }
  const auto is_kept = [&](std::size_t i) {
    const Document::Block& block = blocks[i];
    const Trait& trait = traits_[i];
    const bool is_link = is_link_only(i);
    if (!has_article || (goes_on && i > last)) {
      constexpr std::uint32_t longest_link = 180;
      return block.kind == Document::BlockKind::table || !is_link || trait.is_heading || trait.bytes > longest_link;
    }
    if (trait.in_article || (i > first && i < last && !is_link)) {
      return true;
    }
    if (block.kind == Document::BlockKind::table) {
      return !is_link;
    }
    const std::string_view text = document_.view(block.text);
    return block.kind == Document::BlockKind::paragraph &&
           (i < first ? trait.is_heading || (!is_link && (is_metadata(text) || is_title(text) ||
                                                          is_numbered_heading(unicode::trim(text))))
                      : begins_like_metadata(text));
  };
  std::size_t kept = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (is_kept(i)) {
      blocks[kept++] = blocks[i];
    }
  }
  blocks.resize(kept);
}

/// Offsets into the source become lines and columns. Places come nearly in order.
void PageBuilder::count_lines(std::string_view source) {
  std::vector<std::uint32_t> begins{0};
  for (std::size_t i = source.find('\n'); i != std::string_view::npos; i = source.find('\n', i + 1)) {
    begins.push_back(static_cast<std::uint32_t>(i + 1));
  }
  std::size_t near = 0;
  const auto set = [&](std::uint32_t& line, std::uint32_t& column) {
    const std::uint32_t offset = line;
    if (begins[near] > offset || (near + 1 < begins.size() && begins[near + 1] <= offset)) {
      near = static_cast<std::size_t>(std::upper_bound(begins.begin(), begins.end(), offset) - begins.begin()) - 1;
    }
    line = static_cast<std::uint32_t>(near + 1);
    column = offset - begins[near] + 1;
  };
  for (Document::Block& block : document_.blocks) {
    set(block.line, block.column);
  }
  for (Document::Cell& cell : document_.table_cells) {
    set(cell.line, cell.column);
  }
  for (Note& note : document_.notes) {
    set(note.place.line, note.place.column);
  }
}

}  // namespace gongkai
