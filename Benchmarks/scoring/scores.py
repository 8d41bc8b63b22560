"""What a program found in all documents of a format, as shares of what is known."""

import collections

from . import tables, texts

# Each share, of what, and whether it says something only of programs that know tables, or spans.
SHARES = {
    "tables": ("documents right", "documents", "has_tables"),
    "rows": ("rows right", "tables", "has_tables"),
    "cells": ("cells right", "cells", "has_tables"),
    "spans": ("spans right", "spanned", "has_spans"),
    "exact": ("exact", "tables", "has_tables"),
    "words": ("words found", "words", "has_text"),
    "in order": ("words in order", "words", "has_text"),
}


def shares(program, truths, found):
    counts = collections.Counter()
    for truth, one in zip(truths, found):
        known = [tables.of_truth(table) for table in truth["tables"]]
        counts.update(tables.score(known, one.get("tables") or []))
        counts.update(score_text(truth["text"], one.get("text")))
    knows = {
        "has_tables": program.has_tables,
        "has_spans": program.has_tables and program.has_spans,
        "has_text": any(one.get("text") for one in found),
    }
    results = {
        name: counts[part] / max(counts[whole], 1) if knows[condition] else None
        for name, (part, whole, condition) in SHARES.items()
    }
    return {**results, "not read": sum("error" in one for one in found)}


def differences(program, truth, found):
    """What is wrong with a document, in lines."""
    if "error" in found:
        return [found["error"]]
    if not program.has_tables:
        return []
    return tables.differences([tables.of_truth(table) for table in truth["tables"]], found["tables"] or [])


def score_text(truth, found):
    truth, found = texts.words(truth), texts.words(found)
    return {
        "words": len(truth),
        "words found": texts.complete(truth, found),
        "words in order": texts.in_order(truth, found),
    }
