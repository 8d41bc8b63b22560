"""The page of a report, by mouse and by keyboard."""

from browsing import LAPTOP, focused, shown

PAGE = "edition-2007.html"


def settle(page):
    """Lets the page do what it has put off: timers of a page run in the order of their times, so this one comes last."""
    page.evaluate("new Promise(done => setTimeout(done, 150))")


def search(page, words):
    """Searches, and gives what the page tells of it."""
    page.fill("#words", words)
    settle(page)
    return page.locator("#found").text_content()


def opens_by_mouse(browsing):
    """A square opens its cell on a click"""
    with browsing.page(PAGE) as page:
        page.click("#map a[href='#r7c1']")
        assert focused(page) == "r7c1", focused(page)
        assert page.locator("#r7c1 .about").get_attribute("open") is not None
        assert page.locator("#map a[href='#r7c1']").get_attribute("aria-current") == "true"
        box = page.locator("#r7c1").bounding_box()
        assert 0 <= box["y"] < 700, box
        browsing.picture(page, "open-cell")
        return browsing.barriers(page, "#r7")


def opens_by_keyboard(browsing):
    """Arrow keys go over the map, Enter opens, Escape comes back"""
    with browsing.page(PAGE) as page:
        page.focus("#map .square[tabindex='0']")
        assert focused(page) == "#r1c1", focused(page)
        for key in ["ArrowDown", "ArrowDown", "ArrowRight"]:
            page.keyboard.press(key)
        assert focused(page) == "#r3c2", focused(page)
        page.keyboard.press("Enter")
        page.wait_for_function("document.activeElement.id === 'r3c2'")
        page.keyboard.press("Escape")
        assert focused(page) == "#r3c2", focused(page)
        page.keyboard.press("Control+End")
        assert focused(page) == "#r37c3", focused(page)
        page.keyboard.press("Control+Home")
        assert focused(page) == "#r1", focused(page)
        stops = page.locator("#map table [tabindex='0']").count()
        assert stops == 1, f"{stops} stops for the Tab key"
        return []


def shows_headings_below_the_bar(browsing):
    """Links to the parts of the page lead to their headings, and the bar that stays in view covers none"""
    wrongs = []
    with browsing.page(PAGE, size=LAPTOP) as page:
        for part in page.evaluate("[...document.querySelectorAll('.parts a')].map(link => link.hash)"):
            if part == "#map":
                continue
            page.click(f".parts a[href='{part}']")
            page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
            bar, top = page.evaluate(
                "part => [document.querySelector('#find').getBoundingClientRect().bottom,"
                "document.querySelector(part + ' h2').getBoundingClientRect().top]", part
            )
            if not bar <= top < LAPTOP["height"] / 2:
                wrongs.append(f"{part}: heading at {top}, bar down to {bar}")
    return wrongs


def keeps_short_words_whole(browsing):
    """In tables short words stand on one line each, whatever stands beside them"""
    with browsing.page(PAGE, size=LAPTOP) as page:
        # A word that was broken has a box on each of its lines.
        return page.evaluate(
            "[...document.querySelectorAll('#acronyms td.short')].map(cell => { const range = document.createRange();"
            "const text = cell.firstChild; const word = text.data.match(/^[a-z]+/i)?.[0] ?? '';"
            "range.setStart(text, 0); range.setEnd(text, word.length);"
            "return range.getClientRects().length > 1 ? `${word} is broken` : '' }).filter(wrong => wrong)"
        )


def searches(browsing):
    """The search counts and marks what it finds, in any letter case, and steps through it"""
    with browsing.page(PAGE) as page:
        assert page.locator("#found").text_content() == "111 cells"
        told = search(page, "BORDER")
        truth = page.evaluate(
            "[...document.querySelectorAll('.row .t')].map(e => e.textContent.match(/border/gi)?.length ?? 0)"
            ".reduce((a, b) => a + b)"
        )
        assert told.startswith(f"{truth} hits in "), told
        marked = page.evaluate("[...CSS.highlights.get('hit')].map(range => range.toString().toLowerCase())")
        assert len(marked) >= truth and set(marked) == {"border"}, marked
        assert 0 < shown(page, ".cell") < 111
        assert page.locator("#map .square.off").count() == 111 - shown(page, ".cell")
        browsing.picture(page, "search")
        barriers = browsing.barriers(page, "#find")
        page.keyboard.press("Enter")
        assert page.locator("#found").text_content().startswith(f"Hit 1 of {len(marked)}: ")
        page.click("#next")
        assert page.locator("#found").text_content().startswith("Hit 2 of ")
        page.focus("#words")
        page.keyboard.press("Shift+Enter")
        assert page.locator("#found").text_content().startswith("Hit 1 of ")
        assert search(page, "no such words").startswith("0 hits")
        assert page.locator("#nothing").is_visible()
        page.click("button[type=reset]")
        settle(page)
        assert page.locator("#found").text_content() == "111 cells"
        assert shown(page, ".cell") == 111
        return barriers


def searches_over_marks(browsing):
    """What is searched may go over an acronym and the end of a line"""
    with browsing.page(PAGE) as page:
        text = page.evaluate(
            "(() => { const link = document.querySelector('.cell .acronym'); const p = link.closest('p').textContent;"
            "const at = p.indexOf(link.textContent); return p.slice(Math.max(0, at - 6), at + link.textContent.length + 6) })()"
        )
        search(page, text)
        marked = page.evaluate("[...CSS.highlights.get('hit')].map(range => range.toString())")
        return [] if marked and marked[0].strip() == text.strip() else [f"{text!r}: {marked}"]


def searches_around(browsing):
    """Text that was left out is found, and opened"""
    with browsing.page(PAGE) as page:
        text = page.evaluate("document.querySelector('#discarded td.t').textContent")
        told = search(page, text)
        assert "around the matrix" in told, told
        for _ in range(60):
            page.keyboard.press("Enter")
            if page.locator("#discarded").get_attribute("open") is not None:
                return []
        return ["it stayed closed"]


def filters(browsing):
    """Filters leave what fits: by column, section, status, acronym, country, and together"""
    wrongs = []
    with browsing.page(PAGE) as page:
        def cells():
            return page.evaluate(
                "[...document.querySelectorAll('.cell')].filter(e => !e.closest('[hidden]')).map(e => ({...e.dataset,"
                "sections: e.closest('.row').dataset.sections}))"
            )

        def choose(name, label):
            page.select_option(f"select[name={name}]", label=label)
            settle(page)

        choose("column", page.locator("select[name=column] option").nth(2).text_content())
        if {cell["column"] for cell in cells()} != {"1"} or len(cells()) != 37:
            wrongs.append("column")
        choose("status", "not applicable")
        if {cell["status"] for cell in cells()} != {"not-applicable"}:
            wrongs.append("status")
        browsing.picture(page, "filters")
        wrongs += browsing.barriers(page, "#map")
        page.click("button[type=reset]")
        choose("section", "III")
        place = page.locator("select[name=section]").input_value()
        if not cells() or any(place not in cell["sections"].split() for cell in cells()):
            wrongs.append("section")
        page.click("button[type=reset]")
        choose("acronym", "ATF")
        anchor = page.locator("select[name=acronym]").input_value()
        if not cells() or any(anchor not in cell["has"].split() for cell in cells()):
            wrongs.append("acronym")
        page.click("button[type=reset]")
        choose("country", "Mexico")
        if not cells() or any("MEX" not in cell["has"].split() for cell in cells()):
            wrongs.append("country")
        page.click("button[type=reset]")
        choose("status", "uncertain")
        if len(cells()) != 1:
            wrongs.append("uncertain")
        page.click("#map .square.off >> nth=0")
        if shown(page, ".cell") != 2:
            wrongs.append("a cell that a filter hides does not open")
    return wrongs


def filters_by_keyboard(browsing):
    """Filters can be reached and chosen by keyboard alone"""
    with browsing.page(PAGE) as page:
        page.focus("#words")
        for _ in range(10):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.name") == "status":
                break
        page.keyboard.type("not")
        settle(page)
        assert 0 < shown(page, ".cell") < 111
        return [] if page.locator("select[name=status]").input_value() == "not-applicable" else ["status"]


def explains_acronyms(browsing):
    """Acronyms are explained under the pointer, and where the focus is"""
    with browsing.page(PAGE) as page:
        link = page.locator(".cell .acronym", has_text="ATF").first
        link.scroll_into_view_if_needed()
        link.hover()
        meaning = page.locator("#meaning")
        meaning.wait_for(state="visible")
        assert meaning.text_content().startswith("Bureau of Alcohol"), meaning.text_content()
        browsing.picture(page, "acronym")
        barriers = browsing.barriers(page, "#meaning")
        meaning.hover()
        page.mouse.move(1, 1)
        meaning.wait_for(state="hidden")
        link.focus()
        meaning.wait_for(state="visible")
        page.keyboard.press("Escape")
        meaning.wait_for(state="hidden")
        page.keyboard.press("Enter")
        page.wait_for_function("document.activeElement.matches('#acronyms tr')")
        page.locator("#acronyms button[data-acronym]").first.click()
        settle(page)
        assert 0 < shown(page, ".cell") < 111
        return barriers


def tells_links(browsing):
    """Links are shown with their state, and where they stand"""
    with browsing.page(PAGE) as page:
        states = page.locator("#links .state")
        assert states.count() > 5
        assert {"alive", "dead", "uncertain"} <= set(" ".join(
            page.evaluate("[...document.querySelectorAll('#links .state')].map(e => e.className)")).split())
        assert page.locator("#links a", has_text="archived copy").first.get_attribute("href").startswith("https://archive.")
        return []


def works_without_script(browsing):
    """Without scripts the whole report can be read"""
    with browsing.page(PAGE, script=False) as page:
        assert page.locator(".cell").count() == 111
        assert page.locator("#r1c1 p").first.is_visible()
        assert not page.locator("#find").is_visible()
        assert not page.locator("#acronyms button").first.is_visible()
        page.click("#map a[href='#r5c1']")
        return [] if page.url.endswith("#r5c1") else [page.url]


def shows_hostile_text(browsing):
    """A cell that holds a script is shown as text"""
    with browsing.page("hostile.html") as page:
        text = page.locator("#r1c1 p").text_content()
        assert "<script>window.hacked = 1</script><img src=x" in text, text
        assert page.evaluate("window.hacked") is None
        assert page.locator("img").count() == 0
        assert page.locator("a[href^='javascript']").count() == 0
        search(page, "<script>")
        page.hover("#r1c1")
        assert page.evaluate("window.hacked") is None
    with browsing.page("hostile-difference.html") as page:
        page.keyboard.press("n")
        assert page.evaluate("window.hacked") is None and page.locator("img").count() == 0
    return []


def runs_from_the_right(browsing):
    """A report from right to left has its first column on the right, and arrow keys go as the eye does"""
    with browsing.page("right-to-left.html") as page:
        first, second = (page.locator(f"#r1c{number}").bounding_box()["x"] for number in (1, 2))
        assert first > second, (first, second)
        assert page.locator("#r1c1 p").first.get_attribute("lang") == "ar"
        page.focus("#map a[href='#r1c1']")
        page.keyboard.press("ArrowLeft")
        assert focused(page) == "#r1c2", focused(page)
        return []


def stays_fluid(browsing):
    """Of a thousand rows only those are touched that change, and only those in view are laid out"""
    with browsing.page("thousand-rows.html") as page:
        assert page.locator("#found").text_content() == "3,000 cells"
        told = search(page, "needle in the haystack")
        assert told == "1 hit in 1 of 3,000 cells", told
        page.evaluate(
            "window.touched = 0; new MutationObserver(changes => { touched += changes.length })"
            ".observe(document.getElementById('matrix'), { attributes: true, childList: true, subtree: true })"
        )
        page.press("#words", "Backspace")
        settle(page)
        assert page.evaluate("[...CSS.highlights.get('hit')][0].toString()").endswith("haystac")
        touched = page.evaluate("touched")
        assert touched == 0, f"{touched} changes for the same result"
        page.click("button[type=reset]")
        settle(page)
        assert page.locator("#found").text_content() == "3,000 cells"
        # What is far from view takes part in no layout (CSS Containment, level 2).
        skipped = page.evaluate(
            "[...document.querySelectorAll('.cell')].filter(e => !e.checkVisibility({ contentVisibilityAuto: true })).length"
        )
        assert skipped > 2700, f"{skipped} of 3,000 cells are left out of the layout"
        page.click("#map a[href='#r900c2']")
        page.wait_for_function("document.activeElement.id === 'r900c2'")
        box = page.locator("#r900c2").bounding_box()
        assert -50 <= box["y"] < 900, box
        return []


def index_leads_on(browsing):
    """The index leads to each page, from its list and from its timeline"""
    with browsing.page("index/index.html") as page:
        assert page.locator(".reports a").count() == 3
        assert page.locator(".time circle").count() == 3
        page.focus(".time a >> nth=1")
        page.keyboard.press("Enter")
        page.wait_for_selector("#map")
        assert page.url.endswith("us-poa-matrix-2008-09-01.html"), page.url
        return []


TESTS = [
    opens_by_mouse, opens_by_keyboard, shows_headings_below_the_bar, keeps_short_words_whole, searches,
    searches_over_marks, searches_around, filters, filters_by_keyboard, explains_acronyms, tells_links,
    works_without_script, shows_hostile_text, runs_from_the_right, stays_fluid, index_leads_on,
]
