"""Runs the Spark job on a cluster of two executors, kills one at work, and compares with `tessera convert`.

Usage: spark.py TESSERA

Prints what failed and, as its last line, "N passed, M failed"; exits 1 where anything failed.
"""

import csv
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import duckdb

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, "Pipelines/spark")

from cluster import run_job  # noqa: E402
from fixture import DIFFERENT, MAX_BYTES, make_bundle, make_documents, with_gate  # noqa: E402
from tally import Tally  # noqa: E402

from tessera_spark.documents import EXTENSIONS  # noqa: E402

C_LIBRARY = ("libc.so.", "libm.so.", "libdl.so.", "libpthread.so.", "librt.so.", "ld-linux")
# What a single machine keeps of its runs.
ITS_OWN = {"CHANGES.md"}


def differences(expected, found, what):
    """What is missing, and what is there and should not be, or twice."""
    missing, extra = Counter(expected) - Counter(found), Counter(found) - Counter(expected)
    return [f"missing {what}: {str(one)[:200]}" for one in list(missing)[:2]] + [
        f"too much, a {what}: {str(one)[:200]}" for one in list(extra)[:2]
    ]


def extensions(tessera):
    listed = json.loads(subprocess.check_output([tessera, "formats", "--format", "json"]))
    known = {extension.lstrip(".") for one in listed["reads"] for extension in one["extensions"]}
    return differences(known, EXTENSIONS, "extension")


def needs_nothing(unpacked):
    """Program and libraries find in the bundle all that is not part of the C library."""
    files = [unpacked / "tessera", *(unpacked / "lib").iterdir()]
    complaints = [] if (unpacked / "lib/libxlsxwriter.so.4").exists() else ["libxlsxwriter is not there"]
    for line in subprocess.check_output(["ldd", *files], env={}, text=True).splitlines():
        name, arrow, place = line.strip().partition(" => ")
        if arrow and not name.startswith(C_LIBRARY) and not place.startswith(str(unpacked)):
            complaints.append(line.strip())
    return complaints


def same_again(tessera, bundle):
    again = bundle.with_name("again.tar.gz")
    subprocess.run(["Scripts/bundle", tessera, again], check=True)
    return [] if again.read_bytes() == bundle.read_bytes() else ["the bytes differ"]


def executor_was_lost(job):
    code, printed, logged = job
    complaints = [] if "Lost executor" in logged else ["Spark lost no executor"]
    if code != 1:
        complaints.append(f"the exit code is {code}, and not 1: {printed[-500:]}{logged[-2_000:]}")
    return complaints


def errors(diagnostics):
    return tuple(one["id"] for one in diagnostics if one["severity"] == "error")


def outcomes(single, documents, output):
    """Every document has one outcome, that of the single machine."""
    columns = ("source", "status", "dataset")
    rows = duckdb.sql(f"SELECT {', '.join(columns)}, sha256, diagnostics FROM '{output}/outcomes/*.parquet'").fetchall()
    told = [(*row[:-1], errors(json.loads(row[-1]))) for row in rows]
    # A single machine has no checksum of what it cannot open.
    checksums = {one["source"]: hashlib.sha256((documents / one["source"]).read_bytes()).hexdigest() for one in single}
    expected = [
        (*(one[column] for column in columns), checksums[one["source"]], errors(one["diagnostics"])) for one in single
    ]
    complaints = differences(expected, [one for one in told if one[0] not in DIFFERENT], "outcome")
    reasons = [(source, ids[-1]) for source, _, _, _, ids in told if source in DIFFERENT and ids]
    return complaints + differences(DIFFERENT.items(), reasons, "reason")


def folders(alone, output):
    """The datasets are the same files with the same bytes."""

    def contents(folder):
        return [
            (str(file.relative_to(folder)), hash(file.read_bytes()))
            for dataset in folder.glob("**/datapackage.json")
            for file in dataset.parent.iterdir()
            # Hadoop's own checksums on a local disk.
            if file.name not in ITS_OWN and not file.name.endswith(".crc")
        ]

    return differences(contents(alone), contents(output / "datasets"), "file")


def table(name, single, alone, output):
    """The Parquet dataset has the lines of all CSV files, and each once."""
    found = duckdb.sql(f"SELECT * FROM read_parquet('{output}/tables/{name}/**/*.parquet', hive_partitioning = true)")
    value = {"BIGINT": int, "DOUBLE": float}
    types = {column: value.get(str(kind), str) for column, kind in zip(found.columns, found.types)}
    expected = []
    for one in single:
        if one["status"] != "converted":
            continue
        keys = {"dataset": one["dataset"], "source_path": one["source"], "pipeline": one["pipeline"]}
        with open(alone / one["dataset"] / f"{name}.csv", encoding="utf-8-sig", newline="") as file:
            for line in csv.DictReader(file):
                line |= keys
                values = (kind(line[column]) if line.get(column) else None for column, kind in types.items())
                expected.append(tuple(values))
    return differences(expected, found.fetchall(), "line") or ([] if expected else ["the table is empty"])


def main():
    tessera = os.path.abspath(sys.argv[1])
    tally = Tally()
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch).resolve()
        documents, alone, output, rendezvous = (root / name for name in ("documents", "alone", "output", "rendezvous"))
        # The documents are outside of the project, as they are for the job: datasets name them by their bare names.
        pipelines = root / "project/Pipelines"
        rendezvous.mkdir()
        make_documents(documents, pipelines)
        bundle, unpacked = make_bundle(tessera, root)
        tally.check("the bundle needs the C library alone", needs_nothing, unpacked)
        tally.check("the bundle is the same bytes again", same_again, tessera, bundle)
        gated = with_gate(unpacked, rendezvous)
        subprocess.run(
            [tessera, "convert", documents, "--pipelines", pipelines, "--output", alone, "--quiet"],
            stderr=subprocess.DEVNULL,
        )
        job = run_job(documents, pipelines, gated, output, rendezvous, MAX_BYTES)
        ours = json.loads((alone / "run.json").read_text())["documents"]
        for one in ours:
            # What it would have been called.
            if one["status"] != "converted":
                one["dataset"] = None
        # On a single machine these are documents like any other, and the parts are one.
        aside = {*DIFFERENT, "parts/report.txt"}
        single = [one for one in ours if one["source"] not in aside]
        for one in ours:
            if one["source"] in aside and one["dataset"]:
                subprocess.run(["rm", "-r", alone / one["dataset"]], check=True)

        tally.check("the extensions of documents", extensions, tessera)
        tally.check("an executor is lost, and the job goes on", executor_was_lost, job)
        tally.check("one outcome for each document", outcomes, single, documents, output)
        tally.check("the folders of the datasets", folders, alone, output)
        with open(next(alone.glob("rivers/*/datapackage.json"))) as file:
            names = [one["name"] for one in json.load(file)["resources"] if one["path"] == f"{one['name']}.csv"]
        for name in names:
            if name != "matrix":
                tally.check(f"the table {name}", table, name, single, alone, output)
    print(f"{tally.passed} passed, {tally.failed} failed")
    return 1 if tally.failed else 0


if __name__ == "__main__":
    sys.exit(main())
