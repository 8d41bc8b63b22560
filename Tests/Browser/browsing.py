"""A browser without a network, which notes what a page must not do."""

import shutil
from contextlib import contextmanager
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe

CHROMIUM = shutil.which("chromium")
DESK = {"width": 1400, "height": 900}
LAPTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}


class Browsing:
    """Opens pages of a folder, each in a profile of its own."""

    def __init__(self, playwright, folder, screenshots):
        self.browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--disable-lcd-text", "--disable-font-subpixel-positioning"])
        self.folder = Path(folder)
        self.screenshots = Path(screenshots)
        # Read once: it is long.
        self.axe = Axe()

    @contextmanager
    def page(self, file, dark=False, size=DESK, script=True, at=""):
        """A page that was opened, at one of its anchors where one is given. When it is left it must have had no error and asked for nothing but pages beside it."""
        context = self.browser.new_context(
            viewport=size, color_scheme="dark" if dark else "light", java_script_enabled=script, offline=True,
            reduced_motion="reduce",
        )
        wrongs = []
        context.on("request", lambda request: self.note(request.url, wrongs))
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda message: wrongs.append(f"console: {message.text}") if message.type == "error" else None)
        page.on("pageerror", lambda error: wrongs.append(f"error: {error}"))
        try:
            page.goto((self.folder / file).as_uri() + at)
            yield page
            assert not wrongs, wrongs
        finally:
            context.close()

    def note(self, url, wrongs):
        if not url.startswith(self.folder.as_uri() + "/"):
            wrongs.append(f"asked for {url}")

    def picture(self, page, name, whole=False):
        page.screenshot(path=self.screenshots / f"{name}.png", full_page=whole)

    def barriers(self, page, part=None):
        """What axe-core finds, rule by rule, on the page or in a part of it."""
        found = self.axe.run(page, context=part).response["violations"]
        return [
            f"{rule['id']}: {rule['help']}: {node['target']} {node['html'][:120]}"
            for rule in found for node in rule["nodes"][:3]
        ]

    def close(self):
        self.browser.close()


def shown(page, selector):
    """How many elements are to be seen."""
    return page.evaluate("s => [...document.querySelectorAll(s)].filter(e => !e.closest('[hidden]')).length", selector)


def focused(page):
    """The id of the element that has the focus, or where its link leads."""
    return page.evaluate("document.activeElement.id || document.activeElement.getAttribute('href')")
