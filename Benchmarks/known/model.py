"""A document as a list of paragraphs and tables, and the truth about it.

In a text, a newline is a line break and U+00A0 a no-break space; formats have marks of their own for them.
"""

from dataclasses import dataclass, field


@dataclass
class Paragraph:
    text: str
    # How deep it stands in a list; 0 is no list.
    level: int = 0


@dataclass
class Cell:
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    paragraphs: list = field(default_factory=list)

    @property
    def text(self):
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    def truth(self):
        names = ("row", "column", "row_span", "column_span", "text")
        return {name: getattr(self, name) for name in names}


@dataclass
class Table:
    shape: str
    height: int
    width: int
    header_rows: int
    cells: list

    def rows(self):
        """The cells of each row, in the order of their columns."""
        cells = sorted(self.cells, key=lambda cell: cell.column)
        return [[cell for cell in cells if cell.row == row] for row in range(self.height)]

    def at(self):
        """The cell that covers each place."""
        return {
            (cell.row + down, cell.column + right): cell
            for cell in self.cells
            for down in range(cell.row_span)
            for right in range(cell.column_span)
        }

    def truth(self):
        cells = [cell.truth() for row in self.rows() for cell in row]
        return {"shape": self.shape, "rows": self.height, "columns": self.width, "cells": cells}


@dataclass
class Document:
    blocks: list

    @property
    def tables(self):
        return [block for block in self.blocks if isinstance(block, Table)]

    def truth(self):
        """What is to be found in the document: its tables, and its text in the order of reading."""
        texts = []
        for block in self.blocks:
            cells = [cell for row in block.rows() for cell in row] if isinstance(block, Table) else [block]
            texts += [cell.text for cell in cells]
        return {"tables": [table.truth() for table in self.tables], "text": "\n".join(texts)}
