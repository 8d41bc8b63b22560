"""Folders of any storage that Hadoop knows: local, HDFS, object stores. Runs on the driver."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from typing import Any

from pyspark.sql import Row, SparkSession

from tessera_spark.documents import Found

# Writing waits for the storage, and not for the processor.
THREADS = 8


class Storage:
    """A folder, by its address."""

    def __init__(self, spark: SparkSession, address: str) -> None:
        jvm = spark.sparkContext._jvm
        assert jvm
        self._path_class = jvm.org.apache.hadoop.fs.Path
        path = self._path_class(address)
        self._system = path.getFileSystem(spark.sparkContext._jsc.hadoopConfiguration())
        self.root: str = self._system.makeQualified(path).toString().rstrip("/")

    def is_folder(self) -> bool:
        """Whether the folder is there."""
        path = self._path_class(self.root)
        return bool(self._system.exists(path) and self._system.getFileStatus(path).isDirectory())

    def files(self) -> Iterator[Found]:
        """All files below the folder, by their paths below it, in no order."""
        listing = self._system.listFiles(self._path_class(self.root), True)
        while listing.hasNext():
            status = listing.next()
            yield Found(status.getPath().toString()[len(self.root) + 1 :], int(status.getLen()))

    def remove(self, name: str) -> None:
        """Removes a folder with all that is in it, where it is there."""
        self._system.delete(self._path(name), True)

    def publish(self, datasets: Iterable[Row], folder: str, scratch: str) -> None:
        """Writes the files of datasets, several datasets at a time. A dataset is written aside and then renamed."""
        numbered = iter(enumerate(datasets))
        with ThreadPoolExecutor(THREADS) as threads:
            # A few at a time, so that they never lie in memory all together.
            while batch := list(islice(numbered, 4 * THREADS)):
                list(threads.map(lambda item: self._publish(item[1], folder, f"{scratch}/{item[0]}"), batch))

    def _publish(self, dataset: Row, folder: str, scratch: str) -> None:
        for file in dataset.files:
            stream: Any = self._system.create(self._path(f"{scratch}/new/{file.name}"), True)
            try:
                stream.write(bytearray(file.content))
            finally:
                stream.close()
        place = self._path(f"{folder}/{dataset.dataset}")
        self._system.mkdirs(place.getParent())
        if self._system.exists(place):
            self._rename(place, self._path(f"{scratch}/old"))
        self._rename(self._path(f"{scratch}/new"), place)

    def _rename(self, old: Any, new: Any) -> None:
        if not self._system.rename(old, new):
            raise OSError(f"{old.toString()} cannot be renamed to {new.toString()}")

    def _path(self, name: str) -> Any:
        return self._path_class(f"{self.root}/{name}")
