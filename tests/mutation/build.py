"""Builds the test programs from a copy of the tree in which every mutant of the files has its switch.

usage: build.py SOURCE COPY JOBS FILE...      COPY/mutants.json tells of the mutants, COPY/build/tests holds the programs
       build.py SOURCE COPY BUILD FILE.cpp... with BUILD a folder that `cmake --build` made: only these files are compiled, and
                                              the programs are linked anew with them in place of the library's own
"""

import dataclasses
import json
import os
import re
import subprocess
import sys

from clang import cindex

from mutate import File

PROGRAMS = ['core', 'localize', 'interpret', 'decode', 'encode', 'generate']  # the cheapest first; encode reads what it wrote
HERE = os.path.dirname(os.path.abspath(__file__))


def parsed(source, names):
    """The translation units by file: each .cpp its own, the headers one together."""
    arguments = ['-x', 'c++', '-std=gnu++20', '-DFMT_HEADER_ONLY', '-DGONGKAI_COMPILED', '-DRAPIDJSON_SSE2',
                 f'-I{source}/src', f'-I{source}/include', '-I/usr/include/libxml2', '-I/usr/include/minizip']
    index = cindex.Index.create()
    options = cindex.TranslationUnit.PARSE_DETAILED_PROCESSING_RECORD
    headers = [name for name in names if name.endswith('.hpp')]
    units = {}
    if headers:
        text = ''.join(f'#include "{source}/{name}"\n' for name in headers)
        unit = index.parse('headers.cpp', arguments, [('headers.cpp', text)], options)
        units.update((name, unit) for name in headers)
    for name in names:
        if name not in units:
            units[name] = index.parse(f'{source}/{name}', arguments, None, options)
    for name, unit in units.items():
        wrong = [str(d) for d in unit.diagnostics if d.severity >= cindex.Diagnostic.Error]
        if wrong:
            sys.exit(f'{name} cannot be parsed: {wrong[0]}')
    return units


def write(source, copy, units, dropped, written):
    """Each file keeps its numbers while they suffice, so that a change of one has no other compiled again. `written` keeps,
    by file, what was dropped of it and its mutants: to find them again takes a second a file."""
    ranges = {}
    if os.path.exists(f'{copy}/ranges.json'):
        with open(f'{copy}/ranges.json', encoding='utf-8') as file:
            ranges = json.load(file)
    mutants = []
    for name, unit in units.items():
        mine = {key for key in dropped if key.startswith(f'{name} | ')}
        if name in written and written[name][0] == mine:
            mutants += written[name][1]
            continue
        behind = max((end for _, end in ranges.values()), default=1)
        first, end = ranges.get(name, (behind, None))
        file = File(name, unit, f'{source}/{name}', first, dropped)
        if end is not None and file.next_id > end:
            first, end = behind, None
            file = File(name, unit, f'{source}/{name}', first, dropped)
        ranges[name] = (first, file.next_id + 20 if end is None else end)
        text = file.written()
        written[name] = mine, file.mutants
        mutants += file.mutants
        put(f'{copy}/{name}', text.encode())
    with open(f'{copy}/ranges.json', 'w', encoding='utf-8') as out:
        json.dump(ranges, out)
    with open(f'{copy}/mutants.json', 'w', encoding='utf-8') as out:
        json.dump([dataclasses.asdict(m) for m in mutants], out, ensure_ascii=False, indent=0)
    return mutants


def put(path, text):
    """Writes what differs only, so that nothing else is compiled again."""
    if os.path.exists(path):
        with open(path, 'rb') as old:
            if old.read() == text:
                return
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'wb') as new:
        new.write(text)


def copy_tree(source, copy, mutated):
    listed = subprocess.run(['git', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'], cwd=source, check=True,
                            stdout=subprocess.PIPE).stdout.decode().split('\0')
    with open(f'{HERE}/record.cpp', 'rb') as file:
        added = {'tests/main.cpp': (b'', file.read()),
                 'tests/CMakeLists.txt': (b'add_compile_options(-O0)\n', b'')}  # the tests, which takes half the time
    for name in listed:
        if name and name not in mutated and os.path.isfile(f'{source}/{name}'):
            with open(f'{source}/{name}', 'rb') as file:
                before, behind = added.get(name, (b'', b''))
                put(f'{copy}/{name}', before + file.read() + behind)


def culprits(copy, log):
    """The mutants that stand nearest before what the compiler complains of."""
    found = set()
    for path, line, column in re.findall(r'^(\S+?):(\d+):(\d+): +(?:error|fatal error|required from here)', log, re.M):
        path = os.path.normpath(os.path.join(f'{copy}/build', path))
        if not path.startswith(f'{copy}/'):
            continue
        with open(path, encoding='utf-8') as file:
            text = file.read().split('\n')[int(line) - 1]
        at = len(text.encode()[:int(column)].decode(errors='ignore'))
        marks = [(m.start(), int(m[1])) for m in re.finditer(r'gongkai_mutant::\w+\((\d+)', text)]
        before = [one for one in marks if one[0] <= at]
        if marks:
            found.add((before[-1] if before else marks[0])[1])
    return found


def build(copy, jobs, targets):
    done = subprocess.run(['nice', '-n', '5', 'ninja', '-C', f'{copy}/build', '-k', '0', '-j', jobs, *targets],
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return done.stdout if done.returncode else None


def remember(copy, mutants, wrong):
    dropped = known(copy) | {m.key for m in mutants if m.id in wrong}
    with open(f'{copy}/dropped.json', 'w', encoding='utf-8') as file:
        json.dump(sorted(dropped), file, ensure_ascii=False, indent=0)
    print(f'{len(wrong)} do not compile, left out', flush=True)


def known(copy):
    """What did not compile in the last build, by key."""
    if not os.path.exists(f'{copy}/dropped.json'):
        return set()
    with open(f'{copy}/dropped.json', encoding='utf-8') as file:
        return set(json.load(file))


def until_it_compiles(source, copy, units, written, compiled):
    """Writes the mutants and leaves out those that the compiler refuses. compiled() gives its complaints, or nothing."""
    for _ in range(40):
        mutants = write(source, copy, units, known(copy), written)
        log = compiled()
        if log is None:
            return mutants
        wrong = culprits(copy, log)
        if not wrong:
            sys.exit(log[-6000:] + '\nthe compiler complains of something else')
        remember(copy, mutants, wrong)
    sys.exit('it never compiled')


def build_all(source, copy, jobs, units):
    subprocess.run(['cmake', '-S', copy, '-B', f'{copy}/build', '-G', 'Ninja', '-DCMAKE_BUILD_TYPE=None',
                    '-DCMAKE_CXX_COMPILER=g++', '-DGONGKAI_WERROR=OFF', '-DGONGKAI_BUILD_EXAMPLES=OFF', '-DGONGKAI_REPORTS=',
                    f'-DCMAKE_CXX_FLAGS=-O1 -g0 -w -D_GLIBCXX_ASSERTIONS -Wno-narrowing -include {copy}/tests/mutation/switch.hpp'],
                   check=True, stdout=subprocess.DEVNULL)
    first = ['CMakeFiles/gongkai.dir/src/doors/check.cpp.o']
    own = [f'CMakeFiles/gongkai.dir/{name}.o' for name in units if name.endswith('.cpp')]
    written = {}
    for targets in (first, first + own, [f'{name}_test' for name in PROGRAMS]):
        mutants = until_it_compiles(source, copy, units, written, lambda: build(copy, jobs, targets))
    return mutants


def build_few(source, copy, made, units):
    """The commands of another build, with our files in the place of theirs."""
    switch = ['-O1', '-g0', '-w', '-D_GLIBCXX_ASSERTIONS', '-Wno-narrowing', '-include', f'{HERE}/switch.hpp']
    with open(f'{made}/compile_commands.json', encoding='utf-8') as file:
        commands = {entry['file']: entry['command'] for entry in json.load(file)}
    os.makedirs(f'{copy}/build/tests', exist_ok=True)

    def compile(name, out):
        command = commands[f'{source}/{name}'].split(' -o ')[0].replace('-Werror', '')
        return subprocess.run(f"{command} {' '.join(switch)} -o {out} -c {copy}/{name}", shell=True, cwd=made,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    own = {name: f'{copy}/build/{os.path.basename(name)}.o' for name in units}

    def compiled():
        done = [compile(name, out) for name, out in own.items()]
        return ''.join(d.stdout for d in done) if any(d.returncode for d in done) else None
    mutants = until_it_compiles(source, copy, units, {}, compiled)
    main = f'{copy}/build/main.cpp.o'
    compile('tests/main.cpp', main).check_returncode()
    for program in {'interpret' if '/interpret/' in name else 'decode' for name in units}:
        link = subprocess.run(['ninja', '-t', 'commands', f'{program}_test'], cwd=made, check=True, stdout=subprocess.PIPE,
                              text=True).stdout.strip().split('\n')[-1]
        link = link.replace('tests/CMakeFiles/gongkai_test_main.dir/main.cpp.o', ' '.join([main, *own.values()]))
        link = link.replace(f'-o tests/{program}_test', f'-o {copy}/build/tests/{program}_test')
        subprocess.run(link, shell=True, cwd=made, check=True)
    return mutants


def main():
    source, copy, how, *names = sys.argv[1:]
    copy_tree(source, copy, set(names))
    units = parsed(source, names)
    print(f'{len(units)} files parsed', flush=True)
    mutants = build_few(source, copy, how, units) if os.path.isdir(how) else build_all(source, copy, how, units)
    print(f'{len(mutants)} mutants in {len(names)} files, {len(known(copy))} that do not compile')


if __name__ == '__main__':
    main()
