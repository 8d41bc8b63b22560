"""Lists in lists, in formats where one stands in an item of the other."""


def nested(paragraphs, write, begin, between, end):
    """The text of paragraphs, of which some are items of lists, as deep as their level says.

    `write` makes the text of one; `begin` opens a list and its first item, `between` parts two items, and `end` closes the
    last item and its list.
    """
    pieces, level = [], 0
    for paragraph in paragraphs:
        if paragraph.level > level:
            pieces.append(begin * (paragraph.level - level))
        else:
            pieces.append(end * (level - paragraph.level) + (between if paragraph.level else ""))
        level = paragraph.level
        pieces.append(write(paragraph))
    return "".join(pieces) + end * level
