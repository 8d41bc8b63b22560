"""Lets the communities of the description formats judge what a dataset says of itself, then proves that they would object.

Usage: descriptions.py OUTPUT...
    OUTPUT  folders that hold dataset folders and catalog.json

frictionless reads datapackage.json and catalog.json, csvw the CSV on the Web metadata, rdflib and pyshacl DCAT and PROV-O,
mlcroissant Croissant, and the schema of the Citation File Format CITATION.cff. Nobody fetches anything.

Prints what failed and, as its last line, "N passed, M failed"; exits 1 where anything failed.
"""

import hashlib
import importlib.util
import json
import logging
import shutil
import socket
import sys
import tempfile
import warnings
from pathlib import Path

import mlcroissant
import yaml
from csvw import TableGroup
from csvw.metadata import CSVW
from frictionless import Catalog, Package
from jsonschema import Draft7Validator
from pyshacl import validate
from rdflib import DCTERMS, PROV, RDF, Graph, Namespace, URIRef

from tally import Tally

HERE = Path(__file__).parent
DCAT = Namespace("http://www.w3.org/ns/dcat#")
SPDX = Namespace("http://spdx.org/rdf/terms#")
# cffconvert carries the schema. Its code wants a jsonschema of long ago, so only the file is taken.
CFFCONVERT = Path(importlib.util.find_spec("cffconvert").submodule_search_locations[0])
CITATION_SCHEMA = Draft7Validator(
    json.loads((CFFCONVERT / "schemas/1.2.0/schema.json").read_text("utf-8")),
    format_checker=Draft7Validator.FORMAT_CHECKER,
)
SHAPES = Graph().parse(HERE / "dcat-shapes.ttl")

# How many records the tools must see where the report is known.
KNOWN_RECORDS = {"us-poa-matrix-2007-07-17": {"rows": 37, "cells": 111, "matrix": 37, "columns": 4}}


def offline(*arguments, **options):
    raise OSError("a tool wants to use the network")


def tables_of(folder):
    """The tables that datapackage.json describes, with the number of their records."""
    package = Package(str(folder / "datapackage.json"))
    return {resource.name: len(resource.read_rows()) for resource in package.resources if resource.type == "table"}


# Data Package


def package(folder):
    report = Package(str(folder / "datapackage.json")).validate()
    found = [f"{error.type}: {error.message}" for error in report.errors] + list(report.warnings)
    for task in report.tasks:
        found += [f"{task.place}: {error.type}: {error.message}" for error in task.errors]
        found += [f"{task.place}: {warning}" for warning in task.warnings]
    return found or ([] if report.valid else ["frictionless calls it invalid without saying why"])


def every_file(folder):
    """Files that datapackage.json forgets, or makes up; what the output folder keeps is none of a conversion."""
    described = {resource.path for resource in Package(str(folder / "datapackage.json")).resources}
    present = {path.name for path in folder.iterdir()} - {"datapackage.json", "CHANGES.md", "link_status.csv"}
    return [f"{name} is not in both the folder and datapackage.json" for name in sorted(described ^ present)]


def catalog(output):
    """Both readings of catalog.json, against the folders that are there."""
    there = {path.parent.name for path in output.glob("*/datapackage.json")}
    read = Catalog(str(output / "catalog.json"))
    found = [] if {dataset.name for dataset in read.datasets} == there else [f"the catalogue has {read.dataset_names}"]
    for dataset in read.datasets:
        if dataset.package.name != dataset.name or not dataset.package.resources:
            found.append(f"{dataset.name} leads to the package {dataset.package.name}")
    entries = json.loads((output / "catalog.json").read_text("utf-8"))["resources"]
    if {entry["path"] for entry in entries} != {f"{name}/datapackage.json" for name in there}:
        found.append("the resources are others than the folders")
    for entry in entries:
        content = (output / entry["path"]).read_bytes()
        if entry["bytes"] != len(content) or entry["hash"] != f"sha256:{hashlib.sha256(content).hexdigest()}":
            found.append(f"{entry['path']} has another checksum or length")
    report = Package(str(output / "catalog.json")).validate()
    found += [f"as a package: {error.message}" for task in report.tasks for error in task.errors]
    return found + [f"as a package: {error.message}" for error in report.errors]


# CSV on the Web


def csvw(folder):
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # the package warns where metadata is wrong, and goes on
        group = TableGroup.from_file(str(folder / "csv-metadata.json"))
        counts = {table.local_name.removesuffix(".csv"): len(list(table.iterdicts())) for table in group.tables}
        found = [] if counts == tables_of(folder) else [f"it sees other records: {counts}"]
        found += [f"{table.local_name}: a key twice" for table in group.tables if not table.check_primary_key()]
        if not group.check_referential_integrity(strict=True):
            found.append("a key that leads nowhere")
        if not CSVW(str(folder / "csv-metadata.json"), validate=True).is_valid:
            found.append("csvw calls it invalid")
    return found


# DCAT and PROV-O


def graph_of(folder):
    return Graph().parse(folder / "dcat.jsonld", format="json-ld")


def dcat(folder):
    graph = graph_of(folder)
    conforms, _, text = validate(graph, shacl_graph=SHAPES, inference="none")
    found = [] if conforms else [text]
    root = URIRef((folder.resolve()).as_uri() + "/")
    if list(graph.subjects(RDF.type, DCAT.Dataset)) != [root]:
        found.append("the dataset is not the folder")
    for distribution in graph.objects(root, DCAT.distribution):
        path = folder.resolve() / str(distribution).rsplit("/", 1)[1]
        if str(graph.value(graph.value(distribution, SPDX.checksum), SPDX.checksumValue)) != sha256(path):
            found.append(f"{path.name} has another checksum")
    source = graph.value(root, PROV.wasDerivedFrom)
    path = Path(str(graph.value(source, DCTERMS.title)))
    if path.is_file() and str(graph.value(graph.value(source, SPDX.checksum), SPDX.checksumValue)) != sha256(path):
        found.append("the source has another checksum")
    plan = graph.value(predicate=RDF.type, object=PROV.Plan)
    path = Path(str(graph.value(plan, DCTERMS.title)))
    if path.is_file() and str(graph.value(graph.value(plan, SPDX.checksum), SPDX.checksumValue)) != sha256(path):
        found.append("the pipeline file has another checksum")
    return found


def sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


# Croissant


def croissant(folder):
    found = []
    expected = tables_of(folder)
    for name in expected:
        # One object for each: mlcroissant 1.1.1 cannot join a record set that it has read before.
        dataset = mlcroissant.Dataset(jsonld=str(folder / "croissant.json"))
        count = sum(1 for _ in dataset.records(name))
        if count != expected[name]:
            found.append(f"{name}: {count} records instead of {expected[name]}")
    issues = dataset.metadata.ctx.issues
    found += sorted(issues.errors)
    # What nobody says is left out, and a date is the version that reports have.
    known = ("is recommended, but does not exist", "Version doesn't follow MAJOR.MINOR.PATCH")
    return found + sorted(warning for warning in issues.warnings if not any(text in warning for text in known))


# Citation


def citation(folder):
    value = yaml.safe_load((folder / "CITATION.cff").read_text("utf-8"))
    return [f"{error.json_path}: {error.message}" for error in CITATION_SCHEMA.iter_errors(value)]


# Judges who never say no prove nothing.


def rejects(judge, folder, corrupt):
    """Corrupts a copy of a dataset, or of an output folder; the judge must object."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / folder.name
        shutil.copytree(folder, copy)
        corrupt(copy)
        try:
            complaints = judge(copy)
        except Exception as error:  # it may say so in this way
            complaints = [str(error)]
    return [] if complaints else ["it is accepted"]


def replacing(name, old, new):
    def corrupt(folder):
        text = (folder / name).read_text("utf-8")
        if old not in text:
            raise SystemExit(f"{name} does not hold {old!r}: the test is out of date")
        (folder / name).write_text(text.replace(old, new, 1), "utf-8")

    return corrupt


BROKEN = [
    (package, "a changed report.json", replacing("report.json", '"version"', '"revision"')),
    (package, "a changed citation", replacing("CITATION.cff", "dataset", "data set")),
    (every_file, "a file that nobody describes", lambda folder: (folder / "more.csv").write_text("a\n")),
    (csvw, "a number that is none", replacing("rows.csv", ",1,", ",one,")),
    (csvw, "a word that is not allowed", replacing("cells.csv", ",not-applicable,", ",not-aplicable,")),
    (csvw, "a column of another name", replacing("columns.csv", ",heading\n", ",title\n")),
    (csvw, "a row that is not there", replacing("cells.csv", ",II.", ",XX.")),
    (dcat, "a dataset without description", replacing("dcat.jsonld", '"dct:description"', '"dct:abstract"')),
    (dcat, "a file without address", replacing("dcat.jsonld", '"dcat:accessURL"', '"dcat:accessService"')),
    (dcat, "a dataset made by nothing", replacing("dcat.jsonld", '"prov:wasGeneratedBy"', '"prov:wasInfluencedBy"')),
    (dcat, "a length that is no number", replacing("dcat.jsonld", '"xsd:nonNegativeInteger"', '"xsd:string"')),
    (dcat, "a changed table", replacing("cells.csv", "licensed", "licenced")),
    (dcat, "JSON that ends too early", replacing("dcat.jsonld", '"@graph": [', '"@graph": ')),
    (croissant, "a changed table", replacing("cells.csv", "licensed", "licenced")),
    (croissant, "a field of no column", replacing("croissant.json", '"column": "words"', '"column": "letters"')),
    (croissant, "a reference to nothing", replacing("croissant.json", '"@id": "rows/row_id"\n', '"@id": "rows/id"\n')),
    (croissant, "a field without type", replacing("croissant.json", '"dataType": "sc:Integer"', '"x": "y"')),
    (citation, "a date that is none", replacing("CITATION.cff", 'date-released: "2007', 'date-released: "07')),
    (citation, "no author", replacing("CITATION.cff", "authors:", "author:")),
    (citation, "another type", replacing("CITATION.cff", 'type: "dataset"', 'type: "table"')),
]


def lose_dataset(output):
    for folder in output.glob("*/datapackage.json"):
        folder.unlink()
        return


def main(outputs):
    socket.socket.connect = offline
    logging.disable(logging.WARNING)
    tally = Tally()
    judges = {
        "frictionless accepts datapackage.json": package,
        "datapackage.json lists every file": every_file,
        "csvw accepts csv-metadata.json": csvw,
        "pyshacl accepts dcat.jsonld": dcat,
        "mlcroissant accepts croissant.json": croissant,
        "the schema accepts CITATION.cff": citation,
    }
    known = 0
    for output in outputs:
        tally.check(f"{output}: frictionless accepts catalog.json", catalog, output)
        tally.check(f"{output}: a dataset that is not there is seen", rejects, catalog, output, lose_dataset)
        changed = replacing("catalog.json", '"hash": "sha256:', '"hash": "sha256:00')
        tally.check(f"{output}: a wrong checksum is seen", rejects, catalog, output, changed)
        for folder in sorted(path.parent for path in output.glob("*/datapackage.json")):
            for name, judge in judges.items():
                tally.check(f"{folder}: {name}", judge, folder)
            if folder.name not in KNOWN_RECORDS:
                continue
            known += 1
            counts, expected = tables_of(folder), KNOWN_RECORDS[folder.name]
            seen = {name: counts.get(name) for name in expected}
            tally.check(f"{folder}: has its records", lambda s=seen, e=expected: [] if s == e else [f"{s}"])
            for judge, name, corrupt in BROKEN:
                tally.check(f"{folder}: {judge.__name__} objects to {name}", rejects, judge, folder, corrupt)
    tally.check("the known report is there", lambda: [] if known else ["it is not"])
    print(f"{tally.passed} passed, {tally.failed} failed")
    return 1 if tally.failed else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main([Path(argument) for argument in sys.argv[1:]]))
