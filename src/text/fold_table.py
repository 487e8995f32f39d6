#!/usr/bin/env python3
"""Writes fold_table.cpp: what each character of the BMP folds to.

The data are utf8proc's (Debian's libutf8proc2: NFKC, case folding, categories), the radicals of CJK Radicals Supplement,
which NFKC leaves alone, and the traditional letters of include/gongkai/model/writing.hpp.

    python3 src/text/fold_table.py > src/text/fold_table.cpp
    python3 src/text/fold_table.py | cmp - src/text/fold_table.cpp     (the test text.fold_table)
"""
import ctypes
import pathlib
import re
import sys

from table_text import write

MADE_WITH = "2.8.0"  # of utf8proc; another version may know other characters
BLOCK = 16
ITSELF, NOTHING = 0, 1  # entries of their own, so that most blocks are alike; no character folds to U+0000 or U+0001

# U+2E80..2EF3, CJK Radicals Supplement, as unified ideographs (Unicode's EquivalentUnifiedIdeograph): text copied from a
# PDF is full of them. A space stands for "no equivalent in the BMP".
RADICALS = (
    " 厂乛乚乙亻冂 刀刂卜㔾小小兀尣尢 巳幺彑彐忄心扌攵 旡日月歺母民氵氺灬爫爫丬牛犭王 目示礻 糹纟罓罒㓁冗 羊  "
    "耂肀聿肉 艹艹艹虎衤覀西见角 讠贝 "
    "车辶辶辶邑钅長镸长门 阝雨青韦页风飞食 飠饣 马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟"
)
assert len(RADICALS) == 0x2EF3 - 0x2E80 + 1
STRUCTURAL = "().,、"  # a numbering ends with them
LETTERS_AND_DIGITS = {1, 2, 3, 4, 5, 9, 10}  # utf8proc's categories Lu, Ll, Lt, Lm, Lo, Nd, Nl
DECOMPOSE, COMPAT, CASEFOLD = 1 << 4, 1 << 2, 1 << 10


def folded(utf8proc, c):
    if 0x2E80 <= c <= 0x2EF3 and RADICALS[c - 0x2E80] != " ":
        return ord(RADICALS[c - 0x2E80])
    if 0x3400 <= c <= 0x9FFF or 0xAC00 <= c <= 0xD7FF:
        return c
    parts = (ctypes.c_int32 * 32)()
    boundary = ctypes.c_int()
    count = utf8proc.utf8proc_decompose_char(c, parts, 32, DECOMPOSE | COMPAT | CASEFOLD, ctypes.byref(boundary))
    plain = parts[0] if count == 1 else c
    if plain > 0xFFFF:
        return 0
    if chr(plain) in STRUCTURAL or utf8proc.utf8proc_category(plain) in LETTERS_AND_DIGITS:
        return plain
    return 0


def letters(name):
    header = pathlib.Path(__file__).parents[2] / "include/gongkai/model/writing.hpp"
    text = header.read_text(encoding="utf-8")
    return "".join(re.findall('u"([^"]*)"', text.split(name + " =", 1)[1].split(";", 1)[0]))


def main():
    try:
        utf8proc = ctypes.CDLL("libutf8proc.so.2")
    except OSError as error:
        print(f"{error}: the table was NOT made", file=sys.stderr)
        sys.exit(77)
    utf8proc.utf8proc_version.restype = ctypes.c_char_p
    version = utf8proc.utf8proc_version().decode()
    if version != MADE_WITH:
        print(f"this is utf8proc {version}, and the table is of {MADE_WITH}: it was NOT made", file=sys.stderr)
        sys.exit(77)
    table = [folded(utf8proc, c) for c in range(0x10000)]
    traditional, simplified = letters("traditional_letters"), letters("simplified_letters")
    assert len(traditional) == len(simplified) > 400
    for letter, simple in zip(traditional, simplified):
        table[ord(letter)] = ord(simple)
    assert all(value != NOTHING for value in table)
    entries = [ITSELF if value == c and c != 0 else value or NOTHING for c, value in enumerate(table)]
    blocks, places = [], []
    for first in range(0, len(entries), BLOCK):
        block = entries[first : first + BLOCK]
        if block not in blocks:
            blocks.append(block)
        places.append(blocks.index(block))
    assert len(blocks) <= 0x10000
    print("// What each character of the BMP folds to. Made by fold_table.py; not to be edited.")
    print('#include "text/fold_table.hpp"\n')
    print("namespace gongkai::unicode {\n\n// clang-format off")
    write(f"const std::array<std::uint16_t, {len(places)}> fold_places", places)
    write(f"const std::array<char16_t, {len(blocks) * BLOCK}> fold_blocks", sum(blocks, []))
    print("// clang-format on\n\n}  // namespace gongkai::unicode")
    print(f"{len(blocks)} blocks", file=sys.stderr)


main()
