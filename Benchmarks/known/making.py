"""Writes known documents of all formats into a folder, with their truth beside them."""

import json
import pathlib

from . import html, office, opendocument, richtext, shapes, word

WRITERS = {"docx": word.write, "odt": opendocument.write, "html": html.write, "rtf": richtext.write}
# Each with the extension of its files.
FORMATS = {**{name: name for name in WRITERS}, "doc": "doc", "tagged-pdf": "pdf", "untagged-pdf": "pdf"}


def make(folder, name, count, seed=1):
    """Makes so many documents of a format; returns their paths, each with its truth, or None where they cannot be made."""
    folder = pathlib.Path(folder) / name
    folder.mkdir(parents=True, exist_ok=True)
    is_written = name in WRITERS
    documents = [shapes.document(seed, number, has_far=is_written) for number in range(count)]
    paths = [folder / f"known-{number:03}.{FORMATS[name]}" for number in range(count)]
    if is_written:
        for path, document in zip(paths, documents):
            path.write_bytes(WRITERS[name](document))
    else:
        sources = folder.parent / "sources"
        sources.mkdir(exist_ok=True)
        words = [sources / f"{path.stem}.docx" for path in paths]
        for path, document in zip(words, documents):
            path.write_bytes(word.write(document, has_pages=True))
        if not office.convert(folder, words, name):
            return None
    truths = [{"file": path.name, **document.truth()} for path, document in zip(paths, documents)]
    lines = ",\n".join(json.dumps(truth, ensure_ascii=False) for truth in truths)
    (folder / "truth.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    return list(zip(paths, truths))
