"""Tables of nine shapes, and documents of them; the same for the same seed."""

import random

from . import prose
from .model import Cell, Document, Paragraph, Table

TABLES = 4
# So often it is tried to lay spans so that every row and every column is one of its own.
TRIES = 200


def plain(chance):
    return table(chance, "plain")


def header(chance):
    return table(chance, "header", header_rows=1)


def column_spans(chance):
    return table(chance, "column spans", spans=lambda: (1, chance.randint(2, 3)), header_rows=chance.randint(0, 1))


def row_spans(chance):
    return table(chance, "row spans", spans=lambda: (chance.randint(2, 3), 1))


def both_spans(chance):
    extents = ((1, 2), (2, 1), (2, 2), (1, 3), (3, 1), (2, 3))
    return table(chance, "row and column spans", spans=lambda: chance.choice(extents), header_rows=chance.randint(0, 2))


def paragraphs(chance):
    def fill(cell):
        return [Paragraph(prose.sentence(chance)) for _ in range(chance.randint(1, 3))]

    return table(chance, "several paragraphs", fill, header_rows=1)


def empty_cells(chance):
    def fill(cell):
        return [] if chance.random() < 0.4 else [Paragraph(prose.entry(chance))]

    return table(chance, "empty cells", fill)


def lists(chance):
    def fill(cell):
        if chance.random() < 0.6:
            return [Paragraph(prose.entry(chance))]
        items = [Paragraph(prose.label(chance), level) for level in (1, 2, 2, 1)[: chance.randint(2, 4)]]
        lead = [Paragraph(prose.sentence(chance))] if chance.random() < 0.7 else []
        last = [Paragraph(prose.sentence(chance))] if chance.random() < 0.3 else []
        return lead + items + last

    return table(chance, "lists", fill)


def characters(chance, has_far=False):
    def fill(cell):
        return [Paragraph(prose.special(chance, has_far) if chance.random() < 0.7 else prose.entry(chance))]

    return table(chance, "characters", fill)


SHAPES = (plain, header, column_spans, row_spans, both_spans, paragraphs, empty_cells, lists, characters)


def table(chance, shape, fill=None, spans=None, header_rows=0):
    """A table of random size; `fill` makes the paragraphs of a cell, and `spans` how many rows and columns one covers."""
    height, width = chance.randint(3, 7), chance.randint(2, 5)
    if spans:
        height, width = max(height, 4), max(width, 3)
    cells = laid(chance, height, width, spans, header_rows)
    for cell in cells:
        is_header = cell.row < header_rows
        if is_header or not fill:
            cell.paragraphs = [Paragraph(prose.label(chance) if is_header else prose.entry(chance))]
        else:
            cell.paragraphs = fill(cell)
    return Table(shape, height, width, header_rows, cells)


def laid(chance, height, width, spans, header_rows):
    """The cells of a grid. Each row has a cell that is no higher, and each column one that is no wider: otherwise nobody
    could tell the grid from the table. Where spans are wanted, there is one. None reaches from the header rows into the
    others: in HTML it would end there."""
    for _ in range(TRIES):
        cells, covered = [], set()
        wanted = [spans() for _ in range(chance.randint(1, 3))] if spans else []
        for row_span, column_span in wanted:
            row, column = chance.randint(0, height - 1), chance.randint(0, width - 1)
            places = {(row + down, column + right) for down in range(row_span) for right in range(column_span)}
            is_inside = row + row_span <= (header_rows if row < header_rows else height) and column + column_span <= width
            if is_inside and not places & covered:
                covered |= places
                cells.append(Cell(row, column, row_span, column_span))
        if spans and not cells:
            continue
        free = ((row, column) for row in range(height) for column in range(width))
        cells += [Cell(row, column) for row, column in free if (row, column) not in covered]
        has_rows = {cell.row for cell in cells if cell.row_span == 1} == set(range(height))
        has_columns = {cell.column for cell in cells if cell.column_span == 1} == set(range(width))
        if has_rows and has_columns:
            return cells
    raise AssertionError("no such table can be laid")


def document(seed, number, has_far):
    """A document of several tables with text before, between and after them: all shapes come equally often."""
    chance = random.Random(f"{seed} {number}")
    blocks = []
    for place in range(TABLES):
        blocks += [Paragraph(prose.sentence(chance)) for _ in range(chance.randint(1, 2))]
        shape = SHAPES[(number * TABLES + place) % len(SHAPES)]
        blocks.append(characters(chance, has_far) if shape is characters else shape(chance))
    blocks.append(Paragraph(" ".join(prose.sentence(chance) for _ in range(chance.randint(1, 4)))))
    return Document(blocks)
