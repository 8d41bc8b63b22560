"""The matrix of the committed dataset as flat OpenDocument text, in one table and in thirteen."""

import json

from . import odf

# The row that breaks over a page in `pages`, and the column whose last paragraph goes over.
BROKEN = ("II.6", "laws")


def write(report, folder):
    report = json.loads(report.read_text())
    title, author = report["report"]["title"], "U.S. Department of State"
    front = "".join(odf.heading(odf.text(matter["text"])) + "\n" for matter in report["front_matter"])
    lists = glossary(report) + resources(report)
    whole = odf.table("Matrix", 4, header(report), [row(report, entry) for entry in report["rows"]])
    pages = "".join(sheets(report))
    (folder / "matrix.fodt").write_text(odf.document(title, author, front + whole + lists))
    (folder / "pages.fodt").write_text(odf.document(title, author, front + pages + lists))


def header(report):
    return odf.row(odf.cell(odf.paragraph(odf.text(column["heading"]), "Heading")) for column in report["columns"])


def row(report, entry, skip=None):
    """One row; `skip` names a column whose last paragraph stands on the next page."""
    cells = [odf.cell("".join(odf.paragraph(odf.text(line)) for line in entry["labels"] + entry["titles"]))]
    for cell in entry["cells"]:
        paragraphs = linked(cell["text"], links(report, "cell", f"{entry['id']}/{cell['column']}"))
        cells.append(odf.cell("".join(paragraphs[:-1] if cell["column"] == skip else paragraphs)))
    return odf.row(cells)


def rest(report, entry, column):
    """What goes over to the next page: a row whose other cells, the label among them, are empty."""
    cells = [odf.cell(odf.paragraph(""))]
    for cell in entry["cells"]:
        paragraphs = linked(cell["text"], links(report, "cell", f"{entry['id']}/{cell['column']}"))
        cells.append(odf.cell(paragraphs[-1] if cell["column"] == column else odf.paragraph("")))
    return odf.row(cells)


def sheets(report):
    """The tables of the pages. A page begins where the text report types all headings again."""
    starts = {}
    for discarded in report["discarded"]:
        line = int(discarded["start"].split(":")[0])
        starts[line] = discarded["text"] == report["columns"][0]["heading"]
    breaks = [line for line, isFirst in starts.items() if isFirst]
    tables, rows, left = [], [], None
    for entry in report["rows"]:
        if breaks and int(entry["provenance"][0]["start"].split(":")[0]) > breaks[0]:
            breaks.pop(0)
            tables.append(rows)
            rows = [left] if left else []
            left = None
        broken = entry["id"] == BROKEN[0]
        if broken:
            left = rest(report, entry, BROKEN[1])
        rows.append(row(report, entry, skip=BROKEN[1] if broken else None))
    tables.append(rows)
    for number, rows in enumerate(tables):
        style = "Sheet" if number == 0 else "NextSheet"
        yield odf.table(f"Sheet{number + 1}", 4, "", [header(report), *rows], style) + odf.paragraph("") + "\n"


def glossary(report):
    heading = next(matter for matter in report["back_matter"] if matter["role"] == "glossary-heading")
    lines = [line for entry in report["glossary"] for line in (entry["key"], entry["expansion"])]
    return odf.heading(odf.text(heading["text"])) + "\n" + flow(odf.text(line) for line in lines)


def resources(report):
    heading = next(matter for matter in report["back_matter"] if matter["role"] == "resources-heading")
    code = next(matter for matter in report["back_matter"] if matter["role"] == "document-code")
    lines, organisation = [], None
    for entry in report["resources"]:
        if entry["organisation"] != organisation:
            organisation = entry["organisation"]
            lines.append(odf.text(organisation))
        lines += [odf.text(title) for title in entry["title"].split(" | ")]
        lines += [
            odf.link(link["url"], odf.text(link["as_written"]))
            for link in report["links"]
            if link["id"].startswith(f"resources/{entry['id']}@")
        ]
    return odf.heading(odf.text(heading["text"])) + "\n" + flow([*lines, odf.text(code["text"])])


def flow(lines):
    return "".join(odf.paragraph(line) + "\n" for line in lines)


def links(report, place, cell):
    return [link for link in report["links"] if link["place"] == place and link["cell"] == cell]


def linked(text, links):
    """The paragraphs of a cell, its links marked as such. As in the report, two blanks follow a sentence."""
    paragraphs, start = [], 0
    for line in text.split("\n\n"):
        end = start + len(line.encode())
        written, place = "", start
        for link in links:
            if start <= link["start"] < end:
                written += sentences(piece(text, place, link["start"]))
                written += odf.link(link["url"], odf.text(link["as_written"]))
                place = link["end"]
        paragraphs.append(odf.paragraph(written + sentences(piece(text, place, end))))
        start = end + 2
    return paragraphs


def piece(text, start, end):
    """A piece of a text by offsets that count UTF-8 bytes."""
    return text.encode()[start:end].decode()


def sentences(text):
    return odf.text(text.replace(". ", ".  "))
