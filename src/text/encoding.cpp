// Which encoding it is, by what the bytes can mean in each.
#include "text/encoding.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "text/convert.hpp"
#include "text/input_errors.hpp"
#include "text/utf8.hpp"

namespace gongkai::unicode {
namespace {

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
  return key.starts_with("utf16") || key == "unicode" || key == "ucs2" ? Family::utf16 : Family::other;
}

Family family_of_encoding(std::string_view encoding) {
  return encoding.starts_with("UTF-16") ? Family::utf16 : family_of(encoding);
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
  std::string_view bytes, encoding;
  Conversion (*convert)(std::string_view);
};
constexpr Mark marks[] = {
    {{"\xff\xfe\0\0", 4}, "UTF-32LE", [](std::string_view bytes) { return convert_utf32(bytes, false); }},
    {{"\0\0\xfe\xff", 4}, "UTF-32BE", [](std::string_view bytes) { return convert_utf32(bytes, true); }},
    {"\xff\xfe", "UTF-16LE", [](std::string_view bytes) { return convert_utf16(bytes, false); }},
    {"\xfe\xff", "UTF-16BE", [](std::string_view bytes) { return convert_utf16(bytes, true); }},
    {"\x84\x31\x95\x33", "GB18030", convert_gb18030},
};
constexpr std::string_view utf8_mark = "\xef\xbb\xbf";

/// UTF-16 without a mark: nearly all of it is ASCII, ideographs and Chinese punctuation when read the right way round.
/// Whether it is big-endian; nothing where it is none.
std::optional<bool> unmarked_utf16(std::string_view bytes) {
  constexpr std::size_t shortest_odd = 32;  // shorter, an odd number of bytes is no text that was cut off
  const std::string_view head = bytes.substr(0, 4096);
  const std::size_t units = head.size() / 2;
  if (units == 0 || (bytes.size() % 2 != 0 && bytes.size() < shortest_odd)) {
    return std::nullopt;
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
  return std::max(little, big) * 10 < units * 9 ? std::nullopt : std::optional(little <= big);
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
  Conversion conversion = mark.convert(bytes);
  if (!is_bearable(conversion) || conversion.text.find('\0') != npos) {
    return beyond_bearing(bytes, conversion.first_damage_in_input);
  }
  return finished(taken(std::move(conversion), mark.encoding, EncodingReason::byte_order_mark), declared);
}

/// Bytes with zeros among them: UTF-16 without a mark, or no text.
Result<Utf8> with_zeros_to_utf8(std::string_view bytes, std::size_t zero, Family declared) {
  const std::optional<bool> is_big_endian = unmarked_utf16(bytes);
  std::optional<Conversion> conversion;
  if (is_big_endian) {
    conversion = convert_utf16(bytes, *is_big_endian);
  }
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
  return finished(
      taken(*std::move(conversion), *is_big_endian ? "UTF-16BE" : "UTF-16LE", reason_for(Family::utf16, declared)),
      declared);
}

/// Bytes that are no valid UTF-8 from `bad` on: GB18030 or Big5, whichever reads as Chinese.
Result<Utf8> gb_or_big5_to_utf8(std::string_view bytes, std::size_t bad, Family declared) {
  Conversion gb = convert_gb18030(bytes);
  const bool gb_is_valid = is_bearable(gb);
  const bool gb_reads = gb_is_valid && sample_of(gb.text).reads_as_chinese();
  if (!gb_reads || declared == Family::big5) {
    Conversion big5 = convert_big5(bytes);
    if (is_bearable(big5) && sample_of(big5.text).reads_as_chinese()) {
      const Sample as_big5 = sample_of(big5.text), as_gb = sample_of(gb.text);
      if (!gb_reads || as_big5.common * as_gb.ideographs >= as_gb.common * as_big5.ideographs) {
        return finished(taken(std::move(big5), "Big5", reason_for(Family::big5, declared)), declared);
      }
    }
  }
  if (!gb_is_valid) {
    return beyond_bearing(bytes, std::max(bad, gb.first_damage_in_input));  // the furthest that any gets
  }
  return finished(taken(std::move(gb), "GB18030", reason_for(Family::gb, declared)), declared);
}

}  // namespace

Result<Utf8> to_utf8(std::string_view bytes, std::string_view declared_name, const Limits& limits) {
  if (bytes.size() > limits.bytes) {
    return input_too_large(limits.bytes);
  }
  const Family declared = family_of(declared_name);
  for (const Mark& mark : marks) {
    if (bytes.starts_with(mark.bytes)) {
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
  constexpr std::string_view meta = "<meta";
  for (std::size_t at = head.find('<'); at != npos; at = head.find('<', at + 1)) {
    const std::string_view from = head.substr(at, longest_tag);
    if (find_word(from.substr(0, meta.size()), meta) != 0) {
      continue;
    }
    const std::string_view tag = from.substr(0, std::min(from.find('>'), from.size()));
    if (const std::string_view name = value_of(tag, "charset"); !name.empty()) {
      return name;
    }
  }
  return {};
}

}  // namespace gongkai::unicode
