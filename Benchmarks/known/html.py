"""Documents as HTML."""

from xml.sax.saxutils import escape

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
    pieces, level = [], 0
    for paragraph in cell.paragraphs:
        if paragraph.level > level:
            pieces.append("<ul>\n" * (paragraph.level - level))
        elif paragraph.level < level:
            pieces.append("</li></ul>\n" * (level - paragraph.level))
        if level and paragraph.level and paragraph.level <= level:
            pieces.append("</li>\n")
        level = paragraph.level
        pieces.append(f"<li>{text(paragraph)}" if level else f"<p>{text(paragraph)}</p>\n")
    return "".join(pieces) + "</li></ul>\n" * level


def text(paragraph):
    return escape(paragraph.text).replace("\u00a0", "&nbsp;").replace("\n", "<br>\n")
