// Detection by what the bytes can mean, and conversion: GB18030 by a table made from iconv, the rest by iconv(3).
#include "text/encoding.hpp"

#include <fmt/format.h>
#include <iconv.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>

#include "text/utf8.hpp"

namespace gongkai::unicode {
namespace {

constexpr std::string_view replacement = "\xef\xbf\xbd";  // U+FFFD
constexpr std::size_t npos = std::string_view::npos;

unsigned char byte_at(std::string_view bytes, std::size_t i) {
  return static_cast<unsigned char>(bytes[i]);
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

Error not_text(std::string zh, std::string en, Place where = {}) {
  return {ErrorCode::not_text, std::move(zh), std::move(en), where};
}

Place place_of(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  Place where;
  where.line = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n') + 1);
  where.column = static_cast<std::uint32_t>(offset - (before.rfind('\n') + 1) + 1);  // npos + 1 is 0
  return where;
}

// ---- Names ----

enum class Family : std::uint8_t { none, utf8, gb, big5, utf16, other };

Family family_of(std::string_view name) {
  std::array<char, 24> plain{};  // letters and digits in lower case
  std::size_t size = 0;
  for (const char c : name) {
    const char l = lower(c);
    if (((l >= 'a' && l <= 'z') || (l >= '0' && l <= '9')) && size < plain.size()) {
      plain[size++] = l;
    }
  }
  const std::string_view key(plain.data(), size);
  if (key.empty()) {
    return Family::none;
  }
  for (const std::string_view gb : {"gb2312", "gbk", "gb18030", "xgbk", "gb231280", "cp936", "ms936", "windows936",
                                    "csgb2312", "chinese", "euccn", "gb180302000", "gb180302005", "gb180302022"}) {
    if (key == gb) {
      return Family::gb;
    }
  }
  if (key == "utf8" || key == "unicode11utf8" || key == "utf8mb4") {
    return Family::utf8;
  }
  if (key.find("big5") != npos || key == "cp950" || key == "windows950") {
    return Family::big5;
  }
  return key.substr(0, 5) == "utf16" || key == "unicode" || key == "ucs2" ? Family::utf16 : Family::other;
}

Family family_of_encoding(std::string_view encoding) {
  return encoding.substr(0, 6) == "UTF-16" ? Family::utf16 : family_of(encoding);
}

// ---- iconv ----

/// A converter to UTF-8, closed when it goes. Null where the system has none for the encoding.
using Converter = std::unique_ptr<void, decltype([](iconv_t converter) { iconv_close(converter); })>;

Converter open_converter(const char* from) {
  const iconv_t converter = iconv_open("UTF-8", from);
  // NOLINTNEXTLINE(performance-no-int-to-ptr): how iconv says that it failed
  return Converter(converter == reinterpret_cast<iconv_t>(-1) ? nullptr : converter);
}

/// What a conversion gave: the text, with U+FFFD for what means nothing.
struct Conversion {
  std::string text;
  std::size_t characters = 0;  ///< of more than one byte, about
  std::size_t damaged = 0, first_damage = 0, first_damage_in_input = 0;
  bool only_end_is_damaged = false;
};

void add_damage(Conversion& conversion, std::size_t in_text, std::size_t in_input) {
  if (conversion.damaged++ == 0) {
    conversion.first_damage = in_text;
    conversion.first_damage_in_input = in_input;
  }
}

/// Whether so little is damaged that the rest can be trusted to be in the encoding.
bool is_bearable(const Conversion& conversion) {
  return conversion.damaged == 0 || conversion.damaged * 100 <= conversion.characters ||
         (conversion.only_end_is_damaged && conversion.characters != 0);
}

/// Converts by iconv. Stops early where the damage is beyond bearing; nothing where the system lacks the converter.
std::optional<Conversion> convert_by_iconv(std::string_view bytes, const char* from, std::size_t unit) {
  const Converter converter = open_converter(from);
  if (converter == nullptr) {
    return std::nullopt;
  }
  Conversion result;
  result.characters = bytes.size() / 2;
  result.text.resize(bytes.size() + bytes.size() / 2 + 64);
  std::size_t written = 0;
  const char* in = bytes.data();
  std::size_t left = bytes.size();
  while (left != 0) {
    char* out = result.text.data() + written;
    std::size_t room = result.text.size() - written;
    char* in_mutable = const_cast<char*>(in);  // iconv's prototype; it does not write there
    const std::size_t status = iconv(converter.get(), &in_mutable, &left, &out, &room);
    in = in_mutable;
    written = static_cast<std::size_t>(out - result.text.data());
    if (status != static_cast<std::size_t>(-1)) {
      break;
    }
    if (errno == E2BIG) {
      result.text.resize(result.text.size() * 2);
      continue;
    }
    add_damage(result, written, bytes.size() - left);
    const bool cut_off = errno == EINVAL;
    result.only_end_is_damaged = cut_off && result.damaged == 1;
    if (!cut_off && !is_bearable(result)) {
      break;
    }
    if (result.text.size() - written < replacement.size()) {
      result.text.resize(result.text.size() * 2);
    }
    written += replacement.copy(result.text.data() + written, replacement.size());
    const std::size_t skipped = cut_off ? left : std::min(unit, left);
    in += skipped;
    left -= skipped;
  }
  result.text.resize(written);
  return result;
}

// ---- GB18030 ----

/// The two-byte characters of GB18030, as iconv knows them. All of them lie in the BMP.
class GbTable {
 public:
  GbTable() {
    const Converter converter = open_converter("GB18030");
    if (converter == nullptr) {
      return;
    }
    for (unsigned lead = first_lead; lead <= 0xfe; ++lead) {
      for (unsigned trail = first_trail; trail <= 0xfe; ++trail) {
        std::array<char, 2> pair{static_cast<char>(lead), static_cast<char>(trail)};
        std::array<char, 8> utf8{};
        char* in = pair.data();
        char* out = utf8.data();
        std::size_t left = pair.size(), room = utf8.size();
        if (iconv(converter.get(), &in, &left, &out, &room) == static_cast<std::size_t>(-1)) {
          iconv(converter.get(), nullptr, nullptr, nullptr, nullptr);
          continue;
        }
        std::size_t i = 0;
        const char32_t c = next(std::string_view(utf8.data(), utf8.size() - room), i);
        table_[(lead - first_lead) * trails + (trail - first_trail)] = c <= 0xffff ? static_cast<char16_t>(c) : u'\0';
      }
    }
    is_filled_ = true;
  }

  bool is_filled() const { return is_filled_; }
  /// 0 where the pair means nothing.
  char16_t operator()(unsigned lead, unsigned trail) const {
    return lead < first_lead || lead > 0xfe || trail < first_trail || trail > 0xfe
               ? u'\0'
               : table_[(lead - first_lead) * trails + (trail - first_trail)];
  }

 private:
  static constexpr unsigned first_lead = 0x81, first_trail = 0x40, trails = 0xfe - 0x40 + 1;
  std::array<char16_t, (0xfe - 0x81 + 1) * trails> table_{};
  bool is_filled_ = false;
};

const GbTable& gb_table() {
  static const GbTable table;
  return table;
}

/// The character of a four-byte sequence, appended; false where it means nothing.
bool append_four_bytes(iconv_t converter, std::string_view sequence, char*& out) {
  std::array<char, 4> in_bytes{};
  sequence.copy(in_bytes.data(), in_bytes.size());
  char* in = in_bytes.data();
  std::size_t left = sequence.size(), room = 4;
  if (iconv(converter, &in, &left, &out, &room) == static_cast<std::size_t>(-1)) {
    iconv(converter, nullptr, nullptr, nullptr, nullptr);
    return false;
  }
  return true;
}

/// Several times as fast as iconv, because nearly all of a report is ASCII and two-byte characters.
std::optional<Conversion> convert_gb18030(std::string_view bytes) {
  const GbTable& table = gb_table();
  if (!table.is_filled()) {
    return std::nullopt;
  }
  Converter four_bytes;  // opened where it is needed: hardly ever
  Conversion result;
  constexpr std::size_t chunk = std::size_t{64} << 10U;
  std::size_t written = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t chunk_end = std::min(i + chunk, bytes.size());
    // A byte gives at most three: a damaged one. The room is made chunk by chunk, so that a file costs what it needs.
    if (result.text.size() < written + 3 * chunk + 8) {
      result.text.resize(std::max(written + 3 * chunk + 8, std::min(written + bytes.size() * 3 / 2, bytes.size() * 3)));
    }
    char* out = result.text.data() + written;
    while (i < chunk_end) {
      while (i + 8 <= chunk_end) {  // ASCII eight at a time
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + i, 8);
        if ((word & 0x8080808080808080ULL) != 0) {
          break;
        }
        std::memcpy(out, &word, 8);
        out += 8;
        i += 8;
      }
      if (i >= chunk_end) {
        break;
      }
      const unsigned lead = byte_at(bytes, i);
      if (lead < 0x80) {
        *out++ = static_cast<char>(lead);
        ++i;
        continue;
      }
      const unsigned trail = i + 1 < bytes.size() ? byte_at(bytes, i + 1) : 0;
      if (const char16_t c = table(lead, trail); c != 0) {
        ++result.characters;
        i += 2;
        if (c >= 0x800) {
          *out++ = static_cast<char>(0xe0U | (c >> 12U));
          *out++ = static_cast<char>(0x80U | ((c >> 6U) & 0x3fU));
        } else {
          *out++ = static_cast<char>(0xc0U | (c >> 6U));
        }
        *out++ = static_cast<char>(0x80U | (c & 0x3fU));
        continue;
      }
      if (trail >= '0' && trail <= '9' && i + 4 <= bytes.size()) {
        if (four_bytes == nullptr) {
          four_bytes = open_converter("GB18030");
        }
        if (append_four_bytes(four_bytes.get(), bytes.substr(i, 4), out)) {
          ++result.characters;
          i += 4;
          continue;
        }
      }
      add_damage(result, static_cast<std::size_t>(out - result.text.data()), i);
      const bool is_cut_off = i + 1 == bytes.size() || (trail >= '0' && trail <= '9' && i + 4 > bytes.size());
      result.only_end_is_damaged = is_cut_off && result.damaged == 1;
      out += replacement.copy(out, replacement.size());
      ++i;
    }
    written = static_cast<std::size_t>(out - result.text.data());
    if (!is_bearable(result) && result.damaged > 1000) {
      break;  // something else altogether
    }
  }
  result.text.resize(written);
  return result;
}

/// UTF-8 with U+FFFD for each byte that is no part of it.
Conversion mend_utf8(std::string_view bytes) {
  Conversion result;
  for (std::size_t i = 0; i < bytes.size();) {
    const std::string_view rest = bytes.substr(i);
    const std::size_t valid = std::min(find_invalid(rest), rest.size());
    result.characters += static_cast<std::size_t>(
        std::count_if(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(valid),
                      [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) == 0xc0U; }));
    result.text.append(rest.substr(0, valid));
    i += valid;
    if (i == bytes.size()) {
      break;
    }
    add_damage(result, result.text.size(), i);
    if (result.damaged > 1000 && !is_bearable(result)) {
      break;  // something else altogether
    }
    result.text.append(replacement);
    std::size_t end = i + 1;
    while (end < bytes.size() && (byte_at(bytes, end) & 0xc0U) == 0x80U && end - i < 3) {
      ++end;
    }
    result.only_end_is_damaged = result.damaged == 1 && end == bytes.size();
    i = end;
  }
  return result;
}

// ---- What reads as Chinese ----

/// Characters that make up a good third of any official Chinese text, simplified or traditional.
constexpr std::u16string_view common_characters =
    u"的一是不了在有人年行政府信息公开情况工作本各上中大为国和地要以时会业发生对分部门单位申请收到处理办理数量项目"
    u"新制件总计其他法律第二十条内容机关主动依例规定管理服务事网站全市县区镇街道局委首页公開機關資訊處請總計個為國會"
    u"業發報告表格式结果维持纠正复议诉讼月日号由与及等无";
class CommonCharacters {
 public:
  constexpr CommonCharacters() {
    for (const char16_t c : common_characters) {
      bits_[(c - first) / 64U] |= std::uint64_t{1} << ((c - first) % 64U);
    }
  }
  constexpr bool has(char32_t c) const { return ((bits_[(c - first) / 64U] >> ((c - first) % 64U)) & 1U) != 0; }
  static constexpr bool is_ideograph(char32_t c) { return c >= first && c <= 0x9fff; }

 private:
  static constexpr char32_t first = 0x4e00;
  std::array<std::uint64_t, (0x9fff - first) / 64 + 1> bits_{};
};
constexpr CommonCharacters common;

/// What the first characters beyond ASCII are.
struct Sample {
  std::size_t ideographs = 0, common = 0, latin = 0, other = 0;
  std::size_t first_latin = npos;
  /// In official text a third is common; in text converted wrongly one in fifty.
  bool reads_as_chinese() const { return ideographs != 0 && common * 12 >= ideographs; }
};
Sample sample_of(std::string_view valid, std::size_t most = 400) {
  Sample sample;
  for (std::size_t i = 0; i < valid.size() && most != 0;) {
    if (static_cast<unsigned char>(valid[i]) < 0x80) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    const char32_t c = next(valid, i);
    --most;
    if (CommonCharacters::is_ideograph(c)) {
      ++sample.ideographs;
      sample.common += common.has(c);
    } else if (c >= 0x80 && c <= 0xff && c != 0xa0 && c != 0xb7) {
      sample.first_latin = sample.latin++ == 0 ? begin : sample.first_latin;
    } else {
      ++sample.other;
    }
  }
  return sample;
}

/// Whether what came out of unmarked UTF-16 is text: Chinese, or ASCII throughout.
bool is_plausible(std::string_view valid) {
  const Sample sample = sample_of(valid);
  return valid.find('\0') == npos &&
         (sample.reads_as_chinese() || sample.ideographs + sample.latin + sample.other == 0);
}

/// Text that was converted from the wrong encoding before it got here, or nothing. `known_damage`: the U+FFFD put in here.
std::optional<Error> find_mojibake(std::string_view text, std::size_t known_damage) {
  const auto advice_zh = "请从网站重新下载，或用浏览器打开原网页后另存（编码选UTF-8）后再读。";
  const auto advice_en = "Download it again, or open the page in a browser and save it as UTF-8.";
  std::size_t lost = 0, first_lost = npos;
  for (std::size_t at = text.find(replacement); at != npos; at = text.find(replacement, at + replacement.size())) {
    first_lost = std::min(first_lost, at);
    ++lost;
  }
  // U+FFFD twice, written as UTF-8 and read as GBK.
  constexpr std::string_view lost_twice = "锟斤拷";
  for (std::size_t at = text.find(lost_twice); at != npos; at = text.find(lost_twice, at + lost_twice.size())) {
    first_lost = std::min(first_lost, at);
    lost += 2;
  }
  if (lost > known_damage) {
    const auto beyond_ascii = static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) == 0xc0U; }));
    if ((lost - known_damage) * 50 > beyond_ascii) {
      const Place where = place_of(text, first_lost);
      return not_text(
          fmt::format("文件是乱码：第{}行起有{}处文字在以前转换编码时已经丢失（显示为“�”或“锟斤拷”），无法恢复。{}",
                      where.line, lost, advice_zh),
          fmt::format("The text is garbled: from line {} on, {} characters were lost (\"U+FFFD\") when it was "
                      "converted earlier. {}",
                      where.line, lost, advice_en),
          where);
    }
  }
  const Sample sample = sample_of(text);
  constexpr std::size_t fewest = 30;
  if (sample.latin >= fewest && sample.latin > 4 * sample.ideographs) {
    const Place where = place_of(text, sample.first_latin);
    return not_text(fmt::format("文件是乱码：中文被当作西文保存（第{}行起，如“ÎÄ¼þ”）。{}", where.line, advice_zh),
                    fmt::format("The text is garbled: Chinese was read as Latin-1 and saved (from line {} on). {}",
                                where.line, advice_en),
                    where);
  }
  if (sample.ideographs >= fewest && sample.common * 40 < sample.ideographs) {
    return not_text(
        fmt::format("文件是乱码：几乎没有常用汉字，像是UTF-8文字被当作GBK读取后保存的（如“涓浗”）。{}", advice_zh),
        fmt::format("The text is garbled: hardly any common character in it, as when UTF-8 is read as GBK "
                    "and saved. {}",
                    advice_en));
  }
  return std::nullopt;
}

// ---- Finding out ----

struct Mark {
  std::string_view bytes;
  const char* encoding;
  std::size_t unit;
};
constexpr Mark marks[] = {
    {std::string_view("\xff\xfe\0\0", 4), "UTF-32LE", 4},
    {std::string_view("\0\0\xfe\xff", 4), "UTF-32BE", 4},
    {"\xff\xfe", "UTF-16LE", 2},
    {"\xfe\xff", "UTF-16BE", 2},
    {"\x84\x31\x95\x33", "GB18030", 1},
};
constexpr std::string_view utf8_mark = "\xef\xbb\xbf";

/// UTF-16 without a mark: nearly all of it is ASCII, ideographs and Chinese punctuation when read the right way round.
const char* unmarked_utf16(std::string_view bytes) {
  constexpr std::size_t shortest_odd = 32;  // shorter, an odd number of bytes is no text that was cut off
  const std::string_view head = bytes.substr(0, 4096);
  const std::size_t units = head.size() / 2;
  if (units == 0 || (bytes.size() % 2 != 0 && bytes.size() < shortest_odd)) {
    return nullptr;
  }
  const auto is_usual = [](unsigned high, unsigned low) {
    return high == 0 ? low != 0 && low < 0x80
                     : high == 0x20 || high == 0x30 || high == 0xff || (high >= 0x4e && high <= 0x9f);
  };
  std::size_t little = 0, big = 0;
  for (std::size_t i = 0; i < units; ++i) {
    little += is_usual(byte_at(head, 2 * i + 1), byte_at(head, 2 * i));
    big += is_usual(byte_at(head, 2 * i), byte_at(head, 2 * i + 1));
  }
  return std::max(little, big) * 10 < units * 9 ? nullptr : little > big ? "UTF-16LE" : "UTF-16BE";
}

Error no_converter(std::string_view encoding) {
  return {ErrorCode::unsupported,
          fmt::format("文件的编码是{}，本机没有这种编码的转换表（glibc的gconv模块）。请另存为UTF-8后再读。", encoding),
          fmt::format("The file is in {}, and this system has no converter for it (glibc's gconv modules). Save it as "
                      "UTF-8 and read it again.",
                      encoding),
          {}};
}

Result<Utf8> finished(Utf8 result, Family declared) {
  if (auto garbled = find_mojibake(result.text(), result.damaged)) {
    return std::move(*garbled);
  }
  const Family found = family_of_encoding(result.encoding);
  result.is_declared_wrongly = declared != Family::none && declared != found;
  return result;
}

Utf8 taken(Conversion conversion, std::string_view encoding, EncodingReason reason) {
  Utf8 result;
  result.converted = std::move(conversion.text);
  result.is_converted = true;
  result.encoding = encoding;
  result.reason = reason;
  result.damaged = conversion.damaged;
  result.first_damage = conversion.first_damage;
  return result;
}

Error beyond_bearing(std::string_view bytes, std::size_t offset) {
  const Place where = place_of(bytes, offset);
  return not_text(
      fmt::format("文件不是文字，或编码无法识别（第{}行有无法识别的字节）。请另存为UTF-8编码后再读。", where.line),
      fmt::format("The input is no text, or in an unknown encoding (unreadable byte in line {}). Save it as "
                  "UTF-8 and read it again.",
                  where.line),
      where);
}

EncodingReason reason_for(Family found, Family declared) {
  return declared == found ? EncodingReason::declared : EncodingReason::detected;
}

/// Bytes behind a mark that names their encoding.
Result<Utf8> marked_to_utf8(std::string_view bytes, const Mark& mark, Family declared) {
  bytes.remove_prefix(mark.bytes.size());
  auto conversion = mark.unit == 1 ? convert_gb18030(bytes) : convert_by_iconv(bytes, mark.encoding, mark.unit);
  if (!conversion) {
    return no_converter(mark.encoding);
  }
  if (!is_bearable(*conversion) || conversion->text.find('\0') != npos) {
    return beyond_bearing(bytes, conversion->first_damage_in_input);
  }
  return finished(taken(std::move(*conversion), mark.encoding, EncodingReason::byte_order_mark), declared);
}

/// Bytes with zeros among them: UTF-16 without a mark, or no text.
Result<Utf8> with_zeros_to_utf8(std::string_view bytes, std::size_t zero, Family declared) {
  const char* const utf16 = unmarked_utf16(bytes);
  auto conversion = utf16 != nullptr ? convert_by_iconv(bytes, utf16, 2) : std::nullopt;
  if (!conversion || !is_bearable(*conversion) || !is_plausible(conversion->text)) {
    const Place where = place_of(bytes, zero);
    return not_text(
        fmt::format("文件不是文字：第{}行有空字节，是二进制文件。请用制作它的程序打开，另存为网页、.docx或文本后再读。",
                    where.line),
        fmt::format("The input is not text but binary (a zero byte in line {}). Open it in the program that "
                    "made it and save it as a web page, .docx or text.",
                    where.line),
        where);
  }
  return finished(taken(std::move(*conversion), utf16, reason_for(Family::utf16, declared)), declared);
}

/// Bytes that are no valid UTF-8 from `bad` on: GB18030 or Big5, whichever reads as Chinese.
Result<Utf8> gb_or_big5_to_utf8(std::string_view bytes, std::size_t bad, Family declared) {
  auto gb = convert_gb18030(bytes);
  if (!gb) {
    return no_converter("GB18030");
  }
  const bool gb_is_valid = is_bearable(*gb);
  const bool gb_reads = gb_is_valid && sample_of(gb->text).reads_as_chinese();
  if (!gb_reads || declared == Family::big5) {
    auto big5 = convert_by_iconv(bytes, "BIG5-HKSCS", 1);
    if (big5 && is_bearable(*big5) && sample_of(big5->text).reads_as_chinese()) {
      const Sample as_big5 = sample_of(big5->text), as_gb = sample_of(gb->text);
      if (!gb_reads || as_big5.common * as_gb.ideographs >= as_gb.common * as_big5.ideographs) {
        return finished(taken(std::move(*big5), "Big5", reason_for(Family::big5, declared)), declared);
      }
    }
  }
  if (!gb_is_valid) {
    return beyond_bearing(bytes, std::max(bad, gb->first_damage_in_input));  // the furthest that any gets
  }
  return finished(taken(std::move(*gb), "GB18030", reason_for(Family::gb, declared)), declared);
}

}  // namespace

Result<Utf8> to_utf8(std::string_view bytes, std::string_view declared_name, const Limits& limits) {
  if (bytes.size() > limits.bytes) {
    return Error{
        ErrorCode::limit_exceeded, "文件太大，超出了读取上限。", "The input is larger than the limits allow.", {}};
  }
  const Family declared = family_of(declared_name);
  for (const Mark& mark : marks) {
    if (bytes.substr(0, mark.bytes.size()) == mark.bytes) {
      return marked_to_utf8(bytes, mark, declared);
    }
  }
  const bool has_mark = bytes.substr(0, utf8_mark.size()) == utf8_mark;
  bytes.remove_prefix(has_mark ? utf8_mark.size() : 0);
  if (const std::size_t zero = bytes.find('\0'); zero != npos) {
    return with_zeros_to_utf8(bytes, zero, declared);
  }
  const std::size_t bad = find_invalid(bytes);
  if (bad == npos) {
    Utf8 result;
    result.reason = has_mark ? EncodingReason::byte_order_mark : result.reason;
    result.given = bytes;
    const bool is_ascii =
        declared != Family::none && declared != Family::utf8 &&
        std::none_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<signed char>(c) < 0; });
    return finished(std::move(result), is_ascii ? Family::none : declared);
  }
  // Little of GB18030 or Big5 is valid UTF-8 by accident: where nearly all is, it is damaged UTF-8.
  if (Conversion mended = mend_utf8(bytes);
      is_bearable(mended) && (mended.damaged * 100 <= mended.characters || declared == Family::utf8 ||
                              sample_of(mended.text).reads_as_chinese())) {
    const EncodingReason reason = has_mark ? EncodingReason::byte_order_mark : reason_for(Family::utf8, declared);
    return finished(taken(std::move(mended), "UTF-8", reason), declared);
  }
  return gb_or_big5_to_utf8(bytes, bad, declared);
}

std::string_view declared_encoding(std::string_view bytes) {
  constexpr std::size_t looked_at = 4096, longest_tag = 512;
  const std::string_view head = bytes.substr(0, looked_at);
  const auto find_word = [](std::string_view text, std::string_view word) {
    const auto same = [](char a, char b) { return lower(a) == b; };
    const auto found = std::search(text.begin(), text.end(), word.begin(), word.end(), same);
    return found == text.end() ? npos : static_cast<std::size_t>(found - text.begin());
  };
  const auto value_of = [&](std::string_view tag, std::string_view key) {
    const std::size_t at = find_word(tag, key);
    if (at == npos) {
      return std::string_view();
    }
    std::size_t begin = at + key.size();
    bool has_sign = false;
    while (begin < tag.size() && (tag[begin] == ' ' || tag[begin] == '=' || tag[begin] == '"' || tag[begin] == '\'')) {
      has_sign = has_sign || tag[begin] == '=';
      ++begin;
    }
    std::size_t end = begin;
    while (end < tag.size() && tag[end] > ' ' && tag[end] != '"' && tag[end] != '\'' && tag[end] != ';' &&
           tag[end] != '>' && tag[end] != '/' && tag[end] != '?') {
      ++end;
    }
    return has_sign ? tag.substr(begin, end - begin) : std::string_view();
  };
  if (const std::size_t xml = head.find("<?xml"); xml < 8) {
    const std::string_view tag = head.substr(xml, std::min(head.find("?>", xml), head.size()) - xml);
    if (const std::string_view name = value_of(tag, "encoding"); !name.empty()) {
      return name;
    }
  }
  for (std::size_t begin = 0; begin < head.size();) {
    const std::size_t meta = find_word(head.substr(begin), "<meta");
    if (meta == npos) {
      break;
    }
    const std::string_view from = head.substr(begin + meta, longest_tag);
    const std::string_view tag = from.substr(0, std::min(from.find('>'), from.size()));
    if (const std::string_view name = value_of(tag, "charset"); !name.empty()) {
      return name;
    }
    begin += meta + 5;
  }
  return {};
}

}  // namespace gongkai::unicode
