"""HTML, DocBook and the XML form of a document."""

from xml.sax.saxutils import escape


def html(matrix):
    def cell(paragraphs):
        return "<td>" + "".join(f"<p>{escape(text)}</p>\n" for text in paragraphs) + "</td>"

    rows = "".join("<tr>" + "".join(map(cell, row)) + "</tr>\n" for row in matrix.grid)
    back = "".join(f"<p>{escape(line)}</p>\n" for line in back_matter(matrix))
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><title>Matrix</title></head>\n<body>\n'
        f"<p>{escape(matrix.lead)}</p>\n<table>\n{rows}</table>\n{back}</body>\n</html>\n"
    ).encode()


def docbook(matrix):
    def rows(grid):
        def entry(cell):
            return "<entry>" + "".join(f"<para>{escape(text)}</para>" for text in cell) + "</entry>"

        return "".join("<row>" + "".join(map(entry, row)) + "</row>\n" for row in grid)

    grid = matrix.grid
    back = "".join(f"<para>{escape(line)}</para>\n" for line in back_matter(matrix))
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<article xmlns="http://docbook.org/ns/docbook" version="5.0">\n'
        f'<para>{escape(matrix.lead)}</para>\n<informaltable><tgroup cols="4">\n<thead>{rows(grid[:1])}</thead>\n'
        f"<tbody>{rows(grid[1:])}</tbody></tgroup></informaltable>\n{back}</article>\n"
    ).encode()


def document_xml(matrix):
    def paragraphs(lines):
        return "".join(f"<paragraph>{escape(text)}</paragraph>" for text in lines)

    def row(cells, is_header):
        mark = ' header="true"' if is_header else ""
        return f"<row{mark}>" + "".join(f"<cell>{paragraphs(cell)}</cell>" for cell in cells) + "</row>\n"

    rows = "".join(row(cells, number == 0) for number, cells in enumerate(matrix.grid))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<document xmlns="urn:tessera:document:1" version="1">\n'
        f'{paragraphs([matrix.lead])}\n<table kind="grid">\n{rows}</table>\n{paragraphs(back_matter(matrix))}\n'
        "</document>\n"
    ).encode()


def back_matter(matrix):
    lists = [line for entry in matrix.glossary for line in entry]
    return ["Acronyms", *lists] if lists else []
