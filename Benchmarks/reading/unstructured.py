"""unstructured: a list of elements; a table has its HTML beside its text."""

import os
import pathlib

from . import markup
from .peer import Package


class Unstructured(Package):
    name = "unstructured"
    formats = ("docx", "odt", "html", "rtf")

    def start(self):
        os.environ.update(DO_NOT_TRACK="1", SCARF_NO_ANALYTICS="true", UNSTRUCTURED_DISABLE_NOTICE="1")
        import spacy
        from unstructured.nlp import tokenize

        # It fetches a model of English to tell titles from other paragraphs: this changes neither text nor tables.
        english = spacy.blank("en")
        english.add_pipe("sentencizer")
        tokenize._load_spacy_model = lambda: english

        from unstructured.partition.docx import partition_docx
        from unstructured.partition.html import partition_html
        from unstructured.partition.odt import partition_odt
        from unstructured.partition.rtf import partition_rtf

        readers = {".docx": partition_docx, ".odt": partition_odt, ".html": partition_html, ".rtf": partition_rtf}
        return lambda path: readers[pathlib.Path(path).suffix](filename=str(path))

    def tables(self, result):
        return [
            table
            for element in result
            if element.metadata.text_as_html
            for table in markup.tables(element.metadata.text_as_html)
        ]

    def text(self, result):
        return "\n".join(element.text for element in result)
