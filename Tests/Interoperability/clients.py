"""Opens every file of a dataset with the programs that people use, and compares what they see.

Usage: clients.py DATASET PAGE TESSERA
    DATASET  the folder of the known report's dataset, written in every format
    PAGE     the documentation whose commands are run: LoadingADataset.md
    TESSERA  the program, which converts a report of texts that programs like to misunderstand

Prints what failed and, as its last line, "N passed, M failed"; exits 1 where anything failed.
"""

import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True

from programs import database, documentation, hostile, lines, page, tables, workbook  # noqa: E402
from programs.dataset import Dataset, compare_texts  # noqa: E402
from tally import Tally  # noqa: E402

# Rows, cells and content columns of the known report, counted by hand.
KNOWN = (37, 111, 3)


def notices_a_changed_cell(dataset):
    """A judge who never says no proves nothing."""
    changed = dict(dataset.cells)
    changed[next(iter(changed))] += "."
    return [] if compare_texts(changed, dataset.cells) else ["a changed cell is not noticed"]


def judge_clients(tally, dataset, office_files):
    name = dataset.folder.name
    clients = [
        ("csv of Python opens the CSV files", tables.standard_library),
        ("pandas opens the CSV files", tables.with_pandas),
        ("Polars opens the CSV files", tables.with_polars),
        ("DuckDB opens the CSV files", tables.with_duckdb),
        ("sqlite3 opens dataset.sqlite", database.with_sqlite),
        ("sqlite3 changes dataset.sqlite", database.writing_to_sqlite),
        ("pandas and DuckDB open dataset.sqlite", database.sqlite_in_duckdb),
        ("json of Python opens cells.jsonl", lines.lines_in_python),
        ("pandas opens cells.jsonl", lines.lines_in_pandas),
        ("Polars opens cells.jsonl", lines.lines_in_polars),
        ("DuckDB opens cells.jsonl", lines.lines_in_duckdb),
        ("openpyxl opens dataset.xlsx", workbook.with_openpyxl),
        ("pandas opens dataset.xlsx", workbook.workbook_in_pandas),
        ("markdown-it shows report.md", page.markdown),
    ]
    for what, client in clients:
        tally.check(f"{name}: {what}", client, dataset)
    for file in office_files:
        tally.check(f"{name}: LibreOffice opens {file}", workbook.with_libreoffice, dataset, file)


def main(folder, article, tessera):
    tally = Tally()
    dataset = Dataset(folder, KNOWN)
    tally.check("the comparison notices a changed cell", notices_a_changed_cell, dataset)
    judge_clients(tally, dataset, ["dataset.xlsx", "cells.csv"])
    tally.check(f"{article.name} tells the truth", documentation.run_documentation, dataset, article)
    with tempfile.TemporaryDirectory() as scratch:
        made = hostile.hostile_dataset(tessera, Path(scratch))
        tally.check("the hostile texts are there", hostile.hostile_texts, made)
        # In CSV, a spreadsheet takes =1+1 for a formula, whoever wrote it; that is what the workbook is for.
        judge_clients(tally, made, ["dataset.xlsx"])
    print(f"{tally.passed} passed, {tally.failed} failed")
    return 1 if tally.failed else 0


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])))
