"""An invented matrix about safety in a harbour, with everything that a cell can hold.

It is described here once; the documents (`spans_flat`, `spans_word`) and the grid that every reader must find in them
(`spans_grid`) are made from that.
"""

from dataclasses import dataclass

TITLE, AUTHOR = "Harbour safety matrix", "The Harbour Board"


@dataclass
class Cell:
    """A cell with its paragraphs, lists and tables; a paragraph is a string or a list of strings and pieces."""

    content: tuple
    columns: int = 1
    rows: int = 1

    def __init__(self, *content, columns=1, rows=1):
        self.content, self.columns, self.rows = content, columns, rows


@dataclass
class Link:
    target: str
    text: str


@dataclass
class Place:
    """A place that an internal link can lead to."""

    name: str


@dataclass
class Note:
    text: str


@dataclass
class Comment:
    text: str


@dataclass
class Hidden:
    text: str


@dataclass
class Deleted:
    text: str


@dataclass
class Inserted:
    text: str


@dataclass
class Bullets:
    """A list; an item that is itself a list goes one level down."""

    items: list


@dataclass
class Table:
    rows: list


REVISION = "Revised and updated March 3, 2024"
CLOSING = "The board meets on the first Monday of each month."
RUNNING_HEAD, RUNNING_FOOT = "Harbour board, second draft", "Not for the public"

HEADINGS = ["Measure", "Port Rules", "Equipment on Board", "Training and Drills"]

ROWS = [
    [
        Cell([Place("rule-1"), "Rule 1"], "Fire on the quay"),
        Cell(["The harbour master may close a berth at once.", Note("By order of the board, 2004.")]),
        Cell("Every berth keeps two hoses, and crews drill with them each spring.", columns=2),
    ],
    [
        Cell("Rule 2", "Mooring lines"),
        Cell("Lines are checked at each tide.", "What is worn goes ashore.", rows=2),
        Cell(["Lines thinner than ", Deleted("forty"), Inserted("forty-eight"), " millimetres are refused."]),
        Cell(["Drills are held twice a year.", Comment("Who counts them?")]),
    ],
    [
        Cell("Rule 3", "Spare anchors"),
        Cell(["One spare anchor", Hidden(" (in shed four)"), " is kept."]),
        Cell(["See the ", Link("https://harbour.example/drills?year=2024&part=2#week-3", "drill plan"), "."]),
    ],
    [Cell("Part B: goods that burn", columns=4)],
    [
        Cell("Rule 4", "Tank barges"),
        Cell("Lique\u00adfied gas    needs  three\u00a0permits,\tno less; see form T\u20114."),
        Cell("Foam pump\nFoam tank"),
        Cell("Crews know:", Bullets(["the siren", ["the long blast", "the short blast"], "the exits"]), "By heart."),
    ],
    [
        Cell("Rule 5", "Night work"),
        Cell("Lamps by length of quay:", Table([["Length", "Lamps"], ["100 m", "12"]]), "Counted each month."),
        Cell(["As under ", Link("#rule-1", "rule 1"), "."]),
        Cell("N/A"),
    ],
    [
        Cell("Rule 6", "Ice"),
        Cell("Salt & sand lie ready where frost is <expected>."),
        Cell("One store serves both rules and both columns.", columns=2, rows=2),
    ],
    [Cell("Rule 7", "Snow"), Cell("The crane stands still.")],
]


def pieces(paragraph):
    return [paragraph] if isinstance(paragraph, str) else paragraph


def hanging(above):
    """The cells that cover a part of the row below `above`, by the columns they begin in."""
    cells = {}
    for back, row in enumerate(reversed(above), start=1):
        for column, cell in placed(row, above[: len(above) - back]):
            if cell and cell.rows > back:
                cells[column] = cell
    return cells


def placed(cells, above):
    """The columns of a row, each with the cell that begins there; None where a cell covers the column."""
    covered = {column + further for column, cell in hanging(above).items() for further in range(cell.columns)}
    cells, column = list(cells), 0
    while column < len(HEADINGS):
        if column in covered:
            yield column, None
            column += 1
            continue
        cell = cells.pop(0)
        yield column, cell
        yield from ((column + further, None) for further in range(1, cell.columns))
        column += cell.columns
