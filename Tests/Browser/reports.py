#!/usr/bin/env python3
"""Makes reports to look at out of one: another edition, one from right to left, a hostile one, and a long one.

Usage: reports.py DATASET FOLDER
"""

import copy
import csv
import json
import sys
from pathlib import Path

HOSTILE = "</p><script>window.hacked = 1</script><img src=x onerror='window.hacked = 2'>"
ARABIC = "تدعم الحكومة التدريب وتراقب الصادرات (USAID)، وتنشر تقريراً كل سنة."


def cells(report):
    return [cell for row in report["rows"] for cell in row["cells"]]


def cell(report, name):
    return next(cell for cell in cells(report) if cell["id"] == name)


def without_findings(report):
    """The places of what was found are of no use where texts are others."""
    for cell in cells(report):
        cell["acronyms"], cell["references"] = [], []
    report["links"], report["entities"] = [], []
    return report


def change(report, name, text, status="text"):
    """Gives a cell another text; what was found in the old one goes."""
    changed = cell(report, name)
    changed.update(text=text, status=status, acronyms=[], references=[])
    for kind in ("links", "entities"):
        report[kind] = [found for found in report[kind] if found["cell"] != name]


def exchange(report, name, old, new):
    """Gives a cell one passage in the place of another."""
    text = cell(report, name)["text"]
    assert text.count(old) == 1, f"'{old}' is {text.count(old)} times in {name}"
    change(report, name, text.replace(old, new))


def renumber(report, row, paragraph):
    """Gives a row with one reference another number; what was found in its cells goes."""
    for each in row["cells"]:
        change(report, each["id"], each["text"], each["status"])
    reference = row["references"][0]
    new = f"{reference['section']}.{paragraph}"
    label = row["labels"][0].replace(f"para {reference['paragraph']}", f"para {paragraph}")
    reference.update(id=new, paragraph=paragraph, row=new, as_written=label)
    row.update(id=new, labels=[label])
    for each in row["cells"]:
        each["id"] = f"{new}/{each['column']}"


def next_edition(report):
    report = copy.deepcopy(report)
    report["report"]["id"] = report["report"]["id"].replace("2007-07-17", "2008-09-01")
    report["report"]["revised"] = "2008-09-01"
    change(report, "II.2+II.3/assistance", "The Department of State has trained inspectors since 2008.")
    change(report, "II.13/regional-activity", "N/A", "not-applicable")
    exchange(report, "II.2+II.3/laws", "anyone engaged in the business", "every person engaged in the trade")
    exchange(report, "II.11/assistance", "over 48 countries", "over 55 countries")
    # A paragraph goes from one column to another.
    paragraph = cell(report, "II.6/assistance")["text"].split("\n\n")[0]
    exchange(report, "II.6/assistance", paragraph + "\n\n", "")
    change(report, "II.6/laws", cell(report, "II.6/laws")["text"] + "\n\n" + paragraph)
    renumber(report, report["rows"][-1], "2")
    # A row that was not there.
    row = copy.deepcopy(report["rows"][2])
    row.update(id="II.5", labels=["Section II, para 5"], titles=["Establish a national coordination body"])
    row["references"][0].update(id="II.5", paragraph="5", row="II.5", as_written="Section II, para 5")
    for each, text in zip(row["cells"], ["A standing committee of seven agencies met four times.", "N/A", "N/A"]):
        each.update(id=f"II.5/{each['column']}", text=text, acronyms=[], references=[])
        each["status"] = "not-applicable" if text == "N/A" else "text"
    report["rows"].insert(2, row)
    for number, each in enumerate(report["rows"]):
        each["position"] = number + 1
    return report


def right_to_left(report):
    report = without_findings(copy.deepcopy(report))
    report["report"].update(id="arabic-2009-01-15", title="مصفوفة التنفيذ الوطنية", language="ar", revised="2009-01-15")
    for number, column in enumerate(report["columns"]):
        column["heading"] = f"العمود {number + 1}"
    report["rows"] = report["rows"][:6]
    for row in report["rows"]:
        row["titles"] = ["منع الاتجار غير المشروع"]
        for cell in row["cells"]:
            cell["text"] = ARABIC
            cell["status"] = "text"
    return report


def hostile(report, word):
    report = without_findings(copy.deepcopy(report))
    report["report"]["title"] = f"A title {HOSTILE}"
    report["rows"] = report["rows"][:4]
    for cell in cells(report):
        cell["text"] = f"{word} before {HOSTILE} behind."
        cell["status"] = "text"
    report["rows"][0]["titles"] = [HOSTILE]
    report["acronyms"][0]["expansion"] = HOSTILE
    report["discarded"] = [{"text": HOSTILE, "reason": HOSTILE, "part": "", "start": "1:1", "end": "1:2"}]
    report["links"] = [
        {
            "as_written": "before", "cell": report["rows"][0]["cells"][0]["id"], "end": len(word) + 7, "host": "x",
            "id": "x", "kind": "url", "place": "cell", "repairs": [], "start": len(word) + 1, "successor_url": None,
            "url": "javascript:window.hacked=3",
        }
    ]
    return report


def long(report, count):
    report = without_findings(copy.deepcopy(report))
    report["report"]["id"] = "long"
    rows, report["rows"] = report["rows"], []
    for number in range(count):
        row = copy.deepcopy(rows[number % len(rows)])
        row["id"] = f"{number + 1}"
        row["position"] = number + 1
        row["references"], row["labels"] = [], [f"Row {number + 1}"]
        for cell in row["cells"]:
            cell["id"] = f"{row['id']}/{cell['column']}"
            cell.pop("spans", None)
        report["rows"].append(row)
    report["rows"][count // 2]["cells"][0]["text"] += " A needle in the haystack."
    return report


def write(report, folder):
    folder.mkdir(parents=True)
    (folder / "report.json").write_text(json.dumps(report, ensure_ascii=False), "utf-8")


def write_link_status(report, folder):
    urls = list(dict.fromkeys(link["url"] for link in report["links"]))
    states = [("ok", "alive", "200"), ("not-found", "dead", "404"), ("timeout", "uncertain", ""), ("moved", "alive", "301")]
    with open(folder / "link_status.csv", "w", newline="", encoding="utf-8") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["url", "status", "verdict", "http_status", "checked_at", "archived_url"])
        for number, url in enumerate(urls):
            status, verdict, code = states[number % len(states)]
            archived = f"https://archive.example/2007/{url}" if verdict == "dead" else ""
            table.writerow([url, status, verdict, code, "2026-11-29T05:00:00Z", archived])


def main():
    dataset, folder = Path(sys.argv[1]), Path(sys.argv[2])
    report = json.loads((dataset / "report.json").read_text("utf-8"))
    first = copy.deepcopy(report)
    # One cell of which not all is sure, so that the page has to show that.
    first["rows"][3]["cells"][0].update(confidence=0.6, uncertainties=["uncertain-paragraphs"])
    write(first, folder / "edition-2007")
    write_link_status(first, folder / "edition-2007")
    write(next_edition(report), folder / "edition-2008")
    write(right_to_left(report), folder / "right-to-left")
    write(hostile(report, "Text"), folder / "hostile")
    write(hostile(report, "Words"), folder / "hostile-2")
    write(long(report, 1000), folder / "thousand-rows")


if __name__ == "__main__":
    main()
