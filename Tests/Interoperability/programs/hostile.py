"""A report of texts that programs like to misunderstand."""

import html
import subprocess

from .dataset import Dataset

PIPELINE = """
tessera: 1
id: hostile
title: "*Texts* that <i>programs</i> misunderstand: =1+1 & more"
columns:
  - {id: label, role: row-heading, heading: Commitment}
  - {id: laws, heading: National Laws}
  - {id: help, heading: Assistance Given}
rows:
  scheme: PoA
  label: Section {section:roman}, para {paragraph:numbers}
revision: "Revised and updated {revised:date}"
"""

# What a spreadsheet may take for a formula, a number, a date or a link; Markdown for markup; SQL and JSON for syntax.
HOSTILE = [
    "=1+1", "=cmd|' /C calc'!A0", "+41 22 917 1234", "-3", "@SUM(A1:A9)", "007", "1e5", "12345678901234567890", "TRUE",
    "2007-07-17", "1/2", "http://hostile.example/?a=1&b=<2>", "mailto:a@hostile.example", "'quoted'", '"quoted", twice',
    "a;b", "a,b", "NULL", "NaN", "None", "nan", "N/A", "#N/A", "# heading", "#hashtag", "- item", "* item", "+ item",
    "1. item", "12) item", "> quotation", "*emphasis* and _emphasis_ and **strong**", "a_b_c", "`code`", "~~struck~~",
    "~~~", "```", "---", "===", "***", "| a | b |", "[link](http://hostile.example/)", "![image](x.png)", "[ref]: x",
    "<b>bold</b>", "<!-- comment -->", "<http://hostile.example/>", "&amp; &lt; &#65;", "back\\slash \\* \\", "$math$",
    "_x0041_", "{{ template }}", '{"json": [1, null]}', "'); DROP TABLE cells; --", "日本語 العربية 😀 e\u0301",
    "one 👨‍👩‍👧 family", "a" * 32_767, "b" * 32_768, "word " * 9_000 + "end", "😀" * 20_000,
]


def hostile_dataset(tessera, folder):
    """Converts a report of texts that programs like to misunderstand."""
    paragraph = lambda text: f"<p>{html.escape(text)}</p>"
    cell = lambda *texts: f"<td>{''.join(map(paragraph, texts))}</td>"
    lines = ["<!DOCTYPE html><meta charset=utf-8><p>Revised and updated 3 May 2024</p><table>"]
    lines += ["<tr><th>Commitment<th>National Laws<th>Assistance Given"]
    for number, text in enumerate(HOSTILE, 1):
        label = cell(f"Section II, para {number}", f"Title {number}: {text[:40]}")
        lines.append(f"<tr>{label}{cell(text, f'Then {text[:99]}')}{cell(HOSTILE[-number][:1000])}")
    lines.append("</table>")
    for name, content in (("Input/report.html", "\n".join(lines) + "\n"), ("Pipelines/hostile.yaml", PIPELINE)):
        (folder / name).parent.mkdir()
        (folder / name).write_text(content, "utf-8")
    command = [str(tessera.resolve()), "convert", "--write", "all", "--quiet"]
    subprocess.run(command, cwd=folder, check=True, timeout=120)
    return Dataset(folder / "Output" / "hostile-2024-05-03", (len(HOSTILE), 2 * len(HOSTILE), 2))


def hostile_texts(dataset):
    """The texts have come through: what was not misunderstood because it is not there proves nothing."""
    found = "\n\n".join(dataset.cells.values())
    return [f"{text!r:.80} is in no cell" for text in HOSTILE if text not in found]
