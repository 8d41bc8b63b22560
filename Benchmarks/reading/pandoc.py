"""pandoc, the converter of documents: HTML, in which it writes tables with their spans."""

import shutil
import subprocess

from . import markup
from .peer import Program


class Pandoc(Program):
    name = "pandoc"
    formats = ("docx", "odt", "html", "rtf")

    def path(self):
        """That of the Python package, or else the system's own."""
        try:
            import pypandoc

            return pypandoc.get_pandoc_path()
        except (ImportError, OSError):
            return shutil.which("pandoc")

    def stated_version(self):
        return subprocess.run([self.path(), "--version"], capture_output=True, text=True).stdout.split()[1]

    def command(self, path):
        return [self.path(), "--to", "html", "--wrap", "none", path]

    def tables(self, result):
        return markup.tables(result)

    def text(self, result):
        return markup.text(result)
