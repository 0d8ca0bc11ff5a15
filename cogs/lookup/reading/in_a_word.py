"""What is typed in a word or two, and the whole question that is meant by it: "list", "sources please", "карта". Pure.

The words are those of ``data/vocabulary/in_a_word.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from db.record.text import tokens
from db.record.vocabulary import LANGUAGES, vocabulary

# A text with more characters is no word or two, with all courtesy around them.
_LONGEST = 60


def said_in_a_word(text: str) -> str | None:
    """The question that is meant by a text of a word or two; None where the text is another or a longer one."""
    if len(text) > _LONGEST:
        return None
    courtesy, questions = _words()
    said = _plain(text)
    return questions.get(said) or questions.get(tuple(word for word in said if word not in courtesy))


@cache
def _words() -> tuple[frozenset[str], dict[tuple[str, ...], str]]:
    """What is said out of courtesy, and the question that is meant, by its words."""
    tables = dict(vocabulary("in_a_word"))
    courtesy = frozenset(word for said in _in_each(tables.pop("courtesy")) for word in _plain(said))
    return courtesy, {_plain(said): table["means"] for table in tables.values() for said in _in_each(table)}


def _in_each(table: Mapping[str, list[str]]) -> Iterator[str]:
    return (said for language in LANGUAGES for said in table[language])


def _plain(text: str) -> tuple[str, ...]:
    return tuple(word.raw.casefold() for word in tokens(text))
