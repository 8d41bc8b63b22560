"""Documents as HTML."""

from xml.sax.saxutils import escape

from .lists import nested
from .model import Table


def write(document):
    body = "\n".join(table(block) if isinstance(block, Table) else f"<p>{text(block)}</p>" for block in document.blocks)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><title>Tables</title></head>\n'
        f"<body>\n{body}\n</body>\n</html>\n"
    ).encode()


def table(table):
    rows = table.rows()
    head = "".join(row(cells, "th") for cells in rows[: table.header_rows])
    body = "".join(row(cells, "td") for cells in rows[table.header_rows :])
    return "<table>\n" + (f"<thead>\n{head}</thead>\n" if head else "") + f"<tbody>\n{body}</tbody>\n</table>"


def row(cells, tag):
    return "<tr>\n" + "".join(f"<{tag}{spans(cell)}>{content(cell)}</{tag}>\n" for cell in cells) + "</tr>\n"


def spans(cell):
    rows = f' rowspan="{cell.row_span}"' if cell.row_span > 1 else ""
    columns = f' colspan="{cell.column_span}"' if cell.column_span > 1 else ""
    return rows + columns


def content(cell):
    """A single paragraph stands in the cell as it is, as most people write it."""
    if len(cell.paragraphs) == 1 and not cell.paragraphs[0].level:
        return text(cell.paragraphs[0])
    return nested(cell.paragraphs, piece, "<ul>\n<li>", "</li>\n<li>", "</li></ul>\n")


def piece(paragraph):
    return text(paragraph) if paragraph.level else f"<p>{text(paragraph)}</p>\n"


def text(paragraph):
    return escape(paragraph.text).replace("\u00a0", "&nbsp;").replace("\n", "<br>\n")
