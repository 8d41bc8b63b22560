"""Documents as `.odt`."""

from xml.sax.saxutils import escape

from batch.archive import archive
from batch.opendocument import HEAD, MANIFEST, MEDIA_TYPE, SPACES

from .lists import nested
from .model import Paragraph, Table

STYLES = (
    f'{HEAD}<office:document-styles{SPACES} office:version="1.3"><office:font-face-decls/><office:styles/>'
    "<office:automatic-styles/><office:master-styles/></office:document-styles>"
)
# Without this part some programs refuse the document.
FULL_MANIFEST = MANIFEST.replace(
    "</manifest:manifest>",
    '<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/></manifest:manifest>',
)


def write(document):
    body = "".join(table(block) if isinstance(block, Table) else paragraph(block) for block in document.blocks)
    content = (
        f'{HEAD}<office:document-content{SPACES} office:version="1.3"><office:body><office:text>{body}</office:text>'
        "</office:body></office:document-content>"
    )
    parts = {"mimetype": MEDIA_TYPE, "content.xml": content, "styles.xml": STYLES, "META-INF/manifest.xml": FULL_MANIFEST}
    return archive(parts, stored={"mimetype"})


def paragraph(paragraph):
    return f"<text:p>{escape(paragraph.text).replace(chr(10), '<text:line-break/>')}</text:p>"


def table(table):
    rows = [row(table, number) for number in range(table.height)]
    head = "".join(rows[: table.header_rows])
    if head:
        head = f"<table:table-header-rows>{head}</table:table-header-rows>"
    columns = f'<table:table-column table:number-columns-repeated="{table.width}"/>'
    return f"<table:table>{columns}{head}{''.join(rows[table.header_rows:])}</table:table>"


def row(table, number):
    at = table.at()
    cells = []
    for column in range(table.width):
        found = at[number, column]
        if (found.row, found.column) == (number, column):
            cells.append(f'<table:table-cell office:value-type="string"{spans(found)}>{content(found)}</table:table-cell>')
        else:
            cells.append("<table:covered-table-cell/>")
    return f"<table:table-row>{''.join(cells)}</table:table-row>\n"


def spans(cell):
    if cell.row_span == cell.column_span == 1:
        return ""
    return f' table:number-columns-spanned="{cell.column_span}" table:number-rows-spanned="{cell.row_span}"'


def content(cell):
    begin, end = "<text:list-item>", "</text:list-item>"
    paragraphs = cell.paragraphs or [Paragraph("")]
    return nested(paragraphs, paragraph, f"<text:list>{begin}", f"{end}{begin}", f"{end}</text:list>")
