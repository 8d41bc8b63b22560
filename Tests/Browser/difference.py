"""The page of a comparison, by mouse and by keyboard."""

from browsing import shown

PAGE = "difference.html"


def now(page):
    return page.locator("#where").text_content()


def steps_by_mouse(browsing):
    """Buttons and the list go from change to change"""
    with browsing.page(PAGE) as page:
        count = page.locator("#list li").count()
        assert count >= 3, count
        page.click("#next")
        assert now(page).startswith("Change 1: ") and now(page).endswith(f"(1 of {count})"), now(page)
        page.click("#next")
        assert now(page).endswith(f"(2 of {count})"), now(page)
        assert page.locator(".told.now").count() == 1
        page.click("#previous")
        page.click("#previous")
        assert now(page).endswith(f"({count} of {count})"), now(page)
        page.click("#list a >> nth=1")
        assert now(page).endswith(f"(2 of {count})"), now(page)
        assert page.locator("#list [aria-current]").count() == 1
        box = page.locator(".told.now").bounding_box()
        assert 0 <= box["y"] < 900, box
        browsing.picture(page, "difference-step")
        return browsing.barriers(page)


def steps_by_keyboard(browsing):
    """The keys n and p go from change to change, and the focus goes with them"""
    with browsing.page(PAGE) as page:
        count = page.locator("#list li").count()
        for place in (1, 2):
            page.keyboard.press("n")
            assert now(page).endswith(f"({place} of {count})"), now(page)
            assert page.evaluate("document.activeElement.matches('.told.now')")
        page.keyboard.press("p")
        assert now(page).endswith(f"(1 of {count})"), now(page)
        return []


def filters_by_kind(browsing):
    """One kind of change is left, and steps go through it alone"""
    with browsing.page(PAGE) as page:
        kinds = page.evaluate("[...document.querySelectorAll('#list li')].map(e => e.dataset.kind)")
        kind = "n/a-to-text"
        assert kind in kinds, kinds
        page.select_option("select[name=kind]", kind)
        assert shown(page, "#list li") == kinds.count(kind)
        assert shown(page, ".told") == kinds.count(kind)
        page.click("#next")
        assert now(page).endswith(f"(1 of {kinds.count(kind)})"), now(page)
        browsing.picture(page, "difference-kind")
        barriers = browsing.barriers(page)
        page.select_option("select[name=kind]", "")
        assert shown(page, "#list li") == len(kinds)
        return barriers


def marks_words(browsing):
    """Words are marked where they were taken away and where they were added"""
    with browsing.page(PAGE) as page:
        old = page.evaluate("[...document.querySelectorAll('.old del')].map(e => e.textContent).join('|')")
        new = page.evaluate("[...document.querySelectorAll('.new ins')].map(e => e.textContent).join('|')")
        assert "anyone" in old and "every person" in new, (old, new)
        assert page.locator(".old ins").count() == 0 and page.locator(".new del").count() == 0
        return []


TESTS = [steps_by_mouse, steps_by_keyboard, filters_by_kind, marks_words]
