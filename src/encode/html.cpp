// The report as a web page in the official layout: accessible tables, print on A4.
//
// All that surrounds the numbers is the same for every report of an edition, so it is made once and then copied.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "encode/html_text.hpp"
#include "encode/marked_findings.hpp"
#include "encode/report_tables.hpp"
#include "gongkai/message.hpp"
#include "gongkai/model/about_fields.hpp"
#include "gongkai/model/layout.hpp"
#include "gongkai/write.hpp"

namespace gongkai {
namespace {

constexpr std::string_view style = R"(
:root{color-scheme:light;--line:#555;--head:#f3f5f7;--error:#b3001b;--warning:#8a4b00;--info:#1a4f8a}
*{box-sizing:border-box}
body{margin:0;color:#1b1b1b;background:#fff;font:16px/1.8 "Noto Serif CJK SC","Source Han Serif SC",SimSun,serif}
main{max-width:60rem;margin:0 auto;padding:1.5rem 1rem 3rem}
h1{font-size:1.5rem;line-height:1.4;text-align:center;margin:.5rem 0 1rem}
h2{font-size:1.15rem;margin:2rem 0 .5rem}
p{margin:.4rem 0;text-indent:2em;overflow-wrap:anywhere}
.scroll{overflow-x:auto;margin:1rem 0}
.scroll:focus-visible{outline:3px solid var(--info)}
table{border-collapse:collapse;width:100%;font-size:.9rem;line-height:1.35}
caption{text-align:left;padding:.3rem 0;color:#444;font-size:.85rem}
th,td{border:1px solid var(--line);padding:.3rem .35rem;text-align:center;font-weight:normal}
thead th{background:var(--head)}
tbody th{text-align:left;background:#fff}
tbody th.group{text-align:center}
td{width:4.4rem;font-variant-numeric:tabular-nums}
caption.said{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
@media screen and (max-width:48rem){.wide{min-width:46rem}}
@media(max-width:40rem){body{font-size:15px}table{font-size:.8rem}main{padding:1rem .6rem}th,td{padding:.25rem .2rem}}
@media print{@page{size:A4;margin:18mm 14mm}body{font-size:11pt;line-height:1.5}.wide{break-inside:avoid}.wide td{width:12mm;padding:.3rem .1rem}main{max-width:none;padding:0}
.scroll{overflow:visible}table{font-size:9pt}tr{break-inside:avoid}thead{display:table-header-group}h2{break-after:avoid}}
)";

std::string attribute(std::string_view name, std::size_t value) {
  return fmt::format(" {}=\"{}\"", name, value);
}

/// Text of a page up to a number, and then the number.
struct Piece {
  std::string before;
  std::uint16_t cell = 0;
};
/// A table with its numbers left out.
struct Skeleton {
  std::vector<Piece> pieces;
  std::string after;
};

/// Writes a table down, with the heads of each number named in `headers`, as screen readers need them where heads span.
class TableWriter {
 public:
  TableWriter(const LayoutTable& table, Language language, std::string_view suffix)
      : table_(table),
        language_(language),
        prefix_(fmt::format("t{}{}", table.table + 1, suffix)),
        heads_(table.rows.size() * table.columns) {}

  Skeleton run() {
    const TableInfo& info = tables[table_.table];
    constexpr std::size_t narrow = 5;  // columns, which a telephone shows side by side
    text_ = fmt::format(
        "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{0}\"><table{1}>"
        "<caption class=\"said\">{0}</caption>",  // what is on the page already, for who does not see it
        escaped(in(info.title, language_)), table_.columns > narrow ? " class=\"wide\"" : "");
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {
      text_ += row == 0 ? "<thead>" : row == table_.head_rows ? "</thead><tbody>" : "";
      text_ += "<tr>";
      std::size_t column = 0;
      for (const LayoutCell& cell : table_.rows[row]) {
        while (!at(row, column).id.empty()) {
          ++column;
        }
        add(cell, row, column);
        column += cell.column_span;
      }
      text_ += "</tr>\n";
    }
    skeleton_.after = std::move(text_) + "</tbody></table></div>\n";
    return std::move(skeleton_);
  }

 private:
  struct Head {
    std::string id;  ///< of the cell that covers this place of the grid
    bool is_column = false, is_row = false;
  };
  Head& at(std::size_t row, std::size_t column) { return heads_[row * table_.columns + column]; }

  void add(const LayoutCell& cell, std::size_t row, std::size_t column) {
    const std::string id = fmt::format("{}r{}c{}", prefix_, row + 1, column + 1);
    const bool is_column = cell.kind == LayoutCell::Kind::column_head, is_row = cell.kind == LayoutCell::Kind::row_head;
    for (std::size_t i = 0; i < cell.row_span; ++i) {
      for (std::size_t k = 0; k < cell.column_span; ++k) {
        at(row + i, column + k) = {id, is_column, is_row};
      }
    }
    const std::string spans = (cell.row_span > 1 ? attribute("rowspan", cell.row_span) : "") +
                              (cell.column_span > 1 ? attribute("colspan", cell.column_span) : "");
    if (cell.kind == LayoutCell::Kind::number) {
      text_ += fmt::format("<td id=\"{}\" headers=\"{}\"", cell_id(cell.cell), headers_of(row, column));
      skeleton_.pieces.push_back({std::move(text_), cell.cell});
      text_ = "</td>";
      return;
    }
    const std::string_view scope =
        is_column ? (cell.column_span > 1 ? "colgroup" : "col") : (cell.row_span > 1 ? "rowgroup" : "row");
    text_ += fmt::format("<th id=\"{}\" scope=\"{}\"{}{}>{}</th>", id, scope, spans,
                         is_row && cell.row_span > 1 ? " class=\"group\"" : "", escaped(in(cell.text, language_)));
  }

  /// The ids of the heads above and to the left, outermost first.
  std::string headers_of(std::size_t row, std::size_t column) {
    std::vector<std::string> ids;
    const auto add_once = [&ids](const std::string& id) {
      if (std::find(ids.begin(), ids.end(), id) == ids.end()) {
        ids.push_back(id);
      }
    };
    for (std::size_t left = 0; left < column; ++left) {
      if (at(row, left).is_row) {
        add_once(at(row, left).id);
      }
    }
    for (std::size_t above = 0; above < row; ++above) {
      if (at(above, column).is_column) {
        add_once(at(above, column).id);
      }
    }
    return fmt::format("{}", fmt::join(ids, " "));
  }

 public:
  static std::string cell_id(std::size_t cell) { return std::string(cells[cell].key); }

 private:
  const LayoutTable& table_;
  Language language_;
  std::string prefix_;
  std::vector<Head> heads_;
  std::string text_;
  Skeleton skeleton_;
};

/// The skeletons of the tables of an edition. Made once.
const std::vector<Skeleton>& skeletons(Edition edition, Language language) {
  static const auto all = [] {
    std::array<std::array<std::vector<Skeleton>, 2>, 2> result;
    for (const Edition form : {Edition::form_2019, Edition::form_2021}) {
      for (const Language words : {Language::zh, Language::en}) {
        for (const LayoutTable& table : form_layout(form)) {
          result[form == Edition::form_2021 ? 1 : 0][static_cast<std::size_t>(words)].push_back(
              TableWriter(table, words, "").run());
        }
      }
    }
    return result;
  }();
  return all[edition == Edition::form_2019 ? 0 : 1][static_cast<std::size_t>(language)];
}

class Page {
 public:
  Page(const Report& report, const HtmlOptions& options)
      : report_(report), options_(options), zh_(options.language == Language::zh) {
    if (options.assessment != nullptr) {
      findings_.emplace(report, options);
    }
  }

  std::string run() {
    const Narrative& narrative = report_.narrative;
    out_.reserve(48 * 1024 + narrative.preamble.size() + narrative.overview.size() +
                 narrative.problems_and_improvements.size() + narrative.other_matters.size());
    head();
    for (const SectionInfo& section : sections) {
      out_.append("<section aria-labelledby=\"s").append(std::to_string(section.number)).append("\"><h2 id=\"s");
      out_.append(std::to_string(section.number)).append("\">");
      append_escaped(out_, section_title(section, options_.language));
      out_ += "</h2>\n";
      if (const std::string* text = narrative_of(section.number)) {
        paragraphs(*text);
      } else {
        section_tables(section.number);
      }
      out_ += "</section>\n";
    }
    out_ += "</article></main></body></html>\n";
    return std::move(out_);
  }

 private:
  const std::string* narrative_of(int section) const {
    const auto found =
        std::find_if(texts.begin(), texts.end(), [&](const TextInfo& t) { return t.section == section; });
    return found == texts.end() ? nullptr : text(report_, found->key);
  }

  void head() {
    out_ += zh_ ? "<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\">"
                : "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">";
    out_ += !findings_ ? "" : "<meta name=\"generator\" content=\"gongkai check\">";
    out_ += "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>";
    append_escaped(out_, report_.about.title);
    out_ += "</title>\n";
    for (std::size_t i = 0; i < about_field_names.size(); ++i) {
      out_.append("<meta name=\"").append(about_field_names[i].zh).append("\" content=\"");
      append_escaped(out_, about_text(report_.about, static_cast<AboutField>(i)));
      out_ += "\">\n";
    }
    out_.append("<style>").append(style).append(findings_ ? MarkedFindings::style() : "");
    out_ += "</style></head>\n<body><main>";
    if (findings_) {
      findings_->write_list(out_);
    }
    out_ += findings_ ? "<article id=\"report\" lang=\"zh-CN\"><h1>" : "<article lang=\"zh-CN\"><h1>";
    append_escaped(out_, report_.about.title);
    out_ += "</h1>\n";
    if (findings_) {
      findings_->write_legend(out_);
    }
    paragraphs(report_.narrative.preamble);
  }

  void paragraphs(std::string_view text) {
    for (const std::string_view line : lines_of(text)) {
      out_ += "<p>";
      append_escaped(out_, line);
      out_ += "</p>\n";
    }
  }

  void section_tables(int section) {
    const std::vector<Skeleton>& all = skeletons(report_.about.edition, options_.language);
    const std::vector<LayoutTable>& layout = report_layout(report_.about.edition);
    for (std::size_t i = 0; i < layout.size(); ++i) {
      if (tables[layout[i].table].section == section) {
        fill(all[i]);
        for (const LayoutTable& other : tables_outside_edition(report_, layout[i].table)) {
          fill(TableWriter(other, options_.language, "o").run());
        }
        extensions(tables[layout[i].table]);
      }
    }
  }

  void fill(const Skeleton& skeleton) {
    for (const Piece& piece : skeleton.pieces) {
      out_ += piece.before;
      number(piece.cell);
    }
    out_ += skeleton.after;
  }

  /// The rest of a cell's tag, its number, and the numbers of the findings that speak of it.
  void number(std::size_t cell) {
    if (findings_) {
      findings_->write_classes(cell, out_);
    }
    out_ += '>';
    if (const auto value = gongkai::cell(report_, cell)) {
      out_ += written_number(cells[cell], *value, options_.language);
    }
    if (findings_) {
      findings_->write_beside(cell, out_);
    }
  }

  /// Rows that a province added, each table of them under the heads that they had.
  void extensions(const TableInfo& table) {
    for (const ExtensionTable& group : extension_tables(report_, table.key)) {
      const std::string_view label = zh_ ? "格式以外的行" : "rows beyond the form";
      out_ += fmt::format(
          "<div class=\"scroll\" role=\"region\" tabindex=\"0\" "
          "aria-label=\"{0}：{1}\"><table><caption>{0}：{1}</caption>",
          escaped(in(table.title, options_.language)), label);
      if (!group.columns.empty()) {
        out_ += fmt::format("<thead><tr><th scope=\"col\">{}</th>", in(information_head, options_.language));
        for (const std::string& column : group.columns) {
          out_ += "<th scope=\"col\">" + escaped(column) + "</th>";
        }
        out_ += "</tr></thead>";
      }
      out_ += "<tbody>";
      for (const ExtensionRow* row : group.rows) {
        out_ += "<tr><th scope=\"row\">" + escaped(row->label) + "</th>";
        for (const std::string& value : row->values) {
          out_ += "<td>" + escaped(value) + "</td>";
        }
        out_ += "</tr>";
      }
      out_ += "</tbody></table></div>\n";
    }
  }

  const Report& report_;
  const HtmlOptions& options_;
  bool zh_;
  std::string out_;
  std::optional<MarkedFindings> findings_;
};

}  // namespace

std::string to_html(const Report& report, const HtmlOptions& options) {
  return Page(report, options).run();
}

}  // namespace gongkai
