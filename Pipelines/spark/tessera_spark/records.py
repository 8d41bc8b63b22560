"""What the parts of the job hand to each other."""

from __future__ import annotations

import json
from typing import NamedTuple

from pyspark.sql.types import (
    ArrayType,
    BinaryType,
    IntegerType,
    LongType,
    StringType,
    StructField,
    StructType,
)


class File(NamedTuple):
    """A file of a dataset."""

    name: str
    content: bytes


class Result(NamedTuple):
    """What became of one document on an executor."""

    source: str
    bytes: int
    sha256: str
    status: str
    pipeline: str | None
    report: str | None
    diagnostics: str
    attempts: int
    columns: str | None
    files: list[File]


class Outcome(NamedTuple):
    """What became of one document in the whole job: a line of `outcomes`."""

    source: str
    bytes: int
    sha256: str | None
    status: str
    pipeline: str | None
    report: str | None
    dataset: str | None
    diagnostics: str
    attempts: int


def _text(name: str, *, needed: bool = False) -> StructField:
    return StructField(name, StringType(), not needed)


RESULT = StructType(
    [
        _text("source", needed=True),
        StructField("bytes", LongType(), False),
        _text("sha256", needed=True),
        _text("status", needed=True),
        _text("pipeline"),
        _text("report"),
        _text("diagnostics", needed=True),
        StructField("attempts", IntegerType(), False),
        _text("columns"),
        StructField(
            "files",
            ArrayType(StructType([_text("name", needed=True), StructField("content", BinaryType(), False)]), False),
            False,
        ),
    ]
)

OUTCOME = StructType(
    [
        _text("source", needed=True),
        StructField("bytes", LongType(), False),
        _text("sha256"),
        _text("status", needed=True),
        _text("pipeline"),
        _text("report"),
        _text("dataset"),
        _text("diagnostics", needed=True),
        StructField("attempts", IntegerType(), False),
    ]
)


def error(id: str, message: str, suggestion: str) -> dict[str, str]:
    """A diagnostic of the job itself, in the form that the program's own have."""
    return {"id": id, "severity": "error", "message": message, "suggestion": suggestion}


def as_text(diagnostics: list[dict[str, object]]) -> str:
    """Diagnostics as a column holds them: a JSON list, the same bytes for the same diagnostics."""
    return json.dumps(diagnostics, ensure_ascii=False, sort_keys=True)
