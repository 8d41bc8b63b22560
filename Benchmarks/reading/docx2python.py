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
        from docx2python.iterators import is_tbl

        def read(path):
            """Paragraphs outside of tables are tables as well, of a single cell."""
            content = docx2python(path)
            return [(table, is_tbl(paragraphs)) for table, paragraphs in zip(content.document, content.document_pars)]

        return read

    def tables(self, result):
        return [
            grid.of_lists([["\n".join(map(unmarked, cell)) for cell in row] for row in table])
            for table, is_table in result
            if is_table
        ]

    def text(self, result):
        return "\n".join(unmarked(line) for table, _ in result for row in table for cell in row for line in cell)


def unmarked(paragraph):
    """A paragraph without what stands for the mark of a list."""
    return re.sub(r"^\t*--\t+", "", paragraph)
