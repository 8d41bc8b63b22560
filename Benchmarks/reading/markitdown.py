"""markitdown: Markdown, whose tables have no spans."""

from . import markdown
from .peer import Package


class MarkItDown(Package):
    name = "markitdown"
    formats = ("docx", "html", "pdf")
    has_spans = False

    def start(self):
        from markitdown import MarkItDown as Converter

        converter = Converter(enable_plugins=False)
        return lambda path: converter.convert(path).text_content

    def tables(self, result):
        return markdown.tables(result)

    def text(self, result):
        return markdown.text(result)
