"""mammoth: Word documents as HTML."""

from . import markup
from .peer import Package


class Mammoth(Package):
    name = "mammoth"
    formats = ("docx",)

    def start(self):
        import mammoth

        def read(path):
            with open(path, "rb") as file:
                return mammoth.convert_to_html(file).value

        return read

    def tables(self, result):
        return markup.tables(result)

    def text(self, result):
        return markup.text(result)
