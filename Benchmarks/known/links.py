"""Texts whose links are known: with punctuation behind them, in brackets, broken over lines, and words that are no links.

In a text, a newline is where a line happens to end, and U+2028 a line break that somebody put in.
"""

import random

from . import prose

HARD_BREAK = "\u2028"

HOSTS = (
    "www.state.gov www.un.org disarmament.un.org www.oas.org www.export.gov customs.example.org www.harbour-board.org "
    "ports.example.com www.parliament.uk www.admin.ch eur-lex.europa.eu data.example.net www.example.edu"
).split()
# Names that nobody takes for anything else.
BARE = "state.gov un.org oas.org example.org harbour-board.org ports.example.com europa.eu customs.example.net".split()
PARTS = "documents reports 2007 t pm rls fs arms-export harbour rules archive en annex-2 item_4 Final~draft".split()
LETTERS = ("https://bücher.ch/lübeck", "http://www.größe.de/maß", "https://de.example.org/wiki/Straße", "www.café.fr")
PEOPLE = "anna.berg info harbour-master j_smith press.office m.o.reilly+news A.Lang".split()
NO_LINKS = (
    "A/CONF.192/15 and/or U.S.A. e.g. i.e. para.3 No.7 3.5 12:30 report.doc matrix.csv tariffs.xlsx quay.The tide.It "
    "S/2007/12 22.CFR.120 @home Ph.D. vs. 1.2.3 p.m. St.John readme.txt v2.0.1 10/12 Mr.Berg"
).split()
BEHIND = [".", ",", ";", ":", "!", "?", "...", ").", "’s", "”,"]
AROUND = [("(", ")"), ("<", ">"), ("[", "]"), ("“", "”"), ('"', '"'), ("(see ", ")"), ("(", ").")]


def path(chance):
    parts = [chance.choice(PARTS) for _ in range(chance.randint(1, 3))]
    return "/" + "/".join(parts) + chance.choice(("", "/", ".htm", ".pdf", ".html"))


def with_scheme(chance):
    return chance.choice(("http://", "https://")) + chance.choice(HOSTS) + path(chance)


def with_www(chance):
    return chance.choice([host for host in HOSTS if host.startswith("www.")]) + chance.choice(("", path(chance)))


def bare(chance):
    return chance.choice(BARE) + chance.choice(("", "", path(chance)))


def email(chance):
    return chance.choice(PEOPLE) + "@" + chance.choice(BARE)


def any_link(chance):
    return chance.choice((with_scheme, with_scheme, with_www, bare, email))(chance)


def query(chance):
    mark = chance.choice(("", "#part-2", "#p:4"))
    further = chance.choice(("", "&q=a+b", "&d=1,2"))
    return f"{with_scheme(chance).rstrip('/')}?id={chance.randint(1, 999)}&lang=en{further}{mark}"


def parentheses(chance):
    page = chance.choice(("/Harbour_(port)", "/Act_(2004)/text", "/a(b)c"))
    return with_scheme(chance).split(".htm")[0].rstrip("/") + page


def letters(chance):
    return chance.choice(LETTERS)


def broken(chance, end="\n"):
    """Broken behind a stroke or a hyphen, or in front of a full stop, as narrow columns do it."""
    parts = ["http://" + chance.choice(HOSTS), "documents", "arms-export", f"{chance.randint(10, 99)}", "annex.html"]
    whole = "/".join(parts)
    places = [place + 1 for place in range(8, len(whole) - 3) if whole[place] in "/-"]
    places.append(whole.rindex("."))
    place = chance.choice(places)
    return whole[:place] + end + whole[place:]


def broken_hard(chance):
    return broken(chance, HARD_BREAK)


KINDS = {
    "with a scheme": with_scheme,
    "www.": with_www,
    "bare domain": bare,
    "e-mail address": email,
    "with a query": query,
    "parentheses in it": parentheses,
    "other letters": letters,
    "over the end of a line": broken,
    "over a line break": broken_hard,
}


def written(chance, kind):
    """A piece of text, and the link in it."""
    if kind == "punctuation behind it":
        link = any_link(chance)
        mark = chance.choice(BEHIND)
        before = {")": "(", "”": "“"}.get(mark[0], "")
        return f"{before}{link}{mark}", link
    if kind == "in brackets":
        link = any_link(chance)
        before, behind = chance.choice(AROUND)
        return f"{before}{link}{behind}", link
    link = KINDS[kind](chance)
    return link, link


ALL_KINDS = (*KINDS, "punctuation behind it", "in brackets")


def text(seed, number):
    """A text, and its links: each with its kind, and without what ends a line in it."""
    chance = random.Random(f"links {seed} {number}")
    pieces, links = [], []
    for _ in range(chance.randint(1, 3)):
        kind = ALL_KINDS[(number + len(links) * 4) % len(ALL_KINDS)]
        piece, link = written(chance, kind)
        links.append({"link": "".join(link.split()), "kind": kind})
        pieces += [prose.sentence(chance), prose.words(chance, chance.randint(2, 5)).capitalize(), piece]
        pieces.append(chance.choice(prose.WORDS) + ".")
        if chance.random() < 0.5:
            pieces += [prose.words(chance, 3).capitalize(), chance.choice(NO_LINKS), prose.words(chance, 2) + "."]
    return {"id": str(number), "text": " ".join(pieces), "links": links}
