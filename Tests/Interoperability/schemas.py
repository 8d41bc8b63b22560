"""Lets jsonschema judge the JSON Schemas, and with them what the program writes and reads.

Pipeline files are judged twice, by their schema and by the program: neither may take what the other refuses, as far as a
schema can tell.

Usage: schemas.py OUTPUT SCHEMAS TESSERA
    OUTPUT   the folder that holds the dataset folders and run.json
    SCHEMAS  the folder of schemas, as `tessera schema --all` writes it
    TESSERA  the program

Prints what failed and, as its last line, "N passed, M failed"; exits 1 where anything failed.
"""

import base64
import copy
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml
from frictionless import Schema
from jsonschema import Draft7Validator
from tally import Tally

DRAFT_7 = "http://json-schema.org/draft-07/schema"


REAL = "Input/us-poa-matrix-2007-07-17.txt"

# What a worker takes; the converted ones hold 37 rows and 111 cells.
REQUESTS = {
    "a path": {"protocol": 1, "id": "1", "path": REAL},
    "one format": {"protocol": 1, "id": "2", "path": REAL, "write": ["json"], "pipeline": "us-poa-matrix"},
    "every format": {"protocol": 1, "id": "3", "path": REAL, "write": ["all"]},
    "text": {"protocol": 1, "id": "4", "content": {"name": "a.txt", "text": Path(REAL).read_text("utf-8")}},
    "Base64": {
        "protocol": 1,
        "id": "5",
        "content": {"name": "a.txt", "base64": base64.b64encode(Path(REAL).read_bytes()).decode()},
    },
    "a pipeline of its own": {
        "protocol": 1,
        "id": "6",
        "path": REAL,
        "pipeline_text": Path("Pipelines/us-poa-matrix.yaml").read_text("utf-8"),
    },
}

# What it refuses, and so does the schema; each names the member that is wrong.
WRONG_REQUESTS = {
    "protocol": {"id": "1", "path": REAL},
    "id": {"protocol": 1, "path": REAL},
    "path": {"protocol": 1, "id": "1"},
    "pth": {"protocol": 1, "id": "1", "pth": REAL},
    "content": {"protocol": 1, "id": "1", "path": REAL, "content": {"name": "a.txt", "text": ""}},
    "content.name": {"protocol": 1, "id": "1", "content": {"text": "A"}},
    "content.text": {"protocol": 1, "id": "1", "content": {"name": "a.txt", "text": 1}},
    "pipeline_text": {"protocol": 1, "id": "1", "path": REAL, "pipeline": "a", "pipeline_text": "b"},
    "write": {"protocol": 1, "id": "1", "path": REAL, "write": ["parquet"]},
    "output": {"protocol": 1, "id": "1", "path": REAL, "output": None},
}


class Loader(yaml.SafeLoader):
    """YAML 1.2 as far as pipeline files need it: a date is text, and so are yes and no."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":timestamp", ":bool"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def main(output, schemas, tessera):
    tally = Tally()
    known = {}
    for path in sorted(schemas.glob("*.schema.json")):
        known[path.name.removesuffix(".schema.json")] = json.loads(path.read_text("utf-8"))
        tally.check(f"{path.name} is a draft-07 schema", is_schema, known[path.name.removesuffix(".schema.json")])
    for path in sorted(schemas.glob("tables/*.json")):
        tally.check(f"{path.name} is a Table Schema", is_table_schema, path)
    run = json.loads((output / "run.json").read_text("utf-8"))
    tally.check("jsonschema accepts run.json", complaints, run, known["run"])
    tally.check("a run without a member is rejected", rejects_missing_members, run, known["run"])
    # Those that the tests expect have what the real report has not.
    expected = sorted(Path("Tests").glob("*/Cases/*/expected/report.json"))
    tally.check("there are reports in the tests", lambda: [] if len(expected) > 5 else [f"only {len(expected)}"])
    for path in expected:
        report = json.loads(path.read_text("utf-8"))
        tally.check(f"{path}: jsonschema accepts it", complaints, report, known["report"])
    for path in sorted(output.glob("*/report.json")):
        report = json.loads(path.read_text("utf-8"))
        tally.check(f"{path.parent.name}: jsonschema accepts report.json", complaints, report, known["report"])
        tally.check(
            f"{path.parent.name}: a report without a member is rejected",
            rejects_missing_members,
            report,
            known["report"],
        )
    files = sorted(Path("Pipelines").glob("*.yaml")) + sorted(Path("Tests").glob("*/Cases/*/pipeline.yaml"))
    tally.check("there are pipeline files", lambda: [] if len(files) > 5 else [f"only {len(files)}"])
    for path in files:
        tally.check(f"{path}: jsonschema accepts it", pipeline_file, path, known["pipeline"])
    for path in sorted(Path("Pipelines").glob("*.yaml")):
        tally.check(f"{path}: names its schema", names_schema, path)
    tally.check("mistakes in pipeline files are seen by both", mistakes, files, known["pipeline"], tessera)
    for name, request in REQUESTS.items():
        tally.check(f"worker: {name}", worker, request, known, tessera)
    for member, request in WRONG_REQUESTS.items():
        tally.check(f"worker: a mistake at {member}", wrong_request, member, request, known, tessera)
    print(f"{tally.passed} passed, {tally.failed} failed")
    return 1 if tally.failed else 0


def is_schema(schema):
    Draft7Validator.check_schema(schema)  # raises where the schema itself is wrong
    declared = schema.get("$schema", "").rstrip("#")
    return [] if declared == DRAFT_7 else [f"$schema is '{declared}', not '{DRAFT_7}'"]


def is_table_schema(path):
    schema = Schema.from_descriptor(str(path))  # raises where the schema itself is wrong
    return [] if schema.fields and schema.primary_key else ["it has no fields or no primary key"]


def complaints(value, schema):
    errors = Draft7Validator(schema, format_checker=Draft7Validator.FORMAT_CHECKER).iter_errors(value)
    return [f"{error.json_path}: {error.message}" for error in errors]


def rejects_missing_members(value, schema):
    required = schema.get("required", [])
    if not required:
        return ["the schema requires no member"]
    accepted = []
    for member in required:
        corrupt = {key: other for key, other in value.items() if key != member}
        if not any(f"'{member}' is a required property" in text for text in complaints(corrupt, schema)):
            accepted.append(f"it is accepted without '{member}'")
    return accepted


def pipeline_file(path, schema):
    return complaints(yaml.load(path.read_text("utf-8"), Loader), schema)


def names_schema(path):
    first = path.read_text("utf-8").splitlines()[0]
    mark = "# yaml-language-server: $schema="
    if not first.startswith(mark):
        return [f"its first line is '{first}'"]
    target = path.parent / first.removeprefix(mark)
    return [] if target.is_file() else [f"there is no {target}"]


def mistakes(files, schema, tessera):
    """Makes mistakes in pipeline files, one at a time: the program and the schema must object to each."""
    found = []
    count = 0
    with tempfile.TemporaryDirectory() as scratch:
        for path in files:
            whole = yaml.load(path.read_text("utf-8"), Loader)
            if not taken(tessera, whole, scratch):
                found.append(f"{path}: the program does not take it as JSON")
                continue
            for name, broken in mutations(whole, schema):
                count += 1
                if taken(tessera, broken, scratch):
                    found.append(f"{path}: {name}: the program takes it")
                if not complaints(broken, schema):
                    found.append(f"{path}: {name}: the schema takes it")
    if count < 300:
        found.append(f"only {count} mistakes were made")
    return found


def taken(tessera, value, scratch):
    """Whether the program takes a pipeline file; JSON is YAML."""
    path = Path(scratch) / "pipeline.yaml"
    path.write_text(json.dumps(value), "utf-8")
    return subprocess.run([tessera, "lint", "--quiet", path], capture_output=True, check=False).returncode == 0


def mutations(whole, schema):
    """Copies of a pipeline file with one mistake: a key that is unknown, a value of a wrong type, no required key."""

    def mappings(value, schema, path):
        """The mappings whose keys the schema declares, each with its path and its schema."""
        choices = schema.get("anyOf", [])
        for option in choices + schema.get("allOf", []) + [schema]:
            if isinstance(value, dict) and "properties" in option:
                # What one choice requires another may leave out.
                if option in choices and sum("properties" in choice for choice in choices) > 1:
                    option = option | {"required": []}
                yield path, option
                for key, inner in option["properties"].items():
                    if key in value:
                        yield from mappings(value[key], inner, path + [key])
            if isinstance(value, list) and "items" in option:
                for index, element in enumerate(value):
                    yield from mappings(element, option["items"], path + [index])

    def change(path, action):
        broken = copy.deepcopy(whole)
        place = broken
        for step in path:
            place = place[step]
        action(place)
        return broken

    for path, mapping in mappings(whole, schema, []):
        shown = "/".join(map(str, path))
        yield f"{shown}/weather", change(path, lambda place: place.update(weather="fine"))
        place = whole
        for step in path:
            place = place[step]
        for key in place:
            wrong = {"no such thing": {"no such thing": [[]]}}
            yield f"{shown}/{key} of a wrong type", change(path, lambda place, key=key: place.update({key: wrong}))
            yield f"{shown}/{key} as null", change(path, lambda place, key=key: place.update({key: ""}))
            if key in mapping.get("required", []):
                yield f"{shown} without {key}", change(path, lambda place, key=key: place.pop(key))


def answer(tessera, request):
    """The one line that a worker prints for a request."""
    run = subprocess.run([tessera, "worker"], input=json.dumps(request), capture_output=True, text=True, check=True)
    (line,) = run.stdout.splitlines()
    return json.loads(line)


def worker(request, known, tessera):
    result = answer(tessera, request)
    found = complaints(request, known["worker-request"]) + complaints(result, known["worker-result"])
    if (result["id"], result["status"]) != (request["id"], "converted"):
        return found + [f"it is {result['status']}: {result['diagnostics']}"]
    counts = result["counts"]
    if (counts["rows"], counts["cells"]) != (37, 111):
        found.append(f"it has {counts['rows']} rows, {counts['cells']} cells")
    for file in result["files"]:
        if file["name"] == "report.json":
            found += complaints(json.loads(file["text"]), known["report"])
    names = {file["name"] for file in result["files"]}
    if "report.json" not in names or ("write" not in request and "cells.csv" not in names):
        found.append(f"its files are {sorted(names)}")
    return found


def wrong_request(member, request, known, tessera):
    result = answer(tessera, request)
    found = complaints(result, known["worker-result"])
    if not complaints(request, known["worker-request"]):
        found.append("the schema takes it")
    if result["status"] != "refused" or not all(d["id"] == "invalid-request" for d in result["diagnostics"]):
        found.append(f"it is {result['status']}: {result['diagnostics']}")
    if not any(f"'{member}'" in diagnostic["message"] for diagnostic in result["diagnostics"]):
        found.append(f"it is not named: {result['diagnostics']}")
    return found


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]))
