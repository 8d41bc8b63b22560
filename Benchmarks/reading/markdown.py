"""Tables and text of Markdown: pipe tables, with the marks of emphasis, lists and escapes taken away."""

import html
import re

from . import grid

RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$")
LIST_MARK = re.compile(r"(?:(?<=\s)|^)[*+-](?=\s)")


def tables(markdown):
    """A row of dashes makes a table of the line above it and of the lines with bars below it. A table without a header
    has to have one all the same, an empty one."""
    lines = markdown.splitlines()
    found = []
    number = 1
    while number < len(lines):
        if RULE.match(lines[number]) and "|" in lines[number] and "|" in lines[number - 1]:
            end = number + 1
            while end < len(lines) and lines[end].lstrip().startswith("|"):
                end += 1
            header, *rows = map(cells, [lines[number - 1], *lines[number + 1 : end]])
            found.append(grid.of_lists([header, *rows] if "".join(header).strip() else rows))
            number = end
        number += 1
    return found


def cells(line):
    """The texts of a row; a bar behind a backslash belongs to the text."""
    inner = re.sub(r"^\s*\||(?<!\\)\|\s*$", "", line)
    return [plain(text) for text in re.split(r"(?<!\\)\|", inner)]


def plain(markdown):
    """The text without its marks."""
    text = re.sub(r"<br\s*/?>", "\n", markdown)
    text = re.sub(r"!?\[((?:[^][]|\[[^][]*\])*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)", r"\1", text)
    text = re.sub(r"(?<!\\)(\*\*|__)(?=\S)(.+?)(?<=\S)(?<!\\)\1", r"\2", text)
    text = LIST_MARK.sub(" ", text)
    return html.unescape(re.sub(r"\\([\\`*_{}\[\]()#+.!|<>~&-])", r"\1", text))


def text(markdown):
    lines = (line for line in markdown.splitlines() if not RULE.match(line))
    return "\n".join(plain(line.replace("|", " ")) for line in lines)
