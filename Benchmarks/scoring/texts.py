"""Texts as they are compared, and how much of one is in another."""

import collections
import re
import unicodedata

# The mark of a list item is drawn by the program that shows a document, so that it may or may not be part of a text.
ITEM_MARK = re.compile(r"^[ \t]*[•◦▪‣·*–-]\s+", re.MULTILINE)


def normalised(text):
    """Runs of white space as single blanks, no-break spaces among them, and no marks of lists."""
    text = unicodedata.normalize("NFC", text or "").replace("\r", "\n").replace("\u00a0", " ")
    return " ".join(ITEM_MARK.sub("", text.strip()).split())


def words(text):
    """The words and numbers of a text: what is drawn around cells, and all other signs, do not count."""
    return re.findall(r"\w+", unicodedata.normalize("NFC", text or "").replace("_", " "))


def complete(truth, found):
    """The number of words of the truth that are in the found text, as often as they are there."""
    return sum((collections.Counter(truth) & collections.Counter(found)).values())


def in_order(truth, found):
    """The length of the longest common subsequence, by the bit-parallel algorithm of Hyyrö (2004)."""
    places = collections.defaultdict(int)
    for place, word in enumerate(truth):
        places[word] |= 1 << place
    every = (1 << len(truth)) - 1
    row = every
    for word in found:
        common = row & places.get(word, 0)
        row = (row + common) | (row - common)
        row &= every
    return len(truth) - row.bit_count()
