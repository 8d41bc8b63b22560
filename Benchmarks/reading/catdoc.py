"""catdoc: the text of Word documents of before 2007."""

import re
import subprocess

from .peer import Program


class Catdoc(Program):
    name = "catdoc"
    formats = ("doc",)
    has_tables = False
    has_spans = False

    def stated_version(self):
        said = subprocess.run([self.path(), "-V"], capture_output=True, text=True)
        found = re.search(r"\d[\d.]+\w*", said.stdout + said.stderr)
        return found[0] if found else "of an unknown version"

    def command(self, path):
        return [self.path(), "-w", "-d", "utf-8", path]

    def tables(self, result):
        return None

    def text(self, result):
        return result
