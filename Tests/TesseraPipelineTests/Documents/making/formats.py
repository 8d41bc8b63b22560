"""Turns the flat OpenDocument files into the other formats."""

import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import zipfile

from . import spans_flat

# 2024-03-03: what programs write for the time of the conversion, where they can be told.
EPOCH = "1709456400"

LIBREOFFICE = {
    "docx": "docx:MS Word 2007 XML",
    "odt": "odt",
    "html": "html:HTML (StarWriter)",
    "doc": "doc:MS Word 97",
    "rtf": "rtf:Rich Text Format",
    "xml": "xml:MS Word 2003 XML",
}

WANTED = {
    "matrix": ["docx", "odt", "html", "xml", "doc", "rtf"],
    "pages": ["docx", "odt", "html", "xml", "doc", "rtf"],
    "spans": ["docx", "odt", "doc", "rtf"],
}

# PDF with the structure of the document in it, and with nothing but its pages.
TAGGED = ["matrix", "pages"]
PLAIN = ["matrix", "pages"]

# LibreOffice invents a number for each session, and writes it into documents, unless it is told not to.
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Writer/Comparison"><prop oor:name="StoreRsid" oor:op="fuse"><value>false</value></prop></item>
</oor:items>
"""


def convert(folder):
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        (work / "profile/user").mkdir(parents=True)
        (work / "profile/user/registrymodifications.xcu").write_text(SETTINGS)
        for name, formats in WANTED.items():
            for kind in formats:
                office(work, folder / f"{name}.fodt", LIBREOFFICE[kind], folder / f"{name}.{kind}")
        for name in TAGGED:
            pdf(work, folder / f"{name}.fodt", folder / f"{name}.tagged.pdf", is_tagged=True)
        for name in PLAIN:
            pdf(work, folder / f"{name}.fodt", folder / f"{name}.plain.pdf", is_tagged=False)
        mark_header_row(folder / "spans.rtf")
        # It writes tracked changes into HTML and PDF as if nothing had been deleted.
        (work / "spans.fodt").write_text(spans_flat.document(accepts_changes=True))
        pdf(work, work / "spans.fodt", folder / "spans.tagged.pdf", is_tagged=True)
        office(work, work / "spans.fodt", LIBREOFFICE["html"], folder / "spans.html")
        html = folder / "matrix.html"
        pandoc(html, folder / "matrix.pandoc.docx")
        pandoc(html, folder / "matrix.pandoc.html", "--standalone")
        pandoc(html, folder / "matrix.docbook.xml", "--to=docbook", "--standalone")
    for file in folder.iterdir():
        if file.suffix in {".docx", ".odt"}:
            forget_session(file)


def office(work, source, kind, target):
    out = work / "out"
    out.mkdir(exist_ok=True)
    command = ["soffice", f"-env:UserInstallation=file://{work}/profile", "--headless", "--convert-to", kind]
    run([*command, "--outdir", str(out), str(source)])
    made = list(out.iterdir())
    if len(made) != 1:
        raise SystemExit(f"LibreOffice made no {target.name}")
    shutil.move(made[0], target)


def pdf(work, source, target, is_tagged):
    options = {"UseTaggedPDF": {"type": "boolean", "value": str(is_tagged).lower()}}
    office(work, source, f"pdf:writer_pdf_Export:{json.dumps(options)}", target)
    forget_time(target)
    if is_tagged:
        # The structure has an object for each paragraph: packed, the file is half as large.
        packing = ["--object-streams=generate", "--recompress-flate", "--compression-level=9", "--deterministic-id"]
        run(["qpdf", "--replace-input", *packing, str(target)])


def pandoc(source, target, *options):
    run(["pandoc", *options, "--from=html", str(source), "-o", str(target)])


def run(command):
    environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "TZ": "UTC", "LC_ALL": "C.UTF-8"}
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def mark_header_row(file):
    """Says of the first row what LibreOffice knows and does not write: that it is repeated on every page."""
    file.write_bytes(file.read_bytes().replace(rb"\trowd", rb"\trowd\trhdr", 1))


def forget_session(file):
    """Packs an archive again, without the time of the conversion and the numbers that LibreOffice made up."""
    packed = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(packed, "w") as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == "settings.xml":
                content = re.sub(rb'("Rsid(?:Root)?" config:type="int">)\d+', rb"\g<1>0", content)
            elif entry.filename == "content.xml":
                # Tracked changes are named after an address in memory.
                for number, name in enumerate(dict.fromkeys(re.findall(rb'"(ct\d{6,})"', content))):
                    content = content.replace(name, b"ct%d" % number)
            timeless = zipfile.ZipInfo(entry.filename)
            timeless.compress_type = entry.compress_type
            new.writestr(timeless, content)
    file.write_bytes(packed.getvalue())


def forget_time(file):
    """Overwrites the date of a PDF and the numbers made from it, each with as many characters."""
    content = re.sub(rb"(?<=/CreationDate\(D:)\d{14}", b"20240303090000", file.read_bytes())
    zeros = lambda match: b"0" * len(match[0])  # noqa: E731
    content = re.sub(rb"(?<=/DocChecksum /)[0-9A-F]{32}", zeros, content)
    file.write_bytes(re.sub(rb"(?<=<)[0-9A-F]{32}(?=>)", zeros, content))
