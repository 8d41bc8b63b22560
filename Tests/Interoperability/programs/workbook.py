"""Programs that open the workbook, and one that opens a CSV file as it would a workbook."""

import csv
import shutil
import subprocess
import tempfile
from pathlib import Path

import openpyxl
import pandas

from .dataset import compare_records, compare_texts, expect, judge, texts


def with_openpyxl(dataset):
    book = openpyxl.load_workbook(dataset.path("dataset.xlsx"))
    complaints = expect("sheets", sorted(book.sheetnames), sorted(dataset.tables))
    tables = {}
    for sheet in book:
        if sheet.freeze_panes != "A2":
            complaints.append(f"{sheet.title}: the header row is not frozen, but {sheet.freeze_panes}")
        header, *rows = sheet.iter_rows()
        names = [cell.value for cell in header]
        tables[sheet.title] = [joined(dict(zip(names, (cell.value for cell in row)))) for row in rows]
        kinds = {field["name"]: field["type"] for field in dataset.tables[sheet.title]["fields"]}
        for row in [header, *rows]:
            for name, cell in zip(names, row):
                wanted = "s" if row is header or kinds[name.partition(" (")[0]] == "string" else "n"
                if cell.value is not None and (cell.data_type != wanted or cell.hyperlink):
                    complaints.append(f"{sheet.title}!{cell.coordinate}: a cell of type {cell.data_type}")
                if cell.value is not None and not cell.alignment.wrap_text:
                    complaints.append(f"{sheet.title}!{cell.coordinate}: the text is not wrapped")
    return complaints[:10] + judge(dataset, tables, texts(tables))


def joined(record):
    """A record of a sheet, with the columns in which a long text goes on: `text (2)`, `text (3)`."""
    result = {}
    for name, value in record.items():
        base, bracket, _ = name.partition(" (")
        if not bracket:
            result[name] = value
        elif value:
            result[base] += value
    return result


def workbook_in_pandas(dataset):
    frame = pandas.read_excel(dataset.path("dataset.xlsx"), sheet_name="cells", keep_default_na=False, dtype=str)
    return compare_texts(texts({"cells": map(joined, frame.to_dict("records"))}), dataset.cells)


def with_libreoffice(dataset, name):
    """LibreOffice opens a file and saves each sheet as CSV, which holds the same cells."""
    soffice = shutil.which("soffice")
    if soffice is None:
        return ["LibreOffice is not installed: Scripts/setup test"]
    with tempfile.TemporaryDirectory() as scratch:
        # 44: comma; 34: quotation mark; 76: UTF-8; every text quoted, numbers as they are; -1: all sheets.
        convert = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false,false,false,-1"
        read = ["--infilter=Text - txt - csv (StarCalc):44,34,76,1,,0,true,false"] if name.endswith(".csv") else []
        command = [soffice, f"-env:UserInstallation=file://{scratch}/profile", "--headless", *read]
        command += ["--convert-to", convert, "--outdir", f"{scratch}/out", dataset.path(name)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=300)
        files = sorted(Path(scratch, "out").glob("*.csv"))
        if done.returncode != 0 or not files:
            return [f"soffice: {done.returncode}: {done.stdout}{done.stderr}"]
        complaints = []
        seen = {}
        for file in files:
            with file.open(newline="", encoding="utf-8") as lines:
                seen[file.stem.partition("-")[2] or file.stem] = [joined(record) for record in csv.DictReader(lines)]
        wanted = dataset.tables if name.endswith(".xlsx") else [Path(name).stem]
        complaints += expect("sheets", sorted(seen), sorted(wanted))
        for table in wanted:
            complaints += compare_records(dataset, table, seen[table])
        return complaints + compare_texts(texts(seen), dataset.cells)
