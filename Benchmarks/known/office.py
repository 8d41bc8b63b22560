"""What LibreOffice Writer makes of Word documents: `.doc`, and PDF with and without tags."""

import pathlib
import shutil
import subprocess

FILTERS = {
    "doc": "doc:MS Word 97",
    "tagged-pdf": 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}',
    "untagged-pdf": 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"false"}}',
}


def convert(folder, documents, kind):
    """Converts documents into a folder, all at once; whether there was something to do it with."""
    if not shutil.which("soffice"):
        return False
    # A profile of its own, so that no open LibreOffice takes over the work and no setting of the user's has a say.
    profile = (pathlib.Path(folder).parent / "profile").resolve().as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", FILTERS[kind]]
    subprocess.run([*command, "--outdir", folder, *documents], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    # Where only other parts of LibreOffice are installed, it ends well and writes nothing.
    return any(folder.iterdir())
