"""extractous: Apache Tika, compiled ahead of time; XHTML, in which it writes the tables that it has."""

from . import markup
from .peer import Package


class Extractous(Package):
    name = "extractous"
    formats = ("docx", "odt", "html", "rtf", "doc", "pdf")

    def start(self):
        from extractous import Extractor

        # It cuts texts off at 500,000 characters unless told otherwise.
        return Extractor().set_extract_string_max_length(1 << 30).set_xml_output(True).extract_file_to_string

    def tables(self, result):
        return markup.tables(result[0])

    def text(self, result):
        return markup.text(result[0])
