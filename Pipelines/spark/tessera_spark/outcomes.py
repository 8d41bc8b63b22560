"""What became of each document of the job."""

from __future__ import annotations

import json
from collections.abc import Iterable

from pyspark.sql import Row

from tessera_spark.documents import Listing, failure
from tessera_spark.records import Outcome, as_text, error


def settle(listing: Listing, results: Iterable[Row]) -> list[Outcome]:
    """One outcome for each document of the input, in the order of their paths.

    Of documents that give the same dataset, the first in this order has it. The order in which the executors were done
    does not matter.
    """
    by_source = {row.source: row for row in results}
    outcomes = list(listing.failed)
    owners: dict[str, str] = {}
    for file in listing.documents:
        row = by_source.get(file.source)
        if row is None:
            unread = error(
                "document-not-read",
                "Spark did not read this file: it vanished, or a name in its path begins with '_' or '.'",
                "give it another name, and run the job again",
            )
            outcomes.append(failure(file, unread))
            continue
        outcomes.append(_settle(row, owners))
    return sorted(outcomes, key=lambda outcome: outcome.source.encode())


def _settle(row: Row, owners: dict[str, str]) -> Outcome:
    outcome = Outcome(
        row.source,
        row.bytes,
        row.sha256,
        row.status,
        row.pipeline,
        row.report,
        None,
        row.diagnostics,
        row.attempts,
    )
    if row.status != "converted":
        return outcome
    folder, slash, _ = row.source.rpartition("/")
    dataset = f"{folder}{slash}{row.report}"
    owner = owners.setdefault(dataset, row.source)
    if owner == row.source:
        return outcome._replace(dataset=dataset)
    same = error(
        "same-report",
        f"'{owner}' and '{row.source}' both give the dataset '{dataset}'; it is that of the first",
        "convert one of them, or put them into folders of their own",
    )
    return outcome._replace(status="failed", diagnostics=as_text([*json.loads(row.diagnostics), same]))


def summary(outcomes: list[Outcome], seconds: dict[str, float]) -> Iterable[str]:
    """A line for each document that failed, with the error that decided, and one for all with the times."""
    for outcome in outcomes:
        if outcome.status != "converted":
            errors = [one for one in json.loads(outcome.diagnostics) if one["severity"] == "error"]
            deciding = errors[-1] if errors else {"message": "no reason is known", "id": "unknown"}
            yield f"{outcome.source}: error: {deciding['message']} [{deciding['id']}]"
    converted = sum(outcome.status == "converted" for outcome in outcomes)
    spent = "".join(f"; {name} {time:.1f} s" for name, time in seconds.items())
    yield f"{converted} converted, {len(outcomes) - converted} failed{spent}"
