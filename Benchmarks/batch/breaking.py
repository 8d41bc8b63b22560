"""Twelve ways in which a document is broken, and what must be said of each."""

from . import markup, matrix, old_word, opendocument, pdf, plain, word


def truncated(random, made):
    content = word.docx(made)
    return content[: len(content) * 2 // 3]


def wrong_checksum(random, made):
    """The checksum that the archive states for the text is another, in both places; the markup itself is sound."""
    content = bytearray(opendocument.odt(made))
    change = random.randrange(1, 256)
    for mark, field, name in ((b"PK\3\4", 14, 30), (b"PK\1\2", 16, 46)):
        entry = content.index(b"content.xml", content.index(mark)) - name
        assert content[entry : entry + 4] == mark
        content[entry + field] ^= change
    return bytes(content)


def empty(random, made):
    return b""


def noise(random, made):
    return random.randbytes(5_000)


def entities(random, made):
    bomb = '<!DOCTYPE office:document [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {name} "{10 * f"&{inner};"}">' for inner, name in zip("abcdefgh", "bcdefghi")
    )
    head, rest = opendocument.fodt(made).split(b"\n", 1)
    return head + b"\n" + bomb.encode() + b"]>" + rest.replace(b"<text:p>", b"<text:p>&i;", 1)


def password(random, made):
    """The mark in the first block of a Word document that says that it is encrypted."""
    content = bytearray(old_word.TEMPLATE.read_bytes())
    block = content.index(b"\xec\xa5")
    content[block + 11] |= 1
    # Its key: no two of these files are the same.
    content[block + 14 : block + 18] = random.randbytes(4)
    return bytes(content)


def missing_cell(random, made):
    """A row of a text without its last cell; in a stream of cells, nothing else shows which one it is."""
    made.rows[random.randrange(len(made.rows) - 1)].cells.pop()
    return plain.tabs(made)


def missing_heading(random, made):
    made.headings[random.randint(1, 3)] = "Remarks"
    return markup.html(made)


def too_deep(random, made):
    depth = 300 + random.randrange(100)
    text = opendocument.fodt(made)
    place = text.index(b"<table:table ")
    end = text.index(b"</office:text>")
    return text[:place] + b"<text:section>" * depth + text[place:end] + b"</text:section>" * depth + text[end:]


def lost_objects(random, made):
    """A PDF whose objects all have lost their names."""
    return pdf.tagged(made).replace(b" obj\n", b" oops\n")


def wrong_bytes(random, made):
    """Bytes that are no characters in the encoding that the file states."""
    return markup.docbook(made).replace(b"<para>", b"<para>\xff\xfe\xff", 3)


def unexpected(random, made):
    """The revision of which it is known how many rows it has, with others."""
    made.revised = matrix.written(matrix.EXPECTED)
    return word.rtf(made)


# Each with the extension of its file, and the diagnostic that must be among those of the document.
KINDS = {
    "truncated-archive": (truncated, "docx", "damaged-archive"),
    "wrong-checksum": (wrong_checksum, "odt", "damaged-archive"),
    "empty-file": (empty, "txt", "empty-document"),
    "noise": (noise, "docx", "unsupported-format"),
    "entities": (entities, "fodt", "forbidden-declaration"),
    "password": (password, "doc", "encrypted-document"),
    "missing-cell": (missing_cell, "txt", "row-with-missing-cells"),
    "missing-heading": (missing_heading, "html", "no-matching-pipeline"),
    "too-deep": (too_deep, "fodt", "limit-exceeded"),
    "lost-objects": (lost_objects, "pdf", "damaged-document"),
    "wrong-bytes": (wrong_bytes, "xml", "damaged-markup"),
    "unexpected": (unexpected, "rtf", "unmet-expectation"),
}
