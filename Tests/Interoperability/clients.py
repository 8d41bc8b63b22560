"""Opens every file of a dataset with the programs that people use, and compares what they see.

Usage: clients.py DATASET PAGE TESSERA
    DATASET  the folder of the known report's dataset, written in every format
    PAGE     the documentation whose commands are run: LoadingADataset.md
    TESSERA  the program, which converts a report of texts that programs like to misunderstand

Prints what failed and, as its last line, "N passed, M failed"; exits 1 where anything failed.
"""

import csv
import html
import json
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import duckdb
import openpyxl
import pandas
import polars
from markdown_it import MarkdownIt

from tally import Tally

# Cells may be longer than what Python's reader takes by default.
csv.field_size_limit(1 << 24)

# Rows, cells and content columns of the known report, counted by hand.
KNOWN = (37, 111, 3)

PIPELINE = """
tessera: 1
id: hostile
title: "*Texts* that <i>programs</i> misunderstand: =1+1 & more"
columns:
  - {id: label, role: row-heading, heading: Commitment}
  - {id: laws, heading: National Laws}
  - {id: help, heading: Assistance Given}
rows:
  scheme: PoA
  label: Section {section:roman}, para {paragraph:numbers}
revision: "Revised and updated {revised:date}"
"""

# What a spreadsheet may take for a formula, a number, a date or a link; Markdown for markup; SQL and JSON for syntax.
HOSTILE = [
    "=1+1", "=cmd|' /C calc'!A0", "+41 22 917 1234", "-3", "@SUM(A1:A9)", "007", "1e5", "12345678901234567890", "TRUE",
    "2007-07-17", "1/2", "http://hostile.example/?a=1&b=<2>", "mailto:a@hostile.example", "'quoted'", '"quoted", twice',
    "a;b", "a,b", "NULL", "NaN", "None", "nan", "N/A", "#N/A", "# heading", "#hashtag", "- item", "* item", "+ item",
    "1. item", "12) item", "> quotation", "*emphasis* and _emphasis_ and **strong**", "a_b_c", "`code`", "~~struck~~",
    "~~~", "```", "---", "===", "***", "| a | b |", "[link](http://hostile.example/)", "![image](x.png)", "[ref]: x",
    "<b>bold</b>", "<!-- comment -->", "<http://hostile.example/>", "&amp; &lt; &#65;", "back\\slash \\* \\", "$math$",
    "_x0041_", "{{ template }}", '{"json": [1, null]}', "'); DROP TABLE cells; --", "日本語 العربية 😀 e\u0301",
    "one 👨‍👩‍👧 family", "a" * 32_767, "b" * 32_768, "word " * 9_000 + "end", "😀" * 20_000,
]


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


def standard_library(dataset):
    return judge(dataset, dataset.records, texts(dataset.records))


def with_pandas(dataset):
    tables = {}
    for table in dataset.tables:
        # Without further arguments, pandas takes the cell "N/A" for a missing value.
        frame = pandas.read_csv(dataset.path(f"{table}.csv"), keep_default_na=False, na_values=[""], dtype=types(dataset, table))
        tables[table] = frame.astype(object).where(frame.notna(), None).to_dict("records")
    return judge(dataset, tables, texts(tables))


def types(dataset, table):
    names = {"string": "string", "integer": "Int64", "number": "float64"}
    return {field["name"]: names[field["type"]] for field in dataset.tables[table]["fields"]}


def with_polars(dataset):
    tables = {}
    for table in dataset.tables:
        frame = polars.read_csv(dataset.path(f"{table}.csv"), infer_schema_length=None)
        tables[table] = frame.to_dicts()
    return judge(dataset, tables, texts(tables))


def with_duckdb(dataset):
    connection = duckdb.connect()
    tables = {}
    for table in dataset.tables:
        result = connection.execute("SELECT * FROM read_csv(?)", [dataset.path(f"{table}.csv")])
        names = [column[0] for column in result.description]
        tables[table] = [dict(zip(names, record)) for record in result.fetchall()]
    return judge(dataset, tables, texts(tables))


def sqlite_tables(dataset, connection):
    connection.row_factory = sqlite3.Row
    tables = {}
    for table, schema in dataset.tables.items():
        # In the database, the matrix is a view.
        fields = ", ".join(f'"{field["name"]}"' for field in schema["fields"])
        tables[table] = [dict(record) for record in connection.execute(f'SELECT {fields} FROM "{table}"')]
    return tables


def with_sqlite(dataset):
    connection = sqlite3.connect(f"file:{dataset.path('dataset.sqlite')}?mode=ro", uri=True)
    tables = sqlite_tables(dataset, connection)
    complaints = judge(dataset, tables, texts(tables))
    ask = lambda query, *arguments: [tuple(row) for row in connection.execute(query, arguments)]
    complaints += expect("integrity", ask("PRAGMA integrity_check"), [("ok",)])
    complaints += expect("foreign keys", ask("PRAGMA foreign_key_check"), [])
    complaints += expect("contexts", ask("SELECT count(*) FROM cell_with_context"), [(dataset.count,)])
    word = "marking" if any("marking" in text for text in dataset.cells.values()) else "item"
    found = {name for (name,) in ask("SELECT cell_id FROM cell_search WHERE cell_search MATCH ?", word)}
    expected = {name for name, text in dataset.cells.items() if re.search(rf"\b{word}\b", text, re.IGNORECASE)}
    return complaints + expect(f"cells with '{word}'", found, expected) + ([] if found else ["no cell has the word"])


def writing_to_sqlite(dataset):
    """The search follows changes, and survives VACUUM; keys refuse what would break them."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = shutil.copy(dataset.path("dataset.sqlite"), scratch)
        connection = sqlite3.connect(copy, isolation_level=None)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("UPDATE cells SET text = 'zebra' WHERE cell_number = 5")
        connection.execute("VACUUM")
        connection.execute("INSERT INTO cell_search (cell_search, rank) VALUES ('integrity-check', 1)")
        found = connection.execute("SELECT rowid FROM cell_search WHERE cell_search MATCH 'zebra'").fetchall()
        complaints = expect("cells with 'zebra'", found, [(5,)])
        try:
            connection.execute("UPDATE cells SET row_id = 'nowhere' WHERE cell_number = 5")
            complaints.append("a cell without its row is accepted")
        except sqlite3.IntegrityError:
            pass
    return complaints


def sqlite_in_duckdb(dataset):
    """DuckDB's own reader of SQLite has to be downloaded, so pandas hands the tables over."""
    connection = sqlite3.connect(dataset.path("dataset.sqlite"))
    cells = pandas.read_sql("SELECT * FROM cell_with_context", connection)
    count = duckdb.sql("SELECT count(*), count(DISTINCT row_id), count(DISTINCT cell_id) FROM cells").fetchall()
    return expect("cells, rows, ids", count, [(dataset.count, dataset.rows, dataset.count)])


def lines_in_python(dataset):
    lines = (dataset.folder / "cells.jsonl").read_text("utf-8").splitlines()
    cells = [json.loads(line) for line in lines]
    complaints = compare_texts({cell["cell_id"]: cell["text"] for cell in cells}, dataset.cells)
    members = {tuple(sorted(cell)) for cell in cells}
    complaints += expect("kinds of lines", len(members), 1)
    for cell in cells:
        # Offsets are bytes of UTF-8.
        text = cell["text"].encode()
        for kind in ("acronyms", "links", "references", "entities"):
            for item in cell[kind]:
                written = item.get("as_written", item.get("text"))
                if item["start"] is not None and text[item["start"] : item["end"]].decode() != written:
                    complaints.append(f"{cell['cell_id']}: {kind}: {written!r} is not at {item['start']}")
    for kind, table in (("acronyms", "acronym_mentions"), ("entities", "entities")):
        number = sum(len(cell[kind]) for cell in cells)
        complaints += expect(kind, number, len(dataset.records[table]))
    return complaints


def lines_in_pandas(dataset):
    # Without dtype, pandas guesses types from the texts.
    frame = pandas.read_json(dataset.path("cells.jsonl"), lines=True, dtype=False)
    complaints = expect("rows", frame["row_id"].nunique(), dataset.rows)
    return complaints + compare_texts(dict(zip(frame["cell_id"], frame["text"])), dataset.cells)


def lines_in_polars(dataset):
    frame = polars.read_ndjson(dataset.path("cells.jsonl"), infer_schema_length=None)
    complaints = expect("rows", frame["row_id"].n_unique(), dataset.rows)
    complaints += compare_texts(dict(zip(frame["cell_id"], frame["text"])), dataset.cells)
    mentions = frame.select("acronyms").explode("acronyms").unnest("acronyms").drop_nulls("acronym")
    return complaints + expect("mentions", mentions.height, len(dataset.records["acronym_mentions"]))


def lines_in_duckdb(dataset):
    result = duckdb.execute("SELECT cell_id, text FROM read_json(?)", [dataset.path("cells.jsonl")]).fetchall()
    mentions = duckdb.execute(
        "SELECT count(*) FROM (SELECT unnest(acronyms) FROM read_json(?))", [dataset.path("cells.jsonl")]
    ).fetchall()
    complaints = compare_texts(dict(result), dataset.cells)
    return complaints + expect("mentions", mentions, [(len(dataset.records["acronym_mentions"]),)])


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


def markdown_pieces(page):
    """The texts of a page of CommonMark, as a browser shows them: (kind, text) for headings and paragraphs."""
    pieces = []
    kind = ""
    for token in MarkdownIt("commonmark").parse(page):
        if token.type in ("heading_open", "paragraph_open"):
            kind = token.tag if token.level == 0 or token.tag != "p" else "item"
        elif token.type == "inline":
            text, marks = "", []
            for child in token.children:
                if child.type in ("softbreak", "hardbreak"):
                    text += "\n"
                elif child.type in ("text", "code_inline"):
                    text += child.content
                else:
                    marks.append(child.type)
            if kind == "p" and marks and marks[0] in ("em_open", "strong_open"):
                kind = marks[0].partition("_")[0]
            elif kind == "p" and marks:
                kind = f"p with {marks}"
            pieces.append((kind, text))
        elif token.type in ("fence", "code_block", "html_block", "hr", "blockquote_open"):
            pieces.append((token.type, token.content))
    return pieces


def markdown(dataset):
    """Every cell stands in the page, and is shown exactly as it is."""
    pieces = markdown_pieces((dataset.folder / "report.md").read_text("utf-8"))
    headings = {column["heading"]: column["id"] for column in dataset.report["columns"]}
    row = column = None
    seen, titles, complaints = {}, {}, []
    for kind, text in pieces:
        if kind in ("h1", "h2"):
            row = column = None
        elif kind == "em" and text.startswith("(row "):
            row = re.match(r"\(row ([^,)]*)", text).group(1)
            titles[row] = []
        elif kind == "h3":
            column = headings[text]
            seen[f"{row}/{column}"] = []
        elif kind == "strong" and row and column is None:
            titles[row].append(text)
        elif kind == "p":
            seen[f"{row}/{column}"].append(text)
        elif kind not in ("em", "item"):
            complaints.append(f"there is a {kind}: {text!r}")
    complaints += compare_texts({name: "\n\n".join(text) for name, text in seen.items()}, dataset.cells)
    complaints += expect("titles", titles, {row["id"]: row["titles"] for row in dataset.report["rows"]})
    return complaints + expect("title", pieces[0], ("h1", dataset.report["report"]["title"]))


def documented_commands(page):
    """The blocks of the documentation, by language: (language, text), in their order."""
    return re.findall(r"^```(\w+)\n(.*?)^```$", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)


def run_documentation(dataset, page):
    """Runs every block of the page in a folder with the dataset; each must print what the page says below it."""
    complaints = []
    blocks = documented_commands(page)
    if sum(language == "python" for language, _ in blocks) < 5:
        complaints.append("the page has hardly any examples")
    with tempfile.TemporaryDirectory() as scratch:
        shutil.copytree(dataset.folder, Path(scratch) / "Output" / dataset.folder.name)
        for number, (language, text) in enumerate(blocks):
            if language == "python":
                command = [sys.executable, "-c", text]
            elif language == "sql":
                command = ["sqlite", text]
            else:
                continue
            if command[0] == "sqlite":
                connection = sqlite3.connect(Path(scratch) / "Output" / dataset.folder.name / "dataset.sqlite")
                printed = "\n".join("|".join(map(plain, row)) for row in connection.execute(text)) + "\n"
            else:
                done = subprocess.run(command, capture_output=True, text=True, cwd=scratch, timeout=120)
                if done.returncode != 0:
                    complaints.append(f"block {number + 1}: {done.stderr.strip().splitlines()[-1]}\n{text}")
                    continue
                printed = done.stdout
            following = blocks[number + 1] if number + 1 < len(blocks) else ("", "")
            if following[0] == "text" and following[1] != printed:
                complaints.append(f"block {number + 1} prints {printed!r}, not {following[1]!r}")
        complaints += parquet(dataset, Path(scratch))
    return complaints


def parquet(dataset, folder):
    """The Parquet files that the documentation's commands have left hold the same cells."""
    files = sorted(folder.rglob("*.parquet"))
    if len(files) < 2:
        return [f"the documentation makes {len(files)} Parquet files"]
    complaints = []
    for file in files:
        frame = polars.read_parquet(file)
        found = {name: text or "" for name, text in zip(frame["cell_id"], frame["text"])}
        complaints += [f"{file.name}: {text}" for text in compare_texts(found, dataset.cells)]
        pair = duckdb.execute("SELECT count(*), sum(words) FROM read_parquet(?)", [str(file)]).fetchall()
        words = sum(int(record["words"]) for record in dataset.records["cells"])
        complaints += expect(f"{file.name}: cells and words", pair, [(dataset.count, words)])
    return complaints


def notices_a_changed_cell(dataset):
    """A judge who never says no proves nothing."""
    changed = dict(dataset.cells)
    changed[next(iter(changed))] += "."
    return [] if compare_texts(changed, dataset.cells) else ["a changed cell is not noticed"]


def hostile_dataset(tessera, folder):
    """Converts a report of texts that programs like to misunderstand."""
    paragraph = lambda text: f"<p>{html.escape(text)}</p>"
    cell = lambda *texts: f"<td>{''.join(map(paragraph, texts))}</td>"
    lines = ["<!DOCTYPE html><meta charset=utf-8><p>Revised and updated 3 May 2024</p><table>"]
    lines += ["<tr><th>Commitment<th>National Laws<th>Assistance Given"]
    for number, text in enumerate(HOSTILE, 1):
        label = cell(f"Section II, para {number}", f"Title {number}: {text[:40]}")
        lines.append(f"<tr>{label}{cell(text, f'Then {text[:99]}')}{cell(HOSTILE[-number][:1000])}")
    lines.append("</table>")
    for name, content in (("Input/report.html", "\n".join(lines) + "\n"), ("Pipelines/hostile.yaml", PIPELINE)):
        (folder / name).parent.mkdir()
        (folder / name).write_text(content, "utf-8")
    command = [str(tessera.resolve()), "convert", "--write", "all", "--quiet"]
    subprocess.run(command, cwd=folder, check=True, timeout=120)
    return Dataset(folder / "Output" / "hostile-2024-05-03", (len(HOSTILE), 2 * len(HOSTILE), 2))


def hostile_texts(dataset):
    """The texts have come through: what was not misunderstood because it is not there proves nothing."""
    found = "\n\n".join(dataset.cells.values())
    return [f"{text!r:.80} is in no cell" for text in HOSTILE if text not in found]


def judge_clients(tally, dataset, office_files):
    name = dataset.folder.name
    clients = [
        ("csv of Python opens the CSV files", standard_library),
        ("pandas opens the CSV files", with_pandas),
        ("Polars opens the CSV files", with_polars),
        ("DuckDB opens the CSV files", with_duckdb),
        ("sqlite3 opens dataset.sqlite", with_sqlite),
        ("sqlite3 changes dataset.sqlite", writing_to_sqlite),
        ("pandas and DuckDB open dataset.sqlite", sqlite_in_duckdb),
        ("json of Python opens cells.jsonl", lines_in_python),
        ("pandas opens cells.jsonl", lines_in_pandas),
        ("Polars opens cells.jsonl", lines_in_polars),
        ("DuckDB opens cells.jsonl", lines_in_duckdb),
        ("openpyxl opens dataset.xlsx", with_openpyxl),
        ("pandas opens dataset.xlsx", workbook_in_pandas),
        ("markdown-it shows report.md", markdown),
    ]
    for what, client in clients:
        tally.check(f"{name}: {what}", client, dataset)
    for file in office_files:
        tally.check(f"{name}: LibreOffice opens {file}", with_libreoffice, dataset, file)


def main(folder, page, tessera):
    tally = Tally()
    dataset = Dataset(folder, KNOWN)
    tally.check("the comparison notices a changed cell", notices_a_changed_cell, dataset)
    judge_clients(tally, dataset, ["dataset.xlsx", "cells.csv"])
    tally.check(f"{page.name} tells the truth", run_documentation, dataset, page)
    with tempfile.TemporaryDirectory() as scratch:
        hostile = hostile_dataset(tessera, Path(scratch))
        tally.check("the hostile texts are there", hostile_texts, hostile)
        # In CSV, a spreadsheet takes =1+1 for a formula, whoever wrote it; that is what the workbook is for.
        judge_clients(tally, hostile, ["dataset.xlsx"])
    print(f"{tally.passed} passed, {tally.failed} failed")
    return 1 if tally.failed else 0


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])))
