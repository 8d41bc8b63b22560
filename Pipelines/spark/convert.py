#!/usr/bin/env python3
"""Converts a folder of documents on a cluster of Apache Spark.

Usage: spark-submit convert.py --input ADDRESS --output ADDRESS --bundle tessera.tar.gz [--pipelines FOLDER]

Folders may be local or in any storage that Hadoop knows. The output gets `datasets`, a folder for each report as
`tessera convert` writes it; `tables`, a Parquet dataset for each table; and `outcomes`, which has a line for each
document. Exit codes: 0 all converted, 1 a document failed, 2 the job cannot begin.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pyspark.sql import DataFrame, Row, SparkSession
from pyspark.sql import functions as column

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from tessera_spark.conversion import BUNDLE, PROJECT, converter  # noqa: E402
from tessera_spark.documents import Listing, sort_out  # noqa: E402
from tessera_spark.outcomes import settle, summary  # noqa: E402
from tessera_spark.records import OUTCOME, RESULT, Outcome  # noqa: E402
from tessera_spark.storage import Storage  # noqa: E402
from tessera_spark.tables import write_tables  # noqa: E402

# What a document costs besides its bytes, in bytes: so that a thousand small ones do not weigh nothing.
COST_OF_A_DOCUMENT = 64 << 10

# Removed at the end, and before a new beginning.
SCRATCH = "_scratch"


def arguments() -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(description="Convert a folder of documents on a cluster of Apache Spark.")
    parser.add_argument("--input", required=True, metavar="ADDRESS", help="folder of documents")
    parser.add_argument("--output", required=True, metavar="ADDRESS", help="folder for datasets, tables and outcomes")
    parser.add_argument(
        "--bundle", required=True, type=Path, metavar="FILE", help="tessera.tar.gz, as 'make bundle' makes it"
    )
    parser.add_argument(
        "--pipelines", default=HERE.parent, type=Path, metavar="FOLDER", help="pipeline files (default: those beside)"
    )
    parser.add_argument(
        "--partitions", type=int, default=0, metavar="N", help="tasks (default: four for each core of the cluster)"
    )
    parser.add_argument(
        "--max-bytes", type=int, default=256 << 20, metavar="N", help="largest document (default: 256 MiB)"
    )
    parser.add_argument(
        "--timeout", type=float, default=600, metavar="SECONDS", help="longest time for a document (default: 600)"
    )
    return parser.parse_args()


def mistakes(options: argparse.Namespace) -> list[str]:
    """What is wrong with the command line, before anything is begun."""
    found = []
    if not options.bundle.is_file():
        found.append(f"there is no bundle '{options.bundle}'; make it with 'make bundle'")
    files = sorted(options.pipelines.glob("*.y*ml"))
    if not files:
        found.append(f"there is no pipeline file in '{options.pipelines}'; name their folder with --pipelines")
    for file in files:
        if re.search(r"^parts\s*:", file.read_text("utf-8"), re.MULTILINE):
            found.append(f"'{file}' has 'parts:', which needs files beside each other; use 'tessera convert'")
    if options.partitions < 0 or options.max_bytes < 1 or options.timeout <= 0:
        found.append("--partitions, --max-bytes and --timeout must be greater than 0")
    # Spark cannot hold a longer value.
    if options.max_bytes >= 1 << 30:
        found.append("--max-bytes must be less than 1 GiB, for Spark holds no larger documents")
    return found


def hand_out(spark: SparkSession, options: argparse.Namespace, scratch: Path) -> None:
    """Gives all executors what they need: the program, the pipeline files, and this package."""
    context = spark.sparkContext
    # Their names when unpacked come from the names of the files.
    bundle = scratch / f"{BUNDLE}.tar.gz"
    shutil.copyfile(options.bundle, bundle)
    project = scratch / f"{PROJECT}.tar.gz"
    with tarfile.open(project, "w:gz") as archive:
        # Clusters hand out folders as symbolic links.
        archive.add(options.pipelines.resolve(), "Pipelines", filter=_without_this_folder)
    context.addArchive(f"{bundle}#{BUNDLE}")
    context.addArchive(f"{project}#{PROJECT}")
    # Where it is not beside this file, the executors have it already, from --py-files.
    if (HERE / "tessera_spark").is_dir():
        context.addPyFile(shutil.make_archive(str(scratch / "tessera_spark"), "zip", HERE, "tessera_spark"))


def _without_this_folder(entry: tarfile.TarInfo) -> tarfile.TarInfo | None:
    return None if entry.name == "Pipelines/spark" else entry


def convert(spark: SparkSession, options: argparse.Namespace, root: str, listing: Listing, place: str) -> DataFrame:
    """Converts all documents, and keeps what comes out, so that nothing is ever converted twice."""
    partitions = options.partitions or 4 * spark.sparkContext.defaultParallelism
    # Spark packs files into tasks by their sizes, the largest first: a large one has a task for itself, and no bytes go
    # over the network but from the storage to the executor that converts them.
    spark.conf.set("spark.sql.files.openCostInBytes", str(COST_OF_A_DOCUMENT))
    spark.conf.set("spark.sql.files.minPartitionNum", str(partitions))
    left_out = {outcome.source for outcome in listing.failed}.union(listing.others)
    documents = (
        spark.read.format("binaryFile")
        .option("recursiveFileLookup", "true")
        .load(root)
        .where(column.col("length") <= options.max_bytes)
        .select("path", "content")
    )
    rows = documents.rdd
    # Spark passes over files without a byte; they fail with the program's own reason, as on a single machine.
    empty = [Row(path=f"{root}/{file.source}", content=b"") for file in listing.documents if file.bytes == 0]
    if empty:
        rows = rows.union(spark.sparkContext.parallelize(empty, 1))
    results = rows.mapPartitions(converter(root, left_out, options.timeout))
    spark.createDataFrame(results, RESULT, verifySchema=False).write.mode("overwrite").parquet(place)
    return spark.read.schema(RESULT).parquet(place)


def run(
    spark: SparkSession, options: argparse.Namespace, scratch: Path, seconds: dict[str, float]
) -> list[Outcome] | str:
    """Carries out the job. Returns the outcomes, or why it cannot begin; adds how long each part of it took."""
    source, output = Storage(spark, options.input), Storage(spark, options.output)
    if not source.is_folder():
        return f"'{options.input}' is no folder"
    listing = sort_out(source.files(), options.max_bytes)
    if not listing.documents and not listing.failed:
        return f"there is no document in '{options.input}'"
    hand_out(spark, options, scratch)
    # A run that was broken off leaves these; the outcomes come last, and say that all the rest is there.
    output.remove(SCRATCH)
    output.remove("outcomes")

    with timed(seconds, "converting"):
        results = convert(spark, options, source.root, listing, f"{output.root}/{SCRATCH}/results")
    outcomes = settle(listing, results.drop("files", "columns").toLocalIterator(prefetchPartitions=True))
    summaries = spark.createDataFrame(outcomes, OUTCOME)

    named = summaries.where("dataset is not null").select("source", "dataset")
    datasets = results.join(column.broadcast(named), "source").select(
        "dataset", column.col("source").alias("source_path"), "pipeline", "columns", "files"
    )
    kinds = [row.columns for row in datasets.select("columns").where("columns is not null").distinct().collect()]
    output.remove("tables")
    with timed(seconds, "writing tables"):
        write_tables(spark, datasets, kinds, f"{output.root}/tables")
    with timed(seconds, "writing datasets"):
        files = datasets.select("dataset", "files").toLocalIterator(prefetchPartitions=True)
        output.publish(files, "datasets", f"{SCRATCH}/datasets")
    summaries.coalesce(1).write.mode("overwrite").parquet(f"{output.root}/outcomes")
    output.remove(SCRATCH)
    return outcomes


@contextmanager
def timed(seconds: dict[str, float], name: str) -> Iterator[None]:
    """Notes how long something takes."""
    start = time.monotonic()
    yield
    seconds[name] = time.monotonic() - start


def main() -> int:
    options = arguments()
    found = mistakes(options)
    if found:
        print(*(f"convert.py: error: {mistake}" for mistake in found), sep="\n", file=sys.stderr)
        return 2
    # Some platforms have a session before the job begins, and end it themselves.
    own = SparkSession.getActiveSession() is None
    spark = SparkSession.builder.appName("tessera").getOrCreate()
    seconds: dict[str, float] = {}
    try:
        with tempfile.TemporaryDirectory() as scratch:
            outcomes = run(spark, options, Path(scratch), seconds)
    finally:
        if own:
            spark.stop()
    if isinstance(outcomes, str):
        print(f"convert.py: error: {outcomes}", file=sys.stderr)
        return 2
    print(*summary(outcomes, seconds), sep="\n")
    return 0 if all(outcome.status == "converted" for outcome in outcomes) else 1


if __name__ == "__main__":
    # Some platforms take every SystemExit for a failure.
    if code := main():
        sys.exit(code)
