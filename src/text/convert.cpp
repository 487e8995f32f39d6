// The loops over bytes; what a code means stands in the tables.
#include "text/convert.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "text/encoding_tables.hpp"
#include "text/utf8.hpp"

namespace gongkai::unicode {
namespace {

unsigned byte_at(std::string_view bytes, std::size_t i) {
  return static_cast<unsigned char>(bytes[i]);
}

void add_damage(Conversion& conversion, std::size_t in_text, std::size_t in_input) {
  if (conversion.damaged++ == 0) {
    conversion.first_damage = in_text;
    conversion.first_damage_in_input = in_input;
  }
}

/// Whether it is something else altogether.
bool is_beyond_bearing(const Conversion& conversion) {
  return conversion.damaged > 1000 && !is_bearable(conversion);
}

void put(char*& out, char32_t c) {
  if (c >= 0x10000) {
    *out++ = static_cast<char>(0xf0U | (c >> 18U));
    *out++ = static_cast<char>(0x80U | ((c >> 12U) & 0x3fU));
  } else if (c >= 0x800) {
    *out++ = static_cast<char>(0xe0U | (c >> 12U));
  }
  if (c >= 0x800) {
    *out++ = static_cast<char>(0x80U | ((c >> 6U) & 0x3fU));
  } else {
    *out++ = static_cast<char>(0xc0U | (c >> 6U));
  }
  *out++ = static_cast<char>(0x80U | (c & 0x3fU));
}

/// Puts what a value of the tables means; false where it means nothing.
bool put_code(char*& out, char16_t code, const char32_t* extras) {
  constexpr char32_t last = 0x10ffff;
  if (code == 0) {
    return false;
  }
  if ((code & 0xf800U) != 0xd800U) {
    put(out, code);
    return true;
  }
  const char32_t extra = extras[code & 0x7ffU];
  if (extra <= last) {
    put(out, extra);
  } else {
    put(out, extra & 0xffffU);
    put(out, extra >> 16U);
  }
  return true;
}

bool is_trail(unsigned byte) {
  return byte >= first_trail && byte < 0xff;
}

/// GB18030: two bytes, or four of which the second and last are digits.
struct Gb18030 {
  /// How many bytes at `i` are a character, which is put; 0 where they are none.
  static std::size_t take(std::string_view bytes, std::size_t i, char*& out) {
    const unsigned lead = byte_at(bytes, i), trail = i + 1 < bytes.size() ? byte_at(bytes, i + 1) : 0;
    if (lead < gb18030_first_lead || lead == 0xff) {
      return 0;
    }
    if (is_trail(trail)) {
      const auto code = gb18030_codes[(lead - gb18030_first_lead) * trail_count + (trail - first_trail)];
      return put_code(out, code, gb18030_extras.data()) ? 2 : 0;
    }
    return is_digit(trail) && i + 4 <= bytes.size() && take_four(bytes.substr(i, 4), out) ? 4 : 0;
  }
  static bool is_cut_off(std::string_view bytes, std::size_t i) {
    return i + 1 == bytes.size() || (is_digit(byte_at(bytes, i + 1)) && i + 4 > bytes.size());
  }

 private:
  static bool is_digit(unsigned byte) { return byte >= '0' && byte <= '9'; }

  static bool take_four(std::string_view sequence, char*& out) {
    const unsigned third = byte_at(sequence, 2), fourth = byte_at(sequence, 3);
    if (third < 0x81 || third == 0xff || !is_digit(fourth)) {
      return false;
    }
    const std::uint32_t place =
        (((byte_at(sequence, 0) - 0x81U) * 10 + (byte_at(sequence, 1) - '0')) * 126 + (third - 0x81U)) * 10 +
        (fourth - '0');
    constexpr std::uint32_t first_beyond = 189'000, beyond_bmp = 0x100000;  // 0x90308130 is U+10000
    if (place >= first_beyond && place - first_beyond < beyond_bmp) {
      put(out, 0x10000 + (place - first_beyond));
      return true;
    }
    if (place >= four_byte_codes_of_bmp) {
      return false;
    }
    const auto behind = std::upper_bound(gb18030_ranges.begin(), gb18030_ranges.end(), place,
                                         [](std::uint32_t p, const FourByteRange& range) { return p < range.first; });
    const FourByteRange& range = *(behind - 1);
    put(out, range.character + (place - range.first));
    return true;
  }
};

struct Big5 {
  static std::size_t take(std::string_view bytes, std::size_t i, char*& out) {
    const unsigned lead = byte_at(bytes, i), trail = i + 1 < bytes.size() ? byte_at(bytes, i + 1) : 0;
    if (lead < big5_first_lead || lead == 0xff || !is_trail(trail)) {
      return 0;
    }
    const auto code = big5_codes[(lead - big5_first_lead) * trail_count + (trail - first_trail)];
    return put_code(out, code, big5_extras.data()) ? 2 : 0;
  }
  static bool is_cut_off(std::string_view bytes, std::size_t i) { return i + 1 == bytes.size(); }
};

/// Text of ASCII and characters of several bytes, whose first byte is above 0x7F.
template <class Encoding>
Conversion convert_multibyte(std::string_view bytes) {
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
      if (byte_at(bytes, i) < 0x80) {
        *out++ = bytes[i++];
        continue;
      }
      if (const std::size_t taken = Encoding::take(bytes, i, out); taken != 0) {
        ++result.characters;
        i += taken;
        continue;
      }
      add_damage(result, static_cast<std::size_t>(out - result.text.data()), i);
      result.only_end_is_damaged = Encoding::is_cut_off(bytes, i) && result.damaged == 1;
      out += replacement.copy(out, replacement.size());
      ++i;
    }
    written = static_cast<std::size_t>(out - result.text.data());
    if (is_beyond_bearing(result)) {
      break;
    }
  }
  result.text.resize(written);
  return result;
}

/// Text in units of two or four bytes.
template <std::size_t unit>
Conversion convert_units(std::string_view bytes, bool is_big_endian) {
  const auto unit_at = [&](std::size_t i) {
    char32_t value = 0;
    for (std::size_t k = 0; k < unit; ++k) {
      value = (value << 8U) | byte_at(bytes, i + (is_big_endian ? k : unit - 1 - k));
    }
    return value;
  };
  Conversion result;
  result.text.reserve(bytes.size() + 64);
  for (std::size_t i = 0; i < bytes.size() && !is_beyond_bearing(result);) {
    const std::size_t left = bytes.size() - i;
    char32_t c = left < unit ? 0 : unit_at(i);
    bool is_cut_off = left < unit, is_damaged = is_cut_off || c > 0x10ffff;
    std::size_t taken = std::min(unit, left);
    if (unit == 2 && c >= 0xd800 && c < 0xdc00) {  // the first half of a character beyond the BMP
      is_cut_off = left < 4;
      const char32_t second = is_cut_off ? 0 : unit_at(i + 2);
      is_damaged = second < 0xdc00 || second > 0xdfff;
      c = is_damaged ? c : 0x10000 + ((c - 0xd800) << 10U) + (second - 0xdc00);
      taken = is_damaged ? (is_cut_off ? left : 2) : 4;
    } else if (c >= 0xd800 && c <= 0xdfff) {
      is_damaged = true;
    }
    if (is_damaged) {
      add_damage(result, result.text.size(), i);
      result.only_end_is_damaged = is_cut_off && result.damaged == 1;
      result.text.append(replacement);
    } else {
      ++result.characters;
      append(result.text, c);
    }
    i += taken;
  }
  return result;
}

}  // namespace

bool is_bearable(const Conversion& conversion) {
  return conversion.damaged == 0 || conversion.damaged * 100 <= conversion.characters ||
         (conversion.only_end_is_damaged && conversion.characters != 0);
}

Conversion convert_gb18030(std::string_view bytes) {
  return convert_multibyte<Gb18030>(bytes);
}
Conversion convert_big5(std::string_view bytes) {
  return convert_multibyte<Big5>(bytes);
}
Conversion convert_utf16(std::string_view bytes, bool is_big_endian) {
  return convert_units<2>(bytes, is_big_endian);
}
Conversion convert_utf32(std::string_view bytes, bool is_big_endian) {
  return convert_units<4>(bytes, is_big_endian);
}

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

}  // namespace gongkai::unicode
