"""What Tessera and its peers find in documents: for each document its tables and its text, or why it could not be read."""

import json
import pathlib
import subprocess
import xml.etree.ElementTree as elements

from reading import PEERS as KNOWN
from reading.peer import Program

from . import measuring, tables

PEERS = pathlib.Path(__file__).resolve().parents[1] / "peers"
# The blocks of Tessera's XML form of a document that have text.
TEXTS = ("paragraph", "preformatted", "heading", "list-item", "note")


class Tessera:
    has_tables = has_spans = True

    def __init__(self, program):
        self.program = str(program)
        self.name = "tessera"

    def found(self, paths):
        return [self.read(path) for path in paths]

    def read(self, path):
        done = subprocess.run(self.command(path), capture_output=True, text=True)
        if done.returncode:
            return {"error": done.stderr.strip()}
        found = {"tables": [tables.of_tessera(table) for table in json.loads(done.stdout)]}
        command = [self.program, "inspect", "--quiet", "--after", "read", "--format", "xml", str(path)]
        return {**found, "text": text_of_xml(subprocess.run(command, capture_output=True, check=True).stdout)}

    def command(self, path):
        return [self.program, "tables", "--quiet", str(path)]

    def warm(self, path, runs):
        return measuring.warm_tessera(self.command(path)[:-1], str(path), runs)


def text_of_xml(content):
    root = elements.fromstring(content)
    blocks = (block for block in root.iter() if block.tag.rpartition("}")[2] in TEXTS)
    return "\n".join("".join(block.itertext()) for block in blocks)


class OtherProgram:
    def __init__(self, python, line):
        self.python = python
        self.name = line
        self.peer = KNOWN[line.split()[0]]
        self.has_tables, self.has_spans = self.peer.has_tables, self.peer.has_spans

    def found(self, paths):
        """One process for all documents. Where it dies of one, another goes on behind that."""
        answers = []
        while len(answers) < len(paths):
            rest = [str(path) for path in paths[len(answers) :]]
            done = subprocess.run([self.python, PEERS, "found", self.peer.name, *rest], capture_output=True, text=True)
            answers += [self.answer(json.loads(line)) for line in done.stdout.splitlines()]
            if len(answers) < len(paths):
                answers.append({"error": f"it ended with exit code {done.returncode}: {done.stderr.strip()[-200:]}"})
        return answers

    def answer(self, found):
        if found.get("tables"):
            found["tables"] = [tables.of_neutral(table) for table in found["tables"]]
        return found

    def command(self, path):
        """pandoc, antiword and the like are started as they are; a package is read with by a process of Python."""
        asked = [self.python, PEERS, "command", self.peer.name, str(path)]
        return json.loads(subprocess.run(asked, stdout=subprocess.PIPE, text=True, check=True).stdout)

    def warm(self, path, runs):
        """A program has to be started for each document."""
        if isinstance(self.peer, Program):
            return None
        return measuring.warm_peer(self.python, PEERS, self.peer.name, str(path))


def others(python, extension):
    """The peers that are there and read such files."""
    asked = [python, PEERS, "list", extension]
    lines = subprocess.run(asked, stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines()
    return [OtherProgram(python, line) for line in lines]
