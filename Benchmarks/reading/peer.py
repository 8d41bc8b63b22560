"""What all peers have in common: a program that reads documents, and what it says of them in one neutral shape.

Tables are a list of tables; a table is a list of rows, a row a list of cells as in HTML: a place that a cell of another
row or column covers has no cell of its own. See grid.py for the shape of a cell.
"""

import importlib.metadata
import shutil
import subprocess


class Peer:
    """A program that Tessera is compared with."""

    name = ""
    # The extensions of the files that it reads by itself, without a model, a network or an office program.
    formats = ()
    # Whether it has a notion of tables at all, and of cells that cover several rows or columns.
    has_tables = True
    has_spans = True

    def version(self):
        """Its version; None where it is not there."""
        raise NotImplementedError

    def start(self):
        """What a process does once, and returns what reads a document by its path."""
        raise NotImplementedError

    def tables(self, result):
        """The tables of what was read."""
        raise NotImplementedError

    def text(self, result):
        """The text of what was read, that of its tables included."""
        raise NotImplementedError


class Package(Peer):
    """A peer that is a Python package."""

    package = ""

    def version(self):
        try:
            return importlib.metadata.version(self.package or self.name)
        except importlib.metadata.PackageNotFoundError:
            return None


class Program(Peer):
    """A peer that is a program of its own: a process a document."""

    def path(self):
        return shutil.which(self.name)

    def command(self, path):
        """The whole command that reads a document."""
        raise NotImplementedError

    def start(self):
        def read(path):
            done = subprocess.run(self.command(path), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            if done.returncode:
                raise OSError(done.stderr.decode(errors="replace").strip() or f"exit code {done.returncode}")
            return done.stdout.decode(errors="replace")

        return read

    def version(self):
        return self.stated_version() if self.path() else None

    def stated_version(self):
        raise NotImplementedError
