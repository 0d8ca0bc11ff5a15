"""Places that are called by what they are known for: "the city where the last tsar was shot". Pure."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from cogs.lookup.phrases.patterns import PhraseTable, phrases
from db.record.text import Token
from db.record.vocabulary import LANGUAGES, vocabulary

# These go with a description that they stand before.
_ARTICLES = frozenset({"the", "that", "a", "this", "our"})
# So long a text is looked at, in words: a longer one does not ask for a place by a description.
_LONGEST = 120


@cache
def _described() -> PhraseTable[str]:
    """Descriptions by the name of their place."""
    return PhraseTable(
        {
            row["name"]: phrases("\n".join(phrase for language in LANGUAGES for phrase in row[language]))
            for row in vocabulary("descriptions").values()
        }
    )


def with_names_for_descriptions(text: str, words: Sequence[Token]) -> tuple[str, list[tuple[str, str]]]:
    """A text with the name of a place where it is described, and each description with the name read for it.

    The text itself comes back where nothing is described. A place that is named beside its description is not named
    twice.
    """
    joined = " ".join(word.norm for word in words)
    if len(words) > _LONGEST or not (found := _described().found(joined)):
        return text, []
    spans: list[tuple[int, int, str]] = []
    for name, matches in found.items():
        for match in matches:
            first = joined[: match.start()].count(" ")
            last = first + match.group().count(" ")
            first -= first > 0 and words[first - 1].norm in _ARTICLES
            spans.append((words[first].start, words[last].end, name))
    read: list[tuple[str, str]] = []
    begun = len(text)
    for start, end, name in sorted(spans, reverse=True):
        if end > begun:
            continue
        begun = start
        if name.split(",")[0].casefold() in f"{text[:start]} {text[end:]}".casefold():
            text = f"{text[:start]}{text[end:]}"
            continue
        read.append((text[start:end], name))
        text = f"{text[:start]}{name}{text[end:]}"
    return text, read
