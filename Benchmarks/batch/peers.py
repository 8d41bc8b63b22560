"""How many documents a second other programs read."""

import concurrent.futures
import os
import subprocess
import time

from .running import SCRIPTS


def rates(python, documents):
    """Documents a second by the name of the program: as many at once as there are processors, start-up not counted."""
    if not python:
        return {}
    found = {}
    pandoc = ask(python, "pandoc")
    if pandoc and pandoc[0]:
        found["pandoc"] = pandoc_rate(pandoc[0], documents)
    for line in ask(python, "list"):
        found[line] = warm_rate(python, line.split()[0], documents)
    return found


def ask(python, question):
    command = [python, SCRIPTS / "peers", question]
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout.split("\n")[:-1]


def pandoc_rate(pandoc, documents):
    """A process a document, as it has no other way."""

    def read(document):
        subprocess.run([pandoc, "-t", "plain", document], stdout=subprocess.DEVNULL, check=True)

    begin = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(read, documents))
    return len(documents) / (time.monotonic() - begin)


def warm_rate(python, name, documents):
    """A process a processor, each with its share of the documents; the slowest counts."""
    count = os.cpu_count()
    processes = [
        subprocess.Popen(
            [python, SCRIPTS / "peers", "all", name, *documents[number::count]], stdout=subprocess.PIPE, text=True
        )
        for number in range(count)
    ]
    seconds = [float(process.communicate()[0]) for process in processes]
    return len(documents) / max(seconds)
