// A page -> a web page: its tables with spans, in whatever Word, editors and portals wrap around and between texts.
#pragma once

#include "generate/html_bytes.hpp"
#include "generate/html_portal.hpp"
#include "generate/page.hpp"
#include "generate/spec.hpp"
#include "generate/xml_text.hpp"

namespace gongkai::testing {

class HtmlWriter {
 public:
  HtmlWriter(const Page& page, const Spec& spec) : page_(page), spec_(spec), dice_(spec) {
    Dice style(spec.seed, 300);
    paragraphs_ = style.any_of(all_paragraphs);
    headings_ = style.any_of(all_headings);
    is_upper_ = one_in(3, Oddity::tag_soup);
  }

  std::string write() {
    Dice& portal = dice_.of(Oddity::chrome);
    const bool has_portal = spec_.has(Oddity::chrome);
    const bool is_title_outside = has_portal && portal.one_in(2);
    std::string before, behind;
    if (has_portal) {
      before =
          in_order({html_menu(portal), html_path(portal), (portal.one_in(2) ? html_other_reports(page_, portal) : ""),
                    (portal.one_in(2) ? html_description(page_, portal) : ""), (is_title_outside ? title() : ""),
                    (portal.one_in(2) ? html_line_below_title(page_, portal) : ""),
                    (portal.one_in(8) ? html_contents(page_) : "")});
      behind = html_behind(page_, portal);
    }
    std::string article = is_title_outside ? "" : title();
    if (has_portal && portal.one_in(8)) {  // all of it within the article's element
      article = before + article;
      before.clear();
    }
    if (one_in(6, Oddity::nested_layout) && !spec_.has(Oddity::split_tables)) {
      article += in_one_table();
    }
    std::string parts;  // of the article, each in an element of its own
    for (const PageBlock& block : is_one_table_ ? std::vector<PageBlock>() : page_.blocks) {
      if (one_in(20, Oddity::article_element)) {
        parts += in_article_element(article);
        article.clear();
      }
      if (one_in(40, Oddity::tag_soup) && !spec_.has(Oddity::automatic_numbers)) {
        article += end("div");  // of what is around the article
      }
      article += between_blocks();
      article += block.kind == PageBlock::Kind::table     ? placed(table(block.rows))
                 : block.kind == PageBlock::Kind::heading ? heading(block.text)
                                                          : paragraph(block.text);
    }
    const std::string body = laid_out(before, parts + in_article_element(article), behind);
    const HtmlEncoding encoding =
        spec_.has(Oddity::other_encoding) ? dice_.of(Oddity::other_encoding).any_of(html_encodings) : html_encodings[0];
    return in_encoding(in_document(body, encoding), encoding);
  }

  std::size_t hidden_parts() const { return hidden_parts_; }
  bool has_changes() const { return has_changes_; }

 private:
  enum class Paragraphs : std::uint8_t { p, div, lines };
  static constexpr Paragraphs all_paragraphs[] = {Paragraphs::p, Paragraphs::p, Paragraphs::div, Paragraphs::lines};
  enum class Headings : std::uint8_t { element, bold, plain };
  static constexpr Headings all_headings[] = {Headings::element, Headings::bold, Headings::plain};

  bool one_in(std::size_t n, Oddity oddity) { return dice_.one_in(n, oddity); }

  // ---- Tags ----

  std::string tag(std::string_view name, const std::string& attributes = "") {
    return in_order({"<", in_case(name), attributes, (one_in(20, Oddity::tag_soup) ? "\n  >" : ">")});
  }
  /// Of an element whose end HTML lets one leave out, there may be no end, or one too many.
  std::string optional_end(std::string_view name) {
    if (one_in(4, Oddity::tag_soup)) {
      return "";
    }
    return in_order({end(name), (one_in(20, Oddity::tag_soup) ? end(name) : "")});
  }
  std::string end(std::string_view name) { return "</" + in_case(name) + ">"; }
  std::string in_case(std::string_view name) {
    std::string text(name);
    if (is_upper_ || one_in(20, Oddity::tag_soup)) {
      for (char& c : text) {
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
      }
    }
    return text;
  }
  std::string attribute(std::string_view name, const std::string& value) {
    const bool needs_quotes = value.empty() || value.find_first_of(" \"'=<>`;:/") != std::string::npos;
    const std::string_view quotes[] = {"\"", "'", needs_quotes ? "\"" : ""};
    const std::string quote(spec_.has(Oddity::tag_soup) ? dice_.of(Oddity::tag_soup).any_of(quotes) : quotes[0]);
    return in_order({" ", in_case(name), (one_in(10, Oddity::tag_soup) ? " = " : "="), quote, value, quote});
  }
  std::string noise() {
    if (!one_in(2, Oddity::word_markup)) {
      return "";
    }
    constexpr std::string_view seen[] = {
        " class=\"MsoNormal\"",
        " style=\"mso-yfti-irow:1;height:14.2pt;mso-bidi-font-size:12.0pt;display:inline\"",
        " align=\"center\" title=\"1>0\"",
        " style='font-family:\"方正仿宋_GBK\";line-height:28pt'",
        " data-sort=\"12\" lang=\"EN-US\"",
        " class=\"et3 xl66\" width=\"77\" x:num=\"34\""};
    return std::string(dice_.of(Oddity::word_markup).any_of(seen));
  }

  // ---- The document ----

  std::string title() {
    std::string text = written(page_.title);
    if (one_in(4, Oddity::split_labels)) {
      text = in_order({written(page_.authority), tag("br"), written(page_.title.substr(page_.authority.size()))});
    }
    constexpr std::string_view elements[] = {"h1", "h2", "p", "div"};
    const std::string_view element = Dice(spec_.seed, 301).any_of(elements);
    return in_order({tag(element, attribute("style", "text-align:center")), text, end(element), "\n"});
  }

  std::string in_article_element(std::string article) {
    if (!spec_.has(Oddity::article_element)) {
      return article;
    }
    constexpr std::string_view around[] = {"id=\"UCAP-CONTENT\"",
                                           "class=\"TRS_Editor\"",
                                           "class=\"view TRS_UEDITOR trs_editor_view trs_word\"",
                                           "id=\"vsb_content\"",
                                           "id=\"vsb_content_2\"",
                                           "id=\"zoom\"",
                                           "class=\"zfxxgk_zw_content\"",
                                           "class=\"article-content clearfix\" id=\"zoomcon\"",
                                           "class=\"xxgk_content\""};
    Dice& dice = dice_.of(Oddity::article_element);
    for (std::size_t depth = 1 + dice.below(2); depth > 0; --depth) {
      article = "<div " + std::string(dice.any_of(around)) + ">\n" + article + "</div>";
    }
    return dice.one_in(6) ? "<ucapcontent>" + article + "</ucapcontent>" : article;
  }

  /// Around the article, elements or tables.
  std::string laid_out(const std::string& before, const std::string& article, const std::string& behind) {
    if (!one_in(2, Oddity::nested_layout)) {
      return "<div class=\"wrap\">" + before + "</div>" + article + behind;
    }
    const std::string inner =
        "<table width=\"100%\"><tbody><tr><td>" + before + "</td></tr><tr><td>" + article + "</td></tr></table>";
    const std::string cells[] = {"<td>" + inner + "</td>", "<td class=\"left\">　</td><td>" + inner + "</td>",
                                 "<td>" + inner + "</td><td width=\"10\"></td>"};
    return "<table><tr>" + dice_.of(Oddity::nested_layout).any_of(cells) + "</tr><tr><td>" + behind +
           "</td></tr></table>";
  }

  std::string in_document(const std::string& body, const HtmlEncoding& encoding) {
    Dice dice(spec_.seed, 302);
    const std::string charset(encoding.declared);
    std::string head;
    if (!charset.empty()) {
      head = dice.one_in(2) ? "<meta charset=\"" + charset + "\">"
                            : "<META http-equiv=\"Content-Type\" content=\"text/html; charset=" + charset + "\" />";
    } else if (dice.one_in(4)) {
      return body;  // the article alone
    }
    head += "\n<title>" + (dice.one_in(3) ? "某人民政府门户网站" : page_.title + "-某人民政府门户网站") + "</title>";
    if (spec_.has(Oddity::chrome)) {
      head += "<meta name=\"ArticleTitle\" content=\"" + page_.title +
              "\"/><meta name=\"SiteName\" content=\"某人民政府\">";
    }
    if (spec_.has(Oddity::scripts)) {
      head +=
          "<style type=\"text/css\"><!-- td.c3{width:12px} --></style><script>var rows = '<tr><td>规章</td><td>7"
          "</td></tr>', n = 3 < 4;</script>";
    }
    if (spec_.has(Oddity::word_markup)) {
      head += "<!--[if gte mso 9]><xml><w:WordDocument><w:Zoom>100</w:Zoom></w:WordDocument></xml><![endif]-->";
    }
    const std::string_view types[] = {"<!DOCTYPE html>\n", "", "<!-- 9 -->\n<?xml version=\"1.0\"?>\n",
                                      "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\" "
                                      "\"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd\">\r\n"};
    return in_order({std::string(dice.any_of(types)), tag("html"), tag("head"), head, end("head"), "\n", tag("body"),
                     body, (one_in(3, Oddity::tag_soup) ? "" : in_order({end("body"), end("html")})), "\n"});
  }

  // ---- Blocks ----

  std::string paragraph(const std::string& text) {
    switch (paragraphs_) {
      case Paragraphs::div:
        return in_order({tag("div", noise()), written(text), end("div"), "\n"});
      case Paragraphs::lines:
        return in_order({tag("br"), "　　", written(text), tag("br"), "\n"});
      case Paragraphs::p:
        break;
    }
    return in_order({tag("p", noise()), "　　", written(text), optional_end("p"), "\n"});
  }

  std::string heading(const std::string& numbered) {
    std::string text = numbered;
    if (spec_.has(Oddity::automatic_numbers)) {
      constexpr std::string_view comma = "、";
      text = numbered.substr(numbered.find(comma) + comma.size());
      const std::string start = std::to_string(++sections_);
      return in_order({"<ol start=\"", start, "\" style=\"list-style-type:cjk-ideographic\">", tag("li", noise()),
                       written(text), optional_end("li"), "</ol>\n"});
    }
    switch (headings_) {
      case Headings::element: {
        constexpr std::string_view elements[] = {"h1", "h2", "h3", "h4"};
        const std::string_view element = Dice(spec_.seed, 303).any_of(elements);
        return in_order({tag(element, noise()), written(text), end(element), "\n"});
      }
      case Headings::bold:
        return paragraphs_ == Paragraphs::lines ? in_order({tag("br"), tag("b"), written(text), end("b"), tag("br")})
                                                : in_order({tag("p", noise()), tag("strong"), written(text),
                                                            end("strong"), optional_end("p"), "\n"});
      case Headings::plain:
        break;
    }
    return paragraph(text);
  }

  /// What stands between blocks and shows nothing.
  std::string between_blocks() {
    std::string text;
    if (one_in(8, Oddity::word_markup)) {
      constexpr std::string_view empty[] = {"<p class=\"MsoNormal\"><o:p>&nbsp;</o:p></p>", "<p><br></p>",
                                            "<p>&nbsp;</p>", "<a name=\"_Toc1\"></a>", "<hr>"};
      text += dice_.of(Oddity::word_markup).any_of(empty);
    }
    if (one_in(6, Oddity::scripts)) {
      constexpr std::string_view passages[] = {
          "<script "
          "language=\"javascript\">document.write(\"<table><tr><td>规章</td><td>9</td></tr></table>\");</script>",
          "<!-- <table><tr><td>规章</td><td>5</td><td>5</td><td>5</td></tr></table> -->",
          "<style>table td{border:1px solid #000}</style>", "<noscript><p>规章 8</p></noscript>"};
      text += dice_.of(Oddity::scripts).any_of(passages);
    }
    if (one_in(8, Oddity::hidden_parts)) {
      text += "<div" + hiding() +
              "><table><tr><td>规章</td><td>41</td><td>42</td><td>43</td></tr></table><p>收费77元</p></div>";
    }
    return text;
  }
  std::string hiding() {
    constexpr std::string_view styles[] = {" style=\"display:none\"", " STYLE='color:red;DISPLAY: none;'", " hidden",
                                           " style=\"visibility:hidden\""};
    return std::string(dice_.of(Oddity::hidden_parts).any_of(styles));
  }

  /// The table where it stands: in the text, in an element or in a table of layout.
  std::string placed(const std::string& table) {
    const std::string around[] = {
        "<div align=\"center\">" + table + "</div>",
        "<center>" + table + "</center>",
        "<table border=\"0\"><tr><td>" + table + "</td></tr></table>",
        "<p>" + table + "</p>",
        "<div><span><font face=\"仿宋\">" + table + "</font></span></div>",
        "<table><tr><td width=\"5\">&nbsp;</td><td><div>" + table + "</div></td></tr></table>"};
    return one_in(2, Oddity::nested_layout) ? dice_.of(Oddity::nested_layout).any_of(around) : table;
  }

  // ---- Tables ----

  /// The report as one table, in which headings and texts are rows.
  std::string in_one_table() {
    is_one_table_ = true;
    constexpr std::size_t width = 15;
    std::vector<PageRow> all;
    for (const PageBlock& block : page_.blocks) {
      if (block.kind == PageBlock::Kind::table) {
        all.insert(all.end(), block.rows.begin(), block.rows.end());
      } else {
        all.push_back({{block.text, 1, width, false}});
      }
    }
    return table(all);
  }

  std::string table(const std::vector<PageRow>& rows) {
    Dice& groups = dice_.of(Oddity::table_groups);
    const bool has_groups = one_in(2, Oddity::table_groups), has_head = has_groups && groups.one_in(2);
    has_head_cells_ = one_in(2, Oddity::table_groups);
    std::string text =
        in_order({tag("table", in_order({attribute("border", "1"), attribute("cellspacing", "0"), noise()})), space()});
    if (one_in(3, Oddity::table_groups)) {
      text += "<colgroup><col width=\"72\" span=\"3\"><col style=\"width:54pt\"></colgroup>";
    }
    if (has_groups) {
      text += tag(has_head ? "thead" : "tbody");
    }
    bool is_ended = true;
    for (std::size_t row = 0; row < rows.size(); ++row) {
      if (row == 1 && has_head) {
        text += in_order({optional_end("thead"), tag("tbody")});
        is_ended = true;
      }
      const bool is_hidden = one_in(12, Oddity::hidden_parts);
      hidden_parts_ += is_hidden && std::any_of(rows[row].begin(), rows[row].end(),
                                                [](const PageCell& cell) { return shows_something(cell.text); });
      const bool has_begin = is_hidden || !is_ended || row == 0 || !one_in(12, Oddity::tag_soup);
      text += has_begin ? in_order({tag("tr", is_hidden ? hiding() : noise()), space()}) : "";
      for (const PageCell& cell : rows[row]) {
        text += this->cell(cell, row, rows.size(), rows[row].size() == 1);
      }
      const std::string row_end = optional_end("tr");
      is_ended = !row_end.empty();
      text += row_end + space();
      text += one_in(20, Oddity::scripts) ? "<!-- <tr><td>规章</td><td>6</td></tr> -->" : "";
    }
    return in_order({text, widths(rows), (has_groups ? optional_end("tbody") : ""), end("table"), "\n"});
  }
  /// The row without height by which Word and Excel set the widths of columns.
  std::string widths(const std::vector<PageRow>& rows) {
    if (!one_in(6, Oddity::word_markup)) {
      return "";
    }
    const bool is_excel = dice_.of(Oddity::word_markup).one_in(2);
    std::string row = is_excel ? "<tr height=0 style='display:none'>" : "<tr height=0>";
    const std::size_t columns = grid_of(rows)[0].size();
    for (std::size_t i = 0; i < columns; ++i) {
      row += "<td width=63 style='border:none'></td>";
    }
    return (is_excel ? "<![if supportMisalignedColumns]>" : "<![if !supportMisalignedColumns]>") + row +
           "</tr><![endif]>";
  }

  std::string cell(const PageCell& cell, std::size_t row, std::size_t row_count, bool is_alone) {
    std::size_t down = cell.rows, across = cell.columns;
    if (row + down >= row_count && one_in(4, Oddity::surplus_spans)) {  // at the foot of the table
      down += 1 + dice_.of(Oddity::surplus_spans).below(3);
    }
    if (row + down + 1 == row_count && down > 2 && one_in(2, Oddity::surplus_spans)) {  // over the results of requests
      down += 1 + dice_.of(Oddity::surplus_spans).below(2);
    }
    if (is_alone && across > 1 && one_in(4, Oddity::surplus_spans)) {
      across += 2;
    }
    std::string attributes =
        down > 1 || one_in(6, Oddity::surplus_spans) ? attribute("rowspan", std::to_string(down)) : "";
    attributes += across > 1 || one_in(6, Oddity::surplus_spans) ? attribute("colspan", std::to_string(across)) : "";
    const std::string_view name = has_head_cells_ && !cell.is_value ? "th" : "td";
    std::string hidden;  // what other programs leave of cells that were merged
    for (std::size_t i = 1; i < cell.columns && one_in(4, Oddity::hidden_parts); ++i) {
      hidden += "<td style=\"display:none\"></td>";
    }
    const std::string content = cell.is_value ? value_content(cell.text) : label_content(cell.text);
    return in_order({tag(name, in_order({attributes, (one_in(8, Oddity::word_markup) ? " nowrap" : ""), noise()})),
                     space(), content, space(), (has_open_inline_ ? end(name) : optional_end(name)), hidden, space()});
  }

  /// Between tags, where white space shows nothing.
  std::string space() {
    constexpr std::string_view spaces[] = {"\n", "\r\n      ", "\t", " "};
    return one_in(3, Oddity::spaces) ? std::string(dice_.of(Oddity::spaces).any_of(spaces)) : "";
  }

  std::string label_content(const std::string& official) {
    const std::string label = one_in(30, Oddity::line_breaks) ? upright(official) : official;
    has_open_inline_ = false;
    in_label_ = true;
    std::string content;
    const bool has_blocks = one_in(2, Oddity::split_labels);
    for (std::size_t begin = 0; begin <= label.size();) {
      const std::size_t end_of_line = std::min(label.find('\n', begin), label.size());
      const std::string line = listed(label.substr(begin, end_of_line - begin));
      const bool is_last = end_of_line == label.size();
      if (has_blocks) {
        content += in_order({tag("p", noise()), line, optional_end("p")});
      } else {
        content += line + (is_last ? "" : tag("br"));
      }
      begin = end_of_line + 1;
    }
    in_label_ = false;
    return content;
  }

  /// The label from top to bottom, as narrow columns have it.
  static std::string upright(const std::string& label) {
    std::string text;
    for (const std::string_view character : characters_of(label)) {
      text.append(text.empty() || character == "\n" || text.back() == '\n' ? "" : "\n").append(character);
    }
    return text;
  }
  /// The line, whose number may stand apart as Word has it in lists.
  std::string listed(const std::string& line) {
    const bool has_number = line.size() > 2 && line[0] >= '1' && line[0] <= '9' && line[1] == '.';
    if (!has_number || !one_in(6, Oddity::word_markup)) {
      return written(line);
    }
    return "<span style='mso-list:Ignore'>" + line.substr(0, 2) +
           "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span>" + written(line.substr(2));
  }

  std::string value_content(const std::string& text) {
    has_open_inline_ = false;
    if (text.empty()) {
      constexpr std::string_view nothing[] = {
          "<p>&nbsp;</p>", "<br>",         "<p class=\"MsoNormal\"><o:p>&nbsp;</o:p></p>",
          "<span></span>", "&nbsp;&nbsp;", "&nbsp"};
      return one_in(2, Oddity::word_markup) ? std::string(dice_.of(Oddity::word_markup).any_of(nothing)) : "";
    }
    if (one_in(6, Oddity::fields)) {
      return tag("input", in_order({attribute("type", "text"), attribute("value", text)})) +
             "<input type=\"hidden\" value=\"9\">";
    }
    std::string content = written(text);
    if (one_in(6, Oddity::tracked_changes)) {
      has_changes_ = true;
      constexpr std::string_view names[] = {"del", "s", "strike"};
      const std::string_view name = dice_.of(Oddity::tracked_changes).any_of(names);
      content = in_order(
          {tag(name), "97", end(name), (one_in(2, Oddity::tracked_changes) ? "<ins>" + content + "</ins>" : content)});
    }
    if (one_in(12, Oddity::tag_soup)) {  // without its end
      has_open_inline_ = true;
      content = in_order({tag("font"), tag("span"), content});
    }
    if (one_in(12, Oddity::tag_soup)) {  // ends without a beginning
      content += "</span></div>";
    }
    if (one_in(2, Oddity::split_labels)) {
      constexpr std::string_view blocks[] = {"p", "div", "p", "center"};
      const std::string_view block = dice_.of(Oddity::split_labels).any_of(blocks);
      const std::string above = one_in(8, Oddity::split_labels) ? "<p>&nbsp;</p>" : "",
                        below = one_in(8, Oddity::split_labels) ? "<br/>" : "";
      content = in_order({above, tag(block, noise()), space(), content, space(),
                          (block == "p" ? optional_end(block) : end(block)), below});
    }
    return content;
  }

  // ---- Text ----

  /// The text in one or more elements, with what shows nothing between them.
  std::string written(const std::string& text) {
    std::vector<std::string> pieces{text};
    if (spec_.has(Oddity::split_labels)) {
      pieces = pieces_of(text, 5, dice_.of(Oddity::split_labels));
    }
    std::string result;
    for (const std::string& piece : pieces) {
      result += in_order({between(), wrapped(characters(piece))});
    }
    return result + (one_in(4, Oddity::word_markup) ? "<o:p></o:p>" : "");
  }

  std::string characters(const std::string& text) {
    std::string result;
    for (const std::string_view character : characters_of(text)) {
      const bool is_nbsp = character == "\u00a0";
      if (is_nbsp && dice_.of(Oddity::spaces).one_in(2)) {
        result += one_in(4, Oddity::tag_soup) ? "&nbsp" : one_in(8, Oddity::tag_soup) ? "&amp;nbsp;" : "&nbsp;";
      } else if (character == "\n") {
        result += tag("br");
      } else if (one_in(8, Oddity::references)) {
        char code[16];
        std::snprintf(code, sizeof code, dice_.of(Oddity::references).one_in(2) ? "&#%u;" : "&#x%X;",
                      static_cast<unsigned>(code_of(character)));
        result += code;
      } else {
        result += named(character);
        // Editors break long lines, and clerks fill short labels up to their columns' width.
        const bool is_chinese = character.size() == 3 && text.size() > 3;
        if (in_label_ && is_chinese && one_in(40, Oddity::word_markup)) {
          result += "\r\n  ";
        } else if (in_label_ && is_chinese && text.size() < 20 && one_in(10, Oddity::spaces)) {
          constexpr std::string_view spaces[] = {"&nbsp;", "　", "&nbsp; ", "&emsp;", "&ensp;"};
          result += dice_.of(Oddity::spaces).any_of(spaces);
        }
      }
    }
    return result;
  }

  /// The character, or a name or number that it has; the numbers as Windows counts them.
  std::string named(std::string_view character) {
    struct Name {
      std::string_view character, name, number;
    };
    constexpr Name names[] = {{"“", "&ldquo;", "&#147;"},
                              {"”", "&rdquo;", "&#148;"},
                              {"—", "&mdash;", "&#151;"},
                              {"–", "&ndash;", "&#150;"},
                              {"−", "&minus;", "&#8722;"}};
    for (const Name& name : names) {
      if (name.character == character && one_in(2, Oddity::references)) {
        return std::string(dice_.of(Oddity::references).one_in(2) ? name.name : name.number);
      }
    }
    return escaped(character);
  }

  std::string between() {
    constexpr std::string_view marks[] = {"<a name=\"OLE_LINK1\"></a>",
                                          "<!--StartFragment-->",
                                          "<!--[if !supportLists]-->",
                                          "<!--[endif]-->",
                                          "<![if !supportEmptyParas]>",
                                          "<![endif]>",
                                          "<o:p></o:p>",
                                          "<wbr>",
                                          "\u200b",
                                          "\ufeff",
                                          "&#8203;",
                                          "&zwnj;",
                                          "&shy;",
                                          "</br >",
                                          "<span/>",
                                          "<st1:chsdate w:st=\"on\" Year=\"2020\"></st1:chsdate>",
                                          "<span style=\"mso-spacerun:'yes'\"></span>"};
    std::string result;
    if (one_in(6, Oddity::word_markup)) {
      result += dice_.of(Oddity::word_markup).any_of(marks);
    }
    if (one_in(12, Oddity::hidden_parts)) {
      result += "<span" + hiding() + ">8</span>";
    }
    if (one_in(16, Oddity::scripts)) {
      result += dice_.of(Oddity::scripts).one_in(2) ? "<!-- 3 -->" : "<script>var a = 4;</script>";
    }
    return result;
  }

  std::string wrapped(const std::string& text) {
    if (!one_in(3, Oddity::split_labels) && !one_in(3, Oddity::word_markup)) {
      return text;
    }
    constexpr std::string_view names[] = {"span", "font", "b", "strong", "u", "em", "st1:chmetcnv", "nobr", "a", "ins"};
    const std::string_view name = dice_.of(Oddity::split_labels).any_of(names);
    return in_order({tag(name, noise()), text, end(name)});
  }

  const Page& page_;
  const Spec& spec_;
  OddityDice dice_;
  Paragraphs paragraphs_{};
  Headings headings_{};
  bool is_upper_ = false, has_head_cells_ = false;
  bool in_label_ = false, is_one_table_ = false;
  bool has_open_inline_ = false;  ///< in the cell written last, whose end must not be left out
  std::size_t hidden_parts_ = 0;
  int sections_ = 0;  ///< begun so far
  bool has_changes_ = false;
};

}  // namespace gongkai::testing
