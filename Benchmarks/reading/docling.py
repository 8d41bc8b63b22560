"""docling: the part of it that reads markup. What reads PDF needs models and a stack for graphics processors."""

import pathlib

from . import grid
from .peer import Package


class Docling(Package):
    name = "docling"
    package = "docling-slim"
    formats = ("docx", "odt", "html")

    def start(self):
        from docling.backend.html_backend import HTMLDocumentBackend
        from docling.backend.msword_backend import MsWordDocumentBackend
        from docling.backend.opendocument_backend import OdtDocumentBackend
        from docling.datamodel.base_models import InputFormat
        from docling.datamodel.document import InputDocument

        # Its DocumentConverter does the same, but cannot even be imported without torch.
        backends = {
            ".docx": (InputFormat.DOCX, MsWordDocumentBackend),
            ".odt": (InputFormat.ODT, OdtDocumentBackend),
            ".html": (InputFormat.HTML, HTMLDocumentBackend),
        }

        def read(path):
            path = pathlib.Path(path)
            kind, backend = backends[path.suffix]
            document = InputDocument(path_or_stream=path, format=kind, backend=backend, filename=path.name)
            return document._backend.convert()

        return read

    def tables(self, result):
        return [
            grid.of_places(
                (cell.start_row_offset_idx, cell.start_col_offset_idx, cell.row_span, cell.col_span, cell.text)
                for cell in table.data.table_cells
            )
            for table in result.tables
        ]

    def text(self, result):
        return result.export_to_text()
