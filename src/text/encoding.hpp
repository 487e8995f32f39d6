// Bytes in any encoding that Chinese reports are written in -> UTF-8, and why they were taken to be in it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "gongkai/read.hpp"

namespace gongkai::unicode {

/// Text as UTF-8: the input itself where it is valid UTF-8 already, else a copy.
struct Utf8 {
  std::string converted;   ///< where is_converted
  std::string_view given;  ///< otherwise; without byte order mark, and valid as long as the input
  bool is_converted = false;

  std::string_view encoding = "UTF-8";  ///< a literal
  EncodingReason reason = EncodingReason::valid_utf8;
  bool is_declared_wrongly = false;  ///< the declaration names another encoding than `encoding`
  std::size_t damaged = 0;           ///< sequences that mean nothing in the encoding; each is U+FFFD in the text
  std::size_t first_damage = 0;      ///< offset of the first of them in the text

  std::string_view text() const { return is_converted ? std::string_view(converted) : given; }
};

/// Finds out the encoding and converts. In this order: a byte order mark; valid UTF-8, whatever is declared; UTF-16 by
/// its zero bytes; the encoding among GB18030 (GBK, GB2312) and Big5 in which the text reads as Chinese, where a
/// declaration (`declared`, or empty) decides between equals.
///
/// A few damaged characters (one in a hundred, or the last one cut off) do not make a file unreadable: each becomes
/// U+FFFD, which no number and no label holds, so that what it stood in is named as unreadable and never read as
/// something else. More of them, zero bytes and text that was converted wrongly before it got here ("锟斤拷", "ÎÄ",
/// "涓浗") are ErrorCode::not_text, with the place of the first.
Result<Utf8> to_utf8(std::string_view bytes, std::string_view declared, const Limits& limits = {});

/// The encoding that a page or an XML file declares in its first lines (<?xml encoding=…?>, <meta charset=…>,
/// <meta http-equiv … content="…charset=…">), as written; empty where it declares none.
std::string_view declared_encoding(std::string_view bytes);

}  // namespace gongkai::unicode
