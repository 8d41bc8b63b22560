"""The pieces of a flat OpenDocument text file."""

from xml.sax.saxutils import escape, quoteattr

NAMESPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xlink": "http://www.w3.org/1999/xlink",
}

STYLES = """
<style:style style:name="Sheet" style:family="table"><style:table-properties style:width="25cm" table:align="left"/></style:style>
<style:style style:name="NextSheet" style:family="table"><style:table-properties style:width="25cm" table:align="left" fo:break-before="page"/></style:style>
<style:style style:name="Column" style:family="table-column"><style:table-column-properties style:column-width="6.25cm"/></style:style>
<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="0.1cm"/></style:style>
<style:style style:name="Line" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-size="9pt"/></style:style>
<style:style style:name="Heading" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-size="9pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Hidden" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" fo:margin="2cm"/><style:header-style/><style:footer-style/></style:page-layout>
<text:list-style style:name="Bullets">
<text:list-level-style-bullet text:level="1" text:bullet-char="•"/><text:list-level-style-bullet text:level="2" text:bullet-char="◦"/>
</text:list-style>
"""


def text(characters):
    """Text; a run of blanks is one blank and an element that counts the others, tabs and line ends are elements."""
    written = ""
    blanks = 0
    for character in characters + "\0":
        if character == " ":
            blanks += 1
            continue
        if blanks > 0:
            written += " "
        if blanks == 2:
            written += "<text:s/>"
        elif blanks > 2:
            written += f'<text:s text:c="{blanks - 1}"/>'
        blanks = 0
        written += {"\t": "<text:tab/>", "\n": "<text:line-break/>", "\0": ""}.get(character) or escape(
            character.replace("\0", "")
        )
    return written


def link(target, content):
    return f'<text:a xlink:type="simple" xlink:href={quoteattr(target)}>{content}</text:a>'


def paragraph(content, style="Line"):
    return f'<text:p text:style-name="{style}">{content}</text:p>'


def heading(content):
    return f'<text:h text:outline-level="1">{content}</text:h>'


def cell(content, columns=1, rows=1):
    spans = f' table:number-columns-spanned="{columns}"' if columns > 1 else ""
    spans += f' table:number-rows-spanned="{rows}"' if rows > 1 else ""
    return f'<table:table-cell table:style-name="Cell" office:value-type="string"{spans}>{content}</table:table-cell>'


COVERED = "<table:covered-table-cell/>"


def row(cells):
    return f"<table:table-row>{''.join(cells)}</table:table-row>\n"


def table(name, columns, header, rows, style="Sheet"):
    """A table; `header` are the rows that repeat on every page."""
    head = f"<table:table-header-rows>{header}</table:table-header-rows>\n" if header else ""
    return (
        f'<table:table table:name="{name}" table:style-name="{style}">\n'
        f'<table:table-column table:style-name="Column" table:number-columns-repeated="{columns}"/>\n'
        f"{head}{''.join(rows)}</table:table>\n"
    )


def document(title, author, body, changes="", running=""):
    """A whole file.
    `changes` are the tracked ones, which stand before the text; `running` is what the master page holds."""
    declarations = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMESPACES.items())
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {declarations} office:version="1.3"'
        ' office:mimetype="application/vnd.oasis.opendocument.text">\n'
        f"<office:meta><dc:title>{escape(title)}</dc:title><meta:initial-creator>{escape(author)}"
        f"</meta:initial-creator><dc:creator>{escape(author)}</dc:creator>"
        "<meta:creation-date>2024-03-03T09:00:00</meta:creation-date><dc:date>2024-03-04T10:30:00</dc:date>"
        "<dc:language>en-US</dc:language></office:meta>\n"
        '<office:styles><style:default-style style:family="paragraph"><style:text-properties fo:language="en"'
        ' fo:country="US"/></style:default-style></office:styles>\n'
        f"<office:automatic-styles>{STYLES}</office:automatic-styles>\n"
        '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page">'
        f"{running}</style:master-page></office:master-styles>\n"
        f"<office:body><office:text>\n{changes}{body}</office:text></office:body>\n</office:document>\n"
    )
