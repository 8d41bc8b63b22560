"""The documents of a batch: each depends on the seed and on its number alone."""

import hashlib
import random

from . import breaking, markup, matrix, old_word, opendocument, pdf, plain, word

# How to write a matrix, the extension of the file, and how many of a hundred documents are such.
FORMATS = {
    "docx": (word.docx, "docx", 20),
    "odt": (opendocument.odt, "odt", 10),
    "fodt": (opendocument.fodt, "fodt", 8),
    "html": (markup.html, "html", 10),
    "rtf": (word.rtf, "rtf", 10),
    "doc": (None, "doc", 8),
    "tagged-pdf": (pdf.tagged, "pdf", 6),
    "untagged-pdf": (pdf.untagged, "pdf", 4),
    "text-tabs": (plain.tabs, "txt", 8),
    "text-markdown": (plain.markdown, "txt", 4),
    "text-grid": (plain.grid, "txt", 4),
    "docbook": (markup.docbook, "xml", 3),
    "word-2003": (word.word_2003, "xml", 3),
    "document-xml": (markup.document_xml, "xml", 2),
}
# One document of so many is broken; one of so many is a copy of one before it.
BROKEN = 100
COPIES = 40


def generator(seed, number):
    return random.Random(f"{seed} {number}")


def original(seed, number):
    """The number of the document that this one is a copy of; its own where it is none."""
    is_copy = number % COPIES == COPIES - 1 and number % BROKEN != BROKEN // 2
    return number - 1 if is_copy else number


def make(seed, number, wanted=None):
    """The bytes of a document and what is true of it, its path included."""
    source = original(seed, number)
    random = generator(seed, source)
    # Below folders of two kinds of depth, and with a name that no other has.
    folder = f"{number // 1000:02}/{number // 100 % 10}" if number % 3 else f"{number // 1000:02}"
    date = matrix.day(source)
    if source % BROKEN == BROKEN // 2:
        kind = list(breaking.KINDS)[source // BROKEN % len(breaking.KINDS)]
        function, extension, diagnostic = breaking.KINDS[kind]
        content = function(random, matrix.shuffled(random, date))
        truth = {"status": "broken", "kind": kind, "diagnostic": diagnostic}
    else:
        name = wanted or random.choices(list(FORMATS), [weight for _, _, weight in FORMATS.values()])[0]
        write, extension, _ = FORMATS[name]
        if write is None:
            content, made = old_word.doc(random, date)
        else:
            made = matrix.shuffled(random, date)
            if name == "untagged-pdf":
                made.rows = [row for row in made.rows if pdf.shows(row)]
            content = write(made)
        truth = {"status": "good", "kind": name, **counts(made, name)}
    truth["path"] = path(folder, number, extension)
    if source != number:
        truth["copy_of"] = f"report-{source:05}"
    return content, truth


def path(folder, number, extension):
    return f"{folder}/report-{number:05}.{extension}"


def counts(made, kind):
    texts = made.texts()
    return {"rows": len(made.rows), "cells": len(texts), "texts": checksum(texts.items(), kind)}


def checksum(cells, kind):
    """The checksum of the texts of cells, in whatever order they come.

    A printed page does not always show where a paragraph ends: of such a document, the words count alone."""
    if kind == "untagged-pdf":
        cells = [(cell, " ".join(text.split())) for cell, text in cells]
    lines = sorted(f"{cell}\0{text}\0" for cell, text in cells)
    return hashlib.sha256("".join(lines).encode()).hexdigest()
