"""How other programs than Tessera read documents: a file for each, and a line in this list."""

from .antiword import Antiword
from .camelot import Camelot
from .catdoc import Catdoc
from .docling import Docling
from .docx2python import Docx2Python
from .extractous import Extractous
from .kreuzberg import Kreuzberg
from .mammoth import Mammoth
from .markitdown import MarkItDown
from .pandoc import Pandoc
from .pdfplumber import PDFPlumber
from .python_docx import PythonDocx
from .unstructured import Unstructured

PEERS = {
    peer.name: peer
    for peer in (
        Pandoc(),
        Kreuzberg(),
        Extractous(),
        MarkItDown(),
        Docling(),
        Unstructured(),
        PythonDocx(),
        Mammoth(),
        Docx2Python(),
        PDFPlumber(),
        Camelot(),
        Antiword(),
        Catdoc(),
    )
}
# Those that read documents of many formats in one process, and fast: the ones to measure many documents or large ones with.
FAST = ("kreuzberg", "extractous")
