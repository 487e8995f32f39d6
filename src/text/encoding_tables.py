#!/usr/bin/env python3
"""Writes encoding_tables.cpp: what the codes of GB18030 and Big5-HKSCS mean.

The data are glibc's character maps (/usr/share/i18n/charmaps of Debian's package locales): GB 18030-2005 with the
characters that GB 18030-2022 moved out of the private use area, and HKSCS-2008. Four-byte codes that are free in that
map since 2022 keep the meaning that GB 18030-2000 gave them (Python's codec), because older files hold them.

    python3 src/text/encoding_tables.py > src/text/encoding_tables.cpp
"""
import gzip
import re
import sys

from table_text import write

TRAILS = range(0x40, 0xFF)
EXTRA = 0xD800  # a value from here on is the place of a character in the list of those that 16 bits do not hold


def codes(name):
    """The codes of a character map: bytes -> text. A code of several characters is written <U00CA><U0304>."""
    found = {}
    with gzip.open(f"/usr/share/i18n/charmaps/{name}.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            # What is commented out is said again below, but for the codes that mean two characters.
            match = re.match(r"(?:%IRREVERSIBLE%|%(?=<U[0-9A-F]+><))?((?:<U[0-9A-F]+>)+)(?:\.\.<U([0-9A-F]+)>)?\s+((?:/x[0-9a-f]{2})+)", line)
            if not match:
                continue
            text = "".join(chr(int(code, 16)) for code in re.findall(r"<U([0-9A-F]+)>", match[1]))
            code = bytes(int(byte, 16) for byte in match[3].split("/x")[1:])
            if match[2]:  # a range counts up in the last byte, and carries over in GB18030's four
                for i in range(int(match[2], 16) - ord(text) + 1):
                    found.setdefault(add(code, i), chr(ord(text) + i))
            elif not line.startswith("%IRREVERSIBLE%"):
                found[code] = text
            else:
                found.setdefault(code, text)
    return found


def linear(code):
    a, b, c, d = code
    return (((a - 0x81) * 10 + b - 0x30) * 126 + c - 0x81) * 10 + d - 0x30


def of_linear(n):
    n, d = divmod(n, 10)
    n, c = divmod(n, 126)
    a, b = divmod(n, 10)
    return bytes([a + 0x81, b + 0x30, c + 0x81, d + 0x30])


def add(code, i):
    return of_linear(linear(code) + i) if len(code) == 4 else (int.from_bytes(code, "big") + i).to_bytes(len(code), "big")


def pairs(name, found, first_lead):
    """The two-byte codes as a table, and the list of what it does not hold: beyond the BMP, or two characters."""
    table, extras = [], []
    for lead in range(first_lead, 0xFF):
        for trail in TRAILS:
            text = found.get(bytes([lead, trail]), "\0")
            if len(text) == 1 and ord(text) <= 0xFFFF:
                table.append(ord(text))
                continue
            extras.append(ord(text) if len(text) == 1 else ord(text[1]) << 16 | ord(text[0]))
            table.append(EXTRA + len(extras) - 1)
    assert len(extras) <= 0x800
    write(f"const std::array<char16_t, {len(table)}> {name}_codes", table)
    write(f"const std::array<char32_t, {len(extras)}> {name}_extras", extras)


def main():
    gb, big5 = codes("GB18030"), codes("BIG5-HKSCS")
    print("// What the codes of GB18030 and Big5-HKSCS mean. Made by encoding_tables.py; not to be edited.")
    print('#include "text/encoding_tables.hpp"\n')
    print("namespace gongkai::unicode {\n\n// clang-format off")
    pairs("gb18030", gb, 0x81)
    pairs("big5", big5, 0x87)
    ranges = []
    for n in range(linear(b"\x84\x31\xa4\x39") + 1):  # to U+FFFF
        code = of_linear(n)
        text = gb.get(code) or code.decode("gb18030")
        assert len(text) == 1, code
        if not ranges or ord(text) - ranges[-1][1] != n - ranges[-1][0]:
            ranges.append((n, ord(text)))
    print(f"const std::array<FourByteRange, {len(ranges)}> gb18030_ranges{{{{")
    for i in range(0, len(ranges), 8):
        print("".join(f"{{{n},{c:#x}}}," for n, c in ranges[i:i + 8]))
    print("}};\n// clang-format on\n\n}  // namespace gongkai::unicode")
    sizes = len(gb), len(big5), len(ranges)
    print("%d codes of GB18030, %d of Big5-HKSCS, %d ranges" % sizes, file=sys.stderr)


main()
