"""pdfplumber: the tables that lines on the page make."""

from . import grid
from .peer import Package


class PDFPlumber(Package):
    name = "pdfplumber"
    formats = ("pdf",)

    def start(self):
        import pdfplumber

        def read(path):
            with pdfplumber.open(path) as document:
                pages = [(page.extract_text(), page_tables(page)) for page in document.pages]
            return pages

        return read

    def tables(self, result):
        return [grid.of_places(cells) for _, tables in result for cells in tables]

    def text(self, result):
        return "\n".join(text for text, _ in result)


def page_tables(page):
    """The cells of each table of a page: row, column, row span, column span, text."""
    tables = []
    for table in page.find_tables():
        rows = zip(table.rows, table.extract())
        boxes = [(box, text) for row, texts in rows for box, text in zip(row.cells, texts) if box]
        tables.append(cells_of_boxes(boxes))
    return tables


def cells_of_boxes(boxes):
    """The cells of a grid whose lines are where boxes begin, so that a box over several lines spans rows or columns."""
    columns, rows = (sorted({box[side] for box, _ in boxes}) for side in (0, 1))

    def span(lines, begin, end):
        return sum(begin <= line < end for line in lines)

    return [
        (rows.index(top), columns.index(left), span(rows, top, bottom), span(columns, left, right), text or "")
        for (left, top, right, bottom), text in boxes
    ]
