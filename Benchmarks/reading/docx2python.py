"""docx2python: everything is a table of lists; a merged cell stands at each of its places."""

import re

from . import grid
from .peer import Package


class Docx2Python(Package):
    name = "docx2python"
    formats = ("docx",)
    has_spans = False

    def start(self):
        from docx2python import docx2python

        return docx2python

    def tables(self, result):
        from docx2python.iterators import is_tbl

        return [
            grid.of_lists([["\n".join(map(unmarked, cell)) for cell in row] for row in table])
            for table, paragraphs in zip(result.document, result.document_pars)
            if is_tbl(paragraphs)
        ]

    def text(self, result):
        return "\n".join(unmarked(line) for table in result.document for row in table for cell in row for line in cell)


def unmarked(paragraph):
    """A paragraph without what stands for the mark of a list."""
    return re.sub(r"^\t*--\t+", "", paragraph)
