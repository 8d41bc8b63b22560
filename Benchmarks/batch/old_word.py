"""Word 97-2003: the project's own `matrix.doc`, in which words of the same length change places.

Nothing in such a file may change its length, so a document has all rows of the dataset, in their order.
"""

import functools
import pathlib
import re

from . import matrix

TEMPLATE = pathlib.Path(__file__).resolve().parents[2] / "Tests/TesseraPipelineTests/Documents/matrix.doc"
REVISED = "July 17, 2007"
EXCHANGES = 60


@functools.cache
def template():
    """The file, the day's place in it, and each word by its length: its place, and the cell, paragraph and place there."""
    content = TEMPLATE.read_bytes()
    words = {}
    for row_number, row in enumerate(matrix.ROWS):
        for column, cell in enumerate(row.cells):
            for number, text in enumerate(cell):
                # In the file, two blanks follow a sentence.
                written = text.replace(". ", ".  ").encode("utf-16-le")
                if content.count(written) != 1 or text.count(" ") < matrix.SHORTEST_TEXT:
                    continue
                start = content.index(written)
                for match in re.finditer(r"\b[a-z]{5,12}\b", text):
                    blanks = text[: match.start()].count(". ")
                    place = start + 2 * (match.start() + blanks)
                    words.setdefault(len(match[0]), []).append((place, row_number, column, number, match.start()))
    return content, content.index(REVISED.encode("utf-16-le")), words


def doc(random, date):
    content, day, words = template()
    content = bytearray(content)
    made = matrix.whole(date)
    # A month may be cut down to three letters.
    made.revised = f"{date:%b} {date.day}, {date.year}"
    content[day : day + 2 * len(REVISED)] = f"{made.revised:{len(REVISED)}}".encode("utf-16-le")
    for _ in range(EXCHANGES):
        length = random.choice(sorted(words))
        one, other = random.choice(words[length]), random.choice(words[length])
        first, second = (content[place[0] : place[0] + 2 * length] for place in (one, other))
        for (start, row, column, number, place), word in ((one, second), (other, first)):
            content[start : start + 2 * length] = word
            cell = made.rows[row].cells[column]
            text = word.decode("utf-16-le")
            cell[number] = cell[number][:place] + text + cell[number][place + length :]
    return bytes(content), made
