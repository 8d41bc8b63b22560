"""python-docx: the document as objects; at each place of its grid, a table gives the cell that covers it."""

from . import grid
from .peer import Package


class PythonDocx(Package):
    name = "python-docx"
    formats = ("docx",)

    def start(self):
        from docx import Document

        return Document

    def tables(self, result):
        return [grid.of_same([[(cell._tc, cell.text) for cell in row.cells] for row in table.rows]) for table in result.tables]

    def text(self, result):
        pieces = []
        for block in result.iter_inner_content():
            if hasattr(block, "rows"):
                seen = {cell._tc: cell.text for row in block.rows for cell in row.cells}
                pieces += seen.values()
            else:
                pieces.append(block.text)
        return "\n".join(pieces)
