"""The page of a comparison, by mouse and by keyboard."""

from browsing import LAPTOP, shown

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


def steps_on_from_the_address(browsing):
    """A link to a change leads to it, steps go on from there, and the address follows"""
    with browsing.page(PAGE, at="#c3") as page:
        count = page.locator("#list li").count()
        assert now(page).startswith("Change 3: ") and now(page).endswith(f"(3 of {count})"), now(page)
        page.keyboard.press("n")
        assert now(page).endswith(f"(4 of {count})"), now(page)
        assert page.url.endswith("#c4"), page.url
        page.click("#list a >> nth=1")
        assert page.url.endswith("#c2"), page.url
        page.evaluate("location.hash = '#c5'")
        page.wait_for_function("document.querySelector('#where').textContent.startsWith('Change 5: ')")
        # Nothing is added to the way back but what the reader has typed.
        assert page.evaluate("history.length") <= 3, page.evaluate("history.length")
        page.select_option("select[name=kind]", "moved")
        page.evaluate("location.hash = '#c1'")
        page.wait_for_function("document.querySelector('#where').textContent.startsWith('Change 1: ')")
        assert page.locator("select[name=kind]").input_value() == "", "a filter hides what the address leads to"
        return []


def shows_headings_below_the_bar(browsing):
    """The bar that stays in view covers no heading of what is gone to"""
    wrongs = []
    with browsing.page(PAGE, size=LAPTOP) as page:
        for number in range(page.locator("#list li").count()):
            page.keyboard.press("n")
            line, heads, bar = page.evaluate(
                "(() => { const line = document.querySelector('.told.now'), top = e => e.getBoundingClientRect().top;"
                "const heads = [line.closest('.pair')?.querySelector('h3'), line.closest('.compared')?.querySelector('h4')];"
                "return [top(line), heads.filter(e => e).map(top),"
                "document.querySelector('#steps').getBoundingClientRect().bottom] })()"
            )
            if not any(bar <= head <= line for head in heads) or line > LAPTOP["height"]:
                wrongs.append(f"change {number + 1}: headings at {heads}, line at {line}, bar down to {bar}")
    return wrongs


def tells_old_names(browsing):
    """A row with another number is told with its old one, in the list and in the text"""
    with browsing.page(PAGE) as page:
        entry = page.locator("#list li[data-kind=renumbered]").text_content()
        assert "IV.1 → IV.2" in entry and "Section IV, para 1 → Section IV, para 2" in entry, entry
        line = page.locator(".told[data-kind=renumbered]")
        assert "Section IV, para 1 → Section IV, para 2" in line.text_content(), line.text_content()
        pair = page.locator(".pair", has=line)
        assert pair.locator(".old del").text_content().strip() == "1"
        assert pair.locator(".new ins").text_content().strip() == "2"
        return []


def tells_both_places_of_a_move(browsing):
    """Text that has moved says where to, and where from, and a click goes there"""
    with browsing.page(PAGE) as page:
        entry = page.locator("#list li[data-kind=moved] .place").text_content()
        assert entry.strip() == "II.6/assistance → II.6/laws", entry
        assert page.locator(".new .way").text_content() == "moved from II.6/assistance"
        gone = page.locator(".old .way")
        assert gone.text_content() == "moved to II.6/laws"
        gone.click()
        assert now(page).startswith("Change 4: moved"), now(page)
        browsing.picture(page, "difference-moved")
        return browsing.barriers(page)


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


TESTS = [
    steps_by_mouse, steps_by_keyboard, steps_on_from_the_address, shows_headings_below_the_bar, tells_old_names,
    tells_both_places_of_a_move, filters_by_kind, marks_words,
]
