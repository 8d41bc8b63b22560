"""The matrix of `spans` in the XML of Word 2003.

LibreOffice writes that format as well, but loses the lists, the tabs, the vertical spans and the tracked changes.
"""

from xml.sax.saxutils import escape, quoteattr

from .spans import (
    AUTHOR, CLOSING, HEADINGS, REVISION, ROWS, RUNNING_FOOT, RUNNING_HEAD, TITLE,
    Bullets, Comment, Deleted, Hidden, Inserted, Link, Note, Place, Table, hanging, pieces, placed,
)

CHANGE = 'aml:author="A. Clerk" aml:createdate="2024-03-03T09:20:00Z"'


def document():
    rows = [row((cell(paragraph(text)) for text in HEADINGS), "<w:tblHeader/>")]
    rows += [row(cells_of(cells, ROWS[:number])) for number, cells in enumerate(ROWS)]
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<?mso-application progid="Word.Document"?>\n'
        '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"'
        ' xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:aml="http://schemas.microsoft.com/aml/2001/core">\n'
        f"<o:DocumentProperties><o:Title>{escape(TITLE)}</o:Title><o:Author>{escape(AUTHOR)}</o:Author>"
        "<o:Created>2024-03-03T09:00:00Z</o:Created><o:LastSaved>2024-03-04T10:30:00Z</o:LastSaved>"
        "</o:DocumentProperties>\n"
        '<w:styles><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>\n'
        f"<w:body>\n{paragraph(REVISION, style='Heading1')}\n{table(rows)}\n{paragraph(CLOSING)}\n"
        f'<w:sectPr><w:hdr w:type="odd">{paragraph(RUNNING_HEAD)}</w:hdr>'
        f'<w:ftr w:type="odd">{paragraph(RUNNING_FOOT)}</w:ftr></w:sectPr>\n</w:body>\n</w:wordDocument>\n'
    )


def cells_of(cells, above):
    """The cells of a row; one that goes on from above is written again in each row, without its text."""
    going_on = hanging(above)
    for column, written in placed(cells, above):
        if written:
            yield cell(blocks(written.content), written.columns, "restart" if written.rows > 1 else None)
        elif column in going_on:
            yield cell("<w:p/>", going_on[column].columns, "")


def cell(content, columns=1, merge=None):
    properties = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    if merge is not None:
        properties += f'<w:vmerge w:val="{merge}"/>' if merge else "<w:vmerge/>"
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def row(cells, properties=""):
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>\n"


def table(rows):
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def blocks(content):
    return "".join(block(each) for each in content)


def block(block):
    if isinstance(block, Bullets):
        return "".join(bullets(block.items, 0))
    if isinstance(block, Table):
        return table(row(cell(paragraph(text)) for text in texts) for texts in block.rows)
    return paragraph(block)


def bullets(items, level):
    for item in items:
        if isinstance(item, list):
            yield from bullets(item, level + 1)
        else:
            yield paragraph(item, f'<w:listPr><w:ilvl w:val="{level}"/><w:ilfo w:val="1"/></w:listPr>')


def paragraph(content, properties="", style=None):
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{style}{properties}</w:pPr>{''.join(piece(each) for each in pieces(content))}</w:p>"


def piece(piece):
    if isinstance(piece, str):
        return run(piece)
    if isinstance(piece, Link):
        address, _, bookmark = piece.target.partition("#")
        names = f" w:dest={quoteattr(address)}" if address else ""
        return f"<w:hlink{names} w:bookmark={quoteattr(bookmark)}>{run(piece.text)}</w:hlink>"
    if isinstance(piece, Place):
        return (
            f'<aml:annotation aml:id="1" w:type="Word.Bookmark.Start" w:name="{piece.name}"/>'
            '<aml:annotation aml:id="1" w:type="Word.Bookmark.End"/>'
        )
    if isinstance(piece, Hidden):
        return run(piece.text, "<w:vanish/>")
    if isinstance(piece, Note):
        return f"<w:r><w:footnote>{paragraph(piece.text)}</w:footnote></w:r>"
    if isinstance(piece, Comment):
        content = f"<aml:content>{paragraph(piece.text)}</aml:content>"
        return f'<w:r><aml:annotation aml:id="2" w:type="Word.Comment" {CHANGE}>{content}</aml:annotation></w:r>'
    kind, text = ("Insertion", run(piece.text)) if isinstance(piece, Inserted) else ("Deletion", deleted(piece))
    return f'<aml:annotation aml:id="3" w:type="Word.{kind}" {CHANGE}><aml:content>{text}</aml:content></aml:annotation>'


def deleted(piece):
    return f'<w:r><w:delText xml:space="preserve">{escape(piece.text)}</w:delText></w:r>'


def run(text, properties=""):
    """A run; tabs, line ends and two characters with a meaning of their own are elements."""
    elements = {"\t": "<w:tab/>", "\n": "<w:br/>", "\u00ad": "<w:softHyphen/>", "\u2011": "<w:noBreakHyphen/>"}
    written, open_text = "", ""
    for character in text + "\0":
        if character in elements or character == "\0":
            if open_text:
                written += f'<w:t xml:space="preserve">{escape(open_text)}</w:t>'
            written, open_text = written + elements.get(character, ""), ""
        else:
            open_text += character
    return f"<w:r><w:rPr>{properties}</w:rPr>{written}</w:r>"
