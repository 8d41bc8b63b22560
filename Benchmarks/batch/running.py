"""A run of `tessera convert` over a batch, watched from outside."""

import bisect
import os
import pathlib
import subprocess
import sys
import threading
import time

SCRIPTS = pathlib.Path(__file__).resolve().parents[1]
PROJECT = SCRIPTS.parent
TESSERA = PROJECT / ".build/release/tessera"
SAMPLE_SECONDS, COUNT_SECONDS = 0.05, 1


def convert(documents, output, jobs=None):
    """The command that converts a folder of documents."""
    command = [TESSERA, "convert", documents, "--pipelines", PROJECT / "Pipelines", "--output", output]
    return [*command, "--name-by", "source", "--jobs", str(jobs or os.cpu_count()), "--quiet"]


def make(folder, count, kind=None):
    """Makes a batch; returns what there is to say of it."""
    command = [SCRIPTS / "make-batch", folder, "--count", str(count), *(["--format", kind] if kind else [])]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()


class Run:
    """Converts the documents of a batch, and notes how much memory its processes hold and how many datasets there are."""

    def __init__(self, folder):
        self.folder = folder
        self.seconds = 0
        self.memory = []  # pairs of time and bytes
        self.counts = []  # pairs of time and number of datasets

    def go(self):
        begin = time.monotonic()
        command = convert(self.folder / "Input", self.folder / "Output")
        with open(self.folder / "messages.txt", "wb") as messages:
            process = subprocess.Popen(command, stdout=messages, stderr=messages)
        ended = threading.Event()
        watchers = [
            threading.Thread(target=self.watch, args=(ended, SAMPLE_SECONDS, self.memory, lambda: held(process.pid))),
            threading.Thread(target=self.watch, args=(ended, COUNT_SECONDS, self.counts, self.datasets)),
        ]
        for watcher in watchers:
            watcher.start()
        status = process.wait()
        self.seconds = time.monotonic() - begin
        ended.set()
        for watcher in watchers:
            watcher.join()
        if status not in (0, 1):
            sys.exit(f"{command}: exit code {status}; what it said is in {self.folder / 'messages.txt'}")

    def watch(self, ended, seconds, notes, look):
        while not ended.wait(seconds):
            notes.append((time.monotonic(), look()))
        notes.append((time.monotonic(), look()))

    def datasets(self):
        return sum(1 for _ in folders_of_datasets(str(self.folder / "Output"), depth=3))

    def peaks(self, part):
        """The most memory that was held while the first and the last documents of a run passed."""
        times = [moment for moment, _ in self.counts]
        counts = [count for _, count in self.counts]
        total = counts[-1]
        first_end = times[bisect.bisect_left(counts, min(part, total))]
        # From the last look before there were more: the part is rather too long than too short.
        last_begin = times[max(0, bisect.bisect_right(counts, total - part) - 1)]
        last_end = times[bisect.bisect_left(counts, total)]
        first = [held for moment, held in self.memory if moment <= first_end]
        last = [held for moment, held in self.memory if last_begin <= moment <= last_end]
        return max(first, default=1), max(last, default=1)


def folders_of_datasets(folder, depth):
    """The folders with a dataset; a dataset has no folders, so nothing below one is looked at."""
    try:
        entries = list(os.scandir(folder))
    except FileNotFoundError:
        return
    for entry in entries:
        if entry.name.startswith("us-poa-matrix-"):
            yield entry.path
        elif depth > 1 and not entry.name.startswith(".") and entry.is_dir():
            yield from folders_of_datasets(entry.path, depth - 1)


def held(process):
    """The resident memory of a process and of all below it, in bytes."""
    page = os.sysconf("SC_PAGE_SIZE")
    total = 0
    for number in [process, *descendants(process)]:
        try:
            total += int(pathlib.Path(f"/proc/{number}/statm").read_text().split()[1]) * page
        except (FileNotFoundError, ProcessLookupError):
            # It has ended meanwhile.
            continue
    return total


def descendants(process):
    try:
        threads = os.listdir(f"/proc/{process}/task")
        children = [
            int(child)
            for thread in threads
            for child in pathlib.Path(f"/proc/{process}/task/{thread}/children").read_text().split()
        ]
    except (FileNotFoundError, ProcessLookupError):
        return
    for child in children:
        yield child
        yield from descendants(child)
