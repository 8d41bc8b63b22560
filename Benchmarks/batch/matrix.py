"""The matrix of a document: rows of the committed dataset, shuffled, with sentences exchanged between cells."""

import csv
import datetime
import pathlib
import re
from dataclasses import dataclass

DATASET = pathlib.Path(__file__).resolve().parents[2] / "Output/us-poa-matrix-2007-07-17"
FIRST_DAY = datetime.date(1970, 1, 1)
# What is expected of this revision is written in the pipeline file.
EXPECTED = datetime.date(2007, 7, 17)
# As few rows as a document may have of the dataset's.
LEAST_ROWS = 20
EXCHANGES = 24
# A cell with no more words than this may have a status of its own, which it would lose.
SHORTEST_TEXT = 12


@dataclass
class Row:
    id: str
    labels: list
    titles: list
    cells: list  # one list of paragraphs a content column

    @property
    def heading(self):
        return self.labels + self.titles


@dataclass
class Matrix:
    revised: str
    headings: list
    columns: list  # ids of the content columns
    rows: list
    glossary: list  # pairs of an acronym and what it stands for

    @property
    def grid(self):
        """The rows as lists of cells, the headings first."""
        return [[[heading] for heading in self.headings]] + [[row.heading] + row.cells for row in self.rows]

    @property
    def lead(self):
        return f"REVISED AND UPDATED {self.revised}"

    def texts(self):
        """The texts of the cells by their ids, as the dataset has them."""
        return {
            f"{row.id}/{column}": "\n\n".join(cell)
            for row in self.rows
            for column, cell in zip(self.columns, row.cells)
        }


def records(name):
    with open(DATASET / name, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


COLUMNS = records("columns.csv")
ROWS = [
    Row(
        row["row_id"],
        row["labels"].split(" | "),
        row["titles"].split(" | "),
        [row[column["column_id"]].split("\n\n") for column in COLUMNS[1:]],
    )
    for row in records("matrix.csv")
]
GLOSSARY = [
    (entry["acronym"], entry["expansion"])
    for entry in records("acronyms.csv")
    if entry["source"] == "glossary" and not entry["qualifier"] and not entry["conflict"]
]


def day(number):
    """A day of its own for each document."""
    date = FIRST_DAY + datetime.timedelta(days=number)
    return date + datetime.timedelta(days=1) if date >= EXPECTED else date


def whole(date):
    """The matrix as it is in the dataset."""
    rows = [Row(row.id, row.labels, row.titles, [list(cell) for cell in row.cells]) for row in ROWS]
    return Matrix(written(date), [column["heading"] for column in COLUMNS], ids(), rows, [])


def ids():
    return [column["column_id"] for column in COLUMNS[1:]]


def written(date):
    return f"{date:%B} {date.day}, {date.year}"


def shuffled(random, date):
    matrix = whole(date)
    matrix.rows = random.sample(matrix.rows, random.randint(LEAST_ROWS, len(matrix.rows)))
    exchange_sentences(random, matrix.rows)
    matrix.glossary = random.sample(GLOSSARY, len(GLOSSARY) // 2)
    return matrix


def exchange_sentences(random, rows):
    paragraphs = [
        [cell, number, re.split(r"(?<=[.;]) (?=[A-Z])", text)]
        for row in rows
        for cell in row.cells
        for number, text in enumerate(cell)
        if text.count(" ") >= SHORTEST_TEXT
    ]
    for _ in range(EXCHANGES):
        one, other = random.sample(paragraphs, 2)
        place, other_place = random.randrange(len(one[2])), random.randrange(len(other[2]))
        sentences = one[2][place], other[2][other_place]
        # In some formats, a cell that begins like a label is one.
        if not any(sentence.startswith("Section") for sentence in sentences):
            other[2][other_place], one[2][place] = sentences
    for cell, number, sentences in paragraphs:
        cell[number] = " ".join(sentences)
