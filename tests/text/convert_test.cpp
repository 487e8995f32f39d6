// Every code of every encoding means what the C library says it means, and the few that do not are listed.
#include "text/convert.hpp"

#include <doctest/doctest.h>
#include <iconv.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>

using namespace gongkai::unicode;

namespace {

/// What iconv makes of one code; nothing where it means nothing.
class Peer {
 public:
  explicit Peer(const char* encoding) : converter_(iconv_open("UTF-8", encoding)) {
    // NOLINTNEXTLINE(performance-no-int-to-ptr): how iconv says that it failed
    REQUIRE(converter_ != reinterpret_cast<iconv_t>(-1));
  }
  Peer(const Peer&) = delete;
  ~Peer() { iconv_close(converter_); }

  std::optional<std::string> operator()(std::string code) const {
    iconv(converter_, nullptr, nullptr, nullptr, nullptr);
    char text[16];
    char *in = code.data(), *out = text;
    std::size_t left = code.size(), room = sizeof text;
    const bool failed = iconv(converter_, &in, &left, &out, &room) == static_cast<std::size_t>(-1) || left != 0 ||
                        iconv(converter_, nullptr, nullptr, &out, &room) == static_cast<std::size_t>(-1);
    return failed ? std::nullopt : std::optional(std::string(text, out));
  }

 private:
  iconv_t converter_;
};

std::optional<std::string> ours(Conversion (*convert)(std::string_view), std::string_view code) {
  const Conversion conversion = convert(code);
  return conversion.damaged == 0 && conversion.characters == 1 ? std::optional(conversion.text) : std::nullopt;
}

std::string bytes(std::initializer_list<unsigned> values) {
  std::string result;
  for (const unsigned value : values) {
    result += static_cast<char>(value);
  }
  return result;
}

/// Compares all two-byte codes, and returns how many mean something.
std::size_t compare_pairs(const char* encoding, Conversion (*convert)(std::string_view)) {
  const Peer peer(encoding);
  std::size_t meant = 0, different = 0;
  for (unsigned lead = 0x81; lead <= 0xff; ++lead) {
    for (unsigned trail = 0x3a; trail <= 0xff; ++trail) {  // below, a digit makes a code of four bytes in GB18030
      const std::string code = bytes({lead, trail});
      const auto wanted = peer(code);
      const bool is_one_code = wanted && static_cast<unsigned char>((*wanted)[0]) >= 0x80;
      meant += is_one_code;
      different += ours(convert, code) != (is_one_code ? wanted : std::nullopt);
    }
  }
  CHECK(different == 0);
  return meant;
}

}  // namespace

TEST_CASE("every two-byte code of GB18030 and of Big5-HKSCS means what iconv says") {
  CHECK(compare_pairs("GB18030", convert_gb18030) == 23940);
  CHECK(compare_pairs("BIG5-HKSCS", convert_big5) > 18000);
}

TEST_CASE(
    "every four-byte code of GB18030 means what iconv says, and those that GB 18030-2022 freed what they meant "
    "before") {
  const Peer peer("GB18030");
  const std::map<std::string, std::string> before = {
      {"\x82\x35\x90\x37", "\u9fb4"}, {"\x82\x35\x90\x38", "\u9fb5"}, {"\x82\x35\x90\x39", "\u9fb6"},
      {"\x82\x35\x91\x30", "\u9fb7"}, {"\x82\x35\x91\x31", "\u9fb8"}, {"\x82\x35\x91\x32", "\u9fb9"},
      {"\x82\x35\x91\x33", "\u9fba"}, {"\x82\x35\x91\x34", "\u9fbb"}, {"\x84\x31\x82\x36", "\ufe10"},
      {"\x84\x31\x82\x37", "\ufe11"}, {"\x84\x31\x82\x38", "\ufe12"}, {"\x84\x31\x82\x39", "\ufe13"},
      {"\x84\x31\x83\x30", "\ufe14"}, {"\x84\x31\x83\x31", "\ufe15"}, {"\x84\x31\x83\x32", "\ufe16"},
      {"\x84\x31\x83\x33", "\ufe17"}, {"\x84\x31\x83\x34", "\ufe18"}, {"\x84\x31\x83\x35", "\ufe19"}};
  std::size_t compared = 0, different = 0, freed = 0;
  const auto compare = [&](unsigned first, unsigned step) {
    for (unsigned second = '0'; second <= '9'; ++second) {
      for (unsigned third = 0x81; third <= 0xfe; third += step) {
        for (unsigned fourth = '0'; fourth <= '9'; ++fourth) {
          const std::string code = bytes({first, second, third, fourth});
          auto wanted = peer(code);
          if (const auto found = before.find(code); found != before.end()) {
            CHECK_FALSE(wanted);
            wanted = found->second;
            ++freed;
          }
          ++compared;
          different += ours(convert_gb18030, code) != wanted;
        }
      }
    }
  };
  for (unsigned first = 0x81; first <= 0x84; ++first) {  // the basic plane
    compare(first, 1);
  }
  for (unsigned first = 0x85; first <= 0xfe; ++first) {  // the others, which simply count
    compare(first, 25);
  }
  CHECK(compared > 100'000);
  CHECK(different == 0);
  CHECK(freed == before.size());
}

TEST_CASE("UTF-16 and UTF-32: halves without the other half, numbers beyond the last, an end in the middle") {
  const std::string good = bytes({0x62, 0x11, 0xd8, 0x40, 0xdc, 0x0b});  // U+6211 U+2000B, big-endian
  CHECK(convert_utf16(good, true).text == "\u6211\U0002000b");
  CHECK(convert_utf16(bytes({0x11, 0x62, 0x40, 0xd8, 0x0b, 0xdc}), false).text == "\u6211\U0002000b");
  CHECK(convert_utf32(bytes({0, 2, 0, 0x0b, 0, 0, 0x62, 0x11}), true).text == "\U0002000b\u6211");
  for (const std::string& half : {bytes({0xd8, 0x40, 0x62, 0x11}), bytes({0xdc, 0x0b, 0x62, 0x11})}) {
    const Conversion conversion = convert_utf16(half, true);
    CHECK(conversion.text == "\ufffd\u6211");
    CHECK(conversion.damaged == 1);
    CHECK_FALSE(conversion.only_end_is_damaged);
  }
  for (const std::string& cut : {good.substr(0, 5), good.substr(0, 4), good.substr(0, 3)}) {
    const Conversion conversion = convert_utf16(cut, true);
    CHECK(conversion.text == "\u6211\ufffd");
    CHECK(conversion.only_end_is_damaged);
  }
  CHECK(convert_utf32(bytes({0, 0x11, 0, 0}), true).text == "\ufffd");
  CHECK(convert_utf32(bytes({0, 0, 0xd8, 0x40}), true).text == "\ufffd");
  CHECK(convert_utf32(bytes({0, 0, 0x62}), true).only_end_is_damaged);
}
