"""Runs that are killed and gone on with."""

import hashlib
import os
import random
import shutil
import signal
import subprocess
import time

from .running import convert, make

DOCUMENTS = 40
# What tells of the run and not of the documents.
APART = {"run.json", ".tessera"}


def kills(options):
    """Kills runs at random moments, goes on with each, and compares what stands there with an undisturbed run's."""
    folder = options.folder / "kills"
    make(folder, min(DOCUMENTS, options.documents))
    begin = time.monotonic()
    run(folder, "Undisturbed")
    seconds = time.monotonic() - begin
    expected = checksums(folder / "Undisturbed")
    chance = random.Random(1)
    interrupted, different = 0, []
    for number in range(options.kills):
        output = folder / f"Killed-{number}"
        interrupted += killed(folder, output.name, chance.uniform(0, seconds), chance.random() < 0.5)
        run(folder, output.name)
        found = checksums(output)
        if found == expected:
            shutil.rmtree(output)
        else:
            different += sorted(name for name in found.keys() | expected.keys() if found.get(name) != expected.get(name))
    yield (
        f"{options.kills} runs over {min(DOCUMENTS, options.documents)} documents killed, {interrupted} of them before "
        f"their end, and gone on with: {len(different)} files differ from an undisturbed run's; target none: "
        f"{'not met' if different else 'met'}"
    )
    for name in different[:5]:
        yield f"differs: {name}"


def run(folder, name):
    subprocess.run(
        convert(folder / "Input", folder / name),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )


def killed(folder, name, seconds, with_all):
    """Starts a run and kills it, alone or with all its processes; whether it was still there."""
    process = subprocess.Popen(
        convert(folder / "Input", folder / name),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(seconds)
        return False
    except subprocess.TimeoutExpired:
        if with_all:
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
        process.wait()
        return True


def checksums(folder):
    """The checksum of every file by its path."""
    files = {}
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in APART]
        for name in names:
            path = os.path.join(parent, name)
            if name not in APART:
                with open(path, "rb") as file:
                    files[os.path.relpath(path, folder)] = hashlib.sha256(file.read()).hexdigest()
    return files
