"""Words and sentences that mean little, and characters that formats must escape or that some programs lose."""

WORDS = (
    "anchor berth boat bridge buoy cargo chain coast crane crew deck dock door engine ferry fire flag gate glass grain "
    "hall harbour hatch hose house ice keel lamp lane lead lid light line lock mast mooring net north oar oil order paint "
    "permit pier pilot plank port pump quay rail rope rudder rule sail sand shed ship shore signal siren siding sluice "
    "south stern stone storm tank tide timber tower tug valve water wave weight west winch wind yard"
).split()
VERBS = "carries checks closes counts holds keeps lists marks moves opens repairs replaces stores weighs".split()

# Letters and signs that any Western font has.
WESTERN = (
    "Größe und Maß",
    "naïve façade",
    "“quoted” and ‘single’",
    "from 3–5 – or more—all",
    "a < b & c > d",
    "&amp; is no &lt;",
    "R\u00a0&\u00a0D",
    "no\u00a0break\u00a0here",
    "x² ÷ y³ ≠ 10 %",
    "€ 12.50 or £ 9",
    "Ελληνικά и русский",
    "§ 4, ¶ 2 © 2024",
    "back\\slash {braces}",
    "under_score *star* `tick`",
    "“#1” ~ $5 | 6^2",
    "first line\nsecond line",
    "one\ntwo\nthree",
)
# What needs a font of its own, and in RTF two code units.
FAR = ("日本語の表", "한국어 문장", "𝛼 and 𝛽", "⚓ 🚢 harbour")


def words(random, count):
    return " ".join(random.choice(WORDS) for _ in range(count))


def label(random):
    """One to three words with a capital."""
    return words(random, random.randint(1, 3)).capitalize()


def figure(random):
    return random.choice(
        (
            str(random.randint(1, 9_999)),
            f"{random.randint(1, 99)}.{random.randint(0, 99):02}",
            f"{random.randint(1, 100)} %",
            f"{random.randint(1, 28)} May {random.randint(1990, 2024)}",
        )
    )


def sentence(random):
    subject, thing = words(random, random.randint(1, 2)), words(random, random.randint(1, 4))
    return f"The {subject} {random.choice(VERBS)} the {thing}."


def special(random, has_far):
    return random.choice(WESTERN + FAR if has_far else WESTERN)


def entry(random):
    """What a cell of an ordinary table holds."""
    return random.choice((label, label, figure, sentence))(random)
