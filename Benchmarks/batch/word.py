"""Word: `.docx`, Word 2003 XML and RTF."""

from xml.sax.saxutils import escape

from .archive import archive

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
FLAT_SPACE = "http://schemas.microsoft.com/office/word/2003/wordml"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

TYPES = (
    f'<Types xmlns="{PACKAGE}content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{MEDIA_TYPE}"/></Types>'
)
RELATIONS = (
    f'<Relationships xmlns="{PACKAGE}relationships">'
    f'<Relationship Id="rId1" Type="{DOCUMENT}" Target="word/document.xml"/></Relationships>'
)
RUN = '<w:rPr><w:rFonts w:ascii="Liberation Serif"/><w:sz w:val="18"/></w:rPr>'
CELL = '<w:tc><w:tcPr><w:tcW w:w="3543" w:type="dxa"/></w:tcPr>'


def docx(matrix):
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<w:document xmlns:w="{SPACE}">{body(matrix)}</w:document>'
    return archive({"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS, "word/document.xml": text})


def word_2003(matrix):
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<?mso-application progid="Word.Document"?>'
        f'<w:wordDocument xmlns:w="{FLAT_SPACE}" xml:space="preserve">{body(matrix)}</w:wordDocument>'
    ).encode()


def paragraph(text):
    return f"<w:p><w:r>{RUN}<w:t>{escape(text)}</w:t></w:r></w:p>"


def body(matrix):
    rows = "".join(
        "<w:tr>" + "".join(CELL + "".join(map(paragraph, cell)) + "</w:tc>" for cell in row) + "</w:tr>"
        for row in matrix.grid
    )
    grid = "<w:tblGrid>" + 4 * '<w:gridCol w:w="3543"/>' + "</w:tblGrid>"
    lists = [line for entry in matrix.glossary for line in entry]
    back = "".join(map(paragraph, ["Acronyms", *lists] if lists else []))
    return f"<w:body>{paragraph(matrix.lead)}<w:tbl>{grid}{rows}</w:tbl>{back}<w:sectPr/></w:body>"


def rtf(matrix):
    edges = "".join(f"\\cellx{3543 * number}" for number in range(1, 5))
    lists = [line for entry in matrix.glossary for line in entry]
    lines = [f"\\pard {rtf_text(matrix.lead)}\\par"]
    for row in matrix.grid:
        cells = "".join("\\par ".join(map(rtf_text, cell)) + "\\cell " for cell in row)
        lines.append(f"\\trowd{edges}\\pard\\intbl {cells}\\row")
    lines += [f"\\pard {rtf_text(line)}\\par" for line in (["Acronyms", *lists] if lists else [])]
    return ("{\\rtf1\\ansi\\ansicpg1252\\uc1\\deff0{\\fonttbl{\\f0 Times;}}\n" + "\n".join(lines) + "\n}").encode()


def rtf_text(text):
    for character in "\\{}":
        text = text.replace(character, "\\" + character)
    return "".join(character if character < "\x80" else f"\\u{ord(character)}?" for character in text)
