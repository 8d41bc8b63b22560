"""The documents, the pipeline files and the bundle of the test."""

import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

TESTS = Path("Tests/TesseraPipelineTests")
RIVERS = TESTS / "Cases/clean-rivers"
REAL = Path("Input/us-poa-matrix-2007-07-17.txt")

MAX_BYTES = 1 << 20

# What the job does otherwise than a single machine: documents that it does not convert, and one that kills the worker.
DIFFERENT = {
    "parts/report_p1.txt": "part-of-report",
    "parts/report_p2.txt": "part-of-report",
    "large.txt": "document-too-large",
    "crash.txt": "worker-died",
    "_aside/rivers.txt": "document-not-read",
}


def make_documents(documents: Path, pipelines: Path) -> None:
    """Documents and pipeline files for them: small, large, of all formats, twice the same, and broken."""
    shutil.copytree("Pipelines", pipelines, ignore=shutil.ignore_patterns("spark"))
    shutil.copy(RIVERS / "pipeline.yaml", pipelines / "rivers.yaml")

    def write(name: str, content: bytes) -> None:
        path = documents / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    rivers = (RIVERS / "input.txt").read_bytes()
    for day in range(4, 31):
        write(f"rivers/report {day}.txt", rivers.replace(b"3 May 2024", f"{day} May 2024".encode()))
    # Gives the same dataset as `report 9.txt`, and comes before it.
    write("rivers/again.txt", rivers.replace(b"3 May 2024", b"9 May 2024"))
    real = REAL.read_bytes()
    for day in (17, 18, 19):
        write(f"real/{day}.txt", real.replace(b"July 17, 2007", f"July {day}, 2007".encode()))
    for extension in ("doc", "docx", "odt", "html", "rtf", "tagged.pdf"):
        write(f"formats/{extension}/matrix.{extension}", (TESTS / f"Documents/matrix.{extension}").read_bytes())

    write("broken/empty.docx", b"")
    write("broken/half.docx", (TESTS / "Documents/matrix.docx").read_bytes()[:9_000])
    write("broken/strange.txt", b"A text that no pipeline knows.\n")
    write("broken/cut.txt", rivers[:200])
    write("notes.md", b"No document.\n")
    write("parts/report_p1.txt", rivers)
    write("parts/report_p2.txt", rivers)
    write("large.txt", rivers + b" " * MAX_BYTES)
    write("crash.txt", rivers)
    write("_aside/rivers.txt", rivers)


def make_bundle(tessera: str, folder: Path) -> tuple[Path, Path]:
    """The bundle of the program, and the folder that it was unpacked into."""
    bundle, unpacked = folder / "tessera.tar.gz", folder / "bundle"
    subprocess.run(["Scripts/bundle", tessera, bundle], check=True)
    unpacked.mkdir()
    subprocess.run(["tar", "-xzf", bundle, "-C", unpacked], check=True)
    return bundle, unpacked


def with_gate(unpacked: Path, rendezvous: Path) -> Path:
    """A bundle with the gate before the program."""
    (unpacked / "tessera").rename(unpacked / "tessera-real")
    gate = Path(__file__).with_name("gate.py").read_text().replace("@RENDEZVOUS@", str(rendezvous))
    (unpacked / "tessera").write_text(f"#!{sys.executable}\n{gate}")
    (unpacked / "tessera").chmod(0o755)
    gated = unpacked.with_name("gated.tar.gz")
    with tarfile.open(gated, "w:gz", compresslevel=1) as archive:
        archive.add(unpacked, ".")
    return gated
