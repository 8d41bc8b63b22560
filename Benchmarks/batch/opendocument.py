"""OpenDocument text: `.odt` and flat `.fodt`."""

from xml.sax.saxutils import escape

from .archive import archive

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
SPACES = "".join(f' xmlns:{name}="{OFFICE}{name}:1.0"' for name in ["office", "table", "text"])
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
MANIFEST = (
    f'<manifest:manifest xmlns:manifest="{OFFICE}manifest:1.0" manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{MEDIA_TYPE}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)


def odt(matrix):
    content = f'{HEAD}<office:document-content{SPACES} office:version="1.3">{body(matrix)}</office:document-content>'
    parts = {"mimetype": MEDIA_TYPE, "content.xml": content, "META-INF/manifest.xml": MANIFEST}
    return archive(parts, stored={"mimetype"})


def fodt(matrix):
    kind = f'office:version="1.3" office:mimetype="{MEDIA_TYPE}"'
    return f"{HEAD}<office:document{SPACES} {kind}>{body(matrix)}</office:document>\n".encode()


def paragraph(text):
    return f"<text:p>{escape(text)}</text:p>"


def body(matrix):
    rows = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string">{"".join(map(paragraph, cell))}</table:table-cell>'
            for cell in row
        )
        + "</table:table-row>\n"
        for row in matrix.grid
    )
    lists = [line for entry in matrix.glossary for line in entry]
    back = "".join(map(paragraph, ["Acronyms", *lists] if lists else []))
    columns = '<table:table-column table:number-columns-repeated="4"/>'
    return (
        f"<office:body><office:text>{paragraph(matrix.lead)}"
        f'<table:table table:name="Matrix">{columns}{rows}</table:table>{back}</office:text></office:body>'
    )
