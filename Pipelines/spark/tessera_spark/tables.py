"""The tables of all datasets as Parquet, partitioned by pipeline."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pyspark.sql import DataFrame, Row, SparkSession
from pyspark.sql import functions as column
from pyspark.sql.types import BooleanType, DataType, DoubleType, LongType, StringType, StructField, StructType

# Its columns are those of the report, and differ from pipeline to pipeline; `cells` holds the same.
LEFT_OUT = frozenset({"matrix"})
# What is put before the columns of each table: which document a line is of.
KEYS = ("dataset", "source_path", "pipeline")

# A cell may be as long as a document.
csv.field_size_limit(2**31 - 1)

_TYPES: dict[str, tuple[DataType, Callable[[str], Any]]] = {
    "integer": (LongType(), int),
    "number": (DoubleType(), float),
    "boolean": (BooleanType(), lambda text: text == "true"),
}


def schemas(columns: Iterable[str]) -> dict[str, dict[str, str]]:
    """The type of each column of each table, over all datasets.

    Tables of several pipelines may differ in columns: then a table has those of all, and no value where a dataset has
    no such column. Where they disagree about a type, it is text.
    """
    tables: dict[str, dict[str, str]] = {}
    for text in sorted(columns):
        for table, fields in json.loads(text).items():
            if table in LEFT_OUT:
                continue
            known = tables.setdefault(table, {})
            for name, kind in fields:
                if name in KEYS:
                    raise ValueError(f"the table '{table}' has a column '{name}', which is one of the job's own")
                known[name] = kind if known.get(name, kind) == kind else "string"
    return tables


def write_tables(spark: SparkSession, datasets: DataFrame, columns: Iterable[str], folder: str) -> None:
    """Writes each table as a Parquet dataset. Spark commits the files of a task once, however often it ran."""
    for table, types in sorted(schemas(columns).items()):
        schema = StructType(
            [StructField(name, StringType(), False) for name in KEYS]
            + [StructField(name, _type(kind), True) for name, kind in types.items()]
        )
        # No other file of the dataset goes to Python.
        content = column.expr(f"get(filter(files, file -> file.name = '{table}.csv'), 0).content").alias("content")
        rows = datasets.select(*KEYS, content).where("content is not null").rdd.flatMap(_reader(types))
        spark.createDataFrame(rows, schema, verifySchema=False).write.mode("overwrite").partitionBy("pipeline").parquet(
            f"{folder}/{table}"
        )


def _type(kind: str) -> DataType:
    return _TYPES[kind][0] if kind in _TYPES else StringType()


def _reader(types: dict[str, str]) -> Callable[[Row], Iterator[tuple[Any, ...]]]:
    """Reads the lines of a table. An empty field is null, as the descriptor of a dataset says."""
    values = {name: _TYPES[kind][1] if kind in _TYPES else str for name, kind in types.items()}

    def read(dataset: Row) -> Iterator[tuple[Any, ...]]:
        keys = tuple(dataset[key] for key in KEYS)
        for line in csv.DictReader(io.StringIO(bytes(dataset.content).decode("utf-8-sig"), newline="")):
            yield keys + tuple(value(line[name]) if line.get(name) else None for name, value in values.items())

    return read
