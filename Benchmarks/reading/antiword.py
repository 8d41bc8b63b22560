"""antiword: Word documents of before 2007 as DocBook, which is the one form in which it writes tables."""

import re
import subprocess

from . import markup
from .peer import Program


class Antiword(Program):
    name = "antiword"
    formats = ("doc",)
    has_spans = False

    def stated_version(self):
        said = subprocess.run([self.path()], capture_output=True, text=True)
        found = re.search(r"Version:\s*(\S+)", said.stdout + said.stderr)
        return found[1] if found else "of an unknown version"

    def command(self, path):
        return [self.path(), "-x", "db", path]

    def tables(self, result):
        return markup.tables(result)

    def text(self, result):
        return markup.text(result)
