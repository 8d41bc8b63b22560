"""The matrix of `spans` as flat OpenDocument text."""

from . import odf
from .spans import (
    AUTHOR, CLOSING, HEADINGS, REVISION, ROWS, RUNNING_FOOT, RUNNING_HEAD, TITLE,
    Bullets, Comment, Deleted, Hidden, Link, Note, Place, Table, pieces, placed,
)


def document(accepts_changes=False):
    """The whole file, or as it is once all changes are accepted."""
    flat = Flat(accepts_changes)
    rows = [flat.row(cells, ROWS[:number]) for number, cells in enumerate(ROWS)]
    header = odf.row(odf.cell(odf.paragraph(text, "Heading")) for text in HEADINGS)
    body = odf.heading(REVISION) + "\n" + odf.table("Harbour", 4, header, rows) + odf.paragraph(CLOSING) + "\n"
    running = f"<style:header>{odf.paragraph(RUNNING_HEAD)}</style:header>"
    running += f"<style:footer>{odf.paragraph(RUNNING_FOOT)}</style:footer>"
    changes = f"<text:tracked-changes>{''.join(flat.changes)}</text:tracked-changes>\n" if flat.changes else ""
    return odf.document(TITLE, AUTHOR, body, changes, running)


class Flat:
    """Writes the description as flat OpenDocument text, and gathers the tracked changes."""

    def __init__(self, accepts_changes):
        self.accepts_changes = accepts_changes
        self.changes, self.notes, self.tables = [], 0, 0

    def row(self, cells, above):
        return odf.row(
            odf.COVERED if cell is None else odf.cell(self.blocks(cell.content), cell.columns, cell.rows)
            for _, cell in placed(cells, above)
        )

    def blocks(self, content):
        return "".join(self.block(block) for block in content)

    def block(self, block):
        if isinstance(block, Bullets):
            return self.list(block.items, ' text:style-name="Bullets"')
        if isinstance(block, Table):
            self.tables += 1
            rows = [odf.row(odf.cell(odf.paragraph(text)) for text in row) for row in block.rows]
            return odf.table(f"Inner{self.tables}", len(block.rows[0]), "", rows)
        return odf.paragraph("".join(self.piece(piece) for piece in pieces(block)))

    def list(self, items, style=""):
        written = ""
        for item in items:
            inner = self.list(item) if isinstance(item, list) else odf.paragraph(odf.text(item))
            written += f"<text:list-item>{inner}</text:list-item>"
        return f"<text:list{style}>{written}</text:list>"

    def piece(self, piece):
        if isinstance(piece, str):
            return odf.text(piece)
        if isinstance(piece, Link):
            return odf.link(piece.target, odf.text(piece.text))
        if isinstance(piece, Place):
            return f'<text:bookmark text:name="{piece.name}"/>'
        if isinstance(piece, Hidden):
            return f'<text:span text:style-name="Hidden">{odf.text(piece.text)}</text:span>'
        if isinstance(piece, Note):
            self.notes += 1
            return (
                f'<text:note text:id="note{self.notes}" text:note-class="footnote"><text:note-citation>{self.notes}'
                f"</text:note-citation><text:note-body>{odf.paragraph(odf.text(piece.text))}</text:note-body></text:note>"
            )
        if isinstance(piece, Comment):
            return (
                "<office:annotation><dc:creator>A. Clerk</dc:creator><dc:date>2024-03-03T09:15:00</dc:date>"
                f"<text:p>{odf.text(piece.text)}</text:p></office:annotation>"
            )
        if self.accepts_changes:
            return "" if isinstance(piece, Deleted) else odf.text(piece.text)
        return self.change(piece)

    def change(self, piece):
        name = f"change{len(self.changes) + 1}"
        kind = "deletion" if isinstance(piece, Deleted) else "insertion"
        gone = odf.paragraph(odf.text(piece.text)) if kind == "deletion" else ""
        self.changes.append(
            f'<text:changed-region xml:id="{name}" text:id="{name}"><text:{kind}><office:change-info>'
            "<dc:creator>A. Clerk</dc:creator><dc:date>2024-03-03T09:20:00</dc:date></office:change-info>"
            f"{gone}</text:{kind}></text:changed-region>"
        )
        if kind == "deletion":
            return f'<text:change text:change-id="{name}"/>'
        return f'<text:change-start text:change-id="{name}"/>{odf.text(piece.text)}<text:change-end text:change-id="{name}"/>'
