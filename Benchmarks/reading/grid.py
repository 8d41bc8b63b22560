"""The neutral shape of a cell, and of tables that are made of lists or of cells with places."""


def cell(text, column_span=1, row_span=1):
    return {"text": text or "", "colspan": column_span, "rowspan": row_span}


def of_lists(rows):
    """A table whose rows are lists of texts."""
    return [[cell(text) for text in row] for row in rows]


def of_places(placed):
    """A table of cells (row, column, row span, column span, text); places that nothing covers are empty cells."""
    placed = sorted(placed)
    height = max((row + row_span for row, _, row_span, _, _ in placed), default=0)
    width = max((column + column_span for _, column, _, column_span, _ in placed), default=0)
    covered = set()
    rows = [{} for _ in range(height)]
    for row, column, row_span, column_span, text in placed:
        rows[row][column] = cell(text, column_span, row_span)
        covered.update((row + down, column + right) for down in range(row_span) for right in range(column_span))
    for row in range(height):
        for column in range(width):
            if (row, column) not in covered:
                rows[row][column] = cell("")
    return [[cells[column] for column in sorted(cells)] for cells in rows]


def of_same(rows):
    """A table of rows of (key, text) in which a cell stands at every place that it covers, always with the same key."""
    boxes, texts = {}, {}
    for row, cells in enumerate(rows):
        for column, (key, text) in enumerate(cells):
            top, left, bottom, right = boxes.get(key, (row, column, row, column))
            boxes[key] = min(top, row), min(left, column), max(bottom, row), max(right, column)
            texts.setdefault(key, text)
    return of_places(
        (top, left, bottom - top + 1, right - left + 1, texts[key])
        for key, (top, left, bottom, right) in boxes.items()
    )
