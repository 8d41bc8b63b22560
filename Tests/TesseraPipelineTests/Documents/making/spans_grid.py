"""The grid that every reader must find in the documents of `spans`."""

import json

from .spans import HEADINGS, ROWS, Bullets, Cell, Comment, Deleted, Note, Place, Table, pieces, placed


def serialised(marks_only=False):
    return json.dumps(grids(marks_only), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def grids(marks_only):
    """The tables as `tessera tables` prints them, with blanks normalised; those inside cells behind the whole one.
    `marks_only` is for HTML, where the notes stand at the end of the page and only their marks in the cells."""
    rows = [[(column, Cell(text)) for column, text in enumerate(HEADINGS)]]
    rows += [[place for place in placed(cells, ROWS[:number]) if place[1]] for number, cells in enumerate(ROWS)]
    outer = [entry(row, column, cell, row == 0, marks_only) for row, cells in enumerate(rows) for column, cell in cells]
    found = [{"table": 0, "rows": len(rows), "columns": len(HEADINGS), "cells": outer}]
    for cells in ROWS:
        for block in (block for cell in cells for block in cell.content if isinstance(block, Table)):
            inner = [
                entry(row, column, Cell(text), False, marks_only)
                for row, texts in enumerate(block.rows)
                for column, text in enumerate(texts)
            ]
            size = {"rows": len(block.rows), "columns": len(block.rows[0])}
            found.append({"table": len(found), **size, "cells": inner})
    return found


def entry(row, column, cell, is_header, marks_only):
    lines = [" ".join(line.split()) for block in cell.content for line in text_lines(block, marks_only)]
    spans = {"row_span": cell.rows, "column_span": cell.columns}
    return {"row": row, "column": column, **spans, "header": is_header, "text": "\n".join(lines)}


def text_lines(block, marks_only):
    """The lines that a reader must find in a block."""
    if isinstance(block, Bullets):
        return [line for item in block.items for line in ([item] if isinstance(item, str) else item)]
    if isinstance(block, Table):
        return [text for row in block.rows for text in row]
    shown, notes = "", []
    for piece in pieces(block):
        if isinstance(piece, Note):
            if marks_only:
                shown += "1"
            else:
                notes.append(piece.text)
        elif not isinstance(piece, (Place, Comment, Deleted)):
            shown += piece if isinstance(piece, str) else piece.text
    return shown.split("\n") + notes
