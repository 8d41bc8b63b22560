"""Tables and text of HTML, and of what is near it: XHTML, DocBook."""

import html.parser
import re

from . import grid

BLOCKS = set(
    "address article aside blockquote body br caption dd div dl dt footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre "
    "section table tbody td tfoot th thead tr ul title para entry row informaltable".split()
)
UNSEEN = {"head", "script", "style"}
ROWS, CELLS, TABLES = {"tr", "row"}, {"td", "th", "entry"}, {"table", "informaltable"}


class TableParser(html.parser.HTMLParser):
    """Collects tables, those within cells as well, and all text."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tables = []
        self.pieces = []
        self.open = []  # the tables around this place
        self.cells = []  # the open cells around it, with their pieces; None outside of cells
        self.unseen = 0

    def handle_starttag(self, tag, attributes):
        self.unseen += tag in UNSEEN
        if tag in BLOCKS:
            self.write("\n")
        if tag in TABLES:
            self.tables.append([])
            self.open.append(self.tables[-1])
            self.cells.append(None)
        elif tag in ROWS and self.open:
            self.end_cell()
            self.open[-1].append([])
        elif tag in CELLS and self.open:
            self.end_cell()
            if not self.open[-1]:
                self.open[-1].append([])
            known = dict(attributes)
            cell = grid.cell("", number(known.get("colspan")), number(known.get("rowspan")))
            self.open[-1][-1].append(cell)
            self.cells[-1] = (cell, [])

    def handle_endtag(self, tag):
        self.unseen -= tag in UNSEEN
        if tag in CELLS and self.open:
            self.end_cell()
        elif tag in TABLES and self.open:
            self.end_cell()
            self.open.pop()
            self.cells.pop()
        if tag in BLOCKS:
            self.write("\n")

    def handle_data(self, data):
        if not self.unseen:
            self.write(data)

    def write(self, text):
        self.pieces.append(text)
        for place in self.cells:
            if place:
                place[1].append(text)

    def end_cell(self):
        if self.cells[-1]:
            cell, pieces = self.cells[-1]
            cell["text"] = "".join(pieces)
            self.cells[-1] = None


def number(text):
    found = re.match(r"\d+", text or "")
    return max(1, int(found[0])) if found else 1


def parsed(markup):
    parser = TableParser()
    parser.feed(markup)
    parser.close()
    return parser


def tables(markup):
    # A row without cells is what other rows cover, and a table without rows is none.
    return [table for table in parsed(markup).tables if table]


def text(markup):
    return "".join(parsed(markup).pieces)
