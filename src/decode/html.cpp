// HTML -> Document, by libxml2's HTML parser in its SAX mode: what each element is to the page.
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <exception>
#include <iterator>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "decode/markup.hpp"
#include "decode/page_builder.hpp"
#include "gongkai/read.hpp"
#include "text/input_errors.hpp"
#include "text/out_of_memory.hpp"
#include "text/utf8.hpp"

namespace gongkai {
namespace {

/// What an element is to the page.
enum class Role : std::uint8_t {
  inline_text,
  block,
  heading,
  preformatted,
  line_break,
  raised,  ///< text that must not run together with the number before it
  table,
  row_group,
  row,
  cell,
  definitions,  ///< a list of terms and descriptions: a table of two columns
  term,
  description,
  link,
  picture,
  input,
  title,
  meta,
  article,  ///< an element that some portals put around the article
  deleted,  ///< an unaccepted deletion, or text that is struck out
  skipped,
};

struct Element {
  std::string_view name;
  Role role;
};
constexpr Element elements[] = {
    {"a", Role::link},
    {"address", Role::block},
    {"article", Role::block},
    {"aside", Role::block},
    {"blockquote", Role::block},
    {"body", Role::block},
    {"br", Role::line_break},
    {"button", Role::skipped},
    {"caption", Role::block},
    {"center", Role::block},
    {"col", Role::skipped},
    {"colgroup", Role::row_group},
    {"dd", Role::description},
    {"del", Role::deleted},
    {"details", Role::block},
    {"div", Role::block},
    {"dl", Role::definitions},
    {"dt", Role::term},
    {"fieldset", Role::block},
    {"figcaption", Role::block},
    {"figure", Role::block},
    {"footer", Role::block},
    {"form", Role::block},
    {"h1", Role::heading},
    {"h2", Role::heading},
    {"h3", Role::heading},
    {"h4", Role::block},
    {"h5", Role::block},
    {"h6", Role::block},
    {"header", Role::block},
    {"hr", Role::block},
    {"iframe", Role::skipped},
    {"img", Role::picture},
    {"input", Role::input},
    {"li", Role::block},
    {"main", Role::block},
    {"meta", Role::meta},
    {"nav", Role::block},
    {"noframes", Role::skipped},
    {"noscript", Role::skipped},
    {"object", Role::skipped},
    {"ol", Role::block},
    {"p", Role::block},
    {"pre", Role::preformatted},
    {"s", Role::deleted},
    {"script", Role::skipped},
    {"section", Role::block},
    {"select", Role::skipped},
    {"strike", Role::deleted},
    {"style", Role::skipped},
    {"sub", Role::raised},
    {"summary", Role::block},
    {"sup", Role::raised},
    {"svg", Role::skipped},
    {"table", Role::table},
    {"tbody", Role::row_group},
    {"td", Role::cell},
    {"template", Role::skipped},
    {"textarea", Role::skipped},
    {"tfoot", Role::row_group},
    {"th", Role::cell},
    {"thead", Role::row_group},
    {"title", Role::title},
    {"tr", Role::row},
    {"ucapcontent", Role::article},
    {"ul", Role::block},
};
static_assert(std::is_sorted(std::begin(elements), std::end(elements),
                             [](const Element& a, const Element& b) { return a.name < b.name; }));

Role role_named(std::string_view name) {
  const auto* const found = std::lower_bound(std::begin(elements), std::end(elements), name,
                                             [](const Element& a, std::string_view b) { return a.name < b; });
  return found != std::end(elements) && found->name == name ? found->role : Role::inline_text;
}

bool is_table_part(Role role) {
  return role == Role::row_group || role == Role::row || role == Role::cell;
}

/// Ids and classes of the element around the article, by the content management systems that are in use.
constexpr std::string_view article_names[] = {"UCAP-CONTENT", "TRS_Editor",        "trs_editor_view", "vsb_content",
                                              "zoom",         "zfxxgk_zw_content", "article-content", "ivs_content",
                                              "ivs_content",  "Custom_UnionStyle", "xxgk_content"};

bool names_article(std::string_view id_or_classes) {
  while (!id_or_classes.empty()) {
    const std::size_t end = std::min(id_or_classes.find_first_of(" \t\r\n"), id_or_classes.size());
    const std::string_view name = id_or_classes.substr(0, end);
    if (std::find(std::begin(article_names), std::end(article_names), name) != std::end(article_names) ||
        name.starts_with("vsb_content_")) {  // vsb_content_2, and so on
      return true;
    }
    id_or_classes.remove_prefix(std::min(end + 1, id_or_classes.size()));
  }
  return false;
}

struct Declaration {
  std::string_view property, value;
};
constexpr Declaration hiding[] = {{"display", "none"}, {"visibility", "hidden"}, {"visibility", "collapse"}};
constexpr Declaration striking[] = {{"text-decoration", "line-through"}, {"text-decoration-line", "line-through"}};

bool begins_with(std::string_view text, std::string_view word) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return text.size() >= word.size() &&
         std::equal(word.begin(), word.end(), text.begin(), [&](char wanted, char c) { return lower(c) == wanted; });
}

/// Whether a style attribute has one of the declarations, written in any case and with any spaces, and with the value
/// among others.
template <std::size_t n>
bool declares(std::string_view style, const Declaration (&wanted)[n]) {
  constexpr std::string_view spaces = " \t\r\n";
  while (!style.empty()) {
    const std::size_t end = std::min(style.find(';'), style.size());
    const std::string_view declaration = style.substr(0, end);
    style.remove_prefix(std::min(end + 1, style.size()));
    const std::size_t colon = declaration.find(':');
    if (colon == std::string_view::npos) {
      continue;
    }
    const std::string_view property = unicode::trim(declaration.substr(0, colon));
    for (const auto& [name, value] : wanted) {
      if (property.size() != name.size() || !begins_with(property, name)) {
        continue;
      }
      std::string_view words = declaration.substr(colon + 1);
      while (!words.empty()) {
        words.remove_prefix(std::min(words.find_first_not_of(spaces), words.size()));
        if (begins_with(words, value)) {
          return true;
        }
        words.remove_prefix(std::min(words.find_first_of(spaces), words.size()));
      }
    }
  }
  return false;
}

/// A span as written; what is no positive number counts 1.
std::uint16_t span_of(std::string_view written, std::size_t most) {
  most = std::min(most, std::size_t{0xffff});
  written = unicode::trim(written);
  std::int64_t span = 1;
  const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), span);
  if (error == std::errc::result_out_of_range) {
    return static_cast<std::uint16_t>(written[0] == '-' ? 1 : most);
  }
  return error != std::errc() || span < 1
             ? std::uint16_t{1}
             : static_cast<std::uint16_t>(std::min(static_cast<std::uint64_t>(span), std::uint64_t{most}));
}

std::string_view text_of(const xmlChar* text) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): xmlChar is unsigned char
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

/// Whether an element has more attributes than any page needs. libxml2 compares each with all before it, so that one tag
/// of a million would take it hours.
bool has_too_many_attributes(std::string_view html) {
  constexpr int most = 256;
  for (std::size_t i = html.find('<'); i < html.size(); i = html.find('<', i)) {
    int attributes = 0;
    bool after_space = false, after_sign = false;
    for (++i; i < html.size() && html[i] != '>'; ++i) {
      const char c = html[i];
      if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '/') {
        after_space = true;
      } else if (after_sign && (c == '"' || c == '\'')) {
        i = std::min(html.find(c, i + 1), html.size());
        after_space = true;
        after_sign = false;
      } else if (c == '=') {
        after_sign = true;
      } else {
        attributes += after_space;
        after_space = after_sign = false;
      }
    }
    if (attributes > most) {
      return true;
    }
  }
  return false;
}

/// Word's "<![if !supportEmptyParas]>" and "<![endif]>", which libxml2 takes for text, as comments of the same length;
/// nothing where there are none. "<![endif]-->" ends a comment and stays.
std::optional<std::string> without_conditions(std::string_view html) {
  constexpr std::string_view begin = "<![";
  std::optional<std::string> result;
  for (std::size_t i = html.find(begin); i != std::string_view::npos; i = html.find(begin, i + begin.size())) {
    const std::size_t end = html.find_first_of("]<>", i + begin.size());
    if (end != std::string_view::npos && html.substr(end, 2) == "]>") {
      result = result ? std::move(result) : std::string(html);
      constexpr std::string_view comment = "<!---->";
      const std::size_t size = end + 2 - i;
      result->replace(
          i, size,
          size < comment.size() ? std::string(size, ' ') : "<!--" + std::string(size - comment.size(), ' ') + "-->");
    }
  }
  return result;
}

/// What &#147; stands for: browsers take the references from 128 to 159 for characters of Windows-1252.
std::string_view windows_character(std::string_view text) {
  constexpr std::string_view characters[] = {"€", "",  "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š",
                                             "‹", "Œ", "",  "Ž", "",  "",  "‘", "’", "“", "”", "•",
                                             "–", "—", "˜", "™", "š", "›", "œ", "",  "ž", "Ÿ"};
  constexpr unsigned first = 0x80;
  if (text.size() != 2 || text[0] != '\xc2') {
    return text;
  }
  const unsigned index = static_cast<unsigned char>(text[1]) - first;
  return index < std::size(characters) && !characters[index].empty() ? characters[index] : text;
}

/// The attributes that matter here.
struct Attributes {
  std::string_view id, classes, row_span, column_span, alt, href, name, content, value, type;
  bool is_hidden = false, is_struck = false;
  bool is_finding = false;  ///< what our own page says of the report, which is no part of it
};

Attributes read_attributes(Role role, const xmlChar** attributes) {
  Attributes result;
  for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
    const std::string_view name = text_of(attributes[0]);
    const std::string_view value = text_of(attributes[1]);
    if (name == "style") {
      result.is_hidden = result.is_hidden || declares(value, hiding);
      result.is_struck = declares(value, striking);
    } else if (name == "hidden") {
      result.is_hidden = true;
    } else if (name == "data-gongkai") {
      result.is_finding = true;
    } else if (name == "class") {
      result.classes = value;
    } else if (name == "id") {
      result.id = value;
    } else if (role == Role::cell && name == "rowspan") {
      result.row_span = value;
    } else if (role == Role::cell && name == "colspan") {
      result.column_span = value;
    } else if (role == Role::link && name == "href") {
      result.href = value;
    } else if (role == Role::picture && name == "alt") {
      result.alt = value;
    } else if (role == Role::meta && (name == "name" || name == "property")) {
      result.name = value;
    } else if (role == Role::meta && name == "content") {
      result.content = value;
    } else if (role == Role::input && name == "value") {
      result.value = value;
    } else if (role == Role::input && name == "type") {
      result.type = value;
    }
  }
  return result;
}

class HtmlDecoder {
 public:
  HtmlDecoder(std::string_view html, const Limits& limits, bool reads_hidden)
      : html_(html),
        limits_(limits),
        reads_hidden_(reads_hidden),
        lines_count_(!begins_with_tag(html)),
        builder_(limits) {}

  Result<Document> run();
  /// Whether all tables of the page were hidden, and so left out.
  bool hides_all_tables() const { return has_hidden_table_ && !has_table_; }

 private:
  /// An element that is open, and what it alone has switched on.
  struct Open {
    Role role = Role::inline_text;
    bool is_article = false, is_link = false, is_heading = false, is_preformatted = false, is_hidden = false;
  };
  enum class Skipped : std::uint8_t { other, hidden, deleted };
  static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

  void start(Role role, const xmlChar** attributes);
  void end();
  void take_text(std::string_view text);
  void take_error(const xmlError& error);

  bool begin(Role role, const Attributes& attributes, Open& open);
  void begin_table_part(Role role, const Attributes& attributes);
  void begin_description_part(bool is_term);
  void begin_article();
  void take_ampersand();
  void close_unopened_table();
  void stop_over_limit();
  void stop(std::string zh, std::string en);
  /// Just behind what the parser has read: of an element, the end of its start tag without the '>'.
  std::uint32_t offset() const {
    return static_cast<std::uint32_t>(parser_->input->consumed) +
           static_cast<std::uint32_t>(parser_->input->cur - parser_->input->base);
  }

  /// An exception must not pass through libxml2, which is C: it waits until the parser has returned.
  /// Without memory the parser goes on with what it could not get, and may go round and round: it is stopped then.
  template <class Body>
  static void guard(void* context, Body body) noexcept {
    HtmlDecoder& self = *static_cast<HtmlDecoder*>(context);
    try {
      if (self.thrown_ == nullptr && !self.error_) {
        OutOfMemoryWatch::check();
        body(self);
      }
    } catch (...) {
      self.thrown_ = std::current_exception();
      self.stop_parser();
    }
  }
  static xmlSAXHandler handler();
  /// Where libxml2 2.9 looks for the end of a tag, it does so for as long as there is input, or none: it shall find one.
  void stop_parser() {
    static constexpr xmlChar end_of_tag[] = ">";
    xmlStopParser(parser_);
    if (parser_ != nullptr && parser_->input != nullptr) {
      parser_->input->base = parser_->input->cur = end_of_tag;
      parser_->input->end = end_of_tag + 1;
    }
  }

  std::string_view html_;
  const Limits& limits_;
  bool reads_hidden_;
  bool lines_count_;  ///< text or Markdown with a table in tags: outside of it a line is a line
  PageBuilder builder_;
  htmlParserCtxtPtr parser_ = nullptr;
  std::vector<Open> open_;
  std::size_t skipped_ = 0;  ///< open elements inside one that is left out, and itself
  Skipped skipped_for_ = Skipped::other;
  std::size_t unopened_ = nowhere;  ///< depth of a table that the page begins without <table>
  bool has_table_ = false, has_hidden_table_ = false, has_deletion_ = false;
  bool is_in_title_ = false;
  bool ampersand_ = false;  ///< the last text was "&"
  std::string title_;
  std::optional<Error> error_;
  std::exception_ptr thrown_;
};

void HtmlDecoder::stop(std::string zh, std::string en) {
  error_ = Error{ErrorCode::limit_exceeded, std::move(zh), std::move(en), {}};
  error_->where.line = static_cast<std::uint32_t>(std::max(parser_->input->line, 0));
  xmlStopParser(parser_);
}

void HtmlDecoder::start(Role role, const xmlChar** xml_attributes) {
  take_ampersand();
  if (skipped_ != 0) {
    ++skipped_;
    has_hidden_table_ = has_hidden_table_ || (skipped_for_ == Skipped::hidden && role == Role::table);
    return;
  }
  if (open_.size() >= limits_.depth) {
    stop(
        "网页的元素嵌套太深，超出了读取上限。请在浏览器里打开后只复制正文，另存为Word或文本文件后再读。",
        "The elements of the page are nested more deeply than the limits allow. Copy the article from a browser into a "
        "Word or text file and read that.");
    return;
  }
  if (open_.size() <= unopened_ && unopened_ != nowhere && !is_table_part(role)) {
    close_unopened_table();
  }
  Open open;
  open.role = role;
  Attributes attributes = read_attributes(role, xml_attributes);
  attributes.is_hidden = attributes.is_hidden && !reads_hidden_;
  if (begin(role, attributes, open)) {
    open_.push_back(open);
  } else {
    skipped_ = 1;
  }
  stop_over_limit();
}

void HtmlDecoder::stop_over_limit() {
  if (builder_.is_over_limit()) {
    stop("网页里的表格或段落太多，超出了读取上限。请只保留年度报告正文。",
         "The page has more cells or paragraphs than the limits allow. Keep only the report itself.");
  }
}

/// False where the element and all in it is left out.
bool HtmlDecoder::begin(Role role, const Attributes& attributes, Open& open) {
  const bool is_deleted = role == Role::deleted || (role == Role::inline_text && attributes.is_struck);
  if (role == Role::skipped || is_deleted || attributes.is_finding || (attributes.is_hidden && !is_table_part(role))) {
    skipped_for_ = is_deleted ? Skipped::deleted : attributes.is_hidden ? Skipped::hidden : Skipped::other;
    has_hidden_table_ = has_hidden_table_ || (attributes.is_hidden && role == Role::table);
    return false;
  }
  if (!builder_.in_article &&
      (role == Role::article || names_article(attributes.id) || names_article(attributes.classes))) {
    builder_.end_line();
    open.is_article = builder_.in_article = true;
  }
  switch (role) {
    case Role::block:
    case Role::article:
    case Role::line_break:
      builder_.end_line();
      break;
    case Role::heading:
      builder_.end_line();
      open.is_heading = !builder_.in_heading;
      builder_.in_heading = true;
      break;
    case Role::preformatted:
      builder_.end_line();
      open.is_preformatted = !builder_.in_preformatted;
      builder_.in_preformatted = true;
      break;
    case Role::raised:
      builder_.add_space();
      break;
    case Role::table:
    case Role::definitions:
      builder_.begin_table(offset() + 1);
      has_table_ = has_table_ || role == Role::table;
      break;
    case Role::row_group:
    case Role::row:
    case Role::cell:
      open.is_hidden = attributes.is_hidden;
      begin_table_part(role, attributes);
      break;
    case Role::term:
    case Role::description:
      begin_description_part(role == Role::term);
      break;
    case Role::link:
      // <a name="_Toc1"> is a mark of Word's, not a link.
      open.is_link = !builder_.in_link && !attributes.href.empty() && attributes.href[0] != '#';
      builder_.in_link = builder_.in_link || open.is_link;
      break;
    case Role::picture:
      builder_.add_picture(attributes.alt, offset() + 1);
      break;
    case Role::input:  // a page that is a form shows its figures so
      if (builder_.is_in_table() &&
          (attributes.type.empty() || attributes.type == "text" || attributes.type == "number")) {
        builder_.add_text(attributes.value, offset());
      }
      break;
    case Role::meta:
      builder_.add_property(attributes.name, attributes.content);
      break;
    case Role::title:
      is_in_title_ = true;
      break;
    case Role::inline_text:
    case Role::deleted:
    case Role::skipped:
      break;
  }
  return true;
}

void HtmlDecoder::begin_table_part(Role role, const Attributes& attributes) {
  const std::uint32_t at = offset() + 1;
  if (!builder_.is_in_table()) {
    if (role == Role::row_group) {
      return;
    }
    builder_.begin_table(at);
    unopened_ = open_.size();
    has_table_ = true;
  }
  if (role == Role::row) {
    const bool is_in_hidden_group = !open_.empty() && open_.back().role == Role::row_group && open_.back().is_hidden;
    builder_.begin_row(attributes.is_hidden || is_in_hidden_group, at);
  } else if (role == Role::cell) {
    builder_.begin_cell(span_of(attributes.row_span, limits_.span), span_of(attributes.column_span, limits_.span),
                        attributes.is_hidden, at);
  }
}

void HtmlDecoder::begin_description_part(bool is_term) {
  const auto list = std::find_if(open_.rbegin(), open_.rend(), [](const Open& open) {
    return open.role == Role::definitions || open.role == Role::table;
  });
  if (list == open_.rend() || list->role == Role::table) {
    builder_.end_line();
    return;
  }
  const std::uint32_t at = offset() + 1;
  if (is_term) {
    builder_.begin_row(false, at);
  }
  builder_.begin_cell(1, 1, false, at);
}

void HtmlDecoder::end() {
  take_ampersand();
  if (skipped_ != 0) {
    --skipped_;
    return;
  }
  if (open_.empty()) {
    return;
  }
  const Open open = open_.back();
  open_.pop_back();
  if (unopened_ != nowhere && open_.size() < unopened_) {
    close_unopened_table();
  }
  switch (open.role) {
    case Role::block:
    case Role::article:
    case Role::heading:
    case Role::preformatted:
    case Role::term:
    case Role::description:
      builder_.end_line();
      break;
    case Role::table:
    case Role::definitions:
      builder_.end_table();
      break;
    case Role::row:
      if (builder_.is_in_table()) {
        builder_.end_row();
      }
      break;
    case Role::cell:
      if (builder_.is_in_table()) {
        builder_.end_cell();
      }
      break;
    case Role::title:
      is_in_title_ = false;
      builder_.add_property("title", title_);
      title_.clear();
      break;
    default:
      break;
  }
  if (open.is_article) {
    builder_.end_line();
    builder_.in_article = false;
  }
  builder_.in_link = builder_.in_link && !open.is_link;
  builder_.in_heading = builder_.in_heading && !open.is_heading;
  builder_.in_preformatted = builder_.in_preformatted && !open.is_preformatted;
}

void HtmlDecoder::close_unopened_table() {
  unopened_ = nowhere;
  builder_.end_table();
}

void HtmlDecoder::take_text(std::string_view text) {
  if (skipped_ != 0) {
    if (skipped_for_ == Skipped::deleted && !has_deletion_ && !unicode::trim(text).empty()) {
      has_deletion_ = true;
      builder_.add_note(NoteKind::tracked_change, unicode::trim(text), offset());
    }
    return;
  }
  if (is_in_title_) {
    title_.append(text);
    return;
  }
  const auto size = static_cast<std::uint32_t>(text.size());
  const std::uint32_t begin = offset() - std::min(offset(), size);
  constexpr std::string_view blank = "nbsp";
  if (ampersand_ && text.starts_with(blank)) {  // "&nbsp" without its semicolon, or escaped twice
    ampersand_ = false;
    builder_.add_text("\u00a0", begin);
    text.remove_prefix(blank.size());
    text.remove_prefix(text.starts_with(";") ? 1 : 0);
  }
  take_ampersand();
  if (text == "&") {
    ampersand_ = true;
    return;
  }
  if (unopened_ != nowhere && open_.size() <= unopened_ && !unicode::trim(text).empty()) {
    close_unopened_table();
  }
  const bool was_preformatted = builder_.in_preformatted;
  builder_.in_preformatted = was_preformatted || (lines_count_ && !builder_.is_in_table());
  builder_.add_text(windows_character(text), begin);
  builder_.in_preformatted = was_preformatted;
}

void HtmlDecoder::take_ampersand() {
  if (ampersand_) {
    ampersand_ = false;
    builder_.add_text("&", offset());
  }
}

/// The parser drops characters that HTML does not allow; their place must not close up, or "1" and "2" become "12".
/// And it drops the end of a row that it never saw begin, because the page left out the beginning.
void HtmlDecoder::take_error(const xmlError& error) {
  if (error.code == XML_ERR_INVALID_CHAR && parser_->instate != XML_PARSER_COMMENT &&
      parser_->instate != XML_PARSER_PI) {
    take_text("\ufffd");
  } else if (error.code == XML_ERR_TAG_NAME_MISMATCH && error.str1 != nullptr && std::string_view(error.str1) == "tr" &&
             skipped_ == 0 && builder_.is_in_table()) {
    take_ampersand();
    builder_.end_row();
  }
}

xmlSAXHandler HtmlDecoder::handler() {
  xmlSAXHandler sax{};
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElement = [](void* context, const xmlChar* name, const xmlChar** attributes) {
    guard(context, [&](HtmlDecoder& self) { self.start(role_named(text_of(name)), attributes); });
  };
  sax.endElement = [](void* context, const xmlChar*) { guard(context, [](HtmlDecoder& self) { self.end(); }); };
  sax.characters = [](void* context, const xmlChar* text, int size) {
    guard(context, [&](HtmlDecoder& self) {
      self.take_text(std::string_view(text_of(text).data(), static_cast<std::size_t>(size)));
    });
  };
  sax.ignorableWhitespace = sax.characters;
  sax.cdataBlock = [](void*, const xmlChar*, int) {};  // scripts and styles
  sax.serror = [](void* context, auto* error) { guard(context, [&](HtmlDecoder& self) { self.take_error(*error); }); };
  return sax;
}

/// What libxml2 keeps for the thread is the host's: its last error, and the handlers that it tells where memory fails it,
/// or stderr. While we use it, it tells us, and afterwards all is as it was.
class ThreadOfLibxml {
 public:
  ThreadOfLibxml(xmlStructuredErrorFunc tell, void* context) {
    static const bool is_initialised = (make_room(), xmlInitParser(), true);
    static_cast<void>(is_initialised);
    make_room();
    if (!has_state_of_thread()) {
      throw std::bad_alloc();
    }
#if LIBXML_VERSION < 21200
    last_error_ = std::exchange(xmlLastError, xmlError{});
#endif
    generic_ = xmlGenericError;
    generic_context_ = xmlGenericErrorContext;
    structured_ = xmlStructuredError;
    structured_context_ = xmlStructuredErrorContext;
    xmlSetGenericErrorFunc(nullptr, say_nothing);
    xmlSetStructuredErrorFunc(context, tell);
  }
  ~ThreadOfLibxml() {
    xmlResetLastError();
#if LIBXML_VERSION < 21200
    xmlLastError = last_error_;
#endif
    xmlSetGenericErrorFunc(generic_context_, generic_);
    xmlSetStructuredErrorFunc(structured_context_, structured_);
  }
  ThreadOfLibxml(const ThreadOfLibxml&) = delete;
  ThreadOfLibxml& operator=(const ThreadOfLibxml&) = delete;

 private:
  static void say_nothing(void*, const char*, ...) {}
  /// What libxml2 makes for itself at first use, in the process and in each thread, it cannot do without.
  static void make_room() {
    constexpr std::size_t needed = std::size_t{64} << 10U;
    void* volatile room = std::malloc(needed);  // volatile, or the compiler leaves out what is freed again
    if (room == nullptr) {
      throw std::bad_alloc();
    }
    std::free(room);
  }
  static bool has_state_of_thread() {
#if LIBXML_VERSION >= 21200
    return xmlCheckThreadLocalStorage() == 0;
#else
    return xmlGetGlobalState() != nullptr;
#endif
  }

#if LIBXML_VERSION < 21200
  xmlError last_error_{};  // newer versions let nobody put it back
#endif
  xmlGenericErrorFunc generic_ = nullptr;
  xmlStructuredErrorFunc structured_ = nullptr;
  void *generic_context_ = nullptr, *structured_context_ = nullptr;
};

using ParserPointer = std::unique_ptr<xmlParserCtxt, decltype(&htmlFreeParserCtxt)>;

/// What htmlCreateMemoryParserCtxt() makes. That loses blocks where there is no memory for all of it, so the parts are made
/// one by one; libxml2's two parsers are one struct.
ParserPointer make_parser(std::string_view html) {
  ParserPointer parser(xmlNewParserCtxt(), &htmlFreeParserCtxt);
  if (parser == nullptr) {
    throw std::bad_alloc();
  }
  parser->html = 1;
  parser->charset = XML_CHAR_ENCODING_NONE;
  parser->replaceEntities = parser->validate = 0;
  const xmlParserInputBufferPtr buffer = xmlAllocParserInputBuffer(XML_CHAR_ENCODING_NONE);
  if (buffer == nullptr) {
    throw std::bad_alloc();
  }
  const bool is_filled = xmlParserInputBufferPush(buffer, static_cast<int>(html.size()), html.data()) >= 0;
  const xmlParserInputPtr input =
      is_filled ? xmlNewIOInputStream(parser.get(), buffer, XML_CHAR_ENCODING_NONE) : nullptr;
  if (input == nullptr) {
    xmlFreeParserInputBuffer(buffer);
    throw std::bad_alloc();
  }
  if (inputPush(parser.get(), input) < 0) {
    xmlFreeInputStream(input);
    throw std::bad_alloc();
  }
  return parser;
}

Result<Document> HtmlDecoder::run() {
  const OutOfMemoryWatch memory;
  static const xmlSAXHandler sax = handler();
  const ThreadOfLibxml thread(sax.serror, this);
  const ParserPointer parser = make_parser(html_);
  memory.check();
  parser_ = parser.get();
  *parser->sax = sax;
  parser->userData = this;
  htmlCtxtUseOptions(parser_, HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding(parser_, XML_CHAR_ENCODING_UTF8);
  htmlParseDocument(parser_);
  const bool has_stopped = parser->input == nullptr || parser->input->cur < parser->input->end;
  stop_over_limit();
  if (thrown_ != nullptr) {
    std::rethrow_exception(thrown_);
  }
  memory.check();
  if (error_) {
    return std::move(*error_);
  }
  if (has_stopped) {
    return Error{ErrorCode::malformed,
                 "网页在中途断开，后面的内容无法读取。请用浏览器打开后重新另存。",
                 "The page breaks off, and what follows cannot be read. Open it in a browser and save it again.",
                 {}};
  }
  return builder_.finish(html_);
}

}  // namespace

Result<Document> decode_html(std::string_view utf8, const Limits& limits) {
  constexpr std::size_t most = std::size_t{1} << 30U;  // what libxml2 and the offsets here can count
  if (utf8.size() > std::min(limits.bytes, most)) {
    return input_too_large(std::min(limits.bytes, most));
  }
  const bool is_text =
      unicode::find_invalid(utf8) == std::string_view::npos && utf8.find('\0') == std::string_view::npos;
  if (is_text && unicode::trim(utf8).empty()) {
    return Error{ErrorCode::empty, "文件是空的，没有可读的内容。", "The input is empty.", {}};
  }
  if (!is_text) {
    return Error{ErrorCode::not_text,
                 "网页不是UTF-8文字。请另存为UTF-8编码的网页后再读。",
                 "The page is not UTF-8 text. Save it as UTF-8 and read it again.",
                 {}};
  }
  if (has_too_many_attributes(utf8)) {
    return Error{ErrorCode::limit_exceeded,
                 "网页里有一个元素的属性太多，超出了读取上限。请在浏览器里打开后只复制正文。",
                 "An element of the page has more attributes than the limits allow. Copy the article from a browser.",
                 {}};
  }
  const std::optional<std::string> changed = without_conditions(utf8);
  const std::string_view html = changed ? *changed : utf8;
  HtmlDecoder decoder(html, limits, false);
  Result<Document> document = decoder.run();
  if (document && decoder.hides_all_tables()) {  // a page that shows its article by script
    return HtmlDecoder(html, limits, true).run();
  }
  return document;
}

}  // namespace gongkai
