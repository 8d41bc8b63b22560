"""PDF, with a structure tree and without: a table with drawn borders, in a type whose letters are all as wide."""

import zlib
from dataclasses import dataclass, field

from .plain import wrapped

WIDTH, HEIGHT, MARGIN = 842, 595, 30
SIZE, LEADING = 7, 8.5
PARAGRAPH_GAP, ROW_GAP = 5, 12
COLUMN = 196
PADDING = 4
# A letter of Courier is 0.6 em wide.
LETTERS = int((COLUMN - 2 * PADDING) / (0.6 * SIZE))


@dataclass
class Paragraph:
    """A paragraph of a cell: its lines by their pages, each with its place and text."""

    pages: dict = field(default_factory=dict)

    def add(self, page, x, y, text):
        self.pages.setdefault(page, []).append((x, y, text))


def tagged(matrix):
    return document(matrix, True)


def untagged(matrix):
    return document(matrix, False)


def lay_out(matrix):
    """The first line, the paragraphs of the cells of each row, and the borders of rows on each page."""
    lead = Paragraph()
    lead.add(0, MARGIN, HEIGHT - MARGIN, matrix.lead)
    page, y = 0, HEIGHT - MARGIN - 2 * LEADING
    top = page, y
    borders = [[y + LEADING]]
    rows = []
    for row in matrix.grid:
        # A row stands on one page where it can, and its label with its title in any case: on the next page, that would
        # look like a row of its own.
        height = max(map(height_of, row))
        if top[1] - (height if height < HEIGHT - 2 * MARGIN else height_of(row[0])) < MARGIN:
            borders[top[0]].append(MARGIN - LEADING)
            top = top[0] + 1, HEIGHT - MARGIN
            borders.append([HEIGHT - MARGIN + LEADING])
        ends = []
        cells = []
        for number, cell in enumerate(row):
            page, y = top
            cells.append([])
            for text in cell:
                cells[-1].append(Paragraph())
                for line in wrapped(text, LETTERS):
                    if y < MARGIN:
                        page, y = page + 1, HEIGHT - MARGIN
                    cells[-1][-1].add(page, MARGIN + number * COLUMN + PADDING, y, line)
                    y -= LEADING
                y -= PARAGRAPH_GAP
            ends.append((page, -y))
        rows.append(cells)
        page, y = max(ends)
        while len(borders) <= page:
            borders[-1].append(MARGIN - LEADING)
            borders.append([HEIGHT - MARGIN + LEADING])
        borders[page].append(-y + PADDING)
        top = page, -y - ROW_GAP
    return lead, rows, borders


def height_of(cell):
    return sum(len(wrapped(text, LETTERS)) * LEADING + PARAGRAPH_GAP for text in cell)


def shows(row):
    """Whether a page without tags shows where the row ends: where its lines fill all columns, each could be a row."""
    return any(cell == ["N/A"] for cell in row.cells)


def frame(borders):
    """The strokes of a table on one page: a line at each border, and the sides of the columns."""
    left, right = MARGIN, MARGIN + 4 * COLUMN
    lines = [f"{left} {y:.1f} m {right} {y:.1f} l" for y in borders]
    sides = range(left, right + 1, COLUMN)
    lines += [f"{x} {borders[0]:.1f} m {x} {borders[-1]:.1f} l" for x in sides]
    return ("0.5 w\n" + "\n".join(lines) + "\nS\n").encode()


def document(matrix, has_structure):
    lead, rows, borders = lay_out(matrix)
    objects = [b"", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>"]

    def add(content):
        objects.append(content.encode() if isinstance(content, str) else content)
        return len(objects)

    pages = [add("") for _ in borders]
    contents = [[] for _ in pages]
    owners = [[] for _ in pages]

    def show(paragraph, parent=None):
        """Writes a paragraph onto its pages, and its element into the structure."""
        element = add("") if parent else None
        kids = []
        for page, lines in paragraph.pages.items():
            if parent:
                kids.append(f"<</Type/MCR/Pg {pages[page]} 0 R/MCID {len(owners[page])}>>")
                contents[page].append(f"/P<</MCID {len(owners[page])}>>BDC".encode())
                owners[page].append(element)
            for x, y, text in lines:
                # The blank at the end of a line parts its last word from the next.
                literal = (text + " ").encode("cp1252")
                for character in b"\\()":
                    literal = literal.replace(bytes([character]), b"\\" + bytes([character]))
                contents[page].append(b"1 0 0 1 %.1f %.1f Tm(%s)Tj" % (x, y, literal))
            if parent:
                contents[page].append(b"EMC")
        if parent:
            objects[element - 1] = f"<</S/P/P {parent} 0 R/K[{''.join(kids)}]>>".encode()
        return element

    if has_structure:
        tree, body, table = add(""), add(""), add("")
        first = show(lead, body)
        row_elements = []
        for number, cells in enumerate(rows):
            row = add("")
            cell_elements = []
            for cell in cells:
                element = add("")
                kids = references(show(paragraph, element) for paragraph in cell)
                kind = "TD" if number else "TH"
                objects[element - 1] = f"<</S/{kind}/P {row} 0 R/K[{kids}]>>".encode()
                cell_elements.append(element)
            objects[row - 1] = f"<</S/TR/P {table} 0 R/K[{references(cell_elements)}]>>".encode()
            row_elements.append(row)
        objects[table - 1] = f"<</S/Table/P {body} 0 R/K[{references(row_elements)}]>>".encode()
        objects[body - 1] = f"<</S/Document/P {tree} 0 R/K[{references([first, table])}]>>".encode()
        numbers = "".join(f"{number}[{references(elements)}]" for number, elements in enumerate(owners))
        objects[tree - 1] = f"<</Type/StructTreeRoot/K[{body} 0 R]/ParentTree<</Nums[{numbers}]>>>>".encode()
    else:
        show(lead)
        for cells in rows:
            for cell in cells:
                for paragraph in cell:
                    show(paragraph)

    for number, (page, lines) in enumerate(zip(pages, contents)):
        packed = zlib.compress(frame(borders[number]) + b"BT/F1 %d Tf\n" % SIZE + b"\n".join(lines) + b"\nET")
        stream = add(b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed))
        parents = f"/StructParents {number}" if has_structure else ""
        objects[page - 1] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Resources<</Font<</F1 3 0 R>>>>"
            f"/Contents {stream} 0 R{parents}>>"
        ).encode()
    objects[1] = f"<</Type/Pages/Count {len(pages)}/Kids[{references(pages)}]>>".encode()
    marked = f"/MarkInfo<</Marked true>>/StructTreeRoot {tree} 0 R" if has_structure else ""
    objects[0] = f"<</Type/Catalog/Pages 2 0 R{marked}>>".encode()
    return file(objects)


def references(numbers):
    return " ".join(f"{number} 0 R" for number in numbers)


def file(objects):
    """The bytes of a file, with its table of objects."""
    content = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(content)
    content += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    content += b"".join(b"%010d 00000 n \n" % place for place in places)
    content += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(content)
