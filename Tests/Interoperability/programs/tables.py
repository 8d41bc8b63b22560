"""Programs that open the CSV files."""

import duckdb
import pandas
import polars

from .dataset import judge, texts


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
