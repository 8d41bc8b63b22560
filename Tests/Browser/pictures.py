#!/usr/bin/env python3
"""Takes the pictures that the documentation shows.

Usage: pictures.py FOLDER PICTURES
"""

import sys
from pathlib import Path

from browsing import Browsing
from playwright.sync_api import sync_playwright

SIZE = {"width": 1000, "height": 600}
LARGEST = 150_000


def main():
    pictures = Path(sys.argv[2])
    pictures.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browsing = Browsing(playwright, sys.argv[1], pictures)
        for dark in (False, True):
            with browsing.page("report.html", dark, SIZE) as page:
                page.click("#map a[href='#r3c1']")
                # What is under the pointer looks as if it were chosen.
                page.mouse.move(0, 0)
                browsing.picture(page, "report~dark" if dark else "report")
        with browsing.page("difference.html", size=SIZE) as page:
            page.keyboard.press("n")
            browsing.picture(page, "difference")
        browsing.close()
    for picture in sorted(pictures.glob("*.png")):
        size = picture.stat().st_size
        print(f"{picture}: {size} bytes")
        if size > LARGEST:
            sys.exit(f"{picture} is larger than {LARGEST} bytes")


if __name__ == "__main__":
    main()
