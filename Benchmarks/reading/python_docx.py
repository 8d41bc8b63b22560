"""python-docx: the document as objects; at each place of its grid, a table gives the cell that covers it."""

from . import grid
from .peer import Package


class PythonDocx(Package):
    name = "python-docx"
    formats = ("docx",)

    def start(self):
        from docx import Document

        def read(path):
            """All texts at once: the objects only look into the document when they are asked."""
            document = Document(path)
            return [cells(block) if hasattr(block, "rows") else block.text for block in document.iter_inner_content()]

        return read

    def tables(self, result):
        return [grid.of_same(block) for block in result if isinstance(block, list)]

    def text(self, result):
        pieces = []
        for block in result:
            pieces += dict(cell for row in block for cell in row).values() if isinstance(block, list) else [block]
        return "\n".join(pieces)


def cells(table):
    """The cell at each place, with what tells whether it is the same as another's."""
    return [[(cell._tc, cell.text) for cell in row.cells] for row in table.rows]
