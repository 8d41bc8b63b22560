"""camelot: the tables that lines on the page make; its other ways to find tables are for those without lines."""

from . import grid
from .peer import Package


class Camelot(Package):
    name = "camelot"
    package = "camelot-py"
    formats = ("pdf",)

    def start(self):
        import camelot

        def read(path):
            return camelot.read_pdf(str(path), pages="all", flavor="lattice", suppress_stdout=True)

        return read

    def tables(self, result):
        return [grid.of_same(merged(table.cells)) for table in result]

    def text(self, result):
        """It reads nothing but tables."""
        return None


def merged(rows):
    """Rows of (key, text): cells have the same key where no line parts them. The text of such cells is in one of them."""
    keys = {}
    texts = {}
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if column and not cell.left:
                key = keys[row, column - 1]
            elif row and not cell.top:
                key = keys[row - 1, column]
            else:
                key = row, column
            keys[row, column] = key
            texts[key] = texts.get(key, "") + cell.text
    places = [[keys[row, column] for column in range(len(cells))] for row, cells in enumerate(rows)]
    return [[(key, texts[key]) for key in row] for row in places]
