// Word documents -> Document: paragraphs and tables as a reader sees them, with tracked changes accepted.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "decode/document_builder.hpp"
#include "decode/docx_numbering.hpp"
#include "decode/office_properties.hpp"
#include "office/archive.hpp"
#include "office/ooxml.hpp"
#include "text/utf8.hpp"

namespace gongkai {

using ooxml::attribute;
using ooxml::child;
using ooxml::local_name;

namespace {

/// The character that a <w:sym> shows. A picture font's own signs are no characters: they read as U+FFFD, so that a cell
/// with one is not taken for blank.
char32_t symbol(pugi::xml_node node) {
  char32_t c = 0;
  for (const char digit : attribute(node, "char").substr(0, 4)) {
    const int value = digit >= '0' && digit <= '9'   ? digit - '0'
                      : digit >= 'a' && digit <= 'f' ? digit - 'a' + 10
                      : digit >= 'A' && digit <= 'F' ? digit - 'A' + 10
                                                     : -1;
    if (value < 0) {
      return 0xfffd;
    }
    c = c * 16 + static_cast<char32_t>(value);
  }
  const bool is_private = c >= 0xf000 && c <= 0xf0ff;
  const std::string_view font = attribute(node, "font");
  if (is_private && c >= 0xf020 && c <= 0xf039 && font == "Symbol") {  // digits and marks stand where ASCII has them
    return c - 0xf000;
  }
  return c < ' ' || (c >= 0xd800 && c <= 0xf8ff) ? 0xfffd : c;
}

class DocxDecoder {
 public:
  DocxDecoder(Archive archive, const Limits& limits)
      : archive_(std::move(archive)), limits_(limits), out_(Format::docx, limits) {}

  Result<Document> run() {
    const auto of_file = ooxml::relationships(archive_, {}, limits_);
    if (!of_file) {
      return of_file.error();
    }
    const std::string_view stated = ooxml::target_of(of_file.value(), "officeDocument");
    const std::string main(stated.empty() ? "word/document.xml" : stated);
    auto of_main = ooxml::relationships(archive_, main, limits_);
    if (!of_main) {
      return of_main.error();
    }
    of_main_ = std::move(of_main).value();
    has_lists_ = !ooxml::target_of(of_main_, "numbering").empty();
    ooxml::Xml body;
    if (auto error = ooxml::load(archive_, main, limits_, body)) {
      return *std::move(error);
    }
    ooxml::read_properties(archive_, of_file.value(), limits_, out_);
    blocks(child(body.root(), "body"));
    end_paragraph();
    if (error_) {
      return *std::move(error_);
    }
    return out_.finish();
  }

 private:
  // ---- Styles and lists ----

  /// Loads a part beside the document, once, where it has one: most documents of programs never ask for theirs.
  void load_beside(const char* type, std::optional<ooxml::Xml>& xml) {
    xml.emplace();
    const std::string_view part = ooxml::target_of(of_main_, type);
    if (!part.empty() && archive_.holds(part) && !error_) {
      error_ = ooxml::load(archive_, part, limits_, *xml);
    }
  }

  std::string_view style_of(pugi::xml_node properties, const char* name) {
    const std::string_view style = attribute(child(properties, name), "val");
    if (!style.empty() && !styles_) {
      load_beside("styles", styles_);
      numbering_.load_styles(styles_->root());
    }
    return style;
  }

  // ---- Blocks ----

  /// Paragraphs and tables: as blocks of the document, or, inside a cell, as lines of its text.
  void blocks(pugi::xml_node parent) {
    const Deeper deeper(depth_);
    if (is_too_deep()) {
      return;
    }
    for (const pugi::xml_node node : parent.children()) {
      const std::string_view name = local_name(node);
      if (name == "p") {
        paragraph(node);
      } else if (name == "tbl") {
        table(node);
      } else if (name == "sdt") {
        const pugi::xml_node gallery = child(child(child(node, "sdtPr"), "docPartObj"), "docPartGallery");
        if (attribute(gallery, "val") != "Table of Contents") {
          blocks(child(node, "sdtContent"));
        }
      } else if (name == "ins" || name == "moveTo") {
        tracked_change();
        blocks(node);
      } else if (name == "del" || name == "moveFrom") {
        tracked_change();
      } else if (name == "customXml") {
        blocks(node);
      } else if (name == "AlternateContent") {
        blocks(ooxml::shown_choice(node));
      } else if (name == "altChunk") {
        error_ = Error{ErrorCode::unsupported,
                       "文件正文是嵌入的另一个文件，不能直接读取。请在Word或WPS里打开，另存一次再读。",
                       "The text of this Word file is another file embedded in it. Open it in Word, save it once more, "
                       "and read that.",
                       {}};
      }
      if (error_ || has_nested_table_) {
        return;
      }
    }
  }

  void paragraph(pugi::xml_node node) {
    const pugi::xml_node properties = child(node, "pPr");
    const std::string_view style = style_of(properties, "pStyle");
    std::string number = number_of(properties);
    if (numbering_.is_contents(style)) {
      return;
    }
    if (!in_paragraph_) {
      in_paragraph_ = true;
      if (in_cell_ && out_.text_size() > cell_begin_) {
        out_.append("\n");
      }
      paragraph_begin_ = out_.text_size();
    }
    out_.append(number);
    paragraph_is_hidden_ = numbering_.is_hidden(style);
    inlines(node);
    codes_ = 0;
    fields_.clear();  // a field whose end is missing must not swallow the rest of the document
    const pugi::xml_node mark = child(properties, "rPr");
    if (child(mark, "del") || child(mark, "moveFrom")) {  // the next paragraph continues this one
      tracked_change();
      return;
    }
    end_paragraph();
    floats();
  }

  /// The number that Word prints before a paragraph. A row that is read again must not be counted again.
  std::string number_of(pugi::xml_node properties) {
    if (!has_lists_) {
      return {};
    }
    if (const auto counted = counted_.find(properties.internal_object()); counted != counted_.end()) {
      return counted->second;
    }
    if (!lists_) {
      if (!numbering_.is_in_list(properties)) {
        return {};
      }
      load_beside("numbering", lists_);
      numbering_.load_lists(lists_->root());
    }
    std::string number = numbering_.next(properties);
    if (in_cell_ && !number.empty()) {
      counted_.emplace(properties.internal_object(), number);
    }
    return number;
  }

  void end_paragraph() {
    if (in_paragraph_ && !in_cell_) {
      const Document::Text text = out_.text_from(paragraph_begin_);
      paragraphs_ += unicode::trim(out_.document().view(text)).empty() ? 0U : 1U;  // as one who reads counts them
      out_.add_paragraphs(text, paragraphs_);
      if (out_.is_over_limits()) {
        error_ = out_.over_limits();
      }
    }
    in_paragraph_ = false;
  }

  /// What hangs at the paragraph that just ended: text boxes follow it; pictures in a cell follow its table.
  void floats() {
    if (floats_.empty()) {
      return;
    }
    std::vector<pugi::xml_node> here;
    here.swap(floats_);
    for (const pugi::xml_node node : here) {
      if (error_ || has_nested_table_) {
        return;
      }
      if (local_name(node) == "txbxContent") {
        blocks(node);
        end_paragraph();
      } else if (in_cell_) {
        cell_pictures_.push_back(node);
      } else {
        picture(node);
      }
    }
  }
  void picture(pugi::xml_node described) {
    std::string_view text;
    for (const std::string_view name : {"descr", "alt", "title"}) {
      text = text.empty() ? attribute(described, name) : text;
    }
    out_.add_picture(text);
  }

  // ---- Tables ----

  /// A cell above that the next row may continue, by the grid column that it begins in.
  struct Merge {
    std::size_t grid = 0, cell = 0;
  };

  void table(pugi::xml_node node) {
    end_paragraph();
    if (const pugi::xml_node frame = only_cell(node)) {  // a frame around text, not a table
      blocks(frame);
      end_paragraph();
      return;
    }
    if (in_cell_) {
      has_nested_table_ = true;
      return;
    }
    out_.end_table();
    std::vector<Merge> above;
    const auto take_row = [&](pugi::xml_node row, std::string_view name) {
      if (name == "tr") {
        this->row(row, above);
      }
      return !error_;
    };
    const auto changed = [this] { tracked_change(); };
    for_each_inside(node, take_row, changed);
    out_.end_table();
    add_cell_pictures();
  }

  /// Calls f for the children that are shown, also inside the wrappers that content controls, insertions and newer
  /// features put around rows and cells, until it returns false; `changed` for each tracked change on the way.
  template <class F, class G>
  bool for_each_inside(pugi::xml_node parent, const F& f, const G& changed) {
    const Deeper deeper(depth_);
    if (is_too_deep()) {
      return false;
    }
    for (const pugi::xml_node node : parent.children()) {
      const std::string_view name = local_name(node);
      const bool is_insertion = name == "ins" || name == "moveTo";
      if (name == "del" || name == "moveFrom" || is_insertion) {
        changed();
      }
      const pugi::xml_node inside = is_insertion || name == "customXml" ? node
                                    : name == "sdt"                     ? child(node, "sdtContent")
                                    : name == "AlternateContent"        ? ooxml::shown_choice(node)
                                                                        : pugi::xml_node();
      if (inside ? !for_each_inside(inside, f, changed) : !f(node, name)) {
        return false;
      }
    }
    return true;
  }

  /// The one cell of a table that has no other, or none.
  pugi::xml_node only_cell(pugi::xml_node table) {
    pugi::xml_node row, cell;
    const auto keep_first = [](pugi::xml_node& first, pugi::xml_node node) {
      const bool is_first = !first;
      first = is_first ? node : pugi::xml_node();
      return is_first;
    };
    const auto ignore = [] {};
    const auto take_row = [&](pugi::xml_node node, std::string_view name) {
      return name != "tr" || keep_first(row, node);
    };
    const auto take_cell = [&](pugi::xml_node node, std::string_view name) {
      return name != "tc" || keep_first(cell, node);
    };
    for_each_inside(table, take_row, ignore);
    if (row && !child(child(row, "trPr"), "del")) {
      for_each_inside(row, take_cell, ignore);
    }
    return cell;
  }

  void row(pugi::xml_node node, std::vector<Merge>& above) {
    const pugi::xml_node properties = child(node, "trPr");
    if (child(properties, "del")) {
      tracked_change();
      return;
    }
    Document& document = out_.document();
    counted_.clear();
    const bool had_tracked_change = has_tracked_change_;
    const std::size_t blocks_before = document.blocks.size(), cells_before = document.table_cells.size(),
                      text_before = out_.text_size(), notes_before = document.notes.size(),
                      pictures_before = cell_pictures_.size();
    out_.begin_row();
    if (child(properties, "ins")) {
      tracked_change();
    }
    const Place first_place = out_.place();
    std::size_t grid = ooxml::number(child(properties, "gridBefore"), "val", 0);
    if (grid != 0) {
      out_.add_cell(out_.text_from(out_.text_size()), grid);
    }
    std::vector<Merge> here;
    continues_above_ = false;
    auto above_at = above.cbegin();
    const auto take_cell = [&](pugi::xml_node tc, std::string_view name) {
      if (name == "tc") {
        cell(tc, grid, above, above_at, here);
      }
      return !error_ && !has_nested_table_;
    };
    const auto changed = [this] { tracked_change(); };
    for_each_inside(node, take_cell, changed);
    if (!has_nested_table_) {
      if (ooxml::is_on(child(properties, "hidden")) && document.table_cells.size() > cells_before) {
        out_.add_note(NoteKind::hidden_row, first_place, document.view(document.table_cells[cells_before].text));
      }
      above = std::move(here);
      return;
    }
    // A table of layout: what is in its cells are blocks of their own. Begin the row again, as blocks.
    has_nested_table_ = false;
    has_tracked_change_ = had_tracked_change;
    document.text.resize(text_before);
    document.table_cells.resize(cells_before);
    document.notes.erase(document.notes.begin() + static_cast<std::ptrdiff_t>(notes_before), document.notes.end());
    cell_pictures_.resize(pictures_before);
    floats_.clear();
    out_.take_back_row(blocks_before);
    above.clear();
    const auto take_blocks = [&](pugi::xml_node tc, std::string_view name) {
      if (name == "tc") {
        out_.end_table();
        blocks(tc);
        end_paragraph();
      }
      return !error_;
    };
    for_each_inside(node, take_blocks, changed);
    out_.end_table();
  }

  void cell(pugi::xml_node node, std::size_t& grid, const std::vector<Merge>& above,
            std::vector<Merge>::const_iterator& above_at, std::vector<Merge>& here) {
    const pugi::xml_node properties = child(node, "tcPr");
    if (child(properties, "cellDel")) {
      tracked_change();
      return;
    }
    if (child(properties, "cellIns")) {
      tracked_change();
    }
    std::vector<Document::Cell>& cells = out_.document().table_cells;
    const std::uint16_t span = out_.cut(ooxml::number(child(properties, "gridSpan"), "val", 1));
    const std::size_t begin = grid;
    grid += span;
    const auto continues = [&](std::string_view name) {
      const pugi::xml_node merge = child(properties, name);
      return merge && attribute(merge, "val") != "restart";
    };
    if (continues("hMerge") && (continues_above_ || out_.document().table_rows.back().cell_count != 0)) {
      if (!continues_above_) {  // how old Word files merged; below its first row the merged cell is as wide already
        cells.back().column_span = out_.cut(cells.back().column_span + std::size_t{span});
      }
      return;
    }
    continues_above_ = false;
    while (above_at != above.cend() && above_at->grid < begin) {
      ++above_at;
    }
    if (continues("vMerge") && above_at != above.cend() && above_at->grid == begin) {
      Document::Cell& merged = cells[above_at->cell];
      if (out_.cut(merged.row_span + std::size_t{1}) != merged.row_span) {
        note_covered(node, above_at->cell);
        ++merged.row_span;
        here.push_back(*above_at);
        continues_above_ = true;
        return;
      }
    }
    in_cell_ = true;
    cell_begin_ = out_.text_size();
    blocks(node);
    in_cell_ = in_paragraph_ = false;
    if (child(properties, "vMerge")) {
      here.push_back({begin, cells.size()});
    }
    out_.add_cell(out_.text_from(cell_begin_), span);
    if (out_.is_over_limits()) {
      error_ = out_.over_limits();
    }
  }

  /// Word keeps what stood in the cells that one above was merged with, and does not show it. The place is the merged cell's.
  void note_covered(pugi::xml_node cell, std::size_t merged) {
    std::string text;
    for_each_under(cell, [&text](pugi::xml_node node) {
      text.append(local_name(node) == "t" ? node.child_value() : "");
      return true;
    });
    if (!unicode::trim(text).empty()) {
      Place place = out_.place();
      const std::vector<Document::Row>& all = out_.document().table_rows;
      const auto behind =
          std::upper_bound(all.begin(), all.end(), merged,
                           [](std::size_t wanted, const Document::Row& row) { return wanted < row.first_cell; });
      const auto row = behind - 1;
      place.row -= static_cast<std::uint32_t>(all.end() - behind);
      place.cell = static_cast<std::uint32_t>(merged) - row->first_cell + 1;
      out_.add_note(NoteKind::covered, place, text);
    }
  }

  void add_cell_pictures() {
    for (const pugi::xml_node node : cell_pictures_) {
      picture(node);
    }
    cell_pictures_.clear();
  }

  // ---- Text ----

  void inlines(pugi::xml_node parent) {
    const Deeper deeper(depth_);
    if (is_too_deep()) {
      return;
    }
    for (const pugi::xml_node node : parent.children()) {
      const std::string_view name = local_name(node);
      if (name == "r") {
        run(node);
      } else if (name == "ins" || name == "moveTo") {
        tracked_change();
        inlines(node);
      } else if (name == "del" || name == "moveFrom") {
        tracked_change();
      } else if (name == "sdt") {
        inlines(child(node, "sdtContent"));
      } else if (name == "AlternateContent") {
        inlines(ooxml::shown_choice(node));
      } else if (name == "fldSimple") {
        const std::size_t begin = out_.text_size();
        inlines(node);
        append_uncalculated(attribute(node, "instr"), begin);
      } else if (name == "hyperlink" || name == "smartTag" || name == "customXml" || name == "dir" || name == "bdo") {
        inlines(node);
      } else if (name == "oMath" || name == "oMathPara") {
        formula(node);
      }
      if (error_) {
        return;
      }
    }
  }

  void run(pugi::xml_node node) {
    const pugi::xml_node properties = child(node, "rPr");
    const pugi::xml_node vanish = child(properties, "vanish");
    const std::string_view style = style_of(properties, "rStyle");
    const bool is_hidden =
        vanish ? ooxml::is_on(vanish) : paragraph_is_hidden_ || (!style.empty() && numbering_.is_hidden(style));
    const bool is_struck = ooxml::is_on(child(properties, "strike")) || ooxml::is_on(child(properties, "dstrike"));
    if (is_struck && !is_hidden && child(node, "t")) {  // a deletion by hand
      tracked_change();
    }
    run_content(node, is_hidden || is_struck);
  }

  void run_content(pugi::xml_node parent, bool is_hidden) {
    const Deeper deeper(depth_);
    if (is_too_deep()) {
      return;
    }
    for (const pugi::xml_node node : parent.children()) {
      const std::string_view name = local_name(node);
      if (name == "fldChar") {
        field(attribute(node, "fldCharType"));
      } else if (name == "instrText" && !is_hidden && !fields_.empty() && fields_.back().is_code) {
        fields_.back().code += node.child_value();
      } else if (is_hidden || codes_ != 0 /* a field's code is not shown */) {
        continue;
      } else if (name == "t") {
        for (const pugi::xml_node piece : node.children()) {
          out_.append(piece.value());
        }
      } else if (name == "tab" || name == "ptab") {
        out_.append("\t");
      } else if (name == "br" || name == "cr") {
        out_.append("\n");
      } else if (name == "noBreakHyphen") {
        out_.append("-");
      } else if (name == "sym") {
        std::string text;
        unicode::append(text, symbol(node));
        out_.append(text);
      } else if (name == "drawing" || name == "pict" || name == "object") {
        drawing(node);
      } else if (name == "AlternateContent") {
        run_content(ooxml::shown_choice(node), is_hidden);
      } else if (name == "ruby") {
        inlines(child(node, "rubyBase"));
      }
    }
  }

  void field(std::string_view type) {
    if (type == "begin") {
      fields_.push_back({true, {}, out_.text_size()});
      ++codes_;
    } else if (type == "separate" && !fields_.empty()) {
      codes_ -= fields_.back().is_code;
      fields_.back().is_code = false;
      fields_.back().begin = out_.text_size();
    } else if (type == "end" && !fields_.empty()) {
      codes_ -= fields_.back().is_code;
      const Field field = std::move(fields_.back());
      fields_.pop_back();
      if (codes_ == 0) {
        append_uncalculated(field.code, field.begin);
      }
    }
  }

  /// A formula that nobody has worked out is no blank: { =SUM(ABOVE) }.
  void append_uncalculated(std::string_view code, std::size_t begin) {
    code = unicode::trim(code);
    if (code.starts_with('=') && out_.text_size() == begin) {
      out_.append(code);
    }
  }

  /// Calls f for everything under a node in order, until there is no more; f returns whether to go into the node.
  template <class F>
  static void for_each_under(pugi::xml_node top, F f) {
    pugi::xml_node node = top.first_child();
    while (node) {
      pugi::xml_node next = f(node) ? node.first_child() : pugi::xml_node();
      while (!next && node != top) {
        next = node.next_sibling();
        node = next ? node : node.parent();
      }
      node = next;
    }
  }

  void formula(pugi::xml_node top) {
    for_each_under(top, [this](pugi::xml_node node) {
      if (local_name(node) == "t") {
        out_.append(node.child_value());
      }
      return true;
    });
  }

  /// Finds text boxes and pictures in a drawing, and keeps them for the end of the paragraph.
  void drawing(pugi::xml_node top) {
    pugi::xml_node description;
    bool is_picture = false;
    for_each_under(top, [&](pugi::xml_node node) {
      const std::string_view name = local_name(node);
      if (name == "txbxContent") {
        floats_.push_back(node);
        return false;
      }
      if (name == "docPr" || name == "shape") {
        description = description ? description : node;
      }
      is_picture = is_picture || name == "blip" || name == "imagedata" || name == "chart" || name == "relIds";
      return (name != "Choice" && name != "Fallback") || !node.previous_sibling();  // one of them, not all
    });
    if (is_picture) {
      floats_.push_back(description ? description : top);
    }
  }

  // ---- Small things ----

  void tracked_change() {
    if (!has_tracked_change_) {
      has_tracked_change_ = true;
      out_.add_note(NoteKind::tracked_change, out_.place());
    }
  }

  /// Counts the elements in one another that are being read.
  class Deeper {
   public:
    explicit Deeper(std::size_t& depth) : depth_(++depth) {}
    Deeper(const Deeper&) = delete;
    Deeper& operator=(const Deeper&) = delete;
    ~Deeper() { --depth_; }

   private:
    std::size_t& depth_;
  };
  /// Each element is read by a call within that of the one around it, and a caller's thread may have a small stack.
  static constexpr std::size_t most_depth = 64;
  bool is_too_deep() {
    const bool is = depth_ > std::min(limits_.depth, most_depth);
    if (is && !error_) {
      error_ = Error{ErrorCode::limit_exceeded, "文件里的内容嵌套太深，超出了读取上限。",
                     "The document nests its contents deeper than the limits allow.", out_.place()};
    }
    return is;
  }

  Archive archive_;
  const Limits& limits_;
  DocumentBuilder out_;
  std::vector<ooxml::Relationship> of_main_;
  bool has_lists_ = false;
  std::optional<ooxml::Xml> styles_, lists_;  ///< loaded when the first paragraph or run asks for them
  DocxNumbering numbering_;
  std::uint32_t paragraphs_ = 0;  ///< outside of tables, with text
  std::optional<Error> error_;
  std::size_t depth_ = 0;
  bool has_tracked_change_ = false;

  bool in_paragraph_ = false, paragraph_is_hidden_ = false;
  std::size_t paragraph_begin_ = 0;
  bool in_cell_ = false, has_nested_table_ = false;
  bool continues_above_ = false;  ///< the cell read last belongs to one in a row above
  std::size_t cell_begin_ = 0;
  std::unordered_map<const void*, std::string> counted_;  ///< numbers of the paragraphs in the row under way
  struct Field {
    bool is_code = false;  ///< its code is being read, not yet what it shows
    std::string code;
    std::size_t begin = 0;  ///< of what it shows, in the document's text
  };
  std::vector<Field> fields_;                  ///< the fields under way, outermost first
  std::size_t codes_ = 0;                      ///< how many of them are
  std::vector<pugi::xml_node> floats_;         ///< text boxes and pictures of the paragraph under way
  std::vector<pugi::xml_node> cell_pictures_;  ///< pictures in cells of the table under way
};

}  // namespace

Result<Document> decode_docx(std::string_view bytes, const Limits& limits) {
  Result<Archive> archive = Archive::open(bytes, limits);
  if (!archive) {
    return archive.error();
  }
  return DocxDecoder(std::move(archive).value(), limits).run();
}

}  // namespace gongkai
