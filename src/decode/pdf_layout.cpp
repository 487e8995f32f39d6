// What pdftotext -bbox-layout prints -> Document: page furniture is put aside, lines become paragraphs or go to tables.
#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "decode/check_text.hpp"
#include "decode/pdf_table.hpp"
#include "gongkai/read.hpp"
#include "text/fold.hpp"
#include "text/input_errors.hpp"
#include "text/page_number.hpp"
#include "text/utf8.hpp"

namespace gongkai {
namespace {

using namespace pdf;

struct TextLine : Box {
  std::uint32_t page = 0, line = 0;  // indexes
  std::vector<Segment> segments;
  double em = 0;  // of its text; of its values only where it has no text
  std::int32_t table = -1;
  bool is_furniture = false;

  bool has_values() const {
    return std::any_of(segments.begin(), segments.end(), [](const Segment& s) { return s.is_value; });
  }
  bool is_tabular() const { return segments.size() > 1; }
};

/// A text with its digits made alike, to know running heads and feet by.
std::string without_digits(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const bool is_digit = c >= '0' && c <= '9';
    if (!is_digit) {
      result.push_back(c);
    } else if (result.empty() || result.back() != '#') {
      result.push_back('#');
    }
  }
  return result;
}

class Decoder {
 public:
  Decoder(const Words& words, const Limits& limits) : words_(words), limits_(limits) {
    document_.decoding = {Format::pdf_layout, "UTF-8", EncodingReason::given};
  }

  Result<Document> run() {
    gather_lines();
    set_furniture_apart();
    if (is_scanned()) {
      return Error{
          ErrorCode::unsupported,
          "这个PDF里只有页面的图片，没有可以读取的文字（扫描件）。请使用由Word或WPS直接导出的PDF，或者原来的Word文件；"
          "只有扫描件时，请先做文字识别（OCR）并核对数字。",
          "This PDF holds pictures of its pages and no text that can be read (a scan). Use a PDF exported from Word "
          "or WPS, or the Word file itself; where there is only the scan, run OCR over it first and check the figures.",
          {}};
    }
    find_tables();
    if (!build()) {
      return document_too_large(limits_, {});
    }
    return std::move(document_);
  }

 private:
  // ---- Lines ----

  void gather_lines() {
    for (std::uint32_t page = 0; page < words_.pages.size(); ++page) {
      for (std::uint32_t line = 0; line < words_.pages[page].lines.size(); ++line) {
        TextLine& text = lines_.emplace_back();
        static_cast<Box&>(text) = words_.pages[page].lines[line];
        text.page = page;
        text.line = line;
        text.segments = segments_of(words_.pages[page], page, line);
        text.em = em_of(text, false) > 0 ? em_of(text, false) : em_of(text, true);
        join_prose(text);
      }
    }
    join_heads_beside();
  }

  /// A head that wraps beside one that does not: its lines stand a little higher and lower than that. Together they are a line.
  void join_heads_beside() {
    std::vector<TextLine> lines;
    lines.reserve(lines_.size());
    for (TextLine& line : lines_) {
      if (!lines.empty() && stands_beside(line, lines.back())) {
        TextLine& home = lines.back();
        home.add(line);
        home.segments.insert(home.segments.end(), line.segments.begin(), line.segments.end());
        std::stable_sort(home.segments.begin(), home.segments.end(),
                         [](const Segment& a, const Segment& b) { return a.left < b.left; });
        for (Segment& segment : home.segments) {
          segment.line = line.line;
        }
      } else {
        lines.push_back(std::move(line));
      }
    }
    lines_ = std::move(lines);
  }

  /// Whether short texts without values overlap in height and stand well apart.
  bool stands_beside(const TextLine& line, const TextLine& above) const {
    constexpr double least_gap = 3;
    const auto is_short = [&](const Segment& segment) {
      return !segment.is_value && segment.width() < 0.3 * words_.pages[line.page].width;
    };
    return line.page == above.page && line.top < above.bottom && line.segments.size() == 1 &&
           above.segments.size() <= 2 && is_short(line.segments[0]) &&
           std::all_of(above.segments.begin(), above.segments.end(), is_short) &&
           std::any_of(above.segments.begin(), above.segments.end(), [&](const Segment& segment) {
             return shared_y(line, segment) > 0.15 * line.height() && -shared_x(line, segment) > least_gap * line.em;
           });
  }

  double em_of(const TextLine& line, bool of_values) const {
    double em = 0;
    for (const Segment& segment : line.segments) {
      for (std::size_t i = 0; i < segment.count; ++i) {
        const Word& word = words_.pages[line.page].words[segment.first + i];
        em = word.is_value == of_values ? std::max(em, word.em) : em;
      }
    }
    return em;
  }

  /// A line of running text in which a number stands between spaces is one segment all the same.
  void join_prose(TextLine& line) const {
    if (line.segments.size() < 2) {
      return;
    }
    double widest = 0;
    long values = 0;
    for (std::size_t i = 0; i < line.segments.size(); ++i) {
      values += line.segments[i].is_value;
      widest = std::max(widest, i == 0 ? 0 : line.segments[i].left - line.segments[i - 1].right);
    }
    if (values > 0 && widest < 1.2 * line.em && 2 * values <= static_cast<long>(line.segments.size()) &&
        line.width() > 0.6 * words_.pages[line.page].width) {
      Segment whole = line.segments[0];
      static_cast<Box&>(whole) = line;
      whole.count = line.segments.back().first + line.segments.back().count - whole.first;
      whole.is_value = false;
      line.segments.assign(1, whole);
    }
  }

  std::string text_of(const Segment& segment) const {
    std::string text;
    for (std::size_t i = 0; i < segment.count; ++i) {
      append_word(text, words_.pages[segment.page].words[segment.first + i].text);
    }
    return text;
  }
  std::string text_of(const TextLine& line) const {
    std::string text;
    for (const Segment& segment : line.segments) {
      append_word(text, text_of(segment));
    }
    return text;
  }

  // ---- Page numbers, running heads and feet ----

  void set_furniture_apart() {
    std::map<long, int> offsets;          // page number - page, of plain numbers
    std::map<std::string, int> repeated;  // texts of outermost lines
    std::vector<std::size_t> outermost;
    for (std::size_t begin = 0; begin < lines_.size();) {
      std::size_t end = begin;
      while (end < lines_.size() && lines_[end].page == lines_[begin].page) {
        ++end;
      }
      outermost.push_back(begin);
      if (end - begin > 1) {
        outermost.push_back(end - 1);
      }
      if (end - begin > 2 && unicode::page_number(text_of(lines_[end - 1]))) {  // a foot above the page number
        outermost.push_back(end - 2);
      }
      begin = end;
    }
    for (const std::size_t i : outermost) {
      const std::string text = text_of(lines_[i]);
      if (const auto number = unicode::page_number(text)) {
        ++offsets[number->first - static_cast<long>(lines_[i].page)];
      }
      ++repeated[without_digits(text)];
    }
    for (const std::size_t i : outermost) {
      TextLine& line = lines_[i];
      const std::string text = text_of(line);
      const Page& page = words_.pages[line.page];
      const bool is_outside = line.bottom < 0.13 * page.height || line.top > 0.85 * page.height;
      if (const auto number = unicode::page_number(text)) {
        line.is_furniture = is_outside && line.width() < 0.25 * page.width &&
                            (number->is_decorated ||
                             (line.segments.size() == 1 && offsets[number->first - static_cast<long>(line.page)] > 1));
      } else {
        const bool is_far_outside = line.bottom < 0.07 * page.height || line.top > 0.93 * page.height;
        const int times = repeated[without_digits(text)];
        line.is_furniture = is_outside && !line.has_values() && times >= (is_far_outside ? 2 : 3) &&
                            2 * static_cast<std::size_t>(times) >= words_.pages.size();
      }
    }
  }

  bool is_scanned() const {
    constexpr std::size_t least = 20;  // bytes of text a page, as much as a stamp or a watermark may have
    std::size_t text = 0;
    for (const TextLine& line : lines_) {
      text += line.is_furniture ? 0 : text_of(line).size();
    }
    return text <= least * words_.pages.size();
  }

  // ---- Tables ----

  /// Gives lines of tables the number of their table, going down from each line of several texts.
  void find_tables() {
    std::size_t last = lines_.size();  // the table's line before
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      TextLine& line = lines_[i];
      if (line.is_furniture) {
        continue;
      }
      if (open_ && !goes_on(line, lines_[last])) {
        end_table(last);
      }
      if (!open_ && line.is_tabular()) {
        begin_table(i);
      }
      if (open_) {
        take(line);
        last = i;
      }
    }
    if (open_) {
      end_table(last);
    }
  }

  void begin_table(std::size_t first) {
    open_ = Open{};
    open_->number = tables_++;
    open_->first = first;
  }

  void take(TextLine& line) {
    line.table = open_->number;
    const bool values = line.has_values();
    const bool reaches_heads =  // else a head of a group beside a label
        line.right > open_->head_edge || (line.page == open_->head_page && line.top < open_->head_bottom);
    for (std::size_t i = 0; i < line.segments.size(); ++i) {
      const Segment& segment = line.segments[i];
      if (segment.is_value) {
        open_->edge = std::min(open_->edge, segment.left);
        open_->last_value = segment;
      } else if (segment.left > line.segments.front().right && !open_->has_values &&
                 (open_->head_edge == 1e9 || reaches_heads)) {
        open_->head_edge = std::min(open_->head_edge, segment.left);
      }
    }
    if (line.is_tabular() && !values && !open_->has_values && line.segments.back().right > open_->head_edge) {
      const Box& first = line.segments.front();
      open_->label_head =
          open_->label_head.height() > 0 && open_->label_head.left < first.left ? open_->label_head : first;
      open_->head_page = line.page;
      open_->head_bottom = line.bottom;
      open_->last_head = line.segments.back();
    }
    open_->has_label_rows = open_->has_label_rows || !line.is_tabular();
    open_->has_values = open_->has_values || values;
    open_->em = open_->em == 0 || !line.segments.front().is_value ? line.em : open_->em;
    open_->left = std::min(open_->left, line.left);
    open_->right = std::max(open_->right, line.right);
  }

  /// Whether the open table has the line too.
  bool goes_on(const TextLine& line, const TextLine& before) const {
    if (line.page > before.page + 1) {
      return false;
    }
    const bool overlaps = line.page == before.page && shared_y(line, before) > 0.15 * line.height();
    const double edge = open_->has_values ? open_->edge : open_->head_edge;
    const bool is_far_from_head =
        open_->has_label_rows && (line.page != open_->head_page || line.top - open_->head_bottom > 1.6 * line.em);
    if (line.is_tabular()) {
      const bool is_new_head = is_far_from_head && !line.has_values() && line.segments.back().right > edge;
      if (line.has_values() || overlaps || (!open_->has_values && !is_new_head)) {
        return true;
      }
      return line.segments.back().right < edge + 0.5 * line.em;  // labels only; beyond them is the head of a new table
    }
    if (line.has_values()) {
      return true;
    }
    if (!open_->has_values && continues_head(line)) {
      return true;
    }
    if (line.left < edge - 1 && line.right > edge + 0.5 * line.em) {
      return overlaps && line.width() < 0.8 * (open_->right - open_->left);
    }
    if (line.left >= edge - 1) {
      return overlaps || (!open_->has_values && !is_far_from_head);
    }
    return overlaps || (std::abs(line.em - open_->em) < 0.15 * open_->em &&
                        (line.page != before.page || line.top - before.bottom < 3 * line.height()));
  }

  /// Whether a line goes on below the last head, on its middle; it may be wider.
  bool continues_head(const TextLine& line) const {
    const Box& head = open_->last_head;
    return head.height() > 0 && line.page == open_->head_page && line.top - open_->head_bottom < 0.6 * line.em &&
           line.left > open_->label_head.right && std::abs(line.middle() - head.middle()) < 0.5 * line.em;
  }

  /// Lines of labels at the table's end must stand as the labels above do; else they are text that follows.
  void end_table(std::size_t last) {
    const auto is_label_alone = [&](const TextLine& line) { return line.segments.size() == 1 && !line.has_values(); };
    const double edge = open_->has_values ? open_->edge : open_->head_edge;
    std::size_t end = last + 1;
    while (end > open_->first && (lines_[end - 1].table != open_->number || is_label_alone(lines_[end - 1]))) {
      --end;
    }
    for (std::size_t i = end, gone = lines_.size(); i <= last; ++i) {
      TextLine& line = lines_[i];
      const TextLine& before = lines_[i - 1];
      const bool stands_so = std::any_of(
          lines_.begin() + static_cast<std::ptrdiff_t>(i - std::min<std::size_t>(i - open_->first, 80)),
          lines_.begin() + static_cast<std::ptrdiff_t>(i), [&](const TextLine& other) {
            return other.table == open_->number && std::abs(other.em - line.em) < 0.1 * line.em &&
                   std::any_of(
                       other.segments.begin(),
                       other.is_tabular() && !other.has_values() ? other.segments.begin() + 1 : other.segments.end(),
                       [&](const Segment& label) {
                         return !label.is_value && label.right < edge + 1 &&
                                (std::abs(label.left - line.left) < 2 || std::abs(label.middle() - line.middle()) < 2);
                       });
          });
      const bool touches = before.page == line.page && shared_y(line, before) > 0.15 * line.height();
      const bool is_blank_row = !open_->has_values && line.right < open_->head_edge - 0.5 * line.em &&
                                open_->label_head.height() > 0 && line.left < open_->label_head.right &&
                                std::abs(line.middle() - middle_of(line.page)) > 2 * line.em;
      if (i >= gone || (!stands_so && !touches && !is_blank_row)) {
        line.table = -1;
        gone = i;
      }
    }
    pull_head_lines();
    open_.reset();
  }

  /// Lines right above a table that stand over some of its columns only belong to its head, and so does a line that stands
  /// beside them, over the labels.
  void pull_head_lines() {
    const double edge = std::min(open_->head_edge, open_->has_values ? open_->edge : open_->head_edge);
    std::size_t first = open_->first;
    for (std::size_t i = first; i-- > 0;) {
      TextLine& line = lines_[i];
      const TextLine& below = lines_[i + 1];
      const bool is_caption = std::abs(line.middle() - middle_of(line.page)) < 2 * line.em;
      if (line.table >= 0 || line.is_furniture || line.page != below.page || line.is_tabular() || line.has_values() ||
          (line.right > open_->right + line.em && !stands_over_last(line)) || begins_with_number(line) ||
          line.width() > 0.45 * (open_->right - open_->left) || std::abs(line.em - below.em) > 0.15 * below.em ||
          below.top - line.bottom > 2 * line.height()) {
        break;
      }
      const bool stands_beside = shared_y(line, below) > 0.15 * line.height();
      const bool is_right_of_labels = open_->label_head.height() > 0 && line.left > open_->label_head.right + line.em;
      const bool is_over_columns =
          !is_caption && (line.left > edge - 1 || stands_over_last(line) || (stands_beside && is_right_of_labels));
      if (!is_over_columns && !(stands_beside && line.right < edge)) {
        break;
      }
      first = is_over_columns ? i : first;
    }
    while (open_->first > first) {
      lines_[--open_->first].table = open_->number;
    }
  }

  /// Whether a line is over the middle of the last column: its words may be wider than the values.
  bool stands_over_last(const TextLine& line) const {
    return open_->last_value.height() > 0 && std::abs(line.middle() - open_->last_value.middle()) < 0.8 * line.em;
  }

  double middle_of(std::uint32_t page) {
    auto [at, is_new] = middles_.try_emplace(page, 0);
    if (is_new) {
      const Page& whole = words_.pages[page];
      double left = whole.width, right = 0;
      for (const Line& line : whole.lines) {
        left = std::min(left, line.left);
        right = std::max(right, line.right);
      }
      at->second = (left + right) / 2;
    }
    return at->second;
  }

  // ---- The document ----

  /// The margins of the text on each page, left and right.
  std::map<std::uint32_t, std::pair<double, double>> margins() const {
    std::map<std::uint32_t, std::pair<double, double>> result;
    for (const TextLine& line : lines_) {
      if (line.table < 0 && !line.is_furniture) {
        auto [at, is_new] = result.try_emplace(line.page, line.left, line.right);
        at->second.first = std::min(at->second.first, line.left);
        at->second.second = std::max(at->second.second, line.right);
      }
    }
    return result;
  }

  /// Adds the table that the line at `i` is of; moves `i` to the table's last line, and returns the page of that.
  std::uint32_t build_table(std::size_t& i) {
    const auto table = lines_[i].table;
    std::uint32_t page = lines_[i].page;
    std::vector<Segment> segments;
    for (; i < lines_.size() && (lines_[i].table == table || lines_[i].is_furniture); ++i) {
      if (!lines_[i].is_furniture) {
        segments.insert(segments.end(), lines_[i].segments.begin(), lines_[i].segments.end());
        page = lines_[i].page;
      }
    }
    --i;
    add_table(segments);
    return page;
  }

  bool build() {
    const auto page_margins = margins();
    double least_left = 1e9;  // a page may have only lines that begin a paragraph
    for (const auto& [page, margin] : page_margins) {
      least_left = std::min(least_left, margin.first);
    }
    const TextLine* before = nullptr;  // the last line of an open paragraph
    std::string paragraph;
    Place place;
    const auto end_paragraph = [&] {
      if (before != nullptr) {
        add_paragraph(paragraph, place);
      }
      before = nullptr;
    };
    std::uint32_t next_page = 0;
    const auto add_pictures_until = [&](std::uint32_t page) {  // a page without words is one
      for (; next_page < page; ++next_page) {
        if (words_.pages[next_page].words.empty()) {
          end_paragraph();
          add_picture(next_page);
        }
      }
    };
    for (std::size_t i = 0; i < lines_.size() && !is_over(); ++i) {
      const TextLine& line = lines_[i];
      add_pictures_until(line.page);
      next_page = std::max(next_page, line.page + 1);
      if (line.is_furniture) {
        continue;
      }
      if (line.table >= 0) {
        end_paragraph();
        next_page = build_table(i) + 1;
        continue;
      }
      const bool goes_on = before != nullptr && line.left < least_left + 1.2 * line.em &&
                           before->right > page_margins.at(before->page).second - 1.6 * before->em &&
                           std::abs(line.em - before->em) < 0.15 * line.em && line.segments.size() == 1 &&
                           !begins_with_number(line);
      if (!goes_on) {
        end_paragraph();
        paragraph.clear();
        place = {line.line + 1, 0, 0, 0, 0, line.page + 1};
      }
      append_word(paragraph, text_of(line));
      before = &line;
    }
    end_paragraph();
    add_pictures_until(static_cast<std::uint32_t>(words_.pages.size()));
    return !is_over();
  }

  bool begins_with_number(const TextLine& line) const {
    unicode::Folded folded;
    unicode::fold(text_of(line), folded);
    return folded.numbering != unicode::Numbering::none;
  }

  bool is_over() const {
    return document_.table_cells.size() > limits_.cells || document_.blocks.size() > limits_.blocks;
  }

  Document::Text add_text(std::string_view text) {
    const auto begin = static_cast<std::uint32_t>(document_.text.size());
    document_.text.append(text);
    return {begin, static_cast<std::uint32_t>(text.size())};
  }
  Document::Block& add_block(Document::BlockKind kind, std::uint32_t line, std::uint32_t page) {
    Document::Block& block = document_.blocks.emplace_back();
    block.kind = kind;
    block.line = line;
    block.page = page;
    return block;
  }
  void add_paragraph(std::string_view text, const Place& place) {
    const Document::Text range = add_text(text);
    add_block(Document::BlockKind::paragraph, place.line, place.page).text = range;
  }
  /// A page without words: a picture, or an empty page.
  void add_picture(std::uint32_t page) { add_block(Document::BlockKind::picture, 0, page + 1); }

  void add_table(const std::vector<Segment>& segments) {
    const bool has_rows = std::any_of(segments.begin(), segments.end(), [](const Segment& s) { return s.is_value; }) ||
                          segments.front().line != segments.back().line;
    if (!has_rows) {  // texts side by side in one line, as in a letterhead
      const bool is_spaced =
          std::all_of(segments.begin(), segments.end(), [](const Segment& s) { return s.count == 1; }) &&
          segments.size() > 3;  // a title with its characters set apart
      if (is_spaced) {
        Segment whole = segments.front();
        whole.count = segments.size();
        add_paragraph(text_of(whole), {whole.line + 1, 0, 0, 0, 0, whole.page + 1});
        return;
      }
      for (const Segment& segment : segments) {
        add_paragraph(text_of(segment), {segment.line + 1, 0, 0, 0, 0, segment.page + 1});
      }
      return;
    }
    Document::Block& block =
        add_block(Document::BlockKind::table, segments.front().line + 1, segments.front().page + 1);
    block.first_row = static_cast<std::uint32_t>(document_.table_rows.size());
    for (const TableRow& row : lay_out_table(words_, segments)) {
      if (document_.table_cells.size() + row.size() > limits_.cells + 1) {
        document_.table_cells.resize(limits_.cells + 1);  // is_over() ends it
        return;
      }
      document_.table_rows.push_back(
          {static_cast<std::uint32_t>(document_.table_cells.size()), static_cast<std::uint32_t>(row.size())});
      ++block.row_count;
      for (const TableCell& cell : row) {
        document_.table_cells.push_back({add_text(cell.text), cell.line, 0, 1, cut_span(cell.columns, limits_)});
      }
    }
  }

  /// A table being gathered.
  struct Open {
    std::int32_t number = 0;
    std::size_t first = 0;
    bool has_values = false, has_label_rows = false;
    std::uint32_t head_page = 0;
    double head_bottom = 0;              ///< of its last line of several heads
    double em = 0;                       ///< of its last text
    double edge = 1e9, head_edge = 1e9;  ///< left edge of its values, of its second head
    Box label_head, last_head;           ///< of its last line of several heads, without values: the first and the last
    Box last_value;                      ///< of its last row of values
    double left = 1e9, right = -1e9;
  };

  const Words& words_;
  const Limits& limits_;
  std::vector<TextLine> lines_;
  std::optional<Open> open_;
  std::int32_t tables_ = 0;
  std::map<std::uint32_t, double> middles_;  ///< of the pages' text
  Document document_;
};

}  // namespace

Result<Document> decode_pdf_layout(std::string_view utf8, const Limits& limits) {
  const Result<Words> words = parse_words(utf8, limits);
  if (!words) {
    return words.error();
  }
  return Decoder(words.value(), limits).run();
}

}  // namespace gongkai
