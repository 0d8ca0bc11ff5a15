"""What in a text hurts or hinders a reader: shouting, repetition, endless words, marks that mean nothing in a letter.

Pure. Each function gives the words that show it, or an empty text.
"""

from __future__ import annotations

import re
from itertools import groupby

# A stop inside an address or a number ends no sentence.
SENTENCE = re.compile(r"(?:[^.!?…\n]|(?<=\S)[.?](?=[a-z0-9/=&#])(?<![.?]{2}))+[.!?…]*")
WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")

_SHOUTED_MARKS = re.compile(r"!{2}|[!?]{3}")
# So many words in capitals on end, of so many letters: fewer may be "NATO SFOR".
_SHOUTED_RUN = 3
_SHOUTED_LETTERS = 8
_FEWEST_LETTERS = 60
_NEARLY_ALL = 0.7
_LONGEST_WORD = 40
# Latin, Greek, Cyrillic and Hebrew letters come before this one.
_WITH_BLANKS = "\u0600"
_OFTEN = 4
_FEW = 2
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|[\w-]{2,60}\.(?:com|org|net|gov|edu|us|info|ua)(?:/\S*)?")
_MASKED = re.compile(r"https?://\S+|\S{1,64}@\S+")
# A word, or a mark between words, which has no capitals.
_PIECE = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|[^\w\s]")
_MARKS = re.compile(
    r"@everyone|@here|<[@#][!&]?\d+>|</?[a-zA-Z][^<>\n]{0,80}>|\*\*|__|~~|`[^`\n]+`|\|\|"
    r"|\[[^\[\]\n]{1,200}\]\(|^#{1,3} |^> |\{\{|\{%",
    re.MULTILINE,
)


def in_capitals(text: str) -> bool:
    """Whether nearly all of a text is in capitals."""
    letters = [char for char in text if char.isalpha() and char.upper() != char.lower()]
    return len(letters) >= _FEWEST_LETTERS and sum(map(str.isupper, letters)) > _NEARLY_ALL * len(letters)


def shouted(text: str) -> str:
    """A sentence with several exclamation marks at once, or with several words on end in capitals."""
    for found in SENTENCE.finditer(text):
        sentence = found.group()
        if _SHOUTED_MARKS.search(sentence) or _in_capitals(sentence):
            return sentence.strip()
    return ""


def _in_capitals(sentence: str) -> bool:
    """Whether words in capitals follow one another, with nothing but blanks between."""
    for capital, run in groupby(_PIECE.findall(sentence), key=str.isupper):
        words = list(run)
        if capital and len(words) >= _SHOUTED_RUN and len("".join(words)) >= _SHOUTED_LETTERS:
            return True
    return False


def repeated(text: str) -> str:
    """A sentence of three words or more that comes twice, or a word that comes several times on end."""
    said: set[str] = set()
    for sentence in SENTENCE.findall(text):
        words = WORD.findall(sentence.casefold())
        if len(words) > _FEW and " ".join(words) in said:
            return str(sentence).strip()
        said.add(" ".join(words))
    runs = groupby(WORD.findall(text.casefold()))
    return next((word for word, run in runs if len(list(run)) >= _OFTEN), "")


def endless(text: str) -> str:
    """A word that is longer than any word is; addresses, and scripts that put no blanks between words, aside."""
    words = _ADDRESS.sub("", text).split()
    return next((word for word in words if len(word) > _LONGEST_WORD and max(word) < _WITH_BLANKS), "")


def marks(text: str) -> str:
    """What would be a format, a mention or a placeholder elsewhere, and stays as it is in a letter."""
    found = _MARKS.search(text)
    return found.group().strip() if found else ""


def unfinished(text: str) -> str:
    """The last sentence of a paragraph that ends in a letter or digit, without a stop.

    A line of one or two words is a name or a greeting, and one letter after a stop an abbreviation.
    """
    for paragraph in text.split("\n\n"):
        last = paragraph.rstrip().rsplit("\n", 1)[-1]
        masked = _MASKED.sub(lambda found: "x" * len(found.group()), last)
        if len(last.split()) <= _FEW or not last[-1].isalnum() or _ADDRESS.fullmatch(last.split()[-1]):
            continue
        *_, sentence = SENTENCE.finditer(masked)
        shown = last[sentence.start() : sentence.end()].strip()
        if len(shown) > 1:
            return shown
    return ""
