"""The cases of measure-batch. Each yields its results, a line each."""

import json
import os
import shutil
import subprocess
import sys
import time

from . import killing, peers
from .running import SCRIPTS, Run, convert, make

# How many documents the first and the last part of a run have, of which the memory is compared.
PART = 1_000
# So many documents are converted with one job and with two.
JOBS_DOCUMENTS = 600


def verdict(is_met):
    return "met" if is_met else "not met"


def batch(options):
    """Makes the documents, converts them, and holds the results against the truth."""
    begin = time.monotonic()
    said = make(options.folder / "batch", options.documents)
    yield f"{said}, made in {time.monotonic() - begin:.0f} s"
    run = Run(options.folder / "batch")
    run.go()
    (options.folder / "batch/seconds.json").write_text(json.dumps(run.seconds))
    yield f"converted in {run.seconds:.1f} s: {options.documents / run.seconds:.0f} documents a second"
    checked = subprocess.run(
        [SCRIPTS / "check-batch", options.folder / "batch/Output", options.folder / "batch/truth.json"],
        capture_output=True,
        text=True,
    )
    lines = checked.stdout.splitlines()
    yield f"{lines[-1] if lines else checked.stderr}; target none: {verdict(checked.returncode == 0)}"
    yield from lines[:-1]
    # A short run has short parts.
    part = min(PART, options.documents // 10)
    first, last = run.peaks(part)
    change = 100 * (last / first - 1)
    yield (
        f"memory of all processes: {first / 1e6:.0f} MB at most in the first {part} documents, {last / 1e6:.0f} MB in the "
        f"last, {change:+.0f} %; target at most 10 % more: {verdict(change <= 10)}"
    )


def again(options):
    """The same command once more, over unchanged documents."""
    folder = options.folder / "batch"
    if not (folder / "seconds.json").exists():
        yield "a second run: not measured; it takes the case 'batch' before it"
        return
    first = json.loads((folder / "seconds.json").read_text())
    run = Run(folder)
    run.go()
    share = 100 * run.seconds / first
    # The time is a matter of the number of documents.
    limit = 2 * options.documents / 10_000
    yield (
        f"a second run over unchanged documents: {run.seconds:.2f} s, {share:.1f} % of the first; target at most 3 % "
        f"and {limit:.2f} s: {verdict(share <= 3 and run.seconds <= limit)}"
    )


def jobs(options):
    """One job against two, in turn, each twice, and the faster run of either counts."""
    folder = options.folder / "jobs"
    count = min(JOBS_DOCUMENTS, options.documents)
    make(folder, count)
    seconds = {1: [], 2: []}
    for _ in range(2):
        for number in seconds:
            output = folder / "Output"
            seconds[number].append(timed(convert(folder / "Input", output, number)))
            shutil.rmtree(output)
    one, two = min(seconds[1]), min(seconds[2])
    yield (
        f"{count} documents: {count / one:.0f} a second with one job, {count / two:.0f} with two, {one / two:.2f} × as "
        f"many; target 1.8 ×: {verdict(one / two >= 1.8)}"
    )


def other_programs(options):
    """Documents a second against other programs, on the same Word documents."""
    folder = options.folder / "peers"
    make(folder, options.peer_documents, "docx")
    # The broken ones are for the other cases.
    truths = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    for truth in truths:
        if truth["status"] == "broken":
            (folder / "Input" / truth["path"]).unlink()
    documents = sorted((folder / "Input").rglob("*.docx"))
    ours = len(documents) / timed(convert(folder / "Input", folder / "Output", os.cpu_count()))
    yield f"{len(documents)} Word documents, {os.cpu_count()} at once: tessera converts {ours:.0f} a second"
    rates = peers.rates(options.python, documents)
    for name, rate in rates.items():
        yield f"{name} reads {rate:.1f} a second"
    if not rates:
        yield "no peer is installed: run Benchmarks/setup-peers"
        return
    best = max(rates, key=rates.get)
    factor = ours / rates[best]
    yield f"{factor:.1f} × as many as the fastest, {best}; target 10 ×: {verdict(factor >= 10)}"


def timed(command):
    begin = time.monotonic()
    status = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
    # Where documents are broken, the exit code is 1.
    if status not in (0, 1):
        sys.exit(f"{command}: exit code {status}")
    return time.monotonic() - begin


CASES = {"batch": batch, "again": again, "jobs": jobs, "peers": other_programs, "kills": killing.kills}
