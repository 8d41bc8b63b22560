"""The time of whole processes, their memory, and the time of a document when a program has read others before."""

import pathlib
import statistics
import subprocess
import sys

PROCESS = pathlib.Path(__file__).with_name("process.py")
# So many copies of a document make the time of one.
COPIES = 40


def run(command):
    """Seconds, bytes at most, and the exit code of a process, those that it starts itself included."""
    measured = [sys.executable, "-I", "-S", PROCESS, *command]
    seconds, memory, code = subprocess.run(measured, stdout=subprocess.PIPE, text=True, check=True).stdout.split()
    return float(seconds), int(memory), int(code)


def whole(command, runs):
    """The median milliseconds of a process, and the most memory of any; None where it fails."""
    run(command)
    results = [run(command) for _ in range(runs)]
    if any(code for _, _, code in results):
        return None, None
    return 1000 * statistics.median(seconds for seconds, _, _ in results), max(memory for _, memory, _ in results)


def warm_tessera(command, path, runs):
    """The milliseconds that one more document takes a process: those of many copies of one, less those of a single one."""
    many = [run([*command, *[path] * (COPIES + 1)])[0] for _ in range(runs)]
    single = [run([*command, path])[0] for _ in range(runs)]
    return 1000 * (statistics.median(many) - statistics.median(single)) / COPIES


def warm_peer(python, peers, name, path):
    """The median milliseconds of five readings after one that does not count."""
    done = subprocess.run([python, peers, "warm", name, path], capture_output=True, text=True)
    times = done.stdout.splitlines()
    return statistics.median(map(float, times[-5:])) if done.returncode == 0 else None
