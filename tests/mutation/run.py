"""Switches mutants on, one after another, and runs the test cases that reach them; prints who survives, and the score last.

usage: run.py COPY EQUIVALENT COUNT SEED [again | each]
COUNT of the rules and arithmetic and COUNT of the readers, 0 for all; `again`: those that survived the last run; `each`: one
that survives is a failure, whatever the score. GONGKAI_CASES: a pattern, the test cases to run.
"""

import collections
import concurrent.futures
import fnmatch
import json
import math
import os
import random
import resource
import signal
import subprocess
import sys
import time

from build import PROGRAMS

GROUPS = ('rules and arithmetic', 'readers')
PART = 25  # one of so many documents of `generate`; all of them would take a minute for each that survives
WHOLE = 'what is read of'  # but for its ledger, whose documents are few
FAST = 0.4  # seconds of test cases that are tried first


def group_of(mutant):
    return GROUPS[0] if mutant['file'].startswith('include/') else GROUPS[1]


def name(mutants):
    """Gives each a key that outlives changes of other lines; one that would have the key of another has its number behind it."""
    seen = collections.Counter()
    for mutant in mutants:
        key = ' | '.join((mutant['file'], mutant['function'], mutant['code'], mutant['change']))
        seen[key] += 1
        mutant['key'] = key if seen[key] == 1 else f'{key} | {seen[key]}'


def equivalents(path):
    """Key to reason: a line that begins at its edge is a key, the indented ones below it say why."""
    found, key = {}, None
    with open(path, encoding='utf-8') as file:
        for line in file:
            if line.startswith('#') or not line.strip():
                continue
            if line[0] != ' ':
                key = line.strip()
                found[key] = ''
            else:
                found[key] += line.strip() + ' '
    without = [key for key, reason in found.items() if not reason]
    if without:
        sys.exit(f'no reason is given for {without[0]}')
    return found


class Case:
    def __init__(self, program, line):
        self.program = program
        self.name, seconds, passed, reached = line.rstrip('\n').split('\t')
        self.seconds = float(seconds) / self.part()
        self.passed = passed == '1'
        self.reached = {int(i) for i in reached.split()}

    def part(self):
        return PART if self.program == 'generate' and not self.name.startswith(WHOLE) else 1


def record(copy):
    """Runs each program once without a mutant: the cases, their time and what they reach. Again where it or its data changed."""
    data = max(os.path.getmtime(os.path.join(folder, name)) for folder, _, names in os.walk(f'{copy}/tests/data') for name in names)
    cases = []
    for program in PROGRAMS:
        out = f'{copy}/{program}.reached'
        binary = f'{copy}/build/tests/{program}_test'
        if not os.path.exists(binary):  # of the short form
            continue
        if not os.path.exists(out) or os.path.getmtime(out) < max(os.path.getmtime(binary), data):
            environment = dict(os.environ, GONGKAI_MUTANT='record', GONGKAI_MUTANT_RECORD=out + '.part')
            filtered = ['--test-case-exclude=every leeway*'] if program == 'generate' else []
            subprocess.run([binary, *filtered], env=environment, cwd=f'{copy}/build/tests', stdout=subprocess.DEVNULL)
            os.replace(out + '.part', out)
        with open(out, encoding='utf-8') as file:
            cases += [Case(program, line) for line in file]
    only = os.environ.get('GONGKAI_CASES')
    cases = [c for c in cases if only is None or fnmatch.fnmatchcase(c.name, only)]
    failing = [c for c in cases if not c.passed]
    if failing:
        sys.exit(f'{failing[0].program}: "{failing[0].name}" fails without a mutant')
    return cases


def pattern(name):
    return ''.join('?' if c in ',\\"' else c for c in name)


def limits(seconds):
    def set_limits():
        cpu = math.ceil(2 + 8 * seconds)
        resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu + 1))
        resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        os.nice(5)
    return set_limits


def killer_of(copy, mutant, program, cases):
    """The program, where one of its cases fails; where they come to no end in many times their time, it is said so; else ''."""
    seconds = sum(c.seconds for c in cases)
    environment = dict(os.environ, GONGKAI_MUTANT=str(mutant['id']), GONGKAI_PART=str(PART))
    command = [f'{copy}/build/tests/{program}_test', '--abort-after=1', '--no-version',
               '--test-case=' + ','.join(pattern(c.name) for c in cases)]
    with subprocess.Popen(command, env=environment, cwd=f'{copy}/build/tests', stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL, preexec_fn=limits(seconds)) as process:
        try:
            status = process.wait(timeout=20 * (2 + 8 * seconds))
        except subprocess.TimeoutExpired:
            process.kill()
            status = -signal.SIGXCPU
        return '' if status == 0 else f'{program}, without end' if status == -signal.SIGXCPU else program


def tried(copy, mutant, cases):
    """Who kills it; '' where it survives, None where no test reaches it."""
    reaching = sorted((c for c in cases if mutant['id'] in c.reached), key=lambda c: c.seconds)
    if not reaching:
        return None
    fast, slow, total = [], [], {}
    for case in reaching:
        total[case.program] = total.get(case.program, 0) + case.seconds
        (fast if total[case.program] <= FAST else slow).append(case)
    reached_by = collections.Counter(c.program for c in reaching)
    first_alone = [c for c in cases
                   if reached_by[c.program] == 1 and mutant['id'] not in c.reached and c.program != 'generate']
    for some in (fast, slow, first_alone):  # what a process does once is reached by its first case, and told by another
        for program in PROGRAMS:
            mine = [c for c in some if c.program == program]
            killer = killer_of(copy, mutant, program, mine) if mine else ''
            if killer:
                return killer
    return ''


def chosen(mutants, cases, count, seed):
    """Drawn from each group, and how many no test could switch on because only the compiler runs them."""
    reached = set().union(*(c.reached for c in cases))
    alive = {(m['file'], m['function']) for m in mutants if m['id'] in reached}
    compiled = [m for m in mutants if m['in_compiler'] and (m['file'], m['function']) not in alive]
    gone = {m['id'] for m in compiled}
    picked = []
    for group in GROUPS:
        mine = [m for m in mutants if group_of(m) == group and m['id'] not in gone]
        print(f'{group}: {len(mine)} mutants, {sum(m["id"] in reached for m in mine)} of them reached by a test')
        picked += mine if count == 0 else random.Random(seed).sample(mine, min(count, len(mine)))
    print(f'{len(compiled)} more stand in functions that only the compiler runs: not tried')
    return picked


def main():
    copy, equivalent_file, count, seed, *how = sys.argv[1:]
    with open(f'{copy}/mutants.json', encoding='utf-8') as file:
        mutants = json.load(file)
    name(mutants)
    same = equivalents(equivalent_file)
    files, keys = {m['file'] for m in mutants}, {m['key'] for m in mutants}
    for key in same:
        if key.split(' | ')[0] in files and key not in keys:
            print(f'listed as the same, but there is none: {key}', flush=True)
    cases = record(copy)
    if 'again' in how:
        with open(f'{copy}/survivors.json', encoding='utf-8') as file:
            again = set(json.load(file))
        picked = [m for m in mutants if m['key'] in again]
    else:
        picked = chosen(mutants, cases, int(count), int(seed))
    start = time.time()
    score = {group: [0, 0, 0] for group in GROUPS}  # killed, survived, the same program
    killers, survivors = {}, []
    with concurrent.futures.ThreadPoolExecutor(int(os.environ.get('GONGKAI_JOBS', '2'))) as pool:
        for mutant, killer in zip(picked, pool.map(lambda m: tried(copy, m, cases), picked)):
            key = mutant['key']
            place = score[group_of(mutant)]
            if killer:
                place[0] += 1
                killers[killer] = killers.get(killer, 0) + 1
                if key in same:
                    print(f'KILLED though it is listed as the same: {key}', flush=True)
            elif key in same:
                place[2] += 1
            else:
                place[1] += 1
                survivors.append(key)
                said = 'no test reaches it' if killer is None else 'survives'
                print(f'{said}: {mutant["file"]}:{mutant["line"]} {mutant["function"]}(): {mutant["change"]}', flush=True)
    with open(f'{copy}/survivors.json', 'w', encoding='utf-8') as file:
        json.dump(survivors, file, ensure_ascii=False, indent=0)
    print(f'{time.time() - start:.0f} s; killed by ' + '; '.join(f'{p}: {n}' for p, n in sorted(killers.items())))
    for group, (killed, survived, equal) in score.items():
        if killed + survived + equal:
            print(f'{group}: {killed} of {killed + survived} killed, {100 * killed / max(1, killed + survived):.1f} % '
                  f'({equal} more are the same program)')
    wanted = {GROUPS[0]: 95, GROUPS[1]: 90} if 'each' not in how else dict.fromkeys(GROUPS, 100)
    sys.exit(any(100 * k < wanted[g] * (k + s) for g, (k, s, _) in score.items()))


if __name__ == '__main__':
    main()
