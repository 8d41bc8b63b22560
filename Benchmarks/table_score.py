"""Scores table recognition by the measure of the ICDAR 2013 table competition.

M. Göbel, T. Hassan, E. Oro, G. Orsi: "A methodology for evaluating algorithms for table understanding in PDF
documents" (DocEng 2012); the same: "ICDAR 2013 table competition" (ICDAR 2013).

In every row and every column, a relation joins two cells that are not blank and have at most blank ones between them.
It consists of both texts, the direction and the number of blank cells between. Two spanning cells that share several
rows or columns have one relation all the same. Precision and recall are those of the relations of a document; where the
gold has several readings of it, the one counts that the results come closest to.

Texts are compared as the competition's tool does with -ignorechars: without white space, in capitals, and with an
underscore for every character that is no ASCII letter, digit or underscore, so that quotation marks, dashes and
accents do not matter. Before that, compatibility characters (ligatures, superscript digits, no-break spaces) become
the ones they stand for (Unicode normalization form KC), and characters that show nothing (soft hyphens, zero-width
characters) go.
"""

import collections
import json
import os
import re
import unicodedata
import xml.etree.ElementTree

Cell = collections.namedtuple("Cell", "row column last_row last_column text")
Relation = collections.namedtuple("Relation", "direction blanks first second")
Table = collections.namedtuple("Table", "page relations cells")


# Texts


def normalized(text):
    """A text as it is compared; empty for a blank cell."""
    text = unicodedata.normalize("NFKC", text)
    shown = [c for c in text if not c.isspace() and unicodedata.category(c) not in ("Cc", "Cf")]
    return re.sub(r"[^A-Za-z0-9_]", "_", "".join(shown)).upper()


# Relations


def relations(cells):
    """The adjacency relations of a table, as a multiset."""
    # Where cells overlap, the later one counts.
    grid = {}
    for number, cell in enumerate(cells):
        if cell.text:
            for row in range(cell.row, cell.last_row + 1):
                for column in range(cell.column, cell.last_column + 1):
                    grid[row, column] = number
    rows, columns = collections.defaultdict(list), collections.defaultdict(list)
    for (row, column), number in sorted(grid.items()):
        rows[row].append((column, number))
    for (row, column), number in sorted(grid.items(), key=lambda entry: entry[0][::-1]):
        columns[column].append((row, number))
    pairs = {}
    for direction, lines in (("→", rows), ("↓", columns)):
        for line in lines.values():
            for (place, first), (next_place, second) in zip(line, line[1:]):
                if first != second:
                    pairs.setdefault((direction, first, second), next_place - place - 1)
    return collections.Counter(
        Relation(direction, blanks, cells[first].text, cells[second].text)
        for (direction, first, second), blanks in pairs.items()
    )


# Files


def gold_tables(path):
    tables = []
    for table in xml.etree.ElementTree.parse(path).getroot().iter("table"):
        cells, page = [], None
        for region in table.iter("region"):
            page = page or int(region.get("page"))
            down, right = int(region.get("row-increment", 0)), int(region.get("col-increment", 0))
            for cell in region.iter("cell"):
                row, column = int(cell.get("start-row")), int(cell.get("start-col"))
                last_row, last_column = int(cell.get("end-row", row)), int(cell.get("end-col", column))
                text = normalized("".join(cell.itertext()))
                cells.append(Cell(row + down, column + right, last_row + down, last_column + right, text))
        tables.append(Table(page, relations(cells), cells))
    return tables


def found_tables(path):
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    tables = []
    for table in document:
        cells = [
            Cell(
                cell["row"],
                cell["column"],
                cell["row"] + cell["row_span"] - 1,
                cell["column"] + cell["column_span"] - 1,
                normalized(cell["text"]),
            )
            for cell in table["cells"]
        ]
        tables.append(Table(table.get("page"), relations(cells), cells))
    return tables


def documents(folder):
    """The gold files of each document: more than one where it has several readings."""
    readings = collections.defaultdict(list)
    for name in sorted(os.listdir(folder)):
        if match := re.fullmatch(r"(.*\d)([a-z]?)-str\.xml", name):
            readings[match[1]].append(os.path.join(folder, name))
    return readings


def results_path(folder, name):
    """The results of a document, or None. Of several readings, the PDF has the letter of the first one in its name."""
    paths = [os.path.join(folder, f"{name}{letter}.json") for letter in ("", "a")]
    return next(filter(os.path.exists, paths), None)


# Scores


class Score:
    """How many relations are right, of how many that are expected and of how many that were found."""

    def __init__(self, correct, expected, found):
        self.correct, self.expected, self.found = correct, expected, found

    def __add__(self, other):
        return Score(self.correct + other.correct, self.expected + other.expected, self.found + other.found)

    @property
    def precision(self):
        return self.correct / self.found if self.found else 0.0

    @property
    def recall(self):
        return self.correct / self.expected if self.expected else 0.0

    @property
    def f1(self):
        return harmonic(self.precision, self.recall)


def harmonic(precision, recall):
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def united(tables):
    return sum((table.relations for table in tables), collections.Counter())


def document_score(gold, found):
    """All relations of the gold against all that were found, wherever they are."""
    expected, given = united(gold), united(found)
    return Score((expected & given).total(), expected.total(), given.total())


def matches(gold, found):
    """For each table of the gold, in their order, the index of the best one that is left on its page, or None."""
    left, chosen = list(range(len(found))), []
    for table in gold:
        on_page = [i for i in left if found[i].page in (None, table.page) and table.relations & found[i].relations]
        best = max(on_page, key=lambda i: (table.relations & found[i].relations).total(), default=None)
        if best is not None:
            left.remove(best)
        chosen.append(best)
    return chosen


def matched_score(gold, found):
    """Table by table; tables that match none count as found wrongly."""
    chosen = matches(gold, found)
    correct = sum((t.relations & found[i].relations).total() for t, i in zip(gold, chosen) if i is not None)
    return Score(correct, united(gold).total(), united(found).total())


def best_reading(paths, found, score):
    """The reading of the gold that fits best, with its score."""
    return max(((gold, score(gold, found)) for gold in map(gold_tables, paths)), key=lambda entry: entry[1].f1)


def evaluate(gold_folder, results_folder, score=document_score):
    """For each document of the gold its name, its tables, the tables found and the score.

    The gold is NAME-str.xml of the competition (NAMEa-str.xml, NAMEb-str.xml, … where a document has several readings).
    The results are NAME.json, as `tessera tables` prints it; its tables may also have a "page", counted from 1. Where
    there is no such file, nothing was found.
    """
    for name, paths in documents(gold_folder).items():
        path = results_path(results_folder, name)
        found = found_tables(path) if path else []
        gold, figures = best_reading(paths, found, score)
        yield name, gold, found, figures


def summary(scores):
    """The averages over the documents, and those over all relations."""
    count = max(len(scores), 1)
    precision = sum(s.precision for s in scores) / count
    recall = sum(s.recall for s in scores) / count
    total = sum(scores, Score(0, 0, 0))
    return {
        "documents": len(scores),
        "precision": precision,
        "recall": recall,
        "f1": sum(s.f1 for s in scores) / count,
        "f1 of averages": harmonic(precision, recall),
        "micro precision": total.precision,
        "micro recall": total.recall,
        "micro f1": total.f1,
    }
