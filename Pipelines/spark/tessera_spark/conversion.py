"""Converts the documents of one partition. Runs on the executors."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from pyspark import SparkFiles
from pyspark.sql import Row

from tessera_spark.records import File, Result, as_text, error
from tessera_spark.worker import Worker, WorkerDied

# Where the archives are unpacked, below the folder of the executor's files.
BUNDLE = "tessera-bundle"
PROJECT = "tessera-project"

ATTEMPTS = 2


def converter(root: str, left_out: set[str], timeout: float) -> Callable[[Iterable[Row]], Iterator[Result]]:
    """What is done with a partition of documents.

    - root: address of the input folder.
    - left_out: files that are not converted, by their paths below it.
    - timeout: seconds that a document may take.
    """

    def convert(rows: Iterable[Row]) -> Iterator[Result]:
        worker = Worker(Path(SparkFiles.get(BUNDLE), "tessera"), Path(SparkFiles.get(PROJECT), "Pipelines"), timeout)
        try:
            for row in rows:
                source = row.path[len(root) + 1 :]
                if source not in left_out:
                    yield result(worker, source, bytes(row.content))
        finally:
            worker.close()

    return convert


def result(worker: Worker, source: str, content: bytes) -> Result:
    """Converts a document; once more where the worker dies of it, and then never again."""
    reason = ""
    for attempt in range(1, ATTEMPTS + 1):
        try:
            answer = worker.convert(source.rpartition("/")[2], content)
        except WorkerDied as death:
            reason = str(death)
            continue
        return _result(source, content, answer, attempt)
    lost = error(
        "worker-died",
        f"the program died of this document {ATTEMPTS} times; the last time, {reason}",
        "please report it, and convert the others without it",
    )
    answer = {"status": "failed", "pipeline": None, "report": None, "diagnostics": [lost], "files": []}
    return _result(source, content, answer, ATTEMPTS)


def _result(source: str, content: bytes, answer: dict[str, Any], attempts: int) -> Result:
    converted = answer["status"] == "converted"
    files = [File(file["name"], _content(file)) for file in answer["files"]] if converted else []
    return Result(
        source,
        len(content),
        hashlib.sha256(content).hexdigest(),
        "converted" if converted else "failed",
        answer["pipeline"],
        answer["report"],
        as_text(answer["diagnostics"]),
        attempts,
        _columns(files),
        files,
    )


def _content(file: dict[str, str]) -> bytes:
    return file["text"].encode() if "text" in file else base64.b64decode(file["base64"])


def _columns(files: list[File]) -> str | None:
    """Names and types of the columns of each table, as the descriptor of the dataset has them; JSON."""
    descriptor = next((json.loads(file.content) for file in files if file.name == "datapackage.json"), None)
    if descriptor is None:
        return None
    return json.dumps(
        {
            resource["name"]: [[field["name"], field["type"]] for field in resource["schema"]["fields"]]
            for resource in descriptor["resources"]
            if resource["path"] == f"{resource['name']}.csv"
        }
    )
