"""kreuzberg: a library in Rust; its tables are lists of texts in Markdown. A merged cell stands at each of its places."""

from . import grid, markdown
from .peer import Package


class Kreuzberg(Package):
    name = "kreuzberg"
    formats = ("docx", "odt", "html", "rtf", "doc", "pdf")
    has_spans = False

    def start(self):
        from kreuzberg import ExtractionConfig, extract_file_sync

        # It remembers what it has read unless told otherwise.
        config = ExtractionConfig(use_cache=False)
        return lambda path: extract_file_sync(path, config=config)

    def tables(self, result):
        return [grid.of_lists([map(markdown.plain, row) for row in table.cells]) for table in result.tables]

    def text(self, result):
        return result.content
