"""The commands that the documentation tells to type."""

import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import duckdb
import polars

from .dataset import compare_texts, expect, plain


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
