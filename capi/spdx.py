"""Writes what is inside a released library as an SPDX document (ISO/IEC 5962, version 2.3, JSON): each part with its version,
source archive, checksum and licence; and fails where one of them is not told of in third-party.txt, or the other way round.

usage: spdx.py VERSION LIBRARY DEPENDENCIES > gongkai.spdx.json

LIBRARY is libgongkai.so.0; DEPENDENCIES the folder that cmake/dependencies.sh made, beside cmake/dependencies.txt.
"""

import hashlib
import json
import pathlib
import subprocess
import sys

version, library, dependencies = sys.argv[1:]
source = pathlib.Path(__file__).resolve().parent.parent

# Of these the source is built here; the rest is what a package of this system has in its headers or static libraries.
LICENCES = {
    "zlib": "Zlib",
    "minizip": "Zlib",
    "utf8proc": "MIT AND Unicode-DFS-2015",  # the library has tables made of its data, the program the whole
    "pugixml": "MIT",
    "libxml2": "MIT",
    "lzma": "LicenseRef-public-domain",
    "libboost1.81": "BSL-1.0",
    "libfmt": "MIT",
    "rapidjson": "MIT",
    "libcli11": "BSD-3-Clause",  # in the program
    "libstdc++-12": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "emscripten": "MIT OR NCSA",
}
PACKAGES = {"libboost1.81": "libboost1.81-dev", "libfmt": "libfmt-dev", "rapidjson": "rapidjson-dev", "libcli11": "libcli11-dev", "libstdc++-12": "libstdc++-12-dev"}


def built():
    """The sources in dependencies.txt: name -> archive, checksum, and the version with Debian's patches."""
    versions = dict(line.split(" ", 1) for line in pathlib.Path(dependencies, "versions.txt").read_text().splitlines())
    for line in (source / "cmake/dependencies.txt").read_text().splitlines():
        if line and not line.startswith("#"):
            name, archive, checksum = line.split()
            if name in versions:
                yield name, archive, checksum, versions[name]


def installed(package):
    return subprocess.run(["dpkg-query", "-W", "-f", "${Version}", package], capture_output=True, text=True).stdout or "NOASSERTION"


def part(name, package_version, **more):
    return {
        "SPDXID": "SPDXRef-" + name.replace("+", "-").replace(".", "-"),
        "name": name,
        "versionInfo": package_version,
        "supplier": "Organization: Debian",
        "downloadLocation": more.get("where", "NOASSERTION"),
        "filesAnalyzed": False,
        "licenseConcluded": LICENCES[name],
        "licenseDeclared": LICENCES[name],
        "copyrightText": "NOASSERTION",
        **({"checksums": [{"algorithm": "SHA256", "checksumValue": more["checksum"]}]} if "checksum" in more else {}),
        **({"externalRefs": [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": more["purl"]}]} if "purl" in more else {}),
    }


parts = [
    part(
        name,
        package_version,
        checksum=checksum,
        where=f"https://deb.debian.org/debian/pool/main/{name[:4] if name.startswith('lib') else name[0]}/{name}/{archive}",
        purl=f"pkg:deb/debian/{name}@{package_version.replace('+', '%2B').replace('~', '%7E').replace(':', '%3A')}?arch=source",
    )
    for name, archive, checksum, package_version in built()
]
parts += [part(name, installed(package)) for name, package in PACKAGES.items()]
told = {line[5:-5] for line in pathlib.Path(dependencies, "third-party.txt").read_text(errors="replace").splitlines() if line.startswith("==== ") and line.endswith(" ====")}
listed = {one["name"] for one in parts}
if told != listed:
    sys.exit(f"third-party.txt and the SPDX document differ in {sorted(told ^ listed)}")

digest = hashlib.sha256(pathlib.Path(library).read_bytes()).hexdigest()
whole = {
    "SPDXID": "SPDXRef-gongkai",
    "name": "gongkai",
    "versionInfo": version,
    "packageFileName": pathlib.Path(library).name,
    "downloadLocation": "NOASSERTION",
    "filesAnalyzed": False,
    "licenseConcluded": "Apache-2.0",
    "licenseDeclared": "Apache-2.0",
    "copyrightText": "NOASSERTION",
    "checksums": [{"algorithm": "SHA256", "checksumValue": digest}],
}
document = {
    "spdxVersion": "SPDX-2.3",
    "dataLicense": "CC0-1.0",
    "SPDXID": "SPDXRef-DOCUMENT",
    "name": f"gongkai-{version}",
    "documentNamespace": f"urn:gongkai:spdx:{version}:{digest}",
    "creationInfo": {"created": "1980-01-01T00:00:00Z", "creators": ["Tool: capi/spdx.py"]},  # the same bytes from the same sources
    "documentDescribes": ["SPDXRef-gongkai"],
    "packages": [whole, *parts],
    "relationships": [
        {"spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES", "relatedSpdxElement": "SPDXRef-gongkai"},
        *({"spdxElementId": "SPDXRef-gongkai", "relationshipType": "CONTAINS", "relatedSpdxElement": one["SPDXID"]} for one in parts),
    ],
}
json.dump(document, sys.stdout, ensure_ascii=False, indent=1)
print()
