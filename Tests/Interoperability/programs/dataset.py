"""What every program must see of a dataset, and how it is told from what one has seen."""

import csv
import json
from pathlib import Path

# Cells may be longer than what Python's reader takes by default.
csv.field_size_limit(1 << 24)


class Dataset:
    """A dataset as report.json and datapackage.json describe it: what every client must see."""

    def __init__(self, folder, size):
        self.folder = folder
        self.rows, self.count, self.columns = size
        self.report = json.loads((folder / "report.json").read_text("utf-8"))
        descriptor = json.loads((folder / "datapackage.json").read_text("utf-8"))
        self.tables = {
            Path(resource["path"]).stem: resource["schema"]
            for resource in descriptor["resources"]
            if resource["path"].endswith(".csv")
        }
        self.cells = {cell["id"]: cell["text"] for row in self.report["rows"] for cell in row["cells"]}
        # The standard library's own reader: strings, exactly as they stand in the files.
        self.records = {}
        for table in self.tables:
            with (folder / f"{table}.csv").open(newline="", encoding="utf-8") as file:
                self.records[table] = list(csv.DictReader(file))

    def path(self, name):
        return str(self.folder / name)


def expect(what, seen, expected):
    return [] if seen == expected else [f"{what}: {seen!r} instead of {expected!r}"]


def compare_texts(seen, expected):
    """Complaints about cells that a client has lost, made up or changed."""
    complaints = [f"{name} is missing" for name in sorted(expected.keys() - seen.keys())]
    complaints += [f"{name} is nowhere else" for name in sorted(seen.keys() - expected.keys())]
    for name in sorted(expected.keys() & seen.keys()):
        if seen[name] != expected[name]:
            complaints.append(f"{name}: {seen[name]!r:.200} instead of {expected[name]!r:.200}")
    return complaints


def values(record):
    """A record as a client has it, with its values as CSV has them."""
    return {name: plain(value) for name, value in record.items()}


def plain(value):
    if value is None or value != value:  # pandas has NaN for no value
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def compare_records(dataset, table, seen):
    """Complaints about a table that a client has read; its records, as dictionaries, in the order of the file."""
    expected = dataset.records[table]
    complaints = expect(f"{table}: number of records", len(seen), len(expected))
    for number, (one, other) in enumerate(zip(seen, expected), 2):
        # A confidence is a number, whatever digits it was written with.
        if "confidence" in other:
            one, other = dict(one), dict(other)
            one["confidence"], other["confidence"] = float(one["confidence"]), float(other["confidence"])
        if values(one) != values(other):
            complaints.append(f"{table}, line {number}: {values(one)!r:.300} instead of {values(other)!r:.300}")
    return complaints[:5]


def compare_keys(dataset, tables):
    """Complaints about keys: `tables` has the records of each table as a client sees them."""
    complaints = []
    for table, schema in dataset.tables.items():
        key = schema["primaryKey"]
        keys = [tuple(plain(record[name]) for name in key) for record in tables[table]]
        if len(set(keys)) != len(keys) or any("" in values for values in keys):
            complaints.append(f"{table}: {key} is no key")
        for foreign in schema.get("foreignKeys", []):
            fields, reference = foreign["fields"], foreign["reference"]
            fields = [fields] if isinstance(fields, str) else fields
            others = reference["fields"]
            others = [others] if isinstance(others, str) else others
            known = {tuple(plain(record[name]) for name in others) for record in tables[reference["resource"]]}
            for record in tables[table]:
                value = tuple(plain(record[name]) for name in fields)
                if "" not in value and value not in known:
                    complaints.append(f"{table}: {fields} {value} is not in {reference['resource']}")
    return complaints


def counts(dataset, tables):
    """Complaints about the numbers by which one knows the report."""
    found = {name: len(tables[name]) for name in ("rows", "matrix", "cells")}
    complaints = expect("records", found, {"rows": dataset.rows, "matrix": dataset.rows, "cells": dataset.count})
    wide = [name for name in tables["matrix"][0] if name not in ("row_id", "labels", "titles")]
    return complaints + expect("content columns", len(wide), dataset.columns)


def judge(dataset, tables, cells):
    """All complaints about what a client sees: records of all tables, and the texts of cells."""
    complaints = counts(dataset, tables) + compare_keys(dataset, tables) + compare_texts(cells, dataset.cells)
    for table in dataset.tables:
        complaints += compare_records(dataset, table, tables[table])
    return complaints


def texts(tables):
    return {record["cell_id"]: plain(record["text"]) for record in tables["cells"]}
