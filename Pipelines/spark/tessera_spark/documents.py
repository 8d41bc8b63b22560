"""Which files of the input folder are documents, and which of them the job can convert."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from tessera_spark.records import Outcome, as_text, error

# The extensions that `tessera formats` lists.
EXTENSIONS = frozenset(
    "dbk doc docbook docm docx dot dotm dotx fodt htm html odm odt oth ott pdf rtf text txt xht xhtml xml".split()
)

# Names such as `report_p2.txt`, `report-part2.html` and `report.html?page=2`.
_SUFFIX = re.compile(r"(.+)([_-](?:part|page|p))([0-9]{1,4})(\.[^.]*)?", re.IGNORECASE)
_QUERY = re.compile(r"(.+)([?&]page=)([0-9]{1,4})(\..*)?", re.IGNORECASE)


class Found(NamedTuple):
    """A file of the input folder."""

    source: str
    bytes: int


class Listing(NamedTuple):
    """The files of the input folder, sorted out."""

    documents: list[Found]
    failed: list[Outcome]
    others: list[str]


def sort_out(files: Iterable[Found], max_bytes: int) -> Listing:
    """Separates what is converted from what is reported as failed and what is no document.

    Documents come in the order of their paths, byte by byte, as `tessera convert` has them.
    """
    ordered = sorted(files, key=lambda file: file.source.encode())
    candidates = [file for file in ordered if _is_document(file.source)]
    parts = parts_of_reports([file.source for file in candidates])
    listing = Listing([], [], [file.source for file in ordered if not _is_document(file.source)])
    for file in candidates:
        if file.source in parts:
            listing.failed.append(
                failure(
                    file,
                    error(
                        "part-of-report",
                        "the name says that this is a part of a report in several files, which the job does not join",
                        "convert the report with 'tessera convert', or give the file another name",
                    ),
                )
            )
        elif file.bytes > max_bytes:
            listing.failed.append(
                failure(
                    file,
                    error(
                        "document-too-large",
                        f"the document has {file.bytes} bytes, and --max-bytes allows {max_bytes}",
                        "raise --max-bytes, and the memory of the executors with it, or use 'tessera convert'",
                    ),
                )
            )
        else:
            listing.documents.append(file)
    return listing


def failure(file: Found, diagnostic: dict[str, str]) -> Outcome:
    """The outcome of a document that no executor has converted."""
    return Outcome(file.source, file.bytes, None, "failed", None, None, None, as_text([diagnostic]), 0)


def parts_of_reports(sources: list[str]) -> set[str]:
    """The files that are parts of a report by their names, as `tessera convert` sees it."""
    groups: dict[tuple[str, str], list[tuple[str, int]]] = {}
    for source in sources:
        if found := _part(source):
            whole, mark, number = found
            groups.setdefault((whole, mark), []).append((source, number))
    present = set(sources)
    parts: set[str] = set()
    for (whole, mark), members in groups.items():
        first = _unmarked_number(mark, [number for _, number in members])
        if whole in present and first is not None:
            members = [*members, (whole, first)]
        # The first and only part is a whole report.
        if len(members) > 1 or members[0][1] > 1:
            parts.update(source for source, _ in members)
    return parts


def _part(source: str) -> tuple[str, str, int] | None:
    folder, slash, name = source.rpartition("/")
    found = _QUERY.fullmatch(name) or _SUFFIX.fullmatch(name)
    if not found:
        return None
    before, mark, number, after = found.groups()
    return f"{folder}{slash}{before}{after or ''}", mark.lower(), int(number)


def _unmarked_number(mark: str, others: list[int]) -> int | None:
    """The number of a first part whose name has no mark. Pages of a site count from 0 or 1, other parts from 1."""
    if not mark.endswith("="):
        return None if min(others) < 2 else 1
    return None if min(others) == 0 else min(1, min(others) - 1)


def _is_document(source: str) -> bool:
    part = _part(source)
    name = (part[0] if part else source).rpartition("/")[2]
    stem, dot, extension = name.rpartition(".")
    return bool(stem and dot) and extension.lower() in EXTENSIONS and not source.rpartition("/")[2].startswith(".")
