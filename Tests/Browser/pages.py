#!/usr/bin/env python3
"""Reads, searches and steps through the pages as people do, by mouse and by keyboard. Last line: "N passed, M failed".

Usage: pages.py FOLDER SCREENSHOTS
"""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "Interoperability"))

import difference  # noqa: E402
import report  # noqa: E402
from browsing import DESK, PHONE, Browsing  # noqa: E402
from tally import Tally  # noqa: E402

PAGES = [
    "edition-2007.html", "right-to-left.html", "hostile.html", "index/index.html", "difference.html",
    "hostile-difference.html",
]


def looks(browsing, file):
    """No barrier, no error, no request, in any light and width; and pictures."""
    wrongs = []
    name = file.removesuffix(".html").replace("/", "-")
    with browsing.page(file) as page:
        for size, width in ((DESK, "desk"), (PHONE, "phone")):
            page.set_viewport_size(size)
            for light in ("light", "dark"):
                page.emulate_media(color_scheme=light)
                browsing.picture(page, f"{name}-{width}-{light}")
                # Colours are the same on any width, so the dark ones are looked at once.
                if (width, light) != ("phone", "dark"):
                    wrongs += [f"{width}, {light}: {barrier}" for barrier in browsing.barriers(page)]
            # On a page that is wider than the window one has to scroll to and fro to read.
            wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            wrongs += [f"{width}: {wide} pixels too wide"] if wide > 0 else []
    return wrongs


def prints(browsing, file):
    with browsing.page(file) as page:
        page.emulate_media(media="print")
        browsing.picture(page, f"{file.removesuffix('.html')}-print")
        return [] if page.pdf()[:4] == b"%PDF" else ["no PDF came out"]


def main():
    tally = Tally()
    with sync_playwright() as playwright:
        browsing = Browsing(playwright, sys.argv[1], sys.argv[2])
        for file in PAGES:
            tally.check(f"{file} in light and dark, on desk and phone", looks, browsing, file)
        for file in ("edition-2007.html", "difference.html"):
            tally.check(f"{file} on paper", prints, browsing, file)
        for test in report.TESTS + difference.TESTS:
            tally.check(f"{test.__doc__ or test.__name__}", test, browsing)
        browsing.close()
    print(f"{tally.passed} passed, {tally.failed} failed")


if __name__ == "__main__":
    main()
