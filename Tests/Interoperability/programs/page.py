"""A program that shows the page of Markdown."""

import re

from markdown_it import MarkdownIt

from .dataset import compare_texts, expect


def markdown_pieces(page):
    """The texts of a page of CommonMark, as a browser shows them: (kind, text) for headings and paragraphs."""
    pieces = []
    kind = ""
    for token in MarkdownIt("commonmark").parse(page):
        if token.type in ("heading_open", "paragraph_open"):
            kind = token.tag if token.level == 0 or token.tag != "p" else "item"
        elif token.type == "inline":
            text, marks = "", []
            for child in token.children:
                if child.type in ("softbreak", "hardbreak"):
                    text += "\n"
                elif child.type in ("text", "code_inline"):
                    text += child.content
                else:
                    marks.append(child.type)
            if kind == "p" and marks and marks[0] in ("em_open", "strong_open"):
                kind = marks[0].partition("_")[0]
            elif kind == "p" and marks:
                kind = f"p with {marks}"
            pieces.append((kind, text))
        elif token.type in ("fence", "code_block", "html_block", "hr", "blockquote_open"):
            pieces.append((token.type, token.content))
    return pieces


def markdown(dataset):
    """Every cell stands in the page, and is shown exactly as it is."""
    pieces = markdown_pieces((dataset.folder / "report.md").read_text("utf-8"))
    headings = {column["heading"]: column["id"] for column in dataset.report["columns"]}
    row = column = None
    seen, titles, complaints = {}, {}, []
    for kind, text in pieces:
        if kind in ("h1", "h2"):
            row = column = None
        elif kind == "em" and text.startswith("(row "):
            row = re.match(r"\(row ([^,)]*)", text).group(1)
            titles[row] = []
        elif kind == "h3":
            column = headings[text]
            seen[f"{row}/{column}"] = []
        elif kind == "strong" and row and column is None:
            titles[row].append(text)
        elif kind == "p":
            seen[f"{row}/{column}"].append(text)
        elif kind not in ("em", "item"):
            complaints.append(f"there is a {kind}: {text!r}")
    complaints += compare_texts({name: "\n\n".join(text) for name, text in seen.items()}, dataset.cells)
    complaints += expect("titles", titles, {row["id"]: row["titles"] for row in dataset.report["rows"]})
    return complaints + expect("title", pieces[0], ("h1", dataset.report["report"]["title"]))
