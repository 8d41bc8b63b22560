"""Lets frictionless judge the datasets of one run, then proves that it would object.

Usage: validate.py OUTPUT RESOURCE
    OUTPUT    the folder that holds the dataset folders
    RESOURCE  the description of link_status.csv, as `tessera schema link-status` prints it

Prints what failed and, as its last line, "N passed, M failed"; exits 1 where anything failed.
"""

import csv
import hashlib
import json
import shutil
import sys
import tempfile
from pathlib import Path

from frictionless import Package
from tally import Tally

# How many rows the tools must see where the report is known.
KNOWN_ROWS = {"us-poa-matrix-2007-07-17": {"rows.csv": 37, "cells.csv": 111}}


def frictionless_errors(folder):
    """What frictionless has against a dataset, as (kind, message); its warnings count."""
    report = Package(str(folder / "datapackage.json")).validate()
    found = [(error.type, error.message) for error in report.errors]
    found += [("warning", warning) for warning in report.warnings]
    for task in report.tasks:
        found += [(error.type, f"{task.place}: {error.message}") for error in task.errors]
        found += [("warning", f"{task.place}: {warning}") for warning in task.warnings]
    if not report.valid and not found:
        found.append(("unknown", "frictionless calls it invalid without saying why"))
    return found


def data_package(folder):
    return [f"[{kind}] {message}" for kind, message in frictionless_errors(folder)]


def described_files(folder):
    """A CSV that the descriptor forgets would be judged by nobody."""
    resources = Package(str(folder / "datapackage.json")).resources
    described = {resource.path for resource in resources if resource.path.endswith(".csv")}
    # What a check of links adds depends on the day, and is described apart.
    present = {path.name for path in folder.glob("*.csv")} - {"link_status.csv"}
    return [f"{name} is not in both the folder and datapackage.json" for name in sorted(described ^ present)]


def row_counts(folder, expected):
    report = Package(str(folder / "datapackage.json")).validate()
    seen = {task.place: task.stats.get("rows") for task in report.tasks}
    return [
        f"{name}: {count} rows expected, frictionless sees {seen.get(name)}"
        for name, count in expected.items()
        if seen.get(name) != count
    ]


def rejects(folder, corrupt, kind):
    """Corrupts a copy of a dataset; frictionless must object, and for the right reason."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / folder.name
        shutil.copytree(folder, copy)
        corrupt(copy)
        kinds = {found for found, _ in frictionless_errors(copy)}
    return [] if kind in kinds else [f"no '{kind}' error; frictionless reports: {sorted(kinds) or 'nothing'}"]


def change_text(folder):
    """Alters one word of one cell and leaves the checksum as it was."""
    edit_cells(folder, "text", "changed")


def dangle_row(folder):
    """Points one cell at a row that does not exist, with the checksum made right again."""
    edit_cells(folder, "row_id", "no-such-row")
    content = (folder / "cells.csv").read_bytes()
    path = folder / "datapackage.json"
    descriptor = json.loads(path.read_text("utf-8"))
    cells = next(resource for resource in descriptor["resources"] if resource["path"] == "cells.csv")
    cells["bytes"] = len(content)
    cells["hash"] = "sha256:" + hashlib.sha256(content).hexdigest()
    path.write_text(json.dumps(descriptor), "utf-8")


def edit_cells(folder, column, value):
    path = folder / "cells.csv"
    with path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    rows[1][rows[0].index(column)] = value
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def describe_link_status(folder, resource):
    path = folder / "datapackage.json"
    descriptor = json.loads(path.read_text("utf-8"))
    descriptor["resources"].append(resource)
    path.write_text(json.dumps(descriptor), "utf-8")


def link_status(folder, resource):
    """What frictionless has against the dataset with the table of link_status.csv in it."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / folder.name
        shutil.copytree(folder, copy)
        describe_link_status(copy, resource)
        return data_package(copy)


def foreign_link(resource):
    """Adds the status of a link that the dataset does not have."""

    def corrupt(folder):
        describe_link_status(folder, resource)
        path = folder / "link_status.csv"
        text = path.read_text("utf-8")
        path.write_text(f"{text}http://foreign.example/,{text.splitlines()[1].split(',', 1)[1]}\n", "utf-8")

    return corrupt


def main(output, resource_path):
    tally = Tally()
    resource = json.loads(resource_path.read_text("utf-8"))

    folders = sorted(path.parent for path in output.glob("*/datapackage.json"))
    names = {folder.name for folder in folders}
    for name in KNOWN_ROWS:
        tally.check(f"{name}: is there", lambda name=name: [] if name in names else ["no such dataset"])

    for folder in sorted(path.parent for path in Path("Tests").glob("*/Cases/*/expected/datapackage.json")):
        tally.check(f"{folder}: frictionless accepts it", data_package, folder)
    for folder in folders:
        name = folder.name
        tally.check(f"{name}: frictionless accepts it", data_package, folder)
        tally.check(f"{name}: datapackage.json lists every CSV", described_files, folder)
        tally.check(f"{name}: frictionless accepts link_status.csv", link_status, folder, resource)
        if name not in KNOWN_ROWS:
            continue
        tally.check(f"{name}: frictionless sees every row", row_counts, folder, KNOWN_ROWS[name])
        # A judge who never says no proves nothing.
        tally.check(f"{name}: a cell without its row is rejected", rejects, folder, dangle_row, "foreign-key")
        tally.check(f"{name}: a changed cell is rejected", rejects, folder, change_text, "hash-count")
        tally.check(f"{name}: the status of a foreign link is rejected", rejects, folder, foreign_link(resource), "foreign-key")

    print(f"{tally.passed} passed, {tally.failed} failed")
    return 1 if tally.failed else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
