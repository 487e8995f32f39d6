"""Checks that what Java, C#, PHP and JavaScript say of the C interface is what gongkai.ffi.h says: functions,
structs, constants.

Argument: the capi folder. Fails where it finds nothing to compare."""

import pathlib
import re
import sys
from typing import Dict, List

failures: List[str] = []
compared = 0


def same(what: str, ours: object, theirs: object) -> None:
    global compared
    compared += 1
    if ours != theirs:
        failures.append(f"{what}: {ours}, and the header has {theirs}")


def c_class(declaration: str) -> str:
    """What a parameter, member or result is: p(ointer), s(ize), 4 or 8 bytes, t(ext), v(oid), or a place."""
    if "*" in declaration:
        return "p"
    word = declaration.replace("const", "").split()[0]
    classes = {"void": "v", "size_t": "s", "int64_t": "8", "gk_text": "t", "gk_place": "44444444"}
    return classes.get(word, "4")


def parameters(text: str) -> List[str]:
    return [] if text.strip() in ("", "void") else text.split(",")


def classes_of(words: Dict[str, str], texts: List[str]) -> str:
    return "".join(next((words[w] for w in words if re.match(rf"\s*{w}\b", text)), "?") for text in texts)


JAVA = {"Pointer": "p", "PointerByReference": "p", "String": "p", "long": "s", "int": "4", "void": "v"}
CSHARP = {
    "out IntPtr": "p",
    "out UIntPtr": "p",
    "out gk_text": "p",
    "ref gk_error": "p",
    "IntPtr": "p",
    "UIntPtr": "s",
    "int": "4",
    "void": "v",
    "long": "8",
    "gk_text": "t",
}


def in_struct(line: str) -> List[str]:
    return re.findall(r"^  ([\w ]+?)((?:\*(?: const)?\*?)?) ?(\w+)(?:\[\d+\])?;$", line, re.M)


class Header:
    def __init__(self, text: str) -> None:
        self.text = text
        self.functions = {
            name: c_class(result + star) + "".join(map(c_class, parameters(arguments)))
            for result, star, name, arguments in re.findall(r"^((?:const )?\w+)(\*?) ?(gk_\w+)\(([^)]*)\);", text, re.M)
        }
        self.structs = {
            name: [(member, c_class(kind + star)) for kind, star, member in in_struct(body)]
            for name, body in re.findall(r"typedef struct (gk_\w+) \{\n(.*?)\n\}", text, re.S)
        }
        self.constants = {name: int(value) for name, value in re.findall(r"(GK_\w+) = (-?\d+)", text)}

    def values(self, prefix: str) -> List[str]:
        names = [name for name in self.constants if name.startswith(prefix)]
        return [plain(name[len(prefix) :]) for name in sorted(names, key=self.constants.__getitem__)]


def plain(name: str) -> str:
    return name.strip().replace("_", "").lower()


def java(header: Header, sources: Dict[str, str]) -> None:
    functions = re.findall(r"^  (\w+) (gk_\w+)\(([^)]*)\);", sources["NativeLibrary.java"], re.M)
    for result, name, arguments in functions:
        same(f"Java {name}", classes_of(JAVA, [result, *parameters(arguments)]), header.functions.get(name))
    known = {"".join(kind for _, kind in members) for members in header.structs.values()}
    kinds = {"i32": "4", "i64": "s", "pointer": "p"}
    for file, body in sources.items():
        for size, chain in re.findall(r"new Struct\((\d+), true\)(.*?)\.done\(\);", body, re.S):
            filled = "s" + "".join(kinds[word] for word in re.findall(r"\.(i32|i64|pointer)\(", chain))
            same(f"{file}: a struct of {size} bytes, {filled}, is one of the header's", filled in known, True)


def csharp(header: Header, source: str) -> None:
    for result, name, arguments in re.findall(r"static extern (\w+) (gk_\w+)\(([^)]*)\);", source):
        same(f"C# {name}", classes_of(CSHARP, [result, *parameters(arguments)]), header.functions.get(name))
    for name, body in re.findall(r"internal struct (gk_\w+) \{(.*?)\}\n", source, re.S):
        members = []
        for kind, names in re.findall(r"public (IntPtr|UIntPtr|int|long|gk_text) (\w[\w, ]*);", body):
            members += [(member, classes_of(CSHARP, [kind])) for member in names.split(", ")]
        expected = header.structs.get(name, [])
        if any(len(kind) > 1 for _, kind in expected):  # a place stands member by member
            same(f"C# {name}", "".join(kind for _, kind in members), "".join(kind for _, kind in expected))
        else:
            same(f"C# {name}", members, expected)


def enumerations(header: Header, sources: Dict[str, str]) -> None:
    for enum, prefix in (("Format", "GK_WRITE_"), ("FindingsFormat", "GK_FINDINGS_"), ("Severity", "GK_SEVERITY_")):
        in_java = re.sub(r"/\*\*.*?\*/", "", sources[f"{enum}.java"], flags=re.S).split("{")[1].rstrip("} \n")
        in_csharp = re.search(rf"enum {enum} \{{ ([\w, ]+) \}}", sources["Gongkai.cs"])
        for what, names in (("Java", in_java), ("C#", in_csharp.group(1) if in_csharp else "")):
            same(f"{what} {enum}", [plain(name) for name in names.split(",")], header.values(prefix))
    said = re.findall(r"ABI_VERSION = (\d+)", sources["Loader.java"] + sources["Native.php"])
    said += re.findall(r"gk_abi_version\(\) != (\d+)", sources["Gongkai.cs"])
    same("ABI versions", said, [str(header.constants["GK_ABI_VERSION"])] * 3)


def php(header: Header, source: str) -> None:
    for name in sorted(set(re.findall(r"(?<![\w.])(gk_[a-z_]+)\b", source))):
        same(f"PHP {name} is in the header", re.search(rf"\b{name}\b", header.text) is not None, True)


def javascript(header: Header, sources: Dict[str, str]) -> None:
    for name, body in re.findall(r"^  (gk_\w+): layout\('([^']*)'\)", sources["structs.js"], re.M):
        members = [(member, kind.replace("P", "44444444")) for member, kind in re.findall(r"(\w+) ([spt48P])", body)]
        same(f"JavaScript {name}", members, header.structs.get(name))
    calls = "".join(sources.values())
    called = re.findall(r"(?<![\w.'_])(?:'|exports\.|exports\[')(gk_[a-z_]+)\b", calls)
    for name in sorted(set(called) - set(header.structs)):
        same(f"JavaScript {name} is in the header", name in header.functions, True)
    for list_name, prefix in JAVASCRIPT.items():
        listed = re.search(rf"const {list_name} = \[([^\]]*)\]", sources["options.js"])
        names = [plain(name) for name in re.findall(r"'(\w+)'", listed.group(1))] if listed else []
        # null stands for what is not known
        same(f"JavaScript {list_name}", names, header.values(prefix)[-len(names) :])
    version = re.findall(r"gk_abi_version\(\) !== (\d+)", calls)
    same("JavaScript ABI version", version, [str(header.constants["GK_ABI_VERSION"])])


JAVASCRIPT = {
    "levels": "GK_LEVEL_",
    "kinds": "GK_KIND_",
    "extents": "GK_EXTENT_",
    "editions": "GK_EDITION_",
    "states": "GK_STATE_",
    "languages": "GK_LANGUAGE_",
    "severities": "GK_SEVERITY_",
    "reportFormats": "GK_WRITE_",
    "findingsFormats": "GK_FINDINGS_",
}


def main() -> int:
    capi = pathlib.Path(sys.argv[1])
    header = Header((capi / "gongkai.ffi.h").read_text(encoding="utf-8"))
    files = [*(capi / "java/src/main").rglob("*.java"), *(capi / "php/src").glob("*.php"), capi / "dotnet/Gongkai.cs"]
    sources = {file.name: file.read_text(encoding="utf-8") for file in files}
    java(header, {name: body for name, body in sources.items() if name.endswith(".java")})
    csharp(header, sources["Gongkai.cs"])
    php(header, "".join(body for name, body in sources.items() if name.endswith(".php")))
    enumerations(header, sources)
    javascript(header, {file.name: file.read_text(encoding="utf-8") for file in (capi / "wasm").glob("*.js")})
    if compared < 100:
        failures.append(f"only {compared} declarations were found")
    print("\n".join(failures) or f"{compared} declarations of Java, C#, PHP and JavaScript are the header's")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
