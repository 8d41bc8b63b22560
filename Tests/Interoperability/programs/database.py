"""Programs that open the database."""

import re
import shutil
import sqlite3
import tempfile

import duckdb
import pandas

from .dataset import expect, judge, texts


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
