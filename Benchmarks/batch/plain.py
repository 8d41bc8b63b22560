"""Plain text in several layouts."""

import textwrap

# No word is longer than the width of its column: it would break the frame.
WIDTHS = [34, 48, 46, 46]


def tabs(matrix):
    lines = [matrix.lead]
    for row in matrix.grid:
        lines += ["\t" + "\n\n".join(cell) for cell in row] + [""]
    for acronym, expansion in matrix.glossary:
        lines += ["Acronyms"] if acronym == matrix.glossary[0][0] else []
        lines += [acronym, expansion]
    return ("\n".join(lines) + "\n").encode()


def markdown(matrix):
    lines = ["| " + " | ".join("<br>".join(cell) for cell in row) + " |" for row in matrix.grid]
    lines.insert(1, "|" + 4 * "---|")
    return (matrix.lead + "\n\n" + "\n".join(lines) + "\n").encode()


def grid(matrix):
    def rule(mark):
        return "+" + "".join(mark * (width + 2) + "+" for width in WIDTHS)

    lines = [matrix.lead, "", rule("-")]
    for number, row in enumerate(matrix.grid):
        columns = [cell_lines(cell, width) for cell, width in zip(row, WIDTHS)]
        for place in range(max(map(len, columns))):
            pieces = [column[place] if place < len(column) else "" for column in columns]
            lines.append("|" + "".join(f" {piece:{width}} |" for piece, width in zip(pieces, WIDTHS)))
        lines.append(rule("-" if number else "="))
    return ("\n".join(lines) + "\n").encode()


def cell_lines(paragraphs, width):
    """The lines of a cell; a blank one between paragraphs."""
    lines = []
    for text in paragraphs:
        lines += [""] if lines else []
        lines += wrapped(text, width)
    return lines


def wrapped(text, width):
    """Lines broken at blanks alone."""
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
