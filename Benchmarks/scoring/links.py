"""Which links of texts a program finds."""

import collections
import csv
import html
import json
import pathlib
import re
import subprocess
import time

from known.links import HARD_BREAK

PEERS = pathlib.Path(__file__).resolve().parents[1] / "peer-links"
# A matrix with a row for each text.
PIPELINE = """tessera: 1
id: links
title: Texts with links
language: en
columns:
  - {id: number, role: row-heading, heading: Number}
  - {id: text, heading: Text}
rows:
  scheme: text
  label: "Text {paragraph:number}"
"""


def of_tessera(program, folder, texts):
    """The links of each text by its id, and the seconds of the process, which converts the texts as a matrix."""
    (folder / "Pipelines").mkdir(parents=True, exist_ok=True)
    (folder / "Pipelines/links.yaml").write_text(PIPELINE, encoding="utf-8")
    rows = "".join(f"<tr><td>Text {text['id']}</td><td>{markup(text['text'])}</td></tr>\n" for text in texts)
    head = '<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><title>Links</title></head>\n<body><table>\n'
    page = f"{head}<tr><th>Number</th><th>Text</th></tr>\n{rows}</table></body>\n</html>\n"
    (folder / "texts.html").write_text(page, encoding="utf-8")
    command = [program, "convert", folder / "texts.html", "--pipelines", folder / "Pipelines", "--output", folder / "Output"]
    begin = time.monotonic()
    subprocess.run([*command, "--no-cache", "--quiet"], check=True)
    seconds = time.monotonic() - begin
    found = collections.defaultdict(list)
    with open(next((folder / "Output").glob("*/links.csv")), newline="", encoding="utf-8") as file:
        for link in csv.DictReader(file):
            found[link["cell_id"].split("/")[0]].append(link["as_written"])
    return found, seconds


def markup(text):
    """The end of a line is white space as any other, a line break is one."""
    return html.escape(text, quote=False).replace(HARD_BREAK, "<br>")


def of_peer(python, name, texts):
    lines = "".join(json.dumps({"id": text["id"], "text": text["text"].replace(HARD_BREAK, "\n")}) + "\n" for text in texts)
    begin = time.monotonic()
    done = subprocess.run([python, PEERS, name], input=lines, stdout=subprocess.PIPE, text=True, check=True)
    seconds = time.monotonic() - begin
    return {line["id"]: line["links"] for line in map(json.loads, done.stdout.splitlines())}, seconds


def key(link):
    """A link as it is compared: neither the scheme nor a stroke at the end nor the case of the host make a difference,
    nor where a line ends in it."""
    link = re.sub(r"^(?:https?://|mailto:)", "", re.sub(r"\s+", "", link)).removesuffix("/")
    place = link.find("/") if "/" in link else len(link)
    return link[:place].lower() + link[place:]


def score(texts, found):
    """Precision, recall and F1, and the recall of each kind."""
    right = wrong = 0
    kinds = {}
    for text in texts:
        there = collections.Counter(map(key, found.get(text["id"], [])))
        for link in text["links"]:
            counts = kinds.setdefault(link["kind"], [0, 0])
            counts[1] += 1
            if there[key(link["link"])]:
                there[key(link["link"])] -= 1
                counts[0] += 1
                right += 1
        wrong += there.total()
    precision, recall = right / max(right + wrong, 1), right / sum(count for _, count in kinds.values())
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    recalls = {kind: found / count for kind, (found, count) in sorted(kinds.items())}
    return {"precision": precision, "recall": recall, "F1": f1, "kinds": recalls}


def differences(texts, found):
    """Which links were missed, and what was found that is none, with the text around."""
    for text in texts:
        there = collections.Counter(map(key, found.get(text["id"], [])))
        known = collections.Counter(key(link["link"]) for link in text["links"])
        missed, extra = list((known - there).elements()), list((there - known).elements())
        if missed or extra:
            yield f"{text['id']}: missed {missed}, found {extra} in {text['text']!r}"
