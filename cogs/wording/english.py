"""Numbers with their nouns, lists of names, and the ends of sentences, in English. Pure.

All that another language does differently stands here; sentences stand in the ``sentences`` of each room.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from db.record.ordinary_words import is_common

_ENDS = (".", "!", "?", "…", ".”", "!”", "?”", "…”")
# Where one sentence ends and another begins, if what stands before the full stop is no abbreviation.
_BETWEEN_SENTENCES = re.compile(r"(?P<end>[.!?…][”’)]*)\s+(?=[“‘(]?[A-ZÀ-ÞА-ЯҐЄІЇ])")
_LAST_WORD = re.compile(r"[^\s(“]*$")
# So many letters are looked back for the word before a full stop: no abbreviation is longer.
_LOOKED_BACK = 40
_INITIALS = re.compile(r"(?:\w\.)*\w")
_ABBREVIATIONS = frozenset(
    "ald alds ave blvd ca capt cf co col corp dept dr e.g est etc ft gen gov hon i.e inc jr lt ltd mr mrs ms mt mts no "
    "nos op p pp prof rep reps rev sen sens sgt sr st ste sts vs jan feb mar apr jun jul aug sep sept oct nov dec "
    "ph.d a.m p.m".split()
)
_PLURAL_COUNTRIES = ("Islands", "Republic", "Netherlands", "Philippines", "Bahamas", "Maldives", "Comoros", "Gambia")
_MARKS = re.compile(r" ?(?:\[\d+\])+")
_CUT_CITATION = re.compile(r"\[\d*$")


def plural(count: int, one: str, many: str | None = None) -> str:
    """``1 tie``, ``2 ties``."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def listed(items: Iterable[str]) -> str:
    """``A``; ``A and B``; ``A, B and C``; an empty text for none."""
    *before, last = [*items] or [""]
    return f"{', '.join(before)} and {last}" if before else last


def listed_apart(items: Iterable[str]) -> str:
    """Names that may hold commas: ``A``; ``A and B``; ``A, Oregon; B, Ohio; and C``."""
    *before, last = items
    return f"{'; '.join(before)}; and {last}" if len(before) > 1 else listed([*before, last])


def either(items: Iterable[str]) -> str:
    """``A``; ``A or B``; ``A or B or C``."""
    return " or ".join(items)


def either_apart(items: Iterable[str]) -> str:
    """Names that may hold commas: ``A``; ``A, Oregon, or B, Ohio``."""
    return ", or ".join(items)


def series(items: Iterable[str]) -> str:
    """A row of things without a word between them: ``A, B, C``."""
    return ", ".join(items)


def series_apart(items: Iterable[str]) -> str:
    """A row of things that may hold commas: ``A; B; C``."""
    return "; ".join(items)


def paragraph(sentences: Iterable[str]) -> str:
    """Whole sentences, one after the other; empty ones are left out."""
    return " ".join(sentence for sentence in sentences if sentence)


def closed(name: str) -> str:
    """A name as it stands before more of its sentence: ``Houston, Texas,``; ``Iowa``."""
    return f"{name}," if "," in name else name


def full_stop(text: str) -> str:
    """A text that ends as a sentence does."""
    return text if text.endswith(_ENDS) else f"{text}."


def capital(text: str) -> str:
    """A text that begins with a capital letter."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """A text that begins with a small letter, as inside a sentence."""
    return text[:1].lower() + text[1:]


def inside(text: str) -> str:
    """A text as it stands behind a colon: with a small letter, unless its first word may be a name."""
    first = text.partition(" ")[0].casefold()
    return small(text) if is_common(first) else text


def with_article(country: str) -> str:
    """A country's name as it stands inside a sentence: ``the United Kingdom``, ``France``."""
    takes_one = country.startswith("United ") or country.endswith(_PLURAL_COUNTRIES)
    return f"the {country}" if takes_one else country


def clip(text: str, most: int) -> str:
    """A plain text of at most ``most`` characters, cut at a word, with an ellipsis where something was cut."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    whole = cut.rsplit(maxsplit=1)[0] if len(cut.split()) > 1 else cut
    return _CUT_CITATION.sub("", whole).rstrip() + "…"


def sentences_in(text: str) -> Iterator[str]:
    """The sentences of a text, in their order."""
    for start, end in pairwise((0, *ends_of_sentences(text), len(text))):
        yield text[start:end].strip()


def untold(text: str, told: str) -> str:
    """The sentences of a text that another text does not hold, whatever sources either cites for them."""
    known = without_marks(told)
    return paragraph(sentence for sentence in sentences_in(text) if without_marks(sentence) not in known)


def without_marks(text: str) -> str:
    """A text without the numbers of its sources."""
    return _MARKS.sub("", text)


def ends_of_sentences(text: str) -> list[int]:
    """Where the sentences of a text end, but the last: never behind an abbreviation (St., U.S., Inc.) or initials."""
    found = _BETWEEN_SENTENCES.finditer(text)
    return [match.end("end") for match in found if not (match["end"][0] == "." and _is_abbreviation(_before(match)))]


def _before(match: re.Match[str]) -> str:
    """The word before the end of a sentence."""
    start = match.start("end")
    found = _LAST_WORD.search(match.string[max(0, start - _LOOKED_BACK) : start])
    return found[0] if found else ""


def _is_abbreviation(word: str) -> bool:
    return word.casefold() in _ABBREVIATIONS or bool(_INITIALS.fullmatch(word))
