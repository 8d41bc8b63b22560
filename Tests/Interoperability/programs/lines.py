"""Programs that open the JSON Lines."""

import json

import duckdb
import pandas
import polars

from .dataset import compare_texts, expect


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
