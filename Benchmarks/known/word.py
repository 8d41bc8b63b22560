"""Documents as `.docx`."""

from xml.sax.saxutils import escape

from batch.archive import archive
from batch.word import PACKAGE, RELATIONS, SPACE, TYPES

from .model import Paragraph, Table

KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WIDTH = 14_000
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
FONT = '<w:rFonts w:ascii="DejaVu Sans" w:hAnsi="DejaVu Sans" w:cs="DejaVu Sans"/><w:sz w:val="18"/>'
STYLES = (
    f'{HEAD}<w:styles xmlns:w="{SPACE}"><w:docDefaults><w:rPrDefault><w:rPr>{FONT}</w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>'
)
# Bullets, two levels deep.
NUMBERING = (
    f'{HEAD}<w:numbering xmlns:w="{SPACE}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>'
    + "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/>'
        '<w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{360 * (level + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
        for level in range(2)
    )
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
PARTS = {"styles": STYLES, "numbering": NUMBERING}
ALL_TYPES = TYPES.replace(
    "</Types>",
    "".join(f'<Override PartName="/word/{name}.xml" ContentType="{KIND}.{name}+xml"/>' for name in PARTS) + "</Types>",
)
PART_RELATIONS = (
    f'<Relationships xmlns="{PACKAGE}relationships">'
    + "".join(f'<Relationship Id="{name}" Type="{RELATION}/{name}" Target="{name}.xml"/>' for name in PARTS)
    + "</Relationships>"
)
BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
PAGE = (
    '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="0" w:footer="0" w:gutter="0"/></w:sectPr>'
)


def write(document, has_pages=False):
    """The bytes of the document; with pages, each table stands on one of its own, with the text in front of it."""
    blocks = []
    begins_page = False
    for number, block in enumerate(document.blocks):
        if isinstance(block, Table):
            blocks.append(table(block))
            begins_page = has_pages and number < len(document.blocks) - 2
        else:
            blocks.append(paragraph(block, begins_page))
            begins_page = False
    text = f'{HEAD}<w:document xmlns:w="{SPACE}" xmlns:r="{RELATION}"><w:body>{"".join(blocks)}{PAGE}</w:body></w:document>'
    parts = {"[Content_Types].xml": ALL_TYPES, "_rels/.rels": RELATIONS, "word/document.xml": text}
    parts["word/_rels/document.xml.rels"] = PART_RELATIONS
    return archive(parts | {f"word/{name}.xml": part for name, part in PARTS.items()})


def paragraph(paragraph, begins_page=False):
    style = "<w:pageBreakBefore/>" if begins_page else ""
    if paragraph.level:
        style += f'<w:numPr><w:ilvl w:val="{paragraph.level - 1}"/><w:numId w:val="1"/></w:numPr>'
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in paragraph.text.split("\n"))
    return f"<w:p><w:pPr>{style}</w:pPr><w:r>{lines}</w:r></w:p>"


def table(table):
    width = WIDTH // table.width
    at = table.at()
    rows = []
    for number in range(table.height):
        mark = "<w:tblHeader/>" if number < table.header_rows else ""
        cells, column = [], 0
        while column < table.width:
            found = at[number, column]
            cells.append(cell(found, width, is_first=found.row == number))
            column += found.column_span
        rows.append(f"<w:tr><w:trPr><w:cantSplit/>{mark}</w:trPr>{''.join(cells)}</w:tr>")
    grid = "<w:tblGrid>" + table.width * f'<w:gridCol w:w="{width}"/>' + "</w:tblGrid>"
    style = f'<w:tblPr><w:tblW w:w="{width * table.width}" w:type="dxa"/><w:tblBorders>{BORDERS}</w:tblBorders>'
    return f'<w:tbl>{style}<w:tblLayout w:type="fixed"/></w:tblPr>{grid}{"".join(rows)}</w:tbl>'


def cell(cell, width, is_first):
    """A cell, or what goes on of one that covers several rows. Each ends with a paragraph, and be it empty."""
    style = f'<w:tcW w:w="{width * cell.column_span}" w:type="dxa"/>'
    if cell.column_span > 1:
        style += f'<w:gridSpan w:val="{cell.column_span}"/>'
    if cell.row_span > 1:
        style += '<w:vMerge w:val="restart"/>' if is_first else "<w:vMerge/>"
    content = "".join(map(paragraph, is_first and cell.paragraphs or [Paragraph("")]))
    return f"<w:tc><w:tcPr>{style}</w:tcPr>{content}</w:tc>"
